"""What "is" and the like say of their subjects: "Orbit is a telescope", "became the first"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.descriptions.description import Description
from claimcheck.grammar.descriptions.predicates import categories_from, predicate_from
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS
from claimcheck.grammar.phrases import MARKS
from claimcheck.grammar.stepping import opening_title, without_date
from claimcheck.grammar.verb_groups import PREPOSITIONS, RELATIVE
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import load_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.clauses import SentenceGrammar
    from claimcheck.grammar.phrases import Phrase

_TODAY = frozenset({"today", "nowadays"})
_REFLEXIVE = WordSet("grammar/reflexive")
_COPULAS = WordSet("grammar/copula")
_FRONTING = WordSet("grammar/fronting_preposition")
_TURNING = WordSet("grammar/turning_into")


def find_copulas(grammar: SentenceGrammar) -> Iterator[Description]:
    """Each predicate of "is", "became", "turned into" and the like, with its subject."""
    turning = _TURNING.words() if "into" in grammar.vocabulary else frozenset()
    copulas = _COPULAS.words() | turning if turning else _COPULAS.words()
    if copulas.isdisjoint(grammar.vocabulary):
        return
    for i in range(grammar.first, grammar.last):
        word = grammar.lowers[i]
        if word not in copulas or i in grammar.names or (word in MARKS and grammar.tags[i] == "POS"):
            continue
        if word in turning and grammar.word(i + 1) != "into":
            continue
        if grammar.word(grammar.group_start(i) - 1) == "there":
            continue  # "if there are circumstances" says that they exist, and of nothing what it is
        after = grammar.after_adverbs(i + 1 + (word in turning))
        after += grammar.word(after) in _TODAY or (
            grammar.word(after) == "both" and grammar.tags[after] == "CC"
        )
        if any(
            grammar.word(k) in PREPOSITIONS for k in range(i + 1 + (word in turning), after)
        ) or _is_existence(grammar, i):
            continue
        category = predicate_from(grammar, after)
        if category is None or grammar.tags[category.first] in ("PRP", "WP"):
            continue
        if category.possessor is not None and category.possessor.first < after:
            continue
        thing = _work_before(grammar, i, category) or _subject_of_copula(grammar, i, category)
        if thing is None or thing.head >= i:
            continue
        if grammar.tags[category.head] in ("NNS", "NNPS"):
            thing = grammar.joint(thing)
        thing = without_date(grammar, thing)  # "In 1990 Orbit won, becoming the first"
        start = grammar.group_start(i)
        if start == thing.last < i and grammar.word(start) in MARKS:  # "Miller's is a bar"
            start, thing = start + 1, thing._replace(last=start + 1)
        if grammar.word(start - 1) in RELATIVE and thing.noun != category.noun:
            thing = _same_kind_beside(grammar, start - 1, category) or thing
            thing = _person_beside(grammar, start - 1) or thing
        if (
            grammar.word(start - 1) == ","
            and grammar.before_insertion(start) is None
            and thing.last >= start - 1
            and not (thing.first == grammar.first and grammar.is_proper(thing))  # "Orbit FM, is a station"
        ):
            continue  # "Not mentioned on the site, are the dangers"
        for member in categories_from(grammar, category):
            first = start if member is category else member.first_with_possessor
            yield Description(thing, member, "copula", first, grammar.extended(member))


def _work_before(grammar: SentenceGrammar, copula: int, category: Phrase) -> Phrase | None:
    """The work whose title, which need be no phrase, opens the sentence: "Gone with the Tide is a film"."""
    if category.noun not in load_cues("work_noun") or not category.determiner:
        return None
    title = opening_title(grammar, copula)
    known = None if title is None else grammar.names.get(title.head)
    return title if known is None or title is None or known.start > title.start else None


def _same_kind_beside(grammar: SentenceGrammar, relative: int, category: Phrase) -> Phrase | None:
    """The phrase next to a relative pronoun where its noun is that of the category.

    The field of "the discovery of the Halvor field, which is the largest field in Norway".
    """
    beside = grammar.phrase_until(relative - (grammar.word(relative - 1) == ","))
    return beside if beside is not None and beside.noun == category.noun else None


def _person_beside(grammar: SentenceGrammar, relative: int) -> Phrase | None:
    """The person right before ", who": Chen in "Ann Lee, who sang, and Bo Chen, who became a judge"."""
    if grammar.word(relative) != "who" or grammar.word(relative - 1) != ",":
        return None
    beside = grammar.phrase_until(relative - 1)
    if beside is None or beside.label != "person":
        return None
    return None if grammar.word(beside.first - 1) == "of" else beside  # "the son of Ann Lee, who became king"


def _is_existence(grammar: SentenceGrammar, copula: int) -> bool:
    """Whether a copula only says that something exists: "there are also", "is there"."""
    return "there" in (grammar.word(grammar.group_start(copula) - 1), grammar.word(copula + 1))


def _subject_of_copula(grammar: SentenceGrammar, copula: int, category: Phrase) -> Phrase | None:
    """The subject of "is", from the arcs of the predicate or the copula, else the phrase beside it."""
    before = grammar.before_insertion(grammar.group_start(copula))
    if before is not None:
        return before
    if grammar.columns.is_parsed:
        for token in (category.head, copula):
            for child in reversed([*grammar.columns.lefts(token)]):  # "Heir of a baker, she became"
                if grammar.deps[child] in NOUN_SUBJECTS and grammar.first <= child < copula:
                    # "Orbit, which itself is a fork of Comet"
                    subject = child - (grammar.word(child) in _REFLEXIVE)
                    return grammar.antecedent(subject, token)
            if grammar.deps[token] == "conj" and token < category.first:
                break
    found = grammar.subject_of(copula)
    if found is None or grammar.word(grammar.first) not in _FRONTING:
        return found
    is_where = found.first - 1 == grammar.first and found.last == grammar.group_start(copula)
    return None if is_where else found  # "Among the wrecks is a ship"
