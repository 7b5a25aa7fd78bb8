"""Numbers that the sources let one count: the items of a list, who speaks, one more than a number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import counts_people
from claimcheck.checking.figures import SMALL
from claimcheck.checking.grounding.derivations.operands import places
from claimcheck.checking.rules import is_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Place
    from claimcheck.checking.grounding.derivations.operands import Followed
    from claimcheck.checking.grounding.material import Material


_SINGLE = r"(?:an?|another|his|her|their|its|one)"

_AND = r"\s*(?:,|,?\s*\band\b|\bas well as\b)\s*"

_ONE_MORE = re.compile(
    rf"\b{_SINGLE}\s+((?:[a-z'’-]+\s+){{0,3}}?[a-z'’-]+){_AND}$",
    re.IGNORECASE,
)
"""A single one right before a figure: "a firefighter and two residents"."""

_ONE_AFTER = re.compile(rf"^(?:\s+[a-z'’-]+){{0,3}}?{_AND}{_SINGLE}\s+([a-z'’-]+)", re.IGNORECASE)

_LIST_NUMBER = re.compile(r"^\s*(?:#\s*)?(\d{1,2})[.):]\s", re.MULTILINE)

_SPEAKER = re.compile(r"^\s*([A-Z][\w.' -]{0,30}):", re.MULTILINE)

_SPEAKER_INLINE = re.compile(r"(?:^|\s\.\s)([A-Z][\w' -]{0,30}):")


def with_single(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """A number of people or things, one of them with "a" in the source: "a firefighter and two residents"."""
    if figure.kind not in ("count", "number") or figure.is_range or not is_on("ground/sum"):
        return None
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for i in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[i]
            if other.kind not in ("count", "number") or other.low + 1 != figure.low:
                continue
            start, end = other.start - sentence.start, other.end - sentence.start
            single = _ONE_MORE.search(sentence.text, max(0, start - 60), start) or _ONE_AFTER.match(
                sentence.text[end : end + 60]
            )
            if single is not None and (not single[1].endswith("s") or single[1].endswith("ss")):
                return "sum", f"1 + {other.shown()} = {figure.low:f}", places((i,), material)
    return None


def count(figure: Figure, material: Material) -> tuple[str, str, list[Place]] | None:
    """The number of items of a numbered list, or of the people who speak in a conversation."""
    if figure.kind not in ("count", "number") or figure.is_range or not 2 <= figure.low <= SMALL:
        return None
    if not is_on("ground/count"):
        return None
    for text in material.texts.values():
        numbers = [int(n) for n in _LIST_NUMBER.findall(text)]
        if numbers and figure.low in _list_lengths(numbers):
            return "count", f"the source lists {int(figure.low)} items", []
        if figure.low in _lengths_of_names(text):
            return "count", f"the source lists {int(figure.low)} names", []
        if counts_people(figure) and len(speakers_of(text)) == figure.low:
            return "count", f"{int(figure.low)} people speak in the source", []
    return None


def speakers_of(text: str) -> frozenset[str]:
    """The names before the turns of a conversation."""
    return frozenset(_SPEAKER.findall(text)) | frozenset(_SPEAKER_INLINE.findall(text))


_LISTED_NAMES = re.compile(
    r"\b[A-Z][\w'’-]*(?:[ ][A-Z][\w'’-]*){0,3}(?:,[ ](?:the[ ])?[A-Z][\w'’-]*(?:[ ][A-Z][\w'’-]*){0,3})*"
    r",?[ ]and[ ](?:the[ ])?[A-Z][\w'’-]*"
)


def _lengths_of_names(text: str) -> set[Decimal]:
    """How many names are listed in one go: "in the Netherlands, Belgium and Denmark"."""
    return {
        Decimal(match[0].count(",") - (", and" in match[0]) + 2) for match in _LISTED_NAMES.finditer(text)
    }


def _list_lengths(numbers: Sequence[int]) -> set[Decimal]:
    """How long the numbered lists are: the last number before one starts anew."""
    lengths, last = set(), 0
    for number in [*numbers, 1]:
        if number == last + 1:
            last = number
            continue
        if last > 1:
            lengths.add(Decimal(last))
        last = 1 if number == 1 else 0
    if last > 1:
        lengths.add(Decimal(last))
    return lengths
