"""Whose dollars a bare "$" means: those of the country that a text is plainly written in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.quantities import load_currency_codes
from claimcheck.quantities.currency_places import REACH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.quantities.finding import Quantity

_AMERICAN = "USD"
_OUTWEIGHS = 4
"""How many times as often as places of other dollars those of a country are named in a text written there."""


class _Sign(NamedTuple):
    """Words that tell a country; `start` is where a text has them, `weight` the column they stand in."""

    words: str
    code: str
    weight: str
    start: int = 0


@per_lexicon
def _signs_by_first_word() -> Mapping[str, list[_Sign]]:
    """The signs that begin with each word, the longest first."""
    signs: dict[str, list[_Sign]] = defaultdict(list)
    for row in load_rows("en/dollar_signs.csv"):
        for weight in ("home", "world", "never"):
            for words in filter(None, row[weight].split("|")):
                signs[words.split(" ")[0]].append(_Sign(words, row["code"], weight))
    return {first: sorted(found, key=lambda sign: -len(sign.words)) for first, found in signs.items()}


_CAPITALISED = re.compile(r"(?<![\w$])[A-Z](?:\.[A-Z]\.|\w*(?:'s(?= [A-Z]))?)")


def _signs_in(text: str) -> list[_Sign]:
    """The signs of a text in order; of an address ("Cairns, Queensland, Australia") only the first."""
    by_word = _signs_by_first_word()
    found: list[_Sign] = []
    end = -1
    for word in _CAPITALISED.finditer(text):
        if word.start() < end or word[0] not in by_word:
            continue
        sign = next((s for s in by_word[word[0]] if _is_here(text, s.words, word.start())), None)
        if sign is None:
            continue
        is_of_address = end >= 0 and text[end : word.start()] == ", "
        end = word.start() + len(sign.words)
        if not is_of_address or sign.weight == "never":
            found.append(sign._replace(start=word.start()))
    return found


def _is_here(text: str, words: str, start: int) -> bool:
    following = text[start + len(words) : start + len(words) + 1]
    return text.startswith(words, start) and not (following.isalnum() or following == "$")


def with_country_of_dollars(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with bare dollars in those of the country that the text around them is written in.

    Where the text names places of several such countries, or says "A$" too, the American dollar stays.
    """
    bare = [index for index, q in enumerate(quantities) if q.currency_assumed and _is_bare_dollar(q)]
    if not bare:
        return quantities
    signs = _signs_in(text)
    if all(sign.weight != "home" for sign in signs):
        return quantities
    starts = [sign.start for sign in signs]
    told = {q.unit for q in quantities if q.kind == "money" and not q.currency_assumed}
    for index in bare:
        start = quantities[index].start
        around = signs[bisect_left(starts, start - REACH) : bisect_left(starts, start + REACH)]
        code = _country_of(around)
        if code is not None and code not in told:
            name = load_currency_codes()[code].name if quantities[index].currency_name != "cent" else "cent"
            quantities[index] = replace(quantities[index], unit=code, currency_name=name)
    return quantities


def as_written(quantity: Quantity) -> Quantity:
    """A quantity of bare dollars as before its text told whose, to hold two texts against each other.

    A summary leaves the places out that its source names.
    """
    is_told = quantity.currency_assumed and is_told_dollar(quantity.unit)
    return replace(quantity, unit=_AMERICAN) if is_told else quantity


def is_told_dollar(code: str | None) -> bool:
    """Whether an assumed currency is one of the dollars that a text tells by its places."""
    return code is not None and code in _told_codes()


@per_lexicon
def _told_codes() -> frozenset[str]:
    return frozenset(row["code"] for row in load_rows("en/dollar_signs.csv"))


def _is_bare_dollar(quantity: Quantity) -> bool:
    return quantity.unit == _AMERICAN and quantity.currency_name in ("dollar", "cent")


def _country_of(signs: list[_Sign]) -> str | None:
    """The code of the dollars of the one country that signs tell, its own institutions among them."""
    at_home = {sign.code for sign in signs if sign.weight == "home"}
    if len(at_home) != 1 or any(sign.weight == "never" for sign in signs):
        return None
    code = at_home.pop()
    own = [sign for sign in signs if sign.code == code]
    if len({sign.words for sign in own}) == 1:
        return None
    return code if len(own) >= _OUTWEIGHS * (len(signs) - len(own)) else None
