"""What a packed file becomes: looked at before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

from claimcheck.errors import ReadingError

MAX_UNPACKED_BYTES = 500_000_000
"""All parts of a document together, its pictures too. A book with its pictures is well below it."""

MAX_XML_BYTES = 50_000_000
"""One part that is parsed. Its tree takes some ten times as much memory; a thousand pages have 20 MB."""

_XML_ENDINGS = (".xml", ".rels", ".xhtml", ".html", ".htm", ".opf", ".ncx")


def check_unpacked(data: bytes, source: str) -> None:
    """Refuse a ZIP archive that grows beyond reason. `zipfile` reads no more of a part than it says it has.

    What is no archive is left to its reader.

    Raises:
        ReadingError: it is larger than a document can be; the message starts with the source.
    """
    with (
        suppress(zipfile.BadZipFile, ValueError, NotImplementedError),
        zipfile.ZipFile(io.BytesIO(data)) as archive,
    ):
        parts = archive.infolist()
        total = sum(part.file_size for part in parts)
        if total > MAX_UNPACKED_BYTES:
            raise ReadingError(f"{source}: {total:,} bytes when unpacked, more than {MAX_UNPACKED_BYTES:,}")
        for part in parts:
            if part.filename.lower().endswith(_XML_ENDINGS) and part.file_size > MAX_XML_BYTES:
                message = (
                    f"{source}: a part of {part.file_size:,} bytes when unpacked, more than {MAX_XML_BYTES:,}"
                )
                raise ReadingError(message)
