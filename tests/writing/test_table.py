"""The table: what a person sees, at any width, whatever an article holds."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import Color

from claimcheck.article import Article
from claimcheck.result import make_document
from claimcheck.writing.colours import DOUBTFUL, PLAIN, RIGHT, WRONG, kind_colour
from claimcheck.writing.kinds_table import kinds
from claimcheck.writing.table import _cropped

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

WIDE = """\
 posts/delphi 𝔸.txt  2 claims

 kind             subject      value                     in the text
 ───────────────────────────────────────────────────────────────────
 parameter_count  Delphi “it”  > 2.5 billion parameters  Asked about Delphi, the lab says that it may have ⟦“over” 2.5B parameters⟧, or 40–50% more.
                                                         ↳ possible · according to the lab
 percentage       –            40–50.5 %                 Asked about Delphi, the lab says that it may have “over” 2.5B parameters, or ⟦40–50%⟧ more.

 parameter_count  1
 percentage       1
                  2 claims
"""

STACKED = """\
 posts/delphi 𝔸.txt  2 claims

 kind             subject      value
 ──────────────────────────────────────────────────────────
 parameter_count  Delphi “it”  > 2.5 billion parameters
                  …may have ⟦“over” 2.5B parameters⟧, or…
                  ↳ possible · according to the lab
 percentage       –            40–50.5 %
                  …2.5B parameters, or ⟦40–50%⟧ more.

 parameter_count  1
 percentage       1
                  2 claims
"""

WRAPPED = """\
                  Asked about Delphi, the lab says that it
                  may have ⟦“over” 2.5B parameters⟧, or
                  40–50% more.
"""


def test_without_a_width_every_claim_is_on_one_line_and_nothing_is_cut(document, write):
    assert write("table", [document]) == WIDE


def test_on_a_narrow_screen_sentences_have_lines_of_their_own(document, write):
    assert write("table", [document], width=60, crop=True) == STACKED


def test_off_the_screen_a_width_breaks_lines_but_cuts_nothing(document, write):
    text = write("table", [document], width=60)
    assert WRAPPED in text
    assert "…" not in text


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 120, 160, 250])
@pytest.mark.parametrize("crop", [True, False])
def test_no_line_is_wider_than_the_screen(document, write, width, crop):
    lines = write("table", [document], width=width, crop=crop).splitlines()
    assert max(map(cell_len, lines[2:])) <= max(width, 40)


def test_styles_mark_the_words_instead_of_brackets(document, write):
    styled = write("table", [document], styled=True)
    assert "\x1b[1;4m“over” 2.5B parameters\x1b[0m" in styled
    assert ESCAPE.sub("", styled) == WIDE.replace("⟦", "").replace("⟧", "")


@pytest.mark.parametrize("grouped", [True, False])
@pytest.mark.parametrize("width", [60, 120])
def test_nothing_but_the_words_is_underlined(document, write, grouped, width):
    styled = write("table", [document], styled=True, width=width, grouped=grouped)
    underlined = re.findall(r"\x1b\[(?:\d+;)*4(?:;\d+)*m([^\x1b]*)", styled)
    assert " ".join(underlined).split() == ["“over”", "2.5B", "parameters", "40–50%"]


def contrast(first, second):
    """WCAG 2.2, relative luminance and contrast ratio of two colours."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    parts = (part / 255 for part in colour)
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ground", [(255, 255, 255), (0, 0, 0)])
def test_every_colour_is_legible_on_light_and_on_dark(ground):
    for name in (*map(kind_colour, kinds()), WRONG, DOUBTFUL, RIGHT, PLAIN):
        assert name.startswith("color("), "a colour by name is the user's own"
        assert contrast(Color.parse(name).get_truecolor(), ground) >= 4, name


def test_a_terminal_of_sixteen_colours_gets_none_of_them(document, write, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("COLORTERM", raising=False)
    codes = set(re.findall(r"\x1b\[([0-9;]*)m", write("table", [document], styled=True)))
    assert "1;4" in codes
    assert {part for code in codes for part in code.split(";")} <= {"0", "1", "2", "3", "4"}


def test_without_styles_there_is_no_escape_sequence(document, write):
    assert "\x1b" not in write("table", [document], width=80)


def test_several_articles_are_counted_together(document, empty_document, write):
    text = write("table", [document, empty_document, document])
    assert text.count(" posts/delphi 𝔸.txt  2 claims\n") == 2
    assert " empty.txt  0 claims\n" in text
    assert text.endswith("                  4 claims in 3 articles\n")


def test_no_claims_are_said_to_be_none(empty_document, write):
    assert write("table", [empty_document]) == " empty.txt  0 claims\n\n no claims\n"


QUALIFIED = [
    ({"polarity": "negative"}, "↳ denied\n"),
    ({"certainty": "probable"}, "↳ probable\n"),
    ({"prediction": True}, "↳ predicted\n"),
    ({"attribution": {"source": "An IBM study", "cue": "found"}}, "↳ according to an IBM study\n"),
    ({"attribution": {"source": "A.J. Stone", "cue": "said"}}, "↳ according to A.J. Stone\n"),
    ({"polarity": "negative", "prediction": True}, "↳ denied · predicted\n"),
]


@pytest.mark.parametrize(("qualifiers", "line"), QUALIFIED)
def test_qualifiers_are_told_where_they_differ_from_the_default(
    claim_maker, document, write, qualifiers, line
):
    claim = claim_maker(
        "It has 40 users.", "40 users", "count", {"number": "40", "of": "users"}, **qualifiers
    )
    text = write("table", [document.model_copy(update={"claims": (claim,)})])
    assert line in text


def test_a_flat_assertion_has_no_line_of_qualifiers(claim_maker, document, write):
    claim = claim_maker("It has 40 users.", "40 users", "count", {"number": "40", "of": "users"})
    assert "↳" not in write("table", [document.model_copy(update={"claims": (claim,)})])


HOSTILE = "The \x1b[2J[red]x[/red]\r\n\u202e100\tusers\x9b1m of [link=http://x]תל[/link] 漢字漢字 👩‍💻 left."


@pytest.mark.parametrize("width", [None, 40, 80, 160])
@pytest.mark.parametrize("styled", [True, False])
def test_an_article_cannot_act_on_the_terminal(claim_maker, document, write, width, styled):
    claim = claim_maker(
        HOSTILE,
        "100\tusers\x9b1m",
        "count",
        {"number": "100", "of": "users\x9b1m"},
        subject="The \x1b[2J[red]x[/red]\r\n\u202e",
    )
    hostile = document.model_copy(update={"claims": (claim,), "source": "a\x1b[2Jb\n.txt"})
    text = write("table", [hostile], width=width, crop=width is not None, styled=styled)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", ESCAPE.sub("", text))
    assert "[red]x[/red]" in ESCAPE.sub("", text)
    assert "a␛[2Jb .txt" in ESCAPE.sub("", text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.text(max_size=80), words=st.text(min_size=1, max_size=200), after=st.text(max_size=80),
    width=st.integers(20, 200), crop=st.booleans(),
)  # fmt: skip
def test_any_text_stays_in_its_lines(claim_maker, write, before, words, after, width, crop):
    claim = claim_maker(
        before + words + after, words, "count", {"number": "3", "of": words}, subject=before + words
    )
    document = make_document(Article("x", before + words + after), [claim], [])
    lines = write("table", [document], width=width, crop=crop).split("\n")
    assert all(cell_len(line) <= max(width, 40) for line in lines)


@given(
    before=st.text(max_size=60),
    words=st.text(max_size=60),
    after=st.text(max_size=60),
    room=st.integers(8, 80),
)
def test_a_cropped_sentence_fits_and_keeps_its_claim(before, words, after, room):
    parts = _cropped(before, words, after, room)
    assert sum(map(cell_len, parts)) <= room
    if cell_len(words) <= room - 2:
        assert parts[1] == words


def test_a_sentence_without_end_is_shown_in_part(claim_maker, document, write):
    endless = "so " * 400_000 + "40 users" + " and" * 400_000
    claim = claim_maker(endless, "40 users", "count", {"number": "40", "of": "users"})
    text = write("table", [document.model_copy(update={"claims": (claim,)})])
    assert "so ⟦40 users⟧ and" in text
    assert len(text) < 10_000


def test_a_kind_without_a_colour_of_its_own_has_one():
    assert kind_colour("some_kind_of_tomorrow")
