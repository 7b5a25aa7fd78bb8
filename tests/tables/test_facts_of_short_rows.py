"""Tables of facts with rows that end before their head does."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


def test_a_short_row_costs_no_fact_of_the_others():
    table = "| Package | Licence | Version |\n| --- | --- | --- |\n| NumPy | BSD | 1.26.4 |\n| pandas | BSD |\n| SciPy | BSD | 1.11.0 |\n"
    found = [
        (c.value.software, c.value.version) for c in claimcheck.extract(table).claims if c.kind == "version"
    ]
    assert found == [("NumPy", "1.26.4"), ("SciPy", "1.11.0")]
