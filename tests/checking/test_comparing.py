from __future__ import annotations

import pytest

import claimcheck

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
