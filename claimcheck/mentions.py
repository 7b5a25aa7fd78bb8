"""The type that claim finders read: one passage, its parse, and every mention with its value."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck.counted_things import with_counted_things
from claimcheck.dates.finding import DateExpression, find_dates
from claimcheck.names.finding import NameMention, find_names
from claimcheck.quantities.finding import Quantity, find_quantities
from claimcheck.quantities.sides import with_sides_apart
from claimcheck.reports.cues import Cue, find_cues
from claimcheck.reports.finding import Report, find_reports
from claimcheck.rules import EVERY_RULE, RulesInForce
from claimcheck.tagging.texts import remember_text
from claimcheck.versions.expressions import VersionExpression
from claimcheck.versions.finding import find_versions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Span

    from claimcheck.article import Passage
    from claimcheck.tagging.pipelines import TaggedPassage

Reading = TypeVar("Reading")
Mention = TypeVar("Mention", Quantity, NameMention, DateExpression, VersionExpression)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the mentions that start in it. Offsets count from the start of the passage."""

    start: int
    end: int
    span: Span
    quantities: tuple[Quantity, ...]
    names: tuple[NameMention, ...]
    dates: tuple[DateExpression, ...]
    versions: tuple[VersionExpression, ...]
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity, so that readings of it can be kept
class NormalisedDocument:
    """One passage ready for the claim finders. Offsets in it count from the start of the passage.

    Attributes:
        passage: the text and its place in the article.
        text: the characters of the passage as they are read; equal to `doc.text`.
        doc: the spaCy `Doc` over `passage.text`; tags, heads and lemmas only where the pipeline gave them.
        sentences: in reading order, covering every mention.
        reports: what somebody is said to say, think or show; an outer report before those inside it.
        rules: which rules are in force, and where what they do is noted.
        readings: what was read of it by functions under `read_once`.
        is_parsed: whether the pipeline gave a dependency parse.
    """

    passage: Passage
    text: str
    doc: Doc
    sentences: tuple[Sentence, ...]
    reports: tuple[Report, ...] = ()
    rules: RulesInForce = EVERY_RULE
    readings: dict[object, Any] = field(default_factory=dict, init=False, repr=False)
    is_parsed: bool = field(init=False, repr=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "is_parsed", bool(self.doc.has_annotation("DEP")))
        object.__setattr__(self, "_starts", tuple(sentence.start for sentence in self.sentences))

    def names(self) -> Iterator[NameMention]:
        """Every name of the passage, in reading order."""
        for sentence in self.sentences:
            yield from sentence.names

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character at `offset`, or the last one that starts before it."""
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]


def read_once(read: Callable[[NormalisedDocument], Reading]) -> Callable[[NormalisedDocument], Reading]:
    """Keep with a passage what a function reads of it, which every kind of claim asks for again.

    What was read holds on to the passage in turn, so whoever is done with it empties `readings`.
    """

    def ask(document: NormalisedDocument) -> Reading:
        known: Reading | None = document.readings.get(read)
        if known is None:
            known = document.readings[read] = read(document)
        return known

    return update_wrapper(ask, read)


def normalise(tagged: TaggedPassage, rules: RulesInForce = EVERY_RULE) -> NormalisedDocument:
    """Find every mention of a tagged passage and sort the mentions into its sentences."""
    (document,) = normalise_all([tagged], rules)
    return document


def normalise_all(
    passages: Sequence[TaggedPassage], rules: RulesInForce = EVERY_RULE
) -> list[NormalisedDocument]:
    """Find every mention of some tagged passages and sort the mentions into their sentences.

    Each finder goes over all of them before the next one does: its lists and rules are then still in the
    cache of the processor, from which those of the others would drive them out after every short passage.
    """
    texts = [tagged.passage.text for tagged in passages]
    both = list(zip(passages, texts, strict=True))
    quantities = [_amounts(tagged, text) for tagged, text in both]
    names = [_names(tagged, text) for tagged, text in both]
    dates = [_dates(tagged, text) for tagged, text in both]
    versions = [_by_sentence(find_versions(text), tagged.passage.sentences) for tagged, text in both]
    reports = [_reports(tagged, text) for tagged, text in both]
    found = zip(quantities, names, dates, versions, strict=True)
    sentences = [
        tuple(_sentences(tagged, text, *mentions))
        for (tagged, text), mentions in zip(both, found, strict=True)
    ]
    return [
        NormalisedDocument(tagged.passage, text, tagged.doc, own, told, rules)
        for (tagged, text), own, told in zip(both, sentences, reports, strict=True)
    ]


def _amounts(tagged: TaggedPassage, text: str) -> list[tuple[Quantity, ...]]:
    amounts = with_sides_apart(text, find_quantities(text, tagged.passage.article.hints))
    return _by_sentence(with_counted_things(amounts, tagged.doc, text), tagged.passage.sentences)


def _names(tagged: TaggedPassage, text: str) -> list[tuple[NameMention, ...]]:
    remember_text(tagged.doc, text)
    return _by_sentence(find_names(tagged.doc), tagged.passage.sentences)


def _dates(tagged: TaggedPassage, text: str) -> list[tuple[DateExpression, ...]]:
    article = tagged.passage.article
    dates = find_dates(text, reference=article.published, date_order=article.date_order)
    return _by_sentence(dates, tagged.passage.sentences)


def _reports(tagged: TaggedPassage, text: str) -> tuple[Report, ...]:
    remember_text(tagged.doc, text)
    return tuple(find_reports(tagged.doc))


def _sentences(
    tagged: TaggedPassage,
    text: str,
    quantities: Sequence[tuple[Quantity, ...]],
    names: Sequence[tuple[NameMention, ...]],
    dates: Sequence[tuple[DateExpression, ...]],
    versions: Sequence[tuple[VersionExpression, ...]],
) -> Iterator[Sentence]:
    """The sentences of a passage with their mentions, which come sentence by sentence."""
    for index, (start, end) in enumerate(tagged.passage.sentences):
        span = tagged.doc.char_span(start, end, alignment_mode="expand")
        if span is None:  # only white space between tokens
            continue
        cues = tuple(find_cues(text, start=start, end=end))
        yield Sentence(start, end, span, quantities[index], names[index], dates[index], versions[index], cues)


def _by_sentence(mentions: Iterable[Mention], bounds: Sequence[tuple[int, int]]) -> list[tuple[Mention, ...]]:
    """The mentions that lie in each sentence; one that crosses a sentence end is dropped as misread."""
    sorted_in: list[list[Mention]] = [[] for _ in bounds]
    index = 0
    for mention in mentions:
        while index < len(bounds) and bounds[index][1] <= mention.start:
            index += 1
        if index < len(bounds) and mention.end <= bounds[index][1]:
            sorted_in[index].append(mention)
    return [tuple(found) for found in sorted_in]
