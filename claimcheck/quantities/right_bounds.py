"""What bounds or blurs a number from behind: "or more", "+", "-odd"."""

from __future__ import annotations

import re

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import load_comparators


@per_lexicon
def after_phrase() -> re.Pattern[str]:
    """A bound behind a number, as the group `phrase`."""
    words = "|".join(
        sorted(
            (re.escape(p) for p in load_comparators("after") if p not in ("+", "ish")), key=len, reverse=True
        )
    )
    return re.compile(
        rf"(?P<phrase>\+(?!\+)|[ \u00a0-](?:{words})(?![^\W_]|-[a-z])"
        r"(?![ ](?:(?:than|the|a|from)(?![^\W_])|[$€£]?\d))"
        r"(?!(?<=up)[ ]to\b)"
        r"|-?ish(?![^\W_]))"
    )


def after_comparator(phrase: str) -> str:
    """How a phrase behind a number bounds it; empty where it does not."""
    return load_comparators("after").get(phrase.strip(" \u00a0-"), "")
