"""The brief that a person reads: two lines of summary, then one line for each thing to check first."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

from claimcheck.brief import holder_of
from claimcheck.wording import counted
from claimcheck.writing.colours import kind_colour
from claimcheck.writing.qualifiers import find_qualifiers
from claimcheck.writing.table import make_console, score_words
from claimcheck.writing.terminal_text import isolated, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.brief import Brief, BriefLine
    from claimcheck.claims.base import BaseClaim
    from claimcheck.writing import WritingOptions

MAX_OTHERS = 3
"""Further claims of a sentence that are named; the rest is counted."""


def write_brief(brief: Brief, text: str | None, out: TextIO, options: WritingOptions) -> None:
    """Print the brief of one document; with its text, places are lines, otherwise offsets.

    Where `options.explained`, the features that moved the score of each sentence most stand below it.
    """
    console = make_console(out, options)
    starts = [0, *(place + 1 for place, char in enumerate(text or "") if char == "\n")]
    console.print(Text(shown(brief.source), "bold"), soft_wrap=options.width is None)
    for words in brief.summary:
        console.print(Text(f"  {shown(words)}"), soft_wrap=options.width is None)
    for number, line in enumerate(brief.lines, start=1):
        for part in _paragraph(number, line, None if text is None else starts):
            console.print(part, soft_wrap=options.width is None)
        if options.explained:
            features = score_words(line.claim.sentence.text, (line.claim, *line.others))
            console.print(Text(f"       score: {shown(features)}", "dim"), soft_wrap=options.width is None)
    if brief.left:
        console.print(Text(f"  and {counted(brief.left, 'more sentence')} with claims", "dim"))
    console.print()


def _paragraph(number: int, line: BriefLine, starts: list[int] | None) -> Iterator[Text]:
    claim = line.claim
    head = Text.assemble(
        f"{number:>3}. ", (f"{line.score:.2f}", "bold"), "  ", (_place(claim, starts), "dim"), "  "
    )
    said = claim.value.describe(claim.comparator)
    if not (claim.subject_name and said.startswith(claim.subject_name)):  # "Ann Ray said" names her
        head.append(isolated(shown(claim.subject_name)) if claim.subject_name else "–")
        head.append(": ")
    head.append(isolated(shown(said)), f"bold {kind_colour(claim.kind)}")
    head.append(f"  “{isolated(shown(claim.text))}”", "dim")
    said_by = holder_of(claim) or "the author"
    qualifiers = [words for name, words in find_qualifiers(claim) if name != "attribution"]
    head.append(f"  said by {isolated(shown(said_by))}{''.join(f', {words}' for words in qualifiers)}")
    yield head
    if line.reasons:
        yield Text(f"       why: {', '.join(line.reasons)}", "dim")
    others = _without_doubles(line)
    if others:
        named = "; ".join(isolated(shown(other.text)) for other in others[:MAX_OTHERS])
        more = len(others) - MAX_OTHERS
        yield Text(f"       with: {named}{f' and {more} more' if more > 0 else ''}", "dim")
    if line.repeats:
        places = ", ".join(_place(claim, starts) for claim in line.repeats)
        yield Text(f"       again: {places}", "dim")


def _without_doubles(line: BriefLine) -> list[BaseClaim]:
    """The other claims of a sentence, those left out whose words stand within those of one before.

    So is a quotation around the foremost claim, which folds with it: who says so is told of that.
    """
    kept: list[BaseClaim] = []
    for other in sorted(line.others, key=lambda claim: claim.start - claim.end):
        if other.kind == "quote" and other.start <= line.claim.start and line.claim.end <= other.end:
            continue
        if not any(known.start <= other.start and other.end <= known.end for known in (line.claim, *kept)):
            kept.append(other)
    return sorted(kept, key=lambda claim: claim.start)


def _place(claim: BaseClaim, starts: list[int] | None) -> str:
    location = claim.location
    page, number = getattr(location, "page", None), getattr(location, "line", None)
    if page is not None:
        return f"p. {page}"
    if number is not None:
        return f"l. {number}"
    return f"@{claim.start}" if starts is None else f"l. {bisect_right(starts, claim.start)}"
