"""`claimcheck extract`: the claims of articles."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import nullcontext
from dataclasses import replace
from itertools import chain, groupby
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
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
from claimcheck.cli.terminal import Messages, NoBar, ending_quietly, is_terminal, layout, standard_output
from claimcheck.errors import ReadingError, WritingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.reading import Input, ReadingOptions
    from claimcheck.result import Document

LARGE_INPUT_BYTES = 1_000_000
"""From this size on, one input alone takes long enough for a progress bar."""

AUTO = "auto"


def _complete_format(incomplete: str) -> list[str]:
    return [name for name in _format_names() if name.startswith(incomplete)]


def _complete_kind(incomplete: str) -> list[str]:
    from claimcheck.writing.kinds_table import kinds  # noqa: PLC0415 - see _documents

    return [kind for kind in kinds() if kind.startswith(incomplete)]


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
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The spaCy pipeline: the name of an installed one, or a path.",
            show_default=False,
            rich_help_panel="Input",
        ),
    ] = None,
    output_format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="auto|table|json|jsonl|csv",
            autocompletion=_complete_format,
            help="[bold]auto[/bold] is what the extension of --output says; otherwise a table on a terminal, "
            "and JSON elsewhere.",
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
    output_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Write a file per input, DIR/NAME.json; the files of a folder keep their sub-folders.",
            show_default=False,
            rich_help_panel="Output",
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            autocompletion=_complete_kind,
            help="Keep only claims of this kind; can be repeated. [bold]claimcheck kinds[/bold] lists them.",
            show_default=False,
            rich_help_panel="Output",
        ),
    ] = None,
    with_text: Annotated[
        bool,
        typer.Option(
            "--with-text",
            help="Put the text that was read into the record, for the offsets to point into.",
            rich_help_panel="Output",
        ),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar. Errors are still reported.")
    ] = False,
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
    format_name = _choose_format(output_format, output, output_dir)
    wanted = _check_kinds(kind)
    with ending_quietly():
        messages = Messages(quiet=quiet)
        options = replace(options, on_bad_row=messages.fail)
        found, several = find_all(inputs, glob, options, messages.fail)
        _check_outputs(found, output, output_dir)
        results = _documents(found, options, model, messages, with_text=with_text)
        if wanted:
            results = ((source, _only(document, wanted)) for source, document in results)
        if output_dir is not None:
            _write_each(results, format_name, output_dir, options, messages)
        else:
            _write_all((document for _, document in results), format_name, output, several=several)
        raise typer.Exit(messages.exit_code)


# What the user asked for


def _format_names() -> list[str]:
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - see _documents

    return [AUTO, *WRITERS]


def _choose_format(name: str, output: Path | None, output_dir: Path | None) -> str:
    """The name of the writer; `auto` looks at where the results go."""
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - see _documents

    if name not in _format_names():
        raise typer.BadParameter(
            f"{name!r} is not one of {', '.join(_format_names())}", param_hint="--format"
        )
    if output is not None and output_dir is not None:
        raise typer.BadParameter("--output and --output-dir exclude each other", param_hint="--output-dir")
    if name != AUTO:
        if output_dir is not None and WRITERS[name].suffix is None:
            raise typer.BadParameter(f"{name} is for one stream, not for files", param_hint="--output-dir")
        return name
    if output is not None:
        suffix = output.suffix.lower()  # of two formats that share one, the first that is listed
        return next((name for name, writer in WRITERS.items() if writer.suffix == suffix), "json")
    return "table" if output_dir is None and is_terminal(sys.stdout) else "json"


def _check_kinds(names: Sequence[str] | None) -> frozenset[str]:
    if not names:
        return frozenset()
    from claimcheck.writing.kinds_table import kinds as known_kinds  # noqa: PLC0415 - see _documents

    known = known_kinds()
    for name in names:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(known)}", param_hint="--kind")
    return frozenset(names)


def _check_outputs(found: Iterable[Input], output: Path | None, output_dir: Path | None) -> None:
    """Refuse, before any work, an output that cannot be or that would replace an input."""
    if output_dir is not None and output_dir.exists() and not output_dir.is_dir():
        raise typer.BadParameter(f"{output_dir} is not a folder", param_hint="--output-dir")
    if output is None:
        return
    if output.is_dir():
        raise typer.BadParameter(f"{output} is a folder; use --output-dir", param_hint="--output")
    if not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {output.parent}", param_hint="--output")
    if output.is_file():
        for source in found:
            if source.path is not None and source.path.exists() and source.path.samefile(output):
                raise typer.BadParameter(f"{output} is also an input", param_hint="--output")


# The work


def _documents(
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


def _only(document: Document, kinds: frozenset[str]) -> Document:
    claims = tuple(claim for claim in document.claims if claim.kind in kinds)
    return document.model_copy(update={"claims": claims})


def _write_all(
    documents: Iterator[Document], format_name: str, output: Path | None, *, several: bool
) -> None:
    """All results as one stream. Where there is none, nothing is written and no file is touched."""
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - see _documents
    from claimcheck.writing.files import open_output  # noqa: PLC0415

    first = next(documents, None)
    if first is None:
        return
    writer = WRITERS[format_name]
    with (
        standard_output(for_people=writer.suffix is None)
        if output is None or str(output) == "-"
        else open_output(output)
    ) as out:
        writer.write(chain([first], documents), out, layout(out, several=several))


def _write_each(
    results: Iterable[tuple[Input, Document]],
    format_name: str,
    folder: Path,
    options: ReadingOptions,
    messages: Messages,
) -> None:
    """The results of each input as a file below `folder`, under the path of the input."""
    from claimcheck.reading import find_reader, known_suffixes  # noqa: PLC0415 - see _documents
    from claimcheck.writing import WRITERS, WritingOptions  # noqa: PLC0415
    from claimcheck.writing.files import open_output  # noqa: PLC0415

    writer = WRITERS[format_name]
    assert writer.suffix is not None
    written: dict[Path, Input] = {}
    for _, group in groupby(results, key=lambda result: id(result[0])):  # equal if a file is given twice
        source, first = next(group)
        is_known = source.place.suffix.lower() in known_suffixes()
        name = source.place.stem if is_known else source.place.name
        target = folder / source.place.with_name(name + writer.suffix)
        earlier = written.setdefault(target, source)
        if earlier != source:
            messages.fail(ReadingError(f"{source.source}: {target} holds the claims of {earlier.source}"))
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WritingError(f"{target.parent}: {error.strerror or error}") from error
        with open_output(target) as out:
            how = WritingOptions(several=find_reader(source, options).has_rows)
            rest = (document for _, document in group)  # noqa: B031 - the first was taken by hand
            writer.write(chain([first], rest), out, how)
