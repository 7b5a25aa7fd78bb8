"""Texts printed to PDF by programs of other people, in many layouts.

    python benchmarks/pdf_printing.py FOLDER TEXT.txt ... [--only LAYOUT] [--producer NAME] [--each 6]

Needs nothing of claimcheck, so that it can run where the programs are: Chromium, LibreOffice (`soffice`) and
the packages `weasyprint`, `typst`, `reportlab` and `fpdf2`. A producer that is not there is left out, and so
is a layout it cannot print. Beside each PDF stands, as `.txt`, what it says without heads, notes and inserts;
`metamorphic_pdf.py` compares the two. What was printed before is not printed again; `--seed` draws others.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import sys
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pdf_producers  # a script beside this one

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LAYOUTS = Path(__file__).with_suffix("").with_name("metamorphic_pdf.toml")
MAX_HEADING_CHARS = 90
INSERT_EVERY = 2
"""Something is inserted behind every second paragraph."""

SENTENCE = re.compile(r"(?<=[a-z0-9)]{3}[.!?])[\"”'’]? (?=[A-Z“\"])")
NO_PROSE = re.compile(r"[\t|]|^\s*(?:[-*•>#]|\d{1,2}[.)])\s")
NOTE = "See the minutes of the council, on file with the author."
INSERTS = {
    "pull quote": "The sea gives, and the sea takes away",
    "figure": "Figure {}. Boats at the quay in the evening. Photo: Anna Berg",
    "floating figure": "Figure {}. Boats at the quay in the evening. Photo: Anna Berg",
    "box": "About this series: our writers look at how towns live with the sea.",
    "table": "Table {}. Landings by port",
}
"""What is inserted, none of which makes a claim outside of a table."""


@dataclass(frozen=True)
class Layout:
    """How a text is printed: millimetres for the page, points for the type."""

    name: str
    page: tuple[float, float] = (210, 297)
    margin: float = 20
    columns: int = 1
    gutter: float = 7
    font: str = "Liberation Serif"
    size: float = 10.5
    leading: float = 1.3
    gap: float = 6
    indent: float = 0
    tracking: float = 0
    align: str = "left"
    justified: bool = False
    hyphenated: bool = False
    heads: bool = False
    feet: str = ""
    notes: str = ""
    inserts: tuple[str, ...] = ()
    drop_caps: bool = False
    small_caps: bool = False
    items: bool = False
    slides: bool = False
    line_numbers: bool = False
    watermark: bool = False
    numbered: bool = False
    heading_scale: float = 1.25
    heading_tracking: float = 0


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, item or insert; a note is that of a sentence ending after so many characters."""

    kind: str
    text: str
    note: str = ""
    note_at: int = 0


def load_layouts(path: Path = LAYOUTS) -> list[Layout]:
    """The layouts of a list, in its order."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        Layout(
            name, **{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
        )
        for name, row in rows.items()
    ]


def blocks_of(text: str, layout: Layout) -> list[Block]:
    """The headings and paragraphs of a text, as far as it is prose; a layout may want items instead."""
    found: list[Block] = []
    for line in text.splitlines():
        words = " ".join(line.split())
        if not words or NO_PROSE.search(line):
            continue
        is_heading = len(words) <= MAX_HEADING_CHARS and words[-1] not in '.!?:;,"”'
        if is_heading:
            found.append(Block("heading", words))
        elif layout.items:
            found.extend(Block("item", sentence) for sentence in sentences_of(words))
        else:
            found.append(Block("paragraph", words))
    return found


def sentences_of(text: str) -> list[str]:
    """The sentences of a paragraph, roughly."""
    starts = [0, *(match.end() for match in SENTENCE.finditer(text)), len(text)]
    return [text[start:end].strip() for start, end in itertools.pairwise(starts)]


def plain_text(blocks: Iterable[Block]) -> str:
    """What the blocks say, as a plain text."""
    return "".join(f"• {block.text}\n" if block.kind == "item" else f"{block.text}\n\n" for block in blocks)


def furnished(blocks: Sequence[Block], layout: Layout) -> list[Block]:
    """The blocks with the notes and the inserts of a layout."""
    found: list[Block] = []
    paragraphs = 0
    for block in blocks:
        if block.kind != "paragraph":
            found.append(block)
            continue
        paragraphs += 1
        found.append(_noted(block, paragraphs) if layout.notes else block)
        if layout.inserts and paragraphs % INSERT_EVERY == 1:
            number = paragraphs // INSERT_EVERY
            kind = layout.inserts[number % len(layout.inserts)]
            found.append(Block(kind, INSERTS[kind].format(number + 1)))
    return found


def _noted(block: Block, number: int) -> Block:
    """A paragraph with a note to its first sentence, or to its last one."""
    first = SENTENCE.search(block.text)
    place = first.end() - 1 if first is not None and number % 2 else len(block.text)
    return replace(block, note=NOTE, note_at=place)


def print_all(
    folder: Path, texts: Sequence[Path], layout: Layout, names: Iterable[str], *, each: int, seed: int
) -> Iterator[str]:
    """Print some texts, always the same, in a layout by each producer that can; say how many by which."""
    for name in names:
        producer = pdf_producers.PRODUCERS[name]
        if not producer.can_print(layout):
            continue
        place = folder / layout.name / name
        place.mkdir(parents=True, exist_ok=True)
        draw = random.Random(f"{layout.name} {name} {seed}").sample  # noqa: S311 - the same ones for everybody
        drawn = [
            path for path in draw(texts, min(each, len(texts))) if not (place / f"{path.stem}.pdf").exists()
        ]
        jobs = []
        for path in drawn:
            blocks = blocks_of(path.read_text(encoding="utf-8"), layout)
            (place / f"{path.stem}.txt").write_text(plain_text(blocks), encoding="utf-8")
            jobs.append((furnished(blocks, layout), place / f"{path.stem}.pdf"))
        producer.print(jobs, layout)
        yield f"{layout.name}, {name}: {len(jobs)}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--only", default="", metavar="NAME", help="layouts whose name has this in it")
    parser.add_argument("--producer", default="", metavar="NAME", help="this one alone")
    parser.add_argument("--each", type=int, default=6, metavar="N", help="texts for each layout and producer")
    parser.add_argument("--seed", type=int, default=1, help="another one draws other texts")
    options = parser.parse_args(arguments)
    producers = [name for name in pdf_producers.available() if options.producer in name]
    texts = sorted(options.texts)
    for layout in load_layouts():
        if options.only in layout.name:
            for line in print_all(
                options.folder, texts, layout, producers, each=options.each, seed=options.seed
            ):
                print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
