"""Quantities in English text: numbers with unit, currency or counted noun, bound and approximation.

`find_quantities` reads them; `explain_numerals` accounts for every numeral of a text, also those that are
no quantity. Both work on plain text, with lexicons and light context and without a parser.

How it works: one regular expression finds where numerals begin. Each numeral is read (`numbers.py`), set
aside by a named rule (`set_aside.py`), or made an amount by what stands beside it: currency (`money.py`),
percent, unit (`units.py`), scale. Neighbouring amounts are then joined (ranges, "5 feet 2 inches"), and
what is left looks for a counted noun (`counted_nouns.py`) and for words that bound or blur it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from functools import cache
from typing import Literal

from claimcheck.lexicons.quantities import (
    CurrencyWord,
    load_comparators,
    load_noun_phrase_ends,
    load_number_words,
    load_scales,
    load_trend_words,
    load_unit_words,
    load_units,
)
from claimcheck.normalising.counted_nouns import (
    NounPhrase,
    find_counted_noun,
    find_of_phrase,
    with_of_phrase,
    is_plural_noun,
)
from claimcheck.normalising.money import (
    CurrencyReading,
    read_currency_after,
    read_currency_before,
    read_scaled_code,
)
from claimcheck.normalising.numbers import (
    EXACT,
    MAX_EXPONENT,
    VULGAR_FRACTIONS,
    Numeral,
    divide,
    glued_words,
    lower_evenly,
    number_start,
    read_number,
)
from claimcheck.normalising.set_aside import SetAsideRule, find_structure, is_day_of_month, name_words
from claimcheck.normalising.units import UnitReading, read_unit

QuantityKind = Literal["number", "count", "percent", "money", "measure", "ordinal", "multiple", "score"]
Comparator = Literal["=", "~", "<", "<=", ">", ">="]
Trend = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in a text.

    Attributes:
        start, end, text: the smallest phrase that carries it: bound or approximator, number, unit or counted
            noun. Offsets are code points; `source[start:end] == text`.
        number_start, number_end: the numeral with its scale ("1.5B", "three million"; "10 to 15" of a range).
        kind: what it is.
        number: its value; None for a range.
        low, high: the ends of a range, low <= high; of a score the two numbers as written.
        comparator: how `number` bounds the amount.
        unit: `percent`, `percentage_point`, `basis_point`, ISO 4217 code, singular English unit with
            underscores (`mile_per_hour`), or None.
        unit_text: the unit as written, None where it has none.
        quality: what a unit measures: `length`, `time`, `temperature`, `angle`, `data` ..., `compound` for products.
        of, of_start, of_end: the counted noun phrase, or the population or property of a percentage.
        per: singular noun of "a share", "per barrel".
        currency_assumed: whether the country of a currency is a guess ("$" as USD).
        currency_name: English singular of the currency as written ("cent", "Australian dollar").
        raw: number or fraction as written, before it was turned into percent (2/3) or into the main currency
            unit (50 cents); equal to `number` elsewhere. None for a range.
        is_fraction: whether a fraction of a whole was written ("two thirds", "one in five").
        is_indefinite: whether the number is a bare scale ("dozens", "millions of").
        is_descending: whether a range was written from high to low ("from 59% to 46%").
        tolerance: what follows a plus-minus sign.
        sides: the numbers of "4 × 4 × 5 mm"; `number` is None then.
        si_value, si_unit: the number in SI base units (`meter/second`), where pint knows the unit.
        trend: `up` or `down` where a word right before the number says so.
        found_by: the rule that decided.
    """

    start: int
    end: int
    text: str
    number_start: int
    number_end: int
    kind: QuantityKind
    number: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    comparator: Comparator = "="
    unit: str | None = None
    unit_text: str | None = None
    quality: str | None = None
    of: str | None = None
    of_start: int | None = None
    of_end: int | None = None
    per: str | None = None
    currency_assumed: bool = False
    currency_name: str | None = None
    raw: Decimal | None = None
    is_fraction: bool = False
    is_indefinite: bool = False
    is_descending: bool = False
    tolerance: Decimal | None = None
    sides: tuple[Decimal, ...] | None = None
    si_value: Decimal | None = None
    si_unit: str | None = None
    trend: Trend | None = None
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class NumeralAccount:
    """What became of one numeral: the quantity it is part of, or the rule that set it aside.

    Attributes:
        start, end, text: the numeral (digits or number words).
        quantity: index into what `find_quantities` returns for the same text, or None.
        set_aside_by: name of the rule, or None.
    """

    start: int
    end: int
    text: str
    quantity: int | None
    set_aside_by: SetAsideRule | None


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of `text`, in reading order and without overlaps.

    >>> [q.text for q in find_quantities("It cost over 422,000 euros, about 23% more.")]
    ['over 422,000 euros', 'about 23%']
    """
    return _Reader(text).read()


def explain_numerals(text: str) -> list[NumeralAccount]:
    """An account of every numeral of `text`, in reading order."""
    reader = _Reader(text)
    quantities = reader.read()
    return reader.accounts(quantities)


class _Amount:
    """A numeral on its way to a `Quantity`. `start`/`end` cover sign, currency and unit."""

    __slots__ = (
        "aside",
        "comparator",
        "currency",
        "descending",
        "end",
        "form",
        "found_by",
        "fraction",
        "has_scale",
        "high",
        "indefinite",
        "kind",
        "left_end",
        "low",
        "mantissa",
        "noun",
        "number_end",
        "number_start",
        "numeral",
        "per",
        "sides",
        "start",
        "tolerance",
        "unit",
        "unit_end",
        "unit_reading",
        "unit_start",
        "value",
    )

    def __init__(self, numeral: Numeral) -> None:
        self.numeral = numeral
        self.form = numeral.form
        self.start = self.number_start = numeral.start
        self.end = self.number_end = numeral.end
        self.value: Decimal = numeral.value
        self.mantissa = numeral.mantissa
        self.has_scale = numeral.has_scale
        self.kind: str = ""
        self.unit: str | None = None
        self.unit_reading: UnitReading | None = None
        self.unit_start = self.unit_end = -1
        self.currency: CurrencyWord | None = None
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.comparator = ""
        self.per: str | None = None
        self.tolerance: Decimal | None = None
        self.sides: tuple[Decimal, ...] | None = None
        self.fraction = False
        self.indefinite = False
        self.descending = False
        self.noun: NounPhrase | None = None
        self.aside: SetAsideRule | None = None
        self.found_by = ""

    @property
    def is_plain(self) -> bool:
        """A number with nothing beside it yet."""
        return not self.kind and self.aside is None


_WORD_BEFORE = re.compile(r"[^\W\d_]+")
_MINUS_HYPHEN = re.compile(r"(?:minus|negative)-$")
_LETTERS = re.compile(r"[^\W\d_]+")
_PERCENT = re.compile(
    r"[ \u00a0\u2009]{0,2}\n?(?:(?P<sign>[%٪﹪％])|(?P<permille>‰)"
    r"|-?(?P<word>(?:per[ -]?cents?|percentages?|pct|pc|wt[ ]?%|vol[ ]?%)(?![^\W_])\.?))"
    r"(?P<point>(?:[ -](?:age[ -])?|-)?(?:points?|pts?)(?![^\W_]))?"
    r"|[ \u00a0-]?(?P<points>percentage[ -]points?|ppts?(?![^\W_])|pp(?![^\W_])|%-?points?|p\.p\.|pps(?![^\W_]))"
    r"|[ \u00a0-]?(?P<basis>basis[ -]points?|bps(?![^\W_])|bp(?![^\W_]))"
)
_PERCENT_HINT = frozenset("%٪﹪％‰")
_SCALE_LETTERS = re.compile(r"(?P<space>[ \u00a0]?)(?P<letters>[A-Za-z]{1,4})(?![^\W_])(?P<plus>\+?)")
_MULTIPLE = re.compile(
    r"(?P<sign>[x×X])(?![^\W_]|[ ]?\d)|[ \u00a0-]?(?P<fold>folds?)(?![^\W_])|[ \u00a0-]?(?P<times>times)(?![^\W_])"
)
_TIMES_FOLLOWS = re.compile(
    r" (?:(?:as|more|less|fewer|greater|larger|bigger|smaller|higher|lower|faster|slower|longer|shorter|the|that|those|"
    r"this|what|its|their|his|her|our|older|younger|cheaper|heavier|lighter|better|worse|stronger|likelier|"
    r"over|current|book|earnings|sales|revenue|annual|normal|average|[a-z]+er than)\b)"
)
_ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![^\W_])")
_RANGE_JOINT = re.compile(
    r"[ \u00a0\u2009]{0,2}(?:(?P<dash>[-–—‐‑−~])|(?P<word>to|through|till|until|up to|and|or)(?![^\W_]))[ \u00a0\u2009]{0,2}"
)
_LEFT_SIGNS = frozenset("~≈∼≃≅˜><≥⩾≧≤⩽≦±+=")
_PLUS_MINUS = re.compile(r"[ \u00a0\u2009]{0,2}(?:±|\+/[-−–]|\+-)[ \u00a0\u2009]{0,2}")
_AGE_AFTER = re.compile(r"[ -]?(?P<unit>years?|yrs?|months?|weeks?|days?)?[ -]?(?P<old>olds?|of age)(?![^\W_])")
_YO = re.compile(r"[ -]?(?:y/?o|y\.o\.)(?![^\W_])")
_PER_AFTER = re.compile(
    r"(?P<lead> per |/ ?(?:per )?| a | an | each | every |-a-|-an-|-per-|(?<=[ ])p(?:er)?\. ?)(?P<noun>[a-z]{2,}(?:[ -][a-z]+)?)"
)
_PER_ARTICLE_NOUNS = frozenset(
    {"share", "barrel", "head", "person", "piece", "unit", "bottle", "ticket", "vote", "copy", "dozen", "night", "day",
     "week", "month", "year", "hour", "minute", "second", "quarter", "decade", "ounce", "pound", "ton", "tonne", "gallon",
     "liter", "litre", "kilo", "kilogram", "gram", "mile", "kilometer", "kilometre", "acre", "foot", "yard", "box",
     "pack", "plate", "pair", "set", "pop", "time", "session", "game", "match", "semester", "term", "bushel", "word",
     "line", "page", "trip", "ride", "seat", "student", "user", "customer", "employee", "worker", "household", "family",
     "meter", "metre", "kilowatt", "megawatt", "square"}
)  # fmt: skip
_AFTER_PHRASES = re.compile(
    r"(?P<phrase>\+|[ \u00a0-](?:or|and) (?:more|greater|higher|above|over|older|longer|better|less|fewer|lower|below|under|"
    r"younger|shorter|so|thereabouts|up)(?![^\W_])(?![ ](?:than|the|a|[$€£]?\d))|[ -](?:odd|ish|plus)(?![^\W_])|ish(?![^\W_])| more or less(?![^\W_]))"
)
_SMALL_NUMBER_IN = re.compile(r" (?P<joint>in every|out of every|out of|in)(?: the| a)? ")
_OVER_NUMBER = re.compile(r" over ")
_DECADE = re.compile(r"['’]?s(?![^\W_])")
_NAME_REST = re.compile(r"[\w]+(?:[-.][\w]+)*")
_AND_FRACTION_UNIT = re.compile(r",? (?:and )?")
_MID_RANGE = re.compile(r"[ -](?:range|territory|area)(?![^\W_])")
_PLURAL_SCALES = re.compile(
    r"(?:(?P<first>tens|scores|dozens|hundreds|thousands|lakhs|crores|millions|billions|trillions)"
    r"(?: (?:and \w+ )?of (?P<second>hundreds|thousands|lakhs|crores|millions|billions|trillions))?)(?![^\W_])"
)
_MULTIPLE_WORD = re.compile(
    r"(?:(?P<times>twice|thrice)|(?P<factor>two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|hundred|thousand)[ -]?fold)(?![^\W_])"
)
_PLURAL_VALUES = {
    "tens": 10, "scores": 20, "dozens": 24, "hundreds": 100, "thousands": 1000, "lakhs": 10**5, "crores": 10**7,
    "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
_INDEFINITE_START = re.compile(r"\b(?:tens|scores) of ")
_ONE_BEFORE = frozenset(
    {"no", "the", "this", "that", "which", "each", "every", "any", "another", "last", "next", "first", "only", "loved",
     "new", "old", "other", "every", "some", "same", "right", "wrong", "good", "bad", "big", "little", "square", "many",
     "not", "a", "such", "like"}
)  # fmt: skip
_UNIT_HEADS = frozenset({"second", "seconds", "sec", "minute", "minutes"})
_SMALL = Decimal(1000)
_BYTES_NEAR = re.compile(r"\b(?:bytes?|bits?|memory|packets?|files?|storage|disk|ram|download)\b")
_WARM = re.compile(r"[°℃℉]|temperature|degrees|celsius|fahrenheit|kelvin|weather|oven|heat|cold|warm|freez|boil|\bk\)")


@cache
def _number_words() -> frozenset[str]:
    return frozenset(load_number_words())


class _Reader:
    """One pass over one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = lower_evenly(text)
        self.amounts: list[_Amount] = []

    # -- finding ----------------------------------------------------------------------------------------

    def read(self) -> list[Quantity]:
        """The quantities of the text."""
        self._find_amounts()
        if not self.amounts:
            return []
        self._join()
        return self._finish()

    def _find_amounts(self) -> None:
        low, text = self.low, self.text
        search = _starts().search
        position = 0
        while found := search(low, position):
            at = found.start()
            character = low[at]
            if character.isdigit():
                position = self._read_digits(at)
            elif character in VULGAR_FRACTIONS:
                numeral = read_number(text, low, at)
                position = at + 1
                if numeral is not None:
                    position = self._add(numeral)
            else:
                position = self._read_word(at, found.end())
            if position <= at:
                position = at + 1

    def _read_multiple_word(self, at: int) -> int:
        """ "twice as many", "sixfold"; the end, or 0."""
        low = self.low
        found = _MULTIPLE_WORD.match(low, at)
        if found is None:
            return 0
        word = found["times"]
        if word is None:
            value = load_number_words()[found["factor"]].value
        elif not _TIMES_FOLLOWS.match(low, found.end()):
            return self._set_aside(at, found.end(), "times-adverb")
        else:
            value = Decimal(2 if word == "twice" else 3)
        amount = _Amount(Numeral(at, found.end(), value, "words"))
        amount.kind, amount.found_by = "multiple", "multiple"
        self.amounts.append(amount)
        return found.end()

    def _set_aside(self, start: int, end: int, rule: SetAsideRule) -> int:
        amount = _Amount(Numeral(start, end, Decimal(0), "digits"))
        amount.aside = rule
        self.amounts.append(amount)
        return end

    def _read_word(self, at: int, found_end: int) -> int:
        low, text = self.low, self.text
        if low[found_end - 1] in "de" and (end := self._read_multiple_word(at)):
            return end
        if plural := _PLURAL_SCALES.match(low, at):
            previous = low[:at].rstrip()[-1:] if at and low[at - 1] in " \n" else ""
            if not previous.isdigit():
                value = Decimal(_PLURAL_VALUES[plural["first"]])
                if plural["second"]:
                    value *= _PLURAL_VALUES[plural["second"]]
                numeral = Numeral(at, plural.end(), value, "plural", Decimal(1), has_scale=True)
                return self._add(numeral)
        if low.startswith(("a ", "an "), at) and (end := self._read_article(at)):
            return end
        numeral = read_number(text, low, at)
        if numeral is None:
            if low.startswith(("a ", "an "), at):
                return at + 1
            word = low[at:found_end]
            self._set_aside(at, found_end, "fraction-word" if word in ("half", "quarter") else "time-word")
            return found_end
        word = low[at : numeral.end]
        if numeral.form in ("words", "plural") and word.split(" ", 1)[0] in ("hundred", "thousand", "million", "billion", "trillion", "dozen") and at > 4:
            quantifier = _SEVERAL.search(low, max(0, at - 16), at)
            if quantifier is not None:
                return self._add(Numeral(at, numeral.end, numeral.value, "plural", Decimal(1), has_scale=True))
        if numeral.form == "fraction":
            if not self._is_fraction(numeral, word):
                return self._not_a_fraction(numeral, word)
        elif numeral.form == "ordinal":
            if word == "second" and self._is_time_second(at):
                return self._set_aside(at, numeral.end, "time-word")
            return self._add_ordinal(numeral)
        elif word == "one" and (rule := self._one_rule(at)):
            return self._set_aside(at, numeral.end, rule)
        elif numeral.value < 100 and word in ("nineteen", "twenty", "eighteen", "seventeen", "sixteen", "ten"):
            following = read_number(text, low, numeral.end + 1) if low[numeral.end : numeral.end + 1] in " -" and low[numeral.end + 1 : numeral.end + 2].isalpha() and _starts().match(low, numeral.end + 1) else None
            if following is not None and following.form == "words" and 10 <= following.value < 100:
                return self._set_aside(at, following.end, "year")
        before = low[at - 1 : at]
        if before == "-" and low[at - 2 : at - 1].isalnum():
            # "twenty-one" is read whole; "part-two", "all-one" are names
            left_word = self._word_ending(at - 1)
            if left_word not in ("sub", "mid", "non", "under", "over", "pre", "post", "plus", "about", "now") and left_word not in _number_words():
                return self._set_aside(at, numeral.end, "name-with-number")
        return self._add(numeral)

    def _read_article(self, at: int) -> int:
        """ "a gallon", "a dollar": one of a unit; the end, or 0 where "a" is only an article."""
        text, low = self.text, self.low
        article_end = low.index(" ", at)
        if low[article_end + 1 : article_end + 2].isdigit() or not _article_units().match(low, at):
            return 0
        before = self.amounts[-1] if self.amounts else None
        if before is not None and before.aside is None and at - before.end <= 1:
            return 0
        numeral = Numeral(at, article_end, Decimal(1), "words")
        amount = _Amount(numeral)
        currency = read_currency_after(text, low, article_end)
        if currency is not None:
            self._take_currency_after(amount, currency)
        else:
            unit = read_unit(text, low, article_end)
            if unit is None or unit.quality == "compound":
                return 0
            self._take_unit(amount, unit, article_end + 1)
        following = _LETTERS.match(low, amount.end + 1) if low[amount.end : amount.end + 1] == " " else None
        if following is not None and following[0] not in load_noun_phrase_ends() and following[0] not in ("forty", "fifty", "twenty"):
            return 0  # "a dollar store", "a mile marker"
        if low[amount.end : amount.end + 1] == "-":
            return 0
        amount.found_by = "one-of-a-unit"
        self.amounts.append(amount)
        return amount.end

    def _word_ending(self, end: int) -> str:
        start = end
        low = self.low
        floor = max(0, end - 24)
        while start > floor and (low[start - 1].isalpha() or low[start - 1] in "'’"):
            start -= 1
        return low[start:end]

    def _is_time_second(self, at: int) -> bool:
        before = self._word_ending(at - 1) if self.low[at - 1 : at] in (" ", "-") else ""
        return before in ("per", "split", "every", "each", "a") and (before != "a" or False)

    def _is_fraction(self, numeral: Numeral, word: str) -> bool:
        """Whether "half", "a third", "a quarter" is a share here rather than an ordinal or a time."""
        low = self.low
        end = numeral.end
        head = word.rsplit(" ", 1)[-1].rsplit("-", 1)[-1]
        before = self._word_ending(numeral.start - 1) if low[numeral.start - 1 : numeral.start] == " " else ""
        following = low[end : end + 4]
        if word == "half":
            if before in ("first", "second", "other", "better", "final", "latter", "last", "this", "each", "opening", "third", "fourth", "top", "bottom", "northern", "southern", "eastern", "western", "the", "next", "h1"):
                return before == "the" and following == " of " and False
            if following[:1] == "-" or following.startswith((" of ", " a ", " an ", " the")[:4]):
                return following[:1] != "-" or low[end + 1 : end + 5] in ("mile", "hour", "inch", "pint", "doze", "mill", "bill", "acre", "poun", "ounc", "marat", "cent")
            return bool(before in _APPROXIMATE_LAST or following[:1] in ("", ".", ",", "\n", ";", ")") or self._noun_follows(end))
        if word.startswith(("a ", "an ")):
            if head == "half":
                return True
            if following.startswith(" of ") and head != "quarter":
                return True
            if following.startswith(" of "):
                return True
            if before in _APPROXIMATE_LAST or before in ("by", "and", "up", "down"):
                return True
            return following[:1] in ("", ".", ",", "\n", ";", ")", ":") and head != "quarter"
        if head in ("quarters",) and before in ("first", "last", "past", "next", "previous", "consecutive", "straight", "recent", "following", "all", "these", "those", "the"):
            return False
        return True

    def _noun_follows(self, end: int) -> bool:
        found = _LETTERS.match(self.low, end + 1) if self.low[end : end + 1] == " " else None
        if found is None:
            return False
        word = found[0]
        return word in load_unit_words() or word in ("dozen", "million", "billion", "percent") or is_plural_noun(word) or word in ("people",)

    def _not_a_fraction(self, numeral: Numeral, word: str) -> int:
        low = self.low
        start = numeral.start
        if word.startswith(("a ", "an ")):
            start += word.index(" ") + 1
        rest = low[start : numeral.end]
        if rest in ("half", "quarter"):
            return self._set_aside(start, numeral.end, "fraction-word")
        inner = read_number(self.text, low, start)
        if inner is None:
            return self._set_aside(start, numeral.end, "fraction-word")
        if inner.form == "fraction":  # "the last two quarters": the number counts
            first = rest.split(" ", 1)[0].split("-", 1)[0]
            counted = read_number(self.text, low[: start + len(first)], start)
            if counted is None:
                return self._set_aside(start, numeral.end, "fraction-word")
            return self._add(counted)
        if inner.form == "ordinal":
            return self._add_ordinal(inner)
        return self._add(inner)

    def _one_rule(self, at: int) -> SetAsideRule | None:
        """Which rule sets the word "one" at `at` aside, if any."""
        low = self.low
        end = at + 3
        if low.startswith(" of ", end):
            return "one-of"
        if low[at - 1 : at] == " ":
            before = self._word_ending(at - 1)
            if before in ("minus", "negative"):
                return None
            if before in _ONE_BEFORE and not (
                before in ("the", "only", "last", "first", "like", "not", "a", "that", "each") and self._counts_something(end)
            ):
                return "pronoun-one"
        elif low[at - 1 : at] == "-":
            return "name-with-number"
        following = _LETTERS.match(low, end + 1) if low[end : end + 1] == " " else None
        if following is None:
            if low[end : end + 1] == "-":
                return "name-with-number" if low[end + 1 : end + 4] in ("off", "sid", "way", "on-", "siz") else None
            if low[end : end + 1] in ("'", "’", "s"):
                return "pronoun-one"
            # "one" at the end of a clause stands for a thing, except after a preposition of amount
            before = self._word_ending(at - 1) if low[at - 1 : at] == " " else ""
            return None if before in ("minus", "negative", "by", "zero", "than", "least", "to", "plus", "equals", "") or low[end : end + 1] == "%" else "pronoun-one"
        word = following[0]
        if word in ("another", "day"):
            return "pronoun-one" if word == "another" or low[following.end() : following.end() + 1] in (",", "") else None
        if word in ("hundred", "thousand", "point", "in", "out", "over", "or", "to", "and", "per", "percent", "more", "other", "c", "f", "less", "plus"):
            return None
        kind = load_noun_phrase_ends().get(word)
        if kind is not None:
            return "pronoun-one"
        return None if word in load_unit_words() or self._counts_something(end) else "pronoun-one"

    def _counts_something(self, end: int) -> bool:
        noun = find_counted_noun(self.text, self.low, end, is_singular=True)
        return noun is not None

    def _add_ordinal(self, numeral: Numeral) -> int:
        """An ordinal, unless it is a day of a date or a century."""
        text, low = self.text, self.low
        left = low[max(0, numeral.start - 24) : numeral.start]
        if is_day_of_month(text, numeral.start, numeral.end, left) or _DATE_ORDINAL.match(low, numeral.end) and False:
            return self._set_aside(numeral.start, numeral.end, "date")
        amount = _Amount(numeral)
        if numeral.value > 2 and low.startswith(" of ", numeral.end) and (joint := _FRACTION_JOINT.match(low, numeral.end)):
            part = read_unit(text, low, joint.end() - 1)
            value = divide(Decimal(1), numeral.value)
            if part is not None and part.quality != "time" and value is not None and (joint[0] != " of " or low[part.end - 1] != "s"):
                amount.value = amount.mantissa = value
                self._take_unit(amount, part, joint.end())
                amount.found_by = "fraction-of-unit"
                self.amounts.append(amount)
                return amount.end
        amount.kind, amount.found_by = "ordinal", "ordinal"
        self.amounts.append(amount)
        return numeral.end

    # -- digits -----------------------------------------------------------------------------------------

    def _read_digits(self, at: int) -> int:
        text, low = self.text, self.low
        start = at
        before = text[at - 1 : at]
        if before == "." and not (text[at - 2 : at - 1].isalnum() or text[at - 2 : at - 1] == "."):
            start = at - 1
            before = text[start - 1 : start]
        if before == "_" or (before.isalpha() and before not in "µ"):
            currency = read_currency_before(text, low, start)
            if currency is None:
                word = self._word_ending(at)
                if word in ("x", "ca", "c") and len(word) <= 2 and not low[at - len(word) - 1 : at - len(word)].isalnum() and word == "ca":
                    pass
                else:
                    rest = _NAME_REST.match(text, at)
                    return self._set_aside(at, rest.end() if rest else at + 1, "name-with-number")
        elif before in ("-", "–", "‑", "‐") and text[at - 2 : at - 1].isalpha():
            prefix = self._word_ending(at - 1)
            if prefix not in _QUANTITY_PREFIXES and not self._ends_amount(at - 1):
                rest = _NAME_REST.match(text, at)
                return self._set_aside(at, rest.end() if rest else at + 1, "name-with-number")
        elif before == "−" and (text[at - 2 : at - 1].isalpha() or (text[at - 2 : at - 1] == " " and low[max(0, at - 6) : at - 2].rstrip()[-1:].isalpha() and _LONE_EXPONENT.match(text, at) and _UNIT_BEFORE.search(low[max(0, at - 8) : at - 1]))):
            return self._set_aside(at, at + 1, "code")
        elif before == "." and text[at - 2 : at - 1].isalpha() and text[at - 3 : at - 2].isalpha() and len(self._word_ending(at - 1)) > 3:
            digits = _DIGIT_RUN.match(text, at)
            assert digits is not None
            if text[digits.end() : digits.end() + 1].isspace():
                return self._set_aside(at, digits.end(), "citation")
        elif before in ("/", "@", "#", "=", "&", "?") and text[at - 2 : at - 1].isalnum() and self._in_address(at):
            rest = _NAME_REST.match(text, at)
            return self._set_aside(at, rest.end() if rest else at + 1, "code")
        if (duration := _DURATION.match(low, start)) is not None:
            return self._add_duration(duration)
        structure = find_structure(text, start)
        if structure is not None:
            rule, end = structure
            if rule != "year" or read_currency_before(text, low, start) is None:
                if not (rule == "clock-time" and text[at - 1 : at] in "$€£"):
                    return self._set_aside(start, end, rule)
        if before == "[" or before == "," or before == ";":
            closing = self._citation_end(start)
            if closing:
                digits = _DIGIT_RUN.match(text, at)
                assert digits is not None
                return self._set_aside(start, digits.end(), "citation")
        numeral = read_number(text, low, start)
        if numeral is None:
            return at + 1
        if not numeral.value.is_finite():
            return self._set_aside(numeral.start, numeral.end, "number-too-large")
        end = numeral.end
        following = text[end : end + 1]
        if following and (following.isalpha() or following == "_") and following not in "×":
            return self._read_glued(numeral)
        if following in ("-", "‐", "‑") and text[end + 1 : end + 2].isalpha() and numeral.is_bare and False:
            return end
        return self._add(numeral)

    def _add_duration(self, found: re.Match[str]) -> int:
        """ "3:25 hours", "1:30:05 hours", "12:30 minutes"."""
        parts = [Decimal(part) for part in found["clock"].split(":")]
        unit = load_units()["hour" if found["unit"][0] == "h" else "minute"]
        with localcontext(EXACT):
            value = parts[0] + parts[1] / 60 + (parts[2] / 3600 if len(parts) > 2 else 0)
        amount = _Amount(Numeral(found.start(), found.end("clock"), value, "digits"))
        reading = UnitReading(found.end(), unit.name, "time", unit.si_factor, unit.si_offset, unit.si_unit, is_compound=False)
        self._take_unit(amount, reading, found.end("clock"))
        amount.found_by = "hours-and-minutes"
        self.amounts.append(amount)
        return amount.end

    def _citation_end(self, start: int) -> bool:
        """Whether the numeral at `start` stands in a bracketed list of numbers."""
        text = self.text
        opening = text.rfind("[", max(0, start - 60), start)
        if opening < 0:
            return False
        found = _CITATION.match(text, opening)
        return found is not None and found.end() > start and not (opening and text[opening - 1].isdigit())

    def _ends_amount(self, end: int) -> bool:
        """Whether an amount was read right up to `end` ("5km-10km")."""
        return bool(self.amounts) and self.amounts[-1].aside is None and self.amounts[-1].end == end

    def _in_address(self, at: int) -> bool:
        """Whether the offset lies in a web address or a path."""
        text = self.text
        start = max(text.rfind(" ", max(0, at - 200), at), text.rfind("\n", max(0, at - 200), at)) + 1
        run = text[start:at]
        return "://" in run or "www." in run or "@" in run or run.count("/") > 1

    def _read_glued(self, numeral: Numeral) -> int:
        """A number with letters glued to it: "1.5B", "10x", "30km", "21st", "1980s", "777F"."""
        text, low = self.text, self.low
        end = numeral.end
        letters = _LETTERS.match(text, end)
        assert letters is not None or text[end] == "_"
        if letters is None:
            rest = _NAME_REST.match(text, end)
            return self._set_aside(numeral.start, rest.end() if rest else end + 1, "name-with-number")
        word = letters[0]
        lowered = word.lower()
        after = text[letters.end() : letters.end() + 1]
        if lowered in ("st", "nd", "rd", "th") and numeral.is_bare and not (after.isdigit() or after == "_"):
            ordinal = Numeral(numeral.start, letters.end(), numeral.value, "ordinal")
            return self._add_ordinal(ordinal)
        if len(lowered) == 1 and lowered in "abcde" and numeral.is_bare and 1900 <= numeral.value <= 2100 and word == lowered and not after.isalnum():
            return self._set_aside(numeral.start, letters.end(), "year")
        if lowered == "s" and numeral.is_bare and not after.isalnum():
            if self._is_number_range_plural(letters.end()):
                amount = self._decade_range(numeral, letters.end())
                if amount is not None:
                    self.amounts.append(amount)
                    return amount.end
            if numeral.value % 10 == 0:
                return self._set_aside(numeral.start, letters.end(), "decade")
            if 1000 <= numeral.value <= 2100:
                return self._set_aside(numeral.start, letters.end(), "year")
        return self._add(numeral, glued=True)

    def _is_number_range_plural(self, end: int) -> bool:
        return bool(_TEMPERATURE_AFTER.match(self.text, end)) or bool(_PERCENT.match(self.low, end))

    def _decade_range(self, numeral: Numeral, end: int) -> _Amount | None:
        """ "in the 30s°F": from 30 to 39."""
        if numeral.value % 10 or numeral.value > 190:
            return None
        amount = _Amount(numeral)
        amount.number_end = amount.end = end
        amount.low, amount.high = numeral.value, numeral.value + 9
        unit = read_unit(self.text, self.low, end)
        if unit is None:
            return None
        self._take_unit(amount, unit, end)
        amount.found_by = "decade-of-degrees"
        if self.low.endswith("in the ", 0, amount.start):
            amount.start -= len("in the ")
        return amount

    # -- one amount -------------------------------------------------------------------------------------

    def _add(self, numeral: Numeral, *, glued: bool = False) -> int:
        """Read what stands beside `numeral`, and keep it as an amount or set it aside."""
        text, low = self.text, self.low
        amount = _Amount(numeral)
        if numeral.form == "plural":
            amount.indefinite = True
        if numeral.form == "fraction":
            amount.fraction = True
        currency = read_currency_before(text, low, numeral.start)
        self._take_sign(amount, currency)
        if currency is not None:
            self._take_currency_before(amount, currency)
        else:
            self._take_right(amount)
        if amount.kind == "" and glued and amount.end == numeral.end:
            rest = _NAME_REST.match(text, numeral.start)
            end = max(rest.end() if rest else numeral.end, numeral.end)
            return self._set_aside(numeral.start, end, "name-with-number")
        if amount.kind == "" and numeral.form in ("digits", "words") and self._is_age(amount):
            unit = load_units()["year"]
            amount.kind, amount.unit, amount.found_by = "measure", "year", "age"
            amount.unit_reading = UnitReading(amount.end, "year", "time", unit.si_factor, unit.si_offset, unit.si_unit, is_compound=False)
        elif amount.kind == "" and low.endswith("ph ", 0, numeral.start) and not low[numeral.start - 4 : numeral.start - 3].isalnum():
            amount.kind, amount.unit, amount.found_by = "measure", "pH", "unit-before"
            amount.start = numeral.start - 3
            amount.unit_start, amount.unit_end = numeral.start - 3, numeral.start - 1
        if amount.kind in ("", "measure", "multiple") and amount.currency is None and amount.found_by not in ("age", "unit-before"):
            rule = self._context_rule(amount)
            if rule is not None:
                amount.aside = rule
                amount.start, amount.end = numeral.start, max(numeral.end, amount.number_end)
        self.amounts.append(amount)
        return amount.end

    def _is_age(self, amount: _Amount) -> bool:
        """Whether a bare number is somebody's age: "aged 25", "died at 24", "Jane Doe, 35, said"."""
        low, text = self.low, self.text
        if not 1 <= amount.value <= 120 or amount.value != amount.value.to_integral_value():
            return False
        start, end = amount.start, amount.end
        following = low[end : end + 1]
        left = low[max(0, start - 16) : start]
        if left.endswith(("aged ", "age ", "age of ", "ages ")):
            return not following.isalpha() and following not in ("%",)
        if amount.form == "words" and left.endswith("at "):
            return False
        if left.endswith("at ") and amount.numeral.is_bare and amount.value >= 10:
            if left.endswith(("died at ", "dead at ", "married at ")):
                return following in ("", " ", ",", ".", ";", "—", "–", ")") and not self._plural_follows(end)
            return bool(_AGE_CLAUSE.match(low, end))
        if left.endswith(("who was ", "who is ", "now ", "who turned ", "who turns ", "he was ", "she was ")) and amount.numeral.is_bare:
            return following in (".", ",", ";") and not low[end + 1 : end + 2].isdigit()
        if left.endswith(", ") and following == "," and amount.numeral.is_bare and amount.value >= 5 and start > 4:
            name = text[start - 3]
            word = self._word_ending(start - 2)
            if name.isalpha() and len(word) > 1:
                at = start - 2 - len(word)
                before = text[at - 1 : at]
                outer = self._word_ending(at - 1)
                first = text[at - 1 - len(outer) : at - len(outer)]
                return text[at].isupper() and before == " " and first.isupper() and low[end + 1 : end + 2] == " " and word not in _MONTH_NAMES
        return False

    def _take_sign(self, amount: _Amount, currency: CurrencyReading | None) -> None:
        text = self.text
        at = amount.start
        if currency is not None:
            if currency.end < at and text[at - 1] in "-−–":
                self._negate(amount, at - 1)
                return
            at = currency.start
            amount_start = at
        else:
            amount_start = at
        before = text[at - 1 : at]
        if before == "-" and (sign := _MINUS_HYPHEN.search(self.low, max(0, at - 9), at)):
            self._negate(amount, sign.start())
            return
        if before and before in "-−–+":
            outer = text[at - 2 : at - 1]
            if not outer or outer in " \n\t\u00a0(=:,;<>~[/'\"“‘":
                # "2 -7 g" is a range, "Dow -1.3%" and "-5" are signed
                if before == "+":
                    amount.start = at - 1
                elif before == "–" and outer and outer != "(" and amount.form == "digits" and currency is None and text[amount.end : amount.end + 1] != "%" and outer == " " and self._previous_is_number(at - 2):
                    return
                else:
                    self._negate(amount, at - 1)
            return
        if before == " " and text[at - 2 : at - 1] in ("-", "−") and currency is None:
            outer = text[at - 3 : at - 2]
            if at - 2 == 0 or (not outer.strip() and text[: at - 2].strip() == ""):
                self._negate(amount, at - 2)
            return
        if before == " " and amount_start >= 6:
            word = self._word_ending(at - 1)
            if word in ("minus", "negative"):
                outer = self.low[max(0, at - len(word) - 4) : at - len(word) - 1]
                if not outer.rstrip()[-1:].isdigit():
                    self._negate(amount, at - 1 - len(word))

    def _previous_is_number(self, end: int) -> bool:
        return bool(self.amounts) and self.amounts[-1].end >= end - 1 and self.amounts[-1].aside is None

    @staticmethod
    def _negate(amount: _Amount, start: int) -> None:
        amount.value = -amount.value
        amount.mantissa = -amount.mantissa
        amount.start = start
        amount.number_start = min(amount.number_start, start) if amount.number_start - start <= 9 else amount.number_start

    def _take_currency_before(self, amount: _Amount, reading: CurrencyReading) -> None:
        text, low = self.text, self.low
        amount.kind, amount.currency = "money", reading.currency
        amount.unit = reading.currency.code
        amount.start = min(amount.start, reading.start)
        amount.unit_start, amount.unit_end = reading.start, reading.end
        amount.found_by = "currency-before"
        self._take_scale(amount, currency=True)
        # "$76 US a barrel", "at $1.25 sterling", "USD 5 million"
        if reading.currency.assumed:
            after = _COUNTRY_AFTER.match(text, amount.end)
            if after is not None:
                word = after["word"].lower()
                better = _COUNTRY_CURRENCIES.get(word)
                if better is not None:
                    precise = read_currency_after(text, low, amount.end)
                    if word == "us" or (precise is not None):
                        amount.unit = better
                        amount.currency = CurrencyWord(better, Decimal(1), assumed=False, before=True, name=_CURRENCY_NAMES[better])
                        amount.end = after.end("word")
        self._take_minor(amount)
        self._take_per(amount)

    def _take_scale(self, amount: _Amount, *, currency: bool = False) -> bool:
        """A scale abbreviation after the digits ("3.5bn"), when what follows allows it."""
        if amount.form not in ("digits", "words"):
            return False
        found = _SCALE_LETTERS.match(self.text, amount.number_end)
        if found is None:
            return False
        letters = found["letters"]
        if (amount.has_scale or amount.form == "words") and letters.lower() != "cr":
            return False
        scale = load_scales().get(letters)
        if scale is None:
            return False
        end = found.end("letters")
        if found["space"] and not scale.spaced and not (currency and letters in ("M", "B", "T", "K", "MM")):
            if letters not in ("M", "B", "G", "T"):
                return False
            if not self._is_scaled_count(end, letters, spaced=True):
                return False
        elif not currency and not self._is_scaled_count(end, letters, spaced=bool(found["space"])):
            return False
        self._scale(amount, scale.factor, end)
        return True

    def _is_scaled_count(self, end: int, letters: str, *, spaced: bool) -> bool:
        """Whether the letters after the digits multiply: what follows decides between million and metre."""
        text, low = self.text, self.low
        if letters in ("mn", "mln", "mil", "bn", "bln", "tn", "trn", "mio", "bil", "tril", "MM", "Mn", "Bn", "Tn", "MN", "BN", "TN", "Mln", "Bln", "Mil", "Mio", "cr", "Cr", "CR"):
            return True
        following = _LETTERS.match(text, end + 1) if text[end : end + 1] in (" ", "-", "\u00a0") else None
        word = following[0].lower() if following else ""
        lowered = letters.lower()
        if lowered == "k":
            if letters == "K" and _WARM.search(low, max(0, end - 50), end + 20) and not word.endswith("s"):
                return False
            return not spaced and not (letters == "K" and _RESOLUTION.match(text, end - 2))
        if letters == "G":
            # "5G" is a network
            return following is None and (spaced or not _NETWORK.search(text, max(0, end - 3), end))
        counts = bool(word) and word not in load_noun_phrase_ends() and (
            is_plural_noun(word)
            or word in _SCALED_NOUNS
            or self._plural_head(end)
        )
        if letters == "m":
            if spaced or not word:
                return False
            return counts and word not in _METRE_NOUNS
        if letters == "M":
            return not spaced or counts or (not word and text[end : end + 1] in ("", ".", ",", ")"))
        if lowered == "b":
            if spaced:
                return letters == "B" and counts
            if letters == "b" and (_BYTES_NEAR.search(low, max(0, end - 40), end + 30)):
                return False
            return not (letters == "B" and _BYTES_NEAR.search(low, max(0, end - 40), end + 30) and not counts)
        if lowered == "t":
            return letters == "T" and counts
        return False

    def _plural_head(self, end: int) -> bool:
        noun = find_counted_noun(self.text, self.low, end)
        return noun is not None and noun.is_plural

    def _scale(self, amount: _Amount, factor: Decimal, end: int) -> None:
        amount.value = amount.value * factor
        amount.has_scale = True
        amount.number_end = amount.end = end

    def _take_right(self, amount: _Amount) -> None:
        """Percent, scale, currency, unit or multiple after the number."""
        text, low = self.text, self.low
        end = amount.end
        following = text[end : end + 1]
        if following == "]" and text[amount.start - 1 : amount.start] == "[" and amount.form == "words":
            bracketed = read_unit(text, low, end + 1)
            if bracketed is not None:
                self._take_unit(amount, bracketed, end + 1)
            return
        if not following:
            return
        if not (following.isalpha() or following in " \u00a0\u2009\n-%‰°º˚\"'″′×µμ$€£¥￥₹₽₩₺₿₡₾₭₦₱฿₫₴₪₸₼₮₲₵៛৳֏₨¢ர/([{<ΩΩ℃℉٪﹪％+,;≈") and not following.isspace():
            return
        if self._take_percent(amount):
            return
        if amount.form == "ordinal":
            return
        if self._take_age(amount):
            return
        scaled_code = read_scaled_code(text, end) if amount.form == "digits" and text[end : end + 1] in " kKMmbB" else None
        if scaled_code is not None:
            letters, currency = scaled_code
            self._scale(amount, load_scales()[letters].factor, currency.end)
            amount.number_end = currency.start
            self._take_currency_after(amount, currency)
            return
        if self._take_multiple(amount):
            return
        if (gravity := _GRAVITY.match(text, end)) is not None:
            factor = Decimal("9.80665")
            reading = UnitReading(gravity.end(), "standard_gravity", "acceleration", factor, Decimal(0), "meter/second^2", is_compound=False)
            self._take_unit(amount, reading, gravity.start("symbol"))
            return
        self._take_scale(amount)
        currency_after = read_currency_after(text, low, amount.end)
        unit: UnitReading | None = None
        if amount.form == "fraction" and currency_after is None and (joint := _FRACTION_JOINT.match(low, amount.end)):
            part = read_unit(text, low, joint.end() - 1)
            if part is not None and not (part.name in ("turn", "degree") and part.end == joint.end()):
                self._take_unit(amount, part, joint.end())
                return
            part_currency = read_currency_after(text, low, joint.end() - 1)
            if part_currency is not None:
                self._take_currency_after(amount, part_currency)
                return
        if amount.form == "plural" and low.startswith(" of ", amount.end):
            whole_currency = read_currency_after(text, low, amount.end + 3)
            if whole_currency is not None:
                self._take_currency_after(amount, whole_currency)
                return
            whole = read_unit(text, low, amount.end + 3)
            if whole is not None and not self._is_no_unit(amount, whole):
                self._take_unit(amount, whole, amount.end + 4)
                return
        if currency_after is None or currency_after.currency.assumed:
            unit = None if amount.number_end != amount.numeral.end and amount.number_end < amount.end else read_unit(text, low, amount.end)
        if currency_after is not None and (unit is None or not self._is_mass(amount, currency_after, unit)):
            self._take_currency_after(amount, currency_after)
            return
        if unit is not None and not self._is_no_unit(amount, unit):
            self._take_unit(amount, unit, amount.end)
        elif unit is None and amount.kind == "" and (adjective := _UNIT_ADJECTIVE.match(low, amount.end)):
            later = read_unit(text, low, adjective.end() - 1)
            if later is not None and later.quality == "time":
                self._take_unit(amount, later, adjective.end())

    def _is_no_unit(self, amount: _Amount, unit: UnitReading) -> bool:
        """Whether the unit word is something else here ("second half", "$5 a foot", "5 in the morning")."""
        low, text = self.low, self.text
        surface = low[amount.end : unit.end].strip(" -\u00a0")
        if surface in ("second", "sec") and amount.value != 1 and text[amount.end : amount.end + 1] != "-":
            return True
        if surface == "stone" and amount.value < 4:
            return True
        if surface == "gray" or (surface in ("bar", "cup", "yard", "point", "stone", "turn", "carat", "bit", "mole", "cord", "degree", "therm") and amount.value != 1 and text[amount.end : amount.end + 1] != "-" and surface not in ("degree", "cup", "yard")):
            return True
        if surface in ("a", "as", "at") or (surface == "ha" and False):
            return True
        return surface == "degrees" and low.startswith((" of separation", " in ", " from "), unit.end) and low.startswith(" of sep", unit.end)

    def _is_mass(self, amount: _Amount, currency: CurrencyReading, unit: UnitReading) -> bool:
        """Whether "pounds" (and the like) weigh rather than cost."""
        surface = self.low[currency.start : currency.end]
        if surface not in ("pound", "pounds"):
            return unit.end > currency.end or surface in ("c", "p") and False
        if amount.has_scale and amount.value >= 10**6:
            return False
        context = self.low[max(0, amount.start - 60) : amount.end + 40]
        if self.low[currency.start - 1 : currency.start] == "-" or _WEIGHT_NEAR.search(context):
            return True
        return not _MONEY_NEAR.search(context)

    def _take_percent(self, amount: _Amount) -> bool:
        low = self.low
        end = amount.end
        character = low[end : end + 1]
        if character not in _PERCENT_HINT:
            probe = low[end : end + 3].lstrip(" \u00a0\u2009\n-")[:1]
            if probe not in ("p", "%", "b", "w", "v", "‰", "٪"):
                return False
        found = _PERCENT.match(low, end)
        if found is None:
            return False
        if found["word"] in ("pc", "pct") and found["word"] == "pc" and amount.end != found.start("word") and False:
            return False
        if found["basis"]:
            unit = "basis_point"
            if found["basis"] == "bp" and text_is_spaced(low, end) and False:
                return False
        elif found["points"] or found["point"]:
            unit = "percentage_point"
        elif found["permille"]:
            unit = "per_mille"
        else:
            unit = "percent"
        amount.kind, amount.unit, amount.end = "percent", unit, found.end()
        amount.unit_start, amount.unit_end = end, found.end()
        if found["word"] and found["word"].endswith(".") and unit == "percent":
            amount.end -= 1
            amount.unit_end -= 1
        if amount.fraction and amount.form == "fraction":
            amount.fraction = False
        amount.found_by = "percent"
        self._take_per(amount)
        return True

    def _take_age(self, amount: _Amount) -> bool:
        low = self.low
        end = amount.end
        if low[end : end + 1] not in (" ", "-", "y", "\n", "m", "\u00a0"):
            return False
        found = _AGE_AFTER.match(low, end)
        if found is not None and (found["unit"]):
            name = {"y": "year", "m": "month", "w": "week", "d": "day"}[found["unit"][0]]
        else:
            found = _YO.match(low, end)
            if found is None:
                return False
            name = "year"
        amount.kind, amount.end = "measure", found.end()
        unit = load_units()[name]
        amount.unit_reading = UnitReading(found.end(), name, "time", unit.si_factor, unit.si_offset, unit.si_unit, is_compound=False)
        amount.unit = name
        amount.unit_start, amount.unit_end = end, found.end()
        amount.found_by = "age"
        return True

    def _take_multiple(self, amount: _Amount) -> bool:
        low = self.low
        end = amount.end
        if low[end : end + 1] not in ("x", "×", " ", "-", "f", "\u00a0", "t"):
            return False
        found = _MULTIPLE.match(low, end)
        if found is None:
            return False
        if found["times"]:
            if not _TIMES_FOLLOWS.match(low, found.end()):
                return False
            per = _PER_AFTER.match(low, found.end())
            if per is not None and per["lead"] in (" a ", " an ", " per ", " each ", " every "):
                return False
        if found["sign"] and amount.form != "digits":
            return False
        amount.kind, amount.end, amount.found_by = "multiple", found.end(), "multiple"
        amount.unit_start, amount.unit_end = end, found.end()
        return True

    def _take_currency_after(self, amount: _Amount, reading: CurrencyReading) -> None:
        text, low = self.text, self.low
        amount.kind, amount.currency, amount.unit = "money", reading.currency, reading.currency.code
        amount.fraction = False
        amount.unit_start, amount.unit_end = reading.start, reading.end
        amount.end = reading.end
        amount.found_by = "currency-after"
        # "75 USD million"
        scale = _SCALE_WORD_AFTER_CURRENCY.match(low, reading.end)
        if scale is not None and not amount.has_scale:
            amount.value *= load_number_words()[scale["word"].rstrip("s") if scale["word"] not in load_number_words() else scale["word"]].value
            amount.has_scale = True
            amount.end = scale.end()
        if reading.currency.factor == 1:
            self._take_minor(amount)
        self._take_per(amount)
        if text[amount.start : amount.start + 1] == "":
            amount.start = amount.number_start

    def _take_minor(self, amount: _Amount) -> None:
        """ "3 dollars 50 cents", "$20 and 43c", "15 dollars and 15": the hundredths of a currency."""
        if amount.has_scale or amount.value != amount.value.to_integral_value() or amount.value < 0:
            return
        low, text = self.low, self.text
        found = _MINOR.match(low, amount.end)
        if found is None:
            return
        at = found.start("number")
        numeral = read_number(text, low, at) if _starts().match(low, at) else None
        if numeral is None or numeral.form not in ("digits", "words") or numeral.has_scale or not 0 < numeral.value < 100:
            return
        if numeral.value != numeral.value.to_integral_value() or (low[at].isdigit() and numeral.end - at > 2):
            return
        glued = low[numeral.end : numeral.end + 2]
        if glued[:1].isalpha() and not (glued[0] in "cp" and not glued[1:].isalnum()):
            return
        currency = read_currency_after(text, low, numeral.end)
        if currency is not None:
            if not 0 < currency.currency.factor < 1:
                return
            end = currency.end
            factor = currency.currency.factor
            # "five mao five": the rest of the rest
            rest = _starts().match(low, end + 1) if low[end : end + 1] == " " and factor == Decimal("0.1") else None
            if rest is not None and (tail := read_number(text, low, end + 1)) is not None and tail.value < 10:
                amount.value += tail.value * factor / 10
                end = tail.end
        elif found["dollar"] or amount.unit_end > amount.number_end or found["and"]:
            if _unit_like(text, low, numeral.end) or (not found["and"] and amount.unit_end <= amount.number_end):
                return
            end, factor = numeral.end, Decimal("0.01")
        else:
            return
        amount.value += numeral.value * factor
        amount.mantissa = amount.value
        amount.end = end
        amount.found_by = "major-and-minor-unit"

    def _take_unit(self, amount: _Amount, unit: UnitReading, unit_start: int) -> None:
        low, text = self.low, self.text
        amount.kind = "measure"
        amount.fraction = False
        amount.unit_reading, amount.unit = unit, unit.name
        while unit_start < unit.end and text[unit_start] in " \u00a0\u2009-\n":
            unit_start += 1
        amount.unit_start, amount.unit_end, amount.end = unit_start, unit.end, unit.end
        amount.found_by = "unit"
        if unit.quality == "compound":
            pass
        age = _AGE_WORDS.match(low, unit.end)
        if age is not None and unit.name in ("year", "month", "week", "day"):
            amount.end, amount.found_by = age.end(), "age"
            return
        if unit.name == "degree" and (named := _DEGREE_NAME.match(low, unit.end)):
            name = "degree_celsius" if named["name"][0] == "c" else "degree_fahrenheit"
            precise = load_units()[name]
            amount.unit = name
            amount.unit_reading = UnitReading(named.end(), name, "temperature", precise.si_factor, precise.si_offset, precise.si_unit, is_compound=False)
            amount.end = amount.unit_end = named.end()
        self._take_per(amount)

    def _take_per(self, amount: _Amount) -> None:
        low = self.low
        end = amount.end
        if low[end : end + 1] not in (" ", "/", "-"):
            return
        found = _PER_AFTER.match(low, end)
        if found is None:
            return
        noun = found["noun"]
        lead = found["lead"]
        noun_end = found.end("noun")
        words = re.split(r"[ -]", noun)
        first = words[0]
        is_per = "per" in lead
        if len(words) > 1:
            two = " ".join(words)
            if is_per and (two in load_unit_words() or first in ("square", "cubic", "metric", "diluted", "common", "ordinary", "million", "fiscal", "calendar")):
                noun = two
            else:
                noun, noun_end = first, found.start("noun") + len(first)
        ends = load_noun_phrase_ends()
        if noun in ends:
            return
        if not is_per and first not in _PER_ARTICLE_NOUNS:
            return
        if lead in (" each ", " every ") and first not in _PER_TIMES:
            return
        if lead in (" a ", " an ") and _NOT_A_RATE.match(low, noun_end):
            return
        if lead.startswith("/") and not is_per and first not in _PER_ARTICLE_NOUNS and noun not in load_unit_words():
            return
        if not is_per and first == "second" or noun == "square" and len(words) == 1:
            return
        noun = {"annum": "year", "diem": "day", "capita": "person", "cent": ""}.get(noun, noun)
        if not noun:
            return
        unit = load_unit_words().get(noun)
        amount.per = unit.name if unit is not None else noun
        amount.end = noun_end

    # -- context that sets a number aside ---------------------------------------------------------------

    def _context_rule(self, amount: _Amount) -> SetAsideRule | None:
        """The rule that sets a number without percent and money aside, if any."""
        text, low = self.text, self.low
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
        if amount.kind == "" and numeral.form in ("digits", "words") and adjacent and word:
            bare_word = word.rstrip(".")
            if word in name_words():
                original = text[start - len(left) + cut : start - len(left) + cut + 1]
                if original.isupper() or not self._plural_follows(amount.end):
                    if left.endswith("(") and not is_digits:
                        return None
                    return "section-number" if bare_word in _SECTION_WORDS else "name-with-number"
        if not is_digits:
            if text[start].isupper() and word and adjacent and amount.kind == "":
                begin = start - len(left) + cut
                if text[begin : begin + 1].isupper() and word not in load_noun_phrase_ends() and begin and text[begin - 2 : begin - 1] not in (".", "!", "?", ""):
                    return "name-with-number"  # "the Kick Six"
            return None
        if numeral.is_bare and end - start <= 2 and amount.kind != "measure" and is_day_of_month(text, start, end, left):
            return "date"
        if amount.kind == "measure":
            glued = amount.unit_start == numeral.end and amount.unit_end - amount.unit_start == 1
            if glued and adjacent and (word in name_words() or text[amount.unit_start] == "d" and word not in ("for", "after", "within", "every", "over")):
                return "name-with-number"
            if glued and text[amount.unit_start] in "sA" and adjacent and text[start - len(left) + cut : start - len(left) + cut + 1].isupper():
                return "name-with-number"
            return None
        line_start = low.rfind("\n", max(0, start - 12), start) + 1 if start > 12 or "\n" in left else 0
        if numeral.is_bare and end - start <= 3 and (start <= 12 or line_start > max(0, start - 12)):
            if _LIST_NUMBER.match(text, max(line_start, 0), end + 3) and text[end : end + 1] in ".)" and text[end + 1 : end + 2] in (" ", "\t"):
                if not text[line_start:start].strip(" \t(*>-#"):
                    return "list-number"
        if numeral.is_bare and text[start - 1 : start] == "(" and text[end : end + 1] == ")" and end - start <= 2:
            return "list-number"
        if text[start - 1 : start] in ("#",):
            return "name-with-number"
        if numeral.is_bare and text[start] == "0" and end - start > 4:
            return "code"
        if numeral.form == "fraction" and text[start:end] in ("9/11", "24/7", "7/7"):
            return "date" if text[start:end] != "24/7" else "name-with-number"
        if numeral.is_bare and end - start == 4 and (rule := self._year_rule(amount, word, adjacent)):
            return rule
        if numeral.is_bare and text[start - 1 : start] in ("'", "’") and end - start == 2 and text[start - 2 : start - 1] in (" ", "", "\n"):
            return "year"
        # a capital before and no noun after: "Boeing 737", "Formula 1"
        if adjacent and not left.endswith("(") and word and amount.kind == "" and not amount.has_scale:
            begin = start - len(left) + cut
            if len(word) == 1 and text[begin : begin + 1].isupper() and word != "i" and (word != "a" or begin > 2 and text[begin - 2].isalnum()):
                return "name-with-number"
            if text[begin : begin + 1].isupper() and not left.endswith("\n"):
                return self._name_rule(amount, word, begin)
        return None

    def _name_rule(self, amount: _Amount, word: str, begin: int) -> SetAsideRule | None:
        text, low = self.text, self.low
        ends = load_noun_phrase_ends()
        if word in ends or word in load_trend_words() or word in _OPENING_WORDS or text[begin - 2 : begin - 1] in ("$",):
            return None
        if word.endswith(("'s", "’s")) or word in _APPROXIMATE_LAST:
            return None
        starts_sentence = begin == 0 or text[begin - 2 : begin - 1] in (".", "!", "?", ":", "\n", "") or text[begin - 1 : begin] in ("\n", "\"", "“")
        has_noun = self._plural_follows(amount.end)
        numeral = amount.numeral
        if has_noun:
            return None
        if numeral.value >= 10000 or not numeral.is_bare:
            if text[numeral.end : numeral.end + 1] in ("-", "–") or word in ("ci", "or", "hr", "rr", "sd", "se", "auc"):
                return None
            if "." in text[numeral.start : numeral.end] and numeral.value < 100 and numeral.end - numeral.start <= 4:
                return "version"
            return None
        if starts_sentence and is_plural_noun(word):
            return None
        return "name-with-number"

    def _plural_follows(self, end: int) -> bool:
        """Whether the words right after `end` are a noun phrase with a plural head."""
        noun = find_counted_noun(self.text, self.low, end)
        return noun is not None and noun.is_plural

    def _year_rule(self, amount: _Amount, word: str, adjacent: bool) -> SetAsideRule | None:
        text, low = self.text, self.low
        numeral = amount.numeral
        value = int(numeral.value)
        if text[numeral.start] == "0" and value < 1000:
            return None
        end = numeral.end
        if _ERA.match(low, end) and not low[end : end + 3].strip() == "ad":
            return "year"
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
        if adjacent and word in _YEAR_PREPOSITIONS:
            if value >= 1500 or (word in ("in", "since") and not self._plural_follows(end)):
                return "year"
        if not is_modern:
            return None
        noun = find_counted_noun(text, low, end)
        if noun is not None and noun.is_plural and noun.start - end <= 2:
            head = low[noun.start : noun.end].split(" ")[0]
            if word in _YEAR_CUES or (is_plural_noun(head) is False and word in ("the", "of", "to", "from", "for", "by")):
                return "year"
            if value % 100 and value >= 1900 and word not in _COUNT_CUES and head not in _COUNTED_PEOPLE:
                return "year"
            if not (is_plural_noun(head) or head in _COUNT_ADJECTIVES or word in _COUNT_CUES):
                return "year"
            return None
        if word in _COUNT_CUES and word not in _YEAR_CUES:
            return None
        if 1900 <= value <= 2100 or word in _YEAR_CUES or value >= 1700:
            return "year"
        return None

    # -- neighbours -------------------------------------------------------------------------------------

    def _join(self) -> None:
        """Join neighbouring amounts: ranges, plus-minus, fractions in words, compound measures."""
        joined: list[_Amount] = []
        amounts = self.amounts
        index = 0
        count = len(amounts)
        low = self.low
        while index < count:
            amount = amounts[index]
            index += 1
            if amount.aside is not None:
                joined.append(amount)
                continue
            while index < count:
                other = amounts[index]
                gap = other.start - amount.end
                if other.aside is not None or gap > 24:
                    break
                between = low[amount.end : other.start]
                if gap < 0 or not self._merge(amount, other, between):
                    break
                index += 1
            joined.append(amount)
        self.amounts = joined
        # "between 20 and 30" was joined above; "45 and 50 mg" shares the unit backwards
        for position in range(len(joined) - 2, -1, -1):
            first, second = joined[position], joined[position + 1]
            if first.aside is None and second.aside is None and second.start - first.end <= 6:
                self._share_unit(first, second)

    def _merge(self, first: _Amount, second: _Amount, between: str) -> bool:
        """Take `second` into `first` where the two are one quantity."""
        if first.kind in ("ordinal", "multiple") or second.kind in ("multiple",):
            return False
        if _PLUS_MINUS.fullmatch(between):
            if first.kind in ("", second.kind):
                first.tolerance = second.value
                if not first.kind:
                    self._copy_unit(first, second)
                first.end = second.end
                first.found_by = "plus-minus"
                return True
            return False
        if between.strip() in ("×", "x", "by") and first.kind in ("", second.kind) and not second.fraction:
            return self._merge_dimensions(first, second)
        if first.low is None and second.low is None:
            if self._merge_range(first, second, between):
                return True
            if first.is_plain and self._merge_fraction(first, second, between):
                return True
            return self._merge_compound(first, second, between)
        return False

    def _merge_dimensions(self, first: _Amount, second: _Amount) -> bool:
        """ "4 × 4 × 5 mm": the sides of one thing, whose sizes are kept apart."""
        if first.low is not None or second.low is not None:
            return False
        if first.kind and first.unit != second.unit:
            return False
        if not first.kind:
            self._copy_unit(first, second)
        first.sides = (first.sides or (first.value,)) + (second.sides or (second.value,))
        first.number_end, first.end = second.number_end, second.end
        first.found_by = "dimensions"
        return True

    def _merge_range(self, first: _Amount, second: _Amount, between: str) -> bool:
        low = self.low
        if first.indefinite or second.indefinite or second.kind == "ordinal" or first.kind == "ordinal":
            return False
        joint = between.strip(" \u00a0\u2009\n")
        if joint == ":" and between == ":" and not first.kind and not second.kind:
            return self._make_score(first, second, "ratio")
        blurred = False
        for mark in ("~", "about", "around", "approximately", "roughly", "nearly", "almost", "as much as", "as many as"):
            if joint.endswith(mark) and len(joint) > len(mark):
                joint, blurred = joint[: -len(mark)].rstrip(" \u00a0"), True
                break
        is_dash = joint in ("-", "–", "—", "‐", "‑", "−", "~", "--")
        if first.form == "digits" and second.value < 0 and (joint == "" and between in ("", " ", "  ")):
            # "2 -7 g", "10-15" read with a sign
            sign = self.text[second.start]
            if sign in "-−–" and second.number_start >= second.start and first.value >= 0 and -second.value > first.value and second.currency is None and (between == " " and self.text[second.start + 1 : second.start + 2].isdigit()):
                if self._units_fit(first, second):
                    second.value, second.mantissa = -second.value, -second.mantissa
                    return self._make_range(first, second, "dash-range")
            return False
        cue = self._range_cue(first.start)
        if first.currency is not None and second.currency is not None and first.currency.factor != second.currency.factor:
            return False
        if is_dash:
            if first.kind and second.kind and first.kind != second.kind:
                return False
            if not self._units_fit(first, second):
                return False
            if first.value > second.value and not second.has_scale and not (first.kind or second.kind):
                return self._make_score(first, second) if between in ("-", "–") else False
            return self._make_range(first, second, "dash-range")
        if joint in ("to", "through", "till", "until", "up to", "- to -", "-to-", "to about", "or", "and"):
            if joint == "or":
                if not (first.value < second.value <= first.value * 2 and self._units_fit(first, second) and not first.kind and first.form == second.form == "words" and second.value - first.value <= 5):
                    return False
                return self._make_range(first, second, "either-or-range")
            if joint == "and" and cue != "between" and not (cue == "from" and first.value < second.value and (not first.kind or second.kind == first.kind) and first.currency is None and second.kind == "money"):
                return False
            if not self._units_fit(first, second):
                return False
            if joint == "to" and second.value == 1 and first.value > 1 and first.kind == second.kind == "":
                return self._make_score(first, second)
            if joint in ("to", "up to", "through", "until", "till") and cue not in ("from", "between", "range") and first.kind == "" and second.kind == "" and not (first.value < second.value or first.numeral.form == "words"):
                return False
            if joint == "to" and not cue and first.kind and second.kind == "" and not first.currency and first.found_by != "age":
                return False
            if joint == "to" and cue == "by" and first.kind:
                return False  # "rose by $43 billion to $419 billion"
            return self._make_range(first, second, "between-range" if cue == "between" else "to-range")
        return False

    def _range_cue(self, start: int) -> str:
        before = self.low[max(0, start - 28) : start].rstrip(" \u00a0~")
        for mark in ("about", "around", "approximately", "roughly", "anywhere"):
            if before.endswith(mark):
                before = before[: -len(mark)].rstrip()
        if before.endswith("between"):
            return "between"
        if before.endswith(" by"):
            return "by"
        if before.endswith("from"):
            return "from"
        if before.endswith(("ranging", "ranges", "range of", "ranged", "range")):
            return "range"
        return ""

    @staticmethod
    def _units_fit(first: _Amount, second: _Amount) -> bool:
        if not first.kind:
            return True
        if not second.kind:
            return first.kind in ("money", "percent", "measure")
        if first.kind != second.kind:
            return False
        return first.unit == second.unit or (first.unit == "degree" and (second.unit or "").startswith("degree_"))

    def _make_range(self, first: _Amount, second: _Amount, found_by: str) -> bool:
        if not first.kind:
            self._copy_unit(first, second)
        elif second.kind == "money" and first.kind == "money" and first.per is None:
            first.per = second.per
        elif second.kind and second.kind == first.kind:
            if first.unit == "degree":
                self._copy_unit(first, second)
            first.per = first.per or second.per
        low, high = first.value, second.value
        if second.has_scale and not first.has_scale and abs(first.mantissa) < _SMALL and second.mantissa and first.mantissa < second.mantissa:
            low = first.value * (second.value / second.mantissa)
        if second.currency is not None and first.currency is None:
            pass
        first.low, first.high = (low, high) if low <= high else (high, low)
        first.descending = low > high
        first.has_scale = first.has_scale or second.has_scale
        first.number_end = second.number_end
        first.end = second.end
        first.found_by = found_by
        if first.kind != "money" or second.unit_end > first.unit_end:
            first.unit_end = max(first.unit_end, second.unit_end)
        cue = self._range_cue(first.start)
        if cue in ("between", "from"):
            at = self.low.rfind(cue, max(0, first.start - 28), first.start)
            first.start = at
        return True

    def _make_score(self, first: _Amount, second: _Amount, found_by: str = "score") -> bool:
        if not (first.numeral.is_bare and second.numeral.is_bare and (max(first.value, second.value) < 200 or found_by == "ratio")):
            return False
        first.kind, first.found_by = "score", found_by
        first.low, first.high = first.value, second.value
        first.number_end = first.end = second.end
        return True

    @staticmethod
    def _copy_unit(first: _Amount, second: _Amount) -> None:
        first.kind, first.unit, first.unit_reading = second.kind, second.unit, second.unit_reading
        first.currency, first.per = second.currency, second.per
        first.unit_start, first.unit_end = second.unit_start, second.unit_end

    def _merge_fraction(self, first: _Amount, second: _Amount, between: str) -> bool:
        """ "one in five", "9 out of 10", "2000 over 3"."""
        joint = between.strip()
        if second.kind not in ("", "ordinal") or first.form == "fraction" or second.form == "fraction":
            return False
        if joint in ("out of", "out of every", "in every", "in", "in a", "out of the"):
            if first.value < 0 or not second.value > first.value or second.value > 10**7:
                return False
            if joint in ("in", "in a") and not (first.value <= 20 and second.value <= 1000 and self._can_be_one_in(first, second)):
                return False
            value = divide(first.value, second.value)
            found_by = "number-out-of-number"
        elif joint == "over":
            if self._plural_follows(second.end) or first.has_scale:
                return False
            following = _LETTERS.match(self.low, second.end + 1)
            if following is not None:
                return False
            value = divide(first.value, second.value)
            found_by = "number-over-number"
        else:
            return False
        if value is None:
            return False
        first.value = first.mantissa = value
        first.fraction = True
        first.form = "fraction"
        first.number_end, first.end = second.number_end, second.end
        first.found_by = found_by
        return True

    def _can_be_one_in(self, first: _Amount, second: _Amount) -> bool:
        if first.value == 1:
            return True
        return first.form == "words" and second.form == "words"

    def _merge_compound(self, first: _Amount, second: _Amount, between: str) -> bool:
        """ "5 feet 2 inches", "3m and 5cm", "6 ft 2"."""
        if first.kind != "measure" or between.strip() not in ("", "and", ","):
            return False
        reading, smaller = first.unit_reading, second.unit_reading
        if reading is None or reading.quality != "length" or reading.si_factor is None:
            return False
        if reading.name == "foot" and second.kind == "" and between in (" ", "") and 0 <= second.value < 12 and second.numeral.is_bare:
            follows = self.text[second.end : second.end + 1]
            if follows.isalnum() or self._plural_follows(second.end):
                return False
            inches = second.value
            end = second.end
        elif smaller is not None and smaller.si_factor is not None and second.kind == "measure" and (reading.name, smaller.name) in _COMPOUND_UNITS:
            if between.strip() == "" and reading.name != "foot":
                return False
            inches, end = second.value, second.end
        else:
            return False
        factor = smaller.si_factor if smaller is not None and smaller.si_factor is not None else Decimal("0.0254")
        if (part := divide(inches * factor, reading.si_factor)) is None or part >= 1 and reading.name == "foot":
            return False
        with localcontext(EXACT):
            first.value = first.value + part
        first.mantissa = first.value
        first.end = end
        first.number_end = second.number_end if smaller is None else first.number_end
        first.unit_end = end
        first.found_by = "compound-measure"
        return True

    def _share_unit(self, first: _Amount, second: _Amount) -> None:
        """ "45 and 50 mg", "64- and 96-layer", "14M and 31M models": a list shares the last unit or noun."""
        if first.kind or first.indefinite or first.low is not None or second.kind not in ("measure", "percent", "money"):
            return
        between = self.low[first.end : second.start].strip()
        if between not in ("and", "or", ",", ", and", "&", "/", "- and", "-and", "- or", "to", "vs", "versus", ", or"):
            return
        if second.currency is not None and second.unit_start < second.number_start:
            return
        if second.low is not None and False:
            return
        self._copy_unit(first, second)
        first.found_by = "shared-unit"

    # -- finishing --------------------------------------------------------------------------------------

    def _finish(self) -> list[Quantity]:
        quantities: list[Quantity] = []
        floor = 0
        amounts = self.amounts
        self._find_nouns()
        for index, amount in enumerate(amounts):
            if amount.aside is not None:
                floor = max(floor, amount.end)
                continue
            ceiling = amounts[index + 1].start if index + 1 < len(amounts) else len(self.text)
            quantity = self._quantity(amount, floor, ceiling)
            if quantities and (bounded := self._merge_bounds(quantities[-1], quantity)) is not None:
                quantities[-1] = bounded
                floor = bounded.end
                continue
            quantities.append(quantity)
            floor = max(floor, quantity.end)
        return quantities

    def _merge_bounds(self, first: Quantity, second: Quantity) -> Quantity | None:
        """ "more than 10 and less than 40" as one range."""
        if first.number is None or second.number is None or second.start - first.end > 6:
            return None
        if first.comparator not in _BOUNDS or second.comparator not in _BOUNDS or first.comparator[0] == second.comparator[0]:
            return None
        if first.kind != second.kind and first.kind != "number":
            return None
        if self.low[first.end : second.start].strip(" \n") not in ("and", "but", ",", "", ", and", ", but"):
            return None
        low, high = (first, second) if first.comparator[0] == ">" else (second, first)
        assert low.number is not None
        assert high.number is not None
        if not low.number < high.number or (first.unit not in (None, second.unit)):
            return None
        return replace(
            second,
            start=first.start,
            text=self.text[first.start : second.end],
            number_start=first.number_start,
            number=None,
            raw=None,
            low=low.number,
            high=high.number,
            comparator="=",
            si_value=None,
            si_unit=None,
            found_by="lower-and-upper-bound",
        )

    def _find_nouns(self) -> None:
        text, low = self.text, self.low
        amounts = self.amounts
        previous: _Amount | None = None
        for amount in reversed(amounts):
            if amount.aside is None and amount.kind == "":
                end = amount.end
                if low[end : end + 1] == "+":
                    end += 1
                elif low[end : end + 1] in (" ", "-", "i", "\u00a0") and (after := _AFTER_PHRASES.match(low, end)) is not None:
                    end = after.end()
                if amount.fraction:
                    amount.noun = find_of_phrase(text, low, end)
                elif amount.form != "ordinal":
                    is_one = amount.value == 1 and amount.low is None
                    noun = find_counted_noun(text, low, end, is_singular=is_one)
                    if noun is None:
                        of = find_of_phrase(text, low, end)
                        if of is not None and (amount.indefinite or of.is_plural):
                            noun = with_of_phrase(text, low, of) if amount.indefinite else of
                    if noun is None and previous is not None and previous.noun is not None:
                        between = low[amount.end : previous.start].strip()
                        if between in ("and", "or", ",", ", and", "- and", "-and", "- or", "to", "&", "+ and") and previous.kind == "":
                            noun = previous.noun
                    amount.noun = noun
            previous = amount if amount.aside is None else None

    def _quantity(self, amount: _Amount, floor: int, ceiling: int) -> Quantity:
        text, low = self.text, self.low
        kind = amount.kind
        value: Decimal | None = amount.value
        noun = amount.noun
        start, end = amount.start, amount.end
        unit = amount.unit
        found_by = amount.found_by
        raw = value
        comparator = amount.comparator
        of_start = of_end = None
        low_value, high_value = amount.low, amount.high
        if kind == "":
            if amount.fraction:
                kind, unit, found_by = self._fraction_kind(amount)
                if kind == "percent":
                    with localcontext(EXACT):
                        value = amount.value * 100
            elif noun is not None:
                kind, found_by = "count", found_by or "counted-noun"
            else:
                kind, found_by = "number", found_by or "bare-number"
        elif kind == "percent" and amount.low is None or kind == "percent":
            noun = self._percent_of(amount.end)
        elif kind == "money" and amount.currency is not None and amount.currency.factor != 1:
            factor = amount.currency.factor
            value = amount.value * factor
            if low_value is not None and high_value is not None:
                low_value, high_value = low_value * factor, high_value * factor
        elif kind == "multiple" and False:
            pass
        if noun is not None and noun.end <= ceiling or (noun is not None and kind == "count"):
            of_start, of_end = noun.start, noun.end
            if noun.end <= ceiling and noun.start >= end - 1:
                if low[end : end + 1] in (" ", "-") and (between := _AFTER_PHRASES.match(low, end)) is not None and between.end() <= noun.start:
                    comparator = _after_comparator(between["phrase"]) or comparator
                end = max(end, noun.end)
        per = amount.per
        if kind == "count" and noun is not None and noun.end == end and low[end : end + 1] in (" ", "/"):
            end = self._take_count_per(amount, end)
            per = amount.per
        # what follows: "or more", "+", "-odd"
        after = _AFTER_PHRASES.match(low, end) if low[end : end + 1] in (" ", "+", "-", "i", "\u00a0") else None
        if after is None and noun is not None and low[amount.end : amount.end + 1] in ("+", "-", " "):
            inner = _AFTER_PHRASES.match(low, amount.end)
            if inner is not None:
                comparator = _after_comparator(inner["phrase"]) or comparator
        elif after is not None and after.end() <= ceiling:
            found = _after_comparator(after["phrase"])
            if found and not (after["phrase"] == "+" and text[after.end() : after.end() + 1].isdigit()):
                comparator = found
                end = after.end()
        if amount.indefinite and not comparator:
            comparator = ">"
        start, before_comparator, trend = self._read_left(start, floor)
        if before_comparator and (not comparator or comparator == ">" and amount.indefinite and before_comparator != "~"):
            comparator = before_comparator
        if kind == "percent" and low[amount.start - 4 : amount.start] == "mid-" and (mid := _MID_RANGE.match(low, end)):
            start = min(start, amount.start - 4)
            if low[start - 4 : start] == "the ":
                start -= 0
            end = mid.end()
            if value is not None and value % 10 == 0:
                value += 5
                raw = value
            comparator = comparator or "~"
            found_by = "middle-of-ten"
        if amount.has_scale:
            value = None if value is None else self._tidy(value)
            raw = None if raw is None else self._tidy(raw)
            if low_value is not None and high_value is not None:
                low_value, high_value = self._tidy(low_value), self._tidy(high_value)
        si_value = si_unit = None
        reading = amount.unit_reading
        if low_value is not None or amount.sides is not None:
            value = raw = None
        elif kind == "measure" and reading is not None and reading.si_factor is not None and value is not None:
            with localcontext(EXACT):
                si_value = value * reading.si_factor + reading.si_offset
            si_unit = reading.si_unit
        currency = amount.currency
        unit_text = None
        if amount.unit_end > amount.unit_start >= 0:
            unit_text = text[amount.unit_start : amount.unit_end].strip(" \u00a0-\n")
        return Quantity(
            start,
            end,
            text[start:end],
            amount.number_start,
            amount.number_end,
            kind,  # type: ignore[arg-type]
            value,
            low_value,
            high_value,
            comparator or "=",  # type: ignore[arg-type]
            unit,
            unit_text,
            None if reading is None else self._quality(amount, reading),
            None if of_start is None else text[of_start:of_end],
            of_start,
            of_end,
            per,
            currency is not None and currency.assumed,
            None if currency is None else currency.name,
            raw,
            amount.fraction,
            amount.indefinite,
            amount.descending,
            amount.tolerance,
            amount.sides,
            si_value,
            si_unit,
            trend,
            found_by,
        )

    def _take_count_per(self, amount: _Amount, end: int) -> int:
        """ "78,000 times a minute", "15.3 points per game"; the new end."""
        kept = amount.end
        amount.end = end
        self._take_per(amount)
        end, amount.end = amount.end, kept
        return end

    @staticmethod
    def _tidy(value: Decimal) -> Decimal:
        """A scaled number without the decimals of its mantissa: 1.5B is 1500000000."""
        return Decimal(int(value)) if value == value.to_integral_value() else value

    def _quality(self, amount: _Amount, reading: UnitReading) -> str:
        """What the unit measures; degrees are an angle or a temperature by what stands around."""
        if reading.name != "degree":
            return reading.quality
        context = self.low[max(0, amount.start - 60) : amount.end + 40]
        return "angle" if _ANGLE_NEAR.search(context) else "temperature" if _WARM_WORDS.search(context) else "angle"

    def _percent_of(self, end: int) -> NounPhrase | None:
        """The population or property of a percentage: "of the users", "accuracy"."""
        text, low = self.text, self.low
        if low.startswith((" of ", "\nof "), end):
            return find_of_phrase(text, low, end)
        if low[end : end + 1] != " " or not low[end + 1 : end + 2].isalpha():
            return None
        noun = find_counted_noun(text, low, end)
        return noun

    def _fraction_kind(self, amount: _Amount) -> tuple[str, str | None, str]:
        low = self.low
        following = low[amount.end : amount.end + 6]
        if amount.found_by in ("number-out-of-number",):
            return "percent", "percent", amount.found_by
        if following.startswith(" of ") or amount.noun is not None:
            if _SIZE_OF.match(low, amount.end):
                return "multiple", None, "fraction-of-size"
            return "percent", "percent", amount.found_by or "fraction-of"
        if following.startswith((" the ", " as ")) and amount.value < 1:
            return "multiple", None, "fraction-as-much"
        return "number", None, amount.found_by or "fraction"

    def _read_left(self, start: int, floor: int) -> tuple[int, str, Trend | None]:
        """Words and signs before the amount that bound or blur it; new start, comparator and trend."""
        low, text = self.low, self.text
        comparators = load_comparators("before")
        comparator = ""
        trend: Trend | None = None
        if text[start : start + 1] == "+":
            trend = "up"
        elif text[start : start + 1] in ("-", "−"):
            trend = "down"
        for _ in range(3):
            at = start
            while at > floor and text[at - 1] in " \u00a0\u2009\n" and start - at < 3:
                at -= 1
            if at <= floor and at != start and at == 0:
                break
            if at == 0 or at < floor:
                break
            last = text[at - 1]
            if last in _LEFT_SIGNS:
                two = low[max(floor, at - 3) : at]
                matched = None
                for length in (3, 2, 1):
                    sign = two[-length:]
                    if len(sign) == length and sign in comparators:
                        matched = sign
                        break
                if matched is None:
                    break
                start = at - len(matched)
                comparator = _combine(comparators[matched], comparator)
                continue
            if last == ";" and low[at - 4 : at] in ("&lt;", "&gt;"):
                comparator = comparators[low[at - 4 : at]]
                start = at - 4
                break
            if not (last.isalpha() or last in ".-"):
                break
            if last == "-":
                prefix = self._word_ending(at - 1)
                if prefix in ("sub", "under", "over") and at == start:
                    start = at - 1 - len(prefix)
                    comparator = {"sub": "<", "under": "<", "over": ">"}[prefix]
                break
            if at == start and last != ".":
                break
            window = low[max(floor, at - 40) : at].replace("\n", " ")
            words = window.split(" ")
            matched_length = 0
            key = ""
            for size in (5, 4, 3, 2, 1):
                if size > len(words):
                    continue
                candidate = " ".join(words[-size:])
                if candidate in comparators and (len(candidate) == len(window) or not window[-len(candidate) - 1].isalnum()):
                    key, matched_length = candidate, len(candidate)
                    break
            if not matched_length:
                word = words[-1].rpartition("\n")[2]
                if word in ("of", "by", "to", "at", "another", "a", "an", "the", "only", "just") and len(words) > 1:
                    previous = words[-2].rpartition("\n")[2]
                    if word in ("by", "to", "of") and trend is None:
                        trend = load_trend_words().get(previous)  # type: ignore[assignment]
                elif trend is None:
                    trend = load_trend_words().get(word)  # type: ignore[assignment]
                break
            if key == "some" and comparator or key == "ca" and not text[at - 2].islower():
                break
            if key in ("many", "c.", "maybe", "perhaps", "probably") and key == "many" and not _PLURAL_SCALES.match(low, start):
                break
            start = at - matched_length
            comparator = _combine(comparators[key], comparator)
        return start, comparator, trend

    # -- accounts ---------------------------------------------------------------------------------------

    def accounts(self, quantities: list[Quantity]) -> list[NumeralAccount]:
        """Every numeral with the quantity that holds it or the rule that set it aside."""
        text, low = self.text, self.low
        spans = [(a.start, a.end, a.aside) for a in self.amounts if a.aside is not None]
        accounts = []
        quantity_index = 0
        aside_index = 0
        for found in _numeral_words().finditer(low):
            start, end = found.span()
            while quantity_index < len(quantities) and quantities[quantity_index].end <= start:
                quantity_index += 1
            while aside_index < len(spans) and spans[aside_index][1] <= start:
                aside_index += 1
            inside = quantity_index < len(quantities) and quantities[quantity_index].start <= start
            aside = spans[aside_index] if aside_index < len(spans) and spans[aside_index][0] <= start else None
            if aside is not None:
                accounts.append(NumeralAccount(start, end, text[start:end], None, aside[2]))
            elif inside:
                accounts.append(NumeralAccount(start, end, text[start:end], quantity_index, None))
            else:
                accounts.append(NumeralAccount(start, end, text[start:end], None, "name-with-number"))
        return accounts


def _combine(outer: str, inner: str) -> str:
    """Comparator of "up to about", "just over": the bound wins over the blur."""
    if not inner or inner == "~" or inner == "=":
        return outer if outer != "=" or not inner else inner
    if outer in ("~", "="):
        return inner
    return outer


def _after_comparator(phrase: str) -> str:
    return load_comparators("after").get(phrase.strip(" \u00a0-"), "")


def text_is_spaced(low: str, end: int) -> bool:
    """Whether a space follows."""
    return low[end : end + 1] == " "


def _unit_like(text: str, low: str, end: int) -> bool:
    """Whether something counted or measured follows a number."""
    if text[end : end + 1] in "%-/" and text[end : end + 1]:
        return True
    if _PERCENT.match(low, end) or read_unit(text, low, end) is not None:
        return True
    noun = find_counted_noun(text, low, end)
    return noun is not None and noun.is_plural or _starts().match(low, end + 1) is not None


@cache
def _starts() -> re.Pattern[str]:
    """Where a number may begin, "a" before a scale and plural scales included."""
    words = sorted((w for w in load_number_words() if w != "oh"), key=len, reverse=True)
    after_article = "hundred|thousand|million|billion|trillion|dozen|half|quarter|" + "|".join(
        w for w, known in load_number_words().items() if known.role == "ordinal" and known.value > 2
    )
    tens, units = glued_words()
    after_article += "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    return re.compile(
        rf"\d|[{VULGAR_FRACTIONS}]|\b(?:an?[ ](?:{after_article}|{'|'.join(_article_nouns())})(?![^\W_])|(?:{tens})(?:{units})(?![^\W_])|(?:{'|'.join(words)}|tens(?= of)|scores(?= of)|twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|hundred|thousand)fold)(?![^\W_]))"
    )


@cache
def _article_nouns() -> tuple[str, ...]:
    """Units and currencies before which "a" is a 1."""
    units = [word for word, unit in load_unit_words().items() if unit.article and not word.endswith("s")]
    return (*units, "dollar", "euro", "buck", "penny", "quid", "rupee", "yuan", "shekel", "ruble")


@cache
def _article_units() -> re.Pattern[str]:
    """ "a gallon", and "a cup" only before "of"."""
    words = load_unit_words()
    free = [word for word in _article_nouns() if word not in words or words[word].article == "y"]
    of = [word for word in _article_nouns() if word in words and words[word].article == "of"]
    return re.compile(rf"an? (?:(?:{'|'.join(free)})(?![^\W_])|(?:{'|'.join(of)}) of )")


@cache
def _numeral_words() -> re.Pattern[str]:
    words = sorted((w for w in load_number_words() if w != "oh"), key=len, reverse=True)
    return re.compile(rf"\d+(?:[.,]\d+)*|[{VULGAR_FRACTIONS}]|\b(?:{'|'.join(words)})(?![^\W_])")


_LONE_EXPONENT = re.compile(r"[1-4](?![\d.,]\d|\d)")
_UNIT_BEFORE = re.compile(r"(?:^|[ .·/])(?:day|kg|g|min|h|s|m|l|year|cm|km|ml|w|bw|\)) −$|\) −$")
_DURATION = re.compile(r"(?P<clock>\d{1,3}:[0-5]\d(?::[0-5]\d)?)[ -](?P<unit>hours?|hrs|h|minutes?|mins)(?![^\W_])")
_DIGIT_RUN = re.compile(r"\d+")
_CITATION = re.compile(r"\[\d{1,4}(?:[ ]?[,;–-][ ]?\d{1,4}){0,40}\]")
_DATE_ORDINAL = re.compile(r" century")
_TEMPERATURE_AFTER = re.compile(r"[ ]?[°℃℉º˚]|[ ]degrees")
_LIST_NUMBER = re.compile(r"[ \t(*>#-]{0,8}\d{1,3}[.)]")
_YEAR_SPAN_AFTER = re.compile(r" (?:and|to|until|through) (?:1\d|20)\d\d(?![\d%.,]\d|\d|[ ](?:people|[a-z]*s(?![a-z])(?<!was)(?<!is)))")
_YEAR_SPAN_BEFORE = re.compile(r"between (?:1\d|20)\d\d and $")
_TIME_OF = re.compile(r"(?:spring|summer|autumn|fall|winter|year|end|beginning|start|crisis|crash|election|class|war) of $")
_ERA = re.compile(r"[ \u00a0](?:bce?|ce|b\.c\.|a\.d\.|ad)(?![^\W_])")
_MONTH_NEAR = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"
    r"aug|sept|sep|oct|nov|dec)\.?,?[ ](?:\d{1,2}(?:st|nd|rd|th)?,?[ ])?(?:of[ ])?$"
)
_QUANTITY_PREFIXES = frozenset({"minus", "negative", "sub", "mid", "under", "over", "now", "post", "pre", "non", "about", "plus", "to", "early", "late", "low", "high"})
_SECTION_WORDS = frozenset({"section", "sections", "chapter", "chapters", "paragraph", "para", "article", "articles", "appendix", "clause", "annex"})
_YEAR_PREPOSITIONS = frozenset({"in", "since", "until", "till", "during", "late", "early", "mid", "circa", "fiscal", "fy", "©", "year", "q1", "q2", "q3", "q4", "summer", "winter", "spring", "autumn", "season"})
_YEAR_CUES = _YEAR_PREPOSITIONS | {"of", "the", "for", "by", "from", "before", "after", "between", "and", "through", "fall", "election", "copyright", "to"}
_COUNT_CUES = frozenset(
    {"about", "around", "over", "nearly", "almost", "some", "approximately", "roughly", "than", "least", "most", "to", "of", "total",
     "up", "above", "below", "under", "only", "just", "all", "another", "these", "those", "exceed", "exceeded", "reached", "at",
     "sold", "bought", "employs", "employed", "has", "have", "had", "is", "are", "with"}
)  # fmt: skip
_COUNTED_PEOPLE = frozenset({"people", "men", "women", "children", "persons", "residents", "employees", "workers", "students", "soldiers", "troops", "jobs", "users", "miles", "votes", "copies", "units", "patients", "participants", "responses", "respondents", "members", "houses", "homes"})
_COUNT_ADJECTIVES = frozenset({"new", "more", "other", "different", "additional", "full", "extra", "young", "old", "small", "large", "square", "metric", "cubic"})
_OPENING_WORDS = frozenset(
    {"about", "over", "nearly", "almost", "some", "around", "only", "just", "roughly", "approximately", "save", "more", "total", "least",
     "up", "add", "get", "buy", "use", "take", "sold", "with", "another", "last", "next", "past", "first", "these", "those", "further",
     "january", "february", "monday", "age", "aged", "mr", "est", "estimated", "exactly", "top"}
)  # fmt: skip
_APPROXIMATE_LAST = frozenset(
    {"about", "around", "nearly", "almost", "roughly", "approximately", "over", "than", "under", "least", "most", "some", "just", "only",
     "exactly", "to", "to", "above", "below", "up"}
)  # fmt: skip
_SCALED_NOUNS = frozenset(
    {"parameter", "token", "model", "models", "user", "dollar", "euro", "people", "combined", "active", "monthly", "daily", "registered",
     "new", "rows", "downloads", "views", "usd", "eur", "gbp", "units", "visitors", "subscriber", "variant", "version", "param", "params",
     "records", "words", "sized", "class"}
)  # fmt: skip
_METRE_NOUNS = frozenset({"races", "walls", "runners", "tracks", "freestyle", "hurdles", "swells"})
_RESOLUTION = re.compile(r"(?<![\d.,])[48]K(?:[ -](?:UHD|TVs?|tvs?|displays?|video|resolution|monitors?|screens?|cameras?|content|footage|HDR|movies?|Blu)|$)")
_NETWORK = re.compile(r"(?<![\d.])[2-6]G$")
_NOT_A_RATE = re.compile(r"[ ](?:earlier|ago|later|before|after|old|from|prior|long|hence|away|and a half|or (?:two|so))(?![^\W_])|-")
_PER_TIMES = frozenset({"day", "week", "month", "year", "hour", "minute", "night", "quarter", "decade"})
_COUNTRY_AFTER = re.compile(r"[ ](?P<word>US|U\.S\.|Canadian|Australian|AUD|CAD|USD|sterling|NZD|HKD|SGD)(?![^\W_])")
_COUNTRY_CURRENCIES = {"us": "USD", "u.s.": "USD", "aud": "AUD", "cad": "CAD", "usd": "USD", "nzd": "NZD", "hkd": "HKD", "sgd": "SGD", "sterling": "GBP"}
_CURRENCY_NAMES = {
    "USD": "US dollar", "AUD": "Australian dollar", "CAD": "Canadian dollar", "NZD": "New Zealand dollar",
    "HKD": "Hong Kong dollar", "SGD": "Singapore dollar", "GBP": "British pound",
}  # fmt: skip
_WEIGHT_NEAR = re.compile(r"weigh|heavy|\b(?:bags?|meat|fish|ounces?|lbs?|kilograms?|kg|baby|fat|muscle)\b")
_MONEY_NEAR = re.compile(r"[£]|\b(?:cost|costs|costing|pay|paid|pays|price|priced|worth|profit|revenue|salary|fee|fees|sold|fine|fined|sterling|bank|loan|debt|spend|spent|tax|money|billion|earn|earned|pence|income|budget|sales|fund|funding|wage|wages|bid)\b")
_SCALE_WORD_AFTER_CURRENCY = re.compile(r" (?P<word>thousand|million|billion|trillion|mn|bn)(?![^\W_])")
_MINOR = re.compile(r"(?P<dollar>)(?:,? (?P<and>and) |[, ]{1,2})(?=(?P<number>[\da-z]))")
_AGE_CLAUSE = re.compile(r", (?:he|she|they|his|her|[a-z]+ (?:was|is|had|has) (?:the )?(?:young|old))(?![^\W_])")
_MONTH_NAMES = frozenset({"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"})
_AGE_WORDS = re.compile(r"[ -](?:olds?|of age)(?![^\W_])")
_DEGREE_NAME = re.compile(r"[ ]?(?P<name>celsius|celcius|centigrade|fahrenheit|farenheit|c(?![\w.])|f(?![\w.]))")
_COMPOUND_UNITS = frozenset({("foot", "inch"), ("meter", "centimeter"), ("mile", "yard"), ("kilometer", "meter")})
_ANGLE_NEAR = re.compile(r"angle|rotat|turn|tilt|slope|latitude|longitude|inclin|steep|bend|bearing|pitch|axis|north|south|east|west|arc")
_WARM_WORDS = re.compile(r"temperature|outside|weather|warm|cold|heat|hot|cool|freez|thermostat|fever|oven")
_FRACTION_JOINT = re.compile(r"(?: of)?(?: an?| one)? (?=[a-z])")
_UNIT_ADJECTIVE = re.compile(r"[ -](?:more|full|additional|straight|consecutive|successive|long|short|business|working|calendar|previous|past|extra|whole|solid|further|prior|preceding|school|light|[a-z]{3,}(?:ed|ive|ing)) (?=(?:second|minute|hour|day|week|month|year|decade|centur)[a-z]*)")
_GRAVITY = re.compile(r"[ ]?[×x][ ]?(?P<symbol>g)(?![^\W_])")
_SEVERAL = re.compile(r"\b(?:several|few|couple|couple of|many) $")
_BOUNDS = frozenset({"<", "<=", ">", ">="})
_SIZE_OF = re.compile(r" (?:of )?(?:the|its|their|his|her|our|that|what) (?:\w+ )?(?:size|length|height|width|weight|price|cost|speed|rate|number|amount|age|value|level|time|distance)(?![^\W_])")
_ = MAX_EXPONENT
