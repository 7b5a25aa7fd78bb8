"""Where counted phrases end by the tags and arcs of their sentences."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # on to the noun that the plural only describes
        ("The ferry carried nine crew members.", ["9 crew members"]),
        ("The town built three new sports halls last year.", ["3 new sports halls"]),
        ("The feed collects 40 news stories a day.", ["40 news stories"]),
        ("Two Dutch police officers were hurt.", ["2 Dutch police officers"]),
        ("The league has 12 sports.", ["12 sports"]),
        ("The ferry carried 80 people and nine crew.", ["80 people", "9 crew"]),
        ("The harbour lists 20 goods sheds.", ["20 goods sheds"]),
        # where the noun is a verb's, or another phrase begins
        ("The fund bought 40 sports from its rival's list.", ["40 sports"]),
        ("The museum shows 30 prints Lindqvist made in Bergen.", ["30 prints"]),
        ("The firm sold 5,000 bikes last month.", ["5,000 bikes"]),
        ("She has two sons, Ole and Per.", ["2 sons"]),
        ("The 12-roll packs sold out.", ["12 roll"]),
        # behind several adjectives
        ("There were 64 domestic and foreign mergers.", ["64 domestic and foreign mergers"]),
        ("The mill will bring 900 permanent, well-paid jobs.", ["900 permanent, well-paid jobs"]),
        ("The crash left five dead, and several towns without power.", ["5 dead"]),
        ("Police found 30 injured and took them to clinics.", ["30 injured"]),
        # before a verb that looks like a plural
        ("At least one analyst believes the fare will rise.", [">= 1 analyst"]),
        ("The port has three cranes.", ["3 cranes"]),
        ("He had 25 punt returns for 300 yards.", ["25 punt returns"]),
    ],
)
def test_counted_phrases_end_with_their_noun(text: str, expected: list[str]) -> None:
    counts = [claim for claim in extract(text).claims if claim.kind == "count"]
    assert [claim.value.describe(claim.comparator) for claim in counts] == expected
    for claim in counts:
        assert claim.text.endswith(claim.value.of) or "-" in claim.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # plurals that end like a singular
        ("The raid killed 600 Iraqis, most of them women.", ["600 Iraqis"]),
        ("The club employs 40 young Israelis.", ["40 young Israelis"]),
        ("The bar prints 40 menus in 12 colours.", ["40 menus", "12 colours"]),
        ("It has 12 virus samples.", ["12 virus samples"]),
        # a year, a postcode or a telephone number before one thing counts nothing
        ('His 1561 book "Arte" became a classic.', []),
        ("1562 St Hilda, a reformer, writes of chess.", []),
        ("1572 Ana Ruiz defeats several players in Rome.", []),
        ("Call the desk on 7035550142 for help.", []),
        ("Mail Lea, 2543 Elm Road, 7035550142 lea.roe@example.org for more.", []),
        ("The yard has 1561 cranes.", ["1,561 cranes"]),
        ("The yard has 1561 crew.", ["1,561 crew"]),
        ("The hall has 1,450 staff.", ["1,450 staff"]),
        ("The firm sold 7035550 tickets.", ["7,035,550 tickets"]),
        # nor does an hour, nor what is charged
        ("They left at ten o'clock in the rain.", []),
        ("Ten minus two is eight.", []),
        ("I picked it up and was charged 30.50.", []),
        ("Police charged 30.", ["30 charged"]),
    ],
)
def test_numbers_before_one_thing(text: str, expected: list[str]) -> None:
    counts = [claim for claim in extract(text).claims if claim.kind == "count"]
    assert [claim.value.describe(claim.comparator) for claim in counts] == expected
