"""Whose a figure is where much is said of the subject before its verb: clauses, insertions, possessors."""

from __future__ import annotations

import pytest

from claimcheck import extract


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        # the object of a relative clause is no subject of the main one
        ("The panel that audits the clinics began with one doctor.", "one doctor", "The panel"),
        ("The firm that feeds the schools is the second-largest caterer in Kent.", "second-largest", "The firm"),
        ("The survey that shows the clinics lost 3% is old.", "lost 3%", "the clinics"),
        ("The panel hopes that the clinics open in 2031.", "2031", "the clinics"),
        # a past tense that seems to be a participle
        ("The cost of the bread of the islands increased by 4%.", "4%", "The cost of the bread of the islands"),
        ("GDP, after a row with the bank, increased by 4% in 2016.", "4%", "GDP"),
        ("GDP, after a row with the bank, increased by 4% in 2016.", "2016", "GDP"),
        ("Photograph of a barn damaged in 2016.", "2016", "a barn"),
        ("The owner of the barn damaged in 2016 sold it.", "2016", "the barn"),
        # what stands between commas and dashes
        ("Velmar – to the delight of its rivals – employs 4,100 people.", "4,100", "Velmar"),
        ("The number of barns, which the town had counted, fell in 2016.", "2016", "The number of barns"),
        ("The Oslo – Bergen line carried 4,100 people.", "4,100", "The Oslo – Bergen line"),
        ("The leader of the town, despite its protests, is the third-richest man in Kent.", "third", "The leader of the town"),
        ("Rents are high; at the time, Velmar was the second-largest port in Kent.", "second", "Velmar"),
        # whose something is
        ("Velmar's northern branch closed in 2016.", "2016", "Velmar's northern branch"),
        ("The island's only bakery's output peaked in 2016.", "2016", "The island's only bakery's output"),
        # the clause before a joined verb, not the first one
        ("Rents fell, and the club was founded in 1916 and won in 1921.", "1921", "the club"),
        ("The club was founded in 1916 and won in 1921.", "1921", "The club"),
    ],
)  # fmt: skip
def test_a_figure_is_of_the_whole_subject_of_its_clause(text, words, subject):
    found = {
        c.subject.text
        for c in extract(text).claims
        if words in c.text and c.subject and c.kind != "definition"
    }
    assert found == {subject}
