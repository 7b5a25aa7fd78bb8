"""`claimcheck extract`: the claims of articles."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.inputs import (
    DateOption,
    DateOrderOption,
    EncodingOption,
    GlobOption,
    IdFieldOption,
    InputFormatOption,
    InputsArgument,
    KeepFieldOption,
    LanguageOption,
    TextFieldOption,
    find_all,
    make_reading_options,
)
from claimcheck.cli.outputs import (
    AUTO,
    FormatOption,
    KindOption,
    OutputDirOption,
    OutputOption,
    QuietOption,
    WithTextOption,
    check_kinds,
    check_outputs,
    choose_format,
    only,
    write_all,
    write_each,
)
from claimcheck.cli.terminal import Messages, NoBar, ending_quietly
from claimcheck.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.reading import Input, ReadingOptions
    from claimcheck.result import Document

LARGE_INPUT_BYTES = 1_000_000
"""From this size on, one input alone takes long enough for a progress bar."""

ModelOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The spaCy pipeline: the name of an installed one, or a path.",
        show_default=False,
        rich_help_panel="Input",
    ),
]


def extract(
    inputs: InputsArgument = None,
    input_format: InputFormatOption = AUTO,
    glob: GlobOption = None,
    encoding: EncodingOption = None,
    text_field: TextFieldOption = "text",
    id_field: IdFieldOption = None,
    keep_field: KeepFieldOption = None,
    date: DateOption = None,
    date_order: DateOrderOption = None,
    language: LanguageOption = None,
    model: ModelOption = None,
    output_format: FormatOption = AUTO,
    output: OutputOption = None,
    output_dir: OutputDirOption = None,
    kind: KindOption = None,
    with_text: WithTextOption = False,
    quiet: QuietOption = False,
) -> None:
    """Print the claims of articles.

    Exit code 0; 1 if an input failed (the others are processed); 2 for wrong usage.

    [bold]Examples[/bold]

    claimcheck extract article.txt

    claimcheck extract report.pdf page.html notes.md

    claimcheck extract articles/ --format csv --output claims.csv

    claimcheck extract articles/ --output-dir claims/ --kind money

    claimcheck extract posts.jsonl --text-field body --id-field id --keep-field author

    curl -s https://example.org/post.txt | claimcheck extract --format jsonl
    """
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - `--help` does without it

    options = make_reading_options(
        input_format=input_format,
        encoding=encoding,
        text_field=text_field,
        id_field=id_field,
        keep_field=keep_field,
        date=date,
        date_order=date_order,
        language=language,
    )
    format_name = choose_format(output_format, output, output_dir)
    wanted = check_kinds(kind)
    with ending_quietly():
        messages = Messages(quiet=quiet)
        options = replace(options, on_bad_row=messages.fail)
        found, several = find_all(inputs, glob, options, messages.fail)
        check_outputs(found, output, output_dir)
        with_text = with_text or WRITERS[format_name].needs_text
        results = find_documents(found, options, model, messages, with_text=with_text)
        if wanted:
            results = ((source, only(document, wanted)) for source, document in results)
        if output_dir is not None:
            write_each(results, format_name, output_dir, options, messages)
        else:
            write_all((document for _, document in results), format_name, output, several=several)
        raise typer.Exit(messages.exit_code)


def find_documents(
    found: Sequence[Input],
    options: ReadingOptions,
    model: str | None,
    messages: Messages,
    *,
    with_text: bool,
) -> Iterator[tuple[Input, Document]]:
    """The results of each input that can be read, in order; the others are reported.

    spaCy and all that rests on it is imported here, when there is something to extract from: neither
    `--help` nor a list of missing files waits for it.
    """
    from claimcheck.reading import read_articles  # noqa: PLC0415

    is_long = len(found) > 1 or any(source.size() >= LARGE_INPUT_BYTES for source in found)
    with messages.progress(found) if is_long else nullcontext(NoBar()) as bar:
        for source in found:
            bar.start(source)
            languages: Counter[str] = Counter()
            try:
                for article in read_articles(source, options):
                    from claimcheck.pipeline import extract_article  # noqa: PLC0415
                    from claimcheck.tagging.pipelines import load_pipeline  # noqa: PLC0415

                    document = extract_article(article, load_pipeline(model))
                    languages[document.language] += 1
                    if with_text:
                        document = document.model_copy(update={"text": article.text})
                    bar.pause()
                    yield source, document
                    bar.resume()
            except ReadingError as error:
                messages.fail(error)
            _report_languages(source, languages, messages)
            bar.finish(source)


def _report_languages(source: Input, languages: Counter[str], messages: Messages) -> None:
    """Say on one line that there are texts in which no claims were looked for."""
    from claimcheck.language import is_read  # noqa: PLC0415

    others = {language: count for language, count in languages.most_common() if not is_read(language)}
    if not others:
        return
    if languages.total() == 1:
        what, thing = f"not English but {next(iter(others))}", "it"
    else:
        counts = ", ".join(f"{language} {count}" for language, count in others.items())
        what = f"{sum(others.values())} of {languages.total()} texts are not English ({counts})"
        thing = "them"
    messages.note(f"{source.source}: {what}: no claims; --language en reads {thing} as English")
