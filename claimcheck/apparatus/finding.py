"""All stretches of an article that are read, but hold no claims.

The years, pages and titles in them say nothing of their own. Found in the text, so that a page, its PDF and
its text give the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.apparatus.consoles import find_consoles, find_options
from claimcheck.apparatus.contents import find_contents
from claimcheck.apparatus.credit_lines import find_credit_lines
from claimcheck.apparatus.forms import find_forms, find_required_fields
from claimcheck.apparatus.formulas import find_formulas
from claimcheck.apparatus.licences import find_licences
from claimcheck.apparatus.pointing_numbers import (
    find_capital_headings,
    find_indexes,
    find_item_numbers,
    find_parameters,
    find_part_numbers,
    find_record_numbers,
)
from claimcheck.apparatus.references import find_references, find_run_in_references
from claimcheck.apparatus.teasers import find_teasers

if TYPE_CHECKING:
    from claimcheck.article import Article

Span = tuple[int, int]

_FINDERS = (
    find_references,
    find_run_in_references,
    find_teasers,
    find_indexes,
    find_record_numbers,
    find_parameters,
    find_item_numbers,
    find_part_numbers,
    find_capital_headings,
    find_licences,
    find_formulas,
    find_required_fields,
    find_consoles,
    find_options,
)
_FINDERS_BESIDE_TABLES = (find_contents, find_credit_lines, find_forms)


def asides_of(article: Article) -> tuple[Span, ...]:
    """The stretches of an article that hold no claims, ascending: its reader's asides and its apparatus."""
    text, tables = article.text, article.tables or ()
    found = [span for find in _FINDERS for span in find(text)]
    found += [span for find in _FINDERS_BESIDE_TABLES for span in find(text, tables)]
    if not found:
        return article.asides
    merged: list[Span] = []
    for start, end in sorted([*article.asides, *found]):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)
