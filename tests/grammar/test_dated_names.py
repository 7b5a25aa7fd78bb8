"""Whose a date is in series, in items that a date opens, and behind an adjunct that opens a sentence."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def dated(text):
    return [c.subject and c.subject.text for c in extract(text).claims if c.kind == "date"]


def test_a_name_right_before_each_of_several_dates():
    text = "Older spellings of the town include Brodmen in 1100, Brodman in 1253 and Brodmyn in 1522."
    assert dated(text) == ["Brodmen", "Brodman", "Brodmyn"]


def test_where_somebody_goes_is_no_series():
    assert dated("She goes to Rome in May, Oslo in June and Bern in July.")[0] == "She"


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Lund won in 1990, Dahl in 1994 and Rud in 1998.", ["Lund", "Dahl", "Rud"]),
        ("Wrenville was founded in 1040 and Holm in 1070.", ["Wrenville", "Holm"]),
        ("She sang in Oslo in 2002 and Bern in 1997.", ["She", "She"]),
    ],
)
def test_a_verb_right_before_the_first_date_is_said_of_each_name(text, subjects):
    assert dated(text) == subjects


def test_dates_of_one_event_are_no_series():
    assert dated("Ann Roe moved to Lyon in 1990 and to Bern in 1995.") == ["Ann Roe", "Ann Roe"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("2023/02/16: A note on the support of older servers", "A note"),
        ("2023-11-08: Invited test of the chat model.", "Invited test of the chat model"),
    ],
)
def test_an_item_that_a_date_opens_is_about_what_it_names(text, subject):
    assert dated(text) == [subject]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Under a dark evening sky on 19 May 1945, the fleet left the harbour.", "the fleet"),
        # the date is of the noun before it
        ("Under the treaty of 3 May 1921, the town joined Norway.", "the treaty"),
        (
            "Since the retirement of the ships in 2011, Norvale has rented planes.",
            "the ships",
        ),
    ],
)
def test_an_adjunct_that_opens_a_sentence_is_not_its_subject(text, subject):
    assert dated(text) == [subject]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In 2003, his freshman year, he made the team.", "he"),
        ("In 2012, her last year in office, Ann Roe opened a school.", "Ann Roe"),
        ("In 2012, the year had 366 days.", "the year"),
    ],
)
def test_what_a_date_was_to_somebody_is_no_subject(text, subject):
    assert dated(text)[0] == subject
