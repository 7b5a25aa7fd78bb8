"""Words for people that tables and messages share."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """So many of something, as people say it.

    >>> counted(1, "claim"), counted(1200, "claim"), counted(0, "quantity", "quantities")
    ('1 claim', '1,200 claims', '0 quantities')
    """
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
