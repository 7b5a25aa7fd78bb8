"""Direct quotations and indirect speech, with and without a parse."""

import pytest

from claimcheck.article import Article
from claimcheck.lexicons import load_rows
from claimcheck.passages import split
from claimcheck.reports.finding import find_reports
from claimcheck.tagging.pipelines import load_pipeline, tag


def reports(text, model=None):
    (tagged,) = tag(split(Article("-", text)), load_pipeline(model))
    return [
        (
            text[slice(*report.source)] if report.source else None,
            text[slice(*report.cue)],
            " … ".join(text[start:end] for start, end in report.content),
            report.direct,
        )
        for report in find_reports(tagged.doc)
    ]


DIRECT = [
    ('Ann Ray said, "The mill is old."', ("Ann Ray", "said", "The mill is old.", True)),
    ('"The mill is old," Ann Ray said.', ("Ann Ray", "said", "The mill is old,", True)),
    ('"The mill is old," said Ann Ray.', ("Ann Ray", "said", "The mill is old,", True)),
    ("“The mill is old,” she explained.", ("she", "explained", "The mill is old,", True)),
    ("'The mill is old,' said the mayor.", ("the mayor", "said", "The mill is old,", True)),
    (
        '"The mill is old. It was built by monks," said Ann Ray.',
        ("Ann Ray", "said", "The mill is old. It was built by monks,", True),
    ),
    (
        '"We will repair the old mill soon." - Ann Ray',
        ("Ann Ray", "-", "We will repair the old mill soon.", True),
    ),
]

INDIRECT = [
    ("Ann Ray said that the mill is old.", ("Ann Ray", "said", "the mill is old", False)),
    ("Ann Ray said the mill is old.", ("Ann Ray", "said", "the mill is old", False)),
    ("The study found that the mill is old.", ("The study", "found", "the mill is old", False)),
    ("The mayor told reporters that the mill is old.", ("The mayor", "told", "the mill is old", False)),
    ("According to Ann Ray, the mill is old.", ("Ann Ray", "According to", "the mill is old", False)),
    ("The mill is old, according to Ann Ray.", ("Ann Ray", "according to", "The mill is old", False)),
    ('Ann Ray said a "general rule" is needed.', ("Ann Ray", "said", 'a "general rule" is needed', False)),
    ("The mill is old, Ann Ray said.", ("Ann Ray", "said", "The mill is old", False)),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), [*DIRECT, *INDIRECT], ids=lambda case: str(case)[:50])
def test_reports_with_a_parse(text, expected):
    assert reports(text) == [expected]


PLAIN = [
    ("Ann Ray said that the mill is old.", ("Ann Ray", "said", "the mill is old", False)),
    ("According to Ann Ray, the mill is old.", ("Ann Ray", "According to", "the mill is old", False)),
    ('"The mill is old," Ann Ray said.', ("Ann Ray", "said", "The mill is old,", True)),
    ('"The mill is old," said Ann Ray.', ("Ann Ray", "said", "The mill is old,", True)),
    ('Ann Ray said, "The mill is old."', ("Ann Ray", "said", "The mill is old.", True)),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=lambda case: str(case)[:50])
def test_reports_without_a_parse(text, expected):
    assert reports(text, "blank") == [expected]


@pytest.mark.model
def test_a_speaker_goes_on_in_the_same_paragraph():
    text = '"The mill is old," Ann Ray said. "The roof of the mill is gone."'
    assert [(source, content) for source, _, content, _ in reports(text)] == [
        ("Ann Ray", "The mill is old,"),
        ("Ann Ray", "The roof of the mill is gone."),
    ]


@pytest.mark.model
def test_a_quotation_that_its_speaker_interrupts():
    text = '"The mill," Ann Ray said, "has a large roof."'
    assert [(source, content) for source, _, content, _ in reports(text)] == [
        ("Ann Ray", "The mill,"),
        ("Ann Ray", "has a large roof."),
    ]


@pytest.mark.model
def test_reports_inside_reports():
    text = "Ann Ray said that Bob Lee claimed that the mill is old."
    assert [(source, content) for source, _, content, _ in reports(text)] == [
        ("Ann Ray", "Bob Lee claimed that the mill is old"),
        ("Bob Lee", "the mill is old"),
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "It has been shown that the mill is old.",
        'The mill, called "Old Tom", is large.',
        "The mill, called Kestrel, ground 71 tonnes.",
        "The mill said nothing.",
    ],
)
def test_no_report(text):
    assert reports(text) == []


@pytest.mark.model
def test_an_unbalanced_mark_does_not_hide_later_reports():
    later = "Ann Ray said that the mill is old."
    assert reports('A 5" pipe and an “odd mark.\n\n' + later) == reports(later)


@pytest.mark.model
@pytest.mark.parametrize(
    "row", load_rows("en/reporting_verbs.csv"), ids=lambda row: f"{row['class']}: {row['cue'][:20]}"
)
def test_every_reporting_word_is_found_in_its_example(row):
    (tagged,) = tag(split(Article("-", row["example"])), load_pipeline())
    forms = row["cue"].split()[0].split("/")
    found = [
        (row["example"][slice(*report.cue)].split()[0].lower(), report.report_class)
        for report in find_reports(tagged.doc)
    ]
    assert any(word in forms and report_class == row["class"] for word, report_class in found), found
