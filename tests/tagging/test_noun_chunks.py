"""Small UD trees built by hand and the noun phrases in them."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimcheck.tagging.noun_chunks import noun_chunks


def ud_doc(rows: str) -> Doc:
    """A document from lines of `word POS head relation`, heads counted from 0."""
    parts = [row.split() for row in rows.strip().splitlines()]
    vocab = English().vocab  # knows currency signs
    vocab.get_noun_chunks = noun_chunks
    return Doc(
        vocab,
        words=[part[0] for part in parts],
        pos=[part[1] for part in parts],
        heads=[int(part[2]) for part in parts],
        deps=[part[3] for part in parts],
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            """
            Zig PROPN 1 nsubj
            accounts VERB 1 ROOT
            for ADP 4 case
            45 NUM 4 nummod
            % SYM 1 obl
            of ADP 7 case
            the DET 7 det
            code NOUN 4 nmod
            """,
            ["Zig", "45 %", "the code"],
            id="preposition trimmed, percent sign as head",
        ),
        pytest.param(
            """
            Acme PROPN 2 nmod:poss
            's PART 0 case
            chatbot NOUN 3 nsubj
            raised VERB 3 ROOT
            $ SYM 3 obj
            2 NUM 6 compound
            million NUM 4 nummod
            """,
            ["Acme 's chatbot", "$ 2 million"],
            id="possessor inside, amount after its sign",
        ),
        pytest.param(
            """
            Ada PROPN 5 nsubj
            Byron PROPN 0 flat
            is AUX 5 cop
            a DET 5 det
            skilled ADJ 5 amod
            engineer NOUN 5 ROOT
            from ADP 7 case
            Oslo PROPN 5 nmod
            """,
            ["Ada Byron", "a skilled engineer", "Oslo"],
            id="flat name, copula left out",
        ),
        pytest.param(
            """
            They PRON 1 nsubj
            sell VERB 1 ROOT
            large ADJ 5 amod
            , PUNCT 4 punct
            cheap ADJ 5 amod
            models NOUN 1 obj
            and CCONJ 7 cc
            tools NOUN 5 conj
            """,
            ["They", "large , cheap models", "tools"],
            id="comma between modifiers, conjunction trimmed",
        ),
        pytest.param(
            """
            now ADV 2 advmod
            machine NOUN 2 compound
            learning NOUN 3 nsubj
            grows VERB 3 ROOT
            """,
            ["machine learning"],
            id="adverb at the edge left out, compound not alone",
        ),
    ],
)
def test_noun_chunks(rows, expected):
    assert [chunk.text for chunk in ud_doc(rows).noun_chunks] == expected


def test_without_parse():
    doc = Doc(Vocab(), words=["Ada", "wrote"])
    with pytest.raises(ValueError, match="dependency parse"):
        list(noun_chunks(doc))


def test_span_yields_only_its_own():
    doc = ud_doc("Ada PROPN 1 nsubj\nmet VERB 1 ROOT\nBob PROPN 1 obj")
    assert [(start, end) for start, end, _ in noun_chunks(doc[1:3])] == [(2, 3)]
