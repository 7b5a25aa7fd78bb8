"""Typed loaders of the lists behind the number layer. Each list is read on first use and kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word of a spelled-out number.

    Attributes:
        value: its value; for an ordinal ("third") that of the cardinal, for a dozen 12.
        role: `zero`, `digit` (only after "point"), `unit` (1-9), `teen` (10-19), `ten` (20-90), `hundred`,
            `scale`, `dozen`, `half`, `quarter`, `ordinal`, or `denominator` ("thirds").
        plural: whether the word is the plural of a scale ("dozens", "millions").
    """

    value: Decimal
    role: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """An abbreviated power of ten that may follow digits ("k", "bn")."""

    factor: Decimal
    spaced: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        name: singular English name with underscores, such as `mile_per_hour`.
        quality: what it measures: `length`, `time`, `data` ...
        article: whether "a" before it is a 1: `y`, `of` (only before "of"), or the empty string.
        si_factor, si_offset: SI value = value * si_factor + si_offset; None where pint lacks the unit.
        si_unit: base units, such as `kilogram*meter^2/second^2`.
    """

    name: str
    quality: str
    article: str
    si_factor: Decimal | None
    si_offset: Decimal
    si_unit: str | None


@dataclass(frozen=True, slots=True)
class CurrencyWord:
    """A written form of a currency.

    Attributes:
        code: ISO 4217 (and BTC, ETH).
        factor: 1, or what part of the currency it is (0.01 for a cent).
        assumed: whether the country is a guess ("$" as the US dollar).
        before: whether it may stand before the number.
        name: singular English name.
    """

    code: str
    factor: Decimal
    assumed: bool
    before: bool
    name: str


@per_lexicon
def load_number_words() -> Mapping[str, NumberWord]:
    """Every word of a spelled-out number, in lower case: cardinals, ordinals, denominators, plurals."""
    words: dict[str, NumberWord] = {}
    for row in load_rows("en/number_words.csv"):
        value, role, word = Decimal(row["value"]), row["role"], row["word"]
        words[word] = NumberWord(value, role)
        if ordinal := row["ordinal"]:
            words[ordinal] = NumberWord(value, "ordinal")
            if value > 2:
                words[ordinal + "s"] = NumberWord(value, "denominator")
        if role in ("hundred", "scale", "dozen"):
            words[word + "s"] = NumberWord(value, role, plural=True)
    words["firsts"] = NumberWord(Decimal(1), "denominator")  # only after a ten: "three twenty-firsts"
    words["halves"] = NumberWord(Decimal(2), "denominator")
    words["quarters"] = NumberWord(Decimal(4), "denominator")
    return MappingProxyType(words)


@per_lexicon
def load_scales() -> Mapping[str, Scale]:
    """Abbreviated scales; those whose case does not matter are there in every case."""
    scales: dict[str, Scale] = {}
    rows = load_rows("en/scales.csv")
    for row in sorted(rows, key=lambda row: row["case"]):  # rows whose case matters win
        scale = Scale(Decimal(row["factor"]), row["spaced"] == "y", row["alone"] == "y")
        surface = row["surface"]
        forms = [surface] if row["case"] else [surface, surface.capitalize(), surface.upper()]
        for form in forms:
            if form == surface or form not in scales:
                scales[form] = scale
    return MappingProxyType(scales)


@per_lexicon
def load_units() -> Mapping[str, Unit]:
    """Units of measure by name."""
    return MappingProxyType(
        {
            row["name"]: Unit(
                row["name"],
                row["quality"],
                row["article"],
                Decimal(row["si_factor"]) if row["si_factor"] else None,
                Decimal(row["si_offset"] or 0),
                row["si_unit"] or None,
            )
            for row in load_rows("en/units.csv")
        }
    )


@per_lexicon
def load_unit_words() -> Mapping[str, Unit]:
    """Units by spelled-out form in lower case, hyphens as spaces ("square feet", "lbs")."""
    units = load_units()
    return MappingProxyType(
        {
            word.replace("-", " "): units[row["name"]]
            for row in load_rows("en/units.csv")
            for word in row["words"].split(";")
            if word
        }
    )


@per_lexicon
def load_unit_symbols() -> Mapping[str, Unit]:
    """Units by symbol; case matters ("mW" and "MW")."""
    units = load_units()
    return MappingProxyType(
        {
            symbol: units[row["name"]]
            for row in load_rows("en/units.csv")
            for symbol in row["symbols"].split(";")
            if symbol
        }
    )


@per_lexicon
def load_currency_words() -> Mapping[str, CurrencyWord]:
    """Currencies by word, symbol or name in lower case; a hand-made row wins over a generated name."""
    words: dict[str, CurrencyWord] = {}
    for row in load_rows("shared/currencies.csv"):
        currency = CurrencyWord(row["code"], Decimal(1), assumed=False, before=False, name=row["name"])
        for name in (row["name"], row["plural"]):
            words.setdefault(name.lower(), currency)
    for row in load_rows("en/currency_words.csv"):
        words[row["surface"]] = CurrencyWord(
            row["code"], Decimal(row["factor"]), row["assumed"] == "y", row["before"] == "y", row["name"]
        )
    return MappingProxyType(words)


@per_lexicon
def load_currency_codes() -> Mapping[str, CurrencyWord]:
    """Currencies by ISO 4217 code, in capitals."""
    return MappingProxyType(
        {
            row["code"]: CurrencyWord(row["code"], Decimal(1), assumed=False, before=True, name=row["name"])
            for row in load_rows("shared/currencies.csv")
        }
    )


@per_lexicon
def load_currency_code_words() -> frozenset[str]:
    """Codes that are also words in capitals ("ALL", "TOP")."""
    return frozenset(row["code"] for row in load_rows("en/currency_code_words.csv"))


@per_lexicon
def load_comparators(place: str) -> Mapping[str, str]:
    """Comparator by phrase, for the phrases that stand `before` or `after` a number."""
    return MappingProxyType(
        {row["phrase"]: row["comparator"] for row in load_rows("en/comparators.csv") if row["place"] == place}
    )


@per_lexicon
def load_trend_words() -> Mapping[str, str]:
    """`up` or `down` by the word right before a number."""
    return MappingProxyType({row["word"]: row["trend"] for row in load_rows("en/trend_words.csv")})


@per_lexicon
def load_noun_phrase_ends() -> Mapping[str, str]:
    """Word class by word that a counted noun phrase does not hold."""
    return MappingProxyType({row["word"]: row["class"] for row in load_rows("en/noun_phrase_ends.csv")})


@per_lexicon
def load_approximator_ends() -> frozenset[str]:
    """Last words of the phrases that bound or blur a number, and of what often stands between."""
    ends = {phrase.rsplit(" ", 1)[-1] for phrase in load_comparators("before")}
    return frozenset(ends - {"for", "on", "off"}) | {"just", "only", "to"}  # of "close on", "getting on for"


@per_lexicon
def load_numbered_names() -> frozenset[str]:
    """Words that a number follows as a name ("chapter 4")."""
    return frozenset(row["word"] for row in load_rows("en/numbered_names.csv"))


@per_lexicon
def load_plurals() -> frozenset[str]:
    """Nouns that are plural without a plain s."""
    return frozenset(row["word"] for row in load_rows("en/plurals.csv"))


@per_lexicon
def _cues_by_role() -> Mapping[str, frozenset[str]]:
    roles: dict[str, set[str]] = {}
    for row in load_rows("en/number_cues.csv"):
        roles.setdefault(row["role"], set()).add(row["word"])
    return MappingProxyType({role: frozenset(words) for role, words in roles.items()})


def load_number_cues(role: str) -> frozenset[str]:
    """Words beside a number that say what it is; `role` is the question they answer (`count_cue`)."""
    return _cues_by_role()[role]


@per_lexicon
def load_month_names() -> frozenset[str]:
    """Names and abbreviations of months in lower case, without a full stop."""
    return frozenset(row["word"].lower() for row in load_rows("en/months.csv"))
