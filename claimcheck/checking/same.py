"""When two claims speak of the same thing: names under their forms, measures, periods."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimcheck.checking.texts import small_words
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_relations import base_forms, readings
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.claims.base import BaseClaim

_LISTS = ("shared/places.csv", "shared/organizations.csv", "shared/products.csv")
_ALIASES = ("name", "aliases", "capital_aliases", "context_aliases", "demonyms")
_LEGAL = WordSet("checking/legal")
_WORD = re.compile(r"[^\W_]+")


@per_lexicon
def _listed() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    forms: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for path in _LISTS:
        for row in load_rows(path):
            own = {form.lower() for column in _ALIASES for form in row.get(column, "").split("|") if form}
            for form in own if len(own) > 1 else ():
                forms.setdefault(form, set()).update(own)
                names.setdefault(form, row["name"])
    return {form: frozenset(others) for form, others in forms.items()}, names


def other_forms() -> dict[str, frozenset[str]]:
    """For each form of a listed name, in lower case, all forms of it: "UK", "British"."""
    return _listed()[0]


def name_key(name: str) -> str:
    """A name without legal form, article, possessive and marks, in lower case.

    >>> name_key("Harbour Robotics N.V.'s")
    'harbour robotics'
    """
    plain = re.sub(r"['’]s\b", "", name.lower()).replace("n.v.", "").replace("s.a.", "")
    words = [word for word in _WORD.findall(plain) if word not in _LEGAL]
    return " ".join(words)


@per_lexicon(maxsize=50_000)
def canonical_name(name: str) -> str:
    """One form for all forms of a listed name; the name's own key where it is not listed."""
    return name_key(_listed()[1].get(name.lower().removesuffix("'s"), name))


def same_name(one: str, other: str) -> bool:
    """Whether two names can be of one thing: equal, listed together, initials, or one within the other."""
    a, b = canonical_name(one), canonical_name(other)
    if not a or not b:
        return False
    if a == b:
        return True
    words = sorted((a.split(), b.split()), key=len)
    if set(words[0]) <= set(words[1]):
        return True
    initials = "".join(word[0] for word in words[1] if word not in small_words())
    return len(words[0]) == 1 and len(initials) > 1 and words[0][0] == initials


def field_of(claim: BaseClaim, name: str) -> Any:
    """A field of the value of a claim, None where its kind has no such field."""
    return getattr(claim.value, name, None)


def subject_of(claim: BaseClaim) -> str | None:
    """What a claim is about, as a name where one is known."""
    if claim.subject is None:
        return None
    return claim.subject.resolved or claim.subject.text


def content_key(text: str) -> frozenset[str]:
    """The base forms of the content words of a phrase, to tell whether two phrases mean one thing."""
    words = [word.lower() for word in re.findall(r"[^\W_]+", text)]
    return frozenset(
        min(base_forms(word), key=lambda w: (len(w), w)) for word in words if word not in small_words()
    )


def is_named(text: str) -> bool:
    """Whether a phrase is a name or holds one: a word but the first has a capital, or it is one such word.

    The first word of a sentence has a capital too: "Mean age" is no name, "Vexa shares" holds one.
    """
    words = re.findall(r"[^\W_]\S*", text)
    if not words or text.lower() in small_words():
        return False
    if len(words) == 1 or any(word[0].isupper() for word in words[1:]):
        return any(word[0].isupper() for word in words)
    first = words[0].lower()
    is_numbered = all(word[0].isdigit() for word in words[1:])  # "Quanta 3"
    return words[0][0].isupper() and first not in small_words() and (is_numbered or not readings(first))
