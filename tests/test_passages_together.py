"""Passages that are read together have the mentions and claims that each has by itself."""

import subprocess
import sys

import pytest

from claimcheck.article import Article
from claimcheck.claims import find_all_claims, find_claims
from claimcheck.grammar.columns import columns_of
from claimcheck.mentions import normalise, normalise_all
from claimcheck.passages import split
from claimcheck.tagging.pipelines import load_pipeline, tag

TEXTS = [
    "Wexcombe Ferries bought two boats for $3 million in 2019. It now runs eleven of them.",
    "Ada Lund, the mayor of Oslo, said that rents had risen by 4 percent. She wants 900 flats.",
    "Tidewater 2.4 is written in Rust. It may need 16 GB of memory.",
    "Nothing is told here.",
]


def tagged():
    passages = [passage for text in TEXTS for passage in split(Article("-", text))]
    return list(tag(passages, load_pipeline()))


def mentions(document):
    return [
        (sentence.quantities, sentence.names, sentence.dates, sentence.versions, sentence.cues)
        for sentence in document.sentences
    ]


@pytest.mark.model
def test_mentions_are_those_of_each_passage_alone():
    together = normalise_all(tagged())
    alone = [normalise(passage) for passage in tagged()]
    assert [document.text for document in together] == TEXTS
    assert [mentions(document) for document in together] == [mentions(document) for document in alone]
    assert [document.reports for document in together] == [document.reports for document in alone]
    assert any(document.reports for document in together)


@pytest.mark.model
def test_claims_are_those_of_each_passage_alone():
    together = find_all_claims(normalise_all(tagged()))
    assert together == [find_claims(normalise(passage)) for passage in tagged()]
    assert [bool(claims) for claims in together] == [True, True, True, False]


@pytest.mark.model
def test_readings_of_a_passage_are_kept_until_its_claims_are_found():
    document = normalise(tagged()[0])
    assert columns_of(document) is columns_of(document)
    find_claims(document)
    assert not document.readings  # they hold on to the passage, and it would never be freed with them


TWICE = """
from claimcheck import extract
text = "In the tests the loss of crops by heat exceeded 10% of 2000 levels in every valley."
first, second = ([claim.text for claim in extract(text).claims] for _ in range(2))
assert first == second == ["exceeded 10% of 2000 levels"], (first, second)
"""


@pytest.mark.model
def test_the_first_passage_of_a_process_is_read_as_all_later_ones():
    subprocess.run([sys.executable, "-c", TWICE], check=True)
