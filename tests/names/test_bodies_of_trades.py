"""Bodies named after several trades: one name, however many commas stand in it."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def organizations(text):
    return [entity.text for entity in extract(text).entities if entity.label == "organization"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Bakers, Food and Allied Workers Union has left.", "Bakers, Food and Allied Workers Union"),
        ("Bakers, Food and Allied Workers Union members left.", "Bakers, Food and Allied Workers Union"),
        ("The Meat, Poultry and Dairy Federation has left.", "Meat, Poultry and Dairy Federation"),
        (
            "The National Union of Rail, Maritime and Transport Workers has left.",
            "National Union of Rail, Maritime and Transport Workers",
        ),
        (
            "The Union of Shop, Distributive and Allied Workers has left.",
            "Union of Shop, Distributive and Allied Workers",
        ),
    ],
)
def test_a_body_of_trades_is_one_name(text, name):
    assert organizations(text) == [name]


def test_a_list_of_firms_before_a_union_stays_a_list():
    found = organizations("It was paid by Quillon, Halberd and the Miners Union.")
    assert "Miners Union" in found
    assert not any("Quillon, " in name for name in found)
    assert not any("," in name for name in organizations("The plan covers Food, Drink and Tobacco."))
