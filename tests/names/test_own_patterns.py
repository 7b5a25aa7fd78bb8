"""Patterns of one's own are checked where they are read: no traceback, no text that takes for ever."""

import json

import pytest

from claimcheck.errors import LexiconError
from claimcheck.own_rules import load_own_rules
from claimcheck.pipeline import extract
from claimcheck.scale.parallel import extract_many
from claimcheck.tagging.pipelines import load_pipeline


def tokens(*content):
    return json.dumps({"label": "product", "pattern": list(content)})


@pytest.fixture
def load(tmp_path):
    def load_one(line):
        path = tmp_path / "own.jsonl"
        path.write_bytes(b'{"label": "product", "pattern": "Wren"}\n' + line.encode("utf-8", "surrogatepass"))
        return load_own_rules(patterns=[path])

    return load_one


REFUSED = {
    tokens({"TEXT": {"REGEX": "("}}): "'(' is no regular expression: missing ), unterminated subpattern",
    tokens({"TEXT": {"REGEX": "(?P<a>x)(?P<a>y)"}}): "is no regular expression: redefinition of group name",
    tokens(
        {"TEXT": {"REGEX": "a{1,99999999999}"}}
    ): "is no regular expression: the repetition number is too large",
    tokens({"LOWER": {"REGEX": {"IN": ["good", "["]}}}): "'[' is no regular expression",
    tokens({"TEXT": {"REGEX": "(a+)+$"}}): "'(a+)+$' takes for ever for some words",
    tokens({"TEXT": {"REGEX": r"(\w+\s?)*!"}}): "takes for ever for some words",
    tokens({"TEXT": {"REGEX": "(x+x+)+y"}}): "takes for ever for some words",
    tokens({"TEXT": {"REGEX": 1}}): "spaCy does not know this pattern",
    tokens({"OP": "{99999999999}"}): "OP repeats a token more than 100 times",
    tokens({"OP": "{2,101}"}): "OP repeats a token more than 100 times",
    tokens({"OP": "x"}): "spaCy does not know this pattern",
    tokens(*[{"LOWER": "a"}] * 101): "more than 100 tokens",
    tokens(*[{"OP": "*"}] * 4): "more than 3 tokens are repeated without end",
    tokens(*[{"OP": "{1,}"}] * 4): "more than 3 tokens are repeated without end",
    tokens({"LENGTH": {">=": 10**30}}): "a number beyond 2^31",
    tokens({"LENGTH": {">=": 1e400}}): "a number beyond 2^31",
    tokens({"TEXT": {"IN": ["a" * 1001]}}): "more than 1,000 characters in one text",
    tokens({"TEXT": {"IN": ["a"] * 1001}}): "more than 1,000 items in one list",
    tokens({"_": {"x": 1}}): "attributes that begin with an underscore",
    tokens(None): "spaCy",
    tokens("a"): "spaCy",
    tokens({"ORTH": "\ud800"}): "text that holds what is no character",
    json.dumps({"label": "product", "pattern": "a\0b"}): "text that holds what is no character",
    json.dumps({"label": "product", "pattern": "x", "id": 1}): "id is not text",
    json.dumps({"label": ["x"], "pattern": "x"}): "label is ['x'], not one of",
    '{"label": "product", "pattern": ' + "[" * 9000: "nested too deeply",
    '{"label": "product", "pattern": ' + "[" * 50 + "]" * 50 + "}": "nested too deeply",
    '{"label": "product", "pattern": [{"LENGTH": ' + "1" * 5000 + "}]}": "not JSON: Exceeds the limit",
}


@pytest.mark.parametrize(("line", "message"), REFUSED.items(), ids=lambda value: value[:40])
def test_what_cannot_be_used_is_a_line_with_its_number(load, line, message):
    with pytest.raises(LexiconError) as caught:
        load(line)
    said = str(caught.value)
    assert said.partition(": ")[0].endswith("own.jsonl, line 2")
    assert message in said
    assert "\n" not in said


@pytest.mark.parametrize(
    "line",
    [
        tokens({"TEXT": {"REGEX": r"^[A-Z]\w+(-\d+)*$"}}),
        tokens({"LOWER": "wren"}, {"OP": "{1,100}"}),
        tokens({"LOWER": "a", "OP": "+"}, {"OP": "*"}, {"LOWER": {"FUZZY": "wren"}, "OP": "+"}),
    ],
)
def test_what_can_be_used_is(load, line):
    assert extract("Wren has 40 users.", model="blank", own_rules=load(line)).claims


def test_what_the_pipeline_does_not_say_is_asked_for_in_vain(load):
    rules = load(tokens({"LEMMA": "be"}))
    with pytest.raises(LexiconError, match="the patterns do not go with this pipeline"):
        rules.for_pipeline(load_pipeline("blank"))


def test_an_expression_that_explodes_on_a_text_costs_that_text(load):
    """No probe finds them all."""
    rules = load(tokens({"TEXT": {"REGEX": "(?:ké|ké)+ó$"}}))
    texts = ["It has 40 users.", f"It has 40 {'ké' * 40} users.", "It has 41 users."]
    failures = []
    found = list(extract_many(texts, model="blank", own_rules=rules, timeout=0.5, on_error=failures.append))
    assert [document.source for document in found] == ["-#1", "-#3"]
    assert [str(failure) for failure in failures] == ["-#2: took longer than 0.5 seconds"]


def test_a_file_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("claimcheck.lexicons.own.MAX_FILE_BYTES", 1000)
    for name, how in (("own.jsonl", "patterns"), ("units.csv", "lexicons"), ("own.toml", "lexicons")):
        path = tmp_path / name
        path.symlink_to("/dev/zero")
        with pytest.raises(LexiconError, match="longer than 1,000 bytes"):
            load_own_rules(**{how: [path]})


@pytest.mark.parametrize("content", ["x = " + "[" * 9000, "x = " + "1" * 5000])
def test_a_word_list_of_any_form_is_no_traceback(tmp_path, content):
    path = tmp_path / "own.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own\.toml"):
        load_own_rules(lexicons=[path])
