"""What to check first in a document: its claims folded, without trivia, by score, each with its reasons."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.claims.count import CountClaim
from claimcheck.claims.role import RoleClaim
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

_TRIVIA = re.compile(
    r"\b(?:min(?:ute)?s? (?:read|to read)|read(?:ing)? time|pages? \d+|figure \d|table \d|section \d"
    r"|posted|updated|last modified|published (?:on|at|by)|by [A-Z]\w+ [A-Z]\w+ ?[|•·–—-]|comments?|likes"
    r"|views|subscribe|newsletter|cookies?|copyright|©|all rights reserved|photo(?:graph)?:|credit:|source:)",
    re.IGNORECASE,
)
_SHORT = 60
"""Up to this many characters a sentence that says such a thing is furniture of the page, and no more."""

_FEW = 10
"""Up to this many, "the two countries" recalls a group; from here on, a count tells its things by itself."""
_POINTING = WordPattern(r"\b(?:<brief/pointing>)\s+\Z", re.IGNORECASE)
_TOLD_APART = WordPattern(r"\W*\b(?:<brief/told_apart>)\b", re.IGNORECASE)

_VALUES_FIRST = (
    "change", "comparison", "money", "percentage", "count", "measurement", "ranking", "language_share",
    "parameter_count", "organization", "technology", "version", "role", "definition", "date", "quote",
)  # fmt: skip
"""Which claim speaks for a sentence where several have one score."""


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One thing to check: a sentence, by its foremost claim.

    Attributes:
        claim: the foremost claim.
        others: the other claims of the sentence, in reading order; those inside a quotation fold with it.
        repeats: claims elsewhere that say the same.
        score: that of the sentence.
        reasons: why it should be checked, in words, the weightiest first.
    """

    claim: BaseClaim
    others: tuple[BaseClaim, ...]
    repeats: tuple[BaseClaim, ...]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A document in short.

    Attributes:
        source: what it is.
        summary: two lines: how much there is, and what stands out.
        lines: what to check first.
        left: how many more sentences hold claims.
    """

    source: str
    summary: tuple[str, str]
    lines: tuple[BriefLine, ...]
    left: int


def is_trivia(claim: BaseClaim) -> bool:
    """Whether a claim stands in the furniture of a page (reading time, byline) or only names something."""
    sentence = claim.sentence.text.strip()
    if _only_names(claim) or _only_recalls(claim) or (len(sentence) <= _SHORT and _TRIVIA.search(sentence)):
        return True
    return claim.kind in ("date", "count", "measurement") and not re.search(r"[a-z]{2,}", _without(claim))


def _only_names(claim: BaseClaim) -> bool:
    """Whether it is a title in front of a name ("Judge Ann Lee"): how somebody is called."""
    if not isinstance(claim, RoleClaim):
        return False
    value = claim.value
    return value.organization is None and claim.text == f"{value.title} {value.person}"


def _only_recalls(claim: BaseClaim) -> bool:
    """Whether it is a small group that was named before ("the two countries"), and nothing tells it apart."""
    if not isinstance(claim, CountClaim) or claim.value.number is None or claim.value.number > _FEW:
        return False
    start = claim.start - claim.sentence.start
    before, behind = claim.sentence.text[:start], claim.sentence.text[start + len(claim.text) :]
    return _POINTING.search(before) is not None and _TOLD_APART.match(behind) is None


def _without(claim: BaseClaim) -> str:
    start = claim.start - claim.sentence.start
    return claim.sentence.text[:start] + claim.sentence.text[start + len(claim.text) :]


def brief_document(document: Document, top: int = 10) -> Brief:
    """The summary of a document and its sentences to check first, at most `top` of them."""
    claims = [claim for claim in document.claims if not is_trivia(claim)]
    by_sentence: defaultdict[int, list[BaseClaim]] = defaultdict(list)
    for claim in claims:
        by_sentence[claim.sentence.start].append(claim)
    lines: list[BriefLine] = []
    known: dict[object, int] = {}
    for inside in by_sentence.values():
        line = _line_of(inside)
        key = _content_of(line.claim)
        if key is not None and key in known:
            first = lines[known[key]]
            lines[known[key]] = BriefLine(
                first.claim,
                first.others,
                (*first.repeats, line.claim),
                max(first.score, line.score),
                first.reasons,
            )
            continue
        if key is not None:
            known[key] = len(lines)
        lines.append(line)
    ranked = sorted(lines, key=lambda line: (-line.score, line.claim.start))
    return Brief(document.source, _summary(claims, document), tuple(ranked[:top]), max(len(ranked) - top, 0))


def _line_of(claims: Sequence[BaseClaim]) -> BriefLine:
    order = {kind: place for place, kind in enumerate(_VALUES_FIRST)}
    foremost = min(claims, key=lambda c: (order.get(c.kind, len(order)), -(c.score or 0.0), c.start))
    score = max(claim.sentence.score or 0.0 for claim in claims)
    others = tuple(claim for claim in claims if claim is not foremost)
    return BriefLine(foremost, others, (), score, reasons_of(foremost, others))


def _content_of(claim: BaseClaim) -> object:
    """What a claim says, for finding it again in other words; None where nothing tells it from others.

    More than a few of something are the same ones whoever they are told of: "33 passengers". Round ones
    may be others: of two firms, each can have 300 people.
    """
    said = claim.kind, claim.value.describe(claim.comparator).lower(), claim.polarity
    if isinstance(claim, CountClaim) and claim.table is None and _is_precise(claim.value.number):
        return said
    return None if claim.subject is None else (*said, claim.subject_name.lower())


def _is_precise(number: Decimal | None) -> bool:
    """Whether it is more than a few and has more digits than one before its zeros."""
    return number is not None and number > _FEW and len(number.normalize().as_tuple().digits) > 1


_LARGE = 1_000_000


def reasons_of(claim: BaseClaim, others: Sequence[BaseClaim] = ()) -> tuple[str, ...]:
    """Why a claim is worth checking, in words that a person can verify at a glance."""
    reasons = []
    value = claim.value
    number = getattr(value, "number", None)
    if claim.kind == "change":
        reasons.append(
            "a change" if getattr(value, "from_", None) is not None else "a change without its base"
        )
    elif claim.kind == "comparison":
        reasons.append("a comparison")
    elif claim.kind == "ranking":
        reasons.append("a superlative" if getattr(value, "rank", 0) == 1 else "a rank")
    elif number is not None and claim.kind in ("money", "count") and number >= _LARGE:
        reasons.append("a large figure")
    elif number is not None:
        reasons.append("a figure")
    if claim.attribution is None and claim.kind != "quote":
        reasons.append("nobody is named for it")
    if claim.certainty != "certain":
        reasons.append("hedged")
    if claim.prediction:
        reasons.append("about the future")
    if claim.polarity == "negative":
        reasons.append("a denial")
    if claim.subject is not None and claim.subject.resolved:
        reasons.append("a named subject")
    if others:
        reasons.append(f"{len(others) + 1} claims in one sentence")
    return tuple(reasons)


def holder_of(claim: BaseClaim) -> str | None:
    """Who is said to hold a claim: of a quotation, who says it; None for the author."""
    if claim.kind == "quote":
        said_by: str | None = getattr(claim.value, "source", None)
        return said_by
    return None if claim.attribution is None else claim.attribution.source


def _summary(claims: Sequence[BaseClaim], document: Document) -> tuple[str, str]:
    sentences = {claim.sentence.start: claim.sentence.score or 0.0 for claim in claims}
    worth = sum(score >= 0.5 for score in sentences.values())
    kinds = Counter(claim.kind.replace("_", " ") for claim in claims)
    common = ", ".join(
        f"{number} {kind}" for kind, number in sorted(kinds.items(), key=lambda k: (-k[1], k[0]))[:4]
    )
    holders = [holder_of(claim) for claim in claims]
    sources = {holder for holder in holders if holder is not None}
    unsaid = sum(holder is None for holder in holders)
    named = {entity.canonical or entity.text for entity in document.entities}
    about = Counter(
        claim.subject_name for claim in claims if claim.subject is not None and claim.subject.resolved
    )
    if not named.isdisjoint(about):  # a name rather than "All of the top ten payers"
        about = Counter({name: number for name, number in about.items() if name in named})
    names = ", ".join(name for name, _ in sorted(about.items(), key=lambda n: (-n[1], n[0]))[:3])
    first = (
        f"{counted(len(claims), 'claim')} in {counted(len(sentences), 'sentence')}, "
        f"{worth} of them worth checking"
        f"{f' ({common})' if common else ''}"
    )
    spoken = "no claims"
    if claims:
        spoken = "all said by the author"
    if sources:
        spoken = f"{unsaid} said by the author, {len(claims) - unsaid} by {counted(len(sources), 'other')}"
    second = f"{f'mostly about {names}; ' if names else ''}{spoken}"
    return first, second
