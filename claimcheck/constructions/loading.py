"""Constructions put together from their files: every word in every form, by the token that triggers it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.constructions.definitions import (
    WITH_PREPOSITIONS,
    Constructions,
    Entry,
    Form,
    Group,
    RelationDefinition,
    Words,
)
from claimcheck.constructions.tables import KINDS, read_tables
from claimcheck.errors import LexiconError, reason
from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.constructions import bundled_sources
from claimcheck.lexicons.inflecting import inflect_noun, inflect_verb

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


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
        new_forms, new_relations, new_words = read_tables(source, text)
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
            raise LexiconError(f"{path}: {reason(error)}") from error
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
