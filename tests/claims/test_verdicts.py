"""What is told and is not so, what is only rumoured, and what was tried and came to nothing."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def qualifiers(text, kind):
    return [(c.polarity, c.certainty, c.prediction) for c in extract(text).claims if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rumours that Norvale owns Brightcell are unfounded.", "organization"),
        ("The claim that Norvale cut 400 jobs is a lie.", "change"),
        ("The theory that 40% of voters switched is plainly wrong.", "percentage"),
        ("It is not true that Norvale owns Brightcell.", "organization"),
        ("There is no evidence that 40% of users left.", "percentage"),
        ("Fears that 400 jobs would go were unfounded.", "count"),
        ("Norvale's talks to buy Brightcell collapsed in May.", "organization"),
        ("Norvale's bid to buy Brightcell was rejected.", "organization"),
        ("Norvale abandoned its plan to buy Brightcell.", "organization"),
        ("The regulator blocked Norvale's plan to buy Brightcell.", "organization"),
        ("Norvale pulled out of a deal to buy Brightcell.", "organization"),
    ],
)
def test_what_is_not_so_is_denied(text, kind):
    ((polarity, certainty, _),) = qualifiers(text, kind)
    assert (polarity, certainty) == ("negative", "certain")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There are rumours that Norvale bought Brightcell.", "organization"),
        ("Rumour has it that Norvale bought Brightcell.", "organization"),
        ("He was accused of stealing $4 million.", "money"),
        ("Norvale would have bought Brightcell.", "organization"),
        # the price of a bid that failed was meant, not paid
        ("Norvale's bid to buy Brightcell for $4 million was rejected.", "money"),
    ],
)
def test_what_is_only_told_or_meant_is_possible(text, kind):
    ((polarity, certainty, _),) = qualifiers(text, kind)
    assert (polarity, certainty) == ("positive", "possible")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the verdict is of something else, or none
        ("The reports that are out of date cost $4 million.", "money"),
        ("Rumours that it would close sent shares down 4%.", "change"),
        ("A bank with 400 staff failed.", "count"),
        ("There is no doubt that 40% of users left.", "percentage"),
        # a judgement of what happened
        ("It was wrong that Norvale sacked 400 men.", "count"),
        ("Norvale's plan to buy Brightcell was approved, and a strike of 40 men failed.", "count"),
    ],
)
def test_a_verdict_reaches_no_further_than_its_clause(text, kind):
    assert all(found[:2] == ("positive", "certain") for found in qualifiers(text, kind))
    assert qualifiers(text, kind)


def test_a_denial_that_is_not_true_affirms():
    ((polarity, _, _),) = qualifiers("It is not true that Norvale does not own Brightcell.", "organization")
    assert polarity == "positive"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to Norvale 40% of users left.", "Norvale"),
        ("According to the mayor $4 million was lost.", "the mayor"),
    ],
)
def test_a_source_without_a_comma_ends_before_an_amount(text, source):
    found = [
        c.attribution and c.attribution.source
        for c in extract(text).claims
        if c.kind in ("percentage", "money")
    ]
    assert found == [source]


def test_a_plan_that_was_never_given_up_is_a_plan():
    text = "Norvale never gave up its plan to buy Brightcell."
    assert qualifiers(text, "organization") == [("positive", "probable", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The regulator blocked a plan to buy Brightcell.",
        "Ann Roe opposed the plan to buy Brightcell.",
    ],
)
def test_who_hinders_a_plan_is_not_who_has_it(text):
    assert qualifiers(text, "organization") == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The ferry line denied that at least 19 delays are its own fault.", "count", "negative"),
        ("The ferry line rejected claims that it laid off 40 stewards.", "count", "negative"),
        ("Lund dismissed reports by rivals that the mill lost $4 million.", "money", "negative"),
        ("Lund does not believe that Norvale bought Brightcell.", "organization", "negative"),
        ("Most growers don't think that yields fell 4% in May.", "change", "negative"),
        ("Nobody denies that the mill lost $4 million.", "money", "positive"),
        ("Lund did not deny that the mill lost $4 million.", "money", "positive"),
        ("No one disputes that 40 stewards left.", "count", "positive"),
        # who or what a name is, in passing, is not denied
        ("The ferry line denied that its chairman Karl Ostby left.", "role", "positive"),
        # what somebody refused, or a thing that is pointed at
        ("Lund rejected a plan of 40 pages that cost $4 million.", "money", "positive"),
        ("Lund does not believe in luck, and the mill lost $4 million.", "money", "positive"),
        ("Lund denied the story, but the mill lost $4 million.", "money", "positive"),
        ("Lund rejected claims that the mill was old, but it lost $4 million.", "money", "positive"),
        ("The panel rejected 40 claims that were late.", "count", "positive"),
        ("Lund disputed a bill that the town sent in 2019.", "date", "positive"),
    ],
)
def test_what_somebody_denies_or_does_not_believe(text, kind, expected):
    found = [polarity for polarity, *_ in qualifiers(text, kind)]
    assert found
    assert set(found) == {expected}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Reporters asked whether in fact the mill lost $4 million.",
            "money",
            ("positive", "possible", False),
        ),
        ("The mayor will resign unless the mill employs 400 men.", "count", ("positive", "possible", False)),
        ("It is unclear whether Norvale bought Brightcell.", "organization", ("positive", "possible", False)),
        # neither reaches another clause
        ("Reporters asked whether he lied, and 40 of them left.", "count", ("positive", "certain", False)),
        (
            "The quay was shut, unless a pilot came, and 40 boats left.",
            "count",
            ("positive", "certain", False),
        ),
    ],
)
def test_what_is_asked_or_a_condition_is_left_open(text, kind, expected):
    assert set(qualifiers(text, kind)) == {expected}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor wants to resign because in 2016, the quarry lost 40 men.", "date"),
        ("The mayor wants to resign because Tarn 3 is the latest release of the tool.", "ranking"),
        ("The mayor will resign, as Halvor is the largest port of the county.", "ranking"),
        ("The mayor will resign, as in 2016, the port lost 40 men.", "date"),
        ("The mayor plans to leave, while in contrast, only 37% of adults had ever used the library.", "percentage"),
        ("The mayor may resign, and its 9,703 tenants, most of whom are weavers, are spread across the county.", "count"),
    ],
)  # fmt: skip
def test_a_plan_does_not_reach_the_clause_beside_it(text, kind):
    found = qualifiers(text, kind)
    assert found
    assert set(found) == {("positive", "certain", False)}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The port may hire 40 men, and 12 cooks, this year.", "count", ("possible", False)),
        ("The port will, because it is full, build 40 sheds.", "count", ("certain", True)),
        ("The port will hire 40 men, as the mayor said.", "count", ("certain", True)),
        ("The port wants to hire 40 men because it is full.", "count", ("possible", True)),
        ("The port plans to hire 40 men, as it is full.", "count", ("probable", True)),
        ("Although it is full, the port will build 40 sheds.", "count", ("certain", True)),
        ("The port may build sheds and hire 40 men.", "count", ("possible", False)),
        ("As it is full, the port hopes to build 40 sheds.", "count", ("possible", True)),
    ],
)
def test_but_it_reaches_what_is_planned(text, kind, expected):
    assert {(certainty, ahead) for _, certainty, ahead in qualifiers(text, kind)} == {expected}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the main verb behind a relative clause
        ("The ferry line, which denies that it overcharged, lost $4 million in 2016.", "money"),
        ("The mayor, who dismissed reports that he had resigned, won 54% of the vote.", "percentage"),
        ("Stewards who denied that the quay was unsafe were sacked in 2017.", "date"),
        ("Denying that it overcharged, the ferry line paid $4 million.", "money"),
        # a second verb of who denies
        ("Brimstow denies that it is for sale and has borrowed $4 million.", "money"),
        ("The judge rejected the idea that Orr lied and fined the mill $4 million.", "money"),
        # a reason, a time, or a participle behind a comma
        ("The mill dismissed reports that it was broke, pointing to savings of $4 million.", "money"),
        ("The mill denied that it was broke because it has savings of $4 million.", "money"),
        ("The mill rejected reports that it was closed after it lost $4 million.", "money"),
        ("It is not true that the mill was closed, followed by a fine of $4 million.", "money"),
        # nobody denies it
        ("No serious farmer denies that 40 barns burned.", "count"),
        ("None of the growers dispute that 40 barns burned.", "count"),
        ("It cannot be denied that 40 barns burned.", "count"),
        ("Neither the mayor nor the growers denied that 40 barns burned.", "count"),
        ("The mill no longer denies that 40 barns burned.", "count"),
        ("Few growers doubt that 40 barns burned.", "count"),
        ("No vet rejects the idea that 40% of calves die.", "percentage"),
    ],
)
def test_a_denial_ends_with_its_first_clause_and_needs_somebody_who_denies(text, kind):
    assert {found[:2] for found in qualifiers(text, kind)} == {("positive", "certain")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the tense says that a joined verb is told; with its own "that" it is too
        ("The mill denies that it lied to growers and lost $4 million.", "money"),
        ("The mill denied that it lied and that it lost $4 million.", "money"),
        ("The mill denied that 40 stewards and 12 cooks had left.", "count"),
        ("The mill rejected the claim that the man who led it stole $4 million.", "money"),
        ("The mill dismissed the idea that 40% of its staff, who are paid in cash, left.", "percentage"),
        ("It is not true that the mill lied and lost $4 million.", "money"),
        # somebody denies it
        ("A few growers deny that 40 barns burned.", "count"),
        ("With no proof Lund denied that 40 barns burned.", "count"),
        ("The mill has no debts and denied that 40 barns burned.", "count"),
        ("No, Lund denied that 40 barns burned.", "count"),
        ("Neither pleased nor amused, Lund denied that 40 barns burned.", "count"),
        ("The man with no name denied that 40 barns burned.", "count"),
    ],
)
def test_but_it_reaches_all_that_is_told(text, kind):
    assert {found[0] for found in qualifiers(text, kind)} == {"negative"}


@pytest.mark.parametrize(
    "text",
    [
        "The mill denies that it is bankrupt and has borrowed $4 million.",
        "The mill denied that it lied and paid $4 million.",
    ],
)
def test_what_only_a_tree_takes_for_denied_is_left_unsure(text):
    assert {found[:2] for found in qualifiers(text, "money")} == {("positive", "possible")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Whether it rains or not, 40 boats will sail.", {("certain", True)}),
        ("Growers asked whether 40 barns burned; the answer is that 12 boats sank.", {("possible", False), ("certain", False)}),
        ("It is unclear whether 40 barns burned, but 12 boats sank.", {("possible", False), ("certain", False)}),
        ("Whether 40 barns burned is unclear.", {("possible", False)}),
        ("Growers asked whether it rained; whether 40 barns burned is unclear.", {("possible", False)}),
        ("Growers asked whether it rained, and whether 40 barns burned.", {("possible", False)}),
        ("Growers asked whether the mill, which was old, lost 40 men.", {("possible", False)}),
        ("The mayor neither confirmed nor denied that 40 barns burned.", {("possible", False)}),
        ("The mayor would not confirm or deny that 40 barns burned.", {("possible", False)}),
    ],
)  # fmt: skip
def test_a_question_ends_at_the_mark_behind_it(text, expected):
    assert {(certainty, ahead) for _, certainty, ahead in qualifiers(text, "count")} == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("About 300 barns burned, growers said, adding that 12 calves had died.", "growers"),
        ("Barns burned in May, Ann Ray says, noting that 12 calves had died.", "Ann Ray"),
        ("Growers sued Norvale in May, adding that 12 calves had died.", "Growers"),
    ],
)
def test_what_is_added_behind_a_speaker_is_added_by_the_speaker(text, source):
    (count,) = [c for c in extract(text).claims if c.kind == "count" and "12" in c.text]
    assert count.attribution.source == source


def test_what_rejected_claims_may_tell_without_that_is_unsure():
    text = (
        "The bank rejected claims it had lost $3 million because it had sold 40 shops, and paid $4 million."
    )
    assert [certainty for _, certainty, _ in qualifiers(text, "money")] == ["possible", "certain"]
    assert [certainty for _, certainty, _ in qualifiers(text, "count")] == ["certain"]
    assert qualifiers("The bank denied reports. It lost $3 million.", "money") == [
        ("positive", "certain", False)
    ]
