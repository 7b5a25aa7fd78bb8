from __future__ import annotations

import pytest

import claimcheck
from claimcheck.checkworthiness.features import features_of, load_classes
from claimcheck.checkworthiness.scoring import (
    BIAS,
    WORKING_POINT,
    chance_of,
    load_weights,
    reasons_for,
    score_sentence,
    to_score,
    weight_of,
)

FACT = "Unemployment rose from 5 percent to 8 percent under the last government."
PLEASANTRY = "Thank you, and good night to you all."
PLAN = "I think we should work together for a better future."


def test_facts_score_above_opinions_and_pleasantries():
    assert score_sentence(FACT, ()) > 0.8
    assert score_sentence(PLAN, ()) < 0.3
    assert score_sentence(PLEASANTRY, ()) < 0.1


@pytest.mark.parametrize("text", ["", "?", "1", "ß" * 500, "Ümläut and 100% of 3,000,000"])
def test_any_text_has_a_score_between_0_and_1(text):
    assert 0 <= score_sentence(text, ()) <= 1


def test_the_score_grows_with_the_probability():
    scores = [to_score(chance / 200) for chance in range(201)]
    assert scores == sorted(scores)
    assert (scores[0], scores[-1]) == (0, 1)
    assert to_score({y: x for x, y in WORKING_POINT}[0.5]) == 0.5


def test_reasons_are_features_of_the_sentence_the_weightiest_first():
    reasons = reasons_for(FACT, (), limit=4)
    assert {reason.feature for reason in reasons} <= set(features_of(FACT, ()))
    assert [abs(reason.effect) for reason in reasons] == sorted(
        (abs(reason.effect) for reason in reasons), reverse=True
    )


def test_a_person_can_say_who_does_what():
    features = features_of("We should cut taxes.", ())
    assert features["subject we + mode should"] == 1
    assert features["economy + mode should"] == 1
    assert "question" not in features


def test_weights_name_features_that_there_are():
    weights = load_weights()
    assert BIAS in weights
    families = ("word ", "early word ", "pair ", "class ", "kind ", "first word ", "last word ", "how many ")
    others = {name for name in weights if not name.startswith(families)}
    assert len(others) < 250
    assert {name.removeprefix("class ") for name in weights if name.startswith("class ")} <= {
        name for names in load_classes().values() for name in names
    }


@pytest.mark.parametrize(("fact", "feeling"), [("kilograms", "awe"), ("smuggled", "sincerity")])
def test_words_that_no_debate_had_count_as_those_that_are_used_like_them(fact, feeling):
    assert f"word {fact}" not in load_weights()
    assert f"word {feeling}" not in load_weights()
    assert weight_of(f"sense {fact}").check > 1 > -1 > weight_of(f"sense {feeling}").check


def test_a_word_nobody_knows_has_no_sense():
    assert weight_of("sense zzxqwv") == weight_of("early sense zzxqwv") == (0, 0)


def test_the_first_words_of_a_sentence_count_once_more():
    features = features_of("Exports of steel fell, steel exports did.", ())
    early = {name for name in features if name.startswith("early word ")}
    assert early == {f"early word {word}" for word in ("exports", "of", "steel", "fell")}
    assert {f"early sense {name.removeprefix('early word ')}" for name in early} < set(features)


def test_who_opens_the_sentence_matters_more_than_who_ends_it():
    assert weight_of("early sense hope").check < 0 < weight_of("early sense exports").check


def test_a_word_and_its_sense_are_one_reason():
    features = [reason.feature for reason in reasons_for(FACT, (), limit=100)]
    assert {"word unemployment", "early word unemployment"} <= set(features)
    assert not [name for name in features if name.startswith(("sense ", "early sense "))]


@pytest.mark.model
def test_claims_and_sentences_have_scores():
    document = claimcheck.extract(f"{FACT} The choir was founded in 1998 and has 35 singers.")
    for claim in document.claims:
        assert 0 <= claim.score <= 1
        assert 0 <= claim.sentence.score <= 1
    by_kind = {claim.kind: claim for claim in document.claims}
    assert by_kind["change"].score > by_kind["date"].score
    assert by_kind["date"].sentence.score == by_kind["count"].sentence.score


@pytest.mark.model
def test_the_score_of_a_sentence_does_not_depend_on_its_neighbours():
    alone = claimcheck.extract(FACT).claims[0].sentence.score
    beside = claimcheck.extract(f"{PLEASANTRY} {FACT} {PLEASANTRY}").claims[0].sentence.score
    assert alone == beside


@pytest.mark.parametrize("text", [FACT, PLEASANTRY, PLAN, "", "The tax, the tax and the tax rose 5% to 5%."])
def test_the_score_is_that_of_its_features(text):
    check, trivial = weight_of(BIAS)
    for name, amount in features_of(text, ()).items():
        check += weight_of(name).check * amount
        trivial += weight_of(name).trivial * amount
    assert score_sentence(text, ()) == to_score(chance_of(check, trivial))
