"""The level of an interval, which states nothing of the thing that is measured: "95% CI"."""

from __future__ import annotations

import re

_LEVEL = re.compile(
    r"\s?(?:%|percent|per\s+cent)[\s-]*(?:C\.?I\.?s?|CrI|confidence|credib(?:le|ility)|prediction\s+intervals?|uncertainty\s+intervals?"
    r"|UI)\b"
)


def find_interval_level(text: str, number_end: int, end: int | None = None) -> re.Match[str] | None:
    """What makes a percentage the level of an interval, right behind its number."""
    return _LEVEL.match(text, number_end, len(text) if end is None else end)
