"""Lines that say whose a page is, since when, and which part of a list it shows; and facts that look like them."""

from __future__ import annotations

import pytest

from claimcheck.apparatus.credit_lines import find_credit_lines
from claimcheck.article import Table

SENTENCE = "The harbour handled 340 ships in 2019, and it took 12 pilots to do so."


def credit_lines(text):
    return [text[start:end] for start, end in find_credit_lines(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Posted by: Ann Holm Oslo CPA, 27 Sep 2011 | 18:53",
        "First published on Thu 4 May 2019 10.00 BST",
        "Updated at 3:04 PM EDT, Mon May 4, 2020",
        "Ann Holm | May 4, 2019 | 3 min read",
        "Blog entry by Ann Holm | 17 January, 2017 1 comment",
        "Showing 1 - 5 of 218 results.",
        "1-5 of 218",
        "Source: PM | Duration: 3min 13sec",
        "Lindvik Post writers Tom Dahl and Ann Holm contributed to this story.",
        "This article was amended on 27 November 2026 to say that the pier is 61 years old, not 71.",
        "Correction: this story has been updated. The pier is 61 years old.",
        "A correction was made on Nov. 28, 2026: the pier is 61 years old, not 71.",
        "An earlier version of this post misstated the age of the pier. It is 61.",
        "A version of this column appears in print on Nov. 28, 2026, Section B, Page 14.",
        "Ann Holm is a harbour reporter with 12 years at the Post. Follow her on Twitter @annholm",
        f"Lindvik Post writers {', '.join(['Tom Dahl', 'Ida Rud', 'Per Lund'] * 4)} contributed to this story.",
    ],
)
def test_credits_are_found(line):
    assert credit_lines(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE,
        "Published by Reed in 1999",
        "Written in 2004",
        "Updated rules took effect on 4 May 2019.",
        "The 12 firms contributed $3 million to this fund.",
        "Five of 218 ships",
        "Orbit | 48.30 | 143k",
        "This page of the ledger was torn in 1890, and 12 others were lost.",
        "This post was created in 1951 and has had 9 holders.",
        "An earlier version of this engine gave 90 horsepower.",
        "A correction of 4% was made to the figures of 2019.",
        "The correction was made on 4 May 2019, and the price fell 3%.",
        "Some 40 gulls follow us on every trip of the ferry.",
        "More than 12,000 people follow her on Instagram, and 3,000 buy what she wears.",
    ],
)
def test_facts_are_no_credits(line):
    assert credit_lines(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}") == []


def test_rows_of_tables_are_no_credits():
    row = "Oslo | 10:30 | 3 stops"
    assert credit_lines(row) == [row]
    assert list(find_credit_lines(row, [Table(0, len(row), ())])) == []
