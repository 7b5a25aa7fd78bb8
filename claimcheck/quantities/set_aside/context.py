"""Numerals in digits or words that what stands around them makes no quantities: names, lists, dates, years.

A rule is a function from the `NumeralContext` to the sense in which it sets the numeral aside, or None. The
rules of each table are asked in order, and the first answer holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import (
    load_approximator_ends,
    load_month_names,
    load_noun_phrase_ends,
    load_number_cues,
    load_numbered_names,
    load_trend_words,
)
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import find_counted_noun, has_plural_noun, is_plural_noun
from claimcheck.quantities.set_aside.days import is_day_of_month
from claimcheck.quantities.set_aside.years import find_year_rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.quantities.amount import Amount
    from claimcheck.quantities.set_aside.names import SetAsideRule

_LIST_NUMBER = re.compile(r"[ \t(*>#-]{0,8}\d{1,3}[.)]")
_STREET = re.compile(r"[ ](?P<words>[A-Z][\w.'’]{0,20}(?:[ ][A-Z\d][\w.'’]{0,20}){1,4})")
_MONTH_AND_DAY = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])")
_DATE_PREPOSITIONS = WordSet("quantities/before_date")
_CAPITAL_AFTER = re.compile(r"[ ][A-Z][a-zA-Z]")
_DEFINITE = WordSet("quantities/definite")
_DOT_AND_CAPITAL = re.compile(r"\.[ ][A-Z]")
_DOTTED_ERA = re.compile(r"[ \u00a0](?:b\.[ ]?c\.|c\.[ ]?e\.|a\.[ ]?d\.)")
_ERA = re.compile(r"[ \u00a0](?:bce?|ce|b\.[ ]?c\.(?:[ ]?e\.)?|c\.[ ]?e\.|a\.[ ]?d\.|ad)(?![^\W_])")


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


def find_context_rule(text: str, low: str, amount: Amount) -> SetAsideRule | None:
    """The sense that sets a number without percent and money aside, if any."""
    context = NumeralContext(text, low, amount)
    is_digits = low[context.start].isdigit() or low[context.start] == "."
    if _is_numbered_name(context):
        if context.left.endswith("(") and not is_digits:
            return None
        if context.word == "form":
            return "form-number"
        if context.word in ("bus", "tram"):
            return "line-number"
        is_section = context.word.rstrip(".") in load_number_cues("section_word")
        return "section-number" if is_section else "name-with-number"
    if amount.kind == "" and _goes_on_numbered(text, low, context.start):
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


_TRANSPORT_AND_HOUSES = WordSet("quantities/transport_or_house")
"""Words whose number is a label whatever follows: "bus no. 9 stops", "Form 990 filings"."""


_NUMBERING = WordSet("quantities/numbering")


def _is_numbered_name(at: NumeralContext) -> bool:
    """Such as "section 4", "room 12", "grade >= 3": the word before takes numbers after it."""
    is_bounded = at.amount.kind == "" and at.left.endswith(_BOUNDS)
    if is_bounded and _BOUNDED_LABEL.search(at.low, max(0, at.start - 16), at.start):
        return True
    return (
        at.amount.kind == ""
        and at.numeral.form in ("digits", "words")
        and at.adjacent
        and at.word in load_numbered_names()
        and not at.amount.has_scale
        and not (
            at.word in _NUMBERING and "," in at.text[at.start : at.end]
        )  # "children under five number 10,180"
        and (
            (at.word_is_capital and (at.numeral.form == "digits" or at.text[at.start].isupper()))
            or at.word in _TRANSPORT_AND_HOUSES
            or _is_label(at)
            or not has_plural_noun(at.text, at.low, at.amount.end)
        )
    )


_BOUNDS = (">", "<", "=", "≥", "≤", "> ", "< ", "= ", "≥ ", "≤ ")
_BOUNDED_LABEL = WordPattern(r"\b(?:<quantities/graded>) ?(?:[<>]=?|[≥≤]) ?$")

_OR_NUMBERED = re.compile(r"(?<![^\W_])(?P<word>[A-Za-z]+)[ ]\d{1,4}[a-z]?(?:[ ]or|,[ ]or)[ ]\Z")


def _goes_on_numbered(text: str, low: str, start: int) -> bool:
    """Whether a number is the other of two that follow a name which takes them: "Section 8 or 9 applies"."""
    if not low.endswith(" or ", 0, start):
        return False
    before = _OR_NUMBERED.search(text[max(0, start - 32) : start])
    if before is None or not low[start].isdigit():
        return False
    return before["word"][0].isupper() and before["word"].lower() in load_numbered_names()


_LABELS = WordSet("quantities/label")
_OWN_BEFORE = re.compile(r"(?<![^\W_])(?:this|that|each|every|a|an|our|his|her|my|their|its|your)[ ]$")


def _is_label(at: NumeralContext) -> bool:
    """Such as "chapter 13 cases", "phase 3 trials": the number belongs to the word before it."""
    if at.word not in _LABELS or not at.numeral.is_bare or at.numeral.form != "digits":
        return False
    return not _OWN_BEFORE.search(at.low, max(0, at.word_start - 8), at.word_start)


def find_worded_name(at: NumeralContext) -> SetAsideRule | None:
    """Such as "the Kick Six": a capital number word after a capital word."""
    begin = at.word_start
    if at.left.endswith(("non-", "non‑")) or at.low.startswith("zero-", at.start):
        return "name-with-number"  # "non-zero values", "zero-length strings"
    if (
        at.text[at.start].isupper()
        and at.word
        and at.adjacent
        and at.amount.kind == ""
        and at.word_is_capital
        and at.word not in load_noun_phrase_ends()
        and not at.word.endswith(".")  # "in Ireland. Two thirds left"
        and begin
        and at.text[begin - 2 : begin - 1] not in (".", "!", "?", "")
    ):
        return "name-with-number"
    is_capital = at.text[at.start].isupper() and at.amount.kind == ""
    is_listed = is_capital and _NAMES_BEFORE.search(at.text, max(0, at.start - 24), at.start)
    if is_listed and _CAPITALS_AFTER.match(at.text, at.end):
        return "name-with-number"  # "I like Blue Heron, Two Hands Club and Anna"
    if at.text[at.start].isupper() and at.amount.value > 1 and at.amount.kind == "" and _is_called_so(at):
        return "name-with-number"  # "a gift to Five Hole"
    listed = _LISTED_LABELS.search(at.left) if at.amount.kind == "" else None
    if listed is not None and listed["label"] in load_numbered_names():
        return "name-with-number"  # "rounds ten and eleven follow"
    if at.text[at.start].isupper() and _QUOTED_TITLE.match(at.text, max(0, at.start - 1)):
        return "name-with-number"  # the song "Two Doors Down"
    if (
        at.text[at.start].isupper()
        and at.amount.kind == ""
        and not at.word_is_capital
        and _CAPITAL_AFTER.match(at.text, at.amount.number_end)
        and _PROSE_BEFORE.search(at.text, max(0, at.start - 40), at.start)
    ):
        return "name-with-number"  # "a toy from a Six Flags park"
    return None


# Two small words show that not every word of the line has a capital, as in a headline
_QUOTED_TITLE = re.compile(
    r"[\"“‘'][A-Z][a-z]+ [A-Z][a-z]+ (?:[A-Z]|&|of|the|and|a)|[\"“‘'][A-Z][a-z]+ [A-Z][a-z]+[\"”’']"
)


def _is_called_so(at: NumeralContext) -> bool:
    """Whether a capital number in a sentence stands before one thing with a capital, which nobody counts."""
    if not _CAPITAL_AFTER.match(at.text, at.end) or not _SMALL_BEFORE.search(
        at.text, max(0, at.start - 24), at.start
    ):
        return False
    noun = find_counted_noun(at.text, at.low, at.end)
    return noun is not None and not noun.is_plural


_SMALL_BEFORE = re.compile(r"(?<![^\W_])[a-z]{2,} $")
_LISTED_LABELS = WordPattern(r"\b(?P<label>[a-z]+s) (?:<common/small_number>),? (?:and|or|to|&) $")
_PROSE_BEFORE = re.compile(
    r"(?<![^\W_])(?:[a-z]+|[A-Z][a-z]*[’']s) \(?(?:[a-z]+|[A-Za-z]+-[a-z]+|[A-Z][a-z]*[’']s) $"
)


_SPAN_CUES = WordSet("quantities/before_span")


def find_letter_after_name(at: NumeralContext) -> SetAsideRule | None:
    """Such as "Class 4s", "the Falcon 9s": one letter glued to the digits is no unit after a name."""
    amount, text = at.amount, at.text
    if not at.adjacent or amount.unit_start != at.end or amount.unit_end - amount.unit_start != 1:
        return None
    letter = text[amount.unit_start]
    is_day = letter == "d" and at.word not in _SPAN_CUES
    is_band = letter == "s" and at.word == "the"  # "the 77s"
    if at.word in load_numbered_names() or is_day or is_band or (letter in "sA" and at.word_is_capital):
        return "name-with-number"
    return None


def find_day(at: NumeralContext) -> SetAsideRule | None:
    """A day of a month."""
    if at.numeral.is_bare and at.end - at.start <= 2 and is_day_of_month(at.text, at.start, at.end, at.left):
        return "date"
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


def find_padded_time(at: NumeralContext) -> SetAsideRule | None:
    """Such as "12h 00m": a part of a clock time, which is filled up with a zero."""
    is_padded = at.numeral.is_bare and at.text[at.start] == "0" and at.end - at.start == 2
    is_letter = at.amount.unit_start == at.end and at.amount.unit_end - at.amount.unit_start == 1
    return "clock-time" if is_padded and is_letter else None


def find_zero_day(at: NumeralContext) -> SetAsideRule | None:
    """Such as "a 0-day": a name for what nobody knew before."""
    is_zero = at.text[at.start : at.end] == "0" and at.amount.kind == "measure"
    return "name-with-number" if is_zero and at.text[at.end : at.end + 1] == "-" else None


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


def find_date_in_figures(at: NumeralContext) -> SetAsideRule | None:
    """Such as "on 3/14", "9/11", "24/7"."""
    if at.numeral.form != "fraction":
        return None
    if at.word in _DATE_PREPOSITIONS and _MONTH_AND_DAY.fullmatch(at.text, at.start, at.end):
        return "date"
    surface = at.text[at.start : at.end]
    if surface in ("9/11", "24/7", "7/7"):
        return "date" if surface != "24/7" else "name-with-number"
    return None


_AGES_AGO = re.compile(r"\d{2},\d{3}")


def find_era(at: NumeralContext) -> SetAsideRule | None:
    """Such as "508 BC" and "10,000 BC"."""
    if not _ERA.match(at.low, at.end):
        return None
    is_year = at.numeral.is_bare and at.end - at.start <= 4
    is_ages_ago = at.low[at.end + 1 : at.end + 2] == "b" and _AGES_AGO.fullmatch(at.text, at.start, at.end)
    if not (is_year or is_ages_ago):
        return None
    is_advertisement = at.text[at.end + 1 : at.end + 3] in ("ad", "Ad")
    return None if is_advertisement else "year"


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


_MODEL_BEFORE = re.compile(r"\d{3} (?:max|neo) $")
_COUNTED_MODEL = WordPattern(r"(?<![^\W_])(?:<common/small_number>|\d{1,3}) [a-z]+ $")
_MODEL_SUFFIX = re.compile(r" (?:MAX|NEO|XWB|LR|ER|Super|Ti|Pro|Ultra|Plus|Turbo)(?![^\W_])")


def find_model_name(at: NumeralContext) -> SetAsideRule | None:
    """Such as "two 737 MAX jets": the suffix of a model after bare digits."""
    if at.numeral.is_bare and not at.amount.kind and _MODEL_BEFORE.search(at.left):
        return "model-name"  # "four 737 MAX 8 jets"
    is_name = at.word_is_capital and at.word not in load_month_names()
    if at.numeral.is_bare and not at.amount.kind and is_name and _COUNTED_MODEL.search(at.left):
        return "model-name"  # "seven MAX 9 deliveries"
    if at.numeral.is_bare and not at.amount.kind and at.amount.end == at.end and at.end - at.start >= 2:
        return "model-name" if _MODEL_SUFFIX.match(at.text, at.end) else None
    return None


_LETTER_AFTER = re.compile(r"-[A-Z]\d?(?![^\W_-])")


def find_form_number(at: NumeralContext) -> SetAsideRule | None:
    """Such as "its 10-K", "Form 20-F", "the 747-B": a capital letter behind a hyphen that is no unit here."""
    if at.numeral.is_bare and not at.amount.kind and _LETTER_AFTER.match(at.text, at.end):
        return "form-number" if at.end - at.start <= 2 else "model-name"
    return None


_UNDERTAKING = WordPattern(r"[ ](?:[A-Z][a-z]+[ ]){1,2}(?:<quantities/undertaking>)(?![^\W_])")


def find_undertaking(at: NumeralContext) -> SetAsideRule | None:
    """Such as "the 1000 Voices Project"."""
    is_name = at.numeral.is_bare and not at.amount.kind and _UNDERTAKING.match(at.text, at.end)
    return "name-with-number" if is_name else None


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


_OPENING_QUOTES = frozenset('"“‘')
_CAPITALS_AFTER = re.compile(r" [A-Z][a-z]+ [A-Z][a-z]+")
_TITLE_BEFORE = re.compile(r"(?:[a-z,] |[`'\"“‘] ?)The \Z")


def find_title(at: NumeralContext) -> SetAsideRule | None:
    """Such as "she wrote The 500 Caps of Ned": behind a capital "The" inside a sentence."""
    if at.amount.kind or not _CAPITAL_AFTER.match(at.text, at.end):
        return None
    if at.text[at.start - 1 : at.start] in _OPENING_QUOTES and _CAPITALS_AFTER.match(at.text, at.end):
        return "name-with-number"  # the song "99 Red Kites"
    if at.word != "the":
        return None
    is_title = _TITLE_BEFORE.search(at.text, max(0, at.start - 6), at.start)
    return "name-with-number" if is_title else None


_NAMES_BEFORE = re.compile(r"[A-Z][\w'’.]* ?[A-Z]?[\w'’.]*, \Z")
_NAME_OF_UNIT = re.compile(r" [A-Z][a-z]{3,}(?=, [A-Z]| and [A-Z]|,? and [a-z]+ [A-Z])")


def find_name_in_list(at: NumeralContext) -> SetAsideRule | None:
    """Such as "with Blue Heron, 98 Yards, Foxglove": a capital unit in a list of names."""
    if at.amount.unit_start != at.end + 1 or not _NAME_OF_UNIT.match(at.text, at.end):
        return None
    is_listed = _NAMES_BEFORE.search(at.text, max(0, at.start - 24), at.start)
    return "name-with-number" if is_listed else None


_OPENED = re.compile(r"[`‘] ?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,4} $")


def find_quoted_end(at: NumeralContext) -> SetAsideRule | None:
    """Such as "` Super Holm 64'": the mark that closes a quotation is no foot."""
    is_mark = at.amount.unit_start == at.end and at.text[at.end : at.end + 1] in ("'", "’")
    is_opened = is_mark and _OPENED.search(at.text, max(0, at.start - 60), at.start) is not None
    return "name-with-number" if is_opened else None


def find_definite_name(at: NumeralContext) -> SetAsideRule | None:
    """Such as "the 787 Dreamliner"."""
    if (
        not at.numeral.is_bare
        or at.amount.kind
        or at.amount.end != at.end
        or at.word not in _DEFINITE
        or not _CAPITAL_AFTER.match(at.text, at.end)
    ):
        return None
    noun = find_counted_noun(at.text, at.low, at.end)
    is_name = noun is not None and not noun.is_plural and at.end - at.start != 4
    return "name-with-number" if is_name else None


_OPENING = re.compile(r"(?:\A|[.!?]\s|\n)(?:In|By|Since|Until) \Z")
_FIRST_YEAR, _LAST_YEAR = 100, 2100


def _is_year_that_opens(at: NumeralContext) -> bool:
    """Whether a sentence opens with a year that no comma parts from its first noun: "In 476 trade fell"."""
    if at.end - at.start not in (3, 4) or not _FIRST_YEAR <= at.numeral.value <= _LAST_YEAR:
        return False
    opens = _OPENING.search(at.text[max(0, at.start - 9) : at.start]) is not None
    return opens and at.low[at.end : at.end + 1] == " " and not has_plural_noun(at.text, at.low, at.end)


def find_year(at: NumeralContext) -> SetAsideRule | None:
    """A year in four digits, or in two after an apostrophe."""
    if not at.numeral.is_bare:
        return None
    text, start = at.text, at.start
    if _is_year_that_opens(at):
        return "year"
    if at.end - start == 4:
        return find_year_rule(text, at.low, at.amount, at.word, at.adjacent)
    if at.end - start == 2 and text[start - 1 : start] in ("'", "’"):
        before = text[start - 2 : start - 1]
        is_year_of_name = before.isupper() and text[start] in "09"  # "USENIX'05"
        return "year" if before in (" ", "", "\n") or is_year_of_name else None
    return None


_NAME_AND_STROKE = re.compile(r"(?<![^\W_])[a-z]{2,}\d{1,2}/$")
_NUMBERED_BEFORE = re.compile(r"(?P<word>[a-z]+) \d{1,4} ?(?:&|/|and|,) ?$")


_STATUS_OF_HTTP = re.compile(r"(?<![^\W_])https?(?:/\d(?:\.\d)?)? [\"“'‘(]?$")


def find_status(at: NumeralContext) -> SetAsideRule | None:
    """Such as "HTTP 404 Not Found", "an HTTP/1.1 103 Early Hints message"."""
    is_status = at.end - at.start == 3 and at.numeral.is_bare and not at.amount.kind
    return "code" if is_status and _STATUS_OF_HTTP.search(at.left) else None


def find_second_of_name(at: NumeralContext) -> SetAsideRule | None:
    """Such as "Highway 407 & 400", "a ViT-H/14 model": another number of the name before it."""
    if not at.numeral.is_bare or at.amount.kind or at.amount.has_scale:
        return None
    if at.left.endswith("/") and at.left[-2:-1].isalpha() and at.text[at.start - 2].isupper():
        return "name-with-number"
    if _NAME_AND_STROKE.search(at.left):
        return "name-with-number"  # "Tbx4/5 blockers"
    found = _NUMBERED_BEFORE.search(at.left)
    if found is None or found["word"] not in load_numbered_names():
        return None
    is_name = at.text[at.start - len(at.left) + found.start()].isupper()
    if is_name and at.left.rstrip().endswith(("&", "/")):
        return "name-with-number"  # "Windows 7 & 8 issues"
    return "name-with-number" if is_name and not has_plural_noun(at.text, at.low, at.end) else None


_LETTER_OF_RULE = re.compile(r"[a-z]\.")


def find_name(at: NumeralContext) -> SetAsideRule | None:
    """A capital before and no noun after: "Boeing 737", "Formula 1"."""
    if (
        not at.adjacent
        or at.left.endswith("(")
        or not at.word
        or at.amount.kind
        or at.amount.has_scale
        or not at.word_is_capital
    ):
        return None
    begin, text = at.word_start, at.text
    if at.word == "top" and text[begin - 2 : begin - 1].isalpha() and _CAPITAL_AFTER.match(text, at.end):
        return "name-with-number"  # "the Australian Top 40 Music list"
    if _LETTER_OF_RULE.fullmatch(at.word) and at.end - at.start >= 3 and _CAPITAL_AFTER.match(text, at.end):
        return "name-with-number"  # "Fed. R. Bankr. P. 1009 Amendments"
    if len(at.word) == 1 and at.word != "i" and (at.word != "a" or (begin > 2 and text[begin - 2].isalnum())):
        return "name-with-number"
    return None if at.left.endswith("\n") else _find_capital_name(at)


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


_STATISTICS = WordSet("quantities/statistic")
_PLACING_BEFORE = WordPattern(r"(?<![^\W_])(?:<quantities/placing>)\.?[ ]$")


_PRODUCT_PLURAL = WordPattern(r" (?:<quantities/product_plural>)(?![^\W_])")


def _is_product_number(at: NumeralContext) -> bool:
    """Whether one digit goes with the name before it: "fine-tune Llama 2 models"."""
    if not at.numeral.is_bare or at.end - at.start > 1 or at.word_start < 2:
        return False
    before = at.text[at.word_start - 2]
    if not before.isalnum() and before not in "'’":
        return False
    if not _PRODUCT_PLURAL.match(at.low, at.end):
        return False
    return not _PLACING_BEFORE.search(at.low[max(0, at.word_start - 10) : at.word_start])


_RELEASE_AFTER = WordPattern(
    r" (?:(?:ga|rc|beta|alpha|stable|major|lts|development|maintenance) )?(?:<quantities/release>)(?![^\W_])"
)
_RELEASES_AFTER = WordPattern(r" (?:<quantities/releases>)(?![^\W_])")


_MORE_RELEASES = WordPattern(
    r"(?:(?:,? (?:and|or) |, )\d+(?:\.\d+)+){1,4} (?:<quantities/releases>)(?![^\W_])"
)
_RELEASE_BEFORE = re.compile(r"\d\.\d+(?:,? (?:and|or) |, )$")
"""Of a list: "the goal of 1.2, 1.6 and 2.1 releases"."""


def find_release(at: NumeralContext) -> SetAsideRule | None:
    """Such as "the 2.0 release", "the 0.2 releases"; not "1.5 releases a week"."""
    if "." not in at.text[at.start : at.end] or at.amount.kind:
        return None
    if _RELEASE_AFTER.match(at.low, at.end):
        return "version"
    if at.word in _DEFINITE and _RELEASES_AFTER.match(at.low, at.end):
        return "version"
    is_listed = _MORE_RELEASES.match(at.low, at.end) or (
        _RELEASES_AFTER.match(at.low, at.end) and _RELEASE_BEFORE.search(at.left)
    )
    return "version" if is_listed else None


def _find_capital_name(at: NumeralContext) -> SetAsideRule | None:
    """Unless the capital only opens a sentence, or the number is a decimal after a statistic."""
    text, word, begin = at.text, at.word, at.word_start
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
    has_noun = has_plural_noun(text, at.low, at.amount.end)
    numeral = at.numeral
    is_decimal = "." in text[at.start : at.end] and numeral.value < 100 and at.end - at.start <= 5
    if is_decimal and not numeral.has_scale and not starts_sentence and word not in _STATISTICS:
        return None if text[at.end : at.end + 1] in ("-", "–") else "version"
    if has_noun and not _is_product_number(at):
        return None
    if numeral.value >= 10000 or not numeral.is_bare:
        if text[numeral.end : numeral.end + 1] in ("-", "–") or word in _STATISTICS:
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


def find_dotted_era(at: NumeralContext) -> SetAsideRule | None:
    """Such as "664 b.c.e.": its first letter is no unit."""
    return "year" if at.numeral.is_bare and _DOTTED_ERA.match(at.low, at.end) else None


_MEASURE_RULES: tuple[Callable[[NumeralContext], SetAsideRule | None], ...] = (
    find_letter_after_name,
    find_dotted_era,
    find_padded_time,
    find_zero_day,
    find_name_in_list,
    find_quoted_end,
)
_DIGIT_RULES: tuple[Callable[[NumeralContext], SetAsideRule | None], ...] = (
    find_dotted_thousands,
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
    find_release,
    find_undertaking,
    find_title,
    find_definite_name,
    find_year,
    find_second_of_name,
    find_name,
)
