"""Planted errors: what is made holds as it stands, and its changed figure does not; relations of real text."""

import holding_relations
import planted_errors
import pytest


def test_every_template_makes_two_passages_that_differ_in_one_figure():
    plants = list(planted_errors.made_passages(1))
    assert len({plant.wording for plant in plants}) == len(plants)
    for plant in plants:
        right, wrong = plant.right.split(), plant.wrong.split()
        assert "{" not in plant.right
        assert [a != b for a, b in zip(right, wrong, strict=True)].count(True) == 1, plant


@pytest.mark.parametrize(
    ("text", "relation", "wrong"),
    [
        (
            "Rents in the old town rose 25 percent over the winter, from $800 to $1,000 a month.",
            "growth",
            "Rents in the old town rose 55 percent over the winter, from $800 to $1,000 a month.",
        ),
        (
            "In total 940 seeds were sown, of which 640 came up and 300 did not in that spring.",
            "total",
            "In total 640 seeds were sown, of which 640 came up and 300 did not in that spring.",
        ),
        (
            "The guests numbered 250 on the first night, 100 (40%) of them with a ticket for the second.",
            "share",
            "The guests numbered 250 on the first night, 100 (70%) of them with a ticket for the second.",
        ),
        (
            "The inquest was opened on Wednesday, 3 March 2021 and closed a fortnight later.",
            "weekday",
            "The inquest was opened on Friday, 3 March 2021 and closed a fortnight later.",
        ),
    ],
)
def test_a_relation_that_holds_is_found_and_broken(text, relation, wrong):
    found = {(plant.relation, plant.wrong) for plant in holding_relations.real_passages([("", text)])}
    assert (relation, wrong) in found


def test_figures_that_only_happen_to_fit_make_no_plant():
    text = "The club has 100 members in 250 streets, and 40% of the town can name its president by heart."
    assert not list(holding_relations.real_passages([("", text)]))
