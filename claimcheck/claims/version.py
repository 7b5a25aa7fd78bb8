"""A version that software is said to be at, to need or to have reached: "Python 3.12 or later"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, Value, comparator_prefix
from claimcheck.grammar.columns import noun_phrases_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.versions import VersionExpression


class VersionValue(Value):
    """A piece of software and its version as written."""

    software: str
    version: str

    def describe(self, comparator: Comparator) -> str:
        """Such as `Python >= 3.8`."""
        return f"{self.software} {comparator_prefix(comparator)}{self.version}"


class VersionClaim(BaseClaim):
    """A version of software."""

    kind: Literal["version"] = "version"
    value: VersionValue

    example: ClassVar[tuple[str, str]] = ("The tool needs Python 3.8 or later.", "Python 3.8 or later")


def find_version_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every version whose software is named."""
    for sentence in document.sentences:
        for version in sentence.versions:
            draft = _draft(document, sentence, version)
            if draft is not None:
                yield draft


def _draft(document: NormalisedDocument, sentence: Sentence, version: VersionExpression) -> Draft | None:
    is_name = any(
        name.start <= version.start
        and version.end <= name.end
        and name.end - name.start > version.end - version.start + 1
        for name in sentence.names
    )
    if is_name or (not version.sure and version.comparator == "="):
        return None  # "Internet Explorer 6" names a product; it does not say which version something is at
    software = _software(document, sentence, version)
    if software is None or _NO_SOFTWARE.search(document.text[slice(*software)]):
        return None
    start, end = software
    if _LICENSE_AFTER.match(document.text, version.end):
        return None
    return Draft(
        VersionClaim,
        min(version.start, start) if 0 <= version.start - end <= 3 else version.start,
        version.end,
        VersionValue(software=document.text[start:end], version=version.version),
        f"version/{version.found_by}",
        (start, end),
        version.comparator,
    )


_NO_SOFTWARE = re.compile(
    r"(?:licen[cs]es?|GPL|LGPL|AGPL"
    r"|^(?:the )?(?:software|package|program|tool|app|firmware|file|document|draft|paper))$",
    re.IGNORECASE,
)
_LICENSE_AFTER = re.compile(r"\s+licen[cs]e", re.IGNORECASE)


def _software(
    document: NormalisedDocument, sentence: Sentence, version: VersionExpression
) -> tuple[int, int] | None:
    """The name that goes with a version: the one beside it, if it is not known to be something else."""
    if version.name_start is None or version.name_end is None:
        return _phrase_before(document, sentence, version)
    name = next(
        (n for n in sentence.names if n.start < version.name_end and version.name_start < n.end), None
    )
    if name is None:
        # a number after an unknown name may count anything: "Incremental 0.5", "WT 0.5 dpc"
        is_sure = version.sure and (version.found_by != "name_dotted" or version.version.count(".") > 1)
        return (version.name_start, version.name_end) if is_sure else None
    if name.label not in ("product", "language") and not (version.sure and name.label == "organization"):
        return None
    return version.name_start, version.name_end


def _phrase_before(
    document: NormalisedDocument, sentence: Sentence, version: VersionExpression
) -> tuple[int, int] | None:
    """Without a name beside it: the phrase before a bracket, "the old builds (v0)", or the last product."""
    text = document.text
    end = len(text[: version.start].rstrip(" \"“'‘("))
    if document.is_parsed and "(" in text[end : version.start]:
        for phrase in noun_phrases_in(document, sentence):
            if phrase[1] == end:
                return phrase
    products = [name for name in sentence.names if name.label == "product" and name.end <= version.start]
    return (products[-1].start, products[-1].end) if products and version.sure else None
