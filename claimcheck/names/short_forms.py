"""Short forms of names that stand in full before: "LeCun", "Northwind"; and forms that a list has as one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.names.abbreviations import abbreviates
from claimcheck.names.candidates import GOOD, Basis, Candidate
from claimcheck.names.context import head_of, label_told_after
from claimcheck.names.lists import (
    load_cues,
    load_demonyms,
    load_legal_forms,
    load_name_table,
    load_person_names,
    load_titles,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from claimcheck.names.accepted import AcceptedNames


def link_short_persons(accepted: AcceptedNames) -> None:
    """As in "LeCun" after "Yann LeCun"; a given name alone only if no list has it as something else, or if
    the text says that the person goes by it.
    """
    told = list(_other_names(accepted))
    for other in told:
        if other.first is not None:
            accepted.canonical[other.first] = other.bearer
    full, first_seen = _full_persons(accepted, told)
    if not full:
        return
    chosen = _full_form_of_each(accepted, full)
    bearers = _read_bearers(accepted, full.keys() - chosen.keys())
    context = accepted.context
    told_forms = {other.form for other in told}
    others = {  # "Hilton, a hotel company", which Conrad Hilton founded
        accepted.words.forms[index]
        for index in context.capitals
        if accepted.words.forms[index] in full
        and not accepted.touches_capital(index, index + 1)
        and label_told_after(context, index + 1)
    }
    for index in sorted({*context.capitals, *_places_of(accepted, told_forms)}):  # a short form has a capital
        form = accepted.words.forms[index]
        if form not in full or index in accepted.canonical:
            continue
        if form in others and context.after(index + 1) not in load_cues("person_verb"):
            continue
        is_told = form in told_forms
        if _is_short_person(accepted, index, full[form], first_seen[form], is_told=is_told):
            whole = chosen.get(form) or _main_bearer(accepted, index, bearers.get(form, []))
            if whole:
                accepted.canonical[index] = whole
    for first, name in accepted.names.items():
        if name.label == "person" and name.last - name.first > 1 and first not in accepted.canonical:
            last_word = accepted.surface(name).split()[-1]
            if last_word in chosen:
                accepted.canonical[first] = chosen[last_word]


def _read_bearers(accepted: AcceptedNames, surnames: Collection[str]) -> dict[str, list[Candidate]]:
    """Every mention of a full name that ends in one of the surnames, in reading order."""
    suffixes = load_cues("name_suffix")
    bearers: dict[str, list[Candidate]] = defaultdict(list)
    for first in sorted(accepted.names) if surnames else ():
        name = accepted.names[first]
        if name.label == "person" and name.last - name.first > 1:
            forms = accepted.words.forms[name.first : name.last]
            surname = next((form for form in reversed(forms) if form not in suffixes), "")
            if surname in surnames:
                bearers[surname].append(name)
    return bearers


def _main_bearer(accepted: AcceptedNames, index: int, bearers: list[Candidate]) -> str:
    """Who a surname stands for that several persons of a text bear; empty where that is not sure.

    It is the only one named so far, else the one the text begins with and names in full most often, relatives
    having their given names; not where another bearer was the last one named in the same paragraph.
    """
    if not bearers:
        return ""
    counts = Counter(accepted.surface(name) for name in bearers)
    main = accepted.surface(bearers[0])
    start = accepted.words.starts[index]
    if {accepted.surface(name) for name in bearers if name.end <= start} == {main}:
        return main
    if any(count >= counts[main] for name, count in counts.items() if name != main):
        return ""
    last = next((name for name in reversed(bearers) if name.end <= start), None)
    if last is None or (accepted.surface(last) != main and "\n" not in accepted.words.text[last.end : start]):
        return ""
    return main


def _places_of(accepted: AcceptedNames, forms: Collection[str]) -> list[int]:
    """Where words stand that the text gave as somebody's name, where a sentence begins too: "Bill gave"."""
    return [index for index, form in enumerate(accepted.words.forms) if form in forms] if forms else []


class _OtherName(NamedTuple):
    """A word by which a person named in full goes, too; where it begins; and the first word of the mention
    that tells it, where that is a name of its own.
    """

    form: str
    bearer: str
    start: int
    first: int | None


def _other_names(accepted: AcceptedNames) -> Iterator[_OtherName]:
    """The names at birth and nicknames that the text itself gives for persons named in full."""
    text = accepted.words.text
    for first in sorted(accepted.names):
        name = accepted.names[first]
        if name.label != "person" or name.last - name.first < 2:
            continue
        within = _NICKNAME_WITHIN.search(text, name.start, name.end)
        if within is not None:
            yield _OtherName(within["name"], accepted.surface(name), name.end, None)
        behind = _NAME_BEHIND.match(text, name.end)
        if behind is None:
            continue
        group = "name" if behind["name"] else "born"
        start = behind.start(group)
        own = next((n.first for n in accepted.names.values() if n.start == start), None)
        yield _OtherName(behind[group].split()[-1], accepted.surface(name), start, own)


_NICKNAME_WITHIN = re.compile(r"[\"“‘(](?P<name>[A-Z][\w’'-]+)[\"”’)] ")
_NAME_BEHIND = WordPattern(
    r"(?:,| \()\s?(?:(?:(?:<names/told_at_birth>)\s|(?:<names/going_by>)\s[\"“]?)"
    r"(?P<name>[A-Z][\w’'-]+)[\"”]?"
    r"|born\s(?P<born>[A-Z][\w’'-]+\s(?:[A-Z][\w’'-]+\s)?[A-Z][\w’'-]+))(?=\s?[,;)])"
)
"""Behind a full name: ", née Lund,", " (known as “Bo”)", " (born Anna Rud)"."""


def _full_persons(
    accepted: AcceptedNames, told: Sequence[_OtherName]
) -> tuple[dict[str, set[str]], dict[str, int]]:
    """First and last words of persons' full names, and inner ones that are no given names ("Rosa Varga Lund")
    -> those names; and where a word first stands in one.
    """
    suffixes, titles = load_cues("name_suffix"), load_titles()
    given = load_person_names()[0]
    full: dict[str, set[str]] = defaultdict(set)
    inner: list[tuple[str, Candidate]] = []
    first_seen: dict[str, int] = {}
    for other in told:
        full[other.form].add(other.bearer)
        first_seen.setdefault(other.form, other.start)
    own_names = {other.first for other in told}
    for first in sorted(accepted.names):
        name = accepted.names[first]
        if name.label != "person" or first in own_names:
            continue
        forms = [
            form
            for form in accepted.words.forms[name.first : name.last]
            if form not in suffixes and form not in titles and form + "." not in titles
        ]
        if len(forms) == 1 or not forms:
            continue
        if forms[0] in given:
            inner += [(form, name) for form in forms[1:-1] if len(form) > 2 and form not in given]
        for key in (forms[-1], forms[0]):
            if len(key) > 1 and key[0].isupper():
                full[key].add(accepted.surface(name))
                first_seen.setdefault(key, name.start)
    ends = frozenset(full)
    for key, name in inner:
        if key[0].isupper() and key not in ends:
            full[key].add(accepted.surface(name))
            first_seen.setdefault(key, name.start)
    return full, first_seen


def _full_form_of_each(accepted: AcceptedNames, full: dict[str, set[str]]) -> dict[str, str]:
    """The one full name that a short form stands for, where only one person has it.

    Of two spellings of one person ("Emily Chen", "Emily R. Chen") the first one names both.
    """
    order = {accepted.surface(n): n.start for n in sorted(accepted.names.values(), reverse=True)}
    chosen: dict[str, str] = {}
    for key, surfaces in full.items():
        ranked = sorted(surfaces, key=lambda surface: order[surface])
        ends = {(parts[0], parts[-1]) for parts in map(str.split, ranked)}
        if len(ends) == 1:
            chosen[key] = ranked[0]
        else:  # "Jens Otto Varga" and "Otto Varga", "James R. Von Ehr II" and "Von Ehr"
            longest = max(ranked, key=lambda surface: len(surface.split()))
            parts = set(longest.split())
            if all(parts.issuperset(surface.split()) for surface in ranked):
                chosen[key] = longest
    return chosen


def _is_short_person(
    accepted: AcceptedNames, index: int, surfaces: set[str], first_seen: int, *, is_told: bool
) -> bool:
    """Whether a word is a person's short form, `is_told` where the text gave it as one; it is accepted as one
    where it was none yet.
    """
    context, words = accepted.context, accepted.words
    form, known = words.forms[index], accepted.names.get(index)
    if known is not None:
        if known.last != index + 1:
            return False
        if known.label != "person":
            is_place = context.before(index) in load_cues("place_cue") or known.strength > GOOD
            if (known.basis is Basis.LIST and is_place) or known.start < first_seen:
                return False
            accepted.names[index] = known._replace(
                label="person", rule="linked-short-form", basis=Basis.WORDS
            )
        return True
    if index in accepted.taken or words.starts[index] < first_seen:
        return False
    if accepted.touches_capital(index, index + 1):
        return False
    is_given_only = not any(form in surface.replace(".", "").split()[1:] for surface in surfaces)
    is_unsure = form not in load_person_names()[0] or bool(load_name_table().readings(form))
    if is_given_only and is_unsure and not is_told:
        return False
    if words.opens[index] and form.lower() in context.plain and not is_told:
        return False
    return accepted.add(index, index + 1, "person", "linked-short-form", GOOD)


def link_short_organizations(accepted: AcceptedNames) -> None:
    """As in "Northwind" after "Northwind Traders, Inc."; also the full name without its legal form."""
    words = accepted.words
    short = _short_organizations(accepted)
    if not short:
        return
    by_lead: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for forms in sorted(short, key=len, reverse=True):
        by_lead[forms[0]].append(forms)
    for index, form in enumerate(words.forms):
        for forms in by_lead.get(form, ()):
            last = index + len(forms)
            if tuple(words.forms[index:last]) != forms:
                continue
            known = accepted.names.get(index)
            if known is not None and known.last == last:
                if known.label in {"person", "place"} and not (
                    known.basis is Basis.LIST or accepted.is_titled(index)
                ):
                    known = known._replace(label="organization", rule="linked-short-form", basis=Basis.WORDS)
                    accepted.names[index] = known
                if known.label == "organization":
                    accepted.canonical[index] = short[forms]
                break
            if not accepted.touches_capital(index, last) and accepted.add(
                index, last, "organization", "linked-short-form", GOOD
            ):
                accepted.canonical[index] = short[forms]
            break


def _short_organizations(accepted: AcceptedNames) -> dict[tuple[str, ...], str]:
    """Words by which a firm may be named again -> the full name: without its legal form, and by the words
    before the one for its trade ("Halvor" for "Halvor Foods") unless a person of that name comes first.
    """
    words = accepted.words
    legal_forms, trades = load_legal_forms(), load_cues("firm_head")
    short: dict[tuple[str, ...], str] = {}
    persons = {
        words.forms[name.last - 1]: name.first
        for _, name in sorted(accepted.names.items(), reverse=True)
        if name.label == "person" and name.last - name.first > 1
    }
    for first in sorted(accepted.names):
        name = accepted.names[first]
        if name.label != "organization" or name.last - name.first < 2:
            continue
        surface = accepted.surface(name)
        last = name.last
        while last - first > 1 and (
            words.forms[last - 1] in legal_forms or words.forms[last - 1] + "." in legal_forms
        ):
            last -= 1
        had_legal_form = last < name.last
        seat = head_of(words, first, last) + 1
        own = seat - first - (words.forms[first] == "The")
        if name.strength >= GOOD and own > 1 and words.forms[seat : seat + 1] == ["of"]:
            # "Arts Club" for the "Arts Club of Bonn"
            short.setdefault(tuple(words.forms[first:seat]), surface)
        if (
            name.strength >= GOOD
            and had_legal_form
            and (last - first > 1 or _is_listed_firm(words.forms[first]))
        ):
            short.setdefault(tuple(words.forms[first:last]), surface)
        if words.forms[last - 1] in trades and last - first > 1:
            last -= 1
        elif name.strength < GOOD or not (had_legal_form or name.basis is Basis.LEGAL_FORM):
            continue
        else:
            last = first + 1
        lead = words.forms[first]
        if _is_own_name(accepted, first, lead) and persons.get(lead, first) >= first:
            short.setdefault(tuple(words.forms[first:last]), surface)
    return short


def _is_listed_firm(form: str) -> bool:
    """Whether a word is a firm's name wherever it stands, by the lists: "Google" of "Google LLC"."""
    readings = load_name_table().readings(form)
    return bool(readings) and readings[0].kind == "company" and readings[0].safety == "safe"


def adds_legal_form(full: str, short: str) -> bool:
    """Whether a full name is a shorter one with nothing but the legal form of a firm behind it.

    >>> adds_legal_form("Orvane Mills, Inc.", "Orvane Mills"), adds_legal_form("Orvane Mills", "Orvane")
    (True, False)
    """
    if len(full) <= len(short) or not full.startswith(short):
        return False
    rest = full[len(short) :].lstrip(", ")
    return rest in load_legal_forms() or rest + "." in load_legal_forms()


def _is_own_name(accepted: AcceptedNames, index: int, lead: str) -> bool:
    """Whether the first word of a firm's name is no common word, list's name or somebody's given name."""
    return not (
        len(lead) <= 3
        or lead.lower() in accepted.context.plain
        or load_name_table().readings(lead)
        or lead in load_demonyms()
        or lead in load_person_names()[0]
        or accepted.context.is_explained(index)
        or lead in load_cues("generic_modifier")
        or lead in load_cues("direction")
    )


def link_listed_aliases(accepted: AcceptedNames) -> None:
    """Forms of one row of the name lists share the longest form that this document uses."""
    table = load_name_table()
    groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for first in sorted(accepted.names):
        name = accepted.names[first]
        if first in accepted.canonical:
            continue
        surface = accepted.surface(name)
        for entry in table.readings(surface):
            if entry.label == name.label:
                if entry.label == "product" and not _same_product(surface, entry.name):
                    continue
                digits = "".join(filter(str.isdigit, surface))
                groups[entry.name, digits].append(name)
                break
    for names in groups.values():
        surfaces = dict.fromkeys(accepted.surface(n) for n in names)
        if len(surfaces) > 1:
            longest = max(surfaces, key=len)
            for name in names:
                accepted.canonical[name.first] = longest


def _same_product(surface: str, name: str) -> bool:
    """Whether a listed form is only another spelling of the row's name, not a version of it."""
    if surface == name or abbreviates(surface, name):
        return True
    short, long = sorted((surface.casefold(), name.casefold()), key=len)
    return long.endswith(short) or long.replace(" ", "") == short.replace(" ", "")
