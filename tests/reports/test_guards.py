"""Reports without a source, each beside one that has it."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def test_what_is_said_is_not_who_says_it():
    document = extract("Stated they did not know that 5 people died")
    assert not [claim for claim in document.claims if claim.kind == "quote" or claim.attribution]
    (count,) = (c for c in extract("They stated that 5 people died.").claims if c.kind == "count")
    assert count.attribution.source == "They"


@pytest.mark.parametrize("text", ["It was said that 5 people died.", "Reportedly 5 people died."])
def test_a_report_by_nobody_has_no_source(text):
    (count,) = (c for c in extract(text).claims if c.kind == "count")
    assert count.attribution is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The town read press reports that 30 jobs were lost.", None),
        ("There were fire claims that 30 mills filed.", None),
        ("A review confirms that 30 jobs were lost.", "A review"),
    ],
)
def test_reports_that_somebody_reads_say_nothing_by_themselves(text, source):
    (count,) = (c for c in extract(text).claims if c.kind == "count")
    assert (count.attribution and count.attribution.source) == source
