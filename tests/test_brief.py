from __future__ import annotations

import io

import pytest

import claimcheck
from claimcheck.brief import brief_document
from claimcheck.writing import WritingOptions
from claimcheck.writing.brief import write_brief

pytestmark = pytest.mark.model

TEXT = """5 min read

Acme Tools was founded in 1998 and employs 450 people.

Revenue rose 12 percent to $4.2 billion, "and we sold 900,000 drills," the mayor said.

Page 3

Acme Tools was founded in 1998, as everybody in the town knows.
"""


@pytest.fixture(scope="module")
def brief():
    return brief_document(claimcheck.extract(TEXT, source="acme.txt"))


def test_claims_of_one_sentence_are_one_line(brief):
    assert len({line.claim.sentence.start for line in brief.lines}) == len(brief.lines)
    (revenue,) = [line for line in brief.lines if "Revenue" in line.claim.sentence.text]
    assert revenue.claim.kind == "change"
    assert "a quotation" not in revenue.reasons
    assert any(claim.kind == "count" for claim in revenue.others)


def test_trivia_fall_out(brief):
    said = [line.claim.sentence.text for line in brief.lines]
    assert not any("min read" in text or text.startswith("Page") for text in said)


def test_a_title_in_front_of_a_name_is_nothing_to_check_but_an_office_is():
    text = (
        "Judge Ann Ray closed the hearing. Ann Ray is the chief justice of Norland. Holm CEO Ben Lind spoke."
    )
    brief = brief_document(claimcheck.extract(text, language="en"))
    assert {line.claim.text for line in brief.lines} == {
        "is the chief justice of Norland", "Holm CEO Ben Lind"
    }  # fmt: skip


def sentences_of(text):
    return [line.claim.text for line in brief_document(claimcheck.extract(text, language="en")).lines]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Norland and Ostria trade in timber. The two countries signed nothing.", "two countries"),
        ("The owners met on Monday. These three men have said little since.", "three men"),
    ],
)
def test_a_small_group_that_was_named_before_is_nothing_to_check(text, known):
    assert known not in sentences_of(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The two mills that closed in spring were old.", "two mills"),
        ("Two mills closed.", "Two mills"),
        ("All six miners died.", "six miners"),
        ("The 45 miners went home.", "45 miners"),
    ],
)
def test_a_group_that_is_new_or_told_apart_is(text, told):
    assert told in sentences_of(text)


def test_the_same_count_told_of_somebody_else_is_a_repeat():
    text = "The ferry carried 33 passengers. Rescuers found that 33 passengers were in the hold."
    (line,) = brief_document(claimcheck.extract(text, language="en")).lines
    assert [claim.sentence.text for claim in line.repeats] == [
        "Rescuers found that 33 passengers were in the hold."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry had two engines. The tug had two engines.",
        "The ferry carried 33 passengers. The tug carried more than 33 passengers.",
        "Holm employs 300 people. Zentra employs 300 people.",
    ],
)
def test_few_or_round_ones_or_more_than_those_are_others(text):
    assert len(sentences_of(text)) == 2


def test_the_most_worth_checking_comes_first(brief):
    scores = [line.score for line in brief.lines]
    assert scores == sorted(scores, reverse=True)
    assert len(brief.summary) == 2


def test_no_more_lines_than_asked_for():
    brief = brief_document(claimcheck.extract(TEXT), top=1)
    assert len(brief.lines) == 1
    assert brief.left >= 1


def test_the_written_brief_gives_lines_and_reasons(brief):
    out = io.StringIO()
    write_brief(brief, TEXT, out, WritingOptions())
    text = out.getvalue()
    assert text.startswith("acme.txt\n")
    assert "l. 5" in text
    assert "why: a change" in text
    assert "said by" in text


def test_a_quotation_folds_with_the_claim_in_it_and_leaves_its_other_figures():
    text = "The mayor said that the tram carried 4,500 people a day and 900 bicycles."
    out = io.StringIO()
    write_brief(brief_document(claimcheck.extract(text, language="en")), text, out, WritingOptions())
    (others,) = [line for line in out.getvalue().splitlines() if line.strip().startswith("with:")]
    assert "900 bicycles" in others
    assert "the tram carried" not in others


def test_nothing_to_check_is_said_plainly():
    out = io.StringIO()
    write_brief(
        brief_document(claimcheck.extract("Good night.", source="a.txt")),
        "Good night.",
        out,
        WritingOptions(),
    )
    assert "0 claims in 0 sentences" in out.getvalue()


def test_who_speaks_holds_a_quotation_and_names_come_before_phrases():
    text = (
        "The oldest mill of the valley has 412 workers. The oldest mill of the valley has nine wheels. Holm Mills has "
        '73 wheels. "We shall grow," said Ann Ray of Holm Mills.'
    )
    document = claimcheck.extract(text)
    brief = brief_document(document)
    assert brief.summary[1].startswith("mostly about Holm Mills")
    assert brief.summary[1].endswith("by 1 other")
    out = io.StringIO()
    write_brief(brief, text, out, WritingOptions())
    (line,) = [line for line in out.getvalue().splitlines() if "We shall grow" in line]
    assert "said by the author" not in line
    assert (
        brief_document(claimcheck.extract("Holm Mills has 412 workers."))
        .summary[1]
        .endswith("all said by the author")
    )


def test_claims_within_others_of_their_sentence_are_not_named_again():
    text = "Holm Mills is the largest mill of the valley, and it has 412 workers."
    brief = brief_document(claimcheck.extract(text))
    out = io.StringIO()
    write_brief(brief, text, out, WritingOptions())
    assert out.getvalue().count("the largest mill of the valley") <= 1


def test_one_claim_is_no_claims():
    out = io.StringIO()
    write_brief(brief_document(claimcheck.extract("Brightcell has 40 shops.")), None, out, WritingOptions())
    assert "1 claim in 1 sentence, " in out.getvalue()
    assert "all said by the author" in out.getvalue()
