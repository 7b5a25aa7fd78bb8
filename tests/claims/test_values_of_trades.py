"""Values in reports of ports, hospitals, markets and games: points of a share, prices in cents, date lines."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def changes(text):
    found = [claim for claim in extract(text).claims if claim.kind == "change"]
    return [(c.text, c.value.direction, float(c.value.number or 0), c.value.unit) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Use of the quay averaged 71%, five points lower than in the same period of 2023.",
            [("five points lower than in the same period", "decrease", 5, "percentage_point")],
        ),
        (
            "Some 61% of oats were rated good, down two points from a week earlier.",
            [("down two points", "decrease", 2, "percentage_point")],
        ),
        (
            "The index stood at 640, 12 points lower than a year before.",
            [("12 points lower than a year before", "decrease", 12, "points")],
        ),
        (
            "The rate stood at 2%, and the FTSE was up 12 points.",
            [("up 12 points", "increase", 12, "points")],
        ),
        (
            "Approval stood at 45%, and the index closed 40 points higher.",
            [("40 points higher", "increase", 40, "points")],
        ),
        (
            "The clinic saw 8,900 people, 5.2% more than the year before.",
            [("5.2% more than the year before", "increase", 5.2, "percent")],
        ),
        ("Barley settled at $178, $2 lower.", [("$2 lower", "decrease", 2, "USD")]),
        ("The price of $2 lower down the page is wrong.", []),
    ],
)
def test_differences_from_an_earlier_value(text, expected):
    assert changes(text) == expected


def test_a_clause_with_its_own_subject_gives_no_new_value():
    text = "Revenue was EUR 142m, up 7.5%, and the profit came to EUR 38m, compared with EUR 34m."
    assert changes(text) == [("up 7.5%", "increase", 7.5, "percent")]
    near_miss = "Revenue was up 7.5% to EUR 38m, compared with EUR 34m."
    value = extract(near_miss).claims[0].value
    assert (value.number, value.to, value.from_) == (7.5, 38_000_000, 34_000_000)


def counts(text):
    return [(c.text, c.value.of, c.polarity) for c in extract(text).claims if c.kind == "count"]


def test_of_which_takes_up_nothing_from_afar():
    text = "They tested 90 samples. Calls at the quay came to 3,112, of which 1,045 were tankers."
    assert counts(text)[-1][1] == "tankers"
    assert not [of for phrase, of, _ in counts(text.replace("tankers", "late")) if "1,045" in phrase]
    near_miss = "They tested 90 samples, of which 45 were spoilt."
    assert counts(near_miss)[-1][1] == "samples"


def test_a_noun_of_an_earlier_paragraph_is_not_counted():
    text = "They tested 90 samples. The yard is old. It rains there. Another 40 were late."
    assert len(counts(text)) == 1
    assert counts("They tested 90 samples. Another 40 were late.")[-1][1] == "samples"


def test_the_size_of_the_whole_is_not_denied():
    assert counts("None of her 22 sailors was hurt.") == [("22 sailors", "sailors", "positive")]
    assert counts("She did not hire 22 sailors.") == [("22 sailors", "sailors", "negative")]


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("TALLINN, Estonia - Its mill employs 40 people in the old town.", "Its mill"),
        ("OSLO, 18 July 2024 - Its mill employs 40 people in the old town.", "Its mill"),
        ("OSLO (Acme) — Its mill employs 40 people in the old town.", "Its mill"),
        ("Tallinn - a fine town - employs 40 people in the mill.", "Tallinn"),
    ],
)
def test_the_place_of_a_date_line_is_no_subject(line, subject):
    count = next(claim for claim in extract(line).claims if claim.kind == "count")
    assert count.subject is not None
    assert count.subject.text.startswith(subject)


def test_points_of_a_share_are_not_counted():
    assert counts("Its combined ratio improved by 3 points to 91%.") == []
    assert counts("The team won by 3 points in May.") == [("3 points", "points", "positive")]


def test_a_total_counts_what_was_counted_before_it():
    assert counts("The rise adds six officers for a total of 142.")[-1][1] == "officers"


def test_an_amount_is_not_its_own_subject():
    money = [c for c in extract("Property taxes bring in $41.7 million of that.").claims if c.kind == "money"]
    assert money[0].subject is None or not money[0].subject.text[0].isdigit()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A well sunk in 1863 to a depth of 212 feet is in use.", []),
        ("The well sank to 212 feet.", [("sank to 212 feet", "decrease", 0, "foot")]),
        (
            "Output fell by four-fifths to 0.21 TWh.",
            [("fell by four-fifths to 0.21 TWh", "decrease", 80, "percent")],
        ),
        (
            "Payments rose €41m to €388m, or 1.1 cents a unit.",
            [("rose €41m to €388m", "increase", 41_000_000, "EUR")],
        ),
        (
            "Payments rose €41m, or 6%.",
            [("rose €41m", "increase", 41e6, "EUR"), ("6%", "increase", 6, "percent")],
        ),
    ],
)
def test_sizes_and_new_values_keep_apart(text, expected):
    assert changes(text) == expected


def new_values(text):
    found = [claim.value for claim in extract(text).claims if claim.kind == "change"]
    return [(value.from_, value.to) for value in found]


def test_a_clause_of_cause_or_time_gives_no_new_value():
    assert changes("Use rose 12% after Acme cut its fares to $5.")[0] == (
        "rose 12%",
        "increase",
        12,
        "percent",
    )
    assert changes("Sales rose 12% after the merger to £5m.")[0][0] == "rose 12% after the merger to £5m"


def test_a_new_value_of_another_thing_ends_no_series():
    text = "A jump in energy costs from £0.9m to £1.6m held profit to £2.05m."
    assert new_values(text)[0] == (900_000, 1_600_000)
    assert new_values("Costs rose from £1m to £2m and then to £3m.")[0] == (1_000_000, 3_000_000)


def test_a_fall_between_numbers_of_four_digits_is_no_span_of_years():
    cut = extract("They cut the rating from 1400 to 1200.").claims
    assert [claim.kind for claim in cut] == ["change"]
    levels = extract("Prices fell from 2010 to 2005 levels.").claims
    assert not any(claim.kind == "change" for claim in levels)
    span = extract("The mill ran from 1914 to 1918.").claims
    assert [claim.value.timex for claim in span if claim.kind == "date"] == ["1914/1918"]


def qualifiers(text, kind):
    return [(c.text, c.polarity, c.comparator) for c in extract(text).claims if c.kind == kind]


def test_how_long_something_lacked_is_not_denied():
    assert qualifiers("Homes were without power for 68 minutes.", "measurement") == [
        ("68 minutes", "positive", "=")
    ]


def test_what_somebody_did_without_asking_for_is_denied():
    assert qualifiers("He left without asking for $3 million.", "money") == [("$3 million", "negative", "=")]
    assert qualifiers("It shut without paying for 40 rooms.", "count") == [("40 rooms", "negative", "=")]


def test_a_depth_elsewhere_in_the_sentence_leaves_a_fall():
    assert changes("Shares sank 12% after the pump stopped in a shaft 40 metres deep.") == [
        ("sank 12%", "decrease", 12, "percent")
    ]
    assert changes("The well was sunk in 1863 to a depth of 212 feet.") == []


def test_a_ratio_ends_at_the_end_of_a_word():
    kinds = [claim.kind for claim in extract("He earned twice as much as $40.").claims]
    assert kinds == ["money"]
    assert qualifiers("The illness is twice as common among nurses.", "comparison") != []


def test_to_top_an_amount_is_no_place():
    assert qualifiers("Demand will top 5,900 MW.", "ranking") == []
    assert qualifiers("Its sales may top 300.", "ranking") == []
    assert qualifiers("We list the top 20 sites.", "ranking") != []
    assert qualifiers("The song climbed to top 10 in Norway.", "ranking") != []
    assert qualifiers("In May top 10 firms met.", "ranking") != []
