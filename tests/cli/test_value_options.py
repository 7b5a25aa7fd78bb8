"""The options about numbers and rules of the commands that extract."""

import json

from typer.testing import CliRunner

from claimcheck.cli import app


def run(*arguments, text):
    return CliRunner().invoke(app, [*arguments], input=text)


def claims(*arguments, text):
    result = run("extract", "-", "--format", "json", *arguments, text=text)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["claims"]


def test_currency_decimal_and_units_reach_the_claims():
    found = claims(
        "--currency", "cad", "--decimal", "comma", "--unit-system", "imperial",
        text="The tank cost $1.234,50. The tank holds 7 gallons.",
    )  # fmt: skip
    values = [claim["value"] for claim in found]
    assert (values[0]["number"], values[0]["currency"]) == (1234.5, "CAD")
    assert values[1]["unit"] == "imperial_gallon"


def test_quantities_take_the_same_options():
    result = run("quantities", "-", "--format", "json", "--decimal", "comma", text="It is 12,5 km long.")
    assert json.loads(result.stdout)["quantities"][0]["number"] == 12.5


def test_a_rule_is_done_without():
    text = "Rents rose 4.5% in Kiel and 2.5% in Bonn."
    assert [claim["kind"] for claim in claims(text=text)] == ["change", "change"]
    kinds = [claim["kind"] for claim in claims("--without", "change/coordinated", text=text)]
    assert kinds == ["change", "percentage"]


def test_wrong_values_are_told_in_one_line():
    for arguments in (
        ["--currency", "xxy"],
        ["--decimal", "dot"],
        ["--unit-system", "roman"],
        ["--without", "colour/red"],
    ):
        result = run("extract", "-", *arguments, text="It is 5 km long.")
        assert result.exit_code == 2
        assert arguments[0] in result.output
