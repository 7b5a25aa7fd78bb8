"""CSV: a header, then an article per row."""

from __future__ import annotations

import pytest

from claimcheck.errors import ReadingError
from claimcheck.writing import WRITERS, WritingOptions


def found(articles):
    return [(article.source, article.text) for article in articles]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'id,text\n7,"5,200 ""people""\nin all"\n'),
        ("a.csv", 'id;text\r\n7;"5,200 ""people""\nin all"\r\n'),
        ("a.tsv", 'id\ttext\n7\t"5,200 ""people""\nin all"\n'),
        ("a.csv", '\ufeffid,text\n\n7,"5,200 ""people""\nin all"\n'),
    ],
)
def test_cells_are_read_whatever_parts_them(read_all, name, content):
    articles, failures = read_all(name, content, id_field="id", keep_fields=("id",))
    assert found(articles) == [(f"{name}#7", '5,200 "people"\nin all')]
    assert (articles[0].id, dict(articles[0].fields), failures) == ("7", {"id": "7"}, [])


def test_a_single_column_may_hold_commas(read_all):
    articles, _ = read_all("a.csv", "text\nUlm, in 2019\n")
    assert found(articles) == [("a.csv#1", "Ulm, in 2019")]


def test_rows_are_numbered_and_errors_name_the_line(read_all):
    content = 'id,text\n1,"a\nb"\n2\n3,c,d\n4,e\n'
    articles, failures = read_all("a.csv", content)
    assert found(articles) == [("a.csv#1", "a\nb"), ("a.csv#4", "e")]
    assert failures == [
        "a.csv: line 4: 1 cells where the header has 2",
        "a.csv: line 5: 3 cells where the header has 2",
    ]


def test_a_quotation_mark_that_nothing_closes_is_named(read_all):
    articles, failures = read_all("a.csv", 'id,text\n1,a\n2,"b\n')
    assert found(articles) == [("a.csv#1", "a")]
    assert failures == ["a.csv: line 3: not CSV: unexpected end of data"]


def test_long_cells_are_read(read_all):
    articles, _ = read_all("a.csv", "text,n\n" + "word " * 50_000 + ",1\n")
    assert len(articles[0].text) == 250_000


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "id,body\n1,a\n",
            "a.csv: no column 'text' among id, body; name the one with the text: --text-field",
        ),
        ("text,text\na,b\n", "a.csv: two columns have the same name"),
        (
            "just words\n",
            "a.csv: no column 'text' among just words; name the one with the text: --text-field",
        ),
        (
            b"id,text\n1,caf\xe9\n",
            "a.csv: not UTF-8: byte 0xE9 at offset 13; it may be Windows-1252: --encoding cp1252",
        ),
    ],
)
def test_what_has_no_articles_is_one_clear_line(read_all, content, message):
    with pytest.raises(ReadingError) as caught:
        read_all("a.csv", content)
    assert str(caught.value) == message


def test_a_missing_column_to_keep_is_named(read_all):
    with pytest.raises(ReadingError, match=r"^a\.csv: no column 'author' among text$"):
        read_all("a.csv", "text\na\n", keep_fields=("author",))


def test_an_empty_file_has_no_rows(read_all):
    assert read_all("a.csv", "") == ([], [])


def test_claims_are_not_read_as_articles(read_all, tmp_path):
    with (tmp_path / "claims.csv").open("w", newline="") as out:
        WRITERS["csv"].write([], out, WritingOptions())
    with pytest.raises(ReadingError, match=r"^b\.csv: these are claims, not articles$"):
        read_all("b.csv", (tmp_path / "claims.csv").read_bytes())
