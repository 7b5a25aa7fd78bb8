"""Tables of contents hold no claims; lists that look like them do."""

from __future__ import annotations

import pytest

from claimcheck.apparatus.contents import find_contents

CONTENTS = "1. Storms 3\n2. Tides and 40 boats 8\n3. The pier of 1921 8\n4. Two bridges 15\n5. Ferries 22\n"


def test_lines_that_end_in_pages_are_contents():
    text = f"{CONTENTS}\nThe pier has 40 boats."
    assert [text[start:end] for start, end in find_contents(text)] == [CONTENTS.rstrip()]


def test_contents_may_have_lines_without_a_page():
    text = CONTENTS.replace("4. Two bridges 15", "PART TWO\n4. Two bridges 15")
    assert list(find_contents(text)) == [(0, len(text) - 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Holm had 20\nDahl had 12\nLund had 40\nRud had 8\nAas had 11\n",  # going up and down
        "Holm had 12.\nDahl had 20.\nLund had 40.\nRud had 81.\nAas had 90.\n",
        "We met in 2019\nWe left in 2020\n",
    ],
)
def test_other_lists_are_no_contents(text):
    assert list(find_contents(text)) == []
