"""Sets of English words that rules ask by name: `_OWN = WordSet("organization/own")`, then `word in _OWN`.

The lists are `en/words/<list>.csv`, one row a set: its name, the words with a bar between them, and a text in
which one of the words stands as the set is meant. `<name>` among the words stands for those of another set
of the list, `<list/name>` for one of another list, so that what two sets share is written once.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import partial
from typing import TYPE_CHECKING

from claimcheck.errors import LexiconError
from claimcheck.lexicons import in_force, load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class WordSet(AbstractSet[str]):
    """The words of a set, read when they are first asked for, from the lexicon in force.

    A question costs 0.1 microseconds more than one to a `frozenset`: what asks for every word of a text takes
    `words()` before its loop. Raises `LexiconError` on first use for a set that does not exist.
    """

    __slots__ = ("_load",)

    def __init__(self, key: str) -> None:
        """The set with this list and name: `organization/own`."""
        self._load = partial(_words_of, key)

    def words(self) -> frozenset[str]:
        """The words in the lexicon in force."""
        made: frozenset[str] = in_force().made[self._load]
        return made

    def __contains__(self, word: object) -> bool:
        return word in in_force().made[self._load]

    def __iter__(self) -> Iterator[str]:
        return iter(self.words())

    def __len__(self) -> int:
        return len(self.words())

    def isdisjoint(self, other: Iterable[str]) -> bool:
        """Whether no word of the set is among the others."""
        return self.words().isdisjoint(other)

    @classmethod
    def _from_iterable(cls, it: Iterable[str]) -> frozenset[str]:  # type: ignore[override]
        """What `|`, `&` and `-` give is no set of a list."""
        return frozenset(it)


def _words_of(key: str) -> frozenset[str]:
    return frozenset(word_list(key))


@per_lexicon
def word_list(key: str) -> tuple[str, ...]:
    """The words of a set in the order of its row, as a pattern tries them one by one."""
    name, _, member = key.partition("/")
    rows = _sets(name)
    if member not in rows:
        raise LexiconError(f"en/words/{name}.csv has no set {member!r}")
    words: list[str] = []
    for word in rows[member].split("|"):
        if word[:1] == "<":
            other = word[1:-1]
            words += word_list(other if "/" in other else f"{name}/{other}")
        else:
            words.append(word)
    return tuple(dict.fromkeys(words))


@per_lexicon
def _sets(name: str) -> dict[str, str]:
    return {row["name"]: row["words"] for row in load_rows(f"en/words/{name}.csv")}


@per_lexicon
def grammar_words(name: str) -> frozenset[str]:
    """The words of one class of `grammar_words.csv`."""
    return frozenset(row["word"] for row in load_rows("en/grammar_words.csv") if row["class"] == name)
