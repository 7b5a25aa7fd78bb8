"""The result of reading only the quantities of an article: the object that `claimcheck quantities` writes."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from claimcheck.claims.base import (
    Amount,
    Comparator,
    FrozenModel,
    SparseModel,
    TextSpan,
    human_number,
    human_unit,
)
from claimcheck.quantities.finding import QuantityKind, explain_numerals, find_quantities
from claimcheck.quantities.set_aside.names import SetAsideRule
from claimcheck.version import SCHEMA_VERSION, __version__

if TYPE_CHECKING:
    from decimal import Decimal

    from claimcheck.article import Article
    from claimcheck.quantities.finding import Quantity


class QuantityRecord(TextSpan, SparseModel):
    """One quantity. The fields mean what those of `claimcheck.Quantity` do; null ones are left out."""

    kind: QuantityKind
    number_start: int = Field(ge=0)
    number_end: int = Field(ge=0)
    number: Amount | None = None
    low: Amount | None = None
    high: Amount | None = None
    comparator: Comparator = "="
    unit: str | None = None
    of: str | None = None
    per: str | None = None
    tolerance: Amount | None = None
    si_value: Amount | None = None
    si_unit: str | None = None
    trend: Literal["up", "down"] | None = None
    currency_assumed: Literal[True] | None = None
    found_by: str

    def describe(self) -> str:
        """The value for people: `~ 1.5 billion`, `10–15 kilometers`."""
        sign = "" if self.comparator == "=" else f"{self.comparator} "
        if self.number is not None:
            amount = human_number(self.number)
        elif self.low is not None and self.high is not None:
            amount = f"{human_number(self.low)}–{human_number(self.high)}"
        else:
            amount = "?"
        unit = human_unit(self.unit, self.number) if self.unit else (self.of or "")
        rate = f" per {self.per}" if self.per else ""
        return f"{sign}{amount} {unit}".rstrip() + rate


class NumeralRecord(TextSpan):
    """What became of one numeral of the text.

    `quantity` is the index of the quantity it is part of; `set_aside_by` is the rule by which it is none.
    Exactly one of them is given.
    """

    quantity: int | None
    set_aside_by: SetAsideRule | None


class QuantityReport(FrozenModel):
    """The quantities of one article; `numerals` is null where no account of them was asked for."""

    schema_version: str = SCHEMA_VERSION
    claimcheck_version: str = __version__
    source: str
    text_sha256: str
    offset_unit: Literal["unicode_code_point"] = "unicode_code_point"
    quantities: tuple[QuantityRecord, ...]
    numerals: tuple[NumeralRecord, ...] | None = None


def report_quantities(article: Article, *, explain: bool = False) -> QuantityReport:
    """The quantities of an article, and what became of each of its numerals if `explain` is set."""
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    numerals = None
    if explain:
        numerals = tuple(
            NumeralRecord(**dataclasses.asdict(account))
            for account in explain_numerals(article.text, article.hints)
        )
    return QuantityReport(
        source=article.source,
        text_sha256=digest,
        quantities=tuple(_record(quantity) for quantity in find_quantities(article.text, article.hints)),
        numerals=numerals,
    )


_COPIED = tuple(name for name in QuantityRecord.model_fields if name != "currency_assumed")


def _record(quantity: Quantity) -> QuantityRecord:
    fields: dict[str, Decimal | str | int | None] = {name: getattr(quantity, name) for name in _COPIED}
    return QuantityRecord.model_validate({**fields, "currency_assumed": quantity.currency_assumed or None})
