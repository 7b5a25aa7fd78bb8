"""A result laid over a spaCy `Doc`: span groups, and plain data that survives every way to store a doc."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span

    from claimcheck.claims.base import BaseClaim, TextSpan
    from claimcheck.result import Document

CLAIMS = "claims"
ENTITIES = "entities"
USER_DATA = "claimcheck"


def annotate(doc: Doc, document: Document, *, claims_key: str = CLAIMS, entities_key: str = ENTITIES) -> Doc:
    """Put the claims and names of a result on the doc of its text, and return the doc.

    `doc.spans["claims"]` and `doc.spans["entities"]` have the kind or label as label, in reading order;
    of entities every mention is a span. Spans are made of whole tokens: one that ends inside a token reaches
    to the token's end. A claim's span has the id of the claim as `span_id` and `id_`;
    `doc.user_data["claimcheck"]` is the result as JSON has it, without the text. (A DocBin gives tuples back
    where there were lists.)

    Raises:
        ValueError: the result is not that of the text of `doc`.
    """
    doc.spans[claims_key] = _spans(doc, ((claim, claim.kind, claim.id) for claim in document.claims))
    mentions = ((mention, entity.label, "") for entity in document.entities for mention in entity.mentions)
    doc.spans[entities_key] = _spans(doc, sorted(mentions, key=lambda mention: mention[0].start))
    record = document.model_dump_json(by_alias=True, exclude={"text"})
    doc.user_data[USER_DATA] = json.loads(record, parse_int=_storable)
    return doc


def _storable(digits: str) -> int | float | str:
    """A whole number as MessagePack, in which spaCy stores user data, holds it: beyond 64 bits a double.

    What is beyond a double too, which only a field that the user carries through can be, is text.
    """
    number = int(digits)
    if -(2**63) <= number < 2**63:
        return number
    try:
        return float(number)
    except OverflowError:  # of a field that the user carries through
        return digits


def _spans(doc: Doc, found: Iterable[tuple[BaseClaim | TextSpan, str, str]]) -> list[Span]:
    spans = []
    for record, label, span_id in found:
        span = doc.char_span(record.start, record.end, label, alignment_mode="expand", span_id=span_id)
        if span is None:
            raise ValueError(f"offsets {record.start} to {record.end} are not in this doc")
        spans.append(span)
    return spans
