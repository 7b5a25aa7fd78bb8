"""What the press puts in somebody's mouth: parts in quotation marks, clauses in front, and who "he" is."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def quotes_of(text):
    return [
        (claim.value.source, claim.text, claim.value.direct)
        for claim in extract(text).claims
        if claim.kind == "quote"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a quotation that begins within a clause ends at its closing mark, whatever sentences it holds
        (
            'Olga Bern said the pier had become a "trap for the whole town. Nobody dares to walk on it."',
            [
                (
                    "Olga Bern",
                    'the pier had become a "trap for the whole town. Nobody dares to walk on it."',
                    False,
                )
            ],
        ),
        (
            'The team wrote that the pumps "are slow; they should be replaced by May."',
            [("The team", 'the pumps "are slow; they should be replaced by May."', False)],
        ),
        # near misses: what a sentence of its own says behind the quotation, or another speaker
        (
            'The survey said the pier is "unsafe." Olga Bern said it would be closed.',
            [
                ("The survey", 'the pier is "unsafe."', False),
                ("Olga Bern", "it would be closed", False),
            ],
        ),
        (
            'Olga Bern said the pier was "a trap" for walkers. It closed in May.',
            [("Olga Bern", 'the pier was "a trap" for walkers', False)],
        ),
        (
            'Olga Bern said the pier was old. "Nobody dares to walk on it any more. It is a trap."',
            [
                ("Olga Bern", "the pier was old", False),
                ("Olga Bern", "Nobody dares to walk on it any more. It is a trap.", True),
            ],
        ),
        # a clause that opens a sentence reports nothing of the main clause
        (
            "While the ferry firm and port officials say the quay is not a risk, the plan to sell it calls that wrong.",
            [("the ferry firm and port officials", "the quay is not a risk", False)],
        ),
        (
            "While officials say the plant, the oldest in the county, is safe, the council voted to close it.",
            [("officials", "the plant, the oldest in the county, is safe", False)],
        ),
        (
            "Officials say the quay, which opened in May, is safe, and the cranes are sound.",
            [
                (
                    "Officials",
                    "the quay, which opened in May, is safe, and the cranes are sound",
                    False,
                )
            ],
        ),
        ("While officials say the quay is safe.", [("officials", "the quay is safe", False)]),
        # "there" as a subject
        (
            "Growers worry there won't be anyone around to pick.",
            [("Growers", "there won't be anyone around to pick", False)],
        ),
        (
            "The mayor told people there that the hall held 400 seats.",
            [("The mayor", "the hall held 400 seats", False)],
        ),
        # a question at the head of a quotation that goes on to state something
        (
            '"We have to look at this," Bern said. "If you own a boat, why should you pay? It is free of charge."',
            [
                ("Bern", "We have to look at this,", True),
                ("Bern", "If you own a boat, why should you pay? It is free of charge.", True),
            ],
        ),
        (
            '"We have to look at this," Bern said. "If you own a boat, why should you pay?"',
            [("Bern", "We have to look at this,", True)],
        ),
    ],
)
def test_contents(text, expected):
    assert quotes_of(text) == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ivo Lund praised Omar Bern in a letter. He said that Bern would help the board.", "Ivo Lund"),
        ("Omar Bern resigned on Friday. He said that Ivo Lund would follow him.", "Omar Bern"),
        ("Omar Bern resigned on Friday. He said the board would meet in May.", "Omar Bern"),
        ('Omar Bern resigned on Friday. He said: "It is over, and I am glad of it."', "Omar Bern"),
        ("Omar Bern resigned on Friday. He said that Bern Castle would be sold.", "Omar Bern"),
    ],
)
def test_he_is_nobody_whom_he_names(text, source):
    assert {found for found, *_ in quotes_of(text)} == {source}


def test_he_is_nobody_whom_he_names_though_none_other_is_there():
    assert quotes_of("Omar Dunstan resigned on Friday. He said that Dunstan would stay on the board.") == [
        ("He", "Dunstan would stay on the board", False)
    ]
