"""Words that state something of others, with the places around them where those stand: the slots.

A `Predication` is a trigger word in a sentence, a verb or a noun. Its slots are read when they are first
asked for, the same way for every relation; `_READERS` names them. A slot holds the members of a coordination
one by one, the one next to the trigger first. Passives, relative and participial clauses, brackets, control
("agreed to buy") and subjects shared by coordinated verbs are undone here. There is no English in this module
but single function words, as "of" and "which": lists of words are in `lexicons/en/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.clauses import BE, MAX_GAP_TOKENS, PREPOSITIONS
from claimcheck.grammar.listed_names import (
    INDEFINITE,
    MARKS_OF_LISTS,
    after_including,
    after_joined_modifier,
    after_places,
    apposed_from,
    as_one,
    capitalised_from,
    examples_of,
    gathered,
    is_name,
    is_served,
    listed,
    name_part,
    names_before,
    names_of,
    parted,
    together_with,
    whole_list,
    without_modifier,
    without_owner,
)
from claimcheck.grammar.phrases import MARKS, QUOTES, Phrase, classes_of
from claimcheck.grammar.stepping import (
    CLOSING_BRACKETS,
    OPENING_BRACKETS,
    after_amount,
    after_bracket,
    after_date,
    after_quantity,
    before_quantity,
    complement_from,
    is_time,
    rest_of_phrase,
    subject_after_opening,
    without_date,
)
from claimcheck.lexicons.inflecting import inflect_verb
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.names.lists import load_demonyms
from claimcheck.tagging.verb_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimcheck.grammar.descriptions import Description, SentenceReading

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_MAX_OPENING = 2  # tokens before an -ing form that opens a sentence: "prior to"
_OPENING_GERUNDS = WordSet("grammar/opening_gerund")
_WHO = frozenset({"WP", "WDT", "PRP"})  # tags
_AGENT = ("by",)
_CHANGING = WordSet("grammar/changing")
_CHOOSING = WordSet("grammar/choosing")
_COUNTING = WordSet("grammar/counting")
_BECOMING = frozenset({"JJ", "JJR", "RBR", "VB"})  # tags of what a thing becomes or does
_BREAKS = frozenset(";:")
_TOOLS = frozenset({"product", "language"})
_HAVING = WordSet("common/having")
_HINDERING = WordSet("grammar/hindering")
_QUANTIFYING = WordSet("grammar/quantifying")
_SHARES = WordSet("grammar/share_of")
_COMPARING = WordSet("grammar/compared_with")
_OFFERS = WordSet("grammar/offer")
_FROM = frozenset({"from", "by", "of"})
_COPIES = WordSet("grammar/copy")
_MAX_TAIL = 8  # tokens between a clause and the verb of the sentence: "produced by Acme in 2010 | include"
_MAX_SUPPORT_GAP = (
    3  # tokens between a verb and the determiner of what it takes: "entered into a joint venture"
)


class Predication:
    """A trigger word with its slots.

    Attributes:
        grammar: the sentence.
        first, last: the trigger with its particle, end exclusive.
        is_verb: whether it is read as a verb.
        passive: whether it says something of what it acts on: a passive, or a participle after a noun.
        introduced: head of a name -> the noun that introduces it: "games" of Doom in "games such as Doom".
    """

    __slots__ = ("_phrase", "_slots", "first", "grammar", "introduced", "is_verb", "last", "passive")

    def __init__(self, grammar: SentenceReading, first: int, last: int, *, is_verb: bool) -> None:
        self.grammar = grammar
        self.first, self.last = first, last
        self.is_verb = is_verb
        is_past = is_verb and (
            self._is_between_names() or self._is_only_verb_with_hyphen() or self._has_object_behind_hyphen()
        )
        self.passive = is_verb and grammar.is_passive(first) and not is_past
        if self.passive and self._takes_object():
            self.passive = False
        self._slots: dict[str, tuple[Phrase, ...]] = {}
        self.introduced: dict[int, Phrase] = {}
        self._phrase = None if is_verb else grammar.phrase_at(last - 1)

    def _is_between_names(self) -> bool:
        """Whether a verb with a hyphen lies in one phrase with both sides: "Acme co-founded Orbit"."""
        grammar, last = self.grammar, self.last
        if self.first - 1 < grammar.first or grammar.words[self.first - 1] != "-":
            return False
        phrase = grammar.phrase_at(self.first)
        return phrase is not None and phrase.last > last and last in grammar.names

    def _is_only_verb_with_hyphen(self) -> bool:
        """Whether a verb with a hyphen is the only one of a sentence: "Acme co-produced with Orbit"."""
        grammar = self.grammar
        if self.first - 2 < grammar.first or grammar.words[self.first - 1] != "-":
            return False
        start = grammar.group_start(self.first)
        return (start - 1) in grammar.names and not any(
            map(grammar.is_finite, range(grammar.first, grammar.last))
        )

    def _has_object_behind_hyphen(self) -> bool:
        """Whether a verb with a hyphen has its object right behind it: "We pre-trained the model"."""
        grammar, last = self.grammar, self.last
        if self.first - 1 < grammar.first or grammar.words[self.first - 1] != "-" or last >= grammar.last:
            return False
        behind = grammar.phrase_at(last)
        if behind is None or behind.first != last:
            return False
        return bool(behind.determiner) or grammar.tags[behind.head] == "PRP"

    def _takes_object(self) -> bool:
        """Whether a past tense was taken for a participle: "Acme bought Orbit" between names."""
        grammar, start = self.grammar, self.start
        if start == self.first - 1 and grammar.tags[start] == "POS":
            start = self.first  # the mark of "Macy's bought" is no form of be
        if grammar.tags[self.first] != "VBN" or start != self.first:
            return False
        has_mark = grammar.word(start - 1) in MARKS and grammar.tags[max(start - 2, 0)] in _NAME_TAGS
        before = grammar.phrase_until(start - has_mark)  # "Macy's bought the ..."
        after = grammar.phrase_at(self.last) if self.last < grammar.last else None
        if before is None or after is None or after.first != self.last or not is_name(grammar, before):
            return False
        return is_name(grammar, after) or bool(after.determiner)

    def slot(self, name: str) -> tuple[Phrase, ...]:
        """The members of a slot, the one next to the trigger first; empty where it is not filled."""
        if name not in self._slots:
            kind, _, words = name.partition(":")
            found = _READERS[kind](self, tuple(words.split("|")) if words else ())
            self._slots[name] = tuple(found)
        return self._slots[name]

    @property
    def start(self) -> int:
        """The first token of the words that state it, with auxiliaries."""
        if self.is_verb:
            return self.grammar.group_start(self.first)
        phrase = self._phrase
        return self.first if phrase is None else min(self.first, phrase.first)

    @property
    def noun_phrase(self) -> Phrase | None:
        """The phrase of a noun; None for a verb."""
        return self._phrase

    @property
    def is_asked(self) -> bool:
        """Whether it stands in an indirect question: "asked how Acme bought Orbit"."""
        subject = self.slot("subject")
        if not subject:
            return False
        grammar, asking = self.grammar, grammar_words("asking")
        start = max(grammar.first, subject[0].first - 3)
        doubting = grammar_words("doubting")  # "not sure if it was bought" states it, with a doubt
        return any(
            grammar.word(i) in asking and grammar.word(i - 1) not in doubting
            for i in range(start, self.start)
        )

    def _listed_from(self, phrase: Phrase) -> list[Phrase]:
        """The members of a list, or the examples of it, whose noun is kept."""
        found: list[Phrase] = []
        phrase = after_joined_modifier(self.grammar, phrase)
        for member in as_one(self.grammar, without_modifier(self.grammar, listed(self.grammar, phrase))):
            examples = examples_of(self.grammar, member) or gathered(self.grammar, member)
            self.introduced.update((example.head, member) for example in examples)
            found += examples or [member]
        return found

    def _items_from(self, i: int) -> list[Phrase]:
        """The members of the list at token `i`, or its numbered items: "includes: (1) a part of A, (2) B"."""
        grammar = self.grammar
        i += grammar.word(i) == ":"
        if not (grammar.word(i) in OPENING_BRACKETS and grammar.word(i + 2) in CLOSING_BRACKETS):
            first = grammar.phrase_from(i)
            return [] if first is None else self._listed_from(first)
        found = []
        for k in range(i, grammar.last - 3):
            if grammar.word(k) in OPENING_BRACKETS and grammar.word(k + 2) in CLOSING_BRACKETS:
                item = grammar.phrase_from(k + 3) if grammar.word(k + 1).isalnum() else None
                if item is not None:
                    found.append(grammar.content(item))
        return found

    def named_later(self, phrase: Phrase, end: int) -> list[Phrase]:
        """The names that a plural with a clause of its own, up to token `end`, is said to be.

        Orbit in "Films produced by Acme include Orbit", "The first film that Acme made was Orbit".
        """
        grammar = self.grammar
        if not self.is_verb or phrase.is_named or phrase.head >= self.first or not self._is_embedded(phrase):
            return []
        for i in range(end, min(grammar.last - 1, end + _MAX_TAIL)):
            if not grammar.is_finite(i) or grammar.phrase_at(i) is not None:
                continue
            if grammar.word(i) not in grammar_words("listing"):
                return []
            k = grammar.after_adverbs(i + 1)
            k += grammar.word(k) == "included"
            found = grammar.phrase_from(k + (grammar.word(k) in MARKS_OF_LISTS))
            if found is None or not is_name(grammar, found) or found.determiner in INDEFINITE:
                return []
            members = parted(grammar, phrase, names_of(grammar, found))
            self.introduced.update((member.head, phrase) for member in members)
            return members
        return []

    def _is_embedded(self, phrase: Phrase) -> bool:
        """Whether a verb after a phrase only says more of it: "films produced by", "teams that use"."""
        grammar = self.grammar
        if (self.passive or grammar.tags[self.first] == "VBG") and not self._has_finite():
            return grammar.phrase_until(self.first) is phrase
        return any(grammar.tags[i] in ("WDT", "WP") for i in range(phrase.last, self.start)) or (
            grammar.word(phrase.last) == "that"
        )

    # Verbs

    def _subject(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        grammar, start = self.grammar, self.start
        before = grammar.phrase_at(start - 1) if start > grammar.first else None
        if grammar.word(start - 1) in OPENING_BRACKETS:
            found = grammar.phrase_until(start - 1)
        elif self._is_name_with_mark(start):
            found = grammar.phrase_until(start - 1)
            found = None if found is None else found._replace(last=start)  # the mark is of the name: "Macy's"
        elif before is not None and before.last > start:  # "Acme co-founded" with "Acme co" as one phrase
            found = before._replace(last=start, head=start - 1, name=grammar.names.get(start - 1))
        elif any(grammar.tags[i] == "TO" for i in range(start, self.first)):
            found = self._controller(start)
        elif "VBG" in (grammar.tags[self.first], grammar.tags[start]) and not grammar.is_finite(start):
            found = self._subject_of_adjunct(start)
        else:
            found = (
                self._copy_beside(start)
                or self._named_beside(start)
                or self._adjacent_subject(start)
                or grammar.subject_of(self.first)
            )
        if found is None:
            found = self._shared_subject(start)
        if found is not None:
            found = self._of_whole_line(found, start)
            found = grammar.past_dateline(found, self.first)
        if found is not None and self.passive and grammar.tags[found.head] == "PRP":
            found = self._participle_of(start) or found
        if found is not None and grammar.word(start - 1) in OPENING_BRACKETS:
            yield found  # "Acme (owned by Orbit) and Comet"
        elif found is not None and found.first > self.first and self._opens_sentence(start):
            yield from whole_list(grammar, found)  # "After buying Orbit, Acme grew"
        elif found is not None and found.first < self.first:
            is_last = self._is_relative(self.start - 1) and grammar.tags[start] == "VBZ"
            members = self._owners(found) if self.passive else whole_list(grammar, found)
            if is_last and not self.passive:  # "programs such as Acme and the Orbit system that powers it"
                members = [max(members, key=lambda member: member.first)]
            yield from as_one(grammar, [*members, *together_with(grammar, members[-1])])

    def _of_whole_line(self, found: Phrase, start: int) -> Phrase:
        """What a line without a verb is about, which a participle behind a comma says more of, and not its
        last noun: the queue in "A queue for Python, written in Rust".
        """
        grammar = self.grammar
        if not self.passive or grammar.word(start - 1) != "," or found.last > start:
            return found
        if any(grammar.is_finite(i) for i in range(grammar.first, start)):
            return found
        return grammar.outermost(found) or found

    def _participle_of(self, start: int) -> Phrase | None:
        """What a bare participle stands beside: of "we present a model based on X" the model, not us."""
        grammar = self.grammar
        if start != self.first or grammar.tags[self.first] != "VBN":
            return None
        beside = grammar.phrase_until(start)
        return beside if beside is not None and classes_of(beside) & {"product", "technology"} else None

    def _named_beside(self, start: int) -> Phrase | None:
        """The name that a bare participle behind a verb follows: Comet in "beats Comet trained on"."""
        grammar = self.grammar
        if not self.passive or start != self.first or grammar.tags[start] != "VBN":
            return None
        beside = grammar.phrase_until(start)
        if beside is None or beside.name is None or beside.name.label not in _TOOLS or beside.last != start:
            return None
        verb = beside.first - 1
        return beside if grammar.is_finite(verb) or grammar.word(verb) in _COMPARING else None

    def _doer(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """The subject of a verb of its own clause: nobody's in "Acme urged people to stop using Orbit"."""
        grammar = self.grammar
        if grammar.words[max(self.start - 1, grammar.first)] in QUOTES:
            return  # an answer without its subject: "don't use it"
        if grammar.tags[self.first] != "VBG" or self._has_finite():
            yield from self._exemplified(self.slot("subject"))
        elif grammar.word(self.first - 1) in grammar_words("beginning"):
            found = grammar.subject_of(self.first - 1)  # "We have begun using Orbit"
            if found is not None:
                yield from whole_list(grammar, found)

    def _is_name_with_mark(self, start: int) -> bool:
        """Whether a name that ends in a possessive mark stands before a finite verb: "Macy's bought"."""
        grammar = self.grammar
        return (
            (grammar.is_finite(start) or self._takes_object())
            and grammar.word(start - 1) in MARKS
            and grammar.tags[start - 1] == "POS"
            and ((start - 2) in grammar.names or grammar.tags[max(start - 2, 0)] in _NAME_TAGS)
        )

    def _owners(self, phrase: Phrase) -> list[Phrase]:
        """What a participle says something of: of "a library for images developed by X" the library."""
        grammar = self.grammar
        if self._has_finite():
            named = self._antecedent_beside()
            if named is not None:  # "Acme and Orbit, which was bought" says it of the last
                return [named] if self._is_of_one() else whole_list(grammar, named)
            if not self._is_relative(self.start - 1):
                return whole_list(grammar, phrase)
        for candidate in grammar.chain(phrase):
            if is_name(grammar, candidate) or classes_of(candidate) & {"product", "organization", "supply"}:
                return whole_list(grammar, candidate)
        return whole_list(grammar, phrase)

    def _antecedent_beside(self) -> Phrase | None:
        """The name right before a relative pronoun: Orbit in "an entity, Orbit, which in 2004 was sold"."""
        grammar = self.grammar
        for i in range(self.start - 1, max(grammar.first, self.start - 1 - _MAX_SUPPORT_GAP), -1):
            if grammar.tags[i] == "WDT":
                comma = grammar.word(i - 1) == ","
                found = grammar.phrase_until(i - comma)
                return found if comma and found is not None and is_name(grammar, found) else None
            if grammar.is_finite(i):
                return None
        return None

    def _is_of_one(self) -> bool:
        """Whether the verb group stands in the singular: "is owned", "was bought", "has been sold"."""
        grammar = self.grammar
        group = range(grammar.group_start(self.first), self.first + 1)
        return any(
            grammar.tags[i] == "VBZ" or grammar.word(i) in grammar_words("singular verb") for i in group
        )

    def _has_finite(self) -> bool:
        grammar = self.grammar
        return any(grammar.is_finite(i) for i in range(grammar.group_start(self.first), self.first + 1))

    def _copy_beside(self, start: int) -> Phrase | None:
        """What was made after a name, told by a participle: "a clone of Redis written in Go"."""
        grammar = self.grammar
        if not self.passive or start != self.first or grammar.tags[start] != "VBN":
            return None
        beside = grammar.phrase_until(start)
        if (
            beside is None
            or beside.last != start
            or beside.determiner
            or grammar.word(beside.first - 1) != "of"
        ):
            return None
        copy = grammar.phrase_until(beside.first - 1)
        is_copy = copy is not None and copy.determiner in ("a", "an") and copy.noun in _COPIES
        return copy if is_copy and copy is not None and copy.last == beside.first - 1 else None

    def _controller(self, start: int) -> Phrase | None:
        """The subject of an infinitive: Acme in "Acme agreed to buy", "Acme signed an agreement to buy"."""
        grammar = self.grammar
        if self._is_purpose(start):
            return None
        before = grammar.phrase_until(start)
        if before is not None and not grammar.is_proper(before):
            # an infinitive that a noun governs: "its plan to buy", "signed an agreement to buy"
            if before.possessor is not None:
                return before.possessor
            if self._is_tool_in_apposition(before):
                return None
            verb = self._verb_before(before.first)
            if verb is not None and grammar.word(verb) in _HINDERING:
                return None  # "the regulator blocked a plan to buy Orbit": somebody else's
            if verb is not None and grammar.word(verb) in grammar_words("making able"):
                return before  # "enabling clients to invest"
            taker = grammar.phrase_until(before.first)
            if verb is not None and taker is not None and taker.first == verb + 1 and is_name(grammar, taker):
                return taker  # "awarded Orbit a contract to build"
            if verb is not None:
                is_tool = grammar.word(verb) in BE and not self.passive and not grammar.is_ranked(before)
                is_tool = (
                    is_tool and grammar.word(before.first - 1) not in PREPOSITIONS
                )  # "is in talks to buy"
                return None if is_tool else grammar.subject_of(verb)
        if before is not None and before.last == start and grammar.word(start) == "to":
            word, is_tool = (
                grammar.word(before.first - 1),
                before.name is not None and before.name.label in _TOOLS,
            )
            if not is_tool and (word in grammar_words("making do") or word in grammar_words("making able")):
                return before  # "asked Orbit to buy", and not "chose Django to build"
            if word in _FROM and self._is_offered(before):
                return before  # "an offer from Orbit to buy"
        found = grammar.subject_of(self.first)
        if found is not None and found.last <= start and not self._is_giver(found):
            return found
        verb = self._verb_before(start)
        return grammar.subject_of(verb) if verb is not None else None

    def _is_offered(self, phrase: Phrase) -> bool:
        """Whether somebody stands behind what they want to do: Acme in "an offer from Acme"."""
        offer = self.grammar.phrase_until(phrase.first - 1)
        return offer is not None and offer.noun in _OFFERS

    def _is_giver(self, phrase: Phrase) -> bool:
        """Whether money comes from somebody, for another to do something: "raised $5m from Acme to buy"."""
        grammar = self.grammar
        if grammar.word(phrase.first - 1) != "from":
            return False
        end = grammar.ends[phrase.first - 2]
        return any(money.kind == "money" and money.end == end for money in grammar.sentence.quantities)

    def _is_purpose(self, start: int) -> bool:
        """Whether a deed is only what something is for: "is used to build", "a framework for building"."""
        grammar = self.grammar
        before = grammar.word(start - 1)
        if grammar.tags[self.first] == "VBG":
            return before == "for" and grammar.phrase_until(start - 1) is not None
        is_participle = grammar.tags[start - 1] in ("VBN", "VBD", "JJ")
        is_habit = grammar.word(start) == "to" and (
            grammar.word(start + 1) == "be"  # "used to be hosted"
            or (before == "used" and grammar.tags[max(start - 2, 0)] in _WHO)  # "who used to own"
        )
        return is_participle and before in grammar_words("serving a purpose") and not is_habit

    def _is_tool_in_apposition(self, phrase: Phrase) -> bool:
        """Whether an infinitive only tells what a thing beside its name is for: "Orbit, a tool to manage"."""
        grammar = self.grammar
        return (
            phrase.determiner in ("a", "an")
            and grammar.word(phrase.first - 1) == ","
            and not self.passive
            and not grammar.is_ranked(phrase)
        )

    def _verb_before(self, i: int) -> int | None:
        """The nearest verb before token `i` with few words between."""
        grammar = self.grammar
        for k in range(i - 1, max(grammar.first, i - 1 - _MAX_SUPPORT_GAP) - 1, -1):
            if grammar.is_verb(k):
                return k
        return None

    def _adjacent_subject(self, start: int) -> Phrase | None:
        """The phrase right before a finite verb, where no preposition governs it: arcs are less sure."""
        grammar = self.grammar
        if not grammar.is_finite(start) or self._is_relative(start - 1):
            return None
        found = grammar.phrase_until(start)
        if found is None or grammar.word(found.head) in grammar_words("pronoun") - grammar_words("personal"):
            return None
        trimmed = without_date(grammar, found)
        if trimmed is not found:
            return trimmed  # "In 2008 Acme bought"
        first = found.first if found.possessor is None else found.possessor.first
        if grammar.word(first - 1) == "of" and grammar.word(first - 2) in _SHARES:
            return found  # "Much of the stack was based on"
        if grammar.outermost(found) is not found:
            opening = grammar.columns.token_at(name_part(grammar, found)[0]) or found.first
            is_fronted = grammar.word(first - 1) in PREPOSITIONS and first - 1 <= grammar.first
            if is_fronted and found.first < opening and grammar.tags[found.first] == "DT":
                return found._replace(first=opening)  # "At that point Acme bought"
            return None
        if grammar.word(first - 1) == ",":
            return found if is_name(grammar, found) and self._is_opening(first - 1) else None
        return found if grammar.word(first - 1) not in grammar_words("joining") else None

    def _is_opening(self, comma: int) -> bool:
        """Whether only a prepositional phrase stands before a comma: "In the south, Acme bought".

        A heading in front of it belongs to the line above: "Acquisition In 2016, Acme bought".
        """
        grammar = self.grammar
        opening = grammar.first
        if grammar.words[opening + 1][:1].isupper() and grammar.tags[opening] in ("NN", "NNS", "NNP"):
            opening += 1
        if grammar.word(opening) not in PREPOSITIONS:
            return False
        return not any(
            grammar.is_finite(i) or grammar.word(i) in grammar_words("joining") for i in range(opening, comma)
        )

    def _is_relative(self, i: int) -> bool:
        return self.grammar.tags[max(i, 0)] in ("WDT", "WP")

    def _subject_of_adjunct(self, start: int) -> Phrase | None:
        """The subject of a bare -ing form: that of its clause, or the name right before it."""
        grammar = self.grammar
        if self._is_purpose(start):
            return None
        beside = grammar.phrase_until(start)
        if beside is not None and is_name(grammar, beside):
            governor = grammar.word(beside.first - 1)
            if grammar.outermost(beside) is beside or governor in grammar_words("before a gerund"):
                return beside
        for k in range(start - 1, grammar.first, -1):
            if grammar.is_finite(k) and k not in grammar.names:
                return grammar.subject_of(k)
        return self._subject_after_adjunct(start) or grammar.subject_of(self.first)

    def _subject_after_adjunct(self, start: int) -> Phrase | None:
        """The subject that follows what a sentence opens with: Acme in "After buying Orbit, Acme grew"."""
        grammar = self.grammar
        if not self._opens_sentence(start):
            return None
        found = subject_after_opening(grammar, self.last)
        return found if found is None or is_name(grammar, found) or self._points(found) else None

    def _opens_sentence(self, start: int) -> bool:
        """Whether an -ing form opens the sentence, behind a preposition of time or means or bare."""
        grammar = self.grammar
        if grammar.tags[start] != "VBG":
            return False
        is_near = start - grammar.first <= _MAX_OPENING
        return start == grammar.first or (is_near and grammar.word(start - 1) in _OPENING_GERUNDS)

    def _points(self, phrase: Phrase) -> bool:
        """Whether a phrase stands for somebody who does things: "it", "the company"."""
        is_pronoun = self.grammar.tags[phrase.head] == "PRP"
        return is_pronoun or (phrase.determiner == "the" and "organization" in classes_of(phrase))

    def _shared_subject(self, start: int) -> Phrase | None:
        """The subject of the verb before, for the second of two: "was founded and later bought"."""
        grammar = self.grammar
        if grammar.word(start - 1) not in grammar_words("joining"):
            return None
        for k in range(start - 2, grammar.first, -1):
            if grammar.is_finite(k):
                found = grammar.subject_of(k)
                return grammar.phrase_until(k) if found is None and grammar.word(k) in BE else found
        return None

    def _object(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        grammar = self.grammar
        if self._is_between_names():
            whole = grammar.phrase_at(self.first)
            assert whole is not None
            name = grammar.names.get(whole.last - 1)
            yield Phrase(grammar.columns, self.last, whole.last, whole.last - 1, name)
            return
        whole = grammar.phrase_at(self.first)
        if whole is not None and self._is_read_into(whole):
            name = grammar.names.get(whole.last - 1)
            yield Phrase(grammar.columns, self.last, whole.last, whole.last - 1, name)
            return
        if self.last == self.first + 1:
            found = grammar.object_of(self.first)
        else:
            found = grammar.phrase_from(grammar.after_adverbs(self.last))
        if found is None:
            found = self._shared_object()
        elif found.first == self.last + 1 < found.head and grammar.tags[found.first] in ("JJS", "RBS"):
            found = found._replace(first=found.first + 1)  # "requires at least Orbit 2"
            yield from self._listed_from(found)
            return
        if found is None or found.first < self.last - 1:
            return
        amount = after_amount(grammar, self.last)
        if amount > self.last and found.first > amount:
            return  # "closed a $5 million round from Acme": Acme is not what is closed
        if not self._is_past_comma(found) and not self._only_changes(found):
            yield from self._listed_from(found)

    def _only_changes(self, phrase: Phrase) -> bool:
        """Whether a verb of making says what becomes of its object: "made Orbit faster", "makes it run"."""
        grammar, i = self.grammar, phrase.last
        if grammar.word(self.first) not in _CHANGING or i >= grammar.last:
            return False
        if grammar.tags[i] in _BECOMING and i not in grammar.names:
            return True
        following = grammar.phrase_at(i)
        return following is not None and following.first == i and following.determiner in ("a", "an", "the")

    def _shared_object(self) -> Phrase | None:
        """The object of the second of two verbs, for the first: "designed and later built Orbit"."""
        grammar = self.grammar
        if self.passive or grammar.word(self.last) not in grammar_words("joining"):
            return None
        joined = grammar.after_adverbs(self.last + 1)
        if joined >= grammar.last or grammar.tags[joined] != grammar.tags[self.first]:
            return None
        found = grammar.phrase_from(joined + 1) if grammar.is_verb(joined) else None
        return found if found is not None and is_name(grammar, found) else None

    def _is_read_into(self, whole: Phrase) -> bool:
        """Whether a verb with a hyphen was taken for the first word of its object: "pre-train Orbit"."""
        words = self.grammar.words
        has_hyphen = self.first > self.grammar.first and words[self.first - 1] == "-"
        return has_hyphen and whole.last > self.last and words[self.last][:1].isupper()

    def _is_past_comma(self, phrase: Phrase) -> bool:
        """Whether a phrase is an insertion or a preposition's: "worked with firms, mostly Acme"."""
        grammar = self.grammar
        if grammar.word(self.last) not in PREPOSITIONS:
            return False
        return phrase.first == self.last + 1 or "," in grammar.words[self.last : phrase.first]

    def _taken(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """The object of a verb, an amount too: "raised $5 million"."""
        grammar, i = self.grammar, self.grammar.after_adverbs(self.last)
        after = after_amount(grammar, i)
        if after > i:
            yield Phrase(grammar.columns, i, after, after - 1)
        else:
            yield from self.slot("object")

    def _by(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        if not self.is_verb:
            yield from self._complement_of_noun(_AGENT)
            return
        found = self._complement(self.last, _AGENT, MAX_GAP_TOKENS)
        if found is not None:
            yield from self._listed_from(found)

    def _prep(self, words: tuple[str, ...]) -> Iterator[Phrase]:
        if not self.is_verb:
            yield from self._complement_of_noun(words)
            return
        start = self.last
        if not self.passive:
            following = self.slot("object")
            own = (member.last for member in following if self.grammar.word(member.last) in words)
            start = next(own, following[-1].last) if following else after_amount(self.grammar, start)
            if self.grammar.word(start) == "of" and after_quantity(self.grammar, start + 1) > start + 1:
                start += 1  # "raised a total of $5 million from"
            start = self._after_rest(start)
        found = self._near(start, words)
        while found is not None:
            members = self._listed_from(found)
            yield from members
            found = self._repeated(members[-1].last, words)

    def _after_rest(self, i: int) -> int:
        """The token after what still belongs to an object that ends before token `i`.

        "a $13 million Series | A round", "cloud | hosting".
        """
        grammar = self.grammar
        if i >= grammar.last or i == self.last:
            return i
        rest = grammar.phrase_at(i)
        if rest is not None and rest.first == i and rest.determiner and grammar.words[i][:1].isupper():
            return rest.last if not rest.is_named else i
        is_deed = grammar.tags[i] == "VBG" and grammar.tags[i - 1] == "NN"
        return i + 1 if is_deed and grammar.word(i + 1) in PREPOSITIONS else i

    def _repeated(self, i: int, prepositions: tuple[str, ...]) -> Phrase | None:
        """What a further preposition joins: "on the Amiga and later for Windows"."""
        grammar = self.grammar
        k = i + (grammar.word(i) == ",")
        k = grammar.after_adverbs(k + (grammar.word(k) in grammar_words("joining") - {","}))
        if k == i or grammar.word(k) not in prepositions:
            return None
        found = grammar.phrase_from(k + 1)
        is_new = found is not None and found.first == k + 1
        return found if is_new and found is not None and not is_time(self.grammar, found) else None

    def _near(self, start: int, prepositions: tuple[str, ...]) -> Phrase | None:
        """The phrase after one of the prepositions, over adverbs, brackets and other such phrases."""
        grammar, i = self.grammar, start
        i = self._after_apposition(i, prepositions)
        for _ in range(5):
            i = grammar.after_adverbs(i)
            if grammar.word(i) not in prepositions:  # "14% of Acme" is one quantity
                after = after_quantity(grammar, i)
                counted = grammar.phrase_at(after - 1) if after > i and after < grammar.last else None
                i = max(after, counted.last) if counted is not None and counted.first < after else after
            if grammar.word(i) == "," and (
                grammar.word(grammar.after_adverbs(i + 1)) in (*PREPOSITIONS, *prepositions)
            ):
                if not self.is_verb and grammar.word(i + 1) == "to":
                    return None  # "sold Orbit, its Norwegian unit, to Acme"
                i = grammar.after_adverbs(i + 1)
            if grammar.word(i) in OPENING_BRACKETS:
                i = after_bracket(grammar, i)
            for preposition in prepositions:
                words = preposition.split()
                if all(grammar.word(i + k) == word for k, word in enumerate(words)):
                    found = complement_from(grammar, i + len(words))
                    if found is None and grammar.tags[i] == "VBG":
                        found = rest_of_phrase(grammar, i + len(words))
                    if found is None or not is_time(grammar, found):
                        return found
                    if grammar.word(found.last) == "of":  # "60,000 hours of speech"
                        return grammar.phrase_from(found.last + 1)
            if not self.is_verb and grammar.word(i) in grammar_words("joining"):
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

    def _after_apposition(self, i: int, prepositions: tuple[str, ...]) -> int:
        """The token after what commas put behind an object: "sold Orbit, its Norwegian unit, | to Acme"."""
        grammar = self.grammar
        apposed = grammar.phrase_from(i + 1) if self.is_verb and grammar.word(i) == "," else None
        if apposed is None or i == self.last or apposed.name is not None:
            return i
        first = apposed.first if apposed.possessor is None else apposed.possessor.first
        end = grammar.extended(apposed)
        is_whole = first == i + 1 and grammar.word(end) == "," and grammar.word(end + 1) in prepositions
        return end + 1 if is_whole else i

    def _complement(self, start: int, words: tuple[str, ...], limit: int) -> Phrase | None:
        """The phrase after the first of the words, before the next clause."""
        grammar = self.grammar
        for i in range(start, min(grammar.last, start + limit)):
            word = grammar.word(i)
            if word in words:
                if words == _AGENT and self._is_of_other_deed(i, start):
                    return None
                found = complement_from(grammar, i + 1)  # also "by more than 300 firms, including Acme"
                if found is not None:
                    return found
            if word in _BREAKS or (grammar.tags[i] in FINITE and grammar.phrase_at(i) is None):
                return None
            if word in grammar_words("joining") and grammar.is_verb(grammar.after_adverbs(i + 1)):
                if i == start and self.passive:
                    continue  # "was bought and privatised by": both share it
                return None  # "was sold in 2003 and renamed by"
        return None

    def _is_of_other_deed(self, by: int, start: int) -> bool:
        """Whether "by" belongs to a participle after a noun: "was trained on a corpus written | by Acme"."""
        grammar = self.grammar
        if by - 2 > start and grammar.tags[by - 1] == "VBN" and grammar.word(by - 2) == ",":
            return True  # "licensed to Velda, owned | by Acme"
        return (
            by - 2 >= start
            and grammar.tags[by - 1] == "VBN"
            and grammar.phrase_until(by - 1) is not None
            and grammar.word(by - 2) not in grammar_words("joining")
        )

    def _relative(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """The noun of a relative clause without an object: "the phone (which) Acme released"."""
        grammar = self.grammar
        if self.passive or self.slot("object"):
            return
        subject = grammar.subject_of(self.first)
        if subject is None or subject.first > self.first:
            return
        before = subject.first if subject.possessor is None else subject.possessor.first
        if grammar.word(before - 1) in grammar_words("pronoun"):
            before -= 1
            before -= grammar.word(before - 1) == ","
        elif grammar.deps[self.first] != "acl:relcl":
            return
        found = grammar.phrase_until(before)
        if found is not None:
            yield from whole_list(grammar, found)

    def _fronted(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """What a participle that opens the sentence is said of: "Bought by Acme in 2014, Orbit grew"."""
        grammar = self.grammar
        if self.is_verb and (
            not (grammar.tags[self.first] in ("VBN", "VBG", "VBD") or self._is_participle_like_base())
            or any(grammar.is_finite(i) for i in range(grammar.first, self.first))
            or grammar.phrase_until(grammar.group_start(self.first)) is not None
        ):
            return
        found = subject_after_opening(grammar, self.last)
        if found is not None and grammar.word(found.head) in grammar_words("speaker"):
            found = self._presented(found) or found
        if found is not None:
            yield from self._listed_from(found)

    def _is_participle_like_base(self) -> bool:
        """Whether a verb that was taken for its base may be its participle: "Run by Acme, Orbit grew"."""
        grammar = self.grammar
        word = grammar.word(self.first)
        return grammar.word(self.last) == "by" and inflect_verb(word).participle == word

    def _presented(self, speaker: Phrase) -> Phrase | None:
        """What those who speak present: Orbit in "Built on Chromium, we present Orbit"."""
        grammar = self.grammar
        verb = grammar.after_adverbs(speaker.last)
        return grammar.phrase_from(verb + 1) if grammar.word(verb) in grammar_words("presenting") else None

    # Nouns

    def _complement_of_noun(self, words: tuple[str, ...]) -> Iterator[Phrase]:
        phrase = self._phrase
        if phrase is None or phrase.head != self.last - 1:
            return
        found = self._near(phrase.last, words)
        if found is not None:
            yield from self._listed_from(found)

    def _of(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """What "of" joins to the noun itself: Acme in "the merger of Acme with Orbit"."""
        grammar, phrase = self.grammar, self._phrase
        found = grammar.phrase_from(self.last + 1) if grammar.word(self.last) == "of" else None
        if phrase is not None and phrase.head == self.last - 1 and found is not None:
            yield from self._listed_from(found)

    def _possessor(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """Acme in "Acme's purchase"; the pronoun in "its purchase"."""
        phrase, grammar = self._phrase, self.grammar
        if phrase is None:
            return
        if phrase.possessor is not None:
            yield phrase.possessor
            return
        first = phrase.first
        joined = self._joined_owner(first)
        if joined is not None:
            yield joined
            return
        if grammar.word(first) not in grammar_words("possessive"):
            first = before_quantity(grammar, first) - 1  # "Acme's $3bn purchase"
        if grammar.word(first) in grammar_words("relative owner"):
            owner = grammar.phrase_until(first - (grammar.word(first - 1) == ","))
            if owner is not None:
                yield owner  # "Acme, whose rivals"
        elif grammar.word(first) in grammar_words("possessive"):
            yield Phrase(grammar.columns, first, first + 1, first)
        elif first + 1 < phrase.first and grammar.word(first) in MARKS:
            owner = grammar.phrase_until(first)
            if owner is not None:
                yield owner

    def _joined_owner(self, first: int) -> Phrase | None:
        """Whom "its" stands for behind a name: Acme in "Acme and its subsidiaries Orbit and Sky"."""
        grammar = self.grammar
        if grammar.word(first) not in ("its", "their") or grammar.word(first - 1) != "and":
            return None
        owner = grammar.phrase_until(first - 1)
        is_only = owner is not None and grammar.word(owner.first - 1) not in grammar_words("joining") | {","}
        is_named = owner is not None and is_name(grammar, owner) and grammar.words[owner.head][:1].isupper()
        return owner if is_only and is_named else None

    def _modifier(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """The name before the noun: "a Google subsidiary", "Acme founder Ann Lee"; not "a Norwegian firm"."""
        phrase, grammar = self._phrase, self.grammar
        if phrase is None:
            return
        last = self.first
        while (
            last > phrase.first
            and grammar.tags[last - 1] in ("JJ", "NN", "VBN")
            and last - 1 not in grammar.names
        ):
            last -= 1
        first = last
        while first > phrase.first and (first - 1 in grammar.names or grammar.tags[first - 1] in _NAME_TAGS):
            first -= 1
        if first < last and (last - first > 1 or grammar.words[first] not in load_demonyms()):
            name = grammar.names.get(last - 1)
            yield Phrase(grammar.columns, first, last, last - 1, name)

    def _named(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """The names before the noun, all that it is said of: "its Buick, Lincoln and Cadillac brands"."""
        grammar = self.grammar
        for last in self.slot("modifier"):
            if last.is_named or is_name(grammar, last):
                members = whole_list(grammar, last)
                for member in members if len(members) > 1 else names_before(grammar, last):
                    is_last = member.first <= last.first < member.last
                    yield last if is_last else without_owner(grammar, member)

    def _named_owner(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """Whose the things are that the names before the noun name."""
        grammar, phrase = self.grammar, self._phrase
        modifiers = self.slot("modifier")
        if phrase is None or not modifiers:
            return
        first = whole_list(grammar, modifiers[0])[0]
        if first.first >= phrase.first:
            yield from self.slot("possessor")
        elif first.possessor is not None:
            yield first.possessor
        elif grammar.word(first.first) in grammar_words("possessive"):
            yield Phrase(grammar.columns, first.first, first.first + 1, first.first)

    def _among(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """What is said to be among others: "Acme and Orbit are among its clients"."""
        grammar, phrase = self.grammar, self._phrase
        if phrase is None:
            return
        opening = phrase.first if phrase.possessor is None else phrase.possessor.first
        verb = opening - 2
        if grammar.word(opening - 1) not in grammar_words("among") or verb < grammar.first:
            return
        if grammar.word(verb) in grammar_words("listing") and grammar.is_finite(verb):
            subject = grammar.phrase_until(verb)
            if subject is not None:
                yield from whole_list(grammar, subject)

    def _counted(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """What somebody has among others: Orbit in "Acme counts Orbit and Sky among its clients"."""
        grammar = self.grammar
        members = self._before_among()
        if members and grammar.word(members[0].first - 1) in _COUNTING:
            yield from members

    def _counter(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """Who has them: Acme in "Acme counts Orbit and Sky among its clients"."""
        counted = self.slot("counted")
        if counted:
            verb = counted[0].first - 1
            yield from Predication(self.grammar, verb, verb + 1, is_verb=True).slot("subject")

    def _before_among(self) -> list[Phrase]:
        """The names right before "among" and the noun."""
        grammar, phrase = self.grammar, self._phrase
        if phrase is None:
            return []
        opening = phrase.first if phrase.possessor is None else phrase.possessor.first
        if grammar.word(opening - 1) not in grammar_words("among"):
            return []
        last = grammar.phrase_until(opening - 1)
        return whole_list(grammar, last) if last is not None and is_name(grammar, last) else []

    def _taker(self, verbs: tuple[str, ...]) -> Iterator[Phrase]:
        """Who takes what is told of: Acme in "A stake in Orbit was bought by Acme"."""
        grammar, phrase = self.grammar, self._phrase
        if phrase is None or phrase.head != self.last - 1:
            return
        start = grammar.extended(phrase)
        for i in range(start, min(start + 2 * _MAX_SUPPORT_GAP, grammar.last)):
            if grammar.tags[i] == "VBN":
                if grammar.word(i) in verbs and grammar.is_passive(i):
                    yield from Predication(grammar, i, i + 1, is_verb=True).slot("by")
                return
            if not grammar.is_verb(i) and not grammar.tags[i].startswith("RB"):
                return

    def _bearer(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """What is said to be the noun: "Orbit is a subsidiary", "Orbit, part of Acme"."""
        grammar, phrase = self.grammar, self._phrase
        if phrase is None:
            return
        noun = self.last - 1
        if phrase.head > noun:
            name = grammar.names.get(phrase.head)
            first = noun + 1 + (grammar.word(noun + 1) == "name")  # "the brand name Orbit"
            if name is not None or grammar.tags[first] in _NAME_TAGS:
                yield Phrase(grammar.columns, first, phrase.last, phrase.head, name)
            return
        said = self._said_to_be(frozenset((noun,))) or self._said_to_be(self._joined_heads(phrase))
        if said is not None:
            category, thing = said.category, said.thing
            head = grammar.phrase_at(thing.first)
            thing = thing if head is None else head
            is_of_one = said.form == "apposition" and category.determiner in ("a", "an")
            # "Acme and Orbit, a unit of Comet" says it of the last
            yield from [thing] if is_of_one else whole_list(grammar, thing)
            return
        opening = phrase.first if phrase.possessor is None else phrase.possessor.first
        while grammar.tags[opening - 1] == "RB" and opening - 1 > grammar.first:
            opening -= 1  # "Orbit, formerly part of"
        before = grammar.word(opening - 1)
        if before in grammar_words("as"):
            verb = next(
                (k for k in range(opening - 2, max(grammar.first, opening - 10), -1) if grammar.is_verb(k)),
                None,
            )
            if verb is not None and grammar.word(verb) in _CHOOSING and not grammar.is_passive(verb):
                chosen = grammar.object_of(verb)  # "Acme chose Orbit as its supplier" says it of Orbit
                yield from () if chosen is None or chosen.head > opening else [chosen]
                return
            subject = grammar.subject_of(verb) if verb is not None else None
            if verb is None and phrase.determiner and opening - grammar.first <= _MAX_SUPPORT_GAP:
                subject = subject_after_opening(grammar, phrase.last)  # "As a unit of Acme, Orbit builds"
                yield from () if subject is None else whole_list(grammar, subject)
            elif subject is not None and subject.head < opening:
                yield from whole_list(grammar, subject)
        elif before in OPENING_BRACKETS or before == ",":
            named = grammar.phrase_until(opening - 1)
            if named is not None and is_name(grammar, named):
                yield named
        elif (named := self._named_behind(phrase)) is not None:
            yield named
        elif phrase.determiner == "the":
            made = grammar.phrase_until(opening)  # "The deal makes Acme the largest shareholder"
            if made is not None and is_name(grammar, made) and grammar.word(made.first - 1) in _CHANGING:
                yield made

    def _said_to_be(self, nouns: frozenset[int]) -> Description | None:
        """What the sentence says to be one of these nouns, by their tokens."""
        for description in self.grammar.descriptions():
            category = description.category
            if category.head in nouns and (category.name is None or description.form == "inverted"):
                return description
        return None

    def _joined_heads(self, phrase: Phrase) -> frozenset[int]:
        """The nouns that "and" joins a bare one to: "a poet and |owner", "the head of Acme and |founder"."""
        grammar = self.grammar
        i = phrase.first - 1
        if phrase.determiner or phrase.possessor is not None or grammar.word(i) != "and":
            return frozenset()
        before = grammar.phrase_until(i)
        return frozenset() if before is None else frozenset(each.head for each in grammar.chain(before))

    def _named_behind(self, phrase: Phrase) -> Phrase | None:
        """The name between commas behind what a noun is of: "The owner of Brightcell, Orbit Ltd, sold"."""
        grammar = self.grammar
        last = grammar.extended(phrase)
        if phrase.determiner != "the" or grammar.tags[phrase.head] != "NN" or last == phrase.last:
            return None
        if grammar.word(phrase.first - 1) in PREPOSITIONS and not any(
            grammar.is_finite(i) for i in range(grammar.first, phrase.first)
        ):
            return None  # "On behalf of the owner of Brightcell, Ann Lee, a lawyer, sued"
        return apposed_from(grammar, phrase._replace(last=last))

    def _beside(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """The names right after the noun: "rival Orbit", "partners Acme and Orbit"."""
        grammar, phrase, noun = self.grammar, self._phrase, self.last - 1
        if phrase is not None and phrase.head > noun:
            yield from self.slot("bearer")
            return
        beside = None if phrase is None else grammar.phrase_from(self.last)
        if beside is not None and beside.first == self.last and is_name(grammar, beside):
            yield from whole_list(grammar, beside)

    def _listed(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """The names that a plural introduces: "its clients include A and B", "rivals such as A"."""
        grammar, phrase = self.grammar, self._phrase
        if phrase is None or phrase.head != self.last - 1:
            return
        i = grammar.extended(phrase)
        for start in dict.fromkeys((phrase.last, i)):
            k = after_places(grammar, start)
            k += grammar.word(k) == ","
            if grammar.word(k) in OPENING_BRACKETS:
                k += 1
            example = after_including(grammar, k)
            k += grammar.word(k) in _HAVING and grammar.word(k + 1) == "included"
            if example is None and (grammar.word(k) in grammar_words("listing") or grammar.word(k) == ":"):
                k = grammar.after_adverbs(k + 1)
                k += grammar.word(k) in MARKS_OF_LISTS
                example = grammar.phrase_from(k) or capitalised_from(grammar, k)
                inner = example is not None and after_including(grammar, example.last)
                example = inner or example
            if example is not None:
                if not (start > phrase.last and is_served(grammar, grammar.phrase_until(start))):
                    yield from parted(grammar, phrase, self._listed_from(example))
                return

    def _topic(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """Whose things a plural that opens a sentence means: of "Acme grew. Other clients include A" Acme."""
        grammar, phrase = self.grammar, self._phrase
        if phrase is None or phrase.head != self.last - 1 or grammar.tags[phrase.head] != "NNS":
            return
        is_bare = (
            phrase.possessor is None
            and not phrase.is_named
            and (not phrase.determiner or phrase.determiner in _QUANTIFYING)
        )
        is_first = grammar.after_adverbs(grammar.first) >= phrase.first
        if not is_bare or not is_first or self.slot("modifier") or grammar.word(phrase.last) == "of":
            return
        found = grammar.topic()
        if found is not None:
            yield found

    def _support(self, verbs: tuple[str, ...]) -> Iterator[Phrase]:
        """Who does the deed of a noun: Acme in "Acme completed the purchase of", "has a stake in"."""
        grammar, phrase = self.grammar, self._phrase
        if phrase is None or phrase.head != self.last - 1 or phrase.possessor is not None:
            return
        opening = before_quantity(grammar, phrase.first)
        if opening < phrase.first and grammar.tags[opening - 1] in ("DT", "PRP$"):
            opening -= 1  # "completed its $3bn purchase"
        if grammar.word(opening - 1) == "of":  # "has a number of clients"
            whole = grammar.phrase_until(opening - 1)
            is_frame = whole is not None and "frame" in classes_of(whole)
            opening = whole.first if whole is not None and is_frame else opening
        for k in range(opening - 1, max(grammar.first, opening - 1 - _MAX_SUPPORT_GAP) - 1, -1):
            if grammar.is_verb(k):
                if verbs and grammar.word(k) not in verbs:
                    return
                deed = Predication(grammar, k, k + 1, is_verb=True)
                if not deed.passive:
                    yield from deed.slot("subject")
                return
            if grammar.phrase_at(k) is not None or grammar.word(k) in grammar_words("joining"):
                return

    def _in_which(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """What "in which" points back to: Orbit in "Orbit, in which Acme holds a stake"."""
        grammar = self.grammar
        for i in range(self.first - 1, max(grammar.first, self.first - 2 * MAX_GAP_TOKENS), -1):
            if grammar.word(i) == "which" and grammar.word(i - 1) in grammar_words("belonging"):
                found = grammar.phrase_until(i - 1 - (grammar.word(i - 2) == ","))
                if found is not None:
                    yield from whole_list(grammar, found)
                return

    def _joint(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """Both sides after "between": "the alliance between A and B"."""
        grammar, phrase = self.grammar, self._phrase
        if phrase is None or phrase.head != self.last - 1:
            return
        for i in range(phrase.last, min(phrase.last + 5, grammar.last)):
            if grammar.word(i) in grammar_words("between"):
                found = grammar.phrase_from(i + 1)
                if found is not None:
                    yield from names_of(grammar, found)
                return

    def _copula(self, words: tuple[str, ...]) -> Iterator[Phrase]:
        """The place of "its headquarters are in Lyon"."""
        grammar, phrase = self.grammar, self._phrase
        if phrase is None or phrase.head != self.last - 1:
            return
        for start in dict.fromkeys((phrase.last, grammar.extended(phrase))):
            if grammar.word(start) in grammar_words("listing") and grammar.is_finite(start):
                found = self._near(start + 1, words)
                if found is not None:
                    yield from self._listed_from(found)
                return

    def _later(self, words: tuple[str, ...]) -> Iterator[Phrase]:
        """The phrase after words that come later in the clause: "led by A, with participation from B"."""
        grammar = self.grammar
        i = self.last
        while i < min(grammar.last, self.last + 4 * MAX_GAP_TOKENS):
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
                members = self._listed_from(found)
                yield from members
                i = max(i, members[-1].last) if members else i

    def _user(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """Who uses a means; for "they trained the model using X" the model."""
        grammar, verb = self.grammar, self.first
        head = grammar.columns.heads[verb]
        is_participle = grammar.tags[verb] == "VBG"
        if is_participle and grammar.word(self.start - 1) not in grammar_words("agent"):
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
        if found is not None:
            yield from self._exemplified(as_one(grammar, self._owners(found)))

    def _exemplified(self, members: Iterable[Phrase]) -> Iterator[Phrase]:
        """The members of a subject, or the examples of a plural: "Companies such as Acme and Orbit use"."""
        for member in members:
            is_plural = self.grammar.tags[member.head] == "NNS"
            examples = examples_of(self.grammar, member) if is_plural else []
            self.introduced.update((example.head, member) for example in examples)
            yield from examples or [member]

    def _purpose(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """What is made in "used to build Orbit"."""
        grammar = self.grammar
        i = grammar.after_adverbs(self.last)
        if i >= grammar.last or grammar.tags[i] != "TO":
            return
        verb = grammar.after_adverbs(i + 1)
        if grammar.word(verb) in grammar_words("making"):
            found = grammar.object_of(verb)
            if found is not None:
                yield from self._listed_from(found)

    def _stranded(self, words: tuple[str, ...]) -> Iterator[Phrase]:
        """What a preposition left behind means: "the data (that) it was trained on"."""
        grammar, verb = self.grammar, self.first
        if grammar.word(verb + 1) not in words or grammar.phrase_from(verb + 2) is not None:
            return
        subjects = self.slot("subject")
        if not subjects or subjects[0].first <= grammar.first:
            return
        thing = subjects[0]
        before = thing.first - (grammar.word(thing.first - 1) in grammar_words("pronoun"))
        means = grammar.phrase_until(before)
        if means is None:
            return
        for i in range(verb + 2, min(grammar.last, verb + 2 * MAX_GAP_TOKENS)):
            if grammar.word(i) in grammar_words("listing") and grammar.is_finite(i):
                yield from self._items_from(i + 1)
                return
        yield means

    # Hyphenated words

    def _prefix(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """What stands before the hyphen: Google in "Google-owned YouTube"."""
        grammar, i = self.grammar, self.first
        if i - 2 < grammar.first or grammar.words[i - 1] != "-" or grammar.spaced[i - 2]:
            return
        name = grammar.names.get(i - 2)
        first = i - 2
        while first - 1 >= grammar.first and name is not None and grammar.names.get(first - 1) is name:
            first -= 1
        yield Phrase(grammar.columns, first, i - 1, i - 2, name)

    def _suffixed(self, _: tuple[str, ...]) -> Iterator[Phrase]:
        """The noun after a hyphenated word, or its instance: "Google-owned sites like YouTube"."""
        grammar, i = self.grammar, self.first
        noun = next(
            (p for k in range(i, min(i + 6, grammar.last)) if (p := grammar.phrase_at(k)) and p.head > i),
            None,
        )
        if noun is None or noun.first > i + 1:
            return
        named = self._instance_before(min(i - 2, noun.first))
        if named is not None:
            yield named
            return
        if noun.first <= i < noun.head:
            noun = noun._replace(first=i + 1, possessor=None, inner=())
        if noun.name is None:
            apposed = apposed_from(grammar, noun)
            if apposed is not None:
                yield apposed  # "the Google-owned video site, YouTube,"
                return
            for description in grammar.descriptions():
                if description.category.head == noun.head and description.form != "called":
                    yield description.thing
                    return
        word = grammar.word(i)
        for member in self._listed_from(noun):
            own = [k for k in range(member.first, member.last) if grammar.word(k) == word]
            if not own or i in own:  # "UK-based Acme and France-based Orbit"
                yield member

    def _instance_before(self, i: int) -> Phrase | None:
        """The name in "Orbit and other Acme-owned products", an instance of what follows "other"."""
        grammar = self.grammar
        if grammar.word(i) in grammar_words("other"):
            i += 1
        if grammar.word(i - 1) in grammar_words("other") and grammar.word(i - 2) in grammar_words("joining"):
            before = grammar.phrase_until(i - 3 if grammar.word(i - 3) == "," else i - 2)
            return before if before is not None and before.is_named else None
        return None

    def _is_after_date(self, opening: int) -> bool:
        """Whether only a date stands before token `opening`: "In May 2014, in partnership with"."""
        grammar = self.grammar
        return after_date(grammar, grammar.first + 1) + (grammar.word(opening - 1) == ",") >= opening

    def _occasion(self, words: tuple[str, ...]) -> Iterator[Phrase]:
        """Who acts in a deed that is only mentioned: A in "In partnership with B, A built"."""
        grammar, phrase = self.grammar, self._phrase
        if phrase is None or phrase.possessor is not None:
            return
        opening = phrase.first - 1
        if grammar.word(opening) not in words:  # "under the Buick and Cadillac brands"
            opening = min((member.first for member in self.slot("named")), default=opening + 1) - 1
        if grammar.word(opening) not in words:
            return
        verb = next((k for k in range(opening - 1, grammar.first - 1, -1) if grammar.is_finite(k)), None)
        if verb is None:
            is_opening = opening - grammar.first < _MAX_SUPPORT_GAP or self._is_after_date(opening)
            found = subject_after_opening(grammar, phrase.last) if is_opening else None
            if found is None:
                before = grammar.phrase_until(opening - (grammar.word(opening - 1) == ","))
                found = before
        else:
            found = grammar.subject_of(verb)
        if found is not None:
            yield from whole_list(grammar, found)


_READERS: Mapping[str, Callable[[Predication, tuple[str, ...]], Iterator[Phrase]]] = {
    "subject": Predication._subject,  # noqa: SLF001 - the table of this class
    "object": Predication._object,  # noqa: SLF001
    "taken": Predication._taken,  # noqa: SLF001
    "by": Predication._by,  # noqa: SLF001
    "doer": Predication._doer,  # noqa: SLF001
    "PREP": Predication._prep,  # noqa: SLF001
    "relative": Predication._relative,  # noqa: SLF001
    "fronted": Predication._fronted,  # noqa: SLF001
    "of": Predication._of,  # noqa: SLF001
    "possessor": Predication._possessor,  # noqa: SLF001
    "modifier": Predication._modifier,  # noqa: SLF001
    "named": Predication._named,  # noqa: SLF001
    "named_owner": Predication._named_owner,  # noqa: SLF001
    "among": Predication._among,  # noqa: SLF001
    "counted": Predication._counted,  # noqa: SLF001
    "counter": Predication._counter,  # noqa: SLF001
    "taker": Predication._taker,  # noqa: SLF001
    "bearer": Predication._bearer,  # noqa: SLF001
    "beside": Predication._beside,  # noqa: SLF001
    "listed": Predication._listed,  # noqa: SLF001
    "topic": Predication._topic,  # noqa: SLF001
    "support": Predication._support,  # noqa: SLF001
    "in_which": Predication._in_which,  # noqa: SLF001
    "joint": Predication._joint,  # noqa: SLF001
    "occasion": Predication._occasion,  # noqa: SLF001
    "user": Predication._user,  # noqa: SLF001
    "PURPOSE": Predication._purpose,  # noqa: SLF001
    "STRANDED": Predication._stranded,  # noqa: SLF001
    "COPULA": Predication._copula,  # noqa: SLF001
    "LATER": Predication._later,  # noqa: SLF001
    "prefix": Predication._prefix,  # noqa: SLF001
    "suffixed": Predication._suffixed,  # noqa: SLF001
}
SLOTS = frozenset(_READERS)
"""The slots that a form can name.

`PREP`, `STRANDED`, `COPULA`, `LATER`, `support`, `taker` and `occasion` take words after a colon, with a bar
between them: `LATER:with|alongside`. Without any, those in capitals take the trigger's own prepositions.
"""
