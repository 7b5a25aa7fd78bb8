"""What a reader knows of the numbers of a text that the text does not say: currency, decimal mark, units.

A hint decides what would otherwise be assumed or left out; it never goes against what is written ("US$").
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import localcontext
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_currency_codes, load_units
from claimcheck.quantities.numerals import EXACT

if TYPE_CHECKING:
    from claimcheck.article import NumberHints
    from claimcheck.quantities.finding import Quantity

_MARK = re.compile(r"(?<=\d)[.,](?=\d)|(?<!\d)[,](?=\d)")
_SWAPPED = {".": ",", ",": "."}

# the customary units that differ between the systems
_UNITS = {
    "us": {},
    "imperial": {
        "gallon": "imperial_gallon",
        "pint": "imperial_pint",
        "quart": "imperial_quart",
        "fluid_ounce": "imperial_fluid_ounce",
        "ton": "long_ton",
        "mile_per_gallon": "mile_per_imperial_gallon",
    },
    "metric": {"ton": "tonne"},
}


def with_english_marks(text: str) -> str:
    """The text with points and commas inside numbers changed over; of the same length.

    >>> with_english_marks("1.234,5 km")
    '1,234.5 km'
    """
    return _MARK.sub(lambda mark: _SWAPPED[mark[0]], text)


def apply_hints(quantities: list[Quantity], text: str, hints: NumberHints) -> list[Quantity]:
    """The quantities with assumed currencies and units of several sizes as the hints say."""
    if hints.decimal == "comma":
        quantities = [_in_words_of(quantity, text) for quantity in quantities]
    if hints.currency is not None:
        quantities = [_with_currency(quantity, hints.currency) for quantity in quantities]
    if hints.unit_system is not None:
        names = _UNITS[hints.unit_system]
        quantities = [_with_unit(quantity, names.get(quantity.unit or "")) for quantity in quantities]
    return quantities


def _in_words_of(quantity: Quantity, text: str) -> Quantity:
    """The quantity with its words as the text has them."""
    of = quantity.of
    if quantity.of_start is not None and quantity.of_end is not None:
        of = text[quantity.of_start : quantity.of_end]
    return replace(quantity, text=text[quantity.start : quantity.end], of=of)


def _family(name: str) -> str:
    """The last word of a currency's name: what a bare sign stands for in many countries."""
    family = name.rsplit(" ", 1)[-1].lower()
    return {"cent": "dollar", "penny": "pound", "renminbi": "yuan"}.get(family, family)


def _with_currency(quantity: Quantity, code: str) -> Quantity:
    if not quantity.currency_assumed or quantity.currency_name is None:
        return quantity
    known = load_currency_codes().get(code)
    if known is None or _family(known.name) != _family(quantity.currency_name):
        return quantity
    return replace(quantity, unit=code, currency_assumed=False, currency_name=known.name)


def _with_unit(quantity: Quantity, name: str | None) -> Quantity:
    if name is None or quantity.kind != "measure":
        return quantity
    unit = load_units()[name]
    si_value, si_unit = None, None
    if unit.si_factor is not None and quantity.number is not None:
        with localcontext(EXACT):
            si_value = quantity.number * unit.si_factor + unit.si_offset
        si_unit = unit.si_unit
    return replace(quantity, unit=name, si_value=si_value, si_unit=si_unit)
