from __future__ import annotations

import pytest

import claimcheck
from claimcheck.checking.comparing import compare_documents

pytestmark = pytest.mark.model


def verdicts(*texts):
    return [(f.verdict, f.rule) for f in claimcheck.compare(texts).findings if f.verdict != "only_in_one"]


def test_the_maker_of_a_product_is_a_conflict_and_its_library_agreed():
    found = verdicts(
        "ChatGPT was developed by OpenAI. ChatGPT was built with PyTorch.",
        "ChatGPT was developed by Anthropic. ChatGPT is based on the PyTorch framework.",
    )
    assert found == [("conflicts", "compare/relation"), ("same", "compare/relation")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Microsoft has up to 500 offices.", "Microsoft has 412 offices."),
        ("Microsoft has 412 offices.", "Microsoft will have 512 offices in 2030."),
        ("Microsoft has 412 offices.", "Microsoft might have 512 offices."),
        ("Microsoft has 412 offices.", "Google has 512 offices."),
        ("The company has 412 offices.", "The company has 512 offices."),
        ("Microsoft uses Rust.", "Microsoft uses Go."),
    ],
)
def test_what_can_both_be_true_is_no_conflict(one, other):
    assert "conflicts" not in [verdict for verdict, _ in verdicts(one, other)]


def test_a_figure_that_the_other_rounds_is_none():
    assert verdicts("Microsoft has 4,489 offices.", "Microsoft has about 4,500 offices.") == [
        ("rounds_to", "compare/rounding")
    ]


def test_another_year_is_an_update():
    assert ("updated", "compare/later") in verdicts(
        "In 2023 Microsoft had 412 offices.", "In 2024 Microsoft had 512 offices."
    )


def test_claims_of_one_document_are_not_held_against_each_other():
    assert verdicts("Microsoft has 412 offices. Microsoft has 512 offices.", "Nothing is known.") == []


REPORTS = (
    "OSLO, 3 April 2024 - Halden Steel has {} plants. In 2023 Halden Steel made {} tonnes of steel.",
    "Halden Steel cuts jobs\n\nReuters, {} - Halden Steel has {} plants. In 2023 Halden Steel made {} tonnes of steel.",
)


def test_datelines_say_when_documents_were_published():
    one, other = REPORTS[0].format(5, "9,400"), REPORTS[1].format("5 April 2024", 6, "9,400")
    assert ("updated", "compare/later") in verdicts(one, other)
    other = REPORTS[1].format("3 April 2024", 6, "9,400")
    assert ("conflicts", "compare/amount") in verdicts(one, other)


def test_a_figure_of_a_year_that_is_over_is_not_updated_within_days():
    one, other = REPORTS[0].format(5, "9,400"), REPORTS[1].format("5 April 2024", 5, "4,900")
    assert ("conflicts", "compare/amount") in verdicts(one, other)
    other = REPORTS[1].format("5 November 2024", 5, "4,900")
    assert ("conflicts", "compare/amount") not in verdicts(one, other)


def test_a_line_with_a_date_is_the_day_of_publication_and_a_sentence_is_not():
    one, other = "Larkspur has 120 shops.", "Larkspur has 140 shops."
    assert ("updated", "compare/later") in verdicts(
        f"March 3, 2025\n\n{one}", f"By Ann Lee\nMarch 9, 2025\n\n{other}"
    )
    told = f"It was rebuilt on March 9, 2025, after a fire. {other}"
    assert ("conflicts", "compare/amount") in verdicts(f"March 3, 2025\n\n{one}", told)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orient Ferries carried 120 passengers.", "Orient Ferries is licensed for 80 passengers."),
        ("Norvexa costs $4,200 a month.", "Norvexa costs $50,000 a year."),
        ("Larkspur has 9,400 customers.", "Larkspur has about 9,000 customers."),
        ("The Sollen Bridge is 612 metres long.", "The Sollen Bridge is 600 metres long."),
        ("Sollen employs 300 people in Leeds.", "Sollen employs 200 people in York."),
        ("Sollen's plant employs 300 people.", "Sollen employs 500 people."),
        ("The University of Sollen has 30,000 students.", "Sollen has 5,000 students."),
        ("Nigeria has 223 million inhabitants.", "Nigeria has more than 220 million inhabitants."),
    ],
)
def test_other_deeds_rates_and_rounder_figures_are_no_conflict(one, other):
    assert "conflicts" not in [verdict for verdict, _ in verdicts(one, other)]


def test_the_revenue_of_a_name_is_said_of_the_name():
    found = verdicts(
        "Larkspur had revenue of $14 million in 2023.", "Larkspur's revenue was $14 million in 2023."
    )
    assert ("same", "compare/amount") in found


def told(*texts):
    found = claimcheck.compare(texts).findings
    return {(finding.verdict, finding.place.text) for finding in found if finding.verdict != "only_in_one"}


def test_what_is_told_behind_a_name_and_when_it_was_founded_is_beside_the_figure():
    one = "Dalmar Lines employs 2,300 people and operates 41 ships."
    other = "Dalmar Lines, founded in 1926, has about 2,300 employees and 41 ships."
    assert told(one, other) == {("same", "2,300 people"), ("same", "41 ships")}
    assert ("conflicts", "41 ships") in told(one, other.replace("41", "47"))


def test_a_thing_is_completed_once_and_its_size_has_no_period():
    one = "The Kessler dam was completed in 1974. Quanta 3 has 70 billion parameters and was released in March 2024."
    other = "The Kessler dam was completed in 1971. Quanta 3 has 7 billion parameters."
    assert told(one, other) == {
        ("conflicts", "was completed in 1974"),
        ("conflicts", "70 billion parameters"),
    }
    assert told(one, one.replace("March", "May")) == {
        ("same", "was completed in 1974"),
        ("same", "70 billion parameters"),
    }


def test_two_projects_may_need_two_versions_but_there_is_one_latest():
    assert told("Wren runs on PyTorch 2.4.", "Kestrel runs on PyTorch 2.1.") == set()
    found = told("The latest version of PyTorch is 2.4.", "The latest version of PyTorch is 2.1.")
    assert {verdict for verdict, _ in found} == {"conflicts"}


CONFLICTS_FOUND = {
    "a described name": (
        "The ferry firm Nordline was founded in 1954.",
        "Nordline was founded in 1945.",
        "compare/date",
    ),
    "the way of a change": (
        "House prices in Vikholm rose 12 percent in 2022.",
        "House prices in Vikholm fell 12 percent in 2022.",
        "compare/change",
    ),
    "the size of a change": (
        "The revenue of Nordline rose 30 percent in 2022.",
        "In 2022 the revenue of Nordline rose 40 percent.",
        "compare/change",
    ),
    "a profit and a loss": (
        "The profit of Nordline was 3.2 million euros in 2022.",
        "The loss of Nordline was 3.2 million euros in 2022.",
        "compare/amount",
    ),
    "who holds an office": (
        "Ann Ray is the chief executive of Nordline.",
        "Tom Holt is the chief executive of Nordline.",
        "compare/role",
    ),
    "which needs more": (
        "Quillon needs 35 percent less memory than Wren.",
        "Quillon needs 35 percent more memory than Wren.",
        "compare/change",
    ),
}

NO_CONFLICTS = {
    "other years": (
        "House prices in Vikholm rose 12 percent in 2022.",
        "House prices in Vikholm fell 12 percent in 2023.",
    ),
    "other things": (
        "House prices in Vikholm rose 12 percent in 2022.",
        "Rents in Vikholm fell 12 percent in 2022.",
    ),
    "no year": ("House prices in Vikholm rose 12 percent.", "House prices in Vikholm fell 12 percent."),
    "an office of which there are many": (
        "Ann Ray is a director of Nordline.",
        "Tom Holt is a director of Nordline.",
    ),
    "compared with another thing": (
        "Quillon needs 35 percent less memory than Wren.",
        "Quillon needs 35 percent more memory than Kestrel.",
    ),
    "a size that is only about right": (
        "The revenue of Nordline rose 30 percent in 2022.",
        "In 2022 the revenue of Nordline rose about 32 percent.",
    ),
}


@pytest.mark.parametrize("name", CONFLICTS_FOUND)
def test_a_conflict_is_found(name):
    one, other, rule = CONFLICTS_FOUND[name]
    found = claimcheck.compare((one, other)).findings
    assert rule in [finding.rule for finding in found if finding.verdict == "conflicts"]


@pytest.mark.parametrize("name", NO_CONFLICTS)
def test_what_both_may_say_is_no_conflict(name):
    assert "conflicts" not in [finding.verdict for finding in claimcheck.compare(NO_CONFLICTS[name]).findings]


def test_the_pipeline_is_loaded_only_where_two_records_tell_of_one_thing():
    def load():
        raise AssertionError("nothing is to be tagged here")

    records = [
        claimcheck.extract(text) for text in ("Bramwell employs 40 weavers.", "The Orle is 90 km long.")
    ]
    assert {one.verdict for one in compare_documents(records, load).findings} == {"only_in_one"}
