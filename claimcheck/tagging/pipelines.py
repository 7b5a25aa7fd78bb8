"""Loading a spaCy pipeline and running it over passages whose sentences are already known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import spacy
from spacy.attrs import IDX, LENGTH, ORTH, SENT_START
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config, registry

from claimcheck.errors import PipelineError
from claimcheck.lexicons import load_rows
from claimcheck.tagging.components import FACTORIES
from claimcheck.tagging.components.tokenizer import WordTokenizer
from claimcheck.tagging.mending import mend_tree
from claimcheck.tagging.schemes import may_be_clearnlp, unify_entities, unify_labels
from claimcheck.tagging.texts import remember_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

    from claimcheck.article import Passage

Item = TypeVar("Item")

BLANK = "blank"
"""The name that selects spaCy's tokenizer alone, without trained components."""

BATCH_CHARS = 40_000
"""Passages of together about this length are tagged at the same time, some 300 sentences. The parser takes
its steps in all of them at once; with twice as many, less than a microsecond a word would be gained."""

_NO_VECTORS = np.zeros((0,), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class TaggedPassage:
    """A passage and its spaCy `Doc`; `doc.text == passage.text`."""

    passage: Passage
    doc: Doc


def load_pipeline(model: str | None = None) -> Language:
    """A spaCy pipeline whose annotation is in the vocabulary of `schemes`, loaded once per process.

    Args:
        model: name of an installed pipeline package, a path to one, `"blank"` for the tokenizer alone, or
            None for the English pipeline that ships with claimcheck.

    Raises:
        PipelineError: the pipeline is not installed, cannot be read, or is not for English.
    """
    return _load(model)  # not cached itself: a call with None and one without arguments are one pipeline


@cache
def _load(model: str | None) -> Language:
    if model == BLANK:
        return spacy.blank("en")
    try:
        nlp = _load_bundled() if model is None else spacy.load(model)
    except OSError as error:
        name = model or "in the package"
        message = f"no spaCy pipeline {name!r}: give the name of an installed one, a path to one, or 'blank'"
        raise PipelineError(message) from error
    except (ValueError, KeyError, TypeError, ImportError) as error:
        reason = str(error).split("\n", 1)[0]
        message = f"the spaCy pipeline {model!r} cannot be loaded: {reason}"
        raise PipelineError(message) from error
    if nlp.lang != "en":
        message = f"the spaCy pipeline {model!r} is for {nlp.lang!r}; claimcheck reads English"
        raise PipelineError(message)
    return nlp


_BARE_TOKENIZER = "claimcheck.bare_tokenizer.v1"


def _make_bare_tokenizer() -> Callable[[Language], Tokenizer]:
    return lambda nlp: WordTokenizer(nlp.vocab)


def _load_bundled() -> Language:
    """The bundled pipeline, with components that give the annotation of spaCy's own faster.

    As `spacy.load` does it, but without what is needless here, a third of the time: the folder holds all
    rules of its tokenizer, so the defaults need not be built first, and its settings are complete.
    """
    registry.tokenizers.register(_BARE_TOKENIZER, func=_make_bare_tokenizer)
    folder = Path(str(files("claimcheck") / "model"))
    changes = {f"components.{name}.factory": factory for name, factory in FACTORIES.items()}
    changes["nlp.tokenizer.@tokenizers"] = _BARE_TOKENIZER
    config = load_config(folder / "config.cfg", overrides=changes, interpolate=True)
    nlp = load_model_from_config(config, validate=False).from_disk(folder, exclude=["config"])
    # Where somebody saves it, it is a pipeline that spaCy loads by itself
    nlp.config["nlp"]["tokenizer"] = {"@tokenizers": "spacy.Tokenizer.v1"}
    for name in FACTORIES:
        nlp.get_pipe_meta(name).factory = nlp.get_pipe_config(name)["factory"] = name
    _keep_whole(nlp, _dotted_legal_forms())
    return nlp


def _keep_whole(nlp: Language, forms: Iterable[str]) -> None:
    """Let each of some forms be one token wherever it stands."""
    for form in forms:
        nlp.tokenizer.add_special_case(form, [{ORTH: form}])  # type: ignore[union-attr]  # spaCy's has it


def _dotted_legal_forms() -> Iterator[str]:
    """Legal forms of firms with a stop behind small letters too, where English would end a sentence:
    "S.p.A.", "d.o.o."; "N.V." is one token as it is.
    """
    for row in load_rows("shared/legal_forms.csv"):
        for form in (row["name"], *row["aliases"].split("|")):
            if form.count(".") > 1 and " " not in form and not form.isupper():
                yield form


def tag(
    passages: Iterable[Passage], nlp: Language, find_own_names: Callable[[Doc], Doc] | None = None
) -> Iterator[TaggedPassage]:
    """Run `nlp` over the passages, in order. Sentence ends are those of the passage, not the pipeline's.
    `find_own_names` sees the tags as the pipeline gave them.

    Short passages are read a few ahead and tagged together, `BATCH_CHARS` of them; the annotation of one does
    not depend on the others.
    """
    unify = unify_labels if may_be_clearnlp(nlp) else unify_entities
    for batch in batched(passages, lambda passage: passage.end - passage.start, BATCH_CHARS):
        docs = [(_make_doc(passage, nlp), passage) for passage in batch]
        for doc, passage in nlp.pipe(docs, as_tuples=True, batch_size=len(docs)):
            # The components are done with their vectors, which hold on to those of the whole batch
            doc.tensor = _NO_VECTORS  # type: ignore[assignment]  # its declared type is wrong
            remember_text(doc, passage.text)
            if find_own_names is not None:
                find_own_names(doc)
            unify(doc)
            mend_tree(doc)
            yield TaggedPassage(passage, doc)


def batched(items: Iterable[Item], length: Callable[[Item], int], limit: int) -> Iterator[list[Item]]:
    """The items in lists of together at most `limit` characters; a longer one is alone in its list."""
    batch: list[Item] = []
    chars = 0
    for item in items:
        size = length(item)
        if batch and chars + size > limit:
            yield batch
            batch, chars = [], 0
        batch.append(item)
        chars += size
    if batch:
        yield batch


def _make_doc(passage: Passage, nlp: Language) -> Doc:
    """Tokens of the passage with the sentence starts set, which spaCy's parser then keeps to."""
    return set_sentence_starts(_tokenize(passage.text, nlp), (start for start, _ in passage.sentences))


def set_sentence_starts(doc: Doc, offsets: Iterable[int]) -> Doc:
    """Let a sentence start at the token of each of the ascending offsets, and nowhere else."""
    places = doc.to_array([IDX, LENGTH])
    marks = np.full(len(doc), -1, dtype=np.int64)
    # A sentence that starts inside a token starts, for the parser, with the token.
    first = np.searchsorted(places.sum(axis=1), np.fromiter(offsets, dtype=np.uint64), side="right")
    marks[first[first < len(doc)]] = 1
    marks[:1] = 1
    # All at once: setting `Token.is_sent_start` looks through the whole document every time.
    doc.from_array([SENT_START], marks.astype(np.uint64))  # type: ignore[arg-type]  # one column is enough
    return doc


# spaCy's tokenizer takes time in the square of a run without spaces. Words and addresses are shorter than
# this; a longer run is a dump, and where it is cut matters to nobody.
_LONG_RUN = re.compile(r"\S{400,}")
_PIECE_CHARS = 60


def _tokenize(text: str, nlp: Language) -> Doc:
    """The tokens of the text, made piece by piece where it holds a run without spaces of great length."""
    pieces: list[str] = []
    position = 0
    for run in _LONG_RUN.finditer(text):
        pieces.append(text[position : run.start()])
        pieces.extend(
            text[cut : min(cut + _PIECE_CHARS, run.end())]
            for cut in range(run.start(), run.end(), _PIECE_CHARS)
        )
        position = run.end()
    if not pieces:
        return nlp.make_doc(text)
    pieces.append(text[position:])
    docs = [nlp.make_doc(piece) for piece in pieces if piece]
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    assert joined is not None  # there is at least one piece
    return joined
