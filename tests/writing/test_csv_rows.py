"""CSV: RFC 4180, flat columns, and no formula for a spreadsheet to run."""

from __future__ import annotations

import csv
import io

import pytest

from claimcheck.claims import claim_types
from claimcheck.writing.csv_rows import _without_formula


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_claim_is_a_row(document, write):
    first, second = rows(write("csv", [document]))
    assert {name: cell for name, cell in first.items() if cell and name not in ("claim_id", "sentence")} == {
        "document_id": "posts/delphi 𝔸.txt",
        "source": "posts/delphi 𝔸.txt",
        "kind": "parameter_count",
        "start": "50",
        "end": "72",
        "text": "“over” 2.5B parameters",
        "subject": "it",
        "subject_start": "38",
        "subject_end": "40",
        "subject_resolved": "Delphi",
        "subject_resolved_by": "only_candidate",
        "value_number": "2500000000.0",
        "comparator": ">",
        "polarity": "positive",
        "certainty": "possible",
        "prediction": "false",
        "attribution_source": "The lab",
        "attribution_cue": "says",
        "sentence_start": "0",
        "sentence_end": str(len(document.claims[0].sentence.text)),
        "found_by": "parameter_count/by hand",
    }
    assert (second["value_low"], second["value_high"], second["value_number"]) == ("40.0", "50.5", "")
    assert second["subject"] == ""


def test_columns_are_the_same_for_every_input(document, empty_document, write):
    header = write("csv", [empty_document])
    assert header == write("csv", [document]).split("\r\n")[0] + "\r\n"
    for claim_type in claim_types():
        for name, field in claim_type.model_fields["value"].annotation.model_fields.items():
            assert f"value_{field.alias or name}" in header.strip().split(",")


def test_lines_end_as_rfc_4180_says_and_cells_keep_theirs(claim_maker, document, write):
    claim = claim_maker(
        'He said\n"40 users",\r\nthen left.', "40 users", "count", {"number": "40", "of": "users"}
    )
    text = write("csv", [document.model_copy(update={"claims": (claim,)})])
    assert text.count("\r\n") == 3
    assert rows(text)[0]["sentence"] == claim.sentence.text


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+2", "'=1+2"),
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2+SUM(A1)", "'-2+SUM(A1)"),
        ("-5 % of sales", "-5 % of sales"),
        ("+40 users", "+40 users"),
        ("40 = 40", "40 = 40"),
        (">= 40", ">= 40"),
        ("", ""),
    ],
)
def test_words_that_a_spreadsheet_would_run_are_quoted(cell, written):
    assert _without_formula(cell) == written
