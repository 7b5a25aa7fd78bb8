"""Many texts in one process or several: the same results, whatever becomes of a worker."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path
from types import MappingProxyType

import pytest

import claimcheck
from claimcheck import extract, pipeline
from claimcheck.article import Article, Passage
from claimcheck.errors import ExtractionError, PipelineError
from claimcheck.result import make_document
from claimcheck.scale import parallel
from claimcheck.scale.parallel import count_jobs, extract_each, extract_many, spread
from claimcheck.tagging.pipelines import load_pipeline, tag

# What workers run in place of the pipeline. They import it by its name, so it is a file on the path.
STAND_IN = """
import os, signal
from claimcheck.errors import PipelineError
from claimcheck.result import make_document
from claimcheck.tagging.pipelines import load_pipeline, tag

def extract(articles):
    return [extract_one(article) for article in articles]

def extract_one(article):
    if article.text == "poison":
        os.kill(os.getpid(), signal.SIGKILL)
    if article.text == "fault":
        raise ZeroDivisionError("a rule\\ndivides")
    if article.text.startswith("poison once "):
        flag = article.text.removeprefix("poison once ")
        if not os.path.exists(flag):
            open(flag, "x").close()
            os._exit(3)
    return make_document(article, (), (), language=os.environ.get("OMP_NUM_THREADS", "und"))

def load():
    return extract

def load_broken():
    raise PipelineError("no such pipeline")

def load_dying():
    os._exit(1)

def load_telling_what_is_blocked():
    raise PipelineError(" ".join(sorted(s.name for s in signal.pthread_sigmask(signal.SIG_BLOCK, ()))))
"""


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    (tmp_path / "stand_in_for_workers.py").write_text(STAND_IN, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(parallel, "BATCH_CHARS", 20)
    import stand_in_for_workers

    yield stand_in_for_workers
    del sys.modules["stand_in_for_workers"]


def articles(*texts):
    return [Article(f"#{number}", text) for number, text in enumerate(texts)]


def outcomes(items, load, jobs=2):
    """What came out: the source of a result, the message of a failure, anything else as it is."""
    return [
        getattr(outcome, "source", None) or (str(outcome) if isinstance(outcome, Exception) else outcome)
        for outcome in spread(items, load, jobs=jobs)
    ]


FACTS = [
    f"Acme Corp. paid ${number} million for {number + 2} plants in 2019." * (1 + number % 3)
    for number in range(12)
]


@pytest.mark.model
def test_the_number_of_processes_does_not_change_the_results(monkeypatch):
    monkeypatch.setattr(parallel, "BATCH_CHARS", 200)
    alone = [document.model_dump_json() for document in extract_many(FACTS)]
    together = [document.model_dump_json() for document in extract_many(FACTS, jobs=2)]
    assert together == alone
    assert alone[4] == extract(FACTS[4], source="-#5").model_dump_json()
    assert not multiprocessing.active_children()


def test_what_a_row_carries_comes_back_from_a_worker(stand_in):
    fields = MappingProxyType({"author": "Ann", "tags": [1, None]})
    items = [Article("a#1", "x" * 30, id="1", fields=fields), Article("a#2", "y" * 30)]
    documents = list(spread(items, stand_in.load, jobs=2))
    assert documents[0] == make_document(items[0], (), (), language="1")
    assert documents[1].fields == {}


def test_a_worker_has_one_native_thread_and_this_process_keeps_its_settings(stand_in, monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    assert {
        document.language for document in spread(articles("x" * 30, "y" * 30), stand_in.load, jobs=2)
    } == {"1"}
    assert "OMP_NUM_THREADS" not in os.environ


def test_what_is_no_article_keeps_its_place(stand_in):
    first, second, third = articles("x" * 30, "y" * 15, "z" * 30)
    items = ["start", first, 2, second, None, third, "end"]
    for jobs in (1, 2):
        assert outcomes(items, stand_in.load, jobs) == ["start", "#0", 2, "#1", None, "#2", "end"]
    assert outcomes(["a"] * 1200, stand_in.load) == ["a"] * 1200


def test_a_document_that_fails_is_reported_in_its_place(stand_in):
    items = articles("x" * 30, "fault", "y" * 15, "z")
    expected = ["#0", "#1: ZeroDivisionError: a rule", "#2", "#3"]
    assert outcomes(items, stand_in.load, jobs=1) == expected
    assert outcomes(items, stand_in.load, jobs=2) == expected


def test_a_document_that_ends_its_worker_is_reported_and_no_other(stand_in):
    items = articles("a", "b", "poison", "c", "d" * 30, "e", "poison", "f")
    assert outcomes(items, stand_in.load) == [
        "#0",
        "#1",
        "#2: the worker process was ended twice, by SIGKILL",
        "#3",
        "#4",
        "#5",
        "#6: the worker process was ended twice, by SIGKILL",
        "#7",
    ]


def test_a_worker_that_ends_by_chance_costs_nothing(stand_in, tmp_path):
    items = articles("a", f"poison once {tmp_path / 'flag'}", "b", "c" * 30)
    assert outcomes(items, stand_in.load) == ["#0", "#1", "#2", "#3"]


@pytest.mark.model
def test_a_killed_worker_loses_nothing(monkeypatch):
    monkeypatch.setattr(parallel, "BATCH_CHARS", 200)
    expected = [document.model_dump_json() for document in extract_many(FACTS)]
    results = extract_many(FACTS, jobs=2)
    found = [next(results)]
    for process in multiprocessing.active_children():
        os.kill(process.pid, signal.SIGKILL)
    found.extend(results)
    assert [document.model_dump_json() for document in found] == expected


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no process can be stopped here")
def test_articles_that_a_worker_never_began_with_are_not_taken_for_what_ended_it(stand_in):
    pool = parallel._Pool(1, stand_in.load)
    pool.add(parallel._Batch([(0, Article("#0", "x"))]))
    while not list(pool.wait()):
        pass
    (process,) = multiprocessing.active_children()
    os.kill(process.pid, signal.SIGSTOP)
    pool.add(parallel._Batch([(1, Article("#1", "y"))], is_second_try=True))
    os.kill(process.pid, signal.SIGKILL)
    found = []
    while not found:
        found = list(pool.wait())
    pool.end()
    assert [(place, outcome.source) for place, outcome in found] == [(1, "#1")]


def test_a_pipeline_that_cannot_be_loaded_is_an_error_at_once(stand_in):
    with pytest.raises(PipelineError, match="no such pipeline"):
        outcomes(articles("x" * 30, "y" * 30), stand_in.load_broken)
    assert not multiprocessing.active_children()


def test_workers_that_never_start_are_an_error(stand_in):
    with pytest.raises(ExtractionError, match="__main__"):
        outcomes(articles("x" * 30, "y" * 30), stand_in.load_dying)


def test_a_few_texts_are_not_worth_a_worker(stand_in):
    results = spread(articles("x", "y"), stand_in.load, jobs=2)
    next(results)
    assert not multiprocessing.active_children()


def test_texts_are_read_a_few_ahead(stand_in, monkeypatch):
    monkeypatch.setattr(parallel, "BATCHES_AHEAD", 2)
    read = []

    def texts():
        for number in range(100):
            read.append(number)
            yield Article(f"#{number}", "x" * 15)

    results = spread(texts(), stand_in.load, jobs=2)
    for number in range(50):
        next(results)
        assert len(read) <= number + 2 * 2 + 2
    results.close()
    assert not multiprocessing.active_children()


def test_a_failure_goes_to_who_wants_it(monkeypatch):
    def load(*_):
        def fail(articles):
            if any(article.text == "bad" for article in articles):
                raise ValueError("oh")
            return [make_document(article, (), ()) for article in articles]

        return partial(fail)

    monkeypatch.setattr(parallel, "_load_extractor", load)
    failures = []
    assert [document.source for document in extract_many(["a", "bad", "c"], on_error=failures.append)] == [
        "-#1",
        "-#3",
    ]
    assert list(map(str, failures)) == ["-#2: ValueError: oh"]
    with pytest.raises(ExtractionError, match="-#2: ValueError: oh"):
        list(extract_many(["a", "bad", "c"]))


@pytest.mark.parametrize("jobs", [0, -1, "many", "0"])
def test_jobs_are_a_number_from_one_on(jobs):
    with pytest.raises(ValueError, match=r"processes|invalid literal"):
        count_jobs(jobs)


def test_auto_is_the_cores_there_are():
    assert 1 <= count_jobs("auto") <= os.cpu_count()


def test_an_interrupt_that_another_thread_is_given_waits_until_the_worker_is_told_all():
    def be_interrupted():
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.05)

    def start():
        with parallel._conditions_of_workers():
            thread = threading.Thread(target=be_interrupted)
            thread.start()
            thread.join()
            told.append("all")

    told = []
    with pytest.raises(KeyboardInterrupt):
        start()
    assert told == ["all"]


def test_no_worker_is_interrupted_while_it_starts_not_even_the_first_of_a_process(stand_in, tmp_path):
    script = (
        tmp_path / "script.py"
    )  # a process of its own: with its first worker, multiprocessing starts more
    script.write_text(
        "from claimcheck.scale import parallel\n"
        "import stand_in_for_workers\n"
        "if __name__ == '__main__':\n"
        "    for _ in range(2):\n"
        "        worker = parallel._start_worker(stand_in_for_workers.load_telling_what_is_blocked, None)\n"
        "        print(worker.connection.recv())\n"
        "        worker.process.join()\n",
        encoding="utf-8",
    )
    home = os.pathsep.join([str(tmp_path), str(Path(claimcheck.__file__).parent.parent)])
    told = subprocess.run(
        [sys.executable, script],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": home},
        check=True,
    )
    assert told.stdout.splitlines() == ["SIGINT", "SIGINT"]


def test_an_interrupt_ends_the_workers(stand_in, tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "import sys, time\n"
        "from claimcheck.scale import parallel\n"
        "from claimcheck.article import Article\n"
        "import stand_in_for_workers\n"
        "parallel.BATCH_CHARS = 10\n"
        "if __name__ == '__main__':\n"
        "    texts = (Article(f'#{n}', 'x' * 15) for n in range(10**9))\n"
        "    try:\n"
        "        for document in parallel.spread(texts, stand_in_for_workers.load, jobs=2):\n"
        "            print('.', flush=True)\n"
        "    except KeyboardInterrupt:\n"
        "        sys.exit(130)\n",
        encoding="utf-8",
    )
    home = os.pathsep.join([str(tmp_path), str(Path(claimcheck.__file__).parent.parent)])
    process = subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": home},
        start_new_session=True,
    )
    assert process.stdout.readline() == b".\n"
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (130, b"")
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a worker is still there")


def test_words_are_forgotten_with_their_article_once_there_are_many(monkeypatch):
    nlp = load_pipeline("blank")
    texts = [f"The x{number}y z{number}z firm paid €{number} million." for number in range(1, 60)]
    expected = [document.model_dump_json() for document in extract_many(texts[30:], model="blank")]
    monkeypatch.setattr(pipeline, "MAX_WORDS", len(nlp.vocab.strings))
    known = len(nlp.vocab.strings)
    new = [text.replace("x", "new").replace("z", "word") for text in texts]
    assert all(len(document.claims) == 1 for document in extract_many(new, model="blank"))
    assert len(nlp.vocab.strings) == known
    assert [document.model_dump_json() for document in extract_many(texts[30:], model="blank")] == expected
    with nlp.memory_zone():  # of the caller
        assert len(list(extract_many(texts, model="blank"))) == len(texts)


def test_a_generator_of_each_outcome_can_be_closed_unused():
    extract_each([]).close()
    assert list(extract_each([])) == []


def test_a_book_is_read_passage_by_passage():
    read = []

    def passages():
        for number in range(9):
            read.append(number)
            text = "It has 3 doors. " * 5_000
            yield Passage(Article("-", text), 0, len(text), ((0, len(text)),))

    tagged = tag(passages(), load_pipeline("blank"))
    next(tagged)
    assert len(read) <= 2
    assert len(list(tagged)) == 8
