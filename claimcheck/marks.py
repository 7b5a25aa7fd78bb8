"""Marks of a plain text that are no part of what it says: emphasis as in "**18%**", and a second sign at the
end of a line.

The stages read the text without them; what they find gets its place in the text as it is written back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.article import Article

Model = TypeVar("Model", bound=BaseModel)

# Not "2**10" nor the stars of notes, "0.05** and 0.01**".
_EMPHASIS = re.compile(r"(?<![\w*])(?P<open>\*\*)(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])(?P<close>\*\*)(?![\w*])")
_CARRIAGE = re.compile(r"(?P<open>\r)(?=\n)")


class Unmarked(NamedTuple):
    """A text without its marks.

    Attributes:
        text: what is left.
        written: the text with them.
        places: offsets into `text` from which on so many characters are left out before: ascending.
        shifts: how many, by the index of the place.
    """

    text: str
    written: str
    places: Sequence[int]
    shifts: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of `text` stand in the text as written, half-open."""
        first = self._at(start)
        last = self._at(end - 1) + 1 if end > start else first
        if self.written.count("**", first, last) % 2:  # half of a pair: "in **March 2021"
            if self.written.startswith("**", last):
                last += 2
            elif self.written.endswith("**", 0, first):
                first -= 2
        return first, last

    def _at(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.places, offset) - 1]


def unmarked(article: Article) -> Unmarked | None:
    """The text of an article without marks; None where it has none, or its format took care of them."""
    text = article.text
    if not ("**" in text or "\r\n" in text):
        return None
    if article.places is not None or article.tables is not None or article.asides:
        return None
    found = [*_EMPHASIS.finditer(text), *_CARRIAGE.finditer(text)]
    marks = sorted(match.span(name) for match in found for name in match.groupdict())
    if not marks:
        return None
    parts, places, shifts = [], [0], [0]
    position = left_out = 0
    for start, end in marks:
        parts.append(text[position:start])
        left_out += end - start
        places.append(end - left_out)
        shifts.append(left_out)
        position = end
    return Unmarked("".join([*parts, text[position:]]), text, places, shifts)


def as_written(model: Model, marks: Unmarked) -> Model:
    """A result with every stretch of the text in it, at whatever depth, where it stands with the marks."""
    return model.model_copy(update=_moved(model, marks))


def _moved(model: BaseModel, marks: Unmarked) -> dict[str, Any]:
    update: dict[str, Any] = {}
    for name, value in model:
        if isinstance(value, BaseModel):
            update[name] = as_written(value, marks)
        elif isinstance(value, tuple) and any(isinstance(part, BaseModel) for part in value):
            update[name] = tuple(as_written(part, marks) for part in value)
    if "start" in type(model).model_fields and "end" in type(model).model_fields:
        start, end = marks.span(model.start, model.end)  # type: ignore[attr-defined]
        update |= {"start": start, "end": end}
        if "text" in type(model).model_fields:
            update["text"] = marks.written[start:end]
    return update
