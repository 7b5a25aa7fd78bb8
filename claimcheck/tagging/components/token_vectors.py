"""spaCy's vectors of tokens, with those of words kept and those of contexts made in blocks.

What a word gives by itself depends on four of its features, so it is made once for each word. What it gives
its neighbours in the first layer depends on nothing else either, so that is made once for each word of a
batch. What neighbours add after that goes through the layers in blocks that stay in the cache of the
processor; each block takes along as many rows on either side as the layers together can see.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.pipeline import Tok2Vec
from thinc.api import NumpyOps

from claimcheck.tagging.components.row_products import BLOCKS, RowProducts, one_thread
from claimcheck.tagging.components.word_keys import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from claimcheck.tagging.components.scoring import Floats, Rows

BLOCK_ROWS = BLOCKS[0]
"""Together with those that a block takes along. Measured with 256, 512 and 1,024 rows: 13.0, 12.2 and 11.8
microseconds a word, with 0.3, 0.6 and 1.2 MB for the largest array."""

MAX_WORDS = 50_000
"""So many words are kept, as many as elsewhere, at most 20 MB; then they are made anew. A stream of many
sources has more than 20,000 in a few hundred thousand words."""

_EMBEDDING = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]


class TokenVectors(Tok2Vec):
    """A `Tok2Vec` with a hash embedding and maxout windows of one word that gives the same vectors faster.

    Models of another kind are left to spaCy.
    """

    def predict(self, docs: Iterable[Doc]) -> Any:
        """An array of shape (tokens, width) for each document."""
        docs = list(docs)
        if self._reader is None or not any(map(len, docs)):
            return super().predict(docs)
        return self._reader.read(docs)

    @cached_property
    def _reader(self) -> _Reader | None:
        return _Reader(self.model) if _is_known(self.model) else None


def _is_known(model: Any) -> bool:
    if not isinstance(model.ops, NumpyOps) or len(model.layers) != 2:
        return False
    embedding, encoding = model.layers
    if [layer.name.partition("(")[0] for layer in embedding.layers] != _EMBEDDING:
        return False
    windows = [layer.attrs["window_size"] for layer in encoding.walk() if layer.name == "expand_window"]
    residuals = encoding.layers[0].layers
    return windows == [1] * len(residuals) and all(
        sorted(layer.name for layer in residual.walk() if not layer.layers)
        == ["dropout", "expand_window", "layernorm", "maxout"]
        for residual in residuals
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Layer:
    """A maxout over a window of three rows, with its normalisation.

    Attributes:
        products: with weights of shape (pieces * width, 3 * width); the rows of a piece follow each other.
        bias: of shape (pieces * width), in the same order.
        scale, shift: of shape (width).
    """

    products: RowProducts
    bias: Floats
    scale: Floats
    shift: Floats


class _Reader:
    """The arithmetic of a model. Sums are added up as spaCy does it, so they round alike where the same
    library multiplies (`row_products`).
    """

    def __init__(self, model: Any) -> None:
        embedding, encoding = model.layers
        self._features = embedding.layers[0].attrs["columns"]
        self._embedding_layers = embedding.layers[2:4]
        self._layers = [_read_layer(residual, model.ops.gemm) for residual in encoding.layers[0].layers]
        self._by_place = _read_by_place(encoding.layers[0].layers[0], model.ops.gemm)
        self._width: int = self._layers[0].scale.shape[0]
        self._padding = len(self._layers)  # rows between documents, and what the layers see on either side
        self._words: dict[int, int] = {}
        self._word_vectors: Floats = np.zeros((MAX_WORDS, self._width), dtype=np.float32)

    def read(self, docs: Sequence[Doc]) -> list[Floats]:
        """The vectors of the tokens of each document."""
        lengths = np.array([len(doc) for doc in docs])
        ends = np.cumsum(lengths + self._padding)
        words, places = self._embed(np.concatenate([doc.to_array(self._features) for doc in docs]))
        words = np.append(words, np.zeros((1, self._width), dtype=np.float32), axis=0)
        # By token the row of its word; what stands between the documents has that of zeros
        rows = np.full(int(ends[-1]) + self._padding, len(words) - 1)
        bounds = list(zip((ends - lengths).tolist(), ends.tolist(), strict=True))
        done = 0
        for start, end in bounds:
            rows[start:end] = places[done : done + end - start]
            done += end - start
        encoded = self._encode(words, rows)
        return [encoded[start:end] for start, end in bounds]

    def _embed(self, features: NDArray[np.uint64]) -> tuple[Floats, Rows]:
        """The vectors of the distinct words with these features, of shape (tokens, 4), and by token the place
        of its own.
        """
        keys, first, places = np.unique(keys_of(features), return_index=True, return_inverse=True)
        if len(self._words) + len(keys) > MAX_WORDS:
            self._words.clear()
        if len(keys) > MAX_WORDS:
            return self._embed_anew(features[first]), places
        known = np.array([self._words.get(key, -1) for key in keys.tolist()])
        new = np.flatnonzero(known < 0)
        if len(new):
            known[new] = np.arange(len(self._words), len(self._words) + len(new))
            self._word_vectors[known[new]] = self._embed_anew(features[first[new]])
            self._words.update(zip(keys[new].tolist(), known[new].tolist(), strict=True))
        return self._word_vectors.take(known, axis=0), places

    def _embed_anew(self, features: NDArray[np.uint64]) -> Floats:
        hashed, mixed = self._embedding_layers
        vectors: Floats = mixed.predict(hashed.predict(features))
        return vectors

    def _encode(self, words: Floats, rows: Rows) -> Floats:
        """The vectors of the words that stand in these rows, with what their neighbours add."""
        encoded = np.empty((len(rows), self._width), dtype=np.float32)
        windows = np.zeros((BLOCK_ROWS, 3 * self._width), dtype=np.float32)
        inner = BLOCK_ROWS - 2 * self._padding
        with one_thread():
            ready = self._by_neighbours(words)
            for start in range(0, len(rows), inner):
                end = min(start + inner, len(rows))
                first = max(0, start - self._padding)
                block = words.take(rows[first : end + self._padding], axis=0)
                if ready is None:
                    self._encode_block(block, windows[: len(block)], self._layers)
                else:
                    self._encode_words(block, rows[first : end + self._padding], ready)
                    self._encode_block(block, windows[: len(block)], self._layers[1:])
                encoded[start:end] = block[start - first : end - first]
        return encoded

    def _by_neighbours(self, words: Floats) -> Floats | None:
        """What the first layer makes of each word as the one before, the one at, and the one behind a place,
        three rows a word. None where BLIS multiplies, which is to round as in spaCy: it adds up all three.
        """
        if self._by_place is None:
            return None
        return self._by_place.of(words).reshape(3 * len(words), -1)

    def _encode_words(self, block: Floats, rows: Rows, ready: Floats) -> None:
        """Let the rows of a block, which are those of words, see their neighbours for the first time."""
        pieces = ready.take(3 * rows + 1, axis=0)
        pieces[1:] += ready.take(3 * rows[:-1], axis=0)
        pieces[:-1] += ready.take(3 * rows[1:] + 2, axis=0)
        self._add_best(block, pieces, self._layers[0])

    def _encode_block(self, block: Floats, windows: Floats, layers: Sequence[_Layer]) -> None:
        """Let the rows of a block see their neighbours; `windows` holds zeros in the first third of its first
        row, and what else it holds is written over.
        """
        width = self._width
        windows[-1, 2 * width :] = 0
        pieces = np.empty((len(block), len(self._layers[0].bias)), dtype=np.float32)
        for layer in layers:
            windows[1:, :width] = block[:-1]
            windows[:, width : 2 * width] = block
            windows[:-1, 2 * width :] = block[1:]
            layer.products.write(windows, pieces)
            self._add_best(block, pieces, layer)

    def _add_best(self, block: Floats, pieces: Floats, layer: _Layer) -> None:
        """Add to each row the largest of its pieces, normalised; the pieces are written over."""
        width = self._width
        pieces += layer.bias
        best = np.maximum(pieces[:, :width], pieces[:, -width:])
        for piece in range(width, pieces.shape[1] - width, width):
            np.maximum(best, pieces[:, piece : piece + width], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
        variance = np.add.reduce(best * best, axis=1, keepdims=True)
        variance /= np.float32(width)
        variance += np.float32(1e-8)
        best *= variance**-0.5
        best *= layer.scale
        best += layer.shift
        block += best


def _read_layer(residual: Any, gemm: Any) -> _Layer:
    layers = {layer.name: layer for layer in residual.walk() if not layer.layers}
    return _Layer(
        RowProducts(_by_piece(layers["maxout"]), gemm),
        np.ascontiguousarray(layers["maxout"].get_param("b").T.reshape(-1)),
        layers["layernorm"].get_param("G"),
        layers["layernorm"].get_param("b"),
    )


def _by_piece(maxout: Any) -> Floats:
    """The weights of a maxout, of shape (pieces * width, inputs)."""
    weights = maxout.get_param("W")
    width, pieces, inputs = weights.shape
    by_piece: Floats = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, inputs))
    return by_piece


def _read_by_place(residual: Any, gemm: Any) -> RowProducts | None:
    """The weights of a layer for one row in each of the three places of a window, one after the other, where
    products may be added up otherwise than in spaCy.
    """
    weights = _by_piece(next(layer for layer in residual.walk() if layer.name == "maxout"))
    outputs, inputs = weights.shape
    by_place = weights.reshape(outputs, 3, inputs // 3).swapaxes(0, 1).reshape(3 * outputs, inputs // 3)
    products = RowProducts(by_place, gemm)
    return products if products.is_steady and products.columns == 3 * outputs else None
