"""The lists of the number layer: well formed, and each row's example shows what the row is for."""

import importlib.util
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from claimcheck.lexicons import load_rows
from claimcheck.lexicons.quantities import (
    load_currency_codes,
    load_currency_words,
    load_number_cues,
    load_number_words,
    load_units,
)
from claimcheck.quantities.finding import explain_numerals, find_quantities

SOURCES = Path(__file__).parents[2] / "lexicon_sources"
LISTS = {
    "units": "name",
    "scales": "surface",
    "comparators": None,
    "trend_words": "word",
    "number_words": "word",
    "currency_words": "surface",
    "currency_code_words": "code",
    "noun_phrase_ends": "word",
    "numbered_names": "word",
    "plurals": "word",
    "number_cues": None,
}


def rows(name):
    return [pytest.param(row, id=" ".join(list(row.values())[:2])) for row in load_rows(f"en/{name}.csv")]


def first(sentence):
    return find_quantities(sentence)[0]


@pytest.mark.parametrize("name", LISTS)
def test_rows_are_unique_and_have_an_example(name):
    table = load_rows(f"en/{name}.csv")
    key = LISTS[name]
    keys = [
        row[key] if key else (row.get("phrase") or row["word"], row.get("place") or row["role"])
        for row in table
    ]
    assert len(keys) == len(set(keys))
    assert all(row["example"] for row in table)


@pytest.mark.parametrize("row", rows("units"))
def test_a_unit_is_read_from_each_of_its_forms(row):
    assert first(row["example"]).unit == row["name"]
    for word in filter(None, row["words"].split(";")):
        assert first(f"It was 7 {word}").unit == row["name"], word
    for symbol in filter(None, row["symbols"].split(";")):
        field = {"A": "current ", "B": "file ", "N": "force ", "T": "magnet "}.get(symbol, "")
        glued, spaced = f"It {field}ran for 7.125{symbol}", f"It {field}ran for 7.125 {symbol}"
        assert row["name"] in (first(glued).unit, first(spaced).unit), symbol


@pytest.mark.parametrize("row", rows("currency_words"))
def test_a_currency_is_read_from_its_form(row):
    quantity = first(row["example"])
    assert (quantity.kind, quantity.unit) == ("money", row["code"])
    assert quantity.currency_assumed == (row["assumed"] == "y")


@pytest.mark.parametrize("row", rows("comparators"))
def test_a_phrase_bounds_the_number(row):
    quantity = first(row["example"])
    assert quantity.comparator == row["comparator"]
    assert row["phrase"].lower() in quantity.text.lower() or row["place"] == "after"


@pytest.mark.parametrize("row", rows("scales"))
def test_an_abbreviation_multiplies(row):
    quantity = first(row["example"])
    assert quantity.number % Decimal(row["factor"]) == 0


@pytest.mark.parametrize("row", rows("number_words"))
def test_a_number_word_is_read(row):
    words = load_number_words()
    assert words[row["word"]].value == Decimal(row["value"])
    assert find_quantities(row["example"])
    if row["ordinal"]:
        assert words[row["ordinal"]].role == "ordinal"


@pytest.mark.parametrize("row", rows("trend_words"))
def test_a_word_tells_the_trend(row):
    assert first(row["example"]).trend == row["trend"]


@pytest.mark.parametrize("row", rows("plurals"))
def test_a_plural_is_the_head_of_what_is_counted(row):
    assert first(row["example"]).of == row["word"]


@pytest.mark.parametrize("row", rows("noun_phrase_ends"))
def test_a_noun_phrase_ends_before_the_word(row):
    assert all(row["word"] not in (quantity.of or "").split() for quantity in find_quantities(row["example"]))


@pytest.mark.parametrize("row", rows("numbered_names"))
def test_the_number_after_the_word_is_a_name(row):
    (account,) = explain_numerals(row["example"])
    assert account.set_aside_by in ("name-with-number", "section-number", "form-number", "line-number")


@pytest.mark.parametrize("row", rows("currency_code_words"))
def test_a_code_that_is_a_word_is_no_currency(row):
    assert row["code"] in load_currency_codes()
    assert all(quantity.kind != "money" for quantity in find_quantities(row["example"]))


@pytest.mark.parametrize("row", rows("number_cues"))
def test_a_cue_stands_beside_a_numeral(row):
    assert row["word"] in load_number_cues(row["role"])
    assert row["word"] in row["example"].lower()
    assert explain_numerals(row["example"])


CUE_EXPECTATIONS = {
    "per_noun": lambda row: first(row["example"]).per is not None,
    "per_time": lambda row: first(row["example"]).per == row["word"],
    "pronoun_one_before": lambda row: explain_numerals(row["example"])[-1].set_aside_by == "pronoun-one",
    "year_preposition": lambda row: explain_numerals(row["example"])[0].set_aside_by == "year",
    "year_cue": lambda row: explain_numerals(row["example"])[0].set_aside_by == "year",
    "count_cue": lambda row: explain_numerals(row["example"])[0].quantity is not None,
    "counted_after_year": lambda row: explain_numerals(row["example"])[0].quantity is not None,
    "scaled_noun": lambda row: first(row["example"]).number == 3_000_000,
    "metre_noun": lambda row: first(row["example"]).unit == "meter",
    "compared_by_times": lambda row: first(row["example"]).kind == "multiple",
    "money_context": lambda row: first(row["example"]).unit == "GBP",
    "weight_context": lambda row: first(row["example"]).unit == "pound",
    "angle_context": lambda row: first(row["example"]).quality == "angle",
    "time_adjective": lambda row: first(row["example"]).unit == "year",
    "half_after": lambda row: explain_numerals(row["example"])[-1].set_aside_by == "fraction-word",
    "not_a_rate": lambda row: first(row["example"]).per is None,
    "resolution_noun": lambda row: not find_quantities(row["example"]),
    "street": lambda row: explain_numerals(row["example"])[0].set_aside_by == "address",
    "compared_size": lambda row: first(row["example"]).kind == "multiple",
}


@pytest.mark.parametrize("row", rows("number_cues"))
def test_a_cue_does_what_its_role_says(row):
    expectation = CUE_EXPECTATIONS.get(row["role"])
    if expectation is not None:
        assert expectation(row), row["example"]


def load_generator(name):
    spec = importlib.util.spec_from_file_location(name, SOURCES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bundled(path):
    return files("claimcheck.lexicons").joinpath(path).read_text(encoding="utf-8")


def test_currencies_are_what_babel_gives():
    pytest.importorskip("babel")
    assert bundled("shared/currencies.csv") == load_generator("generate_currencies").generate()


def test_si_columns_are_what_pint_gives():
    pytest.importorskip("pint")
    text = bundled("en/units.csv")
    assert load_generator("generate_units").generate(text) == text


def test_names_of_units_are_the_quality_they_measure():
    assert {unit.quality for unit in load_units().values()} >= {
        "length",
        "mass",
        "time",
        "temperature",
        "data",
    }


def test_hand_made_currency_rows_win_over_generated_names():
    assert load_currency_words()["pounds"].code == "GBP"
    assert load_currency_words()["lebanese pounds"].code == "LBP"
