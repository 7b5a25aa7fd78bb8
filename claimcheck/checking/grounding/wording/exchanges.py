"""Exchanged names: a deed that the source gives to another name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.grounding.claims import is_talk, singular, stands_after_the
from claimcheck.checking.grounding.subjects import are_unlike, subject_index, subject_names
from claimcheck.checking.grounding.wording.contraries import is_compared_from_other_side
from claimcheck.checking.grounding.wording.roles import AGENTS, OBJECTS, PASSIVE_SUBJECTS
from claimcheck.checking.grounding.wording.slots import RETOLD, fit, is_enough, places_of, slot_of
from claimcheck.checking.grounding.wording.told_otherwise import told_otherwise
from claimcheck.lexicons.word_relations import base_forms, family, readings
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

_TOLD_BY_MANY = WordSet("checking/told_by_many")
"""Verbs that a text says of a house and of who speaks for it alike."""


def exchange_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Names of a sentence in a place that the source gives to other names."""
    if aligned.coverage >= RETOLD:
        yield from _deeds(answer, aligned, material)


# Who does it, and to whom


def side_of(sentence: ParsedSentence, verb: int, role: str) -> int | None:
    """The word that is the doer of a verb, or what is done something to, in the active or the passive."""
    words = sentence.words
    below = [i for i, word in enumerate(words) if word.head == verb and i != verb]
    passive = any(words[i].dep in PASSIVE_SUBJECTS for i in below)
    agent = next((i for i in below if words[i].dep in AGENTS and names_of(sentence, i)), None)
    if role in _PLACES or role in _PLACES_OF_ONE:
        objects = {i for i in below if words[i].dep in OBJECTS}  # "ordered 40 jets from Brennan"
        near = (*below, *(i for i, word in enumerate(words) if word.head in objects and i not in objects))
        return next(
            (i for i in near if words[i].dep in ("obl", "nmod") and _stands_behind(sentence, i, role)), None
        )
    if role == "other":
        return next((i for i in below if words[i].dep in OBJECTS | PASSIVE_SUBJECTS), None)
    if agent is not None or passive:
        return agent
    return subject_index(sentence, verb)


_PLACES = WordSet("checking/whence")
"""Prepositions by which a deed has a third side of which there is one: "came from Leeds"."""


_PLACES_OF_ONE = ("in",)
_HAPPENS_ONCE = WordSet("checking/once_somewhere")
"""What happens to a thing in one place only: to be born, to be buried."""


def _stands_behind(sentence: ParsedSentence, index: int, preposition: str) -> bool:
    return any(w.head == index and w.dep == "case" and w.lower == preposition for w in sentence.words)


def names_of(sentence: ParsedSentence, index: int | None) -> frozenset[str]:
    """The names of a side of a verb, those that are joined to it by "and" too."""
    if index is None:
        return frozenset()
    heads = [
        i
        for i, word in enumerate(sentence.words)
        if i == index or (word.head == index and word.dep in ("conj", "appos", "flat", "nmod:desc"))
    ]
    found = frozenset().union(*(subject_names(sentence, i) for i in heads))
    named = frozenset(name for name in found if not readings(name) or _ends_name(sentence, name))
    return named or found  # "Rival Nordbank"


def _ends_name(sentence: ParsedSentence, name: str) -> bool:
    """Whether a name is the last of names in a row: "Lee" of "Ann Lee", which is a word too."""
    return any(
        word.lower == name
        and (i + 1 == len(sentence.words) or sentence.words[i + 1].pos != "PROPN")
        and i > 0
        and sentence.words[i - 1].pos == "PROPN"
        for i, word in enumerate(sentence.words)
    )


def _deeds(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    for verb, word in enumerate(answer.words):
        if word.pos != "VERB" or not word.is_content or not _TOLD_BY_MANY.isdisjoint(base_forms(word.lower)):
            continue
        at_place = _PLACES_OF_ONE if not _HAPPENS_ONCE.isdisjoint(base_forms(word.lower)) else ()
        for role in ("doer", "other", *_PLACES, *at_place):
            side = side_of(answer, verb, role)
            mine = names_of(answer, side)
            if side is None or not mine or answer.words[side].pos not in ("PROPN", "NOUN"):
                continue
            if any(not material.index.has(name) for name in mine):
                continue  # a name that no source holds has a verdict of its own
            found = _other_names(answer, verb, role, mine, aligned, material)
            if found is None:
                continue
            source, at, names = found
            if is_compared_from_other_side(answer, source):
                continue
            named = " ".join(w.text for w in answer.words if w.lower in mine)
            text = answer.sentence.text
            if stands_after_the(text, named) and not stands_after_the(source.sentence.text, names):
                continue  # "the Social Democrat" stands for a person
            yield told_otherwise(
                "ground/exchanged",
                answer.sentence,
                (answer.words[side].start, answer.words[side].end),
                source.sentence,
                (source.words[at].start, source.words[at].end),
                f"the source says “{source.words[at].text}” of {names}, not of {named}",
            )


def _other_names(
    answer: ParsedSentence,
    verb: int,
    role: str,
    mine: frozenset[str],
    aligned: Aligned,
    material: Material,
) -> tuple[ParsedSentence, int, str] | None:
    """Where the sources say a verb in the same words of other names, if they say it of these nowhere."""
    slot = slot_of(answer, verb)
    found = None
    for _, source, at in places_of(family(answer.words[verb].lower), aligned, material):
        if source.words[at].pos != "VERB":
            continue
        if is_talk(source.sentence.text):
            return None  # who speaks stands before the sentence, or is "I"
        side = side_of(source, at, role)
        if side is None and role in _PLACES_OF_ONE:
            continue
        theirs = names_of(source, side)
        if _have_unlike_objects(answer, verb, source, at) or _is_other_deed(answer, verb, source, at, role):
            continue
        if side is None or not theirs:
            return None  # a pronoun or a noun may stand for any name
        around = [  # "Orbit and its owner Acme sued"
            word
            for i, word in enumerate(source.words[max(0, side - 4) : max(side + 4, at)], max(0, side - 4))
            if not _is_side_of_other(source, i, at)
        ]
        own = {singular(name) for name in mine}
        if theirs & mine or any(singular(word.lower) in own for word in around):
            return None
        is_of_doer = role not in _PLACES_OF_ONE and source.words[at].dep in _OF_ANOTHER_VERB
        if is_of_doer and any(word.lower in mine for word in source.words):
            return None  # "Harwick won when Ferreira scored to beat Easton"
        alike = is_enough(fit(slot, source, at)) or _share_numeral(answer, source)
        if found is None and alike:
            found = source, at, " ".join(w.text for w in source.words if w.lower in theirs)
    return found


def _is_other_deed(answer: ParsedSentence, verb: int, source: ParsedSentence, at: int, role: str) -> bool:
    """Whether two verbs are of two deeds: the one who is done something to by two doers with two names; or
    each with a number of its own, 40 million here and 15 there.
    """
    if role == "other":
        doers = names_of(answer, side_of(answer, verb, "doer")), names_of(source, side_of(source, at, "doer"))
        if all(doers) and doers[0].isdisjoint(doers[1]):
            return True
        if not doers[1] and any(word.lower in doers[0] for word in source.words):
            return True  # "Ann taught Bo", of whom "She met Ann and taught Kim"
    numerals = _numerals_below(answer, verb), _numerals_below(source, at)
    return all(numerals) and numerals[0].isdisjoint(numerals[1])


def _numerals_below(sentence: ParsedSentence, verb: int) -> frozenset[str]:
    """The numerals of two digits or more in the objects and complements of a verb."""
    words = sentence.words
    below = {i for i, word in enumerate(words) if word.head == verb and i > verb and word.dep in _COMPLEMENTS}
    inner = {
        i for i, word in enumerate(words) if word.head in below and word.dep not in ("conj", "parataxis")
    }
    return frozenset(
        words[i].text
        for i in below | inner
        if _NUMERAL.fullmatch(words[i].text) and not _is_year(words[i].text)
    )


def _is_year(text: str) -> bool:
    return text.isdecimal() and len(text) == 4 and text[:2] in ("18", "19", "20")


_COMPLEMENTS = OBJECTS | {"obl", "iobj", "nummod", "dep", "xcomp"}


def _is_side_of_other(sentence: ParsedSentence, index: int, verb: int) -> bool:
    """Whether a word is the agent of another verb: "reported by Ann and mended by Tom"."""
    if sentence.words[index].dep.startswith("flat"):
        index = sentence.words[index].head
    word = sentence.words[index]
    return word.dep in AGENTS and word.head != verb and sentence.words[word.head].pos == "VERB"


_ANOTHER = WordSet("checking/else")

_OF_ANOTHER_VERB = frozenset({"advcl", "xcomp", "ccomp", "acl"})


def _have_unlike_objects(answer: ParsedSentence, verb: int, source: ParsedSentence, at: int) -> bool:
    """Whether two verbs have objects that are two things: to score a goal, to score a penalty; or two numbers
    of one, which have a verdict of their own: to win 45 seats, to win 28 seats.
    """
    mine, its = (
        next((i for i, w in enumerate(s.words) if w.head == v and i != v and w.dep in OBJECTS), None)
        for s, v in ((answer, verb), (source, at))
    )
    if mine is None or its is None or answer.words[mine].pos != "NOUN" or source.words[its].pos != "NOUN":
        return False
    one, other = answer.words[mine], source.words[its]
    numbers = [
        {w.lower for w in s.words if w.head == i and w.dep == "nummod"}
        for s, i in ((answer, mine), (source, its))
    ]
    if all(numbers) and numbers[0].isdisjoint(numbers[1]):
        return True
    if any(w.lower in _ANOTHER and answer.words[w.head] is one for w in answer.words):
        return True
    return are_unlike(one.lower, other.lower)


def _share_numeral(answer: ParsedSentence, source: ParsedSentence) -> bool:
    """Whether two sentences give the same number of two digits or more."""
    mine, theirs = (set(_NUMERAL.findall(one.sentence.text)) for one in (answer, source))
    return not mine.isdisjoint(theirs)


_NUMERAL = re.compile(r"\d[\d.,]*\d")
