"""Cues of uncertainty, negation and prediction, found without a parse; every lexicon row by its example."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicons import load_rows
from claimcheck.reports import cues
from claimcheck.reports.cues import find_cues, is_negated, is_uncertain

LEXICONS = {
    "hedges": "uncertainty",
    "weasel_words": "vagueness",
    "negations": "negation",
    "predictions": "prediction",
}
KINDS = tuple(LEXICONS.values())


def lexicon_rows():
    for name, kind in LEXICONS.items():
        for row in load_rows(f"en/{name}.csv"):
            conditions = row["left"] or row["right"]
            yield pytest.param(kind, row, id=f"{name}: {row['cue'][:30]} {conditions}".strip())


def is_form(word, form):
    if form.startswith("*"):
        return word.lower().endswith(form[1:])
    if form.endswith("*"):
        return word.lower().startswith(form[:-1])
    return form in (word, word.lower())


@pytest.mark.parametrize(("kind", "row"), list(lexicon_rows()))
def test_every_row_is_found_in_its_example(kind, row):
    wanted = [word.split("/") for word in row["cue"].split()]

    def is_of_row(cue):
        words = re.findall(r"[^\W_]+(?:'[^\W_]+)*", cue.text)
        return (
            len(words) == len(wanted)
            and all(
                any(is_form(word, form) for form in forms) for word, forms in zip(words, wanted, strict=True)
            )
            and (cue.effect, cue.scope) == (row["effect"], row["scope"])
            and cue.readings == set(row["readings"].split())
        )

    found = find_cues(row["example"], (kind,))
    assert any(map(is_of_row, found)), [cue.text for cue in found]


@pytest.mark.parametrize("name", LEXICONS)
def test_no_row_stands_twice(name):
    rows = [(row["cue"], row["left"], row["right"]) for row in load_rows(f"en/{name}.csv")]
    assert len(rows) == len(set(rows))


FOUND = [
    ("It may not have been built.", [("may", "possible"), ("not", "negative")]),
    ("The mill reportedly failed to open.", [("reportedly", "possible"), ("failed", "negative")]),
    (
        "They’ll anticipate that it doesn’t close.",
        [
            ("They’ll", "future"),
            ("anticipate", "future"),
            ("anticipate", "probable"),
            ("doesn’t", "negative"),
        ],
    ),
    ("The mill opened in May 1901.", []),
    ("No doubt the mill is old.", []),
    ("It is not only old but large.", []),
    ("It's an old mill, isn't it?", []),
    ("The mill is by no means new.", [("by no means", "negative")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_cues_with_an_effect(text, expected):
    assert [(cue.text, cue.effect) for cue in find_cues(text) if cue.effect] == expected


UNCERTAIN = [
    ("The enzyme may bind to the wall.", True, True),
    ("The data suggest that the enzyme binds.", True, True),
    ("You can wash it or dry it.", False, True),
    ("Try it if you like tea.", False, True),
    ("The enzyme binds to the wall.", False, False),
]


@pytest.mark.parametrize(("text", "narrow", "broad"), UNCERTAIN, ids=[case[0] for case in UNCERTAIN])
def test_readings_of_uncertainty(text, narrow, broad):
    assert (is_uncertain(text, "narrow"), is_uncertain(text, "broad")) == (narrow, broad)


def test_weasel_words_are_vague_only():
    text = "Some critics call the mill ugly."
    assert is_uncertain(text, "vague")
    assert not is_uncertain(text, "narrow")


NEGATED = [
    ("The mill did not open.", {"clausal"}, True),
    ("The mill doesn\x92t open.", {"clausal"}, True),
    ("The mill lacks a roof.", {"clausal"}, False),
    ("The mill lacks a roof.", {"lexical"}, True),
    ("The man was unknown.", {"affixal"}, True),
    ("They met under the old bridge until May.", {"affixal"}, False),
    ("Nobody met.", {"pronominal"}, True),
    ("It is not only old but large.", {"clausal"}, False),
    ("It is not only old but large.", {"formal"}, True),
]


@pytest.mark.parametrize(("text", "readings", "expected"), NEGATED)
def test_readings_of_negation(text, readings, expected):
    assert is_negated(text, readings) is expected


def test_part_of_a_text_is_read_as_if_it_stood_alone():
    text = "It may. Perhaps not."
    assert [(cue.start, cue.text) for cue in find_cues(text, start=8)] == [(8, "Perhaps"), (16, "not")]


@given(st.text())
def test_any_text_gives_back_its_own_words(text):
    for cue in find_cues(text, KINDS):
        assert text[cue.start : cue.end] == cue.text


def plain_cues(text, kinds):
    """The rules of `find_cues` written down without look-ups by the first word: every entry at every word."""
    words = list(cues._WORD.finditer(text))
    edges = [0, *(edge for word in words for edge in word.span()), len(text)]
    forms = [cues._normal(word[0]) for word in words]
    marks = [
        [sign for sign in text[a:b] if sign in ",;:.?!()[]"] for a, b in zip(*[iter(edges)] * 2, strict=True)
    ]
    found = []
    for kind in kinds:
        taken = 0
        for place, word in enumerate(words):
            keys = [word[0], forms[place]]
            keys += ["*" + forms[place][-size:] for size in range(10, 1, -1)]
            keys += [forms[place][:size] + "*" for size in range(10, 1, -1)]
            for entry in (entry for key in keys for entry in cues._entries(kind).get(key, ())):
                end = place + len(entry.words)
                rest = forms[place + 1 : end]
                if place < taken or len(rest) + 1 < len(entry.words):
                    continue
                before = marks[place][-1:] or forms[:place][-1:] or [""]
                after = marks[end][:1] or forms[end : end + 1] or [""]
                if (
                    all(form in wanted for form, wanted in zip(rest, entry.words[1:], strict=True))
                    and entry.left.holds(before[0])
                    and entry.right.holds(after[0])
                ):
                    found.append((edges[2 * place + 1], edges[2 * end], kind, entry.effect, entry.scope))
                    taken = end
    return sorted(found)


SENTENCES = [
    "No one doubts that the mill won't, as far as is known, open until May; it may not even be built.",
    "Unless it's no longer unsafe, the unlicensed mill is about to close, isn't it?",
    "(NOT only) THE MILL: no, no fewer than 3 owners would rather not have said whether or not it will.",
    "It seems unlikely, if anything, that they’ll be going to sell it without a hopeless fight.",
    "If not, not. Nor [perhaps] never! Could it be ruled out? Can not; cannot; can't",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_look_up_by_first_word_finds_what_trying_every_entry_finds(text):
    for wanted in (KINDS, KINDS[:1], KINDS[2:]):
        found = [(cue.start, cue.end, cue.kind, cue.effect, cue.scope) for cue in find_cues(text, wanted)]
        assert found == plain_cues(text, wanted) != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Analysts forecast that sales will rise.", True),
        ("Orbit Foods lifts forecast after record quarter", False),
        ("The forecast was 3%.", False),
        ("Orbit raised its annual forecast for the year.", False),
    ],
)
def test_only_the_verb_forecast_predicts(text, expected):
    found = [cue.text for cue in find_cues(text, ("uncertainty", "prediction"))]
    assert ("forecast" in found) is expected
