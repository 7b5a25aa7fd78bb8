"""An answer against a sample article: every planted error is found, and nothing in the faithful one."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck

ARTICLES = Path(__file__).parent.parent.parent / "data" / "articles"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not ARTICLES.is_dir(), reason="needs the sample articles of the checkout"),
]

FAITHFUL = (
    "Harbour Robotics, the Dutch maker of driverless cranes, raised its forecast after second-quarter revenue "
    "rose 23% to €412 million. Net profit was about €58 million, up from €41 million a year earlier, an increase "
    "of roughly €17 million. The operating margin widened by 2.4 percentage points to 16.1%. Orders fell 4% to "
    '€377 million. "We delivered 84 cranes, and we could have sold 100," said chief executive Ingrid Vermeulen, '
    "who took over in 2021. The company was founded in Delft in 2009. Harbour acquired Portwise in 2022 for £120 "
    "million. Portwise is not for sale, according to finance director Samuel Adeyemi. Nuvera could pay up to "
    "$900 million for the unit, a newspaper reported. The boats of Brightwater weigh 190 kg."
)

PLANTED = {
    "another percentage": ("rose 23%", "rose 25%", "25%", "ground/figure"),
    "million and billion": ("€412 million", "€412 billion", "€412 billion", "ground/figure"),
    "a wrong difference": ("roughly €17 million", "roughly €27 million", "€27 million", "ground/figure"),
    "points and percent": ("2.4 percentage points", "2.4 percent", "2.4 percent", "ground/figure"),
    "the other direction": ("Orders fell 4%", "Orders rose 4%", "rose 4%", "ground/direction"),
    "an altered quotation": (
        "could have sold 100",
        "should have sold 100",
        "should have",
        "ground/quotation",
    ),
    "another year": ("in 2021", "in 2022", "2022", "ground/date"),
    "another company": ("Harbour acquired", "Tanizaki acquired", "£120 million", "ground/subject"),
    "a dropped denial": ("Portwise is not for", "Portwise is for", "is for sale", "ground/negation"),
    "a doubt taken for a fact": ("could pay up to", "will pay", "$900 million", "ground/modality"),
    "another unit": ("190 kg", "190 tonnes", "190 tonnes", "ground/figure"),
    "an unknown name": ("Samuel Adeyemi", "Samuel Ferguson", "Samuel Ferguson", "ground/name"),
}


@pytest.fixture(scope="module")
def source():
    text = (ARTICLES / "harbour-robotics-results.txt").read_text(encoding="utf-8")
    return claimcheck.extract(text, source="article").model_copy(update={"text": text})


def problems(answer, source):
    return [finding for finding in claimcheck.ground(answer, source).findings if finding.level != "none"]


def test_nothing_is_found_in_a_faithful_answer(source):
    assert problems(FAITHFUL, source) == []


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_error_is_found(source, name):
    right, wrong, words, rule = PLANTED[name]
    assert right in FAITHFUL
    answer = FAITHFUL.replace(right, wrong)
    found = problems(answer, source)
    assert any(rule == finding.rule and words in finding.place.text for finding in found), found
    for finding in found:
        assert answer[finding.place.start : finding.place.end] == finding.place.text
        for place in finding.evidence:
            assert source.text[place.start : place.end] == place.text


def test_all_planted_errors_at_once(source):
    answer = FAITHFUL
    for right, wrong, *_ in PLANTED.values():
        answer = answer.replace(right, wrong)
    rules = {finding.rule for finding in problems(answer, source)}
    assert rules >= {rule for *_, rule in PLANTED.values()}


def test_records_without_text_are_enough(source):
    answer = claimcheck.extract("Harbour's revenue rose 25% to €412 million.", source="answer")
    record = source.model_copy(update={"text": None})
    found = [f for f in claimcheck.ground(answer, record).findings if f.verdict == "differs"]
    assert found[0].place.text == "25%"
    assert source.text[found[0].evidence[0].start : found[0].evidence[0].end] == "23%"


def test_the_same_bytes_every_time(source):
    assert claimcheck.ground(FAITHFUL, source) == claimcheck.ground(FAITHFUL, source)


@pytest.mark.parametrize(
    ("answer", "source_text"),
    [
        ("The mill employs some 3,400 people.", "The mill employs 3,412 people."),
        ("Half of the workers are women.", "Half of the workers are women."),
        ("The WHO warned of a drought.", "The World Health Organization warned of a drought."),
        ("British farmers protested.", "Farmers in the United Kingdom protested."),
        ("COVID-19 closed the mill.", "The mill was closed because of COVID."),
        ("The mill sold 12 boats in 2024.", "In 2024 the mill sold twelve boats."),
        ("In Q1 sales rose.", "In the first quarter sales rose."),
        ("Two friends talk about a trip.", "Ann: Shall we go to the sea?\nBen: Yes, next week!"),
        ("The owner bought vehicles.", "The owner bought trucks and cars."),
        (
            'She said: "We sold all of the boats, and we could have sold more of them."',
            '"We sold all of the boats," she told reporters on Monday, "and we could have sold more of them."',
        ),
        ('He said: "The mill ... will close in May."', 'He said: "The mill on the river will close in May."'),
        (
            'They call it "milk" though it is made of oats and has no cow in its "life".',
            'They call it "milk" though it is made of oats and has no cow in its "life".',
        ),
        (
            'Makers may call it "milk" if the label of the carton names the "plant".',
            'Makers can call it "milk" if the label on the carton names the plant.',
        ),
        ("The party starts at 5 pm.", "Ann: We might start at 5 pm.\nBen: Fine, 5 pm it is."),
        # what follows a word of denying may be no denial
        (
            "Not only workers of the mill may swim in the lake.",
            "Workers of the mill may swim in the lake, and so may others.",
        ),
        ("The bank offers a no-fee account to young workers.", "The bank offers young workers an account."),
        # the contrary of a word, said of another thing or beside it
        (
            "The mill will raise its dividend, and lower its debt to the bank.",
            "The mill plans an increase of its dividend to the owners; its debt to the bank shall be less.",
        ),
        (
            "The clerk will answer the questions of the owners.",
            "The clerk will take questions of the owners.",
        ),
        # both sides in the passive, and figures in another order
        ("Ben was warned by Anna about the storm.", "Anna warned Ben about the storm."),
        (
            "The mill sold 40 tonnes of bread and 52 tonnes of cakes.",
            "The mill sold 52 tonnes of cakes and 40 tonnes of bread.",
        ),
        ("The Falcon 9 is built in Leeds.", "The plant builds the Falcon 9 and the Falcon 10 in Leeds."),
        # what is told of the source itself, which no source says
        ("The second half of the document is about a mill.", "Here is a document. It is about a mill."),
        ("A conversation between two women about a mill.", "So I saw the mill today. Oh, how is the mill?"),
        ("The mill reported a fourth quarter loss.", "The mill had a loss in the fourth quarter."),
        # a span of years is no age, and follows from the years of the text
        (
            "Ray ran the mill for 12 years.",
            "At the age of 14 Ann Ray left. She ran the mill from 1895 to 1907.",
        ),
        (
            "She married in 1908; Orr died eight years later.",
            "She married Orr in 1908. Orr died in 1916, aged 48.",
        ),
        # who a description means is not another name
        ("The disease kills 9,500 people every year.", "Cholera is old. Cholera kills 9,500 people a year."),
        ("The mill beat the £81m analysts expected.", "Analysts had pencilled in £81m for the mill."),
        (
            "James Orr writes that he offers a 15% discount.",
            "At Norvale Motors, we make pumps. We offer a 15% discount. Yours, James Orr",
        ),
        # the ends of a change in another order, a fraction in percent
        (
            "They lowered their forecast from £230m to £180m-£195m.",
            "They cut their forecast to between £180m and £195m, from £230m.",
        ),
        (
            "The shares shed 20% of their value.",
            "The shares lost a fifth of their value, and 2.4% on Friday.",
        ),
    ],
)
def test_a_paraphrase_is_no_finding(answer, source_text):
    assert problems(answer, source_text) == []


@pytest.mark.parametrize("answer", ["", "   ", "Yes.", "?!", "42", "\ufeff"])
def test_an_answer_that_says_little_is_fine(answer):
    assert claimcheck.ground(answer, "The mill has 42 workers.").command == "ground"


def test_no_source_text_bears_nothing_out():
    (found,) = problems("The mill has 42 workers.", "")
    assert (found.verdict, found.rule) == ("not_found", "ground/figure")


def verdicts(answer, source_text):
    return {(f.place.text, f.verdict) for f in claimcheck.ground(answer, source_text).findings}


@pytest.mark.parametrize(
    ("answer", "source_text", "figure"),
    [
        (
            "Unemployment was 19% in 2012.",
            "Unemployment was 19% in 2011. Unemployment was 18% in 2012.",
            "19%",
        ),
        ("Unemployment was 19% in 2012.", "Unemployment fell from 19% in 2011 to 18% in 2012.", "19%"),
        (
            "In May, bread sales were 40 tonnes.",
            "Sales of bread were 40 tonnes in April and 52 tonnes in May.",
            "40 tonnes",
        ),
    ],
)
def test_a_figure_of_another_period_differs(answer, source_text, figure):
    assert (figure, "differs") in verdicts(answer, source_text)


@pytest.mark.parametrize(
    ("answer", "source_text", "figure"),
    [
        # the same value in both periods
        ("Unemployment was 19% in 2012.", "Unemployment was 19% in 2011. It was still 19% in 2012.", "19%"),
        # the source's figure has no period of its own
        (
            "Unemployment was 19% in 2012.",
            "Unemployment was 19%. Inflation was 4% in 2012 and 5% in 2011.",
            "19%",
        ),
        # for the answer's period the source has a figure of another thing only
        (
            "Unemployment was 19% in 2012.",
            "Unemployment was 19% in 2011. The tax on beer was 7% in 2012.",
            "19%",
        ),
        ("Unemployment was 19% in 2011.", "Unemployment fell from 19% in 2011 to 18% in 2012.", "19%"),
        ("Unemployment was 19% in 2011.", "In 2011, unemployment was 19%, and in 2012 18%.", "19%"),
    ],
)
def test_a_figure_of_the_same_or_no_period_is_borne_out(answer, source_text, figure):
    assert (figure, "borne_out") in verdicts(answer, source_text)


def test_a_term_in_quotation_marks_is_no_quotation():
    source_text = "The guide warns that small dogs in the cold hills need warm coats and dry food."
    answer = "The guide is about the theme “small dogs need warm coats in the hills”."
    assert not [f for f in claimcheck.ground(answer, source_text).findings if f.rule == "ground/quotation"]


@pytest.mark.parametrize("lead", ["The guide says", "The guide warns:"])
def test_what_somebody_said_must_be_verbatim(lead):
    source_text = "The guide warns that small dogs in the cold hills need warm coats and dry food."
    answer = f"{lead} “small dogs need warm coats in the hills”."
    found = [f for f in claimcheck.ground(answer, source_text).findings if f.rule == "ground/quotation"]
    assert [f.verdict for f in found] == ["differs"]


@pytest.mark.parametrize(
    ("answer", "source_text", "words", "rule"),
    [
        # a word of the answer that the source has too, but says its contrary about this
        (
            "Hundreds of boys have fallen sick in schools of the north.",
            "Hundreds of girls have fallen sick in schools of the north. Boys play football there.",
            "boys",
            "ground/opposite",
        ),
        (
            "The board has not started an inquiry into the fire at the mill.",
            "The board started an inquiry into the fire at the mill. It has not said how long it will take.",
            "not",
            "ground/negation",
        ),
        (
            "The trial compared double-blind tests of the new drug.",
            "The trial compared single-blind tests of the new drug.",
            "double",
            "ground/opposite",
        ),
        (
            "Rents rose quarter-over-quarter.",
            "Rents rose year-over-year.",
            "quarter-over-quarter",
            "ground/compound",
        ),
        # the number behind a name, though the source holds the same digits for something else
        (
            "The plant builds the Falcon 10 in Leeds.",
            "The plant builds the Falcon 9 in Leeds, 10 a month.",
            "10",
            "ground/numeral",
        ),
        # who does what to whom
        ("Anna warned Ben about the storm.", "Ben warned Anna about the storm.", "Anna", "ground/roles"),
        ("Ben was warned by Anna.", "Ben warned Anna about the storm.", "Anna", "ground/roles"),
        (
            "Ray ran the mill for 14 years.",
            "At 14 Ann Ray left. She ran the mill from 1895 to 1907.",
            "14 years",
            "ground/figure",
        ),
        # figures that changed places within a sentence
        (
            "Sales of cakes were 40 tonnes and sales of bread 52 tonnes.",
            "Sales of bread were 40 tonnes and sales of cakes 52 tonnes.",
            "40 tonnes",
            "ground/rival",
        ),
    ],
)
def test_what_the_source_says_otherwise_differs(answer, source_text, words, rule):
    assert (words, rule) in {(f.place.text, f.rule) for f in problems(answer, source_text)}
