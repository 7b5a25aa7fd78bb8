"""Names in a text: organizations, persons, places, products, languages, as one consistent set.

Three sources are merged: the name lists (`senses`), patterns (`patterns`) and the entities of the
spaCy pipeline, if it gives any (`model_entities`), with runs of capitals that nothing else explains
(`free_runs`). Longer beats shorter, a listed name beats the model, and one spelling has one label within a
document.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.names.candidates import GOOD, OWN, WEAK, Basis, Candidate
from claimcheck.names.context import read_context
from claimcheck.names.free_runs import read_free_runs
from claimcheck.names.linking import link_names
from claimcheck.names.model_entities import read_model_entities
from claimcheck.names.office_holders import without_holders, without_titles
from claimcheck.names.own import NAME_LABELS, OWN_NAMES
from claimcheck.names.patterns import find_built_names
from claimcheck.names.senses import find_listed_names
from claimcheck.names.words import split_words
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claimcheck.names.context import NameContext


@dataclass(frozen=True, slots=True)
class NameMention:
    """One name in the text.

    Attributes:
        start, end: code points in the text, end exclusive; `text` is what stands there.
        label: organization, person, place, product or language.
        canonical: the name under which this document introduces the thing most fully; always a form that
            the text holds ("Yann LeCun" for a later "LeCun", the long form for a bracketed acronym).
        found_by: the rule that found it.
        basis: what its label rests on.
    """

    start: int
    end: int
    text: str
    label: str
    canonical: str
    found_by: str
    basis: Basis

    @property
    def is_guess(self) -> bool:
        """Whether no list and no word of the name stands behind its label, only what is near it."""
        return self.basis is Basis.SURROUNDINGS

    @property
    def is_listed(self) -> bool:
        """Whether a list of names holds it."""
        return self.basis is Basis.LIST


def find_names(doc: Doc) -> list[NameMention]:
    """Every name of the document in reading order; no two overlap.

    Uses the entities of the `Doc` where there are any and works without. Time is linear in the text.
    """
    text = text_of(doc)
    words = split_words(text)
    if not len(words.forms):
        return []
    context = read_context(words)
    candidates = [*find_listed_names(context), *find_built_names(context)]
    entities = doc.ents  # made anew each time they are asked for
    if entities:
        sure = [c for c in candidates if c.strength >= GOOD]
        candidates += read_model_entities(doc, entities, context, sure)
    candidates += _read_own_names(doc, context)
    candidates += read_free_runs(context, candidates)
    chosen = _resolve(without_holders(context, without_titles(context, candidates)))
    return [
        NameMention(c.start, c.end, text[c.start : c.end], c.label, canonical, c.rule, c.basis)
        for c, canonical in link_names(context, chosen)
    ]


def _read_own_names(doc: Doc, context: NameContext) -> list[Candidate]:
    """What the user's own patterns found (`own_names`), as far as it is made of words."""
    if OWN_NAMES not in doc.spans:
        return []
    words = context.words
    found = []
    for span in doc.spans[OWN_NAMES]:
        first = bisect_right(words.ends, span.start_char)
        last = bisect_left(words.starts, span.end_char)
        if first < last:
            label = NAME_LABELS[span.label_]
            found.append(Candidate(first, last, words.starts[first], words.ends[last - 1], label, "own", OWN))
    return found


def _resolve(candidates: list[Candidate]) -> list[Candidate]:
    """The longest and strongest candidates that do not overlap, in reading order."""
    taken: set[int] = set()
    chosen = []
    for candidate in sorted(
        candidates, key=lambda c: (c.strength != OWN, -(c.last - c.first), -c.strength, c.first)
    ):
        if candidate.strength <= WEAK:
            continue
        span = range(candidate.first, candidate.last)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.start)
