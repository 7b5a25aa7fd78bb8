"""The slots of what a verb acts on: its object, the noun of a relative clause, what it stands before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.listed_names import whole_list
from claimcheck.grammar.named_phrases import is_name
from claimcheck.grammar.phrases import Phrase
from claimcheck.grammar.predications.members import listed_from
from claimcheck.grammar.stepping import after_amount, is_time, subject_after_opening
from claimcheck.grammar.verb_groups import PREPOSITIONS
from claimcheck.lexicons.inflecting import inflect_verb
from claimcheck.lexicons.word_sets import WordSet, grammar_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.clauses import SentenceGrammar
    from claimcheck.grammar.predications.trigger import Predication

_ARTICLES = WordSet("common/article")
_CHANGING = WordSet("grammar/changing")
_BECOMING = frozenset({"JJ", "JJR", "RBR", "VB"})  # tags of what a thing becomes or does


def find_object(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """What a verb acts on."""
    grammar = predication.grammar
    if predication.is_between_names():
        whole = grammar.phrase_at(predication.first)
        assert whole is not None
        name = grammar.names.get(whole.last - 1)
        yield Phrase(grammar.columns, predication.last, whole.last, whole.last - 1, name)
        return
    whole = grammar.phrase_at(predication.first)
    if whole is not None and _is_read_into(predication, whole):
        name = grammar.names.get(whole.last - 1)
        yield Phrase(grammar.columns, predication.last, whole.last, whole.last - 1, name)
        return
    if predication.last == predication.first + 1:
        found = grammar.object_of(predication.first)
    else:
        found = grammar.phrase_from(grammar.after_adverbs(predication.last))
    if found is None:
        found = _shared_object(predication)
    elif found.first == predication.last + 1 < found.head and grammar.tags[found.first] in ("JJS", "RBS"):
        found = found._replace(first=found.first + 1)  # "requires at least Orbit 2"
        yield from listed_from(predication, found)
        return
    if found is None or found.first < predication.last - 1 or is_time(grammar, found):
        return  # "will merge next year" merges no year
    if found.first > predication.last and grammar.word(found.first - 1) == "as":
        return  # "offer both as managed services": both are what is offered
    amount = after_amount(grammar, predication.last)
    if amount > predication.last and found.first > amount:
        return  # "closed a $5 million round from Acme": Acme is not what is closed
    if not _is_past_comma(predication, found) and not _only_changes(predication, found):
        yield from listed_from(predication, found)


def _only_changes(predication: Predication, phrase: Phrase) -> bool:
    """Whether a verb of making says what becomes of its object: "made Orbit faster", "makes it run"."""
    grammar, i = predication.grammar, phrase.last
    if grammar.word(predication.first) not in _CHANGING or i >= grammar.last:
        return False
    if grammar.tags[i] in _BECOMING and i not in grammar.names:
        return True
    following = grammar.phrase_at(i)
    return following is not None and following.first == i and following.determiner in _ARTICLES


def _shared_object(predication: Predication) -> Phrase | None:
    """The object of the second of two verbs, for the first: "designed and later built Orbit"."""
    grammar = predication.grammar
    if predication.passive or grammar.word(predication.last) not in grammar_words("joining"):
        return None
    joined = grammar.after_adverbs(predication.last + 1)
    if joined >= grammar.last or grammar.tags[joined] != grammar.tags[predication.first]:
        return None
    found = grammar.phrase_from(joined + 1) if grammar.is_verb(joined) else None
    return found if found is not None and is_name(grammar, found) else None


def _is_read_into(predication: Predication, whole: Phrase) -> bool:
    """Whether a verb with a hyphen was taken for the first word of its object: "pre-train Orbit"."""
    words = predication.grammar.words
    has_hyphen = predication.first > predication.grammar.first and words[predication.first - 1] == "-"
    return has_hyphen and whole.last > predication.last and words[predication.last][:1].isupper()


def _is_past_comma(predication: Predication, phrase: Phrase) -> bool:
    """Whether a phrase is an insertion or a preposition's: "worked with firms, mostly Acme"."""
    grammar = predication.grammar
    if grammar.word(predication.last) not in PREPOSITIONS:
        return False
    return phrase.first == predication.last + 1 or "," in grammar.words[predication.last : phrase.first]


def find_taken(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """The object of a verb, an amount too: "raised $5 million"."""
    grammar, i = predication.grammar, predication.grammar.after_adverbs(predication.last)
    after = after_amount(grammar, i)
    if after > i:
        yield Phrase(grammar.columns, i, after, after - 1)
    else:
        yield from predication.slot("object")


def find_relative(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """The noun of a relative clause without an object: "the phone (which) Acme released"."""
    grammar = predication.grammar
    if predication.passive or predication.slot("object"):
        return
    subject = grammar.subject_of(predication.first)
    if subject is None or subject.last > predication.start:  # "which Ann Lee co-founded": "Ann Lee co" as one
        subject = next(iter(predication.slot("subject")), None)
    if subject is None or subject.first > predication.first:
        return
    before = subject.first_with_possessor
    if grammar.word(before - 1) in grammar_words("pronoun"):
        before -= 1
        before -= grammar.word(before - 1) == ","
    elif grammar.deps[predication.first] != "acl:relcl":
        return
    found = grammar.phrase_until(before)
    if found is not None and grammar.word(before) == "that":
        found = what_is_placed(grammar, found) or found
    if found is not None:
        yield from [found] if _is_priced(predication) else whole_list(grammar, found)


def what_is_placed(grammar: SentenceGrammar, place: Phrase) -> Phrase | None:
    """What stands at a place right before "that": the museum of "a museum in Oslo that Acme founded"."""
    if place.label != "place" or grammar.word(place.first - 1) not in _AT:
        return None
    last = place.first - 1
    last -= last > grammar.first and grammar.tags[last - 1] == "VBN"  # "based in"
    return grammar.phrase_until(last)


_AT = WordSet("grammar/at_a_place")


def _is_priced(predication: Predication) -> bool:
    """Whether a verb tells of one price: of "Abridge, Suki and Nuance, which it bought for $20 billion" the
    last.
    """
    grammar = predication.grammar
    end = grammar.ends[predication.last - 1]
    return any(quantity.kind == "money" and quantity.start > end for quantity in grammar.sentence.quantities)


def find_fronted(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """What a participle that opens the sentence is said of: "Bought by Acme in 2014, Orbit grew"."""
    grammar = predication.grammar
    if predication.is_verb and (
        not (
            grammar.tags[predication.first] in ("VBN", "VBG", "VBD") or _is_participle_like_base(predication)
        )
        or any(grammar.is_finite(i) for i in range(grammar.first, predication.first))
        or grammar.phrase_until(grammar.group_start(predication.first)) is not None
    ):
        return
    found = subject_after_opening(grammar, predication.last)
    if found is not None and grammar.word(found.head) in grammar_words("speaker"):
        found = _presented(predication, found) or found
    if found is not None:
        yield from listed_from(predication, found)


def _is_participle_like_base(predication: Predication) -> bool:
    """Whether a verb that was taken for its base may be its participle: "Run by Acme, Orbit grew"."""
    grammar = predication.grammar
    word = grammar.word(predication.first)
    return grammar.word(predication.last) == "by" and inflect_verb(word).participle == word


def _presented(predication: Predication, speaker: Phrase) -> Phrase | None:
    """What those who speak present: Orbit in "Built on Chromium, we present Orbit"."""
    grammar = predication.grammar
    verb = grammar.after_adverbs(speaker.last)
    return grammar.phrase_from(verb + 1) if grammar.word(verb) in grammar_words("presenting") else None


def find_purpose(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """What is made in "used to build Orbit"."""
    grammar = predication.grammar
    i = grammar.after_adverbs(predication.last)
    if i >= grammar.last or grammar.tags[i] != "TO":
        return
    verb = grammar.after_adverbs(i + 1)
    if grammar.word(verb) in grammar_words("making"):
        found = grammar.object_of(verb)
        if found is not None:
            yield from listed_from(predication, found)
