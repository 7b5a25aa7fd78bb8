"""What a card says of its thing: "Model type: CNN", "Developed by: Acme", "Model date" over "May 2020"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.labels import label_above, label_before, label_opening, thing_above
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.mentions import read_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.mentions import NormalisedDocument, Sentence

Span = tuple[int, int]


class CardLine(NamedTuple):
    """What a line of a card gives behind its label; offsets into the passage.

    Attributes:
        relation: of an organization; empty for the kind of the thing.
        given: what stands behind the label.
        thing: the product that the card is about, if a heading names it.
    """

    relation: str
    given: Span
    thing: Span | None


def find_kind_on_card(grammar: SentenceReading) -> Iterator[CardLine]:
    """The kind of thing that a line gives: "Model type: Language model"."""
    found = _line_behind_label(grammar, "kind")
    if found is None:
        return
    _, start = found
    given = _trimmed(grammar.document.text, start, _GIVEN)
    words = grammar.document.text[slice(*given)].split()
    if 0 < len(words) <= _MOST_WORDS and kind_nouns().get(words[-1].lower(), frozenset()) & _KINDS:
        yield CardLine("", given, _thing(grammar))


def find_makers_on_card(grammar: SentenceReading) -> Iterator[CardLine]:
    """The organizations that a line names behind a label of a relation: "Developed by: Acme and Orbit"."""
    found = _line_behind_label(grammar, "relation")
    if found is None:
        return
    label, start = found
    relation = _relations()[label]
    at, end = start, grammar.sentence.end
    text = grammar.document.text
    for name in [name for name in grammar.document.names() if start <= name.start and name.end <= end]:
        if name.label != "organization" or _JOINT.fullmatch(text, at, name.start) is None:
            return
        yield CardLine(relation, (name.start, name.end), _thing(grammar))
        at = name.end


_GIVEN = re.compile(r"[\s*_|]*(?P<given>[^\n.;:(|]*[^\s.;:(|*_])")
_JOINT = re.compile(r"[\s*_|]*(?:,|&|and|,\s?and)?\s*(?:the\s)?")
_MOST_WORDS = 6
_KINDS = frozenset({"product", "technology"})


def _trimmed(text: str, start: int, pattern: re.Pattern[str]) -> Span:
    found = pattern.match(text, start)
    return (start, start) if found is None else found.span("given")


def _line_behind_label(grammar: SentenceReading, what: str) -> tuple[str, int] | None:
    """The label of a line, before a colon, over the line or opening it, and where what it gives starts."""
    labels = _labels(what)
    document, sentence = grammar.document, grammar.sentence
    found = label_before(document, sentence, labels) or label_opening(document, sentence, _bare_labels(what))
    if found is not None:
        return found
    above = label_above(document, sentence, _bare_labels(what))
    return (above, sentence.start) if above else None


def _thing(grammar: SentenceReading) -> Span | None:
    """The product of a card: that of the heading above, else the one that the text names most."""
    document = grammar.document
    return _thing_at(document, grammar.sentence.start)


def _thing_at(document: NormalisedDocument, start: int) -> Span | None:
    return thing_above(document, start, _relations().keys()) or _most_named(document)


def subject_on_card(document: NormalisedDocument, sentence: Sentence, subject: Span | None) -> Span | None:
    """The thing of a card for what a line gives of it behind or under a label: not "Model date", the product.

    `subject` itself for other lines, and where it is neither the label nor an amount that opens the line.
    """
    text, start = document.text, sentence.start
    if text[text.rfind("\n", 0, start) + 1 : start].strip(_LIST_MARKS):
        return subject
    label = _OWN_LABEL.match(text, start, sentence.end)
    before = text[max(0, start - _LONGEST_LABEL) : start].rstrip()
    above = "" if label is not None else before.rpartition("\n")[2]
    if label is None and _OWN_LABEL_ALONE.fullmatch(above) is None:
        return subject
    is_label = subject is not None and label is not None and label.start() <= subject[0] <= label.end()
    is_amount = subject is not None and subject[0] == start and text[start].isdigit()
    if subject is None or is_label or is_amount:
        return _thing_at(document, start) or subject
    return subject


_LIST_MARKS = " \t-*•+–_|"
_OWN_LABEL = WordPattern(
    r"[-*•+–_ ]*(?i:<claims/label_of_thing>)[ \t*_]*:[ \t*_]*|(?i:<claims/label_of_model>)[ \t]+(?=[A-Z0-9])"
)
_OWN_LABEL_ALONE = WordPattern(r"[ \t*_#]*(?i:<claims/label_of_thing>)[ \t*_:]*")
_LONGEST_LABEL = 40  # characters of a line that is but a label


@read_once
def _most_named(document: NormalisedDocument) -> Span | None:
    """The first mention of the product that is named most, by far, if any is."""
    products = [name for name in document.names() if name.label == "product"]
    counts = Counter(name.canonical for name in products).most_common(2)
    if not counts or counts[0][1] < _OFTEN or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return None
    return next((name.start, name.end) for name in products if name.canonical == counts[0][0])


_OFTEN = 3


@per_lexicon
def _relations() -> dict[str, str]:
    return {row["label"]: row["relation"] for row in load_rows("en/card_labels.csv")}


@per_lexicon
def _labels(what: str) -> frozenset[str]:
    """The labels of a `kind` or a `relation`."""
    return frozenset(label for label, relation in _relations().items() if bool(relation) == (what != "kind"))


@per_lexicon
def _bare_labels(what: str) -> frozenset[str]:
    """Those that stand without a colon too."""
    bare = {row["label"] for row in load_rows("en/card_labels.csv") if row["of_cards"] == "yes"}
    return frozenset(_labels(what) & bare)
