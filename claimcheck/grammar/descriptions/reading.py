"""Which phrase of a sentence describes which: "Orbit is a telescope", "Redis, a database"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeVar

from claimcheck.grammar.clauses import SentenceGrammar
from claimcheck.grammar.descriptions.appositions import find_appositions
from claimcheck.grammar.descriptions.brackets_and_items import find_brackets, find_fronted, find_items
from claimcheck.grammar.descriptions.copulas import find_copulas
from claimcheck.grammar.phrases import ATTACHED_MARKS, BULLETS, DASHES, QUOTES
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.mentions import read_once
from claimcheck.tagging.penn_tags import PROPER_TAGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimcheck.grammar.descriptions.description import Description
    from claimcheck.grammar.phrases import Phrase
    from claimcheck.mentions import NormalisedDocument, Sentence

Found = TypeVar("Found")

_PRONOUNS = WordSet("grammar/describable_pronoun")
_COMMON = frozenset({"NN", "NNS"})


class SentenceReading(SentenceGrammar):
    """A sentence with its phrases, verbs and descriptions: what the relation kinds read."""

    __slots__ = ("_descriptions", "_of_named")

    def __init__(self, document: NormalisedDocument, sentence: Sentence) -> None:
        super().__init__(document, sentence)
        self._descriptions: tuple[Description, ...] | None = None
        self._of_named: tuple[Description, ...] | None = None

    def descriptions(self) -> tuple[Description, ...]:
        """Every pair of phrases of which one is said to be the other, in reading order."""
        if self._descriptions is None:
            found = [
                *find_copulas(self),
                *find_appositions(self),
                *find_brackets(self),
                *find_fronted(self),
                *find_items(self),
            ]
            unique: dict[tuple[int, int], Description] = {}
            for description in found:
                unique.setdefault((description.thing.head, description.category.head), description)
            self._descriptions = tuple(sorted(unique.values(), key=lambda d: (d.first, d.last)))
        return self._descriptions

    def descriptions_of_named(self) -> tuple[Description, ...]:
        """The descriptions, or none if nothing in the sentence is named or could be a pronoun for a name.

        Every kind but that of `described` asks only for what is said of something named.
        """
        if self._of_named is None:
            self._of_named = self.descriptions() if self._may_name() else ()
        return self._of_named

    def _may_name(self) -> bool:
        return (
            bool(self.names)
            or not _PRONOUNS.isdisjoint(self.vocabulary)
            or not PROPER_TAGS.isdisjoint(self.tags[self.first : self.last])
            or any(word.endswith(ATTACHED_MARKS) for word in self.vocabulary)  # "he's" as one token
            or (self.words[self.first] in BULLETS and not DASHES.isdisjoint(self.vocabulary))
        )

    def topic(self) -> Phrase | None:
        """The subject of the sentence before, in the same paragraph: whose "Other investors include" are."""
        readings = sentence_readings(self.document)
        index = bisect_left(readings, self.sentence.start, key=lambda found: found.sentence.start) - 1
        if index < 0:
            return None
        before = readings[index]
        if "\n\n" in self.document.text[before.sentence.end : self.sentence.start]:
            return None
        for i in range(before.first, before.last):
            if before.is_finite(i) and before.phrase_at(i) is None:
                return before.subject_of(i)
        return None

    def described(self, phrase: Phrase) -> Phrase:
        """The thing that a describing phrase stands for, or the phrase itself."""
        if phrase.name is None or self.tags[phrase.head] in _COMMON:
            found = self._thing_of(self._describing(phrase))
            return phrase if found is None else found
        return phrase

    def named_by(self, phrase: Phrase) -> Phrase | None:
        """The named thing whose description holds a phrase: "a lake" in "Leeds is a town on a lake"."""
        if phrase.is_named:
            return None
        if not self.descriptions_of_named():
            return None
        found = self._thing_of(self.chain(self._joined_first(phrase)))
        return found if found is not None and self.is_proper(found) else None

    def _joined_first(self, phrase: Phrase) -> Phrase:
        """The phrase that a bare one is joined to: "a tower" of "a tower or lookout"."""
        for _ in range(3):
            i = phrase.first - 1
            while self.word(i) in QUOTES:
                i -= 1
            if self.word(i) == ")":
                while i > self.first and self.word(i) != "(":
                    i -= 1
            elif self.word(i) not in ("or", "and"):
                return phrase
            before = None if phrase.determiner else self.phrase_until(i)
            if before is None:
                return phrase
            phrase = before
        return phrase

    def _thing_of(self, describing: Iterable[Phrase]) -> Phrase | None:
        heads = {phrase.head for phrase in describing}
        for description in self.descriptions():
            if description.category.head in heads and description.form != "called":
                return description.thing
        return None

    def _describing(self, phrase: Phrase) -> Iterator[Phrase]:
        """The phrase, what it is joined to, "a tower" of "a tower and lookout", and what it only tells the
        members of: "a suite" of "a suite of protocols".
        """
        yield phrase
        joined = self._joined_first(phrase)
        if joined is not phrase:
            yield joined
        if phrase.determiner or phrase.possessor is not None or self.word(phrase.first - 1) != "of":
            return
        outer = self.phrase_until(phrase.first - 1)
        if outer is not None and outer.noun in grammar_words("gathering"):
            yield outer


def described_thing(document: NormalisedDocument, sentence: Sentence, start: int, end: int) -> Phrase | None:
    """The named thing that the phrase from `start` to `end` describes in its sentence: "AppleTalk" for
    "protocols" in "AppleTalk is a suite of protocols developed in 1985".
    """
    readings = sentence_readings(document)
    index = bisect_left(readings, sentence.start, key=lambda found: found.sentence.start)
    reading = readings[index] if index < len(readings) else None
    token = None if reading is None else reading.columns.root_at(start, end)
    phrase = None if reading is None or token is None else reading.phrase_at(token)
    if reading is None or phrase is None or phrase.head != token:
        return None
    return reading.named_by(phrase)


def in_every_sentence(
    document: NormalisedDocument, find: Callable[[SentenceReading], Iterator[Found]]
) -> Iterator[Found]:
    """What a rule finds, over all sentences."""
    for reading in sentence_readings(document):
        yield from find(reading)


@read_once
def sentence_readings(document: NormalisedDocument) -> tuple[SentenceReading, ...]:
    """The readings of all sentences of a document, in order; made once."""
    return tuple(SentenceReading(document, sentence) for sentence in document.sentences)
