from __future__ import annotations

import pytest

from claimcheck.lexicons import load_rows
from claimcheck.lexicons.word_relations import (
    base_forms,
    family,
    first_category,
    kinds_above,
    load_word_relations,
    opposites,
    stand_ins,
    synonyms,
)


@pytest.mark.parametrize(
    ("form", "base"), [("ran", "run"), ("cities", "city"), ("stopped", "stop"), ("happier", "happy")]
)
def test_forms_lead_to_their_base(form, base):
    assert base in base_forms(form)


def test_a_family_holds_what_is_derived():
    assert "collapse" in family("collapsed")
    assert "decision" in family("decide")


def test_words_that_can_stand_for_each_other():
    assert "buy" in synonyms("purchased")
    assert "vehicle" in stand_ins("car") | kinds_above("car")
    assert "red" not in stand_ins("seven")


def test_contraries_keep_their_part_of_speech():
    assert "decrease" in opposites("increased", "v")
    assert "future" not in opposites("present", "v")


def test_categories_are_those_of_the_first_sense():
    assert first_category("bread") == 13
    assert first_category("quickly") is None


def test_own_contraries_are_base_forms_of_words_that_there_are():
    known = load_word_relations().senses
    small = {"for", "against", "with", "without", "like", "unlike", "despite", "although", "because", "owing"}
    missing = {
        word
        for row in load_rows("en/opposites.csv")
        for word in (*row["words"].split("|"), *row["opposites"].split("|"))
        if word not in known and word not in small and "-" not in word
    }
    assert len(missing) < 40, sorted(missing)


@pytest.mark.parametrize("name", ["en/small_words.csv", "en/general_words.csv", "en/denying_words.csv"])
def test_word_lists_hold_each_word_once(name):
    words = [row["word"] for row in load_rows(name)]
    assert len(words) == len(set(words))
