"""Options from a file: `[tool.claimcheck]` in pyproject.toml, or claimcheck.toml without that table."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "claimcheck.toml"
PYPROJECT = "pyproject.toml"

_PATHS = ("lexicon", "patterns")
"""Options whose files are looked for beside the file that names them."""


def set_defaults(context: typer.Context, config: Path | None) -> None:
    """Let the commands take their defaults from a configuration file, if there is one.

    A key is the long name of an option. At the top it counts for every command that has the option, in a
    table named for a command for that one. What is given on the command line counts before it.

    Args:
        context: of the program; its commands are asked for their options.
        config: the file; without it, the first `claimcheck.toml`, or `pyproject.toml` with the table, in the
            working folder or one above.
    """
    path = config or find_config(Path.cwd())
    if path is None:
        return
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except OSError as error:
        raise _bad(path, (error.strerror or str(error)).lower()) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _bad(path, str(error)) from error
    settings = content.get("tool", {}).get("claimcheck", {}) if path.name == PYPROJECT else content
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
        return "claimcheck" in tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):  # somebody else's file
        return False


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
    if not option.is_flag:
        values = [str(path.parent / one) if key in _PATHS else str(one) for one in values]
    defaults[option.name] = values if option.multiple else values[0]


def _bad(path: Path, message: str, text: str = "", key: str = "") -> typer.BadParameter:
    """The error for a file, with the line where a key stands."""
    found = re.search(rf"^[^#\n]*?\b{re.escape(key)}\b", text, re.MULTILINE) if key else None
    line = f", line {text.count(chr(10), 0, found.end()) + 1}" if found else ""
    return typer.BadParameter(f"{path}{line}: {message}", param_hint="configuration")
