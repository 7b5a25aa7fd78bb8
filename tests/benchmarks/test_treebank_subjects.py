"""What `benchmarks/treebank_subjects.py` takes from a gold tree, and how it compares a claim with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import treebank
import treebank_subjects

from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.model

ROWS = """# newdoc id = ferry
# text = The ferry carried 40 cars in 1998.
1 The the DET DT _ 2 det _ _
2 ferry ferry NOUN NN _ 3 nsubj _ _
3 carried carry VERB VBD _ 0 root _ _
4 40 40 NUM CD _ 5 nummod _ _
5 cars car NOUN NNS _ 3 obj _ _
6 in in ADP IN _ 7 case _ _
7 1998 1998 NUM CD _ 3 obl _ SpaceAfter=No
8 . . PUNCT . _ 3 punct _ _

# text = There were 12 bells.
1 There there PRON EX _ 2 expl _ _
2 were be VERB VBD _ 0 root _ _
3 12 12 NUM CD _ 4 nummod _ _
4 bells bell NOUN NNS _ 2 nsubj _ SpaceAfter=No
5 . . PUNCT . _ 2 punct _ _
"""


@pytest.fixture
def text(tmp_path: Path) -> treebank.TreebankText:
    path = tmp_path / "tiny.conllu"
    path.write_text(ROWS.replace(" ", "\t").replace("#\t", "# "), encoding="utf-8")
    (text,) = treebank.read_treebank(path)
    return text


def test_subject_of_object_and_adjunct_is_that_of_their_clause(text: treebank.TreebankText) -> None:
    told = [
        treebank_subjects.told_subject(
            text, kind, text.text.index(words), text.text.index(words) + len(words)
        )
        for kind, words in (("count", "40 cars"), ("date", "in 1998"))
    ]
    assert [(one.configuration, one.heads[0].text) for one in told if one] == [
        ("object", "ferry"),
        ("adjunct", "ferry"),
    ]


def test_what_there_is_is_not_decided(text: treebank.TreebankText) -> None:
    start = text.text.index("12 bells")
    assert treebank_subjects.told_subject(text, "count", start, start + 8) is None


def test_claims_are_compared_by_the_head_of_their_subject(text: treebank.TreebankText) -> None:
    claims = treebank_subjects.read_claims(text, load_pipeline())
    compared, undecided = treebank_subjects.compare(text, claims)
    assert [(one.claim.kind, one.verdict) for one in compared] == [("count", "right"), ("date", "right")]
    assert undecided == 1
    bells = next(claim for claim in claims if claim.text == "12 bells")
    wrong = compared[0].claim.model_copy(update={"subject": bells.subject})
    assert treebank_subjects.verdict_on(text, wrong, compared[0].told) == "other"
    none = compared[0].claim.model_copy(update={"subject": None})
    assert treebank_subjects.verdict_on(text, none, compared[0].told) == "null"
