"""Values as court reports, forecasts, guidelines, races, auctions and censuses tell them, with near misses."""

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # so many percent by another measure did not rise
        ("Bidders took 41 per cent of lots, up eight points, but only 17 per cent by value.", "percentage", [(41, "percent", "lots"), (17, "percent")]),
        ("Prices rose 8% in May but only 3% in June.", "change", [("increase", 8, "percent"), ("increase", 3, "percent")]),
        ("Sales rose 5%, and rents by 2% by value.", "change", [("increase", 5, "percent"), ("increase", 2, "percent")]),
        # an interval in brackets is no new value
        ("It gave a relative reduction of 25% (95% CI 11 to 36).", "change", [("decrease", 25, "percent")]),
        ("It gave a reduction of 25% to 36 cases.", "change", [("decrease", 25, 36, "percent")]),
        # what is off the mark did not fall
        ("The dial can be off by as much as 25 °F.", "change", []),
        ("The forecast was off by two weeks.", "change", []),
        ("Shares were off by 5%.", "change", [("decrease", 5, "percent")]),
        # cut by half, to
        ("The judge cut the award by half, to roughly $2.4 million.", "change", [("decrease", 50, 2400000, "percent")]),
        # the unit of an old value is not that of the next clause
        ("Outages cost an average of 38 minutes, down from 52, and 99.9% of demand was met.", "change", [("decrease", 52, 38, "minute")]),
        ("They tested doses of 5, 10, and 15 mg.", "measurement", [(5, "milligram"), (10, "milligram"), (15, "milligram")]),
        ("Warnings held for 14 rivers, six fewer than on Friday.", "change", [("decrease", 6, "rivers")]),
        ("Six fewer than on paper came.", "change", []),
        ("Mill End shrank by a fifth to 640.", "change", [("decrease", 20, 640, "percent")]),
    ],
)  # fmt: skip
def test_changes_and_what_is_none(values, text, kind, expected):
    assert sorted(values(text, kind)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Wind gave 6% of power, a sixth of its share a week before.", "comparison", [(0.166666666666667,)]),
        ("They lost a sixth of their share last year.", "comparison", []),
        ("Ridley managed less than a third of Greenhill's figure.", "comparison", [(0.333333333333333,)]),
        ("Half of Ford's output is exported.", "comparison", []),
        ("It makes the skin up to 40 percent crisper in our tests.", "comparison", [(1.4,)]),
        ("It has up to 40 percent butter in our tests.", "comparison", []),
    ],
)
def test_a_level_has_no_parts(values, text, kind, expected):
    assert values(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        ("The women's four won by 1.4 seconds.", ("money", "measurement", "count"), [(1.4, "second")]),
        ("Of 61 units that bid, 44 won contracts.", ("money", "count"), [(61, "units"), (44, "units")]),
        ("The stall charged 44 won for a cup in Seoul.", ("money",), [(44, "KRW")]),
        ("The men's eight came home fifth.", ("count",), []),
        ("Eight came home early.", ("count",), [(8, "came")]),
        ("Ten tasters out of 14 preferred it.", ("count",), [(10, "tasters"), (14, "tasters")]),
        ("Ten tasters walked out of 14 Mill Road.", ("count",), [(10, "tasters")]),
        ("Children under five number 10,180.", ("count",), [(10180, "children")]),
        ("Bus number 12 and form number 1200 were late.", ("count",), []),
        ("The town of Wendale (pop. 47,300) grew.", ("count",), [(47300, "population")]),
        ("The pop band (47 members) grew.", ("count",), [(47, "members")]),
        ("Some 78 in 100 households replied.", ("percentage", "count"), [(78, "percent", "households")]),
    ],
)
def test_counts_with_their_noun_elsewhere(values, text, kinds, expected):
    assert values(text, *kinds) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She finished 2'14\" ahead of a group of nine.", [(134, "second")]),
        ("He is 5'11\" tall.", [(5.91666666666667, "foot")]),
        ("The fence is 4'15\" high.", [(5.25, "foot")]),
        ("She threw 4'15\".", [(5.25, "foot")]),
    ],
)
def test_twelve_inches_are_seconds(values, text, expected):
    assert values(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("The clock was made in about 1690.", "~"),
        ("The clock was sold around May 1988.", "~"),
        ("They wrote about it in 1690.", "="),
        ("They talked about 1690 and its clocks.", "~"),
    ],
)
def test_dates_that_are_known_roughly(text, comparator):
    from claimcheck import extract

    claims = [claim for claim in extract(text).claims if claim.kind == "date"]
    assert all(claim.comparator == comparator for claim in claims)
