"""Pronouns beside names that only tell where or which, owners that keep a person in mind, and speakers."""

import pytest

pytestmark = pytest.mark.model

CASES = [
    # what is done in a place is meant, not the place
    ("Tom Ray opened a bakery in Leeds. It employs 12 people.", "It", "a bakery in Leeds"),
    ("We want to open a plant in Tema next year. It will employ 75 people.", "It", "a plant in Tema"),
    ("Ann Roe was born in Arden. It has 2,500 inhabitants.", "It", "Arden"),
    ("Arden is a town in Denmark. It has 2,500 inhabitants.", "It", "Arden"),
    # a name in front of a noun only tells which one it is
    ("The Leeds festival grew. It drew 400 people.", "It", "The Leeds festival"),
    ("Norvale grew. It drew 400 people.", "It", "Norvale"),
    # "her" goes on with a person
    (
        "Ann Roe left Oslo in 1950. War came. Her shop sold maps. Boats were slow. Ice came. She died in 1990.",
        "She",
        "Ann Roe",
    ),
    ("Ann Roe has 40 dogs. Her mother, Ida Roe, sees it differently. She is 81.", "She", "Ida Roe"),
    # a title before the name of who speaks
    (
        'Councillor Ann Roe said the mill was old. "It is worn out," she said. "It has stuck 17 times."',
        "she",
        "Ann Roe",
    ),
    # a text speaks of something else, a court also of itself
    ("Norvale closed in May. One theory holds that it ran out of wood.", "it", "Norvale"),
    ("The hospital said it had 40 beds.", "it", "The hospital"),
    # works do not speak
    ("Norvale Studios made the film Red Barn. It said the cast had 40 people.", "It", "Norvale Studios"),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), CASES, ids=[text[:50] for text, _, _ in CASES])
def test_stands_for(resolved, text, phrase, expected):
    assert resolved(text, phrase) == expected
