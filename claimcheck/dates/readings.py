"""A run of date words, and what some of its words mean: the types that the grammar of dates works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.dates.calendar_points import CalendarPoint, Mod, is_day
from claimcheck.dates.tokens import END, Token

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

DateOrder = Literal["mdy", "dmy", "ymd"]
EARLIEST_YEAR, LATEST_YEAR = 1000, 2199
MODS: dict[str, Mod] = {"START": "START", "MID": "MID", "END": "END"}
SEASONS = {"SP": "SP", "SU": "SU", "FA": "FA", "WI": "WI"}


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


def skip(run: Run, i: int, *kinds: str) -> int:
    """The index after one optional token of each kind, in this order."""
    for kind in kinds:
        if run.at(i).kind == kind:
            i += 1
    return i


def day_point_of(year: int | None, month: int, day: int) -> CalendarPoint | None:
    """The point of a day, or None where the calendar has no such day."""
    return CalendarPoint(year=year, month=month, day=day) if is_day(year, month, day) else None
