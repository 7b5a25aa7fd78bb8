"""What pronouns and definite descriptions stand for: "it", "she", "the company", "this model".

Rule-based, after centering (Grosz, Joshi and Weinstein, 1995) and salience (Lappin and Leass, 1994): what a
passage goes on about is its center, and a pronoun in the subject place most likely keeps it. A mention weighs
by its grammatical role, every sentence in between halves the weight, and mentions of one thing add up. Only
mentions that agree in number, gender and kind, and that the verb can have as its subject
(`lexicons/en/subject_verbs.csv`), are weighed. Of two readings that are about equally good none is taken.

Each answer names its reason (`Reason`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.grammar.agreement import (
    SUBJECT_RELATIONS,
    bound_heads,
    can_be,
    governing_subjects,
    is_in_adjunct,
    wanted_subject,
)
from claimcheck.grammar.callings import Calling, find_callings, is_of_kind, is_same_kind, title_words
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.descriptions import in_every_sentence
from claimcheck.grammar.referents import (
    OTHER_ROLE_WEIGHT,
    SUBJECT_WEIGHT,
    UNKNOWN_NAME,
    Mention,
    Number,
    category_labels,
    find_mentions,
    full_text,
    label_of_noun,
    role_weight,
)
from claimcheck.grammar.vocabulary import folded_text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.mentions import NormalisedDocument
    from claimcheck.reports.finding import Report

Offsets = tuple[int, int]

Reason = Literal[
    "as_written",
    "full_name",
    "only_candidate",
    "center",
    "salience",
    "announced",
    "description",
    "longer_description",
    "defined_term",
    "speaker",
]
"""Why a phrase stands for a name.

* `as_written`: it can be read alone; `full_name`: a short form of a name that the text gives in full.
* `only_candidate`: nothing else before it agrees; `center`: what the sentences before are about;
  `salience`: the most prominent of several; `announced`: the name follows in the main clause.
* `description`: the only or most prominent name of its kind; `longer_description`: what the text calls more
  fully; `defined_term`: the text says what it calls so ("Acme Inc. (the \u201cCompany\u201d)").
* `speaker`: "I" in a quotation.
"""


class Antecedent(NamedTuple):
    """The name that a phrase stands for, and why."""

    name: str
    reason: Reason


_NAME_WEIGHT = 50  # names are what claims are about; Lappin and Leass know no names
_TOPIC_WEIGHT = 10  # for each other mention of a name, up to four
_SAME_SENTENCE_WEIGHT = 20
_PARALLEL_WEIGHT = 35  # a mention in the same role as the pronoun
_CENTER_WEIGHT = 40  # what the text was about before
_SPEAKER_WEIGHT = 80  # who spoke before, where the pronoun is itself the source of a report: "..., it added"
_REPORTER_WEIGHT = 60  # who says what the pronoun is the subject of: "Apple said it would cut jobs"
_OTHER_VOICE = 0.5  # names within a quotation, for a pronoun outside it
_TIE = 0.88
"""A runner-up this close to the best candidate makes the answer unsure. On the articles of the gold folder
the right and the wrong answers part between 0.8 and 0.95.
"""

MAX_PRONOUN_SENTENCES = 3
"""A pronoun is not looked up further back, but for what the text is about; Hobbs (1978) found 98 % of
antecedents in the same sentence or the one before.
"""

MAX_DESCRIPTION_SENTENCES = 5
"""A bare description ("the survey") is looked up this far for a longer one with its noun ("the Rust survey").
"""

MAX_DESCRIPTION_MENTIONS = 60
"""A description may reach further: names of its kind looked at, the nearest first."""


@dataclass(frozen=True, slots=True)
class _Pronoun:
    labels: frozenset[str | None]
    number: Number
    gender: str = ""


_THINGS: frozenset[str | None] = frozenset(
    {"organization", "place", "product", "language", UNKNOWN_NAME, None}
)
_PERSON: frozenset[str | None] = frozenset({"person", UNKNOWN_NAME})
_NAMED_THINGS = frozenset({"organization", "place", "product", "language"})
_NAMED = _NAMED_THINGS | {"person"}
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
_NO_NAMES = frozenset(
    {"this", "that", "one", "which", "who", "you", "himself", "herself", "itself", "others"}
)

# Other adjectives may part one thing from another: "the old models"
_DESCRIPTION = re.compile(
    r"(?P<article>the|this|that|these|those) (?:(?:entire|whole|same|now|new) )?"
    r"(?P<modifier>[\w-]+ )?(?P<noun>[\w-]+)$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?:the|these|those|both) (?:two|three|four|five|six|both)\b|both ", re.IGNORECASE)
_PAIR = re.compile(r"(?:the|this|that) (?:pair|duo|couple|trio)", re.IGNORECASE)
_MEMBERS = re.compile(r",? and |, ")
_SIDES = {
    "sides": "any",
    "parties": "any",
    "leaders": "person",
    "men": "person",
    "women": "person",
    "rivals": "any",
}
_LINKED = re.compile(r"\b(?:h(?:e|im)|she|it|th(?:ey|em|[eo]se))\b")  # in a text of folded case
_DETERMINER = re.compile(r"^(?:the|a|an|another|this|that|these|those|some|one)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:his|her|its|their|our|my|your)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE_END = re.compile(r"['\u2019]s?$")
_DEFINED = re.compile(
    r"[(\[][^()\[\]]{0,60}?[\"\u201c](?:the )?(?P<term>[A-Z][a-z]+)[\"\u201d][^()\[\]]{0,60}[)\]]"
)
_DEMONYM_ENDINGS = ("ish", "an", "ese", "ch", "ek", "ss", "ic", "i")


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
        self._names = {(name.start, name.end): full_text(name) for name in document.names()}
        self._name_ends = {name.end: name for name in document.names()}
        self._is_read = False
        self._counts: dict[str, int] = {}
        self._mentions: list[Mention] = []
        self._starts: list[int] = []
        self._name_list: list[Mention] = []
        self._name_starts: list[int] = []
        self._pronouns: dict[int, Antecedent | None] = {}
        self._learned: dict[str, str] = {}  # the gender of the pronouns that stood for a name before
        self._called: dict[str, list[Calling]] | None = None
        self._centers: dict[int, str] = {}  # the subject that each sentence is about
        self._subjects: dict[str, int] = {}  # how often a thing was the subject so far

    def _read(self) -> None:
        """Read the mentions and link the pronouns, once."""
        if self._is_read:
            return
        self._is_read = True
        for mention in sorted(
            find_mentions(self._document), key=lambda mention: (mention.start, mention.end)
        ):
            if mention.is_named:
                self._counts[mention.key] = self._counts.get(mention.key, 0) + 1
            self._mentions.append(self._placed(mention))
        self._name_list = [
            mention for mention in self._mentions if mention.label in _NAMED and not mention.is_joint
        ]
        self._starts = [mention.start for mention in self._mentions]
        linked = self._link_pronouns()
        self._name_list = sorted(
            [*self._name_list, *(mention for mention in linked if mention.label in _NAMED)],
            key=lambda mention: (mention.start, mention.end),
        )
        self._name_starts = [mention.start for mention in self._name_list]

    def _placed(self, mention: Mention) -> Mention:
        """The mention with what the reports around it say of its place."""
        quoted = self._quotation_around(mention.start, mention.end) is not None
        speaks = mention.start in self._speaking
        return mention._replace(in_quotes=quoted, speaks=speaks) if quoted or speaks else mention

    def _link_pronouns(self) -> list[Mention]:
        """Resolve the pronouns in reading order; each counts as a mention for those after it."""
        columns = self._columns
        linked: list[Mention] = []
        passed = 0  # mentions that the centers know
        for match in _LINKED.finditer(folded_text_of(self._document)):
            start, end = match.span()
            word = self._word_at(start)
            if word is not None and (
                columns.tags[word] not in ("PRP", "DT") or columns.deps[word] in ("expl", "det")
            ):
                continue
            passed = self._note_centers(passed, start)
            pronoun = _PRONOUNS[match.group()]
            found = self._weigh_pronoun(pronoun, start, linked) or self._announced(pronoun, start, linked)
            self._pronouns[start] = None if found is None else Antecedent(found[0].text, found[1])
            if found is None:
                continue
            winner = found[0]
            if pronoun.gender:
                self._learned.setdefault(winner.key, pronoun.gender)
            if winner.is_named:
                weight = role_weight(columns, word) if word is not None else OTHER_ROLE_WEIGHT
                mention = winner._replace(
                    start=start,
                    end=end,
                    weight=weight,
                    sentence=self._sentence_of(start),
                    head=-1 if word is None else word,
                    in_quotes=False,
                    speaks=False,
                    is_linked=True,
                )
                linked.append(self._placed(mention))
                self._note_center(linked[-1])
        return linked

    def _note_centers(self, passed: int, start: int) -> int:
        """Take note of the subjects up to a place."""
        while passed < len(self._mentions) and self._mentions[passed].start < start:
            self._note_center(self._mentions[passed])
            passed += 1
        return passed

    def _note_center(self, mention: Mention) -> None:
        """A name that is the subject of a main clause is what its sentence is about; one that is also defined
        there ("Orbit is a browser"), or stands alone on its line, is what the next sentences are about.
        """
        if mention.in_quotes or not mention.is_named or mention.is_joint:
            return
        is_heading = self._is_heading(mention)
        if not is_heading and (mention.weight != SUBJECT_WEIGHT or self._is_joined(mention)):
            return
        is_defined = not mention.is_linked and (is_heading or self._is_defined(mention))
        self._subjects[mention.key] = self._subjects.get(mention.key, 0) + 1 + is_defined
        self._centers.setdefault(mention.sentence, mention.key)

    def _is_heading(self, mention: Mention) -> bool:
        sentence = self._document.sentences[mention.sentence]
        return sentence.start == mention.start and sentence.end <= mention.end + 1

    def _is_joined(self, mention: Mention) -> bool:
        """Whether a mention is one of several that "and" joins."""
        head = mention.head
        deps = self._columns.deps
        return head >= 0 and (
            deps[head] == "conj" or any(deps[c] == "conj" for c in self._columns.rights(head))
        )

    def _is_defined(self, mention: Mention) -> bool:
        if mention.head < 0:
            return False
        head = self._columns.heads[mention.head]
        return self._columns.has_child(head, "cop") and self._columns.pos[head] in ("NOUN", "PROPN")

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
        found = self.find(start, end)
        return None if found is None else found.name

    def speaker(self, start: int, end: int) -> str:
        """Who the source of a report is: the name that a pronoun or a short name stands for; as written where
        nothing is sure, and where the text itself describes the source or gives it a title.
        """
        text = self._document.text[start:end]
        found = self.find(start, end)
        return text if found is None or " " in text else found.name

    def find(self, start: int, end: int) -> Antecedent | None:
        """As `resolve`, with the reason."""
        text = self._document.text[start:end]
        word = text.lower()
        if word in _PRONOUNS:
            self._read()
            return self._pronouns.get(start)
        if word in _SPEAKERS:
            return self._find_speaker(word, start, end)
        pair = _PAIR.fullmatch(text)
        if pair is not None:
            self._read()
            return self._find_pair(start)
        if word in _NO_NAMES or _POSSESSIVE.match(text):
            return None
        if _SEVERAL.match(text):
            self._read()
            return self._find_several(word, start)
        match = _DESCRIPTION.match(text)
        if match is None:
            return self._find_name(start, end) or Antecedent(text, "as_written")
        is_category = match["noun"].lower() in category_labels()
        modifier = (match["modifier"] or "").strip().lower()
        name = None if is_category and not modifier else self._find_name(start, end)
        if name is not None:
            return name
        self._read()
        found = self._find_description(match, start)
        if found is not None:
            return found
        if is_category and (not modifier or modifier.endswith(_DEMONYM_ENDINGS)):
            return None
        is_pointing = match["article"].lower() != "the"
        return None if is_pointing else Antecedent(text, "as_written")

    def _find_name(self, start: int, end: int) -> Antecedent | None:
        name = self._name_of(start, end)
        if name is None:
            return None
        is_whole = name in self._document.text[start:end]
        return Antecedent(name, "as_written" if is_whole else "full_name")

    def _name_of(self, start: int, end: int) -> str | None:
        """The full form of the name that a phrase consists of, but for an article, a title or a possessive
        ending.
        """
        text = self._document.text
        article = _ARTICLE.match(text, start, end)
        first = article.end() if article else start
        for stop in (end, start + len(_POSSESSIVE_END.sub("", text[start:end]))):
            for begin in (start, first):
                name = self._names.get((begin, stop))
                if name is not None:
                    return name
            ending = self._name_ends.get(stop)
            if ending is None or ending.label != "person" or start >= ending.start:
                continue
            if set(text[first : ending.start].lower().replace(".", "").split()) <= title_words():
                return full_text(ending)
        return None

    # --- Pronouns -------------------------------------------------------------------------------------------

    def _weigh_pronoun(
        self, pronoun: _Pronoun, start: int, linked: list[Mention]
    ) -> tuple[Mention, Reason] | None:
        """The mention that a pronoun most likely stands for, if one is clear."""
        sentence = self._sentence_of(start)
        word = self._word_at(start)
        wanted = wanted_subject(self._columns, word) if word is not None else ""
        chosen = [
            mention
            for mention in self._before(start, linked)
            if self._agrees(mention, pronoun, wanted) and not self._is_bound(mention, word)
        ]
        role = role_weight(self._columns, word) if word is not None else None
        quoted = self._quotation_around(start, start + 1)
        is_speaker = start in self._speaking
        center = self._center_before(sentence)
        reporters = governing_subjects(self._columns, word) if word is not None else frozenset()
        weights: dict[str, float] = {}
        latest: dict[str, Mention] = {}
        for mention in chosen:
            weight = self._weight(mention, sentence)
            if mention.head in reporters:
                weight += _REPORTER_WEIGHT
            if mention.weight == role:
                weight += _PARALLEL_WEIGHT / 2.0 ** (sentence - mention.sentence)
            if mention.in_quotes and quoted is None:
                weight *= _OTHER_VOICE
            if mention.speaks and is_speaker:
                weight += _SPEAKER_WEIGHT
            if mention.key not in weights and mention.key == center:
                weight += _CENTER_WEIGHT
            weights[mention.key] = weights.get(mention.key, 0.0) + weight
            if mention.key not in latest or not mention.is_linked:
                latest[mention.key] = mention
        best = _clear_winner(weights)
        if best is not None and self._is_doubtful(latest[best], pronoun):
            return None
        if best is None:
            return None
        winner = latest[best]
        is_reporter = any(mention.key == best and mention.head in reporters for mention in chosen)
        if not is_reporter and self._has_rival(winner, chosen, center, wanted):
            return None
        if len(weights) == 1:
            return winner, "only_candidate"
        return winner, "center" if best == center else "salience"

    def _is_doubtful(self, mention: Mention, pronoun: _Pronoun) -> bool:
        """Whether the label of a name does not fit the pronoun: "Quill" taken for a person and called "it",
        an unknown name called "she".
        """
        if mention.label == UNKNOWN_NAME:
            return bool(pronoun.gender)
        return (
            mention.label == "person"
            and None in pronoun.labels
            and not (self._described_labels(mention.key) & _NAMED_THINGS)
            and pronoun.number == "singular"
        )

    def _before(self, start: int, linked: list[Mention]) -> Iterator[Mention]:
        """The mentions within reach of a pronoun, and the last one of what the text is about."""
        sentence = self._sentence_of(start)
        first = self._sentence_starts[max(0, sentence - MAX_PRONOUN_SENTENCES)]
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, start)
        for mention in self._mentions[low:high]:
            if mention.end <= start:
                yield mention
        for mention in reversed(linked):
            if mention.start < first:
                break
            yield mention

    def _agrees(self, mention: Mention, pronoun: _Pronoun, wanted: str) -> bool:
        labels: set[str | None] = {None}
        if mention.is_named:
            labels = {mention.label, *self._described_labels(mention.key)}
            if mention.label == "person" and not mention.gender:
                labels.add(UNKNOWN_NAME)  # "Shuttle Challenger" may be taken for a person
        if not labels & pronoun.labels:
            return False
        if mention.number not in ("either", pronoun.number):
            return False
        gender = mention.gender or self._learned.get(mention.key, "")
        if pronoun.gender and gender and gender != pronoun.gender:
            return False
        return not wanted or can_be(mention, labels, wanted)

    def _described_labels(self, key: str) -> set[str]:
        """The kinds of thing that descriptions call a name: "Quill is a text editor"."""
        called = self._descriptions().get(key, ())
        return {label for description in called if (label := label_of_noun(description.noun)) is not None}

    def _center_before(self, sentence: int) -> str | None:
        """What the text is about before a sentence: the thing that was its subject in the last sentence that
        had one and elsewhere, or the one that opened the text.
        """
        for index in range(sentence - 1, max(-1, sentence - 1 - MAX_PRONOUN_SENTENCES), -1):
            key = self._centers.get(index)
            if key is not None:
                return key if self._subjects.get(key, 0) > 1 else None
        return None

    def _has_rival(self, winner: Mention, chosen: list[Mention], center: str | None, wanted: str) -> bool:
        """Whether the object of the clause that the best candidate is the subject of would do as well.

        "Tom Hale hired James Orr. He was 40": grammar alone does not tell. What the text is about and what
        the verb asks for do.
        """
        best = winner.key
        if best == center or winner.is_joint or (wanted == "agent" and winner.is_named):
            return False
        verbs = {
            (mention.sentence, self._clause_of(mention.head))
            for mention in chosen
            if mention.key == best and mention.weight >= SUBJECT_WEIGHT and mention.head >= 0
        }
        for mention in chosen:
            if mention.key == best or mention.head < 0 or mention.is_linked:
                continue
            head = mention.head
            if self._columns.deps[head] not in ("obj", "iobj"):
                continue
            if (mention.sentence, self._columns.heads[head]) in verbs:
                return True
        return False

    def _clause_of(self, head: int) -> int:
        return self._columns.heads[head]

    def _is_bound(self, mention: Mention, word: int | None) -> bool:
        """Whether grammar keeps a pronoun from standing for a mention.

        It does not stand for a phrase that it is part of ("the data that it was trained on"), for another
        argument of its verb ("Microsoft replaced it"), or for what stands in an adjunct of its own clause
        ("Compared with Firefox, it uses less").
        """
        if word is None or mention.head < 0:
            return False
        if mention.head in bound_heads(self._columns, word):
            return True
        return self._columns.deps[word] in SUBJECT_RELATIONS and is_in_adjunct(
            self._columns, mention.head, self._columns.heads[word]
        )

    def _announced(
        self, pronoun: _Pronoun, start: int, linked: list[Mention]
    ) -> tuple[Mention, Reason] | None:
        """The subject of the main clause that follows: "When she was 12, Anna Berg moved to Oslo"."""
        word = self._word_at(start)
        columns = self._columns
        if word is None or columns.deps[word] not in SUBJECT_RELATIONS:
            return None
        verb = columns.heads[word]
        main = columns.heads[verb]
        if columns.deps[verb] != "advcl" or main < verb:
            return None
        if any(self._agrees(mention, pronoun, "") for mention in self._before(start, linked)):
            return None
        heads = {child for child in columns.lefts(main) if columns.deps[child] in SUBJECT_RELATIONS}
        low = bisect_left(self._starts, start)
        for mention in self._mentions[low : low + 8]:
            if mention.head in heads and mention.is_named and self._agrees(mention, pronoun, ""):
                return mention, "announced"
        return None

    # --- Descriptions ---------------------------------------------------------------------------------------

    def _find_description(self, match: re.Match[str], start: int) -> Antecedent | None:
        noun = match["noun"].lower()
        modifier = (match["modifier"] or "").strip().lower()
        if not modifier:
            defined = self._defined_term(match["noun"], start)
            if defined is not None:
                return Antecedent(defined, "defined_term")
            longer = self._longer_description(noun, start)
            if longer is not None:
                return Antecedent(longer, "longer_description")
        called = self._called_so(noun, modifier, start)
        label = category_labels().get(noun)
        if modifier or label is None:
            return Antecedent(called.pop(), "description") if len(called) == 1 else None
        if match["noun"][0].isupper() and match["article"].islower() and label == "organization":
            return None  # "the Company" of a filing is its author
        found = self._weigh_names(noun, label, called, start)
        return None if found is None else Antecedent(found, "description")

    def _called_so(self, noun: str, modifier: str, start: int) -> set[str]:
        """The names that the text before called by a noun: "Brightcell, a German maker of batteries"."""
        found = set()
        for key, descriptions in self._descriptions().items():
            for called in descriptions:
                if called.end > start or not is_same_kind(called.noun, noun):
                    continue
                if not modifier or modifier in called.words:
                    found.add(called.name or key)
        return found

    def _descriptions(self) -> Mapping[str, list[Calling]]:
        """What the passage calls its names, by the canonical name."""
        if self._called is None:
            self._called = defaultdict(list)
            if self._columns.is_parsed:
                for key, called in in_every_sentence(self._document, find_callings):
                    self._called[key].append(called)
        return self._called

    def _weigh_names(self, noun: str, label: str, called: set[str], start: int) -> str | None:
        """The name that "the company" stands for."""
        sentence = self._sentence_of(start)
        high = bisect_left(self._name_starts, start)
        center = self._center_before(sentence)
        weights: dict[str, float] = {}
        texts: dict[str, str] = {}
        objects: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for mention in self._name_list[max(0, high - MAX_DESCRIPTION_MENTIONS) : high]:
            if mention.end > start:
                continue
            if mention.text not in called and (mention.label != label or not is_of_kind(mention.key, noun)):
                continue
            weight = self._weight(mention, sentence)
            if mention.key not in weights and mention.key == center:
                weight += _CENTER_WEIGHT
            if mention.text in called:
                weight += _CENTER_WEIGHT
            weights[mention.key] = weights.get(mention.key, 0.0) + weight
            texts[mention.key] = mention.text
            if mention.head >= 0 and sentence - mention.sentence <= 1:
                objects[mention.key].add((mention.sentence, self._clause_of(mention.head)))
        best = _clear_winner(weights)
        bearing = {key for key in weights if noun in key.lower().split()}
        if len(bearing) == 1:  # "Lumen Bank" is the bank, whoever else is one
            best = next(iter(bearing))
        elif bearing or best is None:
            return None
        if len(bearing) == 1 or best == center or texts[best] in called:
            return texts[best]
        if any(objects[best] & objects[key] for key in objects if key != best):
            return None  # two parties of one verb are equally "the company"
        return texts[best]

    def _find_several(self, phrase: str, start: int) -> Antecedent | None:
        """The names that "the two countries" means: those joined before, if the text joins only these."""
        words = phrase.split()
        if len(words) != 3 or words[1] != "two" or words[0] == "both":
            return None
        plural = words[2]
        singular = f"{plural[:-3]}y" if plural.endswith("ies") else plural.removesuffix("s")
        label = label_of_noun(singular) or _SIDES.get(words[2])
        joint = {
            frozenset(_MEMBERS.split(mention.text)): mention.text
            for mention in self._mentions
            if mention.is_joint and mention.end <= start and label in (mention.label, "any")
        }
        joint = {names: text for names, text in joint.items() if len(names) == 2}
        if label is None or len(joint) != 1:
            return None
        return Antecedent(joint.popitem()[1], "description")

    def _find_pair(self, start: int) -> Antecedent | None:
        """The persons whom "the pair" means: the last ones joined, if they are the only ones near."""
        sentence = self._sentence_of(start)
        first = self._sentence_starts[max(0, sentence - MAX_DESCRIPTION_SENTENCES)]
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, start)
        joint = {
            mention.text
            for mention in self._mentions[low:high]
            if mention.is_joint and mention.label == "person" and mention.end <= start
        }
        return Antecedent(joint.pop(), "description") if len(joint) == 1 else None

    def _defined_term(self, noun: str, start: int) -> str | None:
        """The name that the text says it calls so: 'Acme Inc. (the "Company")'."""
        if not noun[0].isupper():
            return None
        for match in _DEFINED.finditer(self._document.text, 0, start):
            if match["term"] != noun:
                continue
            for stop in range(match.start(), max(-1, match.start() - 3), -1):
                if stop in self._name_ends:
                    return full_text(self._name_ends[stop])
        return None

    def _longer_description(self, noun: str, start: int) -> str | None:
        """What "the survey" was called before, "the Rust survey", if only one thing was called so."""
        sentence = self._sentence_of(start)
        first = self._sentence_starts[max(0, sentence - MAX_DESCRIPTION_SENTENCES)]
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, start)
        found = {
            _DETERMINER.sub("", mention.text)
            for mention in self._mentions[low:high]
            if not mention.is_named and mention.end <= start and mention.text.lower().endswith(" " + noun)
        }
        found = {text for text in found if " " in text}
        return found.pop() if len(found) == 1 else None

    # --- Speakers -------------------------------------------------------------------------------------------

    def _find_speaker(self, word: str, start: int, end: int) -> Antecedent | None:
        """Who "I" is in a direct quotation: the speaker. "We" is left open."""
        if word not in ("i", "me"):
            return None
        report = self._quotation_around(start, end)
        if report is None or report.source is None:
            return None
        if report.holds(*report.source):
            return None
        name = self.resolve(*report.source)
        return None if name is None else Antecedent(name, "speaker")

    def _quotation_around(self, start: int, end: int) -> Report | None:
        index = bisect_right(self._direct_starts, start) - 1
        for report in reversed(self._direct[max(0, index - 3) : index + 1]):
            if report.holds(start, end):
                return report
        return None

    def _weight(self, mention: Mention, sentence: int) -> float:
        weight = mention.weight
        if mention.is_named:
            weight += _NAME_WEIGHT
            weight += _TOPIC_WEIGHT * min(4, self._counts.get(mention.key, 1) - 1)
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
