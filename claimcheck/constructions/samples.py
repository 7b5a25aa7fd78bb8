"""Sentences for each word in each form, made from the frames of the form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.inflecting import inflect_noun, inflect_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.constructions.definitions import Entry

_MARKS = re.compile(r"[\[\]{}<>]")


def plain(example: str) -> str:
    """An example without its marks."""
    return _MARKS.sub("", example)


def marked(example: str, opening: str) -> tuple[int, int]:
    """Where the part in these marks stands in `plain(example)`: `[`, `{` or `<`."""
    closing = {"[": "]", "{": "}", "<": ">"}[opening]
    first, last = example.index(opening), example.index(closing)
    return first - len(_MARKS.findall(example[:first])), last - len(_MARKS.findall(example[:last]))


def samples(entry: Entry) -> Iterator[str]:
    """The frames of a form with the word and with a thing and an other of the relation."""
    for frame in entry.form.frames:
        yield _filled(entry, frame)


def _filled(entry: Entry, text: str) -> str:
    thing, other = entry.words.sample or entry.relation.sample
    roles = {role: thing if role == entry.words.thing else other for role in entry.form.roles}
    for role, name in roles.items():
        text = re.sub(rf"\b{role.upper()}\b", name, text)
    an = r"\ban (?=[A-Z]+\b)" if entry.word[0] not in "aeiou" else r"\ba (?=NOUN\b)"
    text = re.sub(an, "a " if entry.word[0] not in "aeiou" else "an ", text)
    verb, _, particle = entry.word.partition(" ")
    particle = f" {particle}" if particle else ""
    forms = inflect_verb(verb)
    one, several = inflect_noun(entry.word)
    several = f"{entry.word.rpartition(' ')[0]} {inflect_noun(entry.word.split(' ')[-1])[1]}".strip()
    words = {
        "VERBED": (forms.past if entry.form.voice == "active" else forms.participle) + particle,
        "VERBS": forms.third + particle,
        "VERB": forms.base + particle,
        "NOUNS": several,
        "NOUN": one,
        "SUFFIX": entry.word,
        "PREP": entry.words.prepositions[0] if entry.words.prepositions else "",
    }
    for mark, word in words.items():
        text = re.sub(rf"\b{mark}\b", word, text)
    return text[:1].upper() + text[1:]
