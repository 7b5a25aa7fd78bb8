"""Files made of text for `metamorphic_documents.py`: signs escaped, packages packed, mail encoded."""

from __future__ import annotations

import base64
import html
import io
import quopri
import re
import textwrap
import zipfile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

WIDTH = 72
_OPEN = "http://schemas.openxmlformats.org"
_TYPES = (
    f'<Types xmlns="{_OPEN}/package/2006/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)
_RELATIONS = (
    f'<Relationships xmlns="{_OPEN}/package/2006/relationships"><Relationship Id="r1"'
    f' Target="word/document.xml" Type="{_OPEN}/officeDocument/2006/relationships/officeDocument"/>'
    "</Relationships>"
)
_CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile'
    ' full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_BOOK = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A longer read</dc:title></metadata>'
    '<manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="c"/></spine></package>'
)


class Maker(NamedTuple):
    """How files of a format are made.

    `suffix` is their extension, `escape` writes words so that they mean themselves, `packed` gives the bytes
    of a file from its content and its other parts.
    """

    suffix: str
    escape: Callable[[str], str]
    packed: Callable[[str, Mapping[str, str]], bytes]


def forms_of(body: str, paragraphs: Sequence[str]) -> dict[str, str]:
    """The ways in which a page may hold its paragraphs: `body` as its shape writes them, or others."""
    lines = [
        textwrap.wrap(words, WIDTH, break_long_words=False, break_on_hyphens=False) for words in paragraphs
    ]
    return {
        "body": body,
        "quoted-printable": quopri.encodestring(body.encode()).decode(),
        "base64": base64.encodebytes(body.encode()).decode(),
        "wrapped": "\n\n".join("\n".join(part) for part in lines) + "\n",
        "flowed": "\n\n".join(" \n".join(part) for part in lines) + "\n",
        "marked": "\n>\n".join("\n".join(f"> {line}" for line in part) for part in lines) + "\n",
        "html": "".join(f"<p>{html.escape(words, quote=False)}</p>\n" for words in paragraphs),
    }


def _as_markup(words: str) -> str:
    return html.escape(words, quote=False)


def _as_rtf(words: str) -> str:
    r"""Words with the signs of RTF escaped and others as `\u` with a question mark for old readers."""
    escaped = re.sub(r"[\\{}]", r"\\\g<0>", words)
    units = (escaped[at].encode("utf-16-le") for at in range(len(escaped)))
    return "".join(
        unit.decode("utf-16-le")
        if len(unit) == 2 and unit[1] == 0 and unit[0] < 128
        else "".join(
            f"\\u{int.from_bytes(unit[i : i + 2], 'little', signed=True)}?" for i in range(0, len(unit), 2)
        )
        for unit in units
    )


def _as_markdown(words: str) -> str:
    escaped = re.sub(r"[\\`*_\[\]<>#|~]", r"\\\g<0>", words)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", escaped)


def _packed_docx(content: str, parts: Mapping[str, str]) -> bytes:
    return _zipped(
        {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": content, **parts}
    )


def _packed_odt(content: str, parts: Mapping[str, str]) -> bytes:
    return _zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **parts})


def _packed_epub(content: str, parts: Mapping[str, str]) -> bytes:
    return _zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "book.opf": _BOOK,
            "c.xhtml": content,
            **parts,
        }
    )


def _zipped(parts: Mapping[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def _as_bytes(content: str, _parts: Mapping[str, str]) -> bytes:
    return content.encode()


MAKERS: Mapping[str, Maker] = {
    "html": Maker(".html", _as_markup, _as_bytes),
    "docx": Maker(".docx", _as_markup, _packed_docx),
    "odt": Maker(".odt", _as_markup, _packed_odt),
    "epub": Maker(".epub", _as_markup, _packed_epub),
    "rtf": Maker(".rtf", _as_rtf, _as_bytes),
    "mail": Maker(".eml", str, _as_bytes),
    "markdown": Maker(".md", _as_markdown, _as_bytes),
}
