"""`claimcheck extract`: the claims of articles."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.choosing import EVERYTHING
from claimcheck.cli.choosing import ChoiceOptions, check_kinds
from claimcheck.cli.clustering import ClusterOptions, extract_on_cluster
from claimcheck.cli.folders import ResultFolder, library_versions, pipeline_version
from claimcheck.cli.inputs import InputOptions, InputsArgument, RuleOptions, find_all
from claimcheck.cli.option_groups import AUTO, with_option_groups
from claimcheck.cli.outputs import OutputOptions, QuietOption, ScreenOptions, write_all
from claimcheck.cli.terminal import Messages, ending_quietly
from claimcheck.cli.working import JobsOption, Work, check_jobs, find_documents
from claimcheck.version import SCHEMA_VERSION, __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from claimcheck.article import Article
    from claimcheck.reading import Input
    from claimcheck.result import Document

VerboseOption = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="Say what became of each article, and how long it took."),
]


@with_option_groups
def extract(
    inputs: InputsArgument = None,
    *,
    reading: InputOptions,
    rules: RuleOptions,
    output: OutputOptions,
    wanted: ChoiceOptions,
    on_screen: ScreenOptions,
    jobs: JobsOption = "1",
    cluster: ClusterOptions,
    verbose: VerboseOption = False,
    quiet: QuietOption = False,
) -> None:
    """Print the claims of articles.

    Exit code 0; 1 if an input failed (the others are processed); 2 for wrong usage.

    [bold]Examples[/bold]

    claimcheck extract article.txt

    claimcheck extract report.pdf page.html notes.md

    claimcheck extract articles/ --format csv --output claims.csv

    claimcheck extract articles/ --output-dir claims/ --kind money

    claimcheck extract corpus/ --output-dir claims/ --resume --jobs auto

    claimcheck extract shards/ --engine ray --input-format parquet --id-field id --output claims.parquet

    claimcheck extract article.txt --top 10 --sort score --where 'value.number > 1e6'

    claimcheck extract posts.jsonl --text-field body --id-field id --keep-field author

    claimcheck extract posts.jsonl -o claims.csv --documents documents.csv

    curl -s https://example.org/post.txt | claimcheck extract --format jsonl
    """
    options = reading.reading_options()
    kinds = check_kinds(output.kind)
    choice = wanted.choice()
    on_screen.check()
    if cluster.is_wanted():
        cluster.refuse(_only_here(reading, rules, output, wanted))
        extract_on_cluster(
            inputs, output.output, options, address=cluster.address, model=reading.model, kinds=kinds
        )
        return
    format_name = output.format_name()
    messages = Messages(quiet=quiet, verbose=verbose)
    work = Work(
        options=options,
        model=reading.model,
        jobs=check_jobs(jobs),
        own_rules=replace(rules.load(), statements=wanted.statements or "statement" in kinds),
        kinds=kinds,
        choice=choice,
        with_text=output.with_text or _shows_text(format_name, on_screen),
        timeout=reading.timeout,
    )
    output.check_together()
    with ending_quietly():
        found, several = find_all(
            inputs, reading.glob, work.options, messages.fail, on_skipped=messages.skipped
        )
        output.check_places(found, rules.files)
        with _records_of_documents(output.documents, work, messages) as on_document:
            find = partial(find_documents, work=work, messages=messages, on_document=on_document)
            if output.output_dir is not None:
                with _result_folder(output, rules, found, format_name, work, messages) as folder:
                    folder.write(find(folder.inputs, on_error=folder.fail, finished=folder.finished))
            else:
                claims = (document for _, document in find(found))
                _write_stream(claims, format_name, output, on_screen, work, messages, several=several)
        raise typer.Exit(messages.exit_code)


def _only_here(
    reading: InputOptions, rules: RuleOptions, output: OutputOptions, wanted: ChoiceOptions
) -> dict[str, bool]:
    """Options that a cluster does without, and whether they were given."""
    return {
        "--format": output.output_format not in (AUTO, "parquet"),
        "--output-dir": output.output_dir is not None,
        "--documents": output.documents is not None,
        "--glob": bool(reading.glob),
        "--encoding": reading.encoding is not None,
        "--keep-field": bool(reading.keep_field),
        "--lexicon": bool(rules.lexicon),
        "--patterns": bool(rules.patterns),
        "--constructions": bool(rules.constructions),
        "--without": bool(rules.without),
        "--statements": wanted.statements,
        "--with-text": output.with_text,
        "--full-names": output.full_names,
        "--resume": output.resume,
        "--max-chars": reading.max_chars is not None,
        "--timeout": reading.timeout is not None,
        "--top and other choices": wanted.choice() != EVERYTHING,
    }


def _shows_text(format_name: str, on_screen: ScreenOptions) -> bool:
    """Whether a format shows the text that was read."""
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - `--help` does without it

    return WRITERS[format_name].needs_text or (format_name == "table" and on_screen.is_grouped)


@contextmanager
def _records_of_documents(
    path: Path | None, work: Work, messages: Messages
) -> Iterator[Callable[[Article, Document], None] | None]:
    """What takes the record of every document, and of every failure, where `--documents` asks for them."""
    if path is None:
        yield None
        return
    from claimcheck.writing.document_records import DocumentRecords  # noqa: PLC0415 - `--help` does without it

    with DocumentRecords(path, work.options.keep_fields) as records:
        messages.record_with(records.fail)
        yield records.add


def _result_folder(
    output: OutputOptions,
    rules: RuleOptions,
    found: Sequence[Input],
    format_name: str,
    work: Work,
    messages: Messages,
) -> ResultFolder:
    """The folder of `--output-dir`."""
    assert output.output_dir is not None
    return ResultFolder(
        output.output_dir,
        found,
        format_name,
        work.options,
        messages,
        settings=_settings(work, format_name) if output.resume else None,
        also_read=rules.files,
        full_names=output.full_names,
    )


def _write_stream(
    claims: Iterator[Document],
    format_name: str,
    output: OutputOptions,
    on_screen: ScreenOptions,
    work: Work,
    messages: Messages,
    *,
    several: bool,
) -> None:
    """All results as one stream, to `--output` or to standard output."""
    write_all(
        claims,
        format_name,
        output.output,
        messages,
        several=several,
        screen=on_screen.screen,
        grouped=on_screen.is_grouped,
        explained=on_screen.explain,
        kept_fields=work.options.keep_fields,
    )


def _settings(work: Work, format_name: str) -> list[object]:
    """All that the results of an input depend on besides its content."""
    reading = {
        item.name: getattr(work.options, item.name)
        for item in fields(work.options)
        if item.name not in ("on_bad_row", "on_note", "seen_ids", "passed_over")
    }
    rules = work.own_rules
    assert rules is not None
    return [
        __version__,
        SCHEMA_VERSION,
        work.model,
        pipeline_version(work.model),
        library_versions(),
        reading,
        rules.rows,
        rules.patterns,
        rules.constructions,
        sorted(rules.without),
        rules.statements,
        format_name,
        sorted(work.kinds),
        work.with_text,
        repr(work.choice),
    ]
