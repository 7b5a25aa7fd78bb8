"""One thing beside another: so many times as much, and who comes first."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.checking.lint.changes.changes import allowed_ratio, ratio_of
from claimcheck.checking.lint.changes.moves import times
from claimcheck.checking.lint.comparisons.contests import find_denied_comparatives, find_denied_superlatives
from claimcheck.checking.lint.comparisons.orders import find_orders_by_name
from claimcheck.checking.lint.context import slots
from claimcheck.checking.lint.figures import HUNDRED, TIME_UNITS, Interval, shown_number, with_unit_of
from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

# So many times as much

_TIMES = WordPattern(
    r"(?<!\w)(?P<how>(?:<lint/degree>) )?"
    r"(?:(?P<word><lint/times_word>)|<(?P<times>[0-9]+)>)"
    r"(?P<as> (?:as|more) (?:<lint/as_much>)\b| of the (?=<)| the(?: \w+| (?=<))| that\b| (?:of )?what\b| its\b| their\b|(?= <))"
)
_AGAIN = WordPattern(r"[^<]{0,12}\b(?:<lint/not_times>)\b")
_LEFT = WordPattern(r"\b(?:<common/clause_joint>|or|than)\b|[;:]|\. ")
_RIGHT = WordPattern(r"\b(?:<common/clause_joint>|if)\b|[;:]|\. ")
_THAT_AMOUNT = re.compile(r" that(?! of)\W")
"""A reference that stands before: "700, and four times that amount, 2,800, here"."""

_OF_ONE = WordPattern(r" (?:<checking/per>) [a-z-]+$")
"""At the end of a price of one: in "cost $8bn, or $5m a kilometre, twice the $4bn planned" it is not the price."""

_NO_REFERENCE = re.compile(r"^ ?(?:[.,;)–—]|$)")
_MOST_CHARS_LEFT, _MOST_CHARS_RIGHT = 70, 100


_FRACTION_OF = slots(
    r"<a>(?: of)?(?: [a-z'-]+){0,3}?, (?:(?:<lint/near>|only|just|or) )*<f>(?: of)? (?:the|its|their) <b>"
)
"""A figure and the fraction of another that it is said to be: "18 tonnes, half of the 36 tonnes of 2010"."""


def _judge_fractions(text: LintText) -> Iterator[Finding]:
    """The findings on fractions in words of a figure, beside another that is not that."""
    for sentence, named, _ in text.matches(_FRACTION_OF):
        end, fraction, start = named["a"], named["f"], named["b"]
        is_word = (
            fraction.unit == "percent"
            and not any(map(str.isdigit, fraction.text))
            and "cent" not in fraction.text
        )
        if not is_word or not _may_be_alike(end, start) or not _are_of_one_sort(end, start):
            continue
        if end.unit == "percent" or _is_aside(end) or not 0 < end.number < start.number:
            continue
        if not ratio_of(start, end).scaled(HUNDRED).meets(fraction.interval):
            yield from _judge_ratio(text, sentence, end, start, fraction.number / HUNDRED, "")


def find_wrong_ratio(text: LintText) -> Iterator[Finding]:
    """Finds “Twice as many as the 25 ...” beside a figure that is not twice 25."""
    yield from _judge_fractions(text)
    for sentence in text.told:
        for match in _TIMES.finditer(sentence.template) if len(sentence.figures) > 1 else ():
            factor = _factor(sentence, match)
            pair = _compared(sentence, match) if factor else None
            if factor and pair:
                yield from _judge_ratio(text, sentence, *pair, factor, (match["how"] or "").strip())
        yield from _judge_only_two(text, sentence)


_TIMES_AS_FAST = WordPattern(r"^ (?:<checking/by_how_much>|<lint/more_so>)(?! than)\b ?(?=[.,;)]|$)")


def _judge_only_two(text: LintText, sentence: FigureSentence) -> Iterator[Finding]:
    """The finding on "four times faster" behind the only two figures of a sentence, whichever comes first."""
    figures = [figure for figure in sentence.figures if figure.kind != "ordinal"]
    if (
        len(figures) != len(_ONLY)
        or figures[-1].kind != "multiple"
        or sentence.figures[-1] is not figures[-1]
    ):
        return
    one, other, times = figures
    if (
        not _TIMES_AS_FAST.match(sentence.after(len(sentence.figures) - 1))
        or one.dimension != other.dimension
    ):
        return
    small, large = sorted((one, other), key=lambda figure: figure.number)
    if small.number > 0 and not ratio_of(small, large).meets(
        Interval(allowed_ratio(times.number, "").low, allowed_ratio(times.number + 1, "").high)
    ):
        ratio = large.number / small.number
        yield text.finding(
            "lint/ratio",
            sentence,
            (one, other, times),
            f"{large.text} is {ratio:.2f} times {small.text}, not {times.text}",
            arithmetic=f"{shown_number(large.number)} / {shown_number(small.number)} = {ratio:.2f}",
        )


_ONLY = ("one", "other", "times")


def _factor(sentence: FigureSentence, match: re.Match[str]) -> float:
    """How many times as much is said; 0 where that is not what the words say."""
    if match["word"]:
        return times()[match["word"]]
    figure = sentence.figures[int(match["times"])]
    return figure.number if figure.kind == "multiple" else 0.0


def _compared(sentence: FigureSentence, match: re.Match[str]) -> tuple[Figure, Figure] | None:
    """The figure that is so many times another, and that other."""
    words, slots_ = sentence.template, sentence.slots
    behind = [
        i
        for i, (start, _) in enumerate(slots_)
        if start >= match.end() and not _is_aside(sentence.figures[i])
    ]
    before = [
        i for i, (_, end) in enumerate(slots_) if end <= match.start() and not _is_aside(sentence.figures[i])
    ]
    if _AGAIN.match(words, match.end()):
        return None
    if not before:
        return _bracketed(sentence, match)
    near = [i for i in before if _is_near(words[slots_[i][1] : match.start()], _LEFT, _MOST_CHARS_LEFT)]
    if not near:
        return None
    if _THAT_AMOUNT.search(words[match.start() : match.end() + 4]):
        return None
    if _NO_REFERENCE.match(words[match.end() :]):
        return _only_other(sentence, near[-1], before) if _AS_MANY.match(match["as"]) else None
    for right in behind:
        if _is_told_before(sentence, match, right):
            return None
        left = _main_of(sentence, near, right)
        if left is not None:
            between = words[match.end() : slots_[right][0]]
            is_same = _are_of_one_sort(sentence.figures[left], sentence.figures[right])
            is_near = _is_near(between, _RIGHT, _MOST_CHARS_RIGHT)
            is_same &= _is_of_one(sentence.figures[left]) == _is_of_one(sentence.figures[right])
            return (sentence.figures[left], sentence.figures[right]) if is_same and is_near else None
    return None


def _is_told_before(sentence: FigureSentence, match: re.Match[str], right: int) -> bool:
    """Whether a comparison has its reference in words of its own sentence: "half as many as at first. It has 220"."""
    stop = sentence.stop
    words = sentence.template[match.end() : sentence.slots[right][0]]
    is_behind = stop is not None and sentence.figures[right].start > stop
    return is_behind and _HELD_AGAINST.match(words) is not None and not _HAD.search(words)


_HELD_AGAINST = re.compile(r" as [^,]+,")
_HAD = WordPattern(r"\b(?:then|had|were|was|<lint/once>)\b[^,]*$")
"""Before a figure of the time that a comparison goes back to: "as in 1990, when it had"."""

_AS_MANY = re.compile(r" as ")
_AGAINST = WordPattern(
    r"[^(]{0,60}\(<(?P<a>[0-9]+)>(?: [a-z]+)?,? (?:<lint/compared_cue>|<lint/start_cue>) (?:the )?<(?P<b>[0-9]+)>"
)
"""Behind a comparison, the two figures that it rests on: "three times as many as in 1990 (330 against 110)"."""


def _bracketed(sentence: FigureSentence, match: re.Match[str]) -> tuple[Figure, Figure] | None:
    """The two figures in brackets behind a comparison."""
    found = _AGAINST.match(sentence.template, match.end())
    if found is None:
        return None
    one, other = (sentence.figures[int(found[name])] for name in "ab")
    return (one, other) if _may_be_alike(one, other) and _are_of_one_sort(one, other) else None


def _only_other(sentence: FigureSentence, index: int, before: Sequence[int]) -> tuple[Figure, Figure] | None:
    """A figure that is called so many times as much, and the only other of its sort before it: "now 97, half as many"."""
    own = sentence.figures[index]
    others = [i for i in before if i != index and _may_be_alike(own, sentence.figures[i])]
    if len(others) != 1 or others[0] > index or sentence.template[sentence.slots[index][1]] != ",":
        return None
    other = sentence.figures[others[0]]
    return (own, other) if _are_of_one_sort(own, other) and _may_be_alike(other, own) else None


def _main_of(sentence: FigureSentence, near: Sequence[int], right: int) -> int | None:
    """Which of the figures before a comparison is held against one behind it: not the last where that only says
    where or in what another was reached, "helped 12,000 families in nine counties, twice as many as the 6,000".
    """
    reference = sentence.figures[right]
    alike = [i for i in near if _may_be_alike(sentence.figures[i], reference)]
    if not alike or alike[-1] != near[-1]:
        return None
    is_of_last = ", which " in sentence.template[sentence.slots[alike[-1]][1] : sentence.slots[right][0]]
    named = [
        i
        for i in alike
        if not is_of_last and reference.of and _are_of_one_sort(sentence.figures[i], reference)
    ]
    if named:
        return named[-1]
    while len(alike) > 1 and _IN.search(sentence.before(alike[-1])) and not is_of_last:
        alike.pop()
    return alike[-1]


_IN = WordPattern(r"\b(?:<grammar/preposition>) (?:(?:<common/the_or_possessor>|(?:<lint/near>)) )*$")


def _is_of_one(figure: Figure) -> bool:
    """Whether a figure is what one of many costs or does: "$5 a head"."""
    return _OF_ONE.search(figure.text) is not None


def _is_aside(figure: Figure) -> bool:
    """Whether a figure is no amount that can be compared, or only says when."""
    return figure.kind in ("ordinal", "multiple") or figure.unit in TIME_UNITS


def _is_near(words: str, stop: WordPattern, most: int) -> bool:
    return len(words) <= most and stop.search(words) is None


def _may_be_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures have one unit, or the second leaves that of the first out."""
    return one.dimension == other.dimension or (other.kind == "number" and other.unit is None)


def _are_of_one_sort(one: Figure, other: Figure) -> bool:
    """Whether two counts may be of one sort of things; a bare number goes with any."""
    if not one.of or not other.of:
        return True
    return not base_forms(one.head).isdisjoint(base_forms(other.head))


def _judge_ratio(
    text: LintText, sentence: FigureSentence, end: Figure, start: Figure, factor: float, how: str
) -> Iterator[Finding]:
    if start.number <= 0 or end.number <= 0:
        return
    allowed = allowed_ratio(factor, how)
    if ratio_of(start, end).meets(allowed):
        return
    ratio = end.number / start.number
    yield text.finding(
        "lint/ratio",
        sentence,
        (end, start),
        f"{end.text} is {ratio:.2f} times {start.text}, not {shown_number(factor)} times",
        arithmetic=f"{shown_number(end.number)} / {shown_number(start.number)} = {ratio:.2f}",
        tolerance=f"{allowed.low:.2g} to {allowed.high:.2g}",
    )


# Who comes first

_TOP = r"(?P<top>\b(?:<lint/top_word>)\b)"
_FOLLOWED = slots(
    rf"{_TOP}(?: [a-z-]+){{0,2}}?(?: of (?:the |its |all )?<_>)?[^<;]{{0,80}}?<a>[^<;]{{0,40}}?(?:,|and|–|—)? ?"
    r"(?:<lint/followed_by>)(?P<between>[^<;]{0,60}?)<b>"
)
_IN_A_RACE = slots(
    r"(?P<top>\b(?:<lint/race_won>)\b|\bfinished <_>)[^<;]{0,60}?(?:<_>[^<;]{0,30}?)?\b(?:in|with(?: a time of)?) <a>[^<;]{0,30}?"
    r"(?:,|and|–|—)? ?(?:<lint/followed_by>)[^<;]{0,50}?(?:in |with |\(|, )<b>"
)
"""Who is first needs the least time."""

_LOWEST = WordPattern(
    r"\b(?:<lint/lowest>|(?<!leads the )(?<!led the )(?<!tops the )(?<!topped the )rank\w*)\b"
)
_BUT = WordPattern(r"[^,;<]{0,30}?,? (?:<lint/but>)\b", re.IGNORECASE)
"""What the order goes by instead: "followed by Chile with 14 medals but fewer golds"."""

_RACE_UNITS = ("second", "minute", "hour", "day")
_BEHIND = WordPattern(r"^\s*(?:<lint/behind_first>)\b", re.IGNORECASE)


_WHO_HAS = re.compile(r", (?:who|which|with|at|on)\b")


_BEATEN = slots(r"\b(?:<lint/beats>) [^<;,.]{1,40}? by <a>(?: [a-z]+)? to <b>")
"""Who wins has the more of the two: "beat Okoro by 455 votes to 410"."""


_WON = WordSet("lint/wins")


def find_denied_orders(text: LintText) -> Iterator[Finding]:
    """Finds “The largest, with 30 tonnes, followed by Ohio with 40”: an order that its own figures deny."""
    for sentence, named, match in text.matches(_FOLLOWED):
        is_of_next = "," not in _WHO_HAS.sub("", match["between"]).strip(", ")
        if is_of_next and not _LOWEST.search(sentence.template):
            yield from _judge_order(text, sentence, named["a"], named["b"], match["top"])
    for sentence in text.sentences:
        ranked = _ranked(sentence) if len(sentence.figures) > 2 else []
        for (_, top, first), (_, _, second) in pairwise(ranked):
            yield from _judge_order(text, sentence, first, second, top)
    for sentence, named, match in text.matches(_IN_A_RACE):
        yield from _judge_race(text, sentence, named["a"], named["b"], match["top"])
    for sentence, named, match in text.matches(_BEATEN):
        if any(figure.of and base_forms(figure.head).isdisjoint(_WON.words()) for figure in named.values()):
            continue  # fewer strokes win
        yield from _judge_order(
            text, sentence, named["a"], with_unit_of(named["b"], named["a"]), match[0].split()[0]
        )
    yield from find_orders_by_name(text)
    yield from find_denied_comparatives(text)
    yield from find_denied_superlatives(text)


def _judge_order(
    text: LintText, sentence: FigureSentence, first: Figure, second: Figure, top: str
) -> Iterator[Finding]:
    """The finding on what comes first with less than what comes behind it."""
    if first.dimension != second.dimension or not _are_of_one_sort(first, second):
        return
    if {"ordinal", "multiple"} & {first.kind, second.kind} or _BUT.match(sentence.text[second.end :]):
        return
    if first.interval.high < second.interval.low:
        yield text.finding(
            "lint/order",
            sentence,
            (first, second),
            f"“{top}” with {first.text}, but what follows has {second.text}",
            arithmetic=f"{shown_number(first.number)} < {shown_number(second.number)}",
        )


_PLACE_BEHIND = WordPattern(
    r"^(?! (?:<common/time_span>|<common/month>)\b)(?:[ -](?!(?:and|but|while|as)\b)[a-z'-]+){0,7}?,? ?\(?$"
)
"""Between a place in the order and its figure: "second is Mexico with $710 million"."""


def _ranked(sentence: FigureSentence) -> list[tuple[int, str, Figure]]:
    """The figures that a sentence puts in order from the first on, each with its rank and the words that say it."""
    words = sentence.template
    top = _TOP_WORD.search(words)
    if top is None or _LOWEST.search(words):
        return []
    ranked: list[tuple[int, str, Figure]] = []
    expected = 1
    for index, figure in enumerate(sentence.figures):
        start = sentence.slots[index][0]
        if expected == 1 and not ranked:
            if start > top.end() and not _is_aside(figure):
                if start - top.end() > _MOST_CHARS_LEFT:
                    return []
                ranked.append((1, top[0], figure))
                expected = 2
            continue
        if _is_aside(figure) or index == 0:
            continue
        place = sentence.figures[index - 1]
        if (
            place.kind == "ordinal"
            and place.number == expected
            and _PLACE_BEHIND.match(sentence.before(index))
        ):
            ranked.append((expected, place.text, figure))
            expected += 1
    return ranked


_TOP_WORD = WordPattern(r"\b(?:<lint/top_word>)\b")


def _judge_race(
    text: LintText, sentence: FigureSentence, first: Figure, second: Figure, top: str
) -> Iterator[Finding]:
    """The finding on who is first in more time than who comes behind."""
    if "<" in top and "finished first" not in sentence.text.lower():
        return
    second = with_unit_of(second, first)
    if first.unit not in _RACE_UNITS or first.dimension != second.dimension:
        return
    if first.interval.low > second.interval.high and not _BEHIND.match(sentence.text[second.end :]):
        yield text.finding(
            "lint/order",
            sentence,
            (first, second),
            f"first in {first.text}, but what follows took {second.text}",
            arithmetic=f"{shown_number(first.number)} > {shown_number(second.number)}",
        )


RULES = (
    (
        find_wrong_ratio,
        CheckRule(
            "lint/ratio",
            ("inconsistent",),
            "“twice as many as the 25”, said of a figure that is not twice that",
            ("The yard sold 40 boats, twice as many as the 25 it sold before.", ""),
            ("The yard sold 50 boats, twice as many as the 25 it sold before.", ""),
        ),
    ),
    (
        find_denied_orders,
        CheckRule(
            "lint/order",
            ("inconsistent",),
            "an order that its own figures deny",
            ("Texas was the largest producer with 30 tonnes, followed by Ohio with 40 tonnes.", ""),
            ("Texas was the largest producer with 50 tonnes, followed by Ohio with 40 tonnes.", ""),
        ),
    ),
)
"""The finders of this module, each with the rule in whose name it finds."""
