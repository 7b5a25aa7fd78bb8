"""Categories of terms, titles, code names and items of glossaries, and names that are given."""

import pytest

from claimcheck import extract
from claimcheck.lexicons import load_rows

pytestmark = pytest.mark.model


def categories(text):
    found = [claim for claim in extract(text).claims if claim.kind == "definition"]
    return [(claim.subject.text, claim.value.category) for claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # names of models, sites and packages as they are written
        ("orvane-v2-7b is a language model.", [("orvane-v2-7b", "language model")]),
        ("We love kestrel_cli, a command-line tool.", [("kestrel_cli", "command-line tool")]),
        ("They sold it on their website, kestrel.example.com.", [("kestrel.example.com", "website")]),
        ("Orvane-3B is a 3 billion (3B) parameter language model.",
         [("Orvane-3B", "3 billion (3B) parameter language model")]),
        ("The Halvor pipeline is a joint project.", [("The Halvor pipeline", "joint project")]),
        # terms of which a kind is told
        ("Alcohol is an addictive substance.", [("Alcohol", "addictive substance")]),
        ("Garbage collection is a form of memory management.",
         [("Garbage collection", "form of memory management")]),
        ("Chronic wasting disease (CWD) is a threat to deer.", []),
        ("Chronic wasting disease (CWD) is a disorder of deer.", [("Chronic wasting disease", "disorder of deer")]),
        ("They treated cholera—a bacterial infection—in camps.", [("cholera", "bacterial infection")]),
        ("The gene codes for keratin, a structural protein in hair.", [("keratin", "structural protein in hair")]),
        # titles in quotation marks
        ("“Working with Wren”, a talk by Ann Lee, starts at noon.", [("Working with Wren", "talk by Ann Lee")]),
        # relative clauses
        ("It holds Orvane-13B, which itself is a fork of Kestrel.", [("Orvane-13B", "fork of Kestrel")]),
        ("It began with the discovery of the Halvor field, which is the largest field in Norway.",
         [("the Halvor field", "largest field in Norway")]),
        ("Halvor Bay is today a quiet port.", [("Halvor Bay", "quiet port")]),
        # the name behind what it is
        ("The ferry, Halcyon, sank in 1971.", [("Halcyon", "ferry")]),
        ("One of them was Paul Varga, 42, a convicted forger from Graz.",
         [("Paul Varga", "convicted forger from Graz")]),
        # adjectives that "but" or a comma joins; a distance behind the noun
        ("Halvor is an odd but fairly simple language.", [("Halvor", "odd but fairly simple language")]),
        ("They took Halvor, a remote but fortified island 90 miles from Oslo.",
         [("Halvor", "remote but fortified island")]),
        ("Halvor is a general-purpose, typed language.", [("Halvor", "general-purpose, typed language")]),
        ("Halvor is an open source, friendly assistant.", [("Halvor", "open source, friendly assistant")]),
        # kinds by a frame, of several and in a relative clause
        ("Halvor is a type of moth.", [("Halvor", "type of moth")]),
        ("Spray droplets are a weather data type.", [("Spray droplets", "weather data type")]),
        ("They smell leaf oils, which are a type of odor.", [("leaf oils", "type of odor")]),
        ("The Halvor models are the first of a new kind.", []),
        ("The Halvor engines are the next generation of motors.",
         [("The Halvor engines", "next generation of motors")]),
        ("In 1990 Halvor won, becoming the first woman to do so.", [("Halvor", "first woman")]),
        ("It holds a pipeline called ORVA (A Really-Very Able Pipeline).", [("ORVA", "pipeline")]),
        ("Halvor FM, is a radio station in Oslo.", [("Halvor FM", "radio station in Oslo")]),
        ("Not named on the site, are the dangers.", []),
        ("Halvor ligase is the enzyme that joins strands.", [("Halvor ligase", "enzyme")]),
        ("Sugar is the problem that nobody sees.", []),
        ("Ann Lee is a Republican.", [("Ann Lee", "Republican")]),
        ("Their friend is a Republican.", []),
        # other names
        ("Halvor (aka Wren) is old.", [("Halvor", "Wren")]),
        ("The paint holds carbon black, also called lamp soot, in grains.", [("carbon black", "lamp soot")]),
        ("The paint holds carbon black, called in May, in grains.", []),
        ("All of the ports use Narvet, a small library for graphs.",
         [("Narvet", "small library for graphs")]),
        # a participle that was taken for a past tense
        ("Meet Orvane, the first open speech model built on Wren.", [("Orvane", "first open speech model")]),
    ],
)  # fmt: skip
def test_terms(text, expected):
    assert categories(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "This week-old-2 is a mess.",
        "The pre-2020 is a good year.",
        "McAllister, a widow, left.",
        "Music is a game of numbers.",
        "Sugar is a problem for many.",
        "They bought milk, a treat for the kids.",
        "“It is a good day”, a man said.",
        "KestrelUI's parts were sold.",
        "At the request of Ann Lee, a bridge was built.",
        "Apart from Bonn, the gap was even.",
        "Along with Acme, school board, and local firms, they signed.",
        "Her father, Paul Varga, was late.",
        "Monday being the Labor Day holiday, all slept.",
        "Prometheus was the right tool for the job.",
        "She wrote a novel Higuchi decided to burn.",
    ],
)
def test_what_defines_no_term(text):
    assert categories(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- **Kestrel**: A fast parser for Python.", [("Kestrel", "fast parser for Python")]),
        ("- Orvane-Chat: The chat model that was tuned.", [("Orvane-Chat", "chat model")]),
        ("- Halvor Bay: The greenest town by far.", [("Halvor Bay", "greenest town")]),
        (
            "# Kestrel\n\nA fast library for Python programs.\n",
            [("Kestrel", "fast library for Python programs")],
        ),
        # labels, and lines that say something else
        ("- License: a permissive license.", []),
        ("- Developer: the Acme company.", []),
        ("- CBS Halvor: Data shows a fall in crime.", []),
        ("- New May 31st, 2019: Whole Word Models.", []),
        ("# Kestrel\n\nA fast library helps Python programs.\n", []),
    ],
)
def test_glossaries_and_first_lines(text, expected):
    assert categories(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cells copy themselves (a process called mitosis).", [("mitosis", "process")]),
        ("They saw areas of calm sea called glens.", [("glens", "areas of calm sea")]),
        ("Norvale was rebranded as Brightcell in 1990.", [("Norvale", "Brightcell")]),
        ("In 1990 Norvale Inc. changed its name to Brightcell plc.", [("Norvale Inc.", "Brightcell plc")]),
        ("Norvale Limited, trading as Brightcell, sells lamps.", [("Norvale Limited", "Brightcell")]),
        ("They named the island New Wren.", [("New Wren", "island")]),
        ("Also known as Lakeview, the Kestrel Act gives grants.", [("the Kestrel Act", "Lakeview")]),
        # nothing is given a name
        ("They called the police Friday.", []),
        ("The board named Ann Lee chief executive.", []),
        ("The stock trades as a bond.", []),
        ("Norvale changed its mind to suit Brightcell.", []),
    ],
)
def test_names_that_are_given(text, expected):
    found = [(subject.removeprefix("the "), category) for subject, category in categories(text)]
    assert found == [(subject.removeprefix("the "), category) for subject, category in expected]


@pytest.mark.parametrize("row", load_rows("en/term_kinds.csv"), ids=lambda row: row["forms"].split("|")[0])
def test_each_kind_of_term_stands_in_its_example(row):
    assert any(f" {form} " in row["example"] for form in row["forms"].split("|"))


def test_kinds_and_what_is_no_kind_do_not_overlap():
    kinds = {form for row in load_rows("en/term_kinds.csv") for form in row["forms"].split("|")}
    none = {form for row in load_rows("en/undefining_nouns.csv") for form in row["forms"].split("|")}
    assert kinds & none == set()
