"""What holds for every text, and the runs that look for one for which it does not."""

from __future__ import annotations

import csv
import io
import json
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from odd_texts import make_text
from pyarrow import parquet
from spacy.tokens import DocBin

from claimcheck import Document, extract
from claimcheck.quantities.finding import explain_numerals, find_quantities
from claimcheck.writing import WRITERS, WritingOptions

if TYPE_CHECKING:
    from collections.abc import Callable

SLOW_SECONDS = 5.0
"""A text of some hundred words that takes longer is reported; the usual ones take some thousandths."""


@dataclass
class Tally:
    """What a run has seen. A fault is a line that says how to see it again."""

    name: str
    seed: int
    runs: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    shown: dict[str, str] = field(default_factory=dict)

    def fault(self, kind: str, where: str) -> None:
        """Count a fault, and keep where the first of its kind is."""
        self.faults[kind] += 1
        self.shown.setdefault(kind, where)

    def report(self) -> str:
        """The run on a line, and its faults below, the most frequent first."""
        lines = [f"{self.name}: seed {self.seed}, {self.runs:,} runs, {self.faults.total()} faults"]
        lines += [
            f"  {count:>6} {kind}; first: {self.shown[kind]}" for kind, count in self.faults.most_common()
        ]
        return "\n".join(lines)


def check_claims(text: str, model: str | None) -> None:
    """Offsets give back the words, ids differ, JSON reads back equal, and a second run gives the same."""
    document = extract(text, model=model)
    for claim in document.claims:
        assert text[claim.start : claim.end] == claim.text, "offsets of a claim"
        assert claim.start < claim.end, "an empty claim"
        sentence = claim.sentence
        assert text[sentence.start : sentence.end] == sentence.text, "offsets of a sentence"
        assert sentence.start <= claim.start, "a claim before its sentence"
        for part in (claim.subject, *claim.cues):
            assert part is None or text[part.start : part.end] == part.text, "offsets of a subject or cue"
    for entity in document.entities:
        assert text[entity.start : entity.end] == entity.text, "offsets of a name"
    assert len({claim.id for claim in document.claims}) == len(document.claims), "ids"
    starts = [claim.start for claim in document.claims]
    assert starts == sorted(starts), "order"
    written = document.model_dump_json()
    assert Document.model_validate_json(written) == document, "reading JSON back"
    assert extract(text, model=model).model_dump_json() == written, "two runs differ"


def check_numbers(text: str) -> None:
    """Every numeral is accounted for once, quantities give back their words and do not overlap."""
    quantities = find_quantities(text)
    end = 0
    for quantity in quantities:
        assert text[quantity.start : quantity.end] == quantity.text, "offsets of a quantity"
        assert end <= quantity.start <= quantity.number_start < quantity.number_end <= quantity.end, "overlap"
        end = quantity.end
        values = [
            v
            for v in (quantity.number, quantity.low, quantity.high, *(quantity.sides or ()))
            if v is not None
        ]
        assert values, "a quantity without a number"
        assert all(value.is_finite() and abs(value) < 1e305 for value in values), "a number beyond reason"
    for account in explain_numerals(text):
        assert text[account.start : account.end] == account.text, "offsets of a numeral"
        assert (account.quantity is None) != (account.set_aside_by is None), "a numeral without account"
        assert account.set_aside_by != "unread", "a numeral unread"


def run_over_texts(
    name: str, check: Callable[[str], None], *, seed: int, count: int, first: int = 0
) -> Tally:
    """Hold `check` against texts `first` to `first + count` of a seed."""
    tally = Tally(name, seed)
    for number in range(first, first + count):
        text = make_text(seed, number)
        started = time.perf_counter()
        try:
            check(text)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__}: {error} ({place.filename.rpartition('/')[2]}:{place.lineno})"
            tally.fault(kind.replace("\n", " ")[:200], f"text {number}: {text[:80]!r}")
        if time.perf_counter() - started > SLOW_SECONDS:
            tally.fault("slow", f"text {number}: {len(text)} characters")
        tally.runs += 1
    return tally


def check_writers(text: str) -> None:
    """Every format takes what a text gives, and what it writes can be read again."""
    document = extract(text, model="blank").model_copy(update={"text": text})
    for name, writer in WRITERS.items():
        raw = io.BytesIO()
        out = io.TextIOWrapper(raw, encoding="utf-8", newline="", write_through=True)
        writer.write([document, document], out, WritingOptions(several=True, width=80))
        out.flush()
        content = raw.getvalue()
        if name in ("json", "annotation", "sarif"):
            json.loads(content)
        elif name in ("jsonl", "prodigy"):
            lines = content.decode().split("\n")[:-1]
            assert all(isinstance(json.loads(line), dict) for line in lines), name
        elif name == "csv":
            rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
            assert len(rows) == 1 + 2 * len(document.claims), "rows of CSV"
        elif name == "parquet":
            assert parquet.read_table(io.BytesIO(content)).num_rows == 2 * len(document.claims), (
                "rows of Parquet"
            )
        elif name == "docbin":
            assert len(DocBin().from_bytes(content)) == 2, "docs of DocBin"
        elif name == "github":
            assert content.count(b"\n") == 2 * len(document.claims), "lines for GitHub"
        elif name == "table":
            assert b"\x1b" not in content, "a control sequence on the screen"


GROWING = [
    *(
        "10²",
        "7 ",
        "7,",
        "7.",
        "7-",
        "1 000 ",
        "1e5",
        "$5 ",
        "5% of the ",
        "3⁄4 ",
        "8x-",
        "10km²/s³",
        "one hundred and ",
    ),
    *(
        "A. ",
        "(AB) ",
        "Dry Matter (DM) ",
        "“",
        "said that ",
        "who ",
        "the third largest ",
        "May 5, ",
        "1980s ",
        "v2.0 ",
    ),
    *(
        "It paid $5. ",
        "Ana Ito, ",
        "of the ",
        "and ",
        ", ",
        "\n",
        "\n\n",
        "Ⅱ ",
        "@a ",
        "http://a.b/",
        "a-",
        "' ",
        "é",
    ),
]
"""Pieces that are repeated."""

GROWING_CHARS = 4_000


def run_over_growing_texts(*, doublings: int) -> Tally:
    """A text that is twice as long takes about twice the time; four times as much, twice over, is a fault."""
    tally = Tally("growth", 0)
    for piece in GROWING:
        seconds = []
        for doubling in range(doublings):
            text = piece * (GROWING_CHARS * 2**doubling // len(piece))
            started = time.perf_counter()
            extract(text, model="blank")
            seconds.append(time.perf_counter() - started)
            tally.runs += 1
        steps = [after / max(before, 0.05) for before, after in pairwise(seconds)]
        if len(steps) > 1 and min(steps[-2:]) > SQUARE:
            tally.fault("slower than linear", f"{piece!r}: {', '.join(f'{one:.2f} s' for one in seconds)}")
    return tally


SQUARE = 3.3
"""Between the 2 of linear time and the 4 of the square."""
