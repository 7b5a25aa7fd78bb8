"""The grammar of calendar phrases: a run of tokens in, points of the calendar out.

Each `parse_*` function looks at the tokens from one place on and gives the longest reading, or None. What
a reading needs besides (a preposition before a bare year, say) is left to `dates`: it is not `sure`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.dates.calendar_points import CalendarPoint, Mod, is_day, unit_around
from claimcheck.dates.holidays import holiday_in
from claimcheck.dates.tokens import END, Token
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Sequence

DateOrder = Literal["mdy", "dmy", "ymd"]

# A two-digit year after an apostrophe: '30 to '99 are of the 20th century, '00 to '29 of the 21st.
SHORT_YEAR_PIVOT = 30
EARLIEST_YEAR, LATEST_YEAR = 1000, 2199

# Rules whose words tell ages and temperatures too.
_AGES = ("decade_word", "short_decade")


class Reading(NamedTuple):
    """What some tokens mean.

    Attributes:
        point: the point, or the first one of a span.
        end: index of the token after the last one read.
        form: how the words name it; an expression is found by the form.
        sure: False where the words alone could mean something else.
        until: last point of a span that a phrase such as "the next three days" names as a whole.
        counted_day: the exact day reached by counting from a known day ("two years ago").
        is_relative: whether the reference day was needed.
    """

    point: CalendarPoint
    end: int
    form: str
    sure: bool = True
    until: CalendarPoint | None = None
    counted_day: dt.date | None = None
    is_relative: bool = False


class Phrase(NamedTuple):
    """A reading with its place: tokens `first` up to `end`, and the second bound where it is a span.

    `turn` is the token the second bound begins with.
    """

    first: int
    end: int
    reading: Reading
    until: Reading | None = None
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """An unbroken run of date words and what is known from outside the text."""

    tokens: Sequence[Token]
    text: str
    reference: dt.date | None
    date_order: DateOrder | None

    def at(self, index: int) -> Token:
        """The token at `index`, or the empty END."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else END

    def is_tight(self, index: int) -> bool:
        """Whether no space comes before the token at `index`."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end


def full_year(two_digits: int) -> int:
    """The year that "'87" means."""
    return two_digits + (1900 if two_digits >= SHORT_YEAR_PIVOT else 2000)


def parse_point(run: Run, i: int) -> Reading | None:
    """A calendar point at token `i`, with "late", "the end of", "the second half of" before it."""
    token = run.at(i)
    if token.kind == "part":
        return _parse_part(run, i)
    if token.kind == "early_late":
        return _parse_early_late(run, i)
    if token.kind == "ordinal" and run.at(i + 1).kind == "half" and token.value in (1, 2):
        return _parse_half(run, i)
    if token.kind == "half" and token.value in (1, 2):
        return _parse_half_year(run, i)
    return parse_plain_point(run, i)


def parse_plain_point(run: Run, i: int) -> Reading | None:
    """A calendar point without a word for a part of it."""
    kind = run.at(i).kind
    parser = _PARSERS.get(kind)
    return parser(run, i) if parser else None


def _skip(run: Run, i: int, *kinds: str) -> int:
    """The index after one optional token of each kind, in this order."""
    for kind in kinds:
        if run.at(i).kind == kind:
            i += 1
    return i


def _with_mod(reading: Reading | None, mod: Mod, *, sure: bool) -> Reading | None:
    if reading is None or reading.until is not None:
        return None
    if reading.point.mod is not None:
        return None
    point = reading.point.with_mod(mod)
    # "in his late nineties"
    return reading._replace(point=point, sure=reading.sure or (sure and reading.form not in _AGES))


MODS: dict[str, Mod] = {"START": "START", "MID": "MID", "END": "END"}


def _parse_part(run: Run, i: int) -> Reading | None:
    """Read "the end of May", "the beginning of the 1950s", "end-2019"."""
    after = i + 1
    if run.at(after).kind != "of" and not (run.at(after).kind == "dash" and run.is_tight(after)):
        return None
    return _with_mod(parse_plain_point(run, _skip(run, after + 1, "the")), MODS[run.at(i).word], sure=True)


def _parse_early_late(run: Run, i: int) -> Reading | None:
    """Read "late 2022", "mid-1990s", "early in the 1950s". "early to mid 2019" is given no part."""
    mod = MODS[run.at(i).word]
    after = _skip(run, i + 1, "dash", "to", "dash")
    if after > i + 1 and run.at(after).kind == "early_late":
        reading = parse_plain_point(run, _skip(run, after + 1, "dash"))
        return None if reading is None or reading.form in _AGES else reading._replace(sure=True)
    after = _skip(run, i + 1, "dash", "in", "the")
    return _with_mod(parse_plain_point(run, after), mod, sure=True)


def _parse_half(run: Run, i: int) -> Reading | None:
    """Read "second half of 2020", "first half 2019"."""
    mod: Mod = "START" if run.at(i).value == 1 else "END"
    return _with_mod(parse_plain_point(run, _skip(run, i + 2, "of", "the")), mod, sure=True)


def _parse_half_year(run: Run, i: int) -> Reading | None:
    """Read "H1 2019"."""
    mod: Mod = "START" if run.at(i).value == 1 else "END"
    year = _parse_year_after(run, _skip(run, i + 1, "of", "dash"))
    return None if year is None else Reading(CalendarPoint(year=year[0], mod=mod), year[1], "half_year")


def _plain_year(token: Token) -> int | None:
    """The year a four-digit number may be."""
    if token.kind == "number" and len(token.word) == 4 and EARLIEST_YEAR <= token.value <= LATEST_YEAR:
        return token.value
    return None


def _parse_year_after(run: Run, i: int) -> tuple[int, int] | None:
    """A year right after a month or the like: (year, index after it). Era, "'98" and spelled years too."""
    token = run.at(i)
    year = _plain_year(token)
    if year is not None:
        era = run.at(i + 1)
        if era.kind == "era":
            return (year * era.value, i + 2)
        return None if _is_more_digits(run, i) else (year, i + 1)
    if token.kind == "shortyear":
        return full_year(token.value), i + 1
    if token.kind == "fiscal":
        return _parse_fiscal_year(run, i)
    if token.kind == "unit" and token.word == "year" and _plain_year(run.at(i + 1)) is not None:
        return _parse_year_after(run, i + 1)
    if token.kind == "number" and run.at(i + 1).kind == "era":
        return (token.value * run.at(i + 1).value, i + 2) if token.value else None
    if token.kind == "cardinal":
        return parse_spelled_year(run, i)
    if token.kind == "deictic" and run.reference is not None:
        unit = run.at(i + 1)
        if unit.kind == "unit" and unit.word == "year" and run.at(i + 2).kind != "of":
            return run.reference.year + token.value, i + 2
    return None


def _is_more_digits(run: Run, i: int) -> bool:
    """Whether the number at `i` goes on after a sign, as a telephone number does."""
    after = run.at(i).end
    return run.text[after : after + 1] in "-/.:" and run.text[after + 1 : after + 4].isdigit()


def _parse_fiscal_year(run: Run, i: int) -> tuple[int, int] | None:
    """Read "fiscal 2019", "fiscal year 2019", "FY2019", "FY19", "calendar year 2019"."""
    token = run.at(i)
    if token.word not in ("fiscal", "calendar"):
        digits = token.word.lstrip("fcyFCY '’-")
        return (token.value if len(digits) == 4 else 2000 + token.value), i + 1
    after = i + 1
    if run.at(after).kind == "unit" and run.at(after).word == "year":
        after += 1
    year = _plain_year(run.at(after))
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
        rest = _parse_small_cardinal(run, _skip(run, i + 2, "and"))
        return None if rest is None else (2000 + rest[0], rest[1])
    if not 11 <= first.value <= 20:
        return None
    if second.kind == "scale" and second.value == 100 and first.value < 20:
        rest = _parse_small_cardinal(run, _skip(run, i + 2, "and"))
        return None if rest is None else (first.value * 100 + rest[0], rest[1])
    after = _skip(run, i + 1, "dash")
    if run.at(after).kind == "zero":
        digit = run.at(after + 1)
        if digit.kind == "cardinal" and digit.value < 10:
            return first.value * 100 + digit.value, after + 2
        return None
    rest = _parse_small_cardinal(run, after)
    return (first.value * 100 + rest[0], rest[1]) if rest is not None and rest[0] >= 10 else None


def _parse_small_cardinal(run: Run, i: int) -> tuple[int, int] | None:
    """1 to 99 in words."""
    token = run.at(i)
    if token.kind != "cardinal":
        return None
    if token.value >= 20 and token.value % 10 == 0:
        after = _skip(run, i + 1, "dash")
        unit = run.at(after)
        if unit.kind == "cardinal" and unit.value < 10:
            return token.value + unit.value, after + 1
    return token.value, i + 1


def parse_ordinal(run: Run, i: int) -> tuple[int, int] | None:
    """An ordinal in figures or words, up to 99: (number, index after it)."""
    token = run.at(i)
    if token.kind == "ordinal" and token.value > 0:
        return token.value, i + 1
    if token.kind == "cardinal" and token.value >= 20 and token.value % 10 == 0:
        after = _skip(run, i + 1, "dash")
        unit = run.at(after)
        if unit.kind == "ordinal" and 0 < unit.value < 10:
            return token.value + unit.value, after + 1
    return None


def _parse_day_number(run: Run, i: int) -> tuple[int, int] | None:
    """1 to 31 in figures, with or without "th", or as an ordinal in words."""
    token = run.at(i)
    if token.kind == "number" and len(token.word) <= 2:
        return (token.value, i + 1) if 1 <= token.value <= 31 else None
    day = parse_ordinal(run, i)
    return day if day is not None and day[0] <= 31 else None


def _parse_year_of_month(run: Run, i: int) -> tuple[int, int] | None:
    """The year after a month or day: ", 2019", " of 2019", " in 2019", " '98"."""
    before = run.at(i).kind
    if before == "of":
        after = _skip(run, i + 1, "the")
        found = _parse_year_after(run, after)
        if found is None and run.reference is not None:
            token = run.at(after)
            if token.kind == "number" and len(token.word) == 2 and token.value > 31:
                return full_year(token.value), after + 1
        return found
    if before == "in":
        return _parse_year_after(run, i + 1)
    after = _skip(run, i, "comma", "dash") if run.is_tight(i) or before == "comma" else i
    return _parse_year_after(run, after)


_ALSO_VERBS = WordSet("dates/also_verb")


def has_everyday_month(run: Run, i: int) -> bool:
    """Whether the month is written as an everyday word: "5 may", "march 3"."""
    token = run.at(i)
    return token.word == "lower" and run.text[token.start : token.end].rstrip(".") in _ALSO_VERBS


def _day(year: int | None, month: int, day: int) -> CalendarPoint | None:
    return CalendarPoint(year=year, month=month, day=day) if is_day(year, month, day) else None


def _parse_month(run: Run, i: int) -> Reading | None:
    """What begins with a month: "January 26, 2019", "Jan. 26", "January 2019", "January"."""
    token = run.at(i)
    month = token.value
    after = i + 1
    joined = run.at(after).kind in ("dash", "slash") and run.is_tight(after)
    begin = after + 1 if joined else after
    # "Jan-2019", "September-2020-23"
    if joined:
        year = _plain_year(run.at(begin))
        if year is not None:
            day_token = run.at(begin + 2)
            if run.at(begin + 1).kind in ("dash", "slash") and run.is_tight(begin + 1):
                point = _day(year, month, day_token.value) if len(day_token.word) == 2 else None
                if point is not None:
                    return Reading(point, begin + 3, "month_year_day")
            return Reading(CalendarPoint(year=year, month=month), begin + 1, "month_year")
    short = run.at(begin)
    is_short_year = short.kind == "number" and short.word.startswith("0") and len(short.word) == 2
    if is_short_year and run.text.endswith(("in ", "In "), 0, token.start):  # "in January 06"
        return Reading(CalendarPoint(year=full_year(short.value), month=month), begin + 1, "month_year")
    day = _parse_day_number(run, _skip(run, begin, "the"))
    if day is not None and not (joined and run.at(begin).kind != "number"):
        reading = _parse_month_day(run, month, day, joined=joined)
        is_code = joined and run.text[token.start : token.end].isupper()  # "the MAR-1 missile"
        if reading is not None and not (is_code and reading.point.year is None):
            has_year = reading.point.year is not None
            return reading if has_year else reading._replace(sure=not has_everyday_month(run, i))
    if not joined:
        found = _parse_year_of_month(run, after)
        if _follows_impossible_day(run, i, None if found is None else found[0]):
            return None
        if found is not None:
            sure = not has_everyday_month(run, i)
            return Reading(CalendarPoint(year=found[0], month=month), found[1], "month_year", sure=sure)
    return Reading(CalendarPoint(month=month), after, "month", sure=token.word == "sure")


def _follows_impossible_day(run: Run, i: int, year: int | None) -> bool:
    """Whether the month is that of a day it does not have ("31 April 2021"): either of them may be wrong."""
    before = i - 1
    while before >= 0 and run.at(before).kind in ("of", "the"):
        before -= 1
    token = run.at(before) if before >= 0 else None
    if token is None or token.kind not in ("number", "ordinal") or not 29 <= token.value <= 31:
        return False
    return not is_day(year, run.at(i).value, token.value)


def _parse_month_day(run: Run, month: int, day: tuple[int, int], *, joined: bool) -> Reading | None:
    """The rest of "January 26, 2019" after the day."""
    number, after = day
    if joined and run.at(after).kind in ("dash", "slash") and run.is_tight(after):  # "Jan-26-2019"
        found = _parse_year_after(run, after + 1)
        if found is not None and (point := _day(found[0], month, number)):
            return Reading(point, found[1], "month_day_year")
    found = _parse_year_of_month(run, after)
    if found is not None:
        point = _day(found[0], month, number)
        return None if point is None else Reading(point, found[1], "month_day_year")
    point = _day(None, month, number)
    if (
        point is None
        or _is_more_digits(run, after - 1)
        or run.text[run.at(after - 1).end :][:1] in ("%", ":")
    ):
        return None
    return Reading(point, after, "month_day")


def _parse_day_first(run: Run, i: int) -> Reading | None:
    """What begins with a day number: "26 January 2019", "26th of January", "26-Jan-2019"."""
    day = _parse_day_number(run, i)
    if day is None:
        return None
    number, after = day
    sign = run.at(after).kind
    joined = sign in ("dash", "slash") and run.is_tight(after)
    begin = after + 1 if joined else _skip(run, after, "of", "the") if sign == "of" else after
    month = run.at(begin)
    if month.kind != "month" or (joined and not run.is_tight(begin)):
        return None
    after = begin + 1
    if run.at(after).kind in ("dash", "slash") and run.is_tight(after):
        found = _parse_year_after(run, after + 1)
        if (
            found is None
            and joined
            and len(run.at(after + 1).word) == 2
            and run.at(after + 1).kind == "number"
        ):
            found = full_year(run.at(after + 1).value), after + 2  # "26-Jan-98"
    else:
        found = _parse_year_of_month(run, after)
    if found is not None:
        point = _day(found[0], month.value, number)
        return None if point is None else Reading(point, found[1], "day_month_year")
    point = _day(None, month.value, number)
    if point is None:
        return None
    sure = not has_everyday_month(run, begin) or run.at(i).kind == "ordinal"
    return Reading(point, begin + 1, "day_month", sure=sure)


def _parse_number(run: Run, i: int) -> Reading | None:
    """What begins with a number: days, years, "2019 January 5", "2019-01", "12/2019", "500 BC"."""
    token = run.at(i)
    after = run.at(i + 1)
    year = _plain_year(token)
    if year is not None:
        return _parse_year_first(run, i, year)
    if after.kind == "era":
        if token.value and not (token.value > LATEST_YEAR and after.value > 0) and len(token.word) < 6:
            return Reading(CalendarPoint(year=token.value * after.value), i + 2, "year_of_era")
        return None
    if len(token.word) > 2:
        return None
    # "12-2015", "12/2015"
    if (
        after.kind in ("dash", "slash")
        and run.is_tight(i + 1)
        and run.is_tight(i + 2)
        and 1 <= token.value <= 12
    ):
        year = _plain_year(run.at(i + 2))
        if year is not None and year >= 1500 and not _is_more_digits(run, i + 2):
            return Reading(CalendarPoint(year=year, month=token.value), i + 3, "numeric_month")
    return _parse_day_first(run, i) or _parse_slash_day(run, i)


def _parse_grouped(run: Run, i: int) -> Reading | None:
    """Read "10,000 BC"."""
    if run.at(i + 1).kind != "era" or run.at(i + 1).value > 0:
        return None
    return Reading(CalendarPoint(year=-run.at(i).value), i + 2, "year_of_era")


def _parse_slash_day(run: Run, i: int) -> Reading | None:
    """Read "5/7" and "4-23" as a day of an unknown year; only where the order of the numbers is known."""
    first, sign, second = run.at(i), run.at(i + 1), run.at(i + 2)
    if run.date_order is None or sign.kind not in ("slash", "dash") or second.kind != "number":
        return None
    if not (run.is_tight(i + 1) and run.is_tight(i + 2)) or len(second.word) > 2:
        return None
    month, day = (second, first) if run.date_order == "dmy" else (first, second)
    point = _day(None, month.value, day.value)
    if point is None:
        return None
    found = _parse_year_after(run, _skip(run, i + 3, "comma"))
    if found is not None and (dated := _day(found[0], month.value, day.value)):
        return Reading(dated, found[1], "slash_day_year")
    return Reading(point, i + 3, "slash_day", sure=False)


def _parse_year_first(run: Run, i: int, year: int) -> Reading | None:
    """What begins with a year: "2019", "2019-01", "2019/aug/01", "2019 Q4", "2019 January 5", "2019 BC"."""
    after = run.at(i + 1)
    if after.kind == "era":
        return Reading(CalendarPoint(year=year * after.value), i + 2, "year_of_era")
    joined = after.kind in ("dash", "slash") and run.is_tight(i + 1) and run.is_tight(i + 2)
    begin = i + 2 if joined else i + 1
    token = run.at(begin)
    if token.kind == "month" and (joined or token.word != "lower" or run.at(begin + 1).kind == "number"
                                  or run.at(begin).end - run.at(begin).start > 3):  # fmt: skip
        following = begin + 1
        if joined and run.at(following).kind == after.kind and run.is_tight(following):
            following += 1
        day = _parse_day_number(run, following)
        if day is not None and (point := _day(year, token.value, day[0])):
            return Reading(point, day[1], "year_month_day")
        if joined or run.at(begin + 1).kind not in ("number", "ordinal"):
            return Reading(CalendarPoint(year=year, month=token.value), begin + 1, "year_month")
    if token.kind == "quarter":
        return Reading(CalendarPoint(year=year, quarter=token.value), begin + 1, "year_quarter")
    if token.kind == "half" and token.value in (1, 2):
        mod: Mod = "START" if token.value == 1 else "END"
        return Reading(CalendarPoint(year=year, mod=mod), begin + 1, "half_year")
    if token.kind == "season" and run.text[token.start].islower():
        return Reading(CalendarPoint(year=year, season=_SEASONS[token.word]), begin + 1, "season_year")
    if token.kind == "unit" and token.word == "week" and run.at(begin + 1).kind == "number":
        point = CalendarPoint(year=year, week=run.at(begin + 1).value)
        if point.first_day():
            return Reading(point, begin + 2, "numbered_week")
    if token.kind == "number" and not joined and len(token.word) == len(run.at(begin + 1).word) == 2:
        day_of_year = _day(year, token.value, run.at(begin + 1).value)  # "2016 10 16"
        if day_of_year is not None and run.text[token.end] == " " and run.at(begin + 2).kind != "number":
            return Reading(day_of_year, begin + 2, "spaced_date", sure=False)
    if joined and after.kind == "dash" and token.kind == "number" and len(token.word) == 2:  # noqa: SIM102
        # "2012-13" is a span, "2015-08" a month; "2009-10" may be either
        if 1 <= token.value <= 12 and (token.value <= year % 100 or year % 100 == 0):
            return Reading(CalendarPoint(year=year, month=token.value), begin + 1, "iso_month")
    quarter = None if joined else _parse_quarter_behind(run, begin, year)
    return quarter or Reading(CalendarPoint(year=year), i + 1, "year", sure=False)


def _parse_date_token(run: Run, i: int) -> Reading | None:
    token = run.at(i)
    point = parse_numeric_date(token.word, run.date_order, sliding=run.reference)
    if point is None:
        return None
    return Reading(point, i + 1, "numeric_date", sure=len(token.word) != 8 or not token.word.isdecimal())


def parse_numeric_date(
    surface: str, date_order: DateOrder | None, *, sliding: dt.date | None = None
) -> CalendarPoint | None:
    """The day of a date in figures, or None where day and month cannot be told apart.

    A year with two digits counts only with the date `sliding`: then it is the year from 80 years before it
    to 19 years after.

    >>> parse_numeric_date("01/26/2019", None).timex
    '2019-01-26'
    >>> parse_numeric_date("01/02/2019", None)  # January or February
    >>> parse_numeric_date("01/02/2019", "dmy").timex
    '2019-02-01'
    """
    if surface.isdecimal():
        return _day(int(surface[:4]), int(surface[4:6]), int(surface[6:8]))
    sign = next(character for character in surface if not character.isdecimal())
    first, second, third = (int(part) for part in surface.split(sign))
    if surface.find(sign) == 4:
        return _day(first, second, third) if EARLIEST_YEAR <= first <= LATEST_YEAR else None
    year = third
    if len(surface) - surface.rfind(sign) == 3:
        if sliding is None or date_order is None:
            return None
        year += 100 * ((sliding.year + 19 - year) // 100)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    month_first, day_first = _day(year, first, second), _day(year, second, first)
    if month_first is not None and day_first is not None and first != second:
        if date_order is None:
            # 26.01.2019: only countries that write the day first write dots
            return day_first if sign == "." else None
        return day_first if date_order == "dmy" else month_first
    return month_first or day_first


def _parse_decade(run: Run, i: int) -> Reading | None:
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


def _parse_short_decade(run: Run, i: int) -> Reading | None:
    """Read "'90s", "90s"; the twenties and before may be of this century or the last."""
    token = run.at(i)
    if token.value < SHORT_YEAR_PIVOT:
        return None
    return Reading(
        CalendarPoint(decade=190 + token.value // 10), i + 1, "short_decade", sure=token.word[0] in "'’‘"
    )


def _parse_decade_word(run: Run, i: int) -> Reading | None:
    """Read "nineties"."""
    value = run.at(i).value
    return None if value == 192 else Reading(CalendarPoint(decade=value), i + 1, "decade_word", sure=False)


def _parse_short_year(run: Run, i: int) -> Reading | None:
    return Reading(CalendarPoint(year=full_year(run.at(i).value)), i + 1, "short_year", sure=False)


def _parse_season(run: Run, i: int) -> Reading | None:
    """Read "summer of 2011", "winter 2019-20" (the first year), "summer"."""
    season = _SEASONS[run.at(i).word]
    after = i + 1
    if run.at(after).kind == "deictic" and run.at(i - 1).kind not in (
        "in",
        "the",
        "from",
        "to",
        "early_late",
    ):
        return None  # "sales will fall next year"
    found = _parse_year_after(run, after)
    # not the film "That Summer"; "a 4% fall in 2011" fell then, in no season
    word = run.text[run.at(i).start : run.at(i).end]
    can_take_in = run.at(after).kind == "in" and word[0].islower() and word != "fall"
    if found is None and (can_take_in or run.at(after).kind in ("of", "comma")):
        found = _parse_year_after(run, _skip(run, after + 1, "the"))
    if found is not None:
        end = found[1]
        # "winter 2019-20", "winter of 2019/20"
        if run.at(end).kind in ("dash", "slash") and run.at(end + 1).kind == "number":
            other = run.at(end + 1)
            if other.value % 100 == (found[0] + 1) % 100 and len(other.word) in (2, 4):
                end += 2
        return Reading(CalendarPoint(year=found[0], season=season), end, "season_year")
    return Reading(CalendarPoint(season=season), after, "season", sure=False)


_SEASONS = {"SP": "SP", "SU": "SU", "FA": "FA", "WI": "WI"}


def _parse_quarter_sign(run: Run, i: int) -> Reading | None:
    """Read "Q4 2022", "Q4 of fiscal 2022", "Q4'22", "Q4"."""
    quarter = run.at(i).value
    found = _parse_year_after(run, _skip(run, i + 1, "of", "comma", "dash", "in"))
    if found is None:
        return Reading(CalendarPoint(quarter=quarter), i + 1, "quarter", sure=False)
    return Reading(CalendarPoint(year=found[0], quarter=quarter), found[1], "quarter_year")


def _parse_year_half_sign(run: Run, i: int) -> Reading | None:
    """Read "2H22", "1H 2022"."""
    year = _signed_year(run, i)
    mod: Mod = "START" if run.at(i).value == 1 else "END"
    return None if year is None else Reading(CalendarPoint(year=year, mod=mod), i + 2, "half_year")


def _parse_year_quarter_sign(run: Run, i: int) -> Reading | None:
    """Read "4Q22", "4Q 2022"."""
    year = _signed_year(run, i)
    if year is None:
        return None
    return Reading(CalendarPoint(year=year, quarter=run.at(i).value), i + 2, "quarter_year")


def _signed_year(run: Run, i: int) -> int | None:
    """The year after "4Q" or "1H", of four digits or two."""
    after = run.at(i + 1)
    year = _plain_year(after)
    if year is None and after.kind == "number" and len(after.word) == 2:
        year = 2000 + after.value
    if year is None and after.kind == "shortyear":
        year = full_year(after.value)
    return year


def _parse_ordinal_first(run: Run, i: int) -> Reading | None:
    """What begins with an ordinal: centuries, quarters, weeks of a year, days of a month."""
    last = run.at(i).value == -1
    found = (-1, i + 1) if last else parse_ordinal(run, i)
    if found is None:
        return None
    number, after = found
    several = _parse_first_months(run, number, after) if number in (1, -1) else None
    if several is not None:
        return several
    after = _skip(run, after, "dash")
    unit = run.at(after)
    if unit.kind == "fiscal" and unit.word == "fiscal":
        unit, after = run.at(after + 1), after + 1
    if unit.kind == "unit":
        if unit.word == "century" and number > 0:
            return _parse_century(run, number, after + 1)
        if unit.word == "quarter" and (last or number <= 4):
            year = _parse_year_after(run, _skip(run, after + 1, "comma", "of", "in", "the"))
            if year is None and run.at(after + 1).kind != "of" and not last:
                return Reading(CalendarPoint(quarter=number), after + 1, "quarter", sure=False)
            if year is None:
                return None
            return Reading(
                CalendarPoint(year=year[0], quarter=4 if last else number), year[1], "quarter_year"
            )
        return _parse_counted_unit(run, number, after)
    return None if last else _parse_day_first(run, i)


def _parse_last(run: Run, i: int) -> Reading | None:
    """Read "last week of 2019", "last quarter of 2019"; other uses of "last" need the day of writing."""
    token = run.at(i)
    if run.text[token.start : token.end].lower() != "last":
        return None
    several = _parse_first_months(run, -1, i + 1)
    if several is not None:
        return several
    unit = run.at(i + 1)
    if unit.kind != "unit" or run.at(i + 2).kind != "of":
        return None
    if unit.word == "quarter":
        year = _parse_year_after(run, _skip(run, i + 3, "the"))
        return (
            None if year is None else Reading(CalendarPoint(year=year[0], quarter=4), year[1], "quarter_year")
        )
    return _parse_counted_unit(run, -1, i + 1)


def _parse_first_months(run: Run, number: int, i: int) -> Reading | None:
    """Read "(first) nine months of 2019", "(last) two quarters of 2019"."""
    amount = run.at(i)
    unit = run.at(i + 1)
    if (
        amount.kind not in ("cardinal", "number")
        or unit.kind != "unit"
        or run.at(i + 2).kind not in ("of", "in")
    ):
        return None
    size = {"month": 12, "quarter": 4}.get(unit.word, 0)
    if not 1 < amount.value < size:
        return None
    year = _parse_year_after(run, _skip(run, i + 3, "the"))
    if year is None:
        return None
    low, high = (1, amount.value) if number == 1 else (size - amount.value + 1, size)
    if unit.word == "month":
        first, last = CalendarPoint(year=year[0], month=low), CalendarPoint(year=year[0], month=high)
    else:
        first, last = CalendarPoint(year=year[0], quarter=low), CalendarPoint(year=year[0], quarter=high)
    return Reading(first, year[1], "first_units", until=last)


def _parse_century(run: Run, number: int, after: int) -> Reading | None:
    era = run.at(after)
    if era.kind == "era":
        century = number - 1 if era.value > 0 else -number
        return Reading(CalendarPoint(century=century), after + 1, "century")
    if number > 22 or (number == 1 and era.kind == "of"):
        return None  # "the first century of its existence"
    return Reading(CalendarPoint(century=number - 1), after, "century")


def _parse_counted_unit(run: Run, number: int, unit_index: int) -> Reading | None:
    """Read "first week of 2019", "last day of May", "first decade of the 21st century" and the like.

    A week of a month has no TIMEX3 value: the first and the last are its START and END, of the others the
    month alone is given.
    """
    unit = run.at(unit_index).word
    whole = parse_plain_point(run, _skip(run, unit_index + 1, "of", "in", "the"))
    if whole is None or whole.until is not None or whole.point.mod is not None:
        return None
    year, month, kind = whole.point.year, whole.point.month, whole.point.kind
    point: CalendarPoint | None = None
    if kind == "year" and year is not None and year > 0:
        if unit == "month":
            point = CalendarPoint(year=year, month=12 if number == -1 else number) if number <= 12 else None
        elif unit == "week":
            weeks = dt.date(year, 12, 28).isocalendar().week
            week = weeks if number == -1 else number
            point = CalendarPoint(year=year, week=week) if week <= weeks else None
        elif unit == "day" and abs(number) == 1:
            point = _day(year, 1, 1) if number == 1 else _day(year, 12, 31)
    elif kind == "month" and month is not None:
        if unit == "week" and number <= 5:
            mod: Mod | None = "START" if number == 1 else "END" if number == -1 else None
            point = whole.point.with_mod(mod)
        elif unit == "day":
            last = next((day for day in (31, 30, 29, 28) if is_day(year, month, day)), 28)
            known = year is not None or month != 2 or number != -1
            point = _day(year, month, last if number == -1 else number) if known else None
    elif (
        kind == "century"
        and unit == "decade"
        and whole.point.century is not None
        and whole.point.century >= 0
    ):
        if number == -1 or number <= 10:
            point = CalendarPoint(decade=whole.point.century * 10 + (9 if number == -1 else number - 1))
    elif kind == "decade" and unit == "year" and whole.point.decade is not None and abs(number) == 1:
        point = CalendarPoint(year=whole.point.decade * 10 + (0 if number == 1 else 9))
    return None if point is None else Reading(point, whole.end, "counted_unit")


def _parse_era_first(run: Run, i: int) -> Reading | None:
    """Read "AD 79"."""
    era, number = run.at(i), run.at(i + 1)
    if era.value > 0 and number.kind == "number" and 0 < number.value <= LATEST_YEAR:
        return Reading(CalendarPoint(year=number.value), i + 2, "year_of_era")
    return None


def _parse_fiscal(run: Run, i: int) -> Reading | None:
    found = _parse_fiscal_year(run, i)
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
    quarter = _parse_quarter_behind(run, end, year)
    return quarter or Reading(CalendarPoint(year=year), end, "fiscal_year")


def _parse_quarter_behind(run: Run, i: int, year: int) -> Reading | None:
    """The quarter that is named behind its year: "fiscal 2022 second-quarter", "2020 fourth quarter"."""
    part = _parse_ordinal_first(run, i) if run.at(i).kind == "ordinal" else None
    if part is None or part.point.year is not None or part.point.quarter is None:
        return None
    return Reading(CalendarPoint(year=year, quarter=part.point.quarter), part.end, "quarter_year")


def _parse_unit_first(run: Run, i: int) -> Reading | None:
    """Read "year 2000", "the years 1990", "week 31 of 2019"."""
    unit = run.at(i).word
    if unit == "year":
        year = _parse_year_after(run, _skip(run, i + 1, "of"))
        return None if year is None else Reading(CalendarPoint(year=year[0]), year[1], "named_year")
    if unit == "week" and run.at(i + 1).kind == "number" and 1 <= run.at(i + 1).value <= 53:
        year = _parse_year_after(run, _skip(run, i + 2, "comma", "of", "in"))
        if year is not None:
            point = CalendarPoint(year=year[0], week=run.at(i + 1).value)
            return Reading(point, year[1], "numbered_week") if point.first_day() else None
    if unit == "week" and run.at(i + 1).kind == "of":
        day = parse_plain_point(run, _skip(run, i + 2, "the"))
        first = (
            day.point.first_day()
            if day is not None and day.until is None and day.point.kind == "day"
            else None
        )
        if day is not None and first is not None and (week := unit_around(first, "week")):
            return Reading(week, day.end, "week_of_day")
    return None


def _parse_cardinal_first(run: Run, i: int) -> Reading | None:
    """Spelled years, "nineteen eighties", "twenty-first century", "twenty five January 1986"."""
    ordinal = _parse_ordinal_first(run, i)
    if ordinal is not None:
        return ordinal
    if run.at(i).value == 19 and run.at(_skip(run, i + 1, "dash")).kind == "decade_word":
        after = _skip(run, i + 1, "dash")
        return Reading(CalendarPoint(decade=run.at(after).value), after + 1, "spelled_decade")
    year = parse_spelled_year(run, i)
    if year is not None:
        return Reading(CalendarPoint(year=year[0]), year[1], "spelled_year", sure=False)
    day = _parse_small_cardinal(run, i)
    if day is not None and run.at(day[1]).kind == "month" and run.at(day[1]).word != "lower":
        month = run.at(day[1]).value
        found = _parse_year_of_month(run, day[1] + 1)
        if found is not None and (point := _day(found[0], month, day[0])):
            return Reading(point, found[1], "spelled_day")
    return None


def _parse_weekday(run: Run, i: int) -> Reading | None:
    """Read "Friday, 5 May 2017", "Friday the 5th of May"; the weekday adds nothing."""
    after = _skip(run, i + 1, "comma", "the")
    if run.at(after).kind == "weekday":
        return None
    reading = parse_plain_point(run, after)
    return reading if reading is not None and reading.point.kind == "day" and reading.point.month else None


def _parse_holiday(run: Run, i: int) -> Reading | None:
    """Read "Christmas Day 2019"."""
    year = _parse_year_after(run, _skip(run, i + 1, "comma", "of", "in"))
    if year is None:
        return None
    point = holiday_in(run.at(i).word, year[0])
    return None if point is None else Reading(point, year[1], "holiday")


_PARSERS = {
    "month": _parse_month,
    "number": _parse_number,
    "grouped": _parse_grouped,
    "date": _parse_date_token,
    "decade": _parse_decade,
    "shortdecade": _parse_short_decade,
    "decade_word": _parse_decade_word,
    "shortyear": _parse_short_year,
    "season": _parse_season,
    "quarter": _parse_quarter_sign,
    "yearquarter": _parse_year_quarter_sign,
    "yearhalf": _parse_year_half_sign,
    "ordinal": _parse_ordinal_first,
    "era": _parse_era_first,
    "fiscal": _parse_fiscal,
    "unit": _parse_unit_first,
    "cardinal": _parse_cardinal_first,
    "weekday": _parse_weekday,
    "holiday": _parse_holiday,
    "deictic": _parse_last,
}
