"""The words of every sentence, for rules that wait for certain words before they search the text for more.

A word is a run of word characters, whatever the tokenizer makes of it: a pattern that asks for boundaries
around a word matches only where the word is one of these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.mentions import read_once

if TYPE_CHECKING:
    from claimcheck.mentions import NormalisedDocument

_WORD = re.compile(r"\w+")

# What `re.IGNORECASE` takes for i, s and k: dotted I, dotless i, long s and the kelvin sign
_LOOKALIKES = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))


def fold_case(text: str) -> str:
    """The text in lower case and as long as it was, with ASCII letters where `re.IGNORECASE` sees them.

    >>> fold_case("ROSE by 300 \u212a")  # the kelvin sign
    'rose by 300 k'
    """
    if not text.isascii():
        for lookalike, letter in _LOOKALIKES:
            text = text.replace(lookalike, letter)
    return text.lower()


@read_once
def folded_text_of(document: NormalisedDocument) -> str:
    """The text of a passage through `fold_case`: offsets are those of the passage."""
    return fold_case(document.text)


@read_once
def words_of_sentences(document: NormalisedDocument) -> tuple[frozenset[str], ...]:
    """The words of each sentence through `fold_case`."""
    folded = folded_text_of(document)
    return tuple(
        frozenset(_WORD.findall(folded, sentence.start, sentence.end)) for sentence in document.sentences
    )
