"""Figures: borne out, rounded, converted, derived, or another one than the source gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import PAIR
from claimcheck.checking.figure_values import (
    has_same_head,
    is_comparable,
    is_only_bounded,
    is_precise,
    same_noun,
    same_value,
)
from claimcheck.checking.figures import FEW_SENTENCES, NUMERAL, SMALL, Figure, place_in
from claimcheck.checking.findings import make_finding
from claimcheck.checking.grounding.denying import lacking
from claimcheck.checking.grounding.derivations.amounts import added, gap, is_worked_out, tells_gap
from claimcheck.checking.grounding.derivations.derived import derived, surely_derived
from claimcheck.checking.grounding.derivations.gaps import other_side
from claimcheck.checking.grounding.derivations.multiples import is_of_each
from claimcheck.checking.grounding.derivations.operands import is_of_like_unit
from claimcheck.checking.grounding.derivations.rests import rest_of_which
from claimcheck.checking.grounding.derivations.spans import years_between
from claimcheck.checking.grounding.figure_words import clause_of, is_part_of, likeness_of, said_around
from claimcheck.checking.grounding.figures.cells import table_finding
from claimcheck.checking.grounding.figures.complements import crossed_complement
from claimcheck.checking.grounding.figures.numerals import numeral_findings
from claimcheck.checking.grounding.figures.other_words import borne_out, in_other_words
from claimcheck.checking.grounding.figures.periods import is_of_same_period, other_period
from claimcheck.checking.grounding.figures.rates import other_rate, other_span
from claimcheck.checking.grounding.figures.rivals import is_gap, rival_of
from claimcheck.checking.grounding.figures.unsourced import is_unsourced, says_something
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import small_words, words_of
from claimcheck.lexicons.word_relations import base_forms, family
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figure_values import Likeness
    from claimcheck.checking.findings import Finding, Place
    from claimcheck.checking.grounding.derivations.operands import Followed
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence


_RULES: dict[Likeness, str] = {
    "equal": "ground/figure",
    "rounded": "ground/rounding",
    "bounded": "ground/bound",
    "converted": "ground/unit-conversion",
}
_SCOPE: dict[Likeness, str] = {"rounded": "rounded as written", "bounded": "a bound", "converted": "0.5 %"}


@dataclass(frozen=True, slots=True)
class _Match:
    index: int
    likeness: Likeness
    weight: int


def figure_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """A verdict on every figure of a sentence."""
    for figure in answer.figures:
        if not says_something(figure) or not is_on("ground/figure"):
            continue
        if is_unsourced(figure, answer, material):
            continue
        yield _verdict(figure, answer, aligned, material)
    yield from numeral_findings(answer, material)


def _verdict(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Finding:
    place = place_in(figure, answer.sentence.source)
    of_table = table_finding(figure, place, answer, material.cells)
    match = _best_match(figure, answer, aligned, material)
    if of_table is not None:
        return _of_prose(figure, place, match, answer, aligned, material, of_table) or of_table
    if match is not None:
        return _of_match(figure, place, match, answer, aligned, material)
    is_of_numeral = _is_year_like(figure) or _is_bare_decimal(figure) or _is_hour(figure, answer)
    if is_of_numeral and f"{figure.low:f}" in material.figures.numerals:
        return make_finding(
            "ground/figure",
            "borne_out",
            kind=figure.kind,
            place=place,
            reason=f"a source holds {figure.low:f}",
        )
    other_words = in_other_words(figure, place, answer, aligned, material)
    if other_words is not None:
        return other_words
    if figure.is_range and _FROM.match(figure.text):
        ends = [_best_match(end, answer, aligned, material) for end in figure.ends()]
        if all(end is not None and material.figures.sentence[end.index] in aligned.near for end in ends):
            return _both_ends(figure, place, [end.index for end in ends if end is not None], material)
        follows = _one_end(figure, ends, aligned, material)
        if follows is not None:
            return _following(figure, place, follows)
    sure = surely_derived(figure, answer, aligned, material)
    if sure is not None:
        return _following(figure, place, sure)
    following = derived(figure, answer, aligned, material)
    if following is None and is_on("ground/years-between"):
        following = years_between(figure, answer, aligned, material)
    direct = _given_directly(figure, answer, aligned, material) if following is not None else None
    if direct is not None:
        return _other_value("ground/figure", figure, place, *direct, material)
    if following is not None:
        return _following(figure, place, following)
    return _contrary(figure, place, answer, aligned, material)


def _of_prose(
    figure: Figure,
    place: Place,
    match: _Match | None,
    answer: ParsedSentence,
    aligned: Aligned,
    material: Material,
    of_table: Finding,
) -> Finding | None:
    """The verdict on a figure that a sentence near the answer gives as well as a cell does."""
    if (
        of_table.level != "none"
        or match is None
        or material.figures.sentence[match.index] not in aligned.near
    ):
        return None
    start = material.figures.figures[match.index].start
    if any(cell.place.start <= start < cell.place.end for cell in material.cells):
        return None
    if _in_other_unit(figure, match, aligned, material) is not None:
        return None
    is_misplaced = _misplaced(figure, place, match, answer, aligned, material) is not None
    return None if is_misplaced else _matched(figure, place, match, material)


def _of_match(
    figure: Figure, place: Place, match: _Match, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding:
    """The verdict on a figure of which the sources have the value, of the same or of something else."""
    conflict = _in_other_unit(figure, match, aligned, material)
    if conflict is not None:
        return _other_value("ground/figure", figure, place, *conflict, material)
    misplaced = _misplaced(figure, place, match, answer, aligned, material)
    if misplaced is None:
        return _matched(figure, place, match, material)
    following = (
        added(figure, aligned, material)
        or rest_of_which(figure, aligned, material)
        or gap(figure, answer, aligned, material)
    )
    return misplaced if following is None else _following(figure, place, following)


def _following(figure: Figure, place: Place, followed: Followed) -> Finding:
    """The verdict on a figure that follows from figures of the sources."""
    rule, arithmetic, terms = followed
    return make_finding(
        f"ground/{rule}",
        "follows",
        kind=figure.kind,
        place=place,
        evidence=terms[:1],
        operands=terms,
        reason="it follows from figures of the source",
        arithmetic=arithmetic,
        tolerance=f"rounded to {figure.place:f}",
    )


def _in_other_unit(
    figure: Figure, match: _Match, aligned: Aligned, material: Material
) -> tuple[int, Figure] | None:
    """The same number of another unit nearby, where the number that was matched has no unit.

    14 weeks, of what takes 14 months, are not borne out by 14 votes.
    """
    if figure.kind != "measure" or material.figures.figures[match.index].kind != "number":
        return None
    for number in aligned.near:
        for index in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[index]
            is_other = other.unit != figure.unit and other.si_unit == figure.si_unit
            if other.kind == "measure" and is_other and (other.low, other.high) == (figure.low, figure.high):
                return number, other
    return None


def _misplaced(
    figure: Figure, place: Place, match: _Match, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding | None:
    """The verdict on a figure that the sources hold of something else, or the other way round; else None."""
    if (
        is_on("ground/rival")
        and not _stands_for_somebody(figure, answer)
        and not is_of_same_period(figure, match.index, answer, material)
    ):
        rival = rival_of(figure, match.index, answer, aligned, material) or crossed_complement(
            figure, answer, aligned, material
        )
        if rival is not None:
            return _other_value("ground/rival", figure, place, *rival, material)
    source, sentence = _figure_and_sentence(match.index, material)
    if is_only_bounded(figure, source) and not _is_left_open(figure, match.index, aligned, material):
        number = material.figures.sentence[match.index]
        return _other_value("ground/figure", figure, place, number, source, material)
    turned = _turned_range(figure, match.index, material) if is_on("ground/direction") else None
    rate = other_rate(figure, match.index, answer, material) if is_on("ground/rate") else None
    span = other_span(figure, answer, aligned, material) if is_on("ground/rate") else None
    evidence = [place_in(source, sentence.source), sentence.place()]
    if turned is not None:
        reason = f"the source has it the other way round: {turned}"
        return make_finding(
            "ground/direction", "differs", kind=figure.kind, place=place, evidence=evidence, reason=reason
        )
    per = rate or span
    if per is not None:
        first = figure.start - answer.sentence.start
        return make_finding(
            "ground/rate",
            "differs",
            kind=figure.kind,
            place=answer.sentence.place(first, per.end - answer.sentence.start),
            evidence=evidence,
            reason=f"the source gives it per {per.said}",
        )
    other = other_period(figure, answer, aligned, material) if is_on("ground/period") else None
    return None if other is None else _other_value("ground/period", figure, place, *other, material)


def _is_left_open(figure: Figure, index: int, aligned: Aligned, material: Material) -> bool:
    """Whether a bound may hold although a source gives its very value.

    The value is of something else, as 90 seats are for people; something falls short of it or passes it,
    "hoped to pass the million"; more is added to it; or a sentence nearby gives a value beyond it.
    """
    source, sentence = _figure_and_sentence(index, material)
    figures = material.figures
    numbers = figures.of_sentence[figures.sentence[index]]
    first, last = clause_of(source, [figures.figures[i] for i in numbers], sentence)
    is_short = lacking().search(sentence.text, first, last) is not None
    if is_short or same_noun(figure, source) is False or _PASSING.search(sentence.text, first, last):
        return True
    if any(_is_added(figures.figures[i], source, figure, sentence) for i in numbers):
        return True
    is_above = figure.comparator == ">"
    return any(
        figures.sentence[i] in aligned.near and (one.low > figure.low if is_above else one.low < figure.low)
        for i in figures.like(figure)
        if (one := figures.figures[i]).kind != "ordinal" and same_noun(figure, one) is not False
    )


_PASSING = WordPattern(r"\b(?:<checking/passing>)\b", re.IGNORECASE)

_AND_MORE = re.compile(r"[^.\d]*\b(?:and|plus)\b[^.\d]*", re.IGNORECASE)


def _is_added(more: Figure, source: Figure, figure: Figure, sentence: Sentence) -> bool:
    """Whether a sentence joins a figure to the one that has the value: "90 guests sat and three stood"."""
    if more.start < source.end or more.kind == "ordinal" or not is_of_like_unit(figure, more):
        return False
    between = sentence.text[source.end - sentence.start : more.start - sentence.start]
    return _AND_MORE.fullmatch(between) is not None


def _matched(figure: Figure, place: Place, match: _Match, material: Material) -> Finding:
    """The verdict on a figure that a figure of the sources bears out."""
    source, sentence = _figure_and_sentence(match.index, material)
    same = match.likeness == "equal"
    return make_finding(
        _RULES[match.likeness],
        "borne_out" if same else "follows",
        kind=figure.kind,
        place=place,
        evidence=[place_in(source, sentence.source), sentence.place()],
        reason=f"the source gives {source.shown()}" if same else _follows(match.likeness, figure, source),
        arithmetic=None if same else f"{source.shown()} -> {figure.shown()}",
        tolerance=None if same else _SCOPE[match.likeness],
    )


def _figure_and_sentence(index: int, material: Material) -> tuple[Figure, Sentence]:
    """A figure of the sources and the sentence that it stands in."""
    return material.figures.figures[index], material.index.sentences[material.figures.sentence[index]]


def _turned_range(figure: Figure, index: int, material: Material) -> str | None:
    """What the source writes, where both say from what to what something went and the ends are exchanged."""
    source = material.figures.figures[index]
    if not (figure.is_range and source.is_range and _FROM.match(figure.text) and _FROM.match(source.text)):
        return None
    ends = [NUMERAL.findall(text) for text in (figure.text, source.text)]
    if min(map(len, ends)) < PAIR or ends[0][0] == ends[0][-1]:
        return None
    return source.text if (ends[0][0], ends[0][-1]) == (ends[1][-1], ends[1][0]) else None


_FROM = re.compile(r"from\b", re.IGNORECASE)


def _both_ends(figure: Figure, place: Place, indices: Sequence[int], material: Material) -> Finding:
    """A range whose ends the sources give one by one: "from 21 to 14" of 21 in one place, 14 in another."""
    places = [
        place_in(material.figures.figures[i], material.index.sentences[material.figures.sentence[i]].source)
        for i in indices
    ]
    return make_finding(
        "ground/figure",
        "borne_out",
        kind=figure.kind,
        place=place,
        evidence=places,
        reason="the source gives both ends of it",
    )


def _one_end(
    figure: Figure,
    ends: Sequence[_Match | None],
    aligned: Aligned,
    material: Material,
) -> Followed | None:
    """How the one end of a range that no source gives follows, where one gives the other end."""
    if sum(end is None for end in ends) != 1:
        return None
    lone = next(end for end, held in zip(figure.ends(), ends, strict=True) if held is None)
    return other_side(lone, aligned, material)


def _follows(likeness: Likeness, figure: Figure, source: Figure) -> str:
    if likeness == "rounded":
        return f"{figure.shown()} is {source.shown()} rounded"
    if likeness == "converted":
        return f"{figure.shown()} is {source.shown()} in another unit"
    return f"{source.shown()} lies within {figure.shown()}"


def _best_match(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> _Match | None:
    """The figure of the sources that bears this one out, the one in the most fitting place first."""
    best: _Match | None = None
    words = [family(word) for word in answer.content if word not in figure.text.lower()]
    near = set(aligned.near)
    is_telling = _is_telling(figure)
    for index in material.figures.like(figure):
        other = material.figures.figures[index]
        likeness = same_value(figure, other)
        if likeness is None or not is_on(_RULES[likeness]):
            continue
        number = material.figures.sentence[index]
        if figure.kind == "percent" and other.kind == "number" and not _may_be_percent(number, material):
            continue
        noun = same_noun(figure, other)
        shared = sum(1 for forms in words if forms & material.index.keys[number])
        close = number in near
        telling = is_telling or (figure.comparator != "=" and other.comparator == figure.comparator)
        if not telling and not (noun or (close and noun is None and shared) or shared > 1):
            continue
        if not (shared or close or noun) and len(material.index.sentences) > FEW_SENTENCES:
            continue
        weight = 4 * close + 2 * bool(noun) + min(shared, 3) - 2 * (noun is False) + 3 * (likeness == "equal")
        if best is None or weight > best.weight:
            best = _Match(index, likeness, weight)
    return best


def _may_be_percent(number: int, material: Material) -> bool:
    """Whether a number of a sentence may leave out its percent sign: a table has it, or a sentence nearby.

    What the numbers are of is said before them as a rule, and seldom far behind.
    """
    sentences = material.index.sentences
    own = sentences[number]
    around = sentences[max(0, number - UNIT_BEFORE) : number + 2]
    return any(sign in own.text for sign in "|\t\n") or any(
        one.source == own.source and _PERCENT.search(one.text) is not None for one in around
    )


UNIT_BEFORE = 2
"""So many sentences before a number, and one behind it, may say that it is in percent."""

_PERCENT = WordPattern(r"%|\b(?:(?:<checking/percent>)s?|shares?)\b", re.IGNORECASE)


def _is_telling(figure: Figure) -> bool:
    """Whether the number alone says what it is of: it is large, or has a unit."""
    if figure.kind in ("money", "percent", "measure"):
        return True
    return figure.high > SMALL or figure.low != figure.low.to_integral_value()


def _is_year_like(figure: Figure) -> bool:
    """Whether a bare number may be a year, which the sources then name as one."""
    is_number = figure.kind in ("number", "count") and figure.unit is None and not figure.is_range
    return is_number and figure.low in range(1500, 2100)


_DEFINITE = WordPattern(r"\W*(?:<checking/definite>)\s+", re.IGNORECASE)


def _stands_for_somebody(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether an age stands for a person who was named before: "The 22-year-old came second"."""
    before = answer.sentence.text[: figure.start - answer.sentence.start]
    return figure.is_age and _DEFINITE.fullmatch(before) is not None


_OF_THE_DAY = WordPattern(r"\s+(?:<checking/of_the_day>)(?!\w)", re.IGNORECASE)


def _is_hour(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a number is an hour in words: "nine in the evening"."""
    if figure.kind not in ("number", "count") or figure.is_range:
        return False
    return _OF_THE_DAY.match(answer.sentence.text, figure.end - answer.sentence.start) is not None


def _is_bare_decimal(figure: Figure) -> bool:
    """Whether it is a number with decimals and nothing else, such as a version without its product."""
    bare = figure.kind in ("number", "count") and figure.unit is None and not figure.is_range
    return bare and figure.low != figure.low.to_integral_value()


def _contrary(
    figure: Figure, place: Place, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding:
    """Not found; or another value, where the sentence that says the same thing gives one."""
    said = said_around(figure, answer)
    wholes = _wholes_of(figure, aligned, material)
    is_apart = is_gap(figure, answer.sentence)
    others = [
        (_is_taken(index, figure, answer, material), -likeness_of(said, index, material), rank, n, index)
        for rank, n in enumerate(aligned.best)
        for index in material.figures.of_sentence.get(n, ())
        if index not in wholes and same_value(figure, material.figures.figures[index]) is None
        if not is_apart or is_gap(material.figures.figures[index], material.index.sentences[n])
        if figure.kind != "percent" or material.figures.figures[index].kind != "count"
        if is_comparable(figure, material.figures.figures[index])
        or (has_same_head(figure, material.figures.figures[index]) and _likely(said, index, material))
    ]
    if others and not _is_there_without_sign(figure, aligned, material):
        *_, number, index = min(others)
        return _other_value("ground/figure", figure, place, number, material.figures.figures[index], material)
    is_loose = figure.kind != "multiple" and not _is_telling(figure)
    loose = [i for i in material.figures.like(figure) if not _has_own_sign(material.figures.figures[i])]
    loose = loose if is_loose else []
    told = _told_of_like(figure, loose, material)
    if told is not None:
        return _other_value("ground/figure", figure, place, *told, material)
    if loose:  # the sources hold so small a number, in other words than these
        shown = material.figures.figures[loose[0]].shown()
        return borne_out(figure, place, loose[0], material, f"a source gives {shown}")
    evidence = [material.index.sentences[number].place() for number in aligned.best[:1]]
    return make_finding(
        "ground/figure",
        "not_found",
        kind=figure.kind,
        place=place,
        evidence=evidence,
        reason=f"no source gives {figure.shown()} for this, and it follows from none of its figures",
    )


def _is_there_without_sign(figure: Figure, aligned: Aligned, material: Material) -> bool:
    """Whether a sentence nearby has the number of a percentage without a sign, so that no other is meant."""
    figures = material.figures
    return figure.kind == "percent" and any(
        figures.figures[i].kind == "number" and figures.sentence[i] in aligned.near
        for i in figures.like(figure)
    )


def _told_of_like(figure: Figure, loose: Sequence[int], material: Material) -> tuple[int, Figure] | None:
    """How many the sources have of what shares a word with what is counted, if all of this number are others.

    Three Romanian men, of two Romanian women and three partners.
    """
    mine = _words_counted(figure)
    if not mine or not loose or len(material.index.sentences) > FEW_SENTENCES:
        return None
    figures = material.figures.figures
    if any(not _words_counted(figures[i]) or not mine.isdisjoint(_words_counted(figures[i])) for i in loose):
        return None
    for index, other in enumerate(figures):
        is_count = other.kind == figure.kind == "count" and not other.is_range
        if is_count and other.low > 1 and not mine.isdisjoint(_words_counted(other)):
            return material.figures.sentence[index], other
    return None


def _words_counted(figure: Figure) -> frozenset[str]:
    """The base forms of the telling words of what a figure counts."""
    words = (word for word in words_of(figure.noun or "") if word not in small_words())
    return frozenset().union(*map(base_forms, words), frozenset())


def _is_taken(index: int, figure: Figure, answer: ParsedSentence, material: Material) -> bool:
    """Whether another figure of the answer has the value of one of the sources and so stands for it."""
    other = material.figures.figures[index]
    return any(one is not figure and same_value(one, other) is not None for one in answer.figures)


def _given_directly(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, Figure] | None:
    """Another value that the best sentence gives in the very words of the answer.

    A share of few digits follows from others by chance; where the source itself says how much, that counts.
    So it does for what the answer does not say that it was worked out.
    """
    is_by_chance = figure.kind in ("percent", "multiple") and not is_precise(figure)
    first, last = clause_of(figure, answer.figures, answer.sentence)
    is_worked = is_worked_out(answer.sentence.text[first:last]) or tells_gap(figure, answer)
    is_told = is_by_chance or not is_worked
    if not is_told or figure.is_fraction:
        return None
    said = said_around(figure, answer)
    for number, index in ((n, i) for n in aligned.best[:1] for i in material.figures.of_sentence.get(n, ())):
        other = material.figures.figures[index]
        if other.kind != figure.kind or other.unit != figure.unit or not is_comparable(figure, other):
            continue
        if any(same_value(one, other) is not None for one in answer.figures):
            continue
        if is_of_each(other, material.index.sentences[number]):
            continue  # "14 megawatts each", of which the answer tells the product
        if likeness_of(said, index, material) >= max(VERY_WORDS, (len(said) + 1) // 2):
            return number, other
    return None


VERY_WORDS = 3
"""So many words around two figures, and half of those around one, are the same where both are of one."""


def _wholes_of(figure: Figure, aligned: Aligned, material: Material) -> frozenset[int]:
    """The figures of which the sources give this one as a part: the 24 of "nine of 24 events"."""
    figures, of_sentence = material.figures.figures, material.figures.of_sentence
    return frozenset(
        whole
        for part in material.figures.like(figure)
        if (number := material.figures.sentence[part]) in aligned.near
        for whole in of_sentence[number]
        if is_part_of(figures[part], figures[whole], material.index.sentences[number])
    )


def _has_own_sign(figure: Figure) -> bool:
    """Whether nobody leaves out the unit of a figure: 8 % is no eight votes."""
    return figure.kind in ("percent", "money")


def _likely(said: list[frozenset[str]], index: int, material: Material) -> bool:
    return likeness_of(said, index, material) > 1


def _other_value(
    rule: str, figure: Figure, place: Place, number: int, other: Figure, material: Material
) -> Finding:
    sentence = material.index.sentences[number]
    return make_finding(
        rule,
        "differs",
        kind=figure.kind,
        place=place,
        evidence=[place_in(other, sentence.source), sentence.place()],
        reason=f"the source says {other.shown()}, not {figure.shown()}",
        arithmetic=f"{figure.shown()} ≠ {other.shown()}",
        tolerance=f"rounded to {figure.place:f}",
    )
