"""Marked text and tables as plain HTML, for `_repr_html_` in notebooks: no script, style sheet or network."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_ROWS = 50
"""So many rows a cell of a notebook shows; the rest are counted. Twice a screen."""

MAX_TEXT_CHARS = 20_000
"""A longer text is not shown marked: a notebook keeps what it shows in its file."""


def marked_html(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """The text with its spans marked. Of spans that overlap, the one that starts first is shown.

    Args:
        text: any text; it is escaped.
        spans: half-open offsets into it, and what a mark says when it is pointed at.

    >>> marked_html("5 < 6 cats", [(4, 10, "count")])
    '5 &lt; <mark title="count">6 cats</mark>'
    """
    parts, place = [], 0
    for start, end, title in sorted(spans):
        if start < place:
            continue
        parts += [
            escape(text[place:start]),
            f'<mark title="{escape(title)}">{escape(text[start:end])}</mark>',
        ]
        place = end
    return "".join([*parts, escape(text[place:])])


def text_html(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """A block of marked text that keeps its line breaks; nothing where it is longer than `MAX_TEXT_CHARS`."""
    if len(text) > MAX_TEXT_CHARS:
        return ""
    return f'<div style="white-space: pre-wrap; text-align: left">{marked_html(text, spans)}</div>'


def table_html(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of cells that are HTML already, at most `MAX_ROWS` of them, under a caption in plain words."""
    more = f" (the first {MAX_ROWS} of {len(rows):,})" if len(rows) > MAX_ROWS else ""
    titles = "".join(f"<th>{escape(title)}</th>" for title in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows[:MAX_ROWS])
    return f"<table><caption>{escape(caption + more)}</caption><tr>{titles}</tr>{lines}</table>"
