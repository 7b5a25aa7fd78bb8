"""Who is ahead by the words, and by the figures: “larger (410 sq km) than its neighbour, which covers 520”.

The comparative says which of two figures is the greater: the one before “than”, or the one behind it. A
superlative with its own figure is held against the figure of the next thing that the text gives one for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.lint.figures import TIME_UNITS, are_alike, shown_number
from claimcheck.checking.lint.subjects import are_of_one, is_sure, is_unknown, without_article
from claimcheck.claims.ranking import RankingClaim
from claimcheck.lexicons.word_relations import base_forms, readings
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence
    from claimcheck.claims.base import BaseClaim

# Comparatives

_COMPARED = WordPattern(
    r"\b(?:(?P<above><lint/above_than>)|(?P<below><lint/below_than>))\b(?P<what>[^;.]*?)\bthan\b"
)
_DENIED = WordPattern(r"\b(?:<lint/not_than>)\b|\?")
_THAN_HOPED = WordPattern(r" (?:<lint/hoped>)\b")
_HOPED = WordPattern(r"^(?: [a-z]+){0,3} (?:<lint/hoped>)\b")
_COUNTED_THINGS = re.compile(r" (?P<what>[a-z]+) ")
_MOST_CHARS = 110


def find_denied_comparatives(text: LintText) -> Iterator[Finding]:
    """Comparatives whose two figures lie the other way round."""
    for sentence in text.sentences:
        words = sentence.template
        for match in _COMPARED.finditer(words) if " than " in words and len(sentence.figures) > 1 else ():
            pair = _sides(sentence, match)
            if pair is None or _THAN_HOPED.match(words, match.end()):
                continue
            if _DENIED.search(words, max(match.start() - 20, 0), match.end()):
                continue
            above, below = pair if match["above"] else pair[::-1]
            if above.interval.high < below.interval.low:
                yield text.finding(
                    "lint/order",
                    sentence,
                    sorted(pair, key=lambda figure: figure.start),
                    f"“{match['above'] or match['below']}” of {pair[0].text}, but the other has {pair[1].text}",
                    arithmetic=f"{shown_number(above.number)} < {shown_number(below.number)}",
                )


def _sides(sentence: FigureSentence, match: re.Match[str]) -> tuple[Figure, Figure] | None:
    """The figures of what is compared, and of what it is compared with; None where there is no such pair, or a third."""
    named = _by_name(sentence, match)
    if named is not None:
        return named
    figures = [
        (slot, figure)
        for slot, figure in zip(sentence.slots, sentence.figures, strict=True)
        if figure.kind not in ("ordinal", "multiple")
        and figure.unit not in TIME_UNITS
        and not _TIMES.match(sentence.text, figure.end)
    ]
    before = [(slot, figure) for slot, figure in figures if slot[1] <= match.end()]
    behind = [(slot, figure) for slot, figure in figures if slot[0] >= match.end()]
    if len(before) != 1 or len(behind) != 1 or not _is_quantity(match):
        return None
    (one, first), (other, second) = before[0], behind[0]
    inner = sentence.template[match.end() : other[0]]
    if _OTHER_CLAUSE.search(inner) or _HOPED.match(sentence.template[other[1] :]):
        return None  # "90 percent are less than your score and that 10 percent are greater"
    if one[1] <= match.start() and _IS_GAP.fullmatch(sentence.template, one[1], match.start()):
        return None  # "£3.8 billion higher than"
    is_bound = not inner.strip() or len(inner) > _MOST_CHARS or match.start() - one[1] > _MOST_CHARS
    if is_bound or not are_alike(first, second) or not _may_be_of_one_sort(first, second):
        return None
    return first, second


_TIMES = re.compile(r" times\b")
_OTHER_CLAUSE = re.compile(r"\band (?:that|are|is)\b|,? twice\b")
_IS_GAP = re.compile(r" (?:[a-z]+ )?")


def _is_quantity(match: re.Match[str]) -> bool:
    """Whether “more” and “less” are said of a number of things, and not of a quality: "more popular"."""
    if (match["above"] or match["below"]) not in _OF_NUMBER:
        return True
    following = _COUNTED_THINGS.match(match["what"])
    if following is None:
        return True
    parts = {part for _, part in readings(following["what"])}
    return "n" in parts and parts <= {"n", "v"}


_OF_NUMBER = WordSet("change/quantity_more")


def _by_name(sentence: FigureSentence, match: re.Match[str]) -> tuple[Figure, Figure] | None:
    """The counts of two sorts of things that a comparative names: "more women than men: 410 women and 460 men"."""
    what = _COUNTED_THINGS.fullmatch(match["what"])
    behind = re.match(r" (?P<other>[a-z]+)\b", sentence.template[match.end() :])
    if what is None or behind is None or not _LISTED.search(sentence.template, match.end()):
        return None
    counts = [
        [f for f in sentence.figures if f.of and not base_forms(f.head).isdisjoint(base_forms(noun))]
        for noun in (what["what"], behind["other"])
    ]
    return (counts[0][0], counts[1][0]) if all(len(found) == 1 for found in counts) else None


_LISTED = re.compile(r"[:(–—]")
"""Behind a comparative, what begins the figures that it rests on."""


def _may_be_of_one_sort(one: Figure, other: Figure) -> bool:
    return not one.of or not other.of or not base_forms(one.head).isdisjoint(base_forms(other.head))


# Superlatives

_PLAIN = WordPattern(
    r"(?:[^,]{0,40}?\b)(?P<word>(?:<lint/superlative_most>)|(?:<lint/superlative_least>))(?P<noun>(?: [a-z-]+){0,1})(?= (?:<lint/divided_where>|<grammar/preposition>)\b|[.,;]|$)",
    re.IGNORECASE,
)
_NOT_ALONE = WordPattern(r"\b(?:<lint/not_alone>)\b", re.IGNORECASE)
_OWN = WordPattern(r"\b(?:<lint/with_figure>) (?:(?:<lint/near>) )*$", re.IGNORECASE)


def find_denied_superlatives(text: LintText) -> Iterator[Finding]:
    """Superlatives with a figure, and a greater one told of another thing right behind."""
    for claim in text.document.claims:
        if not isinstance(claim, RankingClaim) or claim.value.rank != 1:
            continue
        if not is_sure(claim) or claim.prediction:
            continue
        word = claim.value.order.lower()
        is_most = word in _MOST
        if (
            not (is_most or word in _LEAST)
            or not _PLAIN.search(_from(claim))
            or _NOT_ALONE.search(claim.text)
        ):
            continue
        told = _own_and_other(text, claim)
        if told is None:
            continue
        (sentence, own), (place, other) = told
        if own.interval.high < other.interval.low if is_most else own.interval.low > other.interval.high:
            yield make_finding(
                "lint/order",
                "inconsistent",
                kind="ranking",
                place=text.place_of_claim(claim),
                evidence=[
                    text.place_of(sentence, own.start, own.end),
                    text.place_of(place, other.start, other.end),
                ],
                reason=f"“{claim.value.order}” with {own.text}, but another has {other.text}",
                arithmetic=f"{shown_number(own.number)} {'<' if is_most else '>'} {shown_number(other.number)}",
            )


_MOST, _LEAST = WordSet("lint/superlative_most"), WordSet("lint/superlative_least")


def _from(claim: BaseClaim) -> str:
    """The sentence of a claim from the claim on."""
    return claim.sentence.text[claim.start - claim.sentence.start :]


def _own_and_other(
    text: LintText, claim: RankingClaim
) -> tuple[tuple[FigureSentence, Figure], tuple[FigureSentence, Figure]] | None:
    """The figure that a superlative is said with, and the only other one of its sort, of another thing behind it."""
    sentence = next((s for s in text.sentences if s.start == claim.sentence.start), None)
    if sentence is None:
        return None
    figures = [f for f in sentence.figures if f.kind != "ordinal" and f.unit not in TIME_UNITS]
    own = [f for f in figures if _OWN.search(sentence.text, 0, f.start)]
    if len(own) != 1:
        return None
    rest = [f for f in figures if f is not own[0] and f.start > claim.end - sentence.start]
    place = sentence if rest else text.behind(sentence)
    if place is None:
        return None
    others = rest or [f for f in place.figures if f.kind != "ordinal" and f.unit not in TIME_UNITS]
    if len(others) != 1 or not are_alike(own[0], others[0]) or not _may_be_of_one_sort(own[0], others[0]):
        return None
    if _SCOPE_BEHIND.match(sentence.text, own[0].end):
        return None  # "the longest river at 742 km in the province"
    told = place.text[claim.end - sentence.start if rest else 0 :]
    if _ELSEWHERE.search(told) or not _is_of_another(text, claim, place, others[0]):
        return None
    return (sentence, own[0]), (place, others[0])


_SCOPE_BEHIND = WordPattern(r"[ ](?:in|of|on|at) (?:<common/the_or_possessor>)\b", re.IGNORECASE)
_ELSEWHERE = WordPattern(
    r"\b(?:<lint/elsewhere>|<lint/once>)\b|\b[12]\d{3}\b|\b(?:in|of|at) (?-i:[A-Z])", re.IGNORECASE
)
"""What is told of another place or of another time."""


_NAME = re.compile(r"\b[A-Z]")


def _is_of_another(text: LintText, claim: RankingClaim, place: FigureSentence, figure: Figure) -> bool:
    """Whether a figure is that of a thing of its own, named and not the one that the superlative is said of."""
    for other in text.document.claims:
        start, end = other.start - place.start, other.end - place.start
        if other is not claim and start < figure.end and figure.start < end and other.subject is not None:
            is_named = _NAME.search(without_article(other.subject_name)) is not None
            return is_named and not is_unknown(other) and not are_of_one(other, claim)
    return False
