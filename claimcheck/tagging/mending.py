"""Trees mended where the parser is known to take one thing for another: all of the ways, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.tagging.opening_dates import mend_opening_dates
from claimcheck.tagging.opening_phrases import mend_opening_phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc


def mend_tree(doc: Doc) -> None:
    """Mend the tree of a document in place."""
    mend_opening_dates(doc)
    mend_opening_phrases(doc)
