"""What a claim says of what: the key by which claims of many documents are put beside each other.

Two claims can be compared where their keys are equal: the kind, the subject under one name, what is
measured or which relation, the unit, and the period. Only claims about something named have a key: "the
company" of one article is not that of another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.checking.grounding.calendar import point_fields
from claimcheck.checking.same import canonical_name, content_key, is_named, subject_of
from claimcheck.checking.texts import OWN_MEASURES, measuring_words, small_words, words_of
from claimcheck.lexicons.quantities import load_number_words
from claimcheck.lexicons.word_relations import base_forms, family, readings, synonyms
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from decimal import Decimal

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

VALUE_KINDS = frozenset(
    {"language_share", "parameter_count", "percentage", "money", "measurement", "count", "version"}
)
RELATION_KINDS = frozenset({"organization", "technology"})

SAME_RELATION = {"built_with": "made_with", "based_on": "made_with", "written_in": "made_with"}
"""Relations that articles use one for the other when they say what something is made with."""

EXCLUSIVE = frozenset({"developed_by", "acquired_by", "owned_by", "headquartered_in"})
"""Relations of which a thing has one, so that two objects contradict each other."""

MEASURE_REACH = 6
"""Content words to either side of an amount in which what is measured is looked for."""


@dataclass(frozen=True, slots=True)
class ClaimKey:
    """What a claim is about.

    Attributes:
        kind: of the claim; relations that mean the same are one.
        subject: its name, the same for all forms of it.
        measure: what is measured, counted, or which event or relation, by base forms.
        unit: unit, currency or language of the value; empty for none.
        period: the year, quarter or day that its sentence gives, as TIMEX3; empty for none.
    """

    kind: str
    subject: str
    measure: str
    unit: str
    period: str


@dataclass(frozen=True, slots=True)
class ClaimValue:
    """What it says of that: an amount, or the name or date that stands in its place."""

    low: Decimal | None
    high: Decimal | None
    text: str


def key_of(claim: BaseClaim, periods: dict[int, str]) -> ClaimKey | None:
    """The key of a claim; None where it is not about something named, or where its kind has none.

    Args:
        claim: of any kind.
        periods: for the start of each sentence, the one period that it gives; see `periods_of`.
    """
    if claim.kind == "role":
        person: str = getattr(claim.value, "person", "")
        if not is_named(person) or len(person) < 2:
            return None
        title = " ".join(sorted(content_key(getattr(claim.value, "title", "") or "")))
        return ClaimKey("role", canonical_name(person), title, "", "")
    subject = subject_of(claim)
    if subject is None or not is_named(subject):
        return None
    name = canonical_name(owner_of(_YEAR_BEFORE.sub("", subject)))
    if not name:
        return None
    period = periods.get(claim.sentence.start, "") or part_of_year(claim.sentence.text)
    if claim.kind == "change":
        return ClaimKey("change", name, _changed(subject, name), unit_of_claim(claim), period)
    if claim.kind == "comparison":
        reference = canonical_name(getattr(claim.value, "reference", None) or "")
        return ClaimKey("comparison", name, f"{reference}: {_compared_in(claim)}", "", period)
    if claim.kind in RELATION_KINDS:
        relation: str = claim.value.relation  # type: ignore[attr-defined]
        return ClaimKey("relation", name, SAME_RELATION.get(relation, relation), "", "")
    if claim.kind == "date":
        event = getattr(claim.value, "event", None)
        return ClaimKey("date", name, min(base_forms(event.lower())), "", "") if event else None
    if claim.kind in VALUE_KINDS:
        return ClaimKey(claim.kind, name, _measure(claim, name), unit_of_claim(claim), period)
    return None


_YEAR_BEFORE = re.compile(r"^(?:19|20)\d\d\s+(?=[A-Z])")
"""A year that a subject took along: "In 2022 Fjordline"."""


def _changed(subject: str, name: str) -> str:
    """What of a thing changed: house prices of "House prices in Norrfjord"; nothing for the thing itself."""
    own = set(re.findall(r"\w+", name))
    words = (w for w in words_of(subject) if w not in small_words() and w not in own)
    return " ".join(sorted({min(base_forms(word)) for word in words}))


def _compared_in(claim: BaseClaim) -> str:
    """In what two things are compared: memory of "35 percent less memory than TimeStore"."""
    words = (w for w in words_of(claim.text.partition(" than ")[0]) if w not in small_words())
    told = (
        w for w in words if w not in measuring_words() and w not in _SIGNS and w not in load_number_words()
    )
    return " ".join(sorted({min(base_forms(word)) for word in told}))


_SIGNS = WordSet("checking/more")


def office_key_of(claim: BaseClaim) -> ClaimKey | None:
    """The key of an office that one person holds at a time: the mayor of York; None for others."""
    organization = getattr(claim.value, "organization", None)
    title = " ".join(words_of(getattr(claim.value, "title", "") or ""))
    if claim.kind != "role" or not organization or title not in _SOLE_OFFICES:
        return None
    return ClaimKey("office", canonical_name(organization), title, "", "")


_SOLE_OFFICES = WordSet("checking/sole_office")


_POSSESSED = re.compile(
    r"(?P<owner>(?:[A-Z][\w&.'’-]*\s)*[A-Z][\w&.-]*)['’]s?\s+(?:[a-z-]+\s)*(?P<measure>[a-z]+)"
)
_OF_OWNER = re.compile(
    r"(?:[A-Z]?[a-z-]+\s){0,2}(?P<measure>[A-Z]?[a-z]+)\s+(?:of|at|in)\s+(?P<owner>[A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*)*)"
)


_TOLD_BEHIND = re.compile(r"(?<=\w), [a-z][^,]*,?$")
"""What is told behind a name: "Vantor, founded in 1926"."""


def owner_of(subject: str) -> str:
    """Whose measure a subject is: Vantor of "Vantor's revenue" and of "Net debt of Vantor"; else itself.

    The measure itself stands among the words around the amount. What is no measure is a thing of its own:
    Vantor's plant, the University of Leeds.
    """
    subject = _TOLD_BEHIND.sub("", subject)
    described = _DESCRIBED.fullmatch(subject)
    if described is not None and described["what"] not in small_words():
        return described["name"]  # not "The tower in Velmora"
    found = _POSSESSED.fullmatch(subject) or _OF_OWNER.fullmatch(subject)
    is_measure = found is not None and found["measure"].lower() in OWN_MEASURES
    return found["owner"] if found is not None and is_measure else subject


_DESCRIBED = WordPattern(
    r"(?:<common/article>|its|their)\s+(?:[\w-]+\s+){0,3}(?P<what>(?-i:[a-z])[\w-]*)\s+"
    r"(?P<name>(?-i:[A-Z])[\w.&'’-]*(?:\s+(?-i:[A-Z])[\w.&'’-]*)*)",
    re.IGNORECASE,
)
"""A name behind what it is: "the ferry company Fjordline", "the Swiss start-up Datawerk"."""


def place_behind(claim: BaseClaim) -> str | None:
    """The name behind an amount that tells where it is counted: Canada of "25 employees in Canada"."""
    found = _PLACE_BEHIND.match(claim.sentence.text, claim.end - claim.sentence.start)
    return None if found is None or found[1].lower() in _MONTHS else found[1]


_PLACE_BEHIND = WordPattern(r"\s+(?:<checking/where>)\s+(?:the\s+)?(?-i:([A-Z][\w'’-]*))", re.IGNORECASE)
_MONTHS = WordSet("common/month")


def are_said_alike(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether two amounts can be of the same thing, going by the verbs before them.

    A ferry "carried 120 passengers" and "was licensed for 80 passengers". Where one of the two has no verb of
    its own, such as "has", both can be.
    """
    mine, its = verbs_before(one), verbs_before(other)
    if not mine or not its:
        return True
    return any((family(word) | synonyms(word)) & base_forms(their) for word in mine for their in its)


def verbs_before(claim: BaseClaim) -> list[str]:
    """The words before an amount that can be verbs, the nearest of them; "had" says nothing."""
    start = max(0, claim.start - claim.sentence.start)
    subject = set(words_of(claim.subject.text)) if claim.subject is not None else set()
    before = _ASIDE.sub(" ", claim.sentence.text[:start])
    words = [w for w in words_of(before) if w not in small_words() and w not in subject]
    return [word for word in words[-VERB_REACH:] if any(part == "v" for _, part in readings(word))]


_ASIDE = re.compile(r",\s[^,;]*,\s")
"""What is told behind a name: "Vantor, founded in 1926, has"."""

VERB_REACH = 4
"""So many content words before an amount hold its verb."""


def value_of(claim: BaseClaim) -> ClaimValue:
    """The value of a claim as it is compared."""
    value = claim.value
    number = getattr(value, "number", None)
    low = number if number is not None else getattr(value, "low", None)
    high = number if number is not None else getattr(value, "high", None)
    text = ""
    for field in ("object", "timex", "organization", "version"):
        text = text or getattr(value, field, None) or ""
    return ClaimValue(low, high, text)


_ONCE = WordSet("checking/once")
_ISSUED = WordSet("checking/issued")


def _is_of_event(claim: BaseClaim) -> bool:
    """Whether a date is that of a foundation or the like, and so no period of what else its sentence says."""
    event = getattr(claim.value, "event", None)
    forms = base_forms(event.lower()) if event else frozenset()
    return not (_ONCE.isdisjoint(forms) and _ISSUED.isdisjoint(forms))


def periods_of(document: Document) -> dict[int, str]:
    """For each sentence that gives one calendar time, the time."""
    found: dict[int, set[str]] = {}
    for claim in document.claims:
        if claim.kind == "date" and not _is_of_event(claim):
            timex: str = getattr(claim.value, "timex", "")
            fields = point_fields(timex) or {}
            if "year" in fields or "/" in timex:
                found.setdefault(claim.sentence.start, set()).add(timex)
    return {start: next(iter(timexes)) for start, timexes in found.items() if len(timexes) == 1}


_PART_OF_YEAR = WordPattern(
    r"\b(?:(?P<part><checking/which_part>)[ -](?P<which><checking/quarter_year>|<checking/half_year>)"
    r"|Q(?P<number>[1-4]))\b",
    re.IGNORECASE,
)


def part_of_year(text: str) -> str:
    """The quarter or half that a sentence tells of, where it tells of one: `third-quarter`; else nothing."""
    found = {
        f"Q{part['number']}" if part["number"] else f"{part['part']}-{part['which']}".lower()
        for part in _PART_OF_YEAR.finditer(text)
    }
    return found.pop() if len(found) == 1 else ""


def unit_of_claim(claim: BaseClaim) -> str:
    """Unit, currency or language of a value, with what it is for each of; empty for none."""
    value = claim.value
    for field in ("unit", "currency", "language", "software"):
        content = getattr(value, field, None)
        if content:
            per = getattr(value, "per", None)
            rate = f" per {per}" if per else ""
            return (str(content).lower() if field in ("language", "software") else str(content)) + rate
    return ""


EMPLOYEES = "employee"
_EMPLOYED = WordSet("checking/employed")
_EMPLOYING = WordSet("checking/employing")


def is_of_employees(claim: BaseClaim, counted: frozenset[str]) -> bool:
    """Whether a count is of those who work for somebody: "90 employees", "employs 90 people"."""
    if claim.kind != "count":
        return False
    if len(counted) == 1 and not _EMPLOYED.isdisjoint(counted):
        return True
    return counted <= _PEOPLE.words() and any(
        not _EMPLOYING.isdisjoint(base_forms(verb)) for verb in verbs_before(claim)
    )


_PEOPLE = WordSet("checking/anybody")


def _measure(claim: BaseClaim, name: str) -> str:
    """What is measured: the counted noun or population, or the nouns of money, by base forms in order."""
    of = getattr(claim.value, "of", None)
    if of:
        counted = content_key(of)
        return EMPLOYEES if is_of_employees(claim, counted) else " ".join(sorted(counted))
    if claim.kind in ("parameter_count", "language_share", "version"):
        return claim.kind
    start, end = claim.start - claim.sentence.start, claim.end - claim.sentence.start
    text = claim.sentence.text
    last = max((found.end() for found in _OTHER_AMOUNT.finditer(text[: max(0, start)])), default=0)
    following = _OTHER_AMOUNT.search(text, max(0, end))
    before = _telling(text[last : max(0, start)])[-MEASURE_REACH:]
    after = _telling(text[max(0, end) : following.start() if following else None])[:MEASURE_REACH]
    own = set(re.findall(r"\w+", name))
    return " ".join(sorted({min(base_forms(word)) for word in (*before, *after) if word not in own}))


_OTHER_AMOUNT = WordPattern(r"\d|;|\b(?:<checking/parting>)\b", re.IGNORECASE)
"""Behind what a sentence goes on to another amount: "revenue of 48 million and a profit of 3 million"."""


def _telling(text: str) -> list[str]:
    """The words that can say what is measured: no small ones, no units, scales or months."""
    skipped = small_words() | measuring_words()
    return [word for word in words_of(text) if word not in skipped and word not in _MONTHS]
