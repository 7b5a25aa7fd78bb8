"""What the rules look at: one document, its sentences with their figures; and how a finding is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.checking.findings import Place, make_finding
from claimcheck.checking.lint.figures import Figure, FigureSentence
from claimcheck.checking.texts import sentences_of
from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.texts import Sentence
    from claimcheck.claims.base import BaseClaim, TextSpan
    from claimcheck.result import Document

ROUNDING = "each figure may stand for every value that rounds to it"

_SLOT = re.compile(r"(?<!\?P)<(\w+)>")
_ANY_SLOT, _ANY = "\0", "<[0-9]+>"


def slots(pattern: str) -> re.Pattern[str]:
    """A pattern over the template of a sentence, in which `<a>` stands for any figure and names it.

    `<_>` stands for a figure without a name.

    >>> slots("from <a> to <b>").search("it rose from <0> to <1>.").groupdict()
    {'a': '0', 'b': '1'}
    """
    return re.compile(
        _SLOT.sub(r"<(?P<\1>[0-9]+)>", pattern.replace("<_>", _ANY_SLOT)).replace(_ANY_SLOT, _ANY)
    )


@per_lexicon
def lint_words(role: str) -> tuple[str, ...]:
    """The words of one role in `en/lint_words.csv`, in their order; of `factor` those of all rows."""
    rows = (row for row in load_rows("en/lint_words.csv") if row["role"] == role)
    return tuple(word for row in rows for word in row["words"].split("|"))


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

    def matches(
        self, pattern: re.Pattern[str]
    ) -> Iterator[tuple[FigureSentence, dict[str, Figure], re.Match[str]]]:
        """Every place where a pattern of `slots` fits a sentence, with the figures in its slots."""
        for sentence in self.sentences:
            if not sentence.figures:
                continue
            for match in pattern.finditer(sentence.template):
                named = {
                    name: sentence.figures[int(index)]
                    for name, index in match.groupdict().items()
                    if index is not None and index.isdecimal() and int(index) < len(sentence.figures)
                }
                yield sentence, named, match

    def claims_in(self, sentence: FigureSentence) -> list[BaseClaim]:
        """The claims of a sentence."""
        return [claim for claim in self.document.claims if claim.sentence.start == sentence.start]

    def place_of(self, sentence: FigureSentence, start: int, end: int) -> Place:
        """A stretch of a sentence as a place of the document, with the claim that covers it."""
        first, last = sentence.start + start, sentence.start + end
        claim = next((c for c in self.document.claims if c.start <= first and last <= c.end), None)
        if claim is None:
            claim = next((c for c in self.document.claims if c.start < last and first < c.end), None)
        return Place(
            start=first,
            end=last,
            text=sentence.text[start:end],
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


MAX_HEADING_CHARS = 140


def _is_heading(span: TextSpan | Sentence) -> bool:
    """Whether the first sentence of a text is its headline: short, and without a full stop."""
    text = span.text.strip()
    return (
        span.start <= 2
        and len(text) <= MAX_HEADING_CHARS
        and not text.endswith((".", "!", "?", ":", "”", '"'))
    )
