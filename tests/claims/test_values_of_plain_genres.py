"""Values as the plain genres write them: accounts, minutes of banks, abstracts, notices, sport and science."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # another thing's change behind a gapped "by", also where the first gives only the new value
        (
            "Fees rose 4.4% year on year, and tolls by 7%.",
            [("rose 4.4% year", "increase", 4.4, "percent"), ("7%", "increase", 7, "percent")],
        ),
        (
            "Waste fell to 385 kg, and the walking time by two hours.",
            [("fell to 385 kg", "decrease", 385, "kilogram"), ("two hours", "decrease", 2, "hour")],
        ),
        (
            "Waste fell to 385 kg, and they left by two o'clock.",
            [("fell to 385 kg", "decrease", 385, "kilogram")],
        ),
        # the same change on another basis
        (
            "Turnover rose 6% to £21m (2023: £19m), or 8% at constant currency.",
            [
                ("rose 6% to £21m", "increase", 6, 21000000, "percent"),
                ("8%", "increase", 8, "percent"),
            ],
        ),
        (
            "Turnover rose 6% to £21m (2023: £19m), or 8% of the market.",
            [("rose 6% to £21m", "increase", 6, 21000000, "percent")],
        ),
        # by a middle value
        ("Iron fell by a median of 1.5 g in May.", [("fell by a median of 1.5 g", "decrease", 1.5, "gram")]),
        # both values in one unit
        (
            "The cache shrank from 1.2 GB to 720 MB.",
            [("shrank from 1.2 GB to 720 MB", "decrease", 1200, 720, "megabyte")],
        ),
        # a tenth of a rate is one of a percentage point, of a sum a part
        (
            "Jobless rates edged up a tenth to 3.3%.",
            [("up a tenth to 3.3%", "increase", 0.1, 3.3, "percentage_point")],
        ),
        (
            "Profit rose by a tenth to £3m.",
            [("rose by a tenth to £3m", "increase", 10, 3000000, "percent")],
        ),
        # the cut of a contest
        ("Per Holm missed the cut by one.", []),
        ("They accepted a cut of one percent.", [("cut of one percent", "decrease", 1, "percent")]),
        # against what is now
        (
            "The trip will take nine minutes less than now.",
            [("nine minutes less than now", "decrease", 9, "minute")],
        ),
        # up in a time, but not up in a place
        (
            "Deliveries were 2.3% up in the first seven months.",
            [("2.3% up", "increase", 2.3, "percent")],
        ),
        ("The lamp was 2.3% up in the tower.", []),
        # signed, behind a sum in a bracket
        ("Third was Cold Line ($9.8 million, -52%).", [("-52%", "decrease", 52, "percent")]),
        # times as much of an object, and another object behind "and"
        (
            "Salt increased the yield 2.3-fold and Cmax by 70%.",
            [
                ("increased the yield 2.3-fold", "increase", 130, "percent"),
                ("70%", "increase", 70, "percent"),
            ],
        ),
        ("Sales rose 5% and left by 7%.", [("rose 5%", "increase", 5, "percent")]),
        # a second size with its own new value
        (
            "The total is 26% short of its 2019 level.",
            [("26% short of its 2019 level", "decrease", 26, "percent")],
        ),
        ("The total is 26% short of gold.", []),
        ("Rents are 1.2% below May's record.", [("1.2% below May's record", "decrease", 1.2, "percent")]),
        ("Rents are 1.2% below May's rival.", []),
        ("It is 31% lower than at its peak.", [("31% lower than at its peak", "decrease", 31, "percent")]),
        # what else changed, from one value to another and by so much
        (
            "Latency dropped from 840 ms to 95 ms, and they ran from 2 to 5 km.",
            [("dropped from 840 ms to 95 ms", "decrease", 840, 95, "millisecond")],
        ),
        (
            "The choir will shrink from 36 to 28 and the band by six players.",
            [("shrink from 36 to 28", "decrease", 36, 28), ("six players", "decrease", 6, "players")],
        ),
        ("She has extended her contract by three years.", []),
        ("Markets contract by 3% a year.", [("contract by 3% a year", "decrease", 3, "percent")]),
        ("Costs are 12% above this year's.", [("12% above this year's", "increase", 12, "percent")]),
        ("Costs are 12% above this year's forecast.", []),
        ("The law cut costs by a third.", [("cut costs by a third", "decrease", 33.33, "percent")]),
        ("The law cut costs from a third.", []),
        ("The base was upgraded from 11 to 16.2 in May.", []),
        (
            "They upgraded the inn from 3 to 4 stars.",
            [("upgraded the inn from 3 to 4 stars", "increase", 3, 4, "stars")],
        ),
        # points of an index behind a move in percent
        (
            "The index closed 0.6% higher, up 49.7 points.",
            [("0.6% higher", "increase", 0.6, "percent"), ("up 49.7 points", "increase", 49.7, "points")],
        ),
        # the same size in another measure
        (
            "It shortens the trip by 38 km, or about 40 minutes.",
            [
                ("shortens the trip by 38 km", "decrease", 38, "kilometer"),
                ("about 40 minutes", "decrease", 40, "minute"),
            ],
        ),
        ("It has 1,284 users above $100K, +31%.", [("+31%", "increase", 31, "percent")]),
        # faults and strata
        ("The fault slipped by up to 1.4 m in May.", []),
        ("The limestones are dipping 35° to the north.", []),
        ("Its shares slipped by up to 1.4% in May.", [("slipped by up to 1.4%", "decrease", 1.4, "percent")]),
        # landing
        ("It touched down 780 m beyond the line.", []),
        # cents lead to the price behind another amount
        (
            "Wood is €48 here; abroad oil slipped 68 cents, or 0.9%, to $74 a barrel.",
            [
                ("slipped 68 cents, or 0.9%, to $74 a barrel", "decrease", 0.68, 74, "USD"),
                ("0.9%", "decrease", 0.9, "percent"),
            ],
        ),
    ],
)
def test_changes(text, expected, worded_values):
    assert worded_values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sick leave was 31% lower in the training group.", [("31% lower in the training group", 0.69)]),
        ("Sick leave was 31% lower in the valley.", []),
        ("It was four tenths faster than the old car.", []),
        ("It costs more than double the £70m of the plan.", [("more than double the £70m of the plan", 2)]),
        (
            "Growth is more than double the bank's 2% target.",
            [("more than double the bank's 2% target", 2)],
        ),
        ("Costs exceeded the sum in dispute by some 68%.", [("some 68%", 1.68)]),
        ("Costs exceeded the sum in dispute of 68%.", []),
        (
            "It emits a tenth of the figure for coal.",
            [("a tenth of the figure", 0.1)],
        ),
    ],
)
def test_comparisons(text, expected, worded_values):
    assert worded_values(text, "comparison") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # times in letters
        ("She ran it in 2h 14m 30s.", [("2h 14m 30s", 8070, "second")]),
        ("The phone lasted 14h 22m.", [("14h 22m", 862, "minute")]),
        ("The shaft is 22m deep.", [("22m", 22, "meter")]),
        # listed ages
        ("Two girls aged nine and 12 were first.", [("nine", 9, "year"), ("12", 12, "year")]),
        ("A girl aged nine and 12 boys won.", [("nine", 9, "year")]),
        ("Of the buyers 64% were under 25.", [("under 25", 25, "year")]),
        ("Of the scores 64% were under 25 points.", []),
        ("He left school at 14.", [("14", 14, "year")]),
        # accelerations, solutions, nutrients, stars
        ("The jet pulled 2g on ascent.", [("2g", 2, "standard_gravity")]),
        ("A peak acceleration of 2.7 g was seen.", [("2.7 g", 2.7, "standard_gravity")]),
        ("She pulled out 2g of dust.", [("2g", 2, "gram")]),
        ("It was rinsed with 0.5 M NaCl.", [("0.5 M", 0.5, "molar")]),
        ("The dye was 2.0 M in hexane.", [("2.0 M", 2, "molar")]),
        ("It got 120 kg N/ha in May.", [("120 kg N/ha", 120, "kilogram_per_hectare")]),
        ("It shines at magnitude 13.4.", [("magnitude 13.4", 13.4, "magnitude")]),
        # a unit said once
        (
            "Men live 79.4 years in Oslo and 83.1 in Bergen.",
            [("79.4 years", 79.4, "year"), ("83.1", 83.1, "year")],
        ),
        ("Men lived 70 years in Oslo and 83 sheep in Bergen.", [("70 years", 70, "year")]),
        ("The youngest is 21.", [("21", 21, "year")]),
        ("They exposed the cabin to 4.1 g.", [("4.1 g", 4.1, "standard_gravity")]),
        ("They exposed the rats to 4.1 g of it.", [("4.1 g", 4.1, "gram")]),
        ("Ground acceleration reached 0.47 g in Oslo.", [("0.47 g", 0.47, "standard_gravity")]),
        ("Most visitors under 26 pay less.", [("under 26", 26, "year")]),
        # places on the globe, pressures, weights of people
        ("It was at latitude 18.4 North.", [("latitude 18.4", 18.4, "degree")]),
        ("The magazine Latitude 18 sold out.", []),
        ("The pressure is 967 mb, says Per.", [("967 mb", 967, "millibar")]),
        ("She weighs 11st 7lb now.", [("11st 7lb", 11.5, "stone")]),
        ("He won the 21st race.", []),
        ("The game took 2 hours, 47 minutes.", [("2 hours, 47 minutes", 167, "minute")]),
        (
            "A day took 2 hours, 47 minutes, and 9 seconds.",
            [("2 hours", 2, "hour"), ("47 minutes", 47, "minute"), ("9 seconds", 9, "second")],
        ),
        ("It lost 562 megalitres.", [("562 megalitres", 562, "megaliter")]),
        # people counted in millions
        ("It drew 9.6 million viewers and peaked at 10.3m.", []),
        ("It drew 9.6 million viewers to a pole 10.3m high.", [("10.3m", 10.3, "meter")]),
        ("We had 9,877 child-years of data.", [("9,877 child-years", 9877, "child_year")]),
        # said again in digits
        ("A hold of sixty (60) days applies.", [("sixty (60) days", 60, "day")]),
        ("A hold of sixty (6) days applies.", []),
        ("A drink restores 40 HP to a player.", []),
        ("The tug has 40 HP.", [("40 HP", 40, "horsepower")]),
        # new units
        (
            "Panels of 4.2 kWp shine at 2,000 nits.",
            [("4.2 kWp", 4.2, "kilowatt_peak"), ("2,000 nits", 2000, "nit")],
        ),
    ],
)
def test_measurements(text, expected, worded_values):
    assert worded_values(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Passenger numbers on the ferry reached 3.9m in May.",
            [("3.9m", 3900000, "Passenger numbers")],
        ),
        ("The numbers say the pole reached 3.9m.", []),
        ("Vacancies stood at 812,000.", [("stood at 812,000", 812000, "vacancies")]),
        ("Shares stood at 812.", []),
        ("The sample size was 2,016.", [("sample size was 2,016", 2016, "sample size")]),
        (
            "The population of Orvane County was 318,406 in May.",
            [("318,406", 318406, "population")],
        ),
        ("It has a hidden size of 4096 and 32 heads.", [("32 heads", 32, "heads")]),
        ("It has a herd of 4096 and 32 heads.", [("herd of 4096", 4096, "herd"), ("32 heads", 32, "heads")]),
        ("It has an f/1.8 lens.", []),
        ("A crew of 11 won the final.", [("crew of 11", 11, "crew")]),
        ("They come by 12 noon.", []),
        (
            "Migration was estimated at 685,000.",
            [("Migration was estimated at 685,000", 685000, "Migration")],
        ),
        ("It cost a lot at 2022 prices.", []),
        (
            "Public employment stood at 5.94 million.",
            [("employment stood at 5.94 million", 5940000, "employment")],
        ),
        ("A family of four earning less came.", [("family of four", 4, "family")]),
        (
            "It drew 31 viewers. A further 27 watched online.",
            [("31 viewers", 31, "viewers"), ("27", 27, "viewers")],
        ),
        # a verb with its object is no counted noun
        ("A crowd of 41,300 saw the race.", [("crowd of 41,300", 41300, "crowd")]),
        ("They sent 12 staff the next day.", [("12 staff", 12, "staff")]),
        # claims and numbers of patents
        ("Use the device according to claim 1, Per.", []),
        ("US 9,876,543 B2 describes it.", []),
        ("It has 9,876,543 books.", [("9,876,543 books", 9876543, "books")]),
        ("It has a collection of nearly 90,000.", [("collection of nearly 90,000", 90000, "collection")]),
        (
            "It passes 4.6m homes, 1.9m of which are linked.",
            [("4.6m homes", 4600000, "homes"), ("1.9m of which", 1900000, "which")],
        ),
        ("It passes 4.6m homes and is 1.9m high.", [("4.6m homes", 4600000, "homes")]),
        (
            "It had 1.6 million overnight stays.",
            [("1.6 million overnight stays", 1600000, "overnight stays")],
        ),
        ("The race is over 53 laps.", [("53 laps", 53, "laps")]),
        ("The queue is over 53 cars.", [("over 53 cars", 53, "cars")]),
    ],
)
def test_counts(text, expected, worded_values):
    assert worded_values(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is worth 24 500 000.00 EUR.", [("24 500 000.00 EUR", 24500000, "EUR")]),
        ("It traded at 67.2 U.S. cents.", [("67.2 U.S. cents", 0.672, "USD")]),
        ("They paid 11 won for it.", [("11 won", 11, "KRW")]),
    ],
)
def test_money(text, expected, worded_values):
    assert [value[:3] for value in worded_values(text, "money")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Just over a quarter planned to move.", [("Just over a quarter", 25)]),
        ("They say that just under half planned to move.", [("just under half", 50)]),
        ("A quarter passed without news.", []),
        ("It stays above 99% up to 200K.", [("above 99%", 99)]),
        ("They gave it two stars out of four.", []),
        ("They missed two lessons out of four.", [("two lessons out of four", 50)]),
    ],
)
def test_percentages(text, expected, worded_values):
    assert [value[:2] for value in worded_values(text, "percentage")] == expected


def test_what_is_not_exceeded_bounds_from_above():
    (dose,) = (c for c in extract("The dose must not exceed 10 mg.").claims if c.kind == "measurement")
    (sum_,) = (c for c in extract("The doses exceed 10 mg.").claims if c.kind == "measurement")
    assert (dose.comparator, sum_.comparator) == ("<=", ">")


def test_or_more_bounds_before_any_verb():
    (term,) = (c for c in extract("Terms of four years or more are out.").claims if c.kind == "measurement")
    assert term.comparator == ">="


def test_a_course_that_is_run_through_bounds_nothing():
    (course,) = (c for c in extract("DNA was amplified over 35 cycles.").claims if c.kind == "count")
    assert course.comparator == "="


def test_what_is_rounded_to_ranks_nothing(worded_values):
    assert worded_values("They weighed it to the nearest 0.1 g.", "ranking") == []
    assert worded_values("The nearest town is Orvane.", "ranking") != []


def test_a_student_is_a_model_of_so_many_parameters(worded_values):
    text = "Distillation gives a 39M student that keeps the accuracy."
    assert [value[:2] for value in worded_values(text, "parameter_count")] == [("39M student", 39000000)]
    assert worded_values("It has 39M students.", "parameter_count") == []


@pytest.mark.parametrize(
    ("text", "kind", "comparator"),
    [
        ("Queries over 100 ms fail.", "measurement", ">"),
        ("The work was done over 12 months.", "measurement", "="),
        ("Children under age six pay less.", "measurement", "<"),
        ("It cut poverty nearly in half.", "change", "~"),
        ("It cut poverty in half.", "change", "="),
    ],
)
def test_bounds(text, kind, comparator):
    assert [c.comparator for c in extract(text).claims if c.kind == kind] == [comparator]


def test_the_base_of_an_index_dates_nothing(worded_values):
    assert worded_values("The index stood at 315 (1982-84=100).", "date") == []


def test_a_year_before_capitals_costs_nothing(worded_values):
    assert worded_values("The 2021 MVP left.", "money") == []
    assert [value[:3] for value in worded_values("It cost 2021 MXN.", "money")] == [("2021 MXN", 2021, "MXN")]


def test_who_took_over_did_so_then(worded_values):
    assert [timex for _, timex, *_ in worded_values("She took over in July.", "date")] == ["XXXX-07"]
    assert worded_values("Sales rose 3% over July.", "date") == []
