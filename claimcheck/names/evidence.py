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
    signs = ["always"]
    _add_words(signs, context, first, last)
    _add_lists(signs, context, first, last)
    _add_place(signs, context, first, last)
    _add_before(signs, context, first, last)
    _add_after(signs, context, last)
    return signs


def _add_words(signs: list[str], context: NameContext, first: int, last: int) -> None:
    """The words themselves, and how they are written."""
    words = context.words
    head, tail, size = words.forms[first], words.forms[last - 1], last - first
    case = _CASE_NAMES[words.cases[first]]
    signs += (f"size {min(size, 5)}", f"first {head}", f"last {tail}", f"end {tail[-3:]}", f"end {tail[-2:]}")
    if size == 1:
        signs += (f"case {case}", f"start {head[:3]}")
    else:
        signs.append(f"cases {case} {_CASE_NAMES[words.cases[last - 1]]}")
        signs += [f"inside {form}" for form in words.forms[first + 1 : last - 1]]
    if not tail.isalpha() and any(map(str.isdigit, tail)):
        signs.append("digit")


def _add_lists(signs: list[str], context: NameContext, first: int, last: int) -> None:
    """What the lists say of the words."""
    words = context.words
    head, tail, size = words.forms[first], words.forms[last - 1], last - first
    given, surnames, _ = load_person_names()
    known = ("g" if head in given else "-") + ("s" if tail in surnames else "-")
    signs.append(f"person-lists {known} {min(size, 3)}")
    readings = load_name_table().readings
    signs += [f"listed {reading.label} {reading.safety}" for reading in readings(words.slice(first, last))]
    if size > 1:
        signs += [f"last-listed {reading.label}" for reading in readings(tail)]
        signs += [f"first-listed {reading.label}" for reading in readings(head)]
    if head in load_demonyms():
        signs.append(f"demonym {1 if size == 1 else 2}")
    if tail in context.cues["organization_head"]:
        signs.append("organization-head")
    if tail in context.cues["place_head"]:
        signs.append("place-head")


def _add_place(signs: list[str], context: NameContext, first: int, last: int) -> None:
    """Where the words stand: in a text on software, in a heading, at the start of a sentence."""
    words, size = context.words, last - first
    if context.code_words and size == 1:
        signs.append(f"technical {_CASE_NAMES[words.cases[first]]}")
    if context.heading[first]:
        signs.append("heading")
    if words.opens[first]:
        kind = "plain" if context.is_plain_start(first) else "other"
        signs += ("opens", f"opens {1 if size == 1 else 2} {kind}")
        if size == 1 and words.forms[first].lower() in context.plain:
            signs.append("opens-plain")


def _add_before(signs: list[str], context: NameContext, first: int, last: int) -> None:
    """What stands before the words, in their sentence; and the mark there."""
    words, forms = context.words, context.words.forms
    gap = words.gaps[first].strip()[-1:] if first else ""
    if first and not words.opens[first]:
        before = forms[first - 1]
        lower = before.lower() if words.cases[first - 1] is not NUMBER else "0"
        signs.append(f"before {gap}{lower}")
        if not gap and first > 1:
            signs.append(f"before-2 {forms[first - 2].lower()} {lower}")
        if not gap and context.is_name_like(first - 1):
            signs.append("touches-left")
        if not gap and before in load_undotted_titles():
            signs.append("title")
        if lower == "the":
            signs.append(f"the {_CASE_NAMES[words.cases[last - 1]]} {min(last - first, 3)}")
    if gap:
        signs.append(f"gap-before {gap}")


def _add_after(signs: list[str], context: NameContext, last: int) -> None:
    """What stands after the words, and the mark there."""
    words, forms = context.words, context.words.forms
    total = len(forms)
    if last >= total:
        signs.append("at-end")
        return
    gap = words.gaps[last].strip()[:2]
    after = forms[last]
    lower = after.lower() if words.cases[last] is not NUMBER else "0"
    if gap:
        signs.append(f"gap-after {gap}")
    if words.opens[last]:
        return
    signs.append(f"after {gap}{lower}")
    if not gap and last + 1 < total and not words.opens[last + 1]:
        signs.append(f"after-2 {lower} {forms[last + 1].lower()}")
    if not gap and context.is_name_like(last):
        signs.append("touches-right")
    if gap == "," and context.is_name_like(last):
        signs += [f"comma {reading.label}" for reading in load_name_table().readings(after)]


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
