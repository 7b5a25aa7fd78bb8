"""Constructions from TOML: forms, relations, words; errors name the file and the line.

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
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from claimcheck.constructions.sides import SIDES
from claimcheck.errors import LexiconError
from claimcheck.grammar.predications import SLOTS
from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.constructions import bundled_sources
from claimcheck.lexicons.inflecting import inflect_noun, inflect_verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

KINDS = ("organization", "technology")
TRIGGERS = ("verb", "noun", "suffix")
MIN_EXAMPLES = 2
MIN_NEAR_MISSES = 1
WITH_PREPOSITIONS = frozenset({"PREP", "COPULA", "LATER", "STRANDED"})
"""The slots that take the prepositions of the words."""
_NAME = re.compile(r"[a-z_]+/[a-z_]+(?:-[a-z_]+)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which a word shows its sides.

    Attributes:
        template, name: "transitive", "passive".
        trigger: what the word is: verb, noun or suffix.
        voice: of a verb; empty for both.
        roles: role -> slot.
        needs, unless: slots that must be filled besides the roles, and that must not.
        frames: sentences with the roles in capitals and VERBED, NOUN and so on for the word.
    """

    template: str
    name: str
    trigger: str
    voice: str
    roles: Mapping[str, str]
    needs: tuple[str, ...]
    unless: tuple[str, ...]
    frames: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class RelationDefinition:
    """A relation, and what may stand on its two sides.

    Attributes:
        kind, name: "organization", "acquired_by".
        thing, other: classes (`sides`).
        thing_words, other_words: of which a side must hold one; empty for any.
        through: nouns in whose place their owner is the thing: "the shares of Acme are listed".
        other_through: nouns in whose place their owner is the other side: "Acme's software is used by".
        otherwise: the relation that it is where the other side is none of `other`: (relation, classes).
        sample: a thing and an other to try words with.
    """

    kind: str
    name: str
    thing: tuple[str, ...]
    other: tuple[str, ...]
    thing_words: frozenset[str]
    other_words: frozenset[str]
    through: frozenset[str]
    other_through: frozenset[str]
    otherwise: tuple[str, tuple[str, ...]] | None
    sample: tuple[str, str]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words that state a relation in the forms of a template.

    Attributes:
        relation: `kind/name`.
        templates: of the forms.
        thing: the role that is the subject of the claim.
        verbs, nouns, suffixes: as in a dictionary, particles behind a space.
        prepositions: those of the slot `PREP`.
        forms: the only forms of the template that count; empty for all.
        thing_classes, other_classes: what the sides must be with these words, in the place of the relation's.
        unlike, thing_unlike: classes that the other side, or the thing, must not be of.
        not_with: nouns that neither side may be, nor be introduced by.
        introduced_by: nouns of which one must introduce the thing: "clients" of "clients such as Acme".
        not_as: words that do not enter a form, as `word/template-form`.
        sample: a thing and an other to try these words with, in the place of the relation's.
        object_words: of which the object of a verb must hold one; `money` stands for an amount of it.
    """

    relation: str
    templates: tuple[str, ...]
    thing: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    suffixes: tuple[str, ...]
    prepositions: tuple[str, ...]
    forms: frozenset[str]
    thing_classes: tuple[str, ...]
    other_classes: tuple[str, ...]
    unlike: tuple[str, ...]
    thing_unlike: tuple[str, ...]
    not_with: frozenset[str]
    object_words: frozenset[str]
    introduced_by: frozenset[str]
    not_as: frozenset[str]
    sample: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    place: str


@dataclass(frozen=True)  # without `slots`, which `cached_property` cannot do with
class Entry:
    """One word in one form, as it is met in a text.

    Attributes:
        before, after: tokens that must stand beside the trigger.
        rule: its name.
        slots: of thing and other.
        base: the base form of a verb whose past forms are others: "found", which as a past belongs to "find".
    """

    word: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    form: Form
    words: Words
    relation: RelationDefinition
    rule: str
    thing_slot: str
    other_slot: str
    base: str = ""

    @cached_property
    def behind(self) -> tuple[frozenset[str], ...]:
        """Sets of words of which one each must stand behind the trigger: those that open a slot, and what
        comes next in a word of several tokens.
        """
        slots = (self.thing_slot, self.other_slot, *self.form.needs)
        opening = tuple(words for words in map(_opening_words, slots) if words)
        return (*opening, frozenset(self.after[:1])) if self.after else opening

    @cached_property
    def has_neighbours(self) -> bool:
        """Whether other tokens must stand beside the trigger."""
        return bool(self.before or self.after)


@dataclass(frozen=True)  # as `Entry`
class Group:
    """The entries of a trigger word that are asked for together.

    Attributes:
        trigger: what the word is to be: verb, noun or suffix.
        gate: words of which the sentence must hold one; empty for none.
        entries: all of them.
        of_several: those for which other tokens must stand beside the trigger.
    """

    trigger: str
    gate: frozenset[str]
    entries: tuple[Entry, ...]
    of_several: tuple[Entry, ...]

    def opened(self, behind: frozenset[str]) -> list[Entry]:
        """The entries each of whose slots that a preposition opens has one of its words among those behind
        the trigger. Many entries wait for the same words, which are looked for once.
        """
        openings, waiting = self._waiting
        unopened = 0
        for words, bit in openings:
            if words.isdisjoint(behind):
                unopened |= bit
        return [entry for entry, bits in waiting if not bits & unopened]

    @cached_property
    def _waiting(self) -> tuple[tuple[tuple[frozenset[str], int], ...], tuple[tuple[Entry, int], ...]]:
        """The sets of words in `Entry.behind`, each with a bit, and each entry with the bits of its own."""
        bits: dict[frozenset[str], int] = {}
        waiting = []
        for entry in self.entries:
            waits_for = 0
            for words in entry.behind:
                waits_for |= bits.setdefault(words, 1 << len(bits))
            waiting.append((entry, waits_for))
        return tuple(bits.items()), tuple(waiting)


def _opening_words(slot: str) -> frozenset[str]:
    """The longest word, which is the rarest, of each of those that open a slot behind its trigger:
    "ownership" of "under the ownership of"; none for other slots.
    """
    name, _, words = slot.partition(":")
    if name == "by":
        return frozenset({"by"})
    if name not in WITH_PREPOSITIONS:
        return frozenset()
    return frozenset(max(preposition.split(), key=len) for preposition in words.split("|") if preposition)


def _grouped(entries: Iterable[Entry]) -> tuple[Group, ...]:
    by_key: dict[tuple[str, frozenset[str]], list[Entry]] = {}
    for entry in entries:
        money = "money" in entry.words.object_words  # an amount needs none of the words
        gate = entry.relation.other_words or (frozenset() if money else entry.words.object_words)
        by_key.setdefault((entry.form.trigger, gate or entry.words.introduced_by), []).append(entry)
    return tuple(
        Group(trigger, gate, tuple(found), tuple(entry for entry in found if entry.has_neighbours))
        for (trigger, gate), found in by_key.items()
    )


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity: it is handed down
class Constructions:
    """Everything that the files say, and an index by the word that triggers it.

    Attributes:
        index: kind -> trigger token -> its entries, in groups, in the order of the files.
    """

    forms: tuple[Form, ...]
    relations: tuple[RelationDefinition, ...]
    words: tuple[Words, ...]
    index: Mapping[str, Mapping[str, tuple[Group, ...]]]
    vocabulary: Mapping[str, frozenset[str]]

    def entries(self) -> Iterable[Entry]:
        """Each entry once."""
        seen: dict[str, Entry] = {}
        for by_token in self.index.values():
            for groups in by_token.values():
                for group in groups:
                    for entry in group.entries:
                        seen.setdefault(entry.rule, entry)
        return seen.values()


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


def _read(source: str, text: str) -> tuple[list[Form], list[RelationDefinition], list[Words]]:
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


def _entries(
    words: Words, forms: Iterable[Form], relation: RelationDefinition
) -> Iterable[tuple[str, Entry]]:
    """Trigger token -> entry, for every word of a block in every form of its template."""
    for form in forms:
        if words.forms and form.name not in words.forms:
            continue
        other = next(role for role in form.roles if role != words.thing)
        slots = tuple(
            _with_prepositions(form.roles[role], words.prepositions) for role in (words.thing, other)
        )
        for word in {"verb": words.verbs, "noun": words.nouns, "suffix": words.suffixes}[form.trigger]:
            if f"{word}/{form.template}-{form.name}" in words.not_as:
                continue
            rule = "/".join((words.relation, word.replace(" ", "-"), f"{form.template}-{form.name}"))
            parts = word.split(" ")
            before, after = tuple(parts[:-1]), tuple(parts[1:])
            base = ""
            if form.trigger == "verb":
                inflected = inflect_verb(parts[0])
                tokens, before = set(inflected), ()
                base = "" if inflected.base in (inflected.past, inflected.participle) else inflected.base
            elif form.trigger == "noun":
                tokens, after = set(inflect_noun(parts[-1])), ()
            else:
                tokens, before, after = {word}, (), ()
            entry = Entry(word, before, after, form, words, relation, rule, slots[0], slots[1], base)
            for token in sorted(tokens):
                pieces = token.split("-")  # tokens end at hyphens
                yield pieces[-1], entry if len(pieces) == 1 else _with_before(entry, pieces[:-1])


def _with_before(entry: Entry, pieces: list[str]) -> Entry:
    """The entry of a word with hyphens, found by its last part."""
    joined = [part for piece in pieces for part in (piece, "-")]
    return Entry(
        entry.word,
        (*entry.before, *joined),
        entry.after,
        entry.form,
        entry.words,
        entry.relation,
        entry.rule,
        entry.thing_slot,
        entry.other_slot,
    )


def _with_prepositions(slot: str, prepositions: tuple[str, ...]) -> str:
    if slot in WITH_PREPOSITIONS:
        return f"{slot}:" + "|".join(sorted(prepositions, key=len, reverse=True))
    return slot


def _check_forms(words: Words, forms: Iterable[Form]) -> None:
    """Whether the forms that a block of words names are those of its templates, and its role is theirs."""
    names = {form.name for form in forms}
    for name in sorted(words.forms - names):
        templates, known = ", ".join(words.templates), ", ".join(sorted(names))
        raise LexiconError(f"{words.place}: {templates} has no form {name!r}, but {known}")
    for form in forms:
        if words.thing not in form.roles:
            roles = ", ".join(form.roles)
            raise LexiconError(f"{words.place}: {words.thing!r} is no role of {form.template}, but {roles}")


def compile_constructions(sources: Iterable[tuple[str, str]]) -> Constructions:
    """The constructions of some files, given as name and text, in their order.

    Raises:
        LexiconError: a file breaks its form; the message names the file and the line.
    """
    forms: dict[tuple[str, str], Form] = {}
    relations: dict[str, RelationDefinition] = {}
    words: list[Words] = []
    for source, text in sources:
        new_forms, new_relations, new_words = _read(source, text)
        for form in new_forms:
            if (form.template, form.name) in forms:
                raise LexiconError(f"{form.place}: there is a form {form.template}/{form.name} already")
            forms[form.template, form.name] = form
        for relation in new_relations:
            if f"{relation.kind}/{relation.name}" in relations:
                raise LexiconError(
                    f"{relation.place}: there is a relation {relation.kind}/{relation.name} already"
                )
            relations[f"{relation.kind}/{relation.name}"] = relation
        words.extend(new_words)
    index: dict[str, defaultdict[str, list[Entry]]] = {kind: defaultdict(list) for kind in KINDS}
    for block in words:
        if block.relation not in relations:
            raise LexiconError(f"{block.place}: there is no relation {block.relation!r}")
        for template in block.templates:
            if not any(form.template == template for form in forms.values()):
                known = ", ".join(dict.fromkeys(form.template for form in forms.values()))
                raise LexiconError(f"{block.place}: there is no template {template!r}, but {known}")
        of_template = [form for form in forms.values() if form.template in block.templates]
        _check_forms(block, of_template)
        relation = relations[block.relation]
        for token, entry in _entries(block, of_template, relation):
            index[relation.kind][token].append(entry)
    frozen = {kind: {token: _grouped(found) for token, found in by.items()} for kind, by in index.items()}
    return Constructions(
        tuple(forms.values()),
        tuple(relations.values()),
        tuple(words),
        frozen,
        {kind: frozenset(by) for kind, by in frozen.items()},
    )


@per_lexicon
def bundled_constructions() -> Constructions:
    """The constructions of the package."""
    return compile_constructions(bundled_sources())


def read_constructions(paths: Iterable[Path]) -> tuple[tuple[str, str], ...]:
    """Name and text of the user's files, checked together with those of the package.

    Raises:
        LexiconError: a file cannot be read or breaks its form; the message names the file and the line.
    """
    sources = []
    for path in paths:
        try:
            sources.append((str(path), path.read_bytes().decode("utf-8-sig")))
        except OSError as error:
            raise LexiconError(f"{path}: {(error.strerror or str(error)).lower()}") from error
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise LexiconError(f"{path}, line {line}: not UTF-8") from error
    if sources:
        compile_constructions([*bundled_sources(), *sources])
    return tuple(sources)


@per_lexicon
def constructions_with(own: tuple[tuple[str, str], ...]) -> Constructions:
    """The constructions of the package and those of the user's files, as `read_constructions` gives them."""
    return compile_constructions([*bundled_sources(), *own]) if own else bundled_constructions()
