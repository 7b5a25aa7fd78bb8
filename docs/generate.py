"""Write the pages of `docs/reference/` from the code: `python docs/generate.py`.

Nothing in them is written by hand; `tests/test_docs.py` compares them with what this script would write.
"""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer.main
from rich.text import Text

import claimcheck
from claimcheck.claims import claim_types
from claimcheck.claims.base import Attribution, BaseClaim, Line, Page, QualifierCue, Subject, TextSpan
from claimcheck.cli import app
from claimcheck.reading import READERS
from claimcheck.result import Document, Entity
from claimcheck.version import SCHEMA_VERSION
from claimcheck.writing import WRITERS
from claimcheck.writing.columns import VALUE_PREFIX, claim_columns
from claimcheck.writing.json_schema import schema_of

if TYPE_CHECKING:
    from pydantic import BaseModel

REFERENCE = Path(__file__).parent / "reference"
MAN_PAGE = Path(__file__).parent / "man" / "claimcheck.1"
_GAP = "\n\n"
KINDS_PAGE = Path(__file__).parent / "kinds.md"
GOLD = Path(__file__).parent.parent / "data" / "gold"
_OPTION_HEAD = ("| option | content | meaning |", "| --- | --- | --- |")
HEAD = "<!-- Written by docs/generate.py. -->\n\n"


def pages() -> dict[str, str]:
    """The content of every page by its file name."""
    made = {
        "columns.md": columns_page(),
        "commands.md": commands_page(),
        "formats.md": formats_page(),
        "python.md": python_page(),
        "record.md": record_page(),
    }
    return {name: HEAD + text.rstrip() + "\n" for name, text in made.items()}


# The commands


def commands_page() -> str:
    """Each command with its arguments and options, as `--help` shows them."""
    group: Any = typer.main.get_command(app)  # Typer may bring its own copy of click, so no class is named
    parts = ["# The commands\n", _prose((group.help or "").split("\n\n")[0]), ""]
    parts += [*_OPTION_HEAD, *map(_option_row, group.params), ""]
    for name, command in sorted(group.commands.items()):
        parts += [f"## `claimcheck {name}`\n", _prose(command.help), ""]
        if command.params:
            parts += [*_OPTION_HEAD, *map(_option_row, command.params), ""]
    return "\n".join(parts)


# The man page


def man_page() -> str:
    """`claimcheck(1)` in the macros of man(7), of the same words as the commands page."""
    group: Any = typer.main.get_command(app)
    about = _plain(group.help)[0]
    lines = [
        f'.TH CLAIMCHECK 1 "" "claimcheck {SCHEMA_VERSION.split(".")[0]}" "User Commands"',
        ".SH NAME",
        f"claimcheck \\- {_roff(about[0].lower() + about[1:].rstrip('.'))}",
        ".SH SYNOPSIS",
        "\\fBclaimcheck\\fR [OPTION]... COMMAND [ARGUMENT]...",
        ".SH DESCRIPTION",
        _roff(about),
        *_man_options(group),
        ".SH COMMANDS",
    ]
    for name, command in sorted(group.commands.items()):
        lines += [f".SS claimcheck {name}", *(f"{_roff(text)}\n.PP" for text in _plain(command.help))]
        lines += _man_options(command)
    lines += [
        ".SH EXIT STATUS",
        _roff(
            "0; 1 if an input could not be read (the others are processed); 2 for wrong usage; 3 for "
            "findings that --fail-on names; 130 if it was interrupted."
        ),
        ".SH ENVIRONMENT",
        _roff(
            "COLUMNS, NO_COLOR, FORCE_COLOR: width and colours of tables. CLAIMCHECK_PAGER, PAGER: for "
            "--pager."
        ),
        ".SH FILES",
        _roff(
            "claimcheck.toml, or [tool.claimcheck] in pyproject.toml: options, in this folder or one above."
        ),
    ]
    return "\n".join(lines) + "\n"


def _plain(help_text: str | None) -> list[str]:
    """The paragraphs of a help text without markup."""
    paragraphs = inspect.cleandoc(help_text or "").split("\n\n")
    return [Text.from_markup(paragraph).plain.replace("\n", " ").strip() for paragraph in paragraphs]


def _man_options(command: Any) -> list[str]:
    lines = []
    for parameter in command.params:
        names = ", ".join(sorted(parameter.opts, key=len)) if parameter.param_type_name == "option" else ""
        content = (
            ""
            if getattr(parameter, "is_flag", False)
            else (parameter.metavar or parameter.human_readable_name)
        )
        meaning = " ".join(_plain(getattr(parameter, "help", "")))
        lines += [".TP", f"\\fB{_roff(names)}\\fR {_roff(content)}".strip(), _roff(meaning)]
    return [*lines, ".PP"] if lines else []


def _roff(text: str) -> str:
    """Text that the formatter takes as it is."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _prose(help_text: str | None) -> str:
    """The help of a command: its examples, which stand alone on their lines, as code."""
    paragraphs = []
    for paragraph in inspect.cleandoc(help_text or "").split("\n\n"):
        text = Text.from_markup(paragraph).plain.replace("\n", " ").strip()
        is_example = text.startswith(("claimcheck ", "curl ", "cat "))
        if is_example and paragraphs and paragraphs[-1].endswith("```"):
            paragraphs[-1] = f"{paragraphs[-1][:-3]}{text}\n```"
        else:
            paragraphs.append(f"```sh\n{text}\n```" if is_example else text)
    return "\n\n".join(paragraphs)


def _option_row(parameter: Any) -> str:
    if parameter.param_type_name == "option":
        names = ", ".join(f"`{name}`" for name in sorted(parameter.opts, key=len, reverse=True))
        content = "" if parameter.is_flag else _cell(f"`{parameter.metavar or parameter.type.name}`")
        has_default = not parameter.is_flag and parameter.show_default is not False
        default = f" Default: `{parameter.default}`." if has_default and parameter.default is not None else ""
    else:
        names, content, default = f"`{parameter.metavar or parameter.human_readable_name}`", "", ""
    meaning = Text.from_markup(getattr(parameter, "help", None) or "").plain
    return f"| {names} | {content} | {_cell(meaning)}{default} |"


def _cell(text: str) -> str:
    text = text.replace("|", r"\|").replace("\n", " ")
    return text if "`" in text else text.replace("<", "&lt;").replace("*", r"\*")


# The formats


def formats_page() -> str:
    """What can be read and written."""
    parts = [
        "# The formats\n",
        "## What is read (`--input-format`)\n",
        "| name | extensions | articles | meaning |",
        "| --- | --- | --- | --- |",
    ]
    for name, reader in READERS.items():
        many = "one per row" if reader.has_rows else "one"
        suffixes = " ".join(f"`{suffix}`" for suffix in reader.suffixes)
        parts.append(f"| `{name}` | {suffixes} | {many} | {_module_summary(reader.read)} |")
    parts += [
        "\n## What is written (`--format`)\n",
        "| name | extension | meaning |",
        "| --- | --- | --- |",
    ]
    for name, writer in WRITERS.items():
        suffix = f"`{writer.suffix}`" if writer.suffix else ""
        parts.append(f"| `{name}` | {suffix} | {_module_summary(writer.write)} |")
    for name, writer in WRITERS.items():
        parts += [f"\n### `{name}`\n", _without_sections(inspect.getdoc(writer.write) or "")]
    return "\n".join(parts)


def _module_summary(function: Any) -> str:
    module = inspect.getmodule(function)
    return _cell(" ".join((inspect.getdoc(module) or "").split("\n\n")[0].split()))


def _without_sections(docstring: str) -> str:
    """A docstring without what it says of arguments and errors."""
    return re.split(r"\n\n(?:Args|Raises):", docstring, maxsplit=1)[0]


# The columns


_COLUMN_TYPES = {str: "text", int: "integer", float: "double", bool: "boolean"}


_COLUMNS_INTRODUCTION = """\
CSV, Parquet and SQLite (`--format csv`, `parquet`, `sqlite`) have one row per claim and these columns, in
this order, for every input. A column has one type; booleans are `true` and `false` in CSV, 1 and 0 in
SQLite, and a null is an empty cell in CSV. SQLite has `id` and `document` (of its table `documents`) before
them. Each `--keep-field NAME` adds a column of text, `field_NAME`, at the end: words as they are, anything
else as JSON.
"""


def columns_page() -> str:
    """The data dictionary: every column of a table of claims, and what the values of each kind hold."""
    parts = [
        "# The columns of tables\n",
        _COLUMNS_INTRODUCTION,
        "| column | type | null | meaning |",
        "| --- | --- | --- | --- |",
    ]
    for column in claim_columns():
        null = "no" if column.is_required else "yes"
        parts.append(f"| `{column.name}` | {_COLUMN_TYPES[column.type]} | {null} | {column.meaning} |")
    parts += [f"\n## The `{VALUE_PREFIX}…` columns by kind\n"]
    for claim_type in claim_types():
        kind = claim_type.model_fields["kind"].default
        value: Any = claim_type.model_fields["value"].annotation
        names = (f.serialization_alias or f.alias or name for name, f in value.model_fields.items())
        filled = ", ".join(f"`{VALUE_PREFIX}{name}`" for name in names)
        parts += [
            f"### `{kind}`\n",
            f"{_docstring(claim_type).partition(_GAP)[0]} {_docstring(value)}\n",
            f"Columns: {filled}.\n",
        ]
    return "\n".join(parts)


# The kinds

KINDS_START = "<!-- kinds: written by docs/generate.py from the models and data/gold -->\n"
KINDS_END = "<!-- end of kinds -->\n"
EXAMPLES = 2
"""So many cases show a kind of which none is marked as `shown`."""


def kinds_page(written: str) -> str:
    """The page of the kinds with the part between its marks anew: what each is, and cases of its gold."""
    before, _, rest = written.partition(KINDS_START)
    _, _, after = rest.partition(KINDS_END)
    parts = []
    for claim_type in claim_types():
        kind = claim_type.model_fields["kind"].default
        parts += [f"\n## `{kind}`\n", f"{_docstring(claim_type)}\n"]
        parts += ["| in the text | `value` | `comparator` |", "| --- | --- | --- |", *_cases(kind)]
    return "".join([before, KINDS_START, "\n".join(parts), "\n\n", KINDS_END, after])


def _cases(kind: str) -> list[str]:
    """The rows of a kind: its marked cases, or the first ones with one claim."""
    lines = (GOLD / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [case for case in map(json.loads, lines) if len(case["claims"]) == 1]
    shown = [case for case in cases if case.get("shown")] or cases[:EXAMPLES]
    rows = []
    for case in shown:
        (claim,) = case["claims"]
        text = _cell(case["text"].replace(claim["text"], f"**{claim['text']}**", 1)).replace(r"\*", "*")
        value = json.dumps(claim["value"], ensure_ascii=False)
        rows.append(f"| {text} | `{value}` | `{claim['comparator']}` |")
    return rows


# The record


def record_page() -> str:
    """The fields of the JSON output."""
    definitions = schema_of("document")["$defs"]
    parts = [
        "# The JSON record\n",
        f"Version {SCHEMA_VERSION} of the schema; `claimcheck schema` prints it as JSON Schema.\n",
    ]
    models: list[tuple[str, type[BaseModel]]] = [
        ("An article", Document),
        ("A name", Entity),
        ("A claim", BaseClaim),
        ("What a claim is about", Subject),
        ("Who is said to hold it", Attribution),
        ("What decided a qualifier", QualifierCue),
        ("Where a claim is in a PDF", Page),
        ("Where a claim is in HTML or Markdown", Line),
        ("A stretch of the text", TextSpan),
    ]
    for title, model in models:
        schema = definitions.get(model.__name__) or model.model_json_schema(mode="serialization")
        parts += [f"## {title}: `{model.__name__}`\n", _docstring(model), "", *_field_rows(schema), ""]
    parts += ["## The values\n", "A field in brackets is there only where the text gives it.\n"]
    for claim_type in claim_types():
        kind = claim_type.model_fields["kind"].default
        value = claim_type.model_fields["value"].annotation
        assert value is not None
        sentence, words = claim_type.example
        example = sentence.replace(words, f"**{words}**")
        parts += [f"### `{kind}`\n", f"{_docstring(claim_type)} “{example}”\n"]
        parts += [_docstring(value), "", *_field_rows(definitions[value.__name__]), ""]
    return "\n".join(parts)


def _docstring(model: type) -> str:
    return (inspect.getdoc(model) or "").replace("\n    ", "\n")


def _field_rows(schema: dict[str, Any]) -> list[str]:
    required = schema.get("required", ())
    rows = ["| field | type |", "| --- | --- |"]
    for name, field in schema["properties"].items():
        shown = f"`{name}`" if name in required else f"[`{name}`]"
        rows.append(f"| {shown} | {_cell(_type(field))} |")
    return rows


def _type(field: dict[str, Any]) -> str:
    """The type of a field in words."""
    if "$ref" in field:
        return field["$ref"].rpartition("/")[2]
    if "discriminator" in field:
        return "a claim of any kind"
    for key in ("anyOf", "oneOf"):
        if key in field:
            return " or ".join(_type(option) for option in field[key])
    if "enum" in field:
        return "one of " + " ".join(f"`{option}`" for option in field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    if field.get("type") == "array":
        return f"list of {_type(field['items'])}" if "items" in field else "list"
    return " ".join(filter(None, (field.get("type", "anything"), field.get("format"))))


# Python


def python_page() -> str:
    """The public names of the package."""
    parts = ["# The Python API\n", _as_markdown(inspect.getdoc(claimcheck) or ""), ""]
    for name in sorted(claimcheck.__all__):
        member = getattr(claimcheck, name)
        if name.startswith("__") or not (inspect.isfunction(member) or inspect.isclass(member)):
            continue
        parts += [f"## `claimcheck.{name}`\n"]
        if inspect.isfunction(member):
            parts += [f"```python\n{_signature(name, member)}\n```\n"]
        parts += [_as_markdown(inspect.getdoc(member) or ""), ""]
    return "\n".join(parts)


def _signature(name: str, function: Any) -> str:
    """A signature with its annotations as they stand in the code, an argument per line."""
    signature = inspect.signature(function)
    lines = []
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and "*" not in lines:
            lines.append("*")
        default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
        lines.append(f"{parameter.name}: {parameter.annotation}{default}")
    joined = "".join(f"    {line},\n" for line in lines)
    return f"{name}(\n{joined}) -> {signature.return_annotation}"


def _as_markdown(docstring: str) -> str:
    """A docstring with its sections as lists and its examples as code."""
    parts = []
    for block in docstring.split("\n\n"):
        first, _, rest = block.partition("\n")
        if first in ("Args:", "Attributes:", "Raises:", "Returns:"):
            items: list[str] = []
            for line in rest.split("\n"):
                if line.startswith("        ") and items:
                    items[-1] += f" {line.strip()}"
                else:
                    items.append(line.strip())
            named = [item.partition(": ") for item in items]
            parts.append(f"{first}\n\n" + "\n".join(f"- `{key}`: {text}" for key, _, text in named))
        elif block.lstrip().startswith(">>>"):
            parts.append(f"```python\n{inspect.cleandoc(block)}\n```")
        else:
            parts.append(block)
    return "\n\n".join(parts)


def main() -> None:
    """Write the pages."""
    REFERENCE.mkdir(exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8", newline="\n")
    KINDS_PAGE.write_text(kinds_page(KINDS_PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    MAN_PAGE.parent.mkdir(exist_ok=True)
    MAN_PAGE.write_text(man_page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
