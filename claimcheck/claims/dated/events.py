"""What a date dates: the verb or the noun that it belongs to."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.claims.changes.words import load_change_words
from claimcheck.claims.dated.openings import OWN_TIMES, SHIFTING, noun_after, opens_sentence
from claimcheck.dates.contexts import happens
from claimcheck.grammar.antecedents.pronoun_places import OWNERS, PRONOUNS
from claimcheck.grammar.noun_phrases import case_of
from claimcheck.grammar.phrases import QUOTES
from claimcheck.grammar.stepping import subject_after_opening
from claimcheck.grammar.subjects.syntactic import is_event
from claimcheck.grammar.verb_groups import BE, HAVE, MAX_GAP_TOKENS
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.notation.datelines import end_of_dateline
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.dates.finding import DateExpression
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.grammar.phrases import Phrase
    from claimcheck.mentions import Sentence


class Event(NamedTuple):
    """What a date dates: the words, the verb among them if it is one, and its subject where that is sure."""

    text: str | None
    verb: int | None = None
    subject: Phrase | None = None


# The event


def event_of(grammar: SentenceReading, date: DateExpression) -> Event:
    """The verb or noun that the date belongs to."""
    if not grammar.columns.is_parsed:
        return Event(None)
    noun_end = noun_after(grammar, date)
    dated = grammar.document.text[date.end : noun_end].strip() if noun_end is not None else ""
    if dated and dated.rsplit(" ", 1)[-1].lower() not in _MERE_TIMES:
        return Event(dated)
    columns = grammar.columns
    span = columns.span(date.start, date.end)
    if span is None:
        return Event(None)
    named = _named_event(grammar, date) or _state_behind_noun(grammar, date)
    named = named or _dated_event(grammar, span, date) or _event_in_subject(grammar, span, date)
    if named is not None:
        return named
    beside = _verb_behind_and(grammar, span, date) or _verb_beside(grammar, span[0], date)
    beside = beside or _fronted_verb(grammar, span[0])
    beside = beside or _perfect_before(grammar, span[0], date)
    if beside is not None:
        return Event(_with_prefix(grammar, beside), beside)
    fronted = _fronted_event(grammar, date, span[1])
    if fronted is not None:
        return fronted
    above = _event_above(grammar, span, date)
    if above is not None:
        return above
    verb = _main_verb(grammar, span[1])
    if (
        verb is not None and date.phrase_start <= grammar.starts[verb] < date.end
    ):  # "In the year ended 31 May"
        verb = next((i for i in range(span[1], grammar.last) if grammar.is_finite(i)), None)
    if verb is None:
        return Event(None)
    verb = _main_of_group(grammar, verb)
    return Event(_with_prefix(grammar, verb), verb)


def _event_above(grammar: SentenceReading, span: Offsets, date: DateExpression) -> Event | None:
    """The first verb or noun above a date in the tree that can have happened then."""
    columns = grammar.columns
    token = columns.root(*span)
    for _ in range(8):
        head = columns.heads[token]
        if head == token or not grammar.first <= head < grammar.last:
            break
        token = head
        if token == span[1] and grammar.tags[token] == "VBG" and columns.heads[token] < span[0]:
            continue  # "published a report in 1973 recommending a port": a date is of what stands before it
        if span[0] <= token < span[1] or _is_amount(grammar, token) or _is_in_date(grammar, token):
            continue
        if _is_in_passing(grammar, token, span[0]):
            continue
        tag = grammar.tags[token]
        if columns.pos[token] in ("VERB", "AUX") or tag.startswith("VB") or columns.has_child(token, "cop"):
            token = _main_of_group(
                grammar, token if token not in grammar.names else _copula_of(grammar, token)
            )
            return Event(_with_prefix(grammar, token), token)
        is_noun = tag in ("NN", "NNS") and grammar.deps[token] != "nummod" and not grammar.doc[token].like_num
        is_mere_time = grammar.lowers[token] in _MERE_TIMES and not grammar.deps[token].startswith("nsubj")
        if is_mere_time or (is_noun and _is_no_event(grammar, token, date)):
            continue
        if is_noun or (date.relation == "of" and tag in ("NNP", "NNPS") and happens(grammar.lowers[token])):
            return Event(grammar.words[token])  # "the Harbour Deal of 2015", with its noun taken for a name
    return None


def _is_no_event(grammar: SentenceReading, noun: int, date: DateExpression) -> bool:
    return _is_what_a_verb_did(grammar, noun, date) or _is_how_long(grammar, noun)


def _is_in_passing(grammar: SentenceReading, verb: int, first: int) -> bool:
    """Whether a participle stands between commas before a date: "fell, seasonally adjusted, in May"."""
    before = verb - 1 - (grammar.tags[verb - 1] == "RB")
    if verb >= first or before <= grammar.first or grammar.tags[verb] not in ("VBN", "VBD"):
        return False
    return grammar.word(before) == "," and grammar.word(verb + 1) == ","


def _event_in_subject(grammar: SentenceReading, span: Offsets, date: DateExpression) -> Event | None:
    """The event behind a preposition that a date ends the words of, right before the verb of the whole:
    "Those hurt in the riot in Lyon in 2007 agreed to settle".
    """
    verb = grammar.after_adverbs(span[1])
    if date.relation not in _AT_A_TIME or verb >= grammar.last or not grammar.is_finite(verb):
        return None
    place = bisect_left(grammar.starts, date.phrase_start, grammar.first, grammar.last)
    for _ in range(_PLACES_BETWEEN):
        phrase = grammar.phrase_until(place)
        if phrase is None or phrase.last != place or phrase.first <= grammar.first:
            return None
        place = phrase.first - 1
        if grammar.tags[place] != "IN":
            return None
        if grammar.lowers[place] in _TELLING_OF:
            return None  # "A book about the war in 1990 won a prize"
        if _is_happening(grammar, phrase.head) and phrase.name is None:
            return Event(grammar.words[phrase.head])
    return None


_TELLING_OF = frozenset({"about", "of", "on", "for"})


_PLACES_BETWEEN = 3
"""Phrases that may stand between an event and its date: "in the riot in Lyon in 2007"."""


def _is_in_date(grammar: SentenceReading, token: int) -> bool:
    """Whether a token is part of a date: "1970s" in "in the 1970s and 1980s"."""
    place = grammar.starts[token]
    return any(date.start <= place < date.end for date in grammar.sentence.dates)


def _is_how_long(grammar: SentenceReading, noun: int) -> bool:
    """Whether a noun only says for how long something was: "stayed for a few weeks in May"."""
    return grammar.lowers[noun] in _STRETCHES and case_of(grammar.columns, noun) == "for"


_STRETCHES = WordSet("grammar/time_unit")


def _is_what_a_verb_did(grammar: SentenceReading, noun: int, date: DateExpression) -> bool:
    """Whether a noun is no event but what a verb before it did something to, or where: "cut 450 jobs in the
    spring", "founded Orbit in a garage in Oslo in 2016".
    """
    relation, lower = grammar.deps[noun], grammar.lowers[noun]
    if date.relation not in _AT_A_TIME:
        return False
    is_place = relation == "obl" and case_of(grammar.columns, noun) in _IN_A_PLACE
    if not (relation == "obj" or is_place):
        return False
    if happens(lower) or is_event(lower) or lower in load_change_words():
        return False
    head = grammar.columns.heads[noun]
    return head < noun and grammar.tags[head] in FINITE


_AT_A_TIME = frozenset({None, "at", "between", "during", "in", "on"})
_IN_A_PLACE = WordSet("date/in_a_place")


def _copula_of(grammar: SentenceReading, name: int) -> int:
    """The verb that says who somebody was, a name being no event: "The captain was Ann Lee until 1990"."""
    columns = grammar.columns
    return next((child for child in columns.lefts(name) if columns.deps[child] == "cop"), name)


def _named_event(grammar: SentenceReading, date: DateExpression) -> Event | None:
    """What happened to whom, where a noun right before the date says it and a preposition leads to the noun.

    "Following Lee's death in 1896, Ray took over", "since the release of Orbit in 2004"; of "announced the
    release of Orbit in 2004" it is the verb.
    """
    opening = bisect_left(grammar.starts, date.phrase_start, grammar.first, grammar.last)
    phrase = grammar.phrase_until(opening)
    if phrase is None:
        return None
    outer, owner = phrase, phrase.possessor
    if grammar.lowers[phrase.head] not in OF_SOMEBODY:
        before = grammar.phrase_until(phrase.first - 1) if grammar.word(phrase.first - 1) == "of" else None
        if before is None or grammar.lowers[before.head] not in OF_SOMEBODY:
            return None
        outer, owner = before, phrase
    if owner is None and _belongs_to_pronoun(grammar, outer):  # "was president until his death in 1899"
        return Event(grammar.words[outer.head], subject=_told_owner(grammar, outer))
    if owner is None:
        return None
    first = min(outer.first, owner.first)
    if first > grammar.first and grammar.word(first - 1) not in _BEFORE_AN_EVENT:
        return None
    return Event(grammar.words[outer.head], subject=owner)


def _belongs_to_pronoun(grammar: SentenceReading, noun: Phrase) -> bool:
    """Whether a preposition of time behind a verb leads to what happened to "him" or "it"; one that opens the
    sentence looks ahead: "Since its founding in 1857, the Bee has grown".
    """
    if grammar.tags[noun.first] != "PRP$" or grammar.word(noun.first - 1) not in _BESIDE_EVENT:
        return False
    return any(grammar.is_finite(i) for i in range(grammar.first, noun.first))


def _told_owner(grammar: SentenceReading, noun: Phrase) -> Phrase:
    """Whose event it is, as the clause before calls them: "He" of "He led it until his death", else the
    pronoun that owns it: "The rooms were painted after his death".
    """
    columns = grammar.columns
    subjects = [i for i in range(grammar.first, noun.first) if columns.deps[i].startswith("nsubj")]
    owner = OWNERS.get(columns.lowers[noun.first])
    agrees = subjects and owner is not None and PRONOUNS.get(columns.lowers[subjects[-1]]) == owner
    token = subjects[-1] if agrees else noun.first
    return noun._replace(first=token, last=token + 1, head=token, name=None)


def _state_behind_noun(grammar: SentenceReading, date: DateExpression) -> Event | None:
    """What an adjective right before a date says of the noun before it: "issued notes due in 2024", "paid a
    dividend of $0.31, payable on 15 May".
    """
    state = bisect_left(grammar.starts, date.phrase_start, grammar.first, grammar.last) - 1
    if state <= grammar.first or grammar.lowers[state] not in _STATES:
        return None
    last = state - (grammar.word(state - 1) == ",")
    priced = next((q for q in grammar.sentence.quantities if q.end == grammar.ends[last - 1]), None)
    if priced is not None:
        last = bisect_left(grammar.starts, priced.start, grammar.first, grammar.last)
        last -= grammar.word(last - 1) == "of"
    phrase = grammar.phrase_until(last)
    if phrase is None or phrase.last != last:
        return None
    return Event(grammar.words[state], subject=grammar.outermost(phrase) or phrase)


_STATES = WordSet("date/state_behind_noun")
_BESIDE_EVENT = WordSet("date/beside_event")
_BEFORE_AN_EVENT = WordSet("date/before_event")
OF_SOMEBODY = WordSet("date/event_of_somebody")


def _dated_event(grammar: SentenceReading, span: Offsets, date: DateExpression) -> Event | None:
    """An event that its own date names, or one that is only put in order: what stands before is not dated.

    "The fund was set up for the June 2011 attacks", "Sales fell, following a drop in May".
    """
    behind = grammar.phrase_at(span[1]) if span[1] < grammar.last else None
    if behind is not None and behind.first <= span[0] and behind.name is None:
        is_noun = grammar.tags[behind.head] in ("NN", "NNS")
        if is_noun and date.relation not in _AT_A_TIME and _is_happening(grammar, behind.head):
            return Event(grammar.words[behind.head])
    opening = bisect_left(grammar.starts, date.phrase_start, grammar.first, grammar.last)
    before = grammar.phrase_until(opening)
    if before is None or before.last != opening:
        return None
    if date.relation == "from" and grammar.lowers[before.head] in load_change_words():
        return Event(grammar.words[before.head])  # "a 14 percent jump from May 2015"
    if date.relation not in _AT_A_TIME:
        return None
    is_in_order = grammar.word(before.first - 1) in _PUT_IN_ORDER and before.first > grammar.first
    if not (is_in_order and before.name is None and _is_happening(grammar, before.head)):
        return None
    is_change = grammar.lowers[before.head] in load_change_words()
    return Event(grammar.words[before.head], subject=None if is_change else before)


def _is_happening(grammar: SentenceReading, noun: int) -> bool:
    lower = grammar.lowers[noun]
    return any(lower in words for words in (_EVENT_NOUNS, OF_SOMEBODY, load_change_words())) or happens(lower)


_EVENT_NOUNS = WordSet("date/event_noun")
_MERE_TIMES = WordSet("date/mere_time")
_PUT_IN_ORDER = WordSet("date/put_in_order")


def _main_of_group(grammar: SentenceReading, verb: int) -> int:
    """The verb that an auxiliary helps: "released" of "is now released"."""
    for _ in range(4):
        is_helping = grammar.word(verb) in BE or grammar.word(verb) in HAVE or grammar.tags[verb] == "MD"
        following = grammar.after_adverbs(verb + 1)
        if not is_helping or following >= grammar.last or not grammar.tags[following].startswith("VB"):
            break
        verb = following
    return verb


def _fronted_event(grammar: SentenceReading, date: DateExpression, following: int) -> Event | None:
    """The verb of the clause that a date opens, right behind its subject, whatever the tree says.

    "In 2020, we had fewer answers", "April 7 2023: Lanterna 23 is released".
    """
    if not opens_sentence(grammar, date) or grammar.words[min(following, grammar.last - 1)][0].isalnum():
        return None
    shifted = _behind_shift(grammar, following)  # "On 15 May, days before he left, Ray helped"
    following = following if shifted is None else shifted
    for i in range(following, min(following + MAX_GAP_TOKENS, grammar.last - 2)):
        if grammar.is_finite(i):
            return None
        if grammar.words[i] not in (",", ":"):
            continue
        subject = grammar.phrase_from(i + 1)
        if subject is None or (subject.noun in OWN_TIMES and grammar.word(subject.last) == ","):
            continue  # "In June, for the first time, we", "In 2003, his first year, he"
        if subject.noun in grammar_words("duration") and grammar.word(subject.last) in SHIFTING:
            continue  # "In 1550, a year after her death, the poems appeared"
        verb = _behind_remark(grammar, grammar.after_adverbs(grammar.extended(subject)))
        if not grammar.is_finite(verb):
            return None
        verb = _main_of_group(grammar, verb)
        if not grammar.words[verb][0].isalnum():
            return None  # the hyphen of "co-founded" may have the tag of a verb
        if grammar.word(verb + 1) in (",", "that", *QUOTES):
            return None  # "In 2020, she said, the mill closed"
        after = grammar.after_adverbs(verb + 1)
        is_state = grammar.word(verb) in BE and after < grammar.last and grammar.tags[after] == "JJ"
        if is_state and grammar.phrase_at(after) is None:
            return Event(grammar.words[after], verb, subject)  # "the channels were available"
        return Event(_with_prefix(grammar, verb), verb, subject)
    return None


def _behind_shift(grammar: SentenceReading, comma: int) -> int | None:
    """The comma that ends a clause which counts time from a date: ", days before he left,"."""
    span = grammar.phrase_from(comma + 1) if grammar.word(comma) == "," else None
    if span is None or span.noun not in grammar_words("duration") or grammar.word(span.last) not in SHIFTING:
        return None
    end = min(span.last + MAX_GAP_TOKENS, grammar.last)
    return next((i for i in range(span.last, end) if grammar.word(i) == ","), None)


def _behind_remark(grammar: SentenceReading, place: int) -> int:
    """The verb behind a remark between commas that opens at a place, else that place: ", Lind said, had"."""
    speaker = grammar.phrase_from(place + 1) if grammar.word(place) == "," else None
    if speaker is None:
        return place
    cue = grammar.after_adverbs(grammar.extended(speaker))
    is_remark = cue < grammar.last and grammar.is_finite(cue) and grammar.word(cue + 1) == ","
    verb = grammar.after_adverbs(cue + 2)
    return verb if is_remark and verb < grammar.last and grammar.is_finite(verb) else place


def _with_prefix(grammar: SentenceReading, verb: int) -> str:
    """A verb with what a hyphen joins to it: "co-founded"."""
    first = verb
    while first - 2 >= grammar.first and grammar.words[first - 1] == "-" and not grammar.spaced[first - 2]:
        first -= 2
    last = verb
    while last + 2 < grammar.last and grammar.words[last + 1] == "-" and not grammar.spaced[last]:
        last += 2
    return grammar.document.text[grammar.starts[first] : grammar.ends[last]]


def _fronted_verb(grammar: SentenceReading, first: int) -> int | None:
    """The participle that opens a sentence, for a date before its first comma: "Built as a fort in 1320,"."""
    verb = grammar.first + (grammar.words[grammar.first] in QUOTES)
    if grammar.tags[verb] not in ("VBN", "VBD") or verb in grammar.names or verb >= first:
        return None
    between = range(verb + 1, first)
    is_one_clause = not any(grammar.word(i) == "," or grammar.is_finite(i) for i in between)
    return verb if is_one_clause and subject_after_opening(grammar, first) is not None else None


def _is_amount(grammar: SentenceReading, token: int) -> bool:
    """Whether a token belongs to an amount, which the date does not date: "$65 million in 2018"."""
    start = grammar.starts[token]
    return grammar.doc[token].like_num or any(
        q.start <= start < q.end and q.kind != "count" for q in grammar.sentence.quantities
    )


def _verb_beside(grammar: SentenceReading, first: int, date: DateExpression) -> int | None:
    """The verb right before the date's preposition."""
    i = first - 1
    while i >= grammar.first and grammar.starts[i] >= date.phrase_start:
        i -= 1
    if (
        i >= grammar.first
        and grammar.tags[i] in ("VBN", "VBD", "VBZ", "VBP", "VBG", "VB")
        and i not in grammar.names
    ):
        return i
    return None


def _verb_behind_and(grammar: SentenceReading, span: Offsets, date: DateExpression) -> int | None:
    """The verb right behind a date that a conjunction leads to: "He fell ill and, in June 2001, left"."""
    opening = bisect_left(grammar.starts, date.phrase_start, grammar.first, grammar.last)
    before = opening - 1 - (grammar.word(opening - 1) == ",")
    verb = grammar.after_adverbs(span[1] + (grammar.word(span[1]) == ","))
    if before <= grammar.first or grammar.word(before) not in _AND or verb >= grammar.last:
        return None
    if date.relation is None or _is_in_date(grammar, before - 1):
        return None  # "in 1997 and 1998, has been"
    if not grammar.is_finite(verb) or verb in grammar.names:
        return None
    main = _main_of_group(grammar, verb)
    return None if grammar.word(main) in BE else main  # "and in 1564 was the site": it is what it was


_AND = frozenset({"and", "but", "then"})


def _perfect_before(grammar: SentenceReading, first: int, date: DateExpression) -> int | None:
    """The perfect that "since" belongs to, where it is the nearest verb of several: "extended the ban that
    has been in place since May".
    """
    if date.relation != "since" or date.phrase_start == grammar.starts[grammar.first]:
        return None
    finite = [i for i in range(grammar.first, first) if grammar.is_finite(i) and i not in grammar.names]
    if len(finite) < _SEVERAL or grammar.word(finite[-1]) not in HAVE:
        return None
    participle = grammar.after_adverbs(finite[-1] + 1)
    if grammar.tags[participle] != "VBN":
        return None
    is_copula = grammar.deps[participle] == "cop"
    return grammar.columns.heads[participle] if is_copula else _main_of_group(grammar, participle)


_SEVERAL = 2


def is_dateline_of(report: SentenceReading, line: Sentence) -> bool:
    """Whether a sentence is the dateline of the one behind it: "OSLO, May 4 -" before "Acme announced"."""
    return end_of_dateline(report.document.text, line.start, report.sentence.end) == report.sentence.start


def main_event(report: SentenceReading) -> Event:
    """The verb of a whole sentence, and its subject."""
    verb = _main_verb(report, report.first) if report.columns.is_parsed else None
    if verb is None:
        return Event(None)
    verb = _main_of_group(report, verb)
    return Event(_with_prefix(report, verb), verb, report.subject_of(verb))


def _main_verb(grammar: SentenceReading, first: int) -> int | None:
    """The first finite verb after a date that opens the sentence, else the root."""
    root = grammar.columns.root(grammar.first, grammar.last)
    if grammar.tags[root].startswith("V"):
        return root
    verbs = ("VBD", "VBZ", "VBP", "VBN")
    return next((i for i in range(first, grammar.last) if grammar.tags[i] in verbs), None)
