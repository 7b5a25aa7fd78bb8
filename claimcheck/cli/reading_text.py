"""`claimcheck text`: the text that offsets point into."""

from __future__ import annotations

import typer

from claimcheck.cli.inputs import (
    AUTO,
    EncodingOption,
    IdFieldOption,
    InputFormatOption,
    InputsArgument,
    TextFieldOption,
    find_all,
    make_reading_options,
)
from claimcheck.cli.terminal import Messages, ending_quietly, standard_output
from claimcheck.errors import ReadingError


def text(
    inputs: InputsArgument = None,
    input_format: InputFormatOption = AUTO,
    encoding: EncodingOption = None,
    text_field: TextFieldOption = None,
    id_field: IdFieldOption = None,
) -> None:
    """Print the text of an article exactly as it is read.

    The offsets of the claims count the characters (Unicode code points) of this text; it is written as UTF-8,
    and nothing is added to it.

    [bold]Example[/bold]

    claimcheck text report.pdf > report.txt
    """
    from claimcheck.reading import read_articles  # noqa: PLC0415 - `--help` does without the readers

    options = make_reading_options(
        input_format=input_format, encoding=encoding, text_field=text_field, id_field=id_field
    )
    with ending_quietly():
        messages = Messages(quiet=True)
        found, several = find_all(inputs, None, options, messages.fail)
        if several:
            raise ReadingError("text prints one article; extract --with-text gives the texts of many")
        with standard_output(for_people=False) as out:
            for source in found:
                for article in read_articles(source, options):
                    out.write(article.text)
        raise typer.Exit(messages.exit_code)
