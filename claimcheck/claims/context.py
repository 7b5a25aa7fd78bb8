"""The context of a claim: who says it, how surely, whether it is denied, whether it is about the future.

Cues come from word lists (`claimcheck.reports.cues`), reports from `claimcheck.reports.finding`; how far a
cue reaches is known to `claimcheck.claims.scope`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from claimcheck.claims.base import Attribution, kind_of
from claimcheck.claims.quote import VERBLESS, QuoteClaim, is_attributing, speaker_of
from claimcheck.claims.scope import reaches
from claimcheck.claims.scopes.complements import is_settled
from claimcheck.claims.scopes.paths import Path
from claimcheck.claims.verdicts import Verdict, find_verdicts
from claimcheck.grammar.antecedents.finding import antecedents_of
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.vocabulary import words_of_sentences
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.reports.reporting_subjects import SUBJECTS
from claimcheck.tagging.penn_tags import FINITE, PROPER_TAGS
from claimcheck.tagging.word_classes import NOMINAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.claims.base import Certainty, Draft, Polarity
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.reports.cues import Cue
    from claimcheck.reports.finding import Report

_RELATION_KINDS = frozenset({"organization", "role", "technology", "definition", "version"})

_BEFORE_CONTRAST = (", ", "and ", "but ")
_TELLING = frozenset({"WDT", "WP", "WP$", "WRB", "VBN", "VBG"})
_IN_PASSING = frozenset({"role", "definition"})

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
        self.columns = columns_of(document)
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
        verdict = self._verdict(draft, sentence)
        cues = tuple(
            cue for cue in self._deciding(draft, sentence) if not self._is_answered(cue, draft, sentence)
        )
        if verdict is not None:
            cues = tuple(cue for cue in cues if not verdict.cue[0] <= cue.start < verdict.cue[1])
            if verdict.kind == "doubted":  # "will resign unless it bought 40 vans": that is not ahead
                cues = tuple(cue for cue in cues if verdict.start <= cue.start or cue.effect != "future")
            return self._judged(draft, verdict, self._weighed(draft, cues))
        return self._weighed(draft, tuple(self._left_unsure(cue, draft, sentence) for cue in cues))

    def _left_unsure(self, cue: Cue, draft: Draft, sentence: Sentence) -> Cue:
        """A cue of denial as one of doubt, where its tree alone takes the claim for denied: behind the end of
        the clause, "denied that it lied and has paid $4 million".
        """
        is_behind = cue.effect == "negative" and any(
            verdict.kind == "denied"
            and verdict.end <= draft.start
            and verdict.cue[0] <= cue.start < verdict.cue[1] <= verdict.start
            for verdict in self._verdicts[sentence.start]
        )
        return replace(cue, effect="possible") if is_behind else cue

    def _verdict(self, draft: Draft, sentence: Sentence) -> Verdict | None:
        """The verdict that what a claim says is not so, if its sentence holds one."""
        if sentence.start not in self._verdicts:
            if not self._words:
                words = words_of_sentences(self._document)
                self._words = {s.start: w for s, w in zip(self._document.sentences, words, strict=True)}
            found = find_verdicts(self._document, sentence, self._words[sentence.start])
            self._verdicts[sentence.start] = tuple(found)
        if draft.claim_type is QuoteClaim or self._is_told_beside(draft):
            return None
        is_relation = kind_of(draft.claim_type) in _RELATION_KINDS
        around = (v for v in self._verdicts[sentence.start] if v.start <= draft.start and draft.end <= v.end)
        return next((v for v in around if is_relation or v.kind != "undone"), None)

    def _is_answered(self, cue: Cue, draft: Draft, sentence: Sentence) -> bool:
        """Whether a cue asks only what a mark ends before the claim: "whether it fell, it sold 40 vans"."""
        return any(
            verdict.is_ended
            and verdict.end <= draft.start
            and verdict.cue[0] - 1 <= cue.end <= verdict.cue[1]
            for verdict in self._verdicts[sentence.start]
        )

    def _is_told_beside(self, draft: Draft) -> bool:
        """Whether a claim only says who or what a name is, in passing: "that the premier Ann Lee left"."""
        if kind_of(draft.claim_type) not in _IN_PASSING:
            return False
        span = self.columns.span(draft.start, draft.end)
        return span is not None and not _is_predicated(self.columns, span, self.columns.root(*span))

    def _judged(self, draft: Draft, verdict: Verdict, context: Context) -> Context:
        """A context by a verdict: what is denied is not so, whoever had told it; nobody vouches for what is
        rumoured; what came to nothing did not happen, and its amounts were only meant.
        """
        if verdict.kind == "granted":
            return context
        cue = ReadCue(*verdict.cue, "polarity")
        if verdict.kind == "denied":
            polarity: Polarity = "positive" if context.polarity == "negative" else "negative"
            return replace(context, polarity=polarity, certainty="certain", cues=(cue,))
        is_relation = kind_of(draft.claim_type) in _RELATION_KINDS
        if verdict.kind in ("failed", "undone") and is_relation:
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
            if cue.effect in ("possible", "probable")
            and (cue.start not in self._attributing or cue.kind == "negation")
        ]
        futures = [cue for cue in cues if cue.effect == "future"]
        members = [cue for cue in negations if cue.scope == "member"]  # "neither" with its "nor" denies once
        repeated = sum(self._is_repeated(cue, negations) for cue in negations)
        others = len(negations) - repeated - len(members)
        is_negative = (others + self._is_denial_of_its_own(members, others)) % 2 == 1
        if is_negative:  # "was bought by neither", as "was not bought by either", leaves nothing open
            hedges = [cue for cue in hedges if cue.scope != "alternative"]
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
        columns = self.columns
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
            cues = [cue for cue in cues if self._may_deny_a_report(cue, reporting)]
        elif kind_of(draft.claim_type) in _RELATION_KINDS:
            within = _cues_within(columns, span, root, cues)
            yield from within
            ruling = self._ruling_root(draft, span, root)
            if ruling is None:
                return
            root = ruling
            cues = [cue for cue in cues if cue not in within]
        elif kind_of(draft.claim_type) == "comparison":  # "twice as likely": what is compared is a chance
            cues = [
                cue
                for cue in cues
                if cue.effect == "negative" or not draft.start < cue.start <= draft.end + 1
            ]
        path = Path(columns, root, span[1] - 1)
        document_text = self._document.text
        for cue in cues:
            word = columns.root_at(cue.start, cue.end)
            if word is None:
                continue
            if _says_nothing_of(document_text, cue, draft) or _dates_the_cue(cue, word, draft, path):
                continue
            is_beside = self._stands_right_before(cue, draft) or self._denies_side(cue, draft)
            if is_beside or (reaches(cue, word, path) and not _sets_side_aside(columns, cue, sentence)):
                yield cue

    def _ruling_root(self, draft: Draft, span: tuple[int, int], root: int) -> int | None:
        """The word whose cues count for a relation with the head `root`; None where no clause states it."""
        columns = self.columns
        if _is_predicated(columns, span, root):
            return root
        stated = _verb_with_deed(columns, root) or self._stated_by_clause(draft)
        return None if stated is None else _listed_root(columns, root, stated)

    def _stated_by_clause(self, draft: Draft) -> int | None:
        """The head of the clause that states a relation for a later member of a list: "was not bought by
        Google or Apple".
        """
        stated = self.columns.span(*draft.stated_at) if draft.stated_at is not None else None
        if stated is None:
            return None
        head = self.columns.root(*stated)
        return head if _is_predicated(self.columns, stated, head) else None

    def _is_repeated(self, cue: Cue, negations: Sequence[Cue]) -> bool:
        """Whether a negation only goes on with a list: "without paying $3 million, without 40 men"."""
        if cue.scope != "phrase" or len(negations) < 2:
            return False
        text = self._document.text
        word = text[cue.start : cue.end].lower()
        return text.endswith((",", ", "), 0, cue.start) and any(
            text[other.start : other.end].lower() == word and other.end < cue.start for other in negations
        )

    def _is_denial_of_its_own(self, members: Sequence[Cue], others: int) -> bool:
        """Whether "neither" and "nor" deny beside so many others; "nor" only goes on: "not by A, nor B"."""
        text = self._document.text
        return any(not others or text[cue.start : cue.end].lower() in _OPENING_DENIAL for cue in members)

    def _stands_right_before(self, cue: Cue, draft: Draft) -> bool:
        """Whether "not" contrasts the amount after it with another: "40 staff, not 300", "not 300 but 40"."""
        text = self._document.text
        if cue.effect != "negative" or text[cue.start : cue.end].lower() != "not" or not draft.quantities:
            return False
        return cue.end < draft.start and text[cue.end : draft.start].isspace()

    def _denies_side(self, cue: Cue, draft: Draft) -> bool:
        """Whether "not" sets the name that a claim is of against another: "Acme, not Orbit, bought it"."""
        text, start = self._document.text, cue.end + 1
        if cue.effect != "negative" or text[cue.start : cue.end].lower() != "not" or start >= draft.start:
            return False
        if not text.endswith(_BEFORE_CONTRAST, 0, cue.start):
            return False
        if draft.subject is not None and draft.subject[0] == start:
            return not self._is_told_of_side(draft.subject[1], draft)
        side = getattr(draft.value, "object", None) or ""
        is_side = bool(side) and text.startswith(side, start)
        end = start + len(side)
        return is_side and text.find(side, end, draft.start) < 0 and not self._is_told_of_side(end, draft)

    def _is_told_of_side(self, end: int, draft: Draft) -> bool:
        """Whether a claim only tells of what is set aside: "Acme, not Orbit, which sold it, left"."""
        text, columns = self._document.text, self.columns
        first = end + len(", ") if text.startswith(", ", end) else end + 1
        following = columns.token_at(first)
        if following is None or first > draft.start:
            return False
        is_told = columns.tags[following] in _TELLING and columns.lowers[following] != "that"
        return is_told and text.find(",", first, draft.start) < 0

    def _may_deny_a_report(self, cue: Cue, verb: int) -> bool:
        """Whether a cue may be about the act of saying: "may say", "did not say", "failed to say", "without
        saying", but not the verb of a report itself ("denied that").
        """
        if cue.scope in ("complement", "phrase"):
            return cue.effect == "negative" and self.columns.token_at(cue.start) != verb
        return cue.scope == "governor" and cue.effect != "future"

    def _reporting_verb(self, draft: Draft) -> int | None:
        """For a quote: its own cue, whose clause is what its qualifiers are about."""
        if not isinstance(draft.subject, tuple):
            return None
        for report in self._around(draft.start, draft.end):
            if report.start == draft.start and report.end == draft.end and report.source == draft.subject:
                is_verb = report.report_class not in VERBLESS  # nothing denies a colon or "according to"
                return self.columns.root_at(*report.cue) if is_verb else None
        return None

    def _reaches_plainly(self, cue: Cue, draft: Draft) -> bool:
        """Without a parse: the cue stands before the claim, or in it, with no mark in between."""
        if cue.scope == "none" or cue.start >= draft.end or draft.start - cue.end > MAX_PLAIN_REACH:
            return False
        gap = self._document.text[cue.end : max(cue.end, draft.start)]
        return not any(mark in gap for mark in ",;:()\n")


def _sets_side_aside(columns: TokenColumns, cue: Cue, sentence: Sentence) -> bool:
    """Whether a cue denies only one of two names before the verb: "Acme and not Orbit bought it"."""
    token = columns.token_at(cue.start)
    if token is None or token < sentence.span.start + 1:
        return False
    first = token - (columns.lowers[token] == "not")
    is_between = " ".join(columns.lowers[first : first + 2]) in _SETTING_ASIDE
    if not is_between or columns.tags[first + 2] not in PROPER_TAGS:
        return False
    return FINITE.isdisjoint(columns.tags[sentence.span.start : first])


def _says_nothing_of(text: str, cue: Cue, draft: Draft) -> bool:
    """Whether a cue is by its place no cue for a claim, whatever the tree says."""
    if cue.start > draft.end and text.find(";", draft.end, cue.start) >= 0:
        return True  # a clause behind a semicolon says nothing of the one before it
    if _is_number_of_whole(text, cue, draft) or _is_time_of_lack(text, cue, draft):
        return True
    if _is_of_bound(cue, draft) or (cue.scope == "event" and draft.quantities):
        return True  # "nearly closed the gap of 40 points"
    is_within = draft.start < cue.start and cue.end <= draft.end
    if is_within and cue.effect != "negative" and kind_of(draft.claim_type) == "count":
        return True  # "38,219 suspected cases": how many are suspected is sure
    return _is_own_exception(text, cue, draft)


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


def _is_of_bound(cue: Cue, draft: Draft) -> bool:
    """Whether "not" is part of the bound of an amount: "not more than two dogs"."""
    return cue.effect == "negative" and any(
        quantity.start <= cue.start and cue.end <= quantity.number_start for quantity in draft.quantities
    )


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


def _dates_the_cue(cue: Cue, word: int, draft: Draft, path: Path) -> bool:
    """Whether a date is that of the asking or offering itself: "was asked in 1981 whether he would go"."""
    if cue.effect == "negative" or kind_of(draft.claim_type) != "date":
        return False
    columns = path.columns
    is_done = columns.tags[word] in ("VBD", "VBN") and columns.lowers[word] in _REQUESTED
    return is_done and word in path.order[:2]


_SETTING_ASIDE = WordSet("grammar/setting_aside")
_OPENING_DENIAL = WordSet("claims/opening_denial")
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


def _cues_within(columns: TokenColumns, span: tuple[int, int], root: int, cues: Sequence[Cue]) -> list[Cue]:
    """The cues that stand with the words of a relation, whatever clause holds those."""
    return [
        cue for cue in cues if _denies_within(columns, span, root, cue) or _describes_deed(columns, root, cue)
    ]


def _denies_within(columns: TokenColumns, span: tuple[int, int], root: int, cue: Cue) -> bool:
    """Whether what a relation is stated with is none: "uses no SQLite", "has no ties with Acme", "was bought
    not by Acme".
    """
    if cue.effect != "negative" or cue.scope not in _WITHIN:
        return False
    word = columns.root_at(cue.start, cue.end)
    if word is None or columns.deps[word] != _WITHIN[cue.scope]:
        return False
    noun, is_determiner = columns.heads[word], cue.scope == "phrase"
    if not span[0] <= noun < span[1] or not (is_determiner or columns.pos[noun] in NOMINAL):
        return False
    over = columns.heads[noun]
    is_object = over == root or columns.heads[over] == root  # "uses no X", "runs on no X"
    is_own = is_determiner and noun == root and word < root
    return (is_object and columns.pos[root] in ("VERB", "AUX")) or is_own


_WITHIN = {"phrase": "det", "governor": "advmod"}
"""What a cue within the words of a relation is to its noun, by its scope: "no SQLite", "not by Acme"."""


_SHARING_SUBJECT = frozenset({"xcomp", "acl", "conj"})
"""Clauses without a subject of their own: "plan to buy", "a plan to buy", "came and bought"."""


def _listed_root(columns: TokenColumns, member: int, stated: int) -> int:
    """The word whose cues count for a member of a list: its own, or that of the clause it is a subject of,
    where what is denied is the clause: "Google or Apple did not buy it", "Google and Apple plan to buy it".
    """
    ruling = {stated}
    token = stated
    while columns.deps[token] in _SHARING_SUBJECT and columns.heads[token] != token:
        token = columns.heads[token]
        ruling.add(token)
    token = member
    while token != stated and columns.heads[token] != token:
        if columns.deps[token] in SUBJECTS:
            return stated if columns.heads[token] in ruling else member
        token = columns.heads[token]
    return member


def _verb_with_deed(columns: TokenColumns, root: int) -> int | None:
    """The verb with which a noun states a deed: "may form a joint venture", "did not close its purchase"; no
    deed that is known from before, "may regret its purchase".
    """
    verb = columns.heads[root]
    if columns.deps[root] != "obj" or columns.pos[verb] != "VERB" or not verb < root:
        return None
    if columns.lowers[root] not in _DEEDS or columns.lowers[verb] not in _BRINGING_ABOUT:
        return None  # "did not fire CEO Ann Roe", "never regretted a merger"
    is_known = any(
        columns.deps[child] == "nmod:poss" or columns.lowers[child] in _KNOWN for child in columns.lefts(root)
    )
    is_carried_out = columns.lowers[verb] in _CARRYING_OUT
    is_over = _is_done_later(columns, root)
    return verb if (is_carried_out or not is_known) and not is_over else None


def _is_done_later(columns: TokenColumns, root: int) -> bool:
    """Whether a deed is told to have come later: "did not finalize its purchase until 2005", "agreed to a
    takeover that closed in May".
    """
    last = min(root + _LONGEST_DEED, len(columns.lowers) - 1)
    end = next((token for token in range(root + 1, last) if columns.lowers[token] in _ENDING), last)
    return _DONE_LATER.search(columns.text, columns.starts[root], columns.starts[end]) is not None


_DEEDS = WordSet("verdicts/shared_deed")
_BRINGING_ABOUT = WordSet("verdicts/bringing_about")
_DONE_LATER = WordPattern(r"\b(?:<claims/until>|<verdicts/carried_out>|<verdicts/got>)\b", re.IGNORECASE)
_ENDING = frozenset({".", "!", "?", ";"})
_LONGEST_DEED = 20  # tokens from the noun to where the clause ends
_KNOWN = frozenset({"the", "this", "that"})
_CARRYING_OUT = WordSet("verdicts/carrying_out")
"""The verbs that tell of a planned deed that it was done."""


def _describes_deed(columns: TokenColumns, root: int, cue: Cue) -> bool:
    """Whether an adjective or a verb says that the deed which states a relation is only planned or likely:
    "its pending purchase of Acme", "agreed to a takeover by Acme".
    """
    if cue.effect == "negative" or cue.scope != "complement" or columns.pos[root] != "NOUN":
        return False
    word = columns.root_at(cue.start, cue.end)
    if word is None:
        return False
    if columns.deps[word] == "amod":
        return columns.heads[word] == root and not is_settled(cue, word, columns)
    if columns.deps[word] == "advcl" or _is_done_later(columns, root):
        return False  # "was sold after it agreed to a takeover", "agreed to a takeover that closed in May"
    return word < root and columns.heads[root] == word and columns.deps[root] in ("obj", "obl", "nmod")


def _is_predicated(columns: TokenColumns, span: tuple[int, int], root: int) -> bool:
    """Whether a relation is stated by a clause, which can be hedged or denied, and not within a noun phrase:
    "Microsoft's site" holds even where nothing was mentioned on it.
    """
    if any(pos in ("VERB", "AUX") for pos in columns.pos[slice(*span)]):
        return True
    return columns.has_child(root, "cop")
