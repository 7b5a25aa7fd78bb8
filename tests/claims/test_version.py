"""Versions of named software."""

import pytest

from claimcheck import extract
from claimcheck.claims.version import VersionValue


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
