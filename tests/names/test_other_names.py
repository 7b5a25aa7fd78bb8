"""Names at birth and nicknames that a text gives for a person named in full."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def who_did_it_last(text):
    return extract(text).claims[-1].subject.resolved


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ('Robert "Bobby" Thwaite runs 40 shops. Bobby sold 3 of his boats.', 'Robert "Bobby" Thwaite'),
        ("Robert (Bob) Thwaite runs 40 shops. Bob bought 3 boats.", "Robert (Bob) Thwaite"),
        ("William Thwaite, known as Bill, runs 40 shops. Bill bought 3 boats.", "William Thwaite"),
        ("Anna Thwaite, née Rudkin, won in 2005. Rudkin was born in 1954.", "Anna Thwaite"),
        ("Anna Thwaite (born Anna Rudkin) won in 2005. Rudkin was born in 1954.", "Anna Thwaite"),
    ],
)
def test_another_name_is_the_persons(text, person):
    assert who_did_it_last(text) == person


@pytest.mark.parametrize(
    ("text", "person"),
    [
        # somebody else bears the name in full
        ("Mary Roe (née Lund) met Bo Lund in 1990. Lund owned 40 shops.", "Bo Lund"),
        # a place in brackets, and a day
        ("Robert Thwaite (Oslo) won 40 games. Oslo has 30 parks.", "Oslo"),
        ("Ann Roe, born Monday, weighs 3 kg. The Monday fair drew 40 guests.", "The Monday fair"),
        # what she is called is no name of hers alone
        ("Ann Roe, called the Queen, won 40 games. The Queen has 30 horses.", "The Queen"),
    ],
)
def test_what_is_no_other_name(text, person):
    assert who_did_it_last(text) == person
