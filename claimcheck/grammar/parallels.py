"""Things that share one verb, each with its own complement: "Orbit is written in Go and Comet in Rust"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.clauses import PREPOSITIONS
from claimcheck.grammar.stepping import is_time
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.descriptions import SentenceReading
    from claimcheck.grammar.phrases import Phrase

_JOINTS = WordSet("grammar/parallel_joint")
_TOOLS = frozenset({"product", "language"})


class Parallels(NamedTuple):
    """What the verb itself has, and the pairs that share it.

    Attributes:
        others: the members of the complement without what belongs to a later pair.
        pairs: (thing, complement) of each later pair.
    """

    others: tuple[Phrase, ...]
    pairs: tuple[tuple[Phrase, Phrase], ...]


def parallels(grammar: SentenceReading, verb: int, others: tuple[Phrase, ...]) -> Parallels:
    """The complement of a verb at token `verb`, parted from the pairs behind it.

    A later thing is of another class than the complement: "runs on Linux and Windows on ARM" is one list.
    One with the same participle behind it, "written in Rust, and Comet, written in", has its own.
    """
    first = others[0]
    preposition = grammar.word(first.first - 1)
    if preposition not in PREPOSITIONS or first.first < verb:
        return Parallels(others, ())
    pairs: list[tuple[Phrase, Phrase]] = []
    at = first.last
    while True:
        thing = _joined(grammar, at)
        if thing is None:
            break
        if grammar.word(thing.last) == "," and grammar.word(thing.last + 1) == grammar.word(verb):
            others = _before(others, thing)
            break
        second = _second(grammar, thing, first, preposition)
        if second is not None:
            others = _before(others, thing)
            pairs.append((thing, second))
            at = second.last
        elif _label(first) == "language" != _label(thing) and grammar.word(thing.last) == preposition:
            others = _before(others, thing)  # "written in Go and the guide in prose"
            break
        elif not pairs and any(other.head == thing.head for other in others):
            at = thing.last
        else:
            break
    return Parallels(others, tuple(pairs))


def _joined(grammar: SentenceReading, at: int) -> Phrase | None:
    """The phrase that a comma or "and" joins to what ends before a token."""
    k = at + (grammar.word(at) == ",")
    k += grammar.word(k) in _JOINTS
    if k == at:
        return None
    found = grammar.phrase_from(k)
    return found if found is not None and found.first == k else None


def _second(grammar: SentenceReading, thing: Phrase, first: Phrase, preposition: str) -> Phrase | None:
    """The complement of a later thing: a tool as the first is, behind the same preposition."""
    if grammar.word(thing.last) != preposition or _label(thing) == _label(first):
        return None
    second = grammar.phrase_from(thing.last + 1)
    if second is None or second.first != thing.last + 1 or is_time(grammar, second):
        return None
    return second if _label(second) in _TOOLS and _label(second) == _label(first) else None


def _label(phrase: Phrase) -> str:
    return phrase.name.label if phrase.name is not None else ""


def _before(others: tuple[Phrase, ...], thing: Phrase) -> tuple[Phrase, ...]:
    return tuple(other for other in others if other.first < thing.first)
