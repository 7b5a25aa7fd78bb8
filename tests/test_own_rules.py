"""Rules of one's own: what they change, that they can be taken back, and what is wrong with them, by line."""

from __future__ import annotations

import json
import pickle

import pytest
from typer.testing import CliRunner

from claimcheck import OwnRules, extract, extract_many, load_own_rules
from claimcheck.cli import app
from claimcheck.errors import LexiconError
from claimcheck.lexicons import load_rows
from claimcheck.lexicons.own import OWN_LISTS, read_lexicon
from claimcheck.names.own import read_patterns

TOML = """\
# our words
[[organizations]]
name = "Halden Vyx"
aliases = ["Hvx"]

[[units]]
name = "story_point"
words = ["story point", "story points"]
symbols = ["SP"]

[[reporting_verbs]]
cue = "flag/flags/flagged/flagging"
class = "say"
"""
TEXT = "Ida flagged that the sprint took 40 story points. The tool wren 7 was built by Hvx."


@pytest.fixture
def write(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def seen(document):
    claims = [(claim.kind, claim.text) for claim in document.claims]
    return claims, {(entity.text, entity.label) for entity in document.entities}


def test_words_and_patterns_are_found_and_forgotten(write):
    lexicon = write("ours.toml", TOML)
    patterns = write("p.jsonl", '{"label": "product", "pattern": [{"LOWER": "wren"}, {"IS_DIGIT": true}]}\n')
    before = seen(extract(TEXT))
    rules = load_own_rules(lexicons=[lexicon], patterns=[patterns])
    claims, entities = seen(extract(TEXT, own_rules=rules))
    assert ("measurement", "40 story points") in claims
    assert ("quote", "the sprint took 40 story points") in claims
    assert {("wren 7", "product"), ("Hvx", "organization")} <= entities
    assert seen(extract(TEXT)) == seen(extract(TEXT, own_rules=OwnRules())) == before
    assert not {("measurement", "40 story points"), ("quote", "the sprint took 40 story points")} & {
        *before[0]
    }


def test_they_can_be_sent_to_other_processes(write):
    rules = load_own_rules(lexicons=[write("ours.toml", TOML)])
    assert pickle.loads(pickle.dumps(rules)) == rules  # noqa: S301 - our own bytes


def test_many_texts_are_read_with_them(write):
    rules = load_own_rules(lexicons=[write("ours.toml", TOML)])
    (document,) = extract_many(["The sprint took 40 story points."], own_rules=rules)
    assert [claim.value.unit for claim in document.claims] == ["story_point"]


def test_a_pattern_beats_what_else_could_be_there(write):
    rules = load_own_rules(patterns=[write("p.jsonl", '{"label": "ORG", "pattern": "London Bridge"}')])
    _, entities = seen(extract("She works for London Bridge Hospital in London.", own_rules=rules))
    assert ("London Bridge", "organization") in entities


@pytest.mark.parametrize("name", OWN_LISTS)
def test_the_columns_are_those_of_the_bundled_list(name):
    own = OWN_LISTS[name]
    assert list(own.columns) == list(load_rows(own.file)[0])


@pytest.mark.parametrize("name", OWN_LISTS)
def test_every_bundled_row_would_pass(name):
    own = OWN_LISTS[name]
    rows = [dict(row) for row in load_rows(own.file)]
    assert [(row, wrong) for row in rows if (wrong := own.check(row)) is not None] == []


def test_csv_is_named_for_its_list(write):
    path = write("units.csv", "# ours\nname,words\nstory_point,story point;story points\n\npun,pun;puns\n")
    rows = list(read_lexicon(path))
    assert [file for file, _ in rows] == ["en/units.csv"] * 2
    assert [(row["name"], row["words"], row["quality"]) for _, row in rows] == [
        ("story_point", "story point;story points", "own"),
        ("pun", "pun;puns", "own"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.toml", "[[units]]\nname = \n", "line 2: invalid value"),
        (
            "x.toml",
            "[[places]]\nname = 'a'\n[[unit]]\nname = 'a'",
            "line 3: 'unit' is not one of organizations",
        ),
        ("x.toml", "\n[units]\nname = 'a'", "line 2: write each row below [[units]]"),
        ("x.toml", "[[units]]\nname='a'\nwords=['a']\n\n[[units]]\nwords=['b']", "line 5: name is missing"),
        ("x.toml", "[[units]]\nname = 'a'", "line 1: a unit needs words or symbols"),
        ("x.toml", "[[units]]\nname = 'A b'\nwords=['a']", "line 1: 'A b' is no name of a unit"),
        ("x.toml", "[[units]]\nname='a'\nwords='a'\nsi_factor='x'", "line 1: si_factor is 'x', not a number"),
        (
            "x.toml",
            "[[units]]\nname='a'\nwords='a'\nsi_factor=2",
            "line 1: si_factor and si_unit go together",
        ),
        ("x.toml", "[[units]]\nname='a'\nwords=['a;b']", "line 1: words holds what is no text without ';'"),
        ("x.toml", "[[products]]\nname='a'\nsafe='yes'", "line 1: 'safe' is not one of name, aliases"),
        (
            "x.toml",
            "[[products]]\nname='a'\nsafety='yes'",
            "line 1: safety is 'yes', not one of safe, capital",
        ),
        ("x.toml", "[[products]]\nname=true", "line 1: name is not text"),
        ("x.toml", '[[products]]\nname="a\\tb"', "line 1: name holds a line end or a tab"),
        ("x.toml", "[[reporting_verbs]]\ncue='Flag'", "line 1: 'Flag' is no cue"),
        (
            "x.toml",
            "[[reporting_verbs]]\ncue='flag'\nclass='tell'",
            "line 1: class is 'tell', not one of say",
        ),
        ("x.toml", b"[[units]]\n\xff", "line 2: not UTF-8"),
        ("units.csv", "name,words\na,b\nc\n", "line 3: 1 cells where the header has 2"),
        ("units.csv", "name,word\na,b\n", "line 2: 'word' is not one of name, words"),
        ("units.csv", 'name,words\na,"b\n', "line 2: unexpected end of data"),
        ("ours.csv", "name\na\n", "a CSV is named for its list: organizations.csv"),
        ("ours.txt", "", "a word list is a .toml or a .csv file"),
    ],
)
def test_a_mistake_in_a_list_is_named_with_its_line(write, name, content, message):
    path = write(name, content)
    with pytest.raises(LexiconError) as caught:
        list(read_lexicon(path))
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nonsense", "line 2: not JSON"),
        ("[]", "line 2: a pattern has a label, a pattern, and maybe an id"),
        ('{"label": "ORG"}', "line 2: a pattern has"),
        ('{"label": "ORG", "pattern": "a", "name": 1}', "line 2: a pattern has"),
        ('{"label": "EVENT", "pattern": "a"}', "line 2: label is 'EVENT', not one of organization"),
        ('{"label": "ORG", "pattern": " "}', "line 2: pattern is neither text nor a list"),
        ('{"label": "ORG", "pattern": [{"LOWERCASE": "a"}]}', "line 2: spaCy does not know this pattern"),
        ('{"label": "ORG", "pattern": [{"LOWER": 1}]}', "line 2: spaCy does not know this pattern"),
    ],
)
def test_a_mistake_in_a_pattern_is_named_with_its_line(write, line, message):
    path = write("p.jsonl", f'{{"label": "ORG", "pattern": "Hvx", "id": "hvx"}}\n{line}\n')
    with pytest.raises(LexiconError) as caught:
        list(read_patterns(path))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_command_line_takes_both(write):
    article = write("article.txt", TEXT)
    lexicon = write("ours.toml", TOML)
    patterns = write("p.jsonl", '{"label": "product", "pattern": "wren 7"}\n')
    options = ["--lexicon", str(lexicon), "--patterns", str(patterns), "--format", "json"]
    result = CliRunner().invoke(app, ["extract", str(article), *options])
    assert result.exit_code == 0, result.output
    record = json.loads(result.stdout)
    assert "story_point" in {claim["value"].get("unit") for claim in record["claims"]}
    assert "wren 7" in {entity["text"] for entity in record["entities"]}
    plain = json.loads(CliRunner().invoke(app, ["extract", str(article), "--format", "json"]).stdout)
    assert "story_point" not in {claim["value"].get("unit") for claim in plain["claims"]}
    assert "wren 7" not in {entity["text"] for entity in plain["entities"]}


@pytest.mark.parametrize("option", ["--lexicon", "--patterns"])
def test_the_command_line_says_what_is_wrong(write, option):
    article, broken = write("article.txt", TEXT), write("x.toml", "[[units]]\nname = 1 2")
    result = CliRunner().invoke(app, ["extract", str(article), option, str(broken)])
    assert result.exit_code == 2
    assert option in result.stderr
    assert "line" in result.stderr
