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


class Amount:
    """A numeral on its way to a `Quantity`. `start`/`end` cover sign, currency and unit.

    Attributes:
        has_minutes: whether minutes of arc were written; such degrees are no temperature.
        is_age: whether it is how old somebody is, or a group of people by their age.
        is_proportion: whether it is a number out of a number ("one in five").
        is_spread: whether "to" stands in a range, which may turn out to be a change.
        shares_unit: whether its unit stands behind a later number ("5, 6 and 7 km").
        found_by: the rule that decided, for the reader of a record only.
    """

    __slots__ = (
        "aside",
        "comparator",
        "currency",
        "descending",
        "end",
        "form",
        "found_by",
        "fraction",
        "has_minutes",
        "has_scale",
        "high",
        "indefinite",
        "is_age",
        "is_proportion",
        "is_spread",
        "kind",
        "low",
        "mantissa",
        "noun",
        "number_end",
        "number_start",
        "numeral",
        "per",
        "shares_unit",
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
        self.has_minutes = self.is_age = self.is_proportion = self.is_spread = self.shares_unit = False

    @property
    def is_plain(self) -> bool:
        """A number with nothing beside it yet."""
        return not self.kind and self.aside is None
