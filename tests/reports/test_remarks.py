"""Reports that a remark between commas makes, and what a parser breaks off or draws into them."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Slow sleep, the doctors found, began after 40 minutes and lasted an hour.",
         ("the doctors", "found", "Slow sleep, the doctors found, began after 40 minutes and lasted an hour")),
        ("The ferry, its captain said last week, will sail in 2030.",
         ("its captain", "said", "The ferry, its captain said last week, will sail in 2030")),
        ("The brewery, it told creditors on Monday, has 40 staff in Leeds.",
         ("it", "told", "The brewery, it told creditors on Monday, has 40 staff in Leeds")),
        # what a parser joins to the reported clause, or to the reporter
        ("She believes that the owls hunt at dusk, and estimates that such trips fill a fifth of the night.",
         ("She", "estimates", "such trips fill a fifth of the night")),
        ('Ann Ray told the council that the fund was "not lost but lent" and would be repaid by 2029.',
         ("Ann Ray", "told", 'the fund was "not lost but lent" and would be repaid by 2029')),
        ("The mayor is facing a revolt after officers confirmed that £340m set aside for harbour walls would be moved.",
         ("officers", "confirmed", "£340m set aside for harbour walls would be moved")),
        # "according to" at either end of a sentence
        ("According to the lab, every krone cut from upkeep adds about six kroner to later bills.",
         ("the lab", "According to", "every krone cut from upkeep adds about six kroner to later bills")),
        ("Newts pass through a stage that resembles a long sleep, according to a study in Leeds.",
         ("a study in Leeds", "according to", "Newts pass through a stage that resembles a long sleep")),
    ],
)  # fmt: skip
def test_remark(text, expected, quotes):
    assert expected in quotes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Baker 'sold old bread for months', court told",  # who hears it
        "She rang the bell, nobody answered, and after 10 minutes she left.",
        "She warned her boss that the boat was unsafe, he said, but was ignored.",
    ],
)
def test_no_report_of_a_remark(text, quotes):
    assert not [quote for quote in quotes(text) if quote[0] in ("court", "nobody") or quote[2] == "he said"]


def test_remark_that_opens_the_text(quotes):
    text = "as the court claimed, in May, that 40 men died, the firm closed."
    assert [(source, cue) for source, cue, _ in quotes(text)] == [("the court", "claimed")]


def test_relative_clause_without_comma_keeps_its_source(quotes):
    text = "Norvale uses a tool that saves 20% of its energy according to its maker."
    assert quotes(text) == [("its maker", "according to", "saves 20% of its energy")]


def test_who_went_on_speaking_has_no_rival_in_what_was_said():
    text = (
        '"The Arden Guard fired on the Halvor Army posts. The Halvor Army posts burned near the Halvor Army camp", '
        'said Norvale Radio. "It deserves punishment", it added.'
    )
    assert [claim.value.source for claim in extract(text).claims if claim.kind == "quote"][
        -1
    ] == "Norvale Radio"
