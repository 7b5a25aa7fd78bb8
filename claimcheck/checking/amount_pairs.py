"""Two amounts that two documents give of one thing: equal, rounded, bounded, later, or at odds."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import last_place, rounds_to
from claimcheck.checking.judgement import SOON_DAYS, Judgement, days_between, is_plain
from claimcheck.checking.keys import are_said_alike, place_behind, value_of
from claimcheck.checking.texts import OWN_MEASURES
from claimcheck.lexicons.word_relations import opposites
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.checking.judgement import Said
    from claimcheck.checking.keys import ClaimKey, ClaimValue
    from claimcheck.claims.base import BaseClaim

MIN_SHARED_MEASURE = 0.5
"""Two amounts of one subject are of the same thing if half of the words around them are."""


def judge_amounts(one: Said, other: Said) -> Judgement | None:
    """What two amounts come to; None where they are of two things, or may be."""
    if one.key.unit != other.key.unit:
        return None
    if _is_contrary(one, other):
        what = f"{one.key.subject}: {one.claim.text} of {one.key.measure} / {other.key.measure}"
        return Judgement("compare/amount", "conflicts", what, is_amount=True)
    if not _may_be_of_one_thing(one, other):
        return None
    mine, its = value_of(one.claim), value_of(other.claim)
    is_written = mine.low is None or its.low is None  # versions and the like are compared as they stand
    rule = "compare/version" if is_written else "compare/amount"
    periods = (one.key.period, other.key.period)
    is_one_period = periods[0] == periods[1]
    shown = " / ".join(said.claim.value.describe(said.claim.comparator) for said in (one, other))
    what = f"{one.key.subject}: {shown}"
    if mine.text == its.text if is_written else (mine.low, mine.high) == (its.low, its.high):
        return Judgement(rule, "same", what) if is_one_period or not all(periods) else None
    if all(periods) and not is_one_period:
        return Judgement("compare/later", "updated", f"{what} ({', '.join(periods)})")
    if is_rounded(one, other) or _is_bounded(one.claim, other.claim):
        return Judgement("compare/rounding", "rounds_to", what, shown.replace("/", "~"))
    days = days_between(one.published, other.published)
    if days and _may_grow(mine, its) and not (is_one_period and days <= SOON_DAYS and _is_over(one)):
        return Judgement("compare/later", "updated", f"{what}; published {days} days apart")
    if not is_one_period or not _contradict(one, other, is_written=is_written):
        return None
    return Judgement(rule, "conflicts", what, shown.replace("/", "≠"), is_amount=not is_written)


def _may_be_of_one_thing(one: Said, other: Said) -> bool:
    """Whether two amounts in one unit can be of the same, by their measures, their verbs and their places."""
    if not _same_measure(one.key, other.key) or not are_said_alike(one.claim, other.claim):
        return False
    places = [place_behind(claim) for claim in (one.claim, other.claim)]
    if None not in places and places[0] != places[1]:
        return False  # "300 people in Leeds" and "200 people in York"
    return one.claim.polarity == other.claim.polarity and one.claim.prediction == other.claim.prediction


def _contradict(one: Said, other: Said, *, is_written: bool) -> bool:
    """Whether two unequal amounts of one thing and one period cannot both be."""
    if not (is_plain(one) and is_plain(other)) or not exclude_each_other(one.claim, other.claim):
        return False
    if place_behind(one.claim) != place_behind(other.claim) or _is_described(one) or _is_described(other):
        return False  # "300 people in Leeds", "420 people"; what a county has, of a town beside it
    # two projects may need two versions of one thing
    return not is_written or (_is_of_latest(one.claim) and _is_of_latest(other.claim))


def _is_described(said: Said) -> bool:
    """Whether only a description tells what a claim is about: "the county"."""
    return said.claim.subject is not None and said.claim.subject.resolved_by == "description"


def _is_contrary(one: Said, other: Said) -> bool:
    """Whether both give one amount for one period, the one as a profit and the other as a loss."""
    if one.key.period != other.key.period or not (is_plain(one) and is_plain(other)) or not one.key.period:
        return False
    if value_of(one.claim) != value_of(other.claim) or one.claim.polarity != other.claim.polarity:
        return False
    mine, its = set(one.key.measure.split()), set(other.key.measure.split())
    return any(not (its - mine).isdisjoint(opposites(word, "n")) for word in mine - its)


_LATEST = WordPattern(r"\b(?:<checking/latest>)\b", re.IGNORECASE)


def _is_of_latest(claim: BaseClaim) -> bool:
    """Whether a sentence says before a version that it is the latest, of which there is one."""
    return _LATEST.search(claim.sentence.text, 0, claim.end - claim.sentence.start) is not None


def _is_over(said: Said) -> bool:
    """Whether the year that a claim is of was over when its document was published."""
    year = said.key.period[:4]
    return said.published is not None and year.isdigit() and int(year) < said.published.year


def _same_measure(one: ClaimKey, other: ClaimKey) -> bool:
    if one.measure == other.measure:
        return True
    mine, its = set(one.measure.split()), set(other.measure.split())
    if not OWN_MEASURES.isdisjoint(mine - its) and not OWN_MEASURES.isdisjoint(its - mine):
        return False  # "posted a profit of", "posted revenue of"
    return bool(mine and its) and len(mine & its) / len(mine | its) >= MIN_SHARED_MEASURE


def is_rounded(one: Said, other: Said) -> bool:
    """Whether the less exact of two amounts is the other one rounded."""
    return is_one_rounded(one.claim, other.claim)


def is_one_rounded(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether the less exact of the amounts of two claims is the other one rounded."""
    mine, its = value_of(one), value_of(other)
    if mine.low is None or its.low is None or mine.low != mine.high or its.low != its.high:
        return False
    about = "~" in (one.comparator, other.comparator)
    return rounds_to(mine.low, its.low, _place(its.low, other.text), about=about) or rounds_to(
        its.low, mine.low, _place(mine.low, one.text), about=about
    )


ROUND_FROM = 100


def _place(number: Decimal, text: str) -> Decimal:
    """The last place to which a number is given; one digit before zeros alone may be all that is meant."""
    digits = number.normalize().as_tuple()
    if abs(number) >= ROUND_FROM and len(digits.digits) == 1 and int(digits.exponent) > 0:
        return Decimal(1).scaleb(int(digits.exponent))
    return last_place(number, text)


BOUND_FACTOR = Decimal("1.25")
""""More than 220" is said of 223 and not of 300."""

MOST_GROWTH = Decimal(5)
"""What is so many times as much is of something else, rather than a later figure of the same."""


def _is_bounded(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether either of two amounts is a bound that people give the other."""
    return _bounds_other(one, other) or _bounds_other(other, one)


def _bounds_other(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether one amount is a bound that people give the other: "more than 220 million" for 223 million."""
    bound, value = value_of(one).low, value_of(other).low
    if bound is None or value is None or other.comparator != "=":
        return False
    if one.comparator in (">", ">="):
        return bound <= value <= bound * BOUND_FACTOR
    return one.comparator in ("<", "<=") and value <= bound <= value * BOUND_FACTOR


def _may_grow(one: ClaimValue, other: ClaimValue) -> bool:
    """Whether one amount can be a later figure for the other, by their sizes."""
    if one.low is None or other.low is None:
        return True
    small, large = sorted((abs(one.low), abs(other.low)))
    return large <= small * MOST_GROWTH


ABOUT_EXCLUDES = Decimal("0.1")
"""What is only about right can be so much off."""


def exclude_each_other(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether no amount can be both: "up to 50" and 40 can, "over 50" and 40 cannot."""
    low, high = _bounds(one)
    other_low, other_high = _bounds(other)
    return high < other_low or other_high < low


def _bounds(claim: BaseClaim) -> tuple[Decimal, Decimal]:
    value = value_of(claim)
    if value.low is None or value.high is None:  # versions: no two are one
        written = Decimal(int.from_bytes(value.text.encode(), "big"))
        return written, written
    if claim.comparator in ("<", "<="):
        return Decimal("-Infinity"), value.high
    if claim.comparator in (">", ">="):
        return value.low, Decimal("Infinity")
    if claim.comparator == "~":
        return value.low * (1 - ABOUT_EXCLUDES), value.high * (1 + ABOUT_EXCLUDES)
    return value.low, value.high
