"""What a noun tells of the thing that it is said of: a person, or the label of the names that it fits.

Nouns that may stand for a name are rows of `lexicons/en/category_nouns.csv`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.persons import load_person_nouns

if TYPE_CHECKING:
    from collections.abc import Mapping


@per_lexicon
def category_labels() -> Mapping[str, str]:
    """The kind of name that a noun may stand for after "the": "company" is an organization."""
    return {row["noun"]: row["label"] for row in load_rows("en/category_nouns.csv")}


def label_of_noun(noun: str) -> str | None:
    """The kind of thing that a noun is, where only one is known: "editor" is a product."""
    label = category_labels().get(noun)
    if label is not None:
        return label
    labels = kind_nouns().get(noun, frozenset()) & _LABELS
    return next(iter(labels)) if len(labels) == 1 else None


_LABELS = frozenset({"organization", "person", "place", "product"})


def is_person_noun(noun: str) -> bool:
    """Whether a noun is one for a single person: "mother", "doctor"."""
    return noun in load_person_nouns()
