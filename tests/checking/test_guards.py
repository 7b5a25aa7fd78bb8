"""Sentences that agree although words in them do not, each beside two that disagree."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


@pytest.mark.parametrize("denial", ["was not", "was never"])
def test_a_denied_contrary_is_no_contradiction(denial):
    answer = "The plan was accepted by the council."
    assert "ground/opposite" not in {
        f.rule for f in claimcheck.ground(answer, [f"The plan {denial} rejected by the council."]).findings
    }
    assert "ground/opposite" in {
        f.rule for f in claimcheck.ground(answer, ["The plan was rejected by the council."]).findings
    }


def test_one_person_has_two_positions():
    def rules(other):
        return {f.rule for f in claimcheck.compare(["Ann Lee is the CEO of Google.", other]).findings}

    assert "compare/role" not in rules("Ann Lee is a painter.")
    assert "compare/role" not in rules("Ann Lee is the chairwoman of Google.")
    assert "compare/role" in rules("Ann Lee is the CEO of Nokia.")


@pytest.mark.parametrize(
    ("answer", "source", "verdicts"),
    [
        ("The mill has over 100 workers.", "The mill has fewer than 100 workers.", {"differs"}),
        ("The mill has over 100 workers.", "The mill has more than 100 workers.", {"borne_out"}),
        ("The mill ran at least 8 hours.", "The mill ran 7.5 hours.", {"differs"}),
        ("The mill ran at least 7 hours.", "The mill ran 7.5 hours.", {"follows"}),
        ("They got only $800,000.", "They got $800,000 for it.", {"borne_out"}),
    ],
)
def test_bounds_and_only_beside_the_figure_of_a_source(answer, source, verdicts):
    assert {finding.verdict for finding in claimcheck.ground(answer, [source]).findings} == verdicts


def test_a_share_is_taken_of_amounts_in_the_same_unit_only():
    source = "A third of the 36 kilometres was done on foot, and the trip took a day."

    def verdicts(answer):
        return {f.verdict for f in claimcheck.ground(answer, [source]).findings if f.kind != "wording"}

    assert verdicts("They did 12 kilometres on foot.") == {"follows"}
    assert "follows" not in verdicts("The trip took 12 hours.")


def test_a_name_has_no_contrary():
    source = "Carla Old opened 12 shops in Leeds in May 2021."

    def rules(answer):
        return {f.rule for f in claimcheck.ground(answer, [source]).findings}

    assert "ground/opposite" not in rules("Carla Young opened 12 shops in Leeds in May 2021.")
