"""Names in the slots of relations: "shares of X", "X was acquired by", "X's shareholders": an organization.

What a name stands beside says what it is where no list knows it. The words are in `en/name_slots.csv`; a
name found so is repeated over the document like any other, and outweighs what a model says of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import GOOD, Candidate
from claimcheck.names.context import is_nationality, make_candidate
from claimcheck.names.lists import load_demonyms, load_name_table, load_person_names
from claimcheck.names.words import CAPITALISED, INITIAL, LOWER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.names.context import NameContext

_BEFORE_NAMES = ' \u00a0"“‘(:*_'  # "built by Orvane", "**Built by:** Orvane"
_LONGEST = 5  # words of a name; longer runs are titles or lists
_TECHNICAL = 2  # words on software that make a text one about it
_SHORTEST = 3  # letters
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
        label = _label_in_slot(context, first, last)
        if label == "software":  # "the Onyx library" may be a house of books
            is_start = context.words.opens[first] and context.words.cases[first] is CAPITALISED
            label = "product" if context.code_words >= _TECHNICAL and not is_start else ""
        if label == "person":
            if context.words.forms[last - 1] in context.head_words:
                continue  # "directed by Halvor Films"
            first = _given_name_in(context, first, last)
        if label and _may_be(context, first, last, label):
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


def _label_in_slot(context: NameContext, first: int, last: int) -> str:
    """What the words beside a run of capitals say it is; one word that may be somebody's name is no firm."""
    label = (
        _slot_before(context, first)
        or _slot_after(context, last)
        or _label_of_noun_before(context, first, last)
        or _label_of_raising(context, last)
        or _label_of_founded(context, first, last)
    )
    if label == "organization" and last - first == 1:
        given, surnames, _ = load_person_names()
        form = context.words.forms[first]
        return "" if form in given or form in surnames else label
    return label


def _label_of_raising(context: NameContext, last: int) -> str:
    """`organization` for who raises an amount of money: "Orvane has raised $14 million"."""
    words = context.words
    i = last + (context.after(last) in ("has", "have", "had"))
    if context.after(i) not in _RAISING or i + 1 >= len(words.forms) or words.opens[i]:
        return ""
    is_money = any(mark in words.gaps[i + 1] for mark in "$€£¥₹")
    return "organization" if is_money or _CODED_MONEY.match(words.forms[i + 1]) else ""


_RAISING = frozenset({"raised", "raises", "secured", "secures"})
_CODED_MONEY = re.compile(r"(?:US|A|C|HK|S|NZ)?[$€£]|(?:EUR|USD|GBP|CHF|SEK|NOK|DKK)\b")


def _label_of_founded(context: NameContext, first: int, last: int) -> str:
    """`organization` for what a participle before its clause tells of: "Founded in 1987 by Ann Lee, Orvane".

    "Founded in 1850, Orvane grew" may be of a town.
    """
    words = context.words
    is_clause = last < len(words.forms) and words.gaps[last] == " " and words.cases[last] is LOWER
    if first == 0 or words.gaps[first] != ", " or not is_clause or context.after(last) in _JOINING:
        return ""
    before = range(first - 1, max(-1, first - _LONGEST_OPENING), -1)
    opening = next((i for i in before if words.opens[i]), None)
    if opening is None or words.forms[opening] not in _FOUNDED:
        return ""
    is_seated = words.forms[opening] in _SEATED
    is_told_by_whom = not _BEFORE_FOUNDER.isdisjoint(words.forms[opening:first])
    return "organization" if is_seated or is_told_by_whom else ""


_LONGEST_OPENING = 20  # words before the comma
_FOUNDED = WordSet("names/founded")
_SEATED = WordSet("names/seated")
_BEFORE_FOUNDER = WordSet("names/before_founder")
_JOINING = WordSet("names/joining")


def _label_of_noun_before(context: NameContext, first: int, last: int) -> str:
    """`organization` for what a noun for firms and the like introduces: "the furniture chain Orvane".

    Not of an event: "the club World Cup".
    """
    words = context.words
    if first < 2 or words.gaps[first] != " " or context.before(first) not in _INTRODUCING:
        return ""
    if not _has_article(context, first - 1):
        return ""  # "vendor SDKs"
    if words.cases[first - 1] is not LOWER or words.forms[last - 1] in context.cues["event_head"]:
        return ""
    return "organization"


_INTRODUCING = WordSet("names/introducing_firm")


def _has_article(context: NameContext, index: int) -> bool:
    """Whether an article stands up to three words before a noun, and nothing but words between."""
    words = context.words
    for k in range(index - 1, max(-1, index - 2 - _MOST_MODIFIERS), -1):
        if words.gaps[k + 1] not in _INNER_GAPS or words.opens[k + 1]:
            return False
        if words.forms[k].lower() in _ARTICLES:
            return True
    return False


_INNER_GAPS = frozenset({" ", "-", "\u00a0"})


def _slot_after(context: NameContext, last: int) -> str:
    words = context.words
    if last >= len(words.forms) or words.opens[last]:
        return ""
    gap = words.gaps[last]
    if gap[:2] in {"'s", "’s", "‘s"} or gap[:1] in {"'", "’"}:
        return _match_possessed(context, last)
    after = load_slots("after")
    if (
        gap == ", " and words.forms[last] in _RELATIVE
    ):  # "Orvane, which raised ...", "Orvane, which acquired ..."
        return _match(context, after, last, 1) or _match(context, after, last + 1, 1)
    return _match(context, after, last, 1) if gap in {" ", "\u00a0"} else ""


_RELATIVE = frozenset({"which"})


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
    phrases = slots.get(forms[index].lower()) if index < len(forms) else None
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


def _may_be(context: NameContext, first: int, last: int, label: str) -> bool:
    """Whether nothing else is known of the words: no list, no given name and no nationality has them."""
    words = context.words
    table = load_name_table()
    given, _, _ = load_person_names()
    surface = words.slice(first, last)
    head = words.forms[first]
    listed = table.readings(surface)
    if listed and any(reading.label != label for reading in listed):
        return False
    if words.cases[first] is INITIAL or len(surface) < _SHORTEST or is_nationality(context, first, last):
        return False
    if listed:
        return True  # the slot is the context that a doubtful name of a list needs
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
