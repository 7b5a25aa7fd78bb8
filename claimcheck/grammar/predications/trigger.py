"""A word that states something of others, a verb or a noun, and how it stands: voice, start, question."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimcheck.grammar.named_phrases import is_name
from claimcheck.grammar.phrases import MARKS
from claimcheck.lexicons.word_sets import grammar_words
from claimcheck.tagging.penn_tags import PROPER_TAGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase

    Reader: TypeAlias = Callable[["Predication", tuple[str, ...]], Iterator[Phrase]]


MAX_SUPPORT_GAP = 3
"""Tokens between a verb and the determiner of what it takes: "entered into a joint venture"."""


class Predication:
    """A trigger word with its slots.

    Attributes:
        grammar: the sentence.
        first, last: the trigger with its particle, end exclusive.
        is_verb: whether it is read as a verb.
        passive: whether it says something of what it acts on: a passive, or a participle after a noun.
        noun_phrase: the phrase of a noun; None for a verb.
        introduced: head of a name -> the noun that introduces it: "games" of Doom in "games such as Doom".
    """

    __slots__ = (
        "_readers",
        "_slots",
        "first",
        "grammar",
        "introduced",
        "is_verb",
        "last",
        "noun_phrase",
        "passive",
    )

    def __init__(
        self, grammar: SentenceReading, first: int, last: int, readers: Mapping[str, Reader], *, is_verb: bool
    ) -> None:
        self.grammar = grammar
        self._readers = readers
        self.first, self.last = first, last
        self.is_verb = is_verb
        is_past = is_verb and (
            self.is_between_names() or self._is_only_verb_with_hyphen() or self._has_object_behind_hyphen()
        )
        self.passive = is_verb and grammar.is_passive(first) and not is_past
        if self.passive and self.takes_object():
            self.passive = False
        self._slots: dict[str, tuple[Phrase, ...]] = {}
        self.introduced: dict[int, Phrase] = {}
        self.noun_phrase = None if is_verb else grammar.phrase_at(last - 1)

    def is_between_names(self) -> bool:
        """Whether a verb with a hyphen lies in one phrase with both sides: "Acme co-founded Orbit"."""
        grammar, last = self.grammar, self.last
        if self.first - 1 < grammar.first or grammar.words[self.first - 1] != "-":
            return False
        phrase = grammar.phrase_at(self.first)
        return phrase is not None and phrase.last > last and last in grammar.names

    def _is_only_verb_with_hyphen(self) -> bool:
        """Whether a verb with a hyphen is the only one of a sentence: "Acme co-produced with Orbit"."""
        grammar = self.grammar
        if self.first - 2 < grammar.first or grammar.words[self.first - 1] != "-":
            return False
        start = grammar.group_start(self.first)
        return (start - 1) in grammar.names and not any(
            map(grammar.is_finite, range(grammar.first, grammar.last))
        )

    def _has_object_behind_hyphen(self) -> bool:
        """Whether a verb with a hyphen has its object right behind it: "We pre-trained the model"."""
        grammar, last = self.grammar, self.last
        if self.first - 1 < grammar.first or grammar.words[self.first - 1] != "-" or last >= grammar.last:
            return False
        behind = grammar.phrase_at(last)
        if behind is None or behind.first != last:
            return False
        return bool(behind.determiner) or grammar.tags[behind.head] == "PRP"

    def takes_object(self) -> bool:
        """Whether a past tense was taken for a participle: "Acme bought Orbit" between names."""
        grammar, start = self.grammar, self.start
        if start == self.first - 1 and grammar.tags[start] == "POS":
            start = self.first  # the mark of "Macy's bought" is no form of be
        if grammar.tags[self.first] != "VBN" or start != self.first:
            return False
        has_mark = grammar.word(start - 1) in MARKS and grammar.tags[max(start - 2, 0)] in PROPER_TAGS
        before = grammar.phrase_until(start - has_mark)  # "Macy's bought the ..."
        after = grammar.phrase_at(self.last) if self.last < grammar.last else None
        if before is None or after is None or after.first != self.last or not is_name(grammar, before):
            return False
        return is_name(grammar, after) or bool(after.determiner)

    def verb(self, i: int) -> Predication:
        """Another word of the sentence, token `i`, read as a verb."""
        return Predication(self.grammar, i, i + 1, self._readers, is_verb=True)

    def slot(self, name: str) -> tuple[Phrase, ...]:
        """The members of a slot, the one next to the trigger first; empty where it is not filled."""
        if name not in self._slots:
            kind, _, words = name.partition(":")
            found = self._readers[kind](self, tuple(words.split("|")) if words else ())
            self._slots[name] = tuple(found)
        return self._slots[name]

    @property
    def start(self) -> int:
        """The first token of the words that state it, with auxiliaries."""
        if self.is_verb:
            return self.grammar.group_start(self.first)
        phrase = self.noun_phrase
        return self.first if phrase is None else min(self.first, phrase.first)

    @property
    def is_asked(self) -> bool:
        """Whether it stands in an indirect question: "asked how Acme bought Orbit"."""
        subject = self.slot("subject")
        if not subject:
            return False
        grammar, asking = self.grammar, grammar_words("asking")
        start = max(grammar.first, subject[0].first - 3)
        doubting = grammar_words("doubting")  # "not sure if it was bought" states it, with a doubt
        return any(
            grammar.word(i) in asking
            and grammar.word(i - 1) not in doubting
            and not (grammar.word(i) == "where" and grammar.word(i - 1) == ",")  # "to Spain, where it sells"
            for i in range(start, self.start)
        )

    def has_finite(self) -> bool:
        """Whether a verb or one of its auxiliaries is finite."""
        grammar = self.grammar
        return any(grammar.is_finite(i) for i in range(grammar.group_start(self.first), self.first + 1))

    def is_relative(self, i: int) -> bool:
        """Whether token `i` is a relative pronoun."""
        return self.grammar.tags[max(i, 0)] in ("WDT", "WP")
