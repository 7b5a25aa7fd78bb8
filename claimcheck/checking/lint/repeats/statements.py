"""What a text says of one thing twice, in other words: how many it has, how large it is, what it costs.

Only what lasts can be said twice with one value: a firm has so many employees and a tower is so high, but a firm
may hire, and a club win, once so many and once so many more. Two statements are of the same where the records
give them one subject, one measure and one unit, and neither says that it holds of a part or of another time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.keys import ClaimKey, key_of, periods_of
from claimcheck.checking.lint.subjects import is_sure
from claimcheck.checking.same import content_key, name_key
from claimcheck.checking.texts import YEAR, words_of
from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence
    from claimcheck.claims.base import BaseClaim


class _Statement(NamedTuple):
    """A claim with its sentence, the figure in it, and what it is of: subject, measure, unit."""

    claim: BaseClaim
    sentence: FigureSentence
    figure: Figure
    key: tuple[str, str, str, str]


def find_contrary_statements(text: LintText) -> Iterator[Finding]:
    """The same measure of the same named thing with two values, in whatever words."""
    said: defaultdict[tuple[str, str, str, str], list[_Statement]] = defaultdict(list)
    for statement in _statements(text):
        said[statement.key].append(statement)
    for key, statements in said.items():
        if len({statement.figure.number for statement in statements}) > _TWO:
            continue  # a series
        first = statements[0]
        for later in statements[1:]:
            if later.sentence is first.sentence or later.figure.may_equal(first.figure):
                continue
            yield text.claim_finding(
                "lint/two-values",
                later.claim,
                [first.claim],
                f"{later.claim.subject_name}, {key[1]}: {later.figure.text} here, {first.figure.text} there",
                arithmetic=f"{later.figure.text} ≠ {first.figure.text}",
                tolerance="each figure may stand for every value that rounds to it",
            )


_TWO = 2


def _statements(text: LintText) -> Iterator[_Statement]:
    periods = periods_of(text.document)
    by_start = {sentence.start: sentence for sentence in text.sentences}
    for claim in text.document.claims:
        sentence = by_start.get(claim.sentence.start)
        if sentence is None or claim.table is not None or not _is_asserted(claim):
            continue
        if _PARTLY.search(sentence.text) or not _IS_SENTENCE.match(sentence.text):
            continue
        if _OF_A_SORT.search(sentence.text, 0, max(claim.start - sentence.start, 0)):
            continue  # "on a 5-point scale" here, and on a 4-point one there
        if _PLACE_FIRST.match(sentence.text, 0, max(claim.start - sentence.start, 0)):
            continue
        behind = _IN_A_YEAR.sub("", sentence.text[claim.end - sentence.start :])
        if claim.kind == "count" and _IN_A_PLACE.match(behind):
            continue
        key = key_of(claim, periods) or _described_key(claim)
        figure = _figure_at(claim, sentence)
        measure = _lasting_measure(claim, key, sentence) if key is not None else None
        if key is not None and figure is not None and measure is not None:
            is_size = claim.kind == "measurement"
            years = "" if is_size else " ".join(sorted(set(YEAR.findall(sentence.text))))
            yield _Statement(claim, sentence, figure, (key.subject, measure, key.unit, years))


def _described_key(claim: BaseClaim) -> ClaimKey | None:
    """The key of a claim about "the dam": a thing that one text calls so all along."""
    subject = claim.subject
    if (
        subject is None
        or claim.kind not in ("count", "measurement")
        or not _DESCRIBED.fullmatch(subject.text)
    ):
        return None
    if subject.resolved not in (None, subject.text):
        return None
    unit = getattr(claim.value, "unit", None) or ""
    measure = " ".join(sorted(content_key(getattr(claim.value, "of", None) or "")))
    return ClaimKey(claim.kind, name_key(subject.text.split(" ", 1)[1]), measure, unit, "")


_DESCRIBED = re.compile(r"[Tt]he (?:[a-z-]+ )?[a-z]{3,}")


_IS_SENTENCE = re.compile(r"[\"“'(]?[A-Z][^|\t]*\.[\"”')]?\s*$", re.DOTALL)
_PARTLY = WordPattern(r"\b(?:<lint/partly>)\b", re.IGNORECASE)
"""Words that say that a value holds of a part, of some, or of another time."""

_IN_A_PLACE = WordPattern(
    r"(?: [a-z-]+){0,3}? (?:across|around|at|for|from|in|inside|near|on|outside|with|within) "
    r"(?!all\b|total\b|\w+ countries\b)"
)
"""Behind a count, where those are that it counts, and there may be others elsewhere: "21 libraries in Boston"."""

_OF_A_SORT = WordPattern(r"\b(?:on|in|with|by) (?:<common/article>) $", re.IGNORECASE)

_IN_A_YEAR = re.compile(r"^ in [12]\d{3}\b")
_PLACE_FIRST = re.compile(r"(?:Across|Around|At|From|In|Inside|Near|On|Outside|Within) [^\d]{3,80}")
"""What opens a sentence and restricts all of it: "In Spain the firm has 12 hotels"."""


def _is_asserted(claim: BaseClaim) -> bool:
    return is_sure(claim) and not claim.prediction and claim.comparator in ("=", "~")


def _figure_at(claim: BaseClaim, sentence: FigureSentence) -> Figure | None:
    start, end = claim.start - sentence.start, claim.end - sentence.start
    found = [figure for figure in sentence.figures if figure.start < end and start < figure.end]
    return found[0] if len(found) == 1 else None


def _lasting_measure(claim: BaseClaim, key: ClaimKey, sentence: FigureSentence) -> str | None:
    """What a claim gives the value of, if that lasts: what is had or employed, a size, a price; else None."""
    before = words_of(sentence.text[: claim.start - sentence.start])
    if claim.kind == "count":
        verb = next(
            (word for word in reversed(before) if word not in _DEGREE_WORDS and word not in _ARTICLES), ""
        )
        is_of_a_year = len(set(YEAR.findall(sentence.text))) == 1
        return key.measure if verb in _STATIVE else f"{verb} {key.measure}" if is_of_a_year else None
    behind = words_of(sentence.text[claim.end - sentence.start :])
    if claim.kind == "measurement":
        return _size(behind[:1]) or _size(before[-_NEAR_WORDS:]) or _size(behind[:_REACH])
    if claim.kind == "money":
        return next((word for word in reversed(before[-_NEAR_WORDS:]) if word in _PRICES), None)
    return None


_STATIVE, _DEGREE_WORDS, _PRICES = WordSet("lint/stative"), WordSet("lint/near"), WordSet("lint/price_word")
_ARTICLES = WordSet("common/article")
_NEAR_WORDS, _REACH = 4, 8


def _size(words: list[str]) -> str | None:
    """Which size some words name: the length of "long", the height of "tallest"."""
    found = {
        names.partition("/")[0]
        for names in WordSet("lint/size")
        for word in words
        if not base_forms(word).isdisjoint(names.split("/"))
    }
    return found.pop() if len(found) == 1 else None


_ALL_OF_THEM = WordPattern(r"\b(?:<lint/all_of_them>) $", re.IGNORECASE)
_NO_PART_OF_THEM = WordPattern(r"^(?: (?:<lint/of_them_all>)\b|[.,;])")
_SENTENCES_BACK = 5
_FEWEST = 3
"""So few may be those of which the sentence before told something: "these two groups"."""


def find_other_counts(text: LintText) -> Iterator[Finding]:
    """Finds “240 patients were enrolled. All 204 patients ...”: those told of before, in another number."""
    for number, sentence in enumerate(text.sentences):
        for figure in sentence.figures:
            if figure.kind != "count" or figure.number <= _FEWEST or not _is_all(sentence, figure):
                continue
            earlier = text.sentences[max(0, number - _SENTENCES_BACK) : number]
            before = [
                (s, f)
                for s in earlier
                for f in s.figures
                if f.kind == "count"
                and f.head == figure.head
                and (" of " not in figure.of or f.of == figure.of)
            ]
            others = [f.number for s in (*earlier, sentence) for f in s.figures if f is not figure]
            if len(before) != 1 or figure.may_equal(before[0][1]) or _comes_of(figure, others):
                continue
            yield text.finding(
                "lint/two-values",
                sentence,
                (figure,),
                f"{figure.text} {figure.of} here, {before[0][1].text} before",
                arithmetic=f"{figure.text} ≠ {before[0][1].text}",
            )


def _is_all(sentence: FigureSentence, figure: Figure) -> bool:
    """Whether a count is of all that were told of, and not of those "who" or "from"."""
    noun = figure.head
    rest = sentence.text[figure.end :].lower().lstrip()
    is_plural = bool(noun) and not base_forms(noun) <= {noun}
    if (
        not is_plural
        or not rest.startswith(figure.of)
        or not _ALL_OF_THEM.search(sentence.text, 0, figure.start)
    ):
        return False
    return _NO_PART_OF_THEM.match(rest[len(figure.of) :]) is not None


def _comes_of(figure: Figure, others: list[float]) -> bool:
    """Whether a count is one that was told of something else, or the sum or the difference of two others."""
    return figure.number in others or any(
        figure.number in (one + two, abs(one - two)) for one, two in combinations(others, 2)
    )
