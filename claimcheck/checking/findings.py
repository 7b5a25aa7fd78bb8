"""What a check says: one finding per statement that was checked, with its places, its rule and its reason.

The same models serve every command that checks: an answer against its sources, documents against each
other, two versions of a text, claims against a table of facts, and a text against its own figures.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Literal, get_args

from pydantic import Field, JsonValue

from claimcheck.claims.base import FrozenModel, TextSpan
from claimcheck.version import SCHEMA_VERSION, __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.result import Document

GroundVerdict = Literal["borne_out", "follows", "differs", "not_found"]
CompareVerdict = Literal["same", "rounds_to", "updated", "conflicts", "only_in_one"]
DiffVerdict = Literal["changed", "moved", "added", "removed"]
FactVerdict = Literal["supported", "close", "outdated", "contradicted", "unknown"]
LintVerdict = Literal["inconsistent"]
Verdict = GroundVerdict | CompareVerdict | DiffVerdict | FactVerdict | LintVerdict

Level = Literal["error", "warning", "note", "none"]
"""How much a finding matters, in SARIF's words; `none` is for what was checked and holds."""

LEVELS: dict[str, Level] = {
    "borne_out": "none",
    "follows": "none",
    "differs": "error",
    "not_found": "warning",
    "same": "none",
    "rounds_to": "none",
    "updated": "note",
    "conflicts": "error",
    "only_in_one": "none",
    "changed": "warning",
    "moved": "none",
    "added": "note",
    "removed": "note",
    "supported": "none",
    "close": "note",
    "outdated": "warning",
    "contradicted": "error",
    "unknown": "none",
    "inconsistent": "error",
}

VERDICTS_OF: dict[str, tuple[str, ...]] = {
    "ground": get_args(GroundVerdict),
    "compare": get_args(CompareVerdict),
    "diff": get_args(DiffVerdict),
    "check": get_args(FactVerdict),
    "lint": get_args(LintVerdict),
}
"""The verdicts that each command can give."""


class Place(TextSpan):
    """A stretch of one of the texts: `text == that_text[start:end]`.

    `source` says of which, as the documents of the result do. `claim` is the id of the claim that stands
    there, where it is one. `row` is the line of a table of facts; then `start` is 0 and `end` the length of
    the text.
    """

    source: str
    claim: str | None = None
    row: int | None = Field(default=None, ge=1)


class WordChange(FrozenModel):
    """One step from the words of the source to those of the text: kept, put in, or left out."""

    op: Literal["keep", "insert", "delete"]
    text: str


class Finding(FrozenModel):
    """The verdict on one statement.

    `rule` names what decided, as `command/rule`; `kind` is what was checked: a kind of claim, or `name`,
    `wording`, `sentence`. `place` is where it stands in the text that was checked, `evidence` what decided
    in the others, the most telling first. `reason` is one sentence for people; `arithmetic` the sum that it
    rests on, `tolerance` how far off it may be and why, `operands` the places of the figures in the sum.
    `changes` is the word diff of a quotation or of a passage that was changed. `id` stays the same while the
    words, the verdict and the rule do.
    """

    id: str
    rule: str
    verdict: Verdict
    level: Level
    kind: str
    place: Place
    evidence: tuple[Place, ...] = ()
    operands: tuple[Place, ...] = ()
    reason: str
    arithmetic: str | None = None
    tolerance: str | None = None
    changes: tuple[WordChange, ...] = ()
    fields: dict[str, JsonValue] = Field(default_factory=dict)


class CheckedText(FrozenModel):
    """A text that took part: what it is called, its hash as in the record, and itself where asked for."""

    source: str
    title: str | None = None
    language: str
    text_sha256: str
    text: str | None = None


class Findings(FrozenModel):
    """The result of one check.

    `command` is what was done. `checked` are the texts that the findings' places lie in, `sources` those
    that they were held against. `counts` gives the findings per verdict, those of no findings left out.
    """

    schema_version: str = SCHEMA_VERSION
    claimcheck_version: str = __version__
    command: str
    offset_unit: Literal["unicode_code_point"] = "unicode_code_point"
    checked: tuple[CheckedText, ...]
    sources: tuple[CheckedText, ...] = ()
    findings: tuple[Finding, ...]
    counts: dict[str, int]


def make_finding(
    rule: str,
    verdict: str,
    *,
    kind: str,
    place: Place,
    reason: str,
    evidence: Iterable[Place] = (),
    operands: Iterable[Place] = (),
    arithmetic: str | None = None,
    tolerance: str | None = None,
    changes: Iterable[WordChange] = (),
    fields: dict[str, JsonValue] | None = None,
    level: Level | None = None,
) -> Finding:
    """A finding with its id, and with the level of its verdict where no other is given."""
    proof = tuple(evidence)
    content = (rule, verdict, kind, place.text, place.source, place.claim, reason, [e.text for e in proof])
    return Finding(
        id=hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16],
        rule=rule,
        verdict=verdict,  # type: ignore[arg-type]  # pydantic checks it
        level=level or LEVELS[verdict],
        kind=kind,
        place=place,
        evidence=proof,
        operands=tuple(operands),
        reason=reason,
        arithmetic=arithmetic,
        tolerance=tolerance,
        changes=tuple(changes),
        fields=fields or {},
    )


def make_findings(
    command: str,
    findings: Iterable[Finding],
    checked: Iterable[Document],
    sources: Iterable[Document] = (),
) -> Findings:
    """The result of a check; ids that occur twice are told apart as those of claims are."""
    seen: dict[str, int] = {}
    unique: list[Finding] = []
    counts: dict[str, int] = {}
    for finding in findings:
        seen[finding.id] = repeat = seen.get(finding.id, 0) + 1
        unique.append(finding if repeat == 1 else finding.model_copy(update={"id": f"{finding.id}-{repeat}"}))
        counts[finding.verdict] = counts.get(finding.verdict, 0) + 1
    return Findings(
        command=command,
        checked=tuple(map(_checked_text, checked)),
        sources=tuple(map(_checked_text, sources)),
        findings=tuple(unique),
        counts={verdict: counts[verdict] for verdict in VERDICTS_OF[command] if verdict in counts},
    )


def _checked_text(document: Document) -> CheckedText:
    return CheckedText(
        source=document.source,
        title=document.title,
        language=document.language,
        text_sha256=document.text_sha256,
        text=document.text,
    )
