"""Digits that what touches them on the left makes part of a name, an address, a code or a citation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_number_cues, load_numbered_names
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.counted_nouns import word_before
from claimcheck.quantities.money import read_currency_before

if TYPE_CHECKING:
    from claimcheck.quantities.set_aside.names import SetAsideRule

_NAME_REST = re.compile(r"[\w]+(?:[-.][\w]+)*")
_NUMBERED = re.compile(r"\d{1,2} [a-z]")
_NUMBERED_TWICE = re.compile(r"(?<![^\W_])(?P<name>[A-Z][\w-]+) \d{1,2}(?:,| and|, and| &) (?P=name) $")
_SPACED_NAME = re.compile(r"(?:^|[ ])[A-Z][ ]-[ ]$")
_LONE_EXPONENT = re.compile(r"[1-4](?![\d.,]\d|\d)")
_UNIT_BEFORE = re.compile(r"(?:^|[ .·/])(?:day|kg|g|min|h|s|m|l|year|cm|km|ml|w|bw|\)) −$|\) −$")
_ODDS_BEFORE = re.compile(r"(?<![^\W_])(?:1|one|once)[-–]in[-–]$")
_A_TIME = re.compile(r"\d[\d,]*[-–](?:years?|yr|months?|days?)(?![^\W_])")
_LAST_OF_NUMBER = WordPattern(r"\d{3}\s+(?:<quantities/numbered_right>)(?![^\W_])", re.IGNORECASE)
_SUBSECTION = re.compile(r"\d\([a-z]\)$")
_DIGIT_RUN = re.compile(r"\d+")
_NUMBERS_BETWEEN_SLASHES = re.compile(r"\W*(?:\d+(?:\.\d+)?[A-Za-z%]{0,3}/)+")
_SLASHED_NAME = re.compile(r"(?<![^\W_])(?:[A-Z][A-Z]{1,5}|(?<=[A-Z][A-Z] )[a-z]|[A-Z])/$")
_F_NUMBER = re.compile(r"(?<![^\W_])[fƒ]/$")
_SECOND_OF_NAMES = re.compile(r"[^\W_][-–‑‐]\d{1,3}[A-Z]?/[-–‑‐]$")
_TERM = re.compile(r"\d{1,3}[A-Za-z](?![\w/²³])")
_OPERATOR_BEFORE = re.compile(r"(?<![^\W_])(?:[A-Za-z)]\s[-–−+*=≡·]|\d{1,2}\s[−+*=≡·])\s$")
_ROWS_BEFORE = re.compile(r"(?<![^\W_])(?:[A-Za-z]\s×|\d{1,3}\s\*)\s$")
_CITATION = re.compile(r"\[\d{1,4}(?:[ ]?[,;–-][ ]?\d{1,4}){0,40}\]")

_Aside = tuple["SetAsideRule", int]


def digits_end(text: str, at: int) -> int:
    """End of the run of digits at `at`."""
    found = _DIGIT_RUN.match(text, at)
    return at + 1 if found is None else found.end()


def name_end(text: str, at: int) -> int:
    """End of the name that goes on at `at`: "19-A", "3.1b"."""
    found = _NAME_REST.match(text, at)
    return at + 1 if found is None else found.end()


def find_rule_before_digits(
    text: str, low: str, at: int, start: int, *, follows_amount: bool, follows_name: bool = False
) -> _Aside | None:
    """Rule and end of digits at `at` that belong to what touches them on the left.

    `start` is that of a decimal point before them. `follows_amount`: an amount ends at the dash before them;
    `follows_name`: a number that is a name does ("Model 737-8").
    """
    before = text[start - 1 : start]
    if (before in _QUOTES and _QUOTED_DIGITS.match(text, start)) or (
        before == "=" and _SETTING.search(text, max(0, start - 40), start)
    ):
        return "code", digits_end(text, at)
    if follows_name and before in ("-", "–"):
        return "name-with-number", name_end(text, at)
    if before in ("-", "–") and text[start - 2 : start - 1].isdigit() and _falls(text, at, start):
        return "name-with-number", name_end(text, at)  # the 737–9 after the 737–8
    if before in ("-", "–", "/") and _FISCAL_BEFORE.search(text, max(0, start - 9), start):
        return "name-with-number", digits_end(text, at)  # "FY2024/25"
    if before in _DASHES and _SECOND_OF_NAMES.search(text, max(0, start - 12), start):
        return "name-with-number", name_end(text, at)  # the 737-8/-9
    if before == "," and _LOCANTS.match(text, start - 2):
        return "name-with-number", name_end(text, at)  # "1,4-butanediol"
    if before == "×" and not text[max(0, start - 3) : start - 1].strip(" ")[-1:].isdigit():
        return "name-with-number", digits_end(text, at)  # "a ×60 lens": by so much it makes larger
    if before in _MARKS_OF_TRADE and text[start - 2 : start - 1].isalnum():
        return "name-with-number", name_end(text, at)  # "viiA™7"
    if before == "_" or (before.isalpha() and before != "µ"):
        return _find_letters_before(text, low, at, start)
    if before in _DASHES:
        return _find_word_before(text, low, at, follows_amount=follows_amount)
    return _find_mark_before(text, low, at, start)


def _find_word_before(text: str, low: str, at: int, *, follows_amount: bool) -> _Aside | None:
    """Digits that a dash ties to a word: "type-2", "a 1-in-250-year flood"."""
    if not text[at - 2 : at - 1].isalpha():
        return None
    prefix = word_before(low, at - 1)
    if prefix == "in":
        is_rate = _ODDS_BEFORE.search(low, max(0, at - 8), at) and _A_TIME.match(low, at)
        return ("rate-base", name_end(text, at)) if is_rate else None
    if follows_amount or prefix in load_number_cues("number_prefix"):
        return None
    return "name-with-number", name_end(text, at)


def _find_mark_before(text: str, low: str, at: int, start: int) -> _Aside | None:
    """Digits behind a sign that is no dash."""
    before, earlier = text[start - 1 : start], text[at - 2 : at - 1]
    if before in ("'", "’") and _LAST_OF_NUMBER.match(text, at) and earlier in (" ", "("):
        return "name-with-number", digits_end(text, at)  # "the '655 patent"
    if before == "^":
        return "code", name_end(text, at)  # "x^2", "the tau^2-Bench"
    if before == ")" and _SUBSECTION.search(text, max(0, at - 6), at):
        return "section-number", digits_end(text, at)  # "a 501(c)3 charity"
    if before == "−":
        return _find_exponent(text, low, at)
    if before == ".":
        return _find_point_before(text, low, at)
    if before == " " and _TERM.match(text, at) and _OPERATOR_BEFORE.search(text, max(0, at - 5), at):
        return "code", name_end(text, at)  # "n − 2k degrees of freedom"
    if before == " " and _NUMBERED.match(text, at) and _NUMBERED_TWICE.search(text, max(0, at - 60), at):
        return "name-with-number", digits_end(text, at)  # "the Walney 1 and Walney 2 wind farms"
    if before == " " and _ROWS_BEFORE.search(text, max(0, at - 7), at):
        return "code", digits_end(text, at)  # "a k × 1 vector", "a 14 * 14 matrix"
    if before == " " and _SPACED_NAME.search(text, max(0, at - 6), at):  # "the F - 14 fighter"
        return "name-with-number", digits_end(text, at)
    if before == "+" and (earlier.isalpha() or _PLUSSED_NAME.search(text, max(0, at - 4), at)):
        return "name-with-number", name_end(text, at)  # "T+1", "C++98"
    if before == "%" and _FORMAT.match(text, start):
        return "code", name_end(text, at)  # "%02x", "%.16g"
    if before == "/" and _F_NUMBER.search(text, max(0, start - 3), start):
        return "name-with-number", name_end(text, at)  # "an f/1.8 lens"
    if before == "/" and _SLASHED_NAME.search(text, max(0, at - 12), at):
        return "name-with-number", name_end(text, at)  # "HTTP/2", "OS/2"
    if before in _MARKS_OF_ADDRESS and earlier.isalnum() and _in_address(text, at):
        return "code", name_end(text, at)
    return None


_DASHES = ("-", "–", "‑", "‐")
_MARKS_OF_ADDRESS = ("/", "@", "#", "=", "&", "?")
_LOCANTS = re.compile(
    r"\d,\d{1,2}-(?=[a-z]{5})[a-z]+(?:ane|ene|yne|ol|one|ate|ide|ine|ic|yl|al)[a-z]*(?![^\W_])"
)
_MARKS_OF_TRADE = frozenset("™®")
_DIGITS_AND_DASH = re.compile(r"(?<![\d.,])(\d{3,5})[-–]$")


def _falls(text: str, at: int, start: int) -> bool:
    """Whether digits behind a dash are less than those before it, which no range is; but "120–30" is 120 to
    130, and "5–2" a score.
    """
    first = _DIGITS_AND_DASH.search(text, max(0, start - 8), start)
    if first is None:
        return False
    end = digits_end(text, at)
    if end - at > len(first[1]) or text[end : end + 1] in (".", ",", "%"):
        return False
    completed = first[1][: len(first[1]) - (end - at)] + text[at:end]
    return int(completed) <= int(first[1]) or end - at == 1


_PLUSSED_NAME = re.compile(r"[A-Za-z]\+\+$")
_FORMAT = re.compile(r"[\d.]{1,5}[diouxXeEfgGsc](?![^\W_])")
_QUOTES = ("'", "‘", "`")
_QUOTED_DIGITS = re.compile(r"\d+['’`](?![\w\d])")  # "such as '1'"; the second mark is no foot
_SETTING = re.compile(r"(?<![^\W_])[A-Z][A-Z\d]*_[A-Z_\d]*=$")  # "with NODE_COLORS=1"
_FISCAL_BEFORE = re.compile(r"(?<![^\W_])[FC]Y[ '’]?(?:\d{2}|\d{4})[-–/]$")
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}[^\s,;)\]]*")
_MAIL = re.compile(r"[\w.+-]{0,64}@[\w-]+\.[a-z]")
_SPACED_SCALE = r"[ \u00a0](?:<common/scale>|mn|bn|m)(?![^\W_])"
_NOTED_SCALE = WordPattern(rf"[⁰¹²³⁴-⁹]{{1,3}}{_SPACED_SCALE}")

_COMPLETED = WordPattern(
    r"(?:,(?=\[\d{3}\])|\.(?=\[\d{1,2}\](?:%|\s[a-z])))?\[\d[\d,.]{0,12}\][\d,]*"
    rf"(?:{_SPACED_SCALE})?"
)


def find_broken_number(text: str, start: int, end: int) -> tuple[int, SetAsideRule] | None:
    """End and rule of digits that are a piece of something else.

    In an address of mail ("4-team@pier.example"), in an encoded one ("2018%20-%20035"), in a fraction that
    white space broke ("1 ⁄4"), with the number of a note between them and their scale ("45.5¹ million"), or
    with digits in brackets, which may be an editor's or those of a note ("2[50] cows").
    """
    if (mail := _MAIL.match(text, end)) is not None:
        return mail.end(), "code"
    if (encoded := _ENCODED.match(text, end)) is not None and text[start - 1 : start] not in (" ", ""):
        return encoded.end(), "code"
    if text[end : end + 2] == " ⁄" or text[max(0, start - 2) : start].rstrip(" ").endswith("⁄"):
        return end, "broken-number"
    if (noted := _NOTED_SCALE.match(text, end)) is not None:
        return noted.end(), "broken-number"
    if (completed := _COMPLETED.match(text, end)) is not None:
        return completed.end(), "broken-number"
    return None


def _find_letters_before(text: str, low: str, at: int, start: int) -> _Aside | None:
    if read_currency_before(text, low, start) is not None:
        return None
    word = word_before(low, at)
    if word == "ca" and not low[at - 3 : at - 2].isalnum():
        return None
    return "name-with-number", name_end(text, at)


def _find_exponent(text: str, low: str, at: int) -> _Aside | None:
    """Such as "m−2", "kg −1": a lost superscript."""
    is_exponent = text[at - 2 : at - 1].isalpha() or (
        text[at - 2 : at - 1] == " "
        and low[max(0, at - 6) : at - 2].rstrip()[-1:].isalpha()
        and _LONE_EXPONENT.match(text, at)
        and _UNIT_BEFORE.search(low[max(0, at - 8) : at - 1])
    )
    return ("code", digits_end(text, at)) if is_exponent else None


def _find_point_before(text: str, low: str, at: int) -> _Aside | None:
    """Such as "as shown.12 The", "No.1", "X.25"."""
    word = word_before(low, at - 1)
    first = at - 1 - len(word)
    is_letters = 1 < len(word) < 6 and text[first : at - 1].isupper()
    if is_letters and text[max(0, first - 1) : first] in (" ", "(", "") and not _is_price(text, low, at):
        return "name-with-number", name_end(text, at)  # "an ASN.1 structure"
    if len(word) == 1 and text[at - 2].isupper() and not text[at - 3 : at - 2].strip(' (\n"“'):
        return "name-with-number", name_end(text, at)
    if text[at - 2 : at - 1].isalpha() and text[at - 3 : at - 2].isalpha() and len(word) > 3:
        end = digits_end(text, at)
        return ("citation", end) if text[end : end + 1].isspace() else None
    return ("name-with-number", digits_end(text, at)) if word + "." in load_numbered_names() else None


def _is_price(text: str, low: str, at: int) -> bool:
    return read_currency_before(text, low, at) is not None


def _in_address(text: str, at: int) -> bool:
    """Whether the offset lies in a web address or a path."""
    run = text[max(0, at - 200) : at].rsplit(maxsplit=1)[-1]
    if _NUMBERS_BETWEEN_SLASHES.fullmatch(run):
        return False
    return "://" in run or "www." in run or "@" in run or run.count("/") > 1


def is_in_web_address(text: str, at: int) -> bool:
    """Whether the offset lies in a web address: "img.shields.io/badge/license-Apache--2.0-blue"."""
    before = text[max(0, at - 200) : at]
    return before[-1:].strip() != "" and "://" in before.rsplit(maxsplit=1)[-1]


def is_citation(text: str, start: int) -> bool:
    """Whether the numeral at `start` stands in a bracketed list of numbers."""
    before = text[start - 1 : start]
    if not before or before not in "[,; –-":
        return False
    opening = text.rfind("[", max(0, start - 60), start)
    if opening < 0:
        return False
    found = _CITATION.match(text, opening)
    return found is not None and found.end() > start and not (opening and text[opening - 1].isdigit())
