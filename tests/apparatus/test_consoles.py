"""What is typed at a prompt and printed there holds no claims; replies, quotations and dashes do."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.apparatus.consoles import find_consoles, find_options

SESSION = """We weigh the fish of two lakes.

> lakes <- read.table("lakes.txt")
> plot(lakes)
> test(lakes, rounds = 99)

Rounds done: 99
Alternative: larger
Name Seen P
1 trout -0.2 0.14
2 perch 0.31 0.88

The trout of 40 nets were heavier than those of the other lake.
"""


def test_what_is_typed_and_printed_holds_no_claims():
    found = [claim.text for claim in extract(SESSION, kinds=["count"]).claims]
    assert found == ["two lakes", "40 nets"]


@pytest.mark.parametrize(
    "text",
    [
        "> He wrote (in May) that 30 boats sank.\n> And 20 men drowned (see below).\n> They met at noon.\n> Yes.",
        "> plot(lakes)\n\nIt draws 12 points.",
        "A > B and C > D.\nThe index (x) is > 30 in 4 towns.",
    ],
)
def test_replies_and_a_single_line_are_no_console(text):
    assert not list(find_consoles(text))


def test_a_sentence_ends_what_is_printed():
    text = "> load(a)\n> sort(a)\n> show(a)\n[1] 0.5\nThe boat has carried 40 people to the island."
    assert [text[start:end].rstrip().endswith("0.5") for start, end in find_consoles(text)] == [True] * 3


def test_short_sentences_behind_a_session_are_read():
    typed = "> load(a)\n> sort(a)\n> show(a)\n\n"
    text = f"{typed}In 2014, 40 drowned.\n\n$40 million was lost.\n\nStaff: 300\n"
    assert {claim.text for claim in extract(text, kinds=["date", "money"]).claims} >= {
        "In 2014",
        "$40 million",
    }


def test_quoted_lines_that_end_in_a_bracket_are_read():
    text = (
        "> Orbit raised 40 million euros (in May)\n\n> Lyon has 522,000 people (2019)\n\n> It is old (1901)\n"
    )
    assert not list(find_consoles(text))


def test_options_of_commands():
    text = 'Run "grind --first-pass" or "grind --no-dust" at the mill.'
    assert [text[start:end] for start, end in find_options(text)] == ["--first-pass", "--no-dust"]
    assert not extract(f"{text} It stops.", kinds=["ranking"]).claims


@pytest.mark.parametrize(
    "text",
    [
        "The mill --first in the county-- closed in May.",
        "He came -- second of all -- and left.",
        "The show --first seen in 1999 --has 3 million viewers --more than any other.",
        "The boat--third of its class--sank, and the barge--fourth of its class--did not.",
    ],
)
def test_dashes_are_no_options(text):
    assert not list(find_options(text))
