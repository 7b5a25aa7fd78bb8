"""What a symbol means in its passage: an A is an ampere beside currents, a p is a penny beside prices.

A letter glued to digits is a label as often as a unit ("gate 18A", "4K", "Form 20-F"). It is a unit only
where a word of its field stands near, or a number that shows the field beyond doubt ("230 V", "£3").
"""

from __future__ import annotations

import re

from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.cue_words import context_words

_REACH = 160
_FIELDS = {
    "A": "electric_context",
    "T": "magnet_context",
    "K": "heat_context",
    "B": "data_context",
    "b": "data_context",
    "C": "heat_context",
    "F": "heat_context",
    "N": "force_context",
}
_SCALES_APART = frozenset("B")
"""Symbols that stand for a billion behind a blank, too: "1.5 B in assets"."""
_SIGNS = {
    "A": re.compile(r"\d ?(?:k?V|kW|mA|W|Ah|kA)(?![^\W_])"),
    "T": re.compile(r"\d[ -]?(?:mT|MHz|tesla)(?![^\W_])"),
    "K": re.compile(r"°|\d ?(?:mK|K|eV|GPa|Pa|W)(?![^\W_])"),
    "B": re.compile(r"\d ?[kKMGT]i?B(?![^\W_])"),
    "b": re.compile(r"\d ?[kKMGT]i?b(?![^\W_])"),
    "C": re.compile(r"°|\d ?[CF](?![^\W_])"),
    "F": re.compile(r"°|\d ?[CF](?![^\W_])"),
    "N": re.compile(r"\d ?(?:[kmM]?N|kg|[kM]?Pa|J|[ ·⋅*./-]{0,2}c?m)(?![^\W_])"),
}


def is_heat_near(low: str, start: int, end: int) -> bool:
    """Whether words of temperature stand near the offsets."""
    return _is_near("temperature_word", low, start, end)


def is_capacitance_near(low: str, start: int, end: int) -> bool:
    """Whether capacitors are spoken of near the offsets, whose F is a farad."""
    return _is_near("farad_context", low, start, end)


def _is_near(role: str, low: str, start: int, end: int, reach: int = _REACH) -> bool:
    """Whether words of a field stand so near the offsets."""
    return context_words(role).search(low, max(0, start - reach), end + reach) is not None


_CLAUSE = 60
_PASSAGE = 240
_FAR = 400


def unit_of_nm(low: str, start: int, end: int, *, is_capital: bool) -> str | None:
    """The unit that "nm" stands for: nautical miles where ships or aircraft are spoken of.

    None where the words of both fields stand equally near, or only words of the sea that have other senses
    ("port", "islands"). Capitals are no nanometres anywhere.
    """
    is_hinted = False
    for reach in (_CLAUSE, _PASSAGE):
        at_sea = _is_near("sea_context", low, start, end, reach)
        of_light = _is_near("light_context", low, start, end, reach)
        if at_sea and (is_capital or not of_light):
            return "nautical_mile"
        if at_sea or of_light:
            return None if at_sea or is_capital else "nanometer"
        is_hinted = is_hinted or _is_near("sea_hint", low, start, end, reach)
    if is_capital:
        return "nautical_mile" if is_hinted else None
    return None if is_hinted else "nanometer"


_PENCE_SIGN = re.compile(r"£|\d ?p(?![^\W_])")
_CENTS_SIGN = re.compile(r"[$€]|\d ?c(?![^\W_])")


_STAR = re.compile(r"\d[-+−–]\d{4}$")
"""A star by its place in the sky, before its planet: "2MASS 1155-7919 b"."""


def is_unit_here(
    text: str, low: str, symbol: str, start: int, end: int, *, is_attached: bool, hyphen: bool
) -> bool:
    """Whether a one-letter symbol between the offsets is a unit in its passage."""
    role = _FIELDS.get(symbol)
    if role is None:
        return True
    if hyphen:
        return bool(context_words(role).search(low, max(0, start - _REACH), end + _REACH)) and symbol != "K"
    is_planet = symbol == "b" and _STAR.search(text, max(0, start - 6), start) is not None
    if not is_attached and symbol not in _SCALES_APART and not is_planet:
        return True
    if context_words(role).search(low, max(0, start - _REACH), end + _REACH):
        return True
    around = text[max(0, start - _REACH) : start] + " " + text[end : end + _REACH]
    return bool(_SIGNS[symbol].search(around))


def is_small_coin_here(text: str, low: str, letter: str, start: int, end: int) -> bool:
    """Whether a "p" or "c" glued to digits is pence or cents: prices are spoken of near by."""
    role, sign = ("pence_context", _PENCE_SIGN) if letter == "p" else ("cents_context", _CENTS_SIGN)
    if context_words(role).search(low, max(0, start - _REACH), end + _REACH):
        return True
    around = text[max(0, start - _REACH) : start] + " " + text[end : end + _REACH]
    return bool(sign.search(around)) or not around.strip(" 0123456789.,")


_RELEASE = WordPattern(r"[3-8](?:\.\d{1,2}){0,2}(?![\d,]|\.\d|[ ]?(?:<common/scale>|bn|mn|[mk])(?![^\W_]))")
_CENTAVOS = re.compile(r"\d\.\d\d(?!\.?\d)")


def is_release_of_php(text: str, low: str, start: int) -> bool:
    """Whether "PHP" before the digits at `start` is the language and they its release, and no pesos.

    A release has one figure behind the point. Where pesos or prices are spoken of and no software is, it
    is money.
    """
    if _RELEASE.match(text, start) is None or _CENTAVOS.match(text, start):
        return False
    if _is_near("php_context", low, start, start):
        return True
    is_of_pesos = _is_near("peso_context", low, start, start)
    return not (is_of_pesos or _is_near("money_context", low, start, start, _CLAUSE))


_SMALL_RATIO = re.compile(
    r"\d(?:\.\d{1,2})?(?![\d,]|\.\d|[ ]?(?:million|billion|crore|lakh|bn|cr)(?![^\W_]))"
)


def is_clotting_ratio(text: str, low: str, start: int) -> bool:
    """Whether "INR" before the digits at `start` is the ratio of clotting times, and no rupees."""
    if _SMALL_RATIO.match(text, start) is None:
        return False
    return _is_near("clotting_context", low, start, start, _FAR)


def is_mark_here(low: str, start: int, end: int) -> bool:
    """Whether "KM" after digits is the Bosnian convertible mark: the country and money are spoken of."""
    if _is_near("way_context", low, start, end, _CLAUSE):
        return False
    is_in_country = _is_near("bosnian_context", low, start, end, _FAR)
    return is_in_country and _is_near("money_context", low, start, end, _CLAUSE)


_RAND_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,]*\w)")
_RAND_SCALE = WordPattern(r"\d[\d,.]{0,12}[ ]?(?:<common/scale>|bn|m|mn|k)(?![^\W_])")


def is_rand_here(text: str, low: str, start: int) -> bool:
    """Whether an "R" glued to the digits at `start` is the South African rand, and not part of a name."""
    if text[start - 2 : start - 1].isalnum():
        return False
    if _RAND_SCALE.match(text, start):
        return True
    if _RAND_GROUPED.match(text, start) and _is_near("money_context", low, start, start, _CLAUSE):
        return True  # "fees of R78,400"
    passage = low[max(0, start - 400) : start + 400]
    is_near = context_words("rand_context").search(passage) or "south africa" in passage
    return bool(is_near and context_words("money_context").search(low, max(0, start - 60), start + 60))
