"""An "m" glued to digits is a million where the text counts in millions: "18.9m riders, up from 17.8m".

Beside a counted noun the letter multiplies anyway. Without one it is read as metres, which is wrong where the
same passage counts things in millions and speaks of no length.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.scale_letters import multiply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.quantities.amount import Amount

_REACH = 600  # characters: a long paragraph
_MILLION = Decimal(1_000_000)
_LENGTH_AFTER = WordPattern(
    r"[-²³/]|[ ](?:<quantities/extent_behind>"
    r"|from|of(?! (?:which|whom|these|those|them)(?![^\W_]))|by|x|×|per)(?![^\W_])"
)
_LENGTH_BEFORE = WordPattern(
    r"(?<![^\W_])(?:<quantities/extent_before>)(?![^\W_])[^.;:]{0,24}$"
    r"|(?:(?<![^\W_])by|x|×) ?$"
)


_PEOPLE_IN_MILLIONS = WordPattern(r" (?:[a-z]+ )?(?:<quantities/people_in_millions>)(?![^\W_])")
_COUNTED_BEFORE = WordPattern(
    r"(?<![^\W_])(?:<quantities/counted_in_millions>)(?![^\W_])"
    r"(?: (?:across|at|for|in|of|on|to) [^.;:!?\n]{1,50}?)?"
    r" (?:<bare_counts/amounting>|to|at|of) (?:(?:<quantities/blur>) )?$"
)
"""Before how many there are of something that is counted: "passenger numbers on the line reached"."""
_COUNTED_CHARS = 100


def take_millions(text: str, low: str, amounts: Sequence[Amount]) -> None:
    """Turn metres that are millions into what they are, in place."""
    for amount in amounts:
        is_open = amount.aside is None and _may_be_millions(text, low, amount)
        left = max(0, amount.start - _COUNTED_CHARS)
        if is_open and _COUNTED_BEFORE.search(low, left, amount.start):
            _become_millions(amount)
    counted = [amount for amount in amounts if _counts_millions(text, amount)]
    if not counted:
        return
    lengths = [a for a in amounts if a.aside is None and _is_length(a) and not _may_be_millions(text, low, a)]
    for amount in amounts:
        if amount.aside is not None or not _may_be_millions(text, low, amount):
            continue
        is_counted = any(abs(other.start - amount.start) <= _REACH for other in counted)
        if is_counted and not any(abs(other.start - amount.start) <= _REACH for other in lengths):
            _become_millions(amount)


def _become_millions(amount: Amount) -> None:
    """Read the "m" of so many metres as a scale, in place."""
    end = amount.end
    amount.kind, amount.unit, amount.unit_reading, amount.found_by = "", None, None, ""
    amount.unit_start = amount.unit_end = -1
    multiply(amount, _MILLION, end)


def _counts_millions(text: str, amount: Amount) -> bool:
    """Whether an "m" multiplies a number of things, "1.1m seats", or people are counted in millions."""
    is_plain = amount.aside is None and not amount.kind
    if not is_plain or not amount.has_scale:
        return False
    is_glued = amount.form == "digits" and text[amount.number_end - 1] == "m"
    return is_glued or (amount.value >= _MILLION and _PEOPLE_IN_MILLIONS.match(text, amount.end) is not None)


def _is_length(amount: Amount) -> bool:
    return amount.unit_reading is not None and amount.unit_reading.quality in ("length", "area", "compound")


def _may_be_millions(text: str, low: str, amount: Amount) -> bool:
    """Whether metres are an "m" glued to digits, with nothing beside it that is long, high or run."""
    if amount.unit != "meter" or amount.form != "digits" or amount.per is not None:
        return False
    if text[amount.number_end : amount.end] != "m":
        return False
    left = low[max(0, amount.start - 40) : amount.start]
    return _LENGTH_AFTER.match(low, amount.end) is None and _LENGTH_BEFORE.search(left) is None
