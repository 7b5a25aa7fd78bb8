"""Years, decades and centuries in figures and words: "2019", "500 BC", "nineteen oh six", "FY24", "'90s"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.dates.calendar_points import CalendarPoint
from claimcheck.dates.readings import EARLIEST_YEAR, LATEST_YEAR, Reading, Run, skip

if TYPE_CHECKING:
    from claimcheck.dates.tokens import Token

# A two-digit year after an apostrophe: '30 to '99 are of the 20th century, '00 to '29 of the 21st.
SHORT_YEAR_PIVOT = 30


def full_year(two_digits: int) -> int:
    """The year that "'87" means."""
    return two_digits + (1900 if two_digits >= SHORT_YEAR_PIVOT else 2000)


def plain_year(token: Token) -> int | None:
    """The year a four-digit number may be."""
    if token.kind == "number" and len(token.word) == 4 and EARLIEST_YEAR <= token.value <= LATEST_YEAR:
        return token.value
    return None


def parse_year_after(run: Run, i: int) -> tuple[int, int] | None:
    """A year right after a month or the like: (year, index after it). Era, "'98" and spelled years too."""
    token = run.at(i)
    year = plain_year(token)
    if year is not None:
        era = run.at(i + 1)
        if era.kind == "era":
            return (year * era.value, i + 2)
        return None if has_more_digits(run, i) else (year, i + 1)
    if token.kind == "shortyear":
        return full_year(token.value), i + 1
    if token.kind == "fiscal":
        return parse_fiscal_year(run, i)
    if token.kind == "unit" and token.word == "year" and plain_year(run.at(i + 1)) is not None:
        return parse_year_after(run, i + 1)
    if token.kind == "number" and run.at(i + 1).kind == "era":
        return (token.value * run.at(i + 1).value, i + 2) if token.value else None
    if token.kind == "cardinal":
        return parse_spelled_year(run, i)
    if token.kind == "deictic" and run.reference is not None:
        unit = run.at(i + 1)
        if unit.kind == "unit" and unit.word == "year" and run.at(i + 2).kind != "of":
            return run.reference.year + token.value, i + 2
    return None


def has_more_digits(run: Run, i: int) -> bool:
    """Whether the number at `i` goes on after a sign, as a telephone number does."""
    after = run.at(i).end
    return run.text[after : after + 1] in "-/.:" and run.text[after + 1 : after + 4].isdigit()


def parse_fiscal_year(run: Run, i: int) -> tuple[int, int] | None:
    """Read "fiscal 2019", "fiscal year 2019", "FY2019", "FY19", "calendar year 2019"."""
    token = run.at(i)
    if token.word not in ("fiscal", "calendar"):
        digits = token.word.lstrip("fcyFCY '’-")
        return (token.value if len(digits) == 4 else 2000 + token.value), i + 1
    after = i + 1
    if run.at(after).kind == "unit" and run.at(after).word == "year":
        after += 1
    year = plain_year(run.at(after))
    if year is not None:
        return year, after + 1
    if run.at(after).kind == "shortyear":
        return full_year(run.at(after).value), after + 1
    return None


def parse_spelled_year(run: Run, i: int) -> tuple[int, int] | None:
    """Read "nineteen eighty-four", "nineteen oh six", "nineteen hundred and six", "two thousand and six"."""
    first, second = run.at(i), run.at(i + 1)
    if first.kind != "cardinal":
        return None
    if first.value == 2 and second.kind == "scale" and second.value == 1000:
        rest = parse_small_cardinal(run, skip(run, i + 2, "and"))
        return None if rest is None else (2000 + rest[0], rest[1])
    if not 11 <= first.value <= 20:
        return None
    if second.kind == "scale" and second.value == 100 and first.value < 20:
        rest = parse_small_cardinal(run, skip(run, i + 2, "and"))
        return None if rest is None else (first.value * 100 + rest[0], rest[1])
    after = skip(run, i + 1, "dash")
    if run.at(after).kind == "zero":
        digit = run.at(after + 1)
        if digit.kind == "cardinal" and digit.value < 10:
            return first.value * 100 + digit.value, after + 2
        return None
    rest = parse_small_cardinal(run, after)
    return (first.value * 100 + rest[0], rest[1]) if rest is not None and rest[0] >= 10 else None


def parse_small_cardinal(run: Run, i: int) -> tuple[int, int] | None:
    """1 to 99 in words."""
    token = run.at(i)
    if token.kind != "cardinal":
        return None
    if token.value >= 20 and token.value % 10 == 0:
        after = skip(run, i + 1, "dash")
        unit = run.at(after)
        if unit.kind == "cardinal" and unit.value < 10:
            return token.value + unit.value, after + 1
    return token.value, i + 1


def parse_fiscal(run: Run, i: int) -> Reading | None:
    """Read "fiscal 2019", "FY24", "FY24/25"."""
    found = parse_fiscal_year(run, i)
    if found is None:
        return None
    year, end = found
    joint, other = run.at(end), run.at(end + 1)
    if joint.kind in ("slash", "dash") and run.is_tight(end) and other.kind == "number":
        is_next = other.value == year + 1 if len(other.word) == 4 else other.value == (year + 1) % 100
        if is_next:  # "FY24/25", "fiscal 2024-25"
            return Reading(
                CalendarPoint(year=year), end + 2, "fiscal_year", until=CalendarPoint(year=year + 1)
            )
    return Reading(CalendarPoint(year=year), end, "fiscal_year")


def parse_era_first(run: Run, i: int) -> Reading | None:
    """Read "AD 79"."""
    era, number = run.at(i), run.at(i + 1)
    if era.value > 0 and number.kind == "number" and 0 < number.value <= LATEST_YEAR:
        return Reading(CalendarPoint(year=number.value), i + 2, "year_of_era")
    return None


def parse_short_year(run: Run, i: int) -> Reading | None:
    """Read "'98"."""
    return Reading(CalendarPoint(year=full_year(run.at(i).value)), i + 1, "short_year", sure=False)


def parse_decade(run: Run, i: int) -> Reading | None:
    """Read "1960s", "1800s" (a century)."""
    token = run.at(i)
    if not (100 <= token.value <= LATEST_YEAR):
        return None
    era = run.at(i + 1)
    before_christ = era.kind == "era" and era.value < 0
    after = i + 2 if era.kind == "era" else i + 1
    if before_christ:
        return None  # TIMEX3 has no value for "the 330s BC"
    if token.value % 100 == 0 and token.value < 2000:
        return Reading(CalendarPoint(century=token.value // 100), after, "hundreds")
    return Reading(CalendarPoint(decade=token.value // 10), after, "decade")


def parse_short_decade(run: Run, i: int) -> Reading | None:
    """Read "'90s", "90s"; the twenties and before may be of this century or the last."""
    token = run.at(i)
    if token.value < SHORT_YEAR_PIVOT:
        return None
    return Reading(
        CalendarPoint(decade=190 + token.value // 10), i + 1, "short_decade", sure=token.word[0] in "'’‘"
    )


def parse_decade_word(run: Run, i: int) -> Reading | None:
    """Read "nineties"."""
    value = run.at(i).value
    return None if value == 192 else Reading(CalendarPoint(decade=value), i + 1, "decade_word", sure=False)


def parse_century(run: Run, number: int, after: int) -> Reading | None:
    """The century of a number before token `after`: "the 21st century", "the 2nd century BC"."""
    era = run.at(after)
    if era.kind == "era":
        century = number - 1 if era.value > 0 else -number
        return Reading(CalendarPoint(century=century), after + 1, "century")
    if number > 22 or (number == 1 and era.kind == "of"):
        return None  # "the first century of its existence"
    return Reading(CalendarPoint(century=number - 1), after, "century")
