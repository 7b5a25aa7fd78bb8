"""spaCy's DocBin: the articles as tokenised docs, their claims and names as span groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.positions import text_of
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.tokens import DocBin

    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions


def write_docbin(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """One doc per article, as `nlp.add_pipe("claimcheck")` would leave it.

    `doc.spans["claims"]` has the kind as label and the id of the claim as `id_`, `doc.spans["entities"]` the
    names; spans reach over whole tokens. `doc.user_data["claimcheck"]` holds the record with exact offsets.
    A DocBin is one compressed block, so this format keeps the docs until all are known.
    """
    import spacy  # noqa: PLC0415 - `--help` lists the formats without it
    from spacy.tokens import DocBin  # noqa: PLC0415

    nlp = spacy.blank("en")
    docs = DocBin(store_user_data=True)
    for own in put_together(documents, lambda document: _stored(nlp, document), options):
        docs.merge(own)
    out.buffer.write(docs.to_bytes())


def _stored(nlp: Language, document: Document) -> DocBin:
    """A DocBin of one doc: one that cannot be stored leaves its half in it, not in that of all."""
    from spacy.tokens import DocBin  # noqa: PLC0415

    from claimcheck.writing.span_groups import annotate  # noqa: PLC0415

    doc = annotate(nlp.tokenizer(text_of(document)), document)
    return DocBin(docs=[doc], store_user_data=True)
