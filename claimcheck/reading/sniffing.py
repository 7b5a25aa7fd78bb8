"""What a file is, told by how it begins, where its name does not tell."""

from __future__ import annotations

import re

HEAD_BYTES = 8192
"""So much of a file is looked at."""

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_FIELD = re.compile(
    rb"^(?:From|To|Date|Subject|MIME-Version|Received|Message-ID|Return-Path|Content-Type):[ \t]",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL = re.compile(rb"\s*(?:From .*\r?\n)?[A-Za-z][A-Za-z0-9-]*:[ \t]?[^\r\n]*\r?\n")
_JSON_LINE = re.compile(rb"\s*\{[^\r\n]*\}[ \t]*(?:\r?\n|\Z)")
_JSON = re.compile(rb'\s*(?:\[\s*(?:\{|"|\])|\{\s*(?:"|\}))')

_REFUSED = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of an old Office program (DOC, XLS or PPT)"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"%!PS", "PostScript"),
)


def sniff(head: bytes) -> str | None:
    """The name of the format that a file begins like, of the formats that are read; None for any text.

    >>> sniff(b"%PDF-1.7")
    'pdf'
    >>> sniff(b"The pier cost $7 million.")
    """
    plain = _in_ascii(head)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _package(head)
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if plain.startswith(b"{\\rtf"):
        return "rtf"
    if _HTML.match(plain):
        return "html"
    if _MAIL.match(plain) and len(set(map(bytes.lower, _MAIL_FIELD.findall(plain)))) > 1:
        return "mail"
    if _JSON_LINE.match(plain):
        return "jsonl"
    return "json" if _JSON.match(plain) else None


def _in_ascii(head: bytes) -> bytes:
    """The beginning of a file without its byte-order mark, that of UTF-16 and UTF-32 in UTF-8 as well."""
    for mark, name in (
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "ignore").encode("utf-8", "ignore")
    return head.removeprefix(b"\xef\xbb\xbf")


def _package(head: bytes) -> str | None:
    """Which of the ZIP files of XML it is; the names of its parts stand in it as they are."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in head[:200]:
        return "odt"
    if b"mimetypeapplication/epub+zip" in head[:200]:
        return "epub"
    return "docx" if b"word/" in head else None


def refusal(head: bytes) -> str | None:
    """What a file is that begins like one of the formats that are not read; None for any other."""
    if head.startswith(b"PK\x03\x04") and _package(head) is None:
        if b"xl/" in head:
            return "a spreadsheet (XLSX)"
        return "a presentation (PPTX)" if b"ppt/" in head else "a ZIP archive"
    return next((name for mark, name in _REFUSED if head.startswith(mark)), None)
