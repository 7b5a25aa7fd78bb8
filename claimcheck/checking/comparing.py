"""The claims of several documents beside each other: what they agree on and what they conflict in."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import last_place, rounds_to
from claimcheck.checking.crosswise import Crosswise
from claimcheck.checking.findings import Place, make_finding, make_findings
from claimcheck.checking.grounding.calendar import agrees
from claimcheck.checking.keys import (
    EXCLUSIVE,
    VALUE_KINDS,
    ClaimKey,
    ClaimValue,
    are_said_alike,
    key_of,
    office_key_of,
    periods_of,
    place_behind,
    value_of,
)
from claimcheck.checking.publication import publication_day
from claimcheck.checking.retold import retold_amounts
from claimcheck.checking.rules import is_on
from claimcheck.checking.same import field_of, is_named, same_name
from claimcheck.lexicons.word_relations import opposites
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from claimcheck.checking.findings import Finding, Findings
    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

MIN_SHARED_MEASURE = 0.5
"""Two amounts of one subject are of the same thing if half of the words around them are."""


class _Said:
    """A claim with its document and its key."""

    __slots__ = ("claim", "document", "key", "published")

    def __init__(
        self, claim: BaseClaim, document: Document, key: ClaimKey, published: dt.date | None
    ) -> None:
        self.claim, self.document, self.key, self.published = claim, document, key, published

    def place(self) -> Place:
        """Where it stands."""
        claim = self.claim
        return Place(
            source=self.document.source, start=claim.start, end=claim.end, text=claim.text, claim=claim.id
        )


def compare_documents(documents: Iterable[Document], nlp: Language) -> Findings:
    """Every claim about something named, with what the other documents say of the same.

    A claim that several documents make is one finding, at its place in the first of them.

    Args:
        documents: the documents; a record without its text is known by its claims' sentences.
        nlp: the pipeline by which documents that tell of one thing are tagged.
    """
    checked = tuple(documents)
    groups: dict[tuple[str, str], list[_Said]] = {}
    for document in checked:
        periods = periods_of(document)
        published = publication_day(document)
        for claim in document.claims:
            for key in (key_of(claim, periods), office_key_of(claim)):
                if key is None:
                    continue
                said = _Said(claim, document, key, published)
                groups.setdefault((key.kind, key.subject), []).append(said)
    findings = [finding for _, group in sorted(groups.items()) for finding in _of_subject(group)]
    crosswise = Crosswise(checked, nlp)
    findings = [finding for finding in findings if not _is_of_two_events(finding, crosswise)]
    findings = _with_unnamed(findings, checked, crosswise)
    order = {document.source: number for number, document in enumerate(checked)}
    findings.sort(key=lambda f: (order[f.place.source], f.place.start, f.place.end, f.rule))
    return make_findings("compare", findings, checked)


def _is_of_two_events(finding: Finding, crosswise: Crosswise) -> bool:
    """Whether two amounts are of documents of two days, or that give other figures throughout."""
    if finding.verdict != "conflicts" or finding.kind not in VALUE_KINDS:
        return False
    i, j = sorted(crosswise.numbers[place.source] for place in (finding.place, *finding.evidence[:1]))
    return crosswise.are_of_two_events(i, j)


def _with_unnamed(
    findings: list[Finding], documents: tuple[Document, ...], crosswise: Crosswise
) -> list[Finding]:
    """The findings with the conflicts that are known by their sentences only.

    What two documents say of the same by its key is compared by that; what seemed to stand in one alone may
    be told otherwise in the other.
    """
    paired = {
        (place.source, place.claim)
        for finding in findings
        if finding.verdict != "only_in_one"
        for place in (finding.place, *finding.evidence)
    }
    told = set()
    found = []
    for rule, reason, one, other, claim, its in _unnamed(documents, crosswise):
        places = [
            Place(source=document.source, start=c.start, end=c.end, text=c.text, claim=c.id)
            for document, c in ((one, claim), (other, its))
        ]
        ends = [(place.source, place.claim) for place in places]
        is_turned = field_of(claim, "direction") != field_of(its, "direction")
        can_be_one = not _exclude(claim, its) or _is_one_rounded(claim, its)
        if not paired.isdisjoint(ends) or (can_be_one and not is_turned):
            continue
        told.update(ends)
        paired.update(ends)
        shown = " / ".join(c.value.describe(c.comparator) for c in (claim, its))
        found.append(
            make_finding(
                rule,
                "conflicts",
                kind=claim.kind,
                place=places[0],
                evidence=places[1:],
                reason=f"{reason}: {shown}",
                arithmetic=shown.replace("/", "≠"),
            )
        )
    kept = (f for f in findings if f.verdict != "only_in_one" or (f.place.source, f.place.claim) not in told)
    return [*kept, *found]


def _unnamed(
    documents: tuple[Document, ...], crosswise: Crosswise
) -> Iterator[tuple[str, str, Document, Document, BaseClaim, BaseClaim]]:
    """Rule, reason, two documents and a claim of each, which contradict each other by their sentences."""
    if is_on("compare/retold"):
        for pair in retold_amounts(documents, crosswise.differ_throughout):
            yield "compare/retold", "two sentences that else say the same", *pair
    if is_on("compare/crosswise"):
        for pair in crosswise.conflicts():
            yield "compare/crosswise", "two articles that else agree", *pair


def _of_subject(group: list[_Said]) -> Iterator[Finding]:
    """The findings on claims of one kind about one thing."""
    paired: set[int] = set()
    for at, one in enumerate(group):
        for number in range(at + 1, len(group)):
            other = group[number]
            if other.document.source == one.document.source:
                continue
            found = judge(one, other)
            if found is None or not is_on(found[0]):
                continue
            if found[1] == "conflicts" and found[0] == "compare/amount" and _is_given_too(one, other, group):
                continue
            if at in paired and number in paired:  # said already, by way of a third
                continue
            rule, verdict, reason, arithmetic = found
            paired.update((at, number))
            yield make_finding(
                rule,
                verdict,
                kind=one.claim.kind,
                place=one.place(),
                evidence=[other.place()],
                reason=reason,
                arithmetic=arithmetic,
            )
    for at, one in enumerate(group):
        if at not in paired and one.key.kind in _TOLD_ALONE and is_on("compare/alone"):
            yield make_finding(
                "compare/alone",
                "only_in_one",
                kind=one.claim.kind,
                place=one.place(),
                reason=f"only {one.document.source} says this",
            )


def _is_given_too(one: _Said, other: _Said, group: list[_Said]) -> bool:
    """Whether one of two documents gives the amount of the other one too, so that its own is of another time.

    "It sold 4.5 million cars. In 2022 it had sold 3.9 million."
    """
    for mine, its in ((one, other), (other, one)):
        beside = (s for s in group if s.document.source == its.document.source and s is not its)
        for said in beside:
            found = judge(mine, said)
            if found is not None and found[1] in ("same", "rounds_to"):
                return True
    return False


_TOLD_ALONE = frozenset({"relation", "role", "date"}) | VALUE_KINDS
"""Kinds of keys whose claims are shown where no other document has them; offices are shown as roles."""


def judge(one: _Said, other: _Said) -> tuple[str, str, str, str | None] | None:
    """Rule, verdict, reason and arithmetic for two claims of two documents about one thing, or None.

    None where they do not speak of the same, or where it is not sure that they do.
    """
    if one.key.kind == "relation":
        return _relations(one, other)
    if one.key.kind == "role":
        return _roles(one, other)
    if one.key.kind == "office":
        return _offices(one, other)
    if one.key.kind == "date":
        return _dates(one, other)
    if one.key.kind == "change":
        return _changes(one, other)
    if one.key.kind == "comparison":
        return _comparisons(one, other)
    return _amounts(one, other)


def _plain(said: _Said) -> bool:
    """Whether a claim is asserted flatly, so that it can contradict another."""
    claim = said.claim
    return claim.certainty == "certain" and not claim.prediction


def _relations(one: _Said, other: _Said) -> tuple[str, str, str, str | None] | None:
    if one.key.measure != other.key.measure:
        return None
    mine, its = value_of(one.claim).text, value_of(other.claim).text
    words = f"{one.key.subject} {one.key.measure.replace('_', ' ')}"
    if same_name(mine, its):
        if one.claim.polarity == other.claim.polarity:
            return "compare/relation", "same", f"both say: {words} {mine}", None
        if _plain(one) and _plain(other):
            return "compare/polarity", "conflicts", f"one says, the other denies: {words} {mine}", None
        return None
    if one.key.measure not in EXCLUSIVE or one.claim.polarity != other.claim.polarity:
        return None
    is_sure = _plain(one) and _plain(other) and _is_named_there(one, mine) and _is_named_there(other, its)
    if one.claim.polarity == "positive" and is_sure:
        return "compare/relation", "conflicts", f"{words}: {mine} against {its}", None
    return None


def _is_named_there(said: _Said, name: str) -> bool:
    """Whether a sentence holds a name itself, and no "company" that may stand for another one."""
    return is_named(name) and name.rsplit(maxsplit=1)[-1].lower() in said.claim.sentence.text.lower()


def _roles(one: _Said, other: _Said) -> tuple[str, str, str, str | None] | None:
    if one.key.measure != other.key.measure:
        return None
    mine, its = value_of(one.claim).text, value_of(other.claim).text
    if not mine or not its or same_name(mine, its):
        return "compare/role", "same", f"both say: {one.key.subject}, {one.claim.text}", None
    if _plain(one) and _plain(other):
        return "compare/role", "conflicts", f"{one.key.subject}: {mine} against {its}", None
    return None


def _offices(one: _Said, other: _Said) -> tuple[str, str, str, str | None] | None:
    """Two persons in one office of one house, in documents of about the same time."""
    mine, its = (getattr(said.claim.value, "person", "") for said in (one, other))
    if one.key.measure != other.key.measure or not is_named(mine) or not is_named(its):
        return None
    if same_name(mine, its) or _days(one.published, other.published) > _SOON:
        return None
    if not (_plain(one) and _plain(other)) or one.claim.polarity != other.claim.polarity:
        return None
    what = f"{one.key.measure} of {one.key.subject}"
    return "compare/role", "conflicts", f"{what}: {mine} against {its}", None


def _changes(one: _Said, other: _Said) -> tuple[str, str, str, str | None] | None:
    """Two changes of one thing in one period: by the same, or by other amounts or the other way."""
    is_one = (one.key.measure, one.key.period) == (other.key.measure, other.key.period)
    if not is_one or not one.key.period or not (_plain(one) and _plain(other)):
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
        return ("compare/change", "conflicts" if turned else "same", what, None)
    if turned or {one.claim.comparator, other.claim.comparator} != {"="}:
        return None
    return None if _rounds(one, other) else ("compare/change", "conflicts", what, None)


def _comparisons(one: _Said, other: _Said) -> tuple[str, str, str, str | None] | None:
    """Two comparisons of one thing with another in the same respect, one the other way round."""
    if one.key.measure != other.key.measure or one.key.period != other.key.period:
        return None
    mine, its = (field_of(said.claim, "factor") for said in (one, other))
    if mine is None or its is None or not (_plain(one) and _plain(other)):
        return None
    what = f"{one.key.subject}: {one.claim.text} / {other.claim.text}"
    if mine == its:
        return "compare/change", "same", what, None
    return ("compare/change", "conflicts", what, None) if (mine > 1) != (its > 1) else None


def _dates(one: _Said, other: _Said) -> tuple[str, str, str, str | None] | None:
    if one.key.measure != other.key.measure:
        return None
    mine, its = value_of(one.claim).text, value_of(other.claim).text
    if agrees(mine, its) or agrees(its, mine):
        return "compare/date", "same", f"{one.key.subject}, {one.key.measure}: {mine}, {its}", None
    if "X" in mine + its or "/" in mine + its or len(mine) != len(its):
        return None
    if _ONCE.isdisjoint({one.key.measure}) or not (_plain(one) and _plain(other)):
        return None
    return "compare/date", "conflicts", f"{one.key.subject}, {one.key.measure}: {mine} against {its}", None


_ONCE = WordSet("checking/once")
"""Events that a thing has once."""


def _amounts(one: _Said, other: _Said) -> tuple[str, str, str, str | None] | None:
    if one.key.unit != other.key.unit:
        return None
    if _is_contrary(one, other):
        shown = f"{one.key.measure} / {other.key.measure}"
        return "compare/amount", "conflicts", f"{one.key.subject}: {one.claim.text} of {shown}", None
    if not _same_measure(one.key, other.key):
        return None
    if not are_said_alike(one.claim, other.claim):
        return None
    places = [place_behind(claim) for claim in (one.claim, other.claim)]
    if None not in places and places[0] != places[1]:
        return None  # "300 people in Leeds" and "200 people in York"
    if one.claim.polarity != other.claim.polarity or one.claim.prediction != other.claim.prediction:
        return None
    mine, its = value_of(one.claim), value_of(other.claim)
    same_period = one.key.period == other.key.period
    shown = " / ".join(said.claim.value.describe(said.claim.comparator) for said in (one, other))
    what = f"{one.key.subject}: {shown}"
    is_named = mine.low is None or its.low is None  # versions and the like are compared as they are written
    if is_named:
        equal = mine.text == its.text
        rule = "compare/version"
    else:
        equal = (mine.low, mine.high) == (its.low, its.high)
        rule = "compare/amount"
    if equal:
        return (
            (rule, "same", what, None) if same_period or not (one.key.period and other.key.period) else None
        )
    if one.key.period and other.key.period and not same_period:
        return "compare/later", "updated", f"{what} ({one.key.period}, {other.key.period})", None
    if _rounds(one, other):
        return "compare/rounding", "rounds_to", what, shown.replace("/", "~")
    if _bounds_other(one.claim, other.claim) or _bounds_other(other.claim, one.claim):
        return "compare/rounding", "rounds_to", what, shown.replace("/", "~")
    days = _days(one.published, other.published)
    if days and _may_grow(mine, its) and not (same_period and days <= _SOON and _is_over(one)):
        return "compare/later", "updated", f"{what}; published {days} days apart", None
    if not same_period or not (_plain(one) and _plain(other)) or not _exclude(one.claim, other.claim):
        return None
    if places[0] != places[1] or _is_described(one) or _is_described(other):
        return None  # "300 people in Leeds", "420 people"; what a county has, of a town beside it
    if is_named and not (_is_of_latest(one.claim) and _is_of_latest(other.claim)):
        return None  # two projects may need two versions of one thing
    return rule, "conflicts", what, shown.replace("/", "≠")


def _is_described(said: _Said) -> bool:
    """Whether only a description tells what a claim is about: "the county"."""
    return said.claim.subject is not None and said.claim.subject.resolved_by == "description"


def _is_contrary(one: _Said, other: _Said) -> bool:
    """Whether both give one amount for one period, the one as a profit and the other as a loss."""
    if one.key.period != other.key.period or not (_plain(one) and _plain(other)) or not one.key.period:
        return False
    if value_of(one.claim) != value_of(other.claim) or one.claim.polarity != other.claim.polarity:
        return False
    mine, its = set(one.key.measure.split()), set(other.key.measure.split())
    return any(not (its - mine).isdisjoint(opposites(word, "n")) for word in mine - its)


_LATEST = WordPattern(r"\b(?:<checking/latest>)\b", re.IGNORECASE)


def _is_of_latest(claim: BaseClaim) -> bool:
    """Whether a sentence says before a version that it is the latest, of which there is one."""
    return _LATEST.search(claim.sentence.text, 0, claim.end - claim.sentence.start) is not None


_SOON = 31
"""A figure of a period that is over is not revised within so many days."""


def _is_over(said: _Said) -> bool:
    """Whether the year that a claim is of was over when its document was published."""
    year = said.key.period[:4]
    return said.published is not None and year.isdigit() and int(year) < said.published.year


def _same_measure(one: ClaimKey, other: ClaimKey) -> bool:
    if one.measure == other.measure:
        return True
    mine, its = set(one.measure.split()), set(other.measure.split())
    if not _MEASURES.isdisjoint(mine - its) and not _MEASURES.isdisjoint(its - mine):
        return False  # "posted a profit of", "posted revenue of"
    return bool(mine and its) and len(mine & its) / len(mine | its) >= MIN_SHARED_MEASURE


_MEASURES = WordSet("checking/own_measure")


def _rounds(one: _Said, other: _Said) -> bool:
    """Whether the less exact of two amounts is the other one rounded."""
    return _is_one_rounded(one.claim, other.claim)


def _is_one_rounded(one: BaseClaim, other: BaseClaim) -> bool:
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


def _exclude(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether no amount can be both: "up to 50" and 40 can, "over 50" and 40 cannot."""
    low, high = _bounds(one)
    other_low, other_high = _bounds(other)
    return high < other_low or other_high < low


def _bounds(claim: BaseClaim) -> tuple[Decimal, Decimal]:
    value = value_of(claim)
    if value.low is None or value.high is None:  # versions: no two are one
        return (Decimal(hash_free(value.text)), Decimal(hash_free(value.text)))
    if claim.comparator in ("<", "<="):
        return Decimal("-Infinity"), value.high
    if claim.comparator in (">", ">="):
        return value.low, Decimal("Infinity")
    if claim.comparator == "~":
        return value.low * (1 - ABOUT_EXCLUDES), value.high * (1 + ABOUT_EXCLUDES)
    return value.low, value.high


def hash_free(text: str) -> int:
    """A number that is the same for the same text only, whatever the process."""
    return int.from_bytes(text.encode(), "big")


def _days(one: dt.date | None, other: dt.date | None) -> int:
    return abs((one - other).days) if one and other else 0


_PLANT = (
    "Vexa Motors opened a plant in York on 4 May 2023. It cost 84 million euros. It has 412 workers, and "
    "2,600 cars a week leave it."
)
_RETOLD = (
    "On 4 May 2023 Vexa Motors opened its York plant, which cost 84 million euros. In the works 412 people "
    "build 2,600 cars a week."
)

RULES = (
    CheckRule(
        "compare/relation",
        ("same", "conflicts"),
        "Two documents name the same, or another, partner of a relation.",
        ("ChatGPT was developed by OpenAI.", "ChatGPT was developed by Anthropic."),
        ("ChatGPT was developed by OpenAI.", "Claude was developed by Anthropic."),
    ),
    CheckRule(
        "compare/polarity",
        ("conflicts",),
        "One document denies what another says.",
        ("ChatGPT was built with Django.", "ChatGPT was not built with Django."),
        ("ChatGPT was built with Django.", "ChatGPT was not built with Flask."),
    ),
    CheckRule(
        "compare/role",
        ("same", "conflicts"),
        "Two documents give a person the same office, at the same or at another organization.",
        ("Jane Reed is the chief executive of Microsoft.", "Jane Reed is the chief executive of Google."),
        ("Jane Reed is the chief executive of Microsoft.", "Jane Reed is the founder of Google."),
    ),
    CheckRule(
        "compare/date",
        ("same", "conflicts"),
        "Two documents date an event that happens once.",
        ("Larkspur was founded in 2016.", "Larkspur was founded in 2018."),
        ("Larkspur was founded in 2016.", "Larkspur was expanded in 2018."),
    ),
    CheckRule(
        "compare/amount",
        ("same", "conflicts"),
        "Two documents give an amount of the same thing for the same time.",
        ("Larkspur has 412 customers.", "Larkspur has 512 customers."),
        ("Larkspur has 412 customers.", "Larkspur has 512 servers."),
    ),
    CheckRule(
        "compare/change",
        ("same", "conflicts"),
        "Two documents tell a change, or compare a thing with another, by the same figure or the other way.",
        ("In 2023 the revenue of Larkspur rose 12%.", "In 2023 the revenue of Larkspur fell 12%."),
        ("In 2023 the revenue of Larkspur rose 12%.", "In 2024 the revenue of Larkspur fell 12%."),
    ),
    CheckRule(
        "compare/version",
        ("same", "conflicts"),
        "Two documents give a version of the same software.",
        ("Wren runs on PyTorch 2.4.", "Wren runs on PyTorch 2.4."),
        ("Wren runs on PyTorch 2.4.", "Kestrel runs on Django 5.0."),
    ),
    CheckRule(
        "compare/rounding",
        ("rounds_to",),
        "One document gives an amount that the other one rounds.",
        ("Larkspur has 4,489 customers.", "Larkspur has about 4,500 customers."),
        ("Larkspur has 4,489 customers.", "Larkspur has 4,489 servers."),
    ),
    CheckRule(
        "compare/later",
        ("updated",),
        "Two documents give an amount of the same thing for different times.",
        ("In 2023 Microsoft had 412 offices.", "In 2024 Microsoft had 512 offices."),
        ("In 2023 Microsoft had 412 offices.", "In 2023 Microsoft had 512 servers."),
    ),
    CheckRule(
        "compare/retold",
        ("conflicts",),
        "Two documents about one thing give another amount in sentences that else say the same.",
        (
            "Microsoft and Google closed the plant in York. Nine people were injured.",
            "Microsoft and Google shut their York plant. Eleven people were injured.",
        ),
        (
            "Microsoft and Google closed the plant in York. Nine people were injured.",
            "Microsoft and Google shut their York plant. Eleven people were killed.",
        ),
    ),
    CheckRule(
        "compare/crosswise",
        ("conflicts",),
        "Two documents that agree in most figures contradict each other, whichever is taken as the source.",
        (_PLANT, _RETOLD.replace("84 million", "94 million")),
        (_PLANT, _RETOLD.replace("84 million", "94 million").replace("412", "380").replace("2023", "2022")),
    ),
    CheckRule(
        "compare/alone",
        ("only_in_one",),
        "Only one document says something.",
        ("Larkspur has 412 customers.", "Nordvik sells chairs."),
        ("Larkspur has 412 customers.", "Larkspur has 412 customers."),
    ),
)
"""The ways in which documents agree and contradict each other."""
