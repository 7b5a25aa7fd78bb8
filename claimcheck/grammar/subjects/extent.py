"""How far a subject reaches that a tree takes from the middle of a noun phrase.

The phrase right before a verb is often only the end of its subject: the complement of a noun ("The plant in
Leeds", "The amount bought in shops"), or the last member of a list ("Corn, wheat and rye").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.noun_phrases import SUBJECTS
from claimcheck.grammar.ordered_phrases import IN_PHRASE, first_phrase, phrase_before
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE, FINITE_OR_PARTICIPLE, NOUN_TAGS

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence

Offsets = tuple[int, int]

_PREPOSITIONS = WordSet("grammar/before_name")
_PARTICIPLES = frozenset({"VBN", "VBD"})
_JOINTS = frozenset({"and", "or", "&"})
_IN_LIST = IN_PHRASE | {",", "CC"}


def whole_subject(
    columns: TokenColumns, sentence: Sentence, found: Offsets, *, is_subject: bool = False
) -> Offsets:
    """A subject with the noun that it completes and the list that it ends; `is_subject` says that it surely
    is one.
    """
    span = columns.span(*found)
    if span is None:
        return found
    root = columns.root(*span)
    is_subject = is_subject or columns.deps[root] in SUBJECTS
    if not is_subject and not _is_before_only_verb(columns, sentence, root, span[1]):
        return found
    return _with_head(columns, sentence, _with_list(columns, sentence, found))


def _is_before_only_verb(columns: TokenColumns, sentence: Sentence, noun: int, last: int) -> bool:
    """Whether the verb of a sentence stands behind a noun that a tagger took it for a participle of: "sales
    to friends increased by 7%".
    """
    if last >= sentence.span.end or columns.tags[last] != "VBN" or columns.heads[last] != noun:
        return False
    return FINITE.isdisjoint(columns.tags[sentence.span.start : sentence.span.end])


def _with_head(columns: TokenColumns, sentence: Sentence, found: Offsets) -> Offsets:
    """A subject that is the complement of a noun or of its participle, with the noun."""
    first = columns.token_at(found[0])
    before = sentence.span.start if first is None else first - 1
    if before <= sentence.span.start or columns.lowers[before] not in _PREPOSITIONS:
        return found
    if columns.tags[before - 1] in _PARTICIPLES and columns.tags[before - 2] in NOUN_TAGS:
        behind = columns.token_at(found[1] + 1) if found[1] + 1 < sentence.end else None
        is_subject = behind is not None and columns.tags[behind] in FINITE_OR_PARTICIPLE
        before -= is_subject  # so that "bought" in "The amount bought in shops fell" is no verb
    outer = phrase_before(columns, sentence, columns.starts[before])
    return found if outer is None else (outer[0], found[1])


def _with_list(columns: TokenColumns, sentence: Sentence, found: Offsets) -> Offsets:
    """A subject that ends a list, with all of the list.

    The joint before it joins no clauses where no finite verb stands before it.
    """
    first = columns.token_at(found[0])
    if first is None or first - 2 < sentence.span.start or columns.lowers[first - 1] not in _JOINTS:
        return found
    if _has_finite(columns, sentence, first):
        return found
    opening = first - 1
    while opening > sentence.span.start and columns.tags[opening - 1] in _IN_LIST:
        if any(date.start <= columns.starts[opening - 1] < date.end for date in sentence.dates):
            break  # "In 2016, oil and gas fell"
        opening -= 1
    opening = _behind_adjunct(columns, sentence, opening, first)
    while opening < first - 1 and columns.tags[opening] not in IN_PHRASE:
        opening += 1
    return found if opening == first - 1 else (columns.starts[opening], found[1])


def _behind_adjunct(columns: TokenColumns, sentence: Sentence, opening: int, last: int) -> int:
    """Where a list begins that stands behind an adjunct: "In Oslo, gas and oil fell"."""
    before = opening - 1
    if before < sentence.span.start or columns.tags[before] != "IN":
        return opening
    if before > sentence.span.start and columns.words[before - 1][-1].isalnum():
        return opening  # "trade in fish, meat and milk"
    comma = next((i for i in range(opening, last) if columns.words[i] == ","), None)
    return opening if comma is None else comma + 1


_AND = re.compile(r",? (?:and|or|&) (?=\w)")


def with_second_half(columns: TokenColumns, sentence: Sentence, found: Offsets, start: int) -> Offsets:
    """A subject with its second half, which a tree may hang elsewhere: "Sales and use taxes are"."""
    joint = _AND.match(columns.text, found[1], min(sentence.end, start))
    if joint is None:
        return found
    opening = columns.token_at(found[0])
    if opening is None or (joint.group()[0] == "," and _has_finite(columns, sentence, opening)):
        return found  # "He bought a mill, and sales rose"
    first = columns.token_at(joint.end())
    is_misread = first is not None and columns.tags[first] in ("VB", "VBP")  # "use" in "use taxes"
    behind = joint.end() if first is None or not is_misread else columns.ends[first] + 1
    second = first_phrase(columns, behind, start)
    if second is None or second[0] != behind:
        return found
    verb = columns.token_at(second[1] + 1) if second[1] + 1 < sentence.end else None
    is_subject = verb is not None and columns.tags[verb] in FINITE and second[1] < start
    return (found[0], second[1]) if is_subject else found


def _has_finite(columns: TokenColumns, sentence: Sentence, last: int) -> bool:
    """Whether a finite verb of the sentence stands before a token."""
    return not FINITE.isdisjoint(columns.tags[sentence.span.start : last])
