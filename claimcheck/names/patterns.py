"""Names by their build and by what stands beside them; legal forms, roles and places are read here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import FAIR, GOOD, SURE, Basis, Candidate
from claimcheck.names.context import (
    is_company_apposition,
    load_head_words,
    make_candidate,
)
from claimcheck.names.heads import find_houses, find_possessed_labs, find_with_head
from claimcheck.names.lists import (
    load_cues,
    load_legal_forms,
    load_name_table,
    load_person_names,
    load_titles,
)
from claimcheck.names.main_software import find_main_software
from claimcheck.names.name_edges import name_start, seat_end
from claimcheck.names.persons import find_persons
from claimcheck.names.products import find_model_names, find_quoted_works, find_repositories
from claimcheck.names.slots import find_in_slots
from claimcheck.names.told import find_told_products
from claimcheck.names.words import CAPITALISED, INITIAL, UPPER
from claimcheck.names.works import find_works

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.names.context import NameContext

_RESEARCHERS = WordSet("names/researcher")
_CHIEFS = WordSet("names/chief")
_STAFF = WordSet("names/staff")


def find_built_names(context: NameContext) -> Iterator[Candidate]:
    """Candidates of every pattern; they may overlap."""
    yield from _find_with_legal_form(context)
    yield from find_with_head(context)
    yield from find_persons(context)
    yield from find_model_names(context)
    yield from _find_by_role(context)
    yield from find_possessed_labs(context)
    yield from find_houses(context)
    yield from find_repositories(context)
    yield from find_quoted_works(context)
    yield from _find_places_before_places(context)
    yield from find_in_slots(context)
    yield from find_told_products(context)
    yield from find_main_software(context)
    yield from find_works(context)


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
        first = name_start(context, index)
        if first >= index or (first == index - 1 and words.forms[first] in load_cues("plain_capital")):
            continue
        if first == index - 1 and words.forms[first] in load_cues("generic_modifier"):
            continue
        if ambiguous and _is_only_a_product(words.slice(first, index)):
            continue  # "Adobe Photoshop CC" is an edition, no close corporation
        seat = seat_end(context, last)
        if seat > last:
            last, end = seat, words.ends[seat - 1]
        first = _listed_start(context, first, index)
        yield make_candidate(
            context, first, last, "organization", "legal-form", SURE + 10, end, Basis.LEGAL_FORM
        )


def _listed_start(context: NameContext, first: int, last: int) -> int:
    """Where a firm begins whose listed name has an "of": "Bank of America Corp.", not "America Corp."."""
    words = context.words
    opening = first - 2
    if opening < 0 or words.forms[first - 1] != "of":
        return first
    readings = load_name_table().readings(words.slice(opening, last))
    return opening if any(entry.label == "organization" for entry in readings) else first


def _is_only_a_product(surface: str) -> bool:
    """Whether the lists know a name, and as a product alone."""
    readings = load_name_table().readings(surface)
    return bool(readings) and all(entry.label == "product" for entry in readings)


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
            is_told = role == "company-apposition" and is_company_apposition(context, last, surely=True)
            yield make_candidate(context, index, last, "organization", role, GOOD if is_told else FAIR)
        elif before == "the" and last == index + 1 and _names_a_tool(context, index):
            yield make_candidate(context, index, last, "product", "capitals-before-kind", FAIR)
