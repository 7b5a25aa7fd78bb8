"""Predictions of claimcheck's number layer for the quantity suites, in the form their scorer reads.

    python benchmarks/quantities.py INPUT.jsonl[.gz] ... --output PREDICTIONS.jsonl

Input: one JSON object a line with `id` and `text` (and `scope`, the kinds the suite annotates). Output: one
line a text with `predictions`: `start`, `end`, `kind`, `value` and `unit`.

What claimcheck records is put in the suites' terms, for every text alike; README.md lists the differences
of convention that this evens out.
"""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from records import predictions_parser, read_records, write_predictions  # a script beside this one

from claimcheck.quantities.counted_nouns import find_counted_noun, find_of_phrase
from claimcheck.quantities.finding import NumeralAccount, Quantity, explain_numerals, find_quantities
from claimcheck.quantities.numbers import lower_evenly

if TYPE_CHECKING:
    from collections.abc import Iterator

Prediction = dict[str, Any]


def predict(record: dict[str, Any]) -> list[Prediction]:
    """Predictions for one text."""
    text = record["text"]
    scope = record.get("scope")
    predictions = [to_prediction(quantity, scope) for quantity in find_quantities(text)]
    for account in explain_numerals(text):
        predictions += to_predictions(text, account)
    return predictions


def to_prediction(quantity: Quantity, scope: list[str] | None) -> Prediction:
    """One quantity in the suites' terms."""
    start, end = quantity.start, quantity.end
    if quantity.of_start is not None and quantity.of_end == quantity.end and quantity.kind != "count":
        end = max(quantity.number_end, min(quantity.end, quantity.of_start))
    return {
        "start": start,
        "end": end,
        "kind": kind_of(quantity),
        "value": value_of(quantity),
        "unit": unit_of(quantity, scope),
    }


def kind_of(quantity: Quantity) -> str:
    """The kind's name there; a fraction of a whole is a number, degrees of an angle are no temperature."""
    if quantity.is_fraction:
        return "number"
    return "angle" if quantity.quality == "angle" else quantity.kind


def value_of(quantity: Quantity) -> float | list[float] | None:
    """The number as written: fractions and cents stay; "dozens" is 12, "millions" 1 to 10 million."""
    if quantity.low is not None and quantity.high is not None:
        bounds = [quantity.low, quantity.high]
        if quantity.kind == "money" and quantity.number is None and quantity.currency_name in MINOR_UNITS:
            bounds = [bound / MINOR_UNITS[quantity.currency_name] for bound in bounds]
        return [plain(bound) for bound in bounds]
    if quantity.raw is None:
        return None
    if quantity.is_indefinite:
        if quantity.raw == 24:
            return 12
        return [plain(quantity.raw), plain(quantity.raw * 10)]
    return plain(quantity.raw)


MINOR_UNITS = {
    name: Decimal("0.01")
    for name in ("cent", "penny", "sen", "paisa", "kopeck", "kopiyka", "fen", "euro cent")
}


def plain(number: Decimal) -> float | int:
    """A number as JSON has it."""
    return int(number) if number == number.to_integral_value() and abs(number) < 10**15 else float(number)


def unit_of(quantity: Quantity, scope: list[str] | None) -> str | None:
    """The unit's English name, with what it is paid or measured per; a compound unit as it is written."""
    unit: str | None
    if quantity.is_fraction:
        return f"% {quantity.of}" if quantity.of else None  # CQE writes "% population"
    if quantity.kind == "money":
        unit = quantity.currency_name
        if quantity.unit_text is not None and quantity.unit_text.upper() == quantity.unit:
            unit = quantity.unit
    elif quantity.kind == "count":
        unit = quantity.of
        if unit in ("times", "time"):
            unit = "count"
    elif quantity.kind == "measure":
        unit = measure_unit(quantity)
    elif quantity.kind == "percent":
        unit = (quantity.unit or "percent").replace("_", " ")
    else:
        unit = None
    # suites of a single kind annotate "$ 2 per share" as dollars
    if unit == "percent" and quantity.unit_text and quantity.unit_text.startswith(("wt", "vol")):
        return quantity.unit_text
    if unit and quantity.per and (scope is None or len(scope) > 1):
        unit = f"{unit} per {quantity.per.replace('_', ' ')}"
    return unit


def measure_unit(quantity: Quantity) -> str:
    """Name of a unit; products and unusual symbols as the text writes them, as the suites do."""
    written, name = quantity.unit_text or "", quantity.unit or ""
    if is_symbolic(quantity) or (re.search(r"[A-ZΩμµÅ°Å]", written.replace(" ", "")) and len(written) < 5):
        return written
    # torque and charge are products of two units
    return (
        re.sub(r"_(hour|foot|meter)$", r"-\1", name).replace("_", " ")
        if not name.startswith(("square", "cubic")) and "_per_" not in name
        else name.replace("_", " ")
    )


def is_symbolic(quantity: Quantity) -> bool:
    """Whether the unit is a product of symbols, which the suites spell as the text does."""
    name = quantity.unit or ""
    return (
        ("_per_" in name or name.startswith(("per_", "square_", "cubic_")) or "_to_the_" in name)
        and not any(
            part in (quantity.unit_text or "")
            for part in (" per ", "square", "cubic", "sq", "mph", "mpg", "rpm", "bpm")
        )
        and quantity.found_by != "age"
    )


def to_predictions(text: str, account: NumeralAccount) -> Iterator[Prediction]:
    """What claimcheck sets aside and the suites do not.

    "one of the largest cities" is a count of 1 in NewsQuant; an IP address is four numbers in NumberModel.
    """
    if account.set_aside_by == "ip-address":
        start = account.start
        for part in account.text.split("."):
            yield {
                "start": start,
                "end": start + len(part),
                "kind": "number",
                "value": int(part),
                "unit": None,
            }
            start += len(part) + 1
    if account.set_aside_by != "one-of":
        return
    low = lower_evenly(text)
    noun = find_of_phrase(text, low, account.end) or find_counted_noun(text, low, account.end)
    unit = None if noun is None else text[noun.start : noun.end]
    yield {"start": account.start, "end": account.end, "kind": "count", "value": 1, "unit": unit}


def main(argv: list[str] | None = None) -> int:
    """Write the predictions; returns the exit status."""
    options = predictions_parser(__doc__).parse_args(argv)
    records = read_records(*options.inputs)
    predictions = ({"id": record["id"], "predictions": predict(record)} for record in records)
    write_predictions(options.output, predictions)
    return 0


if __name__ == "__main__":
    sys.exit(main())
