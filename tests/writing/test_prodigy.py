"""Prodigy: a task per article whose spans lie on its text."""

from __future__ import annotations

import json


def test_each_article_is_a_task(with_text, empty_document, write):
    empty = empty_document.model_copy(update={"text": ""})
    first, second = map(json.loads, write("prodigy", [with_text, empty]).splitlines())
    assert first["text"] == with_text.text
    assert first["meta"]["source"] == with_text.source
    assert [(first["text"][span["start"] : span["end"]], span["label"]) for span in first["spans"]] == [
        ("“over” 2.5B parameters", "parameter_count"),
        ("40–50%", "percentage"),
    ]
    assert (second["text"], second["spans"]) == ("", [])
