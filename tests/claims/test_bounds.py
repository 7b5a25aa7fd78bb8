"""Numbers beyond reason are bounded where they are read: no text fails by them, and none gets a wrong figure."""

import decimal
import io
import json

import pytest
from pyarrow import parquet

from claimcheck import extract, find_quantities
from claimcheck.article import Article
from claimcheck.claims.rankings.rank_hits import MAX_RANK
from claimcheck.writing import WRITERS, WritingOptions

BEYOND_REASON = [
    f"It took {'7' * 35}s to copy the file.",
    f"It took {'9' * 60} s.",
    f"It is the {'9' * 20}th largest city in France, and the {'8' * 19}th in Europe.",
    f"The ten trillion trillion trillionth visitor paid ${'9' * 60} trillion.",
    f"The fund lost ${'9' * 60}e290 and then €8e299 billion.",
    "It has 9e299 billion trillion users, 10 times that number.",
    "Sales rose from 1e300 million to 2e300 billion tonnes.",
    f"Version {'1' * 5000}.2 has 3{'0' * 400} users.",
]


@pytest.mark.parametrize("text", BEYOND_REASON)
def test_every_writer_takes_what_such_a_text_gives(text):
    document = extract(text, model="blank").model_copy(update={"text": text})
    for claim in document.claims:
        assert text[claim.start : claim.end] == claim.text
    for name, writer in WRITERS.items():
        raw = io.BytesIO()
        out = io.TextIOWrapper(raw, encoding="utf-8", newline="", write_through=True)
        writer.write([document], out, WritingOptions())
        assert raw.getvalue() or not document.claims or name == "table"


def test_a_place_in_an_order_that_no_table_holds_is_no_place():
    assert not [c for c in extract(BEYOND_REASON[2], model="blank").claims if c.kind == "ranking"]
    text = f"It is the {MAX_RANK}th largest city in France."
    (claim,) = [c for c in extract(text, model="blank").claims if c.kind == "ranking"]
    assert claim.value.rank == MAX_RANK


def test_an_ordinal_that_is_not_read_leaves_no_first_place():
    """Were it passed over, "largest" alone would say that it is the first."""
    text = f"It is the {'3' * 70}rd largest city in France."
    assert not [claim for claim in extract(text, model="blank").claims if claim.kind == "ranking"]


def test_a_long_number_keeps_its_digits_under_a_scale():
    (quantity,) = find_quantities("It has 12345678901234567890123456789012 million tokens.")
    assert quantity.number == decimal.Decimal(12345678901234567890123456789012000000)


def test_the_caller_s_decimal_context_changes_nothing():
    text = "It paid $1,234.56 million, 1.2345678 million times as much, for 12,345.678 km."
    usual = extract(text, model="blank").model_dump_json()
    with decimal.localcontext(decimal.Context(prec=3, traps=[decimal.Inexact])):
        assert extract(text, model="blank").model_dump_json() == usual


def test_parquet_has_the_claims_beside_the_one_beyond_reason(tmp_path):
    text = f"It paid €40 million. {BEYOND_REASON[4]} It ranked 3rd."
    document = extract(text, model="blank", source=Article("a", "").source)
    path = tmp_path / "claims.parquet"
    with path.open("w", encoding="utf-8") as out:
        WRITERS["parquet"].write([document], out, WritingOptions())
    rows = parquet.read_table(path).to_pylist()
    assert 40_000_000 in [row["value_number"] for row in rows]
    assert len(rows) == len(json.loads(document.model_dump_json())["claims"])


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        ("Unemployment edged up to 5.6 percent from 5.5.", 5.5, 5.6),
        ("Inflation crept up to 3.1% from 2.9%.", 2.9, 3.1),
        ("The toll went up to $40 last week.", None, 40),
    ],
)
def test_where_something_went_up_to_is_no_bound(sentence, old, new):
    (claim,) = [c for c in extract(sentence).claims if c.kind in ("change", "percentage", "money")]
    assert (claim.kind, claim.comparator) == ("change", "=")
    assert (claim.value.from_ and float(claim.value.from_), float(claim.value.to)) == (old, new)


@pytest.mark.model
def test_up_to_bounds_what_may_be_less():
    (claim,) = [
        c for c in extract("The fund holds up to 6 percent in gold.").claims if c.kind == "percentage"
    ]
    assert claim.comparator == "<="


@pytest.mark.model
def test_a_chance_of_a_change_is_not_its_size():
    claims = extract("Markets see a 70 percent chance of a quarter-point cut.").claims
    assert [(c.kind, float(c.value.number)) for c in claims] == [("percentage", 70), ("change", 0.25)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "software"),
    [("License: Apache 2.0.", []), ("The server runs Apache 2.4.", ["Apache"])],
)
def test_a_licence_is_no_version_of_software(sentence, software):
    assert [c.value.software for c in extract(sentence).claims if c.kind == "version"] == software
