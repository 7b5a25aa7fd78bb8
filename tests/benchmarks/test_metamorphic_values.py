"""The changes of `benchmarks/metamorphic_values.toml`, and what their script says of what comes out."""

from pathlib import Path

import metamorphic_values
import pytest

LIST = Path(__file__).parents[2] / "benchmarks" / "metamorphic_values.toml"
SENTENCE = "The town hired 34 nurses in 2021, and rents rose 12% to $2.4 billion."


@pytest.fixture
def changes():
    return {change.name: change for change in metamorphic_values.load_changes(LIST)}


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
def test_what_is_expected_comes_out(changes, name, changed):
    (claims,) = metamorphic_values.claims_of([SENTENCE])
    trial = metamorphic_values.applied(changes[name], SENTENCE, claims)
    assert trial.text == changed
    (got,) = metamorphic_values.claims_of([changed])
    assert [outcome.fault for outcome in metamorphic_values.judged(trial, got)] == [None] * 3


def test_a_change_that_finds_nothing_makes_no_trial(changes):
    (claims,) = metamorphic_values.claims_of([SENTENCE])
    assert metamorphic_values.applied(changes["unit: miles to km"], SENTENCE, claims) is None


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("The town hired 34 nurses in 2021, and rents fell 12% to $2.4 billion.", [None, None, "direction"]),
        ("The town hired 35 nurses in 2021, and rents rose 12% to $2.4 billion.", ["value", None, None]),
        ("The town hired 34 nurses at noon, and rents rose 12% to €2.4 billion.", [None, "lost", "unit"]),
        ("The town hired at most 34 nurses, and 12% of rents paid $2.4 billion.", ["comparator", "lost", "kind", "new"]),
    ],
)  # fmt: skip
def test_what_went_wrong_is_named(changes, text, faults):
    (claims,) = metamorphic_values.claims_of([SENTENCE])
    expected = [{**claim, "loose": frozenset()} for claim in claims]
    trial = metamorphic_values.Trial(changes["frame: However"], SENTENCE, text, expected)
    (got,) = metamorphic_values.claims_of([text])
    assert sorted(str(outcome.fault) for outcome in metamorphic_values.judged(trial, got)) == sorted(
        map(str, faults)
    )


def test_names_tell_changes_apart(changes):
    assert len(changes) == len(metamorphic_values.load_changes(LIST))
