"""What "this", "that" and "it" mean that an amount is said of: a measure, and no name.

"Net borrowing was £11 billion. This was £2 billion more than in May": said of net borrowing, the subject of
the amount before. "We had 900 answers. That is 4% of all users": said of the answers. The pronoun stands at
the start of its sentence and a verb of being or comparing follows; the sentence before it, in the same
paragraph, says one amount of one thing. Otherwise nothing is taken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_SAYING = WordPattern(
    r"(?:\s+(?:<grammar/said_of_amount>)|['’]s)\b(?! (?:<grammar/no_amount_follows>)\b)", re.IGNORECASE
)
_LEAD = re.compile(r"[\s\"“'‘*_-]*(?:[\w][^,;:\n]{1,40},? )?")
_LEVEL = WordPattern(r"\b(?:<grammar/extreme_level>)\b", re.IGNORECASE)
_OWN_AMOUNT = WordPattern(
    r"\s+(?:<grammar/amount_verb>)\s+(?:(?:<grammar/before_amount>)\s+)*$", re.IGNORECASE
)
_SCALED = WordPattern(r"[\s-]*(?:<grammar/after_scaled>)\b", re.IGNORECASE)
_MEASURING = WordPattern(r"(?:(?:<grammar/before_amount>)\s+|[(,]\s*)*$", re.IGNORECASE)
_PRONOUNS = WordSet("grammar/pointing_subject")
_MEASURED = frozenset({"money", "percent", "percentage_point", "measure", "count", "number"})
_LONGEST_GAP = 40


def pointed_amount(document: NormalisedDocument, start: int, end: int) -> Offsets | None:
    """The phrase that a bare "this" or "that" means which an amount, a change or a level is said of."""
    sentence = document.sentence_at(start)
    saying = _SAYING.match(document.text, end, sentence.end)
    if saying is None:
        return None
    if _LEAD.fullmatch(document.text, sentence.start, start) is None:
        return None
    before = _sentence_before(document, sentence)
    if before is None:
        return None
    measured = _measured(document, before)
    is_amount = any(quantity.start > end and quantity.kind in _MEASURED for quantity in sentence.quantities)
    following = next((quantity for quantity in sentence.quantities if quantity.start > end), None)
    is_share = following is not None and _MEASURING.fullmatch(
        document.text[saying.end() : following.start].lstrip()
    )
    if measured is not None:
        is_of_others = following is not None and following.kind == "count" and not is_share
        if is_amount and not is_of_others:  # not "That was a relief for the 40 members"
            return measured
        return measured if _LEVEL.search(document.text, end, sentence.end) else None
    return _counted(document, before) if is_amount and is_share else None


def amount_of_it(document: NormalisedDocument, start: int, end: int) -> Offsets | None:
    """The measure that "it" means in "This was more than last year, when it was $7 million".

    Raises:
        LookupError: nothing here says that "it" is an amount; it may be anything.
    """
    sentence = document.sentence_at(start)
    own = next((quantity for quantity in sentence.quantities if quantity.start >= end), None)
    if own is None or own.kind not in ("money", "percent"):
        raise LookupError
    if _OWN_AMOUNT.fullmatch(document.text, end, own.start) is None:
        raise LookupError
    if _SCALED.match(document.text, own.end, sentence.end):
        raise LookupError
    measured = _measured(document, sentence, start)
    if measured is not None:
        return measured
    before = _sentence_before(document, sentence)
    pointing = _THIS.match(document.text, sentence.start, start)
    if pointing is not None:
        return pointed_amount(document, *pointing.span(1))
    return None if before is None else _measured(document, before)


_THIS = re.compile(r"\W{0,2}(This|That)\b")


def _sentence_before(document: NormalisedDocument, sentence: Sentence) -> Sentence | None:
    """The sentence before in the same paragraph."""
    before = document.sentence_at(sentence.start - 1) if sentence.start > 0 else sentence
    if before is sentence or "\n" in document.text[before.end : sentence.start]:
        return None
    return before


def _measured(document: NormalisedDocument, sentence: Sentence, until: int | None = None) -> Offsets | None:
    """The subject of an amount that a verb of being or changing gives it: "Sales rose to $4 million"."""
    text, columns = document.text, columns_of(document)
    last = sentence.end if until is None else until
    for quantity in sentence.quantities:
        if quantity.kind not in _MEASURED or quantity.end > last:
            continue
        verb = _verb_before(document, sentence, quantity)
        if verb is None or _is_done_to_counted(document, quantity, verb):
            continue
        subject = find_subject(document, sentence, quantity.start, quantity.end)
        if subject is None or subject[1] > columns.starts[verb] or subject[0] < sentence.start:
            return None
        if _is_in_bracket(text, sentence.start, subject[0]):
            return None
        words = text[slice(*subject)].lower()
        if words.split(" ", 1)[0] in _PRONOUNS or _is_somebody(sentence, subject):
            return None
        return _without_date(sentence, subject)
    return None


def _is_done_to_counted(document: NormalisedDocument, quantity: Quantity, verb: int) -> bool:
    """Whether a verb of change says what somebody did with counted things: "The firm cut 300 jobs"."""
    columns = columns_of(document)
    is_next = not document.text[columns.ends[verb] : quantity.start].strip()
    return is_next and quantity.of is not None and columns.lowers[verb] not in _AMOUNT_VERBS


_AMOUNT_VERBS = WordSet("grammar/amount_verb")


def _is_in_bracket(text: str, start: int, end: int) -> bool:
    return text.count("(", start, end) > text.count(")", start, end)


def _without_date(sentence: Sentence, subject: Offsets) -> Offsets:
    """A measure without the time it was of, which is another one where "it" is the same: "Sales in May"."""
    for date in sentence.dates:
        if subject[0] < date.phrase_start - 1 and date.end == subject[1]:
            return subject[0], date.phrase_start - 1
    return subject


def _verb_before(document: NormalisedDocument, sentence: Sentence, quantity: Quantity) -> int | None:
    """The verb of being or changing right before an amount, but for words of approximation."""
    columns = columns_of(document)
    span = columns.span(max(sentence.start, quantity.start - _LONGEST_GAP), quantity.start)
    if span is None:
        return None
    forms = _amount_verbs()
    for token in range(span[1] - 1, span[0] - 1, -1):
        if columns.lowers[token] in forms and columns.tags[token] in _VERB_TAGS:
            gap = document.text[columns.ends[token] : quantity.start].lstrip()
            return token if _MEASURING.fullmatch(gap) else None
    return None


_VERB_TAGS = FINITE | {"VBN", "VB"}


@per_lexicon
def _amount_verbs() -> frozenset[str]:
    """Verbs that say what an amount is or how it changed: "was", "totalled", "rose"."""
    changing = (row["forms"] for row in load_rows("en/change_words.csv") if "verb" in row["class"])
    return frozenset(_AMOUNT_VERBS).union(*(forms.split("|") for forms in changing))


def _is_somebody(sentence: Sentence, subject: Offsets) -> bool:
    """Whether a subject is but the name of somebody or a place, which no amount is."""
    return any((name.start, name.end) == subject and name.label in _NO_MEASURES for name in sentence.names)


_NO_MEASURES = frozenset({"person", "place", "organization"})


def _counted(document: NormalisedDocument, sentence: Sentence) -> Offsets | None:
    """The only things that a sentence counts, with their number, or its only sum: "7,718 residents"."""
    text = document.text
    counts = [
        q
        for q in sentence.quantities
        if q.kind in _MEASURED and not _is_in_bracket(text, sentence.start, q.start)
    ]
    if len(counts) != 1:
        return None
    (amount,) = counts
    if amount.kind == "money":
        return amount.start, amount.end
    return (amount.start, amount.of_end) if amount.kind == "count" and amount.of_end is not None else None
