"""Markdown: what is prose, what is not, and on which line it stands."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reading import ReadingOptions
from claimcheck.reading.markdown import read_markdown


def asides(article):
    return [article.text[start:end] for start, end in article.asides]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("Sales rose\nby 20%.\n", "Sales rose by 20%.\n", id="wrapped lines are one"),
        pytest.param("First.  \nSecond.", "First.\nSecond.\n", id="a hard break stays"),
        pytest.param("# Sales\nThey rose.", "Sales\n\nThey rose.\n", id="a heading is a paragraph"),
        pytest.param("Sales\n=====\n\nThey rose.", "Sales\n\nThey rose.\n", id="an underlined heading"),
        pytest.param("**5,200** _people_ ~~or 90~~ came", "5,200 people came\n", id="emphasis"),
        pytest.param("[the report](https://example.org/2019/44)", "the report\n", id="a link target"),
        pytest.param("[the report][1]\n\n[1]: https://example.org/44", "the report\n", id="a reference"),
        pytest.param("Before ![12 dogs](a.png) after", "Before after\n", id="a picture"),
        pytest.param("- one\n- two\n\n  more\n", "one\n\ntwo\n\nmore\n", id="items are paragraphs"),
        pytest.param("3. third\n4. fourth\n", "third\n\nfourth\n", id="numbers of items are not read"),
        pytest.param("Before.\n\n```\nx = 400\n```\n\nAfter.", "Before.\n\nAfter.\n", id="a fence"),
        pytest.param("Before.\n\n    x = 400\n\nAfter.", "Before.\n\nAfter.\n", id="an indented block"),
        pytest.param("> It cost $5.\n> She paid.", "It cost $5. She paid.\n", id="a quotation"),
        pytest.param(
            "| City | People |\n|---|--:|\n| Ulm | 126,000 |\n| Bonn | |\n",
            "City\tPeople\nUlm\t126,000\nBonn\n",
            id="a table",
        ),
        pytest.param("A <!-- 90 --> B<br>C", "A B\nC\n", id="tags in a line"),
        pytest.param(
            "<p align=center>\n  30 <b>people</b>\n</p>\n<!-- 90\ndogs -->\n<pre>77</pre>\n\nEnd.",
            "30 people\n\nEnd.\n",
            id="a block of HTML",
        ),
        pytest.param("AT&amp;T \\*paid\\* &euro;5", "AT&T *paid* €5\n", id="entities and escapes"),
        pytest.param("", "", id="nothing"),
        pytest.param("```\nonly code 55\n```\n", "", id="only code"),
        pytest.param("one\r\n\r\ntwo\r\n", "one\n\ntwo\n", id="Windows line ends"),
    ],
)
def test_prose_is_what_a_reader_of_the_page_sees(read, source, text):
    assert read("a.md", source).text == text


def test_inline_code_and_addresses_are_words_without_claims(read):
    article = read("a.md", "`gpt-4` has <kbd>F12</kbd> and <https://example.org/7000> for 20 people.")
    assert article.text == "gpt-4 has F12 and https://example.org/7000 for 20 people.\n"
    assert asides(article) == ["gpt-4", "F12", "https://example.org/7000"]


def test_lines_are_those_of_the_source(read, lines_of):
    source = "---\ntitle: T\n---\n\n# Head\n\nOne\ntwo.\n\n```\ncode\n```\n\n- item\n\n| a |\n|---|\n| b |\n"
    article = read("a.md", source)
    assert lines_of(article) == [(5, "Head"), (7, "One two."), (14, "item"), (16, "a\nb")]
    assert article.places.at(article.text.index("two")) == 8
    assert article.places.at(article.text.index("b")) == 18


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            '---\ntitle: "Growth: up"\nauthor: Ann Poe\ndate: 2021-03-04T10:00:00Z\ntags: [a]\n---\nText.',
            ("Growth: up", "Ann Poe", dt.date(2021, 3, 4), "Text.\n"),
            id="YAML",
        ),
        pytest.param(
            '+++\ntitle = "Growth"\ndate = 2021-03-04\n+++\nText.',
            ("Growth", None, dt.date(2021, 3, 4), "Text.\n"),
            id="TOML",
        ),
        pytest.param("# Growth `x`\n\nText.", ("Growth x", None, None, "Growth x\n\nText.\n"), id="heading"),
        pytest.param("Text.\n\n# Growth\n", (None, None, None, "Text.\n\nGrowth\n"), id="a later heading"),
        pytest.param("---\ntitle: A\ndate: last May\n---\nText.", ("A", None, None, "Text.\n"), id="no date"),
        pytest.param("---\n\nText.\n\n---\n", (None, None, None, "Text.\n"), id="rules are no metadata"),
        pytest.param("+++\nnot = = toml\n+++\nText.", (None, None, None, "Text.\n"), id="broken TOML"),
    ],
)
def test_metadata_comes_from_the_top(read, source, expected):
    article = read("a.md", source)
    assert (article.title, article.author, article.published, article.text) == expected


def test_a_date_that_is_given_counts_before_that_of_the_file(read):
    source = "---\ndate: 2021-03-04\n---\nText."
    assert read("a.md", source, published=dt.date(2019, 1, 1)).published == dt.date(2019, 1, 1)


class _Given:
    """An input that is in memory."""

    source = "x.md"

    def __init__(self, text):
        self.read_bytes = text.encode


CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t #*-`<>[]()|&!\\")


@given(st.text(CHARACTERS, max_size=80))
def test_any_markdown_gives_a_text_with_lines(source):
    (article,) = read_markdown(_Given(source), ReadingOptions())
    last = source.count("\n") + source.count("\r") + 1
    assert all(1 <= number <= last for number in article.places.numbers)
    assert "\n\n\n" not in article.text
