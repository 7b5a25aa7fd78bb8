"""Ranges that end before they begin: of years, of dates, of figures."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.lint.context import slots
from claimcheck.checking.lint.dated import A_YEAR, MONTH, SPAN, dates_of, written_date
from claimcheck.checking.lint.figures import MINUTES, is_of_each
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_YEARS_FROM = (
    WordPattern(
        rf"\b(?:<lint/span_start>) (?P<a>{A_YEAR}) (?:<lint/span_end>) (?P<b>{A_YEAR})\b(?!\s*(?:BC|B\.C|%|\$|[a-z]*s\b))",
        re.IGNORECASE,
    ),
    WordPattern(
        r"\b(?:<lint/span_start>) (?P<a>1[1-4]\d\d) (?:<lint/span_end>) (?P<b>1[1-4]\d\d)(?=[,.;)]|$)"
    ),
    WordPattern(rf"\b(?:of|during|in|years) (?P<a>{A_YEAR})[-–](?P<b>{A_YEAR})\b(?![-–])"),
    WordPattern(rf"\((?:born |b\. )?(?P<a>{A_YEAR}) ?[-–—] ?(?P<b>{A_YEAR})\)"),
    WordPattern(
        rf"\b(?:<lint/span_start>) (?:[A-Z][a-z]+ )?(?P<a>{A_YEAR}) (?:<lint/span_end>) (?:[A-Z][a-z]+ )(?P<b>{A_YEAR})\b"
    ),
)
_BACK = WordPattern(
    r"\b(?:back|bc|bce|b\.c|<lint/back>)\b",
    re.IGNORECASE,
)


_SCALED = WordPattern(r"\b(?:<common/scale>|m|bn|k)\b", re.IGNORECASE)


def _shares_scale(low: Figure, high: Figure) -> bool:
    """Whether the second end may leave out the scale of the first: "between $25 million and $65"."""
    return bool(_SCALED.search(low.text)) and not _SCALED.search(high.text)


_MOVING = WordPattern(r"\b(?:<lint/up>|<lint/down>|<lint/back>|<lint/order_of_play>)\b")
_COUNTED_DOWN = WordPattern(r"\b(?:<lint/counted_down>)\b", re.IGNORECASE)
"""Where the larger end comes first, as it is the earlier one or lowers the price: "60 to 30 minutes before a meal"."""

_FROM = WordPattern(r"\b(?:<lint/span_start>|<lint/against>) (?:(?:<lint/near>) )*$|[\d.-]$")


def _find_descending(text: LintText) -> Iterator[Finding]:
    """Two ends with one unit, the larger first, where nothing is told that falls: "it takes 21 to 14 days"."""
    for sentence in text.sentences:
        for index, (low, high) in enumerate(itertools.pairwise(sentence.figures)):
            if not _RANGE.fullmatch(sentence.before(index + 1)) or low.number <= high.number:
                continue
            is_of_one_unit = low.dimension == high.dimension and bool(
                high.unit or (high.of and _IN_WORDS.search(sentence.before(index + 1)))
            )
            is_first = _PLAIN.fullmatch(low.text) is not None
            if not (is_of_one_unit and is_first and high.number > 0) or _MOVING.search(sentence.template):
                continue
            if high.unit == "percent" or _COUNTED_DOWN.search(sentence.template):
                continue  # rates are told from the top: "rates of 40 to 20 percent for rich and poor"
            if not _FROM.search(sentence.template, 0, sentence.slots[index][0]):
                yield _inverted(text, sentence, low, high)


_PLAIN = re.compile(r"\W?[\d.,]+")
_SUSPENDED = re.compile(r"to ")
"""How the second end begins behind a hyphen: "57- to 53-kD" names two sizes."""

_IN_WORDS = re.compile(r"\w")
_RANGE = re.compile(r" to |[-–—]")


def _is_of_clock(low: Figure, high: Figure) -> bool:
    """Whether two bare numbers may be hours: "between twelve and one"."""
    return low.unit is None and high.unit is None and max(low.number, high.number) <= HOURS


HOURS = 12


_DATED_SPAN = WordPattern(SPAN)


def _are_of_one_month(match: re.Match[str]) -> bool:
    """Whether two days are given of one month: "from 18 May to 3 May 2021"."""
    days = [match[f"{name}day"] or match[f"{name}day_behind"] for name in "ab"]
    return all(days) and match["amonth"] == match["bmonth"] and bool(match["byear"])


def _find_inverted_dates(text: LintText) -> Iterator[Finding]:
    """A stretch of time between two dates, of which one gives its month, that ends before it begins."""
    for sentence in text.sentences:
        for match in _DATED_SPAN.finditer(sentence.template):
            is_dated = match["amonth"] and (match["ayear"] or _are_of_one_month(match))
            dates = dates_of(match) if is_dated else None
            around = sentence.template[max(match.start() - 30, 0) : match.end() + 10]
            if dates is None or dates[1][1] >= dates[0][0] or _BACK.search(around):
                continue
            first, last = written_date(match, "a"), written_date(match, "b")
            place = sentence.text.lower().find(match[0])
            if place >= 0:
                yield make_finding(
                    "lint/range",
                    "inconsistent",
                    kind="date",
                    place=text.place_of(sentence, place, place + len(match[0])),
                    reason=f"the range ends in {last}, before it begins in {first}",
                    arithmetic=f"{last} < {first}",
                )


_DAYS_OF_ONE_MONTH = WordPattern(
    rf"\b(?:<lint/span_start>) (?P<a>\d{{1,2}})(?:st|nd|rd|th)? (?:<lint/span_end>) (?P<b>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH}\b"
    rf"|\b(?:<lint/span_start>) {MONTH} (?P<c>\d{{1,2}}) (?:<lint/span_end>) (?P<d>\d{{1,2}})\b(?! [a-z]+ \d)",
    re.IGNORECASE,
)


def _find_inverted_days(text: LintText) -> Iterator[Finding]:
    """Two days of one month, the later first: "from 19 to 12 August"."""
    for sentence in text.sentences:
        for match in _DAYS_OF_ONE_MONTH.finditer(sentence.text):
            first, last = int(match["a"] or match["c"]), int(match["b"] or match["d"])
            around = sentence.text[max(match.start() - 30, 0) : match.end() + 10]
            if first > last and not _BACK.search(around):
                yield make_finding(
                    "lint/range",
                    "inconsistent",
                    kind="date",
                    place=text.place_of(sentence, match.start(), match.end()),
                    reason=f"the range ends on day {last}, before it begins on day {first}",
                    arithmetic=f"{last} < {first}",
                )


def find_inverted_range(text: LintText) -> Iterator[Finding]:
    """A range that ends before it begins."""
    for sentence in text.sentences:
        for pattern in _YEARS_FROM:
            for match in pattern.finditer(sentence.text):
                around = sentence.text[max(match.start() - 30, 0) : match.end() + 10]
                if match["a"] > match["b"] and not _BACK.search(around):
                    yield make_finding(
                        "lint/range",
                        "inconsistent",
                        kind="date",
                        place=text.place_of(sentence, match.start(), match.end()),
                        reason=f"the range ends in {match['b']}, before it begins in {match['a']}",
                        arithmetic=f"{match['b']} < {match['a']}",
                    )
    yield from _find_inverted_dates(text)
    yield from _find_inverted_days(text)
    for sentence, named, match in (
        match for pattern in (_BETWEEN, _COSTS_FROM, _PUT_AT) for match in text.matches(pattern)
    ):
        low, high = named["a"], named["b"]
        if (
            low.dimension == high.dimension
            and low.interval.low > high.interval.high
            and low.kind == high.kind
            and high.number >= 0
            and not _SUSPENDED.match(high.text)
            and not _is_of_clock(low, high)
            and not _shares_scale(low, high)
            and not _COUNTED_DOWN.search(sentence.template)
            and not (high.unit == "percent" and match.re is _PUT_AT.compiled())
        ):
            yield _inverted(text, sentence, low, high)
    yield from _find_descending(text)
    yield from _find_crossed_bounds(text)


_LEAST = WordPattern(r"\b(?:<lint/minimum>)\b(?! (?:and|or)\b)(?: (?:[a-z-]+)){0,3}? $")
_MOST = WordPattern(r"\b(?:<lint/maximum>)\b(?: (?:[a-z-]+)){0,3}? $")


def _find_crossed_bounds(text: LintText) -> Iterator[Finding]:
    """A least that is more than the most of the same: "a minimum of 50 boxes and a maximum of 40"."""
    for sentence in text.sentences:
        count = range(len(sentence.figures))
        least = [i for i in count if _LEAST.search(sentence.before(i))]
        most = [i for i in count if _MOST.search(sentence.before(i)) and i not in least]
        if len(least) != 1 or len(most) != 1:
            continue
        low, high = sentence.figures[least[0]], sentence.figures[most[0]]
        clocks = MINUTES.get(low.unit or ""), MINUTES.get(high.unit or "")
        scale = [clock or 1.0 for clock in clocks] if all(clocks) else [1.0, 1.0]
        is_plain = low.dimension != "number" or bool(low.of or high.of)
        if not is_plain or is_of_each(sentence, low) != is_of_each(sentence, high):
            continue  # "a minimum of 40 hours and a maximum of 8 hours a day"
        is_alike = low.dimension == high.dimension or all(clocks)
        if (
            is_alike
            and low.number * scale[0] > high.number * scale[1]
            and not (low.of and high.of and low.head != high.head)
        ):
            yield _inverted(text, sentence, low, high)


def _inverted(text: LintText, sentence: FigureSentence, low: Figure, high: Figure) -> Finding:
    return text.finding(
        "lint/range",
        sentence,
        (low, high),
        f"between {low.text} and {high.text} there is nothing: the range is inverted",
        arithmetic=f"{high.text} < {low.text}",
    )


_BETWEEN = slots(r"\bbetween <a> and <b>")
_PUT_AT = slots(r"\b(?:<lint/put_at>) (?:(?:<lint/near>) )?<a>(?: to |[-–—])<b>(?! points?\b)")
"""Words before a range of what something is: "patients aged 18 to 65"."""

_COSTS_FROM = slots(r"\b(?:<lint/ranging>) from <a> to <b>")
"""Verbs of what is so much or so much; what falls goes from more to less."""

RULES = (
    (
        find_inverted_range,
        CheckRule(
            "lint/range",
            ("inconsistent",),
            "a range that ends before it begins",
            ("The trip takes between 50 and 20 minutes.", ""),
            ("The trip takes between 20 and 50 minutes.", ""),
        ),
    ),
)
"""The finder of this module with its rule."""
