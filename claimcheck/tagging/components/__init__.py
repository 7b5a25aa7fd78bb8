"""Components of spaCy pipelines that give the annotation of spaCy's own in less time.

spaCy moves the state of one document after the other: at each step the features of a state are added up and
multiplied with the weights by themselves, and most of the time goes into calls for a single row. Where the
ends of sentences are known, each sentence can be searched by itself; here all of them take their steps
together, as rows of one array (`parser`, `entities`). Vectors and lemmas are made once for each word
(`token_vectors`, `lemmatizer`), labels are scored for all tokens at once (`labels`), and plain words are not
searched for marks (`tokenizer`).

The weights, the features, the rules and the order of additions are spaCy's, so the annotation is the same;
`tests/tagging/test_components.py` compares them. What a component does not know it leaves to the one of spaCy
that it inherits from. The systems of moves are those of `spacy/pipeline/_parser_internals/` in spaCy 3.8
(`_state.pxd`, `arc_eager.pyx`, `ner.pyx`).
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from claimcheck.tagging.components.entities import SpanRecognizer
from claimcheck.tagging.components.labels import WordMorphologizer, WordTagger
from claimcheck.tagging.components.lemmatizer import WordLemmatizer
from claimcheck.tagging.components.parser import SentenceParser
from claimcheck.tagging.components.token_vectors import TokenVectors

FACTORIES = {
    "tok2vec": "claimcheck_token_vectors",
    "tagger": "claimcheck_word_tagger",
    "morphologizer": "claimcheck_word_morphologizer",
    "lemmatizer": "claimcheck_word_lemmatizer",
    "parser": "claimcheck_sentence_parser",
    "ner": "claimcheck_span_recognizer",
}
"""The factories here by the names of spaCy's own, whose settings they take."""


@Language.factory(FACTORIES["tok2vec"])
def make_token_vectors(nlp: Language, name: str, model: Any) -> TokenVectors:
    """In place of `tok2vec`."""
    return TokenVectors(nlp.vocab, model, name)


@Language.factory(FACTORIES["tagger"])
def make_word_tagger(
    nlp: Language,
    name: str,
    model: Any,
    overwrite: bool,
    scorer: Any,
    neg_prefix: str,
    label_smoothing: float,
) -> WordTagger:
    """In place of `tagger`."""
    return WordTagger(
        nlp.vocab,
        model,
        name,
        overwrite=overwrite,
        scorer=scorer,
        neg_prefix=neg_prefix,
        label_smoothing=label_smoothing,
    )


@Language.factory(FACTORIES["morphologizer"])
def make_word_morphologizer(
    nlp: Language,
    name: str,
    model: Any,
    overwrite: bool,
    extend: bool,
    scorer: Any,
    label_smoothing: float,
) -> WordMorphologizer:
    """In place of `morphologizer`."""
    return WordMorphologizer(
        nlp.vocab,
        model,
        name,
        overwrite=overwrite,
        extend=extend,
        scorer=scorer,
        label_smoothing=label_smoothing,
    )


@Language.factory(FACTORIES["lemmatizer"])
def make_word_lemmatizer(
    nlp: Language, name: str, model: Any, mode: str, overwrite: bool, scorer: Any
) -> WordLemmatizer:
    """In place of the English `lemmatizer`."""
    return WordLemmatizer(nlp.vocab, model, name, mode=mode, overwrite=overwrite, scorer=scorer)


@Language.factory(FACTORIES["parser"])
def make_sentence_parser(
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    learn_tokens: bool,
    min_action_freq: int,
    scorer: Any,
) -> SentenceParser:
    """In place of `parser`."""
    return SentenceParser(
        nlp.vocab,
        model,
        name,
        moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        learn_tokens=learn_tokens,
        min_action_freq=min_action_freq,
        scorer=scorer,
    )


@Language.factory(FACTORIES["ner"])
def make_span_recognizer(
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Any,
) -> SpanRecognizer:
    """In place of `ner`."""
    return SpanRecognizer(
        nlp.vocab,
        model,
        name,
        moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )
