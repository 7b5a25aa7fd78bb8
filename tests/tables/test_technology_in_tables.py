"""Tables of a stack and of what a card says: who is made with what."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def technologies(text):
    found = [claim for claim in extract(text).claims if claim.kind == "technology"]
    return [(c.subject.text if c.subject else None, c.value.relation, c.value.object) for c in found]


def test_a_head_over_tools_gives_each_row_its_own():
    rows = "| Layer | Technology |\n| --- | --- |\n| Web client | SvelteKit |\n| API server | Go |\n| Owner | Maya |\n"
    assert technologies(f"# Pollen\n\n{rows}") == [
        ("Web client", "built_with", "SvelteKit"),
        ("API server", "written_in", "Go"),
    ]


def test_labels_of_a_card_stand_in_rows_too():
    rows = "| Field | Value |\n| --- | --- |\n| Framework | PyTorch 2.1 |\n| Training data | LibriSpeech |\n| Owner | Maya |\n"
    assert technologies(f"# Sedge-1B\n\n{rows}") == [
        ("Sedge-1B", "built_with", "PyTorch 2.1"),
        ("Sedge-1B", "trained_on", "LibriSpeech"),
    ]
