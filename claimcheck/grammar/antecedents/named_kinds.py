"""Which name a description means that the text called so, or that bears its noun: "the song", "the lake"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.grammar.antecedents.referents import SUBJECT_WEIGHT
from claimcheck.grammar.descriptions.callings import is_same_kind, is_work
from claimcheck.grammar.noun_phrases import case_of
from claimcheck.grammar.titles import words_in_titles
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.names.lists import load_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.antecedents.discourse import Discourse
    from claimcheck.grammar.antecedents.referents import Mention

_TOLD_APART = WordPattern(r"[\w-]+ [\w-]+,? (?:<grammar/relative>|of|in|at|near|for|from|to) ", re.IGNORECASE)
_LEADING = WordSet("callings/leading")
_BEARING = WordSet("callings/bearing")
_IN_TOWNS = WordSet("callings/in_towns")
_OF_TEAMS = WordSet("callings/of_teams")
_ANOTHER = frozenset({"a", "an", "another"})
_DEFINITE = re.compile(r"(?:the|this|that)\s", re.IGNORECASE)


def is_named_as_ship(name: str) -> bool:
    """Whether a name tells that it is a ship's: "HMS Orme", but no "SS General Orme"."""
    first, _, rest = name.removeprefix("The ").partition(" ")
    return first in load_cues("ship_prefix") and rest.partition(" ")[0].lower() not in words_in_titles()


def called_last(discourse: Discourse, noun: str, called: dict[str, int], start: int) -> str | None:
    """The one of the names called by a noun, each with the end of that calling, that "the" means at a place.

    Of several it is the one that the last sentence is about; none where the text has spoken of another thing
    of the kind since: "Orme is a novel. He wrote a second novel. The book".
    """
    found = {name for name in called if not any(name != other and name in other for other in called)}
    if len(found) > 1:
        is_of_one = is_work(noun) and not is_same_kind("ship", noun)  # of two ships either is "the ship"
        opening = _opening(discourse, called, start) if is_of_one else None
        if opening is not None:
            return opening
        found = {mention.text for mention in _last_named(discourse, start) if mention.text in called}
    if len(found) != 1:
        return None
    name = found.pop()
    return None if _is_another_told(discourse, noun, called[name], start) else name


def _opening(discourse: Discourse, called: dict[str, int], start: int) -> str | None:
    """The one of several works that the first sentence tells of, where no other one was spoken of lately but
    in passing: "Orme is a film. It is based on the film Yarn. The film".
    """
    first = min(called, key=lambda name: (called[name], -len(name)))
    if discourse.sentence_of(called[first] - 1) > 0:
        return None
    since = discourse.sentence_starts[max(0, discourse.sentence_of(start) - 2)]
    low, high = bisect_left(discourse.name_starts, since), bisect_left(discourse.name_starts, start)
    is_other_told = any(
        mention.text in called and mention.text != first and mention.weight >= SUBJECT_WEIGHT
        for mention in discourse.name_list[low:high]
    )
    return None if is_other_told else first


def by_bearing(mentions: list[Mention]) -> dict[str, list[Mention]]:
    """The names of things by the noun that tells what they are: Tarn Airport, Lake Tarn."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.label == "person" or not mention.is_named or mention.is_joint:
            continue
        words = mention.text.lower().removeprefix("the ").split()
        if len(words) > 1:
            heads = {words[-1], *(word for word, of in pairwise(words) if of in ("of", "for"))}
            if words[0] in _LEADING:
                heads.add(words[0])
            for noun in heads:
                found[noun].append(mention)
    return found


def bearing(discourse: Discourse, noun: str, names: list[Mention], start: int) -> str | None:
    """The one name before a place that bears a noun: Tarn Airport for "the airport", but for no "airport that
    closed".
    """
    if noun not in _BEARING:
        return None
    if _TOLD_APART.match(discourse.document.text, start):
        return None
    before = [name for name in names if name.end <= start]
    if len({name.key for name in before}) != 1:
        return None
    end = before[0].end
    if _is_something_else(discourse, noun, before[0]) or _is_another_in_passing(discourse, noun, end, start):
        return None
    return None if _is_another_told(discourse, noun, end, start) else before[0].text


def _is_something_else(discourse: Discourse, noun: str, name: Mention) -> bool:
    """Whether what bears a noun in its name is known to be no such thing: the film Jurassic Park, a suburb, a
    town, a team.
    """
    called = [
        calling.noun
        for calling in discourse.callings().get(name.key, ())
        if not any(word[0].isdigit() for word in calling.words)  # "Lake Orme is 4 km from Leeds"
    ]
    if called and not any(is_same_kind(word, noun) for word in called):
        return True
    verb = discourse.columns.lowers[discourse.clause_of(name.head)] if name.head >= 0 else ""
    is_town = name.label == "place" and name.text.lower().startswith(noun) and noun in _IN_TOWNS
    return is_town or verb in _OF_TEAMS  # "Crystal Palace beat Leeds"


def _last_named(discourse: Discourse, start: int) -> Iterator[Mention]:
    """The names, and pronouns for them, of the sentence before a place, and of its own one."""
    first = discourse.sentence_starts[max(0, discourse.sentence_of(start) - 1)]
    low, high = bisect_left(discourse.name_starts, first), bisect_left(discourse.name_starts, start)
    yield from discourse.name_list[low:high]


def _is_another_told(discourse: Discourse, noun: str, first: int, start: int) -> bool:
    """Whether something else of a kind was told of between two places: "another novel", "his next book"."""
    return any(
        mention.noun
        and mention.end <= start
        and not mention.is_named
        and (is_same_kind(mention.noun, noun) or mention.noun == f"{noun}s")
        and _DEFINITE.match(mention.text) is None
        for mention in discourse.mentions_between(first, start)
    )


def _is_another_in_passing(discourse: Discourse, noun: str, first: int, start: int) -> bool:
    """Whether something else that a noun names stands in a phrase with a preposition between two places:
    "Ray died in a hospital in Oslo", but not "It reopened as a hospital".
    """
    columns = discourse.columns
    low, high = columns.token_at(first), columns.token_at(start)
    if low is None or high is None or not columns.is_parsed:
        return False
    for token in range(low, high):
        if columns.lowers[token] != noun or not columns.deps[token].startswith(("obl", "nmod")):
            continue
        articles = {columns.lowers[child] for child in columns.lefts(token)}
        if case_of(columns, token) != "as" and not articles.isdisjoint(_ANOTHER):
            return True
    return False
