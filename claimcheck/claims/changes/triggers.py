"""The words of change of a sentence, less those that are part of a name, a unit or a sum in accounts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.changes.words import load_change_words
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.ordered_phrases import TIME_WORDS
from claimcheck.grammar.vocabulary import folded_text_of
from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import NOUN_TAGS

if TYPE_CHECKING:
    from claimcheck.mentions import NormalisedDocument, Sentence


@per_lexicon
def _change_forms() -> frozenset[str]:
    return frozenset(load_change_words())


_WHOLE_WORD = re.compile(r"\b\w+\b(?!-)")


def words_of_change(
    document: NormalisedDocument, sentence: Sentence, words: frozenset[str]
) -> list[re.Match[str]]:
    """The words of change of a sentence, in lower case."""
    forms = _change_forms()
    if words.isdisjoint(forms):
        return []
    whole = _WHOLE_WORD.finditer(folded_text_of(document), sentence.start, sentence.end)
    return [match for match in whole if match[0] in forms]


def may_tell_of_change(document: NormalisedDocument, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word of change is no part of another word, a sum, a unit or a name."""
    text = document.text
    if match[0] in _UP_AND_DOWN and text[match.start() - 1 : match.start()] == "-":
        return False  # "the set-up"
    word_class = load_change_words()[match[0]].word_class
    if "noun" in word_class and _MODIFIED.match(text, match.end()):
        return False  # "their growth estimate": what changed is the estimate
    if word_class == "noun" and _names_its_head(document, match):
        return False
    if word_class == "verb" and (_describes_a_noun(document, match) or _is_told_of(document, match)):
        return False
    if _is_counted_leap(sentence, match) or (
        "noun" in word_class and _is_done_by_some(document, sentence, match)
    ):
        return False
    return not (_is_sum(sentence, match) or _is_of_amount(sentence, match) or _is_name(text, match))


def without_changed_changes(text: str, matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words of change, less the nouns that another of them changes: "cut the fare | rise | to 3%"."""
    kept: list[re.Match[str]] = []
    for match in matches:
        if (
            kept
            and "noun" in load_change_words()[match[0]].word_class
            and "verb" in load_change_words()[kept[-1][0]].word_class
            and _ITS_OBJECT.fullmatch(text, kept[-1].end(), match.start())
            and _TO_OR_BY.match(text, match.end())
        ):
            continue
        kept.append(match)
    return kept


_ITS_OBJECT = WordPattern(r"\s+(?:<common/article_or_possessor>)\s+(?:[\w.%$€£’'-]+\s+){0,3}")
_TO_OR_BY = re.compile(r"\s+(?:to|by)\s")
_MODIFIED = WordPattern(r"\s(?:<change/estimate>)\b")
_MEASURED_HEADS = WordSet("change/measured_head")


def _names_its_head(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether a noun says of what sort the thing is that the next word names: "a noise reduction filter".

    Not "a growth rate of 4%", whose head only says that the change is measured.
    """
    columns = columns_of(document)
    token = columns.token_at(match.start())
    if token is None or columns.deps[token] != "compound" or columns.heads[token] != token + 1:
        return False
    head = token + 1
    return columns.tags[head] in ("NN", "NNS") and columns.lowers[head] not in _MEASURED_HEADS


def _describes_a_noun(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether a form is the comparative of an adjective behind a determiner: "the lower sheet"."""
    columns = columns_of(document)
    token = columns.token_at(match.start())
    if not token or columns.tags[token] != "JJR" or columns.deps[token] != "amod":
        return False
    return columns.pos[token - 1] == "DET"


def _is_told_of(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether a verb of change is a noun here, told of by another: "offered contracts to three firms"."""
    columns = columns_of(document)
    token = columns.token_at(match.start())
    return (
        token is not None and columns.tags[token] == "NNS" and columns.deps[token] in ("obj", "obl", "nmod")
    )


_ARTICLE_BEFORE = WordPattern(r"(?<![^\W_])(?:<common/article>)\s$", re.IGNORECASE)


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a capital word behind an article, which a verb never is, is a name: "The Rose of Kent"."""
    is_verb = load_change_words()[match[0]].word_class == "verb" and text[match.start()].isupper()
    return is_verb and _ARTICLE_BEFORE.search(text, max(0, match.start() - 5), match.start()) is not None


_UP_AND_DOWN = frozenset({"up", "down"})  # in compounds they change nothing: "warm-up steps"


def _is_of_amount(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word is the unit of an amount, or one of the words that bound it.

    "from 1 inch to 2 feet", "an up to 30% rise": neither is a verb, or says which way something went.
    """
    return any(
        quantity.start <= match.start() < quantity.number_start
        or (quantity.kind == "measure" and quantity.start < match.start() < quantity.end)
        for quantity in sentence.quantities
    )


def _is_counted_leap(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word is what a number counts and a length measures: "22 dives to depths of 400 metres"."""
    counted = any(
        quantity.kind == "count" and quantity.of is not None and quantity.of.lower() == match[0]
        for quantity in sentence.quantities
        if quantity.end == match.end()
    )
    return counted and any(q.quality == "length" and q.start > match.end() for q in sentence.quantities)


_SHARE_BEFORE = WordPattern(r"(?:<common/percent>)\s\Z")
_OPENING = WordSet("grammar/share_clause_opening")
_OBJECTS = NOUN_TAGS | {"PRP", "RP"}
_BEFORE_OBJECTS = frozenset({"DT", "JJ", "PRP$", "CD"})


def _is_done_by_some(document: NormalisedDocument, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word is what a share of people does to something: "12% cut jobs", "while 40% drop out".

    Not "12% cut in jobs", nor "a 12% cut", "a 12% price cut" or "12% increase last year".
    """
    if _SHARE_BEFORE.search(document.text, max(sentence.start, match.start() - 12), match.start()) is None:
        return False
    near = (q for q in sentence.quantities if q.kind == "percent" and q.start < match.start() <= q.end + 1)
    share = next(near, None)
    columns = columns_of(document)
    first = None if share is None else columns.token_at(share.start)
    word = columns.token_at(match.start())
    if first is None or word is None:
        return False
    if first > sentence.span.start and columns.lowers[first - 1] not in _OPENING:
        return False
    following = word + 1
    while following + 1 < len(columns.tags) and columns.tags[following] in _BEFORE_OBJECTS:
        following += 1
    if following >= len(columns.tags) or columns.tags[following] not in _OBJECTS:
        return False
    return columns.lowers[following] not in TIME_WORDS or columns.tags[following - 1] == "PRP$"


_SUMS = WordSet("change/sum")


def _is_sum(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word names a sum in accounts: "a gain of $2.5 million on the sale", "depreciation expense".

    It changes nothing, and is no edge of what another word changes: "reduced depreciation by $80 million".
    """
    if match[0] not in _SUMS:
        return False
    following = next(
        (q for q in sentence.quantities if q.start >= match.end() and q.kind in CHANGEABLE), None
    )
    return following is not None and following.kind == "money"


CHANGEABLE = frozenset({"number", "count", "percent", "money", "measure", "multiple"})
