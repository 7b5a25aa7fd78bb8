"""HTML: the main content of a saved page, its lines, its date and its encoding."""

from __future__ import annotations

import datetime as dt
import sys

import pytest

from claimcheck.errors import ReadingError

pytest.importorskip("trafilatura", reason="the extra html is not installed")

PROSE = (
    "The ferry carried 422,000 passengers in its first year, which is more than the operator had expected. "
    "Most of them crossed in July and August, when two boats a day were not enough for the queues."
)
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
  <title>Ferry doubles its crossings | The Port Herald</title>
  <meta name="author" content="Ida Lund">
  <meta property="article:published_time" content="2021-03-04T08:00:00+01:00">
  <style>p { margin: 40px }</style>
  <script>var visitors = "900 visitors";</script>
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/top">Top 100</a></li></ul></nav>
<article>
  <h1>Ferry doubles its crossings</h1>
  <p>The ferry carried <b>422,000</b> passengers &amp; 30 dogs
  in its first year, <a href="https://example.org/99">said the operator</a>.</p>
  <h2>What it cost</h2>
  <ul>
    <li>Two boats at €3 million</li>
    <li>A pier, run with <code>--piers 4</code> staff</li>
  </ul>
  <pre><code>boats = 41
piers = 42</code></pre>
  <blockquote><p>“We grew by 20%,” she said.</p></blockquote>
  <table>
    <tr><th>Month</th><th>Passengers</th></tr>
    <tr><td>July</td><td>90,000</td></tr>
  </table>
  <p>Last year the firm earned<br>$3 million, after a winter in which hardly anybody had crossed.</p>
</article>
<footer><p>Copyright 2021 The Port Herald. 77 employees.</p></footer>
</body>
</html>
"""


def page(head="", body=f"<p>{PROSE}</p>"):
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>"


def test_the_content_of_a_page_is_its_article(read):
    assert read("a.html", PAGE).text.split("\n\n") == [
        "Ferry doubles its crossings",
        "The ferry carried 422,000 passengers & 30 dogs in its first year, said the operator.",
        "What it cost",
        "Two boats at €3 million",
        "A pier, run with --piers 4 staff",
        "“We grew by 20%,” she said.",
        "Month\tPassengers\nJuly\t90,000",
        "Last year the firm earned\n$3 million, after a winter in which hardly anybody had crossed.\n",
    ]


def test_inline_code_is_an_aside(read):
    article = read("a.html", PAGE)
    assert [article.text[start:end] for start, end in article.asides] == ["--piers 4"]


def test_lines_are_those_of_the_source(read, lines_of):
    article = read("a.html", PAGE)
    lines = PAGE.split("\n")
    for number, paragraph in lines_of(article):
        assert paragraph.split()[0] in lines[number - 1]
    assert "in its first year" in lines[article.places.at(article.text.index("in its first year")) - 1]
    assert "July" in lines[article.places.at(article.text.index("July")) - 1]


def test_a_short_word_is_placed_between_its_neighbours(read, lines_of):
    body = f"<p>{PROSE}</p>\n<h2>Boats</h2>\n<p>{PROSE.upper()}</p>\n<p>Boats</p>"
    lines = [number for number, _ in lines_of(read("a.html", "<nav>Boats</nav>\n" + page(body=body)))]
    assert lines == [2, 3, 4, 5]


def test_title_author_and_date_are_metadata(read):
    article = read("a.html", PAGE)
    assert article.title.startswith("Ferry doubles its crossings")
    assert (article.author, article.published) == ("Ida Lund", dt.date(2021, 3, 4))


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        pytest.param('<meta itemprop="datePublished" content="2020-02-29">', "", "2020-02-29", id="itemprop"),
        pytest.param('<meta name="citation_publication_date" content="2020/02/29">', "", "2020-02-29", id="slashes"),
        pytest.param(
            '<script type="application/ld+json">{"dateModified": "2022-01-01", "datePublished": "2020-02-29T01:00Z"}</script>',
            "", "2020-02-29", id="JSON-LD",
        ),
        pytest.param("", '<time class="entry-date" datetime="2020-02-29">a while ago</time>', "2020-02-29", id="time"),
        pytest.param("", '<time datetime="2020-02-29">29 Feb</time>', "2020-02-29", id="the only time"),
        pytest.param(
            "", '<time datetime="2020-02-29">x</time><time datetime="2021-02-28">y</time>', None, id="two times"
        ),
        pytest.param('<link rel="canonical" href="https://example.org/2020/02/29/ferry">', "", "2020-02-29", id="address"),
        pytest.param(
            '<meta name="date" content="2022-01-01"><meta name="pubdate" content="2020-02-29">', "", "2020-02-29",
            id="publication before any date",
        ),
        pytest.param('<meta name="pubdate" content="2021-02-29">', "", None, id="no such day"),
        pytest.param('<meta name="pubdate" content="2190-01-01">', "", "2190-01-01", id="the clock is not asked"),
        pytest.param(
            '<meta content="MediaWiki 1.42" name="generator"><meta name="pubdate" content="2001-11-03">',
            "", None, id="a wiki names the day a page was begun",
        ),
        pytest.param(
            '<meta name="generator" content="Orbit 5"><meta name="pubdate" content="2001-11-03">',
            "", "2001-11-03", id="another generator",
        ),
        pytest.param("", "<p>The bridge was opened on 2 May 1999.</p>", None, id="dates in the text are not the page's"),
    ],
)  # fmt: skip
def test_the_date_is_the_one_the_page_marks_as_its_own(read, head, body, expected):
    published = read("a.html", page(head, f"<p>{PROSE}</p>{body}")).published
    assert published == (expected and dt.date.fromisoformat(expected))


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ("<META CHARSET=koi8-r>", "koi8-r"),
        ('<?xml version="1.0" encoding="iso-8859-15"?>', "iso-8859-15"),
        ('<meta charset="utf-16">', "utf-8"),
        ("", "utf-8"),
    ],
)  # fmt: skip
def test_the_declared_encoding_is_honoured(read, declaration, encoding):
    word = "Привет" if encoding == "koi8-r" else "“Zoë” – €5" if encoding == "cp1252" else "Zoë €5"
    source = declaration + page(body=f"<p>{word} {PROSE}</p>")
    assert read("a.html", source.encode(encoding)).text.startswith(word)


def test_a_byte_order_mark_says_more_than_the_declaration(read):
    source = '<meta charset="windows-1252">' + page(body=f"<p>Zoë {PROSE}</p>")
    assert read("a.html", source.encode("utf-8-sig")).text.startswith("Zoë")
    assert read("a.html", source.encode("utf-16")).text.startswith("Zoë")


def test_the_encoding_that_is_given_says_most(read):
    source = '<meta charset="utf-8">' + page(body=f"<p>Zoë {PROSE}</p>")
    assert read("a.html", source.encode("latin-1"), encoding="latin-1").text.startswith("Zoë")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b'<meta charset="utf-8"><p>caf\xe9 au lait</p>',
            "a.html: not UTF-8: byte 0xE9 at offset 28; it may be Windows-1252: --encoding cp1252",
        ),
    ],
)
def test_bad_bytes_are_one_clear_line(read, data, message):
    with pytest.raises(ReadingError) as caught:
        read("a.html", data)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<p>The survey drew 5,200 responses.</p>", "The survey drew 5,200 responses.\n", id="a fragment"),
        pytest.param("", "", id="nothing"),
        pytest.param("<html><body></body></html>", "", id="an empty page"),
        pytest.param("<html><script>var a = '900 users'</script></html>", "", id="only a script"),
    ],
)  # fmt: skip
def test_short_and_empty_pages(read, source, text):
    assert read("a.html", source).text == text


def test_deeply_nested_pages_are_read(read):
    depth = 3000
    read("a.html", "<div>" * depth + f"<p>{PROSE}</p>" + "</div>" * depth)


def test_nothing_is_printed_about_odd_pages(read, capfd):
    read("a.html", "<html><body><p>x</p><<<></html>")
    assert capfd.readouterr() == ("", "")


def test_without_the_library_the_remedy_is_named(read, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ReadingError) as caught:
        read("a.html", PAGE)
    assert str(caught.value) == "a.html: to read HTML: pip install 'claimcheck-nlp[html]'"


@pytest.mark.parametrize("label", ["klingon", "utf-8"])
def test_a_label_that_nobody_knows_is_passed_over_and_one_that_is_cut_is_read_whole(read, label):
    padding = "x" * (1010 - len("<!---->")) if label == "utf-8" else ""
    page = f'<!--{padding}--><meta charset="{label}"><p>The pier cost €7 million, said the mayor of the town.</p>'
    assert read("a.html", page.encode()).text == "The pier cost €7 million, said the mayor of the town.\n"


def test_cells_with_paragraphs_and_boxes_stay_in_their_rows(read):
    page = (
        "<html><body><article><p>The yard gave its figures for the two years on Monday, as it does in May.</p><table>"
        "<caption>Sales ($ million)</caption><tr><th>Item</th><th colspan=2>Years</th></tr>"
        "<tr><td><p>Nets</p></td><td>$</td><td><p>16</p></td></tr>"
        '<tr><td>Town</td><td><a href="/a">Holm</a>, <div style="display:inline">Ohio</div>, U.S.</td><td>(5)</td></tr>'
        "</table><p>All else remained as it was in the year before, said the owner of the yard.</p></article></body></html>"
    )
    article = read("a.html", page)
    assert (
        "\n\nSales ($ million)\n\nItem\tYears\nNets\t\t$ 16\nTown\tHolm, Ohio, U.S.\t(5)\n\n" in article.text
    )
    (table,) = article.tables
    assert article.text[slice(*table.caption)] == "Sales ($ million)"
    assert table.tells_spans


def box(rows, style=""):
    cells = "".join(f"<tr><th>{head}</th><td>{style}{words}</td></tr>" for head, words in rows)
    return f"<article><table class='infobox'>{cells}</table><p>{PROSE}</p><p>{PROSE.lower()}</p></article>"


def test_a_box_of_facts_with_many_links_stays_where_the_page_has_more_than_them(read):
    """Cells are made plain words before the content is looked for; that makes no menu of a table."""
    linked = " ".join(f"<a href='/{name}'>{name}</a>" for name in ("Skiffs", "Dinghies", "Ferries", "Buoys"))
    rows = [("Founded", "1975 in <a href='/l'>Lund</a>"), ("Employees", "2,210")]
    rows += [(f"Products {number}", linked) for number in range(40)]
    style = "<style>.a{color:red;margin:0;padding:0;display:block} .b{color:blue;margin:0;border:0}</style>"
    text = read("a.html", page(body=box(rows, style))).text
    assert "Employees\t2,210" in text
    assert "Products 8\tSkiffs Dinghies Ferries Buoys" in text


def test_a_table_of_links_alone_is_a_menu(read):
    rows = [
        (f"<a href='/{n}'>Part {n} of the harbour</a>", f"<a href='/{n}b'>Its {n} piers and boats</a>")
        for n in range(12)
    ]
    assert "piers and boats" not in read("a.html", page(body=box(rows))).text


def test_names_of_the_fields_of_a_form_are_left_out(read):
    form = "<form><label>Give 3 names <input></label> or call us. <select><option>12 boats</option></select></form>"
    text = read("a.html", page(body=f"<p>{PROSE}</p>{form}<p>{PROSE} Twice.</p>")).text
    assert "3 names" not in text
    assert "12 boats" not in text
    assert "Twice." in text


def test_words_around_code_stay_where_a_page_sets_them_in_no_paragraph(read):
    inside = (
        "The boats are sorted by the <code>--by 3</code> option, which needs 40 seconds for each of them."
    )
    page = f"<html><body><p>{PROSE}</p><div>{inside}</div><p>{PROSE}</p></body></html>"
    article = read("ferry.html", page.encode())
    assert (
        "The boats are sorted by the --by 3 option, which needs 40 seconds for each of them." in article.text
    )
    assert [article.text[start:end] for start, end in article.asides] == ["--by 3"]


def test_a_page_with_the_marks_of_code_in_it_is_read(read):
    page = f"<html><body><p>ꘐ {PROSE} ꘑ With <code>x 1</code> it goes on.</p></body></html>"
    article = read("ferry.html", page.encode())
    assert "ꘐ" in article.text
    assert "With x 1 it goes on." in article.text


def test_listings_are_left_out_and_other_preformatted_text_is_read(read):
    page = f"<p>{PROSE}</p><pre class='screen'>==12== 40 boats</pre><pre class='verse'>We saw 50 boats.</pre>"
    article = read("ferry.html", f"<html><body>{page}<p>{PROSE}</p></body></html>".encode())
    assert "40 boats" not in article.text
    assert "We saw 50 boats." in article.text


def test_no_break_spaces_that_only_lay_out_a_page_are_plain(read):
    words = "The old pier of the town has 40 boats, said the mayor in a long letter to the harbour office."
    page = "<html><body><div class='literallayout'><p><br>\n{0}<br>\n{0}</p></div></body></html>"
    assert read("a.html", page.format(words.replace(" ", "&nbsp;"))).text == f"{words}\n{words}\n"
    kept = read("b.html", page.format(words.replace("40 boats", "40&nbsp;boats"))).text
    assert kept.count("40\xa0boats") == 2


def test_a_listing_in_a_cell_is_an_aside_as_one_in_the_text_is(read):
    rows = "<tr><td>Usage</td><td><pre>name of 1st boat</pre></td></tr><tr><td>Boats</td><td>42</td></tr>"
    page = f"<html><body><h1>Piers</h1><p>{PROSE}</p><table>{rows}</table></body></html>"
    article = read("a.html", page.encode())
    assert [article.text[start:end] for start, end in article.asides] == ["name of 1st boat"]


def test_places_where_a_word_may_be_cut_are_no_part_of_it(read):
    page = f"<html><body><p>{PROSE}</p>\n<p>The quay cost 4 mil&shy;lion pounds in wages.</p></body></html>"
    article = read("a.html", page.encode())
    assert "The quay cost 4 million pounds in wages." in article.text
    assert article.places.at(article.text.index("The quay")) == 2


def test_a_declaration_far_down_counts_where_a_page_is_no_utf8(read):
    head = f'<html><head><script>{"x();" * 400}</script><meta charset="iso-8859-1"></head>'
    page = f"{head}<body><p>{PROSE}</p><p>Fähren cost £4 in Käsmu.</p></body></html>"
    assert "Fähren cost £4 in Käsmu." in read("a.html", page.encode("latin-1")).text
    assert "Fähren cost £4 in Käsmu." in read("a.html", page.encode()).text


def test_a_heading_that_leads_to_the_contents_keeps_its_words(read):
    heading = (
        '<h2><a class="toc-backref" href="#id3" role="doc-backlink">Who may cross</a>'
        '<a class="headerlink" href="#who-may-cross" title="Permalink">¶</a></h2>'
    )
    text = read("a.html", page(body=f"<p>{PROSE}</p>{heading}<p>{PROSE.upper()}</p>")).text
    assert text.split("\n\n")[1] == "Who may cross"


LINKS_WITHIN = {
    '<a class="anchor" href="#fares">#</a>': False,
    '<a href="#fares">§</a>': False,
    '<a href="#table-2">2</a>': True,
    '<a href="#fares">Fares #2</a>': True,
    '<a href="https://example.org/">#</a>': True,
}
NOTES_TO_EDITORS = {
    '<sup class="noprint Inline-Template Template-Fact">[citation needed]</sup>': False,
    '<sup class="plainlinks noprint asof-tag update">[update]</sup>': False,
    '<span class="mw-editsection">[edit]</span>': False,
    '<span class="nowrap">[sic]</span>': True,
    "<sup>[note]</sup>": True,
}


@pytest.mark.parametrize(("mark", "kept"), [*LINKS_WITHIN.items(), *NOTES_TO_EDITORS.items()])
def test_signs_of_links_within_and_what_a_wiki_writes_to_its_editors_are_no_words(read, mark, kept):
    text = read("a.html", page(body=f"<p>{PROSE} As of 2014{mark} it had two boats.</p>")).text
    assert ("As of 2014 it had two boats." in text) is not kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("pier-17$ show boats\nused 15.9 t free 0.1 t", False),
        ("# list the 40 boats\nls boats", False),
        ("boats = {40: 'Ida'};\nif (boats > 3) { sail(); }", False),
        ("C:\\piers> dir\n40 boats", False),
        ("The boats of old,\n40 of them, lie in the bay.", True),
        ("US$ 40 for a boat,\n5% on 2019", True),
        ("Dear Ida, the 40 boats = all we have.\nThey lie in the bay and wait for the wind to turn.", True),
    ],
)
def test_typed_text_that_looks_like_code_is_left_out(read, typed, kept):
    body = f"<p>{PROSE}</p><pre>{typed}</pre><p>{PROSE.upper()}</p>"
    assert (typed.split("\n")[1] in read("a.html", page(body=body)).text) is kept


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("<span>182,000</span><span>guests a year</span>", "182,000 guests a year"),
        ("<span>94%</span><span>of all guests</span>", "94% of all guests"),
        ("<span>the 19</span><span>th of all guests</span>", "the 19th of all guests"),
        ("<span>S</span><span>ome guests</span>", "Some guests"),
        ("<b>182,000</b>-<b>guest</b> halls", "182,000-guest halls"),
    ],
)
def test_a_figure_and_the_label_set_below_it_are_parted(read, figures, expected):
    text = read("a.html", page(body=f"<p>{PROSE}</p><p>{figures}</p><p>{PROSE.upper()}</p>")).text
    assert expected in text.split("\n\n")


QUAY = "The quay was paid for by nine towns"


@pytest.mark.parametrize(
    ("pulled", "times"),
    [
        (f'<blockquote class="pull-quote"><p>“{QUAY}”</p></blockquote>', 1),
        (f'<div class="article-pullquote">{QUAY}</div>', 1),
        (f"<blockquote>{QUAY}</blockquote>", 1),
        (f'<p class="lead">{QUAY}</p>', 2),
        ("<blockquote>The quay was paid for by ten towns</blockquote>", 2),
        ("<blockquote>The quay</blockquote>", 2),
    ],
)
def test_what_a_page_sets_large_beside_the_same_words_is_read_once(read, pulled, times):
    text = read(
        "a.html", page(body=f"<p>{PROSE}</p>{pulled}<p>{QUAY}, said Ida.</p><p>{PROSE.upper()}</p>")
    ).text
    assert text.count("The quay") == times


SEEN = "The pier of Holm cost $7 million, and the town council paid most of it in the spring of that year."


@pytest.mark.parametrize(
    "unseen",
    [
        '<p style="display: none">The mill has 12 rooms.</p>',
        "<div hidden><p>The mill has 12 rooms.</p></div>",
        '<p>Mill <a href="/m">plans<span class="sr-only"> (12 of them)</span></a> follow.</p>',
        '<p>Mill <span class="visually-hidden">of 12 rooms </span>plans follow.</p>',
    ],
)
def test_words_that_are_not_shown_are_left_out(read, unseen):
    text = read(
        "a.html",
        f"<html><body><article><p>{SEEN}</p>{unseen}<p>{SEEN} So it was.</p></article></body></html>",
    ).text
    assert "12" not in text
    assert "So it was." in text


def test_a_page_that_shows_its_words_once_it_runs_is_read(read):
    page = f'<html><body style="visibility:hidden"><div style="display:none"><p>{SEEN}</p><p>{SEEN}</p></div></body></html>'
    assert SEEN in read("a.html", page).text


@pytest.mark.parametrize(
    ("paragraph", "asides"),
    [
        (
            '<p><a href="/m"><em>Mills of Lund cost $12 million</em></a></p>',
            ["Mills of Lund cost $12 million"],
        ),
        ('<p><a href="/m">The mills of Lund cost $12 million.</a></p>', []),
        ('<p><a href="#m">Mills of Lund cost $12 million</a></p>', []),
        ('<p>See: <a href="/m">Mills of Lund cost $12 million</a></p>', []),
    ],
)
def test_the_headline_of_another_page_between_paragraphs_holds_no_claims(read, paragraph, asides):
    page = f"<html><body><nav>Home</nav><article><h1>A pier</h1>{f'<p>{SEEN}</p>' * 2}{paragraph}<p>{SEEN}</p></article><footer>Holm</footer></body></html>"
    article = read("a.html", page)
    assert "Mills of Lund" in article.text or "mills of Lund" in article.text
    assert [article.text[start:end] for start, end in article.asides] == asides
