"""What is said of what: a predicate of another subject, of the same one denied, or the contrary of its own.

"The fish was excellent and the pasta overcooked", of good pasta; "the battery can be replaced", of one that
cannot; "convicted of fraud", of somebody who was acquitted of fraud and convicted of something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.grounding.denying import denying, is_last_time
from claimcheck.checking.grounding.derivations.rests import denied_rests
from claimcheck.checking.grounding.subjects import (
    SUBJECTS,
    are_unlike,
    is_passive,
    may_be_same_subject,
    subject_index,
)
from claimcheck.checking.grounding.wording.alternatives import CONCRETE
from claimcheck.checking.grounding.wording.contraries import vague
from claimcheck.checking.grounding.wording.slots import RETOLD
from claimcheck.checking.grounding.wording.told_otherwise import told_otherwise
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import is_measure
from claimcheck.lexicons.word_relations import base_forms, family, first_category, opposites, synonyms
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

_OTHER_CLAUSES = frozenset({"conj", "advcl", "acl", "acl:relcl", "relcl", "parataxis", "ccomp", "csubj"})
_DEPTH = 3
_TOLD = WordSet("checking/told_by_many")
"""Verbs that a text says of a house and of who speaks for it alike."""

_TENSES = WordSet("checking/tense")


class Predicate(NamedTuple):
    """What a sentence says of a noun.

    Attributes:
        sentence: the sentence.
        at: the verb or adjective.
        subject: the noun that is its subject.
    """

    sentence: ParsedSentence
    at: int
    subject: int

    @property
    def word(self) -> str:
        """The verb or adjective, in lower case."""
        return self.sentence.words[self.at].lower

    @property
    def noun(self) -> str:
        """The subject, in lower case."""
        return self.sentence.words[self.subject].lower

    @property
    def is_denied(self) -> bool:
        """Whether a word up to the predicate denies it, or one before its object: "found no evidence".

        What denies a verb beside it denies that one only: "apologised and did not charge for it".
        """
        words = self.sentence.words
        first = min((i for i, w in enumerate(words) if w.head == self.subject), default=self.subject)
        start = words[min(first, self.subject)].start
        if denying().search(self.sentence.sentence.text, start, words[self.at].end):
            return True
        below = {i for i, w in enumerate(words) if w.head == self.at and w.dep not in _OTHER_CLAUSES}
        text = self.sentence.sentence.text
        return any(w.head in below and denying().match(text, w.start) for w in words)


def predicate_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Predicates of a sentence that the sources give to another noun, or deny of the same one."""
    if aligned.coverage < RETOLD:
        return
    mine = [one for one in _predicates(answer) if base_forms(one.word).isdisjoint(_TOLD.words())]
    if not mine:
        return
    theirs = [one for source in material.parsed(aligned.near) for one in _predicates(source)]
    for one in mine:
        said = [other for other in theirs if not family(one.word).isdisjoint(base_forms(other.word))]
        same = [other for other in said if _is_of_one_noun(one, other)]
        if same:
            if (
                is_on("ground/negation")
                and all(_is_denied_otherwise(one, other) for other in same)
                and not any(_is_said_of(figure, one) for figure in denied_rests(answer, aligned, material))
            ):
                yield _finding("ground/negation", one, same[0], "the source says the contrary of this")
        elif is_on("ground/predicate") and _is_exchanged(one, said, theirs):
            told = said[0].sentence.words[said[0].subject].text
            reason = f"the source says “{said[0].word}” of {told}, not of {one.noun}"
            yield _finding("ground/predicate", one, said[0], reason)


def _finding(rule: str, one: Predicate, other: Predicate, reason: str) -> Finding:
    words, its = one.sentence.words, other.sentence.words
    first, last = sorted((one.subject, one.at))
    return told_otherwise(
        rule,
        one.sentence.sentence,
        (words[first].start, words[last].end),
        other.sentence.sentence,
        (its[other.at].start, its[other.at].end),
        reason,
    )


def _predicates(sentence: ParsedSentence) -> Iterator[Predicate]:
    """The verbs and adjectives of a sentence with their own nouns as subjects."""
    for at, word in enumerate(sentence.words):
        if word.pos not in ("VERB", "ADJ") or not word.is_content or word.dep == "amod":
            continue
        subject = next(
            (i for i, w in enumerate(sentence.words) if w.head == at and w.dep in SUBJECTS and i != at), None
        )
        if subject is None and word.dep == "conj" and word.pos == "VERB":
            subject = subject_index(sentence, at)
        if subject is not None and sentence.words[subject].pos == "NOUN":
            yield Predicate(sentence, at, subject)


def _is_said_of(figure: Figure, one: Predicate) -> bool:
    """Whether a figure stands in the clause of a predicate."""
    words = one.sentence.words
    inside = {one.at, one.subject}
    for _ in range(_DEPTH):
        inside |= {i for i, w in enumerate(words) if w.head in inside and w.dep not in _OTHER_CLAUSES}
    start, end = (offset - one.sentence.sentence.start for offset in (figure.start, figure.end))
    return any(words[i].start < end and start < words[i].end for i in inside)


def _is_of_one_noun(one: Predicate, other: Predicate) -> bool:
    return not family(one.noun).isdisjoint(base_forms(other.noun))


def _is_denied_otherwise(one: Predicate, other: Predicate) -> bool:
    """Whether one of two predicates of one noun is denied and the other is not, said of nothing else."""
    if one.is_denied == other.is_denied or _is_in_passive(one) != _is_in_passive(other):
        return False
    texts = one.sentence.sentence.text, other.sentence.sentence.text
    if is_last_time(*texts) or is_last_time(*reversed(texts)):
        return False  # "prices had not risen so slowly since", of the slowest rise
    if _modals(one) != _modals(other):
        return False  # "the bank has not agreed", of one that must still agree
    mine, its = arguments(one.sentence, one.at), arguments(other.sentence, other.at)
    held = frozenset().union(*map(base_forms, its), frozenset())
    return may_be_same_subject(one.sentence, one.at, other.sentence, other.at) and all(
        not (family(word) | synonyms(word)).isdisjoint(held) for word in mine
    )


def _modals(one: Predicate) -> frozenset[str]:
    """The auxiliaries of a predicate, those left out that only tell when."""
    words = one.sentence.words
    found = (w.lower for w in words if w.head == one.at and w.dep in ("aux", "aux:pass"))
    return frozenset(word for word in found if base_forms(word).isdisjoint(_TENSES.words()))


def _is_in_passive(one: Predicate) -> bool:
    return is_passive(one.sentence, one.subject)


def _is_exchanged(one: Predicate, said: Sequence[Predicate], theirs: Sequence[Predicate]) -> bool:
    """Whether the sources say a predicate of other things only, and of its own subject something else.

    Only of things that can be told apart: a person may be called a man, a driver or a friend.
    """
    if not said or not _is_thing(one.noun) or one.is_denied:
        return False
    own = [other for other in theirs if _is_of_one_noun(one, other)]
    if not own or any(not family(one.word).isdisjoint(synonyms(other.word)) for other in own):
        return False
    return all(
        _is_thing(other.noun)
        and are_unlike(one.noun, other.noun)
        and _is_in_passive(one) == _is_in_passive(other)
        and not other.is_denied
        and not _holds(other, one.noun)
        for other in said
    )


def _is_thing(noun: str) -> bool:
    return first_category(noun) in CONCRETE or is_measure(noun)


def _holds(other: Predicate, noun: str) -> bool:
    """Whether a noun stands with a predicate too, as its object or in the phrase of its subject."""
    words = other.sentence.words
    below = {other.at, other.subject}
    for _ in range(_DEPTH):
        below |= {i for i, w in enumerate(words) if w.head in below and w.dep not in _OTHER_CLAUSES}
    forms = family(noun) | synonyms(noun)
    return any(not forms.isdisjoint(base_forms(words[i].lower)) for i in below)


# A contrary of the same arguments


def arguments(sentence: ParsedSentence, verb: int) -> frozenset[str]:
    """The content words that belong to a verb, those of its subject and of other clauses left out."""
    words = sentence.words
    inside = {
        i
        for i, w in enumerate(words)
        if w.head == verb and i != verb and w.dep not in _OTHER_CLAUSES | SUBJECTS
    }
    for _ in range(_DEPTH):
        inside |= {
            i for i, w in enumerate(words) if w.head in inside and w.dep not in _OTHER_CLAUSES - {"conj"}
        }
    return frozenset(words[i].lower for i in inside if words[i].is_content and words[i].pos != "ADV")


def contrary_deed_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Verbs whose contrary the sources say with the same words, and the verb itself with others only."""
    if aligned.coverage < RETOLD:
        return
    for index, word in enumerate(answer.words):
        if word.pos != "VERB" or not word.is_content or word.lower in vague():
            continue
        contraries = opposites(word.lower, "v") & aligned.keys - vague()
        mine = arguments(answer, index) if contraries else frozenset()
        if not mine:
            continue
        found = _contrary_deed(answer, index, mine, contraries, aligned, material)
        if found is None:
            continue
        source, at = found
        said = source.words[at]
        yield told_otherwise(
            "ground/opposite",
            answer.sentence,
            (word.start, word.end),
            source.sentence,
            (said.start, said.end),
            f"the source says “{said.text}”, the contrary of “{word.text}”",
        )


def _contrary_deed(
    answer: ParsedSentence,
    index: int,
    mine: frozenset[str],
    contraries: frozenset[str],
    aligned: Aligned,
    material: Material,
) -> tuple[ParsedSentence, int] | None:
    own = family(answer.words[index].lower) | synonyms(answer.words[index].lower)
    denied = _denies(answer, index)
    straight, best, found = 0, 0, None
    for source in material.parsed(aligned.near):
        for at, word in enumerate(source.words):
            forms = base_forms(word.lower)
            if word.pos != "VERB" or (own.isdisjoint(forms) and contraries.isdisjoint(forms)):
                continue
            held = frozenset().union(*map(base_forms, arguments(source, at)), frozenset())
            shared = sum(1 for one in mine if not family(one).isdisjoint(held))
            if not own.isdisjoint(forms):
                straight = max(straight, shared)
            elif (
                shared > best
                and _denies(source, at) == denied
                and _is_named_by_noun(source, at)
                and may_be_same_subject(answer, index, source, at)
            ):
                best, found = shared, (source, at)
    return found if best > straight and best * 2 >= len(mine) + 1 else None


def _is_named_by_noun(sentence: ParsedSentence, verb: int) -> bool:
    """Whether a verb has a subject that is no pronoun, which may stand for anything."""
    subject = subject_index(sentence, verb)
    return subject is not None and sentence.words[subject].pos in ("NOUN", "PROPN")


def _denies(sentence: ParsedSentence, verb: int) -> bool:
    """Whether a word that hangs on a verb denies it."""
    return any(w.head == verb and denying().fullmatch(w.lower) is not None for w in sentence.words)
