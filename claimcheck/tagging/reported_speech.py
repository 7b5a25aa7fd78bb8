"""Who is said to say, think or show what: direct quotations and indirect speech, with source, cue and
content.

Three readings feed one list. Clauses: a reporting verb with its complement, read off the dependency parse.
Phrases: "according to" and its like. Quotations: those that no clause explains, by the reporting verb before,
between or after, by the sentence before them, or by a name after a dash. Without a parse the clauses are read
off the words alone, for "X said that ..." and its like only.

Reporting verbs are rows of `lexicons/en/reporting_verbs.csv`. Dependency labels are Universal Dependencies'.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from claimcheck.lexicons import load_rows
from claimcheck.tagging.quotations import Quotation, find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Span, Token

Offsets = tuple[int, int]
ReportClass = Literal["say", "utter", "think", "find", "know", "describe", "according", "place"]

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
_PASSIVE_AGENTS = frozenset({"obl:agent", "obl"})
_NOT_IN_PHRASE = frozenset(
    {"appos", "acl:relcl", "parataxis", "punct", "cop", "mark", "discourse", "advcl", "ccomp", "dep", "list"}
)
_INTERROGATIVES = frozenset({"what", "how", "why", "when", "where", "who", "which", "whether", "if"})
_SENTENCE_CLOSERS = frozenset(".!?…")
_EDGE = frozenset(" \t\n\r,;:.()[]\"'“”‘’—–-*_«»„")

MAX_CUE_GAP_TOKENS = 14
"""Words between a quotation and its verb, "said Ann Ray, who led the team of the institute,": in GUM's news
and interviews all but one of the direct quotations lie within it.
"""

MIN_SPEECH_WORDS = 4
"""A shorter quotation is a name, a title or a word held at a distance, unless a verb of speaking stands
beside it.
"""


@dataclass(frozen=True, slots=True)
class Report:
    """One stretch of reported content. Offsets count from the start of the text, half-open.

    Attributes:
        content: the reported words, in one or more pieces; without quotation marks, without "that". source:
            who is said to hold it; None for imperatives ("note that ..."). Passives without an agent ("it has
            been shown that ...") say nothing of a holder and are no reports.
        cue: the words that attribute it.
        report_class: the class of the cue in the lexicon; `place` where only its position attributes a
            quotation (a name after a dash).
        direct: whether the content stands in quotation marks.
        denied: whether the report itself is denied ("did not say that ...").
        question: whether an indirect question is reported ("asked whether ...", "explains how ...").
    """

    content: tuple[Offsets, ...]
    source: Offsets | None
    cue: Offsets
    report_class: ReportClass
    direct: bool
    denied: bool = False
    question: bool = False

    @property
    def start(self) -> int:
        """Where the content starts."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1][1]

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch of the text stands within the reported content."""
        return any(first <= start and end <= last for first, last in self.content)


def find_reports(doc: Doc) -> list[Report]:
    """Every report of a text, in the order of the contents; an outer one before those inside it.

    Uses the dependency parse where there is one, and the words alone where there is none.
    """
    quotations = _Quotations(doc)
    found: list[Report] = []
    parsed = doc.has_annotation("DEP")
    for sentence in _sentences(doc):
        reader = _clause_reports(sentence, quotations) if parsed else _plain_reports(sentence, quotations)
        found.extend(reader)
        found.extend(_according_reports(sentence, parsed=parsed))
    found.extend(_quotation_reports(doc, quotations, found, parsed=parsed))
    unique: dict[tuple[int, int, Offsets], Report] = {}
    for report in found:
        unique.setdefault((report.start, report.end, report.cue), report)
    return sorted(unique.values(), key=lambda report: (report.start, -report.end, report.cue))


def _sentences(doc: Doc) -> Iterator[Span]:
    if doc.has_annotation("SENT_START"):
        yield from doc.sents
    elif len(doc):
        yield doc[:]


# --- The lexicon --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _CueEntry:
    following: tuple[frozenset[str], ...]  # the words after the first one: "out" of "point out"
    report_class: ReportClass
    takes_infinitive: bool


@cache
def _cue_entries() -> Mapping[str, tuple[_CueEntry, ...]]:
    """The entries by each form of their first word; those of several words first."""
    index: dict[str, list[_CueEntry]] = {}
    for row in load_rows("en/reporting_verbs.csv"):
        first, *rest = (frozenset(word.split("/")) for word in row["cue"].split())
        entry = _CueEntry(tuple(rest), row["class"], row["infinitive"] == "yes")  # type: ignore[arg-type]
        for form in first:
            index.setdefault(form, []).append(entry)
    return {form: tuple(sorted(entries, key=lambda e: -len(e.following))) for form, entries in index.items()}


def _entry_at(token: Token) -> _CueEntry | None:
    """The entry whose words start at a token, the longest first."""
    for entry in _cue_entries().get(token.lower_, ()):
        follows = token.i + 1
        if follows + len(entry.following) <= len(token.doc) and all(
            token.doc[follows + offset].lower_ in words for offset, words in enumerate(entry.following)
        ):
            return entry
    return None


# --- Quotations by place ------------------------------------------------------------------------------------


class _Quotations:
    """The quotations of a text that stand in no other, looked up by place."""

    def __init__(self, doc: Doc) -> None:
        every = find_quotations(doc.text)
        self.outer = [quotation for quotation in every if quotation.depth == 0]
        self._starts = [quotation.start for quotation in self.outer]
        self._nested = [quotation for quotation in every if quotation.depth > 0]
        self._nested_starts = [quotation.start for quotation in self._nested]

    def at(self, offset: int) -> Quotation | None:
        """The outermost quotation that holds the character at `offset`."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self.outer[index].end:
            return self.outer[index]
        return None

    def innermost_from(self, offset: int) -> Quotation | None:
        """The quotation whose inner text starts at `offset` or whose marks stand right before it."""
        index = bisect_right(self._nested_starts, offset) - 1
        if index >= 0 and self._nested[index].inner_start == offset:
            return self._nested[index]
        quotation = self.at(offset)
        return quotation if quotation is not None and quotation.inner_start == offset else None

    def between(self, start: int, end: int) -> Sequence[Quotation]:
        """The outermost quotations that start in a stretch."""
        return self.outer[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


# --- Clauses ------------------------------------------------------------------------------------------------


def _clause_reports(sentence: Span, quotations: _Quotations) -> Iterator[Report]:
    """Reports whose content is a complement of the reporting verb, or its host: "It works, he said"."""
    read_to = 0
    for token in sentence:
        entry = _entry_at(token)
        if (
            entry is None
            or entry.report_class == "according"
            or token.pos_ in ("NOUN", "PROPN", "ADP", "NUM")
        ):
            continue
        if token.i < read_to:  # the second word of an entry that is read already: "sure" of "make sure"
            continue
        read_to = token.i + 1 + len(entry.following)
        verb = _governing(token, entry)
        for content, question in _contents(verb, entry):
            report = _clause_report(verb, token, entry, content, quotations, question=question)
            if report is not None:
                yield report


def _governing(token: Token, entry: _CueEntry) -> Token:
    """The word that governs the clause: "sure" in "make sure", else the cue itself."""
    last = token.doc[token.i + len(entry.following)]
    return last if entry.following and any(child.dep_ == "ccomp" for child in last.children) else token


def _contents(verb: Token, entry: _CueEntry) -> Iterator[tuple[list[Offsets], bool]]:
    """The pieces of each clause that the verb reports, and whether it is an indirect question."""
    report_class = entry.report_class
    clauses = [child for child in verb.children if child.dep_ in ("ccomp", "csubj:pass")]
    if report_class == "describe":
        yield from _description(verb)
        return
    if clauses:
        for clause in clauses[:2]:
            question = _is_question(clause)
            yield _span_without(clause, verb), question
        return
    if verb.dep_ == "parataxis" and report_class != "describe" and _has_subject(verb):
        yield _span_without(verb.head, verb), False
        return
    if verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children):
        if report_class in ("say", "find", "think") and _has_subject(verb) and not _is_passive(verb):
            yield _span_without(verb.head, verb), False
        return
    if report_class in ("say", "utter", "think"):
        for child in verb.rights:
            if child.dep_ == "parataxis" and ":" in _gap(verb, child) + _gap(child.left_edge, child):
                yield _span_without(child, verb), False
                return
    if entry.takes_infinitive:
        for child in verb.rights:
            if child.dep_ == "xcomp" or (child.dep_ in ("advcl", "obl") and child.pos_ in ("VERB", "AUX")):
                yield _span_without(child, verb), False
                return
    if report_class in ("say", "find", "know"):
        for child in verb.rights:
            if child.dep_ == "obj" and child.lower_ in _INTERROGATIVES and _has_clause(child):
                yield _span_without(child, verb), True
                return


def _gap(first: Token, second: Token) -> str:
    """The marks right before the second token."""
    return first.doc.text[max(0, second.idx - 3) : second.idx]


def _description(verb: Token) -> Iterator[tuple[list[Offsets], bool]]:
    """Object and what it is called: "called the verdict dangerous", "describes the verdict as a mistake"."""
    named = [child for child in verb.rights if child.dep_ == "obj"]
    if not named or any(child.dep_ == "nsubj:pass" for child in verb.children):
        return
    for child in verb.rights:
        is_as = child.dep_ in ("obl", "advcl") and any(c.lower_ == "as" for c in child.children)
        if child.dep_ == "xcomp" or (is_as and child.i > named[0].i):
            end = child.right_edge
            yield [(named[0].left_edge.idx, end.idx + len(end))], False
            return
    if verb.lower_.startswith("defin"):
        inner = [
            c
            for c in named[0].children
            if c.dep_ in ("nmod", "advcl") and any(g.lower_ == "as" for g in c.children)
        ]
        if inner:
            end = inner[0].right_edge
            yield [(named[0].left_edge.idx, end.idx + len(end))], False


def _has_clause(token: Token) -> bool:
    return any(child.dep_ == "acl:relcl" for child in token.children)


def _is_question(clause: Token) -> bool:
    """Whether a complement clause is an indirect question: "whether ...", "how ...", "what ..."."""
    first = clause.left_edge
    if first.pos_ == "ADV" and first.lower_ not in _INTERROGATIVES and first.i < clause.i:  # "exactly how"
        first = first.nbor()
    if first.lower_ in ("whether", "if"):
        return True
    return first.lower_ in _INTERROGATIVES and first.tag_.startswith("W")


def _span_without(clause: Token, verb: Token) -> list[Offsets]:
    """The words of a clause, without those of the reporting clause that stands in it or beside it."""
    start = clause.left_edge.idx
    last = clause.right_edge
    end = last.idx + len(last)
    inside = clause.is_ancestor(verb)
    if not inside:
        return [(start, end)]
    first, final = verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge)
    pieces = [(start, min(first, end)), (max(final, start), end)]
    return [(a, b) for a, b in pieces if a < b]


def _clause_report(
    verb: Token,
    cue: Token,
    entry: _CueEntry,
    content: list[Offsets],
    quotations: _Quotations,
    *,
    question: bool,
) -> Report | None:
    text = verb.doc.text
    around = quotations.at(cue.idx)
    pieces: list[Offsets] = []
    direct = False
    for start, end in content:
        first, last = _trim_content(text, start, end)
        if first >= last:
            continue
        quotation = quotations.at(first)
        if around is not None:  # a report inside a quotation does not leave it
            first, last = max(first, around.inner_start), min(last, around.inner_end)
            nested = quotations.innermost_from(first)
            if nested is not None and nested is not around:
                first, last, direct = nested.inner_start, nested.inner_end, True
        elif quotation is not None and (
            _opens_with(text, quotation, first) or _closes_with(text, quotation, last)
        ):
            first, last, direct = quotation.inner_start, quotation.inner_end, True
        if first < last:
            pieces.append((first, last))
    if not pieces:
        return None
    if direct:
        pieces = pieces[:1]
    elif entry.report_class == "utter":
        return None
    source = _source(verb, entry)
    if source is None and _is_passive(verb):
        return None
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


def _opens_with(text: str, quotation: Quotation, start: int) -> bool:
    """Whether a content that starts at `start` starts with the quotation."""
    return not text[quotation.inner_start : start].strip(" \t\n…[(")


def _closes_with(text: str, quotation: Quotation, end: int) -> bool:
    """Whether a content ends where the quotation does: the last one of its sentences."""
    return end <= quotation.end and not text[end : quotation.inner_end].strip(" .,;:!?…")


def _trim_content(text: str, start: int, end: int) -> Offsets:
    """Without the spaces, marks and the "that" at the edges."""
    while start < end and (text[start].isspace() or text[start] in _EDGE):
        start += 1
    if text[start : start + 5].lower() == "that " and start + 5 < end:
        start += 5
    while start < end and (text[start].isspace() or text[start] in _EDGE) and text[start] not in "[(":
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.—–-\"“”'‘’"):
        end -= 1
    return start, end


def _is_denied(verb: Token) -> bool:
    return any(
        child.dep_ in ("advmod", "neg", "cc") and child.lower_ in ("not", "n't", "never", "nor", "n’t")
        for child in verb.children
    )


# --- Sources ------------------------------------------------------------------------------------------------


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _source(verb: Token, entry: _CueEntry) -> Offsets | None:
    """The noun phrase that is said to hold the report."""
    if _is_passive(verb) and verb.pos_ != "ADJ" and verb.lower_ != "quoted" and not _is_held(verb, entry):
        for child in verb.rights:
            if child.dep_ in _PASSIVE_AGENTS and any(
                c.dep_ == "case" and c.lower_ == "by" for c in child.children
            ):
                return _phrase(child, verb)
        return None
    subject = _subject(verb)
    return None if subject is None else _phrase(subject, verb)


def _is_held(verb: Token, entry: _CueEntry) -> bool:
    """Whether a participle is a state of mind, "is concerned that", and not a passive, "it is thought that"."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj:pass"]
    return entry.report_class == "think" and bool(subjects) and subjects[0].lower_ != "it"


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj:pass", "aux:pass") for child in verb.children)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares; the antecedent of a relative pronoun."""
    token = verb
    for _ in range(8):
        for child in token.children:
            if child.dep_ in _SUBJECTS:
                if child.lower_ in _RELATIVE_PRONOUNS and token.dep_ == "acl:relcl":
                    return token.head
                return child
        if token.dep_ == "acl:relcl" or (token.dep_ == "acl" and token.tag_ in ("VBG", "VBN")):
            return token.head
        if token.dep_ == "parataxis" and token.i == verb.i:
            inverted = [
                child for child in token.rights if child.dep_ == "obj" and child.pos_ in ("PROPN", "PRON")
            ]
            return inverted[0] if inverted else None
        if token.dep_ == "xcomp":
            objects = [child for child in token.head.children if child.dep_ in ("obj", "iobj")]
            if objects:  # "let us see": English infinitives are controlled by the object if there is one
                return objects[0]
        if token.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or token.head.i == token.i:
            return None
        token = token.head
    return None


def _phrase(head: Token, verb: Token) -> Offsets:
    """The noun phrase of `head` without appositions and clauses, and without the words of the report itself."""
    first = last = head
    for child in head.children:
        if child.dep_ in _NOT_IN_PHRASE or child.i == verb.i or child.is_ancestor(verb):
            continue
        if child.dep_ in _SUBJECTS or (
            child.dep_ in ("case", "cc") and child.i < head.i and child.lower_ != "'s"
        ):
            continue
        if (
            child.dep_ in ("cc", "acl", "nmod", "conj")
            or child.i < head.i
            or child.dep_.startswith(("flat", "nmod"))
        ):
            if child.left_edge.i < first.i and child.i < head.i:
                first = child.left_edge
            if child.right_edge.i > last.i and child.i > head.i:
                last = child.right_edge
        elif child.i == last.i + 1 or child.dep_ in ("compound", "amod", "nummod"):
            last = child.right_edge if child.right_edge.i > last.i else last
    first, last = _whole_name(first, last, verb)
    end = last.idx + len(last)
    if first.i < verb.i <= last.i:
        previous = verb.doc[verb.i - 1]
        end = previous.idx + len(previous)
    return _trim_phrase(head.doc.text, first.idx, end)


def _whole_name(first: Token, last: Token, verb: Token) -> tuple[Token, Token]:
    """The phrase with the proper nouns that touch it: parses break "The official Microsoft Repo" and "the
    firm Acme" apart, and the name after a comma is who "the secretary general, Ann Ray," is.
    """
    doc = first.doc
    while last.i + 1 < verb.i and doc[last.i + 1].pos_ in ("PROPN", "NOUN") and last.i < verb.i:
        last = doc[last.i + 1]
    while (
        first.i > 0
        and doc[first.i - 1].pos_ == "PROPN"
        and doc[first.i - 1].i != verb.i
        and not first.is_sent_start
    ):
        first = doc[first.i - 1]
    if last.pos_ == "NOUN" or last.is_punct:
        for child in (last, *last.ancestors):
            names = [
                c for c in child.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and last.i < c.i < verb.i
            ]
            if names:
                return names[0].left_edge, names[0].right_edge
            if child.i < first.i or child.pos_ == "VERB":
                break
    return first, last


def _trim_phrase(text: str, start: int, end: int) -> Offsets:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        if text[end - 1] in ")]" and text.count("(["[text[end - 1] == "]"], start, end):
            break
        if text[end - 1] == "." and text.count(".", start, end) > 1:
            break
        end -= 1
    return start, end


# --- "according to" -----------------------------------------------------------------------------------------


def _according_reports(sentence: Span, *, parsed: bool) -> Iterator[Report]:
    """Reports whose cue is a preposition: the content is the rest of the clause."""
    for token in sentence:
        entry = _entry_at(token)
        if entry is None or entry.report_class != "according":
            continue
        last = token.doc[token.i + len(entry.following)]
        cue = (token.idx, last.idx + len(last))
        reading = _parsed_according(token, sentence) if parsed else None
        if reading is None:
            reading = _plain_according(token, last, sentence)
        if reading is not None:
            source, pieces = reading
            yield Report(tuple(pieces), source, cue, "according", direct=False)


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
    return _outside(head, head, token, sentence)


def _outside(
    noun: Token, phrase: Token, preposition: Token, sentence: Span
) -> tuple[Offsets, list[Offsets]] | None:
    text = noun.doc.text
    source = _trim_phrase(text, *_phrase(noun, preposition))
    if source[0] < preposition.idx:
        source = (preposition.idx, source[1])
    clause = phrase.head
    if clause.i == phrase.i:
        return None
    start, end = clause.left_edge.idx, clause.right_edge.idx + len(clause.right_edge)
    if clause.pos_ not in ("VERB", "AUX", "ADJ") and not any(c.dep_ == "cop" for c in clause.children):
        if clause.dep_ != "ROOT" and not _has_subject(clause):
            start, end = sentence.start_char, sentence.end_char
    first = min(phrase.left_edge.idx, preposition.idx)
    final = phrase.right_edge.idx + len(phrase.right_edge)
    pieces = [_trim_content(text, start, min(first, end)), _trim_content(text, max(final, start), end)]
    pieces = [(a, b) for a, b in pieces if a < b and any(c.isalnum() for c in text[a:b])]
    return (source, pieces) if pieces else None


_PHRASE_END = re.compile(r"[,;:.!?()\n\"“”]|$")


def _plain_according(token: Token, last: Token, sentence: Span) -> tuple[Offsets, list[Offsets]] | None:
    """Without a parse: the source runs to the next mark; the content is what else the sentence holds."""
    text = token.doc.text
    begin = last.idx + len(last)
    match = _PHRASE_END.search(text, begin, sentence.end_char)
    stop = match.start() if match else sentence.end_char
    source = _trim_phrase(text, begin, stop)
    if source[0] >= source[1]:
        return None
    pieces = [
        _trim_content(text, sentence.start_char, token.idx),
        _trim_content(text, min(stop + 1, sentence.end_char), sentence.end_char),
    ]
    pieces = [(a, b) for a, b in pieces if a < b and text.count(" ", a, b) > 0]
    return (source, pieces) if pieces else None


# --- Without a parse ----------------------------------------------------------------------------------------


_BARE = frozenset({"say", "think", "find"})


def _plain_reports(sentence: Span, quotations: _Quotations) -> Iterator[Report]:
    """Without a parse: "SOURCE VERB that CONTENT", to the end of the sentence."""
    text = sentence.doc.text
    for token in sentence:
        entry = _entry_at(token)
        if entry is None or entry.report_class not in _BARE:
            continue
        last = token.doc[token.i + len(entry.following)]
        following = last.i + 1
        if following >= sentence.end or token.doc[following].lower_ != "that":
            continue
        source = _plain_source_before(token, sentence)
        that = token.doc[following]
        start, end = _trim_content(text, that.idx + len(that), sentence.end_char)
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


_PLAIN_SOURCE_WORDS = 8


def _plain_source_before(token: Token, sentence: Span) -> Offsets | None:
    """Without a parse: the words before the verb, back to a mark, at most eight, without auxiliaries."""
    doc = token.doc
    stop = token.i
    while stop > sentence.start and doc[stop - 1].lower_ in (
        "has",
        "have",
        "had",
        "also",
        "later",
        "then",
        "previously",
    ):
        stop -= 1
    begin = stop
    while begin > sentence.start and stop - begin < _PLAIN_SOURCE_WORDS:
        previous = doc[begin - 1]
        if (
            previous.is_punct
            or previous.is_space
            or previous.is_quote
            or previous.lower_ in ("and", "but", "that", "as")
        ):
            break
        begin -= 1
    if begin == stop:
        return None
    span = doc[begin:stop]
    start, end = _trim_phrase(doc.text, span.start_char, span.end_char)
    return (start, end) if start < end else None


# --- Quotations that no clause explains ---------------------------------------------------------------------


def _quotation_reports(
    doc: Doc, quotations: _Quotations, clauses: Sequence[Report], *, parsed: bool
) -> Iterator[Report]:
    """Direct quotations, each with the cue that stands nearest by the conventions of English prose."""
    explained = {report.start: report for report in clauses if report.direct}
    covered = _Cover(clauses)
    previous: Report | None = None
    previous_end = 0
    for index, quotation in enumerate(quotations.outer):
        known = explained.get(quotation.inner_start)
        report = known
        if known is None and not covered.holds(quotation) and _is_speech(doc.text, quotation):
            next_start = (
                quotations.outer[index + 1].start if index + 1 < len(quotations.outer) else len(doc.text)
            )
            report = _framed(doc, quotation, previous_end, next_start, parsed=parsed)
            if report is None and _is_long(doc.text, quotation):
                report = _continued(doc.text, quotation, previous, previous_end)
                report = report or _introduced(doc, quotation, previous_end, parsed=parsed)
                report = report or _signed(doc, quotation)
            if report is not None:
                yield report
        previous = report
        previous_end = quotation.end


class _Cover:
    """Whether a quotation stands within the content of an indirect report."""

    def __init__(self, reports: Sequence[Report]) -> None:
        pieces = sorted(piece for report in reports if not report.direct for piece in report.content)
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in pieces:
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, quotation: Quotation) -> bool:
        index = bisect_right(self._starts, quotation.inner_start) - 1
        return index >= 0 and quotation.inner_start < self._ends[index]


_WORD = re.compile(r"\w+(?:['’]\w+)*")


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a quotation may be speech at all: not a name or a title, whose words are all in capitals."""
    words = _WORD.findall(text, quotation.inner_start, min(quotation.inner_end, quotation.inner_start + 400))
    if text[quotation.inner_end - 1] in ".,!?…":
        return bool(words)
    return any(not word[0].isupper() for word in words if len(word) >= _SHORTEST_TITLE_WORD)


_SHORTEST_TITLE_WORD = 4  # "The Rise of the House": short words stay small in titles


def _is_long(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is speech without a verb beside it: a sentence, or the better part of one."""
    words = _WORD.findall(text, quotation.inner_start, min(quotation.inner_end, quotation.inner_start + 400))
    if len(words) < MIN_SPEECH_WORDS:
        return False
    ends_sentence = text[quotation.inner_end - 1] in ".,!?…" or text[quotation.end : quotation.end + 1] in (
        ".",
        ",",
    )
    capitals = sum(word[0].isupper() for word in words)
    return ends_sentence and capitals < len(words) * 0.7


def _framed(
    doc: Doc, quotation: Quotation, previous_end: int, next_start: int, *, parsed: bool
) -> Report | None:
    """The cue in the words right after the quotation, or right before it, in the same sentence."""
    after = _tokens_after(doc, quotation, next_start)
    before = _tokens_before(doc, quotation, previous_end)
    comma_inside = (
        doc.text[quotation.inner_end - 1] in ",?!" or doc.text[quotation.end : quotation.end + 1] == ","
    )
    found = None
    if comma_inside:
        found = _cue_after(after, parsed=parsed)
    if found is None:
        found = _cue_before(before, parsed=parsed)
    if found is None and not comma_inside and _is_long(doc.text, quotation):
        found = _cue_after(after[:4], parsed=parsed)
    if found is None:
        return None
    source, cue, report_class = found
    return Report(((quotation.inner_start, quotation.inner_end),), source, cue, report_class, direct=True)


_Found = tuple[Offsets | None, Offsets, ReportClass]
_SPEAKING = frozenset({"say", "utter", "think"})


def _tokens_after(doc: Doc, quotation: Quotation, next_start: int) -> list[Token]:
    """The words from a quotation to the end of its sentence or to the next quotation."""
    start = _token_at(doc, quotation.end)
    tokens: list[Token] = []
    for token in doc[start : start + MAX_CUE_GAP_TOKENS]:
        if token.idx >= next_start or "\n" in token.text or (tokens and token.is_sent_start):
            break
        if token.text in _SENTENCE_CLOSERS or token.text == ";":
            break
        tokens.append(token)
    return tokens


def _tokens_before(doc: Doc, quotation: Quotation, previous_end: int) -> list[Token]:
    """The words from the start of the sentence, or from the quotation before, to a quotation."""
    stop = _token_at(doc, quotation.start)
    tokens: list[Token] = []
    for position in range(stop - 1, max(-1, stop - 1 - 3 * MAX_CUE_GAP_TOKENS), -1):
        token = doc[position]
        if token.idx < previous_end or token.text in _SENTENCE_CLOSERS:
            break
        if "\n" in token.text:
            if tokens and tokens[-1].text != ":":
                break
            continue
        tokens.append(token)
        if token.is_sent_start:
            break
    tokens.reverse()
    return tokens


def _token_at(doc: Doc, offset: int) -> int:
    """Index of the first token that starts at or after a character."""
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _cue_after(tokens: Sequence[Token], *, parsed: bool) -> _Found | None:
    """The first verb of speaking after the quotation: "...", said X; "...", X said."""
    for place, token in enumerate(tokens):
        entry = _entry_at(token)
        if entry is None or entry.report_class not in _SPEAKING or _is_nominal(token):
            continue
        source = _source(token, entry) if parsed else None
        if source is None or not _is_near(source, tokens):
            source = _beside(tokens, place)
        if source is None:
            continue
        return source, (token.idx, token.idx + len(token)), entry.report_class
    return None


def _cue_before(tokens: Sequence[Token], *, parsed: bool) -> _Found | None:
    """X said, "..."; the last verb before the quotation, with its subject."""
    for place in range(len(tokens) - 1, max(-1, len(tokens) - 1 - MAX_CUE_GAP_TOKENS), -1):
        token = tokens[place]
        entry = _entry_at(token)
        if entry is None or entry.report_class in ("know", "according") or _is_nominal(token):
            continue
        if entry.report_class == "describe" and not (
            parsed and _has_subject(token) and not _is_passive(token)
        ):
            continue
        source = _source(token, entry) if parsed else None
        if source is None and not parsed:
            source = _before(tokens[:place])
        if source is None:
            continue
        return source, (token.idx, token.idx + len(token)), entry.report_class
    return None


def _is_nominal(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADP", "ADJ") or (
        token.idx > 0 and token.doc.text[token.idx - 1] in "#@/"
    )


def _is_near(source: Offsets, tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].idx <= source[0] <= tokens[-1].idx


_ADVERB_LIKE = frozenset("also later then further furthermore however has have had".split())


def _beside(tokens: Sequence[Token], place: int) -> Offsets | None:
    """Without a usable parse: the words before the verb, or, where there are none, those after it."""
    source = _before(tokens[:place])
    if source is not None:
        return source
    following: list[Token] = []
    for token in tokens[place + 1 :]:
        if token.is_punct or token.lower_ in (
            "in",
            "at",
            "on",
            "to",
            "of",
            "after",
            "during",
            "when",
            "while",
            "as",
        ):
            break
        following.append(token)
    if not following or not _looks_nominal(following[0]):
        return None
    return following[0].idx, following[-1].idx + len(following[-1])


def _before(tokens: Sequence[Token]) -> Offsets | None:
    """The words right before a verb, back to a mark."""
    words: list[Token] = []
    for token in reversed(tokens):
        if not words and token.lower_ in _ADVERB_LIKE:
            continue
        if token.is_punct or token.is_space or token.lower_ in ("and", "but", "that", "who", "which"):
            break
        words.append(token)
        if len(words) > _PLAIN_SOURCE_WORDS:
            return None
    words.reverse()
    if not words or not _looks_nominal(words[0]):
        return None
    return words[0].idx, words[-1].idx + len(words[-1])


_DETERMINERS = frozenset("the a an this that these those some many one his her its their our my your".split())
_PRONOUNS = frozenset("he she they it we i you".split())


def _looks_nominal(token: Token) -> bool:
    return token.lower_ in _DETERMINERS or token.lower_ in _PRONOUNS or token.text[:1].isupper()


def _continued(text: str, quotation: Quotation, previous: Report | None, previous_end: int) -> Report | None:
    """A quotation in the sentence after another one, in the same paragraph: the same speaker goes on."""
    if previous is None or not previous.direct:
        return None
    gap = text[previous_end : quotation.start]
    cue_between = previous_end <= previous.cue[0] < quotation.start
    if "\n" in gap or not (cue_between or not gap.strip()):
        return None
    if len(_WORD.findall(gap)) > MAX_CUE_GAP_TOKENS:
        return None
    return replace(previous, content=((quotation.inner_start, quotation.inner_end),))


def _introduced(doc: Doc, quotation: Quotation, previous_end: int, *, parsed: bool) -> Report | None:
    """A quotation that is a sentence of its own: the sentence before it in the paragraph names the speaker."""
    stop = _token_at(doc, quotation.start)
    if stop == 0 or stop >= len(doc):
        return None
    last = doc[stop - 1]
    if last.text not in _SENTENCE_CLOSERS and last.text not in (":", ";", ","):
        return None
    start = stop - 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    tokens = [token for token in doc[start:stop] if token.idx >= previous_end]
    for place, token in enumerate(tokens):
        entry = _entry_at(token)
        if entry is None or entry.report_class not in _SPEAKING or _is_nominal(token):
            continue
        source = _source(token, entry) if parsed else _before(tokens[:place])
        if source is not None:
            cue = (token.idx, token.idx + len(token))
            content = ((quotation.inner_start, quotation.inner_end),)
            return Report(content, source, cue, entry.report_class, direct=True)
    return None


_SIGNATURE = re.compile(
    r"[\s]*(?P<dash>—|–|--?|~)[^\S\n]*(?P<name>[^\s\d\"“].{1,80}?)[^\S\n]*(?=[,(\n]|\.?$|\.\n)"
)
_SIGNATURE_WINDOW = 120


def _signed(doc: Doc, quotation: Quotation) -> Report | None:
    """A quotation with a name after a dash: "..." - Jane Roe."""
    text = doc.text
    match = _SIGNATURE.match(text, quotation.end, min(len(text), quotation.end + _SIGNATURE_WINDOW))
    if match is None or not match["name"][0].isupper() or len(match["name"].split()) > _PLAIN_SOURCE_WORDS:
        return None
    content = ((quotation.inner_start, quotation.inner_end),)
    return Report(content, match.span("name"), match.span("dash"), "place", direct=True)
