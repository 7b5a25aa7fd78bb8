"""Hours of the day: how long something lasts from one to the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.lint.figures import MINUTES
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)?(?![\d:]|\.\d)",
    re.IGNORECASE,
)
_BEGINS = WordPattern(r"\b(?:<lint/begins_at>)(?: at)? $", re.IGNORECASE)
_ENDS = WordPattern(r"\b(?:<lint/ends_at>)(?: at)? $", re.IGNORECASE)
_LASTS = WordPattern(r"\b(?:<lint/to_last>)(?: for)? (?:(?:<lint/near>) )*$", re.IGNORECASE)
_OTHER_CLAUSE = WordPattern(
    r";|\b(?:but|while|whereas)\b|\band (?:<common/article_or_possessor>) (?!half\b)", re.IGNORECASE
)
_ON_A_DAY = WordPattern(r"\b(?:<common/weekday>)\b", re.IGNORECASE)
_TRAVELS = WordPattern(r"\b(?:<lint/travels>)\b|\b(?:<lint/leaves_for>) (?-i:[A-Z])", re.IGNORECASE)
_UNITS = ("hour", "minute")
_DAY = 24 * 60
_HALF_DAY = _DAY // 2


def find_wrong_hours(text: LintText) -> Iterator[Finding]:
    """Lengths in hours or minutes that are not those between the two hours of the sentence."""
    for sentence in text.sentences:
        lengths = [f for f in sentence.figures if f.unit in _UNITS and _is_length(sentence, f)]
        if len(lengths) != 1 or _TRAVELS.search(sentence.text):
            continue  # the hours may be those of two time zones
        hours = _hours(sentence)
        if hours is None:
            continue
        length = lengths[0]
        minutes = (hours[1] - hours[0]) % _DAY
        told = length.interval.scaled(MINUTES[length.unit or "hour"]).widened(1)
        if not told.low <= minutes <= told.high:
            yield text.finding(
                "lint/duration",
                sentence,
                (length,),
                f"from one hour to the other it is {minutes} minutes, not {length.text}",
                arithmetic=f"{_shown(hours[1])} − {_shown(hours[0])} = {minutes} min",
            )


def _is_length(sentence: FigureSentence, figure: Figure) -> bool:
    """Whether a stretch of time is told as that from one hour to the other: behind "lasting", or before "later"."""
    if _LASTS.search(sentence.text, 0, figure.start):
        return True
    is_behind = _BEHIND_CLOCK.search(sentence.text, 0, figure.start) is not None
    return is_behind and _LATER.match(sentence.text, figure.end) is not None


_BEHIND_CLOCK = WordPattern(
    r"\d(?: ?[ap]\.?m\.?)?(?: [a-z]+ the (?:<lint/part_of_day>))?, (?:(?:<lint/near>) )*$"
)
_THEN_LATER = WordPattern(r",? (?:(?:<lint/near>) )*[\w -]{3,25}? (?:<lint/later>)(?=[.,;)]|$)")
_LATER = WordPattern(r" (?:<lint/later>)(?=[.,;)]|$)")


def _hours(sentence: FigureSentence) -> tuple[int, int] | None:
    """The only two hours of a sentence, in minutes: one at which something begins, one at which it ends."""
    clocks = [match for match in _CLOCK.finditer(sentence.text) if match["minute"] or match["half"]]
    if len(clocks) != 2:
        return None
    first, last = clocks
    if _OTHER_CLAUSE.search(sentence.text) or _ON_A_DAY.search(sentence.text):
        return None
    if (first["half"] is None) != (last["half"] is None):
        return None
    is_from = _BEGINS.search(sentence.text, 0, first.start()) is not None
    is_from_to = is_from and _ENDS.search(sentence.text, 0, last.start()) is not None
    if is_from_to or _THEN_LATER.match(sentence.text, last.end()):
        return _minutes(first), _minutes(last)
    return None


def _minutes(clock: re.Match[str]) -> int:
    minutes = int(clock["hour"]) * 60 + int(clock["minute"] or 0)
    if clock["half"] is None:
        return minutes
    return minutes % _HALF_DAY + (_HALF_DAY if clock["half"].lower().startswith("p") else 0)


def _shown(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
