"""Sentences of plain English text, by rules alone: no model, no spaCy, linear time on any text.

Three steps. Lines become *blocks* no sentence runs across (paragraphs, headings, list items, table rows;
the lines of hard-wrapped prose are one block). Marks in a block (`.`, `!`, `?`, ellipses) are then judged one
by one, from the word before and the word after. Items of a list that runs on within one line are parted too.

The lists behind it are `lexicons/en/abbreviations.csv` and `lexicons/en/sentence_openers.csv`. A colon, a
semicolon or a dash never ends a sentence. Text without marks stays one sentence, however long.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from claimcheck.errors import LexiconError
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.quantities import load_number_words, load_unit_words
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.notation.datelines import end_of_dateline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Span = tuple[int, int]

AbbreviationKind = Literal["title", "inner", "reference", "date", "time", "common", "ending", "name"]
"""What may follow an abbreviation.

- `title` a name: "Dr. Okafor". Never ends a sentence before a capital.
- `inner` the rest of the phrase: "e.g.", "vs.". Never ends a sentence.
- `reference` a number or a bracket: "Fig. 3".
- `date` a day or a year: "Jan. 4".
- `time` ends a sentence, except in its opening phrase: "At 5 a.m. Mr. Pike left."
- `common` more of the sentence or a new one: "Inc.". Ends a sentence before a sentence opener only.
- `ending` ends a sentence before any capital, never before a small letter: "etc.", "4 lbs.".
- `name` a name that ends in `!` or `?`; like `common`.
"""

# A word that carries a mark is looked at up to this many code points back: no listed abbreviation, initial
# or list number is longer.
_WORD_REACH = 24
# A heading or the last line of a paragraph is short against the other lines. Prose is hardly ever wrapped
# narrower than this, so a shorter line that could take the next word still counts as complete.
_NARROWEST_PROSE_COLUMNS = 45

# Lines of a list of things are shorter than this.
_WIDEST_LISTING_COLUMNS = 60

_CLOSERS = "\"'”’»)\\]}*_`›″"
_OPENERS = "\"'“‘«(\\[{*_`‹„¿¡—–@#$€£¥₹~≈±+-"
# Pictures and emoticons belong to the sentence they follow.
_EMOJI = "\U0001f000-\U0001faff\u2600-\u26ff\ufe0f\u200d\u2764"

# "end of it.” [12]" : a run of marks, what closes behind it, numbers of notes in brackets. Possessive
# throughout, so that it takes a million quotation marks in one step and never tries them again.
_END = re.compile(
    rf"""
    (?P<marks> \.(?:[ \u00a0]\.)++ | [.!?…‼⁇⁈⁉]++ )
    (?P<closers> [{_CLOSERS}]*+ )
    (?P<notes> (?:
        \[ (?: \^\w{{1,12}} | \[?\^?\d{{1,3}}\]? ) \] (?: \([^()\s]{{1,80}}\) )?
        | [ ]?+ \[ (?: \d{{1,3}}(?:[,–-][ ]?\d{{1,3}}){{0,8}} | [a-z] | note[ ]\d{{1,3}}
            | citation[ ]needed ) \]
        | [ ]?+ (?: [{_EMOJI}]++ | [:;=]-?[()DP](?!\w) )
        | [¹²³⁰⁴-⁹*†‡]++
    )*+ )
    """,
    re.VERBOSE,
)
# What stands after an end: white space, openers, the first word.
_NEXT = re.compile(rf"(?P<space>\s++)(?P<openers>[{_OPENERS}]*+)(?P<word>[^\W_]?(?:[\w’'&]{{0,30}}))")
# "in the study.23 The", "in the study. 4 The": the number of a note, glued to the end or apart from it.
_GLUED_NOTE = re.compile(r"\d{1,3}(?=\s)")
_CAPITALISED = re.compile(r"[A-Z][A-Za-z’']{0,20}(?![\w.])")
_LOOSE_NOTE = re.compile(r"\s\d{1,2}(?=\s+([A-Z][a-z’']*))")
# "1.", "2)", "(3)", "4.)", "a.", "iv)" before white space; bullets also without.
_NUMBER_MARKER = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxl]{2,6}|[IVXL]{2,6})[.)]{1,2}(?=\s)"
)
_BULLET = "•⁃‣▪●◦■□➢✓✔∙"
_BULLET_MARKER = re.compile(rf"[{_BULLET}]|[-–—*+·○](?=\s)")
_OPENING_MARKER = re.compile(rf"(?:[{_BULLET}*+-]\s?)?{_NUMBER_MARKER.pattern}")
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s")
_RULE_LINE = re.compile(r"[-=~*_#\s]{3,}\Z")
_TABLE_ROW = re.compile(r"\|.*\||\S(?:\t[ \t]*|[ ]{3,})\S")
_MAIL_QUOTE = re.compile(r"(?:>[ ]?)+")
_FIRST_WORD = re.compile(r"\S{1,40}")
# Words a heading does not end with and a wrapped line often does.
_JOINING_WORD = WordPattern(r"(?<!\S)(?:<splitting/joining>)\Z")
_LINE_END_MARKS = frozenset(".!?…:;。")
# "1. First item 2. Second item": the marker as its parts, anywhere in a line.
_INLINE_MARKER = re.compile(
    rf"(?:(?<=\s)|^)(?P<bullet>[{_BULLET}]\s?)?(?P<before>\(?)(?P<number>\d{{1,2}}|[a-z])(?P<after>\.\)|[.)])\s+(?=[^\W\d_a-z])"
)
_INLINE_BULLET = re.compile(rf"(?<=\s)[{_BULLET}]")
# "We need two things: 1. A lid 2. A pot"
_LIST_AFTER_COLON = re.compile(r":(?=\s+\(?1(?:\.\)|[.)])\s+[^\W\d_a-z])")
_CAPTION_LABEL = re.compile(
    r"(?:Figure|Fig\.|Table|Box|Exhibit|Chart)\s\d{1,3}(?:[.-]\d{1,3})?[.:]?(?=\s+[A-Z])"
)
_SECTION = re.compile(
    r"^[ \t]*(?P<number>(?P<part>\d{1,2}(?:\.\d{1,2}){0,2})\.(?P<item>\d{1,2}))"
    r"(?=[ \t]+(?P<word>[A-Z][a-z]*))",
    re.MULTILINE,
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|[A-Z]")
_NAME_GOES_ON = re.compile(r",|\.|\s(?:and|&|et)\s")
_VOWELLESS = re.compile(r"[B-DF-HJ-NP-TV-XZ]?[b-df-hj-np-tv-xz]{1,4}")
_SPEECH_TAG = WordPattern(
    r"(?:he|she|they|it|we|I"
    r"|[A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w.’'-]{1,20}){0,3})\s(?:<splitting/saying>)\b",
    re.IGNORECASE,
)
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATE_GOES_ON = re.compile(rf"(?:{_MONTHS})")  # "Mon. March 4"
# "5 p.m. EST", "5 p.m. Eastern", "5 p.m. Monday", "5 p.m. March 4"
_TIME_GOES_ON = re.compile(
    rf"(?:[A-Z]{{1,3}}T|UTC|Eastern|Central|Mountain|Pacific|Greenwich|Local|GMT)\Z"
    rf"|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\Z|(?:{_MONTHS})"
)
# An abbreviation stays one in brackets: "the (U.S.) Army".
_NO_QUOTATION = frozenset(["", "'", ")", "]"])
_TIME_OPENING = WordPattern(r"(?:<splitting/before_time>)\b")


class _Lexicon(NamedTuple):
    abbreviations: Mapping[str, AbbreviationKind]
    openers: frozenset[str]


@per_lexicon
def _load_lexicon() -> _Lexicon:
    abbreviations: dict[str, AbbreviationKind] = {}
    for row in load_rows("en/abbreviations.csv"):
        kind = row["kind"]
        if kind not in get_args(AbbreviationKind):
            message = f"en/abbreviations.csv: {row['abbreviation']!r} has the unknown kind {kind!r}"
            raise LexiconError(message)
        abbreviations[row["abbreviation"].rstrip(".")] = kind  # type: ignore[assignment]
    return _Lexicon(abbreviations, frozenset(row["word"] for row in load_rows("en/sentence_openers.csv")))


def split_sentences(text: str, left_out: Sequence[int] = ()) -> list[Span]:
    """Half-open code point offsets of the sentences of `text`, in reading order.

    Spans are trimmed of white space, never overlap, and cover every character that is not white space.
    Headings, list items, table rows and datelines are sentences of their own. Time and memory are linear in
    the length.

    Args:
        text: what is split.
        left_out: offsets into it, ascending, one for each character that its line had as it was broken.

    >>> [("Dr. Ola arrived at 5 p.m. She left.")[start:end] for start, end in
    ...  split_sentences("Dr. Ola arrived at 5 p.m. She left.")]
    ['Dr. Ola arrived at 5 p.m.', 'She left.']
    """
    lexicon = _load_lexicon()
    sections = _numbered_sections(text)
    sentences: list[Span] = []
    for block_start, block_end in find_blocks(text, left_out):
        start = block_start
        for end in _find_ends(text, block_start, block_end, lexicon, sections.get(block_start)):
            if end > start:
                sentences.append((start, end))
                start = _skip_space(text, end, block_end)
        if start < block_end:
            sentences.append((start, block_end))
    return [part for sentence in sentences for part in _past_dateline(text, *sentence)]


def _numbered_sections(text: str) -> Mapping[int, int]:
    """Where the numbers of paragraphs begin and end: "1.2 The charge", where a "1.1" or "1.3" opens one, too.

    A decimal number that opens a heading has no such neighbours: "2.1 Billion Cups Sold".
    """
    opening = {
        (found["part"], int(found["item"])): found.span("number")
        for found in _SECTION.finditer(text)
        if found["word"].lower() not in load_unit_words() and found["word"].lower() not in load_number_words()
    }
    return dict(
        span
        for (part, item), span in opening.items()
        if {(part, item - 1), (part, item + 1)} & opening.keys()
    )


def _past_dateline(text: str, start: int, end: int) -> Iterator[Span]:
    """The dateline of a sentence, a part of its own, and the sentence behind it."""
    behind = end_of_dateline(text, start, end)
    if start < behind < end:
        yield start, _trim_right(text, start, behind)
    yield behind, end


_SPACE = re.compile(r"\s*+")


def _skip_space(text: str, start: int, end: int) -> int:
    match = _SPACE.match(text, start, end)
    return match.end() if match else start


# Blocks: which lines belong together


class _Line(NamedTuple):
    start: int  # offsets of the line without outer white space
    end: int
    words: str  # the same without the ">" of quoted mail
    width: int  # columns of the words as they were written
    first_width: int  # and of the first of them


def _line(start: int, stripped: str, left_out: Sequence[int]) -> _Line:
    words = stripped
    if stripped[0] == ">" and (quoted := _MAIL_QUOTE.match(stripped)):
        words = stripped[quoted.end() :]
    first = _FIRST_WORD.match(words)
    width, first_width = len(words), first.end() if first else 0
    end = start + len(stripped)
    if left_out:
        before = bisect_left(left_out, start)
        first_width += bisect_right(left_out, end - width + first_width) - before
        width += bisect_right(left_out, end) - before
    return _Line(start, end, words, width, first_width)


def find_blocks(text: str, left_out: Sequence[int] = ()) -> Iterator[Span]:
    """Trimmed offsets of the stretches of `text` that no sentence runs across.

    A blank line always parts two blocks. A single line break does when one side is a heading, a list item, a
    table row or a short complete line; otherwise the two lines are prose that was wrapped.
    """
    paragraph: list[_Line] = []
    position = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = position + line.index(stripped[0])
            paragraph.append(_line(start, stripped, left_out))
        if paragraph and (not stripped or line.endswith("\u2029")):
            yield from _part_paragraph(paragraph)
            paragraph = []
        position += len(line)
    if paragraph:
        yield from _part_paragraph(paragraph)


def _part_paragraph(lines: list[_Line]) -> Iterator[Span]:
    if len(lines) == 1:
        yield lines[0].start, lines[0].end
        return
    width = max(line.width for line in lines)
    lower_starts = sum(line.words[:1].islower() for line in lines)
    narrow_prose = lower_starts * 3 >= len(lines)
    is_listing = width < _WIDEST_LISTING_COLUMNS and _is_listing(lines, width)
    block_start = lines[0].start
    in_list = _starts_item(lines[0].words)
    for before, after in pairwise(lines):
        if (is_listing and not _goes_on(before.words)) or _parts_lines(
            before, after, width, in_list=in_list, narrow_prose=narrow_prose
        ):
            yield block_start, before.end
            block_start = after.start
            in_list = _starts_item(after.words)
    yield block_start, lines[-1].end


def _is_listing(lines: list[_Line], width: int) -> bool:
    """Whether short lines without marks are a list of things, not a heading that was wrapped."""
    if any(_is_finished(line.words) for line in lines):
        return False
    return any(not _is_full(before, after, width) for before, after in pairwise(lines))


def _is_finished(words: str) -> bool:
    return words.rstrip("\"'”’)]*_`")[-1:] in _LINE_END_MARKS


def _is_full(before: _Line, after: _Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    return before.width + 1 + after.first_width > width


def _goes_on(words: str) -> bool:
    return words[-1:] in ",-–—(/&" or bool(_JOINING_WORD.search(words, max(0, len(words) - 8)))


def _starts_item(words: str) -> bool:
    return bool(_BULLET_MARKER.match(words) or _NUMBER_MARKER.match(words))


def _parts_lines(before: _Line, after: _Line, width: int, *, in_list: bool, narrow_prose: bool) -> bool:
    """Whether the line break between two lines ends a sentence.

    Wrapped prose is told by its measure: the first word of the next line would not have fitted on this one.
    """
    upper, lower = before.words, after.words
    if not upper or not lower or (before.words is upper and _quote_depth(before) != _quote_depth(after)):
        return True
    if _MARKDOWN_HEADING.match(upper) or _MARKDOWN_HEADING.match(lower):
        return True
    if _RULE_LINE.match(upper) or _RULE_LINE.match(lower):
        return True
    if _is_row(upper) or _is_row(lower):
        return True
    is_full = _is_full(before, after, width)
    is_finished = _is_finished(upper)
    if _BULLET_MARKER.match(lower):
        return True
    if _NUMBER_MARKER.match(lower):
        return in_list or is_finished or not is_full
    if _goes_on(upper):
        return False
    if lower[0].islower():
        return False
    if not is_full:
        return True
    return not is_finished and before.width < _NARROWEST_PROSE_COLUMNS and not narrow_prose


def _quote_depth(line: _Line) -> bool:
    return line.end - line.start != len(line.words)


def _is_row(words: str) -> bool:
    if "|" not in words and "\t" not in words and "   " not in words:
        return False
    marker = _BULLET_MARKER.match(words) or _NUMBER_MARKER.match(words)
    content = words[marker.end() :].lstrip() if marker else words
    return content.startswith("|") or bool(_TABLE_ROW.search(content))


# Ends within a block


def _find_ends(
    text: str, start: int, end: int, lexicon: _Lexicon, section_end: int | None = None
) -> Iterator[int]:
    """Offsets just behind each sentence of a block but the last, in order; the number of the section that
    opens it ends at `section_end`.
    """
    label = _CAPTION_LABEL.match(text, start, end)
    forced = _find_inline_items(text, start, end)
    if label or section_end is not None:
        forced = [label.end() if label else section_end or end, *forced]
    if not forced:
        yield from _find_marked_ends(text, start, end, lexicon)
        return
    sentence_start = start
    for cut in [*forced, end]:
        sentence_start = _skip_space(text, sentence_start, cut)
        yield from _find_marked_ends(text, sentence_start, cut, lexicon)
        if cut < end:
            yield cut
        sentence_start = cut


def _find_inline_items(text: str, start: int, end: int) -> list[int]:
    """Ends of the list items that follow each other within one line: "1) First 2) Second".

    Only where the block, or what follows a colon, begins with a marker of that form, and only in sequence.
    """
    if text[start] in _BULLET:
        bullets = _INLINE_BULLET.finditer(text, start, end)
        return [_trim_right(text, start, bullet.start()) for bullet in bullets]
    cuts: list[int] = []
    first = _INLINE_MARKER.match(text, start, end)
    if first is None:
        colon = _LIST_AFTER_COLON.search(text, start, end)
        first = _INLINE_MARKER.match(text, _skip_space(text, colon.end(), end), end) if colon else None
        if first is None or colon is None:
            return []
        cuts.append(colon.end())
    form = (first["before"], first["after"])
    expected = _next_number(first["number"])
    for match in _INLINE_MARKER.finditer(text, first.end(), end):
        is_next = match["number"] == expected and (match["before"], match["after"]) == form
        if is_next and text[_trim_right(text, start, match.start()) - 1] not in ",;":
            cuts.append(_trim_right(text, start, match.start()))
            expected = _next_number(expected)
    is_lone = len(cuts) == 1 and text[cuts[0] - 1] == ":"
    return [] if is_lone else cuts


def _next_number(number: str) -> str:
    return str(int(number) + 1) if number.isdecimal() else chr(ord(number) + 1)


def _trim_right(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _find_marked_ends(text: str, start: int, end: int, lexicon: _Lexicon) -> Iterator[int]:
    sentence_start = start
    for match in _END.finditer(text, start, end):
        if match.start() < sentence_start:
            continue
        cut = _judge_end(text, sentence_start, end, match, lexicon)
        if cut is not None:
            yield cut
            sentence_start = _skip_space(text, cut, end)


def _judge_end(text: str, start: int, end: int, match: re.Match[str], lexicon: _Lexicon) -> int | None:
    """Where the sentence that began at `start` ends if these marks end it, else None."""
    mark_start = match.start()
    marks, closers = match["marks"], match["closers"]
    if (marker := _OPENING_MARKER.match(text, start, end)) and marker.end() >= match.end():
        return None  # "1. First item", "2.) Second item", "A. Introduction", "IV. Results"
    after = _NEXT.match(text, match.end(), end)
    if after is None:
        return _judge_unspaced(text, start, end, match, lexicon)
    word, openers = after["word"], after["openers"]
    single_stop = marks == "."
    if (
        single_stop
        and not closers
        and (loose := _LOOSE_NOTE.match(text, match.end(), end))
        and loose[1] in lexicon.openers
        and _is_plain_word(_word_before(text, start, mark_start), lexicon)
    ):
        return loose.end()
    if not word:
        # Another mark, a symbol or an emoji: the sentence goes on unless a quotation or a bracket opens.
        return match.end() if single_stop and not closers and openers else None
    if word[0].islower() and not _is_camel(word):
        before = _word_before(text, start, mark_start)
        is_apart = not openers and match.end() == match.end("marks")
        return match.end() if is_apart and _is_careless_end(before, marks, word, lexicon) else None
    if not single_stop and marks[0] in ".…":
        return _judge_ellipsis(text, match, word)
    if not single_stop:
        if closers and _SPEECH_TAG.match(text, after.start("word"), end):
            return None
        name = _word_before(text, start, mark_start) + marks
        if name in lexicon.abbreviations and word not in lexicon.openers:
            return None
        return match.end()
    return (
        match.end()
        if closers[:1] not in _NO_QUOTATION or _stop_ends(text, start, mark_start, after)
        else None
    )


def _is_careless_end(before: str, marks: str, word: str, lexicon: _Lexicon) -> bool:
    """Whether a sentence ends before a small letter, as in hasty messages: "it works. they like it"."""
    if word.capitalize() not in lexicon.openers or (marks != "." and marks[0] in ".…"):
        return False
    is_whole_word = len(before) > 1 and before.isalpha() and before.islower()
    return is_whole_word and _is_plain_word(before, lexicon)


def _judge_unspaced(text: str, start: int, end: int, match: re.Match[str], lexicon: _Lexicon) -> int | None:
    """The end where no space follows: before a note ("study.23 The") or where it is missing ("fell.The")."""
    before = _word_before(text, start, match.start())
    is_word = len(before) > 1 and before.isalpha() and _is_plain_word(before, lexicon)
    if match.end() != match.end("marks"):
        return None
    forgotten = _CAPITALISED.match(text, match.end(), end)
    if forgotten:
        is_end = (is_word and before.islower()) or (before[-1:].isdecimal() and before[:1].isdecimal())
        is_ellipsis = match["marks"] != "." and match["marks"][0] in ".…"
        return match.end() if is_end and forgotten[0] in lexicon.openers and not is_ellipsis else None
    note = _GLUED_NOTE.match(text, match.end(), end)
    if note is None or match["marks"] != "." or not is_word:
        return None
    after = _NEXT.match(text, note.end(), end)
    return note.end() if after is not None and after["word"][:1].isupper() else None


def _judge_ellipsis(text: str, match: re.Match[str], word: str) -> int | None:
    if match["closers"].startswith(("]", ")")):
        return None
    if word in {"I", "I’m", "I'm", "I’ve", "I've", "I’ll", "I'll", "I’d", "I'd"}:
        return None
    mark_start = match.start()
    # "compounds. . . . The": a full stop, then three points that stand for words left out.
    is_attached = not text[mark_start - 1 : mark_start].isspace()
    if match["marks"] == ". . . ." and is_attached and not match["closers"]:
        return mark_start + 1
    return match.end()


def _word_before(text: str, start: int, mark_start: int) -> str:
    """The word a mark is attached to, without opening brackets and quotation marks; empty after a space."""
    reach = text[max(start, mark_start - _WORD_REACH) : mark_start]
    if not reach or reach[-1].isspace():
        return ""
    return reach.split()[-1].rpartition("/")[2].lstrip("\"'“‘«([{*_`—–-•⁃")


def _is_plain_word(word: str, lexicon: _Lexicon) -> bool:
    return bool(word) and word not in lexicon.abbreviations and not _INITIALS.fullmatch(word)


def _is_camel(word: str) -> bool:
    """Whether a word in lower case is a name such as iPhone or eBay."""
    return any(letter.isupper() for letter in word[1:])


def _stop_ends(text: str, start: int, mark_start: int, after: re.Match[str]) -> bool:
    """Whether a single full stop before a capital, a figure or a bracket ends the sentence."""
    lexicon = _load_lexicon()
    word, openers = after["word"], after["openers"]
    before = _word_before(text, start, mark_start)
    is_opener = word in lexicon.openers
    is_figure = word[0].isdecimal()
    if not before:
        return True
    kind = lexicon.abbreviations.get(before)
    if kind is None:
        if _INITIALS.fullmatch(before):
            return _initials_end(text, before, after, is_opener=is_opener)
        if _VOWELLESS.fullmatch(before) and not is_figure:
            return is_opener
        return True
    if kind in {"title", "inner"}:
        return False
    if kind == "ending":
        return not is_figure
    if "(" in openers or "[" in openers:
        return kind != "reference" and is_opener
    if kind == "reference":
        token = text[after.start("word") : after.end() + _WORD_REACH].split(None, 1)[0]
        return not (is_figure or _is_reference_word(token))
    if kind == "date":
        return not (is_figure or _DATE_GOES_ON.match(word))
    if kind == "time":
        is_opening = mark_start - start < 30 and _TIME_OPENING.match(text, start, mark_start)
        return is_opener or not (is_figure or is_opening or _TIME_GOES_ON.match(word))
    return is_opener


def _is_reference_word(token: str) -> bool:
    """Roman numbers, letters and what holds a figure: "Vol. XII", "App. B", "Fig. S3", "Ref. HR/20"."""
    word = token.rstrip(".,;:)")
    if any(letter.isdecimal() for letter in word) or not word.strip("IVXLC"):
        return True
    return len(word) == 1 and word != "I"


def _initials_end(text: str, before: str, after: re.Match[str], *, is_opener: bool) -> bool:
    """Whether "J." or "U.S." ends a sentence: before an opener that is no family name in a list of names."""
    if not is_opener:
        return False
    is_name = len(after["word"]) <= 3 and _NAME_GOES_ON.match(text, after.end())  # "X. He, Y. An and Z. So"
    return not (len(before) == 1 and before != "I" and is_name)
