"""A word of change where it stands in a text, and what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from claimcheck.grammar.columns import columns_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from claimcheck.claims.changes.words import ChangeWord
    from claimcheck.lexicons.word_sets import WordPattern, WordSet
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


class FoundWord(NamedTuple):
    """A word of change as `match` found it; `floor` is the first character that belongs to it."""

    document: NormalisedDocument
    sentence: Sentence
    match: re.Match[str]
    word: ChangeWord
    floor: int

    @property
    def text(self) -> str:
        """The text of the whole passage."""
        return self.document.text

    @property
    def form(self) -> str:
        """The word as it stands, in lower case."""
        return self.match[0]

    @property
    def start(self) -> int:
        """The offset of its first character."""
        return self.match.start()

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.match.end()

    @property
    def token(self) -> int | None:
        """The token that the word is in the tree; None without a parse."""
        return token_of(self.document, self.match)

    def leads_to(self, *patterns: WordPattern | re.Pattern[str]) -> bool:
        """Whether one of the patterns matches right behind the word."""
        return any(pattern.match(self.text, self.end, self.sentence.end) for pattern in patterns)

    def is_behind(self, pattern: WordPattern, chars: int) -> bool:
        """Whether a pattern is found in so many characters before the word."""
        return pattern.search(self.text, max(self.floor, self.start - chars), self.start) is not None

    def has_before(self, pattern: WordPattern | re.Pattern[str], chars: int) -> bool:
        """As `is_behind`, also where the characters belong to another word."""
        return pattern.search(self.text, max(0, self.start - chars), self.start) is not None

    def quantity_behind(self) -> Quantity | None:
        """The first quantity behind the word."""
        return next((q for q in self.sentence.quantities if q.start >= self.end), None)


def token_of(document: NormalisedDocument, match: re.Match[str]) -> int | None:
    """The token that a match stands for in the tree; None without a parse."""
    columns = columns_of(document)
    return columns.root_at(match.start(), match.end()) if columns.is_parsed else None


ByForm: TypeAlias = "tuple[tuple[WordSet, Callable[[FoundWord], bool]], ...]"
"""What a word may be asked, by the set that holds its form."""
