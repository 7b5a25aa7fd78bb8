"""Of whom a share is: "the users" in "16% of the users agreed", "homes" in "109 (19.1%) had gardens"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import (
    CLAUSE_STARTS,
    IN_PHRASE,
    NOUNS,
    phrase_before,
)
from claimcheck.grammar.subjects.pointed_back import are_several, pointed_at, without_amount
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:all|the|these|those|its|their|our|his|her)\s+)*")
_FRONTED = WordPattern(
    r"[\s•*–-]*(?:<grammar/of_whole>|(?P<turning><grammar/turning_to>))\s+(?P<population>[^,]{2,80}),\s",
    re.IGNORECASE,
)
"""What a sentence opens with and then tells the parts of: "Among the users,", "Looking at the users,"."""
_PERCENT = WordPattern(r"\s?(?:<common/percent>)")
_BRACKETED = re.compile(r" \([^()]{1,60}\)")
"""A share once more, or how it was counted: "Two thirds (66%) of the staff", "10% (n = 43) of nurses"."""
_POINTING = WordSet("grammar/pointing")


def share_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The population of a share that is itself the subject of its clause: "16% of the users agreed"; the same
    population for one that leaves it out: "..., and 70% felt safe".
    """
    if quantity.kind != "percent":
        return None
    if _follows_with(columns, sentence, quantity):
        own = _population(columns, sentence, quantity)
        return own or _population_before(columns, sentence, quantity)
    if _is_of_doers(columns, quantity) or _is_included(columns, sentence, quantity):
        people = _population(columns, sentence, quantity)
        if people is not None and _are_people(columns, people):
            return people
    beaten = _beaten_side(columns, sentence, quantity)
    if beaten is not None:
        return beaten
    held_against = _held_against_share(columns, sentence, quantity)
    if held_against is not None:
        return held_against
    if not _is_clause_subject(columns, sentence, quantity):
        return None
    own = _population(columns, sentence, quantity)
    if own is not None:
        return own
    fronted = _FRONTED.match(columns.text, sentence.start, quantity.start)
    if fronted is not None and not _is_only_looked_at(columns, sentence, quantity, fronted):
        return without_amount(sentence, fronted.span("population"))
    earlier = _population_before(columns, sentence, quantity) or _bracketed_before(
        columns, sentence, quantity
    )
    return earlier or _counted_before(columns, sentence, quantity)


def _bracketed_before(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The people whose share a bracket told before: "Most Danes (61%) agree, while 30% do not"."""
    for other in reversed(sentence.quantities):
        if other.end <= quantity.start and other.kind == "percent" and columns.text[other.start - 1] == "(":
            people = phrase_before(columns, sentence, other.start - 1)
            return people if are_several(columns, people) else None
    return None


def _beaten_side(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The name whose share stands second: "Sund" for the 43% of "Ray leads Sund 45% to 43%"."""
    own = next(
        (q for q in sentence.quantities if q.kind == "percent" and _is_against(columns, q, quantity)), None
    )
    if own is None:
        return None
    beaten = next((n for n in sentence.names if columns.text[n.end : own.start] in (" ", ", ")), None)
    first = None if beaten is None else columns.token_at(beaten.start)
    if beaten is None or first is None:
        return None
    before = columns.lowers[max(sentence.span.start, first - _MOST_TITLES) : first]
    return None if _BEATING.isdisjoint(before) else (beaten.start, beaten.end)


def _is_against(columns: TokenColumns, own: Quantity, other: Quantity) -> bool:
    return own.end < other.start and columns.text[own.end : other.start].strip() in ("to", "-", "–")


_MOST_TITLES = 5
_BEATING = WordSet("grammar/beating")


def _held_against_share(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The population of a share that only stands beside that of another one, whose own population is told of:
    "women" for the 25% of "45% of men could read, but only 25% of women".
    """
    joint = _BESIDE_SHARE.search(columns.text, sentence.start, quantity.start)
    own = None if joint is None else _population(columns, sentence, quantity)
    if joint is None or own is None:
        return None
    for other in reversed(sentence.quantities):
        if other.end <= joint.start() and other.kind == "percent":
            population = _population(columns, sentence, other)
            if population is not None and population[1] <= joint.start():
                is_told = share_subject(columns, sentence, other) == population
                return own if is_told else None
    return None


_BESIDE_SHARE = WordPattern(
    r"(?:,? (?:<grammar/share_joint>)|,) (?:(?:<grammar/hedging_amount>) )*$", re.IGNORECASE
)


def _is_of_doers(columns: TokenColumns, quantity: Quantity) -> bool:
    """Whether a share is of those by or among whom something is done: "was named by 33% of users"."""
    first = columns.token_at(quantity.start)
    return first is not None and first > 0 and columns.lowers[first - 1] in _OF_DOERS


def _is_included(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a share is of some of the people told of: "Most staff agree, | including | 86% of nurses"."""
    return columns.text.endswith(", including ", sentence.start, quantity.start)


def _are_people(columns: TokenColumns, things: Offsets) -> bool:
    noun = columns.root_at(*things)
    return noun is not None and columns.lowers[noun] in _POPULATIONS


_POPULATIONS = WordSet("grammar/population")
_OF_DOERS = WordSet("grammar/before_doers")


def _is_only_looked_at(
    columns: TokenColumns, sentence: Sentence, quantity: Quantity, fronted: re.Match[str]
) -> bool:
    """Whether what a sentence turns to at its opening is not what the share is of: "Looking at Norway, about
    40% are women", "Looking at the figures, 40% had left".
    """
    if fronted["turning"] is None:
        return False
    root = columns.root_at(*fronted.span("population"))
    if root is None or columns.tags[root] != "NNS" or columns.lowers[root] in _LOOKED_AT:
        return True
    share = columns.token_at(quantity.start)
    behind = range(sentence.span.start if share is None else share + 1, sentence.span.end)
    return any(columns.pos[noun] == "NOUN" and columns.has_child(noun, "cop") for noun in behind)


_LOOKED_AT = WordSet("grammar/what_is_looked_at")


def is_share_of_nobody(columns: TokenColumns, sentence: Sentence, quantity: Quantity, found: Offsets) -> bool:
    """Whether a share is the subject of a joined clause that does not say whose it is, and what was found is
    the single subject of the clause before: "Their mean age was 52, and 54 percent were women".
    """
    if quantity.kind != "percent" or found[1] > quantity.start:
        return False
    fronted = _FRONTED.match(columns.text, sentence.start, quantity.start)
    if fronted is not None and _is_only_looked_at(columns, sentence, quantity, fronted):
        return found[1] <= fronted.end()
    joint = _JOINED_CLAUSE.search(columns.text, found[1], quantity.start)
    last = columns.token_at(found[1] - 1)
    if joint is None or last is None or columns.tags[last] not in ("NN", "NNP"):
        return False
    if fronted is not None:
        return False  # "Of those at home, 57 percent slept, while 19 percent read"
    return _is_clause_subject(columns, sentence, quantity)


def is_share_itself(columns: TokenColumns, sentence: Sentence, found: Offsets) -> bool:
    """Whether a subject is only a share that does not say whose it is: "Just 14%", "A median of 46%"."""
    shares = (q for q in sentence.quantities if q.kind == "percent" and found[0] <= q.start < found[1])
    share = next(shares, None)
    if share is None or found[1] > max(share.end, share.number_end):
        return False
    if _population(columns, sentence, share) is not None:
        return False  # "A total of 46% of the shares"
    before = columns.span(found[0], share.start) if found[0] < share.start else (0, 0)
    return before is not None and all(
        columns.tags[i] in _HEDGING or columns.lowers[i] in _OF_MANY for i in range(*before)
    )


_HEDGING = frozenset({"RB", "RBR", "DT", "JJ", "JJR", "IN", ","})
_OF_MANY = WordSet("grammar/measure_of_many")


def tells_of_nobody(columns: TokenColumns, sentence: Sentence, quantity: Quantity, found: Offsets) -> bool:
    """Whether a share right before its verb does not say whose it is, and what was found is no people told of
    before it: a word of what they say, or who reports it: "Half said that | prices | rose, and 53% said so".
    """
    behind = columns.token_at(_end_of_share(columns, sentence, quantity) + 1)
    while behind is not None and behind < sentence.span.end and columns.tags[behind] == "RB":
        behind += 1
    if behind is None or behind >= sentence.span.end:
        return False
    is_past = columns.tags[behind] == "VBN" and columns.tags[behind + 1 : behind + 2] in _OBJECT_BEHIND
    if columns.tags[behind] not in FINITE and not is_past and not _is_plural_verb(columns, behind):
        return False
    if _OF_POINTED.search(columns.text, quantity.start, columns.starts[behind]) is not None:
        return False  # "a profit of $2 million, a fifth of which went to its staff"
    if not _is_clause_subject(columns, sentence, quantity):
        return False
    if share_subject(columns, sentence, quantity) is not None:
        return False
    root = columns.root_at(*found)
    if found[1] > quantity.start or root is None or columns.tags[root] not in ("NNS", "NNPS"):
        return True
    return any(q.kind == "percent" and q.end <= found[0] for q in sentence.quantities)


_OBJECT_BEHIND = (["DT"], ["PRP"], ["PRP$"])  # "14 percent | named | the mayor", taken for a participle
_OF_POINTED = re.compile(r"\bof (?:which|whom|them|these|those)\b")


def _end_of_share(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> int:
    """Where a share ends, with the bracket behind it and without a verb that was taken for what it is of."""
    end = quantity.end
    if quantity.of_start is not None and quantity.number_start < quantity.of_start:
        of = columns.token_at(quantity.of_start)
        if of is not None and (columns.tags[of] in FINITE or _is_plural_verb(columns, of)):
            end = len(columns.text[: quantity.of_start].rstrip())
    again = _BRACKETED.match(columns.text, end, sentence.end)
    return end if again is None else again.end()


_JOINED_CLAUSE = WordPattern(r"(?:[,;] (?:<grammar/clause_joint>) |; )(?:(?:<grammar/hedging_amount>) )?$")


def _counted_before(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The people or things that the same sentence counted: "asked 900 adults, and 30 percent were new"."""
    text = columns.text
    is_joined = _JOINED_CLAUSE.search(text, sentence.start, quantity.start) is not None
    if not is_joined and _FINDING.search(text, sentence.start, quantity.start) is None:
        return None
    for other in reversed(sentence.quantities):
        if other.end <= quantity.start and other.kind == "count" and other.of_end is not None:
            things = (other.of_start or other.number_end, other.of_end)
            return things if are_several(columns, things) else None
    return None


_FINDING = WordPattern(
    r"\b(?:<grammar/asking_people>)\b.* that (?:(?:<grammar/hedging_amount>) )?$", re.IGNORECASE | re.DOTALL
)
"""What asks the people of whom a share is: "A poll of 900 nurses found that | 38% had left"."""


def population_of(columns: TokenColumns, sentence: Sentence, phrase: Offsets) -> Offsets | None:
    """Of whom a share is that is the subject of a clause: "the staff" for "10% of the staff"."""
    for quantity in sentence.quantities:
        if quantity.kind == "percent" and quantity.start <= phrase[0] < quantity.end:
            return _population(columns, sentence, quantity)
    return None


def _population_before(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The population of an earlier share of the sentence."""
    for other in reversed(sentence.quantities):
        if other.end <= quantity.start and other.kind == "percent":
            population = _population(columns, sentence, other)
            if population is not None:
                return population
    return None


def _follows_with(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a share is the subject of a reduced clause: "with only 76% of respondents using Go", and of one
    beside that: "with 40% using it and 30% | not caring".
    """
    share: Quantity | None = quantity
    for _ in range(_MOST_BESIDE):
        if share is None or not _has_reduced_clause(columns, sentence, share):
            return False
        if _BEHIND_WITH.search(columns.text, sentence.start, share.start) is not None:
            return True
        share = _share_beside(columns, sentence, share)
    return False


_MOST_BESIDE = 6
"""How many reduced clauses beside each other are looked through for the "with" that they all follow."""


def _has_reduced_clause(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether what follows a share, and those listed with it, is a clause without a finite verb."""
    quantity = _last_of_shares(columns, sentence, quantity)
    token = columns.token_at(quantity.start)
    if token is None:
        return False
    is_bracketed = False
    for place in range(token, min(token + MAX_POPULATION_TOKENS, sentence.span.end)):
        if columns.starts[place] >= quantity.end and columns.tags[place] in _REDUCED:
            return True
        if columns.words[place] in "()":
            is_bracketed = columns.words[place] == "("
        elif columns.lowers[place] in CLAUSE_STARTS and not is_bracketed:
            return False
    return False


def _share_beside(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """The share before one whose clause it goes on with: "with 40% using it and | 30% not caring"."""
    joint = _BESIDE_WITH.search(columns.text, sentence.start, quantity.start)
    earlier = [q for q in sentence.quantities if q.end < quantity.start and q.kind == "percent"]
    if joint is None or not earlier or earlier[-1].end > joint.start():
        return None
    between = columns.span(earlier[-1].end, joint.start())
    if between is None or not FINITE.isdisjoint(columns.tags[slice(*between)]):
        return None
    return earlier[-1]


_BESIDE_WITH = WordPattern(
    r",? (?:and|or) (?:(?:<grammar/hedging_amount>) )?$|, (?:(?:<grammar/hedging_amount>) )?$"
)


def _last_of_shares(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Quantity:
    """The last of a list of shares, each with its own population: "31% of nurses, 27% of cooks and | 11% of
    drivers | saying".
    """
    for other in sentence.quantities:
        if other.start < quantity.end or other.kind != "percent":
            continue
        population = _population(columns, sentence, quantity)
        if population is None or _BESIDE_SHARE.fullmatch(columns.text, population[1], other.start) is None:
            break
        quantity = other
    return quantity


_BEHIND_WITH = WordPattern(r"\bwith (?:(?:<grammar/hedging_amount>) )?$", re.IGNORECASE)
MAX_POPULATION_TOKENS = 9
_REDUCED = frozenset({"VBG", "VBN"})


def _before_opening_date(columns: TokenColumns, sentence: Sentence, token: int) -> int:
    """Where a sentence begins whose opening date stands before a token: "In May 2013 10% of the staff"."""
    for date in sentence.dates:
        if columns.text[date.end : columns.starts[token]].strip() in ("", ",", "only") and not any(
            character.isalnum() for character in columns.text[sentence.start : date.phrase_start]
        ):
            return sentence.span.start
    return token


def _is_clause_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether no verb stands between the start of the clause and the share, and one follows it."""
    first, last = sentence.span.start, sentence.span.end
    token = columns.token_at(quantity.start)
    if token is None:
        return False
    for place in range(_before_opening_date(columns, sentence, token) - 1, first - 1, -1):
        if columns.lowers[place] in _CLAUSE_OPENINGS or columns.tags[place] == "``":
            break
        if _is_told(columns, sentence, quantity, place):
            break
        if columns.tags[place] in FINITE or columns.tags[place] in ("VB", "VBG", "IN", "TO"):
            return False
    for place in _outside_asides(columns, token, last):
        tag = columns.tags[place]
        if tag in FINITE or (tag == "VBN" and columns.tags[place - 1] in NOUNS):
            return True  # a past tense is often taken for a participle
        if _is_plural_verb(columns, place) and columns.starts[place] >= quantity.number_end:
            return True
        is_to_do = tag == "TO" or (tag == "VB" and columns.tags[place - 1] == "TO")
        if is_to_do and columns.lowers[place - (1 if tag == "TO" else 2)] in _DISPOSED:
            continue  # "40% of Danes likely | to vote | say they will"
        if tag in ("VB", "TO") and columns.starts[place] >= quantity.end:
            return tag == "VB"  # a plural is often taken for an infinitive: "over half believe"
        if columns.lowers[place] in (";", ",") and columns.starts[place] >= quantity.end:
            return columns.lowers[place - 1] in _POINTING
    return False


_CLAUSE_OPENINGS = WordSet("grammar/share_clause_opening")
_DISPOSED = WordSet("grammar/disposed")
_LIKE_NOUNS = WordSet("grammar/plural_verb_like_noun")
_TAKING_CLAUSE = WordSet("grammar/taking_clause")
_SAYING = WordSet("reports/clausal")


def _is_plural_verb(columns: TokenColumns, place: int) -> bool:
    """Whether a word behind a plural or a share is its verb, which a tagger took for a noun: "57% of adults |
    support | research into it", "57% | support | it". Not where a verb follows its phrase, nor where it takes
    a complement as a noun does: "10% of sales | support | staff left", "57% | support | for it".
    """
    if place < 1 or columns.tags[place] not in _READ_FOR_PLURAL or columns.lowers[place] not in _LIKE_NOUNS:
        return False
    behind = place + 1
    if columns.lowers[place - 1] in _PERCENT_WORDS:
        return behind >= len(columns.tags) or columns.tags[behind] in _BEHIND_VERB
    if columns.tags[place - 1] not in ("NNS", "NNPS") or columns.tags[place] == "VB":
        return False
    while behind < len(columns.tags) and columns.tags[behind] in IN_PHRASE:
        behind += 1
    return place + 1 < behind < len(columns.tags) and columns.tags[behind] not in FINITE


_READ_FOR_PLURAL = frozenset({"NN", "VB", "JJ"})
_PERCENT_WORDS = WordSet("grammar/percent")
_BEHIND_VERB = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "RB", ".", ",", ":"})


def _is_told(columns: TokenColumns, sentence: Sentence, quantity: Quantity, place: int) -> bool:
    """Whether a share opens what the verb before it tells: "The survey finds | 30% of fish are rare"."""
    is_telling = columns.lowers[place] in _TAKING_CLAUSE and columns.lowers[place] not in _SAYING
    if columns.tags[place] not in FINITE or not is_telling:
        return False  # what somebody says is a report, whose subject is read with it
    between = columns.text[columns.ends[place] : quantity.start].strip()
    if between and _HEDGED.fullmatch(between) is None:
        return False
    population = _population(columns, sentence, quantity)
    behind = None if population is None else columns.token_at(population[1] + 1)
    return behind is not None and behind < sentence.span.end and columns.tags[behind] in FINITE


_HEDGED = WordPattern(r"(?:<grammar/hedging_amount>)(?: (?:<grammar/hedging_amount>))*", re.IGNORECASE)


def _outside_asides(columns: TokenColumns, first: int, last: int) -> Iterator[int]:
    """The tokens less what commas set apart: "A third of staff at the plant, where 900 work, have left"."""
    places = iter(range(first, last))
    for place in places:
        if columns.lowers[place] == "," and _opens_aside(columns, place + 1, last):
            next((i for i in places if columns.lowers[i] == ","), None)
        else:
            yield place


def _opens_aside(columns: TokenColumns, token: int, last: int) -> bool:
    """Whether a relative clause or another name for an amount stands between commas from a token on."""
    return token < last and (columns.tags[token] in _RELATIVES or columns.lowers[token] == "or")


_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


_NEVER_POPULATION = FINITE | {"RB"}


def _population(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    again = _BRACKETED.match(columns.text, quantity.end, sentence.end)
    of = _OF.match(columns.text, quantity.number_end, sentence.end) or _OF.match(
        columns.text, quantity.end if again is None else again.end(), sentence.end
    )
    if of is None:
        percent = _PERCENT.match(columns.text, quantity.number_end, sentence.end)
        of = None if percent is None else _OF.match(columns.text, percent.end(), sentence.end)
    if of is None:
        if quantity.of_start is None or quantity.of_end is None or quantity.of_start <= quantity.number_start:
            return None
        of_word = columns.token_at(quantity.of_start)
        if (
            of_word is not None
            and columns.ends[of_word] == quantity.of_end
            and (_is_plural_verb(columns, of_word) or columns.tags[of_word] in _NEVER_POPULATION)
        ):
            return None  # "40% | agree |", "20% | somewhat | opposed"
        # "half the applicants", "one in three people", "one nurse in three"
        return quantity.of_start, quantity.of_end
    start = of.end()
    first = columns.token_at(start)
    if first is None:
        return None
    is_bare = columns.tags[first] not in IN_PHRASE  # "39% of these are", not "39% of these flaws are"
    if columns.lowers[first] in _POINTING or (
        is_bare and columns.text[of.start() : start].split()[-1] in _POINTING
    ):
        return pointed_at(columns, sentence, of.start())
    last = first
    while last + 1 < sentence.span.end and (
        columns.tags[last + 1] in IN_PHRASE or _joins_adjectives(columns, last + 1)
    ):
        if columns.tags[last + 1] in _REDUCED and columns.tags[last] in NOUNS:
            break  # "43% of businesses used the web", "12% of users surveyed"
        if _is_plural_verb(columns, last + 1):
            break
        last += 1
    if last + 2 < sentence.span.end and columns.lowers[last + 1] in ("in", "of"):
        inner = last + 2
        while inner < sentence.span.end and columns.tags[inner] in IN_PHRASE:
            inner += 1
        last = max(last, inner - 1) if inner > last + 2 else last
    return (start, columns.ends[last]) if columns.tags[last] in NOUNS else None


def _joins_adjectives(columns: TokenColumns, joint: int) -> bool:
    """Whether a word joins two adjectives of one noun: "both White | and | Hispanic adults"."""
    around = columns.tags[joint - 1], *columns.tags[joint + 1 : joint + 3]
    return columns.tags[joint] == "CC" and around in (("JJ", "JJ", "NNS"), ("NNP", "JJ", "NNS"))
