"""Whose dollars a bare "$" means."""

import pytest

import claimcheck


def _currencies(text: str) -> list[tuple[str, bool | None]]:
    return [
        (claim.value.currency, claim.value.currency_assumed)
        for claim in claimcheck.extract(text).claims
        if claim.kind == "money"
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Queensland Government has set $4 million aside. The wharf in Brisbane needs it.", "AUD"),
        ("Farmers near Toowoomba lost $4 million, the Australian Bureau of Statistics says.", "AUD"),
        ("A flat in Toronto cost $600,000, the Canadian Real Estate Association said.", "CAD"),
        ("Schools in Saskatoon got $4 million from the province of Saskatchewan.", "CAD"),
        ("The Waikato plant cost $4 million and is the largest in New Zealand.", "NZD"),
        ("Buyers in Punggol paid $400,000 for a flat, the HDB said.", "SGD"),
        ("The Kowloon line cost $4 million, a record for Hong Kong.", "HKD"),
    ],
)
def test_a_bare_dollar_is_of_the_country_that_the_text_is_written_in(text: str, code: str) -> None:
    assert _currencies(text) == [(code, True)]


@pytest.mark.parametrize(
    "text",
    [
        # named from anywhere
        "The Ohio firm opened an office in Sydney for $4 million.",
        "A start-up in Sydney, Australia, raised $4 million.",
        "A start-up in Cairns, Queensland, Australia, raised $4 million.",
        "The Canadian firm was sold for $4 million in Toronto.",
        # one sign alone
        "The Queensland mine was sold for $4 million.",
        # as many signs of elsewhere
        "The Queensland mine in Australia was sold to a Texas firm of Houston for $4 million.",
        "The firm has mills in Ontario, in Queensland and in Toronto and paid $4 million.",
        # the reports of a news agency
        "The bank in Alberta lost $4 million, Reuters said. Calgary is the home of the Canadian bank.",
        "The bank in Alberta lost $4 million. It counts in U.S. dollars. Calgary is its home.",
        # a text that tells its own dollars apart
        "The Queensland mine in Brisbane paid A$6 million ($4 million).",
    ],
)
def test_a_bare_dollar_is_american_where_that_is_not_plain(text: str) -> None:
    assert ("USD", True) in _currencies(text)
    assert all(code in ("USD", "AUD") for code, _ in _currencies(text))


def test_what_names_its_country_stays() -> None:
    text = "The Waikato plant in New Zealand sold US$4 million of milk and paid $2 million in tax."
    assert _currencies(text) == [("USD", None), ("NZD", True)]


def test_cents_go_with_the_dollars_of_the_text() -> None:
    text = "In Brisbane the Queensland Government will pay 5 cents a bottle."
    assert _currencies(text) == [("AUD", True)]


def test_a_summary_without_the_places_is_borne_out() -> None:
    source = "The Queensland Government has set $4 million aside for the wharf at Cairns, near Brisbane."
    report = claimcheck.ground("The wharf will get $4 million.", [source])
    assert [finding.verdict for finding in report.findings if finding.kind == "money"] == ["borne_out"]
    changed = claimcheck.ground("The wharf will get $6 million.", [source])
    assert all(finding.verdict != "borne_out" for finding in changed.findings if finding.kind == "money")
