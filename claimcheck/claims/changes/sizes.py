"""What the amounts of a change say together: its size, the old and the new value, and their units."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.claims.amounts.words import POINTS
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.even_units import in_one_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.claims.base import Comparator
    from claimcheck.claims.changes.values import Direction
    from claimcheck.claims.changes.words import ChangeWord
    from claimcheck.quantities.finding import Quantity


class Sides(NamedTuple):
    """The amounts of a change by their roles.

    Attributes:
        size: by how much it rose or fell.
        old, new: what it was before and after.
        both: old and new value as one range.
    """

    size: Quantity | None
    old: Quantity | None
    new: Quantity | None
    both: Quantity | None

    @property
    def ends(self) -> tuple[Decimal, Decimal] | None:
        """Old and new value of `both`."""
        if self.both is None or self.both.low is None or self.both.high is None:
            return None
        low, high = self.both.low, self.both.high
        return (high, low) if self.both.is_descending else (low, high)


def read_sides(text: str, roles: Mapping[str, Quantity]) -> Sides | None:
    """The amounts in comparable units; None where old and new value are of different things."""
    old, new, both = (
        None if (level := roles.get(role)) is None else in_percent(level)
        for role in ("from", "to", "from-to")
    )
    old, new = _in_one_unit(old, new)
    if old is not None and new is not None and _shares_unit(text, new, old):
        new = replace(new, kind=old.kind, unit=old.unit)
    if (
        old is not None
        and new is not None
        and not same_measure(old, new)
        and old.kind not in ("number", "count")
        and not _leaves_unit_out(text, old, new)
    ):
        if old.kind == "money" and new.kind == "number":
            return None  # "from 12 cents to under five": five of what is not written
        old = None
    return Sides(_range_in_percent(roles.get("number")), old, new, both)


def direction_of(word: ChangeWord, sides: Sides) -> Direction | None:
    """Which way it went; of a word that goes either way, by old and new value, or as what is better goes."""
    if word.direction == "increase" or word.direction == "decrease":  # noqa: PLR1714 - narrows the type
        return word.direction
    if sides.ends is not None:
        old_value, new_value = sides.ends
        if sides.size is not None or word.percent is not None:
            return None
        return "decrease" if new_value < old_value else "increase"
    old, new = sides.old, sides.new
    if word.direction == "better" and old is None and sides.size is not None:
        return "decrease" if sides.size.quality == "time" else "increase"
    if old is None or new is None or old.number is None or new.number is None or old.number == new.number:
        return None
    return "decrease" if new.number < old.number else "increase"


def comparator_of(sides: Sides) -> Comparator:
    """That of the new value, or else of the size: "fell as much as 14%, to $171"."""
    leading = sides.new or sides.size or sides.old or sides.both
    if leading is None:
        return "="
    if leading.comparator == "=" and sides.size is not None:
        return sides.size.comparator
    if leading is sides.both and leading.comparator != "~":
        return "="  # "from at least 6 to 8": a bound before a range is that of the old value
    return leading.comparator


def fields_of(text: str, word: ChangeWord, sides: Sides) -> dict[str, Decimal | str | None] | None:
    """The fields of the record, some of them None; None where the amounts do not agree with the word."""
    fields = _size_of(text, word, sides)
    if fields is None:
        return None
    old, new = sides.old, sides.new
    if sides.ends is not None and sides.size is not None:
        old_value, new_value = sides.ends
        if (new_value < old_value) != (word.direction == "decrease"):
            return None
        fields |= {"from": old_value, "to": new_value}
        if unit_of(sides.both) != fields.get("unit"):
            fields["to_unit"] = unit_of(sides.both)
    if old is not None and old.number is not None:
        fields["from"] = old.number
    if new is not None:
        if new.number is not None:
            fields["to"] = new.number
        elif "number" not in fields:
            fields["low"], fields["high"] = new.low, new.high
    _add_units_of_levels(fields, old, new)
    if fields.get("unit") in POINTS and fields.get("to_unit") == "percent":
        fields["unit"] = "percentage_point"  # "slipped by 0.1 points to 97.2 percent"
    size = sides.size
    if size is not None and size.raw is not None and new is not None and new.kind == "percent":
        tenths = _TENTHS.search(text, size.number_start, size.number_end)
        if size.is_fraction and tenths is not None:
            fields |= {"number": size.raw, "unit": "percentage_point"}  # "edged up a tenth to 3.3%"
    return fields


def _size_of(text: str, word: ChangeWord, sides: Sides) -> dict[str, Decimal | str | None] | None:
    """The size of the change, with old and new value where one range gives them."""
    amount, old, new, both = sides
    if word.percent is not None and amount is None and both is None:
        return {"number": word.percent, "unit": "percent"} if old is None or new is None else {}
    if sides.ends is not None and word.percent is not None:
        old_value, new_value = sides.ends
        unit = unit_of(both)
        return {
            "number": word.percent,
            "unit": "percent",
            "from": old_value,
            "to": new_value,
            "to_unit": None if unit == "percent" else unit,
        }
    if sides.ends is not None and amount is None:
        old_value, new_value = sides.ends
        return {"from": old_value, "to": new_value, "unit": unit_of(both)}
    return {} if amount is None else _size_in_figures(text, word, amount, is_closed=new is not None)


def _size_in_figures(
    text: str, word: ChangeWord, amount: Quantity, *, is_closed: bool
) -> dict[str, Decimal | str | None] | None:
    """The size of the change that an amount tells; `is_closed` where the new value stands elsewhere."""
    number = amount.number
    if amount.kind == "multiple":
        if number is None:
            return None
        # "grew fivefold", but "lost a fifth of its value": there the part itself is what went
        size = _share(amount) if amount.is_fraction else _size_of_multiple(number, word.direction)
        return {"number": size, "unit": "percent"}
    if amount.of == "times" and amount.kind == "count":
        if number is None or number == number.to_integral_value():
            return None  # "rose three times": so often, or to so many times as much
        return {"number": _size_of_multiple(number, word.direction), "unit": "percent"}
    if amount.is_fraction and amount.kind == "number" and number is not None:
        return {"number": _share(amount), "unit": "percent"}  # "shrank by more than half"
    if not is_closed and _is_by_to(text, amount):
        return {"number": amount.low, "to": amount.high, "unit": unit_of(amount)}
    if amount.is_fraction and amount.unit == "percent" and number is not None:
        return {"number": number.quantize(_CENT), "unit": "percent"}
    return {"number": number, "low": amount.low, "high": amount.high, "unit": unit_of(amount)}


def _add_units_of_levels(
    fields: dict[str, Decimal | str | None], old: Quantity | None, new: Quantity | None
) -> None:
    """Add the unit of old and new value, where it is not that of the size."""
    level = new or old
    if level is None:
        return
    if fields.get("unit") == "percent" and new is not None and new.kind in ("number", "count"):
        fields["to_unit"] = new.of
    elif "unit" in fields and unit_of(level) != fields["unit"]:
        fields["to_unit"] = unit_of(level)
    if "unit" not in fields:
        fields["unit"] = unit_of(level)
        is_left_out = old is not None and new is not None and fields["unit"] is None
        if is_left_out and old is not None and old.kind in ("measure", "money"):
            fields["unit"] = old.unit  # "from nine minutes to under four"


def is_level_of_no_unit(fields: Mapping[str, Decimal | str | None], sides: Sides) -> bool:
    """Whether a new value beside a size in percent counts what rose: "headcount rose 5% to 600"."""
    new = sides.new or (sides.both if sides.size is not None else None)
    is_bare = new is not None and new.kind in ("number", "count") and not new.of
    return is_bare and fields.get("unit") == "percent"


def same_measure(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are of one kind and unit."""
    return one.kind == other.kind and one.unit == other.unit


def _in_one_unit(old: Quantity | None, new: Quantity | None) -> tuple[Quantity | None, Quantity | None]:
    """Old and new value in one unit where both come out even in it; else as they are."""
    if old is None or new is None:
        return old, new
    return in_one_unit(old, new) or (old, new)


def in_percent(level: Quantity) -> Quantity:
    """A level that is a bare fraction, in percent: "fell from a third to a quarter"."""
    if not level.is_fraction or level.kind != "number":
        return level
    number, low, high = (
        None if value is None else (value * 100).quantize(_CENT)
        for value in (level.number, level.low, level.high)
    )
    return replace(level, kind="percent", unit="percent", number=number, low=low, high=high)


def _range_in_percent(amount: Quantity | None) -> Quantity | None:
    """A range of bare fractions in percent: "fell by a third to a half"; a lone one is read elsewhere."""
    return amount if amount is None or amount.number is not None else in_percent(amount)


def _shares_unit(text: str, new: Quantity, old: Quantity) -> bool:
    """Whether a bare new value right before the old one is in its unit: "eased to 5.6 from 5.9 percent"."""
    is_behind = old.kind in ("percent", "measure")
    return is_behind and new.kind == "number" and text[new.end : old.start] == " from "


def _leaves_unit_out(text: str, old: Quantity, new: Quantity) -> bool:
    """Whether a bare new value right behind the old one is in its unit: "from nine minutes to under four"."""
    is_sum = old.kind == "money" and old.currency_name not in _MINOR_COINS and old.raw == old.number
    if not is_sum and old.kind != "measure":
        return False
    return new.kind == "number" and text[old.end : new.start].strip() == "to"


_TENTHS = re.compile(r"tenths?\Z", re.IGNORECASE)
"""Of a percentage, in which rates are told; other fractions are of the value itself."""
_MINOR_COINS = WordSet("change/minor_coin")


_WORD_TO_FIGURES = re.compile(r"[a-z]+ to \d")
_LARGE = 1000
_LEAST_EXACT = 100
_PREDICTED_CHARS = 60
_LEAST_SPREAD = 4
"""Times, of large numbers and of a word and figures: "rose by six to 44", "by 130,000 to 1.7 million"."""
_LEAST_BARE_SPREAD = 3
"""Times, of small numbers without a noun: "days on the market fell by 9 to 31"."""
_MOST_SPREAD = 20
"""Times: what rises "by 20 to 300" rises by some of that; "by 14,000 to 3 million" tells the new value."""


# "rose 1.8 metres to 3.95 m": no spread is written with its unit twice
_UNIT_TWICE = re.compile(r"(?:by\s+)?[\d.,]+[½¼¾]?[\s-]?[A-Za-z°µ][\w°/ -]{0,24}?\s+to\s+")
_UP_OR_DOWN = re.compile(r"\b(?:up|down)\s$", re.IGNORECASE)


_PREDICTED = WordPattern(r"\b(?:<change/predicting>)\b", re.IGNORECASE)
_HALF_STEP = 5


def _is_round(number: Decimal) -> bool:
    """Whether a number is written as a person estimates: 2,000, 15,000, 350,000, but not 29,000."""
    digits = number.normalize().as_tuple().digits
    return len(digits) == 1 or (len(digits) == 2 and digits[1] == _HALF_STEP)


def _is_by_to(text: str, amount: Quantity) -> bool:
    """Whether what looks like a range is a size and a new value: "grew by 14,000 to 3.1 million jobs"."""
    if amount.low is None or amount.high is None or amount.kind == "percent" or amount.low <= 0:
        return False
    if not amount.is_spread:
        return False
    if _UP_OR_DOWN.search(text, max(0, amount.start - 5), amount.start):
        return amount.kind in ("count", "number") and amount.low * 2 <= amount.high
    if amount.kind == "measure" and _UNIT_TWICE.match(text, amount.start, amount.end):
        return True
    if not text.endswith("by ", 0, amount.start):
        return False
    if _WORD_TO_FIGURES.match(text, amount.start):
        return amount.high > amount.low * _LEAST_SPREAD
    if amount.low >= _LARGE and amount.high > amount.low * _LEAST_SPREAD:
        return True
    is_wide = amount.high > amount.low * _LEAST_SPREAD
    if amount.low >= _LEAST_EXACT and not (_is_round(amount.high) or (_is_round(amount.low) and not is_wide)):
        return _PREDICTED.search(text, max(0, amount.start - _PREDICTED_CHARS), amount.start) is None
    is_bare = amount.kind == "number" and amount.low >= 1 and not _is_round(amount.high)
    if is_bare and amount.low < _LEAST_EXACT and amount.high > amount.low * _LEAST_BARE_SPREAD:
        return _PREDICTED.search(text, max(0, amount.start - _PREDICTED_CHARS), amount.start) is None
    if amount.low >= _LARGE:
        return False
    return amount.high > amount.low * _MOST_SPREAD


_CENT = Decimal("0.01")


def _size_of_multiple(factor: Decimal, direction: str) -> Decimal:
    """A change by a factor, in percent: fivefold is 400 percent up, or 80 percent down."""
    if direction == "decrease" and factor > 1:
        return (100 - 100 / factor).quantize(_CENT).normalize() + 0
    return (factor - 1) * 100


def _share(fraction: Quantity) -> Decimal:
    """A fraction in percent, to the second decimal, where reading stops: a third is 33.33 percent."""
    assert fraction.number is not None
    return (fraction.number * 100).quantize(_CENT)


_OVER_PERIODS = WordPattern(
    r"(?:<change/span_of_rate>)[- ](?:on|over)[- ](?:<change/span_of_rate>)", re.IGNORECASE
)
"""What a number is told over, and no noun that it counts: "up 205,500 year-over-year"."""


def unit_of(quantity: Quantity | None) -> str | None:
    """The unit of an amount, which is the noun of a count."""
    if quantity is None:
        return None
    if quantity.kind != "count" or quantity.of is None:
        return quantity.unit
    return None if _OVER_PERIODS.fullmatch(quantity.of) else quantity.of
