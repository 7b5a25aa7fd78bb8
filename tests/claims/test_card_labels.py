"""Lines of cards that say of what kind a thing is and who stands behind it."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model

CARD = "Finch-7B\n\nFinch-7B answers questions.\n\n{}\n"


def labelled(line):
    found = [claim for claim in extract(CARD.format(line)).claims if claim.found_by.endswith("/label")]
    return [
        (claim.subject.text, getattr(claim.value, "relation", "kind"), claim.text)
        for claim in found
        if claim.subject is not None
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- **Model type:** Language model", [("Finch-7B", "kind", "Language model")]),
        ("Model type\n\nLanguage model", [("Finch-7B", "kind", "Language model")]),
        ("Model type Language model", [("Finch-7B", "kind", "Language model")]),
        ("Model type: see the paper", []),
        ("Model type: 7", []),
        ("- Developed by: Microsoft", [("Finch-7B", "developed_by", "Microsoft")]),
        (
            "- **Developed by:** Microsoft and the Nokia",
            [("Finch-7B", "developed_by", "Microsoft"), ("Finch-7B", "developed_by", "Nokia")],
        ),
        ("Model Developers Nokia", [("Finch-7B", "developed_by", "Nokia")]),
        ("- Owner: Nokia", [("Finch-7B", "owned_by", "Nokia")]),
        ("- Developed by: a team near Nokia", []),
        ("- Developed by: Ann Lee", []),
        ("Owner Nokia sold it.", []),
    ],
)
def test_labels_of_cards(line, expected):
    assert labelled(line) == expected


def test_a_card_without_a_title_is_of_what_the_text_names_most():
    text = "Redis is fast. We like Redis. They run Redis.\n\nModel Developers Nokia\n"
    assert [
        claim.subject.text for claim in extract(text).claims if claim.found_by == "organization/label"
    ] == ["Redis"]


def subjects(line):
    return [claim.subject and claim.subject.text for claim in extract(CARD.format(line)).claims]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Model date March 2023", ["Finch-7B"]),
        ("Model date\n\nMarch 2023, trained on pages.", ["Finch-7B"]),
        ("Release date: 4 May 2023", ["Finch-7B"]),
        ("- **Release date:** 4 May 2023", ["Finch-7B"]),
        ("Model version\n\n7 billion parameters: the second version.", ["Finch-7B", "Finch-7B"]),
        # near misses
        ("Release date was moved to May 2021.", ["Release date"]),
        ("Release date\n\nThe first test took place in May 2021.", ["The first test", "The first test"]),
        ("Parameters\n\nA run takes 40 hours.", ["A run"]),
        ("Start date: 4 May 2023", ["Start date"]),
    ],
)
def test_what_a_card_gives_behind_a_label_is_said_of_its_thing(line, expected):
    assert subjects(line) == expected
