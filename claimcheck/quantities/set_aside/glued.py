"""Digits that letters glued to them make a year, a decade or a name: "2019a", "1980s", "737s", "1080p"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import load_number_cues
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.quantities.numerals import Numeral
    from claimcheck.quantities.set_aside.names import SetAsideRule

_VIDEO_LINES = frozenset({240, 360, 480, 576, 720, 1080, 1440, 2160, 4320})
_DECADE_BEFORE = re.compile(
    r"(?:(?:the|his|her|their|my|our|your|mid|early|late|low|high|upper|lower|and|to)[ -]|['’])$"
)
_THOUSANDS_BEFORE = re.compile(r"(?<![^\W_])from \d+(?:\.\d+)?k(?: in [^\s]{1,12})? to $")
_LETTERED = WordPattern(
    r"(?:,? ?(?:and|or|to|&|,|/) ?\d{1,2}[a-z](?![^\W_])){0,4} (?:<quantities/lettered>)(?![^\W_])"
)
_CLASSES = frozenset("ABCDEFGH")
"""Letters that classes are counted off by; later ones are of scales and units: "2M seats", "a 12V stage"."""
_MOST_CLASSES = 100
_SCREENS = frozenset({4, 5, 6, 8})
_PENSION_PLAN = 401
_OLDEST = 120


def find_glued_rule(text: str, low: str, numeral: Numeral, letters: re.Match[str]) -> SetAsideRule | None:
    """The rule that sets bare digits with `letters` glued to them aside, if any."""
    word = letters[0]
    lowered = word.lower()
    after = text[letters.end() : letters.end() + 1]
    value = numeral.value
    if lowered == "p" and value in _VIDEO_LINES and not after.isalnum():
        return "resolution"
    if not numeral.is_bare:
        return None
    if (
        len(lowered) == 1
        and lowered in "abcde"
        and 1900 <= value <= 2100
        and word == lowered
        and not after.isalnum()
    ):
        return "year"
    if lowered == "k" and value == _PENSION_PLAN:
        return "name-with-number"
    if lowered == "g" and 2 <= value <= 6 and _network().match(low, letters.end()):
        return "network"
    if word in _CLASSES and value < _MOST_CLASSES and _LETTERED.match(low, letters.end()):
        return "name-with-number"  # "the 3B and 4B scales"
    if value < _MOST_CLASSES and is_line_of_form(text, numeral.start, numeral.end, word):
        return "name-with-number"
    if word == "K" and _THOUSANDS_BEFORE.search(low, max(0, numeral.start - 24), numeral.start):
        return None  # "from 1K to 8K"
    if word == "K" and value in _SCREENS and not _counted().match(low, letters.end()):
        return "resolution"
    if word == "K" and _resolution().match(low, letters.end() - 2):
        return "resolution"
    return None


_LINE_LETTERS = frozenset("abcdefgh")
_SHORT_TIMES = frozenset("dh")
_AROUND_LINE = 300


def is_line_of_form(text: str, start: int, end: int, letter: str) -> bool:
    """Whether digits with a letter glued to them are the name of a line of a form: "line 3b" beside "3a".

    "2d 4h" are days and hours.
    """
    if letter not in _LINE_LETTERS:
        return False
    digits = text[start:end]
    near = text[max(0, start - _AROUND_LINE) : end + _AROUND_LINE]
    others = {found[1] for found in re.finditer(rf"(?<![\w.,$€£-]){digits}([a-h])(?![^\W_])", near)} - {
        letter
    }
    return bool(others if letter not in _SHORT_TIMES else others - _SHORT_TIMES)


def find_plural_rule(low: str, numeral: Numeral) -> SetAsideRule | None:
    """The rule that sets bare digits with an "s" aside: "the 1980s", "in her 30s", "two 747s"."""
    is_century_known = numeral.value >= 1000
    if numeral.value % 10 == 0 and (
        is_century_known or _DECADE_BEFORE.search(low, max(0, numeral.start - 12), numeral.start)
    ):
        return "decade"
    if 1000 <= numeral.value <= 2100:
        return "year"
    return "name-with-number" if numeral.value > _OLDEST else None


@per_lexicon
def _network() -> re.Pattern[str]:
    """After "4g": a word for a network, or the end."""
    words = "|".join(sorted(load_number_cues("network_noun")))
    return re.compile(rf"(?:[ /-](?:{words}|and [2-6]g)(?![^\W_])|[.,;:)]|$)")


@per_lexicon
def _counted() -> re.Pattern[str]:
    """After "4K": something counted or paid, which makes K a thousand."""
    return re.compile(r"[ ](?:[a-z]+[ ])?(?:[a-z]+s|people|followers)(?![^\W_])|\+|/|-\d")


@per_lexicon
def _resolution() -> re.Pattern[str]:
    """4K and 8K as the resolution of a screen."""
    words = "|".join(sorted(load_number_cues("resolution_noun")))
    return re.compile(rf"(?<![\d.,])[48]k(?:[ -](?:{words})|$)")
