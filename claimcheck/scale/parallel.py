"""Many articles: in this process, or spread over worker processes that each load the pipeline once.

What comes out does not depend on the number of processes: the same results in the order of the articles. An
article that a worker fails on, or dies of, is reported by itself, and the others go on.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from claimcheck.article import Article
from claimcheck.ending import TimeUpError, can_limit_time, raise_if_ended, time_limit
from claimcheck.errors import ClaimcheckError, ExtractionError, described
from claimcheck.scale.collecting import collect_seldom
from claimcheck.scale.read_ahead import NothingYet

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from claimcheck.own_rules import OwnRules
    from claimcheck.result import Document

    Extractor = Callable[[Sequence[Article]], Iterable[Document]]

Other = TypeVar("Other")

AUTO: Literal["auto"] = "auto"

BATCH_CHARS = 30_000
"""Articles of together about this length, some 5,000 words or a quarter of a second of work, are tagged
together, and sent to a worker together: few enough for workers to end together, enough for the parser to take
its steps in many sentences at once. A longer article goes alone."""

BATCH_ITEMS = 500
"""So many items make a batch, however short they are."""

BATCHES_AHEAD = 8
"""So many batches per worker are read before the first of them is handed on, which bounds memory. It is what
the others can do while one works on a long article."""

PATTERN_SECONDS = 60.0
"""The time that one text may take where the user's patterns are in force and nothing else was said: a regular
expression can take for ever."""

GRACE_SECONDS = 5.0
"""A worker that is so much later than it may be cannot be reached by its own alarm, and is ended."""

MAX_FALSE_STARTS = 3
"""So many workers in a row may end before they are ready; then something is wrong with all of them."""

MAX_LOSSES = 8
"""So often a batch may be lost on its way to workers that are ended; then the fault may be its own."""

# One native thread per worker. The libraries read these when they are loaded, so workers are born with them.
_THREAD_LIMITS = dict.fromkeys(
    [
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "BLIS_NUM_THREADS",
        "VECLIB_MAXIMUM_THREADS",
        "NUMEXPR_NUM_THREADS",
    ],
    "1",
)


def extract_many(
    texts: Iterable[str | Article],
    *,
    jobs: int | Literal["auto"] = 1,
    model: str | None = None,
    own_rules: OwnRules | None = None,
    timeout: float | None = None,
    on_error: Callable[[ExtractionError], None] | None = None,
) -> Iterator[Document]:
    """The claims of many texts, in their order. They are read as results are asked for, a few ahead.

    With more than one job, a script calls this below `if __name__ == "__main__":`, since each worker process
    imports the script anew (the rule of `multiprocessing`).

    Args:
        texts: English texts, or articles where more is known than the text. The result of the seventh text
            has the source `-#7`.
        jobs: worker processes; `auto` for one per core. The results are the same for every number.
        model: the spaCy pipeline, as for `load_pipeline`.
        own_rules: words, patterns and constructions of one's own (`load_own_rules`), for these texts alone.
        timeout: seconds that one text may take; one that takes longer has failed. In a thread other than the
            main one, and on Windows, it needs a worker process, which is started.
        on_error: called with what went wrong with one text, before the next result; without it the error is
            raised.

    Raises:
        PipelineError: the pipeline cannot be loaded.
        ExtractionError: a text failed and there is no `on_error`.

    >>> [len(document.claims) for document in extract_many(["It has 300 users.", "It has users."])]
    [1, 0]
    """
    articles = _as_articles(texts)
    outcomes = extract_each(
        articles, jobs=count_jobs(jobs), model=model, own_rules=own_rules, timeout=timeout
    )
    for outcome in outcomes:
        if not isinstance(outcome, ExtractionError):
            yield outcome
        elif on_error is None:
            raise outcome
        else:
            on_error(outcome)


def count_jobs(jobs: int | str) -> int:
    """The number of processes that is meant: `auto` is the number of cores that this process may use.

    Raises:
        ValueError: neither `auto` nor a number from 1 on.

    >>> count_jobs("2")
    2
    """
    if jobs == AUTO:
        if hasattr(os, "sched_getaffinity"):
            return len(os.sched_getaffinity(0))
        return os.cpu_count() or 1
    number = int(jobs)
    if number < 1:
        raise ValueError(f"{jobs} is no number of processes")
    return number


def extract_each(
    items: Iterable[Article | Other | NothingYet],
    *,
    jobs: int = 1,
    model: str | None = None,
    own_rules: OwnRules | None = None,
    timeout: float | None = None,
) -> Generator[Document | ExtractionError | Other, None, None]:
    """One outcome for each item, in order: the result or the failure of an article, any other item as it is.

    Items are read a few ahead, to be worked on together; for what `read_ahead` yields, it does not wait.

    Close the generator to end the workers before all is done.

    Raises:
        PipelineError: the pipeline cannot be loaded.
    """
    if timeout is None and own_rules is not None and own_rules.patterns:
        timeout = PATTERN_SECONDS
    return spread(items, partial(_load_extractor, model, own_rules), jobs=jobs, timeout=timeout)


def spread(
    items: Iterable[Article | Other | NothingYet],
    load: Callable[[], Extractor],
    *,
    jobs: int,
    timeout: float | None = None,
) -> Generator[Document | ExtractionError | Other, None, None]:
    """As `extract_each`, for any function of some articles. Each process calls `load`, once, to have it."""
    is_limited_here = timeout is None or can_limit_time()
    if jobs == 1 and is_limited_here:
        yield from _work_here(items, load, timeout)
        return
    batches = _make_batches(items)
    first, second = next(batches, None), next(batches, None)
    if second is None and is_limited_here:  # not worth the start of a worker
        if first is not None:
            yield from _work_here(first.all_items(), load, timeout)
        return
    pool = _Pool(jobs, load, timeout)
    try:
        yield from _work_there(chain(filter(None, (first, second)), batches), pool)
    finally:
        pool.end()


def _as_articles(texts: Iterable[str | Article]) -> Iterator[Article]:
    for number, text in enumerate(texts, 1):
        yield Article(f"-#{number}", text) if isinstance(text, str) else text


def _load_extractor(model: str | None, own_rules: OwnRules | None) -> Extractor:
    from claimcheck.pipeline import extract_articles, put_together  # noqa: PLC0415 - it loads spaCy
    from claimcheck.tagging.pipelines import load_pipeline  # noqa: PLC0415

    nlp = load_pipeline(model)
    return partial(extract_articles, nlp=nlp, rules=put_together(own_rules, nlp))


def _try(
    extract: Extractor, articles: Sequence[Article], timeout: float | None
) -> list[Document | ExtractionError]:
    """The result of each, or what went wrong with it. A fault in a rule must not end a run over a corpus."""
    try:
        with time_limit(timeout):
            return list(extract(articles))
    except TimeUpError:
        if len(articles) > 1:
            return [outcome for article in articles for outcome in _try(extract, [article], timeout)]
        return [_too_slow(articles[0], timeout)]
    except Exception as error:  # noqa: BLE001 - whatever it is, it concerns one article, and is reported
        raise_if_ended(error)
        if len(articles) > 1:
            return [outcome for article in articles for outcome in _try(extract, [article], timeout)]
        return [ExtractionError(f"{articles[0].source}: {described(error)}")]


def _too_slow(article: Article, timeout: float | None) -> ExtractionError:
    return ExtractionError(f"{article.source}: took longer than {timeout:g} seconds")


# In this process


def _work_here(
    items: Iterable[Article | Other | NothingYet], load: Callable[[], Extractor], timeout: float | None
) -> Iterator[Document | ExtractionError | Other]:
    extract: Extractor | None = None
    for batch in _make_batches(items):
        outcomes = dict(batch.others)
        if batch.articles:
            extract = extract or load()
            places, articles = zip(*batch.articles, strict=True)
            outcomes.update(zip(places, _try(extract, articles, timeout), strict=True))
        for place in sorted(outcomes):
            yield outcomes[place]


# In others


@dataclass(slots=True)
class _Batch:
    """Items that follow each other in the stream, each with its place there.

    Attributes:
        articles: what a worker is to do.
        others: what is none.
        is_second_try: the one article of it was in a batch whose worker ended.
        lost: how often it was sent to a worker that ended before it began with it, which says nothing of the
            articles.
    """

    articles: list[tuple[int, Article]] = field(default_factory=list)
    others: list[tuple[int, Any]] = field(default_factory=list)
    is_second_try: bool = False
    lost: int = 0

    def all_items(self) -> list[Any]:
        """The items in their order."""
        return [item for _, item in sorted([*self.articles, *self.others], key=lambda pair: pair[0])]

    def __len__(self) -> int:
        return len(self.articles) + len(self.others)


def _make_batches(items: Iterable[Any]) -> Iterator[_Batch]:
    """The items in batches of about `BATCH_CHARS`; a longer article is the only one of its batch.

    Where nothing more has come yet (`NOTHING_YET`, which is no item), a batch ends.
    """
    batch, chars = _Batch(), 0
    place = -1
    for item in items:
        if isinstance(item, NothingYet):
            if batch:
                yield batch
                batch, chars = _Batch(), 0
            continue
        place += 1
        size = len(item.text) if isinstance(item, Article) else 0
        if (batch.articles and chars + size > BATCH_CHARS) or len(batch) == BATCH_ITEMS:
            yield batch
            batch, chars = _Batch(), 0
        if isinstance(item, Article):
            batch.articles.append((place, item))
        else:
            batch.others.append((place, item))
        chars += size
    if batch:
        yield batch


def _work_there(batches: Iterator[_Batch], pool: _Pool) -> Iterator[Any]:
    outcomes: dict[int, Any] = {}
    ends: deque[int] = deque()  # where the batches end that were read and are not handed on
    read = position = 0
    all_read = False
    while True:
        while not all_read and len(ends) < pool.jobs * BATCHES_AHEAD:
            batch = next(batches, None)
            if batch is None:
                all_read = True
                break
            read += len(batch)
            ends.append(read)
            outcomes.update(batch.others)
            if batch.articles:
                pool.add(batch)
        while position in outcomes:
            yield outcomes.pop(position)
            position += 1
            if position == ends[0]:
                ends.popleft()
        if position < read:
            outcomes.update(pool.wait())
        elif all_read:
            return


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the way to it, and what it is doing.

    Attributes:
        is_due_at: when, by `time.monotonic`, it must have said something; None where it has all the time.
        was_late: it was ended because it had not.
    """

    process: SpawnProcess
    connection: Connection
    is_ready: bool = False
    batch: _Batch | None = None
    has_begun: bool = False
    done: int = 0
    is_due_at: float | None = None
    was_late: bool = False


class _Pool:
    """Worker processes, as many as there is work for, and the batches that wait for one.

    The pools of the standard library do not say which task a worker died of; and they end all of it.
    """

    def __init__(self, jobs: int, load: Callable[[], Extractor], timeout: float | None = None) -> None:
        self.jobs = jobs
        self._load = load
        self._timeout = timeout
        self._workers: list[_Worker] = []
        self._waiting: deque[_Batch] = deque()
        self._false_starts = 0

    def add(self, batch: _Batch) -> None:
        """Give a batch to a worker as soon as there is one without."""
        self._waiting.append(batch)
        self._hand_out()

    def wait(self) -> Iterator[tuple[int, Document | ExtractionError]]:
        """What has become known, with the places of the articles; blocks until a worker says something."""
        self._end_late_ones()
        for connection in wait([worker.connection for worker in self._workers], self._seconds_left()):
            worker = next(worker for worker in self._workers if worker.connection is connection)
            try:
                said = worker.connection.recv()
            except (EOFError, OSError):  # it has ended, perhaps in the middle of a word
                yield from self._bury(worker)
                continue
            if isinstance(said, ClaimcheckError) and not worker.is_ready:
                raise said
            if not worker.is_ready:
                worker.is_ready = True
                self._false_starts = 0
                continue
            assert worker.batch is not None
            if said is None:
                worker.has_begun = True
                continue
            yield worker.batch.articles[worker.done][0], said
            worker.done += 1
            if worker.done == len(worker.batch.articles):
                worker.batch = worker.is_due_at = None
        self._hand_out()

    def end(self) -> None:
        """End all workers at once, whatever they do."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
        self._workers.clear()

    def _seconds_left(self) -> float | None:
        due = [worker.is_due_at for worker in self._workers if worker.is_due_at is not None]
        return max(0.0, min(due) - time.monotonic()) + 0.01 if due else None

    def _end_late_ones(self) -> None:
        """End the workers whose own alarm cannot get through, since a library holds them."""
        now = time.monotonic()
        for worker in self._workers:
            if worker.is_due_at is not None and worker.is_due_at < now:
                worker.was_late, worker.is_due_at = True, None
                worker.process.kill()

    def _hand_out(self) -> None:
        for worker in self._workers:
            if self._waiting and worker.is_ready and worker.batch is None:
                worker.batch, worker.has_begun, worker.done = self._waiting.popleft(), False, 0
                if self._timeout is not None:  # all together, then each by itself
                    limits = len(worker.batch.articles) + 1
                    worker.is_due_at = time.monotonic() + self._timeout * limits + GRACE_SECONDS
                # a mapping proxy, which is what an article has without fields, cannot be sent
                articles = [
                    replace(article, fields=dict(article.fields)) for _, article in worker.batch.articles
                ]
                with suppress(OSError):  # it has ended; that shows when it is listened to
                    worker.connection.send(articles)
        starting = sum(not worker.is_ready for worker in self._workers)
        for _ in range(min(len(self._waiting) - starting, self.jobs - len(self._workers))):
            self._workers.append(_start_worker(self._load, self._timeout))

    def _bury(self, worker: _Worker) -> Iterator[tuple[int, ExtractionError]]:
        """See to the articles of a worker that has ended: each not done has one more try, by itself."""
        self._workers.remove(worker)
        worker.process.join()
        worker.connection.close()
        batch = worker.batch
        if not worker.is_ready:
            self._false_starts += 1
            if self._false_starts == MAX_FALSE_STARTS:
                raise ExtractionError(
                    "worker processes end before they are ready; a script must call this below "
                    'if __name__ == "__main__":'
                )
        elif batch is not None and not worker.has_begun and not worker.was_late and batch.lost < MAX_LOSSES:
            batch.lost += 1
            self._waiting.appendleft(batch)
        elif batch is not None and batch.is_second_try:
            ((place, article),) = batch.articles
            if worker.was_late:
                yield place, _too_slow(article, self._timeout)
            else:
                yield place, ExtractionError(f"{article.source}: {_last_words(worker.process.exitcode)}")
        elif batch is not None:
            rest = batch.articles[worker.done :]
            self._waiting.extendleft(_Batch([one], is_second_try=True) for one in reversed(rest))


def _last_words(code: int | None) -> str:
    """How a process ended; the code is negative for a signal."""
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"the worker process was ended twice, by {signal.Signals(-code).name}"
    return f"the worker process ended twice, with code {code}"


def _start_worker(load: Callable[[], Extractor], timeout: float | None) -> _Worker:
    context = get_context("spawn")  # a copy of this process would share its threads and their locks
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, load, timeout), daemon=True)
    with _conditions_of_workers():
        process.start()
    theirs.close()  # so that the end of the worker is the end of what it says
    return _Worker(process, ours)


@contextmanager
def _conditions_of_workers() -> Iterator[None]:
    """What a process that starts within this block is born with: one native thread, and no Ctrl-C.

    The terminal sends Ctrl-C to every process of a run; this one ends the others.
    """
    before = {name: os.environ.get(name) for name in _THREAD_LIMITS}
    os.environ.update(_THREAD_LIMITS)
    mask = None
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        # With the first process it starts, multiprocessing starts this one too, and lets Ctrl-C through again
        # right after it (in Python 3.11), before the worker is born.
        resource_tracker.ensure_running()
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        with _interrupt_afterwards():
            yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        if mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)


@contextmanager
def _interrupt_afterwards() -> Iterator[None]:
    """Puts Ctrl-C off to the end of the block, where it would cut off what a worker is told at its start.

    The mask alone does not: another thread of this process, such as one that reads ahead, may be given the
    signal.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or before is None:
        yield
        return
    seen: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _frame: seen.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if seen:
        signal.raise_signal(signal.SIGINT)


def _work(connection: Connection, load: Callable[[], Extractor], timeout: float | None) -> None:
    """The whole life of a worker. It ends when nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    with suppress(EOFError, OSError):
        try:
            extract = load()
        except ClaimcheckError as error:
            connection.send(error)
            return
        connection.send(None)
        while True:
            articles = connection.recv()
            connection.send(None)  # from here on it may be one of these that the worker ends of
            for outcome in _try(extract, articles, timeout):
                connection.send(outcome)
