"""Lines that say what a text is about: under a title, behind one, or in its place."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A fast job queue for Python\n\nKestrel runs jobs in threads.",
            [("Kestrel", "fast job queue for Python")],
        ),
        (
            "*An open source multi-tool for exploring birds*\n\nKestrel has 40 users.",
            [("Kestrel", "open source multi-tool for exploring birds")],
        ),
        (
            "A Rust library that validates mail, and a command\n\n- small\n\nKestrel works with 4 hosts.",
            [("Kestrel", "Rust library that validates mail, and a command")],
        ),
        (
            "# Kestrel\n\nPython API and shell utilities to monitor queues\n\nIt has 40 users.",
            [("Kestrel", "Python API and shell utilities to monitor queues")],
        ),
        (
            "Kestrel - an awesome, small and typed job queue for Python\n\nIt has 40 users.",
            [("Kestrel", "awesome, small and typed job queue for Python")],
        ),
        (
            "Whistle: The fastest job queue for Python\n\nwhistle has 40 users.",
            [("Whistle", "fastest job queue for Python")],
        ),
        (
            "# Overview\n\nA fast job queue, written in Rust.\n\nWhistle has 40 users.",
            [],
        ),
        ("# Release notes\n\nA typed queue for Python, in four parts.\n\nIt has 40 users.", []),
        (
            "# kestrel-queue\n\nA typed queue for Python, in four parts.\n\nIt has 40 users.",
            [("kestrel-queue", "typed queue for Python, in four parts")],
        ),
        # titles of articles, headlines, what names nothing that follows
        ("Kestrel Model Card\n\nKestrel was updated in May.", []),
        ("Kestrel: Making Queues Across Time and Scale\n\nKestrel has 40 users.", []),
        ("Mayor opens new bridge over the river\n\nKestrel built it.", []),
        ("A new bridge for Leeds\n\nLeeds has 40 bridges.", []),
        ("Interview: A new model for schools\n\nThe interview was held in May.", []),
        ("Whistle: fast and easy queues\n\nwhistle has 40 users.", []),
    ],
)
def test_taglines_say_what_the_subject_of_a_text_is(text, expected):
    found = [claim for claim in extract(text).claims if claim.kind == "definition"]
    assert [(claim.subject.text, claim.value.category) for claim in found] == expected


def test_a_participle_behind_a_comma_is_of_the_line_and_not_of_its_last_noun():
    text = "# Kestrel\n\nA typed queue for Python, written in Rust.\n\nIt has 40 users."
    (claim,) = (claim for claim in extract(text).claims if claim.kind == "technology")
    assert claim.subject.text == "A typed queue"
