"""Write `claimcheck/lexicons/shared/currencies.csv` from Babel's copy of the Unicode CLDR.

One row for each currency that is or was legal tender under its ISO 4217 code: code, English name,
English plural, number of decimal places, and the symbol English uses for it, if any. Words and
symbols that need a choice ("$", "pounds") are made by hand in `en/currency_words.csv`; rows there win.

    python lexicon_sources/generate_currencies.py
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from babel import Locale
from babel.numbers import get_currency_name, get_currency_precision, list_currencies

CURRENCIES = Path(__file__).parent.parent / "claimcheck" / "lexicons" / "shared" / "currencies.csv"
# Codes that name no money one can hold: bond units, units of account, precious metals, testing, no currency.
NOT_MONEY = frozenset(
    {"XAD", "XBA", "XBB", "XBC", "XBD", "XEU", "XFO", "XFU", "XRE", "XTS", "XUA", "XXX", "XSU"}
)


def generate() -> str:
    """The text of `currencies.csv` as Babel gives it today."""
    english = Locale("en")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["code", "name", "plural", "decimals", "symbol"])
    for code in sorted(list_currencies()):
        if code in NOT_MONEY or not code.isalpha():
            continue
        symbol = english.currency_symbols.get(code, "")
        writer.writerow(
            [
                code,
                get_currency_name(code, count=1, locale=english),
                get_currency_name(code, count=2, locale=english),
                get_currency_precision(code),
                "" if symbol == code else symbol,
            ]
        )
    return out.getvalue()


if __name__ == "__main__":
    CURRENCIES.write_text(generate(), encoding="utf-8")
