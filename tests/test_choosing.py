from __future__ import annotations

import pytest

import claimcheck
from claimcheck.choosing import Choice, fields_of_claims, parse_conditions

pytestmark = pytest.mark.model

TEXT = (
    "Acme Tools was founded in 1998. Revenue rose to $4.2 million last year, according to the mayor. "
    "Bolt Works paid $900,000 for 12 vans."
)


@pytest.fixture(scope="module")
def document():
    return claimcheck.extract(TEXT)


def words(document, **choice):
    return [claim.text for claim in Choice(**choice).of(document).claims]


def test_conditions_look_at_the_record(document):
    assert words(document, conditions=parse_conditions("value.number > 1e5 and kind = money")) == ["$900,000"]
    assert words(document, conditions=parse_conditions("kind = date")) == ["was founded in 1998"]
    assert words(document, conditions=parse_conditions("text ~ VANS")) == ["12 vans"]
    assert words(document, conditions=parse_conditions("kind > 3")) == []
    assert words(document, conditions=parse_conditions("prediction = true")) == []


def test_top_keeps_the_order_of_reading_unless_told_otherwise(document):
    best = words(document, top=2, sort="score")
    assert sorted(best, key=TEXT.index) == words(document, top=2)
    scores = [claim.score for claim in Choice(sort="score").of(document).claims]
    assert scores == sorted(scores, reverse=True)


def test_subjects_and_attribution(document):
    assert words(document, subjects=("acme",)) == ["was founded in 1998"]
    assert all(claim.attribution for claim in Choice(attributed=True).of(document).claims)
    assert words(document, min_score=1.0) == []


@pytest.mark.parametrize("expression", ["", "value.number", "> 3", "value..number > 3", "a = "])
def test_what_is_no_comparison_is_refused(expression):
    with pytest.raises(ValueError, match="is no comparison"):
        parse_conditions(expression)


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("value.numbr > 3", "no claim has a field 'value.numbr'; did you mean value.number?"),
        ("kind = money and colour = red", "no claim has a field 'colour'"),
        ("number > 3", "no claim has a field 'number'; did you mean value.number?"),
        ("subject.txt ~ Acme", "no claim has a field 'subject.txt'; did you mean subject.text?"),
    ],
)
def test_a_field_that_no_claim_has_is_refused(expression, said):
    with pytest.raises(ValueError, match=said.replace("?", r"\?")):
        parse_conditions(expression)


def test_the_fields_are_those_of_the_json(document):
    def paths(record):
        for name, content in record.items():
            yield name
            if isinstance(content, dict):
                yield from (f"{name}.{path}" for path in paths(content))

    for claim in document.claims:
        assert set(paths(claim.model_dump(mode="json", by_alias=True))) <= fields_of_claims()
