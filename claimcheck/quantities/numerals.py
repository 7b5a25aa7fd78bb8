"""A numeral as it was read, and the arithmetic that keeps its value exact."""

from __future__ import annotations

import unicodedata
from decimal import Context, Decimal, localcontext

EXACT = Context(prec=28)  # digits kept of a fraction such as 2/3
MAX_EXPONENT = 300  # larger powers of ten are typing errors or code, not amounts; a double ends at 308
WHOLE = Context(prec=1000)  # products of numbers within these bounds keep all their digits, whoever calls
MAX_DIGITS = 60  # a longer run of digits is a key or a code
VULGAR_FRACTIONS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞↉"


class Numeral:
    """A number found in a text.

    Attributes:
        start, end: offsets.
        value: what it is worth, scale word included.
        mantissa: the value without scale word, for scales shared over a range.
        form: `digits`, `words`, `fraction`, `ordinal`, or `plural` ("dozens", "hundreds of").
        is_bare: written with digits alone, without separators, decimals or scale (a year may be).
        has_scale: whether a scale word belongs to it.
    """

    __slots__ = ("end", "form", "has_scale", "is_bare", "mantissa", "start", "value")

    def __init__(
        self,
        start: int,
        end: int,
        value: Decimal,
        form: str,
        mantissa: Decimal | None = None,
        *,
        is_bare: bool = False,
        has_scale: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.form = form
        self.mantissa = value if mantissa is None else mantissa
        self.is_bare = is_bare
        self.has_scale = has_scale

    def __repr__(self) -> str:
        return f"Numeral({self.start}, {self.end}, {self.value}, {self.form!r})"


def divide(above: Decimal, below: Decimal) -> Decimal | None:
    """A quotient to 28 digits; None for a division by zero."""
    if not below:
        return None
    with localcontext(EXACT):
        return above / below


def is_sane(value: Decimal) -> bool:
    """Whether a number is within the bounds of amounts; a double holds it, and it times a unit.

    >>> is_sane(Decimal("1E+300")), is_sane(Decimal("1E+301")), is_sane(Decimal("NaN"))
    (True, False, False)
    """
    return value.is_finite() and (not value or abs(value.adjusted()) <= MAX_EXPONENT)


def vulgar_value(character: str) -> Decimal:
    """The value of one of `VULGAR_FRACTIONS`."""
    name = unicodedata.numeric(character)
    with localcontext(EXACT):
        # numeric() is a float; all these fractions have a denominator of at most 10
        for below in range(1, 11):
            above = round(name * below)
            if abs(name * below - above) < 1e-9:
                return Decimal(above) / Decimal(below)
    return Decimal(str(name))
