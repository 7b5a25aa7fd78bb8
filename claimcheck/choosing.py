"""Which claims of a result are shown: by score, by subject, by attribution, by any field of their record."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_CONDITION = re.compile(r"\s*([a-z_]+(?:\.[a-z_]+)*)\s*(==|!=|>=|<=|=|>|<|~)\s*(.+?)\s*", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_WORDS = {"true": True, "false": False, "null": None, "none": None}


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison of `--where`: a field of the record, as its JSON names it, and what it must be.

    Attributes:
        path: names of fields, from the claim inwards: `("value", "number")`.
        comparison: one of `=`, `!=`, `>`, `>=`, `<`, `<=`, and `~` for "contains", case aside.
        content: a number, a text, true, false or null.
    """

    path: tuple[str, ...]
    comparison: str
    content: float | str | bool | None

    def holds(self, record: object) -> bool:
        """Whether it is so in the JSON of a claim; False where the field is missing or of another type."""
        for name in self.path:
            if not isinstance(record, dict) or name not in record:
                return False
            record = record[name]
        if self.comparison == "~":
            return isinstance(record, str) and str(self.content).lower() in record.lower()
        if self.comparison in ("=", "==", "!="):
            return _COMPARISONS[self.comparison](record, self.content)
        comparable = (isinstance(record, str) and isinstance(self.content, str)) or (
            _is_number(record) and _is_number(self.content)
        )
        return comparable and _COMPARISONS[self.comparison](record, self.content)


def _is_number(content: object) -> bool:
    return isinstance(content, int | float) and not isinstance(content, bool)


def parse_conditions(expression: str) -> tuple[Condition, ...]:
    """The comparisons of an expression, joined by `and`.

    Raises:
        ValueError: a part is no comparison, or its field is in the record of no kind of claim.

    >>> parse_conditions("value.number > 1e6 and kind = money")[0]
    Condition(path=('value', 'number'), comparison='>', content=1000000.0)
    """
    conditions = []
    for part in _AND.split(expression.strip()):
        found = _CONDITION.fullmatch(part)
        if found is None:
            raise ValueError(
                f"{part!r} is no comparison such as 'value.number > 1e6' or 'subject.text ~ Acme'"
            )
        path, comparison, content = found.groups()
        if path not in fields_of_claims():
            near = _field_like(path)
            raise ValueError(f"no claim has a field {path!r}" + (f"; did you mean {near}?" if near else ""))
        conditions.append(Condition(tuple(path.split(".")), comparison, _content(content)))
    return tuple(conditions)


def _field_like(path: str) -> str | None:
    """The field that is written most like a path, else one that ends so: `value.number` for `number`."""
    fields = sorted(fields_of_claims(), key=lambda field: (field.startswith("value."), field))
    by_end = {field.rpartition(".")[2]: field for field in fields}  # a field of the value before others
    if near := get_close_matches(path, fields, n=1):
        return near[0]
    ends = get_close_matches(path.rpartition(".")[2], by_end, n=1, cutoff=0.8)
    return by_end[ends[0]] if ends else None


@cache
def fields_of_claims() -> frozenset[str]:
    """The fields that the record of some claim has, by their paths: `kind`, `subject`, `subject.text`."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - a command that only prints its help does without them

    from claimcheck.claims import Claim  # noqa: PLC0415

    described = TypeAdapter(Claim).json_schema(mode="serialization")
    return frozenset(_paths(described, described["$defs"]))


def _paths(described: dict[str, Any], definitions: dict[str, Any]) -> Iterator[str]:
    """The paths below one part of a JSON Schema; records hold no records of their own kind, so they end."""
    if "$ref" in described:
        described = definitions[described["$ref"].rpartition("/")[2]]
    for name, content in described.get("properties", {}).items():
        yield name
        yield from (f"{name}.{path}" for path in _paths(content, definitions))
    for one in (*described.get("anyOf", ()), *described.get("oneOf", ())):
        yield from _paths(one, definitions)


def _content(written: str) -> float | str | bool | None:
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1]
    if written.lower() in _WORDS:
        return _WORDS[written.lower()]
    try:
        return float(written.replace("_", "").replace(",", ""))
    except ValueError:
        return written


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be shown of a result.

    Attributes:
        top: so many claims at most, those with the highest scores.
        min_score: the least score of a claim.
        sort: whether claims stand in reading order or by score.
        subjects: words of which one must be in the subject, case aside.
        attributed: only claims that somebody is named for.
        conditions: all of them must hold.
    """

    top: int | None = None
    min_score: float = 0.0
    sort: Literal["place", "score"] = "place"
    subjects: tuple[str, ...] = ()
    attributed: bool = False
    conditions: tuple[Condition, ...] = ()

    def of(self, document: Document) -> Document:
        """The document with the claims that are wanted."""
        if self == EVERYTHING:
            return document
        claims = [claim for claim in document.claims if self._wants(claim)]
        by_score = sorted(claims, key=lambda claim: (-(claim.score or 0.0), claim.start, claim.end))
        chosen = by_score if self.top is None else by_score[: self.top]
        if self.sort == "place":
            kept = {id(claim) for claim in chosen}
            chosen = [claim for claim in claims if id(claim) in kept]
        return document.model_copy(update={"claims": tuple(chosen)})

    def _wants(self, claim: BaseClaim) -> bool:
        if (claim.score or 0.0) < self.min_score or (self.attributed and claim.attribution is None):
            return False
        if self.subjects:
            subject = claim.subject
            names = "" if subject is None else f"{subject.text}\n{subject.resolved or ''}".lower()
            if not any(words.lower() in names for words in self.subjects):
                return False
        if not self.conditions:
            return True
        record = claim.model_dump(mode="json", by_alias=True)
        return all(condition.holds(record) for condition in self.conditions)


EVERYTHING = Choice()
