"""Makers of software as reports of research cite them."""

import pytest

from claimcheck import extract
from claimcheck.claims.relations.makers import MAKER_RULES
from claimcheck.lexicons import load_rows

pytestmark = pytest.mark.model


def makers(text, without=()):
    return [
        (claim.subject.text, claim.value.object)
        for claim in extract(text, without=without).claims
        if claim.kind == "organization" and claim.value.relation == "developed_by"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tests were run in SPSS for Windows (version 20.0, SPSS Inc., Chicago, IL).", [("SPSS", "SPSS Inc.")]),
        ("Tests were run in Stata 13 (StataCorp, College Station, TX, USA).", [("Stata", "StataCorp")]),
        ("Tests were run in Stata version 11 (Stata Corp LP, College Station, TX).", [("Stata", "Stata Corp LP")]),
        ("The curves were fitted in MATLAB (MathWorks).", [("MATLAB", "MathWorks")]),
        ("The AWS Suite for OpenTelemetry (ASOT) was tested.", []),
        ("Tests were run in SAS 9.3 (SAS, Cary, NC, USA).", [("SAS", "SAS")]),
        ("Tests were run in SPSS 18 (SPSS inc, Bergen, Norway).", [("SPSS", "SPSS inc")]),
        ("Tests were run in SAS 9.3 (Bergen, Norway).", []),
        ("Tests were run in JMP (JMP 7.0, SAS Institute Inc., NC, USA).", [("JMP", "SAS Institute Inc.")]),
        ("Mice were tracked by a program (Quillo 6.3; Vexel Systems).", [("Quillo", "Vexel Systems")]),
        ("Images were sorted using Quillo 2.1 software (Vexel, Utrecht, Netherlands).", [("Quillo", "Vexel")]),
        ("The charts were drawn in Microsoft Excel.", [("Microsoft Excel", "Microsoft")]),
        ("All curves were drawn with GraphPad Prism 5.", [("GraphPad Prism", "GraphPad")]),
        # a name before "Version", an edition, words between a verb and the name
        ("Groups were tested using GraphPad Prism Version 8.", [("GraphPad Prism", "GraphPad")]),
        ("The figures were drawn in Adobe Photoshop CC.", [("Adobe Photoshop CC", "Adobe")]),
        ("Each weight was recorded with the software Microsoft Excel 2010.", [("Microsoft Excel", "Microsoft")]),
        # no comma before the maker, a year behind it, a maker that looks like a place, a listed name with a number
        ("Tests were run in SAS (Version 9.3 SAS Institute Inc.) at night.", [("SAS", "SAS Institute Inc.")]),
        ("Tests were run in Stata v15 (StataCorp 2017) at night.", [("Stata", "StataCorp")]),
        ("SPSS version 16.0 (SPSS Inc. 2008, Chicago, IL, USA) was used.", [("SPSS", "SPSS Inc.")]),
        ("Cells were sorted by Quillo software version 2 (Vexel House, Topsham, ME, USA).", [("Quillo", "Vexel House")]),
        ("Bands were measured with Quantity One software (Bio-Rad).", [("Quantity One", "Bio-Rad")]),
        ("Areas were traced on an imaging system (Quillo 6.3; Noesis).", [("Quillo", "Noesis")]),
        # towns, tables, short and long forms, other systems and instruments are no makers of software
        ("Tests were run in Stata 14.0 (College Station, TX USA).", []),
        ("Tests were run in SPSS version 20.0 (S1 Dataset).", []),
        ("Tests were run in the Field Index Toolbox (FIT) version 3.", []),
        ("Tests were run in SPSS software (Statistical Package for the Social Sciences, version 17).", []),
        ("Films were made with a Leica microscope (Vexel Optics, Oslo).", []),
        ("The mayor (Labour, Oslo) agreed.", []),
        ("Cells were sorted by Quillo software version 2 (Topsham, ME, USA).", []),
        ("Cells were sorted by Quillo software version 2 (Topsham, USA).", []),
        ("Tests were run in SAS (version 9.4 for Windows) at night.", []),
        ("The backers of the round include M12 (the seller's venture arm).", []),
        ("Support ends with Node.js 16 (April 2024).", []),
        ("Areas were traced on an imaging system (Quillo 6.3; Table 2).", []),
        ("Phones were tested (Quillo 3.2; Beta).", []),
        ("They moved to a flat by Microsoft Square.", []),
        ("Chad Edward Varga (pronounced go) (born March 24, 1983 in New Orleans, Louisiana) pitched.", []),
        ("It runs on Ubuntu 19.04 (Disco) and Debian 10 (Buster).", []),
        ("Google Chrome is fast, and they analysed pages with it.", []),
        ("It was tested by deputies of Quillo 5 Stelle (Q5S).", []),
    ],
)  # fmt: skip
def test_makers_in_citations(text, expected):
    assert makers(text) == expected


@pytest.mark.parametrize("rule", MAKER_RULES, ids=lambda rule: rule.name)
def test_each_rule_makes_the_claim_of_its_example_alone(rule):
    assert makers(rule.example)
    assert makers(rule.example, without={rule.name}) == []
    assert makers(rule.near_miss) == []


@pytest.mark.parametrize(
    "row",
    [row for row in load_rows("en/software_use.csv") if row["role"] == "maker"],
    ids=lambda row: row["word"],
)
def test_example_of_a_word_of_makers(row):
    assert [maker for _, maker in makers(row["example"]) if row["word"] in maker]
    assert makers(row["example"].replace(row["word"], "zorbs")) == []
