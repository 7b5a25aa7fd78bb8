"""Who and what a text speaks of, where the text breaks off."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize("last", ["There was a man", "In the room stood a woman", "So said her mother"])
def test_a_text_may_end_in_somebody_unnamed(last):
    text = f"Ann Ray paid $40. She is 40. {last}"
    assert [claim.text for claim in extract(text).claims if claim.kind == "money"] == ["$40"]
