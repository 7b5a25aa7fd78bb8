"""What grammar and the verb allow a pronoun to stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.antecedents.referents import ROLE_WEIGHTS, UNKNOWN_NAME, Mention
from claimcheck.grammar.noun_labels import label_of_noun
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.grammar.columns import TokenColumns

_SOLD = WordSet("grammar/sold_copies")


def bound_heads(columns: TokenColumns, word: int) -> frozenset[int]:
    """Heads of the phrases that a pronoun stands in, and of the other arguments of its verb."""
    heads = set()
    top, verb = word, columns.heads[word]
    while columns.heads[top] != top:
        top = columns.heads[top]
        heads.add(top)
    if columns.deps[word] in ROLE_WEIGHTS or columns.deps[word] == "obl":
        heads.update(
            child for child in columns.children[verb] if columns.deps[child] in ROLE_WEIGHTS and child != word
        )
    if columns.deps[word] not in NOUN_SUBJECTS:
        heads |= _shared_subjects(columns, verb)
    return frozenset(heads)


_SHARING = frozenset({"conj", "xcomp"})


def _shared_subjects(columns: TokenColumns, verb: int) -> frozenset[int]:
    """The doer that a verb shares with the one that it is joined to or hangs on: "The team found and mended
    them", "Acme wants to sell it", Orbit in "Acme asked Orbit to sell it".
    """
    while columns.deps[verb] in _SHARING and not any(
        columns.deps[child] in NOUN_SUBJECTS for child in columns.children[verb]
    ):
        asked = ("obj", "iobj") if columns.deps[verb] == "xcomp" else ()
        verb = columns.heads[verb]
        children = columns.children[verb]
        found = frozenset(c for c in children if columns.deps[c] in asked) or frozenset(
            c for c in children if columns.deps[c] in NOUN_SUBJECTS
        )
        if found:
            return found
    return frozenset()


def governing_subjects(columns: TokenColumns, word: int) -> frozenset[int]:
    """The subjects of the verb whose complement clause a pronoun is the subject of, and the names of them:
    "Apple said it would", "The mayor, Ann Roe, said she"; unless that verb also has a hearer who may be
    meant: "Ann told Maria that she", but not "Ann told reporters that she".
    """
    verb = columns.heads[word]
    if columns.deps[word] not in NOUN_SUBJECTS or columns.deps[verb] != "ccomp":
        return frozenset()
    above = columns.heads[verb]
    children = columns.children[above]
    hearers = (child for child in children if columns.deps[child] in ("obj", "iobj") and child < word)
    if any(columns.tags[child] != "NNS" or columns.lowers[word] == "they" for child in hearers):
        return frozenset()
    subjects = [child for child in children if columns.deps[child] in NOUN_SUBJECTS]
    if not subjects and columns.deps[above] == "conj":  # "Acme grew and said it would"
        subjects = [c for c in _shared_subjects(columns, above) if columns.deps[c] in NOUN_SUBJECTS]
    names = [c for subject in subjects for c in columns.rights(subject) if columns.deps[c] == "appos"]
    return frozenset([*subjects, *names])


def wanted_subject(columns: TokenColumns, word: int) -> str:
    """What the predicate of a pronoun asks of its subject, and a noun of whose it is: "its customers".

    `agent`, `holder`, `thing`, `person`, or nothing, by its verb; by a noun after "is" `event`, or the label
    of the names that the noun fits: `place` of "it is a city".
    """
    relation = columns.deps[word]
    if columns.tags[word] == "PRP$":
        return _subject_verbs().get((columns.lowers[columns.heads[word]], "owner"), "")
    if relation not in NOUN_SUBJECTS:
        return ""
    verb = columns.heads[word]
    if any(columns.deps[child] == "cop" for child in columns.children[verb]):
        noun = columns.lowers[verb]
        is_bare = not columns.has_child(verb, "det")  # "it is part of": of no kind
        return _subject_verbs().get((noun, "copula"), "") or ("" if is_bare else label_of_noun(noun) or "")
    voice = "passive" if relation == "nsubj:pass" else "active"
    wanted = _subject_verbs().get((columns.lowers[verb], voice), "")
    if wanted == "agent" and any(columns.lowers[child] in _SOLD for child in columns.rights(verb)):
        return ""  # "It sold 60,000 copies": an author, a publisher or the book
    if wanted == "agent" and columns.lowers[verb] in ("raised", "sold", "paid") and voice == "passive":
        return ""
    return wanted


def can_be(mention: Mention, labels: set[str | None], wanted: str) -> bool:
    """Whether what a mention stands for can be the subject that a verb asks for."""
    kinds = {label for label in labels if label not in (None, UNKNOWN_NAME)}
    if not mention.is_named:
        label = label_of_noun(mention.noun)
        kinds = set() if label is None else {label}
    if not kinds:
        return True
    if wanted in ("agent", "holder"):
        return not kinds <= {"product", "language"}
    if wanted == "thing":
        return not kinds <= {"person", "place", "organization"}
    return wanted in kinds


@per_lexicon
def _subject_verbs() -> Mapping[tuple[str, str], str]:
    """What a verb asks of its subject, by form and voice."""
    return {
        (form, row["voice"]): row["subject"]
        for row in load_rows("en/subject_verbs.csv")
        for form in row["forms"].split("|")
    }
