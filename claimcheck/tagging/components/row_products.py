"""Rows times weights, where what a row gives does not depend on the rows beside it.

The BLAS of numpy multiplies half as fast again as that of spaCy, BLIS. But OpenBLAS goes other ways with few
rows than with many, on some processors also with every fourth row, and each way rounds otherwise; so the
annotation of a text could depend on the texts that are read with it. Here rows are multiplied in blocks of a
few sizes only, after a trial whether all places in all of these blocks give the same. Where they do not, and
where numpy has another BLAS, BLIS does the work, which has one way for all.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

BLOCKS = (512, 128, 64, 16)
"""So many rows are multiplied at a time. The largest fit the cache of a processor; the smallest are for the
last steps of a search, in which few states are left."""

_LEAST_BLOCK = 64  # with no steady block as small as this, too much would be multiplied for nothing

COLUMNS = 32
"""Outputs are filled up to a multiple of this: at the edge of a matrix OpenBLAS goes other ways."""

_TRIAL_ROWS = 13  # shares no factor with the blocks, so each of them comes to stand in every kind of place


class RowProducts:
    """Multiplies rows of shape (rows, inputs) with weights of shape (outputs, inputs), turned over.

    Args:
        weights: single precision.
        gemm: that of thinc's operations, which multiplies where numpy cannot be relied on.

    Attributes:
        columns: those of the products: the outputs, and zeros behind them up to a multiple of `COLUMNS`.
    """

    def __init__(self, weights: Floats, gemm: Callable[..., Any]) -> None:
        outputs, inputs = weights.shape
        self.columns = outputs + -outputs % COLUMNS
        self._weights = weights
        self._turned = np.zeros((inputs, self.columns), dtype=np.float32)
        self._turned[:, :outputs] = weights.T
        self._gemm = gemm
        self._blocks = steady_blocks(self.columns, inputs)

    @property
    def is_steady(self) -> bool:
        """Whether numpy multiplies, not BLIS."""
        return bool(self._blocks)

    def filled(self, rows: int) -> int:
        """So many rows with as many behind them as fill the last block: they are multiplied as they stand."""
        return rows + -rows % self._blocks[-1] if self._blocks else rows

    def of(self, rows: Floats) -> Floats:
        """The products, of shape (rows, columns)."""
        products = np.empty((len(rows), self.columns), dtype=np.float32)
        self.write(rows, products)
        return products

    def write(self, rows: Floats, products: Floats) -> None:
        """Write the products into an array of shape (rows, columns)."""
        if not self._blocks:
            outputs = len(self._weights)
            products[:, :outputs] = self._gemm(rows, self._weights, trans2=True)
            products[:, outputs:] = 0
            return
        start = 0
        for block in self._blocks:
            while len(rows) - start >= block:
                end = start + block
                np.matmul(rows[start:end], self._turned, out=products[start:end])
                start = end
        if start < len(rows):
            last = np.zeros((self._blocks[-1], rows.shape[1]), dtype=np.float32)
            last[: len(rows) - start] = rows[start:]
            products[start:] = np.matmul(last, self._turned)[: len(rows) - start]


@cache
def steady_blocks(outputs: int, inputs: int) -> tuple[int, ...]:
    """Those of `BLOCKS` in which numpy gives every row the same in all places as in the largest; none if it
    does not multiply by OpenBLAS, or none of those is small.
    """
    libraries = _blas().lib_controllers
    if not libraries or any(library.internal_api != "openblas" for library in libraries):
        return ()
    random = np.random.default_rng(0)
    rows = random.standard_normal((_TRIAL_ROWS, inputs), dtype=np.float32)
    weights = random.standard_normal((inputs, outputs), dtype=np.float32)
    with one_thread():
        expected = np.matmul(rows[np.arange(BLOCKS[0]) % _TRIAL_ROWS], weights)[:_TRIAL_ROWS]

        def is_steady(block: int) -> bool:
            places = np.arange(block) % _TRIAL_ROWS
            return np.array_equal(np.matmul(rows[places], weights), expected[places])

        steady = tuple(filter(is_steady, BLOCKS))
    return steady if steady[:1] == BLOCKS[:1] and steady[-1] <= _LEAST_BLOCK else ()


def one_thread() -> AbstractContextManager[object]:
    """Within it numpy multiplies on one core: for blocks so small others would mostly wait for each other."""
    limit: AbstractContextManager[object] = _blas().limit(limits=1)
    return limit


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController().select(user_api="blas")
