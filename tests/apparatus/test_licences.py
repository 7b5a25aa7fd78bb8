"""Licences that a document carries with it hold no claims; what stands around them does."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.apparatus.licences import find_licences
from claimcheck.lexicons import load_rows

TERMS = (
    "The purpose of this License is to keep the plans of the pier free. It was written in 1999.\n\n"
    "You may copy the plans under this License, provided that you give 5 copies to the harbour office and that "
    "the license notice stays in all of them.\n\n"
    "The office may publish new versions of this License. Each has a number of 2 digits."
)
DISCLAIMER = (
    "THE PLANS ARE PROVIDED BY THE HARBOUR OFFICE WITHOUT ANY WARRANTY OF ANY KIND, AND THE OFFICE IS NOT LIABLE "
    "FOR MORE THAN 40 BOATS."
)


@pytest.mark.parametrize("row", load_rows("en/licence_openings.csv"), ids=lambda row: row["line"])
def test_the_lines_that_a_licence_begins_with(row):
    text = f"The Pier License\n\n{row['example']}\n\n{TERMS}\n"
    ((start, end),) = find_licences(text)
    assert text[start:].lstrip().startswith(row["example"])
    assert text[:end].rstrip().endswith("2 digits.")


def test_whose_a_licence_is_may_stand_before_its_first_line():
    first = next(row["example"] for row in load_rows("en/licence_openings.csv") if "verbatim" in row["line"])
    text = f"Appendix B\n\nCopyright © 2001, 2004 Pier Foundation. {first}\n\n{TERMS}\n"
    ((start, _),) = find_licences(text)
    assert text[start:].startswith("Copyright")
    assert not list(find_licences(text.replace("Copyright ©", "Printed in")))


def test_what_stands_behind_a_licence_is_read_again():
    behind = "The mill is old. " * 200 + "It has 12 wheels, and a license to grind."
    text = f"The Pier License\n\nPREAMBLE\n\n{TERMS}\n\n{behind}\n"
    ((_, end),) = find_licences(text)
    assert text[:end].rstrip().endswith("2 digits.")


@pytest.mark.parametrize(
    "text",
    [
        f"The Pier Rules\n\nPREAMBLE\n\n{TERMS.replace('License', 'Text').replace('license', 'text')}",
        f"The Pier License\n\nPreamble to the new law of the harbour was written by the mayor in 1999.\n\n{TERMS}",
        (
            "The Pier License\n\nTERMS AND CONDITIONS\n\nThe yard sold a license for $40. In 2019 it sold 30 licenses. A "
            "licensee pays 5% a year, and license income rose 12%. The licensor has 40 boats."
        ),
        "The Pier License\n\nPREAMBLE\n\nThe license was signed in 1999 by 5 mayors.",
    ],
)
def test_what_only_looks_like_a_licence(text):
    assert list(find_licences(text)) == []


@pytest.mark.parametrize("word", ["WARRANTY", "ASSURANCES", "DAMAGES", "CONFIDENTIAL"])
def test_words_of_disclaimers(word):
    words = DISCLAIMER.replace("WARRANTY", word).replace("LIABLE", "THERE")
    assert list(find_licences(f"The pier has 40 boats.\n\n{words}\n\nIt is old.\n"))
    assert not list(
        find_licences(f"The pier has 40 boats.\n\n{words.replace(word, 'STORMS')}\n\nIt is old.\n")
    )


def test_disclaimers_are_set_in_capitals():
    text = f"The pier has 40 boats.\n\n{DISCLAIMER}\n\nIt is old.\n"
    ((start, end),) = find_licences(text)
    assert text[start:end].strip() == DISCLAIMER
    assert list(find_licences(text.replace(DISCLAIMER, DISCLAIMER.capitalize()))) == []
    assert (
        list(
            find_licences(
                "NO WARRANTY\n\nTHE PIER HAS 40 BOATS, AND THE OFFICE OWNS EVERY ONE OF THEM SINCE 1999."
            )
        )
        == []
    )


@pytest.mark.model
def test_a_licence_holds_no_claims():
    text = f"The pier has 40 boats.\n\nThe Pier License\n\n0. PREAMBLE\n\n{TERMS}\n\n{DISCLAIMER}\n"
    assert [claim.text for claim in extract(text).claims] == ["40 boats"]
