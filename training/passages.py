"""The passages written for this project, with their names marked: passages/*.txt.

A line is a paragraph, a heading, a list item; an empty line parts two passages. `[Name|LABEL]` marks a name.
Beside the labels of the model there are WORK (books, films, songs), EVENT (cups, storms, wars) and OTHER
(laws, awards, ships): the model has none for them, but what looks like a name and is of another kind teaches
too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora import LABELS, NamedSentence

OTHER_LABELS = ("WORK", "EVENT", "OTHER")

MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A line without its marks; `names` are (start, end, label) with any label."""

    text: str
    names: tuple[tuple[int, int, str], ...]
    starts_passage: bool


def read_passage_lines(folder: Path) -> Iterator[PassageLine]:
    """All lines of the folder, in file and line order.

    Raises:
        ValueError: a mark with an unknown label.
    """
    for path in sorted(folder.glob("*.txt")):
        starts_passage = True
        for line in path.read_text(encoding="utf-8").splitlines():
            if line:
                yield _read_line(line, starts_passage=starts_passage)
            starts_passage = not line


def _read_line(line: str, *, starts_passage: bool) -> PassageLine:
    text = ""
    names = []
    at = 0
    for mark in MARK.finditer(line):
        if mark[2] not in LABELS and mark[2] not in OTHER_LABELS:
            raise ValueError(f"unknown label: {mark[0]}")
        text += line[at : mark.start()]
        names.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    return PassageLine(text + line[at:], tuple(names), starts_passage)


def read_passage_names(folder: Path) -> list[NamedSentence]:
    """For the model: a WORK is missing (it may pass for a product), EVENT and OTHER are outside."""
    return [
        NamedSentence(
            line.text,
            tuple(name for name in line.names if name[2] in LABELS),
            tuple((start, end) for start, end, label in line.names if label == "WORK"),
        )
        for line in read_passage_lines(folder)
    ]
