"""The slots behind prepositions and other small words: "by Acme", "from Orbit", "with money from"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.named_phrases import is_name
from claimcheck.grammar.predications.members import items_from, listed_from
from claimcheck.grammar.stepping import (
    OPENING_BRACKETS,
    after_amount,
    after_bracket,
    after_date,
    after_quantity,
    complement_from,
    is_time,
    rest_of_phrase,
)
from claimcheck.grammar.verb_groups import MAX_GAP_TOKENS, PREPOSITIONS
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase
    from claimcheck.grammar.predications.trigger import Predication

_TOGETHER = WordSet("grammar/together")
_AGENT = ("by",)
_GOING_ON = WordSet("grammar/going_on")
_BREAKS = frozenset(";:")


def find_by(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """Who does what a passive or a noun tells: Acme in "bought by Acme", "the purchase by Acme"."""
    if not predication.is_verb:
        yield from _complement_of_noun(predication, _AGENT)
        return
    if _makes_so(predication):
        return
    found = _complement(predication, predication.last, _AGENT, MAX_GAP_TOKENS)
    while found is not None:
        members = listed_from(predication, found)
        yield from members
        found = _repeated(predication, members[-1].last, _AGENT)


_BECOME = ("JJ", "JJR", "NN", "VBN")


def _makes_so(predication: Predication) -> bool:
    """Whether a verb tells what something became and not that it was made: "was made redundant by Acme"."""
    grammar = predication.grammar
    i = grammar.after_adverbs(predication.last)
    if not predication.passive or i >= grammar.last or grammar.tags[i] not in _BECOME:
        return False
    return grammar.deps[i] == "xcomp" and grammar.columns.heads[i] == predication.first


def find_prep(predication: Predication, words: tuple[str, ...]) -> Iterator[Phrase]:
    """What stands behind one of the prepositions, repeated ones too."""
    if not predication.is_verb:
        yield from _complement_of_noun(predication, words)
        return
    start = predication.last
    if not predication.passive:
        following = predication.slot("object")
        own = (member.last for member in following if predication.grammar.word(member.last) in words)
        start = next(own, following[-1].last) if following else after_amount(predication.grammar, start)
        is_of = predication.grammar.word(start) == "of" and "of" not in words
        if is_of and after_quantity(predication.grammar, start + 1) > start + 1:
            start += 1  # "raised a total of $5 million from", not "holds 20 percent of Orbit"
        start = _after_rest(predication, start)
    found = _near(predication, start, words)
    if found is not None and (_is_of_agent(predication, found) or _is_to_do(predication.grammar, found)):
        return
    while found is not None:
        members = listed_from(predication, found)
        yield from members
        found = _repeated(predication, members[-1].last, words)


def _complement_of_noun(predication: Predication, words: tuple[str, ...]) -> Iterator[Phrase]:
    phrase = predication.noun_phrase
    if phrase is None or phrase.head != predication.last - 1:
        return
    found = _near(predication, phrase.last, words)
    if found is not None:
        yield from listed_from(predication, found)


def find_of(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """What "of" joins to the noun itself: Acme in "the merger of Acme with Orbit"."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    found = grammar.phrase_from(predication.last + 1) if grammar.word(predication.last) == "of" else None
    if phrase is not None and phrase.head == predication.last - 1 and found is not None:
        yield from listed_from(predication, found)


def _is_of_agent(predication: Predication, phrase: Phrase) -> bool:
    """Whether "at" only tells where those work who do it: "developed by researchers at Acme"."""
    if predication.grammar.word(phrase.first - 1) != "at" or not predication.passive:
        return False
    agents = predication.slot("by")
    return (
        bool(agents) and agents[-1].last == phrase.first - 1 and not is_name(predication.grammar, agents[-1])
    )


def _is_to_do(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether "for" only tells who is to do something: "paid $5 million for Acme to leave"."""
    if grammar.word(phrase.first - 1) != "for" or grammar.word(phrase.last) != "to":
        return False
    return phrase.last + 1 < grammar.last and grammar.tags[phrase.last + 1] == "VB"


def _after_rest(predication: Predication, i: int) -> int:
    """The token after what still belongs to an object that ends before token `i`.

    "a $13 million Series | A round", "cloud | hosting".
    """
    grammar = predication.grammar
    if i >= grammar.last or i == predication.last:
        return i
    rest = grammar.phrase_at(i)
    if rest is not None and rest.first == i and rest.determiner and grammar.words[i][:1].isupper():
        return rest.last if not rest.is_named else i
    is_deed = grammar.tags[i] == "VBG" and grammar.tags[i - 1] == "NN"
    return i + 1 if is_deed and grammar.word(i + 1) in PREPOSITIONS else i


def _repeated(predication: Predication, i: int, prepositions: tuple[str, ...]) -> Phrase | None:
    """What a further preposition joins: "on the Amiga and later for Windows", "on A for data and on B".

    Also "not by A but by B", "on A but not on B", where the scope of "not" tells them apart; not behind an
    object, "has a majority in A but not in B", nor what is less than told: "by A, hardly by B".
    """
    grammar = predication.grammar
    joining = grammar_words("joining") - {","}
    if predication.passive or not predication.slot("object"):
        joining |= {"but"}
    i = _after_purpose(predication, i, prepositions)
    k = i + (grammar.word(i) == ",")
    k += grammar.word(k) in joining
    adverbs = range(k, grammar.after_adverbs(k))
    k = adverbs.stop
    if k == i or grammar.word(k) not in prepositions:
        return None
    if any(grammar.word(adverb) not in _GOING_ON for adverb in adverbs):
        return None
    found = grammar.phrase_from(k + 1)
    is_new = found is not None and found.first == k + 1
    return found if is_new and found is not None and not is_time(predication.grammar, found) else None


def _after_purpose(predication: Predication, i: int, prepositions: tuple[str, ...]) -> int:
    """The token after what another preposition joins to a member, where "and" follows; else token `i`."""
    grammar = predication.grammar
    if grammar.word(i) not in PREPOSITIONS or grammar.word(i) in prepositions:
        return i
    inner = grammar.phrase_from(i + 1)
    after = after_date(grammar, i + 1)
    if after == i + 1 and inner is not None and inner.first == i + 1:
        after = inner.last
    is_joined = grammar.word(after + (grammar.word(after) == ",")) in grammar_words("joining") - {","}
    return after if after > i + 1 and is_joined else i


def _near(predication: Predication, start: int, prepositions: tuple[str, ...]) -> Phrase | None:
    """The phrase after one of the prepositions, over adverbs, brackets and other such phrases."""
    grammar, i = predication.grammar, start
    i = _after_apposition(predication, i, prepositions)
    for _ in range(5):
        i = grammar.after_adverbs(i)
        if grammar.word(i) not in prepositions:  # "14% of Acme" is one quantity
            after = after_quantity(grammar, i)
            counted = grammar.phrase_at(after - 1) if after > i and after < grammar.last else None
            i = max(after, counted.last) if counted is not None and counted.first < after else after
        if grammar.word(i) == "," and (
            grammar.word(grammar.after_adverbs(i + 1)) in (*PREPOSITIONS, *prepositions)
        ):
            if not predication.is_verb and grammar.word(i + 1) == "to":
                return None  # "sold Orbit, its Norwegian unit, to Acme"
            i = grammar.after_adverbs(i + 1)
        if grammar.word(i) in OPENING_BRACKETS:
            i = after_bracket(grammar, i)
        for preposition in prepositions:
            words = preposition.split()
            before = grammar.word(i - 1)
            if before in _TOGETHER and f"{before} {preposition}" not in prepositions:
                continue  # "built a plant together with Acme"
            if all(grammar.word(i + k) == word for k, word in enumerate(words)):
                found = complement_from(grammar, i + len(words))
                if found is None and grammar.tags[i] == "VBG":
                    found = rest_of_phrase(grammar, i + len(words))
                if found is None or not is_time(grammar, found):
                    return found
                if grammar.word(found.last) == "of":  # "60,000 hours of speech"
                    return grammar.phrase_from(found.last + 1)
        if not predication.is_verb and grammar.word(i) in grammar_words("joining"):
            also = grammar.phrase_from(i + 1)  # "a subsidiary and brand of Acme"
            if also is None or is_name(grammar, also):
                return None
            i = also.last
            continue
        if grammar.word(i) not in PREPOSITIONS and grammar.tags[min(i, grammar.last - 1)] != "IN":
            return None
        passed = grammar.phrase_from(i + 1)
        if passed is not None and passed.noun in grammar_words("sharing"):
            return None  # "in collaboration with": the preposition is the noun's
        after = after_date(grammar, i + 1)
        if after == i + 1:
            after = i + 1 if passed is None else passed.last
        if after == i + 1:
            return None
        i = after
    return None


def _after_apposition(predication: Predication, i: int, prepositions: tuple[str, ...]) -> int:
    """The token after what commas put behind an object: "sold Orbit, its Norwegian unit, | to Acme"."""
    grammar = predication.grammar
    apposed = grammar.phrase_from(i + 1) if predication.is_verb and grammar.word(i) == "," else None
    if apposed is None or i == predication.last:
        return i
    if apposed.name is not None:  # "sold its Norwegian unit, Orbit, | to Acme"
        thing = grammar.phrase_until(i)
        if thing is None or thing.last != i or is_name(grammar, thing) or apposed.name.label == "person":
            return i
    first = apposed.first_with_possessor
    end = grammar.extended(apposed)
    is_whole = first == i + 1 and grammar.word(end) == "," and grammar.word(end + 1) in prepositions
    return end + 1 if is_whole else i


def _complement(predication: Predication, start: int, words: tuple[str, ...], limit: int) -> Phrase | None:
    """The phrase after the first of the words, before the next clause."""
    grammar = predication.grammar
    for i in range(start, min(grammar.last, start + limit)):
        word = grammar.word(i)
        if word in words:
            if words == _AGENT and (
                _is_of_other_deed(predication, i, start) or _is_of_source(grammar, i, start)
            ):
                return None
            found = complement_from(grammar, i + 1)  # also "by more than 300 firms, including Acme"
            if found is not None:
                return found
        if word in _BREAKS or (grammar.tags[i] in FINITE and grammar.phrase_at(i) is None):
            return None
        if word in grammar_words("joining") and grammar.is_verb(grammar.after_adverbs(i + 1)):
            if i == start and predication.passive:
                continue  # "was bought and privatised by": both share it
            return None  # "was sold in 2003 and renamed by"
    return None


def _is_of_other_deed(predication: Predication, by: int, start: int) -> bool:
    """Whether "by" belongs to a participle after a noun: "was trained on a corpus written | by Acme"."""
    grammar = predication.grammar
    if by - 2 > start and grammar.tags[by - 1] == "VBN" and grammar.word(by - 2) == ",":
        return True  # "licensed to Velda, owned | by Acme"
    return (
        by - 2 >= start
        and grammar.tags[by - 1] == "VBN"
        and grammar.phrase_until(by - 1) is not None
        and grammar.word(by - 2) not in grammar_words("joining")
    )


def _is_of_source(grammar: SentenceReading, by: int, start: int) -> bool:
    """Whether "by" stands within who reports the deed: "founded in 1990, according to a post | by Ann"."""
    verb_end, at = grammar.starts[start], grammar.starts[by]
    sources = (report.source for report in grammar.document.reports)
    return any(source is not None and verb_end <= source[0] < at < source[1] for source in sources)


def find_stranded(predication: Predication, words: tuple[str, ...]) -> Iterator[Phrase]:
    """What a preposition left behind means: "the data (that) it was trained on"."""
    grammar, verb = predication.grammar, predication.first
    if grammar.word(verb + 1) not in words or grammar.phrase_from(verb + 2) is not None:
        return
    subjects = predication.slot("subject")
    if not subjects or subjects[0].first <= grammar.first:
        return
    thing = subjects[0]
    before = thing.first - (grammar.word(thing.first - 1) in grammar_words("pronoun"))
    means = grammar.phrase_until(before)
    if means is None:
        return
    for i in range(verb + 2, min(grammar.last, verb + 2 * MAX_GAP_TOKENS)):
        if grammar.word(i) in grammar_words("listing") and grammar.is_finite(i):
            yield from items_from(predication, i + 1)
            return
    yield means


def find_copula(predication: Predication, words: tuple[str, ...]) -> Iterator[Phrase]:
    """The place of "its headquarters are in Lyon"."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    if phrase is None or phrase.head != predication.last - 1:
        return
    for start in dict.fromkeys((phrase.last, grammar.extended(phrase))):
        if grammar.word(start) in grammar_words("listing") and grammar.is_finite(start):
            found = _near(predication, start + 1, words)
            if found is not None:
                yield from listed_from(predication, found)
            return


def find_later(predication: Predication, words: tuple[str, ...]) -> Iterator[Phrase]:
    """The phrase after words that come later in the clause: "led by A, with participation from B"."""
    grammar = predication.grammar
    i = predication.last
    while i < min(grammar.last, predication.last + 4 * MAX_GAP_TOKENS):
        if grammar.tags[i] in FINITE or grammar.word(i) == ";":
            return
        parts = next(
            (
                parts
                for parts in map(str.split, words)
                if all(grammar.word(i + k) == word for k, word in enumerate(parts))
            ),
            [],
        )
        found = grammar.phrase_from(i + len(parts)) if parts else None
        i += 1
        if found is not None:
            members = listed_from(predication, found)
            yield from members
            i = max(i, members[-1].last) if members else i
