"""Comparisons turned round: more than, where the source has less than; half as many, where it has twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.figure_values import same_value
from claimcheck.checking.grounding.wording.told_otherwise import told_otherwise
from claimcheck.checking.texts import measuring_words, small_words, words_of
from claimcheck.lexicons.quantities import load_number_words
from claimcheck.lexicons.word_relations import base_forms, family, synonyms
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence

SAME_SHARE = 0.6
"""From this share of the words of what something is compared with on, it is the same thing."""

_FEW = 2
"""Fewer words than these must all be the same."""

_MORE = WordPattern(
    r"(?<!\bno )(?<!\bnot )\b(?P<sign>(?P<up><checking/upward>)|<checking/downward>)\b"
    r"(?:\s+[^\W\d_][\w'’-]*){0,4}?\s+than\s+(?!\W?\d)(?P<tail>[^.;:,()\"”]{3,80})",
    re.IGNORECASE,
)
_TIMES = WordPattern(
    r"\b(?P<sign>(?P<up>twice|double|triple|thrice|(?:\w+\s+times))|(?:a\s+)?(?:half|third|quarter))\s+"
    r"(?:as\s+[^\W\d_]+(?:\s+[^\W\d_][\w'’-]*){0,4}?\s+as|(?:of\s+)?what)\s+(?P<tail>[^.;:,()\"”]{3,80})",
    re.IGNORECASE,
)


_PERIODS = WordSet("checking/period")


class _Comparison(NamedTuple):
    """What is compared with what.

    Attributes:
        start, end: the word that says which is more, within its sentence.
        up: whether it is more.
        words: the content words of what it is compared with, or all of them if none is telling.
        head: those of what is compared, as far as they stand before it.
    """

    start: int
    end: int
    up: bool
    words: tuple[str, ...]
    head: tuple[str, ...] = ()


def comparison_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Comparisons that a source nearby has the other way round with the same thing, and none this way."""
    text = answer.sentence.text
    for pattern in (_MORE, _TIMES):
        for mine in _comparisons(pattern, text):
            turned = None
            for number in aligned.near:
                sentence = material.index.sentences[number]
                for theirs in _comparisons(pattern, sentence.text):
                    if _is_turned(mine, theirs):
                        turned = turned or (sentence, theirs)
                        continue
                    if not _is_same(mine, theirs):
                        continue
                    if theirs.up == mine.up:
                        turned = None
                        break
                    turned = turned or (sentence, theirs)
                else:
                    continue
                break
            if turned is None:
                continue
            sentence, theirs = turned
            said = sentence.text[theirs.start : theirs.end]
            reason = f"the source says “{said}” of this, not “{text[mine.start : mine.end]}”"
            if mine.up == theirs.up:
                reason = "the source compares them the other way round"
            yield told_otherwise(
                "ground/comparison",
                answer.sentence,
                (mine.start, mine.end),
                sentence,
                (theirs.start, theirs.end),
                reason,
            )


_KINDS = ("long", "wide", "high", "deep", "thick", "in_favour", "against")
_BEHIND = WordPattern(
    r"(?:\s+(?!(?:<checking/parting>|<common/article>)\b)(?:of\s+)?(?:the\s+)?[^\W\d_]+){0,3}?\s+(?:(?P<long><checking/long>)|(?P<wide><checking/wide>)"
    r"|(?P<high><checking/high>)|(?P<deep><checking/deep>)|(?P<thick><checking/thick>)"
    r"|(?P<in_favour><checking/in_favour>)|(?P<against><checking/against>))\b",
    re.IGNORECASE,
)


def side_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Figures with a word behind them that says of what side they are, where the source has another side.

    "29 metres wide" of what is 29 metres long, "58 percent were against it" of those who were for it.
    """
    for figure in answer.figures:
        mine = _side(figure, answer.sentence)
        if mine is None:
            continue
        held = []
        for index in material.figures.like(figure):
            number = material.figures.sentence[index]
            if number in aligned.near and same_value(figure, material.figures.figures[index]) == "equal":
                sentence = material.index.sentences[number]
                held.append((_side(material.figures.figures[index], sentence), sentence))
        if not held or any(one is None or one[0] == mine[0] for one, _ in held):
            continue
        theirs, sentence = held[0]
        if theirs is None or (mine[0] in _STANCES) != (theirs[0] in _STANCES):
            continue
        yield told_otherwise(
            "ground/comparison",
            answer.sentence,
            (mine[1].start(mine[0]), mine[1].end()),
            sentence,
            (theirs[1].start(theirs[0]), theirs[1].end()),
            f"the source says “{theirs[1][theirs[0]]}” of this, not “{mine[1][mine[0]]}”",
        )


_STANCES = frozenset({"in_favour", "against"})


def _side(figure: Figure, sentence: Sentence) -> tuple[str, re.Match[str]] | None:
    """Which kind of word stands behind a figure, and where."""
    found = _BEHIND.match(sentence.text, figure.end - sentence.start)
    kind = next((kind for kind in _KINDS if found is not None and found[kind]), None)
    return (kind, found) if kind is not None and found is not None else None


def _comparisons(pattern: WordPattern, text: str) -> Iterator[_Comparison]:
    for match in pattern.finditer(text):
        words = tuple(
            word
            for word in _words_and_models(match["tail"])
            if word not in small_words() and base_forms(word).isdisjoint(_PERIODS)
        )
        if pattern is _MORE and (not words or _is_bound(match["tail"])):
            continue  # more than last year, less than a second
        yield _Comparison(
            match.start("sign"),
            match.end("sign"),
            match["up"] is not None,
            words or tuple(words_of(match["tail"])),
            content_before(text, match.start()),
        )


_OF_WHAT = re.compile(r"(?:an?\s+)?[^\W\d_]+\s+(?:of\s+)?what\b", re.IGNORECASE)


def _is_bound(tail: str) -> bool:
    """Whether what follows "more than" is an amount, so that nothing is compared."""
    if _OF_WHAT.match(tail):
        return False  # "less than half of what he earned"
    first, second = (*tail.lower().split(), "", "")[:2]
    is_unit = second in measuring_words() or second in _PERIODS
    return first in load_number_words() or (first in ("a", "an") and is_unit)


def content_before(text: str, end: int) -> tuple[str, ...]:
    """The telling words of a clause before a comparison in it."""
    clause = _CLAUSE.split(text[:end])[-1]
    return tuple(word for word in _words_and_models(clause) if word not in small_words())


def _words_and_models(text: str) -> list[str]:
    """The words of a text, what is made of letters and digits too: "the T6"."""
    return [*words_of(text), *_MODEL.findall(text.lower())]


_MODEL = re.compile(r"\b(?=[a-z-]*\d)(?=[\d-]*[a-z])[a-z\d-]+\b")


_CLAUSE = re.compile(r"[.;:,()]")


def _is_turned(mine: _Comparison, theirs: _Comparison) -> bool:
    """Whether what is more in one is what is less in the other: boys than girls, girls than boys."""
    if mine.up == theirs.up and _is_on(theirs.words, mine.head) and not _is_on(theirs.words, mine.words):
        return _is_on(mine.words, theirs.head)
    if mine.up != theirs.up or not mine.head or not theirs.head:
        return False
    crossed = (mine.words[:1], theirs.head[:1]), (mine.head[:1], theirs.words[:1])
    return all(not family(a).isdisjoint(base_forms(b)) for (a,), (b,) in crossed) and family(
        mine.head[0]
    ).isdisjoint(base_forms(theirs.head[0]))


def _is_on(words: Sequence[str], side: Sequence[str]) -> bool:
    """Whether some words all stand on a side of a comparison."""
    return bool(words) and set(words) <= set(side)


def _is_same(mine: _Comparison, theirs: _Comparison) -> bool:
    """Whether two things are compared with the same, going by the words of the shorter of the two."""
    short, long = sorted((mine.words, theirs.words), key=len)
    held = frozenset().union(*(base_forms(word) for word in long), frozenset())
    common = sum(1 for word in short if not (family(word) | synonyms(word)).isdisjoint(held))
    return common == len(short) if len(short) <= _FEW else common >= SAME_SHARE * len(short)
