"""Quantities in English text: numbers with unit, currency or counted noun, bound and approximation.

`find_quantities` reads them; `explain_numerals` accounts for every numeral of a text, also those that are
no quantity. Both work on plain text, with lexicons and light context and without a parser:

1. `amounts.py` finds the numerals, sets aside what is none (years, names), and reads what belongs to each;
2. `joining.py` joins neighbours that are one quantity (ranges, "5 feet 2 inches");
3. this module finds the counted noun and the words that bound or blur, and builds the records.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from claimcheck.article import NO_HINTS
from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import (
    load_comparators,
    load_noun_phrase_ends,
    load_number_cues,
    load_number_words,
)
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.amounts import AmountReader
from claimcheck.quantities.counted_nouns import (
    NounPhrase,
    find_counted_noun,
    find_noun_phrase,
    find_of_phrase,
    with_of_phrase,
)
from claimcheck.quantities.cue_words import context_words
from claimcheck.quantities.defined_units import with_defined_units
from claimcheck.quantities.fractions import MANY_DID
from claimcheck.quantities.hints import apply_hints, with_english_marks
from claimcheck.quantities.joining import AmountJoiner
from claimcheck.quantities.left_bounds import LeftReader, Trend
from claimcheck.quantities.millions import take_millions
from claimcheck.quantities.number_words import glued_words
from claimcheck.quantities.numbers import lower_evenly
from claimcheck.quantities.numerals import EXACT, VULGAR_FRACTIONS, WHOLE, is_sane
from claimcheck.quantities.rates import take_per

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


_CENT_CURRENCIES = frozenset({"AUD", "CAD", "EUR", "HKD", "NZD", "SGD", "USD", "ZAR"})


_DEGREE_SCALES = frozenset({"degree_celsius", "degree_fahrenheit"})
_CONVERTED = len(" or (")
_HUNDRED = Decimal(100)
_NEAR_SCALE = 300  # characters: within the paragraph, as a rule


def _with_scale_of_degrees(quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with bare degrees of heat on the scale that is named nearest to them."""
    named = [q for q in quantities if q.unit in _DEGREE_SCALES]
    for first, second in pairwise(named[:]):
        if second.start - first.end <= _CONVERTED and second.unit != first.unit:
            named.remove(second)  # "at 180 °C (350 °F)" goes on in Celsius
    if not named:
        return quantities
    return [_on_scale(q, named) if q.unit == "degree" else q for q in quantities]


def _on_scale(quantity: Quantity, named: list[Quantity]) -> Quantity:
    nearest = min(named, key=lambda other: abs(other.start - quantity.start))
    is_near = abs(nearest.start - quantity.start) <= _NEAR_SCALE
    if quantity.quality != "temperature" or not is_near:
        return quantity
    return replace(quantity, unit=nearest.unit, si_value=None, si_unit=None)


_TO_A_PRICE = re.compile(r"[^.;:!?\n]{0,24}?\b(?:at|to)\s+")


def _is_price_of_cents(text: str, cents: Quantity, after: Quantity) -> bool:
    """Whether the next amount is the price that the cents led to: "up 3 cents at €1.20"."""
    if after.kind != "money" or after.unit not in _CENT_CURRENCIES or after.currency_name == "cent":
        return False
    return _TO_A_PRICE.fullmatch(text, cents.end, after.start) is not None


def _with_currency_of_cents(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with bare cents in the currency that was last named; it stays an assumption."""
    named: str | None = None
    for index, quantity in enumerate(quantities):
        if quantity.kind != "money":
            continue
        if quantity.currency_assumed and quantity.currency_name == "cent":
            after = quantities[index + 1] if index + 1 < len(quantities) else None
            if after is not None and _is_price_of_cents(text, quantity, after):
                named = after.unit  # "4.25 cents lower at $4.06"
            if named is not None and named != quantity.unit:
                quantities[index] = replace(quantity, unit=named)
        elif quantity.unit in _CENT_CURRENCIES:
            named = quantity.unit
    return quantities


_HALF = Decimal("0.5")
_HALVED = re.compile(
    r" (?:the|its|their|our|his|her|my|your|these|those|all)(?![^\W_])"
    r"(?! (?:battle|fun|story|problem|trick|point|reason|time)(?![^\W_]))"
)
_IN_PERCENT = re.compile(r" \(\d{1,3}(?:\.\d+)? ?(?:%|per ?cent)\)")
"""A fraction said again in figures: "two thirds (67%)"."""
_SAYING = re.compile(r" [a-z]{2,}ing [A-Z]")  # "66% saying Go matters"
_PAST_FORM = re.compile(r"\s+([a-z]{2,}ed)\s")
_TIME_AFTER = re.compile(r" (?:last|this|next) (?:year|quarter|month|week)(?![^\W_])")
_COMPARED_AFTER = re.compile(r"[ ](?:less|fewer|more)[ ](?!than(?![^\W_]))[a-z]")
"""After a share that says by how much: "20% less fuel" is no share of fuel."""
_HALF_DID = re.compile(r" (?:are|were|have|had|said|say|live|lived|come|came|go|went|do|did)(?![^\W_])")
_SUM_AFTER = re.compile(
    r" (?:is|was|will be|has been|had been|comes|came|goes|went|falls|fell) "
    r"(?:then |now |being |also )?(?:met|paid|borne|covered|spent"
    r"|raised|funded|financed|provided|shared|recovered|refunded|lost|made|from|to|on|for)(?![^\W_])"
)
_DIFFERENCE_AFTER = WordPattern(
    r"[ ](?:above|below|over"
    r"|under)[ ](?:the[ ])?(?:[\w–-]+[ ]){0,2}?(?:<quantities/after_difference>)(?![^\W_])"
    r"|[ ](?:warmer|cooler|colder|hotter|higher|lower|milder)(?![^\W_])",
)
_PART_OF_UNCOUNTED = WordPattern(r" of an? (?:<quantities/margin>)(?![^\W_])")
_MID_RANGE = re.compile(r"[ -](?:range|territory|area)(?![^\W_])")
_JOINTS = ("and", "or", ",", ", and", "- and", "-and", "- or", "to", "&", "+ and")
"""What stands between two numbers of one noun."""
_SHARED_NOUN_GAP = 3  # the noun of a number that has it from the next one in its list stands farther off
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
        quantities = _with_scale_of_degrees(_with_currency_of_cents(self.text, self._finish()))
        return with_defined_units(self.text, quantities)

    def _finish(self) -> list[Quantity]:
        quantities: list[Quantity] = []
        floor = 0
        amounts = self.amounts
        self._find_nouns()
        self._set_compound_ordinals_aside()
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
            if quantities and (bounded := self._merge_bounds(quantities[-1], quantity)) is not None:
                quantities[-1] = bounded
                floor = bounded.end
                continue
            quantities.append(quantity)
            floor = max(floor, quantity.end)
        return quantities

    def _set_compound_ordinals_aside(self) -> None:
        """Take the ordinals of compounds out that a count has in its noun: "31 first-class matches"."""
        for amount, ordinal in pairwise(self.amounts):
            if ordinal.form != "ordinal" or ordinal.aside is not None or amount.noun is None:
                continue
            is_inside = amount.noun.start <= ordinal.start < amount.noun.end
            if is_inside and self.low[ordinal.end : ordinal.end + 1] == "-":
                ordinal.aside = "name-with-number"

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

    def _find_nouns(self) -> None:
        previous: Amount | None = None
        for amount in reversed(self.amounts):
            if amount.aside is None and amount.kind == "":
                end = self._end_of_number(amount)
                if amount.fraction and amount.noun is not None:
                    pass  # "one pupil in eight"
                elif amount.fraction:
                    amount.noun = self._find_whole(amount, end)
                elif amount.form != "ordinal":
                    amount.noun = self._find_counted(amount, end, previous)
            previous = amount if amount.aside is None else None

    def _end_of_number(self, amount: Amount) -> int:
        """Where a noun may begin: behind a plus sign, or behind words that belong to the number."""
        low, end = self.low, amount.end
        if low[end : end + 1] == "+":
            return end + 1
        if low[end : end + 1] in (" ", "-", "i", "\u00a0"):
            after = _after_phrase().match(low, end)
            return end if after is None else after.end()
        return end

    def _find_whole(self, amount: Amount, end: int) -> NounPhrase | None:
        """What a fraction is a part of."""
        noun = find_of_phrase(self.text, self.low, end)
        if noun is None and amount.value == _HALF:
            noun = self._find_halved(end)  # but "a third the price" is a ratio
        if noun is None and amount.is_proportion:
            noun = find_counted_noun(self.text, self.low, end)
        return noun

    def _find_counted(self, amount: Amount, end: int, following: Amount | None) -> NounPhrase | None:
        """What a number counts; `following` is the next one, whose noun may be that of both."""
        text, low = self.text, self.low
        noun = find_counted_noun(text, low, end, is_singular=amount.value == 1 and amount.low is None)
        if noun is None:
            of = find_of_phrase(text, low, end)
            is_partitive = of is not None and of.is_plural and self._is_definite(of)
            if of is not None and (amount.indefinite or is_partitive):
                noun = with_of_phrase(text, low, of) if amount.indefinite else of
        if noun is None and following is not None:
            noun = self._find_shared(amount, following)
        if noun is not None and not noun.is_plural and self._is_singular_range(amount):
            noun = None  # "a 26-30 railcard", "a 2-1 win"
        if noun is None and following is not None and following.kind == "measure":
            noun = self._find_measured(amount, following)
        return noun

    def _find_shared(self, amount: Amount, following: Amount) -> NounPhrase | None:
        """The noun that stands once behind two numbers: "10,000 and as many as 30,000 people"."""
        if following.noun is None or following.fraction or following.kind != "":
            return None
        between = self.low[amount.end : following.start].strip()
        if between[4:] in load_comparators("before"):
            between = between[:3]
        if between not in _JOINTS:
            return None
        if between == "," and following.noun.start - following.end <= _SHARED_NOUN_GAP:
            return None
        return following.noun

    def _is_singular_range(self, amount: Amount) -> bool:
        """Whether "a" stands before a range, which then names one thing and counts none."""
        return amount.low is not None and self.low.endswith((" a ", " an "), 0, amount.start)

    def _find_measured(self, amount: Amount, measure: Amount) -> NounPhrase | None:
        """What is counted where its size stands in between: "12 6-gram sachets"."""
        if measure.start != amount.end + 1 or self.text[measure.number_end : measure.number_end + 1] != "-":
            return None
        noun = find_counted_noun(self.text, self.low, measure.end)
        if noun is None or not noun.is_plural:
            return None
        return NounPhrase(measure.start, noun.end, is_plural=True)

    def _find_halved(self, end: int) -> NounPhrase | None:
        """The whole of a fraction without "of": "half the members", but not "half the battle"."""
        if not _HALVED.match(self.low, end) or _size_of().match(self.low, end):
            return None
        whole = find_noun_phrase(self.text, self.low, end + 1)
        if whole is None:
            return None
        head = self.low[whole.start : whole.end].rsplit(" ", 1)[-1]
        return whole if whole.is_plural or head in load_number_cues("collective") else None

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
            draft.kind, draft.unit, draft.found_by = self._fraction_kind(amount)
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
                and (between := _after_phrase().match(low, draft.end)) is not None
                and between.end() <= noun.start
            ):
                draft.comparator = _after_comparator(between["phrase"]) or draft.comparator
            draft.end = max(draft.end, noun.end)
        if draft.kind == "count" and noun.end == draft.end and low[draft.end : draft.end + 1] in (" ", "/"):
            draft.end = self._take_count_per(amount, draft.end, ceiling)
            draft.per = amount.per

    def _take_after(self, draft: _Draft, amount: Amount, ceiling: int) -> None:
        """What bounds or blurs from behind: "or more", "+", "-odd"."""
        text, low, end = self.text, self.low, draft.end
        after = (
            _after_phrase().match(low, end) if low[end : end + 1] in (" ", "+", "-", "i", "\u00a0") else None
        )
        if after is None and draft.noun is not None and low[amount.end : amount.end + 1] in ("+", "-", " "):
            inner = _after_phrase().match(low, amount.end)
            if inner is not None:
                draft.comparator = _after_comparator(inner["phrase"]) or draft.comparator
        elif after is not None and after.end() <= ceiling and not self._is_conjunction(after, amount):
            found = _after_comparator(after["phrase"])
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
        if _SAYING.match(text, end):
            return None
        return find_counted_noun(text, low, end)

    @staticmethod
    def _is_deed(low: str, end: int) -> bool:
        """Whether the word after a percentage says what that share did: "31% backed closure"."""
        word = _PAST_FORM.match(low, end)
        return word is not None and word[1] not in load_number_cues("participle_before_noun")

    def _fraction_kind(self, amount: Amount) -> tuple[str, str | None, str]:
        low = self.low
        following = low[amount.end : amount.end + 6]
        if amount.is_proportion:
            return "percent", "percent", amount.found_by
        if _PART_OF_UNCOUNTED.match(low, amount.end):
            return "number", None, amount.found_by or "fraction"  # "won by three-quarters of a length"
        if _size_of().match(low, amount.end) and not self._is_share_of_a_size(amount):
            return "multiple", None, "fraction-of-size"
        if _OF_WHAT_IS.match(low, amount.end):
            return "multiple", None, "fraction-of-size"  # "a fifth of what its rival costs"
        is_deed = low.startswith(MANY_DID, amount.end) or (
            self.text[amount.start : amount.start + 1] == "H" and _HALF_DID.match(low, amount.end)
        )
        if (
            following.startswith(" of ")
            or amount.noun is not None
            or is_deed
            or _IN_PERCENT.match(low, amount.end)
        ):
            return "percent", "percent", amount.found_by or "fraction-of"
        is_loss = low.endswith((" by ", "\nby "), 0, amount.start)  # "fell by four-fifths the year after"
        if following.startswith((" the ", " as ")) and amount.value < 1 and not is_loss:
            return "multiple", None, "fraction-as-much"
        return "number", None, amount.found_by or "fraction"

    def _is_share_of_a_size(self, amount: Amount) -> bool:
        """Whether a fraction is a part of a sum and no ratio: "a fifth of the cost was met by taxes".

        A ratio is told of something ("at a fifth of the cost") or to something ("of the cost of tin").
        """
        sized = _size_of().match(self.low, amount.end)
        if sized is None or not self.low.startswith(" of ", amount.end):
            return False
        return _SUM_AFTER.match(self.low, sized.end()) is not None

    def _is_conjunction(self, after: re.Match[str], amount: Amount) -> bool:
        """Whether "plus" joins what follows: "12 sessions plus usual care"."""
        return (
            after["phrase"].strip(" -") == "plus"
            and (amount.noun is not None or bool(amount.kind))
            and self.low[after.end() : after.end() + 1] == " "
        )

    def _is_definite(self, phrase: NounPhrase) -> bool:
        """Whether a phrase tells which things are meant: "three of the", not "years of A and six of B"."""
        words = self.low[phrase.start : phrase.end].split(" ")
        is_name = self.text[phrase.start].isupper() or any(word[-2:] in ("'s", "’s", "s'") for word in words)
        return is_name or words[0] in load_noun_phrase_ends() or words[0][0].isdigit()

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


@per_lexicon
def _after_phrase() -> re.Pattern[str]:
    """What bounds or blurs a number from behind: "or more", "+", "-odd"."""
    words = "|".join(
        sorted(
            (re.escape(p) for p in load_comparators("after") if p not in ("+", "ish")), key=len, reverse=True
        )
    )
    return re.compile(
        rf"(?P<phrase>\+(?!\+)|[ \u00a0-](?:{words})(?![^\W_])(?![ ](?:than|the|a|from|[$€£]?\d))"
        r"(?!(?<=up)[ ]to\b)"
        r"|-?ish(?![^\W_]))"
    )


@per_lexicon
def _size_of() -> re.Pattern[str]:
    """After a fraction: "the size of", "its price"; a comparison, not a part."""
    nouns = "|".join(sorted(load_number_cues("compared_size")))
    return re.compile(
        rf" (?:of )?(?:the|its|their|his|her|our|that|what) (?:[a-z]{{2,16}} )?(?:{nouns})(?![^\W_])"
    )


_OF_WHAT_IS = WordPattern(
    r" (?:of )?what (?:[^\s,;:()!?]+ ){1,6}(?:<quantities/measured_by>)"
    r"(?: (?:in|before|last|a year|at) [^,;:()!?]{2,40})?"
    r"(?=[,;:)!?\n—]|\.(?!\w)|$| and\b| but\b)"
)
_INNER_PLUS = re.compile(r"[\d.,]+\+[ \u00a0%-]\S|[\d.,]+\+(?:%|[bmtkMBKT])")


def _after_comparator(phrase: str) -> str:
    return load_comparators("after").get(phrase.strip(" \u00a0-"), "")


@per_lexicon
def _numeral_words() -> re.Pattern[str]:
    words = sorted((w for w in load_number_words() if w != "oh"), key=len, reverse=True)
    tens, units = glued_words()
    either = "|".join((*words, "twice", "thrice", f"(?:{tens})(?:{units})"))
    return re.compile(rf"\d+(?:[.,]\d+)*|[{VULGAR_FRACTIONS}]|\b(?:{either})(?![^\W_])")
