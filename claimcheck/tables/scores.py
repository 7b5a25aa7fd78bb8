"""How much the figures of a table should be checked: each is scored as the sentence that it stands for."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from claimcheck.checkworthiness.scoring import score_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.claims.base import BaseClaim


def with_scores(claims: Iterable[BaseClaim]) -> Iterator[BaseClaim]:
    """The claims of tables with scores; that of a row, which is their sentence, is its figures' highest."""
    for _, group in groupby(claims, key=lambda claim: claim.sentence.start):
        row = list(group)
        scores = [score_sentence(as_sentence(claim), (claim,)) for claim in row]
        sentence = row[0].sentence.model_copy(update={"score": max(scores)})
        for claim, score in zip(row, scores, strict=True):
            yield claim.model_copy(update={"score": score, "sentence": sentence})


def as_sentence(claim: BaseClaim) -> str:
    """A figure in its table as a sentence: `Sales (2019) was $53 million.`; it is scored and nothing else."""
    place = claim.table
    heads = [] if place is None else [head.text for head in (place.group, *place.column) if head is not None]
    about = "" if claim.subject is None else claim.subject.text
    beside = ", ".join(head for head in heads if head != about)
    return f"{about}{f' ({beside})' if beside else ''} was {claim.text}."
