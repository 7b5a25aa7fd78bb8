"""Sums, differences, shares, ratios and changes of figures that stand near each other."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import chain, combinations, permutations
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import (
    PAIR,
    Term,
    derive_amount,
    derive_percent,
    derive_ratio,
    derive_share_of_sum,
)
from claimcheck.checking.figure_values import is_given_as, same_noun, same_unit, same_value
from claimcheck.checking.figures import FEW_SENTENCES, SMALL
from claimcheck.checking.grounding.denying import is_comparative
from claimcheck.checking.grounding.derivations.operands import (
    CHANGE,
    MAX_TERMS,
    THE_REST,
    by_unit,
    further,
    is_of_like_amount,
    is_of_like_unit,
    places,
    unit_of,
)
from claimcheck.checking.grounding.derivations.rests import is_taken_out
from claimcheck.checking.grounding.figure_words import likeness_of, said_around
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import measuring_words, small_words, words_of
from claimcheck.lexicons.quantities import load_number_words
from claimcheck.lexicons.word_relations import kinds_above
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.arithmetic import Derivation
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.derivations.operands import Followed
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence


EXACT_DIGITS = 3

MAX_LABELLED = 4
"""Figures of other sentences that are tried, because the answer speaks of the same."""

_DERIVED = WordPattern(r"(?<!\w)(?:<checking/worked_out>)(?!\w)|\bleft(?=\s*(?:[.,;)]|$))", re.IGNORECASE)
"""Words that say that a figure was worked out."""

_SHARE = WordPattern(r"\b(?:<checking/share_sign>)\b", re.IGNORECASE)

_MADE_UP = WordPattern(r"\b(?:<checking/made_up>)\b", re.IGNORECASE)


def amount(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Followed | None:
    """A sum, difference, share, change, ratio or product of figures that stand near each other."""
    text = answer.sentence.text
    worked_out = is_worked_out(text) or text.startswith("Of ")
    if figure.is_range or not (_is_exact(figure) or worked_out or figure.is_fraction or _is_share(figure)):
        return None
    is_part = figure.unit == "percent" or figure.kind == "multiple"
    if figure.comparator in _BOUNDS and not is_part and not _TOTAL.search(text):
        return None  # nobody bounds what he has worked out
    for members in _terms(figure, answer, aligned, material):
        unit = unit_of(material.figures.figures[members[0]])
        terms = [Term(material.figures.figures[i].low, material.figures.figures[i].shown()) for i in members]
        for derivation in _derivations(figure, unit, terms, answer):
            if is_on(f"ground/{derivation.kind}") and is_given_as(figure, derivation.value):
                operands = [members[term] for term in derivation.terms]
                if derivation.kind in _OF_TWO_WHOLES and _holds_part_of_other(operands, material):
                    continue
                return derivation.kind, derivation.shown, places(operands, material)
    return None


_OF_TWO_WHOLES = frozenset({"sum", "percent-change"})
"""What nobody works out of a whole and its own part."""


def _holds_part_of_other(indices: Sequence[int], material: Material) -> bool:
    """Whether one of some figures is a part of another, as in "seven, two of them"."""
    figures = material.figures
    return any(
        figures.sentence[i] == figures.sentence[j]
        and is_taken_out(
            figures.figures[i], figures.figures[j], material.index.sentences[figures.sentence[i]]
        )
        for i, j in permutations(indices, 2)
    )


_BOUNDS = frozenset({"<", "<=", ">", ">="})


def is_worked_out(text: str) -> bool:
    """Whether a text says that a figure in it was worked out of others."""
    if _DERIVED.search(text) is not None or _BETWEEN_THEM.search(text) is not None:
        return True
    return any(_tells_how_much(words_of(found["behind"]), found["behind"]) for found in _BY.finditer(text))


_BY = re.compile(r"\bby\b(?P<behind>[^.;]{0,40})", re.IGNORECASE)


def _tells_how_much(words: Sequence[str], text: str) -> bool:
    """Whether an amount stands behind "by", "cut by 45 million", and not who did it: "by 20 nurses"."""
    if not any(word in load_number_words() for word in words[:3]) and not text.lstrip("\t $€£")[:1].isdigit():
        return False
    skipped = small_words() | measuring_words()
    telling = (word for word in words if word not in skipped and word not in load_number_words())
    return "person" not in kinds_above(next(telling, ""))


def _is_share(figure: Figure) -> bool:
    """Whether it is a percentage of something that is named, "30% of its staff"."""
    return figure.unit == "percent" and bool(figure.noun)


_BETWEEN_THEM = WordPattern(r"\b(?:<checking/between_them>)\b", re.IGNORECASE)

_BY_HOW_MUCH = WordPattern(
    r"(?:\s+(?!and\b|or\b|but\b)[^\W\d_]+){0,2}\s+(?:<checking/by_how_much>)\b", re.IGNORECASE
)
"""What stands behind a figure that says by how much something is above another: "17 more than"."""


def gap(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Followed | None:
    """By how much one figure is above another, in whatever unit: "70 centimetres above the old record"."""
    if figure.is_range or figure.unit == "percent" or not is_on("ground/difference"):
        return None
    if not tells_gap(figure, answer):
        return None
    figures = material.figures
    near = [i for n in aligned.near for i in figures.of_sentence.get(n, ())]
    indices = list(dict.fromkeys((*near, *further(aligned, material))))
    comparable = [
        i for i in indices if not figures.figures[i].is_range and _can_be_apart(figure, figures.figures[i])
    ]
    for i, j in combinations(comparable[: 2 * MAX_TERMS], 2):
        one, other = figures.figures[i], figures.figures[j]
        difference = _in_unit_of(figure, one, other)
        if difference and is_given_as(figure, difference):
            small, large = sorted((one, other), key=_size)
            shown = f"{large.shown()} - {small.shown()} = {difference:f}"
            return "difference", shown, places((i, j), material)
    return None


def tells_gap(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a figure is called how far one thing is above another: "17 more", "7 decibels louder"."""
    end = figure.end - answer.sentence.start
    following = words_of(answer.sentence.text[end : end + 30])[:1]
    return _BY_HOW_MUCH.match(answer.sentence.text, end) is not None or any(map(is_comparative, following))


def _can_be_apart(figure: Figure, other: Figure) -> bool:
    """Whether a figure can be how far another one is from a third; a larger may have left its unit out."""
    return is_of_like_unit(figure, other) or (other.kind == "number" and other.low > SMALL)


def of_answer(figure: Figure, answer: ParsedSentence, material: Material) -> Followed | None:
    """What follows from the other figures of the same sentence, which the sources give.

    "It costs 8.4 million, of which the state pays 5 million, which leaves 3.4 million"; 12 percent beside 57
    and 31 percent, which are a hundred together. Small numbers add up by chance, without a word that says so.
    """
    is_small = figure.unit is None and figure.low <= SMALL
    if figure.is_range or (is_small and not is_worked_out(answer.sentence.text)):
        return None
    held = [
        (other, found[0])
        for other in answer.figures
        if other.start != figure.start and not other.is_range and is_of_like_amount(figure, other)
        for found in [material.figures.like(other)]
        if found
    ]
    for size in range(PAIR, MAX_OPERANDS + 1):
        for members in combinations(held[:MAX_TERMS], size):
            found = _of_members(figure, [other for other, _ in members])
            if found is not None and is_on(f"ground/{found[0]}"):
                return *found, places([index for _, index in members], material)
    return None


MAX_OPERANDS = 3


def _of_members(figure: Figure, members: Sequence[Figure]) -> tuple[str, str] | None:
    """The rule by which a figure follows from all of some others, and the arithmetic."""
    values = [member.low for member in members]
    total, signs = sum(values, Decimal(0)), " + ".join(member.shown() for member in members)
    if is_given_as(figure, total):
        return "sum", f"{signs} = {figure.shown()}"
    if len(values) == PAIR and is_given_as(figure, abs(values[0] - values[1])):
        return "difference", f"{max(values):f} - {min(values):f} = {figure.shown()}"
    if figure.unit == "percent" and is_given_as(figure, 100 - total):
        return "complement", f"100 - ({signs}) = {figure.shown()}"
    return None


_ANOTHER = WordPattern(r"\b(?:<checking/added>)\s+$", re.IGNORECASE)


def added(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """The sum of a figure and of another one that a source adds to it: "210 spaces; another 90"."""
    if figure.is_range or figure.unit == "percent" or not is_on("ground/sum"):
        return None
    figures = material.figures
    for number in aligned.near:
        sentence, indices = material.index.sentences[number], figures.of_sentence.get(number, ())
        for at, j in enumerate(indices):
            more = figures.figures[j]
            if _ANOTHER.search(sentence.text, 0, more.start - sentence.start) is None:
                continue
            i = next((i for i in reversed(indices[:at]) if is_of_like_unit(figures.figures[i], more)), None)
            if i is None or not is_of_like_unit(figure, figures.figures[i]):
                continue
            if is_given_as(figure, figures.figures[i].low + more.low):
                shown = f"{figures.figures[i].shown()} + {more.shown()} = {figure.shown()}"
                return "sum", shown, places((i, j), material)
    return None


def _size(figure: Figure) -> Decimal:
    return figure.low if figure.si_low is None else figure.si_low


def _in_unit_of(figure: Figure, one: Figure, other: Figure) -> Decimal:
    """How far two figures are apart in the unit of a third."""
    if figure.si_low is None or one.si_low is None or other.si_low is None or not figure.si_low:
        return abs(one.low - other.low)
    return abs(one.si_low - other.si_low) * figure.low / figure.si_low


def _derivations(
    figure: Figure, unit: object, terms: Sequence[Term], answer: ParsedSentence
) -> Iterable[Derivation]:
    """What can be worked out of figures of one unit that is of the kind of this one."""
    if figure.unit == "percent" and unit in _OF_A_HUNDRED:
        return ()
    if figure.unit == "percent":
        changed = CHANGE.search(_MADE_UP.sub("", answer.sentence.text))
        is_share = figure.noun or _SHARE.search(answer.sentence.text)
        wanted = "percent-change" if changed else "share" if is_share else ""
        found = chain(derive_percent(terms), derive_share_of_sum(terms))
        kinds = {wanted, "share"} if figure.noun else {wanted}
        return (one for one in found if figure.is_fraction or one.kind in kinds)
    if figure.kind == "multiple":
        return derive_ratio(terms)
    is_same = figure.kind == "number" or unit == unit_of(figure)
    if is_same or (unit == "percent" and _is_of_points(figure)):
        is_total = _is_total(figure, answer)
        return (one for one in derive_amount(terms) if one.kind == "sum" or not is_total)
    return ()


def _is_total(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a figure is called a total, so that only a sum bears it out."""
    start, end = figure.start - answer.sentence.start, figure.end - answer.sentence.start
    text = answer.sentence.text
    return _SUMMED.search(text, max(0, start - 40), start) is not None or _IN_ALL.match(text, end) is not None


_SUMMED = WordPattern(r"\b(?:<checking/summed>)\b[^,;:.]*$", re.IGNORECASE)

_IN_ALL = WordPattern(r"(?:\s+\w+)?\s+(?:<checking/summed>)\b", re.IGNORECASE)

_OF_A_HUNDRED = frozenset({"percent", "percentage_point", "basis_point"})


def _terms(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Iterator[list[int]]:
    """Figures of one unit that are tried together, those of the best sentence before those of others."""
    figures = material.figures
    best = [i for number in aligned.best[:1] for i in figures.of_sentence.get(number, ())]
    mentioned = [f for f in answer.figures if f != figure]
    near = [i for number in aligned.near for i in figures.of_sentence.get(number, ()) if i not in best]
    for i in near:
        other = figures.figures[i]
        if any(same_unit(f, other) and same_value(f, other) for f in mentioned):
            best.append(i)
    yield from by_unit(best, material)
    alike_too = (f for f in mentioned if f.unit == figure.unit and same_noun(figure, f) is not False)
    if sum(1 for f in alike_too if same_unit(figure, f)) >= PAIR:
        return  # the answer has both figures that it is worked out of
    said = said_around(figure, answer)
    alike = {i: likeness_of(said, i, material) for i in near}
    labelled = sorted((i for i in near if alike[i]), key=lambda i: (-alike[i], i))[:MAX_LABELLED]
    for members in by_unit([*labelled, *best], material):
        if not set(members) <= set(best):
            yield members
    if _is_of_points(figure) or _GAP.search(answer.sentence.text):  # the other one stands further off
        yield from by_unit([*best, *near, *further(aligned, material)], material)
    if _is_exact(figure) and _GAP.search(answer.sentence.text):
        yield from by_unit([*near, *_of_names(answer, material)], material)
    if _is_rest(figure, answer, aligned, material):
        yield from by_unit([*best, *near, *further(aligned, material)], material)
    if _TOTAL.search(answer.sentence.text):
        if figure.noun:
            yield from by_unit(_of_noun(figure, material), material)
        if figure.kind == "money":  # the parts of a total may be told sentences apart
            around = dict.fromkeys((*best, *near, *further(aligned, material)))
            parts = [i for i in around if _is_part_of_total(figures.figures[i], figure)]
            if parts:
                yield parts[:MAX_TERMS]


def _is_part_of_total(part: Figure, total: Figure) -> bool:
    return part.unit == total.unit and part.kind == total.kind and not part.is_range and part.low < total.low


def _is_rest(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> bool:
    """Whether a figure is what is left of something, in the answer's words or in the source's."""
    start = figure.start - answer.sentence.start
    if THE_REST.search(answer.sentence.text, max(0, start - 30), start + 60):
        return True
    return _is_exact_but_zeros(figure) and any(
        THE_REST.search(material.index.sentences[number].text) for number in aligned.best
    )


def _is_exact_but_zeros(figure: Figure) -> bool:
    """Whether it has two digits at least, so that hardly a difference gives it by chance."""
    return len(f"{abs(figure.low).normalize():f}".replace(".", "").strip("0")) >= PAIR


_GAP = WordPattern(r"\b(?:<checking/lead_or_gap>)\b", re.IGNORECASE)

_TOTAL = WordPattern(r"\b(?:<checking/total_sign>)\b", re.IGNORECASE)

MAX_NAMED = 4
"""A name in more sentences tells none from another."""


def _of_names(answer: ParsedSentence, material: Material) -> Iterator[int]:
    """Figures of the few sentences that hold a name of the answer, and of those before them."""
    postings = material.index.postings
    named = [postings.get(word.lower, []) for word in answer.words if word.pos == "PROPN"]
    numbers = {n for found in named if len(found) <= MAX_NAMED for n in found}
    for number in sorted(numbers | {n - 1 for n in numbers}):
        yield from material.figures.of_sentence.get(number, ())


def _of_noun(figure: Figure, material: Material) -> list[int]:
    """What the sources count of the same noun, and bare numbers beside it: "2,140 pupils, 1,960 others"."""
    figures = material.figures
    if len(material.index.sentences) > FEW_SENTENCES:
        return []
    found: list[int] = []
    for members in figures.of_sentence.values():
        if any(same_noun(figure, figures.figures[i]) for i in members):
            found += [
                i
                for i in members
                if figures.figures[i].kind == "number" or same_noun(figure, figures.figures[i])
            ]
    return found


def _is_exact(figure: Figure) -> bool:
    """Whether it has three digits that are no zeros at its end, so that no sum gives it by chance."""
    digits = f"{figure.low.normalize():f}".replace(".", "").strip("0")
    return len(digits) >= EXACT_DIGITS


def _is_of_points(figure: Figure) -> bool:
    return figure.unit == "percentage_point" or figure.noun in ("points", "point")
