"""The words of a text as the name finder sees them: offsets, letter case, what stands between them.

The split is the finder's own and needs no spaCy tokens, so names are found alike under every tokeniser.
A word keeps inner hyphens, full stops and ampersands ("GPT-3", "Node.js", "AT&T"); a possessive ending is
cut off; "US-based" is two words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_memory import WordMemory
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import load_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(
    r"[A-Z]\.(?:[A-Z]\.)+(?:[A-Z](?![^\W_]))?"  # U.S.  J.R.R.
    r"|(?:[^\W_]|(?<![\w.])\.(?=[A-Z]))[^\W_]*"  # a plain word or .NET
    r"(?:[-‐‑&_'’‘ʼ][^\W_]+|\.(?=[a-z0-9])[^\W_]+)*"
    r"(?:\+\+|[#*](?![\w*]))?"  # C++  C#  F*
)
_POSSESSIVE = frozenset({"'s", "’s", "‘s", "ʼs", "'S", "’S", "‘S"})
# "People's Army", "King's College": the possessive is inside the name.
_POSSESSIVE_PARTS = WordSet("names/possessive_part")
_OPENING_MARKS = frozenset('.!?…:\n\r"“”‘•*|—')
# A full stop after these does not end a sentence.
_ABBREVIATIONS = WordSet("names/abbreviation")


class Case(IntEnum):
    """How a word is capitalised."""

    LOWER = 0  # also digits and scripts without letter case
    NUMBER = 1
    CAPITALISED = 2
    UPPER = 3  # two capitals or more and no small letter: NASA, GPT-3
    MIXED = 4  # PyTorch, iPhone, LLaMA-2
    INITIAL = 5  # a single capital: C, J.


# Before Python 3.12 a member is dear to look up on its class, and rules ask for them at every word.
LOWER, NUMBER, CAPITALISED, UPPER, MIXED, INITIAL = Case


@dataclass(slots=True)
class NameWords:
    """Parallel lists, one item per word.

    `gaps[i]` is the text between word i-1 and word i, where a possessive ending counts as gap;
    `opens[i]` says that a capital at word i may be owed to a sentence start, a heading or a quotation.
    """

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    opens: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.forms)

    def slice(self, first: int, last: int) -> str:
        """Text from word `first` to word `last`, exclusive."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def case_of(form: str) -> Case:
    """Letter case of one word."""
    if form.islower():
        return Case.LOWER
    first = form[0]
    if first.isdigit() and form.replace(".", "").replace("-", "").isdigit():
        return Case.NUMBER
    if form.isupper():
        letters = sum(map(str.isalpha, form))
        if letters == 1:
            return Case.INITIAL if len(form) == 1 or not form[-1].isdigit() else Case.UPPER
        return Case.UPPER
    if first.isupper():
        rest = form[1:]
        if rest.islower() or (
            "-" in form and all((p[:1].isupper() and p[1:].islower()) or p.islower() for p in form.split("-"))
        ):
            return Case.CAPITALISED
        if form[0:2] in {"Mc", "O'", "O’", "D'", "D’", "L'"} or (
            form.startswith("Mac") and form[3:].istitle()
        ):
            return Case.CAPITALISED
        return Case.MIXED
    if any(map(str.isupper, form)):
        return Case.MIXED
    return Case.LOWER


_CASES = WordMemory(case_of)


def split_words(text: str) -> NameWords:
    """Words of `text` in reading order. Linear in the length of the text."""
    starts: list[int] = []
    ends: list[int] = []
    forms: list[str] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        form = match[0]
        if "-" in form or form[-2:] in _POSSESSIVE:
            for piece_start, piece_end in _pieces(text, start, end):
                starts.append(piece_start)
                ends.append(piece_end)
                forms.append(text[piece_start:piece_end])
        else:
            starts.append(start)
            ends.append(end)
            forms.append(form)
    gaps = [text[end:start] for end, start in zip([0, *ends], starts, strict=False)]
    opens = [gap != " " and _is_opening(gap, before) for gap, before in zip(gaps, ["", *forms], strict=False)]
    opens[:1] = [True] * len(forms[:1])
    cases = [LOWER if form.islower() else _CASES[form] for form in forms]
    return NameWords(text, starts, ends, forms, cases, gaps, opens)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words in a match that may end in a possessive or may be two by its hyphen."""
    form = text[start:end]
    if (
        form[-2:] in _POSSESSIVE
        and len(form) > 2
        and not (
            form[:-2] in _POSSESSIVE_PARTS
            and text[end : end + 1] == " "
            and text[end + 1 : end + 2].isupper()
        )
    ):
        form = form[:-2]
        end -= 2
    if "-" in form and not form.islower():
        head, _, tail = form.rpartition("-")
        lead, _, rest = form.partition("-")
        if tail in load_cues("hyphen_suffix") and head:
            yield start, start + len(head)
            yield end - len(tail), end
            return
        if lead.islower() and rest[0].isupper() and len(lead) > 2:
            yield start, start + len(lead)
            yield end - len(rest), end
            return
    yield start, end


def _is_opening(gap: str, before: str) -> bool:
    """Whether a sentence, a heading or a quotation may start after the word `before` and the gap."""
    if gap == "-" or _OPENING_MARKS.isdisjoint(gap):
        return False
    return gap != ". " or (
        before not in _ABBREVIATIONS and (len(before) > 1 or before.islower() or before.isdigit())
    )
