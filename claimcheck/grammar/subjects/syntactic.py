"""The subject of a claim by a dependency tree: that of its clause, or the noun that its words modify."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.noun_phrases import NOMINAL, SUBJECTS, case_of, noun_phrase
from claimcheck.grammar.ordered_phrases import IN_PHRASE
from claimcheck.grammar.subjects.clause_subjects import (
    RELATIVE_CLAUSES,
    joint_before,
    joint_in_subject,
    last_of_phrase,
    own_subject,
    relative_that_goes_on,
    told_by_relative,
)
from claimcheck.grammar.subjects.modified import PROPERTIES, modified_noun, partitive
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE, FINITE_OR_PARTICIPLE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_NOUN_MODIFIERS = frozenset(
    {"nmod", "nmod:of", "appos", "nummod", "amod", "compound", "nmod:npmod", "acl", "dep"}
)


def joint_subjects(columns: TokenColumns, offset: int) -> list[Offsets]:
    """The members of the coordinated subject of the clause at a place."""
    token = columns.token_at(offset)
    for _ in range(8):
        if token is None:
            break
        for child in columns.lefts(token):
            if columns.deps[child] in SUBJECTS:
                members = [child, *(c for c in columns.rights(child) if columns.deps[c] == "conj")]
                later = members[1] if len(members) > 1 else None
                return [noun_phrase(columns, m, later if m == child else None) for m in members]
        head = columns.heads[token]
        token = None if head == token else head
    return []


class _Words(NamedTuple):
    """The words of a claim: their root, where they begin and end, whether they name things."""

    root: int
    start: int
    end: int
    names_things: bool


def syntactic_subject(
    columns: TokenColumns, span: Offsets, start: int, end: int, *, names_things: bool
) -> Offsets | None:
    """What a tree says the tokens of `span` are about, walking up from their root; None at the top."""
    root = columns.root(*span)
    whole = partitive(columns, span, root, end, names_things=names_things)
    if whole is not None:
        return whole
    if names_things and columns.deps[root] == "nummod" and columns.heads[root] > root:
        root = columns.heads[root]  # "three crew members": the number counts the whole phrase
    words = _Words(root, start, end, names_things)
    token = root
    is_beside = False  # whether the words stand in a clause beside the one that is read
    for _ in range(len(columns.words)):  # a tree: the walk ends at its root
        subject = own_subject(columns, token, start, end)
        if subject is not None and not (subject[0] > end and _is_clause_after(columns, token, end)):
            return subject
        if columns.heads[token] == token:
            return subject
        told = _told_by_arc(columns, token, words, is_beside=is_beside)
        if told is not None:
            return told
        is_beside = is_beside or columns.deps[token] == "advcl"
        token = _above(columns, token)
    return None


def _above(columns: TokenColumns, token: int) -> int:
    """The next token up; from the object of the clause before, taken for a subject, the verb of that."""
    head = columns.heads[token]
    is_object = columns.deps[token] in SUBJECTS and joint_in_subject(columns, token) is not None
    return columns.heads[head] if is_object else head


def _told_by_arc(columns: TokenColumns, token: int, words: _Words, *, is_beside: bool) -> Offsets | None:
    """What the arc above a token says that the words below it are about; None where it says nothing."""
    head, relation = columns.heads[token], columns.deps[token]
    is_nominal = columns.pos[head] in NOMINAL
    goes_on = relative_that_goes_on(columns, token, head) if relation == "conj" else None
    if goes_on is not None:
        return told_by_relative(columns, goes_on, columns.heads[goes_on])
    if relation == "conj" and columns.deps[head] in RELATIVE_CLAUSES:
        outer = _of_clause_around(columns, token, words)
        if outer is not None:
            return outer
    if relation == "conj" and columns.tags[token] in FINITE:
        behind = _subject_behind_joint(columns, token, words.start)
        return behind or _subject_of_clause_beside(columns, token, words)
    if relation in RELATIVE_CLAUSES and is_nominal:
        return _told_by_clause_of_noun(columns, token, head)
    if relation in SUBJECTS:
        return _told_by_subject(columns, token, words)
    shown = _shown_in_clause(columns, token, head)
    if shown is not None:
        return own_subject(columns, shown, words.start, words.end)
    # "expect sales to grow": the object of the governor is the subject
    is_controlled = relation == "advcl" and _is_controlled(columns, token, head)
    if relation == "xcomp" or is_controlled or _is_deed(columns, token, head):
        objects = ("obj",) if is_beside else ("obj", "iobj")
        governed = (c for c in columns.rights(head) if columns.deps[c] in objects and c < token)
        governor = next(governed, None)
        return None if governor is None else noun_phrase(columns, governor, before=token)
    if words.names_things and token == words.root and _opens_clause(columns, token):
        return noun_phrase(columns, token)
    if words.names_things and token == words.root and is_nominal and columns.tags[head] == "CD":
        return noun_phrase(columns, token)  # "five of the nine regions" is no claim about five
    is_how_far = _is_time_span(columns, token) or _measures_preposition(columns, token)
    if (relation == "nmod:unmarked" and is_how_far) or _is_occasion(columns, token):
        return None  # "fell ill two days before the match": how long, whatever noun the tree hangs it on
    if relation == "nmod" and is_how_far and case_of(columns, token) == "within":
        return None  # "win back the difference within 11 years"
    is_modifier = relation in _NOUN_MODIFIERS or relation.startswith("nmod")
    return _told_by_noun(columns, token, words) if is_modifier and is_nominal else None


def _told_by_clause_of_noun(columns: TokenColumns, verb: int, noun: int) -> Offsets | None:
    """What a clause that hangs on a noun is about: as a rule the noun, "a firm that sold 40 vans"."""
    if columns.deps[noun] == "obj" and _is_deed(columns, verb, columns.heads[noun]):
        return noun_phrase(columns, noun, before=verb)  # "accused two men of stealing"
    if _is_purpose_of_state(columns, verb, noun) or _is_had_to_do(columns, verb, noun):
        return None  # "is in talks to buy a stake", "has the right to sell 40": who is or has
    is_gerund = columns.tags[verb] == "VBG" and columns.lowers[verb - 1] == "of" and noun == verb - 2
    if is_gerund and columns.deps[noun] not in SUBJECTS:
        return None  # "in the position of having 3 mills", "runs the risk of losing 3%": who is, or runs
    return told_by_relative(columns, verb, noun)


def _told_by_subject(columns: TokenColumns, token: int, words: _Words) -> Offsets | None:
    """What is told of where the words are the subject: that, or the noun it is said to be."""
    if joint_in_subject(columns, token) is not None:
        return None
    head = columns.heads[token]
    is_state = columns.tags[token] == "CD" and case_of(columns, head) not in (None, "of")
    is_share = columns.lowers[token] in _SHARES
    is_gerund = columns.deps[token] == "csubj" and columns.tags[token] == "VBG"
    if is_gerund and _is_share_behind(columns, token, words):
        return None  # "Looking at Norway, 35% are women"
    # "four are in a bad condition", "54 percent were women": of nobody who is named
    named = None if is_state or is_share else _predicate_noun(columns, head)
    return named or noun_phrase(columns, token)


def _of_clause_around(columns: TokenColumns, verb: int, words: _Words) -> Offsets | None:
    """The subject of the clause around a relative one, which a verb behind a comma goes on with, as its
    number tells: "The hut has wings, which are folded, and | weighs 3 tons".
    """
    relative = columns.heads[verb]
    group = relative, *columns.lefts(relative)
    numbers = {columns.tags[i] for i in group if columns.tags[i] in _NUMBERS}
    if columns.tags[verb] not in _NUMBERS or numbers != _NUMBERS - {columns.tags[verb]}:
        return None
    joint = next((i for i in columns.lefts(verb) if columns.tags[i] == "CC"), None)
    if joint is None or columns.words[joint - 1] != ",":
        return None
    above = columns.heads[relative]
    for _ in range(_FARTHEST_CLAUSE):
        subject = own_subject(columns, above, words.start, words.end)
        if subject is not None or columns.heads[above] == above:
            return subject
        above = columns.heads[above]
    return None


_NUMBERS = frozenset({"VBP", "VBZ"})
_FARTHEST_CLAUSE = 5


def _shown_in_clause(columns: TokenColumns, participle: int, verb: int) -> int | None:
    """The clause that a participle goes on with, where a tree hangs it on what only shows it: "The table says
    that Oslo made 40 tonnes, | accounting for 30%".
    """
    if columns.tags[participle] != "VBG" or columns.deps[participle] not in _BESIDE_CLAUSE:
        return None
    subject = next((child for child in columns.lefts(verb) if columns.deps[child] in SUBJECTS), None)
    if subject is None or columns.doc[subject].lemma_.lower() not in _EVIDENCE:
        return None
    shown = (c for c in columns.rights(verb) if c < participle and columns.deps[c] == "ccomp")
    return next(shown, None)


_BESIDE_CLAUSE = frozenset({"advcl", "dep", "parataxis", "conj"})
_EVIDENCE = WordSet("reports/evidence")


def _told_by_noun(columns: TokenColumns, token: int, words: _Words) -> Offsets | None:
    """What words that modify a noun are about; None where that is what the clause is about."""
    head = columns.heads[token]
    case = case_of(columns, token)
    is_counted = words.names_things and token == words.root
    if is_counted and _is_list_member(columns, token):
        return None
    is_held = columns.lowers[head] in _CONTAINERS or columns.lowers[head] in _OF_PREPOSITIONS
    if case == "of" and is_held and columns.tags[token] != "CD":
        return None  # "with a total of 40 boats"; of nobody: "A total of 39 are ill"
    is_owned = columns.deps[head] == "obj" and columns.lowers[columns.heads[head]] in _HAVING
    is_done_with = is_counted and columns.deps[token].startswith("nmod") and case == "of"
    if is_done_with and is_event(columns.lowers[head]) and not is_owned:
        return noun_phrase(columns, token)
    if case == "of" and is_held:
        return None
    if is_counted and case == "for" and head < token:
        return None  # "trained on a corpus for 4 epochs", "gives work to all for 3 reasons"
    return modified_noun(columns, token, words.start, words.end)


def _is_list_member(columns: TokenColumns, token: int) -> bool:
    """Whether counted things are the second of a list, which a tree takes for what its first is: "is survived
    by a son, four grandchildren and a brother".
    """
    if columns.deps[token] != "appos" or columns.tags[token] != "NNS":
        return False
    is_listed = any(columns.deps[child] == "conj" for child in columns.rights(token))
    return is_listed and columns.tags[columns.heads[token]] == "NN"


def _subject_behind_joint(columns: TokenColumns, verb: int, start: int) -> Offsets | None:
    """The noun phrase between a conjunction and a finite verb, which a tree may hang on what stands before:
    "The Greens won 4 seats and the Liberals lost 6".
    """
    joint = joint_before(columns, verb)
    if joint is None or columns.ends[verb - 1] > start:
        return None
    before = columns.tags[joint - 1] if joint else ""
    if before in FINITE or before.startswith("VB"):
        return None
    return columns.starts[joint + 1], columns.ends[last_of_phrase(columns, joint)]


def _subject_of_clause_beside(columns: TokenColumns, verb: int, words: _Words) -> Offsets | None:
    """The subject of the clause between a joined verb and the one that a tree joins it to: "The old mill was
    long; the new one is short and has 3 floors".
    """
    if any(columns.deps[child] in SUBJECTS for child in columns.lefts(verb)):
        return None  # its own is among the words of the claim: "and 600 jobs left"
    beside = [c for c in columns.rights(columns.heads[verb]) if c < verb and columns.deps[c] == "conj"]
    subjects = (own_subject(columns, clause, words.start, words.end) for clause in reversed(beside))
    return next((subject for subject in subjects if subject is not None), None)


def _opens_clause(columns: TokenColumns, noun: int) -> bool:
    """Whether a noun that a tree joins to a verb is the subject of a clause of its own: "Two men left and |
    four homes and a barn | were lost".
    """
    if columns.deps[noun] != "conj" or columns.tags[columns.heads[noun]] not in FINITE_OR_PARTICIPLE:
        return False
    last = noun + 1
    while last < len(columns.tags) - 1 and columns.tags[last] in _LISTED:
        last += 1
    return last < len(columns.tags) and columns.tags[last] in FINITE


def _is_share_behind(columns: TokenColumns, gerund: int, words: _Words) -> bool:
    """Whether words are a share that stands behind the gerund that opens its sentence."""
    is_share = columns.lowers[words.root] in _SHARES and columns.deps[words.root] == "obl"
    return is_share and columns.heads[words.root] == gerund and columns.doc[gerund].is_sent_start is True


_LISTED = IN_PHRASE | {"CC", ","}
_SHARES = WordSet("grammar/percent")
_CONTROLLING = WordSet("grammar/object_control")
_FORESEEING = WordSet("grammar/foreseeing")
_OF_PLACES = frozenset({"IN", "CC", "DT", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$"})


def _is_controlled(columns: TokenColumns, verb: int, governor: int) -> bool:
    """Whether an infinitive is what the object right before it is to do: "expects | prices to rise".

    Behind a verb of expecting, it may tell where or of what it is: "expects | prices in Ulm to rise".
    """
    if columns.tags[verb] != "VB" or columns.lowers[governor] not in _CONTROLLING:
        return False
    to = next((child for child in columns.lefts(verb) if columns.lowers[child] == "to"), None)
    thing = next((c for c in columns.rights(governor) if c < verb and columns.deps[c] == "obj"), None)
    if to is None or thing is None:
        return False
    if columns.ends[thing] + 1 == columns.starts[to]:
        return True
    between = {columns.tags[token] for token in range(thing + 1, to)}
    is_foreseen = columns.lowers[governor] in _FORESEEING
    return is_foreseen and between <= _OF_PLACES and columns.tags[thing + 1] == "IN"


_CHARGING = WordSet("grammar/charging")
_OF_DEEDS = WordSet("grammar/of_deed")


def _is_deed(columns: TokenColumns, verb: int, governor: int) -> bool:
    """Whether a clause is what the object of its governor did or may not do: "accuse Acme of"."""
    if columns.tags[verb] != "VBG" or columns.lowers[governor] not in _CHARGING:
        return False
    return any(columns.lowers[child] in _OF_DEEDS for child in columns.lefts(verb))


def _is_purpose_of_state(columns: TokenColumns, verb: int, noun: int) -> bool:
    """Whether an infinitive hangs on the noun of a predicate: "is in talks to buy"."""
    if columns.tags[verb] != "VB" or case_of(columns, noun) is None or not columns.has_child(noun, "cop"):
        return False
    return any(columns.lowers[child] == "to" for child in columns.lefts(verb))


def _is_had_to_do(columns: TokenColumns, verb: int, noun: int) -> bool:
    """Whether an infinitive tells what somebody has something for: "has the ability to make 40"."""
    is_had = columns.deps[noun] == "obj" and columns.lowers[columns.heads[noun]] in _HAVING
    return is_had and columns.tags[verb] == "VB" and any(columns.tags[c] == "TO" for c in columns.lefts(verb))


_TIME_UNITS = WordSet("grammar/time_unit")


def _is_time_span(columns: TokenColumns, token: int) -> bool:
    """Whether a word is the unit of a stretch of time, and no word of "year on year"."""
    following = columns.lowers[token + 1] if token + 1 < len(columns.lowers) else ""
    return columns.lowers[token] in _TIME_UNITS and following not in ("on", "over")


def _is_occasion(columns: TokenColumns, token: int) -> bool:
    """Whether a word tells how often something was done: "sold its mill in Oslo for the first time"."""
    return columns.lowers[token] == "time" and case_of(columns, token) == "for"


def _measures_preposition(columns: TokenColumns, token: int) -> bool:
    """Whether a preposition stands right behind an amount, which says how far: "lies 40 m above sea"."""
    case = token + 1
    return case < len(columns.deps) and columns.deps[case] == "case" and columns.heads[case] > case


_TIMES = WordSet("grammar/of_time")
_HAVING = WordSet("common/having")
_CONTAINERS = WordSet("grammar/container")
"""Nouns that say nothing of what is counted in them: "issued a series of 7 pardons" is said of who did."""


_OF_PREPOSITIONS = WordSet("grammar/noun_of_preposition")


def _is_clause_after(columns: TokenColumns, verb: int, end: int) -> bool:
    """Whether a clause only says from when an amount counts: "It opened two years after she left"."""
    following = columns.token_at(end + 1) if end + 1 < len(columns.text) else None
    is_since = following is not None and columns.lowers[following] in _TIMES
    return is_since and columns.deps[verb] == "advcl" and columns.heads[verb] < verb


_EVENT_ENDINGS = ("tion", "sion", "ance", "ence", "ment", "ing", "ure", "al", "ry")

_EVENTS = WordSet("grammar/event")


def is_event(noun: str) -> bool:
    """Whether a noun names what is done with things, which are then spoken of: "the issuance of 34 million
    shares", not "a team of 12 nurses" nor "a population of 900".
    """
    return noun in _EVENTS or (noun.endswith(_EVENT_ENDINGS) and noun not in PROPERTIES)


def _predicate_noun(columns: TokenColumns, token: int) -> Offsets | None:
    """What a nominal predicate names: "Lifetimes" where "the most challenging concept" is the subject.

    No state or place: "23 warnings are in force".
    """
    is_predicate = columns.pos[token] in ("NOUN", "PROPN") and columns.has_child(token, "cop")
    if is_predicate and case_of(columns, token) is not None:
        # "The largest rise was in Oslo"
        subject = next((child for child in columns.lefts(token) if columns.deps[child] in SUBJECTS), None)
        is_ordered = subject is not None and any(columns.tags[c] == "JJS" for c in columns.lefts(subject))
        is_predicate = is_ordered and columns.pos[token] == "PROPN"
    return noun_phrase(columns, token) if is_predicate else None


_VALUING = WordSet("grammar/valuing")
_GIVING = WordSet("grammar/giving_value")
_BRINGING = WordSet("grammar/bringing_to_value")


def valued_subject(columns: TokenColumns, quantity: Quantity) -> Offsets | None:
    """What is given a value by a verb that has it as its object: "valuing the firm at £2.7bn", "reported the
    share as 94%", "brings the cost to $4 million".
    """
    span = columns.span(quantity.start, quantity.end)
    if span is None:
        return None
    amount = columns.root(*span)
    verb = columns.heads[amount]
    case = case_of(columns, amount)
    is_valued = quantity.kind == "money" and columns.lowers[verb] in _VALUING and case == "at"
    is_given = columns.lowers[verb] in _GIVING and case in ("at", "as")
    is_brought = columns.lowers[verb] in _BRINGING and case == "to"
    is_given = is_given or (is_brought and " of " not in columns.text[quantity.start : quantity.end + 4])
    if not is_valued and not is_given:
        return None
    thing = next((child for child in columns.rights(verb) if columns.deps[child] == "obj"), None)
    return None if thing is None or thing > amount else noun_phrase(columns, thing, amount)
