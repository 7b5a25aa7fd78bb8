"""How far a cue of doubt, denial or the future reaches, read off the dependency parse.

The path from the words of a claim up to the root of their sentence tells which clauses they stand in. A cue
of scope

* `governor` ("may", "not", "reportedly") reaches what depends on the word it modifies,
* `event` ("nearly" closed) is `governor`, but not for the amounts of its clause,
* `complement` ("rumored to", "fail to", "deny that") reaches what depends on the cue itself, but not its
  subject; a hedge also the amount before it, "the 2% predicted",
* `request` ("ask") is `complement`, but for who is asked, and the price: "asked 40 people to leave",
* `phrase` ("no", "without") reaches the noun phrase it stands in,
* `subject` ("is false") reaches the subject of the clause it predicates,
* `reported` ("would") is `governor`, but only within the complement of a verb in the past tense,
* `conditional` ("would") is `governor`, but only where a condition hangs on its clause ("if it rained"),
* `deed` ("accuse") reaches the -ing clause of what somebody is said to have done, not who is,
* `member` ("neither", "nor") reaches the clause of the noun or the verb that it joins, or that noun alone,
* `alternative` ("either") is `member` for names alone, of which "or" leaves open which it is.

Negation does not pass into finite complement clauses, relative clauses or subjects; hedges and futures pass
into all but relative clauses. Without a parse a cue reaches the words after it, up to a mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.scopes.complements import reaches_what_is_meant
from claimcheck.claims.scopes.paths import (
    DEFINITE,
    Path,
    is_any_closed,
    is_definite,
    is_other_conjunct,
    stands_in_clause_behind,
)
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.reporting_subjects import SUBJECTS

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.reports.cues import Cue


def reaches(cue: Cue, word: int, path: Path) -> bool:
    """Whether the scope of a cue holds the claim at the start of the path."""
    if cue.scope == "none":
        return False
    columns = path.columns
    negates = cue.effect == "negative"
    if cue.scope == "phrase":
        return _reaches_phrase(word, path)
    if cue.scope == "subject":
        if word not in path:
            return False
        way = path.below(word)
        is_within = len(way) > 1  # "40 alarms, 36 of them false": how many there were is not denied
        return is_within and columns.deps[way[-1]] in SUBJECTS
    if cue.scope in ("complement", "request") and not _is_adverb(cue, word, columns):
        return reaches_what_is_meant(cue, word, path, negates=negates)
    if cue.scope == "member":
        return _reaches_member(word, path)
    if cue.scope == "alternative":
        return _reaches_alternative(word, path)
    if cue.scope == "deed":
        way = path.below(word) if word in path else []
        return any(columns.tags[token] == "VBG" for token in way)
    top = _governor(columns, word)
    if stands_in_clause_behind(columns, top, path, _JOINED):
        return False
    if cue.scope == "conditional" and (not _has_condition(columns, top) or _is_in_past_report(columns, top)):
        return False
    if top not in path or (cue.scope == "reported" and not _is_in_past_report(columns, top)):
        return False
    if cue.effect == "future" and _ended(columns, top):
        return False
    if negates and (_is_conditional(columns, top) or _is_bare_noun(columns, top)):
        return False
    if negates and _is_put_instead(word, top, path):
        return False
    if not negates and _is_within_subject(columns, path.below(top)):
        return False
    if is_any_closed(columns, path.below(top), negates=negates):
        return False
    return not is_other_conjunct(top, path, word)


def _is_adverb(cue: Cue, word: int, columns: TokenColumns) -> bool:
    """Whether a cue that is an adjective too stands as an adverb: "will likely close"."""
    return columns.deps[word] == "advmod" and cue.text.lower() in _ADVERBS


_ADVERBS = frozenset({"likely"})
"""Adjectives that are adverbs as well: "will likely close"."""
_JOINED = WordSet("claims/joining_beside")


def _reaches_member(word: int, path: Path) -> bool:
    """The scope of "neither" and "nor": the clause whose subject or verb they join, or the object they
    join.
    """
    columns = path.columns
    joined = columns.heads[word]
    if columns.deps[word] not in ("cc:preconj", "cc", "det", "advmod", "preconj"):
        joined = word
    if columns.deps[joined] in ("aux", "aux:pass"):
        joined = columns.heads[joined]  # "nor did it close": the verb of the auxiliary
    token = joined
    while columns.deps[token] == "conj" and columns.pos[token] not in ("VERB", "AUX"):
        token = columns.heads[token]
    if columns.deps[token] in SUBJECTS:
        top = columns.heads[token]
        return top in path and not is_any_closed(columns, path.below(top), negates=True)
    if columns.pos[joined] in ("VERB", "AUX"):
        if joined not in path or is_any_closed(columns, path.below(joined), negates=True):
            return False
        return not is_other_conjunct(joined, path, word)
    if token in path:
        return not _is_put_instead(word, token, path)
    verb = columns.heads[token]
    return columns.deps[token] in ("obj", "obl", "obl:agent", "ROOT") and verb == path.root


def _reaches_alternative(word: int, path: Path) -> bool:
    """The scope of "either" before a name, that of "neither"; "in either case" leaves nothing open."""
    columns = path.columns
    is_before_name = columns.deps[word] == "cc:preconj" and columns.pos[columns.heads[word]] == "PROPN"
    return is_before_name and _reaches_member(word, path)


def _has_condition(columns: TokenColumns, clause: int) -> bool:
    """Whether a condition hangs on a clause: "would close if it rained"."""
    return any(
        columns.deps[child] == "advcl" and _is_conditional(columns, child)
        for child in columns.children[clause]
    )


def _is_within_subject(columns: TokenColumns, way: list[int]) -> bool:
    """Whether a claim stands in the subject of a hedged clause as what is there anyway: "The 40 trucks could
    be sold", "A firm of 10 workers could make"; not "40 people may have died", where the number itself is in
    doubt.
    """
    if not way or columns.deps[way[-1]] not in SUBJECTS:
        return False
    subject = way[-1]
    if len(way) > 2 or (len(way) == 2 and columns.deps[way[0]] not in ("nummod", "advmod", "amod")):
        return True
    if is_definite(columns, subject):
        return True
    verb = columns.heads[subject]
    return any(
        columns.deps[child] == "obj"
        and any(columns.deps[below] == "nummod" for below in columns.children[child])
        for child in columns.rights(verb)
    )


def _is_conditional(columns: TokenColumns, clause: int) -> bool:
    """Whether a clause is a condition, whose negation denies nothing."""
    return any(
        columns.deps[child] == "mark" and columns.lowers[child] in ("if", "unless")
        for child in columns.children[clause]
    )


_UNTIL = WordSet("claims/until")


def _ended(columns: TokenColumns, clause: int) -> bool:
    """Whether what a clause tells came to an end: "would employ 400 until it closed in 1970" was a habit."""
    if _is_in_past_report(columns, clause):
        return False
    return any(
        columns.deps[child] == "advcl"
        and any(columns.lowers[below] in _UNTIL for below in columns.lefts(child))
        and any(columns.tags[part] == "VBD" for part in (child, *columns.lefts(child)))
        for child in columns.rights(clause)
    )


def _is_bare_noun(columns: TokenColumns, word: int) -> bool:
    """Whether a negation stands within a noun phrase: "an owned, not leased plant"; not before a member of a
    list, "runs on Linux and not on Windows", or a preposition, ", not on Windows", "not by the Acme group".
    """
    if columns.deps[word] == "conj" and columns.has_child(word, "cc"):
        return False
    is_told = columns.pos[word] == "PROPN" or columns.deps[word] in ("obl", "obl:agent")
    if is_told and any(
        columns.deps[child] == "case"
        and columns.deps[child - 1] == "advmod"
        and columns.heads[child - 1] == word
        for child in columns.lefts(word)
    ):
        return False
    return columns.pos[word] in ("NOUN", "PROPN") and not any(
        columns.deps[child] in ("cop", "aux") for child in columns.children[word]
    )


def _is_in_past_report(columns: TokenColumns, clause: int) -> bool:
    """Whether a clause is the complement of a verb in the past tense: "said it would close"."""
    for _ in range(3):
        head = columns.heads[clause]
        if columns.deps[clause] == "ccomp":
            return columns.tags[head] in ("VBD", "VBN")
        if columns.deps[clause] != "conj":
            return False
        clause = head
    return False


_OF_ITS_HEAD = frozenset(
    {
        "aux",
        "aux:pass",
        "advmod",
        "neg",
        "cop",
        "mark",
        "det",
        "cc:preconj",
        "discourse",
        "obl",
        "fixed",
    }
)


def _governor(columns: TokenColumns, word: int) -> int:
    """The word whose clause a modifier stands in: the verb of an auxiliary, the predicate of a copula."""
    return columns.heads[word] if columns.deps[word] in _OF_ITS_HEAD else word


def _is_put_instead(word: int, top: int, path: Path) -> bool:
    """Whether the claim stands behind the "but" that puts another in the place of what is denied: "was not
    bought by Acme but by Orbit".
    """
    columns = path.columns
    return any(
        columns.lowers[child] in _INSTEAD and word < child
        for token in path.below(top)
        for child in columns.lefts(token)
    )


_INSTEAD = WordSet("claims/instead")


def _reaches_phrase(word: int, path: Path) -> bool:
    """The noun that the cue determines is on the way: "no debt of 5 million", "without 5 workers"."""
    columns = path.columns
    head = columns.heads[word] if columns.deps[word] in ("det", "case", "mark", "cc") else word
    if head not in path:
        return _denies_clause(columns, word, path)
    if path.root < word:
        return False
    below = path.below(head)
    if any(_is_counted_member(columns, token) or is_definite(columns, token) for token in below):
        return False  # "no deaths and 12 injuries", "no member of the 40-strong crew"
    return not is_any_closed(columns, below, negates=True)


def _denies_clause(columns: TokenColumns, word: int, path: Path) -> bool:
    """Whether "no" before the subject of a clause denies what that says: "No mill has opened since 1990".

    What is there anyway is not denied: "No bank paid the $40 million fine", "No charges followed her death in
    2019".
    """
    subject = columns.heads[word]
    if columns.deps[word] != "det" or columns.deps[subject] not in SUBJECTS or subject > path.root:
        return False
    is_joined = any(columns.deps[child] == "conj" for child in columns.rights(subject))
    if columns.pos[subject] != "NOUN" or is_joined:
        return False  # "No deaths and 12 injuries were reported in May"
    verb = columns.heads[subject]
    if verb not in path:
        return False
    told = path.root if path.root != verb else _below(columns, verb, path.last)
    if told == verb:
        return True
    is_within = told <= path.last  # "were made in the 2015", of a robbery
    return is_within and columns.heads[told] == verb and _is_told_by_verb(columns, verb, told)


def _below(columns: TokenColumns, verb: int, last: int) -> int:
    """The word right below a verb that another hangs on; the other where it hangs on none."""
    token = last
    while columns.heads[token] not in (verb, token):
        token = columns.heads[token]
    return token if columns.heads[token] == verb else last


_TOLD_BY_VERB = frozenset({"obj", "obl", "obl:tmod", "obl:npmod", "nmod:tmod", "advmod"})


def _is_told_by_verb(columns: TokenColumns, verb: int, told: int) -> bool:
    """Whether a phrase right below a denied verb is part of what is denied, and nothing known from before."""
    if columns.deps[told] not in _TOLD_BY_VERB or told < verb or is_definite(columns, told):
        return False
    own = (told, *columns.lefts(told))
    before = range(verb + 1, min(own))
    if any(columns.lowers[token] == "than" and token + 1 not in own for token in before):
        return False  # "employs more people than Acme, with 400 staff", not "more than 400 people"
    if any(columns.lowers[child] == "since" for child in columns.lefts(told)):
        return True  # "has used the lock since 1990"
    return not any(columns.lowers[token] in DEFINITE for token in before)


def _is_counted_member(columns: TokenColumns, token: int) -> bool:
    """Whether a joined noun has a number or an article of its own, and so is not what "no" determines: "no
    deaths and 12 injuries".
    """
    if columns.deps[token] != "conj":
        return False
    if any(columns.lowers[child] in ("or", "nor") for child in columns.lefts(token)):
        return False
    if columns.tags[token] in ("$", "CD"):
        return True
    return any(columns.deps[child] in ("nummod", "det") for child in columns.lefts(token))
