"""Relations over whose names a denial, a doubt or a plan reaches, and clauses that a phrase or a day opens."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def read(text):
    return {
        (claim.subject.resolved or claim.subject.text, claim.value.object, claim.polarity, claim.certainty)
        for claim in extract(text).claims
        if claim.kind in ("organization", "technology")
    }


def told(names, polarity="positive", certainty="certain"):
    return {(thing, other, polarity, certainty) for thing, other in names}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("They discussed the planned takeover of Brimstow Labs by Google.", "probable"),
        ("They discussed the planned sale of Brimstow Labs to Google.", "probable"),
        ("They discussed the proposed purchase of Brimstow Labs by Google.", "possible"),
        ("They discussed the failed takeover of Brimstow Labs by Google.", "possible"),
        ("They discussed the failed products of Brimstow Labs after the takeover by Google.", "certain"),
        ("They discussed the costly takeover of Brimstow Labs by Google.", "certain"),
    ],
)
def test_a_deed_that_is_only_planned(text, certainty):
    assert {claim.certainty for claim in extract(text).claims if claim.kind == "organization"} <= {certainty}


@pytest.mark.parametrize(
    ("told", "certainty", "is_ahead"),
    [
        ("was completed in 2011", "certain", False),
        ("went ahead in May 2011", "certain", False),
        ("was called off in 2011", "certain", False),  # and did not happen
        ("was welcomed in Leeds", "probable", True),
        ("will be completed next year", "probable", True),
        ("was not completed in 2011", "probable", True),
    ],
)
def test_a_planned_deed_that_is_settled(told, certainty, is_ahead):
    claims = extract(f"The planned takeover of Brimstow Labs by Google {told}.").claims
    deed = next(claim for claim in claims if claim.kind == "organization")
    assert (deed.certainty, deed.prediction) == (certainty, is_ahead)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Neither Google nor Oracle acquired Brimstow Labs.",
            [("Brimstow Labs", n) for n in ("Google", "Oracle")],
        ),
        (
            "Neither Brimstow Labs nor Tarn Foods was acquired by Google.",
            [(n, "Google") for n in ("Brimstow Labs", "Tarn Foods")],
        ),
        (
            "Oracle acquired neither Brimstow Labs nor Tarn Foods.",
            [(n, "Oracle") for n in ("Brimstow Labs", "Tarn Foods")],
        ),
        (
            "Brimstow Labs was bought by neither Google nor Tarn Foods.",
            [("Brimstow Labs", n) for n in ("Google", "Tarn Foods")],
        ),
        ("Firefox uses neither Redis nor SQLite.", [("Firefox", n) for n in ("Redis", "SQLite")]),
        ("Ida Moe did not found Tarn Foods.", [("Tarn Foods", "Ida Moe")]),
        ("It is not true that Tarn Foods Inc. acquired Google.", [("Google", "Tarn Foods Inc.")]),
    ],
)
def test_a_denial_reaches_every_name(text, names):
    assert read(text) == told(names, "negative")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brimstow Labs was bought by both Google and Tarn Foods.", ["Google", "Tarn Foods"]),
        ("Brimstow Labs was bought by Google and by Tarn Foods.", ["Google", "Tarn Foods"]),
        ("Brimstow Labs was bought by both Quarle and Tarn Foods.", ["Quarle", "Tarn Foods"]),
    ],
)
def test_without_one_every_name_holds(text, names):
    assert read(text) == told([("Brimstow Labs", name) for name in names])


@pytest.mark.parametrize(
    "text",
    [
        "Brimstow Labs was bought not by Google but by Oracle.",
        "Brimstow Labs was not bought by Google but by Oracle.",
        "Brimstow Labs was bought by Oracle but not by Google.",
    ],
)
def test_what_is_put_instead_holds(text):
    denied, holding = ("Brimstow Labs", "Google"), ("Brimstow Labs", "Oracle")
    assert read(text) == told([denied], "negative") | told([holding])


@pytest.mark.parametrize(
    ("text", "denied", "holding"),
    [
        ("Firefox runs on Linux and macOS but not on Windows.", ["Windows"], ["Linux", "macOS"]),
        ("Firefox runs not on Linux but on Windows.", ["Linux"], ["Windows"]),
        ("Firefox was written in Rust, but not in Go.", ["Go"], ["Rust"]),
        # near misses: "but" opens a clause, or a time
        ("Firefox runs on Linux but for Windows there is a port.", [], ["Linux"]),
        ("Firefox was written in Rust but in 2019 it was replaced.", [], ["Rust"]),
    ],
)
def test_but_not_denies_the_name_behind_it(text, denied, holding):
    pairs = [("Firefox", name) for name in denied], [("Firefox", name) for name in holding]
    assert read(text) == told(pairs[0], "negative") | told(pairs[1])


@pytest.mark.parametrize(
    ("text", "denied", "holding"),
    [
        ("Brimstow Labs was bought by Oracle, not by Google.", ["Google"], ["Oracle"]),
        ("Brimstow Labs was sold to Oracle, not to Google.", ["Google"], ["Oracle"]),
        ("Brimstow Labs was written in Rust, not in Go.", ["Go"], ["Rust"]),
        ("Brimstow Labs runs on Linux, not on Windows.", ["Windows"], ["Linux"]),
        ("Brimstow Labs was built by Oracle, not by the Quarle group.", ["the Quarle group"], ["Oracle"]),
        ("Brimstow Labs was bought by Oracle, not by Google or by Nokia.", ["Google", "Nokia"], ["Oracle"]),
        ("Brimstow Labs is owned not by Google or Nokia but by Oracle.", ["Google", "Nokia"], ["Oracle"]),
        (
            "Brimstow Labs was bought neither by Google nor by Nokia but by Oracle.",
            ["Google", "Nokia"],
            ["Oracle"],
        ),
        (
            "Brimstow Labs was funded not by Google, nor by Nokia, but by Oracle.",
            ["Google", "Nokia"],
            ["Oracle"],
        ),
        ("Brimstow Labs was not bought by Google, nor by Nokia.", ["Google", "Nokia"], []),
        # what is less than told, or still to come, is left out
        ("Brimstow Labs was bought by Oracle, hardly by Google.", [], ["Oracle"]),
        ("Brimstow Labs is owned by Oracle, less so by Google.", [], ["Oracle"]),
        ("Brimstow Labs is owned by Oracle, and soon by Google.", [], ["Oracle"]),
        ("Brimstow Labs was bought never by Google, only by Oracle.", ["Google"], []),
        # near misses: what goes on with the list
        ("Brimstow Labs was built by Oracle, and later by Google.", [], ["Oracle", "Google"]),
        ("Brimstow Labs was built by Oracle, also by Google.", [], ["Oracle", "Google"]),
        ("Brimstow Labs was built not only by Oracle but also by Google.", [], ["Oracle", "Google"]),
        ("Brimstow Labs was built by Oracle, not in Leeds but in York.", [], ["Oracle"]),
    ],
)
def test_a_denial_before_a_preposition_reaches_its_names_alone(text, denied, holding):
    pairs = [("Brimstow Labs", name) for name in denied], [("Brimstow Labs", name) for name in holding]
    assert read(text) == told(pairs[0], "negative") | told(pairs[1])


def test_who_is_denied_among_the_doers_does_nothing():
    assert read("Google, and not Oracle, bought Brimstow Labs.") == told([("Brimstow Labs", "Google")])
    both = [("Brimstow Labs", "Google"), ("Brimstow Labs", "Oracle")]
    assert read("Google, and Oracle, bought Brimstow Labs.") <= told(both)


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Brimstow Labs was bought by either Google or Oracle.", "positive", "possible"),
        ("Brimstow Labs was bought either by Google or by Oracle.", "positive", "possible"),
        ("Either Google or Oracle bought Brimstow Labs.", "positive", "possible"),
        # near misses: what holds of neither, and "either" that leaves nothing open
        ("Brimstow Labs was not bought by either Google or Oracle.", "negative", "certain"),
        ("In either case, Google and Oracle bought Brimstow Labs.", "positive", "certain"),
        ("Google and Oracle bought Brimstow Labs either way.", "positive", "certain"),
        ("Brimstow Labs was bought by Google and Oracle.", "positive", "certain"),
    ],
)
def test_either_leaves_open_which_of_two_names_it_is(text, polarity, certainty):
    assert read(text) == told([("Brimstow Labs", n) for n in ("Google", "Oracle")], polarity, certainty)


@pytest.mark.parametrize(
    ("text", "founders"),
    [
        ("Brimstow Labs was founded in 1990, according to a post by Ida Moe.", []),
        ("Brimstow Labs was founded in 1990, according to a new book on cars by Ida Moe.", []),
        # near misses: who did it stands before the report, or in a clause of the source
        ("Brimstow Labs was founded in 1990 by Per Holm, according to a post by Ida Moe.", ["Per Holm"]),
        ("Brimstow Labs was founded by Ida Moe, according to a post.", ["Ida Moe"]),
        ("According to a post, Brimstow Labs was founded by Ida Moe.", ["Ida Moe"]),
    ],
)
def test_whose_report_it_is_did_nothing(text, founders):
    assert read(text) == told([("Brimstow Labs", name) for name in founders])


@pytest.mark.parametrize(
    ("text", "others", "certainty"),
    [
        ("Oracle and Google plan to acquire Brimstow Labs.", ["Google", "Oracle"], "probable"),
        ("Oracle and Tarn Foods hope to acquire Brimstow Labs.", ["Oracle", "Tarn Foods"], "possible"),
        ("It is rumored that Oracle acquired Brimstow Labs.", ["Oracle"], "possible"),
        ("It was rumoured that Brimstow Labs was bought by Oracle.", ["Oracle"], "possible"),
        # near misses: what is told as a fact
        ("Oracle, which has plans to grow, acquired Brimstow Labs.", ["Oracle"], "certain"),
        ("It is known that Oracle acquired Brimstow Labs.", ["Oracle"], "certain"),
    ],
)
def test_plans_and_rumours_reach_every_name(text, others, certainty):
    found = read(text)
    assert found <= told([("Brimstow Labs", other) for other in others], certainty=certainty)
    assert found


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        ("On Monday Tarnstow acquired Brimstow Labs.", "Tarnstow"),
        ("On Tuesday Tarn Foods Inc. acquired Brimstow Labs.", "Tarn Foods Inc."),
        ("In the south, Tarn Foods acquired Brimstow Labs.", "Tarn Foods"),
    ],
)
def test_a_day_before_a_name_is_no_part_of_it(text, buyer):
    assert read(text) == told([("Brimstow Labs", buyer)])


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("According to Ida Moe, Tove Renwick is a linguist.", "Tove Renwick"),
        ("According to Ida Moe, a lawyer, Tove Renwick is a linguist.", "Tove Renwick"),
        ("Unlike Ida Moe, Tove Renwick is a linguist.", "Tove Renwick"),
        ("Ida Moe, like Tove Renwick, is a linguist.", "Ida Moe"),
    ],
)
def test_whom_a_preposition_leads_is_not_who_is_said_to_be_something(text, person):
    found = [c.value.person for c in extract(text).claims if c.kind == "role" and c.value.title == "linguist"]
    assert found == [person]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("They found Google.", None),
        ("She did not find Google.", None),
        ("Ida Moe wants to found Tarn Foods.", "Ida Moe"),
    ],
)
def test_only_the_verb_in_its_base_form_founds(text, other):
    assert [name for _, name, *_ in read(text)] == ([] if other is None else [other])


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Firefox and Chrome use SQLite and Redis.",
            {(thing, other) for thing in ("Firefox", "Chrome") for other in ("SQLite", "Redis")},
        ),
        (
            "Tarn Foods and Brimstow Labs were founded by Ida Moe and Per Holm.",
            {(t, o) for t in ("Tarn Foods", "Brimstow Labs") for o in ("Ida Moe", "Per Holm")},
        ),
        ("Firefox uses SQLite and Redis.", {("Firefox", "SQLite"), ("Firefox", "Redis")}),
    ],
)
def test_two_lists_give_every_pair(text, pairs):
    claims = [c for c in extract(text).claims if c.kind in ("organization", "technology")]
    assert sorted((c.subject.text, c.value.object) for c in claims) == sorted(pairs)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Google and Oracle bought Tarnstow and Quarle, respectively.", "Tarnstow Google, Quarle Oracle"),
        ("Google and Oracle respectively bought Tarnstow and Quarle.", "Tarnstow Google, Quarle Oracle"),
        (
            "Firefox and Chrome were built by Oracle and Google, in that order.",
            "Firefox Oracle, Chrome Google",
        ),
        ("Firefox and Chrome are written in Rust and Go, respectively.", "Firefox Rust, Chrome Go"),
        (
            "Google and Oracle bought Tarnstow and Quarle in 2006 and 2012, respectively.",
            "Tarnstow Google, Quarle Oracle",
        ),
        ("Google and Oracle bought Tarnstow and Quarle in 2006 and 2012.", "Tarnstow Google, Quarle Oracle"),
        ("Google, Oracle and Nokia bought Tarnstow and Quarle, respectively.", ""),
        # near misses: one list, and one date
        (
            "Google bought Tarnstow and Quarle in 2006 and 2012, respectively.",
            "Tarnstow Google, Quarle Google",
        ),
        ("Firefox and Chrome were built by Google in 2006 and 2012.", "Firefox Google, Chrome Google"),
        (
            "Firefox and Chrome were built by Oracle and Google in 2012.",
            "Firefox Oracle, Chrome Google, Firefox Google, Chrome Oracle",
        ),
    ],
)
def test_two_lists_side_by_side_give_their_own_pairs(text, pairs):
    claims = [c for c in extract(text).claims if c.kind in ("organization", "technology")]
    expected = [tuple(pair.split()) for pair in pairs.split(", ") if pair]
    assert sorted((c.subject.text, c.value.object) for c in claims) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("The app was made by Tarn Foods.", ["Tarn Foods"]),
        ("The app was made in 2019 by Tarn Foods.", ["Tarn Foods"]),
        ("The app was made available by Tarn Foods.", []),
        ("The app was made widely available in 2019 by Tarn Foods.", []),
        ("The song was made famous by Tarn Foods.", []),
        ("The staff were made redundant by Tarn Foods.", []),
    ],
)
def test_what_something_became_was_not_made(text, makers):
    assert [name for _, name, *_ in read(text)] == makers


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        ("In 1996 Brimstow Labs was sold to retailer Tarnstow.", "Tarnstow"),
        ("Brimstow Labs was sold to chipmaker Tarn Foods in 1999.", "Tarn Foods"),
        ("Ida Moe sold Brimstow Labs to insurer Quarle & Finch.", "Quarle & Finch"),
    ],
)
def test_a_noun_for_a_firm_behind_to_is_no_verb(text, buyer):
    assert read(text) == told([("Brimstow Labs", buyer)])


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Tarn Systems is a supplier to Quarle Motors.", {("Quarle Motors", "Tarn Systems")}),
        (
            "Quarle Data sold software to Tarn Foods.",
            {("software", "Quarle Data"), ("Tarn Foods", "Quarle Data")},
        ),
    ],
)
def test_a_name_that_ends_in_a_ware_is_whole(text, pairs):
    assert {(thing, other) for thing, other, *_ in read(text)} == pairs


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("Google bought the Oslo-based startup Tarn Foods and Brimstow Labs.", {"Tarn Foods"}),
        ("The Oslo-based startups Tarn Foods and Brimstow Labs grew.", {"Tarn Foods", "Brimstow Labs"}),
    ],
)
def test_one_noun_in_the_singular_is_of_one_name(text, firms):
    claims = [c for c in extract(text).claims if c.kind == "organization"]
    assert {c.subject.text for c in claims if c.value.relation == "headquartered_in"} == firms


@pytest.mark.parametrize(
    ("text", "denied", "holding"),
    [
        ("It was Oracle, not Google, that bought Brimstow Labs.", ["Google"], []),
        ("Oracle and not Google bought Brimstow Labs.", ["Google"], []),
        ("Oracle, not Google, owns Brimstow Labs.", ["Google"], []),
        # near misses
        ("Oracle, not to be outdone, bought Brimstow Labs.", [], ["Oracle"]),
        ("Not only Google but Oracle bought Brimstow Labs.", [], ["Oracle"]),
        ("Sales fell, not least at home, and Oracle bought Brimstow Labs.", [], ["Oracle"]),
    ],
)
def test_who_is_set_against_the_doer_did_not_do_it(text, denied, holding):
    found = read(text)
    assert found.isdisjoint(told([("Brimstow Labs", name) for name in denied]))
    assert told([("Brimstow Labs", name) for name in holding]) <= found


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Oracle and not Google bought Brimstow Labs in 2014.", ["Oracle"]),
        ("Oracle but not Google bought Brimstow Labs in 2014.", ["Oracle"]),
        ("Oracle rather than Google bought Brimstow Labs in 2014.", ["Oracle"]),
        ("Nokia, not Google, which bought Brimstow Labs in 2014, sold it.", ["Google"]),
        # near misses: another clause, a relative one
        ("They praised Oracle rather than Google, which bought Brimstow Labs in 2014.", ["Google"]),
        ("Oracle and Google bought Brimstow Labs in 2014.", ["Oracle", "Google"]),
    ],
)
def test_who_does_it_where_another_is_set_aside(text, relations):
    assert {found for found in read(text) if found[0] == "Brimstow Labs"} == told(
        [("Brimstow Labs", name) for name in relations]
    )
    dates = [claim for claim in extract(text).claims if claim.kind == "date"]
    assert [(claim.subject.text, claim.polarity) for claim in dates] == [
        (" and ".join(relations), "positive")
    ]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("Google rejected a merger with Oracle.", ("negative", "certain", False)),
        ("Regulators blocked Google's $4 billion acquisition of Brimstow Labs.", ("negative", "certain", False)),
        ("The merger of Google and Oracle was abandoned in 2019.", ("negative", "certain", False)),
        ("The sale of Brimstow Labs to Google fell through.", ("negative", "certain", False)),
        ("Google proposed a merger with Oracle.", ("positive", "possible", True)),
        ("Google plans a takeover of Brimstow Labs.", ("positive", "probable", True)),
        ("Brimstow Labs agreed to a takeover by Google.", ("positive", "probable", True)),
        ("Google's pending acquisition of Brimstow Labs is under review.", ("positive", "probable", True)),
        ("The possible takeover of Brimstow Labs by Google worries many.", ("positive", "possible", True)),
        ("Google rejected a challenge to the takeover of Brimstow Labs by Oracle.", ("positive", "certain", False)),
        ("Regulators dropped objections to Google's takeover of Oracle.", ("positive", "certain", False)),
        ("Lund denied fraud in Google's acquisition of Oracle.", ("positive", "certain", False)),
        ("Google cancelled contracts after its acquisition of Oracle.", ("positive", "certain", False)),
        ("Many fans rejected Google's takeover of Oracle.", ("positive", "certain", False)),
        ("Google's acquisition of Oracle was nearly blocked by the EU.", ("positive", "certain", False)),
        ("The board rejected Google's purchase of Oracle, but it closed in 2007.", ("positive", "certain", False)),
        ("Google's merger with Oracle failed after nine years.", ("positive", "certain", False)),
        ("The board rejected Google's takeover of Oracle.", ("negative", "certain", False)),
        ("The takeover of Brimstow Labs by Google was never abandoned.", ("positive", "certain", False)),
        ("The merger of Google and Oracle failed to impress the market.", ("positive", "certain", False)),
        ("Google has completed its pending acquisition of Brimstow Labs.", ("positive", "certain", False)),
        ("The board approved the takeover of Brimstow Labs by Google.", ("positive", "certain", False)),
    ],
)  # fmt: skip
def test_a_deed_named_by_a_noun_and_what_came_of_it(text, qualifiers):
    deeds = [claim for claim in extract(text).claims if claim.kind == "organization"]
    assert deeds
    assert {(deed.polarity, deed.certainty, deed.prediction) for deed in deeds} == {qualifiers}


def _relations(text):
    found = [claim for claim in extract(text).claims if claim.kind == "organization"]
    return [(claim.subject.text, claim.value.relation, claim.value.object) for claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Google sold its mills, with Oracle holding a 20% stake in Brimstow Labs.",
         [("Brimstow Labs", "owned_by", "Oracle")]),
        ("Google grew in May, with Oracle owning 30% of Brimstow Labs.",
         [("Brimstow Labs", "owned_by", "Oracle")]),
        ("Google offered $31 a share for Oracle in February.", []),
        ("Chrome became Oracle's default browser.", []),
        ("Oracle's latest series F funding round was small.", []),
        ("Google, owning 30% of Brimstow Labs, grew.", [("Brimstow Labs", "owned_by", "Google")]),
        ("Gmail is Google's email app.", [("Gmail", "developed_by", "Google")]),
        ("Google built a data center for Oracle.", [("Oracle", "client_of", "Google")]),
    ],
)  # fmt: skip
def test_whose_deed_it_is(text, expected):
    assert _relations(text) == expected


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Google and Oracle began negotiations to combine.", "possible"),
        ("Google started talks to buy Brimstow Labs.", "possible"),
    ],
)
def test_negotiations_to_do_something(text, certainty):
    assert {claim.certainty for claim in extract(text).claims if claim.kind == "organization"} == {certainty}


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("Google may form a joint venture with Oracle.", ("positive", "possible", False)),
        ("Google and Oracle agreed to form a joint venture.", ("positive", "probable", True)),
        ("Google never formed a partnership with Oracle.", ("negative", "certain", False)),
        ("Google will form an alliance with Oracle.", ("positive", "certain", True)),
        ("Google did not complete its acquisition of Oracle.", ("negative", "certain", False)),
        ("Google expects to complete its acquisition of Oracle.", ("positive", "probable", True)),
        ("Google is about to buy Oracle.", ("positive", "probable", True)),
        ("A report told of interest from Google to acquire Oracle.", ("positive", "possible", True)),
        ("Google completed its acquisition of Oracle.", ("positive", "certain", False)),
        ("Google announced a partnership with Oracle that may grow.", ("positive", "certain", False)),
        ("Google praised its partnership with Oracle, which may grow.", ("positive", "certain", False)),
        ("Google formed an alliance with Oracle and will move.", ("positive", "certain", False)),
        ("Google did not announce a merger with Oracle until 2019.", ("positive", "certain", False)),
        ("Google may end a partnership with Oracle.", ("positive", "certain", False)),
        ("Google did not close its acquisition of Oracle until May.", ("positive", "certain", False)),
        ("Oracle was sold after it agreed to a takeover by Google.", ("positive", "certain", False)),
        ("Oracle agreed to a takeover by Google that closed in 2012.", ("positive", "certain", False)),
        ("Google sought a merger with Oracle and got it in 2012.", ("positive", "certain", False)),
        ("Google cannot beat rival Oracle.", ("positive", "certain", False)),
    ],
)  # fmt: skip
def test_a_deed_is_as_sure_as_the_verb_that_it_stands_with(text, qualifiers):
    deeds = [claim for claim in extract(text).claims if claim.kind == "organization"]
    assert deeds
    assert {(deed.polarity, deed.certainty, deed.prediction) for deed in deeds} == {qualifiers}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The mill will likely employ 40 people.", "probable"),
        ("The mill likely employs 40 people.", "probable"),
        ("The mill is likely to employ 40 people.", "probable"),
        ("A mill of the like employs 40 people.", "certain"),
        ("The mill employs 40 people, likely buyers of its bread.", "certain"),
    ],
)
def test_likely_as_an_adverb(text, certainty):
    assert {claim.certainty for claim in extract(text).claims if claim.kind == "count"} == {certainty}


@pytest.mark.parametrize(
    "text",
    ["The board did not fire CEO Ann Roe.", "Prosecutors may charge Acme founder Bo Lund."],
)
def test_who_something_is_not_done_to_has_the_role(text):
    roles = [claim for claim in extract(text).claims if claim.kind == "role"]
    assert {(role.polarity, role.certainty) for role in roles} == {("positive", "certain")}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("They proposed a network with 40 layers in 2017.", "certain"),
        ("L'Enfant planned a city of 40 streets in 1791.", "certain"),
        ("The firm was in talks for six months and hired 40 people.", "certain"),
    ],
)
def test_what_is_made_by_who_proposed_it(text, certainty):
    assert {claim.certainty for claim in extract(text).claims} == {certainty}


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Shareholders rejected the merger of Halvor and Norvale.", "negative", "certain"),
        ("Investors voted down the merger of Halvor and Norvale.", "negative", "certain"),
        ("Regulators did not approve the merger of Halvor and Norvale.", "negative", "certain"),
        ("The judge refused to approve the merger between Halvor and Norvale.", "negative", "certain"),
        ("Regulators have yet to approve the merger of Halvor and Norvale.", "positive", "possible"),
        ("The court has not approved the merger of Halvor and Norvale.", "positive", "possible"),
        # near misses: who has no say, what is left open, what was done after all, and another thing refused
        ("Fans did not approve the merger of Halvor and Norvale.", "positive", "certain"),
        (
            "Nobody knows whether the court did not approve the merger of Halvor and Norvale.",
            "positive",
            "possible",
        ),
        ("Regulators did not approve the merger of Halvor and Norvale until May.", "positive", "certain"),
        ("The board rejected claims about the merger of Halvor and Norvale.", "positive", "certain"),
        ("Regulators did not clear up a row over the merger of Halvor and Norvale.", "positive", "certain"),
        ("Shareholders approved the merger of Halvor and Norvale.", "positive", "certain"),
        (
            "Regulators did not approve the merger of Halvor and Norvale in May but cleared it in June.",
            "positive",
            "certain",
        ),
        (
            "The ministry has not cleared the merger of Halvor and Norvale, which was completed in 2014.",
            "positive",
            "certain",
        ),
    ],
)
def test_a_merger_of_two_that_was_refused(text, polarity, certainty):
    assert ("Halvor", "Norvale", polarity, certainty) in read(text)


def test_what_is_sold_to_one_does_not_reach_the_next_clause():
    claims = read("The council rejected the sale of Halden to Northgate and Birch bought it in 2019.")
    assert ("Halden", "Northgate", "negative", "certain") in claims
    assert ("it", "Birch", "positive", "certain") in claims


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Out of 3,400 pupils, 228 were absent on Monday.", "positive"),
        ("The company did not hire 3,400 people.", "negative"),
    ],
)
def test_those_of_whom_some_are_absent(text, polarity):
    assert {c.polarity for c in extract(text).claims if c.kind == "count"} == {polarity}
