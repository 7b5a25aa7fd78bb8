"""CSV: one claim per row, flat columns, as RFC 4180 has it (CRLF, quotes doubled, UTF-8)."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, Any, TextIO

from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

# What spreadsheets run as a formula (OWASP, "CSV Injection"; the wide forms are read alike by some). A sign
# before a bare amount such as `-5 %` starts none: a call, a link to another program or a reference to
# another sheet has one of the characters in brackets.
_FORMULA = re.compile(r"\s*(?:[=@＝＠]|[+\-＋－].*[(|!\[{])", re.DOTALL)


def write_csv(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """A header row, then each claim in a row.

    The columns are the same for every input: those of the value are the fields of the values of all kinds,
    named `value_<field>`, empty where a kind has no such field. A null is an empty cell.

    A cell that starts with words of the article is preceded by `'` where a spreadsheet would run it as a
    formula; `start` and `end` still count the words without it.
    """
    value_fields = _value_fields()
    writer = csv.writer(out)
    writer.writerow(
        [
            *("id", "source", "kind", "start", "end", "text"),
            *("subject", "subject_resolved", "subject_resolved_by"),
            *(f"value_{field}" for field in value_fields),
            *("comparator", "polarity", "certainty", "prediction"),
            *("attribution_source", "attribution_cue"),
            *("score", "sentence", "found_by"),
        ]
    )
    for rows in put_together(
        documents,
        lambda document: [_row(document.source, claim, value_fields) for claim in document.claims],
        options,
    ):
        writer.writerows(rows)
        out.flush()


def _row(source: str, claim: BaseClaim, value_fields: Iterable[str]) -> list[str]:
    subject, attribution = claim.subject, claim.attribution
    value = claim.value.model_dump(mode="json", by_alias=True)
    return [
        *(claim.id, _without_formula(source), claim.kind),
        *(str(claim.start), str(claim.end), _without_formula(claim.text)),
        as_cell(subject and subject.text),
        as_cell(subject and subject.resolved),
        as_cell(subject and subject.resolved_by),
        *(as_cell(value.get(field)) for field in value_fields),
        *(claim.comparator, claim.polarity, claim.certainty, as_cell(claim.prediction)),
        as_cell(attribution and attribution.source),
        as_cell(attribution and attribution.cue),
        as_cell(claim.score),
        _without_formula(claim.sentence.text),
        claim.found_by,
    ]


def _value_fields() -> list[str]:
    """The fields of the values of every kind, each once, as they are named in JSON."""
    from claimcheck.claims import claim_types  # noqa: PLC0415 - `--help` lists the formats without it

    fields: dict[str, None] = {}
    for claim_type in claim_types():
        value_type = claim_type.model_fields["value"].annotation
        for name, field in value_type.model_fields.items():  # type: ignore[union-attr]
            fields.setdefault(field.serialization_alias or field.alias or name)
    return list(fields)


def as_cell(content: Any) -> str:
    """A value of the JSON record as a cell; null is an empty one."""
    if content is None:
        return ""
    if isinstance(content, str):
        return _without_formula(content)
    return json.dumps(content, ensure_ascii=False)


def _without_formula(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
