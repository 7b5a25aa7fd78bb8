"""Sentences of firms' results, as business pages write them."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def _claims(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Revenue slid 4.2%, while underlying pre-tax profit more than halved to £21.6m from £46.9m.",
            "underlying pre-tax profit",
        ),
        ("The number of visits to the site nearly tripled to 900.", "The number of visits to the site"),
        ("Pre-tax profit halved to £21.6m.", "Pre-tax profit"),
    ],
)
def test_what_more_than_halved_is_said_of(text, subject):
    assert _claims(text, "change")[-1].subject.text == subject


def test_a_degree_of_the_verb_is_none_of_the_two_values():
    (claim,) = _claims("Profit more than doubled to £40m from £18m.", "change")
    assert (claim.comparator, claim.value.from_, claim.value.to) == ("=", 18e6, 40e6)
    (near_miss,) = _claims("Profit more than doubled to £40m.", "change")
    assert (near_miss.comparator, near_miss.value.number) == (">", 100)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will save £14m a year from 2028.", "£14m a year"),
        ("It earned £3m a year before tax.", "£3m a year"),
        ("Sales were £3m a year from now.", "£3m"),
        ("It had made £3m a year before.", "£3m"),
    ],
)
def test_a_rate_a_year_and_a_time_a_year_away(text, expected):
    assert [claim.text for claim in _claims(text, "money")] == [expected]


def test_a_relative_clause_is_no_part_of_a_subject():
    text = "Shares in Halden, which have lost more than half their value since 2025, fell as much as 11%."
    assert [claim.subject.text for claim in _claims(text, "change")] == ["Shares in Halden"]


def test_the_group_is_what_the_text_is_about_and_not_who_is_called_so():
    text = (
        "Halden Foods will close two plants. Halden, which hired its chief from Ormskirk Group, cut its dividend. "
        "It lost £3m. Analysts value the group at £376m."
    )
    assert _claims(text, "money")[-1].subject.resolved == "Halden Foods"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She said it cost £45m. Then he left.", "it cost £45m"),
        ("He said it was worth $1.2B. Then he left.", "it was worth $1.2B"),
    ],
)
def test_a_figure_with_its_scale_ends_a_sentence(text, quoted):
    document = extract(text)
    assert [claim.text for claim in document.claims if claim.kind == "quote"] == [quoted]
    assert [claim.text for claim in document.claims if claim.kind == "money"] == [quoted.split()[-1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It is used by 14,000 clinicians in nine countries, up from 5,500 at the end of 2024.",
            "14,000 clinicians in nine countries, up from 5,500",
        ),
        ("It has 40 shops in 3 towns, down from 52.", "40 shops in 3 towns, down from 52"),
        ("It has shops in 9 towns, up from 5.", "9 towns, up from 5"),
        # an old value of none, and a range
        ("It has 40 shops in 9 towns, up from 0.", "9 towns, up from 0"),
        ("It has between 30 and 40 shops in 9 towns, up from 5.", "9 towns, up from 5"),
    ],
)
def test_what_came_up_from_an_old_value_can_have_done_so(text, expected):
    assert [claim.text for claim in _claims(text, "change")] == [expected]


def test_shares_of_languages_in_the_order_of_the_languages():
    text = "Rust and Python make up 62% and 31% of the code, respectively."
    found = [(claim.value.language, claim.value.number) for claim in _claims(text, "language_share")]
    assert found == [("Rust", 62), ("Python", 31)]
    assert not _claims(
        "Rust and Go make up 62% of the code, and 31% of it is old, respectively.", "language_share"
    )


def test_a_company_with_its_age_is_the_company():
    text = "Microsoft has raised €85 million. The deal values the 50-year-old company at €600 million."
    assert _claims(text, "money")[-1].subject.resolved == "Microsoft"
    near_miss = "Microsoft bought a rival. The deal values the Danish company at €600 million."
    assert _claims(near_miss, "money")[-1].subject.resolved != "Microsoft"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Based on figures from the Halvor Institute, the number of herons in Kent has risen by 6%.",
            "the number of herons in Kent",
        ),
        ("Norvale, a maker of pumps, grew by 5%.", "Norvale"),
        (
            "You have raised the cost of the coal you ship them by 40 percent.",
            "the cost of the coal you ship them",
        ),
    ],
)
def test_what_rose_is_no_name_in_an_adjunct_and_holds_no_size(text, subject):
    assert [claim.subject.text for claim in _claims(text, "change")] == [subject]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("It cut the price of a 2-litre bottle by 10p.", 0.1, "GBP"),
        ("It cut the wait by 2 hours.", 2, "hour"),
    ],
)
def test_a_measure_that_tells_which_thing_is_meant_is_no_size_of_a_change(text, number, unit):
    (claim,) = _claims(text, "change")
    assert (float(claim.value.number), claim.value.unit) == (number, unit)


def test_a_word_with_a_capital_inside_is_no_number():
    assert not _claims("The tool prefers SeVen fold caching.", "count")
    assert [claim.value.number for claim in _claims("ONE million people came.", "count")] == [1e6]


def test_what_a_line_is_about_is_no_quotation():
    assert not _claims("- Slow mode: The robot thinks before it lifts a box.", "quote")
    assert _claims("Prices will fall, the bank thinks.", "quote")


def test_a_body_is_named_again_without_its_seat():
    text = "The Arts Club of Chicago opened in 1916. The Arts Club left. The club closed for 4 years."
    assert {entity.canonical for entity in extract(text).entities} == {"Arts Club of Chicago"}
