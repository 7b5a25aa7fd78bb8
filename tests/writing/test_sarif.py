"""SARIF 2.1.0: the parts of the schema that readers rely on, and places that are those of the words."""

from __future__ import annotations

import json

import jsonschema
import pytest

from claimcheck.claims import claim_types

# What the OASIS schema demands of the objects that we write: names, types, and nothing that it does not know.
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
NATURAL = {"type": "integer", "minimum": 1}


def closed(required, **properties):
    return {
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": False,
    }


REGION = closed(
    ["startLine"],
    startLine=NATURAL,
    startColumn=NATURAL,
    endLine=NATURAL,
    endColumn=NATURAL,
    charOffset={"type": "integer", "minimum": 0},
    charLength={"type": "integer", "minimum": 0},
    snippet=MESSAGE,
)
LOCATION = closed(
    ["artifactLocation"],
    artifactLocation=closed(["uri"], uri={"type": "string", "format": "uri-reference"}),
    region=REGION,
)
RESULT = closed(
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    locations={"type": "array", "items": closed(["physicalLocation"], physicalLocation=LOCATION)},
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
    properties={"type": "object"},
)
RULE = closed(
    ["id"],
    id={"type": "string"},
    shortDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=closed([], level={"enum": ["none", "note", "warning", "error"]}),
)
DRIVER = closed(
    ["name"], name={"type": "string"}, version={"type": "string"}, rules={"type": "array", "items": RULE}
)
RUN = closed(
    ["tool"],
    tool=closed(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
LOG = closed(
    ["version", "runs"],
    **{"$schema": {"type": "string"}, "version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN}},
)


def run_of(text):
    log = json.loads(text)
    jsonschema.validate(log, LOG)
    (run,) = log["runs"]
    return run


def test_each_claim_is_a_result_of_the_rule_of_its_kind(with_text, empty_document, write):
    empty = empty_document.model_copy(update={"text": ""})
    run = run_of(write("sarif", [with_text, empty, with_text]))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [kind.model_fields["kind"].default for kind in claim_types()]
    assert len(run["results"]) == 4
    for result, claim in zip(run["results"], with_text.claims * 2, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == claim.kind
        assert result["partialFingerprints"] == {"claimId/v1": claim.id}
        assert result["properties"]["claim"]["value"] == claim.value.model_dump(mode="json", by_alias=True)


def test_regions_are_the_words(with_text, write):
    for result in run_of(write("sarif", [with_text]))["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start, line = region["charOffset"], with_text.text.split("\n")[region["startLine"] - 1]
        words = with_text.text[start : start + region["charLength"]]
        assert words == region["snippet"]["text"]
        assert words == line[region["startColumn"] - 1 : region["endColumn"] - 1]


def test_no_claims_are_a_run_without_results(empty_document, write):
    assert run_of(write("sarif", [empty_document.model_copy(update={"text": ""})]))["results"] == []


def test_words_are_no_links_and_no_placeholders(claim_maker, with_text, write):
    sentence = r"It has 40 {0} [a](b) \c."
    value = {"number": "40", "of": r"{0} [a](b) \c"}
    claim = claim_maker(sentence, r"40 {0} [a](b) \c", "count", value)
    (result,) = run_of(write("sarif", [with_text.model_copy(update={"claims": (claim,), "text": sentence})]))[
        "results"
    ]
    assert result["message"]["text"].startswith(r"40 {{0}} \[a\](b) \\c – ")


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        ("posts/a b.txt", "posts/a%20b.txt"),
        ("/srv/é.txt", "file:///srv/%C3%A9.txt"),
        ("a:b.txt", "./a:b.txt"),
        ("-", "stdin"),
        ("posts.csv#7", "posts.csv"),
    ],
)
def test_the_artifact_is_a_uri_reference(source, uri, with_text, write):
    run = run_of(write("sarif", [with_text.model_copy(update={"source": source})]))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}
