"""Whose a date is where no clause tells it: in a list of names with their dates, behind a date that opens a
line, and after an adjunct that opens a sentence.

"The chairs were Ann Roe, elected in 2002; Bo Lund in 1997", “The Long Ferry”, a talk by Ann Roe, May 11",
"Spellings are Halvur in 1253, Halver in 1377 and Halvor in 1522", "2024-01-23: Test of the chat model",
"Under a clear sky on 3 May, the ship left".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import first_phrase
from claimcheck.grammar.subjects.syntactic import is_event
from claimcheck.lexicons.word_sets import WordPattern, WordSet, grammar_words
from claimcheck.tagging.penn_tags import FINITE, FINITE_OR_PARTICIPLE

if TYPE_CHECKING:
    from claimcheck.dates.finding import DateExpression
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence

Offsets = tuple[int, int]

_MEMBER = re.compile(r"(?:;(?: and)?|, and) $")
_DATED_BY_NAME = frozenset({"person", "product"})
_TALK = re.compile(
    r"(?:[-*•–] +)?(?P<thing>[“\"](?P<title>[^”\"]{3,120})[”\"]|[A-Z][^,;:“\"]{2,80}),?"
    r" an? (?:[a-z-]+ ){1,4}(?:by|with) [A-Z][^;:]{2,120}[,:] $"
)


def listed_name(columns: TokenColumns, sentence: Sentence, date: DateExpression) -> Offsets | None:
    """The name of a list that a date stands behind: "Bo Lund" in "Ann Roe, elected in 2002; Bo Lund in 1997";
    what an announcement names first: “The Long Ferry”, a talk by Ann Roe, May 11.
    """
    text = columns.text
    for name in sentence.names:
        if name.label not in _DATED_BY_NAME or not 0 < date.phrase_start - name.end <= 1:
            continue
        if _MEMBER.search(text, max(sentence.start, name.start - 6), name.start) is None:
            continue
        earlier = [other for other in sentence.dates if other.end < name.start]
        between = columns.span(earlier[-1].end, date.phrase_start) if earlier else None
        if between is not None and FINITE.isdisjoint(columns.tags[slice(*between)]):
            return name.start, name.end
    talk = _TALK.match(text, sentence.start, date.phrase_start) if date is sentence.dates[0] else None
    if talk is None or talk.end() != date.phrase_start:
        return None
    told = columns.span(talk.end("thing"), date.phrase_start)
    if told is None or not FINITE.isdisjoint(columns.tags[slice(*told)]):
        return None
    return talk.span("title") if talk["title"] else talk.span("thing")


_AFTER_OTHER = re.compile(r", (?:after|behind|following) (?:[A-Z][\w’'-]+['’]s )?$")
_AND_OTHER = re.compile(r",? and $")


def earlier_holder(columns: TokenColumns, sentence: Sentence, date: DateExpression) -> Offsets | None:
    """Who came earlier in an order, when: "the third Dane to win, after | Bo Lund | in 1904 and | Ann Ray |
    in 1908".
    """
    if not any(quantity.kind == "ordinal" for quantity in sentence.quantities):
        return None
    text = columns.text
    names = (n for n in sentence.names if n.label == "person" and 0 < date.phrase_start - n.end <= 1)
    name = next(names, None)
    if name is None:
        return None
    if _AFTER_OTHER.search(text, max(sentence.start, name.start - 30), name.start) is not None:
        return name.start, name.end
    earlier = next((d for d in sentence.dates if _AND_OTHER.fullmatch(text, d.end, name.start)), None)
    is_next = earlier is not None and earlier_holder(columns, sentence, earlier) is not None
    return (name.start, name.end) if is_next else None


_NAME_BEFORE = re.compile(
    r"(?:(?:,|;)(?: and)?|(?<=\w) (?:and|or)|(?<=[a-z])) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}) $"
)
_NAME_BETWEEN = re.compile(r"(?:(?:,|;)(?: and| or)?| and| or) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3} ")
_GAPPED_BETWEEN = WordPattern(
    r"(?:,|;)?(?: and)? (?P<thing>(?:<grammar/gapped_pronoun>)|(?:<grammar/definite>) [a-z-]+(?: [a-z-]+)?) "
)


_GOING = re.compile(r"\b(?:to|from|in|at|for|via) $")
_SERIES = 3  # "She visited Oslo in 2002 and Bern in 1997" is no list of names with their dates


def member_of_series(columns: TokenColumns, sentence: Sentence, date: DateExpression) -> Offsets | None:
    """The name before one of three dates or more, all of which stand so: "Ayr in 1100, Ely in 1253 and Rye in
    1522"; of two where the verb stands right before the first: "Ann Roe won in 1990 and Bo Lund in 1994",
    "She died in 1975 and he in 1983", "The mill closed in 2001, the mine in 2004".
    """
    dates = sentence.dates
    if date.relation is None or len(dates) == 1:
        return None
    index = next((i for i, other in enumerate(dates) if other.end == date.end), None)
    if index is None:
        return None
    text = columns.text
    gapped = _GAPPED_BETWEEN.fullmatch(text, dates[index - 1].end, date.phrase_start) if index else None
    if gapped is not None and _has_no_verb(columns, *gapped.span("thing")):
        return gapped.span("thing") if _is_gapped(columns, dates[index - 1].phrase_start) else None
    joined = [
        _NAME_BETWEEN.fullmatch(text, earlier.end, later.phrase_start) is not None
        for earlier, later in pairwise(dates)
    ]
    first = last = index
    while first > 0 and joined[first - 1]:
        first -= 1
    while last < len(joined) and joined[last]:
        last += 1
    opening = dates[first].phrase_start
    if index == first or not _is_gapped(columns, opening):
        led = _NAME_BEFORE.search(text, max(sentence.start, opening - 60), opening)
        if led is None or last - first + 1 < _SERIES:
            return None
        if _GOING.search(text, max(sentence.start, led.start() - 6), led.start("name")):
            return None  # "She goes to Rome in May, Oslo in June and Bern in July"
    name = _NAME_BEFORE.search(text, max(sentence.start, date.phrase_start - 60), date.phrase_start)
    return None if name is None else name.span("name")


def _has_no_verb(columns: TokenColumns, start: int, end: int) -> bool:
    """Whether words leave out their verb: "the mine" in 2004, not "the mine closed" in 2004."""
    span = columns.span(start, end)
    return span is not None and FINITE_OR_PARTICIPLE.isdisjoint(columns.tags[slice(*span)])


def _is_gapped(columns: TokenColumns, opening: int) -> bool:
    """Whether a verb stands right before the first date: a name before the next is no object of it then."""
    verb = columns.token_at(opening - 2)
    return verb is not None and columns.tags[verb] in FINITE_OR_PARTICIPLE


_ITEM_DATE = re.compile(r"[^\w\n]*$")
_BEHIND_ITEM_DATE = re.compile(r"\]?(?: ?[:–—-] ?|\] ?)\s*(?=\w)")


def item_behind_date(columns: TokenColumns, sentence: Sentence, date: DateExpression) -> Offsets | None:
    """What an item of news is about whose date opens it: "[2024-01-23] Release Orbit 2", "May 3: A talk"."""
    if _ITEM_DATE.fullmatch(columns.text, sentence.start, date.phrase_start) is None:
        return None
    mark = _BEHIND_ITEM_DATE.match(columns.text, date.end, sentence.end)
    token = None if mark is None else columns.token_at(mark.end())
    if mark is None or token is None:
        return None
    start = mark.end()
    if columns.lowers[token] in grammar_words("releasing") and token + 1 < sentence.span.end:
        start = columns.starts[token + 1]
    named = next(((name.start, name.end) for name in sentence.names if name.start == start), None)
    found = named or first_phrase(columns, start, sentence.end)
    rest = None if found is None else _REST_OF_WORD.match(columns.text, found[1], sentence.end)
    return found if found is None or rest is None else (found[0], rest.end())


_REST_OF_WORD = re.compile(r"-[\w.-]*\w")
_TIMES = WordSet("grammar/time_unit")


def _is_head(columns: TokenColumns, token: int) -> bool:
    """Whether a token is a noun that no noun follows."""
    tags = columns.tags
    return tags[token].startswith("NN") and not (token + 1 < len(tags) and tags[token + 1].startswith("NN"))


def after_adjunct(
    columns: TokenColumns, sentence: Sentence, date: DateExpression, subject: Offsets
) -> Offsets | None:
    """The subject of a clause whose opening adjunct holds a date and a noun that was taken for it: "the ship"
    in "Under a clear sky on 3 May, the ship left". None where a noun there is an event, which the date may be
    of.
    """
    if not sentence.start < subject[0] <= subject[1] <= date.phrase_start:
        return None
    front = columns.span(sentence.start, date.end)
    noun = columns.token_at(subject[1] - 1)
    if front is None or noun is None or columns.text[date.end : date.end + 2] != ", ":
        return None
    first = next((i for i in range(*front) if columns.words[i][0].isalnum()), front[0])
    if columns.text.startswith(("of ", "Of "), date.phrase_start):
        return None  # of the noun before it: "under the treaty of 3 May 1921"
    if columns.tags[first] != "IN" or not FINITE.isdisjoint(columns.tags[first : front[1]]):
        return None
    if any(is_event(columns.lowers[i]) for i in range(first, noun + 1) if _is_head(columns, i)):
        return None
    if columns.tags[noun] == "NNP" and columns.lowers[noun] not in _TIMES:
        return None
    phrase = first_phrase(columns, date.end + 2, sentence.end)
    verb = None if phrase is None else columns.token_at(phrase[1] + 1)
    if phrase is None or verb is None or phrase[0] != date.end + 2:
        return None
    return phrase if columns.tags[verb] in FINITE else None
