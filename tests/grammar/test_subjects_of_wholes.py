"""Participles of a series or a report, shares of what was sold, measures of a new thing, who is led to do; near misses."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def subjects(text, kind):
    return [c.subject and c.subject.text for c in extract(text).claims if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Corvo is a series of Linux tablets designed by Larch.", "organization", "Corvo"),
        ("Nimbus is a range of phones made by Larch.", "organization", "Nimbus"),
        ("A report on 400 schools published in 2014 found mould.", "date", "A report on 400 schools"),
        ("A study of the harbour conducted in 2011 found lead.", "date", "A study of the harbour"),
        # what is done to the parts themselves
        ("A survey of nurses hired in 2013 found stress.", "date", "nurses"),
        ("A report on two ships built in 1911 was lost.", "date", "two ships"),
        ("A book on the bridge built in 1901 sold well.", "date", "the bridge"),
    ],
)
def test_a_participle_behind_the_parts_of_a_whole(text, kind, subject):
    assert subjects(text, kind) == [subject]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The firm sold 31,500 bikes in 2022, about 60 percent of them in Germany.", "bikes"),
        ("The shop repaired 400 clocks in 2019, half of them for free.", "clocks"),
        ("Visits fell, with just 12% of visitors coming by train.", "visitors"),
        ("Looking closer at these users, only about 25% are new.", "these users"),
        ("Looking closely at the map, he found that 40% of roads were closed.", "roads"),
        ("The agency hired 90 people in 2020, 10% of the total.", "The agency"),
    ],
)
def test_what_a_share_is_of(text, subject):
    assert subjects(text, "percentage") == [subject]


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Norvelo released a three-wheeled van with a range of 95 kilometres.", "measurement", "van"),
        ("Halden opened a plant with a capacity of 40,000 tons.", "measurement", "a plant"),
        # what somebody does with it is said of them
        ("Ann Ray bought a house with a loan of $40,000.", "money", "Ann Ray"),
        ("She won an election with a majority of 400 votes.", "count", "She"),
        ("She set a record with a top speed of 300 km/h.", "measurement", "She"),
    ],
)
def test_a_new_thing_with_a_measure(text, kind, subject):
    (found,) = subjects(text, kind)
    assert found.endswith(subject)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Fame led him to leave the city and return to Oslo in 1895.", "him"),
        ("We expect the charge to rise beginning in 2021.", "the charge"),
        ("Illness forced Brandt to retire in 2004.", "Brandt"),
        # when they were told or promised it
        ("The court ordered the firm to pay a fine in 2012.", "The court"),
        ("She promised him to return in 1987.", "She"),
        ("The board wanted to sell the yard in 2021.", "The board"),
    ],
)
def test_who_is_led_to_do_it(text, subject):
    assert subjects(text, "date") == [subject]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bank expects output to rise 3% and prices to fall 2%.", ["output", "prices"]),
        ("The plan would allow rents to rise 2% in 2024 and fees to rise 4% in 2025.", ["rents", "fees"]),
        ("Analysts forecast prices to fall by 4% and sales to reach $2 billion.", ["prices"]),
        ("The mayor wants the city to hire nurses and doctors to cut waits by 40%.", ["waits"]),
        ("The firm expects sales to rise 3% and to open four shops.", ["sales"]),
        ("The board expects income to rise 6 percent and costs to rise 9 percent.", ["income", "costs"]),
    ],
)
def test_joined_infinitives_have_subjects_of_their_own(text, found):
    assert subjects(text, "change") == found


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Analysts forecast revenue to reach $4 billion.", "revenue"),
        ("Analysts forecast prices to fall by 4% and sales to reach $2 billion.", "sales"),
        ("The company expects to reach $4 million.", "The company"),
        ("The forecast to reach $4 million was wrong.", "The forecast"),
        ("The firm plans to cut jobs in Oslo and staff to save $4 million.", "The firm"),
    ],
)
def test_what_is_foreseen_to_come_to_an_amount(text, subject):
    assert subjects(text, "money") == [subject]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Cabinet decided to extend the ban that has been in place since 3 February.", "the ban"),
        ("The council kept a rule which had been in place since 1999.", "a rule"),
        ("The mill, which closed early, has sold flour since 1999.", "The mill"),
        ("He has said that prices rose since 2014.", "prices"),
        ("It is not as cold as in the hill towns during the winter.", "It"),
        ("Rents rose faster than in the suburbs in 2019.", "Rents"),
        ("The trials were held in Oslo and, with more riders, in 2003.", "The trials"),
        ("In Oslo, after a long war, in 1999, peace came.", "peace"),
    ],
)
def test_a_date_behind_another_phrase(text, subject):
    assert subjects(text, "date") == [subject]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Nine of the boats sank in the storm, which is 20% of the fleet.", "the boats"),
        ("240 riders gave up before the end, which is about 10 percent of the field.", "riders"),
        ("The firm paid for the mill, which is 30% of its assets.", "the mill"),
    ],
)
def test_a_share_that_a_clause_adds(text, subject):
    assert subjects(text, "percentage") == [subject]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Their average age was 52 years, and 54 percent were women.", None),
        ("The poll asked 900 adults, and 30 percent were retired.", "adults"),
        ("Of the patients, 54 percent were women.", "the patients"),
        ("- Among nurses, 44% are new.", "nurses"),
        ("The drug had a risk of death of 4%.", "The drug"),
    ],
)
def test_a_share_that_does_not_say_whose_it_is(text, subject):
    assert subjects(text, "percentage") == [subject]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The firm issued notes due in 2024.", "notes"),
        ("The city issued bonds, due in 2030, to pay for roads.", "bonds"),
        ("The board approved a dividend of $0.31 per share, payable on December 15, 2022.", "a dividend"),
        ("The study followed 2,316 adults between 2014 and 2019.", "The study"),
        # said of the clause
        ("The mill is due in 2024.", "The mill"),
        ("Tickets were available from 3 May.", "Tickets"),
        ("The firm paid rent in 2024.", "The firm"),
    ],
)
def test_an_adjective_between_a_noun_and_a_date(text, subject):
    assert subjects(text, "date") == [subject]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Larch sells Corvo for Windows, a photo editor.", "Corvo"),
        ("They moved to Windows, an operating system.", "Windows"),
        ("It wrote Zork for Amiga, a home computer.", "Amiga"),
        ("Ann Ray wrote Sprig for Larch, a publisher.", "Larch"),
    ],
)
def test_an_apposition_behind_a_platform(text, subject):
    assert subjects(text, "definition") == [subject]


def test_what_the_contents_of_something_are_told_of():
    text = "It was trained on Webset, a dataset consisting of the contents of 45 million pages."
    assert subjects(text, "count") == ["Webset"]
    assert subjects("The contents of 12 boxes were sold.", "count") == ["boxes"]


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Revenue of $40 million in 2018 rose 4 percent.", "date", "Revenue"),
        ("It had sales of $4 million in 2019.", "date", "It"),
        (
            "Costs include a debt for tax payable to the Bank of Oslo in the amount of $9.3 million.",
            "money",
            "a debt for tax payable to the Bank of Oslo",
        ),
        ("He was fined in the amount of $4,000.", "money", "He"),
        ("A third of staff at the plant, where 900 people work, have left.", "percentage", "staff"),
        ("Two thirds of the forest, or about 9,000 hectares, burned.", "percentage", "forest"),
        ("Rents rose by 4%, which 30% of tenants could not pay.", "percentage", "tenants"),
        ("It fell to minus 12 degrees on Sunday, the coldest night since 2010.", "date", "It"),
        ("The hospital saw 2,100 patients in January, of whom 140 had to stay.", "count", "patients"),
        ("Turnover at the chain, which runs 88 shops, fell.", "count", "the chain"),
        ("Turnover at the chain, which was $40 million, fell.", "money", "Turnover at the chain"),
        (
            "The bridge, at 640 metres the longest in the region, has 30,000 cars a day.",
            "count",
            "The bridge",
        ),
        ("The union, with 41,000 members, has called three strikes.", "count", "The union"),
        (
            "The survey, carried out among 1,500 parents, found that 38% had cut back.",
            "percentage",
            "parents",
        ),
        ("The mayor told 40 reporters that 38% had left.", "percentage", None),
        ("Most of the rest, 27%, said they had borrowed money.", "percentage", "Most of the rest"),
    ],
)
def test_whose_an_amount_is(text, kind, subject):
    assert subjects(text, kind)[-1] == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("They sailed to Kell, which was the largest port.", "Kell"),
        ("They prepared Voyage 12, which will be the last flight.", "Voyage 12"),
        ("Rain was 40% below the average, the lowest since 1976.", "Rain"),
        ("The bridge, at 640 metres the longest in the region, carries cars.", "The bridge"),
        ("They built a mill, the town's oldest.", "a mill"),
    ],
)
def test_what_is_ranked_behind_a_comma(text, subject):
    assert subjects(text, "ranking") == [subject]


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("The storm brought winds of 140 km/h and 60 mm of rain.", "measurement", "rain"),
        ("The cake needs 200 g of flour and 100 g of sugar.", "measurement", "The cake"),
        ("It owns 3,000 coins, the oldest of which dates from 310 BC.", "ranking", "coins"),
        ("They own a mill in Oslo, the oldest in Norway.", "ranking", "a mill in Oslo"),
        ("She runs a hotel in Kell, the largest town in Orr.", "ranking", "Kell"),
        ("She rents a flat in the city, the largest in Norway.", "ranking", "the city"),
    ],
)
def test_the_last_of_two_and_the_first(text, kind, subject):
    assert subjects(text, kind)[-1] == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A report on 60 sailors released in 2011 was lost.", "60 sailors"),
        ("A study of singles released in 1988 won a prize.", "singles"),
        ("A review of 70 articles published in 2017 found gaps.", "70 articles"),
        ("A survey of poets published in 1991 won a prize.", "poets"),
        ("A set of twins born in 1984 came to Leeds.", "twins"),
        ("A set of pupils hired in 2015 was late.", "pupils"),
        ("A collection of tales set in 1870 was printed.", "tales"),
        # what a report and a series are told of
        ("A review of nurses printed in 2012 was lost.", "A review of nurses"),
        ("A study of adults conducted in 2012 found stress.", "A study of adults"),
        ("A family of engines designed in 1990 is sold.", "A family of engines"),
    ],
)
def test_a_participle_of_the_parts_themselves(text, subject):
    assert subjects(text, "date")[-1] == subject


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Looking at Kenya, about 35% had left.", "percentage", None),
        ("Looking at the plan, 35% is water.", "percentage", None),
        ("Turning to the figures, about 35% had left.", "percentage", None),
        ("Turning to the farms, about 35% are small.", "percentage", "the farms"),
        ("Income from rents, which makes up 35% of sales, rose.", "percentage", "Income from rents"),
        ("Sales at Kelda, which makes up 35% of the group, rose.", "percentage", "Sales at Kelda"),
        ("Profit at the bank, which employs 350 people, rose.", "count", "the bank"),
        ("She died at a home in Leeds, the oldest of her family.", "ranking", "She"),
        ("She works at a mill in Leeds, the oldest of its kind.", "ranking", "a mill in Leeds"),
        ("Orvane, a maker of boats, small engines and other parts, employs 40.", "definition", "Orvane"),
        ("Costs and rents rose 12% and 9%, respectively.", "change", "rents"),
    ],
)
def test_whose_it_is(text, kind, subject):
    assert subjects(text, kind)[-1] == subject


def test_the_first_of_two_dealt_out():
    changes = extract("Costs and rents rose 12% and 9%, respectively.", kinds=["change"]).claims
    assert [change.subject.text for change in changes] == ["Costs", "rents"]


def test_a_list_of_persons_with_their_trades():
    roles = extract("Mia Hale, a chief, Tom Birch, a cook, and Carl Dahl left.", kinds=["role"]).claims
    assert [(role.subject.text, role.value.title) for role in roles] == [
        ("Mia Hale", "chief"),
        ("Tom Birch", "cook"),
    ]
