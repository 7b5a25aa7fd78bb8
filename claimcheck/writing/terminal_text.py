"""Any text, made safe to show on a screen: one line, no control sequences, no reversed order."""

from __future__ import annotations

import re

_SPACES = re.compile(r"\s+")
_CONTROL = re.compile("[\0-\x1f\x7f-\x9f]")
# Marks that reverse or embed what follows them, also beyond the end of a cell (Unicode Annex 9; "Trojan
# Source", Boucher and Anderson, 2021), and the separators that some terminals take for line ends.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
# The blocks of scripts that run from right to left (Hebrew to Arabic Extended-A, presentation forms, and
# the plane-one blocks).
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

LEFT_TO_RIGHT_MARK = "\u200e"


def shown(text: str) -> str:
    r"""The text on one line: white space runs become one space, control characters become pictures.

    >>> shown("two\r\n  lines \x1b[31m")
    'two lines ␛[31m'
    """
    text = _DIRECTION.sub("", _SPACES.sub(" ", text))
    return _UNWRITABLE.sub("\ufffd", _CONTROL.sub(_picture, text))


def isolated(text: str) -> str:
    """The text, closed by a mark if it runs from right to left, so that what follows keeps its place."""
    return text + LEFT_TO_RIGHT_MARK if _RIGHT_TO_LEFT.search(text) else text


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the block Control Pictures
    return "␡" if code == 0x7F else "\ufffd"


# GitHub tells whoever is named, and puts a note below whatever is numbered, in a text that is posted there.
_MENTION = re.compile(r"(?<![A-Za-z0-9])@(?=\w)")
_REFERENCE = re.compile(r"(?<![A-Za-z0-9&])#(?=\d)|(?<=[A-Za-z0-9])#(?=\d)|\b(?<=GH)-(?=\d)")


def without_mentions(text: str, gap: str = "\u200b") -> str:
    """The text with a space of no width where GitHub would find a name or the number of an issue.

    >>> without_mentions("@maria asked about a/b#12, a@example.org", "·")
    '@·maria asked about a/b#·12, a@example.org'
    """
    return _REFERENCE.sub(rf"\g<0>{gap}", _MENTION.sub(rf"\g<0>{gap}", text))
