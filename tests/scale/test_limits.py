"""What one document may take: time, characters, and bytes when it is unpacked."""

from __future__ import annotations

import io
import re
import sys
import threading
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.article import Article
from claimcheck.cli import app
from claimcheck.ending import TimeUpError, time_limit
from claimcheck.errors import ExtractionError
from claimcheck.reading import READERS, Reader, plain_text, unpacking
from claimcheck.result import make_document
from claimcheck.scale.parallel import spread

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def importable(monkeypatch):
    """Worker processes import this module by its name, wherever pytest was started from."""
    monkeypatch.setattr(sys, "path", [*sys.path, str(ROOT)])


MONEY = "The round brought in over €30 million.\n"


def never_ending_for_slow_ones(articles):
    """Stands for extraction; what it does with `slow` no program sees the end of."""
    for article in articles:
        if article.text == "slow":
            re.search(r"(a+)+$", "a" * 60 + "!")
        if article.text == "deaf":
            time.sleep(600) if threading.current_thread() is not threading.main_thread() else _sleep_deafly()
        yield make_document(article, (), ())


def _sleep_deafly():
    """As a loop in C does, which no alarm gets into."""
    import signal

    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    time.sleep(600)


def load():
    return never_ending_for_slow_ones


def outcomes(texts, *, jobs, timeout):
    articles = [Article(str(number), text) for number, text in enumerate(texts)]
    found = list(spread(articles, load, jobs=jobs, timeout=timeout))
    return [str(one) if isinstance(one, ExtractionError) else one.source for one in found]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_that_takes_too_long_is_given_up_and_the_others_go_on(jobs):
    texts = ["x" * 20_000, "slow", "y" * 20_000, "z"]
    assert outcomes(texts, jobs=jobs, timeout=0.5) == ["0", "1: took longer than 0.5 seconds", "2", "3"]


def test_a_worker_that_its_alarm_does_not_reach_is_ended(monkeypatch):
    monkeypatch.setattr("claimcheck.scale.parallel.GRACE_SECONDS", 0.5)
    texts = ["x" * 20_000, "deaf", "y" * 20_000]
    assert outcomes(texts, jobs=2, timeout=0.3) == ["0", "1: took longer than 0.3 seconds", "2"]


def test_in_another_thread_a_worker_keeps_the_time():
    found = []
    thread = threading.Thread(target=lambda: found.extend(outcomes(["a", "slow"], jobs=1, timeout=0.5)))
    thread.start()
    thread.join()
    assert found == ["0", "1: took longer than 0.5 seconds"]


def test_an_alarm_that_was_taken_for_another_error_rings_again():
    swallowed = 0
    with pytest.raises(TimeUpError), time_limit(0.05):  # noqa: PT012 - the block is what is ended
        while swallowed < 2:
            try:
                time.sleep(5)
            except TimeUpError:
                swallowed += 1
        time.sleep(5)
    assert swallowed == 2


def run(*arguments):
    return CliRunner().invoke(app, ["extract", *arguments, "--model", "blank", "-f", "jsonl"])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(MONEY, encoding="utf-8")
    Path("b.txt").write_text(MONEY * 100, encoding="utf-8")
    Path("c.txt").write_text(MONEY, encoding="utf-8")
    return tmp_path


def test_an_article_of_too_many_characters_is_not_read(folder):
    result = run("a.txt", "b.txt", "c.txt", "--max-chars", "1000")
    assert (result.exit_code, result.stderr) == (
        1,
        "claimcheck: b.txt: 3,900 characters, more than the limit of 1,000\n",
    )
    assert result.stdout.count('"kind":"money"') == 2


def test_a_row_of_too_many_characters_is_not_read(folder):
    Path("rows.jsonl").write_text(
        f'{{"text": "{MONEY.strip()}"}}\n{{"text": "{"x" * 99}"}}\n{{"text": "{MONEY.strip()}"}}\n'
    )
    result = run("rows.jsonl", "--max-chars", "50")
    assert result.stderr == "claimcheck: rows.jsonl#2: 99 characters, more than the limit of 50\n"
    assert result.stdout.count('"kind":"money"') == 2


def test_a_file_that_takes_too_long_to_read_is_given_up(folder, monkeypatch):
    def read(source, options):
        if source.source == "b.txt":
            with suppress(Exception):  # as readers do for whatever a library raises
                time.sleep(600)
        yield from plain_text.read_plain_text(source, options)

    monkeypatch.setitem(READERS, "text", Reader(read, (".txt",)))
    result = run("a.txt", "b.txt", "c.txt", "--timeout", "0.2")
    assert (result.exit_code, result.stderr) == (
        1,
        "claimcheck: b.txt: reading took longer than 0.2 seconds\n",
    )
    assert result.stdout.count('"kind":"money"') == 2


def packed(**parts):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("_", "."), content)
    return raw.getvalue()


@pytest.mark.parametrize(
    ("limit", "message"),
    [
        ("MAX_UNPACKED_BYTES", "bomb.docx: 3,000,009 bytes when unpacked, more than 1,000,000"),
        ("MAX_XML_BYTES", "bomb.docx: a part of 3,000,000 bytes when unpacked, more than 1,000,000"),
    ],
)
def test_a_document_that_grows_beyond_reason_is_not_unpacked(folder, monkeypatch, limit, message):
    monkeypatch.setattr(unpacking, limit, 1_000_000)
    Path("bomb.docx").write_bytes(packed(document_xml=b" " * 3_000_000, other_png=b"a picture"))
    assert Path("bomb.docx").stat().st_size < 10_000
    result = run("a.txt", "bomb.docx")
    assert (result.exit_code, result.stderr) == (1, f"claimcheck: {message}\n")
    assert result.stdout.count('"kind":"money"') == 1
