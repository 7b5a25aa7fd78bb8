"""Items of an enumeration: in "Foo, Bar and Baz" the unknown ones are what the known ones are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import FAIR, MODEL, Basis, Candidate
from claimcheck.names.context import SPACE_GAPS
from claimcheck.names.lists import load_demonyms, load_name_table
from claimcheck.names.words import CAPITALISED, MIXED

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
        told = _told_label(accepted, index) if len(items) >= _SHORTEST_PAIR else ""
        if told:
            _label_as_told(accepted, items, told)
        elif len(items) >= 3:
            _label_list(accepted, items)
        if items:
            read_to = items[-1][1]


_SHORTEST_PAIR = 2
_TOLD = {
    "person": WordSet("names/people"),
    "organization": WordSet("names/bodies"),
    "product": WordSet("names/programs"),
    "place": WordSet("names/places"),
}
_FOR_EXAMPLE = WordSet("names/for_example")


def _told_label(accepted: AcceptedNames, index: int) -> str:
    """What the names from a word on are said to be: "Senators Roe and Lee", "companies like Orvane and Tarn";
    empty where nothing is said.
    """
    context, words = accepted.context, accepted.words
    before = index - 1
    if before < 1 or words.opens[index] or words.gaps[index] not in SPACE_GAPS:
        return ""
    is_example = words.forms[before] in _FOR_EXAMPLE
    if is_example:
        before -= 1 + (context.before(before) == "such")
    if before < 0:
        return ""
    noun = words.forms[before]
    if noun == "of" and before > 0 and words.forms[before - 1] in _TOLD["place"]:
        return "place"  # "the towns of Orvane, Tarn and Quillo"
    labels = _TOLD if is_example else ("person",)
    return next((label for label in labels if noun in _TOLD[label]), "")


def _label_as_told(
    accepted: AcceptedNames, items: list[tuple[int, int, Candidate | None]], label: str
) -> None:
    """Take names for what a list is said to be of, unless the name lists know better."""
    words, table = accepted.words, load_name_table()
    for first, last, name in items:
        if name is None:
            is_known = bool(table.readings(words.slice(first, last)))
            if words.cases[first] in _TOLD_CASES and not is_known:
                accepted.add(first, last, label, "told-list", basis=Basis.WORDS)
        elif name.label != label and (name.basis is Basis.SURROUNDINGS or name.strength <= FAIR):
            accepted.names[first] = name._replace(label=label, rule="told-list", basis=Basis.WORDS)


_TOLD_CASES = frozenset({CAPITALISED, MIXED})


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
        gap == ", "
        and words.forms[last] == "the"
        and context.joins(last + 1)
        and context.is_name_like(last + 1)
    ):
        return last + 1
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
