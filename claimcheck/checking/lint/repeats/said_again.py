"""What a text names again by its figure, or by its year, and gives another one.

“Seven people died in the crash. … the nine people who died in the crash”: an article before the figure says that
the thing was told of before; the noun behind it says which. “Revenue in 2020 was $3.1 million. … show revenue of
$3.8 million for 2020”: the measure and the year are the same.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.lint.figures import HUNDRED, TIME_UNITS, in_unit_of, is_of_each
from claimcheck.checking.lint.repeats.slips import are_thousands_apart
from claimcheck.checking.texts import YEAR, forms_in, small_words, words_of
from claimcheck.lexicons.word_relations import base_forms, kinds_above, readings
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_DEFINITE = WordPattern(r"(?:\b(?:<lint/told_of>)|\w['’]s?) $", re.IGNORECASE)
_THING = WordPattern(r"^(?:[ -](?P<noun>(?!<common/relative>)[a-z]+))(?P<rest>.*)$")
_RESTRICTED = WordPattern(
    r"^ (?:<grammar/preposition>|<grammar/fronting_preposition>|<lint/behind_noun>|<lint/no_thing>|<common/article_or_possessor>|(?-i:[A-Z]\w*)|<common/relative>|[a-z]+(?:ed|ing))\b"
)
_SENTENCES_BACK = 4


class _Known(NamedTuple):
    """A figure that stands for a thing told of before: the noun of the thing, and what is said behind it."""

    figure: Figure
    is_of_each: bool
    noun: str
    rest: str


def find_said_again(text: LintText) -> Iterator[Finding]:
    """Figures of what was told of before, by another figure."""
    for number, sentence in enumerate(text.sentences):
        for index in range(len(sentence.figures)):
            known = _known(sentence, index)
            earlier = text.sentences[max(0, number - _SENTENCES_BACK) : number]
            told = _told(known, earlier) if known is not None else None
            if known is None or told is None:
                continue
            figure, other = known.figure, told[1]
            if _comes_of(figure, sentence, earlier) or _was_reached(figure, other, sentence, earlier):
                continue
            yield text.finding(
                "lint/unit-slip"
                if are_thousands_apart(figure, in_unit_of(other, figure))
                else "lint/two-values",
                sentence,
                (figure,),
                f"{figure.text} {known.noun} here, {other.text} before",
                arithmetic=f"{figure.text} ≠ {other.text}",
            )


def _known(sentence: FigureSentence, index: int) -> _Known | None:
    """A figure behind a word for what is known, right before a noun."""
    figure = sentence.figures[index]
    if figure.kind not in ("count", "money", "measure", "number") or figure.unit in TIME_UNITS:
        return None
    if figure.number <= _FEWEST:
        return None
    if not _DEFINITE.search(sentence.text, 0, figure.start):
        return None
    found = _THING.match(sentence.text[figure.end :])
    if found is not None and figure.unit is None and _is_one(found["noun"]):
        return None  # "the 13 line", "the 50-move rule": a name, and no number of them
    if found is not None and _is_adjective(found["noun"], found["rest"]):
        return None  # "the 6 national surveys": of others the text told without that word
    return (
        None if found is None else _Known(figure, is_of_each(sentence, figure), found["noun"], found["rest"])
    )


def _is_one(noun: str) -> bool:
    """Whether a noun stands for one thing, so that a number before it is its name."""
    return noun not in _PEOPLE and base_forms(noun) <= {noun}


def _is_adjective(word: str, rest: str) -> bool:
    """Whether a word before another noun tells which of the things are meant."""
    following = _NEXT_WORD.match(rest)
    return (
        following is not None
        and any(part == "a" for _, part in readings(word))
        and any(part == "n" for _, part in readings(following[1]))
    )


_NEXT_WORD = re.compile(r" ([a-z]{3,})")

_FEWEST = 3
"""Of two or three of many things an article may tell without having told of all: "the two men"."""


def _told(known: _Known, earlier: Sequence[FigureSentence]) -> tuple[FigureSentence, Figure] | None:
    """The only figure that was given for the thing before, if it is another one."""
    forms = base_forms(known.noun)
    alike = [
        (sentence, figure)
        for sentence in earlier
        for figure in sentence.figures
        if in_unit_of(figure, known.figure).unit == known.figure.unit
        and figure.kind not in ("ordinal", "multiple")
    ]
    if known.figure.unit is None:
        alike = [(s, figure) for s, figure in alike if _is_counted_as(known.noun, s, figure)]
    if any(figure.number < 0 for _, figure in alike):
        return None
    if len(alike) != 1 or in_unit_of(alike[0][1], known.figure).may_equal(known.figure):
        return None
    sentence, figure = alike[0]
    if figure.unit is not None and not _is_size_of(known.noun, sentence, figure):
        return None
    if figure.unit != known.figure.unit and not are_thousands_apart(
        in_unit_of(figure, known.figure), known.figure
    ):
        return None  # "The bottle holds 2 litres. The 500-millilitre bottle": another one
    if is_of_each(sentence, figure) != known.is_of_each:
        return None
    beside = (*sentence.text[: figure.start].split()[-2:], *sentence.text[figure.end :].split()[:3])
    told = forms_in(sentence.text)
    is_told = (
        (known.figure.unit is None or not forms.isdisjoint(told))
        and _is_all(known, told)
        and not _PARTIAL.search(" ".join(beside))
    )
    return alike[0] if is_told else None


def _is_counted_as(noun: str, sentence: FigureSentence, figure: Figure) -> bool:
    """Whether a count is of what a noun names: the people that a firm employs are its employees."""
    if not base_forms(noun).isdisjoint(base_forms(figure.head)):
        return True
    is_of_people = figure.head in _PEOPLE and "person" in kinds_above(noun)
    return is_of_people and any(word.startswith(noun[:_STEM]) for word in words_of(sentence.text))


_PEOPLE = WordSet("lint/people")
_STEM = 6

_PARTIAL = WordPattern(r"\b(?:<lint/partial>)\b", re.IGNORECASE)
"""Beside a figure, words that say that it is of a part, or of more than were told of."""


def _is_all(known: _Known, told: frozenset[str]) -> bool:
    """Whether what is said behind a noun picks no part out of what was told of: its words were told, too."""
    if not _RESTRICTED.match(known.rest):
        return True
    verb = _VERB_BEHIND.match(known.rest)
    phrase = known.rest if verb is None or _RELATIVE.search(verb[0]) else verb["phrase"]
    said = [word for word in words_of(phrase) if word not in small_words()]
    said = said[:2] if phrase is known.rest else said
    return bool(said) and all(not base_forms(word).isdisjoint(told) for word in said)


_ATTRIBUTE = re.compile(r"[ -](?P<noun>[a-z]+)\b")


def _is_size_of(noun: str, sentence: FigureSentence, figure: Figure) -> bool:
    """Whether a measure or a sum is that of a noun: right behind it as in "a 12-metre boat", else anywhere before."""
    behind = _ATTRIBUTE.match(sentence.text, figure.end)
    if behind is not None and "-" in figure.text + behind[0]:
        return not base_forms(noun).isdisjoint(base_forms(behind["noun"]))
    if figure.kind == "money":
        return True
    before = words_of(sentence.text[: figure.start])
    return any(not base_forms(noun).isdisjoint(base_forms(word)) for word in before)


_VERB_BEHIND = WordPattern(r"(?P<phrase>(?: [\w'’-]+){1,6}?) (?:<lint/auxiliary>|<lint/of_them_all>)\b")
_RELATIVE = WordPattern(r"\b(?:<common/relative>)\b")


def _comes_of(figure: Figure, sentence: FigureSentence, earlier: Sequence[FigureSentence]) -> bool:
    """Whether a figure is the sum or the difference of two others."""
    others = [f.number for s in (*earlier, sentence) for f in s.figures if f is not figure]
    return any(figure.number in (one + two, abs(one - two)) for one, two in combinations(others, 2))


def _was_reached(
    figure: Figure, told: Figure, sentence: FigureSentence, earlier: Sequence[FigureSentence]
) -> bool:
    """Whether the number of a figure was told before, of no matter what: "the toll rose to nine", "a seventh died"."""
    before = [f for s in earlier for f in s.figures if f.number and f is not told]
    before += [f for f in sentence.figures if f.number and f.start < figure.start]
    return any(
        f.number == figure.number or (f.kind == "percent" and round(HUNDRED / f.number, 2) == figure.number)
        for f in before
    )


_MEASURE = WordPattern(
    r"\b(?P<how>[a-z]+ )?(?P<what><lint/ranked_measure>)(?: (?:in|for) (?:[12]\d{3}))? (?:<lint/measured_at>) (?:(?:<lint/near>) )*$",
    re.IGNORECASE,
)


def find_two_measures(text: LintText) -> Iterator[Finding]:
    """A measure of one year with two values."""
    seen: dict[tuple[str, str, str], tuple[Figure, FigureSentence, str]] = {}
    for sentence in text.sentences:
        years = set(YEAR.findall(sentence.text))
        for figure in sentence.figures if len(years) == 1 else ():
            found = _MEASURE.search(sentence.text, 0, figure.start)
            if found is None or figure.kind not in ("money", "percent") or is_of_each(sentence, figure):
                continue
            if _OF_A_PART.search(sentence.text):
                continue
            name = _name_in(text, sentence, figure)
            key = (f"{_how(found)}{found['what'].lower()}", figure.dimension, years.copy().pop())
            other = seen.setdefault(key, (figure, sentence, name))
            if other[1] is sentence or other[0].may_equal(figure) or name != other[2]:
                continue
            if _names_of(sentence) != _names_of(other[1]):
                continue
            yield text.finding(
                "lint/two-values",
                sentence,
                (figure,),
                f"{found['what']} in {key[2]}: {figure.text} here, {other[0].text} before",
                arithmetic=f"{figure.text} ≠ {other[0].text}",
            )


_OF_A_PART = WordPattern(r"\b(?:<lint/of_a_part>)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z0-9,] )[A-Z][\w&'’-]*")


def _names_of(sentence: FigureSentence) -> set[str]:
    """The words with a capital inside a sentence, which may tell where a measure holds."""
    return {word.removesuffix("'s").removesuffix("’s") for word in _NAME.findall(sentence.text)}


def _how(found: re.Match[str]) -> str:
    """The word before a measure that says which it is: net profit; not "had"."""
    word = (found["how"] or "").lower()
    return "" if word.strip() in small_words() or word.strip() in _SAYING_NOTHING else word


_SAYING_NOTHING = WordSet("lint/plain_verb")


def _name_in(text: LintText, sentence: FigureSentence, figure: Figure) -> str:
    """The name that the claim of a figure is about; empty where it is about none."""
    for claim in text.claims_in(sentence):
        if (
            claim.start - sentence.start <= figure.start < claim.end - sentence.start
            and claim.subject is not None
        ):
            name = claim.subject.resolved or claim.subject.text
            return name if re.search(r"[A-Z]", name[1:]) else ""
    return ""
