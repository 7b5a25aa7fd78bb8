"""What a reported claim is about, where a tree gives it to whoever reports it.

A remark between a subject and its verb draws the arcs to itself ("The film, critics agree, is 20 minutes
too long"), and a clause that a parser breaks off its report hangs on the reporter ("Ray said the loan was
gone and would be repaid by 2030"). What is reported has a subject of its own; who says it is no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.noun_phrases import SUBJECTS, noun_phrase
from claimcheck.grammar.ordered_phrases import phrase_before
from claimcheck.mentions import read_once
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.reports.finding import Report

Offsets = tuple[int, int]

_LONGEST_REMARK = 120  # characters of who says it with the verb
_MAX_NEAR = 4  # reports that begin right before a phrase and may hold it


class _Remark(NamedTuple):
    """The words that attribute a report: who says it, and the verb."""

    start: int
    end: int
    report: Report


def own_subject_of_reported(
    document: NormalisedDocument, sentence: Sentence, found: Offsets, start: int, end: int
) -> Offsets | None:
    """The subject within the report that holds the words from `start` to `end`, where `found` is only who
    reports them, or stands before the report; else `found`. None where the amount itself is the subject.
    """
    if not document.reports:
        return found
    remark = _remark_at(document, found, start) or _remark_between(document, found, start)
    if remark is None:
        return found
    columns = columns_of(document)
    first = remark.report.content[0]
    if start > remark.start > first[0]:
        return _parted_subject(columns, sentence, remark, start) or found
    if remark.end > first[0]:
        is_who_says = remark.start >= end and remark.start <= found[0] and found[1] <= remark.end
        return _subject_joined(columns, sentence, first[0], start) if is_who_says else found
    if remark.report.direct:
        return _before_fragment(columns, sentence, remark) or found
    inner = _subject_between(columns, first[0], start) or _population(columns, first, start, end)
    inner = inner or _behind_opening(columns, first, start, end)
    if inner is None and remark.start >= found[1] and _is_clause_of(columns, first, start, end):
        return None
    return inner or found


def _behind_opening(columns: TokenColumns, content: Offsets, start: int, end: int) -> Offsets | None:
    """The subject behind an adjunct that opens what is reported and holds an amount: "Experts say that over
    3 years, | sales | could fall".
    """
    opening = columns.span(content[0], start) if content[0] < start else None
    if opening is None or columns.text[end : end + 2] != ", " or columns.tags[opening[1] - 1] not in _LEADING:
        return None
    behind = columns.span(end, content[1]) if end < content[1] else None
    if behind is None or not _IN_OPENING.issuperset(columns.tags[slice(*opening)]):
        return None
    subjects = (t for t in range(*behind) if columns.deps[t] in SUBJECTS)
    first = next(subjects, None)
    return None if first is None else noun_phrase(columns, first)


_LEADING = frozenset({"IN", "RB"})  # "over" is taken for an adverb
_IN_OPENING = _LEADING | {"DT"}


def _subject_joined(columns: TokenColumns, sentence: Sentence, opening: int, start: int) -> Offsets | None:
    """The subject of a clause that is joined to the ones before it: "It was found in 1990, when the sea fell,
    | and weighs 4 tons, Ray said".
    """
    inner = _subject_between(columns, opening, start)
    joint = columns.token_at(opening)
    if inner is not None or joint is None or columns.deps[joint] != "cc":
        return inner
    subjects = (t for t in range(sentence.span.start, joint) if columns.deps[t] in SUBJECTS)
    first = next(subjects, None)
    return None if first is None else noun_phrase(columns, first)


def _is_clause_of(columns: TokenColumns, content: Offsets, start: int, end: int) -> bool:
    """Whether an amount begins a reported clause: "confirmed that £340m had been moved"."""
    span = columns.span(end, content[1]) if end < content[1] else None
    if span is None or columns.text[content[0] : start].strip():
        return False
    return not FINITE.isdisjoint(columns.tags[slice(*span)])


def _before_fragment(columns: TokenColumns, sentence: Sentence, remark: _Remark) -> Offsets | None:
    """The subject of a quoted predicate: "The mill" in "The mill, Ray said, “is 40 years old”"."""
    verb = columns.token_at(remark.report.start)
    stop = columns.text.rfind(",", sentence.start, remark.start)
    if verb is None or columns.tags[verb] not in FINITE or stop <= sentence.start:
        return None
    return phrase_before(columns, sentence, stop)


_OF = re.compile(r"\s+of\s+")


def _population(columns: TokenColumns, content: Offsets, start: int, end: int) -> Offsets | None:
    """What an amount is a part of that is itself the subject: "said two thirds of the workforce had left"."""
    span, amount = columns.span(*content), columns.span(start, end)
    if span is None or amount is None or not FINITE.isdisjoint(columns.tags[span[0] : amount[0]]):
        return None
    if FINITE.isdisjoint(columns.tags[amount[1] : span[1]]):
        return None
    for token in range(*amount):
        if columns.lowers[token] == "of" and columns.deps[token] == "case":
            return noun_phrase(columns, columns.heads[token])
    of = _OF.match(columns.text, end)
    noun = None if of is None else columns.token_at(of.end())
    if noun is None:
        return None
    while columns.heads[noun] > noun and columns.pos[columns.heads[noun]] in ("NOUN", "PROPN"):
        noun = columns.heads[noun]
    return noun_phrase(columns, noun)


def reporter_in_remark(document: NormalisedDocument, place: int) -> Offsets | None:
    """Who reports with the verb at a place, where that stands in a remark: "Ann Ray" in ", Ann Ray said in
    May,".
    """
    remarks = _remarks_of(document) if document.reports else ()
    index = bisect_left(remarks, (place + 1,))
    for remark in reversed(remarks[max(0, index - _MAX_NEAR) : index]):
        if remark.report.cue[0] == place and remark.report.start < remark.start:
            return remark.report.source
    return None


def _remark_at(document: NormalisedDocument, phrase: Offsets, start: int) -> _Remark | None:
    """The words that attribute a report which holds a place, if a phrase lies within them."""
    remarks = _remarks_of(document)
    index = bisect_left(remarks, (phrase[1],))
    for remark in reversed(remarks[max(0, index - _MAX_NEAR) : index]):
        if remark.end > phrase[0] and remark.report.holds(start, start + 1):
            return remark
    return None


def _remark_between(document: NormalisedDocument, phrase: Offsets, start: int) -> _Remark | None:
    """The words that attribute a report which holds a place and begins behind a phrase."""
    remarks = _remarks_of(document)
    index = bisect_left(remarks, (start,))
    for remark in reversed(remarks[max(0, index - 1) : index]):
        is_between = phrase[1] <= remark.start and remark.end <= remark.report.start
        if is_between and not remark.report.direct and remark.report.holds(start, start + 1):
            return remark
    return None


@read_once
def _remarks_of(document: NormalisedDocument) -> tuple[_Remark, ...]:
    found = []
    for report in document.reports:
        if report.source is None:
            continue
        first, last = min(report.source[0], report.cue[0]), max(report.source[1], report.cue[1])
        later = [start for start, _ in report.content if start >= last]
        if later and report.start < first:
            last = later[0]  # with the hearer and the time: ", it told investors on Monday, "
        if last - first <= _LONGEST_REMARK and not report.holds(first, first + 1):
            found.append(_Remark(first, last, report))
    return tuple(sorted(found, key=lambda remark: (remark.start, remark.end)))


def _parted_subject(columns: TokenColumns, sentence: Sentence, remark: _Remark, start: int) -> Offsets | None:
    """The subject before a remark: of a verb behind it, else the phrase that the comma of the remark ends."""
    first, last = columns.token_at(remark.start), columns.token_at(start)
    if first is None or last is None:
        return None
    inner = _subject_between(columns, remark.end, start)
    if inner is not None:
        return inner
    for token in range(first - 1, sentence.span.start - 1, -1):
        head = columns.heads[token]
        if columns.deps[token] in SUBJECTS and head > first and columns.starts[head] >= remark.end:
            return noun_phrase(columns, token, before=first)
    stop = columns.text.rfind(",", sentence.start, remark.start)
    return phrase_before(columns, sentence, stop) if stop > sentence.start else None


def _subject_between(columns: TokenColumns, start: int, end: int) -> Offsets | None:
    """The last subject of a clause from `start` on that stands before `end`."""
    first, last = columns.token_at(start), columns.token_at(end)
    if first is None or last is None:
        return None
    for token in range(last - 1, first - 1, -1):
        if columns.deps[token] in SUBJECTS and columns.heads[token] > token:
            verb = columns.heads[token]
            if columns.deps[verb].startswith("acl") and not columns.has_child(verb, "mark"):
                continue  # "the plant that Acme bought"
            return noun_phrase(columns, token)
    return None
