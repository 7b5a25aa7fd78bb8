"""Word lists that ship with claimcheck, and the one way to read them.

`shared/` holds what is the same in any language (currencies, names), `en/` what is English. A list is a
CSV file with a header row; the lists made by hand have a column `example`, and a test looks each example
up. Nothing is read on import: a list is loaded on first use and kept.

Rows of the user's own (`own`) stand behind the bundled ones.
"""

from __future__ import annotations

import csv
import sys
from functools import cache
from importlib.resources import files
from itertools import chain
from operator import itemgetter
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
    return (*rows, *own_rows(name))


@cache
def load_pairs(name: str, key: str, value: str) -> Mapping[str, str]:
    """Two columns of the bundled list `name` as a mapping; for long lists, in a tenth of the time."""
    lines = files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()
    reader = csv.reader(line for line in lines if not line.startswith("#"))
    columns = itemgetter(*map(next(reader).index, (key, value)))
    own = ((row[key], row[value]) for row in own_rows(name))
    return MappingProxyType(dict(chain(map(columns, reader), own)))


_own: dict[str, tuple[Mapping[str, str], ...]] = {}


def own_rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows that the user added to the list `name`, with its columns in their order."""
    return _own.get(name, ())


def set_own_rows(rows: Mapping[str, tuple[Mapping[str, str], ...]]) -> None:
    """Put these rows, by list, in the place of those that were added before, in the whole process.

    Whatever was loaded from the lists is forgotten, so that it is loaded anew.
    """
    if dict(rows) == _own:
        return
    _own.clear()
    _own.update(rows)
    for module_name, module in list(sys.modules.items()):
        if module_name.startswith("claimcheck.") and module is not None:
            for member in list(vars(module).values()):
                # `functools.cache` has no public type. Pipelines hold no rows, and take long to load.
                if type(member) is type(load_rows) and member.__name__ != "_load":
                    member.cache_clear()
