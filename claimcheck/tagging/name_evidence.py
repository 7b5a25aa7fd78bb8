"""How likely a capitalised phrase is a person, an organization, a place, a product or no name at all.

A table of weights (`lexicons/en/name_evidence.tsv`) says how much each sign speaks for each reading: the
words beside the phrase, its first and last word, its ending, whether the lists of given names and surnames
hold it. The weights are those of a multinomial logistic model, fitted by `lexicon_sources/name_evidence.py`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING

from claimcheck.tagging.name_lexicon import (
    load_cues,
    load_demonyms,
    load_name_table,
    load_person_names,
    load_titles,
)
from claimcheck.tagging.name_words import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.tagging.name_context import NameContext

READINGS = ("person", "organization", "place", "product", "none")


def find_signs(context: NameContext, first: int, last: int) -> Iterator[str]:
    """What speaks for one reading or another of words `first` to `last`: keys of the weight table."""
    words = context.words
    forms = words.forms
    total = len(words)
    given, surnames, _ = load_person_names()
    table = load_name_table()
    head, tail = forms[first], forms[last - 1]
    size = last - first
    yield "always"
    yield f"size {min(size, 5)}"
    yield f"first {head}"
    yield f"last {tail}"
    if size == 1:
        yield f"case {words.cases[first].name}"
        yield f"start {head[:3]}"
    else:
        yield f"cases {words.cases[first].name} {words.cases[last - 1].name}"
        for index in range(first + 1, last - 1):
            yield f"inside {forms[index]}"
    yield f"end {tail[-3:]}"
    yield f"end {tail[-2:]}"
    if any(map(str.isdigit, tail)):
        yield "digit"
    known = ("g" if head in given else "-") + ("s" if tail in surnames else "-")
    yield f"person-lists {known} {min(size, 3)}"
    readings = table.readings(words.slice(first, last))
    for reading in readings:
        yield f"listed {reading.label} {reading.safety}"
    if size > 1:
        for reading in table.readings(tail):
            yield f"last-listed {reading.label}"
        for reading in table.readings(head):
            yield f"first-listed {reading.label}"
    if head in load_demonyms():
        yield f"demonym {min(size, 2)}"
    if tail in load_cues("organization_head"):
        yield "organization-head"
    if tail in load_cues("place_head"):
        yield "place-head"
    if context.code_words and size == 1:
        yield f"technical {words.cases[first].name}"
    if context.heading[first]:
        yield "heading"
    opens = words.opens[first]
    if opens:
        yield "opens"
        yield f"opens {min(size, 2)} {'plain' if context.is_plain_start(first) else 'other'}"
        if size == 1 and head.lower() in context.plain:
            yield "opens-plain"
    before = forms[first - 1] if first else ""
    gap = words.gaps[first].strip()[-1:] if first else ""
    if first and not opens:
        lower = before.lower() if words.cases[first - 1] is not Case.NUMBER else "0"
        yield f"before {gap}{lower}"
        if not gap and first > 1:
            yield f"before-2 {forms[first - 2].lower()} {lower}"
        if not gap and context.is_name_like(first - 1):
            yield "touches-left"
        if not gap and (before in load_titles() or before + "." in load_titles()):
            yield "title"
        if lower == "the":
            yield f"the {words.cases[last - 1].name} {min(size, 3)}"
    if gap:
        yield f"gap-before {gap}"
    if last < total:
        gap = words.gaps[last].strip()[:2]
        after = forms[last]
        lower = after.lower() if words.cases[last] is not Case.NUMBER else "0"
        if gap:
            yield f"gap-after {gap}"
        if not words.opens[last]:
            yield f"after {gap}{lower}"
            if not gap and last + 1 < total and not words.opens[last + 1]:
                yield f"after-2 {lower} {forms[last + 1].lower()}"
            if not gap and context.is_name_like(last):
                yield "touches-right"
            if gap == "," and context.is_name_like(last):
                for reading in table.readings(after):
                    yield f"comma {reading.label}"
    else:
        yield "at-end"


@cache
def load_evidence() -> dict[str, str]:
    """Sign -> its weights in tenths for each of `READINGS`, still as text: few of them are ever needed."""
    text = files("claimcheck.lexicons").joinpath("en", "name_evidence.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t", 1) for line in text.split("\n") if line and line[0] != "#")


@lru_cache(maxsize=20_000)
def weights_of(sign: str) -> tuple[int, ...]:
    """Weights of one sign; all nought for one that the table does not hold."""
    weights = load_evidence().get(sign)
    return tuple(map(int, weights.split(" "))) if weights else ()


def weigh_name(
    context: NameContext, first: int, last: int, prior: dict[str, float] | None = None
) -> dict[str, float]:
    """Probability of each reading of words `first` to `last`; `prior` adds log weights to readings."""
    tenths = [0] * len(READINGS)
    for sign in find_signs(context, first, last):
        for index, weight in enumerate(weights_of(sign)):
            tenths[index] += weight
    sums = [t / 10 for t in tenths]
    if prior:
        for index, reading in enumerate(READINGS):
            sums[index] += prior.get(reading, 0.0)
    highest = max(sums)
    powers = [exp(s - highest) for s in sums]
    whole = sum(powers)
    return {reading: power / whole for reading, power in zip(READINGS, powers, strict=True)}
