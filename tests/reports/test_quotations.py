"""Quotation marks paired by shape and place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reports.quotations import find_quotations


def contents(text):
    return [(text[q.inner_start : q.inner_end], q.depth) for q in find_quotations(text)]


PAIRED = [
    ('He said: "It works."', [("It works.", 0)]),
    ("“One,” she said. “Two.”", [("One,", 0), ("Two.", 0)]),
    ("He said “she said ‘no’ to it” again.", [("she said ‘no’ to it", 0), ("no", 1)]),
    ("She said, 'I don't know, it's \"fine\"', and went.", [("I don't know, it's \"fine\"", 0), ("fine", 1)]),
    ("„Ja“, sagte er.", [("Ja", 0)]),
    ("Il dit «oui» et part.", [("oui", 0)]),
    ("``Hello,'' he said.", [("Hello,", 0)]),
    ('["Ten"] and ("two")', [("Ten", 0), ("two", 0)]),
    ("“A–B”—“C”", [("A–B", 0), ("C", 0)]),
]

NOT_PAIRED = [
    ("The dogs' owners met the cats' owners.", []),
    ("In the '90s and the '80s.", []),
    ("'Tis the season, 'twas the day.", []),
    ('A 5" disk and a 3" one.', []),
    ('One mark " alone.', []),
    ('Open "here.\n\nNot closed" there.', []),
    ('""', []),
]

UNBALANCED = [
    ('He said "I left.\n\nShe said "I stayed" then.', [("I stayed", 0)]),
    ("“Lost. “Found,” he said.", [("Found,", 0)]),
    ("Stray ” mark, “then a word” here.", [("then a word", 0)]),
]

OVER_PARAGRAPHS = [
    ("“First.\n\n“Second,” he said.", [("First.\n\n“Second,", 0)]),
    ('"First.\n\n"Second.\n\n"Third." End "x y" z.', [('First.\n\n"Second.\n\n"Third.', 0), ("x y", 0)]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*PAIRED, *NOT_PAIRED, *UNBALANCED, *OVER_PARAGRAPHS],
    ids=lambda case: repr(case)[:40],
)
def test_quotations(text, expected):
    assert contents(text) == expected


@given(st.text(alphabet="\"'“”‘’„«»` a.,\n5s", max_size=60))
def test_quotations_are_nested_or_apart(text):
    quotations = find_quotations(text)
    for quotation in quotations:
        assert quotation.start < quotation.inner_start < quotation.inner_end < quotation.end
    for first, second in pairwise(quotations):
        assert second.start >= first.end or second.end <= first.end


def test_a_mark_without_a_partner_leaves_what_follows_alone():
    rest = 'Ann said "it works" and left.'
    assert contents('It is 5" wide. “Odd.\n\n' + rest) == contents(rest)
