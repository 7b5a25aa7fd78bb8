"""The work of the commands that find claims: inputs in, the results of their articles out."""

from __future__ import annotations

from collections import Counter, deque
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.choosing import EVERYTHING
from claimcheck.cli.terminal import NoBar, Watch
from claimcheck.ending import TimeUpError, time_limit
from claimcheck.errors import ClaimcheckError, ExtractionError, ReadingError
from claimcheck.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from claimcheck.article import Article
    from claimcheck.choosing import Choice
    from claimcheck.cli.terminal import Messages
    from claimcheck.own_rules import OwnRules
    from claimcheck.reading import Input, ReadingOptions
    from claimcheck.result import Document
    from claimcheck.scale.read_ahead import NothingYet

    _Outcomes = Generator[Document | ExtractionError | ReadingError | "_End", None, None]

LARGE_INPUT_BYTES = 1_000_000
"""From this size on, one input alone takes long enough for a progress bar."""

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


def check_jobs(jobs: str) -> int:
    """The number of processes asked for."""
    from claimcheck.scale.parallel import count_jobs  # noqa: PLC0415 - `--help` does without it

    try:
        return count_jobs(jobs)
    except ValueError:
        raise typer.BadParameter(
            f"{jobs!r} is neither auto nor a number from 1 on", param_hint="--jobs"
        ) from None


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with every article.

    Attributes:
        options: how inputs are read.
        model: the spaCy pipeline; None for the bundled one.
        own_rules: the user's words and patterns; None for none.
        kinds: the kinds of claims to keep; empty for all.
        choice: which of them.
        with_text: whether the results hold the text.
        jobs: worker processes.
        timeout: seconds that one article may take to be read, and to be searched.
    """

    options: ReadingOptions
    model: str | None = None
    own_rules: OwnRules | None = None
    kinds: frozenset[str] = frozenset()
    choice: Choice = EVERYTHING
    with_text: bool = False
    jobs: int = 1
    timeout: float | None = None

    def wanted_of(self, document: Document) -> Document:
        """A result with the claims that the user wants."""
        return self.choice.of(document.of_kinds(self.kinds) if self.kinds else document)


@dataclass(frozen=True, slots=True)
class _End:
    """Stands in the stream of articles where an input ends."""


def find_documents(
    found: Sequence[Input],
    work: Work,
    messages: Messages,
    *,
    on_error: Callable[[Input, ClaimcheckError], None] | None = None,
    finished: Callable[[Input], Sequence[ReadingError] | None] | None = None,
    on_document: Callable[[Article, Document], None] | None = None,
) -> Iterator[tuple[Input, Document]]:
    """The results of each input that can be read, in order; the others are reported.

    spaCy and all that rests on it is imported when there is something to extract from: neither `--help` nor
    a list of missing files waits for it.

    Args:
        found: the inputs.
        work: what is done with them.
        messages: where failures and the progress are shown.
        on_error: told of what failed in an input, in the place of its result; without it `messages` is.
        finished: says of an input that its results are there, with what was wrong with it then.
        on_document: told of each article with its result, before that is yielded.
    """
    from claimcheck.scale.parallel import extract_each  # noqa: PLC0415
    from claimcheck.scale.read_ahead import read_ahead  # noqa: PLC0415

    fail = on_error or (lambda _, error: messages.fail(error))
    is_long = len(found) > 1 or any(source.size() >= LARGE_INPUT_BYTES for source in found)
    with messages.progress(found) if is_long else nullcontext(NoBar()) as bar:
        at_work: deque[Article] = deque()
        items: Iterator[Article | ReadingError | _End | NothingYet]
        options = work.options
        if not messages.quiet:
            options = replace(options, on_note=messages.note, seen_ids={})
        items = _read_all(found, options, work.timeout, finished, bar, at_work)
        if work.jobs == 1 and not all(source.is_at_hand() for source in found):
            items = read_ahead(items)
        outcomes: _Outcomes = extract_each(
            items, jobs=work.jobs, model=work.model, own_rules=work.own_rules, timeout=work.timeout
        )
        with closing(outcomes):
            for source, outcome in _by_input(outcomes, found, bar, messages):
                if isinstance(outcome, ReadingError):  # of the input, not of an article
                    fail(source, outcome.at(source=source.source))
                    continue
                article = at_work.popleft()
                bar.count(article)
                if isinstance(outcome, ClaimcheckError):
                    fail(source, outcome.at(source=article.source, line=article.line, row_id=article.id))
                    continue
                messages.tell(_account(article, outcome))
                if outcome.other_languages and not messages.quiet:
                    messages.note(_passed_over(article, outcome))
                document = work.wanted_of(outcome)
                if on_document is not None:
                    on_document(article, document)
                if work.with_text:
                    document = document.model_copy(update={"text": article.text})
                bar.pause()
                yield source, document
                bar.resume()


def _by_input(
    outcomes: _Outcomes, found: Sequence[Input], bar: NoBar, messages: Messages
) -> Iterator[tuple[Input, Document | ExtractionError | ReadingError]]:
    """Each outcome with the input that it is of; what there is to say of an input is said at its end."""
    watch = Watch()
    for source in found:
        languages: Counter[str] = Counter()
        for outcome in takewhile(lambda item: not isinstance(item, _End), outcomes):
            assert not isinstance(outcome, _End)
            if not isinstance(outcome, ClaimcheckError):
                languages[outcome.language] += 1
            yield source, outcome
        messages.tell(f"{source.source}: {counted(languages.total(), 'article')}, {watch.lap()}")
        _report_languages(source, languages, messages)
        bar.finish(source)


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
    timeout: float | None,
    finished: Callable[[Input], Sequence[ReadingError] | None] | None,
    bar: NoBar,
    at_work: deque[Article],
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
