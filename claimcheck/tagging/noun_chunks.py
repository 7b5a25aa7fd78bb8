"""Base noun phrases of a Universal Dependencies parse, for `Doc.noun_chunks`.

spaCy's own iterator for English knows the ClearNLP relations (`dobj`, `pobj`, ...) and misses two thirds of
the nouns of a UD tree. Set this one after loading:

    nlp.vocab.get_noun_chunks = noun_chunks
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

from claimcheck.tagging.word_classes import NOMINAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

MEASURE_SIGNS = frozenset({"%", "‰"})

# Relations of words before the head that belong to its base noun phrase, with all their dependents. `case`,
# `cc`, `mark` and `cop` also stand to the left of a UD head, and the phrase starts after them.
BEFORE = frozenset(
    {
        "det",
        "det:predet",
        "det:poss",
        "amod",
        "nummod",
        "compound",
        "flat",
        "nmod",
        "nmod:poss",
        "nmod:desc",
        "nmod:npmod",
        "nmod:unmarked",
        "goeswith",
        "acl",
    }
)

# Relations of words right after the head: "Ada Lovelace", "$ 2 million", "version 3".
AFTER = frozenset({"flat", "flat:foreign", "flat:name", "nummod", "compound", "goeswith", "fixed"})

MARKERS = frozenset({"case", "mark", "cc", "punct"})

# Signs that may stand between two modifiers ("a large, cheap model", "open-source model").
INNER_PUNCTUATION = frozenset(",-–\"'“”‘’/")


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, label) in tokens of the document, left to right, never overlapping.

    The label is the hash of `NP`. Heads are nouns, names, pronouns and the signs for percentages and
    currencies; a noun that modifies another one yields nothing of its own.

    Raises:
        ValueError: the document has no parse.
    """
    doc = doclike.doc
    if not doc.has_annotation("DEP"):
        message = "noun chunks need a dependency parse"
        raise ValueError(message)
    label = doc.vocab.strings.add("NP")
    first, last = (doclike.start, doclike.end) if isinstance(doclike, Span) else (0, len(doclike))
    found = [(_start(word), -_end(word)) for word in doclike if _is_head(word)]
    previous_end = first
    for start, negative_end in sorted(found):
        end = -negative_end
        if start >= previous_end and end <= last:
            previous_end = end
            yield start, end, label


def _is_head(word: Token) -> bool:
    """Whether the word can head a base noun phrase."""
    if word.pos_ in NOMINAL:
        return True
    return word.pos_ == "SYM" and (word.is_currency or word.text in MEASURE_SIGNS)


def _start(head: Token) -> int:
    """Index of the first token of the phrase of `head`."""
    start: int = head.i
    between = False
    for child in reversed(list(head.lefts)):
        if child.right_edge.i + 1 < start and not between:
            break  # crossing branches: keep to what is next to the head
        if child.dep_ in BEFORE:
            start = child.left_edge.i
            between = False
            # A modifier may carry its comma, or a preposition, which starts no phrase.
            while start < head.i and head.doc[start].dep_ in MARKERS:
                between = head.doc[start].dep_ == "punct"
                start += 1
        elif child.dep_ == "advmod" or (child.dep_ == "punct" and child.text in INNER_PUNCTUATION):
            between = True  # inside the phrase only if another modifier stands before it
        else:
            break
    return start


def _end(head: Token) -> int:
    """Index after the last token of the phrase of `head`."""
    end: int = head.i + 1
    for child in head.rights:
        if child.dep_ not in AFTER or child.left_edge.i != end:
            break
        end = child.right_edge.i + 1
    return end
