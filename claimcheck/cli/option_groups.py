"""Options that several commands have, written once: a group is a frozen class whose fields are options.

A command takes a group as a parameter; `with_option_groups` puts the group's options in its place, in the
signature that Typer reads and so in `--help`, and hands the command the group with what the user said:

    @with_option_groups
    def brief(*, reading: Annotated[InputOptions, Only("encoding", "date")], top: TopOption = 10) -> None: ...

What an option comes to is said by a method of its group, which refuses what cannot be.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass, fields
from functools import update_wrapper
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

AUTO = "auto"
"""What a choice is that is left to what the input or the place of the output says."""


class OptionGroup:
    """The base of groups: frozen dataclasses whose fields are annotated as Typer has it, with defaults."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, init=False)
class Only:
    """Beside a group in `Annotated`: the options of it that a command has; the others keep their defaults."""

    names: frozenset[str]

    def __init__(self, *names: str) -> None:
        object.__setattr__(self, "names", frozenset(names))


def with_option_groups(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options of its groups in the place of the groups."""
    hints = get_type_hints(command, include_extras=True)
    groups: dict[str, tuple[type[OptionGroup], list[inspect.Parameter]]] = {}
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command).parameters.values():
        hint = hints[parameter.name]
        kind = get_args(hint)[0] if get_origin(hint) is Annotated else hint
        if isinstance(kind, type) and issubclass(kind, OptionGroup):
            options = _options_of(kind, hint)
            groups[parameter.name] = kind, options
            parameters += options
        else:
            parameters.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hint))

    def run(**given: Any) -> None:
        spread = {
            name: kind(**{option.name: given.pop(option.name) for option in options})
            for name, (kind, options) in groups.items()
        }
        command(**given, **spread)

    update_wrapper(run, command)
    del run.__wrapped__  # type: ignore[attr-defined]  # Typer would look through to the function with groups
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _options_of(group: type[OptionGroup], hint: Any) -> list[inspect.Parameter]:
    """The options of a group as parameters, in its order: those that `hint` names, or all."""
    only = next((extra.names for extra in get_args(hint)[1:] if isinstance(extra, Only)), None)
    hints = get_type_hints(group, include_extras=True)
    options = fields(group)  # type: ignore[arg-type]  # every group is a dataclass
    unknown = (only or frozenset()) - {option.name for option in options}
    if unknown:
        raise TypeError(f"{group.__name__} has no {', '.join(sorted(unknown))}")
    return [
        inspect.Parameter(
            option.name, inspect.Parameter.KEYWORD_ONLY, default=option.default, annotation=hints[option.name]
        )
        for option in options
        if only is None or option.name in only
    ]


def completing(names: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """What completes a word that is begun in the shell; `names` is asked only then."""

    def complete(incomplete: str) -> list[str]:
        return [name for name in names() if name.startswith(incomplete)]

    return complete


def check_choice(value: str, known: Collection[str], param_hint: str, more: str = "") -> None:
    """Refuse a value that is not one of those there are.

    Raises:
        typer.BadParameter: it names them all, and `more` behind them.
    """
    if value not in known:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(known)}{more}", param_hint=param_hint)
