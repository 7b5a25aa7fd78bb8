"""Numbers before nouns that count nothing: those of names, sums and scores, and those before a verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.amounts.words import POINTS
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.numbered_names import is_number_in_name
from claimcheck.grammar.subjects.edges import noun_like_verbs
from claimcheck.lexicons.quantities import load_noun_phrase_ends
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import is_plural_noun
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


def is_refused_count(document: NormalisedDocument, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number before a noun counts nothing, under the name of the check that says so."""
    found_by = f"count/{quantity.found_by}"
    for name, holds in _CHECKS:
        if holds(document.text, sentence, quantity):
            return document.rules.refuse(name, found_by, quantity.start, quantity.end)
    verb = _verb_behind(document, sentence, quantity)
    return verb is not None and document.rules.refuse(
        "count/verb-after-number", found_by, quantity.start, quantity.end, verb
    )


def _is_multiple(_text: str, _sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is a factor, "3.4 times"; but "2.5 times a year" is how often."""
    is_fraction = quantity.of == "times" and quantity.number is not None and quantity.number % 1 != 0
    return is_fraction and quantity.per is None


def _is_part_of_one(text: str, _sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number below one stands before one thing, or the second of a ratio before any."""
    is_rest = quantity.number is not None and 0 < quantity.number < 1 and not quantity.is_fraction
    if is_rest and quantity.of is not None and not any(map(is_plural_noun, quantity.of.lower().split())):
        return True
    return text[quantity.number_start - 1 : quantity.number_start] in ("∶", ":")


def _is_of_no_such(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether of any so many something is denied: "no two mills"."""
    is_worded = text[quantity.number_start].isalpha()
    before = _NO_SUCH.search(text, max(sentence.start, quantity.start - 4), quantity.start)
    return is_worded and before is not None


def _is_of_one_thing(text: str, _sentence: Sentence, quantity: Quantity) -> bool:
    """Whether figures behind "a" say which or what sort of one thing it is: "a 65 zone", "a 12 pack"."""
    if quantity.of is None or quantity.number in (1, None) or not text[quantity.number_start].isdigit():
        return False
    if quantity.comparator != "=" or _BEHIND_A.search(text, quantity.start - 4, quantity.start) is None:
        return False
    is_one_word = " " not in quantity.of  # not "a 40 page report"
    return is_one_word and not is_plural_noun(quantity.of.lower()) and text[quantity.number_end] == " "


def _is_of_figures(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the figures of a sum are counted: "in the low seven figures"."""
    return quantity.of == "figures" and (
        _PART_OF_FIGURES.search(text, max(sentence.start, quantity.start - 8), quantity.start) is not None
    )


def _is_points_of_a_share(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether points lead to a share: "improved by 3 points to 91%"."""
    return quantity.of in POINTS and _TO_A_SHARE.match(text, quantity.end, sentence.end) is not None


def _is_first_several(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether they are the first ones of an order, which a ranking states."""
    is_first = _FIRST_BEFORE.search(text, max(sentence.start, quantity.start - 7), quantity.start)
    return is_first is not None and quantity.of in _RANKS


def _is_sum_of_money(text: str, _sentence: Sentence, quantity: Quantity) -> bool:
    """Whether money is told without its currency: "a 107 million loss", "billions of tax cuts"."""
    if quantity.of is None:
        return False
    if quantity.of in _UNKNOWN_COINS:
        return True
    head = quantity.of.rsplit(" ", 1)[-1]
    if quantity.comparator == ">" and _VAGUE.match(text, quantity.number_start) and head in _FUNDS:
        return True
    return head in _SUMS and quantity.number is not None and quantity.number >= _SCALE


def _verb_behind(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity
) -> tuple[int, int] | None:
    """Where the verb stands that was taken for a counted noun; None where it is a noun."""
    columns = columns_of(document)
    if quantity.of_start is None or not columns.is_parsed or quantity.of_start < quantity.number_end:
        return None
    span = columns.span(quantity.of_start, quantity.of_start + 1)
    if span is None:
        return None
    first = span[0]
    if columns.tags[first] == "RB" and first + 1 < len(columns.tags):
        if columns.ends[first] >= quantity.end and columns.lowers[first].endswith("ly"):
            return columns.starts[first], columns.ends[first]  # "three hurt, one seriously"
        first += 1  # "5.3 significantly improves"
    is_verb = _is_verb(document, sentence, quantity, first)
    if not is_verb or _is_participle_of_subject(document, columns, quantity, first):
        return None
    return columns.starts[first], columns.ends[first]


def _is_verb(document: NormalisedDocument, sentence: Sentence, quantity: Quantity, word: int) -> bool:
    """Whether the word behind a number is a verb by its tag, or by what stands around it."""
    columns, text = columns_of(document), document.text
    tag, lower = columns.tags[word], columns.lowers[word]
    if lower.endswith("s") and word + 1 < len(columns.tags) and columns.tags[word + 1] in _PAST_OR_FINITE:
        return False  # "six works broke the record", whose noun looks like a verb
    if not is_plural_noun(lower) and _OF_WHOM.search(text, max(0, quantity.start - 16), quantity.start):
        return quantity.number != 1 and _ENDS_CLAUSE.match(text, columns.ends[word]) is not None
    if tag == "VBP" and quantity.number == 1:  # "values under 1 end there"
        return columns.pos[word] == "VERB"
    is_base = not lower.endswith("s") and quantity.of is not None and " " not in quantity.of
    if is_base and _PRONOUN_AFTER.match(text, quantity.end, sentence.end):
        return True  # "of 28 analysts, 19 rate it a buy"
    if _COSTS_A_SUM.match(text, columns.starts[word], sentence.end):
        return True  # "the pack of six costs £2.10"
    if lower in noun_like_verbs():
        if columns.has_child(word, "obj"):
            return True  # "Her 143 puts Marlshire ahead"
        if _is_only_verb(columns, text, sentence, quantity):
            return True  # "Ruby 3 ships with a new parser"
        is_part = quantity.number is not None and quantity.number % 1 != 0 and quantity.number < _FEW
        has_object = _SHOCK.search(text, max(0, quantity.start - 8), quantity.start) is not None
        if (
            is_part
            and has_object
            and _SOMETHING_AFTER.match(text, quantity.of_start or quantity.end, sentence.end)
        ):
            return True  # "a shock of 6.3 releases more energy"
    if tag not in ("VBZ", "VBD", "MD") or columns.pos[word] not in ("VERB", "AUX"):
        return False
    # "2,714 multimorbid patients", whatever the tagger makes of a rare adjective
    return tag != "VBD" or _PAST_FORM.fullmatch(lower) is not None


def _is_only_verb(columns: TokenColumns, text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sentence that begins with a numbered name has no verb but the noun behind the number."""
    leads_on = _BEHIND_VERB.match(text, quantity.end, sentence.end) is not None  # not "Denmark 12 ships."
    is_name = leads_on and _is_behind_release(text, sentence, quantity)
    return is_name and FINITE.isdisjoint(columns.tags[sentence.span.start : sentence.span.end])


_BEHIND_VERB = WordPattern(r"[ ](?:<count/object_after>|<count/leading_on>)(?![^\W_])")
_PAST_OR_FINITE = FINITE | {"VBN"}
_OF_WHOM = WordPattern(
    r"\bof\s+(?:<count/of_those_before>),?\s+(?:(?:<count/before_rough>)\s+)?$", re.IGNORECASE
)
_ENDS_CLAUSE = re.compile(r"\s*(?:[.,;:)]|$)")
"""Behind a word that ends the clause of "of whom 210 board", and so is its verb."""
_COSTS_A_SUM = WordPattern(r"(?:<count/priced_at>)\s+(?:[a-z]+\s+){0,2}[$€£¥₹]\s?\d")
_PART_OF_FIGURES = WordPattern(r"\b(?:<count/part_of_figures>)[ -]$", re.IGNORECASE)
"""Before how many figures a sum has: "a sum in the low seven figures"."""
_LETTER_FIRST = re.compile(r"[a-z] ")
_LETTER_LAST = re.compile(r"(?:.* )?[A-Za-z]")


def _is_of_letter(text: str, _sentence: Sentence, quantity: Quantity) -> bool:
    """Whether one letter is counted: "12 Q", "three hundred k of data", "8 more V (valid) bits"."""
    if quantity.of is None:
        return False
    of = quantity.of
    if of == "mark" or len(of) == 1 or _LETTER_FIRST.match(of):
        return True
    return text.startswith(" (", quantity.end) and _LETTER_LAST.fullmatch(of) is not None


def _is_below_one(text: str, _sentence: Sentence, quantity: Quantity) -> bool:
    """Whether less than nothing is counted ("the flags -1 to -9 say"), or none of what is one thing ("a zero
    byte").
    """
    if quantity.number is None:
        return False
    if quantity.number < 0:
        return True
    if quantity.number != 0 or not text[quantity.number_start].isalpha():
        return False
    if quantity.comparator != "=":
        return text[quantity.start : quantity.number_start].lower() == "below "  # "ten below zero early on"
    return not any(map(is_plural_noun, (quantity.of or "").split()))


_CLAUSE_OF_NAME = re.compile(r"\d+-[A-Z][a-z]+(?:-[A-Z][a-z]+)* [A-Z]")
_NO_SUCH = re.compile(r"\b[Nn]o\s$")
"""Before what is denied of any so many: "no two people agree"."""
_BEHIND_A = re.compile(r"\b(?:[Aa]n?) $")
_DECIMAL = re.compile(r"\d+\.\d+")
_NAMED_ONE = WordPattern(
    r"(?!(?:<count/adjective_of_people>)\b)(?:[A-Z][a-z]+(?<!ian)(?<!ean)(?<!can)(?<!ish)(?<!ese)(?: |$))+"
    r"(?:(?:<count/particle_of_name>)(?: [A-Z][a-z]+)*|[b-h])?"
)
_YEAR_OF_ONE = re.compile(r"\b[Aa]n?\s(?:1[4-9]|20)\d\d$")
_INITIALS = WordPattern(r"(?!(?:<quantities/device>|GI|US|UK|EU|UN)$)[A-Z]{2,3}")
_BEHIND_LETTER = re.compile(r"(?<![^\W\d_])(?:[A-Z]\.|[a-mo-z]=)$")
"""A single letter that a number belongs to; "n=31" counts the members of a sample."""
_OF_SERIES = re.compile(r"\d{4,} series\b|\d{3,}-series\b")
_LETTER_AND_DIGITS = re.compile(r"[A-Z]\d[\dA-Z.]*")
_IN_CODE = re.compile(r"[A-Z\d][-/]$")
_SURNAME = re.compile(r"(?:[A-Z]\.? ){1,3}[A-Z][a-z]+")
_MODEL = WordPattern(
    r"(?:^|\s)(?:<common/article_or_possessor>|this|that)\s"
    r"(?!(?:<count/adjective_of_people>)\s)[A-Z][\w-]*[®™]?\s$"
)
_STREET = WordPattern(r"(?:<count/street_before>) (?:(?:de|du|des|del|della|da|do) )?(?:la )?[A-Z]")
_TITLE_OF_PART = WordPattern(
    r"\d{1,2}\.\d{1,2} (?!(?:<count/adjective_of_people>)\b)"
    r"[A-Z][a-z]+(?<!ian)(?<!ean)(?<!can)(?<!ish)(?<!ese)(?<!man) [a-z]+ [a-z]"
)
"""A number with a dot before a title: nobody counts 5.2 of anything named with a capital."""
_MODEL_NUMBER = re.compile(r"\d{3,4}")


def _is_number_of_name(text: str, _sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number names what follows: a decimal before one thing ("the 1003.1 standard", "20.7 ABC",
    "3.6 Tides" of a heading), or a long one before "series". Parts are counted of many: "2.5 children".
    """
    if quantity.of is None:
        return False
    if text[quantity.number_start - 1 : quantity.number_start].isalpha():
        return True  # "Ca2+ leak"
    if _BEHIND_LETTER.search(text, max(0, quantity.number_start - 3), quantity.number_start):
        return True  # "Annex D.2.5 Files", "the sum from i=1 pi"
    if text[quantity.number_end] == "-" and _LETTER_AND_DIGITS.fullmatch(quantity.of):
        return True  # "30B-A3B"
    if _is_of_code_or_model(text, quantity) or _is_year_or_code(text, quantity):
        return True
    if _OF_SERIES.match(text, quantity.number_start) or _CLAUSE_OF_NAME.match(text, quantity.number_start):
        return True  # "the 1200 series", "3-Clause BSD"
    if _YEAR_OF_ONE.search(text, max(0, quantity.number_start - 3), quantity.number_end):
        return True  # "a 1984 New York Times article"
    if is_number_in_name(text, quantity.number_start, quantity.number_end):
        return True  # "The Rise of 40 Kings"
    if _INITIALS.fullmatch(quantity.of):
        return True  # "a rate of 12 MS"
    if _NAMED_ONE.fullmatch(quantity.of) and not any(map(is_plural_noun, quantity.of.lower().split())):
        # "29 Amphitrite", "51 Ursae b", "at 3926 Feagan", "1 – 0 Korea"
        digits = text[quantity.number_start : quantity.number_end].replace(",", "")
        if digits.isdigit() and quantity.comparator == "=":
            return True
    is_decimal = _DECIMAL.fullmatch(text, quantity.number_start, quantity.number_end) is not None
    return is_decimal and not any(map(is_plural_noun, quantity.of.lower().split()))


def _is_year_or_code(text: str, quantity: Quantity) -> bool:
    """Whether digits before one thing are a year ("1561 Polish book"), or too many for a number without
    marks ("7035550142 fax").
    """
    if quantity.comparator != "=" or quantity.of is None or text[quantity.number_end] != " ":
        return False
    digits = text[quantity.number_start : quantity.number_end]
    if _LONG_CODE.fullmatch(digits) is None and _YEAR.fullmatch(digits) is None:
        return False
    return not any(map(is_plural_noun, quantity.of.lower().split()))


_LONG_CODE = re.compile(r"\d{7,}")
_YEAR = re.compile(r"(?:1[1-9]|20)(?!00)\d\d")


def _is_of_code_or_model(text: str, quantity: Quantity) -> bool:
    """Whether a number goes on a code ("Report RU-7/88-TR10", "0000-0001-7734-2051 Ann Roe"), stands in a
    formula, behind the volume of a journal or before a name with its initials, as a page does in a list of
    contents, or a street ("24 rue Lhomme"), or is that of a part ("5.2 Source package files of the yard") or
    of a model ("the Vexel 4800 systems").
    """
    before = text[max(0, quantity.number_start - _LONGEST_NAME) : quantity.number_start]
    if _IN_CODE.search(before) and quantity.start == quantity.number_start:
        return True
    if quantity.start and text[quantity.start] in "<>=≤≥" and text[quantity.start - 1].isalpha():
        return True  # "Na<=1.02 Ann Roe"
    if quantity.of is not None and not any(map(is_plural_noun, quantity.of.lower().split())):
        is_of_pages = quantity.low is not None and _VOLUME_BEFORE.search(before) is not None
        if is_of_pages or _IN_FORMULA.match(quantity.of):
            return True
    if quantity.of is not None and (_SURNAME.fullmatch(quantity.of) or _STREET.match(quantity.of)):
        return True
    if quantity.of is not None and _TITLE_OF_PART.match(text, quantity.number_start):
        return True
    is_bare = quantity.start == quantity.number_start and quantity.comparator == "="
    return (
        is_bare
        and _MODEL_NUMBER.fullmatch(text, quantity.number_start, quantity.number_end) is not None
        and _MODEL.search(before) is not None
    )


_LONGEST_NAME = 40
_VOLUME_BEFORE = re.compile(r"[A-Z][\w.]*,? \d{1,4} ?(?:\(\d{1,3}\))? ?: ?$")
"""A journal and its volume, in front of pages: "Fish Res. 46: 120-136"."""
_IN_FORMULA = re.compile(r"[\u0370-\u03bb\u03bd-\u03ff]")
"""The letter of a formula behind its factor: "1 πa"; a µ begins units."""


def _is_participle_of_subject(
    document: NormalisedDocument, columns: TokenColumns, quantity: Quantity, verb: int
) -> bool:
    """Whether a word in -ed describes what a number in letters counts: "Two imported cases were found"."""
    if columns.tags[verb] != "VBD" or not columns.lowers[verb].endswith("ed"):
        return False
    is_worded = document.text[quantity.number_start].isalpha()
    return is_worded and verb + 1 < len(columns.tags) and columns.tags[verb + 1] == "NNS"


# Irregular past forms are short, or have one of these prefixes
_PAST_FORM = re.compile(r"[a-z]+ed|[a-z]{1,7}|(?:over|under|with|mis|fore|out|up)[a-z]+")
_FEW = 1000
_SHOCK = re.compile(r"\bof\s+$")
_SOMETHING_AFTER = re.compile(r"[a-z]+s\s+(?:about|more|less|the|an?|some|as|up)\s")
_TO_A_SHARE = WordPattern(r",?\s+to\s+\d[\d.]*\s?(?:<common/percent>)")
_SHOTS = re.compile(r"-shot\b")  # "0-shot", "a 5-shot prompt": a setting of a test
_AGE_CLASS = re.compile(r"(?:under|over)-\d{1,2}$", re.IGNORECASE)
_FIRST_BEFORE = re.compile(r"\bfirst\s+$", re.IGNORECASE)
_RANKS = WordSet("count/rank")
"""What an order consists of, whose first ones a ranking states: "held the first 7 spots"."""
_SUMS = WordSet("count/sum")
_UNKNOWN_COINS = WordSet("count/unknown_coin")
_VAGUE = re.compile(
    r"(?:(?:tens|hundreds|thousands)\s+of\s+)?(?:millions|billions|trillions)\b", re.IGNORECASE
)
_FUNDS = WordSet("count/fund")
"""What "billions of" tells in money, whose currency is not said: "billions of additional tax cuts"."""
_SCALE = 1_000
"""From which a number before a sum is an amount whose currency stands elsewhere: "a 107 million loss"."""
_RELEASE = re.compile(r"(?:[A-Z][\w.+#-]*[ \u00a0]){1,4}$")
_PRONOUN_AFTER = WordPattern(r"[ ](?:<count/pronoun_after>)(?![^\W_])")
_OBJECT_AFTER = WordPattern(r"[ ](?:<count/object_after>)(?![^\W_])")


def _is_release_with_verb(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sentence begins with a numbered name and its verb: "Angular 17 defaults to".

    A counted noun has no object after it, and no sentence begins with a bare name before a count.
    """
    has_object = _OBJECT_AFTER.match(text, quantity.end, sentence.end) is not None
    return has_object and _is_behind_release(text, sentence, quantity)


def _is_behind_release(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether figures before one word in -s end a name that a sentence begins with: "Angular 17 defaults"."""
    if quantity.of is None or not quantity.of.islower() or not quantity.of.endswith("s"):
        return False
    if " " in quantity.of or quantity.start != quantity.number_start or not text[quantity.start].isdigit():
        return False
    before = text[sentence.start : quantity.start]
    first = before.split(" ", 1)[0].lower()
    return first not in load_noun_phrase_ends() and _RELEASE.fullmatch(before) is not None


_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.? [A-Z][^.!?\n]{0,70}$")


def _is_heading_number(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Such as "1 Introduction" on a line of its own."""
    if quantity.start != sentence.start or quantity.of is None or not quantity.of[:1].isupper():
        return False
    return _HEADING.fullmatch(text[sentence.start : sentence.end].rstrip()) is not None


_ON_SO_MANY = re.compile(r"-on-(?:\d|one|two|three|four|five|six)")
"""Behind how many play against how many: "a 3-on-3 game"."""
_BEST_OF = re.compile(r"\bbest-of-$|(?<!\bthe )\bbest[ -]of[ -]$", re.IGNORECASE)
_SERIES_BEHIND = WordPattern(r"[ -](?:<count/series_of_games>)\b")


def _is_of_games(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number tells how a game is played: "3-on-3", "a best of seven series"."""
    if _ON_SO_MANY.match(text, quantity.number_end):
        return True
    if quantity.number is None or quantity.number % 2 == 0:
        return False  # of two games none is the last
    is_best = _BEST_OF.search(text, max(sentence.start, quantity.start - 12), quantity.start)
    return is_best is not None and _SERIES_BEHIND.match(text, quantity.number_end) is not None


_AGO = WordPattern(r" (?:<count/time_back>)(?![^\W_])")

_CHECKS: tuple[tuple[str, Callable[[str, Sentence, Quantity], bool]], ...] = (
    ("count/heading-number", _is_heading_number),
    ("count/one-letter", _is_of_letter),
    ("count/below-one", _is_below_one),
    ("count/number-of-a-name", _is_number_of_name),
    ("count/shots-of-a-prompt", lambda text, _, quantity: bool(_SHOTS.match(text, quantity.number_end))),
    ("count/of-games", _is_of_games),
    ("count/multiple", _is_multiple),
    ("count/number-of-a-name", _is_part_of_one),
    ("count/no-such", _is_of_no_such),
    ("count/age-class", lambda text, _, q: bool(_AGE_CLASS.match(text, q.start, q.number_end))),
    ("count/number-of-a-name", _is_of_figures),
    ("count/points-of-a-share", _is_points_of_a_share),
    ("count/first-several", _is_first_several),
    ("count/sum-of-money", _is_sum_of_money),
    ("count/time-back", lambda text, _, quantity: bool(_AGO.match(text, quantity.end))),
    ("count/release-before-verb", _is_release_with_verb),
    ("count/of-one-thing", _is_of_one_thing),
)
"""The checks by the names of their rules, in the order in which they are asked."""
