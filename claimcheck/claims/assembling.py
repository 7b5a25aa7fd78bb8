"""From drafts to claims: context is read, offsets move from the passage to the article, ids are made."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.claims.base import QualifierCue, Subject, TextSpan, kind_of
from claimcheck.claims.context import ContextReader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.claims.base import BaseClaim, Draft, Value
    from claimcheck.claims.context import Context, ReadCue
    from claimcheck.mentions import NormalisedDocument


def assemble(drafts: Iterable[Draft], document: NormalisedDocument) -> list[BaseClaim]:
    """The claims that the drafts become, in reading order; drafts that say the same thing twice are one."""
    claims: dict[tuple[str, int, int, str], BaseClaim] = {}
    sentences: dict[int, TextSpan] = {}
    reader = ContextReader(document)
    for draft in drafts:
        value = canonical_value(draft.value)
        key = (kind_of(draft.claim_type), draft.start, draft.end, value)
        if key in claims:
            continue
        sentence = document.sentence_at(draft.start)
        if sentence.start not in sentences:
            sentences[sentence.start] = _text_span(document, sentence.start, sentence.end)
        context = reader.read(draft, sentence)
        claims[key] = _assemble_one(draft, document, reader, context, sentences[sentence.start], value)
    return sorted(claims.values(), key=reading_order)


def reading_order(claim: BaseClaim) -> tuple[int, int, str, str]:
    """The key by which claims are sorted: by their words, and then by what they say."""
    return claim.start, claim.end, claim.kind, claim.id


def _assemble_one(
    draft: Draft,
    document: NormalisedDocument,
    reader: ContextReader,
    context: Context,
    sentence: TextSpan,
    canonical_value: str,
) -> BaseClaim:
    offset = document.passage.start
    subject = None
    if draft.subject is not None:
        start, end = draft.subject
        found = reader.antecedents.find(start, end)
        subject = Subject(
            start=offset + start,
            end=offset + end,
            text=document.text[start:end],
            resolved=None if found is None else found.name,
            resolved_by=None if found is None else found.reason,
        )
    start = offset + draft.start
    text = document.text[draft.start : draft.end]
    place = start - sentence.start
    return draft.claim_type(  # type: ignore[call-arg]  # each kind has its own default
        id=stable_id((kind_of(draft.claim_type), text, canonical_value, sentence.text, place)),
        start=start,
        end=offset + draft.end,
        text=text,
        subject=subject,
        value=draft.value,
        comparator=draft.comparator,
        polarity=context.polarity,
        certainty=context.certainty,
        prediction=context.prediction,
        attribution=context.attribution,
        cues=tuple(_qualifier_cue(document, cue) for cue in context.cues),
        sentence=sentence,
        found_by=draft.found_by,
    )


def _text_span(document: NormalisedDocument, start: int, end: int) -> TextSpan:
    """A stretch of the passage as a stretch of the article."""
    offset = document.passage.start
    return TextSpan(start=offset + start, end=offset + end, text=document.text[start:end])


def _qualifier_cue(document: NormalisedDocument, cue: ReadCue) -> QualifierCue:
    offset = document.passage.start
    text = document.text[cue.start : cue.end]
    return QualifierCue(start=offset + cue.start, end=offset + cue.end, text=text, qualifier=cue.qualifier)


_write_sorted = json.JSONEncoder(sort_keys=True).encode


def canonical_value(value: Value) -> str:
    """The content of a claim as text that is the same for equal content."""
    return _write_sorted(value.model_dump(mode="json"))


def stable_id(content: tuple[str, str, str, str, int]) -> str:
    """A hash of what the claim says and of its sentence, and of nothing that earlier text could shift.

    Args:
        content: kind, words, value, sentence, and the place within the sentence, which tells apart two equal
            claims of one sentence.
    """
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


def with_unique_ids(claims: Iterable[BaseClaim]) -> list[BaseClaim]:
    """The claims with the ids of word-for-word repeated sentences told apart: `…`, `…-2`, `…-3`."""
    seen: Counter[str] = Counter()
    unique = []
    for claim in claims:
        seen[claim.id] += 1
        repeat = seen[claim.id]
        unique.append(claim if repeat == 1 else claim.model_copy(update={"id": f"{claim.id}-{repeat}"}))
    return unique
