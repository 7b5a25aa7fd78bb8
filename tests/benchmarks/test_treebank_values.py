"""What `benchmarks/treebank_values.py` says of the numbers of a small treebank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import treebank
import treebank_values

if TYPE_CHECKING:
    from pathlib import Path

ROWS = """# newdoc id = ferry
# text = About two hundred crew members left for 40 km with 1530 Lund .
1 About about ADV RB _ 3 advmod _ _
2 two two NUM CD _ 3 compound _ _
3 hundred hundred NUM CD _ 5 nummod _ _
4 crew crew NOUN NN _ 5 compound _ _
5 members member NOUN NNS _ 6 nsubj _ _
6 left leave VERB VBD _ 0 root _ _
7 for for ADP IN _ 9 case _ _
8 40 40 NUM CD _ 9 nummod _ _
9 km km NOUN NN _ 6 obl _ _
10 with with ADP IN _ 12 case _ _
11 1530 1530 NUM CD _ 12 nmod _ _
12 Lund Lund PROPN NNP _ 6 obl _ _
13 . . PUNCT . _ 6 punct _ _
"""


@pytest.fixture
def text(tmp_path: Path) -> treebank.TreebankText:
    path = tmp_path / "tiny.conllu"
    path.write_text(ROWS.replace(" ", "\t").replace("#\t", "# "), encoding="utf-8")
    return next(treebank.read_treebank(path))


def _claim(text: treebank.TreebankText, kind: str, span: str, **value: Any) -> dict[str, Any]:
    start = text.text.index(span)
    return {"kind": kind, "start": start, "end": start + len(span), "value": value, "comparator": "="}


def test_numbers_know_what_they_count(text: treebank.TreebankText) -> None:
    numbers = list(treebank_values.numbers_of(text))
    assert [(number.start, number.noun and number.noun.text) for number in numbers] == [
        (6, "members"),
        (text.text.index("40"), "km"),
        (text.text.index("1530"), None),
    ]
    assert treebank_values.worth(text, numbers[0]) == 200
    assert treebank_values.modifiers(text, numbers[0]) == "about"


@pytest.mark.parametrize(
    ("claims", "verdicts"),
    [
        ([], ["lost", "lost"]),
        ([("count", "two hundred crew members", {"number": 200, "of": "crew members"})], ["right", "lost"]),
        ([("count", "two hundred crew", {"number": 200, "of": "crew"})], ["other noun", "lost"]),
        ([("count", "hundred crew members", {"number": 100, "of": "crew members"})], ["other value", "lost"]),
        (
            [("count", "two hundred crew members left", {"number": 200, "of": "crew members left"})],
            ["long noun", "lost"],
        ),
        ([("measurement", "40 km", {"number": 40, "unit": "kilometer"})], ["lost", "right"]),
        ([("date", "40 km", {"timex": "0040"})], ["lost", "dated"]),
        ([("count", "1530 Lund", {"number": 1530, "of": "Lund"})], ["lost", "lost", "label counted"]),
    ],
)
def test_each_number_has_a_class(
    text: treebank.TreebankText, claims: list[tuple[str, str, dict[str, Any]]], verdicts: list[str]
) -> None:
    found = [_claim(text, kind, span, **value) for kind, span, value in claims]
    assert [each.verdict for each in treebank_values.judged(text, found)] == verdicts
