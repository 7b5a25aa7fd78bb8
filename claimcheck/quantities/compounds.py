"""Measures in two units that are one: "5 feet 2 inches", "2 hours 30 minutes", "an hour and 12 minutes"."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.counted_nouns import (
    has_plural_noun,
)
from claimcheck.quantities.numerals import EXACT, divide

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount

_SHORT_OF = WordPattern(r"[ ](?:<quantities/short_of>)(?![^\W_])")
COMPOUND_TIMES = {
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("hour", "second"): 3600,
}
_THIRD_PART = re.compile(r", (?:and )?\d+(?:\.\d+)? ?s")
_THIRD_OF_DAYS = re.compile(r",? (?:and )?\d")
_AN_HOUR = re.compile(r"(?<![^\W_])an hour,? (?:and )?$")
_COMPOUND_UNITS = frozenset(
    {("stone", "pound"), ("foot", "inch"), ("meter", "centimeter"), ("mile", "yard"), ("kilometer", "meter")}
)


def merge_compound(text: str, low: str, first: Amount, second: Amount, between: str) -> bool:
    """Such as "5 feet 2 inches", "3m and 5cm", "6 ft 2"."""
    if first.kind != "measure" or between.strip() not in ("", "and", ",", ".", "-"):
        return False
    if "," in between and _SHORT_OF.match(low, second.end):
        return False  # "peaked at 1.87 m, 63 cm short of the mark"
    reading, smaller = first.unit_reading, second.unit_reading
    if (first.unit, second.unit) in COMPOUND_TIMES and _is_one_time(low, between, first, second):
        return merge_times(first, second)
    if reading is None or reading.quality not in ("length", "mass") or reading.si_factor is None:
        return False
    if (
        reading.name == "foot"
        and second.kind == ""
        and between in (" ", "", "-", " and ")
        and 0 <= second.value < 12
        and second.numeral.is_bare
    ):
        follows = text[second.end : second.end + 1]
        is_height = between == "-" and follows == " "  # "the 6-foot-5 Lee weighs"
        if follows.isalnum() or (not is_height and has_plural_noun(text, low, second.end)):
            return False
        inches = second.value
        end = second.end
    elif (
        smaller is not None
        and smaller.si_factor is not None
        and second.kind == "measure"
        and (reading.name, smaller.name) in _COMPOUND_UNITS
    ):
        if between.strip() in ("", ".", "-") and reading.name not in ("foot", "stone"):
            return False
        inches, end = second.value, second.end
    else:
        return False
    factor = smaller.si_factor if smaller is not None and smaller.si_factor is not None else Decimal("0.0254")
    if (part := divide(inches * factor, reading.si_factor)) is None or (
        part >= 1 and reading.name in ("foot", "stone")
    ):
        return False
    with localcontext(EXACT):
        first.value = first.value + part
    first.mantissa = first.value
    first.end = end
    first.number_end = second.number_end if smaller is None else first.number_end
    first.unit_end = end
    first.found_by = "compound-measure"
    return True


def _is_one_time(low: str, between: str, first: Amount, second: Amount) -> bool:
    """Whether a smaller unit goes on with a time: "2 hours, 47 minutes"; parts of three stay apart."""
    joint = between.strip()
    if first.unit == "day":  # not "seven days, 12 hours each", "five days and ten hours a week"
        return joint == "and" and not second.per and _THIRD_OF_DAYS.match(low, second.end) is None
    return joint in ("", "and") or (joint == "," and not _THIRD_PART.match(low, second.end))


def merge_times(first: Amount, second: Amount) -> bool:
    """Such as "2 hours 30 minutes", "an hour and 12 minutes": the sum, in the smaller unit."""
    factor = COMPOUND_TIMES[first.unit or "", second.unit or ""]
    if not 0 <= second.value < factor or first.value != first.value.to_integral_value():
        return False
    first.value = first.mantissa = first.value * factor + second.value
    first.unit, first.unit_reading = second.unit, second.unit_reading
    first.unit_end = first.end = first.number_end = second.end
    first.found_by = "compound-measure"
    return True


def add_hour(low: str, amount: Amount) -> None:
    """Such as "an hour and 12 minutes": the article is one, which no numeral says."""
    found = _AN_HOUR.search(low, max(0, amount.start - 16), amount.start)
    if found is None or amount.low is not None or not 0 < amount.value < COMPOUND_TIMES["hour", "minute"]:
        return
    amount.value = amount.mantissa = amount.value + COMPOUND_TIMES["hour", "minute"]
    amount.start = found.start()
    amount.number_end = amount.end
    amount.found_by = "compound-measure"
