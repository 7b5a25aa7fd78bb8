"""Loading a spaCy pipeline and running it over passages whose sentences are already known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.errors import PipelineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from claimcheck.article import Passage

BLANK = "blank"
"""The name that selects spaCy's tokenizer alone, without trained components."""


@dataclass(frozen=True, slots=True)
class TaggedPassage:
    """A passage and its spaCy `Doc`; `doc.text == passage.text`."""

    passage: Passage
    doc: Doc


@cache
def load_pipeline(model: str | None = None) -> Language:
    """A spaCy pipeline, loaded once per process.

    Args:
        model: name of an installed pipeline package, a path to one, `"blank"` for the tokenizer alone, or
            None for the default.

    Raises:
        PipelineError: the pipeline is not installed or cannot be read.
    """
    import spacy  # noqa: PLC0415 - half a second that `--help` must not pay

    if model is None or model == BLANK:
        return spacy.blank("en")
    try:
        return spacy.load(model)
    except OSError as error:
        message = f"no spaCy pipeline {model!r}: give the name of an installed one or a path to its folder"
        raise PipelineError(message) from error


def tag(passages: Iterable[Passage], nlp: Language) -> Iterator[TaggedPassage]:
    """Run `nlp` over the passages, in order. Sentence ends are those of the passage, not the pipeline's."""
    docs = ((_make_doc(passage, nlp), passage) for passage in passages)
    for doc, passage in nlp.pipe(docs, as_tuples=True):
        yield TaggedPassage(passage, doc)


def _make_doc(passage: Passage, nlp: Language) -> Doc:
    """Tokens of the passage with the sentence starts set, which spaCy's parser then keeps to."""
    doc = nlp.make_doc(passage.text)
    starts = iter(start for start, _ in passage.sentences)
    next_start = next(starts, None)
    for token in doc:
        is_start = False
        while next_start is not None and next_start < token.idx + len(token):
            # A sentence that starts inside a token starts, for the parser, with the token.
            is_start = True
            next_start = next(starts, None)
        token.is_sent_start = is_start or token.i == 0
    return doc
