"""The changes of `benchmarks/metamorphic_subjects.py`, and the subjects that should come of them."""

import metamorphic_subjects
import pytest

SENTENCE = "The port of Velmar handled 34 ships in 2021."


@pytest.fixture
def variants():
    (start,) = metamorphic_subjects.starts([SENTENCE])
    return dict(metamorphic_subjects.variants(start))


@pytest.mark.parametrize(
    ("name", "text", "subject"),
    [
        ("one: name", "Kelmar Systems handled 34 ships in 2021.", "kelmar systems"),
        ("many: joined", "The mills and the breweries handled 34 ships in 2021.", "mills and the breweries"),
        ("behind: however", "The port of Velmar, however, handled 34 ships in 2021.", "port of velmar"),
        ("fronted: for", "For the council, the port of Velmar handled 34 ships in 2021.", "port of velmar"),
        (
            "closing: and",
            "The port of Velmar handled 34 ships in 2021, and the council met.",
            "port of velmar",
        ),
    ],
)
def test_the_claims_follow_their_subject(variants, name, text, subject):
    variant = variants[name]
    assert variant.text == text
    assert [metamorphic_subjects.subject_of(claim) for claim in variant.expected] == [subject] * 2
    assert [text[c["start"] : c["end"]] for c in variant.expected] == ["34 ships", "in 2021"]
    outcomes = metamorphic_subjects.outcomes_of(name, [variant])
    assert [outcome.fault for _, outcome in outcomes] == [None] * 2


@pytest.mark.parametrize(
    "text", ["It handled 34 ships.", "In Velmar, the port handled 34 ships.", "Ships: 34 handled."]
)
def test_what_begins_otherwise_is_not_changed(text):
    assert not list(metamorphic_subjects.starts([text]))


@pytest.mark.parametrize(
    ("wanted", "got", "is_right"),
    [
        ("The committee that oversees the ports", "committee", True),
        ("The committee that oversees the ports", "ports", False),
        ("Kelmar Systems, a maker of pumps,", "Kelmar Systems", True),
        ("The mills and the breweries", "breweries", False),
    ],
)
def test_what_is_said_behind_the_head_may_be_left_out(wanted, got, is_right):
    claims = [{"subject": {"text": text}} for text in (wanted, got)]
    assert metamorphic_subjects.is_of(*claims, "") is is_right
