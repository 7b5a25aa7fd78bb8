"""The laws of `benchmarks/reliability` on a few texts of a fixed seed, and its own making of texts."""

import sys
from functools import partial
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "benchmarks" / "reliability"
SEED = 20_261_128

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the benchmark scripts are not beside the tests")


@pytest.fixture(scope="module")
def laws():
    sys.path.insert(0, str(FOLDER))
    import laws

    yield laws
    sys.path.remove(str(FOLDER))


def test_a_seed_gives_the_same_texts(laws):
    import material

    texts = list(material.make_texts(7, 50))
    assert texts == list(material.make_texts(7, 50))
    assert texts[31] == material.make_text(7, 31)
    assert texts != list(material.make_texts(8, 50))


def test_claims_of_odd_texts(laws):
    tally = laws.run_over_texts("blank", partial(laws.check_claims, model="blank"), seed=SEED, count=300)
    assert not tally.faults, tally.report()


def test_quantities_of_odd_texts(laws):
    tally = laws.run_over_texts("numbers", laws.check_numbers, seed=SEED, count=3_000)
    assert not tally.faults, tally.report()


@pytest.mark.model
def test_claims_of_odd_texts_by_the_bundled_pipeline(laws):
    tally = laws.run_over_texts("model", partial(laws.check_claims, model=None), seed=SEED, count=150)
    assert not tally.faults, tally.report()


def test_a_fault_is_counted_and_said_where(laws):
    def check(text):
        assert "%" not in text, "a percent sign"

    tally = laws.run_over_texts("made up", check, seed=SEED, count=50)
    assert 0 < tally.faults.total() < 50
    assert "a percent sign" in tally.report()
