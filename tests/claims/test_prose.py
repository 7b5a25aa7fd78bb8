"""Passages that are no prose hold no claims: code, formulas, listings of rows, what a program printed."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.claims.prose import is_prose

NO_PROSE = [
    "ARNE HOLT 12.044.381 20-12044381-4 03/02/2014 CASH $ 4.000,00 BEA LUND 11.902.118 27-11902118-1",
    "depth 0 shallow 12 middling 40 deep 90 very deep 200 bottomless 600 unknown 999",
    "harbour | 4.12.1-3+pier2 | stable | source, amd64, arm64, armel, i386 | harbour-tools | 2 pages",
    "if (boats_left < 12) { open_gate(3); } else { close_gate(); }",
    "void pier_count_init (struct pier 256 ctx *ctx, size_t length)",
    "k=0 mk,n · x (K−1−k) B",
    "4 WORD32 FIRST_BOAT_OFFSET",
    "ERROR gate.c:2505 (open_gate): Assertion `boats == 40' failed.",
]
PROSE = [
    "The function open_gate() takes 3 arguments and returns the number of boats.",
    "Harbour Group revenue $94.9 billion, operating income $29.6 billion, net income $21.4 billion",
    "PierLM2.5-7B-Chat and PierLM2.5-20B-Chat checkpoints are updated.",
    "Weights: trade 61.5%; mines 20.4%; building 14.0%; farms 4.1%",
    "Built with: Python, Django, PostgreSQL, Redis, Celery, Docker, Kubernetes, Terraform, nginx, React, Go",
    "Norway won 14 gold, 8 silver and 11 bronze medals.",
    "It cost $7 million.",
    "Requires Python >= 3.10.",
    "- Dependencies: NumPy>=1.2, SciPy",
    "Boats 40",
    "We run it on /srv/pier and on port 8080 of the host.",
]


@pytest.mark.parametrize("passage", NO_PROSE)
def test_what_is_no_prose(passage):
    assert not is_prose(passage)


@pytest.mark.parametrize("passage", PROSE)
def test_what_is_prose(passage):
    assert is_prose(passage)


def test_around_a_listing_prose_holds_its_claims():
    listing = "thin weight 0 light weight 50 book weight 75 bold weight 200 heavy weight 210"
    text = f"The set has 5 weights.\n\n{listing}\n\nIt was drawn in 1998."
    assert [claim.text for claim in extract(text).claims] == ["5 weights", "was drawn in 1998"]
    assert len(extract(text, without=["any/no-prose"]).claims) > 2


def test_of_a_long_sentence_the_words_around_a_claim_decide():
    listing = "HOLT ARNE 12.044.381 20-12044381-4 03/02/2014 CASH $ 4.000,00 " * 20
    assert extract(listing).claims == ()
    text = "The harbour, which was built in 1903, " + "and the old mill behind it, with its two wheels, " * 12
    assert extract(text + "cost $7 million.").claims


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("12% 14%", 0),
        ("11 ft 4 in (3.45 m) 2,210 lb* (1 002 kg)*", 0),
        ("$4.2 million", 0),
        ("40 boats 12 mills", 2),
        ("Cost: $4.2 million", 1),
        ("14% fewer boats 12% more mills", 2),
    ],
)
def test_amounts_of_nothing_among_amounts_alone_are_no_claims(line, count):
    text = f"The pier is old.\n\n{line}\n\nIt stands in the sound."
    assert len(extract(text).claims) == count
