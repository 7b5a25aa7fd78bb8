"""Figures that the sources hold, but for something else than the answer says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.arithmetic import PAIR
from claimcheck.checking.figure_values import (
    has_same_head,
    is_comparable,
    is_precise,
    same_noun,
    same_unit,
    same_value,
)
from claimcheck.checking.grounding.figure_words import (
    BETWEEN_PARTS,
    are_crossed,
    around,
    clause_before,
    forms_of,
    is_part_of,
    likeness_of,
    related,
    said_around,
    telling_forms,
)
from claimcheck.checking.grounding.figures.other_subjects import of_other_subject
from claimcheck.checking.grounding.figures.other_things import of_other_thing
from claimcheck.checking.surroundings import RIVAL_MARGIN
from claimcheck.checking.texts import RESPECTIVELY, YEAR
from claimcheck.lexicons.word_relations import readings
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence

_FROM_OR_TO = re.compile(r"\b(from|to)\s+(?:(?:between|about|around|just|only)\s+)?$", re.IGNORECASE)


def rival_of(
    figure: Figure, index: int, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, Figure] | None:
    """Another figure that the sources give where the answer has this one.

    Args:
        figure: a figure of the answer.
        index: the figure of the sources that has its value.
        answer: the sentence of the answer.
        aligned: the sentences of the sources that speak of it.
        material: what is known of the sources.

    Returns:
        The number of the sentence and the figure there with another value; None if the figure is well placed.
    """
    if _is_of_result(figure, index, answer, material) or _is_of_year_before(index, answer, material):
        return None
    if is_gap(figure, answer.sentence) and is_gap(
        material.figures.figures[index], material.index.sentences[material.figures.sentence[index]]
    ):
        return None  # "the Halo 4 is 31 grams heavier", of what is 31 grams less than the Halo 4
    is_far = not any(material.figures.sentence[i] in aligned.near for i in material.figures.like(figure))
    match = material.figures.figures[index]
    is_rounded = same_value(figure, match) == "rounded"
    if is_far or is_rounded or not (is_precise(figure) or is_precise(match)):
        found = _elsewhere(figure, index, answer, aligned, material)
        if found is not None:
            return found
    found = (
        _exchanged(figure, index, answer, material)
        or _exchanged_apart(figure, answer, aligned, material)
        or _swapped(figure, index, answer, material)
        or of_other_thing(figure, answer, aligned, material)
        or of_other_subject(figure, answer, aligned, material)
    )
    return None if found is None or _is_said_as_part(found[1], figure, answer) else found


def _is_said_as_part(other: Figure, figure: Figure, answer: ParsedSentence) -> bool:
    """Whether an answer gives the other figure as a part of this one: "90 of the 150 members"."""
    return other.low < figure.low and any(
        same_value(one, other) is not None and is_part_of(one, figure, answer.sentence)
        for one in answer.figures
    )


_YEAR_BEFORE = WordPattern(r",?\s+(?:<checking/year_before>)\b", re.IGNORECASE)


def _is_of_year_before(index: int, answer: ParsedSentence, material: Material) -> bool:
    """Whether the answer names the year for which a source gives a figure only as that of the year before.

    "In 2011 profit was 4 million", of what was 5 million in 2012, against 4 million a year earlier.
    """
    own = material.figures.figures[index]
    source = material.index.sentences[material.figures.sentence[index]]
    if _YEAR_BEFORE.match(source.text, own.end - source.start) is None:
        return False
    years = {int(year) for year in YEAR.findall(source.text)}
    said = {int(year) for year in YEAR.findall(answer.sentence.text)}
    return bool(said) and said == {year - 1 for year in years}


_TO = WordPattern(r"\s+(?:<checking/result_joint>)\s+", re.IGNORECASE)


def _is_of_result(figure: Figure, index: int, answer: ParsedSentence, material: Material) -> bool:
    """Whether a figure is a side of a result, "won by 52 % to 38 %", that the source gives in the same order.

    The names around it do not tell whose it is: the second is of whom the first one beat.
    """
    numbers = material.figures.of_sentence.get(material.figures.sentence[index], ())
    theirs = [material.figures.figures[i] for i in numbers]
    own = material.figures.figures[index]
    for other in answer.figures:
        first, second = sorted((figure, other), key=lambda one: one.start)
        between = answer.sentence.text[
            first.end - answer.sentence.start : second.start - answer.sentence.start
        ]
        if first.kind != second.kind or not _TO.fullmatch(between):
            continue
        partners = [one for one in theirs if same_value(other, one) is not None]
        if any((one.start > own.start) == (other.start > figure.start) for one in partners):
            return True
    return False


def _elsewhere(
    figure: Figure, index: int, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, Figure] | None:
    """A figure with another value that the sources give in much the same words, much unlike the match.

    The sources hold the number, but where they speak of what the answer speaks of, they give another.
    """
    said = said_around(figure, answer)
    near = (i for i in material.figures.like(figure) if material.figures.sentence[i] in aligned.near)
    own = max(
        likeness_of(said, i, material) + _is_in_other_word(figure, material.figures.figures[i])
        for i in {index, *near}
    )
    best: tuple[int, int, Figure] | None = None
    for number in aligned.near:
        for at in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[at]
            if not is_comparable(figure, other) or same_value(figure, other) is not None:
                continue
            if is_gap(other, material.index.sentences[number]) != is_gap(figure, answer.sentence):
                continue
            alike = likeness_of(said, at, material)
            if other.start == material.figures.figures[index].start:
                continue  # the other end of one range
            if is_part_of(material.figures.figures[index], other, material.index.sentences[number]):
                continue  # "nine of 24 events"
            if alike >= own + RIVAL_MARGIN and (best is None or alike > best[0]):
                best = (alike, number, other)
    if best is None or (
        _holds_value(answer, best[2]) and not _is_partner_crossed(best[2], index, answer, material)
    ):
        return None
    return best[1], best[2]


def _is_in_other_word(figure: Figure, other: Figure) -> bool:
    """Whether two figures count the same by two nouns, "passengers" and "travellers"."""
    return same_noun(figure, other) is True and not has_same_head(figure, other)


def _is_partner_crossed(other: Figure, index: int, answer: ParsedSentence, material: Material) -> bool:
    """Whether the answer gives the other figure in words that stand around the first one in the source."""
    at = next((i for i, one in enumerate(material.figures.figures) if one.start == other.start), None)
    for partner in answer.figures:
        if at is not None and same_value(partner, other) is not None and partner.kind != "ordinal":
            said = said_around(partner, answer)
            straight, crossed = likeness_of(said, at, material), likeness_of(said, index, material)
            return crossed > straight or crossed == straight == 0
    return False


_MORE_THAN = WordPattern(r"\s+(?:\w+\s+)?(?:<checking/more>)\b[^.,;]{0,40}?\bthan\b", re.IGNORECASE)


def is_gap(figure: Figure, sentence: Sentence) -> bool:
    """Whether a figure is by how much one thing is above another, "300 dollars more than"."""
    return _MORE_THAN.match(sentence.text, figure.end - sentence.start) is not None


def _swapped(
    figure: Figure, index: int, answer: ParsedSentence, material: Material
) -> tuple[int, Figure] | None:
    """The figure of the same source sentence that has changed places with this one.

    The answer gives this one in words that stand around the other in the source, and in none of its own.
    """
    number = material.figures.sentence[index]
    source = material.index.sentences[number]
    own = material.figures.figures[index]
    theirs = [material.figures.figures[i] for i in material.figures.of_sentence.get(number, ())]
    theirs = [f for f in theirs if is_comparable(own, f) and not f.is_range]
    if len(theirs) < PAIR or RESPECTIVELY.search(source.text + answer.sentence.text):
        return None
    if sum(1 for f in theirs if same_value(figure, f) is not None) != 1:
        return None
    end = _end_of_change(figure, answer.sentence)
    if end and end == _end_of_change(own, source):
        return None  # "from 230 to 180" and "to 180, from 230"
    mine = [f for f in answer.figures if same_unit(figure, f) and same_noun(figure, f) is not False]
    said = _labels(figure, mine, answer.sentence)
    counted = forms_of(" ".join(f.noun or "" for f in (figure, *theirs)))
    for other in theirs:
        if other.start == own.start:  # itself, or the other end of its range
            continue
        if is_part_of(other, own, source) and any(is_part_of(f, figure, answer.sentence) for f in mine):
            continue  # the whole of two other parts
        if _is_in_place(other, mine, theirs, answer.sentence, source):
            continue  # "45 million in punitive and 19 million in compensatory damages"
        crossed = said.narrow & (_labels(other, theirs, source).narrow - _others(other, theirs, source))
        crossed -= _CHANGING.words()  # sales and prices may both increase
        if not any(map(_is_noun, crossed - counted)):
            continue
        if _is_elliptical(other, theirs, source):  # "14 of those on insulin, three on the pill"
            straight = related(said.after) & _labels(own, theirs, source).after
        else:
            straight = related(said.narrow) & _labels(own, theirs, source).wide
        if not straight - _labels(other, theirs, source).narrow - counted:
            return number, other
        named = _named_by(own, theirs, source), _named_by(other, theirs, source)
        if crossed & named[1] and named[0] - named[1] and named[0].isdisjoint(said.wide):
            return number, other  # "holders of Aro own 64 percent", of what those of Bel own
    return None


_CHANGING = WordSet("checking/changing")


def _named_by(figure: Figure, figures: Sequence[Figure], sentence: Sentence) -> frozenset[str]:
    """The names in the clause of a figure."""
    before, inside, _ = around(figure, figures, sentence)
    return forms_of(" ".join(_NAME.findall(f"{clause_before(before)} {inside}")))


def _is_in_place(
    other: Figure, mine: Sequence[Figure], theirs: Sequence[Figure], answer: Sentence, source: Sentence
) -> bool:
    """Whether the answer gives the other figure too, in words of its own."""
    partner = next((f for f in mine if same_value(f, other) is not None), None)
    if partner is None:
        return False
    own = _labels(other, theirs, source).narrow - _others(other, theirs, source)
    return not own.isdisjoint(_labels(partner, mine, answer).narrow)


def _exchanged(
    figure: Figure, index: int, answer: ParsedSentence, material: Material
) -> tuple[int, Figure] | None:
    """The figure of the same source sentence that a figure of the answer has changed places with.

    The answer gives both, each in words of the other only. What stands around both, or says when it was or
    who says so, tells them not apart.
    """
    number = material.figures.sentence[index]
    source = material.index.sentences[number]
    own = material.figures.figures[index]
    theirs = [material.figures.figures[i] for i in material.figures.of_sentence.get(number, ())]
    theirs = [f for f in theirs if same_unit(own, f) and not f.is_range]
    mine = [f for f in answer.figures if same_unit(figure, f) and not f.is_range]
    if min(len(theirs), len(mine)) < PAIR or RESPECTIVELY.search(source.text + answer.sentence.text):
        return None
    for partner in mine:
        if same_value(partner, figure) is not None:
            continue
        others = [f for f in theirs if same_value(partner, f) is not None and f.start != own.start]
        if len(others) != 1:
            continue
        are_shares = _is_share(figure, partner, answer.sentence) and _is_share(own, others[0], source)
        if are_shares and _are_in_same_order(figure, partner, own, others[0]):
            continue  # "two plants out of nine", of "two of its nine plants"
        said = _telling_apart(figure, partner, mine, answer.sentence)
        held = _telling(own, theirs, source), _telling(others[0], theirs, source)
        counted = (_counted(figure), _counted(partner)), (_counted(own), _counted(others[0]))
        if are_crossed(said, held) or are_crossed(*counted):
            return number, others[0]
    return None


def _are_in_same_order(figure: Figure, partner: Figure, own: Figure, other: Figure) -> bool:
    return (figure.start < partner.start) == (own.start < other.start)


def _is_share(one: Figure, other: Figure, sentence: Sentence) -> bool:
    """Whether one of two figures is a part of the other."""
    return is_part_of(one, other, sentence) or is_part_of(other, one, sentence)


def _counted(figure: Figure) -> frozenset[str]:
    """The telling words of what a figure counts: "29 of the walkers"."""
    return _told_by(figure.noun or "")


def _exchanged_apart(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, Figure] | None:
    """The figure of another source sentence that a figure of the answer has changed places with.

    Both stand once in the sources, one of them where they speak of the answer.
    """
    own = _only_one(figure, material)
    mine = [f for f in answer.figures if same_unit(figure, f) and not f.is_range]
    if own is None or RESPECTIVELY.search(answer.sentence.text):
        return None
    for partner in mine:
        other = None if same_value(partner, figure) is not None else _only_one(partner, material)
        if other is None:
            continue
        homes = {material.figures.sentence[own], material.figures.sentence[other]}
        if len(homes) < PAIR or homes.isdisjoint(aligned.near):
            continue
        said = _telling_apart(figure, partner, mine, answer.sentence)
        if are_crossed(said, (_told_of(own, material), _told_of(other, material))):
            return material.figures.sentence[other], material.figures.figures[other]
    return None


def _only_one(figure: Figure, material: Material) -> int | None:
    """The figure of the sources that has the value of one, if there is one only."""
    found = material.figures.like(figure)
    return found[0] if len(found) == 1 and not material.figures.figures[found[0]].is_range else None


def _told_of(index: int, material: Material) -> frozenset[str]:
    """The telling words of the clause of a figure of the sources."""
    number, figure = material.figures.sentence[index], material.figures.figures[index]
    beside = [material.figures.figures[i] for i in material.figures.of_sentence[number]]
    return _telling(figure, [f for f in beside if same_unit(figure, f)], material.index.sentences[number])


def _telling_apart(
    figure: Figure, partner: Figure, figures: Sequence[Figure], sentence: Sentence
) -> tuple[frozenset[str], frozenset[str]]:
    """The words of two figures; a name that stands beside one of them alone may be of both."""
    said = _telling(figure, figures, sentence), _telling(partner, figures, sentence)
    names = forms_of(" ".join(_NAME.findall(sentence.text)))
    if said[0].isdisjoint(names) or said[1].isdisjoint(names):
        return said[0] - names, said[1] - names
    return said


_NAME = re.compile(r"\b[A-Z][\w'’-]+")


def _telling(figure: Figure, figures: Sequence[Figure], sentence: Sentence) -> frozenset[str]:
    """The words of its clause that say of what a figure of a sentence is, those of times left out."""
    before, inside, after = around(figure, figures, sentence)
    behind = BETWEEN_PARTS.split(after)[0]
    near = clause_before(before)
    if behind == after and figure.start != max(one.start for one in figures):
        on = _LEADING_ON.search(behind)
        behind = (
            behind if on is None else behind[: on.start()]
        )  # "a profit of £9 million on revenue of £64 million"
    return _told_by(f"{near} {inside} {behind}")


def _told_by(text: str) -> frozenset[str]:
    """The telling words of a text, those for who is left among them."""
    return telling_forms(text) | ({_REST} if _THE_OTHERS.search(text) is not None else set())


_THE_OTHERS = WordPattern(r"\b(?:<checking/the_others>)\b", re.IGNORECASE)
_REST = "the others"
"""All words for those who are left are one."""


_LEADING_ON = WordPattern(r"\b(?:<checking/leading_on>)\b", re.IGNORECASE)


class _Labels(NamedTuple):
    """The base forms of the words that say of what a figure of a sentence is.

    Attributes:
        narrow: of its clause, up to the figures beside it.
        after: of those, what stands behind it.
        wide: all words up to the figures beside it.
    """

    narrow: frozenset[str]
    after: frozenset[str]
    wide: frozenset[str]


def _labels(figure: Figure, figures: Sequence[Figure], sentence: Sentence) -> _Labels:
    before, inside, after = around(figure, figures, sentence)
    near, behind = clause_before(before), BETWEEN_PARTS.split(after)[0]
    return _Labels(
        forms_of(f"{near} {inside} {behind}"),
        forms_of(f"{inside} {behind}"),
        forms_of(f"{before} {inside} {after}"),
    )


def _others(figure: Figure, figures: Sequence[Figure], sentence: Sentence) -> frozenset[str]:
    """The words of the clauses of the figures beside one."""
    return frozenset().union(
        *(_labels(other, figures, sentence).narrow for other in figures if other.start != figure.start)
    )


def _is_elliptical(figure: Figure, figures: Sequence[Figure], sentence: Sentence) -> bool:
    """Whether a figure after the first has nothing before it, so that what precedes the first is for both."""
    if figure.start == min(other.start for other in figures):
        return False
    before, *_ = around(figure, figures, sentence)
    return not any(map(_is_noun, forms_of(BETWEEN_PARTS.split(before)[-1])))


def _is_noun(form: str) -> bool:
    """Whether a base form can be a noun or a name; a verb alone tells no figure from another."""
    parts = {part for base, part in readings(form) if base == form}
    return not parts or "n" in parts


def _end_of_change(figure: Figure, sentence: Sentence) -> str:
    """`from` or `to` right before a figure, else nothing."""
    start = figure.start - sentence.start
    text = sentence.text
    found = _FROM_OR_TO.search(text, max(0, start - 20), start)
    return found[1].lower() if found is not None else ""


def _holds_value(answer: ParsedSentence, other: Figure) -> bool:
    """Whether a sentence gives a figure too, for something else, or an end of its range."""
    ends = (other, *other.ends())
    return any(same_value(figure, end) is not None for figure in answer.figures for end in ends)
