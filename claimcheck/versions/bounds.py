"""Signs and words that make a bound of a version: ">= 2.1", "2.1 or later", "earlier than 10"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from claimcheck.versions.expressions import Comparator

SIGNS: dict[str, Comparator] = {
    "<": "<", "<=": "<=", "≤": "<=", ">": ">", ">=": ">=", "≥": ">=", "==": "=", "~=": ">=",
}  # fmt: skip


class _Bounds(NamedTuple):
    """What version_bounds.csv says, compiled.

    `comparators` has the comparator of each phrase by whether it stands after the version.
    """

    before: re.Pattern[str]
    between: re.Pattern[str]
    after: re.Pattern[str]
    comparators: dict[tuple[bool, str], Comparator]


@per_lexicon
def bound_words() -> _Bounds:
    """What version_bounds.csv says, compiled for the lexicon in force."""
    rows = load_rows("en/version_bounds.csv")
    words = {
        position: "|".join(
            re.escape(row["phrase"]).replace(r"\ ", "[ ]")
            for row in sorted(rows, key=lambda row: -len(row["phrase"]))
            if row["position"] == position or (position == "between" and row["position"] == "before")
        )
        for position in ("before", "between", "after")
    }
    signs = {(row["position"] == "after", row["phrase"]): SIGNS[row["comparator"]] for row in rows}
    return _Bounds(
        before=re.compile(rf"\b(?P<words>{words['before']})[ ](?:the[ ])?$", re.IGNORECASE),
        between=re.compile(rf"\b(?P<words>{words['between']})[ ]$", re.IGNORECASE),
        after=re.compile(
            rf"[ ]?(?:,[ ])?\(?(?:(?:or|and|&)[ ](?:any[ ]|all[ ])?(?P<words>{words['after']})"
            rf"|(?P<onwards>onwards?|upwards?))\b(?:[ ]versions?\b)?\)?",
            re.IGNORECASE,
        ),
        comparators=signs,
    )


def bound_after(text: str, start: int = 0) -> str | None:
    """`>=` or `<=` where words behind a version make a bound of it, "or later"; None where none do.

    Args:
        text: what holds the version.
        start: where the version ends.
    """
    bounds = bound_words()
    found = bounds.after.match(text, start)
    if found is None:
        return None
    return ">=" if found["words"] is None else bounds.comparators[True, found["words"].lower()]


def comparator_of(
    candidate: re.Match[str], operator: str | None, words: re.Match[str] | None, bound: re.Match[str] | None
) -> Comparator:
    """The comparator of a version: its operator's, that of the words behind or before it, or `=`."""
    if operator:
        return SIGNS[operator]
    if bound:
        return bound_comparator(bound)
    if candidate["plus"]:
        return ">="
    return bound_words().comparators[False, words["words"].lower()] if words else "="


def bound_comparator(bound: re.Match[str]) -> Comparator:
    """The comparator of words behind a version, as `after` of `bound_words` found them."""
    return bound_words().comparators[True, bound["words"].lower()] if bound["words"] else ">="
