"""Reports that a clause states, off the parse or off the words alone: "X said that ...", "..., he thinks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.closing_cues import WHO_COMES
from claimcheck.reports.complements import (
    VERBAL,
    end_of,
    is_determined_by_that,
    is_noun_of,
    is_told,
)
from claimcheck.reports.content_edges import (
    quoted_part,
)
from claimcheck.reports.contents import contents_of
from claimcheck.reports.plain_sources import plain_source_before
from claimcheck.reports.reporting_cues import CueEntry, Offsets, Report
from claimcheck.reports.reporting_subjects import has_subject, is_passive
from claimcheck.reports.source_phrases import trim_content, trim_phrase
from claimcheck.reports.sources import find_source
from claimcheck.tagging.penn_tags import FINITE, INFLECTED
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Span, Token

    from claimcheck.reports.quotations import Quotation, QuotationIndex


def find_clause_reports(
    cues: Iterable[tuple[Token, CueEntry]], quotations: QuotationIndex
) -> Iterator[Report]:
    """Reports whose content is a complement of the reporting verb, or its host: "It works, he said"."""
    read_to = 0
    for token, entry in cues:
        if entry.report_class == "according":
            continue
        is_nominal = token.pos_ in ("NOUN", "PROPN", "ADP", "NUM") and token.tag_ not in INFLECTED
        if is_nominal and not _is_verb_of_clause(token):
            misread = _report_of_plural(token, entry, quotations)
            if misread is not None:
                yield misread
            continue
        if token.i < read_to:  # the second word of an entry that is read already: "sure" of "make sure"
            continue
        if _is_idle(token):
            continue
        read_to = token.i + 1 + len(entry.following)
        verb = _governing(token, entry)
        end = 0
        for content, question, clause in contents_of(verb, entry):
            report = _clause_report(verb, token, entry, content, quotations, question=question, clause=clause)
            if report is not None and not (report.direct and report.end <= end):
                end = report.end
                yield report


def _is_verb_of_clause(token: Token) -> bool:
    """Whether a word taken for a noun has the subject and the clause of a verb: "The mayor forecast that"."""
    if token.tag_ != "NN" or token.i + 1 >= len(token.doc) or token.doc[token.i + 1].lower_ != "that":
        return False
    relations = {child.dep_ for child in token.children}
    return "nsubj" in relations and "ccomp" in relations and "cop" not in relations


_ONE = WordSet("reports/one")


def _report_of_plural(token: Token, entry: CueEntry, quotations: QuotationIndex) -> Report | None:
    """The report of a verb taken for a plural, which "a" before it rules out: "A review confirms that"."""
    if entry.report_class not in ("say", "find") or entry.following:
        return None
    doc = token.doc
    if token.i + 2 < len(doc) and doc[token.i + 1].tag_ == "EX":
        return _report_of_existence(token, entry, quotations)
    if token.tag_ != "NNS":
        return None
    first = token.left_edge
    if first.lower_ not in _ONE or token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "that":
        return None
    if doc[token.i - 1].pos_ != "NOUN" or doc[token.i + 2].pos_ in VERBAL:
        return None
    start, end = trim_content(text_of(doc), doc[token.i + 1].idx, end_of(token.right_edge))
    if start >= end or quotations.at(start) is not quotations.at(token.idx):
        return None
    source = (first.idx, end_of(doc[token.i - 1]))
    return Report(((start, end),), source, (token.idx, end_of(token)), entry.report_class, direct=False)


def _report_of_existence(token: Token, entry: CueEntry, quotations: QuotationIndex) -> Report | None:
    """The report of a verb taken for a noun, before "there are", which no subject precedes: "The survey
    states there are 40 mills".
    """
    doc, exists = token.doc, token.doc[token.i + 1].head
    subject = token
    while subject.head.i not in (exists.i, subject.i):
        subject = subject.head
    first = subject.left_edge if subject.i <= token.i else token
    is_subject = subject.dep_ == "nsubj" and subject.head.i == exists.i and exists.i > token.i
    before = doc[token.i - 1] if token.i else token
    if not is_subject or first.i >= token.i or before.pos_ not in ("NOUN", "PROPN"):
        return None
    start, end = trim_content(text_of(doc), doc[token.i + 1].idx, end_of(exists.right_edge))
    if start >= end or quotations.at(start) is not quotations.at(token.idx):
        return None
    source = trim_phrase(text_of(doc), first.idx, end_of(before))
    return Report(((start, end),), source, (token.idx, end_of(token)), entry.report_class, direct=False)


_REFLEXIVE = WordSet("reports/reflexive")
_POINTING = WordSet("reports/pointing")


def _is_idle(token: Token) -> bool:
    """Whether a reporting verb reports nothing where it stands: "found themselves", "as far as I can tell",
    "it is important to note that".
    """
    doc = token.doc
    following = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if following in _REFLEXIVE or _is_ordered(token):
        return True
    if is_noun_of(token):
        return True  # a noun taken for a verb: "Panel reports cover “what is known”"
    if token.tag_ == "VBG" and token.dep_ in ("csubj", "nsubj", "csubj:pass"):
        return True  # "adding an endpoint was simple"
    if token.tag_ == "VB" and any(child.lower_ == "do" for child in token.lefts) and not has_subject(token):
        return True  # "don't call it that"
    if token.i < 2:
        return False
    if token.lower_ == "tell" and following in (",", ".", ""):
        return True
    if is_told(token):
        return True
    if token.lower_ == "know" and following == "," and doc[token.i - 1].lower_ == "you":
        return True
    before = doc[token.i - 1]
    if before.pos_ in ("ADP", "DET") and before.lower_ != "to" and token.tag_ in ("VB", "VBP", "NN"):
        return True  # a noun taken for a verb: "about document security"
    if before.lower_ != "to" or token.tag_ != "VB" or doc[token.i - 2].pos_ != "ADJ":
        return False
    subjects = [child.lower_ for child in token.head.children if child.dep_.startswith("nsubj")]
    return not subjects or subjects[0] in _POINTING


_DUTIES = WordSet("reports/duty")
_FIRST_PERSONS = WordSet("reports/speaker_or_it")


def _is_ordered(token: Token) -> bool:
    """Whether somebody is told to say it: "The trustee must state that", but not "I must say that"."""
    if token.tag_ != "VB" or not any(child.lower_ in _DUTIES for child in token.lefts):
        return False
    subjects = [child.lower_ for child in token.lefts if child.dep_.startswith("nsubj")]
    return not any(subject in _FIRST_PERSONS for subject in subjects)


def _governing(token: Token, entry: CueEntry) -> Token:
    """The word that governs the clause: "sure" in "make sure", else the cue itself."""
    last = token.doc[token.i + len(entry.following)]
    return last if entry.following and any(child.dep_ == "ccomp" for child in last.children) else token


def _clause_report(
    verb: Token,
    cue: Token,
    entry: CueEntry,
    content: list[Offsets],
    quotations: QuotationIndex,
    *,
    question: bool,
    clause: Token | None = None,
) -> Report | None:
    """The report of a verb whose content stands in `content`; None where somebody else's rule reads it."""
    pieces, direct = _pieces_of_content(cue, entry, content, quotations, clause)
    if not pieces or (entry.report_class == "utter" and not direct):
        return None
    source = find_source(verb, entry)
    if source is None and is_passive(verb):
        return None
    text = text_of(verb.doc)
    if source is not None and pieces[0][0] == source[0] < source[1] <= pieces[0][1] <= cue.idx:
        return None  # "Ann Roe, whose mill closed in May, said she": what is told of a speaker is not said
    if source is not None and pieces[0][0] < source[0] and text.startswith("whose ", source[0]):
        return None  # "The mayor, whose party holds 18 seats, left": what is told of a noun reports nothing
    if not direct and source is not None:
        pieces = _without_source(verb, pieces, source)
        if not pieces:
            return None
    if not direct and source is not None and _stands_before_name(verb, text[pieces[-1][1] : source[0]]):
        return None  # "Newly elected Mayor Ann Ray said": what stands right before the name belongs to it
    last_word = cue.doc[cue.i + len(entry.following)]
    return Report(
        content=tuple(pieces),
        source=source,
        cue=(cue.idx, last_word.idx + len(last_word)),
        report_class=entry.report_class,
        direct=direct,
        denied=_is_denied(verb),
        question=question,
    )


def _without_source(verb: Token, pieces: list[Offsets], source: Offsets) -> list[Offsets]:
    """A content before its verb up to a source that a parse takes into it: "It cut 300 jobs, Ann Roe, its
    chief, told us".

    What has no verb is no content: "The judge in the case, Ann Roe, said".
    """
    doc = verb.doc
    kept: list[Offsets] = []
    for start, end in pieces:
        if not start < source[0] < source[1] <= end <= verb.idx:
            kept.append((start, end))
            continue
        text = text_of(doc)
        cut = trim_content(text, start, source[0])
        who = WHO_COMES.search(text, *cut)
        cut = cut if who is None else (cut[0], who.start())  # "It cut 300 jobs, its chief, Ann Roe, told us"
        words = doc.char_span(*cut, alignment_mode="expand") if cut[0] < cut[1] else None
        if words is not None and any(token.tag_ in FINITE for token in words):
            kept.append(cut)
    return kept


def _pieces_of_content(
    cue: Token, entry: CueEntry, content: list[Offsets], quotations: QuotationIndex, clause: Token | None
) -> tuple[list[Offsets], bool]:
    """The parts of a content at their edges, and whether they are in quotation marks; then there is one."""
    text = text_of(cue.doc)
    around = quotations.at(cue.idx)
    if around is None and len(content) > 1:
        content = within_semicolons(text, content, cue.idx)
    pieces: list[Offsets] = []
    direct = False
    for start, end in content:
        first, last = trim_content(text, start, end)
        if clause is not None and is_determined_by_that(clause) and clause.left_edge.idx == start:
            first = start  # "said that figure came from a survey"
        if first >= last:
            continue
        if around is not None:
            first, last, is_quoted = _inside(around, first, last, quotations)
        else:
            read = _beside_quotations(text, first, last, quotations, clause)
            if read is None:
                continue
            first, last, is_quoted = read
        direct |= is_quoted
        if entry.report_class == "describe" and not direct and around is None:
            called = _called_in_quotes(text, first, last, quotations)
            if called is not None:
                first, last, direct = *called, True
        if first < last:
            pieces.append((first, last))
    return pieces[:1] if direct else pieces, direct


_Piece = tuple[int, int, bool]
"""Where a part of a content begins and ends, and whether it is a quotation."""


def _inside(around: Quotation, first: int, last: int, quotations: QuotationIndex) -> _Piece:
    """What a report inside a quotation reports, which does not leave that."""
    first, last = max(first, around.inner_start), min(last, around.inner_end)
    nested = quotations.innermost_from(first)
    if nested is not None and nested is not around:
        return nested.inner_start, nested.inner_end, True
    return first, last, False


def _beside_quotations(
    text: str, first: int, last: int, quotations: QuotationIndex, clause: Token | None
) -> _Piece | None:
    """A content outside of quotations, with one that goes on with its last words, or the one that it consists
    of; None for somebody else's words, which the quotation rules read.
    """
    quotation = quotations.at(first)
    if quotation is not None:
        if _opens_with(text, quotation, first) or _closes_with(text, quotation, last):
            return quotation.inner_start, quotation.inner_end, True
        return None if last <= quotation.inner_end else (first, last, False)
    if clause is None:
        return first, last, False
    last = _to_closing_mark(text, first, last, quotations)
    last = _with_part_behind(text, last, quotations)
    part = quoted_part(clause, first, last, quotations)
    return (first, last, False) if part is None else (*part, True)


def _stands_before_name(verb: Token, gap: str) -> bool:
    """Whether only a space is between a content and the source behind it, which is no pronoun."""
    subjects = (child for child in verb.lefts if child.dep_.startswith("nsubj"))
    return gap.isspace() and not any(child.pos_ == "PRON" for child in subjects)


def _to_closing_mark(text: str, start: int, end: int, quotations: QuotationIndex) -> int:
    """The end of a content, or that of the quotation which begins in it and which the parse broke off."""
    quotation = quotations.at(end)
    if quotation is None or not start < quotation.start < end < quotation.inner_end:
        return end
    rest = text[end : quotation.inner_end]
    is_part = text[quotation.inner_start].islower()  # "was “too big. It will shrink”": one stretch of words
    stops = "\n" if is_part else ".!?\n"
    return end if any(mark in rest for mark in stops) else quotation.inner_end


def _with_part_behind(text: str, end: int, quotations: QuotationIndex) -> int:
    """The end of a content with the quotation right behind it that goes on with its clause: "would ban
    arms “that could do harm”".
    """
    quotation = quotations.at(end + 1)
    if quotation is None or quotation.start != end + 1 or not text[end].isspace():
        return end
    goes_on = text[quotation.inner_start].islower() and not any(
        mark in text[quotation.inner_start : quotation.inner_end - 1] for mark in ".!?\n"
    )
    return quotation.end if goes_on and text[end - 1].isalnum() else end


_SHORTEST_CALLED = 4  # words; fewer are a name that is given


def _called_in_quotes(text: str, start: int, end: int, quotations: QuotationIndex) -> Offsets | None:
    """The words in quotation marks that a description ends with: "dubbed the row “a war that nobody won”"."""
    for quotation in quotations.between(start, end):
        stop = min(quotation.inner_end, len(text))
        if quotation.inner_start > start + 1 and end <= quotation.end + 1:
            words = text[quotation.inner_start : stop].split()
            if len(words) >= _SHORTEST_CALLED:
                return quotation.inner_start, stop
    return None


def within_semicolons(text: str, pieces: list[Offsets], cue: int) -> list[Offsets]:
    """The pieces around a parenthetic cue, cut at the semicolons that part it from other statements, and at a
    colon before it.
    """
    kept = []
    for start, end in pieces:
        first, last = start, end
        if end <= cue:
            first = max(start, text.rfind(";", start, end) + 1, text.rfind(": ", start, end) + 1)
        elif start >= cue:
            mark = text.find(";", start, end)
            last = mark if mark >= 0 else end
        while first < last and text[first].isspace():
            first += 1
        if first < last:
            kept.append((first, last))
    return kept or pieces


def _opens_with(text: str, quotation: Quotation, start: int) -> bool:
    """Whether a content that starts at `start` starts with the quotation."""
    return not text[quotation.inner_start : start].strip(" \t\n…[(")


def _closes_with(text: str, quotation: Quotation, end: int) -> bool:
    """Whether a content ends where the quotation does: the last one of its sentences."""
    return end <= quotation.end and not text[end : quotation.inner_end].strip(" .,;:!?…")


_NEGATED = WordSet("reports/negated")


def _is_denied(verb: Token) -> bool:
    return any(child.dep_ in ("advmod", "neg", "cc") and child.lower_ in _NEGATED for child in verb.children)


_BARE = frozenset({"say", "think", "find"})


def find_plain_reports(
    sentence: Span, cues: Iterable[tuple[Token, CueEntry]], quotations: QuotationIndex
) -> Iterator[Report]:
    """Without a parse: "SOURCE VERB that CONTENT", to the end of the sentence."""
    text = text_of(sentence.doc)
    for token, entry in cues:
        if entry.report_class not in _BARE:
            continue
        last = token.doc[token.i + len(entry.following)]
        following = last.i + 1
        if following >= sentence.end or token.doc[following].lower_ != "that":
            continue
        source = plain_source_before(token, sentence)
        that = token.doc[following]
        start, end = trim_content(text, that.idx + len(that), sentence.end_char)
        around = quotations.at(token.idx)
        if around is not None:
            end = min(end, around.inner_end)
        quotation = quotations.at(start)
        direct = around is None and quotation is not None and _opens_with(text, quotation, start)
        if direct and quotation is not None:
            start, end = quotation.inner_start, quotation.inner_end
        if source is not None and start < end:
            yield Report(
                ((start, end),), source, (token.idx, last.idx + len(last)), entry.report_class, direct
            )
