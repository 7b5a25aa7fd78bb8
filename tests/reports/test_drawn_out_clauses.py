"""Reports in relative clauses: the content begins before its verb of saying and goes on behind it."""

from __future__ import annotations

import pytest

from claimcheck import extract


def _quotes(text: str) -> list[tuple[str, str]]:
    return [(claim.text, claim.value.source) for claim in extract(text).claims if claim.kind == "quote"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ferry, which Norlake said would sail in 2021, was late.",
            [("would sail in 2021", "Norlake")],
        ),
        ("He praised the dam, which engineers believe will last for 80 years.", [("will last for 80 years", "engineers")]),
        ("It is a law that critics said would hurt 400 farms.", [("would hurt 400 farms", "critics")]),
        # near misses: an indirect question, and a clause that stands behind its verb
        ("The mayor asked which mill employs 40 people.", []),
        ("The ferry, which sails in May, is late, Norlake said.", [("The ferry, which sails in May, is late", "Norlake")]),
    ],
)  # fmt: skip
def test_the_content_of_a_relative_clause_begins_behind_the_verb_of_saying(text, expected):
    assert _quotes(text) == expected


@pytest.mark.model
def test_what_a_relative_clause_reports_is_said_by_its_subject():
    (count,) = (
        claim
        for claim in extract("They sold the mill, which the firm says employs 40 people.").claims
        if claim.kind == "count"
    )
    assert count.attribution.source == "the firm"
    assert count.subject.text == "the mill"


@pytest.mark.model
def test_a_remark_behind_a_fronted_phrase_reports_its_sentence():
    text = "In between, she testified, she was attacked by two officers."
    assert _quotes(text) == [(text[:-1], "she")]
    assert _quotes("When the mayor said no, 40 people left.") == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arden had the lowest toll, which was 3 per 100,000 people.", "the lowest toll"),
        ("They shut the oldest mill, whose roof fell in.", "the oldest mill"),
        ("They shut the oldest mill that burned.", "the oldest mill that burned"),
    ],
)
def test_what_is_told_besides_is_no_part_of_a_ranking(text, expected):
    assert [claim.text for claim in extract(text).claims if claim.kind == "ranking"] == [expected]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'In Grey Giant, her massive biography of Halvor, Robert Dall notes:\n\n"He never forgot the hills."',
            "Robert Dall",
        ),
        ('Weeks later, Ann Ray said in court: "Of course the price will rise."', "Ann Ray"),
        ('Norvale, the firm behind the dam, said in May: "The price will rise."', "Norvale"),
    ],
)
def test_the_name_behind_an_aside_speaks(text, speaker):
    assert [source for _, source in _quotes(text)] == [speaker]


@pytest.mark.model
def test_what_stands_right_before_a_name_is_no_report():
    text = 'Newly elected Assemblywoman Selma Torres said, "It is a great honour to sit in this majority."'
    assert _quotes(text) == [("It is a great honour to sit in this majority.", "Assemblywoman Selma Torres")]
