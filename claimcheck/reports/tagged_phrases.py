"""Noun phrases beside a verb that no parse shows, read off tags alone.

`claimcheck.grammar.phrases` reads them for claims, with the names of the text, which are found after reports
are; `sources.source_phrase` reads them off the parse. This reader is for where the parse has lost the clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from claimcheck.reports.reporting_cues import Offsets

_NOMINAL = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "JJ", "CD", "PRP$", "POS", "HYPH", "JJS", "JJR", "FW", "NFP"}
)
QUOTES = frozenset('"“”„«»‘’') | {"''", "``"}
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
MAX_SOURCE_TOKENS = 9
MAX_LONG_SOURCE = 14
"""Tokens of a source with the phrases that say more of it."""
_IN_SOURCES = WordSet("reports/in_source")
_IN_PLAIN_SOURCES = WordSet("reports/in_plain_source")
_NO_START = WordSet("reports/no_source_start")
_EMPTY = WordSet("reports/empty_source")
_BEFORE_VERBS = WordSet("reports/before_verb")
_HAVING = WordSet("common/having")
_DAYS = WordSet("common/day")
_TURNED = WordSet("reports/turned_time")
_HEARERS = WordSet("reports/hearer")


def comma_before(doc: Doc, verb: int, start: int) -> int | None:
    """The nearest comma before a verb with only a noun phrase between, and phrases that say more of it."""
    for i in range(verb - 1, max(start, verb - MAX_LONG_SOURCE - 1), -1):
        if doc[i].text == ",":
            return i
        is_part = doc[i].tag_ in _NOMINAL or doc[i].tag_ == "IN" or doc[i].lower_ in _BEFORE_VERBS
        if not is_part and doc[i].lower_ not in _HAVING and not _joins_names(doc, i):
            return None
    return None


def _joins_names(doc: Doc, i: int) -> bool:
    """Whether an "and" stands between two names: "Lund and Roe said"."""
    is_joint = doc[i].lower_ in ("and", "&") and 0 < i < len(doc) - 1
    return is_joint and doc[i - 1].tag_ in _OF_NAMES and doc[i + 1].tag_ in _OF_NAMES


_OF_NAMES = frozenset({"NNP", "NNPS"})


def long_phrase_before(doc: Doc, verb: int, comma: int) -> Offsets | None:
    """The noun phrase between a comma and a verb, with the phrases that say more of it: "police in Leeds"."""
    last = verb
    while last > comma + 1 and (doc[last - 1].tag_ in ("RB", "MD") or doc[last - 1].lower_ in _HAVING):
        last -= 1
    words = doc[comma + 1 : last]
    if not len(words) or words[0].tag_ not in _NOMINAL or words[-1].tag_ not in _NOUNS:
        return None
    if words[0].lower_ in _NO_START or words[0].lower_ in _EMPTY or words[0].text in QUOTES:
        return None
    return words.start_char, words.end_char


def end_of_adjuncts(doc: Doc, i: int, stop: int) -> int:
    """Where phrases of time and place behind a verb end, in tokens: "on Monday", "in a note to clients"."""
    while i < stop and (doc[i].tag_ in ("RB", "RBR", "RP") or doc[i].lower_ in _HEARERS):
        i += 1
    is_time = i < stop and (doc[i].lower_ in _DAYS or doc[i].lower_ in _TURNED)
    if i >= stop or not (doc[i].tag_ == "IN" or is_time):
        return i
    last = i
    longest = min(stop, i + MAX_LONG_SOURCE)
    while last < longest and (doc[last].tag_ in _NOMINAL or doc[last].tag_ == "IN"):
        last += 1
    return last


def end_of_hearer(doc: Doc, i: int) -> int:
    """Where the noun phrase ends that begins at a token, of who hears it: "told [the Post] on Monday"."""
    last = i
    while last < len(doc) and last - i < MAX_SOURCE_TOKENS and doc[last].tag_ in _NOMINAL - {"CD", "NFP"}:
        last += 1
    return last if last > i and doc[last - 1].tag_ in _NOUNS else i


def phrase_before(doc: Doc, verb: int, start: int) -> Offsets | None:
    """The noun phrase right before a verb, which begins its sentence or stands behind a mark or "and"."""
    last = verb
    while (last > start and doc[last - 1].tag_ in ("RB", "MD")) or (
        last > start and doc[last - 1].lower_ in _HAVING
    ):
        last -= 1
    first = last
    while first > start and last - first < MAX_SOURCE_TOKENS:
        token = doc[first - 1]
        is_part = token.tag_ in _NOMINAL or token.lower_ in _IN_PLAIN_SOURCES or ends_short_form(token)
        if not (is_part or _joins_names(doc, first - 1)) or token.text in QUOTES:
            break
        first -= 1
    if first == last:
        return None
    noun = doc[last - 2] if ends_short_form(doc[last - 1]) else doc[last - 1]
    if noun.tag_ not in ("NN", "NNS", "NNP", "NNPS", "PRP", "FW"):
        return None
    if doc[first].lower_ in _NO_START or doc[first].lower_ in _EMPTY:
        return None
    before = doc[first - 1] if first > start else None
    if (
        before is not None
        and before.text not in (",", ";", "—", "–", ":")
        and before.lower_ not in ("and", "but")
    ):
        return None
    end = doc[last - 1]
    return doc[first].idx, end.idx + len(end)


def ends_short_form(token: Token) -> bool:
    """Whether a full stop ends no sentence but "et al."."""
    return token.text == "." and token.i > 1 and token.nbor(-1).lower_ == "al"


def is_noun_phrase(words: Span) -> bool:
    """Whether words are nothing but a noun phrase, perhaps with a name behind a comma."""
    if words[0].tag_ not in _NOMINAL or words[-1].tag_ not in ("NN", "NNS", "NNP", "NNPS", "PRP"):
        return False
    return all(token.tag_ in _NOMINAL or token.text == "," or token.lower_ in _IN_SOURCES for token in words)
