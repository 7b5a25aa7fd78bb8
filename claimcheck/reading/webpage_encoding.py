"""The encoding that a web page declares, as browsers read it."""

from __future__ import annotations

import codecs
import re

from claimcheck.reading.decoding import is_text_encoding

_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*(?P<name>[A-Za-z0-9_.:-]{1,40})""",
    re.IGNORECASE,
)
DECLARATION_BYTES = 1024
"""Browsers look for the beginning of a declaration in this many bytes (HTML Standard, 13.2.3.2)."""

LATE_DECLARATION_BYTES = 65_536
"""The heads of pages with the longest scripts and styles are hardly longer."""

_DECLARATION_REACH = 320  # bytes that a declaration may go on

# Names that mean another encoding on the web (WHATWG Encoding Standard, 4.2), as Python calls it.
_NO_PAGES = frozenset(["idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"])
_WEB_NAMES = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
    "utf-16": "utf-8",  # a declaration that can be read byte by byte is no UTF-16
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "x-sjis": "cp932",
}


def declared_encoding(data: bytes) -> str | None:
    """What the page declares; None where it declares nothing or a byte-order mark says more."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    declared = _DECLARED.search(data, 0, DECLARATION_BYTES + _DECLARATION_REACH)
    if declared is None or declared.start() >= DECLARATION_BYTES:
        declared = _late_declaration(data)
    if declared is None:
        return None
    name = declared["name"].decode("ascii").lower()
    try:
        encoding = codecs.lookup(_WEB_NAMES.get(name, name)).name
    except LookupError:
        encoding = ""
    # Python has codecs that no page is written in: of bytes (base64), of host names, of its own source
    if not encoding or encoding in _NO_PAGES or not is_text_encoding(encoding):
        return None  # browsers pass over a label that they do not know
    return encoding


def _late_declaration(data: bytes) -> re.Match[bytes] | None:
    """A declaration further down, for which browsers begin anew, in a page that is no UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _DECLARED.search(data, 0, LATE_DECLARATION_BYTES)
    return None


def without_encoding(page: str) -> str:
    """The page without the declaration that lxml refuses in text that is decoded already."""
    return re.sub(r"\A\s*<\?xml[^>]*\?>", lambda match: re.sub(r"[^\n]", " ", match[0]), page)
