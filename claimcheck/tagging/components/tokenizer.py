"""spaCy's tokenizer, which looks for marks, units and hyphens only where a word is not of plain letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spacy.tokenizer import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

MAX_WORDS = 50_000
"""The tokenizer remembers how it splits so many stretches without a space, some 15 MB. With its own 10,000 it
splits every later one anew, however frequent, which takes longer than all else that it does."""
LONGEST = 40
"""A stretch of more characters is an address or a dump, which hardly comes again."""


# The mark of a note, without its last bracket, behind a word: "bridge.[12", "bridge.[". English has no rule
# for it, so "bridge.[12" would be one word.
_NOTE_MARK = re.compile(r"[\w.,;:!?'’”\")\]](?:\[(?P<last>\d{1,3}|[a-z])|(?P<bracket>\[))\Z")


# Dashes and the brackets or years that they touch: "Texas--(BUSINESS", "WIRE)--Acme", "2020--Acme". English
# has no rule for them.
_DASH_AT_BRACKET = re.compile(r"\)(?=--)|--+(?=\()|(?<=\))--+|(?<=--)\(|(?<=\d)--(?=[A-Z])")


class WordTokenizer(Tokenizer):  # type: ignore[misc]  # spaCy's is untyped
    """A `Tokenizer` for patterns that find nothing in a word of ASCII letters alone, as those of English do.

    The patterns are a hundred alternatives each, tried at every letter, and most new words are plain.
    """

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"max_cache_size": MAX_WORDS, **settings})
        self._known: set[str] = set()

    def __call__(self, string: str) -> Doc:
        """The tokens of a text."""
        self._learn(string)
        tokens: Doc = super().__call__(string)
        return tokens

    def _learn(self, string: str) -> None:
        """Split what is new in a text by itself, plain words first.

        Within a text spaCy remembers nothing behind a word with rules of its own, such as "don't".
        """
        if self.vocab.in_memory_zone or len(self._known) > MAX_WORDS:
            return  # nothing more is remembered
        new = {stretch for stretch in {*string.split()} - self._known if len(stretch) <= LONGEST}
        if new:
            self._known |= new
            super().__call__(" ".join(sorted(new, key=_strangeness)))

    def find_prefix(self, string: str) -> int:
        """Length of the prefix, 0 for none."""
        if string.isalpha() and string.isascii():
            return 0
        length: int = super().find_prefix(string)
        return length

    def find_suffix(self, string: str) -> int:
        """Length of the suffix, 0 for none."""
        if string.isalpha() and string.isascii():
            return 0
        if "[" in string and (mark := _NOTE_MARK.search(string)) is not None:
            return len(mark["last"] or mark["bracket"])
        length: int = super().find_suffix(string)
        return length

    def find_infix(self, string: str) -> Sequence[Any]:
        """Matches of what parts a word."""
        if string.isalpha() and string.isascii():
            return ()
        matches: Sequence[Any] = super().find_infix(string)
        dashes = [*_DASH_AT_BRACKET.finditer(string)] if "--" in string else []
        if not dashes:
            return matches
        covered = {place for dash in dashes for place in range(*dash.span())}
        others = [match for match in matches if covered.isdisjoint(range(*match.span()))]
        return sorted((*dashes, *others), key=lambda match: match.start())


def _strangeness(stretch: str) -> tuple[int, str]:
    """Words of letters and digits first, those with one mark behind them next."""
    if stretch.isalnum():
        return 0, stretch
    return 1 if stretch[:-1].isalnum() else 2, stretch
