"""claimcheck: every factual claim of an article as a typed, normalised record that points at its words.

>>> import claimcheck
>>> claimcheck.extract("The service has 40 million users.").claims[0].value.of
'users'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claimcheck.version import __version__

if TYPE_CHECKING:
    from claimcheck.claims import Claim
    from claimcheck.own_rules import OwnRules, load_own_rules
    from claimcheck.pipeline import extract
    from claimcheck.quantities.finding import Quantity, find_quantities
    from claimcheck.result import Document, Entity
    from claimcheck.scale.parallel import extract_many
    from claimcheck.tagging.pipelines import load_pipeline

__all__ = [
    "Claim",
    "Document",
    "Entity",
    "OwnRules",
    "Quantity",
    "__version__",
    "extract",
    "extract_many",
    "find_quantities",
    "load_own_rules",
    "load_pipeline",
]

_HOMES = {
    "Claim": "claimcheck.claims",
    "Document": "claimcheck.result",
    "Entity": "claimcheck.result",
    "OwnRules": "claimcheck.own_rules",
    "Quantity": "claimcheck.quantities.finding",
    "extract": "claimcheck.pipeline",
    "extract_many": "claimcheck.scale.parallel",
    "find_quantities": "claimcheck.quantities.finding",
    "load_own_rules": "claimcheck.own_rules",
    "load_pipeline": "claimcheck.tagging.pipelines",
}


def __getattr__(name: str) -> Any:
    """Import a public name on first use: `claimcheck --help` must not load spaCy."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
