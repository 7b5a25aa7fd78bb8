"""Which noun phrase a claim is about: gaps, brackets, shares, properties, lists, labels and the clause's own."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model

# text, kind and words of the claim, its subject as written
SUBJECTS = [
    (
        "Last year, 16% of respondents said that the update broke their code.",
        "percentage",
        "16% of respondents",
        "respondents",
    ),
    ("83.0% of respondents said they used Rust.", "percentage", "83.0% of respondents", "respondents"),
    (
        "Over 40% of Rust users felt productive in less than a month, and over 70% felt productive in their first year.",
        "percentage",
        "over 70%",
        "Rust users",
    ),
    (
        "Nearly a quarter of the users have used Go for at least 2 years.",
        "percentage",
        "Nearly a quarter of the users",
        "users",
    ),
    ("~23% of Rust users had been using it for 3 months.", "percentage", "~23% of Rust users", "Rust users"),
    ("100% of the emissions are offset by the plan.", "percentage", "100% of the emissions", "emissions"),
    (
        "Estimated total emissions were 539 tonnes, 100% of which were offset.",
        "percentage",
        "100% of which",
        "Estimated total emissions",
    ),
    ("Of the 40 patients, 12% died.", "percentage", "12%", "patients"),
    (
        "In April 2013 10% of part-time staff earned less than $9 per hour.",
        "percentage",
        "10% of part-time staff",
        "part-time staff",
    ),
    (
        "In April 2013 10% of part-time staff earned less than $9 per hour.",
        "money",
        "less than $9 per hour",
        "part-time staff",
    ),
    (
        "A third of the members have used Quillo for at least 3 years.",
        "measurement",
        "at least 3 years",
        "members",
    ),
    # "for" behind an object belongs to the clause
    (
        "The salt industry provides employment for 4,100 workers.",
        "count",
        "4,100 workers",
        "The salt industry",
    ),
    (
        "The coach dropped Hale from the squad before the tournament for two reasons.",
        "count",
        "two reasons",
        "The coach",
    ),
    ("He bought a house for two families.", "count", "two families", "He"),
    # a clause behind "with" has a subject of its own
    ("Crime fell slightly, with 37,000 thefts recorded in May.", "count", "37,000 thefts", "thefts"),
    ("Orbit is a ship with 12 decks built in Kiel.", "count", "12 decks", "Orbit"),
    # two clauses with the same verb, which a tree takes for one
    (
        "Norvale employs 300 people in Oslo and Brightcell employs 40 people.",
        "count",
        "300 people",
        "Norvale",
    ),
    (
        "Norvale employs 300 people in Oslo and Brightcell employs 40 people.",
        "count",
        "40 people",
        "Brightcell",
    ),
    # the people whose age stands behind them
    ("Costs were lowest among men aged 61 to 66 years.", "measurement", "61 to 66 years", "men"),
    ("Sales were lowest for wives and widows aged 40 to 44.", "measurement", "40 to 44", "wives and widows"),
    (
        "They left when one of their sons, aged 17, phoned the police.",
        "measurement",
        "17",
        "their sons",
    ),
    ("He died in hospital aged 41.", "measurement", "41", "He"),
    (
        "In 2013 the burglary rate fell to 3.7 per thousand homes, from 4.1 in 2012.",
        "date",
        "in 2012",
        "the burglary rate",
    ),
    # what rose is no time
    ("This came behind an increase of 0.9% in Q1 2014.", "change", "increase of 0.9%", "This"),
    # a clause behind "and" whose subject a tree hangs on the clause before
    (
        "China fell 12.4 percent as told and 10 percent adjusted for prices and Peru fell 7.1 percent as told.",
        "change",
        "fell 7.1 percent",
        "Peru",
    ),
    (
        "The flaw list has 277 entries; 39 percent of these are rated critical.",
        "percentage",
        "39 percent of these",
        "entries",
    ),
    ("VivoTab has a price of $599 and a weight of 900 g.", "money", "$599", "VivoTab"),
    ("Quill has an MSRP of $599 (32 GB) and $699 (64 GB).", "money", "$699", "Quill"),
    ("Norvale posted revenue of $4 million.", "money", "$4 million", "Norvale"),
    ("Norvale reported a net loss of $4 million in 2019.", "money", "$4 million", "Norvale"),
    ("The bridge has a span of 300 metres.", "measurement", "300 metres", "The bridge"),
    ("The river has a length of 40 km.", "measurement", "40 km", "The river"),
    ("Revenue of Norvale was $4 million.", "money", "$4 million", "Revenue of Norvale"),
    ("The model reached an accuracy of 81%.", "percentage", "81%", "The model"),
    ("StatCounter says Chrome has a 68% share of the market.", "percentage", "68% share", "Chrome"),
    ("The outage lasted 2 hours and the repair 5 hours.", "measurement", "5 hours", "the repair"),
    (
        "The Greens won 12% of the vote, the Liberals 9% and the Centre 31%.",
        "percentage",
        "9%",
        "the Liberals",
    ),
    (
        "The Greens won 12% of the vote, the Liberals 9% and the Centre 31%.",
        "percentage",
        "31%",
        "the Centre",
    ),
    ("Norvale earned $5 million and Brightcell $3 million.", "money", "$3 million", "Brightcell"),
    ("Exports rose 4% and imports 2%.", "change", "2%", "imports"),
    ("Sales in Europe rose 4% and in Asia 2%.", "change", "rose 4%", "Sales in Europe"),
    (
        "Norvale and Brightcell have 300 and 40 employees, respectively.",
        "count",
        "300",
        "Norvale",
    ),
    (
        "Norvale and Brightcell have 300 and 40 employees, respectively.",
        "count",
        "40 employees",
        "Brightcell",
    ),
    ("Revenue and profit rose 4% and 9%, respectively.", "change", "9%", "profit"),
    ("In 2019 and 2020, sales were $4 million and $5 million, respectively.", "money", "$5 million", "sales"),
    ("Norway (97 %), Iceland (96 %) and Chad (3 %) were listed.", "percentage", "97 %", "Norway"),
    ("Norway (97 %), Iceland (96 %) and Chad (3 %) were listed.", "percentage", "96 %", "Iceland"),
    ("Users of Vim (34%) and Emacs (12%) answered.", "percentage", "34%", "Users of Vim"),
    ("The largest group (35%) said they had no time.", "percentage", "35%", "The largest group"),
    ("Thomas Sam, 42, and his wife Manju Sam, 36, are on trial.", "measurement", "36", "Manju Sam"),
    ("Ann Ray, 42, runs the mill.", "measurement", "42", "Ann Ray"),
    (
        "The couple lost their nine-month-old child, Gloria.",
        "definition",
        "their nine-month-old child",
        "Gloria",
    ),
    ("The 10-year-old browser is slow.", "measurement", "10-year-old", "The 10-year-old browser"),
    ("Ann Ray, aged 42, runs the mill.", "measurement", "42", "Ann Ray"),
    ("He was 42 years old.", "measurement", "42 years old", "He"),
    ("Ann Ray said the mill employs 40 people.", "count", "40 people", "the mill"),
    ("Norvale, which bought Brightcell, has 300 staff.", "count", "300 staff", "Norvale"),
    ("The plant in Leeds, the firm's oldest, employs 40 people.", "count", "40 people", "The plant in Leeds"),
    ("Entry costs US$50 or €45.", "money", "€45", "Entry"),
    ("In 2019, Norvale sold 40 mills for $3 million.", "money", "$3 million", "Norvale"),
    ("Norvale paid $3 million for the mill.", "money", "$3 million", "Norvale"),
    ("Norvale will invest $3 million in the plant.", "money", "$3 million", "Norvale"),
    ("The government spent $9 billion on roads.", "money", "$9 billion", "The government"),
    ("Norvale bought Brightcell for $4 million.", "money", "$4 million", "Norvale"),
    ("Brightcell was sold to Norvale for $4 million.", "money", "$4 million", "Brightcell"),
    (
        "We present Orbit-V3, a strong language model with 671B parameters.",
        "definition",
        "a strong language model with 671B parameters",
        "Orbit-V3",
    ),
    (
        "Orbit-3 is an autoregressive language model with 175 billion parameters.",
        "definition",
        "is an autoregressive language model with 175 billion parameters",
        "Orbit-3",
    ),
    (
        "We release Orbit-7B and Orbit-7B-Chat, which are trained on 3T tokens.",
        "technology",
        "are trained on 3T tokens",
        "Orbit-7B-Chat",
    ),
    ("We trained Orbit-7B on 2T tokens.", "technology", "trained Orbit-7B on 2T tokens", "Orbit-7B"),
    (
        "Training used 3.3M GPU hours on chips of type A100 (TDP of 350W).",
        "measurement",
        "350W",
        "chips of type A100",
    ),
    ("🎉 The club sold 1,200 tickets.", "count", "1,200 tickets", "The club"),
    ("* Norvale has 300 staff.", "count", "300 staff", "Norvale"),
    ("1. Norvale has 300 staff.", "count", "300 staff", "Norvale"),
    ("Results: Norvale earned $4 million.", "money", "$4 million", "Norvale"),
    ("Financing: In 2019, net cash was $4 million.", "money", "$4 million", "net cash"),
    ("Brill & Tedder LLC was founded in 1902.", "date", "was founded in 1902", "Brill & Tedder LLC"),
    (
        "Skylake is the codename used by Intel for a processor that was launched in August 2015.",
        "date",
        "was launched in August 2015",
        "a processor",
    ),
    ("The 2006 game Test Drive was popular.", "date", "2006", "Test Drive"),
    ("The festival took place from 5 to 9 May 2019.", "date", "from 5 to 9 May 2019", "The festival"),
    ("Since 1990, the town has grown by 40%.", "date", "Since 1990", "the town"),
    ("In 1887 he moved to Rome and in 1890 to Paris.", "date", "in 1890", "he"),
    ("Phoenix is the largest city in Arizona.", "definition", "is the largest city in Arizona", "Phoenix"),
    ("Columbia, the first shuttle to fly, was lost.", "definition", "the first shuttle", "Columbia"),
    ("Norvale's best known product is Quill.", "ranking", "Norvale's best known product", "Quill"),
    (
        "Revenue fell 4.1 percent as reported, but increased 1 percent adjusted for currency.",
        "change",
        "fell 4.1 percent",
        "Revenue",
    ),
    (
        "Total revenue of $77 million in 2019 decreased 3 percent year to year.",
        "change",
        "decreased 3 percent year",
        "Total revenue of $77 million in 2019",
    ),
    (
        "Medium investments in Rust (those over 10k lines) have grown from 8.9% in 2016 to 23% this year.",
        "change",
        "grown from 8.9% in 2016 to 23%",
        "Medium investments in Rust",
    ),
    ("Norvale's revenue rose 4% to $5 million.", "change", "rose 4% to $5 million", "Norvale's revenue"),
    ("Unemployment in Spain fell to 9%.", "change", "fell to 9%", "Unemployment in Spain"),
    ("The number of users rose by 300.", "change", "rose by 300", "The number of users"),
    ("Quill uses 30% less memory than Firefox.", "comparison", "30% less memory than Firefox", "Quill"),
    ("Compared with Firefox, Quill uses 30% less memory.", "comparison", "30% less memory", "Quill"),
    ("The army has 40 tanks.", "count", "40 tanks", "The army"),
    ("A survey of 1,709 children from 88 schools was carried out.", "count", "88 schools", "1,709 children"),
    ("40 people died in the fire.", "count", "40 people", "people"),
    ("Police arrested 40 people.", "count", "40 people", "Police"),
    ("There are 40 bridges in the town.", "count", "40 bridges", "the town"),
    ("In 2012 there were nearly 300 strikes in Leeds.", "count", "nearly 300 strikes", "Leeds"),
    ("There are three lessons from the trial.", "count", "three lessons", "the trial"),
    ("There were 40 bridges in 1990.", "count", "40 bridges", "bridges"),
    ("The mill caught fire two days before the fair.", "measurement", "two days", "The mill"),
    ("The ferry sank twenty minutes after departure.", "measurement", "twenty minutes", "The ferry"),
    (
        "Halden Motors announced a $20 billion investment in its plants.",
        "money",
        "$20 billion",
        "Halden Motors",
    ),
    ("The firm unveiled a new $6 million plan to expand.", "money", "$6 million", "The firm"),
    ("The $4 million plan failed.", "money", "$4 million", "The $4 million plan"),
    ("Sales rose in five of the nine regions.", "count", "five", "the nine regions"),
    ("Sales rose in five of the nine regions.", "count", "nine regions", "the nine regions"),
    ("She won five of the nine races.", "count", "five", "She"),
    ("The interim dividend stays at 4.5p.", "money", "4.5p", "The interim dividend"),
    ("The small model achieves 78.0% top accuracy.", "percentage", "78.0% top accuracy", "The small model"),
    (
        "Senator from Ohio Ann Ray won with 20% of the vote.",
        "percentage",
        "20% of the vote",
        "Senator from Ohio Ann Ray",
    ),
    ("In a report of the police, Norvale Motors sold 40 trucks.", "count", "40 trucks", "Norvale Motors"),
    ("He also was the first sailor to cross 9,000 km of ice.", "measurement", "9,000 km", "He"),
    ("At the age of ten, Ann Ray left Oslo.", "measurement", "ten", "Ann Ray"),
    ("The crew came for a stay of three months.", "measurement", "three months", "The crew"),
    ("It came out in 1892, only nine months after she had left.", "measurement", "nine months", "It"),
    ("Ann Ray (born 9 May 1960) is a Swedish painter.", "date", "born 9 May 1960", "Ann Ray"),
    ("The highest rate of theft was seen in London.", "ranking", "The highest rate of theft", "London"),
    ("The largest share came from services.", "ranking", "The largest share", "services"),
    ("The oldest mill was Norvale Motors.", "ranking", "The oldest mill", "Norvale Motors"),
    (
        "The port grew into one of the largest ports in Asia.",
        "ranking",
        "one of the largest ports in Asia",
        "The port",
    ),
    ("The ministry ranks among the oldest in Asia.", "ranking", "the oldest", "The ministry"),
    ("Norvale Motors defended Apple's new $4 million plan for Leeds.", "money", "$4 million", "Apple"),
    ("Norvale Motors said Apple's offer was $4 million.", "money", "$4 million", "Apple's offer"),
    (
        "In 2012, 43% of firms used it with almost a quarter (23%) using more.",
        "percentage",
        "almost a quarter",
        "firms",
    ),
    (
        "The first contest took place in May and the second contest took place in June.",
        "ranking",
        "the second contest",
        "the second contest",
    ),
    ("Orbit moved to a 12 week release cycle.", "measurement", "12 week", "release cycle"),
    (
        "Most workers are not frequent visitors to Leeds, with 75% saying that they never go.",
        "percentage",
        "75%",
        "Most workers",
    ),
    ("She was picked in the second round.", "ranking", "the second round", "She"),
    (
        "One of the oldest bridges collapsed.",
        "ranking",
        "One of the oldest bridges",
        "One of the oldest bridges",
    ),
    ("The first meeting was in Leeds.", "ranking", "The first meeting", "The first meeting"),
    ("The town has 40 bridges and 9 parks.", "count", "9 parks", "The town"),
    ("She won 3 medals and set 2 records.", "count", "2 records", "She"),
    ("The team of 12 nurses treated 300 patients.", "count", "12 nurses", "The team"),
    ("AppleTalk was a suite of protocols developed in 1985.", "date", "developed in 1985", "AppleTalk"),
    ("It was reported that Baker earned $3 million.", "money", "$3 million", "Baker"),
    ("GE's four centers were closed.", "count", "four centers", "GE"),
    ("She recalled the date of the first launch.", "ranking", "the first launch", "the first launch"),
    ("Phoenix is the largest city in Arizona.", "ranking", "the largest city in Arizona", "Phoenix"),
    ("We trained BioGPT on 2T tokens.", "count", "2T tokens", "BioGPT"),
    ("We hired 40 people.", "count", "40 people", "We"),
    # a share is told of its population, whatever tag its verb has and where it has none
    ("In 2012, 43% of shops used a van.", "percentage", "43% of shops", "shops"),
    (
        "Use is growing, with 76% of members using Vim at home.",
        "percentage",
        "76% of members",
        "members",
    ),
    (
        "More than half of these gains occurred in spring.",
        "percentage",
        "More than half of these gains",
        "gains",
    ),
    ("About one in three people will move.", "percentage", "About one in three people", "people"),
    # the line that opens a list, the head of an item
    (
        "Languages of the answers:\n\nPolish: 75.4%\n\nCzech: 5.4%",
        "language_share",
        "Czech: 5.4%",
        "the answers",
    ),
    ("- quill — a plain editor for small screens (300 users)", "count", "300 users", "quill"),
    (
        "Orbit-7B — for phones that fit in a hand (21B parameters).",
        "parameter_count",
        "21B parameters",
        "Orbit-7B",
    ),
    # what is described by a phrase that tells its members, its maker, its sizes
    (
        "Orbit is a suite of tools built by Acme, released in 1985.",
        "date",
        "released in 1985",
        "Orbit",
    ),
    (
        "Oracle is a Texas-based software company founded by Larry Ellison.",
        "organization",
        "founded by Larry Ellison",
        "Oracle",
    ),
    ("Quill is a tower or lookout with 300 steps.", "count", "300 steps", "Quill"),
    (
        "The Orbit-Reward series of reward models comes in 1.8B, 7B and 20B sizes.",
        "parameter_count",
        "7B",
        "Orbit-Reward",
    ),
    (
        "We release Quill-3, a strong Mixture-of-Experts (MoE) language model with 671B parameters.",
        "parameter_count",
        "671B parameters",
        "Quill-3",
    ),
    # a measure before a noun, a date before a noun, a date that opens a sentence
    ("A guard swung a five-foot bronze lamp at him.", "measurement", "five-foot", "bronze lamp"),
    ("The bakers use 450°F (232°C) glue guns.", "measurement", "232°C", "glue guns"),
    ("The Conception, a 75 ft (23 m) long boat, sank.", "measurement", "75 ft", "The Conception"),
    ("Norvale grew after Brightcell's 2014 launch of Quill.", "date", "2014 launch", "Brightcell"),
    ("In Q2 2014 revenue was estimated to be flat.", "date", "In Q2 2014", "revenue"),
    (
        "In August, the Orbit 1.15 release delivered mainly optimizations.",
        "date",
        "In August",
        "the Orbit 1.15 release",
    ),
    # what we release, but not whom we hire
    ("In July, we launched a tool for plotting.", "date", "In July", "a tool for plotting"),
    ("In July, we hired a cook.", "date", "In July", "we"),
    ("The two nations launched 3 probes.", "count", "two nations", "The two nations"),
    ("Tom Hale came in third, with 11% of the vote.", "ranking", "third", "Tom Hale"),
    # a bare number with its share, and what a bracket describes
    (
        "There were 571 homes, of which 109 (19.1%) had gardens and 33 (5.8%) had a barn.",
        "count",
        "33",
        "homes",
    ),
    (
        "There were 571 homes, of which 109 (19.1%) had gardens and 33 (5.8%) had a barn.",
        "percentage",
        "19.1%",
        "homes",
    ),
    ("There were 41 (7.2%) unmarried couples.", "count", "41", "unmarried couples"),
    ("Quill remains the best known editor (41%).", "percentage", "41%", "Quill"),
    # of two subjects of a verb the one beside it
    ("Statewide, the Ohio office runs four clinics.", "count", "four clinics", "the Ohio office"),
    ("The mill in 's-Graveland employs 40 people.", "count", "40 people", "The mill in 's-Graveland"),
    (
        "In Northbeam, an old mail app by Tomas Ricart, the code size is reduced by over 40%.",
        "change",
        "reduced by over 40%",
        "the code size",
    ),
    # a whole whose parts are told, and what is only said beside counted things
    (
        "In particular, of the 9 counties that have no port, 5 of them rank among the poorest.",
        "count",
        "9 counties",
        "the 9 counties that have no port",
    ),
    # a clause joined to one that ends with a share or a sum
    ("Fees fell 3% and fines rose 2%.", "change", "rose 2%", "fines"),
    ("Tin rose 3% and zinc dropped 2%.", "change", "dropped 2%", "zinc"),
    ("Fares were up 4% and trips down 2%.", "change", "down 2%", "trips"),
    ("Debt fell to $3 million and income grew to $2 billion.", "change", "grew to $2 billion", "income"),
    ("Visits fell by 3% in May and sales of maps climbed by 2%.", "change", "climbed by 2%", "sales of maps"),
    ("Rates fell 3% and rents up 2%.", "change", "up 2%", "rents"),
    ("Fees rose 3% and then fell 2%.", "change", "fell 2%", "Fees"),
    ("Fees rose 3% on Monday and today fell 2%.", "change", "fell 2%", "Fees"),
    ("Fees rose 3% and in turn grew 2%.", "change", "grew 2%", "Fees"),
    ("Fees rose 3% and Orrin cut wages by 2%.", "change", "cut wages by 2%", "wages"),
    ("She said the top 3% and banks gained 2%.", "change", "gained 2%", "the top 3% and banks"),
    ("About 3% of farms and mills gained 2%.", "change", "gained 2%", "farms and mills"),
    ("Fees rose 4% and margins to 12%.", "percentage", "12%", "margins"),
    ("Fees rose to $4 million and fines to $2 million.", "money", "$2 million", "fines"),
    ("Fees grew 3% and tips, by contrast, 7%.", "percentage", "7%", "tips"),
    ("Fees grew 3% and prices, by contrast, 7%.", "change", "7%", "prices"),
    # what an amount is a part of
    (
        "Orrin won grants for its schools, including $3 million for a roof.",
        "money",
        "$3 million",
        "grants for its schools",
    ),
    (
        "Orrin made payments to cut its debt, including $9 million.",
        "money",
        "$9 million",
        "payments to cut its debt",
    ),
    ("Orrin has many shops, including $9 million of stock.", "money", "$9 million", "stock"),
    # a noun that is read as a verb, in a clause that leaves its verb out
    ("Prices fell 4% in May and rents 2%.", "change", "2%", "rents"),
    ("The shop sold 40 boats in May and sells 30 boats now.", "count", "30 boats", "The shop"),
    ("Gifts made up 62 percent and grants 29 percent.", "percentage", "29 percent", "grants"),
    ("Orrin has fallen 4% in May and gains 2% today.", "change", "gains 2%", "Orrin"),
    ("He walks 3 km in May and runs 2 km.", "measurement", "2 km", "He"),
    # shares of those who do something, and of the subject of a clause within another
    ("The fee was named by 33% of those users.", "percentage", "33% of those users", "users"),
    ("The poster was seen by half of the lake.", "percentage", "half of the lake", "The poster"),
    (
        "It matters because 80 percent of falls have been at night.",
        "percentage",
        "80 percent of falls",
        "falls",
    ),
    ("The note says, “Two thirds (66%) of pilots agree.”", "percentage", "Two thirds", "pilots"),
    # what exists, what opens a clause, what somebody has something for
    (
        "There are 86 large kilns burning across Kent.",
        "count",
        "86 large kilns",
        "large kilns burning across Kent",
    ),
    ("There are 86 kilns on the island.", "count", "86 kilns", "the island"),
    ("Two men left and four homes and a barn were lost.", "count", "four homes", "homes"),
    ("The army lost 40 men and captured 300 guns.", "count", "300 guns", "The army"),
    ("The mill has the ability to make 600 loaves.", "count", "600 loaves", "The mill"),
    # what a bracket says is up, and what a size is no subject for
    (
        "Most visitors were from Peru (up 9% to 410) and Chile (up 4% to 90).",
        "change",
        "up 4% to 90",
        "Chile",
    ),
    ("Trade in wool (up 9%) grew in May.", "change", "up 9%", "Trade in wool"),
    (
        "Traffic is brisk, up three points to 55% as roads get wider.",
        "change",
        "up three points to 55%",
        "Traffic",
    ),
    ("The rowers got salt (n = 20) or sugar (n = 22).", "count", "n = 22", "sugar"),
    # things that are known before their number is told
    ("Members of the nine clubs voted.", "count", "nine clubs", "the nine clubs"),
    ("The gap between the two schools is small.", "count", "two schools", "the two schools"),
    ("The samples were checked by the other three labs.", "count", "three labs", "the other three labs"),
    ("Oslo sent letters to these 12 firms.", "count", "12 firms", "these 12 firms"),
    ("Members of nine clubs voted.", "count", "nine clubs", "Members"),
    ("The samples were checked by three labs.", "count", "three labs", "The samples"),
    ("Ann Roe owns the 40-seat hall.", "count", "40-seat", "the 40-seat hall"),
    (
        "In May, 20 swimmers were rescued, eleven women and nine men, according to Brown.",
        "count",
        "nine men",
        "men",
    ),
    ("At least two towns —including Makilala— were flooded.", "count", "At least two towns", "towns"),
    # the other side of a comparison has an amount of its own
    ("Desk buyers spent $84, compared to just $61 for phone buyers.", "money", "$61", "phone buyers"),
    ("Trains carried 31% of all freight, compared with trucks at 44%.", "percentage", "44%", "trucks"),
    ("Paid users stayed 40 minutes, versus 22 minutes for guests.", "measurement", "22 minutes", "guests"),
    (
        "Halden made 40 tonnes, compared with 30 tonnes for the year before.",
        "measurement",
        "30 tonnes",
        "Halden",
    ),
    ("The best share was in Oslo, followed by Bergen at 12.3%.", "percentage", "12.3%", "Bergen"),
    # two sides of a comparison in one bracket
    ("Kent did better than Surrey (92% vs. 70%).", "percentage", "92%", "Kent"),
    ("Kent did better than Surrey (92% vs. 70%).", "percentage", "70%", "Surrey"),
    ("Women were more likely than men to vote (62% vs. 48%).", "percentage", "62%", "Women"),
    ("Women were more likely than men to vote (62% vs. 48%).", "percentage", "48%", "men"),
    ("Approval was higher among women than men (62% vs. 48%).", "percentage", "62%", "Approval"),
    ("Relapse was rarer with pills than with rest (12% vs. 30%).", "percentage", "12%", "Relapse"),
    ("It took more than 12 votes (12% vs. 5%).", "percentage", "5%", "It"),
    (
        "This was followed by food, drink & tobacco with a rate of 8.4% and media & arts at 3%.",
        "percentage",
        "3%",
        "media & arts",
    ),
    # what a bracket behind an adjunct tells of
    ("Most readers said they read it at work (71%) and at home (38%).", "percentage", "38%", "they"),
    ("Most of the readers read on phones (63%) and tablets (21%).", "percentage", "21%", "the readers"),
    (
        "Vim remains the most liked editor (41%), with Emacs a close second (35%).",
        "percentage",
        "35%",
        "Emacs",
    ),
    ("Labour finished first (42%), with the Greens a distant third (12%).", "percentage", "12%", "Greens"),
    ("More people died in Oslo (45%) than in Bergen (12%).", "percentage", "45%", "Oslo"),
    ("More people died in Oslo (45%) than in Bergen (12%).", "percentage", "12%", "Bergen"),
    ("The budget rests on Norway (40%) and Denmark (30%).", "percentage", "30%", "Denmark"),
    (
        "The new score was better than Orbit 2 (+4.0%) and Wren (+13.0%).",
        "percentage",
        "+13.0%",
        "The new score",
    ),
    # what is no part of a subject, or is its part
    (
        "Vice President Ann Roe today gave $2 million to schools.",
        "money",
        "$2 million",
        "Vice President Ann Roe",
    ),
    ("The team on Tuesday bought 40 boats.", "count", "40 boats", "The team"),
    ("None of her 22 crew died.", "count", "22 crew", "her 22 crew"),
    (
        "The Greater Halden Area (GHA) had a population of 4,191.",
        "count",
        "population of 4,191",
        "The Greater Halden Area",
    ),
    (
        "It put $9 million in three rail projects that will bring 1,000 jobs.",
        "count",
        "1,000 jobs",
        "three rail projects",
    ),
    (
        "CEA finds that increased lending costs amount to at least $222 billion.",
        "money",
        "at least $222 billion",
        "increased lending",
    ),
    ("A bug in the renewal job caused us to replace 40 keys.", "count", "40 keys", "us"),
    (
        "A flood on Monday caused a wall to give way, killing 107 or more.",
        "count",
        "killing 107 or more",
        "A flood",
    ),
    (
        "The order value for the day was $135, up 2.2% from May.",
        "change",
        "up 2.2%",
        "The order value for the day",
    ),
    (
        "Sales and use taxes are a source of income, with 40 payers.",
        "count",
        "40 payers",
        "Sales and use taxes",
    ),
    (
        "The Census Bureau reported Halden's population as 94.0% white.",
        "percentage",
        "94.0%",
        "Halden's population",
    ),
    ("The bureau put the unemployment rate at 4.1%.", "percentage", "4.1%", "the unemployment rate"),
    (
        "The telescope has an angular resolution of 20 arcseconds.",
        "measurement",
        "20 arcseconds",
        "The telescope",
    ),
    (
        "It was trained on a black hole 55 million light-years from Earth.",
        "measurement",
        "55 million light-years",
        "a black hole",
    ),
    ("He left the village 40 km from Oslo.", "measurement", "40 km", "He"),
    (
        "There were 10 million cases and 140,000 related deaths.",
        "count",
        "140,000 related deaths",
        "related deaths",
    ),
    # lists of names with their dates
    (
        "The heads were Ann Roe, elected in 2002; Bo Lund in 1997; and Eva Dahl in 1988.",
        "date",
        "in 1997",
        "Bo Lund",
    ),
    (
        "The heads were Ann Roe, elected in 2002; Bo Lund in 1997; and Eva Dahl in 1988.",
        "date",
        "in 1988",
        "Eva Dahl",
    ),
    ("Ann Roe visited Oslo in May 2002 and Bo Lund in 1997.", "date", "in 1997", "Ann Roe"),
    ('Her 1997 essay, "The Long Ferry", won a prize.', "date", "1997", "The Long Ferry"),
]


@pytest.mark.parametrize(
    ("text", "kind", "words", "expected"), SUBJECTS, ids=[f"{row[0]} {row[2]}" for row in SUBJECTS]
)
def test_subject(text, kind, words, expected):
    (found,) = [claim for claim in extract(text).claims if claim.kind == kind and claim.text == words]
    assert found.subject is not None
    assert found.subject.text == expected


# near misses of the rules above
NOT_TAKEN = [
    ("The new engine is faster than Orbit (+12%).", "+12%", "Orbit"),
    (
        "Norvale made 40 tonnes, compared with 30 tonnes for the same period last year.",
        "30 tonnes",
        "the same period",
    ),
    ("It sold 40 cars and last year 30 vans.", "30 vans", "last year"),
    ("Norvale paid $3 million and then another $2 million.", "$2 million", "another"),
    ("The firm has 40 trucks, and Brightcell's 9 drivers left.", "9 drivers", "The firm"),
    ("The plan (begun in Oslo) costs $3 million.", "$3 million", "Oslo"),
    ("Norvale holds 12% of the shares.", "12% of the shares", "the shares"),
    ("Norvale grew, with 12% of the shares in its hands.", "12% of the shares", "shares"),
    ("Oslo is a supplier of pumps built by Acme.", "built by Acme", "Oslo"),
    ("On 9 May - two days after the vote - Baker won 300 votes.", "300 votes", "On 9 May"),
    ("The study ran over a two-week period with 9 nurses.", "9 nurses", "two-week"),
    ("The makeup of Leeds was 4 (0.3%) Asian and 6 (0.5%) Black.", "6", "Black"),
    ("Turnout was low:\n\nPolish: 5.4%", "5.4%", "low"),
]


@pytest.mark.parametrize(("text", "words", "unwanted"), NOT_TAKEN, ids=[row[0] for row in NOT_TAKEN])
def test_not_the_subject(text, words, unwanted):
    subjects = [claim.subject.text for claim in extract(text).claims if claim.text == words and claim.subject]
    assert unwanted not in subjects


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence", ["At least 60 were hurt.", "60 were hurt.", "Nearly 300 were arrested in May."]
)
def test_an_amount_alone_is_no_subject(sentence):
    (count,) = (claim for claim in extract(sentence).claims if claim.kind == "count")
    assert count.subject is None


@pytest.mark.model
def test_what_improves_by_getting_less_is_told_of_its_own_subject():
    _, delays = extract("Throughput improved by 6% and delays by 5%.").claims
    assert (delays.value.direction, delays.subject.text) == ("decrease", "delays")


@pytest.mark.model
def test_what_a_sentence_only_looks_at_has_no_share():
    (share,) = (c for c in extract("Looking at Kenya, about 35% are women.").claims if c.kind == "percentage")
    assert share.subject is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "number", "subject"),
    [
        ("Five-year survival for the tumour is 86%.", 86, "Five-year survival for the tumour"),
        ("Thirty-day mortality was 4.1% in May.", 4.1, "Thirty-day mortality"),
    ],
)
def test_a_subject_may_open_with_a_span_of_time(sentence, number, subject):
    claims = [c for c in extract(sentence).claims if c.kind == "percentage"]
    assert [(float(c.value.number), c.subject.text) for c in claims] == [(number, subject)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "kind", "subject"),
    [
        ("Marketing manager Ann Roe ran 40 shops.", "count", "Marketing manager Ann Roe"),
        ("Marrow & Pike plc, a packaging group, has 64 plants.", "definition", "Marrow & Pike plc"),
        ("Orrin issued shares, valuing the firm at £2.7bn.", "money", "the firm"),
        ("Orrin is valued at £2.7bn.", "money", "Orrin"),
    ],
)
def test_whole_names_and_what_is_valued(sentence, kind, subject):
    assert [c.subject.text for c in extract(sentence).claims if c.kind == kind] == [subject]
