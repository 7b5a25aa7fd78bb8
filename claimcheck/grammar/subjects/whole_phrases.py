"""The last word on how far the subject of a value reaches: with all that says which thing it is, and without
what marks only set beside it.

To which thing a value belongs is decided before (`finding`), often by its bare noun. A reader wants the
phrase as the article writes it: "goods" alone are not "the goods on the shelves", nor a "mission" "His
one-day mission".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS, SUBJECTS, case_of
from claimcheck.grammar.ordered_phrases import IN_PHRASE
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE, NOUN_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.columns import TokenColumns

Offsets = tuple[int, int]

_DAYS = WordSet("common/day")
_COMMON_NOUNS = frozenset({"NN", "NNS"})
_RELATIVES = WordSet("grammar/relative")
_MARKS = frozenset({",", ";", ":", "(", "[", "–", "—", "--"})
_TOLD_IN_BRACKET = re.compile(r" \((?![^()]*[A-Z]{2})(?:[a-z\d][^()]*|[^()]*:[^()]*)\)$")
_IN_MODIFIER = IN_PHRASE | {"IN", "TO", "CC", ","}
_LENGTH_OF_YEAR = 4
_MONTHS = WordSet("common/month")
_PARTING = frozenset({",", "–", "—", "--"})
_OPENING_ASIDE = frozenset({"IN", "TO", "VBN", "VBG", "RB", "RBR", "WDT", "WP", "WP$"})
_ASIDES = WordSet("grammar/opening_aside")
_KNOWING = WordSet("grammar/definite")
_OF_MANY = WordSet("grammar/measure_of_many")
_FRONTING = WordSet("grammar/of_whole")
_MOST_BETWEEN = 3
"""Words between what is said of a thing and the thing: "The 40-page (80 kB) secret | report"."""
_OF_CLAUSE = NOUN_SUBJECTS | {"cop", "mark", "aux"}
_MOST_BRANCHES = 4
"""Modifiers behind a noun, one behind another: "the number | of users | in Oslo | who ..."."""


def whole_phrase(columns: TokenColumns, found: Offsets, start: int, end: int) -> Offsets:
    """The subject of the words from `start` to `end` with all that says which thing it is."""
    found = _with_measure_word(columns, _with_owner(columns, found, start, end))
    return _with_restrictions(columns, found, start, end)


def _with_measure_word(columns: TokenColumns, found: Offsets) -> Offsets:
    """A subject with the word of measure that a tree takes for one beside it: "The average | daily rent"."""
    first = columns.token_at(found[0])
    if first is not None and first and columns.tags[first - 1] in ("RB", "JJ"):
        first -= columns.lowers[first - 1] not in _OF_MANY  # "The average | hourly | pay"
    if first is None or first < 2 or columns.lowers[first - 1] not in _OF_MANY:
        return found
    is_torn = columns.tags[first - 2] == "DT" and columns.tags[first] in _MEASURED
    return (columns.starts[first - 2], found[1]) if is_torn else found


_MEASURED = frozenset({"JJ", "RB", "NN", "NNS"})


def _with_restrictions(columns: TokenColumns, found: Offsets, start: int, end: int) -> Offsets:
    """The subject of the words from `start` to `end` with the modifiers behind its noun that say which thing
    it is; none that holds those words.
    """
    span = columns.span(*found)
    if span is None or columns.ends[span[1] - 1] != found[1]:
        return found
    first, last = span
    head = columns.root(first, last)
    is_gerund = columns.tags[head] == "VBG" and columns.deps[head] in SUBJECTS  # "Spending | on roads fell"
    if columns.tags[head] not in _COMMON_NOUNS and not is_gerund:
        return found
    while columns.deps[head].startswith("nmod") and columns.heads[head] < head:
        head = columns.heads[head]  # "Half of | the goods | on the shelves were"
    is_subject = columns.deps[head] in SUBJECTS and columns.heads[head] > head
    for _ in range(_MOST_BRANCHES):
        behind = next(_branches_behind(columns, first, last, is_subject=is_subject), None)
        if behind is None or (columns.starts[last] < end and columns.ends[behind - 1] > start):
            break
        if columns.ends[behind - 1] + 1 == start and not (is_subject and _is_verb(columns, behind)):
            break  # the words go on with it: "The restrictions that were in force | since 3 May"
        last = behind
    verb = _up_to_verb(columns, last, columns.heads[head]) if is_subject else last
    if is_subject and columns.heads[head] == last:
        verb = max(verb, _behind_participle(columns, last))
    if verb > last and not (columns.starts[last] < end and columns.ends[verb - 1] > start):
        last = verb
    return found[0], columns.ends[last - 1]


def _up_to_verb(columns: TokenColumns, last: int, above: int) -> int:
    """Where a subject ends whose last modifier a tree hangs elsewhere, so that it stands between the subject
    and its verb: "The yield | on bonds that mature in Oslo | fell".
    """
    verb = next((i for i in range(last, above + 1) if columns.tags[i] in FINITE), last)
    between = columns.tags[last:verb]
    if not between or between[0] != "IN" or between[-1] not in NOUN_TAGS:
        return last
    is_phrase = _IN_MODIFIER.issuperset(between) and ("," not in between or "CC" in between)
    is_time = any(_is_time(columns, i) for i in range(last, verb))
    return verb if is_phrase and not is_time else last


def _behind_participle(columns: TokenColumns, participle: int) -> int:
    """Where a subject ends whose participle a tree takes for its verb: "The birds | ringed in Oslo | weigh",
    "The homes | studied | have". What may as well be a past tense goes on only to an auxiliary.
    """
    tags = columns.tags
    if tags[participle] not in ("VBN", "VBD") or columns.has_child(participle, "aux"):
        return participle
    behind = range(participle + 1, min(participle + 1 + _LONGEST_PARTICIPLE, len(tags)))
    verb = next((i for i in behind if tags[i] in FINITE), participle)
    between = range(participle + 1, verb)
    if verb == participle or (tags[participle] == "VBD" and columns.lowers[verb] not in _AUXILIARIES):
        return participle
    if not between:
        return verb if tags[participle] == "VBD" else participle
    is_phrase = columns.deps[between[0]] == "case" and tags[between[-1]] in NOUN_TAGS
    is_phrase = is_phrase and tags[between[0]] == "IN" and _IN_MODIFIER.issuperset(tags[i] for i in between)
    is_phrase = is_phrase and ("CC" in tags[between[0] : verb] or "," not in tags[between[0] : verb])
    return verb if is_phrase and not any(_is_time(columns, i) for i in between) else participle


_LONGEST_PARTICIPLE = 12
_AUXILIARIES = WordSet("verdicts/auxiliary")


def _is_time(columns: TokenColumns, token: int) -> bool:
    """Whether a word is a day, a month or a year, which may only say when the clause is true."""
    word = columns.lowers[token]
    return word in _DAYS or word in _MONTHS or (columns.tags[token] == "CD" and len(word) == _LENGTH_OF_YEAR)


def _with_owner(columns: TokenColumns, found: Offsets, start: int, end: int) -> Offsets:
    """What the words from `start` to `end` stand before, with whose or which it is: "His one-day mission"."""
    span = columns.span(*found)
    claim = columns.span(start, end)
    if span is None or claim is None or not claim[1] <= span[0] <= claim[1] + _MOST_BETWEEN:
        return found
    head, opening = columns.root(*span), claim[0]
    if columns.tags[head] not in _COMMON_NOUNS:
        return found  # "the 2003 novel Obsession" is named
    branch = [head]
    for token in branch:
        below = columns.lefts(token) if token == head else columns.children[token]
        branch.extend(child for child in below if columns.deps[child] not in _OF_CLAUSE)
    while opening - 1 in branch and columns.tags[opening - 1] in IN_PHRASE:
        opening -= 1
    between = range(opening, claim[0])
    is_known = any(columns.tags[i] == "POS" or columns.lowers[i] in _KNOWING for i in between)
    return (columns.starts[opening], found[1]) if is_known else found


def without_asides(columns: TokenColumns, found: Offsets) -> Offsets:
    """A subject without what stands behind a comma or a dash and is no member of a list, and without a
    bracket at its end that is no short form: "Usual care, including two drugs", "Ann Ray, from Oslo",
    "8,367 deaths, 381 fewer than in 2011", "Users (mostly old)".
    """
    span = columns.span(*found)
    if span is None:
        return found
    first, last = span
    bracket = _TOLD_IN_BRACKET.search(columns.text, *found)
    if bracket is not None and columns.text.count("(", *found) == 1:
        return found[0], bracket.start()
    head = columns.root(first, last)
    if _is_time(columns, head):
        return found  # "Today, the band plays"
    for mark in range(head + 1, last - 1):
        if columns.words[mark] in _PARTING and _is_aside(columns, mark + 1, last):
            return found[0], columns.ends[mark - 1]
    return found


def without_opening(columns: TokenColumns, found: Offsets) -> Offsets:
    """A subject without the word that joins its clause or phrase to another: "said | that | costs fell"."""
    span = columns.span(*found)
    if span is None or span[1] - span[0] < 2 or columns.tags[span[0]] not in ("IN", "DT"):
        return found
    first, second = span[0], span[0] + 1
    comma = columns.text.find(", ", *found)
    if columns.tags[first] == "IN" and comma > 0 and columns.lowers[first] in _FRONTING:
        return comma + 2, found[1]  # "Among nurses, | support for it |"
    if comma > 0 and first > 0 and columns.tags[first - 1] == "IN" and columns.doc[first - 1].is_sent_start:
        return comma + 2, found[1]  # "As a whole, | enrolment |"
    is_joint = columns.lowers[first] == "that" and (
        columns.tags[first] == "IN" or columns.tags[second] == "NNS"
    )
    is_preposition = columns.tags[first] == "IN" and columns.tags[second] in ("DT", "PRP$")
    return (columns.starts[second], found[1]) if is_joint or is_preposition else found


def _is_aside(columns: TokenColumns, opening: int, last: int) -> bool:
    """Whether what begins behind a mark in a phrase is told beside it."""
    is_opened = columns.tags[opening] in _OPENING_ASIDE and columns.words[opening].islower()
    is_opened = is_opened or columns.tags[opening] in ("DT", "PRP$")
    if not is_opened and columns.lowers[opening] not in _ASIDES:
        return False
    top = opening
    while opening <= columns.heads[top] < last and columns.heads[top] != top:
        top = columns.heads[top]
    return columns.deps[top] not in ("conj", "flat", "compound")


def _branches_behind(columns: TokenColumns, first: int, last: int, *, is_subject: bool) -> Iterator[int]:
    """Where the branches end that begin right behind a phrase and hang on one of its nouns."""
    for noun in range(last - 1, first - 1, -1):
        if columns.tags[noun] not in NOUN_TAGS:
            continue
        for child in columns.rights(noun):
            if child < last:
                continue
            opening, behind = _edges(columns, child)
            # A tag may take the subject of the clause into the phrase: "The barns the firm | rented"
            is_torn = columns.deps[child] == "acl:relcl" and noun < opening < last
            if not (opening == last or is_torn) or not columns.words[opening][0].isalnum():
                continue  # what marks set off says nothing of which thing it is
            is_before_verb = is_subject and _is_verb(columns, behind)
            if _restricts(columns, child, (opening, behind), is_before_verb=is_before_verb):
                if columns.deps[child] == "acl:relcl":
                    behind = _first_mark(columns, opening, behind, is_before_verb=is_before_verb)
                yield behind


def _edges(columns: TokenColumns, token: int) -> tuple[int, int]:
    """First and last token, end exclusive, of what hangs on a token, marks at its end left out."""
    branch = [token]
    for one in branch:
        branch.extend(columns.children[one])
    behind = max(branch) + 1
    first = min(branch)
    while behind > token + 1 and not any(map(str.isalnum, columns.words[behind - 1])):
        if columns.words[behind - 1] == ")" and "(" in columns.words[first:behind]:
            break
        behind -= 1
    return first, behind


def _first_mark(columns: TokenColumns, first: int, last: int, *, is_before_verb: bool) -> int:
    """Where a mark ends what surely belongs to a clause; a list in it may go on up to the verb behind it."""
    if is_before_verb and "CC" in columns.tags[first:last]:
        return last
    return next((i for i in range(first, last) if columns.words[i] in _MARKS), last)


def _is_verb(columns: TokenColumns, token: int) -> bool:
    """Whether a finite verb stands at a token, adverbs before it aside."""
    while token < len(columns.tags) and columns.tags[token] == "RB":
        token += 1
    return token < len(columns.tags) and columns.tags[token] in FINITE


def _restricts(columns: TokenColumns, child: int, edges: tuple[int, int], *, is_before_verb: bool) -> bool:
    """Whether a branch behind a noun says which thing is meant, and surely belongs to the noun.

    Before the verb that the noun is the subject of, everything does. Elsewhere a tree may hang on the noun
    what belongs to its clause, but for complements with "of" and clauses that a relative pronoun opens.
    """
    relation = columns.deps[child]
    if relation == "acl:relcl":
        return _clause_restricts(columns, child, edges, is_before_verb=is_before_verb)
    if relation.startswith("nmod"):
        if _is_time(columns, child):
            return False  # "The team on Tuesday won"
        case = case_of(columns, child)
        if columns.tags[child] == "CD" or (case == "of" and columns.has_child(child, "nummod")):
            return False  # "prices in 2012", "a yield of 2 tons"
        return case == "of" or (is_before_verb and case is not None)
    is_bare_verb = columns.tags[child] in FINITE and edges[1] - edges[0] == 1  # "40 men | died"
    return relation == "acl" and is_before_verb and not is_bare_verb


def _clause_restricts(
    columns: TokenColumns, verb: int, edges: tuple[int, int], *, is_before_verb: bool
) -> bool:
    """Whether a relative clause says which thing is meant; one without a pronoun only before the verb."""
    opening, behind = edges
    if not is_before_verb:
        if columns.tags[columns.heads[verb]] == "NN" and columns.lowers[opening] == "which":
            return False  # mostly told of something before: "uses a 20 W charger which lasts the day"
        if behind == verb + 1 and not IN_PHRASE.isdisjoint(columns.tags[behind : behind + 1]):
            return False  # a tree took its object for another's subject: "The panel that audits | clinics"
        if "CD" in columns.tags[opening:behind]:
            return False  # its amount is told, not known: "after a renovation that cost $48 million"
    if columns.lowers[opening] in _RELATIVES:
        return True
    has_subject = any(columns.deps[left] in NOUN_SUBJECTS for left in columns.lefts(verb))
    is_one_clause = sum(columns.tags[i] in FINITE for i in range(opening, behind)) == 1
    return is_before_verb and has_subject and is_one_clause
