"""What a card or a list of features says of a thing behind a label: "Tokenizer: GPT-NeoX".

A label stands before a colon, or alone over a line or a list that holds nothing but names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.constructions.sides import is_listed, is_programming_language
from claimcheck.grammar.phrases import kind_nouns
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet, grammar_words
from claimcheck.names.lists import load_cues
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions import SentenceReading
    from claimcheck.mentions import NormalisedDocument
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
    before = _label_before(grammar)
    if before is not None:
        label, start = before
        yield from _items(grammar, label, start, is_above=False)
        return
    label = _label_above(grammar)
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
    start, end = max(0, grammar.sentence.start - _MAX_ABOVE), grammar.sentence.end + _MAX_ABOVE
    labels = (line[1].lower() for line in _OPENING.finditer(grammar.document.text, start, end))
    return not _labels_of_cards().isdisjoint(labels)


# Where a label stands

_BULLET = r"[ \t]*(?:[-*•+–][ \t]+)?"
_LABEL = re.compile(
    rf"""(?:\|[ ]*)?{_BULLET}(?:\*\*|__)?(?P<label>[A-Za-z][A-Za-z\ -]{{2,28}}?)(?:\*\*|__)?
         (?:[ ]?:(?:\*\*|__)? | [ ]+\|[ ](?=[^|\n]+\|?[ ]*$)
           | \t(?=[^\t\n]+$))""",  # a row of a table with two cells
    re.MULTILINE | re.VERBOSE,
)
_BEHIND_LABELS = (":", " | ", "\t")
_MAX_LABEL = 40  # characters, with a bullet and marks of bold letters


def _label_before(grammar: SentenceReading) -> tuple[str, int] | None:
    """The label that opens the line, in lower case, and where its items start."""
    text, start = grammar.document.text, grammar.sentence.start
    end = start + _MAX_LABEL
    if all(text.find(mark, start, end) < 0 for mark in _BEHIND_LABELS):
        return None
    label = _LABEL.match(text, start, grammar.sentence.end)
    if label is None or text[:start].rstrip(" \t*_-•+–")[-1:] not in ("", "\n", "|"):
        return None
    written = label["label"].lower()
    return (written, label.end()) if written in _relations() else None


_MAX_LINE = 120
_MAX_ITEMS_ABOVE = 6
_ENDS = (".", "!", "?", ":")


def _label_above(grammar: SentenceReading) -> str:
    """The label over a line of names, or over the list that the line is an item of; in lower case."""
    text, (start, end) = grammar.document.text, (grammar.sentence.start, grammar.sentence.end)
    if (
        text[end : end + 1] not in ("", "\n")
        or end - start > _MAX_LINE
        or text[end - 1] in _ENDS
        or start == 0
    ):
        return ""
    line_start = text.rfind("\n", 0, start) + 1
    if text[line_start:start].strip(" \t-*•+–"):
        return ""
    is_item = _is_item(text[line_start:end])
    for _ in range(_MAX_ITEMS_ABOVE):
        line_start, line_end = _line_above(text, line_start)
        line = text[line_start:line_end]
        label = line.strip(" \t-*•+–#_")
        written = label.removesuffix(":").lower()
        if written in _relations() and (not is_item or label.endswith(":") or not _is_item(line)):
            return written
        if not is_item or label.endswith(":") or not _is_item(line):
            return ""
    return ""


def _line_above(text: str, end: int) -> Span:
    """The last line above a place that is not empty; the text before it, which may be long, is not copied."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return text.rfind("\n", 0, end) + 1, end


_ITEM = re.compile(r"[ \t]*[-*•+–][ \t]")


def _is_item(line: str) -> bool:
    return _ITEM.match(line) is not None


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
    thing = _thing_above(grammar.document, grammar.sentence.start)
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


# What it is said of

_MAX_ABOVE = 3000  # characters from a label up to the title of its thing
_MAX_TITLE_WORDS = 6
_BETWEEN_CELLS = (":", "|", "\t")


def _is_under_label(text: str, line_start: int) -> bool:
    """Whether a line is what a label over it gives: "Nvidia A100" under "Hardware"."""
    return text[slice(*_line_above(text, line_start))].strip(_MARKS + "-•+–#").lower() in _relations()


def _thing_above(document: NormalisedDocument, start: int) -> Span | None:
    """The product in the nearest heading above: a short line with little beside its name."""
    text, end = document.text, start
    floor = max(0, start - _MAX_ABOVE)
    names = [name for name in document.names() if name.label == "product" and name.end <= start]
    while names and end > floor:
        line_start, end = _line_above(text, end)
        line = text[line_start:end]
        words = line.split()
        while names and names[-1].start >= end:
            names.pop()
        name = names[-1] if names else None
        is_title = len(words) <= _MAX_TITLE_WORDS and not line.endswith(_ENDS) and not _is_item(line)
        is_title = is_title and len(words) > 0 and not any(mark in line for mark in _BETWEEN_CELLS)
        if (
            is_title
            and name is not None
            and name.start >= line_start
            and not _is_under_label(text, line_start)
        ):
            return name.start, name.end
        end = line_start
    return None
