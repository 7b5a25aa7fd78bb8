"""Plain text: nothing is added, nothing is lost."""

from __future__ import annotations

from claimcheck.article import Article
from claimcheck.reading import READERS, ReadingOptions, find_inputs, known_suffixes, read_articles


def read(path, encoding=None):
    (found,) = find_inputs(str(path), known_suffixes(), list.append)
    return list(read_articles(found, ReadingOptions(encoding)))


def test_a_file_is_one_article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"First line.\r\n\r\nSecond caf\xc3\xa9.\n")
    assert read(path) == [Article(str(path), "First line.\r\n\r\nSecond café.\n")]


def test_an_empty_file_is_an_empty_article(tmp_path):
    path = tmp_path / "a.txt"
    path.touch()
    assert read(path) == [Article(str(path), "")]


def test_the_encoding_reaches_the_reader(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9")
    assert read(path, "latin-1")[0].text == "café"


def test_an_unknown_extension_is_read_as_text(tmp_path):
    path = tmp_path / "README"
    path.write_text("Words.")
    assert read(path)[0].text == "Words."


def test_no_extension_belongs_to_two_formats():
    suffixes = known_suffixes()
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
    assert next(iter(READERS)) == "text"
