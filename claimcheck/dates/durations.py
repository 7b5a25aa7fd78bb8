"""Lengths of time in words and figures: "two weeks", "2 years 1 month and 21 days", "five working days"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.dates.calendar_points import CalendarPoint, add_units, add_working_days, unit_around
from claimcheck.dates.readings import Run, skip

if TYPE_CHECKING:
    import datetime as dt

    from claimcheck.dates.tokens import Token

MAX_AMOUNT = 10_000


class Duration(NamedTuple):
    """Amounts of units with the token after them: ((2, "year"), (1, "month"))."""

    parts: tuple[tuple[int, str], ...]
    working: bool
    begin: int
    end: int

    def added_to(self, day: dt.date, sign: int) -> dt.date | None:
        """The day this much after (`sign` 1) or before (-1) another."""
        result: dt.date | None = day
        for amount, unit in self.parts:
            if result is None:
                return None
            if self.working and unit == "day":
                result = add_working_days(result, sign * amount)
            else:
                result = add_units(result, unit, sign * amount)
        return result

    def point_from(self, day: dt.date, sign: int) -> CalendarPoint | None:
        """What the duration leads to, no finer than its own finest unit: two years on is a year."""
        if not self.parts:
            return None
        reached = self.added_to(day, sign)
        if reached is None:
            return None
        unit = self.parts[-1][1]
        return unit_around(reached, unit if unit in ("month", "year", "decade", "century") else "day")


def parse_amount(run: Run, i: int) -> tuple[int, int] | None:
    """How many of a unit: (amount, index after it)."""
    token = run.at(i)
    if token.kind == "number":
        return (token.value, i + 1) if 0 < token.value <= MAX_AMOUNT else None
    if token.kind == "article":
        return 1, i + 1
    if token.kind == "cardinal":
        after = i + 1
        if token.value >= 20 and token.value % 10 == 0:
            after = skip(run, after, "dash")
            unit = run.at(after)
            if unit.kind == "cardinal" and unit.value < 10:
                return token.value + unit.value, after + 1
            after = i + 1
        if run.at(after).kind == "scale" and run.at(after).value == 100:
            return token.value * 100, after + 1
        return token.value, after
    return None


def parse_duration(run: Run, i: int) -> Duration | None:
    """Read "two weeks", "2 years 1 month and 21 days", "five working days"."""
    parts: list[tuple[int, str]] = []
    working = False
    end = i
    while len(parts) < 4:
        begin = skip(run, end, "comma", "and") if parts else end
        amount = parse_amount(run, begin)
        if amount is None:
            break
        after = amount[1]
        if run.at(after).kind == "working":
            working, after = True, after + 1
        after = skip(run, after, "dash")
        unit = run.at(after)
        if unit.kind != "unit" or not agrees_in_number(run, amount[0], unit):
            break
        if unit.word == "fortnight":
            parts.append((2 * amount[0], "week"))
        elif unit.word != "weekend":
            parts.append((amount[0], unit.word))
        else:
            break
        end = after + 1
    return Duration(tuple(parts), working, i, end) if parts else None


def agrees_in_number(run: Run, amount: int, unit: Token) -> bool:
    """Whether the unit's number goes with the amount; "two year" is let pass, "only 3 next week" is not."""
    return amount == 1 or unit.word == "year" or run.text[unit.start : unit.end].lower().endswith("s")
