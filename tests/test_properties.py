"""Laws that hold for any text: no crash, spans give back their words, runs agree, JSON reads back equal."""

import gzip
import json
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import Document, extract

# Pieces that the number layer, the name patterns and the quotation rules react to, in any order and spacing.
PIECES = st.sampled_from(
    """$ € £ % per cent bn m k million billion trillion dozen half two thirds one in five 3.5 1,234 12,34,567 1e-5 10^8
    10x x ~ over about at least up to between and from to - – — … . , ; : ( ) [12] “ ” " ' ’ « » 7B parameters model
    Python Rust C# written in OpenAI Microsoft Inc. Ltd the company it rose fell by doubled 2019 May 5 v2.0 No. 2 #
    first largest most said that according not may 5'10" 6 ft 2 km/h °C kWh № 😀 é İ ﬁ \u200b \u00a0 \u2009 \x00 \x1b[31m""".split()
)
ANY_TEXT = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(PIECES, st.text(string.printable, max_size=4)), max_size=40).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
)


def check_laws(text):
    document = extract(text, model="blank")
    for claim in document.claims:
        assert text[claim.start : claim.end] == claim.text
        assert text[claim.sentence.start : claim.sentence.end] == claim.sentence.text
        assert claim.sentence.start <= claim.start < claim.end
        if claim.subject is not None:
            assert text[claim.subject.start : claim.subject.end] == claim.subject.text
    for entity in document.entities:
        assert text[entity.start : entity.end] == entity.text
        assert all(text[mention.start : mention.end] == mention.text for mention in entity.mentions)
    assert len({claim.id for claim in document.claims}) == len(document.claims)
    assert [claim.start for claim in document.claims] == sorted(claim.start for claim in document.claims)
    written = document.model_dump_json()
    assert Document.model_validate_json(written) == document
    assert extract(text, model="blank").model_dump_json() == written


@settings(max_examples=150)
@given(ANY_TEXT)
def test_laws_hold_for_any_text(text):
    check_laws(text)


SHARED = Path(__file__).parent.parent.parent / "shared"


def shared_texts():
    for path in sorted(SHARED.glob("benchmarks/*/*.jsonl*")):
        raw = path.read_bytes()
        content = gzip.decompress(raw) if path.suffix == ".gz" else raw
        rows = [json.loads(line) for line in content.decode("utf-8").strip().split("\n")]
        yield path.name, [text for row in rows for text in longer_strings(row)]


def longer_strings(row):
    """The values of a benchmark's row that are texts: each suite names its fields in its own way."""
    return [value for value in row.values() if isinstance(value, str) and " " in value]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared benchmark folder is not beside this checkout")
def test_laws_hold_for_benchmark_texts():
    seen = 0
    for _, texts in shared_texts():
        # A fixed sample of each file keeps the suite short; `benchmarks/` runs them all.
        step = max(1, len(texts) // 60)
        for text in texts[::step]:
            check_laws(text)
            seen += 1
    assert seen > 500


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared gold folder is not beside this checkout")
def test_laws_hold_for_gold_articles():
    for path in sorted(SHARED.glob("gold/articles/*.txt")):
        check_laws(path.read_bytes().decode("utf-8"))


def test_an_earlier_claim_does_not_change_the_id_of_a_later_one():
    sentence = "The round brought in €30 million."
    (alone,) = [claim for claim in extract(sentence, model="blank").claims if claim.kind == "money"]
    *_, after = [
        claim
        for claim in extract(f"It sold 40 ships for £2.5 million. {sentence}", model="blank").claims
        if claim.kind == "money"
    ]
    assert after.id == alone.id
    assert after.start > alone.start
