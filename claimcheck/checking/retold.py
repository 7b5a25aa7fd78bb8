"""Amounts and dates that two documents about one thing give in much the same words, but differ in.

Articles on one event say "nine people were injured" and "repairs will cost 38 million" of no name. Such
amounts have no key (see `keys`); sentences that say the same but for the amount are put beside each other.
A single word that only one of them has, "seriously" or "the police", may make them two things.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.checking.grounding.calendar import agrees, point_fields
from claimcheck.checking.grounding.names import is_day_or_month
from claimcheck.checking.keys import VALUE_KINDS, place_behind, unit_of_claim, value_of
from claimcheck.checking.publication import publication_day
from claimcheck.checking.same import canonical_name, content_key, field_of, name_key
from claimcheck.checking.texts import measuring_words, pieces_of, small_words, words_of
from claimcheck.lexicons.quantities import load_number_words
from claimcheck.lexicons.word_relations import base_forms, family, synonyms
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.quantities.finding import find_quantities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

SHARED_NAMES = 2
"""Documents with so many names in common may be about one thing."""

MANY_DOCUMENTS = 10
"""A name in more documents than these brings no two of them together."""

MOST_APART = 5
"""What is so many times as much, and not a power of ten, is of something else."""

FEWEST = 2
"""So many words and other values at least must be the same."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of a document with what its sentence says beside it.

    Attributes:
        claim: the claim.
        value: its number, or its day, month or year as TIMEX3.
        words: the content words of its sentence.
        values: the other numbers of its sentence, as written.
        days: the weekdays and months beside it.
    """

    claim: BaseClaim
    value: Decimal | str
    words: tuple[str, ...]
    values: frozenset[str]
    days: frozenset[str]


def retold_amounts(
    documents: Sequence[Document], differ_throughout: Callable[[int, int], bool]
) -> Iterator[tuple[Document, Document, BaseClaim, BaseClaim]]:
    """Pairs of documents with an amount of each that cannot both be right.

    Only of documents that share names and are not of different days, and of amounts of which the other
    document has the value nowhere; each is the one that is most like the other.

    Args:
        documents: the documents.
        differ_throughout: whether two of them, by their numbers, are of two events after all.
    """
    pairs = pairs_about_one_thing(documents)
    met = {number for pair in pairs for number in pair}
    amounts = {number: _amounts_of(documents[number]) for number in met}
    numbers = {number: numbers_in(documents[number]) for number in met}
    for i, j in pairs:
        held = [{amount.value for amount in amounts[number]} | numbers[number] for number in (i, j)]
        mine = [one for one in amounts[i] if one.value not in held[1]]
        its = [one for one in amounts[j] if one.value not in held[0]]
        scored = {(a, b): _likeness(one, other) for a, one in enumerate(mine) for b, other in enumerate(its)}
        for (a, b), score in scored.items():
            rivals = (s for (c, d), s in scored.items() if (c == a) != (d == b))
            if score and all(other < score for other in rivals) and not differ_throughout(i, j):
                yield documents[i], documents[j], mine[a].claim, its[b].claim


def pairs_about_one_thing(documents: Sequence[Document]) -> list[tuple[int, int]]:
    """The pairs of documents that share names and are not known to be of different days."""
    named = {
        canonical_name(entity.text).rpartition(" ")[2]
        for document in documents
        for entity in document.entities
    }
    holders: dict[str, set[int]] = {}
    for number, document in enumerate(documents):
        for piece in pieces_of(document):
            capitals = {name_key(word) for word in _CAPITALISED.findall(piece.text)}
            for name in named & capitals:  # the last word of a name: one reader's "Senate of Ardenia"
                holders.setdefault(name, set()).add(number)
    shared = Counter(
        pair
        for name, numbers in holders.items()
        if name and len(numbers) <= MANY_DOCUMENTS
        for pair in combinations(sorted(numbers), 2)
    )
    days = [publication_day(document) for document in documents]
    return sorted(
        (i, j)
        for (i, j), names in shared.items()
        if names >= SHARED_NAMES and (days[i] is None or days[j] is None or days[i] == days[j])
    )


_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]+")
_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")


def numbers_in(document: Document) -> frozenset[Decimal | str]:
    """All numbers of a document, those of which it claims nothing too: "nine others"."""
    found = (quantity.number for piece in pieces_of(document) for quantity in find_quantities(piece.text))
    return frozenset(number for number in found if number is not None)


def _amounts_of(document: Document) -> list[Amount]:
    """The flat amounts of a document; of two of one unit in one sentence neither is told by its words."""
    told = [claim for claim in document.claims if is_flat(claim) and claim.kind != "change"]
    beside = Counter((claim.sentence.start, claim.kind, unit_of_claim(claim)) for claim in told)
    found = []
    for claim in told:
        value = _value(claim)
        if not value or beside[claim.sentence.start, claim.kind, unit_of_claim(claim)] > 1:
            continue
        start, end = claim.start - claim.sentence.start, claim.end - claim.sentence.start
        text = claim.sentence.text
        rest = f"{text[: max(0, start)]} {text[max(0, end) :]}"
        found.append(
            Amount(
                claim,
                value,
                tuple(dict.fromkeys(w for w in words_of(text) if _tells(w))),
                frozenset(
                    (*_NUMERAL.findall(rest), *(w for w in words_of(rest) if w in load_number_words()))
                ),
                frozenset(word for word in words_of(rest) if is_day_or_month(word)),
            )
        )
    return found


FLAT_KINDS = VALUE_KINDS | {"date", "change"}


def is_flat(claim: BaseClaim) -> bool:
    """Whether a claim gives an amount, a date or a change as it is, not as a bound, a doubt or a denial."""
    is_sure = claim.certainty == "certain" and claim.polarity == "positive"
    return is_sure and claim.comparator in ("=", "~") and claim.kind in FLAT_KINDS


def _value(claim: BaseClaim) -> Decimal | str | None:
    """The number of an amount, or the one point of the calendar of a dated event."""
    if claim.kind != "date":
        return value_of(claim).low if field_of(claim, "number") is not None else None
    timex: str = field_of(claim, "timex") or ""
    return timex if field_of(claim, "event") and "/" not in timex and point_fields(timex) else None


def _tells(word: str) -> bool:
    is_empty = word in small_words() or word in measuring_words() or word in load_number_words()
    return not is_empty and not is_day_or_month(word)


def _likeness(one: Amount, other: Amount) -> int:
    """How much two sentences have in common beside their amounts; nothing where they tell two things."""
    kinds = one.claim.kind, other.claim.kind
    if kinds[0] != kinds[1] or one.claim.prediction != other.claim.prediction:
        return 0
    if isinstance(one.value, str) and isinstance(other.value, str) and not _date_one_event(one, other):
        return 0
    if unit_of_claim(one.claim) != unit_of_claim(other.claim) or not are_of_one_size(one.value, other.value):
        return 0
    if not _count_one_thing(one.claim, other.claim) or place_behind(one.claim) != place_behind(other.claim):
        return 0
    if one.values - other.values and other.values - one.values:
        return 0  # of another year, or two sentences with nothing but their words in common
    if one.days != other.days or _is_of_pronoun(one.claim) or _is_of_pronoun(other.claim):
        return 0
    forms = [frozenset().union(*map(base_forms, amount.words), frozenset()) for amount in (one, other)]
    left = [word for word in one.words if _wordings(word).isdisjoint(forms[1])]
    right = [word for word in other.words if _wordings(word).isdisjoint(forms[0])]
    shared = len(one.words) + len(one.values & other.values)
    return shared if shared >= FEWEST and not (left or right) else 0


def are_of_one_size(one: Decimal | str, other: Decimal | str) -> bool:
    """Whether one amount may be written for the other by mistake: it is near it, or on another scale."""
    if isinstance(one, str) or isinstance(other, str):
        return True
    small, large = sorted((abs(one), abs(other)))
    if not small:
        return not large
    return large <= small * MOST_APART or (large / small).normalize().as_tuple().digits == (1,)


def _date_one_event(one: Amount, other: Amount) -> bool:
    """Whether two dates are as exact as each other, and of one event."""
    assert isinstance(one.value, str)
    assert isinstance(other.value, str)
    events = [field_of(amount.claim, "event").lower() for amount in (one, other)]
    is_one = not _wordings(events[0]).isdisjoint(base_forms(events[1]))
    return is_one and len(one.value) == len(other.value) and not agrees(one.value, other.value)


def _is_of_pronoun(claim: BaseClaim) -> bool:
    """Whether only a pronoun tells what is spoken of, which may be another thing in each document."""
    return claim.subject is not None and claim.subject.text.lower() in _POINTING


_POINTING = WordSet("grammar/pointing_subject")


def _count_one_thing(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether two claims count by one noun, where they count."""
    nouns = [content_key(field_of(claim, "of") or "") for claim in (one, other)]
    return not (nouns[0] and nouns[1]) or not nouns[0].isdisjoint(nouns[1])


def _wordings(word: str) -> frozenset[str]:
    alike = _TURNOVER.words() if word in _TURNOVER else frozenset()
    return family(word) | synonyms(word) | alike


_TURNOVER = WordSet("checking/turnover")
