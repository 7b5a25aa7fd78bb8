"""Values as statistics offices, central banks, exchanges and trials tell them, with near misses."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a coordination that leaves the verb out, with the new value before the old one
        ("The bank raised its estimate for 2016 to 5.2% from 4.1% and for 2017 to 2% from 1.5%.", [("increase", 4.1, 5.2, "percent"), ("increase", 1.5, 2, "percent")]),
        ("It cut its May target to 3% from 4% and its June target to 2% from 3%.", [("decrease", 4, 3, "percent"), ("decrease", 3, 2, "percent")]),
        ("Net sales rose to $5 million from $4 million and profit to $2 million from $1 million.", [("increase", 4_000_000, 5_000_000, "USD"), ("increase", 1_000_000, 2_000_000, "USD")]),
        ("Sales rose to $5 million from $4 million, and the loss to $1 million from $2 million.", [("increase", 4_000_000, 5_000_000, "USD")]),
        ("Rates rose to 5% from 4% and a link to 3 sites from 2 was added.", [("increase", 4, 5, "percent")]),
        ("The share rose to 5% from 4% and was close to 3% from 2010 on.", [("increase", 4, 5, "percent")]),
        # and with the old one first
        ("The rate fell from 9% to 8%, and in Peru from 7% to 6%.", [("decrease", 9, 8, "percent"), ("decrease", 7, 6, "percent")]),
        ("Sales rose from $5m to $6m and profit from $1m to $2m.", [("increase", 5_000_000, 6_000_000, "USD"), ("increase", 1_000_000, 2_000_000, "USD")]),
        ("Sales rose from $5m to $6m and the trip from 3 to 4 towns was fun.", [("increase", 5_000_000, 6_000_000, "USD")]),
        ("It fell from 9% to 8% and the gap from 3 to 2 points.", [("decrease", 9, 8, "percent")]),
        ("Rates rose from 3% to 4% while trains from 9 to 5 were late.", [("increase", 3, 4, "percent")]),
    ],
)  # fmt: skip
def test_old_and_new_values_of_another_thing(values, text, expected):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This was an increase in fees over the first half of $3.2 million to $14.5 million.", [("increase", 3_200_000, 14_500_000, "USD")]),
        ("They expect an increase in fees of $10 million to $60 million for the year.", [("increase", 10_000_000, 60_000_000, "USD")]),
        ("Growth of 3 to 2 percent is expected.", [("increase", 2, 3, "percent")]),
        ("Stocks were lowered 500,000 tons to 42.9 million tons.", [("decrease", 500_000, 42_900_000, "ton")]),
        ("Exports were raised 100 million bushels to 2 billion bushels.", [("increase", 100_000_000, 2_000_000_000, "bushel")]),
        ("Rents increased less than $0.2 billion to $17.3 billion in March.", [("increase", 200_000_000, 17_300_000_000, "USD")]),
        ("There was a decrease in freight of less than $0.2 billion to $13.6 billion.", [("decrease", 200_000_000, 13_600_000_000, "USD")]),
        ("The mast was lowered 5 m to 6 m.", []),
        ("They want an increase in fees of $2 million to $3 million.", [("increase", 2_000_000, 3_000_000, "USD")]),
    ],
)  # fmt: skip
def test_what_a_change_came_to(values, text, expected):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orvane stock gained $2.25 to close at $31.40.", [("increase", 2.25, "USD")]),
        ("The oil price gained 12 cents, settling at $48.52.", [("increase", 0.12, "USD")]),
        ("The stock added another $13.85, or 3.3 percent.", [("increase", 13.85, "USD"), ("increase", 3.3, "percent")]),
        ("She added $5, or 10 percent, as a tip.", []),
        ("He gained $500, or 20 percent of the pot.", []),
        ("The bidder raised $3 million to close at $40 million.", []),
        ("Takings were up $52,000 as well, or 8.3%.", [("increase", 52_000, "USD"), ("increase", 8.3, "percent")]),
        ("Exports were $220 million, $4 million more than February exports.", [("increase", 4_000_000, "USD")]),
        ("French exports were $4 million more than German exports.", []),
        ("Its share was 10 percentage points lower than in preceding months.", [("decrease", 10, "percentage_point")]),
        ("Lending fell $3.1 billion from the three months ending in May.", [("decrease", 3_100_000_000, "USD")]),
        ("Sales fell 3% from the three months ended in June.", [("decrease", 3, "percent")]),
        ("The wait fell by 20% from 30 days.", [("decrease", 20, 30, "percent")]),
        ("Bonds recovered on the strength of an 8% increase in orders.", [("increase", 8, "percent")]),
        ("Takings were up $52,000 as well, and 8.3% of firms left.", [("increase", 52_000, "USD")]),
    ],
)  # fmt: skip
def test_moves_of_prices(values, text, expected):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profits rose on a 10% revenue increase.", [("increase", 10, "percent")]),
        ("Sales saw 8.7% sequential growth.", [("increase", 8.7, "percent")]),
        ("There was a 7% year-over-year sales growth.", [("increase", 7, "percent")]),
        ("There will be up to a 45 percent performance increase.", [("increase", 45, "percent")]),
        ("A 10% speed limit increase is planned.", []),
        ("The 8% income growth target was met.", []),
        ("A 12-millimeter (0.5 inches) rise was seen.", [("increase", 12, "millimeter")]),
        ("The 3-metre (10 ft) drop closed the path.", []),
        ("The top 3% rise came from Acme.", [("increase", 3, "percent")]),
        ("He won a 3-month (90 days) growth course.", []),
        ("Employment is up 205,500 year-over-year.", [("increase", 205_500)]),
        ("The survival gain was 5 months (24 months on it vs. 19 months off it).", []),
        ("There was a 5-month gain in survival (24 months on it vs. 19 months off it).", [("increase", 5, "month")]),
        ("Rents rose 31% between 1982 and 1991 but only 12% between 1991 and 1998.", [("increase", 31, "percent"), ("increase", 12, "percent")]),
        ("Rolls dropped by 3 percent at six-year schools and by a mere 1 percent at two-year schools.", [("decrease", 3, "percent"), ("decrease", 1, "percent")]),
        ("Prices rose 3% in a three-year stretch and 5% of firms closed.", [("increase", 3, "percent")]),
        ("The fee is $40,000 more than in Q3 2014.", [("increase", 40_000, "USD")]),
        ("Rents fell on a monthly basis by 0.4%.", [("decrease", 0.4, "percent")]),
        ("It fell on a Monday by 5 pm.", []),
        ("Guests were shooting up by 904%.", [("increase", 904, "percent")]),
        ("They shot up 5% of the town.", []),
        ("We saw 3.7% core sales growth.", [("increase", 3.7, "percent")]),
        ("The firm has 20% monthly growth, 95% gross retention, and a plan.", [("increase", 20, "percent")]),
        ("It has 20% sales growth and 5% profit growth.", [("increase", 20, "percent"), ("increase", 5, "percent")]),
        ("There was a 3% rise in May and 5% in June.", [("increase", 3, "percent"), ("increase", 5, "percent")]),
        ("The rent index has risen 3.2 percent over the last year and the toll index 2.7 percent; both fell.", [("increase", 3.2, "percent"), ("increase", 2.7, "percent")]),
        ("Arrivals more than tripled, reaching 77% of pre-war levels.", [("increase", 200, "percent")]),
        ("Turnout rose, reaching 77% in May.", [("increase", 77, "percent")]),
        ("It drove core growth to 3.5%.", []),
        ("They expect growth to 3% in May from 2%.", [("increase", 2, 3, "percent")]),
        ("The share rose in May, reaching 40% of all sales.", [("increase", 40, "percent")]),
        ("Despite deficits in trade, exports rose (+4%).", [("increase", 4, "percent")]),
        ("Fiscal deficits widened while bond yields (+12%) rose.", [("increase", 12, "percent")]),
        ("Rates fell 5%-3% over the period.", [("decrease", 3, 5, "percent")]),
        ("Membership rose to 400 and two-thirds of them are women.", [("increase", 400)]),
    ],
)  # fmt: skip
def test_sizes_of_changes(values, text, expected):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell just short of $3 billion.",
        "Turnout fell well short of 40%.",
        "All recorded deficits, except for Peru (+3.3%).",
        "The largest deficits were found in Chad (-7.2%).",
        "Warming is held a century long, up to 2030 to keep it to 1.5°C.",
        "Increasing demand has driven shipments to 300 million units.",
        "The new funds bring the total amount raised to $32.5 million.",
    ],
)
def test_no_changes(values, text):
    assert values(text, "change") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recall (+23%) is the best.", [("increase", 23, "percent")]),
        ("Fees have been raised to $40.", [("increase", 40, "USD")]),
        ("The total tax has been raised to 40%.", [("increase", 40, "percent")]),
        ("Rising from 5% to 7%, prices hurt.", [("increase", 5, 7, "percent")]),
        ("Output fell 5% and rose 3%.", [("decrease", 5, "percent"), ("increase", 3, "percent")]),
    ],
)
def test_changes_beside_them(values, text, expected):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The model uses 8 times less energy than the old one.", [(0.125,)]),
        ("The chip is five times smaller than a coin.", [(0.2,)]),
        ("The chip is five times larger than a coin.", [(5,)]),
        ("The star is 10 times younger than the sun.", [(0.1,)]),
        ("Jobs were 2.0 percent higher than all private jobs over the past year.", [(1.02,)]),
    ],
)
def test_comparisons(values, text, expected):
    assert values(text, "comparison") == expected


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It is more than three times less costly than the rest.", "<"),
        ("The bus is at least 5 times cheaper than the train.", "<="),
        ("The bus is up to 5 times cheaper than the train.", ">="),
        ("The bus is up to 5 times dearer than the train.", "<="),
    ],
)
def test_bounds_of_comparisons(claims, text, bound):
    assert [claim.comparator for claim in claims(text, "comparison")] == [bound]


def test_years_before_parts(claims):
    text = "The temple was built in 1450 and two-thirds of it burned down."
    assert [claim.value.timex for claim in claims(text, "date")] == ["1450"]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("It is offset by about a 10% increase in values.", "~"),
        ("They should see around a 10% gain in speed.", "~"),
        ("The film is about a 20% pay rise.", "="),
        ("There are fears about a 10% tariff.", "="),
        ("They read a book about a 300 km walk.", "="),
        ("They want the $70 billion-plus pledged by donors.", ">="),
        ("It cost $70 billion plus fees.", "="),
    ],
)
def test_comparators(claims, text, comparator):
    kinds = ("change", "percentage", "money", "measurement")
    assert [claim.comparator for claim in claims(text, *kinds)] == [comparator]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tax is 48 cents per $100 of its value.", [(0.48, "USD")]),
        ("A bag costs $2 and a box $100.", [(2, "USD"), (100, "USD")]),
        ("The orders have a value of $2,6M.", [(2_600_000, "USD")]),
        ("Accounts follow the ESA 2010 system.", []),
        ("The fund owns EUR 2010.", [(2010, "EUR")]),
    ],
)
def test_money(values, text, expected):
    assert values(text, "money") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pool holds about 1 and one-half feet of water.", [(1.5, "foot")]),
        ("The path is 2 and one-half miles long.", [(2.5, "mile")]),
        ("A 200 Ha fire raged.", [(200, "hectare")]),
        ("The four 900-MWe units opened.", [(900, "megawatt_electric")]),
        ("More Welsh 16- to 19-year-olds work there.", [(16, 19, "year")]),
        ("After phase 2 and 3 months of rest he came back.", [(3, "month")]),
        ("It has run for 5 years over years of rain.", [(5, "year")]),
    ],
)
def test_measurements(values, text, expected):
    assert values(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data from phase 1 and 2 vaccine studies is in.", []),
        ("Grades 3 and 4 adverse events were rare.", []),
        ("In class 9 and 40 pupils came.", [(40, "pupils")]),
        ("In phase 3 and 4 patients died.", [(4, "patients")]),
        ("Some 12 HDs failed more than 5 times.", [(12, "HDs"), (5, "times")]),
        ("It pumps 160,000b/d.", []),
        ("It holds 900b tokens.", [(900_000_000_000, "tokens")]),
        ("They mean to build three to four mega barns.", [(3, 4, "mega barns")]),
        ("They run build four of it.", []),
        ("It flew one of its Falcon 9 boosters.", []),
        ("Later it launched 9 boosters.", [(9, "boosters")]),
    ],
)
def test_counts(values, text, expected):
    assert values(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was elected by 56%-42%.", [(56, "percent"), (42, "percent")]),
        ("The share is 40%-50%.", [(40, 50, "percent")]),
        ("Arrivals pulled up to minus 27%.", [(-27, "percent")]),
    ],
)
def test_percentages(values, text, expected):
    assert [
        tuple(given[: len(want)]) for given, want in zip(values(text, "percentage"), expected, strict=True)
    ] == expected


def test_a_planet_is_measured_in_no_bits(values):
    assert values("The planet 2MASS 1155-7919 b has a wide orbit.", "measurement") == []
    assert values("They send a packet of 1500 b.", "measurement") == [(1500, "bit")]
    assert values("A word of the chip holds 16 bits.", "measurement") == [(16, "bit")]


def test_a_share_of_short_plurals_ends_at_them(claims):
    share, most = claims("31% of EDs sent home more than 90% of all children.", "percentage")
    assert (share.value.of, most.value.number, most.comparator) == ("EDs", 90, ">")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PORT, May 4, 2019 - First Harbor Bancorp (Nasdaq: FHB) told its results.", []),
        ("There are three – First Trust is the largest.", [(1,), (1,)]),
    ],
)
def test_rankings(values, text, expected):
    assert values(text, "ranking") == expected
