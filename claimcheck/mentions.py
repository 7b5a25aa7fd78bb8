"""The type that claim finders read: one passage, its parse, and every mention with its value."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from claimcheck.dates.finding import DateExpression, find_dates
from claimcheck.names.finding import NameMention, find_names
from claimcheck.quantities.finding import Quantity, find_quantities
from claimcheck.reports.cues import Cue, find_cues
from claimcheck.reports.finding import Report, find_reports
from claimcheck.rules import EVERY_RULE, RulesInForce
from claimcheck.tagging.texts import text_of
from claimcheck.versions import VersionExpression, find_versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Span

    from claimcheck.article import Passage
    from claimcheck.tagging.pipelines import TaggedPassage

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
        text: the characters of the passage; equal to `doc.text`.
        doc: the spaCy `Doc` over `passage.text`; tags, heads and lemmas only where the pipeline gave them.
        sentences: in reading order, covering every mention.
        reports: what somebody is said to say, think or show; an outer report before those inside it.
        rules: which rules are in force, and where what they do is noted.
    """

    passage: Passage
    text: str
    doc: Doc
    sentences: tuple[Sentence, ...]
    reports: tuple[Report, ...] = ()
    rules: RulesInForce = EVERY_RULE
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(sentence.start for sentence in self.sentences))

    @property
    def is_parsed(self) -> bool:
        """Whether the pipeline gave a dependency parse."""
        return bool(self.doc.has_annotation("DEP"))

    def names(self) -> Iterator[NameMention]:
        """Every name of the passage, in reading order."""
        for sentence in self.sentences:
            yield from sentence.names

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character at `offset`, or the last one that starts before it."""
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]


def normalise(tagged: TaggedPassage, rules: RulesInForce = EVERY_RULE) -> NormalisedDocument:
    """Find every mention of a tagged passage and sort the mentions into its sentences."""
    doc = tagged.doc
    text = text_of(doc)
    bounds = tagged.passage.sentences
    # "4 x 4 x 5 mm" is a quantity with several sides and without one amount that a claim could state
    amounts = (
        q
        for q in find_quantities(text, tagged.passage.article.hints)
        if q.number is not None or None not in (q.low, q.high)
    )
    quantities = _by_sentence(amounts, bounds)
    names = _by_sentence(find_names(doc), bounds)
    article = tagged.passage.article
    dates = _by_sentence(find_dates(text, reference=article.published, date_order=article.date_order), bounds)
    versions = _by_sentence(find_versions(text), bounds)
    sentences = []
    for index, (start, end) in enumerate(bounds):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:  # only white space between tokens
            continue
        sentences.append(
            Sentence(
                start,
                end,
                span,
                quantities[index],
                names[index],
                dates[index],
                versions[index],
                tuple(find_cues(text, start=start, end=end)),
            )
        )
    return NormalisedDocument(tagged.passage, text, doc, tuple(sentences), tuple(find_reports(doc)), rules)


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
