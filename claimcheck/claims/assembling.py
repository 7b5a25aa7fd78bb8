"""From drafts to claims: context is read, offsets move from the passage to the article, ids are made."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.claims.base import QualifierCue, Subject, TextSpan
from claimcheck.claims.context import ContextReader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.claims.base import BaseClaim, Draft
    from claimcheck.claims.context import ReadCue
    from claimcheck.normalising.document import NormalisedDocument


def assemble(drafts: Iterable[Draft], document: NormalisedDocument) -> list[BaseClaim]:
    """The claims that the drafts become, in reading order; drafts that say the same thing twice are one."""
    claims: dict[tuple[str, int, int, str], BaseClaim] = {}
    reader = ContextReader(document)
    for draft in drafts:
        claim = _assemble_one(draft, document, reader)
        claims.setdefault((claim.kind, claim.start, claim.end, _canonical_value(claim)), claim)
    return sorted(claims.values(), key=lambda claim: (claim.start, claim.end, claim.kind, claim.id))


def _assemble_one(draft: Draft, document: NormalisedDocument, reader: ContextReader) -> BaseClaim:
    sentence = document.sentence_at(draft.start)
    context = reader.read(draft, sentence)
    subject = None
    if draft.subject is not None:
        span = _text_span(document, *draft.subject)
        resolved = reader.antecedents.resolve(*draft.subject)
        subject = Subject(start=span.start, end=span.end, text=span.text, resolved=resolved)
    span = _text_span(document, draft.start, draft.end)
    claim = draft.claim_type(  # type: ignore[call-arg]  # each kind has its own default
        id="",
        start=span.start,
        end=span.end,
        text=span.text,
        subject=subject,
        value=draft.value,
        comparator=draft.comparator,
        polarity=context.polarity,
        certainty=context.certainty,
        prediction=context.prediction,
        attribution=context.attribution,
        cues=tuple(_qualifier_cue(document, cue) for cue in context.cues),
        sentence=_text_span(document, sentence.start, sentence.end),
        found_by=draft.found_by,
    )
    return claim.model_copy(update={"id": _stable_id(claim)})


def _text_span(document: NormalisedDocument, start: int, end: int) -> TextSpan:
    """A stretch of the passage as a stretch of the article."""
    offset = document.passage.start
    return TextSpan(start=offset + start, end=offset + end, text=document.text[start:end])


def _qualifier_cue(document: NormalisedDocument, cue: ReadCue) -> QualifierCue:
    span = _text_span(document, cue.start, cue.end)
    return QualifierCue(start=span.start, end=span.end, text=span.text, qualifier=cue.qualifier)


def _canonical_value(claim: BaseClaim) -> str:
    return json.dumps(claim.value.model_dump(mode="json"), sort_keys=True)


def _stable_id(claim: BaseClaim) -> str:
    """A hash of what the claim says and of its sentence, and of nothing that earlier text could shift.

    The place within the sentence tells apart two equal claims of one sentence.
    """
    place = claim.start - claim.sentence.start
    content = (claim.kind, claim.text, _canonical_value(claim), claim.sentence.text, place)
    digest = hashlib.sha256(json.dumps(content).encode()).hexdigest()
    return digest[:16]


def with_unique_ids(claims: Iterable[BaseClaim]) -> list[BaseClaim]:
    """The claims with the ids of word-for-word repeated sentences told apart: `…`, `…-2`, `…-3`."""
    seen: Counter[str] = Counter()
    unique = []
    for claim in claims:
        seen[claim.id] += 1
        repeat = seen[claim.id]
        unique.append(claim if repeat == 1 else claim.model_copy(update={"id": f"{claim.id}-{repeat}"}))
    return unique
