"""The noun that a number counts or is a part of: behind it, shared with the next one, or behind a size."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_comparators, load_noun_phrase_ends, load_number_cues
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import (
    NounPhrase,
    find_counted_noun,
    find_noun_phrase,
    find_of_phrase,
    follows_band,
    with_of_phrase,
)
from claimcheck.quantities.fraction_kinds import size_of
from claimcheck.quantities.right_bounds import after_phrase

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount

_HALF = Decimal("0.5")
_HALVED = WordPattern(
    r" (?:the|<common/possessor>|your|these|those|all)(?![^\W_])(?! (?:<quantities/not_halved>)(?![^\W_]))"
)
_SHARED_NOUN_GAP = 3  # the noun of a number that has it from the next one in its list stands farther off
_PROPERTY_OF = WordPattern(r"(?<![^\W_])(?:<quantities/property_of>) of $")
"""Before what something measures, which counts nothing."""
_PROPERTY_CHARS = 24
_BEFORE_LEVEL = WordPattern(r"(?<![^\W_])(?:<common/be>|<quantities/before_level>) $")
"""Before a level that has no part in the list behind it: "The magnitude was 6.5 and 2.3 million fled"."""
_NOUN_JOINTS = WordSet("quantities/noun_joint")


class NounFinder:
    """Finds the nouns of the amounts of one text; `low` is the text in lower case with equal offsets."""

    def __init__(self, text: str, low: str) -> None:
        self.text = text
        self.low = low

    def set_compound_ordinals_aside(self, amounts: list[Amount]) -> None:
        """Take the ordinals of compounds out that a count has in its noun: "31 first-class matches"."""
        for amount, ordinal in pairwise(amounts):
            if ordinal.form != "ordinal" or ordinal.aside is not None or amount.noun is None:
                continue
            is_inside = amount.noun.start <= ordinal.start < amount.noun.end
            if is_inside and self.low[ordinal.end : ordinal.end + 1] == "-":
                ordinal.aside = "name-with-number"

    def find(self, amounts: list[Amount]) -> None:
        """Give each bare amount the noun that it counts or is a part of, in place."""
        following: Amount | None = None
        for amount in reversed(amounts):
            if amount.aside is None and amount.kind == "":
                if amount.fraction:
                    amount.noun = amount.noun or self._whole_of(amount)  # of "one pupil in eight" it is there
                elif amount.form != "ordinal":
                    amount.noun = amount.noun or self._counted_by(amount, following)
            following = amount if amount.aside is None else None

    def _bounded_end(self, amount: Amount) -> int:
        """Where an amount ends with what bounds it from behind."""
        low, end = self.low, amount.end
        if low[end : end + 1] == "+":
            return end + 1
        after = after_phrase().match(low, end) if low[end : end + 1] in (" ", "-", "i", "\u00a0") else None
        return end if after is None else after.end()

    def _whole_of(self, amount: Amount) -> NounPhrase | None:
        """What a fraction is a part of."""
        end = self._bounded_end(amount)
        noun = find_of_phrase(self.text, self.low, end)
        if noun is None and amount.value == _HALF:
            noun = self._find_halved(end)  # but "a third the price" is a ratio
        if noun is None and amount.is_proportion:
            noun = find_counted_noun(self.text, self.low, end)
        return noun

    def _counted_by(self, amount: Amount, following: Amount | None) -> NounPhrase | None:
        """The noun that a number counts; `following` is the next amount, where that is none set aside."""
        text, low, end = self.text, self.low, self._bounded_end(amount)
        is_one = amount.value == 1 and amount.low is None
        noun = find_counted_noun(text, low, end, is_singular=is_one)
        if noun is None:
            of = find_of_phrase(text, low, end)
            is_partitive = of is not None and of.is_plural and self._is_definite(of)
            if of is not None and (amount.indefinite or is_partitive):
                noun = with_of_phrase(text, low, of) if amount.indefinite else of
        if noun is None and following is not None:
            noun = self._shared_noun(amount, following)
        if noun is not None and not noun.is_plural and self._is_in_name_of_one(amount):
            noun = None
        if noun is None and following is not None and following.kind == "measure":
            noun = self._find_measured(amount, following)
        return noun

    def _shared_noun(self, amount: Amount, following: Amount) -> NounPhrase | None:
        """The noun of the next number, where a list gives it to both: "ten and twelve pupils"."""
        if following.noun is None or following.fraction or following.kind:
            return None
        between = self.low[amount.end : following.start].strip()
        if between[4:] in load_comparators("before"):
            between = between[:3]  # "10,000 and as many as 30,000 people"
        if between not in _NOUN_JOINTS:
            return None
        if between == "," and following.noun.start - following.end <= _SHARED_NOUN_GAP:
            return None
        if _PROPERTY_OF.search(self.low, max(0, amount.start - _PROPERTY_CHARS), amount.start):
            return None  # "a hidden size of 4096 and 32 attention heads"
        if between == "and" and follows_band(self.low, amount.start):
            return None  # "a crew of 12 and 30 guns"
        if not amount.has_scale and following.has_scale and amount.value % 1 and following.mantissa:
            if not self._shares_scale(amount, following.mantissa):
                return None
            scale = following.value / following.mantissa
            amount.value = amount.value * scale  # "2.9 and 1.7 million customers": no customer has parts
            amount.has_scale = True
        return following.noun

    def _shares_scale(self, amount: Amount, mantissa: Decimal) -> bool:
        """Whether a decimal has the scale of the next one, not "a rating of 4.8 and 12 million users"."""
        is_level = _BEFORE_LEVEL.search(self.low, max(0, amount.start - _PROPERTY_CHARS), amount.start)
        return bool(mantissa % 1) and is_level is None

    def _is_in_name_of_one(self, amount: Amount) -> bool:
        """Whether a number only says which thing it is: "a 26-30 railcard", "a 2-1 win", "her top 10 hit"."""
        if self.low.endswith((" top ", " top-"), 0, amount.start):
            return True
        return amount.low is not None and self.low.endswith((" a ", " an "), 0, amount.start)

    def _find_measured(self, amount: Amount, measure: Amount) -> NounPhrase | None:
        """What is counted where its size stands in between: "12 6-gram sachets"."""
        if measure.start != amount.end + 1 or self.text[measure.number_end : measure.number_end + 1] != "-":
            return None
        noun = find_counted_noun(self.text, self.low, measure.end)
        if noun is None or not noun.is_plural:
            return None
        return NounPhrase(measure.start, noun.end, is_plural=True)

    def _find_halved(self, end: int) -> NounPhrase | None:
        """The whole of a fraction without "of": "half the members", but not "half the battle"."""
        if not _HALVED.match(self.low, end) or size_of().match(self.low, end):
            return None
        whole = find_noun_phrase(self.text, self.low, end + 1)
        if whole is None:
            return None
        head = self.low[whole.start : whole.end].rsplit(" ", 1)[-1]
        return whole if whole.is_plural or head in load_number_cues("collective") else None

    def _is_definite(self, phrase: NounPhrase) -> bool:
        """Whether a phrase tells which things are meant: "three of the", not "years of A and six of B"."""
        words = self.low[phrase.start : phrase.end].split(" ")
        is_name = self.text[phrase.start].isupper() or any(word[-2:] in ("'s", "’s", "s'") for word in words)
        return is_name or words[0] in load_noun_phrase_ends() or words[0][0].isdigit()
