"""Two claims of two documents about one thing: whether they say the same, or contradict each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checking.amount_pairs import is_rounded, judge_amounts
from claimcheck.checking.grounding.calendar import agrees
from claimcheck.checking.judgement import SOON_DAYS, Judgement, days_between, is_plain
from claimcheck.checking.keys import EXCLUSIVE, value_of
from claimcheck.checking.same import field_of, is_named, same_name
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimcheck.checking.judgement import Said


def judge(one: Said, other: Said) -> Judgement | None:
    """What two claims of two documents about one thing come to; their keys are of one kind.

    None where they do not speak of the same, or where it is not sure that they do.
    """
    return _JUDGES.get(one.key.kind, judge_amounts)(one, other)


def _relations(one: Said, other: Said) -> Judgement | None:
    if one.key.measure != other.key.measure:
        return None
    mine, its = value_of(one.claim).text, value_of(other.claim).text
    words = f"{one.key.subject} {one.key.measure.replace('_', ' ')}"
    if same_name(mine, its):
        if one.claim.polarity == other.claim.polarity:
            return Judgement("compare/relation", "same", f"both say: {words} {mine}")
        if is_plain(one) and is_plain(other):
            return Judgement("compare/polarity", "conflicts", f"one says, the other denies: {words} {mine}")
        return None
    if one.key.measure not in EXCLUSIVE or one.claim.polarity != other.claim.polarity:
        return None
    is_sure = is_plain(one) and is_plain(other) and _is_named_there(one, mine) and _is_named_there(other, its)
    if one.claim.polarity == "positive" and is_sure:
        return Judgement("compare/relation", "conflicts", f"{words}: {mine} against {its}")
    return None


def _is_named_there(said: Said, name: str) -> bool:
    """Whether a sentence holds a name itself, and no "company" that may stand for another one."""
    return is_named(name) and name.rsplit(maxsplit=1)[-1].lower() in said.claim.sentence.text.lower()


def _roles(one: Said, other: Said) -> Judgement | None:
    if one.key.measure != other.key.measure:
        return None
    mine, its = value_of(one.claim).text, value_of(other.claim).text
    if not mine or not its or same_name(mine, its):
        return Judgement("compare/role", "same", f"both say: {one.key.subject}, {one.claim.text}")
    if is_plain(one) and is_plain(other):
        return Judgement("compare/role", "conflicts", f"{one.key.subject}: {mine} against {its}")
    return None


def _offices(one: Said, other: Said) -> Judgement | None:
    """Two persons in one office of one house, in documents of about the same time."""
    mine, its = (getattr(said.claim.value, "person", "") for said in (one, other))
    if one.key.measure != other.key.measure or not is_named(mine) or not is_named(its):
        return None
    if same_name(mine, its) or days_between(one.published, other.published) > SOON_DAYS:
        return None
    if not (is_plain(one) and is_plain(other)) or one.claim.polarity != other.claim.polarity:
        return None
    what = f"{one.key.measure} of {one.key.subject}"
    return Judgement("compare/role", "conflicts", f"{what}: {mine} against {its}")


def _changes(one: Said, other: Said) -> Judgement | None:
    """Two changes of one thing in one period: by the same, or by other amounts or the other way."""
    is_one = (one.key.measure, one.key.period) == (other.key.measure, other.key.period)
    if not is_one or not one.key.period or not (is_plain(one) and is_plain(other)):
        return None
    if one.claim.polarity != other.claim.polarity:
        return None
    mine, its = one.claim.value, other.claim.value
    what = f"{one.key.subject}: {one.claim.text} / {other.claim.text}"
    roles = [
        role
        for role in ("number", "from_", "to")
        if None not in (field_of(one.claim, role), field_of(other.claim, role))
    ]
    if not roles or (one.key.unit != other.key.unit and roles == ["number"]):
        return None
    same = all(field_of(one.claim, role) == field_of(other.claim, role) for role in roles)
    turned = mine.direction != its.direction  # type: ignore[attr-defined]
    if same:
        return Judgement("compare/change", "conflicts" if turned else "same", what)
    if turned or {one.claim.comparator, other.claim.comparator} != {"="}:
        return None
    return None if is_rounded(one, other) else Judgement("compare/change", "conflicts", what)


def _comparisons(one: Said, other: Said) -> Judgement | None:
    """Two comparisons of one thing with another in the same respect, one the other way round."""
    if one.key.measure != other.key.measure or one.key.period != other.key.period:
        return None
    mine, its = (field_of(said.claim, "factor") for said in (one, other))
    if mine is None or its is None or not (is_plain(one) and is_plain(other)):
        return None
    what = f"{one.key.subject}: {one.claim.text} / {other.claim.text}"
    if mine == its:
        return Judgement("compare/change", "same", what)
    return Judgement("compare/change", "conflicts", what) if (mine > 1) != (its > 1) else None


def _dates(one: Said, other: Said) -> Judgement | None:
    if one.key.measure != other.key.measure:
        return None
    mine, its = value_of(one.claim).text, value_of(other.claim).text
    if agrees(mine, its) or agrees(its, mine):
        return Judgement("compare/date", "same", f"{one.key.subject}, {one.key.measure}: {mine}, {its}")
    if "X" in mine + its or "/" in mine + its or len(mine) != len(its):
        return None
    if _ONCE.isdisjoint({one.key.measure}) or not (is_plain(one) and is_plain(other)):
        return None
    return Judgement(
        "compare/date", "conflicts", f"{one.key.subject}, {one.key.measure}: {mine} against {its}"
    )


_ONCE = WordSet("checking/once")
"""Events that a thing has once."""


_JUDGES: Mapping[str, Callable[[Said, Said], Judgement | None]] = {
    "relation": _relations,
    "role": _roles,
    "office": _offices,
    "date": _dates,
    "change": _changes,
    "comparison": _comparisons,
}
"""By the kind of a key; those of all other kinds are of amounts."""
