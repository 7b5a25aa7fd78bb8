"""The words of a page of a PDF, with where they stand.

Words are parted where a space or a gap stands between them. What lies outside of the page as it is shown is
left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from operator import sub
from typing import TYPE_CHECKING, Any

from claimcheck.reading.pdf.letter_spacing import without_blanks_in_words
from claimcheck.reading.pdf.mistold import mend_mistold
from claimcheck.reading.pdf.signs import JOINT, boxes_of, characters_of, faces_of, stands_of
from claimcheck.reading.raised_digits import raise_digits, raise_note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORD_GAP = 0.2
"""A gap wider than this share of the size parts words that no space parts."""

MAX_TURNED_SHARE = 0.5
"""Of a page with a higher share of turned letters, all are read: the page itself is turned."""

MAX_SHIFT = 0.45
"""Raised and lowered signs stay within this share of the size of the line they belong to."""

MIN_RISE = 0.15
"""The numbers of notes and exponents stand higher than their line by more than this share of its size."""

MAX_RISE = 0.7
"""Higher up they belong to another line."""

MIN_LARGE = 1.8
"""The first letter of a paragraph is set large if it is larger than its words by this factor."""

NOTES = re.compile(r"\d{1,3}(?:[,;–-]\d{1,3})*[,;–-]?|[ivx]{1,6}")
MAX_RAISED_SIZE = 0.85
MIN_NOTED_LETTERS = 4
MAX_UNIT_LETTERS = 2
_DENOMINATOR = re.compile(r"/\d{1,2}\b")
_BEFORE_NOTE = frozenset('.,;:!?)"”’')
_ORDINAL_ENDS = frozenset(["st", "nd", "rd", "th"])
_RAISABLE = frozenset("0123456789-−–ivx")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SAME_SIGNS = {"\u2126": "\u03a9", "\u212a": "K", "\u212b": "\u00c5"}
"""Signs of units that Unicode has twice, ohm, kelvin and ångström, with the letters they stand for."""

_WRITTEN = _LIGATURES | _SAME_SIGNS
_LINE_HYPHEN = "\x02"  # how PDFium marks a hyphen that cuts a word at the end of a line
FRACTION_SLASH = "\u2044"  # with its numbers raised and lowered, and set apart from them


@dataclass(slots=True)
class Word:
    """A word of a page, and where it stands in points."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    is_turned: bool = False
    raised: tuple[int, ...] = ()
    """Where its raised digits stand, with their sign."""
    has_code_font: bool = False
    is_bold: bool = False


def read_words(page: Any) -> list[Word]:
    """The words of a page in the order of the file, with raised digits written as such."""
    return _with_raised_signs(_with_set_fractions(_without_turned(list(_words(page)))))


def _words(page: Any) -> Iterator[Word]:
    textpage = page.get_textpage()
    # unlike the crop box, also where all pages share one
    yield from _WordReader(textpage, page.get_bbox()).read()
    textpage.close()


def _without_turned(words: list[Word]) -> list[Word]:
    """Words without those that run up or down the page, such as a printer's mark in the margin."""
    turned = sum(len(word.text) for word in words if word.is_turned)
    if not turned or turned > MAX_TURNED_SHARE * sum(len(word.text) for word in words):
        return words
    return [word for word in words if not word.is_turned]


def _with_set_fractions(words: list[Word]) -> list[Word]:
    """Words with each fraction in one that is set as a small raised numerator before "/2": "48", "1/2"."""
    found: list[Word] = []
    for word in words:
        before = found[-1] if found else None
        if before is None or not _DENOMINATOR.match(word.text) or not _is_numerator(before, word):
            found.append(word)
            continue
        whole = before.text[: before.raised[0]] if before.raised else ""
        numerator = unicodedata.normalize("NFKC", before.text[len(whole) :])
        if whole:
            found[-1] = replace(before, text=whole, raised=())
            found.append(replace(word, text=f"{numerator}{word.text}", left=before.right))
        else:
            found[-1] = replace(word, text=f"{numerator}{word.text}", left=before.left)
    return found


def _is_numerator(word: Word, slash: Word) -> bool:
    """Whether a word is, or ends with, small raised digits right before a slash."""
    if abs(slash.left - word.right) > WORD_GAP * slash.size:
        return False
    if word.raised:
        return word.text[: word.raised[0]].isdigit() and word.raised[-1] == len(word.text) - 1
    is_small = word.size < MAX_RAISED_SIZE * slash.size
    return is_small and word.text.isdigit() and word.baseline - slash.baseline > MIN_RISE * slash.size


def _with_raised_signs(words: list[Word]) -> list[Word]:
    """Words with the signs raised beside them that the file gives as words of their own, or elsewhere.

    Numbers of notes, exponents and the ends of ordinals: "µm" and its "3", "IV" and its "th".
    """
    small = [index for index, word in enumerate(words) if _may_be_raised(word)]
    hosts = {index: host for index in small if (host := _raised_beside(words, index)) is not None}
    for index, host in hosts.items():
        words[host].text += _raised_behind(words[host].text, words[index].text)
        words[host].right = words[index].right
    return [word for index, word in enumerate(words) if index not in hosts] if hosts else words


def _may_be_raised(word: Word) -> bool:
    return word.text in _ORDINAL_ENDS or NOTES.fullmatch(word.text) is not None


def _raised_beside(words: Sequence[Word], index: int) -> int | None:
    """The place of the word whose raised end a word is, if it is no part of the lines beside it."""
    word = words[index]
    before, after = words[index - 1] if index else None, words[index + 1 : index + 2]
    is_set_apart = before is not None and (not is_on_line([before], word) or _is_its_end(before, word))
    if before is not None and is_set_apart and _is_raised_at(before, word):
        return index - 1
    if (before is not None and is_on_line([before], word)) or (after and is_on_line([word], after[0])):
        return None
    return next((place for place, other in enumerate(words) if _is_raised_at(other, word)), None)


def _is_its_end(word: Word, sign: Word) -> bool:
    """Whether a sign is the power of a unit, the 2 of "cm" and "2", or the end of an ordinal, the "th" of "7"
    and "th", parted by a blank of the file.
    """
    if sign.text in _ORDINAL_ENDS:
        return word.text.isdigit()
    return sign.text in ("2", "3") and len(word.text) <= MAX_UNIT_LETTERS and word.text.isalpha()


def _is_raised_at(word: Word, sign: Word) -> bool:
    """Whether a small sign stands right behind a word, above its line."""
    rise = sign.baseline - word.baseline
    return (
        MIN_RISE * word.size < rise < MAX_RISE * word.size
        and sign.size < MAX_RAISED_SIZE * word.size
        and abs(sign.left - word.right) < WORD_GAP * word.size
        and (word.text[-1].isalnum() or word.text[-1] in _BEFORE_NOTE)
    )


_RUN = re.compile(r"(?:\S|\xa0)+")
_SPECIAL = re.compile(f"[{_LINE_HYPHEN}{FRACTION_SLASH}{JOINT}{''.join(_WRITTEN)}]")


class _WordReader:
    """The words of a page. What is asked of PDFium sign by sign takes longer than all the rest, so the
    characters come at once, the boxes by a loop in C, and a run whose signs stand level and close is taken
    whole.
    """

    def __init__(self, textpage: Any, bounds: tuple[float, float, float, float]) -> None:
        self._raw = textpage.raw
        text = mend_mistold(characters_of(textpage))
        self._lefts, self._tops, self._rights, self._lows = boxes_of(self._raw, len(text))
        self._text = without_blanks_in_words(text, self._lefts, self._rights)
        self._bounds = bounds
        self._are_all_shown = not self._text or self._is_shown(0, len(self._text))
        self._runs = [run.span() for run in _RUN.finditer(self._text)]
        starts = [start for start, _ in self._runs]
        self._stands = dict(zip(starts, stands_of(self._raw, starts), strict=True))
        faces = list(zip(starts, faces_of(self._raw, starts), strict=True))
        self._code = {start for start, face in faces if face.is_code}
        self._bold = {start for start, face in faces if face.is_bold}
        self._word: Word | None = None
        self._low_first = self._low_before = 0.0  # the bottoms of the first and of the last sign of the word

    def read(self) -> Iterator[Word]:
        """The words in the order of the file."""
        for start, end in self._runs:
            word = None if _SPECIAL.search(self._text, start, end) else self._whole(start, end)
            if word is None:
                yield from self._read_run(start, end)
                continue
            if self._word is not None:
                yield _with_raised_digits(self._word)
            self._word = word
            self._low_first = self._low_before = self._lows[start]
        if self._word is not None:
            yield _with_raised_digits(self._word)

    def _whole(self, start: int, end: int) -> Word | None:
        """A run as one word; None where that takes a look at each sign."""
        if self._word is not None and self._word.text[-1] == FRACTION_SLASH:
            return None
        lows, lefts, rights = self._lows[start:end], self._lefts[start:end], self._rights[start:end]
        is_level = lows.count(lows[0]) == end - start
        if not is_level or min(rights) < lefts[0] or not (self._are_all_shown or self._is_shown(start, end)):
            return None
        word = self._begin(start, self._text[start:end])
        word.right = max(rights)
        widest = max(map(sub, lefts[1:], rights), default=0.0)
        return word if widest <= WORD_GAP * word.size else None

    def _is_shown(self, start: int, end: int) -> bool:
        """Whether some signs lie on the page as it is shown, with all of their boxes."""
        left, bottom, right, top = self._bounds
        return (
            left <= min(self._lefts[start:end])
            and max(self._rights[start:end]) <= right
            and bottom <= min(self._lows[start:end])
            and max(self._tops[start:end]) <= top
        )

    def _begin(self, index: int, text: str) -> Word:
        """A word that begins with a sign; its right end is that of the sign."""
        stand = self._stands.get(index) or next(stands_of(self._raw, [index]))
        word = Word(text, self._lefts[index], self._rights[index], *stand)
        word.has_code_font = index in self._code
        word.is_bold = index in self._bold
        return word

    def _read_run(self, start: int, end: int) -> Iterator[Word]:
        """The words of a run, sign by sign; the last one stays open."""
        left, bottom, right, top = self._bounds
        is_parted = True  # whether white space stands behind the word
        for index in range(start, end):
            character = self._text[index]
            first, last, low = self._lefts[index], self._rights[index], self._lows[index]
            if character == JOINT:
                continue
            if not (left <= (first + last) / 2 <= right and bottom <= (low + self._tops[index]) / 2 <= top):
                continue
            character = "-" if character == _LINE_HYPHEN else _WRITTEN.get(character, character)
            word = self._word
            if word is not None and _goes_into_fraction(word.text, character):
                if character == FRACTION_SLASH and (whole := _whole_number(word)):
                    yield whole
            elif word is not None and (
                is_parted
                or first - word.right > WORD_GAP * word.size
                or last < word.left
                or min(abs(low - self._low_first), abs(low - self._low_before)) > MAX_SHIFT * word.size
            ):
                yield _with_raised_digits(word)
                word = None
            is_parted = False
            if word is None:
                self._word = self._begin(index, character)
                self._low_first = low
            else:
                is_raised = character in _RAISABLE and low - self._low_first > MIN_RISE * word.size
                if is_raised:
                    baseline, _, _ = next(stands_of(self._raw, [index]))
                    if baseline - word.baseline > MIN_RISE * word.size:
                        word.raised += (len(word.text),)
                word.text += character
                word.right = max(word.right, last)
            self._low_before = low


def _goes_into_fraction(before: str, character: str) -> bool:
    """Whether a sign belongs to the fraction that the word before ends with: "1", a slash and "4"."""
    if character == FRACTION_SLASH:
        return before[-1].isdigit()
    return before[-1] == FRACTION_SLASH and character.isdigit()


def _whole_number(word: Word) -> Word | None:
    """The whole number in front of a raised numerator, cut off from its word: the 2 of "21⁄4" for 2 1/4."""
    if not word.raised or not word.text.isdigit():
        return None
    first = word.raised[0]
    whole = replace(word, text=word.text[:first], right=word.left, raised=())
    word.text = word.text[first:]
    word.raised = ()
    return whole


def _with_raised_digits(word: Word) -> Word:
    """A word with its raised digits written as such; a numerator is set apart from a whole number."""
    if not word.raised or FRACTION_SLASH in word.text:
        return word
    first, behind = word.raised[0], word.raised[-1] + 1
    before, raised, after = word.text[:first], word.text[first:behind], word.text[behind:]
    if after.startswith("/"):
        word.text = f"{before} {raised}{after}" if before.isdigit() else word.text
    elif len(raised) == len(word.raised):
        word.text = f"{before}{_raised_behind(before, raised)}{after}"
    return word


def _raised_behind(before: str, sign: str) -> str:
    """A raised sign as it is written; small Roman numbers behind a word are those of notes."""
    letters = before[-MIN_NOTED_LETTERS:]
    is_noted = before[-1:] in _BEFORE_NOTE or (len(letters) == MIN_NOTED_LETTERS and letters.isalpha())
    return raise_note(sign) if is_noted else raise_digits(sign)


def is_on_line(words: Sequence[Word], word: Word) -> bool:
    """Whether a word goes on with the line that some words begin."""
    last = words[-1]
    size = word.size if len(words) == 1 and _is_large_letter(last, word) else max(last.size, word.size)
    is_level = abs(word.baseline - last.baseline) <= MAX_SHIFT * size
    return is_level and word.left >= last.right - 0.5 * size


def _is_large_letter(word: Word, after: Word) -> bool:
    """Whether a word is the large first letter of a paragraph, whose lines stand beside it."""
    return word.size > MIN_LARGE * after.size and len(word.text) <= 2 and word.text[-1].isalpha()
