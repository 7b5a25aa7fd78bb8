"""spaCy's recogniser of entities, for many documents at once.

Outside of an entity a state sees one token, so the scores of all tokens are made together. The states inside,
which also see the first token of the entity and the one before, are followed from every token that could
begin one; those that begin inside another entity are dropped at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer, TrainablePipe
from spacy.tokens import Span

from claimcheck.tagging.components.row_products import one_thread
from claimcheck.tagging.components.scoring import (
    MoveScorer,
    first_tokens,
    is_plain_greedy,
    joined,
    read_moves,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from claimcheck.tagging.components.scoring import Flags, Rows

FEATURES = 3
"""The token, the first of its entity, and the one before the token in it."""

MAX_STEPS_TOGETHER = 32
"""So many tokens every possible entity is followed. Hardly one is longer; those that are, in lists and
tables, are followed on only where no other entity covers their start, so that time stays linear."""


class SpanRecognizer(EntityRecognizer):  # type: ignore[misc]  # spaCy's is untyped
    """An `EntityRecognizer` that reads all tokens at once.

    Documents that have entities already, and models of another kind, are left to spaCy.
    """

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Documents in batches as large as the caller says; spaCy's own would part them by length."""
        yield from TrainablePipe.pipe(self, stream, batch_size=batch_size)

    def predict(self, docs: Sequence[Doc]) -> Any:
        """The entities of all documents, or spaCy's states."""
        docs = list(docs)
        if self._moves is None or not any(map(len, docs)) or joined(docs, ENT_IOB).any():
            return super().predict(docs)
        with one_thread():
            scorer = MoveScorer(self.model, docs, barred=self._moves.kinds == "")
            return _Entities(tuple(_find(scorer, self._moves, docs)))

    def set_annotations(self, docs: Sequence[Doc], states_or_beams: Any) -> None:
        """Write the entities into the documents."""
        if not isinstance(states_or_beams, _Entities):
            super().set_annotations(docs, states_or_beams)
            return
        entities = iter(states_or_beams.found)
        entity = next(entities, None)
        end = 0
        for doc in docs:
            start, end = end, end + len(doc)
            spans = []
            while entity is not None and entity[0] < end:
                spans.append(Span(doc, entity[0] - start, entity[1] - start, label=entity[2]))
                entity = next(entities, None)
            doc.set_ents(spans, default="outside")

    @cached_property
    def _moves(self) -> _Moves | None:
        """The moves of the model; None where only spaCy can search with it."""
        if not is_plain_greedy(self, FEATURES):
            return None
        kinds, labels, stored = read_moves(self)
        named = list(zip(kinds, labels, strict=True))
        numbers = {move: number for number, move in enumerate(named)}
        return _Moves(
            np.array([kind if label or kind == "O" else "" for kind, label in named]),
            stored,
            np.array([numbers.get(("I", label), 0) for label in labels]),
            np.array([numbers.get(("L", label), 0) for label in labels]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Moves:
    """What each move of a model does.

    Attributes:
        kinds: `B`, `I`, `L`, `U` or `O`; empty for one that is never allowed.
        labels: of the entity, as in the string store.
        insides, lasts: for a move that begins an entity, those that continue and end it.
    """

    kinds: NDArray[np.str_]
    labels: NDArray[np.uint64]
    insides: Rows
    lasts: Rows


@dataclass(frozen=True, slots=True)
class _Entities:
    """First token, token behind the last, and label of each; tokens count through all documents from 0."""

    found: tuple[tuple[int, int, int], ...]


def _find(scorer: MoveScorer, moves: _Moves, docs: Sequence[Doc]) -> Iterator[tuple[int, int, int]]:
    """The entities in their order, as `_Entities` wants them."""
    begins = joined(docs, SENT_START) == 1
    begins[first_tokens(docs)] = True
    may_go_on = np.concatenate(([False], ~begins[1:], [False]))  # by row: from its token to the next one

    best = _best_outside(scorer, moves, may_go_on[1:], joined(docs, IS_SPACE) == 1)
    kinds = moves.kinds[best]
    starts = np.flatnonzero((kinds == "B") | (kinds == "U"))
    openers = best[starts]
    starts += 1  # from here on rows
    ends = starts + 1
    is_open = np.flatnonzero(moves.kinds[openers] == "B")
    for _ in range(MAX_STEPS_TOGETHER):
        if not len(is_open):
            break
        goes_on = _goes_on(scorer, moves, openers[is_open], starts[is_open], ends[is_open], may_go_on)
        ends[is_open] += 1
        is_open = is_open[goes_on]
    unended = set(is_open.tolist())

    taken = 0
    for index, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        if start < taken:
            continue
        taken = end
        if index in unended:
            one = slice(index, index + 1)
            goes_on = np.array([True])
            while goes_on.all():
                goes_on = _goes_on(scorer, moves, openers[one], starts[one], np.array([taken]), may_go_on)
                taken += 1
        yield start - 1, taken - 1, int(moves.labels[openers[index]])


def _best_outside(scorer: MoveScorer, moves: _Moves, may_go_on: Flags, is_space: Flags) -> Rows:
    """For each token the best move of a state that is in no entity."""
    scores = scorer.scores_alone()[:, : len(moves.kinds)]
    scores[:, ~np.isin(moves.kinds, ("B", "U", "O"))] = -np.inf
    scores[np.ix_(is_space | ~may_go_on, moves.kinds == "B")] = -np.inf
    scores[np.ix_(is_space, moves.kinds == "U")] = -np.inf
    best: Rows = scores.argmax(axis=1)
    return best


def _goes_on(
    scorer: MoveScorer, moves: _Moves, openers: Rows, starts: Rows, now: Rows, may_go_on: Flags
) -> Flags:
    """Whether entities that began at `starts` with the moves `openers` go on after the tokens `now`."""
    scores = scorer.scores((now, starts, now - 1))
    inside, last = moves.insides[openers], moves.lasts[openers]
    states = np.arange(len(now))
    to_inside, to_last = scores[states, inside], scores[states, last]
    is_preferred: Flags = (to_inside > to_last) | ((to_inside == to_last) & (inside < last))
    return is_preferred & may_go_on[now]
