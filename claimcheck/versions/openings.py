"""What stands before a version: its name, "version", and the words that make a bound of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.versions.bounds import bound_words
from claimcheck.versions.names import Name, name_ending, name_past_asides
from claimcheck.versions.vocabulary import openers

# "versions number (" with a line end
EXPLICIT_CHARS = 18
# "version of Quillo is currently "
STATED_CHARS = 72
# "no later than version " and the like
COMPARATOR_CHARS = 24
EXPLICIT = re.compile(
    r"""
      \b(?P<word>versions?|vers?|release|build|edition)
      (?:[ \u00a0](?:number[ ])?\(?|(?<=vers)\.[ ]?|(?<=ver)\.[ ]?|(?<=version)[ ]?[-·]?[ ]?)$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "The latest stable version of Quillo is now 4.2", "the current release is 4.2"
STATED = WordPattern(
    r"(?:\b(?P<owner>[A-Z][\w+#&*/.-]*(?:[ ][A-Z][\w+#&*/-]*){0,2})[ ])?"
    r"\b(?:versions?|release)(?:[ ]of[ ](?:the[ ])?(?P<name>[A-Z][\w+#&*/-]*(?:[ ][A-Z][\w+#&*/-]*){0,3}))?"
    r"[ ](?:<versions/stating>)[ ]$"
)
_MARKED_RELEASE = re.compile(r"(?:^|[,(;][ ]?)Release[ ]$")
_VERSIONS_WORD = re.compile(r"\bversions?[ ]$", re.IGNORECASE)


class Opening(NamedTuple):
    """What stands before a version: where it begins, its name and the words that make it a bound."""

    start: int
    name: Name | None
    words: re.Match[str] | None


def of_stated(stated: re.Match[str]) -> Opening | None:
    """The name in "The latest version of Quillo is 4.2", "The minimum Quillo version is 4.2"."""
    if stated["name"] is not None:
        return Opening(stated.start(), Name(*stated.span("name")), None)
    owner = stated["owner"]
    if owner is None or owner.split()[0].lower() in openers():
        return None
    return Opening(stated.start("owner"), Name(*stated.span("owner")), None)


_ALSO_PLAIN = WordSet("versions/also_plain")


def marks_any_number(text: str, explicit: re.Match[str]) -> bool:
    """Whether the word makes a whole number a version: "version 3", and "Quillo, Release 76"."""
    if explicit["word"].lower() not in _ALSO_PLAIN:
        return True
    start = max(0, explicit.start() - 2)
    return _MARKED_RELEASE.search(text[start : explicit.end()]) is not None


def read_opening(
    text: str,
    floor: int,
    begin: int,
    explicit: re.Match[str] | None,
    version: str,
    *,
    is_explicit: bool,
    is_closed: bool,
) -> Opening:
    """The name before a version, past "version" and asides, and the words before it that make a bound."""
    zone_end = explicit.start() if explicit else begin
    zone = text[floor:zone_end].rstrip(" ") + (" " if text[zone_end - 1 : zone_end] == " " else "")
    name = name_past_asides(zone, floor, version, is_explicit=is_explicit, is_closed=is_closed)
    start = name.start if name else zone_end
    if name is None:
        # "Windows earlier than 10", "Python from 3.8"
        words = bound_words().between.search(text, floor, zone_end)
        if words:
            zone = text[floor : words.start()]
            name = name_ending(zone, floor, version, is_explicit=is_explicit, is_closed=is_closed)
            return Opening(name.start if name else words.start(), name, words)
    words = bound_words().before.search(text, max(floor, start - COMPARATOR_CHARS), start)
    return Opening(words.start() if words else start, name, words)


def follows_versions(text: str, words: re.Match[str]) -> bool:
    """Whether "versions" stands before a comparator: "versions prior to 2.3.1"."""
    return bool(_VERSIONS_WORD.search(text, max(0, words.start() - 10), words.start()))
