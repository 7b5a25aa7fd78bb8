"""Groups of options stand in the signature of a command as if they were written there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from claimcheck.cli.option_groups import Only, OptionGroup, check_choice, completing, with_option_groups


@dataclass(frozen=True, slots=True)
class Soup(OptionGroup):
    salt: Annotated[int, typer.Option(help="Pinches.")] = 1
    herb: Annotated[list[str] | None, typer.Option(help="Which.")] = None


def app_of(command):
    app = typer.Typer()
    app.command()(with_option_groups(command))
    return app


def test_a_command_is_handed_the_group_with_what_the_user_said():
    def cook(pot: Annotated[str, typer.Argument()], *, soup: Soup, hot: bool = False):
        typer.echo(f"{pot} {soup} {hot}")

    result = CliRunner().invoke(app_of(cook), ["big", "--herb", "dill", "--hot"])
    assert result.stdout == "big Soup(salt=1, herb=['dill']) True\n"


def test_options_that_a_command_does_not_have_keep_their_defaults():
    def cook(*, soup: Annotated[Soup, Only("herb")]):
        typer.echo(soup)

    app = app_of(cook)
    assert CliRunner().invoke(app, []).stdout == "Soup(salt=1, herb=None)\n"
    assert CliRunner().invoke(app, ["--salt", "3"]).exit_code == 2


def test_an_option_that_no_group_has_is_a_fault():
    def cook(*, soup: Annotated[Soup, Only("pepper")]):
        typer.echo(soup)

    with pytest.raises(TypeError, match="Soup has no pepper"):
        with_option_groups(cook)


def test_choices_name_what_there_is():
    check_choice("dill", ("dill", "sage"), "--herb")
    with pytest.raises(typer.BadParameter, match="'dil' is not one of dill, sage; or none"):
        check_choice("dil", ("dill", "sage"), "--herb", "; or none")
    assert completing(lambda: ["dill", "sage", "savory"])("sa") == ["sage", "savory"]
