"""Degrees turned round: faster where the source has slower, the longest of what is the third-longest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import same_value
from claimcheck.checking.grounding.denials import is_superlative
from claimcheck.checking.grounding.slots import RETOLD
from claimcheck.checking.grounding.told_otherwise import told_otherwise
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import words_of
from claimcheck.lexicons.word_relations import base_forms, family, opposites
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence

_RULE = "ground/comparison"


def gradable_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """What a figure says by how much something is, where the source has the contrary with that figure.

    "40 percent slower", of what is 40 percent faster. Not where the two have changed places.
    """
    if not is_on(_RULE):
        return
    for figure in answer.figures:
        mine = _degree_behind(figure, answer.sentence)
        if mine is None:
            continue
        held = []
        for index in material.figures.like(figure):
            number, other = material.figures.sentence[index], material.figures.figures[index]
            if number in aligned.near and same_value(figure, other) == "equal":
                sentence = material.index.sentences[number]
                held.append((sentence, _degree_behind(other, sentence)))
        if any(one is None or not _are_contrary(mine["degree"], one["degree"]) for _, one in held):
            continue
        for sentence, theirs in held[:1]:
            if theirs is None or _is_turned(answer.sentence.text, mine, sentence.text, theirs):
                continue
            yield told_otherwise(
                "ground/comparison",
                answer,
                mine.span("degree"),
                sentence,
                sentence.place(*theirs.span("degree")),
                f"the source says “{theirs['degree']}” of this, not “{mine['degree']}”",
            )


_DEGREE = WordPattern(
    r"(?:\s+(?!(?:<checking/before_no_degree>)\b)[^\W\d_]+){0,1}?\s+(?P<degree><checking/degree>)\b",
    re.IGNORECASE,
)
"""What stands behind a figure that says by how much: "40 percent faster", "three years older"."""


def _degree_behind(figure: Figure, sentence: Sentence) -> re.Match[str] | None:
    return _DEGREE.match(sentence.text, figure.end - sentence.start)


def _are_contrary(one: str, other: str) -> bool:
    """Whether two comparatives are of contraries: "faster" and "slower"."""
    contraries = frozenset().union(*(opposites(one.lower(), part) for part in ("a", "r", "")))
    return not contraries.isdisjoint(base_forms(other.lower()))


def _is_turned(text: str, mine: re.Match[str], source: str, theirs: re.Match[str]) -> bool:
    """Whether what stands behind "than" in one stands before the degree in the other."""
    for after, before in (
        (text[mine.end() :], source[: theirs.start()]),
        (source[theirs.end() :], text[: mine.start()]),
    ):
        than = _THAN.match(after) or _BESIDE.match(after)
        if than is None:
            continue
        forms = frozenset().union(*map(base_forms, words_of(before)))
        if any(not family(word).isdisjoint(forms) for word in words_of(than[1])):
            return True
    return False


_THAN = WordPattern(r"[^.;:,]{0,40}?\bthan (?:(?:<checking/before_compared>) )?([^\W\d_]+)", re.IGNORECASE)


_BESIDE = WordPattern(r"\s+(?:of\s+)?(?:(?:<checking/before_compared>)\s+)?((?:[A-Z][\w'’-]*\s*){1,4})")
"""Whom somebody is ahead of or behind, by name."""


def superlative_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """The first of an order that is only the second, third or one of some in the source."""
    if not is_on(_RULE) or aligned.coverage < RETOLD or not aligned.best:
        return
    yield from _lower_ranks(answer, aligned, material)
    for found in _SUPERLATIVE.finditer(answer.sentence.text):
        if _rank_before(found) is not None or not is_superlative(found[0].lower()):
            continue  # "the second-largest", "the harvest"
        told = [(n, other, _rank_before(other)) for n, other in _written(found[0], aligned, material)]
        ranked = [(n, other, rank) for n, other, rank in told if rank is not None]
        if len(ranked) < len(told):
            continue
        for number, other, rank in [one for one in ranked if one[0] in aligned.best][:1]:
            sentence, start = material.index.sentences[number], rank.start("rank")
            yield told_otherwise(
                "ground/comparison",
                answer,
                found.span(),
                sentence,
                sentence.place(start, other.end()),
                f"the source says “{sentence.text[start : other.end()]}”",
            )


def _lower_ranks(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """The second or third of an order that is its first in the source: "the second-largest case"."""
    for found in _RANKED.finditer(answer.sentence.text):
        if not is_superlative(found["most"].lower()):
            continue  # "the second harvest festival"
        told = _written(found["most"], aligned, material)
        if any(_rank_before(other) is not None for _, other in told):
            continue
        held = [
            (number, other)
            for number, other in told
            if number in aligned.best
            and found["of"].lower() in words_of(other.string[other.end() :])[:NOUN_REACH]
        ]
        numbers = [number for number, _ in told]
        if not held or words_of_order(numbers, material) or are_measured_alike(numbers, material):
            continue
        number, other = held[0]
        sentence = material.index.sentences[number]
        yield told_otherwise(
            "ground/comparison",
            answer,
            found.span("rank"),
            sentence,
            sentence.place(*other.span()),
            f"the source says “{other[0]}”, not “{found['rank']} {found['most']}”",
        )


def _written(word: str, aligned: Aligned, material: Material) -> list[tuple[int, re.Match[str]]]:
    """Where the source sentences nearby have a word, with their numbers."""
    pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
    return [
        (number, found)
        for number in aligned.near
        for found in pattern.finditer(material.index.sentences[number].text)
    ]


def _rank_before(superlative: re.Match[str]) -> re.Match[str] | None:
    """What makes of a superlative, as it is written in a text, another place of the order."""
    return _RANK_BEFORE.search(superlative.string, 0, superlative.start())


def words_of_order(numbers: Sequence[int], material: Material) -> list[str]:
    """The words by which the sources go on in an order around some sentences: "next", "only the Aller is"."""
    texts = (material.index.sentences[number].text for number in _around(numbers, material))
    return [found[0] for text in texts for found in _NEXT.finditer(text)]


_NEXT = WordPattern(r"\b(?:<checking/next_in_order>)\b(?!\s+(?:<checking/period>)\b)", re.IGNORECASE)


def are_measured_alike(numbers: Sequence[int], material: Material) -> bool:
    """Whether two figures around some sentences are of one unit, which makes an order of what they are of."""
    units = [
        figure.unit
        for number in _around(numbers, material)
        for i in material.figures.of_sentence.get(number, ())
        if (figure := material.figures.figures[i]).kind in ("measure", "money", "percent")
    ]
    return any(units.count(unit) > 1 for unit in units)


def _around(numbers: Sequence[int], material: Material) -> list[int]:
    """Some sentences, the one before each and the two behind it, where an order is told on."""
    sentences = material.index.sentences
    found = {
        other
        for number in numbers
        for other in range(max(0, number - 1), min(len(sentences), number + 3))
        if sentences[other].source == sentences[number].source
    }
    return sorted(found)


NOUN_REACH = 3
"""Words behind a superlative among which what it is said of stands."""

_RANKED = WordPattern(
    r"\b(?P<rank><lint/counted_on>|\d+(?:nd|rd|th))[ -](?P<most>[a-z]{2,}est)\s+(?P<of>[a-z]+)\b",
    re.IGNORECASE,
)


_SUPERLATIVE = re.compile(r"(?:(?<=\b[Tt]he )|(?<=\b[Ii]ts )|(?<=['’]s ))[a-z]{2,}est\b")

_RANK_BEFORE = WordPattern(
    r"(?P<rank>\b(?:<checking/rank_before>|\d+(?:nd|rd|th))[ -]+(?:of\s+(?:the|its)\s+)?(?:[a-z]+\s+)?)$",
    re.IGNORECASE,
)
"""What makes of the first of an order another one: "third-longest", "one of the longest"."""


def choice_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """One thing instead of another, where the source has them the other way round."""
    if not is_on(_RULE):
        return
    for mine in _INSTEAD.finditer(answer.sentence.text):
        chosen, left = mine["chosen"].lower(), mine["left"].lower()
        turned, is_held = None, False
        for number in aligned.near:
            sentence = material.index.sentences[number]
            for theirs in _INSTEAD.finditer(sentence.text):
                one, other = theirs["chosen"].lower(), theirs["left"].lower()
                is_held = is_held or (_are_one(chosen, one) and _are_one(left, other))
                if _are_one(chosen, other) and _are_one(left, one):
                    turned = turned or (sentence, theirs)
        if turned is not None and not is_held:
            sentence, theirs = turned
            yield told_otherwise(
                "ground/comparison",
                answer,
                mine.span(),
                sentence,
                sentence.place(*theirs.span()),
                f"the source says “{theirs[0]}”",
            )


_INSTEAD = WordPattern(
    r"\b(?P<chosen>[^\W_][\w.+#-]*)\s+(?:<checking/instead>)\s+"
    r"(?:(?:<checking/before_chosen>)\s+){0,2}(?P<left>[^\W_][\w+#-]*)",
    re.IGNORECASE,
)


def _are_one(one: str, other: str) -> bool:
    return one == other or not family(one).isdisjoint(base_forms(other))


_SIGNED = WordPattern(
    r"(?<!\bno )(?<!\bnot )\b(?:(?P<up><checking/more_sign>)|<checking/fewer_sign>)"
    r"\s+(?P<what>[^\W\d_]{3,})\b",
    re.IGNORECASE,
)


_COMPARED = WordPattern(r"\b(?:<checking/compared>)\b", re.IGNORECASE)
"""Before what is compared, which may be the side that the source begins with."""


def exchanged_degree_findings(
    answer: ParsedSentence, aligned: Aligned, material: Material
) -> Iterator[Finding]:
    """More of one thing and less of another, where the source has more of the other and less of the one."""
    if not is_on(_RULE) or not aligned.best or _COMPARED.search(answer.sentence.text):
        return
    mine = {found["what"].lower(): found for found in _SIGNED.finditer(answer.sentence.text)}
    for number in aligned.best[:1] if len(mine) > 1 else ():
        sentence = material.index.sentences[number]
        theirs = {found["what"].lower(): found for found in _SIGNED.finditer(sentence.text)}
        both = sorted((what for what in mine if what in theirs), key=lambda what: mine[what].start())
        turned = [what for what in both if (mine[what]["up"] is None) != (theirs[what]["up"] is None)]
        signs = {mine[what]["up"] is None for what in turned}
        if (
            turned != both
            or len(signs) < 2
            or _is_of_other_subject(answer, mine[turned[0]], sentence, theirs[turned[0]])
        ):
            continue
        for what in turned:
            yield told_otherwise(
                "ground/comparison",
                answer,
                mine[what].span(),
                sentence,
                sentence.place(*theirs[what].span()),
                f"the source says “{theirs[what][0]}” of this, not “{mine[what][0]}”",
            )


def _is_of_other_subject(
    answer: ParsedSentence, mine: re.Match[str], sentence: Sentence, theirs: re.Match[str]
) -> bool:
    """Whether the last name before the words is not the same on both sides."""
    names = [
        _NAME.findall(text[: found.start()])
        for text, found in ((answer.sentence.text, mine), (sentence.text, theirs))
    ]
    return not (names[0] and names[1] and names[0][-1] == names[1][-1])


_NAME = re.compile(r"\b[A-Z][\w'-]+")
