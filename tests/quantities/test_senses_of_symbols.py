"""Symbols that mean another thing in another passage, each with a near miss that keeps its first meaning."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.quantities.finding import find_quantities


def read(text):
    return [(q.text, q.unit, q.comparator) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The patrol boat turned back 40 nm from its harbour.", "nautical_mile"),
        ("The helicopter can fly 310 nm.", "nautical_mile"),
        ("The probe is 40 nm wide and glows under a laser.", "nanometer"),
        ("The gaps are 40 nm wide.", "nanometer"),
        ("The laser of the patrol boat reached 40 nm.", "nm"),
        ("Gold islands 40 nm wide grew on it.", "nm"),
        ("The port was illuminated at 532 nm.", "nanometer"),
        ("The islands lie 40 NM apart.", "nautical_mile"),
    ],
)
def test_nm_is_read_by_the_field_of_its_passage(text, unit):
    assert [unit for _, unit, _ in read(text)] == [unit]


def test_capital_nm_is_nautical_and_needs_the_sea():
    assert read("The trawler sank 12 NM off the coast.") == [("12 NM", "nautical_mile", "=")]
    assert "nautical_mile" not in [unit for _, unit, _ in read("The bill names 12 NM towns.")]


def test_a_plus_sign_that_ends_a_name_bounds_no_number():
    assert read("The nine BRICS+ states met.") == [("nine BRICS+ states", None, "=")]
    assert read("Some 40+ states met.") == [("Some 40+ states", None, ">=")]


@pytest.mark.parametrize(
    ("text", "phrase", "degrees"),
    [
        ("The wreck lies at 54° 30' N.", "54° 30' N", "54.5"),
        ("The buoy at 54°12′36″ W was moved.", "54°12′36″ W", "54.21"),
        ("The star stands at -12° 15' today, at a temperature of ten.", "-12° 15'", "-12.25"),
    ],
)
def test_minutes_of_arc_are_no_feet(text, phrase, degrees):
    angle = find_quantities(text)[0]
    assert (angle.text, angle.unit, angle.number) == (phrase, "degree", Decimal(degrees))
    assert angle.quality == "angle"


def test_letters_of_heat_are_no_farads_and_no_types():
    assert [unit for _, unit, _ in read("It was a hot 95F in the shade.")] == ["degree_fahrenheit"]
    assert "degree_fahrenheit" not in [unit for _, unit, _ in read("A 10F capacitor failed on a hot day.")]
    assert [unit for _, unit, _ in read("It was a cool 4C in the hall.")] == ["degree_celsius"]
    assert "degree_celsius" not in [unit for _, unit, _ in read("Her 4C hair stays cool.")]


def test_a_capital_with_a_digit_is_a_label():
    assert [unit for _, unit, _ in read("They bought 3 A4 sheets and 12 B2 vans.")] == [None, None]
    assert [unit for _, unit, _ in read("The hall has 40 m2 of floor.")] == ["square_meter"]


def test_feet_and_inches_stay():
    assert [unit for _, unit, _ in read("""The door is 6' 2" high.""")] == ["foot"]


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("The site needs PHP 8.1 or later.", []),
        ("PHP 8 came out.", []),
        ("The server cost a lot to move to PHP 7.4.", []),
        ("The fare in Manila is PHP 8.", ["PHP 8"]),
        ("The toll is PHP 45.", ["PHP 45"]),
        ("A ride is PHP 7.50.", ["PHP 7.50"]),
        ("The plan costs PHP 5.6 billion.", ["PHP 5.6 billion"]),
        ("On warfarin she was kept at INR 2.5.", []),
        ("The ticket was INR 2.5.", ["INR 2.5"]),
    ],
)
def test_a_currency_code_that_names_something_else_is_no_money(text, money):
    assert [q.text for q in find_quantities(text) if q.kind == "money"] == money


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The quay took 61,000 TEU.", "teu"),
        ("The quay took 4.2 million teus.", "teu"),
        ("A 75,000 dwt bulker sank.", "deadweight_ton"),
        ("The ferry is of 9,400 gross tons.", "gross_ton"),
        ("The dust weighs 4.7 Earth masses.", "earth_mass"),
        ("The flux was 0.9 mJy.", "millijansky"),
        ("They renewed 47 route miles.", "mile"),
        ("The van did 90 KM/H.", "kilometer_per_hour"),
        ("The path is 12 KM long.", "kilometer"),
        ("In Mostar the average pay is 1,300 KM a month.", "BAM"),
        ("Near Mostar the path is 12 KM long.", "kilometer"),
        ("He ran 5 KM in Sarajevo after a pay talk.", "kilometer"),
    ],
)
def test_units_of_trades(text, unit):
    assert [unit for _, unit, _ in read(text)] == [unit]


def test_letters_of_classes_are_no_billions():
    assert find_quantities("They used the 3B and 4B scales.") == []
    assert find_quantities("She drew it with a 4B pencil.") == []
    assert [q.number for q in find_quantities("It has 3B users.")] == [3_000_000_000]
    assert [q.number for q in find_quantities("The line sold 2M seats.")] == [2_000_000]
    assert [q.unit for q in find_quantities("Only the 12V stage failed.")] == ["volt"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Wheat rose to $5.61 3/4 a bushel.", "5.6175"),
        ("Wheat rose to $5.61½ a bushel.", "5.615"),
        ("Wheat cost $5.61 in 3/4 of towns.", "5.61"),
        ("Wheat cost $5.61 2/3 of the time.", "5.61"),
        ("A room cost $5.25 1/2 mile away.", "5.25"),
        ("Oats closed at $5.25 1/2.", "5.255"),
    ],
)
def test_parts_of_a_cent(text, number):
    assert find_quantities(text)[0].number == Decimal(number)


def test_cents_have_the_currency_of_the_price_they_lead_to():
    text = "Rye cost €5 a sack. Oats were 4 cents up at $3.10, barley lost 4 cents and left."
    assert [q.unit for q in find_quantities(text)] == ["EUR", "USD", "USD", "USD"]


def test_few_parts_of_a_course_are_run_through():
    assert read("It was seen hourly over four nights.") == [("four nights", None, "=")]
    assert read("It needs over four nights.") == [("over four nights", None, ">")]
    assert read("It was over four bridges.") == [("over four bridges", None, ">")]


def test_an_age_before_a_verb_is_an_age():
    assert read("Children under five travel free.") == [("under five", "year", "<")]
    assert read("Children under five teachers learn less.") == [("under five teachers", None, "<")]


def test_a_range_behind_an_article_counts_nothing():
    assert [q.kind for q in find_quantities("He has a 26-30 railcard here.")] == ["number"]
    assert [q.of for q in find_quantities("He has 26-30 railcards here.")] == ["railcards"]


def test_an_initial_is_not_what_is_counted():
    assert [q.of for q in find_quantities("It had 38 cases of C. difficile.")] == ["cases"]
    assert [q.of for q in find_quantities("It had 38 cases of mumps.")] == ["cases of mumps"]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("The fee was €5,370, and nine people paid.", ["5370", "9"]),
        ("The fee was 15 dollars and 15.", ["15.15"]),
        ("The fee was $20, and 43 cents for the bag.", ["20.43"]),
        ("The brook stood at 1.87 m, 63 cm short of the mark.", ["1.87", "63"]),
        ("He fell 8 feet, 2 inches short of the wall.", ["8", "2"]),
        ("He is 5 feet, 3 inches tall.", ["5.25"]),
        ("It was a 1-in-5 chance.", ["20"]),
    ],
)
def test_a_comma_before_another_statement_adds_nothing_up(text, amounts):
    assert [q.number for q in find_quantities(text)] == [Decimal(amount) for amount in amounts]


def test_a_return_period_counts_nothing():
    kinds = [(q.kind, q.of) for q in find_quantities("The 1-in-250-year flood came.")]
    assert ("count", "in-250-year") not in kinds


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The warmest day had 27.3C.", [("27.3C", "degree_celsius")]),
        ("It was cold and fell to -4C.", [("-4C", "degree_celsius")]),
        ("It was hot at 97F.", [("97F", "degree_fahrenheit")]),
        ("They sat in 14C near the wing.", []),
        ("Flat 14C was cold.", []),
    ],
)
def test_a_letter_is_a_degree_where_heat_is_spoken_of(text, found):
    assert [(q.text, q.unit) for q in find_quantities(text)] == found


def test_degrees_below_an_average_are_no_point_of_a_scale():
    below = find_quantities("The mean temperature was 1.1C below the 1991-2020 average.")[0]
    assert (below.unit, below.si_value) == ("degree_celsius", None)
    point = find_quantities("The mean temperature was 1.1C in the valley.")[0]
    assert point.si_value == Decimal("274.25")


@pytest.mark.parametrize(
    ("text", "code", "number"),
    [("It pays 40 rappen.", "CHF", "0.40"), ("It costs 5 kobo.", "NGN", "0.05")],
)
def test_hundredths_of_currencies(text, code, number):
    coin = find_quantities(text)[0]
    assert (coin.unit, coin.number) == (code, Decimal(number))


def test_moves_of_a_chess_game_are_not_counted():
    assert not [q for q in find_quantities("After 6 Bg5 e6 7 f4 he lost.") if q.kind == "count"]
    assert [q.of for q in find_quantities("The pack has 6 B12 tablets.")] == ["B12 tablets"]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("It spent twice as much as five years ago.", "="),
        ("It took as much as five years.", "<="),
        ("They play a match over 12 games.", "="),
        ("They play over 12 games.", ">"),
    ],
)
def test_a_bound_is_no_part_of_a_comparison_or_a_course(text, comparator):
    assert [q.comparator for q in find_quantities(text)][-1] == comparator


@pytest.mark.parametrize(
    "sentence", ["It runs on AMD64 now.", "A CRC0 is kept.", "They met at COP26 then.", "MGF1 is used."]
)
def test_codes_glued_to_a_number_that_names_something_are_no_money(sentence):
    assert [found for found in find_quantities(sentence) if found.kind == "money"] == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [("It cost COP20m then.", "COP"), ("It cost MAD1,200 then.", "MAD"), ("It cost USD5 then.", "USD")],
)
def test_codes_glued_to_what_looks_like_an_amount_are_money(sentence, code):
    assert [found.unit for found in find_quantities(sentence) if found.kind == "money"] == [code]


def test_bytes_with_a_separator_are_no_billions():
    found = find_quantities("Line 5 is responsible for 8,000B (39.79%) of it.")
    assert all(one.number is None or one.number < 10_000 for one in found)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [("It was trained on 15B tokens.", 15_000_000_000), ("It has 1,000B parameters.", 1_000_000_000_000)],
)
def test_billions_of_what_is_counted_so_stay(sentence, value):
    assert value in [found.number for found in find_quantities(sentence)]
