"""Dates, ages and durations that cannot be right together."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.lint.context import slots
from claimcheck.claims.date import DateClaim
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"\b(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_DATED = (
    re.compile(
        rf"{_WEEKDAY}\.?,? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_WEEKDAY}\.?,? {_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.IGNORECASE
    ),
    re.compile(rf"{_WEEKDAY}\.?,? (?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)\b", re.IGNORECASE),
    re.compile(
        rf"\b{_MONTH} (?P<day>\d{{1,2}}), (?P<year>\d{{4}}),? (?:\(|a |which was a ){_WEEKDAY}(?=[,.;:)]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>\d{{4}}),? (?:\(|a |which was a ){_WEEKDAY}(?=[,.;:)]|$)",
        re.IGNORECASE,
    ),
)
_NEWSPAPER = re.compile(r"(?:\b(?!On|By|Since|Until|The|From|This|Last|Next|At)[A-Z][\w'’]*|\bMail on) $")
"""Before a weekday that is part of a name: "Edmonton Sun", "Mail on Sunday"."""

GREGORIAN_SINCE = 1753
"""The first full year of the new calendar in Britain; before that a weekday proves nothing."""


def find_wrong_weekday(text: LintText) -> Iterator[Finding]:
    """A weekday that does not fit the date it stands before."""
    for sentence in text.sentences:
        for pattern in _DATED:
            for match in pattern.finditer(sentence.text):
                if _NEWSPAPER.search(sentence.text, 0, match.start()):
                    continue
                month = match["month"]
                number = int(month) if month.isdecimal() else _MONTH_NUMBERS[month.lower()[:3]]
                try:
                    date = dt.date(int(match["year"]), number, int(match["day"]))
                except ValueError:
                    continue
                actual = _WEEKDAYS[date.weekday()]
                if date.year >= GREGORIAN_SINCE and not actual.lower().startswith(
                    match["weekday"].lower()[:3]
                ):
                    yield make_finding(
                        "lint/weekday",
                        "inconsistent",
                        kind="date",
                        place=text.place_of(sentence, match.start(), match.end()),
                        reason=f"{date.day} {_MONTHS[number - 1].capitalize()} {date.year} was a {actual}",
                        arithmetic=f"{date.isoformat()} is a {actual}",
                        tolerance="the Gregorian calendar",
                    )


_YEAR = r"(?:1[5-9]|20)\d\d"
_YEARS_FROM = (
    re.compile(
        rf"\b(?:from|between|lasted from|ran from) (?P<a>{_YEAR}) (?:to|and|until|through|till) (?P<b>{_YEAR})\b(?!\s*(?:BC|B\.C|%|\$|[a-z]*s\b))",
        re.IGNORECASE,
    ),
    re.compile(rf"\((?:born |b\. )?(?P<a>{_YEAR}) ?[-–—] ?(?P<b>{_YEAR})\)"),
    re.compile(rf"\bfrom (?:[A-Z][a-z]+ )?(?P<a>{_YEAR}) (?:to|until) (?:[A-Z][a-z]+ )(?P<b>{_YEAR})\b"),
)
_BACK = WordPattern(
    r"\b(?:back|bc|bce|b\.c|<lint/back>)\b",
    re.IGNORECASE,
)


_SCALED = re.compile(r"\b(?:thousand|million|billion|trillion|m|bn|k)\b", re.IGNORECASE)


def _shares_scale(low: Figure, high: Figure) -> bool:
    """Whether the second end may leave out the scale of the first: "between $25 million and $65"."""
    return bool(_SCALED.search(low.text)) and not _SCALED.search(high.text)


def find_inverted_range(text: LintText) -> Iterator[Finding]:
    """A range that ends before it begins."""
    for sentence in text.sentences:
        for pattern in _YEARS_FROM:
            for match in pattern.finditer(sentence.text):
                around = sentence.text[max(match.start() - 30, 0) : match.end() + 10]
                if match["a"] > match["b"] and not _BACK.search(around):
                    yield make_finding(
                        "lint/range",
                        "inconsistent",
                        kind="date",
                        place=text.place_of(sentence, match.start(), match.end()),
                        reason=f"the range ends in {match['b']}, before it begins in {match['a']}",
                        arithmetic=f"{match['b']} < {match['a']}",
                    )
    for sentence, named, _ in (*text.matches(_BETWEEN), *text.matches(_COSTS_FROM)):
        low, high = named["a"], named["b"]
        if (
            low.dimension == high.dimension
            and low.interval.low > high.interval.high
            and low.kind == high.kind
            and not _shares_scale(low, high)
        ):
            yield text.finding(
                "lint/range",
                sentence,
                (low, high),
                f"between {low.text} and {high.text} there is nothing: the range is inverted",
                arithmetic=f"{high.text} < {low.text}",
            )


_BETWEEN = slots(r"\bbetween <a> and <b>")
_COSTS_FROM = slots(
    r"\b(?:cost|costs|costing|take|takes|taking|last|lasts|lasting|range|ranges|ranged|ranging|vary|varies|varied|varying"
    r"|anything|anywhere) from <a> to <b>"
)
"""Verbs of what is so much or so much; what falls goes from more to less."""

_DIED_AT = slots(
    r"\b(?:died|death|dead|killed|passed away)\b[^<]{0,60}?(?:\bage of|\baged?|\bat(?: the age of)?|,) <age>(?: years old)?"
)
_IN_YEAR_AGED = slots(
    rf"\bin (?P<year>{_YEAR}),? (?:and |when )?(?:at the age of|at age|aged|when (?:he|she) was|(?:he|she) was) <age>"
)


_AGED_IN_YEAR = slots(
    rf"\b(?:was|,|aged|at the age of|at age|turned|became) <age>(?: years old)?,? (?:(?:when|as) [^<;.]{{0,60}}?)?\bin "
    rf"(?:(?:early |late )?[a-z]+ )?(?P<year>{_YEAR})\b"
)


_OF_ANOTHER = WordPattern(r"(?<!, )\b(?:<grammar/relative>|whose)\b[^,;]*$", re.IGNORECASE)
"""Before an age, somebody else whose it may be: "a man who was 60"."""


_BORN_LATER = re.compile(r"<[^;.]*\bborn in\b")
"""Behind an age, the birth of somebody else: "was 36 when his father, born in 1920"."""


def _years_of(text: LintText, event: str) -> dict[str, DateClaim]:
    """The only year of birth, or of death, of each name; whoever has two is left out."""
    found: dict[str, DateClaim] = {}
    doubtful = set()
    for claim in text.document.claims:
        if not isinstance(claim, DateClaim) or claim.subject is None:
            continue
        if (claim.value.event or "").lower() != event:
            continue
        if not re.match(r"\d{4}(?:-\d\d)*$", claim.value.timex) or claim.polarity != "positive":
            continue
        if claim.comparator != "=" or claim.certainty != "certain" or claim.value.mod is not None:
            continue
        name = claim.subject.resolved or ""
        if name in found and found[name].value.timex[:4] != claim.value.timex[:4]:
            doubtful.add(name)
        found.setdefault(name, claim)
    return {name: claim for name, claim in found.items() if name and name not in doubtful}


def _age_between(born: str, later: str) -> tuple[int, int]:
    """The ages that somebody can have, from dates that are given to the year or better."""
    years = int(later[:4]) - int(born[:4])
    if len(born) == len(later) == len("2000-01-01"):
        exact = years - (later[5:] < born[5:])
        return exact, exact
    return years - 1, years


def find_wrong_age(text: LintText) -> Iterator[Finding]:
    """An age that does not fit the years of birth and death, or the year it is said of."""
    births = _years_of(text, "born")
    deaths = _years_of(text, "died")
    for sentence, named, match in (
        *text.matches(_DIED_AT),
        *text.matches(_IN_YEAR_AGED),
        *text.matches(_AGED_IN_YEAR),
    ):
        age = named["age"]
        if age.unit not in (None, "year") or not 0 < age.number < 120 or age.number != int(age.number):
            continue
        is_death = "year" not in match.groupdict()
        if _OF_ANOTHER.search(sentence.text, 0, age.start) or _BORN_LATER.search(match[0]):
            continue
        people = {claim.subject.resolved for claim in text.claims_in(sentence) if claim.subject}
        about = [name for name in births if name in people]
        if len(about) != 1:
            continue
        born = births[about[0]]
        if is_death and about[0] not in deaths:
            continue
        later = deaths[about[0]].value.timex if is_death else match["year"]
        youngest, oldest = _age_between(born.value.timex, later)
        if not is_death:
            youngest, oldest = youngest - 1, oldest + 1
        if not youngest <= age.number <= oldest:
            yield make_finding(
                "lint/age",
                "inconsistent",
                kind="measurement",
                place=text.place_of(sentence, age.start, age.end),
                evidence=[text.place_of_claim(born)]
                + ([text.place_of_claim(deaths[about[0]])] if is_death else []),
                reason=f"{about[0]}, born in {born.value.timex[:4]}, cannot have been {age.text} in {later[:4]}",
                arithmetic=f"{later[:4]} − {born.value.timex[:4]} = {int(later[:4]) - int(born.value.timex[:4])}",
                tolerance="a year, as the birthday may be yet to come",
            )
    yield from _find_wrong_present_age(text, births)
    yield from _find_wrong_age_beside_years(text)


def _find_wrong_present_age(text: LintText, births: dict[str, DateClaim]) -> Iterator[Finding]:
    """An age in the present tense, where the day of writing is known."""
    published = text.document.published
    if published is None:
        return
    for claim in text.document.claims:
        if (
            claim.kind != "measurement"
            or claim.subject is None
            or not re.search(r"\d+ years old|-year-old", claim.text)
        ):
            continue
        born = births.get(claim.subject.resolved or claim.subject.text.partition(" (")[0])
        before = claim.sentence.text[: claim.start - claim.sentence.start]
        number = getattr(claim.value, "number", None)
        if born is None or number is None or not re.search(r"\b(?:is|now)(?: an?| now)? $", before):
            continue
        youngest, oldest = _age_between(born.value.timex, published.isoformat())
        if not youngest <= number <= oldest:
            yield text.claim_finding(
                "lint/age",
                claim,
                [born],
                f"{claim.subject_name}, born in {born.value.timex[:4]}, is not {number} in {published.year}",
                arithmetic=f"{published.year} − {born.value.timex[:4]} = {published.year - int(born.value.timex[:4])}",
                tolerance="a year, as the birthday may be yet to come",
            )


_OLD_YEAR = r"(?:1\d|20)\d\d"

_LASTED = (
    slots(
        rf"\b(?:for|lasted|spent|ran|over|spanning|a period of|after) <n>,?(?: \w+){{0,4}}?,? (?:from|between) (?P<a>{_OLD_YEAR}) (?:to|and|until|through) (?P<b>{_OLD_YEAR})\b"
    ),
    slots(
        rf"\b(?:from|between) (?P<a>{_OLD_YEAR}) (?:to|and|until|through) (?P<b>{_OLD_YEAR}),? (?:\(|–|—)?(?:or |for |that is |i\.e\.,? )?"
        r"(?:an? (?:[a-z]+ )?(?:period|total|span|term|reign|tenure|career|stretch|spell) of )?(?:a |the )?<n>"
    ),
    slots(
        rf"\b(?:from|between) (?P<a>{_OLD_YEAR}) (?:to|and|until|through) (?P<b>{_OLD_YEAR})\b,?(?: and| which)? (?:took|lasted|taking|lasting)"
        r" <n>(?! to )"
    ),
    slots(
        rf"<n>(?: period| span| reign| term| tenure| career| war)?,? (?:\(|which lasted |lasting )?from (?P<a>{_OLD_YEAR}) (?:to|until|through) (?P<b>{_OLD_YEAR})\b"
    ),
)
_OLD = re.compile(r"[ -]?olds?\b", re.IGNORECASE)
_ANNIVERSARY = re.compile(
    rf"\b(?:founded|established|opened|launched|formed|created|built|started|incorporated) in (?P<a>{_YEAR})\b[^.;]{{0,80}}?"
    rf"\b(?P<n>\d{{1,3}})(?:st|nd|rd|th) (?:anniversary|birthday)\b[^.;]{{0,30}}?\bin (?P<b>{_YEAR})\b",
    re.IGNORECASE,
)
_BORN_AND_DIED = slots(
    rf"\bborn (?:in |on )?[^<;.]{{0,40}}?(?P<a>{_YEAR})\b[^<;.]{{0,60}}?\bdied (?:in |on )?[^<;.]{{0,40}}?(?P<b>{_YEAR})"
    r"[^<;.]{0,20}?(?:at the age of|at age|aged|at) <n>"
)


_OF_ANOTHER_LIFE = WordPattern(r"\b(?:<common/relative>|whose|whom|to)\b")


def _find_wrong_age_beside_years(text: LintText) -> Iterator[Finding]:
    """An age at death in the sentence that gives both years, of whom it may be."""
    for sentence, named, match in text.matches(_BORN_AND_DIED):
        age, years = named["n"], int(match["b"]) - int(match["a"])
        if _OF_ANOTHER_LIFE.search(match[0]):
            continue  # "born in 1931 to a mother who died in 1990 at 85"
        if age.unit in (None, "year") and not years - 1 <= age.number <= years:
            yield text.finding(
                "lint/age",
                sentence,
                (age,),
                f"born in {match['a']}, nobody was {age.text} in {match['b']}",
                arithmetic=f"{match['b']} − {match['a']} = {years}",
                tolerance="a year, as the birthday may be yet to come",
            )


_IN_USE = WordPattern(r" (?:of|in) (?:\w+ )?(?:<lint/in_use>)\b")
_USED_FOR = slots(
    rf"\bin (?P<a>{_YEAR})\b[^<;.]{{0,60}}?\b(?:in|until|to|till) (?P<b>{_YEAR}),? (?:after|having been in \w+ for) <n>(?P<use>(?: [a-z]+){{0,3}})"
)
"""From when to when a thing was there, and after how many years of use it went."""

_LATER = (
    slots(rf"\bin (?P<a>{_YEAR})\b[^<;.]{{0,60}}?(?:,| and|;) <n> later,? in (?P<b>{_YEAR})\b"),
    slots(rf"\bin (?P<b>{_YEAR}), <n> after [^<;.]{{0,50}}?in (?P<a>{_YEAR})\b"),
)


def _has_years_between(match: re.Match[str]) -> bool:
    """Whether something else is dated between the two years, from which the use may count."""
    return re.search(_YEAR, match.string[match.end("a") : match.start("b")]) is not None


def find_wrong_duration(text: LintText) -> Iterator[Finding]:
    """A number of years that is not that between the two years beside it."""
    for pattern in (*_LASTED, *_LATER, _USED_FOR):
        for sentence, named, match in text.matches(pattern):
            years = named["n"]
            if pattern is _USED_FOR and (not _IN_USE.match(match["use"]) or _has_years_between(match)):
                continue
            first, last = int(match["a"]), int(match["b"])
            if years.unit not in ("year", "decade", "century") or first > last:
                continue
            if _OLD.match(sentence.text, years.end) or _OLD.search(years.text):
                continue  # "10–19 year olds from 2005 to 2015"
            scale = {"year": 1, "decade": 10, "century": 100}[years.unit]
            span = last - first
            lowest, highest = years.interval.low * scale, years.interval.high * scale
            if years.unit == "year":
                lowest, highest = min(years.number, lowest + 0.5), max(years.number, highest - 0.5)
            slack = 1 if scale == 1 else scale // 2
            if lowest - slack <= span <= highest + slack:
                continue
            yield text.finding(
                "lint/duration",
                sentence,
                (years,),
                f"from {first} to {last} is {span} years, not {years.text}",
                arithmetic=f"{last} − {first} = {span}",
                tolerance="a year, as the first and the last may be partial",
            )
    for sentence in text.sentences:
        for match in _ANNIVERSARY.finditer(sentence.text):
            span = int(match["b"]) - int(match["a"])
            if abs(span - int(match["n"])) > 1:
                yield make_finding(
                    "lint/duration",
                    "inconsistent",
                    kind="date",
                    place=text.place_of(sentence, match.start(), match.end()),
                    reason=f"from {match['a']} to {match['b']} is {span} years, not {match['n']}",
                    arithmetic=f"{match['b']} − {match['a']} = {span}",
                    tolerance="a year",
                )


RULES = (
    (
        find_wrong_weekday,
        CheckRule(
            "lint/weekday",
            ("inconsistent",),
            "a weekday that does not fit its date",
            ("The meeting took place on Monday, March 3, 2021.", ""),
            ("The meeting took place on Wednesday, March 3, 2021.", ""),
        ),
    ),
    (
        find_inverted_range,
        CheckRule(
            "lint/range",
            ("inconsistent",),
            "a range that ends before it begins",
            ("The trip takes between 50 and 20 minutes.", ""),
            ("The trip takes between 20 and 50 minutes.", ""),
        ),
    ),
    (
        find_wrong_age,
        CheckRule(
            "lint/age",
            ("inconsistent",),
            "an age that does not fit the years of birth and death",
            ("Anna Bell was born in 1930. Anna Bell died in 2000 at the age of 60.", ""),
            ("Anna Bell was born in 1930. Anna Bell died in 2000 at the age of 69.", ""),
        ),
    ),
    (
        find_wrong_duration,
        CheckRule(
            "lint/duration",
            ("inconsistent",),
            "a number of years that is not that between two dates",
            ("The program ran for 20 years, from 1990 to 2005.", ""),
            ("The program ran for 15 years, from 1990 to 2005.", ""),
        ),
    ),
)
"""The finders of this module, each with the rules in whose name it finds."""
