"""Faults that saved pages of news, project pages and letters showed: each with what is right and near misses."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def claims(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "The kind things people say about your mill are passed on as well.",
        "It seemed there was nothing he could say that would calm the crowd.",
        "It turns out the told-you-sos may have come too early.",
        'The board did open the much anticipated "blue room" with a feast.',
    ],
)
def test_words_that_only_look_like_a_report_are_no_quote(text):
    assert claims(text, "quote") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Tom Dahl said about 300 people left.", "about 300 people left"),
        ("Tom Dahl said about the same number of people came.", "about the same number of people came"),
        ("Tom Dahl said works by Holm sold well.", "works by Holm sold well"),
        ('Tom Dahl has long said "the mill is safe".', "the mill is safe"),
        ("Tom Dahl told us that the long-planned mill is shut.", "the long-planned mill is shut"),
        ("The mill, Tom Dahl said, is shut.", "The mill, Tom Dahl said, is shut"),
    ],
)
def test_what_looks_alike_is_reported(text, content):
    assert [quote.text for quote in claims(text, "quote")] == [content]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Tom Dahl left without saying that the mill is shut.", "negative"),
        ("Tom Dahl failed to mention that the mill is shut.", "negative"),
        ("Tom Dahl refused to say that the mill is shut.", "negative"),
        ("Tom Dahl denied that the mill is shut.", "positive"),
        ("Without help, Tom Dahl said that the mill is shut.", "positive"),
        ("After failing to win the seat, Tom Dahl said that the mill is shut.", "positive"),
        ("Tom Dahl said that Kolb failed to open the mill.", "positive"),
    ],
)
def test_an_act_of_saying_is_denied_by_what_governs_it(text, polarity):
    (quote,) = [quote for quote in claims(text, "quote") if quote.value.source == "Tom Dahl"]
    assert quote.polarity == polarity


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The paper ranked him the 96th richest man in Norway.", "him"),
        ("Critics voted the film the best of the year.", "the film"),
        ("The council judged the mill the oldest in Norway.", "the mill"),
        ("Kolb, ranked the third largest mill in Chile, shut.", "Kolb"),
        ("The region ranked second in Chile.", "The region"),
        ("It ranked the third largest in Chile.", "It"),
    ],
)
def test_a_verb_of_ranking_ranks_its_object(text, subject):
    assert [ranking.subject.text for ranking in claims(text, "ranking")] == [subject]


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("There was no third bidder.", []),
        ("If she had her way there would be no 76th.", []),
        ("It came in third.", [3]),
        ("The third bidder left.", [3]),
        ("He proposed no third term.", [3]),
        ("In Oslo, it was the third fire of the year.", [3]),
    ],
)
def test_what_there_is_none_of_has_no_place(text, ranks):
    assert [ranking.value.rank for ranking in claims(text, "ranking")] == ranks


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("It is sturdy, with each box handling up to 4 streams at once.", "each box"),
        ("The match was lively, with each side scoring 2 goals.", "each side"),
        ("The valley thrived, with the plant employing 300 people.", "the plant"),
        ("He works with the data mining 300 files.", "He"),
    ],
)
def test_who_does_something_behind_with(text, subject):
    assert [count.subject.text for count in claims(text, "count")] == [subject]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("May 2004: Tom Dahl died.", "certain"),
        ("May 2004 was when the mill opened.", "certain"),
        ("The mill may open in 2004.", "possible"),
        ("The mill might open in May 2004.", "possible"),
        ("The mill was sold in May 2004.", "certain"),
    ],
)
def test_a_month_before_a_year_is_no_doubt(text, certainty):
    assert [date.certainty for date in claims(text, "date")] == [certainty]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("The Kolb device moved to Windows CE version 5.0.", []),
        ("They sold the Windows version for 300 euros.", ["Windows"]),
        ("They sold the Android app for 300 euros.", ["Android"]),
    ],
)
def test_a_version_with_its_number_is_no_app(text, relations):
    runs_on = [claim for claim in claims(text, "technology") if claim.value.relation == "runs_on"]
    assert [claim.value.object for claim in runs_on] == relations


@pytest.mark.parametrize(
    ("text", "certainties"),
    [
        ("Orbit is slow and would be slower on phones had it been written in Java.", ["possible"]),
        ("Orbit was written in Java.", ["certain"]),
        ("Orbit had been written in Java.", ["certain"]),
        ("Clients written in Java can only be called by clients of the same kind.", []),
        ("Phones powered by Android sold 40 million units.", ["certain"]),
        ("The lab maintains scripts written in Java.", ["certain"]),
        ("Kolb is a tool written in Java.", ["certain"]),
    ],
)
def test_what_something_is_written_in(text, certainties):
    assert [claim.certainty for claim in claims(text, "technology")] == certainties


@pytest.mark.parametrize(
    "text",
    [
        "11 2012030118 A B KOLB MILLS LLC In-Compliance",
        "22 2012040056 HOLM, TOM",
        "1602 N MAPLE AVE HARTWICK, FL",
        "She lives at 1602 N Maple Avenue.",
        "12787 137TH LN N HARTWICK, FL",
    ],
)
def test_numbers_of_files_and_houses_are_no_amounts(text):
    assert extract(text).claims == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A force of 1602 N was measured.", [1602]),
        ("Acme sold 33000000 SIM cards.", [33000000]),
        ("The press has a force of 40 N Holm said.", [40]),
        ("The disk holds 10737418 KB.", [10737418]),
        ("The site has 30000000 users.", [30000000]),
    ],
)
def test_units_and_long_numbers_are_amounts(text, numbers):
    found = [claim for claim in extract(text).claims if claim.kind in ("measurement", "count")]
    assert [claim.value.number for claim in found] == numbers


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Fine Due:$2,000.00", "Fine Due"),
        ("Fine due: $2,000.00", "Fine due"),
        ("Total:40 kg", "Total"),
        ("Holm paid the fine: $2,000.00", "the fine"),
    ],
)
def test_a_label_without_a_blank_is_the_subject(text, subject):
    (claim,) = [claim for claim in extract(text).claims if claim.kind in ("money", "measurement")]
    assert claim.subject.text == subject


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Holm wrote it in 1938.[5][6]Dahl left in 1940.", ["Holm", "Dahl"]),
        ("Holm wrote it in 1938.[5] Dahl left in 1940.", ["Holm", "Dahl"]),
        ("Holm wrote it in 1938[5] and left in 1940.[6]", ["Holm", "Holm"]),
    ],
)
def test_a_number_of_a_note_parts_sentences(text, subjects):
    assert [date.subject.text for date in claims(text, "date")] == subjects


@pytest.mark.parametrize(
    ("text", "subject", "event"),
    [
        ("On May 15, days before she left for Oslo, Holm bought the mill.", "Holm", "bought"),
        ("On 15 May, two days after the mill shut, Kolb sold it.", "Kolb", "sold"),
        ("In 1550, a year after her death, the poems appeared.", "the poems", "appeared"),
        ("In 2003, Holm left the mill before it shut.", "Holm", "left"),
        ("In 2009 we launched our Facebook page.", "our Facebook page", "launched"),
        ("In 2009 we launched Kolb.", "Kolb", "launched"),
        ("In 2024 we released our Llama 3 models.", "Llama 3", "released"),
        ("In 2009 the club launched its Facebook page.", "the club", "launched"),
    ],
)
def test_whose_a_date_is_that_opens_a_sentence(text, subject, event):
    (date,) = claims(text, "date")
    assert (date.subject.text, date.value.event) == (subject, event)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Holm wrote a page, describing the files seen on the disk as well as some notes.", []),
        ("Holm describes the mill as well as the bridge.", []),
        ("Holm described the mill as a ruin.", ["the mill as a ruin"]),
        (
            "Holm describes the mill as well as its owner as a ruin.",
            ["the mill as well as its owner as a ruin"],
        ),
    ],
)
def test_as_well_as_calls_nothing_so(text, contents):
    assert [quote.text for quote in claims(text, "quote")] == contents


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The party gained 10% of the vote.", ["percentage"]),
        ("Kolb could gain just 10% of the market.", ["percentage"]),
        ("Shares gained 10% of their value.", ["change"]),
        ("Shares gained 10% of the value lost in May.", ["change"]),
        ("The stock gained 10%.", ["change"]),
    ],
)
def test_a_share_that_is_gained_is_no_rise(text, kinds):
    assert [claim.kind for claim in extract(text).claims if claim.kind in ("percentage", "change")] == kinds


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It holds $40bn in 10-year bonds.", []),
        ("The fund put $3 million in 30-year mortgages.", []),
        ("The mill will close in 10 years.", ["2021"]),
        ("The mill will close in two weeks.", ["2011-10-05"]),
    ],
)
def test_an_age_of_bonds_is_no_date(text, dates):
    document = extract(text, date=dt.date(2011, 9, 21))
    assert [claim.value.timex for claim in document.claims if claim.kind == "date"] == dates


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ('"We will stay," she said, her voice trailing off as she shook her head.', ["We will stay,"]),
        ("Tom Dahl said, his hand raised.", []),
        ("Tom Dahl said, his mill is shut.", ["his mill is shut"]),
        ("Tom Dahl said, the mill is shut.", ["the mill is shut"]),
    ],
)
def test_how_something_is_said_is_not_said(text, contents):
    assert [quote.text for quote in claims(text, "quote")] == contents


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("The first score is an old print from Oslo, and the second is a new edition.", []),
        ("The first is a mill, the second is a bridge.", []),
        ("The first mill opened in 1900 and the second was built in 1920.", [1, 2]),
        ("The second mill is in Oslo.", [2]),
        ("The first prize is a car, the second is a bike.", [1, 2]),
        ("The first vector processor is from Oslo.", [1]),
        ("The first kind of phone with a camera sold well.", [1]),
        ("He was the first to leave, and Holm was the second.", [1, 2]),
    ],
)
def test_two_things_told_apart_are_in_no_order(text, ranks):
    assert [ranking.value.rank for ranking in claims(text, "ranking")] == ranks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It ships the Orbit suite, the Quillo web browser and the Bramble mail client.", []),
        ("We run three services: the DHCP server, the TFTP server and the NFS server.", []),
        ("NumPy, the Python library, and Quillo are fast.", ["the Python library"]),
        ("Kolb, the oldest mill in Oslo, burned.", ["the oldest mill in Oslo"]),
    ],
)
def test_items_of_a_list_are_not_each_other(text, found):
    assert [definition.text for definition in claims(text, "definition")] == found


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("They are not native English speakers.", []),
        ("The UNIX or Linux computer is watched by a server.", ["Linux"]),
        ("They sold iOS and Android apps.", ["iOS", "Android"]),
        ("Orbit is a Python library.", ["Python"]),
    ],
)
def test_what_rests_on_a_language_or_system(text, objects):
    assert [claim.value.object for claim in claims(text, "technology")] == objects


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Holm, John 1748 310 C-4", []),
        ("Dahl, William 1738 466 B-4", []),
        ("2 Kings 19:3.", []),
        ("Two kings left.", [2]),
        ("The slope is 5 K-1 in all.", [5]),
        ("The crew of 12 left.", [12]),
    ],
)
def test_squares_of_a_map_and_books_are_not_counted(text, numbers):
    found = [claim for claim in extract(text).claims if claim.kind in ("measurement", "count")]
    assert [claim.value.number for claim in found] == numbers


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("Fourth wall", []),
        ("The most important files", []),
        ("Third place went to Kolb.", [3]),
        ("Record levels of loans through the town.", [1]),
        ("Kolb: third place", [3]),
        ("Kolb is the largest mill.", [1]),
    ],
)
def test_a_heading_ranks_nothing(text, ranks):
    assert [ranking.value.rank for ranking in claims(text, "ranking")] == ranks


def test_a_name_in_its_own_script_is_no_maker():
    assert claims("Boo (ブゥ Bū) is the youngest in the unit.", "organization") == []


@pytest.mark.parametrize(
    ("text", "timex", "mod"),
    [
        ("The levy will end next year.", "2012", None),
        ("The mill will close next year.", "2012", None),
        ("The tax was meant to end next month.", "2011-10", None),
        ("The mill opens at the end of next year.", "2012", "END"),
        ("The mill shuts at the close of the year.", "2011", "END"),
        ("The mill will open late next year.", "2012", "END"),
    ],
)
def test_a_verb_that_ends_something_is_no_end_of_a_year(text, timex, mod):
    (date,) = [c for c in extract(text, date=dt.date(2011, 9, 21)).claims if c.kind == "date"]
    assert (date.value.timex, date.value.mod) == (timex, mod)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It was July 2001 and Holm was not yet chief.", []),
        ("The mill shut. It was 12 May 2001.", []),
        ("It was built in July 2001 and sold.", ["2001-07"]),
        ("It was in July 2001 that the mill shut.", ["2001-07"]),
        ("The date of the fair was 12 May 2001.", ["2001-05-12"]),
    ],
)
def test_what_time_it_was_dates_nothing(text, dates):
    assert [date.value.timex for date in claims(text, "date")] == dates
