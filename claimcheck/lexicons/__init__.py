"""Word lists that ship with claimcheck, and the one way to read them.

`shared/` holds what is the same in any language (currencies, names), `en/` what is English. A list is a
CSV file with a header row; the lists made by hand have a column `example`, and a test looks each example
up. Nothing is read on import: a list is loaded on first use and kept.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimcheck.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def load_rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Rows of the bundled list `name`, such as `en/scales.csv`, in file order.

    Every row has exactly the columns of the header; cells are stripped of outer white space. Lines that
    start with `#` are comments. Raises `LexiconError`, naming file and line, for a row that is too long
    or too short.
    """
    lines = files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()
    reader = csv.reader(line if not line.startswith("#") else "" for line in lines)
    header: list[str] | None = None
    rows = []
    for row in reader:
        if not row:
            continue
        if header is None:
            header = [cell.strip() for cell in row]
            continue
        if len(row) != len(header):
            message = f"{name}, line {reader.line_num}: {len(row)} cells where the header has {len(header)}"
            raise LexiconError(message)
        rows.append(MappingProxyType(dict(zip(header, (cell.strip() for cell in row), strict=True))))
    return tuple(rows)
