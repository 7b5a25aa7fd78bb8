"""Units of measure after a number: words ("square feet"), symbols ("km/h"), products of them ("mW m−2")."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import load_unit_symbols, load_unit_words, load_units
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.notation import is_capacitance_near, is_heat_near, is_unit_here, unit_of_nm
from claimcheck.quantities.numerals import EXACT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.lexicons.quantities import Unit

    _Part = tuple[Unit, int, str]  # with its exponent and the symbol as written

_EXPONENTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–", "0123456789---")
_WORDS = re.compile(
    r"(?:[ \u00a0\u2009]{0,2}\n?-?"
    r"|[ ]-[ ](?=(?:year|month|week|day|hour|minute|foot|inch|mile|ton|pound)(?![a-z])))"  # "30 - year bonds"
    r"(?P<words>[a-zåö]+\.?(?:[ -][a-zåö]+\.?){0,3})"
)
_BRACKETED = re.compile(
    r"[ \u00a0]?(?:\((?P<round>[^\s()]{1,6})\)|\[(?P<square>[^\s\[\]]{1,6})\]"
    r"|\{(?P<curly>[^\s{}]{1,6})\}|<(?P<angle>[^\s<>]{1,6})>)"
)
# an atom of a symbolic unit, with its exponent: "m", "cm3", "s−1", "µg", "°C"
_ATOM = re.compile(
    r"(?P<symbol>°[ ]?[CFcf](?![a-z])|[º˚][CF]|[°º˚]|℃|℉|[A-Za-zµμΩΩÅÅℓ]+|″|′|\"|')"
    r"(?P<exponent>\^?[{(][-−–]?[1-4][)}]|\^?[-−–]?\d(?![\d.,]\d|\d)|[⁻]?[¹²³⁴-⁹]"
    r"|[ ]?[−–-][1-4](?![\d.,]\d|\d))?"
)
_DOTTED = re.compile(
    r"[ ]?[·⋅∙•*×][ ]?|\.(?=[A-Za-zµ])|[ \u00a0\u2009]\.?(?=[A-Za-zµμ]{1,4}[ ]?(?:\^?[-−–]\d|⁻))"
)
_SLASH = re.compile(r"[ ]?/[ ]?(?=[A-Za-zµμΩ])")
_PER = re.compile(
    r"[ -](?:per|an?|(?:each|every)(?! second))[ -](?P<words>[a-z]+(?:[ -][a-z]+)?)|/(?P<slash>[a-z]{3,})"
)
_SPELLED_PER = re.compile(r"[ ]per[ ](?P<words>[a-z]+(?:[ ][a-z]+)?)")
_A_SHORT_TIME = re.compile(r"[ ]an?[ ](?:second|minute|hour)(?![^\W_])(?![ ](?:ago|before|earlier|later))")
_TONNES_PER = re.compile(r"/(?:ha|h|d|y|yr|km²?|m[23²³]|day|hour|hectare|month|week|year|acre)(?![^\W_])")
_LOST_POWER = re.compile(r"[ ](?P<power>[23])(?=[ ]?[),;:/]|[ ](?:of|to|and|in|for|at)[ ]|[ ]?$)")
# single letters that are also words, list marks or initials: only right beside the digits
_ATTACHED_ONLY = frozenset({"d", "y", "b", "B", "'", "A", "t", "T", "G", "ka", "M", "F", "C", "st", "u"})
_NUMBERED_NAME = re.compile(r"[A-Z][\w’'-]*[ -]\d+$")
# what makes a spaced "in" the unit: the end of the phrase, or a dimension; but not "2 in, 3 out"
_INCH_FOLLOWS = re.compile(
    r"(?!,? (?:and )?\d+ out\b)\.?\s*(?:$|[,;:)(.!?\]]|(?:tall|long|wide|thick|deep|high|diameter|x|×|by)\b)"
)


class UnitReading(NamedTuple):
    """A unit read from a text.

    Attributes:
        end: where it ends.
        name: singular English name with underscores.
        quality: what it measures; `compound` for products.
        si_factor, si_offset, si_unit: as in `Unit`.
        is_compound: whether it was put together from symbols here.
    """

    end: int
    name: str
    quality: str
    si_factor: Decimal | None
    si_offset: Decimal
    si_unit: str | None
    is_compound: bool


def unit_reading(unit: Unit, end: int) -> UnitReading:
    """The reading of a unit of the lexicon that ends at `end`."""
    return UnitReading(
        end, unit.name, unit.quality, unit.si_factor, unit.si_offset, unit.si_unit, is_compound=False
    )


@per_lexicon
def _first_words() -> Mapping[str, int]:
    """Highest number of words of a unit by its first word."""
    lengths: dict[str, int] = {}
    for words in load_unit_words():
        parts = words.split(" ")
        lengths[parts[0]] = max(lengths.get(parts[0], 0), len(parts))
    return lengths


def read_unit(text: str, low: str, start: int) -> UnitReading | None:
    """The unit that begins at `start`, right after a number, spaces and a hyphen skipped.

    >>> read_unit("30 km/h", "30 km/h", 2)[:2]
    (7, 'kilometer_per_hour')
    """
    found = _WORDS.match(low, start)
    if found is not None and not _opens_label(text, start, found.start("words")):
        reading = _read_words(low, found)
        if reading is not None:
            return _with_per(text, low, reading)
    following = text[start : start + 1]
    if not following:
        return None
    if following in " (\u00a0[{<" and (bracketed := _BRACKETED.match(text, start)):
        symbol = next(group for group in bracketed.groups() if group)
        unit = load_unit_symbols().get(symbol)
        is_clause = len(symbol) == 1 and following in "([{"  # "section 1328(g)"
        if unit is not None and symbol not in _ATTACHED_ONLY and not is_clause:
            return unit_reading(unit, bracketed.end())
        return None
    return _read_symbols(text, low, start)


def _opens_label(text: str, start: int, at: int) -> bool:
    """Whether a dash parts a figure from the words that say what it tells: "1972 - Year of her birth"."""
    return text.startswith(" - ", start) and text[at].isupper()


def _read_words(low: str, found: re.Match[str]) -> UnitReading | None:
    known = load_unit_words()
    raw = found["words"]
    at = found.start("words")
    words = raw.replace("-", " ").split(" ")
    most = _first_words().get(words[0]) or _first_words().get(words[0].rstrip("."))
    if not most:
        return None
    end = at
    ends = []
    for word in words[:most]:
        end += len(word)
        ends.append(end)
        end += 1
    for count in range(len(ends), 0, -1):
        surface = " ".join(words[:count])
        unit = known.get(surface)
        end = ends[count - 1]
        if unit is None and surface.endswith("."):
            unit, end = known.get(surface[:-1]), end - 1
        if unit is None:
            continue
        following = low[end : end + 1]
        if following.isalnum() and not following.isdigit():
            continue
        if surface in _SPANS and _OF_PERIODS.match(low, end) is not None:
            continue  # "up 205,500 year-over-year"
        if following and following in _POWERS and (power := _POWERS[following] + unit.name) in load_units():
            return unit_reading(load_units()[power], end + 1)
        if following and (following.isdigit() or following in "²³^·"):
            return None
        if surface in load_unit_symbols() and low[end : end + 3].lstrip(" ")[:1] == "/":
            return None
        return unit_reading(unit, end)
    return None


_SPANS = WordSet("change/span_of_rate")
_OF_PERIODS = WordPattern(r"[- ](?:over|on)[- ](?:<change/span_of_rate>)(?![^\W_])")
"""Behind the first of the two spans that a rate is told over."""
_POWERS = {"²": "square_", "³": "cubic_"}
"""Signs behind a unit in words, by what they make of it: "200 metres²"."""


def _with_per(text: str, low: str, reading: UnitReading) -> UnitReading:
    """Such as "miles per hour", "kilometres an hour", "grams per square metre" as one unit."""
    while found := _PER.match(low, reading.end):
        word = (found["words"] or found["slash"]).replace("-", " ")
        below = load_unit_words().get(word)
        end = found.end()
        if below is None and " " in word:
            word = word.split(" ")[0]
            below = load_unit_words().get(word)
            end = found.start("words") + len(word)
        if below is None:
            symbolic = None
            if " per " in found[0]:
                symbolic = _read_symbols(text, low, found.start("words"))
            if symbolic is None:
                return reading
            reading = compose_units(reading, symbolic, symbolic.end)
            continue
        is_article = found[0].startswith((" a ", " an ", " each ", " every ", "-a-", "-an-"))
        if is_article and not _is_paid_by_article(reading, below):
            return reading
        reading = compose_units(reading, unit_reading(below, end), end)
    return reading


_FLOWING = frozenset({"volume", "mass", "weight"})
_SHORT_TIMES = frozenset({"second", "minute", "hour"})
_MEASURED_OUT = frozenset({"area", *_FLOWING})
_RATED = frozenset({*_MEASURED_OUT, "length", "energy"})


def _is_paid_by_article(above: UnitReading, below: Unit) -> bool:
    """Whether "a" makes a rate of two units: "miles an hour", "gallons a minute", "bushels an acre".

    Time by time is a habit ("three hours a day"), and what is used in a day or longer an amount.
    """
    if below.quality == "time":
        is_flow = above.quality in _FLOWING and below.name in _SHORT_TIMES
        return is_flow or above.quality in ("length", "data")
    return below.quality in _MEASURED_OUT and above.quality in _RATED


def compose_units(above: UnitReading, below: UnitReading, end: int) -> UnitReading:
    """The unit of so much of one unit for each of another, which ends at `end`: metres per second."""
    factor = None
    unit = None
    if above.si_factor is not None and below.si_factor and above.si_unit and below.si_unit:
        with localcontext(EXACT):
            factor = above.si_factor / below.si_factor
        unit = format_si_unit(_powers(above.si_unit), _powers(below.si_unit), -1)
    return UnitReading(
        end,
        f"{above.name}_per_{below.name}",
        "compound",
        factor,
        Decimal(0),
        unit,
        is_compound=above.is_compound,
    )


def _read_symbols(text: str, low: str, start: int) -> UnitReading | None:
    """A unit in symbols, with those that multiply or divide it: "km", "kg/m3", "mW m−2"."""
    position, spaces = start, 0
    while position < len(text) and text[position] in " \u00a0\u2009-" and spaces < 2:
        position += 1
        spaces += 1
    atom = _ATOM.match(text, position)
    if atom is None:
        return None
    first = _read_atom(atom, load_unit_symbols())
    if first is None:
        if atom[0] in _HEAT_LETTERS and not spaces:
            return _read_letter_of_heat(low, atom[0], start, atom.end())
        return _read_nm(low, "NM", start, atom.end()) if atom[0] == "NM" else None
    unit, exponent, end = first
    symbol = atom["symbol"]
    if _is_label(symbol, atom["exponent"]) and text[end : end + 1] not in _GOES_ON:
        return None  # "3 A4 sheets", "12 B2 vans"
    if not _can_stand_here(text, low, start, atom, first):
        return None
    parts: list[_Part] = [(unit, exponent, symbol)]
    end = _read_chain(text, parts, end)
    following = text[end : end + 1]
    if following.isalnum() or following == "_":
        return None
    if exponent > 1 and unit.quality == "time" and len(parts) == 1:
        return None  # "h2": nothing is measured in square hours
    if unit.name == "nanometer" and exponent == 1 and len(parts) == 1:
        return _read_nm(low, symbol, start, end)
    reading = unit_reading(unit, end) if len(parts) == 1 and exponent == 1 else _multiply(parts, end)
    if _SPELLED_PER.match(low, end) or _A_SHORT_TIME.match(low, end):
        return _with_per(text, low, reading)
    return reading


def _can_stand_here(
    text: str, low: str, start: int, atom: re.Match[str], read: tuple[Unit, int, int]
) -> bool:
    """Whether a symbol is a unit here; `start` is where the number ends."""
    symbol, (_, exponent, end) = atom["symbol"], read
    spaces = atom.start() - start
    is_hyphenated = text[start : start + 1] == "-"
    if (
        spaces
        and exponent == 1
        and symbol in _ATTACHED_ONLY
        and not _can_stand_apart(text, start, end, symbol)
    ):
        return False
    if is_hyphenated and exponent < 0:
        return False
    if exponent == 1 and not is_unit_here(
        text, low, symbol, start, end, is_attached=not spaces, hyphen=is_hyphenated
    ):
        return False
    if is_hyphenated and len(symbol) == 1 and symbol not in "°mgKVWLl":
        return False
    is_spaced_inch = symbol in ("in", "in.") and exponent == 1 and (spaces or is_hyphenated)
    if is_spaced_inch and not (text[start - 1 : start].isdigit() and _INCH_FOLLOWS.match(low, end)):
        return False
    if symbol not in "\"'″′":
        return True
    if exponent != 1:
        return False
    is_in_name = text[end : end + 1].isalnum() and symbol in '"″'
    return is_prime(text, atom.start(), attached=not spaces) and not is_in_name


def _can_stand_apart(text: str, start: int, end: int, symbol: str) -> bool:
    """Whether a letter that is also a word or a mark is a unit behind a blank: "8 t/ha", "40 B-"."""
    if symbol == "b" and _NUMBERED_NAME.search(text, max(0, start - 24), start):
        return False  # the planet "Kepler 22 b"
    if symbol == "t" and _TONNES_PER.match(text, end):
        return True
    following = text[end : end + 1]
    return symbol in ("B", "b", "t", "A", "T") and not (following and following in "/-'’")


def _read_chain(text: str, parts: list[_Part], end: int) -> int:
    """Read the symbols that multiply or divide the first of `parts` into it; the new end."""
    divided = False
    while end < len(text):
        separator = _SLASH.match(text, end)
        if separator is not None:
            divided = True
        else:
            separator = _DOTTED.match(text, end)
            if separator is None:
                break
        atom = _ATOM.match(text, separator.end())
        chained = None if atom is None else _read_chained(atom, divided=divided)
        if atom is None or chained is None:
            break
        unit, exponent, next_end = chained
        if separator[0][:1] in " \u00a0\u2009" and separator[0].strip() in ("", ".") and exponent > 0:
            break
        if text[next_end : next_end + 1].isalnum():
            break
        parts.append((unit, -exponent if divided and exponent > 0 else exponent, atom["symbol"]))
        end = next_end
    if divided and len(parts) > 1 and (power := _LOST_POWER.match(text, end)):  # "mm/s 2", a lost superscript
        unit_below, exponent_below, symbol_below = parts[-1]
        parts[-1] = (unit_below, exponent_below * int(power["power"]), symbol_below)
        end = power.end("power")
    return end


def _read_chained(atom: re.Match[str], *, divided: bool) -> tuple[Unit, int, int] | None:
    """A later symbol of a product, or a word in its place ("KM/H"): unit, exponent and end."""
    chained = _read_atom(atom, load_unit_symbols())
    if chained is not None:
        return chained
    spelled = load_unit_words().get(atom["symbol"].lower())
    if spelled is None and atom["symbol"] == "H" and divided:
        spelled = load_units()["hour"]
    if spelled is None:
        return None
    power = atom["exponent"]
    if power is None:
        return spelled, 1, atom.end("symbol")
    return spelled, int(power.translate(_EXPONENTS).strip(" ^{}()")), atom.end()


def _is_label(symbol: str, exponent: str | None) -> bool:
    """Whether a capital with a plain digit behind it is a label sooner than a power of a unit."""
    return exponent is not None and len(symbol) == 1 and symbol.isupper() and exponent in _PLAIN_DIGITS


_PLAIN_DIGITS = frozenset("123456789")
_GOES_ON = frozenset("/·*⋅")
"""Signs behind a symbol that make it a part of a compound: "nV2/Hz"."""

_LETTERED_PLACE = WordPattern(r"(?<![^\W_])(?:<quantities/lettered_place>) \d{1,3}$")
_COMPOUND_OF_LETTER = re.compile(r"-(?!plus|degree)[a-z]{2}")
_HEAT_LETTERS = {"C": "degree_celsius", "F": "degree_fahrenheit"}


def _read_letter_of_heat(low: str, letter: str, start: int, end: int) -> UnitReading | None:
    """Such as "14.6C" where heat and cold are spoken of: degrees without their sign."""
    if low[end : end + 1].isalnum() or low[end : end + 1] == "_" or not is_heat_near(low, start, end):
        return None
    if low[end : end + 1] == "-" and _COMPOUND_OF_LETTER.match(low, end):
        return None  # "4C-seq data"
    if _LETTERED_PLACE.search(low, max(0, start - 18), start):
        return None  # "flat 14C was cold"
    if letter == "F" and is_capacitance_near(low, start, end):
        return None  # "a 10F capacitor"
    return unit_reading(load_units()[_HEAT_LETTERS[letter]], end)


def _read_nm(low: str, symbol: str, start: int, end: int) -> UnitReading | None:
    """What "nm" stands for in its passage; the letters themselves where that cannot be told."""
    name = unit_of_nm(low, start, end, is_capital=symbol == "NM")
    if name is not None:
        return unit_reading(load_units()[name], end)
    if symbol == "NM":
        return None
    return UnitReading(end, "nm", "length", None, Decimal(0), None, is_compound=False)


_DIMENSION_AFTER = WordPattern(r"[ -]?(?:<quantities/dimension>|×)(?![^\W_])")
_YEAR_BEFORE = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d$")
_QUOTATION_MARK = re.compile(r"(?P<behind_digit>(?<=\d)\")|[\"“”]")


_MINUTE = re.compile(r"[A-Z][^\W\d_]+ \(?\d{1,3}'(?!\d)|(?<=\d'), \d{1,3}'(?=\))|(?<=\d') \d{1,3}'(?!\d)")
"""When somebody scored: "Smith 12', Jones 44'"."""


def is_prime(text: str, position: int, *, attached: bool) -> bool:
    """Whether the quotation mark at `position`, after a number, is a foot or inch mark.

    A mark that closes a quotation is none: one was opened before in the paragraph, or a comma follows.
    """
    mark = text[position]
    if mark in "″′":
        return True
    paragraph = text[max(0, position - 1500) : position].rpartition("\n")[2]
    after = text[position + 1 : position + 2]
    if (
        mark == "'"
        and not after.isdigit()
        and len(_MINUTE.findall(text[max(0, position - 200) : position + 80])) > 1
    ):
        return False
    if mark == "'":
        return attached and (after.isdigit() or " '" not in paragraph)
    if not attached and after not in (" ", ""):
        return False
    if mark != "'" and _YEAR_BEFORE.search(text, max(0, position - 5), position):
        return False  # "(Ray, 2008")", "Q2 2014")"
    if _DIMENSION_AFTER.match(text, position + 1):
        return True
    return not _is_quotation_open(paragraph) and after not in (",", ";")


def _is_quotation_open(paragraph: str) -> bool:
    """Whether a quotation goes on at the end of a paragraph; a mark behind a digit only closes one."""
    is_open = False
    for found in _QUOTATION_MARK.finditer(paragraph):
        opens = found[0] == "“" or (found[0] == '"' and not is_open)
        is_open = opens and not found["behind_digit"]
    return is_open


def _read_atom(atom: re.Match[str], symbols: Mapping[str, Unit]) -> tuple[Unit, int, int] | None:
    symbol, exponent = atom["symbol"], atom["exponent"]
    if symbol[0] in "°º˚" and len(symbol) > 1:
        symbol = "°" + symbol[-1].upper()
    if exponent is not None:
        squared = symbols.get(symbol + exponent.translate(_EXPONENTS))
        if squared is not None:
            return squared, 1, atom.end()
    unit = symbols.get(symbol)
    if unit is None:
        return None
    if exponent is None:
        return unit, 1, atom.end()
    power = int(exponent.translate(_EXPONENTS).strip(" ^{}()"))
    if not power or abs(power) > 9:
        return unit, 1, atom.end("symbol")
    return unit, power, atom.end()


def _powers(si_unit: str) -> dict[str, int]:
    """Exponents by base unit of a unit such as `kilogram*meter^2/second^2`."""
    powers: dict[str, int] = {}
    for index, part in enumerate(si_unit.split("/")):
        for factor in part.split("*"):
            base, _, exponent = factor.partition("^")
            if base != "1":
                powers[base] = powers.get(base, 0) + int(exponent or 1) * (-1 if index else 1)
    return powers


def format_si_unit(powers: dict[str, int], other: dict[str, int], sign: int) -> str:
    """The product of `powers` and `other` to the `sign`, written as in the lexicon."""
    merged = dict(powers)
    for base, exponent in other.items():
        merged[base] = merged.get(base, 0) + sign * exponent
    over = [f"{b}^{e}" if e > 1 else b for b, e in sorted(merged.items()) if e > 0]
    under = [f"{b}^{-e}" if e < -1 else b for b, e in sorted(merged.items()) if e < 0]
    return "/".join(["*".join(over) or "1", *under])


_POWER_NAMES = {1: "", 2: "square_", 3: "cubic_"}


def _multiply(parts: list[tuple[Unit, int, str]], end: int) -> UnitReading:
    factor: Decimal | None = Decimal(1)
    powers: dict[str, int] = {}
    over: list[str] = []
    under: list[str] = []
    with localcontext(EXACT):
        for unit, exponent, _ in parts:
            name = _POWER_NAMES.get(abs(exponent), "") + unit.name
            if abs(exponent) > 3:
                name += f"_to_the_{abs(exponent)}"
            (over if exponent > 0 else under).append(name)
            if unit.si_factor is None or unit.si_unit is None:
                factor = None
            elif factor is not None:
                factor *= unit.si_factor**exponent
                for base, power in _powers(unit.si_unit).items():
                    powers[base] = powers.get(base, 0) + power * exponent
    name = "_".join(over)
    for below in under:
        name += f"_per_{below}" if name else f"per_{below}"
    si_unit = None if factor is None else format_si_unit(powers, {}, 1)
    return UnitReading(end, name, "compound", factor, Decimal(0), si_unit, is_compound=True)
