"""Two measures in two units of one kind, told in one: "from 3 days to 2 weeks", "between 800 m and 2 km"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.quantities.finding import Quantity

_OF_EVEN_UNITS = frozenset({"time", "data", "length", "mass", "volume"})
"""Measures whose units are multiples of each other, so that both values can stand in one."""
_CENT = Decimal("0.01")
_BETWEEN = "between "


def in_one_unit(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity] | None:
    """Two measures in the unit of the second one, "3 hours, 2 hours 15 minutes", or in that of the first
    where only there both come out even: "3 days, 2 weeks". None where neither does or they are in one unit.
    """
    if first.quality != second.quality or first.unit == second.unit or first.quality not in _OF_EVEN_UNITS:
        return None
    in_second = _in_unit_of(second, first)
    if in_second is not None:
        return in_second, second
    in_first = _in_unit_of(first, second)
    return None if in_first is None else (first, in_first)


def _in_unit_of(measure: Quantity, other: Quantity) -> Quantity | None:
    """A measure in the unit of another one; None where it does not come out even there."""
    if not measure.si_value or not other.si_value or not measure.number or other.low is not None:
        return None
    number = other.si_value * measure.number / measure.si_value
    is_even = number == number.quantize(_CENT)
    return replace(other, unit=measure.unit, number=number) if is_even else None


def range_of_two_units(text: str, low: str, first: Quantity, second: Quantity) -> Quantity | None:
    """The range of "between 800 m and 2 km"; None where two amounts are none in one unit.

    Args:
        text: the whole text.
        low: the text in small letters, of the same length.
        first: the amount before "and".
        second: the amount behind it.
    """
    start = first.start - len(_BETWEEN)
    if text[first.end : second.start] != " and " or not low.startswith(_BETWEEN, max(start, 0)):
        return None
    both = in_one_unit(first, second) if first.comparator == second.comparator == "=" else None
    if both is None:
        return None
    least, most = both[0].number, both[1].number
    if least is None or most is None or least >= most:
        return None
    return replace(
        second,
        start=start,
        text=text[start : second.end],
        number_start=first.number_start,
        number=None,
        raw=None,
        low=least,
        high=most,
        unit=both[1].unit,
        unit_text=None,
        si_value=None,
        si_unit=None,
        found_by="between-range",
    )
