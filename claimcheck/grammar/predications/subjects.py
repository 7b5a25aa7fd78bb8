"""The slots of the subject of a verb: who does it, what a participle tells of, who uses a means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.listed_names import as_one, together_with, whole_list
from claimcheck.grammar.named_phrases import TOOLS, is_name, name_part
from claimcheck.grammar.phrases import MARKS, QUOTES, classes_of
from claimcheck.grammar.predications.controllers import controller, opens_sentence, subject_of_adjunct
from claimcheck.grammar.predications.members import exemplified
from claimcheck.grammar.predications.objects import what_is_placed
from claimcheck.grammar.predications.trigger import MAX_SUPPORT_GAP
from claimcheck.grammar.stepping import OPENING_BRACKETS, is_pointed_time, without_date
from claimcheck.grammar.verb_groups import BE, MAX_GAP_TOKENS, PREPOSITIONS
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.tagging.penn_tags import PROPER_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.phrases import Phrase
    from claimcheck.grammar.predications.trigger import Predication

_SHARES = WordSet("grammar/share_of")
_COMPARING = WordSet("grammar/compared_with")
_COPIES = WordSet("grammar/copy")
_SEATING = WordSet("grammar/seating")
_SETTING_ASIDE = WordSet("grammar/setting_aside")


def find_subject(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """Who does what a verb tells, or what a passive says it of."""
    grammar, start = predication.grammar, predication.start
    before = grammar.phrase_at(start - 1) if start > grammar.first else None
    if grammar.word(start - 1) in OPENING_BRACKETS:
        found = grammar.phrase_until(start - 1)
    elif _is_name_with_mark(predication, start):
        found = grammar.phrase_until(start - 1)
        found = None if found is None else found._replace(last=start)  # the mark is of the name: "Macy's"
    elif before is not None and before.last > start:  # "Acme co-founded" with "Acme co" as one phrase
        found = before._replace(last=start, head=start - 1, name=grammar.names.get(start - 1))
    elif any(grammar.tags[i] == "TO" for i in range(start, predication.first)):
        found = controller(predication, start)
    elif "VBG" in (grammar.tags[predication.first], grammar.tags[start]) and not grammar.is_finite(start):
        found = _subject_behind_with(predication, start) or subject_of_adjunct(predication, start)
    else:
        found = (
            _copy_beside(predication, start)
            or _named_beside(predication, start)
            or _adjacent_subject(predication, start)
            or grammar.subject_of(predication.first)
        )
    if found is None:
        found = _shared_subject(predication, start)
    if found is not None:
        found = _of_firm(predication, _of_whole_line(predication, found, start), start)
        found = _acting_side(predication, found, start)
    if found is not None and predication.passive and grammar.tags[found.head] == "PRP":
        found = _participle_of(predication, start) or found
    if found is not None and grammar.word(start - 1) in OPENING_BRACKETS:
        yield found  # "Acme (owned by Orbit) and Comet"
    elif found is not None and found.first > predication.first and opens_sentence(predication, start):
        yield from whole_list(grammar, found)  # "After buying Orbit, Acme grew"
    elif found is not None and found.first < predication.first:
        is_last = predication.is_relative(predication.start - 1) and grammar.tags[start] == "VBZ"
        members = _owners(predication, found) if predication.passive else whole_list(grammar, found)
        # "Acme, based in Lyon, and Orbit" says nothing of Orbit
        members = [member for member in members if member.first < predication.first]
        if is_last and not predication.passive:  # "programs such as Acme and the Orbit system that powers it"
            members = [max(members, key=lambda member: member.first)]
        whole = as_one(grammar, [*members, *together_with(grammar, members[-1])])
        yield from exemplified(predication, whole)


def _subject_behind_with(predication: Predication, start: int) -> Phrase | None:
    """Who does what a participle tells right behind it: "sold its mills, with Orbit holding 30% of them"."""
    grammar = predication.grammar
    found = grammar.phrase_until(start)
    if found is None or found.last != start or grammar.word(found.first_with_possessor - 1) != "with":
        return None
    return found if grammar.word(found.first_with_possessor - 2) == "," else None


def _acting_side(predication: Predication, found: Phrase, start: int) -> Phrase:
    """Who acts where another is set aside before the verb: Acme in "Acme and not Orbit bought it"."""
    grammar = predication.grammar
    first = found.first_with_possessor
    joint = " ".join(grammar.lowers[max(grammar.first, first - 2) : first])
    if found.last != start or not grammar.is_finite(start) or joint not in _SETTING_ASIDE:
        return found
    before = grammar.phrase_until(first - 2)
    return before if before is not None and before.last == first - 2 and is_name(grammar, before) else found


def _of_whole_line(predication: Predication, found: Phrase, start: int) -> Phrase:
    """What a line without a verb is about, which a participle behind a comma says more of, and not its
    last noun: the queue in "A queue for Python, written in Rust".
    """
    grammar = predication.grammar
    if not predication.passive or grammar.word(start - 1) != "," or found.last > start:
        return found
    if any(grammar.is_finite(i) for i in range(grammar.first, start)):
        return found
    return grammar.outermost(found) or found


def _of_firm(predication: Predication, found: Phrase, start: int) -> Phrase:
    """The firm that has a seat, and not its goods: of "a maker of lenses based in Lyon" the maker."""
    grammar = predication.grammar
    if not predication.passive or predication.has_finite() or grammar.word(predication.first) not in _SEATING:
        return found
    if found.last != start or found.is_named or "organization" in classes_of(found):
        return found
    outer = grammar.outermost(found)
    return outer if outer is not None and "organization" in classes_of(outer) else found


def _participle_of(predication: Predication, start: int) -> Phrase | None:
    """What a bare participle stands beside: of "we present a model based on X" the model, not us."""
    grammar = predication.grammar
    if start != predication.first or grammar.tags[predication.first] != "VBN":
        return None
    beside = grammar.phrase_until(start)
    return beside if beside is not None and classes_of(beside) & {"product", "technology"} else None


def _named_beside(predication: Predication, start: int) -> Phrase | None:
    """The name that a bare participle behind a verb follows: Comet in "beats Comet trained on"."""
    grammar = predication.grammar
    if not predication.passive or start != predication.first or grammar.tags[start] != "VBN":
        return None
    beside = grammar.phrase_until(start)
    if beside is None or beside.label not in TOOLS or beside.last != start:
        return None
    verb = beside.first - 1
    return beside if grammar.is_finite(verb) or grammar.word(verb) in _COMPARING else None


def _copy_beside(predication: Predication, start: int) -> Phrase | None:
    """What was made after a name, told by a participle: "a clone of Redis written in Go"."""
    grammar = predication.grammar
    if not predication.passive or start != predication.first or grammar.tags[start] != "VBN":
        return None
    beside = grammar.phrase_until(start)
    if beside is None or beside.last != start or beside.determiner or grammar.word(beside.first - 1) != "of":
        return None
    copy = grammar.phrase_until(beside.first - 1)
    is_copy = copy is not None and copy.is_indefinite and copy.noun in _COPIES
    return copy if is_copy and copy is not None and copy.last == beside.first - 1 else None


def _is_name_with_mark(predication: Predication, start: int) -> bool:
    """Whether a name that ends in a possessive mark stands before a finite verb: "Macy's bought"."""
    grammar = predication.grammar
    return (
        (grammar.is_finite(start) or predication.takes_object())
        and grammar.word(start - 1) in MARKS
        and grammar.tags[start - 1] == "POS"
        and ((start - 2) in grammar.names or grammar.tags[max(start - 2, 0)] in PROPER_TAGS)
    )


def _owners(predication: Predication, phrase: Phrase) -> list[Phrase]:
    """What a participle says something of: of "a library for images developed by X" the library."""
    grammar = predication.grammar
    if predication.has_finite():
        named = _antecedent_beside(predication)
        if named is not None:  # "Acme and Orbit, which was bought" says it of the last
            return [named] if _is_of_one(predication) else whole_list(grammar, named)
        if not predication.is_relative(predication.start - 1):
            return whole_list(grammar, phrase)
    for candidate in grammar.chain(phrase):
        if is_name(grammar, candidate) or classes_of(candidate) & {"product", "organization", "supply"}:
            return whole_list(grammar, candidate)
    return whole_list(grammar, phrase)


def _antecedent_beside(predication: Predication) -> Phrase | None:
    """The name right before a relative pronoun: Orbit in "an entity, Orbit, which in 2004 was sold"."""
    grammar = predication.grammar
    for i in range(predication.start - 1, max(grammar.first, predication.start - 1 - MAX_SUPPORT_GAP), -1):
        if grammar.tags[i] == "WDT":
            comma = grammar.word(i - 1) == ","
            found = grammar.phrase_until(grammar.before_participle(i - 1) if comma else i)
            if found is not None and predication.has_finite() and _is_of_one(predication):
                found = what_is_placed(grammar, found) or found
            return found if comma and found is not None and is_name(grammar, found) else None
        if grammar.is_finite(i):
            return None
    return None


def _is_of_one(predication: Predication) -> bool:
    """Whether the verb group stands in the singular: "is owned", "was bought", "has been sold"."""
    grammar = predication.grammar
    group = range(grammar.group_start(predication.first), predication.first + 1)
    return any(grammar.tags[i] == "VBZ" or grammar.word(i) in grammar_words("singular verb") for i in group)


def _adjacent_subject(predication: Predication, start: int) -> Phrase | None:
    """The phrase right before a finite verb, where no preposition governs it: arcs are less sure."""
    grammar = predication.grammar
    if not grammar.is_finite(start) or predication.is_relative(start - 1):
        return None
    found = grammar.phrase_until(start)
    if found is not None and found.last == start and is_pointed_time(grammar, found):
        found = grammar.phrase_until(found.first) or found  # "The firm last year bought"
    if found is None or grammar.word(found.head) in grammar_words("pronoun") - grammar_words("personal"):
        return None
    trimmed = without_date(grammar, found)
    if trimmed is not found:
        return trimmed  # "In 2008 Acme bought"
    first = found.first_with_possessor
    if grammar.word(first - 1) == "of" and grammar.word(first - 2) in _SHARES:
        return found  # "Much of the stack was based on"
    if grammar.outermost(found) is not found:
        opening = grammar.columns.token_at(name_part(grammar, found)[0]) or found.first
        is_fronted = grammar.word(first - 1) in PREPOSITIONS and first - 1 <= grammar.first
        if is_fronted and found.first < opening and grammar.tags[found.first] == "DT":
            return found._replace(first=opening)  # "At that point Acme bought"
        return None
    if grammar.word(first - 1) == ",":
        return found if is_name(grammar, found) and _is_opening(predication, first - 1) else None
    return found if grammar.word(first - 1) not in grammar_words("joining") else None


def _is_opening(predication: Predication, comma: int) -> bool:
    """Whether only a prepositional phrase stands before a comma: "In the south, Acme bought".

    A heading in front of it belongs to the line above: "Acquisition In 2016, Acme bought".
    """
    grammar = predication.grammar
    opening = grammar.first
    if grammar.words[opening + 1][:1].isupper() and grammar.tags[opening] in ("NN", "NNS", "NNP"):
        opening += 1
    if grammar.word(opening) not in PREPOSITIONS:
        return False
    return not any(
        grammar.is_finite(i) or grammar.word(i) in grammar_words("joining") for i in range(opening, comma)
    )


def _shared_subject(predication: Predication, start: int) -> Phrase | None:
    """The subject of the verb before, for the second of two: "was founded and later bought"."""
    grammar = predication.grammar
    if grammar.word(start - 1) not in grammar_words("joining"):
        return None
    for k in range(start - 2, grammar.first, -1):
        if grammar.is_finite(k):
            found = grammar.subject_of(k)
            return grammar.phrase_until(k) if found is None and grammar.word(k) in BE else found
    return None


def find_doer(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """The subject of a verb of its own clause: nobody's in "Acme urged people to stop using Orbit"."""
    grammar = predication.grammar
    if grammar.words[max(predication.start - 1, grammar.first)] in QUOTES:
        return  # an answer without its subject: "don't use it"
    if grammar.tags[predication.first] != "VBG" or predication.has_finite():
        yield from exemplified(predication, predication.slot("subject"))
    elif grammar.word(predication.first - 1) in grammar_words("beginning"):
        found = grammar.subject_of(predication.first - 1)  # "We have begun using Orbit"
        if found is not None:
            yield from whole_list(grammar, found)


def find_user(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """Who uses a means; for "they trained the model using X" the model."""
    grammar, verb = predication.grammar, predication.first
    head = grammar.columns.heads[verb]
    is_participle = grammar.tags[verb] == "VBG"
    if is_participle and grammar.word(predication.start - 1) not in grammar_words("agent"):
        governor = next(
            (
                i
                for i in range(verb - 1, max(grammar.first, verb - MAX_GAP_TOKENS) - 1, -1)
                if grammar.is_verb(i)
            ),
            None,
        )
        is_made = governor is not None and grammar.word(governor) in grammar_words("making")
        if governor is not None and grammar.is_passive(governor) and not is_made:
            return  # "the images were analysed using X": the images are not made with it
    if (
        is_participle
        and grammar.first <= head < verb
        and grammar.is_verb(head)
        and not grammar.is_passive(head)
    ):
        made = grammar.object_of(head)
        if made is not None and made.last <= verb and classes_of(made) & {"product"}:
            yield made
            return
    found = grammar.subject_of(verb)
    if is_participle and found is not None and found.last == verb and grammar.word(found.first - 1) == "on":
        return  # "trained on 64 GPUs using X": what it runs on uses nothing
    if found is not None:
        yield from exemplified(predication, as_one(grammar, _owners(predication, found)))
