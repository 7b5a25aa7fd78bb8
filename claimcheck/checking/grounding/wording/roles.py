"""Who does what to whom: the answer has both sides of a verb, and the source has them the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.grounding.subjects import subject_index, subject_names
from claimcheck.checking.grounding.wording.told_otherwise import told_otherwise
from claimcheck.lexicons.word_relations import base_forms, family
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

_SUBJECTS = frozenset({"nsubj"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "nsubjpass"})
OBJECTS = frozenset({"obj", "dobj"})
AGENTS = frozenset({"obl:agent", "agent"})

_GOES_ON = frozenset({"conj", "xcomp", "advcl", "acl:relcl", "relcl"})
"""How a verb hangs on another one whose subject is its own."""

MUTUAL = WordSet("checking/mutual")
"""Verbs by which both sides do the same."""


class Deed(NamedTuple):
    """A verb with its two sides, as indices of words.

    Attributes:
        verb: what is done.
        doer: who does it.
        other: to whom or what.
    """

    verb: int
    doer: int
    other: int


def deeds_of(sentence: ParsedSentence) -> Iterator[Deed]:
    """The verbs of a sentence whose two sides are both nouns or names, in the active or the passive."""
    words = sentence.words
    sides: dict[int, dict[str, int]] = {}
    for index, word in enumerate(words):
        if word.pos not in ("NOUN", "PROPN") or word.head == index:
            continue
        label = _label(sentence, index)
        if label:
            head = word.head if label != "agent" or words[word.head].pos == "VERB" else words[word.head].head
            sides.setdefault(head, {}).setdefault(label, index)
    for verb, found in sorted(sides.items()):
        if words[verb].pos != "VERB":
            continue
        if "doer" not in found and "passive" not in found and words[verb].dep in _GOES_ON:
            doer = subject_index(sentence, verb)  # "City came back to beat Rovers"
            if doer is not None and words[doer].pos in ("NOUN", "PROPN"):
                found["doer"] = doer
        if "doer" in found and "other" in found:
            yield Deed(verb, found["doer"], found["other"])
        elif "passive" in found and "agent" in found:
            yield Deed(verb, found["agent"], found["passive"])


def _label(sentence: ParsedSentence, index: int) -> str:
    word = sentence.words[index]
    if word.dep in _SUBJECTS:
        return "doer"
    if word.dep in OBJECTS:
        return "other"
    if word.dep in PASSIVE_SUBJECTS:
        return "passive"
    above = sentence.words[word.head]
    if word.dep in AGENTS or (above.lower == "by" and above.dep in AGENTS):
        return "agent"
    return ""


def _trades_of(sentence: ParsedSentence) -> Iterator[tuple[Deed, str]]:
    """The verbs of a sentence with a doer and a noun behind "from" or "to", and which of both."""
    words = sentence.words
    for at, word in enumerate(words):
        lower = next((w.lower for w in words if w.head == at and w.dep == "case"), "")
        if word.pos not in ("NOUN", "PROPN") or lower not in _WHENCE_AND_WHITHER:
            continue
        is_of_object = word.dep == "nmod" and words[word.head].dep in OBJECTS
        if word.dep != "obl" and not is_of_object:
            continue
        verb = words[word.head].head if is_of_object else word.head
        doer = subject_index(sentence, verb) if words[verb].pos == "VERB" else None
        if doer is not None and doer != at and words[doer].pos in ("NOUN", "PROPN"):
            yield Deed(verb, doer, at), lower


_WHENCE_AND_WHITHER = WordSet("checking/whence_and_whither")


def _forms(sentence: ParsedSentence, index: int, forms_of: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """The forms of a side of a verb; of a name all its words, since an answer may leave some out."""
    words = subject_names(sentence, index) or {sentence.words[index].lower}
    return frozenset().union(*map(forms_of, words))


def role_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Verbs whose two sides the source has the other way round, and nowhere this way."""
    mine = [(deed, "") for deed in deeds_of(answer)] + list(_trades_of(answer))
    for deed, preposition in mine:
        verb = answer.words[deed.verb].lower
        if not MUTUAL.isdisjoint(base_forms(verb)):
            continue
        doer, other = (_forms(answer, at, family) for at in (deed.doer, deed.other))
        turned: tuple[ParsedSentence, Deed] | None = None
        for source in material.parsed(aligned.near):
            its = _trades_of(source) if preposition else ((one, "") for one in deeds_of(source))
            for theirs, joint in its:
                if joint != preposition:
                    continue
                if family(verb).isdisjoint(base_forms(source.words[theirs.verb].lower)):
                    continue
                one, two = (_forms(source, at, base_forms) for at in (theirs.doer, theirs.other))
                if one & doer and two & other:
                    return
                if one & other and two & doer and turned is None:
                    turned = source, theirs
        if turned is None:
            continue
        source, theirs = turned
        names = [source.words[at].text for at in (theirs.doer, theirs.verb, theirs.other)]
        word, said = answer.words[deed.doer], source.words[theirs.verb]
        yield told_otherwise(
            "ground/roles",
            answer.sentence,
            (word.start, word.end),
            source.sentence,
            (said.start, said.end),
            f"the source says {' '.join(names)}, not the other way round",
        )
