"""Percent, percentage points, basis points and per mille after a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.counted_nouns import NounPhrase
from claimcheck.quantities.rates import take_per

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount


PERCENT = re.compile(
    r"[ \u00a0\u2009]{0,2}\n?(?:(?P<sign>[%٪﹪％])|(?P<permille>‰)"
    r"|-?(?P<word>(?:per[ -]?cents?|percentages?|pct|pc|wt[ ]?%|vol[ ]?%|mol[ ]?%)(?![^\W_])\.?))"
    r"(?P<point>(?:[ -](?:age[ -])?|-)?(?:points?|pts?)(?![^\W_]))?"
    r"|[ \u00a0-]?(?P<points>percentage[ -]points?|(?:ppts?|pps?)(?![^\W_])|%-?points?|p\.p\.)"
    r"|[ \u00a0-]?(?P<basis>basis[ -]points?|bps(?![^\W_])|bp(?![^\W_]))"
)


_PERCENT_HINT = frozenset("%٪﹪％‰")


def take_percent(low: str, amount: Amount) -> bool:
    """Take percent, percentage points, basis points or per mille after the number."""
    end = amount.end
    character = low[end : end + 1]
    if character not in _PERCENT_HINT:
        probe = low[end : end + 3].lstrip(" \u00a0\u2009\n-")[:1]
        is_share = probe in ("p", "%", "b", "w", "v", "‰", "٪")
        if not is_share and not (probe == "m" and "%" in low[end : end + 7]):  # "0.5 mol%"
            return False
    found = PERCENT.match(low, end)
    if found is None:
        return False
    unit = _unit_of(found)
    amount.kind, amount.unit, amount.end = "percent", unit, found.end()
    amount.unit_start, amount.unit_end = end, found.end()
    if found["word"] and found["word"].endswith(".") and unit == "percent":
        amount.end -= 1
        amount.unit_end -= 1
    if amount.fraction and amount.form == "fraction":
        amount.fraction = False
    amount.found_by = "percent"
    take_per(low, amount)
    return True


def _unit_of(found: re.Match[str]) -> str:
    if found["basis"]:
        return "basis_point"
    if found["points"] or found["point"]:
        return "percentage_point"
    return "per_mille" if found["permille"] else "percent"


_POINT = re.compile(r"points?(?![^\W_])")
_RATES = WordPattern(r"(?<![^\W_])(?:<quantities/of_rates>)(?![^\W_])|\d ?%")
_RATE_CHARS = 90  # a clause on either side


def take_part_of_percent(low: str, amount: Amount, at: int) -> bool:
    """Take the percent or point that a fraction is of: "half a percentage point", "a third of a percent".

    `at` is where the unit begins. A bare "quarter point" is one of percent only where rates are spoken of,
    else a point of some scale.
    """
    found = PERCENT.match(low, at)
    if found is not None and found.end() > at:
        unit = _unit_of(found)
        end = found.end() - (low[found.end() - 1] == ".")
    else:
        found = _POINT.match(low, at)
        if found is None:
            return False
        if not _RATES.search(low, max(0, amount.start - _RATE_CHARS), found.end() + _RATE_CHARS):
            amount.fraction, amount.noun = False, NounPhrase(at, found.end(), is_plural=False)
            return True
        unit, end = "percentage_point", found.end()
    amount.kind, amount.unit, amount.fraction = "percent", unit, False
    amount.unit_start, amount.unit_end, amount.end = at, end, end
    amount.found_by = "part-of-percent"
    return True
