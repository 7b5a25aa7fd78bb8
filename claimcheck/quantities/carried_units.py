"""A unit that is said once for two values told side by side: "79.4 years for men and 83.1 for women".

So is a currency: "$80,000 and a bonus of 25,000", "EUR 0.92 (0.81)".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.quantities.amount import Amount

_BETWEEN = WordPattern(
    r" (?P<lead>(?:<quantities/side_by_side>)) (?:[\w’'-]+ ){1,5}?(?:,? ?(?:<quantities/second_of_two>)) $"
)
_LIMIT = WordPattern(
    r",? (?:(?:[\w’'-]+,? ){0,4}?(?:<quantities/limit>)"
    r"|(?:[\w’'-]+ )?(?:<quantities/held_against>) (?:[\w’'-]+ ){0,3}?(?:<quantities/middle>)) of $"
)
"""Between a value and what it is held against: "38 hl/ha, well below the legal limit of 56"."""
_PART_OF = WordPattern(r", of which $")
_SUM_OF = WordPattern(
    r",? (?:(?:<quantities/leading_to_sum>|<quantities/leading_to_level>) (?:an? |the |its |their )"
    r"(?:[\w’'-]+ ){0,2}?(?:<quantities/sum_of>)"
    r"|(?:<quantities/leading_to_level>) (?:an? |the |its |their )"
    r"(?:(?:<quantities/before_level_of_sum>|[\w’']+-[\w’'-]+) ){0,2}?(?:<quantities/level_of_sum>)) of $"
)
"""Between a sum of money and another one: "80,000 euros and a bonus of 25,000"."""
_CLOSED = WordPattern(r"(?:[,.;:)](?!\d)|$| (?:<quantities/behind_carried>)(?![^\W_]))")
_FURTHEST = 60
_ALIKE = 10
"""Times the one value is as large as the other, at most: both are of one thing."""


def carry_units(low: str, amounts: Sequence[Amount]) -> None:
    """Give bare numbers the unit of the measure before them, in place, where both are told alike.

    `low` is the text in lower case with equal offsets.
    """
    for first, second in _neighbours(low, amounts):
        if first.aside is not None or second.aside is not None or second.kind:
            continue
        if first.kind == "money":
            _carry_currency(low, first, second)
            continue
        if first.kind != "measure":
            continue
        if first.unit_end <= first.unit_start or first.is_age or second.fraction or second.form == "ordinal":
            continue
        gap = second.start - first.end
        if not 0 < gap <= _FURTHEST or low[first.unit_start : first.unit_start + 1] == "-":
            continue
        if not _is_told_alike(low, first, second) or not _are_alike(first, second):
            continue
        second.kind, second.unit, second.unit_reading = first.kind, first.unit, first.unit_reading
        second.per = first.per
        second.found_by = "carried-unit"


def _neighbours(low: str, amounts: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Each amount with the next one, also past a span of time that is an attribute: "a ten-year mean of"."""
    yield from pairwise(amounts)
    for first, between, second in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if between.kind == "measure" and low[between.number_end : between.number_end + 1] == "-":
            yield first, second


def _is_told_alike(low: str, first: Amount, second: Amount) -> bool:
    """Whether words lead from a measure to a bare number of the same thing."""
    lead = _BETWEEN.match(low, first.end, second.start)
    if lead is not None:
        return low.startswith(f" {lead['lead']} ", second.end)
    is_held_against = any(between.fullmatch(low, first.end, second.start) for between in (_LIMIT, _PART_OF))
    return is_held_against and second.noun is None and _CLOSED.match(low, second.end) is not None


def _are_alike(first: Amount, second: Amount) -> bool:
    """Whether two values are of one size, and written alike."""
    if first.low is not None or second.low is not None or first.value <= 0 or second.value <= 0:
        return False
    return max(first.value, second.value) <= _ALIKE * min(first.value, second.value)


def _carry_currency(low: str, first: Amount, second: Amount) -> None:
    """Give a bare number the currency before it, in place, where it is another such sum or, in brackets, the
    same one a year before.
    """
    is_in_figures = all(low[amount.number_start].isdigit() for amount in (first, second))
    if not is_in_figures or first.fraction or second.fraction or second.tolerance is not None:
        return
    between = low[first.end : second.start]
    if between == " (":
        if low[second.end : second.end + 1] != ")" or not _is_written_alike(low, first, second):
            return
        if first.has_scale and first.mantissa:
            second.value, second.has_scale = second.value * (first.value / first.mantissa), True
    elif (
        second.noun is not None
        or _SUM_OF.fullmatch(low, first.end, second.start) is None
        or _CLOSED.match(low, second.end) is None
    ):
        return
    if not _are_alike(first, second):
        return
    second.kind, second.unit, second.currency, second.per = first.kind, first.unit, first.currency, first.per
    second.found_by = "carried-unit"


def _is_written_alike(low: str, first: Amount, second: Amount) -> bool:
    """Whether two numbers are of one size with as many decimals, or with grouped thousands: "0.92 (0.81)"."""
    if second.has_scale or not first.mantissa or not second.mantissa:
        return False
    one, other = (low[amount.number_start : amount.number_end] for amount in (first, second))
    digits = one.split(" ")[0]
    if digits.rpartition(".")[1] != other.rpartition(".")[1]:
        return False
    is_exact = "." in other and len(digits.rpartition(".")[2]) == len(other.rpartition(".")[2])
    is_grouped = "," in other and "," in digits
    small, large = sorted((first.mantissa, second.mantissa))
    return (is_exact or is_grouped) and large <= _NEXT_YEAR * small


_NEXT_YEAR = 3
"""Times that a value may have grown or shrunk from one year to the next."""
