"""Dates that date nothing: headings, bylines, parts of names, citations, and what is only compared with."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claimcheck.claims.dated.cited_years import is_cited_year
from claimcheck.claims.dated.openings import token_after
from claimcheck.claims.dated.works import work_of_the_year
from claimcheck.dates.contexts import event_of_a_year, is_year_of_publication
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.dates.finding import DateExpression
    from claimcheck.grammar.descriptions.reading import SentenceReading

# "as compared to 2018", "than in 2017": what something is compared with
_COMPARED = WordPattern(
    r"\b(?:<date/compared_with>|up(?!\s+to\b))\s+(?:(?:<date/before_base>)\s+){0,8}$",
    re.IGNORECASE,
)
_OFF_LEVEL = WordPattern(r"(?:<common/percent>|\bpoints?)\s+(?:<change/off_level>)\s+$", re.IGNORECASE)
"""Before the year whose value is the base of a change: "9% ahead of 2024"."""
_UP_OR_DOWN = re.compile(r"\b(?:up|down)\s+$")
_LITTLE_CHANGED = WordPattern(r"\b(?:up|down)\s+(?:<date/how_little>)\s+$")
"""Before the year that something is only told against: "down slightly from 2012"."""
_GOES_ON = re.compile(r" (?:on|onwards?)\b")
_TAKEN_OVER = WordPattern(
    r"\b(?:<date/taking_over>)\s+over\s+(?:in\s+|on\s+)?(?:early\s+|late\s+)?$", re.IGNORECASE
)
# "from 59% in 2018": the older of two amounts
_OLD_AMOUNT = WordPattern(
    r"\bfrom\s+(?:[$€£]\s?)?[\d.,]+\s?(?:<common/percent>|million|billion|thousand)?\s+(?:\w+\s)?$"
)
_NEW_AMOUNT = re.compile(r"[,)]?\s+(?:\w+\s+){0,2}to\s")
# "64% from 2017"
_AMOUNT_BEFORE = WordPattern(r"(?:<common/percent>|\bpoints?|million|billion|\d)\s+(?:from\s+)?$")
_CITED = re.compile(
    r"(?:\bet al\.?,?|\b[A-Z][\w’'-]+,|\b[A-Z][\w’'-]+ (?:and|&) [A-Z][\w’'-]+,?)\s*\(?$"
    r"|[;(]\s*(?:[A-Z][\w’'.-]+,?\s){1,6}\(?$"
)
_PAGES_BEHIND = re.compile(r"\)[,:]?\s?(?:pp?\.?|vol\.)\s?\d")
_AUTHOR = re.compile(r"(?:^|[a-z;,.]\s)(?P<name>[A-Z][\w’'-]+)(?:\s(?:and|&)\s[A-Z][\w’'-]+)?\s\($")
_INITIALS = re.compile(r"[A-Z][\w’'-]+,\s(?:[A-Z]\.\s?)+\($")
_CITING_BEHIND = WordPattern(r"\)\s(?:[a-z]+ly\s|also\s)?(?:<date/citing>)\b")
_BYLINE = WordPattern(r"\W*(?:(?:<date/byline>)\b|©|\(c\))", re.IGNORECASE)


def named_until(text: str, date: DateExpression) -> int | None:
    """Where the name ends of what a year is the year of."""
    return event_of_a_year(text, date.start, date.end) if date.kind == "year" else None


def dates_nothing(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether a date is a heading, a byline, part of a name, a citation, or only compared with."""
    text, sentence = grammar.document.text, grammar.sentence
    if _is_counted(grammar, date) or _CITED_LINE.search(
        text[max(sentence.start, date.start - 90) : date.start]
    ):
        return True
    if date.kind == "year" and date.relation is None and is_cited_year(text, date.start, date.end):
        return True
    if named_until(text, date) is not None:
        return False
    return (
        _is_of_a_name(grammar, date)
        or _is_of_a_game(grammar, date)
        or _is_compared_with(text, sentence.start, date)
        or _is_cited(text, sentence.start, date)
        or _is_of_cited_person(grammar, date)
        or _is_before_a_name(grammar, date)
        or _is_time_of_a_tale(text, sentence.start, date)
        or _is_line_of_its_own(grammar, date)
    )


def _is_time_of_a_tale(text: str, floor: int, date: DateExpression) -> bool:
    """Whether a clause only tells what time it was: "It was July 2001, and nobody knew"."""
    is_bare = date.phrase_start == date.start and _IT_WAS.search(text, floor, date.start)
    return bool(is_bare) and _CLAUSE_CLOSED.match(text, date.end) is not None


_IT_WAS = re.compile(r"\b[Ii]t(?: was|[’']s| is) (?:(?:now|then|only|still|already) )?$")
_CLAUSE_CLOSED = re.compile(r"[.,;:!]|\s+(?:and|but)\b|\s*\n|\s*$")


def _is_of_a_name(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether the date is part of a name, or a month the end of a title."""
    sentence = grammar.sentence
    if any(name.start <= date.start and date.end <= name.end for name in sentence.names):
        return True
    is_bare_month = date.kind == "month" and date.relation is None
    before = _CAPITAL_BEFORE.search(grammar.document.text, sentence.start, date.start)
    return is_bare_month and before is not None


def _is_of_a_game(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether a quarter without a year is one of a game: "led 30-20 at the end of the second quarter"."""
    if date.kind != "quarter" or not date.timex.startswith("XXXX"):
        return False
    text, sentence = grammar.document.text, grammar.sentence
    if _PLAYED.search(text, sentence.start, sentence.end) is not None:
        return True
    if _OF_BUSINESS.search(text, sentence.start, sentence.end) is not None:
        return False
    played = _OF_BALL_GAMES.finditer(text, sentence.start, sentence.end)
    return any(not _is_modifier(grammar, match) for match in played)


def _is_modifier(grammar: SentenceReading, match: re.Match[str]) -> bool:
    """Whether a word only tells of which kind something is, or whose: "the NBA star", "the NFL's network"."""
    root = grammar.columns.root_at(*match.span()) if grammar.columns.is_parsed else None
    return root is not None and grammar.columns.deps[root] in ("compound", "nmod:poss", "amod", "nmod")


_OF_BUSINESS = WordPattern(r"[$€£¥%]|\b(?:<date/of_business>)\b", re.IGNORECASE)
_OF_BALL_GAMES = WordPattern(r"\b(?:<date/of_ball_games>)\b")


_PLAYED = WordPattern(
    r"\b(?:<date/in_a_game>)\b|\b(?:<date/score_word>)\s(?:by\s)?\d{1,3}[-–]\d{1,3}(?=[,.;)]|\s(?:<date/behind_score>)\b)",
    re.IGNORECASE,
)


def _is_compared_with(text: str, floor: int, date: DateExpression) -> bool:
    """Whether something is only compared with the date, or an amount is of it that is no more."""
    before = text[max(floor, date.phrase_start - 60) : date.phrase_start]
    if text.startswith("=100", date.end):
        return True  # the base of an index
    if _TAKEN_OVER.search(before):
        return False  # "she took over in July"
    is_span = date.kind == "range" and before.endswith("over ")
    if date.relation == "in" and date.kind != "season" and _UP_OR_DOWN.search(before):
        return False  # "was set up in 1986", "were down in 2019"
    if date.kind == "year" and _OFF_LEVEL.search(text, max(floor, date.start - 30), date.start):
        return True
    if not is_span and (
        _COMPARED.search(before) or _COMPARED.search(text[max(floor, date.start - 60) : date.start])
    ):
        return True
    if date.relation == "for" and _OLD_AMOUNT.search(before) and not _NEW_AMOUNT.match(text, date.end):
        return True
    is_base = date.relation == "from" and date.last is None and not _GOES_ON.match(text, date.end)
    return is_base and (_AMOUNT_BEFORE.search(before) or _LITTLE_CHANGED.search(before)) is not None


def _is_cited(text: str, floor: int, date: DateExpression) -> bool:
    """Whether a year is that of a reference: "(Lee, 1998)", "Lee (1998), p. 4"."""
    if date.kind != "year" or date.relation is not None:
        return False
    before = text[max(floor, date.start - 60) : date.start]
    if before.endswith("(") and (_PAGES_BEHIND.match(text, date.end) or _INITIALS.search(before)):
        return True
    if not _CITED.search(before):
        return False
    return not is_year_of_publication(before, text[date.end : date.end + 1])


def _is_of_cited_person(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether a year is that of a reference to a person: "Ann Lee (1906) described", "Lee (1998) noted"; not
    that of a work that a noun names, "the film Orvane (1998) showed".
    """
    text = grammar.document.text
    if not text.endswith("(", 0, date.start) or not _CITING_BEHIND.match(text, date.end):
        return False
    author = _AUTHOR.search(text, max(grammar.sentence.start, date.start - 60), date.start)
    if author is not None and date.kind == "year" and date.relation is None:
        name = bisect_left(grammar.starts, author.start("name"), grammar.first, grammar.last)
        if name == grammar.first or grammar.tags[name - 1] != "NN":
            return True
    return any(
        name.label == "person" and 0 < date.start - name.end <= len(" (") for name in grammar.sentence.names
    )


def _is_before_a_name(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether a name goes on behind the date, which is then a part of it."""
    following = token_after(grammar, date)
    is_full_day = date.first.day is not None and date.first.year is not None  # "an April 3, 2017 EU memo"
    if following is None or date.relation not in (None, "of") or is_full_day:
        return False
    tag = grammar.tags[following]
    if tag in ("PRP", "DT", "VBN", "VBD", "IN"):
        return False
    has_capital = grammar.words[following][:1].isupper() and not tag.startswith("V")
    return (
        (has_capital or tag in ("NNP", "NNPS"))
        and work_of_the_year(grammar, date) is None
        and grammar.document.text[date.start - 1 : date.start] not in ("(", "[")
    )


# "The Hunt for Red October": a month in a title
_CAPITAL_BEFORE = re.compile(r"[a-z] (?!Early|Late|Mid)[A-Z][a-z]+ $")
# the source of a quotation in a list: "..." — The Daily Mail, August 15, 2008
_CITED_LINE = re.compile(r"[\"”]\s*[-—–]+\s*[A-Z][^,\n]{1,50},\s*(?:[A-Z][a-z]{2,8},\s*)?$")


def _is_counted(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether the number layer reads the year as a number of things: "taken from 1675 cancer biopsies"."""
    return date.kind == "year" and any(
        quantity.kind == "count" and quantity.number_start == date.start
        for quantity in grammar.sentence.quantities
    )


def _is_line_of_its_own(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether the sentence is no sentence: a date line, a byline, a heading."""
    text = grammar.document.text
    sentence = grammar.sentence
    around = (text[sentence.start : date.phrase_start] + text[date.end : sentence.end]).strip(
        " \t\n.,:;()[]|-–—"
    )
    if not around:
        return True
    words = around.split()
    if _BYLINE.match(text, sentence.start) and len(words) <= 6:
        return True
    if _HISTORY.fullmatch(text, sentence.start, sentence.end):
        return True
    if not grammar.columns.is_parsed:
        return date.relation is None and len(words) <= 4
    if _ENTRY.match(text, date.end, sentence.end) and not text[sentence.start : date.phrase_start].strip(
        " -*•[("
    ):
        return False  # an entry of a log: "Mar 3 2021 - Launch of the site"
    if not _PREDICATES.isdisjoint(grammar.tags[grammar.first : grammar.last]):
        return False
    if date.relation is None and len(words) <= 12:
        return not _LABEL.match(text, sentence.start, sentence.end)
    return date.relation in (None, "of")


# the history of a paper: "Received: 4 May 2019; in revised form: 1 June 2019 / Accepted: 2 June 2019"
_HISTORY = WordPattern(
    r"(?:\W*(?:<date/history>)\W+(?:\d{1,2}(?:st|nd|rd|th)?\W+)?[A-Z][a-z]+\W+"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,\W+)?\d{4}\W*)+",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\]?\)?\s*(?:[-–—]|:)\s+\w+\s+\w")
_PREDICATES = frozenset({"VBZ", "VBP", "VBD", "VBN", "MD", "VB", "VBG"})
# "Model date September 2020", "Founded: 1998"
_LABEL = WordPattern(
    r"\W*(?:\w+\s){0,2}(?:<date/label>)\b",
    re.IGNORECASE,
)


def is_of_old_amount(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether a date is that of the old amount, the new one not being behind it: "from 13 in 2002"."""
    text = grammar.document.text
    left = max(grammar.sentence.start, date.phrase_start - 60)
    is_old = _OLD_AMOUNT.search(text, left, date.phrase_start) is not None
    return is_old and not _NEW_AMOUNT.match(text, date.end)
