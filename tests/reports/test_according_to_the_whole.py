"""What ", according to X" behind a sentence is said of: all before it, also where a parser hangs it lower."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Tarn Foods became a partnership in 1992, eventually moving to Leeds, according to Ida Moe.",
            "Tarn Foods became a partnership in 1992, eventually moving to Leeds",
        ),
        (
            "A storm broke the dam, leading to 40 fires, according to Ida Moe.",
            "A storm broke the dam, leading to 40 fires",
        ),
        (
            "The firm agreed to pay $40 million, according to Ida Moe.",
            "The firm agreed to pay $40 million",
        ),
        (
            "Rents rose by 3% after wages fell by 4%, according to Ida Moe.",
            "Rents rose by 3% after wages fell by 4%",
        ),
        # a contrast is of its own
        (
            "Rents rose by 3%, while wages fell by 4%, according to Ida Moe.",
            "while wages fell by 4%",
        ),
    ],
)
def test_the_content_is_the_whole_clause(text, content):
    assert [c.text for c in extract(text).claims if c.kind == "quote"] == [content]
