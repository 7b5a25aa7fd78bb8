"""Sizes of models in the wordings of model cards, release posts and READMEs."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We release checkpoints of our language model at 125M, 350M and 1.3B.", [125e6, 350e6, 1.3e9]),
        ("Its parameter count is 480B, with 35B active per token.", [480e9, 35e9]),
        ("The model has 46.7B total parameters but uses only 12.9B per token.", [46.7e9, 12.9e9]),
        ("The language model has 1.3B parameters, of which 0.4B are embeddings.", [1.3e9, 0.4e9]),
        ("The smaller sibling (560M) of the language model is fast.", [560e6]),
        ("The model comes as small (244M), medium (769M) and large (1.55B).", [244e6, 769e6, 1.55e9]),
        ("The neural network contains just over 11 million weights.", [11e6]),
        ("GPT-2 XL has 1.5 billion parameters, ten times the size of GPT-1, at 117 million.", [1.5e9, 117e6]),
        ("The vision model is a 400M SigLIP.", [400e6]),
        ("The model has 236 billion parameters, 21 billion of which are activated.", [236e9, 21e9]),
        ("Language models under 3B struggle with the task.", [3e9]),
        ("The draft model, at 0.5B, is fast.", [0.5e9]),
        ("The language model weighs in at 124B.", [124e9]),
        ("We compare the model against 7B and 13B baselines.", [7e9, 13e9]),
        ("It is a sparse language model: 141B in total, of which 39B are used.", [141e9, 39e9]),
        ("We scale the model up to one trillion parameters.", [1e12]),
        ("Sparrow has 671B total, 37B active.", [671e9, 37e9]),
        ("It has 3.6 billion active out of 21 billion total parameters.", [3.6e9, 21e9]),
        ("The model uses 21B active parameters out of 236B.", [21e9, 236e9]),
    ],
)
def test_sizes_without_the_word(values, text, expected):
    assert values(text, "parameter_count") == [(number,) for number in expected]


@pytest.mark.parametrize(
    "text",
    [
        "The app has 3 billion active, and the model has 7B parameters.",
        "The firm has 2 billion total and the LLM has 7B parameters.",
    ],
)
def test_parts_stand_beside_their_whole(values, text):
    assert values(text, "parameter_count") == [(7e9,)]


@pytest.mark.parametrize(
    "text",
    [
        "Our language models are popular. They ran a 400M Spotify campaign.",
        "We release videos at 125M, 350M and 1.3B views.",
        "The band (560M) played on the model's birthday.",
        "The site has 46.7B users but only 12.9B per month.",
        "Its user count is 480B.",
        "The model saw 2B Wikipedia tokens.",
        "A 70M Hollywood film about a language model opened.",
        "The language model helped firms under 3B struggle on.",
        "The model, at 0.5B users, is popular.",
        "Of the 12 language models, 0.4B users saw one.",
        "The app has 2B total and 1.2B active users.",
        "Weights of 30B-A3B are open.",
        "The app has 3 billion active, and the model is new.",
    ],
)
def test_what_else_is_so_large(values, text):
    assert values(text, "parameter_count") == []


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("The language model has 671B total, 37B activated parameters.", ["The language model"] * 2),
        ("Our model uses 21B active parameters out of 236B.", ["Our model"] * 2),
        # a model of that size is named by its noun
        (
            "The language model has 671B parameters; the 37B version has less.",
            ["The language model", "the 37B version"],
        ),
    ],
)
def test_whole_and_part_are_of_one_model(claims, text, subjects):
    assert [claim.subject and claim.subject.text for claim in claims(text, "parameter_count")] == subjects
