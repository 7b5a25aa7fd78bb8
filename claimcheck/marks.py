"""Marks of a text that are no part of what it says.

In every text the numbers of notes ("in 2019.¹²", "[4]", "[^1]"), signs of trade ("Quillo®") and characters
that are not seen; in plain
text also emphasis ("**18%**", "_18%_"), what was crossed out, the signs of quoted mail, blanks and second
signs at the end of a line, second blanks, and character references that were left in ("&quot;").

The stages read the text without them; what they find gets its place in the text as it is written back.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import BaseModel

from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimcheck.article import Article

Model = TypeVar("Model", bound=BaseModel)

# Not "2**10" nor the stars of notes, "0.05** and 0.01**", nor "*.py"; not where digits before or behind would
# become one number with those inside: "on 12 **300 people** came".
_IN_EMPHASIS = r"(?:[^{sign}\n]|\n(?![ \t\r]*[\n>•-]))"
_EMPHASIS = {
    character: re.compile(
        rf"(?<![^\W_])(?<![\\/{sign}])(?!(?<=\d\s)[*_]{{1,6}}\d{{3}})(?P<open>{sign}{{1,3}})(?=[^\s./,;:){sign}])"
        rf"{_IN_EMPHASIS.replace('{sign}', sign)}{{1,300}}"
        rf"(?<=[^\s(/{sign}])(?!(?<=\d)[*_]{{1,6}}\s\d{{3}}(?!\d))(?P<close>(?P=open))(?![^\W_]|{sign})"
    )
    for character, sign in (("*", r"\*"), ("_", "_"))
}
_CODE_NAME = re.compile(r"__[a-z]+__")  # "__init__", but "__not__"
_NEGATOR = WordPattern(r"__(?:<common/negator>|no)__")
# What was crossed out is not said.
_CROSSED_OUT = re.compile(r"(?<![\w~])(?<!\d )~~(?=[^\s~])[^~\n]{1,300}(?<=\S)~~(?![\w~])[ ]?")
_CARRIAGE = re.compile(r"\r(?=\n)")
# Soft hyphens but at the end of a line, where they part a word; blanks and joints without width; directions.
# The joiners U+200C and U+200D stay: they change how scripts and pictures look.
_UNSEEN = re.compile(r"(?:\u00ad(?!\r?\n)|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff])+")
# Signs of trade behind a word, which would end a name: "Quillo® Server", "Quillo(TM) 5".
_TRADE = re.compile(r"(?<=[^\W_])[®™℠](?!\w)|(?<=[^\W\d_])\((?:R|TM|tm)\)(?![\w-])")
_LINE_END = re.compile(r"(?<=\S)(?P<tail>[ ]*)\r?\n(?P<head>[ \t]*)(?=(?P<opens>[\w(\[\"'“‘$€£&]?))")
# Two blanks for one, between what are no columns: "EUR 3.2  million", "in  2021".
_SECOND_BLANK = re.compile(r"(?:(?<=[\w$€£,;%)] )(?=[ ][a-z])|(?<=[a-z,;$€£] )(?=[ ][\w$€£(]))[ ]")
_LINE_REACH = 300
# Lines of quoted mail; a sign before a figure on every line is a list of bounds, "> 35 m".
_QUOTED = re.compile(r"^(?:>.*(?:\n|\Z)){2,}", re.MULTILINE)
_QUOTES = re.compile(r"^(?:>[ \t]*)+", re.MULTILINE)
_TYPED = re.compile(r"^> (?:[\w.$\[\]]+ ?(?:<-|=) ?\S|[\w.:]+\((?:[^\s)][^\n]*)?\))", re.MULTILINE)
_QUOTED_WORDS = re.compile(r"^(?:>[ \t]*)+[^\W\d]", re.MULTILINE)
# The numbers of notes, behind a mark, a bracket or a word: in brackets, or raised, but no power ("km²"). What
# stands before is looked at from behind the first sign, which is found fast.
_BEHIND = r"(?<=[^\W_][.,;:!?”\"’].)|(?<=[^\W\d_][)”\"].)|(?<=\d%.)|(?<=[.!?][”\"’)].)"
_RAISED_LETTERS = "ᵃ-ᶻⁱʰʲˡʳˢʷˣʸ"
_RAISED_NOTE = re.compile(
    rf"[¹²³⁴-⁹{_RAISED_LETTERS}](?:{_BEHIND}|(?<=[a-z]{{4}}[^²³])|(?<=[a-z]{{4}}.)(?=[⁰¹²³⁴-⁹]))"
    rf"(?:(?<=[{_RAISED_LETTERS}])(?!\w)|(?<=[¹²³⁴-⁹])[⁰¹²³⁴-⁹]{{0,2}})"
    rf"(?:\s?[,–-]\s?[¹²³⁴-⁹][⁰¹²³⁴-⁹]{{0,2}}){{0,5}}(?=[\s.,;:!?)\]”\"’—–]|\Z)"
)
_BRACKETED = r"(?:\^[\w-]{1,20}|\d{1,3}(?:[,–-]\s?\d{1,3}){0,8}|note\s\d{1,2})\]"
# Right behind a digit they may be more of a number that an editor adds: "2[50] cows", "1,[000]", "3.[5]%".
# Those behind a year, a whole group of thousands ("12,345[3]") or the name of a thing ("B12[4]") are none.
_NOT_COMPLETING = r"(?!(?<=\d,\[)\d{3}\]|(?<=\d\.\[)\d{1,2}\](?:%|\s[a-z]))"
_BEHIND_WHOLE = (
    r"(?<=[^\W\d]\[)|(?<=\]\[)|(?<=[^\W\d_]\d\[)|(?<=[^\W\d_]\d\d\[)|(?<=,\d\d\d\[)"
    r"|(?<=[^\d.,$£€](?:1[5-9]|20)\d\d\[)|(?<=\d\[)(?=\^|note)"
)
_BRACKETED_NOTE = re.compile(
    rf"\[(?:{_NOT_COMPLETING}(?:{_BEHIND})|{_BEHIND_WHOLE}){_BRACKETED}(?:\[{_BRACKETED})*(?![(\w])"
)
# Behind a sentence, where no blank parts it from the next one: "in 1938.[5][6]She".
_NOTE_BEFORE_SENTENCE = re.compile(
    r"(?:(?<=[^\W\d][.!?])|(?<=\d\d[.!?]))(?:\[\d{1,3}\]){1,8}(?=[A-Z][^\W\d_])"
)
_MARKDOWN_NOTE = re.compile(r"^\[\^[\w-]{1,20}\]:[ \t]+", re.MULTILINE)
# Signs of notes; a star in plain text may be one of emphasis.
_SIGN_OF_NOTE = re.compile(rf"[*†‡](?:{_BEHIND}|(?<=[a-z]{{3}}.))(?:(?<=[†‡])[†‡])?(?=[\s.,;:)]|\Z)")
_REFERENCE = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")


class _Pair(NamedTuple):
    """Offsets into the text as written: the marks are `opens` to `inside`, and `closes` to `end`."""

    opens: int
    inside: int
    closes: int
    end: int


class Unmarked(NamedTuple):
    """A text without its marks.

    Attributes:
        text: what is left.
        written: the text with them.
        places: offsets into `text` from which on so many characters are left out before: ascending.
        shifts: how many, by the index of the place.
        left_out: offsets into `text`, one for each character left out that made a line wider.
        opening: pairs of marks by where what they enclose begins in `written`.
        closing: the same by where it ends.
        ends: where references end in `written`, by the offset into `text` of the character that each means.
    """

    text: str
    written: str
    places: Sequence[int] = (0,)
    shifts: Sequence[int] = (0,)
    left_out: tuple[int, ...] = ()
    opening: Mapping[int, _Pair] = MappingProxyType({})
    closing: Mapping[int, _Pair] = MappingProxyType({})
    ends: Mapping[int, int] = MappingProxyType({})

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of `text` stand in the text as written, half-open."""
        first = self._at(start)
        last = self.ends.get(end - 1, self._at(end - 1) + 1) if end > start else first
        if (pair := self.closing.get(last)) and pair.opens >= first:  # half of a pair: "in **March 2021"
            last = pair.end
        elif (pair := self.opening.get(first)) and pair.closes < last:
            first = pair.opens
        return first, last

    def span_in_text(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the text as written stand in `text`, half-open."""
        return self._in_text(start), self._in_text(end)

    def _in_text(self, offset: int) -> int:
        marks = range(len(self.places))
        index = bisect_right(marks, offset, key=lambda mark: self.places[mark] + self.shifts[mark]) - 1
        inside = offset - self.shifts[index]
        return inside if index + 1 == len(self.places) else min(inside, self.places[index + 1])

    def _at(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.places, offset) - 1]


class _Mark(NamedTuple):
    start: int
    end: int
    character: str = ""  # what it means
    is_wide: bool = False  # whether it took room when the line was broken


def without_marks(article: Article) -> tuple[Article, Unmarked | None]:
    """An article as it is read, and the marks it was written with, if any."""
    marks = unmarked(article)
    if marks is None:
        return article, None
    move = marks.span_in_text
    places, tables = article.places, article.tables
    read = replace(
        article,
        text=marks.text,
        left_out=marks.left_out,
        asides=tuple(move(*aside) for aside in article.asides),
        tables=None if tables is None else tuple(table.moved(move) for table in tables),
        places=None if places is None else places.moved(move),
    )
    return read, marks


def unmarked(article: Article) -> Unmarked | None:
    """The text of an article without marks; None where it has none."""
    text = article.text
    is_plain = article.places is None and article.tables is None and not article.asides
    pairs = list(_emphasised(text)) if is_plain else []
    marks = [*_notes(text, has_stars=not is_plain)]
    if not text.isascii():
        marks += [_Mark(*match.span()) for match in _UNSEEN.finditer(text)]
    if not text.isascii() or "(R)" in text or "(TM)" in text or "(tm)" in text:
        marks += [_Mark(*match.span(), is_wide=True) for match in _TRADE.finditer(text)]
    if is_plain:  # the readers of other formats took care of what follows
        marks += _plain_marks(text, pairs)
    return _without(text, sorted(marks), pairs) if marks else None


def _plain_marks(text: str, pairs: Sequence[_Pair]) -> Iterator[_Mark]:
    for pair in pairs:
        yield _Mark(pair.opens, pair.inside, is_wide=True)
        yield _Mark(pair.closes, pair.end, is_wide=True)
    if "~~" in text:
        yield from (_Mark(*match.span(), is_wide=True) for match in _CROSSED_OUT.finditer(text))
    yield from (_Mark(*match.span()) for match in _CARRIAGE.finditer(text))
    yield from _blanks(text)
    yield from _quotes(text)
    for match in _REFERENCE.finditer(text):
        if character := _referred(match[0]):
            yield _Mark(*match.span(), character)


def _notes(text: str, *, has_stars: bool) -> Iterator[_Mark]:
    """The numbers and signs of notes."""
    patterns = []
    parting = {}
    if "[" in text:
        parting = {match.start(): match.end() for match in _NOTE_BEFORE_SENTENCE.finditer(text)}
        yield from (_Mark(start, end, " ", is_wide=True) for start, end in parting.items())
        patterns += [_BRACKETED_NOTE, _MARKDOWN_NOTE]
    if not text.isascii():
        patterns.append(_RAISED_NOTE)
    if has_stars or "†" in text or "‡" in text:
        patterns.append(_SIGN_OF_NOTE)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if match.start() not in parting and (has_stars or "*" not in match[0]):
                yield _Mark(*match.span(), is_wide=True)


def _emphasised(text: str) -> Iterator[_Pair]:
    for character, pattern in _EMPHASIS.items():
        for match in pattern.finditer(text) if character in text else ():
            if not _CODE_NAME.fullmatch(match[0]) or _NEGATOR.fullmatch(match[0]):
                yield _Pair(*match.span("open"), *match.span("close"))


def _blanks(text: str) -> Iterator[_Mark]:
    """Blanks beside the ends of lines, and second ones within them; not those that hold columns apart."""
    if " \n" in text or " \r" in text or "\n " in text or "\n\t" in text:
        for match in _LINE_END.finditer(text):
            if match["tail"]:
                yield _Mark(*match.span("tail"))
            start, end = match.span("head")
            if (
                end > start
                and match["opens"]
                and not (_is_row(text, end) or _is_row(text, match.start() - 1))
            ):
                yield _Mark(start, end)
    if "  " in text:
        for match in _SECOND_BLANK.finditer(text):
            if not _is_row(text, match.start()):
                yield _Mark(*match.span(), is_wide=True)


def _quotes(text: str) -> Iterator[_Mark]:
    """The signs before the lines of quoted mail; a blank line stays between them and other lines."""
    for run in _QUOTED.finditer(text) if "\n>" in text else ():
        start, end = run.span()
        if _QUOTED_WORDS.search(text, start, end) is None or _is_typed(text[start:end]):
            continue
        is_behind = start > 0 and text[max(0, start - 3) : start].count("\n") < 2
        for match in _QUOTES.finditer(text, start, end):
            yield _Mark(*match.span(), "\n" if is_behind and match.start() == start else "")
        if text[end : end + _LINE_REACH].partition("\n")[0].strip():
            yield _Mark(end, end, "\n")


def _is_typed(lines: str) -> bool:
    """Whether at least half of the lines were typed at a prompt: "> plot(lakes)", "> n <- 40"."""
    return 2 * sum(1 for _ in _TYPED.finditer(lines)) >= lines.rstrip().count("\n") + 1


def _is_row(text: str, offset: int) -> bool:
    """Whether the line around a character has columns, as far as one sees."""
    before = text[max(0, offset - _LINE_REACH) : offset].rpartition("\n")[2]
    line = (before + text[offset : offset + _LINE_REACH].partition("\n")[0]).strip()
    return "   " in line or "\t" in line or "|" in line


def _referred(reference: str) -> str:
    """The character of a reference; none where it has no such, or more than one."""
    character = html.unescape(reference)
    return character if len(character) == 1 else ""


def _without(text: str, marks: Sequence[_Mark], pairs: Sequence[_Pair]) -> Unmarked:
    parts: list[str] = []
    places, shifts, wide, ends = [0], [0], [], {}
    position = left_out = 0
    for start, end, character, is_wide in marks:
        if start < position:  # within what was crossed out
            continue
        if is_wide:
            wide += [start - left_out] * (end - start)
        parts += text[position:start], character
        if character:
            ends[start - left_out] = end
        left_out += end - start - len(character)
        places.append(end - left_out)
        shifts.append(left_out)
        position = end
    opening = {pair.inside: pair for pair in pairs}
    closing = {pair.closes: pair for pair in pairs}
    parts.append(text[position:])
    return Unmarked("".join(parts), text, places, shifts, tuple(wide), opening, closing, ends)


def as_written(model: Model, marks: Unmarked) -> Model:
    """A result with every stretch of the text in it, at whatever depth, where it stands with the marks."""
    return _moved(model, marks.span, marks.written)


def as_read(model: Model, marks: Unmarked) -> Model:
    """A result over the text as written with every stretch where it stands without the marks."""
    return _moved(model, marks.span_in_text, marks.text)


def _moved(model: Model, moved_span: Callable[[int, int], tuple[int, int]], text: str) -> Model:
    update: dict[str, Any] = {}
    for name, value in model:
        if isinstance(value, BaseModel):
            update[name] = _moved(value, moved_span, text)
        elif isinstance(value, tuple) and any(isinstance(part, BaseModel) for part in value):
            update[name] = tuple(_moved(part, moved_span, text) for part in value)
    if "start" in type(model).model_fields and "end" in type(model).model_fields:
        start, end = moved_span(model.start, model.end)  # type: ignore[attr-defined]
        update |= {"start": start, "end": end}
        if "text" in type(model).model_fields:
            update["text"] = text[start:end]
    return model.model_copy(update=update)
