"""What an amount is paid or counted for: "per barrel", "a share", "each day"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import (
    load_noun_phrase_ends,
    load_number_cues,
    load_number_words,
    load_unit_symbols,
    load_unit_words,
)
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.number_starts import PLURAL_VALUES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.quantities.amount import Amount


PER_AFTER = re.compile(
    r"(?P<lead> per |/ ?(?:per )?| an? | each | every | an?-|-an?-|-per-)(?P<noun>[a-z]{2,}(?:[ -][a-z]+)?)"
)


_UNITS_TOO = WordSet("quantities/number_and_unit")
_OPENING_TWO = WordSet("quantities/rate_adjective")
_FOR_EACH = WordSet("common/each")
_NO_RATE_ALONE = WordSet("quantities/no_rate_alone")
_ADJECTIVE = re.compile(r"[a-z]{3,}(?:ible|able|ical|onal|ular|ive|ed|ary|ious|ful|ant|ual|ial)")


def take_per(low: str, amount: Amount) -> None:
    """Take what the amount is paid or counted for: "per barrel", "a share", "each day"."""
    end = amount.end
    if low[end : end + 1] not in (" ", "/", "-"):
        return
    found = PER_AFTER.match(low, end)
    if found is None:
        return
    is_per = "per" in found["lead"]
    share = _SHARE_OF_A_KIND.match(low, found.start("noun")) if is_per else None
    noun = _rate_noun(found["noun"], is_per=is_per) if share is None else share[0]
    noun_end = found.start("noun") + len(noun)
    is_ratio = found["lead"] == "/" and _is_of_unit(amount) and noun not in load_unit_words()
    if not (is_ratio and noun not in load_noun_phrase_ends()) and not _may_be_a_rate(
        noun, found["lead"].strip(), is_per=is_per
    ):
        return
    if found["lead"] in (" a ", " an ") and _is_of_next_words(low, noun, noun_end):
        return
    written = _LATIN_NOUNS.get(noun, noun.replace("-", " "))
    unit = load_unit_words().get(written)
    amount.per = _symbols_of_units().get(noun, written) if unit is None else unit.name
    amount.end = noun_end


def _is_of_unit(amount: Amount) -> bool:
    """Whether an amount is in a unit of what is given out by the piece: "0.8 K/psu", "20 g/plant"."""
    reading = amount.unit_reading
    return (
        amount.kind == "measure" and reading is not None and reading.quality not in ("time", "length", "data")
    )


_SHARE_OF_A_KIND = WordPattern(r"(?:(?:<quantities/kind_of_share>)[ ]){1,4}(?:share|unit)(?![^\W_])")
"""What profits are told for: "per fully diluted common share", "per basic and diluted share"."""
_LATIN_NOUNS = {"annum": "year", "diem": "day", "capita": "person"}


def _rate_noun(words: str, *, is_per: bool) -> str:
    """The noun of one or two words behind "per" or "a": "square metre", "eligible child", "barrel"."""
    first, *others = re.split(r"[ -]", words)
    if not others or not is_per:
        return first
    is_unit = f"{first} {others[0]}" in load_unit_words() or first in _OPENING_TWO
    is_described = _ADJECTIVE.fullmatch(first) is not None and others[0] not in load_noun_phrase_ends()
    return words if is_unit or is_described else first


def _may_be_a_rate(noun: str, lead: str, *, is_per: bool) -> bool:
    """Whether a noun behind "per", a slash, "a", "each" or "every" is what an amount may be told for."""
    first = re.split(r"[ -]", noun)[0]
    is_number = first in load_number_words() and first not in _UNITS_TOO
    if noun in load_noun_phrase_ends() or is_number or first in PLURAL_VALUES or noun in _NO_RATE_ALONE:
        return False
    if is_per:
        return True
    if lead == "/" and first in _symbols_of_units():
        return True
    if first == "second" or first not in load_number_cues("per_noun"):
        return False  # "a second" may be the next one
    return lead not in _FOR_EACH or first in load_number_cues("per_time")


@per_lexicon
def _symbols_of_units() -> Mapping[str, str]:
    """Units by those symbols of two letters and more that capitals do not tell apart: "$30.50/cwt"."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for symbol, unit in load_unit_symbols().items():
        if symbol.isalpha() and len(symbol) > 1:
            names[symbol.lower()].add(unit.name)
    return {symbol: min(known) for symbol, known in names.items() if len(known) == 1}


def _is_of_next_words(low: str, noun: str, end: int) -> bool:
    """Whether "a" and its noun belong to what follows: "a year after", "for every £5 a customer spends"."""
    if _DOES.match(low, end) is not None or low[end : end + 1] == "-":
        return True
    made_a_time = _not_a_rate().match(low, end)
    if made_a_time is None:
        return False
    is_thing = noun not in load_number_cues("per_time")
    return not (is_thing and made_a_time[0].strip() in _BEFORE_EVENTS)  # "$81 a barrel after the storm"


@per_lexicon
def _not_a_rate() -> re.Pattern[str]:
    """After "a year": words that make it a time ("a year earlier"), not a rate."""
    words = "|".join(sorted(load_number_cues("not_a_rate") - {"before"}))
    deductions = "|".join(sorted(_DEDUCTIONS))  # "£3m a year before tax"
    before = rf"before(?! (?:{deductions})(?![^\W_]))"
    return re.compile(rf"[ ](?:{words}|{before}|and a half|or two|or so)(?![^\W_])|-")


_DOES = WordPattern(r" (?:<quantities/one_spends>)(?![^\W_])")
_DEDUCTIONS = WordSet("quantities/deduction")
_BEFORE_EVENTS = WordSet("quantities/time_before_event")


_MARK = r"[, \u00a0\u2009\u202f]"
"""What parts the thousands of a base: "100,000", "100 000"."""
_BASE_RATE = re.compile(
    r"(?P<noun>(?: [a-z]+){0,2}?)(?: (?:for|of|from|with|due to) (?:[a-z-]+ ){0,3}[a-z-]+)?"
    rf" per (?P<base>1(?P<group>{_MARK}?)000(?:(?P=group)000)?|(?:1|one) million"
    rf"|(?P<tens>100?)(?:{_MARK}?000| thousand)"
    r"|100|million|hundred thousand|thousand|hundred)(?![\d%]|,\d)(?! (?:dollars|euros|pounds))"
    r"(?![ ]?(?:km|kilomet(?:er|re)s?|miles?|g|grams?|kg|ml|mL|l|lit(?:er|re)s?|m|kWh|hours?)(?![^\W_]))"
)
PER_SO_MUCH = re.compile(r"(?: per |/)(?P<base>1,?000|100|10)[ ]?(?P<unit>[a-zA-Z]+)(?![^\W_])")
"""So much of something that a measure is told for: "6.9 litres per 100 km", "12 g per 100 ml"."""
_TIMES_OF_PERSONS = re.compile(
    r"[ ](?P<who>person|patient|woman|child)[- ](?P<time>year|month|day)s(?![^\W_])"
)
_BASES = {
    "one million": "million",
    "1 million": "million",
    "1000000": "million",
    "hundred thousand": "100000",
}
_GROUPING = re.compile(rf"(?<=\d){_MARK}(?=000)")


def take_base_rate(low: str, amount: Amount) -> bool:
    """Take "per 100,000" and the like, with the noun that is counted: "10.8 divorces per thousand"."""
    end = amount.end
    if amount.form not in ("digits", "words") or low[end : end + 1] != " ":
        return False
    found = _BASE_RATE.match(low, end)
    if found is None:
        return False
    plain = f"{found['tens']}000" if found["tens"] else _GROUPING.sub("", found["base"])
    base = _BASES.get(plain, plain)
    words = [word for word in found["noun"].split() if word not in _RATE_FILLERS]
    noun = f"{singular(words[-1])}_" if words else ""
    times = _TIMES_OF_PERSONS.match(low, found.end())
    amount.kind, amount.unit = "measure", f"{noun}per_{base}"
    amount.end = found.end()
    if times is not None:
        amount.unit += f"_{times['who']}_{times['time']}"
        amount.end = times.end()
    amount.unit_start, amount.unit_end = end + 1, amount.end
    amount.found_by = "rate-per-base"
    return True


_RATE_FILLERS = WordSet("quantities/rate_filler")
_SINGULARS = {"people": "person", "men": "man", "women": "woman", "children": "child", "deaths": "death"}


def singular(noun: str) -> str:
    """The singular of a regular noun, and of people."""
    if noun in _SINGULARS:
        return _SINGULARS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
