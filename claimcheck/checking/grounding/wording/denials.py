"""Denials: the answer denies what the source says, or says what the source denies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.grounding.denying import (
    CONTRASTING,
    FOR_FIRST_TIME,
    MORE,
    NEGATIVE_PREFIXES,
    SPOKEN_REACH,
    UNTIL,
    denying,
    is_comparative,
    is_denied,
    is_last_time,
    is_left_alone,
    is_most,
    lacking,
)
from claimcheck.checking.grounding.subjects import may_be_same_subject
from claimcheck.checking.grounding.wording.slots import RETOLD, fit, places_of, slot_of
from claimcheck.checking.grounding.wording.told_otherwise import told_otherwise
from claimcheck.checking.texts import words_of
from claimcheck.lexicons.quantities import load_number_words
from claimcheck.lexicons.word_relations import base_forms, family, opposites, readings, synonyms
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

SURE_COVERAGE = 0.6
"""From this share of the weight of a sentence's words on, one source sentence says the same thing."""


_PLANNED = WordSet("checking/planned")


def denial_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Denials that no source bears out, and what a source denies."""
    if aligned.coverage < RETOLD:
        return
    text = answer.sentence.text
    denials = [
        match
        for match in denying().finditer(text)
        if not _denies_nothing(match, text) and not _is_fronted_lack(match, text)
    ]
    undenied = bool(denials) and _is_undenied(aligned, material)
    for match in denials:
        index = _next_content(answer, match.end())
        if index is None or _is_refused_too(match[0], aligned, material):
            continue
        if _is_turned_by_prefix(answer.words[index].lower, aligned):
            continue  # "had not declared" of what was undeclared
        sources = material.parsed(aligned.near)
        if _is_verb_beside(answer, index, sources) or _is_said_by_contrary(answer, index, sources):
            continue
        place = _asserted(answer, index, aligned, material)
        if place is None and not (undenied and _is_spoken_of(answer, match.end(), aligned)):
            continue
        number, start, end = place or (aligned.best[0], None, None)
        sentence = material.index.sentences[number]
        texts = [material.index.sentences[n].text for n in aligned.near]
        if any(
            is_last_time(text, said) or (place is None and is_left_alone(text, said)) or is_most(text, said)
            for said in texts
        ):
            return
        yield told_otherwise(
            "ground/negation",
            answer.sentence,
            (match.start(), match.end()),
            sentence,
            (start, end),
            "the answer denies what the source says",
        )
        return
    if not denying().search(text) and all(
        _says_too(match[0], aligned, material) for match in lacking().finditer(text)
    ):
        yield from _denied(answer, aligned, material)


def _is_undenied(aligned: Aligned, material: Material) -> bool:
    """Whether no sentence of the sources nearby denies anything, and the nearest tells of no lack."""
    sentences = material.index.sentences
    is_denied = any(denying().search(sentences[n].text) for n in aligned.near)
    return not is_denied and lacking().search(sentences[aligned.best[0]].text) is None


def _is_verb_beside(answer: ParsedSentence, index: int, sources: Sequence[ParsedSentence]) -> bool:
    """Whether a verb stands beside one that a source says, and is said by none: "and did not charge"."""
    word = answer.words[index]
    if word.pos != "VERB" or word.dep != "conj":
        return False
    forms = family(word.lower) | synonyms(word.lower)
    words = (said for source in sources for said in source.words)
    return all(said.pos != "VERB" or forms.isdisjoint(base_forms(said.lower)) for said in words)


def _is_said_by_contrary(answer: ParsedSentence, index: int, sources: Sequence[ParsedSentence]) -> bool:
    """Whether a source says the contrary of a word of the answer of the thing that the answer excepts.

    "Open except on Mondays", of what is closed on Mondays; "convicted of perjury, not fraud", of somebody who
    was acquitted of fraud.
    """
    if answer.words[index].pos not in ("NOUN", "PROPN"):
        return False
    thing = family(answer.words[index].lower)
    contraries = frozenset().union(
        *(opposites(word.lower) for word in answer.words[:index] if word.pos in ("VERB", "ADJ"))
    )
    return any(
        not thing.isdisjoint(base_forms(word.lower))
        and not contraries.isdisjoint(base_forms(source.words[_said_with(source, at)].lower))
        for source in sources
        for at, word in enumerate(source.words)
    )


def _said_with(sentence: ParsedSentence, index: int) -> int:
    """The verb or adjective that a word hangs on, the nearest one above it."""
    for _ in range(_STEPS):
        if sentence.words[index].pos in ("VERB", "ADJ"):
            break
        index = sentence.words[index].head
    return index


_STEPS = 4
"""So far above a noun its verb stands."""


def _says_too(word: str, aligned: Aligned, material: Material) -> bool:
    """Whether the best sentence too says that something is missing or fails: what it denies may be that."""
    return not family(word.lower()).isdisjoint(material.index.keys[aligned.best[0]])


def _is_refused_too(word: str, aligned: Aligned, material: Material) -> bool:
    """Whether a verb refuses what the source refuses in another word: "declined"."""
    forms = family(word.lower()) | synonyms(word.lower())
    is_verb = any(part == "v" for _, part in readings(word.lower()))
    return is_verb and any(not forms.isdisjoint(material.index.keys[number]) for number in aligned.near)


def _is_turned_by_prefix(word: str, aligned: Aligned) -> bool:
    """Whether a sentence nearby has a word, in any form, with a prefix that turns it round."""
    return any(
        not family(word).isdisjoint(base_forms(held[len(prefix) :]))
        for held in aligned.words
        for prefix in NEGATIVE_PREFIXES
        if held.startswith(prefix) and len(held) > len(prefix) + 3
    )


def _is_fronted_lack(denial: re.Match[str], text: str) -> bool:
    """Whether a sentence only starts with what there is not: "Without a subscription you can keep 100"."""
    return denial[0].lower() in _LACK and not text[: denial.start()].strip()


_LACK = WordSet("claims/lacking")


def _denies_nothing(denial: re.Match[str], text: str) -> bool:
    """Whether a word sets figures apart, is a deed in a condition, or compares: "no bigger", "no more of"."""
    if _sets_figures_apart(denial, text):
        return True
    is_deed = any(part == "v" for _, part in readings(denial[0].split()[0].lower()))
    if is_deed and _CONDITION.search(text, 0, denial.start()):
        return True  # "should they refuse"
    following = words_of(text[denial.end() : denial.end() + 30])[:1]
    return bool(following) and (following[0] in MORE or is_comparative(following[0]))


_CONDITION = WordPattern(
    r"(?:\b(?:<checking/condition>)|(?:^|[,;]\s*)(?:<checking/condition_first>))\b[^,;.]*$", re.IGNORECASE
)


def _only_compares(denial: re.Match[str], text: str, answer: ParsedSentence) -> bool:
    """Whether a source only denies a degree that the answer has not: "no less than", of "as long as"."""
    following = words_of(text[denial.end() : denial.end() + 30])[:1]
    return _denies_nothing(denial, text) and all(word.lower not in following for word in answer.words)


def _sets_figures_apart(denial: re.Match[str], text: str) -> bool:
    """Whether a word only sets figures apart, "rather than 1.3 %": those have verdicts of their own."""
    found = _SET_AGAINST.match(text, denial.start())
    if found is None:
        return False
    following = words_of(text[found.end() : found.end() + 30])[:1]
    return found["digit"] is not None or (bool(following) and following[0] in load_number_words())


_SET_AGAINST = WordPattern(r"(?:<checking/contrasting>)\s+(?P<digit>[^\w\s]?\d)?", re.IGNORECASE)


def _may_be_said_of(answer: ParsedSentence, source: ParsedSentence, at: int) -> bool:
    """Whether the answer says a word of a source of what may be the same thing, wherever it says it."""
    forms = family(source.words[at].lower)
    held = [index for index, own in enumerate(answer.words) if not forms.isdisjoint(base_forms(own.lower))]
    return not held or any(may_be_same_subject(answer, index, source, at) for index in held)


def _is_deed_of(answer: ParsedSentence, source: ParsedSentence, at: int) -> bool:
    """Whether an answer says a verb of a source in the same form of words, of much the same."""
    word = source.words[at]
    if word.pos != "VERB":
        return False
    forms = family(word.lower)
    for index, own in enumerate(answer.words):
        if own.pos == "VERB" and own.is_content and not forms.isdisjoint(family(own.lower)):
            found = fit(slot_of(answer, index), source, at)
            if found.near > 2 and found.attached and may_be_same_subject(answer, index, source, at):
                return True
    return False


def _is_so_by_then(denial: re.Match[str], text: str, assertion: str) -> bool:
    """Whether a source only denies that something was so before: "not calm until nine", "never before"."""
    if FOR_FIRST_TIME.search(assertion) is not None:
        return True
    return UNTIL.search(text, denial.end()) is not None and UNTIL.search(assertion) is None


def _next_content(sentence: ParsedSentence, offset: int) -> int | None:
    """The first word that says something at or after an offset, a few words on at most."""
    for index, word in enumerate(sentence.words):
        if word.start >= offset and word.is_content:
            return index if word.start - offset <= 60 else None
    return None


def _is_spoken_of(answer: ParsedSentence, offset: int, aligned: Aligned) -> bool:
    """Whether the source sentences hold one of the next words, or a word that could stand for it."""
    following = [w.lower for w in answer.words if w.is_content and 0 <= w.start - offset <= 60][:SPOKEN_REACH]
    return any(not aligned.keys.isdisjoint(family(word) | synonyms(word)) for word in following)


def _asserted(
    answer: ParsedSentence, index: int, aligned: Aligned, material: Material
) -> tuple[int, int, int] | None:
    """Where the sources say flatly what the answer denies, if they deny it nowhere near."""
    word = answer.words[index].lower
    slot = slot_of(answer, index)
    found, most, denied = None, 0, -1
    for number, source, at in places_of(family(word) | synonyms(word), aligned, material):
        good = fit(slot, source, at)
        if good.near < 1:
            continue
        if is_denied(source, at) or lacking().search(source.sentence.text):
            denied = max(denied, good.strength)
        elif good.strength > most and (good.near > 2 or (good.near > 1 and good.attached)):
            found, most = (number, source.words[at].start, source.words[at].end), good.strength
    return found if denied < 0 or most > denied + 1 else None


def _denied(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """What the best sentence denies in nearly the same words, or one of the best of the same deed."""
    said = frozenset().union(*(family(word) for word in answer.content)) if answer.content else frozenset()
    for rank, number in enumerate(aligned.best):
        sentence = material.index.sentences[number]
        if not denying().search(sentence.text):
            continue
        (parsed,) = material.parsed([number])
        for match in denying().finditer(sentence.text):
            if match[0].lower() in CONTRASTING or _only_compares(match, sentence.text, answer):
                continue  # what is set against another may hold in part, or for others
            if _is_so_by_then(match, sentence.text, answer.sentence.text):
                continue
            index = _next_content(parsed, match.end())
            if index is not None and not _PLANNED.isdisjoint(base_forms(parsed.words[index].lower)):
                index = _next_content(parsed, parsed.words[index].end)  # "does not plan to appeal"
            if index is None or (
                parsed.words[index].lower not in said and said.isdisjoint(family(parsed.words[index].lower))
            ):
                continue
            is_retold = rank == 0 and aligned.coverage >= SURE_COVERAGE
            if lacking().search(answer.sentence.text):
                is_retold = is_retold and _may_be_said_of(answer, parsed, index)
            if is_retold or _is_deed_of(answer, parsed, index):
                yield told_otherwise(
                    "ground/negation",
                    answer.sentence,
                    (None, None),
                    sentence,
                    (match.start(), match.end()),
                    "the source denies what the answer says",
                )
                return
