"""The result of a check made by hand."""

from __future__ import annotations

import pytest

from claimcheck.article import Article
from claimcheck.checking.findings import Place, WordChange, make_finding, make_findings
from claimcheck.result import make_document

ANSWER = "Sales were 14 %, up.\nThe <mill> closed."
SOURCE = "Sales rose to 15 %."


def place(text, words, source):
    start = text.index(words)
    return Place(source=source, start=start, end=start + len(words), text=words)


@pytest.fixture
def findings():
    """A finding that differs, one that holds, and one without a source."""
    checked = make_document(Article("answer.txt", ANSWER), [], []).model_copy(update={"text": ANSWER})
    source = make_document(Article("report [1].txt", SOURCE), [], []).model_copy(update={"text": SOURCE})
    return make_findings(
        "ground",
        [
            make_finding(
                "ground/figure",
                "differs",
                kind="percentage",
                place=place(ANSWER, "14 %", "answer.txt"),
                evidence=[place(SOURCE, "15 %", "report [1].txt")],
                reason="the source says 15 %",
                arithmetic="14 ≠ 15",
                tolerance="as written",
                changes=[WordChange(op="delete", text="15"), WordChange(op="insert", text="14")],
            ),
            make_finding(
                "ground/figure",
                "borne_out",
                kind="name",
                place=place(ANSWER, "Sales", "answer.txt"),
                reason="the source says so",
            ),
            make_finding(
                "ground/name",
                "not_found",
                kind="name",
                place=place(ANSWER, "<mill>", "answer.txt"),
                reason="no source names it",
            ),
        ],
        [checked],
        [source],
    )
