"""Numerals that are no quantities: years and dates, clock times, names, versions, citations.

Each rule has a name; `explain_numerals` reports it for every numeral set aside.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from claimcheck.lexicons.quantities import load_numbered_names

SetAsideRule = Literal[
    "address",
    "citation",
    "clock-time",
    "code",
    "date",
    "decade",
    "fraction-word",
    "ip-address",
    "isbn",
    "list-number",
    "name-with-number",
    "number-too-large",
    "one-of",
    "ordinal-in-date",
    "phone-number",
    "postcode",
    "pronoun-one",
    "score",
    "section-number",
    "superlative-one",
    "time-word",
    "times-adverb",
    "version",
    "year",
]

MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|sat|sun"

# Whole shapes that begin with a digit. Tried only where digits are followed by more structure.
STRUCTURES = re.compile(
    rf"""
      (?P<ip_address>\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?::\d+|/\d+)?(?![\d.]\d|\d|\w))
    | (?P<isbn>97[89][- ]\d{{1,5}}[- ]\d{{1,7}}[- ]\d{{1,7}}[- ][\dXx](?!\d))
    | (?P<clock_time>
          \d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?[ \u00a0]?[ap]\.?[ ]?m\b\.?
        | (?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[.,]\d{{1,3}})?(?![\d:])(?:[ ]?h(?:rs|ours?)?\b)?
        | \d{{1,2}}[ \u00a0]?(?:a\.[ ]?m\.|p\.[ ]?m\.|(?:am|pm)\b)
        | \d{{1,2}}[ ]?o['’]clock
        | [0-2]\d[0-5]\d[ ]?(?:hours|hrs|GMT|UTC)\b)
    | (?P<date>
          \d{{4}}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?![\d])(?:T\d\S*)?
        | (?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:\d{{4}}|\d{{2}})(?![\d./-]\d|\d)
        | (?:19|20)\d\d[-/](?:0[1-9]|1[0-2])(?![\d/-]))
    | (?P<postcode>\d{{5}}-\d{{4}}(?!\d))
    | (?P<phone_number>
          \(?\d{{3}}\)[ ]?\d{{3}}[-. ]\d{{4}}(?!\d)
        | \d{{3}}[-. ]\d{{3}}[-. ]\d{{4}}(?!\d)
        | \d{{1,3}}[-. ]\(?\d{{3}}\)?[-. ]\d{{3}}[-. ]\d{{4}}(?!\d)
        | \d{{1,3}}-\d{{3}}-\d{{4}}(?:[/-]\d{{4}})?(?!\d)
        | \d{{3}}-\d{{4}}(?![\d-]))
    | (?P<version>\d+\.\d+\.\d+(?:\.\d+)*(?:[-+]?(?:alpha|beta|rc|b|a)\d*)?(?![\w%]))
    | (?P<era>\d{{1,4}}[ ]?[-–—/][ ]?\d{{1,4}}[ ](?:bce?|ce|ad|b\.c\.|a\.d\.)(?!\w))
    | (?P<year>(?:1[5-9]|20)\d\d[ ]?[-–—/][ ]?(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d%]|[.,]\d|[ ]?(?:million|billion|thousand|percent|per[ ]cent)))
    """,
    re.VERBOSE | re.IGNORECASE,
)
STRUCTURE_HINT = re.compile(r"\d{1,5}[ \u00a0]?(?:\)[ ]?\d|[-:./–—][ ]?\d|[ap]\.?[ ]?m\b|o['’]c|\d{3}[-. ]|\(?\d{3}|hours|hrs|GMT|UTC)", re.IGNORECASE)

_PHONE_BEFORE = re.compile(r"\b(?:call|phone|tel|telephone|fax|dial|at|mobile|cell|contact)\b\.?:?[ ]?$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?[ \u00a0]{{0,2}}(?:of[ ])?[-/]?(?:{MONTHS})\b(?!\w)\.?", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b(?:{MONTHS})\.?[ \u00a0,]{{0,2}}(?:the )?$", re.IGNORECASE)
_MONTH_DAYS_BEFORE = re.compile(
    rf"\b(?:{MONTHS})\.?[ \u00a0]\d{{1,2}}(?:st|nd|rd|th)?(?:[ ]?(?:[-–,]|to|and|through|until)[ ]?(?:\d{{1,2}}(?:st|nd|rd|th)?[ ]?(?:[-–,]|to|and|through|until)[ ]?){{0,3}})$",
    re.IGNORECASE,
)
_DAYS_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?[ ]?(?:[-–]|to|and|or)[ ]?\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?(?:{MONTHS})\b", re.IGNORECASE
)
_ERA_AFTER = re.compile(r"[ \u00a0]?(?:bce?|b\.c\.(?:e\.)?|ce|a\.d\.|ad)\b", re.IGNORECASE)
_YEAR_WORDS_BEFORE = frozenset(
    {
        "in", "since", "until", "till", "by", "during", "before", "after", "from", "of", "to", "circa", "late", "early",
        "mid", "season", "year", "years", "fiscal", "fy", "summer", "winter", "spring", "autumn", "fall", "between",
        "through", "and", "or", "ad", "©", "copyright", "election", "elections", "olympics", "cup", "championship",
        "mid-", "for", "as", "the", "around", "about", "sometime", "than", "around", "q1", "q2", "q3", "q4", "quarter",
        "half", "next", "last", "vs", "versus", "over", "&", "on", "at", "with", "until", "beyond", "on,", "a",
    }
)  # fmt: skip
_YEAR_PREPOSITIONS = frozenset({"in", "since", "until", "till", "during", "late", "early", "mid", "circa", "fiscal", "fy", "©", "year"})
_CITATION_SPAN = re.compile(r"\[\d{1,4}(?:[ ]?[,;–-][ ]?\d{1,4}){0,40}\]")
_LIST_MARK = re.compile(r"(?:^|\n)[ \t>*#-]{0,8}\(?$")
_ROMAN_OR_WORD = re.compile(r"[^\W\d_]+")


@cache
def name_words() -> frozenset[str]:
    """Words that a number follows as a name."""
    return load_numbered_names()


def find_structure(text: str, start: int) -> tuple[SetAsideRule, int] | None:
    """The rule and end of a date, time, address and the like that begins with the digit at `start`."""
    if not STRUCTURE_HINT.match(text, start):
        return None
    found = STRUCTURES.match(text, start)
    if found is None:
        return None
    rule: SetAsideRule = found.lastgroup.replace("_", "-")  # type: ignore[union-attr, assignment]
    if found.lastgroup == "era":
        return "year", found.end()
    if rule == "year":
        years = re.findall(r"\d+", found[0])
        first, second = int(years[0]), int(years[1])
        if len(years[1]) == 2:
            second += first - first % 100
        # "2000-1500 BC" and "2000 - 2500 calories" are left to others; a span of years goes upwards
        if not first < second <= 2100:
            return None
    if rule == "phone-number" and found.end() - start < 9 and not _PHONE_BEFORE.search(text, max(0, start - 24), start):
        return None
    if rule == "clock-time" and re.match(r"\d{1,2}[.]\d{2}[ ]?pm?", found[0]) and re.match(r"\d{1,2}\.\d{3}", found[0]):
        return None
    return rule, found.end()


def is_day_of_month(text: str, start: int, end: int, left: str) -> bool:
    """Whether the number between the offsets is a day: a month stands beside it."""
    if end - start > 4:
        return False
    following = text[end : end + 1]
    if following and (following in " \u00a0-/" or following.isalpha()):
        if found := _MONTH_AFTER.match(text, end):
            name = found[0].strip().lower()
            # "5 may follow", "10 march on": the month must look like a name
            if not (name in ("may", "mar", "march", "sun", "sat") and text[found.end() - 1 : found.end()].islower() and not found[0].strip()[0].isupper()):
                return True
        if _DAYS_MONTH_AFTER.match(text, end):
            return True
    if not left or not (left[-1].isspace() or left[-1] in ",-–"):
        return False
    if _MONTH_BEFORE.search(left):
        tail = left.split()[-1].strip(",.")
        original = tail if tail not in ("may", "march", "mar") else tail
        return original not in ("may",) or left.rstrip()[-3:].lower() == "may"
    return bool(_MONTH_DAYS_BEFORE.search(left))
