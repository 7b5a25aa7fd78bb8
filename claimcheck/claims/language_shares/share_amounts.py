"""What a share is worth in percent: fractions to the second decimal."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING

from claimcheck.claims.base import amounts_of

if TYPE_CHECKING:
    from claimcheck.quantities.finding import Quantity

_CENT = Decimal("0.01")
_SMALL = Context(prec=4)


def share_amounts(quantity: Quantity) -> dict[str, Decimal | None]:
    """`number`, or `low` and `high`, in percent.

    A third is 33.33, where reading stops; 1 in 40,000 is 0.0025. A bare fraction such as "four-fifths"
    is a share here.
    """
    amounts = amounts_of(quantity)
    if not quantity.is_fraction:
        return amounts
    scale = 1 if quantity.kind == "percent" else 100
    return {key: None if value is None else _rounded(value * scale) for key, value in amounts.items()}


def _rounded(share: Decimal) -> Decimal:
    return share.quantize(_CENT) if abs(share) >= 1 else _SMALL.plus(share).normalize(_SMALL)
