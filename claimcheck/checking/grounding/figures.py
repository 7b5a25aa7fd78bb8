"""Figures: borne out, rounded, converted, derived, or another one than the source gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.checking.figures import (
    FEW_SENTENCES,
    NUMERAL,
    SMALL,
    Figure,
    counts_people,
    has_same_head,
    is_comparable,
    is_precise,
    loose_numerals,
    place_in,
    same_noun,
    same_value,
)
from claimcheck.checking.findings import make_finding
from claimcheck.checking.grounding.derived import derived, speakers_of
from claimcheck.checking.grounding.periods import is_of_same_period, other_period
from claimcheck.checking.grounding.rates import other_rate, other_span
from claimcheck.checking.grounding.rivals import is_gap, is_part_of, likeness_of, rival_of, said_around
from claimcheck.checking.grounding.spans import years_between
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import Piece, words_of
from claimcheck.dates.finding import find_dates
from claimcheck.lexicons.quantities import load_number_words
from claimcheck.lexicons.word_relations import family
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.versions.bounds import bound_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding, Place
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence

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

_NAME_BEFORE = re.compile(r"([^\W\d_]{2,})[ -]?$")
_QUARTER = re.compile(r"Q[1-4]|[1-4]Q|H[12]|FY\d*")


FEW_SPEAKERS = 4
"""So many people in a conversation are counted by who hears it."""

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
    is_same: bool


def figure_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """A verdict on every figure of a sentence."""
    for figure in answer.figures:
        if not _says_something(figure) or not is_on("ground/figure"):
            continue
        speakers = _too_many_speakers(figure, answer, material)
        if speakers is not None:
            yield speakers
            continue
        if _tells_of_the_text(figure, answer) or _points_back(figure, answer):
            continue
        if _is_ago(figure, answer, material):
            continue
        yield _verdict(figure, answer, aligned, material)
    if is_on("ground/numeral"):
        yield from _numerals(answer, material)


def _numerals(answer: ParsedSentence, material: Material) -> Iterator[Finding]:
    """Numerals that are no amount: those of telephones and the like, and those behind a name."""
    quarters = list(_QUARTER.finditer(answer.sentence.text))
    for start, end, text, rule in loose_numerals(Piece(answer.sentence.start, answer.sentence.text)):
        digits = text.replace(",", "").rstrip(".")
        if _is_other_side(answer.sentence.text[end - answer.sentence.start :], material):
            continue
        is_of_name = rule in _OF_NAMES
        if not digits[:1].isdigit() or (not is_of_name and digits in material.figures.numerals):
            continue
        first = start - answer.sentence.start
        others: set[str] = set()
        is_edition = False
        if is_of_name:
            before = _NAME_BEFORE.search(answer.sentence.text[:first])
            if before is None or any(m.start() <= first < m.end() for m in quarters):
                continue
            with_number = re.compile(rf"\b{re.escape(before[1])}[ -]?(\d[\d.]*)", re.IGNORECASE)
            is_edition = before[1].lower() in _EDITION
            if is_edition and digits in material.figures.numerals:
                continue  # "version 4.0", of what a source gives with its name
            others = {
                m[1].rstrip(".") for source in material.texts.values() for m in with_number.finditer(source)
            }
            if digits in others or (not others and digits in material.figures.numerals):
                continue
        is_age = rule == "decade" and _IN_THEIR.search(answer.sentence.text, 0, first) is not None
        if is_age and _holds_age(int(digits), material):
            continue
        is_year = rule == "year" and not _is_within_date(first, answer)
        if others or is_age or is_edition or is_year or rule in _TELLING_NUMERALS:
            said = f"; it has {', '.join(sorted(others))}" if others else ""
            yield make_finding(
                "ground/numeral",
                "differs" if others else "not_found",
                kind="figure",
                place=answer.sentence.place(first, end - answer.sentence.start),
                reason=f"no source holds the number {text}{said}",
            )


def _is_within_date(first: int, answer: ParsedSentence) -> bool:
    """Whether a numeral is part of a date, which has a verdict of its own."""
    return any(date.start <= first < date.end for date in find_dates(answer.sentence.text))


_OF_NAMES = frozenset({"name-with-number", "model-name"})
"""Numerals of which the word before them must have the same one in a source."""

_EDITION = WordSet("checking/edition")
"""Nouns that stand before the number of any product: "version 4.0"."""

_IN_THEIR = WordPattern(
    r"\bin (?:<checking/possessor>) (?:(?:<checking/part_of_decade>)[ -])?$", re.IGNORECASE
)


def _holds_age(decade: int, material: Material) -> bool:
    """Whether the sources hold an age or any number of a decade of life: "in their 70s" of a woman of 74."""
    numerals = material.figures.numerals
    if any(str(age) in numerals for age in range(decade, decade + 10)):
        return True
    in_words = [f for f in material.figures.figures if decade <= f.low < decade + 10]
    word = next((w for w, number in load_number_words().items() if number.value == decade), "")
    return bool(in_words) or f"{word.removesuffix('y')}ies" in material.index.words


def _is_other_side(after: str, material: Material) -> bool:
    """Whether a version bounds what a source's bound leaves out: "3.9 or older" of "3.10 or later"."""
    return bound_after(after) == "<=" and any(map(_has_lower_bound, material.texts.values()))


def _has_lower_bound(text: str) -> bool:
    return any(bound_after(text, digit.end()) == ">=" for digit in re.finditer(r"\d(?=\s)", text))


def _says_something(figure: Figure) -> bool:
    """Not "one" as a pronoun or article, nor "first" as an adverb."""
    words = words_of(figure.text)
    if figure.low == 1 and not any(character.isdigit() for character in figure.text):
        return figure.kind in ("money", "percent")
    return not (figure.kind == "ordinal" and figure.low <= 1) and bool(words or figure.text.strip())


def _tells_of_the_text(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a number is of the source itself: its parts, or those who talk in it, whom no text counts."""
    text = answer.sentence.text
    if figure.kind == "ordinal":
        return bool(_PART_OF_TEXT.match(text, figure.end - answer.sentence.start))
    if figure.low <= FEW_SPEAKERS and _counts_speakers(figure, answer):
        return True
    noun = words_of(figure.noun or "")
    return figure.kind == "count" and figure.low <= FEW_MATTERS and bool(noun) and noun[-1] in _MATTERS


def _counts_speakers(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a number is of those who talk to each other: "a conversation between two friends"."""
    start = figure.start - answer.sentence.start
    is_one = figure.kind == "count" and not figure.is_range and counts_people(figure)
    return is_one and _TALK_BETWEEN.search(answer.sentence.text, 0, start) is not None


def _too_many_speakers(figure: Figure, answer: ParsedSentence, material: Material) -> Finding | None:
    """Where an answer has more people talk to each other than speak in the only source, a conversation.

    "Between two agents and a client" has three.
    """
    if len(material.texts) != 1 or not is_on("ground/count") or not _counts_speakers(figure, answer):
        return None
    (text,) = material.texts.values()
    speakers = speakers_of(text)
    after = answer.sentence.text[figure.end - answer.sentence.start :]
    told = figure.low + (_AND_ONE.match(after) is not None)
    if len(speakers) < PAIR or told <= len(speakers) or len(_TURN.findall(text)) < LEAST_TURNS:
        return None
    return make_finding(
        "ground/count",
        "differs",
        kind="count",
        place=place_in(figure, answer.sentence.source),
        reason=f"{len(speakers)} people speak in the source: {', '.join(sorted(speakers))}",
        arithmetic=f"{told:f} ≠ {len(speakers)}",
    )


_MATTERS = WordSet("checking/matters")
"""Nouns by which a text counts what it is itself about, which no source counts: "dealt with four matters"."""

FEW_MATTERS = 12

PAIR = 2

LEAST_TURNS = 4
"""A text with so many turns is a conversation."""

_TURN = re.compile(r"^\s*[A-Z][\w.' -]{0,30}:|\s\.\s[A-Z][\w' -]{0,30}:", re.MULTILINE)

_AND_ONE = re.compile(r"\s+and\s+(?:an?|another|the|one|his|her|their|its)\s", re.IGNORECASE)


_AGO = WordPattern(r"\s+(?:or\s+so\s+)?(?:<checking/ago>)\b", re.IGNORECASE)


def _is_ago(figure: Figure, answer: ParsedSentence, material: Material) -> bool:
    """Whether a span counts back from the day of writing, which sources that give a date do not."""
    if not _AGO.match(answer.sentence.text, figure.end - answer.sentence.start):
        return False
    return not any(_AGO.search(text) for text in material.texts.values())


_THE_SAME = re.compile(
    r"\b(?:the|these|those|both|its|their|his|her|our|my|your|all|other)\s+$", re.IGNORECASE
)

_A = re.compile(r"\b(?:an?|every|each|split)\s+$", re.IGNORECASE)


def _points_back(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a small number is of what was named before: "the two clubs", "a second one"."""
    if figure.kind == "ordinal" and figure.text.lower() == "second":  # "a second storm" is another one
        return _A.search(answer.sentence.text, 0, figure.start - answer.sentence.start) is not None
    if figure.kind != "count" or figure.low > FEW_SPEAKERS or any(c.isdigit() for c in figure.text):
        return False
    start = figure.start - answer.sentence.start
    return _THE_SAME.search(answer.sentence.text, 0, start) is not None


def _verdict(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Finding:
    place = place_in(figure, answer.sentence.source)
    match = _best_match(figure, answer, aligned, material)
    if match is not None:
        return _misplaced(figure, place, match, answer, aligned, material) or _matched(
            figure, place, match, material
        )
    is_of_numeral = _is_year_like(figure) or _is_bare_decimal(figure) or _is_hour(figure, answer)
    if is_of_numeral and f"{figure.low:f}" in material.figures.numerals:
        return make_finding(
            "ground/figure",
            "borne_out",
            kind=figure.kind,
            place=place,
            reason=f"a source holds {figure.low:f}",
        )
    other_words = _in_other_words(figure, place, answer, aligned, material)
    if other_words is not None:
        return other_words
    if figure.is_range and _FROM.match(figure.text):
        ends = [_best_match(end, answer, aligned, material) for end in figure.ends()]
        if all(end is not None and material.figures.sentence[end.index] in aligned.near for end in ends):
            return _both_ends(figure, place, [end.index for end in ends if end is not None], material)
    following = derived(figure, answer, aligned, material)
    if following is None and is_on("ground/years-between"):
        following = years_between(figure, answer, aligned, material)
    direct = _given_directly(figure, answer, aligned, material) if following is not None else None
    if direct is not None:
        return _other_value("ground/figure", figure, place, *direct, material)
    if following is not None:
        rule, arithmetic, terms = following
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


def _misplaced(
    figure: Figure, place: Place, match: _Match, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding | None:
    """The verdict on a figure that the sources hold of something else, or the other way round; else None."""
    if (
        is_on("ground/rival")
        and not _stands_for_somebody(figure, answer)
        and not is_of_same_period(figure, match.index, answer, material)
    ):
        rival = rival_of(figure, match.index, answer, aligned, material)
        if rival is not None:
            return _other_value("ground/rival", figure, place, *rival, material)
    source, sentence = _figure_and_sentence(match.index, material)
    turned = _turned_range(figure, match.index, material) if is_on("ground/direction") else None
    rate = other_rate(figure, match.index, answer, material) if is_on("ground/rate") else None
    span = other_span(figure, answer, aligned, material) if is_on("ground/rate") else None
    if turned is not None or rate is not None or span is not None:
        return make_finding(
            "ground/direction" if turned is not None else "ground/rate",
            "differs",
            kind=figure.kind,
            place=place,
            evidence=[place_in(source, sentence.source), sentence.place()],
            reason=f"the source has it the other way round: {turned}"
            if turned is not None
            else f"the source gives it per {rate or span}",
        )
    other = other_period(figure, answer, aligned, material) if is_on("ground/period") else None
    return None if other is None else _other_value("ground/period", figure, place, *other, material)


def _matched(figure: Figure, place: Place, match: _Match, material: Material) -> Finding:
    """The verdict on a figure that a figure of the sources bears out."""
    source, sentence = _figure_and_sentence(match.index, material)
    same = match.is_same
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
    is_telling = _is_telling(figure)
    for index in material.figures.like(figure):
        other = material.figures.figures[index]
        rule = same_value(figure, other)
        if rule is None or not is_on(f"ground/{rule}"):
            continue
        number = material.figures.sentence[index]
        noun = same_noun(figure, other)
        shared = sum(1 for forms in words if forms & material.index.keys[number])
        close = number in near
        telling = is_telling or (figure.comparator != "=" and other.comparator == figure.comparator)
        if not telling and not (noun or (close and noun is None and shared) or shared > 1):
            continue
        if not (shared or close or noun) and len(material.index.sentences) > FEW_SENTENCES:
            continue
        weight = 4 * close + 2 * bool(noun) + min(shared, 3) - 2 * (noun is False) + 3 * (rule == "figure")
        if best is None or weight > best.weight:
            best = _Match(index, rule, weight, is_same=rule == "figure")
    return best


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


def _as_rate(figure: Figure, aligned: Aligned, material: Material) -> int | None:
    """A figure of a sentence that says in other words of what each: "a square metre holds 1.4 kilograms"."""
    amount, per, whole = (figure.unit or "").partition("_per_")
    written = re.split(r"\bper\b", figure.text)
    of_each = words_of(written[1]) if len(written) > 1 else whole.split("_")
    if not per or figure.kind not in ("measure", "money"):
        return None
    words = [family(word) for word in of_each]
    for number in aligned.near:
        keys = material.index.keys[number]
        if any(keys.isdisjoint(forms) for forms in words):
            continue
        for index in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[index]
            if other.unit == amount and other.low == figure.low and other.high == figure.high:
                return index
    return None


def _in_other_words(
    figure: Figure, place: Place, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding | None:
    """The verdict on a figure that the source gives as a rate or an ordinal in other words."""
    index = _as_rate(figure, aligned, material)
    if index is None:
        index = _as_ordinal(figure, answer, aligned, material)
    if index is None:
        index = _as_counted_off(figure, answer, aligned, material)
    if index is None:
        return _as_score(figure, place, aligned, material)
    return _borne_out(
        figure, place, index, material, f"the source gives {material.figures.figures[index].text}"
    )


def _borne_out(figure: Figure, place: Place, index: int, material: Material, reason: str) -> Finding:
    """The verdict on a figure that a figure of the sources bears out."""
    sentence = material.index.sentences[material.figures.sentence[index]]
    return make_finding(
        "ground/figure",
        "borne_out",
        kind=figure.kind,
        place=place,
        evidence=[place_in(material.figures.figures[index], sentence.source), sentence.place()],
        reason=reason,
    )


_NUMBERED = WordPattern(r"\b(?:<checking/numbered>)\s+$", re.IGNORECASE)
"""What is counted off: "year three" is the third year."""


_FIRST_AND_THEN = WordPattern(r"\bfirst\b[^.;]{1,80}\b(?:<checking/then>)\b", re.IGNORECASE)


def _as_ordinal(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> int | None:
    """The ordinal of a sentence nearby that a number behind its noun stands for: "year three".

    The second of "first a chemist and then a photographer" is there without its number.
    """
    if figure.kind == "ordinal" and figure.low == PAIR:
        for number in aligned.near:
            if _FIRST_AND_THEN.search(material.index.sentences[number].text):
                indices = material.figures.of_sentence.get(number, ())
                first = (i for i in indices if material.figures.figures[i].kind == "ordinal")
                return next(first, None)
    start = figure.start - answer.sentence.start
    if figure.kind not in ("number", "count") or not _NUMBERED.search(answer.sentence.text, 0, start):
        return None
    return next(
        (
            index
            for number in aligned.near
            for index in material.figures.of_sentence.get(number, ())
            if material.figures.figures[index].kind == "ordinal"
            and material.figures.figures[index].low == figure.low
        ),
        None,
    )


_IN_A_ROW = WordPattern(r"[^.;:]{0,30}?\b(?:<checking/in_a_row>)\b", re.IGNORECASE)


def _as_counted_off(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> int | None:
    """The number that counts off what the other text counts: "the sixth minute" of "after six minutes".

    "Seven games" are a "seventh win in a row".
    """
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for index in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[index]
            if other.low != figure.low or other.is_range:
                continue
            pair = {figure.kind, other.kind}
            if "ordinal" in pair and pair & {"measure", "count"}:
                counted = (figure, answer.sentence, other), (other, sentence, figure)
                if any(
                    one.kind == "ordinal" and _counts_on(one, said, number) for one, said, number in counted
                ):
                    return index
            is_made = figure.kind == "ordinal" and other.kind == "number" and SMALL >= other.low > 1
            if is_made and other.text.isalpha():  # "the third", of who "made it three"
                return index
            is_nth = other.kind == "ordinal" and (figure.kind == "multiple" or figure.noun == "times")
            if is_nth and _is_deed_counted(other, answer, sentence):
                return index
            is_run = _IN_A_ROW.match(sentence.text, other.end - sentence.start) is not None
            if figure.kind == "count" and other.kind == "ordinal" and is_run:
                return index
    return None


def _counts_on(ordinal: Figure, sentence: Sentence, number: Figure) -> bool:
    """Whether a number counts what stands behind an ordinal: "the sixth minute", "six minutes"."""
    after = words_of(sentence.text[ordinal.end - sentence.start :][:40])[:1]
    counted = words_of(number.noun or (number.unit or "").replace("_", " "))[-1:]
    return bool(after and counted and family(after[0]) & family(counted[0]))


def _is_deed_counted(other: Figure, answer: ParsedSentence, sentence: Sentence) -> bool:
    """Whether an ordinal counts what the answer says happened so many times: "the fourth burst"."""
    after = words_of(sentence.text[other.end - sentence.start :][:40])[:1]
    return bool(after) and any(family(after[0]) & family(word) for word in answer.content)


def _as_score(figure: Figure, place: Place, aligned: Aligned, material: Material) -> Finding | None:
    """The verdict on a result that a source gives without a verb to win or lose beside it."""
    if figure.kind != "score":
        return None
    written = re.compile(rf"(?<![\d.,]){figure.low:f}\s*[-–—:]\s*{figure.high:f}(?![\d.,]|-\d)")
    turned = re.compile(rf"(?<![\d.,]){figure.high:f}\s*[-–—:]\s*{figure.low:f}(?![\d.,]|-\d)")
    for number in aligned.near:
        sentence = material.index.sentences[number]
        found = written.search(sentence.text) or turned.search(sentence.text)
        if found is not None:
            return make_finding(
                "ground/figure",
                "borne_out",
                kind=figure.kind,
                place=place,
                evidence=[sentence.place(*found.span()), sentence.place()],
                reason=f"the source gives {found[0]}",
            )
    return _as_lead(figure, place, aligned, material)


_AHEAD = WordPattern(r"(?:\s+[^\W\d_]+)?\s+(?:<checking/behind_or_ahead>)\b", re.IGNORECASE)


def _as_lead(figure: Figure, place: Place, aligned: Aligned, material: Material) -> Finding | None:
    """The verdict on a score by how far one side was ahead: "2-0" of two goals down."""
    if not is_on("ground/score") or 0 not in (figure.low, figure.high):
        return None
    apart = abs(figure.high - figure.low)
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for index in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[index]
            if other.kind != "count" or other.low != apart or other.is_range:
                continue
            if _AHEAD.match(sentence.text, other.end - sentence.start):
                return make_finding(
                    "ground/score",
                    "follows",
                    kind=figure.kind,
                    place=place,
                    evidence=[place_in(other, sentence.source), sentence.place()],
                    operands=[place_in(other, sentence.source)],
                    reason="it follows from how far one side was ahead",
                    arithmetic=f"{figure.text} is {apart:f} apart",
                )
    return None


def _contrary(
    figure: Figure, place: Place, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding:
    """Not found; or another value, where the sentence that says the same thing gives one."""
    said = said_around(figure, answer)
    wholes = _wholes_of(figure, aligned, material)
    tells_gap = is_gap(figure, answer.sentence)
    others = [
        (-likeness_of(said, index, material), rank, number, index)
        for rank, number in enumerate(aligned.best)
        for index in material.figures.of_sentence.get(number, ())
        if index not in wholes
        if not tells_gap or is_gap(material.figures.figures[index], material.index.sentences[number])
        if is_comparable(figure, material.figures.figures[index])
        or (has_same_head(figure, material.figures.figures[index]) and _likely(said, index, material))
    ]
    if others:
        *_, number, index = min(others)
        return _other_value("ground/figure", figure, place, number, material.figures.figures[index], material)
    loose = [] if _is_telling(figure) else material.figures.like(figure)
    if loose:  # the sources hold so small a number, in other words than these
        shown = material.figures.figures[loose[0]].shown()
        return _borne_out(figure, place, loose[0], material, f"a source gives {shown}")
    evidence = [material.index.sentences[number].place() for number in aligned.best[:1]]
    return make_finding(
        "ground/figure",
        "not_found",
        kind=figure.kind,
        place=place,
        evidence=evidence,
        reason=f"no source gives {figure.shown()} for this, and it follows from none of its figures",
    )


def _given_directly(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, Figure] | None:
    """Another value that the best sentence gives in the very words of the answer.

    A share of few digits follows from others by chance; where the source itself says how much, that counts.
    """
    if figure.kind not in ("percent", "multiple") or is_precise(figure) or figure.is_fraction:
        return None
    said = said_around(figure, answer)
    for number, index in ((n, i) for n in aligned.best[:1] for i in material.figures.of_sentence.get(n, ())):
        other = material.figures.figures[index]
        if other.kind != figure.kind or other.unit != figure.unit or not is_comparable(figure, other):
            continue
        if any(same_value(one, other) is not None for one in answer.figures):
            continue
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
