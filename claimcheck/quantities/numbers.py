"""Numbers as English writes them: digits, words, and both ("3.5 million", "two and a half").

This module knows what a number is worth, not what it counts: units, money and context are read by
`quantities.py`. Values are exact decimals.
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import load_number_words, load_scales
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.quantities.number_words import read_words
from claimcheck.quantities.numerals import (
    EXACT,
    MAX_DIGITS,
    MAX_EXPONENT,
    VULGAR_FRACTIONS,
    WHOLE,
    Numeral,
    divide,
    is_sane,
    vulgar_value,
)

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_THIN_SPACES = "\u00a0\u2007\u2009\u202f"
_RAISED_POINTS = "·∙"
_TO_POINT = str.maketrans(dict.fromkeys(_RAISED_POINTS, "."))

# 1,234,567  12,34,567  1 234 567  1234  with decimals; or .5
DIGITS = re.compile(
    rf"""(?P<whole>
          (?<!\d,)\d{{1,3}}(?:,\d{{3}})+(?![\d,]\d|\d)     # 1,234,567
        # 12,34,567, but not the sizes of a memory, each twice the one before it: 16,32,64,128
        | (?!(?:\d{{1,2}},)*64,128(?!\d))\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)
        | \d{{1,3}}(?:[{_THIN_SPACES}]\d{{3}})+(?!\d)
        | \d{{1,3}}(?:\ \d{{3}}){{2,}}(?![\d,.]\d|\d)
        | [1-9]\d{{0,2}},?\ 000(?!\d|[ ]\d)
        | \d{{1,3}}(?:['’]\d{{3}})+(?!\d)             # 1'000'000
        | (?P<european>\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}(?![\d,])  # 1.000,50 and 2,5 million
          | \d{{1,3}},00(?![\d,])
          | (?<=[$€£¥])\d{{1,3}},\d(?=[ \u00a0]?(?:[Mm]|[MmBb]n|k)(?![^\W_]))    # $2,6M
          # "1,8 metres": no list of counts is written without a space after its comma
          | \d{{1,3}},\d{{1,2}}(?=[ \u00a0]?(?:€|%|°|[mb]illion|trillion|percent|per\ cent|euros?\b
              |kms?\b|kg\b|cm\b|mm\b|m\b|(?:kilo)?met(?:re|er)s?\b|kilos?\b|kilograms?\b|lit(?:re|er)s?\b
              |tons?\b|tonnes?\b)))
        | \d+
        )
        # a raised point, as in medical journals (1·3%); no product of powers or of more factors
        (?P<decimals>\.\d+|[{_RAISED_POINTS}](?!10[\^⁻⁺⁰¹²³⁴-⁹])\d+(?![{_RAISED_POINTS}\d]))?
      | (?P<bare>\.\d+)
    """,
    re.VERBOSE,
)
# x 10^8, ×10⁻³, e10: what may follow the digits
_POWER = re.compile(
    r"[ \u00a0\u2009]?[x×·⋅*∙][ \u00a0\u2009]?10"
    r"(?:[ ]?\^[ ]?[{(]?[ ]?(?P<caret>[-−–+]?\d{1,4})[})]?|(?P<super>[⁻⁺]?[⁰¹²³⁴-⁹]{1,4})"
    r"|[ ]?(?P<plain>[-−–]\d{1,3}))(?!\d)"
    r"|[eE](?P<exponent>[-−+]?\d{1,4})(?![\w])"
)
_TEN_POWER = re.compile(r"10(?:\^[{(]?(?P<caret>[-−–+]?\d{1,4})[})]?|(?P<super>[⁻⁺]?[⁰¹²³⁴-⁹]{1,4}))(?!\d)")
_TEN_TO_MINUS = re.compile(r"10−(?P<power>[1-9])(?![\d.,]\d|\d)")  # 10−5: a lost superscript
_CARET = re.compile(r"\^(?P<exponent>[-−+]?\d{1,3})(?![\w.])")
_DIGIT_FRACTION = re.compile(
    r"(?:[ ]?/[ ]?|(?P<solidus>[⁄∕]))(?P<below>\d{1,4})"
    r"(?P<ordinal>(?:(?:ths?|rds?|nds?|sts?)(?![^\W_])|s(?= of ))?)(?![\d/⁄.,]\d|\d|[/⁄])"
)
_MIXED_FRACTION = re.compile(
    r"(?:[ ]{1,2}|-| and )(?P<above>\d{1,2})[ ]?[/⁄∕][ ]?(?P<below>\d{1,2})(?![\d/⁄.,]\d|\d|[/⁄])"
)
_LEAST_MODEL = 1000
"""From which a whole number behind a name may be that of a model: "the Dremel 4000 1/8 inch collet"."""
_NAME_BEFORE = re.compile(r"\b[A-Z][\w-]*[ ]$")
_LONGEST_NAME = 24
_CLASS_OF_TRUCK = re.compile(r"[ -]ton(?![^\W_])")  # "the Ram 2500 3/4 ton truck"
_LEAST_OF_TWO = 10
_OF_TWO = re.compile(
    r"[ ]?(?:[kMG]bit/s|[kKMG]b(?:ps|/s))(?![^\W_])"
    r"|[ -](?:year|yr|month|week)s?[ -]old(?P<several>s)?(?![^\W_])",
    re.IGNORECASE,
)
"""Behind two amounts with a slash: the speeds of a line both ways ("50/10 Mbps"), ages ("4/5 year olds")."""
_PLAIN_FRACTIONS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)})
"""Those that are said of one thing also where two amounts may stand: "a 1/2 year old kitten"."""
_VULGAR = re.compile(rf"[ \u00a0]?(?P<vulgar>[{VULGAR_FRACTIONS}])")
_UNCERTAIN_DIGITS = re.compile(r"\(\d{1,2}\)(?=[\s\u00a0])")  # 10.0322(6) Å


def parse_decimal(surface: str) -> Decimal:
    """Value of Unicode decimal digits with group separators taken out; the point may be raised."""
    return Decimal("".join(c for c in surface.translate(_TO_POINT) if c == "." or c.isdigit()))


def read_digits(text: str, start: int) -> Numeral | None:
    """The number in digits that begins at `start`, with power of ten or fraction but no scale word.

    >>> read_digits("5.5x10-3 kg", 0)
    Numeral(0, 8, 0.0055, 'digits')
    >>> read_digits("10 1/2 miles", 0)
    Numeral(0, 6, 10.5, 'fraction')
    """
    found = DIGITS.match(text, start)
    if found is None or (start > 1 and text[start - 1] in _RAISED_POINTS and text[start - 2].isdigit()):
        return None
    end = found.end()
    if end - start > MAX_DIGITS:
        return Numeral(start, end, Decimal("NaN"), "digits")
    whole = found["whole"]
    if whole is not None and found["decimals"] is None and whole.isdecimal():
        value = Decimal(whole)
        if whole == "10" and (power := _TEN_POWER.match(text, start)):
            scaled = _power_of_ten(power)
            return Numeral(start, power.end(), scaled if scaled is not None else Decimal("NaN"), "digits")
        if whole == "10" and (power := _TEN_TO_MINUS.match(text, start)):
            return Numeral(start, power.end(), Decimal(1).scaleb(-int(power["power"])), "digits")
        following = text[end : end + 1]
        if following and (following in " \u00a0/⁄∕-" or following in VULGAR_FRACTIONS):
            fraction = _read_fraction(text, start, end, value)
            if fraction is not None:
                return fraction
        is_bare = True
    else:
        surface = found[0]
        if found["european"] is not None:
            surface = surface.replace(".", "").replace(",", ".")
        value = parse_decimal(surface)
        is_bare = False
        if text[end : end + 1] == "(" and (uncertain := _UNCERTAIN_DIGITS.match(text, end)):
            end = uncertain.end()
    following = text[end : end + 1]
    if following == "^" and (raised := _CARET.match(text, end)):
        return Numeral(
            start, raised.end(), _raise(value, int(raised["exponent"].translate(_SUPERSCRIPTS))), "digits"
        )
    if following and following in " \u00a0\u2009x×·⋅*∙eE" and (power := _POWER.match(text, end)):
        scale = _power_of_ten(power)
        if scale is None:
            return Numeral(start, power.end(), Decimal("NaN"), "digits")
        return Numeral(start, power.end(), value * scale, "digits")
    return Numeral(start, end, value, "digits", is_bare=is_bare)


def _read_fraction(text: str, start: int, end: int, whole: Decimal) -> Numeral | None:
    if found := _VULGAR.match(text, end):
        return Numeral(start, found.end(), whole + vulgar_value(found["vulgar"]), "fraction")
    found = _MIXED_FRACTION.match(text, end)
    is_large = whole >= _LEAST_MODEL
    if found is not None and not (is_large and _CLASS_OF_TRUCK.match(text, found.end())):
        above, below = Decimal(found["above"]), Decimal(found["below"])
        part = divide(above, below)
        if part is not None and above < below:
            if is_large and _NAME_BEFORE.search(text, max(0, start - _LONGEST_NAME), start):
                return Numeral(start, found.end(), Decimal("NaN"), "digits")
            return Numeral(start, found.end(), whole + part, "fraction")
    if found := _DIGIT_FRACTION.match(text, end):
        below = Decimal(found["below"])
        if found["solidus"] is not None and (not below or 10 <= whole > below):
            return Numeral(start, found.end(), Decimal("NaN"), "digits")  # "23⁄4": 2 3⁄4 or 23 quarters?
        if found["solidus"] is None and (
            whole >= below >= _LEAST_OF_TWO  # 120/80, "512/512 kb/s"
            or _are_two(text, found.end(), whole, below)
        ):
            return None
        value = divide(whole, below)
        if value is not None:
            return Numeral(start, found.end(), value, "fraction")
    return None


def _are_two(text: str, end: int, first: Decimal, second: Decimal) -> bool:
    """Whether two numbers with a slash are two amounts by what follows, not a fraction."""
    found = _OF_TWO.match(text, end)
    return found is not None and (
        found["several"] is not None or (int(first), int(second)) not in _PLAIN_FRACTIONS
    )


def _raise(base: Decimal, exponent: int) -> Decimal:
    """`base` to the power of `exponent`, to 28 digits; NaN where that is absurdly large or small."""
    if not base or abs(exponent) > MAX_EXPONENT or abs(base.adjusted() * exponent) > MAX_EXPONENT:
        return Decimal("NaN")
    with localcontext(EXACT):
        value: Decimal = base**exponent
    return value if abs(value.adjusted()) <= MAX_EXPONENT else Decimal("NaN")


def _power_of_ten(found: re.Match[str]) -> Decimal | None:
    groups = found.groupdict()
    digits = next(value for value in groups.values() if value is not None)
    exponent = int(digits.translate(_SUPERSCRIPTS))
    return Decimal(1).scaleb(exponent) if abs(exponent) <= MAX_EXPONENT else None


_SIGN_WORDS = re.compile(r"(?:minus|negative)\s+", re.IGNORECASE)
_SCALE_AFTER = re.compile(r"[ \u00a0]?([^\W\d_]+)\.?$")


def parse_amount(surface: str) -> Decimal | None:
    """Exact value of a number as an English newspaper prints it, without unit or currency.

    Commas group thousands, a full stop marks decimals, scale words and abbreviations multiply.
    Short scale only (billion = 10**9).

    Returns:
        The value, or None if `surface` is not such a number. Never a guess.

    >>> parse_amount("12,000")
    Decimal('12000')
    >>> parse_amount("3.5bn")
    Decimal('3500000000')
    >>> parse_amount("two and a half million")
    Decimal('2500000')
    >>> parse_amount("1,5")  # could be two numbers
    >>> parse_amount("NaN")  # Decimal() would accept this one
    """
    with localcontext(WHOLE):
        return _parse_amount(surface)


def _parse_amount(surface: str) -> Decimal | None:
    surface = surface.strip()
    sign = Decimal(1)
    if found := _SIGN_WORDS.match(surface):
        sign, surface = Decimal(-1), surface[found.end() :]
    elif surface[:1] in ("-", "−", "–", "+"):
        sign = Decimal(1) if surface[0] == "+" else Decimal(-1)
        surface = surface[1:].lstrip()
    if not surface:
        return None
    low = lower_evenly(surface)
    scale = Decimal(1)
    if found := _SCALE_AFTER.search(surface):
        abbreviation = load_scales().get(found[1])
        if abbreviation is not None and surface[: found.start()][-1:].isdigit():
            scale, low = abbreviation.factor, low[: found.start()]
    numeral = read_number(low, low, 0)
    if (
        numeral is None
        or numeral.end != len(low)
        or numeral.form == "ordinal"
        or not numeral.value.is_finite()
    ):
        return None
    value = sign * numeral.value * scale
    if not is_sane(value):
        return None
    if (scale != 1 or numeral.has_scale) and value == value.to_integral_value():
        value = Decimal(int(value))
    return value


def read_number(text: str, low: str, start: int) -> Numeral | None:
    """The number at `start`, in digits or words or both, with the scale words that follow it."""
    character = low[start]
    if character.isdigit() or character == ".":
        numeral = read_digits(text, start)
        if numeral is None or not numeral.value.is_finite():
            return numeral
        return _add_scale_words(low, numeral)
    if character in VULGAR_FRACTIONS:
        numeral = Numeral(start, start + 1, vulgar_value(character), "fraction")
        return _add_scale_words(low, numeral)
    return read_words(low, start)


_MEASURED_IN_PARTS = WordSet("quantities/measured_in_parts")


@per_lexicon
def _scale_word_after() -> re.Pattern[str]:
    words = sorted(
        (w for w, known in load_number_words().items() if known.role in ("hundred", "scale", "dozen")),
        key=len,
        reverse=True,
    )
    measure = rf"[ -](?:{'|'.join(sorted(_MEASURED_IN_PARTS))})(?![^\W_])"
    return re.compile(
        rf"(?:\+(?=[ \u00a0-]))?[ \u00a0\n-]?(?:{'|'.join(words)}|point \d|"
        r"and (?:a |an |one )(?:half|quarter|third)"
        # "2 and one-half miles", but "rose to 400 and two-thirds of them are new"
        rf"|and (?:one|two|three)-(?:half|thirds?|quarters?|fourths?|eighths?)(?={measure}))"
        r"(?![^\W_])"
    )


def _add_scale_words(low: str, numeral: Numeral) -> Numeral:
    """`numeral` with "million", "hundred and 21" and the like taken in."""
    following = low[numeral.end : numeral.end + 1]
    if not following or not (following in " \u00a0\n-+" or following.isalpha()):
        return numeral
    if not _scale_word_after().match(low, numeral.end):
        return numeral
    words = read_words(low, numeral.start, numeral)
    if words is None or words.end <= numeral.end or words.form == "ordinal":
        return numeral
    return words


_NOTE_AFTER_WORD = re.compile(
    r"(?<=[a-z]{3})(?<!meter)(?<!metre)(?<!meters)(?<!metres)(?<!mile)(?<!miles)(?<!feet)(?<!foot)(?<!inch)(?<!inches)"
    r"[⁰¹²³⁴-⁹]+"
)
_NOTE = re.compile("[⁰¹²³⁴-⁹]")


def lower_evenly(text: str) -> str:
    """`text` in lower case with the same length, so that offsets agree.

    The raised numbers of notes behind a word are stars, which end it: "million¹" is "million*".
    """
    low = text.lower()
    if text.isascii():
        return low
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    # A look at every letter for what stands before it takes ten times as long
    return _NOTE_AFTER_WORD.sub(lambda note: "*" * len(note[0]), low) if _NOTE.search(low) else low
