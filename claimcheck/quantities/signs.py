"""Signs before an amount: "-5", "minus 5", "$-50"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.quantities.counted_nouns import word_before

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount
    from claimcheck.quantities.money import CurrencyReading


# In "- 19 bids" the dash marks an item of a list; in a cell or an answer that holds nothing else it is a sign
_PROSE_AFTER = re.compile(r"[a-z]{3,}")
_MINUS_HYPHEN = re.compile(r"(?:minus|negative)-$")


def take_sign(
    text: str, low: str, amount: Amount, currency: CurrencyReading | None, *, follows_number: bool
) -> None:
    """Take a minus or plus sign before the amount. `follows_number`: a number ends right before a dash."""
    at = amount.start
    if currency is not None:
        if currency.end < at and text[at - 1] in "-−–":
            _negate(amount, at - 1)
            return
        at = currency.start
    before = text[at - 1 : at]
    if before == "-" and (sign := _MINUS_HYPHEN.search(low, max(0, at - 9), at)):
        _negate(amount, sign.start())
        return
    if before and before in "-−–+":
        outer = text[at - 2 : at - 1]
        if not outer or outer in " \n\t\u00a0(=:,;<>~[/'\"“‘":
            # "2 -7 g" is a range, "Dow -1.3%" and "-5" are signed
            if before == "+":
                amount.start = at - 1
            elif not (
                before == "–"
                and outer == " "
                and amount.form == "digits"
                and currency is None
                and text[amount.end : amount.end + 1] != "%"
                and follows_number
            ):
                _negate(amount, at - 1)
        return
    if before == " " and text[at - 2 : at - 1] in ("-", "−") and currency is None:
        opens = text[:1].isspace() or at == 2  # else what stands before need not be copied
        if opens and not text[: at - 2].strip() and not _PROSE_AFTER.search(text, amount.end):
            _negate(amount, at - 2)
        return
    if before == " " and at >= 6:
        word = word_before(low, at - 1)
        if word in ("minus", "negative"):
            outer = low[max(0, at - len(word) - 4) : at - len(word) - 1]
            if outer.rstrip().endswith("or"):  # "plus or minus two seconds"
                return
            if not outer.rstrip()[-1:].isdigit():
                _negate(amount, at - 1 - len(word))


def _negate(amount: Amount, start: int) -> None:
    amount.value = -amount.value
    amount.mantissa = -amount.mantissa
    amount.start = start
    amount.number_start = (
        min(amount.number_start, start) if amount.number_start - start <= 9 else amount.number_start
    )
