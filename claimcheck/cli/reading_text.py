"""`claimcheck text`: the text that offsets point into."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.inputs import InputOptions, InputsArgument, find_all
from claimcheck.cli.option_groups import Only, with_option_groups
from claimcheck.cli.terminal import Messages, ending_quietly, standard_output
from claimcheck.errors import ReadingError

if TYPE_CHECKING:
    from claimcheck.article import Article
    from claimcheck.reading import Input, ReadingOptions

RowOption = Annotated[
    str | None,
    typer.Option(
        "--row",
        metavar="ID",
        help="Of a table, the row with this id (see --id-field), or without ids the one with this number.",
        show_default=False,
        rich_help_panel="Input",
    ),
]


READING = Only("input_format", "encoding", "text_field", "id_field", "max_chars")


@with_option_groups
def text(
    inputs: InputsArgument = None,
    *,
    reading: Annotated[InputOptions, READING],
    row: RowOption = None,
) -> None:
    """Print the text of an article exactly as it is read.

    The offsets of the claims count the characters (Unicode code points) of this text; it is written as UTF-8,
    and nothing is added to it.

    [bold]Examples[/bold]

    claimcheck text report.pdf > report.txt

    claimcheck text posts.jsonl --text-field title --text-field body --id-field id --row p17
    """
    from claimcheck.reading import read_articles  # noqa: PLC0415 - `--help` does without the readers

    options = reading.reading_options()
    with ending_quietly():
        messages = Messages(quiet=True)
        found, several = find_all(inputs, None, options, messages.fail)
        if len(found) > 1 or (several and row is None):
            hint = "; --row names one" if len(found) == 1 else ""
            raise ReadingError(f"text prints one article{hint}; extract --with-text gives the texts of many")
        with standard_output(for_people=False) as out:
            for source in found:
                articles = read_articles(source, options) if row is None else [_row(row, source, options)]
                for article in articles:
                    out.write(article.text)
        raise typer.Exit(messages.exit_code)


def _row(row: str, source: Input, options: ReadingOptions) -> Article:
    """The first article whose row has this id or number; other rows may be as bad as they like.

    Raises:
        ReadingError: there is no such row, or it cannot be read.
    """
    from claimcheck.reading import read_articles  # noqa: PLC0415 - `--help` does without the readers

    bad_rows: list[ReadingError] = []
    for article in read_articles(source, replace(options, on_bad_row=bad_rows.append)):
        if article.source == f"{source.source}#{row}":
            return article
    for error in bad_rows:
        if error.row_id == row:
            raise error
    raise ReadingError(
        f"{source.source}: no row {row!r}; rows are named by --id-field, or else numbered from 1"
    )
