"""Versions of named software."""

import pytest

from claimcheck import extract
from claimcheck.claims.version import VersionValue
from claimcheck.lexicons import load_rows


def versions(text):
    found = [claim for claim in extract(text, model="blank").claims if claim.kind == "version"]
    return [(claim.value.software, claim.comparator, claim.value.version) for claim in found]


def test_description():
    assert VersionValue(software="Python", version="3.8").describe(">=") == "Python >= 3.8"
    assert VersionValue(software="Python", version="3.8").describe("=") == "Python 3.8"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tool needs Python 3.8 or later.", [("Python", ">=", "3.8")]),
        ("Version 3.2 of Blender was released.", [("Blender", "=", "3.2")]),
        ("We used version 3.2 of Acme's Quillo engine.", [("Quillo", "=", "3.2")]),
        ("The latest stable version of Blender is 3.2.", [("Blender", "=", "3.2")]),
        ("The latest price of Blender is 3.2.", []),
        ("They announced Blender 3.2 beta 1 in May.", [("Blender", "=", "3.2 beta 1")]),
        ("The data were fitted with the quiltr package version 2.2.", [("quiltr", "=", "2.2")]),
        ("The data were fitted with the statistical package version 2.2.", []),
        ("We opened Python with php5.3 as root.", [("php", "=", "5.3")]),
        ("With Blender 3.2, artists can store pages.", []),
        ("The board has 48 PCIe v3 lanes.", []),
        ("The plugin supports Windows 8.1 and earlier.", [("Windows", "<=", "8.1")]),
        # a product's name, a licence, a chapter, a quantity
        ("They use Internet Explorer 9.", []),
        ("The code is under the Apache License 2.0.", []),
        ("Chapter 3.2 describes it.", []),
        ("The dose of Fexor 0.5 was doubled.", []),
    ],
)
def test_versions(text, expected):
    assert versions(text) == expected


USE = [row for row in load_rows("en/software_use.csv") if row["role"] in {"doing", "lead", "tool"}]


def read_versions(text):
    found = [claim for claim in extract(text).claims if claim.kind == "version"]
    return [(claim.value.software, claim.value.version) for claim in found]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what was done with it says that the number is a version
        ("All models were fitted using Stata 13.", [("Stata", "13")]),
        ("The images were processed in SPM8.", [("SPM", "8")]),
        ("Sequences were aligned with the program Tremolo 4.2.", [("Tremolo", "4.2")]),
        ("The figures were drawn with Quillo 5 software.", [("Quillo", "5")]),
        ("It uses three packages: quiltr 0.5.0 and broomr 1.7.5.", [("quiltr", "0.5.0"), ("broomr", "1.7.5")]),
        # the system, the maker, notes and a short form between the name and its version
        ("Tests were run in SPSS for Windows, version 20.0.", [("SPSS", "20.0")]),
        ("Tests were run in SPSS (version 20.0, SPSS Inc., Chicago, IL).", [("SPSS", "20.0")]),
        ("Tests were run in Stata (StataCorp, College Station, TX, version 12).", [("Stata", "12")]),
        ("Tests were run with R [14], version 3.0.2.", [("R", "3.0.2")]),
        ("It was drawn with the Field Index Toolbox (FIT) version 3.", [("Field Index Toolbox", "3")]),
        ("Tests were run in the Stata statistical software, version 11.2.", [("Stata", "11.2")]),
        ("For the map we used the “quiltr” R package (version 0.8-17).", [("quiltr", "0.8-17")]),
        # how versions are written
        ("Reads were sorted with Tremolo version 2.0.4b.", [("Tremolo", "2.0.4b")]),
        ("It was solved in MATLAB R2012b.", [("MATLAB", "R2012b")]),
        ("Tests were run in SPSS vers. 18.0 and Stata ver.15.", [("SPSS", "18.0"), ("Stata", "15")]),
        ("Films were cut with Adobe Photoshop CC (19.1.8).", [("Adobe Photoshop CC", "19.1.8")]),
        # genes, instruments, diagnoses, scores
        ("The binding of SATB2 was analysed using mice.", []),
        ("Films were made using a Leica MZ 12.5 microscope.", []),
        ("Cases were coded with ICD-9-CM V02.61.", []),
        ("Of these 48% had finished school v. 37.6% before.", []),
    ],
)  # fmt: skip
def test_versions_of_tools_in_reports_of_research(text, expected):
    assert read_versions(text) == expected


@pytest.mark.model
@pytest.mark.parametrize("row", USE, ids=lambda row: f"{row['role']}-{row['word']}")
def test_example_of_a_word_of_use(row):
    assert ("Stata", "13") in read_versions(row["example"])
    assert ("Stata", "13") not in read_versions(row["example"].replace(row["word"], "zorbs"))


CONTEXTS = load_rows("en/version_contexts.csv")


@pytest.mark.model
@pytest.mark.parametrize("row", CONTEXTS, ids=lambda row: f"{row['position']}-{row['phrase']}")
def test_example_of_a_version_context(row):
    """The words say that something is at the version; without them the version would only be a name."""
    assert read_versions(row["example"]) == [("Blender", "2.5")]
    assert read_versions(row["example"].replace(row["phrase"], "zorbs", 1)) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a whole number beside software, from which, until which or in which something holds
        ("The team will end support for it beginning in Electron 23.", [("Electron", "23")]),
        ("The old pages are gone since Chrome 94.", [("Chrome", "94")]),
        ("The next browser will contain Chromium 110.", [("Chromium", "110")]),
        ("- Python 3.12\n- A compiler\n", [("Python", "3.12")]),
        # lists of what is needed, in brackets, in small letters, beside another one
        ("- Python (3.8+)\n- A compiler\n", [("Python", "3.8")]),
        ("PostgreSQL (14 or newer) must be there.", [("PostgreSQL", "14")]),
        ("Visitors (14 or older) must be there.", []),
        ("The code needs `numpy` >= 1.21 now.", [("numpy", "1.21")]),
        ("The code needs torch>=2.0 and numpy<2 now.", [("torch", "2.0"), ("numpy", "2")]),
        ("Values of p<2 and kappa<2 were dropped by numpy.", []),
        ("You need Node.js v18 and npm 9 today.", [("Node.js", "18"), ("npm", "9")]),
        ("You need Node.js v18 and call npm 9 times.", [("Node.js", "18")]),
        ("Python 3 is required.", [("Python", "3")]),
        ("Python 3 is praised.", []),
        ("We moved to PyO3 0.21 in May.", [("PyO3", "0.21")]),
        ("It runs on FastAPI 0.110 and Django 4.2.", [("FastAPI", "0.110"), ("Django", "4.2")]),
        ("The minimum supported Rust version is 1.70.", [("Rust", "1.70")]),
        ("The version is 1.70.", []),
        ("Kestrel is a fork of Blender 3.2.", [("Blender", "3.2")]),
        ("It needs PyTorch 2.0 and Python 3.9 to run.", [("PyTorch", "2.0"), ("Python", "3.9")]),
        ("Zig 0.13.0 Released", [("Zig", "0.13.0")]),
        ("It is compatible with Swift 4, Swift 4.1 and Swift 4.2.", [("Swift", "4.1"), ("Swift", "4.2")]),
        ("PyTorch 2.0, NumPy 1.24\n", [("PyTorch", "2.0"), ("NumPy", "1.24")]),
        ("That build is Electron 23's (Chromium 110).", [("Chromium", "110")]),
        ("They like Red Hat Linux 8 (RHEL 8) a lot.", []),
        ("Their planner, Blender 3.2, is slow.", [("Blender", "3.2")]),
        # a name with a number that is said to be a release
        ("Kestrel 3 is the newest stable version of the tool.", [("Kestrel", "3")]),
        ("They announced the next major release of Kestrel 3.", [("Kestrel", "3")]),
        ("Kestrel 3 is the latest film of the studio.", []),
        # a version that acts or is compared with
        ("Python 3.12 brings better messages.", []),
        ("It is slower than Python 3.12 is.", []),
        ("The code was reduced by half compared to Python 3.11 at last.", []),
        ("The Blender 3.2 release added a brush.", []),
        ("They use Chrome 94 at home.", []),
        ("It was a week before Electron 15's launch.", []),
    ],
)
def test_stated_versions(text, expected):
    assert read_versions(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "versions"),
    [
        ("In PyTorch 2.5, tensors are smaller.", ["2.5"]),
        ("In tests PyTorch 2.5 was faster.", []),
    ],
)
def test_what_a_version_has_is_told_at_the_front(sentence, versions):
    assert [c.value.version for c in extract(sentence).claims if c.kind == "version"] == versions


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "versions"),
    [
        ("Data were analysed in SPSS 18.0 and Stata 12.1.", ["18.0", "12.1"]),
        ("Trees came from PyTorch 2.5 [45].", ["2.5"]),
        ("PyTorch 2.5 brings dark pages.", []),
    ],
)
def test_reports_of_methods_state_versions(sentence, versions):
    assert [c.value.version for c in extract(sentence).claims if c.kind == "version"] == versions
