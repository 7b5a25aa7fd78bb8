"""What stands between two members of a list of names, and whether it goes on there."""

from __future__ import annotations

from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.named_phrases import TOOLS, is_name
from claimcheck.grammar.phrases import MARKS, QUOTES, Phrase
from claimcheck.grammar.stepping import (
    OPENING_BRACKETS,
    after_bracket,
    after_date,
)
from claimcheck.grammar.verb_groups import MAX_GAP_TOKENS, PREPOSITIONS
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.names.lists import load_name_table

if TYPE_CHECKING:
    from claimcheck.grammar.descriptions.reading import SentenceReading


def skip_within(grammar: SentenceReading, i: int) -> int:
    """The token after marks, a bracket and a short prepositional phrase that stand inside a list."""
    while grammar.word(i) in QUOTES or (grammar.word(i) in MARKS and grammar.tags[i] == "POS"):
        i += 1  # "Macy's, Acme and Orbit"
    if grammar.word(i) in OPENING_BRACKETS:
        i = after_bracket(grammar, i)
    if grammar.word(i) in PREPOSITIONS and grammar.word(i) not in _NEVER_WITHIN:
        inner = grammar.phrase_from(i + 1)
        after = after_date(grammar, i + 1) if inner is None else inner.last
        if after > i + 1 and (inner is None or inner.first == i + 1):
            joint = after + (grammar.word(after) == ",")
            following = (
                grammar.phrase_from(joint + 1) if grammar.word(joint) in grammar_words("joining") else None
            )
            if following is not None and is_name(grammar, following):
                return i if _is_inner_list(grammar, i, inner, following) else after
            joining = grammar_words("joining") if inner is None else frozenset()
            if grammar.word(after) == "," and _is_parallel(grammar, after + 1, grammar.word(i), joining):
                return after
    return i


def _is_inner_list(grammar: SentenceReading, i: int, inner: Phrase | None, following: Phrase) -> bool:
    """Whether a name is joined to what stands behind a preposition: "Orbit from | Acme and Comet".

    Not where it has the same preposition itself, "Orbit from Acme and Comet from Sun", or is of another kind.
    """
    if inner is None or grammar.word(i) not in _PARTNERS or not is_name(grammar, inner):
        return False
    if grammar.word(inner.last) == "," or grammar.word(following.last) == grammar.word(i):
        return False
    return _is_sure_place(inner) == _is_sure_place(following)


def _is_sure_place(phrase: Phrase) -> bool:
    return phrase.label == "place" and phrase.name is not None and not phrase.name.is_guess


_ARTICLES = WordSet("common/article")
_PARTNERS = WordSet("grammar/before_partner")


def after_apposition(grammar: SentenceReading, i: int, phrase: Phrase) -> int:
    """The token after what commas say of a name that is joined: of "Ann Lee, an editor, and John Moss", of
    "Acme, based in Lyon, and Orbit". `phrase` is the first of the list.
    """
    if is_within_participle(grammar, phrase) and grammar.tags[min(i + 1, grammar.last - 1)] == "VBN":
        return i  # "Orbit, made by Acme, Comet, made by Sun, and Quill": each has a participle of its own
    end = _end_of_told(grammar, i)
    joint = end + (grammar.word(end) == ",")
    following = grammar.phrase_from(joint + 1) if grammar.word(joint) in _ALSO else None
    is_joined = following is not None and following.first == joint + 1 and is_name(grammar, following)
    return end if is_joined else i


def _end_of_told(grammar: SentenceReading, i: int) -> int:
    """The token after the noun or participle that a comma at token `i` joins to a name; else that token."""
    if grammar.word(i) != ",":
        return i
    if i + 1 < grammar.last and grammar.tags[i + 1] == "VBN":
        for k in range(i + 2, min(grammar.last, i + MAX_GAP_TOKENS)):
            if grammar.is_finite(k):
                break
            if grammar.word(k) == ",":
                return k
        return i
    told = grammar.phrase_from(i + 1)
    if told is None or told.first != i + 1 or not told.determiner or is_name(grammar, told):
        return i
    return grammar.extended(told)


_ALSO = frozenset({"and", "&"})
_NEGATORS = WordSet("common/negator")
_NEVER_WITHIN = WordSet("grammar/never_within_list")


def _is_parallel(
    grammar: SentenceReading, i: int, preposition: str, joining: frozenset[str] = frozenset()
) -> bool:
    """Whether a name with the same preposition goes on a list: "Kafka from LinkedIn, React from Meta".

    Or, behind a date, one that is joined to such a name: "Orbit in 1993, Comet and Acme in 1995".
    """
    following = grammar.phrase_from(i)
    return (
        following is not None
        and following.first == i
        and is_name(grammar, following)
        and (grammar.word(following.last) == preposition or grammar.word(following.last) in joining)
    )


class Joint(NamedTuple):
    """What stands between two members of a list.

    Attributes:
        word: the conjunction, or what follows the comma.
        first: the token where it begins, behind what is within the list.
        after: the token where the next member begins.
        has_comma, is_joined: whether there is a comma, a conjunction.
    """

    word: str
    first: int
    after: int
    has_comma: bool
    is_joined: bool


def joint_at(grammar: SentenceReading, i: int) -> Joint | None:
    """The joint of a list at token `i`: a comma, a conjunction, or both."""
    has_comma = grammar.word(i) == ","
    k = i + has_comma
    word = grammar.word(k)
    if word in grammar_words("joining") or word == "+":
        k += 1
    elif word == "as" and grammar.word(k + 2) == "as":
        k += 3
    elif not has_comma:
        return None
    return Joint(word, i, k, has_comma, k > i + has_comma)


def closes_insertion(grammar: SentenceReading, phrase: Phrase, joint: Joint) -> bool:
    """Whether a comma behind a phrase closes what an earlier one opened, so that "and" goes on before it."""
    return (
        _closes_apposition(grammar, phrase)
        or _closes_participle(grammar, phrase, joint)
        or _closes_relative_clause(grammar, phrase)
    )


def _closes_relative_clause(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether it is a clause with "which": "Acme, which belongs to Orbit, and Comet agreed"."""
    for i in range(phrase.first - 1, max(grammar.first + 1, phrase.first - 3 * MAX_GAP_TOKENS), -1):
        if grammar.word(i) == ",":
            return False
        if grammar.tags[i] in ("WDT", "WP") and grammar.word(i) != "that":
            before = grammar.phrase_until(i - 1)
            return grammar.word(i - 1) == "," and before is not None and is_name(grammar, before)
    return False


def _closes_apposition(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a comma behind a phrase closes an apposition: "Acme, an arm of Orbit, and Comet agreed"."""
    if grammar.word(phrase.first - 1) not in grammar_words("belonging") | {"of"}:
        return False
    noun = grammar.phrase_until(phrase.first - 1)
    if noun is None or noun.determiner not in _ARTICLES or grammar.word(noun.first - 1) != ",":
        return False
    before = grammar.phrase_until(noun.first - 1)
    return before is not None and is_name(grammar, before)


def _closes_participle(grammar: SentenceReading, phrase: Phrase, joint: Joint) -> bool:
    """Whether a comma closes what a participle tells: "Acme, founded by Ann Lee, and Comet merged"."""
    return joint.first == phrase.last and is_within_participle(grammar, phrase)


def is_within_participle(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase tells by whom, in what a participle between commas tells of a name."""
    if grammar.word(phrase.first - 1) != "by":
        return False
    participle = phrase.first - 2
    if grammar.tags[participle] not in ("VBN", "VBD") or grammar.word(participle - 1) != ",":
        return False
    before = grammar.phrase_until(participle - 1)
    return before is not None and is_name(grammar, before)


def member_from(grammar: SentenceReading, i: int) -> Phrase | None:
    """The phrase at a joint, not further off than an article and what it describes, or than its owner."""
    member = grammar.phrase_from(i) or capitalised_from(grammar, i)
    if member is None or member.first > i + 2 + 4 * (member.possessor is not None):
        return None
    return None if grammar.word(i) in _NEGATORS else member  # "Acme, and not Orbit,"


def _are_one(grammar: SentenceReading, before: Phrase, member: Phrase) -> bool:
    """Whether two names may be parts of one: "Johnson" and "Johnson", not "PyTorch" and "NumPy"."""
    return is_name(grammar, before) and is_name(grammar, member) and not _are_tools(before, member)


def is_parted(grammar: SentenceReading, before: Phrase, member: Phrase, joint: Joint) -> bool:
    """Whether a sign joins what is no list: "C + Orbit", or "sold Orbit to | Lee & Ray"."""
    if joint.word == "+":
        return not is_name(grammar, before) or _are_one(grammar, before, member)
    is_sign = joint.word == "&" and not joint.has_comma and joint.first > before.last
    return is_sign and _are_one(grammar, before, member)


def as_one_name(grammar: SentenceReading, before: Phrase, member: Phrase, joint: Joint) -> Phrase | None:
    """Two members as the one name that they are: "Johnson & Johnson", "Lyon, France"."""
    if joint.word == "&" and not joint.has_comma and _are_one(grammar, before, member):
        name = member.name if before.name is member.name else None
        return before._replace(last=member.last, head=member.head, name=name, inner=())
    if (
        before.label == "place"
        and member.label == "place"
        and not joint.is_joined
        and not _is_country(before)
    ):
        is_known = member.name is not None and not member.name.is_guess  # a country or region is
        return before._replace(last=member.last) if is_known else None
    return None


def _is_country(phrase: Phrase) -> bool:
    """Whether a place is known as a country and as nothing smaller: "Norway, Japan" are two places."""
    name = phrase.name
    kinds = {entry.kind for entry in load_name_table().readings(name.text)} if name is not None else set()
    return kinds == {"country"}


def opens_clause(grammar: SentenceReading, phrase: Phrase, member: Phrase) -> bool:
    """Whether a name has the same part in a clause without its verb: "made by Acme and Orbit by Comet"."""
    preposition = grammar.word(phrase.first - 1)
    if preposition not in _PARTNERS or grammar.word(member.last) != preposition:
        return False
    doer = grammar.phrase_from(member.last + 1)
    return doer is not None and doer.first == member.last + 1 and is_name(grammar, doer)


def capitalised_from(grammar: SentenceReading, i: int) -> Phrase | None:
    """A capitalised word in a list that was taken for an adjective or a number: "Dior and Givenchy"."""
    if i >= grammar.last or grammar.tags[i] not in ("JJ", "CD") or not grammar.words[i][:1].isupper():
        return None
    is_item = grammar.word(i + 1) in grammar_words("joining") | grammar_words("closing") | {","}
    return Phrase(grammar.columns, i, i + 1, i, grammar.names.get(i)) if is_item else None


def is_inner_pair(grammar: SentenceReading, member: Phrase) -> bool:
    """Whether a list goes on behind a joined member: "A, B and C, D, E and F" with "B and C" as one item."""
    if grammar.word(member.last) != ",":
        return False
    following = grammar.phrase_from(member.last + 1)
    if following is None or following.first != member.last + 1 or following.determiner:
        return False
    if following.label not in ("organization", "product"):
        return False
    i = following.last
    return grammar.word(i) in grammar_words("joining") or (
        grammar.word(i) == "," and (i + 1) in grammar.names
    )


def _are_tools(one: Phrase, other: Phrase) -> bool:
    """Whether a product is named beside another or beside an unknown word: "React & Gatsby" are two."""
    is_tool = [phrase.label in TOOLS for phrase in (one, other)]
    is_new = [phrase.name is None and phrase.last - phrase.first == 1 for phrase in (one, other)]
    return any(is_tool) and all(map(or_, is_tool, is_new)) and one.name is not other.name


def goes_on(grammar: SentenceReading, first: Phrase, member: Phrase) -> bool:
    """Whether a joined phrase is another member and not the subject of a clause of its own."""
    if grammar.tags[member.first] in ("PRP", "WP"):
        return False
    if not grammar.is_finite(grammar.after_adverbs(member.last)):
        return True
    return not any(
        grammar.is_finite(i) for i in range(max(grammar.first, first.first - 3 * MAX_GAP_TOKENS), first.first)
    )
