"""Sets of English words that rules ask by name: `_OWN = WordSet("organization/own")`, then `word in _OWN`.

In a regular expression they stand by name too (`WordPattern`).

The lists are `en/words/<list>.csv`, one row a set: its name, the words with a bar between them, and a text in
which one of the words stands as the set is meant. `<name>` among the words stands for those of another set
of the list, `<list/name>` for one of another list, so that what two sets share is written once.
"""

from __future__ import annotations

import re
import sys
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


class WordPattern:
    """A regular expression with word sets in it, made when first asked for, from the lexicon in force.

    `<list/name>` in the pattern stands for the alternatives of that set, in the order of their row, and a
    space in a word for any white space: `WordPattern(r"(?:<version/method>) in")`. The questions are those of
    `re.Pattern`.
    """

    __slots__ = ("_load",)

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """The pattern as `re.compile` takes it, but for the names of sets."""
        self._load = partial(_compiled, pattern, flags)

    def compiled(self) -> re.Pattern[str]:
        """The pattern in the lexicon in force."""
        made: re.Pattern[str] = in_force().made[self._load]
        return made

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        pattern: re.Pattern[str] = in_force().made[self._load]  # as `compiled`, without a call: asked often
        return pattern.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        pattern: re.Pattern[str] = in_force().made[self._load]
        return pattern.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        pattern: re.Pattern[str] = in_force().made[self._load]
        return pattern.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled().finditer(text, start, end)

    def sub(self, replacement: str, text: str) -> str:
        """As `re.Pattern.sub`."""
        return self.compiled().sub(replacement, text)


_NAMED = re.compile(r"<([a-z_]+/[a-z_]+)>")


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    def alternatives(named: re.Match[str]) -> str:
        return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in word_list(named[1]))

    return re.compile(_NAMED.sub(alternatives, pattern), flags)


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
