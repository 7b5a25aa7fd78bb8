"""The phrase that says what something is, whole, and those that "and" joins to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.stepping import with_joined_noun
from claimcheck.grammar.titles import is_title
from claimcheck.grammar.verb_groups import MAX_GAP_TOKENS, PREPOSITIONS
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import load_name_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.clauses import SentenceGrammar
    from claimcheck.grammar.phrases import Phrase
    from claimcheck.names.finding import NameMention

_NONE: frozenset[str] = frozenset()
_JOINING = frozenset({"and", "or", "&"})
_WITHIN = frozenset({",", "and", "or", "but", "yet", "(", ")"})
_ONE = WordSet("grammar/one")


def predicate_from(grammar: SentenceGrammar, i: int) -> Phrase | None:
    """The phrase that starts at token `i`; "one of the first writers" as one phrase."""
    if grammar.word(i) == "one" and grammar.word(i + 1) == "of":
        inner = grammar.phrase_from(i + 2)
        return None if inner is None else inner._replace(first=i, possessor=None)
    if grammar.tags[min(i, grammar.last - 1)] == "DT" and grammar.phrase_at(i) is None:
        return _broken_phrase(grammar, i, i + 1)
    found = grammar.phrase_from(i) or _behind_adverbs(grammar, i)
    if found is None:
        return None
    if grammar.tags[found.head] == "JJ" and found.first == i and found.determiner in _ONE:
        whole = _broken_phrase(grammar, i, found.last + 1) if _goes_on(grammar, found) else None
        if whole is not None:
            return whole  # "a private, Roman Catholic school"
    return (
        _with_joined_modifier(grammar, found)
        or _behind_name(grammar, found)
        or with_joined_noun(grammar, found)
    )


def _behind_adverbs(grammar: SentenceGrammar, i: int) -> Phrase | None:
    """A phrase without the adverbs that open it: "was most recently | managing director"."""
    whole = grammar.phrase_at(i)
    if whole is None or not whole.first < i < whole.head or not is_title(whole.noun):
        return None
    is_opened = all(grammar.tags[k].startswith("RB") for k in range(whole.first, i))
    return whole._replace(first=i) if is_opened else None


def _behind_name(grammar: SentenceGrammar, phrase: Phrase) -> Phrase | None:
    """A phrase that a name and an -ing form open: "the Orbit Open defending champion"."""
    i = phrase.last
    if (
        i + 1 >= grammar.last
        or not grammar.is_proper(phrase)
        or not phrase.determiner
        or grammar.tags[i] != "VBG"
    ):
        return None
    rest = _with_present_participle(grammar, i)
    is_bare = rest is not None and rest.first == i and not rest.determiner and rest.name is None
    return rest._replace(first=phrase.first) if is_bare and rest is not None else None


def _with_joined_modifier(grammar: SentenceGrammar, phrase: Phrase) -> Phrase | None:
    """A phrase in which two joined nouns modify one: "a food and drink firm"; not "a bank and rail firm"."""
    first = phrase.last + 1
    rest = _with_present_participle(grammar, first) if first < grammar.last else None
    if rest is None or grammar.word(phrase.last) not in _JOINING or phrase.determiner not in _ONE:
        return None
    is_bare = rest.first == first and not rest.determiner and rest.possessor is None
    if not is_bare or rest.head == rest.first or phrase.name is not None or rest.name is not None:
        return None
    if grammar.tags[phrase.head] != "NN" or not {"NN", "VBG"}.issuperset(
        grammar.tags[rest.first : rest.last]
    ):
        return None
    kinds, kinds_of_first = (kind_nouns().get(noun, _NONE) for noun in (rest.noun, phrase.noun))
    is_two = is_title(phrase.noun) or not (kinds | {"place", "organization"}).isdisjoint(kinds_of_first)
    if not kinds or is_two:
        return None
    return rest._replace(first=phrase.first)


def _with_present_participle(grammar: SentenceGrammar, i: int) -> Phrase | None:
    """The phrase at token `i`, with an -ing form that opens it: "monitoring and |alerting toolkit"."""
    inner = grammar.phrase_at(i + 1) if grammar.tags[i] == "VBG" and i + 1 < grammar.last else None
    if inner is None or inner.first != i + 1:
        return grammar.phrase_at(i)
    return inner._replace(first=i)


def _goes_on(grammar: SentenceGrammar, phrase: Phrase) -> bool:
    """Whether a comma behind an adjective leads to another one: "a private, Roman Catholic school"."""
    rest = grammar.phrase_at(phrase.last + 1) if phrase.last + 1 < grammar.last else None
    return (
        grammar.word(phrase.last) == ","
        and grammar.tags[phrase.last + 1] in ("JJ", "NNP")
        and rest is not None
        and rest.head > rest.first
        and grammar.word(rest.last) != ","
    )


def _broken_phrase(grammar: SentenceGrammar, first: int, i: int) -> Phrase | None:
    """A phrase that commas or a bracket cut, of which the tokens before `i` are read: "a private financial,
    software, data, and media company".
    """
    while i < min(grammar.last, first + 2 * MAX_GAP_TOKENS):
        phrase = grammar.phrase_at(i)
        if phrase is None:
            is_inner = grammar.word(i) in _WITHIN or grammar.tags[i][:2] in ("JJ", "RB", "CD", "VB")
            if grammar.is_finite(i) or not (is_inner or grammar.words[i] == "-"):
                return None
            i += 1
        elif phrase.determiner or phrase.possessor is not None or phrase.name is not None:
            return None
        elif grammar.word(phrase.last) in _WITHIN or grammar.words[min(phrase.last, grammar.last - 1)] == "-":
            i = phrase.last
        else:
            return _without_measure(grammar, phrase)._replace(first=first)
    return None


def _without_measure(grammar: SentenceGrammar, phrase: Phrase) -> Phrase:
    """A phrase without the distance that was taken into it: "an island | 90 miles from"."""
    for quantity in grammar.sentence.quantities:
        i = grammar.columns.token_at(quantity.start) if quantity.kind == "measure" else None
        if i is not None and phrase.first < i <= phrase.head and grammar.tags[i - 1] == "NN":
            return phrase._replace(last=i, head=i - 1, name=None)
    return phrase


def categories_from(grammar: SentenceGrammar, category: Phrase) -> Iterator[Phrase]:
    """A predicate and its coordinated ones: "the capital of Arizona as well as the largest city in it"."""
    yield category
    current = category
    for _ in range(6):
        i = _clause_end(grammar, grammar.extended(current))
        comma = grammar.word(i) == ","
        i += comma
        if grammar.word(i) in ("and", "or"):
            i += 1
        elif grammar.word(i) == "as" and grammar.word(i + 1) == "well":
            i += 3
        elif not comma or not (
            (i == current.last + 1 and ends_in_and(grammar, i)) or _is_another(grammar, category, i)
        ):
            return
        following = grammar.phrase_from(i)
        if following is None or grammar.is_finite(grammar.after_adverbs(grammar.extended(following))):
            return
        if (
            not following.determiner
            and following.possessor is None
            and not _is_ordinal_phrase(grammar, following)
        ):
            return
        if following.name is not None:
            return
        current = following
        yield following


def _clause_end(grammar: SentenceGrammar, i: int) -> int:
    """Token `i`, or where an infinitive or a bracket that starts there ends: "a bridge to open in May"."""
    if grammar.word(i) == "to" and grammar.is_verb(i + 1 if i + 1 < grammar.last else i):
        i += 2
        if grammar.word(i) in PREPOSITIONS:
            i += 1
        phrase = grammar.phrase_from(i)
        i = grammar.extended(phrase) if phrase is not None else i
    if grammar.word(i) == "(":
        close = i
        while close < grammar.last and close - i < MAX_GAP_TOKENS and grammar.words[close] != ")":
            close += 1
        i = close + 1 if grammar.word(close) == ")" else i
    return i


def ends_in_and(grammar: SentenceGrammar, i: int) -> bool:
    """Whether the phrase at token `i` is followed by another one after "and"."""
    phrase = grammar.phrase_from(i)
    return phrase is not None and grammar.word(phrase.last + (grammar.word(phrase.last) == ",")) in (
        "and",
        "or",
    )


def _is_another(grammar: SentenceGrammar, category: Phrase, i: int) -> bool:
    """Whether the phrase at token `i` goes on with the same noun or another rank: "…, the fifth in Asia"."""
    phrase = grammar.phrase_from(i)
    if phrase is None or phrase.name is not None:
        return False
    return phrase.noun == category.noun or (
        grammar.is_ranked(phrase) and not _may_be_said_of(_name_before(grammar, i - 1), phrase.noun)
    )


def _name_before(grammar: SentenceGrammar, comma: int) -> NameMention | None:
    """The name that a comma stands behind, over a bracket: "the Norvik Union (NU),"."""
    last = comma - 1
    if grammar.word(last) == ")":
        opening = (i for i in range(last, grammar.first, -1) if grammar.word(i) == "(")
        last = next(opening, last) - 1
    return grammar.names.get(last)


def _may_be_said_of(name: NameMention | None, noun: str) -> bool:
    """Whether what stands behind a comma may be said of the name before it and not of the subject: the bank
    is Norvale in "is a unit of Norvale, the second-largest bank", "is the founder of Norvale, the largest".
    """
    if name is None or noun in name.text.lower().split():
        return name is not None
    kinds = kind_nouns().get(noun, frozenset())
    if name.label == "place":  # no city is Norway in "is the capital of Norway, the largest city"
        entries = load_name_table().readings(name.text)
        return "place" in kinds and all(entry.kind == noun for entry in entries)
    return "person" in kinds if name.label == "person" else "person" not in kinds


def _is_ordinal_phrase(grammar: SentenceGrammar, phrase: Phrase) -> bool:
    """Whether a superlative, an ordinal or an adjective opens the phrase."""
    start = grammar.starts[phrase.first]
    return grammar.tags[phrase.first] in ("JJS", "JJ", "RBS") or any(
        quantity.kind == "ordinal" and quantity.number_start == start
        for quantity in grammar.sentence.quantities
    )
