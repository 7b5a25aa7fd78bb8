"""The result of an extraction: the one object that `extract` returns and that the JSON output holds."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Literal, cast

from pydantic import Field, JsonValue

from claimcheck.claims import Claim
from claimcheck.claims.base import HTML_HEAD, FrozenModel, TextSpan
from claimcheck.language import UNDETERMINED
from claimcheck.notebook import table_html, text_html
from claimcheck.version import SCHEMA_VERSION, __version__

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from claimcheck.article import Article
    from claimcheck.claims.base import BaseClaim

EntityLabel = Literal["organization", "person", "place", "product", "language"]


class Entity(TextSpan):
    """One name of the article, listed once, at its first place.

    A person's short forms ("LeCun" after "Yann LeCun") belong to the full name. Other names of one thing,
    such as an acronym and its long form, are entities of their own that share `canonical`. `mentions` are
    all places of the name in reading order, short forms included.
    """

    label: EntityLabel
    canonical: str
    mentions: tuple[TextSpan, ...]


class OtherLanguage(FrozenModel):
    """A paragraph of an English article in another language, in which no claims are looked for."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    language: str


class Document(FrozenModel):
    """Everything that was found in one article.

    `source` is the path as given, `-` for standard input; a row of a table has `#` and its id or number
    behind it. `id` and `fields` are columns of that row; `title`, `author` and `published` are what the file
    says, and relative dates count from `published`. `language` is BCP-47, `und` where it cannot be told; no
    claims are looked for in a text that is not English. `text_sha256` is the hash of the text in UTF-8, so
    that a reader can tell whether the offsets still belong to the text at hand; `text` is the text itself,
    where that was asked for.
    """

    schema_version: str = SCHEMA_VERSION
    claimcheck_version: str = __version__
    source: str
    id: str | None = None
    title: str | None = None
    author: str | None = None
    published: dt.date | None = None
    language: str = UNDETERMINED
    other_languages: tuple[OtherLanguage, ...] = ()
    fields: dict[str, JsonValue] = Field(default_factory=dict)
    text_sha256: str
    offset_unit: Literal["unicode_code_point"] = "unicode_code_point"
    text: str | None = None
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]

    def of_kinds(self, kinds: Collection[str]) -> Document:
        """The same result with its claims of these kinds alone."""
        kept = tuple(claim for claim in self.claims if claim.kind in kinds)
        return self.model_copy(update={"claims": kept})

    def __repr__(self) -> str:
        """Short: what it holds, not all of it."""
        return f"<Document {self.source!r}: {len(self.claims)} claims, {len(self.entities)} entities>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """For notebooks: the text with its claims marked, if it is here, and a table; no JavaScript."""
        spans = [(claim.start, claim.end, claim.kind) for claim in self.claims]
        text = "" if self.text is None else text_html(self.text, spans)
        count = f"{len(self.claims):,} {'claim' if len(self.claims) == 1 else 'claims'}"
        return text + table_html(
            f"{self.source}: {count}", HTML_HEAD, [claim.html_cells() for claim in self.claims]
        )


def make_document(
    article: Article,
    claims: Iterable[BaseClaim],
    entities: Iterable[Entity],
    *,
    language: str = UNDETERMINED,
    other_languages: Iterable[tuple[int, int, str]] = (),
) -> Document:
    """The result for one article, without its text."""
    return Document(
        source=article.source,
        id=article.id,
        title=article.title,
        author=article.author,
        published=article.published,
        language=language,
        other_languages=tuple(
            OtherLanguage(start=start, end=end, language=other) for start, end, other in other_languages
        ),
        fields=dict(article.fields),
        text_sha256=hash_of(article.text),
        claims=cast("tuple[Claim, ...]", tuple(claims)),
        entities=tuple(entities),
    )


def hash_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    # Lone surrogates cannot be written as UTF-8; they only come from callers of the Python API.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
