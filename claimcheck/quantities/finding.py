"""Quantities in English text: numbers with unit, currency or counted noun, bound and approximation.

`find_quantities` reads them; `explain_numerals` accounts for every numeral of a text, also those that are
no quantity. Both work on plain text, with lexicons and light context and without a parser:

1. `amounts.py` finds the numerals, sets aside what is none (years, names), and reads what belongs to each;
2. `joining.py` joins neighbours that are one quantity (ranges, "5 feet 2 inches");
3. `own_nouns.py` finds the counted nouns, `left_bounds.py` and `right_bounds.py` what bounds or blurs;
4. this module builds the records.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Literal

from claimcheck.article import NO_HINTS
from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import (
    load_number_cues,
    load_number_words,
)
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.amounts import AmountReader
from claimcheck.quantities.carried_units import carry_units
from claimcheck.quantities.counted_nouns import (
    NounPhrase,
    find_counted_noun,
    find_of_phrase,
)
from claimcheck.quantities.cue_words import context_words
from claimcheck.quantities.defined_units import with_defined_units
from claimcheck.quantities.even_units import range_of_two_units
from claimcheck.quantities.fraction_kinds import fraction_kind
from claimcheck.quantities.hints import apply_hints, with_english_marks
from claimcheck.quantities.joining import AmountJoiner
from claimcheck.quantities.left_bounds import LeftReader, Trend
from claimcheck.quantities.millions import take_millions
from claimcheck.quantities.number_words import glued_words
from claimcheck.quantities.numbers import lower_evenly
from claimcheck.quantities.numerals import EXACT, VULGAR_FRACTIONS, WHOLE, is_sane
from claimcheck.quantities.own_nouns import NounFinder
from claimcheck.quantities.rates import take_per
from claimcheck.quantities.right_bounds import after_comparator, after_phrase
from claimcheck.quantities.settled_units import with_currency_of_cents, with_scale_of_degrees
from claimcheck.quantities.shared_rates import share_rates

if TYPE_CHECKING:
    from claimcheck.article import NumberHints
    from claimcheck.quantities.amount import Amount
    from claimcheck.quantities.set_aside.names import SetAsideRule
    from claimcheck.quantities.units import UnitReading

QuantityKind = Literal["number", "count", "percent", "money", "measure", "ordinal", "multiple", "score"]
Comparator = Literal["=", "~", "<", "<=", ">", ">="]


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
        quality: what a unit measures: `length`, `time`, `temperature`, `angle` ...; `compound` for products.
        of, of_start, of_end: the counted noun phrase, or the population or property of a percentage.
        per: singular noun of "a share", "per barrel".
        currency_assumed: whether the country of a currency is a guess ("$" as USD).
        currency_name: English singular of the currency as written ("cent", "Australian dollar").
        raw: number or fraction as written, before it was turned into percent (2/3) or into the main currency
            unit (50 cents); equal to `number` elsewhere. None for a range.
        is_fraction: whether a fraction of a whole was written ("two thirds", "one in five").
        is_indefinite: whether the number is a bare scale ("dozens", "millions of").
        is_spread: whether "to" stands in a range; it may be what something rose or fell by and to.
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
    is_spread: bool = False
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


def find_quantities(text: str, hints: NumberHints | None = None) -> list[Quantity]:
    """Every quantity of `text`, in reading order and without overlaps.

    `hints` are what the reader knows of its numbers: a currency for bare signs, the decimal mark, the units.

    >>> [q.text for q in find_quantities("It cost over 422,000 euros, about 23% more.")]
    ['over 422,000 euros', 'about 23%']
    """
    with localcontext(WHOLE):
        if hints is None or hints == NO_HINTS:
            return _Reader(text).read()
        return apply_hints(_Reader(_as_english(text, hints)).read(), text, hints)


def explain_numerals(text: str, hints: NumberHints | None = None) -> list[NumeralAccount]:
    """An account of every numeral of `text`, in reading order; `hints` as for `find_quantities`."""
    with localcontext(WHOLE):
        reader = _Reader(_as_english(text, hints))
        accounts = reader.accounts(reader.read())
    if reader.text == text:
        return accounts
    return [replace(account, text=text[account.start : account.end]) for account in accounts]


def _as_english(text: str, hints: NumberHints | None) -> str:
    """The text as it is read: with English marks in its numbers, all offsets equal."""
    return with_english_marks(text) if hints is not None and hints.decimal == "comma" else text


_HUNDRED = Decimal(100)

_SAYING = re.compile(r" [a-z]{2,}ing [A-Z]")  # "66% saying Go matters"
_DOES_SOMETHING = WordPattern(
    r" [a-z]{3,} (?:<common/article_or_possessor>|<quantities/object>)(?![^\W_])(?! (?:<common/time_span>))"
)
"""What a share of people does to something: "62 percent support it", "79% read the label"."""
_PAST_FORM = re.compile(r"\s+([a-z]{2,}ed)\s")
_TIME_AFTER = re.compile(r" (?:last|this|next) (?:year|quarter|month|week)(?![^\W_])")
_COMPARED_AFTER = re.compile(r"[ ](?:less|fewer|more)[ ](?!than(?![^\W_]))[a-z]")
"""After a share that says by how much: "20% less fuel" is no share of fuel."""
_DIFFERENCE_AFTER = WordPattern(
    r"[ ](?:above|below|over"
    r"|under)[ ](?:the[ ])?(?:[\w–-]+[ ]){0,2}?(?:<quantities/after_difference>)(?![^\W_])"
    r"|[ ](?:<quantities/warmth>)(?![^\W_])",
)
_MID_RANGE = re.compile(r"[ -](?:range|territory|area)(?![^\W_])")
_BOUNDS = frozenset({"<", "<=", ">", ">="})


def _is_sane(quantity: Quantity) -> bool:
    """Whether all numbers of a quantity are of a size that amounts have, whatever multiplied them."""
    values = (
        quantity.number,
        quantity.low,
        quantity.high,
        quantity.tolerance,
        quantity.raw,
        *(quantity.sides or ()),
    )
    return all(value is None or is_sane(value) for value in values)


class _Draft:
    """What is found out of an amount step by step; the rest stays with the amount."""

    def __init__(self, amount: Amount) -> None:
        self.kind = amount.kind
        self.unit = amount.unit
        self.found_by = amount.found_by
        self.value: Decimal | None = amount.value
        self.raw: Decimal | None = amount.value
        self.low = amount.low
        self.high = amount.high
        self.comparator = amount.comparator
        self.noun = amount.noun
        self.start = amount.start
        self.end = amount.end
        self.of_start: int | None = None
        self.of_end: int | None = None
        self.per = amount.per

    def scale(self, factor: Decimal, *, with_range: bool) -> None:
        """Multiply what the record gives; `raw` stays as written."""
        with localcontext(EXACT):
            self.value = None if self.value is None else self.value * factor
            if with_range and self.low is not None and self.high is not None:
                self.low, self.high = self.low * factor, self.high * factor


class _Reader:
    """Quantities and accounts of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = lower_evenly(text)
        self.reader = AmountReader(text, self.low)
        self.left = LeftReader(text, self.low)
        self.amounts: list[Amount] = []

    def read(self) -> list[Quantity]:
        """The quantities of the text."""
        amounts = self.reader.find()
        if not amounts:
            return []
        take_millions(self.text, self.low, amounts)
        self.amounts = AmountJoiner(self.text, self.low).join(amounts)
        carry_units(self.low, self.amounts)
        share_rates(self.low, self.amounts)
        quantities = with_scale_of_degrees(with_currency_of_cents(self.text, self._finish()))
        return with_defined_units(self.text, quantities)

    def _finish(self) -> list[Quantity]:
        quantities: list[Quantity] = []
        floor = 0
        amounts = self.amounts
        nouns = NounFinder(self.text, self.low)
        nouns.find(amounts)
        nouns.set_compound_ordinals_aside(amounts)
        for index, amount in enumerate(amounts):
            if amount.aside is not None:
                floor = max(floor, amount.end)
                continue
            after = index + 1
            noun_end = amount.noun.end if amount.noun is not None else 0
            while after < len(amounts) and amounts[after].aside and amounts[after].start < noun_end:
                after += 1  # "31 first-class matches", "2,048 H800 cards"
            ceiling = amounts[after].start if after < len(amounts) else len(self.text)
            quantity = self._quantity(amount, floor, ceiling)
            if not _is_sane(quantity):
                amount.aside = "number-too-large"
                floor = max(floor, amount.end)
                continue
            bounded = self._merged(quantities[-1], quantity) if quantities else None
            if bounded is not None:
                quantities[-1] = bounded
                floor = bounded.end
                continue
            quantities.append(quantity)
            floor = max(floor, quantity.end)
        return quantities

    def _merged(self, first: Quantity, second: Quantity) -> Quantity | None:
        """The range that two neighbouring amounts are, if they are one."""
        is_mixed = first.kind == second.kind == "measure" and first.unit != second.unit
        if is_mixed:
            return range_of_two_units(self.text, self.low, first, second)
        return self._merge_bounds(first, second)

    def _merge_bounds(self, first: Quantity, second: Quantity) -> Quantity | None:
        """Such as "more than 10 and less than 40" as one range."""
        if first.number is None or second.number is None or second.start - first.end > 6:
            return None
        if (
            first.comparator not in _BOUNDS
            or second.comparator not in _BOUNDS
            or first.comparator[0] == second.comparator[0]
        ):
            return None
        if first.kind not in (second.kind, "number") or (first.of is not None and first.of != second.of):
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

    def _has_inner_plus(self, amount: Amount) -> bool:
        """Whether a plus sign stands between the digits and their scale or unit: "3+ million"."""
        return _INNER_PLUS.match(self.text, amount.number_start, amount.end) is not None

    def _quantity(self, amount: Amount, floor: int, ceiling: int) -> Quantity:
        """The record of an amount, with its noun and what bounds it between `floor` and `ceiling`."""
        text = self.text
        draft = self._draft(amount)
        self._take_noun(draft, amount, ceiling)
        self._take_after(draft, amount, ceiling)
        draft.start, before, trend = self.left.read(amount, draft.start, floor)
        is_blurred_scale = draft.comparator == ">" and amount.indefinite and before != "~"
        if before and (not draft.comparator or is_blurred_scale):
            draft.comparator = before
        self._take_middle_of_ten(draft, amount)
        if amount.has_scale:
            draft.value, draft.raw, draft.low, draft.high = map(
                self._tidy, (draft.value, draft.raw, draft.low, draft.high)
            )
        if draft.low is not None or amount.sides is not None:
            draft.value = draft.raw = None
        reading, currency = amount.unit_reading, amount.currency
        si_value, si_unit = self._in_si_units(draft, amount)
        return Quantity(
            start=draft.start,
            end=draft.end,
            text=text[draft.start : draft.end],
            number_start=amount.number_start,
            number_end=amount.number_end,
            kind=draft.kind,  # type: ignore[arg-type]
            number=draft.value,
            low=draft.low,
            high=draft.high,
            comparator=draft.comparator or "=",  # type: ignore[arg-type]
            unit=draft.unit,
            unit_text=self._unit_text(amount),
            quality=None if reading is None else self._quality(amount, reading),
            of=None if draft.of_start is None else text[draft.of_start : draft.of_end],
            of_start=draft.of_start,
            of_end=draft.of_end,
            per=draft.per,
            currency_assumed=currency is not None and currency.assumed,
            currency_name=None if currency is None else currency.name,
            raw=draft.raw,
            is_fraction=amount.fraction,
            is_indefinite=amount.indefinite,
            is_spread=amount.is_spread,
            is_descending=amount.descending,
            tolerance=amount.tolerance,
            sides=amount.sides,
            si_value=si_value,
            si_unit=si_unit,
            trend=trend,
            found_by=draft.found_by,
        )

    def _unit_text(self, amount: Amount) -> str | None:
        """The unit as it is written."""
        if not amount.unit_end > amount.unit_start >= 0:
            return None
        return self.text[amount.unit_start : amount.unit_end].strip(" \u00a0-\n")

    def _draft(self, amount: Amount) -> _Draft:
        """What an amount is of by itself, and how much in the unit that the record gives."""
        draft = _Draft(amount)
        if amount.kind == "" and amount.fraction:
            draft.kind, draft.unit, draft.found_by = fraction_kind(self.text, self.low, amount)
            if draft.kind == "percent":
                draft.scale(_HUNDRED, with_range=amount.low == amount.value)
        elif amount.kind == "":
            is_count = amount.noun is not None
            draft.kind = "count" if is_count else "number"
            draft.found_by = draft.found_by or ("counted-noun" if is_count else "bare-number")
        elif amount.kind == "percent" and not self._is_middle_of_ten(amount):
            draft.noun = self._percent_of(amount.end)
        elif amount.kind == "money" and amount.currency is not None and amount.currency.factor != 1:
            draft.scale(amount.currency.factor, with_range=True)
        if self._has_inner_plus(amount):
            draft.comparator = draft.comparator or ">="
        elif amount.kind == "measure" and self.low.startswith(" or so ", amount.number_end):
            draft.comparator = draft.comparator or "~"  # "30 or so miles"
        return draft

    def _take_noun(self, draft: _Draft, amount: Amount, ceiling: int) -> None:
        """The noun that is counted, what bounds the number between the two, and what it is counted by."""
        low, noun = self.low, draft.noun
        if noun is None or not (noun.end <= ceiling or draft.kind == "count"):
            return
        draft.of_start, draft.of_end = noun.start, noun.end
        if noun.end <= ceiling and noun.start >= draft.end - 1:
            if (
                low[draft.end : draft.end + 1] in (" ", "-")
                and (between := after_phrase().match(low, draft.end)) is not None
                and between.end() <= noun.start
            ):
                draft.comparator = after_comparator(between["phrase"]) or draft.comparator
            draft.end = max(draft.end, noun.end)
        if draft.kind == "count" and noun.end == draft.end and low[draft.end : draft.end + 1] in (" ", "/"):
            draft.end = self._take_count_per(amount, draft.end, ceiling)
            draft.per = amount.per

    def _take_after(self, draft: _Draft, amount: Amount, ceiling: int) -> None:
        """What bounds or blurs from behind: "or more", "+", "-odd"."""
        text, low, end = self.text, self.low, draft.end
        after = (
            after_phrase().match(low, end) if low[end : end + 1] in (" ", "+", "-", "i", "\u00a0") else None
        )
        if after is None and draft.noun is not None and low[amount.end : amount.end + 1] in ("+", "-", " "):
            inner = after_phrase().match(low, amount.end)
            if inner is not None:
                draft.comparator = after_comparator(inner["phrase"]) or draft.comparator
        elif after is not None and after.end() <= ceiling and not self._is_conjunction(after, amount):
            found = after_comparator(after["phrase"])
            if found and not (after["phrase"] == "+" and text[after.end() : after.end() + 1].isdigit()):
                draft.comparator = found
                draft.end = after.end()
        if amount.indefinite and not draft.comparator:
            draft.comparator = ">"

    def _is_middle_of_ten(self, amount: Amount) -> bool:
        """Whether a percentage is the middle of ten: "the mid-20% range"."""
        return amount.kind == "percent" and self.low.endswith("mid-", 0, amount.start)

    def _take_middle_of_ten(self, draft: _Draft, amount: Amount) -> None:
        mid = _MID_RANGE.match(self.low, draft.end) if self._is_middle_of_ten(amount) else None
        if mid is None:
            return
        draft.start = min(draft.start, amount.start - len("mid-"))
        draft.end = mid.end()
        if draft.value is not None and draft.value % 10 == 0:
            draft.value += 5
            draft.raw = draft.value
        draft.comparator = draft.comparator or "~"
        draft.found_by = "middle-of-ten"

    def _in_si_units(self, draft: _Draft, amount: Amount) -> tuple[Decimal | None, str | None]:
        """A single measurement in SI base units, and their name; None where the size is not sane."""
        reading = amount.unit_reading
        if draft.kind != "measure" or draft.value is None or reading is None or reading.si_factor is None:
            return None, None
        if self._is_no_point_of_a_scale(amount, reading, draft.end):
            return None, None
        with localcontext(EXACT):
            value = draft.value * reading.si_factor + reading.si_offset
        return (value, reading.si_unit) if is_sane(value) else (None, None)

    def _take_count_per(self, amount: Amount, end: int, ceiling: int) -> int:
        """Such as "78,000 times a minute", "15.3 points per game"; the new end."""
        kept = amount.end
        amount.end = end
        take_per(self.low, amount)
        per_end, amount.end = amount.end, kept
        if per_end > ceiling:
            amount.per = None
            return end
        return per_end

    @staticmethod
    def _tidy(value: Decimal | None) -> Decimal | None:
        """A scaled number without the decimals of its mantissa: 1.5B is 1500000000."""
        return value if value is None or value != value.to_integral_value() else Decimal(int(value))

    def _quality(self, amount: Amount, reading: UnitReading) -> str:
        """What the unit measures; degrees are an angle or a temperature by what stands around."""
        if reading.name != "degree" or amount.has_minutes:
            return reading.quality
        context = self.low[max(0, amount.start - 60) : amount.end + 40]
        return (
            "angle"
            if context_words("angle_context").search(context)
            else "temperature"
            if context_words("heat_context").search(context)
            else "angle"
        )

    def _is_no_point_of_a_scale(self, amount: Amount, reading: UnitReading, end: int) -> bool:
        """Whether degrees say no temperature of which kelvins are known: "8 degrees", "2°C above normal"."""
        if reading.name == "degree":
            return self._quality(amount, reading) == "temperature"
        return reading.quality == "temperature" and _DIFFERENCE_AFTER.match(self.low, end) is not None

    def _percent_of(self, end: int) -> NounPhrase | None:
        """The population or property of a percentage: "of the users", "accuracy"."""
        text, low = self.text, self.low
        if low.startswith((" of ", "\nof "), end):
            return find_of_phrase(text, low, end)
        if low[end : end + 1] != " " or not low[end + 1 : end + 2].isalpha():
            return None
        if _TIME_AFTER.match(low, end) or self._is_deed(low, end) or _COMPARED_AFTER.match(low, end):
            return None
        if _SAYING.match(text, end) or _DOES_SOMETHING.match(low, end):
            return None
        return find_counted_noun(text, low, end)

    @staticmethod
    def _is_deed(low: str, end: int) -> bool:
        """Whether the word after a percentage says what that share did: "31% backed closure"."""
        word = _PAST_FORM.match(low, end)
        return word is not None and word[1] not in load_number_cues("participle_before_noun")

    def _is_conjunction(self, after: re.Match[str], amount: Amount) -> bool:
        """Whether "plus" joins what follows: "12 sessions plus usual care"; not "a $16m-plus debut"."""
        return (
            after["phrase"].strip(" ") == "plus"
            and (amount.noun is not None or bool(amount.kind))
            and self.low[after.end() : after.end() + 1] == " "
        )

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
            aside = (
                spans[aside_index] if aside_index < len(spans) and spans[aside_index][0] <= start else None
            )
            if aside is not None:
                accounts.append(NumeralAccount(start, end, text[start:end], None, aside[2]))
            elif inside:
                accounts.append(NumeralAccount(start, end, text[start:end], quantity_index, None))
            else:
                raise AssertionError(text[max(0, start - 30) : end + 30])
        return accounts


_INNER_PLUS = re.compile(r"[\d.,]+\+[ \u00a0%-]\S|[\d.,]+\+(?:%|[bmtkMBKT])")


@per_lexicon
def _numeral_words() -> re.Pattern[str]:
    words = sorted((w for w in load_number_words() if w != "oh"), key=len, reverse=True)
    tens, units = glued_words()
    either = "|".join((*words, "twice", "thrice", f"(?:{tens})(?:{units})"))
    return re.compile(rf"\d+(?:[.,]\d+)*|[{VULGAR_FRACTIONS}]|\b(?:{either})(?![^\W_])")
