"""What `benchmarks/treebank.py` makes of a CoNLL-U file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import treebank

from claimcheck.article import Article
from claimcheck.passages import split
from claimcheck.tagging.pipelines import load_pipeline, tag

if TYPE_CHECKING:
    from pathlib import Path

ROWS = """# newdoc id = ferry
# newpar
# text = The ferry can't turn.
1 The the DET DT _ 2 det _ _
2 ferry ferry NOUN NN _ 5 nsubj _ _
3-4 can't _ _ _ _ _ _ _ _
3 ca can AUX MD _ 5 aux _ _
4 n't not PART RB _ 5 advmod _ _
5 turn turn VERB VB _ 0 root _ SpaceAfter=No
6 . . PUNCT . _ 5 punct _ _

# newpar
# text = Gonna wait.
1-2 Gonna _ _ _ _ _ _ _ _
1 Gon go VERB VBG _ 0 root _ _
2 na to PART TO _ 3 mark _ _
3 wait wait VERB VB _ 1 xcomp _ SpaceAfter=No
4 . . PUNCT . _ 1 punct _ _

# newdoc id = quay
# text = Quays age.
1 Quays quay NOUN NNS _ 2 compound _ _
2 age age NOUN NN _ 0 root _ SpaceAfter=No
3 . . PUNCT . _ 2 punct _ _
"""


@pytest.fixture
def texts(tmp_path: Path) -> list[treebank.TreebankText]:
    path = tmp_path / "tiny.conllu"
    path.write_text(ROWS.replace(" ", "\t").replace("#\t", "# "), encoding="utf-8")
    return list(treebank.read_treebank(path))


def test_a_document_is_running_text_with_its_paragraphs(texts: list[treebank.TreebankText]) -> None:
    assert [text.text for text in texts] == ["The ferry can't turn.\n\nGonna wait.", "Quays age."]
    assert texts[0].sentences == ((0, 6), (6, 10))


def test_words_know_their_offsets_in_contractions_too(texts: list[treebank.TreebankText]) -> None:
    text = texts[0]
    assert [text.text[word.start : word.end] for word in text.words[2:5]] == ["ca", "n't", "turn"]
    assert [word.text for word in text.words_in(4, 9)] == ["ferry"]
    assert text.head_of(text.words[8]).text == "Gon"


def test_the_topmost_word_of_a_stretch_hangs_on_one_outside(texts: list[treebank.TreebankText]) -> None:
    top = texts[0].topmost(0, 9)
    assert top is not None
    assert (top.text, top.relation) == ("ferry", "nsubj")
    assert [child.text for child in texts[0].children(texts[0].head_of(top), "nsubj", "aux")] == [
        "ferry",
        "ca",
    ]


def test_gold_trees_stand_in_for_predicted_ones(texts: list[treebank.TreebankText]) -> None:
    trees = treebank.GoldTrees()
    trees.treebank_text = texts[1]
    (tagged,) = tag(split(Article("quay", texts[1].text)), load_pipeline())
    doc = trees(tagged.doc)
    assert [(token.head.text, token.dep_, token.tag_) for token in doc[:2]] == [
        ("age", "compound", "NNS"),
        ("age", "ROOT", "NN"),
    ]
    assert trees.laid == 1
