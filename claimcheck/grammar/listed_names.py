"""Names and their lists: "Acme, Orbit and Lee & Ray", "rivals such as Acme", "a console called Orbit"."""

from __future__ import annotations

from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.clauses import MAX_GAP_TOKENS, PREPOSITIONS
from claimcheck.grammar.phrases import ATTACHED_MARKS, MARKS, QUOTES, Phrase, kind_nouns
from claimcheck.grammar.stepping import (
    CLOSING_BRACKETS,
    OPENING_BRACKETS,
    after_bracket,
    after_date,
    quoted_from,
    without_date,
)
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.names.lists import load_cues, load_name_table

if TYPE_CHECKING:
    from claimcheck.grammar.descriptions import SentenceReading

NAME_TAGS = frozenset({"NNP", "NNPS"})
INDEFINITE = WordSet("grammar/indefinite")
MARKS_OF_LISTS = frozenset({":", ";"})  # "partners such as: Acme, Orbit"
_MAX_MEMBERS = 24  # of a list; the longest in the articles of `data/` has five


def after_including(grammar: SentenceReading, i: int) -> Phrase | None:
    """The phrase after words such as "such as" or "including" at token `i`, a colon between aside."""
    i += grammar.word(i) == ","
    including = grammar_words("including")
    if grammar.word(i) in including:
        i += 1
    elif f"{grammar.word(i)} {grammar.word(i + 1)}" in including:
        i += 2
    else:
        return None
    return grammar.phrase_from(i + (grammar.word(i) in MARKS_OF_LISTS))


def name_part(grammar: SentenceReading, phrase: Phrase) -> tuple[int, int]:
    """The characters of the name that a phrase ends in: Acme in "the firm Acme"."""
    if phrase.name is not None:
        return phrase.name_span
    first, head = phrase.head, phrase.head
    if not grammar.words[head][:1].isupper() and not _is_legal_form(grammar, head):
        return phrase.start, phrase.end
    while first > phrase.first and (
        grammar.words[first - 1][:1].isupper()
        or grammar.words[first - 1] in ("-", "&", "'", "’", "–")
        or (grammar.tags[first - 1] == "CD" and first - 1 > phrase.first)
    ):
        first -= 1
    while first < head and (grammar.tags[first] in ("DT", "PRP$") or not grammar.words[first][:1].isalnum()):
        first += 1
    is_marked = first > phrase.first and grammar.words[phrase.last - 1] in QUOTES  # Blue Mile of "Blue Mile"
    return grammar.starts[first], grammar.ends[head] if is_marked else phrase.end


def _is_legal_form(grammar: SentenceReading, i: int) -> bool:
    """Whether token `i` ends the name of a company, in small letters too: "Orbit plc"."""
    return (
        i > grammar.first
        and grammar.words[i - 1][:1].isupper()
        and grammar.lowers[i] in grammar_words("legal")
        and grammar.tags[i][:2] == "NN"
    )


def is_name(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase names something: by a name found, its tag, or a capital in the sentence."""
    if grammar.is_proper(phrase):
        return True
    word, head = grammar.words[phrase.head], phrase.head
    if _is_legal_form(grammar, head):
        return True
    if not word.islower() and word[:1].islower() and word.isalpha():
        return True  # "eBay"
    if not word[:1].isupper() or grammar.tags[head] == "PRP" or phrase.determiner not in ("", "the"):
        return False
    if any(date.start <= grammar.starts[head] < date.end for date in grammar.sentence.dates):
        return False
    if len(word) > 1 and word.isupper():
        return True
    if len(word) == 1:  # "Plain White T's"
        return head - 2 >= phrase.first and all(w[:1].isupper() for w in grammar.words[head - 2 : head])
    return head > grammar.first and grammar.word(head - 1) not in (":", '"', "“", ".")


def listed(grammar: SentenceReading, phrase: Phrase) -> list[Phrase]:
    """A phrase and what is coordinated with it after it; what a frame such as "a set of" holds."""
    if phrase.name is None and not is_name(grammar, phrase) and not examples_of(grammar, phrase):
        content = grammar.content(phrase)
        if content is not phrase and not any(
            grammar.tags[i] in NAME_TAGS for i in range(phrase.first, phrase.head)
        ):
            return listed(grammar, content)
    found = names_of(grammar, phrase)
    if len(found) == 1 and grammar.tags[phrase.head] == "NNS" and not is_name(grammar, phrase):
        found += _name_joined(grammar, phrase)
    return found


def _name_joined(grammar: SentenceReading, plural: Phrase) -> list[Phrase]:
    """The names that a plural is joined with: Acme in "universities and Acme", no new clause."""
    i = plural.last
    if grammar.word(i) not in ("and", "&") or not grammar.words[plural.head].islower():
        return []
    named = grammar.phrase_from(i + 1)
    if named is None or named.first != i + 1 or not is_name(grammar, named):
        return []
    members = names_of(grammar, named)
    return [] if grammar.is_finite(grammar.after_adverbs(members[-1].last)) else members


def together_with(grammar: SentenceReading, phrase: Phrase) -> list[Phrase]:
    """Who else acts: Acme in "Orbit, together with Acme, built"."""
    i = phrase.last + (grammar.word(phrase.last) == ",")
    if grammar.word(i) not in grammar_words("together"):
        return []
    named = grammar.phrase_from(i + 1 + (grammar.word(i + 1) == "with"))
    return [] if named is None or not is_name(grammar, named) else names_of(grammar, named)


def after_joined_modifier(grammar: SentenceReading, phrase: Phrase) -> Phrase:
    """The name after two joined modifiers: Acme in "the mining and energy group Acme"; else the phrase."""
    i = phrase.last
    if phrase.is_named or grammar.tags[phrase.head] != "NN" or grammar.word(i) not in ("and", "&"):
        return phrase
    named = grammar.phrase_at(i + 1)
    if named is None or named.first != i + 1 or named.determiner or not is_name(grammar, named):
        return phrase
    kind = next((k for k in range(named.first, named.last) if grammar.words[k][:1].isupper()), named.first)
    return named if kind > named.first and grammar.word(kind - 1) in kind_nouns() else phrase


def without_modifier(grammar: SentenceReading, members: list[Phrase]) -> list[Phrase]:
    """The noun of "broadcast and cable networks such as Acme", which the first of two modifies as well."""
    if len(members) != 2:
        return members
    first, last = members
    is_bare = (
        first.last - first.first == 1 and grammar.tags[first.head] in ("NN", "JJ") and not first.is_named
    )
    is_modifier = is_bare and grammar.tags[last.head] == "NNS" and last.last - last.first > 1
    return [last] if is_modifier and examples_of(grammar, last) else members


def as_one(grammar: SentenceReading, members: list[Phrase]) -> list[Phrase]:
    """The members of a list; common nouns as one phrase: "the resources and community support"."""
    if len(members) < 2 or any(
        is_name(grammar, m) or m.is_named or examples_of(grammar, m) or _has_short_form(grammar, m)
        for m in members
    ):
        return members
    return [members[0]._replace(last=members[-1].last)]


def _has_short_form(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a short form in brackets follows, as after what has a name: "fine-tuning (SFT)"."""
    i = phrase.last
    if grammar.word(i) not in OPENING_BRACKETS or grammar.word(i + 2) not in CLOSING_BRACKETS:
        return False
    return sum(map(str.isupper, grammar.words[i + 1])) > 1


def examples_of(grammar: SentenceReading, phrase: Phrase) -> list[Phrase]:
    """The names given for a common noun: "rivals such as Acme and Orbit", "the fashion chain Next"."""
    is_common = phrase.noun in kind_nouns() and phrase.determiner in INDEFINITE
    is_common = is_common or (grammar.tags[phrase.head] == "NNS" and grammar.words[phrase.head].islower())
    if phrase.name is not None or (not is_common and is_name(grammar, phrase)):
        return []
    for i in dict.fromkeys((phrase.last, after_places(grammar, phrase.last), grammar.extended(phrase))):
        k = i + 1 if grammar.word(i) in OPENING_BRACKETS else i
        if i > phrase.last and is_served(grammar, grammar.phrase_until(i)):
            continue  # "shows for networks such as Acme": Acme is a network
        example = after_including(grammar, k)
        if example is not None and (is_name(grammar, example) or example.possessor is not None):
            return names_of(grammar, example)
    named = _name_after(grammar, phrase) or _names_beside(grammar, phrase)
    if named is not None:
        return names_of(grammar, named)
    is_known = (
        phrase.noun in kind_nouns() or grammar.word(phrase.first) in _OWNED
    )  # "its main investor, Acme,"
    is_one = grammar.tags[phrase.head] == "NN" and phrase.determiner and is_known
    called = called_from(grammar, phrase) or (apposed_from(grammar, phrase) if is_one else None)
    return [] if called is None else [called]


def parted(grammar: SentenceReading, plural: Phrase, members: list[Phrase]) -> list[Phrase]:
    """The members of what a plural noun introduces; two names that a model took for one of another class are
    two: "The games include Orbit and Night Watch" names no organization.
    """
    name = members[0].name if len(members) == 1 and grammar.tags[plural.head] == "NNS" else None
    classes = kind_nouns().get(plural.noun)
    if name is None or not name.is_guess or not classes or name.label in classes:
        return members
    return _halves(grammar, members[0]) or members


def _halves(grammar: SentenceReading, phrase: Phrase) -> list[Phrase]:
    """Both names that one "and" joins in what was taken for one name."""
    joints = [i for i in range(phrase.first + 1, phrase.last - 1) if grammar.word(i) == "and"]
    if len(joints) != 1:
        return []
    first = phrase._replace(last=joints[0], head=joints[0] - 1, name=None, inner=())
    second = phrase._replace(first=joints[0] + 1, name=None, inner=(), possessor=None)
    return [first, second] if is_name(grammar, first) and is_name(grammar, second) else []


def gathered(grammar: SentenceReading, phrase: Phrase) -> list[Phrase]:
    """Who acts in a group without a name: "a group led by Acme", "a consortium of Acme and Orbit"."""
    if phrase.name is not None or phrase.noun not in _GROUPS or not phrase.determiner:
        return []
    for i in dict.fromkeys((phrase.last, grammar.extended(phrase))):
        is_led = grammar.word(i) in _LEADING and grammar.word(i + 1) == "by"
        if not is_led and grammar.word(i) not in _CONSISTING:
            continue
        named = grammar.phrase_from(i + 1 + (is_led or grammar.word(i + 1) in _CONSISTING))
        if named is not None and is_name(grammar, named) and named.possessor is None:
            return names_of(grammar, named)
    return []


_OWNED = WordSet("common/pointing_or_possessor")
_GROUPS = WordSet("grammar/group_of_many")
_LEADING = WordSet("grammar/leading")
_CONSISTING = WordSet("grammar/consisting")


def called_from(grammar: SentenceReading, phrase: Phrase) -> Phrase | None:
    """The name that a common noun is said to have: "a console called Orbit", "a series titled Sky"."""
    i = grammar.after_adverbs(phrase.last)
    if grammar.word(i) not in grammar_words("naming"):
        return None
    i += 1 + (grammar.word(i + 1) == "as")
    named = quoted_from(grammar, i) or grammar.phrase_from(i)
    return named if named is not None and is_name(grammar, named) else None


def apposed_from(grammar: SentenceReading, phrase: Phrase) -> Phrase | None:
    """The name between commas after a common noun: "bought a small rival, Orbit, for $5 million"."""
    i = phrase.last
    if grammar.word(i) != ",":
        return None
    named = quoted_from(grammar, i + 1) or grammar.phrase_from(i + 1)
    if named is None or not is_name(grammar, named) or named.possessor is not None or _is_place(named):
        return None
    is_possessor = named.last < grammar.last and grammar.tags[named.last] == "POS"
    if is_possessor or grammar.words[named.last - 1].endswith(ATTACHED_MARKS):
        return None  # "a plant, General Motors' first"
    return named if grammar.word(named.last) in grammar_words("closing") else None


def _names_beside(grammar: SentenceReading, phrase: Phrase) -> Phrase | None:
    """The names right after a plural, or behind its colon: "the rivals Acme and Orbit", "two firms: Acme"."""
    if grammar.tags[phrase.head] != "NNS":
        return None
    is_counted = any(grammar.tags[i] == "CD" for i in range(phrase.first, phrase.head))
    for i in (phrase.last, grammar.extended(phrase)):
        if grammar.word(i) == "(" or (is_counted and grammar.word(i) == ","):
            named = grammar.phrase_from(i + 1)  # "with two other firms, Acme and Orbit"
            members = [] if named is None or not is_name(grammar, named) else names_of(grammar, named)
            is_whole = grammar.word(i) == "," or (members and grammar.word(members[-1].last) == ")")
            return named if len(members) > 1 and is_whole else None
    colon = grammar.word(phrase.last) == ":"
    named = grammar.phrase_from(phrase.last + colon)
    if named is None or named.determiner or not is_name(grammar, named):
        return None
    return named if colon or named.first == phrase.last else None


def after_places(grammar: SentenceReading, i: int) -> int:
    """The token after adverbs such as "worldwide" or "locally and abroad" at token `i`."""
    after = grammar.after_adverbs(i)
    if after > i and grammar.word(after) in grammar_words("joining"):
        return grammar.after_adverbs(after + 1)
    return after


def without_owner(grammar: SentenceReading, phrase: Phrase) -> Phrase:
    """A phrase without the possessive pronoun that opens it: Buick of "its Buick"."""
    if phrase.first < phrase.head and grammar.word(phrase.first) in grammar_words("possessive"):
        return phrase._replace(first=phrase.first + 1)
    return phrase


def is_served(grammar: SentenceReading, inner: Phrase | None) -> bool:
    """Whether a plural stands after "for", "to" or "by", and so has the examples after it to itself.

    Also "for a range of networks such as Acme".
    """
    if inner is None or grammar.tags[inner.head] != "NNS":
        return False
    first = inner.first
    if grammar.word(first - 1) == "of":
        whole = grammar.phrase_until(first - 1)
        first = first if whole is None else whole.first
    return grammar.word(first - 1) in grammar_words("serving")


def _name_after(grammar: SentenceReading, phrase: Phrase) -> Phrase | None:
    """The capitalised words right after a common noun that they name: "the fashion chain Next"."""
    last = phrase.last
    while last < grammar.last and grammar.words[last][:1].isupper():
        last += 1
    if last == phrase.last or grammar.phrase_at(phrase.last) is not None:
        return None
    return Phrase(grammar.columns, phrase.last, last, last - 1, grammar.names.get(last - 1))


def _skip_within(grammar: SentenceReading, i: int) -> int:
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
    return _is_place(phrase) and phrase.name is not None and not phrase.name.is_guess


_PARTNERS = WordSet("grammar/before_partner")


def _after_apposition(grammar: SentenceReading, i: int) -> int:
    """The token after what commas say of a name that is joined: of "Ann Lee, an editor, and John Moss"."""
    told = grammar.phrase_from(i + 1) if grammar.word(i) == "," else None
    if told is None or told.first != i + 1 or not told.determiner or is_name(grammar, told):
        return i
    end = grammar.extended(told)
    joint = end + (grammar.word(end) == ",")
    following = grammar.phrase_from(joint + 1) if grammar.word(joint) in _ALSO else None
    is_joined = following is not None and following.first == joint + 1 and is_name(grammar, following)
    return end if is_joined else i


_ALSO = frozenset({"and", "&"})


def without_no(grammar: SentenceReading, phrase: Phrase) -> str:
    """The text of a phrase without the "no" that the polarity tells: "uses no SQLite"."""
    is_denied = phrase.last - phrase.first > 1 and grammar.word(phrase.first) in _NONE
    return phrase._replace(first=phrase.first + 1).text if is_denied else phrase.text


_NONE = WordSet("grammar/none_of_it")
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


class _Joint(NamedTuple):
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


def _joint_at(grammar: SentenceReading, i: int) -> _Joint | None:
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
    return _Joint(word, i, k, has_comma, k > i + has_comma)


def names_of(grammar: SentenceReading, phrase: Phrase) -> list[Phrase]:
    """The members of a list that starts with a phrase; "Johnson & Johnson" and "Acme, Inc." are one each."""
    phrase = without_date(grammar, phrase)
    seated = _seated_behind(grammar, phrase)
    if seated is not None:
        return names_of(grammar, seated)
    found = [phrase]
    is_named = is_name(grammar, phrase)
    i, is_closed = phrase.last, False
    while len(found) < _MAX_MEMBERS and (not is_closed or grammar.word(i) == "&"):
        i = _after_apposition(grammar, i) if is_named else i
        joint = _joint_at(grammar, _skip_within(grammar, i))
        member = None if joint is None else _member_from(grammar, joint.after)
        if joint is None or member is None:
            break
        if grammar.word(member.first) in grammar_words("legal") and not joint.is_joined:
            i = member.last
            continue
        if _is_parted(grammar, found[-1], member, joint):
            break
        is_parting = joint.has_comma and joint.is_joined and len(found) == 1
        if is_parting and _closes_insertion(grammar, phrase, joint):
            break
        whole = _as_one_name(grammar, found[-1], member, joint)
        if whole is not None:
            found[-1] = whole
            i = member.last
            continue
        if is_named and joint.is_joined and not is_name(grammar, member):
            return [*found, *examples_of(grammar, member)]  # "with Acme and several firms such as Orbit"
        if is_named != is_name(grammar, member) or not _goes_on(grammar, phrase, member):
            break
        if is_named and _opens_clause(grammar, phrase, member):
            break
        is_title = grammar.words[member.first][:1].isupper()  # "The Oath, The Glass Hill and"
        if (
            not joint.is_joined
            and member.determiner
            and not (member.is_named or is_title)
            and len(found) == 1
        ):
            break  # an apposition
        found.append(member)
        i, is_closed = member.last, joint.is_joined and not _is_inner_pair(grammar, member)
    last = found[-1].name
    if not is_closed and len(found) > 1 and is_named and last is not None and last.is_guess:
        halves = _halves(grammar, found[-1])  # "Acme, Orbit and Turkish Mills" with the last two as one
        if halves:
            return [*found[:-1], *halves]
    return found[:1] if not is_closed and len(found) == 2 else found


def _closes_insertion(grammar: SentenceReading, phrase: Phrase, joint: _Joint) -> bool:
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
    if noun is None or noun.determiner not in ("a", "an", "the") or grammar.word(noun.first - 1) != ",":
        return False
    before = grammar.phrase_until(noun.first - 1)
    return before is not None and is_name(grammar, before)


def _closes_participle(grammar: SentenceReading, phrase: Phrase, joint: _Joint) -> bool:
    """Whether a comma closes what a participle tells: "Acme, founded by Ann Lee, and Comet merged"."""
    if grammar.word(phrase.first - 1) != "by" or joint.first != phrase.last:
        return False
    participle = phrase.first - 2
    if grammar.tags[participle] not in ("VBN", "VBD") or grammar.word(participle - 1) != ",":
        return False
    before = grammar.phrase_until(participle - 1)
    return before is not None and is_name(grammar, before)


def _seated_behind(grammar: SentenceReading, phrase: Phrase) -> Phrase | None:
    """The name that a place in front only says the seat of: "Lyon, France-based startup Orbit"."""
    if not _is_place(phrase) or grammar.word(phrase.last) != ",":
        return None
    seated = grammar.phrase_from(phrase.last + 1)
    if seated is None or grammar_words("seated").isdisjoint(grammar.lowers[seated.first : seated.head]):
        return None
    return seated


def _member_from(grammar: SentenceReading, i: int) -> Phrase | None:
    member = grammar.phrase_from(i) or capitalised_from(grammar, i)
    if member is None or member.first > i + 2 + 4 * (member.possessor is not None):
        return None
    return member


def _are_one(grammar: SentenceReading, before: Phrase, member: Phrase) -> bool:
    """Whether two names may be parts of one: "Johnson" and "Johnson", not "PyTorch" and "NumPy"."""
    return is_name(grammar, before) and is_name(grammar, member) and not _are_tools(before, member)


def _is_parted(grammar: SentenceReading, before: Phrase, member: Phrase, joint: _Joint) -> bool:
    """Whether a sign joins what is no list: "C + Orbit", or "sold Orbit to | Lee & Ray"."""
    if joint.word == "+":
        return not is_name(grammar, before) or _are_one(grammar, before, member)
    is_sign = joint.word == "&" and not joint.has_comma and joint.first > before.last
    return is_sign and _are_one(grammar, before, member)


def _as_one_name(grammar: SentenceReading, before: Phrase, member: Phrase, joint: _Joint) -> Phrase | None:
    """Two members as the one name that they are: "Johnson & Johnson", "Lyon, France"."""
    if joint.word == "&" and not joint.has_comma and _are_one(grammar, before, member):
        name = member.name if before.name is member.name else None
        return before._replace(last=member.last, head=member.head, name=name, inner=())
    if _is_place(before) and _is_place(member) and not joint.is_joined and not _is_country(before):
        is_known = member.name is not None and not member.name.is_guess  # a country or region is
        return before._replace(last=member.last) if is_known else None
    return None


def _is_country(phrase: Phrase) -> bool:
    """Whether a place is known as a country and as nothing smaller: "Norway, Japan" are two places."""
    name = phrase.name
    kinds = {entry.kind for entry in load_name_table().readings(name.text)} if name is not None else set()
    return kinds == {"country"}


def _opens_clause(grammar: SentenceReading, phrase: Phrase, member: Phrase) -> bool:
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


def _is_inner_pair(grammar: SentenceReading, member: Phrase) -> bool:
    """Whether a list goes on behind a joined member: "A, B and C, D, E and F" with "B and C" as one item."""
    if grammar.word(member.last) != ",":
        return False
    following = grammar.phrase_from(member.last + 1)
    if following is None or following.first != member.last + 1 or following.determiner:
        return False
    if following.name is None or following.name.label not in ("organization", "product"):
        return False
    i = following.last
    return grammar.word(i) in grammar_words("joining") or (
        grammar.word(i) == "," and (i + 1) in grammar.names
    )


def _are_tools(one: Phrase, other: Phrase) -> bool:
    """Whether a product is named beside another or beside an unknown word: "React & Gatsby" are two."""
    is_tool = [
        phrase.name is not None and phrase.name.label in ("product", "language") for phrase in (one, other)
    ]
    is_new = [phrase.name is None and phrase.last - phrase.first == 1 for phrase in (one, other)]
    return any(is_tool) and all(map(or_, is_tool, is_new)) and one.name is not other.name


def _is_place(phrase: Phrase) -> bool:
    return phrase.name is not None and phrase.name.label == "place"


def _goes_on(grammar: SentenceReading, first: Phrase, member: Phrase) -> bool:
    """Whether a joined phrase is another member and not the subject of a clause of its own."""
    if grammar.tags[member.first] in ("PRP", "WP"):
        return False
    if not grammar.is_finite(grammar.after_adverbs(member.last)):
        return True
    return not any(
        grammar.is_finite(i) for i in range(max(grammar.first, first.first - 3 * MAX_GAP_TOKENS), first.first)
    )


def whole_list(grammar: SentenceReading, phrase: Phrase) -> list[Phrase]:
    """A phrase with what is coordinated with it on either side: "A, B and C" for any of the three."""
    phrase = without_date(grammar, phrase)
    first = phrase
    joining = grammar_words("joining")
    for _ in range(_MAX_MEMBERS):
        i = first.first if first.possessor is None else first.possessor.first
        while i > grammar.first and grammar.words[i - 1] in QUOTES:
            i -= 1
        if grammar.word(i - 1) in joining:
            i -= 1
            i -= grammar.word(i - 1) == ","
        elif grammar.word(i - 1) == "," and first is not phrase:
            i -= 1
        else:
            break
        before = grammar.phrase_until(i)
        if before is None or not is_name(grammar, before) or not is_name(grammar, first):
            break
        if grammar.words[before.head] in load_cues("calendar"):
            break  # "On Thursday, Acme and Orbit"
        first = without_date(grammar, before)
    members = names_of(grammar, first)
    if members[0].first > phrase.last and _is_place(phrase):
        return members  # "Lyon, France-based startup Orbit"
    if not any(member.first <= phrase.first < member.last for member in members):
        return [phrase]
    return members


def names_before(grammar: SentenceReading, phrase: Phrase) -> list[Phrase]:
    """The names that end in a last one, which stands before a noun: "the Orbit, Comet and Sky brands"."""
    found, joint = [phrase], phrase.first - 1
    if grammar.word(joint) not in grammar_words("joining"):
        return found
    while len(found) < _MAX_MEMBERS and (joint == phrase.first - 1 or grammar.word(joint) == ","):
        joint -= grammar.word(joint) != "," and grammar.word(joint - 1) == ","
        before = grammar.phrase_until(joint)
        if before is None or not is_name(grammar, before):
            break
        found.insert(0, before)
        joint = before.first - 1
    return found
