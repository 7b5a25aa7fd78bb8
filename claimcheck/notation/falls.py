"""Falls between numbers that look like years: "from 1400 to 1200"."""

from __future__ import annotations

import re

from claimcheck.lexicons.word_sets import WordPattern

_FALL = re.compile(r"from (?P<old>\d{4}) to (?P<new>\d{4})(?!\d|[.,]\d)")
_IN_YEARS = WordPattern(r"\s?(?:b\.?\s?c|a\.?d|c\.?e)(?![a-z])|\s(?:<quantities/of_a_year>)(?![a-z])")


def find_fall(low: str, at: int) -> re.Match[str] | None:
    """The words at `at` that lead from a number of four digits to a lower one; groups `old` and `new`.

    Neither is a year: "members fell from 1400 to 1200". In "from 3000 to 2500 BC" and "from 2010 to 2005
    levels" they are. `low` is in lower case.
    """
    found = _FALL.match(low, at)
    if found is None or int(found["old"]) <= int(found["new"]):
        return None
    return None if _IN_YEARS.match(low, found.end()) else found
