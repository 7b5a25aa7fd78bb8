"""Reports whose cue closes what is said: "It fell in May, Ann Lee told us", "It fell, said Ann Lee".

A comma, a speaker, a verb of saying and nothing but a hearer, a time or a place up to the end of the sentence
say by their order alone that all before the comma is reported. A small parser joins such a cue to the
sentence as if it were another statement, or takes the sentence for a part of it. Two cues may close the two
halves of one sentence: "It fell, said Ann Lee, but it will rise, Tom Roe said".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.reports.complements import TELLING, is_told
from claimcheck.reports.reporting_cues import CueEntry, Offsets, Report, ReportClass
from claimcheck.reports.source_phrases import trim_content
from claimcheck.reports.tagged_phrases import (
    MAX_SOURCE_TOKENS,
    QUOTES,
    comma_before,
    end_of_adjuncts,
    end_of_hearer,
    is_noun_phrase,
    long_phrase_before,
    phrase_before,
)
from claimcheck.tagging.penn_tags import FINITE
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Span, Token

    from claimcheck.reports.quotations import QuotationIndex

WHO_COMES = WordPattern(r", (?:<common/article_or_possessor>) (?:[a-z][\w-]* ){0,3}[a-z][\w-]*\Z")
"""Who the name behind it is: "its chief executive" before the comma and the name of the speaker."""
ENDS = frozenset({".", "!", "?", "…"})
"""Marks that end a sentence."""
_STATING = frozenset({"say", "think", "find"})
_TOLD_OF_SPEAKER = frozenset({"who", "whose", "which"})
_JOINING = WordSet("common/clause_joint")
_HAVING = WordSet("common/having")
_ONLY_TELLING = WordSet("reports/only_telling")
_SUBORDINATE = WordSet("reports/subordinate")
_VERBS_OF_TWO_CLAUSES = 2


class ClosingCue(NamedTuple):
    """A cue behind what it reports; places of tokens.

    Attributes:
        comma: right before it.
        end: behind its last word.
        verb: the cue.
        source: the speaker, in characters.
    """

    comma: int
    end: int
    verb: Token
    source: Offsets
    report_class: ReportClass


def closing_reports(
    sentence: Span, cues: Sequence[tuple[Token, CueEntry]], quotations: QuotationIndex
) -> dict[int, Report]:
    """The reports whose cue closes a sentence, or half of one, by where their cue starts."""
    reports = {report.cue[0]: report for report in _inset_reports(sentence, cues, quotations)}
    closing = list(_closing_cues(sentence, cues, quotations))
    if reports or not closing:
        return reports
    text, doc = text_of(sentence.doc), sentence.doc
    start = sentence.start
    for cue in closing:
        if not _states(doc, start, cue.comma, quotations) or _has_other_report(start, cue, cues):
            return {}
        content = trim_content(text, doc[start].idx, doc[cue.comma].idx)
        if content[0] < content[1]:
            reports[cue.verb.idx] = Report(
                (content,), cue.source, (cue.verb.idx, cue.verb.idx + len(cue.verb)), cue.report_class, False
            )
        start = cue.end
        while start < sentence.end and (doc[start].text == "," or doc[start].lower_ in _JOINING):
            start += 1
    return reports


def _inset_reports(
    sentence: Span, cues: Sequence[tuple[Token, CueEntry]], quotations: QuotationIndex
) -> Iterator[Report]:
    """The reports whose cue stands between a subject and its verb: "The ferries, says Ann Lee, carry 40"."""
    doc, text = sentence.doc, text_of(sentence.doc)
    for verb, entry in cues:
        if entry.report_class != "say" or entry.following or verb.tag_ not in ("VBD", "VBZ"):
            continue
        inset = _inset(verb, sentence)
        if inset is None or quotations.at(verb.idx) is not None:
            continue
        comma, speaker, end = inset
        before = doc[sentence.start : comma]
        if not len(before) or end + 1 >= sentence.end or doc[end].text != ",":
            continue
        is_subject = is_noun_phrase(before) and not any(word.text == "," for word in before)
        if not is_subject or doc[end + 1].tag_ not in FINITE:
            continue
        pieces = ((before.start_char, before.end_char), (doc[end + 1].idx, sentence.end_char))
        content = tuple(trim_content(text, *piece) for piece in pieces)
        yield Report(content, speaker, (verb.idx, verb.idx + len(verb)), entry.report_class, direct=False)


def _inset(verb: Token, sentence: Span) -> tuple[int, Offsets, int] | None:
    """The comma before a remark, its speaker, and where it ends: ", says Ann Lee,", ", Ann Lee says,"."""
    doc = verb.doc
    if verb.i > 0 and doc[verb.i - 1].text == ",":
        end = end_of_hearer(doc, verb.i + 1)
        source = doc[verb.i + 1 : end]
        return verb.i - 1, (source.start_char, source.end_char), end
    comma = comma_before(doc, verb.i, sentence.start)
    found = _speaker_before(verb, comma, sentence) if comma is not None and only_tells(verb) else None
    return None if comma is None or found is None else (comma, *found)


def with_all_that_is_closed(report: Report, closing: Mapping[int, Report], text: str) -> Report:
    """A report with all that its cue closes, where a parse has less, but nothing of who the speaker is: "It
    cut 40 jobs, its chief, Ann Lee, said".
    """
    closed = closing.get(report.cue[0])
    if closed is None or report.direct or closed.source is None:
        return report
    source = report.source
    if source is not None and closed.start < source[0] < closed.content[0][1] <= closed.cue[0]:
        return report
    if report.start == closed.start and WHO_COMES.fullmatch(text, report.end, closed.end):
        return report
    if source is None or source[1] <= closed.source[0] or closed.source[1] <= source[0]:
        source = closed.source
    elif text[closed.source[0] : source[0]].endswith((" and ", " & ")):
        source = closed.source  # "Lund and Roe warned", of whom a parse leaves the first out
    return replace(report, content=closed.content, source=source)


def _closing_cues(
    sentence: Span, cues: Iterable[tuple[Token, CueEntry]], quotations: QuotationIndex
) -> Iterator[ClosingCue]:
    """The cues that close a sentence, the last one, and the halves before it, in their order."""
    found = [cue for token, entry in cues if (cue := _cue_at(token, entry, sentence, quotations)) is not None]
    if not found or not _is_at_end(found[-1], sentence):
        return
    doc = sentence.doc
    for cue in found[:-1]:
        is_half = cue.end + 1 < sentence.end and doc[cue.end].text == ","
        if is_half and doc[cue.end + 1].lower_ in _JOINING:
            yield cue
    yield found[-1]


def _is_at_end(cue: ClosingCue, sentence: Span) -> bool:
    rest = sentence.doc[cue.end : sentence.end]
    if len(rest) > 1 and rest[0].text == "," and rest[1].tag_ == "VBG" and rest[1].dep_ != "case":
        return True  # what the speaker does by it: ", aides said, countering a report"
    return all(token.text in ENDS or token.is_space for token in rest)


def _cue_at(token: Token, entry: CueEntry, sentence: Span, quotations: QuotationIndex) -> ClosingCue | None:
    """The cue of a verb between a comma and a mark, with who speaks before or behind it."""
    if entry.report_class not in _STATING or entry.following or quotations.at(token.idx) is not None:
        return None
    if is_told(token) or not _is_finite(token):
        return None
    doc = token.doc
    comma = comma_before(doc, token.i, sentence.start)
    if comma is None or comma <= sentence.start + 1:
        return None
    if doc[comma + 1].tag_ in _RELATIVES:
        return None  # "sold 40 vans, which Lund found"
    found = (
        _speaker_behind(token, sentence) if comma == token.i - 1 else _speaker_before(token, comma, sentence)
    )
    if found is None:
        return None
    source, end = found
    return ClosingCue(comma, end, token, source, entry.report_class)


def _is_finite(verb: Token) -> bool:
    if verb.tag_ == "NNS" and verb.lower_ == "reports":  # ", the Post reports." with a tag of the plural
        before = verb.nbor(-1) if verb.i else verb
        return before.tag_ in ("NNP", "NNPS") and verb.i + 1 < len(verb.doc) and verb.nbor().text in ENDS
    if verb.tag_ == "VBN":  # "a study has found"
        return verb.i > 0 and verb.doc[verb.i - 1].lower_ in _HAVING
    return verb.tag_ in ("VBD", "VBZ", "VBP")


def _speaker_before(verb: Token, comma: int, sentence: Span) -> tuple[Offsets, int] | None:
    """Who speaks between a comma and a verb, and where the words behind the verb end: ", he told the BBC"."""
    doc = verb.doc
    phrase = phrase_before(doc, verb.i, comma + 1)
    if phrase is None or phrase[0] != doc[comma + 1].idx:
        phrase = long_phrase_before(doc, verb.i, comma) if only_tells(verb) else None
    end = end_of_remark(verb, sentence.end)
    return None if phrase is None or end is None else (phrase, end)


def _speaker_behind(verb: Token, sentence: Span) -> tuple[Offsets, int] | None:
    """Who speaks behind a verb, and where what is told of them ends: ", said Ann Lee, who left in May"."""
    doc = verb.doc
    if verb.tag_ not in ("VBD", "VBZ"):
        return None
    last = sentence.end
    while last > verb.i + 1 and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    stop = next((i for i in range(verb.i + 1, last) if doc[i].text == ","), last)
    is_half = stop + 1 < last and doc[stop + 1].lower_ in _JOINING
    is_more = stop + 1 < last and doc[stop + 1].lower_ in _TOLD_OF_SPEAKER
    speaker = doc[verb.i + 1 : stop if is_half or is_more else last]
    if not 0 < len(speaker) <= MAX_SOURCE_TOKENS or not is_noun_phrase(speaker):
        return None
    return (speaker.start_char, speaker.end_char), stop if is_half else last


def _states(doc: Doc, start: int, comma: int, quotations: QuotationIndex) -> bool:
    """Whether words up to a comma are a statement, with no quotation that is one: not "When it rained, he
    added".
    """
    words = doc[start:comma]
    verbs = [word for word in words if word.tag_ in FINITE or _is_past_taken_for_participle(word)]
    if not verbs or (verbs[0].i > start and doc[verbs[0].i - 1].tag_ in _RELATIVES):
        return False  # "Ann Ray, who leads the lab, holds 22 patents"
    if any(word.text in QUOTES and word.text not in _APOSTROPHES for word in words):
        behind_verb = (verbs[0].idx, words.end_char)
        if not _are_only_parts(text_of(doc), quotations, words.start_char, behind_verb):
            return False
    first = words[0]
    if not (first.lower_ in _SUBORDINATE or first.tag_ in _LEADING):
        return True
    opening = next((word.i for word in words if word.text == ","), None)
    if opening is not None:  # "In 2015, it fell", but not "In a town where he lived"
        return any(verb.i > opening and doc[verb.i - 1].tag_ not in _RELATIVES for verb in verbs)
    if first.dep_ != "case":
        return len(verbs) >= _VERBS_OF_TWO_CLAUSES
    return not any(word.tag_ in _RELATIVES for word in doc[start : verbs[0].i])


def _are_only_parts(text: str, quotations: QuotationIndex, start: int, behind_verb: Offsets) -> bool:
    """Whether every quotation of a statement is a part of it, behind its verb: "was “a mess” and would fall".

    Not one that a mark introduces, or that is a sentence.
    """
    if quotations.at(start) is not None:
        return False
    first, end = behind_verb
    return all(
        first < quotation.start
        and quotation.end <= end
        and text[: quotation.start].rstrip()[-1:] not in _INTRODUCING
        and not text[quotation.inner_start].isupper()
        for quotation in quotations.between(start, end)
    )


_INTRODUCING = frozenset(",:;.")


def _is_past_taken_for_participle(word: Token) -> bool:
    return word.tag_ == "VBN" and any(child.dep_ == "nsubj" for child in word.lefts)


_APOSTROPHES = frozenset("'’")
_LEADING = frozenset({"VBG", "VBN", "TO", "WRB", "IN"})
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


def _has_other_report(start: int, cue: ClosingCue, cues: Iterable[tuple[Token, CueEntry]]) -> bool:
    """Whether somebody else says something in the words before a cue, so that a parse must tell who what."""
    for token, entry in cues:
        if not start <= token.i < cue.comma:
            continue
        if entry.report_class == "according" and entry.following:
            return True
        if entry.report_class == "say" and token.tag_ in FINITE and _has_clause(token):
            return True
    return False


def _has_clause(verb: Token) -> bool:
    return any(child.dep_ == "ccomp" for child in verb.children)


def only_tells(verb: Token) -> bool:
    """Whether a form of a verb is no participle that describes: not "a medal in Paris added in 2004"."""
    is_telling = verb.lower_ == "told" and end_of_hearer(verb.doc, verb.i + 1) > verb.i + 1
    return verb.lower_ in _ONLY_TELLING or is_telling


def end_of_remark(verb: Token, stop: int) -> int | None:
    """Where the words after a verb end the report, by a mark: an adverb or a day may stand there, behind what
    only tells also a hearer or a place.
    """
    doc, i = verb.doc, verb.i + 1
    if only_tells(verb):
        if verb.lower_ in TELLING:
            i = end_of_hearer(doc, i)
        i = end_of_adjuncts(doc, i, stop)
    else:
        while i < stop and doc[i].tag_ in ("RB", "RP"):
            i += 1
        if i + 1 < stop and doc[i].lower_ in ("on", "in") and doc[i + 1].tag_ in ("NNP", "CD"):
            i += 2
    return i if i >= stop or doc[i].text in ENDS or doc[i].text == "," or doc[i].is_space else None
