"""What the arguments of the command line stand for."""

from __future__ import annotations

import os
from pathlib import PurePath

import pytest

from claimcheck.errors import ReadingError
from claimcheck.reading.inputs import Input, find_inputs, printable_path


def find(argument):
    failures = []
    return list(find_inputs(str(argument), (".txt",), failures.append)), [
        str(failure) for failure in failures
    ]


@pytest.fixture
def folder(tmp_path):
    for name in (
        "b.txt",
        "a.txt",
        "Z.TXT",
        "notes.md",
        ".hidden.txt",
        "sub/a.txt",
        "sub/deep/c.txt",
        ".git/x.txt",
    ):
        path = tmp_path / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return tmp_path / "articles"


def test_a_folder_stands_for_its_texts_in_sorted_order(folder):
    found, failures = find(folder)
    assert [str(item.place) for item in found] == ["Z.TXT", "a.txt", "b.txt", "sub/a.txt", "sub/deep/c.txt"]
    assert [item.source for item in found] == [f"{folder}/{item.place}" for item in found]
    assert failures == []


def test_sources_keep_the_folder_as_it_was_given(folder, monkeypatch):
    monkeypatch.chdir(folder.parent)
    assert find("./articles/")[0][0].source == "./articles/Z.TXT"


def test_a_file_stands_for_itself_whatever_its_name(folder):
    (found,), failures = find(folder / "notes.md")
    assert (found.source, found.place, failures) == (str(folder / "notes.md"), PurePath("notes.md"), [])


def test_a_link_to_a_folder_above_is_not_followed(folder):
    (folder / "sub" / "loop").symlink_to(folder)
    assert len(find(folder)[0]) == 5


def test_a_folder_without_articles_is_a_failure(tmp_path):
    (tmp_path / "picture.png").write_bytes(b"")
    assert find(tmp_path) == ([], [f"{tmp_path}: no articles in this folder (*.txt)"])


def test_a_missing_file_fails_when_it_is_read(tmp_path):
    (found,), _ = find(tmp_path / "nothing.txt")
    with pytest.raises(ReadingError, match=r"nothing\.txt: no such file or directory$"):
        found.read_bytes()
    assert found.size() == 0


def test_a_folder_that_cannot_be_read_as_a_file_says_so(tmp_path):
    with pytest.raises(ReadingError, match="is a directory"):
        Input("x", tmp_path, PurePath("x")).read_bytes()


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_locked_file_says_so(tmp_path):
    path = tmp_path / "locked.txt"
    path.write_text("text")
    path.chmod(0)
    with pytest.raises(ReadingError, match="permission denied"):
        Input("locked.txt", path, PurePath("locked.txt")).read_bytes()


def test_a_name_that_is_not_utf8_is_shown_by_its_bytes():
    assert printable_path(os.fsdecode(b"caf\xe9.txt")) == r"caf\xe9.txt"
