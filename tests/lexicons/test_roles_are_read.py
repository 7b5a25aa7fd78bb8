"""Lists whose rows stand under a role or class: every role is one that some code asks for by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimcheck
from claimcheck.lexicons import load_rows

PACKAGE = Path(claimcheck.__file__).parent
CODE = "".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))

# How the code asks for a role of each list. Roles called "..._context" also stand in tables of such.
ASKED = {
    "number_cues": r'(?:\b(?:load_number_cues|context_words|_is_near)\(\s*"|(?<=")(?=\w+_context"))(\w+)"',
    "name_cues": r'\b(?:load_cues\(|cues\[)\s*"(\w+)"',
    "lint_words": r'\b_values\("(\w+)"\)',
    "grammar_words": r'(?:\bgrammar_words\(\s*|\brow\["class"\] == )"([\w ]+)"',
}


@pytest.mark.parametrize(
    ("name", "column"),
    [("number_cues", "role"), ("name_cues", "role"), ("lint_words", "role"), ("grammar_words", "class")],
)
def test_each_role_is_asked_for(name, column):
    roles = {role for row in load_rows(f"en/{name}.csv") for role in row[column].split("|")}
    assert roles - set(re.findall(ASKED[name], CODE)) == set()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("number_cues", 'found["street"]'),
        ("name_cues", 'field_of(claim, "direction")'),
        ("lint_words", 'row["factor"]'),
        ("grammar_words", '{"as": 1}'),
    ],
)
def test_a_word_that_means_something_else_asks_for_none(name, code):
    assert re.findall(ASKED[name], code) == []
