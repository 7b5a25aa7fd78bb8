"""JSON Lines: an article per line; a bad line costs only itself."""

from __future__ import annotations

import json

import pytest

from claimcheck.errors import ReadingError
from claimcheck.reading import ReadingOptions
from claimcheck.reading.inputs import Input, find_inputs
from claimcheck.reading.json_lines import MAX_BAD_STARTS, read_json_lines


def rows(*objects):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in objects)


def test_each_line_is_an_article_named_by_its_number(read_all):
    articles, failures = read_all("a.jsonl", rows({"text": "40 boats."}, {"text": "Zoë:\n\n5 “dogs”."}))
    assert [(article.source, article.id, article.text) for article in articles] == [
        ("a.jsonl#1", None, "40 boats."),
        ("a.jsonl#2", None, "Zoë:\n\n5 “dogs”."),
    ]
    assert failures == []


def test_columns_are_chosen_by_name(read_all):
    content = rows({"body": "40 boats.", "key": 17, "tags": ["a", {"b": None}], "score": 0.5, "more": 1})
    (article,), _ = read_all(
        "a.ndjson", content, text_field="body", id_field="key", keep_fields=("score", "tags")
    )
    assert (article.source, article.id) == ("a.ndjson#17", "17")
    assert dict(article.fields) == {"score": 0.5, "tags": ["a", {"b": None}]}


def test_a_row_without_a_field_that_is_only_carried_along_has_null_for_it(read_all):
    articles, failures = read_all(
        "a.jsonl", rows({"text": "40 boats.", "by": "Ida"}, {"text": "5 dogs."}), keep_fields=("by",)
    )
    assert [dict(article.fields) for article in articles] == [{"by": "Ida"}, {"by": None}]
    assert failures == []


@pytest.mark.parametrize("asked", [{"id_field": "key"}, {"date_field": "day"}])
def test_a_row_without_a_field_that_is_used_is_an_error(read_all, asked):
    _, failures = read_all("a.jsonl", rows({"text": "5 dogs."}), **asked)
    assert len(failures) == 1


def test_empty_lines_count_but_are_no_rows(read_all):
    articles, failures = read_all("a.jsonl", '\n{"text": "a"}\n\n  \n{"text": ""}')
    assert [(article.source, article.text) for article in articles] == [("a.jsonl#2", "a"), ("a.jsonl#5", "")]
    assert failures == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{'text': 1}", "not JSON: expecting property name enclosed in double quotes (column 2)"),
        ('{"text": "cut off', "not JSON: unterminated string starting at (column 10)"),
        ("[1, 2]", "not a JSON object"),
        ('{"txt": "x"}', "no field 'text' among txt"),
        ('{"text": 5}', "'text' is a number, not text"),
        ('{"text": [7]}', "'text' is a list, not text"),
        ('{"text": "x", "n": NaN}', "not JSON: a number is NaN"),
        (r'{"text": "\ud800"}', "'text' holds what is no character"),
        ("[" * 100_000, "not JSON: "),
        (b'{"text": "caf\xe9"}', "not UTF-8: byte 0xE9 at offset 13"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_the_others_go_on(read_all, line, message):
    line = line if isinstance(line, bytes) else line.encode()
    articles, failures = read_all("a.jsonl", b'{"text": "a"}\n' + line + b'\n{"text": "b"}\n')
    assert [article.text for article in articles] == ["a", "b"]
    (failure,) = failures
    assert failure.startswith(f"a.jsonl: line 2: {message}")
    assert "\n" not in failure


def test_bad_ids_are_named(read_all):
    content = rows(
        {"text": "a", "id": None}, {"text": "b", "id": True}, {"text": "c"}, {"text": "d", "id": "x"}
    )
    articles, failures = read_all("a.jsonl", content, id_field="id")
    assert [article.source for article in articles] == ["a.jsonl#x"]
    assert failures == [
        "a.jsonl: line 1: 'id' is null, not an id",
        "a.jsonl: line 2: 'id' is true or false, not an id",
        "a.jsonl: line 3: no field 'id' among text",
    ]


def test_a_file_of_bad_lines_is_given_up(read_all):
    with pytest.raises(ReadingError, match="--text-field"):
        read_all("a.jsonl", rows(*[{"body": "a"}] * (MAX_BAD_STARTS + 5)))


def test_claims_are_not_read_as_articles(read_all):
    with pytest.raises(ReadingError, match=r"^a\.jsonl: these are claims, not articles$"):
        read_all(
            "a.jsonl", rows({"source": "x", "kind": "count", "text": "5 dogs", "cues": [], "found_by": "y"})
        )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_honoured(read_all, encoding):
    articles, failures = read_all("a.jsonl", rows({"text": "Zoë"}, {"text": "ö"}).encode(encoding))
    assert [article.text for article in articles] == ["Zoë", "ö"]
    assert failures == []


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16-le"])
def test_the_encoding_that_is_given_is_used(read_all, encoding):
    articles, _ = read_all("a.jsonl", rows({"text": "Zoë"}).encode(encoding), encoding=encoding)
    assert articles[0].text == "Zoë"


def test_lines_are_read_as_they_are_asked_for(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(rows({"text": "a"}) + "x" * 10_000_000)
    (found,) = find_inputs(str(path), (), list.append)
    articles = read_json_lines(found, ReadingOptions())
    assert next(articles).text == "a"
    articles.close()


def test_without_anybody_to_tell_a_bad_line_is_an_error(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("{")
    with pytest.raises(ReadingError, match="line 1"):
        list(read_json_lines(Input("a.jsonl", path, path), ReadingOptions()))


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(ReadingError, match=r"^a\.jsonl: no such file"):
        list(read_json_lines(Input("a.jsonl", tmp_path / "a.jsonl", tmp_path), ReadingOptions()))
