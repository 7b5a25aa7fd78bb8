"""The edges of a subject that a misread tree draws too wide or too narrow, set right by word order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import first_phrase, ordered_subject, phrase_before
from claimcheck.grammar.phrases import QUOTES
from claimcheck.grammar.subjects.extent import whole_subject
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE, NOUN_TAGS

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence

Offsets = tuple[int, int]

_INDEFINITE_ARTICLES = WordSet("common/indefinite_article")
_RELATIVES = WordSet("grammar/relative")
_LINKING = WordSet("grammar/copula")
_DETERMINERS = WordSet("grammar/one_of_many")
_ORDERING = WordSet("grammar/ordering")
_FLOATING = frozenset({"all", "both", "each"})
_OPENED = WordSet("grammar/opened")
_AMOUNTING = WordSet("grammar/amounting")
_AFTER_VERB = frozenset({"DT", "CD", "$", "PRP$", "IN", "TO", "#", "PDT", "JJR"})


@per_lexicon
def noun_like_verbs() -> frozenset[str]:
    """The verbs in the third person that taggers take for plural nouns: "puts"."""
    return frozenset(row["word"] for row in load_rows("en/noun_like_verbs.csv"))


def with_edges(columns: TokenColumns, sentence: Sentence, found: Offsets, start: int) -> Offsets:
    """The subject of a claim that begins at `start`, without what does not belong to it."""
    span = columns.span(*found)
    if span is None:
        return found
    first, last = span
    if columns.lowers[first] in _FLOATING and last == first + 1 and columns.tags[first - 1] in NOUN_TAGS:
        before = phrase_before(columns, sentence, columns.ends[first - 1])  # "Ann and Bo | each | won"
        return found if before is None else whole_subject(columns, sentence, before, is_subject=True)
    if last - first > 1 and _runs_into_verb(columns, last):
        return with_edges(columns, sentence, (found[0], columns.ends[last - 2]), start)
    if columns.lowers[first] in _RELATIVES and last == first + 1:
        return _antecedent(columns, sentence, first) or _after_that(columns, first, start) or found
    is_opened = columns.lowers[first] in _OPENED and columns.tags[first] in ("IN", "CC", "TO")
    if is_opened and columns.lowers[min(first + 1, last - 1)] not in ("least", "most"):
        return _after_opening(columns, first, last)
    if found[0] >= start:
        return _said_of_attribute(columns, sentence, start) or found
    if found[1] > start:
        return found
    swallowed = _swallowed_verb(columns, sentence, first, last)
    if swallowed is not None:
        if columns.lowers[swallowed + 1] == "that" and columns.starts[swallowed + 2] < start:
            content = columns.starts[swallowed + 2]
            inner = ordered_subject(columns, sentence, content, start) or first_phrase(
                columns, content, start
            )
            return inner or (found[0], columns.ends[swallowed - 1])
        return found[0], columns.ends[swallowed - 1]
    return _said_of_pronoun(columns, sentence, first) or found


def _runs_into_verb(columns: TokenColumns, last: int) -> bool:
    """Whether the word before token `last` is the first part of a verb: "Acme co" of "Acme co-founded"."""
    if last + 1 >= len(columns.words) or columns.words[last] != "-":
        return False
    is_one_word = (
        columns.ends[last - 1] == columns.starts[last] and columns.ends[last] == columns.starts[last + 1]
    )
    return is_one_word and columns.tags[last + 1] in FINITE


_BEFORE_RELATIVES = frozenset({",", "(", "of", "in", "for", "to", "with"})


def _antecedent(columns: TokenColumns, sentence: Sentence, relative: int) -> Offsets | None:
    """What a relative pronoun stands behind: "the fund" in "the fund, which lost", "“Tarn,” which lost"."""
    before = relative
    while before > sentence.span.start and (
        columns.lowers[before - 1] in _BEFORE_RELATIVES or columns.words[before - 1] in QUOTES
    ):
        before -= 1
    if before <= sentence.span.start:
        return None
    if columns.lowers[before - 1] == "and":  # "which has 40 rooms, and | which | opened"
        same = (
            i
            for i in range(before - 2, sentence.span.start, -1)
            if columns.lowers[i] == columns.lowers[relative]
        )
        earlier = next(same, None)
        return None if earlier is None else _antecedent(columns, sentence, earlier)
    end = columns.ends[before - 1]
    for date in reversed(sentence.dates):  # "was held by Acme in 2005, | who | had"
        if date.end == end:
            end = len(columns.text[: date.phrase_start].rstrip().removesuffix(" and"))
    return phrase_before(columns, sentence, end)


def _after_that(columns: TokenColumns, that: int, start: int) -> Offsets | None:
    """The phrase behind a "that" which a tree takes for a pronoun where it opens a clause: "finds that rising
    costs amount to".
    """
    if columns.lowers[that] != "that" or columns.starts[that + 1] >= start:
        return None
    found = first_phrase(columns, columns.starts[that + 1], start)
    if found is None or found[0] != columns.starts[that + 1]:
        return None
    last = columns.root_at(found[1] - 1, found[1])
    if last is not None and last > that + 1 and columns.lowers[last] in _AMOUNTING:
        return found[0], columns.ends[last - 1]
    return found


def _after_opening(columns: TokenColumns, first: int, last: int) -> Offsets:
    """A phrase without the adjunct or the joining word before it: "In the city, sales" is about sales."""
    end = columns.ends[last - 1]
    for place in range(first + 1, last - 1):
        if columns.words[place] == "," and columns.tags[place - 1][:2] in ("NN", "CD", "-R"):
            return columns.starts[place + 1], end
    return (columns.starts[first + 1], end) if last > first + 1 else (columns.starts[first], end)


def _swallowed_verb(columns: TokenColumns, sentence: Sentence, first: int, last: int) -> int | None:
    """The verb that a phrase ends with, where a tagger took it for a noun."""
    verb = last - 1
    if (
        verb <= first
        or verb + 2 >= sentence.span.end
        or columns.tags[verb] != "NNS"
        or columns.tags[verb - 1] not in ("NN", "NNP", "NNPS", "CD", "JJ", "HYPH")
        or columns.lowers[verb] not in noun_like_verbs()
    ):
        return None
    tags = columns.tags
    if columns.lowers[verb + 1] == "that":  # "two projects that" behind a verb are no clause
        return verb if FINITE.isdisjoint(tags[sentence.span.start : verb]) else None
    if tags[verb + 1] not in _AFTER_VERB:
        return None
    return verb if FINITE.isdisjoint(tags[sentence.span.start : sentence.span.end]) else None


def _said_of_attribute(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """What a predicate describes whose noun the claim stands before: "Orbit" in "Orbit is a 7 km road"."""
    first = columns.token_at(start)
    while first is not None and first > sentence.span.start and columns.tags[first - 1] in ("JJ", "RB"):
        first -= 1
    if first is None or first <= sentence.span.start or columns.lowers[first - 1] not in _INDEFINITE_ARTICLES:
        return None
    return _said_of_pronoun(columns, sentence, first - 1)


_FRONTING = WordSet("grammar/fronting_preposition")


def _said_of_pronoun(columns: TokenColumns, sentence: Sentence, first: int) -> Offsets | None:
    """The pronoun or the phrase that a predicate describes: "It" for "a net used by", "the first ship to"."""
    is_describing = columns.lowers[first] in _DETERMINERS or columns.tags[first] in ("JJ", "NNS", "RB")
    if not is_describing and not (
        columns.lowers[first] == "the"
        and first + 1 < len(columns.tags)
        and (columns.tags[first + 1] in ("JJS", "RBS") or columns.lowers[first + 1] in _ORDERING)
    ):
        return None
    verb = first - 1
    while verb > sentence.span.start and columns.tags[verb] == "RB":
        verb -= 1
    if verb <= sentence.span.start or columns.lowers[verb] not in _LINKING or columns.tags[verb - 1] == "EX":
        return None
    subject = ordered_subject(columns, sentence, sentence.start, columns.starts[first])
    opening = sentence.span.start
    is_inverted = subject is not None and subject[0] == columns.starts[opening + 1]
    if is_inverted and columns.lowers[opening] in _FRONTING:
        return None  # "Among the wrecks is a ship": the ship is there
    return subject
