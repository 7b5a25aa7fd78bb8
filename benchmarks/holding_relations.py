"""Relations that hold between figures of real text by plain arithmetic, and the text with one changed.

It reads numerals by a pattern of its own and knows no rule of `lint`.
"""

from __future__ import annotations

import datetime as dt
import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from english_numbers import DAYS, MONTHS  # a script beside this one

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Plant(NamedTuple):
    """One error: of which relation, in which wording, the passage as it was, and with one figure changed."""

    relation: str
    wording: str
    right: str
    wrong: str


class Numeral(NamedTuple):
    """A numeral, read by a plain pattern: `sort` is a currency, `%`, `year` or the word behind it."""

    start: int
    end: int
    value: float
    step: float
    sort: str


_NUMERAL = re.compile(
    r"(?<![\w.,])(?P<currency>[$€£])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?: ?(?P<scale>thousand|million|billion|trillion|bn|m)\b)?(?P<percent> ?%| per ?cent\b)?"
    r"(?! ?(?:percentage|th|st|nd|rd)\b)(?![\w,]*\d)"
)
_SCALES = {"thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_NOUN = re.compile(r"(?: (?:new|more|other|people|of the))? ([a-z]{3,})")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9%)”\"][.?!]) +(?=[A-Z“\"])")
_CHANGE = re.compile(
    r"\b(?:up|down|rose|risen|rise|rising|increas\w+|grew|grown|growth|gain\w*"
    r"|jump\w*|climb\w*|fell|fall\w*|drop\w*|declin\w+"
    r"|decreas\w+|lower|higher|more than the|less than the)\b"
)
_WHOLE = re.compile(
    r"\b(?:total\w*|in all|altogether|combined|together|compris\w+|consist\w+"
    r"|made up of|of which|of whom|sum)\b"
)
_GAP = re.compile(r" (?:[a-z-]+ ){0,2}(?:more|fewer|higher|lower|less) than\b")
REACH_OF_SHARE = 40
"""So many characters may stand between a count and the share that it is said to be."""

_AGE = re.compile(r"\b(?:aged|age of|at age|years old|-year-old)\b")
_BORN = re.compile(r"\b(?:born)\b|\(\d{4}[–-]\d{4}\)")
_YEARS = re.compile(r" ?-?years?\b")
_SPAN = re.compile(r"\b(?:from|between|since|until|to|later|after|founded|began|opened)\b")
_DATED = re.compile(
    rf"\b(?P<w>{'|'.join(DAYS)}),? (?:the )?"
    rf"(?:(?P<m>{'|'.join(MONTHS)}) (?P<d>\d{{1,2}})"
    rf"|(?P<d2>\d{{1,2}}) (?P<m2>{'|'.join(MONTHS)})),? (?P<y>\d{{4}})\b"
)


def real_passages(texts: Iterable[tuple[str, str]]) -> Iterator[Plant]:
    """A plant for each relation that holds between figures of a sentence, or two, of a paragraph."""
    for _, text in texts:
        for paragraph in re.split(r"\n\s*", text):
            if 40 < len(paragraph) < 3000 and "|" not in paragraph and "\t" not in paragraph:
                yield from _of_paragraph(paragraph.strip())


def _of_paragraph(paragraph: str) -> Iterator[Plant]:
    bounds = [0, *(found.end() for found in _SENTENCE_END.finditer(paragraph)), len(paragraph)]
    done: set[tuple[str, int]] = set()
    sentences = list(pairwise(bounds))
    windows = sentences + [(one[0], other[1]) for one, other in pairwise(sentences)]
    for begin, end in windows:
        numerals = list(_numerals(paragraph, begin, end))
        for relation, figure, others in _relations(" " * begin + paragraph[begin:end], numerals):
            key = (relation, figure.start)
            if key not in done:
                done.add(key)
                wrong = paragraph[: figure.start] + _changed(paragraph, figure) + paragraph[figure.end :]
                yield Plant(relation, f"real, {len(others) + 1} figures", paragraph, wrong)
    yield from _of_dates(paragraph)


def _numerals(text: str, begin: int, end: int) -> Iterator[Numeral]:
    for found in _NUMERAL.finditer(text, begin, end):
        written = found["digits"]
        scale = _SCALES.get(found["scale"] or "", 1.0)
        decimals = len(written.partition(".")[2])
        value = float(written.replace(",", ""))
        is_year = len(written) == 4 and not found["currency"] and not found["scale"] and 1500 < value < 2100
        noun = _NOUN.match(text, found.end())
        sort = found["currency"] or (
            "%" if found["percent"] else "year" if is_year else noun[1] if noun else ""
        )
        yield Numeral(
            found.start("digits"), found.end("digits"), value * scale, scale * 10.0**-decimals, sort
        )


def _relations(words: str, numerals: Sequence[Numeral]) -> Iterator[tuple[str, Numeral, tuple[Numeral, ...]]]:
    """Each relation that holds, with the figure that follows from the others, and those."""
    shares = [n for n in numerals if n.sort == "%"]
    amounts = [n for n in numerals if n.sort not in ("%", "year") and n.value]
    years = [n for n in numerals if n.sort == "year"]
    if _CHANGE.search(words):
        told = [s for s in shares if _CHANGE.search(words, max(s.start - 30, 0), s.end + 25)]
        for one, other in combinations(amounts, 2):
            yield from (("growth", s, (one, other)) for s in told if _is_growth(one, other, s))
            small, large = sorted((one, other), key=lambda n: n.value)
            gaps = [n for n in amounts if n.value == large.value - small.value and _GAP.match(words, n.end)]
            yield from (("gain", n, (small, large)) for n in gaps if n not in (one, other))
    if _WHOLE.search(words):
        for count in (2, 3, 4):
            yield from _sums(amounts, count)
    for one, other in combinations(amounts, 2):
        small, large = sorted((one, other), key=lambda n: n.value)
        near = [s for s in shares if 0 < s.start - small.end < REACH_OF_SHARE]
        yield from (("share", s, (small, large)) for s in near if _is_share(words, small, large, s))
    for first, last in combinations(years, 2):
        for one in amounts:
            is_gap = one.value == last.value - first.value > 1
            if is_gap and _BORN.search(words) and _AGE.search(words):
                yield "age", one, (first, last)
            elif is_gap and one.sort in ("years", "year") and _SPAN.search(words):
                yield "span", one, (first, last)


def _is_growth(one: Numeral, other: Numeral, share: Numeral) -> bool:
    if one.sort != other.sort and "" not in (one.sort, other.sort):
        return False
    return share.value > 1 and any(
        abs(abs(end.value / start.value - 1) * 100 - share.value) <= share.step / 2
        for start, end in ((one, other), (other, one))
    )


def _is_share(words: str, small: Numeral, large: Numeral, share: Numeral) -> bool:
    is_exact = abs(small.value / large.value * 100 - share.value) <= share.step / 2 and share.value > 1
    is_beside = re.match(r"[^.;%]*(?:\(| or |, )$", words[small.end : share.start]) is not None
    return is_exact and is_beside and large.value >= 20 and small.sort not in ("$", "£", "€")


def _sums(amounts: Sequence[Numeral], count: int) -> Iterator[tuple[str, Numeral, tuple[Numeral, ...]]]:
    """Figures in a row, and the one before or behind them that they make together."""
    for at in range(len(amounts) - count):
        run = amounts[at : at + count + 1]
        for whole, parts in ((run[0], run[1:]), (run[-1], run[:-1])):
            is_sum = abs(sum(p.value for p in parts) - whole.value) < min(n.step for n in run) / 2
            if is_sum and whole.value > 10:
                yield "total", whole, tuple(parts)


def _of_dates(paragraph: str) -> Iterator[Plant]:
    for found in _DATED.finditer(paragraph):
        month = MONTHS.index(found["m"] or found["m2"]) + 1
        try:
            day = dt.date(int(found["y"]), month, int(found["d"] or found["d2"]))
        except ValueError:
            continue
        if DAYS[day.weekday()] == found["w"]:
            wrong = DAYS[(day.weekday() + 2) % 7]
            yield Plant(
                "weekday",
                "real",
                paragraph,
                paragraph[: found.start("w")] + wrong + paragraph[found.end("w") :],
            )


def _changed(text: str, figure: Numeral) -> str:
    """A numeral with another first digit, or a larger one."""
    written = text[figure.start : figure.end]
    first = int(written[0])
    return str(first + (3 if first <= 6 else -3)) + written[1:]
