"""Predictions of `claimcheck.reports.cues` for a benchmark of uncertainty and negation at sentence level.

    python benchmarks/hedging.py INPUT.jsonl[.gz] ... --output PREDICTIONS.jsonl [--convention NAME]

Each input line is an object with `id` and `text`; each output line has the `id` and the booleans `uncertain`
and `negated`. The sources of such benchmarks mean different things by the two words. What each means is told
by a convention, a choice of readings (see `reports/cues.py`); it follows from the source that the
first part of an `id` names ("sfu-…", "bio-…", "ww-…", "cdsco-…"), and `--convention` overrides it.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from records import read_records  # a script beside this one

from claimcheck.reports.cues import find_cues

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Convention:
    """Which readings of a cue make a sentence uncertain, and which make it negated."""

    uncertain: frozenset[str]
    negated: frozenset[str]


CONVENTIONS = {
    "science": Convention(frozenset({"narrow"}), frozenset({"clausal", "modal", "lexical"})),
    "reviews": Convention(frozenset({"broad"}), frozenset({"clausal", "formal"})),
    "encyclopedia": Convention(frozenset({"vague"}), frozenset({"clausal", "modal", "pronominal"})),
    "stories": Convention(frozenset({"narrow"}), frozenset({"clausal", "modal", "pronominal", "affixal"})),
    "plain": Convention(frozenset({"narrow"}), frozenset({"clausal", "modal", "pronominal"})),
}
"""BioScope, SFU Review Corpus, WikiWeasel, Conan Doyle, and what `is_uncertain` and `is_negated` mean."""

CONVENTION_OF_SOURCE = {"bio": "science", "sfu": "reviews", "ww": "encyclopedia", "cdsco": "stories"}


def convention_of(record_id: str) -> Convention:
    """The convention of the source that an id begins with; the plain one for other ids."""
    source = record_id.partition("-")[0]
    return CONVENTIONS[CONVENTION_OF_SOURCE.get(source, "plain")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the predictions; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", type=Path, nargs="+", metavar="INPUT.jsonl")
    parser.add_argument("--output", type=Path, required=True, metavar="PREDICTIONS.jsonl")
    parser.add_argument("--convention", choices=sorted(CONVENTIONS), help="for every record, whatever its id")
    options = parser.parse_args(arguments)
    with options.output.open("w", encoding="utf-8") as output:
        for path in options.inputs:
            for record in read_records(path):
                convention = (
                    CONVENTIONS[options.convention]
                    if options.convention
                    else convention_of(str(record["id"]))
                )
                readings: dict[str, set[str]] = {"uncertain": set(), "negated": set()}
                for cue in find_cues(record["text"], ("uncertainty", "vagueness", "negation")):
                    readings["negated" if cue.kind == "negation" else "uncertain"] |= cue.readings
                prediction = {
                    "id": record["id"],
                    "uncertain": bool(readings["uncertain"] & convention.uncertain),
                    "negated": bool(readings["negated"] & convention.negated),
                }
                output.write(json.dumps(prediction) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
