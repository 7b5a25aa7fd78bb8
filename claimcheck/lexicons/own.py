"""Word lists of the user's own, in the form of the bundled ones, added to them.

A TOML file holds rows of any of the lists in `OWN_LISTS`:

    [[organizations]]
    name = "Halden Software"
    aliases = ["Halden"]

    [[units]]
    name = "story_point"
    words = ["story point", "story points"]

    [[reporting_verbs]]
    cue = "flag/flags/flagged/flagging"
    class = "say"

A CSV file holds rows of one list, the one it is named for (`organizations.csv`), below a header with the
columns of the bundled list, or with those of them that are wanted.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from claimcheck.errors import LexiconError, described, reason
from claimcheck.lexicons import rows_of_csv

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

Row = dict[str, str]

_SAFETY = ("safe", "capital", "context")
_REPORT_CLASSES = ("say", "utter", "think", "find", "know", "describe", "according")
_UNIT_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_CUE = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*(?:[/ ][^\W\d_]+(?:[-'’][^\W\d_]+)*)*")


@dataclass(frozen=True, slots=True)
class OwnList:
    """A bundled list that can be added to.

    Attributes:
        file: its name, as for `load_rows`.
        columns: those of the bundled list, in their order, with what stands where a row gives nothing.
        key: the column that must be given.
        separators: of the columns that hold several forms.
        check: what is wrong with a row, or None.
    """

    file: str
    columns: Mapping[str, str]
    key: str
    separators: Mapping[str, str]
    check: Callable[[Row], str | None]


def _check_name(row: Row) -> str | None:
    if row["safety"] not in _SAFETY:
        return f"safety is {row['safety']!r}, not one of {', '.join(_SAFETY)}"
    return None


def _check_unit(row: Row) -> str | None:
    if not _UNIT_NAME.fullmatch(row["name"]):
        return f"{row['name']!r} is no name of a unit such as story_point"
    if not row["words"] and not row["symbols"]:
        return "a unit needs words or symbols"
    for column in ("si_factor", "si_offset"):
        try:
            if row[column] and not Decimal(row[column]).is_finite():
                return f"{column} is {row[column]!r}, not a number"
        except InvalidOperation:
            return f"{column} is {row[column]!r}, not a number"
    if bool(row["si_factor"]) != bool(row["si_unit"]):
        return "si_factor and si_unit go together"
    if row["article"] not in ("", "y", "of"):
        return f"article is {row['article']!r}, not y, of or empty"
    return None


def _check_verb(row: Row) -> str | None:
    if not _CUE.fullmatch(row["cue"]) or row["cue"] != row["cue"].lower():
        return f"{row['cue']!r} is no cue such as flag/flags/flagged/flagging"
    if row["class"] not in _REPORT_CLASSES:
        return f"class is {row['class']!r}, not one of {', '.join(_REPORT_CLASSES)}"
    if row["infinitive"] not in ("yes", "no"):
        return f"infinitive is {row['infinitive']!r}, not yes or no"
    return None


def _names(file: str, kind: str, **more: str) -> OwnList:
    forms = ("aliases", "capital_aliases", "context_aliases")
    columns = {"name": "", **dict.fromkeys(forms, ""), "type": kind, "safety": "safe", **more, "example": ""}
    return OwnList(f"shared/{file}.csv", columns, "name", dict.fromkeys((*forms, *more), "|"), _check_name)


OWN_LISTS: Mapping[str, OwnList] = {
    "organizations": _names("organizations", "company"),
    "products": _names("products", "software"),
    "places": _names("places", "city", demonyms=""),
    "programming_languages": _names("programming_languages", "programming"),
    "natural_languages": _names("natural_languages", ""),
    "units": OwnList(
        "en/units.csv",
        {
            **dict.fromkeys(("name", "words", "symbols"), ""),
            "quality": "own",
            **dict.fromkeys(("article", "example", "pint", "si_factor", "si_offset", "si_unit"), ""),
        },
        "name",
        {"words": ";", "symbols": ";"},
        _check_unit,
    ),
    "reporting_verbs": OwnList(
        "en/reporting_verbs.csv",
        {"cue": "", "class": "say", "infinitive": "no", "example": ""},
        "cue",
        {},
        _check_verb,
    ),
}
"""The lists by the name of their table in TOML, which is also that of their CSV file."""


MAX_FILE_BYTES = 100_000_000
"""Ten times all bundled lists; a device has no end."""


def read_own_file(path: Path) -> str:
    """The text of a file of rules.

    Raises:
        LexiconError: it cannot be read, is not UTF-8, or is beyond `MAX_FILE_BYTES`.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise LexiconError(f"{path}: {reason(error)}") from error
    if len(data) > MAX_FILE_BYTES:
        raise LexiconError(f"{path}: longer than {MAX_FILE_BYTES:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise LexiconError(f"{path}, line {line}: not UTF-8") from error


def read_lexicon(path: Path) -> Iterator[tuple[str, Row]]:
    """The rows of a file, complete and checked, each with the name of the bundled file it belongs to.

    Raises:
        LexiconError: the file cannot be read or breaks the form; the message names the file and the line.
    """
    text = read_own_file(path)
    if path.suffix.lower() == ".toml":
        found = _read_toml(path, text)
    elif path.suffix.lower() == ".csv":
        found = _read_csv(path, text)
    else:
        raise LexiconError(f"{path}: a word list is a .toml or a .csv file")
    for line, name, given in found:
        try:
            yield OWN_LISTS[name].file, _complete(OWN_LISTS[name], given)
        except LexiconError as error:
            raise LexiconError(f"{path}, line {line}: {error}") from None


def _read_toml(path: Path, text: str) -> Iterator[tuple[int, str, Mapping[str, Any]]]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = re.sub(r" \(at line (\d+), column \d+\)", "", str(error))
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        raise LexiconError(f"{path}, line {line}: {said[:1].lower()}{said[1:]}") from error
    except (RecursionError, ValueError) as error:  # nested without end, a number of 4,300 digits
        raise LexiconError(f"{path}: not TOML that can be read: {described(error)}") from error
    headers: dict[str, list[int]] = {}
    for number, content in enumerate(text.split("\n"), start=1):
        header = re.match(r"\s*\[\[?\s*[\"']?([\w-]+)|([\w-]+)\s*=", content)
        if header:
            headers.setdefault(header[1] or header[2], []).append(number)
    for name, rows in tables.items():
        lines = headers.get(name, [1])
        if name not in OWN_LISTS:
            raise LexiconError(f"{path}, line {lines[0]}: {name!r} is not one of {', '.join(OWN_LISTS)}")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise LexiconError(f"{path}, line {lines[0]}: write each row below [[{name}]]")
        for index, row in enumerate(rows):
            yield lines[min(index, len(lines) - 1)], name, row


def _read_csv(path: Path, text: str) -> Iterator[tuple[int, str, Mapping[str, Any]]]:
    name = path.stem.lower()
    if name not in OWN_LISTS:
        raise LexiconError(
            f"{path}: a CSV is named for its list: {', '.join(f'{known}.csv' for known in OWN_LISTS)}"
        )
    for line, row in rows_of_csv(text, str(path)):
        yield line, name, row


def _complete(own: OwnList, given: Mapping[str, Any]) -> Row:
    """The row with every column, forms joined as in the bundled list. Raises `LexiconError`, placeless."""
    row = dict(own.columns)
    for column, content in given.items():
        if column not in row:
            raise LexiconError(f"{column!r} is not one of {', '.join(row)}")
        separator = own.separators.get(column)
        if separator is not None and isinstance(content, list):
            if not all(isinstance(form, str) and separator not in form for form in content):
                raise LexiconError(f"{column} holds what is no text without {separator!r}")
            content = separator.join(form.strip() for form in content)  # noqa: PLW2901 - the same, as in a CSV
        if isinstance(content, bool) or not isinstance(content, str | int | float):
            raise LexiconError(f"{column} is not text")
        row[column] = str(content).strip() or row[column]
        if re.search(r"[\t\r\n\0]", row[column]):
            raise LexiconError(f"{column} holds a line end or a tab")
    if not row[own.key]:
        raise LexiconError(f"{own.key} is missing")
    wrong = own.check(row)
    if wrong is not None:
        raise LexiconError(wrong)
    return row
