"""The shapes of `benchmarks/metamorphic_documents.toml`, and what their script says of what comes out."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import metamorphic_documents
import pytest

LIST = Path(__file__).parents[2] / "benchmarks" / "metamorphic_documents.toml"
PARAGRAPHS = [
    "The town of Holm hired 34 nurses in 2021 {sic}.",
    "Rents & fees rose 12.5% to $2.4 million.",
] * 2
CLAIM = {
    "kind": "count",
    "text": "34 nurses",
    "value": {"number": 34, "of": "nurses"},
    "subject": {"text": "the town", "resolved": "Holm"},
    "attribution": None,
    "sentence": {"text": "The town hired 34 nurses."},
    **dict.fromkeys(metamorphic_documents.QUALIFIERS),
}


@pytest.fixture(scope="module")
def shapes():
    return {shape.name: shape for shape in metamorphic_documents.load_shapes(LIST)}


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("html: plain", "<p>Rents &amp; fees rose 12.5% to $2.4 million.</p>"),
        ("html: figures in parts", 'rose 12<span class="sep">.</span>5% to'),
        ("html: newsletter box between", "Join 25,000 readers"),
        ("markdown: footnotes", "hired 34 nurses in 2021 {sic}."),
        ("markdown: emphasis in figures and names", "rose **12.5**% to"),
        ("rtf: plain", r"hired 34 nurses in 2021 \{sic\}.\par"),
        ("mail: flowed", "hired 34 nurses in 2021 {sic}.\n\nRents & fees"),
    ],
)
def test_a_text_is_written_into_a_shape(shapes, name, part):
    assert part in metamorphic_documents.written(shapes[name], PARAGRAPHS).decode()


def test_packages_hold_their_parts(shapes):
    packed = zipfile.ZipFile(BytesIO(metamorphic_documents.written(shapes["docx: footnotes"], PARAGRAPHS)))
    assert b"So it was said" in packed.read("word/footnotes.xml")
    assert b"34 nurses in 2021" in packed.read("word/document.xml")


def test_every_shape_can_be_written(shapes):
    assert len(shapes) == LIST.read_text(encoding="utf-8").count("[[shapes]]")
    assert all(metamorphic_documents.written(shape, PARAGRAPHS) for shape in shapes.values())


@pytest.mark.parametrize(
    ("got", "faults"),
    [
        ([CLAIM], [None]),
        ([{**CLAIM, "text": "34\u00ad nur\u00adses[3]"}], [None]),
        ([{**CLAIM, "value": {"number": 3, "of": "nurses"}}], ["value"]),
        ([{**CLAIM, "subject": None}], ["subject"]),
        ([{**CLAIM, "attribution": {"source": "Ann"}}], ["speaker"]),
        ([{**CLAIM, "polarity": "negative"}], ["qualifier"]),
        ([{**CLAIM, "text": "4 nurses"}], ["lost", "new"]),
        ([CLAIM, CLAIM], [None, "new"]),
    ],
)
def test_what_went_wrong_is_named(got, faults):
    outcomes = metamorphic_documents.judged([CLAIM], json.loads(json.dumps(got)))
    assert [outcome.fault for _, outcome in outcomes] == faults
