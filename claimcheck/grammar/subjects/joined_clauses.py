"""The subject of a clause joined to one that ends with a share or a sum: "Profits fell 3% and costs rose".

A share and a thing are never the subject of one verb together, though trees often say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import IN_PHRASE, TIME_WORDS
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.tagging.penn_tags import FINITE_OR_PARTICIPLE, NOUN_TAGS

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_JOINT = WordPattern(
    r"(?: (?:in|on|at) [A-Z][a-z]+| (?:last|this) [a-z]+)?,? (?:<grammar/parallel_joint>|as) "
)


def subject_behind_amount(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """The plain phrase between a joint behind an amount and a verb or particle at a place: the costs of
    "Profits fell 3% and costs | rose 2%".
    """
    amount = next((q for q in reversed(sentence.quantities) if q.end <= start), None)
    if amount is None or amount.kind not in _AMOUNTS or not _ends_clause(columns, amount):
        return None
    joint = _JOINT.match(columns.text, amount.end, start)
    span = None if joint is None or joint.end() >= start else columns.span(joint.end(), start)
    if span is None:
        return None
    first, last = span
    while last > first and columns.tags[last - 1] in _VERB_GROUP:
        last -= 1
    if last == first:
        last += is_noun_read_as_verb(columns, first, amount)
    elif columns.tags[last - 1] not in NOUN_TAGS or not _is_plain(columns, first, last):
        return None
    phrase = columns.starts[first], columns.ends[last - 1]
    is_time = any(date.start < phrase[1] and phrase[0] < date.end for date in sentence.dates)
    return None if last == first or is_time or columns.lowers[last - 1] in TIME_WORDS else phrase


def is_noun_read_as_verb(columns: TokenColumns, noun: int, earlier: Quantity) -> bool:
    """Whether a tagger took a noun for a verb of the present, where the verb of an earlier amount tells of
    the past: the rents of "Prices fell 4% and rents 2%".
    """
    verb = columns.token_at(earlier.start)
    if verb is None or columns.tags[noun] != "VBZ" or columns.pos[noun] == "AUX":
        return False
    while verb > 0 and columns.tags[verb] not in FINITE_OR_PARTICIPLE and not columns.doc[verb].is_sent_start:
        verb -= 1
    return columns.tags[verb] in ("VBD", "VBN") and not columns.has_child(verb, "aux")


def _ends_clause(columns: TokenColumns, amount: Quantity) -> bool:
    """Whether an amount stands behind a verb, as no part of a phrase: not "the top 1%", "3% of men"."""
    first = columns.token_at(amount.start)
    if first is None or first == 0 or " of " in columns.text[amount.number_start : amount.end]:
        return False
    return columns.tags[first - 1] in _BEFORE_AMOUNT


def _is_plain(columns: TokenColumns, first: int, last: int) -> bool:
    return columns.tags[first] != "IN" and all(columns.tags[i] in _PLAIN for i in range(first, last))


_AMOUNTS = frozenset({"percent", "money"})
_VERB_GROUP = FINITE_OR_PARTICIPLE | {"RB"}
_BEFORE_AMOUNT = FINITE_OR_PARTICIPLE | {"VBG", "VB", "RB", "RP", "IN", "TO"}
_PLAIN = (IN_PHRASE | {"IN"}) - {"CD"}
