"""Categories of named things, and what is none."""

import pytest

from claimcheck import extract


def categories(text, model=None):
    found = [claim for claim in extract(text, model=model).claims if claim.kind == "definition"]
    return [(claim.subject.text, claim.value.category) for claim in found]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Slack, founded in 2013, is a messaging platform.", [("Slack", "messaging platform")]),
        ("Oslo is the capital of Norway.", [("Oslo", "capital of Norway")]),
        ("On the site, we met Orbit, a robot from Leeds.", [("Orbit", "robot from Leeds")]),
        ("As the main tool of the team, Python won.", []),
        # evaluation, amounts, times, lists, openings
        ("Oslo is a dream.", []),
        ("Oslo is 40 miles away.", []),
        ("Windows XP, nearly a decade ago, was new.", []),
        ("He saw Acme, the dogs, and the cats.", []),
        ("In the case of Python, the compiler is slow.", []),
        ("After a visit to Oslo, the king resigned.", []),
    ],
)
def test_definitions(text, expected):
    assert categories(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Redis is a database.", [("Redis", "database")]),
        ("YouTube is a subsidiary of Google.", [("YouTube", "subsidiary of Google")]),
    ],
)
def test_definitions_without_a_parse(text, expected):
    assert categories(text, model="blank") == expected


@pytest.mark.model
def test_a_product_in_an_opening_is_defined_where_commas_close_the_category():
    text = "On the Halvor Pain Index, a list of ten questions, the score fell from 12 to 9."
    found = [claim.value.category for claim in extract(text).claims if claim.kind == "definition"]
    assert found == ["list of ten questions"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our fine-tuned models, called Vendo-Chat, are good.", ["fine-tuned models"]),
        ("They left the hangar, known as Orbiter Facility, in May.", ["hangar"]),
        ("Google Chrome (commonly known simply as Chrome) was slow.", ["Chrome"]),
        ("They left the hangar, called about noon, and went.", []),
    ],
)
def test_names_after_a_comma_or_bracket(text, expected):
    assert [claim.value.category for claim in extract(text).claims if claim.kind == "definition"] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a predicate that commas or a bracket cut
        (
            "Reuters is a privately held financial, software, data, and media company based in London.",
            [("Reuters", "privately held financial, software, data, and media company")],
        ),
        (
            "GPT-5 is a 3 billion (3B) parameter language model.",
            [("GPT-5", "3 billion (3B) parameter language model")],
        ),
        ("Acme is a small, and it grew.", []),
        # what stands for something named
        (
            "Oslo grew. It is one of the oldest towns in Norway.",
            [("It", "one of the oldest towns in Norway")],
        ),
        ("Acme grew. In 2011 it was Norway's largest brewery.", [("it", "Norway's largest brewery")]),
        (
            "Acme closed. The company was a wholly owned subsidiary of Shell.",
            [("The company", "wholly owned subsidiary of Shell")],
        ),
        ("The company was a mess.", []),
        ("The winner was a subsidiary of Shell.", []),
        # one of several, in an apposition
        (
            "He played his Cello Concerto, one of his most successful pieces, in Oslo.",
            [("his Cello Concerto", "one of his most successful pieces")],
        ),
        # existence, and what denies a kind
        ("She said that there are also doors in the hall.", []),
        ("He thanked Ann Lee (no relation).", []),
        # the name after its kind
        (
            "In 1910 the Star published a weekend supplement, the Star Weekly.",
            [("the Star Weekly", "weekend supplement")],
        ),
        (
            "The largest city in Texas is Houston in Harris County.",
            [("Houston", "largest city in Texas")],
        ),
        ("The firm runs a wire service (Bloomberg News).", [("Bloomberg News", "wire service")]),
        ("They bought the area that became known as Dollar Point.", [("Dollar Point", "area")]),
        # terms
        ("It damages DNA with agents known as mutagens.", [("mutagens", "agents")]),
        ("They build a machine called a loom.", [("a loom", "machine")]),
        ("They have a man called yesterday.", []),
        ("The agents called friends.", []),
    ],
)
def test_more_ways_to_say_what_something_is(text, expected):
    assert categories(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Parts:\n- torch — a slow implementation for schools\n- metal — a Metal-specific port\n",
            ["torch", "metal"],
        ),
        ("- torch - a slow implementation\n", ["torch"]),
        ("- torch — the slow one\n- a state-of-the-art port\n", []),
        ("The torch - a slow implementation - was lit.", []),
    ],
)
def test_an_item_of_a_list_may_define_its_term(text, expected):
    items = [c for c in extract(text).claims if c.found_by == "definition/item"]
    assert [claim.subject.text for claim in items] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what something turned into
        (
            "Kestrel evolved into one of the largest banks of the north.",
            ["one of the largest banks of the north"],
        ),
        ("Kestrel evolved slowly.", []),
        # the one of something named
        ("Leeds grew. It is the harbour of Halvor County.", ["harbour of Halvor County"]),
        ("Leeds grew. It is the sound of summer.", []),
        ("Leeds grew. It is the turn of Norway.", []),
        ("Leeds grew. It was the fleet of Norway that won.", []),
        # names with their article
        ("Its flagship product, the Kestrel 9, is a phone.", ["flagship product"]),
        ("The oldest firm in Norway is the privately owned Halvor Group.", ["oldest firm in Norway"]),
        # terms between marks
        ("The disease, known as corn smut, is rare.", ["disease"]),
        ("The disease, known as early as 1900, is rare.", []),
        # no kind
        ("They met in Leeds, the same place as before.", []),
        ("The gain was the ability to move.", []),
    ],
)
def test_turns_places_and_terms(text, expected):
    assert [claim.value.category for claim in extract(text).claims if claim.kind == "definition"] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        # the library has an author, who is none; the items of a list are not each other
        "It was named by the author of the original Wren library, Mitch Garland.",
        "Examples are a simple mail parser, a config file parser and a chemical formula parser.",
        'It works with "relational" or "labeled" data.',
    ],
)
def test_what_stands_beside_but_is_of_another_sort_defines_nothing(text):
    assert [claim.text for claim in extract(text).claims if claim.kind == "definition"] == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what only the kind tells to be a name
        ("Wolvane is a village.", [("Wolvane", "village")]),
        ("The VEX40 is the main share index of Velda.", [("The VEX40", "main share index of Velda")]),
        ("Rain is a nuisance.", []),
        # an adjective, a comma, and the noun
        ("Tarn Hall is a private, Roman Catholic school.", [("Tarn Hall", "private, Roman Catholic school")]),
        ("Lee is a libertarian, and Ann Moss knows it.", [("Lee", "libertarian")]),
        # two nouns that modify one, and two kinds
        ("Brightcell is a food and drink company.", [("Brightcell", "food and drink company")]),
        ("Velda is a parish and old town.", [("Velda", "parish"), ("Velda", "old town")]),
        # beside a title of somebody; of the noun that ends the name
        (
            "Ann Moss is a member of Open Rivers, a club that cleans streams.",
            [("Open Rivers", "club")],
        ),
        ("Ann Moss, a critic of Leeds, a mother of three, left.", []),
        ("They formed the Velda Reform Group, a small group.", [("the Velda Reform Group", "small group")]),
        # titles of works whole, without a preposition that opens the sentence
        (
            "She wrote The Book of Salt and The Harp of Tara, a novel.",
            [("The Harp of Tara", "novel")],
        ),
        ("For The Harp of Tara, a film by Ned Fair, she won.", [("The Harp of Tara", "film by Ned Fair")]),
        # titles that open a sentence and are no phrase
        ("Gone with the Tide is a film by Ned Fair.", [("Gone with the Tide", "film by Ned Fair")]),
        ('"How to Sail" is a novel.', [("How to Sail", "novel")]),
        (
            "The Long Winter is the third novel of Maeve Dolan.",
            [("The Long Winter", "third novel of Maeve Dolan")],
        ),
        ("The Duke of York is a film buff.", [("The Duke", "film buff")]),
        ("Between 1925 and 1930 Norway was the site of a mine.", [("Norway", "site of a mine")]),
        ("Miller's is a bar in Oslo.", [("Miller's", "bar in Oslo")]),
        # several at once, and towns by a second name
        (
            "Keller and Voss were the first Germans on the peak.",
            [("Keller and Voss", "first Germans on the peak")],
        ),
        ("The town of Velda is known as the Pearl of the South.", [("Velda", "Pearl of the South")]),
        ("The town of Velda is called.", []),
    ],
)
def test_kinds_in_the_manner_of_encyclopaedias(text, expected):
    assert categories(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a participle with its adverb closes the category
        ("Nginx, an open-source web server built only for speed, was used.", "open-source web server"),
        # two nouns before one, the second in -ing
        (
            "Redis is an open-source caching and queueing toolkit.",
            "open-source caching and queueing toolkit",
        ),
        # a name and an -ing form before the noun
        ("Ann Varga was the Tarn Marathon defending champion.", "Tarn Marathon defending champion"),
        # what is said of the report, of a distance, and of a test is no kind of the name beside it
        ("The report by Ann Varga has been sent out and is an analysis of prices.", None),
        ("They met in Lakewell, a block east of the river.", None),
        ("Ann Varga was drug tested and questioned for hours.", None),
    ],
)
def test_where_a_category_ends_and_of_what_it_is(text, expected):
    assert [category for _, category in categories(text)] == ([] if expected is None else [expected])


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a sentence opens with
        ("A cross-platform desktop app, Nginx helps teams.", [("Nginx", "cross-platform desktop app")]),
        ("A native of Ohio, Smith studied law.", [("Smith", "native of Ohio")]),
        ("A storm, Ann Varga said, is near.", []),
        ("A week later, Nokia closed the plant.", []),
        # a name with its noun, of what somebody has
        ("Its flagship product, the Halo band, measures sleep.", [("the Halo band", "flagship product")]),
        # names that are taken, and that begin with somebody's
        ("Norvale Ltd renamed itself Brightcell in 2015.", [("Norvale Ltd", "Brightcell")]),
        (
            "Pyrite, also known as fool's gold, is an iron sulfide.",
            [("Pyrite", "fool's gold"), ("Pyrite", "iron sulfide")],
        ),
        ("Ann Lee joined Nokia, since renamed Brightcell.", [("Nokia", "Brightcell")]),
        ("Ann Lee joined Nokia since renamed Brightcell.", []),
        # one more of a kind: a firm has the kind, a person is one more of those told of
        ("A second company, Orvane Ltd, is in Oslo.", [("Orvane Ltd", "second company")]),
        ("A third driver, Ann Lee, was hurt.", []),
        # the subject of what follows, what stands in a bracket, and what is the reader's
        ("When Nokia was bought by Google, the licence that it had lapsed.", []),
        ("They come with Windows 8 (or Windows 10 on the Orbit 8), a 3-year subscription to Redis.", []),
        ("Oslo is your best bet.", []),
    ],
)
def test_openings_names_with_nouns_and_names_that_are_taken(text, expected):
    assert sorted(categories(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Epperson sold the rights to the Norvale Company, a move that he later regretted.",
        "The ship passed tests of the Federal Aviation Administration, a major milestone.",
        "In January 2020, a group of seven scientists, led by Tim Clark, published a paper.",
    ],
)
def test_what_is_said_of_a_whole_deed_defines_no_name(text):
    assert [claim for claim in extract(text).claims if claim.kind == "definition"] == []
