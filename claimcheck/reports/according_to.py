"""Reports whose cue is a preposition: "according to X, ...", "Per the mayor, ..."."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.reports.complements import (
    VERBAL,
)
from claimcheck.reports.reported_clauses import within_semicolons
from claimcheck.reports.reporting_cues import CueEntry, Offsets, Report
from claimcheck.reports.reporting_subjects import SUBJECTS, has_subject
from claimcheck.reports.source_phrases import source_phrase, trim_content, trim_phrase
from claimcheck.tagging.penn_tags import FINITE
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Span, Token

    from claimcheck.reports.quotations import QuotationIndex


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
            pieces = within_semicolons(text, pieces, token.idx)
            quoted = _quoted_statement(pieces, quotations)
            if quoted is not None:
                yield Report((quoted,), source, cue, "according", direct=True)
            else:
                yield Report(tuple(pieces), source, cue, "according", direct=False)


_JOINTS = WordSet("common/clause_joint")


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
    noun = _BEHIND_NOUN.split(words.lower(), maxsplit=1)[0].split()
    if noun and noun[-1] in _MEASURES:
        return True
    # "drawn according to a uniform distribution": without a comma only who has a name or brings news speaks
    is_named = any(map(str.isupper, words)) or any(map(str.isdigit, words))
    return not is_named and _BEARERS_OF_NEWS.isdisjoint(noun)


_BEHIND_NOUN = re.compile(r" (?:of|for|from|with|in|that|which)\b")
"""What stands behind the noun of a phrase: "a random process | with two rates"."""


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


def _is_clause(word: Token) -> bool:
    return word.pos_ in VERBAL or any(child.dep_ == "cop" for child in word.children)


def _whole_clause(clause: Token, preposition: Token) -> Token:
    """All that stands before ", according to X", which is said of more than of the clause next to it."""
    while _hangs_before(clause, preposition):
        clause = clause.head
        while not _is_clause(clause) and clause.head.i != clause.i:
            clause = clause.head  # "a grant for Orbit, which runs 3 mills, according to X"
    while clause.left_edge.i >= preposition.i - 1 and clause.head.i < preposition.i:
        clause = clause.head  # nor only of what follows: "It rose, according to X, more than ..."
    while _is_joined(clause) and clause.i < preposition.i and _is_clause(clause.head):
        clause = clause.head  # "rents rose and 40 people left, according to X"
    return clause


def _hangs_before(clause: Token, preposition: Token) -> bool:
    """Whether a clause before the preposition tells more of what stands there: ", leading to 40 fires"."""
    if not clause.head.i < clause.i < preposition.i or clause.dep_ not in _DEPENDENT:
        return False
    return not any(child.lower_ in _JOINTS for child in clause.lefts)


_DEPENDENT = frozenset({"acl:relcl", "acl", "advcl", "xcomp"})


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
        clause = _whole_clause(clause, preposition)
    start, end = clause.left_edge.idx, clause.right_edge.idx + len(clause.right_edge)
    is_clause = clause.pos_ == "ADJ" or _is_clause(clause)
    if not is_clause and clause.dep_ != "ROOT" and not has_subject(clause):
        start, end = sentence.start_char, sentence.end_char
    first = min(phrase.left_edge.idx, preposition.idx)
    final = max(source[1], phrase.right_edge.idx + len(phrase.right_edge))
    pieces = [trim_content(text, start, min(first, end)), trim_content(text, max(final, start), end)]
    pieces = [(a, b) for a, b in pieces if a < b and any(c.isalnum() for c in text[a:b])]
    if len(pieces) > 1 and _OTHER_HALF.match(text, pieces[1][0]):
        pieces = pieces[:1]  # "Rents rose, according to X, but wages fell": who says so of wages is not told
    return (source, pieces) if pieces else None


_OTHER_HALF = re.compile(r"but\b(?! (?:also|not|only|still|then)\b)", re.IGNORECASE)
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
