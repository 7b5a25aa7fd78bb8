"""How `benchmarks/treebank_extent.py` compares the extent of a subject with a gold tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import treebank
import treebank_extent

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.model

ROWS = """# newdoc id = crew
# text = The crew of Orla, all men, won $40.
1 The the DET DT _ 2 det _ _
2 crew crew NOUN NN _ 9 nsubj _ _
3 of of ADP IN _ 4 case _ _
4 Orla Orla PROPN NNP _ 2 nmod _ SpaceAfter=No
5 , , PUNCT , _ 7 punct _ _
6 all all DET DT _ 7 det _ _
7 men man NOUN NNS _ 2 appos _ SpaceAfter=No
8 , , PUNCT , _ 7 punct _ _
9 won win VERB VBD _ 0 root _ _
10 $ $ SYM $ _ 9 obj _ SpaceAfter=No
11 40 40 NUM CD _ 10 nummod _ SpaceAfter=No
12 . . PUNCT . _ 9 punct _ _
"""


@pytest.fixture
def text(tmp_path: Path) -> treebank.TreebankText:
    path = tmp_path / "tiny.conllu"
    path.write_text(ROWS.replace(" ", "\t").replace("#\t", "# "), encoding="utf-8")
    (text,) = treebank.read_treebank(path)
    return text


def test_phrase_of_a_head_ends_where_a_comma_sets_something_beside_it(text: treebank.TreebankText) -> None:
    words = treebank_extent.phrase_of(text, text.words[1], len(text.text), len(text.text))
    assert sorted(word.text for word in words) == ["Orla", "The", "crew", "of"]


def test_phrase_of_a_head_leaves_out_what_holds_the_claim(text: treebank.TreebankText) -> None:
    start = text.text.index("Orla")
    words = treebank_extent.phrase_of(text, text.words[1], start, start + len("Orla"))
    assert sorted(word.text for word in words) == ["The", "crew"]


def test_verdict_tells_missing_words_from_extra_ones(text: treebank.TreebankText) -> None:
    word = text.words[1]
    verdicts = [
        treebank_extent.Extent(missing, extra).verdict
        for missing, extra in (((), ()), ((word,), ()), ((), (word,)), ((word,), (word,)))
    ]
    assert verdicts == ["same", "short", "long", "both"]
