"""A file is there whole, or it is as it was before."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from claimcheck.errors import WritingError
from claimcheck.writing.files import open_output


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
        pytest.raises(WritingError, match=r"nowhere/x\.json: No such file"),
        open_output(tmp_path / "nowhere" / "x.json"),
    ):
        pass
