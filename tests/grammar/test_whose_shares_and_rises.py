"""Shares that say whose they are and shares that do not, what rises, how far participles draw a subject; near misses."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def subject_of(text, words):
    found = [c for c in extract(text).claims if c.text == words and c.kind not in ("quote", "definition")]
    assert found, [(c.kind, c.text) for c in extract(text).claims]
    return found[0].subject and found[0].subject.text


SHARES = [
    # a verb that was taken for a noun
    (
        "Sixty percent of local bakers support plans for a mill.",
        "Sixty percent of local bakers",
        "local bakers",
    ),
    ("Of the cooks, 40% agree.", "40% agree", "the cooks"),
    ("The plan has 60% support for now.", "60% support", "The plan"),
    ("The bill drew 57% support for the mill.", "57% support", "The bill"),
    # what "with" sets beside it, and what goes on with that
    ("Sixty percent of bakers want it, with 19 percent opposing.", "19 percent", "bakers"),
    (
        "Sixty percent of bakers want it, with 19 percent opposing and 15 percent wavering.",
        "15 percent",
        "bakers",
    ),
    ("The firm left with 19 percent and 15 percent of it was sold.", "15 percent of it", "it"),
    # people who are likely to do something
    ("About 40% of Danes likely to vote in May say they will.", "About 40% of Danes", "Danes"),
    ("He hopes to sell 40% of shares likely to rise.", "40% of shares", "He"),
    # what a study finds
    ("The survey finds 30 percent of cod are small.", "30 percent of cod", "cod"),
    ("The firm finds 30 percent of its staff in Oslo.", "30 percent of its staff", "The firm"),
    # two sides of a race
    ("Mayor Ann Ray leads rival Bo Sund 45% to 43%.", "43%", "Bo Sund"),
    ("Ann Ray beat Bo Sund, 52% to 48%.", "48%", "Bo Sund"),
    ("The motion passed in Oslo 60% to 40%.", "40%", "The motion"),
    ("Guests gave Bo Sund 45% to 50%.", "45% to 50%", "Guests"),
    # members of a whole that is told of
    ("Most nurses like it, including 86% of night nurses.", "86% of night nurses", "night nurses"),
    (
        "76% of old cooks read it, compared with 62% of both Dutch and Danish guests.",
        "62% of both Dutch and Danish guests",
        "both Dutch and Danish guests",
    ),
    # what a bracket itself says that its shares are for
    ("Power grew fast (12% for wind and 20% for coal).", "12%", "wind"),
    ("Power grew fast in Ulm (12% for the year).", "12%", "Ulm"),
    ("The vaccine was good (95% for adults).", "95%", "The vaccine"),
    ("Ray got the longest term (20 years for theft).", "20 years", "the longest term"),
    # people whose share stood in a bracket
    ("Most Danes (61%) agree, while 30% do not.", "30%", "Most Danes"),
    ("About four-in-ten Danes (38%) like it, while 59% disagree.", "38%", "Danes"),
    # shares of nobody who is named
    ("Just 14% say they need it.", "14%", None),
    ("A median of 46% feel safe.", "46%", None),
    ("A total of 46% of the shares were sold.", "46% of the shares", "A total of 46% of the shares"),
    ("Most Danes oppose it, with 40% strongly opposed and 20% somewhat opposed.", "20%", "Most Danes"),
    ("Half said that prices had risen, and 53% said so of rents.", "53%", None),
    ("Asked why trust has waned, 14 percent named the mayor.", "14 percent", None),
    ("Nurses are tired: 60% want to leave.", "60%", "Nurses"),
    (
        "The mill made a profit of $2 million, a fifth of which went to the staff.",
        "a fifth of which",
        "a profit",
    ),
]


@pytest.mark.parametrize(("text", "words", "subject"), SHARES)
def test_whose_a_share_is(text, words, subject):
    assert subject_of(text, words) == subject


CHANGES = [
    # named between the amount and the noun of its change, or right before that noun
    ("The mayor showed a budget with a 7% tax increase.", "7% tax increase", "tax"),
    ("The council backed a 4% pay rise for cooks.", "4% pay rise", "pay"),
    ("Revenue growth of 3% was low.", "growth of 3%", "Revenue"),
    ("The firm saw gross profit growth of 3%.", "growth of 3%", "gross profit"),
    ("The firm saw a 7% annual wage rise.", "7% annual wage rise", "wage"),
    ("Rivals posted a 5% increase.", "5% increase", "Rivals"),
    ("The mill saw a 5% annual increase.", "5% annual increase", "The mill"),
    # who only wants or foresees it
    ("Analysts had forecast a 3% increase.", "3% increase", None),
    ("The mayor proposed a 3% rise in fees.", "3% rise", "fees"),
    ("The mill recorded a 3% increase.", "3% increase", "The mill"),
    # a time is no thing that rises
    ("Sales fell in May. They had seen a 4% rise in the previous month.", "4% rise", "They"),
    ("They saw a 4% rise in the number of months.", "4% rise", "the number of months"),
    # in a bracket behind another amount
    ("The main markets were Chile ($5 million, up 35 percent) and Peru.", "up 35 percent", "Chile"),
    ("Sales rose to $5 million, up 35 percent.", "up 35 percent", "Sales"),
    # set beside the clause by "with", or by "as"
    ("Gains shrank with gross profit down 9% to $2 million, and costs up 3%.", "up 3%", "costs"),
    ("Gains shrank with gross profit down 9% to $2 million.", "down 9% to $2 million", "gross profit"),
    ("Comparable sales grew 2% as shares traded down 3%.", "down 3%", "shares"),
    ("The shop grew 5% as a chain.", "grew 5%", "The shop"),
    # beside an amount that it is told of
    ("Rents rose, with Acme showing a mean price of $400, a 2% increase.", "2% increase", "a mean price"),
    ("Costs hit $4 million, a 3% rise in rents.", "3% rise", "rents"),
    # a past tense that was taken for a participle
    (
        "They found that the risk of falls increased by 60 percent.",
        "increased by 60 percent",
        "the risk of falls",
    ),
    (
        "The prices of goods raised by the state fell 3%.",
        "fell 3%",
        "The prices of goods raised by the state",
    ),
    # expected to be up or down
    ("The firm expects net revenue to be down 8 per cent.", "down 8 per cent", "net revenue"),
    ("The firm is down 8 per cent.", "down 8 per cent", "The firm"),
    # sums that are due
    (
        "Cash fell on a $6 million increase in accounts receivable and unbilled fees.",
        "$6 million increase",
        "accounts receivable and unbilled fees",
    ),
    ("It followed a $6 million increase in accounts and fees.", "$6 million increase", "accounts and fees"),
]


@pytest.mark.parametrize(("text", "words", "subject"), CHANGES)
def test_what_changed(text, words, subject):
    assert subject_of(text, words) == subject


EXTENTS = [
    # a participle that was taken for the verb
    (
        "The average price of boats sold per dealer in Leeds was £1.6 million.",
        "£1.6 million",
        "The average price of boats sold per dealer in Leeds",
    ),
    ("The hares studied have lost 30% of their range.", "lost 30% of their range", "The hares studied"),
    ("The mill closed in Ulm was sold for $4 million.", "$4 million", "The mill closed in Ulm"),
    ("The firm hired in Ulm and was told to pay $4 million.", "$4 million", "The firm"),
    ("The team lost by 4 points and was fifth.", "4 points", "The team"),
    ("Shares traded at 4 kroner.", "4 kroner", "Shares"),
    ("The average daily rent of flats rose 3%.", "rose 3%", "The average daily rent of flats"),
    ("Among nurses, support for it is down from 84% to 73%.", "down from 84% to 73%", "support for it"),
    # pairs that are one member of a list
    ("They sold fuel (£9m), cars and lorries (£7m) and food (£2m).", "£7m", "cars and lorries"),
    ("They sold cars and lorries (£7m) in May.", "£7m", "lorries"),
    # titles in quotation marks
    ("“Yes Man” earned $18 million.", "$18 million", "Yes Man"),
    (
        "“Call Him in the Morning” has earned $4 million.",
        "$4 million",
        "Call Him in the Morning",
    ),
    ("“The man earned $4 million,” he said.", "$4 million", "The man"),
    ("“My brother” earned $4 million.", "$4 million", "My brother"),
    # participles that open a sentence
    ("Also starring Ann Ray, the film earned $4 million.", "$4 million", "the film"),
    ("Falling far behind, the old film took $9 million from it.", "$9 million", "the old film"),
    ("Training the model costs $4 million.", "$4 million", "Training the model"),
    ("As a whole, school rolls fell by 3%.", "fell by 3%", "school rolls"),
    # days that open a sentence
    ("Today Brazil and Peru are the largest growers.", "the largest growers", "Brazil and Peru"),
    ("Today Show ratings fell 3%.", "fell 3%", "Today Show ratings"),
]


@pytest.mark.parametrize(("text", "words", "subject"), EXTENTS)
def test_how_far_a_subject_reaches(text, words, subject):
    assert subject_of(text, words) == subject


AMOUNTS = [
    ("Revised figures show total exports of £9bn.", "£9bn", "total exports"),
    ("The firm had total exports of £9bn.", "£9bn", "The firm"),
    ("The firm reported earnings per share of $4.", "$4", "The firm"),
    (
        "Net profit at the Ulm-based firm was $4 million, compared with $3 million a year ago.",
        "$3 million",
        "Net profit at the Ulm-based firm",
    ),
    ("The old mill was 40 m high, compared with 30 m for the new one.", "30 m", "the new one"),
    ("Officers seized cocaine worth $4 million.", "$4 million", "cocaine"),
    ("About 300 tonnes (330 short tons) of cocoa is made there.", "About 300 tonnes", "cocoa"),
    ("The firm bought 5 acres (2 ha) of land.", "5 acres", "The firm"),
    ("It added 600 new jobs last month, 90 of which were needed.", "90 of which", "new jobs"),
    ("Milk exports rose to a record $4 million.", "a record", "Milk exports"),
    ("He set a record of 40 wins.", "a record of 40 wins", "He"),
    ("The cup went to Ann Ray in 1960 and 1964, who was the first to keep it.", "the first", "Ann Ray"),
    ("He was the third Dane to win, after Bo Lund in 1904.", "in 1904", "Bo Lund"),
    ("He left Oslo, after Bo Lund in 1904 had gone.", "in 1904", "He"),
    ("Over the course of 2016, rents rose 3%.", "of 2016", "rents"),
    (
        "By the end of the strike in March 1974, the cost of coal had doubled.",
        "in March 1974",
        "the end of the strike",
    ),
    ("It opened on 1 June, and full service began on 11 May 2016.", "began on 11 May 2016", "full service"),
    ("Bo Lund estimated the tunnel to cost $4 million.", "$4 million", "the tunnel"),
    ("Bo Lund estimated the tunnel at $4 million.", "$4 million", "the tunnel"),
    ("The Greens lead with 61%; the Labour Party – 7%; the Rural Party – 6%.", "6%", "the Rural Party"),
    ("The club took 52 seats; the rest took 6.", "52 seats", "The club"),
    ("The Greens lead, followed by the nine-party bloc with 14%.", "14%", "the nine-party bloc"),
    ("Sales were poor — margin in the period was 10 percent.", "10 percent", "margin in the period"),
    ("The mill – built in 1905 – has 40 looms.", "40 looms", "The mill"),
    (
        "Ryde Airlines and Una Airlines each bought over 100 jets.",
        "over 100 jets",
        "Ryde Airlines and Una Airlines",
    ),
    ("Each bought over 100 jets.", "over 100 jets", "Each"),
    (
        "They raised much, with Acme raising $9.4 billion and Orbit Ltd securing $3 billion.",
        "$3 billion",
        "Orbit Ltd",
    ),
    ("He left with men buying $4 million of it.", "$4 million", "it"),
    ("Sun had 40 GW in May, compared with 30 GW of coal.", "30 GW", "coal"),
    ("The mill made 50 tonnes in May, compared with 30 tonnes of rye a year ago.", "30 tonnes", "The mill"),
    ("Mills made 40 tons of rye, compared with 30 tons of rye in May.", "30 tons", "Mills"),
    ("Automattic, the company behind WordPress, has made 29 films.", "29 films", "Automattic"),
    ("In Ulm, the town council, has 40 men.", "40 men", "the town council"),
    ("The dam, which fed the town, and which was named in 2009, is old.", "was named in 2009", "The dam"),
]


@pytest.mark.parametrize(("text", "words", "subject"), AMOUNTS)
def test_whose_an_amount_is(text, words, subject):
    assert subject_of(text, words) == subject
