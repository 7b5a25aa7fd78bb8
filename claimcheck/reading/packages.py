"""Documents that are packages: ZIP files of XML, such as DOCX, ODT and EPUB."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from claimcheck.errors import ReadingError
from claimcheck.reading.unpacking import MAX_UNPACKED_BYTES, check_unpacked

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Package:
    """The parts of a package, each read when it is asked for.

    Args:
        data: the file.
        source: names it in errors.
        what: what it is to be, for errors: `not {what} that can be read`.
    """

    def __init__(self, data: bytes, source: str, what: str) -> None:
        check_unpacked(data, source)
        self._source = source
        self._what = what
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise self.broken() from error
        self.names = self._zip.namelist()
        self._left = MAX_UNPACKED_BYTES

    def broken(self) -> ReadingError:
        """The error of a package that is not what it is to be."""
        return ReadingError(f"{self._source}: not {self._what} that can be read")

    def read(self, name: str) -> bytes | None:
        """A part; None where there is none of that name."""
        name = name.lstrip("/")
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as part:
                content = part.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            RuntimeError,
            NotImplementedError,
            OSError,
        ) as error:
            raise self.broken() from error
        if len(content) > self._left:
            size = MAX_UNPACKED_BYTES // 1_000_000
            raise ReadingError(f"{self._source}: unpacks to more than {size} MB")
        self._left -= len(content)
        return content

    def xml(self, name: str) -> Element | None:
        """A part as a tree; None where there is none of that name."""
        content = self.read(name)
        if content is None:
            return None
        try:
            return ET.fromstring(content)  # noqa: S314 - expat bounds what entities unfold to
        except ET.ParseError as error:
            raise self.broken() from error
