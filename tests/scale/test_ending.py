"""Runs that a signal ends while they write: nothing is left behind, or the next run removes it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from claimcheck.writing.files import remove_unfinished


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs the signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"])
def test_a_run_that_is_ended_leaves_no_litter_to_the_next(tmp_path, name):
    (tmp_path / "a.txt").write_text("It paid $5. " * 4_000)
    arguments = [
        sys.executable,
        "-m",
        "claimcheck",
        "extract",
        "a.txt",
        "a.txt",
        "-",
        "--model",
        "blank",
        "-o",
        "o.json",
    ]
    run = subprocess.Popen(arguments, cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    started = time.monotonic()
    while time.monotonic() - started < 60 and not list(tmp_path.glob(".claimcheck-*")) and run.poll() is None:
        time.sleep(0.01)
    run.send_signal(getattr(signal, name))
    _, said = run.communicate(timeout=60)
    assert said in (
        "",
        "claimcheck: -: no text in it\n",
    )  # the pipe may be closed before the signal comes through
    left = list(tmp_path.glob(".claimcheck-*"))
    if name == "SIGKILL":
        assert left
        remove_unfinished(tmp_path)
        assert not list(tmp_path.glob(".claimcheck-*"))
    else:
        assert run.returncode == 128 + getattr(signal, name)
        assert not left
    assert not (tmp_path / "o.json").exists()
