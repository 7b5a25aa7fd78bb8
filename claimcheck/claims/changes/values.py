"""The record of a change: its direction, its size, the old and the new value."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from claimcheck.claims.base import (
    Amount,
    Comparator,
    Value,
    comparator_prefix,
    human_number,
    human_unit,
)

Direction = Literal["increase", "decrease"]


class ChangeValue(Value):
    """The direction, and what is given of the size of the change and of the old and the new value.

    `number` (or `low` and `high`) is the amount of change; where only the new value is given, and it is a
    range, `low` and `high` are that range. `unit` is `percent`, a currency code, a unit or the counted noun;
    `to_unit` is that of `from` and `to` where it is another one ("rose 5% to €3 million").
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True, serialize_by_alias=True)

    direction: Direction
    number: Amount | None = None
    low: Amount | None = None
    high: Amount | None = None
    unit: str | None = None
    from_: Amount | None = Field(default=None, alias="from")
    to: Amount | None = None
    to_unit: str | None = None

    @model_validator(mode="after")
    def _something_given(self) -> Self:
        if all(amount is None for amount in (self.number, self.low, self.from_, self.to)):
            raise ValueError("a change gives an amount, an old value or a new one")
        return self

    def describe(self, comparator: Comparator) -> str:
        """Such as `↑ 23 percent` or `↓ 59 → 46 percent`."""
        arrow = "↑" if self.direction == "increase" else "↓"
        sign = comparator_prefix(comparator)
        unit = f" {human_unit(self.unit, self.number)}" if self.unit else ""
        to_unit = f" {human_unit(self.to_unit, self.to)}" if self.to_unit else ""
        if self.from_ is not None and self.to is not None:
            if self.number is None:
                return f"{arrow} {human_number(self.from_)} → {sign}{human_number(self.to)}{to_unit or unit}"
            spread = f"{human_number(self.from_)} → {human_number(self.to)}{to_unit}"
            return f"{arrow} {sign}{human_number(self.number)}{unit}: {spread}"
        if self.number is not None:
            now = f" to {human_number(self.to)}{to_unit or unit}" if self.to is not None else ""
            return f"{arrow} {sign}{human_number(self.number)}{unit}{now}"
        if self.low is not None and self.high is not None:
            return f"{arrow} {sign}{human_number(self.low)}–{human_number(self.high)}{unit}"
        if self.to is not None:
            return f"{arrow} to {sign}{human_number(self.to)}{unit}"
        assert self.from_ is not None
        return f"{arrow} from {sign}{human_number(self.from_)}{unit}"
