"""So much for each of so many: a whole that is not the number times the rate, in whatever order the three stand.

“The truck covered 1,200 km on 400 litres, four kilometres per litre”: the unit of the rate names the other two.
A finding needs one figure that counts what the rate is for, one in its own unit, no third of either sort, and a
word that says that the one follows from the others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.lint.figures import ABOUT, THEREFORE, TIME_UNITS, shown_number
from claimcheck.checking.lint.subjects import is_one_thing
from claimcheck.checking.texts import forms_in, small_words, words_of
from claimcheck.lexicons.word_relations import base_forms, kinds_above
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence


class _Rate(NamedTuple):
    """A figure for one of many: where it stands, what the one is, the unit of the figure; how many there are, if told."""

    at: int
    one: str
    unit: str | None
    number: int | None = None


_PER = re.compile(r" (?:an?|per|every) (?P<one>(?!average\b|total\b)(?:square |cubic )?[a-z]+)$")
_PER_BEHIND = WordPattern(
    r"^(?: of [a-z]+(?: [a-z]+)?| [a-z]+)? (?:an?|per|every) (?:<common/time_span>) (?P<of_each><checking/of_each>)\b"
    r"|^(?: of [a-z]+(?: [a-z]+)?| [a-z]+)?,? (?:an?|per|every) (?P<one>(?!<lint/no_one>\b)(?:square |cubic )?[a-z]+)\b|^(?: [a-z]+)? (?:<checking/of_each>)\b"
)
_PRICE_OF_ONE = WordPattern(
    rf"\b(?:an?|one|every) (?P<one>(?!total|combined)[a-z]+) (?:<lint/costing>) {ABOUT}$"
)
_PAID_BY = WordPattern(rf"(?:^|[.,] )(?P<one>[a-z]+s) (?:<lint/paying>) {ABOUT}$")
"""Before what each of many pays: "Visitors pay"."""

_PRICED_AT = WordPattern(rf"\b[a-z]+s (?:are |were )?priced at {ABOUT}$")
_ON_EACH_OF = WordPattern(r"^(?: [a-z]+){1,2} (?:<grammar/preposition>) each of (?:(?:<lint/told_of>) )?$")
"""Between so many and the number of those that each have them: "40 trees on each of 15 streets"."""

_GROUPS_OF = WordPattern(rf"^ (?:<lint/group>) of {ABOUT}$")
"""Between the number of groups and the size of each: "three crews of eight"."""

_EACH_GETS = WordPattern(rf"\b(?:each|every) (?P<one>(?!of\b|one\b)[a-z]+) [a-z]+ {ABOUT}$")
_EACH_OF = WordPattern(r"\beach of (?:<common/article_or_possessor>|these|those) $")
_AT = WordPattern(rf"^ [a-z]+(?: were sold)? at {ABOUT}$")
_FEE = WordPattern(rf"\b(?:<lint/fee>) (?:of|is|was) {ABOUT}$")
_FOLLOWS = WordPattern(rf"(?:\b(?:<lint/works_out>)|,|\() {ABOUT}$")
_IS_WHOLE = WordPattern(
    rf"\b(?:<lint/total_cue>|<lint/works_out>|<lint/therefore>)(?: (?:of|to|in|at|up|the [a-z]+))*(?: [a-z]+){{0,2}} {ABOUT}$"
)
_COMES_TO = WordPattern(rf"\b(?:<lint/comes_to_sum>|for [a-z]+ of) {ABOUT}$")
_OR = WordPattern(rf"\bor {ABOUT}$")
_ALL_BEHIND = WordPattern(r"^(?: [a-z]+){0,2},? (?:<lint/in_all>)\b")
_OTHERWISE = WordPattern(r"\b(?:<lint/discounted>|<lint/with_more>|<lint/without>)\b")
_OTHER_CLAUSE = WordPattern(r"(?:\b(?:and|but|while)|;) (?:<common/article_or_possessor>) ")


def find_wrong_rates(text: LintText) -> Iterator[Finding]:
    """Wholes that are not so many times their rate."""
    for sentence in text.sentences:
        if sentence.is_heading:
            continue
        for window in filter(None, (sentence, text.with_before(sentence))):
            found = list(_judge(text, window))
            yield from found
            if found:
                break


def _judge(text: LintText, window: FigureSentence) -> Iterator[Finding]:
    rates = _rates(window)
    if len(rates) != 1 or _OTHERWISE.search(_HAVING.sub(" of <", window.template)):
        return
    if any(figure.unit == "percent" for figure in window.figures):
        return  # "half of them at a reduced rate"
    rate = rates[0]
    found = _number_and_whole(window, rate)
    if found is None:
        return
    told = rate.at, *found
    if not (_is_given_to(window, *told) or _is_paid_for(window, *told) or _comes_to(window, *told)):
        return
    price, number, whole = (window.figures[at] for at in told)
    if whole.number == price.number:
        return  # "shown for 5 s each ... the block began (5 s)"
    if number.interval.times(price.interval).meets(whole.interval):
        return
    if any(map(window.is_end_of_range, (number, price, whole))) or may_be_of_others(
        window, number, price, whole
    ):
        return
    exact = number.number * price.number
    yield text.finding(
        "lint/per-unit",
        window,
        (number, price, whole),
        f"{number.text} times {price.text} is {shown_number(exact)}, not {whole.text}",
        arithmetic=f"{shown_number(number.number)} × {shown_number(price.number)} = {shown_number(exact)}",
    )


def may_be_of_others(window: FigureSentence, number: Figure, price: Figure, whole: Figure) -> bool:
    """Whether a whole is that of others than those counted, or some of them had another price.

    "The four founders, Li and the three brothers, put in $5,000 each", "320 were sold, 40 of them at half price".
    """
    counts = [f for f in window.figures if f.unit is None and f.kind in ("count", "number") and f.number > 1]
    if number in counts[1:] and _LAST_OF_LIST.search(window.before(window.figures.index(number))):
        return True
    return any(
        price.interval.scaled(count.number).meets(whole.interval) for count in counts if count is not whole
    ) or (_SOME_OF_THEM.search(window.template) is not None)


_LAST_OF_LIST = WordPattern(r", (?:[^<,]+, )*[^<,]+ and (?:(?:<common/article_or_possessor>) )?$")
_SOME_OF_THEM = WordPattern(r"(?:<[0-9]+>|\b(?:<lint/some_number>)) of (?:<lint/these>|<common/relative>)\b")


def _number_and_whole(window: FigureSentence, rate: _Rate) -> tuple[int, int] | None:
    """The only figure that counts what a rate is for, and the only one in its own unit."""
    others = [
        at for at in range(len(window.figures)) if at != rate.at and window.figures[at].kind != "ordinal"
    ]
    numbers = [at for at in others if rate.number in (at, None) and _is_number(window.figures[at], rate)]
    if not rate.one and rate.number is None and len(numbers) > 1:
        # "9 schools with 40 pupils each, 540 pupils in all"
        numbers = [at for at in numbers if at < rate.at][-1:]
    wholes = [at for at in others if at not in numbers and _is_whole(window, at, rate)]
    return (numbers[0], wholes[0]) if len(numbers) == len(wholes) == 1 else None


def _rates(window: FigureSentence) -> list[_Rate]:
    """The rates of a window; those for each of many things where there are any, else those for each day, or year."""
    rates = [rate for at in range(len(window.figures)) if (rate := _rate(window, at)) is not None]
    return [rate for rate in rates if rate.one not in _TIME_SPAN] or rates


_TIME_SPAN = WordSet("common/time_span")


def _comes_to(window: FigureSentence, rate: int, number: int, whole: int) -> bool:
    """Whether a whole is told as what a rate comes to for a number of things, in the same time."""
    return (
        _is_derived(window, rate, whole)
        and (window.stop is None or _goes_on(window, rate, number, whole))
        and _are_of_one_period(window, rate, number, whole)
    )


def _is_paid_for(window: FigureSentence, rate: int, number: int, whole: int) -> bool:
    """Whether a sum is said to have bought a number of things at a price: "raised $60m by selling 4m shares at $20"."""
    if whole + 1 != number or not _BOUGHT.fullmatch(window.after(whole)):
        return False
    if window.stop is None:
        return rate == number + 1 and _AT_PRICE.fullmatch(window.after(number)) is not None
    second = window.template[window.slots[number][1] :]
    return _EACH_COST.match(second) is not None and rate == number + 1


def _is_given_to(window: FigureSentence, rate: int, number: int, whole: int) -> bool:
    """Whether a sum is what one with so many gets, of a rate told before: "$300 per child. A family with four children gets $1,200"."""
    if window.stop is None or not rate < number == whole - 1 or not _ENDS.match(window.after(whole)):
        return False
    opening = window.template[window.slots[rate][1] : window.slots[number][0]]
    is_same_period = _period_of(window, rate) == _period_of(window, whole)
    return (
        is_same_period
        and _ONE_WITH.search(opening) is not None
        and _GETS.fullmatch(window.after(number)) is not None
    )


_ENDS = re.compile(r"[.,;]|$| (?:an?|per|each) ")
_HAVING = re.compile(r"\bwith <")
_ONE_WITH = WordPattern(r", an? [a-z]+ (?:with|of) $")
_GETS = WordPattern(rf" [a-z]+ (?:would |will |can |may )?(?:<lint/paying>) {ABOUT}")
_BOUGHT = re.compile(r" (?:on|for|by [a-z]+ing) (?:[a-z]+ )?")
_AT_PRICE = WordPattern(rf"(?: (?!and\b|but\b|which\b)[a-z-]+){{1,4}}? at {ABOUT}")
_EACH_COST = WordPattern(
    rf"(?: [a-z-]+){{1,6}}, (?:each|every|one|an?)(?: (?!of\b)[a-z]+)? (?:<lint/to_cost>) {ABOUT}<"
)


def _are_of_one_period(window: FigureSentence, rate: int, number: int, whole: int) -> bool:
    """Whether a whole is of the time that its rate or its number is of: "300 loaves a day ... £1,200 a day"."""
    of_whole = _period_of(window, whole)
    told = {_period_of(window, at) for at in (rate, number)}
    return of_whole in told or (told == {""} and THEREFORE.search(window.before(whole)) is not None)


def _period_of(window: FigureSentence, at: int) -> str:
    found = _PERIOD.search(window.figures[at].text) or _PERIOD_BEHIND.match(window.after(at))
    return found["period"] if found is not None else ""


_PERIOD = WordPattern(r" (?:an?|per|every|each) (?P<period><common/time_span>)$")
_PERIOD_BEHIND = WordPattern(r"(?: [a-z-]+){0,3}? (?:an?|per|every|each) (?P<period><common/time_span>)\b")
_THEN = WordPattern(r"\b(?:<lint/therefore>)\b|, which\b")
_FOR_WHAT = re.compile(r"(?: [a-z]+)? (?:on|for) [a-z]")


def _goes_on(window: FigureSentence, rate: int, number: int, whole: int) -> bool:
    """Whether the second of two sentences gives the whole, and counts nothing else."""
    assert window.stop is not None
    first, behind = window.text[: window.stop].lower(), words_of(window.text[window.stop :])
    opening = next(iter(behind), "")
    if _FOR_WHAT.match(window.after(whole)):
        return False  # "sells 300 loaves a day at £4 a loaf. It spends £900 a day on flour"
    if opening not in small_words() and base_forms(opening).isdisjoint(forms_in(first)):
        return False  # "paid a fee of €20. Sponsors brought €50,000"
    second = {
        at
        for at, figure in enumerate(window.figures[: whole + 1])
        if figure.start > window.stop and figure.kind != "ordinal"
    }
    is_told_before = window.figures[number].start < window.stop or any(
        cue.search(window.before(whole)) for cue in (_THEN, _COMES_TO)
    )
    return is_told_before and whole > rate and second <= {rate, number, whole}


def _rate(window: FigureSentence, at: int) -> _Rate | None:
    """What a figure is the rate of, if it is one."""
    figure = window.figures[at]
    is_amount = figure.unit is not None or figure.number > 1
    if figure.kind in ("ordinal", "multiple") or figure.unit == "percent" or not is_amount:
        return None
    unit, _, one = (figure.unit or "").partition("_per_")
    if one:
        return _Rate(at, one, unit)
    before, after = window.before(at), window.after(at)
    found = _PER.search(figure.text) or _PER_BEHIND.match(after)
    if found:
        return _Rate(at, found["one"] or "", figure.unit)
    if figure.kind == "money" and _PRICED_AT.search(before):
        return _Rate(at, "", figure.unit)
    if _ON_EACH_OF.search(after) and at + 1 < len(window.figures):
        return _Rate(at, "", figure.unit, at + 1)
    if at and _GROUPS_OF.search(before) and window.figures[at - 1].kind == "count":
        return _Rate(at, "", figure.unit, at - 1)
    price = (_PRICE_OF_ONE.search(before) or _PAID_BY.search(before)) if figure.kind == "money" else None
    if price:
        return _Rate(at, price["one"], figure.unit)
    gets = _EACH_GETS.search(before)
    if gets:
        return _Rate(at, gets["one"], figure.unit)
    if at and (_EACH_OF.search(window.before(at - 1)) or (figure.kind == "money" and _AT.match(before))):
        return _Rate(at, "", figure.unit, at - 1)
    return _Rate(at, "", figure.unit) if _FEE.search(before) else None


def _is_number(figure: Figure, rate: _Rate) -> bool:
    """Whether a figure counts, or measures, what a rate is for."""
    if figure.unit is not None:
        one = rate.one.replace(" ", "_").replace("metre", "meter")
        return figure.unit in {one, *base_forms(rate.one)}
    if figure.kind not in ("count", "number") or figure.number != int(figure.number):
        return False
    if rate.one in _ANY_ONE:
        return figure.kind == "count"
    if not rate.one:
        return (bool(figure.of) and rate.unit is not None) or figure.kind == "count"
    if not figure.of:
        return figure.kind == "number" and rate.unit is not None
    return not base_forms(figure.head).isdisjoint(base_forms(rate.one))


_ANY_ONE = WordSet("lint/any_one")


def _is_whole(window: FigureSentence, at: int, rate: _Rate) -> bool:
    """Whether a figure is in the unit of a rate, or counts what that counts."""
    figure, of_one = window.figures[at], window.figures[rate.at]
    if figure.unit != rate.unit or figure.kind == "multiple":
        return False
    if figure.unit is not None or not figure.of or not of_one.of:
        return True
    if rate.number is not None:
        # "each of the 12 coaches seats 50 people, giving 600 seats"
        is_told = not base_forms(figure.head).isdisjoint(forms_in(window.text[: figure.start]))
        return figure.number >= of_one.number and (is_told or is_one_thing(figure.of, of_one.of))
    are_people = all("person" in kinds_above(f.head) for f in (figure, of_one))
    return are_people or is_one_thing(figure.of, of_one.of)


def _is_derived(window: FigureSentence, rate: int, whole: int) -> bool:
    """Whether words say that the rate, or the whole, follows from the other."""
    before, after = window.before(whole), window.after(whole)
    if rate > whole:
        return _FOLLOWS.search(window.before(rate)) is not None
    if window.stop is None and _OTHER_CLAUSE.search(before):
        return False  # "has 30 books, and the library has 900 altogether"
    if window.figures[whole - 1].unit in TIME_UNITS and _IN_SO_LONG.search(window.before(whole - 1)):
        return True
    if _OR.search(before) and not _ALL_BEHIND.match(after):
        return False  # "$9 each, or $96 by the case": another price, and no sum
    return _IS_WHOLE.search(before) is not None or _ALL_BEHIND.match(after) is not None


_IN_SO_LONG = WordPattern(rf"\b(?:<lint/over_them>) {ABOUT}$")
"""Before the time that a whole took: "in 30 days they laid"."""
