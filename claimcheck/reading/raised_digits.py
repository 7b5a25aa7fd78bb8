"""Raised digits: written as those of Unicode, so that a power or a note makes no longer number.

"10" with a raised 6 is a million, "45" with a raised 3 is 45 with a note; written as 106 and 453 both would
be wrong figures.
"""

from __future__ import annotations

import re

from claimcheck.lexicons.quantities import load_unit_words
from claimcheck.lexicons.word_sets import WordSet

_RAISED = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_RAISED_ROMAN = str.maketrans("ivx", "ⁱᵛˣ")
_LETTERS, _RAISED_LETTERS = "abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_LETTER = str.maketrans(_LETTERS, _RAISED_LETTERS)
_LEVEL = str.maketrans(f"⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺{_RAISED_LETTERS}", f"0123456789-+{_LETTERS}")
_NUMBERS = re.compile(r"[-−–+]?\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,5}")
_ROMAN = re.compile(r"[ivx]{1,6}")
_DIGIT = "[⁰¹²³⁴⁵⁶⁷⁸⁹]"
_NOTE_MARK = re.compile(
    rf"(?:(?<=[^\W\d_]{{4}})|(?<=\S[.,;:!?\"”’»%])|(?<=[^\W\d_]{{3}}[)\]]))(?<!{_DIGIT}.)"
    rf"(?:[ ]?{_DIGIT}{{1,3}}(?:[ ]?[,;–⁻-][ ]?{_DIGIT}{{1,3}}){{0,12}}|[ⁱᵛˣ]{{1,6}})(?![^\W_])"
    r"(?! [A-Z][a-z]?\b|[ ]?[⁄/])"  # "uptake of ¹³¹ I", "with ¹⁄₂ cup"
)
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+\Z")
_WORD_REACH = 24
_POWERS = frozenset("²³⁴")
_ELEMENTS = WordSet("quantities/isotope_element")
_SIGNED = re.compile(r"[-−–+](?=\d)")


def raise_digits(words: str) -> str:
    """Words with their digits raised, and the sign in front of them.

    >>> raise_digits("-3"), raise_digits("1, 2")
    ('⁻³', '¹, ²')
    """
    stripped = words.lstrip()
    signed = _SIGNED.match(stripped)
    if signed is not None:
        words = words[: len(words) - len(stripped)] + stripped[0].translate(_RAISED) + stripped[1:]
    return re.sub(r"\d+", lambda digits: digits[0].translate(_RAISED), words)


def raise_note(words: str) -> str:
    """The same, and a small Roman number is raised too.

    >>> raise_note("iv"), raise_note("12")
    ('ⁱᵛ', '¹²')
    """
    return words.translate(_RAISED_ROMAN) if _ROMAN.fullmatch(words) else raise_digits(words)


def without_note_marks(words: str) -> str:
    """Words of a printed line without the raised numbers of notes: behind punctuation or a long word, which
    is no unit to be squared.

    In a line they may stand a blank away, and end it. Those of a text are left out for all formats in
    `claimcheck.marks`.

    >>> without_note_marks("of 34 nurses.³ The 2 km² site,¹²–¹⁴ though, is 10⁶ times larger ¹⁵")
    'of 34 nurses. The 2 km² site, though, is 10⁶ times larger'
    """
    return _NOTE_MARK.sub(lambda mark: mark[0] if _is_power(words, mark) else "", words)


def _is_power(words: str, mark: re.Match[str]) -> bool:
    """Whether raised digits belong to the unit or the element right before them: "metres²", "Carbon¹⁴"."""
    word = _LAST_WORD.search(words, max(0, mark.start() - _WORD_REACH), mark.start())
    if word is None:
        return False
    low = word[0].lower()
    return (mark[0] in _POWERS and low in load_unit_words()) or (mark[0].isdigit() and low in _ELEMENTS)


def raise_letter(words: str) -> str:
    """The letter of a note, raised; other words as they are.

    >>> raise_letter("b"), raise_letter("st")
    ('ᵇ', 'st')
    """
    return words.translate(_LETTER) if len(words.strip()) == 1 else words


def are_numbers(words: str) -> bool:
    """Whether raised words are an exponent or the numbers of notes."""
    return _NUMBERS.fullmatch(words.strip()) is not None


def level_digits(words: str) -> str:
    """Words with raised digits and letters as plain ones."""
    return words.translate(_LEVEL)
