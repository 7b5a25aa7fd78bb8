"""Works and the years that they are of: "the 1972 arcade game Pong", "Emma (1815)"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claimcheck.claims.dated.openings import token_after
from claimcheck.dates.contexts import is_year_of_publication
from claimcheck.grammar.descriptions.terms import quoted_title_until
from claimcheck.grammar.phrases import QUOTES
from claimcheck.grammar.stepping import title_from, title_until
from claimcheck.grammar.verb_groups import MAX_GAP_TOKENS
from claimcheck.names.lists import load_cues

if TYPE_CHECKING:
    from claimcheck.dates.finding import DateExpression
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.grammar.phrases import Phrase


def work_of_the_year(grammar: SentenceReading, date: DateExpression) -> tuple[Offsets, int] | None:
    """The work that a year stands before, and where the word for it ends: "the 1972 arcade game Pong".

    With the work in apposition it is that: "a 1978 sequel, Winter Tides".
    """
    if date.kind == "year" and (owned := _owned_title(grammar, date)) is not None:
        return owned, 0
    has_owner = grammar.columns.text.endswith(_OWNERS, 0, date.start)
    if date.kind != "year" or not (date.relation in (None, "of") or has_owner):
        return None
    token = token_after(grammar, date)
    if token is not None and grammar.tags[min(token + 1, grammar.last - 1)] == "POS":
        token += 2  # "a 1963 children's book"
    phrase = grammar.phrase_at(token) if token is not None else None
    if token is None or phrase is None:
        return None
    nouns = load_cues("work_noun")
    noun = next((i for i in range(phrase.last - 1, token - 1, -1) if grammar.lowers[i] in nouns), None)
    if noun is None:
        return _titled(grammar, token)
    if noun == phrase.last - 1:
        is_apart = grammar.word(phrase.last) == ","
        is_quoted = grammar.word(phrase.last + is_apart) in QUOTES
        following = title_from(grammar, phrase.last + is_apart + is_quoted)
        is_closed = is_quoted and following is not None and _is_closed(grammar, following)
        if following is not None and (is_closed or not (is_apart and _goes_on(grammar, following))):
            return (following.start, following.end), grammar.ends[noun]
    longer = title_from(grammar, noun + 1)
    if longer is not None and longer.last >= phrase.last and grammar.words[noun].islower():
        return (longer.start, longer.end), grammar.ends[noun]  # the phrase may end at a verb of the title
    capitals = [i for i in range(token, phrase.last) if grammar.words[i][:1].isupper()]
    if not capitals:
        return None
    thing = grammar.described(phrase)  # "Harbour Lights is a 1936 British film"
    start = grammar.starts[token] if thing is phrase else thing.start
    return (start, thing.end), grammar.ends[noun]


def _is_closed(grammar: SentenceReading, title: Phrase) -> bool:
    """Whether a quotation mark closes behind a title, a comma before it or not."""
    return grammar.word(title.last) in QUOTES or grammar.word(title.last + 1) in QUOTES


_OWNERS = ("the ", " a ", "'s ", "’s ", " his ", " her ", " its ", " their ")


def _owned_title(grammar: SentenceReading, date: DateExpression) -> Offsets | None:
    """The title that a year owns: "1987's Leave It Loose"."""
    if grammar.columns.text[date.end : date.end + 3] not in ("'s ", "’s "):
        return None
    token = bisect_left(grammar.starts, date.end, grammar.first, grammar.last) + 1
    is_quoted = grammar.word(token) in QUOTES
    title = title_from(grammar, token + is_quoted)
    if title is None or (is_quoted and not _is_closed(grammar, title)):
        return None
    if title.name is not None and title.name.label in ("organization", "place"):
        return None  # "2008's Orbit Bank collapse"
    is_modifier = not is_quoted and grammar.tags[min(title.last, grammar.last - 1)] in ("NN", "NNS")
    return None if is_modifier else (title.start, title.end)  # "2003's Democratic convention"


def _titled(grammar: SentenceReading, token: int) -> tuple[Offsets, int] | None:
    """A title right after the year of its maker's work: "Taito's 1986 Arkanoid"."""
    owner = grammar.columns.text.endswith(("'s ", "’s "), 0, grammar.starts[token - 1])
    title = title_from(grammar, token) if owner else None
    if title is None or grammar.tags[min(title.last, grammar.last - 1)] in ("NN", "NNS"):
        return None
    return (title.start, title.end), 0


def _goes_on(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase after a comma is the subject of what follows: "In the 2004 film, Ann Lee plays"."""
    after = grammar.after_adverbs(phrase.last)
    return grammar.is_finite(after) or grammar.word(after) in ("who", "(")


# Dates in brackets

_IN_PUBLISHERS = frozenset({"&", "and", "of"})


def thing_before_bracket(grammar: SentenceReading, date: DateExpression) -> Phrase | None:
    """The phrase before a bracket that holds nothing but the date, or a publisher with it: "Emma (1815)"."""
    span = grammar.columns.span(date.start, date.end) if date.relation is None else None
    if span is None or grammar.word(span[1]) not in (")", ",", ";"):
        return None
    opening = span[0] - 1
    if grammar.word(opening) == "," and grammar.word(span[1]) == ")":
        opening = _before_publisher(grammar, opening)
    if grammar.word(opening) != "(":
        return None
    quoted = quoted_title_until(grammar, opening)
    if quoted is not None:
        return quoted
    text = grammar.columns.text
    if opening < span[0] - 1 and not is_year_of_publication(text[grammar.starts[opening] : date.start], ")"):
        return None
    phrase = grammar.phrase_until(opening)
    if phrase is None or (phrase.name is not None and phrase.name.is_listed):
        return phrase
    title = title_until(grammar, opening) if grammar.words[phrase.head][:1].isupper() else None
    return title if title is not None and title.first < phrase.first else phrase


def _before_publisher(grammar: SentenceReading, comma: int) -> int:
    """The token before the capitals that a comma ends: the bracket of "(Harrow Press, 1998)"."""
    i = comma - 1
    while i > max(grammar.first, comma - MAX_GAP_TOKENS) and (
        grammar.words[i][:1].isupper() or grammar.word(i) in _IN_PUBLISHERS
    ):
        i -= 1
    return i
