"""Money: the currency before or after a number, with its scale and its hundredths."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import CurrencyWord, load_number_words, load_scales
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.counted_nouns import find_counted_noun
from claimcheck.quantities.cue_words import context_words
from claimcheck.quantities.money import read_currency_after
from claimcheck.quantities.number_starts import number_starts
from claimcheck.quantities.numbers import read_number
from claimcheck.quantities.percents import PERCENT
from claimcheck.quantities.rates import take_per
from claimcheck.quantities.scale_letters import take_scale
from claimcheck.quantities.units import read_unit

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount
    from claimcheck.quantities.money import CurrencyReading
    from claimcheck.quantities.numerals import Numeral
    from claimcheck.quantities.units import UnitReading


_COUNTRY_AFTER = re.compile(
    r"[ ](?P<word>US|U\.S\.|Canadian|Australian|AUD|CAD|USD|sterling|NZD|HKD|SGD)(?![^\W_])"
)


_COUNTRY_CURRENCIES = {
    "us": "USD",
    "u.s.": "USD",
    "aud": "AUD",
    "cad": "CAD",
    "usd": "USD",
    "nzd": "NZD",
    "hkd": "HKD",
    "sgd": "SGD",
    "sterling": "GBP",
}


_CURRENCY_NAMES = {
    "USD": "US dollar", "AUD": "Australian dollar", "CAD": "Canadian dollar", "NZD": "New Zealand dollar",
    "HKD": "Hong Kong dollar", "SGD": "Singapore dollar", "GBP": "British pound",
}  # fmt: skip


_SCALE_WORD_AFTER_CURRENCY = WordPattern(r" (?P<word><common/scale>|mn|bn)(?![^\W_])")


_MINOR = re.compile(r"(?P<dollar>)(?:,? (?P<and>and) |[, ]{1,2})(?=(?P<number>[\da-z]))")


_COMMA_CENTS = re.compile(r",\d\d(?![\d,]|\.\d)")


def take_currency_before(text: str, low: str, amount: Amount, reading: CurrencyReading) -> None:
    """Take the currency before the number, and its scale, country and hundredths after it."""
    amount.kind, amount.currency = "money", reading.currency
    amount.unit = reading.currency.code
    amount.start = min(amount.start, reading.start)
    amount.unit_start, amount.unit_end = reading.start, reading.end
    amount.found_by = "currency-before"
    if amount.numeral.is_bare and (cents := _COMMA_CENTS.match(text, amount.end)) is not None:  # "€5,50"
        amount.value = amount.mantissa = amount.value + Decimal(cents[0][1:]) / 100
        amount.end = amount.number_end = cents.end()
    take_scale(text, low, amount, currency=True)
    # "$76 US a barrel", "at $1.25 sterling", "USD 5 million"
    if reading.currency.assumed:
        after = _COUNTRY_AFTER.match(text, amount.end)
        if after is not None:
            word = after["word"].lower()
            better = _COUNTRY_CURRENCIES.get(word)
            if better is not None:
                precise = read_currency_after(text, low, amount.end)
                if word == "us" or (precise is not None):
                    amount.unit = better
                    amount.currency = CurrencyWord(
                        better, Decimal(1), assumed=False, before=True, name=_CURRENCY_NAMES[better]
                    )
                    amount.end = after.end("word")
    _take_minor(text, low, amount)
    _take_old_coins(low, amount)
    _take_parts_of_cent(text, amount)
    take_per(low, amount)


_OLD_COINS = re.compile(r"[ ](?P<shillings>\d{1,2})s\.?(?:[ ](?P<pence>\d{1,2})d\.?)?(?![^\W_])")
_MILL = Decimal("0.0001")


def _take_old_coins(low: str, amount: Amount) -> None:
    """Shillings and pence after pounds, 20 and 240 to one: "£38,214 12s 6d"."""
    coins = _OLD_COINS.match(low, amount.end) if amount.unit == "GBP" and not amount.has_scale else None
    if coins is None:
        return
    pence = int(coins["shillings"]) * 12 + int(coins["pence"] or 0)
    amount.value = amount.mantissa = amount.value + (Decimal(pence) / 240).quantize(_MILL)
    amount.end = amount.number_end = coins.end()


_CENTS_WRITTEN = re.compile(r"\d\.\d\d$")
_PART_OF_CENT = WordPattern(
    r"[ \u00a0-](?P<over>\d{1,2})/(?P<under>2|4|8|16|32)(?![\d/]|[ ](?!(?:<quantities/after_price>)\b)[a-z])"
    r"|[ \u00a0]?(?P<vulgar>[½¼¾⅛⅜⅝⅞])"
)


def _take_parts_of_cent(text: str, amount: Amount) -> None:
    """Halves, quarters, eighths of a cent after dollars and cents, as grain is quoted: "$5.61 3/4"."""
    end = amount.end
    if amount.has_scale or end != amount.number_end or not _CENTS_WRITTEN.search(text, max(0, end - 4), end):
        return
    found = _PART_OF_CENT.match(text, end)
    if found is None:
        return
    if found["vulgar"]:
        part = Decimal(unicodedata.numeric(found["vulgar"]))
    elif int(found["over"]) < int(found["under"]):
        part = Decimal(found["over"]) / int(found["under"])
    else:
        return
    amount.value = amount.mantissa = amount.value + part / 100
    amount.end = amount.number_end = found.end()


def take_currency_after(text: str, low: str, amount: Amount, reading: CurrencyReading) -> None:
    """Take the currency after the number, and its scale and hundredths."""
    amount.kind, amount.currency, amount.unit = "money", reading.currency, reading.currency.code
    amount.fraction = False
    amount.unit_start, amount.unit_end = reading.start, reading.end
    amount.end = reading.end
    amount.found_by = "currency-after"
    # "75 USD million"
    scale = _SCALE_WORD_AFTER_CURRENCY.match(low, reading.end)
    if scale is not None and not amount.has_scale:
        word = scale["word"]
        known = load_number_words().get(word)
        amount.value *= load_scales()[word].factor if known is None else known.value
        amount.has_scale = True
        amount.end = scale.end()
    if reading.currency.factor == 1:
        _take_minor(text, low, amount)
    take_per(low, amount)
    if text[amount.start : amount.start + 1] == "":
        amount.start = amount.number_start


def _may_count_hundredths(low: str, at: int, numeral: Numeral) -> bool:
    """Whether a number that begins at `at` is from 1 to 99, whole and no part of another word."""
    if (
        numeral.form not in ("digits", "words")
        or numeral.has_scale
        or not numeral.value.is_finite()  # written with an exponent beyond reason
        or not 0 < numeral.value < 100
    ):
        return False
    if numeral.value != numeral.value.to_integral_value() or (low[at].isdigit() and numeral.end - at > 2):
        return False
    glued = low[numeral.end : numeral.end + 2]
    return not glued[:1].isalpha() or (glued[0] in "cp" and not glued[1:].isalnum())


def _take_minor(text: str, low: str, amount: Amount) -> None:
    """Such as "3 dollars 50 cents", "$20 and 43c", "15 dollars and 15": the hundredths of a currency."""
    if amount.has_scale or amount.value != amount.value.to_integral_value() or amount.value < 0:
        return
    found = _MINOR.match(low, amount.end)
    if found is None:
        return
    at = found.start("number")
    numeral = read_number(text, low, at) if number_starts().match(low, at) else None
    if numeral is None or not _may_count_hundredths(low, at, numeral):
        return
    currency = read_currency_after(text, low, numeral.end)
    if currency is not None:
        if not 0 < currency.currency.factor < 1:
            return
        end = currency.end
        factor = currency.currency.factor
        # "five mao five": the rest of the rest
        rest = (
            number_starts().match(low, end + 1)
            if low[end : end + 1] == " " and factor == Decimal("0.1")
            else None
        )
        if rest is not None and (tail := read_number(text, low, end + 1)) is not None and tail.value < 10:
            amount.value += tail.value * factor / 10
            end = tail.end
    elif low[amount.end] == "," and low[at].isalpha():
        return  # "was $5,370, and nine were paid"
    elif found["dollar"] or amount.unit_end > amount.number_end or found["and"]:
        if _is_unit_like(text, low, numeral.end) or (
            not found["and"] and amount.unit_end <= amount.number_end
        ):
            return
        end, factor = numeral.end, Decimal("0.01")
    else:
        return
    amount.value += numeral.value * factor
    amount.mantissa = amount.value
    amount.end = end
    amount.found_by = "major-and-minor-unit"


_MONEY_OF = WordPattern(
    r" of (?:the |its |their |his |her |public |taxpayers['’]? |government |new |extra "
    r"|additional |annual )?(?:<quantities/money_of>)(?![^\W_])",
)
_POUNDS_OF = re.compile(
    r"(?:\d ?(?:k|m|mn|bn|b)?|million|billion|thousand) pounds of (?!aid|debt|fund|money)"
)
_SAVED = WordPattern(r"\b(?:<quantities/saving>) (?:[a-z]+ ){0,2}$")
"""Before pounds that something saves, which are money where they are told in millions."""
_SAVED_BY_SOMEBODY = WordPattern(
    r"(?<![^\W_])(?:<quantities/saver>) (?:[a-z]+ ){0,2}saved? (?:[a-z]+ ){0,2}$"
    r"|(?<![^\W_])(?:<quantities/saving>) (?:[a-z]+ )?(?:<quantities/saver>) (?:[a-z]+ ){0,2}$"
)
"""Before pounds that a person or household saves or is saved, which are money; those that a wing or its maker
saves may weigh.
"""


def is_mass(low: str, amount: Amount, currency: CurrencyReading, unit: UnitReading) -> bool:
    """Whether "pounds" (and the like) weigh rather than cost."""
    surface = low[currency.start : currency.end]
    if surface not in ("pound", "pounds"):
        return unit.end > currency.end
    if low.startswith(" of ", currency.end):
        return not _MONEY_OF.match(low, currency.end)
    if _POUNDS_OF.search(low, max(0, amount.start - 90), amount.start):
        return True  # "848 million pounds of copper, up from 537 million pounds"
    if amount.has_scale and (
        amount.value >= 10**6 or _SAVED.search(low, max(0, amount.start - 60), amount.start)
    ):
        return False
    if _SAVED_BY_SOMEBODY.search(low, max(0, amount.start - 60), amount.start):
        return False
    context = low[max(0, amount.start - 60) : amount.end + 40]
    if low[currency.start - 1 : currency.start] == "-" or context_words("weight_context").search(context):
        return True
    return not ("£" in context or context_words("money_context").search(context))


def _is_unit_like(text: str, low: str, end: int) -> bool:
    """Whether something counted or measured follows a number."""
    if text[end : end + 1] in "%-/" and text[end : end + 1]:
        return True
    if PERCENT.match(low, end) or read_unit(text, low, end) is not None:
        return True
    noun = find_counted_noun(text, low, end)
    return (noun is not None and noun.is_plural) or number_starts().match(low, end + 1) is not None
