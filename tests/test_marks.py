"""Emphasis, carriage returns, what is not seen and references in plain text: the claims are those without them."""

import html
import re
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel, create_model

from claimcheck import explain, extract
from claimcheck.article import Article, Places, Table, TableCell
from claimcheck.checking.findings import Findings
from claimcheck.explanation import Explanation
from claimcheck.marks import unmarked, without_marks
from claimcheck.pipeline import extract_article
from claimcheck.result import Document
from claimcheck.tagging.pipelines import load_pipeline

PLAIN = (
    "Sales at Acme Ltd rose by 14 percent to $3.2 billion in March 2021, said Jonas Falk, the head of the board.\n"
    "At least 340 nurses were hired by the county of Oslo in\nthe spring."
)
BOLD = (
    "Sales at **Acme Ltd** rose by **14 percent** to **$3.2 billion** in **March 2021**, said **Jonas Falk**, the "
    "head of the board.\n**At least 340 nurses** were hired by the county of Oslo in\nthe spring."
)


def told(document):
    return [
        (claim.kind, claim.text.replace("**", "").replace("\r", ""), claim.value) for claim in document.claims
    ]


@pytest.mark.parametrize("text", [BOLD, PLAIN.replace("\n", "\r\n"), BOLD.replace("\n", "\r\n")])
def test_marks_change_no_claim(text):
    document = extract(text)
    assert told(document) == told(extract(PLAIN))
    assert [claim.id for claim in document.claims] == [claim.id for claim in extract(PLAIN).claims]
    spans = [*document.claims, *(claim.sentence for claim in document.claims), *document.entities]
    spans += [claim.subject for claim in document.claims if claim.subject is not None]
    spans += [cue for claim in document.claims for cue in claim.cues]
    spans += [mention for entity in document.entities for mention in entity.mentions]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert document.text_sha256 != extract(PLAIN).text_sha256


SPOKEN = (
    'At AT&T sales rose by 14% to £3.2 billion. "The board\'s plans for Acme & Co are sound," said Jonas Falk.\n'
    "About 340 nurses were hired in Oslo.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        html.escape(SPOKEN),
        html.escape(SPOKEN).replace("&#x27;", "&#39;").replace(" to ", "&nbsp;to ").replace("£", "&pound;"),
        SPOKEN.replace("%", "\u200e%").replace("nurses", "nur\u00adses").replace(". ", ".\u200b "),
        SPOKEN.replace("340", "\u2060340").replace("Acme", "\ufeffAc\u200bme").replace("\n", "\u200b\r\n"),
    ],
)
def test_what_is_not_seen_or_is_referred_to_changes_no_claim(text):
    document, plain = extract(text), extract(SPOKEN)
    assert [(claim.kind, claim.value, claim.score) for claim in document.claims] == [
        (claim.kind, claim.value, claim.score) for claim in plain.claims
    ]
    spans = [*document.claims, *(claim.sentence for claim in document.claims), *document.entities]
    spans += [claim.subject for claim in document.claims if claim.subject is not None]
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_a_claim_ends_behind_the_reference_that_closes_it():
    assert "3.2 billion&euro;" in {
        claim.text for claim in extract("Sales were 3.2 billion&euro; in 2021.").claims
    }


@pytest.mark.parametrize(
    "text",
    ["**Acme** has **40** ships.\r\n", "\u200b**Ac\u00adme** &amp; Co", "a\u200b\u2060&amp;&lt;**b**\u200b"],
)
def test_places_lead_there_and_back(text):
    marks = unmarked(Article("-", text))
    for start in range(len(marks.text)):
        for end in range(start + 1, len(marks.text) + 1):
            assert marks.span_in_text(*marks.span(start, end)) == (start, end)


def test_a_pair_of_marks_is_not_torn():
    texts = {claim.text for claim in extract(BOLD).claims}
    assert {"in **March 2021**", "rose by **14 percent** to **$3.2 billion**"} <= texts


def test_what_is_explained_stands_where_it_is_written():
    explained = explain(BOLD)
    spans = [*explained.sentences, *(one for sentence in explained.sentences for one in sentence.candidates)]
    assert all(BOLD[span.start : span.end] == span.text for span in spans)


def test_a_format_that_took_care_of_its_marks_is_left_alone():
    assert unmarked(Article("-", "It is **bold**.", asides=((0, 2),))) is None


NO_OFFSETS = {"line", "page", "rank", "row", "counts"}
"""Fields with whole numbers that count nothing of the text."""


def parts_of(annotation, inside=()):
    """The models and numbers in the type of a field, each with the containers that hold it there."""
    origin = get_origin(annotation)
    if origin in (Union, UnionType, Annotated):
        for part in get_args(annotation):
            yield from parts_of(part, inside)
    elif origin is not None and origin is not Literal:
        for part in get_args(annotation):
            yield from parts_of(part, (*inside, origin))
    elif isinstance(annotation, type) and issubclass(annotation, (BaseModel, int)):
        yield annotation, inside


def not_moved(model, seen):
    """The fields of a result, at whatever depth, with offsets or stretches that `as_written` does not know."""
    seen.add(model)
    for name, field in model.model_fields.items():
        for part, inside in parts_of(field.annotation):
            if issubclass(part, BaseModel):
                if inside not in ((), (tuple,)):
                    yield f"{model.__name__}.{name}"
                if part not in seen:
                    yield from not_moved(part, seen)
            elif (
                part is not bool
                and name not in NO_OFFSETS
                and not (inside == () and name in ("start", "end"))
            ):
                yield f"{model.__name__}.{name}"


@pytest.mark.parametrize("result", [Document, Explanation, Findings])
def test_every_offset_of_a_result_is_known(result):
    seen = set()
    assert list(not_moved(result, seen)) == []
    assert any({"start", "end"} <= set(model.model_fields) for model in seen)


def test_offsets_in_other_fields_are_noticed():
    span = create_model("Span", start=int, end=int)
    odd = {
        "spans": dict[str, span],
        "listed": list[span],
        "pairs": tuple[tuple[span, ...], ...],
        "offsets": tuple[int, int],
        "offset": int | None,
    }
    fine = {"span": span | None, "spans_in_order": tuple[span, ...], "rank": int, "is_first": bool}
    model = create_model("Result", **odd, **fine)
    assert {*not_moved(model, set())} == {f"Result.{name}" for name in odd}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The crowd at the new ground in the hills was 12\n500 fans stayed away from it all day.", 12_500),
        ("What the school had to pay for the roof came to EUR 14\n200 pupils were sent home.", 14_200),
        ("The port had a fleet of 31 boats, and of those 7\n120 sailors had no berth at all.", 7_120),
    ],
)
def test_a_line_end_groups_no_digits(text, wrong):
    numbers = {
        getattr(claim.value, "number", getattr(claim.value, "amount", None)) for claim in extract(text).claims
    }
    assert wrong not in numbers


def test_a_scale_on_the_next_line_is_read_with_its_number():
    texts = {claim.text for claim in extract("The hives of the valley hold about 3\nmillion bees.").claims}
    assert "about 3\nmillion bees" in texts


WRAPPED = """\
**The county of Agder** said on **Monday** that it had let the work on the
bridge at **Lund** to **Berg & Sons** of Bergen and to their partner **Knut
Hagen**, which had asked for a sum of **41 million** dollars, and that **two
Bids** that were **lower** by **20 percent** had come in when May was over and
that it could not take them into account for that reason and would not do so.
"""


def test_a_line_is_as_wide_as_it_was_written():
    assert len(explain(WRAPPED).sentences) == 1
    assert len(explain(WRAPPED.replace("**", "")).sentences) > 1  # lines of such widths were not broken so


def test_a_short_line_in_bold_still_ends_what_it_says():
    text = "**Costs** of the bridge\nThe county paid the builders 41 million dollars for the **bridge** in May.\n"
    assert len(explain(text).sentences) == 2


def assert_says(text, plain):
    """Assert that a text holds the claims of another one, each where it is written."""
    document = extract(text)
    assert [(claim.kind, claim.value) for claim in document.claims] == [
        (claim.kind, claim.value) for claim in extract(plain).claims
    ]
    assert all(text[claim.start : claim.end] == claim.text for claim in document.claims)


SPACED = (
    "The works in Tromso made goods worth EUR 3.2 million in 2021 and sold 41 million tins, as the board said in\n"
    "its report. About 340 people were employed there by the end of\nthe year."
)


@pytest.mark.parametrize(
    "text",
    [
        SPACED.replace("\n", " \n"),
        SPACED.replace("\n", "\n    "),
        SPACED.replace("\n", " \r\n\t"),
        SPACED.replace("\n", "\r"),
        SPACED.replace("\n", "\u2028"),
        SPACED.replace(" ", "  ").replace(".  ", ". "),
        SPACED.replace("3.2 ", "3.2\u2002").replace("41 ", "41\u200a").replace("340 ", "340\u3000"),
    ],
)
def test_blanks_of_other_widths_change_no_claim(text):
    assert_says(text, SPACED)


def test_a_tab_between_words_is_a_blank():
    texts = {claim.text for claim in extract("Sales of the mill were EUR 3.2\tmillion in 2021.").claims}
    assert "EUR 3.2\tmillion" in texts


QUOTED = "The tarn above the farm was\n35 m deep and 12 km\nlong when Jonas Falk,\nthe head of the board, had it\nmeasured in May 2021."


@pytest.mark.parametrize(
    ("before", "behind"),
    [("", ""), ("On Monday Ida wrote\n", "\nI do not think so."), ("Hello\n\n", "\n\nYes.")],
)
@pytest.mark.parametrize("sign", ["> ", ">", "> > "])
def test_lines_of_quoted_mail_are_read_without_their_sign(before, behind, sign):
    text = before + "".join(f"{sign}{line}\n" for line in QUOTED.splitlines()).rstrip() + behind
    assert_says(text, QUOTED)
    assert sum(sentence.text.startswith("The tarn") for sentence in explain(text).sentences) == 1


@pytest.mark.parametrize(
    "text",
    [BOLD.replace("**", sign) for sign in ("*", "_", "__", "***")]
    + [
        BOLD.replace("in\nthe", "__in\nthe__"),
        BOLD.replace("**14 percent**", "**_14_ percent**").replace("hired by", "~~fired~~ hired by"),
    ],
)
def test_other_marks_change_no_claim(text):
    assert_says(text, PLAIN)


@pytest.mark.parametrize("sign", ["*", "_", "__", "**", "***"])
def test_what_is_denied_with_stress_is_denied(sign):
    claims = extract(f"The county of Agder has {sign}not{sign} hired 340 nurses.").claims
    assert [(claim.text, claim.polarity) for claim in claims if claim.kind == "count"] == [
        ("340 nurses", "negative")
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The farm sold ~~340~~ **350** tins in May.", {350}),
        ("The farm sold ~~340~~ 350 tins in May.", {350}),
        ("On bus 12 **300 people** came to the farm.", {300}),
        ("On bus **12** 300 people came to the farm.", {300}),
    ],
)
def test_marks_part_numbers(text, numbers):
    assert {claim.value.number for claim in extract(text).claims if claim.kind == "count"} == numbers


NO_MARKS = {
    "stars": [
        "2**10 is 1024 and 2**20 more.",
        "p was 0.05** and 0.01** below.",
        "p was 0.05* and 0.01*.",
        "The sign ** stands ** alone.",
        "a * b",
        "2 * 3 * 4 and 2*3*4",
        "*.py and *.txt",
        "src/*.py, src/*.c",
        "5* hotels and 4* inns",
        "* one\n* two",
        "f(*args, **kwargs)",
        "SELECT *, COUNT(*)",
        "*Without the shops.",
    ],
    "low lines": [
        "some_snake_case and other_snake_case",
        "__init__",
        "__init__ and __call__",
        "Name: ____ Date: ____",
        "C:\\_build\\_html",
    ],
    "waves": ["about ~~ 5 ~~ 6"],
    "references": ["R&D; sales", "x &nosuchthing; y"],
    "what is not seen": ["a soft\u00ad\nhyphen", "a\u200db"],
    "blanks": [
        "Town   Sales  in  2021\nOslo      41  million",
        "Town      2020   2021\n  Oslo      41     52\n  Bergen     7      9\n",
        "Oslo\t41  tins",
        "It was 12  500 came.",
        "So it was.  They went.",
        "1.\n\n  - a",
    ],
    "signs of bounds": ["> 35 kg\n> 40 kg", "It was\n> 35 m deep.", ">35 m: one\n>40 m: two"],
}


@pytest.mark.parametrize("text", [text for texts in NO_MARKS.values() for text in texts])
def test_what_is_no_mark_stays(text):
    assert unmarked(Article("-", text)) is None


NOTED = (
    "Jonas Falk said that sales of Acme had risen by 14%{0} to $3.2 billion.{0} He hired 340 nurses.”{0} In Oslo the "
    "board{1} met in March 2021,{0} said Kari Lund. She led Acme.{0}\n"
)


@pytest.mark.parametrize(
    "note", ["¹²", "³", "¹, ²", "⁴–⁶", "[4]", "[4][12]", "[^1]", "[^a-note]", "[note 2]", "†", "ᵇ"]
)
@pytest.mark.parametrize("tables", [None, ()])
def test_numbers_of_notes_change_no_claim(note, tables):
    behind_a_word = "" if note in ("³", "⁴–⁶") else note
    article = Article("-", NOTED.format(note, behind_a_word), tables=tables, language="en")
    assert unmarked(article).text == NOTED.format("", "")
    nlp = load_pipeline()
    found, plain = (
        extract_article(one, nlp) for one in (article, Article("-", NOTED.format("", ""), language="en"))
    )
    assert [(claim.kind, claim.value) for claim in found.claims] == [
        (claim.kind, claim.value) for claim in plain.claims
    ]
    assert all(article.text[claim.start : claim.end] == claim.text for claim in found.claims)


@pytest.mark.parametrize(
    "text",
    [
        "It held 10⁶ m² of land, 45 km² of it dry.",
        "A yard of 12 metres² and 30 feet².",
        "The river carries 5 m³ s⁻¹, and E = mc².",
        "The report[s] were [sic] late, and [4] was lost.",
        "She had 2[50] cows, 1,[000] sheep and $3[4] million.",
        "See [the report](#r) or [4](#r).",
        "It took 3* hours.",
    ],
)
def test_powers_and_words_in_brackets_are_no_notes(text):
    assert unmarked(Article("-", text, tables=())) is None


def test_asides_tables_and_places_move_with_the_text():
    text = "It is old.¹² See make\n\nShips\t14\n"
    table = Table(23, 31, (TableCell(0, 0, 23, 28), TableCell(0, 1, 29, 31)))
    article = Article("-", text, asides=((17, 21),), tables=(table,), places=Places("line", (0, 23), (1, 3)))
    read, _ = without_marks(article)
    assert read.text[slice(*read.asides[0])] == "make"
    assert [read.text[cell.start : cell.end] for cell in read.tables[0].cells] == ["Ships", "14"]
    assert read.places.at(read.text.index("Ships")) == 3
    assert read.places.at(read.text.index("make")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "She owned 2[50] cows.",
        "The firm paid $3[4] million.",
        "It holds 1,[000] boats.",
        "It had 3.[5] million men.",
    ],
)
def test_digits_that_an_editor_may_have_completed_are_no_number(text):
    assert not extract(text).claims


@pytest.mark.parametrize(
    "text",
    [
        "In 1950[4] it burned.",
        "It sank in 2019.[4] So it was.",
        "Of 340,[3] all came.",
        "It had 12,345[3] men.",
        "A B12[4] pill.",
        "It had 40[note 2] men.",
        "It had 40[^1] men.",
    ],
)
def test_numbers_of_notes_behind_whole_numbers_go(text):
    assert unmarked(Article("-", text)).text == re.sub(r"\[.*?\]", "", text)


@pytest.mark.model
@pytest.mark.parametrize("sign", ["®", "™", "℠", "(R)", "(TM)"])
def test_signs_of_trade_change_no_claim(sign):
    text = "Kolb{} Server supports Linux, and the Quillo{} Suite has 300 users."
    assert_says(text.format(sign, sign), text.format("", ""))


@pytest.mark.parametrize(
    "text", ["Ann Ray (R) has 300 votes.", "It is option (R), not (TM).", "© 2016 Kolb", "Kolb's plan(s) (R)"]
)
def test_what_is_no_sign_of_trade_stays(text):
    assert unmarked(Article("-", text)) is None
