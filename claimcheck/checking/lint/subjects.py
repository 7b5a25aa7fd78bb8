"""Whether two claims of one text can be about one thing: under one name, one noun, or a pronoun between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.same import content_key, name_key
from claimcheck.checking.texts import words_of
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_relations import base_forms, kinds_above
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.claims.base import BaseClaim

_NO_SUBJECT = WordSet("lint/no_subject")
"""Words of time and number, and codes of money, that stand where a subject was looked for."""

_NO_THING = WordSet("lint/no_thing")
_BEHIND_HEAD = WordPattern(r"\b(?:<grammar/preposition>|<common/relative>|per)\b|[,(]", re.IGNORECASE)
_ARTICLE = WordPattern(r"^(?:<common/article_or_possessor>) ", re.IGNORECASE)


def without_article(phrase: str) -> str:
    """A noun phrase without the article or the possessive that it begins with."""
    return _ARTICLE.sub("", phrase)


def head_of(phrase: str) -> str:
    """The noun of a noun phrase: the last word before a preposition or an aside.

    >>> head_of("The number of families on the register")
    'number'
    """
    words = words_of(_BEHIND_HEAD.compiled().split(phrase)[0])
    return words[-1] if words else ""


def is_unknown(claim: BaseClaim) -> bool:
    """Whether a claim does not tell what it is about, or only by a pronoun that the text does not resolve."""
    if claim.subject is None:
        return True
    is_pronoun = claim.subject.resolved is None and claim.subject.text.lower() in _NO_THING
    return is_pronoun or head_of(claim.subject_name) in _NO_SUBJECT


def is_sure(claim: BaseClaim) -> bool:
    """Whether a claim is told without a denial and without a doubt."""
    return claim.polarity == "positive" and claim.certainty == "certain"


def are_of_one(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether two claims can be of one thing: one has no subject of its own, or both name it alike."""
    if is_unknown(one) or is_unknown(other):
        return True
    return is_one_thing(one.subject_name, other.subject_name)


def is_one_thing(one: str, other: str) -> bool:
    """Whether two phrases of one text can stand for one thing.

    >>> is_one_thing("The factory", "the old building")
    True
    >>> is_one_thing("The vase", "the clock")
    False
    """
    if name_key(without_article(one)) == name_key(without_article(other)):
        return True
    keys = content_key(one), content_key(other)
    if keys[0] and keys[1] and (keys[0] <= keys[1] or keys[1] <= keys[0]):
        return True
    heads = head_of(one), head_of(other)
    if not all(heads) or _is_name(one, heads[0]) or _is_name(other, heads[1]):
        return False
    return any(
        not _kinds_of(general).isdisjoint(kinds_above(special)) for general, special in (heads, heads[::-1])
    )


def _kinds_of(noun: str) -> set[str]:
    """What a noun may be the general word for: a building of whatever is built."""
    forms = base_forms(noun)
    return set(forms).union(*(group for group in _general_nouns() if not forms.isdisjoint(group)))


@per_lexicon
def _general_nouns() -> tuple[frozenset[str], ...]:
    """Nouns that may stand for one thing, in groups."""
    return tuple(frozenset(row["nouns"].split("|")) for row in load_rows("en/general_nouns.csv"))


def _is_name(phrase: str, head: str) -> bool:
    """Whether the noun of a phrase is written with a capital in it."""
    return re.search(rf"\b{re.escape(head.capitalize())}\b", phrase) is not None
