"""What a sentence asks or tells its reader, and what it supposes of him: it states nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.claims.base import Draft
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument

_ARTICLES = WordSet("common/article")
_QUESTION_ENDS = ("?", '?"', "?”", "?'", "?’", "?)", "?!", "??")


def is_asked(document: NormalisedDocument, draft: Draft) -> bool:
    """Whether the draft stands in a question, which states nothing."""
    sentence = document.sentence_at(draft.start)
    if not document.text.endswith(_QUESTION_ENDS, sentence.start, sentence.end):
        return False
    if draft.end > sentence.end:  # "“Why wait? It is free,” she said": a quotation that goes on to state
        last = document.sentence_at(draft.end - 1)
        if not document.text.endswith(_QUESTION_ENDS, last.start, last.end):
            return False
    mark = (sentence.end - 1, sentence.end)
    return document.rules.refuse("any/question", draft.found_by, draft.start, draft.end, mark)


def is_told(document: NormalisedDocument, draft: Draft) -> bool:
    """Whether the draft stands in an instruction to the reader: "wait for 10 minutes"."""
    columns = columns_of(document)
    if not columns.is_parsed:
        return False
    tags, pos, deps, heads = columns.tags, columns.pos, columns.deps, columns.heads
    order = _order_before(document, draft, columns)
    if order is not None:
        return document.rules.refuse("any/instruction", draft.found_by, draft.start, draft.end, order)
    verb = columns.root_at(draft.start, draft.end)
    if verb is None or (deps[verb] == "appos" and draft.claim_type.is_of_the_thing_itself):
        return False  # "Meet Orbit, a tool for plotting" says what Orbit is
    may_climb = bool(draft.quantities) and not draft.claim_type.is_of_the_thing_itself
    is_known = False
    while heads[verb] != verb and (
        pos[verb] not in ("VERB", "AUX") or (may_climb and not is_known and _is_purpose(columns, verb))
    ):
        is_known = is_known or _is_known(columns, verb)
        verb = heads[verb]
    if tags[verb] != "VB" or deps[verb] not in ("ROOT", "conj", "parataxis"):
        return False
    clause = columns.first_joined(verb)
    has_subject = any(
        deps[child].startswith(("nsubj", "aux", "cop", "mark", "expl"))
        and not (deps[child] == "aux" and tags[child] == "VB")  # "Do not store it"
        for child in columns.children[clause]
    )
    if tags[clause] != "VB" or has_subject:
        return False
    if draft.start <= columns.starts[clause] and _is_language(document, columns, clause):
        return False  # "Languages of the code: Python 60%, Go 30%"
    if _is_noun_before_amount(columns, clause) or _is_behind_a_subject(document, draft, columns, clause):
        return False
    words = (columns.starts[clause], columns.ends[clause])
    return document.rules.refuse("any/instruction", draft.found_by, draft.start, draft.end, words)


def _is_language(document: NormalisedDocument, columns: TokenColumns, verb: int) -> bool:
    """Whether what was taken for a verb is the name of a language."""
    start = columns.starts[verb]
    names = document.sentence_at(start).names
    return any(name.label == "language" and name.start == start for name in names)


_IF = WordSet("claims/supposing")
_READER = WordSet("ranking/reader")


def is_supposed(document: NormalisedDocument, draft: Draft) -> bool:
    """Whether the draft stands in what the reader may do: "if you take more than 80 mg, call a doctor"."""
    columns = columns_of(document)
    verb = columns.root_at(draft.start, draft.end) if columns.is_parsed else None
    if verb is None:
        return False
    tags, deps, heads = columns.tags, columns.deps, columns.heads
    while heads[verb] != verb and deps[verb] != "advcl":
        if _is_known(columns, verb):
            return False
        verb = heads[verb]
    children = columns.children[verb]
    if deps[verb] != "advcl" or not any(columns.lowers[child] in _IF for child in children):
        return False
    reader = next((c for c in children if deps[c].startswith("nsubj") and columns.lowers[c] in _READER), None)
    if reader is None or tags[reader] != "PRP":
        return False
    words = (columns.starts[reader], columns.ends[reader])
    return document.rules.refuse("any/supposed-of-the-reader", draft.found_by, draft.start, draft.end, words)


_STATED = frozenset({"acl:relcl", "appos", "parataxis"})
_DEFINITE = WordSet("common/definite")
_KNOWING = WordSet("claims/knowing")


_LEARNING = WordSet("claims/learning")


def _is_known(columns: TokenColumns, token: int) -> bool:
    """Whether what hangs on a word is true whatever the reader does.

    So are relative clauses and appositions ("If you visit Bath, a city of 94,000 people"), what he knows ("if
    you know that 40% smoke") and what a relative clause makes known ("one of the 40 states that banned it").
    """
    if columns.deps[token] in _STATED:
        return True
    if columns.deps[token] == "ccomp" and columns.lowers[columns.heads[token]] in _KNOWING:
        return True
    is_definite = any(columns.lowers[child] in _DEFINITE for child in columns.lefts(token))
    return is_definite and any(columns.deps[child] == "acl:relcl" for child in columns.rights(token))


def _is_purpose(columns: TokenColumns, verb: int) -> bool:
    """Whether a verb says what something is done for: "Use it to make a table of 400 rows"."""
    learns = columns.lowers[verb] in _LEARNING or columns.lowers[verb] in _KNOWING
    if learns and verb + 1 < len(columns.lowers) and columns.lowers[verb + 1] in ("that", "how", "why"):
        return False  # "Read it to see that 40% of adults smoke"
    return (
        columns.tags[verb] == "VB"
        and columns.deps[verb] in ("advcl", "xcomp")
        and any(columns.tags[child] == "TO" for child in columns.children[verb])
    )


_ORDERS = WordSet("claims/order")
_BEHIND_ORDERS = WordSet("claims/behind_order")


def _order_before(
    document: NormalisedDocument, draft: Draft, columns: TokenColumns
) -> tuple[int, int] | None:
    """The order that opens a sentence where a tagger has a noun: "Bake for 25 minutes"."""
    sentence = document.sentence_at(draft.start)
    first = columns.token_at(sentence.start)
    is_measure = any(quantity.kind == "measure" for quantity in draft.quantities)
    if not is_measure or ":" in document.text[sentence.start : draft.start]:
        return None  # "Cook for America, a charity with 40 staff"
    if first is None or columns.lowers[first] not in _ORDERS or first + 1 >= sentence.span.end:
        return None
    following = columns.tags[first + 1] == "CD" or columns.lowers[first + 1] in _BEHIND_ORDERS
    tells = any(columns.tags[word] in _TELLING for word in range(first, sentence.span.end))
    return (columns.starts[first], columns.ends[first]) if following and not tells else None


_TELLING = frozenset({"VBD", "VBZ", "MD"})
"""Tags of verbs that no order holds, but a sentence about "roast for four" does."""
_COUNTED_FROM = frozenset({"DT", "PRP$", "JJ", "CD", "NN", "NNP", "NNS", "POS"})


def _is_behind_a_subject(
    document: NormalisedDocument, draft: Draft, columns: TokenColumns, clause: int
) -> bool:
    """Whether a sentence begins with an article, as no order does: "The lowest-paid, some 140, get £1.15"."""
    sentence = document.sentence_at(draft.start)
    first = columns.token_at(sentence.start)
    if first is None or columns.lowers[first] not in _ARTICLES or first >= clause:
        return False
    return not any(mark in document.text[sentence.start : columns.starts[clause]] for mark in ":;–—")


def _is_noun_before_amount(columns: TokenColumns, clause: int) -> bool:
    """Whether what looks like an order is the noun of a phrase: "In the phonics check 83 per cent passed"."""
    is_before_amount = clause + 1 < len(columns.tags) and columns.tags[clause + 1] == "CD"
    return is_before_amount and clause > 0 and columns.tags[clause - 1] in _COUNTED_FROM
