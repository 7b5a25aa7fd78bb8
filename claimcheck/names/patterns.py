"""Names by their build: legal forms, "University of X", titles and given names, model names, domains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import FAIR, GOOD, SURE, Basis, Candidate
from claimcheck.names.context import (
    SPACE_GAPS,
    is_company_apposition,
    load_head_words,
    make_candidate,
)
from claimcheck.names.lists import (
    load_cues,
    load_demonyms,
    load_legal_forms,
    load_name_table,
    load_person_names,
    load_titles,
)
from claimcheck.names.main_software import find_main_software
from claimcheck.names.persons import find_persons
from claimcheck.names.products import find_model_names, find_quoted_works, find_repositories
from claimcheck.names.slots import find_in_slots
from claimcheck.names.told import find_told_products
from claimcheck.names.words import CAPITALISED, INITIAL, MIXED, UPPER
from claimcheck.names.works import find_works

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.names.context import NameContext

_LONGEST_NAME = 8  # words; longer runs of capitals are headings or lists
# Openers that name many kinds of body: what follows "of" may be a topic in two parts.
_TOPICAL_OPENERS = WordSet("names/topical_opener")
_ON_OPENERS = WordSet("names/opener_with_on")
_TRADES = WordSet("names/trade")
_FIELD_OPENERS = frozenset({"Department", "Ministry"})
_GROWING_HEADS = WordSet("names/growing_head")
_RESEARCHERS = WordSet("names/researcher")
_CHIEFS = WordSet("names/chief")
_STAFF = WordSet("names/staff")
_PLURAL_PLACES = WordSet("names/plural_place")


def find_built_names(context: NameContext) -> Iterator[Candidate]:
    """Candidates of every pattern; they may overlap."""
    yield from _find_with_legal_form(context)
    yield from _find_with_head(context)
    yield from find_persons(context)
    yield from find_model_names(context)
    yield from _find_by_role(context)
    yield from _find_possessed_labs(context)
    yield from _find_houses(context)
    yield from find_repositories(context)
    yield from find_quoted_works(context)
    yield from _find_places_before_places(context)
    yield from find_in_slots(context)
    yield from find_told_products(context)
    yield from find_main_software(context)
    yield from find_works(context)


def _name_start(context: NameContext, last: int) -> int:
    """First word of the name whose last word is `last - 1`.

    Goes left over capitals; over "of" only from a word that opens such names ("Institute of Technology
    Press"); over "and" only in "Food and Drug Administration". Stops at titles, dates, sentence starts.
    """
    words = context.words
    openers = load_cues("organization_opener")
    titles = load_titles()
    calendar = load_cues("calendar")
    head = words.forms[last - 1]
    first = last - 1
    while first > 0 and last - first < _LONGEST_NAME and not words.opens[first]:
        before = first - 1
        gap = words.gaps[first]
        initial = words.cases[before] is INITIAL and gap == ". "
        if not (gap in SPACE_GAPS or gap == " & " or initial):
            break
        form = words.forms[before]
        if context.is_name_like(before):
            if form in calendar or form == "I" or (form in titles and not titles[form]):
                break
            first = before
            continue
        if gap == " & " or before == 0 or words.gaps[before] not in SPACE_GAPS:
            break
        if form == "of" and words.forms[before - 1] in openers:
            first = before - 1
        elif (
            form == "the"
            and before > 1
            and words.forms[before - 1] == "of"
            and words.forms[before - 2] in openers
            and words.gaps[before - 1] in SPACE_GAPS
        ):
            first = before - 2
        elif form == "and" and _is_second_trade(context, first, last):
            first = before - 1
        elif (
            form == "and"
            and (head in load_cues("name_joining_head") or head in _PLURAL_PLACES)
            and context.is_name_like(before - 1)
            and words.cases[before - 1] is CAPITALISED
            and not (
                before > 1
                and context.is_name_like(before - 2)
                and context.joins(before - 1)
                and not context.is_explained(before - 2)
            )
            and words.forms[before - 1] not in load_head_words()
            and (
                head in _PLURAL_PLACES
                or not (
                    load_name_table().readings(words.forms[before - 1])
                    or load_name_table().readings(words.forms[first])
                )
            )
            and first < last - 1
        ):
            first = before - 1
            break
        else:
            break
    if words.gaps[first] == ", " and words.forms[first] in _TRADES and "and" in words.forms[first:last]:
        first = _first_trade(context, first)
        if words.opens[first]:
            return first  # a trade at the start of a sentence: "Bakers, Food and Allied Workers Union"
    while first < last and (
        context.is_plain_start(first)
        or words.forms[first] in calendar
        or not context.is_name_like(first)
        or (last - first > 2 and context.opens_as_trade(first))
    ):
        first += 1
    return first


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
    end += 2
    while end < total and context.is_name_like(end) and context.joins(end):
        end += 1
    return end


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
    return openers | _FIELD_OPENERS if joint == "for" else openers


def _of_end(context: NameContext, index: int) -> int | None:
    """End of "X of (the) Y and Z" for an opener at `index`; None if no capital follows."""
    words = context.words
    total = len(words.forms)
    opener = words.forms[index]
    if index + 2 >= total or words.gaps[index + 1] not in SPACE_GAPS:
        return None
    joint = words.forms[index + 1]
    if joint != "of" and not (joint in {"on", "for"} and opener in _openers_before(joint)):
        return None
    last = index + 2
    if joint != "of" and context.is_name_like(last) and words.cases[last] is UPPER:
        return None  # "the Tarn Space Center on STS-1"
    if words.forms[last] == "the" and _is_country_after(context, index, last + 1):
        return None  # "Tarn State University of the US"
    if words.forms[last] == "the" and words.gaps[last] in SPACE_GAPS:
        last += 1
    calendar = load_cues("calendar")
    if (
        last >= total
        or not context.is_name_like(last)
        or words.gaps[last] not in SPACE_GAPS
        or words.forms[last] in calendar
    ):
        return None
    while last < total and last - index < _LONGEST_NAME:
        if words.gaps[last] not in SPACE_GAPS:
            break
        form = words.forms[last]
        if context.is_name_like(last):
            if form in calendar or (form in load_titles() and not load_titles()[form]):
                break
            last += 1
            continue
        if last + 1 >= total or words.gaps[last + 1] not in SPACE_GAPS:
            break
        following = words.forms[last + 1]
        if (
            form == "of"
            and context.is_name_like(last + 1)
            and words.forms[last - 1] in load_cues("organization_opener") | {"Secretary", "Advancement"}
        ):
            last += 2
        elif (
            form in {"of", "for"}
            and following == "the"
            and context.is_name_like(last + 2)
            and words.forms[last - 1] in {"Advancement", "Protection", "Promotion", "Prevention", "Study"}
        ):
            last += 3
        elif (
            form == "and"
            and opener in _TOPICAL_OPENERS
            and context.is_name_like(last + 1)
            and not load_name_table().readings(following)
            and following not in load_cues("organization_opener")
            and not _is_capital_run_of_own(context, last + 1)
        ):
            last += 2
        else:
            break
    if words.forms[index + 2 : index + 3] and words.forms[last - 1] in _TRADES:
        trades = _trades_end(context, last)
        if trades > last:
            return trades
    if opener in _FIELD_OPENERS:
        return _ministry_end(context, index, last)
    if " ".join(words.forms[last - 1 : last + 2]) in load_cues("paired_place"):
        return last + 2  # "High Court of England and Wales"
    if opener == "Court":
        return _circuit_end(context, last)
    return _campus_end(context, last) if opener in {"University", "College"} else last


def _circuit_end(context: NameContext, last: int) -> int:
    """End of "Court of Appeals for the Ninth Circuit"; `last` if it has no circuit or district."""
    words = context.words
    if words.forms[last : last + 2] != ["for", "the"]:
        return last
    for end in range(last + 3, min(last + 8, len(words.forms)) + 1):
        if words.gaps[end - 1] not in SPACE_GAPS:
            return last
        if words.forms[end - 1] in {"Circuit", "District"}:
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
    if not is_civic and words.forms[last - 1] not in load_cues("seated_head"):
        return last
    first = last + 1
    if words.forms[first : first + 1] == ["the"]:
        first += 1
    for end in range(min(first + 4, len(words.forms)), first, -1):
        if any(words.gaps[i] not in SPACE_GAPS for i in range(last + 1, end)):
            continue
        place = words.slice(first, end)
        if place in load_cues("paired_place"):
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
        stop = field + 1
        while context.is_name_like(stop) and context.joins(stop):
            stop += 1
        if table.readings(words.slice(field, stop)) or _is_capital_run_of_own(context, field):
            return last
        if is_last:
            if words.forms[stop : stop + 1] == ["and"] and context.is_name_like(stop + 1):
                stop += 2
            return stop if end > last else last
        end = stop
        if words.forms[end : end + 1] == ["and"] and words.gaps[end] == " ":
            following = end + 1
            if context.is_name_like(following) and not table.readings(words.forms[following]):
                stop = following + 1
                while context.is_name_like(stop) and context.joins(stop):
                    stop += 1
                return stop
            return last
    return last


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
    return last - index > 1 and (words.forms[last - 1] in load_head_words())


def _find_with_legal_form(context: NameContext) -> Iterator[Candidate]:
    """As in "Acme Robotics GmbH", "Northwind Traders, Inc."."""
    words = context.words
    legal_forms = load_legal_forms()
    starts = _legal_starts()
    for before in context.capitals:
        index = before + 1
        if index == len(words.forms) or words.forms[index] not in starts:
            continue
        gap = words.gaps[index]
        if gap not in {" ", ", ", " & ", "\u00a0", " ("}:
            continue
        found = _legal_form_at(context, index, legal_forms)
        if found is None:
            continue
        last, end, ambiguous = found
        if ambiguous and (gap == ", " or (context.is_name_like(last) and context.joins(last))):
            continue
        first = _name_start(context, index)
        if first >= index or (first == index - 1 and words.forms[first] in load_cues("plain_capital")):
            continue
        if first == index - 1 and words.forms[first] in load_cues("generic_modifier"):
            continue
        seat = seat_end(context, last)
        if seat > last:
            last, end = seat, words.ends[seat - 1]
        yield make_candidate(
            context, first, last, "organization", "legal-form", SURE + 10, end, Basis.LEGAL_FORM
        )


@per_lexicon
def _legal_starts() -> frozenset[str]:
    """First words of the legal forms, as this finder splits words."""
    from claimcheck.names.words import split_words  # noqa: PLC0415

    return frozenset(split_words(form).forms[0] for form in load_legal_forms())


def _legal_form_at(
    context: NameContext, index: int, legal_forms: dict[str, bool]
) -> tuple[int, int, bool] | None:
    """Last word, end offset and ambiguity of the longest legal form that starts at `index`."""
    words = context.words
    text = words.text
    start = words.starts[index]
    if start and text[start - 1] == "(":
        start -= 1
    for last in range(min(index + 5, len(words.forms)), index, -1):
        end = words.ends[last - 1]
        surface = text[start:end]
        mark = text[end : end + 1]
        for form, form_end in ((surface + mark, end + len(mark)), (surface, end)):
            if form in legal_forms:
                return last, form_end, legal_forms[form]
    return None


def _find_with_head(context: NameContext) -> Iterator[Candidate]:
    """As in "Northfield Institute", "Ministry of Public Works", "Lake Arden", "Tarn River"."""
    words = context.words
    heads = load_cues("organization_head")
    weak_heads = load_cues("weak_organization_head")
    openers = load_cues("organization_opener")
    place_heads = load_cues("place_head")
    place_openers = load_cues("place_opener")
    leads = load_cues("organization_lead")
    table = load_name_table()
    telling = _load_telling_words()
    for index, form in enumerate(words.forms):
        if form not in telling:
            continue
        is_opener = form in openers
        is_place_opener = form in place_openers
        is_head = form in heads
        is_place_head = form in place_heads
        if form in leads and not context.heading[index]:
            last = index + 1
            while (
                last < len(words.forms)
                and context.is_name_like(last)
                and words.gaps[last] in SPACE_GAPS
                and last - index < 5
            ):
                last += 1
            if last > index + 1 and not (context.is_name_like(index - 1) and context.joins(index)):
                yield make_candidate(context, index, last, "organization", "organization-lead", GOOD)
        if is_opener or is_place_opener:
            phrase_end = _of_end(context, index)
            if phrase_end is not None:
                last = phrase_end
                if is_opener:
                    first = _name_start(context, index + 1)
                    if first <= index:
                        last = seat_end(context, last, is_civic=True)
                        yield make_candidate(context, first, last, "organization", "organization-of", SURE)
                elif (
                    not (context.is_name_like(index - 1) and context.joins(index))
                    and context.before(index) != "of"
                ):
                    yield make_candidate(context, index, last, "place", "place-of", SURE)
                continue
        follows = (
            index + 1 < len(words.forms)
            and context.is_name_like(index + 1)
            and words.gaps[index + 1] in SPACE_GAPS
        )
        if (
            form in {"Lake", "Mount", "Mt", "Fort", "Cape", "Port"}
            and follows
            and words.forms[index + 1] not in place_heads | heads
            and not (context.is_name_like(index - 1) and context.joins(index))
        ):
            yield make_candidate(context, index, index + 2, "place", "place-opener", GOOD)
        if context.heading[index]:
            continue
        right_open = (
            follows and not context.is_explained(index + 1) and not table.readings(words.forms[index + 1])
        )
        if is_head:
            last = index + 1
            if right_open:
                if form not in _GROWING_HEADS or words.forms[index + 1] in heads | place_heads:
                    continue
                while (
                    last < len(words.forms)
                    and context.is_name_like(last)
                    and words.gaps[last] in SPACE_GAPS
                    and last - index < 4
                ):
                    last += 1
            first = _name_start(context, index + 1)
            if _has_own_word(context, first, index, weak=form in weak_heads):
                strength = SURE if form not in weak_heads else GOOD
                last = seat_end(context, last)
                yield make_candidate(context, first, last, "organization", "organization-head", strength)
        elif is_place_head and not right_open:
            first = _name_start(context, index + 1)
            if _has_own_word(context, first, index, weak=False) and not _is_person_start(
                context, first, index
            ):
                yield make_candidate(context, first, index + 1, "place", "place-head", GOOD)


@per_lexicon
def _load_telling_words() -> frozenset[str]:
    """Words that open, lead or end the names of bodies and places."""
    roles = ("organization_opener", "place_opener", "organization_head", "place_head", "organization_lead")
    return frozenset[str]().union(*map(load_cues, roles))


# Houses that are named after somebody: "Halvor's Pizza"; of the second kind only saints and the like
_HOUSES = WordSet("names/house")
_HALLOWED = WordSet("names/hallowed")
_PATRONS = WordSet("names/patron")


def _find_houses(context: NameContext) -> Iterator[Candidate]:
    """Houses with their founder or saint in the name: "Halvor's Pizza", "St Anne's Hospital"."""
    words, table = context.words, load_name_table()
    for index in context.capitals:
        if (
            index == 0
            or words.gaps[index] not in {"'s ", "’s ", "‘s "}
            or not context.is_name_like(index - 1)
        ):
            continue
        last = index + 1
        while (
            last - index < 3
            and last < len(words.forms)
            and context.is_name_like(last)
            and context.joins(last)
        ):
            last += 1
        first = index - 1
        has_saint = first > 0 and words.forms[first - 1] in ("St", "St.", "Saint", "SS")
        owner = words.forms[first]
        is_hallowed = words.forms[last - 1] in _HALLOWED and (has_saint or owner in _PATRONS)
        if not is_hallowed and words.forms[last - 1] not in _HOUSES:
            continue
        if (
            any(reading.label in ("organization", "place") for reading in table.readings(owner))
            and not has_saint
        ):
            continue
        first -= has_saint
        yield make_candidate(context, first, last, "organization", "house", SURE)


_UNITS = WordSet("names/unit")


def _find_possessed_labs(context: NameContext) -> Iterator[Candidate]:
    """As in "Halcyon's AI Research lab": the possessor is part of the name."""
    words = context.words
    table = load_name_table()
    for index in context.capitals:
        if index == 0 or words.gaps[index] not in {"'s ", "’s ", "‘s "}:
            continue
        readings = table.readings(words.forms[index - 1])
        if not readings or readings[0].label != "organization":
            continue
        last = index
        while (
            last < len(words.forms) and context.is_name_like(last) and (last == index or context.joins(last))
        ):
            last += 1
        if last - index > 4 or words.forms[last - 1] not in {
            "Research",
            "AI",
            "Lab",
            "Labs",
            "Laboratory",
            "Brain",
        }:
            continue
        if context.after(last) in _UNITS:
            last += 1
        elif last - index < 2:
            continue
        yield make_candidate(context, index - 1, last, "organization", "possessed-lab", SURE)


def _find_places_before_places(context: NameContext) -> Iterator[Candidate]:
    """As in "in Foo, Tuscany": an unknown capital before a listed country or state, after a word of place; or
    anywhere before the code of a state.
    """
    words = context.words
    table = load_name_table()
    cues = load_cues("place_cue")
    for index in context.capitals:
        if words.gaps[index] != ", " or not context.is_name_like(index - 1):
            continue
        readings = table.readings(words.forms[index])
        is_code = words.cases[index] is UPPER and _is_state_code(context, index)
        if not is_code and not any(
            r.label == "place" and r.kind in {"country", "state", "region"} and r.safety != "context"
            for r in readings
        ):
            continue
        first = index - 1
        while first > 0 and context.is_name_like(first - 1) and context.joins(first) and index - first < 3:
            first -= 1
        if not is_code and (
            words.opens[first] or words.forms[first - 1].lower() not in cues or words.gaps[first] != " "
        ):
            continue
        if any(
            words.cases[i] is not CAPITALISED or words.forms[i] in load_head_words()
            for i in range(first, index)
        ):
            continue
        if table.readings(words.slice(first, index)):
            continue
        if is_code:
            if index - first > 1 and words.forms[first] in load_person_names()[0]:
                continue  # "Ann Lee, CA"
            yield make_candidate(context, index, index + 1, "place", "state-code", GOOD)
        yield make_candidate(context, first, index, "place", "before-place", GOOD if is_code else FAIR)


def _is_state_code(context: NameContext, index: int) -> bool:
    """Whether a word is the code of a state behind a town: "Davis, CA", and nothing else besides."""
    words = context.words
    form = words.forms[index]
    if form not in load_cues("state_code") or form in load_cues("state_code_too"):
        return False
    return not (context.is_name_like(index + 1) and context.joins(index + 1))


def _has_own_word(context: NameContext, first: int, head: int, *, weak: bool) -> bool:
    """Whether something before the head word makes it a name, not just a capitalised noun phrase."""
    if first >= head:
        return False
    words = context.words
    modifiers = load_cues("generic_modifier")
    demonyms = load_demonyms()
    own = [
        i
        for i in range(first, head)
        if context.is_name_like(i)
        and (words.forms[i] not in modifiers or not weak)
        and not (words.opens[i] and words.forms[i].lower() in context.plain)
    ]
    if not own:
        return False
    if weak:
        table = load_name_table()
        return any(
            table.readings(words.forms[i])
            or words.forms[i] in demonyms
            or words.cases[i] in {UPPER, MIXED}
            or words.forms[i].lower() not in context.plain
            for i in own
        )
    return head - first >= 2 or words.forms[first].lower() not in context.plain


def _is_person_start(context: NameContext, first: int, head: int) -> bool:
    given, _, _ = load_person_names()
    return (
        head - first == 1
        and context.words.forms[first] in given
        and context.words.forms[head]
        in {
            "Hill",
            "Woods",
            "Park",
            "Lane",
            "Rivers",
            "Street",
            "Castle",
            "Banks",
            "Forest",
            "Lake",
            "Point",
            "Hall",
            "House",
            "Garden",
            "Tower",
            "Pass",
            "Rock",
        }
    )


_SHORTEST_OWN_CAPITALS = 5  # letters; shorter ones are mostly of techniques: "the SCSI interface"


def _names_a_tool(context: NameContext, index: int) -> bool:
    """Whether a word in capitals says which program or data set it is: "the HALVOR database"."""
    words = context.words
    return (
        words.cases[index] is UPPER
        and len(words.forms[index]) >= _SHORTEST_OWN_CAPITALS
        and words.forms[index].isalpha()
        and context.after(index + 1) in context.cues["product_after"]
        and words.forms[index].lower() not in context.plain
    )


def _find_by_role(context: NameContext) -> Iterator[Candidate]:
    """As in "the Halcyon team", "researchers at Halcyon", "Halcyon, the company behind Y", "Halcyon CEO"."""
    words = context.words
    table = load_name_table()
    titles = load_titles()
    researchers, chiefs, staff = _RESEARCHERS.words(), _CHIEFS.words(), _STAFF.words()
    total = len(words.forms)
    for index in context.capitals:
        if words.cases[index] is INITIAL or context.heading[index]:
            continue
        if context.is_name_like(index - 1) and context.joins(index) and not context.is_plain_start(index - 1):
            continue
        form = words.forms[index]
        if context.is_explained(index) or table.readings(form):
            continue
        last = index + 1
        while (
            last < total
            and context.is_name_like(last)
            and context.joins(last)
            and words.forms[last] not in titles
            and last - index < 4
        ):
            last += 1
        before = context.before(index)
        after = context.after(last)
        role = None
        if after == "team" and before == "the":
            role = "team-pattern"
        elif before == "at" and index >= 2 and words.forms[index - 2].lower() in researchers:
            role = "researchers-at"
        elif after in chiefs or (after in staff and not words.opens[index]):
            role = "company-role"
        elif is_company_apposition(context, last):
            role = "company-apposition"
        if role:
            yield make_candidate(context, index, last, "organization", role, FAIR)
        elif before == "the" and last == index + 1 and _names_a_tool(context, index):
            yield make_candidate(context, index, last, "product", "capitals-before-kind", FAIR)
