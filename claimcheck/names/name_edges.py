"""Where the name of a body begins and ends, from one word of it: over "of", over trades, over a seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.context import SPACE_GAPS
from claimcheck.names.lists import load_name_table, load_person_names
from claimcheck.names.words import CAPITALISED, INITIAL, UPPER

if TYPE_CHECKING:
    from claimcheck.names.context import NameContext

_LONGEST_NAME = 8  # words; longer runs of capitals are headings or lists
# Openers that name many kinds of body: what follows "of" may be a topic in two parts.
_TOPICAL_OPENERS = WordSet("names/topical_opener")
_ON_OPENERS = WordSet("names/opener_with_on")
_FIELD_OPENERS = WordSet("names/field_opener")
_CAMPUS_OPENERS = WordSet("names/campus_opener")
_INNER_OPENERS = WordSet("names/inner_opener")
_PURPOSES = WordSet("names/purpose")
_COURTS = WordSet("names/court")
_CIRCUITS = WordSet("names/circuit")
_TRADES = WordSet("names/trade")
_PLURAL_PLACES = WordSet("names/plural_place")


def name_start(context: NameContext, last: int) -> int:
    """First word of the name whose last word is `last - 1`.

    Goes left over capitals; over "of" only from a word that opens such names ("Institute of Technology
    Press"); over "and" only in "Food and Drug Administration". Stops at titles, dates, sentence starts.
    """
    words = context.words
    first = last - 1
    while first > 0 and last - first < _LONGEST_NAME and not words.opens[first]:
        before = first - 1
        gap = words.gaps[first]
        if not (gap in SPACE_GAPS or gap == " & " or (words.cases[before] is INITIAL and gap == ". ")):
            break
        if context.is_name_like(before):
            if _is_outside_names(context, words.forms[before]) or words.forms[before] == "I":
                break
            if opens_person_behind_body(context, first):
                break
            first = before
            continue
        if gap == " & " or before == 0 or words.gaps[before] not in SPACE_GAPS:
            break
        start = _start_over_small_word(context, first, last)
        if start is None:
            if words.forms[before] == "and" and _is_first_of_two_fields(context, before - 1, last):
                first = before - 1
            break
        first = start
    if words.gaps[first] == ", " and words.forms[first] in _TRADES and "and" in words.forms[first:last]:
        first = _first_trade(context, first)
        if words.opens[first]:
            return first  # a trade at the start of a sentence: "Bakers, Food and Allied Workers Union"
    return _own_start(context, first, last)


def opens_person_behind_body(context: NameContext, index: int) -> bool:
    """Whether the word of a body stands before a given name and its initial: "Museum | Steven F. Halvor"."""
    words = context.words
    return (
        0 < index < len(words.forms) - 1
        and words.forms[index - 1] in context.cues["organization_head"]
        and words.cases[index + 1] is INITIAL
        and words.forms[index] in load_person_names()[0]
    )


def _is_outside_names(context: NameContext, form: str) -> bool:
    """Whether a capital is a month, a day or a title: no name of a body goes over it."""
    titles = context.titles
    return form in context.cues["calendar"] or (form in titles and not titles[form])


def _start_over_small_word(context: NameContext, first: int, last: int) -> int | None:
    """Where a name goes on to the left of "of", "of the" or "and" before `first`; None where it does not."""
    words = context.words
    openers = context.cues["organization_opener"]
    before = first - 1
    form = words.forms[before]
    if form == "of" and words.forms[before - 1] in openers:
        return before - 1
    if (
        form == "the"
        and before > 1
        and words.forms[before - 1] == "of"
        and words.forms[before - 2] in openers
        and words.gaps[before - 1] in SPACE_GAPS
    ):
        return before - 2
    if form == "and" and _is_second_trade(context, first, last):
        return before - 1
    return None


def _is_first_of_two_fields(context: NameContext, index: int, last: int) -> bool:
    """Whether a word before "and" is the first field of a body: "Food" in "Food and Drug Administration"."""
    words = context.words
    head = words.forms[last - 1]
    is_place = head in _PLURAL_PLACES
    follows = index + 2
    if not (is_place or head in context.cues["name_joining_head"]) or follows >= last - 1:
        return False
    if not context.is_name_like(index) or words.cases[index] is not CAPITALISED:
        return False
    stands_in_name = (
        index > 0
        and context.is_name_like(index - 1)
        and context.joins(index)
        and not context.is_explained(index - 1)
    )
    if stands_in_name or words.forms[index] in context.head_words:
        return False
    table = load_name_table()
    return is_place or not (table.readings(words.forms[index]) or table.readings(words.forms[follows]))


def _own_start(context: NameContext, first: int, last: int) -> int:
    """`first`, moved right over what is no part of a name: plain words, months, trades, small words."""
    words = context.words
    calendar = context.cues["calendar"]
    while first < last and (
        context.is_plain_start(first)
        or words.forms[first] in calendar
        or not context.is_name_like(first)
        or (words.forms[first] == "A" and words.opens[first] and words.gaps[first + 1] in SPACE_GAPS)
        or (last - first > 2 and context.opens_as_trade(first))
    ):
        first += 1
    return first


def run_end(context: NameContext, last: int, longest: int) -> int:
    """End of the run of capitals that goes on at `last`, no further than the word `longest`."""
    words = context.words
    longest = min(longest, len(words.forms))
    while last < longest and context.is_name_like(last) and words.gaps[last] in SPACE_GAPS:
        last += 1
    return last


def of_end(context: NameContext, index: int) -> int | None:
    """End of "X of (the) Y and Z" for an opener at `index`; None if no capital follows."""
    words = context.words
    opener = words.forms[index]
    last = _topic_start(context, index)
    if last is None:
        return None
    last = _topic_end(context, index, last)
    if words.forms[index + 2 : index + 3] and words.forms[last - 1] in _TRADES:
        trades = _trades_end(context, last)
        if trades > last:
            return trades
    if opener in _FIELD_OPENERS:
        return _ministry_end(context, index, last)
    for end in (last + 2, last + 3):
        if " ".join(words.forms[last - 1 : end]) in context.cues["paired_place"]:
            return end  # "High Court of England and Wales"
    if opener in _COURTS:
        return _circuit_end(context, last)
    return _campus_end(context, last) if opener in _CAMPUS_OPENERS else last


def _topic_start(context: NameContext, index: int) -> int | None:
    """First capital behind "of (the)" and the opener at `index`; None where no name goes on there."""
    words = context.words
    total = len(words.forms)
    if index + 2 >= total or words.gaps[index + 1] not in SPACE_GAPS:
        return None
    joint = words.forms[index + 1]
    if joint != "of" and not (joint in {"on", "for"} and words.forms[index] in _openers_before(joint)):
        return None
    last = index + 2
    if joint != "of" and context.is_name_like(last) and words.cases[last] is UPPER:
        return None  # "the Tarn Space Center on STS-1"
    if words.forms[last] == "the" and _is_country_after(context, index, last + 1):
        return None  # "Tarn State University of the US"
    if words.forms[last] == "the" and words.gaps[last] in SPACE_GAPS:
        last += 1
    goes_on = last < total and context.is_name_like(last) and words.gaps[last] in SPACE_GAPS
    return last if goes_on and words.forms[last] not in context.cues["calendar"] else None


def _topic_end(context: NameContext, index: int, last: int) -> int:
    """End of the capitals from `last` on, over the small words that such names hold."""
    words = context.words
    while last < len(words.forms) and last - index < _LONGEST_NAME and words.gaps[last] in SPACE_GAPS:
        if context.is_name_like(last):
            if _is_outside_names(context, words.forms[last]) or _opens_person_behind_place(context, last):
                break
            last += 1
            continue
        end = _end_over_small_word(context, words.forms[index], last)
        if end is None:
            break
        last = end
    return last


def _opens_person_behind_place(context: NameContext, index: int) -> bool:
    """Whether a place ends before a word and a person begins there: "the Union of Canada | Ann Lee"."""
    forms = context.words.forms
    if forms[index] not in load_person_names()[0] or not context.is_name_like(index + 1):
        return False
    readings = load_name_table().readings(forms[index - 1])
    return bool(readings) and readings[0].label == "place" and context.joins(index + 1)


def _end_over_small_word(context: NameContext, opener: str, last: int) -> int | None:
    """End of the capital behind "of", "of the", "for the" or "and" at `last`; None where the name ends."""
    words = context.words
    if last + 1 >= len(words.forms) or words.gaps[last + 1] not in SPACE_GAPS:
        return None
    form, following = words.forms[last], words.forms[last + 1]
    openers = context.cues["organization_opener"]
    inner = words.forms[last - 1]
    if form == "of" and context.is_name_like(last + 1) and (inner in openers or inner in _INNER_OPENERS):
        return last + 2
    if form in {"of", "for"} and following == "the" and context.is_name_like(last + 2) and inner in _PURPOSES:
        return last + 3
    is_second_topic = (
        form == "and"
        and opener in _TOPICAL_OPENERS
        and context.is_name_like(last + 1)
        and not load_name_table().readings(following)
        and following not in openers
        and not _is_capital_run_of_own(context, last + 1)
    )
    return last + 2 if is_second_topic else None


def _first_trade(context: NameContext, first: int) -> int:
    """First word of a body named after several trades: "the Food, Drink and Tobacco Federation"."""
    words = context.words
    while (
        first > 0
        and words.gaps[first] == ", "
        and not words.opens[first]
        and words.cases[first - 1] is CAPITALISED
        and words.forms[first - 1] in _TRADES
    ):
        first -= 1
    while first > 0 and context.joins(first) and not words.opens[first] and words.forms[first - 1] in _TRADES:
        first -= 1
    return first


def _trades_end(context: NameContext, last: int) -> int:
    """End of "X of Rail, Maritime and Transport Workers" behind its first trade; `last` without more."""
    words = context.words
    total = len(words.forms)
    end = last
    while end < total and words.gaps[end] == ", " and words.forms[end] in _TRADES:
        end += 1
        while end < total and context.joins(end) and words.forms[end] in _TRADES:
            end += 1
    if end == last and words.forms[last - 1] not in _TRADES:
        return last
    is_joined = words.forms[end : end + 1] == ["and"] and context.joins(end) and context.joins(end + 1)
    if end >= total - 1 or not is_joined or words.forms[end + 1] not in _TRADES:
        return last
    return _joined_end(context, end + 1)


def _is_second_trade(context: NameContext, first: int, last: int) -> bool:
    """Whether words after "and" name a second trade of one firm: "Arden Railway and Navigation Company"."""
    forms = context.words.forms
    trades, heads = context.cues["industry_word"], context.cues["name_joining_head"]
    return (
        context.is_name_like(first - 2)
        and (forms[first - 2] in context.head_words or forms[first - 2] in trades)
        and any(form in trades for form in forms[first:last])
        and all(form in trades or form in heads for form in forms[first:last])
    )


def _openers_before(joint: str) -> frozenset[str]:
    """What is named with "on" or "for": "Council on Trade", "Department for Education"."""
    openers = _ON_OPENERS.words()
    return openers | _FIELD_OPENERS.words() if joint == "for" else openers


def _circuit_end(context: NameContext, last: int) -> int:
    """End of "Court of Appeals for the Ninth Circuit"; `last` if it has no circuit or district."""
    words = context.words
    if words.forms[last : last + 2] != ["for", "the"]:
        return last
    for end in range(last + 3, min(last + 8, len(words.forms)) + 1):
        if words.gaps[end - 1] not in SPACE_GAPS:
            return last
        if words.forms[end - 1] in _CIRCUITS:
            if words.forms[end : end + 1] == ["of"] and context.is_name_like(end + 1):
                return end + 2
            return end
    return last


def _campus_end(context: NameContext, last: int) -> int:
    """End of "University of Illinois at Chicago"; `last` without a campus."""
    words = context.words
    if (
        words.forms[last : last + 1] != ["at"]
        or not context.is_name_like(last + 1)
        or not context.joins(last + 1)
    ):
        return last
    end = last + 2
    while end < min(last + 4, len(words.forms)) and context.is_name_like(end) and context.joins(end):
        end += 1
    is_place = any(r.label == "place" for r in load_name_table().readings(words.slice(last + 1, end))[:1])
    return end if is_place else last


def seat_end(context: NameContext, last: int, *, is_civic: bool = False) -> int:
    """End of a body's name with the country or town it is of: "Carnegie Corporation" + " of New York".

    Only behind words that end the names of public bodies, churches, banks and old companies; a firm with
    "Inc." is only said to be from somewhere. `is_civic`: the name is known to be one of those.
    """
    words = context.words
    joint = words.forms[last : last + 1]
    if joint not in (["of"], ["for"]) or words.gaps[last] not in SPACE_GAPS:
        return last
    if not is_civic and words.forms[last - 1] not in context.cues["seated_head"]:
        return last
    first = last + 1
    if words.forms[first : first + 1] == ["the"]:
        first += 1
    for end in range(min(first + 4, len(words.forms)), first, -1):
        if any(words.gaps[i] not in SPACE_GAPS for i in range(last + 1, end)):
            continue
        place = words.slice(first, end)
        if place in context.cues["paired_place"]:
            return end
        if joint == ["for"] or (context.is_name_like(end) and context.joins(end)):
            continue
        if place == "America" or any(r.label == "place" for r in load_name_table().readings(place)[:1]):
            return end
    return last


def _ministry_end(context: NameContext, index: int, last: int) -> int:
    """As in "Ministry of Education, Culture, Sports and Science": several fields, the last after "and"."""
    words = context.words
    table = load_name_table()
    end = last
    while end < len(words.forms) and end - index < 2 * _LONGEST_NAME:
        is_last = words.forms[end] == "and"
        field = end + is_last
        joint = words.gaps[end]
        if joint != ", " and not (is_last and joint == " "):
            return last
        if not context.is_name_like(field) or words.cases[field] is not CAPITALISED:
            return last
        stop = _joined_end(context, field)
        if table.readings(words.slice(field, stop)) or _is_capital_run_of_own(context, field):
            return last
        if is_last:
            if words.forms[stop : stop + 1] == ["and"] and context.is_name_like(stop + 1):
                stop += 2
            return stop if end > last else last
        end = stop
        if words.forms[end : end + 1] == ["and"] and words.gaps[end] == " ":
            following = end + 1
            is_field = context.is_name_like(following) and not table.readings(words.forms[following])
            return _joined_end(context, following) if is_field else last
    return last


def _joined_end(context: NameContext, first: int) -> int:
    """End of the capitals that are joined to the one at `first`."""
    end = first + 1
    while context.is_name_like(end) and context.joins(end):
        end += 1
    return end


def _is_country_after(context: NameContext, opener: int, place: int) -> bool:
    """Whether a country follows a name that is complete before it."""
    words = context.words
    if not (context.is_name_like(opener - 1) and context.joins(opener)) or place >= len(words.forms):
        return False
    readings = load_name_table().readings(words.forms[place])
    return any(reading.label == "place" and reading.kind == "country" for reading in readings)


def _is_capital_run_of_own(context: NameContext, index: int) -> bool:
    """Whether the run of capitals at `index` is a person, or a name with its own head."""
    words = context.words
    given, _, _ = load_person_names()
    if words.forms[index] in given:
        return True
    last = index + 1
    while (
        last < len(words.forms)
        and last - index < _LONGEST_NAME
        and context.is_name_like(last)
        and context.joins(last)
    ):
        last += 1
    return last - index > 1 and words.forms[last - 1] in context.head_words
