"""The account of an article: what each rule proposed in each sentence, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from claimcheck.claims.base import FrozenModel, TextSpan
from claimcheck.quantities.finding import explain_numerals
from claimcheck.rules import Candidate
from claimcheck.version import SCHEMA_VERSION, __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.article import Article
    from claimcheck.claims.base import BaseClaim
    from claimcheck.mentions import NormalisedDocument

SAID_ALREADY = "any/said-already"
"""Of a candidate whose words and value another claim already has."""

BY_A_TABLE = "table"
"""Of a candidate that stands in a table, or counts in the thousands of one: see the checks of that name."""

NUMERAL = "numeral"
"""The kind of the numerals that are no part of any quantity."""


class ExplainedCandidate(TextSpan):
    """Words that a rule proposed as a claim; offsets into the article.

    `claim` is the id of the claim that it became, `refused_by` the check that refused it: one of the two is
    given. `looked_at` are the words that the check went by, where it names any. A numeral that is no part
    of a quantity has the kind `numeral`, and no rule.
    """

    kind: str
    rule: str
    claim: str | None = None
    refused_by: str | None = None
    looked_at: TextSpan | None = None


class ExplainedSentence(TextSpan):
    """A sentence and its candidates in reading order."""

    candidates: tuple[ExplainedCandidate, ...]


class Explanation(FrozenModel):
    """The account of one article."""

    schema_version: str = SCHEMA_VERSION
    claimcheck_version: str = __version__
    source: str
    sentences: tuple[ExplainedSentence, ...]


def make_explanation(
    article: Article,
    traces: Iterable[tuple[NormalisedDocument, Sequence[Candidate]]],
    claims: Sequence[BaseClaim],
    in_tables: Iterable[BaseClaim] = (),
) -> Explanation:
    """The account of an article from the traces of its passages and its claims.

    Args:
        article: what was read.
        traces: what was proposed in each passage.
        claims: what became of it, those of tables too.
        in_tables: claims of running text that a table refuses.
    """
    ids = {(claim.found_by, claim.start, claim.end): claim.id for claim in claims}
    refused = {(claim.found_by, claim.start, claim.end) for claim in in_tables}
    sentences = []
    for document, trace in traces:
        offset = document.passage.start
        places: defaultdict[int, list[ExplainedCandidate]] = defaultdict(list)
        for candidate in dict.fromkeys((*trace, *_numerals(document))):
            explained = _explain(article.text, offset, candidate, ids, refused)
            places[document.sentence_at(candidate.start).start].append(explained)
        for claim in claims:
            if claim.table is not None and offset <= claim.start < offset + len(document.text):
                places[document.sentence_at(claim.start - offset).start].append(
                    ExplainedCandidate(
                        **_span(article.text, claim.start, claim.end),
                        kind=claim.kind,
                        rule=claim.found_by,
                        claim=claim.id,
                    )
                )
        for sentence in document.sentences:
            found = sorted(places[sentence.start], key=lambda c: (c.start, c.end, c.rule))
            sentences.append(
                ExplainedSentence(
                    **_span(article.text, offset + sentence.start, offset + sentence.end),
                    candidates=tuple(found),
                )
            )
    return Explanation(source=article.source, sentences=tuple(sentences))


def _numerals(document: NormalisedDocument) -> Iterator[Candidate]:
    """The numerals that are no quantities, each with the rule that set it aside."""
    for account in explain_numerals(document.text, document.passage.article.hints):
        if account.set_aside_by is not None:
            yield Candidate("", account.start, account.end, account.set_aside_by)


def _explain(
    text: str,
    offset: int,
    candidate: Candidate,
    ids: dict[tuple[str, int, int], str],
    in_tables: set[tuple[str, int, int]],
) -> ExplainedCandidate:
    start, end = offset + candidate.start, offset + candidate.end
    claim = None if candidate.refused_by else ids.get((candidate.rule, start, end))
    looked_at = None
    if candidate.looked_at is not None:
        first, last = candidate.looked_at
        looked_at = TextSpan(**_span(text, offset + first, offset + last))
    return ExplainedCandidate(
        **_span(text, start, end),
        kind=candidate.rule.partition("/")[0] or NUMERAL,
        rule=candidate.rule,
        claim=claim,
        refused_by=candidate.refused_by
        or (_missing(candidate, start, end, in_tables) if claim is None else None),
        looked_at=looked_at,
    )


def _missing(candidate: Candidate, start: int, end: int, in_tables: set[tuple[str, int, int]]) -> str:
    """What kept a candidate that nothing refused from becoming a claim."""
    return BY_A_TABLE if (candidate.rule, start, end) in in_tables else SAID_ALREADY


def _span(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text[start:end]}


def only_kinds(explanation: Explanation, kinds: frozenset[str]) -> Explanation:
    """The account of these kinds alone; every sentence stays."""
    sentences = tuple(
        sentence.model_copy(update={"candidates": tuple(c for c in sentence.candidates if c.kind in kinds)})
        for sentence in explanation.sentences
    )
    return explanation.model_copy(update={"sentences": sentences})
