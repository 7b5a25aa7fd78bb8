"""The bundled name lists: well formed, sorted, unique, and every name is found in a plain sentence."""

import csv
from importlib.resources import files

import pytest
import spacy

from claimcheck.names.finding import find_names
from claimcheck.names.lists import load_name_table
from claimcheck.names.words import split_words

LISTS = {
    "organizations": "organization",
    "products": "product",
    "places": "place",
    "programming_languages": "language",
    "natural_languages": "language",
}
HEADER = ["name", "aliases", "capital_aliases", "context_aliases", "type", "safety"]


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en")


def read(name):
    path = files("claimcheck.lexicons").joinpath("shared", f"{name}.csv")
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.reader(handle))


def rows(name):
    header, *body = read(name)
    return [dict(zip(header, row, strict=True)) for row in body]


@pytest.mark.parametrize("name", LISTS)
def test_list_is_well_formed(name):
    header, *body = read(name)
    assert header[: len(HEADER)] == HEADER
    assert all(len(row) == len(header) for row in body)
    assert {row[5] for row in body} <= {"safe", "capital", "context"}
    names = [row[0] for row in body]
    assert len(names) == len(set(names))
    assert names == sorted(names, key=lambda n: (n.casefold(), n))
    for row in body:
        for cell in row[:4]:
            assert all(form == form.strip() and form for form in cell.split("|") if cell)


@pytest.mark.parametrize("name", ["person_names"])
def test_person_names_are_sorted_and_unique(name):
    names = [row["name"] for row in rows(name)]
    assert len(names) == len(set(names))
    assert names == sorted(names, key=lambda n: (n.casefold(), n))
    assert {row["kind"] for row in rows(name)} <= {"g", "s", "gs", "sg"}


@pytest.mark.parametrize(
    ("label", "text", "name"),
    [
        pytest.param(label, row["example"], row["name"], id=f"{file_name}-{row['name']}")
        for file_name, label in LISTS.items()
        for row in rows(file_name)
        if row["example"]
    ],
)
def test_example_shows_the_name(nlp, label, text, name):
    assert (name, label) in {(m.text, m.label) for m in find_names(nlp(text))}


AFTER_THE_NAME = {
    "Jr.",
    "Sr.",
    "Ph.D.",
    "M.D.",
    "J.D.",
    "Esq.",
    "CBE",
    "KBE",
    "MBE",
    "OBE",
    "KC",
    "QC",
    "M.P.",
}

FRAMES = {
    "organizations": "Two people said that {} is well known.",
    "products": "Two people said that the code of {} is well known.",
    "places": "Two people live in {} and work there.",
    "programming_languages": "The code was written in {} by two people.",
    "natural_languages": "The text was translated into {} and printed.",
}


@pytest.mark.parametrize(("file_name", "frame"), FRAMES.items())
def test_safe_names_are_found_in_a_plain_sentence(nlp, file_name, frame):
    """Nearly every safe name is found whole, with the label of its list or of a list that shares the form."""
    table = load_name_table()
    safe = [row["name"] for row in rows(file_name) if row["safety"] == "safe"]
    missed = []
    for name in safe:
        labels = {entry.label for entry in table.readings(name)}
        found = {(m.text, m.label) for m in find_names(nlp(frame.format(name)))}
        if not any((name, label) in found for label in labels):
            missed.append(name)
    assert len(missed) <= len(safe) // 100, missed[:50]


def test_titles_and_legal_forms_are_found(nlp):
    titles = [
        row["name"] for row in rows("titles") if row["ambiguous"] == "0" and row["name"] not in AFTER_THE_NAME
    ]
    for title in titles:
        text = f"Later {title} Maria Lopez spoke."
        assert ("Maria Lopez", "person") in {(m.text, m.label) for m in find_names(nlp(text))}, title
    for row in rows("legal_forms"):
        if row["ambiguous"] == "0":
            name = f"Quillon Freight {row['name']}"
            found = {(m.text, m.label) for m in find_names(nlp(f"A dock was sold to {name} in spring."))}
            assert (name, "organization") in found, name


def test_no_listed_form_has_more_words_than_its_opening_lets_the_finder_try():
    table = load_name_table()
    for form in table.packed:
        word, space, rest = form.partition(" ")
        if space and form.startswith(split_words(form).forms[0] + " "):
            assert len(split_words(form).forms) <= table.openings[f"{word} {rest[:1]}"] + 2, form
