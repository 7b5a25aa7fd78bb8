"""The finding that words of an answer differ from words of one sentence of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding

if TYPE_CHECKING:
    from claimcheck.checking.findings import Finding, Place
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence


def told_otherwise(
    rule: str, answer: ParsedSentence, span: tuple[int, int], sentence: Sentence, words: Place, reason: str
) -> Finding:
    """The finding of a rule about the words at `span` in the answer's sentence.

    Args:
        rule: its name.
        answer: the sentence of the answer.
        span: offsets in the text of that sentence, end exclusive.
        sentence: the sentence of the source.
        words: the place in the source that says otherwise.
        reason: what the source says.
    """
    return make_finding(
        rule,
        "differs",
        kind="wording",
        place=answer.sentence.place(*span),
        evidence=[words, sentence.place()],
        reason=reason,
    )
