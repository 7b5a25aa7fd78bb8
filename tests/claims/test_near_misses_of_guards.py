"""Sentences beside those that a guard was made for: where it must not fire, and where it still must."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def kinds_of(text):
    return [(claim.kind, claim.text) for claim in extract(text).claims]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("The shelf hangs 3' to the left of the stove.", ["3'"]),
        ("The strand is copied in the 5' to 3' direction.", []),
    ],
)
def test_a_prime_before_to(text, measured):
    assert [found for kind, found in kinds_of(text) if kind == "measurement"] == measured


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Rents rose 4% from one year to the next.", None),
        ("Fees rose 4% from one euro to two.", 1),
    ],
)
def test_one_period_and_the_next(text, old):
    (change,) = [claim for claim in extract(text).claims if claim.kind == "change"]
    assert change.value.from_ == old
    assert not any(kind == "measurement" for kind, _ in kinds_of(text))


def test_from_one_end_of_an_order_to_the_other():
    assert kinds_of("The marks range from lowest to highest.") == []
    assert ("ranking", "the best team in Ghana") in kinds_of("They beat the best team in Ghana.")


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("The film Orvane (1998) showed three ships.", True),
        ("Lee (1998) showed that mills close.", False),
        ("As Lee (1998) showed, mills close.", False),
    ],
)
def test_a_year_behind_the_name_of_a_work(text, is_dated):
    assert any(kind == "date" for kind, _ in kinds_of(text)) is is_dated


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("The bridge may cost as much as a $5 million yacht.", "="),
        ("The bakery faces as much as a $5 million fine.", "<="),
    ],
)
def test_as_much_as_a_priced_thing(text, comparator):
    (price,) = [claim for claim in extract(text).claims if claim.kind == "money"]
    assert price.comparator == comparator


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("The boy of 16 won two medals.", []),
        ("Of the girls, 16 won their races.", []),
        ("The lamp cost 500 won a piece.", ["KRW"]),
    ],
)
def test_won_with_what_was_won(text, currencies):
    assert [claim.value.currency for claim in extract(text).claims if claim.kind == "money"] == currencies


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Per Holm said three mills closed.", ["Per Holm"]),
        ("Per Holm, the mayor of Leeds, said three mills closed.", ["Per Holm"]),
        ("Per Holm, the bridge cost $3 million.", ["Holm"]),
        ("On Monday Orvane said three mills closed.", ["Orvane"]),
        ("In May Theresa said three mills closed.", ["Theresa"]),
        ("According to April Jones, three mills closed.", ["April Jones"]),
    ],
)
def test_names_like_prepositions_and_months(text, sources):
    assert [claim.value.source for claim in extract(text).claims if claim.kind == "quote"] == sources


def test_a_year_in_a_bracket_is_no_agency():
    (bracketed,) = [claim for claim in extract("LEEDS (1990) - It fell 3%.").claims if claim.kind == "date"]
    assert bracketed.subject.text == "LEEDS"


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("The reservoir was drawn down 3 metres.", ["decrease"]),
        ("Stocks were drawn down by 3 million barrels.", ["decrease"]),
        ("The fund drew down 12% in March.", ["decrease"]),
        ("The bakery drew down $3 million of its loan.", []),
        ("The bakery drew down 12% of its loan.", []),
        ("The lawyers drew up three plans.", []),
    ],
)
def test_drawn_down(text, directions):
    found = [claim.value.direction for claim in extract(text).claims if claim.kind == "change"]
    assert found == directions


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The tower rises 90 metres above the square.", "measurement"),
        ("The creek rose 4 metres above normal.", "change"),
    ],
)
def test_above_a_place_and_above_the_usual(text, kind):
    assert [found for found, _ in kinds_of(text)] == [kind]
