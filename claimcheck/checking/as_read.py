"""The documents of a check as the stages read them, and its findings with their places as written.

Marks ("**18%**"), what is not seen, and the ends of lines inside of sentences are no part of what a text
says, so no check meets them: documents come in through `AsRead`, and findings go out through it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from claimcheck.article import Article, Passage
from claimcheck.claims.base import TextSpan
from claimcheck.marks import Unmarked, as_read, unmarked
from claimcheck.passages import as_it_reads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.checking.findings import Finding, Place
    from claimcheck.result import Document


class AsRead:
    """Documents without marks, in their order.

    Attributes:
        documents: with offsets that count the characters that are read.
        marks: of those that are read otherwise than they are written, by their names.
    """

    def __init__(self, written: Iterable[Document]) -> None:
        self.marks: dict[str, list[Unmarked]] = {}
        self.documents = tuple(self._read(document) for document in written)

    def _read(self, document: Document) -> Document:
        marks = _marks_of(document)
        if marks is None:
            return document
        self.marks.setdefault(document.source, []).append(marks)
        text = None if document.text is None else marks.text
        return as_read(document, marks).model_copy(update={"text": text})

    def as_written(self, finding: Finding, others: AsRead | None = None) -> Finding:
        """A finding on one of these documents, held against the others, with its places as written."""
        mine, theirs = self.marks, self.marks if others is None else others.marks
        if not mine and not theirs:
            return finding
        return finding.model_copy(
            update={
                "place": _placed(finding.place, mine, theirs),
                "evidence": tuple(_placed(place, theirs, mine) for place in finding.evidence),
                "operands": tuple(_placed(place, theirs, mine) for place in finding.operands),
            }
        )


def _placed(place: Place, *known: dict[str, list[Unmarked]]) -> Place:
    """A place as written, in the first document of its name that has its characters there."""
    if place.row is not None:  # of a table of facts
        return place
    for marks in (marks for by_source in known for marks in by_source.get(place.source, ())):
        if marks.text[place.start : place.end] == place.text:
            start, end = marks.span(place.start, place.end)
            return place.model_copy(update={"start": start, "end": end, "text": marks.written[start:end]})
    return place


def _marks_of(document: Document) -> Unmarked | None:
    """How a document is read; None where that is as it is written."""
    if document.text is not None:
        return as_it_reads(Article(document.source, document.text))
    written = _laid_out(document)
    marks = unmarked(Article(document.source, written)) or Unmarked(written, written)
    text = _in_one_line(document, marks)
    return None if text == written else marks._replace(text=text)


def _laid_out(document: Document) -> str:
    """What a record without its text holds of it, each stretch in its place, blanks for all others."""
    spans = list(_spans_of(document))
    known = [" "] * max((span.end for span in spans), default=0)
    for span in spans:
        known[span.start : span.end] = span.text
    return "".join(known)


def _spans_of(model: BaseModel) -> Iterator[TextSpan]:
    for _, value in model:
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, BaseModel):
                yield from _spans_of(part)
    if isinstance(model, TextSpan):
        yield model


def _in_one_line(document: Document, marks: Unmarked) -> str:
    """What is known of a record's text with its sentences as they are read."""
    spans = {marks.span_in_text(claim.sentence.start, claim.sentence.end) for claim in document.claims}
    sentences: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not sentences or start >= sentences[-1][1]:
            sentences.append((start, end))
    return Passage(Article("-", marks.text), 0, len(marks.text), tuple(sentences)).text
