"""Words written as code is: "cloudSQL", "webkit2gtk 2.3", a word in code font."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.descriptions.terms import code_name_from
from claimcheck.grammar.named_phrases import TOOLS
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase

_MIXED_WORD = re.compile(r"[a-z]+\d[a-z\d]*[a-z]|[a-z]{2,}\d+[a-z]*|[a-z]+\.js")


def is_code_name(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is a word written as none of prose is, maybe with its version: "webkit2gtk 2.1"."""
    if phrase.possessor is not None or phrase.determiner not in ("", "the"):
        return False
    if any(name.label not in TOOLS for name in phrase.inner):
        return False
    if _is_in_code_font(grammar, phrase):
        return True
    first, last = phrase.first + (phrase.determiner == "the"), phrase.last
    while last - 1 > first and (
        _VERSION.fullmatch(grammar.words[last - 1]) or grammar.lowers[last - 1] in _VERSION_WORDS
    ):
        last -= 1
    if any(last - 1 == i for i in grammar.names):
        return first < phrase.last - 1 and grammar.names[last - 1].label == "product" and last < phrase.last
    written = grammar.document.text[grammar.starts[first] : grammar.ends[last - 1]]
    named = code_name_from(grammar, first)
    is_code = (named is not None and named.last == last) or _MIXED_WORD.fullmatch(written) is not None
    is_code = is_code and written.lower() not in _CONSTANTS
    return is_code and not _is_amount(grammar, phrase)


_CODE_FONT = re.compile(r"`(?P<name>[A-Za-z][\w-]*(?:\.[A-Za-z]\w*)*)`")
_FILE = re.compile(
    r"\.(?:json|toml|ya?ml|cfg|ini|txt|md|rst|lock|xml|html?|css|csv|log|env|py|rs|go|sh|c|h)$"
)
_CONSTANTS = WordSet("sides/constant")


def _is_in_code_font(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is one word in code font, and no file or constant: "`halvor-core`"."""
    written = _CODE_FONT.fullmatch(grammar.document.text, phrase.start, phrase.end)
    if written is None or _FILE.search(written["name"]):
        return False
    return written["name"].lower() not in _CONSTANTS


_VERSION = re.compile(r"v?\d+(?:\.\d+)*")
_VERSION_WORDS = WordSet("sides/version")


def _is_amount(grammar: SentenceReading, phrase: Phrase) -> bool:
    return any(
        quantity.start < phrase.end and phrase.start < quantity.end
        for quantity in grammar.sentence.quantities
    )
