"""Answers in words of their own: what is no contradiction, each beside what is one."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


def problems(answer, source):
    return [f for f in claimcheck.ground(answer, source).findings if f.level != "none"]


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        # a contrary of another subject
        (
            "Revenue climbed 7 percent to £126 million in three months. Net debt fell to £90 million.",
            "Net debt dropped to £90 million.",
            "Revenue dropped to £126 million.",
        ),
        (
            (
                "Ashcombe town councillors voted to replace the bridge. Councillor Ray Dominguez, who opposed the "
                "project, argued that the money should go to roads."
            ),
            "Councillors backed the project to replace the bridge.",
            "Councillor Ray Dominguez, who backed the project, argued that the money should go to roads.",
        ),
        # ages, and "last" before a period, have no contrary
        (
            "One of the substitutes, 19-year-old Callum Reid, scored twice for the club.",
            "Teenage substitute Callum Reid scored twice for the club.",
            "Callum Reid, 29, scored twice for the club.",
        ),
        (
            "For the first time, Q1 earnings per share reached $5. There was a loss in the period a year before.",
            "The company earned $5 per share, compared to a loss last year.",
            "The company earned $6 per share, compared to a loss last year.",
        ),
        # "only" before an amount is an opinion
        (
            "The state will provide $2.1 million and the town the remaining $800,000.",
            "The town itself pays only $800,000.",
            "Only the town will provide the remaining $800,000.",
        ),
        # the same person under two names
        (
            "Callum Reid joined from Stirling. He has now scored nine goals in 13 appearances.",
            "Man of the match Reid has nine goals.",
            "Man of the match Reid has eight goals.",
        ),
        # what can be is not said flatly
        (
            "Some corals may reach 4,000 years, but they are colonies.",
            "Corals can live for up to 4,000 years.",
            "Corals reach 4,000 years.",
        ),
        # abbreviations and symbols of units
        (
            "It was trained on 256 graphics processors and needs 1.9 gigabytes of memory.",
            "It was trained on 256 GPUs and needs 1.9 GB of memory.",
            "It was trained on 256 TPUs and needs 1.9 GB of memory.",
        ),
        # what was named before
        (
            "Inverness lost to Falkirk. They meet again on 9 August.",
            "The two clubs meet again in August.",
            "The two clubs meet again in March.",
        ),
        (
            "One storm passed on Sunday. Another, weaker storm is forecast for Thursday.",
            "A second storm is forecast for Thursday.",
            "A second storm is forecast for Monday.",
        ),
    ],
)
def test_a_paraphrase_is_no_finding_and_an_error_is_one(source, right, wrong):
    assert problems(right, source) == []
    assert problems(wrong, source)
