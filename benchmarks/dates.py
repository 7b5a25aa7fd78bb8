"""Predictions of `claimcheck.dates.finding` for a benchmark of date expressions.

    python benchmarks/dates.py INPUT.jsonl ... --output PREDICTIONS.jsonl

Each input line is an object with `id`, `text` and, where relative dates are to be resolved, `reference` (an
ISO date or moment); each output line has the `id` and `predictions`, objects with `start`, `end`, `kind` and
`value`. Dates in figures are read month first.

The benchmark writes a date as one ISO string, but a span, a decade, a century and a quarter as its first
day and an end: the first day of the last date named ("from 2014 to 2018" ends on 2018-01-01), or the first
day after the whole ("the 1990s" end on 2000-01-01). Durations counted from the reference day end after as
many days ("the next 3 days" end on the fourth); "two years ago" is the very day. Claimcheck's spans name
both ends, included, so they are translated here.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from typing import TYPE_CHECKING

from records import predictions_parser, read_records  # a script beside this one

from claimcheck.dates.finding import DateExpression, find_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.dates.calendar_points import CalendarPoint

_ENDS_AFTER = ("quarter", "decade", "century", "season")
# Their last day is itself the end in the benchmark.
_CLOSED_RULES = ("within",)


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _end_of_bound(point: CalendarPoint) -> str | None:
    """The end of a span whose last date is `point`: its first day; for "the end of 2008" the day after it."""
    return _iso(point.day_after() if point.mod == "END" else point.first_day())


def benchmark_value(date: DateExpression) -> str | list[str | None]:
    """The value of a date in the benchmark's form."""
    if date.bounds is not None and date.last is not None:
        return [_iso(date.first.first_day()), _end_of_bound(date.last)]
    if date.last is not None:
        closed = date.found_by in _CLOSED_RULES
        return [
            _iso(date.first.first_day()),
            _iso(date.last.first_day() if closed else date.last.day_after()),
        ]
    if date.counted_day is not None:
        return date.counted_day.isoformat()
    if date.first.kind in _ENDS_AFTER:
        return [_iso(date.first.first_day()), _iso(date.first.day_after())]
    return date.timex


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the predictions; returns the exit status."""
    options = predictions_parser(__doc__).parse_args(arguments)
    seconds, words = 0.0, 0
    with options.output.open("w", encoding="utf-8") as output:
        for path in options.inputs:
            for record in read_records(path):
                reference = record.get("reference")
                day = dt.datetime.fromisoformat(reference).date() if reference else None
                began = time.perf_counter()
                dates = find_dates(record["text"], reference=day, date_order="mdy")
                seconds += time.perf_counter() - began
                words += len(record["text"].split())
                predictions = [
                    {"start": date.start, "end": date.end, "kind": "date", "value": benchmark_value(date)}
                    for date in dates
                ]
                output.write(json.dumps({"id": record["id"], "predictions": predictions}) + "\n")
    print(f"{words} words in {seconds:.2f} s, {words / max(seconds, 1e-9):,.0f} words/s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
