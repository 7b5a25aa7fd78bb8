"""Whether a phrase, its list or what the sentence says of it is of the classes that a relation takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.constructions.sides import fits, is_he_or_she, is_introduced, is_pointer
from claimcheck.constructions.unknown_names import is_noun_behind_name
from claimcheck.grammar.named_phrases import is_name
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import load_person_names

if TYPE_CHECKING:
    from claimcheck.constructions.definitions import Entry
    from claimcheck.grammar.descriptions.description import Description
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase


def is_fit_thing(
    grammar: SentenceReading,
    entry: Entry,
    thing: Phrase,
    things: tuple[Phrase, ...],
    introduced: Phrase | None,
) -> bool:
    """Whether a thing, or the noun that introduces it, is of the classes that the relation takes."""
    words = entry.words
    classes = words.thing_classes or entry.relation.thing
    is_thing = (
        fits(grammar, thing, classes)
        or (
            introduced is not None
            and (fits(grammar, introduced, classes) or is_introduced(introduced, classes))
        )
        or _is_among_fitting(grammar, thing, things, classes)
        or _is_said_to_fit(grammar, thing, classes)
    )
    return is_thing and not (words.thing_unlike and fits(grammar, thing, words.thing_unlike))


def is_fit_other(
    grammar: SentenceReading,
    entry: Entry,
    other: Phrase,
    members: tuple[Phrase, ...],
    introduced: Phrase | None,
) -> bool:
    """Whether the other side, or the noun that introduces it, is of the classes that the relation takes."""
    words, definition = entry.words, entry.relation
    classes = words.other_classes or definition.other
    is_fit = (
        fits(grammar, other, classes)
        or is_pointer(grammar, other)
        or ("person" in classes and is_he_or_she(grammar, other))
        or (introduced is not None and is_introduced(introduced, classes))
        or _is_among_fitting(grammar, other, members, classes)
    )
    if not is_fit or (definition.other_words and not holds_word(other, definition.other_words)):
        return False
    return not (words.unlike and fits(grammar, other, words.unlike))


def introducing(grammar: SentenceReading, phrase: Phrase) -> frozenset[str]:
    """The noun before "such as" and a name, or right before it: `symbol` of "under the symbol OBT"."""
    if grammar.word(phrase.first - 1) != "as" or grammar.word(phrase.first - 2) != "such":
        before = phrase.head - 1
        while before > phrase.first and grammar.words[before][:1].isupper():
            before -= 1
        is_noun = phrase.first <= before and grammar.tags[before] == "NN" and grammar.words[before].islower()
        return frozenset({grammar.word(before)} if is_noun and is_name(grammar, phrase) else ())
    i = phrase.first - 3
    i -= grammar.word(i) == ","
    return frozenset({grammar.word(i)})


def _is_said_to_fit(grammar: SentenceReading, thing: Phrase, classes: tuple[str, ...]) -> bool:
    """Whether the sentence says of a thing what would fit: "- kestrel — a parser that uses Orbit".

    What is said outweighs the lists: "our editor, Boulder, uses SQLite".
    """
    name = thing.name
    is_guess = (
        name is not None and name.is_guess and name.text.partition(" ")[0] not in load_person_names()[0]
    )
    if name is not None and name.label == "person" and not is_guess:
        return False
    is_called = is_name(grammar, thing)
    return any(
        description.thing.head == thing.head
        and _says(description, is_called=is_called)
        and fits(grammar, description.category, classes)
        for description in grammar.descriptions()
    )


def _says(description: Description, *, is_called: bool) -> bool:
    """Whether a description gives the kind of one thing, by "is" only of one with a name."""
    if description.form == "item":
        return True
    if description.form == "name_after":
        return is_called
    if description.category.determiner not in _ARTICLES:
        return False
    return description.form == "apposition" or (description.form == "copula" and is_called)


_ARTICLES = WordSet("common/article")
_TOOLS = ("product", "language", "platform", "tool")
_SEVERAL = 3  # members of a list that outweigh what a model says of one of them


def _is_among_fitting(
    grammar: SentenceReading, phrase: Phrase, members: tuple[Phrase, ...], classes: tuple[str, ...]
) -> bool:
    """Whether a name stands in one list with a name that fits: "Nagios and Centreon"; what is only guessed of
    one says less than the company it is in.
    """
    if len(members) < 2 or not is_name(grammar, phrase) or is_noun_behind_name(grammar, phrase):
        return False
    name = phrase.name
    is_guess = name is None or name.is_guess
    if name is not None and name.label == "person" and not (is_guess and len(members) >= _SEVERAL):
        return False
    kinds = (*_TOOLS, "organization") if is_guess else _TOOLS
    wanted = tuple(kind for kind in kinds if kind in classes)
    return any(member.name is not None and fits(grammar, member, wanted) for member in members)


def holds_word(phrase: Phrase, words: frozenset[str]) -> bool:
    """Whether a phrase, or the name it ends in, holds one of the words."""
    columns = phrase.columns
    return not words.isdisjoint(columns.lowers[phrase.first : phrase.last])
