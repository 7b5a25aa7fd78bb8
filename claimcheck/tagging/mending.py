"""Trees mended where the parser is known to take one thing for another: all of the ways, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.tagging.nouns_after_to import mend_nouns_after_to
from claimcheck.tagging.opening_dates import mend_opening_dates
from claimcheck.tagging.opening_phrases import mend_opening_phrases
from claimcheck.tagging.shown_clauses import mend_shown_clauses
from claimcheck.tagging.times_as_subjects import mend_times_as_subjects
from claimcheck.tagging.tree_columns import TreeColumns

if TYPE_CHECKING:
    from spacy.tokens import Doc


def mend_tree(doc: Doc) -> None:
    """Mend the tree of a document in place. Where nothing is to mend it costs three columns."""
    if not doc.has_annotation("DEP"):
        return
    tree = TreeColumns(doc)
    mend_opening_dates(tree)
    mend_opening_phrases(tree)
    mend_times_as_subjects(tree)
    mend_shown_clauses(tree)
    mend_nouns_after_to(doc)
