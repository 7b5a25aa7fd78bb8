"""From bytes to text, without a guess: the text is what its bytes say, or an error says why not."""

from __future__ import annotations

import codecs
import re

from claimcheck.errors import ReadingError

# UTF-32 stands first: its little-endian mark starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # not tab, line and page ends, escape
_SURROGATE = re.compile("[\ud800-\udfff]")

MAX_CONTROL_SHARE = 0.3
"""More control characters than this make a file binary: the line that Perl's `-B` file test draws."""

_PROBE = 8192


def decode(data: bytes, *, source: str, encoding: str | None = None) -> str:
    """The text of a file. Line ends and control characters stay as they are.

    Without an encoding it is that of the byte-order mark (UTF-8, UTF-16, UTF-32), or else UTF-8. The mark
    itself is not part of the text.

    Args:
        data: the whole file.
        source: names the file in errors.
        encoding: overrides the mark; a name that `is_text_encoding`.

    Raises:
        ReadingError: the bytes are not in that encoding (the message gives the offset of the first that is
            not), or they are no text.
    """
    if encoding is not None:
        text = _decode(data, 0, encoding, source).removeprefix("\ufeff")
        if _SURROGATE.search(text):  # UTF-7 and the escape codecs of Python let them through
            raise ReadingError(f"{source}: not {encoding}: lone surrogates are not text")
    else:
        mark, marked = next(((m, name) for m, name in _MARKS if data.startswith(m)), (b"", None))
        if marked is None and b"\0" in data:
            raise ReadingError(f"{source}: {_describe_binary(data)}")
        text = _decode(data, len(mark), marked or "utf-8", source)
    if "\0" in text or len(_CONTROL.findall(text, 0, _PROBE)) > MAX_CONTROL_SHARE * len(text[:_PROBE]):
        raise ReadingError(f"{source}: binary file, not text")
    return text


def is_text_encoding(name: str) -> bool:
    """Whether Python knows an encoding of this name that turns bytes into text."""
    try:
        b"text".decode(name)  # Python looks up no name for an empty string
    except UnicodeDecodeError:
        return True
    except (LookupError, ValueError):  # ValueError: `undefined`, or a name with a NUL
        return False
    return True


def _decode(data: bytes, skip: int, encoding: str, source: str) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        offset = skip + error.start
        message = f"{source}: not {encoding.upper()}: byte 0x{data[offset]:02X} at offset {offset}"
        if encoding == "utf-8" and _may_be_windows(data):
            message += "; it may be Windows-1252: --encoding cp1252"
        raise ReadingError(message) from error
    except ValueError as error:  # codecs such as idna
        raise ReadingError(f"{source}: not {encoding}: {error}") from error


_CP1252_LETTERS = re.compile(
    rb"[A-Za-z][\x8a\x8e\x92\x9a\x9e\xc0-\xff](?=[A-Za-z\s.,;:!?)\'\x92]|\Z)|[\x91-\x97\x80\x85]"
)


def _may_be_windows(data: bytes) -> bool:
    """Whether the bytes that are not UTF-8 are where Windows-1252 has the letters and quotes of English
    texts.
    """
    high = sum(byte >= 0x80 for byte in data[:_PROBE])
    return 0 < high <= 0.1 * len(data[:_PROBE]) and 2 * len(_CP1252_LETTERS.findall(data[:_PROBE])) >= high


def _describe_binary(data: bytes) -> str:
    """What a file with NUL bytes is: UTF-16 without a mark has them at every second byte of English."""
    probe = data[:_PROBE]
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = probe[start::2].count(0)
        if zeros > 0.9 * (len(probe) // 2) and probe[1 - start :: 2].count(0) == 0:
            return f"NUL bytes; if this is UTF-16 without a byte-order mark, give --encoding {name}"
    return f"binary file, not text (NUL byte at offset {data.index(0)})"
