"""Which noun phrase a claim is about.

With a dependency parse the answer is syntactic: the subject of the clause that the claim's words belong to,
or the noun they modify. Without one it is the nearest name or pronoun before the claim. Dependency labels
are those of Universal Dependencies (`claimcheck.tagging.schemes` translates others).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from claimcheck.normalising.document import NormalisedDocument, Sentence

Offsets = tuple[int, int]

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_NOUN_MODIFIERS = frozenset(
    {"nmod", "nmod:of", "appos", "nummod", "amod", "compound", "nmod:npmod", "acl", "dep"}
)
_RELATIVE_CLAUSES = frozenset({"acl:relcl", "acl"})
_RELATIVE_PRONOUNS = frozenset({"which", "that", "who", "whom"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
_EDGE = frozenset(" \t\n\r,;:.()[]\"'“”‘’—–-*_")


def find_subject(
    document: NormalisedDocument, sentence: Sentence, start: int, end: int, *, names_things: bool = False
) -> Offsets | None:
    """The noun phrase that the words from `start` to `end` say something about, or None.

    `names_things` says that the words are themselves a noun phrase for the things that are spoken of ("67
    million shares"), so that they are their own subject where they only complete another noun.
    """
    restated = _restated_before(document.text, sentence, start)
    if restated is not None:
        return find_subject(document, sentence, *restated)
    if document.is_parsed:
        span = document.doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            found = _syntactic_subject(span, start, end, names_things=names_things)
            if found is not None and found[0] < found[1] and not _is_amount(sentence, found):
                return found
    nearest = _nearest_before(sentence, start)
    return (start, end) if nearest is None and names_things else nearest


def _is_amount(sentence: Sentence, phrase: Offsets) -> bool:
    """Whether a phrase is nothing but an amount, which a misread tree may offer as a subject."""
    start, end = phrase
    return any(
        quantity.kind not in ("count", "ordinal") and quantity.start <= start and end <= quantity.end
        for quantity in sentence.quantities
    )


_OPENED = re.compile(r"\s*[(\[]\s*$")


def _restated_before(text: str, sentence: Sentence, start: int) -> Offsets | None:
    """The quantity that one in brackets only restates: "1100 ft" before "(335 m)"."""
    for quantity in sentence.quantities:
        if quantity.end < start and _OPENED.fullmatch(text, quantity.end, start):
            return quantity.start, quantity.end
    return None


def _syntactic_subject(span: Span, start: int, end: int, *, names_things: bool) -> Offsets | None:
    token = span.root
    partitive = _partitive(span, end)
    if partitive is not None:
        return partitive
    for _ in range(len(token.doc)):  # a tree: the walk ends at its root
        subject = _own_subject(token, start, end)
        if subject is not None:
            return subject
        head = token.head
        if head == token:
            return None
        relation = token.dep_
        if relation in _RELATIVE_CLAUSES and head.pos_ in _NOMINAL:
            return noun_phrase(head, before=token)
        if relation in _SUBJECTS:
            return _predicate_noun(head) or noun_phrase(token)
        if relation == "xcomp":  # "expect sales to grow": the object of the governor is the subject
            governed = next(
                (child for child in head.rights if child.dep_ == "obj" and child.i < token.i), None
            )
            if governed is not None:
                return noun_phrase(governed, before=token)
        if (relation in _NOUN_MODIFIERS or relation.startswith("nmod")) and head.pos_ in _NOMINAL:
            if names_things and token == span.root and relation.startswith("nmod"):
                return noun_phrase(token)
            modified = _modified_noun(token, head, start, end)
            if modified is not None:
                return modified
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


def _predicate_noun(token: Token) -> Offsets | None:
    """What a nominal predicate names: "Lifetimes" where "the most challenging concept" is the subject."""
    is_predicate = token.pos_ in ("NOUN", "PROPN") and any(child.dep_ == "cop" for child in token.children)
    return noun_phrase(token) if is_predicate else None


def _partitive(span: Span, end: int) -> Offsets | None:
    """The population of a share that is itself the subject: "the users" in "a quarter of the users agree",
    and what money is spent on or comes from: "$9 billion of expenditures", "$2 million for the purchase".
    """
    root = span.root
    is_money = any(token.tag_ == "$" or token.is_currency for token in span)
    if is_money:
        of = _OF_WHAT.match(text_of(root.doc), end, root.sent.end_char)
        spent_on = root.doc.char_span(of.end(), of.end() + 1, alignment_mode="expand") if of else None
        if spent_on is not None:
            noun = _noun_from(spent_on[0])
            return noun_phrase(noun) if noun is not None else None
    is_subject = root.dep_ in _SUBJECTS
    if not (is_money or is_subject):
        return None
    for child in root.rights:
        if not child.dep_.startswith("nmod") or child.pos_ not in ("NOUN", "PROPN", "PRON"):
            continue
        case = next((left.lower_ for left in child.lefts if left.dep_ == "case"), None)
        if (case == "of" and (is_money or is_subject)) or (case == "for" and is_money and child.idx >= end):
            return noun_phrase(child)
    return None


_OF_WHAT = re.compile(r"\s+of\s+(?=\w)")


def _noun_from(token: Token) -> Token | None:
    """The head of the noun phrase that begins with `token`: the first noun that no noun follows."""
    for follower in token.doc[token.i : token.sent.end]:
        is_noun = follower.pos_ in ("NOUN", "PROPN", "PRON")
        if is_noun and (follower.i + 1 >= len(token.doc) or follower.nbor().pos_ not in ("NOUN", "PROPN")):
            return follower
        if not is_noun and follower.pos_ not in ("DET", "ADJ", "NUM", "ADV", "PUNCT", "VERB"):
            return None
    return None


# Nouns that only say how an amount was reckoned: the amount is said of what they are reckoned for.
_RECKONING = frozenset(
    {"average", "total", "sum", "amount", "maximum", "minimum", "median", "mean", "record"}
)


def _modified_noun(token: Token, head: Token, start: int, end: int) -> Offsets | None:
    """The subject where the claim modifies a noun: what that noun is said of, else the noun itself without
    the claim's words. None where the noun only names the scale of an adjunct ("at an elevation of 300 m").
    """
    subject = _own_subject(head, start, end)
    if subject is not None:
        return subject
    case = next((child.lower_ for child in head.lefts if child.dep_ == "case"), None)
    if (head.dep_ == "obl" and case in ("at", "with")) or head.lower_ in _RECKONING:
        return None
    if start <= head.idx < end:
        return noun_phrase(token)
    if head.i > token.i:  # "9th gen Core processors": what follows the claim's words
        first, last = noun_phrase(head)
        return trim(text_of(head.doc), end, last) if first <= start < last and end < last else (first, last)
    first, last = noun_phrase(head, before=token)
    return noun_phrase_until(head.doc, first, min(last, start)) if first < start else (first, last)


_EDGE_TAGS = frozenset({"ADP", "CCONJ", "DET", "PUNCT", "PART", "SCONJ", "SPACE", "ADV"})


def noun_phrase_until(doc: Doc, start: int, end: int) -> Offsets | None:
    """The stretch without the function words that a cut left at its end."""
    span = doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return None
    last = len(span)
    while last > 0 and span[last - 1].pos_ in _EDGE_TAGS:
        last -= 1
    return trim(text_of(doc), start, span[:last].end_char) if last else None


def noun_phrase(head: Token, before: Token | None = None, *, with_modifying_clauses: bool = False) -> Offsets:
    """The noun phrase of `head`: its subtree, cut before appositions, at `before`, and before relative
    clauses unless they are asked for.
    """
    tokens = sorted(_within_phrase(head, before, with_modifying_clauses), key=lambda token: token.i)
    position = tokens.index(head)
    first = last = position
    while first > 0 and tokens[first - 1].i == tokens[first].i - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i == tokens[last].i + 1:
        last += 1
    while first < last and tokens[first].pos_ in ("CCONJ", "SPACE"):
        first += 1
    end = tokens[last]
    return trim(text_of(head.doc), tokens[first].idx, end.idx + len(end))


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
    | _SUBJECTS
)


def _within_phrase(head: Token, before: Token | None, with_clauses: bool) -> list[Token]:
    is_predicate = any(child.dep_ == "cop" for child in head.children)
    tokens = [head]
    for child in head.children:
        if before is not None and (child == before or child.i > before.i > head.i):
            continue
        relation = child.dep_
        if relation == "punct" and child.i < head.i and child.text not in ",;:—–":
            tokens.append(child)  # a hyphen or a quotation mark within the phrase
            continue
        if relation in _NOT_IN_PHRASE or (relation == "acl:relcl" and not with_clauses):
            continue
        if relation in ("obl", "advmod") and (child.i > head.i or is_predicate):
            continue
        if child.i < head.i and child.pos_ == "VERB" and relation in ("acl", "dep"):
            continue  # "Founded in 2009, the maker employs ..."
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
    text = text_of(sentence.span.doc)
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
    r"(?: (?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|do|does|did|said|say|says"
    r"|in|on|at|by|for|to|from|with|of|and|or|but|than|as|who|which|that|when|while|after|before|since|if|because|not)\b)"
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
