"""Contraries: a word of the answer where the source says its contrary about the same thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.grounding.denying import NEGATIVE_PREFIXES, is_denied
from claimcheck.checking.grounding.derivations.shares import tells_other_side
from claimcheck.checking.grounding.subjects import (
    is_passive,
    may_be_same_subject,
    subject_index,
    subject_names,
)
from claimcheck.checking.grounding.wording.slots import RETOLD, fit, is_enough, places_of, slot_of
from claimcheck.checking.grounding.wording.told_otherwise import told_otherwise
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import measuring_words
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_relations import (
    base_forms,
    family,
    load_word_relations,
    opposites,
    readings,
    synonyms,
)
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.grounding.wording.slots import Slot
    from claimcheck.checking.parsed import ParsedSentence, Word

OWN_MARGIN = 2
"""So many more words must the contrary share with the answer than the word itself does somewhere."""

LETTERS = {"NOUN": "n", "VERB": "v", "ADJ": "a", "ADV": "r"}
"""WordNet's letters for parts of speech."""

_OPEN_CLASSES = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "ADP", "SCONJ", ""})


def contrary_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Words whose contrary the source says about the same thing."""
    for index, word in enumerate(answer.words):
        if not word.is_content or word.pos not in _OPEN_CLASSES or len(word.lower) < 3:
            continue
        if word.pos == "PROPN" and word.text[:1].isupper():
            continue
        found = _contrary(answer, index, aligned, material)
        if found is None:
            continue
        rule, number, said = found
        sentence = material.index.sentences[number]
        yield told_otherwise(
            rule,
            answer.sentence,
            (word.start, word.end),
            sentence,
            (said.start, said.end),
            f"the source says “{said.text}”, the contrary of “{word.text}”",
        )


def _contrary(
    answer: ParsedSentence, index: int, aligned: Aligned, material: Material
) -> tuple[str, int, Word] | None:
    """The rule, the number of the sentence and the word that stands there for the contrary."""
    word = answer.words[index]
    lower = word.lower
    if aligned.coverage < RETOLD or lower in vague():
        return None
    if is_on("ground/prefix"):
        prefixed = _with_prefix(lower) | (
            _without_prefix(lower) if not material.index.has(lower) else frozenset()
        )
        place = _place(prefixed & aligned.keys, answer, index, aligned, material)
        if place is not None:
            return ("ground/prefix", *place)
    contraries = opposites(lower, LETTERS.get(word.pos, "")) & aligned.keys
    place = _place(contraries, answer, index, aligned, material)
    if place is None or tells_other_side(answer, aligned, material):
        return None  # the men, where the source has the women
    return ("ground/opposite", *place)


def _place(
    contraries: frozenset[str], answer: ParsedSentence, index: int, aligned: Aligned, material: Material
) -> tuple[int, Word] | None:
    """Where a source sentence says a contrary about what the answer says the word about."""
    contraries -= vague().union(*map(base_forms, answer.content))
    if not contraries:
        return None
    slot = slot_of(answer, index)
    lower = answer.words[index].lower
    measured = _measured(answer, index)
    denied = is_denied(answer, index)
    own = max(
        (
            fit(slot, source, at).strength
            for _, source, at in places_of(family(lower) | synonyms(lower), aligned, material)
        ),
        default=-OWN_MARGIN,
    )
    for number, source, at in places_of(contraries, aligned, material):
        said = source.words[at]
        if (
            _is_remaining(said)
            or (_is_time(answer, index) and _is_time(source, at))
            or _is_turned_round(answer, index, source, at)
            or not _are_of_one_class(answer, index, source, at)
            or is_denied(source, at) != denied
            or _is_excepted(answer, index, source)
            or _is_excepted(source, at, answer)
        ):
            continue
        if _measured(source, at) != measured or not may_be_same_subject(answer, index, source, at):
            continue
        found = fit(slot, source, at)
        enough = is_enough(found) or (found.attached and _has_same_names(answer, index, source, at))
        if found.strength < own + OWN_MARGIN or not enough:
            continue
        if not _is_said_too(answer, index, slot, source, at):
            return number, said
    return None


def _is_turned_round(answer: ParsedSentence, index: int, source: ParsedSentence, at: int) -> bool:
    """Whether what is more than the other in one is the other in the other, so that both say the same.

    "The church is shorter than the tower", of a tower that is taller than the church, or "its taller tower".
    """
    mine, its = _compared_with(answer, index), _compared_with(source, at)
    if mine is not None and its is None and source.words[at].dep == "amod":
        return mine in (word.lower for word in source.words[at + 1 : at + 2 + OWN_MARGIN])
    if mine is None and its is not None:  # "the tower is 9 metres taller", of what is shorter than the tower
        subject = subject_index(answer, _copula_of(answer, index))
        behind = {word.lower for word in source.words[at + 1 : at + 1 + _COMPARED_REACH]}
        return subject is not None and not behind.isdisjoint(subject_names(answer, subject))
    if mine is None or its is None:
        return False
    before = [
        frozenset().union(*(base_forms(w.lower) for w in s.words[:end] if w.is_content))
        for s, end in ((answer, index), (source, at))
    ]
    return not before[0].isdisjoint(family(its)) and not before[1].isdisjoint(family(mine))


def _is_excepted(sentence: ParsedSentence, index: int, other: ParsedSentence) -> bool:
    """Whether a word is said of all but what the other sentence speaks of: "open except on Mondays"."""
    text = sentence.sentence.text
    found = _EXCEPTING.search(text, sentence.words[index].end)
    if found is None or _EXCEPTING.search(other.sentence.text) is not None:
        return False
    excepted = next((w.lower for w in sentence.words if w.start >= found.end() and w.is_content), None)
    held = frozenset().union(*(base_forms(word.lower) for word in other.words), frozenset())
    return excepted is not None and not family(excepted).isdisjoint(held)


_EXCEPTING = WordPattern(r"\b(?:<checking/excepting>)\b", re.IGNORECASE)


_COMPARED_REACH = 7
"""Words behind a comparative in which the name stands of what something is compared with."""


def _copula_of(sentence: ParsedSentence, index: int) -> int:
    """The word that the subject of a comparative hangs on: itself, or what it belongs to."""
    has_subject = any(w.head == index and w.dep.startswith("nsubj") for w in sentence.words)
    return index if has_subject else sentence.words[index].head


def is_compared_from_other_side(answer: ParsedSentence, source: ParsedSentence) -> bool:
    """Whether two sentences compare the same two things, each from its own side: "more often", "rarer"."""
    return any(
        said.lower in contraries and _is_turned_round(answer, index, source, at)
        for index, word in enumerate(answer.words)
        if _compared_with(answer, index) is not None
        for contraries in [opposites(word.lower)]
        for at, said in enumerate(source.words)
    )


def _compared_with(sentence: ParsedSentence, index: int) -> str | None:
    """The first telling word behind the "than" that follows a word: what something is compared with."""
    following = [word.lower for word in sentence.words[index + 1 : index + 2 + OWN_MARGIN]]
    if "than" not in following:
        return None
    behind = sentence.words[index + 2 + following.index("than") :]
    return next((word.lower for word in behind if word.is_content), None)


_ORDER = WordSet("checking/order")


def _measured(sentence: ParsedSentence, index: int) -> str:
    """The unit or period of a word: "last year" is no "first flight", "9 years old" is not "aged"."""
    before = sentence.words[index - 1].lower if index else ""
    after = sentence.words[index + 1].lower if index + 1 < len(sentence.words) else ""
    if sentence.words[index].lower in ("old", "young") and (
        before in ("year", "years", "month", "months", "-")
    ):
        return "age"
    is_rank = sentence.words[index].lower in _ORDER
    return after if is_rank and after in measuring_words() else ""


def _has_same_names(answer: ParsedSentence, index: int, source: ParsedSentence, at: int) -> bool:
    """Whether two verbs are said of one name, however far off it stands."""
    if not answer.words[index].pos == source.words[at].pos == "VERB":
        return False
    mine, its = subject_index(answer, index), subject_index(source, at)
    if mine is None or its is None or is_passive(answer, mine) != is_passive(source, its):
        return False  # who founded it is not what was founded
    return not subject_names(answer, mine).isdisjoint(subject_names(source, its))


def _is_time(sentence: ParsedSentence, index: int) -> bool:
    """Whether a word counts times: what is done for the first time since was then done for the last time."""
    following = [word.lower for word in sentence.words[index + 1 : index + 2]]
    return sentence.words[index].lower in _ORDER and following == ["time"]


def _is_remaining(said: Word) -> bool:
    """Whether "left" is what remains ("with nine events left"), no deed."""
    return said.lower in _REMAINING and said.dep in ("acl", "advcl", "amod")


_REMAINING = WordSet("checking/remaining")


def _are_of_one_class(answer: ParsedSentence, index: int, source: ParsedSentence, at: int) -> bool:
    """Whether two words are of one class: "love" and to "dislike" are, "was closed" and "stayed open"."""
    word, said = answer.words[index], source.words[at]
    pair = {word.pos, said.pos}
    if pair == {"ADJ", "VERB"}:
        return _is_state(answer, index) and _is_state(source, at)
    if pair == {"NOUN", "VERB"}:
        return all({"n", "v"} <= {pos for _, pos in readings(one.lower)} for one in (word, said))
    return len(pair) == 1 or not word.pos or pair <= {"ADP", "SCONJ", "ADV"}


def _is_state(sentence: ParsedSentence, index: int) -> bool:
    """Whether a word says in which state a thing is: an adjective behind a verb, a verb in the passive."""
    word = sentence.words[index]
    if word.pos == "ADJ":
        return word.dep != "amod"
    behind = sentence.words[index + 1 : index + 1 + _STATE_REACH]
    if all(part != "a" for _, part in readings(word.lower)) or any(one.pos == "NUM" for one in behind):
        return False  # "was narrowed from six metres to four"
    subject = subject_index(sentence, index)
    return subject is not None and is_passive(sentence, subject)


_STATE_REACH = 5
"""Words behind a verb in which an amount tells that something changed."""


@per_lexicon
def vague() -> frozenset[str]:
    """Words with contraries that do not exclude each other."""
    return frozenset(row["word"] for row in load_rows("en/vague_words.csv"))


def _is_said_too(answer: ParsedSentence, index: int, slot: Slot, source: ParsedSentence, at: int) -> bool:
    """Whether the sentence says the answer's side of it too: "a higher dividend and less debt"."""
    said = source.words[at]
    mine = base_forms(said.lower)
    for other, word in enumerate(source.words):
        is_its_verb = other == said.head and said.dep == "xcomp"  # "stayed open"
        if other == at or is_its_verb or not word.is_content or word.lower in answer.content:
            continue
        is_contrary = not mine.isdisjoint(opposites(word.lower, LETTERS.get(word.pos, "")))
        if not is_contrary or _is_of_another(answer, index, source, other):
            continue
        if is_enough(fit(slot, source, other)):
            return True
    return False


def _is_of_another(answer: ParsedSentence, index: int, source: ParsedSentence, other: int) -> bool:
    """Whether two verbs of one voice are said of two things: ferries are cancelled, the airport is closed."""
    subjects = subject_index(answer, index), subject_index(source, other)
    if None in subjects or not answer.words[index].pos == source.words[other].pos == "VERB":
        return False
    voices = [is_passive(s, at) for s, at in zip((answer, source), subjects, strict=True) if at is not None]
    return len(set(voices)) == 1 and not may_be_same_subject(answer, index, source, other)


@per_lexicon
def _without_prefix(word: str) -> frozenset[str]:
    """What is left of a word that a prefix turns into its contrary; only words that there are."""
    found: set[str] = set()
    for prefix in NEGATIVE_PREFIXES:
        rest = word.removeprefix(prefix).lstrip("-")
        if rest != word and len(rest) > 2 and readings(rest):
            found |= base_forms(rest)
    return frozenset(found)


@per_lexicon
def _with_prefix(word: str) -> frozenset[str]:
    """The contraries that a prefix makes of a word; only words that there are."""
    senses = load_word_relations().senses
    return frozenset(
        prefix + base for base in base_forms(word) for prefix in NEGATIVE_PREFIXES if prefix + base in senses
    )
