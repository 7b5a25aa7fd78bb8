"""Relations in plain prose: common things, houses of positions, lists that clauses end, names by their noun."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def relations(text):
    return {
        (claim.subject.text, claim.value.relation, claim.value.object)
        for claim in extract(text).claims
        if claim.kind in ("organization", "technology")
    }


def houses(text):
    return {
        (claim.value.person, claim.value.title, claim.value.organization)
        for claim in extract(text).claims
        if claim.kind == "role"
    }


def labels(text):
    return {entity.text: entity.label for entity in extract(text).entities}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The pylon was designed by Siemens.", ("The pylon", "developed_by", "Siemens")),
        ("The scaffold belongs to Siemens.", ("The scaffold", "owned_by", "Siemens")),
        ("The survey was paid for by Siemens.", ("The survey", "funded_by", "Siemens")),
        ("It is owned by Nokia and run by Siemens.", ("It", "operated_by", "Siemens")),
        ("They went to Spain, where it competes with Siemens.", ("it", "competes_with", "Siemens")),
        ("The firm last year bought Siemens.", ("Siemens", "acquired_by", "The firm")),
        ("Siemens makes software. Its customers include Tesco.", ("Tesco", "client_of", "Siemens")),
        (
            "Nokia raised $5 million. Existing investors Siemens and Bosch joined.",
            ("Nokia", "funded_by", "Bosch"),
        ),
        ("Companies using SQLite include Nokia and Tesco.", ("Tesco", "built_with", "SQLite")),
        ("GPT-2 was trained on 9 million pages from WebText.", ("GPT-2", "trained_on", "WebText")),
        ("The trial was funded by Norway, Japan and Tesco.", ("The trial", "funded_by", "Tesco")),
        ("Tarn Works is a maker of tiles based in Leeds.", ("Tarn Works", "headquartered_in", "Leeds")),
        ("Tarn Rovers is a hockey club from Leeds.", ("Tarn Rovers", "headquartered_in", "Leeds")),
        ("GPT-2 is a question answering model built by Siemens.", ("GPT-2", "developed_by", "Siemens")),
    ],
)
def test_a_relation_is_found(text, wanted):
    assert wanted in relations(text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("The decision was made by Siemens.", ("The decision", "developed_by", "Siemens")),
        ("Its rivals are Nokia, which belongs to Siemens, and Bosch.", ("Nokia", "part_of", "Bosch")),
        ("She asked where it competes with Siemens.", ("it", "competes_with", "Siemens")),
        ("The kiln was run by Ann Lee.", ("The kiln", "operated_by", "Ann Lee")),
        ("Siemens, the owner of Nokia and Bosch, paid.", ("Nokia", "owned_by", "Bosch")),
        ("It was trained on 64 A100s using JAX.", ("A100s", "built_with", "JAX")),
        (
            "The shop belongs to the Booksellers Association.",
            ("The shop", "owned_by", "Booksellers Association"),
        ),
    ],
)
def test_a_near_miss_states_none(text, unwanted):
    assert unwanted not in relations(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Siemens has hired Ann Lee as an editor.", ("Ann Lee", "editor", "Siemens")),
        ("Ann Lee was hired by Siemens as an editor.", ("Ann Lee", "editor", "Siemens")),
        ("Ann Lee joined Siemens as an editor.", ("Ann Lee", "editor", "Siemens")),
        ("Siemens named Ann Lee head of sales.", ("Ann Lee", "head of sales", "Siemens")),
        ("Ann Lee came from Siemens, where she was a director.", ("Ann Lee", "director", "Siemens")),
        ("At Siemens, vice president Ann Lee left.", ("Ann Lee", "vice president", "Siemens")),
        (
            "Ann Lee was most recently managing director at Siemens.",
            ("Ann Lee", "managing director", "Siemens"),
        ),
        ("Ann Lee is a waitress at the Copper Kettle.", ("Ann Lee", "waitress", "Copper Kettle")),
        (
            "Ann Lee will succeed Bo Chen as editor-in-chief of Vogue.",
            ("Ann Lee", "editor-in-chief", "Vogue"),
        ),
        ("Siemens promoted Ann Lee to partner.", ("Ann Lee", "partner", "Siemens")),
        (
            "Siemens appoints Ann Lee chief operating officer.",
            ("Ann Lee", "chief operating officer", "Siemens"),
        ),
        ("Ann Lee worked for Siemens as an editor.", ("Ann Lee", "editor", "Siemens")),
        ("Ann Lee, who died in Leeds aged 91, was a member of Siemens.", ("Ann Lee", "member", "Siemens")),
        ("His pupil, Ann Lee, is a cellist at Siemens.", ("Ann Lee", "cellist", "Siemens")),
        ("Ann Lee is a sales director for South Asia.", ("Ann Lee", "sales director for South Asia", None)),
        (
            "They met the former Siemens engineers Ann Lee and Bo Chen.",
            ("Bo Chen", "former engineer", "Siemens"),
        ),
    ],
)
def test_a_position_has_its_house(text, wanted):
    assert wanted in houses(text)


def test_two_named_to_two_positions_are_two():
    assert ("Ann Lee", "Bo Chen chairman", "Siemens") not in houses(
        "Siemens named Ann Lee director and Bo Chen chairman."
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They bought the furniture chain Norvane.", "Norvane"),
        ("The site was made by Quell Barn, a studio in Leeds.", "Quell Barn"),
        ("Norvane has raised $14 million.", "Norvane"),
        ("The cakes go north with Tarn Freight.", "Tarn Freight"),
        ("The refit was done by Tarn Joinery.", "Tarn Joinery"),
    ],
)
def test_what_stands_beside_a_name_says_that_it_is_a_firm(text, name):
    assert labels(text).get(name) == "organization"


@pytest.mark.parametrize(
    "text", ["They sell vendor SDKs.", "She won the club World Cup.", "They met in Duke Street."]
)
def test_a_near_miss_is_no_firm_and_nobody(text):
    assert not {"organization", "person"} & {*labels(text).values()}


def test_a_firm_is_listed_once_with_and_without_its_legal_form():
    entities = extract(
        "Norvane Corporation grew. Norvane sold mills. Tesco plc left, and Tesco paid."
    ).entities
    listed = {entity.text: [span.text for span in entity.mentions] for entity in entities}
    assert listed["Norvane Corporation"] == ["Norvane Corporation", "Norvane"]
    assert listed["Tesco plc"] == ["Tesco plc", "Tesco"]


@pytest.mark.parametrize("name", ["Norvane S.p.A.", "Norvane S.r.l.", "Norvane d.o.o.", "Norvane G.m.b.H."])
def test_a_legal_form_with_stops_ends_no_sentence(name):
    (claim,) = (c for c in extract(f"{name} is a maker of tiles.").claims if c.kind == "definition")
    assert claim.subject.text == name
