"""Words and addresses that the end of a line of a PDF cuts in two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.language import load_small_words

if TYPE_CHECKING:
    from collections import Counter

WORD_REACH = 64
"""No word that a line end cuts is longer."""

JOINING_WORDS = frozenset(["and", "or", "to"])
"""What follows a hyphen that stands for a word: "short- and long-term"."""

SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*\Z")
_ADDRESS_PART = re.compile(r"(?:www\.)?[\w.%~-]+[/_%.=-]\w|[\w.-]+\.(?:com|org|gov|net|edu)\b|[a-z0-9]+\)")
_CUT_WORD = re.compile(r"(?P<before>\d+|[^\W\d_]+(?:['’-][^\W\d_]+)*)(?P<hyphen>[-\u2010\u00ad])\Z")
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


def cut_word(words: str) -> re.Match[str] | None:
    """The word that a line ends with and whose rest is in the next line, with its hyphen."""
    return _CUT_WORD.search(words, max(0, len(words) - WORD_REACH))


def is_cut_address(words: str, after: str) -> bool:
    """Whether an address of the web or of mail goes on in the next line."""
    if words[-1] == "@" and words[-2:-1].isalnum():
        return _ADDRESS_PART.match(after) is not None
    if words[-1] not in "/-_=&%?":
        return False
    last = words[words.rfind(" ") + 1 :].lstrip("(<[")
    if not last.startswith(("http://", "https://", "www.")):
        return False
    return after[0].isalnum() and _ADDRESS_PART.match(after) is not None


def mend_cut_word(words: str, cut: re.Match[str], after: str, known: Counter[str]) -> str:
    """A line whose last word goes on in the next line, so that this can be written behind it.

    The hyphen stays where the text writes the word with one elsewhere ("well-known"), before a capital
    ("Anglo-Saxon"), behind a number, behind the last word but one of a longer compound ("one-to-one"), and
    where it stands for a word ("short- and long-term").
    """
    rest = WORD.match(after)
    if rest is None or after[:1].isupper() or cut["before"].isdecimal():
        return words + " " * (rest is not None and rest[0] in JOINING_WORDS)
    if cut["hyphen"] != "\u00ad":
        before = cut["before"].lower()
        joined = before + rest[0].lower()
        hyphenated = f"{before}-{rest[0].lower()}"
        if known[hyphenated] and known[hyphenated] >= known[joined]:
            return words
        last = before.rpartition("-")[2]
        if last != before and (last in load_small_words() or known[last]) and not known[joined]:
            return words  # "one-to-" before "one", but not "two-di-" before "mensional"
        if rest[0] in JOINING_WORDS:
            return words + " "
    return words[: cut.start("hyphen")]
