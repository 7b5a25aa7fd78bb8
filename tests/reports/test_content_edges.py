"""Where reported content begins and ends, and who holds it, where a small parser errs or prose interrupts."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def quotes(text):
    return [
        (claim.value.source, claim.text, claim.value.direct)
        for claim in extract(text).claims
        if claim.kind == "quote"
    ]


FOUND = [
    # a time between cue and content
    ("Police said on Saturday 40 people were hurt.", ("Police", "40 people were hurt", False)),
    ("The mayor said, this morning, the bridge is safe.", ("The mayor", "the bridge is safe", False)),
    # a cue in the middle
    (
        "The repair could take months, a director said, and it would cost $5 million.",
        ("a director", "The repair could take months, a director said, and it would cost $5 million", False),
    ),
    # a quotation that is the whole statement after an adverbial
    (
        'Mr Orr told the court that, over five months, "the illness played a big role in her life."',
        ("Mr Orr", "the illness played a big role in her life.", True),
    ),
    (
        'By then, "the roof was gone and the walls were wet", according to the Leeds Post.',
        ("the Leeds Post", "the roof was gone and the walls were wet", True),
    ),
    (
        'Ann Ray dubbed the row "a war that nobody could win".',
        ("Ann Ray", "a war that nobody could win", True),
    ),
    # two complements
    (
        "Ann Ray noticed that the mill makes 20 pins, but that the shop makes 48.",
        ("Ann Ray", "the mill makes 20 pins, but that the shop makes 48", False),
    ),
    # speakers
    (
        "The chief executive of Cambrel Analytics, Dr Alan Taylor, said the data was deleted.",
        ("Dr Alan Taylor", "the data was deleted", False),
    ),
    (
        "Speaking in court, Tom Orr, QC, said that the firm has 40 trucks.",
        ("Tom Orr", "the firm has 40 trucks", False),
    ),
    (
        "The Director-General of the World Health Organization said the plan works.",
        ("The Director-General of the World Health Organization", "the plan works", False),
    ),
    (
        "The firm said in a statement that it lost $3 million.",
        ("The firm", "it lost $3 million", False),
    ),
    ("A study found sales fell, citing 40 shops.", ("A study", "sales fell, citing 40 shops", False)),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_content_and_speaker(text, expected):
    assert expected in quotes(text)


NO_QUOTES = [
    "Developers have moved to the new version, showing that they like it.",
    "The parts are expected to last 40 years.",
    "The workers found themselves without a job.",
    "Staff are paid according to the rules of 1990.",
    "North Americans maintain a large “personal space”.",
    'He proclaimed himself "emperor of the seas".',
    "It is important to note that the road is closed.",
    "As he assumes that post, he will earn $3 million.",
    "As far as I can tell, the mill has 40 windows.",
]


@pytest.mark.parametrize("text", NO_QUOTES)
def test_no_quote(text):
    assert quotes(text) == []


def test_two_reports_of_one_sentence_are_kept_apart():
    text = "Ann Ray said the mill has 40 windows, while Bob Lee said the shop has 9."
    assert quotes(text) == [
        ("Ann Ray", "the mill has 40 windows", False),
        ("Bob Lee", "the shop has 9", False),
    ]


def test_what_the_speaker_does_next_is_not_reported():
    text = "The mill is old, Ann Ray said, and she left."
    assert quotes(text) == [("Ann Ray", "The mill is old", False)]
