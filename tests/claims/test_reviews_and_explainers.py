"""Faults that product reviews, explainers and stories of engineers showed when nobody had read them before."""

import pytest

from claimcheck import extract


def found(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


def subject(claim):
    return claim.subject.text if claim.subject else None


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            "Python accounts for 24% of the tokens, JavaScript for 15% and Java for 11%.",
            [("Python", 24, "the tokens"), ("JavaScript", 15, "the tokens"), ("Java", 11, "the tokens")],
        ),
        (
            "English made up 60% of the data, German 20% and Danish 9%.",
            [("English", 60, "the data"), ("German", 20, "the data"), ("Danish", 9, "the data")],
        ),
        (
            "By language, Python accounts for 24% and Java for 11%.",
            [("Python", 24, None), ("Java", 11, None)],
        ),
        ("58.3% TypeScript, 31.9% is Rust.", [("TypeScript", 58.3, None), ("Rust", 31.9, None)]),
    ],
)
def test_the_verb_of_the_first_share_is_that_of_the_next(text, shares):
    claims = found(text, "language_share")
    assert [(c.value.language, float(c.value.number), subject(c)) for c in claims] == shares
    assert not found(text, "percentage")


@pytest.mark.parametrize(
    "text",
    [
        "English accounts for 60% of the exports, French cheese for 20%.",
        "English made up 60% of the crew, Spanish for 3%.",
        "Some of those who left asked for a language of their choice, and others whose firm was not using Rust (34%).",
    ],
)
def test_a_share_of_something_else_is_no_share_of_a_language(text):
    assert not found(text, "language_share")
    assert found(text, "percentage")


def test_the_rest_is_no_kind():
    text = "About 72% of our backend code is now Rust and the remainder is Python."
    assert not found(text, "definition")
    assert found("A popular choice is Python.", "language_share") == []


def test_us_before_an_amount_may_be_a_pronoun():
    [saved] = found("That alone saved us $41,000 a month.", "money")
    assert (saved.text, saved.value.currency) == ("$41,000 a month", "USD")
    [price] = found("It costs US $41,000.", "money")
    assert price.text == "US $41,000"


def test_a_clause_before_a_colon_is_no_term():
    assert not found("And we have not moved to Kubernetes: a team of six does not need it.", "definition")
    [item] = found("- Kestrel: a job queue for Python", "definition")
    assert subject(item) == "Kestrel"


def test_a_source_behind_the_clause_speaks_for_all_of_it():
    text = "The price hit $4.95 in January, according to the Bureau of Eggs, more than twice what it was in May 2023."
    [quote] = found(text, "quote")
    assert quote.text == text.rstrip(".")
    assert {c.attribution.source for c in found(text, "money")} == {"the Bureau of Eggs"}
    [factor] = found(text, "comparison")
    assert (factor.value.reference, subject(factor)) == ("what it was in May 2023", "The price")
    assert [subject(c) for c in found(text, "date")] == ["The price", "it"]
    [before] = found("According to the Bureau of Eggs, it is twice what it was.", "quote")
    assert before.text == "it is twice what it was"


@pytest.mark.parametrize(
    ("text", "factor", "reference"),
    [
        ("Inference costs $0.20, a fifth of what Orbit 4.1 costs.", "0.2", "what Orbit 4.1 costs"),
        ("They are paid half of what they were paid in 2010.", "0.5", "what they were paid in 2010"),
        ("Rents are three times what they were in 2009 and still rising.", "3", "what they were in 2009"),
    ],
)
def test_a_clause_is_what_something_is_compared_with(text, factor, reference):
    [claim] = found(text, "comparison")
    assert (str(claim.value.factor), claim.value.reference) == (factor, reference)
    assert not found(text, "percentage")


def test_a_part_of_what_people_do_is_a_share():
    text = "About a third of what we eat is wasted."
    assert not found(text, "comparison")
    assert len(found(text, "percentage")) == 1


def test_the_new_one_is_not_the_old_one():
    text = "The old one was 40,000 lines of code; the new one is 9,500 lines and handles 22,000 requests."
    claims = found(text, "count")
    assert [subject(c) for c in claims] == ["The old one", "the new one", "the new one"]
    assert claims[1].subject.resolved == "the new one"


def test_a_joined_verb_keeps_a_subject_of_its_own():
    [spent] = found("Norvale sold the mill, Tarn bought it and $5 million was spent on the roof.", "money")
    assert subject(spent) not in ("Norvale", "Tarn")


def test_the_model_is_not_what_it_was_measured_by():
    text = (
        "Lyra released Lyra-Coder 2, a large model. Inference costs a fifth of what GPT-4.1 costs. "
        "Researchers found that the model copied code in 2.7% of completions."
    )
    [share] = found(text, "percentage")
    assert share.subject.text == "the model"
    assert share.subject.resolved != "GPT-4.1"


@pytest.mark.parametrize(
    "text",
    [
        "Ines Karlsson, CTO of Mapstack, left.",
        "Ines Karlsson, the chief financial officer of Mapstack, left.",
    ],
)
def test_an_office_tells_that_a_name_is_a_firm(text):
    [role] = found(text, "role")
    assert role.value.organization == "Mapstack"


def test_who_raised_money_is_a_firm():
    [funding] = found("Mapstack, which raised $9 million from Point Nine, grew.", "organization")
    assert (subject(funding), funding.value.object) == ("Mapstack", "Point Nine")
    assert found("The harbour Mapstack, which is old, grew.", "organization") == []


def test_a_relative_tells_the_gender_of_who_is_named_behind():
    text = "Ruth Adeyemi was an engineer. Her husband, the historian Femi Adeyemi, died. She had 3 children."
    assert found(text, "count")[0].subject.resolved == "Ruth Adeyemi"
    text = "Ruth Adeyemi was an engineer. Femi Adeyemi, her husband, died. She had 3 children."
    assert found(text, "count")[0].subject.resolved == "Ruth Adeyemi"
    text = "Ruth Adeyemi was an engineer. Femi Adeyemi, her sister, left. She had 3 children."
    assert found(text, "count")[0].subject.resolved != "Ruth Adeyemi"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Three people died in the crash, police in Leeds said on Monday.", "police in Leeds"),
        (
            "The bank will cut 300 jobs, a person familiar with the matter said.",
            "a person familiar with the matter",
        ),
        ("The bank will cut 300 jobs, its chief executive told reporters in Oslo.", "its chief executive"),
        (
            "Sales fell 3%, analysts at Tarn Bank wrote in a note to clients last week.",
            "analysts at Tarn Bank",
        ),
        ("The bank will cut 300 jobs, Ann Roe, its chief executive, told reporters.", "Ann Roe"),
    ],
)
def test_who_told_stands_behind_with_all_that_is_said_of_them(text, source):
    [quote] = found(text, "quote")
    assert quote.value.source == source
    assert quote.text == text.split(", ")[0]


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell 3%, and the firm in Leeds reported a loss of 3 million euros.",
        "Sales fell 3%, its rival added 40 jobs in Leeds.",
        "In 2019, the firm in Leeds announced on Monday.",
        "The judge in the case, Ann Roe, said.",
    ],
)
def test_what_stands_before_another_clause_is_not_told_in_it(text):
    assert not found(text, "quote")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Maya Lind founded Kestrel in a garage in Uppsala in 2016.", [("founded", "Maya Lind")]),
        ("It cut 450 jobs in the spring.", [("cut", "It")]),
        ("Hunter joined the band in the 1960s and 1970s.", [("joined", "Hunter")] * 2),
        ("Ann Ray has led the firm since the merger in 2016.", [("merger", "the merger")]),
    ],
)
def test_what_a_verb_did_something_to_is_no_event(text, events):
    assert [(c.value.event, subject(c)) for c in found(text, "date")] == events


def test_rooms_for_two_double_nothing():
    assert not found("The hotel has doubles from €135, breakfast included.", "change")
    assert not found("It has singles at €90 and doubles at €135.", "change")
    assert found("Output doubles from $5 to $10 in a year.", "change")


def test_of_their_last_games_is_no_rank():
    assert not found("They have lost only one of their last 14 away games.", "ranking")
    assert found("She is one of the last two speakers of Votic.", "ranking")


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("In Manila it costs 300 pesos.", "PHP"),
        ("In Mexico City it costs 300 pesos, in Manila less.", "MXN"),
        ("He paid 3,000 rupees in Lahore.", "PKR"),
        ("In Kampala it cost 500 shillings.", "UGX"),
        ("STOCKHOLM, May 4 (Wire) - Tolvan reported a profit of 1.42 billion crowns.", "SEK"),
        ("Shares in the Oslo brewer were at 212.40 crowns.", "NOK"),
    ],
)
def test_the_country_of_a_text_tells_whose_money_it_is(text, currency):
    [price] = found(text, "money")
    assert (price.value.currency, price.value.currency_assumed) == (currency, True)


@pytest.mark.parametrize(
    "text", ["He had 300 crowns fitted.", "Swedish dentists fitted 3 crowns.", "It cost 4.5 million crowns."]
)
def test_crowns_are_no_money_where_no_country_tells_so(text):
    assert not found(text, "money")


def test_a_running_total_is_no_new_value_of_a_share():
    [drop] = found("It took $21 million, a drop of 31 percent, bringing its total to $108 million.", "change")
    assert (float(drop.value.number), drop.value.to) == (31, None)
    [rate] = found("Rates rose by half a point, bringing the rate to 5.25%.", "change")
    assert float(rate.value.to) == 5.25


def test_a_relative_clause_in_american_quotation_marks():
    prices = found('Disney\'s "Kingdom of Sand," which cost $200 million, slipped to $9.7 million.', "money")
    assert prices
    assert all("Kingdom of Sand" in subject(price) for price in prices)


def test_wrongdoing_is_nothing_said():
    assert not found("The company did not admit wrongdoing.", "quote")
    assert found("He denied cheating 3 clients.", "quote")


def test_a_date_that_opens_a_clause_is_no_part_of_the_name_behind_it():
    assert [subject(c) for c in found("By 2024 Copilot had 1.3 million subscribers.", "count")] == ["Copilot"]
    assert [subject(c) for c in found("By March Norvale had 300 staff.", "count")] == ["Norvale"]


@pytest.mark.parametrize(
    "text",
    [
        "Falk-7B is a 7.3B parameter causal decoder-only model built by Nordlys.",
        "Falk-7B is a 7B-parameter causal decoder-only transformer.",
    ],
)
def test_a_size_before_a_long_description_is_of_the_model(text):
    assert [subject(c) for c in found(text, "parameter_count")] == ["Falk-7B"]


def test_a_bank_is_no_founder():
    text = "She is the founder of Kestrel Foods, the country's second-largest dairy group."
    [definition] = found(text, "definition")
    assert subject(definition) == "Kestrel Foods"
    both = found("Oslo is the capital of Norway, the largest city in the country.", "definition")
    assert {subject(c) for c in both} == {"Oslo"}


@pytest.mark.parametrize(
    ("text", "ranked"),
    [
        ("Forbes put it at $1.9 billion, making her the 11th-richest person in Ireland.", "her"),
        ("The deal makes Orbit the second-largest bank in Norway.", "Orbit"),
        ("The storm was strong, making 2005 the worst year on record.", "2005"),
        ("Norvale made the largest profit in Oslo.", "Norvale"),
    ],
)
def test_what_something_is_made_is_ranked(text, ranked):
    assert [subject(c) for c in found(text, "ranking")] == [ranked]


def test_what_is_put_in_is_no_part_of_the_subject():
    assert [subject(c) for c in found("The plugin, by contrast, has 300 users.", "count")] == ["The plugin"]


@pytest.mark.parametrize(
    "line",
    [
        "AUSTIN, Texas--(BUSINESS WIRE)--",
        "AUSTIN, Texas--(BUSINESS WIRE)--May 4, 2020--",
        "NEW YORK & LONDON--(BUSINESS WIRE)--",
        "TORONTO--(BUSINESS WIRE)--",
    ],
)
def test_a_dateline_without_blanks_is_no_part_of_the_firm(line):
    [quote] = found(f"{line}Brightwell Inc. today announced that it sold 300 mills.", "quote")
    assert quote.value.source == "Brightwell Inc."
    assert all(entity.text != "WIRE" for entity in extract(f"{line}Brightwell Inc. sold it.").entities)


def test_what_was_founded_is_no_founding():
    text = "Founded in 1968 and headquartered in Austin, Texas, Brightwell (NYSE: BWL) employs 16,500 people."
    assert [subject(c) for c in found(text, "count")] == ["Brightwell"]


def test_as_what_something_is_offered_is_not_offered():
    assert not found("Amazon and Google offer both as managed services.", "organization")


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Job satisfaction rose by half a point on a scale of five.", "0.5", "point"),
        ("The index rose by half a point.", "0.5", "point"),
        ("Approval rose by half a point to 45%.", "0.5", "percentage_point"),
        ("It fell a quarter of a point to 5.25%.", "0.25", "percentage_point"),
    ],
)
def test_half_a_point_is_no_half(text, number, unit):
    [change] = found(text, "change")
    assert (str(change.value.number), change.value.unit) == (number, unit)


def test_those_who_are_told_apart_are_nobody_named_before():
    text = "Burnout scores fell to 2. Those who cut eight or more hours gained most."
    [hours] = found(text, "measurement")
    assert hours.subject.resolved is None


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Orbit, a nonprofit based in New York that Ann Roe founded in 2020, grew.", "Orbit"),
        ("Tarn is a museum in Oslo that Ann Roe founded.", "Tarn"),
        ("Oslo, which Harald founded in 1048, grew.", "Oslo"),
    ],
)
def test_what_stands_in_a_place_was_founded(text, thing):
    founders = [c for c in found(text, "organization") if c.value.relation == "founded_by"]
    assert [subject(c) for c in founders] == [thing]


def test_a_source_at_the_end_speaks_for_clauses_that_a_tree_puts_side_by_side():
    text = "Workers at firms that cut hours reported 39 percent less stress, and revenue did not fall, according to a study."
    [quote] = found(text, "quote")
    assert quote.text == text.removesuffix(", according to a study.")


def test_a_day_in_what_is_said_of_a_source_stays_whole():
    [quote] = found("Rents rose 3%, according to a study published on Thursday.", "quote")
    assert quote.value.source == "a study published on Thursday"
    [police] = found("The police Monday said 4 people had died.", "quote")
    assert police.value.source == "The police"


def test_a_day_is_no_increase():
    text = "Prices rose 5%, the office said on Friday, the ninth monthly increase in a row."
    assert not found(text, "definition")
    assert found("Norvale, the ninth firm to leave, closed on Friday.", "definition")


@pytest.mark.parametrize(
    "text",
    [
        "The mall has 40 shops, a cinema on the roof added in 2004.",
        "Prices fell 3%, the drop in May announced last week.",
        "The book sold 40,000 copies, the tale of a king told in 3 parts.",
        "Two men died, the cause of the fire stated in a report.",
    ],
)
def test_a_participle_behind_its_noun_tells_nothing(text):
    assert not found(text, "quote")


@pytest.mark.parametrize(
    "text",
    [
        "The error was made by Boeing.",
        "The goal was made by Chelsea.",
        "The blame belongs to Boeing.",
        "The world record is owned by Bolt.",
    ],
)
def test_a_deed_is_no_product(text):
    assert not found(text, "organization")


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Rosario Dawson paid 300 pesos for lunch.", "MXN"),
        ("Paris Hilton bought the bag for 400 francs.", "CHF"),
        ("A French-built bridge in Bujumbura cost 40 million francs.", "CHF"),
        ("A Kenyan nurse in Kampala earns 400,000 shillings a month.", "UGX"),
    ],
)
def test_a_person_and_a_nationality_are_no_place_of_money(text, currency):
    [price] = found(text, "money")
    assert (price.value.currency, price.value.currency_assumed) == (currency, True)


def test_crowns_of_teeth_and_trees_are_no_money():
    assert not found("A dentist in Oslo fits 400 crowns a year.", "money")
    assert not found("Researchers in Sweden measured 4,512 crowns of pine trees.", "money")


def test_page_numbers_count_nothing():
    assert not found("Page numbers reached 300.", "count")
    assert found("Passenger numbers reached 300.", "count")


def test_more_than_another_thing_is_no_change():
    assert not found("The car weighs 40 kg more than Bob.", "change")
