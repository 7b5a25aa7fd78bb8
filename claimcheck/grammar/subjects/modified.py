"""What amounts that modify a noun are about: that noun, who has it, or what it is part of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.noun_phrases import SUBJECTS, case_of, noun_phrase, noun_phrase_until, trim
from claimcheck.grammar.subjects.clause_subjects import own_subject
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns

Offsets = tuple[int, int]


def partitive(
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
    if names_things and columns.tags[root] == "NNS" and columns.lowers[root] not in _COUNTED_IN:
        is_subject = False  # "forty nurses of the clinic left": said of the nurses
    if names_things and columns.tags[root] == "CD" and columns.deps[root] in ("obl", "nmod"):
        is_subject = True  # "fell in five of the nine regions": it is said of the regions
    if not (is_money or is_subject):
        return None
    for child in columns.rights(root):
        if not columns.deps[child].startswith("nmod") or columns.pos[child] not in ("NOUN", "PROPN", "PRON"):
            continue
        if any(columns.tags[i] == "$" for i in range(root + 1, child)):
            break  # "$5 million to Oslo and $3 million for late filings": of the other amount
        case = case_of(columns, child)
        is_after = columns.starts[child] >= end and not _is_paid(columns, root)
        if (case == "of" and (is_money or is_subject)) or (case == "for" and is_money and is_after):
            return noun_phrase(columns, child)
    return None


def _is_paid(columns: TokenColumns, token: int) -> bool:
    """Whether money is the object of a verb with a subject, who pays, earns or costs it: "paid $4 million for
    the mill" is about the payer.
    """
    token = columns.first_joined(token)
    if columns.deps[token] != "obj":
        return False
    verb = columns.heads[token]
    while not any(columns.deps[child] in SUBJECTS for child in columns.children[verb]):
        if columns.deps[verb] != "conj":
            return False
        verb = columns.heads[verb]  # "stole $4 million and spent $2 million of it"
    return True


_COUNTED_IN = WordSet("grammar/counted_in_groups")
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


def modified_noun(columns: TokenColumns, token: int, start: int, end: int) -> Offsets | None:
    """The subject where the claim modifies a noun: what that noun is said of, else the noun itself without
    the claim's words. None where the noun only names the scale of an adjunct ("at an elevation of 300 m").
    """
    head = columns.heads[token]
    while columns.deps[head] == "compound" and columns.heads[head] > head:
        head = columns.heads[head]  # "a 6 week release cycle"
    head = _property_behind(columns, token, head)
    while case_of(columns, head) == "per" and columns.tags[columns.heads[head]] in ("NN", "NNS"):
        head = columns.heads[head]  # "earnings per share of $4"
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
    if head < token and columns.lowers[head] in PROPERTIES:
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


def _property_behind(columns: TokenColumns, token: int, noun: int) -> int:
    """The property that an amount measures, over what it is a property of: the margin of "a margin of error
    of 2 points".
    """
    above = columns.heads[noun]
    is_of = noun < token and case_of(columns, token) == "of" and case_of(columns, noun) == "of"
    is_of &= columns.deps[noun].startswith("nmod") and above < noun and columns.tags[noun] == "NN"
    return above if is_of and columns.lowers[above] in PROPERTIES else noun


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
PROPERTIES = WordSet("grammar/property")


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
            if _is_only_shown(columns, above):
                return None
            return own_subject(columns, above, start, end) or _shared_subject(columns, above, start, end)
        if relation != "conj":
            return None
        noun = above
    return None


def _is_only_shown(columns: TokenColumns, verb: int) -> bool:
    """Whether what has a property only shows what others have: "The figures show | exports | of £9bn"."""
    subject = next((child for child in columns.lefts(verb) if columns.deps[child] in SUBJECTS), None)
    if subject is None or columns.lowers[verb] not in _SHOWING:
        return False
    return columns.doc[subject].lemma_.lower() in _EVIDENCE


_SHOWING = WordSet("grammar/taking_clause")
_EVIDENCE = WordSet("reports/evidence")


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
