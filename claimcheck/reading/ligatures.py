"""Ligatures whose characters a PDF does not give: "the ?rst quarter" is "the first quarter"."""

from __future__ import annotations

import re

from claimcheck.lexicons import load_rows, per_lexicon

UNKNOWN = "\ufffd"

_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
_ENDINGS = (
    "",
    "s",
    "es",
    "d",
    "ed",
    "ing",
    "ly",
    "er",
    "ers",
    "al",
    "ally",
    "ion",
    "ions",
    "ment",
    "ments",
    "ness",
    "'s",
    "’s",
)


def mend_ligatures(text: str, lost: str) -> str:
    """A line with each lost sign replaced by the one ligature that makes a known word, or by U+FFFD.

    >>> mend_ligatures("the ?rst day o? of ?scal ?zz", "?")
    'the first day off of fiscal \ufffdzz'
    """
    word = re.compile(rf"[^\W\d_]*{re.escape(lost)}[^\W\d_]*")
    return word.sub(lambda found: _mended(found[0], lost), text).replace(lost, UNKNOWN)


def _mended(word: str, lost: str) -> str:
    if word.count(lost) != 1:
        return word
    found = [known for ligature in _LIGATURES if _is_known(known := word.replace(lost, ligature))]
    return found[0] if len(found) == 1 else word


def _is_known(word: str) -> bool:
    low = word.lower()
    words = _load_words()
    return any(
        low.endswith(ending) and ((stem := low[: len(low) - len(ending)]) in words or f"{stem}e" in words)
        for ending in _ENDINGS
    )


@per_lexicon
def _load_words() -> frozenset[str]:
    return frozenset(row["word"] for row in load_rows("en/ligature_words.csv"))
