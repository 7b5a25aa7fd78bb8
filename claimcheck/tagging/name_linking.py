"""One name, one label, one canonical form throughout a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.tagging.name_candidates import Candidate
    from claimcheck.tagging.name_context import NameContext


def link_names(context: NameContext, chosen: list[Candidate]) -> list[tuple[Candidate, str]]:
    """Each name with its canonical form."""
    return [(c, context.words.text[c.start : c.end]) for c in chosen]
