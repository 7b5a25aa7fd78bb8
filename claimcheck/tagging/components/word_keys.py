"""One number for all that a component looks at of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio, as in Fibonacci hashing


def keys_of(features: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A number for each row of features, of shape (words, features); equal rows have the same.

    Features are hashes themselves. That two of 50,000 rows share a number happens once in ten billion times.
    """
    keys: NDArray[np.uint64] = features[:, 0].copy()
    for column in range(1, features.shape[1]):
        keys *= _MIX
        keys ^= features[:, column]
    return keys
