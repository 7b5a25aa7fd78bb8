"""Wholes that can be given away only once: the votes, the shares of a firm, the air, what a list divides.

What is of such a whole leaves the rest of it out, whatever the words: more than 100 % of it cannot be told. The
whole is named beside one of the shares, by the verb before a list of them, or by two answers that exclude each other.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.checking.lint.figures import (
    ABOUT,
    FRACTION_POINTS,
    HUNDRED,
    Figure,
    FigureSentence,
    Interval,
    as_share,
    shown_number,
    shown_sum,
    sum_of,
)
from claimcheck.lexicons.quantities import load_number_words
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText

_FRACTION = WordPattern(
    r"\b(?:(?:an?|one|the remaining) (?P<part><lint/fraction_noun>)|half)(?= (?:<lint/copula>|<lint/divided_where>|<lint/divided_verb>)\b)",
    re.IGNORECASE,
)


def unread_fractions(sentence: FigureSentence) -> list[Figure]:
    """Fractions that stand alone, which are no figures elsewhere: "a quarter is farmland"."""
    found = []
    for match in _FRACTION.finditer(sentence.text):
        if any(
            figure.start < match.end() and match.start() < figure.end and figure.kind != "ordinal"
            for figure in sentence.figures
        ):
            continue
        share = HUNDRED / float(load_number_words()[match["part"].lower()].value if match["part"] else _TWO)
        spread = Interval(share - FRACTION_POINTS, share + FRACTION_POINTS)
        found.append(
            Figure(
                match.start(), match.end(), match[0], share, "percent", "percent", "", spread, FRACTION_POINTS
            )
        )
    return found


_WHOLE_TOLD = WordPattern(
    r"(?:<[0-9]+>|\bthird|\bquarter|\bhalf) (?:of )?(?:the |all |its |their |his |her )?(?:(?!<)[a-z]+ )?(?:<lint/given_once>)\b"
)
_BLEND = WordPattern(
    rf"\b(?:<lint/blended>)\b[^<;]{{0,30}}?{ABOUT}<[0-9]+> [a-z]+(?:(?:,| and|, and) {ABOUT}<[0-9]+> [a-z]+)+(?=[.;,]|$)"
)
_LIST = WordPattern(
    r"\b(?:<lint/parted>|<lint/divided_whole>|<lint/shared_out>)\b[^<:;.]{0,40}?(?::| [–—-]|(?= the\b)) ?"
    r"(?P<items>(?:[a-z' -]{0,40}?\(?<[0-9]+>\)?[a-z' -]{0,40}?(?:,|;| and\b|(?=[.;]|$)) ?(?:and )?){3,})(?=[.;]|$)"
)
_SIDES = WordPattern(
    r"<[0-9]+>[^<;]{0,40}?\b(?:<lint/voted_yes>)\b[^<;]{0,25}?<[0-9]+>[^<;]{0,25}?\b(?:<lint/voted_no>)\b"
    r"|<[0-9]+>[^<;]{0,40}?\b(?:<lint/voted_no>)\b[^<;]{0,25}?<[0-9]+>[^<;]{0,25}?\b(?:<lint/voted_yes>)\b"
)
_SEXES = WordPattern(
    r"\b(?P<one><lint/female>) (?:<lint/makes_up>) (?:(?:<lint/near>) )*<[0-9]+>[^<;]{0,40}?\b(?:and|,) (?:<lint/male>) (?:(?:<lint/makes_up>) )?(?:(?:<lint/near>) )*<[0-9]+>(?! of\b)"
    r"|<[0-9]+> (?:<lint/female>),? and (?:(?:<lint/near>) )*<[0-9]+> (?:<lint/male>)(?=[.,;]|$)"
)
_ARE_APART = WordPattern(
    r"\b(?:<lint/share_noun>)s?\b[^<]*<[0-9]+> (?:in|among|at) [^<]*<[0-9]+> (?:in|among|at) "
)
"""A measure and what it is in each of several places: "Shares of women: 47 percent in Sweden, 45 percent in"."""

_OTHER_TIME = WordPattern(
    r"\b(?:<lint/nested>|<lint/once>|<lint/up>|<lint/down>|<lint/other_whole>|[12]\d{3})\b"
)


def find_crowded_wholes(text: LintText) -> Iterator[Finding]:
    """Shares of a whole that can be given away only once, which are more than all of it."""
    for sentence in text.sentences:
        words = sentence.template
        if (
            sentence.is_heading
            or not _PART.search(words)
            or _ARE_APART.search(words)
            or _OTHER_TIME.search(_MAKES_UP.sub("", words))
        ):
            continue
        for pattern in (_WHOLE_TOLD, _BLEND, _LIST, _SIDES, _SEXES):
            match = pattern.search(words)
            shares = _shares_of(sentence, match) if match is not None else []
            if any(map(sentence.is_end_of_range, shares)):
                continue
            if pattern is _WHOLE_TOLD and _are_of_several_wholes(sentence, shares):
                continue
            if (
                len(shares) < _TWO
                or sum(_has_whole(sentence, index) for index in range(len(sentence.figures))) > 1
            ):
                continue
            if pattern in (_SIDES, _SEXES) and _has_whole(sentence, sentence.figures.index(shares[-1])):
                continue  # "60% of women said yes, 50% of men no"
            total = sum(share.number for share in shares)
            if sum_of(shares).widened(HALF_POINT).low > HUNDRED and max(s.number for s in shares) <= HUNDRED:
                yield text.finding(
                    "lint/shares",
                    sentence,
                    shares,
                    f"the shares of one whole come to {shown_number(total)} %, more than all",
                    arithmetic=f"{shown_sum(s.number for s in shares)} = {shown_number(total)} > 100",
                )
                break


_TWO = 2
HALF_POINT = 0.5
_MAKES_UP = WordPattern(r"\b(?:<lint/making_up>)\b")
_PART = re.compile(r"<[0-9]+>|\b(?:half|third|quarter)\b")


def _has_whole(sentence: FigureSentence, index: int) -> bool:
    """Whether a share tells of what it is one: "60% of women"."""
    return sentence.figures[index].text.endswith(" of") or sentence.after(index).startswith(" of ")


def _are_of_several_wholes(sentence: FigureSentence, shares: Sequence[Figure]) -> bool:
    """Whether shares may be of the votes of several places, or of what each of several has.

    "Smith won 64% of the vote in Dane and Jones 57% in Rock", "Ohio cast 62% of its ballots by mail and Iowa 58%".
    """
    if not shares:
        return False
    last = max(shares, key=lambda share: share.start)
    is_placed = _PLACED.match(sentence.text, last.end) is not None
    is_owned = any(_ITS_OWN.match(sentence.text, share.end) for share in shares)
    return is_placed or (is_owned and _NAMED.search(sentence.text, 0, last.start) is not None)


_PLACED = re.compile(r",? (?:in|at|among) ")
_ITS_OWN = WordPattern(r" ?(?:of )?(?:all )?(?:<common/possessor>)\b")
_NAMED = re.compile(r"\b[A-Z][\w'’.-]*,? (?:[a-z]+ )?$")
_EACH = re.compile(r" each\b")


def _shares_of(sentence: FigureSentence, match: re.Match[str]) -> list[Figure]:
    """The shares of a sentence, those of a list within its bounds; what each of several has, so many times."""
    items = match.groupdict().get("items")
    start, end = match.span() if items is None else match.span("items")
    is_all = match.re is _WHOLE_TOLD.compiled()
    found = []
    for index, figure in enumerate(sentence.figures):
        share = as_share(figure)
        inside = start <= sentence.slots[index][0] < end
        if share.unit != "percent" or not (inside or is_all):
            continue
        if index and _EACH.match(sentence.after(index)) and sentence.figures[index - 1].kind == "count":
            times = sentence.figures[index - 1].number
            share = replace(share, number=share.number * times, interval=share.interval.scaled(times))
        found.append(share)
    return [*found, *unread_fractions(sentence)] if is_all else found
