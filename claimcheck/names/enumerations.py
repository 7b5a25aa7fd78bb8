"""Items of an enumeration: in "Foo, Bar and Baz" the unknown ones are what the known ones are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import FAIR, MODEL, Basis, Candidate
from claimcheck.names.context import SPACE_GAPS
from claimcheck.names.lists import load_demonyms, load_name_table
from claimcheck.names.words import CAPITALISED

if TYPE_CHECKING:
    from claimcheck.names.accepted import AcceptedNames

_SURE_OF_A_LIST = 3  # so many items of one label say what the others are


def complete_lists(accepted: AcceptedNames) -> None:
    """In "Foo, Bar and Baz" the unknown capitalised items are what the known ones are."""
    context = accepted.context
    read_to = 0
    for index in context.capitals:
        if index < read_to:
            continue
        items = []
        position = index
        while True:
            name = accepted.names.get(position)
            end = name.last if name else _free_run_end(accepted, position)
            if end is None:
                break
            items.append((position, end, name))
            following = _after_list_joint(accepted, end)
            if following is None:
                break
            position = following
        if len(items) >= _SHORTEST_PAIR and _are_told_persons(accepted, index):
            _label_persons(accepted, items)
        elif len(items) >= 3:
            _label_list(accepted, items)
        if items:
            read_to = items[-1][1]


_SHORTEST_PAIR = 2
_PEOPLE = WordSet("names/people")
_FOR_EXAMPLE = WordSet("names/for_example")


def _are_told_persons(accepted: AcceptedNames, index: int) -> bool:
    """Whether the names from a word on are said to be those of people: "Senators Roe and Lee", "actors such
    as Ann Roe and Bo Lee".
    """
    context, words = accepted.context, accepted.words
    before = index - 1
    if before < 1 or words.opens[index] or words.gaps[index] not in SPACE_GAPS:
        return False
    if words.forms[before] in _FOR_EXAMPLE:
        before -= 1 + (context.before(before) == "such")
    return before >= 0 and words.forms[before] in _PEOPLE


def _label_persons(accepted: AcceptedNames, items: list[tuple[int, int, Candidate | None]]) -> None:
    """Take names that are said to be those of people for such, unless the name lists know better."""
    words, table = accepted.words, load_name_table()
    for first, last, name in items:
        if name is not None and name.label != "person" and name.basis is Basis.SURROUNDINGS:
            accepted.names[first] = name._replace(label="person", rule="told-people", basis=Basis.WORDS)
        elif (
            name is None
            and words.cases[first] is CAPITALISED
            and not table.readings(words.slice(first, last))
        ):
            accepted.add(first, last, "person", "told-people", basis=Basis.WORDS)


def _free_run_end(accepted: AcceptedNames, index: int) -> int | None:
    """End of a run of one to three unclaimed capitalised words at `index`."""
    context = accepted.context
    words = accepted.words
    last = index
    while (
        last < len(words.forms)
        and last - index <= 3
        and context.is_name_like(last)
        and last not in accepted.taken
        and (last == index or context.joins(last))
    ):
        last += 1
    if (
        last == index
        or last - index > 3
        or (last < len(words.forms) and last in accepted.taken and context.joins(last))
    ):
        return None
    return last


def _after_list_joint(accepted: AcceptedNames, last: int) -> int | None:
    """First word of the next item of an enumeration, if one follows directly."""
    words = accepted.words
    context = accepted.context
    if last >= len(words.forms):
        return None
    gap = words.gaps[last]
    if gap == ", " and context.is_name_like(last):
        return last
    if (
        words.forms[last] in {"and", "or"}
        and gap in {" ", ", "}
        and context.is_name_like(last + 1)
        and words.gaps[last + 1] == " "
    ):
        return last + 1
    return None


def _label_list(accepted: AcceptedNames, items: list[tuple[int, int, Candidate | None]]) -> None:
    known = Counter(name.label for _, _, name in items if name and name.strength > FAIR)
    if not known:
        return
    label, count = known.most_common(1)[0]
    if len(known) > 1 and count >= _SURE_OF_A_LIST and 2 * count > known.total():
        # what only the model says of one item of a list yields to what the others are
        for first, _, name in items:
            if name is not None and name.label != label and name.strength == MODEL:
                accepted.names[first] = name._replace(
                    label=label, rule="enumeration", basis=Basis.SURROUNDINGS
                )
                known[name.label] -= 1
                known[label] += 1
        known = +known
        count = known[label]
    unknown = [(first, last) for first, last, name in items if name is None]
    if not unknown or len(known) != 1 or count < 2 or count < len(unknown):
        return
    words = accepted.words
    context = accepted.context
    table = load_name_table()
    for first, last in unknown:
        if any(context.is_explained(i) or words.forms[i] in load_demonyms() for i in range(first, last)):
            continue
        surface = words.slice(first, last)
        readings = table.readings(surface)
        if label == "language":
            if not any(r.label == "language" for r in readings):
                continue
        elif readings and all(r.label != label for r in readings):
            continue
        if label == "person" and last - first == 1 and words.cases[first] is not CAPITALISED:
            continue
        if words.opens[first] and words.forms[first].lower() in context.plain:
            continue
        accepted.add(first, last, label, "enumeration", basis=Basis.SURROUNDINGS)
