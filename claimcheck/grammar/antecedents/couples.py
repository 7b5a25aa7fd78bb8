"""Two persons whom one clause brings together, for a later "they" or "the pair": "Ann Roe married Bo Lund".

Any two names of one clause may act apart ("Ann Roe praised Bo Lund. They won"); those that a verb of meeting
(`bringing_together`) or "with" joins are a couple from then on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.antecedents.referents import SUBJECT_WEIGHT
from claimcheck.grammar.noun_labels import is_person_noun, label_of_noun
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.grammar.antecedents.discourse import Discourse
    from claimcheck.grammar.antecedents.referents import Mention
    from claimcheck.grammar.columns import TokenColumns

_BRINGING_TOGETHER = WordSet("grammar/bringing_together")


def find_couple(columns: TokenColumns, mentions: Iterable[Mention]) -> Mention | None:
    """The two persons whom the last clause with persons brings together, as one mention of both.

    Args:
        columns: of the document.
        mentions: those of one sentence up to a place, with the pronouns that stand for somebody, in order.
    """
    persons = [met for met in mentions if met.label == "person" and met.is_named and met.head >= 0]
    if len({person.key for person in persons}) != _BOTH:
        return None
    for first in persons:
        if columns.deps[first.head] not in NOUN_SUBJECTS:
            continue
        verb = columns.heads[first.head]
        second = next((other for other in persons if _is_joined_to(columns, other, verb)), None)
        if second is not None and second.key != first.key:
            text = f"{first.text} and {second.text}"
            return first._replace(key=text, text=text, number="plural", gender="", is_joint=True)
    return None


def couple_before(discourse: Discourse, word: int, before: Iterable[Mention]) -> Mention | None:
    """The two persons whom the clause before a "they" brings together, where nothing else is many.

    Args:
        discourse: of the text.
        word: the token of the pronoun.
        before: the mentions within its reach.
    """
    columns = discourse.columns
    met = sorted(before, key=lambda mention: mention.start)
    if not met:
        return None
    last = [mention for mention in met if mention.sentence == met[-1].sentence]
    if discourse.sentence_of(columns.starts[word]) - last[0].sentence > 1:
        return None
    found = find_couple(columns, last)
    if found is None or any(mention.number == "plural" for mention in last):
        return None
    sentence = max(0, last[0].sentence - 1)
    bodies = (m for m in met if m.label == "organization" and m.weight >= SUBJECT_WEIGHT)
    if any(body.sentence >= sentence for body in bodies):
        return None  # "Norvale hired Ann Roe. She met Bo Lund. They"
    opening = columns.token_at(discourse.sentence_starts[sentence])
    return found if opening is not None and not _has_others(columns, opening, word) else None


def _has_others(columns: TokenColumns, first: int, last: int) -> bool:
    """Whether several people, or a body that is a subject, stand between two tokens, so that "they" need not
    be a couple: "Police met Ann Roe. She met Bo Lund. They".
    """
    return any(_is_many(columns, token) for token in range(first, last))


def _is_many(columns: TokenColumns, token: int) -> bool:
    word = columns.lowers[token]
    if columns.tags[token] not in ("NN", "NNS"):
        return False
    if word in _COLLECTIVES or word in _PEOPLE:
        return True
    if columns.tags[token] == "NN":
        return columns.deps[token] in NOUN_SUBJECTS and label_of_noun(word) == "organization"
    single = word.removesuffix("s")
    return is_person_noun(word) or is_person_noun(single) or label_of_noun(single) == "organization"


_PEOPLE = WordSet("grammar/people_at_large")
_COLLECTIVES = WordSet("grammar/collective")
_BOTH = 2


def _is_joined_to(columns: TokenColumns, other: Mention, verb: int) -> bool:
    """Whether a verb brings its subject together with somebody: "met Bo Lund", "founded it with Bo Lund"."""
    is_one_of_more = any(columns.deps[child] == "conj" for child in columns.rights(other.head))
    if columns.heads[other.head] != verb or is_one_of_more:
        return False
    if columns.deps[other.head] == "obj":
        return columns.lowers[verb] in _BRINGING_TOGETHER
    is_beside = any(columns.lowers[child] == "with" for child in columns.lefts(other.head))
    return columns.deps[other.head] == "obl" and is_beside
