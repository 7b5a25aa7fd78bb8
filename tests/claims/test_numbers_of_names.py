"""Numbers that belong to a name, a question or a turn of speech, and the amounts that look like them."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def described(text, kind):
    return [claim.value.describe(claim.comparator) for claim in extract(text).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("They saw 29 Amphitrite and 16 Psyche.", []),
        ("We met at 3926 Feagan.", []),
        ("It has 12 Senate seats and 40 Boeing jets.", ["12 Senate seats", "40 Boeing jets"]),
        ("They employ 2400 Thai and 74 Malay cooks.", ["2,400 Thai", "74 Malay cooks"]),
        ("A 1984 New York Times article told it.", []),
        ("The rate is 12 MS.", []),
        ("They took 5-HTP.", []),
        ("It is an 8-GPU server.", ["8 GPU"]),
        ("The three-dimensional shape is known.", []),
        ('The song "Two Doors Down" won.', []),
        ('"Three men left", he said.', ["3 men"]),
        ("The group (known as Four Colts) sang.", []),
        ("Ann Roe: 0000-0001-7734-2051 Bo Lund: 0000-0002-6620-1184", []),
        ("It is Report RU-MARINE-4/91-TR12 of the yard.", []),
        ("The care of old boats 311 K Dahl and B Holm", []),
        ("It was run on the Vexel 4800 systems.", []),
        ("The 900-series tells of boats.", []),
        ("They live at 24 rue Lhomme and 8 via della Torre.", []),
        ("It is told in 5.2 Boat yard rules of the manual.", []),
        ("It has 2.5 German cars per house.", ["2.5 German cars"]),
        ("The Kenyan 400 members left.", ["400 members"]),
        ("In Kenya 1490 people left.", ["1,490 people"]),
        ("They hired 30-40 people.", ["30–40 people"]),
    ],
)
def test_counts(text, counts):
    assert described(text, "count") == counts


@pytest.mark.parametrize(
    ("text", "measurements"),
    [
        ("They won on World Cup 2018 day five.", []),
        ("It was a 2 day trip.", ["2 days"]),
        ("The minimum age to play the game is 18.", ["18 years"]),
        ("The minimum number to play the game is 18.", []),
    ],
)
def test_measurements(text, measurements):
    assert described(text, "measurement") == measurements


@pytest.mark.parametrize(
    ("text", "rankings"),
    [
        ("I am not sure which option would be the best.", []),
        ("This option is the best in Oslo.", ["#1 best"]),
        ("You are the best!", []),
        ("You are the best team in Oslo.", ["#1 best"]),
        ("It was most recently hit in June.", []),
        ("It is at the top of your list.", []),
        ("He scored in the 20th minute.", []),
        ("There are two ways. The first is slow, the second one will cost more.", ["#2 second"]),
        ("There are two ways. The first is slow. The second one will cost more.", []),
    ],
)
def test_rankings(text, rankings):
    assert described(text, "ranking") == rankings


def test_what_is_done_so_often_does_not_grow():
    assert described("The school is triple accredited.", "change") == []
    assert described("The school tripled its staff.", "change") == ["↑ 200 %"]


def test_twice_in_a_year_is_no_ratio():
    assert described("They lost twice that year.", "comparison") == []
    assert described("It is twice that size.", "comparison") == ["2x that size"]


def test_the_years_of_a_list_of_elections():
    text = "He ran in the 2002 French presidential election, 2007 French presidential election and lost."
    assert [c.value.timex for c in extract(text).claims if c.kind == "date"] == ["2002", "2007"]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        # what joins and what bounds
        ("She won $300 plus costs.", "money", ["300 USD"]),
        ("Rounds ten and eleven follow.", "count", []),
        ("Ten rounds and eleven breaks follow.", "count", ["10 rounds", "11 breaks"]),
        # a part that compares
        ("They paid $300, a third more than in 2024.", "change", ["↑ 33.33 %"]),
        ("The hall is a quarter larger than the barn.", "comparison", ["1.25x the barn"]),
        ("A third of the hall is larger than the barn.", "comparison", []),
        # people whom no noun counts
        ("She has a crew of 25.", "count", ["25 crew"]),
        ("The hut sleeps 36 and opens in May.", "count", ["36 people"]),
        ("She has a debt of 25.", "count", []),
        # ways up, no growth
        ("The trail climbs 1,140 m.", "change", []),
        ("The index climbs 3%.", "change", ["↑ 3 %"]),
        ("He ran a course record.", "ranking", ["#1 record"]),
        ("He has a criminal record.", "ranking", []),
        ("Promoted Skell sit 17th.", "ranking", ["#17 17th"]),
        # bounds of an estimate have its unit
        (
            "Survival was 14.2 months (95% CI 11.8 to 16.9).",
            "measurement",
            ["14.2 months", "11.8–16.9 months"],
        ),
        ("The odds were 1.4 (95% CI 1.1 to 1.9).", "measurement", []),
    ],
)
def test_joints_bounds_and_bands(text, kind, found):
    assert described(text, kind) == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        # bounds behind an opening bracket or dash
        ("They are a minority (less than 20%) there.", "percentage", ["< 20 %"]),
        ("Some (at least 5 towns) burned.", "count", [">= 5 towns"]),
        ("It grew fast—about 40 men a day.", "count", ["~ 40 men"]),
        ("It is a risk (no less, 20%) for them.", "percentage", ["20 %"]),
        # titles and names
        ("He starred in the crew, 3000 Miles to Graceland and more.", "measurement", []),
        ("He walked 3000 miles to Graceland.", "measurement", ["3,000 miles"]),
        ("It was a gift to Five Hole for Food.", "count", []),
        ("Mayor Jailed For 12 Years.", "measurement", ["12 years"]),
        # what nobody counts
        ("I paid 2k cash for it.", "count", []),
        ("It had p <.001 voxel threshold.", "count", []),
        ("Pay before the fifteenth (15th) of the month.", "ranking", []),
        ("He is the fifteenth in line.", "ranking", ["#15 fifteenth"]),
        # the only verb of its sentence behind a numbered name
        ("Ruby 3 ships with a new parser.", "count", []),
        ("Group 3 points to a lack of funds.", "count", []),
        ("Convoy 3 ships were sunk.", "count", ["3 ships"]),
        ("Denmark 12 ships.", "count", ["12 ships"]),
        ("Chile 5 packs per box.", "count", ["5 packs"]),
        ("Only 12 ships with full crews.", "count", ["12 ships"]),
        ("Some 12 ships of the line.", "count", ["~ 12 ships"]),
        ("They compared 30B-A3B with 20 others.", "count", ["20 others"]),
    ],
)
def test_brackets_and_titles(text, kind, found):
    assert described(text, kind) == found
