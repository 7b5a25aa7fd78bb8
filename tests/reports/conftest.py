"""What the tests of reports share."""

import pytest

from claimcheck import extract


@pytest.fixture(scope="session")
def quotes():
    """Reads the quotes of a text: source, cue and content of each."""

    def read(text):
        found = [claim for claim in extract(text).claims if claim.kind == "quote"]
        return [(claim.value.source, claim.value.cue, claim.text) for claim in found]

    return read


@pytest.fixture(scope="session")
def told_quotes():
    """Reads the quotes of a text: source and content of each, and whether its words are quoted."""

    def read(text):
        found = [claim for claim in extract(text).claims if claim.kind == "quote"]
        return [(claim.value.source, claim.text, claim.value.direct) for claim in found]

    return read
