"""The slots of a word with a hyphen: Google and YouTube in "Google-owned YouTube"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.listed_names import apposed_from
from claimcheck.grammar.phrases import Phrase
from claimcheck.grammar.predications.members import listed_from
from claimcheck.lexicons.word_sets import grammar_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.predications.trigger import Predication


def find_prefix(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """What stands before the hyphen: Google in "Google-owned YouTube"."""
    grammar, i = predication.grammar, predication.first
    if i - 2 < grammar.first or grammar.words[i - 1] != "-" or grammar.spaced[i - 2]:
        return
    name = grammar.names.get(i - 2)
    first = i - 2
    while first - 1 >= grammar.first and name is not None and grammar.names.get(first - 1) is name:
        first -= 1
    yield Phrase(grammar.columns, first, i - 1, i - 2, name)


def find_suffixed(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """The noun after a hyphenated word, or its instance: "Google-owned sites like YouTube"."""
    grammar, i = predication.grammar, predication.first
    noun = next(
        (p for k in range(i, min(i + 6, grammar.last)) if (p := grammar.phrase_at(k)) and p.head > i),
        None,
    )
    if noun is None or noun.first > i + 1:
        return
    named = _instance_before(predication, min(i - 2, noun.first))
    if named is not None:
        yield named
        return
    if noun.first <= i < noun.head:
        noun = noun._replace(first=i + 1, possessor=None, inner=())
    if noun.name is None:
        apposed = apposed_from(grammar, noun)
        if apposed is not None:
            yield apposed  # "the Google-owned video site, YouTube,"
            return
        for description in grammar.descriptions():
            if description.category.head == noun.head and description.form != "called":
                yield description.thing
                return
    word = grammar.word(i)
    members = listed_from(predication, noun)
    if _introduces_one(predication, members[0], i + 1):
        members = members[:1]
    for member in members:
        own = [k for k in range(member.first, member.last) if grammar.word(k) == word]
        if not own or i in own:  # "UK-based Acme and France-based Orbit"
            yield member


def _introduces_one(predication: Predication, first: Phrase, start: int) -> bool:
    """Whether a noun in the singular stands before the first name: "the Oslo-based bank Acme and Orbit"."""
    grammar = predication.grammar
    inner = range(start, first.head)
    return any(
        grammar.tags[k] == "NN" and grammar.words[k].islower() and k not in grammar.names for k in inner
    )


def _instance_before(predication: Predication, i: int) -> Phrase | None:
    """The name in "Orbit and other Acme-owned products", an instance of what follows "other"."""
    grammar = predication.grammar
    if grammar.word(i) in grammar_words("other"):
        i += 1
    if grammar.word(i - 1) in grammar_words("other") and grammar.word(i - 2) in grammar_words("joining"):
        before = grammar.phrase_until(i - 3 if grammar.word(i - 3) == "," else i - 2)
        return before if before is not None and before.is_named else None
    return None
