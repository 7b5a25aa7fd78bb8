"""Options from a file: claimcheck.toml (with a table `[tool.claimcheck]` or without) or pyproject.toml."""

from __future__ import annotations

import datetime as dt
import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from claimcheck.cli.terminal import say
from claimcheck.errors import reason

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "claimcheck.toml"
PYPROJECT = "pyproject.toml"

_PATHS = ("lexicon", "patterns", "constructions")
"""Options whose files are looked for beside the file that names them."""

_ONLY_WHEN_ASKED_FOR = frozenset(["output", "output-dir", "engine", "address"])
"""Options that a file may give only if it was named by `--config`. One that was found may be somebody else's:
it must not choose a file to replace, or a machine to send texts to."""


def set_defaults(context: typer.Context, config: Path | None) -> None:
    """Let the commands take their defaults from a configuration file, if there is one.

    A key is the long name of an option. At the top it counts for every command that has the option, in a
    table named for a command for that one. What is given on the command line counts before it.

    Which file was read is said on standard error, and which of its options do not count because nobody named
    the file.

    Args:
        context: of the program; its commands are asked for their options.
        config: the file; without it, the first `claimcheck.toml`, or `pyproject.toml` with the table, in the
            working folder or one above.
    """
    path = config or _find_config_here()
    if path is None:
        return
    text, settings = _read(path)
    commands: Mapping[str, Any] = context.command.commands  # type: ignore[attr-defined]  # it is a group
    options = {name: _options(command) for name, command in commands.items()}
    context.default_map = {name: {} for name in options}
    for key, given in settings.items():
        if isinstance(given, dict):
            if key not in options:
                raise _bad(path, f"there is no command {key!r}", text, key)
            for option in given:
                if option not in options[key]:
                    raise _bad(path, f"{key} has no option --{option}", text, option)
        else:
            having = [name for name in options if key in options[name]]
            if not having:
                raise _bad(path, f"no command has an option --{key}", text, key)
            for name in having:
                _set(context.default_map[name], options[name][key], given, path, text)
    for name, table in settings.items():  # a command's own table counts before the top
        if isinstance(table, dict):
            for option, value in table.items():
                _set(context.default_map[name], options[name][option], value, path, text)
    defaults = context.default_map.get(context.invoked_subcommand or "", {})
    refused = [] if config is not None else _refuse(defaults, options[context.invoked_subcommand or ""])
    if defaults:
        say(f"options from {path}")
    if refused:
        names = ", ".join(refused)
        say(f"{path}: {names} does not count: give it on the command line, or the file by --config")


def _find_config_here() -> Path | None:
    try:
        return find_config(Path.cwd())
    except OSError:  # somebody has removed the working folder
        return None


def _read(path: Path) -> tuple[str, Mapping[str, Any]]:
    """The text of a configuration file, and the options in it."""
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except OSError as error:
        raise _bad(path, reason(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError) as error:
        raise _bad(path, str(error)) from error
    except RecursionError as error:
        raise _bad(path, "nested too deeply") from error
    settings = _table_in(content) if path.name == PYPROJECT or "tool" in content else content
    if not isinstance(settings, dict):
        raise _bad(path, "tool.claimcheck is not a table", text, "claimcheck")
    return text, settings


def _refuse(defaults: dict[str, Any], options: Mapping[str, Any]) -> list[str]:
    """Take out what a file that was only found may not say; the names of those options."""
    refused = []
    for key, option in options.items():
        value = defaults.get(option.name)
        if value is None:
            continue
        is_local_model = key == "model" and (os.sep in str(value) or Path(str(value)).exists())
        if key in _ONLY_WHEN_ASKED_FOR or is_local_model:
            del defaults[option.name]
            refused.append(key)
    return refused


def find_config(folder: Path) -> Path | None:
    """The nearest configuration file in a folder or one above it."""
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
        if _has_table(place / PYPROJECT):
            return place / PYPROJECT
    return None


def _has_table(path: Path) -> bool:
    try:
        return _table_in(tomllib.loads(path.read_text(encoding="utf-8"))) is not None
    except (OSError, ValueError, RecursionError):  # somebody else's file
        return False


def _table_in(content: Mapping[str, Any]) -> Any:
    """What a file has in the table `[tool.claimcheck]`; None for nothing."""
    tool = content.get("tool")
    return tool.get("claimcheck") if isinstance(tool, dict) else None


def _options(command: Any) -> dict[str, Any]:
    """The options of a command by their long name."""
    return {
        name.removeprefix("--"): parameter
        for parameter in command.params
        if parameter.param_type_name == "option"
        for name in parameter.opts
        if name.startswith("--") and name != "--help"
    }


def _set(defaults: dict[str, Any], option: Any, value: Any, path: Path, text: str) -> None:
    """Put a value where the command looks for it, in the form in which the command line would give it."""
    key = max(option.opts, key=len).removeprefix("--")
    values = value if isinstance(value, list) else [value]
    if isinstance(value, list) and not option.multiple:
        raise _bad(path, f"{key} takes one value", text, key)
    if any(isinstance(one, bool) != option.is_flag for one in values):
        wanted = "true or false" if option.is_flag else "text"
        raise _bad(path, f"{key} is to be {wanted}", text, key)
    if any(not isinstance(one, bool | str | int | float | dt.date) for one in values):
        raise _bad(path, f"{key} is to be text", text, key)
    if any("\0" in str(one) for one in values):
        raise _bad(path, f"{key} holds what is no character", text, key)
    if not option.is_flag:
        values = [str(path.parent / one) if key in _PATHS else str(one) for one in values]
    defaults[option.name] = values if option.multiple else values[0]


def _bad(path: Path, message: str, text: str = "", key: str = "") -> typer.BadParameter:
    """The error for a file, with the line where a key stands."""
    found = re.search(rf"^[^#\n]*?\b{re.escape(key)}\b", text, re.MULTILINE) if key else None
    line = f", line {text.count(chr(10), 0, found.end()) + 1}" if found else ""
    return typer.BadParameter(f"{path}{line}: {message}", param_hint="configuration")
