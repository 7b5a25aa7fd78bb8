"""Names and their lists: "Acme, Orbit and Lee & Ray", "rivals such as Acme", "a console called Orbit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.list_joints import (
    after_apposition,
    as_one_name,
    closes_insertion,
    goes_on,
    is_inner_pair,
    is_parted,
    joint_at,
    member_from,
    opens_clause,
    skip_within,
)
from claimcheck.grammar.named_phrases import is_name
from claimcheck.grammar.phrases import ATTACHED_MARKS, QUOTES, Phrase
from claimcheck.grammar.stepping import (
    CLOSING_BRACKETS,
    OPENING_BRACKETS,
    quoted_from,
    without_date,
)
from claimcheck.grammar.verb_groups import PREPOSITIONS
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.names.lists import load_cues
from claimcheck.tagging.penn_tags import PROPER_TAGS

if TYPE_CHECKING:
    from claimcheck.grammar.descriptions.reading import SentenceReading


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


def listed(grammar: SentenceReading, phrase: Phrase) -> list[Phrase]:
    """A phrase and what is coordinated with it after it; what a frame such as "a set of" holds."""
    if phrase.name is None and not is_name(grammar, phrase) and not examples_of(grammar, phrase):
        content = grammar.content(phrase)
        if content is not phrase and not any(
            grammar.tags[i] in PROPER_TAGS for i in range(phrase.first, phrase.head)
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
        is_name(grammar, m) or m.is_named or examples_of(grammar, m) or _is_named_in_bracket(grammar, m)
        for m in members
    ):
        return members
    return [members[0]._replace(last=members[-1].last)]


def _is_named_in_bracket(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a bracket follows with a name or a short form: "a service (Acme News)", "tuning (SFT)"."""
    i = phrase.last + 1
    if grammar.word(phrase.last) not in OPENING_BRACKETS:
        return False
    if grammar.word(i + 1) in CLOSING_BRACKETS:
        return sum(map(str.isupper, grammar.words[i])) > 1
    named = grammar.phrase_from(i)
    return named is not None and named.is_named and grammar.word(named.last) in CLOSING_BRACKETS


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
    if named is None or not is_name(grammar, named) or named.possessor is not None or named.label == "place":
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
        i = after_apposition(grammar, i, phrase) if is_named else i
        joint = joint_at(grammar, skip_within(grammar, i))
        member = None if joint is None else member_from(grammar, joint.after)
        if joint is None or member is None:
            break
        if grammar.word(member.first) in grammar_words("legal") and not joint.is_joined:
            i = member.last
            continue
        if is_parted(grammar, found[-1], member, joint):
            break
        is_parting = joint.has_comma and joint.is_joined and len(found) == 1
        if is_parting and closes_insertion(grammar, phrase, joint):
            break
        whole = as_one_name(grammar, found[-1], member, joint)
        if whole is not None:
            found[-1] = whole
            i = member.last
            continue
        if is_named and joint.is_joined and not is_name(grammar, member):
            return [*found, *examples_of(grammar, member)]  # "with Acme and several firms such as Orbit"
        is_like = is_named == is_name(grammar, member) or _is_written_like(grammar, phrase, member)
        if not is_like or not goes_on(grammar, phrase, member):
            break
        if is_named and opens_clause(grammar, phrase, member):
            break
        is_title = grammar.words[member.first][:1].isupper()  # "The Oath, The Glass Hill and"
        is_item = is_title or member.is_named or _are_bracketed(grammar, found[-1], member)
        if not joint.is_joined and member.determiner and not is_item and len(found) == 1:
            break  # an apposition
        found.append(member)
        i, is_closed = member.last, joint.is_joined and not is_inner_pair(grammar, member)
    return found if is_closed else _unclosed(grammar, found)


def _is_written_like(grammar: SentenceReading, first: Phrase, member: Phrase) -> bool:
    """Whether one small word stands among programs written small: psycopg in "asyncio, psycopg and"."""
    is_program = first.label == "product"
    words = (grammar.words[first.head], grammar.words[member.head])
    are_single = all(phrase.last - phrase.first == 1 for phrase in (first, member))
    return is_program and are_single and all(map(str.islower, words)) and grammar.tags[member.head] != "NNS"


def _are_bracketed(grammar: SentenceReading, first: Phrase, member: Phrase) -> bool:
    """Whether a bracket says more of each: "a wire service (Acme News), a network (Acme TV) and"."""
    return all(grammar.word(phrase.last) in OPENING_BRACKETS for phrase in (first, member))


def _unclosed(grammar: SentenceReading, members: list[Phrase]) -> list[Phrase]:
    """The members of a list without its "and", which may be in what was taken for one name."""
    last = members[-1].name
    if len(members) > 1 and is_name(grammar, members[0]) and last is not None and last.is_guess:
        halves = _halves(grammar, members[-1])  # "Acme, Orbit and Turkish Mills" with the last two as one
        if halves:
            return [*members[:-1], *halves]
    return members[:1] if len(members) == 2 else members


def _seated_behind(grammar: SentenceReading, phrase: Phrase) -> Phrase | None:
    """The name that a place in front only says the seat of: "Lyon, France-based startup Orbit"."""
    if phrase.label != "place" or grammar.word(phrase.last) != ",":
        return None
    seated = grammar.phrase_from(phrase.last + 1)
    if seated is None or grammar_words("seated").isdisjoint(grammar.lowers[seated.first : seated.head]):
        return None
    return seated


def whole_list(grammar: SentenceReading, phrase: Phrase) -> list[Phrase]:
    """A phrase with what is coordinated with it on either side: "A, B and C" for any of the three."""
    phrase = without_date(grammar, phrase)
    first = phrase
    joining = grammar_words("joining")
    for _ in range(_MAX_MEMBERS):
        i = first.first_with_possessor
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
        if _is_place_of_another(grammar, before, first):
            break
        first = without_date(grammar, before)
    members = names_of(grammar, first)
    if members[0].first > phrase.last and phrase.label == "place":
        return members  # "Lyon, France-based startup Orbit"
    if not any(member.first <= phrase.first < member.last for member in members):
        return [phrase]
    return members


def _is_place_of_another(grammar: SentenceReading, place: Phrase, member: Phrase) -> bool:
    """Whether a place only ends what is said of the member before: "Acme, a firm in Lyon, and Orbit"."""
    is_behind = grammar.word(place.first_with_possessor - 1) in PREPOSITIONS
    return is_behind and place.label == "place" != member.label and grammar.word(place.last) == ","


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
