"""What the rules look at: one document, its sentences with their figures; and how a finding is made."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from claimcheck.checking.findings import Place, make_finding
from claimcheck.checking.lint.figures import Figure, FigureSentence
from claimcheck.checking.texts import sentences_of
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.texts import Sentence
    from claimcheck.claims.base import BaseClaim, TextSpan
    from claimcheck.result import Document

_start = attrgetter("start")

CLAUSE_BREAK = WordPattern(r"\b(?:<lint/clause_break>)\b")
"""A word that begins a clause of its own."""

ROUNDING = "each figure may stand for every value that rounds to it"

_SLOT = re.compile(r"(?<!\?P)<(\w+)>")
_ANY_SLOT, _ANY = "\0", "<[0-9]+>"


def slots(pattern: str) -> WordPattern:
    """A pattern over the template of a sentence, in which `<a>` stands for any figure and names it.

    `<_>` stands for a figure without a name, and `<lint/near>` for the words of a set.

    >>> slots("from <a> to <b>").search("it rose from <0> to <1>.").groupdict()
    {'a': '0', 'b': '1'}
    """
    return WordPattern(
        _SLOT.sub(r"<(?P<\1>[0-9]+)>", pattern.replace("<_>", _ANY_SLOT)).replace(_ANY_SLOT, _ANY)
    )


_TITLED = re.compile(r"(?:[Tt]he |[Aa]n? )?(?:[a-z-]+ ){1,3}([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)+)")


def without_title(name: str) -> str:
    """A name of two words or more without what stands before it in small letters.

    >>> without_title("The composer Ann Lee")
    'Ann Lee'
    """
    found = _TITLED.fullmatch(name)
    return found[1] if found else name


@dataclass(frozen=True)
class LintText:
    """One document under inspection. Everything comes from its records; its text may be there or not."""

    document: Document

    @cached_property
    def sentences(self) -> tuple[FigureSentence, ...]:
        """Every sentence of the text, or, where only the records are there, those that hold a claim."""
        if self.document.text is not None:
            return tuple(
                FigureSentence(sentence.start, sentence.text, is_heading=_is_heading(sentence))
                for sentence in sentences_of(self.document)
            )
        spans: dict[int, TextSpan] = {}
        for claim in self.document.claims:
            spans.setdefault(claim.sentence.start, claim.sentence)
        return tuple(
            FigureSentence(span.start, span.text, is_heading=_is_heading(span))
            for _, span in sorted(spans.items())
        )

    @cached_property
    def told(self) -> tuple[FigureSentence, ...]:
        """Every sentence, and every two of which the second goes on about the figure of the first: "That is ..."."""
        return (
            *self.sentences,
            *filter(None, (self._pairs.get(s.start) for s in self.sentences if _GOES_ON.match(s.text))),
        )

    def behind(self, sentence: FigureSentence) -> FigureSentence | None:
        """The sentence that follows one; None behind the last."""
        return self._next.get(sentence.start)

    @cached_property
    def _next(self) -> dict[int, FigureSentence]:
        return {one.start: other for one, other in itertools.pairwise(self.sentences)}

    def with_before(self, sentence: FigureSentence) -> FigureSentence | None:
        """A sentence and the one right before it as one; None where they are not joined by a space, or hold no figures."""
        both = self._pairs.get(sentence.start)
        is_right_behind = both is not None and len(both.text) - len(sentence.text) - (both.stop or 0) <= 2
        return both if is_right_behind else None

    def with_behind(self, sentence: FigureSentence) -> FigureSentence | None:
        """A sentence and the one right behind it as one, as in `with_before`."""
        behind = self.behind(sentence)
        return None if behind is None else self.with_before(behind)

    @cached_property
    def _pairs(self) -> dict[int, FigureSentence]:
        """Two sentences as one, by the start of the second; made once, since figures are read in each."""
        return {
            other.start: both
            for one, other in itertools.pairwise(self.sentences)
            if (both := _joined(one, other)) is not None
        }

    def matches(
        self, pattern: WordPattern, *, told: bool = False
    ) -> Iterator[tuple[FigureSentence, dict[str, Figure], re.Match[str]]]:
        """Every place where a pattern of `slots` fits a sentence, or one of those of `told`, with the figures in its slots."""
        for sentence in self.told if told else self.sentences:
            if not sentence.figures:
                continue
            for match in pattern.finditer(sentence.template):
                named = {
                    name: sentence.figures[int(index)]
                    for name, index in match.groupdict().items()
                    if index is not None and index.isdecimal() and int(index) < len(sentence.figures)
                }
                yield sentence, named, match

    def claims_in(self, sentence: FigureSentence) -> Sequence[BaseClaim]:
        """The claims of a sentence."""
        return self._claims.get(sentence.start, ())

    @cached_property
    def _claims(self) -> dict[int, list[BaseClaim]]:
        """The claims of each sentence by its start."""
        found: defaultdict[int, list[BaseClaim]] = defaultdict(list)
        for claim in self.document.claims:
            found[claim.sentence.start].append(claim)
        return dict(found)

    def claims_from(self, window: FigureSentence) -> list[BaseClaim]:
        """The claims that begin in a sentence, or in two read as one, whatever their own sentence."""
        first = bisect_left(self._in_order, window.start, key=_start)
        last = bisect_left(self._in_order, window.start + len(window.text), lo=first, key=_start)
        return self._in_order[first:last]

    @cached_property
    def _in_order(self) -> list[BaseClaim]:
        return sorted(self.document.claims, key=_start)

    def place_of(self, sentence: FigureSentence, start: int, end: int) -> Place:
        """A stretch of a sentence as a place of the document, with the claim that covers it."""
        return self._place(sentence.start + start, sentence.start + end, sentence.text[start:end])

    def place_at(self, start: int, end: int) -> Place:
        """A stretch of the text of the document, which has one, as a place."""
        return self._place(start, end, (self.document.text or "")[start:end])

    def _place(self, start: int, end: int, words: str) -> Place:
        claims = self.document.claims
        claim = next((c for c in claims if c.start <= start and end <= c.end), None)
        if claim is None:
            claim = next((c for c in claims if c.start < end and start < c.end), None)
        return Place(
            start=start,
            end=end,
            text=words,
            source=self.document.source,
            claim=None if claim is None else claim.id,
        )

    def place_of_claim(self, claim: BaseClaim) -> Place:
        """The words of a claim as a place."""
        return Place(
            start=claim.start, end=claim.end, text=claim.text, source=self.document.source, claim=claim.id
        )

    def finding(
        self,
        rule: str,
        sentence: FigureSentence,
        figures: Sequence[Figure],
        reason: str,
        *,
        arithmetic: str | None = None,
        tolerance: str | None = ROUNDING,
        evidence: Sequence[Place] = (),
    ) -> Finding:
        """A finding on figures of one sentence; its place reaches from the first to the last of them."""
        start = min(figure.start for figure in figures)
        end = max(figure.end for figure in figures)
        return make_finding(
            rule,
            "inconsistent",
            kind="figures",
            place=self.place_of(sentence, start, end),
            operands=[self.place_of(sentence, figure.start, figure.end) for figure in figures],
            evidence=evidence,
            reason=reason,
            arithmetic=arithmetic,
            tolerance=tolerance if arithmetic else None,
        )

    def claim_finding(
        self,
        rule: str,
        claim: BaseClaim,
        others: Sequence[BaseClaim],
        reason: str,
        *,
        arithmetic: str | None = None,
        tolerance: str | None = None,
    ) -> Finding:
        """A finding on a claim that others contradict."""
        return make_finding(
            rule,
            "inconsistent",
            kind=claim.kind,
            place=self.place_of_claim(claim),
            evidence=[self.place_of_claim(other) for other in others],
            reason=reason,
            arithmetic=arithmetic,
            tolerance=tolerance,
        )


_GOES_ON = WordPattern(
    r"(?:<lint/goes_on>|<lint/no_thing>|<lint/year_before>)\b|\d[\d,]* of (?:<lint/these>)\b|(?:<lint/during>) (?:<common/pointing_or_possessor>)\b"
    r"|(?:<common/pointing_or_possessor>) (?:[a-z]+ )?(?:\d|(?:<lint/span_noun>)\b)|[^.;\d]{0,40}\b(?:<lint/that_figure>) (?:<lint/stood_at>)\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on about the figure, or the time, of the one before it."""

_MOST_CHARS_BETWEEN = 3


def _joined(one: FigureSentence, other: FigureSentence) -> FigureSentence | None:
    """Two sentences of one paragraph as one; None where they are not next to each other, or hold no figures."""
    end = one.start + len(one.text)
    is_near = 0 <= other.start - end <= _MOST_CHARS_BETWEEN
    if not (is_near and other.figures and one.text.endswith(".") and not one.is_heading):
        return None
    return FigureSentence(
        one.start, one.text + " " * (other.start - end) + other.text, stop=len(one.text) - 1
    )


MAX_HEADING_CHARS = 140


def _is_heading(span: TextSpan | Sentence) -> bool:
    """Whether the first sentence of a text is its headline: short, and without a full stop."""
    text = span.text.strip()
    return (
        span.start <= 2
        and len(text) <= MAX_HEADING_CHARS
        and not text.endswith((".", "!", "?", ":", "”", '"'))
    )
