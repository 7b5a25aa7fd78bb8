"""How far what somebody says reaches, and who says what a later verb adds to it."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the dam is old and will cost $4 million to mend.",
         [("The mayor", "said", "the dam is old and will cost $4 million to mend")]),
        ("The bank has said it is not for sale, but will open its books in May.",
         [("The bank", "said", "it is not for sale, but will open its books in May")]),
        ("The man who said the dam would burst if the rain went on was right.",
         [("The man", "said", "the dam would burst if the rain went on")]),
        ("Lund confirmed talks had stalled and said the offer was too low.",
         [("Lund", "confirmed", "talks had stalled"), ("Lund", "said", "the offer was too low")]),
        ("An aide told us that Lund will pay a fee to use the barn on new terms, adding that Lund wants no share.",
         [("An aide", "told", "Lund will pay a fee to use the barn on new terms"),
          ("An aide", "adding", "Lund wants no share")]),
        ("Patience, farmers in the valley said, is everything.",
         [("farmers in the valley", "said", "Patience, farmers in the valley said, is everything")]),
        ("Ridiculing the plan of the council, its critic Ann Roe said the roof would leak.",
         [("Ann Roe", "said", "the roof would leak")]),
        ("The result: yields, Lund said, fell by 4%.", [("Lund", "said", "yields, Lund said, fell by 4%")]),
        ("Senator Ann Roe Monday said the roof was old.", [("Senator Ann Roe", "said", "the roof was old")]),
        ("The paper quoted Lund as saying the roof was old.", [("Lund", "saying", "the roof was old")]),
        ("After the flood, yields fell 15 percent, The Post reports.",
         [("The Post", "reports", "After the flood, yields fell 15 percent")]),
        ("The firm may draw bids, analysts at Holt LLC and Roe Inc. said earlier this month.",
         [("analysts at Holt LLC and Roe Inc.", "said", "The firm may draw bids")]),
        ("The mill is not for sale, two people close to it said, countering a report that it may be sold.",
         [("two people close to it", "said", "The mill is not for sale")]),
        ("Last week, the local museum Halvor House revealed that it had sold a boat.",
         [("the local museum Halvor House", "revealed", "it had sold a boat")]),
        ("The row had one cause: Lund told the Post the boat leaked.", [("Lund", "told", "the boat leaked")]),
        ("Even Holt says the roof is old.", [("Holt", "says", "the roof is old")]),
        ("The firm said it lost $3 million in 2020 and that costs rose 5%.",
         [("The firm", "said", "it lost $3 million in 2020 and that costs rose 5%")]),
        ("Lee said sales fell, and that hurt 40 firms.", [("Lee", "said", "sales fell")]),
    ],
)  # fmt: skip
def test_who_says_how_much(text, expected, quotes):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lund said that Roe apologised and admitted that it leaked.",
         [("Lund", "said", "Roe apologised and admitted that it leaked"), ("Roe", "admitted", "it leaked")]),
        ("Lund said that Roe had resigned and claimed that it leaked.",
         [("Lund", "said", "Roe had resigned and claimed that it leaked"), ("Roe", "claimed", "it leaked")]),
        ("Lund said no, and will sell the vans.", []),
        ("The cost of believing that the roof is sound is high.", []),
        ("The risk of assuming that the roof holds is high.", []),
        ("The ferries, as old as the quay, carry 40 people.", []),
        ("The plan is one that Roe called a fix that many took issue with.", []),
        ("Citing “a lack of rain and sun,” the club is predicting a poor crop.", []),
        ("The author of Black Friday said it was old.", [("The author of Black Friday", "said", "it was old")]),
        ("It publishes maps, songs and Lund Reports.", []),
        ("The mayor saw Lund as saying no.", []),
        ("Morning fog, Lund, hid the quay.", []),
    ],
)  # fmt: skip
def test_what_is_said_by_others_or_by_nobody(text, expected, quotes):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe said the rule would ban from the quay all boats “that could do any harm to swans.”",
         [("Roe", "the rule would ban from the quay all boats “that could do any harm to swans.”", False)]),
        ("Lund said it was late. “We must all go now.”",
         [("Lund", "it was late", False), ("Lund", "We must all go now.", True)]),
        ("The report states that few if any mills use it.", []),
    ],
)  # fmt: skip
def test_quoted_words_that_go_on_with_a_clause(text, expected, told_quotes):
    assert told_quotes(text) == expected
