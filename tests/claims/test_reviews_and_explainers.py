"""Faults that product reviews, explainers and stories of engineers showed when nobody had read them before."""

import pytest

from claimcheck import extract


def found(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


def subject(claim):
    return claim.subject.text if claim.subject else None


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            "Python accounts for 24% of the tokens, JavaScript for 15% and Java for 11%.",
            [("Python", 24, "the tokens"), ("JavaScript", 15, "the tokens"), ("Java", 11, "the tokens")],
        ),
        (
            "English made up 60% of the data, German 20% and Danish 9%.",
            [("English", 60, "the data"), ("German", 20, "the data"), ("Danish", 9, "the data")],
        ),
        (
            "By language, Python accounts for 24% and Java for 11%.",
            [("Python", 24, None), ("Java", 11, None)],
        ),
        ("58.3% TypeScript, 31.9% is Rust.", [("TypeScript", 58.3, None), ("Rust", 31.9, None)]),
    ],
)
def test_the_verb_of_the_first_share_is_that_of_the_next(text, shares):
    claims = found(text, "language_share")
    assert [(c.value.language, float(c.value.number), subject(c)) for c in claims] == shares
    assert not found(text, "percentage")


@pytest.mark.parametrize(
    "text",
    [
        "English accounts for 60% of the exports, French cheese for 20%.",
        "English made up 60% of the crew, Spanish for 3%.",
        "Some of those who left asked for a language of their choice, and others whose firm was not using Rust (34%).",
    ],
)
def test_a_share_of_something_else_is_no_share_of_a_language(text):
    assert not found(text, "language_share")
    assert found(text, "percentage")


def test_the_rest_is_no_kind():
    text = "About 72% of our backend code is now Rust and the remainder is Python."
    assert not found(text, "definition")
    assert found("A popular choice is Python.", "language_share") == []


def test_us_before_an_amount_may_be_a_pronoun():
    [saved] = found("That alone saved us $41,000 a month.", "money")
    assert (saved.text, saved.value.currency) == ("$41,000 a month", "USD")
    [price] = found("It costs US $41,000.", "money")
    assert price.text == "US $41,000"


def test_a_clause_before_a_colon_is_no_term():
    assert not found("And we have not moved to Kubernetes: a team of six does not need it.", "definition")
    [item] = found("- Kestrel: a job queue for Python", "definition")
    assert subject(item) == "Kestrel"


def test_a_source_behind_the_clause_speaks_for_all_of_it():
    text = "The price hit $4.95 in January, according to the Bureau of Eggs, more than twice what it was in May 2023."
    [quote] = found(text, "quote")
    assert quote.text == text.rstrip(".")
    assert {c.attribution.source for c in found(text, "money")} == {"the Bureau of Eggs"}
    [factor] = found(text, "comparison")
    assert (factor.value.reference, subject(factor)) == ("what it was in May 2023", "The price")
    assert [subject(c) for c in found(text, "date")] == ["The price", "it"]
    [before] = found("According to the Bureau of Eggs, it is twice what it was.", "quote")
    assert before.text == "it is twice what it was"


@pytest.mark.parametrize(
    ("text", "factor", "reference"),
    [
        ("Inference costs $0.20, a fifth of what Orbit 4.1 costs.", "0.2", "what Orbit 4.1 costs"),
        ("They are paid half of what they were paid in 2010.", "0.5", "what they were paid in 2010"),
        ("Rents are three times what they were in 2009 and still rising.", "3", "what they were in 2009"),
    ],
)
def test_a_clause_is_what_something_is_compared_with(text, factor, reference):
    [claim] = found(text, "comparison")
    assert (str(claim.value.factor), claim.value.reference) == (factor, reference)
    assert not found(text, "percentage")


def test_a_part_of_what_people_do_is_a_share():
    text = "About a third of what we eat is wasted."
    assert not found(text, "comparison")
    assert len(found(text, "percentage")) == 1


def test_the_new_one_is_not_the_old_one():
    text = "The old one was 40,000 lines of code; the new one is 9,500 lines and handles 22,000 requests."
    claims = found(text, "count")
    assert [subject(c) for c in claims] == ["The old one", "the new one", "the new one"]
    assert claims[1].subject.resolved == "the new one"


def test_a_joined_verb_keeps_a_subject_of_its_own():
    [spent] = found("Norvale sold the mill, Tarn bought it and $5 million was spent on the roof.", "money")
    assert subject(spent) not in ("Norvale", "Tarn")


def test_the_model_is_not_what_it_was_measured_by():
    text = (
        "Lyra released Lyra-Coder 2, a large model. Inference costs a fifth of what GPT-4.1 costs. "
        "Researchers found that the model copied code in 2.7% of completions."
    )
    [share] = found(text, "percentage")
    assert share.subject.text == "the model"
    assert share.subject.resolved != "GPT-4.1"


@pytest.mark.parametrize(
    "text",
    [
        "Ines Karlsson, CTO of Mapstack, left.",
        "Ines Karlsson, the chief financial officer of Mapstack, left.",
    ],
)
def test_an_office_tells_that_a_name_is_a_firm(text):
    [role] = found(text, "role")
    assert role.value.organization == "Mapstack"


def test_who_raised_money_is_a_firm():
    [funding] = found("Mapstack, which raised $9 million from Point Nine, grew.", "organization")
    assert (subject(funding), funding.value.object) == ("Mapstack", "Point Nine")
    assert found("The harbour Mapstack, which is old, grew.", "organization") == []
