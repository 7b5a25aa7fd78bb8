"""From drafts to claims: context is read, offsets move from the passage to the article, ids are made."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import replace
from json.encoder import encode_basestring_ascii
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checkworthiness.scoring import SentenceScore
from claimcheck.claims.base import QualifierCue, SentenceSpan, Subject, kind_of
from claimcheck.claims.card_labels import subject_on_card
from claimcheck.claims.context import ContextReader
from claimcheck.grammar.subjects.finding import beyond_amount
from claimcheck.grammar.subjects.whole_phrases import whole_phrase, without_asides, without_opening

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.claims.base import BaseClaim, Draft, Value
    from claimcheck.claims.context import Context, ReadCue
    from claimcheck.mentions import NormalisedDocument, Sentence


class _Reading(NamedTuple):
    """A draft with its context: what the score looks at, before there is a claim."""

    draft: Draft
    context: Context
    written_value: str
    kind: str

    @property
    def attribution(self) -> object:
        return self.context.attribution

    @property
    def polarity(self) -> str:
        return self.context.polarity

    @property
    def certainty(self) -> str:
        return self.context.certainty

    @property
    def prediction(self) -> bool:
        return self.context.prediction

    @property
    def value(self) -> Value:
        return self.draft.value


def assemble(drafts: Iterable[Draft], document: NormalisedDocument) -> list[BaseClaim]:
    """The claims that the drafts become, in reading order; drafts that say the same thing twice are one."""
    readings: dict[tuple[object, ...], _Reading] = {}
    by_sentence: dict[tuple[int, int], list[_Reading]] = {}
    reader = ContextReader(document)
    for draft in drafts:
        value = canonical_value(draft.value)
        kind = kind_of(draft.claim_type)
        key: tuple[object, ...] = (kind, draft.start, draft.end, value)
        if key in readings and _is_of_another(draft, readings[key].draft):
            key = (*key, draft.subject)
        if key in readings:
            continue
        sentence = document.sentence_at(draft.start)
        told = _told_of_the_thing(draft, document, sentence)
        reading = _Reading(told, reader.read(told, sentence), value, kind)
        readings[key] = reading
        by_sentence.setdefault((sentence.start, sentence.end), []).append(reading)
    claims: list[BaseClaim] = []
    for (start, end), inside in by_sentence.items():
        scored = SentenceScore(document.text[start:end], inside)
        offset = document.passage.start
        span = SentenceSpan(
            start=offset + start,
            end=offset + end,
            text=document.passage.written(start, end),
            score=scored.score,
        )
        claims += [
            _assemble_one(reading, document, reader, span, scored.of_kind(reading.kind)) for reading in inside
        ]
    return sorted(claims, key=reading_order)


def _is_of_another(draft: Draft, first: Draft) -> bool:
    """Whether the same words state a relation of another thing: "Acme and Orbit use SQLite and Redis"."""
    is_same_statement = draft.stated_at is not None and draft.stated_at == first.stated_at
    return is_same_statement and draft.slot == first.slot and draft.subject != first.subject


def _told_of_the_thing(draft: Draft, document: NormalisedDocument, sentence: Sentence) -> Draft:
    """A draft whose subject is no label of a card, and no amount that has one; who says something stays."""
    if kind_of(draft.claim_type) == "quote":
        return draft
    subject = subject_on_card(document, sentence, draft.subject)
    if subject is not None:
        subject = beyond_amount(document, sentence, subject)
    return draft if subject == draft.subject else replace(draft, subject=subject)


def reading_order(claim: BaseClaim) -> tuple[int, int, str, str]:
    """The key by which claims are sorted: by their words, and then by what they say."""
    return claim.start, claim.end, claim.kind, claim.id


_HAS_WORDS = re.compile(r"[^\W\d_]|[0-9]")
"""The number of a note at the start of a sentence is nothing that a claim is about."""


def _without_lone_bracket(text: str, start: int, end: int) -> tuple[int, int]:
    """A phrase without a last bracket that is opened before it: "(Debian 8) was"."""
    words = text[start:end]
    is_lone = words.endswith((")", "]")) and words.count(")") + words.count("]") > words.count(
        "("
    ) + words.count("[")
    return (start, end - 1) if is_lone and len(words) > 1 else (start, end)


def _without_open_bracket(name: str) -> str:
    """A name without a bracket that it only opens: "The lighthouse (open May"."""
    opening = name.rfind("(")
    return name[:opening].rstrip() if opening > 0 and ")" not in name[opening:] else name


_WHOLE_SUBJECT_KINDS = frozenset(
    "change comparison count date language_share measurement money parameter_count percentage ranking"
    " version".split()
)
"""Kinds of values: a relation says itself how far its sides reach."""


def _subject_of(
    draft: Draft, document: NormalisedDocument, reader: ContextReader, kind: str
) -> Subject | None:
    """What a draft is told of, as far as its phrase reaches, with the name that it stands for."""
    if draft.subject is None or not _HAS_WORDS.search(document.text, *draft.subject):
        return None
    start, end = _without_lone_bracket(document.text, *draft.subject)
    is_whole = kind in _WHOLE_SUBJECT_KINDS and reader.columns.is_parsed
    if is_whole:
        start, end = without_opening(reader.columns, without_asides(reader.columns, (start, end)))
    found = reader.antecedents.find(start, end)
    if found is not None and not draft.value.may_be_about(found.name):
        found = None
    name = None if found is None else _without_open_bracket(found.name)
    if is_whole:
        whole = whole_phrase(reader.columns, (start, end), draft.start, draft.end)
        if whole != (start, end) and found is not None and found.reason == "as_written":
            name = document.text[slice(*whole)]
        start, end = whole
    offset = document.passage.start
    return Subject(
        start=offset + start,
        end=offset + end,
        text=document.passage.written(start, end),
        resolved=name,
        resolved_by=None if found is None else found.reason,
    )


def _assemble_one(
    reading: _Reading,
    document: NormalisedDocument,
    reader: ContextReader,
    sentence: SentenceSpan,
    score: float,
) -> BaseClaim:
    draft, context, written_value, kind = reading
    offset = document.passage.start
    subject = _subject_of(draft, document, reader, kind)
    start = offset + draft.start
    text = document.text[draft.start : draft.end]
    place = start - sentence.start
    around = document.text[sentence.start - offset : sentence.end - offset]  # as read: the same in any lines
    return draft.claim_type(  # type: ignore[call-arg]  # each kind has its own default
        id=stable_id((kind, text, written_value, around, place)),
        start=start,
        end=offset + draft.end,
        text=document.passage.written(draft.start, draft.end),
        subject=subject,
        value=draft.value.told_of(None if subject is None else subject.resolved),
        comparator=draft.comparator,
        polarity=context.polarity,
        certainty=context.certainty,
        prediction=context.prediction,
        attribution=context.attribution,
        cues=tuple(_qualifier_cue(document, cue) for cue in context.cues),
        score=score,
        sentence=sentence,
        found_by=draft.found_by,
    )


def _qualifier_cue(document: NormalisedDocument, cue: ReadCue) -> QualifierCue:
    offset = document.passage.start
    text = document.passage.written(cue.start, cue.end)
    return QualifierCue(start=offset + cue.start, end=offset + cue.end, text=text, qualifier=cue.qualifier)


_write_sorted = json.JSONEncoder(sort_keys=True).encode


def canonical_value(value: Value) -> str:
    """The content of a claim as text that is the same for equal content."""
    # As `model_dump` does it, without its options, which take longer to hand on than most values to write
    return _write_sorted(value.__pydantic_serializer__.to_python(value, mode="json"))


def stable_id(content: tuple[str, str, str, str, int]) -> str:
    """A hash of what the claim says and of its sentence, and of nothing that earlier text could shift.

    Args:
        content: kind, words, value, sentence, and the place within the sentence, which tells apart two equal
            claims of one sentence: of the text as it is read, so that marks and ends of lines change no id.
    """
    *texts, place = content
    written = ", ".join([*map(encode_basestring_ascii, texts), str(place)])  # as `json.dumps`, in less time
    return hashlib.sha256(f"[{written}]".encode()).hexdigest()[:16]


def with_unique_ids(claims: Iterable[BaseClaim]) -> list[BaseClaim]:
    """The claims with the ids of word-for-word repeated sentences told apart: `…`, `…-2`, `…-3`."""
    seen: Counter[str] = Counter()
    unique = []
    for claim in claims:
        seen[claim.id] += 1
        repeat = seen[claim.id]
        unique.append(claim if repeat == 1 else claim.model_copy(update={"id": f"{claim.id}-{repeat}"}))
    return unique
