"""Faults that obituaries, court reports, local news and museum texts showed when nobody had read them before."""

import pytest

from claimcheck import extract


def found(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


def subject(claim):
    return claim.subject.text if claim.subject else None


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "Prosecuting, Julian Marsh said Pell had stolen 40 cars.",
            "Julian Marsh",
            "Pell had stolen 40 cars",
        ),
        ("Defending, Rosa Lane said Pell had repaid £12,000.", "Rosa Lane", "Pell had repaid £12,000"),
        ("Speaking in Oslo, Ann Roe said sales rose 4%.", "Ann Roe", "sales rose 4%"),
        # what costs is said, although it opens with the same form
        (
            "Running the mill costs $4 million, Ann Roe said.",
            "Ann Roe",
            "Running the mill costs $4 million",
        ),
        (
            "Boeing, Airbus and Rolls-Royce said sales rose 4%.",
            "Boeing, Airbus and Rolls-Royce",
            "sales rose 4%",
        ),
    ],
)
def test_what_a_speaker_does_meanwhile_is_not_said(text, speaker, said):
    [quote] = found(text, "quote")
    assert (quote.value.source, quote.text) == (speaker, said)


def test_what_had_happened_before_belongs_to_what_is_said():
    text = "She said the pumps were old and had been mended four times."
    [quote] = found(text, "quote")
    assert quote.text == "the pumps were old and had been mended four times"
    [count] = found(text, "count")
    assert subject(count) == "the pumps"


@pytest.mark.parametrize(
    ("text", "kind", "polarity"),
    [
        ("No house has been found within 500 metres of the spot.", "measurement", "negative"),
        ("No ship has used the lock since 1990.", "date", "negative"),
        ("No other city in Europe has 40 bridges.", "count", "negative"),
        ("Acme nearly bought Orbit.", "organization", "negative"),
        ("The dam almost failed in 2019.", "date", "negative"),
        ("No deaths and 12 injuries were reported in 2019.", "date", "positive"),
        ("No doubt the mill has 40 rooms.", "count", "positive"),
        ("No. 4 has 40 rooms.", "count", "positive"),
        ("No fewer than 40 people died.", "count", "positive"),
        ("Sales nearly doubled in 2019.", "change", "positive"),
        ("No vaccine existed when 400 people died.", "count", "positive"),
        ("No firm employs more than 400 people.", "count", "negative"),
        # what is there anyway is not denied
        ("No claims came after the 2017 flood.", "date", "positive"),
        ("No trial followed the sinking of the ship in 2017.", "date", "positive"),
        ("No insurer met the $30 million bill.", "money", "positive"),
        ("No reply was sent to the 30 tenants.", "count", "positive"),
        ("No mill employs more men in Bath than Orbit, with 300 staff.", "count", "positive"),
        ("No wonder profits fell 6%.", "change", "positive"),
        # nearly closed in a year, but the amounts are what they are
        ("Orbit has almost closed the gap of 30 points.", "count", "positive"),
        ("The village was almost closed in by 30 hills.", "count", "positive"),
        ("The pit nearly closed in 2008.", "date", "negative"),
    ],
)
def test_what_is_denied(text, kind, polarity):
    [claim] = found(text, kind)
    assert claim.polarity == polarity


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("They asked 40 people to leave.", "count", "certain"),
        ("They ask $40 for it.", "money", "certain"),
        ("They asked the town to close 40 bridges.", "count", "possible"),
        ("They asked for 40 beds.", "count", "possible"),
        ("They urged the use of 40 masks.", "count", "possible"),
        ("The bridge was to have opened in 2019.", "date", "possible"),
        ("It was found to have opened in 2019.", "date", "certain"),
    ],
)
def test_what_a_request_leaves_sure(text, kind, certainty):
    [claim] = found(text, kind)
    assert claim.certainty == certainty


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("She is survived by her daughter, four grandchildren and a brother.", "count", "She"),
        ("He leaves a wife, two sons and a brother.", "count", "He"),
        ("He spent £70,000 of the money on a boat.", "money", "He"),
        ("The firm spent $9 million of expenditures.", "money", "expenditures"),
        ("In 1994 she received the Halley Medal, the first woman to do so.", "ranking", "she"),
        ("She was born in Arden, Minnesota, the third of five children.", "ranking", "She"),
        ("Ann Roe, the first woman to lead Acme, left.", "ranking", "Ann Roe"),
        ("She moved to Arden, the third of five towns.", "ranking", "Arden"),
    ],
)
def test_who_it_is_about(text, kind, who):
    [claim] = found(text, kind)
    assert subject(claim) == who


def test_a_prize_is_no_woman():
    assert not found("In 1994 she received the Halley Medal, the first woman to do so.", "definition")
    assert found("Ann Roe, the first woman to lead Acme, left.", "definition")


@pytest.mark.parametrize(
    ("text", "is_ahead"),
    [
        ("The plant would employ 300 people.", True),
        ("The plant would employ 300 people until it closed in 1970.", False),
        ("They said the plant would employ 300 people until it closed.", True),
    ],
)
def test_what_came_to_an_end_was_a_habit(text, is_ahead):
    [count] = found(text, "count")
    assert count.prediction is is_ahead
