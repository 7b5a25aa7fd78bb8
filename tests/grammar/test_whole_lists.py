"""Subjects of values that are lists: all members where all are meant, one where one is."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model

# text, words of the claim, its subject as written
WHOLE = [
    (
        "The museum, the theatre and a new library opened in 1987.",
        "opened in 1987",
        "The museum, the theatre and a new library",
    ),
    (
        "The library, the museum and the theatre cost $40 million.",
        "$40 million",
        "The library, the museum and the theatre",
    ),
    ("Ford, GM and Toyota sold 200,000 cars in March.", "in March", "Ford, GM and Toyota"),
    ("The union said Wednesday profits rose 12 percent.", "rose 12 percent", "profits"),
    ("Ray leads Sund 45% to 43%.", "43%", "Sund"),
    ("Neither Reyes at 18% nor Stone at 15% can be called a clear favourite.", "18%", "Reyes"),
]

APART = [
    # another clause is joined
    ("He sold the mill and the dam was closed in 1987.", "was closed in 1987", "the dam"),
    ("In 2019 Acme bought the mill and Orbit closed the dam.", "In 2019", "Acme"),
    # what commas set beside the subject
    ("Acme, once a maker of cars and vans, sold 40 cars.", "40 cars", "Acme"),
    # an adjunct opens the sentence
    ("Last year, wheat and rye rose 4%.", "rose 4%", "wheat and rye"),
    ("Nationwide, wheat and rye rose 4%.", "rose 4%", "wheat and rye"),
    ("Following the 2011 merger with Orbit, Acme and Lund sold 40 ships.", "40 ships", "Acme and Lund"),
    # a day that is part of the phrase
    ("She said Tuesday's storm killed 12 people.", "12 people", "Tuesday's storm"),
    ("He said Sunday that rents rose 4%.", "rose 4%", "rents"),
    # a pair that is no list
    ("Both companies have traded since 1987.", "since 1987", "Both companies"),
    ("Neither company paid the $4 million.", "$4 million", "Neither company"),
    # the subject of a share keeps its amount where no name stands before it
    ("Some 40% of the jars are empty.", "40% of the jars", "jars"),
]


@pytest.mark.parametrize(("text", "words", "subject"), WHOLE + APART)
def test_subject_is_the_list_or_its_member(text: str, words: str, subject: str) -> None:
    claims = [claim for claim in extract(text).claims if words in claim.text and claim.kind != "quote"]
    assert [claim.subject and claim.subject.text for claim in claims] == [subject]
