"""What pronouns and definite descriptions stand for: "it", "she", "the company", "this model".

Rule-based and ordered by salience, after Lappin and Leass (1994): a mention weighs by its grammatical role, a
name weighs more than a common noun, every sentence in between halves the weight, and mentions of one thing
add up. Only mentions that agree in number, gender and kind are weighed. Where two candidates weigh about the
same, nothing is resolved. Without a parse only names are candidates.

Nouns that may stand for a name are rows of `lexicons/en/category_nouns.csv`; the gender of names is read off
`lexicons/en/name_genders.csv`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.subjects import noun_phrase
from claimcheck.grammar.vocabulary import folded_text_of
from claimcheck.lexicons import load_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument
    from claimcheck.names.finding import NameMention
    from claimcheck.reports.finding import Report

Offsets = tuple[int, int]
Number = Literal["singular", "plural", "either"]

# Weights of grammatical roles, after Lappin and Leass (1994, table 2), to the nearest ten
_ROLE_WEIGHTS = {
    "nsubj": 80,
    "nsubj:pass": 80,
    "nsubj:outer": 80,
    "csubj": 80,
    "obj": 50,
    "iobj": 40,
    "ROOT": 60,
}
_OTHER_ROLE_WEIGHT = 40
_NAME_WEIGHT = 60  # names are what claims are about; Lappin and Leass know no names
_TOPIC_WEIGHT = 10  # for each other mention of a name, up to four
_SAME_SENTENCE_WEIGHT = 20
_PARALLEL_WEIGHT = 35  # a mention in the same role as the pronoun
_SPEAKER_WEIGHT = 80  # who spoke before, where the pronoun is itself the source of a report: "..., it added"
_OTHER_VOICE = 0.5  # names within a quotation, for a pronoun outside it
_TIE = 0.9
"""A runner-up this close to the best candidate makes the answer unsure. On the articles of the gold folder
the right and the wrong answers part between 0.8 and 0.95.
"""

MAX_PRONOUN_SENTENCES = 3
"""A pronoun is not looked up further back; Hobbs (1978) found 98 % of antecedents in the same sentence or the
one before.
"""

MAX_DESCRIPTION_SENTENCES = 5
"""A bare description ("the survey") is looked up this far for a longer one with its noun ("the Rust survey").
"""

MAX_DESCRIPTION_MENTIONS = 60
"""A description may reach further: names of its kind looked at, the nearest first."""


class _Mention(NamedTuple):
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
    head: int = -1  # the token that heads the phrase, where there is a parse
    in_quotes: bool = False
    speaks: bool = False


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
_DESCRIPTION = re.compile(
    r"(?:the|this|that|these|those) (?:(?:entire|whole|same) )?(?P<noun>[\w-]+)$", re.IGNORECASE
)
_LINKED = re.compile(r"\b(?:h(?:e|im)|she|it|th(?:ey|em|[eo]se))\b")  # in a text of folded case
_DETERMINER = re.compile(r"^(?:the|a|an|another|this|that|these|those|some|one)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:his|her|its|their|our|my|your)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE_END = re.compile(r"['’]s?$")
_PERSON_ENDINGS = ("er", "or", "ist", "man", "person", "people", "men", "child", "boy", "girl")
# Nouns that no later pronoun points back to: times, and words that only introduce
_TIMES = frozenset(
    "year month week day hour minute second decade century time moment date morning night today".split()
) | frozenset("fact way case example reason percent kind lot part number amount thing".split())


class Antecedents:
    """The things a passage speaks of, and which of them a later phrase stands for.

    Names are known at once; everything else is read when the first phrase that is no name asks for it.
    """

    def __init__(self, document: NormalisedDocument) -> None:
        self._document = document
        self._columns = columns_of(document)
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._direct = [report for report in document.reports if report.direct]
        self._direct_starts = [report.start for report in self._direct]
        self._sources = {report.source for report in document.reports if report.source is not None}
        self._speaking = {start for start, _ in self._sources}
        self._names = {(name.start, name.end): _full_text(name) for name in document.names()}
        self._is_read = False
        self._counts: dict[str, int] = {}
        self._mentions: list[_Mention] = []
        self._starts: list[int] = []
        self._name_list: list[_Mention] = []
        self._name_starts: list[int] = []
        self._pronouns: dict[int, str | None] = {}
        self._learned: dict[str, str] = {}  # the gender of the pronouns that stood for a name before

    def _read(self) -> None:
        """Read the mentions and link the pronouns, once."""
        if self._is_read:
            return
        self._is_read = True
        for mention in sorted(_mentions(self._document), key=lambda mention: (mention.start, mention.end)):
            if mention.label is not None:
                self._counts[mention.key] = self._counts.get(mention.key, 0) + 1
            self._mentions.append(self._placed(mention))
        self._name_list = [mention for mention in self._mentions if mention.label]
        self._name_starts = [mention.start for mention in self._name_list]
        self._starts = [mention.start for mention in self._mentions]
        self._link_pronouns()

    def _placed(self, mention: _Mention) -> _Mention:
        """The mention with what the reports around it say of its place."""
        quoted = self._quotation_around(mention.start, mention.end) is not None
        speaks = mention.start in self._speaking
        return mention._replace(in_quotes=quoted, speaks=speaks) if quoted or speaks else mention

    def _link_pronouns(self) -> None:
        """Resolve the pronouns in reading order; each counts as a mention for those after it."""
        columns = self._columns
        linked: list[_Mention] = []
        for match in _LINKED.finditer(folded_text_of(self._document)):
            start, end = match.span()
            word = self._word_at(start)
            if word is not None and (
                columns.tags[word] not in ("PRP", "DT") or columns.deps[word] in ("expl", "det")
            ):
                continue
            pronoun = _PRONOUNS[match.group()]
            winner = self._weigh_pronoun(pronoun, start, linked)
            self._pronouns[start] = winner.text if winner is not None else None
            if winner is not None and pronoun.gender:
                self._learned.setdefault(winner.key, pronoun.gender)
            if winner is not None and winner.label is not None:
                weight = _role_weight(columns, word) if word is not None else _OTHER_ROLE_WEIGHT
                sentence = self._sentence_of(start)
                mention = winner._replace(
                    start=start,
                    end=end,
                    weight=weight,
                    sentence=sentence,
                    label=None,
                    in_quotes=False,
                    speaks=False,
                )
                linked.append(self._placed(mention))

    def _word_at(self, start: int) -> int | None:
        """The token at a place, where the document is parsed."""
        return self._columns.root_at(start, start + 1) if self._columns.is_parsed else None

    def resolve(self, start: int, end: int) -> str | None:
        """The name that the noun phrase from `start` to `end` stands for.

        The full form for a name; the phrase itself where it can be read alone; None where it points back and
        no antecedent is sure.

        >>> from claimcheck.article import Article
        >>> from claimcheck.mentions import normalise
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
            return name
        word = text.lower()
        if word in _PRONOUNS:
            self._read()
            return self._pronouns.get(start)
        if word in _SPEAKERS:
            return self._resolve_speaker(word, start, end)
        if word in _NO_NAMES:
            return None
        if _POSSESSIVE.match(text):
            return None
        match = _DESCRIPTION.match(text)
        if match is not None:
            self._read()
            noun = match["noun"].lower()
            longer = self._longer_description(noun, start)
            if longer is not None:
                return longer
            label = _category_labels().get(noun)
            if label is not None:
                return self._resolve_description(noun, label, start)
            if word.startswith(("this ", "that ", "these ", "those ")):
                return None
        return text

    def _name_of(self, start: int, end: int) -> str | None:
        """The full form of the name that a phrase consists of, but for an article or a possessive ending."""
        text = self._document.text
        article = _ARTICLE.match(text, start, end)
        first = article.end() if article else start
        for stop in (end, start + len(_POSSESSIVE_END.sub("", text[start:end]))):
            for begin in (start, first):
                name = self._names.get((begin, stop))
                if name is not None:
                    return name
        return None

    def _weigh_pronoun(self, pronoun: _Pronoun, start: int, linked: list[_Mention]) -> _Mention | None:
        """The mention that a pronoun most likely stands for, if one is clear."""
        sentence = self._sentence_of(start)
        first = self._sentence_starts[max(0, sentence - MAX_PRONOUN_SENTENCES)]
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, start)
        chosen = [
            mention
            for mention in self._mentions[low:high]
            if _agrees(mention, pronoun, self._learned.get(mention.key, ""))
        ]
        known = {mention.key for mention in chosen}
        for mention in reversed(linked):
            if mention.start < first:
                break
            if mention.key in known:
                chosen.append(mention)
        word = self._word_at(start)
        excluded = _bound_heads(self._columns, word) if word is not None else frozenset()
        role = _role_weight(self._columns, word) if word is not None else None
        quoted = self._quotation_around(start, start + 1)
        is_speaker = start in self._speaking
        weights: dict[str, float] = {}
        latest: dict[str, _Mention] = {}
        for mention in chosen:
            if mention.end > start or mention.head in excluded:
                continue
            weight = self._weight(mention, sentence)
            if mention.weight == role:
                weight += _PARALLEL_WEIGHT / 2.0 ** (sentence - mention.sentence)
            if mention.in_quotes and quoted is None:
                weight *= _OTHER_VOICE
            if mention.speaks and is_speaker:
                weight += _SPEAKER_WEIGHT
            weights[mention.key] = weights.get(mention.key, 0.0) + weight
            if mention.label is not None or mention.key not in latest:
                latest[mention.key] = mention
        best = _clear_winner(weights)
        return latest[best] if best is not None else None

    def _resolve_description(self, noun: str, label: str, start: int) -> str | None:
        """The name that "the company" stands for."""
        sentence = self._sentence_of(start)
        high = bisect_left(self._name_starts, start)
        weights: dict[str, float] = {}
        texts: dict[str, str] = {}
        for mention in self._name_list[max(0, high - MAX_DESCRIPTION_MENTIONS) : high]:
            if mention.label == label and mention.end <= start and _is_of_kind(mention.key, noun):
                weights[mention.key] = weights.get(mention.key, 0.0) + self._weight(mention, sentence)
                texts[mention.key] = mention.text
        best = _clear_winner(weights)
        return texts[best] if best is not None else None

    def _longer_description(self, noun: str, start: int) -> str | None:
        """What "the survey" was called before, "the Rust survey", if only one thing was called so."""
        sentence = self._sentence_of(start)
        first = self._sentence_starts[max(0, sentence - MAX_DESCRIPTION_SENTENCES)]
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, start)
        found = {
            _DETERMINER.sub("", mention.text)
            for mention in self._mentions[low:high]
            if mention.label is None and mention.end <= start and mention.text.lower().endswith(" " + noun)
        }
        found = {text for text in found if " " in text}
        return found.pop() if len(found) == 1 else None

    def _resolve_speaker(self, word: str, start: int, end: int) -> str | None:
        """Who "I" is in a direct quotation: the speaker. "We" is left open."""
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


@lru_cache(maxsize=1)  # the kinds read one passage after the other
def antecedents_of(document: NormalisedDocument) -> Antecedents:
    """The antecedents of a passage, looked for once."""
    return Antecedents(document)


def _clear_winner(weights: Mapping[str, float]) -> str | None:
    """The heaviest candidate, unless another one is about as heavy."""
    if not weights:
        return None
    best, *others = sorted(weights, key=lambda key: (-weights[key], key))
    if others and weights[others[0]] >= _TIE * weights[best]:
        return None
    return best


def _agrees(mention: _Mention, pronoun: _Pronoun, learned_gender: str) -> bool:
    if mention.label not in pronoun.labels:
        return False
    if mention.number not in ("either", pronoun.number):
        return False
    gender = mention.gender or learned_gender
    return not (pronoun.gender and gender and gender != pronoun.gender)


def _bound_heads(columns: TokenColumns, word: int) -> frozenset[int]:
    """Heads of the phrases that a pronoun cannot stand for: those it stands in ("the data that it was trained
    on"), and the other arguments of its verb ("Microsoft replaced it").
    """
    heads = set()
    top, verb = word, columns.heads[word]
    while columns.heads[top] != top:
        top = columns.heads[top]
        heads.add(top)
    if columns.deps[word] in _ROLE_WEIGHTS or columns.deps[word] == "obl":
        heads.update(
            child
            for child in columns.children[verb]
            if columns.deps[child] in _ROLE_WEIGHTS and child != word
        )
    return frozenset(heads)


# --- Mentions -----------------------------------------------------------------------------------------------


def _mentions(document: NormalisedDocument) -> Iterator[_Mention]:
    """Names, and with a parse also common noun phrases in the roles that pronouns point back to."""
    columns = columns_of(document)
    covered: set[int] = set()  # tokens that a name has
    for index, sentence in enumerate(document.sentences):
        for name in sentence.names:
            weight: float = _OTHER_ROLE_WEIGHT
            number: Number = "singular"
            head = -1
            span = columns.span(name.start, name.end)
            if span is not None:
                covered.update(range(*span))
                if columns.is_parsed:
                    head = columns.root(*span)
                    weight = _role_weight(columns, head)
            if name.label == "organization":
                number = "either"
            gender = _gender_of(name.canonical) or _gender_of(name.text) if name.label == "person" else ""
            text = _full_text(name)
            yield _Mention(
                name.start, name.end, name.canonical, text, name.label, number, gender, weight, index, head
            )
        if columns.is_parsed:
            deps, pos = columns.deps, columns.pos
            for token in range(sentence.span.start, sentence.span.end):
                is_noun = deps[token] in _ROLE_WEIGHTS and pos[token] in ("NOUN", "PROPN")
                mention = _common_noun(columns, token, index) if is_noun and token not in covered else None
                if mention is not None:
                    yield mention


def _full_text(name: NameMention) -> str:
    """What stands for a name in a claim: an acronym for itself, a surname for the full name."""
    text = name.text
    if text != name.canonical and set(text.split()) <= set(name.canonical.split()):
        return name.canonical
    return text


def _common_noun(columns: TokenColumns, token: int, sentence: int) -> _Mention | None:
    """The phrase of a common noun, unless no pronoun could point back to it."""
    word = columns.lowers[token]
    if word in _TIMES or columns.doc[token].lemma_.lower() in _TIMES:
        return None
    is_plural = columns.tags[token] in ("NNS", "NNPS") or any(
        columns.deps[child] == "conj" for child in columns.rights(token)
    )
    if not is_plural and word.endswith(_PERSON_ENDINGS):
        return None
    start, end = noun_phrase(columns, token)
    text = columns.text[start:end]
    key = text.lower()
    if (
        start >= end
        or _POSSESSIVE.match(text)
        or key.startswith(("this ", "that ", "these ", "those ", "no "))
    ):
        return None
    number: Number = "plural" if is_plural else "singular"
    weight = _role_weight(columns, token)
    return _Mention(start, end, key, text, None, number, "", weight, sentence, token)


def _role_weight(columns: TokenColumns, token: int) -> float:
    """The weight of the role of a noun phrase; an apposition or a list member shares that of its head."""
    for _ in range(4):
        head = columns.heads[token]
        if head == token or columns.deps[token] not in ("appos", "conj", "flat", "compound"):
            break
        token = head
    return float(_ROLE_WEIGHTS.get(columns.deps[token], _OTHER_ROLE_WEIGHT))


# --- Lexicons -----------------------------------------------------------------------------------------------


@cache
def _category_labels() -> Mapping[str, str]:
    return {row["noun"]: row["label"] for row in load_rows("en/category_nouns.csv")}


# Descriptions that fit only a part of the places, by the types of `lexicons/shared/places.csv`
_CITIES = frozenset({"city", "capital"})
_COUNTRIES = frozenset({"country", "territory"})
_PLACE_KINDS = {
    **dict.fromkeys(("city", "town", "village", "municipality", "capital", "suburb"), _CITIES),
    **dict.fromkeys(("country", "nation", "republic", "kingdom"), _COUNTRIES),
}


@cache
def _place_types() -> Mapping[str, str]:
    return {row["name"]: row["type"] for row in load_rows("shared/places.csv")}


def _is_of_kind(name: str, noun: str) -> bool:
    """Whether a name may be called so: Italy is no city. Names of unknown type may be anything."""
    wanted = _PLACE_KINDS.get(noun)
    known = _place_types().get(name) if wanted else None
    return wanted is None or known is None or known in wanted


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
