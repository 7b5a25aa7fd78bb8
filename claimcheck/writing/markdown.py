"""Markdown: a heading and a table per article, for pull requests, wikis and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.columns import kept_words
from claimcheck.writing.qualifiers import find_qualifiers, subject_words
from claimcheck.writing.terminal_text import shown, without_mentions
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

# What could mean something in a line of Markdown (CommonMark 0.31, section 2.4; `|` and `~`: GFM).
_SYNTAX = re.compile(r"[\\`*_\[\]<>|~&$]")


def write_markdown(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """Each article under its name and fields, each claim a row with its sentence, as GitHub has tables."""
    gap = ""
    for section in put_together(documents, _section, options):
        out.write(gap + section)
        out.flush()
        gap = "\n"


def _section(document: Document) -> str:
    count = len(document.claims)
    lines = [f"## {escaped(document.source)}\n\n"]
    if document.fields:
        lines.append(f"{escaped(kept_words(document.fields))}\n\n")
    if count:
        lines.append("| kind | subject | value | in the text |\n| --- | --- | --- | --- |\n")
        lines += [*map(_row, document.claims), "\n"]
    lines.append(f"{count:,} {'claim' if count == 1 else 'claims'}\n" if count else "No claims.\n")
    return "".join(lines)


def escaped(text: str) -> str:
    r"""The text on one line, with everything that Markdown would read as markup escaped.

    Names that GitHub would tell of it are parted from their sign, which is not to be seen.

    >>> escaped("a|b *c*\n<script>")
    'a\\|b \\*c\\* \\<script\\>'
    """
    return without_mentions(_SYNTAX.sub(r"\\\g<0>", shown(text)), "&#8203;")


def _row(claim: BaseClaim) -> str:
    cells = (
        claim.kind.replace("_", " "),
        escaped(subject_words(claim)),
        escaped(claim.value.describe(claim.comparator)),
        _sentence(claim),
    )
    return f"| {' | '.join(cells)} |\n"


def _sentence(claim: BaseClaim) -> str:
    """The sentence with the words of the claim in bold, and its qualifiers behind it."""
    sentence = claim.sentence
    start = max(claim.start - sentence.start, 0)
    end = max(claim.end - sentence.start, start)
    # Emphasis by tag: `**` opens nothing before some punctuation (CommonMark 0.31, section 6.2).
    parts = (
        escaped(sentence.text[:start]).lstrip(),
        f"<b>{escaped(claim.text)}</b>",
        escaped(sentence.text[end:]).rstrip(),
    )
    qualifiers = ", ".join(escaped(words) for _, words in find_qualifiers(claim))
    return "".join(parts) + (f" (_{qualifiers}_)" if qualifiers else "")
