"""Numerals that are no quantities: years and dates, clock times, names, versions, citations.

Each rule has a name; `explain_numerals` reports it for every numeral set aside.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from claimcheck.lexicons.quantities import (
    load_approximator_ends,
    load_noun_phrase_ends,
    load_number_cues,
    load_numbered_names,
    load_trend_words,
    load_unit_words,
)
from claimcheck.quantities.counted_nouns import (
    CAPITAL_NAMES,
    find_counted_noun,
    has_plural_noun,
    is_plural_noun,
    word_before,
)

if TYPE_CHECKING:
    from claimcheck.quantities.amounts import Amount

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
    "phone-number",
    "postcode",
    "pronoun-one",
    "rate-base",
    "section-number",
    "time-word",
    "times-adverb",
    "unread",
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
    r"""
      (?P<ip_address>\d{1,3}(?:\.\d{1,3}){3}(?::\d+|/\d+)?(?![\d.]\d|\d|\w))
    | (?P<isbn>97[89][- ]\d{1,5}[- ]\d{1,7}[- ]\d{1,7}[- ][\dXx](?!\d))
    | (?P<clock_time>
          \d{1,2}[:.]\d{2}(?:[:.]\d{2})?[ \u00a0]?[ap]\.?[ ]?m\b\.?
        | (?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?(?![\d:])(?:[ ]?h(?:rs|ours?)?\b)?
        | \d{1,2}[ \u00a0]?(?:a\.[ ]?m\.|p\.[ ]?m\.|(?:am|pm)\b)
        | \d{1,2}[ ]?o['’]clock
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
    | (?P<version>\d+\.\d+\.\d+(?:\.\d+)*(?:[-+]?(?:alpha|beta|rc|b|a)\d*)?(?![\w%]))
    | (?P<era>\d{1,4}[ ]?[-–—/][ ]?\d{1,4}[ ](?:bce?|ce|ad|b\.c\.|a\.d\.)(?!\w))
    | (?P<year>(?:1[5-9]|20)\d\d[ ]?[-–—/][ ]?(?:(?:1[5-9]|20)\d\d|\d\d)
          (?![\d%]|[.,]\d|[ ]?(?:million|billion|thousand|percent|per[ ]cent)))
    """,
    re.VERBOSE | re.IGNORECASE,
)
STRUCTURE_HINT = re.compile(
    r"(?<=\+)\d|\d{4}[ ][A-Z]{2}[ ]|\d{1,5}[ \u00a0]?"
    r"(?:\)[ ]?\d|[-:./–—][ ]?\d|[ap]\.?[ ]?m\b|o['’]c|\d{3}[-. ]|\(?\d{3}|hours|hrs|GMT|UTC)",
    re.IGNORECASE,
)

_PHONE_BEFORE = re.compile(
    r"\b(?:call|phone|tel|telephone|fax|dial|at|mobile|cell|contact)\b\.?:?[ ]?$", re.IGNORECASE
)
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?[ \u00a0]{{0,2}}(?:of[ ])?[-/]?(?:{MONTHS})\b(?!\w)\.?", re.IGNORECASE
)
_MONTH_BEFORE = re.compile(rf"\b(?:{MONTHS})\.?[ \u00a0,]{{0,2}}(?:the )?$", re.IGNORECASE)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY_JOINT = r"[ ]?(?:[-–,]|to|and|through|until)[ ]?"
_MONTH_DAYS_BEFORE = re.compile(
    rf"\b(?:{MONTHS})\.?[ \u00a0]{_DAY}(?:{_DAY_JOINT}(?:{_DAY}{_DAY_JOINT}){{0,3}})$", re.IGNORECASE
)
_DAYS_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?[ ]?(?:[-–]|to|and|or)[ ]?\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?(?:{MONTHS})\b",
    re.IGNORECASE,
)


_LETTERS = re.compile(r"[^\W\d_]+")
_LIST_NUMBER = re.compile(r"[ \t(*>#-]{0,8}\d{1,3}[.)]")
_YEAR_SPAN_AFTER = re.compile(
    r" (?:and|to|until|through) (?:1\d|20)\d\d(?![\d%.,]\d|\d|[ ](?:people|[a-z]*s(?![a-z])(?<!was)(?<!is)))"
)
_YEAR_SPAN_BEFORE = re.compile(r"between (?:1\d|20)\d\d and $")
_TIME_OF = re.compile(
    r"(?:spring|summer|autumn|fall|winter|year|end|beginning|start|crisis|crash|election|class|war) of $"
)
_STREET = re.compile(r"[ ](?P<words>[A-Z][\w.'’]{0,20}(?:[ ][A-Z\d][\w.'’]{0,20}){1,4})")
_MONTH_AND_DAY = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])")
_DATE_PREPOSITIONS = frozenset({"on", "by", "since", "until", "before", "after", "from", "dated"})
_CAPITAL_AFTER = re.compile(r"[ ][A-Z][a-zA-Z]")
_DEFINITE = frozenset({"the", "a", "an", "own", "its", "his", "her", "their", "this"})
_DOT_AND_CAPITAL = re.compile(r"\.[ ][A-Z]")
_ERA = re.compile(r"[ \u00a0](?:bce?|ce|b\.c\.|a\.d\.|ad)(?![^\W_])")
_MONTH_NEAR = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"
    r"aug|sept|sep|oct|nov|dec)\.?,?[ ](?:\d{1,2}(?:st|nd|rd|th)?,?[ ])?(?:of[ ])?$"
)


@cache
def _year_cues() -> frozenset[str]:
    """Words before a four-digit number that make it a year rather than a count."""
    return load_number_cues("year_preposition") | load_number_cues("year_cue")


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
    if (
        rule == "phone-number"
        and found.end() - start < 9
        and not _PHONE_BEFORE.search(text, max(0, start - 24), start)
    ):
        return None
    if (
        rule == "clock-time"
        and re.match(r"\d{1,2}[.]\d{2}[ ]?pm?", found[0])
        and re.match(r"\d{1,2}\.\d{3}", found[0])
    ):
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
            if not (
                name in ("may", "mar", "march", "sun", "sat")
                and text[found.end() - 1 : found.end()].islower()
                and not found[0].strip()[0].isupper()
            ):
                return True
        if _DAYS_MONTH_AFTER.match(text, end):
            return True
    if not left or not (left[-1].isspace() or left[-1] in ",-–"):
        return False
    if _MONTH_BEFORE.search(left):
        return True
    return bool(_MONTH_DAYS_BEFORE.search(left))


def find_one_rule(text: str, low: str, at: int) -> SetAsideRule | None:
    """Which rule sets the word "one" at `at` aside, if any."""
    end = at + 3
    if low.startswith(" of ", end):
        return "one-of"
    if low[at - 1 : at] == " ":
        before = word_before(low, at - 1)
        if before in ("minus", "negative"):
            return None
        if before == "the" and low.startswith(" hand", end):  # "on the one hand"
            return "pronoun-one"
        if before in load_number_cues("pronoun_one_before") and not (
            before in ("the", "only", "last", "first", "like", "not", "a", "that", "each")
            and find_counted_noun(text, low, end, is_singular=True) is not None
        ):
            return "pronoun-one"
    elif low[at - 1 : at] == "-":
        return "name-with-number"
    following = _LETTERS.match(low, end + 1) if low[end : end + 1] == " " else None
    if following is None:
        if low[end : end + 1] == "-":
            return (
                "name-with-number" if low[end + 1 : end + 4] in ("off", "sid", "way", "on-", "siz") else None
            )
        if low[end : end + 1] in ("'", "’", "s"):
            return "pronoun-one"
        # "one" at the end of a clause stands for a thing, except after a preposition of amount
        before = word_before(low, at - 1) if low[at - 1 : at] == " " else ""
        return (
            None
            if before in ("minus", "negative", "by", "zero", "than", "least", "to", "plus", "equals", "")
            or low[end : end + 1] == "%"
            else "pronoun-one"
        )
    word = following[0]
    if word in ("another", "day"):
        return (
            "pronoun-one"
            if word == "another" or low[following.end() : following.end() + 1] in (",", "")
            else None
        )
    if word in (
        "hundred",
        "thousand",
        "point",
        "in",
        "out",
        "over",
        "or",
        "to",
        "and",
        "per",
        "percent",
        "more",
        "other",
        "c",
        "f",
        "less",
        "plus",
    ):
        return None
    if word in load_noun_phrase_ends() and text[following.start() : following.end()] not in CAPITAL_NAMES:
        return "pronoun-one"
    return (
        None
        if word in load_unit_words() or find_counted_noun(text, low, end, is_singular=True) is not None
        else "pronoun-one"
    )


def find_context_rule(text: str, low: str, amount: Amount) -> SetAsideRule | None:
    """The rule that sets a number without percent and money aside, if any."""
    numeral = amount.numeral
    start, end = numeral.start, numeral.end
    is_digits = low[start].isdigit() or low[start] == "."
    left = low[max(0, start - 32) : start]
    stripped = left.rstrip(" \u00a0(\"“'‘")
    cut = len(stripped)
    while cut and (stripped[cut - 1].isalnum() or stripped[cut - 1] in ".'’©&"):
        cut -= 1
    word = stripped[cut:]
    adjacent = bool(left) and left[-1] in " \u00a0("
    if (
        amount.kind == ""
        and numeral.form in ("digits", "words")
        and adjacent
        and word
        and not amount.has_scale
    ):
        bare_word = word.rstrip(".")
        if word in load_numbered_names():
            original = text[start - len(left) + cut : start - len(left) + cut + 1]
            if original.isupper() or not has_plural_noun(text, low, amount.end):
                if left.endswith("(") and not is_digits:
                    return None
                return (
                    "section-number" if bare_word in load_number_cues("section_word") else "name-with-number"
                )
    if not is_digits:
        if text[start].isupper() and word and adjacent and amount.kind == "":
            begin = start - len(left) + cut
            if (
                text[begin : begin + 1].isupper()
                and word not in load_noun_phrase_ends()
                and not word.endswith(".")  # "in Ireland. Two thirds left"
                and begin
                and text[begin - 2 : begin - 1] not in (".", "!", "?", "")
            ):
                return "name-with-number"  # "the Kick Six"
        return None
    if (
        numeral.is_bare
        and end - start <= 2
        and amount.kind != "measure"
        and is_day_of_month(text, start, end, left)
    ):
        return "date"
    if amount.kind == "measure":
        glued = amount.unit_start == numeral.end and amount.unit_end - amount.unit_start == 1
        if (
            glued
            and adjacent
            and (
                word in load_numbered_names()
                or (
                    text[amount.unit_start] == "d" and word not in ("for", "after", "within", "every", "over")
                )
            )
        ):
            return "name-with-number"
        if (
            glued
            and text[amount.unit_start] in "sA"
            and adjacent
            and text[start - len(left) + cut : start - len(left) + cut + 1].isupper()
        ):
            return "name-with-number"
        return None
    line_start = low.rfind("\n", max(0, start - 12), start) + 1 if start > 12 or "\n" in left else 0
    if (
        numeral.is_bare
        and end - start <= 3
        and (start <= 12 or line_start > max(0, start - 12))
        and (
            _LIST_NUMBER.match(text, max(line_start, 0), end + 3)
            and text[end : end + 1] in ".)"
            and text[end + 1 : end + 2] in (" ", "\t")
        )
        and not text[line_start:start].strip(" \t(*>-#")
    ):
        return "list-number"
    if numeral.is_bare and text[start - 1 : start] == "(" and text[end : end + 1] == ")" and end - start <= 2:
        return "list-number"
    if numeral.is_bare and end - start <= 2 and _is_list_mark(text, start, end):
        return "list-number"
    if text[start - 1 : start] == "#":
        return "name-with-number"
    if numeral.is_bare and text[start] == "0" and end - start > 4:
        return "code"
    if numeral.value >= 100 and word == "per" and adjacent:
        return "rate-base"
    if (
        numeral.form == "fraction"
        and word in _DATE_PREPOSITIONS
        and _MONTH_AND_DAY.fullmatch(text, start, end)
    ):
        return "date"
    if numeral.form == "fraction" and text[start:end] in ("9/11", "24/7", "7/7"):
        return "date" if text[start:end] != "24/7" else "name-with-number"
    is_advertisement = text[end + 1 : end + 3] in ("ad", "Ad")
    if numeral.is_bare and end - start <= 4 and _ERA.match(low, end) and not is_advertisement:
        return "year"
    if numeral.is_bare and amount.kind == "" and text[end : end + 1] == " ":
        if end - start == 5 and word and len(word) == 2 and text[start - 3 : start - 1].isupper():
            return "postcode"
        if _is_address(text, end):
            return "address"
    if (
        numeral.is_bare
        and amount.kind == ""
        and amount.end == end
        and word in _DEFINITE
        and _CAPITAL_AFTER.match(text, end)
    ):
        noun = find_counted_noun(text, low, end)
        if noun is not None and not noun.is_plural and end - start != 4:
            return "name-with-number"  # "the 787 Dreamliner"
    if numeral.is_bare and end - start == 4 and (rule := _find_year_rule(text, low, amount, word, adjacent)):
        return rule
    if (
        numeral.is_bare
        and text[start - 1 : start] in ("'", "’")
        and end - start == 2
        and text[start - 2 : start - 1] in (" ", "", "\n")
    ):
        return "year"
    # a capital before and no noun after: "Boeing 737", "Formula 1"
    if adjacent and not left.endswith("(") and word and amount.kind == "" and not amount.has_scale:
        begin = start - len(left) + cut
        if (
            len(word) == 1
            and text[begin : begin + 1].isupper()
            and word != "i"
            and (word != "a" or (begin > 2 and text[begin - 2].isalnum()))
        ):
            return "name-with-number"
        if text[begin : begin + 1].isupper() and not left.endswith("\n"):
            return _find_name_rule(text, low, amount, word, begin)
    return None


def _is_list_mark(text: str, start: int, end: int) -> bool:
    """Whether the number counts the parts of a list inside a line: "1) do it, 2) leave", ": 1. Send it"."""
    if text[start - 1 : start] not in (" ", "\n"):
        return False
    if text[end : end + 1] == ")":
        before = text[max(0, start - 80) : start]
        return before.rfind("(") <= before.rfind(")")
    return bool(_DOT_AND_CAPITAL.match(text, end)) and text[max(0, start - 2) : start - 1] in (".", ":", ";")


def _is_address(text: str, end: int) -> bool:
    """Whether a capitalised name and a word for a street follow: "12 Maple Road", "9 E 71st St"."""
    found = _STREET.match(text, end)
    return found is not None and any(
        word.rstrip(".") in load_number_cues("street") for word in found["words"].lower().split()[1:]
    )


def _find_name_rule(text: str, low: str, amount: Amount, word: str, begin: int) -> SetAsideRule | None:
    ends = load_noun_phrase_ends()
    if (
        word in ends
        or word in load_trend_words()
        or word in load_number_cues("opener")
        or text[begin - 2 : begin - 1] == "$"
    ):
        return None
    if word.endswith(("'s", "’s")) or word in load_approximator_ends():
        return None
    starts_sentence = (
        begin == 0
        or text[begin - 2 : begin - 1] in (".", "!", "?", ":", "\n", "")
        or text[begin - 1 : begin] in ("\n", '"', "“")
    )
    has_noun = has_plural_noun(text, low, amount.end)
    numeral = amount.numeral
    if has_noun:
        return None
    if numeral.value >= 10000 or not numeral.is_bare:
        if text[numeral.end : numeral.end + 1] in ("-", "–") or word in (
            "ci",
            "or",
            "hr",
            "rr",
            "sd",
            "se",
            "auc",
        ):
            return None
        if (
            "." in text[numeral.start : numeral.end]
            and numeral.value < 100
            and numeral.end - numeral.start <= 4
        ):
            return "version"
        return None
    if starts_sentence and is_plural_noun(word):
        return None
    return "name-with-number"


def _find_year_rule(text: str, low: str, amount: Amount, word: str, adjacent: bool) -> SetAsideRule | None:
    numeral = amount.numeral
    value = int(numeral.value)
    if text[numeral.start] == "0" and value < 1000:
        return None
    end = numeral.end
    if not 1000 <= value <= (2199 if word in ("by", "in", "until", "till") else 2100) or amount.has_scale:
        return None
    following = low[end : end + 1]
    if following in ("+", "x", "%"):
        return None
    if _MONTH_NEAR.search(low[max(0, numeral.start - 16) : numeral.start]):
        return "year"
    if low.startswith(" over ", end) and low[end + 6 : end + 7].isdigit():
        return None
    is_modern = 1700 <= value <= 2199
    if _YEAR_SPAN_AFTER.match(low, end) and word in ("between", "from"):
        return "year"
    if word == "and" and _YEAR_SPAN_BEFORE.search(low[max(0, numeral.start - 20) : numeral.start]):
        return "year"
    if adjacent and word == "of" and _TIME_OF.search(low, max(0, numeral.start - 16), numeral.start):
        return "year"
    if (
        adjacent
        and word in load_number_cues("year_preposition")
        and (value >= 1500 or (word in ("in", "since") and not has_plural_noun(text, low, end)))
    ):
        return "year"
    if not is_modern:
        return None
    noun = find_counted_noun(text, low, end)
    if noun is not None and noun.is_plural and noun.start - end <= 2:
        head = low[noun.start : noun.end].split(" ", maxsplit=1)[0]
        if word in _year_cues() or (
            is_plural_noun(head) is False and word in ("the", "of", "to", "from", "for", "by")
        ):
            return "year"
        if (
            value % 100
            and value >= 1900
            and word not in load_number_cues("count_cue")
            and head not in load_number_cues("counted_after_year")
        ):
            return "year"
        if not (
            is_plural_noun(head)
            or head in load_number_cues("counted_after_year")
            or word in load_number_cues("count_cue")
        ):
            return "year"
        return None
    if word in load_number_cues("count_cue") and word not in _year_cues():
        return None
    if 1900 <= value <= 2100 or word in _year_cues() or value >= 1700:
        return "year"
    return None
