"""Numerals in digits or words that what stands around them makes no quantities: names, lists, dates, years.

A rule is a function from the `NumeralContext` to the sense in which it sets the numeral aside, or None. The
rules of each table are asked in order, and the first answer holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import (
    load_number_cues,
)
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.counted_nouns import has_plural_noun
from claimcheck.quantities.set_aside.dates_and_eras import (
    find_date_in_figures,
    find_day,
    find_dotted_era,
    find_era,
    find_padded_time,
    find_year,
    find_zero_day,
)
from claimcheck.quantities.set_aside.numbered_names import (
    find_definite_name,
    find_form_number,
    find_label,
    find_letter_after_name,
    find_model_name,
    find_name,
    find_name_in_list,
    find_quoted_end,
    find_release,
    find_second_of_name,
    find_title,
    find_undertaking,
    find_worded_name,
    goes_on_numbered,
    is_numbered_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.quantities.amount import Amount
    from claimcheck.quantities.set_aside.names import SetAsideRule


_LIST_NUMBER = re.compile(r"[ \t(*>#-]{0,8}\d{1,3}[.)]")
_STREET = re.compile(r"[ ](?P<words>[A-Z][\w.'’]{0,20}(?:[ ][A-Z\d][\w.'’]{0,20}){1,4})")
_DOT_AND_CAPITAL = re.compile(r"\.[ ][A-Z]")


class NumeralContext:
    """A numeral and what stands around it.

    Attributes:
        text, low: the passage, and the same in lower case.
        amount, start, end: the numeral.
        left: up to 32 characters before it.
        word, word_start: the word before it, in lower case, past an opening quote or bracket, or "".
        adjacent: whether a space or an opening bracket stands right before the numeral.
    """

    __slots__ = ("adjacent", "amount", "end", "left", "low", "numeral", "start", "text", "word", "word_start")

    def __init__(self, text: str, low: str, amount: Amount) -> None:
        self.text, self.low, self.amount = text, low, amount
        self.numeral = amount.numeral
        self.start, self.end = self.numeral.start, self.numeral.end
        self.left = left = low[max(0, self.start - 32) : self.start]
        stripped = left.rstrip(" \u00a0(\"“'‘")
        cut = len(stripped)
        while cut and (stripped[cut - 1].isalnum() or stripped[cut - 1] in ".'’©&"):
            cut -= 1
        self.word = stripped[cut:]
        self.word_start = self.start - len(left) + cut
        self.adjacent = bool(left) and left[-1] in " \u00a0("

    @property
    def word_is_capital(self) -> bool:
        """Whether the word before begins with a capital."""
        return self.text[self.word_start : self.word_start + 1].isupper()


_FIRST_OF_AGES = re.compile(r"- (?:to|and|or) \d{1,3}-(?:year|month|week|day)s?-")
"""Behind the first of two numbers that share their unit."""


def find_context_rule(text: str, low: str, amount: Amount) -> SetAsideRule | None:
    """The sense that sets a number without percent and money aside, if any."""
    context = NumeralContext(text, low, amount)
    if _FIRST_OF_AGES.match(low, amount.end):
        return None  # "Welsh 16- to 19-year-olds"
    is_digits = low[context.start].isdigit() or low[context.start] == "."
    if is_numbered_name(context):
        if context.left.endswith("(") and not is_digits:
            return None
        if context.word == "form":
            return "form-number"
        if context.word in ("bus", "tram"):
            return "line-number"
        is_section = context.word.rstrip(".") in load_number_cues("section_word")
        return "section-number" if is_section else "name-with-number"
    if amount.kind == "" and goes_on_numbered(text, low, context.start):
        return "section-number"
    if not is_digits:
        return (
            find_rate_base(context)
            or find_worded_name(context)
            or find_title(context)
            or find_name_in_list(context)
        )
    for rule in _MEASURE_RULES if amount.kind == "measure" else _DIGIT_RULES:
        sense = rule(context)
        if sense is not None:
            return sense
    return None


def find_list_number(at: NumeralContext) -> SetAsideRule | None:
    """Such as "1. Wash the rice" on a line of its own, "(3)", "2) leave"."""
    if not at.numeral.is_bare:
        return None
    text, start, end = at.text, at.start, at.end
    if end - start <= 3 and text[end : end + 1] in ".)" and text[end + 1 : end + 2] in (" ", "\t"):
        line_start = text.rfind("\n", max(0, start - 12), start) + 1 if start > 12 or "\n" in at.left else 0
        if (
            (start <= 12 or line_start > max(0, start - 12))
            and _LIST_NUMBER.match(text, line_start, end + 3)
            and not text[line_start:start].strip(" \t(*>-#")
        ):
            return "list-number"
    if end - start > 2:
        return None
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return "list-number"
    return "list-number" if _is_list_mark(text, start, end) else None


def find_code(at: NumeralContext) -> SetAsideRule | None:
    """Such as "#12", "007123", "the 010 pointer", "0-day"."""
    if at.text[at.start - 1 : at.start] == "#":
        return "name-with-number"
    if not at.numeral.is_bare or at.text[at.start] != "0" or at.left.endswith(("'", "’")):
        return None
    if at.end - at.start > 4 or (at.end - at.start > 1 and at.numeral.value and not at.amount.kind):
        return "code"
    return None


def find_name_behind_code(at: NumeralContext) -> SetAsideRule | None:
    """Such as "2012040072 KOLB MILLS INC": the number of a file before what is filed there."""
    is_long = at.numeral.is_bare and at.end - at.start >= _LONG_CODE
    name = _LETTERS_BEFORE_NAME if at.amount.kind == "measure" else _NAME_IN_CAPITALS
    return "code" if is_long and name.match(at.text, at.end) else None


_LONG_CODE = 8
_LETTERS_BEFORE_NAME = re.compile(r" [A-Z] [A-Z]")
_NAME_IN_CAPITALS = re.compile(r" (?:[A-Z] )*[A-Z]['’&A-Z-]++,? [A-Z]['’&A-Z-]*+(?![a-z]|[ ][a-z])")
"""More than one word of them: "33000000 SIM cards" are counted."""


def find_grid_reference(at: NumeralContext) -> SetAsideRule | None:
    """Such as "Holm, John 1748 310 C-4": the square of a map is nothing that is counted, and no unit."""
    square = _SQUARE.match(at.text, at.end) if at.numeral.is_bare else None
    if square is None:
        return None
    is_unit = at.amount.kind == "measure" and square["letter"] in _LETTERS_OF_UNITS
    return (
        None if is_unit and len(square["number"]) == 1 and square["number"] in "123" else "name-with-number"
    )


_SQUARE = re.compile(r" (?P<letter>[A-Z])-(?P<number>\d{1,2})(?![\w.-]|[ ][a-z])")
_LETTERS_OF_UNITS = frozenset("ACFGHJKMNSTVW")


def find_chapter(at: NumeralContext) -> SetAsideRule | None:
    """Such as "2 Kings 19:3": a book of the Bible, by chapter and verse."""
    is_book = at.numeral.is_bare and at.end - at.start == 1 and not at.amount.kind
    return "name-with-number" if is_book and _CHAPTER.match(at.text, at.end) else None


_CHAPTER = re.compile(r" [A-Z][a-z]+\.? \d{1,3}:\d")


def find_compass_point(at: NumeralContext) -> SetAsideRule | None:
    """Such as "1602 N Maple Avenue": its letter is no unit."""
    is_point = at.numeral.is_bare and _COMPASS_POINT.match(at.text, at.end)
    return "address" if is_point and _is_address(at.text, at.end) else None


_COMPASS_POINT = re.compile(r" [NSEW]\.? [A-Z\d]")


def find_rate_base(at: NumeralContext) -> SetAsideRule | None:
    """Such as "5 per 100,000"."""
    return "rate-base" if at.numeral.value >= 100 and at.word == "per" and at.adjacent else None


_TERM_BEFORE = re.compile(r"(?<![\w'’.-])(?:\d{1,3}[*·])?[b-hj-z] [-+*·−] \Z")
_SCORE_BEFORE = re.compile(r"(?<![\d.,])\d{1,2}\.\d{1,2}(?: ?/ ?| out of )\Z")


def find_term_of_formula(at: NumeralContext) -> SetAsideRule | None:
    """Such as "3*n + 7 comparisons": added to a variable, it counts nothing."""
    is_term = at.amount.kind == "" and _TERM_BEFORE.search(at.text[max(0, at.start - 10) : at.start])
    return "code" if is_term else None


def find_base_of_score(at: NumeralContext) -> SetAsideRule | None:
    """Such as "4.8/5 stars", "4.8 out of 5 stars": the most that one could get."""
    is_base = at.amount.kind == "" and _SCORE_BEFORE.search(at.text[max(0, at.start - 16) : at.start])
    return "rate-base" if is_base else None


def find_address(at: NumeralContext) -> SetAsideRule | None:
    """Such as "12 Maple Road", "901 Locust, Room 301", "CA 94305", "Holm, Iowa 50309", "7207 Holm, Ghana"."""
    if not at.numeral.is_bare or at.amount.kind:
        return None
    if at.end - at.start == 5 and _CITY_AND_STATE.search(at.text, max(0, at.start - 60), at.start):
        return None if _LOWER_WORD.match(at.text, at.end) else "postcode"
    if at.text[at.end : at.end + 1] != " ":
        return None
    if at.end - at.start in (4, 5) and at.left.endswith(", ") and _CITY_AND_COUNTRY.match(at.text, at.end):
        return None if has_plural_noun(at.text, at.low, at.end) else "postcode"
    if at.end - at.start == 5 and len(at.word) == 2 and at.text[at.start - 3 : at.start - 1].isupper():
        return "postcode"
    return "address" if _is_address(at.text, at.end) or _ROOM.match(at.text, at.end) else None


_CITY_AND_STATE = re.compile(r"(?<![^\W_])[A-Z][a-z.]+, [A-Z][a-z]+(?: [A-Z][a-z]+)? $")
_CITY_AND_COUNTRY = re.compile(r" [A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)?, [A-Z][a-z]{2,}")
_LOWER_WORD = WordPattern(r" (?!(?:<quantities/lower_word>)\b|\S*(?:[@/]|\.\w))[a-z]")
_ROOM = re.compile(r" [A-Z][a-z]+(?: [A-Z][a-z.]+)?,? (?:Room|Suite|Floor|Apartment|Apt\.|Unit) \d")


_GROUP = r"\d{3} ?\(\d[\d.]* ?%"
_GROUP_BEHIND = re.compile(rf", {_GROUP}")
_IS_GROUP = re.compile(_GROUP)
_GROUP_BEFORE = re.compile(r"(?<![\d.,])\d{1,3}, $")


def find_spaced_group(at: NumeralContext) -> SetAsideRule | None:
    """Such as "22, 260 (49.3%)": two numbers, or thousands with a blank behind the comma."""
    is_first = at.numeral.is_bare and _GROUP_BEHIND.match(at.text, at.end) is not None
    is_rest = _IS_GROUP.match(at.text, at.start) and _GROUP_BEFORE.search(
        at.text, max(0, at.start - 6), at.start
    )
    return "broken-number" if is_first or is_rest else None


_THREE_NOUGHTS = re.compile(r"[1-9]\d{1,2}\.000(?!\d|[.,]\d|[ ]?(?:%|percent))")


def find_dotted_thousands(at: NumeralContext) -> SetAsideRule | None:
    """Such as "230.000 voxels": thousands as other languages write them, or a number to three decimals."""
    is_open = not at.amount.kind and _THREE_NOUGHTS.match(at.text, at.start) is not None
    return "unread" if is_open else None


_STATUS_OF_HTTP = re.compile(r"(?<![^\W_])https?(?:/\d(?:\.\d)?)? [\"“'‘(]?$")


def find_status(at: NumeralContext) -> SetAsideRule | None:
    """Such as "HTTP 404 Not Found", "an HTTP/1.1 103 Early Hints message"."""
    is_status = at.end - at.start == 3 and at.numeral.is_bare and not at.amount.kind
    return "code" if is_status and _STATUS_OF_HTTP.search(at.left) else None


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


_MEASURE_RULES: tuple[Callable[[NumeralContext], SetAsideRule | None], ...] = (
    find_letter_after_name,
    find_compass_point,
    find_grid_reference,
    find_name_behind_code,
    find_dotted_era,
    find_padded_time,
    find_zero_day,
    find_name_in_list,
    find_quoted_end,
)
_DIGIT_RULES: tuple[Callable[[NumeralContext], SetAsideRule | None], ...] = (
    find_dotted_thousands,
    find_grid_reference,
    find_chapter,
    find_name_behind_code,
    find_spaced_group,
    find_term_of_formula,
    find_base_of_score,
    find_day,
    find_list_number,
    find_code,
    find_status,
    find_rate_base,
    find_date_in_figures,
    find_era,
    find_address,
    find_form_number,
    find_model_name,
    find_label,
    find_release,
    find_undertaking,
    find_title,
    find_definite_name,
    find_year,
    find_second_of_name,
    find_name,
)
