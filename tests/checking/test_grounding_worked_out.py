"""Figures that an answer works out of its source, each beside one that does not follow."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model

LIFE = (
    "Clara Wendt (born 9 May 1911 in Danzig, died 3 January 1987 in Leeds) was a botanist. From 1946 until 1974 she "
    "taught at Leeds, as a professor from 1958. Wendt described 140 species of moss, 31 of them in her first book."
)
STORM = (
    "The wind cut the power of 86,000 houses. The poll was carried out between 3 and 17 May. "
    "Sheep graze no less in winter than in summer. The pass will stay shut until at least 2 April."
)
CLUB = (
    "Ravensby beat Holt 3-1; Ade Bakare scored twice before the break. It was the ninth win in eleven matches for "
    "Ravensby. The council kept seven of its nine seats in the club's board."
)
FIRM = (
    "Quillmesh raised $42 million in a Series B round. It makes software for chemists. It had raised $18 million in "
    "its Series A. Work on the first 400 flats will cost 96 million euros. The model was trained on 1.8 trillion "
    "tokens. Revenue should reach CHF 1.66 billion; the firm had forecast more."
)

FOLLOWS = {
    "an age": (LIFE, "Wendt was 75 when she died.", "Wendt was 76 when she died."),
    "some of the years": (
        LIFE,
        "She taught at Leeds for 28 years, 16 of them as a professor.",
        "She taught at Leeds for 28 years, 17 of them as a professor.",
    ),
    "a bounded rest": (
        LIFE,
        "More than 100 of the mosses she described are not in that book.",
        "More than 120 of the mosses she described are not in that book.",
    ),
    "weeks between two days": (STORM, "The poll took two weeks.", "The poll took five weeks."),
    "a degree denied": (
        STORM,
        "Sheep graze as long in winter as they do in summer.",
        "Sheep graze less in winter than in summer.",
    ),
    "not before and until": (
        STORM,
        "The pass will not open before April.",
        "The pass will not stay shut until April.",
    ),
    "how often, in an adverb": (
        CLUB,
        "Two of Ravensby's goals were scored by Ade Bakare before the break.",
        "Five of Ravensby's goals were scored by Ade Bakare before the break.",
    ),
    "all but a few": (
        CLUB,
        "Ravensby have won all but two of their eleven matches.",
        "Ravensby have won all but four of their eleven matches.",
    ),
    "a rest told by a contrary": (
        CLUB,
        "The council lost two of its nine seats in the board.",
        "The council lost three of its nine seats in the board.",
    ),
    "a total of two sentences": (
        FIRM,
        "The two rounds together brought in $60 million.",
        "The two rounds together brought in $65 million.",
    ),
    "so much for each": (
        FIRM,
        "The first phase will cost 240,000 euros per flat.",
        "The first phase will cost 280,000 euros per flat.",
    ),
    "not quite reached": (
        FIRM,
        "The model was trained on nearly two trillion tokens.",
        "The model was trained on nearly three trillion tokens.",
    ),
    "at most": (
        FIRM,
        "Revenue should now reach CHF 1.66 billion at most.",
        "Revenue should now reach CHF 1.56 billion at most.",
    ),
}


def problems(source, answer):
    return [finding.rule for finding in claimcheck.ground(answer, source).findings if finding.level != "none"]


@pytest.mark.parametrize("name", FOLLOWS)
def test_what_is_worked_out_follows(name):
    source, right, _ = FOLLOWS[name]
    assert problems(source, right) == []


@pytest.mark.parametrize("name", FOLLOWS)
def test_what_does_not_follow_is_found(name):
    source, _, wrong = FOLLOWS[name]
    assert problems(source, wrong)
