"""Names in the slots of relations: "shares of X", "X was acquired by", "X's shareholders": an organization.

What a name stands beside says what it is where no list knows it. The words are in `en/name_slots.csv`; a
name found so is repeated over the document like any other, and outweighs what a model says of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import GOOD, Candidate
from claimcheck.names.context import make_candidate
from claimcheck.names.lists import load_demonyms, load_name_table, load_person_names
from claimcheck.names.words import CAPITALISED, INITIAL, LOWER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.names.context import NameContext

_BEFORE_NAMES = ' \u00a0"“‘(:*_'  # "built by Orvane", "**Built by:** Orvane"
_LONGEST = 5  # words of a name; longer runs are titles or lists
_TECHNICAL = 2  # words on software that make a text one about it
_LONGEST_PHRASE = 4  # words of the longest phrase of a slot


@per_lexicon
def load_slots(side: str) -> dict[str, dict[tuple[str, ...], str]]:
    """Phrases of slots `before`, `after` or `possessed` by their word next to the name -> their labels.

    `software` is a product in texts about software. Of a phrase before a name that is its last word, of the
    others the first.
    """
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for row in load_rows("en/name_slots.csv"):
        if row["side"] == side:
            words = tuple(row["phrase"].split())
            beside = words[-1] if side == "before" else words[0]
            found.setdefault(beside, {})[words] = row["label"]
    return found


def find_in_slots(context: NameContext) -> Iterator[Candidate]:
    """Runs of capitals in the slots of relations, where no list knows them as something else."""
    for run_start, last in capital_runs(context, _LONGEST):
        first = run_start
        label = _slot_before(context, first) or _slot_after(context, last)
        if label == "software":  # "the Onyx library" may be a house of books
            is_start = context.words.opens[first] and context.words.cases[first] is CAPITALISED
            label = "product" if context.code_words >= _TECHNICAL and not is_start else ""
        if label == "person":
            if context.words.forms[last - 1] in context.head_words:
                continue  # "directed by Halvor Films"
            first = _given_name_in(context, first, last)
        if label and _may_be(context, first, last):
            yield make_candidate(context, first, last, label, "relation-slot", GOOD)


def _given_name_in(context: NameContext, first: int, last: int) -> int:
    """Where a person begins in a run of capitals: at its first given name ("Divinity | Ann Lee"), if any."""
    given = load_person_names()[0]
    return next((i for i in range(first, last) if context.words.forms[i] in given), first)


def capital_runs(context: NameContext, longest: int) -> Iterator[tuple[int, int]]:
    """First and last word of the runs of capitals outside of headings that are no longer than that."""
    read_to = 0
    for index in context.capitals:
        if index < read_to or context.heading[index]:
            continue
        first, last = _run_at(context, index)
        read_to = max(read_to, last)
        if first is not None and last - first <= longest:
            yield first, last


def _run_at(context: NameContext, index: int) -> tuple[int | None, int]:
    """The run of capitals that starts at a word, an ordinary sentence start or title cut off."""
    words, titles, calendar = context.words, context.titles, context.cues["calendar"]
    last = index + 1
    while last < len(words.forms) and context.is_name_like(last) and context.joins(last):
        last += 1
    first = index
    while first < last and (
        context.is_plain_start(first) or words.forms[first] in titles or words.forms[first] in calendar
    ):
        first += 1
    while last > first and (words.forms[last - 1] in titles or words.forms[last - 1] in _CHIEFS):
        last -= 1
    return (first if first < last else None), max(last, index + 1)


_CHIEFS = WordSet("names/chief_title")
_ARTICLES = WordSet("common/article")


def _slot_before(context: NameContext, first: int) -> str:
    words = context.words
    if first == 0 or words.opens[first] or words.gaps[first].strip(_BEFORE_NAMES):
        return ""
    index = first - 1
    while index > 0 and words.forms[index].lower() in _ARTICLES:
        index -= 1
    return _match(context, load_slots("before"), index, -1)


def _slot_after(context: NameContext, last: int) -> str:
    words = context.words
    if last >= len(words.forms) or words.opens[last]:
        return ""
    gap = words.gaps[last]
    if gap[:2] in {"'s", "’s", "‘s"} or gap[:1] in {"'", "’"}:
        return _match_possessed(context, last)
    if gap not in {" ", "\u00a0", ", "}:
        return ""
    return _match(context, load_slots("after"), last, 1) if gap != ", " else ""


def _match_possessed(context: NameContext, last: int) -> str:
    """The label of what a name has, behind up to two words that say more of it: "Orvane's big investors"."""
    words = context.words
    for index in range(last, min(last + 1 + _MOST_MODIFIERS, len(words.forms))):
        label = _match(context, load_slots("possessed"), index, 1)
        is_modifier = words.cases[index] is LOWER and words.forms[index] not in _STOPS
        if label or not is_modifier or (index > last and words.gaps[index] != " "):
            return label
    return ""


_MOST_MODIFIERS = 2
_STOPS = WordSet("names/told_stop")


def _match(context: NameContext, slots: dict[str, dict[tuple[str, ...], str]], index: int, step: int) -> str:
    """The label of the longest phrase that stands at a word and on, backwards where `step` is -1."""
    forms = context.words.forms
    phrases = slots.get(forms[index].lower())
    if phrases is None:
        return ""
    for size in range(_LONGEST_PHRASE, 0, -1):
        span = range(index, index + step * size, step)
        if not 0 <= span[-1] < len(forms):
            continue
        words = tuple(forms[i].lower() for i in span)
        label = phrases.get(words if step > 0 else words[::-1])
        if label:
            return label
    return ""


def _may_be(context: NameContext, first: int, last: int) -> bool:
    """Whether nothing else is known of the words: no listed name, nobody's given name, no nationality."""
    words = context.words
    table = load_name_table()
    given, _, _ = load_person_names()
    surface = words.slice(first, last)
    head = words.forms[first]
    if table.readings(surface) or words.cases[first] is INITIAL or len(surface) < 3:
        return False
    if last - first > 1 and head in given:
        return False
    if context.is_explained(first) or words.forms[last - 1] in load_demonyms():
        return False
    if last - first == 1 and head.lower() in context.plain:
        return False
    # "Oslo Bergen": two known names side by side
    return not any(
        reading.safety == "safe" for i in (first, last - 1) for reading in table.readings(words.forms[i])
    )
