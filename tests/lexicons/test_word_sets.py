"""Sets of words that rules ask by name: each well formed, asked for, and written once."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from pathlib import Path

import pytest

import claimcheck
from claimcheck.errors import LexiconError
from claimcheck.lexicons import Lexicon, load_rows
from claimcheck.lexicons.word_sets import WordPattern, WordSet, word_list

PACKAGE = Path(claimcheck.__file__).parent
FILES = sorted((PACKAGE / "lexicons" / "en" / "words").glob("*.csv"))
ROWS = {f"{path.stem}/{row['name']}": row for path in FILES for row in load_rows(f"en/words/{path.name}")}
ASKED = {
    key
    for path in PACKAGE.rglob("*.py")
    if path.name != "word_sets.py"
    for key in re.findall(
        r'(?:\b(?:WordSet|word_list)\(\s*"|<)([a-z_]+/[a-z_]+)[">]', path.read_text(encoding="utf-8")
    )
}


def named_in(key):
    """The sets that the row of a set names."""
    room = key.partition("/")[0]
    names = re.findall(r"<([^>]+)>", ROWS[key]["words"])
    return {name if "/" in name else f"{room}/{name}" for name in names}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_names_are_unique_and_in_order(path):
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    names = [row["name"] for row in csv.DictReader(lines)]
    assert names == sorted(set(names))


@pytest.mark.parametrize("key", ROWS)
def test_no_word_stands_there_twice(key):
    assert [word for word, count in Counter(ROWS[key]["words"].split("|")).items() if count > 1] == []


@pytest.mark.parametrize("key", ROWS)
def test_the_example_has_a_word_of_the_set(key):
    text = ROWS[key]["example"]
    assert any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in word_list(key)
    ), text


def test_each_set_is_asked_for():
    assert set(ROWS) - ASKED - {name for key in ROWS for name in named_in(key)} == set()


def test_what_is_asked_for_exists():
    assert ASKED - set(ROWS) == set()


def test_the_same_words_stand_in_one_place():
    """Two sets of the same words are one, or one of them is said to be the other: `<common/article>`."""
    keys: dict[frozenset[str], list[str]] = {}
    for key, row in ROWS.items():
        if not re.fullmatch(r"<[^>]+>", row["words"]):
            keys.setdefault(frozenset(word_list(key)), []).append(key)
    assert [same for same in keys.values() if len(same) > 1] == []


def test_sets_that_differ_by_few_words_are_written_once():
    """Of two sets that share four words of five one names the other, or both name what they share."""

    def all_named_in(key):
        return {key}.union(*(all_named_in(name) for name in named_in(key)))

    words = {key: frozenset(word_list(key)) for key in ROWS}
    long = [key for key in ROWS if len(words[key]) >= 5]
    near = [
        (one, other)
        for one, other in itertools.combinations(long, 2)
        if len(words[one] & words[other]) >= 0.8 * len(words[one] | words[other])
    ]
    assert [pair for pair in near if not all_named_in(pair[0]) & all_named_in(pair[1])] == []


def test_a_set_holds_the_words_of_the_sets_it_names():
    articles = WordSet("common/article_or_possessor")
    assert "an" in articles
    assert "its" in articles
    assert "mill" not in articles
    assert WordSet("common/article").words() < articles.words()
    assert articles - {"an"} == articles.words() - {"an"}


def test_a_set_that_is_not_there_is_said_on_first_use():
    missing = WordSet("common/nothing")
    with pytest.raises(LexiconError, match=r"en/words/common\.csv has no set 'nothing'"):
        assert "a" in missing


def test_a_set_is_that_of_the_lexicon_in_force():
    row = {"name": "article", "words": "le|la", "example": "Ils ont la maison."}
    articles = WordSet("common/article")
    with Lexicon({"en/words/common.csv": (row,)}).in_force():
        assert "le" in articles
    assert "le" not in articles


def test_a_pattern_has_the_words_of_the_sets_it_names():
    sold = WordPattern(r"\bsold (?:<common/article>) (?P<what>\w+)", re.IGNORECASE)
    found = sold.search("They SOLD the mill.")
    assert found is not None
    assert found["what"] == "mill"
    assert sold.search("They sold its mill.") is None
    assert [match["what"] for match in sold.finditer("sold a mill, sold an inn")] == ["mill", "inn"]


def test_a_space_in_a_word_of_a_pattern_is_any_white_space():
    row = {"name": "article", "words": "all the|a", "example": "They sold all the mills."}
    pattern = WordPattern(r"sold (?:<common/article>) mills")
    with Lexicon({"en/words/common.csv": (row,)}).in_force():
        assert pattern.fullmatch("sold all\nthe mills")
    assert pattern.fullmatch("sold all the mills") is None
