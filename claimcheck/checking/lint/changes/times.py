"""Of which time a figure is: each word of time in a sentence goes to the figure that it stands nearest to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimcheck.checking.lint.dated import A_YEAR, month_number
from claimcheck.lexicons.word_sets import WordPattern, word_list

if TYPE_CHECKING:
    import re

    from claimcheck.checking.lint.figures import FigureSentence

Order = Literal["before", "after", "apart"]


@dataclass(frozen=True, slots=True)
class When:
    """A time as a text gives it: `once` and `now`, or a date, of which the year, the month or both are known."""

    kind: Literal["once", "now", "date", "weekday"]
    year: int = 0
    month: int = 0
    day: int = 0

    def to(self, other: When) -> Order | None:
        """How this time lies to another: before or after it, or apart from it; None where both may be one."""
        if "once" in (self.kind, other.kind) and self.kind != other.kind:
            return "before" if self.kind == "once" else "after"
        if "now" in (self.kind, other.kind) and self.kind != other.kind:
            return "after" if self.kind == "now" else "before"
        if self.kind != other.kind or self == other:
            return None
        if self.kind == "weekday":
            return "apart"
        if self.year and other.year:
            if self.year != other.year:
                return "before" if self.year < other.year else "after"
            return "apart" if self.month and other.month else None
        return "apart" if self.month and other.month and self.month != other.month else None


_DATE = rf"(?<!\bsince )(?:(?:\b(?:<lint/before_month>) |\d )(?P<month><common/month>)\b(?:,? (?P<year>{A_YEAR}\b))?|(?P<alone>\b{A_YEAR}\b))"
"""Not behind "since": from there on something is told, and no figure is of that time."""
_TIME = WordPattern(
    rf"(?P<once>\b(?:<lint/once>)\b(?! (?:<lint/deducted>)\b))|(?P<now>\b(?:<lint/now>)\b)|(?P<weekday>\b(?:<common/weekday>)\b)|{_DATE}"
)
_AGO = WordPattern(r"<[0-9]+> (?:<lint/ago>)\b")
"""Behind a stretch of time in figures: "<2> ago"."""

_CUE = WordPattern(r"\b(?:<lint/from_cue>|<lint/after_cue>) (?:the |a )?(?:[a-z]{3} )?(?:(?:<lint/near>) )*$")
_SEPARATOR = WordPattern(r"[,;(–—]| (?:and|but|while|whereas)\b")
_COST = 25
"""Characters that a comma, or a word that begins a clause, counts for in the distance between a time and a figure."""

_FARTHEST = 120


def times_of(
    sentence: FigureSentence, levels: tuple[int, ...], deed: tuple[int, int] | None
) -> dict[int | None, When]:
    """The time of each of some figures of a sentence by its index, and that of a deed told beside them by None.

    Args:
        sentence: one, or two read as one.
        levels: indices of figures.
        deed: where the words of the deed stand in the template; None where that is not known.
    """
    words = sentence.template
    places: dict[int | None, tuple[int, int]] = {index: sentence.slots[index] for index in levels}
    if deed is not None:
        places[None] = deed
    nearest: dict[int | None, tuple[int, When]] = {}
    for match in (*_TIME.finditer(words), *_AGO.finditer(words)):
        costs = [(_distance(words, match.span(), slot), index) for index, slot in places.items()]
        cost, index = min(costs, key=lambda pair: pair[0])
        if cost <= _FARTHEST and (index not in nearest or cost < nearest[index][0]):
            nearest[index] = (cost, _when(match))
    found = {index: when for index, (_, when) in nearest.items()}
    for index in levels:
        if index and _CUE.search(sentence.before(index)):
            found[index] = When("once")
    return found


def _distance(words: str, time: tuple[int, int], slot: tuple[int, int]) -> int:
    between = words[time[1] : slot[0]] if time[1] <= slot[0] else words[slot[1] : time[0]]
    return len(between) + _COST * len(_SEPARATOR.compiled().findall(between))


def _when(match: re.Match[str]) -> When:
    groups = match.groupdict()
    if not groups or groups.get("once"):
        return When("once")
    if groups["now"]:
        return When("now")
    if groups["weekday"]:
        return When("weekday", day=word_list("common/weekday").index(groups["weekday"]) + 1)
    if groups["alone"]:
        return When("date", year=int(groups["alone"]))
    return When("date", year=int(groups["year"] or 0), month=month_number(groups["month"]))
