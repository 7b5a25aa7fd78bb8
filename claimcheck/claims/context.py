"""The context of a claim: who says it, how surely, whether it is denied, whether it is about the future.

Cues come from word lists (`claimcheck.reports.cues`), reports from `claimcheck.reports.finding`. What
a cue reaches is read off the dependency parse: the path from the claim's words up to the root of the sentence
tells which clauses the claim stands in. A cue of scope

* `governor` ("may", "not", "reportedly") reaches what depends on the word it modifies,
* `complement` ("rumored to", "fail to", "deny that") reaches what depends on the cue itself, but not its
  subject,
* `phrase` ("no", "without") reaches the noun phrase it stands in,
* `subject` ("is false") reaches the subject of the clause it predicates,
* `reported` ("would") is `governor`, but only within the complement of a verb in the past tense,
* `conditional` ("would") is `governor`, but only where a condition hangs on its clause ("if it rained"),
* `deed` ("accuse") reaches the -ing clause of what somebody is said to have done, not who is,
* `member` ("neither", "nor") reaches the clause of the noun or the verb that it joins, or that noun alone.

Negation does not pass into finite complement clauses, relative clauses or subjects; hedges and futures pass
into all but relative clauses. Without a parse a cue reaches the words after it, up to a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from claimcheck.claims.base import Attribution, kind_of
from claimcheck.claims.quote import VERBLESS, QuoteClaim, is_attributing, speaker_of
from claimcheck.claims.verdicts import Verdict, find_verdicts
from claimcheck.grammar.antecedents import antecedents_of
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.subject_edges import noun_like_verbs
from claimcheck.grammar.vocabulary import words_of_sentences
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.verb_tags import INFLECTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.claims.base import Certainty, Draft, Polarity
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.reports.cues import Cue
    from claimcheck.reports.finding import Report

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
        self._columns = columns_of(document)
        self.antecedents = antecedents_of(document)
        self._reports = [report for report in document.reports if is_attributing(document, report)]
        self._starts = [report.start for report in self._reports]
        self._attributing = {report.cue[0] for report in self._reports}
        self._verdicts: dict[int, tuple[Verdict, ...]] = {}
        self._words: dict[int, frozenset[str]] = {}  # the words of each sentence, by its start
        self._furthest: list[int] = []  # for each report, the furthest end of those up to it
        for report in self._reports:
            self._furthest.append(max(report.end, self._furthest[-1] if self._furthest else 0))

    def read(self, draft: Draft, sentence: Sentence) -> Context:
        """The context of a draft."""
        cues = tuple(self._deciding(draft, sentence))
        verdict = self._verdict(draft, sentence)
        if verdict is not None:
            cues = tuple(cue for cue in cues if not verdict.cue[0] <= cue.start < verdict.cue[1])
            return self._judged(draft, verdict, self._weighed(draft, cues))
        return self._weighed(draft, cues)

    def _verdict(self, draft: Draft, sentence: Sentence) -> Verdict | None:
        """The verdict that what a claim says is not so, if its sentence holds one."""
        if sentence.start not in self._verdicts:
            if not self._words:
                words = words_of_sentences(self._document)
                self._words = {s.start: w for s, w in zip(self._document.sentences, words, strict=True)}
            found = find_verdicts(self._document, sentence, self._words[sentence.start])
            self._verdicts[sentence.start] = tuple(found)
        if draft.claim_type is QuoteClaim:
            return None
        return next(
            (v for v in self._verdicts[sentence.start] if v.start <= draft.start and draft.end <= v.end), None
        )

    def _judged(self, draft: Draft, verdict: Verdict, context: Context) -> Context:
        """A context by a verdict: what is denied is not so, whoever had told it; nobody vouches for what is
        rumoured; what came to nothing did not happen, and its amounts were only meant.
        """
        cue = ReadCue(*verdict.cue, "polarity")
        if verdict.kind == "denied":
            polarity: Polarity = "positive" if context.polarity == "negative" else "negative"
            return replace(context, polarity=polarity, certainty="certain", cues=(cue,))
        if verdict.kind == "failed" and kind_of(draft.claim_type) in _RELATION_KINDS:
            return replace(context, polarity="negative", certainty="certain", prediction=False, cues=(cue,))
        is_ahead = context.prediction and verdict.kind == "doubted"
        cue = ReadCue(*verdict.cue, "certainty")
        return replace(context, certainty="possible", prediction=is_ahead, cues=(cue,))

    def _weighed(self, draft: Draft, cues: Sequence[Cue]) -> Context:
        """The context that the cues which reach a claim make together."""
        if not cues:
            return Context(attribution=self._attribution(draft))
        negations = [cue for cue in cues if cue.effect == "negative"]
        # "Ann Ray believes that ..." is told by the attribution, not by the certainty.
        hedges = [
            cue
            for cue in cues
            if cue.effect in ("possible", "probable") and cue.start not in self._attributing
        ]
        futures = [cue for cue in cues if cue.effect == "future"]
        members = [cue for cue in negations if cue.scope == "member"]  # "neither" with its "nor" denies once
        repeated = sum(self._is_repeated(cue, negations) for cue in negations)
        is_negative = (len(negations) - repeated - len(members) + bool(members)) % 2 == 1
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
        source = speaker_of(self.antecedents, self._document, innermost.source)
        return Attribution(source=source, cue=text[slice(*innermost.cue)])

    def _around(self, start: int, end: int) -> Iterator[Report]:
        """The reports whose content holds the claim, or at least where it starts and most of it."""
        index = bisect_right(self._starts, end - 1) - 1
        farthest = max(-1, index - MAX_OPEN_REPORTS)
        while index > farthest and self._furthest[index] > start:
            report = self._reports[index]
            shared = [max(0, min(end, last) - max(start, first)) for first, last in report.content]
            is_around_cue = start < report.cue[0] < end and min(shared[0], shared[-1]) > 0
            if max(shared) > (end - start) // 2 or is_around_cue:
                yield report
            index -= 1

    # --- Cues -----------------------------------------------------------------------------------------------

    def _deciding(self, draft: Draft, sentence: Sentence) -> Iterator[Cue]:
        """The cues of the sentence that reach the claim."""
        cues = [cue for cue in sentence.cues if cue.effect]
        if not cues:
            return
        columns = self._columns
        if not columns.is_parsed:
            yield from (cue for cue in cues if self._reaches_plainly(cue, draft))
            return
        span = columns.span(draft.start, draft.end)
        if span is None:
            return
        root = columns.root(*span)
        if draft.claim_type is QuoteClaim:
            reporting = self._reporting_verb(draft)
            if reporting is None:
                return
            root = reporting
            cues = [cue for cue in cues if cue.scope == "governor" and cue.effect != "future"]
        elif kind_of(draft.claim_type) in _RELATION_KINDS:
            within = [cue for cue in cues if _denies_within(columns, span, root, cue)]
            yield from within
            if not _is_predicated(columns, span, root):
                return
            cues = [cue for cue in cues if cue not in within]
        elif kind_of(draft.claim_type) == "comparison":  # "twice as likely": what is compared is a chance
            cues = [
                cue
                for cue in cues
                if cue.effect == "negative" or not draft.start < cue.start <= draft.end + 1
            ]
        path = _Path(columns, root)
        is_counted = kind_of(draft.claim_type) == "count"
        document_text = self._document.text
        for cue in cues:
            word = columns.root_at(cue.start, cue.end)
            if word is None:
                continue
            if cue.start > draft.end and document_text.find(";", draft.end, cue.start) >= 0:
                continue  # a clause behind a semicolon says nothing of the one before it
            if _is_number_of_whole(document_text, cue, draft) or _is_time_of_lack(document_text, cue, draft):
                continue
            if is_counted and cue.effect != "negative" and draft.start < cue.start and cue.end <= draft.end:
                continue  # "38,219 suspected cases": how many are suspected is sure
            if _is_own_exception(document_text, cue, draft) or _dates_the_cue(cue, word, draft, path):
                continue
            if _reaches(cue, word, path) or self._stands_right_before(cue, draft):
                yield cue

    def _is_repeated(self, cue: Cue, negations: Sequence[Cue]) -> bool:
        """Whether a negation only goes on with a list: "without paying $3 million, without 40 men"."""
        if cue.scope != "phrase" or len(negations) < 2:
            return False
        text = self._document.text
        word = text[cue.start : cue.end].lower()
        return text.endswith((",", ", "), 0, cue.start) and any(
            text[other.start : other.end].lower() == word and other.end < cue.start for other in negations
        )

    def _stands_right_before(self, cue: Cue, draft: Draft) -> bool:
        """Whether "not" contrasts the amount after it with another: "40 staff, not 300", "not 300 but 40"."""
        text = self._document.text
        if cue.effect != "negative" or text[cue.start : cue.end].lower() != "not" or not draft.quantities:
            return False
        return cue.end < draft.start and text[cue.end : draft.start].isspace()

    def _reporting_verb(self, draft: Draft) -> int | None:
        """For a quote: its own cue, whose clause is what its qualifiers are about."""
        if not isinstance(draft.subject, tuple):
            return None
        for report in self._around(draft.start, draft.end):
            if report.start == draft.start and report.end == draft.end and report.source == draft.subject:
                is_verb = report.report_class not in VERBLESS  # nothing denies a colon or "according to"
                return self._columns.root_at(*report.cue) if is_verb else None
        return None

    def _reaches_plainly(self, cue: Cue, draft: Draft) -> bool:
        """Without a parse: the cue stands before the claim, or in it, with no mark in between."""
        if cue.scope == "none" or cue.start >= draft.end or draft.start - cue.end > MAX_PLAIN_REACH:
            return False
        gap = self._document.text[cue.end : max(cue.end, draft.start)]
        return not any(mark in gap for mark in ",;:()\n")


def _is_number_of_whole(text: str, cue: Cue, draft: Draft) -> bool:
    """Whether a count says how many there are of whom none did it: "none of her 22 crew was hurt"."""
    if cue.effect != "negative" or kind_of(draft.claim_type) != "count":
        return False
    if cue.start > draft.end and text[cue.start : cue.end].lower() == "none":
        return not text.startswith(" of ", cue.end)  # "scored two goals and in the third quarter none"
    if cue.start > draft.end:  # "of 410 lots, 31 failed to sell"
        return _FRONTED_OF.search(text, max(0, draft.start - 24), draft.start) is not None
    if cue.end >= draft.start:
        return False
    is_none = text[cue.start : cue.end].lower() in _NONE_OF
    return is_none and _OF_THE.fullmatch(text, cue.end, draft.start) is not None


def _is_time_of_lack(text: str, cue: Cue, draft: Draft) -> bool:
    """Whether a claim says for how long there was none of something: "without power for 68 minutes".

    Only a time does: who left "without asking for $3 million" asked for none.
    """
    if kind_of(draft.claim_type) == "date":  # "came without warning in January" denies no January
        is_lack = cue.effect == "negative" and text[cue.start : cue.end].lower() in _LACKING
        return is_lack and bool(text[cue.end : draft.start].strip())
    if not any(quantity.quality == "time" for quantity in draft.quantities):
        return False
    if (
        cue.effect != "negative"
        or cue.end >= draft.start
        or text[cue.start : cue.end].lower() not in _LACKING
    ):
        return False
    found = _FOR_SO_LONG.match(text, cue.end, draft.start + 1)
    return found is not None and found["last"].lower() not in _WAITED_FOR


def _is_own_exception(text: str, cue: Cue, draft: Draft) -> bool:
    """Whether a claim tells what the exception is, which is not denied: "with the exception of a 2% drop".

    A mere number is: "all closed with the exception of two".
    """
    if cue.effect != "negative" or text[cue.start : cue.end].lower() not in _EXCEPTING:
        return False
    if kind_of(draft.claim_type) == "count":
        return False
    return kind_of(draft.claim_type) != "date" or bool(text[cue.end : draft.start].strip())


def _dates_the_cue(cue: Cue, word: int, draft: Draft, path: _Path) -> bool:
    """Whether a date is that of the asking or offering itself: "was asked in 1981 whether he would go"."""
    if cue.effect == "negative" or kind_of(draft.claim_type) != "date":
        return False
    columns = path.columns
    is_done = columns.tags[word] in ("VBD", "VBN") and columns.lowers[word] in _REQUESTED
    return is_done and word in path.order[:2]


_NONE_OF = WordSet("claims/none_of")
_LACKING = WordSet("claims/lacking")
_WAITED_FOR = WordSet("claims/waited_for")
_EXCEPTING = WordSet("claims/excepting")
_REQUESTED = WordSet("claims/requested")
_FOR_SO_LONG = re.compile(r"\s+(?:\w+\s+){0,3}(?P<last>\w+)\s+for\s+(?:\w+\s+){0,2}(?=\S)")
_FRONTED_OF = WordPattern(r"(?:^|[.!?;:\n]\s*)(?:Out )?(?:Of|In|At) (?:(?:<claims/of_a_whole>) )?$")
_OF_THE = WordPattern(r"\s+of\s+(?:<claims/of_a_whole>)\s+", re.IGNORECASE)


def _is_outer(report: Report, draft: Draft) -> bool:
    """Whether a report holds a whole quote and more: it is another's report of the quote."""
    is_whole = report.start <= draft.start and draft.end <= report.end
    return is_whole and report.end - report.start > draft.end - draft.start


def _denies_within(columns: TokenColumns, span: tuple[int, int], root: int, cue: Cue) -> bool:
    """Whether what a relation is stated with is none: "uses no SQLite", "has no ties with Acme"."""
    if cue.effect != "negative" or cue.scope != "phrase":
        return False
    word = columns.root_at(cue.start, cue.end)
    if word is None or columns.deps[word] != "det":
        return False
    noun = columns.heads[word]
    if not span[0] <= noun < span[1]:
        return False
    over = columns.heads[noun]
    is_object = over == root or columns.heads[over] == root  # "uses no X", "runs on no X"
    return (is_object and columns.pos[root] in ("VERB", "AUX")) or (noun == root and word < root)


def _is_predicated(columns: TokenColumns, span: tuple[int, int], root: int) -> bool:
    """Whether a relation is stated by a clause, which can be hedged or denied, and not within a noun phrase:
    "Microsoft's site" holds even where nothing was mentioned on it.
    """
    if any(pos in ("VERB", "AUX") for pos in columns.pos[slice(*span)]):
        return True
    return columns.has_child(root, "cop")


class _Path:
    """The way from a claim's words up to the root of its sentence."""

    def __init__(self, columns: TokenColumns, root: int) -> None:
        self.columns = columns
        self.root = root
        self.order = [root]
        token = root
        while columns.heads[token] != token:
            token = columns.heads[token]
            self.order.append(token)
        self._place = {token: place for place, token in enumerate(self.order)}

    def below(self, top: int) -> list[int]:
        """The words on the way from the claim up to `top`, without `top`."""
        return self.order[: self._place[top]]

    def __contains__(self, token: int) -> bool:
        return token in self._place


def _reaches(cue: Cue, word: int, path: _Path) -> bool:
    """Whether the scope of a cue holds the claim at the start of the path."""
    if cue.scope == "none":
        return False
    columns = path.columns
    negates = cue.effect == "negative"
    if cue.scope == "phrase":
        return _reaches_phrase(word, path)
    if cue.scope == "subject":
        if word not in path:
            return False
        way = path.below(word)
        is_within = len(way) > 1  # "40 alarms, 36 of them false": how many there were is not denied
        return is_within and columns.deps[way[-1]] in _SUBJECTS
    if cue.scope == "complement":
        return _reaches_infinitive(cue, path, negates=negates) or _reaches_complement(
            word, path, negates=negates
        )
    if cue.scope == "member":
        return _reaches_member(word, path)
    if cue.scope == "deed":
        way = path.below(word) if word in path else []
        return any(columns.tags[token] == "VBG" for token in way)
    top = _governor(columns, word)
    if cue.scope == "conditional" and (not _has_condition(columns, top) or _is_in_past_report(columns, top)):
        return False
    if top not in path or (cue.scope == "reported" and not _is_in_past_report(columns, top)):
        return False
    if negates and (_is_conditional(columns, top) or _is_bare_noun(columns, top)):
        return False
    if not negates and _is_within_subject(columns, path.below(top)):
        return False
    if _is_any_closed(columns, path.below(top), negates=negates):
        return False
    return not _is_other_conjunct(top, path, word)


def _reaches_member(word: int, path: _Path) -> bool:
    """The scope of "neither" and "nor": the clause whose subject or verb they join, or the object they
    join.
    """
    columns = path.columns
    joined = columns.heads[word]
    if columns.deps[word] not in ("cc:preconj", "cc", "det", "advmod", "preconj"):
        joined = word
    if columns.deps[joined] in ("aux", "aux:pass"):
        joined = columns.heads[joined]  # "nor did it close": the verb of the auxiliary
    token = joined
    while columns.deps[token] == "conj" and columns.pos[token] not in ("VERB", "AUX"):
        token = columns.heads[token]
    if columns.deps[token] in _SUBJECTS:
        top = columns.heads[token]
        return top in path and not _is_any_closed(columns, path.below(top), negates=True)
    if columns.pos[joined] in ("VERB", "AUX"):
        if joined not in path or _is_any_closed(columns, path.below(joined), negates=True):
            return False
        return not _is_other_conjunct(joined, path, word)
    if token in path:
        return True
    verb = columns.heads[token]
    return columns.deps[token] in ("obj", "obl", "ROOT") and verb == path.root


def _has_condition(columns: TokenColumns, clause: int) -> bool:
    """Whether a condition hangs on a clause: "would close if it rained"."""
    return any(
        columns.deps[child] == "advcl" and _is_conditional(columns, child)
        for child in columns.children[clause]
    )


_DEFINITE = WordSet("claims/definite")


def _is_within_subject(columns: TokenColumns, way: list[int]) -> bool:
    """Whether a claim stands in the subject of a hedged clause as what is there anyway: "The 40 trucks
    could be
    sold", "A firm of 10 workers could make"; not "40 people may have died", where the number itself is in
    doubt.
    """
    if not way or columns.deps[way[-1]] not in _SUBJECTS:
        return False
    subject = way[-1]
    if len(way) > 2 or (len(way) == 2 and columns.deps[way[0]] not in ("nummod", "advmod", "amod")):
        return True
    if any(columns.lowers[child] in _DEFINITE for child in columns.lefts(subject)):
        return True
    verb = columns.heads[subject]
    return any(
        columns.deps[child] == "obj"
        and any(columns.deps[below] == "nummod" for below in columns.children[child])
        for child in columns.rights(verb)
    )


def _is_any_closed(columns: TokenColumns, way: Iterable[int], *, negates: bool) -> bool:
    """Whether a cue above some words does not reach what is below one of them."""
    return any(_is_closed(columns, token, negates=negates) for token in way)


def _is_closed(columns: TokenColumns, token: int, *, negates: bool) -> bool:
    relation = columns.deps[token]
    if (
        relation == "advcl" and not negates
    ):  # "to fall, beginning in May": a clause without a subject shares it
        return columns.tags[token] not in ("VBG", "VBN") or any(
            columns.deps[child] in _SUBJECTS for child in columns.children[token]
        )
    return relation in (_CLOSED_TO_NEGATION if negates else _CLOSED_TO_HEDGES)


def _is_conditional(columns: TokenColumns, clause: int) -> bool:
    """Whether a clause is a condition, whose negation denies nothing."""
    return any(
        columns.deps[child] == "mark" and columns.lowers[child] in ("if", "unless")
        for child in columns.children[clause]
    )


def _is_bare_noun(columns: TokenColumns, word: int) -> bool:
    """Whether a negation stands within a noun phrase: "an owned, not leased plant"."""
    return columns.pos[word] in ("NOUN", "PROPN") and not any(
        columns.deps[child] in ("cop", "aux") for child in columns.children[word]
    )


def _is_in_past_report(columns: TokenColumns, clause: int) -> bool:
    """Whether a clause is the complement of a verb in the past tense: "said it would close"."""
    for _ in range(3):
        head = columns.heads[clause]
        if columns.deps[clause] == "ccomp":
            return columns.tags[head] in ("VBD", "VBN")
        if columns.deps[clause] != "conj":
            return False
        clause = head
    return False


_OF_ITS_HEAD = frozenset(
    {
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
    }
)


def _governor(columns: TokenColumns, word: int) -> int:
    """The word whose clause a modifier stands in: the verb of an auxiliary, the predicate of a copula."""
    return columns.heads[word] if columns.deps[word] in _OF_ITS_HEAD else word


def _is_other_conjunct(top: int, path: _Path, word: int) -> bool:
    """Whether the claim stands in a later clause that is joined to that of the cue and has a verb of its own.

    "It may not scale and has 5 wheels": the auxiliary belongs to the first clause alone. Conjuncts that are
    bare
    verbs or phrases share it: "may close in May or reopen in 2030".
    """
    columns = path.columns
    for token in path.below(top):
        if columns.deps[token] != "conj":
            continue
        if columns.tags[token] in INFLECTED or any(
            columns.deps[child] in _SUBJECTS or columns.deps[child] in _OWN_CLAUSE
            for child in columns.children[token]
        ):
            return word < token
    return False


def _reaches_phrase(word: int, path: _Path) -> bool:
    """The noun that the cue determines is on the way: "no debt of 5 million", "without 5 workers"."""
    columns = path.columns
    head = columns.heads[word] if columns.deps[word] in ("det", "case", "mark", "cc") else word
    if head not in path or path.root < word:
        return False
    if any(_is_counted_member(columns, token) for token in path.below(head)):
        return False
    return not _is_any_closed(columns, path.below(head), negates=True)


_BE = WordSet("claims/be")


def _is_equated(columns: TokenColumns, head: int) -> bool:
    """Whether a subject is said to be what its head is: "Its goal is to close"."""
    is_be = columns.lowers[head] in _BE
    return is_be or columns.has_child(head, "cop") or columns.has_child(head, "mark")


def _is_counted_member(columns: TokenColumns, token: int) -> bool:
    """Whether a joined noun has a number or an article of its own, and so is not what "no" determines: "no
    deaths and 12 injuries".
    """
    if columns.deps[token] != "conj":
        return False
    if any(columns.lowers[child] in ("or", "nor") for child in columns.lefts(token)):
        return False
    if columns.tags[token] in ("$", "CD"):
        return True
    return any(columns.deps[child] in ("nummod", "det") for child in columns.lefts(token))


def _reaches_infinitive(cue: Cue, path: _Path, *, negates: bool) -> bool:
    """Whether a cue ends in the "to" of the infinitive that the claim depends on: "made an offer to buy"."""
    columns = path.columns
    last = columns.token_at(cue.end - 1)
    if last and columns.lowers[last] == "be":
        last -= 1  # "is to be closed"
    if last is None or columns.lowers[last] != "to" or columns.tags[last] != "TO":
        return False
    verb = columns.heads[last]
    if not verb > last or verb not in path or _is_other_conjunct(verb, path, last):
        return False
    return not _is_any_closed(columns, path.below(verb), negates=negates)


def _reaches_complement(word: int, path: _Path, *, negates: bool) -> bool:
    """The claim depends on the cue, and not by way of its subject."""
    columns = path.columns
    relation, head = columns.deps[word], columns.heads[word]
    if relation == "amod" and head in path:  # "the alleged theft of 5 cars"
        return not _is_any_closed(columns, path.below(head), negates=False)
    is_read_as_noun = columns.lowers[head] + "s" in noun_like_verbs()  # "is due to resume", "set to open"
    if relation == "mark" or (relation == "case" and is_read_as_noun):  # "if it has 5 wheels"
        return head in path and not any(columns.deps[token] in _RELATIVES for token in path.below(head))
    if word in path:
        return _opens_complement(path, word, negates=negates)
    # "is likely to", "Its goal is to": some parses make the complement the head of the cue
    is_beside = (
        relation in ("aux", "cop") or (relation.startswith("nsubj") and _is_equated(columns, head))
    ) or (relation in ("advmod", "xcomp") and columns.pos[word] == "ADJ")
    if is_beside and head in path and path.root > word and not _is_other_conjunct(head, path, word):
        return not _is_any_closed(columns, path.below(head), negates=negates)
    return False


def _is_open(columns: TokenColumns, clause: int) -> bool:
    """Whether a clause is a gerund or an infinitive, which a parser may take for an adverbial: "urged them to
    close".
    """
    if columns.tags[clause] == "VBG":
        return True
    return columns.tags[clause] == "VB" and any(columns.lowers[c] == "to" for c in columns.lefts(clause))


def _joins_complement(columns: TokenColumns, clause: int) -> bool:
    """Whether a clause that is joined to a cue is a further complement of it: "to close and to reopen"."""
    if columns.tags[clause] == "VB":
        return any(columns.lowers[child] == "to" for child in columns.lefts(clause))
    return any(
        columns.deps[child] == "mark" and columns.lowers[child] == "that"
        for child in columns.children[clause]
    )


def _opens_complement(path: _Path, top: int, *, negates: bool) -> bool:
    way = path.below(top)
    if not way:
        return True
    columns = path.columns
    last = way[-1]
    relation = columns.deps[last]
    if relation in _SUBJECTS:  # "that it has 5 wheels is likely", but not "5 cars believe"
        return columns.pos[top] in ("ADJ", "NOUN") and relation == "csubj"
    if relation == "conj" and not _joins_complement(columns, last):
        return False
    if relation in ("parataxis", "acl:relcl", "appos"):  # "A third suspect, a 51-year-old dealer"
        return False
    if relation == "advcl" and columns.pos[top] != "ADJ" and not _is_open(columns, last):
        return False
    return not _is_any_closed(columns, way[:-1], negates=negates)
