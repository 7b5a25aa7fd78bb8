"""Where the clause ends that somebody denies or leaves open, by the words behind its "that" or "whether".

What stands behind such a clause may be stated outright: "denied that it lied, | noting that", "denies that
it is for sale | and has raised $4 million", "who denied that it was unsafe | were sacked". A tree often joins
the two, so the tags of verbs, the joints and the commas tell; in doubt the clause ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE, INFLECTED

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns

_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_HELPING_TAGS = frozenset({"MD", "RB", "RBR", "TO"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_HELPING = WordSet("verdicts/auxiliary")
_JOINTS = WordSet("reports/link")
_REASONS = WordSet("verdicts/reason")
_TIMES = WordSet("verdicts/time_or_reason")
_PAST_MODALS = WordSet("reports/backshifted")
_BACK = 4
"""Tokens between "who" and its verb: "which has always flatly denied"."""


def stands_in_relative_clause(columns: TokenColumns, verb: int) -> bool:
    """Whether a verb that denies has no main clause of its own: "which has denied", "having denied"."""
    if columns.tags[verb] == "VBG":
        return True
    for token in range(verb - 1, max(-1, verb - 1 - _BACK), -1):
        if columns.tags[token] in _RELATIVES:
            return True
        if not _is_helping(columns, token):
            return False
    return False


def end_of_told(columns: TokenColumns, start: int, end: int, denier: int | None) -> int:
    """Where a clause from character `start` to `end` ends; `denier` is the verb of who may go on behind it
    with another verb, None where nobody does ("it is untrue that").
    """
    span = columns.span(start, end)
    if span is None or not columns.doc.has_annotation("TAG"):
        return end
    is_within = denier is not None and stands_in_relative_clause(columns, denier)
    told: int | None = None  # its verb
    joint = comma = None
    for token in range(*span):
        if told is not None and (
            _leaves(columns, token, span[1]) or (is_within and columns.lowers[token] == ",")
        ):
            return columns.starts[token]
        if columns.lowers[token] in _JOINTS:
            joint = token
        elif told is not None and columns.lowers[token] == ",":
            comma = token
        elif columns.lowers[token] == "that" and joint == token - 1:
            told = joint = comma = None  # "and that": told as well
        if columns.tags[token] not in FINITE or _goes_on(columns, token):
            continue
        is_joined = joint is not None and all(_is_helping(columns, i) for i in range(joint + 1, token))
        if told is None and not is_joined:  # behind "and" a verb stands only where another was missed
            told, joint = token, None
        elif denier is not None and not (is_joined and _is_told_too(columns, told, token, denier)):
            return columns.starts[joint or comma or token]
    return end


def end_of_opening(columns: TokenColumns, start: int, end: int) -> int:
    """Where a clause that opens its sentence ends: "Whether it bought or leased it, | it sold it"."""
    span = columns.span(start, end)
    if span is None or not columns.doc.has_annotation("TAG"):
        return end
    is_told = False
    for token in range(*span):
        if is_told and columns.lowers[token] == ",":
            return columns.starts[token]
        is_told = is_told or columns.tags[token] in FINITE
    return end


def _is_helping(columns: TokenColumns, token: int) -> bool:
    return columns.tags[token] in _HELPING_TAGS or columns.lowers[token] in _HELPING


def _goes_on(columns: TokenColumns, verb: int) -> bool:
    """Whether a finite verb belongs to the one before it, or tells of a noun: "has sold", "which fell"."""
    before = verb - 1
    return before >= 0 and (
        columns.tags[before] in _RELATIVES
        or columns.tags[before] == "MD"
        or (columns.lowers[before] in _HELPING and columns.tags[verb] == "VBD")
    )


def _is_told_too(columns: TokenColumns, told: int | None, verb: int, denier: int) -> bool:
    """Whether the tense says that a verb right behind a joint is told: "denies that it lied and paid"."""
    if told is None or columns.tags[denier] not in INFLECTED:
        return False
    of_told = _is_past(columns, told)
    return _is_past(columns, verb) == of_told != _is_past(columns, denier)


def _is_past(columns: TokenColumns, verb: int) -> bool:
    return columns.tags[verb] == "VBD" or columns.lowers[verb] in _PAST_MODALS


def _leaves(columns: TokenColumns, token: int, last: int) -> bool:
    """Whether a reason, a time or a participle behind a comma follows, for which nobody is denied."""
    lower = columns.lowers[token]
    if lower in _REASONS or (
        lower in _TIMES and (columns.tags[token] == "WRB" or columns.deps[token] == "mark")
    ):
        return True
    following = token + 1
    if lower != "," or following >= last:
        return False
    return columns.tags[following] in _PARTICIPLES and columns.deps[following] != "case"


def is_granted(columns: TokenColumns, verb: int) -> bool:
    """Whether nobody does what a verb says: "did not deny", "No serious historian denies", "Few doubt"."""
    token = verb - 1
    while token >= 0 and _is_helping(columns, token):
        if columns.lowers[token] in _NEGATORS or columns.lowers[token] in _HARDLY_ANY:
            return True  # also "no longer denies", "hardly denies"
        token -= 1
    for place in range(token, max(-1, token - _LONGEST_SUBJECT), -1):
        lower = columns.lowers[place]
        if lower in _HARDLY_ANY:
            is_own = place == 0 or columns.tags[place - 1] not in ("DT", "IN", "RB", "PDT", "JJ")
            return is_own and not (lower == "no" and columns.lowers[place + 1] == ",")
        if place == 0 or not (columns.tags[place] in _OF_SUBJECT or lower in _OR):
            return False
    return False


def is_left_open(columns: TokenColumns, verb: int) -> bool:
    """Whether it is not confirmed either: "neither confirmed nor denied", "did not confirm or deny"."""
    return verb > 1 and columns.lowers[verb - 1] in _OR and columns.lowers[verb - 2] in _CONFIRMING


_OF_SUBJECT = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "DT", "PRP$", "POS", "IN", "RB", "CD"}
)
_LONGEST_SUBJECT = 8
"""Tokens of a subject that begins with "no": "None of the parties to the talks"."""
_OR = frozenset({"or", "nor"})
_NEGATORS = WordSet("common/negator")
_HARDLY_ANY = WordSet("verdicts/nobody_of")
_CONFIRMING = WordSet("verdicts/confirming")
