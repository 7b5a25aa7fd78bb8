"""Formulas that stand apart: paragraphs of signs and single letters, "f1 / N − 1 N (27)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

MAX_FORMULA_CHARS = 400
_PARAGRAPH = re.compile(r"(?:\A|(?<=\n\n))[^\n]+(?:\n[^\n]+)*")
_OPERATOR = re.compile(r"[=−+×∑∏√≤≥≈∈∝∫∂]")
_SIGN = re.compile(f"{_OPERATOR.pattern}|[α-ωΓΔΘΛΞΠΣΦΨΩ](?![^\\W\\d_])")
"""An operator, or a Greek letter that begins no word: a part of a formula that was set in pieces."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_LETTER = re.compile(r"[^\W\d_]")
_FUNCTIONS = frozenset(
    ["exp", "log", "max", "min", "sin", "cos", "tan", "lim", "sup", "inf", "arg", "det", "var", "cov"]
)
_JOINTS = WordSet("formulas/joining")


def find_formulas(text: str) -> Iterator[Span]:
    """Paragraphs with letters and operators, whose only words are names of functions or join formulas."""
    if not _OPERATOR.search(text):
        return
    for paragraph in _PARAGRAPH.finditer(text):
        if paragraph.end() - paragraph.start() > MAX_FORMULA_CHARS or not _SIGN.search(paragraph[0]):
            continue
        words = {word.lower() for word in _WORD.findall(paragraph[0])}
        if _LETTER.search(paragraph[0]) and words <= _FUNCTIONS | _JOINTS.words():
            yield paragraph.span()
