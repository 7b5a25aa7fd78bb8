"""An event or state tied to calendar time: "was released in late 2022", "In December"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value
from claimcheck.claims.dated.events import Event, event_of, is_dateline_of, main_event
from claimcheck.claims.dated.idle_dates import dates_nothing, is_of_old_amount, named_until
from claimcheck.claims.dated.lives import find_lives
from claimcheck.claims.dated.openings import noun_after
from claimcheck.claims.dated.periods import with_period
from claimcheck.claims.dated.subjects import dated_noun, of_list_or_front, subject_around, subject_of_verb
from claimcheck.claims.dated.works import thing_before_bracket, work_of_the_year
from claimcheck.grammar.descriptions.reading import SentenceReading, sentence_readings
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.notation.stray_times import without_trailing_time
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.claims.dated.lives import Life
    from claimcheck.dates.finding import DateExpression
    from claimcheck.mentions import NormalisedDocument


class DateValue(Value):
    """A calendar time and what happened then.

    `timex` is an ISO 8601 or TIMEX3 value, `mod` the part of it that is meant. `event` is the verb or the
    event noun as written, null where no parse tells it.
    """

    timex: str
    mod: Literal["START", "MID", "END"] | None = None
    event: str | None = None

    def describe(self, comparator: Comparator) -> str:  # noqa: ARG002 - the signature of every kind
        """Such as `late 2022: released`."""
        part = {"START": "early ", "MID": "mid ", "END": "late "}.get(self.mod or "", "")
        return f"{part}{self.timex}" + (f": {self.event}" if self.event else "")


class DateClaim(BaseClaim):
    """An event or state tied to calendar time.

    As TIMEX3 has it: `1932-05`, `XXXX-12` for a December of some year, `198X` for a decade, `19` for a
    century, `2011-SU` for a summer, `1998/2004` for a range. `mod` is `START`, `MID` or `END` for
    “early”, “mid” and “late”. Relative times such as “last year” are read only against a publication date
    (`--date`).
    """

    kind: Literal["date"] = "date"
    value: DateValue

    colour: ClassVar[KindColour] = KindColour("time", 78)
    example: ClassVar[tuple[str, str]] = ("The bridge was opened in May 1932.", "was opened in May 1932")


def find_date_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every date that something is tied to."""
    readings = sentence_readings(document)
    for reading, behind in zip_longest(readings, readings[1:]):
        if not reading.sentence.dates:
            continue
        if behind is not None and is_dateline_of(behind, reading.sentence):
            yield from _find_in_dateline(reading, behind)
        else:
            yield from _find_in_sentence(reading)


def _find_in_dateline(grammar: SentenceReading, report: SentenceReading) -> Iterator[Draft]:
    """The day that a report is sent: what its first sentence tells of then, the announcing."""
    event = main_event(report)
    subject = None
    if event.subject is not None:
        subject = without_trailing_time(report.document.text, (event.subject.start, event.subject.end))
    for date in grammar.sentence.dates:
        value = DateValue(timex=date.timex, mod=date.mod, event=event.text)
        yield Draft(DateClaim, date.start, date.end, value, f"date/{date.found_by}", subject)


def _find_in_sentence(grammar: SentenceReading) -> Iterator[Draft]:
    lives = find_lives(grammar)
    for date in grammar.sentence.dates:
        ends = [end for end in date.bounds or (date,) if end.start in lives]
        if ends:
            yield from (_life_date(end, lives[end.start]) for end in ends)
        elif not dates_nothing(grammar, date):
            draft = _dated(grammar, date)
            is_blurred = _BLURRED.search(
                grammar.document.text, max(0, date.start - _REACH_OF_BLUR), date.start
            )
            yield draft if is_blurred is None else replace(draft, comparator="~")


_BLURRED = WordPattern(r"\b(?:<date/blurring>)\s?$", re.IGNORECASE)
"""Before a date that is known roughly: "of about 1690"."""
_REACH_OF_BLUR = 12


def _dated(grammar: SentenceReading, date: DateExpression) -> Draft:
    date = with_period(grammar.document.text, grammar.sentence.start, date)
    return _of_bracket(grammar, date) or _of_work(grammar, date) or _of_event(grammar, date)


def _of_bracket(grammar: SentenceReading, date: DateExpression) -> Draft | None:
    """The date of what a bracket stands behind: it tells its year, and no word for what happened in it."""
    thing = thing_before_bracket(grammar, date)
    if thing is None:
        return None
    is_title = grammar.is_proper(thing) or grammar.words[thing.head][:1].isupper()
    happened = None if is_title else grammar.words[thing.head]
    value = DateValue(timex=date.timex, mod=date.mod, event=happened)
    span = thing.start, thing.end
    return Draft(DateClaim, date.phrase_start, date.end, value, "date/bracket", span)


def _of_work(grammar: SentenceReading, date: DateExpression) -> Draft | None:
    """The year of a work."""
    work = work_of_the_year(grammar, date)
    if work is None:
        return None
    thing, noun_end = work
    noun = grammar.document.text[:noun_end].rsplit(" ", 1)[-1] or None
    value = DateValue(timex=date.timex, mod=date.mod, event=noun)
    return Draft(DateClaim, date.start, date.end, value, "date/year-of-a-work", thing)


def _of_event(grammar: SentenceReading, date: DateExpression) -> Draft:
    """The date of an event, with the verb beside it or the noun behind it in the span."""
    text = grammar.document.text
    start, end = date.phrase_start, date.end
    event, name_end = event_of(grammar, date), named_until(text, date)
    if name_end is not None:  # "according to the 2001 Census"
        start, end = date.start, name_end
        event = event._replace(text=text[date.end : name_end].rsplit(None, 1)[-1])
    if is_of_old_amount(grammar, date):
        event = Event(None)  # "down from 13 in 2002": what fell did not fall then
    subject = None
    if event.verb is not None:
        subject = subject_of_verb(grammar, date, event, event.verb, (start, end))
        is_beside = name_end is None and not text[grammar.ends[event.verb] : start].strip()
        if is_beside and grammar.starts[event.verb] < start:
            start = grammar.starts[grammar.group_start(event.verb)]
    elif event.text is not None:
        after = noun_after(grammar, date)
        end = after if after is not None else end
        if event.subject is not None:
            subject = event.subject.start, event.subject.end
        elif after is not None:
            subject = dated_noun(grammar, date, after)
    if subject is None or (subject[0] < date.end and subject[1] > date.start):
        subject = subject_around(grammar, date, subject)
    is_sure = event.verb is not None or event.subject is not None
    return Draft(
        DateClaim,
        start,
        end,
        DateValue(timex=date.timex, mod=date.mod, event=event.text),
        f"date/{date.found_by}",
        of_list_or_front(grammar, date, subject, is_sure=is_sure),
    )


def _life_date(date: DateExpression, life: Life) -> Draft:
    value = DateValue(timex=date.timex, mod=date.mod, event=life.event)
    return Draft(DateClaim, date.start, date.end, value, "date/life", life.person)


RULES = (
    Rule(
        "date/year-of-a-work",
        "It was shaped by the 1972 Atari arcade game Pong.",
        "It was shaped by the 1972 report.",
    ),
    Rule("date/year", "The bridge opened in 1932.", "The bridge is 1932 m long."),
    Rule(
        "date/year_to_year",
        "The road was built between 1890 and 1895.",
        "The road is between 1890 and 1895 m long.",
    ),
    Rule(
        "date/year_of_era_to_year_of_era",
        "The fort was held from 480 BC to 120 AD.",
        "The fort was held from dusk to dawn.",
    ),
    Rule("date/month", "The fund raised $3 million in March.", "The army may march."),
    Rule("date/month_year", "The bridge was opened in May 1932.", "The bridge was opened by May Smith."),
    Rule("date/month_day", "The ship sank on April 9.", "The ship sank near April Island."),
    Rule("date/month_day_year", "The ship sank on April 9, 1912.", "The ship sank with 9 men and 1912 dogs."),
    Rule("date/day_month_year", "The treaty was signed on 3 March 1878.", "The treaty was signed by 3 men."),
    Rule("date/month_to_month", "Rain falls from June to September.", "Rain falls from clouds to fields."),
    Rule(
        "date/decade_to_decade",
        "It was in use through the 1980s and 1990s.",
        "It was in use by 1980 and 1990 firms.",
    ),
    Rule("date/decade", "The firm was founded in the 1950s.", "The firm was founded by 1950 men."),
    Rule(
        "date/century", "The tower collapsed in the 14th century.", "The tower collapsed at the 14th floor."
    ),
    Rule("date/quarter", "Sales rose in the second quarter.", "He scored in the second quarter of the game."),
    Rule(
        "date/quarter_year",
        "It was sold in the second quarter of 2021.",
        "It was sold in the old quarter of Rome.",
    ),
    Rule("date/season", "The harbour froze in the winter.", "The harbour froze in the water."),
    Rule(
        "date/life",
        "Ada Byron (10 December 1815 – 27 November 1852) wrote notes.",
        "Ada Byron (born in Paris) wrote notes.",
    ),
    Rule("date/bracket", "Emma (1815) is a novel.", "Emma (an old one) is a novel."),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
