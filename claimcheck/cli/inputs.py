"""The options that say what is read and how, for every command that reads articles."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from claimcheck.article import DateOrder, DecimalMark, NumberHints, UnitSystem
from claimcheck.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.errors import ReadingError
    from claimcheck.own_rules import OwnRules
    from claimcheck.reading import Input, ReadingOptions

AUTO = "auto"

_PANEL = "Input"
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)


def _complete_format(incomplete: str) -> list[str]:
    return [name for name in _format_names() if name.startswith(incomplete)]


def _complete_date_order(incomplete: str) -> list[str]:
    return [order for order in get_args(DateOrder) if order.startswith(incomplete)]


InputsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Text, Markdown, HTML, PDF, DOCX, ODT, RTF, EPUB, mail, JSON, JSON Lines, CSV or Parquet files; "
        "folders, which stand for all such files below them, save JSON; [bold]-[/bold] for standard input, "
        "which is also read if no INPUT is given and it is a pipe.",
        show_default=False,
    ),
]
InputFormatOption = Annotated[
    str,
    typer.Option(
        "--input-format",
        metavar="NAME",
        autocompletion=_complete_format,
        help="The format of all inputs: text, markdown, html, pdf, docx, odt, rtf, epub, mail, json, jsonl, "
        "csv or parquet. [bold]auto[/bold] is what the extension says, or else how the input begins.",
        rich_help_panel=_PANEL,
    ),
]
GlobOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PATTERN",
        help="Of a folder, take the files whose name matches, such as '*.md'; with a slash, whose path below "
        "the folder does. Can be repeated.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Encoding of the inputs, such as cp1252. Without it: that of the byte-order mark, the one that "
        "HTML declares, or UTF-8.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
TextFieldOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        help="The column that holds the article of a row; repeated, columns that hold parts of it. "
        "[dim]\\[default: text][/dim]",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
DateFieldOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The column with the day of publication of a row, from which “last year” counts.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
IdFieldOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The column that holds the id of a row; without it, its number.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
KeepFieldOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        help="Carry this column through into the results, whatever their format; can be repeated.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
DateOption = Annotated[
    dt.datetime | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        formats=["%Y-%m-%d"],
        help="The day of publication, from which “last year” counts. Without it: the one that HTML or "
        "Markdown gives.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
DateOrderOption = Annotated[
    str | None,
    typer.Option(
        metavar="dmy|mdy|ymd",
        autocompletion=_complete_date_order,
        help="How 01/02/2019 is to be read. Without it such dates are left out.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
CurrencyOption = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        help="The currency of signs that several countries use, such as CAD for “$”.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
DecimalOption = Annotated[
    str | None,
    typer.Option(
        metavar="comma|point",
        help="The decimal mark: [bold]comma[/bold] reads 1.234,5 as one thousand and so on.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
UnitSystemOption = Annotated[
    str | None,
    typer.Option(
        metavar="metric|us|imperial",
        help="Whose gallons, pints and tons are meant. Without it: those of the United States.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        metavar="TAG",
        help="The language of the inputs. Without it, it is told from each text; [bold]en[/bold] reads as "
        "English whatever it seems to be.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]


MaxCharsOption = Annotated[
    int | None,
    typer.Option(
        "--max-chars",
        metavar="N",
        min=1,
        help="Do not read articles of more than N characters; each is reported.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
LexiconOption = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Words of one's own, in the form of the bundled lists: a .toml, or a .csv named for its list, "
        "such as units.csv. Can be repeated.",
        show_default=False,
        rich_help_panel="Rules",
    ),
]
PatternsOption = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Patterns for names of one's own: JSON Lines as for spaCy's span ruler. Can be repeated.",
        show_default=False,
        rich_help_panel="Rules",
    ),
]


WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help="Do without this rule, named as [bold]found_by[/bold] names it; [bold]count[/bold] or "
        "[bold]date/year[/bold] stands for all below it. Can be repeated.",
        show_default=False,
        rich_help_panel="Rules",
    ),
]


ConstructionsOption = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Ways of saying relations of one's own, in the form of the bundled constructions: TOML. Can be "
        "repeated.",
        show_default=False,
        rich_help_panel="Rules",
    ),
]


def read_own_rules(
    lexicons: Sequence[Path] | None,
    patterns: Sequence[Path] | None,
    constructions: Sequence[Path] | None = None,
    without: Sequence[str] | None = None,
) -> OwnRules:
    """The user's words, patterns, constructions and rules to do without, checked before any work."""
    from claimcheck.own_rules import load_own_rules  # noqa: PLC0415 - `--help` does without them

    _check_rules(without or ())
    try:
        words = load_own_rules(lexicons=lexicons or ())
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint="--lexicon") from error
    try:
        words = replace(words, patterns=load_own_rules(patterns=patterns or ()).patterns)
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint="--patterns") from error
    try:
        found = load_own_rules(
            lexicons=lexicons or (), patterns=patterns or (), constructions=constructions or ()
        ).constructions
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint="--constructions") from error
    return replace(words, constructions=found, without=frozenset(without or ()))


def _check_rules(names: Sequence[str]) -> None:
    """Whether each name begins with a kind of claim, or with `any` for checks of every kind."""
    if not names:
        return
    from claimcheck.writing.kinds_table import kinds  # noqa: PLC0415 - `--help` does without it

    known = {*kinds(), "any"}
    for name in names:
        if name.partition("/")[0] not in known:
            raise typer.BadParameter(f"{name!r} begins with no kind of claim", param_hint="--without")


def make_reading_options(
    *,
    input_format: str = AUTO,
    encoding: str | None = None,
    text_field: Sequence[str] | None = None,
    id_field: str | None = None,
    date_field: str | None = None,
    keep_field: Sequence[str] | None = None,
    date: dt.datetime | None = None,
    date_order: str | None = None,
    language: str | None = None,
    max_chars: int | None = None,
    currency: str | None = None,
    decimal: str | None = None,
    unit_system: str | None = None,
) -> ReadingOptions:
    """What the user said, checked before any work."""
    from claimcheck.reading import ReadingOptions  # noqa: PLC0415 - `--help` does without the readers
    from claimcheck.reading.decoding import is_text_encoding  # noqa: PLC0415

    if input_format not in _format_names():
        raise typer.BadParameter(
            f"{input_format!r} is not one of {', '.join(_format_names())}", param_hint="--input-format"
        )
    if encoding is not None and not is_text_encoding(encoding):
        raise typer.BadParameter(f"no encoding is called {encoding!r}", param_hint="--encoding")
    if date_order is not None and date_order not in get_args(DateOrder):
        raise typer.BadParameter(
            f"{date_order!r} is not one of {', '.join(get_args(DateOrder))}", param_hint="--date-order"
        )
    if language is not None and not _LANGUAGE_TAG.fullmatch(language):
        raise typer.BadParameter(f"{language!r} is not a language tag such as en", param_hint="--language")
    return ReadingOptions(
        encoding=encoding,
        format_name=None if input_format == AUTO else input_format,
        text_field=tuple(text_field) if text_field and len(text_field) > 1 else (text_field or ["text"])[0],
        id_field=id_field,
        date_field=date_field,
        keep_fields=tuple(keep_field or ()),
        published=None if date is None else date.date(),
        date_order=cast("DateOrder | None", date_order),
        language=language,
        max_chars=max_chars,
        hints=make_hints(currency=currency, decimal=decimal, unit_system=unit_system),
    )


def make_hints(
    *, currency: str | None = None, decimal: str | None = None, unit_system: str | None = None
) -> NumberHints:
    """What the user knows of the numbers, checked before any work."""
    from claimcheck.lexicons.quantities import load_currency_codes  # noqa: PLC0415 - `--help` does without it

    code = None if currency is None else currency.upper()
    if code is not None and code not in load_currency_codes():
        raise typer.BadParameter(f"no currency has the code {currency!r}", param_hint="--currency")
    for value, known, name in (
        (decimal, get_args(DecimalMark), "--decimal"),
        (unit_system, get_args(UnitSystem), "--unit-system"),
    ):
        if value is not None and value not in known:
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(known)}", param_hint=name)
    return NumberHints(
        currency=code,
        decimal=cast("DecimalMark | None", decimal),
        unit_system=cast("UnitSystem | None", unit_system),
    )


def find_all(
    arguments: Sequence[str] | None,
    patterns: Sequence[str] | None,
    options: ReadingOptions,
    on_error: Callable[[ReadingError], None],
    *,
    on_skipped: Callable[[str, Sequence[tuple[str, str]]], None] | None = None,
) -> tuple[list[Input], bool]:
    """The inputs that the arguments stand for, and whether they can give more than one article.

    Args:
        arguments: of the command line; without any, standard input is read if it is a pipe.
        patterns: of `--glob`.
        options: how inputs are read.
        on_error: called with what keeps a folder from being searched.
        on_skipped: called for each folder with the files in it that are not read, and why.
    """
    from claimcheck.reading import find_inputs, find_reader, known_suffixes  # noqa: PLC0415

    given = arguments or _standard_input_if_piped()
    suffixes = known_suffixes(options.format_name)
    found = [
        item
        for argument in given
        for item in find_inputs(argument, suffixes, on_error, patterns or (), on_skipped)
    ]
    several = (
        len(given) > 1
        or any(os.path.isdir(argument) for argument in given)  # noqa: PTH112 - the path is kept as it was given
        or any(find_reader(item, options).has_rows for item in found)
    )
    return found, several


def _standard_input_if_piped() -> list[str]:
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter("give a file, a folder, or - for standard input", param_hint="INPUT")
    return ["-"]


def _format_names() -> list[str]:
    from claimcheck.reading import READERS  # noqa: PLC0415 - `--help` does without the readers

    return [AUTO, *READERS]
