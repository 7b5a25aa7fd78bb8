"""The spaCy component: on any English pipeline, and through every way that spaCy stores or sends a doc."""

from __future__ import annotations

import json
import tomllib
from importlib.metadata import PackageNotFoundError, entry_points, version
from importlib.resources import files
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import claimcheck.spacy_component  # noqa: F401 - makes the factories known where claimcheck is not installed
from claimcheck import extract
from claimcheck.result import Document
from claimcheck.tagging.relaid import relaid

TEXT = "BioGPT may have 1.5B parameters. It was built by Microsoft, the survey drew 5,200 responses."


@pytest.fixture(scope="module")
def blank():
    nlp = spacy.blank("en")
    nlp.add_pipe("claimcheck")
    return nlp


@pytest.fixture(scope="module")
def bundled():
    nlp = spacy.load(str(files("claimcheck") / "model"))
    nlp.add_pipe("claimcheck_sentences", first=True)
    nlp.add_pipe("claimcheck")
    return nlp


def spans(doc, key="claims"):
    return [(span.text, span.label_, span.id_) for span in doc.spans[key]]


def test_it_gives_what_extract_gives(bundled):
    doc = bundled(TEXT)
    expected = extract(TEXT)
    assert Document.model_validate(doc.user_data["claimcheck"]) == expected
    assert [(span.start_char, span.end_char, span.label_) for span in doc.spans["claims"]] == [
        (claim.start, claim.end, claim.kind) for claim in expected.claims
    ]
    assert len(expected.claims) >= 3


def test_a_tokenizer_is_enough_for_claims_that_patterns_find(blank):
    assert [label for _, label, _ in spans(blank(TEXT))] == [
        claim.kind for claim in extract(TEXT, model="blank").claims
    ]
    assert "count" in {label for _, label, _ in spans(blank(TEXT))}


def test_the_data_is_json(bundled):
    data = bundled(TEXT).user_data["claimcheck"]
    assert json.loads(json.dumps(data)) == data
    assert "text" not in data


def same(doc, other):
    records = [json.dumps(one.user_data["claimcheck"]) for one in (doc, other)]  # a DocBin makes lists tuples
    return spans(doc) == spans(other) != [] and records[0] == records[1]


def test_it_survives_bytes(blank):
    doc = blank(TEXT)
    assert same(doc, Doc(blank.vocab).from_bytes(doc.to_bytes()))


def test_it_survives_a_docbin(blank):
    doc = blank(TEXT)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    assert same(doc, next(DocBin().from_bytes(stored).get_docs(blank.vocab)))


def test_it_survives_two_processes(blank):
    texts = [TEXT, "The round brought in over €30 million.", "", TEXT]
    for doc, text in zip(blank.pipe(texts, n_process=2, batch_size=1), texts, strict=True):
        alone = blank(text)
        assert (spans(doc), doc.user_data) == (spans(alone), alone.user_data)


def test_a_number_beyond_64_bits_survives_bytes(blank):
    doc = blank("It has 12345678901234567890123 users.")
    assert doc.user_data["claimcheck"]["claims"][0]["value"]["number"] == pytest.approx(1.2345678901234568e22)
    assert same(doc, Doc(blank.vocab).from_bytes(doc.to_bytes()))


def test_a_pipeline_with_it_can_be_saved(blank, tmp_path):
    blank.to_disk(tmp_path / "model")
    assert same(blank(TEXT), spacy.load(tmp_path / "model")(TEXT))


def test_the_span_groups_can_have_other_names():
    nlp = spacy.blank("en")
    nlp.add_pipe("claimcheck", config={"claims_key": "sc", "entities_key": "names"})
    doc = nlp(TEXT)
    assert {*doc.spans} == {"sc", "names"}
    assert len(doc.spans["sc"]) > 0


def test_pipelines_with_words_of_their_own_stand_side_by_side(tmp_path, blank):
    found = []
    for word in ("sprint", "baker"):
        path = tmp_path / f"{word}.toml"
        path.write_text(f'[[units]]\nname = "{word}_point"\nwords = ["{word} points"]\n', encoding="utf-8")
        nlp = spacy.blank("en")
        nlp.add_pipe("claimcheck", config={"lexicons": [str(path)]})
        found.append(nlp)
    text = "It took 40 sprint points and 7 baker points."
    for _ in range(2):
        docs = [nlp(text) for nlp in (*found, blank)]
        assert [
            [span.text for span in doc.spans["claims"] if span.label_ == "measurement"] for doc in docs
        ] == [
            ["40 sprint points"],
            ["7 baker points"],
            [],
        ]


def parsed(nlp, scheme):
    """“Acme built 40 bridges.” with the labels of one scheme or the other."""
    words = ["Acme", "built", "40", "bridges", "."]
    deps = ["nsubj", "ROOT", "nummod", "dobj" if scheme == "clearnlp" else "obj", "punct"]
    return Doc(
        nlp.vocab,
        words=words,
        spaces=[True, True, True, False, False],
        heads=[1, 1, 3, 1, 1],
        deps=deps,
        tags=["NNP", "VBD", "CD", "NNS", "."],
        pos=["PROPN", "VERB", "NUM", "NOUN", "PUNCT"],
        lemmas=["Acme", "build", "40", "bridge", "."],
        ents=["B-ORG", "O", "B-CARDINAL" if scheme == "clearnlp" else "O", "O", "O"],
    )


def test_annotation_of_other_schemes_is_read_and_left_as_it_is(blank):
    doc = parsed(blank, "clearnlp")
    deps, ents = [token.dep_ for token in doc], [ent.label_ for ent in doc.ents]
    chunks = blank.vocab.get_noun_chunks
    blank.get_pipe("claimcheck")(doc)
    assert [token.dep_ for token in doc] == deps
    assert [ent.label_ for ent in doc.ents] == ents
    assert blank.vocab.get_noun_chunks is chunks
    other = blank.get_pipe("claimcheck")(parsed(blank, "universal"))
    assert same(doc, other)


def test_white_space_around_sentences_moves_nothing(bundled, blank):
    text = f"\n\n  {TEXT}\n\n \n{TEXT}  \n"
    for nlp in (bundled, blank):
        doc = nlp(text)
        for claim in doc.user_data["claimcheck"]["claims"]:
            assert text[claim["start"] : claim["end"]] == claim["text"]
        assert doc.text == text
        assert len(doc.spans["claims"]) % 2 == 0


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Hello"])
def test_texts_without_claims_have_empty_groups(blank, text):
    doc = blank(text)
    assert len(doc.spans["claims"]) == 0
    assert doc.user_data["claimcheck"]["claims"] == []


def test_long_docs_are_read_in_passages(blank, monkeypatch):
    monkeypatch.setattr("claimcheck.passages.MAX_PASSAGE_CHARS", 100)
    text = "\n\n".join(["The survey drew 5,200 responses."] * 10)
    doc = blank(text)
    assert [span.text for span in doc.spans["claims"]] == ["5,200 responses"] * 10


def test_spacy_finds_it_by_its_entry_point():
    declared = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    expected = {
        "claimcheck": "claimcheck.spacy_component:make_claim_finder",
        "claimcheck_sentences": "claimcheck.spacy_component:set_sentences",
    }
    assert declared["project"]["entry-points"]["spacy_factories"] == expected
    try:
        version("claimcheck-nlp")
    except PackageNotFoundError:
        pytest.skip("claimcheck-nlp is not installed")
    found = {entry.name: entry.value for entry in entry_points(group="spacy_factories")}
    assert expected.items() <= found.items()


def test_kinds_and_rules_are_settings_of_the_component():
    nlp = spacy.blank("en")
    nlp.add_pipe("claimcheck", config={"kinds": ["money", "count"], "without": ["money"]})
    doc = nlp("The fund paid $5 million for 300 trams in 2019.")
    assert [span.label_ for span in doc.spans["claims"]] == ["count"]


def test_a_kind_that_is_not_known_is_refused_when_the_component_is_made():
    with pytest.raises(ValueError, match="monye"):
        spacy.blank("en").add_pipe("claimcheck", config={"kinds": ["monye"]})


MARKED = (
    "Sales at **Larkspur Ltd** rose by **14 percent** to **$3.2\u00a0billion** in\r\n**March 2021**, said Jonas\r\nFalk, "
    "who leads the board.\r\n\r\nSome **340 nur\u00adses** were hired\r\nby the county of Oslo &amp; its\r\nneighbours.\r\n"
)


def test_it_gives_what_extract_gives_for_marked_and_wrapped_text(bundled, blank):
    for nlp, model in ((bundled, None), (blank, "blank")):
        doc, expected = nlp(MARKED), extract(MARKED, model=model)
        found = Document.model_validate(doc.user_data["claimcheck"])
        assert found == expected
        assert len(found.claims) >= 3
        assert all(MARKED[claim.start : claim.end] == claim.text for claim in found.claims)
        assert doc.text == MARKED


def marked_and_parsed(nlp):
    """“**Acme** built 40 bridges then.” in two lines with a soft hyphen, a mark as the root of its tree."""
    return Doc(
        nlp.vocab,
        words=["**", "Acme", "**", "built", "40", "bri\u00addges", "\n", "then", "."],
        spaces=[False, False, True, True, True, False, False, False, False],
        heads=[0, 3, 1, 0, 5, 3, 5, 3, 3],
        deps=["ROOT", "nsubj", "punct", "dep", "nummod", "obj", "dep", "advmod", "punct"],
        tags=["NFP", "NNP", "NFP", "VBD", "CD", "NNS", "_SP", "RB", "."],
        pos=["PUNCT", "PROPN", "PUNCT", "VERB", "NUM", "NOUN", "SPACE", "ADV", "PUNCT"],
        lemmas=["**", "Acme", "**", "build", "40", "bridge", "\n", "then", "."],
        ents=["O", "B-ORG", "I-ORG", "O", "O", "O", "O", "O", "O"],
    )


def test_a_marked_doc_that_cannot_be_read_again_keeps_its_annotation(blank):
    doc = blank.get_pipe("claimcheck")(marked_and_parsed(blank))
    assert [(span.text, span.label_) for span in doc.spans["claims"]] == [("40 bri\u00addges", "count")]
    (claim,) = Document.model_validate(doc.user_data["claimcheck"]).claims
    assert (claim.subject.text, claim.value.of) == ("Acme", "bridges")


def test_what_depends_on_a_mark_goes_on_to_its_head(blank):
    doc = marked_and_parsed(blank)
    stretches = [(0, 0), (0, 4), (4, 4), (5, 10), (11, 13), (14, 21), (21, 22), (22, 26), (26, 27)]
    laid = relaid(doc[:], "Acme built 40 bridges then.", stretches)
    assert [(token.text, token.head.text) for token in laid] == [
        ("Acme", "built"),
        ("built", "built"),
        ("40", "bridges"),
        ("bridges", "built"),
        ("then", "built"),
        (".", "built"),
    ]
    assert laid.text == "Acme built 40 bridges then."
    assert [(name.text, name.label_) for name in laid.ents] == [("Acme", "ORG")]
