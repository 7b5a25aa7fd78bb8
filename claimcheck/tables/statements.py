"""What a head, a caption or a line above says of the figures of a table: scale, currency, unit, exceptions.

"(in millions, except per share data)", "€m", "All amounts in thousands of U.S. dollars", "Energy (MWh)", "%
of total".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.quantities import load_currency_code_words
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.finding import find_quantities
from claimcheck.quantities.money import GLUED_CODES, read_currency_after, read_currency_before
from claimcheck.quantities.numbers import lower_evenly
from claimcheck.tables.cells import LEVEL_OF_INTERVAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Statement:
    """What some words say of the figures they stand over. Offsets are those of the text they were found in.

    Attributes:
        start, end: the words.
        factor: what figures are to be multiplied by; None where the words name no scale.
        currency: ISO 4217; of a scale it says that only money is meant.
        currency_assumed: whether its country is a guess.
        unit: `percent`, or a unit of measurement.
        exceptions: words of what the scale does not hold for, in lower case and without their plural.
        reach: whether the words say that they hold for all of the tables that follow.
    """

    start: int
    end: int
    factor: Decimal | None = None
    currency: str | None = None
    currency_assumed: bool = False
    unit: str | None = None
    exceptions: frozenset[str] = frozenset()
    reach: bool = False

    def moved(self, offset: int) -> Statement:
        """The statement of a text that stands at `offset` of another."""
        return replace(self, start=self.start + offset, end=self.end + offset)


_SYMBOLS = "$€£¥₹₩₽₺₪₱₦฿₫"
_SIGIL = WordPattern(
    r"(?<![^\s(\[,;])\$(?!(?:[mk]|mm|per|th|us|pa|pcm|pw|each|bn|[mb]l?n|mi[lo]|mill|bil|(?:<common/scale>)s?)\b)[a-z]\w*"
)
"""The sign before the name of a variable, as programs write it: "$edge"; not "$m", "US$bn", "$per tonne"."""
_QUOTES = "’‘'`´"
_NUMBER_BEFORE = re.compile(
    r"\d[ \u00a0]?\Z|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several|many)\s+\Z"
)
_EXCEPT = re.compile(r"\b(?:except|excluding|other than)\b(?:\s+(?:for|where|as)\b)?", re.IGNORECASE)
_EXCEPT_FILLERS = WordSet("tables/filler")
_PER = re.compile(r"\bper[- ](?:\w+[- ](?=share|unit))?\w+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+|%")
# What says of a scale in running text that it is that of a table.
_SPOKEN = WordPattern(
    r"\b(?:<tables/told_of_scale>)\b[^.;()]{0,60}\bin(?:\s+[\w.$€£]+){0,3}?\s+\Z",
    re.IGNORECASE,
)
# "were as follows, in millions:", "are in thousands of euros unless otherwise stated"
_SET_OFF = re.compile(r"(?:,|\bfollows|\bfollowing|\bbelow|\bare)\s+in\s+\Z", re.IGNORECASE)
_GOES_OFF = re.compile(
    r"\s*(?:[,:;.]|\Z|of\s+(?:[A-Z]\S*\s+)?(?:dollars|euros?|pounds|yen)\b|unless\b|except\b)", re.IGNORECASE
)
_EVERYWHERE = re.compile(
    r"\b(?:all|tabular)\s+(?:\w+\s+){0,3}(?:amounts?|figures|numbers|dollars?|data|sums|values)\b|\bunless\b|\botherwise\b"
    r"|\bnotes\s+to\b|\bstatements\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(([^()]{1,160}(?:\([^()]{0,40}\)[^()]{0,120})?)\)?")
_REACH = 200  # characters that a bracket or clause may begin before its scale, or end behind it
# but not "VAT 20%", which says what a row is about
_PERCENT = re.compile(r"(?<!\d)(?<!\d )(?:%|\bper\s?cent(?:age)?s?\b|\bpct\b)", re.IGNORECASE)
_UNIT_AFTER_IN = re.compile(r"\bin\s+(?P<unit>[A-Za-z0-9/²³%µ°·^ ]{1,30})", re.IGNORECASE)
_LETTER_UNITS = frozenset("m g s h L W V N t".split())
# "Year" over years, "Second" beside "First": a head that names one of a unit, and no unit of its figures
_HEADS_OF_ONE = WordSet("tables/head_of_one")
_NO_UNITS = frozenset(["kt", "Notes", "min"])  # kilotonnes or knots, minutes or minimum


@per_lexicon
def _load_scales() -> Mapping[str, tuple[Decimal, bool]]:
    return {
        row["surface"]: (Decimal(row["factor"]), bool(row["needs"]))
        for row in load_rows("en/table_scales.csv")
    }


@per_lexicon
def _scale_pattern() -> re.Pattern[str]:
    surfaces = sorted(_load_scales(), key=len, reverse=True)
    words = "|".join(re.escape(surface).replace("'", f"[{_QUOTES}]") for surface in surfaces)
    # "€m", "USDm", "RMB'Million": right behind a currency, or a word of its own
    return re.compile(
        rf"(?:(?<![^\W_])|(?<=[A-Z][A-Z]))(?:[{_QUOTES}](?=[A-Za-z]))?(?P<scale>{words})(?![^\W_])",
        re.IGNORECASE,
    )


def find_statement(text: str, *, is_head: bool) -> Statement | None:
    """What a head (or, for running text, its last such words) says of figures; None where it says nothing.

    >>> find_statement("Revenue ($ million)", is_head=True).factor
    Decimal('1000000')
    >>> find_statement("The fund holds 3 million shares.", is_head=False)
    """
    if is_head:
        return next(_scaled(text, is_head=True), None) or _joined(text) or _unscaled(text)
    return max(find_scales(text), key=lambda statement: statement.start, default=None)


def find_scales(text: str) -> Iterator[Statement]:
    """What running text says of the scale of tables, each place in its order."""
    return _scaled(text, is_head=False)


def _scaled(text: str, *, is_head: bool) -> Iterator[Statement]:
    for found in _scale_pattern().finditer(text):
        surface = re.sub(f"[{_QUOTES}]", "'", found["scale"]).lower()
        factor, needs_currency = _load_scales()[surface]
        before = text[max(0, found.start() - 40) : found.start()]
        if _NUMBER_BEFORE.search(before):
            continue
        scope = _scope(text, found.start(), found.end(), is_head=is_head)
        if scope is None:
            continue
        start, end = scope
        words = text[start:end]
        # "USD denominated RMB'million": the one beside the scale
        currency = _currency_right_before(text[start : found.start()]) or find_currency(words)
        if needs_currency and not _is_beside_currency(text, found, words):
            continue
        if not (is_head or _is_said_of_figures(text, found, start)):
            continue
        code, is_assumed = currency or (None, False)
        yield Statement(
            start,
            end,
            factor,
            code,
            is_assumed,
            unit=None if currency else _unit_behind(text[found.end() : end]),
            exceptions=_exceptions(words),
            reach=bool(_EVERYWHERE.search(text[max(0, start - 200) : end])),
        )


_JOINED = re.compile(
    r"(?<![A-Za-z])(?:(?P<scale>[TKkMB])(?P<code>[A-Z]{3})|(?P<rand>R)(?P<behind>m|bn))(?![A-Za-z])"
)
_JOINED_SCALES = {"T": 1000, "K": 1000, "k": 1000, "M": 10**6, "m": 10**6, "B": 10**9, "bn": 10**9}


def _joined(text: str) -> Statement | None:
    """A scale that is one word with its currency: "TEUR", "MUSD", "Rm"."""
    for found in _JOINED.finditer(text):
        currency = ("ZAR", False) if found["rand"] else find_currency(found["code"])
        if currency is not None:
            factor = Decimal(_JOINED_SCALES[found["scale"] or found["behind"]])
            return Statement(found.start(), found.end(), factor, *currency)
    return None


def _scope(text: str, first: int, last: int, *, is_head: bool) -> tuple[int, int] | None:
    """The bracket that the scale stands in; of a head without one all of it; of running text its clause."""
    floor = max(0, first - _REACH)
    for bracket in _BRACKETED.finditer(text, floor, last + _REACH):
        if bracket.start() < first and last <= bracket.end():
            return bracket.start(), bracket.end()
    if is_head:
        return 0, len(text)
    start = max(text.rfind(mark, floor, first) for mark in (". ", "\n", "; ", ": ")) + 1
    ends = [end for mark in (". ", "\n", "; ", ":") if (end := text.find(mark, last, last + _REACH)) >= 0]
    end = min(ends, default=min(len(text), last + _REACH))
    start = max(start, floor)
    while start < first and text[start].isspace():
        start += 1
    return (start, end) if end - start < 2 * _REACH else None


def _is_said_of_figures(text: str, found: re.Match[str], start: int) -> bool:
    """Whether a scale in running text is that of a table: "(in thousands)", "amounts are in millions"."""
    before = text[start : found.start()]
    if text[start] == "(":
        inner = before[1:].strip().lower()
        if re.search(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", inner):
            return False
        return inner.endswith("in") or not inner or " in " in f" {inner} " or find_currency(inner) is not None
    if _SPOKEN.search(before + ("" if before.endswith(" ") else " ")):
        return True
    behind = text[found.end() : found.end() + 40]
    return bool(_SET_OFF.search(text[max(0, found.start() - 30) : found.start()])) and bool(
        _GOES_OFF.match(behind)
    )


def _is_beside_currency(text: str, found: re.Match[str], words: str) -> bool:
    if found["scale"] == "000":
        return find_currency(words) is not None or words.strip("() ").removesuffix(" omitted") == "000"
    before = text[: found.start()].rstrip(f" {_QUOTES}\u00a0")
    if re.search(r"\bparam", text, re.IGNORECASE):
        return found["scale"].isupper() or found["scale"] == "k"
    if before[-1:] in _SYMBOLS and before:
        return True
    code = re.search(r"(?<![A-Za-z])[A-Z]{3}\Z", before)
    if code is None or not words:
        return False
    # "USDM", but not "NPRM": the letter of a scale may be the last one of a word in capitals
    is_glued = len(before) == found.start() and found["scale"].isupper()
    if is_glued and code[0] not in GLUED_CODES:
        return False
    return code[0] in load_currency_code_words() or find_currency(before[-4:]) is not None


def _exceptions(words: str) -> frozenset[str]:
    found = _EXCEPT.search(words)
    if found is None:
        return frozenset()
    rest = words[found.end() :]
    per = {"per"} if _PER.search(rest) else set()
    # "except per share data" is no exception for numbers of shares
    return (content_words(_PER.sub(" ", rest)) - _EXCEPT_FILLERS.words()) | per


def content_words(text: str) -> frozenset[str]:
    """The words of a text in lower case without the -s of a plural."""
    return frozenset(singular(word.lower()) for word in _WORD.findall(text))


def singular(word: str) -> str:
    """A word without the -s of a plural; "ies" is "y"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return (
        word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word
    )


def _currency_right_before(text: str) -> tuple[str, bool] | None:
    """The currency that a scale stands right behind: "RMB" million, "Rs. in" lakhs."""
    nearest = find_currency(text[-6:])
    if nearest is not None:
        return nearest if "$" not in text[-6:] else find_currency(text[-16:])
    word = re.search(r"(?<![A-Za-z])(?P<word>[A-Za-z]{1,3}\.?)(?:\s+in)?\s*\Z", text)
    if word is None or word["word"].lower() in ("in", "of", "m", "k", "b"):
        return None
    found = read_currency_before(f"{word['word']}1", f"{word['word'].lower()}1", len(word["word"]))
    return None if found is None else (found.currency.code, found.currency.assumed)


def find_currency(text: str) -> tuple[str, bool] | None:
    """The currency that some words name, as ISO 4217, and whether its country is a guess."""
    for symbol in re.finditer(f"[{_SYMBOLS}]", text):
        if text[symbol.end() : symbol.end() + 1].isdigit() and not text.startswith("000", symbol.end()):
            continue
        if _SIGIL.match(text, symbol.start()):
            continue
        country = re.search(r"(?P<adjective>[A-Z][a-z]+) \Z", text[: symbol.start()])
        if country is not None and (named := _named(f"{country['adjective']} dollars")):
            return named
        upto = text[: symbol.end()] + "1"
        found = read_currency_before(upto, lower_evenly(upto), symbol.end())
        if found is not None:
            return found.currency.code, found.currency.assumed
    for code in re.finditer(
        r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|(?<![A-Za-z])[A-Z]{3}(?=m\b|k\b|bn\b|mn\b)", text
    ):
        upto = code[0] + " 1"
        if code[0] in load_currency_code_words():
            if _stands_as_currency(text, code.start(), code.end()):
                return code[0], False
            continue
        found = read_currency_before(upto, upto.lower(), 4)
        if found is not None:
            return found.currency.code, found.currency.assumed
    if re.search(r"\bdollar (?:amounts?|figures|values)\b", text, re.IGNORECASE):
        return "USD", True
    for word in re.finditer(r"\b(?:[A-Z][\w.]*[ -]){0,2}[A-Za-z]{3,}", text):
        pieces = word[0].replace("-", " ").split(" ")
        for start in range(len(pieces)):
            name = " ".join(pieces[start:])
            if name not in load_currency_code_words() and (named := _named(name)):
                return named
    return None


_BEHIND_CODE = re.compile(r"\s?(?:[mk]|[mb]n|thousands?|[mbtr]+illions?|'?000s?)(?![^\W_])|\s*[),]|\s*\Z")


def _stands_as_currency(text: str, start: int, end: int) -> bool:
    """Whether a code that is a word too stands where a head has its currency: "(MAD m)", "in COP"."""
    if not text[:start].strip() and not text[end:].strip():
        return False  # "CRC" over the names of sums
    is_opened = not text[:start].strip(" (") or text[:start].endswith(("(", " in ", "in ", "of "))
    return is_opened and _BEHIND_CODE.match(text, end) is not None


def _named(words: str) -> tuple[str, bool] | None:
    """The currency that words are the name of."""
    after = f"1 {words}"
    found = read_currency_after(after, lower_evenly(after), 1)
    if found is None or found.end != len(after) or found.currency.factor != 1:
        return None
    return found.currency.code, found.currency.assumed


_HUNDREDTHS = re.compile(
    r"(?:in\s+)?(?:\w+\s+)?(?P<name>cents|pence|¢)(?:(?:\s+per\s+|\s?/\s?)[\w ]+)?", re.IGNORECASE
)


def _hundredths(words: str) -> tuple[Decimal, str, bool] | None:
    """The factor and the currency of "(cents)", "(in pence)", "US cents"."""
    found = _HUNDREDTHS.fullmatch(words.strip())
    if found is None:
        return None
    before = words.strip()[: found.start("name")].removeprefix("in ").strip()
    country = find_currency(f"{before} dollars") if before else None
    if country is not None:
        return Decimal("0.01"), *country
    return Decimal("0.01"), *(("GBP", True) if found["name"].lower() == "pence" else ("USD", True))


def _unit_behind(text: str) -> str | None:
    """The unit of "thousand tonnes"."""
    words = text.strip(" ),:*").removeprefix("of ")
    return read_unit_words(words) if words else None


@per_lexicon(maxsize=1_000)  # the heads of a table name the same few units
def read_unit_words(words: str) -> str | None:
    """The unit of measurement that some words are, such as "MWh" or "tonnes CO2e"; None for anything else.

    >>> read_unit_words("sq km"), read_unit_words("a"), read_unit_words("restated")
    ('square_kilometer', None, None)
    """
    words = words.strip()
    if (
        not words
        or words in _NO_UNITS
        or (len(words) == 1 and words not in _LETTER_UNITS)
        or not any(map(str.isalpha, words))
    ):
        return None
    found = find_quantities(f"1 {words}")
    if len(found) != 1 or found[0].kind != "measure" or found[0].unit_text is None:
        return None
    rest = words[found[0].end - 2 :].strip()
    return found[0].unit if not rest or rest.upper().startswith("CO2") or rest.startswith("CO₂") else None


def _unscaled(text: str) -> Statement | None:
    """A head that names a unit or a currency and no scale."""
    percent = _PERCENT.search(LEVEL_OF_INTERVAL.sub(lambda level: " " * len(level[0]), text))
    currency = find_currency(text)
    if percent is not None and not re.search(r"\b(?:cents|pence)\b", text, re.IGNORECASE):
        return None if currency else Statement(percent.start(), percent.end(), unit="percent")
    spans = [(bracket.start(1), bracket.end(1)) for bracket in _BRACKETED.finditer(text)]
    if not spans and text.strip(" :").lower() not in _HEADS_OF_ONE:
        spans = [(0, len(text))]
    for start, end in spans:
        words = text[start:end]
        if hundredths := _hundredths(words):
            return Statement(start, end, *hundredths)
        if found := find_currency(words):
            is_whole = re.match(r"\s*in\s+(?:whole\s+)?[A-Za-z.]", words) and not re.search(r"\bper\b", words)
            return Statement(start, end, Decimal(1) if is_whole else None, *found)
        unit = read_unit_words(words)
        if unit is not None:
            return Statement(start, end, unit=unit)
    behind = text.rfind(", ") + 2
    if (
        2 < behind < len(text) - 2
        and not text[behind].isdigit()
        and (unit := read_unit_words(text[behind:])) is not None
    ):
        return Statement(behind, len(text), unit=unit)  # "CO2 emissions, tonnes"
    for found_in in _UNIT_AFTER_IN.finditer(text):
        unit = read_unit_words(found_in["unit"])
        if unit is not None:
            return Statement(found_in.start("unit"), found_in.end("unit"), unit=unit)
    if currency and len(text) < 60:
        return Statement(0, len(text), None, *currency)
    return None
