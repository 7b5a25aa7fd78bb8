"""Polarity, certainty, prediction and attribution of claims, and the cues that decided them."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def claim(text, kind="count"):
    (found,) = [claim for claim in extract(text).claims if claim.kind == kind]
    return found


def qualifiers(text):
    found = claim(text)
    return found.polarity, found.certainty, found.prediction


PLAIN = ("positive", "certain", False)
DENIED = ("negative", "certain", False)
POSSIBLE = ("positive", "possible", False)
PROBABLE = ("positive", "probable", False)
FUTURE = ("positive", "certain", True)
EXPECTED = ("positive", "probable", True)

QUALIFIED = [
    ("The firm has 40 trucks.", PLAIN),
    # hedges
    ("The firm may have 40 trucks.", POSSIBLE),
    ("The firm reportedly has 40 trucks.", POSSIBLE),
    ("The firm is rumored to have 40 trucks.", POSSIBLE),
    ("The firm is said to have 40 trucks.", POSSIBLE),
    ("She asked whether the firm has 40 trucks.", POSSIBLE),
    ("If the firm has 40 trucks, it is large.", POSSIBLE),
    ("We can assume that the firm has 40 trucks.", PROBABLE),
    ("Ann Ray believes that the firm has 40 trucks.", PLAIN),  # told by the attribution
    # negations
    ("The firm does not have 40 trucks.", DENIED),
    ("The firm no longer has 40 trucks.", DENIED),
    ("The firm failed to hire 40 people.", DENIED),
    ("The firm denied that it has 40 trucks.", DENIED),
    ("The firm left the city without 40 trucks.", DENIED),
    ("It is false that the firm has 40 trucks.", DENIED),
    ("The firm may not have 40 trucks.", ("negative", "possible", False)),
    # negations that do not reach the claim, or cancel each other
    ("The firm did not fail to hire 40 people.", PLAIN),
    ("The firm does not sell cars, but it has 40 trucks.", PLAIN),
    ("Not only did it grow, it has 40 trucks.", PLAIN),
    ("No doubt the firm has 40 trucks.", PLAIN),
    ("The firm, which may close, has 40 trucks.", PLAIN),
    ("The results may differ, and the firm has 40 trucks.", PLAIN),
    ("The bridge closed in May and has 40 arches.", PLAIN),
    # the future
    ("The firm will hire 40 people.", FUTURE),
    ("The firm plans to hire 40 people.", EXPECTED),
    ("Ann Ray said it would hire 40 people.", FUTURE),
    ("The firm is expected to hire 40 people.", EXPECTED),
]


@pytest.mark.parametrize(("text", "expected"), QUALIFIED, ids=[text for text, _ in QUALIFIED])
def test_qualifiers(text, expected):
    assert qualifiers(text) == expected


def test_the_cue_that_decided_stands_in_the_record():
    text = "The firm may not have 40 trucks."
    cues = claim(text).cues
    assert [(cue.text, cue.qualifier) for cue in cues] == [("may", "certainty"), ("not", "polarity")]
    assert all(text[cue.start : cue.end] == cue.text for cue in cues)


ATTRIBUTED = [
    ("Ann Ray said that the firm has 40 trucks.", ("Ann Ray", "said")),
    ('"The firm has 40 trucks," said Ann Ray.', ("Ann Ray", "said")),
    ("According to Ann Ray, the firm has 40 trucks.", ("Ann Ray", "According to")),
    ("Ann Ray left. She said that the firm has 40 trucks.", ("Ann Ray", "said")),
    ("Ann Ray told Bob Lee that the mayor said the firm has 40 trucks.", ("the mayor", "said")),
    ("The mill is old; the firm, according to Ann Ray, has 40 trucks.", ("Ann Ray", "according to")),
    ("The firm has 40 trucks; the mill, according to Ann Ray, is old.", None),
    ("The firm has 40 trucks, and Ann Ray said it is old.", None),
    ("We know that the firm has 40 trucks.", None),
    ("It has been shown that the firm has 40 trucks.", None),
]


@pytest.mark.parametrize(("text", "expected"), ATTRIBUTED, ids=[text for text, _ in ATTRIBUTED])
def test_attribution(text, expected):
    attribution = claim(text).attribution
    assert (attribution and (attribution.source, attribution.cue)) == expected


def test_a_quote_is_attributed_to_who_reports_it():
    text = "Ann Ray said that Bob Lee claimed that the mill is old."
    quotes = [claim for claim in extract(text).claims if claim.kind == "quote"]
    assert [(quote.value.source, quote.attribution and quote.attribution.source) for quote in quotes] == [
        ("Ann Ray", None),
        ("Bob Lee", "Ann Ray"),
    ]


def test_qualifiers_of_a_quote_describe_the_act_of_saying():
    assert claim("Ann Ray said that the mill may close.", "quote").certainty == "certain"
    assert claim("Ann Ray allegedly said that the mill is old.", "quote").certainty == "possible"


PLAINLY = [
    ("The firm may have 40 trucks.", POSSIBLE),
    ("The firm does not have 40 trucks.", DENIED),
    ("It may close, but the firm has 40 trucks.", PLAIN),
]


@pytest.mark.parametrize(("text", "expected"), PLAINLY, ids=[text for text, _ in PLAINLY])
def test_qualifiers_without_a_parse(text, expected):
    (found,) = [claim for claim in extract(text, model="blank").claims if claim.kind == "count"]
    assert (found.polarity, found.certainty, found.prediction) == expected


def test_this_amount_is_hedged_and_resolved():
    text = "AlphaNet has 1.5B parameters, compared to BetaNet, which is rumored to have over 10x this amount."
    found = claim(text, "comparison")
    assert (found.certainty, found.comparator, found.value.resolved_number) == ("possible", ">", 15 * 10**9)
