"""What the press puts in somebody's mouth: parts in quotation marks, clauses in front, and who "he" is."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def quotes_of(text):
    return [
        (claim.value.source, claim.text, claim.value.direct)
        for claim in extract(text).claims
        if claim.kind == "quote"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a quotation that begins within a clause ends at its closing mark, whatever sentences it holds
        (
            'Olga Bern said the pier had become a "trap for the whole town. Nobody dares to walk on it."',
            [
                (
                    "Olga Bern",
                    'the pier had become a "trap for the whole town. Nobody dares to walk on it."',
                    False,
                )
            ],
        ),
        (
            'The team wrote that the pumps "are slow; they should be replaced by May."',
            [("The team", 'the pumps "are slow; they should be replaced by May."', False)],
        ),
        # near misses: what a sentence of its own says behind the quotation, or another speaker
        (
            'The survey said the pier is "unsafe." Olga Bern said it would be closed.',
            [
                ("The survey", 'the pier is "unsafe."', False),
                ("Olga Bern", "it would be closed", False),
            ],
        ),
        (
            'Olga Bern said the pier was "a trap" for walkers. It closed in May.',
            [("Olga Bern", 'the pier was "a trap" for walkers', False)],
        ),
        (
            'Olga Bern said the pier was old. "Nobody dares to walk on it any more. It is a trap."',
            [
                ("Olga Bern", "the pier was old", False),
                ("Olga Bern", "Nobody dares to walk on it any more. It is a trap.", True),
            ],
        ),
        # a clause that opens a sentence reports nothing of the main clause
        (
            "While the ferry firm and port officials say the quay is not a risk, the plan to sell it calls that wrong.",
            [("the ferry firm and port officials", "the quay is not a risk", False)],
        ),
        (
            "While officials say the plant, the oldest in the county, is safe, the council voted to close it.",
            [("officials", "the plant, the oldest in the county, is safe", False)],
        ),
        (
            "Officials say the quay, which opened in May, is safe, and the cranes are sound.",
            [
                (
                    "Officials",
                    "the quay, which opened in May, is safe, and the cranes are sound",
                    False,
                )
            ],
        ),
        ("While officials say the quay is safe.", [("officials", "the quay is safe", False)]),
        # "there" as a subject
        (
            "Growers worry there won't be anyone around to pick.",
            [("Growers", "there won't be anyone around to pick", False)],
        ),
        (
            "The mayor told people there that the hall held 400 seats.",
            [("The mayor", "the hall held 400 seats", False)],
        ),
        # a question at the head of a quotation that goes on to state something
        (
            '"We have to look at this," Bern said. "If you own a boat, why should you pay? It is free of charge."',
            [
                ("Bern", "We have to look at this,", True),
                ("Bern", "If you own a boat, why should you pay? It is free of charge.", True),
            ],
        ),
        (
            '"We have to look at this," Bern said. "If you own a boat, why should you pay?"',
            [("Bern", "We have to look at this,", True)],
        ),
    ],
)
def test_contents(text, expected):
    assert quotes_of(text) == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ivo Lund praised Omar Bern in a letter. He said that Bern would help the board.", "Ivo Lund"),
        ("Omar Bern resigned on Friday. He said that Ivo Lund would follow him.", "Omar Bern"),
        ("Omar Bern resigned on Friday. He said the board would meet in May.", "Omar Bern"),
        ('Omar Bern resigned on Friday. He said: "It is over, and I am glad of it."', "Omar Bern"),
        ("Omar Bern resigned on Friday. He said that Bern Castle would be sold.", "Omar Bern"),
    ],
)
def test_he_is_nobody_whom_he_names(text, source):
    assert {found for found, *_ in quotes_of(text)} == {source}


def test_he_is_nobody_whom_he_names_though_none_other_is_there():
    assert quotes_of("Omar Dunstan resigned on Friday. He said that Dunstan would stay on the board.") == [
        ("He", "Dunstan would stay on the board", False)
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('"The roof went first," said Lt. Olga Bern, who leads the crew.', "Lt. Olga Bern"),
        ('"We found 40 tins," said Capt. Ivo J. Lund of the county police.', "Capt. Ivo J. Lund"),
        (
            "According to Sgt. Olga Bern, CFB answered a call in the 300 block of Mill Street.",
            "Sgt. Olga Bern",
        ),
        ('"The roof went first," said Bern, 47, of Leeds.', "Bern"),
        # near misses
        (
            "Ida Moss, 12, of Leeds and her brother said they saw 40 birds.",
            "Ida Moss, 12, of Leeds and her brother",
        ),
        ("The sale was ended, said Col. Ivo Lund. It cost $4 million.", "Col. Ivo Lund"),
        ('"The roof went first," said Lt. Bern. Police left at noon.', "Lt. Bern"),
        ('"The roof went first," said the Leeds Post. Olga Bern left at noon.', "the Leeds Post"),
        ('"The roof went first," said the crew of Engine 47.', "the crew of Engine 47"),
    ],
)
def test_sources_with_ranks_and_ages(text, source):
    assert [found for found, *_ in quotes_of(text)] == [source]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # "last month" tells when it was said where what is said is not past
        ("Halvor said last month it hopes to sell 40 mills.", ["it hopes to sell 40 mills"]),
        ("Halvor said last month it lost $40 million.", ["last month it lost $40 million"]),
        ("Halvor said last month was its best in nine years.", ["last month was its best in nine years"]),
        ("Halvor said last week's rain costs it $4 million.", ["last week's rain costs it $4 million"]),
        # a quotation that ends with another one
        (
            '"We are calm," said Bern. "It was like, \'Just watch the road and leave.\'"',
            ["We are calm,", "It was like, 'Just watch the road and leave.'"],
        ),
        ("She likes \"the old song 'Forty Miles'\" and the film.", []),
        # what writes and is no noun
        (
            '"The union asks the firm to hire 40 nurses and to pay them," the release reads.',
            ["The union asks the firm to hire 40 nurses and to pay them,"],
        ),
        ('The poem, "a long walk to the sea and back," reads well.', []),
        # amounts that nobody says
        ("Rents are to rise 3.4 percent in 2027, up from 2.9 percent expected this year.", []),
        (
            "Growers were more optimistic about 2011: They predicted sales would rise 3 percent.",
            ["sales would rise 3 percent"],
        ),
    ],
)
def test_what_is_said_and_what_is_not(text, contents):
    assert [content for _, content, _ in quotes_of(text)] == contents


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who speaks is not what the quotation says
        (
            '"We had no need of those notices. The town overreacted," Bern said, adding that it was wrong.',
            [
                ("Bern", "We had no need of those notices. The town overreacted,", True),
                ("Bern", "it was wrong", False),
            ],
        ),
        # nor whom the speaker is likened to
        (
            "Like mayors in most other towns eyeing budget cuts, Mayor Olga Bern in Leeds said selling land is worse.",
            [("Mayor Olga Bern in Leeds", "selling land is worse", False)],
        ),
        ("Unlike Halvor, Norvale said it had 40 shops.", [("Norvale", "it had 40 shops", False)]),
        ("Likely voters said the mayor was right.", [("Likely voters", "the mayor was right", False)]),
        (
            "Readers like Olga Bern said the mayor was right.",
            [("Readers like Olga Bern", "the mayor was right", False)],
        ),
        # what "where" tells of a place is not said
        (
            '"All we want is to get home," said Bern, who was at the inn, where 130 guests were stranded.',
            [("Bern", "All we want is to get home,", True)],
        ),
        (
            "Bern said that in Leeds, where 40 people live, rents had risen.",
            [("Bern", "in Leeds, where 40 people live, rents had risen", False)],
        ),
        (
            "Bern said, where needed, 40 beds would be added.",
            [("Bern", "where needed, 40 beds would be added", False)],
        ),
        ('The mayor expressed "grave doubts" about the plan to sell 40 ships.', []),
        ("Norvale expressed regret that 40 shops had to close.", []),
        ("Norvale expressed hopes that 40 shops would open.", []),
        ("The gene is expressed in 40 tissues.", []),
    ],
)
def test_who_says_it(text, expected):
    assert quotes_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what stands between commas behind a source is not the source
        (
            "The study, published in May, found that half of adults smoked in 2010.",
            [("The study", "half of adults smoked in 2010", False)],
        ),
        (
            "A survey of 42 firms, conducted Nov. 3-11, found that the median pay was $40.",
            [("A survey of 42 firms", "the median pay was $40", False)],
        ),
        (
            "The report seen by the Post says the firm owes $4 million.",
            [("The report seen by the Post", "the firm owes $4 million", False)],
        ),
        (
            "Workers, led by Olga Bern, said that half of them smoked.",
            [("Workers", "half of them smoked", False)],
        ),
        ("In the survey, taken in May, found that 40 firms left.", []),
        # amounts that go on with what is said
        (
            "The firms announced that Halvor will sell the mill for $41 million, or about $23 per share.",
            [("The firms", "Halvor will sell the mill for $41 million, or about $23 per share", False)],
        ),
        (
            "Halvor says it is now expected to have a fund with nearly 200 advisers and about $2 million in assets.",
            [
                (
                    "Halvor",
                    "it is now expected to have a fund with nearly 200 advisers and about $2 million in assets",
                    False,
                )
            ],
        ),
        (
            "Bern said it cost $4 million, and the firm paid $9 million.",
            [("Bern", "it cost $4 million", False)],
        ),
        # an aside between dashes
        (
            "Police say the robber hit one guard — a 61-year-old Dane — on the knee.",
            [("Police", "the robber hit one guard — a 61-year-old Dane — on the knee", False)],
        ),
        (
            "Police said the shop sold beer — the firm denied it — and wine.",
            [("Police", "the shop sold beer", False)],
        ),
    ],
)
def test_asides_and_amounts(text, expected):
    assert quotes_of(text) == expected
