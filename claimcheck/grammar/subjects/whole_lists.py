"""The whole of a list of which only a member was found as the subject of a value, and a member alone.

"The mill, the dam and the dyke were built in 1904" is said of all three; which of them is found depends on
what a tree makes of the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import IN_PHRASE, TIME_WORDS
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE, NOUN_TAGS, PROPER_TAGS

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence

Offsets = tuple[int, int]

_JOINTS = frozenset({"and", "or", "nor", "&"})
_PAIRING = frozenset({"neither", "either"})
_SINGULAR = frozenset({"was", "is", "has", "does"})
_MEMBER_TAGS = IN_PHRASE - {"VBG", "VBN", "PDT"}
_PARTING_AMOUNTS = frozenset({"and", ",", "or"})
_AMOUNT_TAGS = frozenset({"CD", "$"})
_IN_TURN = "respectively"
_DAYS = WordSet("common/day")
_MONTHS = WordSet("common/month")


def whole_list(columns: TokenColumns, sentence: Sentence, found: Offsets, start: int, end: int) -> Offsets:
    """The subject of the words from `start` to `end` with the other members of a list that opens its
    sentence and stands right before its verb. Members that have an amount each stay apart.
    """
    span = columns.span(*found)
    opening = sentence.span.start
    if span is None or span[0] < opening or _has_amount_each(columns, sentence, start, end):
        return found
    if not FINITE.isdisjoint(columns.tags[opening : span[0]]):
        return found  # "He sold the mill and the dam was closed"
    is_opening = span[0] == opening or not columns.words[span[0] - 1][0].isalnum()
    goes_on = is_opening or columns.words[span[1] : span[1] + 1] != [","]
    last = _last_of_list(columns, span[1], sentence.span.end) if goes_on else span[1]
    first = _first_of_list(columns, sentence, span[0])
    if last == span[1] and not _is_before_plural_verb(columns, last, sentence.span.end):
        return found
    is_list = any(columns.lowers[i] in _JOINTS for i in range(first, last))
    is_outside = end <= columns.starts[first] or columns.ends[last - 1] < start
    return (columns.starts[first], columns.ends[last - 1]) if is_list and is_outside else found


def own_member(columns: TokenColumns, sentence: Sentence, found: Offsets) -> Offsets:
    """A subject that is one name of two without what belongs to the other or to its amount: "Neither | Ray |
    at 18% nor Holt", "Ray leads | Holt | 45% to 43%".
    """
    span = columns.span(*found)
    if span is None or span[1] - span[0] < 2:
        return found
    first, last = span
    is_paired = columns.lowers[first] in _PAIRING and columns.tags[first + 1] in PROPER_TAGS
    if is_paired and _JOINTS.isdisjoint(columns.lowers[first:last]):
        found = columns.starts[first + 1], found[1]
    share = next((q for q in sentence.quantities if q.kind == "percent" and q.end == found[1]), None)
    if share is None or share.start <= found[0]:
        return found
    before = columns.token_at(share.start - 1)
    is_name = before is not None and columns.tags[before] in PROPER_TAGS
    return (found[0], columns.ends[before]) if before is not None and is_name else found


def _has_amount_each(columns: TokenColumns, sentence: Sentence, start: int, end: int) -> bool:
    """Whether several amounts stand side by side, so that each may be of another member."""
    span = columns.span(start, end)
    if span is None or _IN_TURN in columns.lowers[sentence.span.start : sentence.span.end]:
        return True
    first, last = span
    is_next = last + 1 < sentence.span.end and columns.lowers[last] in _PARTING_AMOUNTS
    is_last = first - 2 >= sentence.span.start and columns.lowers[first - 1] in _PARTING_AMOUNTS
    return (is_next and columns.tags[last + 1] in _AMOUNT_TAGS) or (
        is_last and columns.tags[first - 2] in _AMOUNT_TAGS
    )


def _last_of_list(columns: TokenColumns, behind: int, limit: int) -> int:
    """Where a list ends that goes on behind a member up to a plural verb; the member's end if none does."""
    at = behind
    while at < limit and (columns.tags[at] in _MEMBER_TAGS or columns.tags[at] in (",", "CC")):
        if columns.tags[at] == "CC" and columns.lowers[at] not in _JOINTS:
            return behind
        at += 1
    between = columns.lowers[behind:at]
    if len(between) < 2 or between[0] not in (*_JOINTS, ",") or _JOINTS.isdisjoint(between):
        return behind
    is_noun = columns.tags[at - 1] in NOUN_TAGS and not _is_time(columns, at - 1)
    return at if is_noun and _is_before_plural_verb(columns, at, limit) else behind


def _is_before_plural_verb(columns: TokenColumns, at: int, limit: int) -> bool:
    """Whether the verb that stands at a token, adverbs before it aside, may have several subjects."""
    while at < limit and columns.tags[at] == "RB":
        at += 1
    is_verb = at < limit and columns.tags[at] in FINITE
    return is_verb and columns.tags[at] != "VBZ" and columns.lowers[at] not in _SINGULAR


def _first_of_list(columns: TokenColumns, sentence: Sentence, member: int) -> int:
    """Where a list begins that opens its sentence and goes on with a member; the member if none does."""
    opening = sentence.span.start
    before = range(opening, member)
    if not before or columns.lowers[member - 1] not in (*_JOINTS, ",") or columns.tags[opening] == "IN":
        return member
    is_list = all(columns.tags[i] in _MEMBER_TAGS or columns.tags[i] in (",", "CC") for i in before)
    is_list = is_list and columns.tags[opening] != "CC" and not any(_is_time(columns, i) for i in before)
    # "Industrywide, rye and oats rose" has no noun before its mark
    is_list = is_list and all(
        columns.tags[i - 1] in NOUN_TAGS for i in before if i > opening and columns.words[i] == ","
    )
    return opening if is_list and columns.words[opening][0].isalnum() else member


def _is_time(columns: TokenColumns, token: int) -> bool:
    """Whether a word is a time: "Monday and Tuesday saw rain", "Last year, rye and oats rose"."""
    return any(columns.lowers[token] in times for times in (_DAYS, _MONTHS, TIME_WORDS))
