"""The rules of `claimcheck compare`, each with two documents that it judges and two that it does not."""

from __future__ import annotations

from claimcheck.rules import CheckRule

_PLANT = (
    "Vexa Motors opened a plant in York on 4 May 2023. It cost 84 million euros. It has 412 workers, and "
    "2,600 cars a week leave it."
)
_RETOLD = (
    "On 4 May 2023 Vexa Motors opened its York plant, which cost 84 million euros. In the works 412 people "
    "build 2,600 cars a week."
)

COMPARE_RULES = (
    CheckRule(
        "compare/relation",
        ("same", "conflicts"),
        "Two documents name the same, or another, partner of a relation.",
        ("ChatGPT was developed by OpenAI.", "ChatGPT was developed by Anthropic."),
        ("ChatGPT was developed by OpenAI.", "Claude was developed by Anthropic."),
    ),
    CheckRule(
        "compare/polarity",
        ("conflicts",),
        "One document denies what another says.",
        ("ChatGPT was built with Django.", "ChatGPT was not built with Django."),
        ("ChatGPT was built with Django.", "ChatGPT was not built with Flask."),
    ),
    CheckRule(
        "compare/role",
        ("same", "conflicts"),
        "Two documents give a person the same office, at the same or at another organization.",
        ("Jane Reed is the chief executive of Microsoft.", "Jane Reed is the chief executive of Google."),
        ("Jane Reed is the chief executive of Microsoft.", "Jane Reed is the founder of Google."),
    ),
    CheckRule(
        "compare/date",
        ("same", "conflicts"),
        "Two documents date an event that happens once.",
        ("Larkspur was founded in 2016.", "Larkspur was founded in 2018."),
        ("Larkspur was founded in 2016.", "Larkspur was expanded in 2018."),
    ),
    CheckRule(
        "compare/amount",
        ("same", "conflicts"),
        "Two documents give an amount of the same thing for the same time.",
        ("Larkspur has 412 customers.", "Larkspur has 512 customers."),
        ("Larkspur has 412 customers.", "Larkspur has 512 servers."),
    ),
    CheckRule(
        "compare/change",
        ("same", "conflicts"),
        "Two documents tell a change, or compare a thing with another, by the same figure or the other way.",
        ("In 2023 the revenue of Larkspur rose 12%.", "In 2023 the revenue of Larkspur fell 12%."),
        ("In 2023 the revenue of Larkspur rose 12%.", "In 2024 the revenue of Larkspur fell 12%."),
    ),
    CheckRule(
        "compare/version",
        ("same", "conflicts"),
        "Two documents give a version of the same software.",
        ("Wren runs on PyTorch 2.4.", "Wren runs on PyTorch 2.4."),
        ("Wren runs on PyTorch 2.4.", "Kestrel runs on Django 5.0."),
    ),
    CheckRule(
        "compare/rounding",
        ("rounds_to",),
        "One document gives an amount that the other one rounds.",
        ("Larkspur has 4,489 customers.", "Larkspur has about 4,500 customers."),
        ("Larkspur has 4,489 customers.", "Larkspur has 4,489 servers."),
    ),
    CheckRule(
        "compare/later",
        ("updated",),
        "Two documents give an amount of the same thing for different times.",
        ("In 2023 Microsoft had 412 offices.", "In 2024 Microsoft had 512 offices."),
        ("In 2023 Microsoft had 412 offices.", "In 2023 Microsoft had 512 servers."),
    ),
    CheckRule(
        "compare/retold",
        ("conflicts",),
        "Two documents about one thing give another amount in sentences that else say the same.",
        (
            "Microsoft and Google closed the plant in York. Nine people were injured.",
            "Microsoft and Google shut their York plant. Eleven people were injured.",
        ),
        (
            "Microsoft and Google closed the plant in York. Nine people were injured.",
            "Microsoft and Google shut their York plant. Eleven people were killed.",
        ),
    ),
    CheckRule(
        "compare/crosswise",
        ("conflicts",),
        "Two documents that agree in most figures contradict each other, whichever is taken as the source.",
        (_PLANT, _RETOLD.replace("84 million", "94 million")),
        (_PLANT, _RETOLD.replace("84 million", "94 million").replace("412", "380").replace("2023", "2022")),
    ),
    CheckRule(
        "compare/alone",
        ("only_in_one",),
        "Only one document says something.",
        ("Larkspur has 412 customers.", "Nordvik sells chairs."),
        ("Larkspur has 412 customers.", "Larkspur has 412 customers."),
    ),
)
"""The ways in which documents agree and contradict each other."""
