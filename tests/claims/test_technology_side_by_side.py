"""Two things that share a verb, or stand side by side, each with a technology of its own."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The parser is written in Rust and Finch in Go.", {("The parser", "Rust"), ("Finch", "Go")}),
        ("The parser is written in Rust and Go.", {("The parser", "Rust"), ("The parser", "Go")}),
        ("They wrote the API in Go and the SDK in Python.", {("API", "Go"), ("SDK", "Python")}),
        ("They wrote the parser in Rust and the memo in French.", {("the parser", "Rust")}),
        ("The app runs on Linux and Windows on weekdays.", {("The app", "Linux"), ("The app", "Windows")}),
        (
            "The parser, written in Rust, and Finch, written in Go, are proxies.",
            {("The parser", "Rust"), ("Finch", "Go")},
        ),
        # the participle says it of the name beside it
        (
            "BERT trained on WebText beats GPT-2 trained on Wikipedia.",
            {("BERT", "WebText"), ("GPT-2", "Wikipedia")},
        ),
        ("The app is better than Firefox written in Rust.", {("Firefox", "Rust")}),
    ],
)
def test_each_has_its_own(text, expected):
    found = [claim for claim in extract(text).claims if claim.kind == "technology"]
    assert {(claim.subject.text, claim.value.object) for claim in found} == expected
