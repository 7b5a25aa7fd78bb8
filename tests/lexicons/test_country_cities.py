"""The list of cities by which an answer may name the country."""

import pytest

from claimcheck import ground
from claimcheck.lexicons import load_rows

ROWS = load_rows("shared/country_cities.csv")


def test_every_country_is_a_listed_place_and_no_city_has_two():
    places = {row["name"] for row in load_rows("shared/places.csv")}
    assert [row["country"] for row in ROWS if row["country"] not in places] == []
    cities = [city for row in ROWS for city in row["cities"].split("|")]
    assert len(cities) == len(set(cities))


def verdicts(place, city):
    answer, source = f"The mill belongs to a firm in {place}.", f"The mill belongs to a firm in {city}."
    return [finding.verdict for finding in ground(answer, source).findings if finding.kind == "name"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["country"])
def test_who_is_in_a_city_is_in_its_country(row):
    found = verdicts(row["country"], row["cities"].split("|")[0])
    assert found
    assert set(found) == {"borne_out"}


def test_another_country_is_not_found():
    assert verdicts("Japan", "Pune") == ["not_found"]
