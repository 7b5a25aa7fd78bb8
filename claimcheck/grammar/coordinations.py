"""What is joined to a phrase or hangs on it: "Python, PyTorch, and the compiler", "the head of the lab"."""

from __future__ import annotations

from claimcheck.grammar.kind_nouns import transparent_nouns
from claimcheck.grammar.phrases import QUOTES, Phrase
from claimcheck.grammar.verb_groups import MAX_GAP_TOKENS, PREPOSITIONS, VerbGroups
from claimcheck.lexicons.word_sets import WordSet

_GROUPED_BY = WordSet("grammar/grouping")


class Coordinations(VerbGroups):
    """Phrases of one sentence with those that are joined to them."""

    __slots__ = ()

    def members(self, phrase: Phrase) -> list[Phrase]:
        """The phrase and what is coordinated with it after it: "Python, PyTorch, and the new compiler"."""
        found = [phrase]
        while True:
            nxt, is_last = self._next_member(found[-1])
            if nxt is None or not self._goes_on(phrase, nxt):
                return found if len(found) < 3 or not self._is_run_on(found) else found[:1]
            found.append(nxt)
            if is_last:
                return found

    def joint(self, phrase: Phrase) -> Phrase:
        """A coordination as one phrase: "Acme and Orbit"."""
        members = self.members(phrase)
        return phrase if len(members) == 1 else phrase._replace(last=members[-1].last)

    def _is_run_on(self, found: list[Phrase]) -> bool:
        """Whether commas alone join the phrases, as appositions would be."""
        return False if all(self._has_name(p) for p in found) else self.word(found[-1].first - 1) == ","

    @staticmethod
    def _has_name(phrase: Phrase) -> bool:
        return phrase.is_named

    def _next_member(self, phrase: Phrase) -> tuple[Phrase | None, bool]:
        """The phrase joined to this one, and whether "and" says it is the last."""
        i = phrase.last
        while self.word(i) in QUOTES:
            i += 1
        if self.word(i) == "(":
            close = i
            while close < self.last and self.words[close] != ")":
                close += 1
            i = close + 1 if close - i <= MAX_GAP_TOKENS else i
        has_comma = self.word(i) == ","
        i += has_comma
        joint = self.word(i)
        is_last = joint in ("and", "or", "&", "/", "plus") or (joint == "as" and self.word(i + 1) == "well")
        if is_last:
            i += 3 if joint == "as" else 1
        if not has_comma and not is_last:
            return None, False
        if self.word(i) == "(" and self.word(i + 2) == ")":  # "(2) the second item"
            i += 3
        return self.phrase_from(i), is_last

    def _goes_on(self, first: Phrase, member: Phrase) -> bool:
        """Whether a joined phrase is another member and not the subject of a clause of its own."""
        if self.tags[member.first] in ("PRP", "WP"):
            return False
        after = self.after_adverbs(member.last)
        if not self.is_finite(after):
            comma_only = self.word(member.first - 1) == ","
            # ", a company that ..." after a name is an apposition
            return not (comma_only and first.is_named and member.determiner and not member.is_named)
        return not any(
            self.is_finite(i) for i in range(max(self.first, first.first - 3 * MAX_GAP_TOKENS), first.first)
        )

    def content(self, phrase: Phrase) -> Phrase:
        """What a phrase is about where its own noun only measures or frames: "the power of PyTorch"."""
        for _ in range(3):
            if (
                phrase.noun not in transparent_nouns()
                or phrase.name is not None
                or self.word(phrase.last) not in ("of", "to")
            ):
                return phrase
            inner = self.phrase_from(phrase.last + 1)
            if inner is None:
                return phrase
            phrase = inner
        return phrase

    def instances(self, phrase: Phrase) -> list[Phrase]:
        """The members of a phrase, or the examples given for it: "platforms such as AWS and GCP"."""
        i = phrase.last
        i += self.word(i) == ","
        if self.word(i) == "like" or self.word(i) == "including" or self.word(i) == "namely":
            example = self.phrase_from(i + 1)
        elif self.word(i) == "such" and self.word(i + 1) == "as":
            example = self.phrase_from(i + 2)
        else:
            example = None
        if example is not None and example.is_named and phrase.name is None:
            return self.members(example)
        return [self.content(member) for member in self.members(phrase)]

    def extended(self, phrase: Phrase) -> int:
        """The token after the phrase and the prepositional phrases that follow it."""
        last = phrase.last
        for _ in range(4):
            if self.word(last) not in _GROUPED_BY:
                break
            inner = self.phrase_from(last + 1)
            if inner is None:
                break
            last = inner.last
        return last

    def outermost(self, phrase: Phrase) -> Phrase | None:
        """What a chain such as "the head of the lab at Acme" begins with; None after a mere preposition."""
        for _ in range(4):
            preposition = phrase.first_with_possessor - 1
            if self.word(preposition) not in PREPOSITIONS:
                return phrase
            before = self.phrase_until(preposition)
            if before is None:
                return None
            phrase = before
        return phrase

    def chain(self, phrase: Phrase) -> list[Phrase]:
        """The phrase and those it hangs on by prepositions, the innermost first."""
        found = [phrase]
        for _ in range(4):
            preposition = found[-1].first_with_possessor - 1
            before = self.phrase_until(preposition) if self.word(preposition) in PREPOSITIONS else None
            if before is None:
                return found
            found.append(before)
        return found

    def is_ranked(self, phrase: Phrase) -> bool:
        """Whether a superlative or an ordinal stands in the phrase."""
        starts = {self.starts[i] for i in range(phrase.first, phrase.head)}
        return any(self.tags[i] in ("JJS", "RBS") for i in range(phrase.first, phrase.head)) or any(
            quantity.kind == "ordinal" and quantity.number_start in starts
            for quantity in self.sentence.quantities
        )
