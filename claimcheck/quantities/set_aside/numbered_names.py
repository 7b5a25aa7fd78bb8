"""Numerals that are part of a name: sections, rooms, models, titles, products, releases."""

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

if TYPE_CHECKING:
    from claimcheck.quantities.set_aside.context import NumeralContext
    from claimcheck.quantities.set_aside.names import SetAsideRule


_CAPITAL_AFTER = re.compile(r"[ ][A-Z][a-zA-Z]")
_DEFINITE = WordSet("quantities/definite")


_TRANSPORT_AND_HOUSES = WordSet("quantities/transport_or_house")
"""Words whose number is a label whatever follows: "bus no. 9 stops", "Form 990 filings"."""


_NUMBERING = WordSet("quantities/numbering")


def is_numbered_name(at: NumeralContext) -> bool:
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
        and not _is_counted(at)
        and not (
            at.word in _NUMBERING and "," in at.text[at.start : at.end]
        )  # "children under five number 10,180"
        and (
            (at.word_is_capital and (at.numeral.form == "digits" or at.text[at.start].isupper()))
            or at.word in _TRANSPORT_AND_HOUSES
            or _is_label(at)
            or not (
                has_plural_noun(at.text, at.low, at.amount.end)
                or (
                    (other := _TO_OTHER.match(at.low, at.end))
                    and has_plural_noun(at.text, at.low, other.end())
                )
            )
        )
    )


_TO_OTHER = WordPattern(r" (?:to|or) (?:<common/small_number>)(?![^\W_])")
"""Behind the first of two numbers of things: "build four to five plants"."""
_NUMBER_NEXT = re.compile(r"(?:,| and| or| to|[–-]) ?\d")
_COUNT_BEFORE = WordPattern(r"(?:\d|(?<![^\W_])(?:<common/small_number>)) $")


def _is_counted(at: NumeralContext) -> bool:
    """Whether the word before a number is what another number counts: "In the 12 games 40 won prizes"."""
    if at.word_is_capital or not is_plural_noun(at.word) or _NUMBER_NEXT.match(at.low, at.end):
        return False  # "the two rooms 12 and 14"
    return _COUNT_BEFORE.search(at.low, max(0, at.word_start - 16), at.word_start) is not None


_BOUNDS = (">", "<", "=", "≥", "≤", "> ", "< ", "= ", "≥ ", "≤ ")
_BOUNDED_LABEL = WordPattern(r"\b(?:<quantities/graded>) ?(?:[<>]=?|[≥≤]) ?$")

_OR_NUMBERED = re.compile(r"(?<![^\W_])(?P<word>[A-Za-z]+)[ ]\d{1,4}[a-z]?(?:[ ]or|,[ ]or)[ ]\Z")


def goes_on_numbered(text: str, low: str, start: int) -> bool:
    """Whether a number is the other of two that follow a name which takes them: "Section 8 or 9 applies"."""
    if _goes_on_labelled(low, start):
        return True
    if not low.endswith(" or ", 0, start):
        return False
    before = _OR_NUMBERED.search(text[max(0, start - 32) : start])
    if before is None or not low[start].isdigit():
        return False
    return before["word"][0].isupper() and before["word"].lower() in load_numbered_names()


_NEXT_OF_LABEL = WordPattern(
    r"(?<![^\W_])(?:<quantities/label>)(?P<many>s)?[ ](?P<before>\d{1,2})[ ](?:and|or|&)[ ]$"
)
_LABELLED_THING = WordPattern(r"[ ](?:[a-z-]+[ ]){0,2}?(?:<quantities/labelled_thing>)(?![^\W_])")
_SMALL_LABEL = re.compile(r"\d{1,2}(?![\d.,%]*\d|%)(?=[ ][a-z])")
_LONGEST_LABEL = 32


def _goes_on_labelled(low: str, start: int) -> bool:
    """Whether a number is the next one behind a word of a label: "phase 1 and 2 studies"."""
    number = _SMALL_LABEL.match(low, start)
    if number is None:
        return False
    found = _NEXT_OF_LABEL.search(low, max(0, start - _LONGEST_LABEL), start)
    if found is None or int(number[0]) != int(found["before"]) + 1:
        return False
    # "in phase 3 and 4 patients died" counts them
    return found["many"] is not None or _LABELLED_THING.match(low, number.end()) is not None


_LABELS = WordSet("quantities/label")
_OWN_BEFORE = re.compile(r"(?<![^\W_])(?:this|that|each|every|a|an|our|his|her|my|their|its|your)[ ]$")


def _is_label(at: NumeralContext) -> bool:
    """Such as "chapter 13 cases", "phase 3 trials": the number belongs to the word before it."""
    if at.word not in _LABELS or not at.numeral.is_bare or at.numeral.form != "digits":
        return False
    return not _OWN_BEFORE.search(at.low, max(0, at.word_start - 8), at.word_start)


_BY_AS_MANY = WordPattern(r"-by-(?:<common/small_number>)(?![\w-])")


def find_worded_name(at: NumeralContext) -> SetAsideRule | None:
    """Such as "the Kick Six": a capital number word after a capital word."""
    begin = at.word_start
    if at.left.endswith(("non-", "non‑")) or at.low.startswith("zero-", at.start):
        return "name-with-number"  # "non-zero values", "zero-length strings"
    if _BY_AS_MANY.match(at.low, at.end):
        return "name-with-number"  # "a two-by-two table"
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


_NAME_AND_STROKE = re.compile(r"(?<![^\W_])[a-z]{2,}\d{1,2}/$")
_NUMBERED_BEFORE = re.compile(r"(?P<word>[a-z]+) \d{1,4} ?(?:&|/|and|,) ?$")


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
    return None if at.left.endswith("\n") else find_capital_name(at)


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


_EMERGENCY = WordPattern(r"(?:999|911)[ ](?:<quantities/emergency>)(?![^\W_])")
_BLOCK = re.compile(r"\d{1,3}00[ -]block of [A-Z\d]")
_ROAD_CODE = WordPattern(r"(?<![^\W_])(?:<quantities/road_code>) $")


def find_label(at: NumeralContext) -> SetAsideRule | None:
    """Such as "the 999 call", "the 700 block of Main Street", "the FM 2305 trail"."""
    if at.amount.kind:
        return None
    left = max(0, at.start - _LONGEST_LEFT)
    is_call = _EMERGENCY.match(at.low, at.start) and _DETERMINED.search(at.low, left, at.start)
    is_block = _BLOCK.match(at.text, at.start) and _IN_THE.search(at.low, left, at.start)
    is_road = (
        at.text[at.start : at.end].isdigit()
        and _ROAD_CODE.search(at.text, max(0, at.start - 4), at.start)
        and not has_plural_noun(at.text, at.low, at.amount.end)  # "on FM 98 stations played it"
    )
    return "name-with-number" if is_call or is_block or is_road else None


_LONGEST_LEFT = 16
_DETERMINED = WordPattern(r"(?<![^\W_])(?:<common/article_or_possessor>) $")
_IN_THE = WordPattern(r"(?<![^\W_])(?:<grammar/preposition>|near|along|behind|outside) the $")


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


def find_capital_name(at: NumeralContext) -> SetAsideRule | None:
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
