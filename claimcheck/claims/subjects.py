"""Which noun phrase a claim is about.

With a dependency parse the answer is syntactic: the subject of the clause that the claim's words belong to,
or the noun they modify. Without one, the nearest name or pronoun before the claim is taken, and nothing if there
is none. Dependency labels are Universal Dependencies' (`claimcheck.tagging.schemes` translates others).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claimcheck.normalising.document import NormalisedDocument, Sentence

Offsets = tuple[int, int]

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_NOUN_MODIFIERS = frozenset(
    {"nmod", "nmod:of", "appos", "nummod", "amod", "compound", "nmod:npmod", "acl", "dep"}
)
_RELATIVE_CLAUSES = frozenset({"acl:relcl", "acl"})
_RELATIVE_PRONOUNS = frozenset({"which", "that", "who", "whom"})
_TO_THE_GOVERNOR = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis", "advcl:relcl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
_EDGE = frozenset(" \t\n\r,;:.()[]\"'“”‘’—–-*_")


def find_subject(document: NormalisedDocument, sentence: Sentence, start: int, end: int) -> Offsets | None:
    """The noun phrase that the words from `start` to `end` say something about, or None."""
    if document.is_parsed:
        span = document.doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            found = _syntactic_subject(span, start, end)
            if found is not None:
                return found
    return _nearest_before(sentence, start)


def _syntactic_subject(span: Span, start: int, end: int) -> Offsets | None:
    token = span.root
    for _ in range(len(token.doc)):  # a tree: the walk ends at its root
        subject = _own_subject(token, start, end)
        if subject is not None:
            return subject
        head = token.head
        if head is token:
            return None
        relation = token.dep_
        if relation in _RELATIVE_CLAUSES and head.pos_ in _NOMINAL:
            return noun_phrase(head, before=token)
        if relation in _SUBJECTS or (relation in _NOUN_MODIFIERS and head.pos_ in _NOMINAL):
            return _modified_noun(token, head, span, start, end)
        token = head
    return None


def _own_subject(token: Token, start: int, end: int) -> Offsets | None:
    """The subject that `token` itself governs, outside the claim's words."""
    for child in token.lefts:
        if child.dep_ not in _SUBJECTS or start <= child.idx < end:
            continue
        if child.lower_ in _RELATIVE_PRONOUNS and token.dep_ in _RELATIVE_CLAUSES:
            return noun_phrase(token.head, before=token)
        return noun_phrase(child)
    return None


def _modified_noun(token: Token, head: Token, span: Span, start: int, end: int) -> Offsets | None:
    """The subject where the claim is, or modifies, a noun phrase: that phrase without the claim's words."""
    if token.dep_ in _SUBJECTS:
        return noun_phrase(token)
    return noun_phrase(head, before=token) if not start <= head.idx < end else noun_phrase(span.root)


def noun_phrase(
    head: Token, before: Token | None = None, *, with_modifying_clauses: bool = False
) -> Offsets:
    """The noun phrase of `head`: its subtree, cut before appositions, at `before`, and before relative clauses
    unless they are asked for.
    """
    tokens = sorted(_within_phrase(head, before, with_modifying_clauses), key=lambda token: token.i)
    position = tokens.index(head)
    first = last = position
    while first > 0 and tokens[first - 1].i == tokens[first].i - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i == tokens[last].i + 1:
        last += 1
    end = tokens[last]
    return trim(head.doc.text, tokens[first].idx, end.idx + len(end))


_NOT_IN_PHRASE = frozenset(
    {"appos", "punct", "parataxis", "cop", "case", "mark", "cc:preconj", "discourse", "advcl", "aux", "ccomp"}
) | _SUBJECTS


def _within_phrase(head: Token, before: Token | None, with_clauses: bool) -> list[Token]:
    is_predicate = any(child.dep_ == "cop" for child in head.children)
    tokens = [head]
    for child in head.children:
        if before is not None and (child is before or child.i > before.i > head.i):
            continue
        relation = child.dep_
        if relation == "punct" and child.i < head.i and child.text not in ",;:—–":
            tokens.append(child)  # a hyphen or a quotation mark within the phrase
            continue
        if relation in _NOT_IN_PHRASE or (relation == "acl:relcl" and not with_clauses):
            continue
        if relation in ("obl", "advmod") and (child.i > head.i or is_predicate):
            continue
        if relation == "conj" and (child.pos_ not in _NOMINAL or is_predicate):
            continue
        if relation == "cc" and is_predicate:
            continue
        tokens.extend(child.subtree)
    return tokens


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


_PRONOUN = re.compile(r"\b(?:it|they|he|she|we|I|this|these)\b", re.IGNORECASE)


def _nearest_before(sentence: Sentence, start: int) -> Offsets | None:
    """Without a parse: the last name or pronoun of the sentence before the claim, else its first name."""
    before = [name for name in sentence.names if name.end <= start and name.label != "language"]
    if before:
        return before[-1].start, before[-1].end
    text = sentence.span.doc.text
    pronoun = _PRONOUN.search(text, sentence.start, start)
    if pronoun:
        return pronoun.span()
    after = [name for name in sentence.names if name.start >= start and name.label != "language"]
    return (after[0].start, after[0].end) if after else None


def resolve_subject(document: NormalisedDocument, subject: Offsets) -> str | None:
    """The name that a subject stands for: itself, unless it needs an antecedent to be understood."""
    text = document.text[slice(*subject)]
    return None if needs_antecedent(text) else text


_ANAPHORIC = re.compile(
    r"(?:it|they|he|she|we|i|you|this|these|that|those|them|him|her|us|one|which|who)$"
    r"|(?:this|these|those|that|its|their|his|her|our|my|your)\s",
    re.IGNORECASE,
)


def needs_antecedent(text: str) -> bool:
    """Whether a noun phrase points back at something the text named before: "it", "this model"."""
    return _ANAPHORIC.match(text) is not None


def noun_phrase_after(document: NormalisedDocument, sentence: Sentence, start: int) -> Offsets | None:
    """The noun phrase that begins at `start`, where something in the sentence tells its end."""
    if document.is_parsed:
        for chunk in sentence.span.noun_chunks:
            if chunk.start_char <= start < chunk.end_char:
                return start, chunk.end_char
        return None
    words = _PLAIN_PHRASE.match(document.text, start, sentence.end)
    return words.span() if words else None


# Without a parse: up to four words, until a mark or a word that cannot stand within a simple noun phrase
_PLAIN_PHRASE = re.compile(
    r"(?!(?:it|them|which|whom|that)\b)[\w’'-]+"
    r"(?: (?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|do|does|did|said|say|says|in|on|at|by"
    r"|for|to|from|with|of|and|or|but|than|as|who|which|that|when|while|after|before|since|if|because|not)\b)"
    r"[\w’'-]+){0,3}"
)
_PROPERTY_BEFORE = re.compile(r"\b((?:[a-z]+ )?[a-z]+) of\s+$")
_ARTICLE = re.compile(r"(?:an?|the|its|their|with|at|by|to|about|over) ")


def noun_phrase_before(document: NormalisedDocument, sentence: Sentence, end: int) -> Offsets | None:
    """The property that an amount at `end` is the value of: "accuracy" in "an accuracy of 81%"."""
    match = _PROPERTY_BEFORE.search(document.text, max(sentence.start, end - 60), end)
    if match is None:
        return None
    start, stop = match.span(1)
    article = _ARTICLE.match(document.text, start, stop)
    return (article.end() if article else start), stop
