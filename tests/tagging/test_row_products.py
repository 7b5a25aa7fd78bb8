"""Rows times weights: what one row gives is the same whatever stands beside it."""

from __future__ import annotations

import numpy as np
import pytest
from thinc.api import NumpyOps

from claimcheck.tagging import pipelines
from claimcheck.tagging.components import row_products
from claimcheck.tagging.components.row_products import BLOCKS, RowProducts, steady_blocks
from claimcheck.tagging.pipelines import load_pipeline

RANDOM = np.random.default_rng(5)
WEIGHTS = RANDOM.standard_normal((288, 96), dtype=np.float32)
ROWS = RANDOM.standard_normal((1000, 96), dtype=np.float32)


def products(rows, weights=WEIGHTS):
    found = np.full((len(rows), len(weights)), np.nan, dtype=np.float32)
    RowProducts(weights, NumpyOps().gemm).write(rows, found)
    return found


@pytest.fixture(params=["as it comes", "by BLIS"])
def library(request, monkeypatch):
    if request.param == "by BLIS":
        monkeypatch.setattr(row_products, "steady_blocks", lambda *_: ())


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("count", [0, 1, 3, 63, 64, 65, 127, 200, 511, 512, 513, 1000])
def test_a_product_does_not_depend_on_the_rows_beside_it(count):
    alone = products(ROWS)
    assert np.allclose(alone, ROWS.astype(np.float64) @ WEIGHTS.T.astype(np.float64), atol=1e-4)
    assert products(ROWS[:count]).tobytes() == alone[:count].tobytes()
    assert products(ROWS[1000 - count :]).tobytes() == alone[1000 - count :].tobytes()
    assert products(ROWS[:count][::-1].copy())[::-1].tobytes() == alone[:count].tobytes()


def test_rows_that_round_by_their_place_are_left_to_blis(monkeypatch):
    multiply = np.matmul

    def by_place(rows, weights):
        found = multiply(rows, weights)
        found[3::4] = np.nextafter(found[3::4], np.float32(np.inf))
        return found

    monkeypatch.setattr(np, "matmul", by_place)
    assert not steady_blocks.__wrapped__(288, 96)


@pytest.mark.parametrize(("odd", "left"), [({16}, (512, 128, 64)), ({128}, (512, 64, 16)), ({16, 64}, ())])
def test_blocks_that_round_by_their_size_are_left_out(odd, left, monkeypatch):
    multiply = np.matmul

    def by_size(rows, weights):
        found = multiply(rows, weights)
        return np.nextafter(found, np.float32(np.inf)) if len(rows) in odd else found

    if steady_blocks(288, 96) != BLOCKS:
        pytest.skip("numpy rounds by the size of a block here")
    monkeypatch.setattr(np, "matmul", by_size)
    assert steady_blocks.__wrapped__(288, 96) == left


@pytest.mark.usefixtures("library")
def test_columns_are_filled_up_with_zeros():
    found = RowProducts(WEIGHTS[:50], NumpyOps().gemm).of(ROWS[:70])
    assert found.shape == (70, 64)
    assert np.allclose(found[:, :50], ROWS[:70] @ WEIGHTS[:50].T, atol=1e-4)
    assert not found[:, 50:].any()


class Libraries:
    def __init__(self, *names):
        self.lib_controllers = [type("Library", (), {"internal_api": name})() for name in names]


@pytest.mark.parametrize("names", [(), ("mkl",), ("openblas", "mkl")])
def test_another_library_is_not_relied_on(names, monkeypatch):
    monkeypatch.setattr(row_products, "_blas", lambda: Libraries(*names))
    assert not steady_blocks.__wrapped__(288, 96)


@pytest.mark.model
@pytest.mark.usefixtures("library")
def test_the_annotation_is_the_same_with_either_library():
    text = "Anna Berg, who founded Acme in 2019, sold 40 percent of it to a bank in Oslo for $3 million. " * 9
    doc, expected = pipelines._load_bundled()(text), load_pipeline()(text)
    attributes = ["TAG", "HEAD", "DEP", "LEMMA", "ENT_IOB"]
    assert doc.to_array(attributes).tolist() == expected.to_array(attributes).tolist()
