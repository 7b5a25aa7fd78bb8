"""Figures of tables are scored as the sentences that they stand for."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.tables.scores import as_sentence

pytestmark = pytest.mark.model

TABLE = "Sales (in millions):\n\nRegion\t2020\t2019\nNorth\t$ 53.4\t$ 49.4\nSouth\t$ 20.1\t$ 18.2"


def test_every_figure_has_a_score_and_a_row_the_highest_of_its_figures():
    claims = [claim for claim in extract(TABLE).claims if claim.table]
    assert len(claims) == 4
    for claim in claims:
        assert 0 < claim.score < 1
        row = [other.score for other in claims if other.sentence.start == claim.sentence.start]
        assert claim.sentence.score == max(row)


def test_a_figure_is_read_with_its_heads():
    claims = [claim for claim in extract(TABLE).claims if claim.table]
    assert as_sentence(claims[0]) == "North (2020) was $ 53.4."


def test_ids_and_order_do_not_depend_on_scores():
    claims = extract(f"The lake is 40 m deep.\n\n{TABLE}\n\nIt has 3 ferries.").claims
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)
    assert [claim.id for claim in claims if claim.table] == [c.id for c in extract(TABLE).claims if c.table]
