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

BLOCKS = (512, 128, 64)
"""So many rows are multiplied at a time. The largest fit the cache of a processor; 64 are enough for OpenBLAS
to take the way of many rows."""

_TRIAL_ROWS = 13  # shares no factor with the blocks, so each of them comes to stand in every kind of place


class RowProducts:
    """Multiplies rows of shape (rows, inputs) with weights of shape (outputs, inputs), turned over.

    Args:
        weights: single precision.
        gemm: that of thinc's operations, which multiplies where numpy cannot be relied on.
    """

    def __init__(self, weights: Floats, gemm: Callable[..., Any]) -> None:
        self._weights = weights
        self._turned = np.ascontiguousarray(weights.T)
        self._gemm = gemm
        self._is_steady = is_steady(*weights.shape)

    def write(self, rows: Floats, products: Floats) -> None:
        """Write the products into an array of shape (rows, outputs)."""
        if not self._is_steady:
            self._gemm(rows, self._weights, trans2=True, out=products)
            return
        start = 0
        for block in BLOCKS:
            while len(rows) - start >= block:
                end = start + block
                np.matmul(rows[start:end], self._turned, out=products[start:end])
                start = end
        if start < len(rows):
            last = np.zeros((BLOCKS[-1], rows.shape[1]), dtype=np.float32)
            last[: len(rows) - start] = rows[start:]
            products[start:] = np.matmul(last, self._turned)[: len(rows) - start]


@cache
def is_steady(outputs: int, inputs: int) -> bool:
    """Whether numpy multiplies by OpenBLAS, and each row gives the same in all places of all `BLOCKS`."""
    libraries = _blas().lib_controllers
    if not libraries or any(library.internal_api != "openblas" for library in libraries):
        return False
    random = np.random.default_rng(0)
    rows = random.standard_normal((_TRIAL_ROWS, inputs), dtype=np.float32)
    weights = random.standard_normal((inputs, outputs), dtype=np.float32)
    with one_thread():
        expected = np.matmul(rows[np.arange(BLOCKS[0]) % _TRIAL_ROWS], weights)[:_TRIAL_ROWS]
        for block in BLOCKS:
            places = np.arange(block) % _TRIAL_ROWS
            if not np.array_equal(np.matmul(rows[places], weights), expected[places]):
                return False
    return True


def one_thread() -> AbstractContextManager[object]:
    """Within it numpy multiplies on one core: for blocks so small others would mostly wait for each other."""
    limit: AbstractContextManager[object] = _blas().limit(limits=1)
    return limit


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController().select(user_api="blas")
