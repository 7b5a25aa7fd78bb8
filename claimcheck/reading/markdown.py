"""Markdown: what a reader of the page reads as prose.

CommonMark with the tables and the strikethrough of GitHub, what other dialects add (`markdown_dialects`), and
a block of metadata at the top (YAML or TOML).
Blocks of code, link targets, pictures and comments are left out; inline code is read as words, because it
often names what a sentence is about, but it holds no claims.
"""

from __future__ import annotations

import datetime as dt
import html
import re
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claimcheck.reading.decoding import decode
from claimcheck.reading.markdown_dialects import in_common_mark
from claimcheck.reading.paragraphs import Paragraphs
from claimcheck.reading.raised_digits import are_numbers, raise_digits
from claimcheck.reading.table_rows import Piece, RowCell, place_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

_YAML = re.compile(r"---[ \t]*\r?\n(?=[\w-]+:)(?P<body>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\r?\n(?P<body>.*?)\r?\n\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_YAML_SCALAR = re.compile(r"(?P<key>\w+):[ \t]+(?P<value>[^\s\[{|>&*!].*)")

# A comment, an element that holds no prose, or any other tag.
_HTML_MARK = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<hidden>script|style|pre|code|svg|template)\b.*?(?:</(?P=hidden)\s*>|\Z)"
    r"|</?(?P<name>[A-Za-z][A-Za-z0-9-]*+)[^<>]*+>|<[!?][^<>]*+>",
    re.DOTALL | re.IGNORECASE,
)
_TAG_NAME = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z]+)")
_CODE_ELEMENTS = frozenset(["code", "kbd", "samp", "var", "tt", "script", "style"])
_INLINE_ELEMENTS = frozenset(
    "a abbr b bdi bdo big cite del dfn em font i img ins mark q s small span strong sub sup time u".split()
)

_EN_DASH = re.compile(r"(?<=\w)--(?=\w)")
_EM_DASH = re.compile(r"(?<=[\w,.])---(?=\w)")


@dataclass(frozen=True, slots=True)
class _Metadata:
    title: str | None = None
    author: str | None = None
    published: dt.date | None = None


def read_markdown(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The one article in a Markdown file, with the line of the source for each place of its text."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - the other formats do without it

    raw = decode(source.read_bytes(), source=source.source, encoding=options.encoding)
    metadata, start = _read_metadata(raw)
    first_line = raw.count("\n", 0, start) + 1
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(in_common_mark(raw[start:]))
    text = Paragraphs("line")
    line = first_line
    rows: list[list[RowCell]] | None = None  # of the table that is open
    for token in tokens:
        if token.map is not None:
            line = first_line + token.map[0]
        text.set_place(line)
        match token.type:
            case "table_open":
                rows = []
            case "table_close" if rows is not None:
                text.add_table(place_cells(rows), tells_spans=True)
                rows = None
            case "tr_open" if rows is not None:
                rows.append([])
            case "th_open" | "td_open" if rows is not None:
                rows[-1].append(RowCell(is_head=token.type == "th_open"))
            case "inline" if rows is not None:
                pieces = tuple(_pieces(token.children or (), line))
                rows[-1][-1] = replace(rows[-1][-1], pieces=pieces)
            case "inline":
                _add_inline(text, token.children or (), line)
            case "html_block":
                _add_html(text, token.content, line)
            case _ if token.block and rows is None:
                text.end_paragraph()
    title = metadata.title or _first_heading(tokens)
    yield text.article(source.source, title=title, author=metadata.author, published=metadata.published)


def _pieces(children: Sequence[Token], line: int) -> Iterator[Piece]:
    """The words of a cell; a line end in it is a space."""
    for kind, words, is_aside in _inline(children):
        yield Piece(words if kind == "words" else " ", is_aside, line)


def _add_inline(text: Paragraphs, children: Sequence[Token], line: int) -> None:
    """The words of a paragraph that begins in a line of the file, with its line ends."""
    for kind, words, is_aside in _inline(children):
        if kind == "words":
            text.add(words, is_aside=is_aside)
            continue
        if kind != "br":
            line += 1
            text.set_place(line)
        if kind == "softbreak":
            text.add(" ")
        else:
            text.end_line()


def _inline(children: Sequence[Token]) -> Iterator[tuple[str, str, bool]]:
    """What stands in a line: "words", with whether they are code or an address, and "softbreak", "hardbreak"
    and "br", without words.
    """
    in_code = crossed_out = 0
    in_address = is_raised = False
    for child in children:
        if child.type in ("s_open", "s_close"):
            crossed_out += child.nesting
        match child.type:
            case "text" | "code_inline" if crossed_out:
                pass
            case "text":
                words = _with_dashes(child.content)
                is_number = is_raised and are_numbers(words)
                yield "words", raise_digits(words) if is_number else words, bool(in_code) or in_address
            case "code_inline":
                yield "words", child.content, True
            case "softbreak" | "hardbreak":
                yield child.type, "", False
            case "link_open":
                in_address = child.info == "auto"
            case "link_close":
                in_address = False
            case "html_inline" if tag := _TAG_NAME.match(child.content):
                name = tag["name"].lower()
                if name == "br":
                    yield name, "", False
                elif name == "sup":
                    is_raised = not tag["close"]
                elif name in _CODE_ELEMENTS:
                    in_code = max(0, in_code + (-1 if tag["close"] else 1))


def _with_dashes(words: str) -> str:
    """Words with the dashes that two and three hyphens between them stand for."""
    return _EN_DASH.sub("–", _EM_DASH.sub("—", words)) if "--" in words else words


def _add_html(text: Paragraphs, source: str, line: int) -> None:
    """The words of a block of HTML; its tags end paragraphs unless they stand in a line of words."""
    text.end_paragraph()
    position = 0
    for mark in _HTML_MARK.finditer(source):
        line = _add_lines(text, source[position : mark.start()], line)
        name = (mark["name"] or "").lower()
        if name == "br":
            text.end_line()
        elif name and name not in _INLINE_ELEMENTS:
            text.end_paragraph()
        line += mark[0].count("\n")
        position = mark.end()
    _add_lines(text, source[position:], line)
    text.end_paragraph()


def _add_lines(text: Paragraphs, source: str, line: int) -> int:
    """Add words that run over lines of the source; return the line they end on."""
    for piece in source.splitlines(keepends=True):
        text.set_place(line)
        text.add(html.unescape(piece))
        line += piece.endswith("\n")
    return line


def _first_heading(tokens: Sequence[Token]) -> str | None:
    """The heading that the page opens with, if it is one of the first level."""
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        children = tokens[1].children or ()
        return " ".join("".join(_words(child) for child in children).split()) or None
    return None


def _words(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "code_inline") else ""


def _read_metadata(raw: str) -> tuple[_Metadata, int]:
    """What the block at the top says, and where the text begins."""
    if match := _YAML.match(raw):
        # Scalars are all that is wanted of YAML; whatever else stands there is passed over.
        scalars = (_YAML_SCALAR.match(line) for line in match["body"].splitlines())
        entries = {scalar["key"].lower(): _unquoted(scalar["value"]) for scalar in scalars if scalar}
        return _metadata(entries), match.end()
    if match := _TOML.match(raw):
        try:
            return _metadata(tomllib.loads(match["body"])), match.end()
        except (tomllib.TOMLDecodeError, RecursionError, ValueError):
            return _Metadata(), match.end()
    return _Metadata(), 0


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value.partition(" #")[0].rstrip()


def _metadata(entries: Mapping[str, Any]) -> _Metadata:
    title, author = entries.get("title"), entries.get("author")
    return _Metadata(
        title if isinstance(title, str) and title else None,
        author if isinstance(author, str) and author else None,
        next(filter(None, (_date(entries.get(key)) for key in ("date", "published"))), None),
    )


def _date(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
