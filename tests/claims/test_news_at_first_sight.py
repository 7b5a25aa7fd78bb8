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
