"""Whom a pronoun stands for beside a name that a noun of kinship explains, and behind what opens its sentence."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def resolved(text, kind):
    return [claim.subject.resolved for claim in extract(text).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gina Valk lost the vote, her son Anderson Cole announced. She is 40 years old.", ["Gina Valk"]),
        # near misses: the pronoun has the gender of the noun; a noun that tells none
        ("Gina Valk lost the vote, her son Anderson Cole announced. He is 40 years old.", ["Anderson Cole"]),
        ("Her lawyer Anderson Cole left Leeds in May. She is 40 years old.", ["Anderson Cole"]),
        ("Her son Anderson Cole left Leeds in May. She is 40 years old.", [None]),
    ],
)
def test_a_noun_of_kinship_tells_the_gender_of_the_name_behind_it(text, names):
    assert resolved(text, "measurement") == names


def test_the_subject_of_a_copula_is_the_one_beside_it():
    text = (
        "U.S. painter Gina Valk died on Monday at the age of 95, her son Anderson Cole announced. "
        "Child of a rich family, she became a dancer."
    )
    assert [
        claim.value.title for claim in extract(text).claims if claim.kind == "role" and "became" in claim.text
    ] == ["dancer"]
