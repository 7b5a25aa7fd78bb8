"""spaCy's arc-eager parser, for documents whose sentences are known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.pipeline import DependencyParser, TrainablePipe
from spacy.pipeline._parser_internals.nonproj import deprojectivize

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

FEATURES = 8
"""Two tokens of the buffer, three of the stack, and the last children of the foremost of them."""

SHIFT, RIGHT, LEFT, REDUCE, BREAK = range(5)
_KINDS = {"S": SHIFT, "D": REDUCE, "L": LEFT, "R": RIGHT, "B": BREAK}
_NON_PROJECTIVE = "||"


class SentenceParser(DependencyParser):  # type: ignore[misc]  # spaCy's is untyped
    """A `DependencyParser` that takes the next step in all sentences at once.

    Documents whose sentences are not known, and models of another kind, are left to spaCy.
    """

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Documents in batches as large as the caller says; spaCy's own would part them by length."""
        yield from TrainablePipe.pipe(self, stream, batch_size=batch_size)

    def predict(self, docs: Sequence[Doc]) -> Any:
        """Heads and labels of the tokens of all documents, or spaCy's states."""
        docs = list(docs)
        starts = joined(docs, SENT_START)
        starts[first_tokens(docs)] = 1
        has_heads = any(doc.has_annotation("DEP") for doc in docs)
        if self._moves is None or not len(starts) or not starts.all() or has_heads:
            return super().predict(docs)
        # The ends of sentences are known
        ends = np.append(first_tokens(docs)[1:], len(starts))
        with one_thread():
            scorer = MoveScorer(self.model, docs, barred=self._moves.kinds == BREAK)
            return _Search(scorer, self._moves, starts == 1, ends).run()

    def set_annotations(self, docs: Sequence[Doc], states_or_beams: Any) -> None:
        """Write heads and labels into the documents."""
        if not isinstance(states_or_beams, _Arcs):
            super().set_annotations(docs, states_or_beams)
            return
        columns = states_or_beams.columns(self.vocab.strings["ROOT"])
        end = 0
        for doc in docs:
            start, end = end, end + len(doc)
            doc.from_array([HEAD, DEP], columns[start:end])  # type: ignore[arg-type]  # its type is too narrow
            if states_or_beams.are_lifted[start:end].any():
                deprojectivize(doc)

    @cached_property
    def _moves(self) -> _Moves | None:
        """The moves of the model; None where only spaCy can search with it."""
        if self.cfg["learn_tokens"] or not is_plain_greedy(self, FEATURES):
            return None
        kinds, labels, stored = read_moves(self)
        return _Moves(
            np.array([_KINDS[kind] for kind in kinds]),
            stored,
            np.array([_NON_PROJECTIVE in label for label in labels]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Moves:
    """What each move of a model does.

    Attributes:
        kinds: of the five of the system.
        labels: of the arc that it makes, as in the string store; 0 for none.
        lift: whether the label says that the true head is further up.
    """

    kinds: Rows
    labels: NDArray[np.uint64]
    lift: Flags


@dataclass(frozen=True, slots=True, eq=False)
class _Arcs:
    """What a search found for each token of all documents.

    Attributes:
        offsets: from the token to its head; 0 for a root.
        labels: of the arc between them, as in the string store.
        are_lifted: whether the label says that the true head is further up.
    """

    offsets: NDArray[np.int64]
    labels: NDArray[np.uint64]
    are_lifted: Flags

    def columns(self, root: int) -> NDArray[np.uint64]:
        """For `Doc.from_array`: offsets, and labels with that of the roots."""
        labels = np.where(self.offsets == 0, np.uint64(root), self.labels)
        return np.stack([self.offsets.astype(np.uint64), labels], axis=1)


class _Search:
    """The states of all sentences, a row each, and what they know of the tokens.

    Stack and buffer are chains of tokens: each token of the stack knows the one below it, each token that was
    put back on the buffer the one that was put back before it.
    """

    def __init__(self, scorer: MoveScorer, moves: _Moves, starts: Flags, document_ends: Rows) -> None:
        self._scorer = scorer
        self._moves = moves
        self._shifts = np.flatnonzero(moves.kinds == SHIFT).tolist()
        self._reductions = np.flatnonzero(moves.kinds == REDUCE).tolist()

        rows = len(starts) + 1
        self._below = np.zeros(rows, dtype=np.intp)
        self._put_back_before = np.zeros(rows, dtype=np.intp)
        self._was_put_back = np.zeros(rows, dtype=np.bool_)
        self._head = np.zeros(rows, dtype=np.intp)
        self._attached_by = np.zeros(rows, dtype=np.intp)  # the move that gave the head
        self._last_left = np.zeros(rows, dtype=np.intp)
        self._last_right = np.zeros(rows, dtype=np.intp)
        self._right_before = np.zeros(rows, dtype=np.intp)  # what was `_last_right` of its head before it

        first = np.flatnonzero(starts) + 1
        self._top = np.zeros(len(first), dtype=np.intp)
        self._put_back = np.zeros(len(first), dtype=np.intp)  # comes before `_next`
        self._next = first
        self._end = np.append(first[1:], rows)  # of the sentence: the row behind its last token
        self._document_end = document_ends[np.searchsorted(document_ends, first)] + 1

    def run(self) -> _Arcs:
        """Search to the end of all sentences."""
        self._take_forced_moves()
        while len(self._top):
            self._take_best_moves()
            self._take_forced_moves()
        head, attached_by = self._head[1:], self._attached_by[1:]
        has_head = head > 0
        return _Arcs(
            np.where(has_head, head - np.arange(1, len(head) + 1), 0),
            self._moves.labels[attached_by],
            self._moves.lift[attached_by] & has_head,
        )

    def _take_best_moves(self) -> None:
        """One step where there is a choice: the stack holds something, and so does the sentence's buffer."""
        top, put_back, below = self._top, self._put_back, self._below
        is_untouched = put_back == 0
        first = np.where(is_untouched, self._next, put_back)
        after = self._next + is_untouched
        after *= after < self._document_end  # the model sees beyond the sentence, but not beyond the document
        second = self._put_back_before[put_back]
        second = np.where(second == 0, after, second)
        under = below[top]
        left, right = self._last_left, self._last_right
        tokens = (first, second, top, under, below[under], left[first], left[top], right[top])
        scores = self._scorer.scores(tokens)
        cannot_shift = (second == 0) | self._was_put_back[first]
        for column in self._shifts:
            scores[cannot_shift, column] = -np.inf
        cannot_reduce = under == 0  # the last one waits for the end of the sentence
        for column in self._reductions:
            scores[cannot_reduce, column] = -np.inf

        moves = scores.argmax(axis=1)
        kinds = self._moves.kinds[moves]
        to_left = (kinds == LEFT).nonzero()[0]
        if len(to_left):
            self._attach_left(to_left, first[to_left], moves[to_left])
        to_right = (kinds == RIGHT).nonzero()[0]
        if len(to_right):
            self._attach_right(top[to_right], first[to_right], moves[to_right])
        pushed = (kinds <= RIGHT).nonzero()[0]
        if len(pushed):
            self._push(pushed, first[pushed])
        reduced = (kinds == REDUCE).nonzero()[0]
        if len(reduced):
            self._reduce(reduced)

    def _attach_left(self, states: Rows, heads: Rows, moves: Rows) -> None:
        """Arcs from the first of the buffer to the top of the stack, which leaves it."""
        children = self._top[states]
        # Where the child has a head, it is the last one to the right of it
        self._last_right[self._head[children]] = self._right_before[children]
        self._head[children] = heads
        self._attached_by[children] = moves
        self._last_left[heads] = children
        self._was_put_back[heads] = False
        self._top[states] = self._below[children]

    def _attach_right(self, heads: Rows, children: Rows, moves: Rows) -> None:
        """Arcs from the top of the stack to the first of the buffer, which is still to be pushed."""
        self._head[children] = heads
        self._attached_by[children] = moves
        self._right_before[children] = self._last_right[heads]
        self._last_right[heads] = children

    def _push(self, states: Rows, first: Rows) -> None:
        """Move the first of the buffer to the stack."""
        self._below[first] = self._top[states]
        self._top[states] = first
        put_back = self._put_back[states]
        self._next[states] += put_back == 0
        self._put_back[states] = self._put_back_before[put_back]

    def _reduce(self, states: Rows) -> None:
        """Take the top from the stack; without a head it goes back to the buffer."""
        tokens = self._top[states]
        self._top[states] = self._below[tokens]
        is_headless = self._head[tokens] == 0
        if is_headless.any():
            tokens, states = tokens[is_headless], states[is_headless]
            self._was_put_back[tokens] = True
            self._put_back_before[tokens] = self._put_back[states]
            self._put_back[states] = tokens

    def _take_forced_moves(self) -> None:
        """Take what needs no scores: the first token of an empty stack, and the stack at a sentence's end."""
        while True:
            is_at_end = (self._next == self._end) & (self._put_back == 0)
            at_end = is_at_end.nonzero()[0]
            if len(at_end):
                self._empty_stacks(at_end)
            empty = (self._top == 0).nonzero()[0]
            if not len(empty):
                return
            is_done = is_at_end[empty]
            shifted = empty[~is_done]
            self._push(shifted, np.where(self._put_back == 0, self._next, self._put_back)[shifted])
            if is_done.any():
                is_open = np.ones(len(is_at_end), dtype=np.bool_)
                is_open[empty[is_done]] = False
                self._top, self._put_back = self._top[is_open], self._put_back[is_open]
                self._next, self._end = self._next[is_open], self._end[is_open]
                self._document_end = self._document_end[is_open]

    def _empty_stacks(self, states: Rows) -> None:
        """Take the stack down to its bottom or to a token that goes back to the buffer."""
        for state in states.tolist():
            token = int(self._top[state])
            while token and (self._head[token] or not self._below[token]):
                token = int(self._below[token])
            self._top[state] = token
            if token:
                self._reduce(np.array([state]))
