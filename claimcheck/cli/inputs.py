"""The options that say what is read and how, for every command that reads articles."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from claimcheck.article import DateOrder, DecimalMark, NumberHints, UnitSystem
from claimcheck.cli.option_groups import AUTO, OptionGroup, check_choice, completing
from claimcheck.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.errors import ReadingError
    from claimcheck.own_rules import OwnRules
    from claimcheck.reading import Input, ReadingOptions

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)


def _format_names() -> list[str]:
    from claimcheck.reading import READERS  # noqa: PLC0415 - `--help` does without the readers

    return [AUTO, *READERS]


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
_input = partial(typer.Option, rich_help_panel="Input")
_rules = partial(typer.Option, metavar="FILE", show_default=False, rich_help_panel="Rules")


@dataclass(frozen=True, slots=True)
class InputOptions(OptionGroup):
    """What is read and how, and the pipeline and the time for it."""

    input_format: Annotated[
        str,
        _input(
            "--input-format",
            metavar="NAME",
            autocompletion=completing(_format_names),
            help="The format of all inputs: text, markdown, html, pdf, docx, odt, rtf, epub, mail, json, "
            "jsonl, csv or parquet. [bold]auto[/bold] is what the extension says, or else how the input "
            "begins.",
        ),
    ] = AUTO
    glob: Annotated[
        list[str] | None,
        _input(
            metavar="PATTERN",
            help="Of a folder, take the files whose name matches, such as '*.md'; with a slash, whose path "
            "below the folder does. Can be repeated.",
            show_default=False,
        ),
    ] = None
    encoding: Annotated[
        str | None,
        _input(
            metavar="NAME",
            help="Encoding of the inputs, such as cp1252. Without it: that of the byte-order mark, the one "
            "that HTML declares, or UTF-8.",
            show_default=False,
        ),
    ] = None
    text_field: Annotated[
        list[str] | None,
        _input(
            metavar="NAME",
            help="The column that holds the article of a row; repeated, columns that hold parts of it. "
            "[dim]\\[default: text][/dim]",
            show_default=False,
        ),
    ] = None
    id_field: Annotated[
        str | None,
        _input(
            metavar="NAME",
            help="The column that holds the id of a row; without it, its number.",
            show_default=False,
        ),
    ] = None
    date_field: Annotated[
        str | None,
        _input(
            metavar="NAME",
            help="The column with the day of publication of a row, from which “last year” counts.",
            show_default=False,
        ),
    ] = None
    keep_field: Annotated[
        list[str] | None,
        _input(
            metavar="NAME",
            help="Carry this column through into the results, whatever their format; can be repeated.",
            show_default=False,
        ),
    ] = None
    date: Annotated[
        dt.datetime | None,
        _input(
            metavar="YYYY-MM-DD",
            formats=["%Y-%m-%d"],
            help="The day of publication, from which “last year” counts. Without it: the one that HTML or "
            "Markdown gives.",
            show_default=False,
        ),
    ] = None
    date_order: Annotated[
        str | None,
        _input(
            metavar="dmy|mdy|ymd",
            autocompletion=completing(lambda: get_args(DateOrder)),
            help="How 01/02/2019 is to be read. Without it such dates are left out.",
            show_default=False,
        ),
    ] = None
    language: Annotated[
        str | None,
        _input(
            metavar="TAG",
            help="The language of the inputs. Without it, it is told from each text; [bold]en[/bold] reads "
            "as English whatever it seems to be.",
            show_default=False,
        ),
    ] = None
    max_chars: Annotated[
        int | None,
        _input(
            "--max-chars",
            metavar="N",
            min=1,
            help="Do not read articles of more than N characters; each is reported.",
            show_default=False,
        ),
    ] = None
    timeout: Annotated[
        float | None,
        _input(
            "--timeout",
            metavar="SECONDS",
            min=0.001,
            help="Give up an article that takes longer, to be read or to be searched; it is reported. With "
            "--patterns it is 60, otherwise there is no limit.",
            show_default=False,
        ),
    ] = None
    currency: Annotated[
        str | None,
        _input(
            metavar="CODE",
            help="The currency of signs that several countries use, such as CAD for “$”.",
            show_default=False,
        ),
    ] = None
    decimal: Annotated[
        str | None,
        _input(
            metavar="comma|point",
            help="The decimal mark: [bold]comma[/bold] reads 1.234,5 as one thousand and so on.",
            show_default=False,
        ),
    ] = None
    unit_system: Annotated[
        str | None,
        _input(
            metavar="metric|us|imperial",
            help="Whose gallons, pints and tons are meant. Without it: those of the United States.",
            show_default=False,
        ),
    ] = None
    model: Annotated[
        str | None,
        _input(
            metavar="NAME",
            help="The spaCy pipeline: the name of an installed one, or a path.",
            show_default=False,
        ),
    ] = None

    def reading_options(self) -> ReadingOptions:
        """How inputs are read, checked before any work."""
        from claimcheck.reading import ReadingOptions  # noqa: PLC0415 - `--help` does without the readers
        from claimcheck.reading.decoding import is_text_encoding  # noqa: PLC0415

        check_choice(self.input_format, _format_names(), "--input-format")
        if self.encoding is not None and not is_text_encoding(self.encoding):
            raise typer.BadParameter(f"no encoding is called {self.encoding!r}", param_hint="--encoding")
        if self.date_order is not None:
            check_choice(self.date_order, get_args(DateOrder), "--date-order")
        if self.language is not None and not _LANGUAGE_TAG.fullmatch(self.language):
            raise typer.BadParameter(
                f"{self.language!r} is not a language tag such as en", param_hint="--language"
            )
        names = self.text_field or ["text"]
        return ReadingOptions(
            encoding=self.encoding,
            format_name=None if self.input_format == AUTO else self.input_format,
            text_field=tuple(names) if len(names) > 1 else names[0],
            id_field=self.id_field,
            date_field=self.date_field,
            keep_fields=tuple(self.keep_field or ()),
            published=None if self.date is None else self.date.date(),
            date_order=cast("DateOrder | None", self.date_order),
            language=self.language,
            max_chars=self.max_chars,
            hints=self._number_hints(),
        )

    def _number_hints(self) -> NumberHints:
        """What the user knows of the numbers."""
        from claimcheck.lexicons.quantities import load_currency_codes  # noqa: PLC0415 - `--help` does without it

        code = None if self.currency is None else self.currency.upper()
        if code is not None and code not in load_currency_codes():
            raise typer.BadParameter(f"no currency has the code {self.currency!r}", param_hint="--currency")
        if self.decimal is not None:
            check_choice(self.decimal, get_args(DecimalMark), "--decimal")
        if self.unit_system is not None:
            check_choice(self.unit_system, get_args(UnitSystem), "--unit-system")
        return NumberHints(
            currency=code,
            decimal=cast("DecimalMark | None", self.decimal),
            unit_system=cast("UnitSystem | None", self.unit_system),
        )


@dataclass(frozen=True, slots=True)
class RuleOptions(OptionGroup):
    """Words, patterns and constructions of the user's own, and rules to do without."""

    lexicon: Annotated[
        list[Path] | None,
        _rules(
            help="Words of one's own, in the form of the bundled lists: a .toml, or a .csv named for its "
            "list, such as units.csv. Can be repeated.",
        ),
    ] = None
    patterns: Annotated[
        list[Path] | None,
        _rules(
            help="Patterns for names of one's own: JSON Lines as for spaCy's span ruler. Can be repeated.",
        ),
    ] = None
    constructions: Annotated[
        list[Path] | None,
        _rules(
            help="Ways of saying relations of one's own, in the form of the bundled constructions: TOML. Can "
            "be repeated.",
        ),
    ] = None
    without: Annotated[
        list[str] | None,
        _rules(
            metavar="RULE",
            help="Do without this rule, named as [bold]found_by[/bold] names it; [bold]count[/bold] or "
            "[bold]date/year[/bold] stands for all below it. Can be repeated.",
        ),
    ] = None

    @property
    def files(self) -> list[Path]:
        """The files that are read besides the inputs, which no result may replace."""
        return [*(self.lexicon or ()), *(self.patterns or ()), *(self.constructions or ())]

    def load(self) -> OwnRules:
        """The rules, checked before any work."""
        from claimcheck.own_rules import load_own_rules  # noqa: PLC0415 - `--help` does without them

        without = self.without or ()
        _check_rules(without)
        lexicons, patterns, constructions = self.lexicon or (), self.patterns or (), self.constructions or ()
        with _blaming("--lexicon"):
            words = load_own_rules(lexicons=lexicons)
        with _blaming("--patterns"):
            names = load_own_rules(patterns=patterns).patterns
        with _blaming("--constructions"):
            everything = load_own_rules(lexicons=lexicons, patterns=patterns, constructions=constructions)
        return replace(
            words, patterns=names, constructions=everything.constructions, without=frozenset(without)
        )


@contextmanager
def _blaming(option: str) -> Iterator[None]:
    """Name the option whose file breaks its form."""
    try:
        yield
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def _check_rules(names: Sequence[str]) -> None:
    """Whether each name begins with a kind of claim, or with `any` for checks of every kind."""
    if not names:
        return
    from claimcheck.writing.kinds_table import kinds  # noqa: PLC0415 - `--help` does without it

    known = {*kinds(), "any"}
    for name in names:
        if name.partition("/")[0] not in known:
            raise typer.BadParameter(f"{name!r} begins with no kind of claim", param_hint="--without")


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
