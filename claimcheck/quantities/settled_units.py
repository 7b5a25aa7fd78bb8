"""Units that the text around an amount settles: the scale of bare degrees, the currency of bare cents."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.quantities.finding import Quantity

_CENT_CURRENCIES = frozenset({"AUD", "CAD", "EUR", "HKD", "NZD", "SGD", "USD", "ZAR"})


_DEGREE_SCALES = frozenset({"degree_celsius", "degree_fahrenheit"})
_CONVERTED = len(" or (")
_NEAR_SCALE = 300  # characters: within the paragraph, as a rule


def with_scale_of_degrees(quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with bare degrees of heat on the scale that is named nearest to them."""
    named = [q for q in quantities if q.unit in _DEGREE_SCALES]
    for first, second in pairwise(named[:]):
        if second.start - first.end <= _CONVERTED and second.unit != first.unit:
            named.remove(second)  # "at 180 °C (350 °F)" goes on in Celsius
    if not named:
        return quantities
    return [_on_scale(q, named) if q.unit == "degree" else q for q in quantities]


def _on_scale(quantity: Quantity, named: list[Quantity]) -> Quantity:
    nearest = min(named, key=lambda other: abs(other.start - quantity.start))
    is_near = abs(nearest.start - quantity.start) <= _NEAR_SCALE
    if quantity.quality != "temperature" or not is_near:
        return quantity
    return replace(quantity, unit=nearest.unit, si_value=None, si_unit=None)


_TO_A_PRICE = re.compile(r"(?:[^.;:!?\n]|\.(?=\d)){0,32}?\b(?:at|to)\s+")


def _is_price_of_cents(text: str, cents: Quantity, after: Quantity) -> bool:
    """Whether the next amount is the price that the cents led to: "up 3 cents at €1.20"."""
    if after.kind != "money" or after.unit not in _CENT_CURRENCIES or after.currency_name == "cent":
        return False
    return _TO_A_PRICE.fullmatch(text, cents.end, after.start) is not None


def with_currency_of_cents(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with bare cents in the currency that was last named; it stays an assumption."""
    named: str | None = None
    named_end = 0
    for index, quantity in enumerate(quantities):
        if quantity.kind != "money":
            continue
        if quantity.currency_assumed and quantity.currency_name == "cent":
            after = next((q for q in quantities[index + 1 :] if q.kind != "percent"), None)
            if after is not None and _is_price_of_cents(text, quantity, after):
                named = after.unit  # "4.25 cents lower at $4.06"
            elif _SENTENCE_END.search(text, named_end, quantity.start):
                named = _named_behind(text, quantities[index + 1 :], quantity) or named
            if named is not None and named != quantity.unit:
                quantities[index] = replace(quantity, unit=named)
        elif quantity.unit in _CENT_CURRENCIES:
            named, named_end = quantity.unit, quantity.end
    return quantities


_SENTENCE_END = re.compile(r"[.!?]\s")


def _named_behind(text: str, behind: list[Quantity], cents: Quantity) -> str | None:
    """The currency of the next sum of the sentence: "418 cents a bushel, and soybeans slid below $10"."""
    for other in behind:
        if _SENTENCE_END.search(text, cents.end, other.start):
            return None
        if other.kind == "money" and other.unit in _CENT_CURRENCIES and other.currency_name != "cent":
            return other.unit
    return None
