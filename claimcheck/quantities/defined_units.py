"""Abbreviations that a text gives to a scaled unit: "45 million tonnes (mt)", then "21 mt".

The same letters mean another thing elsewhere ("mt" is also a metric ton, "kt" a knot), so what the text says
of them goes before what the lexicon knows. Only figures after the definition are read by it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import localcontext
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_number_words, load_unit_words
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.numerals import EXACT, is_sane

if TYPE_CHECKING:
    from decimal import Decimal

    from claimcheck.lexicons.quantities import Unit
    from claimcheck.quantities.finding import Quantity

_DEFINITION = WordPattern(
    r"\b(?P<scale><common/scale>)[ \u00a0](?P<unit>[a-z]+(?: [a-z]+)?)"
    r" \((?P<symbol>[A-Za-z]{1,6}[23³²]?)\)"
)
_OWN_SCALE = re.compile(r"(?:thousand|(?:m|b|tr)illion|\d ?[kKmMbBtT]n?)(?![^\W_])")


def with_defined_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with the units that `text` itself defines before them."""
    if not any(mark in text for mark in ("sand ", "lion ")):
        return quantities
    defined: dict[str, tuple[int, Decimal, Unit]] = {}
    for found in _DEFINITION.finditer(text):
        unit, scale = load_unit_words().get(found["unit"]), load_number_words()[found["scale"]].value
        if unit is not None and scale is not None:
            defined.setdefault(found["symbol"], (found.end(), scale, unit))
    if not defined:
        return quantities
    return [_as_defined(text, quantity, defined) for quantity in quantities]


def _as_defined(text: str, quantity: Quantity, defined: dict[str, tuple[int, Decimal, Unit]]) -> Quantity:
    is_unread = quantity.kind == "count"  # letters that the lexicon does not know are read as a counted noun
    known = defined.get((quantity.of if is_unread else quantity.unit_text) or "")
    if known is None or quantity.kind not in ("measure", "count") or quantity.number_start < known[0]:
        return quantity
    _, scale, unit = known
    numeral = text[quantity.number_start : quantity.number_end]
    if quantity.sides is not None or _OWN_SCALE.search(numeral):
        return quantity  # "45 million mt" gives the scale itself
    if quantity.unit != unit.name and _is_scaled_unit(quantity, scale, unit):
        return quantity
    with localcontext(EXACT):
        number, low, high, raw, tolerance = (
            None if value is None else value * scale
            for value in (quantity.number, quantity.low, quantity.high, quantity.raw, quantity.tolerance)
        )
        si_value = None
        if number is not None and unit.si_factor is not None:
            si_value = number * unit.si_factor + unit.si_offset
    if not all(value is None or is_sane(value) for value in (number, low, high, si_value)):
        return quantity
    return replace(
        quantity,
        kind="measure",
        of=None,
        of_start=None,
        of_end=None,
        number=number,
        low=low,
        high=high,
        raw=raw,
        tolerance=tolerance,
        unit=unit.name,
        unit_text=quantity.unit_text or quantity.of,
        quality=unit.quality,
        si_value=si_value,
        si_unit=None if si_value is None else unit.si_unit,
        found_by="unit" if quantity.kind == "count" else quantity.found_by,
    )


def _is_scaled_unit(quantity: Quantity, scale: Decimal, unit: Unit) -> bool:
    """Whether the lexicon reads the letters as the defined amount already: "Mt" as megatonne."""
    if quantity.number is None or quantity.si_value is None or unit.si_factor is None:
        return False
    return quantity.si_unit == unit.si_unit and quantity.si_value == quantity.number * scale * unit.si_factor
