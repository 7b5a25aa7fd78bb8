"""The context of a claim: who says it, how surely, whether it is denied, whether it is about the future.

Cues come from word lists (`claimcheck.tagging.cues`), reports from `claimcheck.tagging.reported_speech`. What
a cue reaches is read off the dependency parse: the path from the claim's words up to the root of the sentence
tells which clauses the claim stands in. A cue of scope

* `governor` ("may", "not", "reportedly") reaches what depends on the word it modifies,
* `complement` ("rumored to", "fail to", "deny that") reaches what depends on the cue itself, but not its
  subject,
* `phrase` ("no", "without") reaches the noun phrase it stands in,
* `subject` ("is false") reaches the subject of the clause it predicates,
* `reported` ("would") is `governor`, but only within the complement of a verb in the past tense.

Negation does not pass into finite complement clauses, relative clauses or subjects; hedges and futures pass
into all but relative clauses. Without a parse a cue reaches the words after it, up to a mark.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimcheck.claims.antecedents import Antecedents
from claimcheck.claims.base import Attribution
from claimcheck.claims.quote import QuoteClaim, is_attributing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from claimcheck.claims.base import Certainty, Draft, Polarity
    from claimcheck.normalising.document import NormalisedDocument, Sentence
    from claimcheck.tagging.cues import Cue
    from claimcheck.tagging.reported_speech import Report

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
_RELATIVES = frozenset({"acl:relcl"})
_CLOSED_TO_NEGATION = _SUBJECTS | {"ccomp", "advcl", "parataxis", "acl:relcl", "acl", "appos"}
_CLOSED_TO_HEDGES = frozenset({"acl:relcl", "parataxis", "appos", "advcl"})
_RELATION_KINDS = frozenset({"organization", "role", "technology", "definition", "version"})
_OWN_CLAUSE = frozenset({"aux", "cop", "aux:pass"})

MAX_OPEN_REPORTS = 64
"""Reports before a claim that are asked whether they still go on; in prose three of them nest at most."""

MAX_PLAIN_REACH = 80
"""Characters that a cue reaches without a parse: a dozen words, about one clause."""


@dataclass(frozen=True, slots=True)
class ReadCue:
    """A cue that decided a qualifier."""

    start: int
    end: int
    qualifier: Literal["polarity", "certainty", "prediction"]


@dataclass(frozen=True, slots=True)
class Context:
    """The qualifiers of a claim, each at its default where no cue says otherwise."""

    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    prediction: bool = False
    attribution: Attribution | None = None
    cues: tuple[ReadCue, ...] = ()


class ContextReader:
    """Reads the context of the claims of one passage; what they share is looked up once."""

    def __init__(self, document: NormalisedDocument) -> None:
        self._document = document
        self.antecedents = Antecedents(document)
        self._reports = [report for report in document.reports if is_attributing(document, report)]
        self._starts = [report.start for report in self._reports]
        self._attributing = {report.cue[0] for report in self._reports}
        self._furthest: list[int] = []  # for each report, the furthest end of those up to it
        for report in self._reports:
            self._furthest.append(max(report.end, self._furthest[-1] if self._furthest else 0))

    def read(self, draft: Draft, sentence: Sentence) -> Context:
        """The context of a draft."""
        cues = tuple(self._deciding(draft, sentence))
        negations = [cue for cue in cues if cue.effect == "negative"]
        # "Ann Ray believes that ..." is told by the attribution, not by the certainty.
        hedges = [
            cue
            for cue in cues
            if cue.effect in ("possible", "probable") and cue.start not in self._attributing
        ]
        futures = [cue for cue in cues if cue.effect == "future"]
        is_negative = len(negations) % 2 == 1
        certainty: Certainty = "certain"
        if hedges:
            certainty = "possible" if any(cue.effect == "possible" for cue in hedges) else "probable"
            hedges = [cue for cue in hedges if cue.effect == certainty]
        decided = [
            *(ReadCue(cue.start, cue.end, "polarity") for cue in negations if is_negative),
            *(ReadCue(cue.start, cue.end, "certainty") for cue in hedges),
            *(ReadCue(cue.start, cue.end, "prediction") for cue in futures),
        ]
        return Context(
            polarity="negative" if is_negative else "positive",
            certainty=certainty,
            prediction=bool(futures),
            attribution=self._attribution(draft),
            cues=tuple(sorted(decided, key=lambda cue: (cue.start, cue.end, cue.qualifier))),
        )

    # --- Attribution ----------------------------------------------------------------------------------------

    def _attribution(self, draft: Draft) -> Attribution | None:
        """The innermost report that the claim stands in."""
        innermost: Report | None = None
        for report in self._around(draft.start, draft.end):
            if draft.claim_type is QuoteClaim and not _is_outer(report, draft):
                continue
            if innermost is None or report.end - report.start < innermost.end - innermost.start:
                innermost = report
        if innermost is None or innermost.source is None:
            return None
        text = self._document.text
        source = self.antecedents.resolve(*innermost.source) or text[slice(*innermost.source)]
        return Attribution(source=source, cue=text[slice(*innermost.cue)])

    def _around(self, start: int, end: int) -> Iterator[Report]:
        """The reports whose content holds the claim, or at least where it starts and most of it."""
        index = bisect_right(self._starts, end - 1) - 1
        farthest = max(-1, index - MAX_OPEN_REPORTS)
        while index > farthest and self._furthest[index] > start:
            report = self._reports[index]
            if any(min(end, last) - max(start, first) > (end - start) // 2 for first, last in report.content):
                yield report
            index -= 1

    # --- Cues -----------------------------------------------------------------------------------------------

    def _deciding(self, draft: Draft, sentence: Sentence) -> Iterator[Cue]:
        """The cues of the sentence that reach the claim."""
        cues = [cue for cue in sentence.cues if cue.effect]
        if not cues:
            return
        if not self._document.is_parsed:
            yield from (cue for cue in cues if self._reaches_plainly(cue, draft))
            return
        span = self._document.doc.char_span(draft.start, draft.end, alignment_mode="expand")
        if span is None:
            return
        path = _Path(span.root)
        if draft.claim_type is QuoteClaim:
            reporting = self._reporting_verb(draft)
            if reporting is None:
                return
            path = _Path(reporting)
            cues = [cue for cue in cues if cue.scope == "governor" and cue.effect != "future"]
        elif draft.claim_type.model_fields["kind"].default in _RELATION_KINDS and not _is_predicated(span):
            return
        for cue in cues:
            tokens = self._document.doc.char_span(cue.start, cue.end, alignment_mode="expand")
            if tokens is not None and _reaches(cue, tokens.root, path):
                yield cue

    def _reporting_verb(self, draft: Draft) -> Token | None:
        """For a quote: its own cue, whose clause is what its qualifiers are about."""
        if not isinstance(draft.subject, tuple):
            return None
        for report in self._around(draft.start, draft.end):
            if report.start == draft.start and report.end == draft.end and report.source == draft.subject:
                span = self._document.doc.char_span(*report.cue, alignment_mode="expand")
                return None if span is None else span.root
        return None

    def _reaches_plainly(self, cue: Cue, draft: Draft) -> bool:
        """Without a parse: the cue stands before the claim, or in it, with no mark in between."""
        if cue.scope == "none" or cue.start >= draft.end or draft.start - cue.end > MAX_PLAIN_REACH:
            return False
        gap = self._document.text[cue.end : max(cue.end, draft.start)]
        return not any(mark in gap for mark in ",;:()\n")


def _is_outer(report: Report, draft: Draft) -> bool:
    """Whether a report holds a whole quote and more: it is another's report of the quote."""
    is_whole = report.start <= draft.start and draft.end <= report.end
    return is_whole and report.end - report.start > draft.end - draft.start


def _is_predicated(span: Span) -> bool:
    """Whether a relation is stated by a clause, which can be hedged or denied, and not within a noun phrase:
    "Microsoft's site" holds even where nothing was mentioned on it.
    """
    if any(token.pos_ in ("VERB", "AUX") for token in span):
        return True
    return any(child.dep_ == "cop" for child in span.root.children)


class _Path:
    """The way from a claim's words up to the root of its sentence."""

    def __init__(self, root: Token) -> None:
        self.root = root
        self.order: list[Token] = [root]
        token = root
        while token.head.i != token.i:
            token = token.head
            self.order.append(token)
        self._place = {token.i: place for place, token in enumerate(self.order)}

    def below(self, top: Token) -> list[Token]:
        """The words on the way from the claim up to `top`, without `top`."""
        return self.order[: self._place[top.i]]

    def __contains__(self, token: Token) -> bool:
        return token.i in self._place


def _reaches(cue: Cue, word: Token, path: _Path) -> bool:
    """Whether the scope of a cue holds the claim at the start of the path."""
    if cue.scope == "none":
        return False
    negates = cue.effect == "negative"
    if cue.scope == "phrase":
        return _reaches_phrase(word, path)
    if cue.scope == "subject":
        if word not in path:
            return False
        way = path.below(word)
        return bool(way) and way[-1].dep_ in _SUBJECTS
    if cue.scope == "complement":
        return _reaches_complement(word, path, negates=negates)
    top = _governor(word)
    if top not in path or (cue.scope == "reported" and not _is_in_past_report(top)):
        return False
    if negates and (_is_conditional(top) or _is_bare_noun(top)):
        return False
    if any(_is_closed(token, negates=negates) for token in path.below(top)):
        return False
    return not _is_other_conjunct(top, path, word)


def _is_closed(token: Token, *, negates: bool) -> bool:
    """Whether a cue above a word does not reach what is below it."""
    relation = token.dep_
    if (
        relation == "advcl" and not negates
    ):  # "to fall, beginning in May": a clause without a subject shares it
        return token.tag_ not in ("VBG", "VBN") or any(child.dep_ in _SUBJECTS for child in token.children)
    return relation in (_CLOSED_TO_NEGATION if negates else _CLOSED_TO_HEDGES)


def _is_conditional(clause: Token) -> bool:
    """Whether a clause is a condition, whose negation denies nothing."""
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in clause.children)


def _is_bare_noun(word: Token) -> bool:
    """Whether a negation stands within a noun phrase: "an owned, not leased plant"."""
    return word.pos_ in ("NOUN", "PROPN") and not any(child.dep_ in ("cop", "aux") for child in word.children)


def _is_in_past_report(clause: Token) -> bool:
    """Whether a clause is the complement of a verb in the past tense: "said it would close"."""
    for _ in range(3):
        if clause.dep_ == "ccomp":
            return clause.head.tag_ in ("VBD", "VBN")
        if clause.dep_ != "conj":
            return False
        clause = clause.head
    return False


def _governor(word: Token) -> Token:
    """The word whose clause a modifier stands in: the verb of an auxiliary, the predicate of a copula."""
    if word.dep_ == "ROOT":
        return word
    if word.dep_ in (
        "aux",
        "aux:pass",
        "advmod",
        "neg",
        "cop",
        "mark",
        "det",
        "cc:preconj",
        "discourse",
        "obl",
        "fixed",
    ):
        return word.head
    return word


def _is_other_conjunct(top: Token, path: _Path, word: Token) -> bool:
    """Whether the claim stands in a later clause that is joined to that of the cue and has a verb of its own.

    "It may not scale and has 5 wheels": the auxiliary belongs to the first clause alone. Conjuncts that are
    bare
    verbs or phrases share it: "may close in May or reopen in 2030".
    """
    for token in path.below(top):
        if token.dep_ != "conj" or token.pos_ not in ("VERB", "AUX", "ADJ"):
            continue
        if token.tag_ in ("VBD", "VBP", "VBZ") or any(
            child.dep_ in _SUBJECTS or child.dep_ in _OWN_CLAUSE for child in token.children
        ):
            return word.i < token.i
    return False


def _reaches_phrase(word: Token, path: _Path) -> bool:
    """The noun that the cue determines is on the way: "no debt of 5 million", "without 5 workers"."""
    head = word.head if word.dep_ in ("det", "case", "mark", "cc") else word
    if head not in path or path.root.i < word.i:
        return False
    return not any(_is_closed(token, negates=True) for token in path.below(head))


def _reaches_complement(word: Token, path: _Path, *, negates: bool) -> bool:
    """The claim depends on the cue, and not by way of its subject."""
    if word.dep_ == "amod" and word.head in path:  # "the alleged theft of 5 cars"
        return not any(_is_closed(token, negates=False) for token in path.below(word.head))
    if word.dep_ == "mark":  # "if it has 5 wheels"
        return word.head in path and not any(token.dep_ in _RELATIVES for token in path.below(word.head))
    if word in path:
        return _opens_complement(path, word, negates=negates)
    # "is likely to", "Its goal is to": some parses make the complement the head of the cue
    is_beside = word.dep_ in ("aux", "cop", "nsubj") or (
        word.dep_ in ("advmod", "xcomp") and word.pos_ == "ADJ"
    )
    if is_beside and word.head in path and path.root.i > word.i:
        return not any(_is_closed(token, negates=negates) for token in path.below(word.head))
    return False


def _opens_complement(path: _Path, top: Token, *, negates: bool) -> bool:
    way = path.below(top)
    if not way:
        return True
    last = way[-1]
    if last.dep_ in _SUBJECTS:  # "that it has 5 wheels is likely", but not "5 cars believe"
        return top.pos_ in ("ADJ", "NOUN") and last.dep_ == "csubj"
    if last.dep_ == "conj" and not any(
        child.dep_ == "mark" and child.lower_ == "that" for child in last.children
    ):
        return False
    if last.dep_ in ("parataxis", "acl:relcl") or (
        last.dep_ == "advcl" and top.pos_ != "ADJ" and last.tag_ != "VBG"
    ):
        return False
    return not any(_is_closed(token, negates=negates) for token in way[:-1])
