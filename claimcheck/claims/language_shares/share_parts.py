"""What a share of a language is told with: the percentage, the language, and the whole that it is of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.names.lists import load_name_table

if TYPE_CHECKING:
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity


class SharePair(NamedTuple):
    """A share beside a language.

    Attributes:
        order: how the two stand beside each other; a claim is found by it.
        is_sure: whether the two need no other such pair to be believed.
    """

    quantity: Quantity
    language: str
    start: int
    end: int
    order: str
    is_sure: bool


LIST_NEXT = re.compile(r"\s*(?:,|and|&|/|,\s*and|or)\s*", re.IGNORECASE)
CODE = WordPattern(r"\b(?:<language_share/code>)\b", re.IGNORECASE)
TEXT = WordPattern(r"\b(?:<language_share/text>)\b", re.IGNORECASE)
BUILT = WordPattern(r"\b(?:<language_share/code>|<language_share/built>)\b", re.IGNORECASE)
DENIED = WordPattern(r"\b(?:<language_share/denied>)\b|n[’']t\b", re.IGNORECASE)
"""Between a part and a language that it is not in: "a tenth of the data is not in English"."""
LANGUAGES = re.compile(r"\blanguages?\b", re.IGNORECASE)

SHARE_ENDS = WordPattern(r"\s*(?:[,.;:)!?—–]|$|(?:<language_share/behind_share>)\b)", re.IGNORECASE)
"""Behind a share that no word goes on with: not "20% faster"."""

NEXT_CLAUSE = re.compile(
    r"(?:\s+of\s+(?:[\w-]+\s+){0,3}?[\w-]+)?\)?\s*(?:[,;]\s*)?(?:and\s+|while\s+|with\s+)?", re.IGNORECASE
)
"""Between a share and the next language, which leaves its verb out: "accounts for 24%, Java for 15%"."""
TELLING = (
    r"(?:(?:code|files|scripts)\s+)?(?:(?:<language_share/meanwhile>)\s+)?"
    r"(?:<language_share/telling_share>)\s+"
)
"""Behind a language, before its share: "Python still accounts for"."""

_VARIETIES = ("Simplified ", "Traditional ", "Brazilian ", "Mandarin ", "Modern ", "Standard ", "European ")
_PERCENT_SIGN = WordPattern(r"(?:\s*(?:<common/percent>|pc))?", re.IGNORECASE)


def sign_end(text: str, quantity: Quantity) -> int:
    """Where the percent sign of a share ends, or the number where it has none."""
    match = _PERCENT_SIGN.match(text, quantity.number_end)
    assert match is not None
    return match.end()


def is_spoken_of(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is about code, or about texts and who speaks what."""
    return any(words.search(text, sentence.start, sentence.end) for words in (CODE, TEXT))


_JOINT = re.compile(r"[A-Z][\w+#]*,?\s+(?:and|&)\s+$")


def is_of_several(text: str, start: int, first: int) -> bool:
    """Whether the language at `start` is the last of several with one share: "Rust and Go make up"."""
    return _JOINT.search(text, first, start) is not None


def is_language(name: str) -> bool:
    """Whether the lists of languages hold the name, a variety before it left out ("Simplified Chinese")."""
    return _kind_of_language(name) is not None


def is_natural(name: str) -> bool:
    """Whether a name that lists hold is that of a language people speak."""
    return _kind_of_language(name) == "natural"


def is_of_code(name: str) -> bool:
    """Whether a name that lists hold is that of a language programs are written in."""
    return _kind_of_language(name) not in (None, "natural")


def _kind_of_language(name: str) -> str | None:
    for variety in _VARIETIES:
        name = name.removeprefix(variety)
    if len(name) == 1 and name not in ("C", "D", "R"):
        return None  # the language B is a letter nearly everywhere
    readings = load_name_table().readings(name)
    return next((entry.kind for entry in readings if entry.label == "language"), None)


_LOW = WordSet("claims/low_language")


def is_language_in_small_letters(name: str) -> bool:
    """Whether a word in small letters is a programming language in a list of such: "assembly", "shell"."""
    return name in _LOW or any(entry.label == "language" for entry in load_name_table().folded.get(name, ()))


_OF_WHOLE = WordPattern(
    r"\s+of\s+(?:(?:<common/article_or_possessor>|all(?:\s+the)?|this|these)\s+)?"
    r"(?:(?!(?:in|for|of|to|on|by)\s)(?:\d[\d.,]*|[\w-]+)\s+){0,3}?"
    r"(?:(?P<code><language_share/code>|<language_share/built>)|(?P<text><language_share/text>))\b"
    r"(?! of (?:<language_share/no_code>)\b)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s", re.IGNORECASE)


def is_share_of_whole(text: str, start: int, end: int, language: str) -> bool | None:
    """Whether the share that ends at `start` is told to be of code, or of text: "45% of the lines".

    Only text is in a language that people speak. None where no "of" follows the share.
    """
    if not _OF.match(text, start, end):
        return None
    whole = _OF_WHOLE.match(text, start, end)
    if whole is None:
        return False
    return whole["text"] is not None or (whole["code"] is not None and not is_natural(language))
