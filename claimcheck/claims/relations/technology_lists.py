"""Technologies over a list, an item a line: "Servers that use Wren:", "Wren is built with:"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.items_below import is_written_as_name, items_below
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.constructions.matching import Match
    from claimcheck.grammar.descriptions.reading import SentenceReading

Span = tuple[int, int]

LIST_RULES = (
    Rule(
        "technology/users-below",
        "There are two servers that use Firefox:\n\n- Orbit\n- wren-lsp",
        "There are two servers that use Firefox:\n\n- one is old\n- one is new",
    ),
    Rule(
        "technology/parts-below",
        "Firefox is built with:\n\n- SQLite\n- Rust",
        "Firefox is built with:\n\n- love\n- care",
    ),
)

_RELATIONS = ("written_in", "built_with", "based_on", "runs_on")
# "is built with the following libraries:", "uses:"
_LEAD = WordPattern(
    r"\b(?:(?P<written_in><technology/lead_written_in>)|(?P<built_with><technology/lead_built_with>)"
    r"|(?P<based_on><technology/lead_based_on>)|(?P<runs_on><technology/lead_runs_on>))"
    r"(?:\s+(?:the\s+following|these|several|a\s+few|many|some|a\s+number\s+of|two|three|four|five|six)"
    r"(?:\s+[a-z-]+){0,3})?\s*:\s*$"
)


class Listed(NamedTuple):
    """A relation that an item of a list takes part in; offsets into the passage."""

    relation: str
    start: int
    end: int
    technology: Span
    thing: Span
    rule: str


def users_below(grammar: SentenceReading, match: Match) -> list[Listed]:
    """The items for which the common noun stands that is said to use something: "servers that use Wren:"."""
    thing = match.thing
    if thing.is_named or grammar.tags[thing.head] != "NNS" or _is_qualified(grammar):
        return []
    technology = (match.other.start, match.other.end)
    return [
        Listed(match.relation, *item, technology, item, "technology/users-below")
        for item in items_below(grammar.document.text, grammar.sentence)
    ]


def find_parts_below(grammar: SentenceReading) -> Iterator[Listed]:
    """The items of a list that the subject of the line above is said to be made with: "Wren uses:"."""
    text, sentence = grammar.document.text, grammar.sentence
    if ":" not in grammar.vocabulary or not text[sentence.start : sentence.end].rstrip().endswith(":"):
        return
    lead = _LEAD.search(text, sentence.start, sentence.end)
    if lead is None or _is_qualified(grammar):
        return
    relation = next(name for name in _RELATIONS if lead[name])
    verb = bisect_left(grammar.starts, lead.start(), grammar.first, grammar.last)
    thing = grammar.subject_of(verb) or grammar.phrase_until(grammar.group_start(verb))
    if thing is None or not (grammar.is_proper(thing) or grammar.tags[thing.head] == "PRP"):
        return
    for item in items_below(text, sentence):
        if is_written_as_name(text, item):
            yield Listed(relation, *item, item, (thing.start, thing.end), "technology/parts-below")


def _is_qualified(grammar: SentenceReading) -> bool:
    """Whether the line above a list denies, hedges or foretells; no cue of it reaches the items below."""
    return any(cue.effect for cue in grammar.sentence.cues)
