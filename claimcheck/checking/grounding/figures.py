"""Figures: borne out, rounded, converted, derived, or another one than the source gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import Term, derive_amount, derive_percent, derive_ratio, rounds_to
from claimcheck.checking.figures import (
    SMALL,
    Figure,
    figures_of,
    is_comparable,
    loose_numerals,
    place_in,
    same_noun,
    same_unit,
    same_value,
)
from claimcheck.checking.findings import make_finding
from claimcheck.checking.grounding.periods import other_period
from claimcheck.checking.grounding.spans import years_between
from claimcheck.checking.rules import is_on
from claimcheck.checking.surroundings import RIVAL_MARGIN, likeness, surroundings
from claimcheck.checking.texts import Piece, small_words, words_of
from claimcheck.lexicons.word_relations import base_forms, family

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding, Place
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence

EXACT_DIGITS = 3

FEW_SENTENCES = 200
"""In sources of no more, a telling number may stand anywhere; in more, other words must be the same too."""

MAX_TERMS = 12
"""Figures of one unit that are tried together; of more, some sum fits by chance."""

_SCOPE = {
    "figure": "as written",
    "rounding": "rounded as written",
    "bound": "a bound",
    "unit-conversion": "0.5 %",
}

_TELLING_NUMERALS = frozenset(
    {"phone-number", "address", "postcode", "isbn", "ip-address", "version", "clock-time", "code", "unread"}
)
"""Set-aside numerals of which the digits themselves must stand in a source."""

_DERIVED = re.compile(
    r"\b(?:total(?:l?ed|l?ing|s)?|combined|altogether|together|sum|in all|overall|difference|gap|margin"
    r"|more|less|fewer|higher|lower|up|down|by|rose|rise|rises|grew|grow|growth|increase[sd]?|fell|fall|falls"
    r"|declin\w+|drop\w*|decrease[sd]?|remaining|rest|other|share|proportion|percent of|% of|ratio|times"
    r"|twice|double[sd]?|half|triple[sd]?|average|mean)\b",
    re.IGNORECASE,
)
"""Words that say that a figure was worked out."""

_NAME_BEFORE = re.compile(r"([^\W\d_]{2,})[ -]?$")
_QUARTER = re.compile(r"Q[1-4]|[1-4]Q|H[12]|FY\d*")
_LIST_NUMBER = re.compile(r"^\s*(?:#\s*)?(\d{1,2})[.):]\s", re.MULTILINE)
_SPEAKER = re.compile(r"^\s*([A-Z][\w.' -]{0,30}):", re.MULTILINE)
_SPEAKER_INLINE = re.compile(r"(?:^|\s\.\s)([A-Z][\w' -]{0,30}):")


FEW_SPEAKERS = 4
"""So many people in a conversation are counted by who hears it."""

PAIR = 2

_BETWEEN_PARTS = re.compile(r"[,;]|\b(?:and|while|but|whereas|against|compared)\b", re.IGNORECASE)

_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)

_PART_OF_TEXT = re.compile(
    r"\s+(?:half|part|portion|section|paragraph|sentence|segment)\b(?:\s+of\s+the"
    r"\s+(?:document|text|article|email|podcast|episode|transcript|conversation|call|meeting|story|report)\b)?",
    re.IGNORECASE,
)
_TALK_BETWEEN = re.compile(
    r"\b(?:conversation|discussion|dialogue|interview|chat|talk|exchange|debate|call)s?\s+(?:\w+\s+){0,3}between\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Match:
    index: int
    rule: str
    weight: int


def figure_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """A verdict on every figure of a sentence."""
    piece = Piece(answer.sentence.start, answer.sentence.text)
    taken = list(figures_of(piece))
    for figure in taken:
        if not _says_something(figure) or not is_on("ground/figure"):
            continue
        if _tells_of_the_text(figure, answer):
            continue
        yield _verdict(figure, answer, aligned, material)
    if is_on("ground/numeral"):
        yield from _numerals(piece, answer, material)


def _numerals(piece: Piece, answer: ParsedSentence, material: Material) -> Iterator[Finding]:
    """Numerals that are no amount: those of telephones and the like, and those behind a name."""
    quarters = list(_QUARTER.finditer(answer.sentence.text))
    for start, end, text, rule in loose_numerals(piece):
        digits = text.replace(",", "").rstrip(".")
        if not digits[:1].isdigit() or (rule != "name-with-number" and digits in material.figures.numerals):
            continue
        first = start - answer.sentence.start
        others: set[str] = set()
        if rule == "name-with-number":
            before = _NAME_BEFORE.search(answer.sentence.text[:first])
            if before is None or any(m.start() <= first < m.end() for m in quarters):
                continue
            with_number = re.compile(rf"\b{re.escape(before[1])}[ -]?(\d[\d.]*)", re.IGNORECASE)
            others = {
                m[1].rstrip(".") for source in material.texts.values() for m in with_number.finditer(source)
            }
            if digits in others or (not others and digits in material.figures.numerals):
                continue
        if others or rule in _TELLING_NUMERALS:
            said = f"; it has {', '.join(sorted(others))}" if others else ""
            yield make_finding(
                "ground/numeral",
                "differs" if others else "not_found",
                kind="figure",
                place=answer.sentence.place(first, end - answer.sentence.start),
                reason=f"no source holds the number {text}{said}",
            )


def _says_something(figure: Figure) -> bool:
    """Not "one" as a pronoun or article, nor "first" as an adverb."""
    words = words_of(figure.text)
    if figure.low == 1 and not any(character.isdigit() for character in figure.text):
        return figure.kind in ("money", "percent")
    return not (figure.kind == "ordinal" and figure.low <= 1) and bool(words or figure.text.strip())


def _tells_of_the_text(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a number is of the source itself: its parts, or those who talk in it, whom no text counts."""
    text = answer.sentence.text
    start, end = figure.start - answer.sentence.start, figure.end - answer.sentence.start
    if figure.kind == "ordinal":
        return bool(_PART_OF_TEXT.match(text, end))
    return (
        figure.kind == "count" and figure.low <= FEW_SPEAKERS and bool(_TALK_BETWEEN.search(text, 0, start))
    )


def _verdict(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Finding:
    place = place_in(figure, answer.sentence.source)
    match = _best_match(figure, answer, aligned, material)
    if match is not None and is_on("ground/rival"):
        rival = _rival(figure, match, answer, aligned, material)
        if rival is not None:
            return _other_value("ground/rival", figure, place, *rival, material)
    if match is not None and is_on("ground/period"):
        other = other_period(figure, answer, aligned, material)
        if other is not None:
            return _other_value("ground/period", figure, place, *other, material)
    if match is not None:
        source = material.figures.figures[match.index]
        sentence = material.index.sentences[material.figures.sentence[match.index]]
        same = match.rule == "figure"
        return make_finding(
            f"ground/{match.rule}",
            "borne_out" if same else "follows",
            kind=figure.kind,
            place=place,
            evidence=[place_in(source, sentence.source), sentence.place()],
            reason=f"the source gives {source.shown()}" if same else _follows(match.rule, figure, source),
            arithmetic=None if same else f"{source.shown()} -> {figure.shown()}",
            tolerance=None if same else _SCOPE[match.rule],
        )
    if _is_year_like(figure) and f"{figure.low:f}" in material.figures.numerals:
        return make_finding(
            "ground/figure",
            "borne_out",
            kind=figure.kind,
            place=place,
            reason=f"a source holds {figure.low:f}",
        )
    derived = _derive(figure, answer, aligned, material) or _count(figure, material)
    if derived is None and is_on("ground/years-between"):
        derived = years_between(figure, answer, aligned, material)
    if derived is not None:
        rule, arithmetic, terms = derived
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
    return _contrary(figure, place, answer, aligned, material)


def _follows(rule: str, figure: Figure, source: Figure) -> str:
    if rule == "rounding":
        return f"{figure.shown()} is {source.shown()} rounded"
    if rule == "unit-conversion":
        return f"{figure.shown()} is {source.shown()} in another unit"
    return f"{source.shown()} lies within {figure.shown()}"


def _best_match(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> _Match | None:
    """The figure of the sources that bears this one out, the one in the most fitting place first."""
    best: _Match | None = None
    words = [family(word) for word in answer.content if word not in figure.text.lower()]
    near = set(aligned.near)
    telling = _is_telling(figure)
    for index in material.figures.like(figure):
        other = material.figures.figures[index]
        rule = same_value(figure, other)
        if rule is None or not is_on(f"ground/{rule}"):
            continue
        number = material.figures.sentence[index]
        noun = same_noun(figure, other)
        shared = sum(1 for forms in words if forms & material.index.keys[number])
        close = number in near
        if not telling and not (noun or (close and noun is None and shared) or shared > 1):
            continue
        if not (shared or close or noun) and len(material.index.sentences) > FEW_SENTENCES:
            continue
        weight = 4 * close + 2 * bool(noun) + min(shared, 3) - 2 * (noun is False) + 3 * (rule == "figure")
        if best is None or weight > best.weight:
            best = _Match(index, rule, weight)
    return best


def _rival(
    figure: Figure, match: _Match, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, Figure] | None:
    """A figure with another value that the sources give in much the same words, much unlike the match.

    The sources hold the number, but where they speak of what the answer speaks of, they give another.
    """
    said = _said_around(figure, answer)
    own = _likeness(said, match.index, material)
    best: tuple[int, int, Figure] | None = None
    for number in aligned.near:
        for index in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[index]
            if not is_comparable(figure, other) or same_value(figure, other) is not None:
                continue
            likeness = _likeness(said, index, material)
            if likeness >= own + RIVAL_MARGIN and (best is None or likeness > best[0]):
                best = (likeness, number, other)
    if best is None or _holds_value(answer, best[2]):
        return _swapped(figure, match, answer, material)
    return best[1], best[2]


def _swapped(
    figure: Figure, match: _Match, answer: ParsedSentence, material: Material
) -> tuple[int, Figure] | None:
    """The figure of the same source sentence that has changed places with this one.

    The answer gives both, each in the words that stand right around the other one in the source.
    """
    number = material.figures.sentence[match.index]
    source = material.index.sentences[number]
    piece = Piece(answer.sentence.start, answer.sentence.text)
    mine = [f for f in figures_of(piece) if is_comparable(figure, f)]
    theirs = [material.figures.figures[i] for i in material.figures.of_sentence.get(number, ())]
    theirs = [f for f in theirs if is_comparable(figure, f)]
    if len(mine) != PAIR or len(theirs) != PAIR or _RESPECTIVELY.search(source.text + answer.sentence.text):
        return None
    own = next((f for f in theirs if same_value(figure, f) is not None), None)
    partner = next((f for f in mine if f.start != figure.start), None)
    if own is None or partner is None:
        return None
    other = next(f for f in theirs if f is not own)
    end = _end_of_change(figure, answer.sentence)
    if end and end == _end_of_change(own, source):
        return None  # "from 230 to 180" and "to 180, from 230"
    if same_value(partner, other) is None or same_value(figure, other) is not None:
        return None
    said = _own_words(figure, mine, answer.sentence)
    straight = said & _own_words(own, theirs, source)
    crossed = said & _own_words(other, theirs, source)
    return (number, other) if len(crossed) > len(straight) and not straight else None


_FROM_OR_TO = re.compile(r"\b(from|to)\s+(?:(?:between|about|around|just|only)\s+)?$", re.IGNORECASE)


def _end_of_change(figure: Figure, sentence: Sentence) -> str:
    """`from` or `to` right before a figure, else nothing."""
    start = figure.start - sentence.start
    text = sentence.text
    found = _FROM_OR_TO.search(text, max(0, start - 20), start)
    return found[1].lower() if found is not None else ""


def _own_words(figure: Figure, figures: Sequence[Figure], sentence: Sentence) -> frozenset[str]:
    """The base forms of the content words of a figure's part of a sentence that no other part has."""
    bounds = sorted((f.start - sentence.start, f.end - sentence.start) for f in figures)

    def part(one: Figure) -> set[str]:
        start, end = one.start - sentence.start, one.end - sentence.start
        last = max((stop for _, stop in bounds if stop <= start), default=0)
        following = min((first for first, _ in bounds if first >= end), default=len(sentence.text))
        before = _BETWEEN_PARTS.split(sentence.text[last:start])[-1]
        after = _BETWEEN_PARTS.split(sentence.text[end:following])[0]
        words = words_of(f"{before} {sentence.text[start:end]} {after}")
        return {form for word in words if word not in small_words() for form in base_forms(word)}

    others = [part(other) for other in figures if other.start != figure.start]
    return frozenset(part(figure).difference(*others))


def _holds_value(answer: ParsedSentence, other: Figure) -> bool:
    """Whether a sentence gives a figure too, for something else."""
    piece = Piece(answer.sentence.start, answer.sentence.text)
    return any(same_value(figure, other) is not None for figure in figures_of(piece))


def _likeness(said: list[frozenset[str]], index: int, material: Material) -> int:
    """How many of the words around a figure of the answer stand around one of the sources."""
    figure = material.figures.figures[index]
    sentence = material.index.sentences[material.figures.sentence[index]]
    return likeness(said, sentence.text, figure.start - sentence.start, figure.end - sentence.start)


def _said_around(figure: Figure, answer: ParsedSentence) -> list[frozenset[str]]:
    offset = answer.sentence.start
    return surroundings(answer.sentence.text, figure.start - offset, figure.end - offset)


def _is_telling(figure: Figure) -> bool:
    """Whether the number alone says what it is of: it is large, or has a unit."""
    if figure.kind in ("money", "percent", "measure"):
        return True
    return figure.high > SMALL or figure.low != figure.low.to_integral_value()


def _is_year_like(figure: Figure) -> bool:
    """Whether a bare number may be a year, which the sources then name as one."""
    is_number = figure.kind in ("number", "count") and figure.unit is None and not figure.is_range
    return is_number and figure.low in range(1500, 2100)


def _derive(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[str, str, list[Place]] | None:
    """A sum, difference, share, change or ratio of figures that stand near each other in the source."""
    if figure.is_range or not (_is_exact(figure) or _DERIVED.search(answer.sentence.text)):
        return None
    indices = [i for number in aligned.best[:1] for i in material.figures.of_sentence.get(number, ())]
    mentioned = [f for f in figures_of(Piece(answer.sentence.start, answer.sentence.text)) if f != figure]
    for number in aligned.near:
        for i in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[i]
            if i not in indices and any(same_unit(f, other) and same_value(f, other) for f in mentioned):
                indices.append(i)
    usable = [i for i in indices if not material.figures.figures[i].is_range][:MAX_TERMS]
    groups: dict[object, list[int]] = {}
    for i in usable:
        groups.setdefault(_unit_of(material.figures.figures[i]), []).append(i)
    about = figure.comparator == "~"
    for unit, members in groups.items():
        terms = [Term(material.figures.figures[i].low, material.figures.figures[i].shown()) for i in members]
        if figure.kind == "percent" and figure.unit == "percent" and unit != "percent":
            found = derive_percent(terms)
        elif figure.kind == "multiple":
            found = derive_ratio(terms)
        elif unit == _unit_of(figure) or (unit == "percent" and figure.unit == "percentage_point"):
            found = derive_amount(terms)
        else:
            continue
        for derivation in found:
            if not is_on(f"ground/{derivation.kind}"):
                continue
            if rounds_to(derivation.value, figure.low, figure.place, about=about):
                operands = [members[t] for t in derivation.terms]
                places = [
                    place_in(
                        material.figures.figures[i],
                        material.index.sentences[material.figures.sentence[i]].source,
                    )
                    for i in operands
                ]
                return derivation.kind, derivation.shown, places
    return None


def _is_exact(figure: Figure) -> bool:
    """Whether it has three digits that are no zeros at its end, so that no sum gives it by chance."""
    digits = f"{figure.low.normalize():f}".replace(".", "").strip("0")
    return len(digits) >= EXACT_DIGITS


def _unit_of(figure: Figure) -> object:
    return figure.unit if figure.unit is not None else "count"


def _count(figure: Figure, material: Material) -> tuple[str, str, list[Place]] | None:
    """The number of items of a numbered list, or of the people who speak in a conversation."""
    if figure.kind not in ("count", "number") or figure.is_range or not 2 <= figure.low <= SMALL:
        return None
    if not is_on("ground/count"):
        return None
    for text in material.texts.values():
        numbers = [int(n) for n in _LIST_NUMBER.findall(text)]
        if numbers and figure.low in _list_lengths(numbers):
            return "count", f"the source lists {int(figure.low)} items", []
        speakers = set(_SPEAKER.findall(text)) | set(_SPEAKER_INLINE.findall(text))
        if len(speakers) == figure.low:
            return "count", f"{int(figure.low)} people speak in the source", []
    return None


def _list_lengths(numbers: Sequence[int]) -> set[Decimal]:
    """How long the numbered lists are: the last number before one starts anew."""
    lengths, last = set(), 0
    for number in [*numbers, 1]:
        if number == last + 1:
            last = number
            continue
        if last > 1:
            lengths.add(Decimal(last))
        last = 1 if number == 1 else 0
    if last > 1:
        lengths.add(Decimal(last))
    return lengths


def _contrary(
    figure: Figure, place: Place, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding:
    """Not found; or another value, where the sentence that says the same thing gives one."""
    said = _said_around(figure, answer)
    others = [
        (-_likeness(said, index, material), rank, number, index)
        for rank, number in enumerate(aligned.best)
        for index in material.figures.of_sentence.get(number, ())
        if is_comparable(figure, material.figures.figures[index])
    ]
    if others:
        *_, number, index = min(others)
        return _other_value("ground/figure", figure, place, number, material.figures.figures[index], material)
    evidence = [material.index.sentences[number].place() for number in aligned.best[:1]]
    return make_finding(
        "ground/figure",
        "not_found",
        kind=figure.kind,
        place=place,
        evidence=evidence,
        reason=f"no source gives {figure.shown()} for this, and it follows from none of its figures",
    )


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
