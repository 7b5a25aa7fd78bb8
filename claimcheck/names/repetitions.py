"""Other places of a spelling that was found at least once with some certainty."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.names.candidates import WEAK, Basis
from claimcheck.names.lists import load_cues, load_name_table
from claimcheck.names.words import UPPER

if TYPE_CHECKING:
    from claimcheck.names.accepted import AcceptedNames


def repeat_names(accepted: AcceptedNames) -> None:
    """Other places of a spelling that was found at least once with some certainty."""
    words = accepted.words
    context = accepted.context
    by_first: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for name in accepted.names.values():
        if name.strength <= WEAK or (name.last - name.first == 1 and words.forms[name.first].islower()):
            continue
        forms = tuple(words.forms[name.first : name.last])
        if len(forms) == 1 and (
            len(forms[0]) < 3 or context.is_explained(name.first) or forms[0].lower() in load_cues("opener")
        ):
            continue
        if (
            name.label == "language"
            and words.cases[name.first] is not UPPER
            and any(r.safety != "safe" for r in load_name_table().readings(forms[0]))
        ):
            continue  # its context decides each time
        by_first[forms[0]].setdefault(forms, name.label)
    if not by_first:
        return
    for index, form in enumerate(words.forms):
        options = by_first.get(form)
        if options is None or index in accepted.taken:
            continue
        for forms in sorted(options, key=len, reverse=True):
            last = index + len(forms)
            if tuple(words.forms[index:last]) != forms or not accepted.taken.isdisjoint(range(index, last)):
                continue
            if any(
                not words.gaps[i].isspace() and words.gaps[i] not in {" & ", "-", ". "}
                for i in range(index + 1, last)
            ):
                continue
            if accepted.touches_capital(index, last):
                continue
            if len(forms) == 1 and words.opens[index] and form.lower() in context.plain:
                continue
            accepted.add(index, last, options[forms], "repetition", basis=Basis.SURROUNDINGS)
            break
