"""Things that share one verb, each with its own complement: "Orbit is written in Go and Comet in Rust"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.named_phrases import TOOLS, is_name
from claimcheck.grammar.stepping import after_date, is_time
from claimcheck.grammar.verb_groups import PREPOSITIONS
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase

_JOINTS = WordSet("grammar/parallel_joint")


class Parallels(NamedTuple):
    """What the trigger itself has, and the pairs that share it.

    Attributes:
        things, others: the members on either side without what belongs to a later pair.
        pairs: (thing, complement) of each later pair.
    """

    things: tuple[Phrase, ...]
    others: tuple[Phrase, ...]
    pairs: tuple[tuple[Phrase, Phrase], ...] = ()


def parallels(
    grammar: SentenceReading, verb: int | None, things: tuple[Phrase, ...], others: tuple[Phrase, ...]
) -> Parallels:
    """The two sides of a trigger, parted from the pairs behind its first complement.

    `verb` is the token of a verb, None for a noun ("the purchase of Orbit by Acme and Comet by Sun"). A later
    thing is one of the listed things ("sold Orbit to Acme and Comet to Sun") or, beside a verb, of another
    class than the complement: "runs on Linux and Windows on ARM" is one list.
    """
    first = others[0]
    preposition = grammar.word(first.first - 1)
    pairs: list[tuple[Phrase, Phrase]] = []
    later: frozenset[int] = frozenset()
    if preposition in PREPOSITIONS and (verb is None or first.first >= verb):
        behind = frozenset(thing.head for thing in things if thing.first > first.first)
        later = behind if len(behind) < len(things) else later
        is_of_object = verb is not None and any(verb < thing.first < first.first for thing in things)
        others, pairs = _pairs_behind(grammar, verb, others, later, is_of_object=is_of_object)
    if any(grammar.word(thing.last) == preposition for thing in things if thing.head in later):
        things = tuple(thing for thing in things if thing.head not in later)
    if verb is not None and not later & {thing.head for thing, _ in pairs}:
        things = _without_complements(grammar, verb, things, others)
    return Parallels(things, others, tuple(pairs))


def pairs_of(
    grammar: SentenceReading, things: tuple[Phrase, ...], others: tuple[Phrase, ...]
) -> list[tuple[Phrase, Phrase]]:
    """The members of two sides that belong together: each with each, or the first with the first.

    The latter where words say so ("respectively"), or each pair has a date of its own behind it: "Acme and
    Orbit bought Sun and Comet in 2006 and 2012". Without a pair where the two lists are not of one length.
    """
    if len(things) > 1 and len(others) > 1 and _is_dealt_out(grammar, max(things[-1].last, others[-1].last)):
        in_order = sorted(things, key=_place), sorted(others, key=_place)
        return list(zip(*in_order, strict=True)) if len(things) == len(others) else []
    return [(thing, other) for thing in things for other in others]


def _place(phrase: Phrase) -> int:
    return phrase.first


_RESPECTIVELY = WordSet("grammar/respectively")


def is_in_order(grammar: SentenceReading) -> bool:
    """Whether a sentence says that two lists go side by side: "respectively", "in that order"."""
    words = " ".join(grammar.lowers[grammar.first : grammar.last])
    return any(f" {phrase} " in f" {words} " for phrase in _RESPECTIVELY)


def _is_dealt_out(grammar: SentenceReading, behind: int) -> bool:
    """Whether two lists go side by side, because it is said or two dates follow at token `behind`."""
    if is_in_order(grammar):
        return True
    first = behind + (grammar.word(behind) in PREPOSITIONS)
    joint = after_date(grammar, first)
    second = joint + 1 + (grammar.word(joint + 1) in PREPOSITIONS)
    is_joined = joint > first and grammar.word(joint) in _JOINTS
    return is_joined and after_date(grammar, second) > second


def _pairs_behind(
    grammar: SentenceReading,
    verb: int | None,
    others: tuple[Phrase, ...],
    later: frozenset[int],
    *,
    is_of_object: bool,
) -> tuple[tuple[Phrase, ...], list[tuple[Phrase, Phrase]]]:
    """The complement without what a later thing begins, and the pairs; `later` are heads of listed things.

    One with the same participle behind it, "written in Rust, and Comet, written in", has its own complement.
    `is_of_object`: the verb has an object before its complement, so that each later name is one too.
    """
    first = others[0]
    preposition = grammar.word(first.first - 1)
    pairs: list[tuple[Phrase, Phrase]] = []
    at = first.last
    while (thing := _joined(grammar, at)) is not None:
        is_listed = thing.head in later or (is_of_object and is_name(grammar, thing))
        second = None
        if is_listed or verb is not None:
            second = _second(grammar, thing, first, preposition, is_listed=is_listed)
        if verb is not None and _has_participle(grammar, thing, verb):
            return _before(others, thing), pairs
        if second is not None:
            others = _before(others, thing)
            pairs.append((thing, second))
            at = second.last
        elif verb is not None and _is_of_no_tool(grammar, thing, first, preposition):
            return _before(others, thing), pairs
        elif not pairs and any(other.head == thing.head for other in others):
            at = thing.last
        else:
            break
    return others, pairs


def _has_participle(grammar: SentenceReading, thing: Phrase, verb: int) -> bool:
    return grammar.word(thing.last) == "," and grammar.word(thing.last + 1) == grammar.word(verb)


def _is_of_no_tool(grammar: SentenceReading, thing: Phrase, first: Phrase, preposition: str) -> bool:
    """Whether a thing has a complement that is no language: "written in Go and the guide in prose"."""
    return first.label == "language" != thing.label and grammar.word(thing.last) == preposition


def _without_complements(
    grammar: SentenceReading, verb: int, things: tuple[Phrase, ...], others: tuple[Phrase, ...]
) -> tuple[Phrase, ...]:
    """The things without what is a complement of the same verb before, or stands behind one.

    Comet of "Orbit, written in Go, and Comet, written in Rust"; all but the API of
    "wrote the API in Go and the site in Rust".
    """
    word = grammar.word(verb)
    own = tuple(thing for thing in things if thing.first > verb or grammar.word(thing.first - 2) != word)
    is_object = all(thing.first > verb for thing in own)
    if is_object and others[0].first > verb:
        own = tuple(thing for thing in own if thing.first < others[0].first)
    return own or things


def _joined(grammar: SentenceReading, at: int) -> Phrase | None:
    """The phrase that a comma or "and" joins to what ends before a token, or to the date behind that."""
    if grammar.word(at) in PREPOSITIONS:
        at = after_date(grammar, at + 1) if after_date(grammar, at + 1) > at + 1 else at
    k = at + (grammar.word(at) == ",")
    k += grammar.word(k) in _JOINTS
    if k == at:
        return None
    found = grammar.phrase_from(k)
    return found if found is not None and found.first == k else None


def _second(
    grammar: SentenceReading, thing: Phrase, first: Phrase, preposition: str, *, is_listed: bool
) -> Phrase | None:
    """The complement of a later thing, behind the same preposition: a name, or a tool as the first is."""
    if grammar.word(thing.last) != preposition:
        return None
    second = grammar.phrase_from(thing.last + 1)
    if second is None or second.first != thing.last + 1 or is_time(grammar, second):
        return None
    if is_listed:
        return second if is_name(grammar, second) else None
    is_tool = second.label in TOOLS and thing.label != first.label == second.label
    return second if is_tool else None


def _before(others: tuple[Phrase, ...], thing: Phrase) -> tuple[Phrase, ...]:
    return tuple(other for other in others if other.first < thing.first)
