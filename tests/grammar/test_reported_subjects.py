"""What a reported claim is about where a tree gives it to the reporter, and other subjects a tree misses."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def subject(text, kind):
    claim = next(claim for claim in extract(text).claims if claim.kind == kind)
    return None if claim.subject is None else claim.subject.text


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Its ponds, Groot says, were five meters deep.", "measurement", "Its ponds"),
        ("The play, critics agree, is 20 minutes too long.", "measurement", "The play"),
        ("The ferry, its captain said last week, will sail in 2030.", "date", "The ferry"),
        ('The mill, Ray said, "is 40 years old".', "measurement", "The mill"),
        ("Whitlock said about two-thirds of the workforce had left.", "percentage", "the workforce"),
        ("Ann Ray told the council that the fund was lost and would be repaid by 2029.", "date", "the fund"),
        ("The mayor faces a revolt after officers confirmed that £340m set aside for walls would be moved.", "money", None),
        # the reporter where nothing else is said
        ("The chairman claims to have 40 staff.", "count", "The chairman"),
        ("The choir, Ann Ray said in May, has 40 members.", "date", "Ann Ray"),
        # a part, a state, a place in a compound
        ("It is owned by funds, the biggest of which, Corvid, has 8%.", "percentage", "Corvid"),
        ("It has 40 trucks, most of which run on 4 litres.", "measurement", "most of which"),
        ("Ferrovia is in talks to buy a stake for about €6 million.", "money", "Ferrovia"),
        ("The talks to buy a stake for €6 million failed.", "money", "The talks"),
        ("The Leeds-based group prints four in ten of the labels.", "percentage", "The Leeds-based group"),
        ("In a poll of 2,050 adults held on Wednesday, 58 per cent said the cut was wrong.", "percentage", None),
    ],
)  # fmt: skip
def test_subject(text, kind, expected):
    assert subject(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Orr has 40 dogs. Her mother, who is 81, sees it differently. “She will sell,” she says.", "she"),
        ("Ann Orr has 40 dogs. Her mother, Ida Orr, sees it differently. “She will sell,” she says.", "Ida Orr"),
        ("“It is old,” says Ann Orr. Her brother, Tom Orr, goes further. He believes that it leaks.", "Tom Orr"),
        ("Ann Orr spoke to a neighbour. “It is old,” she says.", "Ann Orr"),
    ],
)  # fmt: skip
def test_speaker_beside_somebody_unnamed(text, expected):
    found = [claim.value.source for claim in extract(text).claims if claim.kind == "quote"]
    assert found[-1] == expected


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("My mother is 84 and she sings.", 84),
        ("Her mother, who is 81 and does the books, left.", 81),
        ("She is 40 and 3 inches taller.", None),
    ],
)
def test_age_of_a_person(text, age):
    found = [claim.value.number for claim in extract(text).claims if claim.kind == "measurement"]
    assert (age in found) is (age is not None)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("There are no more than 14 pumps in Leeds.", "<="),
        ("The bridge is no longer than 40 meters.", "<="),
        ("The bridge is no shorter than 40 meters.", ">="),
    ],
)
def test_bounds_that_deny_nothing(text, comparator):
    claim = extract(text).claims[0]
    assert (claim.comparator, claim.polarity) == (comparator, "positive")


def test_what_is_false_of_a_part_is_no_denial_of_its_number():
    assert {claim.polarity for claim in extract("It raised 40 alarms, 36 of them false.").claims} == {
        "positive"
    }
