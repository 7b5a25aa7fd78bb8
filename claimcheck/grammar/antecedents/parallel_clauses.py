"""Whether a clause with a pronoun says of it what a clause before says of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns

_SHARES = WordSet("grammar/share_word")


def has_same_verb(columns: TokenColumns, subject: int, pronoun: int) -> bool:
    """Whether two subjects have the same verb: "Orbit has 9 shops. It also has 3 mills"."""
    verb, said = columns.heads[pronoun], columns.heads[subject]
    return columns.lowers[verb] == columns.lowers[said] and not columns.has_child(verb, "cop")


def has_same_measure(columns: TokenColumns, subject: int, pronoun: int) -> bool:
    """Whether two verbs have objects of one kind: "Orbit has 9% of shops. It also has 3% of mills"."""
    said, told = (_object_words(columns, columns.heads[token]) for token in (subject, pronoun))
    are_shares = all(any(word in _SHARES for word in words) for words in (said, told))
    return are_shares or not said.isdisjoint(told)


def _object_words(columns: TokenColumns, verb: int) -> set[str]:
    """The nouns, and the signs beside them, of the objects of a verb."""
    objects = [child for child in columns.rights(verb) if columns.deps[child] == "obj"]
    beside = [child for noun in objects for child in columns.lefts(noun) if columns.lowers[child] in _SHARES]
    return {columns.lowers[token] for token in (*objects, *beside)}
