"""The pieces of an entity of the pipeline: cut at possessives and between two names, trimmed at its edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.context import POSSESSIVE_GAPS, SPACE_GAPS
from claimcheck.names.lists import (
    load_cues,
    load_demonyms,
    load_legal_forms,
    load_person_names,
    load_titles,
)
from claimcheck.names.name_edges import opens_person_behind_body
from claimcheck.names.words import LOWER, UPPER

if TYPE_CHECKING:
    from claimcheck.names.context import NameContext

_PAIR = 2  # words
_WEEKDAYS = WordSet("common/weekday")
_BEFORE_WEEKDAYS = WordSet("common/weekday_preposition")
_CLOSED_QUOTES = frozenset({'" ', "” ", "'' "})  # behind a nickname that opens a name
_PLURAL_GAPS = frozenset({"' ", "’ "})  # within names of halls and schools: "Bakers' Hall"


def split_entity(context: NameContext, first: int, last: int, label: str) -> list[tuple[int, int]]:
    """Pieces of an entity: cut at possessive endings, titles and plain words at its edges cut off."""
    words = context.words
    honorifics = load_cues("honorific")
    pieces = []
    start = first
    for index in range(first + 1, last + 1):
        possessive = index < last and (
            words.gaps[index] in POSSESSIVE_GAPS
            or (words.gaps[index] in _PLURAL_GAPS and words.forms[last - 1] not in context.head_words)
        )
        if index == last or possessive or words.forms[index] in honorifics:
            pieces.append((start, index))
            start = index
        elif _parts_two(context, start, index, last):
            pieces.append((start, index))  # "the Halvor Pension Fund and School Fund"
            start = index + 1
        elif index < last and words.gaps[index] == ", " and _is_item(context, start, index, label):
            pieces.append((start, index))  # "Orvane, Archive" of a list of sites; not "Orvane, Inc."
            start = index
        elif label == "organization" and index + 1 < last and opens_person_behind_body(context, index):
            pieces.append((start, index))  # "the Tarn Museum Steven F. Halvor Center"
            start = index
        elif words.gaps[index] == " - " or (
            words.gaps[index] == " & " and label in {"person", "product"} and last - first == _PAIR
        ):
            pieces.append((start, index))  # "Roe & Lee", "NCG - Orvane"
            start = index
        elif label == "person" and index < last and words.gaps[index] in _CLOSED_QUOTES:
            is_opened = any(words.gaps[i].strip() for i in range(start + 1, index))
            start = start if is_opened else index  # "“Bobsy” Moss", of which the first mark is cut off
        elif label == "person" and index - start > 1 and words.forms[index] == "of":
            pieces.append((start, index))  # "Sundar Rao of Acme"; one word before it is "Joan of Arc"
            break
    trimmed = (_trim_piece(context, first, last, label) for first, last in pieces)
    return [piece for piece in trimmed if piece[0] < piece[1]]


def _is_item(context: NameContext, start: int, index: int, label: str) -> bool:
    """Whether a comma stands between two items: both begin with capitals, and the second is no legal form."""
    words = context.words
    if label not in {"organization", "product"} or index - start > _PAIR:
        return False
    is_legal = words.forms[index] in load_legal_forms() or f"{words.forms[index]}." in load_legal_forms()
    return not is_legal and context.is_name_like(start) and context.is_name_like(index)


def _trim_piece(context: NameContext, start: int, end: int, label: str) -> tuple[int, int]:
    """A piece of an entity without titles, trades, peoples and plain words at its edges."""
    words, titles = context.words, load_titles()
    plain, honorifics = load_cues("plain_capital"), load_cues("honorific")
    while start < end and (
        (not context.is_name_like(start) and words.cases[start] is LOWER)
        or (
            end - start > 1
            and (
                words.forms[start] in honorifics
                or (words.forms[start] in titles and (label == "person" or words.cases[start] is UPPER))
            )
        )
        or context.is_plain_start(start)
        or (end - start > 1 and _is_weekday_behind(context, start))
        or (label == "person" and end - start > 1 and context.is_month_of_clause(start))
        or (label == "person" and end - start > _PAIR and words.forms[start] in load_demonyms())
        or (end - start > 1 and context.opens_as_trade(start))
    ):
        start += 1
    while end - start > 1 and (
        words.forms[end - 1] in plain
        or (words.forms[end - 1] in context.cues["calendar"] and words.cases[end - 2] is LOWER)
        or words.cases[end - 1] is LOWER
        or (label == "person" and words.forms[end - 1] in titles)
    ):
        end -= 1
    return start, end


def _is_weekday_behind(context: NameContext, start: int) -> bool:
    """Whether a word tells when: "on | Friday Halvor said"."""
    return context.before(start) in _BEFORE_WEEKDAYS and context.words.forms[start].lower() in _WEEKDAYS


_JOINING = WordSet("names/joining")
_ALWAYS_JOINING = WordSet("names/always_joining")
_OPENING_TWO = WordSet("grammar/before_members")
_PLURALS = WordSet("names/plural_before_names")
_INVESTORS = WordSet("names/joined_head")


def _parts_two(context: NameContext, first: int, joint: int, last: int) -> bool:
    """Whether a word stands between two names; "nor" does wherever it stands."""
    word = context.words.forms[joint]
    return word in _ALWAYS_JOINING or (word in _JOINING and _joins_two(context, first, joint, last))


def _joins_two(context: NameContext, first: int, joint: int, last: int) -> bool:
    """Whether a conjunction stands between two names of one kind: "both" or a plural opens them, one word
    ends both, an investor follows one word, or each is one word and one of them stands alone elsewhere.
    """
    forms = context.words.forms
    if context.before(first) in _OPENING_TWO:
        return True
    left, right = forms[joint - 1], forms[last - 1]
    if first and forms[first - 1] in _PLURALS and context.words.gaps[first] in SPACE_GAPS:
        return True  # "the brands Orvane and Halvor"
    if joint - first == 1 and last - joint > 2 and right in _INVESTORS:
        return left not in load_person_names()[1]
    if last - joint > 2 and joint - first > 1:
        return left == right
    return last - first == _PAIR + 1 and (forms.count(left) > 1 or forms.count(right) > 1)
