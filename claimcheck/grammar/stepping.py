"""Steps over a date, a quantity or a bracket, and to the end of a title or of what opens a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.phrases import QUOTES, Phrase
from claimcheck.grammar.verb_groups import MAX_GAP_TOKENS, PREPOSITIONS
from claimcheck.lexicons.word_sets import WordSet, grammar_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.dates.finding import DateExpression
    from claimcheck.grammar.clauses import SentenceGrammar
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.quantities.finding import Quantity

OPENING_BRACKETS = frozenset("([")
CLOSING_BRACKETS = frozenset(")]")
_TITLE_WORDS = 12  # of a title in quotation marks
_ARTICLES_OF_TITLES = frozenset({"The", "A", "An"})


def subject_after_opening(grammar: SentenceReading, start: int) -> Phrase | None:
    """The subject after the comma that ends what a sentence opens with."""
    for i in range(start, min(grammar.last, start + 2 * MAX_GAP_TOKENS)):
        if grammar.is_finite(i) and grammar.phrase_at(i) is None:
            return None
        if grammar.word(i) == ",":
            found = quoted_from(grammar, i + 1) or grammar.phrase_from(i + 1)
            if found is None or grammar.word(i + 1) in grammar_words("joining"):
                continue
            after = grammar.after_adverbs(found.last)
            if grammar.is_finite(after) or _is_joined_subject(grammar, after):
                return found
            if grammar.word(after) in OPENING_BRACKETS and grammar.is_finite(after_bracket(grammar, after)):
                return found
    return None


def _is_joined_subject(grammar: SentenceReading, i: int) -> bool:
    """Whether "and" at token `i` joins a subject to what stands before it, as in "Owned by Acme, Orbit and
    Comet grew", and not the last of a list: "Owned by Acme, Orbit and Comet, Sky grew".
    """
    if grammar.word(i) not in grammar_words("joining"):
        return False
    joined = grammar.phrase_from(i + 1)
    return joined is None or grammar.word(joined.last) not in _ENDS


_ENDS = frozenset({",", ";", ".", ""})


def quoted_from(grammar: SentenceReading, i: int) -> Phrase | None:
    """What stands between the quotation marks at token `i`, with them."""
    if i >= grammar.last or grammar.words[i] not in QUOTES:
        return None
    for k in range(i + 2, min(grammar.last, i + _TITLE_WORDS)):
        if grammar.words[k] in QUOTES and grammar.words[i + 1][:1].isupper():
            return Phrase(grammar.columns, i, k + 1, k - 1, grammar.names.get(k - 1))
    return None


def title_from(grammar: SentenceReading, i: int) -> Phrase | None:
    """The title that starts at token `i`, capitals and small words: "The Wind Will Carry Us"."""
    last = i
    for k in range(i, min(grammar.last, i + _TITLE_WORDS)):
        if grammar.words[k][:1].isupper():
            last = k + 1
        elif grammar.word(k) not in grammar_words("titular") or k == i:
            break
    return None if last == i else Phrase(grammar.columns, i, last, last - 1, grammar.names.get(last - 1))


def opening_title(grammar: SentenceGrammar, i: int) -> Phrase | None:
    """The title with small words that opens a sentence and ends before token `i`: "Gone with the Sea"."""
    first, last = grammar.first, i
    if grammar.words[first] in QUOTES:
        if grammar.words[last - 1] not in QUOTES:
            return None
        first, last = first + 1, last - 1
    if not 2 < last - first <= _TITLE_WORDS:
        return None
    words = grammar.words[first:last]
    small = [word for word in words[1:-1] if word.islower() and word.isalpha()]
    is_title = words[0][:1].isupper() and words[-1][:1].isupper()
    if not is_title or not small or any(word[0] in ",;:()" for word in words):
        return None
    if not all(word in PREPOSITIONS or word in grammar_words("titular") for word in small):
        return None
    start, end = grammar.starts[first], grammar.starts[last - 1]
    if any(start <= date.start < end for date in grammar.sentence.dates):
        return None  # "In 1990 Orbit was"
    return Phrase(grammar.columns, first, last, last - 1)


def title_until(grammar: SentenceReading, i: int) -> Phrase | None:
    """The title that ends before token `i`; a small word before a capital belongs to it only if a capital or
    an article stands before that: "Ann and the Frog", but not "Emma and" before "Persuasion".
    """
    first = i
    for k in range(i - 1, max(grammar.first - 1, i - _TITLE_WORDS), -1):
        word = grammar.word(k)
        if grammar.words[k][:1].isupper() or word in ("the", "a"):
            first = k if grammar.words[k][:1].isupper() else first
        elif grammar.tags[k] == "POS" and grammar.words[k - 2] in _ARTICLES_OF_TITLES:
            continue  # "The Miner's Son"; not of "Ann Lee's Emma"
        elif word not in grammar_words("titular") or (word in grammar_words("joining") and first == k + 1):
            break
    if first < i - 1 and _only_opens(grammar, first, i):
        first += 1
    return None if first == i else Phrase(grammar.columns, first, i, i - 1, grammar.names.get(i - 1))


def _only_opens(grammar: SentenceReading, first: int, last: int) -> bool:
    """Whether a word before a title only has the capital of its sentence: "In The Harp (1815), she"."""
    if grammar.tags[first] not in ("IN", "CC") or any(
        grammar.words[k][0].isalnum() for k in range(grammar.first, first)
    ):
        return False
    after = after_bracket(grammar, last) if grammar.word(last) in OPENING_BRACKETS else last
    return not grammar.is_finite(grammar.after_adverbs(after))


def after_quantity(grammar: SentenceReading, i: int) -> int:
    """The token after the quantity that starts at token `i`, if one does: "$40 million" is no phrase."""
    return _after(grammar, i, grammar.sentence.quantities)


def after_amount(grammar: SentenceReading, i: int) -> int:
    """The token after an amount at token `i` and what it is of: "a $5 million seed round | from"."""
    first = i + (i < grammar.last and grammar.tags[i] == "DT")
    after = after_quantity(grammar, first)
    counted = grammar.phrase_at(after - 1) if after > first else None
    return i if after == first else max(after, counted.last if counted is not None else after)


def _after(grammar: SentenceReading, i: int, things: Iterable[Quantity | DateExpression]) -> int:
    """The token after the one of these that stands at token `i`, if one does."""
    if i >= grammar.last:
        return i
    thing = next((thing for thing in things if thing.start <= grammar.starts[i] < thing.end), None)
    while thing is not None and i < grammar.last and grammar.starts[i] < thing.end:
        i += 1
    return i


_WEEKDAYS = WordSet("common/weekday")


def is_time(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is a date or a duration."""
    if phrase.noun in grammar_words("duration") or phrase.noun in _WEEKDAYS:
        return True
    dates, start = grammar.sentence.dates, grammar.starts[phrase.head]
    return any(date.start <= start < date.end for date in dates)


def after_date(grammar: SentenceReading, i: int) -> int:
    """The token after the date that starts at token `i`, if one does."""
    return _after(grammar, i, grammar.sentence.dates)


def with_joined_noun(grammar: SentenceGrammar, phrase: Phrase) -> Phrase:
    """A phrase that ends in an adjective before a comma, with its noun: "a large-scale, typed language"."""
    if grammar.word(phrase.last) != "," or not phrase.determiner or phrase.head == phrase.first:
        return phrase
    is_open_source = phrase.noun == "source" and grammar.word(phrase.head - 1) == "open"
    if grammar.words[phrase.head - 1] != "-" and not is_open_source:
        return phrase
    rest = grammar.phrase_at(min(phrase.last + 1, grammar.last - 1))
    if rest is None or rest.first != phrase.last + 1 or rest.is_named:
        return phrase
    is_bare = not rest.determiner and rest.possessor is None and grammar.tags[rest.head] == "NN"
    return rest._replace(first=phrase.first) if is_bare else phrase


def complement_from(grammar: SentenceReading, i: int) -> Phrase | None:
    """The phrase at token `i`, over words that say how many: "many of the retailers", "both Acme and"."""
    found = grammar.first_member_from(i) or counted_from(grammar, i)
    if found is None and grammar.word(i) in grammar_words("how many") and grammar.word(i + 1) == "of":
        found = grammar.phrase_from(i + 2)
    return None if found is None else with_joined_noun(grammar, without_duration(grammar, found))


def without_duration(grammar: SentenceReading, phrase: Phrase) -> Phrase:
    """A name without the duration that was read into it: Nasdaq of "on Nasdaq two years later"."""
    name = phrase.inner[-1] if phrase.inner and phrase.noun in grammar_words("duration") else None
    if name is None:
        return phrase
    last = phrase.head
    while last > phrase.first and grammar.names.get(last - 1) is not name:
        last -= 1
    is_counted = grammar.starts[last] == next(
        (quantity.start for quantity in grammar.sentence.quantities if quantity.start >= name.end), None
    )
    return phrase._replace(last=last, head=last - 1, name=name, inner=()) if is_counted else phrase


def rest_of_phrase(grammar: SentenceReading, i: int) -> Phrase | None:
    """The phrase from token `i` on, where it took in what leads to it: Orbit in "fine-tuned using Orbit"."""
    whole = grammar.phrase_at(i) if i < grammar.last else None
    if whole is None or not whole.first < i <= whole.head:
        return None
    start = grammar.starts[i]
    return whole._replace(first=i, inner=tuple(name for name in whole.inner if name.start >= start))


def counted_from(grammar: SentenceReading, i: int) -> Phrase | None:
    """The counted things after words that limit the number: "tokens" of "up to 3 trillion tokens"."""
    after = after_quantity(grammar, i)
    found = next((phrase for k in range(i, after) if (phrase := grammar.phrase_at(k)) is not None), None)
    if found is not None and found.last < grammar.last and grammar.tags[found.last] == "POS":
        return grammar.phrase_from(found.last + 1) or found  # "two of the hospital's surgeons"
    return found


def before_quantity(grammar: SentenceReading, i: int) -> int:
    """The first token of the quantity that ends before token `i`, or `i`."""
    for quantity in grammar.sentence.quantities:
        if i > grammar.first and quantity.start <= grammar.starts[i - 1] < quantity.end:
            while i > grammar.first and grammar.starts[i - 1] >= quantity.start:
                i -= 1
            return i
    return i


def after_bracket(grammar: SentenceReading, i: int) -> int:
    """The token after the bracket that opens at token `i`."""
    close = i
    while close < grammar.last and grammar.words[close] not in CLOSING_BRACKETS:
        close += 1
    return min(close + 1, grammar.last)


_POINTING_AT_TIME = WordSet("common/pointing_at_time")
_TIMES_POINTED_AT = WordSet("quantities/counted_off")


def is_pointed_time(grammar: SentenceGrammar, phrase: Phrase) -> bool:
    """Whether a phrase is a time told from today: "last year", "this week"."""
    first = phrase.first
    is_pointed = grammar.lowers[first] in _POINTING_AT_TIME and phrase.last == first + 2
    return is_pointed and grammar.lowers[first + 1] in _TIMES_POINTED_AT


def _is_day_before_name(grammar: SentenceGrammar, i: int) -> bool:
    """Whether a weekday stands before a name and is no part of it: "On Monday | Acme bought"."""
    is_day = grammar.lowers[i] in _WEEKDAYS and i not in grammar.names
    return is_day and grammar.words[i + 1][:1].isupper()


def without_date(grammar: SentenceGrammar, phrase: Phrase) -> Phrase:
    """A phrase without the date that a preposition put before it ("In 2008 | Acme bought"), or without the
    time that needs none: "This summer | analyst Ann Lee said".
    """
    dates = grammar.sentence.dates
    first = phrase.first
    if first + 2 <= phrase.head and grammar.lowers[first] in _POINTING_AT_TIME:
        first += 2 if grammar.lowers[first + 1] in _TIMES_POINTED_AT else 0
    while dates and first < phrase.head and any(d.start <= grammar.starts[first] < d.end for d in dates):
        first += 1
    if 0 < first < phrase.head and grammar.lowers[first - 1] == "on" and _is_day_before_name(grammar, first):
        first += 1
    return phrase if first == phrase.first else phrase._replace(first=first)
