"""Prices and quantities: a total that is not the price of one times their number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.lint.context import slots
from claimcheck.checking.lint.figures import ABOUT, TIME_UNITS, Interval, is_rounded, shown_number
from claimcheck.checking.lint.rates.rates import find_wrong_rates, may_be_of_others
from claimcheck.checking.texts import words_of
from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_EACH = WordPattern(r"^ (?:<checking/of_each>|a piece|(?:per|an?) (?P<one>(?:square |cubic )?[a-z-]+))\b")
_EACH_INSIDE = re.compile(r" (?:an?|per) (?P<one>(?:square |cubic )?[a-z-]+)$")
_EACH_BEFORE = WordPattern(rf"\beach(?! (?:<common/time_span>|other)\b)(?: [a-z'-]+){{0,5}} {ABOUT}$")
_UNIT_PRICE = WordPattern(rf"\b(?:<lint/unit_price>)(?: (?:of|is|was|at))? {ABOUT}$")
_PRICE_OF_ONE = WordPattern(
    rf"\b(?:an?|one|every) (?P<one>(?!total|combined)[a-z]+) (?:<lint/costing>) {ABOUT}$"
)
_SOLD_BEHIND = WordPattern(
    r"^(?: of (?:them|these)| [a-z]+)?(?: (?:were|have been|had been))? (?:<lint/traded>)\b"
)
_EACH_OF = WordPattern(r"\beach of (?:the|its|their|these|those|his|her) $")
_TOTAL_BEFORE = WordPattern(
    rf"\b(?:<lint/total_cue>)(?: (?:of|to|in|at|up|just|price|cost|value))* {ABOUT}(?:(?:a|the) (?:combined |grand )?total of {ABOUT})?$"
)
_TOTAL_AFTER = WordPattern(r"^,? (?:\w+ )?(?:<lint/in_all>)\b")
_FOR_A_TIME = re.compile(r"\bfor (?:[a-z]+ )?$")
_WITH_MORE = WordPattern(
    r"^,? ?(?:(?:<lint/in_all>),? )?\(?(?:<lint/with_more>)\b",
    re.IGNORECASE,
)
"""Behind a total, what it holds besides: "$1,200 in all with fees"."""

_NET_OF = WordPattern(r"^[^<;.]{0,40}\b(?:<lint/net_of>)\b")
"""Behind a total that is what is left: "raising $12,000 for the school after costs"."""

_OTHER_ITEM = WordPattern(
    r"\b(?:and|plus) (?:(?:<common/article_or_possessor>|some) )?(?:(?!(?:<lint/total_cue>)\b)[a-z-]+ ?){1,3}(?:,| for $)"
)
"""Between a price and a total, what else was paid for: "3 shirts at $20 each and a coat, for $150 in all"."""

_PRICED_OTHERWISE = WordPattern(r"\b(?:<lint/priced_otherwise>)\b")
"""Beside a price, what changes it: "at $5 each less a discount"."""

_ANY_ONE = WordSet("lint/any_one")
_MOST_CHARS_APART = 75


class _Sale(NamedTuple):
    """So many things at a price each."""

    number: Figure
    price: Figure

    @property
    def cost(self) -> Interval:
        """What they may come to."""
        if is_rounded(self.number):
            return self.number.interval.times(self.price.interval)
        return self.price.interval.scaled(self.number.number)


class _PriceReader:
    """Reads one sentence, and the one before it for what is counted."""

    def __init__(self, sentence: FigureSentence, before: FigureSentence | None) -> None:
        self.sentence, self.earlier = sentence, before
        self.figures, self.words = sentence.figures, sentence.template
        self.slots = sentence.slots

    def sums(self) -> Iterator[tuple[list[_Sale], Figure]]:
        """Every total with the sales that it is of."""
        sales: list[_Sale] = []
        prices = {index for index in range(len(self.figures)) if self._one_of(index) is not None}
        for index, figure in enumerate(self.figures):
            if index in prices:
                number = self._number_of(index)
                if number is None:
                    return
                sales.append(_Sale(number, figure))
            elif sales and figure.dimension == sales[-1].price.dimension:
                is_counted = not any(sales[-1].number is later for later in self.figures[index:])
                if is_counted and self._is_total(index, sales[-1].price):
                    yield sales, figure
                sales = []

    def _one_of(self, index: int) -> str | None:
        """What a price is for: "ticket", or an empty word for "each"; None where it is no price of one."""
        figure = self.figures[index]
        if figure.kind in ("ordinal", "number", "count") or figure.unit == "percent":
            return None
        inside = _EACH_INSIDE.search(figure.text)
        if inside:
            return inside["one"]
        behind = _EACH.search(self.sentence.after(index))
        if behind:
            return behind["one"] or ""
        before = self.sentence.before(index)
        if (
            index
            and _EACH_OF.search(self.sentence.before(index - 1))
            and self.figures[index - 1].unit is None
        ):
            return ""
        one = _PRICE_OF_ONE.search(before)
        if one:
            return one["one"]
        if _UNIT_PRICE.search(before):
            return ""
        return "" if not _EACH.search(before) and _EACH_BEFORE.search(before) else None

    def is_of_one(self, index: int, number: Figure) -> bool:
        """Whether a figure is the price of one of those that another figure counts."""
        one = self._one_of(index)
        return one is not None and self._is_number(number, one)

    def _number_of(self, index: int) -> Figure | None:
        """How many are sold at a price: the count before it, or the only one of the sentence before."""
        one = self._one_of(index) or ""
        for at in range(index - 1, -1, -1):
            figure = self.figures[at]
            if self._is_number(figure, one):
                apart = self.slots[index][0] - self.slots[at][1]
                return figure if apart <= _MOST_CHARS_APART else None
            if figure.dimension == self.figures[index].dimension:
                break
        for at in range(index + 1, len(self.figures)):
            figure = self.figures[at]
            is_measure = figure.unit is not None and bool(one)
            if self._is_number(figure, one) and (is_measure or _SOLD_BEHIND.match(self.sentence.after(at))):
                return figure
        if self.earlier is None or one:
            return None
        earlier = [figure for figure in self.earlier.figures if self._is_number(figure, one)]
        return earlier[0] if len(earlier) == 1 else None

    def _is_number(self, figure: Figure, one: str) -> bool:
        """Whether a figure counts what a price is for."""
        if figure.kind not in ("number", "count", "measure") or figure.number <= 0:
            return False
        if one and figure.unit is not None:
            return figure.unit.replace("_", "-") in {one.replace(" ", "-"), *base_forms(one)}
        if figure.unit is not None or figure.number != int(figure.number):
            return False
        if not one or one in _ANY_ONE:
            return True
        nouns = {base for word in figure.of.split() for base in base_forms(word)}
        return not nouns or not nouns.isdisjoint(base_forms(one))

    def _is_total(self, index: int, price: Figure) -> bool:
        """Whether a figure is said to be what things cost together, and nothing else is in it."""
        figure = self.figures[index]
        if figure.dimension != price.dimension or figure.number <= 0:
            return False
        before = self.sentence.before(index)
        if figure.unit in TIME_UNITS and _FOR_A_TIME.search(before):
            return False  # "three washes of 5 minutes each, then in oil for 10 minutes"
        if _OTHER_ITEM.search(before) or _PRICED_OTHERWISE.search(before):
            return False
        behind = self.sentence.after(index)
        if _WITH_MORE.search(behind) or _NET_OF.search(behind):
            return False
        return bool(_TOTAL_BEFORE.search(before) or _TOTAL_AFTER.search(behind))


_FEE = slots(
    rf"\b(?:(?P<who>[a-z]+)s|each (?P<one>[a-z]+)|every (?P<any>[a-z]+)) (?:<lint/paying>) {ABOUT}<p>[^<;]{{0,30}}?, (?:with|for|there are|the) "
    rf"{ABOUT}<n>[^<;]{{0,60}}? {ABOUT}<t>"
)
"""What each of so many pays, and what they pay together: "Members pay £40 a year. With 1,100 members, ..."."""


def _fees(text: LintText) -> Iterator[tuple[FigureSentence, _Sale, Figure]]:
    for sentence, named, match in text.matches(_FEE, told=True):
        number, price, total = named["n"], named["p"], named["t"]
        who = match["who"] or match["one"] or match["any"]
        is_of_them = bool(number.of) and not base_forms(number.head).isdisjoint({who})
        if number.kind == "count" and is_of_them and price.unit == total.unit and price.kind == "money":
            fee, together = sentence.text[price.start : number.start], sentence.text[number.start :]
            # Any further figure may be of the times it is paid: "over three years".
            figures = [figure for figure in sentence.figures if figure.start >= price.start]
            if len(figures) == len(named) and _periods_in(fee) == _periods_in(together):
                yield sentence, _Sale(number, price), total


def _periods_in(words: str) -> set[str]:
    """The periods that some words name: the year of "annually"."""
    said = set(words_of(words))
    names = (row.split("/") for row in WordSet("lint/period"))
    return {row[0] for row in names if not said.isdisjoint(row)}


_TOTAL_FIRST = slots(
    rf"<t> (?:for|on|to buy|to build) (?:the |its |their )?{ABOUT}<n>(?: [a-z-]+){{0,3}}?,? ?\(?(?:(?:<lint/in_other_words>),? )?{ABOUT}<p>"
)
"""What many cost together, and then each: "$2.4 million for 600 laptops, or $4,000 per laptop"."""


def _totals_first(text: LintText) -> Iterator[tuple[FigureSentence, _Sale, Figure]]:
    for sentence, named, _ in text.matches(_TOTAL_FIRST):
        reader = _PriceReader(sentence, None)
        index = sentence.figures.index(named["p"])
        if reader.is_of_one(index, named["n"]) and named["p"].dimension == named["t"].dimension:
            yield sentence, _Sale(named["n"], named["p"]), named["t"]


def find_wrong_price(text: LintText) -> Iterator[Finding]:
    """Finds “200 units at $5 each, for a total of $2,000”: a total that is not the price times the number."""
    before: FigureSentence | None = None
    for sentence in text.told:
        if len(sentence.figures) > 1:
            earlier = before if sentence.stop is None else None
            for sales, total in _PriceReader(sentence, earlier).sums():
                yield from _judge(text, sentence, sales, total)
        before = sentence
    for sentence, sale, total in (*_fees(text), *_totals_first(text)):
        yield from _judge(text, sentence, [sale], total)
    yield from find_wrong_rates(text)


def _judge(
    text: LintText, sentence: FigureSentence, sales: Sequence[_Sale], total: Figure
) -> Iterator[Finding]:
    reached = sales[0].cost
    for sale in sales[1:]:
        reached = reached + sale.cost
    if reached.meets(total.interval):
        return
    told = (*(figure for sale in sales for figure in sale), total)
    if any(map(sentence.is_end_of_range, told)):
        return
    if len(sales) == 1 and may_be_of_others(sentence, *sales[0], total):
        return
    exact = sum(sale.number.number * sale.price.number for sale in sales)
    named = " and ".join(f"{sale.number.text} at {sale.price.text}" for sale in sales)
    products = " + ".join(
        f"{shown_number(sale.number.number)} × {shown_number(sale.price.number)}" for sale in sales
    )
    here = [sale.number for sale in sales if any(sale.number is figure for figure in sentence.figures)]
    yield text.finding(
        "lint/per-unit",
        sentence,
        (*here, *(sale.price for sale in sales), total),
        f"{named} is {shown_number(exact)}, not {total.text}",
        arithmetic=f"{products} = {shown_number(exact)}",
    )


RULES = (
    (
        find_wrong_price,
        CheckRule(
            "lint/per-unit",
            ("inconsistent",),
            "a total that is not the price of one times their number",
            ("They sold 200 units at $5 each for a total of $2,000.", ""),
            ("They sold 200 units at $10 each for a total of $2,000.", ""),
        ),
    ),
)
"""The finder of this module with its rule."""
