"""Base noun phrases over hand-made tags: no model is needed, and none decides."""

import pytest
import spacy
from spacy.tokens import Doc

from claimcheck.article import Article, Passage
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.phrases import SentencePhrases, classes_of
from claimcheck.mentions import normalise
from claimcheck.tagging.pipelines import TaggedPassage


def phrases_of(tagged_text):
    """The phrases of words written as `word/TAG`."""
    pairs = [item.rsplit("/", 1) for item in tagged_text.split()]
    words = [word for word, _ in pairs]
    spaces = [
        not (i + 1 < len(words) and (words[i + 1] in {"'s", ",", ".", "-", ")"} or words[i] in {"-", "("}))
        for i in range(len(words))
    ]
    doc = Doc(spacy.blank("en").vocab, words=words, spaces=spaces, tags=[tag for _, tag in pairs])
    doc[0].is_sent_start = True
    text = doc.text
    passage = Passage(Article("-", text), 0, len(text), ((0, len(text)),))
    document = normalise(TaggedPassage(passage, doc))
    return SentencePhrases(document, document.sentences[0]).phrases


CHUNKS = [
    ("The/DT old/JJ mill/NN burned/VBD ./.", ["The old mill"]),
    ("It/PRP is/VBZ a/DT large/JJ ,/, cheap/JJ model/NN ./.", ["It", "a large, cheap model"]),
    (
        "They/PRP sold/VBD a/DT state/NN -/HYPH of/IN -/HYPH the/DT -/HYPH art/NN mill/NN",
        ["They", "a state-of-the-art mill"],
    ),
    ("She/PRP read/VBD a/DT widely/RB used/VBN book/NN", ["She", "a widely used book"]),
    # a participle after a noun is no part of its phrase
    ("The/DT mill/NN using/VBG coal/NN closed/VBD", ["The mill", "coal"]),
    # an adjective that stands for a noun
    ("Ann/NNP ,/, an/DT academic/JJ ,/, spoke/VBD", ["Ann", "an academic"]),
    # a short form in brackets inside a phrase, and one after it
    (
        "It/PRP is/VBZ a/DT mixture/NN (/-LRB- MoE/NNP )/-RRB- model/NN",
        ["It", "a mixture (MoE) model"],
    ),
    ("The/DT mixture/NN (/-LRB- MoE/NNP )/-RRB- grew/VBD", ["The mixture", "MoE"]),
    ("The/DT port/NN opened/VBD last/JJ year/NN", ["The port", "last year"]),
]


@pytest.mark.parametrize(("text", "expected"), CHUNKS)
def test_phrases_are_read_from_tags(text, expected):
    assert [phrase.text for phrase in phrases_of(text)] == expected


def test_possessor_is_a_phrase_of_its_own():
    (phrase,) = phrases_of("Acme/NNP 's/POS new/JJ phone/NN")
    assert (phrase.text, phrase.possessor.text) == ("new phone", "Acme")


def test_chained_possessors():
    (phrase,) = phrases_of("Acme/NNP 's/POS founder/NN 's/POS house/NN")
    assert (phrase.text, phrase.possessor.text, phrase.possessor.possessor.text) == (
        "house",
        "founder",
        "Acme",
    )


def test_name_and_head_of_a_phrase():
    phrase = phrases_of("the/DT chatbot/NN ChatGPT/NNP failed/VBD")[0]
    assert (phrase.name_text, phrase.determiner, classes_of(phrase)) == ("ChatGPT", "the", {"product"})


def test_name_inside_a_phrase_is_not_what_it_names():
    phrase = phrases_of("the/DT Python/NNP community/NN met/VBD")[0]
    assert phrase.name is None
    assert [name.text for name in phrase.inner] == ["Python"]


def test_category_with_a_name_names_nothing():
    phrase = phrases_of("a/DT PyTorch/NNP Model/NN")[0]
    assert phrase.name is None


def test_nouns_may_have_several_classes():
    assert {"product", "technology"} <= kind_nouns()["library"]
    assert "organization" in kind_nouns()["companies"]
