"""Measures: a unit taken as that of an amount."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import load_number_cues, load_unit_words, load_units
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.amount import Amount
from claimcheck.quantities.rates import PER_SO_MUCH, take_per
from claimcheck.quantities.units import read_unit, unit_reading

if TYPE_CHECKING:
    from claimcheck.quantities.numerals import Numeral
    from claimcheck.quantities.units import UnitReading


_MOST_CUPS = 50
"""Of a recipe; more of them are things that somebody drank from."""
_AGE_WORDS = re.compile(r"[ -](?:olds?|of age)(?![^\W_])")


_DEGREE_NAME = re.compile(
    r"[ ]?(?P<name>celsius|celcius|centigrade|fahrenheit|farenheit|c(?![\w.])|f(?![\w.]))"
)


_NO_SECOND = WordPattern(r" (?:<quantities/after_second>)|-(?:<quantities/after_second>)(?![^\W_])")


def take_unit(text: str, low: str, amount: Amount, unit: UnitReading, unit_start: int) -> None:
    """Take a unit that was read at `unit_start`, with "old", the scale of degrees, or "per ..." after it."""
    amount.kind = "measure"
    amount.fraction = False
    amount.unit_reading, amount.unit = unit, unit.name
    while unit_start < unit.end and text[unit_start] in " \u00a0\u2009-\n":
        unit_start += 1
    amount.unit_start, amount.unit_end, amount.end = unit_start, unit.end, unit.end
    amount.found_by = "unit"
    age = _AGE_WORDS.match(low, unit.end)
    if age is not None and unit.name in ("year", "month", "week", "day"):
        amount.end, amount.found_by, amount.is_age = age.end(), "age", True
        return
    if unit.name == "degree" and (named := _DEGREE_NAME.match(low, unit.end)):
        name = "degree_celsius" if named["name"][0] == "c" else "degree_fahrenheit"
        precise = load_units()[name]
        amount.unit = name
        amount.unit_reading = unit_reading(precise, named.end())
        amount.end = amount.unit_end = named.end()
    if _take_so_much(text, low, amount, unit) or _take_yield(low, amount, unit):
        return
    take_per(low, amount)


def _take_so_much(text: str, low: str, amount: Amount, unit: UnitReading) -> bool:
    """Take what a measure is told for, where that is more than one unit: "6.9 litres per 100 km"."""
    found = PER_SO_MUCH.match(text, amount.end) if text[amount.end : amount.end + 1] in (" ", "/") else None
    below = None if found is None else read_unit(text, low, found.start("unit"))
    if found is None or below is None or below.end != found.end():
        return False
    amount.unit = f"{unit.name}_per_{found['base'].replace(',', '')}_{below.name}"
    amount.unit_reading = unit._replace(
        end=found.end(), name=amount.unit, quality="compound", si_factor=None, si_unit=None, is_compound=True
    )
    amount.end = amount.unit_end = found.end()
    return True


_OF_STUFF = re.compile(r" of [a-z]+(?: [a-z]+)? (?:per|an?) (?P<unit>[a-z]+)(?![\w-])")
_MASSES = frozenset({"mass", "volume", "area"})
_YIELDING = frozenset({*_MASSES, "length", "energy"})


def _take_yield(low: str, amount: Amount, unit: UnitReading) -> bool:
    """Take what something is got out of: "1.2 grams of gold a tonne", "8 tonnes of wheat per hectare"."""
    found = _OF_STUFF.match(low, amount.end) if unit.quality in _MASSES else None
    below = None if found is None else load_unit_words().get(found["unit"])
    if found is None or below is None or not (below.quality in _YIELDING or " per " in found[0]):
        return False
    amount.end = found.end()
    amount.unit = f"{unit.name}_per_{below.name}"
    amount.unit_reading = unit._replace(
        end=found.end(), name=amount.unit, quality="compound", si_factor=None, si_unit=None, is_compound=True
    )
    return True


_TIMES = frozenset({"day", "week", "month", "year"})
_PLURAL_AFTER = re.compile(r"-(?P<word>[a-z]{3,}s)(?<!ss)(?![\w-])")
_ALL_THE_TIME = re.compile(r"-round(?![^\W_])|-long (?:[a-z-]+ )?[a-z-]{2,}s(?<!ss)(?![\w-])")
"""Behind a time in how long things last that are counted: "100 year-round residents", "3 day-long talks"."""
_NUMBERED_TIME = WordPattern(r" (?:\d|(?:<common/small_number>)(?![^\W_]))")


def is_no_unit(text: str, low: str, amount: Amount, unit: UnitReading) -> bool:
    """Whether the unit word is something else here ("second half", "$5 a foot", "5 in the morning")."""
    surface = text[amount.end : unit.end].strip(" -\u00a0")
    if surface == "second" and _NO_SECOND.match(low, unit.end):
        return True
    if surface in _COMPASS and (_is_coordinate(text, amount, unit) or _STREET_BEHIND.match(text, unit.end)):
        return True  # "330 N. Lincoln Street"
    if surface in _PRIMES and _STRAND.match(text, unit.end):
        return True  # "the 3' end", "the 5' UTR", "from 5' to 3'", not "3' to the left"
    if surface in _PRIMES and _is_minute_of_match(low, amount, unit):
        return True  # "made it 3-2 from the spot (66')"
    if surface == "HP" and _HEALTH_NEAR.search(
        low, max(0, amount.start - _HEALTH_CHARS), unit.end + _HEALTH_CHARS
    ):
        return True  # "potions restore 40 HP"
    if surface in _AT_BAT and _BASEBALL_NEAR.search(
        low, max(0, amount.start - _HEALTH_CHARS), unit.end + _HEALTH_CHARS
    ):
        return True  # "batting .301 with 2 HR and 9 RBI", "a 10 K/BB ratio"
    if surface == "bit" and not text[amount.start].isdigit():
        return _OF_DATA.match(low, unit.end) is None  # "they do not care one bit"
    if surface == "stone" and amount.value < 4:  # "two stone walls"
        return True
    if surface == "cups" and amount.value > _MOST_CUPS:  # "340,000 cups of water" are counted
        return True
    if surface in ("a", "as", "at"):
        return True
    if surface.lower() in _NAMES_TOO and _is_person(text, amount, unit):
        return True
    if surface == "centuries" and text[amount.end : amount.end + 1] == "-":
        return True  # "five half-centuries": of runs
    if surface == "century" and amount.value > 1 and low.endswith("the ", 0, amount.start):
        return True  # "in the 21 century", where an ordinal lost its end
    if surface in _TIMES and amount.value != 1 and _NUMBERED_TIME.match(low, unit.end):
        return True  # "World Cup 2018 day five"
    rest = _PLURAL_AFTER.match(low, unit.end) if low[amount.end : amount.end + 1] == " " else None
    if rest is not None and rest["word"] not in load_unit_words():
        return True  # "40 day-rates"
    if low[amount.end : amount.end + 1] == " " and _ALL_THE_TIME.match(low, unit.end):
        return True
    return surface == "degrees" and low.startswith(" of separation", unit.end)


def _is_minute_of_match(low: str, amount: Amount, unit: UnitReading) -> bool:
    """Whether a bracketed number with a stroke tells when somebody scored."""
    if low[amount.start - 1 : amount.start] != "(" or low[unit.end : unit.end + 1] != ")":
        return False
    near = max(0, amount.start - _MATCH_CHARS), unit.end + _MATCH_CHARS
    return _MATCH_NEAR.search(low, *near) is not None


_MATCH_CHARS = 120
_MATCH_NEAR = WordPattern(r"(?<![^\W_])(?:<quantities/match_of_football>)(?![^\W_])")
_OF_DATA = WordPattern(r" (?:per|of (?:<quantities/told_in_bits>))(?![^\W_])")
_HEALTH_NEAR = WordPattern(r"(?<![^\W_])(?:<quantities/health_of_a_game>)(?![^\W_])")
_HEALTH_CHARS = 60
_AT_BAT = frozenset({"HR", "HRs", "K", "Ks"})
_BASEBALL_NEAR = WordPattern(r"(?<![^\W_])(?:<quantities/baseball>)(?![^\W_])")
_PRIMES = frozenset({"'", "’", "′"})
_STRAND = WordPattern(
    r"[ -](?:(?:(?:<quantities/behind_prime>)(?![^\W_])|to \d['’′])|[A-Z]{2,}|[\w]+-[a-z]*[A-Z])"
)
_COMPASS = frozenset("NSW")
_EAST_BEHIND = re.compile(r",? \d{1,3}(?:\.\d+)?[ ]?[EW](?![^\W_])")
_STREET_BEHIND = WordPattern(
    r"\.(?:[EW]\.)?(?: (?:[A-Z][a-z]+|\d+(?:st|nd|rd|th))){1,2} "
    r"(?:<names/street>|<quantities/short_street>)(?![^\W_])|\. (?:<quantities/short_street>)\."
)
"""The direction of an address: "330 N. Lincoln Street", "12 S.E. 4th Avenue", "315 W. Ave. B"."""
_NORTH_BEFORE = re.compile(r"\d[ ]?[NS],? $")


def _is_coordinate(text: str, amount: Amount, unit: UnitReading) -> bool:
    """Whether a letter is a direction of a place on the globe: "16.4 N, 18.6 E"."""
    return (
        _EAST_BEHIND.match(text, unit.end) is not None
        or _NORTH_BEFORE.search(text, max(0, amount.start - 6), amount.start) is not None
    )


_NAMES_TOO = WordSet("quantities/unit_and_name")
_LEAST_YEAR = 1000
_AT_AGE = re.compile(r"(?<![^\W_])[Aa]t $")


def _is_person(text: str, amount: Amount, unit: UnitReading) -> bool:
    """Whether a capital unit is somebody: "In 2000 Henry left", "At 40 Henry left", "with 3 Henry's sons"."""
    at = amount.end + 1
    is_year = amount.numeral.is_bare and amount.value >= _LEAST_YEAR
    is_age = _AT_AGE.search(text, max(0, amount.start - 4), amount.start) is not None
    is_owner = text[unit.end : unit.end + 2] in ("'s", "’s")
    return text[at : at + 1].isupper() and (is_year or is_age or is_owner)


@per_lexicon
def time_adjective() -> re.Pattern[str]:
    """An adjective between a number and a unit of time ("three consecutive weeks")."""
    words = "|".join(sorted(load_number_cues("time_adjective")))
    return re.compile(
        rf"[ -](?:{words}|[a-z]{{3,16}}(?:ed|ive|ing))[ ]"
        r"(?=(?:second|minute|hour|day|week|month|year|decade|century|centuries)s?(?![^\W_]))"
    )


def decade_range(text: str, low: str, numeral: Numeral, end: int) -> Amount | None:
    """Such as "in the 30s°F": from 30 to 39."""
    if numeral.value % 10 or numeral.value > 190:
        return None
    amount = Amount(numeral)
    amount.number_end = amount.end = end
    amount.low, amount.high = numeral.value, numeral.value + 9
    unit = read_unit(text, low, end)
    if unit is None:
        return None
    take_unit(text, low, amount, unit, end)
    amount.found_by = "decade-of-degrees"
    if low.endswith("in the ", 0, amount.start):
        amount.start -= len("in the ")
    return amount
