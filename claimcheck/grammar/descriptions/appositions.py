"""What stands behind a comma or a dash: "Redis, a database", "its rival, Orbit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.descriptions.description import Description
from claimcheck.grammar.descriptions.predicates import categories_from, ends_in_and, predicate_from
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.named_phrases import PARTIES
from claimcheck.grammar.phrases import APPOSING, QUOTES
from claimcheck.grammar.titles import is_title
from claimcheck.grammar.verb_groups import MAX_GAP_TOKENS, PREPOSITIONS, RELATIVE
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.clauses import SentenceGrammar
    from claimcheck.grammar.phrases import Phrase
    from claimcheck.names.finding import NameMention

_NAMING = WordSet("naming/naming")
_OWN = WordSet("common/possessor")
_ONE = WordSet("grammar/one")
_NONE: frozenset[str] = frozenset()
_IMPERSONAL = frozenset({"organization", "place", "product"})
_OUTCOMES = WordSet("grammar/outcome")
_HUMANS = WordSet("grammar/human")
_OTHERS = WordSet("grammar/other")
_OWNED = WordSet("grammar/article_or_third")
_RELATIVE_OWNERS = WordSet("grammar/relative_owner")
_WHILES = WordSet("grammar/while")
_FOR_PLATFORMS = WordSet("grammar/for_platform")
_PLATFORM_KINDS = WordSet("grammar/platform_kind")
_AT_PLACES = WordSet("grammar/at_a_place")
_SUBORDINATE = WordSet("reports/subordinate")
_LOOSE_RELATIVES = WordSet("grammar/loose_relative")
_AFTER_PARTICIPLES = WordSet("grammar/after_participle")


def find_appositions(grammar: SentenceGrammar) -> Iterator[Description]:
    """Each pair of phrases that a comma or a dash sets beside each other."""
    if APPOSING.isdisjoint(grammar.vocabulary):
        return
    for phrase in grammar.phrases:
        comma = _mark_behind(grammar, phrase)
        if comma is None:
            continue
        following = predicate_from(grammar, comma + 1)
        if following is None or following.first - comma > 2 + (following.possessor is not None) * 6:
            continue
        if following.name is not None and _is_capitalised_kind(grammar, following):
            following = following._replace(name=None)
        is_named = grammar.is_proper(phrase)
        if is_named and following.noun in _OUTCOMES and _is_of_party(phrase):
            continue  # "fell 3% in Tokyo, its biggest drop": what happened was the drop
        if is_named and following.noun in _HUMANS and is_no_person(phrase.determiner, phrase.name):
            continue  # "won the Halden Medal, the first woman to do so"
        if is_named and (
            not is_category_of(grammar, following, phrase) or _is_opening(grammar, phrase, following)
        ):
            continue
        if is_named and following.name is None:
            yield from _categories_behind(grammar, _placed_thing(grammar, phrase, following), following)
        elif _is_name_of(grammar, phrase, following):
            yield Description(following, phrase, "name_after", phrase.first_with_possessor, phrase.last)


def is_no_person(article: str, name: NameMention | None) -> bool:
    """Whether what has an article, or the name of a place or a product, is nobody."""
    return article == "the" or (name is not None and name.label in ("place", "product"))


def _placed_thing(grammar: SentenceGrammar, name: Phrase, category: Phrase) -> Phrase:
    """What a category is said of that stands behind the name of a place or of a platform."""
    return _for_its_platform(grammar, _at_its_place(grammar, name, category), category)


def _for_its_platform(grammar: SentenceGrammar, platform: Phrase, category: Phrase) -> Phrase:
    """The named thing that is for a platform, if what follows is no platform: "Sprig for Amiga, a tool"."""
    before = platform.first - 1
    if grammar.word(before) not in _FOR_PLATFORMS or category.noun in _PLATFORM_KINDS:
        return platform
    if "product" not in kind_nouns().get(category.noun, _NONE):
        return platform  # "wrote Sprig for Larch, a publisher"
    if platform.label != "product":
        return platform
    thing = grammar.phrase_until(before)
    is_named = thing is not None and thing.last == before and grammar.is_proper(thing)
    return thing if thing is not None and is_named else platform


def _at_its_place(grammar: SentenceGrammar, place: Phrase, category: Phrase) -> Phrase:
    """The named body that stands at a place, if what follows cannot be said of the place: "Acme Hospital in
    Oslo, a part of the trust".
    """
    if place.label != "place" or grammar.word(place.first - 1) not in _AT_PLACES:
        return place
    if "place" in kind_nouns().get(category.noun, _NONE):
        return place
    body = grammar.phrase_until(place.first - 1)
    is_body = body is not None and body.label == "organization"
    return body if body is not None and is_body and body.last == place.first - 1 else place


def _is_of_party(phrase: Phrase) -> bool:
    """Whether a name is of a place, a person or an organisation."""
    return phrase.label in PARTIES


def _mark_behind(grammar: SentenceGrammar, phrase: Phrase) -> int | None:
    """The comma or dash behind a phrase, over a bracket, a closing mark and an age, if one stands there."""
    comma = phrase.last
    if grammar.word(comma) == "(":  # a bracket between a name and its apposition
        while comma < grammar.last and grammar.words[comma] != ")":
            comma += 1
        comma += 1
    while grammar.word(comma) in QUOTES:
        comma += 1
    is_in_bracket = phrase.text.endswith(")") and "(" not in phrase.text
    if grammar.word(comma) not in APPOSING or is_in_bracket:
        return None  # "Windows (or Orbit on the Note), a year's subscription"
    if grammar.word(comma + 2) == "," and grammar.words[comma + 1].isdigit():
        comma += 2  # "Paul Varga, 42, a convicted forger"
    return comma


def _categories_behind(grammar: SentenceGrammar, thing: Phrase, category: Phrase) -> Iterator[Description]:
    """What a name is said to be behind its comma, and what "and" joins to that."""
    for member in categories_from(grammar, category):
        end = grammar.extended(member)
        if _names_another(grammar, thing, member, end):
            break
        if member is category and not (closes_apposition(grammar, end) or _is_past_participle(grammar, end)):
            break
        yield Description(thing, member, "apposition", member.first_with_possessor, end)


def _names_another(grammar: SentenceGrammar, thing: Phrase, category: Phrase, end: int) -> bool:
    """Whether a category behind a name has a name of its own and is of another sort: "at Acme, an engineer
    named Ann Lee", not "Acme, a company called Orbit until 2011".
    """
    is_naming = grammar.word(end) in _NAMING and end + 1 < grammar.last
    return (
        is_naming
        and grammar.words[end + 1][:1].isupper()
        and thing.label not in kind_nouns().get(category.noun, _NONE)
    )


def _is_name_of(grammar: SentenceGrammar, kind: Phrase, name: Phrase) -> bool:
    """Whether a comma sets off the name of what stands before it: "its rival, Orbit, grew"."""
    if kind.name is not None or not (name.name is not None or _is_likely_name(grammar, kind, name)):
        if not _is_named_by_part(grammar, kind, name):
            return False
    elif name.determiner and not _has_article_of_name(kind, name):
        return False
    is_person = name.label == "person"
    if (
        is_person
        and grammar.word(kind.first - 1) == "of"
        and kind_nouns().get(kind.noun, _NONE) & _IMPERSONAL
    ):
        return False  # "the chair of the board, Ann Lee"
    if not (_may_name(grammar, kind) or _is_set_off(grammar, kind, name)):
        return False
    if _is_of_name_before(grammar, kind, name):
        return False
    end = name.last
    is_owner = end < grammar.last and grammar.tags[end] == "POS"  # "a plant, General Motors' first"
    return not is_owner and closes_apposition(grammar, end) and grammar.word(end) not in ("and", "or", "&")


def _is_of_name_before(grammar: SentenceGrammar, kind: Phrase, name: Phrase) -> bool:
    """Whether commas set a description behind another name of the same sort: "Ann Roe, a cook, Bo Lund"."""
    if not kind.is_indefinite or grammar.word(kind.first - 1) != ",":
        return False
    before = grammar.phrase_until(kind.first - 1)
    is_beside = before is not None and before.last == kind.first - 1
    return before is not None and is_beside and before.label == name.label != ""


def _is_named_by_part(grammar: SentenceGrammar, kind: Phrase, name: Phrase) -> bool:
    """Whether a name with its noun tells what somebody has: "its flagship product, the Halo band, sold"."""
    is_had = kind.name is None and (kind.possessor is not None or kind.determiner in _OWN)
    first = name.first + 1
    return (
        is_had
        and name.name is None
        and name.determiner == "the"
        and first < name.head
        and grammar.words[first][:1].isupper()
        and grammar.words[name.head].islower()
        and not is_title(name.noun)  # "his wife, the Oslo teacher, died"
        and grammar.word(name.last) in (",", ".")
    )


def _is_set_off(grammar: SentenceGrammar, kind: Phrase, name: Phrase) -> bool:
    """Whether commas set a name off between "the" thing it names and the verb: "The ferry, Halcyon, sank"."""
    end = name.last
    if (
        kind.determiner != "the"
        or kind.is_named
        or grammar.tags[kind.head] != "NN"
        or grammar.word(end) != ","
    ):
        return False
    if kind.first > grammar.first and grammar.word(kind.first - 1) not in (
        ",",
        "and",
        "but",
        "that",
        '"',
        "“",
    ):
        return False
    after = grammar.after_adverbs(end + 1)
    return grammar.is_finite(after) or grammar.word(after) in RELATIVE


def _is_likely_name(grammar: SentenceGrammar, kind: Phrase, phrase: Phrase) -> bool:
    """Whether capitals between commas are the name of what somebody has: "Orbit's shell, Comet Dock, ran"."""
    words = grammar.words[phrase.first : phrase.last]
    return (
        (kind.possessor is not None or kind.determiner in _OWN)
        and not phrase.determiner
        and not phrase.inner
        and phrase.possessor is None
        and all(word[:1].isupper() for word in words)
        and grammar.word(phrase.last) in (",", ".", ")")
    )


def _has_article_of_name(kind: Phrase, phrase: Phrase) -> bool:
    """Whether an article belongs to the name of a work or body: "a weekend supplement, the Star Weekly"."""
    is_had = kind.possessor is not None or kind.determiner in _OWN
    may_have = kind.is_indefinite or (is_had and phrase.name is not None)
    return phrase.determiner == "the" and may_have and not phrase.inner


def _is_capitalised_kind(grammar: SentenceGrammar, phrase: Phrase) -> bool:
    """Whether capitals make a name of a kind: "the first German Foundation Language Model"."""
    has_article = phrase.is_indefinite or (phrase.determiner == "the" and grammar.is_ranked(phrase))
    return has_article and phrase.noun in kind_nouns()


def is_category_of(grammar: SentenceGrammar, category: Phrase, thing: Phrase) -> bool:
    """Whether the phrase after a comma can say what the named thing before it is."""
    if category.name is not None or grammar.tags[category.first] in ("PRP", "WP"):
        return False
    if grammar.word(category.first) in _RELATIVE_OWNERS:
        return False  # "Acme, whose chairman"
    if thing.is_indefinite or grammar.word(category.first) in _OTHERS:
        return False
    is_the_most = category.determiner == "the" and grammar.is_ranked(category)
    if grammar.tags[category.head] == "NNS" and category.determiner not in _ONE and not is_the_most:
        return False  # "Thrace, the Greek cities": items of a list more often than not
    if thing.possessor is None and grammar.lowers[thing.first - 1] == "," and not category.determiner:
        return False
    is_superlative = grammar.tags[category.first] in ("JJS", "RBS")
    if not (category.determiner or category.possessor is not None) and ends_in_and(grammar, category.first):
        return False  # "along with Acme, school board, and local firms"
    if not (category.determiner or category.possessor is not None or is_superlative):
        known = kind_nouns().get(category.noun, frozenset()) & {"organization", "person", "place"}
        return bool(known) and grammar.word(category.last) in ("of", "at", "for", "in", ",", ".", "to")
    # an item of a list: "Apple, the others, and Ford", "a gold for Ann Lee, a silver for Bo Chen"
    end = grammar.extended(category)
    comma = grammar.word(end) == ","
    joined = grammar.phrase_from(end + comma + 1) if grammar.word(end + comma) in ("and", "or") else None
    if grammar.word(end) in ("and", "or") and grammar.word(end + 1) in PREPOSITIONS:
        return grammar.word(thing.first - 1) != grammar.word(end + 1)  # "on Orbit, our forum and on IRC"
    is_told = category.is_indefinite and end > category.last  # "Acme, a maker of X, and Orbit"
    if joined is not None and comma and is_told and grammar.is_proper(joined):
        return True
    if (
        comma
        and joined is not None
        and not grammar.is_finite(grammar.after_adverbs(grammar.extended(joined)))
    ):
        return False
    if comma and end == category.last and _goes_on_as_list(grammar, end + 1):
        return False
    if joined is not None and _is_beside(category, thing, joined, end):
        return False
    outer = grammar.chain(thing)[-1]
    is_item = outer is not thing and outer.is_indefinite and category.is_indefinite
    is_person = thing.label == "person"
    # "a member of Orbit, a club that": no person is a club
    is_other_sort = is_title(outer.noun) and bool(kind_nouns().get(category.noun, _NONE) & _IMPERSONAL)
    return not is_item or ((is_person or is_other_sort) and joined is None)


def _is_beside(category: Phrase, thing: Phrase, joined: Phrase, end: int) -> bool:
    """Whether a phrase with "the" is but the next item after a thing: "he met Acme, the firm and the press",
    "ships the Orbit suite, the Quillo browser and the Bramble client".
    """
    if category.determiner != "the":
        return False
    is_plain = end == category.last == category.first + 2
    return is_plain or (bool(category.inner) and thing.determiner == joined.determiner == "the")


def _goes_on_as_list(grammar: SentenceGrammar, first: int) -> bool:
    """Whether at a place a list goes on and ends: "FIFOs in Orbit, a file system, | special handling and
    other features". Names are set beside the thing itself: "Acme, a maker of boats, Orbit and Alda". Behind
    what a category is of, the list is of that: "Acme, a maker of boats, small engines and other parts".
    """
    item = grammar.phrase_from(first)
    if item is None or item.first != first or grammar.is_proper(item):
        return False
    if not item.determiner and grammar.tags[first] != "JJ":
        return False  # "Redis, a database, stores keys and values": a verb may look like a noun
    end = grammar.extended(item)
    end += grammar.word(end) == ","
    return grammar.word(end) in ("and", "or") and grammar.phrase_from(end + 1) is not None


def _is_opening(grammar: SentenceGrammar, thing: Phrase, category: Phrase) -> bool:
    """Whether the comma ends an opening such as "In the case of Acme, the ..." rather than the name."""
    comma = next(
        (i for i in range(thing.first - 1, grammar.first, -1) if grammar.words[i] == ","),
        grammar.first - 1,
    )
    # within a sentence: "To this end, in Bonn, a unit was founded", but not "on the site Orbit, a mirror,"
    is_short = thing.first - comma <= 3 and grammar.word(grammar.extended(category)) not in (",", ".")
    is_short = is_short or _is_subject(grammar, category)
    if any(grammar.is_finite(i) for i in range(grammar.first, thing.first)) and comma < grammar.first:
        # "When it was bought by Acme, the deal that it had ended"
        return grammar.word(grammar.first) in _SUBORDINATE and _is_subject(grammar, category)
    if grammar.tags[comma + 1] not in ("IN", "VBG", "TO") or not (comma < grammar.first or is_short):
        return False
    is_closed = category.is_indefinite and grammar.word(grammar.extended(category)) == ","
    if not is_closed and _is_subject(grammar, category):
        return True  # "At the request of Ann Lee, a bridge was built"
    if thing.name is None or (thing.name.label == "product" and not is_closed):
        return True  # but "On the Pain Index, a list of ten questions, the score fell"
    if thing.name.label == "person" or category.is_indefinite:
        return False
    return thing.name.label not in kind_nouns().get(category.noun, frozenset())


def _is_subject(grammar: SentenceGrammar, phrase: Phrase) -> bool:
    """Whether a verb follows that the phrase, with what hangs on it, is the subject of."""
    end = grammar.extended(phrase)
    for i in range(end, min(grammar.last, end + MAX_GAP_TOKENS)):
        if grammar.word(i) in (",", ";", "—", "–", ")"):
            return False
        if grammar.is_finite(i):
            return grammar.word(grammar.group_start(i) - 1) not in RELATIVE
    return False


def _may_name(grammar: SentenceGrammar, phrase: Phrase) -> bool:
    """Whether a description may be followed by the name it stands for: "its main rival, Mozilla Firefox"."""
    if grammar.tags[phrase.head] not in ("NN", "NNP"):
        return False
    if grammar.word(phrase.first - 1) in _RELATIVE_OWNERS:
        return True  # "Acme, whose parent, Orbit, grew"
    if not (phrase.determiner or phrase.possessor is not None) or phrase.noun in _WHILES:
        return False
    return phrase.noun in kind_nouns() or phrase.possessor is not None or phrase.determiner in _OWNED


def closes_apposition(grammar: SentenceGrammar, i: int) -> bool:
    """Whether an apposition may end before token `i`: at a mark, a relative clause, the end."""
    if i >= grammar.last:
        return True
    word = grammar.word(i)
    if (
        word
        in (
            ",",
            ".",
            ";",
            ":",
            ")",
            "—",
            "–",
            "--",
            "?",
            "!",
            "and",
            "or",
            "&",
        )
        or word in _LOOSE_RELATIVES
    ):
        return True
    if word == "(":
        close = i
        while close < grammar.last and grammar.words[close] != ")":
            close += 1
        return close + 1 >= grammar.last or not grammar.is_finite(grammar.after_adverbs(close + 1))
    if grammar.words[i] in QUOTES:
        return True
    tag = grammar.tags[i]
    if tag in ("DT", "PRP", "PRP$") and _is_in_bare_relative(grammar, i):
        return True
    if tag == "CD" and any(q.start == grammar.starts[i] for q in grammar.sentence.quantities):
        return True  # "an island 750 miles from Oslo"
    if tag in FINITE and i not in grammar.names:
        # "X, the company behind Y shared": a clause of its own only if "X" has no other verb
        return False
    return tag in ("VBN", "VBG", "IN", "TO") or (tag.startswith("RB") and not grammar.is_finite(i + 1))


def _is_in_bare_relative(grammar: SentenceGrammar, i: int) -> bool:
    """Whether a relative clause without its pronoun opens at token `i`: "a studio | the company owns"."""
    subject = grammar.phrase_from(i)
    if subject is None or subject.first != i:
        return False
    verb = grammar.after_adverbs(subject.last)
    while verb < grammar.last and grammar.columns.pos[verb] == "AUX":
        verb = grammar.after_adverbs(verb + 1)
    return verb < grammar.last and grammar.deps[verb] == "acl:relcl"


def _is_past_participle(grammar: SentenceGrammar, i: int) -> bool:
    """Whether a past tense is a participle: "Meet Orbit, the first model built on Rust".

    The sentence has another finite verb before it, or opens with an imperative.
    """
    if i >= grammar.last or grammar.tags[i] != "VBD" or grammar.word(i + 1) not in _AFTER_PARTICIPLES:
        return False
    return grammar.tags[grammar.first] == "VB" or any(grammar.is_finite(k) for k in range(grammar.first, i))
