"""claimcheck: every factual claim of an article as a typed, normalised record that points at its words.

>>> import claimcheck
>>> claimcheck.extract("The service has 40 million users.").claims[0].value.of
'users'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from claimcheck.version import __version__

if TYPE_CHECKING:
    from claimcheck.article import Article
    from claimcheck.checking.findings import Finding, Findings
    from claimcheck.checks import check, compare, diff, ground, lint
    from claimcheck.claims import Claim
    from claimcheck.errors import (
        ClaimcheckError,
        ExtractionError,
        LexiconError,
        PipelineError,
        ReadingError,
        WritingError,
    )
    from claimcheck.explanation import Explanation
    from claimcheck.own_rules import OwnRules, load_own_rules
    from claimcheck.pipeline import explain, extract
    from claimcheck.quantities.finding import Quantity, find_quantities
    from claimcheck.reading import read
    from claimcheck.result import Document, Entity
    from claimcheck.scale.parallel import extract_many
    from claimcheck.tagging.pipelines import load_pipeline
    from claimcheck.writing import write

__all__ = [
    "Article",
    "Claim",
    "ClaimcheckError",
    "Document",
    "Entity",
    "Explanation",
    "ExtractionError",
    "Finding",
    "Findings",
    "LexiconError",
    "OwnRules",
    "PipelineError",
    "Quantity",
    "ReadingError",
    "WritingError",
    "__version__",
    "check",
    "compare",
    "diff",
    "explain",
    "extract",
    "extract_many",
    "find_quantities",
    "ground",
    "lint",
    "load_own_rules",
    "load_pipeline",
    "read",
    "write",
]

_HOMES = {
    "Article": "claimcheck.article",
    "Claim": "claimcheck.claims",
    "ClaimcheckError": "claimcheck.errors",
    "Document": "claimcheck.result",
    "Finding": "claimcheck.checking.findings",
    "Findings": "claimcheck.checking.findings",
    "compare": "claimcheck.checks",
    "ground": "claimcheck.checks",
    "diff": "claimcheck.checks",
    "check": "claimcheck.checks",
    "lint": "claimcheck.checks",
    "Entity": "claimcheck.result",
    "ExtractionError": "claimcheck.errors",
    "LexiconError": "claimcheck.errors",
    "Explanation": "claimcheck.explanation",
    "OwnRules": "claimcheck.own_rules",
    "PipelineError": "claimcheck.errors",
    "Quantity": "claimcheck.quantities.finding",
    "ReadingError": "claimcheck.errors",
    "WritingError": "claimcheck.errors",
    "explain": "claimcheck.pipeline",
    "extract": "claimcheck.pipeline",
    "extract_many": "claimcheck.scale.parallel",
    "find_quantities": "claimcheck.quantities.finding",
    "load_own_rules": "claimcheck.own_rules",
    "load_pipeline": "claimcheck.tagging.pipelines",
    "read": "claimcheck.reading",
    "write": "claimcheck.writing",
}

if not TYPE_CHECKING:  # a type checker reads the imports above, so that it knows a misspelt name

    def __getattr__(name: str) -> object:
        """Import a public name on first use: `claimcheck --help` must not load spaCy."""
        if name in _HOMES:
            return getattr(import_module(_HOMES[name]), name)
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)


def __dir__() -> list[str]:
    """The public names, also those that are not imported yet."""
    return sorted({*globals(), *__all__})
