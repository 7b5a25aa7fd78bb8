"""Lists whose rows stand under a role or class: every role is one that some code asks for by name."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from claimcheck.lexicons import load_rows

PACKAGE = Path(claimcheck.__file__).parent
CODE = "".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))


@pytest.mark.parametrize(
    ("name", "column"),
    [("number_cues", "role"), ("name_cues", "role"), ("lint_words", "role"), ("grammar_words", "class")],
)
def test_each_role_is_asked_for(name, column):
    roles = {role for row in load_rows(f"en/{name}.csv") for role in row[column].split("|")}
    assert {role for role in roles if f'"{role}"' not in CODE} == set()
