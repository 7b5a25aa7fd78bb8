"""Ordinals and superlatives that only tell parts and cases apart, as manuals have them; codes that are no money."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def found(text, kind):
    return [claim.text for claim in extract(text, kinds=[kind]).claims]


@pytest.mark.parametrize(
    "text",
    [
        "The fan has three modes. In the first mode it is off. The second mode is loud.",
        "He weighed two criteria. The second criterion was age.",
        "The law names four categories. The first category is exempt.",
        "In the simplest case, the bowl is empty.",
        "In its purest form, the salt is white.",
        "In the worst scenario, the dam is closed.",
    ],
)
def test_parts_and_cases_are_not_ranked(text):
    assert found(text, "ranking") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold two models. The second model to reach Peru was red.", ["The second model to reach Peru"]),
        ("The firm sells cars. The first model is electric.", ["The first model"]),
        ("The firm has two plants. Its first model is electric.", ["Its first model"]),
        ("The station got its second module in 2015.", ["its second module"]),
        ("It is the simplest form of life in the lake.", ["the simplest form of life in the lake"]),
        ("The worst case was in Lima.", ["The worst case"]),
        ("In the worst case in the history of Lima, 40 died.", ["the worst case in the history of Lima"]),
        ("In the best case I ever saw, the man lived 12 years.", ["the best case"]),
        ("They sailed 5 races. The second race was won by Peru.", ["The second race"]),
        ("The isle had 3 cases. The first case was found in May.", ["The first case"]),
        ("In the worst drought on record, 30 died.", ["the worst drought on record"]),
    ],
)
def test_what_is_ranked_stays(text, expected):
    assert found(text, "ranking") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The RS03 codec is faster than RS02.", []),
        ("The scale has an RS232 port.", []),
        ("It costs Rs50 in town.", ["Rs50"]),
        ("It costs RS 500 in town.", ["RS 500"]),
        ("The mill made RS1,500 in May.", ["RS1,500"]),
    ],
)
def test_codes_are_no_rupees(text, expected):
    assert found(text, "money") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The function assumes that the list is full.",
        "Both methods assume that the lakes are calm.",
        "One way to see this is to say that the lake is a bowl.",
    ],
)
def test_what_designs_assume_is_no_quote(text):
    assert found(text, "quote") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor assumes that the lake is calm.", ["the lake is calm"]),
        ("The minister is to say that it costs 4 million.", ["it costs 4 million"]),
        ("The author of the method assumes that the lake is calm.", ["the lake is calm"]),
        ("The mayor said it was enough to see the lake.", ["it was enough to see the lake"]),
        ("Ann Roe was honest enough to admit that the lake was dry.", ["the lake was dry"]),
        ("The relief program assumed that 40 towns would need food.", ["40 towns would need food"]),
        ("Norvale's solution was to announce that it would close.", ["it would close"]),
    ],
)
def test_what_people_assume_is_one(text, expected):
    assert found(text, "quote") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('It is told in the annex, "D.2.5 Charts".', []),
        ("The sum from i=1 pi is one.", []),
        ("We weighed n=31 patients.", ["31 patients"]),
        ("It belongs to the U.S. 40 boats sank.", ["40 boats"]),
        ("The yard has 2.5 acres. 40 boats lie there.", ["40 boats"]),
    ],
)
def test_numbers_behind_single_letters_count_nothing(text, expected):
    assert found(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Depending on your Debian version, change it.", []),
        ("We sell Unix-like tablets in Rome.", []),
        ("They sold the Android app.", ["the Android app"]),
        ("We sell Unix tablets in Rome.", ["Unix tablets"]),
        ("Their Debian version is ready.", ["Their Debian version"]),
    ],
)
def test_what_readers_run_is_nobodys_product(text, expected):
    assert found(text, "technology") == expected


def test_a_cited_writing_has_no_date():
    assert found("Whittock (1960) recommended three indices.", "date") == []
    assert found("Emma (1815) is a novel.", "date") == ["1815"]
    assert found("Halden (1958) extended its metro.", "date") != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sell the 32-bit version.", []),
        ("The tape holds 16bit values.", []),
        ("It runs on 64-bit Windows.", []),
        ("The phone has a 64-bit processor.", ["64-bit"]),
        ("The key has 2048 bits.", ["2048 bits"]),
        ("The counter is 32 bits wide.", ["32 bits"]),
        ("The meter has a 12-bit version of it.", ["12-bit"]),
    ],
)
def test_kinds_of_programs_by_their_bits(text, expected):
    assert found(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tool prints the nearest vertex.", []),
        ("The first partition is read at the start.", []),
        ("The nearest town is Arle.", ["The nearest town"]),
        ("Arle is the nearest element of the chain.", ["the nearest element of the chain"]),
        ("They found the closest vertex in 1998.", ["the closest vertex"]),
    ],
)
def test_nearest_parts_of_a_design(text, expected):
    assert found(text, "ranking") == expected
