"""Multiples: "10x", "threefold", "three times as many", "twice the size"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import load_number_cues, load_number_words
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.amount import Amount
from claimcheck.quantities.number_starts import FOLDS
from claimcheck.quantities.numerals import Numeral
from claimcheck.quantities.rates import PER_AFTER

_MULTIPLE = re.compile(
    r"(?P<sign>[x×X])(?![^\W_]|[ ]?\d)"
    r"|[ \u00a0-]?(?P<fold>folds?)(?![^\W_])|[ \u00a0-]?(?P<times>times)(?![^\W_])"
)


_MULTIPLE_WORD = re.compile(rf"(?:(?P<times>twice|thrice)|(?P<factor>{FOLDS})[ -]?fold)(?![^\W_])")


DOUBLES = {"double": Decimal(2), "triple": Decimal(3), "treble": Decimal(3), "quadruple": Decimal(4)}
_PREDICATED = WordPattern(
    r"(?:[,;(—–]\s?|[ ]-[ ]|(?<![^\W_])(?:<quantities/before_double>)[ ])"
    r"(?:(?:<quantities/about_double>)[ ])?$"
)
_DOUBLED = WordPattern(r"(?P<word>double|triple|treble|quadruple)[ ](?:<quantities/after_double>)(?![^\W_])")


def read_double(low: str, at: int) -> Amount | None:
    """Such as "double the usual number", where it is no verb: behind a comma, a copula or a preposition."""
    found = _DOUBLED.match(low, at)
    if found is None or _PREDICATED.search(low, max(0, at - 30), at) is None:
        return None
    amount = Amount(Numeral(at, found.end("word"), DOUBLES[found["word"]], "words"))
    amount.kind, amount.found_by = "multiple", "multiple"
    return amount


_FACTOR_OF = WordPattern(
    r"(?<![^\W_])by (?:a |an )?(?:factor|multiple) of (?:(?:<quantities/about_double>|around|at least) )?$"
)


def take_factor(low: str, amount: Amount) -> bool:
    """Take "a factor of" before the number: "fell by a factor of two"."""
    if amount.value <= 1 or amount.start < len("of 2"):
        return False
    found = _FACTOR_OF.search(low, max(0, amount.start - 40), amount.start)
    if found is None:
        return False
    amount.kind, amount.found_by = "multiple", "factor-of"
    amount.start = found.start() + len("by ")
    return True


def take_multiple(low: str, amount: Amount) -> bool:
    """Take "x", "-fold" or "times" after the number."""
    end = amount.end
    if low[end : end + 1] not in ("x", "×", " ", "-", "f", "\u00a0", "t"):
        return False
    found = _MULTIPLE.match(low, end)
    if found is None:
        return False
    if found["times"]:
        if not compared_by_times().match(low, found.end()):
            return False
        per = PER_AFTER.match(low, found.end())
        if per is not None and per["lead"] in (" a ", " an ", " per ", " each ", " every "):
            return False
    if found["sign"] and amount.form != "digits":
        return False
    amount.kind, amount.end, amount.found_by = "multiple", found.end(), "multiple"
    amount.unit_start, amount.unit_end = end, found.end()
    return True


def read_multiple_word(low: str, at: int) -> Amount | None:
    """Such as "twice as many", "sixfold"; set aside where "twice" counts occasions."""
    found = _MULTIPLE_WORD.match(low, at)
    if found is None:
        return None
    word = found["times"]
    if word is None:
        value = load_number_words()[found["factor"]].value
    else:
        value = Decimal(2 if word == "twice" else 3)
    amount = Amount(Numeral(at, found.end(), value, "words"))
    if word is not None and not compared_by_times().match(low, found.end()):
        amount.aside = "times-adverb"
    else:
        amount.kind, amount.found_by = "multiple", "multiple"
    return amount


@per_lexicon
def compared_by_times() -> re.Pattern[str]:
    """After "three times": words that make it a ratio, not a count of times."""
    words = "|".join(sorted(load_number_cues("compared_by_times")))
    owned = "|".join(sorted(WordSet("comparison/owned_amount")))
    return re.compile(
        rf"[ ](?:{words}|fy\d\d(?:\d\d)?e?|[a-z]+er than"
        rf"|[a-z]+['’]s(?=[ ](?:{owned})(?![^\W_])|[,.;)]))(?![^\W_])"  # "17 times Earth's mass"
    )
