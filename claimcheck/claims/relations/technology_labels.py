"""What a card or a list of features says of a thing behind a label: "Tokenizer: GPT-NeoX".

A label stands before a colon, or alone over a line or a list that holds nothing but names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.constructions.listed import is_listed, is_programming_language
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.labels import MAX_ABOVE, label_above, label_before, thing_above
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet, grammar_words
from claimcheck.names.lists import load_cues
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.names.finding import NameMention

Span = tuple[int, int]

LABEL_RULES = (
    Rule(
        "technology/label-before",
        "Orbit 2 engine\n\n- Tokenizer: GPT-NeoX (see the paper)",
        "Orbit 2 engine\n\n- Tokenizer: see the paper",
    ),
    Rule(
        "technology/label-above",
        "Orbit 2 engine\n\nSoftware\n\nPyTorch 2.0, NumPy 1.26",
        "Orbit 2 engine\n\nSoftware\n\nSee the paper",
    ),
)


class Labelled(NamedTuple):
    """A technology behind a label; offsets into the passage."""

    relation: str
    technology: Span
    thing: Span | None
    rule: str


def find_labelled(grammar: SentenceReading) -> Iterator[Labelled]:
    """Every technology that the line of a sentence gives behind a label."""
    document, sentence = grammar.document, grammar.sentence
    before = label_before(document, sentence, _relations())
    if before is not None:
        label, start = before
        yield from _items(grammar, label, start, is_above=False)
        return
    label = label_above(document, sentence, _relations())
    if label:
        yield from _items(grammar, label, grammar.starts[grammar.first], is_above=True)


@per_lexicon
def _relations() -> dict[str, str]:
    return {row["label"]: row["relation"] for row in load_rows("en/technology_labels.csv")}


def relation_in_column(head: str) -> str | None:
    """The relation that the head of a column gives the names under it, where only tables of software have it.

    >>> relation_in_column("Base Model"), relation_in_column("Engine")
    ('based_on', None)
    """
    label = head.strip(" :*_").lower()
    return _relations()[label] if label in _labels_of_cards() else None


@per_lexicon
def _labels_of_cards() -> frozenset[str]:
    return frozenset(
        row["label"] for row in load_rows("en/technology_labels.csv") if row["of_cards"] == "yes"
    )


_OPENING = re.compile(r"^[ \t*•+#_–-]*([A-Za-z][A-Za-z -]{2,28}?)[*_ \t]*(?:[:|]|$)", re.MULTILINE)


def _is_in_card(grammar: SentenceReading) -> bool:
    """Whether a line not far from a sentence has a label that only cards have."""
    start, end = max(0, grammar.sentence.start - MAX_ABOVE), grammar.sentence.end + MAX_ABOVE
    labels = (line[1].lower() for line in _OPENING.finditer(grammar.document.text, start, end))
    return not _labels_of_cards().isdisjoint(labels)


# What it gives

_JOINT = re.compile(r"[,;+&/](?=\s)|(?<=\s)(?:and|or)(?=\s|\Z)")
_BRACKET = re.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]|[<>=~!]=[ ]?[\w.*]+")  # or a version: "NumPy>=1.2"
_TAIL = WordPattern(r"\s(?:<technology/after_item>)\s.*|[.:]\s.*|\s[–—-]\s.*", re.DOTALL)
_COUNT = re.compile(r"[\s:*_]*\d{1,5}[ ]?(?:[x×*][ ]?)?(?=[A-Z])")
_MAX_WORDS = 6
_NO_DATA = WordSet("technology/no_data")
_MARKS = " \t\n*_`'\"“”.:|"


def _items(grammar: SentenceReading, label: str, start: int, *, is_above: bool) -> Iterator[Labelled]:
    """The technologies of a line from `start` on; none at all if its first item is no technology."""
    relation = _relations()[label]
    rule = "technology/label-above" if is_above else "technology/label-before"
    must_be_listed = label not in _labels_of_cards() and not _is_in_card(grammar)
    text, end = grammar.document.text, grammar.sentence.end
    blank = _BRACKET.sub(lambda bracket: " " * len(bracket[0]), text[start:end])
    is_first, at = True, 0
    thing = thing_above(grammar.document, grammar.sentence.start, _relations())
    for joint in [*_JOINT.finditer(blank), None]:
        item = blank[at : joint.start() if joint else len(blank)]
        tail = _TAIL.compiled().search(item.strip(_MARKS) and item)
        cut = item[: tail.start()] if tail and item[: tail.start()].strip(_MARKS) else item
        counted = _COUNT.match(cut)
        first = start + at + (counted.end() if counted else len(cut) - len(cut.lstrip(_MARKS + "-•+–")))
        span = (first, start + at + len(cut.rstrip(_MARKS)))
        is_sure = not must_be_listed or _is_listed(grammar, span)
        if span[0] < span[1] and is_sure and _is_technology(grammar, span, relation, is_above=is_above):
            yield Labelled(relation, span, thing, rule)
        elif is_first:
            return
        if cut is not item:
            return  # what follows says more of the last one: "LayerNorm with bias terms, unlike others"
        is_first, at = False, joint.end() if joint else len(blank)


_NO_ITEM = frozenset({"RB", "IN", "CC"})
_SIGN = re.compile(r"(?=\w*[A-Z])\w*(?:[A-Z]\w*[A-Z]|[a-z][A-Z]|[A-Za-z]-?\d)\w*")
_NO_NAME = re.compile(r".*(?:[$€£%→]|->)|https?:|\d|see\b|no\b|none\b|not\b", re.IGNORECASE)


def _is_listed(grammar: SentenceReading, span: Span) -> bool:
    """Whether an item is a listed technology, maybe after its maker, or holds a language or technique."""
    written = grammar.document.text[slice(*span)]
    if is_programming_language(written) or not grammar_words("technique").isdisjoint(written.split()):
        return True
    for i in range(*grammar.columns.span(*span) or (0, 0)):
        name = grammar.names.get(i)
        if name is None:
            return False  # "The Great Gatsby" is no Gatsby
        if is_listed(name.text, "product"):
            return True
    return False


def _is_technology(grammar: SentenceReading, span: Span, relation: str, *, is_above: bool) -> bool:
    """Whether an item is written as one: a name, or words of capitals and digits."""
    written = grammar.document.text[slice(*span)]
    words = written.split()
    if not words or len(words) > _MAX_WORDS or _NO_NAME.match(written):
        return False
    if all(word.lower() in _NO_DATA for word in words):
        return False  # "GPU: TBD"
    if relation == "written_in":
        return is_programming_language(written)
    tokens = range(*grammar.columns.span(*span) or (0, 0))
    if any(grammar.is_finite(i) and i not in grammar.names for i in tokens):
        return False
    if tokens and grammar.tags[tokens[0]] in _NO_ITEM and written[:1].islower():
        return False  # "unlike Llama 2", "formerly Llama 2"
    if any(q.kind == "measure" and q.start < span[0] < q.end for q in grammar.sentence.quantities):
        return False  # "300 GB of text"
    names = {grammar.names[i] for i in tokens if i in grammar.names}
    if any(not _may_be_technology(name) for name in names):
        return False
    known = any(name.label == "product" and not name.is_guess for name in names)
    known = known or not grammar_words("technique").isdisjoint(words)
    if is_above:  # a label on a line of its own may stand over anything
        return known or (all(name.label == "product" for name in names) and _SIGN.search(written) is not None)
    if relation == "trained_on" and all(_is_new_name(grammar, i) for i in tokens):
        return True  # "Training data: Slimkestrel"
    is_kind = not names and "technology" in kind_nouns().get(words[-1].lower(), frozenset())
    return (
        known
        or any(name.label != "organization" for name in names)
        or _SIGN.search(written) is not None
        or (is_kind and written[:1].isupper())
    )


def _is_new_name(grammar: SentenceReading, i: int) -> bool:
    is_proper = grammar.words[i][:1].isupper() and grammar.tags[i] == "NNP"
    return is_proper and grammar.lowers[i] not in _NO_DATA and grammar.words[i] not in load_cues("calendar")


def _may_be_technology(name: NameMention) -> bool:
    """Whether a name in an item is one of a technology, or of the maker in front of it: "NVIDIA A100"."""
    return name.label in ("product", "organization") or is_programming_language(name.text)
