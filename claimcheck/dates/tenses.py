"""What the tense of the words around a date tells: a deed that is over, a plan, a comparison."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.dates.readings import Run

# A deed told as over: "it was built in two weeks" tells how long it took, "the following year" is another's.
PAST_TENSE = re.compile(
    r"\b(?:was|were|had|did|took|\w{2,}ed|built|made|wrote|won|lost|sold|grew|rose|fell)\b", re.IGNORECASE
)
FUTURE = re.compile(
    r"\b(?:will|shall|would|going to|to be|plans?|expects?|due|again|back|\w+['’]ll)\b", re.IGNORECASE
)
PLUPERFECT = re.compile(r"\bhad (?:\w+ )?\w+(?:ed|en|n|t|d)\b", re.IGNORECASE)
COMPARED = WordPattern(r"\b(?:<dates/compared_with>)\s+(?:the\s+)?$", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_PAST_FORMS = WordSet("dates/past_forms")
CLAUSE_END = re.compile(r"[.;:!?\n]")
SENTENCE_CHARS = 80  # the median sentence of the gold articles has 120


def past_verb(clause: str) -> int | None:
    """Where the first verb of a clause stands that can only be of the past."""
    irregular = _PAST_FORMS.words()
    first = (
        PAST_TENSE.search(clause),
        next((match for match in _WORD.finditer(clause) if match[0] in irregular), None),
    )
    return min((match.start() for match in first if match is not None), default=None)


def is_past(clause: str) -> bool:
    """Whether a verb of a clause can only be of the past."""
    return past_verb(clause) is not None


def is_told_as_past(run: Run, i: int) -> bool:
    """Whether the clause before token `i` is about the past."""
    clause = clause_before(run, i)
    return bool(PAST_TENSE.search(clause)) and not FUTURE.search(clause)


def opens_a_past_clause(run: Run, i: int) -> bool:
    """Whether a sentence begins with the phrase at `i`, before a clause about the past: "Within a year, it
    had".
    """
    rest = run.text[run.at(i).end : run.at(i).end + SENTENCE_CHARS]
    phrase, comma, clause = rest.partition(", ")
    if not comma or CLAUSE_END.search(phrase) or clause_before(run, i).strip():
        return False
    clause = CLAUSE_END.split(clause)[0]
    return bool(PAST_TENSE.search(clause)) and not FUTURE.search(clause)


def counts_from_today(run: Run, i: int, sign: int) -> bool:
    """Whether "later" counts from the day of writing, in a clause on what is to come, or "earlier", in a
    comparison: "up from a year earlier". In a story both count from what was told before.
    """
    told = FUTURE if sign > 0 else COMPARED
    return told.search(clause_before(run, i)) is not None


def clause_before(run: Run, i: int) -> str:
    """The clause of token `i` up to it."""
    start = run.at(i).start
    return CLAUSE_END.split(run.text[max(0, start - SENTENCE_CHARS) : start])[-1]


def clause_after(run: Run, i: int) -> str:
    """The rest of the clause behind token `i`."""
    end = run.at(i).end
    return CLAUSE_END.split(run.text[end : end + SENTENCE_CHARS])[0]
