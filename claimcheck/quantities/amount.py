"""An amount: a numeral with what stands right beside it, on its way to a `Quantity`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from claimcheck.lexicons.quantities import CurrencyWord
    from claimcheck.quantities.counted_nouns import NounPhrase
    from claimcheck.quantities.numerals import Numeral
    from claimcheck.quantities.set_aside.names import SetAsideRule
    from claimcheck.quantities.units import UnitReading


DEGREES_AND_MINUTES = "degrees-and-minutes"
"""What an angle with minutes of arc is found by; it is no temperature, whatever stands around it."""


class Amount:
    """A numeral on its way to a `Quantity`. `start`/`end` cover sign, currency and unit."""

    __slots__ = (
        "aside",
        "comparator",
        "currency",
        "descending",
        "end",
        "form",
        "found_by",
        "fraction",
        "has_scale",
        "high",
        "indefinite",
        "kind",
        "low",
        "mantissa",
        "noun",
        "number_end",
        "number_start",
        "numeral",
        "per",
        "sides",
        "start",
        "tolerance",
        "unit",
        "unit_end",
        "unit_reading",
        "unit_start",
        "value",
    )

    def __init__(self, numeral: Numeral) -> None:
        self.numeral = numeral
        self.form = numeral.form
        self.start = self.number_start = numeral.start
        self.end = self.number_end = numeral.end
        self.value: Decimal = numeral.value
        self.mantissa = numeral.mantissa
        self.has_scale = numeral.has_scale
        self.kind: str = ""
        self.unit: str | None = None
        self.unit_reading: UnitReading | None = None
        self.unit_start = self.unit_end = -1
        self.currency: CurrencyWord | None = None
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.comparator = ""
        self.per: str | None = None
        self.tolerance: Decimal | None = None
        self.sides: tuple[Decimal, ...] | None = None
        self.fraction = False
        self.indefinite = False
        self.descending = False
        self.noun: NounPhrase | None = None
        self.aside: SetAsideRule | None = None
        self.found_by = ""

    @property
    def is_plain(self) -> bool:
        """A number with nothing beside it yet."""
        return not self.kind and self.aside is None
