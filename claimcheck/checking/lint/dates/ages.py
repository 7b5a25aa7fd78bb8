"""Ages that do not fit the years of birth and death."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.lint.context import slots, without_title
from claimcheck.checking.lint.dated import A_YEAR
from claimcheck.checking.lint.dates.lives import (
    DEATH,
    find_ages_before_deeds,
    find_ages_beside_deeds,
    is_event,
    may_be_age,
)
from claimcheck.checking.texts import YEAR
from claimcheck.claims.date import DateClaim
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_DIED_AT = slots(
    r"\b(?:died|death|dead|killed|passed away)\b[^<]{0,60}?(?:<_>[^<]{0,20}?)?(?:\bage of|\baged?|\bat(?: the age of)?|,) <age>(?: years old)?"
)
_IN_YEAR_AGED = slots(
    rf"\bin (?P<year>{A_YEAR}),? (?:and |when )?(?:at the age of|at age|aged|when (?:he|she) was|(?:he|she) was) <age>"
)


_AGED_IN_YEAR = slots(
    rf"(?:\b(?:was|aged|at|at the age of|at age|turned|became)|,) <age>(?: years old)?,? (?:(?:when|as) [^<;.,]{{0,60}}?)?\bin "
    rf"(?:(?:early |late )?[a-z]+ )?(?P<year>{A_YEAR})\b"
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
        if not isinstance(claim, DateClaim) or claim.subject is None or not is_event(claim, event):
            continue
        name = without_title(claim.subject.resolved or "")
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


_WAS_AT_DEATH = slots(
    r"\b(?:<lint/person_pronoun>|and) was(?: (?:<lint/no_more_than>))? <age>(?: years old)?(?: (?:when|at the time)[^<;.]{0,40}\b(?:<lint/death>)\b|[.;]?$)"
)


def find_wrong_age(text: LintText) -> Iterator[Finding]:
    """An age that does not fit the years of birth and death, or the year it is said of."""
    births = _years_of(text, "born")
    deaths = _years_of(text, "died")
    for sentence, named, match in (
        *text.matches(_DIED_AT),
        *text.matches(_IN_YEAR_AGED),
        *text.matches(_AGED_IN_YEAR),
    ):
        if not may_be_age(named["age"]) or _APART.match(sentence.text, named["age"].end):
            continue
        if _OF_ANOTHER.search(sentence.text, 0, named["age"].start) or _BORN_LATER.search(match[0]):
            continue
        people = {
            without_title(claim.subject.resolved or "") for claim in text.claims_in(sentence) if claim.subject
        }
        about = [name for name in births if name in people]
        if len(about) == 1:
            yield from _judge_age(text, sentence, named["age"], births[about[0]], deaths.get(about[0]), match)
    for sentence, age, born, years in find_ages_beside_deeds(text):
        birth = int(born.value.timex[:4])
        if all(not year - birth - 1 <= age.number <= year - birth for year in years):
            yield _age_finding(text, sentence, age, born, None, str(max(years)))
    yield from _find_wrong_age_at_death(text, births, deaths)
    yield from _find_wrong_present_age(text, births)
    for claim, born, deed in find_ages_before_deeds(text):
        first, last = (c.value.timex[:4] for c in (born, deed))
        yield text.claim_finding(
            "lint/age",
            claim,
            [born, deed],
            f"{claim.subject_name}, born in {first}, was older than {claim.text} when the text tells of {last}",
            arithmetic=f"{last} − {first} = {int(last) - int(first)}",
            tolerance="a year, as the birthday may be yet to come",
        )
    yield from _find_wrong_age_beside_years(text)


_APART = WordPattern(r",? (?:<lint/ago>|after|later)\b")
"""Behind a number of years that is no age: "died in 1978, four years before"."""


def _judge_age(
    text: LintText,
    sentence: FigureSentence,
    age: Figure,
    born: DateClaim,
    died: DateClaim | None,
    match: re.Match[str],
) -> Iterator[Finding]:
    """The finding on an age in a year that the sentence gives, or at the death that the text dates."""
    year = match.groupdict().get("year")
    if year is not None:
        youngest, oldest = _age_between(born.value.timex, year)
        youngest, oldest = youngest - 1, oldest + 1
    elif died is not None:
        year = died.value.timex
        youngest, oldest = _age_between(born.value.timex, year)
    else:
        return
    if not youngest <= age.number <= oldest:
        yield _age_finding(text, sentence, age, born, None if match.groupdict().get("year") else died, year)


def _age_finding(
    text: LintText,
    sentence: FigureSentence,
    age: Figure,
    born: DateClaim,
    died: DateClaim | None,
    later: str,
) -> Finding:
    years = f"{later[:4]} − {born.value.timex[:4]} = {int(later[:4]) - int(born.value.timex[:4])}"
    return make_finding(
        "lint/age",
        "inconsistent",
        kind="measurement",
        place=text.place_of(sentence, age.start, age.end),
        evidence=[text.place_of_claim(claim) for claim in (born, died) if claim is not None],
        reason=f"{born.subject_name}, born in {born.value.timex[:4]}, cannot have been {age.text} in {later[:4]}",
        arithmetic=years,
        tolerance="a year, as the birthday may be yet to come",
    )


def _find_wrong_age_at_death(
    text: LintText, births: dict[str, DateClaim], deaths: dict[str, DateClaim]
) -> Iterator[Finding]:
    """An age at death in a sentence of its own, in a text that gives both years of one person only."""
    about = [name for name in births if name in deaths]
    if len(about) != 1 or len(deaths) != 1:
        return
    born, died = births[about[0]], deaths[about[0]]
    youngest, oldest = _age_between(born.value.timex, died.value.timex)
    for before, sentence in pairwise(text.sentences):
        if any(year != died.value.timex[:4] for year in YEAR.findall(sentence.text)):
            continue  # "her father died in 1944, when she was seven"
        for match in _WAS_AT_DEATH.finditer(sentence.template) if sentence.figures else ():
            age = sentence.figures[int(match["age"])]
            is_said = (
                DEATH.search(sentence.text, 0, age.end) or DEATH.search(match[0]) or DEATH.search(before.text)
            )
            if is_said and may_be_age(age) and not youngest <= age.number <= oldest:
                yield _age_finding(text, sentence, age, born, died, died.value.timex)


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


_BORN_AND_DIED = slots(
    rf"\bborn (?:in |on )?[^<;.]{{0,40}}?(?P<a>{A_YEAR})\b[^<;.]{{0,60}}?\bdied (?:in |on )?[^<;.]{{0,40}}?(?P<b>{A_YEAR})"
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


RULES = (
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
)
"""The finder of this module with its rule."""
