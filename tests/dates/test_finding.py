"""Dates in text. The tables were written to develop the rules; recognizers-date.jsonl and the gold articles judge them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dates.calendar_points import CalendarPoint
from claimcheck.dates.finding import DateExpression, find_dates
from claimcheck.lexicons import load_rows

# A Thursday.
REFERENCE = dt.date(2018, 5, 31)
GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"


def values(text: str, **options) -> list[tuple[str, str]]:
    return [(date.text, date.timex) for date in find_dates(text, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # days
        ("The bridge opened on 2019-01-26 at noon.", [("2019-01-26", "2019-01-26")]),
        ("The log says 2019-01-26T10:15:00Z.", [("2019-01-26", "2019-01-26")]),
        ("She wrote it on 26 January 2019.", [("26 January 2019", "2019-01-26")]),
        ("On January 26, 2019 the dam broke.", [("January 26, 2019", "2019-01-26")]),
        ("On Jan. 26 the dam broke.", [("Jan. 26", "XXXX-01-26")]),
        ("The 26th of January was cold.", [("26th of January", "XXXX-01-26")]),
        ("Due on Jan-26.", [("Jan-26", "XXXX-01-26")]),
        ("Signed 26-Jan-2019 in Oslo.", [("26-Jan-2019", "2019-01-26")]),
        ("We met on Friday, 5 May 2017.", [("Friday, 5 May 2017", "2017-05-05")]),
        ("Filed 01/26/2019.", [("01/26/2019", "2019-01-26")]),
        ("Filed 26.02.2019.", [("26.02.2019", "2019-02-26")]),
        ("Filed 03.02.2019.", [("03.02.2019", "2019-02-03")]),
        ("Filed 2019/02/03.", [("2019/02/03", "2019-02-03")]),
        ("The file is dump_2019-02-03.zip.", []),
        ("The file is dump-2019-02-03.zip.", [("2019-02-03", "2019-02-03")]),
        ("They rang on May 5 and 6, 2019.", [("May 5", "2019-05-05"), ("6, 2019", "2019-05-06")]),
        ("Shut on Christmas Day 2019.", [("Christmas Day 2019", "2019-12-25")]),
        ("Shut on Easter Monday 2018.", [("Easter Monday 2018", "2018-04-02")]),
        ("It snowed on February 29, 2019.", [("February", "XXXX-02")]),
        # months
        ("In December the lake froze.", [("December", "XXXX-12")]),
        ("The lake froze in May.", [("May", "XXXX-05")]),
        ("It sold well in August 2015.", [("August 2015", "2015-08")]),
        ("Rain fell in May and June 2019.", [("May", "2019-05"), ("June 2019", "2019-06")]),
        ("Rain fell in september of '67.", [("september of '67", "1967-09")]),
        ("The month 2015-08 is missing.", [("2015-08", "2015-08")]),
        # years
        ("In 1992 the mill closed.", [("1992", "1992")]),
        ("It has grown since 2018.", [("2018", "2018")]),
        ("A 2014 estimate gives more.", [("2014", "2014")]),
        ("Her novel Salt (2008) sold badly.", [("2008", "2008")]),
        ("Profit for 2019 rose to 23% from 18% in 2018.", [("2019", "2019"), ("2018", "2018")]),
        ("2019 was a good year for barley.", [("2019", "2019")]),
        ("This is shown by others (Holm et al., 2011; Pike, 2016).", [("2011", "2011"), ("2016", "2016")]),
        ("It shut in 2007, 2008 and 2011.", [("2007", "2007"), ("2008", "2008"), ("2011", "2011")]),
        ("Sales in fiscal 2019 fell below FY2018.", [("fiscal 2019", "2019"), ("FY2018", "2018")]),
        ("It shut in nineteen eighty-four.", [("nineteen eighty-four", "1984")]),
        ("It shut in two thousand and six.", [("two thousand and six", "2006")]),
        ("The city fell in AD 410.", [("AD 410", "0410")]),
        ("Farming began around 3000 BCE.", [("3000 BCE", "BC3000")]),
        # decades and centuries
        ("Jazz of the 1960s and '70s.", [("1960s", "196X"), ("'70s", "197X")]),
        ("It was built in the nineties.", [("nineties", "199X")]),
        ("It was sold in the nineteen-twenties.", [("nineteen-twenties", "192X")]),
        ("A mill of the 1800s.", [("1800s", "18")]),
        ("It grew in the 20th century.", [("20th century", "19")]),
        ("A 19th-century mill.", [("19th-century", "18")]),
        ("In the 18th and 19th centuries it grew.", [("18th", "17"), ("19th centuries", "18")]),
        ("The twenty-first century began.", [("twenty-first century", "20")]),
        ("In the 5th century BC it fell.", [("5th century BC", "BC04")]),
        ("In the first decade of the 21st century.", [("first decade of the 21st century", "200X")]),
        ("In the late 19th and early 20th centuries.", [("late 19th", "18"), ("early 20th centuries", "19")]),
        ("In the 16th, 17th and 18th centuries.", [("16th", "15"), ("17th", "16"), ("18th centuries", "17")]),
        ("Ice lay there in 10,000 BC.", [("10,000 BC", "BC10000")]),
        # quarters, seasons, weeks
        ("1Q20 was weak.", [("1Q20", "2020-Q1")]),
        ("The years ended June 30, 2019 and 2018.", [("June 30, 2019", "2019-06-30"), ("2018", "2018")]),
        ("Sales in Q4 2022 and in the fourth quarter of 2021.", [("Q4 2022", "2022-Q4"), ("fourth quarter of 2021", "2021-Q4")]),
        ("The third fiscal quarter of 2020.", [("third fiscal quarter of 2020", "2020-Q3")]),
        ("It burned in the summer of 2011.", [("summer of 2011", "2011-SU")]),
        ("It is hot in the summertime.", [("summertime", "XXXX-SU")]),
        ("Snow lies there during the winter.", [("winter", "XXXX-WI")]),
        ("In the first week of 2019 it rained.", [("first week of 2019", "2019-W01")]),
    ],
)  # fmt: skip
def test_dates_have_timex_values(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("from July to September", "XXXX-07/XXXX-09"),
        ("between 2009 and 2012", "2009/2012"),
        ("in 2012-13", "2012/2013"),
        ("(1892 – 94)", "1892/1894"),
        ("the 1939–1945 war", "1939/1945"),
        ("from 1 May 1945 – 8 May", "1945-05-01/1945-05-08"),
        ("on May 5–8, 2019", "2019-05-05/2019-05-08"),
        ("on 5–8 May 2019", "2019-05-05/2019-05-08"),
        ("from 28 December to 3 January 2019", "2018-12-28/2019-01-03"),
        ("from May to October 2020", "2020-05/2020-10"),
        ("from the 1960s to the 1980s", "196X/198X"),
        ("from the 17th to the 19th centuries", "16/18"),
        ("from 3000 to 2500 BC", "BC3000/BC2500"),
        ("from Q1 2017 to Q3 2018", "2017-Q1/2018-Q3"),
        ("in the first nine months of 2019", "2019-01/2019-09"),
        ("the 2009-10 season", "2009/2010"),
        ("in 1999/2000", "1999/2000"),
    ],
)
def test_spans(text, timex):
    (date,) = find_dates(text)
    assert date.timex == timex
    assert date.kind == "range"
    assert date.mod is None


def test_bounds_of_a_span_have_their_own_places():
    text = "Ida Holm (May 2, 1872 – November 23, 1896) was a poet."
    (life,) = find_dates(text)
    assert life.bounds is not None
    born, died = life.bounds
    assert (born.text, born.timex) == ("May 2, 1872", "1872-05-02")
    assert (died.text, died.timex) == ("November 23, 1896", "1896-11-23")
    assert text[died.start : died.end] == died.text


@pytest.mark.parametrize(
    ("text", "core", "timex", "mod"),
    [
        ("In late 2022 it rained.", "late 2022", "2022", "END"),
        ("In the mid-1990s it rained.", "mid-1990s", "199X", "MID"),
        ("In the early 2000s it rained.", "early 2000s", "200X", "START"),
        ("In the second half of 2020 it rained.", "second half of 2020", "2020", "END"),
        ("In the first half of the 19th century.", "first half of the 19th century", "18", "START"),
        ("In H1 2019 it rained.", "H1 2019", "2019", "START"),
        ("At the end of May it rained.", "end of May", "XXXX-05", "END"),
        ("For the remainder of 2020.", "remainder of 2020", "2020", "END"),
        ("In the last week of July 2016.", "last week of July 2016", "2016-07", "END"),
    ],
)
def test_parts_become_mod(text, core, timex, mod):
    (date,) = find_dates(text)
    assert (date.text, date.timex, date.mod) == (core, timex, mod)


@pytest.mark.parametrize(
    ("text", "phrase", "relation"),
    [
        ("Built in the late 1950s.", "in the late 1950s", "in"),
        ("Throughout the 20th century it grew.", "Throughout the 20th century", "throughout"),
        ("Known as early as the 11th century.", "as early as the 11th century", "since"),
        ("There were nine as of March 4, 2011.", "as of March 4, 2011", "as_of"),
        ("It ran from 2004 to 2009.", "from 2004 to 2009", "from"),
        ("It ran between 2004 and 2009.", "between 2004 and 2009", "between"),
        (
            "Costs rise beginning in the first quarter of 2020.",
            "beginning in the first quarter of 2020",
            "since",
        ),
        ("It opens sometime in 2023.", "sometime in 2023", "in"),
        ("It must open no later than 5 May 2020.", "no later than 5 May 2020", "by"),
        ("It burned prior to 1905.", "prior to 1905", "before"),
        ("Opened 5 May 2020.", "5 May 2020", None),
    ],
)
def test_phrase_takes_in_the_preposition(text, phrase, relation):
    (date,) = find_dates(text)
    assert text[date.phrase_start : date.end] == phrase
    assert date.relation == relation


@pytest.mark.parametrize(
    "text",
    [
        "1950 people came.",
        "They sent 2000 responses.",
        "It cost $1999.",
        "Get version 2022.",
        "The road is 1900 km long.",
        "See room 2019.",
        "See pp. 1990-1998.",
        "A survey of 1709 schoolchildren.",
        "The herd rose to 1950.",
        "A total of 1987 votes.",
        "More than 1987 were hurt.",
        "In 2000 cases it failed.",
        "May I ask what this may be?",
        "April said so.",
        "They march on.",
        "She is in her nineties.",
        "Temperatures in the nineties.",
        "In the fall of Rome many died.",
        "We went to summer camp.",
        "Filed 01/02/2019.",
        "Call 713-2010-2015 now.",
        "The code is 133-03-03-2020.",
        "The server is at 192.168.20.15.",
        "Is 2015-32 a date?",
        "It went on last week, and today, and next year.",
        "He came on Friday.",
        "Last May was wet.",
        "The 2024 Notes are due.",
        "The first century of its rule was hard.",
        "It was up to date.",
        "The twenties were wild.",
        "We tried Office 2019; Office 2016; and others.",
    ],
)
def test_what_may_be_something_else_is_left_out(text):
    assert find_dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opened on 31 April 2021.",
        "It fell on the 31st of June 2020.",
        "It fell on 29 February 2021.",
        "It closed on 30 February.",
    ],
)
def test_a_day_that_its_month_does_not_have_leaves_no_month(text):
    """Either the day or the month is wrong, and nothing says which."""
    assert not find_dates(text)


def test_a_day_that_its_month_has_is_read():
    assert [date.timex for date in find_dates("It fell on 29 February 2020 and on 31 May.")] == [
        "2020-02-29",
        "XXXX-05-31",
    ]


@pytest.mark.parametrize(("order", "timex"), [("mdy", "2019-01-02"), ("dmy", "2019-02-01"), (None, None)])
def test_order_of_figures_is_given_or_the_date_left_out(order, timex):
    found = find_dates("Filed on 01/02/2019.", date_order=order)
    assert [date.timex for date in found] == ([timex] if timex else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It shut today.", [("today", "2018-05-31")]),
        ("It shut the day before yesterday.", [("the day before yesterday", "2018-05-29")]),
        ("It shut last month.", [("last month", "2018-04")]),
        ("It will open next week.", [("next week", "2018-W23")]),
        ("Sales fell this year.", [("this year", "2018")]),
        ("Sales fell last quarter.", [("last quarter", "2018-Q1")]),
        ("It shut two weeks ago.", [("two weeks ago", "2018-05-17")]),
        ("It shut three years ago.", [("three years ago", "2015")]),
        ("It shut half a year ago.", [("a year ago", "2017-11")]),
        ("It rose 5% from a year earlier.", [("a year earlier", "2017")]),
        ("It will open next Friday.", [("next Friday", "2018-06-08")]),
        ("It shut last Friday.", [("last Friday", "2018-05-25")]),
        ("It opens Tuesday of next week.", [("Tuesday of next week", "2018-06-05")]),
        ("It opens in two weeks.", [("in two weeks", "2018-06-14")]),
        ("It was built in two weeks.", []),
        ("He wed and died the following year.", []),
        ("It ran for the past three days.", [("past three days", "2018-05-28/2018-05-30")]),
        ("It ran for the past two quarters.", [("past two quarters", "2017-Q4/2018-Q1")]),
        ("It opens within nine months.", [("within nine months", "2018-05-31/2019-02-28")]),
        ("Within nine months, the herd had doubled.", []),
        ("It ran from March 2017 to date.", [("March 2017 to date", "2017-03/2018-05-31")]),
        ("It rained in June of last year.", [("June of last year", "2017-06")]),
        ("It opens on the 15th of next month.", [("15th of next month", "2018-06-15")]),
        ("It opens this August.", [("this August", "2018-08")]),
        ("It shut last winter.", [("last winter", "2017-WI")]),
        ("Wait for three business days from today.", [("three business days from today", "2018-05-31/2018-06-04")]),
        ("It rained in the last week of 2016.", [("last week of 2016", "2016-W52")]),
        ("It was the last year of the war.", []),
        ("It opened on 03/18/40.", []),
        ("The court ruled on Friday that it may open.", [("Friday", "2018-05-25")]),
        ("The court will meet on Friday.", [("Friday", "2018-06-01")]),
        ("The court meets on Friday.", []),
        ("The court told staff on Friday that it would open.", [("Friday", "2018-05-25")]),
        ("On Friday the court said it would open.", [("Friday", "2018-05-25")]),
        ("On Friday the court will say what it found.", [("Friday", "2018-06-01")]),
        ("The court was told it would open on Friday.", []),
    ],
)  # fmt: skip
def test_relative_dates_are_resolved_against_the_reference(text, expected):
    assert values(text, reference=REFERENCE) == expected


def test_relative_dates_are_marked():
    (date,) = find_dates("It shut two years ago.", reference=REFERENCE)
    assert date.kind == "relative"
    assert date.found_by == "ago"
    assert date.counted_day == dt.date(2016, 5, 31)


@pytest.mark.parametrize("end", ["of this year", "next year"])
def test_end_of_relative_years(end):
    (date,) = find_dates(
        f"It shuts at the end {'of ' if end == 'next year' else ''}{end}.", reference=REFERENCE
    )
    assert date.mod == "END"


@pytest.mark.parametrize(
    ("point", "first", "after"),
    [
        (CalendarPoint(decade=199), dt.date(1990, 1, 1), dt.date(2000, 1, 1)),
        (CalendarPoint(year=2019, quarter=4), dt.date(2019, 10, 1), dt.date(2020, 1, 1)),
        (CalendarPoint(year=2016, week=1), dt.date(2016, 1, 4), dt.date(2016, 1, 11)),
        (CalendarPoint(month=5), None, None),
        (CalendarPoint(year=-500), None, None),
        (CalendarPoint(year=9999, month=12), dt.date(9999, 12, 1), None),
    ],
)
def test_points_know_their_days(point, first, after):
    assert point.first_day() == first
    assert point.day_after() == after


@pytest.mark.parametrize(
    "row",
    [*load_rows("en/months.csv"), *load_rows("en/date_words.csv"), *load_rows("en/holidays.csv")],
    ids=lambda row: row.get("word") or row["name"],
)
def test_example_of_a_date_word_holds_a_date_with_it(row):
    word = row.get("word") or row["name"]
    found = find_dates(row["example"], reference=REFERENCE)
    assert found
    assert word.lower() in row["example"][found[0].phrase_start : found[-1].end].lower()


@pytest.mark.parametrize("row", load_rows("en/date_relations.csv"), ids=lambda row: row["phrase"])
def test_example_of_a_relation(row):
    (date,) = find_dates(row["example"])
    assert date.relation == row["relation"]
    assert row["example"][date.phrase_start : date.start].lower().startswith(row["phrase"].lower())


@pytest.mark.parametrize("row", load_rows("en/counted_nouns.csv"), ids=lambda row: row["word"])
def test_a_number_before_a_counted_noun_is_no_year(row):
    assert find_dates(row["example"]) == []


@pytest.mark.parametrize(
    "row", load_rows("en/year_contexts.csv"), ids=lambda row: f"{row['class']}-{row['word']}"
)
def test_example_of_a_year_context(row):
    is_year = row["class"] in ("dated_to", "event", "bracket_event", "subject", "not_plural", "dated_noun")
    assert bool(find_dates(row["example"])) == is_year


PIECES = st.lists(
    st.sampled_from(
        [
            "in", "the", "of", "from", "to", "and", "-", "–", ",", "/", "'", "2019", "12", "5", "31", "1990s",
            "May", "january", "Q4", "last", "next", "two", "thousand", "nineteen", "week", "year", "days", "ago",
            "BC", "first", "th", "century", "summer", "early", "end", "half", "Monday", "today", "fiscal", "\n", " ",
            "2019-01-26", "1/2/2019", "Easter", "now", "before", "9999", "10000", "days from", "centuries",
        ]
    )
    | st.text(max_size=5)
)  # fmt: skip


@given(PIECES, st.booleans())
def test_any_text_gives_dates_that_point_at_it(pieces, spaced):
    text = (" " if spaced else "").join(pieces)
    for reference in (None, REFERENCE, dt.date.min, dt.date.max):
        found = find_dates(text, reference=reference, date_order="mdy")
        end = 0
        for date in found:
            assert isinstance(date, DateExpression)
            assert text[date.start : date.end] == date.text
            assert end <= date.start < date.end
            assert 0 <= date.phrase_start <= date.start
            end = date.end


def test_dates_of_the_annotated_articles():
    if not GOLD.is_dir():
        pytest.skip(f"{GOLD} is not there")
    wanted, found = 0, 0
    for path in sorted(GOLD.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        article = (GOLD / "articles" / f"{record['article']}.txt").read_bytes().decode("utf-8")
        dates = [bound for date in find_dates(article) for bound in (date, *(date.bounds or ()))]
        for claim in record["claims"]:
            if claim["kind"] == "date":
                wanted += 1
                found += any(
                    date.start < claim["end"]
                    and claim["start"] < date.end
                    and (date.timex, date.mod) == (claim["value"]["timex"], claim["value"].get("mod"))
                    for date in dates
                )
    assert found >= 0.95 * wanted
