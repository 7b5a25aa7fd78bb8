"""An event or state tied to calendar time: "was released in late 2022", "In December"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value
from claimcheck.claims.cited_years import is_cited_year
from claimcheck.claims.life_dates import find_lives, person_before
from claimcheck.dates.contexts import event_of_a_year, happens, is_year_of_publication
from claimcheck.grammar.clauses import BE, HAVE, MAX_GAP_TOKENS
from claimcheck.grammar.dated_names import after_adjunct, item_behind_date, listed_name, member_of_series
from claimcheck.grammar.descriptions import SentenceReading, in_every_sentence
from claimcheck.grammar.noun_phrases import noun_phrase, trim
from claimcheck.grammar.phrases import QUOTES
from claimcheck.grammar.reported_subjects import own_subject_of_reported, reporter_in_remark
from claimcheck.grammar.stepping import opening_title, subject_after_opening, title_from, title_until
from claimcheck.grammar.subject_naming import refine_subject
from claimcheck.grammar.subjects import find_subject
from claimcheck.grammar.terms import quoted_title_until
from claimcheck.lexicons.word_sets import WordPattern, WordSet, grammar_words
from claimcheck.names.lists import load_cues
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.claims.life_dates import Life
    from claimcheck.dates.finding import DateExpression
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.grammar.phrases import Phrase
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


class Event(NamedTuple):
    """What a date dates: the words, the verb among them if it is one, and its subject where that is sure."""

    text: str | None
    verb: int | None = None
    subject: Phrase | None = None


def find_date_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every date that something is tied to."""
    return in_every_sentence(document, _find_in_sentence)


def _find_in_sentence(grammar: SentenceReading) -> Iterator[Draft]:
    lives = find_lives(grammar)
    for date in grammar.sentence.dates:
        ends = [end for end in date.bounds or (date,) if end.start in lives]
        if ends:
            yield from (_life_date(end, lives[end.start]) for end in ends)
        elif not _dates_nothing(grammar, date):
            yield _dated(grammar, date)


def _dated(grammar: SentenceReading, date: DateExpression) -> Draft:
    document = grammar.document
    date = _with_period(document.text, grammar.sentence.start, date)
    start, end = date.phrase_start, date.end
    bracketed = _bracketed(grammar, date)
    if bracketed is not None:
        # a bracket behind a name tells its year, and no word for what happened in it
        is_title = grammar.is_proper(bracketed) or grammar.words[bracketed.head][:1].isupper()
        happened = None if is_title else grammar.words[bracketed.head]
        value = DateValue(timex=date.timex, mod=date.mod, event=happened)
        return Draft(DateClaim, start, end, value, "date/bracket", (bracketed.start, bracketed.end))
    work = _work_of_the_year(grammar, date)
    if work is not None:
        thing, noun_end = work
        noun = document.text[:noun_end].rsplit(" ", 1)[-1] or None
        value = DateValue(timex=date.timex, mod=date.mod, event=noun)
        return Draft(DateClaim, date.start, date.end, value, "date/year-of-a-work", thing)
    event = _event(grammar, date)
    named_until = _named_until(document.text, date)
    if named_until is not None:  # "according to the 2001 Census"
        start, end = date.start, named_until
        event = event._replace(text=document.text[date.end : named_until].rsplit(None, 1)[-1])
    left = max(grammar.sentence.start, date.phrase_start - 60)
    is_old = _OLD_AMOUNT.search(document.text, left, date.phrase_start) is not None
    if is_old and not _NEW_AMOUNT.match(document.text, date.end):
        event = Event(None)  # "down from 13 in 2002": what fell did not fall then
    subject = None
    if event.verb is not None:
        opened = _opened_by(grammar, date, event.verb) if event.subject is None else None
        phrase = event.subject or opened or _subject_of(grammar, event.verb, date)
        if phrase is None or _is_date(grammar, phrase.head):
            phrase = grammar.object_of(event.verb)  # "[March 10, 2025] Added links"
        if phrase is not None:
            subject = _subject_span(grammar, phrase)
            if phrase is opened and subject[1] > grammar.starts[event.verb]:
                subject = phrase.start, grammar.ends[grammar.extended(phrase) - 1]
        if subject is not None and document.is_parsed:
            subject = own_subject_of_reported(document, grammar.sentence, subject, start, end) or subject
            subject = reporter_in_remark(document, grammar.starts[event.verb]) or subject
            subject = refine_subject(document, grammar.sentence, subject, start, end)
        is_beside = named_until is None and not document.text[grammar.ends[event.verb] : start].strip()
        if is_beside and grammar.starts[event.verb] < start:
            start = grammar.starts[grammar.group_start(event.verb)]
    elif event.text is not None:
        after = _noun_after(grammar, date)
        end = after if after is not None else end
        if event.subject is not None:
            subject = event.subject.start, event.subject.end
        elif after is not None:
            subject = _dated_noun(grammar, date, after)
    if subject is None or (subject[0] < date.end and subject[1] > date.start):
        found = find_subject(document, grammar.sentence, date.phrase_start, date.end) or subject
        subject = None if found is None else _outside(document.text, date, found)
        subject = subject and _changing(grammar, subject, date)
        subject = subject or _after_front(grammar, date)
    is_sure = event.verb is not None or event.subject is not None
    subject = _of_list_or_front(grammar, date, subject, is_sure=is_sure)
    return Draft(
        DateClaim,
        start,
        end,
        DateValue(timex=date.timex, mod=date.mod, event=event.text),
        f"date/{date.found_by}",
        subject,
    )


def _of_list_or_front(
    grammar: SentenceReading, date: DateExpression, subject: Offsets | None, *, is_sure: bool
) -> Offsets | None:
    """The subject, unless a list, a line that the date opens or an opening adjunct tells another."""
    columns, sentence = grammar.columns, grammar.sentence
    listed = listed_name(columns, sentence, date) or member_of_series(columns, sentence, date)
    if listed is not None:
        return listed
    if subject is None:
        return item_behind_date(columns, sentence, date)
    return subject if is_sure else after_adjunct(columns, sentence, date, subject) or subject


def _subject_of(grammar: SentenceReading, verb: int, date: DateExpression) -> Phrase | None:
    """The subject of a dated verb; of a participle that opens the sentence, that of its main clause."""
    is_opening = verb <= grammar.first + 1 and grammar.tags[verb] in ("VBN", "VBD")
    if is_opening and grammar.phrase_until(verb) is None:
        last = bisect_left(grammar.starts, date.end, grammar.first, grammar.last)
        found = subject_after_opening(grammar, last)
        if found is not None:
            return found
    if verb > grammar.first and grammar.words[verb - 1] == "(":  # "Ann Ray (born 9 May 1960) is a painter"
        person = person_before(grammar, grammar.starts[verb - 1])
        span = None if person is None else grammar.columns.span(*person)
        named = grammar.phrase_until(verb - 1 if span is None else span[1])
        if named is not None:
            return named
    if grammar.lowers[verb] in _COMING_OUT:
        title = opening_title(grammar, grammar.group_start(verb))
        if title is not None:
            return title  # "Gone with the Sea was released"
    return grammar.subject_of(verb)


_COMING_OUT = WordSet("date/coming_out")


_PERIOD_ENDED = re.compile(
    r"(?:\b(?:for|in|during|of|over)\s+)?\b(?:the|its|our|their)\s+(?:(?:first|second|third|fourth|fiscal|full|financial)\s+)?"
    r"(?P<length>year|quarter|three[- ]month(?:s|\s+period)|six[- ]month(?:s|\s+period)|nine[- ]month(?:s"
    r"|\s+period)|twelve months|half[- ]year)\s+"
    r"(?:that\s+)?(?:ended|ending)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
_PERIOD_MONTHS = {"year": 12, "twel": 12, "quar": 3, "thre": 3, "six-": 6, "six ": 6, "half": 6, "nine": 9}
_MONTH_ENDS = frozenset({28, 29, 30, 31})


def _with_period(text: str, floor: int, date: DateExpression) -> DateExpression:
    """The stretch that ends with the date: "the year ended December 31, 2019" is 2019."""
    point = date.first
    if (
        date.last is not None
        or point.year is None
        or point.month is None
        or point.day not in (*_MONTH_ENDS, None)
    ):
        return date
    found = _PERIOD_ENDED.search(text, max(floor, date.start - 60), date.start)
    if found is None:
        return date
    months = _PERIOD_MONTHS[found["length"].lower()[:4]]
    first = point.year * 12 + point.month - months
    first_year, first_month = divmod(first, 12)
    if months == 12 and point.month == 12:
        timex = f"{point.year}"
    elif months == 3 and point.month % 3 == 0:
        timex = f"{point.year}-Q{point.month // 3}"
    else:
        timex = f"{first_year}-{first_month + 1:02}/{point.year}-{point.month:02}"
    return replace(date, timex=timex, phrase_start=found.start(), start=found.start(), relation="for")


def _is_date(grammar: SentenceReading, i: int) -> bool:
    """Whether token `i` belongs to a date."""
    place = grammar.starts[i]
    return any(date.phrase_start <= place < date.end for date in grammar.sentence.dates)


# Dates that date nothing

# "as compared to 2018", "than in 2017": what something is compared with
_COMPARED = re.compile(
    r"\b(?:compar\w+|comparison|relative|versus|vs\.?|than|against|over|exceeding|up(?!\s+to\b)|down)\s+"
    r"(?:(?:to|with|in|for|from|of|that|those|the|during|at|same|prior|previous|corresponding|year-earlier|period|quarter"
    r"|months?|year)\s+){0,8}$",
    re.IGNORECASE,
)
# "from 59% in 2018": the older of two amounts
_OLD_AMOUNT = re.compile(
    r"\bfrom\s+(?:[$€£]\s?)?[\d.,]+\s?(?:%|percent|million|billion|thousand)?\s+(?:\w+\s)?$"
)
_NEW_AMOUNT = re.compile(r"[,)]?\s+(?:\w+\s+){0,2}to\s")
# "64% from 2017"
_AMOUNT_BEFORE = re.compile(r"(?:%|\bpercent|\bpoints?|million|billion|\d)\s+(?:from\s+)?$")
_CITED = re.compile(
    r"(?:\bet al\.?,?|\b[A-Z][\w’'-]+,|\b[A-Z][\w’'-]+ (?:and|&) [A-Z][\w’'-]+,?)\s*\(?$"
    r"|[;(]\s*(?:[A-Z][\w’'.-]+,?\s){1,6}\(?$"
)
_BYLINE = re.compile(
    r"\W*(?:posted|published|updated|last updated|written|reviewed|modified|accessed|retrieved|copyright|©"
    r"|\(c\))\b",
    re.IGNORECASE,
)


def _named_until(text: str, date: DateExpression) -> int | None:
    """Where the name ends of what a year is the year of."""
    return event_of_a_year(text, date.start, date.end) if date.kind == "year" else None


def _dates_nothing(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether a date is a heading, a byline, part of a name, a citation, or only compared with."""
    text = grammar.document.text
    sentence = grammar.sentence
    if _is_counted(grammar, date) or _CITED_LINE.search(
        text[max(sentence.start, date.start - 90) : date.start]
    ):
        return True
    if date.kind == "year" and date.relation is None and is_cited_year(text, date.start, date.end):
        return True
    if _named_until(text, date) is not None:
        return False
    if any(name.start <= date.start and date.end <= name.end for name in sentence.names):
        return True
    if (
        date.kind == "month"
        and date.relation is None
        and _CAPITAL_BEFORE.search(text, sentence.start, date.start)
    ):
        return True
    before = text[max(sentence.start, date.phrase_start - 60) : date.phrase_start]
    is_span = date.kind == "range" and before.endswith("over ")
    if not is_span and (
        _COMPARED.search(before) or _COMPARED.search(text[max(sentence.start, date.start - 60) : date.start])
    ):
        return True
    if date.relation == "for" and _OLD_AMOUNT.search(before) and not _NEW_AMOUNT.match(text, date.end):
        return True
    if date.relation == "from" and date.last is None and _AMOUNT_BEFORE.search(before):
        return True
    if (
        date.kind == "year"
        and date.relation is None
        and _CITED.search(before_year := text[max(sentence.start, date.start - 60) : date.start])
        and not is_year_of_publication(before_year, text[date.end : date.end + 1])
    ):
        return True
    following = _token_after(grammar, date)
    is_full_day = date.first.day is not None and date.first.year is not None  # "an April 3, 2017 EU memo"
    if following is not None and date.relation in (None, "of") and not is_full_day:
        tag = grammar.tags[following]
        capital = tag in ("NNP", "NNPS") or (
            grammar.words[following][:1].isupper() and not tag.startswith("V")
        )
        if (
            capital
            and _work_of_the_year(grammar, date) is None
            and tag not in ("PRP", "DT", "VBN", "VBD", "IN")
            and text[date.start - 1 : date.start] not in ("(", "[")
        ):
            return True
    return _is_line_of_its_own(grammar, date)


# "The Hunt for Red October": a month in a title
_CAPITAL_BEFORE = re.compile(r"[a-z] (?!Early|Late|Mid)[A-Z][a-z]+ $")
# the source of a quotation in a list: "..." — The Daily Mail, August 15, 2008
_CITED_LINE = re.compile(r"[\"”]\s*[-—–]+\s*[A-Z][^,\n]{1,50},\s*(?:[A-Z][a-z]{2,8},\s*)?$")


def _is_counted(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether the number layer reads the year as a number of things: "taken from 1675 cancer biopsies"."""
    return date.kind == "year" and any(
        quantity.kind == "count" and quantity.number_start == date.start
        for quantity in grammar.sentence.quantities
    )


def _token_after(grammar: SentenceReading, date: DateExpression) -> int | None:
    """The token of the sentence that follows the date after one space."""
    token = bisect_left(grammar.starts, date.end, grammar.first, grammar.last)
    is_next = token < grammar.last and grammar.columns.text[date.end : grammar.starts[token]] == " "
    return token if is_next else None


def _is_line_of_its_own(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether the sentence is no sentence: a date line, a byline, a heading."""
    text = grammar.document.text
    sentence = grammar.sentence
    around = (text[sentence.start : date.phrase_start] + text[date.end : sentence.end]).strip(
        " \t\n.,:;()[]|-–—"
    )
    if not around:
        return True
    words = around.split()
    if _BYLINE.match(text, sentence.start) and len(words) <= 6:
        return True
    if _HISTORY.fullmatch(text, sentence.start, sentence.end):
        return True
    if not grammar.columns.is_parsed:
        return date.relation is None and len(words) <= 4
    if _ENTRY.match(text, date.end, sentence.end) and not text[sentence.start : date.phrase_start].strip(
        " -*•[("
    ):
        return False  # an entry of a log: "Mar 3 2021 - Launch of the site"
    if not _PREDICATES.isdisjoint(grammar.tags[grammar.first : grammar.last]):
        return False
    if date.relation is None and len(words) <= 12:
        return not _LABEL.match(text, sentence.start, sentence.end)
    return date.relation in (None, "of")


# the history of a paper: "Received: 4 May 2019; in revised form: 1 June 2019 / Accepted: 2 June 2019"
_HISTORY = WordPattern(
    r"(?:\W*(?:<date/history>)\W+(?:\d{1,2}(?:st|nd|rd|th)?\W+)?[A-Z][a-z]+\W+"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,\W+)?\d{4}\W*)+",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\]?\)?\s*(?:[-–—]|:)\s+\w+\s+\w")
_PREDICATES = frozenset({"VBZ", "VBP", "VBD", "VBN", "MD", "VB", "VBG"})
# "Model date September 2020", "Founded: 1998"
_LABEL = WordPattern(
    r"\W*(?:\w+\s){0,2}(?:<date/label>)\b",
    re.IGNORECASE,
)


# The event


def _event(grammar: SentenceReading, date: DateExpression) -> Event:
    """The verb or noun that the date belongs to."""
    if not grammar.columns.is_parsed:
        return Event(None)
    noun_end = _noun_after(grammar, date)
    if noun_end is not None:
        return Event(grammar.document.text[date.end : noun_end].strip())
    columns = grammar.columns
    span = columns.span(date.start, date.end)
    if span is None:
        return Event(None)
    named = _named_event(grammar, date)
    if named is not None:
        return named
    beside = _verb_beside(grammar, span[0], date) or _fronted_verb(grammar, span[0])
    if beside is not None:
        return Event(_with_prefix(grammar, beside), beside)
    fronted = _fronted_event(grammar, date, span[1])
    if fronted is not None:
        return fronted
    token = columns.root(*span)
    for _ in range(8):
        head = columns.heads[token]
        if head == token or not grammar.first <= head < grammar.last:
            break
        token = head
        if token == span[1] and grammar.tags[token] == "VBG" and columns.heads[token] < span[0]:
            continue  # "published a report in 1973 recommending a port": a date is of what stands before it
        if span[0] <= token < span[1] or _is_amount(grammar, token):
            continue
        tag = grammar.tags[token]
        if columns.pos[token] in ("VERB", "AUX") or tag.startswith("VB") or columns.has_child(token, "cop"):
            token = _main_of_group(
                grammar, token if token not in grammar.names else _copula_of(grammar, token)
            )
            return Event(_with_prefix(grammar, token), token)
        is_noun = tag in ("NN", "NNS") and grammar.deps[token] != "nummod" and not grammar.doc[token].like_num
        if is_noun or (date.relation == "of" and tag in ("NNP", "NNPS") and happens(grammar.lowers[token])):
            return Event(grammar.words[token])  # "the Harbour Deal of 2015", with its noun taken for a name
    verb = _main_verb(grammar, span[0])
    if verb is None:
        return Event(None)
    verb = _main_of_group(grammar, verb)
    return Event(_with_prefix(grammar, verb), verb)


def _copula_of(grammar: SentenceReading, name: int) -> int:
    """The verb that says who somebody was, a name being no event: "The captain was Ann Lee until 1990"."""
    columns = grammar.columns
    return next((child for child in columns.lefts(name) if columns.deps[child] == "cop"), name)


def _named_event(grammar: SentenceReading, date: DateExpression) -> Event | None:
    """What happened to whom, where a noun right before the date says it and a preposition leads to the noun.

    "Following Lee's death in 1896, Ray took over", "since the release of Orbit in 2004"; of "announced the
    release of Orbit in 2004" it is the verb.
    """
    opening = bisect_left(grammar.starts, date.phrase_start, grammar.first, grammar.last)
    phrase = grammar.phrase_until(opening)
    if phrase is None:
        return None
    outer, owner = phrase, phrase.possessor
    if grammar.lowers[phrase.head] not in _OF_SOMEBODY:
        before = grammar.phrase_until(phrase.first - 1) if grammar.word(phrase.first - 1) == "of" else None
        if before is None or grammar.lowers[before.head] not in _OF_SOMEBODY:
            return None
        outer, owner = before, phrase
    if owner is None:
        return None
    first = min(outer.first, owner.first)
    if first > grammar.first and grammar.word(first - 1) not in _BEFORE_AN_EVENT:
        return None
    return Event(grammar.words[outer.head], subject=owner)


_BEFORE_AN_EVENT = WordSet("date/before_event")
_OF_SOMEBODY = WordSet("date/event_of_somebody")


def _main_of_group(grammar: SentenceReading, verb: int) -> int:
    """The verb that an auxiliary helps: "released" of "is now released"."""
    for _ in range(4):
        is_helping = grammar.word(verb) in BE or grammar.word(verb) in HAVE or grammar.tags[verb] == "MD"
        following = grammar.after_adverbs(verb + 1)
        if not is_helping or following >= grammar.last or not grammar.tags[following].startswith("VB"):
            break
        verb = following
    return verb


def _fronted_event(grammar: SentenceReading, date: DateExpression, following: int) -> Event | None:
    """The verb of the clause that a date opens, right behind its subject, whatever the tree says.

    "In 2020, we had fewer answers", "April 7 2023: Lanterna 23 is released".
    """
    if not _opens(grammar, date) or grammar.words[min(following, grammar.last - 1)][0].isalnum():
        return None
    for i in range(following, min(following + MAX_GAP_TOKENS, grammar.last - 2)):
        if grammar.is_finite(i):
            return None
        if grammar.words[i] not in (",", ":"):
            continue
        subject = grammar.phrase_from(i + 1)
        if subject is None or (subject.noun in _OWN_TIMES and grammar.word(subject.last) == ","):
            continue  # "In June, for the first time, we", "In 2003, his first year, he"
        if subject.noun in grammar_words("duration") and grammar.word(subject.last) in _SHIFTING:
            continue  # "In 1550, a year after her death, the poems appeared"
        verb = _behind_remark(grammar, grammar.after_adverbs(grammar.extended(subject)))
        if not grammar.is_finite(verb):
            return None
        verb = _main_of_group(grammar, verb)
        if not grammar.words[verb][0].isalnum():
            return None  # the hyphen of "co-founded" may have the tag of a verb
        if grammar.word(verb + 1) in (",", "that", *QUOTES):
            return None  # "In 2020, she said, the mill closed"
        after = grammar.after_adverbs(verb + 1)
        is_state = grammar.word(verb) in BE and after < grammar.last and grammar.tags[after] == "JJ"
        if is_state and grammar.phrase_at(after) is None:
            return Event(grammar.words[after], verb, subject)  # "the channels were available"
        return Event(_with_prefix(grammar, verb), verb, subject)
    return None


def _behind_remark(grammar: SentenceReading, place: int) -> int:
    """The verb behind a remark between commas that opens at a place, else that place: ", Lind said, had"."""
    speaker = grammar.phrase_from(place + 1) if grammar.word(place) == "," else None
    if speaker is None:
        return place
    cue = grammar.after_adverbs(grammar.extended(speaker))
    is_remark = cue < grammar.last and grammar.is_finite(cue) and grammar.word(cue + 1) == ","
    verb = grammar.after_adverbs(cue + 2)
    return verb if is_remark and verb < grammar.last and grammar.is_finite(verb) else place


def _with_prefix(grammar: SentenceReading, verb: int) -> str:
    """A verb with what a hyphen joins to it: "co-founded"."""
    first = verb
    while first - 2 >= grammar.first and grammar.words[first - 1] == "-" and not grammar.spaced[first - 2]:
        first -= 2
    last = verb
    while last + 2 < grammar.last and grammar.words[last + 1] == "-" and not grammar.spaced[last]:
        last += 2
    return grammar.document.text[grammar.starts[first] : grammar.ends[last]]


def _fronted_verb(grammar: SentenceReading, first: int) -> int | None:
    """The participle that opens a sentence, for a date before its first comma: "Built as a fort in 1320,"."""
    verb = grammar.first + (grammar.words[grammar.first] in QUOTES)
    if grammar.tags[verb] not in ("VBN", "VBD") or verb in grammar.names or verb >= first:
        return None
    between = range(verb + 1, first)
    is_one_clause = not any(grammar.word(i) == "," or grammar.is_finite(i) for i in between)
    return verb if is_one_clause and subject_after_opening(grammar, first) is not None else None


def _dated_noun(grammar: SentenceReading, date: DateExpression, end: int) -> Offsets | None:
    """Whose a dated noun is, or itself: "the 2019 recession", "Orbit's 2014 launch"."""
    token = _token_after(grammar, date)
    phrase = None if token is None else grammar.phrase_at(token)
    if token is None or phrase is None:
        return None
    if phrase.possessor is not None:
        return phrase.possessor.start, phrase.possessor.end
    owner = bisect_left(grammar.starts, date.start, grammar.first, grammar.last) - 1
    if phrase.noun in _OF_SOMEBODY and grammar.word(owner) in _OWNING:  # "after its 2014 launch"
        return grammar.starts[owner], grammar.ends[owner]
    verb = owner - 1
    if phrase.noun in _SEASONS and verb > grammar.first and grammar.is_verb(verb):
        doer = grammar.subject_of(verb)  # "She began the 2011 season": when she did
        if doer is not None and doer.end <= grammar.starts[verb]:
            return doer.start, doer.end
    thing = grammar.described(phrase)
    if thing is not phrase:  # "Winter Song is a 1967 single"
        return thing.start, thing.end
    inner = grammar.phrase_from(phrase.last + 1) if grammar.word(phrase.last) == "of" else None
    return grammar.starts[token], end if inner is None else inner.end


_SEASONS = WordSet("grammar/season")
_OWNING = WordSet("common/possessor_of_third")
_OWN_TIMES = WordSet("date/own_time")
_SHIFTING = frozenset({"after", "before"})
_LONGEST_SHIFT = 12  # tokens: "after the death of the last queen of Norway"
_LONGEST_OF_TIME = 4  # tokens: "in office"


def _outside(text: str, date: DateExpression, found: Offsets) -> Offsets | None:
    """A subject without the date that a tree drew into it: "GDP" in "In Q2 2014 GDP was"."""
    if found[0] >= date.end or found[1] <= date.start:
        return found
    if date.phrase_start <= found[0]:
        start, end = trim(text, date.end, found[1])
    else:
        bracket = text.rfind("(", found[0], date.phrase_start)
        start, end = trim(text, found[0], date.phrase_start if bracket < 0 else bracket)
    return (start, end) if start < end else None


def _changing(grammar: SentenceReading, found: Offsets, date: DateExpression) -> Offsets:
    """What changes by a dated amount: bread in "Bread showed no change after a fall of 0.7% in May"."""
    is_amount = grammar.columns.text.startswith(("a ", "an "), found[0]) and any(
        found[0] < quantity.start and quantity.end == found[1] and quantity.kind != "count"
        for quantity in grammar.sentence.quantities
    )
    if not is_amount or found[1] > date.phrase_start:
        return found
    opening = bisect_left(grammar.starts, found[0], grammar.first, grammar.last)
    verb = next((i for i in range(opening - 1, grammar.first, -1) if grammar.is_finite(i)), None)
    if verb is None or grammar.is_verb(opening - 1):
        return found  # "This followed an increase of 3%"
    place = grammar.starts[verb]
    changing = find_subject(grammar.document, grammar.sentence, place, grammar.ends[verb])
    if changing is None or changing[1] > place:
        return found
    undated = [other.phrase_start for other in grammar.sentence.dates if other.end == changing[1]]
    return trim(grammar.columns.text, changing[0], min((changing[1], *undated)))


def _after_front(grammar: SentenceReading, date: DateExpression) -> Offsets | None:
    """The phrase after a date that opens the sentence: "In August, the release delivered"."""
    phrase = _phrase_after_front(grammar, date)
    return None if phrase is None else (phrase.start, phrase.end)


def _phrase_after_front(grammar: SentenceReading, date: DateExpression) -> Phrase | None:
    """What follows the comma after a date, or the noun of one, that opens the sentence."""
    following = bisect_left(grammar.starts, date.end, grammar.first, grammar.last)
    if not _opens(grammar, date) or following >= grammar.last:
        return None
    dated = grammar.phrase_at(following)  # "In the 4 March treaty, Peru agreed"
    following = following if dated is None else dated.last
    phrase = grammar.phrase_from(following + 1) if grammar.word(following) == "," else None
    phrase = phrase and _past_time(grammar, phrase)
    if phrase is None or grammar.word(phrase.last) == "to":  # "In June, thanks to you, we"
        return None
    return grammar.joint(phrase)


def _past_time(grammar: SentenceReading, phrase: Phrase) -> Phrase | None:
    """The phrase, or what follows one that only tells the time again: "In 2003, his last year in office, he
    made", "In 1550, a year after her death, the poems appeared".
    """
    is_shift = phrase.noun in grammar_words("duration") and grammar.word(phrase.last) in _SHIFTING
    if not is_shift and phrase.noun not in _OWN_TIMES:
        return phrase
    end = min(phrase.last + (_LONGEST_SHIFT if is_shift else _LONGEST_OF_TIME), grammar.last)
    comma = next((i for i in range(phrase.last, end) if grammar.word(i) == ","), None)
    return phrase if comma is None else grammar.phrase_from(comma + 1)


def _opens(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether nothing but adverbs and marks of lists stands before a date in its sentence."""
    opening = bisect_left(grammar.starts, date.phrase_start, grammar.first, grammar.last)
    return not any(
        grammar.tags[i] != "RB" and grammar.words[i][0].isalnum() for i in range(grammar.first, opening)
    )


def _opened_by(grammar: SentenceReading, date: DateExpression, verb: int) -> Phrase | None:
    """The phrase after a date that opens the sentence, if a later verb can only be of it.

    "On 3 March, a ship with a crew of nine, built in Leeds, sank": no other verb has come before.
    """
    phrase = _phrase_after_front(grammar, date)
    if phrase is None or verb < phrase.last or grammar.tags[phrase.first] == "WP":
        return None
    group = grammar.group_start(verb)
    is_first = not any(grammar.is_finite(i) for i in range(phrase.last, group))
    return phrase if is_first or _is_relative_clause(grammar, phrase.last, group) else None


def _is_relative_clause(grammar: SentenceReading, first: int, last: int) -> bool:
    """Whether a clause between commas is all that stands between tokens: "Ann Ray, who ran Acme, died"."""
    return (
        last - first > 2
        and grammar.word(first) == grammar.word(last - 1) == ","
        and grammar.tags[first + 1] in ("WDT", "WP", "WP$")
        and not any(grammar.word(i) == "," for i in range(first + 1, last - 1))
    )


def _subject_span(grammar: SentenceReading, phrase: Phrase) -> Offsets:
    """The noun phrase with what belongs to it after its head; for a description the thing described."""
    thing = grammar.described(phrase)
    if thing is not phrase or not grammar.columns.is_parsed or thing.name is not None:
        return thing.start, thing.end
    start, end = noun_phrase(grammar.columns, thing.head)
    return (thing.start, max(end, thing.end)) if start >= thing.start - 1 else (thing.start, thing.end)


def _is_amount(grammar: SentenceReading, token: int) -> bool:
    """Whether a token belongs to an amount, which the date does not date: "$65 million in 2018"."""
    start = grammar.starts[token]
    return grammar.doc[token].like_num or any(
        q.start <= start < q.end and q.kind != "count" for q in grammar.sentence.quantities
    )


def _verb_beside(grammar: SentenceReading, first: int, date: DateExpression) -> int | None:
    """The verb right before the date's preposition."""
    i = first - 1
    while i >= grammar.first and grammar.starts[i] >= date.phrase_start:
        i -= 1
    if (
        i >= grammar.first
        and grammar.tags[i] in ("VBN", "VBD", "VBZ", "VBP", "VBG", "VB")
        and i not in grammar.names
    ):
        return i
    return None


def _main_verb(grammar: SentenceReading, first: int) -> int | None:
    """The first finite verb after a date that opens the sentence, else the root."""
    root = grammar.columns.root(grammar.first, grammar.last)
    if grammar.tags[root].startswith("V"):
        return root
    verbs = ("VBD", "VBZ", "VBP", "VBN")
    return next((i for i in range(first, grammar.last) if grammar.tags[i] in verbs), None)


def _noun_after(grammar: SentenceReading, date: DateExpression) -> int | None:
    """Where "2014 estimate" ends: a common noun that the date modifies."""
    if date.relation not in (None, "of"):
        return None
    token = _token_after(grammar, date)
    if token is None or grammar.tags[token] not in ("NN", "NNS", "JJ"):
        return None
    phrase = grammar.phrase_at(token)
    return None if phrase is None or phrase.name is not None else phrase.end


def _work_of_the_year(grammar: SentenceReading, date: DateExpression) -> tuple[Offsets, int] | None:
    """The work that a year stands before, and where the word for it ends: "the 1972 arcade game Pong".

    With the work in apposition it is that: "a 1978 sequel, Winter Tides".
    """
    if date.kind == "year" and (owned := _owned_title(grammar, date)) is not None:
        return owned, 0
    has_owner = grammar.columns.text.endswith(_OWNERS, 0, date.start)
    if date.kind != "year" or not (date.relation in (None, "of") or has_owner):
        return None
    token = _token_after(grammar, date)
    if token is not None and grammar.tags[min(token + 1, grammar.last - 1)] == "POS":
        token += 2  # "a 1963 children's book"
    phrase = grammar.phrase_at(token) if token is not None else None
    if token is None or phrase is None:
        return None
    nouns = load_cues("work_noun")
    noun = next((i for i in range(phrase.last - 1, token - 1, -1) if grammar.lowers[i] in nouns), None)
    if noun is None:
        return _titled(grammar, token)
    if noun == phrase.last - 1:
        is_apart = grammar.word(phrase.last) == ","
        is_quoted = grammar.word(phrase.last + is_apart) in QUOTES
        following = title_from(grammar, phrase.last + is_apart + is_quoted)
        is_closed = is_quoted and following is not None and _is_closed(grammar, following)
        if following is not None and (is_closed or not (is_apart and _goes_on(grammar, following))):
            return (following.start, following.end), grammar.ends[noun]
    longer = title_from(grammar, noun + 1)
    if longer is not None and longer.last >= phrase.last and grammar.words[noun].islower():
        return (longer.start, longer.end), grammar.ends[noun]  # the phrase may end at a verb of the title
    capitals = [i for i in range(token, phrase.last) if grammar.words[i][:1].isupper()]
    if not capitals:
        return None
    thing = grammar.described(phrase)  # "Harbour Lights is a 1936 British film"
    start = grammar.starts[token] if thing is phrase else thing.start
    return (start, thing.end), grammar.ends[noun]


def _is_closed(grammar: SentenceReading, title: Phrase) -> bool:
    """Whether a quotation mark closes behind a title, a comma before it or not."""
    return grammar.word(title.last) in QUOTES or grammar.word(title.last + 1) in QUOTES


_OWNERS = ("the ", " a ", "'s ", "’s ", " his ", " her ", " its ", " their ")


def _owned_title(grammar: SentenceReading, date: DateExpression) -> Offsets | None:
    """The title that a year owns: "1987's Leave It Loose"."""
    if grammar.columns.text[date.end : date.end + 3] not in ("'s ", "’s "):
        return None
    token = bisect_left(grammar.starts, date.end, grammar.first, grammar.last) + 1
    is_quoted = grammar.word(token) in QUOTES
    title = title_from(grammar, token + is_quoted)
    if title is None or (is_quoted and not _is_closed(grammar, title)):
        return None
    if title.name is not None and title.name.label in ("organization", "place"):
        return None  # "2008's Orbit Bank collapse"
    is_modifier = not is_quoted and grammar.tags[min(title.last, grammar.last - 1)] in ("NN", "NNS")
    return None if is_modifier else (title.start, title.end)  # "2003's Democratic convention"


def _titled(grammar: SentenceReading, token: int) -> tuple[Offsets, int] | None:
    """A title right after the year of its maker's work: "Taito's 1986 Arkanoid"."""
    owner = grammar.columns.text.endswith(("'s ", "’s "), 0, grammar.starts[token - 1])
    title = title_from(grammar, token) if owner else None
    if title is None or grammar.tags[min(title.last, grammar.last - 1)] in ("NN", "NNS"):
        return None
    return (title.start, title.end), 0


def _goes_on(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase after a comma is the subject of what follows: "In the 2004 film, Ann Lee plays"."""
    after = grammar.after_adverbs(phrase.last)
    return grammar.is_finite(after) or grammar.word(after) in ("who", "(")


# Dates in brackets

_IN_PUBLISHERS = frozenset({"&", "and", "of"})


def _bracketed(grammar: SentenceReading, date: DateExpression) -> Phrase | None:
    """The phrase before a bracket that holds nothing but the date, or a publisher with it: "Emma (1815)"."""
    span = grammar.columns.span(date.start, date.end) if date.relation is None else None
    if span is None or grammar.word(span[1]) not in (")", ",", ";"):
        return None
    opening = span[0] - 1
    if grammar.word(opening) == "," and grammar.word(span[1]) == ")":
        opening = _before_publisher(grammar, opening)
    if grammar.word(opening) != "(":
        return None
    quoted = quoted_title_until(grammar, opening)
    if quoted is not None:
        return quoted
    text = grammar.columns.text
    if opening < span[0] - 1 and not is_year_of_publication(text[grammar.starts[opening] : date.start], ")"):
        return None
    phrase = grammar.phrase_until(opening)
    if phrase is None or (phrase.name is not None and phrase.name.is_listed):
        return phrase
    title = title_until(grammar, opening) if grammar.words[phrase.head][:1].isupper() else None
    return title if title is not None and title.first < phrase.first else phrase


def _before_publisher(grammar: SentenceReading, comma: int) -> int:
    """The token before the capitals that a comma ends: the bracket of "(Harrow Press, 1998)"."""
    i = comma - 1
    while i > max(grammar.first, comma - MAX_GAP_TOKENS) and (
        grammar.words[i][:1].isupper() or grammar.word(i) in _IN_PUBLISHERS
    ):
        i -= 1
    return i


# Life dates


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
