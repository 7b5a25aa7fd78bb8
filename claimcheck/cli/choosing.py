"""The options that say which claims are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.option_groups import OptionGroup, check_choice, completing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.choosing import Choice


def _kinds() -> tuple[str, ...]:
    from claimcheck.writing.kinds_table import kinds  # noqa: PLC0415 - `--help` does without it

    return kinds()


KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        "-k",
        metavar="KIND",
        autocompletion=completing(_kinds),
        help="Keep only claims of this kind; can be repeated. [bold]claimcheck kinds[/bold] lists them.",
        show_default=False,
        rich_help_panel="Output",
    ),
]


def check_kinds(names: Sequence[str] | None) -> frozenset[str]:
    """The kinds asked for, all of them known; empty for every kind."""
    if not names:
        return frozenset()
    known = _kinds()
    for name in names:
        close = get_close_matches(name, known, n=1)
        check_choice(name, known, "--kind", f"; did you mean {close[0]}?" if close else "")
    return frozenset(names)


_choice = partial(typer.Option, rich_help_panel="Which claims")


@dataclass(frozen=True, slots=True)
class ChoiceOptions(OptionGroup):
    """Which of the claims are wanted, and in which order."""

    statements: Annotated[
        bool,
        _choice(
            "--statements",
            help="Find factual sentences that hold no other claim, too, as claims of the kind statement.",
        ),
    ] = False
    top: Annotated[
        int | None,
        _choice(
            "--top",
            "-n",
            min=1,
            metavar="N",
            help="Only the N claims with the highest scores of each article.",
            show_default=False,
        ),
    ] = None
    min_score: Annotated[
        float, _choice(min=0, max=1, metavar="SCORE", help="Only claims with at least this score.")
    ] = 0.0
    sort: Annotated[str, _choice(metavar="place|score", help="The order of the claims of an article.")] = (
        "place"
    )
    where: Annotated[
        list[str] | None,
        _choice(
            "--where",
            metavar="EXPR",
            help="Only claims whose record is so: [bold]'value.number > 1e6 and kind = money'[/bold], "
            "[bold]'text ~ tonnes'[/bold] (contains). Can be repeated.",
            show_default=False,
        ),
    ] = None
    subject: Annotated[
        list[str] | None,
        _choice(
            "--subject",
            metavar="WORDS",
            help="Only claims about something whose name holds WORDS; can be repeated.",
            show_default=False,
        ),
    ] = None
    attributed: Annotated[bool, _choice("--attributed", help="Only claims that somebody is named for.")] = (
        False
    )

    def choice(self) -> Choice:
        """What they say of the claims that are found, checked before any work."""
        from claimcheck.choosing import Choice, parse_conditions  # noqa: PLC0415 - `--help` does without it

        check_choice(self.sort, ("place", "score"), "--sort")
        try:
            conditions = tuple(each for part in self.where or () for each in parse_conditions(part))
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--where") from None
        return Choice(
            top=self.top,
            min_score=self.min_score,
            sort="score" if self.sort == "score" else "place",
            subjects=tuple(self.subject or ()),
            attributed=self.attributed,
            conditions=conditions,
        )
