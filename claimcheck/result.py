"""The result of an extraction: the one object that `extract` returns and that the JSON output holds."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal

from claimcheck.claims import Claim
from claimcheck.claims.base import FrozenModel, TextSpan
from claimcheck.version import SCHEMA_VERSION, __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.article import Article

EntityLabel = Literal["organization", "person", "place", "product", "language"]


class Entity(TextSpan):
    """One mention of a name. Mentions of the same thing share `canonical`."""

    label: EntityLabel
    canonical: str


class Document(FrozenModel):
    """Everything that was found in one article.

    `source` is the path as given, `-` for standard input. `text_sha256` is the hash of the decoded text in
    UTF-8, so that a reader can tell whether the offsets still belong to the text at hand.
    """

    schema_version: str = SCHEMA_VERSION
    claimcheck_version: str = __version__
    source: str
    text_sha256: str
    offset_unit: Literal["unicode_code_point"] = "unicode_code_point"
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]


def make_document(article: Article, claims: Iterable[Claim], entities: Iterable[Entity]) -> Document:
    """The result for one article."""
    # Lone surrogates cannot be written as UTF-8; they only come from callers of the Python API.
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(source=article.source, text_sha256=digest, claims=tuple(claims), entities=tuple(entities))
