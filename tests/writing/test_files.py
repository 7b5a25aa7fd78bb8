"""A file is there whole, or it is as it was before."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from claimcheck.errors import WritingError
from claimcheck.writing import files
from claimcheck.writing.files import open_output, remove_unfinished


def test_content_appears_when_the_block_ends(tmp_path):
    path = tmp_path / "claims.json"
    with open_output(path) as out:
        out.write("Zoë\r\n")
        assert not path.exists()
    assert path.read_bytes() == "Zoë\r\n".encode()
    assert [item.name for item in tmp_path.iterdir()] == ["claims.json"]


def test_an_error_leaves_the_old_content(tmp_path):
    path = tmp_path / "claims.json"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt), open_output(path) as out:  # noqa: PT012 - the error ends the block
        out.write("half of the n")
        raise KeyboardInterrupt
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["claims.json"]


def test_a_link_is_followed(tmp_path):
    (tmp_path / "link.json").symlink_to("real.json")
    with open_output(tmp_path / "link.json") as out:
        out.write("new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


def test_rights_are_those_of_the_umask_or_of_the_old_file(tmp_path):
    old = os.umask(0o027)
    try:
        with open_output(tmp_path / "new.json") as out:
            out.write("x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o640
    (tmp_path / "new.json").chmod(0o604)
    with open_output(tmp_path / "new.json") as out:
        out.write("y")
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o604


def test_a_device_is_written_to_not_replaced():
    device = Path(os.devnull)
    with open_output(device) as out:
        out.write("x")
    assert stat.S_ISCHR(device.stat().st_mode)


def test_a_missing_folder_is_an_error_that_names_the_file(tmp_path):
    with (
        pytest.raises(WritingError, match=r"nowhere/x\.json: no such file"),
        open_output(tmp_path / "nowhere" / "x.json"),
    ):
        pass


def litter(folder, name="old", age=0):
    """An unfinished file that nobody writes to, of this machine, changed `age` seconds ago."""
    path = folder / f".claimcheck-{files._machine()}-{name}.tmp"
    path.write_text("half")
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def test_processes_of_one_number_do_not_share_a_file(tmp_path, monkeypatch):
    """Two containers, or two hosts on one disk, count their processes alike."""
    monkeypatch.setattr(os, "getpid", lambda: 7)
    with open_output(tmp_path / "a.json") as one, open_output(tmp_path / "a.json") as other:
        one.write("claims of one")
        other.write("claims of the other")
        one.flush()
        assert len(list(tmp_path.iterdir())) == 2
    assert (tmp_path / "a.json").read_text() == "claims of one"  # it is the last to be done


def test_a_file_that_is_being_written_is_no_litter(tmp_path):
    old = litter(tmp_path)
    with open_output(tmp_path / "a.json") as out:
        out.write("whole")
        (temporary,) = [path for path in tmp_path.iterdir() if path != old]
        os.utime(temporary, (0, 0))
        remove_unfinished(tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == [temporary.name]
    assert (tmp_path / "a.json").read_text() == "whole"


@pytest.mark.parametrize(("age", "is_left"), [(60, True), (files.ABANDONED_SECONDS + 60, False)])
def test_what_another_machine_left_is_litter_after_a_day(tmp_path, monkeypatch, age, is_left):
    monkeypatch.setattr(files, "_machine", lambda: "01234567")
    path = litter(tmp_path, age=age)
    monkeypatch.setattr(files, "_machine", lambda: "76543210")
    remove_unfinished(tmp_path)
    assert path.exists() == is_left


@pytest.mark.parametrize(("age", "is_left"), [(60, True), (files.ABANDONED_SECONDS + 60, False)])
def test_where_there_are_no_locks_age_decides(tmp_path, monkeypatch, age, is_left):
    monkeypatch.setattr(files, "fcntl", None)
    path = litter(tmp_path, age=age)
    remove_unfinished(tmp_path)
    assert path.exists() == is_left
    with open_output(tmp_path / "a.json") as out:
        out.write("whole")
    assert (tmp_path / "a.json").read_text() == "whole"


def test_a_file_that_was_taken_for_litter_before_it_was_locked_is_made_anew(tmp_path, monkeypatch):
    lock = files._lock
    taken = []

    def lock_late(descriptor):
        if not taken:
            taken.extend(tmp_path.iterdir())
            taken[0].unlink()
        return lock(descriptor)

    monkeypatch.setattr(files, "_lock", lock_late)
    with open_output(tmp_path / "a.json") as out:
        out.write("whole")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
