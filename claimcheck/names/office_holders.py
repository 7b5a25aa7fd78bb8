"""Names beside a title: what only spells the title, and bodies that end where their holder begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.names.candidates import OWN, Basis
from claimcheck.names.lists import load_titles

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimcheck.names.candidates import Candidate
    from claimcheck.names.context import NameContext
    from claimcheck.names.words import NameWords

_LONGEST_TITLE = 5  # words


def without_titles(context: NameContext, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates but those that begin in the title of a person and end in it or with the person: neither
    "Chief Technology" nor "Chief Technology Officer Ann Ray" is a name, nor the title by itself.
    """
    titles = load_titles()
    firsts = _load_first_words_of_titles()
    words = context.words
    candidates = [
        c
        for c in candidates
        if words.forms[c.first] not in firsts or c.strength == OWN or not _is_in_title(words, c, titles)
    ]
    until: dict[int, int] = {}  # word of a title -> where the person ends
    for person in candidates:
        if person.basis is Basis.TITLE:
            for start in range(max(0, person.first - _LONGEST_TITLE), person.first - 1):
                if context.words.slice(start, person.first) in titles:
                    until.update(dict.fromkeys(range(start, person.first), person.last))
    return (
        [c for c in candidates if c.strength == OWN or c.last > until.get(c.first, -1)]
        if until
        else candidates
    )


def _is_in_title(words: NameWords, candidate: Candidate, titles: Collection[str]) -> bool:
    """Whether a title begins where a candidate does, and ends behind it or with it."""
    first, last = candidate.first, candidate.last
    return candidate.label != "person" and any(
        words.slice(first, end) in titles
        for end in range(max(last, first + 2), min(first + _LONGEST_TITLE, len(words.forms)) + 1)
    )


@per_lexicon
def _load_first_words_of_titles() -> frozenset[str]:
    """The first words of titles of several words."""
    return frozenset(title.partition(" ")[0] for title in load_titles() if " " in title)


def without_holders(context: NameContext, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, bodies cut where the person begins who holds a seat in them.

    As in "CEO of the Halvor Council Ann Lee".
    """
    holders = {person.last: person.first for person in candidates if person.basis is Basis.SEAT}
    if not holders:
        return candidates
    found = []
    for candidate in candidates:
        first = holders.get(candidate.last, candidate.first)
        if first > candidate.first and candidate.strength != OWN:
            if candidate.label == "organization":
                end = context.words.ends[first - 1]
                found.append(candidate._replace(last=first, end=end))
        else:
            found.append(candidate)
    return found
