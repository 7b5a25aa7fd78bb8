"""Reports that the parse does not show, read off the words and tags beside a reporting verb.

A small parser takes "Police said the gunman gave himself up" for a noun with a participle, and loses the verb
of "..., he added." where quotation marks stand near. The order of the words still tells who reports what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.closing_cues import ENDS, end_of_remark, only_tells
from claimcheck.reports.complements import is_told
from claimcheck.reports.opened_contents import that_after
from claimcheck.reports.reporting_cues import CueEntry, Offsets, Report
from claimcheck.reports.source_phrases import trim_content
from claimcheck.reports.tagged_phrases import (
    QUOTES,
    comma_before,
    long_phrase_before,
    phrase_before,
)
from claimcheck.tagging.penn_tags import FINITE
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Span, Token

    from claimcheck.reports.quotations import QuotationIndex

_OPENING = frozenset(
    {"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "EX", "PDT", "JJS", "JJR", "VBN"}
)
_RELATIVE = WordSet("reports/opening_a_clause")
MAX_VERB_GAP = 14
"""Words of the subject of a reported clause: a longer one is a list or a description, not read off words."""


def find_unparsed_reports(
    sentence: Span, cues: Iterable[tuple[Token, CueEntry]], quotations: QuotationIndex, explained: set[int]
) -> Iterator[Report]:
    """Reports of the cues that no clause of the parse explains, by the order of the words alone."""
    for token, entry in cues:
        if token.idx in explained or token.tag_ not in ("VBD", "VBZ", "VBP"):
            continue
        if entry.report_class not in ("say", "think", "find") or quotations.at(token.idx) is not None:
            continue
        if is_told(token):
            continue
        is_headline = _is_headline(sentence) and token.tag_ in ("VBZ", "VBP")
        first = token.i + 1 + len(entry.following)
        that = that_after(token, first, sentence.end)
        is_that = that is not None
        if entry.following and not is_that:
            continue
        if entry.report_class != "say" and not is_that and not is_headline and token.lower_ not in _FEELING:
            continue
        found = (
            _before_content(token, sentence, first if that is None else that.i)
            or _around_cue(token, sentence)
            or _in_headline(token, sentence)
        )
        if found is None:
            continue
        source, pieces = found
        text = text_of(token.doc)
        trimmed = [trim_content(text, start, end) for start, end in pieces]
        content = tuple((start, end) for start, end in trimmed if start < end)
        if content and not any(_is_all_quoted(start, end, quotations) for start, end in content):
            last = token.doc[token.i + len(entry.following)]
            cue = (token.idx, last.idx + len(last))
            yield Report(content, source, cue, entry.report_class, direct=False)


_FEELING = WordSet("reports/feeling")


def _is_all_quoted(start: int, end: int, quotations: QuotationIndex) -> bool:
    quotation = quotations.at(start)
    return quotation is not None and quotation.inner_end >= end - 1


_CLAUSAL = WordSet("reports/clausal")


def _before_content(verb: Token, sentence: Span, first: int) -> tuple[Offsets, list[Offsets]] | None:
    """As in "Police said the gunman gave himself up": a noun phrase, the verb, and a clause behind it."""
    doc = verb.doc
    source = phrase_before(doc, verb.i, sentence.start)
    if source is None or first >= sentence.end:
        return None
    if doc[first].tag_ not in _OPENING and doc[first].lower_ != "that":
        return None
    if doc[first].text in QUOTES:
        return None
    if doc[first].lower_ != "that" and (
        doc[first].lower_ in _RELATIVE or (verb.lower_ not in _CLAUSAL and verb.lower_ not in _FEELING)
    ):
        return None  # "the nations shared reports and met"
    if not _has_clause(doc, first, sentence.end):
        return None
    last = sentence.end
    while last > first and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    return source, [(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))]


def _has_clause(doc: Doc, first: int, stop: int) -> bool:
    """Whether a subject and its verb begin at a token: "the gunman gave", not "the man who gave"."""
    if doc[first].lower_ == "that":
        return any(token.tag_ in FINITE for token in doc[first + 2 : stop])
    for i in range(first + 1, min(stop, first + MAX_VERB_GAP)):
        token = doc[i]
        if token.text in (",", ";", ":", "(", ")") or token.lower_ in _RELATIVE or token.text in QUOTES:
            return False
        if token.dep_ == "mark" and token.tag_ == "IN":
            return False  # "added 1.4% after two tankers were hit": the clause behind it is not its own
        if token.tag_ in FINITE:
            return True
        if token.tag_ == "VBN" and i + 1 < stop and doc[i + 1].tag_ in ("PRP", "DT", "PRP$"):
            return doc[i - 1].tag_ in ("NN", "NNS", "NNP", "NNPS")  # "the gunman surrendered himself"
    return False


def _around_cue(verb: Token, sentence: Span) -> tuple[Offsets, list[Offsets]] | None:
    """As in "It was, the study says, safe"."""
    doc = verb.doc
    comma = comma_before(doc, verb.i, sentence.start)
    if comma is None or not sentence.start + 1 < comma < verb.i - 1 or doc[comma - 1].text in QUOTES:
        return None
    end = end_of_remark(verb, sentence.end)
    if end is None or end >= sentence.end or doc[end].text != ",":
        return None
    source = phrase_before(doc, verb.i, comma + 1)
    if source is None or source[0] != doc[comma + 1].idx:
        source = long_phrase_before(doc, verb.i, comma) if only_tells(verb) else None
    last = sentence.end - 1
    while last > end and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    first = doc[sentence.start]
    is_led = first.lower_ in _SUBORDINATE or first.tag_ in ("VBG", "IN", "VBN", "TO", "WRB")
    if source is None or last == end or is_led:
        return None  # "If so, he said, ..." is read by the parse or not at all
    before = (first.idx, doc[comma - 1].idx + len(doc[comma - 1]))
    return source, [before, (doc[end + 1].idx, doc[last].idx + len(doc[last]))]


_SUBORDINATE = WordSet("reports/subordinate")


def _is_headline(sentence: Span) -> bool:
    """Whether a line stands without a full stop, as headlines do."""
    doc, last = sentence.doc, sentence.end - 1
    while last > sentence.start and doc[last].is_space:
        last -= 1
    after = text_of(doc)[doc[last].idx + len(doc[last]) :][:2]
    return doc[last].text not in _CLOSING and (not after or "\n" in after)


_CLOSING = ENDS | {":", ";", ","} | QUOTES


def _in_headline(verb: Token, sentence: Span) -> tuple[Offsets, list[Offsets]] | None:
    """As in "Agency says Acme to open a plant", "New report shows crime trending down"."""
    if verb.tag_ not in ("VBZ", "VBP") or not _is_headline(sentence):
        return None
    doc, stop = verb.doc, sentence.end
    while stop > verb.i and doc[stop - 1].is_space:
        stop -= 1
    start = sentence.start
    while start < verb.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    colon = next((i for i in range(verb.i - 1, start, -1) if doc[i].text == ":"), None)
    start = start if colon is None else colon + 1
    if verb.i + 1 >= stop:  # "Crime to fall in Halvor, report says"
        comma = comma_before(doc, verb.i, start)
        if comma is None or comma <= start + 1:
            return None
        source = (doc[comma + 1].idx, doc[verb.i - 1].idx + len(doc[verb.i - 1]))
        return source, [(doc[start].idx, doc[comma - 1].idx + len(doc[comma - 1]))]
    source_found = phrase_before(doc, verb.i, start)
    first = verb.i + 1
    if source_found is None or source_found[0] != doc[start].idx or doc[first].tag_ not in _OPENING:
        return None
    if not any(_is_headline_verb(doc, i) for i in range(first + 1, stop)):
        return None
    return source_found, [(doc[first].idx, doc[stop - 1].idx + len(doc[stop - 1]))]


def _is_headline_verb(doc: Doc, i: int) -> bool:
    """Whether an infinitive or an -ing form stands for a finite verb, right behind its subject."""
    token, before = doc[i], doc[i - 1]
    if before.tag_ not in ("NN", "NNS", "NNP", "NNPS", "RB"):
        return False
    return (
        token.tag_ in FINITE
        or (token.lower_ == "to" and doc[min(i + 1, len(doc) - 1)].tag_ == "VB")
        or token.tag_ == "VBG"
    )
