"""The score of a sentence: a multinomial logistic regression over `features`, and its working point."""

from __future__ import annotations

import math
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checkworthiness.features import (
    EARLY_SENSE,
    EARLY_WORD,
    EARLY_WORDS,
    PAIR,
    SENSE,
    WORD,
    WordFacts,
    facts_of,
    features_beyond_words,
    features_of,
    share_of_sense,
    words_of,
)
from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_memory import WordMemory

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.checkworthiness.features import JudgedClaim

BIAS = "(always)"
"""Name of the feature that every sentence has."""

WORKING_POINT = ((0.0, 0.0), (0.24, 0.24), (0.29, 0.5), (0.6, 0.6), (1.0, 1.0))
"""From the probability that a sentence is check-worthy to its score, linear in between.

A quarter of the sentences of a debate are check-worthy, and the choice that agrees best with people (F1) is
at a probability of 0.29. The score puts that choice at 0.5 and is the probability itself elsewhere.
"""


class Weight(NamedTuple):
    """What a feature adds to the log odds, against an opinion, of a fact to check and of a trivial one."""

    check: float
    trivial: float


class Reason(NamedTuple):
    """A feature that counted, and how much it moved the log odds of check-worthy."""

    feature: str
    effect: float


@per_lexicon
def load_weights() -> dict[str, Weight]:
    """Every weight by the name of its feature, but for those of senses (`weight_of`)."""
    # Not by `load_rows`: no name holds a comma, and so many rows would be a tenth of the time to start
    rows = (line.rsplit(",", 2) for line in _lines_of("checkworthiness_weights.csv"))
    return {name: Weight(float(check), float(trivial)) for name, check, trivial in rows}


def _lines_of(name: str) -> list[str]:
    return files("claimcheck.lexicons").joinpath("en", name).read_text(encoding="utf-8").splitlines()[1:]


@per_lexicon
def _load_senses() -> dict[str, str]:
    """The weights of what a word is used like, by the word, as written: few of so many are ever asked for."""
    return dict(line.split(",", 1) for line in _lines_of("checkworthiness_senses.csv"))


_NOTHING = Weight(0.0, 0.0)


def _senses_of(word: str) -> tuple[Weight, Weight]:
    """The weights of `sense …` and of `early sense …`."""
    written = _load_senses().get(word)
    if written is None:
        return _NOTHING, _NOTHING
    check, trivial, early_check, early_trivial = map(float, written.split(","))
    return Weight(check, trivial), Weight(early_check, early_trivial)


def weight_of(feature: str) -> Weight:
    """The weight of any feature; one without a weight moves nothing."""
    if feature.startswith(SENSE):
        return _senses_of(feature.removeprefix(SENSE))[0]
    if feature.startswith(EARLY_SENSE):
        return _senses_of(feature.removeprefix(EARLY_SENSE))[1]
    return load_weights().get(feature, _NOTHING)


class _KnownWord(NamedTuple):
    """All that is known of a word, in one place: a sentence is scored in one look at each of its words."""

    check: float
    trivial: float
    sense_check: float
    sense_trivial: float
    early: tuple[float, float, float, float]
    """The same four of the word among the first of its sentence."""
    before: Mapping[str, Weight]
    """The weights of the pairs that it makes with the words that may follow it."""
    facts: WordFacts


@per_lexicon
def _load_pairs() -> Mapping[str, Mapping[str, Weight]]:
    pairs: dict[str, dict[str, Weight]] = {}
    for name, weight in load_weights().items():
        if name.startswith(PAIR):
            first, second = name.removeprefix(PAIR).split(" ")
            pairs.setdefault(first, {})[second] = weight
    return pairs


_NO_PAIRS: Mapping[str, Weight] = {}


@per_lexicon
def _word_memory() -> WordMemory[_KnownWord]:
    return WordMemory(_know)


def _know(word: str) -> _KnownWord:
    weights = load_weights()
    sense, early_sense = _senses_of(word)
    return _KnownWord(
        *weights.get(WORD + word, _NOTHING),
        *sense,
        early=(*weights.get(EARLY_WORD + word, _NOTHING), *early_sense),
        before=_load_pairs().get(word, _NO_PAIRS),
        facts=facts_of(word),
    )


def _weigh(text: str, claims: Sequence[JudgedClaim]) -> Weight:
    """The weights of everything in `features_of`, added up in the order of the text."""
    weights, memory = load_weights(), _word_memory()
    words = words_of(text)
    known = [*map(memory.__getitem__, words)]
    different = dict(zip(words, known, strict=True))
    share = share_of_sense(len(different))
    check, trivial = weights[BIAS]
    check_of_senses = trivial_of_senses = 0.0
    for word_check, word_trivial, sense_check, sense_trivial, _, _, _ in different.values():
        check += word_check
        trivial += word_trivial
        check_of_senses += sense_check
        trivial_of_senses += sense_trivial
    for word in dict.fromkeys(words[:EARLY_WORDS]):
        word_check, word_trivial, sense_check, sense_trivial = different[word].early
        check += word_check
        trivial += word_trivial
        check_of_senses += sense_check
        trivial_of_senses += sense_trivial
    check += check_of_senses * share
    trivial += trivial_of_senses * share
    pairs = {
        (first, second): one.before[second]
        for first, second, one in zip(words, words[1:], known, strict=False)
        if second in one.before
    }
    for pair_check, pair_trivial in pairs.values():
        check += pair_check
        trivial += pair_trivial
    features = features_beyond_words(text, words, [one.facts for one in known], claims)
    for name, amount in features.items():
        weight = weights.get(name)
        if weight is not None:
            check += weight[0] * amount
            trivial += weight[1] * amount
    return Weight(check, trivial)


class SentenceScore:
    """The score of one sentence, and of each of its claims as if it were of no other kind.

    Attributes:
        score: of the sentence: 0 to 1, three decimals, 0.5 the working point.
    """

    __slots__ = ("_check", "_kinds", "_trivial", "score")

    def __init__(self, text: str, claims: Sequence[JudgedClaim]) -> None:
        self._check, self._trivial = _weigh(text, claims)
        self._kinds = {claim.kind for claim in claims}
        self.score = to_score(chance_of(self._check, self._trivial))

    def of_kind(self, kind: str) -> float:
        """The score of its claims of a kind: that of the sentence without what its other kinds add."""
        others = self._kinds - {kind}
        if not others:
            return self.score
        weights = load_weights()
        check, trivial = self._check, self._trivial
        for other in sorted(others):
            weight = weights.get(f"kind {other}")
            if weight is not None:
                check -= weight.check
                trivial -= weight.trivial
        return to_score(chance_of(check, trivial))

    @property
    def factual(self) -> float:
        """The probability that it states a fact, to be checked or not."""
        check, trivial = math.exp(self._check), math.exp(self._trivial)
        return (check + trivial) / (1.0 + check + trivial)


def chance_of(check: float, trivial: float) -> float:
    """The probability of check-worthy, from the log odds of the two kinds of facts against an opinion."""
    return 1.0 / (1.0 + math.exp(-check) * (1.0 + math.exp(trivial)))


def score_sentence(text: str, claims: Sequence[JudgedClaim]) -> float:
    """How much a sentence with these claims should be checked: 0 to 1, three decimals, 0.5 the working point.

    >>> score_sentence("Unemployment rose to 8 percent last year.", ()) > 0.5
    True
    >>> score_sentence("Thank you very much.", ()) < 0.1
    True
    """
    return SentenceScore(text, claims).score


def to_score(chance: float) -> float:
    """The score of a probability.

    >>> to_score(0.29)
    0.5
    """
    for (x0, y0), (x1, y1) in pairwise(WORKING_POINT):
        if chance <= x1:
            return round(y0 + (chance - x0) * (y1 - y0) / (x1 - x0), 3)
    return 1.0


def reasons_for(text: str, claims: Sequence[JudgedClaim], limit: int = 6) -> list[Reason]:
    """The features that counted most, for or against, the largest first; a word counts with its sense."""
    effects: dict[str, float] = {}
    for name, amount in features_of(text, claims).items():
        weight = weight_of(name)
        shown = _shown(name)
        effects[shown] = effects.get(shown, 0.0) + (weight.check - weight.trivial / 2) * amount
    reasons = [Reason(name, round(effect, 3)) for name, effect in effects.items() if effect]
    return sorted(reasons, key=lambda reason: (-abs(reason.effect), reason.feature))[:limit]


def _shown(feature: str) -> str:
    for sense, word in ((SENSE, WORD), (EARLY_SENSE, EARLY_WORD)):
        if feature.startswith(sense):
            return word + feature.removeprefix(sense)
    return feature
