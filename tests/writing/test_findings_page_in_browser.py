"""The page of findings in a browser: a click on a finding or on a marked place shows where they belong."""

from __future__ import annotations

import io

import pytest

from claimcheck.article import Article
from claimcheck.checking.findings import Place, make_finding, make_findings
from claimcheck.result import make_document
from claimcheck.writing import WritingOptions
from claimcheck.writing.of_findings import FINDING_WRITERS

ANSWER = "The mill has 412 workers. It opened in 2022. <script>window.hacked = 1</script>"
SOURCE = "\n\n".join(
    ["The mill has 512 workers.", *["A long paragraph about saws and boards."] * 60, "It opened in 2021."]
)


def place_of(name, text, words):
    start = text.index(words)
    return Place(source=name, start=start, end=start + len(words), text=words)


@pytest.fixture(scope="module")
def findings():
    texts = [
        make_document(Article(name, text), [], []).model_copy(update={"text": text})
        for name, text in (("answer.txt", ANSWER), ("<source>.txt", SOURCE))
    ]
    answer, source = texts
    found = [
        make_finding(
            "ground/figure",
            "differs",
            kind="count",
            place=place_of(answer.source, ANSWER, "412 workers"),
            evidence=[place_of(source.source, SOURCE, "512 workers")],
            reason="the source says 512, not 412",
        ),
        make_finding(
            "ground/date",
            "differs",
            kind="date",
            place=place_of(answer.source, ANSWER, "2022"),
            evidence=[place_of(source.source, SOURCE, "2021")],
            reason="the source says 2021, not 2022",
        ),
    ]
    return make_findings("ground", found, [answer], [source])


@pytest.fixture
def open_page(tmp_path, findings, browser):
    """Open the page; at the end, nothing may have been said on the console and nothing asked of the net."""
    out = io.StringIO()
    FINDING_WRITERS["html"].write(findings, out, WritingOptions())
    path = tmp_path / "findings.html"
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    said, asked = [], []
    pages = []

    def open_with(**options):
        page = browser.new_page(viewport={"width": 1280, "height": 600}, **options)
        pages.append(page)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        return page

    yield open_with
    for page in pages:
        page.close()
    assert said == []
    assert {url.partition("#")[0] for url in asked} == {path.as_uri()}


def shown(page):
    return page.locator("mark.shown").all_inner_texts()


def test_a_click_on_a_finding_shows_its_places(open_page):
    page = open_page()
    assert page.locator("li").count() == 2
    assert page.evaluate("window.hacked") is None
    assert shown(page) == []
    page.locator("li").nth(1).locator("code").click()
    assert shown(page) == ["2022", "2021"]
    assert "shown" in page.locator("li").nth(1).get_attribute("class")
    assert page.locator("mark", has_text="2021").evaluate(
        "mark => { const box = mark.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
    )
    page.locator("li").nth(0).locator("code").click()
    assert shown(page) == ["412 workers", "512 workers"]


def test_a_click_on_a_place_shows_the_finding(open_page):
    page = open_page()
    page.locator("mark", has_text="412 workers").click()
    assert page.locator("li.shown").count() == 1
    assert "512, not 412" in page.locator("li.shown").inner_text()


def test_keys_alone_reach_a_place(open_page):
    page = open_page()
    page.locator("li a", has_text="2021").focus()
    page.keyboard.press("Enter")
    assert shown(page) == ["2022", "2021"]


def test_without_scripts_links_lead_to_places(open_page):
    page = open_page(java_script_enabled=False)
    page.locator("li a", has_text="2021").click()
    box = page.locator("mark", has_text="2021").bounding_box()
    assert 0 <= box["y"] <= 600


def test_nothing_is_cut_off_on_paper(open_page):
    page = open_page()
    page.emulate_media(media="print")
    heights = page.evaluate(
        "[...document.querySelectorAll('section')].map(s => s.scrollHeight - s.clientHeight)"
    )
    assert max(heights) <= 1
