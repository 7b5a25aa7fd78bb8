"""Nouns for firms behind "to", which a parser may take for infinitives."""

import pytest

from claimcheck.tagging.mending import mend_tree
from claimcheck.tagging.pipelines import load_pipeline


def tree(text):
    doc = load_pipeline()(text)
    mend_tree(doc)
    return {token.text: (token.tag_, token.dep_, token.head.text) for token in doc}


@pytest.mark.parametrize("noun", ["retailer", "chipmaker", "insurer"])
def test_the_noun_is_a_part_of_the_name(noun):
    words = tree(f"The mill was sold to {noun} Tarnstow in 1999.")
    assert words[noun] == ("NN", "compound", "Tarnstow")
    assert words["to"] == ("IN", "case", "Tarnstow")
    assert words["Tarnstow"] == ("NNP", "obl", "sold")


@pytest.mark.parametrize("verb", ["acquire", "help", "sue"])
def test_an_infinitive_stays_one(verb):
    assert tree(f"The mill wants to {verb} Tarnstow in 1999.")[verb][0] == "VB"
