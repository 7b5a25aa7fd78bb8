"""Acronyms and what they stand for: "International Monetary Fund (IMF)", "the IMF", either way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.names.abbreviations import SMALL_WORDS, abbreviates, expansion_start, is_acronym
from claimcheck.names.candidates import GOOD, MODEL, Basis, Candidate
from claimcheck.names.context import head_of
from claimcheck.names.evidence import weigh_name
from claimcheck.names.lists import load_cues

if TYPE_CHECKING:
    from claimcheck.names.accepted import AcceptedNames

_EVEN_CHANCE = 0.5


def link_acronyms(accepted: AcceptedNames) -> dict[tuple[str, str], str]:
    """Accept bracketed acronyms and their long forms, and the acronyms wherever they stand.

    Returns:
        (acronym, label) -> long form.
    """
    words = accepted.words
    long_forms: dict[tuple[str, str], str] = {}
    labels: dict[str, str] = {}
    concepts: set[str] = set()  # of lower-case phrases: "receiver operating characteristic (ROC)"
    by_last = {name.last: name for name in accepted.names.values()}
    for index in accepted.context.capitals:
        if not _is_bracketed(accepted, index):
            continue
        acronym, long_name = words.forms[index], by_last.get(index)
        first = expansion_start(accepted.context, index, acronym)
        if first is None and long_name is not None and abbreviates(acronym, accepted.surface(long_name)):
            first = long_name.first
        found = None if first is None else _read_long_form(accepted, first, index, long_name)
        if found is None:
            continue
        first, label = found
        if label is None:
            concepts.add(acronym)
        elif label != "person" and accepted.context.is_name_like(first):
            _accept(accepted, first, index, label)
            long_form = " ".join(words.text[words.starts[first] : words.ends[index - 1]].split())
            long_forms[acronym, label] = long_form
            labels[acronym] = label
    if labels or concepts:
        _mark_mentions(accepted, labels, concepts)
    return long_forms


def _is_bracketed(accepted: AcceptedNames, index: int) -> bool:
    """Whether a word is an acronym alone at the start of a bracket."""
    words = accepted.words
    gap = words.gaps[index]
    if "(" not in gap or index == 0 or gap.strip(" \"“‘'") != "(":
        return False
    if not is_acronym(words.forms[index], words.cases[index]):
        return False
    after = words.text[words.ends[index] : words.ends[index] + 1]
    return after in {")", ",", ";", '"', "”", "'", "’"} and words.forms[index] not in load_cues(
        "plain_capital"
    )


def _read_long_form(
    accepted: AcceptedNames, first: int, last: int, long_name: Candidate | None
) -> tuple[int, str | None] | None:
    """First word and label of the long form before the acronym at `last`; no label for a concept."""
    context, words = accepted.context, accepted.words
    if long_name is not None and long_name.first <= first:
        return long_name.first, long_name.label
    inside = accepted.names.get(last)
    if inside is not None and context.is_name_like(first):
        is_thing = words.forms[head_of(words, first, last)] in load_cues("thing_head")
        is_doubtful = inside.strength <= MODEL and not _may_be(accepted, inside.label, first, last)
        return first, None if is_thing or is_doubtful else inside.label
    ending = next((name for name in _overlapping(accepted, first, last) if name.last == last), None)
    if ending is not None:
        return first, ending.label
    inner = range(first, last)
    if not any(map(context.is_name_like, inner)):
        return first, None
    is_name = all(context.is_name_like(i) or words.forms[i] in SMALL_WORDS for i in inner)
    is_body = words.forms[last - 1] in load_cues("organization_head") or any(
        words.forms[i] in load_cues("organization_opener") for i in inner
    )
    is_name = is_name and not context.heading[last]
    if is_name and not is_body and words.forms[last - 1] in load_cues("work_head"):
        return first, "product"  # "Annual Tide Survey (ATS)"
    return (first, "organization") if is_name and is_body else None


def _accept(accepted: AcceptedNames, first: int, index: int, label: str) -> None:
    """Accept a long form and its acronym at `index`, in the place of what stood there."""
    for name in _overlapping(accepted, first, index):
        if name.first >= first and name.last <= index:
            accepted.drop(name)
    if accepted.taken.isdisjoint(range(first, index)):
        accepted.add(first, index, label, "acronym-long-form", GOOD)
    inside = accepted.names.get(index)
    if inside is not None and inside.label != label:
        accepted.drop(inside)
    accepted.add(index, index + 1, label, "acronym", GOOD)


def _mark_mentions(accepted: AcceptedNames, labels: dict[str, str], concepts: set[str]) -> None:
    """Accept acronyms wherever they stand, and drop those of concepts."""
    for index, form in enumerate(accepted.words.forms):
        if form not in labels and form not in concepts:
            continue
        known = accepted.names.get(index)
        if form in concepts and known is not None and known.last == index + 1:
            accepted.drop(known)
        if form not in labels:
            continue
        known = accepted.names.get(index)
        if known is not None and known.last == index + 1 and known.label != labels[form]:
            accepted.names[index] = known._replace(label=labels[form], rule="acronym", basis=Basis.WORDS)
        elif index not in accepted.taken and not accepted.touches_capital(index, index + 1):
            accepted.add(index, index + 1, labels[form], "acronym", GOOD)


def _overlapping(accepted: AcceptedNames, first: int, last: int) -> list[Candidate]:
    """The accepted names that cover one of the words, each once, in reading order."""
    found = {id(name): name for i in range(first, last) if (name := accepted.name_over(i)) is not None}
    return list(found.values())


def _may_be(accepted: AcceptedNames, label: str, first: int, last: int) -> bool:
    """Whether the words around a phrase allow the label; languages are not weighed, so they never do."""
    return weigh_name(accepted.context, first, last).get(label, 0.0) >= _EVEN_CHANCE
