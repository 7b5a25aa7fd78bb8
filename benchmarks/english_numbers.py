"""Numbers, days and months as English writes them, for the scripts beside this one; nothing of claimcheck."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def spelled(number: int) -> str:
    """A number below a hundred in words.

    >>> spelled(42)
    'forty-two'
    """
    if number < len(SMALL):
        return SMALL[number]
    tens, rest = divmod(number, 10)
    return TENS[tens - 2] + (f"-{SMALL[rest]}" if rest else "")


def number_in(words: str) -> int | None:
    """The number below a hundred that words stand for.

    >>> number_in("Forty-two")
    42
    """
    return _spelled_numbers().get(words.lower())


@cache
def _spelled_numbers() -> Mapping[str, int]:
    return {spelled(number): number for number in range(100)}


def ordinal(number: int) -> str:
    """A number with the ending of its rank.

    >>> ordinal(12), ordinal(22)
    ('12th', '22nd')
    """
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
