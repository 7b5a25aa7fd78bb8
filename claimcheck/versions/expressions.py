"""A version as it was found in a text, and the ways of writing one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

Comparator = Literal["=", "<", "<=", ">", ">="]


class VersionForm(Enum):
    """How a version is written; a claim is found by `version/FORM`."""

    EXPLICIT = "explicit"  # "version 2", "v2", "release 2.1"
    OPERATOR = "operator"  # ">= 2.1"
    NAME_DOTTED = "name_dotted"  # "Quillo 2.1"
    NAME_NUMBER = "name_number"  # "Quillo 2"
    LIST = "list"  # the second one of "Quillo 2.1 and 2.2"
    GLUED = "glued"  # "IE6"


@dataclass(frozen=True, slots=True)
class VersionExpression:
    """A version; offsets are code points of the text, ends exclusive.

    Attributes:
        start: where the whole phrase begins, name and comparator included.
        end: where it ends, "or later" and "LTS" included.
        text: the characters from `start` to `end`.
        version: the version as written, without "version" and without "+" or "or later".
        comparator: `<`, `<=`, `>=`, `>` for bounds, else `=`.
        name_start: where the name that goes with it begins, or None.
        name_end: where that name ends.
        name: the characters of the name.
        sure: whether the words alone make it a version; otherwise it is one only if the name is software.
        form: how it is written.
    """

    start: int
    end: int
    text: str
    version: str
    comparator: Comparator
    name_start: int | None
    name_end: int | None
    name: str | None
    sure: bool
    form: VersionForm
