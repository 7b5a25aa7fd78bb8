"""Words that state something of others, with the places around them where those stand: the slots.

A `Predication` is a trigger word in a sentence, a verb or a noun. Its slots are read when they are first
asked for, the same way for every relation; `_READERS` names them, each in the room of its sort: subjects,
objects and complements of verbs, possessors, bearers and takers of nouns, words with a hyphen. A slot holds
the members of a coordination one by one, the one next to the trigger first. Passives, relative and
participial clauses, brackets, control ("agreed to buy") and subjects shared by coordinated verbs are undone
here. There is no English in these modules but single function words, as "of" and "which": lists of words are
in `lexicons/en/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.predications import (
    bearers,
    complements,
    hyphenated,
    objects,
    possessors,
    subjects,
    takers,
)
from claimcheck.grammar.predications.trigger import Predication

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.predications.trigger import Reader

__all__ = ["SLOTS", "Predication", "read_predication"]

_READERS: Mapping[str, Reader] = {
    "subject": subjects.find_subject,
    "object": objects.find_object,
    "taken": objects.find_taken,
    "by": complements.find_by,
    "doer": subjects.find_doer,
    "PREP": complements.find_prep,
    "relative": objects.find_relative,
    "fronted": objects.find_fronted,
    "of": complements.find_of,
    "possessor": possessors.find_possessor,
    "modifier": possessors.find_modifier,
    "named": possessors.find_named,
    "named_owner": possessors.find_named_owner,
    "among": bearers.find_among,
    "counted": bearers.find_counted,
    "counter": bearers.find_counter,
    "taker": takers.find_taker,
    "bearer": bearers.find_bearer,
    "beside": bearers.find_beside,
    "listed": bearers.find_listed,
    "topic": possessors.find_topic,
    "support": takers.find_support,
    "actor": takers.find_actor,
    "sharers": takers.find_sharers,
    "in_which": takers.find_in_which,
    "joint": takers.find_joint,
    "occasion": takers.find_occasion,
    "user": subjects.find_user,
    "PURPOSE": objects.find_purpose,
    "STRANDED": complements.find_stranded,
    "COPULA": complements.find_copula,
    "LATER": complements.find_later,
    "prefix": hyphenated.find_prefix,
    "suffixed": hyphenated.find_suffixed,
}
SLOTS = frozenset(_READERS)
"""The slots that a form can name.

`PREP`, `STRANDED`, `COPULA`, `LATER`, `support`, `taker` and `occasion` take words after a colon,
with a bar between them: `LATER:with|alongside`. Without any, those in capitals take the trigger's own
prepositions.
"""


def read_predication(grammar: SentenceReading, first: int, last: int, *, is_verb: bool) -> Predication:
    """The trigger word in the tokens `first` to `last`, end exclusive, of a sentence."""
    return Predication(grammar, first, last, _READERS, is_verb=is_verb)
