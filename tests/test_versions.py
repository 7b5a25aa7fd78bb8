"""Versions of software in text, and the numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicons import load_rows
from claimcheck.versions import finding
from claimcheck.versions.finding import find_versions


def triples(text: str) -> list[tuple[str | None, str, str]]:
    return [(found.name, found.comparator, found.version) for found in find_versions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It runs on Python 3.12 now.", [("Python", "=", "3.12")]),
        ("We moved to version 2.0 of PyTorch.", [("PyTorch", "=", "2.0")]),
        ("The 5.4 release of Linux is out.", [("Linux", "=", "5.4")]),
        ("It needs Python version 3.8.", [("Python", "=", "3.8")]),
        ("It was drawn with Quillo, version 12.", [("Quillo", "=", "12")]),
        ("It was drawn with Quillo (v2.1).", [("Quillo", "=", "v2.1")]),
        ("It was drawn with Quillo software version 12.", [("Quillo", "=", "12")]),
        ('The old models ("v0") are kept.', [(None, "=", "v0")]),
        ("Version 4 of GPT is slow.", [("GPT", "=", "4")]),
        ("Chrome 96.0.4664.110 fixes it.", [("Chrome", "=", "96.0.4664.110")]),
        ("Kernel 5.4-rc1 and CUDA 11.x work.", [("Kernel", "=", "5.4-rc1"), ("CUDA", "=", "11.x")]),
        ("Run node 18.2.0 here.", [("node", "=", "18.2.0")]),
        ("Python 3.8, 3.9 and 3.10 work.", [("Python", "=", "3.8"), ("Python", "=", "3.9"), ("Python", "=", "3.10")]),
        ("Microsoft's Internet Explorer 9 is slow.", [("Internet Explorer", "=", "9")]),
        ("Many still use IE6.", [("IE", "=", "6")]),
        ("The risk was 0.42 (95% CI 0.3 to 0.6).", []),
        ("The rate was HR 0.4 and 0.6; R 4.2.1 gave it.", [("R", "=", "4.2.1")]),
        ("With .NET 6 and Node.js 18 it runs.", [(".NET", "=", "6"), ("Node.js", "=", "18")]),
    ],
)  # fmt: skip
def test_versions_with_their_names(text, expected):
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "comparator", "version"),
    [
        ("It needs Python 3.8 or later.", "Python 3.8 or later", ">=", "3.8"),
        ("Windows 8.1 and earlier get no fix.", "Windows 8.1 and earlier", "<=", "8.1"),
        ("Windows earlier than Windows 10 fails.", "earlier than Windows 10", "<", "10"),
        ("Windows earlier than 10 fails.", "Windows earlier than 10", "<", "10"),
        ("Android before 4.4 fails.", "Android before 4.4", "<", "4.4"),
        ("All versions prior to 2.3.1 fail.", "prior to 2.3.1", "<", "2.3.1"),
        ("It needs at least Python 3.8.", "at least Python 3.8", ">=", "3.8"),
        ("It needs Python >= 3.8 today.", "Python >= 3.8", ">=", "3.8"),
        ("Add numpy>=1.21 to the list.", "numpy>=1.21", ">=", "1.21"),
        ("It needs Python 3.11+ today.", "Python 3.11+", ">=", "3.11"),
        ("It needs Java version 1.6 or higher.", "Java version 1.6 or higher", ">=", "1.6"),
        ("It runs on Ubuntu 22.04 LTS only.", "Ubuntu 22.04 LTS", "=", "22.04"),
        ("It comes under the Apache License 2.0 only.", "Apache License 2.0", "=", "2.0"),
    ],
)
def test_bounds(text, phrase, comparator, version):
    (found,) = find_versions(text)
    assert (found.text, found.comparator, found.version) == (phrase, comparator, version)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Python 3.12 is out.", True),
        ("Quillo version 3 is out.", True),
        ("Quillo v3 is out.", True),
        ("It needs Python >= 3.8.", True),
        ("Windows 10 is out.", False),
        ("Many use IE6.", False),
        ("The Nikkei 225 fell.", False),
        ("Where ICC >= 0.8 it holds.", False),
        ("It costs a Tap 108.333 here.", False),
    ],
)
def test_only_what_the_words_show_is_sure(text, sure):
    (found,) = find_versions(text)
    assert found.sure is sure


@pytest.mark.parametrize(
    "text",
    [
        "See Section 3.2 and Figure 1.2.",
        "GPT-4 is a name.",
        "The host 192.168.0.1 is down.",
        "Filed 26.01.2019 in Oslo.",
        "It closed in 2019.",
        "In May 5 people came.",
        "Prices rose 3.5 percent.",
        "It cost $2.0 million.",
        "The Rovers won 3-1.",
        "The V8 engine is loud.",
        "Call Ida Holm 713 965 2158.",
        "The Tarn 9.5 km run.",
        "Use VARCHAR(255) there.",
        "Office (713) 646 is shut.",
        "About 3.5 of them came.",
        "It sold 3 versions.",
        "Athens 508 BC.",
        "On PERFORMANCE 01-Feb it rained.",
        "The firm had Revenue 3.5 million higher.",
    ],
)
def test_numbers_that_are_no_versions(text):
    assert find_versions(text) == []


def test_name_is_placed_in_the_text():
    text = "All of it runs on Python 3.12."
    (found,) = find_versions(text)
    assert found.name_start is not None
    assert text[found.name_start : found.name_end] == found.name == "Python"


@pytest.mark.parametrize(
    "row", load_rows("en/version_bounds.csv"), ids=lambda row: "-".join((row["position"], row["phrase"]))
)
def test_example_of_a_bound(row):
    (found,) = find_versions(row["example"])
    assert found.comparator == row["comparator"]
    assert row["phrase"] in found.text


@pytest.mark.parametrize("row", load_rows("en/software_nouns.csv"), ids=lambda row: row["word"])
def test_example_of_a_software_noun(row):
    (found,) = find_versions(row["example"])
    assert found.name == "Quillo"


PIECES = st.lists(
    st.sampled_from(
        [
            "Python", "version", "v", "V", "3", ".", "3.8", "1.2.3.4", "2019", ">=", "<", "+", "or later", "and",
            ",", " ", "(", ")", "numpy", "IE6", "of", "PyTorch", "earlier than", "LTS", "-rc1", "®", "\n", "x",
        ]
    )
    | st.text(max_size=4)
)  # fmt: skip


@given(PIECES, st.booleans())
def test_any_text_gives_versions_that_point_at_it(pieces, spaced):
    text = (" " if spaced else "").join(pieces)
    end = 0
    for found in find_versions(text):
        assert text[found.start : found.end] == found.text
        assert found.version in found.text
        assert end <= found.start < found.end
        if found.name is not None:
            assert text[found.name_start : found.name_end] == found.name
        end = found.end


FAR_FROM_A_DIGIT = [
    "It needs abcdefghijklmnopqrstuvwxyzabcde>=3 or abcdefghijklmnopqrstuvwxyzabcdef>=3, and numpy>=1.21.",
    "A mill that was built by hand and never had a version runs on IE6 and Quillo v. 2.5, not < 3 mills.",
    "Quillo >= 2.0 and later; no 5-metre weir, no £9 mill and no mill 12 metres wide; then version (3.1) of Tarn.",
]


@pytest.mark.parametrize("text", FAR_FROM_A_DIGIT)
def test_looking_near_digits_finds_what_looking_everywhere_finds(text, monkeypatch):
    near = find_versions(text)
    monkeypatch.setattr(finding, "MAX_CHARS_BEFORE_DIGIT", len(text))
    monkeypatch.setattr(finding, "EXPLICIT_CHARS", len(text))
    assert near == find_versions(text) != []
