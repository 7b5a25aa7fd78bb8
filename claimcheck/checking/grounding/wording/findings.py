"""Words: contraries, denials and things that the sources do not hold.

A word that the sources do not use is no fault, since an answer paraphrases. It is one where the source says
the contrary of it about the same thing, or where it names a concrete thing that no source names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.grounding.denying import FOR_FIRST_TIME, is_denied
from claimcheck.checking.grounding.derivations.rests import tells_denied_rest
from claimcheck.checking.grounding.derivations.shares import tells_other_side
from claimcheck.checking.grounding.subjects import general_words
from claimcheck.checking.grounding.wording.alternatives import CONCRETE, alternative_findings
from claimcheck.checking.grounding.wording.clauses import clause_findings
from claimcheck.checking.grounding.wording.comparisons import comparison_findings, side_findings
from claimcheck.checking.grounding.wording.compounds import compound_findings
from claimcheck.checking.grounding.wording.contraries import contrary_findings
from claimcheck.checking.grounding.wording.denials import denial_findings
from claimcheck.checking.grounding.wording.predicates import contrary_deed_findings, predicate_findings
from claimcheck.checking.grounding.wording.ranks import superlative_findings
from claimcheck.checking.grounding.wording.slots import REACH, RETOLD
from claimcheck.checking.texts import words_of
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_relations import (
    base_forms,
    family,
    first_category,
    readings,
)
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding, Place
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence, Word

SAME_THING = 3
"""So many words around a new thing must stand in one source sentence."""

SLOT_SHARE = 0.6
"""So much of what stands around a new word must stand in one source sentence."""


def wording_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """What the words of a sentence, other than figures and names, say against the sources."""
    if not aligned.best:
        return
    yield from contrary_findings(answer, aligned, material)
    if not tells_other_side(answer, aligned, material):
        yield from clause_findings(answer, aligned, material)
        yield from contrary_deed_findings(answer, aligned, material)
    yield from predicate_findings(answer, aligned, material)
    yield from comparison_findings(answer, aligned, material)
    yield from side_findings(answer, aligned, material)
    yield from superlative_findings(answer, aligned, material)
    if not tells_denied_rest(answer, aligned, material):
        yield from denial_findings(answer, aligned, material)
    yield from alternative_findings(answer, aligned, material)
    yield from compound_findings(answer, aligned, material)
    yield from _quantifiers(answer, aligned, material)
    yield from _first_times(answer, aligned, material)
    yield from _new_things(answer, aligned, material)


# Quantifiers


@per_lexicon
def _quantifier_groups() -> dict[str, frozenset[str]]:
    """For each word that limits or generalises, the words of a source that bear it out."""
    groups: dict[str, frozenset[str]] = {}
    for row in load_rows("en/quantifiers.csv"):
        words = row["words"].split("|")
        groups.update(dict.fromkeys(words, frozenset((*words, *row["others"].split("|")))))
    return groups


def _quantifiers(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Words that limit or generalise ("only", "every", "never") where no source sentence nearby does so."""
    groups = _quantifier_groups()
    for index, word in enumerate(answer.words):
        group = groups.get(word.lower)
        if index and answer.words[index - 1].lower == "not":  # "not only", "not every": others too
            continue
        following = answer.words[index + 1].lower if index + 1 < len(answer.words) else ""
        if word.lower in _MOST and (_is_of_degree(answer, index) or _is_bound(answer, word)):
            continue  # "most likely", "at most"
        if word.lower in _MAJORITY and _holds_majority(aligned, material):
            continue  # "most" of which the source says 61 %
        if following in _ELSE:
            continue  # "everybody else": whom the sentence before does not speak of
        if word.lower in ("every", "each") and following in _PERIODS:
            continue  # how often, not of which: "every year" is "a year"
        if word.lower in ("only", "solely") and _is_amount(answer, index + 1):
            continue  # "only $800,000": little, in the eyes of who writes
        if group is not None and aligned.words.isdisjoint(group):
            yield _unsaid(answer.sentence.place(word.start, word.end), aligned, material)


def _unsaid(place: Place, aligned: Aligned, material: Material) -> Finding:
    """The finding that the source does not say some words of the answer of this."""
    return make_finding(
        "ground/quantifier",
        "not_found",
        kind="wording",
        place=place,
        evidence=[material.index.sentences[number].place() for number in aligned.best[:1]],
        reason=f"the source does not say “{place.text}” of this",
    )


def _first_times(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """What is said to be so for the first time, where no source sentence nearby says that it is new."""
    found = FOR_FIRST_TIME.search(answer.sentence.text)
    if found is None or aligned.coverage < RETOLD:
        return
    if any(_tells_first(material.index.sentences[number].text) for number in aligned.near):
        return
    around = (number for number in aligned.near if abs(number - aligned.best[0]) <= 1)
    if any(_UNTIL_THEN.search(material.index.sentences[number].text) for number in around):
        return
    yield _unsaid(answer.sentence.place(*found.span()), aligned, material)


def _tells_first(text: str) -> bool:
    """Whether a sentence says that something is new: "the first woman", not "the first quarter"."""
    words = words_of(text)
    following = [*words[1:], ""]
    return any(
        not _BORNE_FIRST.isdisjoint(base_forms(word)) and after not in _PERIODS
        for word, after in zip(words, following, strict=True)
    )


_BORNE_FIRST = WordSet("checking/borne_first")

_UNTIL_THEN = WordPattern(
    r"\b(?:<checking/until_then>)\b|\bafter\s+(?:[\w-]+\s+){1,3}(?:<checking/period>)s\b"
    r"|\b(?:<quote/nobody>)\b[^.;]{0,60}\bhad\b",
    re.IGNORECASE,
)
"""How long something else held: "after eleven years above it", "no woman had won"."""


def _is_of_degree(answer: ParsedSentence, index: int) -> bool:
    """Whether a word only says of which degree the next one is: "most likely"."""
    return index + 1 < len(answer.words) and answer.words[index + 1].pos in ("ADJ", "ADV")


def _is_bound(answer: ParsedSentence, word: Word) -> bool:
    """Whether "most" ends an upper bound: "at most", "at the very most"."""
    return _AT.search(answer.sentence.text, 0, word.start) is not None


_AT = WordPattern(r"\b(?:<checking/before_most>)\s+$", re.IGNORECASE)


def _is_amount(answer: ParsedSentence, index: int) -> bool:
    """Whether an amount starts here: a number, or a currency sign, or "about" and one."""
    return any(
        word.pos in ("NUM", "SYM") or word.text[:1].isdigit() for word in answer.words[index : index + 2]
    )


def _holds_majority(aligned: Aligned, material: Material) -> bool:
    """Whether a sentence that speaks of the answer gives a share of more than half."""
    numbers = [i for number in aligned.near for i in material.figures.of_sentence.get(number, ())]
    figures = [material.figures.figures[i] for i in numbers]
    return any(figure.unit == "percent" and figure.low > _HALF for figure in figures)


_HALF = 50
_PERIODS = WordSet("checking/period")
_MAJORITY = WordSet("checking/mostly")
_ELSE = WordSet("checking/else")
_MOST = WordSet("checking/more_sign")


# New things


def _new_things(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Concrete things that no source has, in words that a source else says.

    Only where the words around them stand in one source sentence: a text that says things in its own words
    throughout has no place where something was put in.
    """
    for index, word in enumerate(answer.words):
        if not word.is_content or not word.lower.isalpha():
            continue
        if word.text[:1].isupper() or not _is_new(word, material) or is_denied(answer, index):
            continue
        if answer.sentence.text[: word.start].endswith("/"):
            continue  # the "h" of "55 km/h"
        number = _said_around(answer, index, aligned, material)
        if number is None:
            continue
        yield make_finding(
            "ground/new-thing",
            "not_found",
            kind="wording",
            place=answer.sentence.place(word.start, word.end),
            evidence=[material.index.sentences[number].place()],
            reason=f"no source says “{word.text}” or anything like it here",
        )


def _is_new(word: Word, material: Material) -> bool:
    """Whether the sources have neither the word nor one that could stand for it, and it adds something."""
    lower = word.lower
    if base_forms(lower) & general_words():
        return False
    if word.pos != "NOUN" or first_category(lower) not in CONCRETE:
        return False
    index = material.index
    if index.has(lower) or index.has_stand_in(lower):
        return False
    if _ends_name(lower, index.words):
        return False
    # a more general word for something that is there: "vehicle" for trucks and cars
    return index.kinds.isdisjoint(base_forms(lower))


def _ends_name(lower: str, words: Iterable[str]) -> bool:
    """Whether a name of the sources, which is no word, ends in a word: the fjord of the Straumfjord."""
    return len(lower) > MIN_END and any(
        word.endswith(lower) and len(word) > len(lower) + 2 and not readings(word) for word in words
    )


MIN_END = 3
"""Letters by which a name may end by chance."""


def _said_around(answer: ParsedSentence, index: int, aligned: Aligned, material: Material) -> int | None:
    """The source sentence that says most of the words around a word, if it says nearly all of them."""
    around = sorted(answer.neighbours(index, REACH) | answer.attached(index))
    if len(around) < SAME_THING:
        return None
    forms = [family(word) for word in around]
    best, most = None, 0
    for number in aligned.near:
        held = sum(1 for options in forms if not options.isdisjoint(material.index.keys[number]))
        if held > most:
            best, most = number, held
    return best if most >= max(SAME_THING, SLOT_SHARE * len(around)) else None
