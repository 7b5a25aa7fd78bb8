"""Streams whose items come by and by: nothing waits for what has not come, and nothing changes its place."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from queue import Queue

import pytest

import claimcheck
from claimcheck.scale.read_ahead import NOTHING_YET, read_ahead


def test_items_keep_their_order():
    assert [item for item in read_ahead(range(2_000)) if item is not NOTHING_YET] == list(range(2_000))


def test_an_item_is_there_before_the_next_one_has_come():
    come = Queue()
    items = read_ahead(iter(come.get, None))
    come.put("first")
    assert next(item for item in items if item is not NOTHING_YET) == "first"
    assert next(items) is NOTHING_YET
    come.put("second")
    assert next(items) == "second"
    come.put(None)
    assert [item for item in items if item is not NOTHING_YET] == []


def test_what_ends_the_items_is_raised_after_those_before_it():
    def items():
        yield 1
        raise LookupError("no more")

    found = []
    with pytest.raises(LookupError, match="no more"):
        found.extend(item for item in read_ahead(items()) if item is not NOTHING_YET)
    stream = read_ahead(items())
    assert next(item for item in stream if item is not NOTHING_YET) == 1


@pytest.fixture
def rows():
    """`claimcheck extract` on rows that come through a pipe."""
    home = str(Path(claimcheck.__file__).parent.parent)
    command = [sys.executable, "-m", "claimcheck", "extract", "-", "--input-format", "jsonl", "-f", "jsonl"]
    with subprocess.Popen(
        [*command, "--model", "blank"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": home},
    ) as process:
        yield process
        process.kill()


def pour(process, number):
    process.stdin.write(json.dumps({"text": f"The town has {number} wells."}) + "\n")
    process.stdin.flush()


def test_a_row_of_a_pipe_is_answered_before_the_next_one_comes(rows):
    for number in (300, 400, 500):
        pour(rows, number)
        assert json.loads(rows.stdout.readline())["value"]["number"] == number
    rows.stdin.close()
    assert rows.wait(timeout=20) == 0
    assert rows.stdout.read() == ""


def test_an_interrupt_ends_the_wait_for_a_row(rows):
    pour(rows, 300)
    rows.stdout.readline()
    time.sleep(0.2)  # until it waits
    rows.send_signal(signal.SIGINT)
    assert rows.wait(timeout=20) == 130
    assert rows.stderr.read() == ""


def test_a_reader_that_has_enough_ends_the_run(rows):
    pour(rows, 300)
    rows.stdout.close()
    pour(rows, 400)
    pour(rows, 500)
    assert rows.wait(timeout=20) in (0, 141, -signal.SIGPIPE)
    assert rows.stderr.read() == ""
