"""Nothing in an article may act on the terminal it is shown on."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.writing.terminal_text import isolated, shown, without_mentions


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\r\n  lines\tand\u2028more\x85end", "two lines and more end"),
        ("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇"),
        ("\x9b31mred\x7f", "\ufffd31mred␡"),
        ("abc\u202edef\u2066", "abcdef"),
        ("[bold]no markup[/bold] :smile:", "[bold]no markup[/bold] :smile:"),
        ("half \ud83d a pair", "half \ufffd a pair"),
        ("e\u0301 👩‍💻", "e\u0301 👩‍💻"),
    ],
)
def test_controls_are_pictured_and_lines_joined(text, line):
    assert shown(text) == line


@given(st.text(st.characters()))
def test_any_text_becomes_one_printable_line(text):
    line = shown(text)
    assert line.splitlines() in ([line], [])
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in line)
    line.encode()


def test_only_text_that_runs_from_the_right_is_closed():
    assert isolated("Tel Aviv") == "Tel Aviv"
    assert isolated("תל אביב") == "תל אביב\u200e"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("@maria and (@org/team) said", "@·maria and (@·org/team) said"),
        ("write to a.b@example.org", "write to a.b@example.org"),
        ("fixes #12, GH-7 and a/b#3", "fixes #·12, GH-·7 and a/b#·3"),
        ("# 12, C#, ranked #one, 5 @ 3", "# 12, C#, ranked #one, 5 @ 3"),
    ],
)
def test_nobody_is_told_and_no_issue_is_linked(text, written):
    assert without_mentions(text, "·") == written
