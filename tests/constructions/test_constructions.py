"""Constructions as data: every form, relation and word of them is found by its examples, and dies when switched off."""

from __future__ import annotations

import re

import pytest

from claimcheck import extract
from claimcheck.article import Article
from claimcheck.constructions.examples import prepositions_of, shows_its_sides, sides_of
from claimcheck.constructions.loading import Entry, bundled_constructions
from claimcheck.constructions.samples import marked, plain, samples
from claimcheck.lexicons.inflecting import inflect_noun, inflect_verb
from claimcheck.mentions import normalise
from claimcheck.passages import split
from claimcheck.tagging.pipelines import load_pipeline, tag

pytestmark = pytest.mark.model
ALL = bundled_constructions()
ENTRIES = list(ALL.entries())


def name(entry):
    return getattr(entry, "rule", None) or f"{getattr(entry, 'template', '')}-{entry.name}"


def claims_of(text, without=()):
    return [c for c in extract(text, without=without).claims if c.kind in ("organization", "technology")]


@pytest.mark.parametrize("entry", ENTRIES, ids=name)
def test_a_word_in_a_form_is_found_and_dies_when_switched_off(entry: Entry):
    texts = [*samples(entry), *map(plain, entry.words.examples), *map(plain, entry.relation.examples)]
    for text in texts:
        found = [claim for claim in claims_of(text) if claim.found_by == entry.rule]
        if found:
            left = {(c.start, c.end, c.value, c.subject) for c in claims_of(text, without={entry.rule})}
            assert not left & {(c.start, c.end, c.value, c.subject) for c in found}, (
                "another rule finds it too"
            )
            return
    pytest.fail(f"not found in {texts}")


def of(relation):
    return f"{relation.kind}/{relation.name}"


EXAMPLES = [
    pytest.param(relation, block, example, id=f"{relation.name}-{index}-{example[:40]}")
    for relation in ALL.relations
    for index, block in enumerate([relation, *(w for w in ALL.words if w.relation == of(relation))])
    for example in block.examples
]


@pytest.mark.parametrize(("relation", "block", "example"), EXAMPLES)
def test_an_example_has_its_claim_at_its_place(relation, block, example):
    first, last = marked(example, "<")
    wanted = [plain(example)[slice(*marked(example, mark))] for mark in ("{", "[")]
    found = [
        (claim.subject.text, claim.value.object)
        for claim in claims_of(plain(example))
        if claim.value.relation == relation.name and (claim.start, claim.end) == (first, last)
    ]
    assert tuple(wanted) in found, block.place


NEAR_MISSES = [
    pytest.param(relation, text, id=f"{relation.name}-{text[:40]}")
    for relation in ALL.relations
    for block in [relation, *(w for w in ALL.words if w.relation == of(relation))]
    for text in block.near_misses
]


@pytest.mark.parametrize(("relation", "text"), NEAR_MISSES)
def test_a_near_miss_states_no_such_relation(relation, text):
    assert relation.name not in [claim.value.relation for claim in claims_of(text)]


def read(text):
    (tagged,) = tag(split(Article("-", text, language="en")), load_pipeline())
    return normalise(tagged)


@pytest.mark.parametrize("form", ALL.forms, ids=name)
def test_a_form_shows_its_sides_in_its_examples(form):
    prepositions = prepositions_of(ALL, form)
    for example in form.examples:
        assert shows_its_sides(form, example, prepositions, read), sides_of(form, example, prepositions, read)


@pytest.mark.parametrize("form", ALL.forms, ids=name)
def test_a_form_shows_no_two_sides_in_its_near_misses(form):
    for text in form.near_misses:
        assert not all(sides_of(form, text, prepositions_of(ALL, form), read)), text


def test_every_form_is_used():
    assert {form.template for form in ALL.forms} == {t for words in ALL.words for t in words.templates}


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("sell", "sells sold selling"),
        ("ship", "ships shipped shipping"),
        ("float", "floats floated floating"),
    ],
)
def test_verbs_are_inflected(word, forms):
    assert set(forms.split()) <= set(inflect_verb(word))


def test_nouns_are_inflected():
    assert [inflect_noun(noun)[1] for noun in ("firm", "subsidiary", "branch")] == [
        "firms",
        "subsidiaries",
        "branches",
    ]


def test_marks_are_taken_out():
    assert plain("[A] <bought {B}>.") == "A bought B."
    assert marked("[A] <bought {B}>.", "{") == (9, 10)
    assert not re.search(r"[\[\]{}<>]", plain("[A] <bought {B}>."))


def relations_of(text):
    return {(c.subject.text, c.value.relation, c.value.object) for c in claims_of(text)}


def test_examples_belong_to_the_plural_that_something_is_made_for():
    assert relations_of("Google has produced shows for networks such as Netflix and Samsung.") == {
        ("Netflix", "client_of", "Google"),
        ("Samsung", "client_of", "Google"),
    }
    assert ("Gmail", "developed_by", "Google") in relations_of("Google has developed tools such as Gmail.")


def test_two_that_announce_a_partnership_are_partners_unless_it_is_with_a_third():
    assert ("Google", "partnered_with", "Nokia") in relations_of("Google and Nokia announced a partnership.")
    third = relations_of("Google and Nokia announced a partnership with Samsung.")
    assert ("Google", "partnered_with", "Nokia") not in third
