"""JSON: lists of objects, and what rows of all formats share."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from claimcheck.errors import ReadingError
from claimcheck.reading import ReadingOptions, find_inputs, known_suffixes, read_articles

ROWS = [
    {"head": "Pier", "day": "2023-03-10T09:00:00Z", "body": "It cost $7 million last year. [+1683 chars]"},
    {"head": "Nets", "day": "2019-06-02", "body": ["We sold 12 nets.", "We kept 2."]},
    {"head": "Boats", "day": "soon", "body": "<p>We built <b>12 boats</b> &amp; sold 2.</p>"},
    {"head": "Nothing", "day": "2019-06-02", "body": None},
]


def test_items_are_articles(read_all):
    articles, failures = read_all(
        "a.json", json.dumps({"status": "ok", "items": ROWS}), text_field="body", date_field="day"
    )
    assert failures == []
    assert [article.text for article in articles] == [
        "It cost $7 million last year. [+1683 chars]",
        "We sold 12 nets.\n\nWe kept 2.",
        "We built 12 boats & sold 2.",
    ]
    assert [article.published for article in articles] == [dt.date(2023, 3, 10), dt.date(2019, 6, 2), None]
    first = articles[0]
    assert [first.text[start:end] for start, end in first.asides] == ["[+1683 chars]"]


def test_several_fields_are_joined(read_all):
    articles, _ = read_all("a.json", json.dumps(ROWS[:1]), text_field=("head", "body"))
    assert articles[0].text.startswith("Pier\n\nIt cost")


def test_null_and_ids_that_come_twice_are_noted(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps([*ROWS, ROWS[1]]), encoding="utf-8")
    notes = []
    (found,) = find_inputs(str(path), known_suffixes(), notes.append)
    options = ReadingOptions(text_field="body", id_field="head", on_note=notes.append)
    assert len(list(read_articles(found, options))) == 4
    assert [note.partition("a.json: ")[2] for note in notes] == [
        "1 row without text passed over, the first at item 4",
        "ids that come twice: Nets",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[", "not JSON: Expecting value: line 1 column 2 (char 1)"),
        ("7", "not a list of JSON objects"),
        ('[{"body": "x"}]', "item 1: no field 'text' among body"),
        ('[{"text": 7}]', "item 1: 'text' is a number, not text"),
        ('{"claims": [], "text_sha256": "x"}', "these are claims, not articles"),
    ],
)
def test_what_is_no_article_is_one_clear_line(read_all, content, message):
    try:
        _, failures = read_all("a.json", content)
    except ReadingError as error:
        failures = [str(error)]
    assert failures == [f"a.json: {message}"]
