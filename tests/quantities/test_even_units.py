"""Two measures in two units of one kind are one range behind "between"."""

import pytest

from claimcheck.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The path is between 800 m and 2 km long.", "0.8", "2", "kilometer"),
        ("The work took between 10 days and 3 weeks.", "10", "21", "day"),
        ("A file holds between 300 KB and 2 MB.", "0.3", "2", "megabyte"),
        ("The trip takes between 90 minutes and two hours.", "1.5", "2", "hour"),
    ],
)
def test_two_units_make_one_range(text, low, high, unit):
    [found] = find_quantities(text)
    assert (str(found.low), str(found.high), found.unit) == (low, high, unit)
    assert text[found.start : found.end].startswith("between ")


@pytest.mark.parametrize(
    "text",
    [
        "The choice between 2 hours by train and 40 minutes by plane is easy.",  # something stands between
        "The parcel weighed between 3 kg and 40 g.",  # the first is the greater one
        "The walk is between one mile and 3 km.",  # neither comes out even
        "It was between 5 °C and 41 °F outside.",  # no multiples
        "Of 2 km and 300 m the first is longer.",
    ],
)
def test_other_amounts_stay_two(text):
    assert [q.low for q in find_quantities(text)] == [None, None]
