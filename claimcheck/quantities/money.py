"""Currencies beside a number: symbols, ISO codes and names, before it and after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import load_currency_code_words, load_currency_codes, load_currency_words
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import is_plural_noun
from claimcheck.quantities.currency_places import currency_here, is_shared_name
from claimcheck.quantities.notation import (
    is_clotting_ratio,
    is_mark_here,
    is_rand_here,
    is_release_of_php,
    is_small_coin_here,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.lexicons.quantities import CurrencyWord

# codes that people write in small letters as well
_SMALL_CODES = WordSet("quantities/small_code")
_SPACES = " \u00a0\u2009\u202f"
_AFTER = re.compile(
    r"[ \u00a0\u2009\u202f]{0,2}(?:(?P<symbol>[$€£¥￥₹₽₩₺₿₡₾₭₦₱฿₫₴₪₸₼₮₲₵៛৳֏₨¢]|ரூ)|-?(?P<word>[^\W\d_]+\.?))"
)
_MORE_WORDS = re.compile(r"(?:[ -][^\W\d_]+){0,3}")
_NEXT_PRICE = re.compile(r"[ ]\d[\d,.]{0,20}(?![\d,.]|[ ]?[$€£¢%]|[ ]cents?)")
_IN_FORMULA = re.compile(r"\$[^$\n]*[=_^\\][^$\n]*$")
# "M" and "k" glued to a code: "48.5 MGBP"
_SCALED_CODE = re.compile(r"[ ]?(?P<scale>k|K|M|m|bn|B)(?P<code>[A-Z]{3})(?![^\W_])")


class CurrencyReading(NamedTuple):
    """A currency found beside a number; `start` and `end` are its own offsets."""

    start: int
    end: int
    currency: CurrencyWord


@per_lexicon
def _symbol_characters() -> frozenset[str]:
    return frozenset(w[-1] for w in load_currency_words() if not w[-1].isalpha() and w[-1] not in ".=") | {
        "ூ"
    }


@per_lexicon
def _first_words() -> Mapping[str, int]:
    lengths: dict[str, int] = {}
    for words in load_currency_words():
        parts = words.split(" ")
        lengths[parts[0]] = max(lengths.get(parts[0], 0), len(parts))
    return lengths


# codes that the number after them may show to be something else
_OTHER_SENSES = {"PHP": is_release_of_php, "INR": is_clotting_ratio}
_PAST_CODES = WordSet("quantities/past_code")
"""Codes of money that is no more, which other names share."""
_YEAR_OF_NAME = re.compile(r"(?:19|20)\d\d(?![\d.,]*\d)")
_LONG_NUMBER = re.compile(r"\d{5}")
_ALSO_WORDS = WordSet("quantities/small_symbol")
_COUNTRIES = WordSet("quantities/dollar_prefix")
# "its Series C $30 million round": the letter is the thing's own
_LETTERED_BEFORE = WordPattern(r"\b(?:<quantities/before_letter>)[ \u00a0]\Z", re.IGNORECASE)


def read_currency_before(text: str, low: str, number_start: int) -> CurrencyReading | None:
    """The currency that ends right before a number, a sign between them allowed ("$-50")."""
    end = number_start
    floor = max(0, number_start - 24)
    while end > floor and text[end - 1] in _SPACES:
        end -= 1
    if (
        end > floor
        and text[end - 1] in "-−–"
        and text[end - 2 : end - 1]
        and text[end - 2] in _symbol_characters()
    ):
        end -= 1
    if end == floor or number_start - end > 2:
        return None
    last = text[end - 1]
    if last in _symbol_characters():
        return _read_symbol_before(text, low, floor, end)
    if last == "=" and low[end - 2 : end] == "y=":
        return CurrencyReading(end - 2, end, load_currency_words()["y="])
    if not (last.isalpha() or last == "."):
        return None
    word_end = end - 1 if last == "." else end
    word_start = word_end
    while word_start > floor and text[word_start - 1].isalpha():
        word_start -= 1
    before = text[word_start - 1 : word_start]
    if before.isdigit() or before == "_":
        return None
    if before == "$":
        currency = load_currency_words().get("$" + low[word_start:word_end])
        return None if currency is None else CurrencyReading(word_start - 1, end, currency)
    return _read_word_before(text, low, word_start, end, number_start)


def _read_symbol_before(text: str, low: str, floor: int, end: int) -> CurrencyReading | None:
    """A currency sign that ends at `end`, with the letters of its country: "$", "US$", "A $"."""
    words = load_currency_words()
    symbol_start = end - 2 if text[end - 1] == "ூ" else end - 1
    symbol = low[symbol_start:end]
    prefix_start = symbol_start
    while prefix_start > floor and text[prefix_start - 1].isalpha() and symbol_start - prefix_start < 4:
        prefix_start -= 1
    if prefix_start == symbol_start and text[symbol_start - 1 : symbol_start] == " ":
        spaced = _read_spaced_country(text, low, floor, symbol_start, end)
        if spaced is not None:
            return spaced
    prefix = low[prefix_start:symbol_start]
    currency = words.get(prefix + symbol) if prefix else None
    if currency is None and prefix == "" and low[symbol_start - 4 : symbol_start] == "u.s.":
        currency, prefix_start = words.get("u.s." + symbol), symbol_start - 4
    if currency is not None:
        return CurrencyReading(prefix_start, end, currency)
    currency = words.get(symbol)
    return None if currency is None else CurrencyReading(symbol_start, end, currency)


def _read_spaced_country(
    text: str, low: str, floor: int, symbol_start: int, end: int
) -> CurrencyReading | None:
    """A sign with its country before a blank: "US $", "NZ $"; not "a $ 4 fund" nor "Plan C $4 billion"."""
    spaced = symbol_start - 1
    prefix_start = spaced
    while prefix_start > floor and text[prefix_start - 1].isalpha() and spaced - prefix_start < 4:
        prefix_start -= 1
    prefix = low[prefix_start:spaced]
    if prefix not in _COUNTRIES or (prefix == "us" and text[prefix_start] != "U"):
        return None
    currency = load_currency_words().get(prefix + low[symbol_start:end])
    if currency is None or text[max(0, prefix_start - 1) : prefix_start].isalnum():
        return None
    if len(prefix) == 1 and _LETTERED_BEFORE.search(text, max(0, prefix_start - 24), prefix_start):
        return None
    return CurrencyReading(prefix_start, end, currency)


def _read_word_before(
    text: str, low: str, word_start: int, end: int, number_start: int
) -> CurrencyReading | None:
    """The code or name of a currency from `word_start` to `end`: "USD 5", "Rs. 5", "R5bn"."""
    is_dotted = text[end - 1] == "."
    word = text[word_start : end - 1 if is_dotted else end]
    is_glued = end == number_start
    currency = _currency_code(word)
    if currency is not None and not is_dotted:
        is_doubtful = word in load_currency_code_words() or (is_glued and word not in GLUED_CODES)
        if is_doubtful and not (is_glued and _LOOKS_LIKE_AMOUNT.match(text, number_start)):
            return None
        if word in _PAST_CODES and _YEAR_OF_NAME.match(text, number_start):
            return None  # "the ESA 2010 system of accounts"
        other = _OTHER_SENSES.get(word)
        if other is not None and other(text, low, number_start):
            return None
        return CurrencyReading(word_start, end, currency)
    if word == "R" and is_glued and not is_dotted:
        is_rand = is_rand_here(text, low, number_start)
        return CurrencyReading(word_start, end, load_currency_codes()["ZAR"]) if is_rand else None
    currency = load_currency_words().get(word.lower() + ("." if is_dotted else ""))
    if currency is None or not currency.before:
        return None
    if word == "rs" and is_glued and _LONG_NUMBER.match(text, end):
        return None  # "rs1732786", a place in a genome
    if word == "RS" and is_glued and not is_dotted and not _LOOKS_LIKE_AMOUNT.match(text, number_start):
        return None  # "RS03", a code, and "RS232", a port
    if word.islower() and word in _ALSO_WORDS and not is_glued and word != "rs":
        return None
    wider = _widen(low, word_start, word.lower())
    return CurrencyReading(wider if wider is not None else word_start, end, currency)


def _widen(low: str, word_start: int, word: str) -> int | None:
    """Start of "malaysian" in "malaysian ringgit 42"."""
    if low[word_start - 1 : word_start] != " ":
        return None
    start = word_start - 1
    while start > 0 and word_start - start < 14 and low[start - 1].isalpha():
        start -= 1
    return start if f"{low[start:word_start]}{word}" in load_currency_words() else None


def _currency_code(word: str) -> CurrencyWord | None:
    if len(word) != 3:
        return None
    if word.isupper() or word in _SMALL_CODES:
        return load_currency_codes().get(word.upper())
    return None


GLUED_CODES = frozenset(
    "AED AUD BDT BGN BHD BRL BWP CAD CHF CNY CZK DKK EGP EUR GBP GHS HKD HUF IDR ILS INR ISK JOD JPY KES KRW"
    " KWD KZT LKR MXN MYR NGN NOK NZD OMR PHP PKR PLN QAR RMB RUB SAR SEK SGD THB TRY TTD TWD TZS UAH UGX"
    " USD UYU UZS VND XOF ZAR ZMW".split()
)
"""Codes that stand right before a number or a scale: "MGF1" is a function and "NPRM" a notice, no amounts."""

# Behind a code that is a word too: "MAD1,200", "COP20m", but neither "AMD64" nor "COP26"
_LOOKS_LIKE_AMOUNT = re.compile(
    r"\d{1,3}(?:,\d{3})+"
    r"|\d+(?:\.\d{2}(?!\d)|(?:\.\d+)?[ \u00a0]?(?:m|k|[mb]n|thousand|[mbtr]+illion)(?![^\W_]))"
)
_SMALL_PREFIXES = WordSet("quantities/small_prefix")


_GLUED_RELEASE = re.compile(r"\d\.\d\Z")  # "4.3BSD"


def read_currency_after(text: str, low: str, start: int) -> CurrencyReading | None:
    """The currency that begins right after a number and its scale."""
    found = _AFTER.match(text, start)
    if found is None:
        return None
    if found["symbol"]:
        return _read_symbol_after(text, found, start)
    word, at = found["word"].rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹"), found.start("word")  # the number of a note: "dollars¹"
    end = at + len(word)
    if text[end : end + 1].isdigit():
        return None  # "100233c72890"
    plain = word.rstrip(".")
    lowered = plain.lower()
    most = _first_words().get(lowered) or (_first_words().get("u.s.") if lowered == "u" else None)
    if plain == "KM" and not text[end : end + 1].isalnum() and is_mark_here(low, at, end):
        return CurrencyReading(at, end, load_currency_codes()["BAM"])
    code = _currency_code(plain)
    if code is not None:
        return _read_code_after(text, plain, at, code)
    if not most:
        return _read_crowns(text, lowered, start, at)
    if low.startswith("u.s.", at):
        return _read_us_dollars(low, at)
    longer = _longest_name(low, at, plain, most)
    if longer is not None:
        return longer
    currency = load_currency_words().get(lowered)
    end = at + len(plain)
    if currency is None or text[end : end + 1] in ("$", "¥", "="):
        return None
    if currency.assumed and is_shared_name(lowered):
        here = currency_here(text, lowered, at)
        if here is None and lowered in _TOLD_BY_PLACE:
            return None  # crowns of no known country, shillings of old
        currency = here or currency
    if _WINS.match(low, at) or (lowered == "won" and _GROUP_OF.search(low, max(0, start - 40), start)):
        return None
    if len(lowered) == 1 and not _is_coin_letter(text, low, start, at):
        return None
    if len(lowered) > 1 and lowered in _SMALL_PREFIXES and plain.islower() and at != start:
        return None
    return CurrencyReading(at, end, currency)


_TOLD_BY_PLACE = WordSet("quantities/told_by_place")
"""Names of money that is nobody's where no country is named."""
_WINS = WordPattern(
    r"won (?:by )?(?:(?:an? |the )?(?:<quantities/what_is_won>)(?![^\W_])"
    r"|(?:<common/possessor>|the|<common/small_number>)(?![^\W_])|\d|by an? )"
)
"""The verb: "of the boys 16 won two medals", "the four won by a length"."""
_GROUP_OF = WordPattern(r"(?<![^\W_])(?:<bare_counts/band>) of (?:[\w-]+ ){0,3}?[\w-]+$")
"""Before how many won: "a team of 11 won"."""


def _read_crowns(text: str, lowered: str, start: int, at: int) -> CurrencyReading | None:
    """A name that is money only where a country tells so, behind an amount of money: "3.5 million crowns"."""
    if not is_shared_name(lowered) or not _SUM_BEFORE.search(text, max(0, start - 12), start):
        return None
    here = currency_here(text, lowered, at)
    return None if here is None else CurrencyReading(at, at + len(lowered), here)


_SUM_BEFORE = re.compile(r"(?:\d\.\d+|[a-z]illion|[bt]n|mln)\Z", re.IGNORECASE)


def _read_symbol_after(text: str, found: re.Match[str], start: int) -> CurrencyReading | None:
    """A currency sign behind the number, which may belong to the next one: "sold 112,610 $ 110,555"."""
    end = found.end()
    if text[end : end + 1].isdigit() or _NEXT_PRICE.match(text, end):
        return None  # but "10 $ 30 $"
    if found["symbol"] == "$" and _IN_FORMULA.search(text, max(0, start - 60), start):
        return None  # "$k_n = 0.3$"
    return CurrencyReading(found.start("symbol"), end, load_currency_words()[found["symbol"]])


def _read_code_after(text: str, plain: str, at: int, code: CurrencyWord) -> CurrencyReading | None:
    """A code of three letters behind the number: "5 EUR", "5 USD$"; not one that goes on or is a release."""
    following = text[at + 3 : at + 4]
    if following == "$":
        return CurrencyReading(at, at + 4, code)
    is_word = plain in load_currency_code_words()
    if is_word and _A_YEAR.search(text, max(0, at - 6), at):
        return None  # "the 2021 MVP"
    if following.isalnum() or (is_word and (following == "-" or _GLUED_RELEASE.match(text, at - 3, at))):
        return None
    thing = _THING_BEHIND.match(text, at + 3) if is_word else None
    if thing is not None and (thing["name"] or is_plural_noun(thing["noun"])):
        return None  # "256 AMD MI250X processors", "300 AMD chips"
    return CurrencyReading(at, at + 3, code)


_A_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d $")
_THING_BEHIND = re.compile(r" (?:(?P<name>[A-Z])|(?P<noun>[a-z]{3,})\b)")


def _read_us_dollars(low: str, at: int) -> CurrencyReading | None:
    span = low[at : at + 12]
    for name in ("u.s. dollars", "u.s. dollar", "u.s. cents", "u.s. cent"):
        if span.startswith(name) and not low[at + len(name) : at + len(name) + 1].isalpha():
            return CurrencyReading(at, at + len(name), load_currency_words()[name])
    return None


def _longest_name(low: str, at: int, plain: str, most: int) -> CurrencyReading | None:
    """The longest name of several words that begins with `plain`: "Swiss francs"."""
    more = _MORE_WORDS.match(low, at + len(plain)) if most > 1 else None
    extra = more[0].replace("-", " ").split(" ")[1:most] if more and more[0] else []
    for count in range(len(extra), 0, -1):
        longer = " ".join([plain.lower(), *extra[:count]])
        if longer in load_currency_words():
            return CurrencyReading(at, at + len(longer), load_currency_words()[longer])
    return None


def _is_coin_letter(text: str, low: str, start: int, at: int) -> bool:
    """Whether one letter is a coin: "5p" and "17c a share", not "5 p" or "14.7C"."""
    letter, end = text[at], at + 1
    if at != start and not (letter == "c" and end == len(text)):
        return False
    if letter.isupper():
        return False
    if letter not in ("p", "c"):
        return True
    if "/" in text[max(0, start - 4) : start]:
        return False  # "{1/2p, 1/3p}", terms of a series
    return is_small_coin_here(text, low, letter, start, end)


def read_scaled_code(text: str, start: int) -> tuple[str, CurrencyReading] | None:
    """Such as "MGBP" in "48.5 MGBP": the scale and the currency."""
    found = _SCALED_CODE.match(text, start)
    if found is None:
        return None
    currency = load_currency_codes().get(found["code"])
    if currency is None:
        return None
    return found["scale"], CurrencyReading(found.start("code"), found.end(), currency)
