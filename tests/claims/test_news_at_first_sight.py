"""Faults that a plain business story and a plain model card showed when nobody had read them before."""

import pytest

from claimcheck import extract


def found(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


def subjects(text, kind):
    return [claim.subject.text if claim.subject else None for claim in found(text, kind)]


@pytest.mark.parametrize(
    "line",
    [
        "LEEDS, 14 March 2025 - ",
        "PARIS, March 14, 2025 /Newswire/ -- ",
        "Oslo, Norway – March 14, 2025 – ",
        "BOSTON/NEW YORK, March 14, 2025 (Agency) - ",
        "Reuters, 14 March 2025 - ",
    ],
)
def test_the_day_of_a_dateline_is_that_of_the_announcing(line):
    text = f"{line}Tarn Foods, the fish maker founded in 1954, said it would close its mill."
    day, founded = found(text, "date")
    assert (day.value.timex, day.value.event, day.subject.text) == ("2025-03-14", "said", "Tarn Foods")
    assert founded.subject.text == "Tarn Foods"
    [quote] = found(text, "quote")
    assert quote.value.source == "Tarn Foods"


def test_a_list_of_places_is_no_dateline():
    text = "Oslo, Bergen and Tromsø - all three cities - grew by 4% in 2020."
    assert [claim.value.timex for claim in found(text, "date")] == ["2020"]
    assert len({claim.sentence.start for claim in extract(text).claims}) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tarn today announced that it sold 300 boats.", "Tarn"),
        ("Police on Monday said 4 people had died.", "Police"),
        ("The bank Tuesday said it would cut 300 jobs.", "The bank"),
        ("Tarn on Monday night said 4 people had died.", "Tarn"),
        ("Ruby Tuesday said it had 300 cooks.", "Ruby Tuesday"),
    ],
)
def test_a_time_before_the_verb_is_no_part_of_the_speaker(text, speaker):
    [quote] = found(text, "quote")
    assert quote.value.source == speaker


def test_a_code_of_money_before_a_thing_is_a_name():
    text = "It was trained on 256 AMD MI250X processors and sold 300 AMD chips."
    assert not found(text, "money")
    [price] = found("It costs 256 AMD a month.", "money")
    assert price.value.currency == "AMD"


@pytest.mark.parametrize(
    "kind", ["3.1B-parameter decoder-only model", "3.1B decoder-only transformer", "3.1B-parameter model"]
)
def test_the_size_in_a_compound_is_that_of_the_model(kind):
    assert subjects(f"Pika-3 is a {kind}.", "parameter_count") == ["Pika-3"]


def test_a_verb_behind_an_inserted_clause_names_nothing():
    text = 'Tarn Union, which speaks for 300 of the workers, called the plan "an act of spite".'
    assert not found(text, "definition")
    [named] = found("They built a robot, called Pepper, in 2020.", "definition")
    assert named.subject.text == "Pepper"


def test_a_rank_behind_an_amount_is_of_what_moved():
    assert subjects("Sales slipped 4.3% to £611m, the third straight decline.", "ranking") == ["Sales"]


def test_the_subject_before_a_participle_is_that_of_the_verb_behind():
    text = "Cod prices rose by half, while volumes of fish sold in British shops fell 7%."
    assert subjects(text, "change") == ["Cod prices", "volumes of fish sold in British shops"]


def test_a_firm_with_the_name_of_a_place():
    document = extract("It is owned by the buyout firm Calder Bridge. It stands near Tarn Bridge.")
    labels = {entity.text: entity.label for entity in document.entities}
    assert labels == {"Calder Bridge": "organization", "Tarn Bridge": "place"}


def test_the_group_is_not_the_firm_named_last_where_the_text_goes_on_about_another():
    text = (
        "Tarnfell has been owned by the buyout firm Calder Bridge since 2019.\n\n"
        "Tarnfell sells fish to Tesco. It lost a contract with Asda.\n\n"
        "Work will move to Grimsby, where the group employs 1,150 people."
    )
    [claim] = [claim for claim in found(text, "count") if claim.value.number == 1150]
    assert claim.subject.resolved in (None, "Tarnfell")


def test_a_second_half_minute_is_no_second():
    [_, minutes] = found("She scored three goals in 19 second-half minutes.", "count")
    assert (minutes.value.number, minutes.value.of) == (19, "second-half minutes")
    assert not found("She scored three goals in 19 second-half minutes.", "measurement")
    assert [claim.value.number for claim in found("It took 19 seconds.", "measurement")] == [19]


def test_a_part_with_its_share_takes_the_noun_of_its_whole():
    text = "The trial ran at 63 clinics. A stroke was seen in 187 (3.2%) of 5,910 patients."
    assert [(claim.value.number, claim.value.of) for claim in found(text, "count")] == [
        (63, "clinics"),
        (187, "patients"),
        (5910, "patients"),
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A crowd of 41,306 watched the match.", 41306),
        ("They drew a crowd of 41,306 to Mill Lane.", 41306),
        ("A squad of 26 flew to Oslo.", 26),
    ],
)
def test_how_many_a_crowd_is(text, number):
    assert [claim.value.number for claim in found(text, "count")] == [number]


def test_a_crew_of_sailors_counts_the_sailors():
    assert [claim.value.of for claim in found("A crew of 25 sailors left.", "count")] == ["sailors"]
    assert not found("They met the Committee of Five in Oslo.", "count")


def test_an_ordinal_that_leaves_its_quarter_out_ranks_nothing():
    text = "The economy shrank 0.3% in the fourth quarter after growing 0.1% in the third."
    assert not found(text, "ranking")
    assert not found("He had his hat-trick by the 71st.", "ranking")
    assert [claim.value.rank for claim in found("He came in third.", "ranking")] == [3]


def test_a_place_is_that_of_who_takes_it():
    assert subjects("Rovers dropped to second.", "ranking") == ["Rovers"]


def test_an_age_behind_a_name_is_no_part_of_it():
    assert subjects("Alvarez, 24, now has 21 league goals.", "count") == ["Alvarez"]


def test_two_down_in_a_match_is_no_change():
    assert not found("They came from two down to win 3-2.", "change")
    [change] = found("It was once 20 down to 5.", "change")
    assert (change.value.from_, change.value.to) == (20, 5)


def test_it_is_not_the_thing_named_last_where_its_predicate_is_an_event():
    [rank] = found("The speed limit on the road is 50mph. It was the worst crash since 2013.", "ranking")
    assert rank.subject.resolved is None
    [rank] = found("Rovers have 62% of the ball. It was the first time they had lost at home.", "ranking")
    assert rank.subject.resolved is None
    [rank] = found("The bridge opened in 1932. It is the longest bridge in the country.", "ranking")
    assert rank.subject.resolved == "The bridge"


def test_a_number_of_them_is_of_the_things_before_it():
    text = "Eleven passengers, two of them children, remain there; four are in a bad condition."
    assert subjects(text, "count") == ["passengers", "passengers", None]  # a number is not what it is said of


def test_one_price_buys_one_firm():
    text = "Acme competes with Orbit, Suki and Nuance, which it bought for $2 billion in 2021."
    bought = [claim for claim in found(text, "organization") if claim.value.relation == "acquired_by"]
    assert [claim.subject.text for claim in bought] == ["Nuance"]


def test_a_start_up_described_by_a_clause_still_raises_money():
    text = (
        "Brightloop, a start-up whose software writes notes, has raised $8 million in a round led by Kestrel."
    )
    assert [(c.value.relation, c.value.object) for c in found(text, "organization")] == [
        ("funded_by", "Kestrel")
    ]


def test_the_month_before_a_speaker_is_no_part_of_it():
    [quote] = found("In March the agency said it would close.", "quote")
    assert quote.value.source == "the agency"


def test_what_is_expected_to_move_moves():
    assert subjects("The bank now expects consumer prices to rise 4.2% this year.", "change") == [
        "consumer prices"
    ]
    assert subjects("They sold shares to raise $4 million.", "money") == ["They"]


def test_it_goes_on_with_the_main_clause_not_with_the_one_behind_it():
    text = (
        "Lake Orrin is a lake in Varnia. It drains into the sea.\n\n"
        "The lake was formed some 9,000 years ago when the ice withdrew. It has 14 islands."
    )
    [claim] = found(text, "count")
    assert claim.subject.resolved == "Lake Orrin"


def test_a_height_is_that_of_what_stands_so_high():
    assert subjects("The town lies 40 m above sea level.", "measurement") == ["The town"]
    assert not found("The peak rises 2,000 m above the plain.", "change")
    assert found("The river rose 2 m in a night.", "change")


def test_a_model_behind_digits_is_no_part_of_their_number():
    assert 12737 not in [c.value.number for c in found("They ordered 12 737 MAX 9 aircraft.", "count")]
    assert [c.value.number for c in found("The town has 12 737 Danish people.", "count")] == [12737]
