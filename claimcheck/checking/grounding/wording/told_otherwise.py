"""The finding that words of an answer differ from words of one sentence of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding

if TYPE_CHECKING:
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.texts import Sentence

Span = tuple[int | None, int | None]
"""Offsets into the text of a sentence, end exclusive; None for where it begins or ends itself."""


def told_otherwise(
    rule: str, answer: Sentence, span: Span, source: Sentence, words: Span, reason: str
) -> Finding:
    """The finding of a rule about the words at `span` in the sentence of the answer.

    Args:
        rule: its name.
        answer: the sentence of the answer.
        span: what is told there.
        source: the sentence of the source.
        words: what is told in it.
        reason: what the source says.
    """
    return make_finding(
        rule,
        "differs",
        kind="wording",
        place=answer.place(*span),
        evidence=[source.place(*words), source.place()],
        reason=reason,
    )
