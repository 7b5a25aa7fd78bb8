"""Negative amounts as accountants write them: "$(12.3) million", "a margin of (56%)", "(8.1)%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_number_words, load_scales
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.amount import Amount
from claimcheck.quantities.money import read_currency_before
from claimcheck.quantities.numbers import read_digits

if TYPE_CHECKING:
    from claimcheck.quantities.numerals import Numeral

_SCALE = WordPattern(r"[ \u00a0]?(?P<word><common/scale>|mn|bn|m|k|M|B|K)(?![^\W_])")
_PERCENT_BEHIND = re.compile(r"[ ]?%")
_PERCENT = re.compile(r"[ ]?%\)")
# a bracket after a noun or a number adds something; after these it is what is said
_PREDICATE_BEFORE = re.compile(
    r"(?:(?<![^\W_])(?:was|were|is|are|of|at|to|from|and|against|by)[ ]|[|:=][ ]?|^)\($"
)


def read_bracketed(text: str, low: str, start: int) -> Amount | None:
    """The loss that begins with the digits at `start`, right after an opening bracket; None if it is none."""
    numeral = read_digits(text, start)
    if numeral is None or not numeral.value.is_finite():
        return None
    if text[numeral.end : numeral.end + 1] == ")":
        behind = _PERCENT_BEHIND.match(text, numeral.end + 1)
        if behind is not None and text[start - 2 : start - 1] in (" ", "", "\n", "\t", "("):
            return _percent_loss(numeral, numeral.end + 1, behind.end())
        return _read_loss(text, low, numeral)
    percent = _PERCENT.match(text, numeral.end)
    if percent is None or not _PREDICATE_BEFORE.search(low[max(0, start - 12) : start]):
        return None
    return _percent_loss(numeral, numeral.end, percent.end())


def _percent_loss(numeral: Numeral, unit_start: int, end: int) -> Amount:
    amount = _negative(numeral, end)
    amount.kind, amount.unit, amount.found_by = "percent", "percent", "bracketed-loss"
    amount.unit_start, amount.unit_end = unit_start, unit_start + 1
    return amount


def _read_loss(text: str, low: str, numeral: Numeral) -> Amount | None:
    currency = read_currency_before(text, low, numeral.start - 1)
    if currency is None or currency.end != numeral.start - 1:
        return None
    amount = _negative(numeral, numeral.end + 1)
    amount.start = currency.start
    amount.kind, amount.currency, amount.unit = "money", currency.currency, currency.currency.code
    amount.unit_start, amount.unit_end = currency.start, currency.end
    amount.found_by = "bracketed-loss"
    scale = _SCALE.match(text, amount.end)
    if scale is not None:
        word = load_number_words().get(scale["word"])
        amount.value *= load_scales()[scale["word"]].factor if word is None else word.value
        amount.has_scale = True
        amount.end = amount.number_end = scale.end()
    return amount


def _negative(numeral: Numeral, end: int) -> Amount:
    amount = Amount(numeral)
    amount.value, amount.mantissa = -amount.value, -amount.mantissa
    amount.start = amount.number_start = numeral.start - 1
    amount.end = amount.number_end = end
    return amount
