"""The review sheet as a file: one page, everything escaped, every claim marked where its words are."""

from __future__ import annotations

import html
import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.claims import claim_types
from claimcheck.errors import WritingError

SENTENCE = "“The mast is 324 metres tall,” the guide said, and 40 people climb it."
VOID = {"meta", "link", "input", "br"}


class Page(HTMLParser):
    """The marks with their text, the elements by id, and whether every element is closed."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.marks, self.open, self.tags, self.scripts = [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag not in VOID:
            self.open.append(tag)
        if tag == "mark":
            self.marks.append([attributes, ""])
        if tag == "script":
            self.scripts.append([attributes, ""])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "mark" in self.open:
            self.marks[-1][1] += data
        if self.open and self.open[-1] == "script":
            self.scripts[-1][1] += data


@pytest.fixture
def sheet(claim_maker, with_text):
    """A quote with a measurement inside, and a count behind it."""
    claims = (
        claim_maker(
            SENTENCE,
            "The mast is 324 metres tall,",
            "quote",
            {"source": "the guide", "cue": "said", "direct": True},
        ),
        claim_maker(
            SENTENCE, "324 metres", "measurement", {"number": "324", "unit": "meter"}, subject="The mast"
        ),
        claim_maker(SENTENCE, "40 people", "count", {"number": "40", "of": "people"}),
    )
    return with_text.model_copy(update={"text": SENTENCE, "claims": claims, "entities": ()})


def test_every_piece_of_text_is_there_once(sheet, write):
    page = write("html", [sheet])
    paragraph = re.search(r'<p dir="auto">(.*?)</p>', page, re.DOTALL).group(1)
    assert html.unescape(re.sub(r"<[^>]+>", "", paragraph)) == SENTENCE


def test_claims_that_overlap_are_cut_into_marks(sheet, write):
    page = Page(write("html", [sheet]))
    assert [(text, mark["data-c"], mark["class"]) for mark, text in page.marks] == [
        ("The mast is ", "0", "k-quote s"),
        ("324 metres", "1 0", "k-measurement o-quote s e"),
        (" tall,", "0", "k-quote e"),
        ("40 people", "2", "k-count s e"),
    ]
    assert [mark.get("id") for mark, _ in page.marks] == ["t1-0", "t1-1", None, "t1-2"]


def test_claims_that_cross_without_nesting_are_both_marked(claim_maker, with_text, write):
    sentence = "about 40 of the first people"
    claims = (
        claim_maker(sentence, "about 40 of the first", "count", {"number": "40", "of": "people"}),
        claim_maker(sentence, "the first people", "ranking", {"rank": 1, "order": "first"}),
    )
    page = Page(write("html", [with_text.model_copy(update={"text": sentence, "claims": claims})]))
    assert [(text, mark["data-c"]) for mark, text in page.marks] == [
        ("about 40 of ", "0"),
        ("the first", "1 0"),
        (" people", "1"),
    ]


def test_equal_spans_have_an_anchor_each(claim_maker, with_text, write):
    value = {"relation": "trained_on", "object": "3 tokens"}
    claims = (
        claim_maker("on 3 tokens", "3 tokens", "count", {"number": "3", "of": "tokens"}),
        claim_maker("on 3 tokens", "3 tokens", "technology", value),
    )
    page = Page(write("html", [with_text.model_copy(update={"text": "on 3 tokens", "claims": claims})]))
    assert {"t1-0", "t1-1", "r1-0", "r1-1"} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


@given(
    text=st.text("ab<&\"' \n\r\t𝔸", max_size=40),
    spans=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=6),
)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_spans_over_any_text_keep_every_letter(text, spans, claim_maker, with_text, write):
    stretches = [(start, start + size) for start, size in spans if text[start : start + size].strip()]
    claims = tuple(
        claim_maker(text, text[start:end], "count", {"number": "1", "of": "letters"}).model_copy(
            update={"start": start, "end": min(end, len(text)), "text": text[start:end]}
        )
        for start, end in stretches
    )
    written = write("html", [with_text.model_copy(update={"text": text, "claims": claims})])
    page = Page(written)
    shown = "".join(re.findall(r'<p dir="auto"[^>]*>(.*?)</p>', written, re.DOTALL))
    assert "".join(html.unescape(re.sub(r"<[^>]+>", "", shown)).split()) == "".join(text.split())
    for index, claim in enumerate(claims):
        words = "".join(piece for mark, piece in page.marks if str(index) in mark["data-c"].split())
        assert "".join(words.split()) == "".join(claim.text.split())
    assert len(page.ids) == len(set(page.ids))
    assert page.open == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_blank_line_parts_paragraphs_and_a_line_end_does_not(end, with_text, write):
    text = f"It is one.{end}It is two.{end} {end}It is three."
    page = write("html", [with_text.model_copy(update={"text": text, "claims": ()})])
    assert [part.split() for part in re.findall(r'<p dir="auto">(.*?)</p>', page, re.DOTALL)] == [
        "It is one. It is two.".split(),
        "It is three.".split(),
    ]


def test_a_claim_over_two_paragraphs_stays_marked(claim_maker, with_text, write):
    text = "It has 40\n\nusers."
    claim = claim_maker(text, "40\n\nusers", "count", {"number": "40", "of": "users"})
    page = Page(write("html", [with_text.model_copy(update={"text": text, "claims": (claim,)})]))
    assert [text for _, text in page.marks] == ["40", "users"]


HOSTILE = '<script>window.hacked = 1</script></script><!-- <img src=x onerror="hacked = 1"> \' & \0 \x85'


@pytest.fixture
def hostile(claim_maker, with_text):
    sentence = f"{HOSTILE} has 40 {HOSTILE} users."
    claim = claim_maker(
        sentence,
        f"40 {HOSTILE} users",
        "count",
        {"number": "40", "of": HOSTILE},
        subject=HOSTILE,
        attribution={"source": HOSTILE, "cue": HOSTILE},
    )
    names = {"source": HOSTILE, "title": HOSTILE, "author": HOSTILE}
    return with_text.model_copy(update={"text": sentence, "claims": (claim,), **names})


def test_no_text_becomes_markup(hostile, write):
    page = Page(write("html", [hostile]))
    assert page.open == []
    assert [attributes.get("type") for attributes, _ in page.scripts] == [None, "application/json"]
    assert "img" not in {tag for tag, _ in page.tags}
    record = json.loads(page.scripts[1][1])[0]
    assert record == hostile.claims[0].model_dump(mode="json", by_alias=True)
    assert HOSTILE.replace("\0", "\ufffd").replace("\x85", "\ufffd") in page.marks[0][1]


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(sheet, write):
    text = write("html", [sheet])
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text).group(1)
    allowed = dict(rule.split(" ", 1) for rule in policy.split("; "))
    for element, rule in (("style", "style-src"), ("script", "script-src")):
        content = re.search(rf"<{element}>(.*?)</{element}>", text, re.DOTALL).group(1)
        assert allowed[rule] == f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
    assert (allowed["default-src"], allowed["base-uri"], allowed["form-action"]) == ("'none'",) * 3
    assert " style=" not in text
    assert not re.search(r"\son[a-z]+=", text.split("</script>", 1)[1])
    assert not re.search(r"""(?:src|href)=["'](?!#|data:,)""", text)


def test_every_kind_has_the_colour_of_its_model(sheet, write):
    text = write("html", [sheet])
    for claim_type in claim_types():
        kind, hue = claim_type.model_fields["kind"].default, claim_type.colour.hue
        assert f".k-{kind} {{ --hue: {hue} }}" in text
        assert f".o-{kind} {{ --outer: {hue} }}" in text


def test_what_is_known_of_an_article_stands_above_it(sheet, write):
    named = sheet.model_validate(
        sheet.model_dump() | {"title": "A tall mast", "author": "Ann Ray", "published": "2024-05-06"}
    )
    text = write("html", [named])
    assert '<h2 id="h1" dir="auto">A tall mast</h2>' in text
    assert (
        '<p class="meta">Ann Ray · <time datetime="2024-05-06">2024-05-06</time> · posts/delphi 𝔸.txt · 3 claims</p>'
        in text
    )


def test_an_article_without_claims_says_so(empty_document, write):
    page = write("html", [empty_document.model_copy(update={"text": "Nothing to see."})])
    assert '<p class="none">No claims.</p>' in page
    assert "<table" not in page


def test_articles_are_written_as_they_come(sheet, write):
    made = []

    def documents():
        for number in range(3):
            made.append(number)
            yield sheet.model_copy(update={"source": f"{number}.txt"})

    page = Page(write("html", documents()))
    assert made == [0, 1, 2]
    assert [name for name in page.ids if re.fullmatch(r"a\d", name)] == ["a1", "a2", "a3"]


def test_without_the_text_there_is_nothing_to_mark(document, write):
    with pytest.raises(WritingError, match="text of the article"):
        write("html", [document])
