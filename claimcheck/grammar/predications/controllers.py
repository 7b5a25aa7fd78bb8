"""Who does what an infinitive or an -ing form tells: Acme in "Acme agreed to buy", "After buying Orbit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.named_phrases import TOOLS, is_name
from claimcheck.grammar.phrases import classes_of
from claimcheck.grammar.predications.trigger import MAX_SUPPORT_GAP
from claimcheck.grammar.stepping import subject_after_opening
from claimcheck.grammar.verb_groups import BE, PREPOSITIONS
from claimcheck.lexicons.word_sets import WordSet, grammar_words

if TYPE_CHECKING:
    from claimcheck.grammar.phrases import Phrase
    from claimcheck.grammar.predications.trigger import Predication

_MAX_OPENING = 2  # tokens before an -ing form that opens a sentence: "prior to"
_OPENING_GERUNDS = WordSet("grammar/opening_gerund")
_WHO = frozenset({"WP", "WDT", "PRP"})  # tags
_HINDERING = WordSet("grammar/hindering")
_OFFERS = WordSet("grammar/offer")
_FROM = frozenset({"from", "by", "of"})


def controller(predication: Predication, start: int) -> Phrase | None:
    """The subject of an infinitive: Acme in "Acme agreed to buy", "Acme signed an agreement to buy"."""
    grammar = predication.grammar
    if _is_purpose(predication, start):
        return None
    before = grammar.phrase_until(start)
    if before is not None and not grammar.is_proper(before):
        # an infinitive that a noun governs: "its plan to buy", "signed an agreement to buy"
        if before.possessor is not None:
            return before.possessor
        if _is_tool_in_apposition(predication, before):
            return None
        verb = _verb_before(predication, before.first)
        if verb is not None and grammar.word(verb) in _HINDERING:
            return None  # "the regulator blocked a plan to buy Orbit": somebody else's
        if verb is not None and grammar.word(verb) in grammar_words("making able"):
            return before  # "enabling clients to invest"
        taker = grammar.phrase_until(before.first)
        if verb is not None and taker is not None and taker.first == verb + 1 and is_name(grammar, taker):
            return taker  # "awarded Orbit a contract to build"
        if verb is not None:
            is_tool = grammar.word(verb) in BE and not predication.passive and not grammar.is_ranked(before)
            is_tool = is_tool and grammar.word(before.first - 1) not in PREPOSITIONS  # "is in talks to buy"
            return None if is_tool else grammar.subject_of(verb)
    if before is not None and before.last == start and grammar.word(start) == "to":
        word, is_tool = (
            grammar.word(before.first - 1),
            before.label in TOOLS,
        )
        if not is_tool and (word in grammar_words("making do") or word in grammar_words("making able")):
            return before  # "asked Orbit to buy", and not "chose Django to build"
        if word in _FROM and _is_offered(predication, before):
            return before  # "an offer from Orbit to buy"
    found = grammar.subject_of(predication.first)
    if found is not None and found.last <= start and not _is_giver(predication, found):
        return found
    verb = _verb_before(predication, start)
    return grammar.subject_of(verb) if verb is not None else None


def _is_offered(predication: Predication, phrase: Phrase) -> bool:
    """Whether somebody stands behind what they want to do: Acme in "an offer from Acme"."""
    offer = predication.grammar.phrase_until(phrase.first - 1)
    return offer is not None and offer.noun in _OFFERS


def _is_giver(predication: Predication, phrase: Phrase) -> bool:
    """Whether money comes from somebody, for another to do something: "raised $5m from Acme to buy"."""
    grammar = predication.grammar
    if grammar.word(phrase.first - 1) != "from":
        return False
    end = grammar.ends[phrase.first - 2]
    return any(money.kind == "money" and money.end == end for money in grammar.sentence.quantities)


def _is_purpose(predication: Predication, start: int) -> bool:
    """Whether a deed is only what something is for: "is used to build", "a framework for building"."""
    grammar = predication.grammar
    before = grammar.word(start - 1)
    if grammar.tags[predication.first] == "VBG":
        return before == "for" and grammar.phrase_until(start - 1) is not None
    is_participle = grammar.tags[start - 1] in ("VBN", "VBD", "JJ")
    is_habit = grammar.word(start) == "to" and (
        grammar.word(start + 1) == "be"  # "used to be hosted"
        or (before == "used" and grammar.tags[max(start - 2, 0)] in _WHO)  # "who used to own"
    )
    return is_participle and before in grammar_words("serving a purpose") and not is_habit


def _is_tool_in_apposition(predication: Predication, phrase: Phrase) -> bool:
    """Whether an infinitive only tells what a thing beside its name is for: "Orbit, a tool to manage"."""
    grammar = predication.grammar
    return (
        phrase.is_indefinite
        and grammar.word(phrase.first - 1) == ","
        and not predication.passive
        and not grammar.is_ranked(phrase)
    )


def _verb_before(predication: Predication, i: int) -> int | None:
    """The nearest verb before token `i` with few words between."""
    grammar = predication.grammar
    for k in range(i - 1, max(grammar.first, i - 1 - MAX_SUPPORT_GAP) - 1, -1):
        if grammar.is_verb(k):
            return k
    return None


def subject_of_adjunct(predication: Predication, start: int) -> Phrase | None:
    """The subject of a bare -ing form: that of its clause, or the name right before it."""
    grammar = predication.grammar
    if _is_purpose(predication, start):
        return None
    beside = grammar.phrase_until(start)
    if beside is not None and is_name(grammar, beside):
        governor = grammar.word(beside.first - 1)
        if grammar.outermost(beside) is beside or governor in grammar_words("before a gerund"):
            return beside
    for k in range(start - 1, grammar.first, -1):
        if grammar.is_finite(k) and k not in grammar.names:
            return grammar.subject_of(k)
    return _subject_after_adjunct(predication, start) or grammar.subject_of(predication.first)


def _subject_after_adjunct(predication: Predication, start: int) -> Phrase | None:
    """The subject that follows what a sentence opens with: Acme in "After buying Orbit, Acme grew"."""
    grammar = predication.grammar
    if not opens_sentence(predication, start):
        return None
    found = subject_after_opening(grammar, predication.last)
    return found if found is None or is_name(grammar, found) or _points(predication, found) else None


def opens_sentence(predication: Predication, start: int) -> bool:
    """Whether an -ing form opens the sentence, behind a preposition of time or means or bare."""
    grammar = predication.grammar
    if grammar.tags[start] != "VBG":
        return False
    is_near = start - grammar.first <= _MAX_OPENING
    return start == grammar.first or (is_near and grammar.word(start - 1) in _OPENING_GERUNDS)


def _points(predication: Predication, phrase: Phrase) -> bool:
    """Whether a phrase stands for somebody who does things: "it", "the company"."""
    is_pronoun = predication.grammar.tags[phrase.head] == "PRP"
    return is_pronoun or (phrase.determiner == "the" and "organization" in classes_of(phrase))
