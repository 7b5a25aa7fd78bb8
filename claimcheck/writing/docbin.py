"""spaCy's DocBin: the articles as tokenised docs, their claims and names as span groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.positions import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions


def write_docbin(documents: Iterable[Document], out: TextIO, _options: WritingOptions) -> None:
    """One doc per article, as `nlp.add_pipe("claimcheck")` would leave it.

    `doc.spans["claims"]` has the kind as label and the id of the claim as `id_`, `doc.spans["entities"]` the
    names; spans reach over whole tokens. `doc.user_data["claimcheck"]` holds the record with exact offsets.
    A DocBin is one compressed block, so this format keeps the docs until all are known.
    """
    import spacy  # noqa: PLC0415 - `--help` lists the formats without it
    from spacy.tokens import DocBin  # noqa: PLC0415

    from claimcheck.writing.span_groups import annotate  # noqa: PLC0415

    nlp = spacy.blank("en")
    docs = DocBin(store_user_data=True)
    for document in documents:
        docs.add(annotate(nlp.tokenizer(text_of(document)), document))
    out.buffer.write(docs.to_bytes())
