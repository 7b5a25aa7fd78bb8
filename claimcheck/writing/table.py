"""The table that a person reads: claims in reading order, each within its sentence."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from claimcheck.wording import counted
from claimcheck.writing.colours import kind_colour
from claimcheck.writing.columns import kept_words
from claimcheck.writing.positions import Lines
from claimcheck.writing.qualifiers import find_qualifiers
from claimcheck.writing.terminal_text import isolated, shown
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

GAP = "  "
MARGIN = 1
"""Empty columns on either side of the table."""

MIN_SENTENCE_CELLS = 44
"""Where the last column would be narrower, sentences get lines of their own below their claims."""

MIN_STACKED_CELLS = 20
"""Lines are no shorter than this, even on a screen that is narrower."""

MAX_LINES = 3
"""Lines that a subject or value may fill on a screen before it is cut."""

MAX_CELL = 40
"""Width at which subjects and values are broken where the table may be as wide as it likes."""

SENTENCE_WINDOW = 1000
"""Code points of a sentence that are shown before and after a claim at most, however long it is."""

_QUALIFIER_STYLES = {
    "polarity": "bold",
    "certainty": "italic",
    "prediction": "italic",
    "attribution": "italic",
}


def score_words(sentence: str, claims: Sequence[BaseClaim]) -> str:
    """The features that moved the score of a sentence most, on one line: `+0.60 class quantity`.

    The numbers are log odds; `claims` are all of the sentence, or those that are shown.
    """
    from claimcheck.checkworthiness.scoring import reasons_for  # noqa: PLC0415 - `--help` does without it

    return ", ".join(f"{reason.effect:+.2f} {reason.feature}" for reason in reasons_for(sentence, claims))


class _Console(Console):
    """A console that leaves a closed pipe to the command line; rich would end the program itself."""

    def on_broken_pipe(self) -> None:
        raise  # noqa: PLE0704 - rich calls this while it handles the error


def make_console(out: TextIO, options: WritingOptions) -> Console:
    """A console that uses styles if, and only if, the options say so, whatever the environment says."""
    depth = None
    if options.styled:
        terminal = os.environ.get("TERM", "")
        rich_colours = os.environ.get("COLORTERM", "") in ("truecolor", "24bit") or "256color" in terminal
        depth = "256" if rich_colours else "standard"
    return _Console(
        file=out,
        force_terminal=options.styled,
        color_system=depth,  # type: ignore[arg-type]  # rich's own names
        no_color=depth != "256",
        width=options.width,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def claim_marks(console: Console, options: WritingOptions) -> tuple[str, str]:
    """What stands around the words of a claim: nothing where they are styled, else brackets of no text."""
    if options.styled:
        return "", ""
    try:
        "⟦⟧".encode(console.encoding)
    except (UnicodeEncodeError, LookupError):
        return "[[", "]]"
    return "⟦", "⟧"


def print_line(console: Console, line: Text) -> None:
    """Print a line as it is: not wrapped, not clipped, no blanks at its end."""
    line.rstrip()
    console.print(line, soft_wrap=True, crop=False)


def write_table(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """A table per article, and below the last one how many claims of each kind there are.

    Without styles the words of a claim stand in white square brackets, ⟦ and ⟧.
    """
    console = make_console(out, options)
    counts: Counter[str] = Counter()
    articles = 0
    for document, lines in put_together(
        documents, lambda document: (document, list(_Layout(document, console, options).lines())), options
    ):
        articles += 1
        counts.update(claim.kind for claim in document.claims)
        for line in lines:
            print_line(console, line)
        print_line(console, Text())
        out.flush()
    for line in _summary(counts, articles):
        print_line(console, line)


@dataclass(frozen=True, slots=True)
class _Row:
    """One claim, its parts safe to show."""

    kind: Text
    subject: Text
    value: Text
    before: str
    words: str
    after: str
    qualifiers: Text


class _Layout:
    """Lays out the claims of one article for a width."""

    def __init__(self, document: Document, console: Console, options: WritingOptions) -> None:
        self.source = shown(document.source)
        self.kept = shown(kept_words(document.fields))
        self.claims = document.claims
        self.text_lines = None if document.text is None else Lines(document.text)
        self.rows = [_row(claim) for claim in document.claims]
        self.console = console
        self.options = options
        width = options.width
        subject = max((row.subject.cell_len for row in self.rows), default=0)
        value = max((row.value.cell_len for row in self.rows), default=0)
        self.kind_width = max((row.kind.cell_len for row in self.rows), default=0)
        self.subject_width = max(min(subject, width // 6 if width else MAX_CELL), len("subject"))
        self.value_width = max(min(value, width // 5 if width else MAX_CELL), len("value"))
        taken = MARGIN + self.kind_width + self.subject_width + self.value_width + 3 * len(GAP)
        self.sentence_width = width - MARGIN - taken if width else None
        self.is_stacked = self.sentence_width is not None and self.sentence_width < MIN_SENTENCE_CELLS
        if self.is_stacked:
            assert width is not None
            self.sentence_width = max(width - 2 * MARGIN - self.kind_width - len(GAP), MIN_STACKED_CELLS)
            self.subject_width, self.value_width = _shared(
                self.sentence_width - len(GAP), max(subject, len("subject")), max(value, len("value"))
            )

    def lines(self) -> Iterator[Text]:
        """The lines of the table, top to bottom."""
        title = Text.assemble(
            " " * MARGIN, (self.source, "bold"), GAP, (counted(len(self.rows), "claim"), "dim")
        )
        if self.kept:
            title.append(GAP + self.kept, "dim")
        yield title
        if not self.rows:
            return
        yield Text()
        yield self._header()
        yield Text(" " * MARGIN + "─" * self._rule_width(), "dim")
        if self.options.grouped:
            yield from self._grouped_lines()
            return
        for row in self.rows:
            yield from self._row_lines(row)

    def _sentence_head(self, claim: BaseClaim) -> Iterator[Text]:
        """The place, score and words of a sentence, and what moved the score most if that is asked for."""
        sentence = claim.sentence
        score = "" if sentence.score is None else f"{sentence.score:.2f}  "
        head = Text.assemble(
            (self._place(claim), "bold"), GAP, (score, "bold"), (shown(sentence.text), "dim")
        )
        yield from self._paragraph(head)
        if self.options.explained:
            inside = [other for other in self.claims if other.sentence.start == sentence.start]
            yield from self._paragraph(Text(f"why: {score_words(sentence.text, inside)}", "dim"))

    def _paragraph(self, words: Text) -> Iterator[Text]:
        """Words on as many lines as the width asks for, each with the margin."""
        width = self.options.width
        lines = [words]
        if width is not None:
            lines = _wrap(words, max(width - 2 * MARGIN, MIN_STACKED_CELLS), self.console)
        yield from (Text(" " * MARGIN).append_text(line) for line in lines)

    def _grouped_lines(self) -> Iterator[Text]:
        """Each sentence with its line and score, and below it its claims: kind, subject, value, words."""
        last = None
        for claim, row in zip(self.claims, self.rows, strict=True):
            if claim.sentence.start != last:
                last = claim.sentence.start
                yield Text()
                yield from self._sentence_head(claim)
            columns = [
                [row.kind],
                self._broken(row.subject, self.subject_width),
                self._broken(row.value, self.value_width),
            ]
            words = self._marked(row)
            if row.qualifiers:
                words.append(GAP).append_text(row.qualifiers)
            tail = [words] if self.is_stacked else self._wrapped(words)
            for index in range(max(map(len, [*columns, tail if not self.is_stacked else []]))):
                line = self._padded([column[index] if index < len(column) else Text() for column in columns])
                if not self.is_stacked and index < len(tail):
                    line.append_text(tail[index])
                yield line
            if self.is_stacked:
                indent = " " * (MARGIN + self.kind_width) + GAP
                yield from (Text(indent).append_text(part) for part in self._wrapped(words))

    def _marked(self, row: _Row) -> Text:
        """The words of a claim, told from all that stands beside them; the style is theirs alone."""
        opening, closing = claim_marks(self.console, self.options)
        style = f"bold underline {kind_colour(row.kind.plain)}"
        return Text.assemble((f"{opening}{row.words}{closing}", style))

    def _place(self, claim: BaseClaim) -> str:
        """The page or line that a claim stands on; its offset where the text is not at hand."""
        page, line = getattr(claim.location, "page", None), getattr(claim.location, "line", None)
        if page is not None:
            return f"page {page}"
        if line is None and self.text_lines is not None:
            line, _ = self.text_lines.at(claim.sentence.start)
        return f"@{claim.sentence.start}" if line is None else f"line {line}"

    def _header(self) -> Text:
        titles = [Text("kind", "dim"), Text("subject", "dim"), Text("value", "dim")]
        cells = self._padded(titles)
        if not self.is_stacked:
            cells.append("in the text", "dim")
        return cells

    def _rule_width(self) -> int:
        if self.options.width:
            return self.options.width - 2 * MARGIN
        return self.kind_width + self.subject_width + self.value_width + 3 * len(GAP) + len("in the text")

    def _row_lines(self, row: _Row) -> Iterator[Text]:
        """The lines of one claim: in columns, or with its sentence below it."""
        columns = [
            [row.kind],
            self._broken(row.subject, self.subject_width),
            self._broken(row.value, self.value_width),
        ]
        sentence = self._sentence(row)
        if row.qualifiers:
            sentence += self._wrapped(row.qualifiers)
        height = max(len(column) for column in columns)
        if not self.is_stacked:
            height = max(height, len(sentence))
        for index in range(height):
            line = self._padded([column[index] if index < len(column) else Text() for column in columns])
            if not self.is_stacked and index < len(sentence):
                line.append_text(sentence[index])
            yield line
        if self.is_stacked:
            indent = " " * (MARGIN + self.kind_width) + GAP
            for part in sentence:
                yield Text(indent).append_text(part)

    def _padded(self, cells: Sequence[Text]) -> Text:
        line = Text(" " * MARGIN)
        for cell, width in zip(cells, (self.kind_width, self.subject_width, self.value_width), strict=True):
            line.append_text(cell)
            line.append(" " * (width - cell.cell_len) + GAP)
        return line

    def _broken(self, cell: Text, width: int) -> list[Text]:
        """A cell over as many lines as it needs, or on a screen as many as it may fill."""
        if cell.cell_len <= width:
            return [cell]
        lines = _wrap(cell, width, self.console)
        if self.options.crop and len(lines) > MAX_LINES:
            lines = lines[:MAX_LINES]
            last = lines[-1]
            last.truncate(cell_len(_head(last.plain, width - 1, at_word=True)) or width - 1)
            last.rstrip()
            last.append("…")
        return lines

    def _wrapped(self, text: Text) -> list[Text]:
        if self.sentence_width is None or text.cell_len <= self.sentence_width:
            return [text]
        return _wrap(text, self.sentence_width, self.console)

    def _sentence(self, row: _Row) -> list[Text]:
        """The sentence around the claim: one line on a screen, in full elsewhere."""
        opening, closing = claim_marks(self.console, self.options)
        before, words, after = row.before, row.words, row.after
        if self.options.crop and self.sentence_width is not None:
            room = self.sentence_width - cell_len(opening + closing)
            before, words, after = _cropped(before, words, after, room)
        return self._wrapped(Text.assemble(before, self._marked(replace(row, words=words)), after))


def _shared(room: int, first: int, second: int) -> tuple[int, int]:
    """Widths for two columns that want `first` and `second` cells: all they want, or a fair half."""
    if first + second > room:
        half = room // 2
        if first <= half:
            second = room - first
        elif second <= room - half:
            first = room - second
        else:
            first, second = half, room - half
    return first, second


def _row(claim: BaseClaim) -> _Row:
    before, words, after = _in_sentence(claim)
    return _Row(
        kind=Text(claim.kind, kind_colour(claim.kind)),
        subject=_subject(claim),
        value=Text(isolated(shown(claim.value.describe(claim.comparator))), "bold"),
        before=before,
        words=words,
        after=after,
        qualifiers=_qualifiers(claim),
    )


def _subject(claim: BaseClaim) -> Text:
    """The name a claim is about, and beside it the words that stand for it."""
    if claim.subject is None:
        return Text("–", "dim")
    words = shown(claim.subject.text)
    resolved = claim.subject.resolved
    if resolved is None or shown(resolved) == words:
        return Text(isolated(words))
    return Text.assemble(isolated(shown(resolved)), (f" “{isolated(words)}”", "dim"))


def _qualifiers(claim: BaseClaim) -> Text:
    """What is not at its default, as people say it; empty for a flat assertion of the author."""
    parts = [Text(isolated(words), _QUALIFIER_STYLES[name]) for name, words in find_qualifiers(claim)]
    return Text("↳ ", "dim") + Text(" · ", "dim").join(parts) if parts else Text()


def _in_sentence(claim: BaseClaim) -> tuple[str, str, str]:
    """What stands before the claim in its sentence, its words, and what stands after it."""
    sentence = claim.sentence
    start = max(claim.start - sentence.start, 0)
    end = max(claim.end - sentence.start, start)
    before = sentence.text[max(start - SENTENCE_WINDOW, 0) : start]
    after = sentence.text[end : end + SENTENCE_WINDOW]
    if start > SENTENCE_WINDOW:
        before = "…" + before
    if len(sentence.text) > end + SENTENCE_WINDOW:
        after += "…"
    words = claim.text
    if len(words) > 2 * SENTENCE_WINDOW:
        words = f"{words[:SENTENCE_WINDOW]} … {words[-SENTENCE_WINDOW:]}"
    return shown(before).lstrip(), isolated(shown(words)), shown(after).rstrip()


def _cropped(before: str, words: str, after: str, room: int) -> tuple[str, str, str]:
    """The parts cut to fit `room` cells together: the words first, then as much around them as there is."""
    if cell_len(before) + cell_len(words) + cell_len(after) <= room:
        return before, words, after
    space = room - cell_len(words)
    if space < 2:  # one ellipsis on either side
        half = max((room - 3) // 2, 1)
        head, tail = _head(words, half, at_word=True), _tail(words, room - half - 3, at_word=True)
        return "", f"{head} … {tail}", ""
    # Reading runs on after the claim less often than up to it: its subject and verb stand before it.
    left = max(space * 2 // 3, space - cell_len(after))
    left = min(left, cell_len(before))
    right = min(space - left, cell_len(after))
    if cell_len(before) > left:
        before = "…" + _tail(before, left - 1, at_word=True)
    if cell_len(after) > right:
        after = _head(after, right - 1, at_word=True).rstrip(",;: ") + "…"
    return before, words, after


def _head(text: str, cells: int, *, at_word: bool = False) -> str:
    """The first `cells` cells, if possible up to the end of a word."""
    if cells <= 0:
        return ""
    head = set_cell_size(text, cells).rstrip()
    if at_word and not text[len(head) : len(head) + 1].isspace():
        cut = head.rfind(" ")
        head = head[:cut] if cut >= 0 else head
    return head


def _tail(text: str, cells: int, *, at_word: bool = False) -> str:
    """The last `cells` cells, if possible from the start of a word."""
    if cells <= 0:
        return ""
    tail = text[-cells:]  # no character is narrower than its cells except marks, which stay with their letter
    while cell_len(tail) > cells:
        tail = tail[1:]
    if at_word and not text[: len(text) - len(tail)].endswith(" ") and " " in tail:
        tail = tail[tail.index(" ") :]
    return tail.lstrip() if at_word else tail


def _wrap(text: Text, width: int, console: Console) -> list[Text]:
    """The text in lines of `width` cells, broken between words and, where a word is longer, inside it."""
    lines = list(text.wrap(console, width, overflow="fold"))
    for line in lines:
        line.rstrip()
    return lines


def _summary(counts: Counter[str], articles: int) -> Iterator[Text]:
    """A line per kind, and the sum."""
    total = counts.total()
    where = f" in {articles} articles" if articles > 1 else ""
    if not total:
        yield Text(f"{' ' * MARGIN}no claims{where}", "dim")
        return
    kind_width = max(map(len, counts))
    number_width = len(f"{total:,}")
    for kind, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        name = f"{kind:<{kind_width}}"
        yield Text.assemble(" " * MARGIN, (name, kind_colour(kind)), f"{GAP}{count:>{number_width},}")
    yield Text(f"{' ' * MARGIN}{'':<{kind_width}}{GAP}{counted(total, 'claim')}{where}", "bold")
