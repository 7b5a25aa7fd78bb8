"""The subject of a claim by a dependency tree: that of its clause, or the noun that its words modify."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.grammar.noun_phrases import (
    NOMINAL,
    SUBJECTS,
    case_of,
    noun_phrase,
    noun_phrase_until,
    stands_beside_clause,
    trim,
)
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.verb_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_NOUN_MODIFIERS = frozenset(
    {"nmod", "nmod:of", "appos", "nummod", "amod", "compound", "nmod:npmod", "acl", "dep"}
)

_RELATIVE_CLAUSES = frozenset({"acl:relcl", "acl"})

_RELATIVE_PRONOUNS = WordSet("grammar/relative")


def joint_subjects(columns: TokenColumns, offset: int) -> list[Offsets]:
    """The members of the coordinated subject of the clause at a place."""
    token = columns.token_at(offset)
    for _ in range(8):
        if token is None:
            break
        for child in columns.lefts(token):
            if columns.deps[child] in SUBJECTS:
                members = [child, *(c for c in columns.rights(child) if columns.deps[c] == "conj")]
                return [
                    noun_phrase(columns, m, m) if m == child else noun_phrase(columns, m) for m in members
                ]
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
    partitive = _partitive(columns, span, root, end, names_things=names_things)
    if partitive is not None:
        return partitive
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
    is_object = columns.deps[token] in SUBJECTS and _joint_in_subject(columns, token) is not None
    return columns.heads[head] if is_object else head


def _told_by_arc(columns: TokenColumns, token: int, words: _Words, *, is_beside: bool) -> Offsets | None:
    """What the arc above a token says that the words below it are about; None where it says nothing."""
    head, relation = columns.heads[token], columns.deps[token]
    is_nominal = columns.pos[head] in NOMINAL
    if relation == "conj" and columns.tags[token] in FINITE:
        behind = _subject_behind_joint(columns, token, words.start)
        return behind or _subject_of_clause_beside(columns, token, words)
    if relation in _RELATIVE_CLAUSES and is_nominal:
        if columns.deps[head] == "obj" and _is_deed(columns, token, columns.heads[head]):
            return noun_phrase(columns, head, before=token)  # "accused two men of stealing"
        if _is_purpose_of_state(columns, token, head):
            return None  # "is in talks to buy a stake": who is in talks
        is_gerund = columns.tags[token] == "VBG" and columns.lowers[token - 1] == "of" and head == token - 2
        if is_gerund and columns.deps[head] not in SUBJECTS:
            return None  # "in the position of having 3 mills", "runs the risk of losing 3%": who is, or runs
        return noun_phrase(columns, head, before=token)
    if relation in SUBJECTS:
        if _joint_in_subject(columns, token) is not None:
            return None
        is_state = columns.tags[token] == "CD" and case_of(columns, head) not in (None, "of")
        named = None if is_state else _predicate_noun(columns, head)  # "four are in a bad condition"
        return named or noun_phrase(columns, token)
    # "expect sales to grow": the object of the governor is the subject
    is_controlled = relation == "advcl" and _is_controlled(columns, token, head)
    if relation == "xcomp" or is_controlled or _is_deed(columns, token, head):
        objects = ("obj",) if is_beside else ("obj", "iobj")
        governed = (c for c in columns.rights(head) if columns.deps[c] in objects and c < token)
        governor = next(governed, None)
        return None if governor is None else noun_phrase(columns, governor, before=token)
    if words.names_things and token == words.root and is_nominal and columns.tags[head] == "CD":
        return noun_phrase(columns, token)  # "five of the nine regions" is no claim about five
    is_how_far = _is_time_span(columns, token) or _measures_preposition(columns, token)
    if (relation == "nmod:unmarked" and is_how_far) or _is_occasion(columns, token):
        return None  # "fell ill two days before the match": how long, whatever noun the tree hangs it on
    if relation == "nmod" and is_how_far and case_of(columns, token) == "within":
        return None  # "win back the difference within 11 years"
    is_modifier = relation in _NOUN_MODIFIERS or relation.startswith("nmod")
    return _told_by_noun(columns, token, words) if is_modifier and is_nominal else None


def _told_by_noun(columns: TokenColumns, token: int, words: _Words) -> Offsets | None:
    """What words that modify a noun are about; None where that is what the clause is about."""
    head = columns.heads[token]
    case = case_of(columns, token)
    is_counted = words.names_things and token == words.root
    if is_counted and _is_list_member(columns, token):
        return None
    is_owned = columns.deps[head] == "obj" and columns.lowers[columns.heads[head]] in _HAVING
    is_done_with = is_counted and columns.deps[token].startswith("nmod") and case == "of"
    if is_done_with and is_event(columns.lowers[head]) and not is_owned:
        return noun_phrase(columns, token)
    if case == "of" and (columns.lowers[head] in _CONTAINERS or columns.lowers[head] in _OF_PREPOSITIONS):
        return None
    if is_counted and case == "for" and head < token:
        return None  # "trained on a corpus for 4 epochs", "gives work to all for 3 reasons"
    return _modified_noun(columns, token, words.start, words.end)


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
    joint = _joint_before(columns, verb)
    if joint is None or columns.ends[verb - 1] > start:
        return None
    before = columns.tags[joint - 1] if joint else ""
    if before in FINITE or before.startswith("VB"):
        return None
    return columns.starts[joint + 1], columns.ends[_last_of_phrase(columns, joint)]


def _subject_of_clause_beside(columns: TokenColumns, verb: int, words: _Words) -> Offsets | None:
    """The subject of the clause between a joined verb and the one that a tree joins it to: "The old mill was
    long; the new one is short and has 3 floors".
    """
    if any(columns.deps[child] in SUBJECTS for child in columns.lefts(verb)):
        return None  # its own is among the words of the claim: "and 600 jobs left"
    beside = [c for c in columns.rights(columns.heads[verb]) if c < verb and columns.deps[c] == "conj"]
    subjects = (own_subject(columns, clause, words.start, words.end) for clause in reversed(beside))
    return next((subject for subject in subjects if subject is not None), None)


def _joint_in_subject(columns: TokenColumns, noun: int) -> int | None:
    """The conjunction in what a tree takes for the subject of a clause, where the noun is the object of the
    clause before: "and" in "Norvale employs 300 people in Oslo and Brightcell employs 40".
    """
    verb = columns.heads[noun]
    above = columns.heads[verb]
    if columns.deps[verb] not in _COMPLEMENT_CLAUSES or above >= noun or columns.tags[above] not in FINITE:
        return None
    if columns.tags[verb] not in FINITE:
        return None
    joint = _joint_before(columns, verb)
    if joint is None or joint <= noun:
        return None
    between = range(above + 1, noun)
    if any(columns.tags[token] not in _OBJECT_OPENING for token in between):
        return None
    is_repeated = columns.lowers[above] == columns.lowers[verb]  # else "said 40 men and two women left"
    return joint if is_repeated else None


def _joint_before(columns: TokenColumns, verb: int) -> int | None:
    """The conjunction before the plain noun phrase that a finite verb stands behind."""
    last = verb - 1
    while last > 0 and columns.tags[last] in ("RB", "MD"):
        last -= 1
    first = last
    while first > 0 and columns.tags[first] in _PLAIN_PHRASE:
        first -= 1
    is_joined = first < last and columns.lowers[first] in _JOINTS
    return first if is_joined and columns.tags[last] in _NOUN_TAGS else None


def _last_of_phrase(columns: TokenColumns, joint: int) -> int:
    """The last token of the plain noun phrase behind a conjunction."""
    last = joint + 1
    while columns.tags[last + 1] in _PLAIN_PHRASE:
        last += 1
    return last


_COMPLEMENT_CLAUSES = frozenset({"ccomp", "advcl", "parataxis"})
_JOINTS = frozenset({"and", "but", "while"})
_OBJECT_OPENING = frozenset("RB DT CD JJ JJR NN IN $ PRP$".split())
_PLAIN_PHRASE = frozenset("DT PRP$ JJ NN NNS NNP NNPS POS".split())
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


_CONTROLLING = WordSet("grammar/object_control")


def _is_controlled(columns: TokenColumns, verb: int, governor: int) -> bool:
    """Whether an infinitive is what the object right before it is to do: "expects | prices to rise"."""
    if columns.tags[verb] != "VB" or columns.lowers[governor] not in _CONTROLLING:
        return False
    to = next((child for child in columns.lefts(verb) if columns.lowers[child] == "to"), None)
    return to is not None and any(
        columns.deps[child] == "obj" and columns.ends[child] + 1 == columns.starts[to]
        for child in columns.rights(governor)
        if child < verb
    )


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
    return noun in _EVENTS or (noun.endswith(_EVENT_ENDINGS) and noun not in _PROPERTIES)


def own_subject(columns: TokenColumns, token: int, start: int, end: int) -> Offsets | None:
    """The subject that `token` itself governs, outside the claim's words.

    Of two the one beside it: a tree may take what opens a sentence for another, "Statewide, the office has".
    """
    beside = None
    for child in reversed(list(columns.lefts(token))):
        if columns.deps[child] not in SUBJECTS or start <= columns.starts[child] < end:
            continue
        if columns.deps[child] == "csubj" and columns.tags[child] == "VBN":
            continue  # "Founded in 1968 and based in Austin, Norvale employs"
        if stands_beside_clause(columns, child):
            continue  # no subject, though a tree says so
        if columns.lowers[child] in _RELATIVE_PRONOUNS and columns.deps[token] in _RELATIVE_CLAUSES:
            return noun_phrase(columns, columns.heads[token], before=token)
        if beside is not None and columns.tags[child] == "VBG":
            break  # the object of a gerund was taken for the subject: "Training a model costs"
        joint = _joint_in_subject(columns, child)
        if joint is not None:
            return columns.starts[joint + 1], columns.ends[_last_of_phrase(columns, joint)]
        beside = _with_torn(beside, noun_phrase(columns, child))
        before = columns.text[max(0, beside[0] - 6) : beside[0]].rstrip()
        is_torn = before[-1:].isalnum() and not before.endswith(" that")  # "The mayor of Oslo Ann Ray won"
        first = columns.token_at(beside[0])
        is_torn = is_torn and first is not None and columns.tags[first] not in _OPENING_PHRASE
        if not is_torn and columns.text[max(0, beside[0] - 1)] != "-":  # nor "The plant in 's-Graveland"
            break
    if beside is None:
        beside = _existing(columns, token, start, end) or _cut_off_subject(columns, token)
        return beside or _before_participle(columns, token)
    return _with_gerund(columns, beside)


def _existing(columns: TokenColumns, verb: int, start: int, end: int) -> Offsets | None:
    """What a clause says that there is: "where there have been nine accidents since 2019"."""
    if not any(columns.tags[child] == "EX" for child in columns.lefts(verb)):
        return None
    for child in columns.rights(verb):
        if columns.deps[child] in SUBJECTS and not start <= columns.starts[child] < end:
            rest = columns.tags[child : columns.doc[child].sent.end]
            return noun_phrase(columns, child) if FINITE.isdisjoint(rest) else None
    return None


def _cut_off_subject(columns: TokenColumns, verb: int) -> Offsets | None:
    """The subject of a reported clause that what is told beside it cuts off, so that a tree takes it for the
    object of the verb of saying: "said | her husband, a father of three, | had cycled".
    """
    if columns.deps[verb] != "ccomp":
        return None
    first = min([verb, *(child for child in columns.lefts(verb) if columns.deps[child] in _GROUP)])
    if columns.tags[first] not in FINITE or columns.words[first - 1] != ",":
        return None
    objects = (child for child in columns.rights(columns.heads[verb]) if columns.deps[child] == "obj")
    noun = next(objects, None)
    return None if noun is None or noun >= first else noun_phrase(columns, noun, before=first)


_GROUP = frozenset({"aux", "aux:pass", "cop", "case", "advmod"})


def _with_torn(name: Offsets | None, phrase: Offsets) -> Offsets:
    """A phrase with the name right behind it, which a tree took for another subject: "The maker | Drexon"."""
    is_torn = name is not None and name[0] == phrase[1] + 1
    return (phrase[0], name[1]) if is_torn and name is not None else phrase


def _before_participle(columns: TokenColumns, verb: int) -> Offsets | None:
    """The subject that a tree gives to a participle behind it: "while volumes of fish sold in shops fell 7%".

    A participle without an auxiliary has no subject of its own, and no comma parts it from the verb.
    """
    if columns.tags[verb] not in FINITE:
        return None
    for child in columns.lefts(verb):
        if columns.deps[child] not in _PARTICIPLE_CLAUSES or columns.tags[child] not in ("VBN", "VBD"):
            continue
        children = list(columns.lefts(child))
        noun = next((token for token in children if columns.deps[token] in SUBJECTS), None)
        is_helped = any(columns.deps[token].startswith("aux") for token in children)
        if noun is None or is_helped or noun > child or "," in columns.words[noun:verb]:
            continue
        return noun_phrase(columns, noun, before=child)[0], columns.ends[verb - 1]
    return None


_PARTICIPLE_CLAUSES = frozenset({"advcl", "ccomp", "csubj"})


_OPENING_PHRASE = frozenset({"DT", "PRP$"})
"""What no phrase is torn before: "Since its end in 1970 the dam has"."""
_OF_GERUNDS = frozenset({"csubj", "advcl", "ccomp"})


def _with_gerund(columns: TokenColumns, found: Offsets) -> Offsets:
    """A subject with the -ing form that opens its clause and whose object a parser took for the subject:
    "training a model would cost $2 million".
    """
    first = columns.token_at(found[0])
    if not first or columns.tags[first - 1] != "VBG" or columns.tags[first] not in ("DT", "PRP$"):
        return found
    verb = first - 1
    is_opening = columns.words[verb][:1].isupper() or (verb > 0 and columns.lowers[verb - 1] == "that")
    is_gerund = is_opening and columns.deps[verb] in _OF_GERUNDS
    return (columns.starts[verb], found[1]) if is_gerund else found


def _predicate_noun(columns: TokenColumns, token: int) -> Offsets | None:
    """What a nominal predicate names: "Lifetimes" where "the most challenging concept" is the subject."""
    is_predicate = columns.pos[token] in ("NOUN", "PROPN") and columns.has_child(token, "cop")
    return noun_phrase(columns, token) if is_predicate else None


def _partitive(
    columns: TokenColumns, span: Offsets, root: int, end: int, *, names_things: bool
) -> Offsets | None:
    """The population of a share that is itself the subject: "the users" in "a quarter of the users agree",
    and what money is spent on or comes from: "$9 billion of expenditures", "$2 million for the purchase".
    """
    is_money = any(columns.tags[i] == "$" or columns.doc[i].is_currency for i in range(*span))
    if is_money and columns.lowers[columns.heads[root]] in _MAKING_UP:
        return None  # "Europe accounted for $3 million of sales"
    if is_money:
        of = _OF_WHAT.match(columns.text, end, columns.doc[root].sent.end_char)
        spent_on = columns.token_at(of.end()) if of else None
        if spent_on is not None:
            noun = _noun_from(columns, spent_on)
            is_money_itself = noun is not None and (
                columns.pos[noun] == "PRON" or columns.lowers[noun] in _MONEY_ITSELF
            )
            if is_money_itself and _is_paid(columns, root):
                return None  # "spent $2 million of it", "of the money": said of the spender
            return noun_phrase(columns, noun) if noun is not None else None
    is_subject = columns.deps[root] in SUBJECTS
    if names_things and columns.tags[root] == "CD" and columns.deps[root] in ("obl", "nmod"):
        is_subject = True  # "fell in five of the nine regions": it is said of the regions
    if not (is_money or is_subject):
        return None
    for child in columns.rights(root):
        if not columns.deps[child].startswith("nmod") or columns.pos[child] not in ("NOUN", "PROPN", "PRON"):
            continue
        case = case_of(columns, child)
        is_after = columns.starts[child] >= end and not _is_paid(columns, root)
        if (case == "of" and (is_money or is_subject)) or (case == "for" and is_money and is_after):
            return noun_phrase(columns, child)
    return None


def _is_paid(columns: TokenColumns, token: int) -> bool:
    """Whether money is the object of a verb with a subject, who pays, earns or costs it: "paid $4 million for
    the mill" is about the payer.
    """
    while columns.deps[token] == "conj":
        token = columns.heads[token]
    if columns.deps[token] != "obj":
        return False
    verb = columns.heads[token]
    while not any(columns.deps[child] in SUBJECTS for child in columns.children[verb]):
        if columns.deps[verb] != "conj":
            return False
        verb = columns.heads[verb]  # "stole $4 million and spent $2 million of it"
    return True


_MAKING_UP = WordSet("grammar/making_up")
_MONEY_ITSELF = WordSet("grammar/money_itself")
_OF_WHAT = re.compile(r"\s+of\s+(?=\w)")


def _noun_from(columns: TokenColumns, token: int) -> int | None:
    """The head of the noun phrase that begins with `token`: the first noun that no noun follows."""
    pos = columns.pos
    for follower in range(token, columns.doc[token].sent.end):
        is_noun = pos[follower] in ("NOUN", "PROPN", "PRON")
        if is_noun and (follower + 1 >= len(pos) or pos[follower + 1] not in ("NOUN", "PROPN")):
            return follower
        if not is_noun and pos[follower] not in ("DET", "ADJ", "NUM", "ADV", "PUNCT", "VERB"):
            return None
    return None


# Nouns that only say how an amount was reckoned: the amount is said of what they are reckoned for.
_RECKONING = WordSet("grammar/reckoning")


def _modified_noun(columns: TokenColumns, token: int, start: int, end: int) -> Offsets | None:
    """The subject where the claim modifies a noun: what that noun is said of, else the noun itself without
    the claim's words. None where the noun only names the scale of an adjunct ("at an elevation of 300 m").
    """
    head = columns.heads[token]
    while columns.deps[head] == "compound" and columns.heads[head] > head:
        head = columns.heads[head]  # "a 6 week release cycle"
    subject = own_subject(columns, head, start, end)
    if subject is not None:
        return subject
    is_had = case_of(columns, token) == "with"  # "needs a phone with 6 GB": the phone has them
    holder = None if is_had else _holder(columns, head, start, end) or _spender(columns, token, start, end)
    if holder is not None:
        return holder
    case = case_of(columns, head)
    is_fronted = columns.deps[head] == "nmod" and columns.heads[head] > head  # "With 9 rooms, it is the inn"
    is_adjunct = (is_fronted or columns.deps[head] == "obl") and case in ("at", "with")
    is_scale = case is not None and columns.lowers[head] in _SCALES and head < token
    is_scale |= _is_plain_stretch(columns, head)
    if is_adjunct or is_scale or columns.lowers[head] in _RECKONING:
        return None
    if head < token and columns.lowers[head] in _PROPERTIES:
        owner = _owner_of_property(columns, head)
        if owner is not None:
            return owner
    if start <= columns.starts[head] < end:
        return noun_phrase(columns, token)
    if head > token:  # "9th gen Core processors": what follows the claim's words
        first, last = noun_phrase(columns, head)
        return trim(columns.text, end, last) if first <= start < last and end < last else (first, last)
    first, last = noun_phrase(columns, head, before=token)
    return noun_phrase_until(columns, first, min(last, start)) if first < start else (first, last)


# Nouns of the scale that an adjunct measures on: "at the age of ten", "for a stay of three months"
_SCALES = WordSet("grammar/scale")
_STRETCHES_OF_TIME = WordSet("grammar/stretch_of_time")


def _is_plain_stretch(columns: TokenColumns, noun: int) -> bool:
    """Whether a noun only says how long something takes: "was held over a two-week period", not "in the
    two-day period of the fair".
    """
    if columns.deps[noun] != "obl" or columns.lowers[noun] not in _STRETCHES_OF_TIME:
        return False
    return not any(columns.deps[child].startswith("nmod") for child in columns.rights(noun))


# Properties that something else has, as what stands before them says: "the North, with a birth rate of 11%"
_PROPERTIES = WordSet("grammar/property")


def _owner_of_property(columns: TokenColumns, noun: int) -> Offsets | None:
    """What a property is said of: the noun that "with" or a comma sets it behind."""
    above = columns.heads[noun]
    relation = columns.deps[noun]
    if relation == "conj" or above >= noun or columns.pos[above] not in ("NOUN", "PROPN"):
        return None
    is_beside = relation == "appos" or (relation == "nmod" and case_of(columns, noun) == "with")
    return noun_phrase(columns, above, before=noun) if is_beside else None


@per_lexicon
def _holding() -> frozenset[str]:
    """Verbs that give their subject a property: "has a span of 300 metres", "posted a loss of $4 million"."""
    return frozenset(form for row in load_rows("en/property_verbs.csv") for form in row["forms"].split("|"))


# "took place in May" is no claim about a place
_TAKING = WordSet("grammar/taking")
_TAKEN = WordSet("grammar/taken")


def _holder(columns: TokenColumns, noun: int, start: int, end: int) -> Offsets | None:
    """What has the property that a noun names ("has a span of 300 m"), or what the noun describes ("Orbit, a
    model with 7B parameters").
    """
    for _ in range(2):
        relation, above = columns.deps[noun], columns.heads[noun]
        if relation == "appos" and columns.pos[above] == "PROPN":
            return noun_phrase(columns, above, before=noun)
        is_light = columns.lowers[noun] in _TAKEN and columns.lowers[above] in _TAKING
        if relation == "obj" and (is_light or columns.lowers[above] in _holding()):
            return own_subject(columns, above, start, end) or _shared_subject(columns, above, start, end)
        if relation != "conj":
            return None
        noun = above
    return None


def _spender(columns: TokenColumns, amount: int, start: int, end: int) -> Offsets | None:
    """Who the object of a verb costs or brings the money before it: "Corvid announced a $20 billion plan"."""
    noun = columns.heads[amount]
    is_money = noun > amount and (columns.tags[amount] == "$" or "$" in columns.tags[amount - 2 : amount + 1])
    if not is_money or columns.deps[noun] != "obj":
        return None
    verb = columns.heads[noun]
    return own_subject(columns, verb, start, end) or _shared_subject(columns, verb, start, end)


def _shared_subject(columns: TokenColumns, verb: int, start: int, end: int) -> Offsets | None:
    """The subject of the clause that a verb without one is joined to: "fell 3% and posted a loss"."""
    for _ in range(3):
        if columns.deps[verb] not in ("conj", "xcomp", "advcl"):
            return None
        verb = columns.heads[verb]
        subject = own_subject(columns, verb, start, end)
        if subject is not None:
            return subject
    return None


_VALUING = WordSet("grammar/valuing")
_GIVING = WordSet("grammar/giving_value")


def valued_subject(columns: TokenColumns, quantity: Quantity) -> Offsets | None:
    """What is given a value by a verb that has it as its object: "valuing the firm at £2.7bn", "reported the
    share as 94%".
    """
    span = columns.span(quantity.start, quantity.end)
    if span is None:
        return None
    amount = columns.root(*span)
    verb = columns.heads[amount]
    case = case_of(columns, amount)
    is_valued = quantity.kind == "money" and columns.lowers[verb] in _VALUING and case == "at"
    if not is_valued and not (columns.lowers[verb] in _GIVING and case in ("at", "as")):
        return None
    thing = next((child for child in columns.rights(verb) if columns.deps[child] == "obj"), None)
    return None if thing is None or thing > amount else noun_phrase(columns, thing, amount)
