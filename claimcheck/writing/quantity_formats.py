"""The formats of `claimcheck quantities`: a table, JSON, JSON lines and CSV."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

from claimcheck.wording import counted
from claimcheck.writing.colours import kind_colour
from claimcheck.writing.json_documents import write_json_objects
from claimcheck.writing.table import GAP, MARGIN, make_console, print_line
from claimcheck.writing.terminal_text import isolated, shown
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimcheck.quantity_report import QuantityReport
    from claimcheck.writing import WritingOptions

_AMOUNT_CELLS = 32
_KIND_CELLS = len("set aside")


def write_quantity_table(reports: Iterable[QuantityReport], out: TextIO, options: WritingOptions) -> None:
    """A line per quantity, and per numeral that was set aside if the report accounts for them."""
    console = make_console(out, options)
    for lines in put_together(reports, _table_lines, options):
        for line in lines:
            print_line(console, line)


def _table_lines(report: QuantityReport) -> list[Text]:
    margin = " " * MARGIN
    lines = [
        Text(
            f"{margin}{shown(report.source)}  {counted(len(report.quantities), 'quantity', 'quantities')}",
            "bold",
        )
    ]
    lines += [
        Text.assemble(
            margin,
            (f"{quantity.kind:<{_KIND_CELLS}}", kind_colour(quantity.kind)),
            GAP,
            f"{isolated(quantity.describe()):<{_AMOUNT_CELLS}}",
            GAP,
            (isolated(quantity.text), "bold"),
            GAP,
            (quantity.found_by, "dim"),
        )
        for quantity in report.quantities
    ]
    for numeral in report.numerals or ():
        if numeral.set_aside_by is not None:
            aside = f"{'set aside':<{_KIND_CELLS}}{GAP}{numeral.set_aside_by:<{_AMOUNT_CELLS}}{GAP}"
            lines.append(Text.assemble(margin, (aside, "dim"), isolated(numeral.text)))
    return lines


def write_quantity_json(reports: Iterable[QuantityReport], out: TextIO, options: WritingOptions) -> None:
    """One object, or an array of objects if there can be several."""
    write_json_objects(reports, out, options)


def write_quantity_jsonl(reports: Iterable[QuantityReport], out: TextIO, options: WritingOptions) -> None:
    """A quantity per line, its `source` first; after them the numerals, if asked for."""
    for lines in put_together(reports, _json_lines, options):
        out.writelines(lines)
        out.flush()


def _json_lines(report: QuantityReport) -> list[str]:
    source = json.dumps(report.source, ensure_ascii=False)
    records = (*report.quantities, *(report.numerals or ()))
    return [f'{{"source":{source},{record.model_dump_json()[1:]}\n' for record in records]


_COLUMNS = (
    *(
        "kind",
        "start",
        "end",
        "text",
        "number_start",
        "number_end",
        "number",
        "low",
        "high",
        "comparator",
        "unit",
    ),
    *("of", "per", "tolerance", "si_value", "si_unit", "trend", "currency_assumed", "found_by"),
)


def write_quantity_csv(reports: Iterable[QuantityReport], out: TextIO, options: WritingOptions) -> None:
    """A header row, then a quantity per row; numerals that were set aside are not written."""
    writer = csv.writer(out)
    writer.writerow(["source", *_COLUMNS])
    for rows in put_together(reports, _csv_rows, options):
        writer.writerows(rows)
        out.flush()


def _csv_rows(report: QuantityReport) -> list[list[str]]:
    from claimcheck.writing.csv_rows import as_cell  # noqa: PLC0415

    rows = []
    for quantity in report.quantities:
        fields = quantity.model_dump(mode="json")
        cells = (as_cell(fields.get(column)) for column in _COLUMNS)
        # A comparator is one of ours, so that the guard against formulas would only spoil it.
        kept = (quantity.comparator if c == "comparator" else x for c, x in zip(_COLUMNS, cells, strict=True))
        rows.append([as_cell(report.source), *kept])
    return rows


QUANTITY_WRITERS: Mapping[str, Callable[[Iterable[QuantityReport], TextIO, WritingOptions], None]] = {
    "table": write_quantity_table,
    "json": write_quantity_json,
    "jsonl": write_quantity_jsonl,
    "csv": write_quantity_csv,
}
"""Every format of `claimcheck quantities`, by its name on the command line."""
