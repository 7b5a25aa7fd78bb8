"""Readings with different words go on side by side, and none of them leaves anything behind."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

from claimcheck import explain, extract, extract_many, load_own_rules
from claimcheck.article import Article
from claimcheck.lexicons import BUNDLED, Lexicon, load_rows, own_rows, per_lexicon
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

SPRINT = """\
[[organizations]]
name = "Halden Vyx"
aliases = ["Hvx"]

[[units]]
name = "story_point"
words = ["story point", "story points"]

[[reporting_verbs]]
cue = "flag/flags/flagged/flagging"
class = "say"
"""
BAKERY = """\
[[products]]
name = "Hvx"

[[units]]
name = "tray"
words = ["tray", "trays"]
symbols = ["TY"]

[[places]]
name = "Orrowick"
demonyms = ["Orrowickian"]
"""
TEXTS = [
    "Ida flagged that the sprint took 40 story points. The tool was built by Hvx in 2019.",
    "The oven in Orrowick holds 12 trays, and Hvx costs $300 a year.",
    "Orrowickian engineers used Hvx for 3 story points and 5 TY of bread.",
]


@pytest.fixture
def rule_sets(tmp_path):
    """The sprint's words, the bakery's, and none; with a pattern for two of them."""
    paths = []
    for name, content in (
        ("sprint.toml", SPRINT),
        ("bakery.toml", BAKERY),
        ("oven.jsonl", '{"label": "product", "pattern": [{"LOWER": "oven"}]}'),
        ("tool.jsonl", '{"label": "product", "pattern": "tool"}'),
    ):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        paths.append(path)
    sprint, bakery, oven, tool = paths
    return (
        load_own_rules(lexicons=[sprint], patterns=[tool]),
        load_own_rules(lexicons=[bakery], patterns=[oven]),
        None,
    )


def alone(own_rules):
    """What a process gives that never saw other rules: two workers for the two halves of the texts."""
    return list(extract_many([*TEXTS, *TEXTS], jobs=2, own_rules=own_rules, timeout=60))[: len(TEXTS)]


def as_records(documents):
    return [document.model_dump(exclude={"source"}) for document in documents]


def test_each_gives_what_it_gives_alone(rule_sets):
    expected = [as_records(alone(rules)) for rules in rule_sets]
    assert expected[0] != expected[1] != expected[2] != expected[0]
    names = [
        {name["text"]: name["label"] for record in found for name in record["entities"]} for found in expected
    ]
    assert [found.get("Hvx") for found in names[:2]] == ["organization", "product"]
    assert [found.get("tool") for found in names] == ["product", None, None]
    for _ in range(2):
        found = [[extract(text, own_rules=rules) for rules in rule_sets] for text in TEXTS]
        assert [as_records(documents) for documents in zip(*found, strict=True)] == expected
    streams = [extract_many(TEXTS, own_rules=rules) for rules in rule_sets]
    found = list(zip(*streams, strict=True))  # a text of each in turn
    assert [as_records(documents) for documents in zip(*found, strict=True)] == expected
    with ThreadPoolExecutor(3) as threads:
        jobs = [
            [threads.submit(extract, text, own_rules=rules) for text in TEXTS]
            for rules in rule_sets
            for _ in "12"
        ]
        found = [as_records(job.result() for job in several) for several in jobs]
    assert [found[::2], found[1::2]] == [expected, expected]


def test_an_explanation_is_of_the_rules_that_it_is_given(rule_sets):
    (candidates,) = [
        [candidate.text for candidate in sentence.candidates if candidate.kind == "measurement"]
        for sentence in explain("It took 40 story points.", own_rules=rule_sets[0]).sentences
    ]
    assert candidates == ["40 story points"]
    (sentence,) = explain("It took 40 story points.").sentences
    assert "measurement" not in {candidate.kind for candidate in sentence.candidates}


def test_a_stream_that_is_left_in_the_middle_leaves_nothing_in_force(rule_sets, monkeypatch):
    monkeypatch.setattr("claimcheck.pipeline.BATCH_CHARS", 1)  # each article is a batch of its own
    nlp = load_pipeline()
    articles = [Article("-", text) for text in TEXTS[:2]]
    stream = extract_articles(articles, nlp, rule_sets[0].for_pipeline(nlp))
    next(stream)
    assert own_rows("en/units.csv") == ()
    assert [claim.kind for claim in extract("It took 40 story points.").claims] == ["count"]


def test_what_is_made_of_lists_is_made_once_for_each_lexicon():
    made = []

    @per_lexicon
    def unit_names():
        made.append(own_rows("en/units.csv"))
        return [row["name"] for row in load_rows("en/units.csv")]

    @per_lexicon
    def has_unit(name, *, plural=False):
        made.append(name)
        return f"{name}s" if plural else name in unit_names()

    row = {**load_rows("en/units.csv")[0], "name": "wug"}
    own = Lexicon({"en/units.csv": (row,)})
    assert unit_names() is unit_names()
    with own.in_force():
        assert unit_names()[-1] == "wug"
        assert has_unit("wug")
        with BUNDLED.in_force():
            assert not has_unit("wug")
        assert has_unit("wug")
        assert has_unit("wug", plural=True) == "wugs"
    assert not has_unit("wug")
    assert made == [(), (row,), "wug", "wug", "wug"]


def test_a_lexicon_is_sent_as_its_rows():
    row = {**load_rows("en/units.csv")[0], "name": "wug"}
    own = Lexicon({"en/units.csv": (row,)})
    with own.in_force():
        load_rows("en/scales.csv")
    sent = pickle.loads(pickle.dumps(own))  # noqa: S301 - our own bytes
    assert (sent.own, dict(sent.made)) == (own.own, {})
