"""What an amount in brackets is said of: mostly what stands right before the bracket.

"Norway (97 %)" is about Norway. Where the words before it only tell what people do ("most respondents read on
phones (63%)"), how somebody is placed ("with Emacs a close second (35%)"), or what something is measured
against ("better than Orbit (+4%)"), the amount is of those people, of that name, of the clause.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.noun_phrases import SUBJECTS
from claimcheck.grammar.ordered_phrases import (
    IN_PHRASE,
    first_phrase,
    ordered_subject,
    phrase_before,
    with_complement,
)
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence

Offsets = tuple[int, int]

_VERSUS = re.compile(r"\b(?:vs?\.?|versus|against|compared (?:with|to))\s", re.IGNORECASE)
_SIGNED = re.compile(r"[(\[]\s*[+\-−–]\s?\d")
_NO_SIDES = re.compile(r"\b(?:more|less|fewer|other|rather|no sooner) $")
_THAN = re.compile(r"\bthan\b")
_PLACED = re.compile(r"\bwith (?:the )?(?=\w)")
_ITS_PLACE = re.compile(r" (?:an?|the) [\w-]+(?: [\w-]+){0,2} ?")
_LONGEST_PLACE = 70
_POPULATIONS = WordSet("grammar/population")
_BESIDE = frozenset({",", "and", "or", "&"})
_LONGEST_WAY = 30
"""Words between people and the bracket that tells how many of them."""


def bracketed_subject(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """What the bracket that a claim is in tells of: "Iceland" in "Iceland (96 %)"."""
    text = columns.text
    opening = max(text.rfind("(", sentence.start, start), text.rfind("[", sentence.start, start))
    if opening < 0 or _closes(text, opening, start):
        return None
    closing = _closing(text, opening, sentence.end)
    first, last = columns.token_at(opening), columns.token_at(start)
    if first is None or last is None or closing < 0:
        return None
    is_parted = _SHARES_FOR.fullmatch(text, opening + 1, closing) is not None
    told = _TOLD_FOR.match(text, _end_of_amount(sentence, start), closing) if is_parted else None
    if told is not None:
        return first_phrase(columns, told.end(), closing)
    if any(columns.tags[i] in FINITE for i in range(first, last)):
        return None
    versus = _VERSUS.search(text, opening, closing)
    if versus is not None:
        return _of_two_sides(columns, sentence, opening, is_first=start < versus.start())
    is_participle = columns.tags[first + 1] == "VBG" and "," not in text[opening:start]
    if is_participle or _closes_quoted_clause(columns, sentence, opening):
        return None  # of the clause: "kept falling for years (reaching 4% in 2018)"
    than = _THAN.search(text, sentence.start, opening)
    if than is not None and _SIGNED.match(text, opening):
        # "better than Orbit (+4%)": by how much, no property of Orbit
        return ordered_subject(columns, sentence, sentence.start, than.start())
    placed = _placed(columns, sentence, opening)
    phrase = phrase_before(columns, sentence, opening)
    if phrase is None or placed is not None:
        return placed
    is_share = "%" in text[start:closing] or "per" in text[start:closing]
    is_compared = than is not None or _THAN.search(text, closing, sentence.end) is not None
    # "More people died in Oslo (45%) than in Bergen (12%)" tells of the two towns
    others = _people_who(columns, sentence, phrase) if is_share and not is_compared else None
    if others is not None or _holds_quantity(sentence, phrase):
        return others
    return _pair_in_list(columns, sentence, phrase, opening) or with_complement(columns, sentence, phrase)


def _of_two_sides(
    columns: TokenColumns, sentence: Sentence, opening: int, *, is_first: bool
) -> Offsets | None:
    """Whose a figure is in a bracket that sets two against each other: "Kent" of the first, "Surrey" of the
    second in "Kent did better than Surrey (92% vs. 70%)". None where no thing stands right behind "than".
    """
    than = [match.span() for match in _THAN.finditer(columns.text, sentence.start, opening)]
    second = first_phrase(columns, than[-1][1] + 1, opening) if than else None
    if second is None or second[0] != than[-1][1] + 1 or "," in columns.text[second[1] : opening]:
        return None  # "less common with drug A than with placebo (12% vs. 30%)"
    if _NO_SIDES.search(columns.text, sentence.start, than[-1][0]) or not columns.text[second[0]].isalpha():
        return None  # "took more than 12 votes"
    first = ordered_subject(columns, sentence, sentence.start, than[-1][0])
    between = columns.span(first[1], than[-1][0]) if first is not None else None
    if between is not None and any(columns.tags[i] == "IN" for i in range(*between)):
        return first  # "higher among women than men (62% vs. 48%)": both are of what was higher
    return first if is_first else second


def _end_of_amount(sentence: Sentence, start: int) -> int:
    return next((q.end for q in sentence.quantities if q.start <= start < q.end), start)


_SHARES_FOR = WordPattern(
    r"[+\-−–]?\d[\d.,]*\s?(?:<common/percent>) for [a-z][a-z -]*"
    r"(?:(?:,? and |, )[+\-−–]?\d[\d.,]*\s?(?:<common/percent>) for [a-z][a-z -]*)+"
)
_TOLD_FOR = re.compile(r" for (?!an? |the |each |every )(?=[a-z])")
"""What a bracket itself says that an amount is for: "grew fast (12% for | wind | and 20% for | sun |)"."""


def _pair_in_list(columns: TokenColumns, sentence: Sentence, phrase: Offsets, opening: int) -> Offsets | None:
    """The pair that is one member of a list whose other members have brackets too: "fuel (£9m), cars and
    lorries (£7m) and food (£2m)".
    """
    text = columns.text
    pair = _PAIR.search(text, max(sentence.start, opening - _LONGEST_PAIR), opening)
    if pair is None or pair.end("second") != phrase[1] or pair.start("second") > phrase[0]:
        return None
    first = columns.token_at(pair.start("first"))
    if first is None or _BRACKETS_BEHIND.search(text, opening, sentence.end) is None:
        return None
    before = range(first, columns.token_at(opening) or first)
    is_plain = all(columns.tags[i] in IN_PHRASE or columns.tags[i] == "CC" for i in before)
    return (pair.start("first"), phrase[1]) if is_plain else None


_LONGEST_PAIR = 80
_PAIR = re.compile(r"\)[,;] (?P<first>[a-z][\w’' -]*? and (?P<second>[\w’' -]+?)) ?$")
_BRACKETS_BEHIND = re.compile(r"\([^()]*\d[^()]*\)(?:[,;]| and|,? &)")


def _closes_quoted_clause(columns: TokenColumns, sentence: Sentence, opening: int) -> bool:
    """Whether a bracket stands behind a quotation that is more than a noun phrase, which people say or feel:
    "felt “proud of their firm” (29%)".
    """
    before = len(columns.text[:opening].rstrip())
    start = _QUOTED.search(columns.text, max(sentence.start, before - _LONGEST_QUOTED), before)
    span = None if start is None else columns.span(start.start() + 1, before - 1)
    return span is not None and not _OF_CLAUSES.isdisjoint(columns.tags[slice(*span)])


_LONGEST_QUOTED = 90
_QUOTED = re.compile(r"“[^“”]+”$|\"[^\"]+\"$")
_OF_CLAUSES = FINITE | {"VB", "VBN", "VBG"}


def _people_who(columns: TokenColumns, sentence: Sentence, phrase: Offsets) -> Offsets | None:
    """The people whose clause an adjunct before a bracket belongs to: "Most readers" in "Most readers read it
    at home (71%)".
    """
    first = columns.token_at(phrase[0])
    if first is None:
        return None
    while first - 1 > sentence.span.start and columns.lowers[first - 1] in _BESIDE:
        earlier = phrase_before(columns, sentence, _end_before_bracket(columns, first - 2))
        token = None if earlier is None else columns.token_at(earlier[0])
        if token is None or token >= first:
            return None
        first = token
    if first <= sentence.span.start:
        return None
    if columns.tags[first - 1] != "IN" or columns.lowers[first - 1] in ("of", "than"):
        return None
    for token in range(first - 2, max(sentence.span.start, first - _LONGEST_WAY) - 1, -1):
        if columns.lowers[token] not in _POPULATIONS:
            continue
        is_subject = columns.deps[token] in SUBJECTS or columns.tags[token + 1] in FINITE
        is_subject = is_subject and not FINITE.isdisjoint(columns.tags[token + 1 : first])
        return phrase_before(columns, sentence, columns.ends[token]) if is_subject else None
    return None


def _end_before_bracket(columns: TokenColumns, last: int) -> int:
    """Where the words before a bracket end, if token `last` closes one, else where that token ends."""
    if columns.words[last] == ")":
        opening = columns.text.rfind("(", 0, columns.starts[last])
        return len(columns.text[:opening].rstrip())
    return columns.ends[last]


def _placed(columns: TokenColumns, sentence: Sentence, opening: int) -> Offsets | None:
    """The name that a place in an order is given to: "Emacs" in "with Emacs a close second (35%)"."""
    before = _PLACED.search(columns.text, max(sentence.start, opening - _LONGEST_PLACE), opening)
    if before is None:
        return None
    for name in sentence.names:
        if before.end() == name.start and _ITS_PLACE.fullmatch(columns.text, name.end, opening):
            return name.start, name.end
    return None


def _closes(text: str, start: int, end: int) -> bool:
    return ")" in text[start:end] or "]" in text[start:end]


def _closing(text: str, opening: int, end: int) -> int:
    places = [place for mark in ")]" if (place := text.find(mark, opening, end)) >= 0]
    return min(places, default=-1)


def _holds_quantity(sentence: Sentence, phrase: Offsets) -> bool:
    return any(q.start < phrase[1] and q.end > phrase[0] for q in sentence.quantities)
