"""The slots of who does the deed that a noun names: "Acme completed the purchase", "was bought by Acme"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.listed_names import names_of, whole_list
from claimcheck.grammar.named_phrases import is_name
from claimcheck.grammar.phrases import classes_of
from claimcheck.grammar.predications.trigger import MAX_SUPPORT_GAP
from claimcheck.grammar.stepping import after_date, before_quantity, subject_after_opening
from claimcheck.grammar.verb_groups import MAX_GAP_TOKENS
from claimcheck.lexicons.word_sets import WordSet, grammar_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.phrases import Phrase
    from claimcheck.grammar.predications.trigger import Predication


_TAKING_PART = WordSet("grammar/taking_part")


def find_taker(predication: Predication, verbs: tuple[str, ...]) -> Iterator[Phrase]:
    """Who takes what is told of: Acme in "A stake in Orbit was bought by Acme"."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    if phrase is None or phrase.head != predication.last - 1:
        return
    start = grammar.extended(phrase)
    for i in range(start, min(start + 2 * MAX_SUPPORT_GAP, grammar.last)):
        if grammar.tags[i] == "VBN":
            if grammar.word(i) in verbs and grammar.is_passive(i):
                yield from predication.verb(i).slot("by")
            return
        if not grammar.is_verb(i) and not grammar.tags[i].startswith("RB"):
            return


def find_support(predication: Predication, verbs: tuple[str, ...]) -> Iterator[Phrase]:
    """Who does the deed of a noun: Acme in "Acme completed the purchase of", "has a stake in"."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    if phrase is None or phrase.head != predication.last - 1 or phrase.possessor is not None:
        return
    opening = before_quantity(grammar, phrase.first)
    if opening < phrase.first and grammar.tags[opening - 1] in ("DT", "PRP$"):
        opening -= 1  # "completed its $3bn purchase"
    if grammar.word(opening - 1) == "of":  # "has a number of clients"
        whole = grammar.phrase_until(opening - 1)
        is_frame = whole is not None and "frame" in classes_of(whole)
        opening = whole.first if whole is not None and is_frame else opening
    for k in range(opening - 1, max(grammar.first, opening - 1 - MAX_SUPPORT_GAP) - 1, -1):
        if grammar.is_verb(k):
            if verbs and grammar.word(k) not in verbs:
                return
            deed = predication.verb(k)
            if not deed.passive:
                yield from deed.slot("subject")
            return
        if grammar.phrase_at(k) is not None or grammar.word(k) in grammar_words("joining"):
            return


def find_actor(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """Who does something to what a bare noun names: Acme in "Acme sued rival Orbit"."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    if phrase is None or phrase.possessor is not None or phrase.determiner:
        return
    verb = phrase.first - 1
    if verb < grammar.first or not grammar.is_verb(verb) or grammar.tags[verb] == "VBN":
        return
    deed = predication.verb(verb)
    if not deed.passive:
        yield from deed.slot("subject")


def find_sharers(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """Whose a thing is that several have: Acme and Orbit in "Acme and Orbit ended their alliance"."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    is_head = phrase is not None and phrase.head == predication.last - 1
    if phrase is None or not is_head or grammar.word(phrase.first) != "their":
        return
    verb = phrase.first - 1
    verb -= verb > grammar.first and grammar.tags[verb] == "RP"  # "called off their merger"
    found = predication.verb(verb).slot("subject") if grammar.is_verb(max(verb, grammar.first)) else ()
    if len(found) > 1 and all(is_name(grammar, member) for member in found):
        yield from found


def find_in_which(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """What "in which" points back to: Orbit in "Orbit, in which Acme holds a stake"."""
    grammar = predication.grammar
    for i in range(predication.first - 1, max(grammar.first, predication.first - 2 * MAX_GAP_TOKENS), -1):
        if grammar.word(i) == "which" and grammar.word(i - 1) in grammar_words("belonging"):
            found = grammar.phrase_until(i - 1 - (grammar.word(i - 2) == ","))
            if found is not None:
                yield found if is_name(grammar, found) else whole_list(grammar, found)[-1]
            return


def find_joint(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """Both sides after "between": "the alliance between A and B"."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    if phrase is None or phrase.head != predication.last - 1:
        return
    for i in range(phrase.last, min(phrase.last + 5, grammar.last)):
        if grammar.word(i) in grammar_words("between"):
            found = grammar.phrase_from(i + 1)
            if found is not None:
                yield from names_of(grammar, found)
            return


def find_occasion(predication: Predication, words: tuple[str, ...]) -> Iterator[Phrase]:
    """Who acts in a deed that is only mentioned: A in "In partnership with B, A built"."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    if phrase is None or phrase.possessor is not None:
        return
    opening = phrase.first - 1
    if grammar.word(opening) not in words:  # "under the Buick and Cadillac brands"
        opening = min((member.first for member in predication.slot("named")), default=opening + 1) - 1
    if grammar.word(opening) not in words or grammar.word(opening - 1) in _TAKING_PART:
        return
    verb = next((k for k in range(opening - 1, grammar.first - 1, -1) if grammar.is_finite(k)), None)
    if verb is None:
        is_opening = opening - grammar.first < MAX_SUPPORT_GAP or _is_after_date(predication, opening)
        found = subject_after_opening(grammar, phrase.last) if is_opening else None
        if found is None:
            before = grammar.phrase_until(opening - (grammar.word(opening - 1) == ","))
            found = before
    else:
        found = grammar.subject_of(verb)
    if found is not None:
        yield from whole_list(grammar, found)


def _is_after_date(predication: Predication, opening: int) -> bool:
    """Whether only a date stands before token `opening`: "In May 2014, in partnership with"."""
    grammar = predication.grammar
    return after_date(grammar, grammar.first + 1) + (grammar.word(opening - 1) == ",") >= opening
