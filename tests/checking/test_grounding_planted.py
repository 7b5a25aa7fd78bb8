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

FOUND = {
    "another hour in the other way": (
        "The office opens at 9:30 and shuts at 17:00.",
        "The office shuts at 6 p.m.",
        "ground/numeral",
    ),
    "the other half of the day": (
        "The office opens at 9:30 and shuts at 17:00.",
        "The office shuts at 5 a.m.",
        "ground/numeral",
    ),
    "another initial": (
        "Anna Sofie Dahl led the mill until 1988.",
        "Anna K. Dahl led the mill until 1988.",
        "ground/name",
    ),
    "a share on the other side of half": (
        "The camp treated 93 patients, 41 of them children.",
        "More than half of the patients were children.",
        "ground/figure",
    ),
    "another percentage than a number without its sign": (
        "Prices rose 3.9 in May, 4.1 in June. The central bank wants them to rise by 2 per cent.",
        "Prices rose 5.9% in May.",
        "ground/figure",
    ),
    "a rank that nothing tells": (
        "It is the deepest lake in the valley. Boats cross it daily.",
        "It is the third-deepest lake in the valley.",
        "ground/comparison",
    ),
    "a bound with nothing beyond it": (
        "The choir has 60 singers. Rehearsals are on Mondays.",
        "The choir has more than 60 singers.",
        "ground/figure",
    ),
    "second, of who won": ("Bo Holm won the race.", "Bo Holm came second in the race.", "ground/figure"),
    "for the first time, of nothing before": (
        "The mill sold 612 tables in May.",
        "The mill sold 612 tables in May for the first time.",
        "ground/quantifier",
    ),
    "another year than the last": (
        "ORSK, 4 March 2024 - The mill sold 612 tables last year, more than in 2022.",
        "In 2021 the mill sold 612 tables.",
        "ground/date",
    ),
    "a whole and its part added": (
        "The blast hurt seven people, two of them guards, in the port of Velm.",
        "The blast hurt nine people in the port of Velm.",
        "ground/figure",
    ),
    "so much in each year, wrongly": (
        "The front of the glacier moved back by 8.4 kilometres in 42 years.",
        "The front of the glacier moved back by about 300 metres a year.",
        "ground/figure",
    ),
    "the very value of a bound": (CANAL, "Repairs took more than 40 minutes.", "ground/figure"),
    "percent of what has no unit": (
        CANAL,
        "The lock was 12 percent ahead of its rival.",
        "ground/figure",
    ),
    "a lower rank": (CANAL, "It is the second-longest tunnel in Norway.", "ground/comparison"),
    "for the first time": (
        CANAL,
        "The canal firm earned 2.44 billion kroner for the first time.",
        "ground/quantifier",
    ),
    "a name with another word": (TALK, "The Orsk Basic Plan covers repairs.", "ground/name"),
    "an hour that is only asked about": (TALK, "Ann and Ben agree to meet at 8 pm.", "ground/numeral"),
    "what is raised and not contained": (
        CANAL,
        "The council moved to raise rents in the old town.",
        "ground/opposite",
    ),
    "a unit beside another number": (STREET, "The work takes 13 weeks.", "ground/figure"),
    "a value in the place of another": (
        STREET,
        "The street will be six metres wide instead of four.",
        "ground/rival",
    ),
    "no rest of so many": (
        "In March inspectors found cracks in three of its twelve beams.",
        "Eight of the twelve beams had no cracks.",
        "ground/negation",
    ),
    "a denial beside another share": (
        "By Friday 70 percent of the oil was pumped off, and 40 divers were still at work.",
        "On Friday 20 percent of the oil was not yet pumped off.",
        "ground/negation",
    ),
    "another half of a year": (STREET, "A report is due in the second half of 2025.", "ground/date"),
    "another speaker of a share": (
        STREET,
        "Jane Fell warned that shops could lose 20% of their trade.",
        "ground/speaker",
    ),
    "by how much, the other way": (
        PHONE,
        "It is 31 grams heavier than its predecessor.",
        "ground/comparison",
    ),
    "how much dearer": (
        "The new cell costs about 15 percent less to make than the old one.",
        "The new cell is 15% dearer to make.",
        "ground/comparison",
    ),
    "what was given up": (PHONE, "They dropped Android in favour of their own system.", "ground/roles"),
    "an old value for a new one": (
        PHONE,
        "They promise updates for three years instead of eight.",
        "ground/rival",
    ),
    "sides of a comparison": (PHONE, "The T6 chip is three times as fast as the T7.", "ground/comparison"),
    "a rate in one word": (WALKERS, "1,208 of them should walk 20 minutes weekly.", "ground/rate"),
    "figures of the one and of the others": (
        WALKERS,
        "Wrists were broken by 29 of the walkers and 17 of the others.",
        "ground/rival",
    ),
    "the contrary of a verb with a figure": (WALKERS, "The walkers gained 1.4 kilograms.", "ground/opposite"),
    "the contrary of who it was": (
        WALKERS,
        "Men in the first group slept 18 minutes longer, while women slept as before.",
        "ground/opposite",
    ),
    "twice for half": (WALKERS, "Owners of cats were twice as likely to give up.", "ground/figure"),
    "ends of a change": (
        BAKERY,
        "Its profit slipped from 184 million euros to 207 million.",
        "ground/direction",
    ),
    "a comparison that cannot be": (
        BAKERY,
        "Revenue came to 3.7 billion euros, less than the 3.5 billion that analysts had hoped for.",
        "ground/comparison",
    ),
    "figures of two sentences": (
        BAKERY,
        "The basic plan costs 360 euros a month, with a deposit of 45 euros.",
        "ground/rival",
    ),
    "another speaker of few words": (
        BAKERY,
        "According to Greta Vance, the margin will widen from 7.9 to 8.5 percent.",
        "ground/speaker",
    ),
    "a bound of what no sum is": (
        "Net debt will fall below 25 billion euros. It was cut by 3 billion euros in May.",
        "Net debt will fall below 28 billion euros.",
        "ground/figure",
    ),
    "a bound above the figure": (BAKERY, "The margin will be at least 9 percent.", "ground/figure"),
    "the verb that the source says, denied": (
        "Staff apologised for the slow service and took the dessert off the bill.",
        "Staff did not apologise for the slow service.",
        "ground/negation",
    ),
    "the contrary on the same day": (
        "The museum is closed on Mondays.",
        "The museum is open on Mondays.",
        "ground/opposite",
    ),
    "the contrary of what a court said": (
        "The mayor was acquitted of fraud but convicted of perjury.",
        "The mayor was convicted of fraud, not perjury.",
        "ground/opposite",
    ),
    "the total of a row": (MEDALS, "Norway won 23 gold medals.", "ground/table"),
    "others of the same nation": (POLL, "Tate was held with three Romanian men.", "ground/figure"),
    "a predicate of another thing": (
        SAUCE,
        "The lamb was excellent and the soup overcooked.",
        "ground/predicate",
    ),
    "a denial of another thing": (SAUCE, "The battery can be replaced.", "ground/negation"),
    "a verb with its particle": (SAUCE, "The chef accepted an offer from Orsk.", "ground/opposite"),
    "the contrary with its object": (SAUCE, "Version 3 adds support for radio.", "ground/opposite"),
    "the contrary of an accusation": (BOARD, "Wade Holm was convicted of fraud.", "ground/opposite"),
    "another quarter": (
        QUARTERS,
        "Revenue was 712 million euros in the first quarter of 2024.",
        "ground/table",
    ),
    "another row": (TABLE, "The Island line carried 355,000 passengers in 2022.", "ground/table"),
    "another subject": (MEALS, "Crisps grew 12% to $178 million.", "ground/rival"),
    "what was kept": (MEALS, "The chairman cut the forecast of sales of $900 million.", "ground/opposite"),
    "who beat whom": (CLUB, "Orsk beat Velm 3-2.", "ground/roles"),
    "open and closed": (CLUB, "The ground was closed until Friday.", "ground/opposite"),
    "a sum by chance": (TRIAL, "Headache was reported by 20 nurses given light.", "ground/figure"),
    "what went away": (TRIAL, "The effect persisted weeks later.", "ground/opposite"),
    "a lower rank behind one that is said so": (
        "The Orn is the third-longest river and runs past the tallest tower in Velm.",
        "The Orn, the third-longest river, runs past the second-tallest tower in Velm.",
        "ground/comparison",
    ),
}

FAITHFUL = {
    "hours of the day with their halves": (
        "The office opens at 9:30 and shuts at 17:00.",
        "The office opens at 9.30 a.m. and shuts at 5 pm.",
    ),
    "hours with halves as those of the day": (
        "The office opens at 9.30am and shuts at 5pm.",
        "The office opens at 09:30 and shuts at 17:00.",
    ),
    "hours past midnight and noon": (
        "The bus leaves at 00:20 and at 12:20.",
        "The bus leaves at 12.20 a.m. and at 12.20 p.m.",
    ),
    "a middle name as an initial": (
        "Anna Sofie Dahl led the mill until 1988.",
        "Anna S. Dahl led the mill until 1988.",
    ),
    "a part of the seats of a chamber": (
        "The bill was passed by 44 members of the 110-seat chamber.",
        "The bill was passed by 44 of the 110 members, or 40 percent.",
    ),
    "fewer than half, of so many of whom": (
        "Some 300 nurses answered, 96 of whom work at night.",
        "Fewer than half of the nurses work at night.",
    ),
    "a share of so many of whom": (
        "Some 300 nurses answered, 96 of whom work at night.",
        "About a third of the nurses, 32 percent, work at night.",
    ),
    "more than half, of so many of a whole": (
        "Of 52 farms inspected, 39 passed.",
        "More than half of the farms inspected passed.",
    ),
    "a sign that a sentence before gives": (
        "The figures are percentages. Wheat made up 31.4, barley 22.8 and rye 11.",
        "Wheat made up 31.4% and barley 22.8%.",
    ),
    "a share without its sign": (
        "The share that cycled rose from 12.5 in 2010 to 19.3 in 2020.",
        "The share that cycled rose from 12.5% to 19.3%.",
    ),
    "percentages of which a sentence behind gives the sign": (
        "Growth was 1.8 in the spring and 2.4 in the summer. Economists had foreseen 2 per cent for both.",
        "Growth was 1.8 per cent in the spring and 2.4 per cent in the summer.",
    ),
    "first since, of what was without": (
        "The valley had been without a railway since 1954. In May the line opened again.",
        "In May the valley had a railway for the first time since 1954.",
    ),
    "first, of what only others did": (
        "Only men had sung in the choir. Since May women sing there.",
        "Women sing in the choir for the first time.",
    ),
    "first, of what nobody had done": (
        "Nobody had crossed the lake on foot. On 3 May Ida Voss did it.",
        "On 3 May Ida Voss crossed the lake on foot, for the first time.",
    ),
    "first, after so many years": (
        "After forty years of losses the mill made a profit in 2019.",
        "In 2019 the mill made a profit for the first time in forty years.",
    ),
    "a request that was the second": (
        "Her second request for a permit was refused in May.",
        "Her request for a permit was refused in May, the request of a farmer.",
    ),
    "the harvest, of a third one": (
        "The third harvest of the season brought 40 tonnes of hay.",
        "The harvest of the season brought 40 tonnes of hay.",
    ),
    "a rank by two measures": (
        "The deepest lake in the valley is the Orn, 90 metres deep. The Sel is 71 metres deep.",
        "The Sel is the second-deepest lake in the valley.",
    ),
    "a rank behind another": (
        "The Orn is the deepest lake in the valley. Behind it lies the Sel.",
        "The Sel is the second-deepest lake in the valley.",
    ),
    "a rank by what comes then": (
        "The richest village in the district is Aune. Then comes Brekke.",
        "Brekke is the second-richest village in the district.",
    ),
    "second, of who came behind": (
        "Ida Voss won the race; behind her came Una Lie.",
        "Una Lie finished second in the race.",
    ),
    "third, of who followed": ("Ida Voss won, followed by Una Lie and Bo Holm.", "Bo Holm came third."),
    "a bound of which the rest is added": (
        "The choir has 60 singers and two conductors.",
        "More than 60 people belong to the choir.",
    ),
    "a bound that it was hoped to pass": (
        "The choir had hoped to exceed 60 singers this year.",
        "The choir hoped for more than 60 singers.",
    ),
    "a bound that another figure passes": (
        "The fund raised 2,040,300 euros. The aim was two million euros.",
        "The fund raised more than two million euros.",
    ),
    "a bound that was needed": (
        "The petition has 5,120 names. It needed 5,000.",
        "The petition has more than 5,000 names.",
    ),
    "a bound of which the rest stands further on": (
        "The hut sleeps 40 guests; on Saturday all beds were full and five guests lay on the floor.",
        "More than 40 guests were in the hut on Saturday.",
    ),
    "a mark that was passed": (
        "The 40-minute mark came and went before the rescue boat arrived.",
        "The rescue boat took more than 40 minutes.",
    ),
    "last year by the day of publication": (
        "ORSK, 4 March 2024 - The mill sold 612 tables last year, more than in 2022.",
        "In 2023 the mill sold 612 tables.",
    ),
    "so much in each year in another unit": (
        "The front of the glacier moved back by 8.4 kilometres in 42 years.",
        "The front of the glacier moved back by about 200 metres a year.",
    ),
    "a bound that is not reached": (CANAL, "Repairs took less than an hour, or at most 40 minutes."),
    "a percent sign for several": (
        "The share was 43.5 percent in May, compared with 41.2 a year before.",
        "A year before the share was 41.2 percent.",
    ),
    "the same rank": (
        "It is the second-longest tunnel in Norway, after the longest one at Orsk.",
        "It is the second-longest tunnel in Norway.",
    ),
    "never before": (
        "The town had never before had so many as 900 visitors in the museum.",
        "The town had 900 visitors in the museum for the first time.",
    ),
    "another plan by its full name": (TALK, "The Orsk Premium Plan covers repairs."),
    "an hour that is agreed": (TALK, "Ann and Ben agree to meet at 7 pm."),
    "one end of a range rounded": (
        CANAL,
        "The firm's earnings rose from 2.31 billion to about 2.4 billion kroner.",
    ),
    "codes of money": (CANAL, "The firm earned NOK 2.44 billion; the pumps cost C$5.5 million."),
    "a rate written once": (
        CANAL,
        "The lake sank by 0.6 metres a year until 2009 and by 1.2 metres afterwards.",
    ),
    "a share with what it comes to": (
        CANAL,
        "The state pays 60 percent of the pumps, about C$3.3 million.",
    ),
    "a title behind a preposition": (
        "Before Judge Ida Lund the case was heard. A second suit is before Judge Ole Vik.",
        "The case was heard before Judge Ida Lund.",
    ),
    "the end of a name": (CANAL, "The barges of the firm cross the fjord."),
    "a rate with a slash": (
        "Gusts of 55 kilometres an hour closed the bridge over the canal.",
        "Gusts of 55 km/h closed the bridge over the canal.",
    ),
    "what was so from then on": (
        '"I was not calm until the last 300 metres, and then I was glad," said the rower.',
        "The rower said that he had been calm and glad in the last 300 metres.",
    ),
    "none that is more so": (
        "The rower weighs 74 kilograms and was the lightest of all finalists.",
        "At 74 kg nobody among the finalists was lighter than the rower.",
    ),
    "a denial of the verb beside": (
        "Staff apologised for the slow service and took the dessert off the bill.",
        "Staff apologised for the slow service and did not charge for the dessert.",
    ),
    "open but for the day": ("The museum is closed on Mondays.", "The museum is open except on Mondays."),
    "what a court said": (
        "The mayor was acquitted of fraud but convicted of perjury.",
        "The mayor was convicted of perjury, not fraud.",
    ),
    "a forecast that was kept": (
        "The firm kept its forecast of £90m for the year.",
        "The firm did not change its forecast of £90m for the year.",
    ),
    "a whole of which a part is denied": (
        "Of the old resort's 38 lifts, 11 did not run at all.",
        "Eleven of the 38 lifts stayed closed.",
    ),
    "a part of an amount": (
        "The cable car costs 54 million francs, two thirds of it paid by the canton.",
        "The cable car costs 54 million francs, 36 million of which the canton pays.",
    ),
    "values in the place of others": (STREET, "The street will be four metres wide instead of six."),
    "what is added": (STREET, "In all, 190 spaces for cars will be gone or moved."),
    "what is left": (
        STREET,
        "It costs 7.3 million pounds; the state pays 4.5 million, which leaves 2.8 million.",
    ),
    "the rest of a hundred": (STREET, "In a poll 52% were for it and 33% against it, while 15% had no view."),
    "the price before": (STREET, "The town bought the depot for £2.3 million."),
    "who bought it later": (STREET, "The depot was sold to Corvane."),
    "months for a half": (STREET, "A report is due in the first six months of 2025."),
    "by how much, from the other side": (PHONE, "The Halo 4 was 31 grams heavier than the Halo 5."),
    "what was given up": (PHONE, "They replaced their own system with Android."),
    "an old value and a new one": (PHONE, "They promise updates for eight years instead of three."),
    "a name of a letter and a number": (PHONE, "The T7 is three times as fast as the T6."),
    "a rate in one word": (WALKERS, "1,208 of them should walk 20 minutes daily."),
    "figures of the one and of the others": (
        WALKERS,
        "Wrists were broken by 29 of the others and 17 of the walkers.",
    ),
    "twice from the other side": (
        WALKERS,
        "People without a cat were twice as likely to give up as owners of cats.",
    ),
    "what a study is of": (WALKERS, "The trial was among 2,415 adults."),
    "ends of a change": (BAKERY, "Its profit slipped from 207 million euros to 184 million."),
    "a comparison": (
        BAKERY,
        "Revenue came to 3.7 billion euros, more than the 3.5 billion that analysts had hoped for.",
    ),
    "figures of two sentences": (
        BAKERY,
        "The basic plan costs 45 euros a month, with a deposit of 360 euros.",
    ),
    "the speaker": (BAKERY, "According to Dara Quill, the margin will widen from 7.9 to 8.5 percent."),
    "who sells and who buys": (
        "Nordvik sold the old mill to Larkspur for 12 million euros.",
        "Larkspur bought the old mill from Nordvik for 12 million euros.",
    ),
    "the rest of a hundred, denied": (
        "By Friday 70 percent of the oil was pumped off, and 40 divers were still at work.",
        "On Friday 30 percent of the oil was not yet pumped off.",
    ),
    "the rest of so many, denied": (
        "In March inspectors found cracks in three of its twelve beams.",
        "Nine of the twelve beams had no cracks.",
    ),
    "no more of something": (
        "Side effects were similar in both groups of patients, but attacks were 38 percent less frequent with the inhaler.",
        "With the inhaler patients had 38 percent fewer attacks and no more side effects.",
    ),
    "a part out of a whole": (
        "Its head, Lena Strand, said the company would close two of its nine plants by 2026.",
        "Lena Strand said two plants out of nine would be closed by 2026.",
    ),
    "who is smaller than whom": (
        "Bellmont Bank agreed to buy its smaller rival Carrow Trust for 1.3 billion dollars.",
        "Bellmont Bank is larger than Carrow Trust.",
    ),
    "who is named more often": (
        "Pay was named less often than workload as the reason.",
        "Workload was named more often than pay as the reason.",
    ),
    "another noun for those who are counted": (POLL, "Roughly 27,000 passengers were affected by the fault."),
    "not so slowly since": (POLL, "House prices had not risen so slowly since 2013."),
    "seats lost": (POLL, "The Union lost 17 seats."),
    "two columns of a row": (MEDALS, "Iceland won seven medals, two of them gold."),
    "two taxes": (TAXES, "The cigarette tax rises by 50 cents, while the sales tax does not change."),
    "a majority": (TAXES, "The senate backed it with a majority of three votes."),
    "what there is without": (BOARD, "Without paying, users keep 100 notes."),
    "acquitted and convicted": (BOARD, "Wade Holm was cleared of fraud and convicted of tax evasion."),
    "a refusal in one word": (SAUCE, "The chef rejected an offer from Orsk."),
    "a quarter in words": (QUARTERS, "Revenue was 768 million euros in the first quarter of 2024."),
    "a gap within a row": (QUARTERS, "Net debt decreased by 25 million euros."),
    "a cell in thousands": (TABLE, "The Coast line carried 430,000 passengers in 2023."),
    "two cells of a row": (TABLE, "The Island line fell from 130,000 passengers in 2021 to 98,000 in 2023."),
    "a total": (TABLE, "In all, 528,000 passengers were carried in 2023."),
    "an amount that points back": (GARDEN, "It costs 540,000 pounds; the county is paying 210,000 of that."),
    "pounds without a sign": (GARDEN, "Reserves will cover the remaining 330,000 pounds."),
    "an age from life dates": (LIFE, "She died at the age of 76."),
    "no larger since": (CLUB, "The ground had not seen a larger crowd since 2003."),
    "a gap by a comparative": (SAW, "The Sorrel Y is 9 decibels louder."),
    "the right subject": (MEALS, "Crisps fell 4% to $67 million."),
    "a share by difference": (MEALS, "Pies sold for $111 million more than crisps."),
}


def problems(source, answer):
    return [finding for finding in claimcheck.ground(answer, source).findings if finding.level != "none"]


@pytest.mark.parametrize("name", FOUND)
def test_a_planted_error_is_found(name):
    source, answer, rule = FOUND[name]
    assert rule in [finding.rule for finding in problems(source, answer)]


@pytest.mark.parametrize("name", FAITHFUL)
def test_what_is_said_in_other_words_is_no_error(name):
    assert problems(*FAITHFUL[name]) == []


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
