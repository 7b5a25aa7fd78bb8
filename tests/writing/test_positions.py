"""Lines and columns, for every kind of line end."""

from __future__ import annotations

import pytest

from claimcheck.writing.positions import Lines


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("one", 3, (1, 4)),
        ("one\ntwo", 3, (1, 4)),
        ("one\ntwo", 4, (2, 1)),
        ("one\r\n\r\ntwo", 7, (3, 1)),
        ("one\rtwo", 4, (2, 1)),
        ("𝔸b\n𝔸c", 4, (2, 2)),
        ("a\u2028b", 2, (1, 3)),
    ],
)
def test_line_and_column_count_from_one(text, offset, place):
    assert Lines(text).at(offset) == place
