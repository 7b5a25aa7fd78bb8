"""Technologies in code font, and over lists: each item uses what the line above says, or is used."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def technologies(text):
    return [
        (claim.subject.text, claim.value.relation, claim.value.object)
        for claim in extract(text).claims
        if claim.kind == "technology"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There are two servers that use Django:\n\n- wren-lsp (for beginners)\n- Orvane\n",
            [("wren-lsp", "built_with", "Django"), ("Orvane", "built_with", "Django")],
        ),
        (
            "Projects built with Django:\n\n* Nightowl\n* Zentro – a shop\n",
            [("Nightowl", "built_with", "Django"), ("Zentro", "built_with", "Django")],
        ),
        (
            "Django uses the following libraries:\n\n- Redis\n- `wren-core` for queues\n",
            [("Django", "built_with", "Redis"), ("Django", "built_with", "wren-core")],
        ),
        (
            "Django runs on:\n\n1. Linux\n2. macOS\n",
            [("Django", "runs_on", "Linux"), ("Django", "runs_on", "macOS")],
        ),
        # one item alone, items that are no names, no list below
        ("Django uses the following:\n\n- love\n- care\n", []),
        ("Django uses the following libraries:\n\nSee the page.\n", []),
    ],
)
def test_every_item_of_a_list_has_its_technology(text, expected):
    assert technologies(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We use `wren` to format the code.", [("We", "built_with", "wren")]),
        ("Django uses `wren` for checks.", [("Django", "built_with", "wren")]),
        ("Django is built on top of `wren-core`.", [("Django", "based_on", "wren-core")]),
        # a file, a constant, a word of no font
        ("Django uses `wren.json` for its settings.", []),
        ("Django uses `true` for an empty field.", []),
        ("Django uses care for its checks.", []),
    ],
)
def test_a_word_in_code_font_is_a_technology(text, expected):
    assert technologies(text) == expected
