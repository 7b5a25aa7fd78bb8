"""The qualifiers of a claim as people say them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from claimcheck.writing.terminal_text import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.claims.base import BaseClaim

# Words that have a capital at the start of a sentence only.
_DETERMINER = re.compile(r"\A(?:The|An?|This|That|These|Those|His|Her|Its|Our|Their|My|One|Some)\b(?!['’.-])")

Qualifier = Literal["polarity", "certainty", "prediction", "attribution"]


def find_qualifiers(claim: BaseClaim) -> Iterator[tuple[Qualifier, str]]:
    """What is not at its default: nothing for a flat assertion of the author."""
    if claim.polarity == "negative":
        yield "polarity", "denied"
    if claim.certainty != "certain":
        yield "certainty", claim.certainty
    if claim.prediction:
        yield "prediction", "predicted"
    if claim.attribution is not None:
        yield "attribution", f"according to {uncapitalised(shown(claim.attribution.source))}"


def uncapitalised(phrase: str) -> str:
    """A noun phrase as it stands within a sentence: only the capital of an opening determiner goes.

    >>> uncapitalised("The lab"), uncapitalised("A.P. Moller"), uncapitalised("Delphi")
    ('the lab', 'A.P. Moller', 'Delphi')
    """
    return _DETERMINER.sub(lambda match: match.group().lower(), phrase, count=1)


def subject_words(claim: BaseClaim) -> str:
    """The name the claim is about, and behind it the words that stand for it; empty where there is none."""
    if claim.subject is None:
        return ""
    words = shown(claim.subject.text)
    name = words if claim.subject.resolved is None else shown(claim.subject.resolved)
    return name if name == words else f"{name} “{words}”"
