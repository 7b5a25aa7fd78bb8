"""Whether the claims of a text are the same when other people's programs have printed it to PDF.

    python benchmarks/pdf_printing.py FOLDER TEXT.txt ...   # prints, in a Python that has the producers
    python benchmarks/metamorphic_pdf.py FOLDER [--only NAME] [--failures N]

Nothing is annotated: the right claims are those of the plain text that stands beside each PDF. Claims are
paired in their order by kind and words, white space and hyphens aside, and then compared field by field. What
tables say is left out: only some layouts have one, and the plain text has none.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from metamorphic import NEW, Outcome, Outcomes, report  # a script beside this one

from claimcheck import read
from claimcheck.article import Article
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

NEVER_WRITTEN = re.compile(r"[\s\u00ad-]+|[\u2010\u2011]")
"""What line ends add and take away."""

FAULTS = ("lost", "value", "subject", "speaker", "qualifier")


class Said(NamedTuple):
    """A claim as far as it is compared; all words without white space and hyphens."""

    kind: str
    words: str
    value: str
    subject: str
    speaker: str
    qualifiers: tuple[str, ...]
    sentence: str


def said_by(claim: BaseClaim) -> Said:
    """What is compared of a claim."""
    record = claim.model_dump(mode="json", by_alias=True)
    subject, attribution = record["subject"] or {}, record["attribution"] or {}
    qualifiers = (record["comparator"], record["polarity"], record["certainty"], str(record["prediction"]))
    return Said(
        record["kind"],
        _bare(record["text"]),
        _bare(str(sorted(record["value"].items()))),
        _bare(str(subject.get("resolved") or subject.get("text"))),
        _bare(str(attribution.get("source"))),
        tuple(map(str, qualifiers)),
        record["sentence"]["text"],
    )


def _bare(text: str) -> str:
    return NEVER_WRITTEN.sub("", text)


def compared(expected: Sequence[Said], got: Sequence[Said]) -> Iterator[Outcome[Said]]:
    """What became of each claim, those that stand at another place in the PDF included, and what is new."""
    pairs, lost, new = _paired(expected, got)
    for one, other in pairs:
        yield Outcome(_fault(one, other), one, other)
    for one in lost:
        yield Outcome("lost", one, None)
    for other in new:
        yield Outcome(NEW, None, other)


def _paired(
    expected: Sequence[Said], got: Sequence[Said]
) -> tuple[list[tuple[Said, Said]], list[Said], list[Said]]:
    keys = [[(said.kind, said.words) for said in side] for side in (expected, got)]
    pairs: list[tuple[Said, Said]] = []
    lost, new = [], []
    for _, first, last, start, end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if keys[0][first:last] == keys[1][start:end]:
            pairs += zip(expected[first:last], got[start:end], strict=True)
            continue
        lost += expected[first:last]
        new += got[start:end]
    for one in list(lost):
        other = next((other for other in new if (other.kind, other.words) == (one.kind, one.words)), None)
        if other is not None:
            pairs.append((one, other))
            lost.remove(one)
            new.remove(other)
    return pairs, lost, new


def _fault(one: Said, other: Said) -> str | None:
    for fault, name in zip(FAULTS[1:], ("value", "subject", "speaker", "qualifiers"), strict=True):
        if getattr(one, name) != getattr(other, name):
            return fault
    return None


def said_in(document: Document) -> list[Said]:
    """The claims of the running text."""
    return [said_by(claim) for claim in document.claims if claim.table is None]


def outcomes_of(files: Sequence[Path]) -> Outcomes[Said]:
    """What became of the claims of PDFs, each with the path of its file."""
    texts = (Article(str(path), path.with_suffix(".txt").read_text(encoding="utf-8")) for path in files)
    printed = (article for path in files for article in read(path))
    plain, got = ([said_in(document) for document in _documents(articles)] for articles in (texts, printed))
    return [
        (str(path), outcome)
        for path, expected, found in zip(files, plain, got, strict=True)
        for outcome in compared(expected, found)
    ]


def _documents(articles: Iterable[Article]) -> Iterator[Document]:
    return extract_articles((replace(article, language="en") for article in articles), load_pipeline())


def told(_: str, outcome: Outcome[Said]) -> str:
    """A line about an outcome."""
    one, other = outcome.expected, outcome.got
    if one is None or other is None:
        said = one or other
        assert said is not None
        return f"{said.kind} {said.words} | {said.sentence}"
    name = {"qualifier": "qualifiers"}.get(str(outcome.fault), str(outcome.fault))
    return f"{one.kind} {one.words}: {getattr(one, name)} -> {getattr(other, name)} | {other.sentence}"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="what pdf_printing.py has filled")
    parser.add_argument("--only", default="", metavar="NAME", help="layouts whose name has this in it")
    parser.add_argument("--producer", default="", metavar="NAME", help="this one alone")
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="print up to N files of each")
    options = parser.parse_args(arguments)
    files = [
        path
        for path in sorted(options.folder.glob("*/*/*.pdf"))
        if options.only in path.parent.parent.name and options.producer in path.parent.name
    ]
    outcomes = outcomes_of(files)
    for key in (_producer_of, _layout_of, _place_of):
        groups: dict[str, Outcomes[Said]] = defaultdict(list)
        for path, outcome in outcomes:
            groups[key(Path(path))].append((path, outcome))
        report(groups, FAULTS, options.failures if key is _place_of else 0, told)
    return 0


def _producer_of(path: Path) -> str:
    return path.parent.name


def _layout_of(path: Path) -> str:
    return path.parent.parent.name


def _place_of(path: Path) -> str:
    return f"{_layout_of(path)}: {_producer_of(path)}"


if __name__ == "__main__":
    sys.exit(main())
