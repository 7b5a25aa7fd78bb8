"""What money is said of that is itself the subject, or is set at, or stands in a bracket; sizes in a list."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def subjects(text, kind):
    return [(c.text, c.subject and c.subject.text) for c in extract(text).claims if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In 2012, $2.3 billion was given to the Harbour Fund.", "the Harbour Fund"),
        ("More than $17 million has been donated to Norvale since 2015.", "Norvale"),
        ("About $4 million was later stolen from the bank.", "the bank"),
        ("Another $149 million went to the schools.", "the schools"),
        ("In all, £9 million was spent on the new bridge.", "the new bridge"),
    ],
)
def test_money_that_moves_is_said_of_whom_it_goes_to_or_comes_from(text, subject):
    assert [found for _, found in subjects(text, "money")] == [subject]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # who pays is the subject where the clause tells; no thing that anybody gets
        ("Norvale paid $4 million to the city.", "Norvale"),
        ("Norvale said $4 million was paid in cash.", None),
    ],
)
def test_money_with_a_payer_or_without_a_receiver(text, subject):
    ((_, found),) = subjects(text, "money")
    assert found == subject or (subject is None and found != "cash")


def test_what_is_set_at_an_amount():
    ((_, found),) = subjects("The law helps by capping the price of insulin at $35 a month.", "money")
    assert found == "the price of insulin"


def test_the_size_of_a_file_is_said_of_what_the_bracket_stands_behind():
    ((_, found),) = subjects("This was told in a short leaflet (70 kB PDF) for schools.", "measurement")
    assert found == "a short leaflet"


def test_an_age_behind_a_name_with_a_word_of_time():
    ((_, found),) = subjects("The judge sentenced Tom Hale, now 22, to life.", "measurement")
    assert found == "Tom Hale"


def test_sizes_in_a_list_are_told_of_the_noun_that_closes_it():
    found = subjects("We publish pruned 2B, 9B and 40B checkpoints of language models.", "parameter_count")
    assert {subject for _, subject in found} == {"checkpoints of language models"}
    assert len(found) == 3


def test_sizes_in_a_list_behind_a_name_are_told_of_it():
    found = subjects("We release Quillnote-Reward, a set of judge models in 2.5B, 9B and 30B sizes.", "parameter_count")  # fmt: skip
    assert {subject for _, subject in found} == {"Quillnote-Reward"}
