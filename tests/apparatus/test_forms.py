"""The labels of forms hold no claims; headings and prose in capitals do."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.apparatus.forms import find_forms, find_required_fields

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


def test_codes_that_were_filled_in_and_abbreviations_at_the_end_are_of_a_form():
    names = ["OWNER", "HARBOUR", "HULL AND KEEL", "ENGINE", "SAFETY", "CREW UP TO 3 HANDS", "LAST SURVEY"]
    text = "\n\n".join(f"{name}\n\n{number}" for number, name in enumerate(names, 4))
    text += "\n\n3 - OVER 26 FT.\n2 - 10 FT. TO 26 FT.\n1 - UNDER 10 FT."
    assert [text[start:end] for start, end in find_forms(text)] == [text]


REQUIRED = """1. Last (family) name of the owner *Required Field 2. First name *Required Field

3. Name of the largest harbour where the boat may berth §

4. Address 1 §

5. Address 2

6. City § 7. State § 8. Postal code §"""


def test_fields_marked_as_required_hold_nothing():
    assert len(list(find_required_fields(REQUIRED))) == 4
    assert extract(f"The harbour has 40 boats.\n\n{REQUIRED}", kinds=["ranking"]).claims == ()
    assert not list(find_required_fields(REQUIRED.replace("§", "")))


def test_numbered_articles_of_a_law_are_no_fields():
    text = "\n\n".join(
        f"{number}. The largest boat pays under § {number} of the act." for number in (1, 2, 3)
    )
    assert not list(find_required_fields(text))
