"""Direct quotations by what stands beside them."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will close the old mill in May,”\nLund said in a letter.",
         [("Lund", "We will close the old mill in May,", True)]),
        ("“We will close the old mill in May,”\nLund told the paper, adding that he was sorry.",
         [("Lund", "We will close the old mill in May,", True), ("Lund", "he was sorry", False)]),
        ("As one guide put it, “The valley eats its roads and its bridges.”",
         [("one guide", "The valley eats its roads and its bridges.", True)]),
        ("“We are sorry for the noise,” reads the sign at the gate.",
         [("the sign", "We are sorry for the noise,", True)]),
        ("Lund put it bluntly: “Nobody will pay for this old dam.”",
         [("Lund", "Nobody will pay for this old dam.", True)]),
    ],
)  # fmt: skip
def test_words_beside_a_quotation_that_tell_who_speaks(text, expected, told_quotes):
    assert told_quotes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Critics put it down to “a lack of sound rails and money.”",
        "She put it on the market as “a house with a view of the sea.”",
        "He put it “on the long finger” for years.",
        "“We lost forty people in the May flood,”\nLund reported sales of forty mills.",
        "They put it in a room with “no light and no air at all.”",
    ],
)
def test_it_is_put_somewhere(text, told_quotes):
    assert told_quotes(text) == []
