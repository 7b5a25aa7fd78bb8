"""Quantities of whole sentences: text, kind, comparator, value, unit (/ per), counted noun.

The sentences are our own. `value` is rounded to six decimals where the exact one is a long fraction.
"""

import pytest

from claimcheck.quantities.finding import find_quantities


def as_row(quantity):
    if quantity.sides is not None:
        value = "×".join(map(str, quantity.sides))
    elif quantity.number is None:
        value = f"{quantity.low}..{quantity.high}"
    else:
        value = str(quantity.number)
        if len(value) > 12 and "." in value:
            value = str(round(quantity.number, 6))
    unit = quantity.unit or ""
    if quantity.per:
        unit += f"/{quantity.per}"
    return (quantity.text, quantity.kind, quantity.comparator, value, unit, quantity.of or "")


SENTENCES = [
    # bounds and blur
    ("The town evacuated about 80 people.", [("about 80 people", "count", "~", "80", "", "people")]),
    (
        "They sold just over 1,200 tickets.",
        [("just over 1,200 tickets", "count", ">", "1200", "", "tickets")],
    ),
    ("It holds up to 40 guests.", [("up to 40 guests", "count", "<=", "40", "", "guests")]),
    ("No fewer than 300 firms applied.", [("No fewer than 300 firms", "count", ">=", "300", "", "firms")]),
    (
        "Nearly a third of voters stayed home.",
        [("Nearly a third of voters", "percent", "~", "33.333333", "percent", "voters")],
    ),
    ("It weighs less than 2 kg.", [("less than 2 kg", "measure", "<", "2", "kilogram", "")]),
    ("He waited 3 weeks or more.", [("3 weeks or more", "measure", ">=", "3", "week", "")]),
    ("Some 4,500 homes lost power.", [("Some 4,500 homes", "count", "~", "4500", "", "homes")]),
    (
        "Roughly 12 million viewers watched.",
        [("Roughly 12 million viewers", "count", "~", "12000000", "", "viewers")],
    ),
    ("Children aged 12 and under travel free.", [("12 and under", "measure", "<=", "12", "year", "")]),
    # an exponent beyond reason is no number of cents
    ("The stub pays 3 dollars 1E400.", [("3 dollars", "money", "=", "3", "USD", "")]),
    ("It costs at most $20.", [("at most $20", "money", "<=", "20", "USD", "")]),
    (
        "Around above 81% accuracy is normal.",
        [("Around above 81% accuracy", "percent", ">", "81", "percent", "accuracy")],
    ),
    (
        "The pump moves ≥ 5 l per minute.",
        [("≥ 5 l per minute", "measure", ">=", "5", "liter_per_minute", "")],
    ),
    (
        "They planted many tens of thousands of acres.",
        [("many tens of thousands of acres", "measure", ">", "10000", "acre", "")],
    ),
    ("The fund owns as many as 900 flats.", [("as many as 900 flats", "count", "<=", "900", "", "flats")]),
    ("It took 10 days or so.", [("10 days or so", "measure", "~", "10", "day", "")]),
    # scales
    ("The model has 1.5B parameters.", [("1.5B parameters", "count", "=", "1500000000", "", "parameters")]),
    ("It was trained on 3T tokens.", [("3T tokens", "count", "=", "3000000000000", "", "tokens")]),
    ("She earns 40k euros.", [("40k euros", "money", "=", "40000", "EUR", "")]),
    (
        "A town of half a million people grew.",
        [("half a million people", "count", "=", "500000", "", "people")],
    ),
    ("They raised $3.5bn.", [("$3.5bn", "money", "=", "3500000000", "USD", "")]),
    ("The plant cost 2.7m pounds.", [("2.7m pounds", "money", "=", "2700000", "GBP", "")]),
    ("India spent 5 lakh crore rupees.", [("5 lakh crore rupees", "money", "=", "5000000000000", "INR", "")]),
    (
        "The dam holds 2.4 billion gallons.",
        [("2.4 billion gallons", "measure", "=", "2400000000", "gallon", "")],
    ),
    ("The list has 10k rows.", [("10k rows", "count", "=", "10000", "", "rows")]),
    ("It has 12B+ parameters.", [("12B+ parameters", "count", ">=", "12000000000", "", "parameters")]),
    # percent
    ("Sales rose 3.5 per cent.", [("3.5 per cent", "percent", "=", "3.5", "percent", "")]),
    ("The rate fell 20 basis points.", [("20 basis points", "percent", "=", "20", "basis_point", "")]),
    (
        "Turnout was 4 percentage points lower.",
        [("4 percentage points", "percent", "=", "4", "percentage_point", "")],
    ),
    (
        "Only 25% of all responses were English.",
        [("25% of all responses", "percent", "=", "25", "percent", "all responses")],
    ),
    ("It grew between 7 and 9%.", [("between 7 and 9%", "percent", "=", "7..9", "percent", "")]),
    (
        "Two thirds of respondents agreed.",
        [("Two thirds of respondents", "percent", "=", "66.666667", "percent", "respondents")],
    ),
    (
        "One in five children is affected.",
        [("One in five children", "percent", "=", "20.0", "percent", "children")],
    ),
    ("Nine out of 10 users stayed.", [("Nine out of 10 users", "percent", "=", "90.0", "percent", "users")]),
    ("Output is down in the mid-40% range.", [("mid-40% range", "percent", "~", "45", "percent", "")]),
    (
        "An index fund charges 0.07 percent a year.",
        [("0.07 percent a year", "percent", "=", "0.07", "percent/year", "")],
    ),
    # money
    ("The flat costs US$3.5bn.", [("US$3.5bn", "money", "=", "3500000000", "USD", "")]),
    ("The firm paid USD34.6 million.", [("USD34.6 million", "money", "=", "34600000", "USD", "")]),
    ("The deal is worth $ 150 million.", [("$ 150 million", "money", "=", "150000000", "USD", "")]),
    ("A lunch is 34.6m euros too cheap.", [("34.6m euros", "money", "=", "34600000", "EUR", "")]),
    ("The hall cost 3.1m kronor.", [("3.1m kronor", "money", "=", "3100000", "SEK", "")]),
    ("They jumped 3.1m.", [("3.1m", "measure", "=", "3.1", "meter", "")]),
    ("Stamps are 50 cents.", [("50 cents", "money", "=", "0.50", "USD", "")]),
    ("The stake is worth $3-5bn.", [("$3-5bn", "money", "=", "3000000000..5000000000", "USD", "")]),
    (
        "It will cost between $1.2 and $1.5 million.",
        [("between $1.2 and $1.5 million", "money", "=", "1200000..1500000", "USD", "")],
    ),
    ("Shares rose to $41.00 per share.", [("$41.00 per share", "money", "=", "41.00", "USD/share", "")]),
    ("Oil fell to $58 a barrel.", [("$58 a barrel", "money", "=", "58", "USD/barrel", "")]),
    ("The fine was C$300.", [("C$300", "money", "=", "300", "CAD", "")]),
    ("A ticket is RM79 a month.", [("RM79 a month", "money", "=", "79", "MYR/month", "")]),
    ("He lost -€15 on it.", [("-€15", "money", "=", "-15", "EUR", "")]),
    ("It only cost 3 dollars 50 cents.", [("3 dollars 50 cents", "money", "=", "3.50", "USD", "")]),
    ("They paid 12,34,567 rupees.", [("12,34,567 rupees", "money", "=", "1234567", "INR", "")]),
    ("He owes me twenty bucks.", [("twenty bucks", "money", "=", "20", "USD", "")]),
    ("The loss was $-50.8bn.", [("$-50.8bn", "money", "=", "-50800000000", "USD", "")]),
    # measures
    (
        "He ran 10 km in 45 minutes.",
        [
            ("10 km", "measure", "=", "10", "kilometer", ""),
            ("45 minutes", "measure", "=", "45", "minute", ""),
        ],
    ),
    ("The wall is 6 ft 2 in tall.", [("6 ft 2 in", "measure", "=", "6.166667", "foot", "")]),
    ("She is 5'10\" tall.", [("5'10\"", "measure", "=", "5.833333", "foot", "")]),
    ("It cruises at 900 km/h.", [("900 km/h", "measure", "=", "900", "kilometer_per_hour", "")]),
    ("The rod is 3.5 to 4 cm long.", [("3.5 to 4 cm", "measure", "=", "3.5..4", "centimeter", "")]),
    (
        "A density of 5.5x10-3 kg/cm³ was found.",
        [("5.5x10-3 kg/cm³", "measure", "=", "0.0055", "kilogram_per_cubic_centimeter", "")],
    ),
    ("It hit 45 degrees Celsius.", [("45 degrees Celsius", "measure", "=", "45", "degree_celsius", "")]),
    ("Lows in the 30s°F are rare.", [("in the 30s°F", "measure", "=", "30..39", "degree_fahrenheit", "")]),
    ("The drive has 2 TB of space.", [("2 TB", "measure", "=", "2", "terabyte", "")]),
    ("A flow of 30 L/min is enough.", [("30 L/min", "measure", "=", "30", "liter_per_minute", "")]),
    ("The cell gives 1.2 mW m−2.", [("1.2 mW m−2", "measure", "=", "1.2", "milliwatt_per_square_meter", "")]),
    ("It took an hour and a half.", [("an hour and a half", "measure", "=", "1.5", "hour", "")]),
    ("The trip took 3:25 hours.", [("3:25 hours", "measure", "=", "3.416667", "hour", "")]),
    ("A 10-year-old boy won.", [("10-year-old", "measure", "=", "10", "year", "")]),
    (
        "The car does 30 miles per gallon.",
        [("30 miles per gallon", "measure", "=", "30", "mile_per_gallon", "")],
    ),
    ("Add half a cup of oil.", [("half a cup", "measure", "=", "0.5", "cup", "")]),
    ("The sample weighed 72 ± 10 kg.", [("72 ± 10 kg", "measure", "=", "72", "kilogram", "")]),
    ("The block is 4 × 4 × 5 mm.", [("4 × 4 × 5 mm", "measure", "=", "4×4×5", "millimeter", "")]),
    ("They put the number of dead at 44.", [("44", "number", "=", "44", "", "")]),
    ("He was found dead at 44.", [("44", "measure", "=", "44", "year", "")]),
    (
        "It sold 500 fewer than last year and a third less than in May.",
        [("500", "number", "=", "500", "", ""), ("a third", "number", "=", "0.333333", "", "")],
    ),
    ("The girl was aged 14.", [("14", "measure", "=", "14", "year", "")]),
    (
        "The tower is 1100 ft (335 m) tall.",
        [("1100 ft", "measure", "=", "1100", "foot", ""), ("335 m", "measure", "=", "335", "meter", "")],
    ),
    # counts
    ("We got 5,991 responses.", [("5,991 responses", "count", "=", "5991", "", "responses")]),
    ("The army fired 36 shells.", [("36 shells", "count", "=", "36", "", "shells")]),
    (
        "They issued 34 million shares of our common stock.",
        [
            (
                "34 million shares of our common stock",
                "count",
                "=",
                "34000000",
                "",
                "shares of our common stock",
            )
        ],
    ),
    (
        "Dozens of rounds of artillery fell.",
        [("Dozens of rounds of artillery", "count", ">", "24", "", "rounds of artillery")],
    ),
    (
        "It uses 64- and 96-layer chips.",
        [("64", "count", "=", "64", "", "layer"), ("96-layer", "count", "=", "96", "", "layer")],
    ),
    ("A dozen eggs broke.", [("A dozen eggs", "count", "=", "12", "", "eggs")]),
    (
        "Two internet-based book corpora were used.",
        [("Two internet-based book corpora", "count", "=", "2", "", "internet-based book corpora")],
    ),
    (
        "The site has 9 million monthly visitors.",
        [("9 million monthly visitors", "count", "=", "9000000", "", "monthly visitors")],
    ),
    (
        "The rate was 78,000 times a minute.",
        [("78,000 times a minute", "count", "=", "78000", "/minute", "times")],
    ),
    ("At least one other lab checked it.", [("At least one other lab", "count", ">=", "1", "", "other lab")]),
    # ranges
    ("The test takes 10-15 minutes.", [("10-15 minutes", "measure", "=", "10..15", "minute", "")]),
    ("Ages run from 18 to 24.", [("from 18 to 24", "number", "=", "18..24", "", "")]),
    (
        "Models from 7B to 70B parameters exist.",
        [("from 7B to 70B parameters", "count", "=", "7000000000..70000000000", "", "parameters")],
    ),
    (
        "It cost $10 to $15 billion.",
        [("$10 to $15 billion", "money", "=", "10000000000..15000000000", "USD", "")],
    ),
    (
        "Between four and five thousand people came.",
        [("Between four and five thousand people", "count", "=", "4000..5000", "", "people")],
    ),
    ("They worked three or four years.", [("three or four years", "measure", "=", "3..4", "year", "")]),
    (
        "The value is more than 10 and less than 40.",
        [("more than 10 and less than 40", "number", "=", "10..40", "", "")],
    ),
    ("It fell from 59% to 46%.", [("from 59% to 46%", "percent", "=", "46..59", "percent", "")]),
    ("The office has 20 to 30 staff.", [("20 to 30 staff", "count", "=", "20..30", "", "staff")]),
    # multiples
    ("It is 10x faster than before.", [("10x", "multiple", "=", "10", "", "")]),
    ("It has three times as many users.", [("three times", "multiple", "=", "3", "", "")]),
    ("Traffic grew more than sixfold.", [("more than sixfold", "multiple", ">", "6", "", "")]),
    ("It is twice as large as Texas.", [("twice", "multiple", "=", "2", "", "")]),
    ("The shares trade at 6.5 times earnings.", [("6.5 times", "multiple", "=", "6.5", "", "")]),
    # scores
    ("They won 3-1 at home.", [("3-1", "score", "=", "3..1", "", "")]),
    ("Mix them at a ratio of 2:3.", [("2:3", "score", "=", "2..3", "", "")]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[s for s, _ in SENTENCES])
def test_quantities_of_a_sentence(sentence, expected):
    assert [as_row(quantity) for quantity in find_quantities(sentence)] == expected


NONE = [
    "Nearly a decade passed.",
    "He left an hour ago.",
    "Several people came.",
    "A couple of friends stayed.",
    "She flew on a Boeing 737.",
    "GPT-4 and COVID-19 were in the news.",
    "Qwen-7B-Chat runs on 5G.",
    "He likes Formula 1 and Highway 101.",
    "It was released in 2019.",
    "The season of 2012-13 was dull.",
    "On March 3, 2020 it rained.",
    "Call +1 202 555 0101 at 9:30 pm.",
    "As shown before [12], it works [3, 4].",
    "The server is 192.168.1.2.",
    "The one on the left is mine.",
    "Nineteen ninety-five was a good year.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_names_dates_and_vague_amounts_are_no_quantities(sentence):
    assert find_quantities(sentence) == []


def test_a_fraction_keeps_what_was_written():
    (quantity,) = find_quantities("Two thirds of them left.")
    assert quantity.is_fraction
    assert round(quantity.raw, 6) == round(quantity.number / 100, 6)


def test_cents_become_dollars_and_keep_what_was_written():
    (quantity,) = find_quantities("It costs 50 cents.")
    assert (str(quantity.number), str(quantity.raw), quantity.currency_name) == ("0.50", "50", "cent")


def test_a_plain_dollar_sign_is_an_assumed_currency():
    plain, precise = find_quantities("It rose from $5 in May; later US$7.")
    assert (plain.unit, plain.currency_assumed) == ("USD", True)
    assert (precise.unit, precise.currency_assumed) == ("USD", False)


@pytest.mark.parametrize(
    ("sentence", "si_value", "si_unit"),
    [
        ("It is 5 km away.", "5000", "meter"),
        ("It does 36 km/h.", "10.0", "meter/second"),
        ("Water boils at 100 °C.", "373.15", "kelvin"),
        ("A flow of 3 kg/m2 was seen.", "3", "kilogram/meter^2"),
        ("It was 9.5 dB louder.", None, None),
    ],
)
def test_magnitude_in_si_units(sentence, si_value, si_unit):
    (quantity,) = find_quantities(sentence)
    rounded = None if quantity.si_value is None else quantity.si_value - type(quantity.si_value)(si_value)
    assert not rounded or abs(rounded) < 1e-9
    assert quantity.si_unit == si_unit


@pytest.mark.parametrize(
    ("sentence", "trend"),
    [
        ("Shares rose 3%.", "up"),
        ("Shares fell by 3%.", "down"),
        ("Shares are up 3%.", "up"),
        ("It has 3%.", None),
    ],
)
def test_the_word_before_says_which_way_it_went(sentence, trend):
    (quantity,) = find_quantities(sentence)
    assert quantity.trend == trend


def test_plus_minus_keeps_the_tolerance():
    (quantity,) = find_quantities("It is 176 ± 7 cm.")
    assert (str(quantity.number), str(quantity.tolerance)) == ("176", "7")


def test_a_range_written_downwards_is_marked():
    (quantity,) = find_quantities("It went from 59% to 46%.")
    assert quantity.is_descending


def test_a_count_out_of_a_count_keeps_its_share_beside_the_percentage():
    shares = [quantity.number for quantity in find_quantities("They passed: 171 out of 180, or 95 percent.")]
    assert shares == [95, 95]
