"""How likely a capitalised phrase is a person, an organization, a place, a product or no name at all.

A table of weights (`lexicons/en/name_evidence.tsv`) says how much each sign speaks for each reading: the
words beside the phrase, its first and last word, its ending, whether the lists of given names and surnames
hold it. The weights are those of a multinomial logistic model, fitted by `lexicon_sources/name_evidence.py`.
"""

from __future__ import annotations

from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.names.lists import (
    load_demonyms,
    load_name_table,
    load_person_names,
    load_undotted_titles,
)
from claimcheck.names.words import NUMBER, Case

if TYPE_CHECKING:
    from claimcheck.names.context import NameContext

READINGS = ("person", "organization", "place", "product", "none")


_CASE_NAMES = {case: case.name for case in Case}  # asking an enum is dear


def find_signs(context: NameContext, first: int, last: int) -> list[str]:
    """What speaks for one reading or another of words `first` to `last`: keys of the weight table."""
    words = context.words
    forms = words.forms
    total = len(words.forms)
    given, surnames, _ = load_person_names()
    table = load_name_table()
    head, tail = forms[first], forms[last - 1]
    size = last - first
    up_to_2 = 1 if size == 1 else 2
    up_to_3 = min(size, 3)
    case = _CASE_NAMES[words.cases[first]]
    signs = [
        "always",
        f"size {min(size, 5)}",
        f"first {head}",
        f"last {tail}",
        f"end {tail[-3:]}",
        f"end {tail[-2:]}",
    ]
    if size == 1:
        signs += (f"case {case}", f"start {head[:3]}")
    else:
        signs.append(f"cases {case} {_CASE_NAMES[words.cases[last - 1]]}")
        signs += [f"inside {form}" for form in forms[first + 1 : last - 1]]
    if not tail.isalpha() and any(map(str.isdigit, tail)):
        signs.append("digit")
    known = ("g" if head in given else "-") + ("s" if tail in surnames else "-")
    signs.append(f"person-lists {known} {up_to_3}")
    readings = table.readings(words.slice(first, last))
    for reading in readings:
        signs.append(f"listed {reading.label} {reading.safety}")
    if size > 1:
        for reading in table.readings(tail):
            signs.append(f"last-listed {reading.label}")
        for reading in table.readings(head):
            signs.append(f"first-listed {reading.label}")
    if head in load_demonyms():
        signs.append(f"demonym {up_to_2}")
    if tail in context.cues["organization_head"]:
        signs.append("organization-head")
    if tail in context.cues["place_head"]:
        signs.append("place-head")
    if context.code_words and size == 1:
        signs.append(f"technical {case}")
    if context.heading[first]:
        signs.append("heading")
    opens = words.opens[first]
    if opens:
        signs.append("opens")
        signs.append(f"opens {up_to_2} {'plain' if context.is_plain_start(first) else 'other'}")
        if size == 1 and head.lower() in context.plain:
            signs.append("opens-plain")
    before = forms[first - 1] if first else ""
    gap = words.gaps[first].strip()[-1:] if first else ""
    if first and not opens:
        lower = before.lower() if words.cases[first - 1] is not NUMBER else "0"
        signs.append(f"before {gap}{lower}")
        if not gap and first > 1:
            signs.append(f"before-2 {forms[first - 2].lower()} {lower}")
        if not gap and context.is_name_like(first - 1):
            signs.append("touches-left")
        if not gap and before in load_undotted_titles():
            signs.append("title")
        if lower == "the":
            signs.append(f"the {_CASE_NAMES[words.cases[last - 1]]} {up_to_3}")
    if gap:
        signs.append(f"gap-before {gap}")
    if last < total:
        gap = words.gaps[last].strip()[:2]
        after = forms[last]
        lower = after.lower() if words.cases[last] is not NUMBER else "0"
        if gap:
            signs.append(f"gap-after {gap}")
        if not words.opens[last]:
            signs.append(f"after {gap}{lower}")
            if not gap and last + 1 < total and not words.opens[last + 1]:
                signs.append(f"after-2 {lower} {forms[last + 1].lower()}")
            if not gap and context.is_name_like(last):
                signs.append("touches-right")
            if gap == "," and context.is_name_like(last):
                for reading in table.readings(after):
                    signs.append(f"comma {reading.label}")
    else:
        signs.append("at-end")
    return signs


@per_lexicon
def load_evidence() -> dict[str, str | tuple[int, ...]]:
    """Sign -> its weights in tenths for each of `READINGS`, as text until `_weights` needs them."""
    text = files("claimcheck.lexicons").joinpath("en", "name_evidence.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.split("\n") if line and line[0] != "#")
    return {sign: weights for sign, _, weights in rows}


def _weights(signs: list[str]) -> list[tuple[int, ...]]:
    """The weights of those signs that the table holds."""
    evidence = load_evidence()
    found = []
    for sign in signs:
        weights = evidence.get(sign)
        if weights is None:
            continue
        if isinstance(weights, str):
            weights = evidence[sign] = tuple(map(int, weights.split(" ")))
        found.append(weights)
    return found


_NO_WEIGHTS = (0,) * len(READINGS)


def weigh_name(
    context: NameContext, first: int, last: int, prior: dict[str, float] | None = None
) -> dict[str, float]:
    """Probability of each reading of words `first` to `last`; `prior` adds log weights to readings."""
    weights = _weights(find_signs(context, first, last))
    sums = [tenths / 10 for tenths in map(sum, zip(_NO_WEIGHTS, *weights))]  # noqa: B905 - dear here
    if prior:
        sums = [known + prior.get(reading, 0.0) for known, reading in zip(sums, READINGS, strict=True)]
    highest = max(sums)
    powers = [exp(s - highest) for s in sums]
    whole = sum(powers)
    return {reading: power / whole for reading, power in zip(READINGS, powers, strict=True)}
