"""Fill the generated columns of `claimcheck/lexicons/en/units.csv` from pint.

The columns `name`, `words`, `symbols`, `quality`, `article`, `example` and `pint` are made by hand;
`si_factor`, `si_offset` and `si_unit` say what pint makes of the unit in SI base units:
SI value = value * si_factor + si_offset. They stay empty where `pint` is empty.

    python lexicon_sources/generate_units.py
"""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pint

UNITS = Path(__file__).parent.parent / "claimcheck" / "lexicons" / "en" / "units.csv"


def convert_to_si(registry: pint.UnitRegistry[Decimal], unit: str) -> tuple[str, str, str]:
    """Factor, offset and base unit of a pint unit expression, as the strings of the lexicon.

    The base unit is written as a product of powers: `kilogram*meter^2/second^2`.
    """
    at_zero = registry.Quantity(Decimal(0), unit).to_base_units()
    at_one = registry.Quantity(Decimal(1), unit).to_base_units()
    over, under = [], []
    for name, power in sorted(at_one.unit_items()):
        exponent = abs(int(power))
        (over if power > 0 else under).append(name if exponent == 1 else f"{name}^{exponent}")
    offset = Decimal(at_zero.magnitude)
    factor = Decimal(at_one.magnitude) - offset
    base = "/".join(["*".join(over) or "1", *under])
    return plain(factor), plain(offset) if offset else "", base


def plain(number: Decimal) -> str:
    """A decimal to 16 significant digits, without trailing zeros."""
    return str(Decimal(f"{number:.16g}").normalize())


def generate(source: str) -> str:
    """The text of `units.csv` with its generated columns filled."""
    # count: pint has it as dimensionless; rates of events keep 1/second
    registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(
        non_int_type=Decimal, autoconvert_offset_to_baseunit=True
    )
    reader = csv.DictReader(io.StringIO(source))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(reader.fieldnames or ()), lineterminator="\n")
    writer.writeheader()
    for row in reader:
        if row["pint"]:
            row["si_factor"], row["si_offset"], row["si_unit"] = convert_to_si(registry, row["pint"])
        writer.writerow(row)
    return out.getvalue()


if __name__ == "__main__":
    UNITS.write_text(generate(UNITS.read_text(encoding="utf-8")), encoding="utf-8")
