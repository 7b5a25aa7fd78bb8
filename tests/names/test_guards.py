"""Words that are no name, each with a near miss that is one."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "near_miss", "found"),
    [
        ("The notice (DE) came from Berlin.", "The notice (BMW) came from Berlin.", "BMW"),
        ("A talk (FR) by AB was held.", "A talk by the ABN was held.", "ABN"),
    ],
)
def test_two_capitals_that_only_the_model_takes_for_an_organization(text, near_miss, found):
    assert not [name.text for name in extract(text).entities if name.label == "organization"]
    assert found in [name.text for name in extract(near_miss).entities if name.label == "organization"]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The tool was programmed in D. Berlin was next.", "D. Berlin", "person"),
        ("She moved to N. Ireland in May.", "N. Ireland", "place"),
        ("The Webb Telescope Team of NASA met.", "Webb Telescope", None),
        ("They like the Hubble Telescope.", "Hubble Telescope", "product"),
    ],
)
def test_an_initial_is_no_language_and_a_part_of_a_name_no_product(text, name, label):
    names = {entity.text: entity.label for entity in extract(text).entities}
    assert names.get(name) == label
    assert "language" not in names.values()


def test_a_language_of_one_letter_is_found_at_the_end_of_a_sentence():
    assert ("D", "language") in [(e.text, e.label) for e in extract("The program was written in D.").entities]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("The Northfield Tide Agency (NTA) met in Oslo. NTA staff left.", "Northfield Tide Agency"),
        ("The Northfield Tide Agency, NTA, and Google met in Oslo. NTA staff left.", "NTA"),
    ],
)
def test_only_what_stands_in_brackets_is_a_short_form(text, canonical):
    assert [entity.canonical for entity in extract(text).entities if entity.text == "NTA"] == [canonical]


def test_the_kind_of_a_work_inside_of_a_longer_name_ends_none():
    names = [(e.text, e.label) for e in extract("The Harlan County Report Card lists 30 schools.").entities]
    assert names == [("Harlan County", "place")]
    assert ("Harlan Coast Report", "product") in [
        (e.text, e.label) for e in extract("The Harlan Coast Report lists 30 schools.").entities
    ]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The library Sable is fast. A sable hunts mice. Sable hunts at night.", 1),
        ("The library Sable is fast. A cat hunts mice. Sable runs at night.", 2),
    ],
)
def test_a_word_that_opens_a_sentence_repeats_no_name_that_is_a_plain_word_too(text, times):
    (name,) = extract(text).entities
    assert (name.text, len(name.mentions)) == ("Sable", times)
