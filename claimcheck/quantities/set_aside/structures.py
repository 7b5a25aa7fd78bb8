"""Dates, clock times, addresses and numbers of other whole shapes that begin with a digit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.quantities.set_aside.names import SetAsideRule

# Whole shapes that begin with a digit. Tried only where digits are followed by more structure.
STRUCTURES = re.compile(
    r"""
      (?P<ip_address>\d{1,3}(?:\.\d{1,3}){3}(?::\d+|/\d+)?(?![\d.]\d|\d|\w))
    | (?P<isbn>97[89][- ]\d{1,5}[- ]\d{1,7}[- ]\d{1,7}[- ][\dXx](?!\d))
    | (?P<clock_time>
          \d{1,2}[:.]\d{2}(?:[:.]\d{2})?[ \u00a0]?[ap]\.?[ ]?m\b\.?
        | (?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?(?![\d:])(?:[ ]?h(?:rs|ours?)?\b)?
        | \d{1,2}[ \u00a0]?(?:a\.[ ]?m\.|p\.[ ]?m\.|(?:am|pm)\b)
        | \d{1,2}[ ]?o['’]clock
        | 12[ ](?:noon|midnight)\b
        | [0-2]\d[0-5]\d[ ]?(?:hours|hrs|GMT|UTC)\b)
    | (?P<date>
          \d{4}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?![\d])(?:T\d\S*)?
        | (?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:\d{4}|\d{2})(?![\d./-]\d|\d)
        | (?:19|20)\d\d[-/](?:0[1-9]|1[0-2])(?![\d/-]))
    | (?P<postcode>\d{5}-\d{4}(?!\d)|(?<=,[ ])\d{4}[ ](?-i:[A-Z]{2}[ ]+[A-Z][a-z]))
    | (?P<phone_number>
          (?<=\+)\d{1,3}(?:[-. \u00a0]?\(?\d{1,5}\)?){2,5}(?!\d)
        | \(?\d{3}\)[ ]?\d{3}[-. ]\d{4}(?!\d)
        | \d{3}[-. ]\d{3}[-. ]\d{4}(?!\d)
        | \d{1,3}[-. ]\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)
        | \d{1,3}-\d{3}-\d{4}(?:[/-]\d{4})?(?!\d)
        | \d{3}-\d{4}(?![\d-]))
    | (?P<version>
          \d+(?:\.\d+)+-\d+[+~][A-Za-z]\w*(?:[+~.]\w+)*
        | \d+\.\d+\.\d+(?:\.\d+)*(?:[-+]?(?:alpha|beta|rc|b|a)\d*)?(?![\w%]))
    | (?P<era>\d{1,4}[ ]?[-–—/][ ]?\d{1,4}[ ](?:bce?|ce|ad|b\.c\.|a\.d\.)(?!\w))
    | (?P<year>(?:1[5-9]|20)\d\d[ ]?[-–—/][ ]?(?:(?:1[5-9]|20)\d\d|\d\d)
          (?![\d%]|[.,]\d|[ ]?(?:million|billion|thousand|percent|per[ ]cent)))
    """,
    re.VERBOSE | re.IGNORECASE,
)
STRUCTURE_HINT = re.compile(
    r"(?<=\+)\d|\d{4}[ ][A-Z]{2}[ ]|\d{1,5}[ \u00a0]?"
    r"(?:\)[ ]?\d|[-:./–—][ ]?\d|[ap]\.?[ ]?m\b|o['’]c|\d{3}[-. ]|\(?\d{3}|hours|hrs|GMT|UTC|noon|midnight)",
    re.IGNORECASE,
)

_PHONE_BEFORE = WordPattern(
    r"\b(?:<quantities/before_phone>)\b\.?:?[ ]?$",
    re.IGNORECASE,
)


class Structure(NamedTuple):
    """Digits that are no amount: the rule that knows them, their end, whether a price may look like them."""

    rule: SetAsideRule
    end: int
    is_like_price: bool


def find_structure(text: str, start: int) -> Structure | None:
    """The date, time, address and the like that begins with the digit at `start`."""
    if not STRUCTURE_HINT.match(text, start):
        return None
    found = STRUCTURES.match(text, start)
    if found is None:
        return None
    rule: SetAsideRule = found.lastgroup.replace("_", "-")  # type: ignore[union-attr, assignment]
    if found.lastgroup == "era":
        return Structure("year", found.end(), is_like_price=True)
    if found["year"]:
        years = re.findall(r"\d+", found[0])
        first, second = int(years[0]), int(years[1])
        if len(years[1]) == 2:
            second += first - first % 100
        # "2000-1500 BC" and "2000 - 2500 calories" are left to others; a span of years goes upwards
        if not first < second <= 2100:
            return None
    if (
        found["phone_number"]
        and found.end() - start < 9
        and not _PHONE_BEFORE.search(text, max(0, start - 24), start)
    ):
        return None
    if (
        found["clock_time"]
        and re.match(r"\d{1,2}[.]\d{2}[ ]?pm?", found[0])
        and re.match(r"\d{1,2}\.\d{3}", found[0])
    ):
        return None
    return Structure(rule, found.end(), is_like_price=bool(found["year"] or found["clock_time"]))
