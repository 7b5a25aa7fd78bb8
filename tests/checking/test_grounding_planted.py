"""Planted errors of one construction each, beside what a faithful answer says in other words."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model

WALKERS = (
    "A stroll each day may spare the old a fall, according to a trial among 2,415 adults in Wales. "
    "Of them, 1,208 were asked to walk at least 20 minutes a day; the rest were sent leaflets. "
    "After a year 17 of the walkers and 29 of the others had broken a wrist. The walkers lost 1.4 kilograms. "
    "Owners of cats were only half as likely to give up as people without one. Women in the first group slept "
    "18 minutes longer, while men slept as before."
)
BAKERY = (
    "Orrin Mills lifted its revenue to 3.7 billion euros last year; analysts had hoped for 3.5 billion euros. "
    "Its profit slipped to 184 million euros from 207 million. Finance chief Dara Quill said the group expected "
    "the margin to widen to 8.5 percent, from 7.9 percent. Greta Vance, who runs it, said nothing. "
    "The basic plan of its canteens costs 45 euros a month. The deposit is 360 euros."
)

STREET = (
    "The street is to be narrowed from six to four metres, with 150 spaces for cars gone; another 40 will be moved. "
    "It will cost 7.3 million pounds, of which the state pays 4.5 million. In a poll 52 percent were for it, "
    "33 percent against it and the rest had no view. The work takes 13 months after a vote of 13 to 8. The town "
    "bought the depot from Ridlock and sold it to Corvane for 2.9 million, 600,000 more than it had paid. "
    "A report is due in the first half of 2025. Mayor Tom Hale warned that shops could lose a fifth of their trade. "
    "Jane Fell wrote the plan."
)
PHONE = (
    "The Halo 5 weighs 204 grams, 31 grams less than the Halo 4. Its makers gave up their own system for Android. "
    "They promise eight years of updates, up from three. The T7 chip is three times as fast as the T6."
)

TABLE = (
    "Ferry passengers in the Velm region, thousands a year.\n\n| Line | 2021 | 2022 | 2023 |\n|---|---|---|---|\n"
    "| Coast | 312 | 355 | 430 |\n| Island | 130 | 121 | 98 |\n| Total | 442 | 476 | 528 |\n\n"
    "The Island line opened in 2014."
)
MEALS = (
    "Sales of frozen pies, the largest unit, grew 12% to $178 million, while crisps slipped 4% to $67 million. "
    "The chairman confirmed the forecast of sales of $900 million."
)
GARDEN = "The garden will cost 540,000 pounds, of which 210,000 pounds comes from the county and the rest from reserves."
LIFE = "Ines Holt (3 May 1912 - 12 November 1988) was a botanist. She led the herbarium. She died in Orsk."
CLUB = (
    "Velm Rovers came from behind to beat Orsk Athletic 3-2. The crowd of 13,208 was the largest at the ground "
    "since 2003. Ferries were cancelled until Friday, but the ground stayed open."
)
SAW = "At 74 decibels it is quieter than the rival Sorrel Y, which we measured at 83."
TRIAL = (
    "Headache was reported by 14 nurses given light and 6 given none. The effect had vanished weeks later."
)

SAUCE = (
    "On our visit the soup was excellent and the lamb overcooked. The battery cannot be replaced; the filter can be "
    "washed. The chef turned down an offer from Orsk. Version 3 adds support for maps and drops support for radio."
)
TAXES = "The sales tax stays at 6%; the cigarette tax goes up from $2 to $2.50. The senate backed it by 21 votes to 18."
BOARD = "A jury acquitted Wade Holm of fraud but convicted him on two counts of tax evasion. Users keep 100 notes free."
QUARTERS = (
    "Results, in millions of euros.\n\n| | Q1 2023 | Q1 2024 |\n|---|---|---|\n| Revenue | 712 | 768 |\n"
    "| Net debt | 310 | 285 |\n"
)

MEDALS = (
    "Medals of the games.\n\n| Country | Gold | Silver | Total |\n|---|---|---|---|\n| Norway | 14 | 9 | 23 |\n"
    "| Iceland | 2 | 5 | 7 |\n"
)
POLL = (
    "The airline carries 31 million passengers a year. Some 27,000 travellers were affected by the fault. House "
    "prices rose 2.1% in May, the slowest pace since 2013. The Union fell to 29.5% and 55 seats from 72. Tate was "
    "held with two Romanian women. He and his three partners deny it."
)


CANAL = (
    "The canal firm earned 2.44 billion kroner last year, up from 2.31 billion kroner. Repairs took 40 minutes and the "
    "lock was 12 ahead of its rival in points. The lake sank by 0.6 metres a year until 2009 and by 1.2 metres a year "
    "after that. The pumps cost 5.5 million Canadian dollars, 60% of which the state pays. It is the longest tunnel "
    "in Norway. Judge Ida Lund heard the case. The barges cross the Lindfjord. Nobody was to be let in until 9 May. "
    "The council moved to contain rents in the old town."
)
TALK = "Ann: Shall we meet at 7? 8? Ben: Let's make it 7. The Orsk Premium Plan covers basic repairs."

CASES = {
    "The office opens at 9:30 and shuts at 17:00.": [
        ("hours of the day with their halves", "The office opens at 9.30 a.m. and shuts at 5 pm.", None),
        ("another hour in the other way", "The office shuts at 6 p.m.", "ground/numeral"),
        ("the other half of the day", "The office shuts at 5 a.m.", "ground/numeral"),
    ],
    "The office opens at 9.30am and shuts at 5pm.": [
        ("hours with halves as those of the day", "The office opens at 09:30 and shuts at 17:00.", None),
    ],
    "The bus leaves at 00:20 and at 12:20.": [
        ("hours past midnight and noon", "The bus leaves at 12.20 a.m. and at 12.20 p.m.", None),
    ],
    "Anna Sofie Dahl led the mill until 1988.": [
        ("a middle name as an initial", "Anna S. Dahl led the mill until 1988.", None),
        ("another initial", "Anna K. Dahl led the mill until 1988.", "ground/name"),
    ],
    "The bill was passed by 44 members of the 110-seat chamber.": [
        ("a part of the seats of a chamber", "The bill was passed by 44 of the 110 members, or 40 percent.", None),
    ],
    "Some 300 nurses answered, 96 of whom work at night.": [
        ("fewer than half, of so many of whom", "Fewer than half of the nurses work at night.", None),
        ("a share of so many of whom", "About a third of the nurses, 32 percent, work at night.", None),
    ],
    "Of 52 farms inspected, 39 passed.": [
        ("more than half, of so many of a whole", "More than half of the farms inspected passed.", None),
    ],
    "The figures are percentages. Wheat made up 31.4, barley 22.8 and rye 11.": [
        ("a sign that a sentence before gives", "Wheat made up 31.4% and barley 22.8%.", None),
    ],
    "The share that cycled rose from 12.5 in 2010 to 19.3 in 2020.": [
        ("a share without its sign", "The share that cycled rose from 12.5% to 19.3%.", None),
    ],
    "Growth was 1.8 in the spring and 2.4 in the summer. Economists had foreseen 2 per cent for both.": [
        ("percentages of which a sentence behind gives the sign", "Growth was 1.8 per cent in the spring and 2.4 per cent in the summer.", None),
    ],
    "The valley had been without a railway since 1954. In May the line opened again.": [
        ("first since, of what was without", "In May the valley had a railway for the first time since 1954.", None),
    ],
    "Only men had sung in the choir. Since May women sing there.": [
        ("first, of what only others did", "Women sing in the choir for the first time.", None),
    ],
    "Nobody had crossed the lake on foot. On 3 May Ida Voss did it.": [
        ("first, of what nobody had done", "On 3 May Ida Voss crossed the lake on foot, for the first time.", None),
    ],
    "After forty years of losses the mill made a profit in 2019.": [
        ("first, after so many years", "In 2019 the mill made a profit for the first time in forty years.", None),
    ],
    "Her second request for a permit was refused in May.": [
        ("a request that was the second", "Her request for a permit was refused in May, the request of a farmer.", None),
    ],
    "The third harvest of the season brought 40 tonnes of hay.": [
        ("the harvest, of a third one", "The harvest of the season brought 40 tonnes of hay.", None),
    ],
    "The deepest lake in the valley is the Orn, 90 metres deep. The Sel is 71 metres deep.": [
        ("a rank by two measures", "The Sel is the second-deepest lake in the valley.", None),
    ],
    "The Orn is the deepest lake in the valley. Behind it lies the Sel.": [
        ("a rank behind another", "The Sel is the second-deepest lake in the valley.", None),
    ],
    "The richest village in the district is Aune. Then comes Brekke.": [
        ("a rank by what comes then", "Brekke is the second-richest village in the district.", None),
    ],
    "Ida Voss won the race; behind her came Una Lie.": [
        ("second, of who came behind", "Una Lie finished second in the race.", None),
    ],
    "Ida Voss won, followed by Una Lie and Bo Holm.": [
        ("third, of who followed", "Bo Holm came third.", None),
    ],
    "The choir has 60 singers and two conductors.": [
        ("a bound of which the rest is added", "More than 60 people belong to the choir.", None),
    ],
    "The choir had hoped to exceed 60 singers this year.": [
        ("a bound that it was hoped to pass", "The choir hoped for more than 60 singers.", None),
    ],
    "The fund raised 2,040,300 euros. The aim was two million euros.": [
        ("a bound that another figure passes", "The fund raised more than two million euros.", None),
    ],
    "The petition has 5,120 names. It needed 5,000.": [
        ("a bound that was needed", "The petition has more than 5,000 names.", None),
    ],
    "The hut sleeps 40 guests; on Saturday all beds were full and five guests lay on the floor.": [
        ("a bound of which the rest stands further on", "More than 40 guests were in the hut on Saturday.", None),
    ],
    "The 40-minute mark came and went before the rescue boat arrived.": [
        ("a mark that was passed", "The rescue boat took more than 40 minutes.", None),
    ],
    "ORSK, 4 March 2024 - The mill sold 612 tables last year, more than in 2022.": [
        ("last year by the day of publication", "In 2023 the mill sold 612 tables.", None),
        ("another year than the last", "In 2021 the mill sold 612 tables.", "ground/date"),
    ],
    "ORSK, 4 March 2024 - On Friday the mill dismissed its head. Last month it closed a shop; ten years ago it had nine.": [
        ("a weekday by the dateline", "The mill dismissed its head on 1 March 2024.", None),
        ("last month by the dateline", "In February the mill closed a shop.", None),
        ("years ago by the dateline", "In 2014 the mill had nine shops.", None),
        ("another Friday", "The mill dismissed its head on 8 March 2024.", "ground/date"),
        ("another month than the last", "In January 2024 the mill closed a shop.", "ground/date"),
    ],
    "Una Lie is the eldest daughter of the miller of Orsk.": [
        ("the second eldest", "Una Lie is the second-eldest daughter of the miller of Orsk.", "ground/comparison"),
    ],
    "The front of the glacier moved back by 8.4 kilometres in 42 years.": [
        ("so much in each year, wrongly", "The front of the glacier moved back by about 300 metres a year.", "ground/figure"),
    ],
    CANAL: [
        ("a bound that is not reached", "Repairs took less than an hour, or at most 40 minutes.", None),
        ("one end of a range rounded", "The firm's earnings rose from 2.31 billion to about 2.4 billion kroner.", None),
        ("codes of money", "The firm earned NOK 2.44 billion; the pumps cost C$5.5 million.", None),
        ("a rate written once", "The lake sank by 0.6 metres a year until 2009 and by 1.2 metres afterwards.", None),
        ("a share with what it comes to", "The state pays 60 percent of the pumps, about C$3.3 million.", None),
        ("the end of a name", "The barges of the firm cross the fjord.", None),
        ("the very value of a bound", "Repairs took more than 40 minutes.", "ground/figure"),
        ("percent of what has no unit", "The lock was 12 percent ahead of its rival.", "ground/figure"),
        ("a lower rank", "It is the second-longest tunnel in Norway.", "ground/comparison"),
        ("for the first time", "The canal firm earned 2.44 billion kroner for the first time.", "ground/quantifier"),
        ("what is raised and not contained", "The council moved to raise rents in the old town.", "ground/opposite"),
    ],
    "The share was 43.5 percent in May, compared with 41.2 a year before.": [
        ("a percent sign for several", "A year before the share was 41.2 percent.", None),
    ],
    "It is the second-longest tunnel in Norway, after the longest one at Orsk.": [
        ("the same rank", "It is the second-longest tunnel in Norway.", None),
    ],
    "The town had never before had so many as 900 visitors in the museum.": [
        ("never before", "The town had 900 visitors in the museum for the first time.", None),
    ],
    TALK: [
        ("another plan by its full name", "The Orsk Premium Plan covers repairs.", None),
        ("an hour that is agreed", "Ann and Ben agree to meet at 7 pm.", None),
        ("a name with another word", "The Orsk Basic Plan covers repairs.", "ground/name"),
        ("an hour that is only asked about", "Ann and Ben agree to meet at 8 pm.", "ground/numeral"),
    ],
    "Before Judge Ida Lund the case was heard. A second suit is before Judge Ole Vik.": [
        ("a title behind a preposition", "The case was heard before Judge Ida Lund.", None),
    ],
    "Gusts of 55 kilometres an hour closed the bridge over the canal.": [
        ("a rate with a slash", "Gusts of 55 km/h closed the bridge over the canal.", None),
    ],
    '"I was not calm until the last 300 metres, and then I was glad," said the rower.': [
        ("what was so from then on", "The rower said that he had been calm and glad in the last 300 metres.", None),
    ],
    "The rower weighs 74 kilograms and was the lightest of all finalists.": [
        ("none that is more so", "At 74 kg nobody among the finalists was lighter than the rower.", None),
    ],
    "Staff apologised for the slow service and took the dessert off the bill.": [
        ("a denial of the verb beside", "Staff apologised for the slow service and did not charge for the dessert.", None),
        ("the verb that the source says, denied", "Staff did not apologise for the slow service.", "ground/negation"),
    ],
    "The museum is closed on Mondays.": [
        ("open but for the day", "The museum is open except on Mondays.", None),
        ("the contrary on the same day", "The museum is open on Mondays.", "ground/opposite"),
    ],
    "The mayor was acquitted of fraud but convicted of perjury.": [
        ("what a court said", "The mayor was convicted of perjury, not fraud.", None),
        ("the contrary of what a court said", "The mayor was convicted of fraud, not perjury.", "ground/opposite"),
    ],
    "The firm kept its forecast of £90m for the year.": [
        ("a forecast that was kept", "The firm did not change its forecast of £90m for the year.", None),
    ],
    "Of the old resort's 38 lifts, 11 did not run at all.": [
        ("a whole of which a part is denied", "Eleven of the 38 lifts stayed closed.", None),
    ],
    "The cable car costs 54 million francs, two thirds of it paid by the canton.": [
        ("a part of an amount", "The cable car costs 54 million francs, 36 million of which the canton pays.", None),
    ],
    STREET: [
        ("values in the place of others", "The street will be four metres wide instead of six.", None),
        ("what is added", "In all, 190 spaces for cars will be gone or moved.", None),
        ("what is left", "It costs 7.3 million pounds; the state pays 4.5 million, which leaves 2.8 million.", None),
        ("the rest of a hundred", "In a poll 52% were for it and 33% against it, while 15% had no view.", None),
        ("the price before", "The town bought the depot for £2.3 million.", None),
        ("who bought it later", "The depot was sold to Corvane.", None),
        ("months for a half", "A report is due in the first six months of 2025.", None),
        ("a unit beside another number", "The work takes 13 weeks.", "ground/figure"),
        ("another half of a year", "A report is due in the second half of 2025.", "ground/date"),
        ("another speaker of a share", "Jane Fell warned that shops could lose 20% of their trade.", "ground/speaker"),
    ],
    PHONE: [
        ("by how much, from the other side", "The Halo 4 was 31 grams heavier than the Halo 5.", None),
        ("what was given up, rightly", "They replaced their own system with Android.", None),
        ("an old value and a new one", "They promise updates for eight years instead of three.", None),
        ("a name of a letter and a number", "The T7 is three times as fast as the T6.", None),
        ("by how much, the other way", "It is 31 grams heavier than its predecessor.", "ground/comparison"),
        ("sides of a comparison", "The T6 chip is three times as fast as the T7.", "ground/comparison"),
    ],
    WALKERS: [
        ("a rate in one word, rightly", "1,208 of them should walk 20 minutes daily.", None),
        ("figures of the one and of the others, rightly", "Wrists were broken by 29 of the others and 17 of the walkers.", None),
        ("what a study is of", "The trial was among 2,415 adults.", None),
        ("a rate in one word", "1,208 of them should walk 20 minutes weekly.", "ground/rate"),
        ("figures of the one and of the others", "Wrists were broken by 29 of the walkers and 17 of the others.", "ground/rival"),
        ("the contrary of a verb with a figure", "The walkers gained 1.4 kilograms.", "ground/opposite"),
        ("the contrary of who it was", "Men in the first group slept 18 minutes longer, while women slept as before.", "ground/opposite"),
        ("twice for half", "Owners of cats were twice as likely to give up.", "ground/figure"),
    ],
    BAKERY: [
        ("ends of a change, rightly", "Its profit slipped from 207 million euros to 184 million.", None),
        ("a comparison", "Revenue came to 3.7 billion euros, more than the 3.5 billion that analysts had hoped for.", None),
        ("figures of two sentences, rightly", "The basic plan costs 45 euros a month, with a deposit of 360 euros.", None),
        ("the speaker", "According to Dara Quill, the margin will widen from 7.9 to 8.5 percent.", None),
        ("ends of a change", "Its profit slipped from 184 million euros to 207 million.", "ground/direction"),
        ("figures of two sentences", "The basic plan costs 360 euros a month, with a deposit of 45 euros.", "ground/rival"),
        ("another speaker of few words", "According to Greta Vance, the margin will widen from 7.9 to 8.5 percent.", "ground/speaker"),
        ("a bound above the figure", "The margin will be at least 9 percent.", "ground/figure"),
    ],
    "Nordvik sold the old mill to Larkspur for 12 million euros.": [
        ("who sells and who buys", "Larkspur bought the old mill from Nordvik for 12 million euros.", None),
    ],
    "By Friday 70 percent of the oil was pumped off, and 40 divers were still at work.": [
        ("the rest of a hundred, denied", "On Friday 30 percent of the oil was not yet pumped off.", None),
        ("a denial beside another share", "On Friday 20 percent of the oil was not yet pumped off.", "ground/negation"),
    ],
    "In March inspectors found cracks in three of its twelve beams.": [
        ("the rest of so many, denied", "Nine of the twelve beams had no cracks.", None),
        ("no rest of so many", "Eight of the twelve beams had no cracks.", "ground/negation"),
    ],
    "Side effects were similar in both groups of patients, but attacks were 38 percent less frequent with the inhaler.": [
        ("no more of something", "With the inhaler patients had 38 percent fewer attacks and no more side effects.", None),
    ],
    "Its head, Lena Strand, said the company would close two of its nine plants by 2026.": [
        ("a part out of a whole", "Lena Strand said two plants out of nine would be closed by 2026.", None),
    ],
    "Bellmont Bank agreed to buy its smaller rival Carrow Trust for 1.3 billion dollars.": [
        ("who is smaller than whom", "Bellmont Bank is larger than Carrow Trust.", None),
    ],
    "Pay was named less often than workload as the reason.": [
        ("who is named more often", "Workload was named more often than pay as the reason.", None),
    ],
    POLL: [
        ("another noun for those who are counted", "Roughly 27,000 passengers were affected by the fault.", None),
        ("not so slowly since", "House prices had not risen so slowly since 2013.", None),
        ("seats lost", "The Union lost 17 seats.", None),
        ("others of the same nation", "Tate was held with three Romanian men.", "ground/figure"),
    ],
    MEDALS: [
        ("two columns of a row", "Iceland won seven medals, two of them gold.", None),
        ("the total of a row", "Norway won 23 gold medals.", "ground/table"),
    ],
    TAXES: [
        ("two taxes", "The cigarette tax rises by 50 cents, while the sales tax does not change.", None),
        ("a majority", "The senate backed it with a majority of three votes.", None),
    ],
    BOARD: [
        ("what there is without", "Without paying, users keep 100 notes.", None),
        ("acquitted and convicted", "Wade Holm was cleared of fraud and convicted of tax evasion.", None),
        ("the contrary of an accusation", "Wade Holm was convicted of fraud.", "ground/opposite"),
    ],
    SAUCE: [
        ("a refusal in one word", "The chef rejected an offer from Orsk.", None),
        ("a predicate of another thing", "The lamb was excellent and the soup overcooked.", "ground/predicate"),
        ("a denial of another thing", "The battery can be replaced.", "ground/negation"),
        ("a verb with its particle", "The chef accepted an offer from Orsk.", "ground/opposite"),
        ("the contrary with its object", "Version 3 adds support for radio.", "ground/opposite"),
    ],
    QUARTERS: [
        ("a quarter in words", "Revenue was 768 million euros in the first quarter of 2024.", None),
        ("a gap within a row", "Net debt decreased by 25 million euros.", None),
        ("another quarter", "Revenue was 712 million euros in the first quarter of 2024.", "ground/table"),
    ],
    TABLE: [
        ("a cell in thousands", "The Coast line carried 430,000 passengers in 2023.", None),
        ("two cells of a row", "The Island line fell from 130,000 passengers in 2021 to 98,000 in 2023.", None),
        ("a total", "In all, 528,000 passengers were carried in 2023.", None),
        ("another row", "The Island line carried 355,000 passengers in 2022.", "ground/table"),
    ],
    GARDEN: [
        ("an amount that points back", "It costs 540,000 pounds; the county is paying 210,000 of that.", None),
        ("pounds without a sign", "Reserves will cover the remaining 330,000 pounds.", None),
    ],
    LIFE: [
        ("an age from life dates", "She died at the age of 76.", None),
    ],
    CLUB: [
        ("no larger since", "The ground had not seen a larger crowd since 2003.", None),
        ("who beat whom", "Orsk beat Velm 3-2.", "ground/roles"),
        ("open and closed", "The ground was closed until Friday.", "ground/opposite"),
    ],
    SAW: [
        ("a gap by a comparative", "The Sorrel Y is 9 decibels louder.", None),
    ],
    MEALS: [
        ("the right subject", "Crisps fell 4% to $67 million.", None),
        ("a share by difference", "Pies sold for $111 million more than crisps.", None),
        ("another subject", "Crisps grew 12% to $178 million.", "ground/rival"),
        ("what was kept", "The chairman cut the forecast of sales of $900 million.", "ground/opposite"),
    ],
    "The camp treated 93 patients, 41 of them children.": [
        ("a share on the other side of half", "More than half of the patients were children.", "ground/figure"),
    ],
    "Prices rose 3.9 in May, 4.1 in June. The central bank wants them to rise by 2 per cent.": [
        ("another percentage than a number without its sign", "Prices rose 5.9% in May.", "ground/figure"),
    ],
    "It is the deepest lake in the valley. Boats cross it daily.": [
        ("a rank that nothing tells", "It is the third-deepest lake in the valley.", "ground/comparison"),
    ],
    "The choir has 60 singers. Rehearsals are on Mondays.": [
        ("a bound with nothing beyond it", "The choir has more than 60 singers.", "ground/figure"),
    ],
    "Bo Holm won the race.": [
        ("second, of who won", "Bo Holm came second in the race.", "ground/figure"),
    ],
    "The mill sold 612 tables in May.": [
        ("for the first time, of nothing before", "The mill sold 612 tables in May for the first time.", "ground/quantifier"),
    ],
    "The blast hurt seven people, two of them guards, in the port of Velm.": [
        ("a whole and its part added", "The blast hurt nine people in the port of Velm.", "ground/figure"),
    ],
    "The new cell costs about 15 percent less to make than the old one.": [
        ("how much dearer", "The new cell is 15% dearer to make.", "ground/comparison"),
    ],
    "Net debt will fall below 25 billion euros. It was cut by 3 billion euros in May.": [
        ("a bound of what no sum is", "Net debt will fall below 28 billion euros.", "ground/figure"),
    ],
    TRIAL: [
        ("a sum by chance", "Headache was reported by 20 nurses given light.", "ground/figure"),
        ("what went away", "The effect persisted weeks later.", "ground/opposite"),
    ],
    "The Orn is the third-longest river and runs past the tallest tower in Velm.": [
        ("a lower rank behind one that is said so", "The Orn, the third-longest river, runs past the second-tallest tower in Velm.", "ground/comparison"),
    ],
}  # fmt: skip
"""By text: what an answer says of it, and the rule that finds it wrong, if it is."""


def problems(source, answer):
    return [finding for finding in claimcheck.ground(answer, source).findings if finding.level != "none"]


@pytest.mark.parametrize(
    ("source", "answer", "rule"),
    [pytest.param(text, *said, id=name) for text, rows in CASES.items() for name, *said in rows],
)
def test_what_is_wrong_is_found_and_what_is_in_other_words_is_not(source, answer, rule):
    rules = [finding.rule for finding in problems(source, answer)]
    assert rules == [] if rule is None else rule in rules


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("The harvest festival drew 900 visitors.", "The second harvest festival drew 900 visitors."),
        ("The forest fire near Velm burned 40 hectares.", "The second forest fire near Velm burned 40 hectares."),
        ("The request for a permit was refused.", "The second request for a permit was refused."),
        ("A modest rise in rents followed.", "The second modest rise in rents followed."),
    ],
)  # fmt: skip
def test_a_second_of_a_noun_in_est_is_no_rank(source, answer):
    assert "ground/comparison" not in {finding.rule for finding in problems(source, answer)}


def test_an_hour_that_is_only_asked_about_is_shown_as_such():
    source = "Ann: When do we meet? 7 pm? Ben: Make it 8 pm."
    (finding,) = [f for f in problems(source, "They meet at 7 pm.") if f.rule == "ground/numeral"]
    assert finding.reason == "the sources have 7 only in a question"


def test_a_wrong_period_is_shown_with_its_figure():
    (finding,) = problems("The load was 71% for the quarter.", "The load was 71% in the half-year.")
    assert (finding.rule, finding.place.text) == ("ground/rate", "71% in the half-year")
