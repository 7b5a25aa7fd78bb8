"""Marks of a plain text that are no part of what it says: emphasis as in "**18%**", a second sign at the end
of a line, characters that are not seen, and character references that were left in ("&quot;").

The stages read the text without them; what they find gets its place in the text as it is written back.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimcheck.article import Article

Model = TypeVar("Model", bound=BaseModel)

# Not "2**10" nor the stars of notes, "0.05** and 0.01**".
_EMPHASIS = re.compile(r"(?<![\w*])(?P<open>\*\*)(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])(?P<close>\*\*)(?![\w*])")
_CARRIAGE = re.compile(r"(?P<open>\r)(?=\n)")
# Soft hyphens but at the end of a line, where they part a word; blanks and joints without width; directions.
# The joiners U+200C and U+200D stay: they change how scripts and pictures look.
_UNSEEN = re.compile(
    r"(?P<open>(?:\u00ad(?!\r?\n)|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff])+)"
)
_REFERENCE = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")


class Unmarked(NamedTuple):
    """A text without its marks.

    Attributes:
        text: what is left.
        written: the text with them.
        places: offsets into `text` from which on so many characters are left out before: ascending.
        shifts: how many, by the index of the place.
        ends: where references end in `written`, by the offset into `text` of the character that each means.
    """

    text: str
    written: str
    places: Sequence[int]
    shifts: Sequence[int]
    ends: Mapping[int, int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of `text` stand in the text as written, half-open."""
        first = self._at(start)
        last = self.ends.get(end - 1, self._at(end - 1) + 1) if end > start else first
        if self.written.count("**", first, last) % 2:  # half of a pair: "in **March 2021"
            if self.written.startswith("**", last):
                last += 2
            elif self.written.endswith("**", 0, first):
                first -= 2
        return first, last

    def span_in_text(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the text as written stand in `text`, half-open."""
        return self._in_text(start), self._in_text(end)

    def _in_text(self, offset: int) -> int:
        marks = range(len(self.places))
        index = bisect_right(marks, offset, key=lambda mark: self.places[mark] + self.shifts[mark]) - 1
        inside = offset - self.shifts[index]
        return inside if index + 1 == len(self.places) else min(inside, self.places[index + 1])

    def _at(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.places, offset) - 1]


def unmarked(article: Article) -> Unmarked | None:
    """The text of an article without marks; None where it has none, or its format took care of them."""
    text = article.text
    if not (
        "**" in text
        or "\r\n" in text
        or _REFERENCE.search(text)
        or (not text.isascii() and _UNSEEN.search(text))
    ):
        return None
    if article.places is not None or article.tables is not None or article.asides:
        return None
    found = [*_EMPHASIS.finditer(text), *_CARRIAGE.finditer(text), *_UNSEEN.finditer(text)]
    marks = [(*match.span(name), "") for match in found for name in match.groupdict()]
    marks += [
        (*match.span(), character)
        for match in _REFERENCE.finditer(text)
        if (character := _referred(match[0]))
    ]
    return _without(text, sorted(marks)) if marks else None


def _referred(reference: str) -> str:
    """The character of a reference; none where it has no such, or more than one."""
    character = html.unescape(reference)
    return character if len(character) == 1 else ""


def _without(text: str, marks: Sequence[tuple[int, int, str]]) -> Unmarked:
    parts: list[str] = []
    places, shifts, ends = [0], [0], {}
    position = left_out = 0
    for start, end, character in marks:
        parts += text[position:start], character
        if character:
            ends[start - left_out] = end
        left_out += end - start - len(character)
        places.append(end - left_out)
        shifts.append(left_out)
        position = end
    return Unmarked("".join([*parts, text[position:]]), text, places, shifts, ends)


def as_written(model: Model, marks: Unmarked) -> Model:
    """A result with every stretch of the text in it, at whatever depth, where it stands with the marks."""
    return _moved(model, marks.span, marks.written)


def as_read(model: Model, marks: Unmarked) -> Model:
    """A result over the text as written with every stretch where it stands without the marks."""
    return _moved(model, marks.span_in_text, marks.text)


def _moved(model: Model, moved_span: Callable[[int, int], tuple[int, int]], text: str) -> Model:
    update: dict[str, Any] = {}
    for name, value in model:
        if isinstance(value, BaseModel):
            update[name] = _moved(value, moved_span, text)
        elif isinstance(value, tuple) and any(isinstance(part, BaseModel) for part in value):
            update[name] = tuple(_moved(part, moved_span, text) for part in value)
    if "start" in type(model).model_fields and "end" in type(model).model_fields:
        start, end = moved_span(model.start, model.end)  # type: ignore[attr-defined]
        update |= {"start": start, "end": end}
        if "text" in type(model).model_fields:
            update["text"] = text[start:end]
    return model.model_copy(update=update)
