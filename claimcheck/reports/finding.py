"""Who is said to say, think or show what: direct quotations and indirect speech, with source, cue and
content.

Three readings feed one list. Clauses: a reporting verb with its complement, read off the dependency parse.
Phrases: "according to" and its like. Quotations: those that no clause explains, by the reporting verb before,
between or after, by the sentence before them, or by a name after a dash. Without a parse the clauses are read
off the words alone, for "X said that ..." and its like only.

Reporting verbs are rows of `lexicons/en/reporting_verbs.csv`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.reports.according_to import find_according_reports
from claimcheck.reports.closing_cues import closing_reports, with_all_that_is_closed
from claimcheck.reports.content_edges import with_closing_mark
from claimcheck.reports.quotations import QuotationIndex
from claimcheck.reports.quoted_speech import find_quotation_reports, without_openers
from claimcheck.reports.reported_clauses import find_clause_reports, find_plain_reports
from claimcheck.reports.reporting_cues import Report, find_cue_words
from claimcheck.reports.unparsed_clauses import find_unparsed_reports
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

    from claimcheck.reports.reporting_cues import CueEntry, Offsets

__all__ = ["Report", "find_reports"]


def find_reports(doc: Doc) -> list[Report]:
    """Every report of a text, in the order of the contents; an outer one before those inside it.

    Uses the dependency parse where there is one, and the words alone where there is none.
    """
    quotations = QuotationIndex(text_of(doc))
    found: list[Report] = []
    parsed = doc.has_annotation("DEP")
    for sentence, cues in _sentences_with_cues(doc):
        if parsed:
            closing = closing_reports(sentence, cues, quotations)
            clauses = [
                with_all_that_is_closed(report, closing, text_of(doc))
                for report in find_clause_reports(cues, quotations)
            ]
            explained = {report.cue[0] for report in clauses}
            found.extend(clauses)
            found.extend(report for cue, report in closing.items() if cue not in explained)
            explained |= closing.keys()
            found.extend(find_unparsed_reports(sentence, cues, quotations, explained))
        else:
            found.extend(find_plain_reports(sentence, cues, quotations))
        found.extend(find_according_reports(sentence, cues, quotations, parsed=parsed))
    found = [report for report in found if _may_tell(doc, report)]
    # What the marks say of a quotation goes before what the parse makes of the words around it.
    found = [*find_quotation_reports(doc, quotations, found, parsed=parsed), *found]
    found = [_outside_of_quotation(report, found, quotations) for report in found]
    unique: dict[tuple[int, int, Offsets], Report] = {}
    for report in (with_closing_mark(text_of(doc), report) for report in found):
        unique.setdefault((report.start, report.end, report.cue), report)
    ordered = sorted(unique.values(), key=lambda report: (report.start, -report.end, report.cue))
    return without_openers(ordered, text_of(doc))


def _outside_of_quotation(report: Report, found: Sequence[Report], quotations: QuotationIndex) -> Report:
    """A report by who speaks the quotation before its cue, where a parser takes words of that for the source:
    "“We went too far,” Ann Lee said, adding that".
    """
    if report.source is None or quotations.at(report.cue[0]) is not None:
        return report
    quotation = quotations.at(report.source[0])
    if quotation is None or report.source[1] > quotation.inner_end or report.cue[0] < quotation.end:
        return report
    for other in found:
        is_between = quotation.end <= other.cue[0] < report.cue[0]
        if is_between and other.source is not None and quotations.at(other.source[0]) is None:
            return replace(report, source=other.source)
    return report


def _may_tell(doc: Doc, report: Report) -> bool:
    """Whether a source can tell something: no bare number or change, and no "May" that is a verb."""
    if report.source is None:
        return True
    start, end = report.source
    words = text_of(doc)[start:end]
    if not any(map(str.isalpha, words)):
        return "%" in words  # "75% said"
    if words.startswith(("up from ", "down from ")):
        return False  # "to rise 2.8 percent, up from 2.2 percent expected in May"
    if " " in words or not words.istitle() or len(words) > _LONGEST_MODAL:
        return True
    token = doc.char_span(start, end)
    return token is None or token[0].tag_ != "MD"


_LONGEST_MODAL = 6


def _sentences_with_cues(doc: Doc) -> Iterator[tuple[Span, Sequence[tuple[Token, CueEntry]]]]:
    """The sentences in which something may be reported, with the cues in each."""
    cues = find_cue_words(doc)
    first = 0
    for sentence in _sentences(doc):
        last = first
        while last < len(cues) and cues[last][0].i < sentence.end:
            last += 1
        if last > first:
            yield sentence, cues[first:last]
        first = last


def _sentences(doc: Doc) -> Iterator[Span]:
    if doc.has_annotation("SENT_START"):
        yield from doc.sents
    elif len(doc):
        yield doc[:]
