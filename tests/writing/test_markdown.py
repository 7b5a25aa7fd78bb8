"""Markdown: tables that hold, whatever stands in the text."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from claimcheck.writing.markdown import escaped


def as_html(text):
    return MarkdownIt("commonmark").enable("table").enable("strikethrough").render(text)


def test_each_claim_is_a_row_with_its_words_in_bold(document, write):
    text = write("markdown", [document])
    assert text.splitlines() == [
        "## posts/delphi 𝔸.txt",
        "",
        "| kind | subject | value | in the text |",
        "| --- | --- | --- | --- |",
        (
            "| parameter count | Delphi “it” | \\> 2.5 billion parameters | Asked about Delphi, the lab says that it "
            "may have <b>“over” 2.5B parameters</b>, or 40–50% more. (_possible, according to the lab_) |"
        ),
        (
            "| percentage |  | 40–50.5 % | Asked about Delphi, the lab says that it may have “over” 2.5B "
            "parameters, or <b>40–50%</b> more. |"
        ),
        "",
        "2 claims",
    ]


def test_articles_are_apart_and_may_have_no_claims(document, empty_document, write):
    text = write("markdown", [empty_document, document])
    assert text.startswith("## empty.txt\n\nNo claims.\n\n## posts/")


HOSTILE = "a | b <script>alert(1)</script> *c* _d_ `e` [f](g) ~~h~~ &amp; \\ i\nj"


def test_no_text_becomes_markup_and_no_cell_breaks(claim_maker, document, write):
    sentence = f"{HOSTILE} has 40 users."
    claim = claim_maker(sentence, "40 users", "count", {"number": "40", "of": "users"}, subject=HOSTILE)
    html = as_html(write("markdown", [document.model_copy(update={"claims": (claim,)})]))
    shown = "a | b &lt;script&gt;alert(1)&lt;/script&gt; *c* _d_ `e` [f](g) ~~h~~ &amp;amp; \\ i j"
    assert html.count(shown) == 2
    assert "<td>40 users</td>" in html
    assert "<b>40 users</b>." in html


@pytest.mark.parametrize(
    ("text", "written"),
    [("a|b", r"a\|b"), ("one\r\ntwo", "one two"), ("\x1b[31m", r"␛\[31m"), ("“it” – 5 %", "“it” – 5 %")],
)
def test_escaped(text, written):
    assert escaped(text) == written


def test_names_that_github_would_tell_are_parted_from_their_sign(claim_maker, document, write):
    sentence = "@maria of @org/team counted 40 users for #12."
    claim = claim_maker(sentence, "40 users", "count", {"number": "40", "of": "users"}, subject="@maria")
    written = write("markdown", [document.model_copy(update={"claims": (claim,)})])
    assert not re.search(r"@\w|#\d", written.replace("&#8203;", "\u200b"))
    assert "@&#8203;maria" in written
