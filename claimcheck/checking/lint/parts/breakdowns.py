"""Parts in a list that says its verb, or its noun, only once, held against the whole told before it.

“The town recorded 61 accidents, 38 in daylight and 33 after dark”: a bare number behind a counted noun counts the
same. “The county will pay £2.5m, the town £1.2m and a developer £1m”: one verb shares out what the sentence before
gives as one sum. What is shared out so cannot be more than the whole; it may be less.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import PAIR
from claimcheck.checking.lint.dated import SOME_YEAR
from claimcheck.checking.lint.figures import (
    ABOUT,
    TIME_UNITS,
    are_alike,
    shown_number,
    shown_sum,
    sum_of,
    with_unit_of,
)
from claimcheck.checking.lint.parts.divisions import are_of_one_division
from claimcheck.lexicons.word_relations import base_forms, readings
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_MOST_TIMES = 1.6
"""Parts that come to more than so many times their whole are hardly its parts."""

_FIGURE_FIRST = WordPattern(
    rf"^(?P<item>(?: [a-z'-]+){{1,8}}?)(?:,? (?P<last>and)|,|;) (?:the (?:<lint/left_over>) )?{ABOUT}$"
)
"""Between two parts of a list whose items begin with their figure."""

_NAME_FIRST = WordPattern(
    rf"^(?: [a-z'-]+){{0,4}}?(?:,? (?P<last>and)|,|;)(?P<name>(?: [a-z'&-]+){{1,4}}) {ABOUT}$"
)
"""Between two parts of a list whose items end with their figure: "the town <1> and a developer <2>"."""

_LAST_ITEM = re.compile(r"^(?P<item>(?: [a-z'-]+){1,6}?)(?=[.;,)–—]|$)")
_WHERE = WordPattern(r"(?:[a-z'-]+ ){0,4}?(?P<where><lint/part_placed>) ")
_WHEN = WordPattern(
    r"(?:<lint/part_placed>) (?:the )?(?:(?:<lint/part_of>) )?(?:[12]\d{3}|(?:<common/month>|<lint/period_word>)\b)"
)
_OF_ALL = WordPattern(
    r"(?:^|, )of (?:<common/article_or_possessor>|<lint/told_of>) (?:[a-z-]+ ){0,3}?<[0-9]+>(?: (?!who\b|that\b)[a-z'-]+){0,5}, (?:[a-z]+ ){0,1}$"
)
"""Before the first part: "of her twelve concert halls, seven ..."."""

_OF_THESE = WordPattern(rf"(?:^|, )of (?:<lint/these>),? {ABOUT}$")
_BEHIND_WHOLE = WordPattern(rf"^(?P<what>(?: [a-z'-]+| <[0-9]+>){{0,7}}?)(?:,|:| [–—-]) {ABOUT}$")
_NOT_A_PART = WordPattern(r"\b(?:<lint/some_of>|<lint/not_summed>|<lint/up>|<lint/down>|<lint/once>)\b")


def find_overfull_wholes(text: LintText) -> Iterator[Finding]:
    """Counts and sums of money that a list shares out, and that are less than its parts together."""
    for sentence in text.sentences:
        if sentence.is_heading or len(sentence.figures) < 2 or any(mark in sentence.text for mark in "|\t"):
            continue
        for window in filter(None, (sentence, text.with_before(sentence))):
            found = next(_overfull(window), None)
            if found is not None:
                yield _finding(text, window, *found)
                break


def _finding(text: LintText, window: FigureSentence, parts: Sequence[Figure], whole: Figure) -> Finding:
    reached = shown_number(sum(part.number for part in parts))
    return text.finding(
        "lint/parts",
        window,
        (whole, *parts),
        f"the parts come to {reached}, more than {whole.text}",
        arithmetic=f"{shown_sum(part.number for part in parts)} = {reached} > {shown_number(whole.number)}",
    )


def _overfull(window: FigureSentence) -> Iterator[tuple[list[Figure], Figure]]:
    """The parts of a window that come to more than their whole, with that whole."""
    for first, last in _runs(window, _FIGURE_FIRST):
        whole = _counted_whole(window, first, last)
        if whole is not None:
            yield from _judge(window, range(first, last + 1), whole)
            return
    for first, last in _runs(window, _NAME_FIRST):
        if _are_given(window, first, last):
            yield from _shared_out(window, first, last)


def _runs(window: FigureSentence, between: WordPattern) -> Iterator[tuple[int, int]]:
    """The first and the last figure of every list of figures of one sort."""
    first, count = 0, len(window.figures)
    while first < count - 1:
        last, is_ended = first, False
        while last < count - 1 and not is_ended:
            found = between.search(window.after(last))
            if found is None or window.figures[last].dimension != _unit(window, first, last + 1):
                break
            last, is_ended = last + 1, found["last"] is not None
        if is_ended:
            yield from ((start, last) for start in range(first, last))  # the first may be the whole
        first = max(last, first + 1)


def _unit(window: FigureSentence, first: int, index: int) -> str:
    """The unit of an item, which it may leave out."""
    return with_unit_of(window.figures[index], window.figures[first]).dimension


# Figures first: parts of what was counted


def _counted_whole(window: FigureSentence, first: int, last: int) -> Figure | None:
    """The figure right before a list that counts what its bare numbers count."""
    parts = window.figures[first : last + 1]
    at = next((i for i in range(first - 1, -1, -1) if window.figures[i].unit not in TIME_UNITS), None)
    if at is None or not _are_exclusive(window, first, last, window.after(at)):
        return None
    whole = window.figures[at]
    if whole.kind != "count" or any(part.unit or not _is_bare(part, whole) for part in parts):
        return None
    before = window.template[: window.slots[first][0]]
    if _OF_THESE.search(before) or (at == first - 1 and _OF_ALL.search(before)):
        return whole
    if _opens_the_second(window, first) and _is_all_before(window, at):
        return whole
    behind = _BEHIND_WHOLE.match(window.template[window.slots[at][1] : window.slots[first][0]])
    if behind is None or window.stop is not None:
        return None
    wheres = {found["where"] for item in _items(window, first, last) if (found := _WHERE.match(item))}
    own = set(re.findall(r"[a-z]+(?= (?!<))", behind["what"]))
    return None if wheres & own or _NOT_A_PART.search(behind["what"]) else whole


def _opens_the_second(window: FigureSentence, first: int) -> bool:
    """Whether a list begins the second of two sentences: "It has 15 members. Nine are women and ..."."""
    return window.stop is not None and not window.text[window.stop + 1 : window.figures[first].start].strip()


def _is_all_before(window: FigureSentence, at: int) -> bool:
    """Whether a count is the only one of the first of two sentences, and not one of some."""
    others = [f for f in window.figures[:at] if f.unit not in TIME_UNITS and f.kind != "ordinal"]
    return not others and not _NOT_A_PART.search(window.template[: window.slots[at][1]])


def _is_bare(part: Figure, whole: Figure) -> bool:
    """Whether a part leaves out what it counts, or names what the whole counts."""
    if part.kind not in ("number", "count"):
        return False
    is_verb = any(form == "v" for _, form in readings(part.head))  # "seven stand in Belgium"
    return not part.of or is_verb or not base_forms(part.head).isdisjoint(base_forms(whole.head))


def _items(window: FigureSentence, first: int, last: int) -> list[str]:
    """What is said of each part, behind its figure."""
    items = [found["item"] for i in range(first, last) if (found := _FIGURE_FIRST.search(window.after(i)))]
    end = _LAST_ITEM.match(window.after(last))
    return [item.strip() + " " for item in (*items, end["item"] if end else "")]


def _are_exclusive(window: FigureSentence, first: int, last: int, thing: str) -> bool:
    """Whether the items of a list leave each other out: each is in a place of its own, or went a way of its own."""
    items = _items(window, first, last)
    if any(_WHEN.search(item) or _BOTH.search(item) for item in items):
        return False  # a series over time; places of which one may have several
    if are_of_one_division(window, window.figures[first : last + 1], thing):
        return True
    if _are_of_a_pair(items) or (
        _HAPPENS_ONCE.search(items[0]) and all(map(_HERE.search, _written(window, first, last)))
    ):
        return True
    ways = [{way for way, words in enumerate(_WAYS) if _is_only(item, words)} for item in items]
    return all(len(way) == 1 for way in ways) and len(set().union(*ways)) == len(items)


def _are_of_a_pair(items: Sequence[str]) -> bool:
    """Whether of two items one has a word that shuts out that of the other: "received the drug", "got a placebo"."""
    words = [set(item.split()) for item in items]
    pairs = [pair.split("/") for pair in _WHOLE_PAIRS] if len(words) == PAIR else []
    return any((a in words[0] and b in words[1]) or (b in words[0] and a in words[1]) for a, b in pairs)


_WHOLE_PAIRS = WordSet("lint/whole_pair")

_HAPPENS_ONCE = WordPattern(r"\b(?:<lint/death>|<lint/done_once>)\b")
_HERE = WordPattern(r"^(?: [a-z]+){0,2} (?:in|at|near|on) (?-i:[A-Z])[\w-]+(?=,| and\b|[.;]|$)")
"""What is told of a part that fell to one place: "died in Carver", "three in Brent"."""


def _written(window: FigureSentence, first: int, last: int) -> Iterator[str]:
    """The words behind each part as they are written."""
    return (window.text[figure.end :] for figure in window.figures[first : last + 1])


def _is_only(item: str, words: WordSet) -> bool:
    """Whether an item says nothing but which way its part went: "stayed the same", and not "rose in value"."""
    told = [word for word in item.split() if word not in _STAYS]
    return len(told) == 1 and told[0] in words


_BOTH = WordPattern(r"\b(?:<lint/may_be_both>)\b")
_WAYS = (WordSet("lint/up"), WordSet("lint/down"), WordSet("lint/unmoved"))
_STAYS = WordSet("lint/stays")


# Names first: what one verb shares out


def _are_given(window: FigureSentence, first: int, last: int) -> bool:
    """Whether a verb of giving or holding stands before the first figure of a list, and none before the others."""
    if last - first < 1 or _GIVEN.search(window.before(first)) is None:
        return False
    names = [found["name"] for i in range(first, last) if (found := _NAME_FIRST.search(window.after(i)))]
    return all(not any(map(_is_verb, name.split())) for name in names)


_GIVEN = WordPattern(rf"\b(?:<lint/shares_out>) {ABOUT}$")


def _is_verb(word: str) -> bool:
    parts = {part for _, part in readings(word)}
    return "v" in parts and "n" not in parts


def _shared_out(window: FigureSentence, first: int, last: int) -> Iterator[tuple[list[Figure], Figure]]:
    parts = [_of_money(window, i) for i in range(first, last + 1)]
    if any(SOME_YEAR.search(window.after(i)) for i in range(first, last + 1)):
        return
    is_of_which = _OF_WHICH.search(window.before(first)) is not None
    if parts[0].kind != "money" or (len(parts) < 3 and not is_of_which):
        return
    wholes = [figure for figure in window.figures[:first] if are_alike(figure, parts[0])]
    is_cost = all(_is_whole_cost(window, i) for i in range(first))
    if (
        not is_of_which
        and not is_cost
        and not (len(wholes) == first and _are_of_one_sum(window, first, last))
    ):
        return  # what was sold, or earned, is not what several gave
    if any(_OF_A_PART.match(window.after(i)) or SOME_YEAR.search(window.after(i)) for i in range(first)):
        return  # "earned £10m from tickets; sponsors paid ..."
    if not 0 < len(wholes) <= 2 or any(part.number >= max(w.number for w in wholes) for part in parts):
        return
    if all(sum_of(parts).low > whole.interval.high for whole in wholes):
        yield from _judge(window, range(first, last + 1), max(wholes, key=lambda w: w.number))


def _of_money(window: FigureSentence, index: int) -> Figure:
    """A figure in the currency that the window told first, where it leaves that out: "The state pays 12 million"."""
    first = next((figure for figure in window.figures if figure.kind == "money"), window.figures[index])
    return with_unit_of(window.figures[index], first)


def _are_of_one_sum(window: FigureSentence, first: int, last: int) -> bool:
    """Whether the sentence before gives one sum that is divided, and the parts are of places, or of the like, by name."""
    begin = 0 if window.stop is None else window.stop + 1
    opening = _FIRST_NAME.match(window.text[begin:])
    named = [
        opening is not None,
        *(_NAMED.search(window.text, 0, window.figures[i].start) for i in range(first + 1, last + 1)),
    ]
    return (
        window.stop is not None
        and first == 1
        and all(named)
        and _SUM_TOLD.search(window.before(0)) is not None
    )


_FIRST_NAME = re.compile(r"\W*(?:The )?[A-Z][\w-]+ (?:[a-z]+ ){1,2}\W?\d")
_NAMED = re.compile(r"(?:,|\band) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)* \W?$")
_SUM_TOLD = WordPattern(
    rf"^(?:[a-z'-]+ ){{0,3}}(?:<lint/divided_sum>)(?: [a-z'-]+){{0,5}} (?:<lint/comes_to>) {ABOUT}$"
)


def _is_whole_cost(window: FigureSentence, index: int) -> bool:
    """Whether a sentence ends with a figure as all that something cost: no "$4m excluding roads", no "£900 each"."""
    is_last = window.stop is not None and not window.text[window.figures[index].end : window.stop].strip()
    return is_last and _COSTS.search(window.before(index)) is not None


_COSTS = WordPattern(
    rf"\b(?:<lint/to_cost>) {ABOUT}$|\b(?:<lint/bill>)(?: [a-z'-]+){{0,5}} (?:<lint/comes_to>) {ABOUT}$"
)
_OF_WHICH = re.compile(r"^,? of which\b")
_OF_A_PART = WordPattern(r"^ (?:<grammar/preposition>|of) (?!the year|<)[a-z]")


def _judge(
    window: FigureSentence, indices: Sequence[int], whole: Figure
) -> Iterator[tuple[list[Figure], Figure]]:
    parts = [with_unit_of(_of_money(window, i), whole) for i in indices]
    reached = sum(part.number for part in parts)
    is_more = sum_of(parts).low > whole.interval.high if whole.unit else reached > whole.number
    if is_more and reached <= whole.number * _MOST_TIMES and all(0 < p.number < whole.number for p in parts):
        yield parts, whole
