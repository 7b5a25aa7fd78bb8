"""What is said from "that" to the end of its sentence, however a parser breaks it up."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The harbour board said on Friday that in March 2016 median daily wages for trained crews were £117, up 2% from £115.",
         "in March 2016 median daily wages for trained crews were £117, up 2% from £115"),
        ("Lund told the inquiry in a letter on Monday that in May 2012 the mill had 40 hands.",
         "in May 2012 the mill had 40 hands"),
        ("Lund also pointed out that in the latest flood, half of those known to be stranded, over 80 people, have left.",
         "in the latest flood, half of those known to be stranded, over 80 people, have left"),
        ("Lund said that Halvor is the main port on the fjord, with a population of 34,596 in 2010.",
         "Halvor is the main port on the fjord, with a population of 34,596 in 2010"),
        ("Lund told the board that this was £38 more than the same week last year, when it was £70.",
         "this was £38 more than the same week last year, when it was £70"),
        ("Lund also pointed out that over 3,200 people work in the docks, and one third of those are in night shifts.",
         "over 3,200 people work in the docks, and one third of those are in night shifts"),
    ],
)  # fmt: skip
def test_the_whole_is_said(text, content, told_quotes):
    assert [told for _, told, _ in told_quotes(text)] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lund said that the quay was safe, adding nothing.", "the quay was safe"),
        ("If they say that the quay should be wider, please help them.", "the quay should be wider"),
        ("Lund said that the quay is safe: 40 boats lie there.", None),
        ("Lund said that year was the best of 40.", None),
        ("Lund said in that interview he had 3 sons.", None),
        ("Lund said that the quay was safe, but the port closed it in 2014.", "the quay was safe"),
    ],
)  # fmt: skip
def test_what_stands_beside_is_not_said(text, content, told_quotes):
    found = [told for _, told, _ in told_quotes(text)]
    assert content is None or found == [content]
    assert all("speech" not in told and "in 2014" not in told for told in found)
