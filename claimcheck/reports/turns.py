"""Transcripts: what stands behind "Ida Lund:" at the start of a paragraph is said by her.

A label is a speaker where it names a person, is the surname of one in capitals ("LUND:"), has a form of
address ("MR. DAHL:", "JUSTICE RUD:"), is a name in capitals ("IDA LUND:") or tells a part ("HOST:"), and
somebody speaks twice, in sentences: "Ida Lund: 5 goals" is a table. A turn is one paragraph, so that what a
writer adds between is nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

MIN_TURNS = 3
"""Fewer paragraphs that begin with a name and a colon may be a list of people."""

CUE = ":"

_LABEL = re.compile(
    r"(?:\n|\A)[ \t]*(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})(?: \([^()\n]{1,40}\))?:"
    r"(?=[ \t\n])[ \t]*"
)
_ADDRESSED = WordPattern(r"(?:<quote/form_of_address>)\.? \S", re.IGNORECASE)
_PART = WordPattern(r"<quote/part_in_talk>")
_SENTENCE_END = re.compile(r"[.?!…—–-][\"'”’)\]]*\s*\Z")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


class Turn(NamedTuple):
    """What one person says without a break; offsets of the text, without the label."""

    start: int
    end: int
    speaker: str


def find_turns(
    text: str, people: Iterable[tuple[int, int]], is_name: Callable[[str], bool] | None = None
) -> tuple[Turn, ...]:
    """The turns of a transcript, in their order; none where the text is no transcript.

    Args:
        text: the text of the article.
        people: the offsets of the names of persons in it.
        is_name: tells whether words in capitals are the name of a person; without it none are.
    """
    labels = list(_LABEL.finditer(text))
    if len(labels) < MIN_TURNS:
        return ()
    starts = dict(people)
    surnames = {text[start:end].rpartition(" ")[2].upper() for start, end in starts.items()}
    sure = [
        label
        for label in labels
        if _is_person(label, starts, is_name) or label["name"] in surnames or _PART.fullmatch(label["name"])
    ]
    last_words = {label["name"].rpartition(" ")[2] for label in sure}
    spoken = [label for label in labels if label in sure or label["name"] in last_words]
    counts = Counter(label["name"] for label in spoken)
    if len(spoken) < MIN_TURNS or max(counts.values(), default=0) < 2:
        return ()
    turns = tuple(_turns(text, spoken, labels))
    in_sentences = sum(_SENTENCE_END.search(text[turn.start : turn.end]) is not None for turn in turns)
    return turns if 2 * in_sentences > len(turns) else ()


def _is_person(label: re.Match[str], people: dict[int, int], is_name: Callable[[str], bool] | None) -> bool:
    name = label["name"]
    if _ADDRESSED.match(name):
        return True
    if is_name is not None and name.isupper() and is_name(name):
        return True
    return " " in name and people.get(label.start("name"), 0) == label.end("name")


def _turns(text: str, spoken: Sequence[re.Match[str]], labels: Sequence[re.Match[str]]) -> Iterator[Turn]:
    starts = [label.start() for label in labels]
    for label in spoken:
        break_ = _PARAGRAPH_END.search(text, label.end())
        end = len(text) if break_ is None else break_.start()
        after = bisect_right(starts, label.start())
        if after < len(starts):
            end = min(end, starts[after])
        yield Turn(label.end(), end, label["name"])
