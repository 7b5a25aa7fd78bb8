"""Names in a text: organizations, persons, places, products, languages, as one consistent set.

Three sources are merged: the name lists (`name_senses`), patterns (`name_patterns`) and the entities of the
spaCy pipeline, if it gives any. Longer beats shorter, a listed name beats the model, and one spelling has
one label within a document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.tagging.name_candidates import MODEL, WEAK, Candidate
from claimcheck.tagging.name_context import NameContext, read_context
from claimcheck.tagging.name_linking import link_names
from claimcheck.tagging.name_patterns import find_built_names
from claimcheck.tagging.name_senses import find_listed_names
from claimcheck.tagging.name_words import split_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MODEL_LABELS = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "LOC": "place", "GPE": "place", "FAC": "place",
    "PRODUCT": "product", "LANGUAGE": "language", "WORK_OF_ART": "product",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameMention:
    """One name in the text.

    Attributes:
        start, end: code points in the text, end exclusive; `text` is what stands there.
        label: organization, person, place, product or language.
        canonical: the name under which this document introduces the thing most fully; always a form that
            the text holds ("Yann LeCun" for a later "LeCun", the long form for a bracketed acronym).
        found_by: the rule that found it.
    """

    start: int
    end: int
    text: str
    label: str
    canonical: str
    found_by: str


def find_names(doc: Doc) -> list[NameMention]:
    """Every name of the document in reading order; no two overlap.

    Uses the entities of the `Doc` where there are any and works without. Time is linear in the text.
    """
    words = split_words(doc.text)
    if not len(words):
        return []
    context = read_context(words)
    candidates = [*find_listed_names(context), *find_built_names(context), *_read_model_entities(doc, context)]
    chosen = _resolve(candidates)
    text = doc.text
    return [
        NameMention(c.start, c.end, text[c.start : c.end], c.label, canonical, c.rule)
        for c, canonical in link_names(context, chosen)
    ]


def _read_model_entities(doc: Doc, context: NameContext) -> list[Candidate]:
    """The pipeline's entities, cut to whole words."""
    words = context.words
    first_at = {start: i for i, start in enumerate(words.starts)}
    last_at = {end: i + 1 for i, end in enumerate(words.ends)}
    found = []
    for entity in doc.ents:
        label = _MODEL_LABELS.get(entity.label_)
        if label is None:
            continue
        first = first_at.get(entity.start_char)
        last = last_at.get(entity.end_char)
        if first is None or last is None or last <= first:
            continue
        found.append(Candidate(first, last, words.starts[first], words.ends[last - 1], label, "model", MODEL))
    return found


def _resolve(candidates: list[Candidate]) -> list[Candidate]:
    """The longest and strongest candidates that do not overlap, in reading order."""
    taken: set[int] = set()
    chosen = []
    for candidate in sorted(candidates, key=lambda c: (-(c.last - c.first), -c.strength, c.first)):
        if candidate.strength <= WEAK:
            continue
        span = range(candidate.first, candidate.last)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.start)
