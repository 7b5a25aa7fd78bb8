"""What files of constructions define: forms, relations, words, and a word in a form as a text has it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


WITH_PREPOSITIONS = frozenset({"PREP", "COPULA", "LATER", "STRANDED"})
"""The slots that take the prepositions of the words."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which a word shows its sides.

    Attributes:
        template, name: "transitive", "passive".
        trigger: what the word is: verb, noun or suffix.
        voice: of a verb; empty for both.
        roles: role -> slot.
        needs, unless: slots that must be filled besides the roles, and that must not.
        frames: sentences with the roles in capitals and VERBED, NOUN and so on for the word.
    """

    template: str
    name: str
    trigger: str
    voice: str
    roles: Mapping[str, str]
    needs: tuple[str, ...]
    unless: tuple[str, ...]
    frames: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class RelationDefinition:
    """A relation, and what may stand on its two sides.

    Attributes:
        kind, name: "organization", "acquired_by".
        thing, other: classes (`sides`).
        thing_words, other_words: of which a side must hold one; empty for any.
        through: nouns in whose place their owner is the thing: "the shares of Acme are listed".
        other_through: nouns in whose place their owner is the other side: "Acme's software is used by".
        otherwise: the relation that it is where the other side is none of `other`: (relation, classes).
        sample: a thing and an other to try words with.
    """

    kind: str
    name: str
    thing: tuple[str, ...]
    other: tuple[str, ...]
    thing_words: frozenset[str]
    other_words: frozenset[str]
    through: frozenset[str]
    other_through: frozenset[str]
    otherwise: tuple[str, tuple[str, ...]] | None
    sample: tuple[str, str]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words that state a relation in the forms of a template.

    Attributes:
        relation: `kind/name`.
        templates: of the forms.
        thing: the role that is the subject of the claim.
        verbs, nouns, suffixes: as in a dictionary, particles behind a space.
        prepositions: those of the slot `PREP`.
        forms: the only forms of the template that count; empty for all.
        thing_classes, other_classes: what the sides must be with these words, in the place of the relation's.
        unlike, thing_unlike: classes that the other side, or the thing, must not be of.
        not_with: nouns that neither side may be, nor be introduced by, nor what the form needs beside them.
        introduced_by: nouns of which one must introduce the thing: "clients" of "clients such as Acme".
        not_as: words that do not enter a form, as `word/template-form`.
        sample: a thing and an other to try these words with, in the place of the relation's.
        object_words: of which the object of a verb must hold one; `money` stands for an amount of it.
    """

    relation: str
    templates: tuple[str, ...]
    thing: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    suffixes: tuple[str, ...]
    prepositions: tuple[str, ...]
    forms: frozenset[str]
    thing_classes: tuple[str, ...]
    other_classes: tuple[str, ...]
    unlike: tuple[str, ...]
    thing_unlike: tuple[str, ...]
    not_with: frozenset[str]
    object_words: frozenset[str]
    introduced_by: frozenset[str]
    not_as: frozenset[str]
    sample: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    place: str


@dataclass(frozen=True)  # without `slots`, which `cached_property` cannot do with
class Entry:
    """One word in one form, as it is met in a text.

    Attributes:
        before, after: tokens that must stand beside the trigger.
        rule: its name.
        slots: of thing and other.
        base: the base form of a verb whose past forms are others: "found", which as a past belongs to "find".
    """

    word: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    form: Form
    words: Words
    relation: RelationDefinition
    rule: str
    thing_slot: str
    other_slot: str
    base: str = ""

    @cached_property
    def behind(self) -> tuple[frozenset[str], ...]:
        """Sets of words of which one each must stand behind the trigger: those that open a slot, and what
        comes next in a word of several tokens.
        """
        slots = (self.thing_slot, self.other_slot, *self.form.needs)
        opening = tuple(words for words in map(_opening_words, slots) if words)
        return (*opening, frozenset(self.after[:1])) if self.after else opening

    @cached_property
    def has_neighbours(self) -> bool:
        """Whether other tokens must stand beside the trigger."""
        return bool(self.before or self.after)


@dataclass(frozen=True)  # as `Entry`
class Group:
    """The entries of a trigger word that are asked for together.

    Attributes:
        trigger: what the word is to be: verb, noun or suffix.
        gate: words of which the sentence must hold one; empty for none.
        entries: all of them.
        of_several: those for which other tokens must stand beside the trigger.
    """

    trigger: str
    gate: frozenset[str]
    entries: tuple[Entry, ...]
    of_several: tuple[Entry, ...]

    def opened(self, behind: frozenset[str]) -> list[Entry]:
        """The entries each of whose slots that a preposition opens has one of its words among those behind
        the trigger. Many entries wait for the same words, which are looked for once.
        """
        openings, waiting = self._waiting
        unopened = 0
        for words, bit in openings:
            if words.isdisjoint(behind):
                unopened |= bit
        return [entry for entry, bits in waiting if not bits & unopened]

    @cached_property
    def _waiting(self) -> tuple[tuple[tuple[frozenset[str], int], ...], tuple[tuple[Entry, int], ...]]:
        """The sets of words in `Entry.behind`, each with a bit, and each entry with the bits of its own."""
        bits: dict[frozenset[str], int] = {}
        waiting = []
        for entry in self.entries:
            waits_for = 0
            for words in entry.behind:
                waits_for |= bits.setdefault(words, 1 << len(bits))
            waiting.append((entry, waits_for))
        return tuple(bits.items()), tuple(waiting)


def _opening_words(slot: str) -> frozenset[str]:
    """The longest word, which is the rarest, of each of those that open a slot behind its trigger:
    "ownership" of "under the ownership of"; none for other slots.
    """
    name, _, words = slot.partition(":")
    if name == "by":
        return frozenset({"by"})
    if name not in WITH_PREPOSITIONS:
        return frozenset()
    return frozenset(max(preposition.split(), key=len) for preposition in words.split("|") if preposition)


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity: it is handed down
class Constructions:
    """Everything that the files say, and an index by the word that triggers it.

    Attributes:
        index: kind -> trigger token -> its entries, in groups, in the order of the files.
    """

    forms: tuple[Form, ...]
    relations: tuple[RelationDefinition, ...]
    words: tuple[Words, ...]
    index: Mapping[str, Mapping[str, tuple[Group, ...]]]
    vocabulary: Mapping[str, frozenset[str]]

    def entries(self) -> Iterable[Entry]:
        """Each entry once."""
        seen: dict[str, Entry] = {}
        for by_token in self.index.values():
            for groups in by_token.values():
                for group in groups:
                    for entry in group.entries:
                        seen.setdefault(entry.rule, entry)
        return seen.values()
