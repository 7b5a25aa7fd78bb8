"""spaCy's tagger and morphologizer, which score the tokens of all documents at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.pipeline import Morphologizer, Tagger
from thinc.api import NumpyOps

from claimcheck.tagging.components.row_products import BLOCKS, RowProducts, one_thread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from claimcheck.tagging.components.scoring import Rows


class WordTagger(Tagger):  # type: ignore[misc]  # spaCy's is untyped
    """A `Tagger`; models of another kind are left to spaCy."""

    def predict(self, docs: Sequence[Doc]) -> Any:
        """For each document the numbers of its tokens' labels."""
        return _best_labels(self.model, docs) if _is_known(self.model, docs) else super().predict(docs)


class WordMorphologizer(Morphologizer):  # type: ignore[misc]  # spaCy's is untyped
    """A `Morphologizer`; models of another kind are left to spaCy."""

    def predict(self, docs: Sequence[Doc]) -> Any:
        """For each document the numbers of its tokens' labels."""
        return _best_labels(self.model, docs) if _is_known(self.model, docs) else super().predict(docs)


def _is_known(model: Any, docs: Sequence[Doc]) -> bool:
    """Whether a model is one linear layer on vectors, and there is something to label."""
    return (
        isinstance(model.ops, NumpyOps)
        and len(model.layers) == 2
        and model.layers[1].layers == [model.get_ref("output_layer")]
        and model.get_ref("output_layer").name == "softmax"
        and any(map(len, docs))
    )


def _best_labels(model: Any, docs: Sequence[Doc]) -> list[Rows]:
    """For each document the number of the best label of each token."""
    vectors = np.concatenate(model.layers[0].predict(docs))
    layer = model.get_ref("output_layer")
    weights = layer.get_param("W")
    products = RowProducts(weights, model.ops.gemm)
    bias = np.full(products.columns, -np.inf, dtype=np.float32)  # of columns that are no labels
    bias[: len(weights)] = layer.get_param("b")
    best = np.empty(len(vectors), dtype=np.intp)
    with one_thread():
        for start in range(0, len(vectors), BLOCKS[0]):  # the scores of a block stay in the cache
            block = vectors[start : start + BLOCKS[0]]
            scores = products.of(block)
            scores += bias
            scores.argmax(axis=1, out=best[start : start + len(block)])
    return np.split(best, np.cumsum([len(doc) for doc in docs])[:-1])
