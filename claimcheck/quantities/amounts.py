"""Amounts: numerals with what stands right beside them and belongs to them.

`AmountReader` goes through a text once. Each numeral is read (`numbers.py`) and is set aside by a named rule
(`set_aside/`), or becomes an `Amount` with its sign, scale, percent, currency or unit (`right_side.py`,
`prices.py`). Neighbours are joined later (`joining.py`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import (
    load_month_names,
    load_noun_phrase_ends,
    load_number_cues,
    load_number_words,
    load_unit_words,
    load_units,
)
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.notation.law_citations import find_law_citation
from claimcheck.quantities.ages import AGE_GROUP_BEFORE
from claimcheck.quantities.amount import Amount
from claimcheck.quantities.blank_groups import join_blank_group
from claimcheck.quantities.bracketed import read_bracketed
from claimcheck.quantities.counted_nouns import word_before
from claimcheck.quantities.fractions import is_fraction, is_time_second
from claimcheck.quantities.marked_sizes import read_arc, read_clock_length, read_height
from claimcheck.quantities.measures import decade_range, take_unit
from claimcheck.quantities.money import read_currency_after, read_currency_before
from claimcheck.quantities.multiples import DOUBLES, read_double, read_multiple_word
from claimcheck.quantities.number_starts import (
    FIGURE,
    PLURAL_SCALES,
    PLURAL_VALUES,
    article_units,
    number_starts,
    word_after_gap,
)
from claimcheck.quantities.numbers import read_number
from claimcheck.quantities.numerals import Numeral, divide
from claimcheck.quantities.prices import take_currency_after, take_currency_before
from claimcheck.quantities.right_side import FRACTION_JOINT, take_right_side
from claimcheck.quantities.set_aside.context import find_context_rule
from claimcheck.quantities.set_aside.days import is_day_of_month
from claimcheck.quantities.set_aside.digits import (
    digits_end,
    find_broken_number,
    find_rule_before_digits,
    is_citation,
    is_in_web_address,
    name_end,
)
from claimcheck.quantities.set_aside.glued import find_glued_rule, find_plural_rule
from claimcheck.quantities.set_aside.ones import find_one_rule
from claimcheck.quantities.set_aside.structures import find_structure
from claimcheck.quantities.set_aside.titles import end_of_title
from claimcheck.quantities.set_aside.years import is_year_of_money
from claimcheck.quantities.short_times import read_short_time
from claimcheck.quantities.signs import take_sign
from claimcheck.quantities.units import read_unit, unit_reading
from claimcheck.quantities.units_before import take_implied_unit

if TYPE_CHECKING:
    from claimcheck.quantities.set_aside.names import SetAsideRule

_LETTERS = re.compile(r"[^\W\d_]+")
_PLURAL_MODELS = re.compile(r"\d{3}-\d{1,3}(?:ER|LR|F|X)?s(?![^\W_])")  # "two 757-200s"
_FORMULA = re.compile(r"\$[\d.,]+\$(?![\d.]*\d)")
_OF_ANOTHER = re.compile(r" [a-z]")
"""Behind a fraction that has a noun of its own."""
_OLD_COINS = re.compile(r"\d{1,2}s\.?[ ]\d{1,2}½?d(?![^\W_])")  # "7s 6d", shillings and pence
_HALF_AFTER_UNIT = re.compile(
    r"(?<![^\W_])(?P<article>an?|one"
    r"|(?:past|last|next|first|final)(?=[ ](?:hour|day|week|month|year|decade|century)[ ]))(?<!than last)"
    r"[ ](?P<unit>[a-z]{3,12})[ ]and[ ]$"
)
_PATENT_KIND = re.compile(r" [ABUS]\d(?![^\W_])")  # "US 9,876,543 B2"
_LEAST_PATENT = 10_000
_ELEVEN = 11  # "11th", so that "11st" is a weight in stones
_SEVERAL = re.compile(r"\b(?:several|few|couple|couple of|many) $")
_SCALE_SAID = WordPattern(r"\($|\(in $|(?<![^\W_])(?:<quantities/scale_said>)(?: are)? in $")
# "(000s)", "in $000": a scale, no amount
_ZEROS = re.compile(r"(?:000s|(?<=[$€£¥₹('’])000)(?![^\W_]|[.,]\d)")
_PART_OF_TEN = re.compile(r"(?<![^\W_])(?:low|lower|upper|high)[ -]$")
_RANGE_AFTER = re.compile(r"[ -](?:range|area|territory)(?![^\W_])")
_SCALE_NAME = re.compile(r"-(?:scale|selling|plus|strong|year-old|fold-?)(?![^\W_])")
_ZERO_NAME = WordPattern(r" shot(?![^\W_])|-(?:<quantities/zero_name>)")
_NIL_OF_CODE = WordPattern(r"[ -](?:<quantities/nil_of_code>)(?![^\W_])")
_VULGAR = frozenset("½¼¾⅓⅔⅛⅜⅝⅞")
_BARE_SCALES = WordSet("quantities/bare_scale")


def _is_other_scores(low: str, plural: re.Match[str]) -> bool:
    """Whether "scores" is music or points: "the scores of two symphonies", "eight scores of more than 50"."""
    if plural["first"] != "scores" or not low.startswith(" of ", plural.end()):
        return plural["first"] == "scores"
    of = plural.end() + len(" of ")
    return number_starts().match(low, of) is not None or _BEFORE_POINTS.match(low, of) is not None


_BEFORE_POINTS = WordPattern(r"(?:the|a|<quantities/bounding_points>) ")
_ROUND = WordSet("quantities/round")
_TENS = WordSet("quantities/ten_of_a_price")
_MARKED = re.compile(r"\d{1,3}[ ]?['’′°º˚:hm]")
"""What each of `_COMPOUNDS` begins with."""
_COMPOUNDS = (read_height, read_arc, read_clock_length, read_short_time)


class AmountReader:
    """Reads the amounts of one text; `low` is the text in lower case with equal offsets."""

    def __init__(self, text: str, low: str) -> None:
        self.text = text
        self.low = low
        self.amounts: list[Amount] = []

    def find(self) -> list[Amount]:
        """Every numeral of the text as an amount, set aside or not, in reading order."""
        text, low = self.text, self.low
        next_figure, next_word = FIGURE.search, word_after_gap().search
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
        return self._keep(amount)

    def _keep(self, amount: Amount, end: int | None = None) -> int:
        self.amounts.append(amount)
        return amount.end if end is None else end

    def _read_word(self, at: int, found_end: int) -> int:
        text, low = self.text, self.low
        if not (
            text[at + 1 : found_end].islower() or text[at:found_end].isupper() or " " in text[at:found_end]
        ):
            return self._set_aside(at, found_end, "name-with-number")  # "SeVen"
        if (end := self._read_multiple(at, found_end)) or (end := self._read_plural_scale(at)):
            return end
        has_article = low.startswith(("a ", "an "), at)
        if has_article and (end := self._read_article(at)):
            return end
        numeral = read_number(text, low, at)
        if numeral is not None:
            return self._read_words(numeral)
        if has_article and not low.startswith("scores", at):
            return at + 1
        if not low.startswith("scores", at):
            is_part = low[at:found_end] in ("half", "quarter")
            self._set_aside(at, found_end, "fraction-word" if is_part else "time-word")
        return found_end

    def _read_multiple(self, at: int, found_end: int) -> int:
        """Such as "double", "tenfold"; the end, or 0 where the word is none."""
        low = self.low
        if low[found_end - 1] == "e" and low[at:found_end] in DOUBLES:
            doubled = read_double(low, at)
            return found_end if doubled is None else self._keep(doubled)
        multiple = read_multiple_word(low, at) if low[found_end - 1] in "de" else None
        return 0 if multiple is None else self._keep(multiple)

    def _read_plural_scale(self, at: int) -> int:
        """Such as "thousands", "dozens of millions"; the end, or 0 where the word is none."""
        low = self.low
        plural = PLURAL_SCALES.match(low, at)
        if plural is None or _is_other_scores(low, plural):
            return 0
        if low[max(0, at - 4) : at].rstrip()[-1:].isdigit():
            return 0
        value = Decimal(PLURAL_VALUES[plural["first"]])
        if plural["second"]:
            value *= PLURAL_VALUES[plural["second"]]
        return self._add(Numeral(at, plural.end(), value, "plural", Decimal(1), has_scale=True))

    def _read_words(self, numeral: Numeral) -> int:
        """A number in words: an amount, or a word of something else."""
        at, low = numeral.start, self.low
        word = low[at : numeral.end]
        if numeral.form in ("words", "plural") and word.split(" ", 1)[0] in _ROUND and at > 4:
            quantifier = _SEVERAL.search(low, max(0, at - 16), at)
            if quantifier is not None:
                return self._add(
                    Numeral(at, numeral.end, numeral.value, "plural", Decimal(1), has_scale=True)
                )
        if numeral.has_scale and _SCALE_NAME.match(low, numeral.end):
            return self._set_aside(at, numeral.end, "name-with-number")  # "billion-scale search"
        if numeral.form == "fraction":
            if low.endswith(" and ", 0, at) and (end := self._add_half(numeral)):
                return end
            if not is_fraction(low, numeral, word):
                return self._not_a_fraction(numeral, word)
        elif numeral.form == "ordinal":
            if word == "second" and is_time_second(low, at):
                return self._set_aside(at, numeral.end, "time-word")
            return self._add_ordinal(numeral)
        elif rule := self._rule_of_word(numeral, word):
            return self._set_aside(at, numeral.end, rule)
        elif 10 <= numeral.value <= 20 and (end := self._read_year_words(numeral)):
            return self._set_aside(at, end, "year")
        if low[at - 1 : at] == "-" and low[at - 2 : at - 1].isalnum():
            # "twenty-one" is read whole; "part-two", "all-one" are names
            left_word = word_before(low, at - 1)
            if left_word not in load_number_cues("number_prefix") and left_word not in load_number_words():
                return self._set_aside(at, numeral.end, "name-with-number")
        return self._add(numeral)

    def _rule_of_word(self, numeral: Numeral, word: str) -> SetAsideRule | None:
        """The rule that sets "nil", "zero" or "one" aside, if one does."""
        if word == "nil" and _NIL_OF_CODE.match(self.low, numeral.end):
            return "code"  # "the nil check fails"
        if word == "zero" and _ZERO_NAME.match(self.low, numeral.end):
            return "name-with-number"
        return find_one_rule(self.text, self.low, numeral.start) if word == "one" else None

    def _add_half(self, numeral: Numeral) -> int:
        """Such as "an hour and a half", "two years and a half"; the end, or 0."""
        text, low = self.text, self.low
        at = numeral.start
        if _OF_ANOTHER.match(low, numeral.end) and not low.endswith(("half", "quarter"), at, numeral.end):
            return 0  # "2 million tonnes and a third of the market"
        previous = self.amounts[-1] if self.amounts else None
        if (
            previous is not None
            and previous.aside is None
            and previous.kind == "measure"
            and previous.end == at - 5
            and previous.value == previous.value.to_integral_value()
            and read_unit(text, low, numeral.end) is None
        ):
            previous.value += numeral.value
            previous.end = numeral.end
            return numeral.end
        found = _HALF_AFTER_UNIT.search(low, max(0, at - 24), at)
        unit = None if found is None else load_unit_words().get(found["unit"])
        if found is None or unit is None:
            return 0
        amount = Amount(Numeral(found.start(), found.end("article"), 1 + numeral.value, "words"))
        reading = unit_reading(unit, found.end("unit"))
        take_unit(text, low, amount, reading, found.start("unit"))
        amount.end = numeral.end
        if previous is not None and previous.end > amount.start:
            return 0
        return self._keep(amount, numeral.end)

    def _read_year_words(self, numeral: Numeral) -> int:
        """End of a year said in two halves, "nineteen ninety-five", that begins with `numeral`; or 0."""
        text, low = self.text, self.low
        end = numeral.end
        if low[end : end + 1] not in (" ", "-") or not number_starts().match(low, end + 1):
            return 0
        second = read_number(text, low, end + 1) if low[end + 1].isalpha() else None
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
            if currency.currency.assumed and currency.currency.code == "GBP":
                return 0  # "without a penny", which is of any country
            take_currency_after(text, low, amount, currency)
        else:
            unit = read_unit(text, low, article_end)
            if unit is None or unit.quality == "compound":
                return 0
            take_unit(text, low, amount, unit, article_end + 1)
        following = _LETTERS.match(low, amount.end + 1) if low[amount.end : amount.end + 1] == " " else None
        if (
            following is not None
            and following[0] not in load_noun_phrase_ends()
            and following[0] not in _TENS
        ):
            return 0  # "a dollar store", "a mile marker"
        if low[amount.end : amount.end + 1] == "-":
            return 0
        amount.found_by = "one-of-a-unit"
        return self._keep(amount)

    def _not_a_fraction(self, numeral: Numeral, word: str) -> int:
        text, low = self.text, self.low
        start = numeral.start
        if word.startswith(("a ", "an ")):
            start += word.index(" ") + 1
        rest = low[start : numeral.end]
        if rest in ("half", "quarter"):
            return self._set_aside(start, numeral.end, "fraction-word")
        inner = read_number(text, low, start)
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
            and (joint := FRACTION_JOINT.match(low, numeral.end))
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
                take_unit(text, low, amount, part, joint.end())
                amount.found_by = "fraction-of-unit"
                return self._keep(amount)
        amount.kind, amount.found_by = "ordinal", "ordinal"
        return self._keep(amount, numeral.end)

    def _read_digits(self, at: int) -> int:
        text, low = self.text, self.low
        start = at
        before = text[at - 1 : at]
        if before == "." and not (text[at - 2 : at - 1].isalnum() or text[at - 2 : at - 1] == "."):
            start = at - 1
            before = text[start - 1 : start]
        follows_name = bool(self.amounts) and self.amounts[-1].end == at - 1 and self._previous_is_name()
        if "://" in text and is_in_web_address(text, at):
            return self._set_aside(at, name_end(text, at), "code")
        if (models := _PLURAL_MODELS.match(text, start)) is not None:
            return self._set_aside(start, models.end(), "name-with-number")
        if (coins := _OLD_COINS.match(text, start)) is not None:
            return self._set_aside(start, coins.end(), "name-with-number")
        touching = find_rule_before_digits(
            text, low, at, start, follows_amount=self._ends_amount(at - 1), follows_name=follows_name
        )
        if touching is not None:
            rule, end = touching
            return self._set_aside(at, end, rule)
        if end := self._read_compound(start) or self._set_structure_aside(at, start):
            return end
        numeral = read_number(text, low, start)
        if numeral is None:
            return at + 1
        if not numeral.value.is_finite():
            return self._set_aside(numeral.start, numeral.end, "number-too-large")
        numeral = join_blank_group(text, low, numeral) or numeral
        end = numeral.end
        if (patent := _PATENT_KIND.match(text, end)) is not None and numeral.value >= _LEAST_PATENT:
            return self._set_aside(numeral.start, patent.end(), "name-with-number")
        following = text[end : end + 1]
        is_mail = not following.isspace() and text.find("@", end, end + 64) > 0
        is_broken = following in "%[⁰¹²³⁴⁵⁶⁷⁸⁹" or "⁄" in text[max(0, start - 2) : end + 2]
        if following and (is_mail or is_broken or text.startswith((",[", ".["), end)):
            broken = find_broken_number(text, numeral.start, end)
            if broken is not None:
                return self._set_aside(numeral.start, *broken)
        if following and (following.isalpha() or following == "_") and following != "×":
            return self._read_glued(numeral)
        return self._add(numeral)

    def _read_compound(self, start: int) -> int:
        """An amount of several numbers: a height, an angle, a duration, a loss in brackets; the end, or 0."""
        text, low = self.text, self.low
        for read in _COMPOUNDS if _MARKED.match(low, start) else ():
            if (amount := read(text, low, start)) is not None:
                return self._keep(amount)
        if text[start - 1 : start] == "(" and (loss := read_bracketed(text, low, start)) is not None:
            return self._keep(loss)
        return 0

    def _set_structure_aside(self, at: int, start: int) -> int:
        """Set digits aside that are part of a code, a citation, a date or a time; the end, or 0.

        `start` is that of a decimal point before the digits at `at`.
        """
        text, low = self.text, self.low
        before = text[start - 1 : start]
        if low[at] == "0" and (zeros := _ZEROS.match(low, at)) is not None:
            return self._set_aside(at, zeros.end(), "code")
        if citation := find_law_citation(text, start):
            return self._set_aside(start, citation, "law-citation")
        if before == "+" and text[at - 2 : at - 1] == "[" and low.startswith(" chars]", digits_end(text, at)):
            return self._set_aside(at, digits_end(text, at), "truncation-mark")
        structure = find_structure(text, start)
        if structure is not None and not (
            structure.is_like_price and read_currency_before(text, low, start) is not None
        ):
            return self._set_aside(start, structure.end, structure.rule)
        if is_citation(text, start):
            return self._set_aside(start, digits_end(text, at), "citation")
        return 0

    def _previous_is_name(self) -> bool:
        return self.amounts[-1].aside in ("name-with-number", "model-name")

    def _ends_amount(self, end: int) -> bool:
        """Whether an amount was read right up to `end` ("5km-10km")."""
        return bool(self.amounts) and self.amounts[-1].aside is None and self.amounts[-1].end == end

    def _read_glued(self, numeral: Numeral) -> int:
        """A number with letters glued to it: "1.5B", "10x", "30km", "21st", "1980s", "777F"."""
        text, low = self.text, self.low
        end = numeral.end
        letters = _LETTERS.match(text, end)
        assert letters is not None or text[end] == "_"
        if letters is None:
            return self._set_aside(numeral.start, name_end(text, end), "name-with-number")
        lowered = letters[0].lower()
        after = text[letters.end() : letters.end() + 1]
        is_stone = lowered == "st" and (numeral.value % 10 != 1 or numeral.value % 100 == _ELEVEN)
        if (
            lowered in ("st", "nd", "rd", "th")
            and not is_stone
            and numeral.is_bare
            and not (after.isdigit() or after == "_")
        ):
            ordinal = Numeral(numeral.start, letters.end(), numeral.value, "ordinal")
            return self._add_ordinal(ordinal)
        if rule := find_glued_rule(text, low, numeral, letters):
            return self._set_aside(numeral.start, letters.end(), rule)
        if lowered == "s" and numeral.is_bare and not after.isalnum():
            return self._read_plural_digits(numeral, letters.end())
        return self._add(numeral, glued=True)

    def _read_plural_digits(self, numeral: Numeral, end: int) -> int:
        """Such as "over-65s", "in the 30s°F", "the 1980s", "two 747s"."""
        text, low = self.text, self.low
        group = AGE_GROUP_BEFORE.search(low, max(0, numeral.start - 6), numeral.start)
        if group is not None and numeral.value < 120:
            return self._add_age_group(numeral, end)
        amount = decade_range(text, low, numeral, end)
        if amount is not None:
            return self._keep(amount)
        if rule := find_plural_rule(low, numeral):
            return self._set_aside(numeral.start, end, rule)
        return self._add(numeral, glued=True)

    def _add_age_group(self, numeral: Numeral, end: int) -> int:
        """Such as "over-65s", "the under 18s": people by their age."""
        text, low = self.text, self.low
        amount = Amount(numeral)
        unit = load_units()["year"]
        reading = unit_reading(unit, end)
        take_unit(text, low, amount, reading, end)
        amount.end = end
        amount.unit_start = amount.unit_end = -1
        amount.found_by, amount.is_age = "age", True
        return self._keep(amount, end)

    def _add(self, numeral: Numeral, *, glued: bool = False) -> int:
        """Read what stands beside `numeral`, and keep it as an amount or set it aside."""
        text, low = self.text, self.low
        if (end := end_of_title(text, numeral)) > 0:
            return self._set_aside(numeral.start, end, "name-with-number")
        amount = Amount(numeral)
        amount.indefinite = numeral.form == "plural"
        if numeral.form == "fraction":
            self._take_fraction(amount)
        currency = read_currency_before(text, low, numeral.start)
        if currency is not None and self.amounts and currency.start < self.amounts[-1].end:
            currency = None
        if currency is not None and _FORMULA.match(text, currency.start):
            return self._set_aside(numeral.start, numeral.end, "code")  # "a temperature of $0.6$"
        take_sign(text, low, amount, currency, follows_number=self._previous_is_number(numeral.start - 2))
        if currency is None:
            take_right_side(text, low, amount)
        elif low[numeral.start : numeral.end] in _BARE_SCALES:
            # "tonnes per £ million", "in $ billion", "Sales (€ million)"
            return self._set_aside(numeral.start, numeral.end, "rate-base")
        else:
            take_currency_before(text, low, amount, currency)
        if self._is_scale_said(amount):
            return self._set_aside(numeral.start, amount.end, "rate-base")  # "(in millions of euros)"
        if is_year_of_money(low, amount):
            return self._set_aside(numeral.start, amount.end, "year")
        if self._is_upper_part(amount):
            return self._set_aside(numeral.start, amount.end, "part-of-ten")  # "in the upper 40% range"
        if amount.kind == "" and glued and amount.end == numeral.end:
            end = max(name_end(text, numeral.start), numeral.end)
            return self._set_aside(numeral.start, end, "name-with-number")
        is_told = amount.kind == "" and take_implied_unit(text, low, amount)
        is_open = amount.kind in ("", "measure", "multiple") and amount.currency is None
        if is_open and not (is_told or amount.is_age):
            rule = find_context_rule(text, low, amount)
            if rule is not None:
                amount.aside = rule
                amount.start, amount.end = numeral.start, max(numeral.end, amount.number_end)
        return self._keep(amount)

    def _take_fraction(self, amount: Amount) -> None:
        """Mark a part of something ("½ of it", not "5½ points"), with the article of "nearly a 1/5th"."""
        numeral, low = amount.numeral, self.low
        amount.fraction = numeral.value <= 1 or self.text[numeral.end - 1] not in _VULGAR
        is_ordinal = low[numeral.start].isdigit() and low[numeral.end - 1].isalpha()
        if is_ordinal and low.endswith(" a ", 0, numeral.start):
            amount.start = numeral.start - 2

    def _is_scale_said(self, amount: Amount) -> bool:
        """Whether a bare scale with a unit only tells in what figures are given: "(in millions of euros)"."""
        numeral, low = amount.numeral, self.low
        if amount.kind not in ("money", "measure"):
            return False
        if numeral.form != "plural" and low[numeral.start : numeral.end] not in _BARE_SCALES:
            return False
        before = _SCALE_SAID.search(low, max(0, amount.start - 24), amount.start)
        return before is not None and (before[0] != "(" or low[amount.end : amount.end + 1] == ")")

    def _is_upper_part(self, amount: Amount) -> bool:
        """Whether a percentage names ten of them, with a word for their part: "in the upper 40% range"."""
        numeral, low = amount.numeral, self.low
        if amount.kind != "percent" or numeral.value % 10 != 0 or not _RANGE_AFTER.match(low, amount.end):
            return False
        return _PART_OF_TEN.search(low, max(0, numeral.start - 8), numeral.start) is not None

    def _previous_is_number(self, end: int) -> bool:
        return bool(self.amounts) and self.amounts[-1].end >= end - 1 and self.amounts[-1].aside is None
