"""What claims say, in the short form of the tables of the tests."""

from __future__ import annotations

import pytest

from claimcheck import extract

FIELDS = (
    "direction",
    "rank",
    "number",
    "low",
    "high",
    "from_",
    "to",
    "unit",
    "currency",
    "of",
    "factor",
    "timex",
)


def _given(value):
    fields = (getattr(value, field, None) for field in FIELDS)
    return tuple(x if isinstance(x, str) else float(x) for x in fields if x is not None)


@pytest.fixture(scope="session")
def values():
    """The function that gives, for each claim of some kinds in a text, what its value has of `FIELDS`."""
    return lambda text, *kinds: [_given(claim.value) for claim in extract(text).claims if claim.kind in kinds]


@pytest.fixture(scope="session")
def worded_values():
    """As `values`, with the words of the claim before what its value has."""
    return lambda text, *kinds: [
        (claim.text, *_given(claim.value)) for claim in extract(text).claims if claim.kind in kinds
    ]


@pytest.fixture(scope="session")
def claims():
    """The function that gives the claims of some kinds in a text."""
    return lambda text, *kinds: [claim for claim in extract(text).claims if claim.kind in kinds]
