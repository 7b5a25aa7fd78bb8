"""Claims against a table of what is known: subject, property, value, and how far off a claim may be."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from claimcheck.checking.arithmetic import last_place, rounds_to
from claimcheck.checking.as_read import AsRead
from claimcheck.checking.findings import Place, make_finding, make_findings
from claimcheck.checking.grounding.calendar import agrees, point_fields
from claimcheck.checking.keys import EXCLUSIVE, owner_of, periods_of, place_behind, verbs_before
from claimcheck.checking.rules import is_on
from claimcheck.checking.same import content_key, name_key, same_name, subject_of
from claimcheck.errors import ReadingError
from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_relations import base_forms, family, readings
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.finding import find_quantities
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimcheck.checking.findings import Finding, Findings
    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

CLOSE_SHARE = Decimal("0.05")
"""A figure that is off by no more than this, and by more than the table allows, is close."""


def _none_if_blank(content: Any) -> Any:
    return None if content is None or (isinstance(content, str) and not content.strip()) else content


_Optional = BeforeValidator(_none_if_blank)


def _day_of(value: Any) -> Any:
    """A year or quarter as its last day, a month as its first; a day as it is."""
    text = str(value).strip()
    if _YEAR.fullmatch(text):
        return f"{text}-12-31"
    quarter = _QUARTER.fullmatch(text)
    if quarter is not None:
        return f"{quarter[1]}-{_LAST_DAYS[quarter[2]]}"
    return f"{text}-01" if _MONTH.fullmatch(text) else value


_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_QUARTER = re.compile(r"(\d{4})-?Q([1-4])", re.IGNORECASE)
_LAST_DAYS = {"1": "03-31", "2": "06-30", "3": "09-30", "4": "12-31"}


class Fact(BaseModel):
    """A row of the table.

    `property` says what is known, in words that the claim uses: a counted noun ("employees"), a relation
    ("developed_by"), an event ("founded"), or a kind of claim. `value` is a number, a date as ISO 8601, or a
    name; `unit` a unit as the record writes it, or a currency, where the value has none ("6%"). `as_of` is
    the day, the month, the quarter or the year for which the value holds, `tolerance` how far off a claim may
    be, as a number or, with %, as a share. `source` says who says so.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    line: int = Field(ge=1)
    subject: str = Field(min_length=1)
    property: str = Field(min_length=1)
    value: str = Field(min_length=1)
    unit: Annotated[str | None, _Optional] = None
    as_of: Annotated[dt.date | None, BeforeValidator(_day_of), _Optional] = None
    tolerance: Annotated[str | None, _Optional] = None
    source: Annotated[str | None, _Optional] = None

    def number(self) -> Decimal | None:
        """The value as a number, where it is one; "14 million" is."""
        plain = self.value.replace(",", "").replace("_", "").strip()
        try:
            number = Decimal(plain)
        except ArithmeticError:
            found = find_quantities(self.value)
            whole = len(found) == 1 and found[0].text.strip() == self.value.strip()
            return found[0].number if whole else None
        return number if number.is_finite() else None

    def measured_in(self) -> str | None:
        """The unit of its column, else the one that the value is written with: percent of "6%"."""
        if self.unit is not None:
            return self.unit
        found = find_quantities(self.value)
        is_whole = len(found) == 1 and found[0].text.strip() == self.value.strip()
        return found[0].unit if is_whole else None

    def slack(self, number: Decimal) -> Decimal:
        """How far off a claim of this number may be."""
        if self.tolerance is None:
            return Decimal(0)
        text = self.tolerance.strip()
        if text.endswith("%"):
            return abs(number) * Decimal(text[:-1]) / 100
        return Decimal(text)


def parse_facts(
    rows: Iterable[tuple[int, Mapping[str, Any]]], source: str, on_error: Callable[[ReadingError], None]
) -> list[Fact]:
    """The facts of a table; rows that are none are reported with their line and left out."""
    facts = []
    for line, row in rows:
        try:
            fact = Fact.model_validate({**row, "line": line})
            number = fact.number()
            fact.slack(number if number is not None else Decimal(0))
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"])
            on_error(ReadingError(f"{source}, line {line}: {field}: {first['msg'].lower()}"))
            continue
        except ArithmeticError:
            on_error(ReadingError(f"{source}, line {line}: tolerance: {row.get('tolerance')!r} is no number"))
            continue
        facts.append(fact)
    return facts


def check_documents(documents: Iterable[Document], facts: Iterable[Fact], source: str) -> Findings:
    """The verdict of a table on every claim about something in it.

    Args:
        documents: the records that are checked.
        facts: the rows of the table.
        source: what the table is called.
    """
    checked = tuple(documents)
    known = tuple(facts)
    read = AsRead(checked)
    findings = (finding for document in read.documents for finding in _of_document(document, known, source))
    return make_findings("check", map(read.as_written, findings), checked)


def _of_document(document: Document, facts: tuple[Fact, ...], source: str) -> Iterator[Finding]:
    periods = periods_of(document)
    names = _names_of(document)
    for claim in document.claims:
        subject = subject_of(claim)
        if claim.kind == "quote" or not subject:
            continue
        verdicts = []
        for fact in facts:
            found = None
            if _is_of_position(claim, fact):
                found = _of_position(claim, fact)
            elif _is_subject(fact.subject, subject, names) and _is_about(claim, fact):
                found = _verdict(claim, fact, periods.get(claim.sentence.start, ""), document)
            if found is not None and is_on(f"check/{found[1]}"):
                verdicts.append((_RANK[found[0]], fact.line, found, fact))
        place = Place(
            source=document.source, start=claim.start, end=claim.end, text=claim.text, claim=claim.id
        )
        if not verdicts and is_on("check/unknown"):
            yield make_finding(
                "check/unknown",
                "unknown",
                kind=claim.kind,
                place=place,
                reason="no row of the table says anything about it",
            )
            continue
        if not verdicts:
            continue
        _, _, (verdict, rule, reason, arithmetic), fact = min(verdicts, key=lambda item: item[:2])
        row = f"{fact.subject}, {fact.property}: {fact.value}{f' {fact.unit}' if fact.unit else ''}"
        yield make_finding(
            f"check/{rule}",
            verdict,
            kind=claim.kind,
            place=place,
            evidence=[Place(source=source, start=0, end=len(row), text=row, row=fact.line)],
            reason=reason + (f" ({fact.source})" if fact.source else ""),
            arithmetic=arithmetic,
        )


def _names_of(document: Document) -> dict[str, frozenset[str]]:
    """For each form of a name of a document, all forms of it."""
    found = {}
    for entity in document.entities:
        forms = {entity.text, entity.canonical or entity.text, *(mention.text for mention in entity.mentions)}
        keys = frozenset(name_key(form) for form in forms)
        found.update(dict.fromkeys(keys, keys))
    return found


def _is_subject(row: str, subject: str, names: Mapping[str, frozenset[str]]) -> bool:
    """Whether a row is about the subject of a claim; "Sollen" is not "Sollen University"."""
    if not same_name(subject, row):
        return False
    one, other = name_key(owner_of(subject)), name_key(row)
    forms = names.get(other)
    if one == other or (forms is not None and one in forms):
        return True
    return forms is None and not _is_thing_of(one, other) and not _is_thing_of(other, one)


def _is_thing_of(long: str, short: str) -> bool:
    """Whether a name is another one with a common noun behind or before it: the university of a town."""
    if long.endswith(f" of {short}"):
        return True
    if not long.startswith(f"{short} "):
        return False
    return any(part == "n" for _, part in readings(long.rpartition(" ")[2]))


_RANK = {"supported": 0, "close": 1, "outdated": 2, "contradicted": 3}


def _is_about(claim: BaseClaim, fact: Fact) -> bool:
    """Whether a claim says something of the property of a fact."""
    value = claim.value
    wanted = content_key(fact.property.replace("_", " "))
    if fact.property.replace(" ", "_") in (claim.kind, getattr(value, "relation", None)):
        return _same_unit(claim, fact)
    for field in ("of", "event", "title", "relation", "language", "software"):
        content = getattr(value, field, None)
        words = content_key(str(content).replace("_", " ")) if content else frozenset()
        if wanted and (wanted <= words or (field in _OF_VERBS and _are_among(wanted, words))):
            return _same_unit(claim, fact)
    if wanted and wanted <= content_key(claim.kind.replace("_", " ")):  # "parameters"
        return _same_unit(claim, fact)
    if claim.kind == "count" and not _EMPLOYED.isdisjoint(wanted):  # "employs 2,500 people"
        return any(not _EMPLOYING.isdisjoint(base_forms(verb)) for verb in verbs_before(claim))
    if claim.kind in _MEASURING and wanted and fact.measured_in() is not None and _same_unit(claim, fact):
        clause = _clause_of(claim)
        return wanted <= clause or (_says_measure(wanted, clause) and not _is_of_doing(claim))
    if claim.kind == "count" and wanted:  # "a context window of 8,192 tokens", "seats 34 people"
        is_of_verb = fact.measured_in() is None and any(
            wanted <= base_forms(v) for v in verbs_before(claim)[-1:]
        )
        return is_of_verb or (
            fact.unit is not None and _same_unit(claim, fact) and wanted <= _clause_of(claim)
        )
    return False


_OF_VERBS = frozenset({"event", "relation"})
"""Fields whose words are verbs, of which a property may be the noun."""

_MEASURING = frozenset({"money", "measurement", "change", "percentage"})


def _are_among(wanted: frozenset[str], words: frozenset[str]) -> bool:
    """Whether some words, or verbs that they come from, are all among others: the developer, "developed"."""
    return bool(words) and all(not family(word).isdisjoint(words) for word in wanted)


def _is_of_position(claim: BaseClaim, fact: Fact) -> bool:
    """Whether a claim says who holds a position at what a row is about, and the row says who does."""
    title, house = getattr(claim.value, "title", None), getattr(claim.value, "organization", None)
    wanted = content_key(fact.property.replace("_", " "))
    if claim.kind != "role" or not title or not house or not wanted:
        return False
    return same_name(house, fact.subject) and wanted == content_key(title)


def _of_position(claim: BaseClaim, fact: Fact) -> tuple[str, str, str, str | None] | None:
    """The verdict on who holds a position; another one contradicts it only where there is one: "the CEO"."""
    person: str = claim.value.person  # type: ignore[attr-defined]
    if claim.certainty != "certain" or claim.prediction or claim.polarity == "negative":
        return None
    if same_name(person, fact.value):
        return "supported", "name", f"the table gives {fact.value}", None
    if not _THE_ONE.search(claim.text):
        return None
    return "contradicted", "name", f"the table gives {fact.value}, not {person}", None


_THE_ONE = WordPattern(r"\b(?:<checking/definite>)\s", re.IGNORECASE)

_EMPLOYED = WordSet("checking/employed")
_EMPLOYING = WordSet("checking/employing")

_MEASURED = (
    WordSet("checking/high"),
    WordSet("checking/long"),
    WordSet("checking/wide"),
    WordSet("checking/deep"),
    WordSet("checking/thick"),
    WordSet("checking/heavy"),
    WordSet("checking/large"),
    WordSet("checking/old"),
    WordSet("checking/fast"),
    WordSet("checking/priced"),
)
"""The words for one property of a thing: its height and how tall it is."""


def _is_of_doing(claim: BaseClaim) -> bool:
    """Whether an amount is for doing something, or for each of a time: "costs 40 dollars to repair"."""
    behind = claim.sentence.text[claim.end - claim.sentence.start :]
    return getattr(claim.value, "per", None) is not None or _TO_DO.match(behind) is not None


_TO_DO = re.compile(r"\s+to\s+[a-z]+\b")


def _says_measure(wanted: frozenset[str], clause: frozenset[str]) -> bool:
    """Whether a clause has a word for the property: "tall" for the height, "covers" for the area."""
    return any(wanted <= words.words() and not clause.isdisjoint(words) for words in _MEASURED)


def _clause_of(claim: BaseClaim) -> frozenset[str]:
    """The words around an amount, up to the amounts and clauses beside it."""
    text = claim.sentence.text
    start, end = max(0, claim.start - claim.sentence.start), claim.end - claim.sentence.start
    before = _BESIDE.split(text[:start])[-1]
    subject = claim.subject.text if claim.subject is not None else ""
    return content_key(f"{before} {text[start:end]} {_BESIDE.split(text[end:])[0]} {subject}")


_BESIDE = re.compile(r"[;:()]|,(?!\d)|\b(?:and|while|but|whereas)\b|[$€£]?\d[\d.,]*\d", re.IGNORECASE)


@per_lexicon(maxsize=10_000)
def _unit_named(unit: str) -> str:
    """The name of a unit however it is written, "square kilometre"; empty where it is none."""
    return next((found.unit for found in find_quantities(f"1 {unit}") if found.unit), "")


def _same_unit(claim: BaseClaim, fact: Fact) -> bool:
    unit = fact.measured_in()
    if unit is None:
        return True
    value = claim.value
    units = [getattr(value, field, None) for field in ("unit", "currency", "of")]
    wanted = unit.strip().lower().replace(" ", "_").removesuffix("s")
    symbols = {"%": "percent", "€": "eur", "$": "usd", "£": "gbp"}
    if _unit_named(unit) in units:
        return True
    return any(unit and str(unit).lower().removesuffix("s") == symbols.get(wanted, wanted) for unit in units)


def _verdict(
    claim: BaseClaim, fact: Fact, period: str, document: Document
) -> tuple[str, str, str, str | None] | None:
    """Verdict, rule, reason and arithmetic; None where the fact cannot decide."""
    known = fact.number()
    value = claim.value
    if claim.kind == "change" and known is not None:
        return _of_level(claim, fact, known)
    if claim.kind == "date" or (known is None and hasattr(value, "timex")):
        return _of_date(claim, fact)
    number = getattr(value, "number", None)
    low = number if number is not None else getattr(value, "low", None)
    high = number if number is not None else getattr(value, "high", None)
    if known is not None and low is not None and high is not None:
        found = _of_amount(claim, fact, (known, low, high), period, document)
        return found if found[0] in ("supported", "close") or _is_of_all(claim, fact) else None
    if claim.kind == "role" and fact.property == "role":
        return _of_title(claim, fact)
    object_ = (
        getattr(value, "object", None)
        or getattr(value, "organization", None)
        or getattr(value, "version", None)
    )
    if object_ is None:
        return None
    agreed = same_name(object_, fact.value) == (claim.polarity == "positive")
    relation = getattr(value, "relation", None)
    if not agreed and (claim.certainty != "certain" or claim.prediction):
        return None
    if not agreed and claim.polarity == "positive" and relation is not None and relation not in EXCLUSIVE:
        return None  # a firm has many partners, investors and rivals
    if agreed and claim.polarity == "negative" and relation is not None and relation not in EXCLUSIVE:
        return None
    if agreed:
        return "supported", "name", f"the table gives {fact.value}", None
    return "contradicted", "name", f"the table gives {fact.value}, not {object_}", None


def _of_title(claim: BaseClaim, fact: Fact) -> tuple[str, str, str, str | None] | None:
    """The verdict on what somebody is; another title contradicts nothing, since people have several."""
    title, wanted = content_key(getattr(claim.value, "title", None) or ""), content_key(fact.value)
    if not wanted or claim.polarity == "negative" or not wanted <= title:
        return None
    return "supported", "name", f"the table gives {fact.value}", None


def _of_date(claim: BaseClaim, fact: Fact) -> tuple[str, str, str, str | None] | None:
    timex: str = claim.value.timex  # type: ignore[attr-defined]
    if not point_fields(fact.value):
        return None
    fits = agrees(timex, fact.value) or agrees(fact.value, timex)
    if fits == (claim.polarity == "positive"):
        said = "" if fits else f", and the text denies {timex}"
        return "supported", "date", f"the table gives {fact.value}{said}", None
    if claim.certainty != "certain" or claim.prediction:
        return None
    return "contradicted", "date", f"the table gives {fact.value}, not {timex}", None


def _of_level(claim: BaseClaim, fact: Fact, known: Decimal) -> tuple[str, str, str, str | None] | None:
    """The verdict on what something rose or fell to; by how much it did so says nothing of its level."""
    level = getattr(claim.value, "to", None)
    if level is None:
        return None
    shown = claim.value.describe(claim.comparator)
    if abs(level - known) <= fact.slack(known) or rounds_to(known, level, last_place(level, claim.text)):
        return "supported", "amount", f"the table gives {fact.value}", f"{shown} = {known:f}"
    return None


def _is_of_all(claim: BaseClaim, fact: Fact) -> bool:
    """Whether an amount is said of all that the fact is of, so that another one contradicts it.

    Not what is only expected or possible, what came or went ("hired 60 employees"), nor a part of it
    ("25 employees in Canada").
    """
    if claim.certainty != "certain" or claim.prediction:
        return False
    if claim.kind not in ("count", "percentage"):
        return True
    verbs = verbs_before(claim)
    if verbs and all(_HAVING.isdisjoint(base_forms(word)) for word in verbs):
        return False
    part = place_behind(claim)
    return part is None or part.lower() in fact.subject.lower()


_HAVING = WordSet("checking/having")
"""Verbs by which a thing has all of what is counted."""


def _of_amount(
    claim: BaseClaim, fact: Fact, amounts: tuple[Decimal, Decimal, Decimal], period: str, document: Document
) -> tuple[str, str, str, str | None]:
    known, low, high = amounts
    slack = fact.slack(known)
    fits = low - slack <= known <= high + slack
    if claim.comparator in (">", ">="):
        fits = known + slack >= low
    elif claim.comparator in ("<", "<="):
        fits = known - slack <= high
    about = claim.comparator == "~"
    fits = fits or rounds_to(known, low, last_place(low, claim.text), about=about)
    shown = claim.value.describe(claim.comparator)
    sum_ = f"{shown} {'=' if fits else '≠'} {known:f}" + (f" ± {slack:f}" if slack else "")
    if claim.polarity == "negative":
        verdict = "contradicted" if fits else "supported"
        return verdict, "amount", f"the table gives {fact.value}, and the text denies {shown}", sum_
    if fits:
        return "supported", "amount", f"the table gives {fact.value}", sum_
    as_of = fact.as_of.isoformat() if fact.as_of else ""
    said = period or (document.published.isoformat() if document.published else "")
    if as_of and said and said[:4].isdigit() and said[:4] != as_of[:4]:
        reason = f"the table gives {fact.value} for {as_of}, the text speaks of {said}"
        return "outdated", "amount", reason, sum_
    if abs(low - known) <= abs(known) * CLOSE_SHARE:
        return "close", "amount", f"the table gives {fact.value}", sum_
    return "contradicted", "amount", f"the table gives {fact.value}, not {shown}", sum_


RULES = (
    CheckRule(
        "check/amount",
        ("supported", "close", "outdated", "contradicted"),
        "A row gives the amount.",
        ("Larkspur has 412 customers.", "Larkspur,customers,400"),
        ("Larkspur has 412 customers.", "Larkspur,servers,400"),
    ),
    CheckRule(
        "check/date",
        ("supported", "contradicted"),
        "A row gives the date.",
        ("Larkspur was founded in 2016.", "Larkspur,founded,2017"),
        ("Larkspur was founded in 2016.", "Larkspur,dissolved,2017"),
    ),
    CheckRule(
        "check/name",
        ("supported", "contradicted"),
        "A row gives the other partner of a relation.",
        ("ChatGPT was developed by Anthropic.", "ChatGPT,developed_by,OpenAI"),
        ("ChatGPT was developed by OpenAI.", "ChatGPT,owned_by,Microsoft"),
    ),
    CheckRule(
        "check/unknown",
        ("unknown",),
        "No row says anything about it.",
        ("Larkspur has 412 customers.", "Nordvik,customers,400"),
        ("Larkspur has 412 customers.", "Larkspur,customers,412"),
    ),
)
"""The ways in which a claim stands to what is known."""
