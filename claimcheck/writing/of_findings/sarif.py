"""SARIF 2.1.0: findings with their rules, for editors and code scanning."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from claimcheck.version import __version__
from claimcheck.writing.of_findings.places import FindingRegions, finding_line, problems
from claimcheck.writing.sarif import MESSAGE_ESCAPES, SCHEMA, physical_location

if TYPE_CHECKING:
    from claimcheck.checking.findings import Finding, Findings, Place
    from claimcheck.writing import WritingOptions


def write_sarif_findings(findings: Findings, out: TextIO, _options: WritingOptions) -> None:
    """One run; a rule per rule of the command, a result per finding; what holds is left out.

    The places of the sources are `relatedLocations`; `properties` hold the finding; the fingerprint is its
    id. Columns count Unicode code points.
    """
    from claimcheck.register import registered_check_rules  # noqa: PLC0415 - `--help` does without it

    regions = FindingRegions(findings)
    rules = [
        {"id": rule.name, "shortDescription": {"text": rule.summary}}
        for rule in registered_check_rules(findings.command)
    ]
    indices = {rule["id"]: index for index, rule in enumerate(rules)}
    results = []
    for finding in problems(findings):
        result = _result(finding, regions)
        if finding.rule in indices:
            result["ruleIndex"] = indices[finding.rule]
        results.append(result)
    run = {
        "tool": {"driver": {"name": "claimcheck", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    out.write(
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _result(finding: Finding, regions: FindingRegions) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.level,
        "message": {"text": finding_line(finding).translate(MESSAGE_ESCAPES)},
        "locations": [_location(finding.place, regions)],
        "partialFingerprints": {"findingId/v1": finding.id},
        "properties": {"finding": finding.model_dump(mode="json")},
    }
    related = [_location(place, regions) | {"id": n} for n, place in enumerate(finding.evidence, start=1)]
    return result | ({"relatedLocations": related} if related else {})


def _location(place: Place, regions: FindingRegions) -> dict[str, Any]:
    region = regions.region(place)
    location = physical_location(regions.path(place), region, place.start, place.end, place.text)
    return {"physicalLocation": location}
