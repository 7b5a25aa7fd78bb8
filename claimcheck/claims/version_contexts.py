"""Whether a sentence says that something is at a version, needs it or has reached it, or only names an actor.

"We moved to Quillo 2.5", "Quillo 2.5 is out" and "dropped since Quillo 2.5" say so; "Quillo 2.5 brings dark
pages" and "it is faster than Quillo 2.5" only name a program by its version.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import word_list

if TYPE_CHECKING:
    from claimcheck.mentions import Sentence

LEAD_CHARS = 48
"""The longest words before a name, with an article and what describes the version."""


def _phrases(*positions: str) -> str:
    """The phrases of some positions in `en/version_contexts.csv`, the longest first."""
    phrases = {row["phrase"] for row in load_rows("en/version_contexts.csv") if row["position"] in positions}
    return "|".join(
        re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True)
    )


@per_lexicon
def _describing() -> str:
    """What may stand between a phrase and a version, as a pattern: "requires | the latest stable | 3.1"."""
    words = "|".join(word_list("version/describing"))
    return rf"(?:\s+(?:both|either|the|an?|our|its|their|versions?|of|{words}))*\s+[\"“‘'`*]*$"


@per_lexicon
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_phrases('before', 'point', 'need')}){_describing()}", re.IGNORECASE)


@per_lexicon
def _needing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_phrases('point', 'need')}){_describing()}", re.IGNORECASE)


@per_lexicon
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"[\"”’'`*]*(?:\s+(?:{_phrases('after', 'needed')})\b|\s+(?:GA|EOL|RTM)\b(?!\s+\w)"
        r"|,?\s+the\s+(?:latest|newest|current|first|last)\b)",
        re.IGNORECASE,
    )


@per_lexicon
def _needed() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_phrases('needed')})\b", re.IGNORECASE)


_FRONTED = re.compile(r"\W*[Ii]n\s+(?:the\s+(?:\w+\s+)?(?:version\s+of\s+)?)?")
"""Before a name at the front: "In Quillo 2.5, pages may be dark" tells what that version has."""
_WITH = re.compile(r"\W*With\s+(?:the\s+)?")
"""Before a name at the front: "With Quillo 2.5, users can store pages" only names who acts."""
_JOINED = re.compile(r"\s*(?:,|and|or|&|/|\+|,\s*and)\s*")
_LISTED_BEFORE = re.compile(
    r"(?:[A-Z][\w+#.-]*(?:\s[A-Z]\w*)*\s\d[\w.]*\s*(?:,\s*(?:and|or)|,|and|or|&|/)\s+)+$"
)
_LIST_ITEM = re.compile(r"(?:[-*•‣·]|\d{1,2}[.)])\s+$")
_VERSIONS_ONLY = re.compile(
    r"(?:[-*•]\s+)?[\w+#.-]+(?:\s[A-Z][\w+#.-]*){0,2}\sv?\d+(?:\.[\dx]+)+(?:,\s+[\w+#.-]+(?:\s[A-Z][\w+#.-]*){0,2}\sv?\d+(?:\.[\dx]+)+)+\.?\s*"
)
_REST_OF_ITEM = re.compile(r"\W*(?:\([^)\n]*\)\W*|or\s+\w+\W*)?(?:\n|$)")


def states_version(text: str, sentence: Sentence, start: int, end: int, stated_until: int | None) -> bool:
    """Whether the words around a name and its version, from `start` to `end`, state a version of something.

    `stated_until` is where the last version ends that the sentence stated: "needs Quillo 2 and Tremolo 1.4".
    """
    if is_joined(text, stated_until, start):
        return True
    listed = _LISTED_BEFORE.search(text, max(sentence.start, start - LEAD_CHARS), start)
    lead_end = listed.start() if listed else start
    floor = max(sentence.start, lead_end - LEAD_CHARS)
    if text[start - 2 : start] == ", " and text[end : end + 1] == ",":
        return True  # "its planner, Quillo 2.5, runs everywhere"
    if text[end : end + 1] == "," and _FRONTED.fullmatch(text, sentence.start, start):
        return True
    if text[end : end + 1] == "," and _WITH.fullmatch(text, sentence.start, start):
        return False
    if text[start - 1 : start] == "(" and text[end : end + 1] in (")", ",", ";"):
        return True
    return (
        _before().search(text, floor, lead_end) is not None
        or _after().match(text, end) is not None
        or _is_item(text, start, end)
    )


def is_joined(text: str, stated_until: int | None, start: int) -> bool:
    """Whether a name starts right behind a version that was stated, as one more: "Quillo 2 and | Tremolo"."""
    return (
        stated_until is not None
        and stated_until <= start
        and _JOINED.fullmatch(text, stated_until, start) is not None
    )


def names_needed_version(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a whole number beside a name is a version: "since Quillo 23", "needs Quillo 23"."""
    floor = max(sentence.start, start - LEAD_CHARS)
    if _needing().search(text, floor, start) or _needed().match(text, end):
        return True
    outer = _NUMBERED_BEFORE_BRACKET.search(text, floor, start)
    return outer is not None and text[end : end + 1] == ")" and not text[start:end].endswith(f" {outer[1]}")


# "Quillo 15 (Tremolo 94)", but not "Query Index Lab 2 (QIL 2)"
_NUMBERED_BEFORE_BRACKET = re.compile(r"\s(\d{1,3})(?:[’']s)?\s\($")


def _is_item(text: str, start: int, end: int) -> bool:
    """Whether a line says nothing else: "- Quillo 2.5", or several with commas, "Quillo 2.5, Tremolo 1.4"."""
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    if _VERSIONS_ONLY.fullmatch(text, line, line_end if line_end >= 0 else len(text)):
        return True
    return _LIST_ITEM.fullmatch(text, line, start) is not None and _REST_OF_ITEM.match(text, end) is not None
