"""Ages that a sentence gives beside a dated deed, held against the year of birth.

“Born on 4 June 1987, Adaeze Obi made her debut in October 2009, aged 25”: the records give the birth, the deed
with its date and the age, each with its person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.lint.dated import A_YEAR
from claimcheck.checking.lint.subjects import is_one_thing, is_sure
from claimcheck.checking.texts import YEAR
from claimcheck.claims.date import DateClaim
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence
    from claimcheck.claims.base import BaseClaim

_AGED = WordPattern(
    r"(?:\b(?:<lint/put_age>)|\b(?:<lint/person_pronoun>) was(?: (?:<lint/no_more_than>|already|about))?"
    r"|(?:,| died)(?: already)? at|(?<=\)) (?:[^.;]{0,25}\b)?(?:was|died at|,)) $",
    re.IGNORECASE,
)
_NO_AGE = WordPattern(
    r"^ ?(?:[a-z-]+ (?:<lint/ago>|later|after)|(?:<lint/ago>|after|later)\b|%|,?\d|[-–]|years? (?:in|of|as|at)\b|(?!(?:years?|to|while|<lint/behind_age>|<lint/person_pronoun>)\b)[a-z]{3,})"
)
_OTHER_PERSON = WordPattern(r"\b(?:<lint/kin>|who|whose|whom)\b", re.IGNORECASE)
DEATH = WordPattern(r"\b(?:<lint/death>)\b", re.IGNORECASE)
_LIVED_TO = WordPattern(r"\b(?:<lint/death>|lived to)\b", re.IGNORECASE)
_IN_YEAR = re.compile(rf"(?<![\w(–-])({A_YEAR})(?![\w)–-])")
_LIFE = re.compile(rf"\((?:born )?[^()]{{0,30}}?({A_YEAR})(?: ?[-–—] ?[^()]{{0,20}}?({A_YEAR}))?\)")
_JOINT = WordPattern(r";|,? (?:and|but|while) (?:in|on|at|then|later|he|she|they|his|her|the)\b")
_PERSONS = WordSet("lint/person_pronoun")
_OLDEST = 120


def may_be_age(figure: Figure) -> bool:
    """Whether a figure is a whole number, of years or of nothing, that a person can live to."""
    is_of_years = figure.unit in (None, "year") and 0 < figure.number < _OLDEST
    return is_of_years and figure.number == int(figure.number)


def find_ages_beside_deeds(
    text: LintText,
) -> Iterator[tuple[FigureSentence, Figure, DateClaim, set[int]]]:
    """The ages of a text, each with the birth that it counts from and the years of which it may be said."""
    dates = [claim for claim in text.document.claims if isinstance(claim, DateClaim)]
    births = [claim for claim in dates if is_event(claim, "born")]
    deaths = [claim for claim in dates if is_event(claim, "died")]
    for sentence in text.sentences:
        for figure in sentence.figures:
            if not _is_age(sentence, figure):
                continue
            born = _birth(text, sentence, births)
            if born is None:
                continue
            clause = _clause(sentence, figure)
            years = {int(year) for year in _IN_YEAR.findall(clause)} - {int(born.value.timex[:4])}
            if not years and _LIVED_TO.search(clause):
                years = {int(c.value.timex[:4]) for c in deaths if _same(c, born)}
            if years:
                yield sentence, figure, born, years


def is_event(claim: DateClaim, event: str) -> bool:
    """Whether a claim flatly gives the year, or a day, of an event: "born", "died"."""
    return (
        (claim.value.event or "").lower() == event
        and re.match(r"\d{4}(?:-\d\d)*$", claim.value.timex) is not None
        and is_sure(claim)
        and claim.comparator == "="
        and claim.value.mod is None
    )


def _is_age(sentence: FigureSentence, figure: Figure) -> bool:
    """Whether words say that a whole number, of years or of nothing, is how old somebody was."""
    if figure.kind in ("ordinal", "multiple") or not may_be_age(figure):
        return False
    if figure.interval.high - figure.interval.low > 1:
        return False
    before = sentence.text[: figure.start]
    number_only = re.match(r"[\w-]+", sentence.text[figure.start :])
    end = figure.start + (number_only.end() if number_only else 0)
    rest = re.sub(r"^[ -]?years?(?:[ -]olds?)?", "", sentence.text[end:])
    return _AGED.search(before) is not None and not _NO_AGE.match(rest) and not _OTHER_PERSON.search(before)


def _birth(text: LintText, sentence: FigureSentence, births: list[DateClaim]) -> DateClaim | None:
    """The birth of the one person that a sentence is about; None where there may be several."""
    if len({claim.value.timex[:4] for claim in births}) == 1 and len({c.subject_name for c in births}) == 1:
        only = births[0]
        subjects = {c.subject_name for c in text.claims_in(sentence) if c.subject is not None}
        is_about = any(s.lower() in _PERSONS or is_one_thing(s, only.subject_name) for s in subjects)
        return only if is_about or not subjects else None
    named = [
        claim
        for claim in births
        if any(c.subject is not None and _same(c, claim) for c in text.claims_in(sentence))
    ]
    return named[0] if len({claim.value.timex for claim in named}) == 1 else None


def _same(one: BaseClaim, other: DateClaim) -> bool:
    name = one.subject_name
    return bool(name) and (name == other.subject_name or is_one_thing(name, other.subject_name))


def _clause(sentence: FigureSentence, age: Figure) -> str:
    """The clause of an age, without lives in brackets."""
    joints = [0, *(found.start() for found in _JOINT.finditer(sentence.text)), len(sentence.text)]
    start = max(joint for joint in joints if joint <= age.start)
    end = min(joint for joint in joints if joint >= age.end)
    return _LIFE.sub(" ", sentence.text[start:end])


def find_ages_before_deeds(text: LintText) -> Iterator[tuple[BaseClaim, DateClaim, DateClaim]]:
    """The ages that a text gives somebody now, "Ruth Amery, 52,", who has done something at a later age.

    Each with the birth that it counts from and the deed; what is only planned is none.
    """
    dates = [claim for claim in text.document.claims if isinstance(claim, DateClaim) and is_sure(claim)]
    births = [claim for claim in dates if is_event(claim, "born")]
    deaths = {claim.subject_name for claim in dates if claim.value.event == "died"}
    for claim in text.document.claims if births else ():
        if claim.kind != "measurement" or claim.subject is None or not _is_apposed(claim):
            continue
        own = [born for born in births if born.subject is not None and _same(claim, born)]
        if len({born.value.timex[:4] for born in own}) != 1 or claim.subject_name in deaths:
            continue
        oldest = int(own[0].value.timex[:4]) + int(claim.text) + 1
        later = [deed for deed in dates if _is_done(deed) and _same(deed, own[0]) and _year(deed) > oldest]
        if not _IS_NOW.match(claim.sentence.text, claim.end - claim.sentence.start):
            later = [deed for deed in later if deed.sentence.start == claim.sentence.start]
        told = set(YEAR.findall(claim.sentence.text))
        if not later or not told <= {date.value.timex[:4] for date in (own[0], *later)}:
            continue  # the age may be of another year: "in 2004 Ola Prentice, 24, won"
        yield claim, own[0], later[0]


_PAST = WordSet("lint/begun")
_IS_NOW = WordPattern(r", (?:<lint/does_now>)\b")
"""Behind an age in commas: the text tells of now, and not of the year of a deed that it leaves out."""

_APPOSED = re.compile(r"[A-Z][\w'’-]+, $")


def _is_apposed(claim: BaseClaim) -> bool:
    """Whether an age is that of the name right before it, and of now."""
    start = claim.start - claim.sentence.start
    words = claim.sentence.text
    is_named = _APPOSED.search(words[:start]) is not None and words[start + len(claim.text) :].startswith(
        (",", ".")
    )
    return claim.text.isdecimal() and is_named and int(claim.text) < _OLDEST


def _is_done(claim: DateClaim) -> bool:
    """Whether a dated deed has happened: "joined in 2015", and no contract "until 2026"."""
    event = (claim.value.event or "").lower()
    is_past = event.endswith("ed") or event in _PAST
    is_dated = re.match(r"\d{4}", claim.value.timex) is not None and claim.value.mod is None
    return is_past and is_dated and claim.text.lower().startswith(event) and not claim.prediction


def _year(claim: DateClaim) -> int:
    return int(claim.value.timex[:4])
