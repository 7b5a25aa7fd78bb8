"""Where claims stand in the file, and which stand where no claims are."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claimcheck.apparatus.finding import asides_of
from claimcheck.claims.base import Line, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.article import Article
    from claimcheck.claims.base import BaseClaim

# "40" and "3.11", not the digits of names such as "gpt-4" and "utf8".
_NUMBER = re.compile(r"(?<![\w-])\d")


def locate(claims: Iterable[BaseClaim], article: Article) -> Iterator[BaseClaim]:
    """The claims with their page or line, without those that rest on code or on an address."""
    asides = asides_of(article)
    for claim in claims:
        if asides and _rests_on_aside(claim, asides):
            continue
        number = article.places.at(claim.start) if article.places is not None else None
        if number is None:
            yield claim
            continue
        assert article.places is not None
        location = Page(page=number) if article.places.unit == "page" else Line(line=number)
        yield claim.model_copy(update={"location": location})


def _rests_on_aside(claim: BaseClaim, asides: tuple[tuple[int, int], ...]) -> bool:
    """Whether all of a claim, or a number in it, is an aside; a name in it may be one."""
    index = bisect_left(asides, (claim.start, claim.start))
    for start, end in asides[max(0, index - 1) :]:
        if start >= claim.end:
            break
        start, end = max(start, claim.start), min(end, claim.end)  # noqa: PLW2901
        if start < end and (
            end - start == claim.end - claim.start
            or _NUMBER.search(claim.text, start - claim.start, end - claim.start)
        ):
            return True
    return False
