"""The columns of a table of claims: the same, with the same names, in CSV, Parquet and SQLite.

They are the fields of the JSON record laid flat. A column has one type, amounts are doubles; what a kind does
not have is null. The page `docs/reference/columns.md` is written from this module.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from claimcheck.claims.base import AS_FLOATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

VALUE_PREFIX, FIELD_PREFIX = "value_", "field_"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of claims.

    Attributes:
        name: as it is written.
        type: `str`, `int`, `float` (amounts and scores) or `bool`.
        is_required: it is never null.
        meaning: one sentence, in Markdown.
    """

    name: str
    type: type
    is_required: bool
    meaning: str


def _always(name: str, kind: type, meaning: str) -> Column:
    return Column(name, kind, is_required=True, meaning=meaning)


def _where_given(name: str, kind: type, meaning: str) -> Column:
    return Column(name, kind, is_required=False, meaning=meaning)


_BEFORE_VALUES = (
    _always(
        "claim_id", str, "`id` of the claim: a hash of what it says and of its sentence, as they are read."
    ),
    _always(
        "document_id", str, "`id` of the document where its row has one (`--id-field`), else its `source`."
    ),
    _always(
        "source", str, "The path as given, `-` for standard input; of a row with `#` and its id or number."
    ),
    _always("kind", str, "The kind of claim; it decides which of the `value_…` columns are filled."),
    _always("start", int, "Where the words begin, in Unicode code points of the text."),
    _always("end", int, "Where they end, exclusive."),
    _always("text", str, "The words of the claim."),
    _where_given("page", int, "The page of a PDF, from 1."),
    _where_given("line", int, "The line of an HTML or Markdown source, from 1."),
    _where_given("table_row", str, "The head of the row, of a figure in a table."),
    _where_given("table_column", str, "The heads of its column from the top down, with ` / ` between them."),
    _where_given("subject", str, "What the claim is about, as written."),
    _where_given("subject_start", int, "Where those words begin."),
    _where_given("subject_end", int, "Where they end, exclusive."),
    _where_given("subject_resolved", str, "The name that the subject stands for, where that is sure."),
    _where_given("subject_resolved_by", str, "The reason why it does."),
)
_AFTER_VALUES = (
    _always("comparator", str, "`=`, `~`, `<`, `<=`, `>` or `>=`."),
    _always("polarity", str, "`positive`, or `negative` where the text denies it."),
    _always("certainty", str, "`certain`, `probable` or `possible`."),
    _always("prediction", bool, "Whether it is about the future of the text."),
    _where_given("attribution_source", str, "Who is said to hold it."),
    _where_given("attribution_cue", str, "The words that say so, such as “according to”."),
    _where_given("score", float, "How much people would want it checked, 0 to 1."),
    _always("sentence", str, "The sentence that the claim stands in."),
    _always("sentence_start", int, "Where it begins."),
    _always("sentence_end", int, "Where it ends, exclusive."),
    _where_given("sentence_score", float, "The score of the sentence."),
    _always("found_by", str, "The rule that found the claim."),
)


@cache
def claim_columns(kept_fields: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """Every column in its order: place and words, subject, value, qualifiers, sentence, kept fields.

    Args:
        kept_fields: columns of the input that results carry (`--keep-field`); each is a column of text,
            `field_<name>`.
    """
    values = (_value_column(name, kind) for name, kind in value_types().items())
    kept = (
        _where_given(f"{FIELD_PREFIX}{name}", str, f"The column `{name}` of the input.")
        for name in kept_fields
    )
    return (*_BEFORE_VALUES, *values, *_AFTER_VALUES, *kept)


def claim_row(document: Document, claim: BaseClaim, kept_fields: Sequence[str] = ()) -> dict[str, Any]:
    """What the columns hold for one claim, by their names, in their order; None where it has nothing."""
    subject, attribution, table = claim.subject, claim.attribution, claim.table
    value = claim.value.model_dump(mode="json", by_alias=True, context=AS_FLOATS)
    return {
        "claim_id": claim.id,
        "document_id": document_id(document),
        "source": document.source,
        "kind": claim.kind,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "page": getattr(claim.location, "page", None),
        "line": getattr(claim.location, "line", None),
        "table_row": table and table.row and table.row.text,
        "table_column": table and (" / ".join(head.text for head in table.column) or None),
        "subject": subject and subject.text,
        "subject_start": subject and subject.start,
        "subject_end": subject and subject.end,
        "subject_resolved": subject and subject.resolved,
        "subject_resolved_by": subject and subject.resolved_by,
        **{f"{VALUE_PREFIX}{name}": value.get(name) for name in value_types()},
        "comparator": claim.comparator,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "prediction": claim.prediction,
        "attribution_source": attribution and attribution.source,
        "attribution_cue": attribution and attribution.cue,
        "score": claim.score,
        "sentence": claim.sentence.text,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "sentence_score": claim.sentence.score,
        "found_by": claim.found_by,
        **{f"{FIELD_PREFIX}{name}": as_text(document.fields.get(name)) for name in kept_fields},
    }


@cache
def value_types() -> Mapping[str, type]:
    """The fields of the values of every kind, by their name in JSON, with the type of their column."""
    from claimcheck.claims import claim_types  # noqa: PLC0415 - `--help` lists the formats without it

    types: dict[str, type] = {}
    for claim_type in claim_types():
        for name, annotation in _value_fields(claim_type):
            types[name] = _column_type(annotation)
    return types


def _value_column(name: str, kind: type) -> Column:
    from claimcheck.claims import claim_types  # noqa: PLC0415
    from claimcheck.claims.base import kind_of  # noqa: PLC0415

    kinds = [kind_of(one) for one in claim_types() if name in dict(_value_fields(one))]
    return _where_given(f"{VALUE_PREFIX}{name}", kind, f"`value.{name}` of {', '.join(kinds)}.")


def _value_fields(claim_type: type[BaseClaim]) -> Iterable[tuple[str, Any]]:
    """The fields of the value of a kind as JSON names them, with their annotations."""
    model: Any = claim_type.model_fields["value"].annotation
    for name, field in model.model_fields.items():
        yield field.serialization_alias or field.alias or name, field.annotation


def _column_type(annotation: Any) -> type:
    """The one type of a field, whether or not it may be null; one of a few words is text."""
    if get_origin(annotation) is Annotated:
        return _column_type(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        return str
    options = [option for option in get_args(annotation) if option is not type(None)]
    if options:
        return _column_type(options[0])
    return float if annotation is Decimal else annotation


def document_id(document: Document) -> str:
    """What names a document in tables: the id of its row where it has one, its source otherwise."""
    return document.source if document.id is None else document.id


def as_text(content: Any) -> str | None:
    """A JSON value as text: words as they are, anything else as JSON; null stays null."""
    if content is None or isinstance(content, str):
        return content
    return json.dumps(content, ensure_ascii=False)


def kept_words(fields: Mapping[str, Any]) -> str:
    """The fields that a result carries, on one line for people: `author: Ann · year: 2020`."""
    return " · ".join(
        f"{name}: {as_text(content)}" for name, content in fields.items() if content is not None
    )
