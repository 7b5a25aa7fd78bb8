"""How far cues reach that take a complement: "fail to", "deny that", "a proposal to", "asked 40 to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.scopes.paths import (
    STOPS,
    Path,
    is_any_closed,
    is_definite,
    is_other_conjunct,
    stands_in_clause_behind,
)
from claimcheck.grammar.subjects.edges import noun_like_verbs
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.reporting_subjects import SUBJECTS
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.reports.cues import Cue

_RELATIVES = frozenset({"acl:relcl"})


def reaches_what_is_meant(cue: Cue, word: int, path: Path, *, negates: bool) -> bool:
    """Whether the scope of a cue of `complement` or `request` holds the claim at the start of the path."""
    columns = path.columns
    if cue.scope == "request" and _is_who_is_asked(word, path):
        return False
    if cue.scope == "complement" and columns.deps[word] == "amod" and is_settled(cue, word, columns):
        return False
    words = cue.text.lower().split()
    if words[-1] in _OF_WHOM and words[0].removesuffix("s") in _PLANS:
        return _reaches_deed_of(cue, path)
    if columns.deps[word] != "mark" and stands_in_clause_behind(columns, word, path, _LED):
        return False
    is_foretold = cue.effect == "probable" and columns.lowers[word] in _FORETOLD
    if is_foretold and (_describes_amount(word, path) or _foretells_subject(word, path)):
        return True
    return _reaches_infinitive(cue, path, negates=negates) or _reaches_complement(word, path, negates=negates)


_OF_WHOM = frozenset({"from", "by", "for"})
"""Words that put who is to do it between a plan and its infinitive: "a proposal from Acme to buy it"."""
_PLANS = WordSet("grammar/plan_of_somebody")
_LED = WordSet("claims/leading_beside")
_FORETOLD = WordSet("claims/foretold")


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


_BE = WordSet("claims/be")


def _is_equated(columns: TokenColumns, head: int) -> bool:
    """Whether a subject is said to be what its head is: "Its goal is to close"."""
    is_be = columns.lowers[head] in _BE
    return is_be or columns.has_child(head, "cop") or columns.has_child(head, "mark")


def _reaches_infinitive(cue: Cue, path: Path, *, negates: bool) -> bool:
    """Whether a cue ends in the "to" of the infinitive that the claim depends on: "made an offer to buy"."""
    columns = path.columns
    last = columns.token_at(cue.end - 1)
    if last and columns.lowers[last] == "be":
        last -= 1  # "is to be closed"
    if last is None or columns.lowers[last] != "to" or columns.tags[last] != "TO":
        return False
    verb = columns.heads[last]
    if not verb > last or verb not in path or is_other_conjunct(verb, path, last):
        return False
    if not negates and _is_done_by_subject(columns, path.below(verb)):
        return False
    return not is_any_closed(columns, path.below(verb), negates=negates)


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
            return verb in path and not is_other_conjunct(verb, path, to)
        if columns.tags[to] in FINITE or columns.lowers[to] in STOPS:
            return False
    return False


_LONGEST_WHOSE = 7  # tokens: "its largest shareholder, Acme,"


def _reaches_complement(word: int, path: Path, *, negates: bool) -> bool:
    """The claim depends on the cue, and not by way of its subject."""
    columns = path.columns
    relation, head = columns.deps[word], columns.heads[word]
    if relation == "amod" and head in path:  # "the alleged theft of 5 cars"
        return not is_any_closed(columns, path.below(head), negates=False)
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
    if is_beside and head in path and path.root > word and not is_other_conjunct(head, path, word):
        return not is_any_closed(columns, path.below(head), negates=negates)
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
    if is_definite(columns, head) and columns.lowers[word] == "expected" and _stands_somewhere(columns, word):
        return False  # "the two men expected in court"
    is_beside = path.last == word - 1 or (head == word - 1 and len(path.below(head)) <= _DEEPEST_AMOUNT)
    return is_beside and path.root <= head


def _stands_somewhere(columns: TokenColumns, participle: int) -> bool:
    behind = columns.lowers[participle + 1 : participle + 3]
    return bool(behind) and behind[0] in ("in", "at", "back")


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
    if is_definite(columns, way[-1]) or (len(way) == _DEEPEST_AMOUNT and way[0] > way[-1]):
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
    return not is_any_closed(columns, way[:-1], negates=negates)
