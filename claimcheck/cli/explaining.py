"""`claimcheck explain`: what every rule proposed, and what became of it."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.extracting import ModelOption  # noqa: TC001 - Typer reads the annotations
from claimcheck.cli.inputs import (
    AUTO,
    EncodingOption,
    GlobOption,
    IdFieldOption,
    InputFormatOption,
    InputsArgument,
    LanguageOption,
    TextFieldOption,
    find_all,
    make_reading_options,
)
from claimcheck.cli.outputs import KindOption, check_kinds
from claimcheck.cli.terminal import Messages, ending_quietly, is_terminal, layout, standard_output
from claimcheck.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.explanation import Explanation
    from claimcheck.reading import Input, ReadingOptions

FORMATS = ("table", "json", "jsonl")


def explain(
    inputs: InputsArgument = None,
    input_format: InputFormatOption = AUTO,
    glob: GlobOption = None,
    encoding: EncodingOption = None,
    text_field: TextFieldOption = "text",
    id_field: IdFieldOption = None,
    language: LanguageOption = None,
    model: ModelOption = None,
    kind: KindOption = None,
    output_format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join((AUTO, *FORMATS)),
            help="[bold]auto[/bold] is a table on a terminal, and JSON elsewhere.",
            rich_help_panel="Output",
        ),
    ] = AUTO,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE, which is replaced only when all is done.",
            show_default=False,
            rich_help_panel="Output",
        ),
    ] = None,
) -> None:
    """Account for articles: what every rule proposed as a claim, and which check refused what.

    Each sentence with the candidates in it: their words, the rule that proposed them, and the claim that they
    became or the check that refused them with the words that it went by. Numerals that are no quantities
    are accounted for too. Exit code 0; 1 if an input failed (the others are processed); 2 for wrong usage.

    [bold]Examples[/bold]

    claimcheck explain article.txt

    claimcheck explain article.txt --kind organization
    """
    if output_format not in (AUTO, *FORMATS):
        raise typer.BadParameter(
            f"{output_format!r} is not one of {', '.join((AUTO, *FORMATS))}", param_hint="--format"
        )
    if output is not None and not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {output.parent}", param_hint="--output")
    options = make_reading_options(
        input_format=input_format,
        encoding=encoding,
        text_field=text_field,
        id_field=id_field,
        language=language,
    )
    kinds = check_kinds(kind)
    with ending_quietly():
        messages = Messages(quiet=True)
        found, several = find_all(inputs, glob, options, messages.fail)
        name = output_format
        if name == AUTO:
            name = "table" if output is None and is_terminal(sys.stdout) else "json"
        _write(_explanations(found, options, messages, model, kinds), name, output, several=several)
        raise typer.Exit(messages.exit_code)


def _explanations(
    found: Sequence[Input],
    options: ReadingOptions,
    messages: Messages,
    model: str | None,
    kinds: frozenset[str],
) -> Iterator[Explanation]:
    from claimcheck.explanation import only_kinds  # noqa: PLC0415 - `--help` does without the pipeline
    from claimcheck.pipeline import explain_article  # noqa: PLC0415
    from claimcheck.reading import read_articles  # noqa: PLC0415
    from claimcheck.tagging.pipelines import load_pipeline  # noqa: PLC0415

    for source in found:
        try:
            for article in read_articles(source, options):
                explanation = explain_article(article, load_pipeline(model))
                yield only_kinds(explanation, kinds) if kinds else explanation
        except ReadingError as error:
            messages.fail(error)


def _write(explanations: Iterator[Explanation], name: str, output: Path | None, *, several: bool) -> None:
    from claimcheck.writing.explanation_formats import EXPLANATION_WRITERS  # noqa: PLC0415
    from claimcheck.writing.files import open_output  # noqa: PLC0415

    first = next(explanations, None)
    if first is None:
        return
    for_people = name == "table"
    with standard_output(for_people=for_people) if output is None else open_output(output) as out:
        EXPLANATION_WRITERS[name](chain([first], explanations), out, layout(out, several=several))
