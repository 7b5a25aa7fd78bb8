"""The changes of `benchmarks/metamorphic.toml`, and what their script says of what comes out."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def load_script():
    spec = importlib.util.spec_from_file_location("metamorphic", ROOT / "benchmarks" / "metamorphic.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


SCRIPT = load_script()
CHANGES = {change.name: change for change in SCRIPT.load_changes(ROOT / "benchmarks" / "metamorphic.toml")}
SENTENCE = "The town hired 34 nurses in 2021, and rents rose 12% to $2.4 billion."


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("percent: symbol to word", "The town hired 34 nurses in 2021, and rents rose 12 percent to $2.4 billion."),
        ("percent: another figure", "The town hired 34 nurses in 2021, and rents rose 43% to $2.4 billion."),
        ("number: in words", "The town hired thirty-four nurses in 2021, and rents rose 12% to $2.4 billion."),
        ("verb turned: fell", "The town hired 34 nurses in 2021, and rents fell 12% to $2.4 billion."),
        ("money: billion as bn", "The town hired 34 nurses in 2021, and rents rose 12% to $2.4bn."),
        ("date: another year", "The town hired 34 nurses in 2024, and rents rose 12% to $2.4 billion."),
        (
            "frame: According to",
            "According to the ministry, the town hired 34 nurses in 2021, and rents rose 12% to $2.4 billion.",
        ),
    ],
)  # fmt: skip
def test_what_is_expected_comes_out(name, changed):
    (claims,) = SCRIPT.claims_of([SENTENCE])
    trial = SCRIPT.applied(CHANGES[name], SENTENCE, claims)
    assert trial.text == changed
    (got,) = SCRIPT.claims_of([changed])
    assert [outcome.fault for outcome in SCRIPT.judged(trial, got)] == [None] * 3


def test_a_change_that_finds_nothing_makes_no_trial():
    (claims,) = SCRIPT.claims_of([SENTENCE])
    assert SCRIPT.applied(CHANGES["unit: miles to km"], SENTENCE, claims) is None


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("The town hired 34 nurses in 2021, and rents fell 12% to $2.4 billion.", [None, None, "direction"]),
        ("The town hired 35 nurses in 2021, and rents rose 12% to $2.4 billion.", ["value", None, None]),
        ("The town hired 34 nurses at noon, and rents rose 12% to €2.4 billion.", [None, "lost", "unit"]),
        ("The town hired at most 34 nurses, and 12% of rents paid $2.4 billion.", ["comparator", "lost", "kind", "junk"]),
    ],
)  # fmt: skip
def test_what_went_wrong_is_named(text, faults):
    (claims,) = SCRIPT.claims_of([SENTENCE])
    expected = [{**claim, "loose": frozenset()} for claim in claims]
    trial = SCRIPT.Trial(CHANGES["frame: However"], SENTENCE, text, expected)
    (got,) = SCRIPT.claims_of([text])
    assert sorted(str(outcome.fault) for outcome in SCRIPT.judged(trial, got)) == sorted(map(str, faults))


def test_names_tell_changes_apart():
    assert len(CHANGES) == len(SCRIPT.load_changes(ROOT / "benchmarks" / "metamorphic.toml"))
