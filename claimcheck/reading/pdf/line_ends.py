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
    ("Anglo-Saxon"), beside a number and behind a capital ("COVID-related"), behind the last word but one of a
    longer compound ("one-to-one"), and where it stands for a word ("short- and long-term"). One that would
    not be seen is then written as one that is: "30" and "40 million" are no 3040 million.
    """
    rest = WORD.match(after)
    is_soft = cut["hyphen"] == "\u00ad"
    shown = f"{words[:-1]}-" if is_soft else words
    if rest is None or cut["before"].isdecimal():
        return shown + " " * (rest is not None and rest[0] in JOINING_WORDS)
    if after[:1].isupper():
        return words[:-1] if is_soft and cut["before"][-1].isupper() else shown
    if cut["before"][-1].isupper():
        return shown + " " * (rest[0] in JOINING_WORDS)
    before = cut["before"].lower()
    joined = before + rest[0].lower()
    if rest[0] in JOINING_WORDS and not known[joined]:
        return f"{shown} "
    if not is_soft:
        hyphenated = f"{before}-{rest[0].lower()}"
        if known[hyphenated] and known[hyphenated] >= known[joined]:
            return words
        last = before.rpartition("-")[2]
        if last != before and (last in load_small_words() or known[last]) and not known[joined]:
            return words  # "one-to-" before "one", but not "two-di-" before "mensional"
    return words[: cut.start("hyphen")]
