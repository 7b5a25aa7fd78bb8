"""The words "up", "down" and "off" that tell no change: "takes up 48 MB", "made up of 12 parts"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.changes.no_changes.games import is_lead_in_a_game
from claimcheck.claims.changes.no_changes.heights import goes_down_so_deep, leads_along
from claimcheck.claims.changes.no_changes.shares import is_shutting
from claimcheck.claims.changes.no_changes.trading import tells_of_trade
from claimcheck.grammar.columns import columns_of
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.claims.changes.found_words import FoundWord


def is_particle_of_no_change(found: FoundWord) -> bool:
    """Whether a particle tells how something is done, where or until when, and not which way it went."""
    if _is_up_to_a_year(found):
        return True
    return not tells_of_trade(found) and (
        _completes_a_verb(found)
        or _is_particle_of_a_deed(found)
        or leads_along(found)
        or _is_off_no_price(found)
        or _is_where_prices_end(found)
        or _is_a_sum(found)
        or is_lead_in_a_game(found)
        or is_shutting(found)
        or (found.form == "down" and found.leads_to(_TO_REASONS))
    )


def _is_up_to_a_year(found: FoundWord) -> bool:
    """Whether "up to" only tells until when: "must fall 9 per cent a year up to 2040 to meet the goal"."""
    led = _TO_A_YEAR.match(found.text, found.end, found.sentence.end)
    return led is not None and any(
        date.start <= led.start("year") < date.end for date in found.sentence.dates
    )


_TO_A_YEAR = re.compile(r"\s+to\s+(?P<year>(?:19|20)\d\d)\b(?!\s+from\b)")


def _is_particle_of_a_deed(found: FoundWord) -> bool:
    """Whether "up" or "down" completes, by its tag or arc, a verb of something that is done, and no level
    follows: "racked up hundreds of hours", "pick Ann up ..., which means by 445"; not "ticked up 5%".
    """
    word = found.token
    if word is None:
        return False
    columns = columns_of(found.document)
    verb = columns.heads[word]
    if columns.tags[word] != "RP" and columns.deps[word] != "compound:prt":
        return False
    if columns.lowers[verb] in _CARRYING or found.leads_to(_A_LEVEL):
        return False
    return columns.lowers[verb] not in _BRINGING or not found.leads_to(_OBJECT_TO_AMOUNT)


_CARRYING = WordSet("change/carrying")
_BRINGING = WordSet("change/bringing_to")
_OBJECT_TO_AMOUNT = re.compile(
    r"(?:\s+[^\W\d][\w’'-]*){1,5}\s+(?:by|to)\s+(?:(?:about|around|nearly|only)\s+)?[$£€]?\d"
)
"""What is brought to an amount, or by one, in so many words: "its stake by $4 million"."""
_A_LEVEL = WordPattern(
    r"\s+(?:(?:by|to|from|on|at)\b"
    r"|(?:[a-z]+\s+){0,2}[$£€]?\d[\d,.]*\s?(?:<common/percent>|points?\b|percentage\b|[bp]ps?\b)"
    r"|[^.;:!?]{0,60}?\b(?:from\s+\W?\d|by\s+\W?\d[\d,.]*\s?(?:<common/percent>)))"
)


def _is_off_no_price(found: FoundWord) -> bool:
    """Whether "off" tells how far from a mark, or no fall: "can be off by 25 °F", "took 5% off"."""
    return found.form == "off" and (found.leads_to(_OFF_THE_MARK) or not found.is_behind(_IS_OFF, 12))


_OFF_THE_MARK = WordPattern(
    r"\s+by\s+(?:[a-z]+\s+){0,4}?[\w.,½¼¾]+[\s-]?(?:°|degrees?\b|(?:<common/time_span>|<change/depth_unit>|<change/deep_measure>)\b)"
)
_IS_OFF = WordPattern(
    r"(?:[,(]|\b(?:<change/stands_off>))\s*$",
    re.IGNORECASE,
)
"""Before "off 1.1 percent", where it is a fall and no discount ("took 5% off") nor the rest of a verb."""


def _is_where_prices_end(found: FoundWord) -> bool:
    """Whether "up" leads to the highest of several prices: "tickets start at $35 and go up to $210"."""
    if found.form != "up" or _STARTING.search(found.text, found.sentence.start, found.start) is None:
        return False
    return found.has_before(_WENT_UP, 8)


_STARTING = WordPattern(r"\b(?:<change/starting>)\s+(?:at|from)\s+[^.;:!?]*$")
_WENT_UP = WordPattern(r"\b(?:<change/going_up>)\s$")


def _is_a_sum(found: FoundWord) -> bool:
    """Whether "up" leads to what several parts make: "that adds up to 60 pounds a year"."""
    return found.form == "up" and found.has_before(_ADDING, 8)


_ADDING = WordPattern(r"\b(?:<change/adding_up>)\s+$", re.IGNORECASE)
_TO_REASONS = WordPattern(
    r"\s+to\s+(?:(?:<common/article_or_possessor>|just|only|\d{1,2}|<common/small_number>|many|several)\s+)*"
    r"(?:[a-z]+\s+)?(?:<change/reason>)\b(?!\s+from\b)"
)
"""What something is owed to: "its success is down to two factors"."""


def _completes_a_verb(found: FoundWord) -> bool:
    """Whether "up" or "down" is part of a verb that tells no change: not in "picked up to 4.9%"."""
    text, end = found.text, found.end
    if found.form == "up" and _TO_MANY.match(text, end):
        return (
            text[max(found.floor, found.start - 1) : found.start] == "("
        )  # "(up to tens of thousands of them)"
    if goes_down_so_deep(found):
        return True  # "the foundations go down 33 metres"
    if _TO_A_TOTAL.match(text, end) and not found.has_before(_WENT, 8):
        return True  # "gifts are matched up to a total of £1m"
    return found.is_behind(_PHRASAL, 12) and not _moves_by_its_verb(found)


def _moves_by_its_verb(found: FoundWord) -> bool:
    """Whether "up" or "down" tells a change with a verb that it may as well only complete."""
    text, end = found.text, found.end
    if _BY_SO_MUCH.match(text, end) and found.is_behind(_SHOT, 9):
        return True  # "prices shot up by 9%"
    if found.is_behind(_PICKED, 8) and _TO_A_RATE.match(text, end):
        return True  # "inflation picked up to 4.9%"
    if _DOWN_SO_FAR.match(text, found.start) and found.is_behind(_DRAWN, 8):
        return True  # "the reservoir was drawn down 3 metres", not "drew down 3 million euros"
    if _OBJECT_BY.match(text, end) and found.is_behind(_RAISED, 8):
        return True  # "put up prices by 15%"
    if _FROM_TO.match(text, end) and found.is_behind(_MOVED, 8):
        return True  # "went back up from 9 to 13.5 percent"
    came_down = found.form == "down" and found.is_behind(_CAME, 8)
    return came_down and _TO_AN_AMOUNT.match(text, end) is not None


# Verbs that "up" and "down" only complete: "takes up 48 MB", "made up of 12 parts", "came up with 3 ideas"
_PHRASAL = WordPattern(
    r"\b(?:<change/phrasal>)\s+$",
    re.IGNORECASE,
)
_TO_A_TOTAL = WordPattern(r"\s+to\s+an?\s+(?:<change/limit>)\s+of\b")
_WENT = WordPattern(r"\b(?:<change/gone>)\s+$")
_TO_MANY = WordPattern(r" to (?:<change/scale_plural>)\b")
_SHOT = WordPattern(r"\b(?:<change/shooting_up>)\s+$", re.IGNORECASE)
_BY_SO_MUCH = WordPattern(
    r"\s+(?:by\s+)?(?:(?:<change/approximating>)\s+)?[\d.]+\s?(?:<common/percent>)(?!\s+of\b)"
)
_PICKED = WordPattern(r"\b(?:<change/pick_up>)\s+$", re.IGNORECASE)
_TO_A_RATE = WordPattern(
    r"\s+(?:to|by|from)\s+(?:(?:<change/before_rate>)\s+){0,4}[\d.,]+[½¼¾]?\s?(?:<common/percent>)"
)
"""Only a rate picks up: "inflation picked up to 4.9%"."""
_DOWN_SO_FAR = WordPattern(
    r"down\s+(?:by\s|[\d.,]+\s?(?:(?:%|per\s?cent\b)(?!\s+of\b)|(?:<change/depth_unit>)\b))"
)
_DRAWN = WordPattern(r"\b(?:<change/drawn>)\s+$", re.IGNORECASE)
_OBJECT_BY = re.compile(
    r"\s+(?:[a-z’'-]+\s+){1,4}by\s+(?:(?:an\s+average\s+of|about|around|up\s+to)\s+)?\W?\d"
)
_RAISED = WordPattern(r"\b(?:<change/raising_up>)\s+$", re.IGNORECASE)
_FROM_TO = re.compile(r"\s+from\s+\W?\d[\d.,]*\s?(?:[a-z%]+\s+)?to\s+(?:\w+\s+)?\W?\d")
_MOVED = WordPattern(r"\b(?:<change/moved_up>)\s+$", re.IGNORECASE)
_CAME = WordPattern(r"\b(?:<change/come_up>)\s+$", re.IGNORECASE)
_TO_AN_AMOUNT = WordPattern(
    r"\s+by\s+(?:(?:<change/amount_filler>)\s+){0,4}\d|\s+(?:to|by|from)\s+(?:(?:<change/amount_filler>)\s+){0,4}"
    r"(?:(?:[$€£¥₹]|Rs\.?\s?|(?:US|A|C|NZ|HK)\$|[A-Z]{3}\s)\s?\d|[\d.,]+[½¼¾]?\s?(?:<common/percent>))"
)
"""Only an amount comes down to a sum or a rate: "debt came down to £3m", but "it came down to 2 bidders"."""
