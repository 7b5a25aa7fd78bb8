"""The greedy search of spaCy's parser and entity recogniser, over many sentences at a time.

spaCy moves the state of one document after the other: at each step the features of a state are added up and
multiplied with the weights by themselves, and most of the time goes into calls for a single row. Where the
ends of sentences are known, each sentence can be searched by itself; here all of them take their steps
together, as rows of one array. The weights, the features, the rules and the order of additions are spaCy's,
so the annotation is the same; `tests/tagging/test_transitions.py` compares them.

The systems are those of spaCy 3.8: `spacy/pipeline/_parser_internals/` (`_state.pxd`, `arc_eager.pyx`,
`ner.pyx`).
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from claimcheck.tagging.transitions.entities import SpanRecognizer
from claimcheck.tagging.transitions.parser import SentenceParser

FACTORIES = {"parser": "claimcheck_sentence_parser", "ner": "claimcheck_span_recognizer"}
"""spaCy's factory, and the one whose component gives the same annotation faster."""


def register_factories() -> None:
    """Make the factories known to spaCy. They take the settings that spaCy's own take."""
    if not Language.has_factory(FACTORIES["parser"]):
        Language.factory(FACTORIES["parser"], func=_make_parser)
        Language.factory(FACTORIES["ner"], func=_make_recognizer)


def _make_parser(
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    learn_tokens: bool,
    min_action_freq: int,
    scorer: Any,
) -> SentenceParser:
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


def _make_recognizer(
    nlp: Language,
    name: str,
    model: Any,
    moves: Any,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Any,
) -> SpanRecognizer:
    return SpanRecognizer(
        nlp.vocab,
        model,
        name,
        moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )
