"""Who or what a dated event is of."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claimcheck.claims.dated.events import OF_SOMEBODY
from claimcheck.claims.dated.lives import person_before
from claimcheck.claims.dated.openings import phrase_after_front, token_after
from claimcheck.grammar.noun_phrases import SUBJECTS, noun_phrase, trim
from claimcheck.grammar.ordered_phrases import ordered_subject
from claimcheck.grammar.stepping import opening_title, subject_after_opening
from claimcheck.grammar.subjects.dated_names import (
    after_adjunct,
    earlier_holder,
    item_behind_date,
    listed_name,
    member_of_series,
)
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.grammar.subjects.joined_infinitives import joined_infinitive_subject
from claimcheck.grammar.subjects.naming import refine_subject
from claimcheck.grammar.subjects.reported import own_subject_of_reported, reporter_in_remark
from claimcheck.grammar.subjects.set_aside import acting_side
from claimcheck.grammar.subjects.trimming import without_clause_behind
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.claims.dated.events import Event
    from claimcheck.dates.finding import DateExpression
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.grammar.phrases import Phrase


def of_list_or_front(
    grammar: SentenceReading, date: DateExpression, subject: Offsets | None, *, is_sure: bool
) -> Offsets | None:
    """The subject, unless a list, a line that the date opens or an opening adjunct tells another."""
    columns, sentence = grammar.columns, grammar.sentence
    listed = listed_name(columns, sentence, date) or member_of_series(columns, sentence, date)
    listed = listed or earlier_holder(columns, sentence, date)
    if listed is not None:
        return listed
    if subject is None:
        return item_behind_date(columns, sentence, date)
    subject = _behind_earlier_date(grammar, subject)
    if subject[1] <= date.phrase_start:
        subject = _of_opened_clause(grammar, date) or subject
    return subject if is_sure else after_adjunct(columns, sentence, date, subject) or subject


def _behind_earlier_date(grammar: SentenceReading, subject: Offsets) -> Offsets:
    """A subject without the date of the clause before: "It opened on 1 June, and | service | began in
    May"; and what changed by an amount that was taken for it: "Sales were | down 2% | in May".
    """
    text = grammar.columns.text
    for other in grammar.sentence.dates:
        joint = _JOINED_ON.match(text, other.end)
        if joint is not None and other.start <= subject[0] < joint.end() < subject[1]:
            return joint.end(), subject[1]
    first = bisect_left(grammar.starts, subject[0], grammar.first, grammar.last)
    if grammar.word(first) in _UP_OR_DOWN and grammar.columns.is_parsed:
        moved = ordered_subject(grammar.columns, grammar.sentence, grammar.sentence.start, subject[0])
        return subject if moved is None else moved
    return subject


_JOINED_ON = WordPattern(r",? (?:<grammar/parallel_joint>) ")
_UP_OR_DOWN = frozenset({"up", "down"})


def _of_opened_clause(grammar: SentenceReading, date: DateExpression) -> Offsets | None:
    """The subject of the clause that a date opens behind another one: "Rents fell, and in 2012, | the club |
    moved", "Oslo is old; in 2012 there were | 300 ships |".
    """
    if _CLAUSE_BEFORE.search(grammar.columns.text, grammar.sentence.start, date.phrase_start) is None:
        return None
    first = bisect_left(grammar.starts, date.end, grammar.first, grammar.last)
    first += grammar.word(first) == ","
    if grammar.word(first) == "there" and grammar.word(first + 1) in _BEING:
        first += 2
    phrase = grammar.phrase_from(first)
    if phrase is None or phrase.first_with_possessor > first or _is_date(grammar, phrase.head):
        return None
    whole = grammar.joint(phrase)
    last = min(whole.last + _LONGEST_SUBJECT, grammar.last)
    is_told = grammar.word(first - 1) in _BEING or any(map(grammar.is_finite, range(whole.last, last)))
    return _subject_span(grammar, whole) if is_told else None


_LONGEST_SUBJECT = 10  # tokens behind its first phrase
_BEING = WordSet("grammar/copula")
_CLAUSE_BEFORE = WordPattern(r"(?:[;|]|, (?:<grammar/parallel_joint>)) $")


def subject_of_verb(
    grammar: SentenceReading, date: DateExpression, event: Event, verb: int, span: Offsets
) -> Offsets | None:
    """Whose a dated verb is; `span` is that of the claim."""
    joined = joined_infinitive_subject(grammar.columns, grammar.sentence, grammar.starts[verb])
    if joined is not None:
        return joined
    opened = _opened_by(grammar, date, verb) if event.subject is None else None
    phrase = event.subject or opened or _subject_of(grammar, verb, date)
    if phrase is None or _is_date(grammar, phrase.head):
        phrase = grammar.object_of(verb)  # "[March 10, 2025] Added links"
    if phrase is None:
        return None
    subject = _some_of(grammar, verb, phrase) or _subject_span(grammar, phrase)
    if phrase is opened and subject[1] > grammar.starts[verb]:
        subject = phrase.start, grammar.ends[grammar.extended(phrase) - 1]
    document = grammar.document
    if document.is_parsed:
        subject = own_subject_of_reported(document, grammar.sentence, subject, *span) or subject
        subject = reporter_in_remark(document, grammar.starts[verb]) or subject
        refined = refine_subject(document, grammar.sentence, subject, *span)
        return acting_side(document, grammar.columns, grammar.sentence, refined)
    return subject


def _some_of(grammar: SentenceReading, verb: int, beside: Phrase) -> Offsets | None:
    """The subject that a word for some of them opens, which no phrase holds, where the phrase beside the verb
    ends it: "Many of the mills and | shops close".
    """
    if not grammar.columns.is_parsed:
        return None
    for child in grammar.columns.lefts(verb):
        if grammar.deps[child] in SUBJECTS and grammar.phrase_at(child) is None:
            start, end = noun_phrase(grammar.columns, child)
            if grammar.word(child + 1) == "of" and start < beside.start and beside.end == end:
                return start, end
    return None


def subject_around(grammar: SentenceReading, date: DateExpression, known: Offsets | None) -> Offsets | None:
    """What a tree gives as the subject at a date, less the date itself; `known` where it gives none."""
    found = find_subject(grammar.document, grammar.sentence, date.phrase_start, date.end) or known
    found = found and (_of_time_span(grammar, found) or found)
    if found is not None and grammar.document.text[date.end : found[0]].strip(", ") in _JOINTS:
        found = None  # "expects sales to grow in 2023 and spending to fall": not of spending
    found = found and (_around_aside(grammar, date, found) or found)
    subject = None if found is None else _outside(grammar.document.text, date, found)
    subject = subject and _changing(grammar, subject, date)
    return subject or _of_dated_amount(grammar, date) or _after_front(grammar, date)


def _of_time_span(grammar: SentenceReading, found: Offsets) -> Offsets | None:
    """Whose a stretch of time is that a date ends: "Sales fell in | the 13 weeks | to 27 December"."""
    root = grammar.columns.root_at(*found) if grammar.columns.is_parsed else None
    if root is None or grammar.deps[root] in SUBJECTS:
        return None
    is_part = grammar.word(root) in _PARTS_OF_TIME and grammar.document.text[slice(*found)].count(" ") == 1
    if grammar.word(root) not in _SPANS and not is_part:
        return None  # "the end of the strike in March 1974"
    return find_subject(grammar.document, grammar.sentence, *found)


_SPANS = WordSet("grammar/time_unit")
_PARTS_OF_TIME = WordSet("date/part_of_time")


def _of_dated_amount(grammar: SentenceReading, date: DateExpression) -> Offsets | None:
    """What came to an amount at a date, where the amount stands between: "Sales of $4m in 2019 rose"."""
    end = len(grammar.document.text[: date.phrase_start].rstrip())
    amount = next((q for q in grammar.sentence.quantities if q.end == end), None)
    if amount is None:
        return None
    of = bisect_left(grammar.starts, amount.start, grammar.first, grammar.last) - 1
    phrase = grammar.phrase_until(of) if grammar.word(of) == "of" else None
    is_whole = phrase is not None and phrase.last == of
    return (phrase.start, phrase.end) if is_whole and phrase is not None else None


def _around_aside(grammar: SentenceReading, date: DateExpression, found: Offsets) -> Offsets | None:
    """Whose the clause is, where a date only stands behind what it is compared with, or behind an adjunct in
    commas: "not as cold as in | the north | in winter", "in 1999 and, with | more riders |, in 2003".
    """
    text = grammar.document.text
    gap = text[found[1] : max(found[1], date.phrase_start)]
    before = text[grammar.sentence.start : found[0]]
    is_aside = gap == ", " and _OPENING_ADJUNCT.search(before) is not None
    is_aside = is_aside or text[slice(*found)].lower() in _DAYS  # "on Sunday, the coldest night since 2010"
    if not is_aside and (gap != " " or _COMPARED_IN.search(before) is None):
        return None
    place = bisect_left(grammar.starts, found[0], grammar.first, grammar.last)
    verb = next((i for i in range(place - 1, grammar.first, -1) if grammar.is_finite(i)), None)
    phrase = None if verb is None else grammar.subject_of(verb)
    return None if phrase is None or phrase.start >= found[0] else (phrase.start, phrase.end)


_DAYS = WordSet("common/day")
_OPENING_ADJUNCT = WordPattern(r", (?:<grammar/opening_adjunct>) $")
_COMPARED_IN = WordPattern(r"\b(?:<date/held_against>) (?:<date/before_held>) $")


def _subject_of(grammar: SentenceReading, verb: int, date: DateExpression) -> Phrase | None:
    """The subject of a dated verb; of a participle that opens the sentence, that of its main clause."""
    behind = _between_date_and_verb(grammar, verb, date)
    if behind is not None:
        return behind
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


def _between_date_and_verb(grammar: SentenceReading, verb: int, date: DateExpression) -> Phrase | None:
    """The name between a date that opens a sentence and the verb: "By 2024 Norvale had 300 mills"."""
    if date.phrase_start != grammar.starts[grammar.first] or not grammar.is_finite(verb):
        return None
    first = bisect_left(grammar.starts, date.end, grammar.first, grammar.last)
    phrase = grammar.phrase_from(first)
    is_whole = phrase is not None and phrase.first == first and phrase.last == grammar.group_start(verb)
    return phrase if is_whole and phrase is not None and grammar.is_proper(phrase) else None


_COMING_OUT = WordSet("date/coming_out")


def _is_date(grammar: SentenceReading, i: int) -> bool:
    """Whether token `i` belongs to a date."""
    place = grammar.starts[i]
    return any(date.phrase_start <= place < date.end for date in grammar.sentence.dates)


def dated_noun(grammar: SentenceReading, date: DateExpression, end: int) -> Offsets | None:
    """Whose a dated noun is, or itself: "the 2019 recession", "Orbit's 2014 launch"."""
    token = token_after(grammar, date)
    phrase = None if token is None else grammar.phrase_at(token)
    if token is None or phrase is None:
        return None
    if phrase.possessor is not None:
        return phrase.possessor.start, phrase.possessor.end
    owner = bisect_left(grammar.starts, date.start, grammar.first, grammar.last) - 1
    if phrase.noun in OF_SOMEBODY and grammar.word(owner) in _OWNING:  # "after its 2014 launch"
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


_JOINTS = WordSet("grammar/clause_joint")
_SEASONS = WordSet("grammar/season")
_OWNING = WordSet("common/possessor_of_third")


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
    """What changes by a dated amount: bread in "Bread stood still after falling 0.4% in May"."""
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
    phrase = phrase_after_front(grammar, date)
    return None if phrase is None else (phrase.start, phrase.end)


def _opened_by(grammar: SentenceReading, date: DateExpression, verb: int) -> Phrase | None:
    """The phrase after a date that opens the sentence, if a later verb can only be of it.

    "On 3 March, a ship with a crew of nine, built in Leeds, sank": no other verb has come before.
    """
    phrase = phrase_after_front(grammar, date)
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
    is_priced = thing.first > grammar.first and grammar.tags[thing.first - 1] == "$"  # "a $2 billion plant"
    owner = thing.possessor
    while owner is not None and owner.possessor is not None:
        owner = owner.possessor  # "the town's oldest brewery's output"
    start = start if is_priced else (owner or thing).start
    return without_clause_behind(grammar.columns.text, (start, max(end, thing.end)))
