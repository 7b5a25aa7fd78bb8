"""CSV: one claim per row, flat columns, as RFC 4180 has it (CRLF, quotes doubled, UTF-8)."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, Any, TextIO

from claimcheck.writing.columns import claim_columns, claim_row
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

# What spreadsheets run as a formula (OWASP, "CSV Injection"; the wide forms are read alike by some). A sign
# before a bare amount such as `-5 %` starts none: a call, a link to another program or a reference to
# another sheet has one of the characters in brackets.
_FORMULA = re.compile(r"\s*(?:[=@＝＠]|[+\-＋－].*[(|!\[{])", re.DOTALL)


def write_csv(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """A header row, then each claim in a row.

    The columns are those of Parquet, and the same for every input: those of the value are the fields of the
    values of all kinds, named `value_<field>`, empty where a kind has no such field. A null is an empty cell.
    Amounts are written as `5.0`, so that readers that infer types from the first rows find one type.

    A cell that starts with words of the article is preceded by `'` where a spreadsheet would run it as a
    formula; `start` and `end` still count the words without it.
    """
    kept = options.kept_fields
    writer = csv.writer(out)
    writer.writerow([_without_formula(column.name) for column in claim_columns(tuple(kept))])
    for rows in put_together(
        documents,
        lambda document: [_cells(claim_row(document, claim, kept)) for claim in document.claims],
        options,
    ):
        writer.writerows(rows)
        out.flush()


def _cells(row: Mapping[str, Any]) -> list[str]:
    """The row as cells; a comparator is not the article's, and `=` alone is no formula."""
    return [content if name == "comparator" else as_cell(content) for name, content in row.items()]


def as_cell(content: Any) -> str:
    """A value of the JSON record as a cell; null is an empty one."""
    if content is None:
        return ""
    if isinstance(content, str):
        return _without_formula(content)
    return json.dumps(content, ensure_ascii=False)


def _without_formula(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
