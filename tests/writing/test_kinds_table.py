"""The list of kinds: each with its meaning and an example that holds it."""

from __future__ import annotations

import io

import pytest

from claimcheck.claims import claim_types
from claimcheck.writing import WritingOptions
from claimcheck.writing.kinds_table import kinds, write_kinds


def kinds_text(**options):
    out = io.StringIO()
    write_kinds(out, WritingOptions(**options))
    return out.getvalue()


@pytest.mark.parametrize("claim_type", claim_types(), ids=lambda claim_type: claim_type.__name__)
def test_each_kind_has_its_meaning_and_example(claim_type):
    sentence, words = claim_type.example
    assert words in sentence
    lines = kinds_text().splitlines()
    (line,) = (
        number
        for number, line in enumerate(lines)
        if line.split()[0] == claim_type.model_fields["kind"].default
    )
    assert claim_type.__doc__.splitlines()[0] in lines[line]
    assert lines[line + 1].strip() == sentence.replace(words, f"⟦{words}⟧", 1)


def test_kinds_are_listed_once():
    assert len(set(kinds())) == len(kinds()) == len(claim_types())


def test_a_narrow_screen_breaks_the_lines():
    assert max(map(len, kinds_text(width=50).splitlines())) <= 50
