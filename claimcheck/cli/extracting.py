"""`claimcheck extract`: the claims of articles."""

from __future__ import annotations

from collections import Counter, deque
from contextlib import ExitStack, closing, nullcontext
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.choosing import EVERYTHING
from claimcheck.cli.clustering import LOCAL, AddressOption, EngineOption, extract_on_cluster, is_on_cluster
from claimcheck.cli.folders import ResultFolder, library_versions, pipeline_version
from claimcheck.cli.inputs import (
    ConstructionsOption,
    CurrencyOption,
    DateFieldOption,
    DateOption,
    DateOrderOption,
    DecimalOption,
    EncodingOption,
    GlobOption,
    IdFieldOption,
    InputFormatOption,
    InputsArgument,
    KeepFieldOption,
    LanguageOption,
    LexiconOption,
    MaxCharsOption,
    PatternsOption,
    TextFieldOption,
    UnitSystemOption,
    WithoutOption,
    find_all,
    make_reading_options,
    read_own_rules,
)
from claimcheck.cli.outputs import (
    AUTO,
    AttributedOption,
    ColorOption,
    DocumentsOption,
    ExplainOption,
    FormatOption,
    FullNamesOption,
    GroupOption,
    KindOption,
    MinScoreOption,
    OutputDirOption,
    OutputOption,
    PagerOption,
    QuietOption,
    ResumeOption,
    SortOption,
    StatementsOption,
    SubjectOption,
    TopOption,
    VerboseOption,
    WhereOption,
    WidthOption,
    WithTextOption,
    check_documents_file,
    check_group,
    check_kinds,
    check_outputs,
    choose_format,
    make_choice,
    make_screen,
    write_all,
)
from claimcheck.cli.terminal import Messages, NoBar, Watch, ending_quietly
from claimcheck.ending import TimeUpError, time_limit
from claimcheck.errors import ClaimcheckError, ExtractionError, ReadingError
from claimcheck.version import SCHEMA_VERSION, __version__
from claimcheck.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from claimcheck.article import Article
    from claimcheck.choosing import Choice
    from claimcheck.own_rules import OwnRules
    from claimcheck.reading import Input, ReadingOptions
    from claimcheck.result import Document
    from claimcheck.scale.read_ahead import NothingYet

    _Outcomes = Generator[Document | ExtractionError | ReadingError | "_End", None, None]

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

TimeoutOption = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=0.001,
        help="Give up an article that takes longer, to be read or to be searched; it is reported. With "
        "--patterns it is 60, otherwise there is no limit.",
        show_default=False,
        rich_help_panel="Input",
    ),
]

JobsOption = Annotated[
    str,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N|auto",
        help="Worker processes; [bold]auto[/bold] is one per core. The results are the same for every "
        "number.",
    ),
]


def extract(
    inputs: InputsArgument = None,
    input_format: InputFormatOption = AUTO,
    glob: GlobOption = None,
    encoding: EncodingOption = None,
    text_field: TextFieldOption = None,
    id_field: IdFieldOption = None,
    date_field: DateFieldOption = None,
    keep_field: KeepFieldOption = None,
    date: DateOption = None,
    date_order: DateOrderOption = None,
    language: LanguageOption = None,
    max_chars: MaxCharsOption = None,
    timeout: TimeoutOption = None,
    currency: CurrencyOption = None,
    decimal: DecimalOption = None,
    unit_system: UnitSystemOption = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    patterns: PatternsOption = None,
    constructions: ConstructionsOption = None,
    without: WithoutOption = None,
    output_format: FormatOption = AUTO,
    output: OutputOption = None,
    output_dir: OutputDirOption = None,
    documents: DocumentsOption = None,
    kind: KindOption = None,
    statements: StatementsOption = False,
    top: TopOption = None,
    min_score: MinScoreOption = 0.0,
    sort: SortOption = "place",
    where: WhereOption = None,
    subject: SubjectOption = None,
    attributed: AttributedOption = False,
    group: GroupOption = "sentence",
    explain: ExplainOption = False,
    with_text: WithTextOption = False,
    full_names: FullNamesOption = False,
    resume: ResumeOption = False,
    jobs: JobsOption = "1",
    engine: EngineOption = LOCAL,
    address: AddressOption = None,
    color: ColorOption = "auto",
    width: WidthOption = None,
    pager: PagerOption = False,
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
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - `--help` does without it

    options = make_reading_options(
        input_format=input_format,
        encoding=encoding,
        text_field=text_field,
        id_field=id_field,
        date_field=date_field,
        keep_field=keep_field,
        date=date,
        date_order=date_order,
        language=language,
        max_chars=max_chars,
        currency=currency,
        decimal=decimal,
        unit_system=unit_system,
    )
    wanted = check_kinds(kind)
    choice = make_choice(
        top=top, min_score=min_score, sort=sort, where=where, subject=subject, attributed=attributed
    )
    grouped = check_group(group)
    if is_on_cluster(engine, address):
        refused = {
            "--format": output_format not in (AUTO, "parquet"),
            "--output-dir": output_dir is not None,
            "--documents": documents is not None,
            "--glob": bool(glob),
            "--encoding": encoding is not None,
            "--keep-field": bool(keep_field),
            "--lexicon": bool(lexicon),
            "--patterns": bool(patterns),
            "--constructions": bool(constructions),
            "--without": bool(without),
            "--statements": statements,
            "--with-text": with_text,
            "--full-names": full_names,
            "--resume": resume,
            "--max-chars": max_chars is not None,
            "--timeout": timeout is not None,
            "--top and other choices": choice != EVERYTHING,
        }
        extract_on_cluster(
            inputs, output, options, address=address, model=model, kinds=wanted, refused=refused
        )
        return
    format_name = choose_format(output_format, output, output_dir)
    screen = make_screen(color, width, pager=pager)
    processes = check_jobs(jobs)
    own_rules = read_own_rules(lexicon, patterns, constructions, without)
    own_rules = replace(own_rules, statements=statements or "statement" in wanted)
    if resume and output_dir is None:
        raise typer.BadParameter("it goes with --output-dir", param_hint="--resume")
    if resume and documents is not None:
        raise typer.BadParameter(
            "it does not go with --resume, which reads no input twice", param_hint="--documents"
        )
    if full_names and output_dir is None:
        raise typer.BadParameter("it goes with --output-dir", param_hint="--full-names")
    also_read = [*(lexicon or ()), *(patterns or ())]
    with ending_quietly(), ExitStack() as stack:
        from claimcheck.writing.document_records import DocumentRecords  # noqa: PLC0415

        messages = Messages(quiet=quiet, verbose=verbose)
        if not quiet:
            options = replace(options, on_note=messages.note, seen_ids={})
        found, several = find_all(inputs, glob, options, messages.fail, on_skipped=messages.skipped)
        check_outputs(found, output, output_dir, also_read)
        if documents is not None:
            check_documents_file(documents, found, output, also_read)
        with_text = with_text or WRITERS[format_name].needs_text or (grouped and format_name == "table")
        work = partial(
            find_documents,
            options=options,
            model=model,
            own_rules=own_rules,
            messages=messages,
            with_text=with_text,
            kinds=wanted,
            choice=choice,
            jobs=processes,
            timeout=timeout,
        )
        if documents is not None:
            records = stack.enter_context(DocumentRecords(documents, options.keep_fields))
            messages.record_with(records.fail)
            work = partial(work, on_document=records.add)
        if output_dir is not None:
            others = (
                own_rules.rows,
                own_rules.patterns,
                own_rules.constructions,
                sorted(own_rules.without),
                own_rules.statements,
                format_name,
                sorted(wanted),
                with_text,
                repr(choice),
            )
            settings = _settings(options, model, *others) if resume else None
            with ResultFolder(
                output_dir,
                found,
                format_name,
                options,
                messages,
                settings=settings,
                also_read=also_read,
                full_names=full_names,
            ) as folder:
                folder.write(work(folder.inputs, on_error=folder.fail, finished=folder.finished))
        else:
            write_all(
                (document for _, document in work(found)),
                format_name,
                output,
                messages,
                several=several,
                screen=screen,
                grouped=grouped,
                explained=explain,
                kept_fields=options.keep_fields,
            )
        stack.close()
        raise typer.Exit(messages.exit_code)


def check_jobs(jobs: str) -> int:
    """The number of processes asked for."""
    from claimcheck.scale.parallel import count_jobs  # noqa: PLC0415 - `--help` does without it

    try:
        return count_jobs(jobs)
    except ValueError:
        raise typer.BadParameter(
            f"{jobs!r} is neither auto nor a number from 1 on", param_hint="--jobs"
        ) from None


def _settings(options: ReadingOptions, model: str | None, *others: object) -> list[object]:
    """All that the results of an input depend on besides its content."""
    reading = {
        item.name: getattr(options, item.name)
        for item in fields(options)
        if item.name not in ("on_bad_row", "on_note", "seen_ids", "passed_over")
    }
    return [__version__, SCHEMA_VERSION, model, pipeline_version(model), library_versions(), reading, *others]


@dataclass(frozen=True, slots=True)
class _End:
    """Stands in the stream of articles where an input ends."""


def find_documents(
    found: Sequence[Input],
    *,
    options: ReadingOptions,
    model: str | None,
    own_rules: OwnRules,
    messages: Messages,
    with_text: bool = False,
    kinds: frozenset[str] = frozenset(),
    choice: Choice = EVERYTHING,
    jobs: int = 1,
    timeout: float | None = None,
    on_error: Callable[[Input, ClaimcheckError], None] | None = None,
    finished: Callable[[Input], Sequence[ReadingError] | None] | None = None,
    on_document: Callable[[Article, Document], None] | None = None,
) -> Iterator[tuple[Input, Document]]:
    """The results of each input that can be read, in order; the others are reported.

    spaCy and all that rests on it is imported when there is something to extract from: neither `--help` nor
    a list of missing files waits for it.

    Args:
        found: the inputs.
        options: how they are read.
        model: the spaCy pipeline.
        own_rules: the user's words and patterns.
        messages: where failures and the progress are shown.
        with_text: whether the results hold the text.
        kinds: the kinds of claims to keep; empty for all.
        choice: which of them.
        jobs: worker processes.
        timeout: seconds that one article may take to be read, and to be searched.
        on_error: told of what failed in an input, in the place of its result; without it `messages` is.
        finished: says of an input that its results are there, with what was wrong with it then.
        on_document: told of each article with its result, before that is yielded.
    """
    from claimcheck.scale.parallel import extract_each  # noqa: PLC0415
    from claimcheck.scale.read_ahead import read_ahead  # noqa: PLC0415

    is_long = len(found) > 1 or any(source.size() >= LARGE_INPUT_BYTES for source in found)
    with messages.progress(found) if is_long else nullcontext(NoBar()) as bar:
        at_work: deque[Article] = deque()
        watch = Watch()
        sources = iter(found)
        source = next(sources, None)
        languages: Counter[str] = Counter()
        items: Iterator[Article | ReadingError | _End | NothingYet]
        items = _read_all(found, options, finished, bar, at_work, timeout)
        if jobs == 1 and not all(source.is_at_hand() for source in found):
            items = read_ahead(items)
        outcomes: _Outcomes = extract_each(
            items, jobs=jobs, model=model, own_rules=own_rules, timeout=timeout
        )
        with closing(outcomes):
            for outcome in outcomes:
                assert source is not None
                if isinstance(outcome, _End):
                    messages.tell(f"{source.source}: {counted(languages.total(), 'article')}, {watch.lap()}")
                    _report_languages(source, languages, messages)
                    bar.finish(source)
                    source, languages = next(sources, None), Counter()
                    continue
                if isinstance(outcome, ReadingError):  # of the input, not of an article
                    outcome.at(source=source.source)
                    messages.fail(outcome) if on_error is None else on_error(source, outcome)
                    continue
                article = at_work.popleft()
                bar.count(article)
                if isinstance(outcome, ClaimcheckError):
                    outcome.at(source=article.source, line=article.line, row_id=article.id)
                    messages.fail(outcome) if on_error is None else on_error(source, outcome)
                    continue
                languages[outcome.language] += 1
                messages.tell(_account(article, outcome))
                if outcome.other_languages and not messages.quiet:
                    messages.note(_passed_over(article, outcome))
                document = choice.of(outcome.of_kinds(kinds) if kinds else outcome)
                if on_document is not None:
                    on_document(article, document)
                if with_text:
                    document = document.model_copy(update={"text": article.text})
                bar.pause()
                yield source, document
                bar.resume()


def _passed_over(article: Article, document: Document) -> str:
    """That paragraphs in other languages hold no claims."""
    others = ", ".join(sorted({stretch.language for stretch in document.other_languages}))
    count = len(document.other_languages)
    return f"{article.source}: {count} paragraph{'s' * (count > 1)} in {others} passed over"


def _account(article: Article, document: Document) -> str:
    """What became of an article, for `--verbose`."""
    words = f"{counted(len(article.text.split()), 'word')}, language {document.language}"
    claims, names = counted(len(document.claims), "claim"), counted(len(document.entities), "name")
    return f"{article.source}: {words}, {claims}, {names}"


def _read_all(
    found: Sequence[Input],
    options: ReadingOptions,
    finished: Callable[[Input], Sequence[ReadingError] | None] | None,
    bar: NoBar,
    at_work: deque[Article],
    timeout: float | None,
) -> Iterator[Article | ReadingError | _End]:
    """The articles of all inputs, with what cannot be read in its place; `at_work` gets the articles too."""
    from claimcheck.reading import read_articles  # noqa: PLC0415 - `--help` does without it

    for source in found:
        bar.start(source)
        failures = finished(source) if finished is not None else None
        if failures is not None:
            yield from failures
            yield _End()
            continue
        bad_rows: list[ReadingError] = []
        try:
            articles = read_articles(source, replace(options, on_bad_row=bad_rows.append))
            # a pipe may be long in coming
            for article in _in_time(articles, source, timeout if source.is_at_hand() else None):
                yield from bad_rows
                bad_rows.clear()
                at_work.append(article)
                yield article
            yield from bad_rows
        except ReadingError as error:
            yield from bad_rows
            yield error
        yield _End()


def _in_time(articles: Iterator[Article], source: Input, timeout: float | None) -> Iterator[Article]:
    """The articles, each read within the time; what takes longer ends its input."""
    try:
        while True:
            with time_limit(timeout):
                article = next(articles, None)
            if article is None:
                return
            yield article
    except TimeUpError:
        raise ReadingError(f"{source.source}: reading took longer than {timeout:g} seconds") from None


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
