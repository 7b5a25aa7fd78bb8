"""Common nouns by the classes of things that they stand for: "the firm", "a set of tools", "an example"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping


@per_lexicon
def kind_nouns() -> Mapping[str, frozenset[str]]:
    """Common nouns, singular and plural, and the classes of things they stand for (`kind_nouns.csv`)."""
    classes: dict[str, set[str]] = {}
    for row in load_rows("en/kind_nouns.csv"):
        for form in row["forms"].split("|"):
            classes.setdefault(form, set()).add(row["class"])
    return {form: frozenset(found) for form, found in classes.items()}


@per_lexicon
def transparent_nouns() -> frozenset[str]:
    """Nouns that frame what follows them with "of": "a set of tools", "the power of PyTorch"."""
    return frozenset(form for form, classes in kind_nouns().items() if "frame" in classes)


@per_lexicon
def evaluations() -> frozenset[str]:
    """Nouns that judge or count a thing instead of naming its category."""
    found = frozenset(form for form, classes in kind_nouns().items() if "evaluation" in classes)
    return found - {"example", "examples"}
