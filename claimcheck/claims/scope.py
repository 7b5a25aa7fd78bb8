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

from claimcheck.grammar.subjects.edges import noun_like_verbs
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.reporting_subjects import SUBJECTS
from claimcheck.tagging.penn_tags import FINITE, INFLECTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.reports.cues import Cue

_RELATIVES = frozenset({"acl:relcl"})
_CLOSED_TO_NEGATION = SUBJECTS | {"ccomp", "advcl", "parataxis", "acl:relcl", "acl", "appos"}
_CLOSED_TO_HEDGES = frozenset({"acl:relcl", "parataxis", "appos", "advcl"})
_OF_MISREAD_CLAUSES = frozenset({"obl", "nmod", "dep"})
"""What a parser makes of a clause with "be": "will resign, as Acme is a firm of 40 men"."""
_OWN_CLAUSE = frozenset({"aux", "cop", "aux:pass"})


class Path:
    """The way from the `root` of a claim's words, whose last is `last`, up to the root of the sentence."""

    def __init__(self, columns: TokenColumns, root: int, last: int) -> None:
        self.columns = columns
        self.root = root
        self.last = last
        self.order = [root]
        token = root
        while columns.heads[token] != token:
            token = columns.heads[token]
            self.order.append(token)
        self._place = {token: place for place, token in enumerate(self.order)}

    def below(self, top: int) -> list[int]:
        """The words on the way from the claim up to `top`, without `top`."""
        return self.order[: self._place[top]]

    def __contains__(self, token: int) -> bool:
        return token in self._place


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
        return _reaches_what_is_meant(cue, word, path, negates=negates)
    if cue.scope == "member":
        return _reaches_member(word, path)
    if cue.scope == "alternative":
        return _reaches_alternative(word, path)
    if cue.scope == "deed":
        way = path.below(word) if word in path else []
        return any(columns.tags[token] == "VBG" for token in way)
    top = _governor(columns, word)
    if _stands_in_clause_behind(columns, top, path, _JOINED):
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
    if _is_any_closed(columns, path.below(top), negates=negates):
        return False
    return not _is_other_conjunct(top, path, word)


def _is_adverb(cue: Cue, word: int, columns: TokenColumns) -> bool:
    """Whether a cue that is an adjective too stands as an adverb: "will likely close"."""
    return columns.deps[word] == "advmod" and cue.text.lower() in _ADVERBS


def _reaches_what_is_meant(cue: Cue, word: int, path: Path, *, negates: bool) -> bool:
    """Whether the scope of a cue of `complement` or `request` holds the claim at the start of the path."""
    columns = path.columns
    if cue.scope == "request" and _is_who_is_asked(word, path):
        return False
    if cue.scope == "complement" and columns.deps[word] == "amod" and is_settled(cue, word, columns):
        return False
    words = cue.text.lower().split()
    if words[-1] in _OF_WHOM and words[0].removesuffix("s") in _PLANS:
        return _reaches_deed_of(cue, path)
    if columns.deps[word] != "mark" and _stands_in_clause_behind(columns, word, path, _LED):
        return False
    if cue.effect == "probable" and (_describes_amount(word, path) or _foretells_subject(word, path)):
        return True
    return _reaches_infinitive(cue, path, negates=negates) or _reaches_complement(word, path, negates=negates)


_OF_WHOM = frozenset({"from", "by", "for"})
"""Words that put who is to do it between a plan and its infinitive: "a proposal from Acme to buy it"."""
_PLANS = WordSet("grammar/plan_of_somebody")
_ADVERBS = frozenset({"likely"})
"""Adjectives that are adverbs as well: "will likely close"."""
_LED = WordSet("claims/leading_beside")
_JOINED = WordSet("claims/joining_beside")


def _stands_in_clause_behind(columns: TokenColumns, word: int, path: Path, openers: WordSet) -> bool:
    """Whether a claim stands in a clause that begins behind a cue and goes on beside that of the cue, by the
    words, where a parser takes its first phrase for a part of it: "wants to go because in 2016 it cut posts".
    """
    claim = path.root
    for opener in range(word + 1, claim):
        if columns.lowers[opener] not in openers:
            continue
        is_set_off = columns.lowers[opener - 1] == ","
        if columns.lowers[opener] in _LED_BEHIND_COMMA and not is_set_off:
            continue
        head = columns.heads[opener]
        if not (head in path or claim < head):
            continue
        if _has_verb_of_its_own(columns, opener, openers):
            return True
    return False


_LED_BEHIND_COMMA = frozenset({"as", "and"})


def _has_verb_of_its_own(columns: TokenColumns, opener: int, openers: WordSet) -> bool:
    """Whether a finite verb follows in the clause that a word opens, and not in one that tells of a noun, nor
    in the next one: ", and Fedora, and it seemed", ", and 121 counties that include", ", as well as".
    """
    for token in range(opener + 1, len(columns.lowers)):
        lower = columns.lowers[token]
        if lower in _STOPS or (lower in openers and columns.lowers[token - 1] == ","):
            return False
        if lower == "well" and token == opener + 1:
            return False
        if columns.tags[token] in FINITE and columns.tags[token - 1] not in _RELATIVE_TAGS:
            return True
    return False


_RELATIVE_TAGS = frozenset({"WDT", "WP"})
_STOPS = frozenset({".", "!", "?", ";"})


def is_settled(cue: Cue, word: int, columns: TokenColumns) -> bool:
    """Whether the planned deed that a cue describes is told to be done ("The planned sale was completed"), or
    is no longer ahead ("The planned sale was called off").
    """
    deed = columns.heads[word]
    verb = columns.heads[deed]
    if columns.tags[verb] not in ("VBD", "VBN"):
        return False
    if columns.deps[deed] == "obj":  # "completed its pending purchase"
        return columns.lowers[verb] in _CARRIED_OUT
    if columns.deps[deed] not in SUBJECTS:
        return False
    if any(
        columns.tags[child] == "MD" or columns.lowers[child] in _NEGATORS for child in columns.lefts(verb)
    ):
        return False
    told = {columns.lowers[verb], " ".join(columns.lowers[verb : verb + 2])}
    is_over = cue.effect == "future" and not _STOPPED.isdisjoint(told)
    return is_over or not _CARRIED_OUT.isdisjoint(told)


_CARRIED_OUT = WordSet("verdicts/carried_out")
_STOPPED = WordSet("verdicts/stopped")
_NEGATORS = WordSet("common/negator")


def _is_who_is_asked(word: int, path: Path) -> bool:
    """Whether a claim stands in the object of a request that is a price, or who is to do something."""
    way = path.below(word) if word in path else []
    columns = path.columns
    if _asks_about(columns, word):
        return True
    if not way or columns.deps[way[-1]] not in ("obj", "iobj"):
        return False
    if any(columns.tags[token].startswith("VB") for token in way):
        return False
    deeds = (*columns.rights(word), *columns.rights(way[-1]))
    is_asked_to = any(columns.tags[child] == "VB" for child in deeds if child > way[-1])
    # "We asked 400 people", but not "urged 40 cuts"
    is_heard = columns.tags[way[-1]] == "NNS" and columns.lowers[word] in _ASKING
    return is_asked_to or is_heard or columns.tags[way[-1]] in ("$", "CD")


_ASKING = WordSet("claims/asking")
_ASKED_ABOUT = WordSet("claims/asked_about")
_QUESTION_TOKENS = 16
"""How far behind "asked" its "about" may stand: "asked 400 people of 30 firms in nine towns about"."""


def _asks_about(columns: TokenColumns, word: int) -> bool:
    """Whether what is asked is a question and no request: "asked 400 people in nine towns about work"."""
    for token in range(word + 1, min(word + _QUESTION_TOKENS, len(columns.lowers) - 1)):
        if columns.lowers[token] in _ASKED_ABOUT:
            return columns.lowers[word] in _ASKING and columns.tags[token + 1] != "CD"
        if columns.pos[token] in ("PUNCT", "VERB", "PART"):
            return False
    return False


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
        return top in path and not _is_any_closed(columns, path.below(top), negates=True)
    if columns.pos[joined] in ("VERB", "AUX"):
        if joined not in path or _is_any_closed(columns, path.below(joined), negates=True):
            return False
        return not _is_other_conjunct(joined, path, word)
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


_DEFINITE = WordSet("common/definite")


def _is_within_subject(columns: TokenColumns, way: list[int]) -> bool:
    """Whether a claim stands in the subject of a hedged clause as what is there anyway: "The 40 trucks
    could be
    sold", "A firm of 10 workers could make"; not "40 people may have died", where the number itself is in
    doubt.
    """
    if not way or columns.deps[way[-1]] not in SUBJECTS:
        return False
    subject = way[-1]
    if len(way) > 2 or (len(way) == 2 and columns.deps[way[0]] not in ("nummod", "advmod", "amod")):
        return True
    if _is_definite(columns, subject):
        return True
    verb = columns.heads[subject]
    return any(
        columns.deps[child] == "obj"
        and any(columns.deps[below] == "nummod" for below in columns.children[child])
        for child in columns.rights(verb)
    )


def _is_done_by_subject(columns: TokenColumns, way: Sequence[int]) -> bool:
    """Whether a claim tells what the subject of a planned deed has behind it: "A chain founded in 1948 is to
    close"; not "A study, to be made in 2027, is to show".
    """
    return (
        bool(way)
        and columns.deps[way[-1]] in SUBJECTS
        and any(
            columns.tags[token] == "VBN"
            and columns.deps[token] == "acl"
            and not any(columns.lowers[child] == "to" for child in columns.lefts(token))
            for token in way
        )
    )


def _is_any_closed(columns: TokenColumns, way: Iterable[int], *, negates: bool) -> bool:
    """Whether a cue above some words does not reach what is below one of them."""
    return any(_is_closed(columns, token, negates=negates) for token in way)


def _is_closed(columns: TokenColumns, token: int, *, negates: bool) -> bool:
    relation = columns.deps[token]
    if relation in _OF_MISREAD_CLAUSES and columns.has_child(token, "cop"):
        return any(columns.deps[child] in SUBJECTS for child in columns.lefts(token))
    if (
        relation == "advcl" and not negates
    ):  # "to fall, beginning in May": a clause without a subject shares it
        return columns.tags[token] not in ("VBG", "VBN") or any(
            columns.deps[child] in SUBJECTS for child in columns.children[token]
        )
    return relation in (_CLOSED_TO_NEGATION if negates else _CLOSED_TO_HEDGES)


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


def _is_other_conjunct(top: int, path: Path, word: int) -> bool:
    """Whether the claim stands in a later clause that is joined to that of the cue and has a verb of its own.

    "It may not scale and has 5 wheels": the auxiliary belongs to the first clause alone. Conjuncts that are
    bare
    verbs or phrases share it: "may close in May or reopen in 2030".
    """
    columns = path.columns
    for token in path.below(top):
        if columns.deps[token] != "conj":
            continue
        if columns.tags[token] in INFLECTED or any(
            columns.deps[child] in SUBJECTS or columns.deps[child] in _OWN_CLAUSE
            for child in columns.children[token]
        ):
            return word < token
    return False


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
    if any(_is_counted_member(columns, token) or _is_definite(columns, token) for token in below):
        return False  # "no deaths and 12 injuries", "no member of the 40-strong crew"
    return not _is_any_closed(columns, below, negates=True)


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
    if columns.deps[told] not in _TOLD_BY_VERB or told < verb or _is_definite(columns, told):
        return False
    own = (told, *columns.lefts(told))
    before = range(verb + 1, min(own))
    if any(columns.lowers[token] == "than" and token + 1 not in own for token in before):
        return False  # "employs more people than Acme, with 400 staff", not "more than 400 people"
    if any(columns.lowers[child] == "since" for child in columns.lefts(told)):
        return True  # "has used the lock since 1990"
    return not any(columns.lowers[token] in _DEFINITE for token in before)


def _is_definite(columns: TokenColumns, noun: int) -> bool:
    """Whether a noun is one that the reader knows: "the 40 families"."""
    return any(columns.lowers[child] in _DEFINITE for child in columns.lefts(noun))


_BE = WordSet("claims/be")


def _is_equated(columns: TokenColumns, head: int) -> bool:
    """Whether a subject is said to be what its head is: "Its goal is to close"."""
    is_be = columns.lowers[head] in _BE
    return is_be or columns.has_child(head, "cop") or columns.has_child(head, "mark")


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


def _reaches_infinitive(cue: Cue, path: Path, *, negates: bool) -> bool:
    """Whether a cue ends in the "to" of the infinitive that the claim depends on: "made an offer to buy"."""
    columns = path.columns
    last = columns.token_at(cue.end - 1)
    if last and columns.lowers[last] == "be":
        last -= 1  # "is to be closed"
    if last is None or columns.lowers[last] != "to" or columns.tags[last] != "TO":
        return False
    verb = columns.heads[last]
    if not verb > last or verb not in path or _is_other_conjunct(verb, path, last):
        return False
    if not negates and _is_done_by_subject(columns, path.below(verb)):
        return False
    return not _is_any_closed(columns, path.below(verb), negates=negates)


def _reaches_deed_of(cue: Cue, path: Path) -> bool:
    """Whether a claim stands in the infinitive of a plan that tells whose it is, by the words: a tree often
    hangs that elsewhere, "an offer from Acme to buy".
    """
    columns = path.columns
    last = columns.token_at(cue.end - 1)
    if last is None:
        return False
    for to in range(last + 2, min(last + 2 + _LONGEST_WHOSE, path.root + 1)):
        if columns.tags[to] == "TO":
            verb = columns.heads[to]
            return verb in path and not _is_other_conjunct(verb, path, to)
        if columns.tags[to] in FINITE or columns.lowers[to] in _STOPS:
            return False
    return False


_LONGEST_WHOSE = 7  # tokens: "its largest shareholder, Acme,"


def _reaches_complement(word: int, path: Path, *, negates: bool) -> bool:
    """The claim depends on the cue, and not by way of its subject."""
    columns = path.columns
    relation, head = columns.deps[word], columns.heads[word]
    if relation == "amod" and head in path:  # "the alleged theft of 5 cars"
        return not _is_any_closed(columns, path.below(head), negates=False)
    is_read_as_noun = columns.lowers[head] + "s" in noun_like_verbs()  # "is due to resume", "set to open"
    if relation == "mark" or (relation == "case" and is_read_as_noun):  # "if it has 5 wheels"
        way = path.below(head) if head in path else []
        is_parted = any(_is_parted_conjunct(columns, token) for token in way)
        return head in path and not is_parted and not any(columns.deps[token] in _RELATIVES for token in way)
    if word in path:
        return _opens_complement(path, word, negates=negates)
    # "is likely to", "Its goal is to": some parses make the complement the head of the cue
    is_beside = (
        relation in ("aux", "cop") or (relation.startswith("nsubj") and _is_equated(columns, head))
    ) or (relation in ("advmod", "xcomp") and columns.pos[word] == "ADJ")
    if is_beside and head in path and path.root > word and not _is_other_conjunct(head, path, word):
        return not _is_any_closed(columns, path.below(head), negates=negates)
    return False


def _describes_amount(word: int, path: Path) -> bool:
    """Whether a cue is the participle behind an amount that it tells of: "the 2% decline predicted in June",
    "the 40 expected"; not "has 400 staff expected to leave", who are there.
    """
    columns = path.columns
    head = columns.heads[word]
    if columns.deps[word] != "acl" or columns.tags[word] != "VBN" or head not in path or path.root > word:
        return False
    if any(columns.tags[child] == "VB" for child in columns.rights(word)):
        return False
    is_beside = path.last == word - 1 or (head == word - 1 and len(path.below(head)) <= _DEEPEST_AMOUNT)
    return is_beside and path.root <= head


def _foretells_subject(word: int, path: Path) -> bool:
    """Whether an amount is the subject of what is expected: "Up to 20 inches of snow were expected"; not of
    what it is expected to do, nor one that is there anyway.
    """
    columns = path.columns
    if columns.tags[word] != "VBN" or word not in path:
        return False
    way = path.below(word)
    if not way or columns.deps[way[-1]] != "nsubj:pass" or len(way) > _DEEPEST_AMOUNT:
        return False
    if _is_definite(columns, way[-1]) or (len(way) == _DEEPEST_AMOUNT and way[0] > way[-1]):
        return False
    return not any(
        columns.tags[child].startswith("VB") and columns.deps[child] != "conj"
        for child in columns.rights(word)
    )


_DEEPEST_AMOUNT = 2  # "the 5.7 percent savings rate predicted": a number before what it measures


def _is_parted_conjunct(columns: TokenColumns, token: int) -> bool:
    """Whether a statement of its own is joined behind a comma: "whether he lied, and 40 of them left"."""
    if columns.deps[token] != "conj" or not columns.has_child(token, "cc"):
        return False
    if not any(columns.deps[child] in SUBJECTS for child in columns.lefts(token)):
        return False
    joint = next(child for child in columns.lefts(token) if columns.deps[child] == "cc")
    return columns.lowers[joint - 1] == ","


def _is_open(columns: TokenColumns, clause: int) -> bool:
    """Whether a clause is a gerund or an infinitive, which a parser may take for an adverbial: "urged them to
    close".
    """
    if columns.tags[clause] == "VBG":
        return True
    return columns.tags[clause] == "VB" and any(columns.lowers[c] == "to" for c in columns.lefts(clause))


def _joins_complement(columns: TokenColumns, clause: int) -> bool:
    """Whether a clause that is joined to a cue is a further complement of it: "to close and to reopen"."""
    if columns.tags[clause] == "VB":
        return any(columns.lowers[child] == "to" for child in columns.lefts(clause))
    return any(
        columns.deps[child] == "mark" and columns.lowers[child] == "that"
        for child in columns.children[clause]
    )


def _opens_complement(path: Path, top: int, *, negates: bool) -> bool:
    way = path.below(top)
    if not way:
        return True
    columns = path.columns
    last = way[-1]
    relation = columns.deps[last]
    if relation in SUBJECTS:  # "that it has 5 wheels is likely", but not "5 cars believe"
        is_told_of = columns.pos[top] in ("ADJ", "NOUN") and relation == "csubj"
        return is_told_of or (relation.startswith("csubj") and last > top)  # "It is rumoured that it has"
    if relation == "conj" and not _joins_complement(columns, last):
        return False
    if relation in ("parataxis", "acl:relcl", "appos"):  # "A third suspect, a 51-year-old dealer"
        return False
    if relation == "advcl" and columns.pos[top] != "ADJ" and not _is_open(columns, last):
        return False
    return not _is_any_closed(columns, way[:-1], negates=negates)
