"""The signs of a page of a PDF, as PDFium gives them: characters, boxes, baselines, sizes and fonts.

A function of PDFium is asked about all signs at once, by a loop in C: sign by sign it takes longer than all
the rest of reading.
"""

from __future__ import annotations

import ctypes
import re
from collections import deque
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LOST = "\0"
"""A sign whose character the file does not give."""

JOINT = "\u2060"
"""A sign that is none: half of a character, or a blank within a word."""

_UNTOLD = "\ufffe"  # in a text that PDFium gives whole: a sign to be asked for by itself


def characters_of(textpage: Any) -> str:
    """The character of each sign of a page; `LOST` where the file does not give it."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - an extra

    count = textpage.count_chars()
    text = textpage.get_text_range(0, -1) if count else ""
    if len(text) != count:
        codes = [pdfium.FPDFText_GetUnicode(textpage.raw, index) for index in range(count)]
        return "".join(map(_character, codes, [*codes[1:], 0]))
    if _UNTOLD not in text:
        return text
    return "".join(
        _character(pdfium.FPDFText_GetUnicode(textpage.raw, index), 0) if character == _UNTOLD else character
        for index, character in enumerate(text)
    )


def _character(code: int, after: int) -> str:
    """The character of a code. One beyond U+FFFF PDFium gives as two signs; the second is a joint."""
    if 0xD800 <= code < 0xDC00 <= after < 0xE000:
        return chr(0x10000 + ((code - 0xD800) << 10) + (after - 0xDC00))
    if 0xDC00 <= code < 0xE000:
        return JOINT
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xDC00 else "\ufffd"


def boxes_of(textpage: Any, count: int) -> tuple[list[float], list[float], list[float], list[float]]:
    """The left, top, right and bottom of each sign of a page, in points."""
    edges = (ctypes.c_float * (4 * count))()
    box = _asked("FPDFText_GetLooseCharBox", ctypes.c_int, ctypes.c_void_p)
    deque(map(box, repeat(_address(textpage)), range(count), _addresses(edges, 4)), maxlen=0)
    return edges[0::4], edges[1::4], edges[2::4], edges[3::4]


def stands_of(textpage: Any, signs: Sequence[int]) -> Iterator[tuple[float, float, bool]]:
    """For some signs of a page the baseline, the size, and whether they run up or down the page."""
    parts = (ctypes.c_float * (6 * len(signs)))()
    matrix = _asked("FPDFText_GetMatrix", ctypes.c_int, ctypes.c_void_p)
    deque(map(matrix, repeat(_address(textpage)), signs, _addresses(parts, 6)), maxlen=0)
    origins = (ctypes.c_double * (2 * len(signs)))()
    places = _addresses(origins, 2)
    uprights = range(places.start + ctypes.sizeof(ctypes.c_double), places.stop + places.step, places.step)
    origin = _asked("FPDFText_GetCharOrigin", ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    deque(map(origin, repeat(_address(textpage)), signs, places, uprights), maxlen=0)
    size = _asked("FPDFText_GetFontSize", ctypes.c_double)
    sizes = map(size, repeat(_address(textpage)), signs)
    matrices = zip(parts[0::6], parts[1::6], parts[2::6], parts[3::6], strict=True)
    for baseline, plain_size, (a, b, c, d) in zip(origins[1::2], sizes, matrices, strict=True):
        scale = (c**2 + d**2) ** 0.5 or 1.0
        yield baseline, round(plain_size * scale, 1) or 1.0, abs(b) > abs(a)


_BOLD_FONT = re.compile(
    rb"bold|black|heavy|demi|-medi\b|\bPT[MH]B|(?:CM|SF|EC|LM)(?:SS)?(?:BX|XB)|(?:^|\+)(?:CMB|SFRB)\d",
    re.IGNORECASE,
)
_FONT_CHARS = 48
_FIXED_PITCH = 1  # a flag of fonts (ISO 32000-1, 9.8.2)
_CODE_FONT = re.compile(
    rb"mono|NimbusMon|courier|consol|typewriter|menlo|inconsolata|(?:fira|source) ?code|andale|txtt"
    rb"|CM(?:SL|I|TCSC)?TT|(?:SF|EC)(?:TT|ST|IT)\d|LMTT",
    re.IGNORECASE,
)


class Face(NamedTuple):
    """What a font tells of its signs: whether all are equally wide, as in code, and whether they are bold."""

    is_code: bool
    is_bold: bool


def faces_of(textpage: Any, signs: Sequence[int]) -> Iterator[Face]:
    """The faces of some signs of a page."""
    names = ctypes.create_string_buffer(_FONT_CHARS * len(signs))
    flags = (ctypes.c_int * len(signs))()
    asked = _asked("FPDFText_GetFontInfo", ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p)
    first = ctypes.addressof(names)
    places = range(first, first + _FONT_CHARS * len(signs), _FONT_CHARS)
    told = map(asked, repeat(_address(textpage)), signs, places, repeat(_FONT_CHARS), _addresses(flags, 1))
    deque(told, maxlen=0)
    written = names.raw
    known: dict[tuple[bytes, int], Face] = {}
    for index, flag in enumerate(flags):
        name = written[_FONT_CHARS * index : _FONT_CHARS * (index + 1)]
        face = known.get((name, flag))
        if face is None:
            told_name = name.partition(b"\0")[0]
            is_code = _CODE_FONT.search(told_name) is not None or bool(flag & _FIXED_PITCH)
            face = known[name, flag] = Face(is_code, _BOLD_FONT.search(told_name) is not None)
        yield face


@cache
def _asked(name: str, result: Any, *places: Any) -> Callable[..., Any]:
    """A function of PDFium about a sign of a page, which takes addresses as numbers.

    So `map` calls it without a step of Python between, and nothing is made for each sign.
    """
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - an extra

    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    assert address is not None
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int, *places)(address)


def _address(pointer: Any) -> int | None:
    return ctypes.cast(pointer, ctypes.c_void_p).value


def _addresses(numbers: Any, step: int) -> range:
    """The addresses of every `step`-th number of an array."""
    start, width = ctypes.addressof(numbers), step * ctypes.sizeof(numbers._type_)
    return range(start, start + ctypes.sizeof(numbers), width)
