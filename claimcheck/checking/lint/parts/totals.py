"""Totals that stand apart from what they are the sum of: in a clause, or a sentence, of their own.

“The vase fetched £2,400, the clock £1,900 and the mirror £700, and the house took £5,000 overall.” A word for
“together” beside a figure makes it a total; its parts are all the figures of its sort before it, and there must be
no way to choose some of them that it is the sum of.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.checking.lint.figures import ABOUT, TIME_UNITS, are_alike, sum_of
from claimcheck.checking.texts import small_words, words_of
from claimcheck.lexicons.word_relations import base_forms, kinds_above
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_BEFORE = WordPattern(
    rf"\b(?<!out of )(?:<lint/in_all>|a total of)\b(?! with\b)[^<,;]{{0,40}}$|(?:^|, )all {ABOUT}$"
    rf"|,? so(?: that)? (?:(?:(?:<common/article_or_possessor>) )?[a-z]+ )?(?:(?:<lint/brought_in>) )?{ABOUT}$|\b(?:<lint/comes_to_sum>) {ABOUT}$"
)
_BEHIND = WordPattern(r"^(?: [a-z]+){0,3} (?:<lint/in_all>)\b|^(?: [a-z]+){0,2} (?:<lint/over_all_of>)\b")
_OVER_ALL = WordPattern(r"\b(?:<lint/over_them>) (?:<lint/told_of>) $")
"""Before how many the parts are: "over the three days she covered"."""

_OF_THEM_ALL = WordPattern(rf"[.,] (?:(?:<lint/none_of>) )?(?:<lint/told_of>) {ABOUT}$")
"""How a sentence begins that goes on about all that were counted: "Its 29 sites", "None of the 164 people"."""

_NOT_ADDED = WordPattern(
    r"\b(?:<lint/not_summed>|<lint/some_of>|<lint/nested>|total)\b|\b(?:<lint/up>|<lint/down>)\b[^<,;]{0,15}<"
    r"|\band (?:<lint/one_more>) [a-z]|\b(?:<lint/the_rest>)\b"
)
_ONCE = WordPattern(r"\b(?:<lint/once>)\b")
_MOST_TIMES = 2.0
_MOST_PARTS = 8


def totals_apart(text: LintText) -> Iterator[tuple[FigureSentence, list[Figure], Figure]]:
    """The totals of a text, each with its parts, where the parts make it in no way."""
    for sentence in text.sentences:
        if sentence.is_heading or "|" in sentence.text or "\t" in sentence.text:
            continue
        for window in filter(None, (sentence, text.with_before(sentence))):
            found = list(_totals_of(window, sentence))
            yield from found
            if found:
                break


def _totals_of(
    window: FigureSentence, sentence: FigureSentence
) -> Iterator[tuple[FigureSentence, list[Figure], Figure]]:
    for index, total in enumerate(window.figures):
        is_of_sentence = window.start + total.start >= sentence.start
        if not is_of_sentence or not _is_total(window, index):
            continue
        told = window.figures[:index]
        unit = next((f for f in told if f.unit not in (None, "percent", *TIME_UNITS)), total)
        parts = [f for f in told if are_alike(f, total) and f.kind != "ordinal"]
        if unit.dimension != total.dimension and any(f.kind == "number" for f in (*parts, total)):
            continue  # "12 km on Monday, 15 on Tuesday, 36 in all"
        words = window.template[: window.slots[index][0]]
        if is_share_of(window, index):
            continue  # "the total number of births was 8 % of all"
        if window.before(index).endswith(" and "):
            continue  # "3 bedrooms, 2 bathrooms and 9 rooms altogether"
        if not 2 <= len(parts) <= _MOST_PARTS or _NOT_ADDED.search(_BEFORE.sub("", words)):
            continue
        if _ONCE.search(words) and not _opens(window, index):
            continue
        is_apart = window.stop is not None and not _is_all_told(window, index)
        if not may_count(parts, total, is_apart=is_apart) or _has_others_between(window, parts[-1], total):
            continue
        if all(_is_part(part, total) for part in parts) and not _some_make(parts, total):
            yield window, parts, total


def _is_total(window: FigureSentence, index: int) -> bool:
    """Whether words say that a figure is all of those before it: "in all", "so that ... came", "over the three days"."""
    before = window.before(index)
    if _BEFORE.search(before) or _BEHIND.match(window.after(index)):
        return True
    if window.stop is None or not index:
        return False
    if _is_over_all(window, index):
        return True
    return window.figures[index].kind == "count" and _opens(window, index)


def _is_over_all(window: FigureSentence, index: int) -> bool:
    """Whether a figure stands behind the number of those before it: "Over the three days 394 were counted"."""
    assert window.stop is not None
    told = window.figures[index - 1]
    parts = [
        f for f in window.figures[: index - 1] if are_alike(f, window.figures[index]) and f.kind != "ordinal"
    ]
    is_second = told.start > window.stop and _OVER_ALL.search(window.before(index - 1)) is not None
    return is_second and told.kind != "ordinal" and told.number == len(parts)


def _is_all_told(window: FigureSentence, index: int) -> bool:
    """Whether the second of two sentences names nothing of its own that its total could count: "In total there are 650"."""
    assert window.stop is not None
    begin = window.figures[index - 1].end if _is_over_all(window, index) else window.stop + 1
    words = words_of(window.text[begin : window.figures[index].start])
    return all(word in small_words() or word in _TOTAL_WORDS for word in words)


_TOTAL_WORDS = WordSet("lint/total_word")


def _opens(window: FigureSentence, index: int) -> bool:
    """Whether a count of all is the first figure of the second of two sentences."""
    if window.stop is None or not index:
        return False
    is_first = window.figures[index - 1].end <= window.stop < window.figures[index].start
    return is_first and _OF_THEM_ALL.search(window.before(index)) is not None


def may_count(parts: Sequence[Figure], total: Figure, *, is_apart: bool) -> bool:
    """Whether a total can count what its parts do: that with a noun some part with one, the bare one no other sentence."""
    if total.unit is not None:
        return True
    if not all(_is_kind_of(part, total) for part in parts):
        return False
    if total.head in _PEOPLE:
        return any(part.head in _PEOPLE or "person" in kinds_above(part.head) for part in parts if part.of)
    is_named = any(part.of for part in parts)
    return is_named if total.of else not (is_named and is_apart)


def is_share_of(sentence: FigureSentence, index: int) -> bool:
    """Whether a figure is a share of something named behind it: "8 % of all"."""
    figure = sentence.figures[index]
    opening = f"{figure.text}{sentence.after(index)} "[: len(figure.text) + len(" of ")]
    return figure.unit == "percent" and " of " in opening


def _has_others_between(window: FigureSentence, last: Figure, total: Figure) -> bool:
    """Whether a figure of another sort, maybe of further parts, stands between the last part and the total."""
    return any(
        last.end <= figure.start < total.start and figure.kind != "ordinal" and figure.unit not in TIME_UNITS
        for figure in window.figures
    )


def _is_part(part: Figure, total: Figure) -> bool:
    """Whether a figure can be one of those that a total sums up: smaller, and no stretch of time."""
    return (
        " over " not in part.text  # "45 aged 20 to 60 and 215 over 60"
        and part.kind not in ("ordinal", "multiple")
        and part.unit not in (*TIME_UNITS, "percent")
        and 0 < part.number < total.number
    )


def _is_kind_of(part: Figure, total: Figure) -> bool:
    """Whether what a part counts, where it says that, is among what the total counts."""
    if not part.of or not total.of or not base_forms(part.head).isdisjoint(base_forms(total.head)):
        return True
    if all("person" in kinds_above(figure.head) for figure in (part, total)):
        return True
    return not base_forms(total.head).isdisjoint(_GENERAL.words()) or not base_forms(total.head).isdisjoint(
        kinds_above(part.head)
    )


_GENERAL = WordSet("lint/general_thing")
_PEOPLE = WordSet("lint/people")


def _some_make(parts: list[Figure], total: Figure) -> bool:
    """Whether some of the parts come to the total, or all to something of quite another size."""
    together = sum(part.number for part in parts)
    if not 1 / _MOST_TIMES <= together / total.number <= _MOST_TIMES:
        return True
    return any(
        sum_of(some).meets(total.interval)
        for size in range(2, len(parts) + 1)
        for some in combinations(parts, size)
    )
