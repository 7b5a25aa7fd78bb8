"""Of whom or of what a verb is said, and whether that can be the same in two sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_relations import base_forms, family, kinds_above, synonyms
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.checking.parsed import ParsedSentence

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})

_RELATIVE = WordSet("grammar/relative")


def subject_index(sentence: ParsedSentence, verb: int) -> int | None:
    """The word that is the subject of a verb, or of the one that it goes on from; a relative pronoun's noun.

    None where the sentence names no subject, as in a list of points.
    """
    words = sentence.words
    for _ in range(4):
        found = next(
            (i for i, w in enumerate(words) if w.head == verb and w.dep in SUBJECTS and i != verb), None
        )
        if found is not None:
            if words[found].lower in _RELATIVE and words[verb].head != verb:
                return words[verb].head
            return found
        if words[verb].dep not in ("conj", "xcomp", "advcl", "aux", "cop") or words[verb].head == verb:
            break
        verb = words[verb].head
    if words[verb].dep in ("acl", "relcl", "acl:relcl") and words[verb].head != verb:
        return words[verb].head
    return None


def is_passive(sentence: ParsedSentence, subject: int) -> bool:
    """Whether a subject is what something is done to."""
    return sentence.words[subject].dep in ("nsubj:pass", "nsubjpass")


def subject_names(sentence: ParsedSentence, index: int) -> frozenset[str]:
    """The names within the phrase of a subject."""
    return frozenset(
        w.lower
        for i, w in enumerate(sentence.words)
        if w.pos == "PROPN"
        and (i == index or (w.head == index and w.dep in ("flat", "compound", "appos", "flat:name")))
    )


def _governor(sentence: ParsedSentence, index: int) -> int:
    """The word that has the subject of a word: itself, or the verb that it belongs to."""
    for _ in range(3):
        word = sentence.words[index]
        if word.pos in ("VERB", "AUX") or word.head == index:
            break
        if any(w.head == index and w.dep in SUBJECTS for w in sentence.words):
            break
        index = word.head
    return index


def may_be_same_subject(answer: ParsedSentence, index: int, source: ParsedSentence, at: int) -> bool:
    """Whether two verbs can be said of one and the same, going by their subjects; words other than verbs can.

    Two names that share no word are two things, as are two nouns of which none is a kind of the other, and
    "councillors" and a councillor with a name.
    """
    is_verb = answer.words[index].pos == source.words[at].pos == "VERB"
    mine, theirs = (
        subject_index(answer, _governor(answer, index)),
        subject_index(source, _governor(source, at)),
    )
    if mine is None or theirs is None or index == mine or at == theirs:
        return True
    one, other = answer.words[mine], source.words[theirs]
    if "PRON" in (one.pos, other.pos):
        return True
    names = subject_names(answer, mine), subject_names(source, theirs)
    if names[0] and names[1]:
        return not names[0].isdisjoint(names[1])
    if _are_of_two_sorts(answer, mine, source, theirs):
        return False
    if not is_verb:
        return True
    if names[0] or names[1]:
        return not _is_plural((one if names[1] else other).text)
    return not are_unlike(one.lower, other.lower)


def _are_of_two_sorts(answer: ParsedSentence, mine: int, source: ParsedSentence, theirs: int) -> bool:
    """Whether two nouns are one word with two nouns before it: the tax on sales, the tax on cigarettes."""
    if family(answer.words[mine].lower).isdisjoint(base_forms(source.words[theirs].lower)):
        return False
    sorts = [
        {w.lower for w in s.words if w.head == i and w.dep == "compound" and w.is_content}
        for s, i in ((answer, mine), (source, theirs))
    ]
    return all(sorts) and not any(
        (family(one) | synonyms(one)) & base_forms(other) for one in sorts[0] for other in sorts[1]
    )


def _is_plural(noun: str) -> bool:
    low = noun.lower()
    return low.endswith("s") and low[:-1] in base_forms(low)


def are_unlike(one: str, other: str) -> bool:
    """Whether two nouns are of two things: none is a form, a synonym or a kind of the other."""
    if family(one) & family(other) or synonyms(one) & base_forms(other):
        return False
    if kinds_above(one) & base_forms(other) or kinds_above(other) & base_forms(one):
        return False
    return (base_forms(one) | base_forms(other)).isdisjoint(general_words())


@per_lexicon
def general_words() -> frozenset[str]:
    """Nouns by which an answer may mean whatever the source names: "the company", "the figure"."""
    return frozenset(row["word"] for row in load_rows("en/general_words.csv"))
