"""What benchmarks with known answers share: inputs are read, claims found, outcomes counted and printed."""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from records import read_records  # a script beside this one

from claimcheck import read
from claimcheck.article import Article
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimcheck.result import Document

Claim = dict[str, Any]  # as a record has it
Said = TypeVar("Said")  # a claim, as a script compares it
Trial = TypeVar("Trial")
VALUE_KINDS = frozenset(
    "change comparison count date language_share measurement money parameter_count percentage ranking".split()
)
NEW = "new"  # the fault of a claim that nobody expects


class Outcome(NamedTuple, Generic[Said]):
    """What became of one claim: its fault, None where it came out as expected.

    `expected` is None where nobody expects one, `got` where it is lost.
    """

    fault: str | None
    expected: Said | None
    got: Said | None


Outcomes = list[tuple[str, Outcome[Said]]]  # each with the changed sentence


def texts_of(paths: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Names and texts of inputs: JSON lines with `text`, packed or not, or one article each."""
    for path in paths:
        if ".jsonl" in path.suffixes:
            yield from ((str(record.get("id", "")), record["text"]) for record in read_records(path))
        else:
            yield from ((path.stem, article.text) for article in read(path))


def documents_of(texts: Iterable[tuple[str, str]]) -> Iterator[Document]:
    """What is found in texts with their names."""
    articles = (Article(name, text, language="en") for name, text in texts)
    return extract_articles(articles, load_pipeline())


def claims_in(document: Document) -> list[Claim]:
    """The claims of a document as records, in reading order."""
    claims: list[Claim] = json.loads(document.model_dump_json(by_alias=True))["claims"]
    return claims


def drawn(name: str, trials: Sequence[Trial], limit: int) -> list[Trial]:
    """Up to `limit` trials of a change, drawn at random and always the same."""
    return random.Random(name).sample(trials, min(limit, len(trials)))  # noqa: S311 - the same ones for everybody


def options_parser(description: str | None, *, inputs: str = "+") -> argparse.ArgumentParser:
    """The options that the scripts have in common; `inputs` is how many there are, in terms of `argparse`."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    parser.add_argument("inputs", type=Path, nargs=inputs, metavar="INPUT")
    parser.add_argument("--only", default="", metavar="NAME", help="changes whose name has this in it")
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="print up to N of each change")
    parser.add_argument("--limit", type=int, default=150, metavar="N", help="variants of each change")
    return parser


def report(
    outcomes: Mapping[str, Outcomes[Said]],
    faults: Sequence[str],
    failures: int,
    told: Callable[[str, Outcome[Said]], str],
) -> None:
    """Print a line for each change, the worst first, and up to so many failures of each, as `told`."""
    print(f"{'change':42}{'claims':>8}{'kept':>8}" + "".join(f"{fault:>11}" for fault in (*faults, NEW)))
    counts = {name: Counter(outcome.fault for _, outcome in found) for name, found in outcomes.items()}
    rows = sorted(counts, key=lambda name: (_share_kept(counts[name]), name))
    for name in rows:
        _print_row(name, counts[name], faults)
    _print_row("all", sum(counts.values(), Counter()), faults)
    for name in rows if failures else ():
        wrong: dict[str, list[Outcome[Said]]] = defaultdict(list)
        for text, outcome in outcomes[name]:
            if outcome.fault:
                wrong[text].append(outcome)
        print(f"\n{name}")
        for text in drawn(name, sorted(wrong), failures):
            print(f"  {text}")
            for outcome in wrong[text]:
                print(f"    {outcome.fault}: {told(text, outcome)}")


def _print_row(name: str, counts: Counter[str | None], faults: Sequence[str]) -> None:
    """The claims that were expected, the share of them that were kept, and how many have each fault."""
    of_faults = "".join(f"{counts[fault] or '':>11}" for fault in (*faults, NEW))
    print(f"{name:42}{counts.total() - counts[NEW]:8}{_share_kept(counts):8.1%}{of_faults}")


def _share_kept(counts: Counter[str | None]) -> float:
    return counts[None] / max(counts.total() - counts[NEW], 1)
