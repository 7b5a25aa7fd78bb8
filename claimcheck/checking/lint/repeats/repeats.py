"""One thing with two values, or with two dates of what happens once."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.checking.lint.context import without_title
from claimcheck.checking.lint.repeats.said_again import find_said_again, find_two_measures
from claimcheck.checking.lint.repeats.statements import find_contrary_statements, find_other_counts
from claimcheck.checking.lint.subjects import is_sure
from claimcheck.checking.texts import PLAIN_WORD, YEAR
from claimcheck.claims.base import AmountValue
from claimcheck.claims.date import DateClaim
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure
    from claimcheck.claims.base import BaseClaim

_ONCE_ONLY = frozenset({"born", "died", "founded"})
"""Events that happen to a thing once."""


def find_two_dates(text: LintText) -> Iterator[Finding]:
    """Two years for what happens once: a birth, a death, a foundation."""
    first: dict[tuple[str, str], DateClaim] = {}
    for claim in text.document.claims:
        if not isinstance(claim, DateClaim) or not _is_plain(claim):
            continue
        timex, event = claim.value.timex, _once_only((claim.value.event or "").lower())
        if event is None or _OF_A_NAMESAKE.search(_words_up_to(claim)):
            continue
        if event == "founded" and not _IS_FOUNDED.search(_words_up_to(claim)):
            continue
        if event in _OPENED and (
            not _HAPPENED.fullmatch(claim.text)
            or _OPENED_AGAIN.search(claim.sentence.text)
            or not _ENDS.match(claim.sentence.text[claim.end - claim.sentence.start :])
        ):
            continue  # "opened a second branch in 1985"
        name = _person_or_thing(claim) or (
            _described(claim) if event in _OPENED or event == "founded" else None
        )
        if name is None or not re.match(r"\d{4}(?:-\d\d)*$", timex) or claim.value.mod is not None:
            continue
        known = first.setdefault((name, event), claim)
        other = known.value.timex
        length = min(len(timex), len(other))
        if timex[:length] != other[:length] and claim.sentence.start != known.sentence.start:
            deed = "died" if event == "died" else f"been {event}"
            yield text.claim_finding(
                "lint/two-dates",
                claim,
                [known],
                f"{name} is said to have {deed} in {other} and in {timex}",
                arithmetic=f"{other} ≠ {timex}",
            )


def _once_only(event: str) -> str | None:
    """What happens once, in one word: whatever is established is founded."""
    return "founded" if event in _FOUNDING else event if event in _ONCE_ONLY or event in _OPENED else None


_OPENED = WordSet("lint/opened_once")
_OPENED_AGAIN = WordPattern(r"\b(?:<lint/opened_again>)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.,;)]| and\b|$")
_HAPPENED = re.compile(r"(?:(?:was|were|had been) )?[a-z]+ (?:in|on) .*")


def _described(claim: BaseClaim) -> str | None:
    """What a text calls "the bridge" all along; None for any other subject."""
    words = claim.subject.text.lower() if claim.subject is not None else ""
    return words if re.fullmatch(r"the [a-z-]+", words) else None


def _words_up_to(claim: BaseClaim) -> str:
    return claim.sentence.text[: claim.end - claim.sentence.start]


_IS_FOUNDED = WordPattern(
    r"(?:\b(?:<lint/copula>)\b|[,(–—]|^) ?(?:[a-z]+ly |first )?(?:<lint/founding>)\b", re.IGNORECASE
)
"""What was founded, and not who founded it."""

_FOUNDING = WordSet("lint/founding")
_OF_A_NAMESAKE = WordPattern(
    r"\b(?:<lint/namesake>)\b|(?:\b(?:<common/possessor>)|['’]s) (?:\w+ )?(?:<lint/kin>)\b", re.IGNORECASE
)
"""In a sentence with these, a name may be that of another person or thing."""


def _person_or_thing(claim: BaseClaim) -> str | None:
    """The name a claim is about, without the title before it: of "the composer Ann Lee", Ann Lee."""
    name = _named_subject(claim)
    if name is not None or claim.subject is None:
        return name
    subject = claim.subject.resolved or claim.subject.text
    bare = without_title(subject)
    return bare if bare != subject else None


def _is_plain(claim: BaseClaim) -> bool:
    return claim.comparator == "=" and is_sure(claim) and not claim.prediction and claim.attribution is None


_PRONOUNS = WordPattern(
    r"(?:<lint/no_thing>)$",
    re.IGNORECASE,
)


def _named_subject(claim: BaseClaim) -> str | None:
    """The name a claim is about, if its subject is one: a capital that is not only that of a sentence."""
    if claim.subject is None:
        return None
    name = claim.subject.resolved or claim.subject.text
    name = re.sub(r"^(?:The|the|A|An|a|an) ", "", name)
    is_named = name[:1].isupper() and not _PRONOUNS.match(name) and len(name) <= 60
    starts_sentence = claim.subject.start == claim.sentence.start and name[1:].islower()
    if not is_named:
        return None
    if (
        starts_sentence
        and name not in claim.sentence.text[1:]
        and claim.subject.resolved in (None, claim.subject.text)
    ):
        return None
    return name


_TIMES = WordPattern(
    r"\b(?:\d{4}|<lint/of_a_time>)\b",
    re.IGNORECASE,
)
"""Words that say that a value holds at one time, for one part or on one condition; two of them may differ."""


def find_two_values(text: LintText) -> Iterator[Finding]:
    """The same said of the same thing with two values: in the same words, of what lasts, of all told of before."""
    yield from _find_repeats(text)
    yield from find_contrary_statements(text)
    yield from find_other_counts(text)
    yield from find_said_again(text)
    yield from find_two_measures(text)


def _find_repeats(text: LintText) -> Iterator[Finding]:
    """The same said of the same named thing, in the same words, with two values."""
    groups: defaultdict[Hashable, list[BaseClaim]] = defaultdict(list)
    for claim in text.document.claims:
        key = _statement_key(claim)
        if key is not None:
            groups[key].append(claim)
    for claims in groups.values():
        if len({claim.value.describe("=") for claim in claims}) > 2:
            continue  # a series over time
        first = claims[0]
        for later in claims[1:]:
            if later.sentence.start == first.sentence.start or _are_of_two_times(first, later):
                continue
            if _agree(text, first, later):
                continue
            value, other = later.value.describe("="), first.value.describe("=")
            yield text.claim_finding(
                "lint/two-values",
                later,
                [first],
                f"{later.subject_name}: {other} here, {value} there",
                arithmetic=f"{other} ≠ {value}",
                tolerance="each figure may stand for every value that rounds to it",
            )


def _are_of_two_times(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether the sentences of two claims give years, and not the same ones."""
    years = [set(YEAR.findall(claim.sentence.text)) for claim in (one, other)]
    return years[0] != years[1]


def _statement_key(claim: BaseClaim) -> Hashable | None:
    """What a sentence says without the value of a claim in it; None where that is not a plain statement."""
    value = claim.value
    if (
        "|" in claim.sentence.text or "\t" in claim.sentence.text
    ):  # a row of a table; another table may have a row of that name
        return None
    if (
        not isinstance(value, AmountValue)
        or value.number is None
        or not _is_plain(claim)
        or claim.kind == "change"
    ):
        return None
    name = _named_subject(claim)
    if name is None or claim.subject is None or claim.subject.end > claim.start:
        return None
    between = claim.sentence.text[
        claim.subject.end - claim.sentence.start : claim.start - claim.sentence.start
    ]
    words = PLAIN_WORD.findall(between.lower())
    end = claim.end - claim.sentence.start
    rest = _CLAUSE_END.split(_ALTOGETHER.sub("", claim.sentence.text[end : end + 60]))[0]
    opening = claim.sentence.text[: max(claim.subject.start - claim.sentence.start, 0)]
    if not words or len(words) > 4 or any(_TIMES.search(part) for part in (opening, between, rest)):
        return None
    unit = getattr(value, "unit", None) or getattr(value, "currency", None)
    of = getattr(value, "of", None)
    after = tuple(PLAIN_WORD.findall(rest.partition(",")[0].lower()))[:3]
    return claim.kind, name, tuple(words), unit, (of or "").lower(), after


_CLAUSE_END = re.compile(r" and |[.;]")
_ALTOGETHER = WordPattern(r"^\s*(?:<checking/summed>)\b", re.IGNORECASE)


def _agree(text: LintText, one: BaseClaim, other: BaseClaim) -> bool:
    first, second = _figure_of(text, one), _figure_of(text, other)
    return first is None or second is None or first.may_equal(second)


def _figure_of(text: LintText, claim: BaseClaim) -> Figure | None:
    """The figure that a claim is made from."""
    for sentence in text.sentences:
        if sentence.start == claim.sentence.start:
            offset = claim.start - sentence.start
            end = claim.end - sentence.start
            return next((f for f in sentence.figures if f.start < end and offset < f.end), None)
    return None


RULES = (
    (
        find_two_dates,
        CheckRule(
            "lint/two-dates",
            ("inconsistent",),
            "two years for what happens once",
            (
                "Acme Tools was founded in 1998. The town is proud of it. Acme Tools was founded in 1989 by a smith.",
                "",
            ),
            (
                "Acme Tools was founded in 1998. The town is proud of it. Acme Tools was founded in 1998 by a smith.",
                "",
            ),
        ),
    ),
    (
        find_two_values,
        CheckRule(
            "lint/two-values",
            ("inconsistent",),
            "the same said of the same thing with two values",
            ("Acme Tools employs 450 people. The town is proud of it. Acme Tools employs 540 people.", ""),
            ("Acme Tools employs 450 people. The town is proud of it. Bolt Works employs 540 people.", ""),
        ),
    ),
)
"""The finders of this module, each with the rules in whose name it finds."""
