"""Epithets: titles of two words or more, and nations, before a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.grounding.names import is_day_or_month
from claimcheck.checking.same import canonical_name, other_forms
from claimcheck.checking.texts import small_words
from claimcheck.grammar.titles import titles
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NAME = r"[A-Z][\w'’-]+(?:\s+(?:(?:<checking/particle>)\s+)*[A-Z][\w'’-]+)*"
_TITLED = WordPattern(rf"\b(?=([A-Za-z][a-z]+)[ ]([A-Za-z][a-z]+)[ ]({_NAME}))")
_OF_NATION = WordPattern(
    rf"\b(?P<nation>[A-Z][a-z]+)(?P<s>['’]s)?[ ](?P<words>(?:[a-z][a-z-]+[ ]){{0,3}})(?P<name>{_NAME})"
)


_HEADS = WordSet("checking/title_head")
"""Heads of a title behind what is headed: "police chief", "union boss"."""


def titled(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Titles of two words or more before a name: where both stand, the title in lower case, the name."""
    for match in _TITLED.finditer(text):
        head = match[2].lower()
        if match[1].lower() in small_words():
            continue  # "before Judge Ann Lee"
        if (head in titles() or head in _HEADS) and match[3].split()[0].lower() not in titles():
            yield match.start(1), match.end(3), f"{match[1].lower()} {head}", match[3]


def of_nation(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Nations before a name: where they stand, the country, the name."""
    for match in _OF_NATION.finditer(text):
        low = match["nation"].lower()
        is_adjective = canonical_name(low) != low or match["s"] is not None
        if low not in other_forms() or match["name"].lower() in other_forms() or not is_adjective:
            continue
        if small_words().isdisjoint(match["words"].split()) and not is_day_or_month(match["name"].split()[0]):
            yield match.start(), match.end(), canonical_name(low), match["name"]


def standing_before(text: str, start: int) -> str:
    """The word before a title that makes it another one: "former", or a nation, which has one of its own."""
    word = _WORD_BEFORE.search(text, max(0, start - _LONGEST_STANDING), start)
    low = "" if word is None else word[1].lower()
    return low if low in _STANDING or low in other_forms() else ""


_STANDING = WordSet("role/standing")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)(?:['’]s)?[ -]$")
_LONGEST_STANDING = 24


class Epithets:
    """Who has which title, and of which nation which name is, in some texts.

    Attributes:
        holders: names by title and by what makes it another one ("former", a nation; empty if nothing).
        nations: canonical names of countries by the last word of a name.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.holders: dict[str, dict[str, set[str]]] = {}
        self.nations: dict[str, set[str]] = {}
        for text in texts:
            for start, _, title, name in titled(text):
                standings = self.holders.setdefault(title, {})
                standings.setdefault(standing_before(text, start), set()).add(name)
            for *_, nation, name in of_nation(text):
                self.nations.setdefault(name.split()[-1], set()).add(nation)

    def holders_of(self, title: str, standing: str) -> set[str]:
        """Who has a title; without a standing, whatever makes it another one."""
        standings = self.holders.get(title, {})
        return standings.get(standing, set()) if standing else set().union(*standings.values())
