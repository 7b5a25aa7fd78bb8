"""Near misses of values, ranks, dates and scores: what a number, a rank or a date is said of."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def claims_of(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 4 in 10,000 lambs are born blind.", [0.04]),
        ("An estimated 6 in 10 sailors voted.", [60]),
        ("Of the 3 in 10 sheds that burned, few were insured.", [30]),
        ("It affects up to 4 in 10,000 lambs.", [0.04]),
        ("They sold 3 in 10,000 shops.", []),
        ("In 2005, 12, or 15%, failed.", [15]),
        ("They asked 10%, 12, or 15%.", [10, 12, 15]),
    ],
)
def test_shares(text, expected):
    assert [float(claim.value.number) for claim in claims_of(text, "percentage")] == expected


@pytest.mark.parametrize(
    ("text", "rank", "thing"),
    [
        ("The mill was bought by the largest firm in Norway.", 1, "the largest firm in Norway"),
        ("The mill is known as the largest firm in Norway.", 1, "The mill"),
        ("Dover is the largest port but one.", 2, "Dover"),
        ("Dover is the largest port but one that few know.", 1, "Dover"),
    ],
)
def test_ranks(text, rank, thing):
    (claim,) = claims_of(text, "ranking")
    assert (claim.value.rank, claim.subject.text) == (rank, thing)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1999, the mill, Lind said, closed.", ("closed", "the mill")),
        ("In 2005, Brightcell, its founder said, had 300 staff.", ("had", "Brightcell")),
        ("In 1999, Kent, Orbit and Comet closed.", ("closed", "Kent, Orbit and Comet")),
    ],
)
def test_a_remark_is_no_event_of_a_date_before_it(text, expected):
    (claim,) = claims_of(text, "date")
    assert (claim.value.event, claim.subject.text) == expected


def test_a_score_is_no_change():
    assert claims_of("They lost 40 to 21.", "change") == []
    assert len(claims_of("The shares lost 40% to £21.", "change")) == 1


def test_a_loss_of_money_and_its_share_lead_to_a_price():
    lost, share = claims_of("The stock lost $3, or 4%, to $72.", "change")
    assert (lost.value.number, lost.value.to, share.value.number, share.value.unit) == (3, 72, 4, "percent")
    assert claims_of("The fund lost $3m, or 4%, on fees.", "change") == []


def test_a_place_in_a_ranking_is_not_what_is_ranked():
    found = claims_of("The port is one of the oldest, if not the largest, ports in Wales.", "ranking")
    assert "Wales" not in {claim.subject.text for claim in found if claim.subject is not None}
    (claim,) = claims_of("She wrote of her first husband, the sailor Tom Hale.", "ranking")
    assert claim.subject.text == "Tom Hale"


def test_what_is_told_of_a_source_is_not_its_report():
    quotes = claims_of("According to Lind, whom Acme hired for $3,000, the dam is unsafe.", "quote")
    assert [claim.text for claim in quotes] == ["the dam is unsafe"]
    quotes = claims_of("The dam is unsafe, according to Lind, who left in May, and Roe.", "quote")
    assert [claim.text for claim in quotes] == ["The dam is unsafe"]


def test_what_grew_is_not_the_time_it_is_compared_with():
    (claim,) = claims_of("The firm runs 40 pubs, nine more than two years ago.", "change")
    assert claim.subject.text == "The firm"
