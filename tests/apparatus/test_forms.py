"""The labels of forms hold no claims; headings and prose in capitals do."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.apparatus.forms import find_forms

LABELS = """NAME OF OWNER

1

TYPE OF BOAT
1 - FERRY
2 - BARGE (12-20 BERTHS)
3 - THIRD PARTY TUG
4 - OTHER
LENGTH UP TO 40 FT
DATE OF SURVEY"""


def test_labels_hold_nothing():
    text = f"The harbour has 40 boats.\n\n{LABELS}\n\nIt was opened in 1903."
    assert [text[start:end] for start, end in find_forms(text)] == [LABELS]
    assert [claim.text for claim in extract(text, kinds=["count"]).claims] == ["40 boats"]


@pytest.mark.parametrize(
    "text",
    [
        "OIL FALLS 3%\n\nRents fell.\n\nSHIPS LATE\n\nRents rose.",
        "1 - FERRY\n2 - BARGE\n3 - TUG",
        "THE FERRY ALDA LEFT THE HARBOUR WITH 40 PEOPLE ON\n" * 9,
        "1903\n1904\n1905\n1906\n1907\n1908\n1909\n1910\n",
    ],
    ids=["headings", "few", "prose", "years"],
)
def test_no_forms(text):
    assert not list(find_forms(text))


def test_cells_of_tables_are_no_labels():
    names = "FERRY BARGE TUG YAWL SLOOP BRIG KETCH RAFT".split()
    rows = "\n".join(f"{name}\t{40 - number}" for number, name in enumerate(names))
    claims = extract(
        f"These are the boats of the harbour.\n\nTYPE\tPRICE ($)\n{rows}\n", kinds=["money"]
    ).claims
    assert len(claims) == len(names)
