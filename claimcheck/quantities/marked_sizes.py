"""Sizes of several numbers with marks between: 5'10", 51° 30' N, "3:25 hours"."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext

from claimcheck.lexicons.quantities import load_units
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.amount import Amount
from claimcheck.quantities.measures import take_unit
from claimcheck.quantities.numbers import read_digits
from claimcheck.quantities.numerals import EXACT, Numeral
from claimcheck.quantities.signs import take_sign
from claimcheck.quantities.units import unit_reading

_INCHES_OF_A_FOOT = 12
_SECONDS_OF_A_MINUTE = 60
_SIZE_BEHIND = WordPattern(r"[ -](?:in (?:height|length|width|depth)|<grammar/dimension>)(?![^\W_])")
_JUMPED = WordPattern(r"(?<![^\W_])(?:<change/jump>|<quantities/throw>) (?:[a-z]{1,8} ){0,2}$")
"""Before the length of a throw or a jump, which no time is: "She threw 5'15"" tells feet."""
_JUMPED_CHARS = 32
_FEET_AND_INCHES = re.compile(
    r"(?P<feet>\d{1,2})[ ]?['’′][ ]?(?P<inches>\d{1,2}(?:\.\d{1,3})?)(?:[ ]?(?:[\"”″]|''|in(?![^\W_])))"
)
_ARC = re.compile(
    r"(?P<degrees>\d{1,3})[ ]?[°º˚][ ]?(?P<minutes>[0-5]?\d(?:\.\d{1,6})?)[ ]?['’′]"
    r"(?:[ ]?(?P<seconds>[0-5]?\d(?:\.\d{1,6})?)[ ]?(?:[\"”″]|''|’’|′′))?"
    r"(?:[ ]?(?:[NSEW]|north|south|east|west)(?![^\W_]))?"
)
_DURATION = re.compile(
    r"(?P<clock>\d{1,3}:[0-5]\d(?::[0-5]\d)?)[ -](?P<unit>hours?|hrs|h|minutes?|mins)(?![^\W_])"
)


def read_height(text: str, low: str, start: int) -> Amount | None:
    """Feet and inches as marks, 5'10"; twelve or more are minutes and seconds, but in sizes and jumps.

    `low` is the text in lower case with equal offsets.
    """
    found = None if text[start - 1 : start] in ("'", "’") else _FEET_AND_INCHES.match(text, start)
    inches = None if found is None else read_digits(text, found.start("inches"))
    if found is None or inches is None:
        return None
    # 2'14" behind the winner, but no 5'15" high
    is_time = _INCHES_OF_A_FOOT <= inches.value < _SECONDS_OF_A_MINUTE and not (
        _SIZE_BEHIND.match(low, found.end()) or _JUMPED.search(low, max(0, start - _JUMPED_CHARS), start)
    )
    with localcontext(EXACT):
        feet = Decimal(found["feet"])
        value = feet * 60 + inches.value if is_time else feet + inches.value / _INCHES_OF_A_FOOT
    amount = Amount(Numeral(start, found.end("inches"), value, "digits"))
    reading = unit_reading(load_units()["second" if is_time else "foot"], found.end())
    take_unit(text, low, amount, reading, found.end("inches"))
    amount.end = found.end()
    amount.found_by = "hours-and-minutes" if is_time else "feet-and-inches"
    return amount


def read_arc(text: str, low: str, start: int) -> Amount | None:
    """Degrees with minutes and seconds of arc, as one angle in degrees: 51° 30' N is 51.5°."""
    found = _ARC.match(text, start) if "°" in text else None
    if found is None:
        return None
    with localcontext(EXACT):
        minutes = Decimal(found["minutes"]) + Decimal(found["seconds"] or 0) / 60
        value = Decimal(found["degrees"]) + minutes / 60
    amount = Amount(Numeral(start, found.end(), value, "digits"))
    take_unit(text, low, amount, unit_reading(load_units()["degree"], found.end()), found.end())
    take_sign(text, low, amount, None, follows_number=False)
    amount.end = found.end()
    amount.found_by, amount.has_minutes = "degrees-and-minutes", True
    return amount


def read_clock_length(text: str, low: str, start: int) -> Amount | None:
    """Such as "3:25 hours", "1:30:05 hours", "12:30 minutes"; "at 08:30 hours" is set aside, as an hour."""
    found = _DURATION.match(low, start)
    if found is None:
        return None
    if low[start] == "0" and found["unit"][0] == "h" and low.endswith(("at ", "by "), 0, start):
        hour = Amount(Numeral(start, found.end(), Decimal(0), "digits"))
        hour.aside = "clock-time"
        return hour
    parts = [Decimal(part) for part in found["clock"].split(":")]
    with localcontext(EXACT):
        value = parts[0] + parts[1] / 60 + (parts[2] / 3600 if len(parts) > 2 else 0)
    amount = Amount(Numeral(start, found.end("clock"), value, "digits"))
    unit = load_units()["hour" if found["unit"][0] == "h" else "minute"]
    take_unit(text, low, amount, unit_reading(unit, found.end()), found.end("clock"))
    amount.found_by = "hours-and-minutes"
    return amount
