"""Words of change that tell of a game or a vote: "were down two", "dropped to 0-7", "the women's doubles"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.claims.changes.found_words import ByForm, FoundWord


def is_lead_in_a_game(found: FoundWord) -> bool:
    """Whether "up" or "down" tells who leads: "were down two after the third touchdown"."""
    if not found.leads_to(_SO_MANY_POINTS):
        return False
    sentence = found.sentence
    around = max(0, sentence.start - _GAME_AROUND), sentence.end + _GAME_AROUND
    return _OF_A_GAME.search(found.text, *around) is not None


def leads_to_a_score(found: FoundWord) -> bool:
    """Whether two numbers behind the word are of games won and lost, and no range of amounts."""
    pattern = _UP_TO_SCORE if found.word.word_class == "particle" else _TO_A_SCORE
    is_raised = found.word.word_class != "particle" and found.form not in _TAKING_TO_A_SCORE
    if is_raised or not found.leads_to(pattern):
        return False  # "after the win in court, the firm raised fees to 12-14"
    sentence = found.sentence
    around = max(0, sentence.start - _GAME_AROUND), sentence.end + _GAME_AROUND
    return _OF_A_SEASON.search(found.text, *around) is not None


_BARE_PAIR = (
    r"\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?(?=\s*(?:[,;:)]|\.(?!\d)|$)"
    r"|\s(?:<date/behind_score>|<change/behind_lead>|<change/behind_record>|\d{1,2}[-–]\d)\b)"
)
_TAKING_TO_A_SCORE = WordSet("change/taking_to_a_score")
_UP_TO_SCORE = WordPattern(rf"\s+{_BARE_PAIR}")
_TO_A_SCORE = WordPattern(rf"(?:\s+[\w’'-]+){{0,5}}?\s+to\s+{_BARE_PAIR}")
_OF_A_SEASON = WordPattern(r"\b(?:<date/in_a_game>|<change/of_a_season>)\b", re.IGNORECASE)
_SO_MANY_POINTS = WordPattern(
    r"\s+(?:by\s+)?(?:(?:just|only)\s+)?(?:\d{1,2}(?![\d.,]*[\d%])|<common/small_number>)\b"
    r"(?:\s+(?:<change/what_is_scored>))?"
    r"(?=[,.;)]|$|\s+(?:<date/behind_score>|<change/behind_lead>)\b)"
)
_OF_A_GAME = WordPattern(r"\b(?:<date/in_a_game>)\b", re.IGNORECASE)
_GAME_AROUND = 200


def is_contest(found: FoundWord) -> bool:
    """Whether "doubles" or "triple" is a noun: "the women's doubles", "hit a triple", "doubles from £95"."""
    if found.form[-1] == "s" and _PRICED_AFTER.match(found.text, found.end):
        return True
    if found.has_before(_CONTEST_BEFORE, 10):
        return True
    columns, word = columns_of(found.document), found.token
    if word is None or columns.pos[word] not in ("NOUN", "PROPN", "ADJ"):
        return False
    before = columns.lowers[word - 1] if word else ""
    if before == "and" and found.has_before(_INFINITIVE_BEFORE, 120):
        return False  # "aims to halve the delay and double the throughput"
    return before not in _BEFORE_VERBS or found.form[-1] == "s"


_CONTEST_BEFORE = WordPattern(r"(?:[’']s?|\b(?:<change/contest_lead>))\s+$", re.IGNORECASE)
_INFINITIVE_BEFORE = re.compile(r"\bto\s+[a-z]+\b[^.;:!?\n]*\band\s+$")
_BEFORE_VERBS = WordSet("change/before_verb")
_PRICED_AFTER = re.compile(r" (?:from|at|for) (?:about |around )?[£€$]\s?\d[\d.,]*(?! to\b)")
"""Behind rooms for two: what they cost, and nothing that the price becomes."""

_OUT_OF_A_FIELD = WordPattern(
    r"\s+from\s+(?:<common/article_or_possessor>)\s+(?:[a-z]+\s+){0,2}(?:<change/field_of_rivals>)\b"
)
_WON_BEFORE = WordPattern(r"\b(?:<change/contested>)\b", re.IGNORECASE)
_CUT_OF_PLAYERS = WordPattern(r"\b(?:<change/meeting_a_cut>)\s+the\s+$", re.IGNORECASE)
_SCORES_AFTER = WordPattern(r"\s+(?:(?:only|just)\s+)?(?:\d+|[a-z]+)\s+(?:<change/score>)\b")

BY_FORM: ByForm = (
    # "advanced from a field of 12"
    (WordSet("change/advancing"), lambda found: found.leads_to(_OUT_OF_A_FIELD)),
    # "won 46%, tied 21% and lost 33%"
    (
        WordSet("change/losing"),
        lambda found: _WON_BEFORE.search(found.text, found.sentence.start, found.start) is not None,
    ),
    # "missed the cut by one"
    (WordSet("change/cut"), lambda found: found.is_behind(_CUT_OF_PLAYERS, 16)),
    # "has dropped only 21 games"
    (WordSet("change/drop"), lambda found: found.leads_to(_SCORES_AFTER)),
)
