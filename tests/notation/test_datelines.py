"""Where a report is sent from takes no part in what it says."""

import pytest

from claimcheck import extract
from claimcheck.notation.datelines import end_of_dateline


def relations(text):
    return [
        (claim.value.object, claim.subject.text if claim.subject else None)
        for claim in extract(text).claims
        if claim.kind == "organization" and claim.value.relation == "acquired_by"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "OSLO, 3 March — ",
        "OSLO, Norway — ",
        "OSLO, March 4 (Agency) - ",
        "NEW YORK (AP) -- ",
        "OSLO — ",
        "OSLO, Norway & JENA, Germany--(AGENCY)--",
        "OSLO and NEW YORK, March 4, 2026 (AGENCY) -- ",
        "Oslo — ",
        "Oslo, May 4 — ",
        "",
    ],
)
def test_the_place_of_a_dateline_buys_nothing_and_is_not_bought(line):
    assert relations(f"{line}Halden Energi acquired Quillbase in 2020.") == [("Halden Energi", "Quillbase")]
    assert relations(f"{line}Van Rijn Groep was acquired by Halden Energi on Monday.") == [
        ("Halden Energi", "Van Rijn Groep")
    ]
    assert relations(f"{line}Halden Energi, based in Bergen, acquired Quillbase in 2020.") == [
        ("Halden Energi", "Quillbase")
    ]


def test_the_place_of_a_dateline_is_no_subject_and_is_not_described():
    claims = extract("OSLO, 3 March — The company that Vexa Systems runs was bought in 2020.").claims
    assert claims
    assert not any(claim.subject and claim.subject.text == "OSLO" for claim in claims)
    assert not any(claim.kind == "definition" for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "NASA — the old client of Acme — acquired Quillbase in 2020.",
        "NASA — Acme's old client — acquired Quillbase in 2020.",
        "Oslo — Halden acquired Quillbase — in 2020.",
        "Orbit — Halden acquired Quillbase in 2020.",
        "Oslo — Population and Homes",
        "NASA acquired Quillbase in 2020.",
        "NASA and ESA acquired Quillbase in 2020.",
    ],
)
def test_an_insertion_behind_a_name_in_capitals_is_no_dateline(text):
    assert end_of_dateline(text, 0, len(text)) == 0


def test_a_name_with_an_insertion_keeps_its_deeds():
    assert relations("NASA — Acme's old client — acquired Halden Energi in 2020.") == [
        ("NASA", "Halden Energi")
    ]
