"""Expressions that need the day of writing: "last month", "two weeks ago", "next Friday"."""
from __future__ import annotations
from claimcheck.normalising.date_phrases import Reading, Run
def parse_relative(run: Run, i: int) -> Reading | None:
    """None."""
    return None
