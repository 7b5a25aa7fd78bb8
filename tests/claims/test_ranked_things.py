"""What a superlative or an ordinal is said of where the clause is about something else."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def ranked(text, words):
    (claim,) = (c for c in extract(text).claims if c.kind == "ranking" and words in c.text)
    return claim.subject and claim.subject.text


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        # the name beside the phrase
        ("Ida Berg has a son with her second husband, the sculptor Olaf Lund.", "second", "Olaf Lund"),
        ("The speaker quoted the first woman in space, Valentina Tereshkova.", "first", "Valentina Tereshkova"),
        ("Her second novel, dedicated to Olaf Lund, came out late.", "second", "Her second novel"),
        ("Her first book, a life of Olaf Lund, sold well.", "first", "Her first book"),
        # a verb left out, and what somebody calls or takes something for
        ("Kestrel is the oldest hotel in Oslo, Brava the largest in Bergen.", "oldest", "Kestrel"),
        ("Oslo is the largest city, Bergen the wettest, and Lund the oldest.", "largest", "Oslo"),
        ("Oslo is the largest city, Bergen the wettest, and Lund the oldest.", "wettest", "Bergen"),
        ("Oslo is the largest city, and in Bergen the wettest street is Ness.", "wettest", "Ness"),
        ("They called Bergen the wettest city in Europe.", "wettest", "Bergen"),
        ("The study identified Bergen as having the highest rents.", "highest", "Bergen"),
        # what somebody shows, keeps or marks
        ("The monks maintain the oldest library in Ghent.", "oldest", "the oldest library in Ghent"),
        ("The town celebrates the 80th anniversary of the bridge.", "80th", "the 80th anniversary of the bridge"),
        ("We are glad to release our final version of Quillnote 4.", "final", "Quillnote 4"),
        ("Norvale launched its first phone in 2009.", "first", "its first phone"),
        ("Ida Berg wrote her last novel in 1950.", "last", "her last novel"),
        ("Crews reached the dam and repaired the oldest gates.", "oldest", "the oldest gates"),
        ("He sang at the funeral of her third husband.", "third", "her third husband"),
        # what it is made or taken for
        ("The merger made Norvale become the largest bank in Oslo.", "largest", "Norvale"),
        ("Engineers settled on Kafka and Redis as the fastest tools.", "fastest", "Kafka and Redis"),
        ("The strike drove prices to a record high of 90 dollars.", "record high", "prices"),
        ("As the oldest ally, Portugal signed the pact in 1949.", "oldest", "Portugal"),
        # what it is said to be
        ("In 2013, the largest field of the region by output was Troll.", "largest", "Troll"),
        ("The biggest employer is now tourism.", "biggest", "tourism"),
        ("The region with the highest rate was Kent at 4%.", "highest", "Kent"),
        ("A fair was held in celebration of his 80th birthday.", "80th", "his 80th birthday"),
    ],
)  # fmt: skip
def test_a_rank_is_said_of_the_thing_that_has_it(text, words, subject):
    assert ranked(text, words) == subject


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("Lyon has the largest archive in France.", "largest", "Lyon"),
        ("Lyon reached its highest level since May.", "highest", "Lyon"),
        ("The team took third place in May.", "third", "The team"),
        ("Ann Roe broke the world record in Lyon.", "world record", "Ann Roe"),
        ("Ann Roe is seeking a third term in May.", "third", "Ann Roe"),
        ("Lyon made their fifth appearance in the cup.", "fifth", "Lyon"),
        ("Lyon came out the oldest club of all.", "oldest", "Lyon"),
        ("Lyon followed a close second with 40.", "second", "Lyon"),
        ("Ann Roe played her third match in Lyon.", "third", "Ann Roe"),
        ("The jury gave Ann Roe the highest mark.", "highest", "The jury"),
        ("The port was named the busiest harbour in Europe.", "busiest", "The port"),
        ("Norvale bought Brightcell to become the largest bank.", "largest", "Norvale"),
        ("Oslo overtook Bergen as the second largest port, behind Tromsø.", "second", "Oslo"),
        ("Norvale climbed to a 30-year high.", "30-year high", "Norvale"),
        ("Ann Roe opened in Leeds as the first woman.", "first", "Ann Roe"),
        ("The first concerts were in Prague.", "first", "The first concerts"),
    ],
)
def test_else_it_is_said_of_the_subject_of_the_clause(text, words, subject):
    assert ranked(text, words) == subject
