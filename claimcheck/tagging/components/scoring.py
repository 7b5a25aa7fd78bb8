"""Scores of the moves of many states at once, with the weights of a spaCy transition model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps

from claimcheck.tagging.components.row_products import COLUMNS, RowProducts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.pipeline.transition_parser import Parser
    from spacy.tokens import Doc

Flags = NDArray[np.bool_]
Floats = NDArray[np.float32]
Rows = NDArray[np.intp]
"""Tokens of the documents put together, counted from 1; 0 stands for none. They are rows of `MoveScorer`."""

BLOCK_STATES = 1_024
"""So many states are scored at a time, which stay in the cache of a processor."""

FEW_STATES = 64
"""Of fewer states all features are taken at once and added up, which is fewer calls; of more, one feature
after the other, so that what is added stays in the cache: 52 microseconds instead of 85 for 150 states."""

MAXOUT_PIECES = 2
"""What spaCy's settings for parsers and recognisers say."""


class MoveScorer:
    """What a state is worth to each move: the sum of what its tokens give, a maxout of two, a linear layer.

    Scores have a column for each move, and some that are no moves behind them (`RowProducts.columns`), which
    are as low as those of moves that are barred. To be used within `one_thread`.

    Args:
        model: of the component.
        docs: whose tokens the states are made of.
        barred: the moves that are never allowed.
    """

    def __init__(self, model: Any, docs: Sequence[Doc], *, barred: Flags) -> None:
        token_layer, feature_layer, move_layer = model.layers
        multiply = model.ops.gemm
        weights = feature_layer.get_param("W")  # (features, hidden, 2, inputs)
        self._features, self._hidden = weights.shape[:2]
        self._places = np.arange(self._features)[:, np.newaxis]  # of the features among the rows of a token
        vectors = _narrowed(token_layer, docs, multiply)
        table = np.empty((len(vectors) + 1, weights[..., 0].size), dtype=np.float32)
        table[0] = _by_piece(feature_layer.get_param("pad"))
        by_piece = weights.swapaxes(1, 2).reshape(table.shape[1], -1)
        RowProducts(by_piece, multiply).write(vectors, table[1:])
        self._table: Floats = table.reshape(-1, self._hidden * MAXOUT_PIECES)
        self._bias: Floats = _by_piece(feature_layer.get_param("b"))
        self._moves = RowProducts(move_layer.get_param("W"), multiply)
        self._move_bias = np.full(self._moves.columns, -np.inf, dtype=np.float32)
        self._move_bias[: len(barred)] = np.where(barred, np.float32(-np.inf), move_layer.get_param("b"))

    def scores(self, tokens: Sequence[Rows]) -> Floats:
        """Scores of shape (states, columns); `tokens` holds, for each feature, the token of every state."""
        states = len(tokens[0])
        if states <= BLOCK_STATES:
            return self._score(np.array(tokens))
        blocks = range(0, states, BLOCK_STATES)
        return np.concatenate(
            [self._score(np.array([row[start : start + BLOCK_STATES] for row in tokens])) for start in blocks]
        )

    def scores_alone(self) -> Floats:
        """Scores of shape (tokens, columns), for each token of a state that sees it first and no other."""
        by_token = self._table[self._features :: self._features]
        others = self._table[1 : self._features]
        blocks = []
        for start in range(0, len(by_token), BLOCK_STATES):
            total = by_token[start : start + BLOCK_STATES] + others[0]
            for other in others[1:]:
                total += other
            blocks.append(self._finish(total))
        return np.concatenate(blocks)

    def _score(self, rows: Rows) -> Floats:
        rows *= self._features
        rows += self._places
        # Feature by feature, as spaCy adds them up: in another order the sums would round otherwise
        if rows.shape[1] < FEW_STATES:
            return self._finish(np.add.reduce(self._table.take(rows, axis=0), axis=0))
        total = self._table.take(rows[0], axis=0)
        for others in rows[1:]:
            total += self._table.take(others, axis=0)
        return self._finish(total)

    def _finish(self, total: Floats) -> Floats:
        """The scores from what the tokens of each state give together, which is written over."""
        total += self._bias
        states = len(total)
        # Rows of zeros at the end, which `RowProducts` would else put there itself, with all others copied
        best = np.zeros((self._moves.filled(states), self._hidden), dtype=np.float32)
        np.maximum(total[:, : self._hidden], total[:, self._hidden :], out=best[:states])
        scores = self._moves.of(best)[:states]
        scores += self._move_bias
        return scores


def _narrowed(token_layer: Any, docs: Sequence[Doc], multiply: Any) -> Floats:
    """The vectors of all tokens after the linear layer that a component begins with."""
    listener, _, narrowing = token_layer.layers
    bias = narrowing.get_param("b")
    vectors = RowProducts(narrowing.get_param("W"), multiply).of(np.concatenate(listener.predict(docs)))
    vectors = vectors[:, : len(bias)]
    vectors += bias
    return vectors


def _by_piece(pieces: Floats) -> Floats:
    """Numbers of shape (..., hidden, 2) in one row, in which the first pieces of a feature come before the
    second ones: so the larger of two are found many at a time.
    """
    row: Floats = pieces.swapaxes(-1, -2).reshape(-1)
    return row


def is_plain_greedy(parser: Parser, features: int) -> bool:
    """Whether the model of a component is of the kind that `MoveScorer` reads, with so many features, and its
    search is greedy.
    """
    model = parser.model
    return (
        isinstance(model.ops, NumpyOps)
        and parser.cfg["beam_width"] == 1
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and [layer.name for layer in model.layers[0].layers[1:]] == ["list2array", "linear"]
        and model.layers[1].get_dim("nF") == features
        and model.layers[1].get_dim("nO") * MAXOUT_PIECES % COLUMNS == 0
        and model.layers[1].get_dim("nP") == MAXOUT_PIECES
    )


def joined(docs: Sequence[Doc], attribute: int) -> NDArray[np.int64]:
    """One attribute of the tokens of all documents, one after the other."""
    columns = [doc.to_array(attribute).astype(np.int64) for doc in docs]
    return np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64)


def first_tokens(docs: Sequence[Doc]) -> Rows:
    """Where each document that is not empty begins, in the tokens of all of them, counted from 0."""
    lengths = np.array([len(doc) for doc in docs], dtype=np.intp)
    starts: Rows = (np.cumsum(lengths) - lengths)[lengths > 0]
    return starts


def read_moves(parser: Parser) -> tuple[list[str], list[str], NDArray[np.uint64]]:
    """The kinds of a component's moves, their labels, and those as the string store has them, 0 for none."""
    names = [parser.moves.get_class_name(number) for number in range(parser.moves.n_moves)]
    kinds, _, labels = map(list, zip(*(name.partition("-") for name in names), strict=True))
    add = parser.vocab.strings.add
    return kinds, labels, np.array([add(label) if label else 0 for label in labels], dtype=np.uint64)
