"""Amounts: what stands right beside a numeral and belongs to it.

`AmountReader` goes through a text once. Each numeral is read (`numbers.py`) and is set aside by a named rule
(`set_aside.py`), or becomes an `Amount` with its sign, scale, percent, currency (`money.py`) or unit
(`units.py`). Neighbours are joined later (`joining.py`).
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from functools import cache

from claimcheck.lexicons.alternatives import any_of
from claimcheck.lexicons.quantities import (
    CurrencyWord,
    load_approximator_ends,
    load_month_names,
    load_noun_phrase_ends,
    load_number_cues,
    load_number_words,
    load_numbered_names,
    load_scales,
    load_unit_words,
    load_units,
)
from claimcheck.quantities.counted_nouns import (
    NounPhrase,
    find_counted_noun,
    has_plural_noun,
    is_plural_noun,
    word_before,
)
from claimcheck.quantities.money import (
    CurrencyReading,
    read_currency_after,
    read_currency_before,
    read_scaled_code,
)
from claimcheck.quantities.numbers import (
    EXACT,
    VULGAR_FRACTIONS,
    Numeral,
    divide,
    glued_words,
    read_digits,
    read_number,
)
from claimcheck.quantities.set_aside import (
    SetAsideRule,
    find_context_rule,
    find_one_rule,
    find_structure,
    is_day_of_month,
)
from claimcheck.quantities.units import UnitReading, read_unit

_MINUS_HYPHEN = re.compile(r"(?:minus|negative)-$")
_LETTERS = re.compile(r"[^\W\d_]+")
_PERCENT = re.compile(
    r"[ \u00a0\u2009]{0,2}\n?(?:(?P<sign>[%٪﹪％])|(?P<permille>‰)"
    r"|-?(?P<word>(?:per[ -]?cents?|percentages?|pct|pc|wt[ ]?%|vol[ ]?%)(?![^\W_])\.?))"
    r"(?P<point>(?:[ -](?:age[ -])?|-)?(?:points?|pts?)(?![^\W_]))?"
    r"|[ \u00a0-]?(?P<points>percentage[ -]points?|(?:ppts?|pps?)(?![^\W_])|%-?points?|p\.p\.)"
    r"|[ \u00a0-]?(?P<basis>basis[ -]points?|bps(?![^\W_])|bp(?![^\W_]))"
)
_PERCENT_HINT = frozenset("%٪﹪％‰")
_SCALE_LETTERS = re.compile(r"(?P<space>[ \u00a0]?)(?P<letters>[A-Za-z]{1,4})(?![^\W_])(?P<plus>\+?)")
_MULTIPLE = re.compile(
    r"(?P<sign>[x×X])(?![^\W_]|[ ]?\d)"
    r"|[ \u00a0-]?(?P<fold>folds?)(?![^\W_])|[ \u00a0-]?(?P<times>times)(?![^\W_])"
)
_AGE_AFTER = re.compile(
    r"[ -]?(?P<unit>years?|yrs?|months?|weeks?|days?)?[ -]?(?P<old>olds?|of age)(?![^\W_])"
)
_YO = re.compile(r"[ -]?(?:y/?o|y\.o\.)(?![^\W_])")
_PER_AFTER = re.compile(
    r"(?P<lead> per |/ ?(?:per )?| an? | each | every | an?-|-an?-|-per-)(?P<noun>[a-z]{2,}(?:[ -][a-z]+)?)"
)
_NAME_REST = re.compile(r"[\w]+(?:[-.][\w]+)*")
PLURAL_SCALES = re.compile(
    r"(?:(?P<first>tens|scores|dozens|hundreds|thousands|lakhs|crores|millions|billions|trillions)"
    r"(?: of (?P<second>hundreds|thousands|lakhs|crores|millions|billions|trillions))?)(?![^\W_])"
)
FOLDS = "two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|hundred|thousand"
_MULTIPLE_WORD = re.compile(rf"(?:(?P<times>twice|thrice)|(?P<factor>{FOLDS})[ -]?fold)(?![^\W_])")
# what a bare plural stands for; dozens are at least two
_PLURAL_VALUES = {
    "tens": 10, "scores": 20, "dozens": 24, "hundreds": 100, "thousands": 1000, "lakhs": 10**5,
    "crores": 10**7, "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
_AGE_GROUP_BEFORE = re.compile(r"(?:over|under)[ -]$")
_SPACED_NAME = re.compile(r"(?:^|[ ])[A-Z][ ]-[ ]$")
_DECADE_BEFORE = re.compile(
    r"(?:(?:the|his|her|their|my|our|your|mid|early|late|low|high|upper|lower|and|to)[ -]|['’])$"
)
_LONE_EXPONENT = re.compile(r"[1-4](?![\d.,]\d|\d)")
_UNIT_BEFORE = re.compile(r"(?:^|[ .·/])(?:day|kg|g|min|h|s|m|l|year|cm|km|ml|w|bw|\)) −$|\) −$")
_FEET_AND_INCHES = re.compile(
    r"(?P<feet>\d{1,2})[ ]?['’′][ ]?(?P<inches>\d{1,2}(?:\.\d{1,3})?)(?:[ ]?(?:[\"”″]|''|in(?![^\W_])))"
)
_COMMA_CENTS = re.compile(r",\d\d(?![\d,]|\.\d)")
_VIDEO_LINES = frozenset({240, 360, 480, 576, 720, 1080, 1440, 2160, 4320})
_HALF_AFTER_UNIT = re.compile(r"(?<![^\W_])(?P<article>an?|one)[ ](?P<unit>[a-z]{3,12})[ ]and[ ]$")
_DURATION = re.compile(
    r"(?P<clock>\d{1,3}:[0-5]\d(?::[0-5]\d)?)[ -](?P<unit>hours?|hrs|h|minutes?|mins)(?![^\W_])"
)
_DIGIT_RUN = re.compile(r"\d+")
_CITATION = re.compile(r"\[\d{1,4}(?:[ ]?[,;–-][ ]?\d{1,4}){0,40}\]")
_DATE_ORDINAL = re.compile(r" century")
_TEMPERATURE_AFTER = re.compile(r"[ ]?[°℃℉º˚]|[ ]degrees")
_NETWORK = re.compile(r"(?<![\d.])[2-6]G$")
_COUNTRY_AFTER = re.compile(
    r"[ ](?P<word>US|U\.S\.|Canadian|Australian|AUD|CAD|USD|sterling|NZD|HKD|SGD)(?![^\W_])"
)
_COUNTRY_CURRENCIES = {
    "us": "USD",
    "u.s.": "USD",
    "aud": "AUD",
    "cad": "CAD",
    "usd": "USD",
    "nzd": "NZD",
    "hkd": "HKD",
    "sgd": "SGD",
    "sterling": "GBP",
}
_CURRENCY_NAMES = {
    "USD": "US dollar", "AUD": "Australian dollar", "CAD": "Canadian dollar", "NZD": "New Zealand dollar",
    "HKD": "Hong Kong dollar", "SGD": "Singapore dollar", "GBP": "British pound",
}  # fmt: skip
_SCALE_WORD_AFTER_CURRENCY = re.compile(r" (?P<word>thousand|million|billion|trillion|mn|bn)(?![^\W_])")
_MINOR = re.compile(r"(?P<dollar>)(?:,? (?P<and>and) |[, ]{1,2})(?=(?P<number>[\da-z]))")
_AGE_BEFORE = re.compile(r"(?<![^\W_])(?:aged|ages?|age of) $")
_NO_SECOND = re.compile(
    r" (?:half|halves|place|quarter|grade|generation|time|chance|home|hand|thought|term|year)"
)
_AGE_CLAUSE = re.compile(
    r", (?:he|she|they|his|her|[a-z]+ (?:was|is|had|has) (?:the )?(?:young|old))(?![^\W_])"
)
_AGE_WORDS = re.compile(r"[ -](?:olds?|of age)(?![^\W_])")
_DEGREE_NAME = re.compile(
    r"[ ]?(?P<name>celsius|celcius|centigrade|fahrenheit|farenheit|c(?![\w.])|f(?![\w.]))"
)
_FRACTION_JOINT = re.compile(r"(?: of)?(?: an?| one)? (?=[a-z])")
_GRAVITY = re.compile(r"[ ]?[×x][ ]?(?P<symbol>g)(?![^\W_])")
_SEVERAL = re.compile(r"\b(?:several|few|couple|couple of|many) $")


class Amount:
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


class AmountReader:
    """Reads the amounts of one text; `low` is the text in lower case with equal offsets."""

    def __init__(self, text: str, low: str) -> None:
        self.text = text
        self.low = low
        self.amounts: list[Amount] = []

    def find(self) -> list[Amount]:
        """Every numeral of the text as an amount, set aside or not, in reading order."""
        low, text = self.low, self.text
        next_figure, next_word = _FIGURE.search, _word_after_gap().search
        spaced = " " + low  # the gap before a word is in it where the word itself is in `low`
        figure, word = next_figure(low), next_word(spaced)
        while figure or word:
            if word is None or (figure is not None and figure.start() < word.start()):
                assert figure is not None
                at = figure.start()
                if low[at].isdigit():
                    position = self._read_digits(at)
                else:
                    fraction = read_number(text, low, at)
                    position = at + 1 if fraction is None else self._add(fraction)
            else:
                at = word.start()
                position = self._read_word(at, word.end() - 1)
            position = max(position, at + 1)
            if figure is not None and figure.start() < position:
                figure = next_figure(low, position)
            if word is not None and word.start() < position:
                word = next_word(spaced, position)
        return self.amounts

    def _set_aside(self, start: int, end: int, rule: SetAsideRule) -> int:
        amount = Amount(Numeral(start, end, Decimal(0), "digits"))
        amount.aside = rule
        self.amounts.append(amount)
        return end

    def _read_multiple_word(self, at: int) -> int:
        """Such as "twice as many", "sixfold"; the end, or 0."""
        low = self.low
        found = _MULTIPLE_WORD.match(low, at)
        if found is None:
            return 0
        word = found["times"]
        if word is None:
            value = load_number_words()[found["factor"]].value
        elif not _compared_by_times().match(low, found.end()):
            return self._set_aside(at, found.end(), "times-adverb")
        else:
            value = Decimal(2 if word == "twice" else 3)
        amount = Amount(Numeral(at, found.end(), value, "words"))
        amount.kind, amount.found_by = "multiple", "multiple"
        self.amounts.append(amount)
        return found.end()

    def _read_word(self, at: int, found_end: int) -> int:
        low, text = self.low, self.text
        if low[found_end - 1] in "de" and (end := self._read_multiple_word(at)):
            return end
        if plural := PLURAL_SCALES.match(low, at):
            previous = low[max(0, at - 4) : at].rstrip()[-1:]
            if not previous.isdigit():
                value = Decimal(_PLURAL_VALUES[plural["first"]])
                if plural["second"]:
                    value *= _PLURAL_VALUES[plural["second"]]
                return self._add(Numeral(at, plural.end(), value, "plural", Decimal(1), has_scale=True))
        if low.startswith(("a ", "an "), at) and (end := self._read_article(at)):
            return end
        found = read_number(text, low, at)
        if found is None:
            if low.startswith(("a ", "an "), at):
                return at + 1
            word = low[at:found_end]
            self._set_aside(at, found_end, "fraction-word" if word in ("half", "quarter") else "time-word")
            return found_end
        numeral = found
        word = low[at : numeral.end]
        if (
            numeral.form in ("words", "plural")
            and word.split(" ", 1)[0] in ("hundred", "thousand", "million", "billion", "trillion", "dozen")
            and at > 4
        ):
            quantifier = _SEVERAL.search(low, max(0, at - 16), at)
            if quantifier is not None:
                return self._add(
                    Numeral(at, numeral.end, numeral.value, "plural", Decimal(1), has_scale=True)
                )
        if numeral.form == "fraction" and low.endswith(" and ", 0, at) and (end := self._add_half(numeral)):
            return end
        if numeral.form == "fraction":
            if not self._is_fraction(numeral, word):
                return self._not_a_fraction(numeral, word)
        elif numeral.form == "ordinal":
            if word == "second" and self._is_time_second(at):
                return self._set_aside(at, numeral.end, "time-word")
            return self._add_ordinal(numeral)
        elif word == "one" and (rule := find_one_rule(text, low, at)):
            return self._set_aside(at, numeral.end, rule)
        elif 10 <= numeral.value <= 20 and (end := self._read_year_words(numeral)):
            return self._set_aside(at, end, "year")
        before = low[at - 1 : at]
        if before == "-" and low[at - 2 : at - 1].isalnum():
            # "twenty-one" is read whole; "part-two", "all-one" are names
            left_word = word_before(low, at - 1)
            if left_word not in load_number_cues("number_prefix") and left_word not in load_number_words():
                return self._set_aside(at, numeral.end, "name-with-number")
        return self._add(numeral)

    def _add_half(self, numeral: Numeral) -> int:
        """Such as "an hour and a half", "two years and a half"; the end, or 0."""
        low = self.low
        at = numeral.start
        previous = self.amounts[-1] if self.amounts else None
        if (
            previous is not None
            and previous.aside is None
            and previous.kind == "measure"
            and previous.end == at - 5
            and previous.value == previous.value.to_integral_value()
            and read_unit(self.text, low, numeral.end) is None
        ):
            previous.value += numeral.value
            previous.end = numeral.end
            return numeral.end
        found = _HALF_AFTER_UNIT.search(low, max(0, at - 24), at)
        unit = None if found is None else load_unit_words().get(found["unit"])
        if found is None or unit is None:
            return 0
        amount = Amount(Numeral(found.start(), found.end("article"), 1 + numeral.value, "words"))
        reading = UnitReading(
            found.end("unit"),
            unit.name,
            unit.quality,
            unit.si_factor,
            unit.si_offset,
            unit.si_unit,
            is_compound=False,
        )
        self._take_unit(amount, reading, found.start("unit"))
        amount.end = numeral.end
        if previous is not None and previous.end > amount.start:
            return 0
        self.amounts.append(amount)
        return numeral.end

    def _read_year_words(self, numeral: Numeral) -> int:
        """End of a year said in two halves, "nineteen ninety-five", that begins with `numeral`; or 0."""
        low = self.low
        end = numeral.end
        if low[end : end + 1] not in (" ", "-") or not number_starts().match(low, end + 1):
            return 0
        second = read_number(self.text, low, end + 1) if low[end + 1].isalpha() else None
        if second is None or second.form != "words" or not 10 <= second.value < 100:
            return 0
        return second.end

    def _read_article(self, at: int) -> int:
        """Such as "a gallon", "a dollar": one of a unit; the end, or 0 where "a" is only an article."""
        text, low = self.text, self.low
        article_end = low.index(" ", at)
        if low[article_end + 1 : article_end + 2].isdigit() or not article_units().match(low, at):
            return 0
        before = self.amounts[-1] if self.amounts else None
        if before is not None and before.aside is None and at - before.end <= 1:
            return 0
        numeral = Numeral(at, article_end, Decimal(1), "words")
        amount = Amount(numeral)
        currency = read_currency_after(text, low, article_end)
        if currency is not None:
            self._take_currency_after(amount, currency)
        else:
            unit = read_unit(text, low, article_end)
            if unit is None or unit.quality == "compound":
                return 0
            self._take_unit(amount, unit, article_end + 1)
        following = _LETTERS.match(low, amount.end + 1) if low[amount.end : amount.end + 1] == " " else None
        if (
            following is not None
            and following[0] not in load_noun_phrase_ends()
            and following[0] not in ("forty", "fifty", "twenty")
        ):
            return 0  # "a dollar store", "a mile marker"
        if low[amount.end : amount.end + 1] == "-":
            return 0
        amount.found_by = "one-of-a-unit"
        self.amounts.append(amount)
        return amount.end

    def _is_time_second(self, at: int) -> bool:
        before = word_before(self.low, at - 1) if self.low[at - 1 : at] in (" ", "-") else ""
        return before in ("per", "split", "every", "each")

    def _is_fraction(self, numeral: Numeral, word: str) -> bool:
        """Whether "half", "a third", "a quarter" is a share here rather than an ordinal or a time."""
        low = self.low
        end = numeral.end
        head = word.rsplit(" ", 1)[-1].rsplit("-", 1)[-1]
        before = word_before(low, numeral.start - 1) if low[numeral.start - 1 : numeral.start] == " " else ""
        following = low[end : end + 4]
        if word == "half":
            if before in load_number_cues("half_after"):
                return False
            if following.startswith((" of ", " a ", " an ", " the")):
                return True
            if following[:1] == "-":  # "half-mile", not "half-time"
                return self._noun_follows(end)
            return bool(
                before in load_approximator_ends()
                or following[:1] in ("", ".", ",", "\n", ";", ")")
                or self._noun_follows(end)
            )
        if word.startswith(("a ", "an ")):
            if head == "half":
                return True
            if following.startswith(" of ") or (following[:1] == "-" and self._noun_follows(end)):
                return True
            if before in load_approximator_ends() or before in ("by", "and", "up", "down"):
                return True
            return following[:1] in ("", ".", ",", "\n", ";", ")", ":") and head != "quarter"
        return not (head == "quarters" and before in load_number_cues("quarters_after"))

    def _noun_follows(self, end: int) -> bool:
        """Whether a unit, a scale or a plural noun follows ("half liter", "half people")."""
        found = _LETTERS.match(self.low, end + 1) if self.low[end : end + 1] in (" ", "-") else None
        if found is None:
            return False
        word = found[0]
        return (
            word in load_unit_words()
            or word in ("dozen", "million", "billion", "percent")
            or is_plural_noun(word)
        )

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
            known = load_number_words().get(first)
            if known is None:
                return self._set_aside(start, numeral.end, "fraction-word")
            return self._add(Numeral(start, start + len(first), known.value, "words"))
        if inner.form == "ordinal":
            return self._add_ordinal(inner)
        return self._add(inner)

    def _counts_something(self, end: int) -> bool:
        noun = find_counted_noun(self.text, self.low, end, is_singular=True)
        return noun is not None

    def _add_ordinal(self, numeral: Numeral) -> int:
        """An ordinal, unless it is a day of a date or a century."""
        text, low = self.text, self.low
        left = low[max(0, numeral.start - 24) : numeral.start]
        is_after_month = left.endswith(" ") and word_before(low, numeral.start - 1) in load_month_names()
        if is_after_month or is_day_of_month(text, numeral.start, numeral.end, left):
            return self._set_aside(numeral.start, numeral.end, "date")
        amount = Amount(numeral)
        if (
            numeral.value > 2
            and low.startswith(" of ", numeral.end)
            and (joint := _FRACTION_JOINT.match(low, numeral.end))
        ):
            part = read_unit(text, low, joint.end() - 1)
            value = divide(Decimal(1), numeral.value)
            if (
                part is not None
                and part.quality != "time"
                and value is not None
                and (joint[0] != " of " or low[part.end - 1] != "s")
            ):
                amount.value = amount.mantissa = value
                self._take_unit(amount, part, joint.end())
                amount.found_by = "fraction-of-unit"
                self.amounts.append(amount)
                return amount.end
        amount.kind, amount.found_by = "ordinal", "ordinal"
        self.amounts.append(amount)
        return numeral.end

    def _read_digits(self, at: int) -> int:
        text, low = self.text, self.low
        start = at
        before = text[at - 1 : at]
        if before == "." and not (text[at - 2 : at - 1].isalnum() or text[at - 2 : at - 1] == "."):
            start = at - 1
            before = text[start - 1 : start]
        if before == "_" or (before.isalpha() and before != "µ"):
            currency = read_currency_before(text, low, start)
            if currency is None:
                word = word_before(low, at)
                if (
                    word in ("x", "ca", "c")
                    and len(word) <= 2
                    and not low[at - len(word) - 1 : at - len(word)].isalnum()
                    and word == "ca"
                ):
                    pass
                else:
                    rest = _NAME_REST.match(text, at)
                    return self._set_aside(at, rest.end() if rest else at + 1, "name-with-number")
        elif before in ("-", "–", "‑", "‐") and text[at - 2 : at - 1].isalpha():
            prefix = word_before(low, at - 1)
            if (
                prefix != "in"
                and prefix not in load_number_cues("number_prefix")
                and not self._ends_amount(at - 1)
            ):
                rest = _NAME_REST.match(text, at)
                return self._set_aside(at, rest.end() if rest else at + 1, "name-with-number")
        elif before == "−" and (
            text[at - 2 : at - 1].isalpha()
            or (
                text[at - 2 : at - 1] == " "
                and low[max(0, at - 6) : at - 2].rstrip()[-1:].isalpha()
                and _LONE_EXPONENT.match(text, at)
                and _UNIT_BEFORE.search(low[max(0, at - 8) : at - 1])
            )
        ):
            return self._set_aside(at, self._digits_end(at), "code")
        elif (
            before == "."
            and text[at - 2 : at - 1].isalpha()
            and text[at - 3 : at - 2].isalpha()
            and len(word_before(low, at - 1)) > 3
        ):
            digits_end = self._digits_end(at)
            if text[digits_end : digits_end + 1].isspace():
                return self._set_aside(at, digits_end, "citation")
        elif before == "." and word_before(low, at - 1) + "." in load_numbered_names():
            return self._set_aside(at, self._digits_end(at), "name-with-number")  # "No.1"
        elif before == " " and _SPACED_NAME.search(text, max(0, at - 6), at):
            return self._set_aside(at, self._digits_end(at), "name-with-number")  # "the F - 14 fighter"
        elif (
            before in ("/", "@", "#", "=", "&", "?")
            and text[at - 2 : at - 1].isalnum()
            and self._in_address(at)
        ):
            rest = _NAME_REST.match(text, at)
            return self._set_aside(at, rest.end() if rest else at + 1, "code")
        if (height := _FEET_AND_INCHES.match(text, start)) is not None and before not in ("'", "’"):
            return self._add_height(height)
        if (duration := _DURATION.match(low, start)) is not None:
            return self._add_duration(duration)
        structure = find_structure(text, start)
        if structure is not None:
            rule, end = structure
            is_price = rule in ("year", "clock-time") and read_currency_before(text, low, start) is not None
            if not is_price:
                return self._set_aside(start, end, rule)
        if before and before in "[,; –-":
            closing = self._citation_end(start)
            if closing:
                return self._set_aside(start, self._digits_end(at), "citation")
        numeral = read_number(text, low, start)
        if numeral is None:
            return at + 1
        if not numeral.value.is_finite():
            return self._set_aside(numeral.start, numeral.end, "number-too-large")
        end = numeral.end
        following = text[end : end + 1]
        if following and (following.isalpha() or following == "_") and following != "×":
            return self._read_glued(numeral)
        return self._add(numeral)

    def _add_duration(self, found: re.Match[str]) -> int:
        """Such as "3:25 hours", "1:30:05 hours", "12:30 minutes"."""
        parts = [Decimal(part) for part in found["clock"].split(":")]
        unit = load_units()["hour" if found["unit"][0] == "h" else "minute"]
        with localcontext(EXACT):
            value = parts[0] + parts[1] / 60 + (parts[2] / 3600 if len(parts) > 2 else 0)
        amount = Amount(Numeral(found.start(), found.end("clock"), value, "digits"))
        reading = UnitReading(
            found.end(), unit.name, "time", unit.si_factor, unit.si_offset, unit.si_unit, is_compound=False
        )
        self._take_unit(amount, reading, found.end("clock"))
        amount.found_by = "hours-and-minutes"
        self.amounts.append(amount)
        return amount.end

    def _add_height(self, found: re.Match[str]) -> int:
        """Feet and inches as marks: 5'10"."""
        inches = read_digits(self.text, found.start("inches"))
        assert inches is not None
        with localcontext(EXACT):
            value = Decimal(found["feet"]) + inches.value / 12
        amount = Amount(Numeral(found.start(), found.end("inches"), value, "digits"))
        unit = load_units()["foot"]
        reading = UnitReading(
            found.end(), "foot", "length", unit.si_factor, unit.si_offset, unit.si_unit, is_compound=False
        )
        self._take_unit(amount, reading, found.end("inches"))
        amount.end = found.end()
        amount.found_by = "feet-and-inches"
        self.amounts.append(amount)
        return amount.end

    def _digits_end(self, at: int) -> int:
        """End of the run of digits at `at`."""
        found = _DIGIT_RUN.match(self.text, at)
        return at + 1 if found is None else found.end()

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
        run = self.text[max(0, at - 200) : at].rsplit(maxsplit=1)[-1]
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
        if (
            len(lowered) == 1
            and lowered in "abcde"
            and numeral.is_bare
            and 1900 <= numeral.value <= 2100
            and word == lowered
            and not after.isalnum()
        ):
            return self._set_aside(numeral.start, letters.end(), "year")
        if lowered == "k" and numeral.is_bare and numeral.value == 401:  # the pension plan
            return self._set_aside(numeral.start, letters.end(), "name-with-number")
        if word == "K" and numeral.is_bare and _resolution().match(low, letters.end() - 2):
            return self._set_aside(numeral.start, letters.end(), "name-with-number")
        if lowered == "p" and numeral.is_bare and numeral.value in _VIDEO_LINES and not after.isalnum():
            return self._set_aside(numeral.start, letters.end(), "name-with-number")
        if lowered == "s" and numeral.is_bare and not after.isalnum():
            group = _AGE_GROUP_BEFORE.search(low, max(0, numeral.start - 6), numeral.start)
            if group is not None and numeral.value < 120:
                return self._add_age_group(numeral, letters.end())
            if self._is_number_range_plural(letters.end()):
                amount = self._decade_range(numeral, letters.end())
                if amount is not None:
                    self.amounts.append(amount)
                    return amount.end
            is_century_known = numeral.value >= 1000
            if numeral.value % 10 == 0 and (
                is_century_known or _DECADE_BEFORE.search(low, max(0, numeral.start - 12), numeral.start)
            ):
                return self._set_aside(numeral.start, letters.end(), "decade")
            if 1000 <= numeral.value <= 2100:
                return self._set_aside(numeral.start, letters.end(), "year")
            if numeral.value > 120:  # "two 747s"
                return self._set_aside(numeral.start, letters.end(), "name-with-number")
        return self._add(numeral, glued=True)

    def _add_age_group(self, numeral: Numeral, end: int) -> int:
        """Such as "over-65s", "the under 18s": people by their age."""
        amount = Amount(numeral)
        unit = load_units()["year"]
        reading = UnitReading(
            end, "year", "time", unit.si_factor, unit.si_offset, unit.si_unit, is_compound=False
        )
        self._take_unit(amount, reading, end)
        amount.end = end
        amount.unit_start = amount.unit_end = -1
        amount.found_by = "age"
        self.amounts.append(amount)
        return end

    def _is_number_range_plural(self, end: int) -> bool:
        return bool(_TEMPERATURE_AFTER.match(self.text, end)) or bool(_PERCENT.match(self.low, end))

    def _decade_range(self, numeral: Numeral, end: int) -> Amount | None:
        """Such as "in the 30s°F": from 30 to 39."""
        if numeral.value % 10 or numeral.value > 190:
            return None
        amount = Amount(numeral)
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

    def _add(self, numeral: Numeral, *, glued: bool = False) -> int:
        """Read what stands beside `numeral`, and keep it as an amount or set it aside."""
        text, low = self.text, self.low
        amount = Amount(numeral)
        if numeral.form == "plural":
            amount.indefinite = True
        if numeral.form == "fraction":
            amount.fraction = True
        currency = read_currency_before(text, low, numeral.start)
        if currency is not None and self.amounts and currency.start < self.amounts[-1].end:
            currency = None
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
            amount.unit_reading = UnitReading(
                amount.end, "year", "time", unit.si_factor, unit.si_offset, unit.si_unit, is_compound=False
            )
        elif (
            amount.kind == ""
            and low.endswith("ph ", 0, numeral.start)
            and not low[numeral.start - 4 : numeral.start - 3].isalnum()
        ):
            amount.kind, amount.unit, amount.found_by = "measure", "pH", "unit-before"
            amount.start = numeral.start - 3
            amount.unit_start, amount.unit_end = numeral.start - 3, numeral.start - 1
        if (
            amount.kind in ("", "measure", "multiple")
            and amount.currency is None
            and amount.found_by not in ("age", "unit-before")
        ):
            rule = find_context_rule(text, low, amount)
            if rule is not None:
                amount.aside = rule
                amount.start, amount.end = numeral.start, max(numeral.end, amount.number_end)
        self.amounts.append(amount)
        return amount.end

    def _is_age(self, amount: Amount) -> bool:
        """Whether a bare number is somebody's age: "aged 25", "died at 24", "Jane Doe, 35, said"."""
        low, text = self.low, self.text
        if not 1 <= amount.value <= 120 or amount.value != amount.value.to_integral_value():
            return False
        start, end = amount.start, amount.end
        following = low[end : end + 1]
        left = low[max(0, start - 16) : start]
        if _AGE_BEFORE.search(left):
            return not following.isalpha() and following != "%"
        if amount.form == "words" and left.endswith("at "):
            return False
        if left.endswith("at ") and amount.numeral.is_bare and amount.value >= 10:
            if left.endswith(("died at ", "dead at ", "married at ")):
                return following in ("", " ", ",", ".", ";", "—", "–", ")") and not has_plural_noun(
                    text, low, end
                )
            return bool(_AGE_CLAUSE.match(low, end))
        if (
            left.endswith(("who was ", "who is ", "now ", "who turned ", "who turns ", "he was ", "she was "))
            and amount.numeral.is_bare
        ):
            return following in (".", ",", ";") and not low[end + 1 : end + 2].isdigit()
        if (
            left.endswith(", ")
            and following == ","
            and amount.numeral.is_bare
            and amount.value >= 5
            and start > 4
        ):
            name = text[start - 3]
            word = word_before(low, start - 2)
            if name.isalpha() and len(word) > 1:
                at = start - 2 - len(word)
                before = text[at - 1 : at]
                outer = word_before(low, at - 1)
                first = text[at - 1 - len(outer) : at - len(outer)]
                return (
                    text[at].isupper()
                    and (
                        before in ("", "\n")
                        or text[max(0, at - 2) : at] in (". ", "? ", "! ")
                        or (before == " " and first.isupper())
                    )
                    and low[end + 1 : end + 2] == " "
                    and word not in load_month_names()
                )
        return False

    def _take_sign(self, amount: Amount, currency: CurrencyReading | None) -> None:
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
                elif (
                    before == "–"
                    and outer
                    and outer != "("
                    and amount.form == "digits"
                    and currency is None
                    and text[amount.end : amount.end + 1] != "%"
                    and outer == " "
                    and self._previous_is_number(at - 2)
                ):
                    return
                else:
                    self._negate(amount, at - 1)
            return
        if before == " " and text[at - 2 : at - 1] in ("-", "−") and currency is None:
            outer = text[at - 3 : at - 2]
            if not outer.strip() and not text[max(0, at - 8) : at - 2].strip():
                self._negate(amount, at - 2)
            return
        if before == " " and amount_start >= 6:
            word = word_before(self.low, at - 1)
            if word in ("minus", "negative"):
                outer = self.low[max(0, at - len(word) - 4) : at - len(word) - 1]
                if outer.rstrip().endswith("or"):  # "plus or minus two seconds"
                    return
                if not outer.rstrip()[-1:].isdigit():
                    self._negate(amount, at - 1 - len(word))

    def _previous_is_number(self, end: int) -> bool:
        return bool(self.amounts) and self.amounts[-1].end >= end - 1 and self.amounts[-1].aside is None

    @staticmethod
    def _negate(amount: Amount, start: int) -> None:
        amount.value = -amount.value
        amount.mantissa = -amount.mantissa
        amount.start = start
        amount.number_start = (
            min(amount.number_start, start) if amount.number_start - start <= 9 else amount.number_start
        )

    def _take_currency_before(self, amount: Amount, reading: CurrencyReading) -> None:
        text, low = self.text, self.low
        amount.kind, amount.currency = "money", reading.currency
        amount.unit = reading.currency.code
        amount.start = min(amount.start, reading.start)
        amount.unit_start, amount.unit_end = reading.start, reading.end
        amount.found_by = "currency-before"
        if amount.numeral.is_bare and (cents := _COMMA_CENTS.match(text, amount.end)) is not None:  # "€5,50"
            amount.value = amount.mantissa = amount.value + Decimal(cents[0][1:]) / 100
            amount.end = amount.number_end = cents.end()
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
                        amount.currency = CurrencyWord(
                            better, Decimal(1), assumed=False, before=True, name=_CURRENCY_NAMES[better]
                        )
                        amount.end = after.end("word")
        self._take_minor(amount)
        self.take_per(amount)

    def _take_scale(self, amount: Amount, *, currency: bool = False) -> bool:
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
            if letters not in ("M", "B", "G", "T", "m"):
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
        if letters in (
            "mn",
            "mln",
            "mil",
            "bn",
            "bln",
            "tn",
            "trn",
            "mio",
            "bil",
            "tril",
            "MM",
            "Mn",
            "Bn",
            "Tn",
            "MN",
            "BN",
            "TN",
            "Mln",
            "Bln",
            "Mil",
            "Mio",
            "cr",
            "Cr",
            "CR",
        ):
            return True
        following = _LETTERS.match(text, end + 1) if text[end : end + 1] in (" ", "-", "\u00a0") else None
        word = following[0].lower() if following else ""
        lowered = letters.lower()
        if lowered == "k":
            near = low[max(0, end - 50) : end + 20]
            if (
                letters == "K"
                and not word.endswith("s")
                and ("°" in near or "k)" in near or context_words("heat_context").search(near))
            ):
                return False
            return not spaced
        if letters == "G":
            # "5G" is a network
            return following is None and (spaced or not _NETWORK.search(text, max(0, end - 3), end))
        counts = (
            bool(word)
            and word not in load_noun_phrase_ends()
            and (is_plural_noun(word) or word in load_number_cues("scaled_noun") or self._plural_head(end))
        )
        if letters == "m":
            if not word or (spaced and word not in load_number_cues("counted_after_year")):
                return False
            return counts and word not in load_number_cues("metre_noun")
        if letters == "M":
            return not spaced or counts or (not word and text[end : end + 1] in ("", ".", ",", ")"))
        if lowered == "b":
            if spaced:
                return letters == "B" and counts
            if letters == "b" and (context_words("data_context").search(low, max(0, end - 40), end + 30)):
                return False
            return not (
                letters == "B"
                and context_words("data_context").search(low, max(0, end - 40), end + 30)
                and not counts
            )
        if lowered == "t":
            return letters == "T" and counts
        return False

    def _plural_head(self, end: int) -> bool:
        noun = find_counted_noun(self.text, self.low, end)
        return noun is not None and noun.is_plural

    def _scale(self, amount: Amount, factor: Decimal, end: int) -> None:
        amount.value = amount.value * factor
        amount.has_scale = True
        amount.number_end = amount.end = end

    def _take_right(self, amount: Amount) -> None:
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
        if (
            not (
                following.isalpha()
                or following
                in " \u00a0\u2009\n-%‰°º˚\"'″′×µμ$€£¥￥₹₽₩₺₿₡₾₭₦₱฿₫₴₪₸₼₮₲₵៛৳֏₨¢ர/([{<ΩΩ℃℉٪﹪％+,;≈"
            )
            and not following.isspace()
        ):
            return
        if self._take_percent(amount):
            return
        if amount.form == "ordinal":
            return
        if self._take_age(amount):
            return
        scaled_code = (
            read_scaled_code(text, end)
            if amount.form == "digits" and text[end : end + 1] in " kKMmbB"
            else None
        )
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
            reading = UnitReading(
                gravity.end(),
                "standard_gravity",
                "acceleration",
                factor,
                Decimal(0),
                "meter/second^2",
                is_compound=False,
            )
            self._take_unit(amount, reading, gravity.start("symbol"))
            return
        self._take_scale(amount)
        currency_after = read_currency_after(text, low, amount.end)
        unit: UnitReading | None = None
        if (
            amount.form == "fraction"
            and currency_after is None
            and (joint := _FRACTION_JOINT.match(low, amount.end))
        ):
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
            unit = (
                None
                if amount.number_end != amount.numeral.end and amount.number_end < amount.end
                else read_unit(text, low, amount.end)
            )
        if currency_after is not None and (unit is None or not self._is_mass(amount, currency_after, unit)):
            self._take_currency_after(amount, currency_after)
            return
        if unit is not None and not self._is_no_unit(amount, unit):
            self._take_unit(amount, unit, amount.end)
            is_temperature = amount.kind == "measure" and unit.quality in ("angle", "temperature")
            if is_temperature and low.startswith(" below zero", amount.end):
                amount.value, amount.mantissa = -amount.value, -amount.mantissa
                amount.end += len(" below zero")
        elif unit is None and amount.kind == "" and (adjective := _time_adjective().match(low, amount.end)):
            later = read_unit(text, low, adjective.end() - 1)
            if later is not None and later.quality == "time":
                self._take_unit(amount, later, adjective.end())

    def _is_no_unit(self, amount: Amount, unit: UnitReading) -> bool:
        """Whether the unit word is something else here ("second half", "$5 a foot", "5 in the morning")."""
        low = self.low
        surface = self.text[amount.end : unit.end].strip(" -\u00a0")
        if surface == "second" and _NO_SECOND.match(low, unit.end):
            return True
        if surface == "stone" and amount.value < 4:  # "two stone walls"
            return True
        if surface in ("a", "as", "at"):
            return True
        return surface == "degrees" and low.startswith(" of separation", unit.end)

    def _is_mass(self, amount: Amount, currency: CurrencyReading, unit: UnitReading) -> bool:
        """Whether "pounds" (and the like) weigh rather than cost."""
        surface = self.low[currency.start : currency.end]
        if surface not in ("pound", "pounds"):
            return unit.end > currency.end
        if amount.has_scale and amount.value >= 10**6:
            return False
        context = self.low[max(0, amount.start - 60) : amount.end + 40]
        if self.low[currency.start - 1 : currency.start] == "-" or context_words("weight_context").search(
            context
        ):
            return True
        return not ("£" in context or context_words("money_context").search(context))

    def _take_percent(self, amount: Amount) -> bool:
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
        if found["basis"]:
            unit = "basis_point"
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
        self.take_per(amount)
        return True

    def _take_age(self, amount: Amount) -> bool:
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
        amount.unit_reading = UnitReading(
            found.end(), name, "time", unit.si_factor, unit.si_offset, unit.si_unit, is_compound=False
        )
        amount.unit = name
        amount.unit_start, amount.unit_end = end, found.end()
        amount.found_by = "age"
        return True

    def _take_multiple(self, amount: Amount) -> bool:
        low = self.low
        end = amount.end
        if low[end : end + 1] not in ("x", "×", " ", "-", "f", "\u00a0", "t"):
            return False
        found = _MULTIPLE.match(low, end)
        if found is None:
            return False
        if found["times"]:
            if not _compared_by_times().match(low, found.end()):
                return False
            per = _PER_AFTER.match(low, found.end())
            if per is not None and per["lead"] in (" a ", " an ", " per ", " each ", " every "):
                return False
        if found["sign"] and amount.form != "digits":
            return False
        amount.kind, amount.end, amount.found_by = "multiple", found.end(), "multiple"
        amount.unit_start, amount.unit_end = end, found.end()
        return True

    def _take_currency_after(self, amount: Amount, reading: CurrencyReading) -> None:
        text, low = self.text, self.low
        amount.kind, amount.currency, amount.unit = "money", reading.currency, reading.currency.code
        amount.fraction = False
        amount.unit_start, amount.unit_end = reading.start, reading.end
        amount.end = reading.end
        amount.found_by = "currency-after"
        # "75 USD million"
        scale = _SCALE_WORD_AFTER_CURRENCY.match(low, reading.end)
        if scale is not None and not amount.has_scale:
            word = scale["word"]
            known = load_number_words().get(word)
            amount.value *= load_scales()[word].factor if known is None else known.value
            amount.has_scale = True
            amount.end = scale.end()
        if reading.currency.factor == 1:
            self._take_minor(amount)
        self.take_per(amount)
        if text[amount.start : amount.start + 1] == "":
            amount.start = amount.number_start

    def _take_minor(self, amount: Amount) -> None:
        """Such as "3 dollars 50 cents", "$20 and 43c", "15 dollars and 15": the hundredths of a currency."""
        if amount.has_scale or amount.value != amount.value.to_integral_value() or amount.value < 0:
            return
        low, text = self.low, self.text
        found = _MINOR.match(low, amount.end)
        if found is None:
            return
        at = found.start("number")
        numeral = read_number(text, low, at) if number_starts().match(low, at) else None
        if (
            numeral is None
            or numeral.form not in ("digits", "words")
            or numeral.has_scale
            or not numeral.value.is_finite()  # written with an exponent beyond reason
            or not 0 < numeral.value < 100
        ):
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
            rest = (
                number_starts().match(low, end + 1)
                if low[end : end + 1] == " " and factor == Decimal("0.1")
                else None
            )
            if rest is not None and (tail := read_number(text, low, end + 1)) is not None and tail.value < 10:
                amount.value += tail.value * factor / 10
                end = tail.end
        elif found["dollar"] or amount.unit_end > amount.number_end or found["and"]:
            if _is_unit_like(text, low, numeral.end) or (
                not found["and"] and amount.unit_end <= amount.number_end
            ):
                return
            end, factor = numeral.end, Decimal("0.01")
        else:
            return
        amount.value += numeral.value * factor
        amount.mantissa = amount.value
        amount.end = end
        amount.found_by = "major-and-minor-unit"

    def _take_unit(self, amount: Amount, unit: UnitReading, unit_start: int) -> None:
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
            amount.unit_reading = UnitReading(
                named.end(),
                name,
                "temperature",
                precise.si_factor,
                precise.si_offset,
                precise.si_unit,
                is_compound=False,
            )
            amount.end = amount.unit_end = named.end()
        self.take_per(amount)

    def take_per(self, amount: Amount) -> None:
        """Take what the amount is paid or counted for: "per barrel", "a share", "each day"."""
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
            if is_per and (
                two in load_unit_words()
                or first
                in (
                    "square",
                    "cubic",
                    "metric",
                    "diluted",
                    "common",
                    "ordinary",
                    "million",
                    "fiscal",
                    "calendar",
                )
            ):
                noun = two
            else:
                noun, noun_end = first, found.start("noun") + len(first)
        ends = load_noun_phrase_ends()
        if (
            noun in ends
            or (first in load_number_words() and first not in ("dozen", "quarter", "second"))
            or first in _PLURAL_VALUES
        ):
            return
        if not is_per and first not in load_number_cues("per_noun"):
            return
        if lead in (" each ", " every ") and first not in load_number_cues("per_time"):
            return
        if lead in (" a ", " an ") and _not_a_rate().match(low, noun_end):
            return
        if (
            lead.startswith("/")
            and not is_per
            and first not in load_number_cues("per_noun")
            and noun not in load_unit_words()
        ):
            return
        if (not is_per and first == "second") or (noun == "square" and len(words) == 1):
            return
        noun = {"annum": "year", "diem": "day", "capita": "person", "cent": ""}.get(noun, noun)
        if not noun:
            return
        unit = load_unit_words().get(noun)
        amount.per = unit.name if unit is not None else noun
        amount.end = noun_end


_FIGURE = re.compile(rf"[\d{VULGAR_FRACTIONS}]")


@cache
def number_starts() -> re.Pattern[str]:
    """Where a number may begin, "a" before a scale and plural scales included."""
    return re.compile(rf"{_FIGURE.pattern}|\b{_number_words()}")


@cache
def _word_after_gap() -> re.Pattern[str]:
    """A number in words with the character before it, which lets the engine skip from word to word."""
    return re.compile(rf"\W{_number_words()}")


def _number_words() -> str:
    """Words that a number may begin with."""
    after_article = "hundred thousand million billion trillion dozen half quarter".split()
    after_article += [
        w for w, known in load_number_words().items() if known.role == "ordinal" and known.value > 2
    ]
    after_article += "twenty thirty forty fifty sixty seventy eighty ninety".split()
    after_article += _article_nouns()
    tens, units = glued_words()
    starts = [f"an?[ ](?:{'|'.join(after_article)})"]
    starts += [f"{ten}(?:{units})" for ten in tens.split("|")]
    starts += sorted((w for w in load_number_words() if w != "oh"), key=len, reverse=True)
    starts += ["tens(?= of)", "scores(?= of)", "twice", "thrice"]
    starts += [f"{number}fold" for number in FOLDS.split("|")]
    return rf"{any_of(starts)}(?![^\W_])"


@cache
def context_words(role: str) -> re.Pattern[str]:
    """Any of the cue words of `role`, as a whole word."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(load_number_cues(role)))})(?![^\W_])")


@cache
def _compared_by_times() -> re.Pattern[str]:
    """After "three times": words that make it a ratio, not a count of times."""
    words = "|".join(sorted(load_number_cues("compared_by_times")))
    return re.compile(rf"[ ](?:{words}|[a-z]+er than)(?![^\W_])")


@cache
def _time_adjective() -> re.Pattern[str]:
    """An adjective between a number and a unit of time ("three consecutive weeks")."""
    words = "|".join(sorted(load_number_cues("time_adjective")))
    return re.compile(
        rf"[ -](?:{words}|[a-z]{{3,16}}(?:ed|ive|ing))[ ]"
        r"(?=(?:second|minute|hour|day|week|month|year|decade|century|centuries)s?(?![^\W_]))"
    )


@cache
def _resolution() -> re.Pattern[str]:
    """4K and 8K as the resolution of a screen."""
    words = "|".join(sorted(load_number_cues("resolution_noun")))
    return re.compile(rf"(?<![\d.,])[48]k(?:[ -](?:{words})|$)")


@cache
def _not_a_rate() -> re.Pattern[str]:
    """After "a year": words that make it a time ("a year earlier"), not a rate."""
    words = "|".join(sorted(load_number_cues("not_a_rate")))
    return re.compile(rf"[ ](?:{words}|and a half|or two|or so)(?![^\W_])|-")


@cache
def _article_nouns() -> tuple[str, ...]:
    """Units and currencies before which "a" is a 1."""
    units = [word for word, unit in load_unit_words().items() if unit.article and not word.endswith("s")]
    return (*units, "dollar", "euro", "buck", "penny", "quid", "rupee", "yuan", "shekel", "ruble")


@cache
def article_units() -> re.Pattern[str]:
    """Such as "a gallon", and "a cup" only before "of"."""
    words = load_unit_words()
    free = [word for word in _article_nouns() if word not in words or words[word].article == "y"]
    of = [word for word in _article_nouns() if word in words and words[word].article == "of"]
    return re.compile(rf"an? (?:(?:{'|'.join(free)})(?![^\W_])|(?:{'|'.join(of)}) of )")


def _is_unit_like(text: str, low: str, end: int) -> bool:
    """Whether something counted or measured follows a number."""
    if text[end : end + 1] in "%-/" and text[end : end + 1]:
        return True
    if _PERCENT.match(low, end) or read_unit(text, low, end) is not None:
        return True
    noun = find_counted_noun(text, low, end)
    return (noun is not None and noun.is_plural) or number_starts().match(low, end + 1) is not None
