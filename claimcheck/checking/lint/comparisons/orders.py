"""Who has the most or the least, held against the figures that the text gives for each by name.

"Model B reached 78.1 and Model A 81.4, so Model B had the highest score": each figure is that of the name beside
it. What is ranked must be what the figures are of: a score, a rate, a producer, the things counted.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.findings import make_finding
from claimcheck.checking.lint.figures import shown_number
from claimcheck.checking.lint.tables.grids import cells_of
from claimcheck.checking.texts import forms_in, small_words
from claimcheck.lexicons.word_relations import base_forms, readings
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tables.finding import find_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding, Place
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence
    from claimcheck.checking.lint.tables.grids import Cell

_NAME = re.compile(r"[A-Z0-9][\w.'’-]*(?: (?:of |de )?[A-Z0-9][\w.'’-]*)*")
_RANKED = WordPattern(
    r"(?P<name>\b[A-Z][\w.-]*(?: [A-Z0-9][\w.-]*)*),? (?:(?:<lint/being>|[a-z]+ed) )?(?:also )?(?:the |with the )"
    r"(?:(?P<most>(?:<lint/most_of_all>))|(?P<least><lint/least_of_all>)) (?P<what>[a-z-]+(?: [a-z0-9-]+)?)?"
    r"(?P<behind>[^.;]{0,40})"
)
_WORD_OF_ORDER = r"(?:(?P<most>(?:<lint/superlative_most>|<lint/most_of_all>|[a-z]+iest))|(?P<least>(?:<lint/superlative_least>|<lint/least_of_all>)))"
_OF_THESE = r" of (?:(?:<lint/these>)|(?:the|all) [a-z0-9]+)"
_RANKED_AMONG = (
    WordPattern(
        rf"(?P<name>\b[A-Z][\w.-]*(?: [A-Z0-9][\w.-]*)*),? (?:(?:<lint/copula>) )?the {_WORD_OF_ORDER}(?P<of>{_OF_THESE})(?=[,.;]|$)"
    ),
    WordPattern(
        rf"\b(?:<lint/makes_it>) (?:the )?(?P<name>[A-Z][\w.-]*(?: [A-Z0-9][\w.-]*)*) the {_WORD_OF_ORDER}(?P<of>{_OF_THESE})?(?=[,.;]|$)"
    ),
    WordPattern(
        r"(?P<name>\b[A-Z][\w.-]*(?: [A-Z0-9][\w.-]*)*) (?:also |thus |therefore )?(?P<deed>[a-z]+) the (?:(?P<most>most)|(?P<least>fewest|least))(?P<of> of (?:all|them|<lint/these>))?(?=[,.;]|$)"
    ),
    WordPattern(
        r"\b[Tt]he (?P<most>winner)(?P<least>(?!))?(?P<of> of [a-z ]{1,30}?)? (?:<lint/copula>) (?P<name>[A-Z][\w-]*(?: [A-Z0-9][\w-]*)*)(?=[,.;]|$)"
    ),
    WordPattern(
        rf"^The {_WORD_OF_ORDER}(?P<of>{_OF_THESE})? (?:<lint/copula>) (?P<name>[A-Z][\w-]*(?: [A-Z0-9][\w-]*)*)(?=[,.;]|$)"
    ),
)
"""The first of those that were just listed: "Rud, the largest of the three", "The cheapest is Plan B"."""

_OF_A_FIELD = WordPattern(r"\b(?:<lint/in_a_field>)\b")


class _Rank(NamedTuple):
    """What is said to have the most, or the least, of what; `among`, of those just listed, by what word of order;
    `deed`, the verb of who did most: "sold the most".
    """

    start: int
    end: int
    name: str
    is_most: bool
    what: str
    words: str
    behind: str
    among: str | None = None
    deed: str = ""


def find_orders_by_name(text: LintText) -> Iterator[Finding]:
    """Orders that the figures beside the names deny, in one sentence, in the one before, or in a table."""
    for before, sentence in pairwise((None, *text.sentences)):
        if sentence is None:
            continue
        for rank in _ranks(sentence):
            owned = _owned(sentence, rank)
            if owned is None and before is not None and not sentence.text[: rank.start].strip():
                owned = _owned(before, rank)
            if owned is not None and not _has_another_figure(
                sentence, rank, dict(owned[1])[rank.name].number
            ):
                yield from _judge(text, sentence, rank, *owned)
    yield from _find_in_tables(text)


def _ranks(sentence: FigureSentence) -> Iterator[_Rank]:
    for match in _RANKED.finditer(sentence.text):
        words = match[0][: match[0].find(match["behind"]) or None] if match["behind"] else match[0]
        if match["what"] and not _OF_A_FIELD.search(f"{match['what']}{match['behind']}"):
            yield _Rank(
                match.start(),
                match.end("what"),
                match["name"],
                match["most"] is not None,
                match["what"],
                words,
                match["behind"] or "",
            )

    for pattern in _RANKED_AMONG:
        for match in pattern.finditer(sentence.text):
            end = match.end("of") if match["of"] else match.end()
            word = match["most"] or match["least"]
            yield _Rank(
                match.start(),
                max(end, match.end("name")),
                match["name"],
                match["most"] is not None,
                "",
                match[0],
                "",
                word.lower(),
                match.groupdict().get("deed") or "",
            )


def _has_another_figure(sentence: FigureSentence, rank: _Rank, own: float) -> bool:
    """Whether a rank has a figure of its own, which tells that it is of something else: "the highest rent, 90 euros"."""
    return any(figure.start >= rank.end and figure.number != own for figure in sentence.figures)


def _owned(sentence: FigureSentence, rank: _Rank) -> tuple[FigureSentence, list[tuple[str, Figure]]] | None:
    """The figures of a sentence, each with the name beside it; None where they are of several sorts."""
    figures = [f for f in sentence.figures if f.kind not in ("ordinal", "multiple")]
    if len(figures) < 2 or len(figures) < len(sentence.figures):
        return None
    if rank.deed and rank.deed not in _HAVING and base_forms(rank.deed).isdisjoint(forms_in(sentence.text)):
        return None
    is_of = (
        _is_size(rank.among, figures[0]) if rank.among else _is_of(rank, figures[0], sentence.text.lower())
    )
    if not _are_of_one_noun(figures) or not is_of:
        return None
    last = rank.start if sentence.text[rank.start :].startswith(rank.words) else len(sentence.text)
    ends = [0, *(f.end for f in figures)]
    starts = [*(f.start for f in figures), max(last, figures[-1].end)]
    opening = _OPENING_WORD.match(sentence.text)
    if opening is not None and readings(opening[0].lower()):
        ends[0] = min(opening.end(), figures[0].start)
    before = [_last_name(sentence.text[e:s]) for e, s in zip(ends, starts[:-1], strict=False)]
    behind = [_name_behind(sentence.text[e:s]) for e, s in zip(ends[1:], starts[1:], strict=True)]
    named = [
        names
        for names in (before, behind)
        if None not in names and len(set(names)) == len(names) and rank.name in names
    ]
    if len(named) != 1:
        return None  # no names, or names both before and behind
    return sentence, [(name or "", figure) for name, figure in zip(named[0], figures, strict=True)]


def _are_of_one_noun(figures: Sequence[Figure]) -> bool:
    """Whether figures are of one sort; a bare number counts what the first one names: "14,000 inhabitants, Rud 9,000"."""
    units = {figure.dimension.partition("_per_")[0] for figure in figures}
    heads = {figure.head for figure in figures if figure.of}
    return len(units) == 1 and len(heads) <= 1 and (bool(figures[0].of) or not heads)


def _is_size(word: str, figure: Figure) -> bool:
    """Whether a word of order can be told of a figure: "largest" by inhabitants, "deepest" of a length, "cheapest" of a price."""
    if word == "winner":
        return not base_forms(figure.head).isdisjoint(_WON.words())
    if figure.kind == "count" and (word in _OF_NUMBER or _is_of_quality(word, figure)):
        return True
    if figure.kind == "count":
        return word in _OF_MEMBERS and not base_forms(figure.head).isdisjoint(_MEMBERS.words())
    quality = figure.base[0] if figure.base is not None else figure.kind
    return word in _SIZES.get(quality, ())


_OF_MEMBERS, _MEMBERS = WordSet("lint/size_of_members"), WordSet("lint/size_noun")
_SIZES = {
    "meter": WordSet("lint/size_of_length"),
    "meter^2": _OF_MEMBERS,
    "kilogram": WordSet("lint/size_of_mass"),
    "money": WordSet("lint/size_of_money"),
}
"""The words of order that can be told of a measure, by its SI unit, and of money."""


def _is_of_quality(word: str, figure: Figure) -> bool:
    """Whether the things counted have the quality that a superlative is of: the "sunny days" of "the sunniest"."""
    return any(word == f"{re.sub(r'y$', 'i', other)}est" for other in figure.of.split()[:-1])


_OF_NUMBER = ("most", "fewest", "least")
_HAVING = WordSet("lint/being")
_WON = WordSet("lint/wins")
"""What the winner has most of: votes, points, goals."""

_OPENING_WORD = re.compile(r"^[A-Z][a-z]+(?= (?:[a-z]|\d))")
"""The first word of a sentence, which may be no name."""


def _last_name(words: str) -> str | None:
    found = [name for name in _NAME.findall(words) if name.lower() not in small_words()]
    return found[-1].rstrip(".").removeprefix("The ") if found else None


_BEHIND = WordPattern(
    r"[^;]{0,30}?\b(?:<lint/whose>) (?:the )?(?P<name>[A-Z][\w.'’-]*(?: [A-Z0-9][\w.'’-]*)*)"
)


def _name_behind(words: str) -> str | None:
    found = _BEHIND.match(words)
    return found["name"].rstrip(".") if found else None


_STEM = 5
_DEED = re.compile(r"\b[a-z]+ed(?= )")


def _is_named(word: str, told: str) -> bool:
    """Whether some words have a word, or one that begins like it: "produced" for "producer"."""
    stem = re.sub(r"(?:ers?|ors?|s)$", "", word)[:_STEM]
    return re.search(rf"\b{re.escape(stem)}", told) is not None


def _is_of(rank: _Rank, figure: Figure, told: str) -> bool:
    """Whether what is ranked is what a figure gives: a score, a producer, the votes that were counted.

    What a word before it or "of" behind it says must have been told: with a number of cases none of deaths is, and
    with a price no average price.
    """
    if any(deed not in told for deed in _DEED.findall(rank.words)):
        return False  # what was spent is not what was received
    first, _, second = rank.what.partition(" ")
    if second == "of":
        said = rank.behind.split()
        return first in WordSet("lint/number_of") and bool(said) and _is_of_noun(said[0].strip(","), figure)
    if second and second not in small_words():
        if not _is_named(first, told):
            return False
        first = second
    if figure.of:
        return _is_of_noun(first, figure)
    forms = base_forms(first)
    if not forms.isdisjoint(WordSet("lint/any_measure")):
        return True
    is_measure = not forms.isdisjoint(WordSet("lint/ranked_measure")) or first.endswith(("er", "or"))
    return is_measure and _is_named(first, told)


def _is_of_noun(word: str, figure: Figure) -> bool:
    return not base_forms(word).isdisjoint(base_forms(figure.head))


def _judge(
    text: LintText,
    sentence: FigureSentence,
    rank: _Rank,
    told: FigureSentence,
    owned: Sequence[tuple[str, Figure]],
) -> Iterator[Finding]:
    own = dict(owned)[rank.name]
    for name, figure in owned:
        if (
            figure.interval.low > own.interval.high
            if rank.is_most
            else figure.interval.high < own.interval.low
        ):
            yield _finding(
                text.place_of(sentence, rank.start, rank.end),
                [text.place_of(told, f.start, f.end) for f in (own, figure)],
                f"{rank.name} has {own.text}, but {name} has {figure.text}",
                (own.number, figure.number),
                is_most=rank.is_most,
            )
            return


def _find_in_tables(text: LintText) -> Iterator[Finding]:
    """A row that a sentence says to have the most of a column, which another row has more of."""
    words = text.document.text
    if words is None or "\n" not in words:
        return
    ranks = [
        (s, rank)
        for s in text.sentences
        if "|" not in s.text and "\t" not in s.text
        for rank in _ranks(s)
        if not s.text[: rank.start].strip()
    ]
    for table in find_tables(words) if ranks else ():
        cells = cells_of(table, words)
        for sentence, rank in ranks:
            yield from _judge_column(text, sentence, rank, _column_of(cells, sentence.text, rank))


def _column_of(cells: Sequence[Cell], words: str, rank: _Rank) -> list[Cell]:
    """The cells of the only column whose head is what is ranked: of "rent" the highest rent, no rent increase."""
    said = words[rank.end - len(rank.what) :].lower()
    heads = {
        c.column_head
        for c in cells
        if (found := re.match(rf"{re.escape(c.column_head.lower())}(?!\w)(?: (?P<next>[\w-]+))?", said))
        and (found["next"] is None or found["next"] in small_words())
    }
    return [c for c in cells if c.column_head in heads] if len(heads) == 1 else []


def _judge_column(
    text: LintText, sentence: FigureSentence, rank: _Rank, column: Sequence[Cell]
) -> Iterator[Finding]:
    own = [c for c in column if c.row_head == rank.name]
    if (
        len(own) != 1
        or len({c.sort for c in column}) > 1
        or _has_another_figure(sentence, rank, own[0].number)
    ):
        return
    first = max(column, key=lambda c: c.number if rank.is_most else -c.number)
    if first.number == own[0].number:
        return
    yield _finding(
        text.place_of(sentence, rank.start, rank.end),
        [text.place_at(c.start, c.end) for c in (own[0], first)],
        f"{rank.name} has {shown_number(own[0].number)}, but {first.row_head} has {shown_number(first.number)}",
        (own[0].number, first.number),
        is_most=rank.is_most,
    )


def _finding(
    place: Place, evidence: list[Place], reason: str, numbers: tuple[float, float], *, is_most: bool
) -> Finding:
    """That the first of two numbers is not the most, or least, that a ranking calls it."""
    own, other = map(shown_number, numbers)
    return make_finding(
        "lint/order",
        "inconsistent",
        kind="ranking",
        place=place,
        evidence=evidence,
        reason=reason,
        arithmetic=f"{own} {'<' if is_most else '>'} {other}",
    )
