"""The laws of `benchmarks/reliability` on a few texts and files of a fixed seed, and its own making of them."""

import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from claimcheck import extract

FOLDER = Path(__file__).parent.parent / "benchmarks" / "reliability"
SEED = 20_261_128

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the benchmark scripts are not beside the tests")


@pytest.fixture(scope="module", autouse=True)
def scripts():
    sys.path.insert(0, str(FOLDER))
    yield
    sys.path.remove(str(FOLDER))


@pytest.fixture
def laws(scripts):
    pytest.importorskip("pyarrow")
    import laws

    return laws


def test_a_seed_gives_the_same_texts(laws):
    import odd_texts

    texts = list(odd_texts.make_texts(7, 50))
    assert texts == list(odd_texts.make_texts(7, 50))
    assert texts[31] == odd_texts.make_text(7, 31)
    assert texts != list(odd_texts.make_texts(8, 50))


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


def test_every_format_of_odd_texts(laws):
    tally = laws.run_over_texts("writers", laws.check_writers, seed=SEED, count=40)
    assert not tally.faults, tally.report()


def test_readers_of_hostile_files(laws, tmp_path):
    pytest.importorskip("docx")
    pytest.importorskip("fpdf")
    import hostile

    tally = hostile.run_over_files(seed=SEED, count=150, folder=tmp_path)
    assert not tally.faults, tally.report()


def test_a_seed_gives_the_same_files(laws):
    import hostile

    numbers = [n for n in range(40) if hostile.make_file(7, n)[0] not in ("docx", "pdf")]  # those hold a time
    assert [hostile.make_file(7, n) for n in numbers] == [hostile.make_file(7, n) for n in numbers]


def test_a_fault_of_a_reader_is_counted(laws, tmp_path, monkeypatch):
    import hostile

    def fail(path, name):
        raise KeyError(name)

    monkeypatch.setattr(hostile, "_read", fail)
    assert hostile.run_over_files(seed=SEED, count=5, folder=tmp_path).faults.total() == 5


def test_inputs_and_outputs_in_each_other_s_way(laws, tmp_path):
    import runs

    tally = runs.run_in_odd_places(seed=SEED, count=3, folder=tmp_path)
    assert not tally.faults, tally.report()


def test_good_files_among_hostile_ones(laws, tmp_path):
    import runs

    tally = runs.run_among_hostile_files(seed=SEED, count=1, folder=tmp_path, files=16)
    assert not tally.faults, tally.report()


def test_a_lost_document_is_counted(laws, tmp_path, monkeypatch):
    import runs

    monkeypatch.setattr(runs, "_command", lambda *_: [sys.executable, "-c", ""])
    tally = runs.run_among_hostile_files(seed=SEED, count=1, folder=tmp_path, files=8)
    assert tally.faults["a document lost"] == 2


def test_tests_that_use_the_shared_folder_skip_without_it(tmp_path):
    tests = Path(__file__).parent
    using = [
        path
        for path in sorted(tests.rglob("test_*.py"))
        if re.search(r'(?:parents?\b.*|ROOT\.parent) / "shared"', path.read_text(encoding="utf-8"))
        and path != Path(__file__)
    ]
    assert len(using) > 2
    for path in (*using, *tests.rglob("conftest.py")):
        place = tmp_path / "checkout" / "tests" / path.relative_to(tests)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
    shutil.copytree(FOLDER.parent, tmp_path / "checkout" / "benchmarks")
    names = "shared or suite or benchmark or gold or annotated"
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-c",
            "/dev/null",
            "--import-mode=importlib",
            "-k",
            names,
            "tests",
        ],
        cwd=tmp_path / "checkout",
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode in (0, 5), result.stdout[-1000:]
    assert "skipped" in result.stdout


@pytest.mark.parametrize("member", ["${}", "{} kg", "{}%"])
def test_a_list_of_a_thousand_amounts_in_one_sentence(member):
    amounts = ", ".join(member.format(number) for number in range(1, 1_001))
    assert len(extract(f"We paid {amounts}.").claims) > 100
