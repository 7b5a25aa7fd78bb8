"""Workflow commands: one line per claim, whatever stands in names and texts."""

from __future__ import annotations

import re

from claimcheck.claims.base import Line, Page


def test_each_claim_is_a_notice_at_its_place(with_text, write):
    assert write("github", [with_text]).splitlines() == [
        (
            "::notice file=posts/delphi 𝔸.txt,line=1,endLine=1,col=51,endColumn=73,title=parameter count"
            "::Delphi “it”: > 2.5 billion parameters (possible, according to the lab)"
            " – ““over” 2.5B parameters”"
        ),
        (
            "::notice file=posts/delphi 𝔸.txt,line=1,endLine=1,col=78,endColumn=84,title=percentage"
            "::40–50.5 %25 – “40–50%25”"
        ),
    ]


def test_a_claim_over_two_lines_has_no_columns(claim_maker, with_text, write):
    claim = claim_maker("It has 40\nusers.", "40\nusers", "count", {"number": "40", "of": "users"})
    document = with_text.model_copy(update={"claims": (claim,), "text": "It has 40\nusers."})
    assert write("github", [document]).startswith(
        "::notice file=posts/delphi 𝔸.txt,line=1,endLine=2,title=count::40 users – “40 users”\n"
    )


def test_separators_in_a_file_name_are_escaped(with_text, write):
    document = with_text.model_copy(update={"source": "a:b,c%\n.txt"})
    assert write("github", [document]).startswith("::notice file=a%3Ab%2Cc%25%0A.txt,line=1")


def test_no_text_starts_a_command_of_its_own(claim_maker, with_text, write):
    sentence = "It has 40\n::error::users."
    claim = claim_maker(sentence, "40\n::error::users", "count", {"number": "40", "of": "::error::users"})
    written = write("github", [with_text.model_copy(update={"claims": (claim,), "text": sentence})])
    assert written.count("\n") == 1
    assert not re.search(r"^::error", written, re.MULTILINE)


def test_lines_of_the_source_count_where_the_text_has_others(with_text, write):
    claims = tuple(claim.model_copy(update={"location": Line(line=7)}) for claim in with_text.claims)
    written = write("github", [with_text.model_copy(update={"claims": claims, "source": "post.html"})])
    assert written.count("file=post.html,line=7,title=") == 2


def test_a_page_is_named_in_the_message(with_text, write):
    claims = tuple(claim.model_copy(update={"location": Page(page=3)}) for claim in with_text.claims)
    written = write("github", [with_text.model_copy(update={"claims": claims, "source": "report.pdf"})])
    assert written.count("file=report.pdf,title=") == written.count("(page 3)\n") == 2


def test_a_row_stands_for_its_table(with_text, write):
    document = with_text.model_copy(update={"source": "posts#1.jsonl#7"})
    assert write("github", [document]).startswith("::notice file=posts#1.jsonl,title=")


def test_a_notice_names_nobody_and_sends_the_terminal_nothing(claim_maker, with_text, write):
    sentence = "@maria\x1b[31m counted 40\x1b[2J users for #12."
    words = "40\x1b[2J users for #12"
    claim = claim_maker(sentence, words, "count", {"number": "40", "of": "users"}, subject="@maria\x1b[31m")
    update = {"claims": (claim,), "text": sentence, "source": "a\x1b]0;x\x07.txt"}
    written = write("github", [with_text.model_copy(update=update)])
    assert not re.search(r"[\x00-\x09\x0b-\x1f]|@\w|#\d", written)
