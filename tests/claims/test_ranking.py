"""Superlatives and places in an order: which of them a sentence asserts, and which it only speaks of."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def rankings(text):
    found = [claim for claim in extract(text).claims if claim.kind == "ranking"]
    return [(claim.value.rank, claim.value.order, claim.text) for claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # wherever it stands, a definite superlative is said of the thing it describes
        (
            "The storm hit the poorest villages of the coast.",
            [(1, "poorest", "the poorest villages of the coast")],
        ),
        (
            "The valley with the highest death rate is Aldermoor.",
            [(1, "highest", "the highest death rate")],
        ),
        (
            "Thefts are on pace for the lowest level in at least 126 years.",
            [(1, "lowest", "the lowest level")],
        ),
        ("It was the steepest fall since May.", [(1, "steepest", "the steepest fall")]),
        (
            "They taxed some of the richest and most powerful families.",
            [
                (1, "richest", "some of the richest and most powerful families"),
                (1, "most powerful", "most powerful"),
            ],
        ),
        ("It was one of the most-visited halls.", [(1, "most-visited", "one of the most-visited halls")]),
        ("We are happy to release our final token version.", [(1, "final", "our final token version")]),
        ("She sailed in the final ferry of the line.", [(1, "final", "the final ferry of the line")]),
        # a form that the tagger takes for a noun
        (
            "Elm Row: The leafiest street by far, it is home to a mill.",
            [(1, "leafiest", "The leafiest street by far")],
        ),
        # "the most" before what is counted
        ("After the vote, Ada Holm had the most delegates.", [(1, "most", "the most delegates")]),
        # a field of time or of a person
        ("Unemployment hit a 30-year high.", [(1, "high", "a 30-year high")]),
        ("Employment was at a new series high.", [(1, "high", "a new series high")]),
        ("She threw a personal best in Oslo.", [(1, "best", "a personal best")]),
        # ordinals
        ("We mark the tenth birthday of the league.", [(10, "tenth", "the tenth birthday of the league")]),
        ("Lund's first crewed balloon flew.", [(1, "first", "Lund's first crewed balloon")]),
    ],
)
def test_asserted(text, expected):
    assert rankings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # what somebody may or is told to do
        "It lets the crew focus on the most relevant parts.",
        "We work to find the easiest path for them.",
        "Pick the cheapest room.",
        "Whenever the model gives its best passage a low score, a person looks.",
        "You should keep the longest name.",
        # nouns of no kind, times
        "They gave the last thing they had.",
        "On the hottest days it rains.",
        "They answered in the best way they knew.",
        "She will make the final decision.",
        # words that order in time
        "Download the most recent build.",
        # titles and names
        "She wrote The Last Good Innkeeper in a year.",
        "They passed the Top Ten Acre Rule then.",
        # nouns in -est, most of a number
        "The tempest and the priest came to the gabled house.",
        "Most delegates left early.",
        # shares, scores and enumerations are no places
        "It holds for the first 25% of the rows.",
        "They admit those in the top 10% of a class.",
        "It has a top-1 accuracy that is good.",
        "In the first scenario, taxes rise.",
        "The library went virtual-first with the others.",
        "The 66th parallel runs through it.",
        "Prices hit a high fence.",
        "They sang in the national final.",
        "It was one of my first jobs.",
        "It looks for nearest neighbours.",
        "The shop failed in the last seven months of its lease.",
    ],
)
def test_only_spoken_of(text):
    assert rankings(text) == []


def test_number_of_a_field_is_no_measurement_beside_the_ranking():
    kinds = [claim.kind for claim in extract("Unemployment hit a 30-year high.").claims]
    assert kinds == ["ranking"]


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        # the most of anything, without its noun
        ("Orders reached 412 in May, the most in any single month since the mill opened.", [(1, "most")]),
        ("She made 31 saves, the most ever by a keeper in the cup.", [(1, "most")]),
        ("It won four prizes, for most of them were small.", []),
        # ordinals that share a superlative
        (
            "The town has had the first, second and third warmest winters on record.",
            [(1, "warmest"), (2, "warmest"), (3, "warmest")],
        ),
        # another one, unless nobody counts it off
        ("Police said they arrested a second man on Monday.", [(2, "second")]),
        ("The court then adopted a third test.", [(3, "third")]),
        ("Leeds became a second home to many miners.", []),
        ("He forgot for a second that tin melts.", []),
        # a year of somebody's
        ("In its eighth year as a sponsor, Hostwell gave $3,000.", [(8, "eighth")]),
        ("In Mayor Lund's first year in office, the city built 3,000 homes.", [(1, "first")]),
        ("In the first year, the city built 3,000 homes.", []),
        # those who came first, and a unit of that name
        ("When the first Marines landed, the beach was empty.", [(1, "first")]),
        ("The First Marines landed at noon.", []),
        # what is new: said of a thing, or only telling which is meant
        ("This latest version adds a new parser.", [(1, "latest")]),
        ("Orbit 3, the latest release of the editor, runs on Linux.", [(1, "latest")]),
        ("Download the latest version from the site.", []),
        ("The most recent figures are subject to revision.", []),
        # what came last
        ("He died on the last day of the war.", [(1, "last")]),
        ("The last time the river froze was in 1963.", [(1, "last")]),
        ("The last time I saw him he was fine.", []),
        ("The final episode aired in May.", [(1, "final")]),
        ("She held him until his last breath.", []),
        # labels, records and numbers in words
        ("Most popular dish: the lamb stew with 40 orders.", [(1, "Most popular")]),
        ("Snowfall set a new record.", [(1, "record")]),
        ("She holds the world record in the hurdles.", [(1, "record")]),
        ("The song went to number one in Norway.", [(1, "number one")]),
        # degrees that order nothing
        ("The town is most famous for its cheese.", []),
        ("The two breeds are most similar in size.", []),
        ("He did his best.", []),
        ("At the earliest opportunity, he left.", []),
    ],
)
def test_said_first_or_only_spoken_of(text, ranks):
    assert [(rank, order) for rank, order, _ in rankings(text)] == ranks


def test_a_place_without_a_sign():
    assert rankings("The bank is ranked 45 in terms of assets.") == [(45, "ranked", "ranked 45")]
    assert rankings("They ranked 45 banks.") == []
    assert rankings("I like the one that sounds the best.") == []


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("The band released a third album in May.", [3]),
        ("She won a second term.", [2]),
        ("He came with a viola and a second guitar.", []),
        ("They used a second marker.", []),
        ("They asked a shop for a second quote.", []),
        ("Over the last twenty years, use grew.", []),
        ("The final model was checked by hand.", []),
        ("The final ferry sailed at nine.", [1]),
        ("At the last elections, the party won 3 seats.", []),
    ],
)
def test_another_and_the_last(text, ranks):
    assert [rank for rank, _, _ in rankings(text)] == ranks
