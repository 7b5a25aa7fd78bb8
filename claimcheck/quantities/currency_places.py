"""Whose money a name is that several countries use: "pesos" in a text on Manila, "crowns" in one on Oslo."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.quantities import load_currency_codes
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.lexicons.quantities import CurrencyWord

REACH = 4000
"""Characters before and after an amount in which a place may be named."""


class _Places(NamedTuple):
    """The places that tell whose money is meant, and the code of each."""

    pattern: re.Pattern[str]
    codes: Mapping[str, str]


@per_lexicon
def _places_of_names() -> Mapping[str, _Places]:
    """What tells countries apart, by each form of the name of the money in lower case."""
    codes: dict[str, dict[str, str]] = defaultdict(dict)
    for row in load_rows("en/currency_places.csv"):
        places = row["places"].split("|")
        codes[row["names"]].update(dict.fromkeys([*places, *map(str.upper, places)], row["code"]))
    read = {
        names: _Places(
            re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, of), key=len, reverse=True))})(?!\w)"), of
        )
        for names, of in codes.items()
    }
    return {name: places for names, places in read.items() for name in names.split("|")}


def is_shared_name(word: str) -> bool:
    """Whether a word in lower case is money of several countries: "pesos", "crown"."""
    return word in _places_of_names()


def currency_here(text: str, word: str, place: int) -> CurrencyWord | None:
    """The money that a shared name is of at a place, told by the countries that the text about it names.

    None where it names none of them or more than one. The country stays a guess (`assumed`).
    """
    places = _places_of_names()[word]
    around = places.pattern.finditer(text, max(0, place - REACH), min(len(text), place + REACH))
    told = {places.codes[found[0]] for found in around if not _is_in_name(text, found)}
    if len(told) != 1:
        return None
    return replace(load_currency_codes()[told.pop()], assumed=True, before=False)


def _is_in_name(text: str, place: re.Match[str]) -> bool:
    """Whether a capital beside a place makes it part of a name: "Michael Jordan", "Paris Hilton"."""
    before = _CAPITAL_BEFORE.search(text, max(0, place.start() - 24), place.start())
    is_named = before is not None and before["word"] not in _BEFORE_PLACES
    return is_named or text[place.end() : place.end() + 2].strip(" ").isupper()


_CAPITAL_BEFORE = re.compile(r"(?<![.!?] )(?<!\w)(?P<word>[A-Z][\w.-]*) $")
_BEFORE_PLACES = WordSet("quantities/before_place")
