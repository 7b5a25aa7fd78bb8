from __future__ import annotations

import io
import json
import re

import jsonschema
import pytest

from claimcheck.checking.findings import Finding, Findings
from claimcheck.errors import WritingError
from claimcheck.writing import WritingOptions
from claimcheck.writing.json_schema import schema_of
from claimcheck.writing.of_findings import FINDING_WRITERS


def written(findings, name, **options):
    out = io.StringIO()
    FINDING_WRITERS[name].write(findings, out, WritingOptions(**options))
    return out.getvalue()


def test_json_reads_back_and_keeps_its_schema(findings):
    text = written(findings, "json")
    assert Findings.model_validate_json(text) == findings
    jsonschema.validate(json.loads(text), schema_of("findings"))


def test_json_lines_hold_a_finding_each(findings):
    lines = written(findings, "jsonl").splitlines()
    assert [Finding.model_validate_json(line) for line in lines] == list(findings.findings)


def test_a_table_says_verdict_words_reason_and_counts(findings):
    text = written(findings, "table", width=100)
    assert "✗ differs  “14 %”  ground/figure" in text
    assert "= 14 ≠ 15  (as written)" in text
    assert "↳ report [1].txt: “15 %”" in text
    assert text.endswith("1 borne out, 1 differs, 1 not found\n")


def test_sarif_leaves_out_what_holds_and_points_at_both_places(findings):
    (run,) = json.loads(written(findings, "sarif"))["runs"]
    first, second = run["results"]
    assert (first["level"], second["level"]) == ("error", "warning")
    region = first["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, 12, 16)
    (related,) = first["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "report%20%5B1%5D.txt"
    assert second["locations"][0]["physicalLocation"]["region"]["startLine"] == 2


def test_github_gets_errors_and_warnings_beside_their_lines(findings):
    first, second = written(findings, "github").splitlines()
    assert first.startswith(
        "::error file=answer.txt,line=1,endLine=1,col=12,endColumn=16,title=ground/figure::"
    )
    assert second.startswith("::warning file=answer.txt,line=2")


def test_the_page_marks_places_and_escapes_text(findings):
    page = written(findings, "html")
    assert "&lt;mill&gt;" in page
    assert "<mill>" not in page
    for target in re.findall(r'href="#(p\d+)"', page):
        assert f'id="{target}"' in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize("name", ["html", "sarif", "github"])
def test_formats_that_need_the_text_say_so(findings, name):
    without = findings.model_copy(
        update={"checked": tuple(text.model_copy(update={"text": None}) for text in findings.checked)}
    )
    with pytest.raises(WritingError, match=r"answer\.txt"):
        written(without, name)


def test_equal_findings_get_ids_of_their_own(findings):
    from claimcheck.checking.findings import make_findings

    twice = make_findings("ground", [findings.findings[0]] * 2, [])
    assert [finding.id for finding in twice.findings] == [
        findings.findings[0].id,
        f"{findings.findings[0].id}-2",
    ]


def test_the_words_of_a_finding_are_not_in_the_style_of_its_verdict(findings, monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    lines = written(findings, "table", styled=True).splitlines()
    heads = [line for line in lines if "“14 %”" in line]
    assert re.search(r"\x1b\[1;38;5;\d+m✗ [^\x1b]+\x1b\[0m\x1b\[2m  \x1b\[0m“14 %”\x1b", heads[0])
