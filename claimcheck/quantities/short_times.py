"""Times with a letter for each unit: "14h 22m", "2h 14m 30s", "1m 40s".

Beside hours the "m" is minutes, which alone would be metres.
"""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.lexicons.quantities import load_units
from claimcheck.quantities.amount import Amount
from claimcheck.quantities.measures import take_unit
from claimcheck.quantities.numerals import Numeral
from claimcheck.quantities.units import unit_reading

_MINUTES = r"[ ]?m(?:ins?)?"
_SECONDS = r"[0-5]?\d(?:\.\d{1,3})?"
_ENDING = r"[ ]?s(?:ecs?)?"
_SHORT_TIME = re.compile(
    rf"(?P<hours>\d{{1,3}})[ ]?h(?:rs?)?[ ]?(?P<minutes>[0-5]?\d){_MINUTES}"
    rf"(?:[ ]?(?P<seconds>{_SECONDS}){_ENDING})?(?![^\W_])"
    rf"|(?P<only_minutes>\d{{1,3}}){_MINUTES}[ ]?(?P<then_seconds>{_SECONDS}){_ENDING}(?![^\W_])"
)
_SIXTY = Decimal(60)


def read_short_time(text: str, low: str, start: int) -> Amount | None:
    """The time written in letters at `start`, in its smallest unit; None where there is none.

    `low` is the text in lower case with equal offsets.
    """
    found = _SHORT_TIME.match(low, start)
    if found is None or low.endswith(("at ", "by "), 0, start):
        return None  # "left at 12h 00m" is a time of day
    hours = Decimal(found["hours"] or 0)
    minutes = hours * _SIXTY + Decimal(found["minutes"] or found["only_minutes"])
    seconds = found["seconds"] or found["then_seconds"]
    value = minutes if seconds is None else minutes * _SIXTY + Decimal(seconds)
    unit = load_units()["minute" if seconds is None else "second"]
    amount = Amount(Numeral(start, found.end(), value, "digits"))
    take_unit(text, low, amount, unit_reading(unit, found.end()), found.end())
    amount.found_by = "hours-and-minutes"
    return amount
