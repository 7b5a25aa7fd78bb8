"""Documents built by hand in ClearNLP and OntoNotes labels, and what the finders get to see."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from claimcheck.tagging.pipelines import load_pipeline
from claimcheck.tagging.schemes import ENTITY_LABELS, is_clearnlp, may_be_clearnlp, unify_labels


def clearnlp_doc(rows: str) -> Doc:
    """A document from lines of `word POS lemma head relation`, heads counted from 0."""
    parts = [row.split() for row in rows.strip().splitlines()]
    return Doc(
        Vocab(),
        words=[part[0] for part in parts],
        pos=[part[1] for part in parts],
        lemmas=[part[2] for part in parts],
        heads=[int(part[3]) for part in parts],
        deps=[part[4] for part in parts],
    )


BY_AGENT = """
Acme PROPN Acme 2 nsubjpass
was AUX be 2 auxpass
founded VERB found 2 ROOT
in ADP in 2 prep
Oslo PROPN Oslo 3 pobj
by ADP by 2 agent
Ada PROPN Ada 5 pobj
"""

COPULA = """
Zig PROPN Zig 1 nsubj
is AUX be 1 ROOT
a DET a 3 det
language NOUN language 1 attr
of ADP of 3 prep
note NOUN note 4 pobj
. PUNCT . 1 punct
"""

OBJECT = """
They PRON they 1 nsubj
built VERB build 1 ROOT
Ada PROPN Ada 4 poss
's PART 's 2 case
engine NOUN engine 1 dobj
without ADP without 1 prep
asking VERB ask 5 pcomp
"""

EMBEDDED_COPULA = """
She PRON she 1 nsubj
said VERB say 1 ROOT
it PRON it 3 nsubj
was AUX be 1 ccomp
cheap ADJ cheap 3 acomp
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            BY_AGENT,
            [
                ("Acme", "nsubj:pass", "founded"),
                ("was", "aux:pass", "founded"),
                ("founded", "ROOT", "founded"),
                ("in", "case", "Oslo"),
                ("Oslo", "obl", "founded"),
                ("by", "case", "Ada"),
                ("Ada", "obl:agent", "founded"),
            ],
            id="prepositions and agent",
        ),
        pytest.param(
            COPULA,
            [
                ("Zig", "nsubj", "language"),
                ("is", "cop", "language"),
                ("a", "det", "language"),
                ("language", "ROOT", "language"),
                ("of", "case", "note"),
                ("note", "nmod", "language"),
                (".", "punct", "language"),
            ],
            id="copula",
        ),
        pytest.param(
            OBJECT,
            [
                ("They", "nsubj", "built"),
                ("built", "ROOT", "built"),
                ("Ada", "nmod:poss", "engine"),
                ("'s", "case", "Ada"),
                ("engine", "obj", "built"),
                ("without", "mark", "asking"),
                ("asking", "advcl", "built"),
            ],
            id="object and possessor",
        ),
        pytest.param(
            EMBEDDED_COPULA,
            [
                ("She", "nsubj", "said"),
                ("said", "ROOT", "said"),
                ("it", "nsubj", "cheap"),
                ("was", "cop", "cheap"),
                ("cheap", "ccomp", "said"),
            ],
            id="copula in a clause",
        ),
    ],
)
def test_clearnlp_trees_become_ud_trees(rows, expected):
    doc = unify_labels(clearnlp_doc(rows))
    assert [(token.text, token.dep_, token.head.text) for token in doc] == expected


@pytest.mark.parametrize("rows", [BY_AGENT, COPULA, OBJECT, EMBEDDED_COPULA])
def test_unifying_twice_changes_nothing_more(rows):
    doc = unify_labels(clearnlp_doc(rows))
    assert not is_clearnlp(doc)
    once = [(token.dep_, token.head.i) for token in doc]
    assert [(token.dep_, token.head.i) for token in unify_labels(doc)] == once


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("GPE", ["LOC"]),
        ("FAC", ["LOC"]),
        ("LOC", ["LOC"]),
        ("PERSON", ["PERSON"]),
        ("PER", ["PERSON"]),
        ("WORK_OF_ART", ["PRODUCT"]),
        ("LANGUAGE", ["LANGUAGE"]),
        ("NORP", []),
        ("DATE", []),
        ("CARDINAL", []),
    ],
)
def test_entity_labels(label, expected):
    doc = Doc(Vocab(), words=["Oslo", "grew"])
    doc.set_ents([Span(doc, 0, 1, label=label)])
    assert [ent.label_ for ent in unify_labels(doc).ents] == expected
    assert set(expected) <= set(ENTITY_LABELS)


def test_whether_a_pipeline_may_speak_clearnlp_is_read_from_the_labels_of_its_parser():
    other = spacy.blank("en")
    assert may_be_clearnlp(other)  # whatever annotates without a parser may
    parser = other.add_pipe("parser")
    parser.add_label("nsubj")
    assert not may_be_clearnlp(other)
    parser.add_label("dobj")
    assert may_be_clearnlp(other)
    assert not may_be_clearnlp(load_pipeline())
