"""What a sentence says of terms, titles and code names, in which no name is found: “Faster Loops”, a talk.

`SentenceReading.descriptions` pairs phrases; here one side is read off the marks and the way it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.descriptions.appositions import closes_apposition, is_category_of
from claimcheck.grammar.descriptions.description import Description
from claimcheck.grammar.descriptions.predicates import predicate_from
from claimcheck.grammar.descriptions.taglines import find_tagline
from claimcheck.grammar.descriptions.terms import (
    NAMED_KINDS,
    code_name_from,
    code_name_until,
    is_term,
    is_written_as_name,
    quoted_title_from,
    quoted_title_until,
    tells_kind,
    term_kinds,
)
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.phrases import APPOSING, BULLETS, DASHES, MARKS, QUOTES, Phrase
from claimcheck.grammar.verb_groups import PREPOSITIONS
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions.reading import SentenceReading

_INDEFINITE_ARTICLES = WordSet("common/indefinite_article")
_PLACES = WordSet("grammar/beside_term")
_ARTICLES = WordSet("grammar/article_or_one")
_OWN = WordSet("common/possessor")


def describe_terms(grammar: SentenceReading) -> Iterator[Description]:
    """Each kind that is told of a term, a title or a code name by "is", a comma or a dash."""
    if ":" in grammar.vocabulary or not DASHES.isdisjoint(grammar.vocabulary):
        yield from _in_glossary(grammar)
    tagline = find_tagline(grammar)
    if tagline is not None:
        yield tagline
    places = _PLACES.words()
    if places.isdisjoint(grammar.vocabulary):
        return
    for i, word in enumerate(grammar.lowers[grammar.first + 1 : grammar.last - 1], grammar.first + 1):
        if word not in places:
            continue
        found = _at_mark(grammar, i) if word in APPOSING else _at_copula(grammar, i)
        if found is not None:
            yield found


def _at_copula(grammar: SentenceReading, i: int) -> Description | None:
    """As in "kestrel-v2-7b is a model": the parts of such a name are no phrase."""
    if grammar.tags[i] == "POS" or grammar.lowers[i] in MARKS:
        return None  # "KestrelUI's parts"
    start = grammar.group_start(i)
    thing = code_name_until(grammar, start) if start > grammar.first else None
    if thing is None or grammar.word(start) == "to":
        return None
    category = predicate_from(grammar, grammar.after_adverbs(i + 1))
    if category is None or not (category.determiner or category.possessor is not None):
        return None
    return Description(thing, category, "copula", start, grammar.extended(category))


def _at_mark(grammar: SentenceReading, i: int) -> Description | None:
    return _kind_after(grammar, i) or _term_after(grammar, i)


def _kind_after(grammar: SentenceReading, i: int) -> Description | None:
    """“Faster Loops”, a talk by; "asthma, a disease of"; "kestrel_cli, a command-line tool"."""
    following = grammar.word(i + 1)
    if following not in _ARTICLES and following not in _OWN:
        return None
    thing = quoted_title_until(grammar, i) or code_name_until(grammar, i)
    is_written = thing is not None
    if (
        thing is None
        and following in _INDEFINITE_ARTICLES
        and not term_kinds().isdisjoint(grammar.vocabulary)
    ):
        thing = _term_until(grammar, i)
    if thing is None:
        return None
    category = predicate_from(grammar, i + 1)
    if category is None or category.name is not None or category.first - i > 2:
        return None
    if grammar.tags[category.head] not in ("NN", "NNS") or not (is_written or tells_kind(grammar, category)):
        return None
    end = grammar.extended(category)
    if not is_category_of(grammar, category, thing) or not closes_apposition(grammar, end):
        return None
    return Description(thing, category, "apposition", category.first_with_possessor, end)


def _term_until(grammar: SentenceReading, i: int) -> Phrase | None:
    """The term that ends before a mark; a single word may have any tag, as taggers do not know it."""
    thing = grammar.phrase_until(i)
    if thing is None or thing.is_named or not is_term(grammar, thing):
        return None
    return None if grammar.is_proper(thing) else thing


def _term_after(grammar: SentenceReading, i: int) -> Description | None:
    """As in "its website, kestrel.dev", "a larger group of birds, Falconidae", "her article, “The Shore”"."""
    name = quoted_title_from(grammar, i + 1) or code_name_from(grammar, i + 1)
    is_written = name is not None
    before = grammar.phrase_until(i)
    if before is None or before.name is not None:
        return None
    if name is None:
        name = grammar.phrase_from(i + 1)
        if name is None or name.first != i + 1 or name.determiner or name.possessor is not None:
            return None
        if not grammar.is_proper(name) or name.inner:
            return None
    chain = grammar.chain(before)
    outer = chain[-1] if not (is_written and _introduces(grammar, before)) else before
    if outer is before and not is_written:
        return None
    if not _introduces(grammar, outer) or not _is_closed(grammar, name.last):
        return None
    if any(phrase.is_named or phrase.determiner == "the" for phrase in chain[:-1]) and not is_written:
        return None
    is_of = all(grammar.word(phrase.first_with_possessor - 1) == "of" for phrase in chain[:-1])
    if outer is not before and not is_of:
        return None  # "an event by a mogul, Ann Lee": not the event
    return Description(name, outer, "name_after", outer.first_with_possessor, i)


def _introduces(grammar: SentenceReading, outer: Phrase) -> bool:
    """Whether a description may be followed by the name it stands for."""
    if grammar.tags[outer.head] not in ("NN", "NNP") or outer.name is not None:
        return False
    first = outer.first_with_possessor
    if grammar.word(first - 1) in PREPOSITIONS and first - 1 <= grammar.first + 1:
        return False  # "In the spring, ..."
    is_ranked = outer.determiner == "the" and grammar.is_ranked(outer)
    return outer.possessor is not None or outer.is_indefinite or outer.determiner in _OWN or is_ranked


def _is_closed(grammar: SentenceReading, i: int) -> bool:
    """Whether a mark ends an apposition before token `i`, and not one item of a list."""
    while i < grammar.last and grammar.words[i] in QUOTES:
        i += 1
    if i >= grammar.last or grammar.words[i] in (".", ")", ";", "—", "–"):
        return True
    if grammar.words[i] != ",":
        return False
    following = grammar.word(i + 1)
    if following in ("and", "or"):
        return False
    later = grammar.phrase_from(i + 1)
    return later is None or not (later.is_named or grammar.is_proper(later))


# Items of a glossary

_LISTED = BULLETS | QUOTES
_MAX_TERM = 8  # tokens of a term with its marks


def _in_glossary(grammar: SentenceReading) -> Iterator[Description]:
    """What the term of an item or line is said to be: "- Kestrel: a job queue", "**Wren** – Library for"."""
    first = grammar.first
    while first < grammar.last and grammar.words[first] in _LISTED:
        first += 1
    for i in range(first + 1, min(grammar.last - 1, first + _MAX_TERM)):
        word = grammar.words[i]
        if word != ":" and not (word in DASHES and grammar.spaced[i] and grammar.spaced[i - 1]):
            continue
        last = i
        while last > first and grammar.words[last - 1] in QUOTES:
            last -= 1
        term = (
            Phrase(grammar.columns, first, last, last - 1, grammar.names.get(last - 1))
            if last > first
            else None
        )
        category = predicate_from(grammar, i + 1)
        if term is None or category is None or not is_written_as_name(grammar, term):
            return
        if any(grammar.is_finite(k) and grammar.words[k].islower() for k in range(first, last)):
            return  # "We have moved to Kestrel: a team of six": a clause
        if _is_glossed(grammar, category, i, is_item=first > grammar.first):
            yield Description(
                term, category, "item", category.first_with_possessor, grammar.extended(category)
            )
        return


def _is_glossed(grammar: SentenceReading, category: Phrase, mark: int, *, is_item: bool) -> bool:
    """Whether the phrase right behind the mark says what the term is, and is no clause of its own."""
    first = category.first_with_possessor
    if first != mark + 1 or category.name is not None or grammar.tags[category.head] not in ("NN", "NNS"):
        return False
    end = grammar.extended(category)
    if not closes_apposition(grammar, end):
        return False
    is_kind = (
        bool(kind_nouns().get(category.noun, frozenset()) & NAMED_KINDS) or category.noun in term_kinds()
    )
    if category.is_indefinite:
        return is_kind or is_item
    return is_kind and (is_item or (category.determiner == "the" and grammar.is_ranked(category)))
