"""The review sheet in a browser: what a reviewer does with it, by pointer, by keyboard, on a phone, on paper."""

from __future__ import annotations

import csv
import io
import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claimcheck.checking.findings import Place, make_finding, make_findings
from claimcheck.claims import claim_types
from claimcheck.result import make_document
from claimcheck.writing import WRITERS, WritingOptions

QUOTE = "“The mast is 324 metres tall,” the guide said."
COUNT = "It may have had 40 visitors in 2019, or <script>window.hacked = 1</script> 50."
MONEY = "The work was not paid with $5 million."


@pytest.fixture
def documents(claim_maker, with_text):
    """Two articles: a quote with a measurement inside, a count, a denied amount; then a money claim alone."""
    text = f"{QUOTE}\n\n{COUNT} {MONEY}"
    said = {"attribution": {"source": "the guide", "cue": "said"}}
    before = f"{QUOTE}\n\n"
    claims = (
        claim_maker(
            QUOTE,
            "The mast is 324 metres tall,",
            "quote",
            {"source": "the guide", "cue": "said", "direct": True},
        ),
        claim_maker(
            QUOTE, "324 metres", "measurement", {"number": "324", "unit": "meter"}, subject="The mast", **said
        ),
        claim_maker(
            COUNT,
            "40 visitors",
            "count",
            {"number": "40", "of": "visitors"},
            before=before,
            certainty="possible",
        ),
        claim_maker(
            MONEY,
            "$5 million",
            "money",
            {"number": "5000000", "currency": "USD"},
            before=f"{before}{COUNT} ",
            polarity="negative",
        ),
    )
    first = with_text.model_copy(
        update={"source": "mast.txt", "text": text, "claims": claims, "entities": ()}
    )
    paid = claim_maker(MONEY, "$5 million", "money", {"number": "5000000", "currency": "USD"})
    second = with_text.model_copy(
        update={"source": "paid.txt", "text": MONEY, "claims": (paid,), "entities": ()}
    )
    return [first, second]


@pytest.fixture
def open_sheet(browser, tmp_path, write):
    """Open a sheet; at the end, nothing may have been said on the console and nothing asked of the net."""
    contexts, said, asked = [], [], []

    def open_page(documents, *, width=1280, height=800, fragment="", findings=(), **options):
        path = tmp_path / "review.html"
        path.write_text(write("html", documents, findings=findings), encoding="utf-8", newline="")
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert said == []
    assert {url.partition("#")[0] for url in asked} == {(tmp_path / "review.html").as_uri()}


def selected(page):
    """The words that are marked as selected, and the row that is."""
    marks = page.locator("article mark.on").all_inner_texts()
    rows = page.locator("tbody tr.on th").all_inner_texts()
    return "".join(marks), rows


def is_on_screen(page, selector):
    return page.locator(selector).first.evaluate(
        """element => { const box = element.getBoundingClientRect(), bar = document.getElementById("bar");
        return box.height > 0 && box.top >= bar.offsetHeight - 1 && box.bottom <= innerHeight + 1; }"""
    )


def wait_until(page, condition):
    """Ask until it is so; `page.wait_for_function` asks from inside the page, whose policy forbids it."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {condition}")


def test_text_of_an_article_is_shown_never_run(open_sheet, documents):
    page = open_sheet(documents)
    assert page.evaluate("window.hacked") is None
    assert "<script>window.hacked = 1</script>" in page.locator("#a1 article").inner_text()


def test_nothing_else_is_asked_of_a_server(browser, tmp_path, documents, write):
    (tmp_path / "review.html").write_text(write("html", documents), encoding="utf-8", newline="")
    asked = []

    class Handler(SimpleHTTPRequestHandler):
        def log_request(self, *_):
            asked.append(self.path)

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=tmp_path)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/review.html")
        page.wait_for_selector("html[data-ready]", state="attached")
        page.keyboard.press("j")
        page.locator("#record").wait_for()
        page.close()
        server.shutdown()
    assert asked == ["/review.html"]


def test_a_click_on_words_shows_the_record_in_the_table(open_sheet, documents):
    page = open_sheet(documents)
    page.locator("article mark", has_text="40 visitors").click()
    assert selected(page) == ("40 visitors", ["count"])
    record = page.locator("#record").inner_text()
    for part in (
        "count: 40 visitors",
        "It may have had 40 visitors",
        "possible",
        "the author",
        "count/by hand",
    ):
        assert part in record
    assert page.evaluate("location.hash") == "#t1-2"


def test_a_click_on_a_row_goes_to_its_words(open_sheet, documents):
    long = documents[0].model_copy(update={"text": documents[0].text + "\n\nAnd so on." * 200})
    page = open_sheet([long, *documents[1:]])
    page.select_option("#article", label="paid.txt")
    wait_until(page, "document.getElementById('a2').getBoundingClientRect().top < 300")
    assert is_on_screen(page, "#a2 mark")
    page.evaluate("document.querySelector('#r1-2').click()")
    wait_until(page, "Math.abs(document.querySelector('#t1-2').getBoundingClientRect().top) < 800")
    assert selected(page)[0] == "40 visitors"
    assert is_on_screen(page, "#t1-2")


def test_a_second_click_goes_to_the_claim_around(open_sheet, documents):
    page = open_sheet(documents)
    inner = page.locator("article mark", has_text="324 metres")
    inner.click()
    assert selected(page) == ("324 metres", ["measurement"])
    inner.click()
    assert selected(page) == ("The mast is 324 metres tall,", ["quote"])
    inner.click()
    assert selected(page)[1] == ["measurement"]


def test_hovering_shows_what_the_claims_say(open_sheet, documents):
    page = open_sheet(documents)
    page.locator("article mark", has_text="324 metres").hover()
    tip = page.locator("#tip").inner_text()
    assert "measurement 324 meters" in tip
    assert "according to the guide" in tip
    assert "quote the guide said (direct)" in tip
    assert page.locator("tbody tr.hover th").all_inner_texts() == ["measurement"]
    page.mouse.move(1, 1)
    assert page.locator("#tip").is_hidden()


def rows(page):
    # The text content: what is below the screen is not laid out yet, and has no inner text.
    return page.locator("tbody tr:visible th").all_text_contents()


def test_kinds_filter_text_and_table(open_sheet, documents):
    page = open_sheet(documents)
    assert page.locator("#status").inner_text() == "5 in 2 articles"
    page.locator("#kinds button", has_text="measurement").click()
    assert rows(page) == ["measurement"]
    assert page.locator("#a2").is_hidden()
    assert page.locator("article mark:not(.off)").all_inner_texts() == ["324 metres"]
    page.locator("#kinds button", has_text="money").click()
    assert rows(page) == ["measurement", "money", "money"]
    assert page.locator("#status").inner_text() == "3 of 5, in 2 articles"
    page.locator("#kinds button", has_text="measurement").click()
    assert rows(page) == ["money", "money"]


def test_what_lies_below_a_hidden_claim_takes_its_place(open_sheet, documents):
    page = open_sheet(documents)
    page.locator("#kinds button", has_text="quote").click()
    assert "".join(page.locator("article mark.k-quote").all_inner_texts()) == "The mast is 324 metres tall,"
    page.locator("article mark", has_text="324 metres").click()
    assert selected(page)[1] == ["quote"]


@pytest.mark.parametrize(
    ("select", "option", "left"),
    [
        ("#certainty", "certain", ["quote", "measurement", "money", "money"]),
        ("#certainty", "possible", ["count"]),
        ("#certainty", "negative", ["money"]),
        ("#certainty", "prediction", []),
        ("#attribution", "author", ["quote", "count", "money", "money"]),
        ("#attribution", "attributed", ["measurement"]),
        ("#attribution", "=the guide", ["measurement"]),
    ],
)
def test_qualifiers_filter(open_sheet, documents, select, option, left):
    page = open_sheet(documents)
    page.select_option(select, option)
    assert rows(page) == left
    assert page.locator("#nothing").is_visible() == (not left)


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("VISITORS", ["count"]),
        ("guide 324", ["quote", "measurement"]),
        ("5 million USD", ["money", "money"]),
        ("<script>", ["count"]),
        ("nowhere", []),
        ("  ", ["quote", "measurement", "count", "money", "money"]),
    ],
)
def test_words_filter(open_sheet, documents, query, left):
    page = open_sheet(documents)
    page.fill("#query", query)
    page.press("#query", "Control+Shift+F12")  # no key of ours
    page.wait_for_timeout(150)
    assert rows(page) == left


def test_nothing_left_offers_the_way_back(open_sheet, documents):
    page = open_sheet(documents)
    page.select_option("#certainty", "prediction")
    page.click("#reset")
    assert len(rows(page)) == 5
    assert page.locator("#nothing").is_hidden()


def test_the_keyboard_alone_does_it(open_sheet, documents):
    page = open_sheet(documents)
    walked = []
    for key in "jjjjjjkk":
        page.keyboard.press(key)
        walked.append(page.locator("tbody tr.on").get_attribute("id"))
    assert walked == ["r1-0", "r1-1", "r1-2", "r1-3", "r2-0", "r2-0", "r1-3", "r1-2"]
    assert page.evaluate("document.activeElement.textContent") == "40 visitors"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('tr').id") == "r1-2"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.closest('tr').id") == "r1-1"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "324 metres"
    page.keyboard.press("Escape")
    assert page.locator("#record").is_hidden()
    page.keyboard.press("/")
    page.keyboard.type("million")
    page.keyboard.press("Enter")
    assert rows(page) == ["money", "money"]
    assert page.locator("tbody tr.on").get_attribute("id") == "r1-3"
    page.keyboard.press("Escape")  # the record
    page.keyboard.press("Escape")  # the filters
    assert len(rows(page)) == 5
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()


def test_a_link_opens_its_claim(open_sheet, documents):
    page = open_sheet(documents, fragment="#t2-0")
    assert page.locator("tbody tr.on").get_attribute("id") == "r2-0"


def test_light_and_dark_follow_the_system_until_switched(open_sheet, documents):
    def paper(page):
        return page.evaluate("getComputedStyle(document.body.querySelector('article')).backgroundColor")

    light, dark = open_sheet(documents), open_sheet(documents, color_scheme="dark")
    assert paper(light) != paper(dark)
    was = paper(dark)
    dark.keyboard.press("t")
    assert paper(dark) == paper(light)
    dark.click("#theme")
    assert paper(dark) == was


# WCAG 2.2, 1.4.3: the ratio of the luminances of a text and what is behind it.
CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const over = (colour, below) => {
    canvas.fillStyle = `rgb(${below.join(" ")})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255).map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (element) => {
    const chain = [];
    for (let at = element; at; at = at.parentElement) chain.unshift(getComputedStyle(at).backgroundColor);
    return chain.reduce((below, colour) => over(colour, below), [255, 255, 255]);
  };
  const found = [];
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility() || element.matches("script, option, .skip")) continue;
    const below = behind(element), text = over(getComputedStyle(element).color, below);
    const [high, low] = [luminance(text), luminance(below)].sort((a, b) => b - a);
    found.push([`${element.localName}.${element.className}: ${element.textContent.slice(0, 30)}`, (high + .05) / (low + .05)]);
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_enough_contrast(open_sheet, documents, claim_maker, scheme):
    sentence = " ".join(f"word{number}" for number in range(40))
    claims = tuple(
        claim_maker(sentence, f"word{number}", "count", {"number": "1", "of": "words"}).model_copy(
            update={
                "kind": claim_type.model_fields["kind"].default,
                "certainty": "possible",
                "prediction": True,
            }
        )
        for number, claim_type in enumerate(claim_types(), start=10)
    )
    kinds = documents[0].model_copy(update={"source": "kinds.txt", "text": sentence, "claims": claims})
    page = open_sheet([*documents, kinds], color_scheme=scheme, width=1280, height=4000)
    page.locator("#kinds button", has_text="money").click()
    page.locator("#kinds button", has_text="money").click()
    page.locator("#r3-4").click()
    page.locator("#record summary").click()
    page.mouse.move(2, 2)
    ratios = page.evaluate(CONTRASTS)
    assert len(ratios) > 100
    assert [(name, round(ratio, 2)) for name, ratio in ratios if ratio < 4.5] == []


def test_a_phone_shows_it_without_scrolling_sideways(open_sheet, documents):
    page = open_sheet(documents, width=390, height=844, is_mobile=True, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator("article mark", has_text="40 visitors").tap()
    box = page.locator("#record").bounding_box()
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    assert box["width"] == 390
    assert is_on_screen(page, "#t1-2")
    assert page.locator("#t1-2").bounding_box()["y"] < box["y"]
    page.locator("#record button", has_text="In the table").tap()
    assert page.evaluate("document.activeElement.closest('tr').id") == "r1-2"
    page.locator("#record").get_by_label("Close the record").tap()
    assert page.locator("#record").is_hidden()


def test_paper_holds_texts_and_tables_and_no_controls(open_sheet, documents):
    page = open_sheet(documents, color_scheme="dark")
    page.locator("article mark", has_text="40 visitors").click()
    page.emulate_media(media="print")
    for control in ("#filters", "#kinds", ".tools", "#record"):
        assert page.locator(control).is_hidden(), control
    assert len(rows(page)) == 5
    assert page.evaluate("getComputedStyle(document.querySelector('article')).color") == "rgb(0, 0, 0)"
    number = "element => getComputedStyle(element, '::before').content"
    assert page.locator("#t1-2").evaluate(number) == page.locator("#r1-2 th").evaluate(number)


def test_names_and_roles_are_there_for_those_who_listen(open_sheet, documents):
    page = open_sheet(documents)
    assert page.get_by_role("main").count() == page.get_by_role("search").count() == 1
    assert page.get_by_role("region", name="Claims of mast.txt").count() == 1
    assert page.get_by_role("button", name="money 2").get_attribute("aria-pressed") == "false"
    assert page.get_by_role("rowheader", name="quote").count() == 1
    for name in ("Search claims", "Certainty", "Attribution", "Go to article"):
        assert page.get_by_label(name, exact=True).count() == 1, name
    missing = page.evaluate(
        "[...document.querySelectorAll('[aria-details]')].filter(mark => "
        "!document.getElementById(mark.getAttribute('aria-details'))).length"
    )
    assert missing == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the articles"


def test_it_works_without_its_script(open_sheet, documents, browser, tmp_path):
    open_sheet(documents)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "review.html").as_uri())
    assert page.locator("#filters").is_hidden()
    assert len(rows(page)) == 5
    page.locator("#r2-0 a").click()
    assert page.url.endswith("#t2-0")
    context.close()


def test_a_hundred_articles_with_five_thousand_claims(open_sheet, documents):
    document = documents[0]
    claims = tuple(claim for _ in range(13) for claim in document.claims)[:50]
    page = open_sheet(
        [document.model_copy(update={"source": f"{n}.txt", "claims": claims}) for n in range(100)]
    )
    assert page.locator("#status").inner_text() == "5,000 in 100 articles"
    page.select_option("#article", label="99.txt")
    wait_until(page, "document.getElementById('a100').getBoundingClientRect().top < innerHeight")
    page.locator("#kinds button", has_text="measurement").click()
    assert page.locator("#status").inner_text() == "1,300 of 5,000, in 100 articles"


def test_no_claims_at_all(open_sheet):
    from claimcheck.article import Article

    page = open_sheet(
        [make_document(Article("empty.txt", ""), [], []).model_copy(update={"text": "Nothing here."})]
    )
    page.keyboard.press("j")
    page.keyboard.press("]")
    assert page.locator("#status").inner_text() == "0 in 1 article"
    assert page.locator("#nothing").is_hidden()


def judge_two(page):
    """The first claim right; the second wrong, with a note and a link; by keys alone."""
    page.keyboard.press("j")
    page.keyboard.press("1")
    page.keyboard.press("j")
    page.keyboard.press("2")
    page.keyboard.press("n")
    page.keyboard.type("why 2, 3?")
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    page.keyboard.type("https://example.org/")
    page.keyboard.press("Escape")


def saved(page, button):
    with page.expect_download() as download:
        page.click(button)
    return download.value.path().read_text(encoding="utf-8")


def test_claims_are_judged_by_keys_and_saved_by_id(open_sheet, documents):
    page = open_sheet(documents)
    judge_two(page)
    first, second, *_ = documents[0].claims
    verdicts = json.loads(saved(page, "#export-json"))
    assert {claim: one["verdict"] for claim, one in verdicts.items()} == {
        first.id: "right",
        second.id: "wrong",
    }
    assert (verdicts[second.id]["note"], verdicts[second.id]["link"]) == ("why 2, 3?", "https://example.org/")
    rows = list(csv.DictReader(saved(page, "#export-csv").splitlines()))
    assert [(row["id"], row["verdict"], row["note"]) for row in rows][1] == (second.id, "wrong", "why 2, 3?")
    assert page.locator("#progress").inner_text().startswith("2 of ")


def test_verdicts_stay_in_the_browser_and_are_taken_back(open_sheet, documents):
    page = open_sheet(documents)
    judge_two(page)
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.locator(".verdict").count() == 2
    page.select_option("#judged", "wrong")
    assert page.locator("#a1 tbody tr:not([hidden]):not(.detail)").count() == 1
    page.select_option("#judged", "")
    page.locator("#r1-0 td").first.click()
    page.keyboard.press("0")
    assert page.locator(".verdict").count() == 1


def test_a_page_with_earlier_verdicts_asks_about_the_rest(browser, tmp_path, documents):
    first = documents[0].claims[0]
    out = io.StringIO()
    options = WritingOptions(verdicts={first.id: {"verdict": "right"}})
    WRITERS["html"].write(documents, out, options)
    path = tmp_path / "again.html"
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.input_value("#judged") == "open"
    assert page.locator("#r1-0").is_hidden()
    assert page.locator("#r1-1").is_visible()
    page.close()


def test_the_most_worth_checking_comes_first_on_request(open_sheet, documents):
    claims = documents[0].claims
    scored = tuple(
        claim.model_copy(update={"score": score})
        for claim, score in zip(claims, (0.1, 0.9, 0.5, 0.3), strict=True)
    )
    page = open_sheet([documents[0].model_copy(update={"claims": scored})])
    page.keyboard.press("s")
    assert page.locator("tbody tr").evaluate_all("rows => rows.map((row) => row.id)") == [
        "r1-1",
        "r1-2",
        "r1-3",
        "r1-0",
    ]


def test_figures_that_cannot_be_right_are_named_above_the_text(open_sheet, documents):
    text = "The ferry sailed on Monday, March 3, 2021."
    page = open_sheet([documents[0].model_copy(update={"text": text, "claims": ()})])
    assert "3 March 2021 was a Wednesday" in page.locator(".findings").inner_text()


def test_what_checks_found_is_named_above_the_text(open_sheet, documents, tmp_path):
    first, other = documents
    claim = first.claims[2]
    place = Place(source=first.source, start=claim.start, end=claim.end, text=claim.text)
    said = Place(source="<other>", start=0, end=2, text="50")
    found = make_finding(
        "ground/figure", "differs", kind="count", place=place, evidence=[said], reason="50 < 40"
    )
    held = make_finding("ground/name", "borne_out", kind="name", place=place, reason="the sources name it")
    result = make_findings("ground", [found, held], [first], [other.model_copy(update={"source": "<other>"})])
    stale = result.model_copy(
        update={"checked": (result.checked[0].model_copy(update={"text_sha256": "0" * 64}),), "sources": ()}
    )
    page = open_sheet([first], findings=(result, stale))
    items = page.locator(".findings li").all_inner_texts()
    assert items == ["“40 visitors”: 50 < 40 (<other>) ground/figure"]
    page.locator(".findings a").click()
    assert selected(page)[0] == "40 visitors"
