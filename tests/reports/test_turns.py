"""Transcripts: claims behind a name and a colon are those of the speaker."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.names.lists import is_name_in_capitals
from claimcheck.reports.turns import find_turns

HEARING = (
    "MR. HALVORSEN: We sold 40 boats in 2019.\n\nJUSTICE RUD: Did the firm pay for the pier?\n\n"
    "MR. HALVORSEN: The pier cost $5 million.\n\nThe court rose after 30 minutes.\n"
)


def said(text):
    return [(text[start:end], speaker) for start, end, speaker in find_turns(text, ())]


def test_a_form_of_address_before_a_colon_is_a_speaker():
    assert said(HEARING) == [
        ("We sold 40 boats in 2019.", "MR. HALVORSEN"),
        ("Did the firm pay for the pier?", "JUSTICE RUD"),
        ("The pier cost $5 million.", "MR. HALVORSEN"),
    ]


def test_names_of_persons_are_speakers_and_their_last_words_again():
    text = "Ida Lund: It has 40 boats.\nPer Rud: Yes.\nLund: It had 12.\nLund: It will have 50."
    people = [(text.index("Ida Lund"), 8), (text.index("Per Rud"), text.index("Per Rud") + 7)]
    assert [speaker for _, _, speaker in find_turns(text, people)] == ["Ida Lund", "Per Rud", "Lund", "Lund"]
    assert find_turns(text, ()) == ()


def test_whole_names_in_capitals_are_speakers():
    text = "IDA LUND: It has 40 boats.\n\nPETER HALL: It had 12.\n\nIDA LUND: It will have 50."
    assert [speaker for _, _, speaker in find_turns(text, (), is_name_in_capitals)] == [
        "IDA LUND",
        "PETER HALL",
        "IDA LUND",
    ]
    fields = text.replace("IDA LUND", "GRANT AMOUNT").replace("PETER HALL", "MARK SCHEME")
    assert find_turns(fields, (), is_name_in_capitals) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Release Date: May 2019\nBox Office: $5 million\nRelease Date: June 2020\nBox Office: $7 million\n",
        "MR. HALVORSEN: We sold 40 boats.\n\nJUSTICE RUD: In 2019.\n",
        "Dr. Lund: chair\nMr. Rud: treasurer\nMs. Aas: member\n",
        "Dr. Lund: 5 goals\nMr. Rud: 3 goals\nDr. Lund: 2 assists\n",
    ],
    ids=["fields", "two turns", "nobody twice", "a table of figures"],
)
def test_other_lines_with_a_colon_are_no_turns(text):
    assert find_turns(text, ()) == ()


@pytest.mark.model
def test_claims_of_a_turn_are_attributed_to_its_speaker():
    claims = extract(HEARING).claims
    assert {(c.text, c.attribution and (c.attribution.source, c.attribution.cue)) for c in claims} >= {
        ("40 boats", ("MR. HALVORSEN", ":")),
        ("$5 million", ("MR. HALVORSEN", ":")),
        ("30 minutes", None),
    }
