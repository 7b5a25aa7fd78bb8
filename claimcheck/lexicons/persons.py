"""Words for persons: given names and titles with the gender that they tell, and nouns for one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping


@per_lexicon
def load_name_genders() -> Mapping[str, str]:
    """The gender that a given name or a title tells: "Ann" is `feminine`."""
    return {row["name"]: row["gender"] for row in load_rows("en/name_genders.csv")}


@per_lexicon
def load_person_nouns() -> Mapping[str, str]:
    """Nouns for one person with the gender they tell, empty where they tell none."""
    return {row["noun"]: row["gender"] for row in load_rows("en/person_nouns.csv")}
