"""What one amount behind a word of change says, by the preposition and the words before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.amounts.words import POINTS
from claimcheck.claims.changes.earlier_values import EARLIER
from claimcheck.claims.changes.sizes import (
    same_measure,
)
from claimcheck.claims.changes.words import ChangeWord, load_change_words
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.quantities.finding import Quantity

# What may stand between a word of change and an amount that follows without a preposition
_NEAR = WordPattern(
    r"\s*(?:,\s*)?(?:(?:an?\s+(?:<change/near_adjective>|<change/evaluating>)|<change/near_word>|\w+ly)\s+)*",
    re.IGNORECASE,
)
_PREPOSITION = WordPattern(
    r"\b(by|<change/reaching>|to|from|of|at|compared\s+(?:with|to)|against|versus|vs\.?)\s+"
    r"(?:(?:<change/amount_word>|(?:an?\s+)?(?:<change/evaluating>)|(?:this|(?:the\s+)?(?:<change/gone_by>))\s+(?:<change/span_of_rate>)[’']s)\s+)*\(?$"
    # "from a net investment of £14 billion"
    r"|\b(?P<into>to|from)\s+(?:an?|the|its|their)\s+(?:[\w-]+\s+){1,3}of\s+$",
    re.IGNORECASE,
)
# "The increase was due to $250 million of repurchases": the amount is that of the cause
_CAUSE = WordPattern(r"\b(?:<change/of_a_cause>)\b[^,]*$", re.IGNORECASE)
_PREPOSITION_ROLES = {
    "by": "number",
    "to": "to",
    "to reach": "to",
    "to hit": "to",
    "to total": "to",
    "reaching": "to",
    "hitting": "to",
    "from": "from",
    "of": "of",
    "at": "at",
    "compared with": "old",
    "compared to": "old",
    "against": "old",
    "versus": "old",
    "vs": "old",
    "vs.": "old",
}
# Between a verb and "from", "to" or "by" its object may stand, with a clause of its own.
# "has risen steadily: from 61% to 78%": a colon before what spells a change out parts nothing
_SPELLED_OUT = re.compile(r"(?: [a-z]+){0,2}: (?:from|by) ")
_HARD_BREAK = WordPattern(
    r"[;:!?]|\s[-–—]{1,2}\s|—|\b(?:<change/hard_break>)\b",
    re.IGNORECASE,
)
BREAK = WordPattern(
    r"[;:!?]|\s[-–—]{1,2}\s|—|\b(?:<change/break>)\b",
    re.IGNORECASE,
)
_CROSSING = WordPattern(r"(?:<change/crossing>)\b", re.IGNORECASE)
_MAX_GAP_WORDS = 16
"""Between a word of change and "by" or "to" its object may stand, of a dozen words at the longest."""


def role_after(
    text: str, word: ChangeWord, word_end: int, quantity: Quantity, roles: Mapping[str, Quantity]
) -> str | None:
    """What an amount after the word of change says: `number`, `from`, `to`, or None if it is unrelated."""
    gap = text[word_end : quantity.start]
    spelled_out = _SPELLED_OUT.match(text, word_end, quantity.start + len("from "))
    if spelled_out is not None:
        gap = gap.replace(":", "", 1)
    if _CAUSE.search(gap) or _IN_INTERVAL.search(gap):
        return None
    if quantity.kind == "measure" and ATTRIBUTE.match(text, quantity.number_end):
        return None  # "cut the price of a 2-litre bottle by 10p"
    preposition = _PREPOSITION.search(gap)
    if preposition is not None and _WITHIN.match(text, quantity.start):
        return None  # "recovered to within 6% of its peak"
    if quantity.low is not None and _FROM_BEFORE.search(text, max(0, quantity.start - 5), quantity.start + 5):
        return _role_of_span(text, gap, quantity, roles)
    role = _preposition_role(preposition)
    if _leads_elsewhere(text, word, word_end, gap, quantity, role, has_preposition=preposition is not None):
        return None
    if role == "to" and "noun" in word.word_class and gap.strip() == "to" and _is_limited(text, word_end):
        return "number"  # "limit the rise to 3%"
    if word.direction == "either":
        return role if role in ("from", "to") else None
    if role == "from" and _is_no_old_value(roles, gap, quantity):
        return None
    if role in ("to", "from") and (word.only_by or _WITH_ANOTHER.search(gap)):
        return None
    leads_to_it = role in ("number", "from", "to", "old")
    if (_HARD_BREAK if leads_to_it else BREAK).search(gap) and not roles:
        return None
    if len(gap.split()) > _MAX_GAP_WORDS:
        return None
    if quantity.kind == "multiple":
        return "number" if _is_factor(text, word, gap, quantity, role) else None
    if role == "of":
        return _role_behind_of(word, gap, quantity, roles)
    is_put_off = quantity.unit in _SPANS_PUT_OFF and _PUT_OFF.search(text, max(0, word_end - 8), word_end)
    if role == "at" or is_put_off:
        return None  # "the opening slipped by three weeks"
    if role == "old":
        return "from" if _is_old_value(text, quantity, roles) else None
    if role:
        return role
    return None if roles else _role_right_behind(text, word, word_end, quantity)


def _is_factor(text: str, word: ChangeWord, gap: str, quantity: Quantity, role: str | None) -> bool:
    """Whether a multiple says how many times as much it became: "grew threefold"."""
    if word.word_class == "particle" or _OF_AN_AMOUNT.match(text, quantity.number_end):
        return False  # "added three times that amount"
    if role == "number" or _NEAR.fullmatch(gap):
        return True
    is_fold = _FOLD.search(text, quantity.number_start, quantity.end) is not None
    return is_fold and _OBJECT.fullmatch(gap) is not None


def _is_no_old_value(roles: Mapping[str, Quantity], gap: str, quantity: Quantity) -> bool:
    """Whether "from" leads to a start or a source, or to the time when it was otherwise: "fell $3.1
    billion from the three months ending in May".
    """
    if _STARTING_FROM.search(gap) or (quantity.kind == "count" and _SUM_IN.search(gap)):
        return True
    size = roles.get("number")
    if quantity.quality != "time" or size is None or "to" in roles or size.quality == "time":
        return False
    return size.kind != "percent" or gap.endswith(" from the ")


def _is_no_new_value(text: str, word_end: int, gap: str, quantity: Quantity) -> bool:
    """Whether a percentage is another thing than what changed: "more than tripled, reaching 77% of its old
    level", "driving core growth to 3.5%", where growth itself is so much.
    """
    if quantity.kind != "percent":
        return False
    if gap == " to " and _FROM_THEN.match(text, quantity.end) is None:
        return _GROWTH.search(text, max(0, word_end - 8), word_end) is not None
    is_share = _OF_A_LEVEL.match(text, quantity.number_end) is not None
    return is_share and gap.rstrip().endswith(("reaching", "hitting"))


_OF_A_LEVEL = WordPattern(
    r"\s?(?:<common/percent>)(?:\s+and\s+[\d.]+\s?(?:<common/percent>))?\s+of\s(?:[\w’'-]+\s){1,3}levels?\b"
)
_FROM_THEN = re.compile(r"[^.;:!?()]{0,40}?\sfrom\s\W?\d")


_GROWTH = re.compile(r"\bgrowth$", re.IGNORECASE)
_STARTING_FROM = WordPattern(r"\b(?:<change/beginning>)\s+from\s+$")
"""Before where a series begins: "double their delay each time, starting from 250 ms"."""
_SUM_IN = re.compile(r"[$€£¥₹]\s?\d")
"""What came from so many: "raised £12.7m in nine days from 190,000 donors"."""
_IN_INTERVAL = WordPattern(r"[(\[][^()\[\]]*\b(?:<change/interval>)\b[^()\[\]]*$")
"""Before an end of an interval: "a fall of 25% (95% CI 11 to"."""
_FOLD = re.compile(r"fold$", re.IGNORECASE)
_OBJECT = WordPattern(r"\s+(?:<common/article_or_possessor>)\s+(?:[\w-]+\s+){1,4}", re.IGNORECASE)
"""Between a verb and how many times its object grew: "increased the yield 2.3-fold"."""
_LASTS = WordPattern(r"\b(?:<change/taking_from>)\s*$")
"""Before what something takes and nothing changes from: "gaining a degree may take from 5 to 8 years"."""
_FROM_BEFORE = re.compile(r"\bfrom\s", re.IGNORECASE)


_TELLS_FURTHER = re.compile(r",?(?:\s+or)?\s+")


def _role_of_span(text: str, gap: str, quantity: Quantity, roles: Mapping[str, Quantity]) -> str | None:
    """What a range with "from" says: old and new value, also behind the size of the change."""
    if roles.keys() == {"number"} and _TELLS_FURTHER.fullmatch(text, roles["number"].end, quantity.start):
        return "from-to"  # "cut latency by 40% from 120 ms to 72 ms", "by 40%, or from 120 ms to 72 ms"
    is_near = len(gap.split()) <= _MAX_GAP_WORDS and not (_HARD_BREAK.search(gap) or _LASTS.search(gap))
    return "from-to" if not roles and is_near else None


def _leads_elsewhere(
    text: str,
    word: ChangeWord,
    word_end: int,
    gap: str,
    quantity: Quantity,
    role: str | None,
    *,
    has_preposition: bool,
) -> bool:
    """Whether a preposition belongs to another word than that of change, or the amount to a score."""
    if role == "to" and _is_no_new_value(text, word_end, gap, quantity):
        return True
    is_done_to = "noun" in word.word_class and _DONE_TO.search(text, max(0, word_end - 60), word_end)
    if role == "to" and (_LED_TO.search(gap) or is_done_to):
        return True
    if role == "to" and _SCORE.fullmatch(gap) and _LOST.match(text, max(0, word_end - 6), word_end):
        return True  # "lost 40 to 21": a score
    if role == "number" and has_preposition and _LOST.match(text, max(0, word_end - 6), word_end):
        return True  # "lost by 17 votes": a margin
    if role == "number" and (agent := _AGENT.search(gap)) and agent[1].lower() not in load_change_words():
        return True  # "grew to 20 m, seen by 1.5m guests"
    return quantity.kind == "number" and _INNINGS_AFTER.match(text, quantity.number_end) is not None


def _role_behind_of(
    word: ChangeWord, gap: str, quantity: Quantity, roles: Mapping[str, Quantity]
) -> str | None:
    """What an amount behind "of" says: the size, where a noun of change stands before it."""
    if _AMOUNT_WITHIN.search(gap):
        return None  # "growth came in at 5.3%, ahead of the 4.8% forecast"
    if _FROM_ELSEWHERE.search(gap):
        return None  # "the fall in prices from the record high of $55"
    if _OTHERWISE.search(gap):
        return None  # "will cut posts and stage five operas instead of eight"
    if ", " in gap and not _SIZE_APART.fullmatch(gap):
        return None  # "cut the outlook, citing spending of £12m"
    if _OWN_CLAUSE.search(gap):
        return None  # "growth was the fastest in years and beat forecasts of 3.8%"
    if roles and BREAK.search(gap):
        return None  # "rise to £401m, on which interest of £15.9m is due"
    if "noun" not in word.word_class or "number" in roles:
        return None
    is_of_things = quantity.kind in ("count", "number") and _OF_THINGS.search(gap) is not None
    return None if is_of_things else "number"


def _role_right_behind(text: str, word: ChangeWord, word_end: int, quantity: Quantity) -> str | None:
    """What an amount without a preposition says: "rose 5%", "fell below 6%", "slid 15 cents to $6.05"."""
    gap = text[word_end : quantity.start]
    is_share = quantity.kind == "percent"
    if "verb" in word.word_class and is_where_most(text, word_end, quantity):
        return "number"
    if "noun" in word.word_class and is_share and _is_in_bracket_of(text, word_end, quantity):
        return "number"
    if _NEAR.fullmatch(gap) is None:
        return None
    if "verb" in word.word_class and _CROSSING.match(text, quantity.start):
        return "past"
    if gap.strip() == ",":
        return None
    if quantity.kind == "count" and _is_of_posts(text, word_end, quantity):
        return "number"
    if word.bare == "any" or (word.bare in ("share", "size") and is_share):
        return "number"
    has_landed = _LANDED.match(text, quantity.end)
    if has_landed and quantity.kind in ("percent", "measure") and "verb" in word.word_class:
        return "number"  # "the dividend is lifted 10 per cent to 8.8p", "raised 3 tonnes to 19 tonnes"
    if word.bare not in ("share", "size"):
        return None
    if quantity.of in POINTS and _INDEX_MOVE.match(text, quantity.end):
        return "number"  # "gained 328 points, or 0.39 per cent"
    is_lost = _LOST.match(text, max(0, word_end - 6), word_end)  # "lost $3m, or 4%, on fees"
    is_put_to = word.only_by and not _TRADED.search(text, max(0, word_end - _LONGEST_TRADED), word_end)
    if not (is_lost or is_put_to):  # nor "added $5, or 10%, as a tip"
        has_landed = has_landed or _SAID_IN_PERCENT.match(text, quantity.end)
    return "number" if quantity.kind == "money" and has_landed else None


def is_where_most(text: str, word_end: int, quantity: Quantity) -> bool:
    """Whether a percentage in brackets is told of where something changed most: "rose most in Bonn (5%)"."""
    if quantity.kind != "percent" or not text.startswith(")", quantity.end):
        return False
    return _WHERE_MOST.fullmatch(text, word_end, quantity.start) is not None


_WHERE_MOST = WordPattern(
    r"\s+(?:the\s+)?(?:<change/how_fast>)\s+(?:in|at|among|for)\s+[^().;:%\d]{2,40}\s\("
)
"""Between a verb and the size of its furthest step: "rose fastest in the North East (5.1%)"."""
_LOST = WordPattern(r".*(?<![a-z])(?:<change/losing>)$", re.IGNORECASE)
"""Words of losing, which tell no fall in a score, nor before "by" and a margin."""
_SIZE_APART = re.compile(r", of (?:[a-z]+ ){0,2}")
"""Between a noun of change and its size, told apart: "the sharpest fall, of 21%, was in Kent"."""
_AMOUNT_WITHIN = WordPattern(r"\d\s?(?:<common/percent>)|[$€£¥]\s?\d")
_OWN_CLAUSE = WordPattern(r"\b(?:<change/own_clause>)\b(?!\s+of\s)", re.IGNORECASE)
_WITH_ANOTHER = WordPattern(r"\bwith\s+(?:[a-z]+\s+)?(?:\d|(?:<common/small_number>)\b)")
"""What something has, and nothing it came from: "climbed to third with 31 points from 19 games"."""
_FROM_ELSEWHERE = re.compile(r"\bfrom\s+(?:the|its|their|an?)\s")
_OTHERWISE = WordPattern(r"\b(?:<change/of_what_is_not>) of (?:(?:a|an|the) )?$")
_DONE_TO = WordPattern(
    r"\b(?:<change/done_to>)\s+(?:<common/determiner>)\s+(?:[\w-]+\s+){0,2}[a-z]+$",
    re.IGNORECASE,
)
"""Before a change that is put down or applied to something: "attributed the fall to a 6 per cent drop in
thefts", "applying the one-fifth reduction to a sum of £4.27m".
"""
_LANDED = WordPattern(
    r"(?:,\s+or\s+\d[\d.]*\s?(?:<common/percent>))?,?\s+to\s+(?:[$€£¥₹]|Rs\.?\s?|[A-Z]{1,3}\$?\s?)?\d"
)
_SAID_IN_PERCENT = WordPattern(
    r",?\s+(?:(?:to\s+(?:<change/to_close>)|(?:<change/closing_at>))\s+at\s+[$€£¥₹]?\d|or\s+[\d.]+\s?(?:<common/percent>)(?!\s+of\b))"
)
"""Behind what a price gained: "$2.25 to close at $31.40", "$1.35, or 4.2 percent"."""
_TRADED = WordPattern(r"\b(?:<change/traded>)\b", re.IGNORECASE)
_LONGEST_TRADED = 120
"""So far before a word of change what is traded may stand, in characters."""
_INDEX_MOVE = re.compile(r"\s*(?:,\s*or|\(|or)\s+[\d.]+\s?(?:%|per\s?cent|pc)|\s+to\s+\d")
ATTRIBUTE = re.compile(
    r"-[a-z]+(?:-[a-z]+)? (?!(?:of|in|for|to|from|at|on|by|and|or|over|than|per|a|the|last|this)\b)[a-z]"
)
"""A measure that only tells which thing is meant: "-litre" + " bottle"."""
_AGENT = WordPattern(
    r"\b([a-z]{2,}(?:ed|en)|<change/done_by>)\s+(?:in\s+(?:[A-Z][a-z]+\s+)?\d{4}\s+)?by\s+(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_PUT_OFF = WordPattern(r"\b(?:<change/put_off>)$", re.IGNORECASE)
_SPANS_PUT_OFF = frozenset(
    {"day", "week", "month", "quarter", "year"}  # an opening slips
    | {"millimeter", "centimeter", "meter", "kilometer", "inch", "foot", "mile"}  # a fault or a slope does
)
_SCORE = re.compile(r"\s+\d+\s+to\s+")
_INNINGS_AFTER = WordPattern(r"\s+for\s+(?:<common/small_number>|\d)(?!\w|[.,]?\d|\s+[a-z]+s\b)")
"""After the runs of an innings, the wickets: "slumped to 214 for six" tells no fall."""
_LIMITED = WordPattern(
    r"\b(?:<change/limiting>)\s+(?:(?:this|the)\s+\w+[’']s|the|its|their|any|this|that|annual)"
    r"\s+(?:[\w-]+\s+){0,2}[a-z]+$",
    re.IGNORECASE,
)


def _is_limited(text: str, word_end: int) -> bool:
    """Whether a noun of change is held to an amount: "capped the annual rise to 3%"."""
    return _LIMITED.search(text, max(0, word_end - 60), word_end) is not None


_SINCE_THEN = re.compile(
    r"(?:\s+(?:since|in|from|for)\s+(?:[A-Z][a-z]+\s+)?(?:\d{4}|[A-Z][a-z]+))?\s*[(\[]\s*$"
)


def _is_in_bracket_of(text: str, word_end: int, quantity: Quantity) -> bool:
    """Whether a bracket gives the size: "a decrease (2.1%)", "the largest rise since July 2013 (2.5%)"."""
    closes = text[quantity.end : quantity.end + 1] in (")", "]")
    return closes and _SINCE_THEN.fullmatch(text, word_end, quantity.start) is not None


_POSTS = WordSet("change/post")
_TAKES_POSTS = WordPattern(r"(?:<change/taking_posts>|slash\w*)$")


def _is_of_posts(text: str, word_end: int, quantity: Quantity) -> bool:
    """Whether posts were added or lost: "the economy added 21,000 jobs" says by how much they rose."""
    words = (quantity.of or "").lower().split(" in ")[0].split()
    has_posts = bool(words) and words[-1] in _POSTS
    return has_posts and _TAKES_POSTS.search(text[max(0, word_end - 9) : word_end].lower()) is not None


_OF_AN_AMOUNT = re.compile(r"\s+(?:that|this|those|these|the|its|their|as)\b", re.IGNORECASE)
_THEN = WordPattern(
    rf"\s*(?:[a-z-]+\s+)?(?:{EARLIER}|(?:in|for|during|at|on)\s+(?:the\s+)?(?:\w+\s+){{0,3}}\d{{4}}\b)",
    re.IGNORECASE,
)
_OWN_PREDICATE = WordPattern(r"\s+(?:\w+ed|<change/own_predicate>)\b")


def _is_old_value(text: str, quantity: Quantity, roles: Mapping[str, Quantity]) -> bool:
    """Whether "compared with" leads to the old value: "down to 24% compared with 2019's 31.5%",
    "a fall of 18% compared with 12.1 in 2004"; not "to 4 million jobs, compared to 200,000 added".
    """
    if "from" in roles:
        return False
    new = roles.get("to")
    if new is not None and "number" in roles and _ELSEWHERE.match(text, quantity.end):
        return False  # "rose by 3 points to 9%, compared with 4% in France"
    if new is not None:
        return same_measure(new, quantity) and _OWN_PREDICATE.match(text, quantity.end) is None
    amount = roles.get("number")
    is_share_of_it = amount is not None and amount.kind == "percent" and quantity.kind != "percent"
    return is_share_of_it and _THEN.match(text, quantity.end) is not None


_ELSEWHERE = WordPattern(r"\s+(?:<change/that_of>)\s+(?:the\s+)?(?!<change/part_of_year>\b)[A-Z]")
"""Behind the value of another place or thing."""
_OF_THINGS = re.compile(r"\bof\s+(?:the|these|those|its|their|all|our)\s+$", re.IGNORECASE)
"""Before those that something happened to or in: "growth in three of the six months"."""
_LED_TO = WordPattern(r"\b(?:<change/led_to>)\s+to\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
"""Words whose own "to" leads to no new value: "a rise that corresponded to an 8% higher risk"."""
_WITHIN = re.compile(r"within\s", re.IGNORECASE)
_REVERSED = WordPattern(r"\b(?:<change/below_zero>)\b", re.IGNORECASE)


def _preposition_role(preposition: re.Match[str] | None) -> str | None:
    if preposition is None:
        return None
    if preposition["into"] is not None and _REVERSED.search(preposition[0]):
        return None  # "to a net disinvestment of £2 billion" is below zero
    return _PREPOSITION_ROLES.get(" ".join((preposition[1] or preposition["into"]).lower().split()))
