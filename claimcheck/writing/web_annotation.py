"""W3C Web Annotation: a page of annotations as JSON-LD, https://www.w3.org/TR/annotation-model/."""

from __future__ import annotations

import base64
import json
import uuid
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from claimcheck.version import __version__
from claimcheck.writing.json_lines import claim_lines
from claimcheck.writing.positions import text_of
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

CONTEXT_CHARS = 32
"""Code points of `prefix` and `suffix`, as Hypothesis writes them."""

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_GENERATOR = {"type": "Software", "name": f"claimcheck {__version__}"}
_PATH_CHARS = "/!$&'()*+,;=:@~"  # RFC 3986, section 3.3


def write_annotations(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """One annotation per claim, in one AnnotationPage, written as they come.

    The target has two selectors, each enough to find the words: their offsets in code points, and the words
    with what stands around them. The bodies say what the claim means, name its kind, and hold its record as
    JSON Lines has it, with the fields that are carried through.
    """
    head = {"@context": _CONTEXT, "type": "AnnotationPage", "id": "urn:claimcheck:annotations"}
    out.write(json.dumps(head, indent=2)[: -len("\n}")] + ',\n  "items": [')
    before = "\n"
    for own in put_together(documents, _annotations, options):
        for annotation in own:
            out.write(f"{before}    {annotation}")
            before = ",\n"
        out.flush()
    out.write("]\n}\n" if before == "\n" else "\n  ]\n}\n")


def _annotations(document: Document) -> list[str]:
    text = text_of(document)
    source = _iri(document)
    return [
        json.dumps(_annotation(claim, record, document, text, source), ensure_ascii=False)
        for claim, record in zip(document.claims, claim_lines(document), strict=True)
    ]


def _annotation(claim: BaseClaim, record: str, document: Document, text: str, source: str) -> dict[str, Any]:
    name = f"{document.source}\n{document.text_sha256}\n{claim.id}"
    value = claim.value.describe(claim.comparator)
    return {
        "id": uuid.uuid5(uuid.NAMESPACE_OID, name).urn,
        "type": "Annotation",
        "motivation": "describing",
        "generator": _GENERATOR,
        "body": [
            _textual_body("describing", "text/plain", f"{claim.kind}: {value}", language="en"),
            _textual_body("tagging", "text/plain", claim.kind),
            _textual_body("describing", "application/json", record),
        ],
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": claim.text,
                    "prefix": text[max(claim.start - CONTEXT_CHARS, 0) : claim.start],
                    "suffix": text[claim.end : claim.end + CONTEXT_CHARS],
                },
            ],
        },
    }


def _textual_body(purpose: str, media_type: str, value: str, **more: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": media_type, "value": value, **more}


def _iri(document: Document) -> str:
    """Names the text: the path as an IRI, and for standard input the hash of the text (RFC 6920)."""
    if document.source == "-":
        digest = base64.urlsafe_b64encode(bytes.fromhex(document.text_sha256)).decode().rstrip("=")
        return f"ni:///sha-256;{digest}"
    path = quote(document.source, safe=_PATH_CHARS)
    if path.startswith("/"):
        return f"file://{path}"
    first = path.partition("/")[0]
    return f"./{path}" if ":" in first and "://" not in path else path  # `a:b` alone would be a scheme
