"""Amounts without a clause are of their label, or of what they measure."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Length of new mains: 38 km", ["Length of new mains"]),
        ("Motor and gears: 2 years or 900 rides.", ["Motor and gears", "rides"]),
        ("Rent of the hall: £40 an hour; cleaning: £15", ["Rent of the hall", "cleaning"]),
        ("- Butter & lard: -1.8%", ["Butter & lard"]),
        ("21 days of paid leave", ["paid leave"]),
        ("at least two years of work at sea", ["work at sea"]),
        ("The Lund mill is old; what it makes: 40 km of rope", ["it"]),
        ("The news was bad: 40% of the crew left.", ["crew"]),
    ],
)
def test_subjects(text, subjects):
    kinds = ("measurement", "money", "percentage", "count")
    assert [c.subject and c.subject.text for c in extract(text).claims if c.kind in kinds] == subjects


def test_a_name_does_not_open_a_bracket_that_it_does_not_close():
    text = "The old mill (open May–September, 60 kronor). Built in 1874, it is 32 metres high."
    assert not any("(" in (c.subject.resolved or "") for c in extract(text).claims if c.subject)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Lund raised $4 million, of which $1 million is for roads.", "Lund"),
        ("Reserves stood at £402,000, which is 2.8 months of spending.", "Reserves"),
    ],
)
def test_what_is_told_of_an_amount_is_told_of_what_has_it(text, subject):
    (*_, last) = [c for c in extract(text).claims if c.kind in ("money", "measurement")]
    assert last.subject.text == subject
