"""Every numeral is accounted for: in a quantity, or set aside by a rule with a name."""

from typing import get_args

import pytest

from claimcheck.quantities.finding import explain_numerals, find_quantities
from claimcheck.quantities.set_aside.names import SetAsideRule

RULES = [
    ("He lives at 12 Maple Road now.", "12", "address"),
    ("The office is at 901 Locust, Room 301, Holm.", "901", "address"),
    ("Write to Lund, Iowa 50309 by May.", "50309", "postcode"),
    ("Write to Mount Holm, New Mexico 87501.", "87501", "postcode"),
    ("The list of the 737-8/-9 was revised.", "9", "name-with-number"),
    ("It flies the 737–8 and 737–9 jets.", "9", "name-with-number"),
    ("It writes an ASN.1 structure to it.", "1", "name-with-number"),
    ("Write to 9-SEA-Harbour@pier.example now.", "9", "code"),
    ("Write to 4-team@pier.example now.", "4", "code"),
    ("The 010 pointer was moved.", "010", "code"),
    ("The ship left at 12h 00m on Friday.", "00", "clock-time"),
    ("They found a 0-day in it.", "0", "name-with-number"),
    ("Write to Lund, Iowa 50309 www.pier.example/news or call.", "50309", "postcode"),
    ("It was shown before [12].", "12", "citation"),
    ("They met at 9:30 in the hall.", "9", "clock-time"),
    ("It opens at 10am.", "10", "clock-time"),
    ("See http://a.example/2005/09/x.", "2005", "code"),
    ("On 3 May it rained.", "3", "date"),
    ("It began on 2020-05-03.", "2020", "date"),
    ("Music of the 1980s is back.", "1980", "decade"),
    ("Its 10-K is out.", "10", "form-number"),
    ("Ask for Form 990 filings.", "990", "form-number"),
    ("They won the first half.", "half", "fraction-word"),
    ("Ask 192.168.1.2 for it.", "192.168.1.2", "ip-address"),
    ("ISBN 978-3-16-148410-0 is out.", "978", "isbn"),
    ("It cites 410 F.2d 777 on this.", "410", "law-citation"),
    ("It cites 28 C.F.R. § 58.11 Rules of Review.", "58.11", "law-citation"),
    ("It cites 12 U.S.C. §§ 5001-5018 Clearing Houses.", "5018", "law-citation"),
    ("It cites 11 U.S.C. §§ 544 - 553 Powers of Trustees.", "553", "law-citation"),
    ("It cites 83 FR 62697 on this.", "62697", "law-citation"),
    ("Claims under 15 U.S.C. were dropped.", "15", "law-citation"),
    ("Comments under 14 CFR 11.43 and 11.45 are read.", "11.45", "law-citation"),
    ("It needs a non-zero value.", "zero", "name-with-number"),
    ("Strings such as '1' are read.", "1", "code"),
    ("Set NODE_COLORS=1 environment variables.", "1", "code"),
    ("Doubles are written with %.16g here.", "16", "code"),
    ("Compilers of C++98 are old.", "98", "name-with-number"),
    ("It sends HTTP/1.1 103 Early Hints first.", "103", "code"),
    ("It was read at USENIX'05 in May.", "05", "year"),
    ("It reads zero-length strings.", "zero", "name-with-number"),
    ("Bus 9 stops here.", "9", "line-number"),
    ("1. Wash the rice.", "1", "list-number"),
    ("Two 737 MAX jets landed.", "737", "model-name"),
    ("The Boeing 737 landed.", "737", "name-with-number"),
    ("COVID-19 spread.", "19", "name-with-number"),
    ("It sells 4g modems.", "4", "network"),
    ("The key is 1e9999 long.", "1", "number-too-large"),
    ("It is one of the best.", "one", "one-of"),
    ("Call +1 202 555 0101 now.", "202", "phone-number"),
    ("Write to CA 94305 soon.", "94305", "postcode"),
    ("The red one is mine.", "one", "pronoun-one"),
    ("The rate per 100,000 people fell.", "100,000", "rate-base"),
    ("Emissions per £ million fell.", "million", "rate-base"),
    ("It has a 4K screen.", "4", "resolution"),
    ("See section 4 of it.", "4", "section-number"),
    ("It turns once per second.", "second", "time-word"),
    ("He scored twice.", "twice", "times-adverb"),
    ("It paid $45.5¹ million for it.", "45.5", "broken-number"),
    ("Costs rose in the upper 40% range.", "40", "part-of-ten"),
    ("It ends here... [+1683 chars]", "1683", "truncation-mark"),
    ("Install Python 3.12 first.", "3.12", "version"),
    ("It was founded in 1985.", "1985", "year"),
    ("It fell in 508 BC.", "508", "year"),
]


@pytest.mark.parametrize(("sentence", "numeral", "rule"), RULES)
def test_rule_sets_the_numeral_aside(sentence, numeral, rule):
    accounts = {account.text: account for account in explain_numerals(sentence)}
    assert accounts[numeral].set_aside_by == rule
    assert accounts[numeral].quantity is None


def test_every_rule_has_a_sentence():
    assert {rule for _, _, rule in RULES} == set(get_args(SetAsideRule)) - {"unread"}


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("In Holm, Iowa 50309 voters came.", "50309 voters"),
        ("There are 12 Maple trees in the yard.", "12 Maple trees"),
        ("It fell to -5 and -9 degrees.", "-9 degrees"),
    ],
)
def test_numbers_beside_names_that_are_no_address(sentence, quantity):
    assert quantity in [found.text for found in find_quantities(sentence)]


def test_an_account_points_at_its_quantity():
    sentence = "In 2019 about 80 people came."
    year, count = explain_numerals(sentence)
    assert (year.quantity, count.set_aside_by) == (None, None)
    assert find_quantities(sentence)[count.quantity].text == "about 80 people"
