"""Units that the words before a bare number imply: "aged 7", "pH 7", "latitude 18.4 North", "magnitude 6"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_units
from claimcheck.quantities.ages import is_age
from claimcheck.quantities.units import unit_reading

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount

_LATITUDE_BEFORE = re.compile(r"(?<![^\W_])(?:latitude|longitude) (?:of )?$")
_LATITUDE_CHARS = 16
_QUARTER_AFTER = re.compile(r" ?(?:north|south|east|west|[nsew])(?![^\W_])")
_MAGNITUDE_BEFORE = re.compile(r"(?<![^\W_])magnitude(?: of)?(?: (?:about|around|up to|at least))? $")
_FAINTEST = 35  # no star has been seen near it; earthquakes end below 10


def take_implied_unit(text: str, low: str, amount: Amount) -> bool:
    """Take the unit that the words before a bare number imply; whether there is one.

    `low` is the text in lower case with equal offsets.
    """
    numeral = amount.numeral
    if numeral.form in ("digits", "words") and is_age(text, low, amount):
        amount.kind, amount.unit, amount.found_by, amount.is_age = "measure", "year", "age", True
        amount.unit_reading = unit_reading(load_units()["year"], amount.end)
        return True
    if low.endswith("ph ", 0, numeral.start) and not low[numeral.start - 4 : numeral.start - 3].isalnum():
        amount.kind, amount.unit, amount.found_by = "measure", "pH", "unit-before"
        amount.start = numeral.start - 3
        amount.unit_start, amount.unit_end = numeral.start - 3, numeral.start - 1
        return True
    return numeral.form == "digits" and (_take_latitude(low, amount) or _take_magnitude(low, amount))


def _take_latitude(low: str, amount: Amount) -> bool:
    """Such as "latitude 18.4 North": degrees that no sign says."""
    before = _LATITUDE_BEFORE.search(low, max(0, amount.start - _LATITUDE_CHARS), amount.start)
    if before is None or _QUARTER_AFTER.match(low, amount.end) is None:
        return False
    _take(amount, "degree", before.start(), before.end() - 1)
    return True


def _take_magnitude(low: str, amount: Amount) -> bool:
    """Such as "magnitude 6", of an earthquake or a star."""
    start = amount.numeral.start
    if amount.value >= _FAINTEST:
        return False
    before = _MAGNITUDE_BEFORE.search(low, max(0, start - 30), start)
    if before is None:
        return False
    _take(amount, "magnitude", before.start(), before.start() + len("magnitude"))
    return True


def _take(amount: Amount, unit: str, start: int, end: int) -> None:
    """Give an amount the unit that is written at `start` to `end`, before it."""
    amount.kind, amount.unit, amount.found_by = "measure", unit, "unit-before"
    amount.unit_reading = unit_reading(load_units()[unit], amount.end)
    amount.start = start
    amount.unit_start, amount.unit_end = start, end
