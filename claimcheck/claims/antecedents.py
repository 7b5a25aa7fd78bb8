"""What pronouns and definite descriptions stand for: "it", "she", "the company", "this model".

Rule-based and ordered by salience, after Lappin and Leass (1994): a mention weighs by its grammatical role, a name
weighs more than a common noun, every sentence in between halves the weight, and mentions of one thing add up. Only
mentions that agree in number, gender and kind are weighed. Where two candidates weigh about the same, nothing is
resolved. Without a parse only names are candidates.

Nouns that may stand for a name are rows of `lexicons/en/category_nouns.csv`; the gender of names is read off
`lexicons/en/name_genders.csv`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from claimcheck.claims.subjects import noun_phrase
from claimcheck.lexicons import load_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from claimcheck.normalising.document import NormalisedDocument
    from claimcheck.tagging.reported_speech import Report

Offsets = tuple[int, int]
Number = Literal["singular", "plural", "either"]

# Weights of grammatical roles, after Lappin and Leass (1994, table 2), to the nearest ten
_ROLE_WEIGHTS = {"nsubj": 80, "nsubj:pass": 80, "nsubj:outer": 80, "csubj": 80, "obj": 50, "iobj": 40, "ROOT": 60}
_OTHER_ROLE_WEIGHT = 40
_NAME_WEIGHT = 60  # names are what claims are about; Lappin and Leass know no names
_TOPIC_WEIGHT = 10  # for each other mention of a name, up to four
_SAME_SENTENCE_WEIGHT = 20
_TIE = 0.9
"""A runner-up this close to the best candidate makes the answer unsure. On the articles of the gold folder the
right and the wrong answers part between 0.8 and 0.95."""

MAX_PRONOUN_SENTENCES = 3
"""A pronoun is not looked up further back; Hobbs (1978) found 98 % of antecedents in the same sentence or the one
before."""

MAX_DESCRIPTION_MENTIONS = 60
"""A description may reach further: names of its kind looked at, the nearest first."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A noun phrase that something later may stand for."""

    start: int
    end: int
    key: str  # the thing: its canonical name, or the noun phrase in lower case
    text: str  # what stands for it in a claim
    label: str | None  # the kind of name; None for a common noun phrase
    number: Number
    gender: str  # masculine, feminine, or nothing
    weight: float
    sentence: int


@dataclass(frozen=True, slots=True)
class _Pronoun:
    labels: frozenset[str | None]
    number: Number
    gender: str = ""


_THINGS: frozenset[str | None] = frozenset({"organization", "place", "product", "language", None})
_PERSON = frozenset({"person"})
_ANYTHING: frozenset[str | None] = frozenset({"person", *_THINGS})
_PRONOUNS = {
    "he": _Pronoun(_PERSON, "singular", "masculine"),
    "him": _Pronoun(_PERSON, "singular", "masculine"),
    "she": _Pronoun(_PERSON, "singular", "feminine"),
    "her": _Pronoun(_PERSON, "singular", "feminine"),
    "it": _Pronoun(_THINGS, "singular"),
    "they": _Pronoun(_ANYTHING, "plural"),
    "them": _Pronoun(_ANYTHING, "plural"),
    "these": _Pronoun(frozenset({None}), "plural"),
    "those": _Pronoun(frozenset({None}), "plural"),
}
_SPEAKERS = frozenset({"i", "me", "we", "us"})
_NO_NAMES = frozenset({"this", "that", "one", "which", "who", "you", "himself", "herself", "itself"})

# Other adjectives may part one thing from another: "the old models", "the Indian company"
_DESCRIPTION = re.compile(r"(?:the|this|that|these|those) (?:(?:entire|whole|same) )?(?P<noun>[\w-]+)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:his|her|its|their|our|my|your)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE_END = re.compile(r"['’]s?$")
_PERSON_NOUN = re.compile(r"(?:er|or|ist|man|woman|person|people|men|women|child|boy|girl|father|mother)$")
_TIMES = frozenset(
    "year month week day hour minute second decade century time moment date morning evening night today fact way "
    "case example reason percent kind lot part number amount thing".split()
)


class Antecedents:
    """The things a passage speaks of, and which of them a later phrase stands for."""

    def __init__(self, document: NormalisedDocument) -> None:
        self._document = document
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._mentions = sorted(_mentions(document), key=lambda mention: (mention.start, mention.end))
        self._starts = [mention.start for mention in self._mentions]
        self._names = {(mention.start, mention.end): mention for mention in self._mentions if mention.label}
        self._name_list = [mention for mention in self._mentions if mention.label]
        self._name_starts = [mention.start for mention in self._name_list]
        self._counts: dict[str, int] = {}
        for mention in self._name_list:
            self._counts[mention.key] = self._counts.get(mention.key, 0) + 1
        self._direct = [report for report in document.reports if report.direct]
        self._direct_starts = [report.start for report in self._direct]

    def resolve(self, start: int, end: int) -> str | None:
        """The name that the noun phrase from `start` to `end` stands for.

        The full form for a name; the phrase itself where it can be read alone; None where it points back and no
        antecedent is sure.

        >>> from claimcheck.article import Article
        >>> from claimcheck.normalising.document import normalise
        >>> from claimcheck.passages import split
        >>> from claimcheck.tagging.pipelines import load_pipeline, tag
        >>> article = Article("-", "Microsoft lost money. The company has 900 staff.")
        >>> document = normalise(next(tag(split(article), load_pipeline())))
        >>> Antecedents(document).resolve(22, 33)
        'Microsoft'
        """
        text = self._document.text[start:end]
        name = self._name_of(start, end)
        if name is not None:
            return name.text
        word = text.lower()
        if word in _PRONOUNS:
            return self._resolve_pronoun(_PRONOUNS[word], start)
        if word in _SPEAKERS:
            return self._resolve_speaker(word, start, end)
        if word in _NO_NAMES:
            return None
        if _POSSESSIVE.match(text):
            return None
        match = _DESCRIPTION.match(text)
        if match is not None:
            label = _category_labels().get(match["noun"].lower())
            if label is not None:
                return self._resolve_description(label, start)
            if word.startswith(("this ", "that ", "these ", "those ")):
                return None
        return text

    def _name_of(self, start: int, end: int) -> _Mention | None:
        """The name that a phrase consists of, but for an article, a possessive ending or its title."""
        text = self._document.text
        article = _ARTICLE.match(text, start, end)
        first = article.end() if article else start
        for last in (end, _POSSESSIVE_END.sub("", text[start:end])):
            stop = last if isinstance(last, int) else start + len(last)
            for begin in (start, first):
                mention = self._names.get((begin, stop))
                if mention is not None:
                    return mention
        return None

    def _resolve_pronoun(self, pronoun: _Pronoun, start: int) -> str | None:
        if self._is_expletive(start):
            return None
        sentence = self._sentence_of(start)
        low = bisect_left(self._starts, self._sentence_starts[max(0, sentence - MAX_PRONOUN_SENTENCES)])
        high = bisect_left(self._starts, start)
        weights: dict[str, float] = {}
        texts: dict[str, str] = {}
        for mention in self._mentions[low:high]:
            if not _agrees(mention, pronoun) or mention.end > start:
                continue
            weights[mention.key] = weights.get(mention.key, 0.0) + self._weight(mention, sentence)
            texts[mention.key] = mention.text
        return _clear_winner(weights, texts)

    def _resolve_description(self, label: str, start: int) -> str | None:
        sentence = self._sentence_of(start)
        high = bisect_left(self._name_starts, start)
        weights: dict[str, float] = {}
        texts: dict[str, str] = {}
        for mention in self._name_list[max(0, high - MAX_DESCRIPTION_MENTIONS) : high]:
            if mention.label == label and mention.end <= start:
                weights[mention.key] = weights.get(mention.key, 0.0) + self._weight(mention, sentence)
                texts[mention.key] = mention.text
        return _clear_winner(weights, texts)

    def _resolve_speaker(self, word: str, start: int, end: int) -> str | None:
        """ "I" in a direct quotation is who speaks; "we" is left open."""
        if word not in ("i", "me"):
            return None
        report = self._quotation_around(start, end)
        if report is None or report.source is None:
            return None
        if report.holds(*report.source):
            return None
        return self.resolve(*report.source)

    def _quotation_around(self, start: int, end: int) -> Report | None:
        index = bisect_right(self._direct_starts, start) - 1
        for report in reversed(self._direct[max(0, index - 3) : index + 1]):
            if report.holds(start, end):
                return report
        return None

    def _weight(self, mention: _Mention, sentence: int) -> float:
        weight = mention.weight
        if mention.label is not None:
            weight += _NAME_WEIGHT + _TOPIC_WEIGHT * min(4, self._counts[mention.key] - 1)
        if mention.sentence == sentence:
            weight += _SAME_SENTENCE_WEIGHT
        return weight / 2.0 ** min(60, sentence - mention.sentence)

    def _sentence_of(self, offset: int) -> int:
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def _is_expletive(self, start: int) -> bool:
        """Whether "it" stands for nothing: "it is clear that", "it rains"."""
        if not self._document.is_parsed:
            return False
        span = self._document.doc.char_span(start, start + 1, alignment_mode="expand")
        return span is not None and span.root.dep_ == "expl"


def _clear_winner(weights: Mapping[str, float], texts: Mapping[str, str]) -> str | None:
    """The text of the heaviest candidate, unless another one is about as heavy."""
    if not weights:
        return None
    best, *others = sorted(weights, key=lambda key: (-weights[key], key))
    if others and weights[others[0]] >= _TIE * weights[best]:
        return None
    return texts[best]


def _agrees(mention: _Mention, pronoun: _Pronoun) -> bool:
    if mention.label not in pronoun.labels:
        return False
    if mention.number not in ("either", pronoun.number):
        return False
    return not (pronoun.gender and mention.gender and mention.gender != pronoun.gender)


# --- Mentions ---------------------------------------------------------------------------------------------------


def _mentions(document: NormalisedDocument) -> Iterator[_Mention]:
    """Names, and with a parse also common noun phrases in the roles that pronouns point back to."""
    covered: set[int] = set()  # tokens that a name has
    for index, sentence in enumerate(document.sentences):
        for name in sentence.names:
            weight: float = _OTHER_ROLE_WEIGHT
            number: Number = "singular"
            span = document.doc.char_span(name.start, name.end, alignment_mode="expand")
            if span is not None:
                covered.update(range(span.start, span.end))
                if document.is_parsed:
                    weight = _role_weight(span.root)
            if name.label == "organization":
                number = "either"
            gender = _gender_of(name.canonical) or _gender_of(name.text) if name.label == "person" else ""
            yield _Mention(
                name.start, name.end, name.canonical, name.canonical, name.label, number, gender, weight, index
            )
        if document.is_parsed:
            for token in sentence.span:
                if token.i not in covered:
                    yield from _common_noun(document, token, index)


def _common_noun(document: NormalisedDocument, token: Token, sentence: int) -> Iterator[_Mention]:
    if token.dep_ not in _ROLE_WEIGHTS or token.pos_ not in ("NOUN", "PROPN"):
        return
    if token.lower_ in _TIMES or token.lemma_.lower() in _TIMES:
        return
    is_plural = token.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in token.rights)
    if not is_plural and _PERSON_NOUN.search(token.lower_):
        return
    start, end = noun_phrase(token)
    text = document.text[start:end]
    if start >= end or _POSSESSIVE.match(text) or text.lower().startswith(("this ", "that ", "these ", "those ", "no ")):
        return
    number: Number = "plural" if is_plural else "singular"
    yield _Mention(start, end, text.lower(), text, None, number, "", _role_weight(token), sentence)


def _role_weight(token: Token) -> float:
    """The weight of the role that a noun phrase has; an apposition or a list member shares that of its head."""
    for _ in range(4):
        if token.dep_ in ("appos", "conj", "flat", "compound") and token.head.i != token.i:
            token = token.head
        else:
            break
    return float(_ROLE_WEIGHTS.get(token.dep_, _OTHER_ROLE_WEIGHT))


# --- Lexicons ---------------------------------------------------------------------------------------------------


@cache
def _category_labels() -> Mapping[str, str]:
    return {row["noun"]: row["label"] for row in load_rows("en/category_nouns.csv")}


@cache
def _genders() -> Mapping[str, str]:
    return {row["name"]: row["gender"] for row in load_rows("en/name_genders.csv")}


def _gender_of(name: str) -> str:
    """The gender of a person's title or given name; empty if neither is listed."""
    for word in name.split()[:3]:
        gender = _genders().get(word)
        if gender is not None:
            return gender
    return ""
