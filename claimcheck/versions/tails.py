"""What goes on behind a version: "beta 2", "release", "LTS", "or later", the name it is of."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.versions.bounds import bound_words
from claimcheck.versions.names import NAME_WORD, Name

# Behind "version": "2.0.4b", "11.5.1J", "1.1.6r4", "0.8-17", "6.8 SR10".
SUFFIX = re.compile(r"(?:[A-Za-z]\d{0,2}|[-–]\d{1,3}|[ ](?:SR|SP)\d{1,2})(?!\w|\.\w)")
EXPLICIT_AFTER = WordPattern(
    r"[- ](?:(?:<versions/release_kind>)[ ])?(?:<versions/after>)\b",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(
    rf"[ ]of[ ](?:the[ ]|[A-Z]\w+['’]s[ ])?({NAME_WORD}(?:[ \u00a0](?=\S*[A-Z]){NAME_WORD}){{0,4}})"
    r"\b(?!['’]s\b)"
)
_LONG_TERM = re.compile(r"[ ](?:LTS|ESR|SP\d|R\d)\b")
_PREVIEW = re.compile(r"[ ](?:beta|alpha|RC|preview)(?:[ ]?\d{1,2})?\b(?![ ](?:version|release|build)|-)")


def closes_bracket(text: str, end: int, is_dotted: bool, candidate: re.Match[str]) -> bool:
    """Whether the bracket that a version may stand in ends behind it: "PostgreSQL (9.5)", "Python (3.8+)",
    "Node.js (18 or newer)"; a whole number alone in brackets may be anything.
    """
    if text[end : end + 1] == ")":
        return is_dotted or candidate["operator"] is not None
    if candidate["plus"] is not None:
        return text[end + 1 : end + 2] == ")"
    bound = bound_words().after.match(text, end)
    return bound is not None and (text[bound.end() - 1] == ")" or text[bound.end() : bound.end() + 1] == ")")


class _Tail(NamedTuple):
    """What goes on behind a version number: the version with it, where the phrase ends, and a bound."""

    version: str
    end: int
    bound: re.Match[str] | None


def read_tail(
    text: str,
    candidate: re.Match[str],
    version: str,
    end: int,
    after_word: re.Match[str] | None,
    *,
    may_be_preview: bool,
) -> _Tail:
    """The version with "beta 2", "release", "LTS" and "or later" behind it."""
    phrase_end = max(candidate.end(), end)
    preview = _PREVIEW.match(text, phrase_end) if may_be_preview else None
    if preview is not None:
        version = text[candidate.start("version") : preview.end()]  # "Quillo 3.0 beta 2"
        phrase_end = preview.end()
    elif after_word is not None:
        phrase_end = after_word.end()
    elif long_term := _LONG_TERM.match(text, phrase_end):
        phrase_end = long_term.end()
    bound = bound_words().after.match(text, phrase_end)
    return _Tail(version, bound.end() if bound else phrase_end, bound)


def name_behind(text: str, end: int) -> tuple[Name | None, int]:
    """The name that "of" leads to, "version 2.0 of PyTorch", and where the phrase ends."""
    following = _NAME_AFTER.match(text, end)
    if following and any(character.isupper() for character in following[1]):
        return Name(*following.span(1)), following.end()
    return None, end
