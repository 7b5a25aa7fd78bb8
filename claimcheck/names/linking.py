"""One name, one label, one canonical form throughout a document.

Short forms, bracketed acronyms, repetitions and enumerations of names already found are found too.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.accepted import AcceptedNames
from claimcheck.names.acronyms import link_acronyms
from claimcheck.names.candidates import Basis
from claimcheck.names.context import label_told_after
from claimcheck.names.enumerations import complete_lists
from claimcheck.names.lists import load_cues, load_person_names
from claimcheck.names.repetitions import repeat_names
from claimcheck.names.short_forms import link_listed_aliases, link_short_organizations, link_short_persons

if TYPE_CHECKING:
    from claimcheck.names.candidates import Candidate
    from claimcheck.names.context import NameContext

_TOLD_WEIGHT = 10  # mentions that one in which the text says what the name is of outweighs
_GUESS_WEIGHT = 0.3  # of a mention whose label rests on what is near it: one guess is much like the next


def link_names(context: NameContext, chosen: list[Candidate]) -> list[tuple[Candidate, str]]:
    """The chosen names, completed over the document, each with its canonical form, in reading order."""
    accepted = AcceptedNames(context, chosen)
    _settle_labels(accepted)
    acronyms = link_acronyms(accepted)
    complete_lists(accepted)
    repeat_names(accepted)
    link_short_organizations(accepted)
    link_short_persons(accepted)
    _settle_labels(accepted)
    _relabel_told(accepted)
    _join_families(accepted)
    link_listed_aliases(accepted)
    result = []
    for first in sorted(accepted.names):
        name = accepted.names[first]
        surface = accepted.surface(name)
        canonical = accepted.canonical.get(first) or acronyms.get((surface, name.label)) or surface
        result.append((name, canonical))
    return result


_WEIGHTS = {Basis.TOLD: _TOLD_WEIGHT, Basis.SURROUNDINGS: _GUESS_WEIGHT}


def _settle_labels(accepted: AcceptedNames) -> None:
    """One spelling, one label: the label with most strength wins, the first one at a tie.

    What the text says once of a name counts as much as being taken for something else often, and guesses
    count for less than what rests on a list or on words, however many there are.
    """
    labels: dict[str, set[str]] = defaultdict(set)
    for name in accepted.names.values():
        labels[accepted.surface(name)].add(name.label)
    if all(len(several) == 1 for several in labels.values()):
        return
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in accepted.names.values():
        weight = _GUESS_WEIGHT if _is_lone_by_trade(accepted, name) else _WEIGHTS.get(name.basis, 1)
        votes[accepted.surface(name)][name.label] += name.strength * weight
    for first, name in accepted.names.items():
        ballot = votes[accepted.surface(name)]
        is_titled = name.label == "person" and accepted.is_titled(first)
        if len(ballot) > 1 and (not is_titled or _is_lone_by_trade(accepted, name)):
            label = max(ballot, key=ballot.__getitem__)
            if label != name.label:
                accepted.names[first] = name._replace(label=label, rule=f"{name.rule}+same-spelling")


def _is_lone_by_trade(accepted: AcceptedNames, name: Candidate) -> bool:
    """Whether one unlisted word is a person only by a trade before it, which firms have too: "the British
    engineer Orvane", "the producer Orvane".
    """
    if name.label != "person" or name.last - name.first > 1 or not accepted.is_titled(name.first):
        return False
    given, surnames, _ = load_person_names()
    form = accepted.words.forms[name.first]
    return accepted.words.forms[name.first - 1].islower() and form not in given and form not in surnames


def _relabel_told(accepted: AcceptedNames) -> None:
    """What is said to be a firm or a place is no person, if it is one word or a guess: "Mill Barn, a studio".

    Nor is it a place where it is said to be a firm: "Tarnwater, a payments firm"; but "in Leeds, a firm is".
    """
    lone = {
        first: name
        for first, name in accepted.names.items()
        if name.label in _SAID_OTHERWISE and _may_be_a_firm(accepted, name)
    }
    told: dict[str, str] = {}
    for name in lone.values():
        label = label_told_after(accepted.context, name.last)
        is_where = accepted.context.before(name.first) in load_cues("place_cue")
        if label and not (name.label == "place" and is_where):
            told[accepted.surface(name)] = label
    for first, name in lone.items():
        label = told.get(accepted.surface(name), "")
        is_person = name.label == "person" and (
            accepted.is_titled(first) or accepted.context.after(name.last) in load_cues("person_verb")
        )
        if label and not is_person:
            accepted.names[first] = name._replace(label=label, rule="told-kind", basis=Basis.TOLD)


def _may_be_a_firm(accepted: AcceptedNames, name: Candidate) -> bool:
    """Whether a name is one word and short for no other, or several that were guessed to be somebody's."""
    if name.last - name.first == 1:
        return name.first not in accepted.canonical
    head = accepted.words.forms[name.first]
    return name.basis is Basis.SURROUNDINGS and head not in load_person_names()[0]


_SAID_OTHERWISE = frozenset({"person", "place"})


def _join_families(accepted: AcceptedNames) -> None:
    """A name that begins with that of a product is one of its family, where only guesses say otherwise: the
    "Orvane Note" of a text on the "Orvane".
    """
    words, heads = accepted.words, accepted.context.head_words | _CIRCLES.words()
    guesses = [
        name
        for name in accepted.names.values()
        if name.basis is Basis.SURROUNDINGS and name.label in _GUESSED_FOR_PRODUCTS
    ]
    if not guesses:
        return
    products = {
        words.forms[name.first]
        for name in accepted.names.values()
        if name.label == "product" and name.last - name.first == 1 and name.basis is not Basis.SURROUNDINGS
    }
    for name in guesses:
        form = words.forms[name.first]
        root, mark, _ = form.partition("-")
        is_longer = name.last - name.first > 1 and words.forms[name.last - 1] not in heads
        if (is_longer and form in products) or (mark and name.last - name.first == 1 and root in products):
            accepted.names[name.first] = name._replace(label="product", rule="product-family")


_CIRCLES = WordSet("names/circle")
_GUESSED_FOR_PRODUCTS = frozenset({"organization", "place", "person"})
