"""Which thing a figure is said of: shares beside shares, what "with" sets beside a clause, what only shows."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def subject_of(text, words):
    (found,) = (c for c in extract(text).claims if c.text == words and c.kind != "quote")
    return None if found.subject is None else found.subject.text


# text, words of the claim, its subject as written
SUBJECTS = [
    # a share beside another one has a population of its own
    ("In Kell, 45% of boys could swim, but only 25% of girls.", "25% of girls", "girls"),
    ("The gap was wide, with 60% of nurses being paid and 20% of cooks.", "20% of cooks", "cooks"),
    (
        "Moods differ, with 31% of bakers, 27% of cooks and 11% of smiths saying so.",
        "31% of bakers",
        "bakers",
    ),
    ("Moods differ, with 31% of bakers, 27% of cooks and 11% of smiths saying so.", "27% of cooks", "cooks"),
    ("The firm holds 45% of shares and 20% of bonds.", "20% of bonds", "The firm"),
    # those of whom a share is may report as well
    (
        "48% of the guests said that they like the pool, while 47% indicated that they want a sauna.",
        "47%",
        "guests",
    ),
    ("34% of guests feel less tired and over half (54%) believe that it helps.", "over half", "guests"),
    # them, who are several
    ("The share of men in the guild fell since only half of them paid.", "half of them", "men in the guild"),
    # a bracket behind a quotation that is a clause, and one that goes on with the clause
    ("Cooks felt “proud of what they do” (29%) and calm.", "29%", "Cooks"),
    # a measure with its bracket before a noun
    ("Steel ropes hold the 577 foot (176 metre) span.", "577 foot", "span"),
    ("The 358-foot (109-metre)-long pier closed.", "358-foot", "pier"),
    ("It is made of dark sand with a diameter of 2 mm.", "2 mm", "dark sand"),
    (
        "An average offshore wind mill with a capacity of 3 MW feeds homes.",
        "3 MW",
        "An average offshore wind mill",
    ),
    # what is held to be a thing, or has the distinction
    ("The old pier, considered the longest in Norway, closed.", "the longest", "The old pier"),
    ("The pier has the distinction of being the oldest.", "the oldest", "The pier"),
    ("Their highest score came in the 2003 season.", "Their highest score", "Their highest score"),
    # what is brought to an amount
    ("The plan brings the total cost to $4 million.", "$4 million", "the total cost"),
    # what only shows something
    (
        "The figures showed domestic thefts had dropped by 20 per cent.",
        "dropped by 20 per cent",
        "domestic thefts",
    ),
    (
        "The study found theft involving force had dropped 12 per cent.",
        "dropped 12 per cent",
        "theft involving force",
    ),
    (
        "The table shows that Oslo made 40 tonnes, accounting for 30% of the total.",
        "30% of the total",
        "Oslo",
    ),
    ("The survey found 40 men killed in the flood.", "40 men", "The survey"),
    (
        "The power made by this dam each year provides light for 120 homes.",
        "120 homes",
        "The power made by this dam",
    ),
    # what "with" sets beside a clause
    (
        "All trades fell, with banks down 14 per cent and makers of cars down 2 per cent.",
        "down 2 per cent",
        "makers of cars",
    ),
    ("All trades fell, with banks down 14 per cent.", "down 14 per cent", "banks"),
    (
        "Kell grew fast, with the South and the North both seeing a 3% increase.",
        "3% increase",
        "the South and the North",
    ),
    ("Kell grew fast, with Oslo and Bergen seeing a 3% increase.", "3% increase", "Oslo and Bergen"),
    ("She left Kell with her sons, taking 40 boxes.", "40 boxes", "She"),
    ("Jobs are up, with last month setting a record high.", "a record high", "Jobs"),
    ("Kell leads at 9%, with Oslo and Bergen at 5.8%.", "5.8%", "Oslo and Bergen"),
    # counted things that are compared with those of another time
    ("Exports of tea came to 67 bags compared to 65 bags last year.", "65 bags", "Exports of tea"),
    ("Exports came to 9.6 million bags in May, compared with 10 million in June.", "10 million", "Exports"),
    # what opens a sentence, or what is reported, is no subject
    ("Weighing 3400 kg at sea, Orbit-9 is built to carry 30 lamps.", "30 lamps", "Orbit-9"),
    ("Doctors say that over three years, the cut in salt could help.", "three years", "the cut in salt"),
    # what a verb drives up, and how fast something rose
    ("Guests from Norway drove up spending by 26 percent.", "up spending by 26 percent", "spending"),
    ("Rents rose at the fastest rate in Norway.", "the fastest rate in Norway", "Rents"),
    # a stretch of time, or what qualifies a number, is nothing that a figure is of
    ("Sales at the chain fell in the year to 30 June.", "to 30 June", "Sales at the chain"),
    ("The year to June 2004 was wet.", "to June 2004", "The year"),
    ("Close to 500 miners died.", "Close to 500 miners", "miners"),
    # a clause behind a date with a verb of its own leaves nothing out
    ("The pier was begun in 1831, and it opened in 1864.", "opened in 1864", "it"),
    ("The mill closed in 2001, the mine in 2004.", "in 2004", "the mine"),
]


@pytest.mark.parametrize(("text", "words", "subject"), SUBJECTS)
def test_which_thing_a_figure_is_said_of(text, words, subject):
    assert subject_of(text, words) == subject


# text, word, what it stands for
ANTECEDENTS = [
    (
        "Tom Hale died in 1962. Born in 1844 in Norway, Carl Lund wrote 9 books in 1866. He had 40 pupils.",
        "40 pupils",
        "Carl Lund",
    ),
    (
        "Ann Roe won twice. Rita Holm was until May 2014, the youngest judge; she had 40 clerks.",
        "40 clerks",
        "Rita Holm",
    ),
    ("Kent's oldest brewery was founded in 1990. In 2003 it was sold.", "In 2003", "Kent's oldest brewery"),
    ("Norway is old. Norway's oil ran out. It has 9 banks.", "9 banks", "Norway"),
    ("Acme grew. IT rose to 40 per cent.", "rose to 40 per cent", None),
]


@pytest.mark.parametrize(("text", "words", "resolved"), ANTECEDENTS)
def test_whom_a_pronoun_stands_for(text, words, resolved):
    (found,) = (c for c in extract(text).claims if c.text == words)
    assert found.subject.resolved == resolved
