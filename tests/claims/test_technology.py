"""What products are made with."""

import pytest

from claimcheck import extract
from claimcheck.claims.technology import TechnologyValue
from claimcheck.constructions.sides import is_programming_language


def technologies(text, model=None):
    found = [claim for claim in extract(text, model=model).claims if claim.kind == "technology"]
    return [(claim.subject.text, claim.value.relation, claim.value.object) for claim in found]


def test_description():
    assert TechnologyValue(relation="built_with", object="Rust").describe("=") == "built with Rust"


@pytest.mark.parametrize(
    ("word", "expected"), [("Go", True), ("Rust", True), ("French", False), ("Acme", False)]
)
def test_programming_languages(word, expected):
    assert is_programming_language(word) is expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The parser was built on top of NumPy.", [("The parser", "based_on", "NumPy")]),
        ("PyTorch powers the browser.", [("the browser", "built_with", "PyTorch")]),
        ("The parser was implemented with Flask.", [("The parser", "built_with", "Flask")]),
        (
            "They built the app using PyTorch and NumPy.",
            [("the app", "built_with", "PyTorch"), ("the app", "built_with", "NumPy")],
        ),
        (
            "We use Nagios and Centreon.",
            [("We", "built_with", "Nagios"), ("We", "built_with", "Centreon")],
        ),
        (
            "The site was built with React & Gatsby.",
            [("The site", "built_with", "React"), ("The site", "built_with", "Gatsby")],
        ),
        ("Built on Chromium, we present Firefox.", [("Firefox", "based_on", "Chromium")]),
        ("Built on Chromium, we sell Firefox.", []),
        ("The previous Java service was slow.", [("The previous Java service", "written_in", "Java")]),
        ("The Java compiler was slow.", []),
        ("Netflix met Nagios and Centreon.", []),
        ("The cells were counted using ImageJ.", []),
        ("Python was trained by experts.", []),
        ("The show is based on a book.", []),
    ],
)
def test_technologies(text, expected):
    assert technologies(text) == expected


def test_relations_without_a_parse():
    assert technologies("TensorFlow was written in C++.", model="blank") == [
        ("TensorFlow", "written_in", "C++")
    ]
