"""The rules of grounding, each with an example and a near miss."""

from __future__ import annotations

from claimcheck.rules import CheckRule

_VALUE = ("borne_out", "differs", "not_found")

_TABLE = (
    "Rail passengers, in thousands.\n\n| Line | 2022 | 2023 |\n|---|---|---|\n| Coast | 455 | 530 |\n"
    "| Valley | 221 | 198 |\n"
)

GROUND_RULES = (
    CheckRule(
        "ground/figure",
        _VALUE,
        "A source gives the figure, or another one for the same thing, or none.",
        ("The mill has 412 workers.", "The mill has 512 workers."),
        ("The mill is large.", "The mill has 512 workers."),
    ),
    CheckRule(
        "ground/rounding",
        ("follows",),
        "The figure is one of a source, rounded as it is written.",
        ("The mill earned about 58 million euros.", "The mill earned 58.3 million euros."),
        ("The mill earned 58.3 million euros.", "The mill earned 58.3 million euros."),
    ),
    CheckRule(
        "ground/unit-conversion",
        ("follows",),
        "The figure is one of a source in another unit.",
        ("The tunnel is 8 kilometres long.", "The tunnel is 5 miles long."),
        ("The tunnel is 8 kilometres long.", "The tunnel is 8 kilometres long."),
    ),
    CheckRule(
        "ground/bound",
        ("follows",),
        "The figure bounds one of a source.",
        ("More than 50 workers were hired.", "The mill hired 57 workers."),
        ("More than 50 workers were hired.", "The mill hired more than 50 workers."),
    ),
    CheckRule(
        "ground/sum",
        ("follows",),
        "The figure is the sum of figures of a source.",
        ("In total the mill sold 731 tables.", "The mill sold 412 tables in May and 319 tables in June."),
        ("In May the mill sold 412 tables.", "The mill sold 412 tables in May and 319 tables in June."),
    ),
    CheckRule(
        "ground/difference",
        ("follows",),
        "The figure is the difference of figures of a source.",
        ("Sales were 93 tables lower in June.", "The mill sold 412 tables in May and 319 tables in June."),
        ("Sales were 319 tables in June.", "The mill sold 412 tables in May and 319 tables in June."),
    ),
    CheckRule(
        "ground/percent-change",
        ("follows",),
        "The percentage is the change from one figure of a source to another.",
        ("Sales rose 25% to 500 tables.", "Sales rose from 400 tables to 500 tables."),
        ("Sales rose 25% to 500 tables.", "Sales rose 25% to 500 tables."),
    ),
    CheckRule(
        "ground/share",
        ("follows",),
        "The percentage is the share of one figure of a source in another.",
        ("About 21% of the 412 workers are women.", "The mill has 412 workers; 87 workers are women."),
        ("The mill has 412 workers.", "The mill has 412 workers; 87 workers are women."),
    ),
    CheckRule(
        "ground/complement",
        ("follows",),
        "The percentage is what is left of a hundred.",
        ("The remaining 54% of the workers live elsewhere.", "Of the workers, 46% live in the village."),
        ("Elsewhere live 56% of the workers.", "Of the workers, 46% live in the village."),
    ),
    CheckRule(
        "ground/product",
        ("follows",),
        "The figure is so many in each of so many.",
        ("In total 36 tables are made.", "Each of the 12 workers of the mill makes 3 tables."),
        ("In total 46 tables are made.", "Each of the 12 workers of the mill makes 3 tables."),
    ),
    CheckRule(
        "ground/score",
        ("follows",),
        "The figure is a side of a score or of a vote, or how far it is ahead.",
        ("The plan had nine votes.", "The council voted 9-4 for the plan."),
        ("The plan had eight votes.", "The council voted 9-4 for the plan."),
    ),
    CheckRule(
        "ground/predicate",
        ("differs",),
        "The source says this of another thing, and of this one something else.",
        ("The fish was excellent.", "The pasta was excellent and the fish was overcooked."),
        ("The fish was excellent.", "The pasta and the fish were excellent."),
    ),
    CheckRule(
        "ground/table",
        ("borne_out", "differs"),
        "A table of a source gives this figure, or another, under the row and column that the answer names.",
        ("In 2023 the Coast line had 455,000 passengers.", _TABLE),
        ("In 2023 the ferries had 455,000 passengers.", _TABLE),
    ),
    CheckRule(
        "ground/ratio",
        ("follows",),
        "The figure says how many times one figure of a source is in another.",
        (
            "The new mill is 4 times as large, with 412 workers.",
            "The old mill had 103 workers, the new one 412 workers.",
        ),
        ("The new mill has 412 workers.", "The old mill had 103 workers, the new one 412 workers."),
    ),
    CheckRule(
        "ground/count",
        ("follows",),
        "The figure is the number of items of a list, or of people who speak.",
        ("The report names three goals.", "Goals:\n\n1. Cut waste.\n2. Save water.\n3. Plant trees.\n"),
        ("The report names goals.", "Goals:\n\n1. Cut waste.\n2. Save water.\n3. Plant trees.\n"),
    ),
    CheckRule(
        "ground/years-between",
        ("follows",),
        "The span is that between two years of a source, or of it and the answer.",
        ("Ann Ray ran the mill for 12 years.", "Ann Ray ran the mill from 1895 to 1907."),
        ("Ann Ray ran the mill for 14 years.", "Ann Ray ran the mill from 1895 to 1907."),
    ),
    CheckRule(
        "ground/period",
        ("differs",),
        "A source gives the figure for another period, and another one for this.",
        (
            "The mill lost 19% of its orders in 2012.",
            "The mill lost 19% of its orders in 2011 and 18% in 2012.",
        ),
        (
            "The mill lost 18% of its orders in 2012.",
            "The mill lost 19% of its orders in 2011 and 18% in 2012.",
        ),
    ),
    CheckRule(
        "ground/rival",
        ("differs",),
        "A source holds the figure for something else, and another one for this.",
        (
            "The fire killed three workers at the mill.",
            "The fire killed two workers at the mill. Doctors later treated three workers for shock.",
        ),
        (
            "The fire killed two workers at the mill.",
            "The fire killed two workers at the mill. Doctors later treated three workers for shock.",
        ),
    ),
    CheckRule(
        "ground/rate",
        ("differs",),
        "A source gives the amount for another period.",
        ("Parking costs 3 euros per day.", "Parking costs 3 euros per hour."),
        ("Parking costs 3 euros an hour.", "Parking costs 3 euros per hour."),
    ),
    CheckRule(
        "ground/numeral",
        ("differs", "not_found"),
        "No source holds the number of a name, a telephone or the like.",
        ("It runs on Windows 11.", "It runs on Windows 10."),
        ("It runs on Windows 10.", "It runs on Windows 10."),
    ),
    CheckRule(
        "ground/date",
        _VALUE,
        "A source gives the date, or another one for the same thing, or none.",
        ("The mill opened in May 2022.", "The mill opened in May 2021."),
        ("The mill opened.", "The mill opened in May 2021."),
    ),
    CheckRule(
        "ground/name",
        ("borne_out", "not_found"),
        "The sources hold the name, under this form or another, or they do not.",
        ("The mill was sold to Nordvik.", "The mill was sold to Larkspur."),
        ("The mill was sold.", "The mill was sold to Larkspur."),
    ),
    CheckRule(
        "ground/quotation",
        _VALUE,
        "The quotation is verbatim, altered, or nowhere in the sources.",
        ('She said: "We shall never close the mill."', 'She said: "We shall not close the mill."'),
        ("She spoke of the mill.", 'She said: "We shall not close the mill."'),
    ),
    CheckRule(
        "ground/speaker",
        ("differs",),
        "A source puts the words, or the statement, in somebody else's mouth.",
        (
            '"We shall never close the mill," said Ann Ray.',
            'Ann Ray listened. "We shall never close the mill," said Tom Holt.',
        ),
        (
            '"We shall never close the mill," said Holt.',
            'Ann Ray listened. "We shall never close the mill," said Tom Holt.',
        ),
    ),
    CheckRule(
        "ground/relation",
        ("borne_out", "differs"),
        "A source states the same relation, or another partner of one that a thing has once.",
        ("ChatGPT was developed by Anthropic.", "ChatGPT was developed by OpenAI."),
        ("ChatGPT is useful.", "ChatGPT was developed by OpenAI."),
    ),
    CheckRule(
        "ground/roles",
        ("differs",),
        "A source states the relation, or what somebody does to another, the other way round.",
        ("Microsoft was acquired by Nokia.", "Nokia was acquired by Microsoft."),
        ("Nokia was acquired by Microsoft.", "Nokia was acquired by Microsoft."),
    ),
    CheckRule(
        "ground/exchanged",
        ("differs",),
        "A source says the deed of another name.",
        (
            "Nokia sued the mill over the old river bridge.",
            "Google grew. Microsoft sued the mill over the old river bridge. Nokia did not.",
        ),
        (
            "Microsoft sued the mill over the old river bridge.",
            "Google grew. Microsoft sued the mill over the old river bridge. Nokia did not.",
        ),
    ),
    CheckRule(
        "ground/subject",
        ("differs",),
        "A source says it of somebody else.",
        ("Microsoft earned 14 billion dollars.", "Microsoft grew. Google earned 14 billion dollars."),
        ("Google earned 14 billion dollars.", "Microsoft grew. Google earned 14 billion dollars."),
    ),
    CheckRule(
        "ground/direction",
        ("differs",),
        "A source has the change go the other way.",
        ("Sales fell 4% to 12 million euros.", "Sales rose 4% to 12 million euros."),
        ("Sales rose 4% to 12 million euros.", "Sales grew 4% to 12 million euros."),
    ),
    CheckRule(
        "ground/polarity",
        ("differs",),
        "A source denies the claim, or asserts what the answer denies.",
        ("ChatGPT was built with Django.", "ChatGPT was not built with Django."),
        ("ChatGPT was built with Django.", "ChatGPT was built with Django."),
    ),
    CheckRule(
        "ground/modality",
        ("differs",),
        "A source says only as possible what the answer says flatly.",
        ("The strike cost the mill 8 million euros.", "The strike may have cost the mill 8 million euros."),
        ("The strike cost the mill 8 million euros.", "The strike cost the mill 8 million euros."),
    ),
    CheckRule(
        "ground/opposite",
        ("differs",),
        "A source says the contrary of a word about the same thing.",
        (
            "The board rejected the plan to close the old mill.",
            "The board accepted the plan to close the old mill.",
        ),
        (
            "The board approved the plan to close the old mill.",
            "The board accepted the plan to close the old mill.",
        ),
    ),
    CheckRule(
        "ground/comparison",
        ("differs",),
        "A source has the comparison with the same thing the other way round.",
        (
            "The mill spends less than the town earns from its parks.",
            "The mill spends more than the town earns from its parks.",
        ),
        (
            "The mill spends less than the county does.",
            "The mill spends more than the town earns from its parks.",
        ),
    ),
    CheckRule(
        "ground/prefix",
        ("differs",),
        "A source has the word without the prefix that turns it round, or with it.",
        ("The new timber saw is unsafe for young workers.", "The new timber saw is safe for young workers."),
        ("The new timber saw is safe for young workers.", "The new timber saw is safe for young workers."),
    ),
    CheckRule(
        "ground/alternative",
        ("differs",),
        "A source names another thing of the same kind in the same place.",
        (
            "The old farm sold barley to the brewery of the village.",
            "The old farm sold wheat to the brewery of the village.",
        ),
        (
            "The old farm sold grain to the brewery of the village.",
            "The old farm sold wheat to the brewery of the village.",
        ),
    ),
    CheckRule(
        "ground/compound",
        ("differs",),
        "A source has the hyphened word with another part in its place.",
        ("Post-war rents were frozen in the city.", "Pre-war rents were frozen in the city."),
        ("Peace-time rents were frozen in the city.", "Pre-war rents were frozen in the city."),
    ),
    CheckRule(
        "ground/negation",
        ("differs",),
        "The answer denies what no source denies, or asserts what a source denies.",
        ("The mill on the river is for sale.", "The mill on the river is not for sale."),
        ("The mill on the river is not for sale.", "The mill on the river is not for sale."),
    ),
    CheckRule(
        "ground/quantifier",
        ("not_found",),
        "The answer limits or generalises what the source says.",
        ("Only workers of the mill may swim in the lake.", "Workers of the mill may swim in the lake."),
        ("Only workers of the mill may swim in the lake.", "Just workers of the mill may swim in the lake."),
    ),
    CheckRule(
        "ground/new-thing",
        ("not_found",),
        "The answer names a concrete thing where the rest is as in a source.",
        (
            "Friends will meet Anna tomorrow at the restaurant near school.",
            "Friends will meet Anna tomorrow at the corner near school.",
        ),
        (
            "Friends will meet Anna tomorrow at the corner near school.",
            "Friends will meet Anna tomorrow at the corner near school.",
        ),
    ),
)
