"""The words of change: which way each goes and which amounts it takes (`lexicons/en/change_words.csv`)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ChangeWord:
    """A row of the lexicon.

    A `verb noun` is a noun in its first two forms, "increase" and "increases".
    Where the direction is `either`, an old and a new value decide it; `better` is up where only the size is
    said, save for what is better the less there is of it.
    `bare` says which amounts may follow without a preposition: any, `share` (percent and points) or none;
    `size` is `share` of a word that takes neither an old nor a new value.
    `percent` is the size that the word itself names: 100 for "doubled".
    """

    direction: Literal["increase", "decrease", "either", "better"]
    word_class: Literal["verb", "noun", "verb noun", "particle"]
    bare: Literal["any", "share", "size", "none"]
    percent: Decimal | None

    @property
    def only_by(self) -> bool:
        """Whether the word gives a size alone: "added 3%", but not "added to 3% of the salt"."""
        return self.bare == "size"


@per_lexicon
def load_change_words() -> Mapping[str, ChangeWord]:
    """The rows of `lexicons/en/change_words.csv` by each form of the word, in lower case."""
    words = {}
    for row in load_rows("en/change_words.csv"):
        entry = ChangeWord(
            row["direction"],  # type: ignore[arg-type]
            row["class"],  # type: ignore[arg-type]
            row["bare"],  # type: ignore[arg-type]
            Decimal(row["percent"]) if row["percent"] else None,
        )
        for position, form in enumerate(row["forms"].split("|")):
            only_verb = entry.word_class == "verb noun" and position > 1
            words[form] = replace(entry, word_class="verb") if only_verb else entry
    return words
