"""The Python API on texts of every size and sort."""

import pytest

from claimcheck import extract
from claimcheck.errors import ReadingError
from claimcheck.tagging.pipelines import load_pipeline, missing_annotation


def test_half_a_surrogate_pair_is_refused_in_one_line():
    with pytest.raises(ReadingError, match="character 3 is half of a surrogate pair"):
        extract("ab \ud800 cd")


def test_the_default_pipeline_is_loaded_once():
    assert load_pipeline() is load_pipeline(None)


def test_a_pipeline_without_a_parser_is_told():
    assert "no parser" in missing_annotation(load_pipeline("blank"))
    assert missing_annotation(load_pipeline()) is None


@pytest.mark.parametrize(
    "text", ['"' * 20_000, "1," * 10_000, "x" * 100_000, 'said "a ' * 1_000, "$" * 20_000]
)
def test_runs_without_end_are_read(text):
    document = extract(text)
    assert all(text[claim.start : claim.end] == claim.text for claim in document.claims)


def test_offsets_hold_over_the_seams_of_a_long_text():
    paragraph = "Acme Inc. raised $5 million in 2019. Its app has 40,000 users in 12 countries.\n\n"
    text = paragraph * 2_000  # more than one passage
    document = extract(text)
    assert all(text[claim.start : claim.end] == claim.text for claim in document.claims)
    assert sum(claim.kind == "money" for claim in document.claims) == 2_000
    assert len({claim.id for claim in document.claims}) == len(document.claims)
