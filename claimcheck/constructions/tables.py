"""The tables of a file of constructions, read from TOML and checked; errors name the file and the line.

A file holds any of three tables:

    [[forms]]                       # a way in which a word shows its sides, whatever the word
    name = "transitive/passive"     # template and form
    trigger = "verb"                # verb, noun or suffix
    voice = "passive"               # verbs only; active, passive, or left out for both
    roles = { agent = "by", patient = "subject" }       # the slots of `grammar.predications`
    frames = ["PATIENT was VERBED by AGENT."]           # sentences to try each word in
    examples = ["{Kubernetes} was <built> by [Google].", "..."]     # [first role], {second}, <trigger>
    near_misses = ["{Kubernetes} was <developed> by accident."]

    [[relations]]
    name = "organization/acquired_by"
    thing = ["organization", "unknown"]     # what the subject may be, see `sides`
    other = ["organization", "person"]      # what the object may be
    sample = ["GitHub", "Microsoft"]
    examples = ["[Microsoft] <bought {GitHub}>.", "..."]        # {thing}, [other], <the words of the claim>
    near_misses = ["Microsoft bought time."]

    [[words]]
    relation = "organization/acquired_by"   # may be left out in the file of one relation
    template = "transitive"
    thing = "patient"                       # the role of the template that is the subject of the claim
    verbs = ["buy", "snap up"]
    nouns = ["purchase"]
    examples = ["..."]
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from claimcheck.constructions.definitions import Form, RelationDefinition, Words
from claimcheck.constructions.sides import SIDES
from claimcheck.errors import LexiconError
from claimcheck.grammar.predications import SLOTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


KINDS = ("organization", "technology")
TRIGGERS = ("verb", "noun", "suffix")
MIN_EXAMPLES = 2
MIN_NEAR_MISSES = 1
_NAME = re.compile(r"[a-z_]+/[a-z_]+(?:-[a-z_]+)*", re.ASCII)


class _Place:
    """Where the tables of a file stand, for messages."""

    def __init__(self, source: str, text: str) -> None:
        self.source = source
        self.lines: defaultdict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(text.split("\n"), start=1):
            header = re.match(r"\s*\[\[\s*(\w+)\s*\]\]", line)
            if header:
                self.lines[header[1]].append(number)

    def of(self, table: str, index: int) -> str:
        lines = self.lines[table] or [1]
        return f"{self.source}, line {lines[min(index, len(lines) - 1)]}"


_TEXT, _TEXTS, _TABLE = "text", "a list of texts", "a table of texts"
_FIELDS: Mapping[str, Mapping[str, tuple[str, bool]]] = {
    "forms": {
        "name": (_TEXT, True),
        "trigger": (_TEXT, True),
        "voice": (_TEXT, False),
        "roles": (_TABLE, True),
        "needs": (_TEXTS, False),
        "unless": (_TEXTS, False),
        "frames": (_TEXTS, True),
        "examples": (_TEXTS, True),
        "near_misses": (_TEXTS, True),
    },
    "relations": {
        "name": (_TEXT, True),
        "thing": (_TEXTS, True),
        "other": (_TEXTS, True),
        "thing_words": (_TEXTS, False),
        "other_words": (_TEXTS, False),
        "through": (_TEXTS, False),
        "other_through": (_TEXTS, False),
        "otherwise": (_TEXTS, False),
        "sample": (_TEXTS, True),
        "examples": (_TEXTS, True),
        "near_misses": (_TEXTS, True),
    },
    "words": {
        "relation": (_TEXT, False),
        "template": (_TEXTS, True),
        "thing": (_TEXT, True),
        "verbs": (_TEXTS, False),
        "nouns": (_TEXTS, False),
        "suffixes": (_TEXTS, False),
        "prepositions": (_TEXTS, False),
        "forms": (_TEXTS, False),
        "thing_is": (_TEXTS, False),
        "other_is": (_TEXTS, False),
        "unlike": (_TEXTS, False),
        "thing_unlike": (_TEXTS, False),
        "not_with": (_TEXTS, False),
        "object_words": (_TEXTS, False),
        "introduced_by": (_TEXTS, False),
        "not_as": (_TEXTS, False),
        "sample": (_TEXTS, False),
        "examples": (_TEXTS, True),
        "near_misses": (_TEXTS, False),
    },
}


def _check_fields(table: str, row: Any, place: str) -> None:
    if not isinstance(row, dict):
        raise LexiconError(f"{place}: write each below [[{table}]]")
    fields = _FIELDS[table]
    for field, content in row.items():
        if field not in fields:
            raise LexiconError(f"{place}: {field!r} is not one of {', '.join(fields)}")
        wanted = fields[field][0]
        if field == "template" and isinstance(content, str):
            content = [content]  # noqa: PLW2901 - one stands for a list of one
        parts = {_TEXT: [content], _TEXTS: content, _TABLE: content}[wanted]
        if wanted == _TABLE:
            is_right = isinstance(parts, dict) and all(isinstance(part, str) for part in parts.values())
        else:
            is_right = isinstance(parts, list) and all(isinstance(part, str) for part in parts)
        if not is_right:
            raise LexiconError(f"{place}: {field} is to be {wanted}")
        if wanted == _TEXTS and len(set(parts)) < len(parts):
            repeated = next(part for part, times in Counter(parts).items() if times > 1)
            raise LexiconError(f"{place}: {repeated!r} stands in {field} more than once")
    for field, (_, is_needed) in fields.items():
        if is_needed and not row.get(field):
            raise LexiconError(f"{place}: {field} is missing")


def _check_marks(examples: Iterable[str], marks: str, place: str) -> None:
    for example in examples:
        for mark in marks:
            if example.count(mark) != 1:
                raise LexiconError(f"{place}: an example marks its parts once with {marks}: {example!r}")


def _check_sides(classes: Iterable[str], place: str) -> None:
    for name in classes:
        if name not in SIDES:
            known = ", ".join(name for name in SIDES if "-" not in name)
            raise LexiconError(
                f"{place}: {name!r} is no class of a side: {known}, the-organization and so on"
            )


def read_tables(source: str, text: str) -> tuple[list[Form], list[RelationDefinition], list[Words]]:
    """The tables of one file, whose name is `source`, each as it stands; `LexiconError` for a wrong one."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        raise LexiconError(f"{source}, line {line}: {str(error).partition(' (at ')[0].lower()}") from error
    place = _Place(source, text)
    for name in tables:
        if name not in _FIELDS:
            raise LexiconError(f"{source}, line 1: {name!r} is not one of {', '.join(_FIELDS)}")
        for index, row in enumerate(tables[name] if isinstance(tables[name], list) else [None]):
            _check_fields(name, row, place.of(name, index))
    forms = [_form(row, place.of("forms", i)) for i, row in enumerate(tables.get("forms", ()))]
    relations = [
        _relation(row, place.of("relations", i)) for i, row in enumerate(tables.get("relations", ()))
    ]
    only = f"{relations[0].kind}/{relations[0].name}" if len(relations) == 1 else ""
    words = [_words(row, only, place.of("words", i)) for i, row in enumerate(tables.get("words", ()))]
    return forms, relations, words


def _check_counts(row: Mapping[str, Any], place: str) -> None:
    if len(row["examples"]) < MIN_EXAMPLES or len(row["near_misses"]) < MIN_NEAR_MISSES:
        raise LexiconError(
            f"{place}: {row['name']} needs {MIN_EXAMPLES} examples and {MIN_NEAR_MISSES} near miss"
        )


def _form(row: Mapping[str, Any], place: str) -> Form:
    template, _, name = row["name"].partition("/")
    if not _NAME.fullmatch(row["name"]):
        raise LexiconError(f"{place}: {row['name']!r} is no name such as transitive/passive")
    if row["trigger"] not in TRIGGERS:
        raise LexiconError(f"{place}: trigger is {row['trigger']!r}, not one of {', '.join(TRIGGERS)}")
    if row.get("voice", "") not in ("", "active", "passive"):
        raise LexiconError(f"{place}: voice is {row['voice']!r}, not active or passive")
    if len(row["roles"]) != 2:
        raise LexiconError(f"{place}: roles names two roles with their slots")
    for slot in (*row["roles"].values(), *row.get("needs", ()), *row.get("unless", ())):
        if slot.partition(":")[0] not in SLOTS:
            raise LexiconError(f"{place}: {slot!r} is not one of the slots {', '.join(sorted(SLOTS))}")
    _check_counts(row, place)
    _check_marks(row["examples"], "[]{}<>", place)
    _check_marks(row["near_misses"], "<>", place)
    return Form(
        template,
        name,
        row["trigger"],
        row.get("voice", ""),
        dict(row["roles"]),
        tuple(row.get("needs", ())),
        tuple(row.get("unless", ())),
        tuple(row["frames"]),
        tuple(row["examples"]),
        tuple(row["near_misses"]),
        place,
    )


def _relation(row: Mapping[str, Any], place: str) -> RelationDefinition:
    kind, _, name = row["name"].partition("/")
    if kind not in KINDS and _NAME.fullmatch(row["name"]):
        raise LexiconError(f"{place}: {kind!r} is no kind of relation: {', '.join(KINDS)}")
    if not _NAME.fullmatch(row["name"]):
        raise LexiconError(f"{place}: {row['name']!r} is no name such as organization/acquired_by")
    if len(row["sample"]) != 2:
        raise LexiconError(f"{place}: sample is a thing and an other, such as GitHub and Microsoft")
    _check_counts(row, place)
    _check_marks(row["examples"], "[]{}<>", place)
    otherwise = row.get("otherwise", ())
    _check_sides((*row["thing"], *row["other"], *otherwise[1:]), place)
    return RelationDefinition(
        kind,
        name,
        tuple(row["thing"]),
        tuple(row["other"]),
        frozenset(row.get("thing_words", ())),
        frozenset(row.get("other_words", ())),
        frozenset(row.get("through", ())),
        frozenset(row.get("other_through", ())),
        (otherwise[0], tuple(otherwise[1:])) if otherwise else None,
        (row["sample"][0], row["sample"][1]),
        tuple(row["examples"]),
        tuple(row["near_misses"]),
        place,
    )


def _words(row: Mapping[str, Any], only: str, place: str) -> Words:
    relation = row.get("relation", only)
    if not relation:
        raise LexiconError(f"{place}: relation is missing, such as organization/acquired_by")
    if not any(row.get(field) for field in ("verbs", "nouns", "suffixes")):
        raise LexiconError(f"{place}: there are no verbs, nouns or suffixes")
    _check_marks(row["examples"], "[]{}<>", place)
    sides = (row.get(field, ()) for field in ("thing_is", "other_is", "unlike", "thing_unlike"))
    _check_sides((name for side in sides for name in side), place)
    texts = {field: tuple(row.get(field, ())) for field in _FIELDS["words"]}
    return Words(
        relation=relation,
        templates=(row["template"],) if isinstance(row["template"], str) else texts["template"],
        thing=row["thing"],
        verbs=texts["verbs"],
        nouns=texts["nouns"],
        suffixes=texts["suffixes"],
        prepositions=texts["prepositions"],
        forms=frozenset(texts["forms"]),
        thing_classes=texts["thing_is"],
        other_classes=texts["other_is"],
        unlike=texts["unlike"],
        thing_unlike=texts["thing_unlike"],
        not_with=frozenset(texts["not_with"]),
        object_words=frozenset(texts["object_words"]),
        introduced_by=frozenset(texts["introduced_by"]),
        not_as=frozenset(texts["not_as"]),
        sample=texts["sample"],
        examples=texts["examples"],
        near_misses=texts["near_misses"],
        place=place,
    )
