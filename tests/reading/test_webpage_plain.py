"""Pages that are nothing but a text are read whole; in others the content is looked for."""

from __future__ import annotations

import pytest

pytest.importorskip("trafilatura", reason="the extra html is not installed")

BODY = """<h1>Report on the ferry</h1>
<p>The ferry of Holm has run since 1921 and carries the mail of four islands, in summer and in winter.</p>
<h2>Findings</h2>
<ul><li>It made 4,200 crossings.</li><li>A ticket costs 3 euros.</li></ul>
<p>The yard of Dahl built it. It uses <code>pier --dir 4</code> to plan its trips along the coast.</p>
<pre>open gate 12
close gate 14</pre>
"""
LISTED = ["Findings", "It made 4,200 crossings.", "A ticket costs 3 euros."]


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><title>Ferry</title>{head}</head><body>{body}</body></html>"


def test_a_plain_page_keeps_its_headings_and_short_lists(read):
    paragraphs = read("a.html", page(BODY)).text.split("\n\n")
    assert [words for words in paragraphs if words in LISTED] == LISTED


def test_code_of_a_plain_page_holds_no_claims(read):
    article = read("a.html", page(BODY))
    asides = [article.text[start:end] for start, end in article.asides]
    assert "pier --dir 4" in asides
    assert any("gate 12" in words for words in asides)


def test_a_plain_page_knows_its_lines(read):
    article = read("a.html", page(BODY))
    assert article.places.at(article.text.index("A ticket")) == 4


@pytest.mark.parametrize(
    "around",
    [
        "<script>var a = 1;</script>",
        "<form><input name='q'></form>",
        "<footer><p>Imprint of the harbour</p></footer>",
        "<ul>" + "<li><a href='/a'>All of the news of the harbour</a></li>" * 8 + "</ul>",
        "<pre>" + "open gate twelve and close gate fourteen\n" * 12 + "</pre>",
    ],
)
def test_of_other_pages_the_content_is_looked_for(read, around):
    text = read("a.html", page(BODY + around)).text
    assert "Imprint" not in text
    assert "All of the news" not in text
    assert "crossings" not in text  # taken for a menu


@pytest.mark.parametrize(
    "name", ["shareBar", "reader-comments", "box related-articles", "byline", "mostread"]
)
def test_a_page_built_of_divs_alone_names_what_stands_around_its_text(read, name):
    around = f'<div class="{name}"><p>What others say of it</p></div>'
    assert "It made 4,200 crossings." not in read("a.html", page(BODY + around)).text  # taken for a menu


@pytest.mark.parametrize("name", ["sidebar", "commented", "shared-notes", "socialism", "bylines-of-the-law"])
def test_a_plain_page_may_name_its_parts_as_it_likes(read, name):
    text = read("a.html", page(BODY.replace("<h2>", f'<h2 class="{name}">'))).text
    assert "It made 4,200 crossings." in text
