"""Errors planted in sentences written for the purpose, and sentences much like them that are right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import claimcheck

pytestmark = pytest.mark.model

PLANTED = [
    json.loads(line)
    for line in (Path(__file__).parent / "planted.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case["id"])
def test_a_planted_error_is_found(case):
    found = {finding.rule for finding in claimcheck.lint(case["text"]).findings}
    assert case["rule"] in found


@pytest.mark.parametrize("case", [case for case in PLANTED if "right" in case], ids=lambda case: case["id"])
def test_the_same_without_the_error_is_no_finding(case):
    assert not [(finding.rule, finding.reason) for finding in claimcheck.lint(case["right"]).findings]


RIGHT = [
    "The trader had set up a 10b5-1 plan for the sale.",
    "The forecast for growth was lowered from 6-8 per cent to 4-6 per cent.",
    "Some 77% of the crossings fit, comprising 77% of the crossings at dawn and 76% of the crossings at dusk.",
    "Her list of works consists of twenty albums, nine collections and seven singles.",
    "Iven Marsh was born in 1918. Marsh died in 1978, four years before his brother.",
    "The fund bought back shares for $1.6 billion, $728 million to repay a loan and $316 million to repay a bond.",
    "Sales, which had doubled by 2018, rose from £210 million to £240 million.",
    "The village has 48 houses. The 30 houses on the hill are empty.",
    "The trial had 240 patients and 36 of them left. The 204 patients were seen every month.",
    "Oslo drew 40,000 visitors and Bergen 30,000. Bergen had the largest share in the west.",
    "Lorn Ltd employs 320 people. Later it hired more: by summer Lorn Ltd had 410 employees.",
    "The club won by 21 to 14 points.",
    "The price rose by 25 cents, or 6 percent, to $4.40. It had been at $3.90 in January and had touched $5 in June.",
    "The fund took in $3.2 million in 2022, up 10 percent from $2.9 million the year before.",
    "The key rate was cut by 75 basis points, from 4.25 percent to 3.5 percent.",
    "Among voters, 48% backed the mayor, 38% preferred her rival and 14% had not decided.",
    "The electricity comes from three sources: 40% from wind, 35% from gas and 25% from coal.",
    "The zoo keeps 57 animals: 30 monkeys, 12 lions and 15 bears.",
    "The three branches sold 120, 95 and 80 bikes, 295 in total.",
    "He bought 40 tickets at $25 apiece, paying $1,000 in all.",
    "Among women 60% said yes, 50% of men were against it and 30% of pupils did not know.",
    "Born in 1931 to a mother who died in 1990 at the age of 85, Lund became a priest.",
    "The singer, born in 1948, died in 2016 at the age of 67.",
    "Revenue rose from $2.1bn to $3.5bn, up about 67 %, and by 12 % a year on average.",
    "Sales grew 5 percent a year from $100 million to $150 million.",
    "Organic growth was 3 percent; sales rose from $100 million to $150 million, an organic increase of 3 percent.",
    "The rate rose from 20 percent to 25 percent, an increase of 25 percent.",
    "The company moved up from 10th to 5th place.",
    "The net loss grew from $5 million to $2 million.",
    "Profit nearly doubled from 10 million euros to 19 million euros.",
    "Of the members, 60% own a car, 50% own a bicycle and 20% own both.",
    "Some 40% are women, of whom 30% work part-time, and the remaining 60% are men.",
    "Of the 400 asked, 131 (33%) agreed.",
    "Twelve people, including seven men and three women, were hurt.",
    "The town spent $40,000 on roads and $25,000 on parks, more than the total of $75,000 it had planned.",
    "They sold 200 units at $5 each, which helped to bring in $2,000 for the school.",
    "The Mail on Sunday, 4 March 2021, carried the story.",
    "The score was 3-1, and he served from 1999-2004.",
    "Caesar ruled from 49 to 44 BC.",
    "Peter Lund (1904-1981) was a Danish painter. He died at the age of 76.",
    "He led the union for 15 years, from 1970 to 1985.",
    "Marlow Foods employs 1,200 people. Later, Marlow Foods employed 2,100 people.",
    "The bridge cost $4.2 million. The whole motorway cost $4.2 billion.",
    "Storm kills dozens\n\nThe storm killed 41 people on the coast on Monday.",
    "Fire injures about 10\n\nThe fire injured 11 people on Monday.",
    "Site\tWorkers\nLeeds\t120\nYork\t85\nTotal\t205",
    "Share\tSales (in millions)\nNorth\t$1.4\nSouth\t$1.4\nEast\t$1.4\nTotal\t$4.1",
    "Group\tMembers\nMen\t40\nWomen\t60\nUnder 30\t55\nOver 30\t45\nTotal\t100",
    "Month\tAverage price\nMay\t$64.77\nJune\t$72.49\nTotal\t$68.97",
    "Cost\t2019\nWages\t$400\nRent\tsome\nFood\t$300\nTotal\t$900",
    "Cost\t2019\nWages\t$400\nof which bonuses\t$90\nFood\t$300\nTotal\t$700",
    "Cost\t2019\nWages\t$400\nFood\t$300\nTotal costs of the year before\t$650",
    "Visits fell from 900 to 700 followed by a 3% rise in May.",
    "The body compared deaths of 10-19 year olds from 2005 to 2015.",
    "Awardees receive between $25 million and $65.",
    "32B seen\n\nModel | Batch | Score\nQ/32 | 79k | 66.6%\n\n12B seen\n\nModel | Batch | Score\nQ/32 | 32k | 62.9%",
    "Texas was the largest producer with 30 tonnes, followed by Ohio with 28 tonnes.",
    "Texas was the largest producer with 30 tonnes, followed by Ohio with 38 dollars.",
    "It sold 200 of the 400 km (45%) of pipe.",
    "The server is 80% Rust, and the client is 40% Rust.",
    "They sold 200 units at €5 each for $2,000.",
    "The 12 men and 30 women, 40 kg in all, were there.",
    "Ann Lee was born in the 1950s. She died in 2000 at the age of 60.",
    "Ann Lee was not born in 1950. She died in 2000 at the age of 60.",
    "Ann Lee may have been born in 1950. She died in 2000 at the age of 60.",
    "Ann Lee was born in late 1950. She died in 2000 at the age of 60.",
    "Ann Lee was born in 1950. She died at the age of 60.",
    "Ann Lee was born in 1999. She died in 2003 at the age of 30 months.",
    "He led the union for 15 months, from 1984 to 1985.",
    "Of those asked, 44% said yes, 41% said no and 15% were undecided.",
    "Of the users, 60% like red, 50% like blue and 40% like green.",
    "Half of the money goes to wages, 30 percent to rent and 20 percent to machines.",
    "Mira Stone finished first in 53.2 seconds, ahead of Jo Lind in 53.9 seconds.",
    "The price was cut from $9 million to $7 million.",
    "She ran the school from 1992 to 2004, a term of twelve years.",
    "He sold 12 paintings for €500 each and earned €6,000.",
    "The side scored 24 points in the first half and 30 in the second, 54 in all.",
    "Of women, 55% said yes, of men 40% said no, and 12% of all were unsure.",
    "The three banks lent 4, 5 and 6 million, in all a total of 15 million.",
    "Support slid 7 points to 41 percent from 48 percent.",
    "The side slid 11 points to 41 points from 52.",
    "Storm costs $40 million\n\nThe storm cost 41 people their homes.",
    "Rents in the quarter fell 10% last year, from $1,500 to $1,350 a month.",
    "The tower opened in 1930 and closed in 1990 after 40 years of neglect.",
    "Founded in 1950, it closed in 1990 after 40 years in business.",
    "The library, opened in 1950, was shut in 1990, after 25 years of argument.",
    "The fleet consists of 30 buses: 18 electric ones and 12 diesel ones.",
    "Landslide kills 24 in mountain village\n\nThe landslide in the village killed 14 people on Friday and 10 more died on Saturday.",
    "Storm kills three in Kent\n\nThe storm killed two people in Kent on Friday. A third died in hospital.",
    "Clashes kill 12\n\nClashes on the border killed eight soldiers and four civilians.",
    "Some 48% voted for Lind, 37% for Aas and 15% for Moe.",
    "Some 70% went to work by car, 40% went to school by bus and 30% went to shops by bike.",
    "Brenner Foods employs 1,250 people. Sales are growing. Brenner Foods employs 1,520 people in summer.",
    "The new tunnel will cost 3.6 billion euros. Keeping up the tunnel costs 3.6 million euros a year.",
    "Born on 4 May 1950, Dario Conti was 46 when he was elected mayor in 1996.",
    "Born in 1950, Dario Conti was 36 when his father became mayor in 1986.",
    "Eva Lind, born in 1970, married a man who was 60 when he retired in 2005.",
    "Since 2015 the number of members has more than doubled, from 3,000 to 6,800.",
    "The price was cut to $5, from a recommended $4.50 for members.",
    "Temperatures dropped to 4 degrees from 3 p.m. on.",
    "Sales grew to 500 from 1 May on.",
    "The crew of 24, thirteen women and eleven men, left on Friday.",
    "A group of 40, two women and a few men, left.",
    "Of 80 tests, 20, or 25%, were positive.",
    "Each of the 40 seats cost £90, or £3,600 in all.",
    "Each of the three cost £90, or £30 a head for a total of 9 guests.",
    "On the 1st of March 2022, a Tuesday, the bank closed.",
    "The law of 1 March 2022, a Friday deal, passed.",
    "The monastery stood for four centuries, from 1140 to 1540.",
    "Kenya leads the ranking with 3.9 million tonnes, followed by Uganda with 3.1 million tonnes.",
    "Each of the 40 rooms cost €90, or €99 with tax.",
    "Each of the 30 singers paid €60, or €5 a month for a year.",
    "She bought 30 lamps at $20 apiece, paying $700 in all with postage.",
    "Of 60 pumps, 12, or 30% of those that leaked, were mended.",
    "Some 52% voted for Lind, 39% for Aas in the east and 44% for Aas in the hills.",
    "The tug was launched in 1920, entered service in 1926 and was sold in 1980 after 54 years of service.",
    "Three drowned in lake storm\n\nTwo drowned in a storm on the lake on Friday, and a third died later.",
    "Born in 1950, Dario Conti was 34 when his uncle, born in 1922, died in 1984.",
    "Norway leads the ranking with 9 medals, followed by Spain with 11 medals but fewer golds.",
    "With 5 tries in the first half and 2 in the second, they scored 41 points in total.",
    "Two held over theft\n\nPolice have held three men over the theft; one was released.",
    "Sales climbed to $84 million in the second quarter from $70 million a year earlier, a gain of 20 percent.",
    "The price rose 3 percent to $84 a barrel on Monday, from $76 at the end of last month.",
    "Women earned £556 a week, 1.8% more, against £459 elsewhere, 2.2% more.",
    "Employment rose by 112,000 to 4.1 million jobs, against 400,000 in the next state.",
    "Sales, which had doubled between 2015 and 2018, rose from £210 million to £240 million.",
    "Membership tripled in ten years, from 6,000 to almost 20,000.",
    "Deaths fell from 61 to 17, less than a third.",
    "Adjusted for acquisitions, growth was 3.1 %. Turnover grew by 8.6 % to €1,267 million (previous year: €1,167 million).",
    "The price will go up by $80 next year, from $540 to $620.",
    "The gap was cut from nine points to four, and the club climbed to third place from seventh.",
    "With 48 goals, the side has scored three times as many as it has let in, which is 16.",
    "The yard hired 700 people, and over the year it has hired four times that amount, 2,800.",
    "The plant makes 50,000 cars a year, half as many again as the 33,000 of last year.",
    "The biggest market is Brazil, with sales of $740 million; second is Mexico with $710 million and third Chile with $150 million.",
    "They won 20 games: 12 at home and eight away.",
    "Of the 62 firms asked, 40 exported to Asia, 35 to America and 21 to both.",
    "They counted thirty men, seventeen women, twenty boys and ten girls.",
    "Of 240 patients, 130 had asthma and 120 smoked.",
    "Of the budget of $480,000, the museum will spend $260,000 on the roof and $110,000 on heating.",
    "Tickets cost $15 each, or $12 for members, and about 2,000 were sold, bringing in $27,400.",
    "The coins, of which 2,000 were struck, cost $30 each; with the box they are $38, and the mint took in about $70,000.",
    "The library bought 60 chairs at $80 each and 12 tables at $210 each, for a total of $7,320.",
    "About 200 of the 700 workers walked out (30 percent).",
    "Under approval voting, 58 percent voted for Ahn, 47 percent for Reyes and 31 percent for Cole.",
    "Half of the land is forest, a quarter is farmland and the remaining 25 percent is built up.",
    "About 45% of the code is Kotlin and 40% Swift; the shared library, of which 90% is Rust, makes up the rest.",
    "They dined between twelve and one.",
    "Temperatures ranged from 4 to -11 degrees.",
    "He served from 1967 to 1969 in the army and for 22 years in the police.",
    "The strike lasted for five weeks, from 28 March to 2 May 2016.",
    "Josef Klein (born 3 April 1889, died 12 November 1961) held 41 patents. His wife was ill. She was 62.",
    "Insurer to shed 300 jobs\n\nThe insurer plans to shed 180 jobs next year and 120 jobs the year after.",
    "City to plant 10,000 trees\n\nThe city will plant 2,000 trees a year from next year on.",
    "Rolf Tanner was born in 1940 in Bern. His son, also Rolf Tanner, was born in 1969.",
    "Acme Tools was founded in 1975. In 1985, Acme Tools established a branch in Leeds.",
    "In 2015, Delmor employed 1,200 people. The town is small. Delmor employs 900 people.",
    "The museum had 12 guards. Later the museum had 14 guards. Now the museum has 17 guards.",
    "Net sales of $1.2 billion were a record. A fall in net sales of $3 million in one channel did not matter.",
    "Group | Men | Women | All\n--- | --- | --- | ---\nUnder 30 | 120 | 140 | 260\n30 to 60 | 210 | 190 | 400",
    "School | Boys | Girls | All\n--- | --- | --- | ---\nHill | 71% | 79% | 75%\nVale | 66% | 72% | 69%",
    "He sat in parliament for 30 years, from 1951 to 1966 and again from 1970 to 1985.",
    "Some 78 percent of the staff speak English, 40 percent German and 22 percent Czech.",
    "The score went from 6 to 4 to 6 all.",
    "The 1,600-kilometre line cost $8 billion, or $5 million a kilometre, twice the $4 billion first budgeted.",
    "Norway produced 2.1 million tonnes and Chile 1.4 million tonnes. Chile had the highest growth rate, at 9 percent.",
    "France had 1,200 cases and Italy 900 cases. Italy had the highest number of deaths, 80.",
    "Rome had 3,100 hotels and Milan 1,200 hotels. Milan had the highest average price, 210 euros.",
    "Peru shipped 40,000 tonnes and Chile 55,000 tonnes. Peru is the biggest exporter to Japan.",
    "| Town | Rent |\n|---|---|\n| Ardal | 900 |\n| Brevik | 1,200 |\n\nArdal had the highest rent increase, at 12%.",
    "| Model | Error |\n|---|---|\n| Base | 12.1 |\n| Large | 9.4 |\n\nBase had the lowest error rate on noisy speech, at 19.4.",
    "He played for Rovers from 2004 to 2012. In his three-year spell at Town he scored 20 goals.",
    "He was jailed from 1980 to 1990. His sentence of 15 years was cut for good conduct.",
    "She worked at Tern from 2001 to 2013. During this time she took a two-year leave; during those two years she studied.",
    "He served in the army from 1939 to 1945, and was in prison for two years after that. In those two years he learned Greek.",
    "The museum was closed from 2013 to 2021, and then again for repairs. During these two years it moved its collection.",
    "Students pay £9,000 a year. With 400 students, the school takes £10.8 million over three years.",
    "Guests pay 90 euros a night. With 80 guests, the hotel took 21,600 euros at the weekend.",
    "Workers earn 18 euros an hour. With 40 workers, the site costs 28,800 euros a week.",
    "Of all visitors, 80% were satisfied with the food and 70% with the rooms.",
    "Of those asked, 55% were for a ban on cars and 60% for more buses.",
    "Take two tablets 60 to 30 minutes before a meal.",
    "The eggs hatch 14 to 10 days before the rains.",
    "Discounts of 20 to 5 percent were given.",
    "The firm employs 1,200 people. It had 1,500 employees a year ago. That is a drop of a fifth.",
    "Harvard has 21 libraries in Boston. Harvard has 70 libraries worldwide.",
    "Lund earned $9 million and Berg $7 million. Berg had the highest profit.",
    "He was chairman from 2004 to 2012. In his four years as treasurer he cut costs.",
    "Pupils pay £30 a week. With 40 pupils, the club takes £4,800 a month.",
    "Of those asked, 70% were interested in sport and 60% in music.",
    "Book between 30 and 10 days ahead of the trip.",
    "Lorn Ltd owns 30 hotels. Abroad, Lorn Ltd owns 12 hotels.",
    "| City | Hotels |\n|---|---|\n| Lima | 40 |\n| Cusco | 60 |\n\nIn Peru's north, Lima had the most hotels.",
    "Norway spent $2.4 million and Chile $1.3 million. Chile received the largest sum.",
    "Of all tickets, 70% were bought by women and 60% by phone.",
    "Rates of 40 to 20 percent apply to the rich and the poor.",
    "The choir has 40 members. In its heyday it had 60 members.",
    "The hotel has 200 rooms. The hotel has 120 rooms with a view.",
    "Lorn Ltd owns 30 hotels. In Spain, Lorn Ltd owns 12 hotels.",
    "The Vela river is 310 km long. In Poland, the Vela river is 130 km long.",
    "Lorn Ltd employs 300 people on the site. Lorn Ltd employs 900 people.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_can_be_right_is_no_finding(text):
    assert not [(finding.rule, finding.reason) for finding in claimcheck.lint(text).findings]


def test_records_alone_give_the_same_findings():
    text = PLANTED[0]["text"]
    record = claimcheck.extract(text, source="document")
    assert [f.id for f in claimcheck.lint(record).findings] == [f.id for f in claimcheck.lint(text).findings]


def test_a_finding_names_its_claims_and_its_arithmetic():
    (finding,) = claimcheck.lint("Revenue rose from $2.1bn to $3.5bn, up 50 %.").findings
    assert finding.arithmetic == "(3,500,000,000 − 2,100,000,000) / 2,100,000,000 = +66.7 %"
    assert [place.text for place in finding.operands] == ["$2.1bn", "$3.5bn", "50 %"]
    assert all(place.claim for place in finding.operands)
