"""The figure of a cell: "$ (34)", "(8.1)%", "1,452.4", "671B", "US$88.5 billion (2023)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dates.finding import find_dates
from claimcheck.quantities.finding import find_quantities
from claimcheck.quantities.numbers import parse_amount

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from claimcheck.quantities.finding import Comparator, Quantity

MAX_FIGURE_CHARS = 60
"""A cell with more words is text, not a figure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a cell. Offsets are those of the cell's text.

    Attributes:
        start, end: the figure without marks of notes.
        number: with its sign and with a scale of its own; None for a range.
        low, high: the ends of a range.
        comparator: how it bounds the amount.
        kind: `plain` where the cell gives the bare number.
        unit: currency or unit as the cell gives it.
        currency_assumed, per: as in `Quantity`.
        is_scaled: whether the cell has a scale of its own ("671B").
        decimals: places behind the point; None for other forms.
        is_grouped: whether commas part thousands.
        quantity: as the number layer read it, where that was asked.
    """

    start: int
    end: int
    number: Decimal | None
    kind: str
    low: Decimal | None = None
    high: Decimal | None = None
    comparator: Comparator = "="
    unit: str | None = None
    currency_assumed: bool = False
    per: str | None = None
    is_scaled: bool = False
    decimals: int | None = None
    is_grouped: bool = False
    quantity: Quantity | None = None


_NOTE_MARK = r"(?:\s*(?:\((?:\d{1,2}|[a-z]{1,2}|[ivx]{1,4})\)|\[[\w ]{1,8}\]|[*†‡§^#]+|[¹²³⁴⁵⁶⁷⁸⁹]+))"
_NOTES_BEHIND = re.compile(rf"(?<=[\d%)A-Za-z]){_NOTE_MARK}+\s*\Z")
_NOTES_ALONE = re.compile(rf"{_NOTE_MARK}+\s*\Z")
_YEAR_BEHIND = re.compile(r"\s*\((?:FY\s?|in\s)?(?:1[89]|20)\d\d\)\s*\Z")
_NUMBER = r"\d[\d,\u00a0\u202f\u2009]*(?:\.\d+)?|\.\d+"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_DASH = re.escape(_DASHES)
_FIGURE = re.compile(
    rf"""
    (?P<around>[~≈∼]\s*)?
    (?P<signs>(?:[(+{_DASH}]\s*){{0,2}})
    (?P<money>(?:(?:[A-Z]{{1,3}}[ ]?)?[$€£¥₹₩₽₺₪₱₦฿₫]|[A-Z]{{3}}|Rs\.?)\s*)?
    (?P<inner>(?:[({_DASH}]\s*)?)
    (?P<number>{_NUMBER})
    (?P<tail>\s*[)\s%]*)
    """,
    re.VERBOSE,
)
_RANGE = re.compile(rf"(?P<low>\d[\d,]*\.\d+)\s?[{_DASH}]\s?(?P<high>\d[\d,]*\.\d+)")
_NOTHING = re.compile(rf"[\s$€£¥%.*{_DASH}]*|n\.?/?[am]\.?|nil|none|nm|n\.m\.|not applicable", re.IGNORECASE)
_BARE_YEAR = re.compile(
    r"(?:(?:FY|CY|fiscal(?:\s+year)?|year)\s?['’]?)?(?:(?:1[6-9]|20)\d\d|(?:1|2)\s\d\s\d\s\d)(?:\s?[AEFP*]{1,3}|/\d\d(?:\d\d)?)?"
    r"|FY['’]?\d\d\*{0,3}",
    re.IGNORECASE,
)
_PERIOD_WORDS = re.compile(
    r"(?:(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:quarter|half)|[1-4]Q['’]?\d\d(?:\d\d)?|[Qq][1-4]|H[12]|Q[1-4]\s?['’]?\d\d"
    r"|(?:three|six|nine|twelve)\s+months|(?:fiscal\s+)?years?|quarter)(?:\s+end(?:ed|ing)?)?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"(?:(?:as\s+(?:of|at)|at|(?:\w+\s+){0,3}end(?:ed|ing))\s+)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
    r"(?:\s+\d{1,2})?,?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:for|the|as|of|at|on|and|in|year|years|quarter|quarters|month|months|week|weeks|period|periods|fiscal|ended"
    r"|ending|end|three|six|nine|twelve|financial|audited|unaudited|restated|total|to|from|through|since)\b|[\s,.:;()*–-]+",
    re.IGNORECASE,
)


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no figure: "—", "n/a", "$ -"."""
    return _NOTHING.fullmatch(text.strip()) is not None


def is_period(text: str) -> bool:
    """Whether a cell is a stretch of time and nothing else: "2019", "Years Ended December 31,", "Q1 2020".

    >>> is_period("December 31, 2019"), is_period("1,452")
    (True, False)
    """
    text = text.strip()
    if len(text) > MAX_FIGURE_CHARS or not text:
        return False
    text = _NOTES_ALONE.sub("", text).strip() or text
    if _BARE_YEAR.fullmatch(text) or _PERIOD_WORDS.fullmatch(text) or _MONTH_DAY.fullmatch(text):
        return True
    dates = find_dates(text)
    if not dates:
        return False
    rest = text
    for date in reversed(dates):
        rest = rest[: date.start] + rest[date.end :]
    return not _FILLER.sub("", _BARE_YEAR.sub("", rest)).strip()


LEVEL_OF_INTERVAL = re.compile(
    r"\(?\d{2}(?:\.\d)?\s?%\s*(?:confidence|credible|CIs?\b|C\.I\.|limits?\b|intervals?\b)", re.IGNORECASE
)
"""How sure an interval is, "95% CI": no figure of its own, and no unit of what stands below it."""


def read_figures(text: str) -> Sequence[Figure]:
    """The figures of a cell; none where it is text, a year, or says that there is nothing.

    >>> [figure.number for figure in read_figures("$ (34)")]
    [Decimal('-34')]
    """
    text = text.rstrip()
    if len(text) > MAX_FIGURE_CHARS or is_nothing(text) or not any(map(str.isdigit, text)):
        return ()
    whole = text
    text = _YEAR_BEHIND.sub("", text)
    if (plain := _read_plain(text)) is not None:
        return (plain,)
    without = _NOTES_BEHIND.sub("", text)
    if without != text and (plain := _read_plain(without)) is not None:
        return (plain,)
    if (spread := _read_range(without)) is not None:
        return (spread,)
    if is_period(whole) or LEVEL_OF_INTERVAL.match(whole):
        return ()
    return _read_worded(without)


def _read_range(text: str) -> Figure | None:
    """A range of two prices, such as "1.35 - 1.42"; whole numbers may be a class of ages or days."""
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    low, high = parse_amount(found["low"]), parse_amount(found["high"])
    if low is None or high is None or low > high:
        return None
    decimals = len(found["low"].partition(".")[2])
    return Figure(0, len(text), None, "plain", low=low, high=high, decimals=decimals)


def _read_plain(text: str) -> Figure | None:
    """A number with currency, per cent sign and minus or brackets, and nothing else."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    number = found["number"].strip("\u00a0\u202f\u2009, ")
    tail = found["tail"]
    opened, closed = (found["signs"] + found["inner"]).count("("), tail.count(")")
    if closed > opened or opened > 1 or tail.count("%") > 1:
        return None
    dashes = sum(mark in _DASHES for mark in found["signs"] + found["inner"])
    value = parse_amount(number)
    if value is None or (opened and dashes) or dashes > 1:
        return None
    money = (found["money"] or "").strip()
    percent = "%" in tail
    if money and percent:
        return None
    if not (money or percent or opened or dashes) and _BARE_YEAR.fullmatch(number):
        return None
    sign = -1 if opened or dashes else 1
    kind, unit, assumed = "plain", None, False
    if money:
        read = [q for q in find_quantities(f"{money}{number}") if q.kind == "money"]
        if len(read) != 1 or read[0].number != value or read[0].start != 0:
            return None
        kind, unit, assumed = "money", read[0].unit, read[0].currency_assumed
    elif percent:
        kind, unit = "percent", "percent"
    return Figure(
        0,
        len(text),
        sign * value,
        kind,
        comparator="~" if found["around"] else "=",
        unit=unit,
        currency_assumed=assumed,
        decimals=len(number.partition(".")[2]),
        is_grouped="," in number or any(space in number for space in "\u00a0\u202f\u2009"),
    )


_KINDS = {"money": "money", "percent": "percent", "measure": "measure", "number": "plain", "count": "count"}


_LOOSE_LETTER = re.compile(r"\d\s(?![BMK])[^\W\d_]\Z")
"""A letter set apart from a bare number is a mark of a legend as often as a scale, "199 G"; only thousands,
millions and billions are written so, "39 M"."""


def _read_worded(text: str) -> Sequence[Figure]:
    """Figures with a scale, a unit or words of their own: "671B", "about 5 km", "US$88.5 billion"."""
    quantities = find_quantities(text)
    if not quantities or len(quantities) > 2 or not _is_all_figures(text, quantities):
        return ()
    figures = []
    for quantity in quantities:
        kind = _KINDS.get(quantity.kind)
        if kind is None or quantity.sides is not None:
            return ()
        is_scaled = text[quantity.number_end - 1].isalpha()
        if kind == "plain" and (not is_scaled or _LOOSE_LETTER.search(quantity.text)):
            return ()
        negative = quantity.number is not None and _is_negative(text, quantity)
        number = quantity.number
        figures.append(
            Figure(
                quantity.start,
                quantity.end,
                -abs(number) if negative and number is not None else number,
                kind,
                low=quantity.low,
                high=quantity.high,
                comparator=quantity.comparator,
                unit=quantity.unit,
                currency_assumed=quantity.currency_assumed,
                per=quantity.per,
                # "$5" in words is a whole amount too: no scale of the table is put on it
                is_scaled=is_scaled or kind in ("measure", "count"),
                quantity=quantity,
            )
        )
    if len(figures) == 2 and figures[0].kind != figures[1].kind:
        return ()
    return figures


def _is_all_figures(text: str, quantities: Sequence[Quantity]) -> bool:
    """Whether a cell has hardly any words beside its figures."""
    rest = text
    for quantity in reversed(quantities):
        rest = rest[: quantity.start] + rest[quantity.end :]
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= 1 and sum(map(str.isdigit, rest)) <= 4


def _is_negative(text: str, quantity: Quantity) -> bool:
    before, after = text[: quantity.start].rstrip(), text[quantity.end :].lstrip()
    if before.endswith("(") and after.startswith(")") and not before[:-1].strip():
        return True
    return before in tuple(_DASHES)
