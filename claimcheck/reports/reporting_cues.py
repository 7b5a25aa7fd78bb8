"""The words that attribute, rows of `lexicons/en/reporting_verbs.csv`, and the reports they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

Offsets = tuple[int, int]
ReportClass = Literal["say", "utter", "think", "find", "know", "describe", "according", "place"]


@dataclass(frozen=True, slots=True)
class Report:
    """One stretch of reported content. Offsets count from the start of the text, half-open.

    Attributes:
        content: the reported words, in one or more pieces; without quotation marks, without "that". source:
            who is said to hold it; None for imperatives ("note that ..."). Passives without an agent ("it has
            been shown that ...") say nothing of a holder and are no reports.
        cue: the words that attribute it.
        report_class: the class of the cue in the lexicon; `place` where only its position attributes a
            quotation (a name after a dash).
        direct: whether the content stands in quotation marks.
        denied: whether the report itself is denied ("did not say that ...").
        question: whether an indirect question is reported ("asked whether ...", "explains how ...").
    """

    content: tuple[Offsets, ...]
    source: Offsets | None
    cue: Offsets
    report_class: ReportClass
    direct: bool
    denied: bool = False
    question: bool = False

    @property
    def start(self) -> int:
        """Where the content starts."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1][1]

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch of the text stands within the reported content."""
        return any(first <= start and end <= last for first, last in self.content)


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A row of the lexicon, without the first word."""

    following: tuple[frozenset[str], ...]  # the words after the first one: "out" of "point out"
    report_class: ReportClass
    takes_infinitive: bool


@per_lexicon
def cue_entries() -> Mapping[str, tuple[CueEntry, ...]]:
    """The entries by each form of their first word; those of several words first."""
    index: dict[str, list[CueEntry]] = {}
    for row in load_rows("en/reporting_verbs.csv"):
        first, *rest = (frozenset(word.split("/")) for word in row["cue"].split())
        entry = CueEntry(tuple(rest), row["class"], row["infinitive"] == "yes")  # type: ignore[arg-type]
        for form in first:
            index.setdefault(form, []).append(entry)
    return {form: tuple(sorted(entries, key=lambda e: -len(e.following))) for form, entries in index.items()}


def entry_at(token: Token) -> CueEntry | None:
    """The entry whose words start at a token, the longest first."""
    for entry in cue_entries().get(token.lower_, ()):
        if not entry.following:
            return entry
        follows = token.i + 1
        if follows + len(entry.following) <= len(token.doc) and all(
            token.doc[follows + offset].lower_ in words for offset, words in enumerate(entry.following)
        ):
            return entry
    return None


def find_cue_words(doc: Doc) -> list[tuple[Token, CueEntry]]:
    """Every word of a doc at which an entry starts, with the entry, in reading order."""
    keys = _cue_keys()
    words = doc.to_array("LOWER")
    places = np.flatnonzero(keys.take(keys.searchsorted(words), mode="clip") == words).tolist()
    return [(token, entry) for place in places if (entry := entry_at(token := doc[place])) is not None]


@per_lexicon
def _cue_keys() -> NDArray[np.uint64]:
    """What spaCy's arrays have for the forms of first words, sorted: tokens are dear to ask one by one."""
    from spacy.strings import get_string_id  # noqa: PLC0415 - whoever has a Doc has it loaded

    return np.sort(np.array([get_string_id(form) for form in cue_entries()], dtype=np.uint64))
