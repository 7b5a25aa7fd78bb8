"""Texts that have broken readers of text, made from a seed: the same seed gives the same texts.

Half of them read like articles, with one slot in each sentence filled by something odd: an acronym of two or
three letters, digits of any script and length, a Roman numeral, a rank or an amount beyond reason. The others
are pieces that the rules react to, in any order, and characters of any kind.
"""

# ruff: noqa: E501 - lists of pieces read best as they are
from __future__ import annotations

import random
import string
import sys
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SENTENCES = """\
{Name} ({ACRONYM}) was founded in {year} by {Person}.
{Name} ({ACRONYM}) fell from {number}% to {number}% in {ACRONYM} patients.
{UPPER} ({ACRONYM}) cost {money}; the {ACRONYM} paid {money} in {year}.
{Person} of {ACRONYM} said that it took {number} {unit} and {digits}{letter} more.
World War {roman} ended in {year}, and Chapter {roman} of {Name} has {number} pages.
{Name} is the {number}th largest {noun} in {Place}, ranked No. {digits}.
The {scale} {scale} {noun} of {Place} weighed {digits} {scale} {unit}.
{Name}, which {Person} bought for {money}, grew by {number}{odd}{unit} on {date}.
It took {digits}s, {digits} s, {digits}ms and {digits}{odd} in {year}s.
{Place} had {number} {noun}, {fraction} of them {Name}'s, since the {digits}s.
Version {digits}.{digits} of {Name} runs on {ACRONYM} {digits}; {number}x faster than {ACRONYM}-{digits}.
“{Name} {odd} {number} {unit},” {Person} told {ACRONYM} ({ACRONYM}) on {date}.
About {number} to {number} {noun} ({number} {unit}) were sold at {money} per {unit}, {number} times as many as in {year}.
{number}% of {Name}'s code is written in {Name}, {number}% in {ACRONYM} and {fraction} in C.
{Person}, {digits}, chief executive of {Name} ({odd}{ACRONYM}{odd}), was born on {date}.
It rose {digits} {scale} {scale} {scale} from {money} in {ACRONYM} {digits}.
{odd}{Name}{odd} {number}{odd} {unit}{odd}{money}{odd}, {date}{odd}.
The model has {digits}{letter} parameters and was trained on {number} {scale} tokens.
""".splitlines()

_GIVEN = "Ana Ben Chen Dina Émile Farid Grace Hugo İpek Jürgen Karl-Heinz Lý Mary O'Neil Åsa".split()
_SURNAMES = "Abbott van der Berg|Carter|D’Souza|Eriksen|Fox|García|Hill|Ito|Jones III|K.|Lee Jr.|McKay".split(
    "|"
)
_WORDS = (
    "dry matter data mining diabetes mellitus world bank northern light open source river delta standard arabic "
    "modern greek united front silver king saint bay new union state college press group labs energy motor"
).split()
_NOUNS = "cities patients trams voters tokens shares Ⅻ people GPU hours tonnes of coal bank book".split()
_UNITS = (
    "km m s h ms kg g % ° °C °F K pp bps kWh W mph km/h m/s m² m^2 ft feet ' \" in lb oz l L ml ha years days minutes "
    "year-old GB MB Gbit/s Hz mol/L µg Å ppm degrees people bn dollars euros cents p pence GPU-hours"
).split()
_CURRENCIES = "$ € £ ¥ ₹ ₽ ₿ US$ A$ C$ R$ HK$ CHF DM USD EUR JPY kr Kč zł Rs Tk ƒ ¢ p".split()
_SCALES = (
    "hundred thousand million billion trillion quadrillion dozen score lakh crore k m bn tn M B T mn thousandth "
    "millionth trillionth hundredth googol quintillion"
).split()
_MONTHS = "January Feb. March April May June July Aug August Sept. October Nov December".split()
_ODD = [
    *"  ,;:.!?-–—−…·•|/\\()[]{}<>«»“”\"'’`*_~^=+&%@#§¶†‡™®©°ºª\t\n\r\v\f\x85",
    *(
        "\r\n",
        "\n\n",
        "\u00a0",
        "\u2009",
        "\u202f",
        "\u200b",
        "\u200d",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\u00ad",
    ),
    *(
        "\u0301",
        "\u20dd",
        "\u202e",
        "\u2066",
        "\x1b[31m",
        "\x00",
        "\x07",
        "\x1c",
        "😀",
        "👩‍👩‍👧",
        "🇩🇪",
        "𝟜",
        "⅓",
        "²",
        "₂",
    ),
    *(
        "ﬁ",
        "ß",
        "İ",
        "ſ",
        "Ǆ",
        "ǅ",
        "Ω",
        "Å",
        "㎏",
        "㎢",
        "％",
        "＄",
        "½",
        "３",
        "①",
        "⑵",
        "⒊",
        "〇",
        "一",
        "三千",
    ),
    *(
        "&lt;",
        "&#8364;",
        "<b>",
        "</p>",
        "http://a.b/c?d=1#e",
        "@name",
        "#tag",
        "a@b.co",
        "[1]",
        "[12,",
        "(see p. 3)",
    ),
    *("\ue000", "\U000f0000", "\U0001f1e9", "\ufffd", "\u0378"),
]
PIECES = (
    "$ € £ % per cent bn m k million billion trillion dozen half two thirds one in five 3.5 1,234 12,34,567 1e-5 10^8 "
    "10x x ~ over about at least up to between and from to - – — … . , ; : ( ) [12] “ ” \" ' ’ « » 7B parameters model "
    "Python Rust C# written in OpenAI Microsoft Inc. Ltd the company it rose fell by doubled 2019 May 5 v2.0 No. 2 # "
    "first largest most said that according not may 5'10\" 6 ft 2 km/h °C kWh № s th st 1980s '90s 10² ³ ½ 3⁄4 1/2 "
    "I II Ⅱ Ⅳ ⅿ A B.C. AD a.m. January 31 April 12/31/2020 2020-12-31 Q4 FY2021 20th century the its their who which "
    "founded acquired bought CEO president of based launched called is was are has were been will would could"
).split()


@cache
def digit_scripts() -> tuple[str, ...]:
    """The ten digits of every script that has them, zero first."""
    zeros = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.decimal(chr(code), None) == 0]
    return tuple("".join(chr(ord(zero) + value) for value in range(10)) for zero in zeros)


@cache
def numeric_characters() -> tuple[str, ...]:
    """Every other character with a value: Roman numerals, fractions, circled and raised digits, ideographs."""
    characters = map(chr, range(sys.maxunicode + 1))
    return tuple(c for c in characters if unicodedata.numeric(c, None) is not None and not c.isdecimal())


def make_texts(seed: int, count: int) -> Iterator[str]:
    """So many texts, each drawn from its own number, so that one can be made again without the others."""
    for number in range(count):
        yield make_text(seed, number)


def make_text(seed: int, number: int) -> str:
    """Text `number` of a seed."""
    draw = random.Random(f"{seed}/{number}")  # noqa: S311 - no secret
    kind = draw.random()
    if kind < 0.5:
        return " ".join(_fill(draw.choice(SENTENCES), draw) for _ in range(draw.randint(1, 3)))
    if kind < 0.65:  # one sentence with a piece of it repeated or cut off
        sentence = _fill(draw.choice(SENTENCES), draw)
        start, end = sorted(draw.randrange(len(sentence) + 1) for _ in range(2))
        return sentence[:start] + sentence[start:end] * draw.choice((0, 2, 3, 20))
    if kind < 0.9:
        joint = draw.choice(("", " ", " ", "\n"))
        size = draw.randint(1, 60)
        return joint.join(_piece(draw) for _ in range(size))
    return "".join(_any_character(draw) for _ in range(draw.randint(0, 120)))


def _piece(draw: random.Random) -> str:
    kind = draw.random()
    if kind < 0.6:
        return draw.choice(PIECES)
    if kind < 0.7:
        return draw.choice(_ODD)
    return _SLOTS[draw.choice(list(_SLOTS))](draw)


def _any_character(draw: random.Random) -> str:
    kind = draw.random()
    if kind < 0.4:
        return draw.choice(string.printable)
    top = 0xFF if kind < 0.6 else 0xFFFF if kind < 0.9 else sys.maxunicode
    code = draw.randint(0, top)
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)


def _fill(sentence: str, draw: random.Random) -> str:
    """The sentence with its slots filled, one after another."""
    parts = sentence.split("{")
    filled = [parts[0]]
    for part in parts[1:]:
        slot, _, rest = part.partition("}")
        filled += (_SLOTS[slot](draw), rest)
    return "".join(filled)


def _digits(draw: random.Random) -> str:
    """A run of digits: mostly short, sometimes up to 400 of them, sometimes of another script."""
    size = draw.choice(
        (
            1,
            1,
            2,
            2,
            3,
            4,
            5,
            8,
            12,
            17,
            20,
            28,
            29,
            33,
            45,
            59,
            60,
            61,
            100,
            310,
            400,
            draw.choice((1, 4301, 5000)),
        )
    )
    digits = "".join(draw.choice("0123456789") for _ in range(size))
    if draw.random() < 0.2:
        digits = digits.translate(
            dict(zip(map(ord, "0123456789"), draw.choice(digit_scripts()), strict=True))
        )
    return digits


def _number(draw: random.Random) -> str:
    kind = draw.random()
    if kind < 0.3:
        return _digits(draw)
    if kind < 0.5:
        return f"{draw.randint(0, 10 ** draw.randint(1, 18)):,}"
    if kind < 0.6:
        return f"{draw.uniform(0, 1000):.{draw.randint(1, 12)}f}"
    if kind < 0.7:
        return (
            f"{draw.randint(1, 99)}{draw.choice(('e', 'E', 'x10^', '×10', ' × 10−', '^'))}{_digits(draw)[:5]}"
        )
    if kind < 0.8:
        return f"{draw.choice('-−+±~<>')}{_digits(draw)[:6]}"
    if kind < 0.9:
        return draw.choice(numeric_characters())
    words = "one two seven nine eleven twelve twenty thirty ninety hundred thousand million and point half a third".split()
    return draw.choice((" ", "-")).join(draw.choice(words) for _ in range(draw.randint(1, 12)))


def _acronym(draw: random.Random) -> str:
    """Two or three letters, as the initials of something; one in five with a character of another kind."""
    letters = "".join(draw.choice(string.ascii_uppercase) for _ in range(draw.choice((2, 2, 3))))
    if draw.random() < 0.2:
        place = draw.randrange(len(letters))
        letters = (
            letters[:place]
            + draw.choice(("Ⅱ", "Ⅿ", "É", "Ω", "ß", "1", "²", "-", ".", "&", "İ", "a"))
            + letters[place:]
        )
    return letters


def _phrase(draw: random.Random) -> str:
    """Words that an acronym may stand for."""
    return " ".join(draw.choice(_WORDS) for _ in range(draw.randint(1, 3)))


def _roman(draw: random.Random) -> str:
    return draw.choice((chr(draw.randint(0x2160, 0x2188)), "II", "IV", "XLII", "ⅩⅣ", "MMXX", "iv"))


def _date(draw: random.Random) -> str:
    day, year = draw.randint(0, 33), _year(draw)
    month = draw.choice(_MONTHS)
    return draw.choice((
        f"{day} {month} {year}",
        f"{month} {day}, {year}",
        f"{draw.randint(0, 14)}/{day}/{year}",
        f"{year}-{draw.randint(0, 13):02}-{day:02}",
        f"the {_digits(draw)[:4]}th century",
        f"{month} {_digits(draw)}",
    ))  # fmt: skip


def _year(draw: random.Random) -> str:
    return draw.choice((str(draw.randint(1, 2200)), str(draw.randint(1900, 2030)), _digits(draw)))


def _money(draw: random.Random) -> str:
    amount = f"{draw.choice(_CURRENCIES)}{draw.choice(('', ' '))}{_number(draw)}"
    return amount + draw.choice(
        ("", f" {draw.choice(_SCALES)}", draw.choice(_SCALES), f" {draw.choice(_CURRENCIES)}")
    )


def _acronym_with_phrase(draw: random.Random) -> str:
    """A phrase in capitals whose initials are two or three letters, and those in brackets."""
    words = [draw.choice(_WORDS) for _ in range(draw.choice((2, 2, 3)))]
    case = draw.choice((str.upper, str.title, str.capitalize))
    return f"{' '.join(map(case, words))} ({''.join(word[0] for word in words).upper()})"


_SLOTS: dict[str, Callable[[random.Random], str]] = {
    "Name": lambda draw: draw.choice((_phrase(draw).title(), _acronym(draw), _acronym_with_phrase(draw))),
    "UPPER": lambda draw: _phrase(draw).upper(),
    "ACRONYM": _acronym,
    "Person": lambda draw: f"{draw.choice(_GIVEN)} {draw.choice(_SURNAMES)}",
    "Place": lambda draw: draw.choice(
        ("France", "New York", "the Ⅳ District", "Graz", _phrase(draw).title())
    ),
    "noun": lambda draw: draw.choice(_NOUNS),
    "unit": lambda draw: draw.choice(_UNITS),
    "scale": lambda draw: draw.choice(_SCALES),
    "digits": _digits,
    "number": _number,
    "money": _money,
    "year": _year,
    "date": _date,
    "roman": _roman,
    "odd": lambda draw: draw.choice(_ODD) if draw.random() < 0.6 else "",
    "letter": lambda draw: draw.choice(string.ascii_letters),
    "fraction": lambda draw: draw.choice(
        ("half", "two thirds", "1/3", "3⁄4", "¾", "one in five", f"1/{_digits(draw)}")
    ),
}
