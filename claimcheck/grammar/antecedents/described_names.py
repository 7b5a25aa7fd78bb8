"""Which name a definite description stands for: "the company", "this model", "the two countries"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from claimcheck.grammar.antecedents.couples import find_couple
from claimcheck.grammar.antecedents.discourse import CENTER_WEIGHT, NAMED_THINGS, Antecedent, clear_winner
from claimcheck.grammar.antecedents.named_kinds import bearing, by_bearing, called_last, is_named_as_ship
from claimcheck.grammar.antecedents.referents import SUBJECT_WEIGHT, UNKNOWN_NAME
from claimcheck.grammar.descriptions.callings import (
    is_of_kind,
    is_ruled_out,
    is_same_kind,
    is_sure_to_be,
    may_be_any_body,
    typed_products,
)
from claimcheck.grammar.named_phrases import PARTIES, full_text
from claimcheck.grammar.noun_labels import category_labels, label_of_noun
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from claimcheck.grammar.antecedents.discourse import Discourse
    from claimcheck.grammar.antecedents.referents import Mention

MAX_DESCRIPTION_SENTENCES = 5
"""A bare description ("the survey") is looked up this far for a longer one with its noun ("the Rust survey").
"""
MAX_DESCRIPTION_MENTIONS = 60
"""A description may reach further: names of its kind looked at, the nearest first."""

# Other adjectives may part one thing from another: "the old models"
DESCRIPTION = re.compile(
    r"(?P<article>the|this|that|these|those) (?:(?:entire|whole|same|now|new) )?"
    r"(?:(?:[A-Z][\w.-]+ ){0,2}(?P<seat>[A-Z][\w.]+-(?:based|headquartered)) |(?P<modifier>[\w-]+ )?)"
    r"(?P<noun>[\w-]+)$",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"(?:the|these|those|both) (?:two|three|four|five|six|both)\b|both ", re.IGNORECASE)
PAIR = WordPattern(r"(?:<common/pointing_back>) (?:<grammar/couple>)", re.IGNORECASE)
OF_TWO = re.compile(r"both|the (?:former|latter)", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?P<all>the|these|those|both)(?: (?P<size>two|three|four|five|six))? (?P<noun>[\w-]+s|men|women)",
    re.IGNORECASE,
)
_SIZES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
MAX_NEAR_SENTENCES = 1
"""How far back the names are that "both companies" and "these editors" mean."""

_MAX_CLIMB = 5  # arcs from a name to the verb of its clause
# Words that stand in the names of some firms and mean any firm: "the group" need not be Arden Group
_ANY_FIRM = WordSet("grammar/any_firm")
_OF_PARTS = WordSet("callings/of_parts")
_OF_PERSONS_TOO = WordSet("callings/of_persons_too")
_STANDING_FOR_NOUN = WordSet("grammar/standing_for_noun")
_TOLD_FROM_ANOTHER = WordPattern(r"\b(?:<grammar/likened>) [\w-]+$", re.IGNORECASE)  # "a similar body"
_AGED = WordPattern(r"-(?:<grammar/of_age>)(?![\w-])")  # every company has an age
_MEMBERS = re.compile(r",? and |, ")
_SIDES = {
    "sides": "any",
    "parties": "any",
    "leaders": "person",
    "men": "person",
    "women": "person",
    "rivals": "any",
}
_DETERMINER = re.compile(r"^(?:the|a|an|another|this|that|these|those|some|one)\s+", re.IGNORECASE)
_DEFINED = re.compile(
    r"[(\[][^()\[\]]{0,60}?[\"\u201c](?:the )?(?P<term>[A-Z][a-z]+)[\"\u201d][^()\[\]]{0,60}[)\]]"
)


def _weight_of_topics(is_center: bool, is_topic: bool) -> float:
    """What a name weighs for being what the passage goes on about, and what the text is about."""
    return CENTER_WEIGHT * is_center + CENTER_WEIGHT / 2 * is_topic


class Descriptions:
    """The names that the descriptions of a passage stand for."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._by_noun: Mapping[str, list[Mention]] | None = None
        self._persons: frozenset[str] | None = None

    def one(self, match: re.Match[str], start: int) -> Antecedent | None:
        """The one thing that a singular description at `start`, matched by `DESCRIPTION`, stands for."""
        noun = match["noun"].lower()
        modifier = (match["modifier"] or "").strip().lower()
        label = category_labels().get(noun)
        if _AGED.search(modifier):
            modifier = ""
        if not modifier:
            defined = self._defined_term(match["noun"], start)
            if defined is not None:
                return Antecedent(defined, "defined_term")
            longer = None if match["seat"] else self._longer_description(noun, start)
            if longer is not None and not (label == "organization" and _AGED.search(longer)):
                return Antecedent(longer, "longer_description")
        called = self._called_so(noun, modifier, start)
        if label in NAMED_THINGS:
            called = {name: end for name, end in called.items() if name not in self._sure_persons()}
        if modifier or label is None:
            name = called_last(self._discourse, noun, called, start)
            if name is None and not called and not modifier:
                name = bearing(self._discourse, noun, self._names_bearing(noun), start)
            return None if name is None else Antecedent(name, "description")
        if match["noun"][0].isupper() and match["article"].islower() and label == "organization":
            return None  # "the Company" of a filing is its author
        token = self._discourse.columns.token_at(start + match.start("noun"))
        verb = None if token is None else self._discourse.clause_of(token)
        found = self._weigh_names(noun, label, called.keys(), start, verb)
        if found is None and called and (label == "product" or not self._is_any_named(called)):
            found = called_last(self._discourse, noun, called, start)  # a name of no known kind
        if found in called and label == "person" and len(called) > 1:
            found = called_last(self._discourse, noun, called, start)
        elif found in called and label == "product":
            found = called_last(self._discourse, noun, {found: called[found]}, start)
        return None if found is None else Antecedent(found, "description")

    def _is_any_named(self, called: Collection[str]) -> bool:
        """Whether the name layer knows one of the names."""
        return any(name.text in called for name in self._discourse.name_list)

    def _is_person(self, key: str) -> bool:
        return any(name.key == key and name.label == "person" for name in self._discourse.name_list)

    def _sure_persons(self) -> frozenset[str]:
        """The persons whose names tell a gender: no companies, whatever the text seems to call them."""
        if self._persons is None:
            named = self._discourse.name_list
            learned = self._discourse.learned
            self._persons = frozenset(
                name.text for name in named if name.label == "person" and (name.gender or name.key in learned)
            )
        return self._persons

    def _names_bearing(self, noun: str) -> list[Mention]:
        if self._by_noun is None:
            self._by_noun = by_bearing(self._discourse.mentions)
        return self._by_noun.get(noun, [])

    def called(self, noun: str, start: int) -> set[str]:
        """The names that the text before a place said to be of a kind: "Norvale is a bank"."""
        return set(self._called_so(noun, "", start))

    def _called_so(self, noun: str, modifier: str, start: int) -> dict[str, int]:
        """The names that the text before called by a noun, with where it last did: "Brightcell, a German
        maker of batteries".
        """
        found: dict[str, int] = {}
        text = self._discourse.document.text
        kindred: dict[str, int] = {}  # a town for "the village", where nothing was called a village
        for key, descriptions in self._discourse.callings().items():
            for called in descriptions:
                if called.end > start or not is_same_kind(called.noun, noun):
                    continue
                if modifier and modifier not in called.words:
                    continue
                if called.noun == noun:
                    found[called.name or key] = called.end
                elif called.noun in _OF_PARTS and text.startswith(" of ", called.end):
                    continue  # "a series of 12 novels" is no show
                elif not self._is_person(key) or self._is_kindred_person(called.noun, start):
                    kindred[called.name or key] = called.end
        if not modifier and is_same_kind("ship", noun):
            for mention in self._discourse.name_list:
                if mention.end <= start and is_named_as_ship(mention.text) and not mention.is_joint:
                    kindred.setdefault(mention.text, mention.end)
        return found or kindred

    def _is_kindred_person(self, called: str, start: int) -> bool:
        """Whether the person called by one noun may be meant by a kindred one: the only person before, and no
        maker for being "the producer Ann Roe".
        """
        before = self._discourse.name_list[: bisect_left(self._discourse.name_starts, start)]
        persons = {mention.key for mention in before if mention.label == "person"}
        return called not in _OF_PERSONS_TOO and len(persons) == 1

    def _weigh_names(
        self, noun: str, label: str, called: Collection[str], start: int, verb: int | None
    ) -> str | None:
        """The name that "the company" stands for: not Acme in "Acme bought the company"."""
        sentence = self._discourse.sentence_of(start)
        taken_up = self._discourse.taken_up_in(sentence - 1, label)
        center = taken_up or self._discourse.center_before(sentence)
        topic = self._discourse.topic()
        weights: dict[str, float] = {}
        latest: dict[str, Mention] = {}
        clauses: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for mention in self._fitting(noun, label, called, start, verb):
            weight = self._discourse.weight(mention, sentence)
            is_called = mention.text in called
            if mention.key not in weights:
                weight += _weight_of_topics(mention.key == center, is_called and mention.key == topic)
            weights[mention.key] = weights.get(mention.key, 0.0) + weight + CENTER_WEIGHT * is_called
            latest[mention.key] = mention
            if mention.head >= 0 and sentence - mention.sentence <= 1:
                clauses[mention.key].add((mention.sentence, self._discourse.clause_of(mention.head)))
        best = clear_winner(weights)
        if taken_up in weights and best != taken_up:
            best = None if best else taken_up  # "In 2013 Bramble closed it. The company": not surely Bramble
        if best is not None and best != topic and topic in latest and latest[topic].text in called:
            return None  # "the city" in a text on one city that has just named another
        bearing = {key for key in weights if noun in key.lower().split()}
        if noun in _ANY_FIRM:
            if best not in bearing and any(sentence - latest[key].sentence <= 1 for key in bearing):
                return None  # "Pelloc was sold to Hestia Group. The group" is not surely Pelloc
            bearing = set()
        if len(bearing) == 1:  # "Lumen Bank" is the bank, whoever else is one
            return latest[bearing.pop()].text
        if best in bearing and self._is_doer_alone(best, [latest[key] for key in bearing], sentence):
            return latest[best].text
        if bearing or best is None or self._is_called_otherwise(best, noun):
            return None
        name = latest[best].text
        if name in called:
            return name
        if label == "product" and called:
            return None  # something else was called so: Orbit, "a small model", not what it was measured by
        if best != center and self._is_unsure(best, noun, label, clauses, start):
            return None
        return name

    def _is_doer_alone(self, best: str, bearing: list[Mention], sentence: int) -> bool:
        """Whether one of the names that bear a noun is what the last sentence is about, and no other one has
        a part in that but in passing: a stake in Tarn Bank.
        """
        columns = self._discourse.columns
        for mention in bearing:
            is_near = sentence - mention.sentence <= 1
            if mention.key == best:
                if mention.weight < SUBJECT_WEIGHT or not is_near:
                    return False
            elif mention.weight >= SUBJECT_WEIGHT:
                return False
            elif is_near and mention.head >= 0:
                is_doer = any(columns.lowers[child] == "by" for child in columns.lefts(mention.head))
                if is_doer or columns.deps[mention.head] in ("obj", "iobj"):
                    return False
        return True

    def _is_unsure(
        self, best: str, noun: str, label: str, clauses: Mapping[str, set[tuple[int, int]]], start: int
    ) -> bool:
        """Whether nothing but being named near speaks for a name that the text is not about."""
        if best != self._discourse.topic() and (
            label == "person" or (label == "product" and not is_sure_to_be(best, noun))
        ):
            return True  # "the writer" is not whoever was named last
        own = clauses.get(best, set())
        if any(own & others for key, others in clauses.items() if key != best):
            return True  # two parties of one verb are equally "the company"
        sentence = self._discourse.sentence_of(start)
        center = self._discourse.center_before(sentence)
        return label in PARTIES and (
            self._is_beside_unknown_name(own, start) or self._is_unknown(center, start)
        )

    def _fitting(
        self, noun: str, label: str, called: Collection[str], start: int, verb: int | None
    ) -> Iterator[Mention]:
        """The names before a description that may be called so, and are no other party of its clause."""
        discourse = self._discourse
        sentence = discourse.sentence_of(start)
        high = bisect_left(discourse.name_starts, start)
        for mention in discourse.name_list[max(0, high - MAX_DESCRIPTION_MENTIONS) : high]:
            if mention.end > start or (mention.sentence == sentence and self._is_of_clause(mention, verb)):
                continue
            if mention.text not in called and (mention.label != label or not is_of_kind(mention.key, noun)):
                continue
            if may_be_any_body(noun) or not self._is_called_otherwise(mention.key, noun):
                yield mention

    def _is_called_otherwise(self, key: str, noun: str) -> bool:
        """Whether the text calls a name what the noun never is: a firm is no union."""
        return is_ruled_out(self._discourse.callings().get(key, ()), noun)

    def _is_unknown(self, center: str | None, start: int) -> bool:
        """Whether what the passage goes on about before a place is a name of no known kind."""
        met = self._discourse.mentions[: bisect_left(self._discourse.starts, start)]
        last = next((mention for mention in reversed(met) if mention.key == center), None)
        return last is not None and last.label == UNKNOWN_NAME

    def _is_beside_unknown_name(self, clauses: set[tuple[int, int]], start: int) -> bool:
        """Whether a name of no known kind is a party of one of the clauses: Norvale may be a firm as well."""
        if not clauses:
            return False
        discourse = self._discourse
        first = discourse.sentence_starts[min(clauses)[0]]
        return any(
            mention.label == UNKNOWN_NAME
            and mention.head >= 0
            and (mention.sentence, discourse.clause_of(mention.head)) in clauses
            for mention in discourse.mentions_between(first, start)
        )

    def _is_of_clause(self, mention: Mention, verb: int | None) -> bool:
        """Whether a name is another part of the clause of a verb: Acme in "After buying Acme, the firm grew".

        What something was founded or known as is itself.
        """
        columns, token = self._discourse.columns, mention.head
        before = columns.token_at(mention.start)
        if verb is None or token < 0 or before is None:
            return False
        if "as" in columns.lowers[max(0, before - 2) : before]:
            return False
        for _ in range(_MAX_CLIMB):
            head = columns.heads[token]
            if head == verb:
                return True
            if head == token or columns.tags[head] in FINITE:
                return False
            token = head
        return False

    def several(self, phrase: str, start: int) -> Antecedent | None:
        """The names that "the two countries", "both companies", "these editors" mean: those that the text
        joins, if it joins only these or joined them last, else as many as the last sentence names.
        """
        match = _PLURAL.fullmatch(phrase)
        if match is None or match["noun"][0].isupper():
            return None  # "The Scientists" is a title
        plural = match["noun"].lower()
        singular = f"{plural[:-3]}y" if plural.endswith("ies") else plural.removesuffix("s")
        label = label_of_noun(singular) or _SIDES.get(plural)
        is_two = match["all"].lower() == "both" or plural in ("sides", "parties")
        size = _SIZES[match["size"].lower()] if match["size"] else 2 if is_two else None
        if label is None or (size is None and label == "any"):
            return None
        found = self._joined(singular, label, size, start) or self._named_last(singular, label, size, start)
        if found is None or (size is None and not self._may_be_several(found, singular, label)):
            return None
        return Antecedent(found, "description")

    def _may_be_several(self, names: str, noun: str, label: str) -> bool:
        """Whether products that only stand side by side are of a kind: systems are no "processors"."""
        members = _MEMBERS.split(names)
        return label != "product" or all(
            is_sure_to_be(_ARTICLE.sub("", member), noun) or noun not in typed_products()
            for member in members
        )

    def one_of_two(self, phrase: str, start: int) -> Antecedent | None:
        """The things that "both" means, or the one that "the latter" or "the former" does: two that the last
        sentence joins, and no other two.
        """
        sentence = self._discourse.sentence_of(start)
        first = self._discourse.sentence_starts[max(0, sentence - MAX_NEAR_SENTENCES)]
        couples = {
            mention.text: _MEMBERS.split(mention.text)
            for mention in self._discourse.mentions_between(first, start)
            if mention.is_joint and mention.end <= start
        }
        if len(couples) != 1:
            return None
        joined, members = couples.popitem()
        if len(members) != len(("former", "latter")):
            return None
        word = phrase.lower().rsplit(" ", 1)[-1]
        name = joined if word == "both" else members[0] if word == "former" else members[1]
        return Antecedent(name, "description")

    def pair(self, start: int) -> Antecedent | None:
        """The persons whom "the pair" means: the last joined, or brought together, if no others are near."""
        sentence = self._discourse.sentence_of(start)
        first = self._discourse.sentence_starts[max(0, sentence - MAX_DESCRIPTION_SENTENCES)]
        persons = self._linked_persons(first, start)
        joint = {
            mention.text
            for mention in [*self._discourse.mentions_between(first, start), *persons]
            if mention.is_joint and mention.label == "person" and mention.end <= start
        }
        if joint:
            found = joint.pop() if len(joint) == 1 else None
        else:
            found = self._named_last("person", "person", 2, start) or self._met_last(persons)
        return None if found is None else Antecedent(found, "description")

    def _linked_persons(self, first: int, start: int) -> list[Mention]:
        """The persons, named or meant by pronouns, between two places."""
        names, starts = self._discourse.name_list, self._discourse.name_starts
        near = names[bisect_left(starts, first) : bisect_left(starts, start)]
        return [mention for mention in near if mention.label == "person"]

    def _met_last(self, near: list[Mention]) -> str | None:
        """The two persons whom one of the last sentences brings together, if no third one is near."""
        if len({mention.key for mention in near}) != 2:
            return None
        by_sentence = groupby(near, key=lambda mention: mention.sentence)
        couples = (find_couple(self._discourse.columns, list(mentions)) for _, mentions in by_sentence)
        return next((couple.text for couple in couples if couple is not None), None)

    def _joined(self, noun: str, label: str, size: int | None, start: int) -> str | None:
        """The one coordination of names of a kind before a place, the last one, or the one met most."""
        joint: dict[frozenset[str], list[Mention]] = defaultdict(list)
        for mention in self._discourse.mentions:
            if mention.end > start:
                break
            members = frozenset(_MEMBERS.split(mention.text))
            if (
                mention.is_joint
                and label in (mention.label, "any")
                and (size is None or len(members) == size)
                and all(is_of_kind(_ARTICLE.sub("", member), noun) for member in members)
            ):
                joint[members].append(mention)
        sentence = self._discourse.sentence_of(start)
        near = [met for met in joint.values() if sentence - met[-1].sentence <= MAX_NEAR_SENTENCES]
        if size is None:
            return near[0][-1].text if len(near) == 1 else None
        if len(joint) == 1 or len(near) == 1:
            return (near or list(joint.values()))[0][-1].text
        most = max(joint.values(), key=len, default=[])
        others = sum(len(met) for met in joint.values()) - len(most)
        return most[-1].text if len(most) > max(2, others) else None

    def _named_last(self, noun: str, label: str, size: int | None, start: int) -> str | None:
        """The names of a kind in the last sentence before, if they are as many as are meant."""
        sentence = self._discourse.sentence_of(start)
        labels = PARTIES if label == "any" else {label}
        named: dict[str, str] = {}
        for mention in reversed(self._discourse.mentions[: bisect_left(self._discourse.starts, start)]):
            if sentence - mention.sentence > MAX_NEAR_SENTENCES or mention.end > start:
                break
            if self._discourse.document.text[mention.start - 1 : mention.start] == "(":
                continue  # "the Act of Union (Riksakten)"
            if mention.label in labels and not mention.is_joint and is_of_kind(mention.key, noun):
                named.setdefault(mention.key, mention.text)
        texts = list(reversed(named.values()))
        bearing = [noun in text.lower().split() for text in texts]
        if len(texts) != (size or 2) or (any(bearing) and not all(bearing)):
            return None
        return ", ".join(texts[:-1]) + f" and {texts[-1]}"

    def _defined_term(self, noun: str, start: int) -> str | None:
        """The name that the text says it calls so: 'Acme Inc. (the "Company")'."""
        if not noun[0].isupper():
            return None
        for match in _DEFINED.finditer(self._discourse.document.text, 0, start):
            if match["term"] != noun:
                continue
            for stop in range(match.start(), max(-1, match.start() - 3), -1):
                if stop in self._discourse.name_ends:
                    return full_text(self._discourse.name_ends[stop])
        return None

    def _longer_description(self, noun: str, start: int) -> str | None:
        """What "the survey" was called before, "the Rust survey", if only one thing was called so."""
        if noun in _STANDING_FOR_NOUN:
            return None  # "the old one" is not the new one
        sentence = self._discourse.sentence_of(start)
        first = self._discourse.sentence_starts[max(0, sentence - MAX_DESCRIPTION_SENTENCES)]
        text = self._discourse.document.text
        found = {
            _DETERMINER.sub("", mention.text)
            for mention in self._discourse.mentions_between(first, start)
            if mention.noun == noun
            and mention.end <= start
            and mention.text.lower().endswith(" " + noun)
            and not text.endswith("and ", 0, mention.start)  # "road and rail industry"
            and _TOLD_FROM_ANOTHER.search(mention.text) is None
            and "-based " not in mention.text  # that only tells where it is
        }
        found = {words for words in found if " " in words}
        return found.pop() if len(found) == 1 else None
