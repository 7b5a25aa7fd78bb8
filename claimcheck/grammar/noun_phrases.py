"""Noun phrases read off a dependency tree, and the stretches of text they make.

Labels are those of Universal Dependencies (`claimcheck.tagging.schemes` translates others).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import noun_phrases_in
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence

Offsets = tuple[int, int]

NOUN_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
"""Relations of a noun that is the subject of a clause."""

SUBJECTS = NOUN_SUBJECTS | {"csubj"}
"""Relations of the subject of a clause, a clause as subject too."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})

_EDGE = frozenset(" \t\n\r,;:.()[]\"'“”‘’—–-*_")


def case_of(columns: TokenColumns, token: int) -> str | None:
    """The preposition before a noun, in lower case."""
    deps = columns.deps
    return next((columns.lowers[left] for left in columns.lefts(token) if deps[left] == "case"), None)


def stands_beside_clause(columns: TokenColumns, token: int) -> bool:
    """Whether a noun that a tree takes for a subject stands in a phrase beside the clause: "It hit $4,
    according to the bureau, twice what it was". In "with the Post running 3 pieces" the Post is a subject.
    """
    return case_of(columns, token) in _ADJUNCTS or _is_object_of_relative(columns, token)


def _is_object_of_relative(columns: TokenColumns, noun: int) -> bool:
    """Whether a noun stands right behind the verb of a relative clause that tells of the subject itself: the
    ports of "The board that runs the ports began".
    """
    first = noun
    while first > 0 and columns.tags[first - 1] in _PLAIN_OBJECT:
        first -= 1
    verb = first - 1
    if verb <= 0 or columns.deps[verb] != "acl:relcl" or columns.lowers[verb] in _CLAUSAL:
        return False  # "The survey that shows the ports lost 3%"
    subject = columns.heads[verb]
    is_told = columns.heads[subject] == columns.heads[noun] and columns.deps[subject] in NOUN_SUBJECTS
    return is_told or (columns.heads[subject] == subject and columns.deps[columns.heads[noun]] != "ccomp")


_CLAUSAL = WordSet("grammar/taking_clause")
_PLAIN_OBJECT = frozenset("DT PRP$ JJ NN NNS NNP NNPS POS CD $".split())

_ADJUNCTS = WordSet("grammar/adjunct_preposition")
_EDGE_TAGS = frozenset({"ADP", "CCONJ", "DET", "PUNCT", "PART", "SCONJ", "SPACE", "ADV"})


def is_in_adjunct(columns: TokenColumns, head: int, verb: int) -> bool:
    """Whether a noun stands in an adjunct of a clause, other than as the subject of a finite clause in it."""
    token = head
    for _ in range(12):
        above = columns.heads[token]
        if above == token:
            return False
        relation = columns.deps[token]
        if above == verb:
            return relation in ("obl", "nmod", "advcl", "obl:agent", "advmod") and token < verb
        if relation in NOUN_SUBJECTS and columns.deps[above] == "advcl":
            return False
        token = above
    return False


def noun_phrase_until(columns: TokenColumns, start: int, end: int) -> Offsets | None:
    """The stretch without the function words that a cut left at its end."""
    span = columns.doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return None
    last = span.end
    while last > span.start and columns.pos[last - 1] in _EDGE_TAGS:
        last -= 1
    return trim(columns.text, start, columns.ends[last - 1]) if last > span.start else None


def noun_phrase(
    columns: TokenColumns, head: int, before: int | None = None, *, with_modifying_clauses: bool = False
) -> Offsets:
    """The noun phrase of `head`: its subtree, cut before appositions, at `before`, and before relative
    clauses unless they are asked for.
    """
    tokens = _within_phrase(columns, head, before, with_modifying_clauses)
    first = last = head
    while first - 1 in tokens:
        first -= 1
    while last + 1 in tokens:
        last += 1
    while first < last and columns.pos[first] in ("CCONJ", "SPACE"):
        first += 1
    return trim(columns.text, columns.starts[first], columns.ends[last])


_NOT_IN_PHRASE = (
    frozenset(
        {
            "appos",
            "punct",
            "parataxis",
            "cop",
            "case",
            "mark",
            "cc:preconj",
            "discourse",
            "advcl",
            "aux",
            "ccomp",
        }
    )
    | SUBJECTS
)


def _within_phrase(columns: TokenColumns, head: int, before: int | None, with_clauses: bool) -> set[int]:
    children, deps, pos = columns.children, columns.deps, columns.pos
    is_predicate = columns.has_child(head, "cop")
    branches = []
    tokens = {head}
    for child in children[head]:
        if before is not None and (child == before or child > before > head):
            continue
        relation = deps[child]
        is_before = child < head
        if relation == "punct" and is_before and columns.words[child] not in ",;:—–":
            tokens.add(child)  # a hyphen or a quotation mark within the phrase
            continue
        if relation in _NOT_IN_PHRASE or (relation == "acl:relcl" and not with_clauses):
            continue
        if relation in ("obl", "advmod") and (not is_before or is_predicate):
            continue
        if is_before and relation in ("acl", "dep") and pos[child] == "VERB":
            continue  # "Founded in 2009, the maker employs ..."
        if (
            relation == "acl"
            and not is_before
            and "," in map(columns.words.__getitem__, columns.lefts(child))
        ):
            continue  # "the oldest loom in Europe, built in 1587"
        if not is_before and relation.startswith("nmod") and _is_behind_dash(columns, child):
            continue  # "The mill – to everybody's surprise – employs 40"
        if relation == "conj" and (is_predicate or pos[child] not in NOMINAL):
            continue
        if relation == "cc" and is_predicate:
            continue
        branches.append(child)
    for branch in branches:  # grows while it is read: every branch with all that hangs on it
        tokens.add(branch)
        branches.extend(children[branch])
    return tokens


def _is_behind_dash(columns: TokenColumns, noun: int) -> bool:
    """Whether the words that a noun ends begin behind a dash with blanks."""
    dash = next((left for left in columns.lefts(noun) if columns.words[left] in _DASHES), None)
    return dash is not None and columns.ends[dash] < columns.starts[dash + 1]


_DASHES = frozenset({"–", "—", "--"})


def trim(text: str, start: int, end: int) -> Offsets:
    """The stretch without the spaces and marks at its edges; a bracket that opens in it may close it."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        if text[end - 1] in ")]" and text.count("(["[text[end - 1] == "]"], start, end):
            break
        if text[end - 1] == "." and text.count(".", start, end) > 1:  # an abbreviation: "U.S."
            break
        end -= 1
    return start, end


def noun_phrase_after(document: NormalisedDocument, sentence: Sentence, start: int) -> Offsets | None:
    """The noun phrase that begins at `start`, where something in the sentence tells its end."""
    if document.is_parsed:
        ends = (end for first, end in noun_phrases_in(document, sentence) if first <= start < end)
        end = next(ends, None)
        return None if end is None else (start, end)
    words = _PLAIN_PHRASE.match(document.text, start, sentence.end)
    return words.span() if words else None


# Without a parse: up to four words, until a mark or a word that cannot stand within a simple noun phrase
_PLAIN_PHRASE = WordPattern(
    r"(?!(?:<grammar/no_phrase_start>)\b)[\w’'-]+(?: (?!(?:<grammar/no_part_of_phrase>)\b)[\w’'-]+){0,3}",
)

_PROPERTY_BEFORE = re.compile(r"\b((?:[a-z]+ )?[a-z]+) of\s+$")

_BEFORE_PROPERTY = WordPattern(r"(?:<grammar/before_property>) ")


def noun_phrase_before(document: NormalisedDocument, sentence: Sentence, end: int) -> Offsets | None:
    """The property that an amount at `end` is the value of: "accuracy" in "an accuracy of 81%"."""
    match = _PROPERTY_BEFORE.search(document.text, max(sentence.start, end - 60), end)
    if match is None:
        return None
    start, stop = match.span(1)
    opening = _BEFORE_PROPERTY.match(document.text, start, stop)
    return (opening.end() if opening else start), stop
