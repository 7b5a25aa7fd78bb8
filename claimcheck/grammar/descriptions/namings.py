"""Names that are given: "a robot called Pepper", "formerly known as Orvane", "named the river Wren"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.descriptions.description import Description
from claimcheck.grammar.descriptions.terms import code_name_until, tells_kind
from claimcheck.grammar.kind_nouns import evaluations, kind_nouns
from claimcheck.grammar.phrases import QUOTES
from claimcheck.grammar.stepping import is_time
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import load_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase


_ARTICLES = WordSet("common/article_or_possessor")

_NAMING = WordSet("naming/naming")
_KNOWN = WordSet("naming/known")


_TRADING = WordSet("naming/trading")
_CHANGING = WordSet("naming/changing")
_WORDS = WordSet("naming/any")
_PARTS_OF_TEXT = WordSet("naming/part_of_text")


def find_namings(grammar: SentenceReading) -> Iterator[Description]:
    """Each name that the sentence says something has: "a robot called Pepper", "known as Constantinople"."""
    words = _WORDS.words()
    if words.isdisjoint(grammar.vocabulary):
        return
    for i in range(grammar.first, grammar.last):
        word = grammar.lowers[i]
        if word not in words or (grammar.word(i - 1) in QUOTES and grammar.word(i + 1) in QUOTES):
            continue  # "labeled" data: a word that is talked of
        if word in _CHANGING:
            found = _changed_name(grammar, i)
        elif word in _TRADING:
            found = _traded_as(grammar, i)
        elif word in _ALIAS:
            found = _alias(grammar, i)
        else:
            found = (
                _called(grammar, i)
                or _given_to_itself(grammar, i)
                or _given_to_object(grammar, i)
                or _fronted(grammar, i)
            )
        if found is not None:
            yield found


_TELLING_HOW = frozenset({"described"})


def _called(grammar: SentenceReading, i: int) -> Description | None:
    """As in "a robot called Pepper", "Orbit (also known as Comet)", "The city was renamed Wrenville"."""
    word = grammar.word(i)
    name = grammar.phrase_from(i + 1) if word in _NAMING else None
    if name is None and word in _KNOWN:
        name = _after_as(grammar, i)
    name = None if name is None else _to_closing_mark(grammar, name)
    if name is None or (name.possessor is not None and not _is_own_in_marks(grammar, i, name)):
        return None
    if not (grammar.is_proper(name) or _is_quoted(grammar, name) or _is_term(grammar, i, name)):
        return None
    if word in _TELLING_HOW and not grammar.is_proper(name):
        return None  # 'described as "raunchy"' gives no name
    thing = _thing_called(grammar, i)
    if thing is None or (thing.noun in _PARTS_OF_TEXT and _is_quoted(grammar, name)):
        return None  # "see the section called “Nets”"
    if grammar.phrase_from(name.last) is not None or any(inner.label == "person" for inner in name.inner):
        return None  # "named Ann Lee chairwoman"
    label = name.label
    if label == "person" and "organization" in kind_nouns().get(thing.noun, ()):
        return None  # "the board named Ann Lee ..."
    if is_title(thing.noun) and thing.name is None and label in ("person", "") and grammar.is_proper(name):
        return None  # "a chef named Ann Lee": a role
    start = grammar.group_start(i)
    if thing.is_named or (grammar.is_proper(thing) and grammar.is_passive(i)):
        return Description(thing, name, "called", start, name.last)
    itself = _of_itself(grammar, thing)
    if itself is not None and grammar.is_passive(i):
        return Description(itself, name, "called", start, name.last)
    is_beside = (
        thing.last == start
        or grammar.word(thing.last) in _BEFORE_NAMING
        or grammar.word(thing.last) == "of"
        or grammar.outermost(grammar.phrase_until(start) or thing) is thing
    )
    if not thing.determiner and grammar.word(i - 1) in _ALSO and not grammar.is_proper(name):
        return Description(thing, name, "called", start, name.last)
    has_article = thing.determiner in _ARTICLES or thing.possessor is not None or not grammar.is_proper(name)
    is_common = grammar.tags[thing.head] in ("NN", "NNS") and thing.noun not in evaluations()
    if not (is_beside and has_article and (is_common or tells_kind(grammar, thing))):
        return None
    return Description(name, thing, "called", thing.first, name.last)


def _thing_called(grammar: SentenceReading, i: int) -> Phrase | None:
    """What the word of naming at `i` gives a name to."""
    thing = _before_mark(grammar, i)
    if thing is None:
        if grammar.word(i - 1) == "since":
            return None  # "He left Acme since renamed Nova"
        thing = _named_before(grammar, i)
        if not (grammar.is_passive(i) or grammar.word(i - 1) in _BECOMING):
            return None
    return thing if thing is not None and thing.head < i else None


def _of_itself(grammar: SentenceReading, thing: Phrase) -> Phrase | None:
    """The name in "The town of Velda is known as the Pearl"."""
    if thing.noun not in _OF_ITSELF or grammar.word(thing.last) != "of":
        return None
    itself = grammar.phrase_from(thing.last + 1)
    return itself if itself is not None and grammar.is_proper(itself) else None


_OF_ITSELF = WordSet("naming/of_itself")


def _alias(grammar: SentenceReading, i: int) -> Description | None:
    """As in "Orbit (aka Comet)", "the site, a.k.a. "Comet Pages", opened"."""
    opens = grammar.word(i - 1) in (",", "(")
    thing = grammar.phrase_until(i - opens)
    name = grammar.phrase_from(i + 1 + (grammar.word(i + 1) in QUOTES))
    if thing is None or name is None or name.determiner or name.possessor is not None:
        return None
    if not (grammar.is_proper(thing) or thing.determiner or code_name_until(grammar, i - opens)):
        return None
    if not (grammar.is_proper(name) or _is_quoted(grammar, name)):
        return None
    return Description(thing, name, "called", i, name.last)


_ALIAS = WordSet("naming/alias")


def _named_before(grammar: SentenceReading, i: int) -> Phrase | None:
    """What a participle of naming says more of: "areas" of "areas of open water called leads"."""
    subject = grammar.subject_of(i)
    beside = grammar.phrase_until(i)
    if beside is None or subject is not beside or beside.determiner or beside.is_named:
        return subject
    outer = grammar.phrase_until(beside.first - 1) if grammar.word(beside.first - 1) == "of" else None
    return subject if outer is None or outer.is_named else outer


def _given_to_itself(grammar: SentenceReading, i: int) -> Description | None:
    """As in "Norvale renamed itself Brightcell"."""
    if grammar.word(i) not in _NAMING or grammar.word(i + 1) not in _REFLEXIVE:
        return None
    name = grammar.phrase_from(i + 2 + (grammar.word(i + 2) in ("to", "as")))
    thing = grammar.subject_of(i)
    if (
        name is None
        or thing is None
        or thing.head >= i
        or not (grammar.is_proper(name) or _is_quoted(grammar, name))
    ):
        return None
    return Description(thing, name, "called", grammar.group_start(i), name.last)


_REFLEXIVE = WordSet("grammar/reflexive")


def _given_to_object(grammar: SentenceReading, i: int) -> Description | None:
    """As in "They named the island New Wren", "called the area Orvane"."""
    if grammar.word(i) not in _NAMING or grammar.is_passive(i):
        return None
    kind = grammar.phrase_from(i + 1)
    if kind is None or not kind.determiner or kind.first != i + 1:
        return None
    if kind.name is not None:
        name = grammar.phrase_of_name(kind.name, kind)
        if name is None or name.first <= kind.first + 1 or grammar.tags[name.first - 1] != "NN":
            return None
        kind = kind._replace(last=name.first, head=name.first - 1, name=None)
    else:
        name = grammar.phrase_from(kind.last)
        if name is None or name.first != kind.last or name.determiner or not grammar.is_proper(name):
            return None
        if grammar.words[name.first] in load_cues("calendar"):
            return None  # "called the police Friday"
    if not (kind_nouns().get(kind.noun, frozenset()) & _NAMED_CLASSES or kind.noun in _NAMED_NOUNS):
        return None
    return Description(name, kind, "called", i, name.last)


_NAMED_CLASSES = frozenset({"place", "product", "organization"})
_NAMED_NOUNS = WordSet("naming/named_thing")


def _fronted(grammar: SentenceReading, i: int) -> Description | None:
    """As in "Also known as Lakeview, the Halvor Act gives grants."."""
    if grammar.word(i) not in _KNOWN or not grammar.tags[i].startswith(("VB", "JJ")):
        return None
    if any(not grammar.tags[k].startswith("RB") for k in range(grammar.first, i)):
        return None
    name = _after_as(grammar, i)
    if name is None or not (grammar.is_proper(name) or _is_quoted(grammar, name)):
        return None
    thing = grammar.phrase_from(name.last + 1) if grammar.word(name.last) == "," else None
    if thing is None or not grammar.is_proper(thing):
        return None
    return Description(thing, name, "called", grammar.first, name.last)


def _changed_name(grammar: SentenceReading, i: int) -> Description | None:
    """As in "Norvale changed its name (from Orbit) to Brightcell"."""
    what = grammar.phrase_from(i + 1)
    if what is None or what.noun != "name" or what.first - i > _MAX_OWNER:
        return None
    thing, k = None, what.last
    if grammar.word(k) in ("from", "of"):
        thing = grammar.phrase_from(k + 1)
        k = thing.last if thing is not None else k
    name = grammar.phrase_from(k + 1) if grammar.word(k) == "to" else None
    if name is None or not (grammar.is_proper(name) or _is_quoted(grammar, name)):
        return None
    thing = thing or grammar.subject_of(i) or grammar.phrase_until(grammar.group_start(i))
    if thing is None or thing.head >= name.first:
        return None
    if thing.name is not None:  # "In 1990 Norvale changed its name": without the year
        thing = grammar.phrase_of_name(thing.name, thing) or thing
    return Description(thing, name, "called", grammar.group_start(i), name.last)


_MAX_OWNER = 5  # tokens of whose name it is


_DOING = WordSet("naming/doing_business")


def _traded_as(grammar: SentenceReading, i: int) -> Description | None:
    """As in "Norvale Ltd, trading as Brightcell", "doing business as Brightcell"."""
    verb = i
    if grammar.word(i) == "business":
        if grammar.word(i - 1) not in _DOING:
            return None
        verb = i - 1
    if grammar.word(i + 1) == "as":
        name = grammar.phrase_from(i + 2)
    elif grammar.word(i + 1) == "under" and grammar.word(i + 3) == "name":
        name = grammar.phrase_from(i + 4 + (grammar.word(i + 4) == "of"))
    else:
        return None
    if name is None or not (grammar.is_proper(name) or _is_quoted(grammar, name)):
        return None
    thing = _before_mark(grammar, verb) or grammar.subject_of(verb)
    if thing is None or thing.head >= verb or not grammar.is_proper(thing):
        return None
    return Description(thing, name, "called", verb, name.last)


_BEFORE_TERMS = WordSet("naming/before_term")


def _is_term(grammar: SentenceReading, naming: int, name: Phrase) -> bool:
    """Whether common nouns after a participle are a term: "damaging agents known as mutagens"."""
    if grammar.word(naming) not in _BEFORE_TERMS or grammar.tags[naming] != "VBN":
        return False
    if _is_between_marks(grammar, naming, name):
        return True
    if not grammar.deps[naming].startswith("acl"):
        return False  # "the agents called friends"
    before = grammar.phrase_until(naming)
    if before is None or before.last != naming or grammar.tags[before.head] not in ("NN", "NNS"):
        return False
    is_plain = name.determiner in ("", "a", "an") and grammar.tags[name.head] in ("NN", "NNS")
    return is_plain and not name.is_named and not is_time(grammar, name)


def _is_between_marks(grammar: SentenceReading, naming: int, name: Phrase) -> bool:
    """Whether a comma or bracket stands on either side: "The process, called annealing, takes hours"."""
    before = _before_mark(grammar, naming)
    if before is None or name.determiner or name.is_named:
        return False
    is_other_name = grammar.word(naming - 1) in _ALSO  # "phytoplankton, also called algae,"
    if before.determiner not in _ARTICLES and not is_other_name:
        return False
    is_plain = grammar.tags[name.head] in ("NN", "NNS") and not is_time(grammar, name)
    return is_plain and grammar.word(name.last) in _CLOSING


def _is_own_in_marks(grammar: SentenceReading, naming: int, name: Phrase) -> bool:
    """Whether a term between commas begins with somebody's: "pyrite, also known as fool's gold,"."""
    owner = name.possessor
    is_plain = owner is not None and grammar.words[owner.head].islower() and not name.is_named
    return is_plain and _before_mark(grammar, naming) is not None and grammar.word(name.last) in _CLOSING


_CLOSING = (",", ")")
_ALSO = WordSet("naming/also")
_BEFORE_NAMING = WordSet("naming/before")
_BECOMING = WordSet("common/becoming")


def _before_mark(grammar: SentenceReading, participle: int) -> Phrase | None:
    """The phrase before "(commonly known simply as ...)" or ", called ...,"."""
    i = participle - 1
    while i > grammar.first and (grammar.tags[i].startswith("RB") or grammar.word(i) == "since"):
        i -= 1  # "Acme, since renamed Nova,"
    if grammar.word(i) not in (",", "(") or grammar.tags[participle] not in ("VBN", "VBD", "JJ", "VBG"):
        return None
    if grammar.columns.has_child(participle, "nsubj"):
        return None  # "Unite, which speaks for the workers, called it an outrage"
    return grammar.phrase_until(i)


def _after_as(grammar: SentenceReading, verb: int) -> Phrase | None:
    for i in range(verb + 1, min(verb + 6, grammar.last)):
        if grammar.word(i) == "as":
            return grammar.phrase_from(i + 1) if grammar.word(i - 1) != "such" else None
        if grammar.is_verb(i) and grammar.tags[i]:
            return None
    return None


_LONGEST_QUOTED_NAME = 14  # words


def _to_closing_mark(grammar: SentenceReading, name: Phrase) -> Phrase | None:
    """A name that quotation marks open, to where they close: "Day of Rest", not "Day"; else None.
    Stops and commas before the closing mark are no part of it, nor is the mark then.
    """
    opening = next((i for i in range(name.first - 1, name.last) if _is_opening(grammar, i)), None)
    if opening is None:
        return name
    closes = {'"': '"', "“": "”", "``": "''", "‘": "’"}[grammar.words[opening]]
    for end in range(opening + 2, min(opening + 2 + _LONGEST_QUOTED_NAME, grammar.last)):
        if grammar.words[end] == closes:
            if end <= name.last:
                return name  # the mark ends the phrase, or is part of it
            if grammar.words[end - 1] in (".", ","):
                return name._replace(first=opening + 1, last=end - 1, name=None, inner=())
            return name._replace(first=opening, last=end + 1, name=None, inner=())
    return None


def _is_opening(grammar: SentenceReading, i: int) -> bool:
    return grammar.first <= i < grammar.last and grammar.words[i] in ('"', "“", "``", "‘")


def _is_quoted(grammar: SentenceReading, phrase: Phrase) -> bool:
    return any(
        grammar.words[i] in ('"', "“", "``", "‘")
        for i in (phrase.first, max(grammar.first, phrase.first - 1))
    )
