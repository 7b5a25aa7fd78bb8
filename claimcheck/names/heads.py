"""Names round a word that says what they are of: "Northfield Institute", "Lake Arden", "Halvor's Pizza"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import GOOD, SURE, Candidate
from claimcheck.names.context import POSSESSIVE_GAPS, SPACE_GAPS, make_candidate
from claimcheck.names.lists import load_cues, load_demonyms, load_name_table, load_person_names
from claimcheck.names.name_edges import name_start, of_end, opens_person_behind_body, run_end, seat_end
from claimcheck.names.words import MIXED, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.names.context import NameContext

_FIRMS = WordSet("names/firm")
_GROWING_HEADS = WordSet("names/growing_head")
_PLACE_LEADS = WordSet("names/place_lead")
_PLACES_OR_SURNAMES = WordSet("names/place_or_surname")
# Houses that are named after somebody: "Halvor's Pizza"; of the second kind only saints and the like
_HOUSES = WordSet("names/house")
_HALLOWED = WordSet("names/hallowed")
_PATRONS = WordSet("names/patron")
_SAINTS = WordSet("names/saint")
_LABS = WordSet("names/lab")
_UNITS = WordSet("names/unit")
_CAMPUS_OPENERS = WordSet("names/campus_opener")
_QUARTERS = WordSet("names/quarter")
_FIELDS = WordSet("names/field")
_ORDINALS = WordSet("names/ordinal")
_HONOURS = WordSet("names/honour")
_FESTIVE = WordSet("names/festive")


def find_with_head(context: NameContext) -> Iterator[Candidate]:
    """As in "Northfield Institute", "Ministry of Public Works", "Lake Arden", "Tarn River"."""
    forms = context.words.forms
    leads, openers = context.cues["organization_lead"], context.cues["organization_opener"]
    place_openers = context.cues["place_opener"]
    telling = _load_telling_words()
    for index, form in enumerate(forms):
        if form not in telling:
            continue
        if form in leads and not context.heading[index]:
            yield from _find_behind_lead(context, index)
        if form in openers or form in place_openers:
            end = of_end(context, index)
            if end is not None:
                yield from _find_of(context, index, end, is_body=form in openers)
                continue
        follows = (
            index + 1 < len(forms)
            and context.is_name_like(index + 1)
            and context.words.gaps[index + 1] in SPACE_GAPS
        )
        if follows and form in _PLACE_LEADS:
            yield from _find_behind_place_lead(context, index)
        if not context.heading[index]:
            yield from _find_before_head(context, index, is_followed=follows)


@per_lexicon
def _load_telling_words() -> frozenset[str]:
    """Words that open, lead or end the names of bodies and places."""
    roles = ("organization_opener", "place_opener", "organization_head", "place_head", "organization_lead")
    return frozenset[str]().union(*map(load_cues, roles))


def _stands_in_name(context: NameContext, index: int) -> bool:
    """Whether a word goes on a name before it; a capital that the start of a sentence owes is none."""
    return context.is_name_like(index - 1) and context.joins(index) and not context.is_plain_start(index - 1)


def _find_behind_lead(context: NameContext, index: int) -> Iterator[Candidate]:
    """As in "Team Halvor": a word that leads the names of bodies."""
    last = run_end(context, index + 1, index + 5)
    if last > index + 1 and not _stands_in_name(context, index):
        yield make_candidate(context, index, last, "organization", "organization-lead", GOOD)


def _find_of(context: NameContext, index: int, end: int, *, is_body: bool) -> Iterator[Candidate]:
    """As in "Ministry of Public Works", "Gulf of Tarn": the word at `index` opens the name."""
    if is_body:
        first = name_start(context, index + 1)
        if first <= index and context.words.forms[end - 1] not in _HONOURS:
            last = (
                end if _is_campus_of_country(context, index, end) else seat_end(context, end, is_civic=True)
            )
            yield make_candidate(context, first, last, "organization", "organization-of", SURE)
    elif context.before(index) != "of":
        first = _quarter_start(context, index)
        if not _stands_in_name(context, first):
            yield make_candidate(context, first, end, "place", "place-of", SURE)


def _is_campus_of_country(context: NameContext, index: int, end: int) -> bool:
    """Whether a country follows the name of a university or school: "University of Halvor | of the UK"."""
    return context.words.forms[index] in _CAMPUS_OPENERS and context.words.forms[end : end + 2] == [
        "of",
        "the",
    ]


def _quarter_start(context: NameContext, index: int) -> int:
    """The word for a quarter before one for a place: the "Eastern" of "the Eastern District of Halvor"."""
    before = index - 1
    is_quarter = (
        before >= 0
        and context.words.forms[before] in _QUARTERS
        and context.words.gaps[index] in SPACE_GAPS
        and not context.is_plain_start(before)
    )
    return before if is_quarter else index


def _find_behind_place_lead(context: NameContext, index: int) -> Iterator[Candidate]:
    """As in "Lake Arden"; not "Lake County"."""
    following = context.words.forms[index + 1]
    if following in context.cues["place_head"] or following in context.cues["organization_head"]:
        return
    if not _stands_in_name(context, index):
        yield make_candidate(context, index, index + 2, "place", "place-opener", GOOD)


def _find_before_head(context: NameContext, index: int, *, is_followed: bool) -> Iterator[Candidate]:
    """As in "Northfield Institute", "Tarn River": the word at `index` ends the name, or nearly so."""
    words = context.words
    form = words.forms[index]
    heads, place_heads = context.cues["organization_head"], context.cues["place_head"]
    goes_on = (
        is_followed
        and not context.is_explained(index + 1)
        and not opens_person_behind_body(context, index + 1)
        and not load_name_table().readings(words.forms[index + 1])
    )
    if form in heads:
        if _names_games(context, index) or (index and words.forms[index - 1] in _ORDINALS):
            return  # "the Seventh Symphony"
        last = index + 1
        if goes_on:
            following = words.forms[last]
            if form not in _GROWING_HEADS or following in heads or following in place_heads:
                return
            last = run_end(context, last, index + 4)
            if words.forms[last - 1] in _HONOURS:
                return
        first = name_start(context, index + 1)
        is_weak = form in context.cues["weak_organization_head"]
        end = last
        last = seat_end(context, end)  # "the Arts Club of Halvor" needs no word of its own
        if last > end and first == index and _follows_capital(context, index):
            first -= 1
        if (last > end and first < index) or _has_own_word(context, first, index, is_weak=is_weak):
            strength = GOOD if is_weak else SURE
            yield make_candidate(context, first, last, "organization", "organization-head", strength)
    elif form in place_heads and not goes_on:
        first = name_start(context, index + 1)
        is_person = _is_person(context, first, index)
        if _has_own_word(context, first, index, is_weak=False) and not is_person:
            if context.before(first) in _FIRMS and words.gaps[first] in SPACE_GAPS:
                yield make_candidate(context, first, index + 1, "organization", "firm-before", SURE)
                return  # "the buyout firm Calder Bridge"
            yield make_candidate(context, first, index + 1, "place", "place-head", GOOD)


def _names_games(context: NameContext, index: int) -> bool:
    """Whether "Games" ends the name of an event: "the Asian Games"; not "Halvor Games"."""
    words = context.words
    if words.forms[index] != "Games" or index == 0 or not context.joins(index):
        return False
    before = words.forms[index - 1]
    return before in _FESTIVE or before in load_demonyms()


def _follows_capital(context: NameContext, index: int) -> bool:
    """Whether a plain word of a name that opens the sentence stands before: the "Arts" of "Arts Club"."""
    opener = context.words.forms[index - 1].lower()
    return context.joins(index) and context.is_name_like(index - 1) and opener not in context.cues["opener"]


_TWO = 2  # words before a surname


def _is_person(context: NameContext, first: int, head: int) -> bool:
    """Whether given names and a word for a place are a person's name: "Ann Hill", "Tamsy Ann Hill"."""
    forms = context.words.forms
    given = load_person_names()[0]
    if forms[head] not in _PLACES_OR_SURNAMES:
        return False
    if head - first == 1:
        return forms[first] in given
    return head - first == _TWO and forms[first + 1] in given and context.before(first) != "the"


def _has_own_word(context: NameContext, first: int, head: int, *, is_weak: bool) -> bool:
    """Whether something before the head word makes it a name, not just a capitalised noun phrase."""
    if first >= head:
        return False
    words = context.words
    modifiers = context.cues["generic_modifier"]
    own = [
        i
        for i in range(first, head)
        if context.is_name_like(i)
        and not (is_weak and (words.forms[i] in modifiers or words.forms[i] in _FIELDS))
        and not (words.opens[i] and words.forms[i].lower() in context.plain)
    ]
    if not own:
        return False
    if is_weak:
        table, demonyms = load_name_table(), load_demonyms()
        return any(
            table.readings(words.forms[i])
            or words.forms[i] in demonyms
            or words.cases[i] in {UPPER, MIXED}
            or words.forms[i].lower() not in context.plain
            for i in own
        )
    return head - first >= 2 or words.forms[first].lower() not in context.plain


def find_houses(context: NameContext) -> Iterator[Candidate]:
    """Houses with their founder or saint in the name: "Halvor's Pizza", "St Anne's Hospital"."""
    words, table = context.words, load_name_table()
    for index in context.capitals:
        if index == 0 or words.gaps[index] not in POSSESSIVE_GAPS or not context.is_name_like(index - 1):
            continue
        last = index + 1
        while last - index < 3 and context.is_name_like(last) and context.joins(last):
            last += 1
        first = index - 1
        has_saint = first > 0 and words.forms[first - 1] in _SAINTS
        owner = words.forms[first]
        is_hallowed = words.forms[last - 1] in _HALLOWED and (has_saint or owner in _PATRONS)
        if not is_hallowed and words.forms[last - 1] not in _HOUSES:
            continue
        is_listed = any(reading.label in ("organization", "place") for reading in table.readings(owner))
        if has_saint or not is_listed:
            yield make_candidate(context, first - has_saint, last, "organization", "house", SURE)


def find_possessed_labs(context: NameContext) -> Iterator[Candidate]:
    """As in "Halcyon's AI Research lab": the possessor is part of the name."""
    words = context.words
    table = load_name_table()
    for index in context.capitals:
        if index == 0 or words.gaps[index] not in POSSESSIVE_GAPS:
            continue
        readings = table.readings(words.forms[index - 1])
        if not readings or readings[0].label != "organization":
            continue
        last = index + 1
        while context.is_name_like(last) and context.joins(last):
            last += 1
        if last - index > 4 or words.forms[last - 1] not in _LABS:
            continue
        if context.after(last) in _UNITS:
            last += 1
        elif last - index < 2:
            continue
        yield make_candidate(context, index - 1, last, "organization", "possessed-lab", SURE)
