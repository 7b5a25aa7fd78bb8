"""A time that is said once for two lengths: "160 miles (257 km) an hour", "190 mi/305 km per hr"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_unit_words
from claimcheck.quantities.units import compose_units, unit_reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.quantities.amount import Amount

_TIME_BEHIND = re.compile(r"\) ?(?:an?|per) (?P<time>[a-z]{2,6})\.?(?![^\W_])")
_SPEEDS = ("hour", "second", "minute")


def share_rates(low: str, amounts: Sequence[Amount]) -> None:
    """Give both lengths of a pair the time that is said behind the second, in place.

    `low` is the text in lower case with equal offsets.
    """
    for first, second in pairwise(amounts):
        if first.aside is not None or second.aside is not None or not _is_length(first):
            continue
        between = low[first.end : second.start]
        if between == " (" and _is_length(second):
            found = _TIME_BEHIND.match(low, second.end)
            time = None if found is None else load_unit_words().get(found["time"])
            if time is not None and time.name in _SPEEDS:
                _take_time(first, time.name)
                _take_time(second, time.name)
        elif between in ("/", " or ") and second.kind == "measure":
            length, _, name = (second.unit or "").partition("_per_")
            if name in _SPEEDS and length != first.unit:
                _take_time(first, name)


def _is_length(amount: Amount) -> bool:
    reading = amount.unit_reading
    return amount.kind == "measure" and reading is not None and reading.quality == "length"


def _take_time(amount: Amount, name: str) -> None:
    """Make a length a speed."""
    reading = amount.unit_reading
    if reading is not None:
        below = unit_reading(load_unit_words()[name], reading.end)
        amount.unit_reading = compose_units(reading, below, reading.end)
        amount.unit = amount.unit_reading.name
