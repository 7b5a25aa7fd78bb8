"""Who speaks by the order of words alone: the words beside a verb of saying that no arc explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.source_phrases import trim_phrase
from claimcheck.reports.tagged_phrases import ends_short_form
from claimcheck.tagging.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from claimcheck.reports.reporting_cues import Offsets

MAX_PLAIN_SOURCE_WORDS = 8


_HAVING_OR_TIME = WordSet("reports/before_saying")
_THAT_OR_AS = WordSet("reports/before_source")


def plain_source_before(token: Token, sentence: Span) -> Offsets | None:
    """Without a parse: the words before the verb, back to a mark, at most eight, without auxiliaries."""
    doc = token.doc
    stop = token.i
    while stop > sentence.start and doc[stop - 1].lower_ in _HAVING_OR_TIME:
        stop -= 1
    begin = stop
    while begin > sentence.start and stop - begin < MAX_PLAIN_SOURCE_WORDS:
        previous = doc[begin - 1]
        if previous.is_punct or previous.is_space or previous.is_quote or previous.lower_ in _THAT_OR_AS:
            break
        begin -= 1
    if begin == stop:
        return None
    span = doc[begin:stop]
    start, end = trim_phrase(text_of(doc), span.start_char, span.end_char)
    return (start, end) if start < end else None


_ADVERB_LIKE = WordSet("reports/adverb_like")


def source_beside(tokens: Sequence[Token], place: int) -> Offsets | None:
    """Without a usable parse: the words before the verb, or, where there are none, those after it."""
    source = source_before(tokens[:place])
    if source is not None:
        return source
    following: list[Token] = []
    for offset, token in enumerate(tokens[place + 1 :], place + 2):
        if (token.is_punct and token.text != "-") or token.lower_ in _AFTER_A_NAME:
            later = tokens[offset] if offset < len(tokens) else None
            if token.lower_ != "of" or later is None or later.pos_ != "PROPN" or not following:
                break  # but "tweeted Mayor of London Ann Ray"
        following.append(token)
    if not following or not (_looks_nominal(following[0]) or _is_described_name(following)):
        return None
    if following[0].lower_ == "that" or any(token.pos_ in ("VERB", "AUX") for token in following):
        return None  # what is said: "stated they did not know"
    return following[0].idx, following[-1].idx + len(following[-1])


_AFTER_A_NAME = WordSet("reports/after_name")


def _is_described_name(tokens: Sequence[Token]) -> bool:
    """Whether common words lead up to a name: "study co-author Ann Ray", "marine biologist Ann Ray"."""
    return (
        len(tokens) <= MAX_PLAIN_SOURCE_WORDS
        and tokens[-1].pos_ == "PROPN"
        and all(token.pos_ in ("NOUN", "ADJ", "PROPN", "PUNCT") for token in tokens)
    )


def _before_bracket(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before a bracket that ends the stretch: "the largest group (35%)"."""
    if not tokens or tokens[-1].text != ")":
        return tokens
    place = len(tokens) - 1
    while place > 0 and tokens[place].text != "(":
        place -= 1
    return tokens[:place] if place else tokens


_OPENERS = WordSet("reports/before_speaker")


def source_before(tokens: Sequence[Token]) -> Offsets | None:
    """The words right before a verb, back to a mark."""
    words: list[Token] = []
    tokens = _before_bracket(tokens)
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if not words and token.lower_ in _ADVERB_LIKE:
            continue
        if ends_short_form(token):
            words.append(token)  # "Ray et al."
            continue
        if token.lower_ == "and" and words and _joins_names(tokens, place):
            words.append(token)
            continue
        if token.is_punct or token.is_space or token.lower_ in _OPENERS:
            break
        words.append(token)
        if len(words) > MAX_PLAIN_SOURCE_WORDS:
            return None
    words.reverse()
    if not words or not _looks_nominal(words[0]):
        return None
    return words[0].idx, words[-1].idx + len(words[-1])


def _joins_names(tokens: Sequence[Token], place: int) -> bool:
    """Whether an "and" stands between two names that are all there is up to a mark: "Harrow and Leeds"."""
    first = place
    while first and tokens[first - 1].pos_ == "PROPN":
        first -= 1
    is_alone = not first or tokens[first - 1].text == ","
    return is_alone and first < place and all(t.pos_ == "PROPN" for t in tokens[place + 1 : place + 2])


_DETERMINERS = WordSet("reports/determiner")
_PRONOUNS = WordSet("reports/pronoun")


def _looks_nominal(token: Token) -> bool:
    return token.lower_ in _DETERMINERS or token.lower_ in _PRONOUNS or token.text[:1].isupper()
