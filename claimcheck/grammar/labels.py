"""Labels of cards and lists of features, "Tokenizer: GPT-NeoX", and what a heading above them names.

A label stands before a colon, in the first cell of a row, or alone over a line or a list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimcheck.mentions import NormalisedDocument, Sentence

Span = tuple[int, int]

_BULLET = r"[ \t]*(?:[-*•+–][ \t]+)?"
_LABEL = re.compile(
    rf"""(?:\|[ ]*)?{_BULLET}(?:\*\*|__)?(?P<label>[A-Za-z][A-Za-z\ -]{{2,28}}?)(?:\*\*|__)?
         (?:[ ]?:(?:\*\*|__)? | [ ]+\|[ ](?=[^|\n]+\|?[ ]*$)
           | \t(?=[^\t\n]+$))""",  # a row of a table with two cells
    re.MULTILINE | re.VERBOSE,
)
_BEHIND_LABELS = (":", " | ", "\t")
_MAX_LABEL = 40  # characters, with a bullet and marks of bold letters
_MAX_LINE = 120
_MAX_ITEMS_ABOVE = 6
_ENDS = (".", "!", "?", ":")
_MARKS = " \t\n*_`'\"“”.:|-•+–#"
MAX_ABOVE = 3000
"""Characters from a label up to the title of its thing."""
_MAX_TITLE_WORDS = 6
_BETWEEN_CELLS = (":", "|", "\t")


def label_before(
    document: NormalisedDocument, sentence: Sentence, labels: Collection[str]
) -> tuple[str, int] | None:
    """The one of some labels that opens the line of a sentence, in lower case, and where its items start."""
    text, start = document.text, sentence.start
    end = start + _MAX_LABEL
    if all(text.find(mark, start, end) < 0 for mark in _BEHIND_LABELS):
        return None
    label = _LABEL.match(text, start, sentence.end)
    if label is None or text[:start].rstrip(" \t*_-•+–")[-1:] not in ("", "\n", "|"):
        return None
    written = label["label"].lower()
    return (written, label.end()) if written in labels else None


def label_above(document: NormalisedDocument, sentence: Sentence, labels: Collection[str]) -> str:
    """The label over a line of names, or over the list that the line is an item of; in lower case."""
    text, (start, end) = document.text, (sentence.start, sentence.end)
    if (
        text[end : end + 1] not in ("", "\n")
        or end - start > _MAX_LINE
        or text[end - 1] in _ENDS
        or start == 0
    ):
        return ""
    line_start = text.rfind("\n", 0, start) + 1
    if text[line_start:start].strip(" \t-*•+–"):
        return ""
    is_item = _is_item(text[line_start:end])
    for _ in range(_MAX_ITEMS_ABOVE):
        line_start, line_end = _line_above(text, line_start)
        line = text[line_start:line_end]
        label = line.strip(" \t-*•+–#_")
        written = label.removesuffix(":").lower()
        if written in labels and (not is_item or label.endswith(":") or not _is_item(line)):
            return written
        if not is_item or label.endswith(":") or not _is_item(line):
            return ""
    return ""


def _line_above(text: str, end: int) -> Span:
    """The last line above a place that is not empty; the text before it, which may be long, is not copied."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return text.rfind("\n", 0, end) + 1, end


_ITEM = re.compile(r"[ \t]*[-*•+–][ \t]")


def _is_item(line: str) -> bool:
    return _ITEM.match(line) is not None


def _is_under_label(text: str, line_start: int, labels: Collection[str]) -> bool:
    """Whether a line is what a label over it gives: "Nvidia A100" under "Hardware"."""
    return text[slice(*_line_above(text, line_start))].strip(_MARKS).lower() in labels


def thing_above(document: NormalisedDocument, start: int, labels: Collection[str]) -> Span | None:
    """The product in the nearest heading above: a short line with little beside its name."""
    text, end = document.text, start
    floor = max(0, start - MAX_ABOVE)
    names = [name for name in document.names() if name.label == "product" and name.end <= start]
    while names and end > floor:
        line_start, end = _line_above(text, end)
        line = text[line_start:end]
        words = line.split()
        while names and names[-1].start >= end:
            names.pop()
        name = names[-1] if names else None
        is_title = len(words) <= _MAX_TITLE_WORDS and not line.endswith(_ENDS) and not _is_item(line)
        is_title = is_title and len(words) > 0 and not any(mark in line for mark in _BETWEEN_CELLS)
        if (
            is_title
            and name is not None
            and name.start >= line_start
            and not _is_under_label(text, line_start, labels)
        ):
            return name.start, name.end
        end = line_start
    return None


def label_opening(
    document: NormalisedDocument, sentence: Sentence, labels: Collection[str]
) -> tuple[str, int] | None:
    """The one of some labels that opens a short line without a colon: "Model Developers Norvale Labs"."""
    text, (start, end) = document.text, (sentence.start, sentence.end)
    if end - start > _MAX_OPENED or text[end : end + 1] not in ("", "\n") or text[end - 1] in _ENDS:
        return None
    if text[max(0, start - 1) : start] not in ("", "\n"):
        return None
    line = text[start:end]
    for label in labels:
        if line.lower().startswith(f"{label} ") and line[len(label) + 1 : len(label) + 2].isupper():
            return label, start + len(label) + 1
    return None


_MAX_OPENED = 60  # characters of such a line
