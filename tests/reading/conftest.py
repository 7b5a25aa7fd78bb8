"""Files that a test makes, read as articles."""

from __future__ import annotations

import pytest

from claimcheck.reading import ReadingOptions, find_inputs, known_suffixes, read_articles


@pytest.fixture
def read_all(tmp_path):
    """Write a file and read it: the articles and the messages about bad rows."""

    def read(name, content, **options):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        failures = []
        (found,) = find_inputs(str(path), known_suffixes(), failures.append)
        found = type(found)(name, found.path, found.place)  # messages without the folder of the test
        articles = list(read_articles(found, ReadingOptions(on_bad_row=failures.append, **options)))
        return articles, [str(failure) for failure in failures]

    return read


@pytest.fixture
def read(read_all):
    """Write a file and read the one article in it."""

    def read_one(name, content, **options):
        (article,), failures = read_all(name, content, **options)
        assert failures == []
        return article

    return read_one


def lines_of(article):
    """Each paragraph, with the page or line it begins on."""
    found, position = [], 0
    for paragraph in article.text.split("\n\n"):
        found.append((article.places.at(position), paragraph.rstrip("\n")))
        position += len(paragraph) + 2
    return found


@pytest.fixture(name="lines_of")
def lines_of_fixture():
    return lines_of
