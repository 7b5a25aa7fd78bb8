"""Titles that a numeral opens and that look like a measure: "Seven Years’ War", "3000 Miles to Graceland"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_unit_words
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.quantities.numerals import Numeral

_LETTERS = re.compile(r"[^\W\d_]+")
_TITLED_SPAN = re.compile(r"[- ][A-Z][a-z]+[’']? (?=[A-Z])|-[A-Z][a-z]+[’']? (?=[A-Z])")
"""Behind a capital number: "Seven Years’ War", "Six-Day War"."""
_TITLED_UNIT = WordPattern(r" (?P<unit>(?:<quantities/titled_unit>)) (?=[a-z]{1,4} [A-Z]|[A-Z])")
_SMALL_BEFORE = re.compile(r"(?:(?<![^\W_])[a-z]{2,}|[a-z],) $")
"""Before "3000 Miles to Graceland" in a sentence whose other words are small, so that it is a title."""


def end_of_title(text: str, numeral: Numeral) -> int:
    """End of the title that a numeral opens; 0 where it opens none."""
    if text[numeral.start].isupper() and _TITLED_SPAN.match(text, numeral.end):
        after = _LETTERS.match(text, numeral.end + 1)
        if after is not None and after[0].lower() in load_unit_words():
            return after.end()
    titled = _TITLED_UNIT.match(text, numeral.end) if text[numeral.start].isdigit() else None
    if titled is not None and _SMALL_BEFORE.search(text, max(0, numeral.start - 24), numeral.start):
        return titled.end("unit")
    return 0
