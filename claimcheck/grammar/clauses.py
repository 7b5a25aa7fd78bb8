"""Verbs with their arguments: the part of the grammar that the relation kinds share.

Arguments are read from the words next to a verb and from the arcs of the parse: neither is trusted alone,
because a small parser misplaces about one arc in six.
"""

from __future__ import annotations

from claimcheck.grammar.coordinations import Coordinations
from claimcheck.grammar.gatherings import is_of_whole
from claimcheck.grammar.misread_verbs import subject_of_misread_verb
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS, stands_beside_clause
from claimcheck.grammar.phrases import Phrase, classes_of
from claimcheck.grammar.verb_groups import BE, DATING, HAVE, MAX_GAP_TOKENS, PREPOSITIONS, RELATIVE
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.tagging.penn_tags import FINITE

_RELATIVE_OWNERS = WordSet("grammar/relative_owner")
_JOINTS = WordSet("grammar/clause_joint")
_PLANNED = WordSet("grammar/planned")
_MADE_TO_DO = WordSet("grammar/made_to_do")
_OF_PLACES = WordSet("grammar/done_to_places")
_DONE_TO_FIRMS = WordSet("grammar/done_to_firms")
_BEFORE_MEMBERS = WordSet("grammar/before_members")


class SentenceGrammar(Coordinations):
    """Phrases, verbs with their arguments, and coordinations of one sentence."""

    __slots__ = ()

    def _thing_in(self, place: Phrase) -> Phrase | None:
        """What stands in a place that only ends its phrase: "a plant in Peoria, Arizona"."""
        if place.label != "place":
            return None
        town = self._town(place)
        thing = self.phrase_at(self.columns.heads[town.head])
        is_inner = self.deps[town.head] == "nmod" and thing is not None and thing.last <= town.first
        return thing if is_inner else None

    def _town(self, place: Phrase) -> Phrase:
        """The place that the next one only says more of: "Peoria, Arizona"."""
        while self._is_place_after_comma(place.first - 1):
            place = self.phrase_until(place.first - 1) or place
        return place

    def _planned_before(self, verb: int) -> Phrase | None:
        """What a plan behind its noun is of: "a plant in Peoria, due to open", "a bridge set to open"."""
        plan = verb - 2
        if plan <= self.first or self.word(verb - 1) != "to" or self.word(plan) not in _PLANNED:
            return None
        if self.tags[plan] == "VBD":
            return None  # "Acme, the firm of Ann Lee, planned to close"
        found = self.phrase_until(plan - (self.word(plan - 1) == ","))
        return None if found is None else self._thing_in(found) or found

    def subject_of(self, verb: int) -> Phrase | None:
        """What the verb's clause is about; for a participle after a noun, that noun."""
        found = self._subject_of(verb)
        if found is None or verb == self.first:
            return found
        if self.words[verb - 1] != "-":
            return self._whole_of(found, verb)
        start = self.group_start(verb)
        if not found.first < start < found.last:
            return found
        return found._replace(last=start, head=start - 1, name=self.names.get(start - 1))  # "Acme co-founded"

    def _whole_of(self, found: Phrase, verb: int) -> Phrase:
        """The series for its tablets, where a participle is of it: "a series of tablets designed by Acme"."""
        preposition = found.first - 1
        if found.last != verb or preposition <= self.first or self.word(preposition) not in PREPOSITIONS:
            return found
        whole = self.phrase_until(preposition)
        if whole is None or whole.last != preposition:
            return found
        return whole if is_of_whole(self.columns, whole.head, preposition, found.head, verb) else found

    def _subject_of(self, verb: int) -> Phrase | None:
        """`subject_of` with the parts of a verb before a hyphen still in it: "Acme co"."""
        beside = self._subject_beside(verb)
        start = self.group_start(verb)
        if not self.columns.is_parsed:
            return beside
        planned = self._planned_before(verb)
        if planned is not None:
            return planned
        misread = subject_of_misread_verb(self.columns, verb)
        if misread is not None:
            return self.phrase_at(misread)
        is_after_comma = self.word(self._before_adverbs(start) - 1) == ","
        is_helped = self.word(start) in BE or self.word(start) in HAVE or self.tags[start] == "MD"
        is_bare = self.tags[verb] == "VBN" and start + 2 > verb and not is_helped
        if beside is not None and is_after_comma and is_bare:
            return self._behind_comma(verb, start, beside)
        before = self._named_of_whose(start) or self.before_insertion(start)
        if before is not None and not self._is_joined_subject(before, verb):
            return before
        return self._subject_by_arcs(verb, start, beside)

    def _behind_comma(self, verb: int, start: int, beside: Phrase) -> Phrase | None:
        """What a participle behind a comma says more of: "Ann Lee, also known as"."""
        agent_of = self._verb_of_agent(beside)
        if agent_of is not None and not self._is_of_agent(verb, agent_of, beside):
            return self.subject_of(agent_of)  # "a suite created by Acme, released in 1975"
        # "Ann Lee, also known as": the arcs of such participles are the least sure
        is_of_thing = self.deps[verb].startswith("acl") and self.lowers[verb] not in _OF_PLACES
        # "the oldest loom in Europe, built in 1587"
        thing = self._thing_in(beside) if is_of_thing else None
        return self._described_before(beside, start) or thing or beside

    def _subject_by_arcs(self, verb: int, start: int, beside: Phrase | None) -> Phrase | None:
        """The subject of a verb, or of what it hangs on; what stands beside it where the arcs give none."""
        token = verb
        for _ in range(8):  # longer chains of clauses are misread ones
            for child in self.columns.lefts(token):
                if self.deps[child] in NOUN_SUBJECTS and not stands_beside_clause(self.columns, child):
                    found = self.antecedent(child, token)
                    if found is not None:
                        found = self._by_number(found, verb) or found
                        return beside if self._is_of_later_clause(beside, found) else found
            head = self.columns.heads[token]
            relation = self.deps[token]
            if relation in ("acl:relcl", "acl"):
                return self.phrase_at(head) or beside
            later = self._subject_of_clause_between(head, token, start) if relation == "conj" else None
            if later is not None:
                return later
            if relation not in ("conj", "xcomp", "advcl", "aux", "aux:pass", "cop", "parataxis", "ccomp"):
                break
            made = self._made_to(token, head) if relation in ("xcomp", "advcl") else None
            if made is not None:
                return made
            if head == token or not self.first <= head < self.last:
                break
            if relation in ("ccomp", "parataxis") and beside is not None:
                break
            token = head
        return beside

    def _is_joined_subject(self, member: Phrase, verb: int) -> bool:
        """Whether a phrase is a later member of the subject that the arcs give a verb: "Tom Orr and
        | Ann Ray, both 16, left".
        """
        root = self.columns.root(member.first, member.last)
        return self.deps[root] == "conj" and any(
            self.deps[child] in NOUN_SUBJECTS and child == self.columns.first_joined(root)
            for child in self.columns.lefts(verb)
        )

    def _subject_of_clause_between(self, head: int, verb: int, start: int) -> Phrase | None:
        """The subject of the last clause before a joined verb, where a tree joins that clause, too, to the
        first, or has it told there: "Rents fell, and | the club | was founded in May and won in June", "She
        said that | the club | was sold and is in debt".
        """
        for clause in reversed(list(self.columns.rights(head))):
            if clause >= verb or not (self.deps[clause] == "conj" or self._is_told_of_state(clause, start)):
                continue
            for child in self.columns.lefts(clause):
                if self.deps[child] in NOUN_SUBJECTS and child > head:
                    return self.antecedent(child, clause)
        return None

    def _is_told_of_state(self, clause: int, start: int) -> bool:
        """Whether a clause with "that" goes on in a verb group at `start` with "is": what somebody is is
        more often told by them of others than by the text of them.
        """
        if self.deps[clause] != "ccomp" or self.word(start) not in BE:
            return False
        return any(self.word(child) == "that" for child in self.columns.lefts(clause))

    def _made_to(self, verb: int, governor: int) -> Phrase | None:
        """Who is led or forced to do what an infinitive tells: him in "Fame led him to leave in 1895"."""
        if self.tags[verb] != "VB" or self.lowers[governor] not in _MADE_TO_DO:
            return None
        to = next((i for i in range(governor + 1, verb) if self.tags[i] == "TO"), None)
        made = None if to is None else self.phrase_until(to)
        is_whole = made is not None and made.last == to and made.first == governor + 1
        return made if is_whole and self.tags[governor + 1] != "CD" else None  # "helped 40 to escape in 2021"

    def _by_number(self, found: Phrase, verb: int) -> Phrase | None:
        """What a relative clause is about whose second verb the arcs give to the main clause, told by number:
        "Matches are held at the Dome, which was built by Acme and is owned by the town".
        """
        start = self.group_start(verb)
        if self.tags[start] != "VBZ" or self.tags[found.head] != "NNS" or self.word(start - 1) not in _JOINTS:
            return None
        for i in range(start - 1, found.last, -1):
            if self.tags[i] == "WDT":
                antecedent = self.phrase_until(i - (self.word(i - 1) == ","))
                is_one = antecedent is not None and self.tags[antecedent.head] in ("NN", "NNP")
                return antecedent if is_one else None
        return None

    def _is_of_later_clause(self, beside: Phrase | None, found: Phrase) -> bool:
        """Whether the phrase beside a verb is of a clause behind that of the arcs: "One was in May and the
        other in June was full".
        """
        if beside is None or beside.first <= found.last:
            return False
        if ";" in self.words[found.last : beside.first]:
            return True  # "It is run by Acme; its head, Ann Lee, is a chemist"
        if self.word(beside.first - 1) not in _JOINTS:
            return False
        return any(self.is_finite(i) for i in range(found.last, beside.first))

    def _is_of_agent(self, verb: int, agent_of: int, agent: Phrase) -> bool:
        """Whether a participle behind a comma says of the firm before it what is said of firms alone: of Acme
        in "It was bought by Acme, founded in 1990".
        """
        is_of_firms = self.lowers[verb] in _DONE_TO_FIRMS and agent.label == "organization"
        return is_of_firms and self.is_finite(self.group_start(agent_of))

    def _verb_of_agent(self, phrase: Phrase) -> int | None:
        """The participle whose agent or place a phrase is: "run by Acme and Orbit", "based in Lyon, Utah"."""
        by = phrase.first - 1
        if phrase.is_named and self.word(by) in grammar_words("joining"):
            joined = self.phrase_until(by)
            by = by if joined is None or not joined.is_named else joined.first - 1
        while self._is_place_after_comma(by):
            before = self.phrase_until(by)
            by = by if before is None else before.first - 1
        is_after = by - 1 >= self.first and self.word(by) in PREPOSITIONS and self.tags[by - 1] == "VBN"
        return by - 1 if is_after else None

    def _is_place_after_comma(self, i: int) -> bool:
        """Whether token `i` is the comma between two places."""
        if self.word(i) != "," or i - 1 < self.first:
            return False
        names = (self.names.get(i - 1), self.names.get(i + 1))
        return all(name is not None and name.label == "place" for name in names)

    def _described_before(self, beside: Phrase, start: int) -> Phrase | None:
        """What a participle after a comma says more of, where the phrase beside it only belongs to that.

        Orbit in "Orbit is an album by Ann Lee, released in", the college of "The college in Lyon, built in".
        """
        outer = self.outermost(self._town(beside))  # "a firm in Madison, Wisconsin, owned by"
        verb = next((i for i in range(start - 1, self.first - 1, -1) if self.is_finite(i)), None)
        if outer is None or outer is beside or "person" in classes_of(outer):
            return None  # what is said of a singer with Acme may be said of Acme
        if verb is None:
            is_founded = bool(classes_of(outer) & {"organization", "product"})
            return outer if outer.first == self.first and is_founded and not outer.is_named else None
        is_category = outer.first == self.after_adverbs(verb + 1) and bool(outer.determiner)
        return self._subject_beside(verb) if self.word(verb) in BE and is_category else None

    def _named_of_whose(self, start: int) -> Phrase | None:
        """The name between commas of what "whose" opens: Ann Lee in "Acme, whose chairman, Ann Lee, owns"."""
        comma = self._before_adverbs(start) - 1
        name = self.phrase_until(comma) if self.word(comma) == "," else None
        if name is None or not name.is_named or self.word(name.first - 1) != ",":
            return None
        kind = self.phrase_until(name.first - 1)
        is_whose = kind is not None and not _RELATIVE_OWNERS.isdisjoint(
            self.lowers[kind.first - 1 : kind.last]
        )
        return name if is_whose else None

    def before_insertion(self, start: int) -> Phrase | None:
        """The subject before an insertion that ends before the verb group: "Acme, once called Orbit, is"."""
        if self.word(start - 1) != "," or not self.is_finite(start):
            return None
        is_clause = False
        for i in range(start - 2, max(self.first, start - 3 * MAX_GAP_TOKENS), -1):
            if self.is_finite(i):
                is_clause = True
            if self.word(i) == ",":
                if is_clause and self.tags[i + 1] not in ("WP", "WDT"):
                    return None
                phrase = self.phrase_until(i)
                if phrase is None or (self.word(i + 1) in ("and", "or")):
                    continue
                outer = self.outermost(phrase)
                if (
                    outer is not None
                    and (outer.is_named or (outer.determiner == "the" and _may_be_a_firm(outer)))
                    and (
                        outer.first == self.first
                        or self.word(outer.first - 1) in (",", "and", "that", '"', "“", "but")
                    )
                ):
                    return outer
        return None

    def antecedent(self, subject: int, verb: int) -> Phrase | None:
        """The phrase of a subject; what a relative pronoun stands for."""
        word = self.lowers[subject]
        if word not in RELATIVE or (word == "that" and self.tags[subject] == "DT"):
            return self.phrase_at(subject)
        before = subject - 1
        if self.word(before) == ",":
            before = self._before_time(self.before_participle(before) - 1)
        beside = self.phrase_until(before + 1)
        head = None
        if self.deps[verb] in ("acl:relcl", "acl"):
            head = self.phrase_at(self.columns.heads[verb])
        return self._behind_name(head or beside, subject)

    def _behind_name(self, phrase: Phrase | None, relative: int) -> Phrase | None:
        """What "that" stands for behind a bare name, which it cannot be said of: the tool in "a tool made by
        Acme that runs on Linux".
        """
        if phrase is None or not phrase.is_named or phrase.determiner or phrase.last > relative:
            return phrase
        if self.word(relative) != "that" or self.tags[relative] == "DT":
            return phrase
        participle = self._verb_of_agent(phrase)
        if participle is None:
            return phrase
        before = self._before_adverbs(participle)
        outer = self.phrase_until(before - (self.word(before - 1) == ","))
        return phrase if outer is None or outer.is_named else outer

    def _before_time(self, i: int) -> int:
        """The token before a date that ends with token `i` and its preposition: a relative is of no date."""
        end = self.ends[i]
        date = next((date for date in self.sentence.dates if date.end == end), None)
        if date is None:
            return i
        while i > self.first and self.starts[i] >= date.start:
            i -= 1
        return i - 1 if i > self.first and self.word(i) in DATING else i

    def before_participle(self, comma: int) -> int:
        """The comma before what a participle tells in passing: "a tool, |also written in Go, that runs"."""
        for i in range(comma - 1, max(self.first, comma - 2 * MAX_GAP_TOKENS), -1):
            if self.is_finite(i):
                break
            if self.word(i) == ",":
                return i if self.tags[self.after_adverbs(i + 1)] == "VBN" else comma
        return comma

    def _subject_beside(self, verb: int) -> Phrase | None:
        """The phrase right before the verb group, over a relative pronoun, a bracket or a comma."""
        start = self.group_start(verb)
        i = start if self.is_finite(start) else self._before_adverbs(start)
        relative = i - 1
        if self.word(relative) in RELATIVE and relative not in self.names:
            i -= 1
        if self.word(i - 1) == ",":
            i = self.before_participle(i - 1) if i < start else i - 1
        phrase = self._behind_name(self.phrase_until(i), relative)
        if phrase is None or i < start or not self.is_finite(start):
            return phrase
        return self.outermost(phrase)

    def object_of(self, verb: int) -> Phrase | None:
        """What follows the verb as its object."""
        beside = self.first_member_from(self.after_adverbs(verb + 1))
        if beside is not None and not self.is_finite(beside.last):
            return beside
        if self.columns.is_parsed:
            for child in self.columns.rights(verb):
                if self.deps[child] == "obj" and child < self.last:
                    return self.phrase_at(child)
        if beside is not None and self.tags[beside.head] == "PRP":
            return None  # the subject of what follows: "Acme announced it would"
        return beside

    def first_member_from(self, i: int) -> Phrase | None:
        """The phrase at token `i`, over a word that only opens a list: "neither Acme nor Orbit"."""
        found = self.phrase_from(i)
        return self.phrase_from(i + 1) if found is None and self.word(i) in _BEFORE_MEMBERS else found

    def complement(
        self, start: int, prepositions: tuple[str, ...], *, limit: int = MAX_GAP_TOKENS
    ) -> Phrase | None:
        """The phrase after the first of the prepositions from token `start` on, before any other verb."""
        i = start
        while i < min(self.last, start + limit):
            for preposition in prepositions:
                words = preposition.split()
                if all(self.word(i + k) == word for k, word in enumerate(words)):
                    phrase = self.phrase_from(i + len(words))
                    if phrase is not None:
                        return phrase
            if self.words[i] in (";", ":") or (self.tags[i] in FINITE and self.phrase_at(i) is None):
                return None
            i += 1
        return None


def _may_be_a_firm(phrase: Phrase) -> bool:
    return "organization" in classes_of(phrase)
