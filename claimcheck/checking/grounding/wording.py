"""Words: contraries, denials and things that the sources do not hold.

A word that the sources do not use is no fault, since an answer paraphrases. It is one where the source says
the contrary of it about the same thing, or where it names a concrete thing that no source names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import WORD, small_words
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_relations import (
    base_forms,
    family,
    first_category,
    load_word_relations,
    opposites,
    readings,
    synonyms,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.answers import AnswerSentence, Word
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material

REACH = 3
"""Content words to either side that a word is about; a clause of an edited text has some eight."""

SOURCE_REACH = 5
"""The same for the source, which is less terse than an answer."""

SAME_THING = 3
"""So many words around a word and its contrary must be the same; in 800 sentences of articles, each held
against the rest of its article, two gave 39 contraries that were none, three 23 (2026-11)."""

MOST_NEAR = 0.5
"""A word and its contrary are about the same thing if the same words stand around them by half at least."""

MUCH_HELD = 0.3
"""From this share of its content words on, a sentence of the source is about the same as the answer's."""

SURE_COVERAGE = 0.6
"""From this share of the weight of a sentence's words on, one source sentence says the same thing."""

_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis", "anti")

_CONCRETE = frozenset({5, 6, 8, 13, 15, 17, 20, 27})
"""WordNet's animals, artifacts, parts of bodies, food, places, natural objects, plants, substances."""

SLOT_SHARE = 0.6
"""So much of what stands around a new word must stand in one source sentence."""

_LETTERS = {"NOUN": "n", "VERB": "v", "ADJ": "a", "ADV": "r"}
"""WordNet's letters for parts of speech."""

_OPEN_CLASSES = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "ADP", "SCONJ", ""})


def wording_findings(answer: AnswerSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """What the words of a sentence, other than figures and names, say against the sources."""
    if not aligned.best:
        return
    yield from _contraries(answer, aligned, material)
    yield from _denials(answer, aligned, material)
    yield from _quantifiers(answer, aligned, material)
    yield from _new_things(answer, aligned, material)


# Contraries


def _contraries(answer: AnswerSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    for index, word in enumerate(answer.words):
        if not word.is_content or word.pos not in _OPEN_CLASSES or len(word.lower) < 3:
            continue
        if word.pos == "PROPN" and word.text[:1].isupper():
            continue
        found = _contrary(answer, index, aligned, material)
        if found is not None:
            rule, number, start, end, reason = found
            sentence = material.index.sentences[number]
            yield make_finding(
                rule,
                "differs",
                kind="wording",
                place=answer.sentence.place(word.start, word.end),
                evidence=[sentence.place(start, end), sentence.place()],
                reason=reason,
            )


def _contrary(
    answer: AnswerSentence, index: int, aligned: Aligned, material: Material
) -> tuple[str, int, int, int, str] | None:
    word = answer.words[index]
    lower = word.lower
    if lower in aligned.words or not aligned.keys.isdisjoint(base_forms(lower)):
        return None
    around = _around(answer, index)
    if is_on("ground/prefix"):
        for plain in sorted(_without_prefix(lower)):
            if plain in aligned.keys and not material.index.has(lower):
                place = _find(plain, around, aligned, material)
                if place is not None:
                    return ("ground/prefix", *place, f"the source says {place_text(place, material)!r}")
        for prefixed in sorted(_with_prefix(lower)):
            if prefixed in aligned.keys:
                place = _find(prefixed, around, aligned, material)
                if place is not None:
                    return ("ground/prefix", *place, f"the source says {place_text(place, material)!r}")
    if not is_on("ground/opposite"):
        return None
    if not aligned.keys.isdisjoint(synonyms(lower)) or not aligned.keys.isdisjoint(family(lower)):
        return None
    for contrary in sorted(opposites(lower, _LETTERS.get(word.pos, "")) & aligned.keys):
        if contrary in answer.content:
            continue
        place = _find(contrary, around, aligned, material)
        if place is not None and not _is_denied(place, material) and not _answer_denies(answer, index):
            said = place_text(place, material)
            return ("ground/opposite", *place, f"the source says “{said}”, the contrary of “{word.text}”")
    return None


def place_text(place: tuple[int, int, int], material: Material) -> str:
    """The words at a place of a source sentence."""
    number, start, end = place
    return material.index.sentences[number].text[start:end]


@per_lexicon
def _without_prefix(word: str) -> frozenset[str]:
    """What is left of a word that a prefix turns into its contrary; only words that there are."""
    found: set[str] = set()
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix).lstrip("-")
        if rest != word and len(rest) > 2 and readings(rest):
            found |= base_forms(rest)
    return frozenset(found)


@per_lexicon
def _with_prefix(word: str) -> frozenset[str]:
    """The contraries that a prefix makes of a word; only words that there are."""
    senses = load_word_relations().senses
    return frozenset(
        prefix + base for base in base_forms(word) for prefix in _PREFIXES if prefix + base in senses
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a word of the answer: words near it, and words that it is parsed to belong to."""

    near: tuple[frozenset[str], ...]
    attached: tuple[frozenset[str], ...]
    content: tuple[frozenset[str], ...]


def _around(answer: AnswerSentence, index: int) -> _Around:
    return _Around(
        tuple(family(word) for word in sorted(answer.neighbours(index, REACH))),
        tuple(family(word) for word in sorted(answer.attached(index))),
        tuple(family(word) for word in sorted(set(answer.content))),
    )


def _find(key: str, around: _Around, aligned: Aligned, material: Material) -> tuple[int, int, int] | None:
    """Where a source sentence says a word about the same thing that the answer says its contrary about.

    It does where enough of the words around the two are the same: half of those near, four of those near or
    attached, or three in a sentence that says much of the rest as well.
    """
    for number in (*aligned.best, *(n for n in aligned.near if n not in aligned.best)):
        keys = material.index.keys[number]
        if key not in keys:
            continue
        content = [
            (match.start(), match.end(), base_forms(match.group().lower().removesuffix("'s")))
            for match in WORD.finditer(material.index.sentences[number].text)
            if match.group().lower() not in small_words()
        ]
        held = sum(1 for options in around.content if not options.isdisjoint(keys)) / len(around.content)
        for at, (start, end, forms) in enumerate(content):
            if key not in forms:
                continue
            window = content[max(0, at - SOURCE_REACH) : at] + content[at + 1 : at + 1 + SOURCE_REACH]
            said = frozenset().union(*(other for *_, other in window)) if window else frozenset()
            near = sum(1 for options in around.near if not options.isdisjoint(said))
            strength = near + sum(1 for options in around.attached if not options.isdisjoint(said))
            mostly = near >= MOST_NEAR * len(around.near)
            if (
                strength > SAME_THING
                or (near > 1 and mostly)
                or (strength == SAME_THING and held >= MUCH_HELD)
            ):
                return number, start, end
    return None


# Denials


@per_lexicon
def _denying() -> re.Pattern[str]:
    words = "|".join(
        re.escape(row["word"]).replace(r"\*", r"\w*") for row in load_rows("en/denying_words.csv")
    )
    return re.compile(rf"\b(?:{words})\b|n['’]t\b", re.IGNORECASE)


def _is_denied(place: tuple[int, int, int], material: Material) -> bool:
    """Whether a denying word stands shortly before a place of a source sentence."""
    number, start, _ = place
    return bool(_denying().search(material.index.sentences[number].text[max(0, start - 30) : start]))


def _answer_denies(answer: AnswerSentence, index: int) -> bool:
    start = answer.words[index].start
    return bool(_denying().search(answer.sentence.text[max(0, start - 30) : start]))


def _denials(answer: AnswerSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    if not is_on("ground/negation"):
        return
    text = answer.sentence.text
    found = list(_denying().finditer(text))
    sentences = [material.index.sentences[number] for number in aligned.near]
    if found:
        if not any(_denying().search(sentence.text) for sentence in sentences):
            match = found[0]
            yield make_finding(
                "ground/negation",
                "differs",
                kind="wording",
                place=answer.sentence.place(match.start(), match.end()),
                evidence=[material.index.sentences[number].place() for number in aligned.best[:1]],
                reason="the answer denies what the source does not deny",
            )
        return
    best = material.index.sentences[aligned.best[0]]
    denied = _denied_match(best.text, answer)
    if denied and aligned.coverage >= SURE_COVERAGE:
        yield make_finding(
            "ground/negation",
            "differs",
            kind="wording",
            place=answer.sentence.place(),
            evidence=[best.place(denied.start(), denied.end()), best.place()],
            reason="the source denies what the answer says",
        )


def _denied_match(text: str, answer: AnswerSentence) -> re.Match[str] | None:
    """The denial of a source sentence whose next content word the answer holds, undenied."""
    said = frozenset().union(*(family(word) for word in answer.content)) if answer.content else frozenset()
    for match in _denying().finditer(text):
        following = [
            word.group().lower()
            for word in WORD.finditer(text[match.end() : match.end() + 60])
            if word.group().lower() not in small_words()
        ]
        if following and not said.isdisjoint(base_forms(following[0])):
            return match
    return None


# Quantifiers


@per_lexicon
def _quantifier_groups() -> dict[str, frozenset[str]]:
    """For each word that limits or generalises, the words of a source that bear it out."""
    groups: dict[str, frozenset[str]] = {}
    for row in load_rows("en/quantifiers.csv"):
        words = row["words"].split("|")
        groups.update(dict.fromkeys(words, frozenset((*words, *row["others"].split("|")))))
    return groups


def _quantifiers(answer: AnswerSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Words that limit or generalise ("only", "every", "never") where no source sentence nearby does so."""
    if not is_on("ground/quantifier"):
        return
    groups = _quantifier_groups()
    for word in answer.words:
        group = groups.get(word.lower)
        if group is not None and aligned.words.isdisjoint(group):
            yield make_finding(
                "ground/quantifier",
                "not_found",
                kind="wording",
                place=answer.sentence.place(word.start, word.end),
                evidence=[material.index.sentences[number].place() for number in aligned.best[:1]],
                reason=f"the source does not say “{word.text}” of this",
            )


# New things


@per_lexicon
def _general() -> frozenset[str]:
    return frozenset(row["word"] for row in load_rows("en/general_words.csv"))


def _new_things(answer: AnswerSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Concrete things that no source has, in words that a source else says.

    Only where the words around them stand in one source sentence: a text that says things in its own words
    throughout has no place where something was put in.
    """
    if not is_on("ground/new-thing"):
        return
    for index, word in enumerate(answer.words):
        if word.pos != "NOUN" or not word.is_content or not word.lower.isalpha():
            continue
        if word.text[:1].isupper() or not _is_new(word, material):
            continue
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
    if base_forms(lower) & _general():
        return False
    if first_category(lower) not in _CONCRETE:
        return False
    index = material.index
    if index.has(lower) or index.has_stand_in(lower):
        return False
    # a more general word for something that is there: "vehicle" for trucks and cars
    return index.kinds.isdisjoint(base_forms(lower))


def _said_around(answer: AnswerSentence, index: int, aligned: Aligned, material: Material) -> int | None:
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
