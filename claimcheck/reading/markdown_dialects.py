"""Markdown as other programs than CommonMark read it, written so that CommonMark reads the same prose.

Admonitions and tabs of MkDocs, containers, directives of MyST, alerts and tasks of GitHub, definition lists,
attributes, links of a wiki, templates of Jekyll and Hugo, imports of MDX. Every line stays on its line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.reading.raised_digits import raise_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = re.compile(r"[ \t>]*(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)")
_CONTAINER = re.compile(r"[ \t]*:{3,}(?:[ \t]*[\w{].*|[ \t]*)\r?")
_DIRECTIVE = re.compile(
    r"[ \t]*\{(?:note|tip|hint|important|warning|caution|attention|danger|error|seealso|admonition|topic"
    r"|sidebar|dropdown|card|epigraph|pull-quote|versionadded|versionchanged|deprecated)\}"
)
"""What opens a directive of MyST that holds prose; others hold code, figures or lists of pages."""
_OPTION = re.compile(r"[ \t]*:[\w-]+:(?:[ \t].*)?\r?")
_QUOTED_TITLE = r"\"(?P<{}>[^\"]*)\""
_ADMONITION = re.compile(
    r"(?P<indent>[ ]*)(?:(?:!!!|\?\?\?\+?)[ ]+[^\W\d][\w-]*"
    rf"(?:(?:[ ]+[a-z-]+){{0,4}}[ ]+{_QUOTED_TITLE.format('title')}|(?:[ ]+(?:inline|end)){{0,2}})"
    rf"|===[+!]?[ ]+{_QUOTED_TITLE.format('tab')})\s*"
)
"""One type, and more words only before a title: "!!! 50 people died" is prose."""
_INDENT = 4
_NAMED = r"(?:[\w$]+|\{[^{}]*\}|\*\s+as\s+[\w$]+)"
_IMPORT = re.compile(
    rf"import\s+(?:(?:type\s+)?{_NAMED}(?:\s*,\s*{_NAMED})?\s*from\s*)?(?P<quote>['\"])[^'\"]+(?P=quote)\s*;?\s*"
    r"|export\s+(?:(?:const|let|var)\s+[\w${[]|(?:default\s+)?(?:async\s+)?function\b.*\(|default\s+[({[]"
    r"|default\s+[\w$]+\s*(?:[(;]|\Z)).*"
)
"""Whole statements: "import duties of 300 firms from 'Holm' rose" is prose."""
_ATTRIBUTES_LINE = re.compile(r"[ \t>]*\{:[^{}\n]*\}[ \t]*\r?")
_DEFINED = re.compile(
    r":(?=[ ]{1,3}[^\W\d_a-z])"
)  # behind what is defined; "Wages\n: rose 5%" says it of them
_IN_LINE = re.compile(
    r"\{(?:term|abbr|ref|doc|numref|dfn|guilabel)\}`(?P<named>[^`<]+?)(?:[ ]?<[^<>`]*>)?`"
    r"|(?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<template>\{%(?:(?!\{%)[^`])*?%\}|\{\{[^`{}]*\}\})"
    r"|(?P<alert>(?<=>)[ ]?\[!\w+\][+-]?)"
    r"|(?P<task>(?:(?<=^[-*+])|(?<=[ ][-*+])|(?<=\d[.)]))[ ]\[[ xX]\](?=[ ]))"
    r"|(?P<embedded>!\[\[[^\[\]]*\]\])"
    r"|(?P<noted>\[\[\d{1,3}\]\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:[ ]\"[^\"]*\")?\))?)"
    r"|\[\[(?:[^\[\]|]*\|)?(?P<linked>[^\[\]|]+)\]\](?!\()"
    r"|\[(?P<spanned>[^\[\]]+)\]\{[.#:][^{}]*\}"
    r"|\^(?P<raised>\d{1,4})\^(?!\w)"
    r"|(?<![\w$\\])\$(?P<formula>\d[\d.,]{0,12})\^\{?(?P<power>-?\d{1,3}|st|nd|rd|th)\}?\$(?!\d)"
    r"|(?<![^\W_])(?P<sign>==|\+\+)(?=[^\s=+])(?P<marked>[^=+\n]+?)(?<=[^\s=+])(?P=sign)(?![^\W_])"
    r"|(?P<cited>[ ]?\[-?@[^\[\]]*\])"
    r"|(?P<comment>(?<!\d)%%.*?%%)"
    r"|(?P<attributes>[ ]?\{:?[ ]?[.#][^{}]*\}(?=\s*$))"
)


_HAS_SIGN = re.compile(r"[\[{]|\^\d|==|\+\+|%%")


def in_common_mark(source: str) -> str:
    """The source with as many lines, in which what a dialect adds is gone or written otherwise."""
    return "\n".join(_lines(source))


def _lines(source: str) -> Iterator[str]:
    code = ""  # the fence of the code that is open
    directives: list[str] = []  # the fences of those that are open
    columns: list[int] = []  # where the words of the admonitions that are open stand
    is_behind_words = is_opened = False
    for written in source.split("\n"):
        line = _without_indent(written, columns)
        fence = _FENCE.match(line)
        if code:
            is_closing = fence is not None and fence["fence"].startswith(code) and not fence["info"].strip()
            code = "" if is_closing else code
        elif fence is not None and _DIRECTIVE.match(fence["info"]):
            directives.append(fence["fence"])
            line, is_opened = "", True
        elif (
            fence is not None
            and directives
            and fence["fence"] == directives[-1]
            and not fence["info"].strip()
        ):
            directives.pop()
            line = ""
        elif fence is not None:
            code = fence["fence"]
        elif is_opened and directives and _OPTION.fullmatch(line):
            line = ""
        else:
            is_opened = False
            line = _prose(line, columns, is_behind_words=is_behind_words)
        is_behind_words = bool(line.strip()) and not code
        yield line


def _without_indent(line: str, columns: list[int]) -> str:
    """A line without the indent of the admonitions that it stands in; those that it ends are taken out."""
    if not line.strip():
        return line
    indent = len(line) - len(line.lstrip(" "))
    for number, column in enumerate(columns):
        if indent < column:
            del columns[number:]
            break
        indent -= _INDENT
        line = line[_INDENT:]
    return line


def _prose(line: str, columns: list[int], *, is_behind_words: bool) -> str:
    """A line that is no code. An admonition that it opens is added to those that are open."""
    if opened := _ADMONITION.fullmatch(line):
        columns.append(len(opened["indent"]) + _INDENT)
        return opened["indent"] + (opened["title"] or opened["tab"] or "")
    if _CONTAINER.fullmatch(line) or _ATTRIBUTES_LINE.fullmatch(line) or _IMPORT.fullmatch(line):
        return ""
    if is_behind_words:
        line = _DEFINED.sub(">", line, count=1) if _DEFINED.match(line) else line  # ends the line before
    return _IN_LINE.sub(_said, line) if _HAS_SIGN.search(line) else line


def _said(found: re.Match[str]) -> str:
    if found["raised"]:
        return raise_digits(found["raised"])
    if found["formula"]:  # "$5^{th}$" costs nothing
        return found["formula"] + raise_digits(found["power"])
    return next(filter(None, map(found.group, ("code", "linked", "spanned", "named", "marked"))), "")
