"""Figures beside slashes, dashes and letters: what belongs to them, and what they are no number of."""

from __future__ import annotations

import pytest

from claimcheck.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a plural fraction is none of seconds
        ("They hold about 2/3s of the seats.", ["66.67 percent"]),
        ("It took 2/3 s to load.", ["0.67 second"]),
        # two amounts with a slash are no fraction
        ("The line runs at 50/10 Mbps.", ["50 megabit_per_second", "10 megabit_per_second"]),
        ("The line runs at 512/512kb/s.", ["512 kilobit_per_second", "512 kilobit_per_second"]),
        ("Our 4/5 year olds sang.", ["4 year", "5 year"]),
        ("The board is 15/16 inch thick.", ["0.94 inch"]),
        ("The hose is 3/4 mile long.", ["0.75 mile"]),
        # nor does a model number have a fraction
        ("He drives a Ram 2500 3/4 ton truck.", ["0.75 ton"]),
        ("The path is 10 3/4 miles long.", ["10.75 mile"]),
        ("They cycled 1400 1/2 miles.", ["1400.5 mile"]),
        ("It took a Bosch 4000 1/8 inch drill.", []),
        # but a plain fraction is one, if only of one thing
        ("We fed a 1/2 year old lamb.", ["0.5 year"]),
        ("A 3/4 year old filly won.", ["0.75 year"]),
        ("Our 3/4 year olds paint.", ["3 year", "4 year"]),
        ("The link runs at 1/2 Gbps.", ["0.5 gigabit_per_second"]),
        # "and half of" begins another share
        ("Half of the scores are below seven and half of the scores are above.", ["50 percent", "7", "50 percent"]),
        ("They waited two and half hours.", ["2.5 hour"]),
        ("They waited seven and a half of the nine hours.", ["7.5", "9 hour"]),
        # a dash parts a figure from the words that say what it tells
        ("1972 - Year that she left the army.", []),
        ("9.3m - Number of people out of work.", ["9300000"]),
        ("10m - Estimated number of people on the streets.", ["10000000"]),
        ("The pool is 50m - the number is right.", ["50 meter"]),
        ("A 30 - year bond was sold.", ["30 year"]),
        # a letter is a label unless its field is spoken of
        ("The form goes with 83N today.", []),
        ("A force of 83N acts on it.", ["83 newton"]),
        ("The hook takes 20kN or 400N.", ["20 kilonewton", "400 newton"]),
        # what a unit is told for
        ("The slope is 0.8 K/psu.", ["0.8 kelvin per psu"]),
        ("We gave 20 g/plant.", ["20 gram per plant"]),
        ("It weighs 7 kg/or less.", ["7 kilogram"]),
        # a bit of data, and none
        ("They do not care one bit about it.", ["1"]),
        ("The flag takes one bit per pixel.", ["1 bit_per_pixel"]),
        ("It keeps one bit of information.", ["1 bit"]),
        # a place in an order is no share
        ("It is the median of the lower half of the data.", []),
        ("It lost half of the data.", ["50 percent"]),
        ("He was born in the nineteen-eighties.", ["19"]),
    ],
)  # fmt: skip
def test_figures_beside_marks(text: str, expected: list[str]) -> None:
    found = []
    for quantity in find_quantities(text):
        number = f"{quantity.number:.2f}".rstrip("0").rstrip(".")
        per = f" per {quantity.per}" if quantity.per else ""
        found.append(" ".join(filter(None, [number, quantity.unit])) + per)
    assert found == expected
