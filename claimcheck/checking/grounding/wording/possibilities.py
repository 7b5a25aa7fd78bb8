"""Possibilities told as facts: the source says of a deed that it may happen, the answer that it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.grounding.claims import doubted, is_talk
from claimcheck.checking.grounding.denying import denying
from claimcheck.checking.grounding.subjects import may_be_same_subject
from claimcheck.checking.grounding.wording.slots import RETOLD, fit, is_enough, places_of, slot_of
from claimcheck.checking.grounding.wording.told_otherwise import told_otherwise
from claimcheck.lexicons.word_relations import base_forms, family
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

_MODALS = WordSet("checking/modal")
_PONDERED = WordSet("checking/pondered")
"""Verbs after which it is open whether a thing is done: "consider", "threaten"."""

_PLANNED = WordSet("checking/planned")
"""Verbs after which a thing is still to be done."""

_AHEAD = WordSet("checking/ahead")
"""Auxiliaries by which what is planned is still ahead, as in the source."""

_TOLD = WordSet("checking/told_by_many")

_SUPPOSED = WordPattern(r"\b(?:<checking/open_noun>)\b(?:\s+[^\W\d_]+){0,2}\s+that\b[^.;:]*$", re.IGNORECASE)
"""What makes a possibility of all that follows: "one theory is that ..."."""

_ABOVE = frozenset({"xcomp", "ccomp", "advcl", "acl"})


def possibility_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Verbs said flatly that the sources say only as possible; done, where they are only planned."""
    if aligned.coverage < RETOLD:
        return
    text = answer.sentence.text
    if doubted(text) or denying().search(text):
        return
    for index, word in enumerate(answer.words):
        if not _is_said(answer, index) or not word.is_content or openness(answer, index):
            continue
        found = _open_place(answer, index, aligned, material)
        if found is None:
            continue
        source, at = found
        yield told_otherwise(
            "ground/modality",
            answer.sentence,
            (word.start, word.end),
            source.sentence,
            (source.words[at].start, source.words[at].end),
            f"the source says “{source.words[at].text}” only as possible or planned",
        )


def _open_place(
    answer: ParsedSentence, index: int, aligned: Aligned, material: Material
) -> tuple[ParsedSentence, int] | None:
    """Where the sources leave open what a verb says, if they say it flatly nowhere near."""
    slot = slot_of(answer, index)
    done = _is_done(answer, index)
    found = None
    for _, source, at in places_of(family(answer.words[index].lower), aligned, material):
        good = fit(slot, source, at)
        if not good.strength:
            continue
        if is_talk(source.sentence.text):  # "could you take care of it?" asks and doubts nothing
            return None
        is_open = openness(source, at)
        if not is_open or (is_open == "planned" and not done):
            return None
        if not _is_said(source, at) or not may_be_same_subject(answer, index, source, at):
            continue
        if found is None and is_enough(good):
            found = source, at
    return found


def _is_said(sentence: ParsedSentence, index: int) -> bool:
    """Whether a word is a verb, or what something is said to be: "it is larger", "it could be larger"."""
    word = sentence.words[index]
    is_predicate = word.pos == "ADJ" and any(w.head == index and w.dep == "cop" for w in sentence.words)
    return word.pos == "VERB" or is_predicate


def _auxiliaries(sentence: ParsedSentence, index: int) -> set[str]:
    return {word.lower for word in sentence.words if word.head == index and word.dep.startswith("aux")}


def openness(sentence: ParsedSentence, index: int) -> str:
    """`possible` or `planned` where a verb hangs on a modal or on a word of that kind, else nothing."""
    is_told = not _TOLD.isdisjoint(base_forms(sentence.words[index].lower))
    if not is_told and _SUPPOSED.search(sentence.sentence.text[: sentence.words[index].start]):
        return "possible"
    for _ in range(3):
        word = sentence.words[index]
        if not _MODALS.isdisjoint(_auxiliaries(sentence, index)):
            return "possible"
        if word.dep not in (*_ABOVE, "conj") or word.head == index:
            return ""
        above = base_forms(sentence.words[word.head].lower)
        if word.dep in _ABOVE:
            if not _PONDERED.isdisjoint(above):
                return "possible"
            if not _PLANNED.isdisjoint(above):
                return "planned"
            if word.dep != "xcomp":
                return ""
        index = word.head
    return ""


def _is_done(answer: ParsedSentence, index: int) -> bool:
    """Whether a verb is told as a thing of the past: "it closed", "it has closed"."""
    lower = answer.words[index].lower
    helpers = _auxiliaries(answer, index)
    if not _AHEAD.isdisjoint(helpers) or lower.endswith("ing"):
        return False
    is_form = any(form != lower for form in base_forms(lower))
    return is_form and not lower.endswith("s") and answer.words[index].dep != "xcomp"
