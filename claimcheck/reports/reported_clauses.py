"""Reports that a clause or a phrase states: "X said that ...", "..., he thinks", "according to X, ...".

Read off the dependency parse, whose labels are Universal Dependencies'; without one, off the words alone, for
"X said that ..." and "according to X" only.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern, WordSet
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
from claimcheck.reports.reporting_subjects import SUBJECTS, has_subject, is_passive
from claimcheck.reports.source_phrases import source_phrase, trim_content, trim_phrase
from claimcheck.reports.sources import find_source
from claimcheck.tagging.texts import text_of
from claimcheck.tagging.verb_tags import FINITE, INFLECTED

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
        for content, question, clause in contents_of(verb, entry):
            report = _clause_report(verb, token, entry, content, quotations, question=question, clause=clause)
            if report is not None:
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
        cut = trim_content(text_of(doc), start, source[0])
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
        content = _within_semicolons(text, content, cue.idx)
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
    """A content outside of quotations, or the one that it consists of; None for somebody else's words, which
    the quotation rules read.
    """
    quotation = quotations.at(first)
    if quotation is not None:
        if _opens_with(text, quotation, first) or _closes_with(text, quotation, last):
            return quotation.inner_start, quotation.inner_end, True
        return None if last <= quotation.inner_end else (first, last, False)
    if clause is None:
        return first, last, False
    last = _to_closing_mark(text, first, last, quotations)
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
    return end if any(mark in rest for mark in ".!?\n") else quotation.inner_end


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


def _within_semicolons(text: str, pieces: list[Offsets], cue: int) -> list[Offsets]:
    """The pieces around a parenthetic cue, cut at the semicolons that part it from other statements."""
    kept = []
    for start, end in pieces:
        first, last = start, end
        if end <= cue:
            first = max(start, text.rfind(";", start, end) + 1)
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


# What something is in accordance with, where nobody says it: "according to the rules"
_MEASURES = WordSet("reports/accordance")
_NORMS = WordSet("reports/norm")
_WHICH = WordSet("grammar/relative")
_VARYING = WordSet("reports/varying")
_BEARERS_OF_NEWS = WordSet("reports/bearer_of_news")


def find_according_reports(
    sentence: Span, cues: Iterable[tuple[Token, CueEntry]], quotations: QuotationIndex, *, parsed: bool
) -> Iterator[Report]:
    """Reports whose cue is a preposition: the content is the rest of the clause."""
    for token, entry in cues:
        if entry.report_class != "according":
            continue
        last = token.doc[token.i + len(entry.following)]
        if last.i + 1 < sentence.end and token.doc[last.i + 1].lower_ in _WHICH:
            continue  # "a theory according to which ...": no one that the sentence names
        if token.lower_ in _AT_FRONT and not _opens_with_source(token, sentence):
            continue
        cue = (token.idx, last.idx + len(last))
        reading = _parsed_according(token, sentence) if parsed else None
        if reading is None:
            reading = _plain_according(token, last, sentence)
        if reading is not None:
            text = text_of(token.doc)
            source, pieces = _named_source(text, *reading)
            pieces = _behind_joint(token, sentence, source, pieces)
            if _is_accordance(text, token, source, parsed=parsed):
                continue
            pieces = _within_semicolons(text, pieces, token.idx)
            quoted = _quoted_statement(pieces, quotations)
            if quoted is not None:
                yield Report((quoted,), source, cue, "according", direct=True)
            else:
                yield Report(tuple(pieces), source, cue, "according", direct=False)


_JOINTS = WordSet("reports/joint_of_clauses")


def _behind_joint(token: Token, sentence: Span, source: Offsets, pieces: list[Offsets]) -> list[Offsets]:
    """The content where the preposition opens a clause that is joined to another: only that clause, in "Rents
    rose, but according to Acme, few tenants left".
    """
    if token.i == sentence.start or token.nbor(-1).lower_ not in _JOINTS:
        return pieces
    text = text_of(token.doc)
    comma = _COMMA.match(text, source[1])
    if comma is None:
        return pieces
    end = max(last for _, last in pieces)
    content = trim_content(text, comma.end(), end if end > comma.end() else sentence.end_char)
    return [content] if content[0] < content[1] else pieces


_COMMA = re.compile(r",\s+")
_AT_FRONT = WordSet("reports/at_front")
"""What names a source only where it opens a sentence: "Per the mayor, rents fell by 2 per cent"."""


def _opens_with_source(token: Token, sentence: Span) -> bool:
    """Whether a preposition opens a sentence and a phrase with an article, or a name that a comma ends,
    stands behind it: not "Per Holm said", "Per Holm, the mayor, said".
    """
    if any(word.is_alpha for word in token.doc[sentence.start : token.i]) or token.i + 1 >= sentence.end:
        return False
    following = token.doc[token.i + 1]
    if token.pos_ == "PROPN" and not _has_subject_behind(token):
        return False  # "Per Lund, 45, won": a given name
    if following.lower_ == "the":
        return True
    words = token.doc[following.i : sentence.end]
    behind = next((word for word in words if word.pos_ != "PROPN"), None)
    is_told_of = any(a.text == "," and b.tag_ in FINITE for a, b in pairwise(words))
    return following.pos_ == "PROPN" and behind is not None and behind.text == "," and not is_told_of


def _has_subject_behind(token: Token) -> bool:
    """Whether the clause that a first word belongs to has a subject other than that word."""
    clause = token.head
    while clause.dep_ in _OF_PHRASE:
        clause = clause.head
    return any(child.dep_ in SUBJECTS and child.i > token.i for child in clause.children)


_OF_PHRASE = frozenset({"obl", "nmod", "appos", "flat", "case"})


_OWN = re.compile(r"(?:our|my)\b", re.IGNORECASE)
_FIRST_PART = re.compile(r"[^,(]+(?=,)")
_AMOUNT_BEHIND = re.compile(
    r"(?<=\w) (?=[$€£]\s?\d"
    r"|\d[\d.,]*\s?(?:%|per ?cent\b|thousand\b|million\b|billion\b|of (?:the|its|all)\b))"
)
_NAME_BEHIND = re.compile(r"\s*,\s*(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})\s*,")


def _named_source(text: str, source: Offsets, pieces: list[Offsets]) -> tuple[Offsets, list[Offsets]]:
    """A source up to its first comma; the name behind a description: "the mayor, Ann Ray, ..."."""
    part = _FIRST_PART.match(text, *source)
    if part is not None and part.end() < source[1] and not _LISTED.search(text, part.end(), source[1]):
        source = (source[0], part.end())
    amount = _AMOUNT_BEHIND.search(text, *source)
    if amount is not None and pieces[0][0] >= amount.start():  # "According to Acme 40% of users left"
        source, pieces = (source[0], amount.start()), [(amount.end(), pieces[0][1]), *pieces[1:]]
    pieces = _from_comma(text, source, pieces)
    opened = _CLAUSE_START.match(text, source[1])
    if opened is not None and pieces[0][0] > opened.end():  # "According to Acme, Monday's fall, at 6%, was"
        pieces = [(opened.end(), pieces[0][1]), *pieces[1:]]
    is_beside = text[source[1] : pieces[0][0]] == ", "
    told = _TOLD_BESIDE.match(text, *pieces[0]) if is_beside else None
    if told is not None:
        pieces = [(told.end(), pieces[0][1]), *pieces[1:]]
    described = text[slice(*source)].rsplit(" ", 1)[-1][:1].islower()
    named = _NAME_BEHIND.match(text, source[1]) if described else None
    if named is None:
        return source, pieces
    stop = named.end()
    kept = [(stop if start < stop < end else start, end) for start, end in pieces]
    kept = [trim_content(text, start, end) for start, end in kept]
    kept = [(start, end) for start, end in kept if start < end and (end > stop or end <= source[0])]
    return (named.span("name"), kept) if kept else (source, pieces)


def _from_comma(text: str, source: Offsets, pieces: list[Offsets]) -> list[Offsets]:
    """The content with the words which stand between the comma after a source and what a parser took for its
    first: "According to Acme, every pound cut from costs adds two".
    """
    *before, (start, end) = pieces
    if start <= source[1] or not text.startswith(", ", source[1]):
        return pieces
    gap = text[source[1] + 2 : start]
    marks = ";:()\n" if _ADVERBIAL.match(gap) else ",;:()\n"
    return [*before, (source[1] + 2, end)] if gap and not any(mark in gap for mark in marks) else pieces


_ADVERBIAL = WordPattern(r"(?:<reports/adverbial_start>) \w")
"""How a time or a reason begins that stands in front of a content, and tells nothing of its source."""


_TOLD_BESIDE = re.compile(r"(?:which|who|whom|whose|where)\s[^,;:]+(?:,\d[^,;:]+)*,\s+(?=\S)")
"""What the sentence tells of a source, and not the source: "according to Ann Ray, who left in May, "."""
_CLAUSE_START = re.compile(r",\s+(?=[A-Z]|(?:there|it|this|that)\b)")
_LISTED = re.compile(r",? and (?:the )?[A-Z]")


def _is_accordance(text: str, token: Token, source: Offsets, *, parsed: bool) -> bool:
    """Whether something is only done in accordance with a rule: "is paid according to the law"."""
    if _OWN.match(text, *source):
        return True  # "according to our plan"
    if token.lower_ in _AT_FRONT and not _NORMS.isdisjoint(text[slice(*source)].lower().split()):
        return True  # "Per the new law, firms pay 3%"
    if token.is_sent_start or text[max(0, token.idx - 8) : token.idx].rstrip()[-1:] in (",", "(", "—", "–"):
        return False
    is_parsed = parsed and token.dep_ == "case" and token.i > 0
    if is_parsed and (token.head.lower_ in _MEASURES or token.doc[token.i - 1].lower_ in _VARYING):
        return True
    words = text[slice(*source)]
    noun = words.lower().split(" of ")[0].split()
    if noun and noun[-1] in _MEASURES:
        return True
    # "drawn according to a uniform distribution": without a comma only who has a name or brings news speaks
    is_named = any(map(str.isupper, words)) or any(map(str.isdigit, words))
    return not is_named and _BEARERS_OF_NEWS.isdisjoint(noun)


def _quoted_statement(pieces: list[Offsets], quotations: QuotationIndex) -> Offsets | None:
    """The quotation that makes up a content, with a few words before it at most: "By then, “it was gone”"."""
    if len(pieces) != 1:
        return None
    start, end = pieces[0]
    for quotation in quotations.between(start - 1, end):
        words = quotation.inner_end - quotation.inner_start
        if quotation.inner_end >= end - 2 and words > 2 * (quotation.inner_start - start):
            return quotation.inner_start, quotation.inner_end
    return None


def _parsed_according(token: Token, sentence: Span) -> tuple[Offsets, list[Offsets]] | None:
    """The noun that the preposition marks, and the clause which that noun belongs to."""
    head = token.head if token.dep_ in ("case", "fixed", "mark") else None
    if head is None and token.dep_ in (
        "obl",
        "advcl",
        "acl",
        "nmod",
    ):  # some parses take "according" as the head
        nouns = [child for child in token.children if child.dep_ in ("obl", "nmod", "obj")]
        if nouns:
            return _outside(nouns[0], token, token, sentence)
    if head is None or head.pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "X", "SYM", "ADJ"):
        return None
    named = head.dep_ == "nmod:desc" and head.head.i > head.i  # "according to the director Ann Ray, ..."
    return _outside(head, head.head if named else head, token, sentence)


def _is_joined(clause: Token) -> bool:
    """Whether "and" joins a clause to the one before, which a tree may only put beside it."""
    return clause.dep_ == "conj" or (clause.dep_ == "parataxis" and clause.left_edge.tag_ == "CC")


def _outside(
    noun: Token, phrase: Token, preposition: Token, sentence: Span
) -> tuple[Offsets, list[Offsets]] | None:
    text = text_of(noun.doc)
    source = trim_phrase(text, *source_phrase(noun, preposition))
    if phrase.i > noun.i and phrase.pos_ == "PROPN":  # "according to the director Ann Ray"
        source = (source[0], max(source[1], trim_phrase(text, *source_phrase(phrase, preposition))[1]))
    if source[0] < preposition.idx:
        source = (preposition.idx, source[1])
    clause = phrase.head
    if clause.i == phrase.i:
        return None
    if preposition.i > 0 and noun.doc[preposition.i - 1].text == ",":
        while clause.dep_ in ("acl:relcl", "acl") and clause.head.i < clause.i < preposition.i:
            clause = clause.head  # ", according to X" is said of all before it, not of a relative clause
            while clause.pos_ in ("NOUN", "PROPN", "PRON") and clause.head.i != clause.i:
                clause = clause.head
        while clause.left_edge.i >= preposition.i - 1 and clause.head.i < preposition.i:
            clause = clause.head  # nor only of what follows: "It rose, according to X, more than ..."
        while _is_joined(clause) and clause.i < preposition.i and clause.head.pos_ in VERBAL:
            clause = clause.head  # "rents rose and 40 people left, according to X"
    start, end = clause.left_edge.idx, clause.right_edge.idx + len(clause.right_edge)
    is_clause = clause.pos_ in ("VERB", "AUX", "ADJ") or any(child.dep_ == "cop" for child in clause.children)
    if not is_clause and clause.dep_ != "ROOT" and not has_subject(clause):
        start, end = sentence.start_char, sentence.end_char
    first = min(phrase.left_edge.idx, preposition.idx)
    final = phrase.right_edge.idx + len(phrase.right_edge)
    pieces = [trim_content(text, start, min(first, end)), trim_content(text, max(final, start), end)]
    pieces = [(a, b) for a, b in pieces if a < b and any(c.isalnum() for c in text[a:b])]
    return (source, pieces) if pieces else None


_PHRASE_END = re.compile(r"[,;:.!?()\n\"“”]|$")


def _plain_according(token: Token, last: Token, sentence: Span) -> tuple[Offsets, list[Offsets]] | None:
    """Without a parse: the source runs to the next mark; the content is what else the sentence holds."""
    text = text_of(token.doc)
    begin = last.idx + len(last)
    match = _PHRASE_END.search(text, begin, sentence.end_char)
    stop = match.start() if match else sentence.end_char
    source = trim_phrase(text, begin, stop)
    if source[0] >= source[1]:
        return None
    pieces = [
        trim_content(text, sentence.start_char, token.idx),
        trim_content(text, min(stop + 1, sentence.end_char), sentence.end_char),
    ]
    pieces = [(a, b) for a, b in pieces if a < b and text.count(" ", a, b) > 0]
    return (source, pieces) if pieces else None


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
