"""Who holds a report where the tree offers two subjects or none, and indirect questions taken for objects."""

import pytest

from claimcheck.article import Article
from claimcheck.passages import split
from claimcheck.reports.finding import find_reports
from claimcheck.tagging.pipelines import load_pipeline, tag

pytestmark = pytest.mark.model


def reported(text):
    (tagged,) = tag(split(Article("-", text)), load_pipeline())
    return [
        (report.source and text[slice(*report.source)], text[report.start : report.end])
        for report in find_reports(tagged.doc)
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It is because I know the mill will close one day.", "I"),
        ("It has the effect of misleading people into thinking that the mill is new.", "people"),
        ("We had no way to estimate how many guests came.", "We"),
        ("The nurse was tired, and was concerned that the ward might close.", "The nurse"),
    ],
)
def test_who_holds_it(text, source):
    assert reported(text)[0][0] == source


def test_nobody_holds_what_it_is_no_exaggeration_to_say():
    assert [source for source, _ in reported("It is no secret to add that the mill is old.")] == [None]


def test_a_question_taken_for_an_object():
    text = "I can understand why some farmers may not like it, but I am glad."
    assert ("I", "why some farmers may not like it") in reported(text)


def test_an_adverb_that_opens_a_sentence_is_no_source():
    text = "However, letters from several towns indicated that farmers remained cautious."
    assert reported(text)[0][0] == "letters from several towns"


def test_what_is_recalled_behind_a_quotation_does_not_speak():
    text = (
        'Ann Roe, the head of the mill, wrote of Tom Hale, "I noticed then that Tom was an odd man", '
        'recalling a walk in Leeds. "She was calm and she often laughed with us."'
    )
    sources = {source for source, content in reported(text) if content.startswith(("I noticed", "He was"))}
    assert sources == {"Ann Roe"}
