"""What dates say of events, with and without a parse."""

import datetime as dt

import pytest

from claimcheck import extract
from claimcheck.article import Article
from claimcheck.claims.date import DateValue
from claimcheck.pipeline import extract_article
from claimcheck.tagging.pipelines import load_pipeline


def dates(text, model=None):
    return [claim for claim in extract(text, model=model).claims if claim.kind == "date"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (DateValue(timex="2022", mod="END", event="released"), "late 2022: released"),
        (DateValue(timex="1871"), "1871"),
        (DateValue(timex="19", mod="START", event="opened"), "early 19: opened"),
    ],
)
def test_description(value, expected):
    assert value.describe("=") == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject", "event"),
    [
        ("On 3 March, Ann Ray, who ran Acme, died.", "Ann Ray", "died"),
        ("In May, Acme, which makes tyres, fell 3%.", "Acme", "fell"),
        ("In 2020, Acme's sales fell and Orbit bought it.", "Acme's sales", "fell"),
    ],
)
def test_a_clause_beside_what_a_date_opens_is_not_about_the_event(text, subject, event):
    (claim, *_) = dates(text)
    assert (claim.subject.text, claim.value.event) == (subject, event)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge was opened in May 1932.", ["1932-05"]),
        ("Ada Byron (10 December 1815 – 27 November 1852) wrote notes.", ["1815-12-10", "1852-11-27"]),
        ("Tuesday, March 8, 2011", []),
        ("Posted on March 3, 2020", []),
        ("Sales rose compared to 2018.", []),
    ],
)
def test_dates_without_a_parse(text, expected):
    found = dates(text, model="blank")
    assert [claim.value.timex for claim in found] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event", "subject"),
    [
        ("The bridge was opened in May 1932.", "opened", "The bridge"),
        ("In 1987, the mill closed.", "closed", "the mill"),
        ("The museum, which opened in 2004, is free.", "opened", "The museum"),
        ("The road was built between 1890 and 1895.", "built", "The road"),
        ("Emma (1815) is a novel.", None, "Emma"),
    ],
)
def test_event_and_subject(text, event, subject):
    (claim,) = dates(text)
    assert (claim.value.event, claim.subject.text) == (event, subject)


@pytest.mark.model
def test_the_older_of_two_amounts_has_no_date_of_its_own():
    found = dates("Sales fell to $40 million for 2019 from $50 million for 2018.")
    assert [claim.value.timex for claim in found] == ["2019"]


@pytest.mark.model
def test_relative_dates_need_the_day_of_writing():
    article = Article("-", "The mill closed last year.", dt.date(2020, 5, 4))
    assert [c.value.timex for c in extract_article(article, load_pipeline()).claims if c.kind == "date"] == [
        "2019"
    ]
    assert dates("The mill closed last year.") == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was shaped by the 1972 Atari arcade game Pond.", ("1972", "game", "Pond")),
        ("It was followed by a 1978 sequel, Silent Tides, which sold well.", ("1978", "sequel", "Silent Tides")),
        ("The song is from her third album Duty (2000).", ("2000", None, "her third album Duty")),
        # a year before what is no work, and behind a common noun
        ("The 1972 estimate was low.", ("1972", "estimate", None)),
    ],
)  # fmt: skip
def test_years_of_works(text, expected):
    (claim,) = dates(text)
    subject = claim.subject.text if claim.subject is not None and expected[2] is not None else None
    assert (claim.value.timex, claim.value.event, subject) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject", "event"),
    [
        ("Orbit is an album by Ann Lee, released on 16 May 2008 by Sony.", "Orbit", "released"),
        ("Orbit is a label based in Lyon, France, started by Ann Lee in 1990.", "Orbit", "started"),
        (
            "The oldest college in the state, founded in 1701, is small.",
            "The oldest college in the state",
            "founded",
        ),
        ("The head of Acme, founded in 1990, said so.", "Acme", "founded"),
        ("Founded as a planned town in 1970, Belmopan is small.", "Belmopan", "Founded"),
        ("In 1996, Ann Lee co-founded the Alpha League.", "Ann Lee", "co-founded"),
        ("In 2014 Orvane co-produced a film.", "Orvane", "co-produced"),
        ("It followed the 1990 film The Wind Will Carry Us.", "The Wind Will Carry Us", "film"),
        ("It is in her 1967 musical film, The Green Book.", "The Green Book", "film"),
        ("She made Taste of Cherry (1997).", "Taste of Cherry", None),
        ("Silent Tides is a 1936 Danish film directed by Ann Lee.", "Silent Tides", "film"),
        ("Silent Tides is a 1967 single.", "Silent Tides", "single"),
        ("He starred in the 2006 film Dry Dock.", "Dry Dock", "film"),
        ("It follows 2004's Iron Legends.", "Iron Legends", None),
        ("Following Lee's death in 1896, Ann Ray took over.", "Lee", "death"),
        ("She became its head on the death of Joe Novak in 1898.", "Joe Novak", "death"),
        ("Since the release of Orbit in 2023, sales have doubled.", "Orbit", "release"),
        ("He worked there before the closure of the mill in 2001.", "the mill", "closure"),
        # of the verb, where no preposition leads to the noun
        ("Acme announced the release of Orbit in 2004.", "Acme", "announced"),
        ("Joe Ray attended the opening of the bridge in 1932.", "Joe Ray", "attended"),
        # what the year's noun is of is no title, and a description of a town dates nothing of it
        ("He wrote for 2003's Democratic convention.", "He", "wrote"),
        ("Halvor is a town that the 1936 Danish film made known.", "the 1936 Danish film", "film"),
    ],
)
def test_what_a_year_of_a_work_or_a_participle_is_about(text, subject, event):
    claim = next(claim for claim in extract(text).claims if claim.kind == "date")
    assert (claim.subject.text, claim.value.event) == (subject, event)


@pytest.mark.model
def test_a_month_in_a_title_is_no_date():
    found = [claim.value.timex for claim in extract("He saw the 1990 film The Hunt for Red October.").claims]
    assert found == ["1990"]


@pytest.mark.parametrize(
    ("text", "claimed", "event"),
    [
        # a clause behind a year is no name of what happened in it
        ("In 1990 they won the cup.", "In 1990", "won"),
        ("In 1994 he lost the election.", "In 1994", "lost"),
        ("After the 1994 federal election, he left.", "1994 federal election", "election"),
        ("In 2010 Census data, most lived here.", "2010 Census", "Census"),
    ],
)
def test_what_a_year_is_the_year_of(text, claimed, event):
    (claim,) = [claim for claim in extract(text).claims if claim.kind == "date"]
    assert (claim.text, claim.value.event) == (claimed, event)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "dated", "event", "subject"),
    [
        # what opens a sentence belongs to its clause
        (
            "In the May 7 accord, Peru and Chile agreed on a line in the sea.",
            "May 7",
            "accord",
            "Peru and Chile",
        ),
        ("April 7 2023: Lanterna 23 is released.", "April 7", "released", "Lanterna 23"),
        (
            "Beginning in May 2022, Lanterna will release a new version often.",
            "May 2022",
            "release",
            "Lanterna",
        ),
        ("In 2007, Arden and Ormskirk became rivals.", "2007", "became", "Arden and Ormskirk"),
        ("In 2011, it was the city's largest newspaper.", "2011", "was", "it"),
        ("Prior to May 2005, three stations were available there.", "2005", "available", "three stations"),
        (
            (
                "- On May 3, 2021, a Halvor rocket carrying a Swedish probe with new mirrors, designed to map "
                "the moon, launched from Kiruna."
            ),
            "May 3",
            "designed",
            "a Halvor rocket carrying a Swedish probe with new mirrors",
        ),
        # near misses: the noun of a date, and a remark
        (
            "During the 2003 blackout, the Courier printed its paper in Leeds.",
            "2003",
            "blackout",
            "the Courier",
        ),
        # a date is of what stands before it
        ("Arden published its report in 1973 recommending a new port.", "1973", "published", "Arden"),
        # what changed by a dated amount
        (
            "The average price of bread showed no change after a fall of 0.7% in May 2014.",
            "May 2014",
            "fall",
            "The average price of bread",
        ),
        (
            "The price of bread in Norway in 2012 was 18 kroner, an increase of 5% since 2011.",
            "2011",
            "increase",
            "The price of bread in Norway",
        ),
        ("This followed an increase of 0.8% in May 2014.", "2014", "increase", "an increase of 0.8%"),
    ],
)
def test_what_a_date_beside_a_clause_dates(text, dated, event, subject):
    (claim,) = [claim for claim in dates(text) if dated in claim.text]
    assert (claim.value.event, claim.subject.text) == (event, subject)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lives"),
    [
        ("Ada Byron (10 December 1815 – 27 November 1852) wrote.", ["Ada Byron born", "Ada Byron died"]),
        (
            "Ann Lee Novak, née Marlow (8 May 1921 in Leeds – 3 March 1984 in Bergen) was a skater.",
            ["Ann Lee Novak born", "Ann Lee Novak died"],
        ),
        (
            "Rudolf Hale (3 February 1934, Uerdingen – 14 November 2014, Bonn) was a chemist.",
            ["Rudolf Hale born", "Rudolf Hale died"],
        ),
        (
            "Nikita Bogosky (May 22, 1913 in Saint-Petersburg, Russia – April 4, 2004) was a composer.",
            ["Nikita Bogosky born", "Nikita Bogosky died"],
        ),
        ("Anne Marlow (Bath, 2 June 1863—York, May 1919) wrote.", ["Anne Marlow born", "Anne Marlow died"]),
        ("Joe Ray (about 1764 – 11 July 1822) was a sailor.", ["Joe Ray born", "Joe Ray died"]),
        ("George Marsh, 2nd Baronet (7 April 1761 – 9 June 1829) wrote.", ["George Marsh born", "George Marsh died"]),
        ("Bernard Lund, OBE (born 2 March 1941) paints.", ["Bernard Lund born"]),
        ("Ann Lee (née Marlow; born 9 May 1960) is an actor.", ["Ann Lee born"]),
        # a term of office, posts with their firms, more than places
        ("Joe Ray (president 1970 – 1995) wrote.", []),
        ("Joe Ray (1990–1995) was followed by Ann Lee.", []),
        ("Ann Lee (Acme, 1970 – Zentro, 1995) wrote.", []),
        ("Ann Lee (who joined in May 1970 – and left in June 1995) wrote.", []),
    ],
)  # fmt: skip
def test_brackets_that_tell_when_somebody_lived(text, lives):
    found = [claim for claim in dates(text) if claim.value.event in ("born", "died")]
    assert [f"{claim.subject.text} {claim.value.event}" for claim in found] == lives


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year behind a title
        ('She is known for "Blue Mile" (1977).', [("Blue Mile", "1977", None)]),
        ('Its songs include "Blue Mile" (1977) and "Sands" (1982).', [("Blue Mile", "1977", None), ("Sands", "1982", None)]),
        ("In The Harp (1958), Ann Moss plays a spy.", [("The Harp", "1958", None)]),
        ("Her books are Salt Road (1959) and The Miner's Son (Lantern Press, 1969).",
         [("Salt Road", "1959", None), ("The Miner's Son", "1969", None)]),
        # a year before a work
        ("It was shaped by Ann Moss's 1963 children's book The Fox.", [("The Fox", "1963", "book")]),
        ("They sold 1963 children's books.", []),
        # whose an event is
        ("Feather topped the charts weeks after its 2003 release.", [("its", "2003", "release")]),
        ("After the bank's closure in 1999, two clerks opened a shop.", [("the bank", "1999", "closure")]),
        ("Following the province's reorganisation in 1956, five men have led it.", [("the province", "1956", "reorganisation")]),
        ("Gone with the Tide was released in 1939.", [("Gone with the Tide", "1939", "released")]),
        # what only tells the time again
        ("In 1550, a year after the death of the queen, the poems were published.", [("the poems", "1550", "published")]),
        ("In 1550, a year of grief, the poems were published.", [("the poems", "1550", "published")]),
    ],
)  # fmt: skip
def test_dates_of_works_and_of_what_befell_somebody(text, expected):
    assert [(c.subject.text, c.value.timex, c.value.event) for c in dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("He led the mill until his death in 1971.", "He"),
        ("Ann Roe ran a mill. She led it until her death in 1999.", "Ann Roe"),
        ("George was president until his death in 1899.", "George"),
        ("Since its founding in 1857, Norvale has grown.", "Norvale"),
        ("The rooms were painted by the king after his death in 1950.", "his"),
        ("Clara Moss played the songs of Karl Lund for 40 years after his death in 1856.", "his"),
        ("It throve under the miller until his death in 1948.", "his"),
    ],
)
def test_of_what_an_event_is_told(text, subject):
    (claim,) = dates(text)
    assert subject in (claim.subject.text, claim.subject.resolved)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # an event that its own date names, behind a verb of which it is no time
        ("The cell is blamed for the May 2011 attacks on the port.", "attacks"),
        ("The damage caused by the 9 June quake was never repaired.", "quake"),
        # what is only put in order
        ("Engineers say the tremor follows a larger quake in March.", "quake"),
        ("Orders slid 14 percent, following a 9 percent fall in March.", "fall"),
        # a part of a time is no event
        ("The mill earned less in its 2015 fiscal year.", "earned"),
        ("The walls were levelled on the bright morning of 9 June.", "levelled"),
        # a verb behind the conjunction
        ("He vowed to outdo his rival and in June 1996, masterminded a raid.", "masterminded"),
        ("The mill fell silent and, in June 2001, closed for good.", "closed"),
        ("He drew the map during the latter part of the 1800s.", "drew"),
        ("During the nine months ended June 30, 2014 we used 9 tons of coal.", "used"),
        # what a preposition leads to
        ("George was president until his death in 1899.", "death"),
        ("The families of those hurt in the riot in Lyon in 2007 agreed to settle.", "riot"),
        # a participle said in passing
        ("Sales climbed, seasonally adjusted, in March.", "climbed"),
        # near misses: the verb beside the date
        ("The workers were killed in the May 2011 attacks.", "killed"),
        ("Detectives followed a banker in March.", "followed"),
        ("The firm reported a fall in March.", "reported"),
        ("He said in 1999 Lee had taught him.", "said"),
        ("Pupils staged a play in the old quarter in March.", "staged"),
        ("She sang at her wedding in 1990.", "sang"),
        ("A book about the riot in 1990 won a prize.", "won"),
        ("The mayor of the town in 1990 was a miner.", "mayor"),
        ("The hall was built, with care, in 1990.", "built"),
        ("The rebels fled, defeated in May 1820.", "defeated"),
        # of dates in a row no verb behind the last
        ("The pilot, who trained in Perth in 1997 and 1998, has been charged.", "trained"),
        ("He was elected in the spring and in March the mill closed.", "elected"),
    ],
)
def test_the_word_that_a_date_hangs_on(text, event):
    assert event in [claim.value.event for claim in dates(text)]
    assert len({claim.value.event for claim in dates(text)} - {event, "closed"}) == 0
