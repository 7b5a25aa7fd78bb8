"""Constructions of the user's own: a word, a form and a relation in TOML alone, and what is said of bad files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck import extract, extract_many, load_own_rules
from claimcheck.cli import app
from claimcheck.errors import LexiconError

WORD = (Path(__file__).parents[1] / "own_rules" / "swoop.toml").read_text(encoding="utf-8")
FORM = """
[[forms]]
name = "priced/possessor"
trigger = "noun"
roles = { agent = "possessor", patient = "PREP:of" }
frames = ["AGENT's $3bn NOUN of PATIENT ended."]
examples = ["[Google]'s $3bn <grab> of {Figma} ended.", "[Google]'s <grab> of {Figma} ended."]
near_misses = ["Google's <grab> ended."]
[[words]]
relation = "organization/acquired_by"
template = "priced"
thing = "patient"
nouns = ["grab"]
examples = ["<[Google]'s $3bn grab of {Figma}> ended."]
"""
RELATION = """
[[relations]]
name = "organization/sued_by"
thing = ["organization", "unknown"]
other = ["organization", "person", "unknown"]
sample = ["Uber", "Google"]
examples = ["[Google] <sued {Uber}>.", "{Uber} <was sued by [Google]>."]
near_misses = ["Google sued for peace."]
[[words]]
template = "transitive"
thing = "patient"
verbs = ["sue"]
examples = ["{Uber}, <sued by [Google]>, lost."]
"""


@pytest.fixture
def own(tmp_path):
    def write(text, name="own.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def relations(document):
    return [
        (c.value.relation, c.subject.text, c.value.object)
        for c in document.claims
        if c.kind == "organization"
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("toml", "text", "expected"),
    [
        (WORD, "In 2020 Google swooped on Figma.", ("acquired_by", "Figma", "Google")),
        (FORM, "Google's $3bn grab of Figma ended.", ("acquired_by", "Figma", "Google")),
        (RELATION, "Uber was sued by Google.", ("sued_by", "Uber", "Google")),
    ],
)
def test_a_newcomer_adds_it_by_toml_alone(own, toml, text, expected):
    assert len(toml.strip().splitlines()) <= 15
    rules = load_own_rules(constructions=[own(toml)])
    assert expected in relations(extract(text, own_rules=rules))
    assert expected not in relations(extract(text))
    (document,) = extract_many([text], own_rules=rules)
    assert expected in relations(document)


@pytest.mark.model
@pytest.mark.parametrize(
    ("toml", "text"),
    [
        (WORD, "Hawks swooped on the field."),
        (FORM, "Google's grab ended."),
        (RELATION, "Google sued for peace."),
    ],
)
def test_a_near_miss_of_the_newcomer_is_none(own, toml, text):
    assert not relations(extract(text, own_rules=load_own_rules(constructions=[own(toml)])))


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        (WORD.replace('examples = ["[Google] <swooped on {Figma}>."]', ""), "line 2: examples is missing"),
        (WORD.replace("{Figma}", "Figma"), "line 2: an example marks its parts once with"),
        (WORD.replace("toward", "towards"), "line 2: there is no template 'towards'"),
        (WORD.replace('"goal"', '"aim"'), "line 2: 'aim' is no role of toward"),
        (WORD.replace("acquired_by", "bought_by"), "line 2: there is no relation 'organization/bought_by'"),
        (WORD.replace("toward", "towards"), ", toward, put, "),
        (WORD.replace('"goal"', '"aim"'), "no role of toward, but subject, goal"),
        (WORD.replace('["on"]', '["on", "on"]'), "line 2: 'on' stands in prepositions more than once"),
        (WORD.replace("verbs", 'forms = ["passive"]\nverbs'), "toward has no form 'passive', but plain"),
        (WORD.replace("verbs", 'unlike = ["firm"]\nverbs'), "line 2: 'firm' is no class of a side: "),
        (WORD.replace('relation = "organization/acquired_by"', ""), "such as organization/acquired_by"),
        (WORD.replace("verbs", "verb"), "line 2: 'verb' is not one of"),
        (WORD.replace('["swoop"]', '"swoop"'), "line 2: verbs is to be a list of texts"),
        (FORM.replace("PREP:of", "AFTER:of"), "line 2: 'AFTER:of' is not one of the slots"),
        (
            FORM.replace('examples = ["[Google]\'s $3bn <grab> of {Figma} ended.", ', "examples = ["),
            "line 2: priced",
        ),
        (RELATION.replace('near_misses = ["Google sued for peace."]', ""), "line 2: near_misses is missing"),
        (RELATION.replace('"person", ', '"firm", '), "line 2: 'firm' is no class of a side: "),
        (
            RELATION.replace("organization/", "money/"),
            "'money' is no kind of relation: organization, technology",
        ),
        (RELATION.replace("organization/sued_by", "sued_by"), "line 2: 'sued_by' is no name"),
        ("[[words]]\nrelation = \n", "line 2: "),
        ("[[verbs]]\n", "line 1: 'verbs' is not one of forms, relations, words"),
    ],
)
def test_a_bad_file_is_named_with_its_line(own, toml, message):
    path = own(toml)
    with pytest.raises(LexiconError) as error:
        load_own_rules(constructions=[path])
    assert str(error.value).startswith(f"{path}, ")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.model
@pytest.mark.parametrize(
    ("toml", "message"),
    [
        (WORD.replace("swooped on {", "grabbed {"), "'Google grabbed Figma.' is found by none of the forms"),
        (
            WORD.replace("<swooped on {Figma}>", "swooped <on {Figma}>"),
            "has {Figma}, [Google] and <swooped on Figma>",
        ),
        (
            WORD.replace("Hawks", "Google").replace("the field", "Figma"),
            "the near miss 'Google swooped on Figma.' has",
        ),
        (
            WORD.replace("Google", "The angry hawk"),
            "is refused by the check organization/other for 'The angry hawk' (no known name)",
        ),
        (RELATION.replace("[Google] <sued", "[Google] <hit"), "line 2: the example 'Google hit Uber.'"),
        (
            RELATION.replace("Google sued for peace.", "Google sued Uber."),
            "line 2: the near miss 'Google sued Uber.'",
        ),
        (
            RELATION.replace("lost.", "lost.", 1).replace('"{Uber}, <sued', '"{Uber}, <hit'),
            "line 9: the example 'Uber, hit by Google, lost.'",
        ),
        (
            FORM.replace("[Google]'s <grab> of", "[Google] <grab> of"),
            "line 2: in 'Google grab of Figma ended.' the form finds agent: nothing, patient: Figma; the trigger is tagged NN",
        ),
        (
            FORM.replace("Google's <grab> ended", "Google's <grab> of Figma ended"),
            "finds both sides in its near miss",
        ),
    ],
)
def test_an_example_without_its_claim_is_refused_with_what_was_found(own, toml, message):
    path = own(toml)
    with pytest.raises(LexiconError) as error:
        load_own_rules(constructions=[path])
    assert str(error.value).startswith(f"{path}, line ")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.model
def test_examples_are_read_with_the_words_that_are_given_too(own):
    names = own('[[organizations]]\nname = "Wrenfold"\nsafety = "safe"\n', "names.toml")
    toml = own(RELATION.replace('"person", "unknown"', '"person"').replace("[Google]", "[Wrenfold]"))
    with pytest.raises(LexiconError, match="Wrenfold"):
        load_own_rules(constructions=[toml])
    assert load_own_rules(lexicons=[names], constructions=[toml]).constructions


HOW_TO = Path(__file__).parents[2] / "docs" / "how-to.md"


@pytest.mark.model
def test_the_files_in_the_how_to_are_taken_as_they_are_and_are_short(own):
    blocks = [
        block
        for block in re.findall(r"```toml\n(.*?)```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL)
        if "[[words]]" in block
    ]
    assert len(blocks) == 3
    for number, block in enumerate(blocks):
        assert len(block.replace("\n\n", "\n").strip().splitlines()) <= 15
        assert load_own_rules(constructions=[own(block, f"{number}.toml")]).constructions


def test_a_missing_file_and_one_that_is_no_text(tmp_path):
    (tmp_path / "bad.toml").write_bytes(b"[[words]]\nrelation = '\xff'\n")
    with pytest.raises(LexiconError, match=r"none\.toml: no such file"):
        load_own_rules(constructions=[tmp_path / "none.toml"])
    with pytest.raises(LexiconError, match="line 2: not UTF-8"):
        load_own_rules(constructions=[tmp_path / "bad.toml"])


@pytest.mark.model
def test_the_command_line_and_the_configuration_take_them(own, tmp_path, monkeypatch):
    path = own(WORD)
    article = own("In 2020 Google swooped on Figma.", "a.txt")
    own('constructions = ["own.toml"]\n', "claimcheck.toml")
    given = CliRunner().invoke(app, ["extract", str(article), "-f", "json", "--constructions", str(path)])
    assert "swoop/toward-plain" in given.stdout
    monkeypatch.chdir(tmp_path)
    configured = CliRunner().invoke(app, ["extract", "a.txt", "-f", "json"])
    assert [
        c["found_by"] for c in json.loads(configured.stdout)["claims"] if c["kind"] == "organization"
    ] == ["organization/acquired_by/swoop/toward-plain"]
    bad = CliRunner().invoke(app, ["extract", str(article), "--constructions", str(tmp_path / "none.toml")])
    assert bad.exit_code == 2
