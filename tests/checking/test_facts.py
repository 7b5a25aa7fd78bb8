from __future__ import annotations

import datetime as dt

import pytest

import claimcheck
from claimcheck.checking.facts import parse_facts
from claimcheck.errors import ReadingError

pytestmark = pytest.mark.model


def verdict(text, subject, name, value, **row):
    row = {"subject": subject, "property": name, "value": value, **row}
    found = [f for f in claimcheck.check(text, [row]).findings if f.verdict != "unknown"]
    return found[0].verdict if found else "unknown"


@pytest.mark.parametrize(
    ("text", "value", "extra", "expected"),
    [
        ("Larkspur has 412 customers.", 412, {}, "supported"),
        ("Larkspur has over 400 customers.", 412, {}, "supported"),
        ("Larkspur has about 410 customers.", 412, {}, "supported"),
        ("Larkspur has 412 customers.", 400, {"tolerance": "5%"}, "supported"),
        ("Larkspur has 412 customers.", 400, {"tolerance": 12}, "supported"),
        ("Larkspur has 412 customers.", 400, {}, "close"),
        ("Larkspur has 412 customers.", 800, {}, "contradicted"),
    ],
)
def test_an_amount_is_held_against_its_row(text, value, extra, expected):
    assert verdict(text, "Larkspur", "customers", value, **extra) == expected


def test_a_value_of_another_year_is_outdated():
    as_of = dt.date(2025, 1, 1)
    text = "In 2024 Microsoft had 412 customers."
    assert verdict(text, "Microsoft", "customers", 800, as_of=as_of) == "outdated"


def test_names_and_dates_are_compared_as_such():
    made = "ChatGPT was developed by OpenAI."
    founded = "Larkspur was founded in 2016."
    assert verdict(made, "ChatGPT", "developed_by", "OpenAI") == "supported"
    assert verdict(founded, "Larkspur", "founded", "2017") == "contradicted"
    assert verdict(founded, "Larkspur", "founded", "2016-05-01") == "supported"


def test_a_row_about_something_else_says_nothing():
    assert verdict("Larkspur has 412 customers.", "Larkspur", "servers", 9) == "unknown"
    assert verdict("Larkspur has 412 customers.", "Nordvik", "customers", 9) == "unknown"


def test_the_row_that_decided_is_named():
    rows = [
        {"subject": "Nordvik", "property": "customers", "value": 9},
        {"subject": "Larkspur", "property": "customers", "value": 9, "source": "annual report"},
    ]
    (found,) = claimcheck.check("Larkspur has 412 customers.", rows, source="facts.csv").findings
    assert (found.evidence[0].source, found.evidence[0].row) == ("facts.csv", 2)
    assert "annual report" in found.reason


def test_bad_rows_are_reported_with_their_line():
    errors = []
    rows = [
        (2, {"subject": "A", "property": "b", "value": "1"}),
        (3, {"subject": "", "property": "b", "value": "1"}),
        (4, {"subject": "A", "property": "b", "value": "1", "as_of": "soon"}),
        (5, {"subject": "A", "property": "b", "value": "1", "tolerance": "some"}),
        (6, {}),
    ]
    facts = parse_facts(rows, "facts.csv", errors.append)
    assert [fact.line for fact in facts] == [2]
    assert [str(error).split(":")[0] for error in errors] == [f"facts.csv, line {n}" for n in (3, 4, 5, 6)]


def test_a_bad_row_from_python_raises():
    with pytest.raises(ReadingError, match="line 1"):
        claimcheck.check("Larkspur has 412 customers.", [{"subject": "Larkspur"}])


@pytest.mark.parametrize(
    ("text", "name", "value", "expected"),
    [
        ("Larkspur has 60 employees.", "employees", 312, "contradicted"),
        ("Larkspur hired 60 employees.", "employees", 312, "unknown"),
        ("Larkspur fined 60 employees.", "employees", 312, "unknown"),
        ("Larkspur employs 60 workers.", "workers", 312, "contradicted"),
        ("Larkspur has 25 employees in Canada.", "employees", 312, "unknown"),
        ("Larkspur could have 400 employees by 2030.", "employees", 312, "unknown"),
        ("Larkspur was not founded in 2010.", "founded", 2008, "supported"),
        ("Larkspur was not founded in 2008.", "founded", 2008, "contradicted"),
        ("Larkspur is funded by Crest Capital.", "funded_by", "Novane Pharma", "unknown"),
        ("Larkspur is based in Bergen.", "headquartered_in", "Oslo", "contradicted"),
    ],
)
def test_only_what_is_said_of_all_of_it_can_be_contradicted(text, name, value, expected):
    assert verdict(text, "Larkspur", name, value) == expected


def test_a_change_says_nothing_of_a_level_but_where_it_ends():
    row = {"subject": "Larkspur", "property": "revenue", "value": "80 million", "unit": "USD"}

    def found(text):
        return {f.verdict for f in claimcheck.check(text, [row]).findings}

    assert "contradicted" not in found("Larkspur's revenue rose by $9 million.")
    assert "supported" in found("Larkspur's revenue rose by $9 million to $80 million.")


def test_a_row_on_a_town_says_nothing_of_its_university():
    text = "Sollen is a town. Sollen University has 8,200 students."
    assert verdict(text, "Sollen", "students", 900) == "unknown"
    assert verdict("The University of Sollen has 8,200 students.", "Sollen", "students", 900) == "unknown"
    assert verdict(text, "Sollen University", "students", 900) == "contradicted"


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Tom Reed is the chief executive of Larkspur.", "Tom Reed", "supported"),
        ("Tom Reed is the chief executive of Larkspur.", "Ann Dale", "contradicted"),
        ("Tom Reed is a chief executive of Larkspur.", "Ann Dale", "unknown"),
        ("Tom Reed could be the chief executive of Larkspur.", "Ann Dale", "unknown"),
    ],
)
def test_a_position_is_held_by_whom_its_row_names(text, value, expected):
    assert verdict(text, "Larkspur", "chief executive", value) == expected


def test_whom_a_house_employs_are_its_employees():
    assert verdict("Larkspur employs 2,500 people.", "Larkspur", "employees", 2500) == "supported"
    assert verdict("Larkspur trains 2,500 people.", "Larkspur", "employees", 2500) == "unknown"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Lake Orr covers 48 square kilometres.", "area", "supported"),
        ("Lake Orr lost 48 square kilometres of forest.", "area", "unknown"),
    ],
)
def test_a_property_may_be_said_by_a_verb_or_an_adjective(text, name, expected):
    assert verdict(text, "Lake Orr", name, 48, unit="square kilometre") == expected


def test_a_title_is_held_against_a_title():
    text = "Mara Quinn is the chief executive of Westlab. Tarn has 7 billion parameters."
    assert verdict(text, "Mara Quinn", "role", "chief executive") == "supported"
    assert verdict(text, "Mara Quinn", "role", "chemist") == "unknown"
    assert verdict(text, "Tarn", "parameters", "7000000000") == "supported"
    assert verdict(text, "Tarn", "parameters", "70000000000") == "contradicted"


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [("2022", "supported"), (2022, "supported"), ("2022-05", "supported"), ("", "supported")],
)
def test_a_row_may_hold_for_a_year_or_a_month(as_of, verdict):
    row = {"subject": "Nordline", "property": "employees", "value": "640", "as_of": as_of}
    (found,) = claimcheck.check("Nordline has 640 employees.", [row]).findings
    assert found.verdict == verdict


PROPERTIES = [
    (
        "The Norvel T3 costs $329.",
        "Norvel T3",
        {"property": "price", "value": "329", "unit": "USD"},
        "supported",
    ),
    ("The Norvel T3 costs $40 to repair.", "Norvel T3", {"property": "price", "value": "$329"}, "unknown"),
    ("The Norvel T3 costs $9 a month.", "Norvel T3", {"property": "price", "value": "$329"}, "unknown"),
    (
        "Quilt-2 was developed by the Astra Lab.",
        "Quilt-2",
        {"property": "developer", "value": "Astra Lab"},
        "supported",
    ),
    (
        "Quilt-2 has a context window of 8,192 tokens.",
        "Quilt-2",
        {"property": "context window", "value": 8192, "unit": "tokens"},
        "supported",
    ),
    ("Lumo Hall seats 34 guests.", "Lumo Hall", {"property": "seats", "value": 34}, "supported"),
    ("Lumo Hall feeds 34 guests.", "Lumo Hall", {"property": "seats", "value": 50}, "unknown"),
    ("Vexa makes 12 products.", "Vexa", {"property": "production", "value": 500}, "unknown"),
    ("Sollen is 9 metres long.", "Sollen", {"property": "length", "value": "9 m"}, "supported"),
]


@pytest.mark.parametrize(("text", "subject", "row", "expected"), PROPERTIES)
def test_a_property_is_said_by_its_verb_or_beside_its_unit(text, subject, row, expected):
    assert verdict(text, subject, row.pop("property"), row.pop("value"), **row) == expected


def test_a_quarter_is_a_time_for_which_a_value_holds():
    rows = [(2, {"subject": "Vexa", "property": "revenue", "value": "9", "as_of": "2024-Q3"})]
    (fact,) = parse_facts(rows, "facts.csv", pytest.fail)
    assert fact.as_of == dt.date(2024, 9, 30)
