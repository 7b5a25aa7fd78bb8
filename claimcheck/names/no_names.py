"""What is no name though its words have capitals: peoples, events, licences, diseases, plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_currency_codes
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.context import head_of
from claimcheck.names.lists import load_demonyms, load_name_table

if TYPE_CHECKING:
    from claimcheck.names.candidates import Candidate
    from claimcheck.names.context import NameContext

_FISCAL_YEAR = re.compile(r"[FC]Y\d{2}(?:\d\d)?")
_LONG = 7  # letters
_LICENCES = WordSet("names/licence")
SHORTEST_BODY = 3  # letters


def may_be_name(context: NameContext, first: int, last: int) -> bool:
    """Whether a span of the pipeline is worth weighing at all."""
    words = context.words
    capitals = [i for i in range(first, last) if context.is_name_like(i)]
    if not capitals or context.heading[first] or _FISCAL_YEAR.fullmatch(words.forms[first]):
        return False
    if context.after(last)[:1].isdigit() and words.forms[last - 1] in load_currency_codes():
        return False  # "will borrow | NOK 12"
    forms = [words.forms[i] for i in capitals]
    if forms[-1] in load_demonyms() or forms[-1] in context.cues["event_head"]:
        return False
    if context.joins(last) and context.after(last) in context.cues["event_head"]:
        return False  # "the Second Tarn | War"
    if (
        len(forms) == 1
        and forms[0] in context.cues["eve"]
        and first
        and words.forms[first - 1] in context.cues["calendar"]
    ):
        return False  # "Christmas Eve"
    if words.forms[head_of(words, first, last)] in context.cues["thing_head"]:
        return False
    if context.after(last) in context.cues["thing_after"] and words.gaps[last] != "-":
        return False
    if len(forms) == 1 and last - first == 1 and forms[0] in context.cues["bare_head"]:
        return False
    if last < len(words.forms) and words.forms[last] in context.cues["disease_noun"]:
        return False
    if len(forms) == 1 and (
        (len(forms[0]) >= _LONG and forms[0].endswith((*context.cues["unnamed_ending"],)))
        or _is_licence(context, last)
    ):
        return False
    modifiers = context.cues["generic_modifier"]
    for form in forms:
        if form.lower() not in context.plain and form not in modifiers:
            break
    else:
        return False
    table = load_name_table()
    for i, form in zip(capitals, forms, strict=True):
        if not (context.is_explained(i) or (form[-1] == "s" and table.readings(form[:-1]))):
            return True
    return False


def is_pieced_together(context: NameContext, first: int, last: int, sure_at: dict[int, Candidate]) -> bool:
    """Whether surer names cover every word of the span that is not ordinary: "General Motors of Detroit"."""
    words = context.words
    index = first
    inner = 0
    while index < last:
        name = sure_at.get(index)
        if name is not None and name.last <= last and not (name.first == first and name.last == last):
            inner += 1
            index = name.last
        elif context.is_name_like(index) and words.forms[index].lower() not in context.plain:
            return False
        else:
            index += 1
    return inner > 0


def _is_licence(context: NameContext, last: int) -> bool:
    """Whether a name is that of a licence: "the Halvor 2.0 licence"."""
    forms = context.words.forms
    if context.after(last)[:1].isdigit():
        last += 1
    return context.after(last).lower() in _LICENCES and last < len(forms)
