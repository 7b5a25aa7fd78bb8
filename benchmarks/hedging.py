"""Predictions of `claimcheck.reports.cues` for a benchmark of uncertainty and negation at sentence level.

    python benchmarks/hedging.py INPUT.jsonl[.gz] ... --output PREDICTIONS.jsonl [--convention NAME]

Each input line is an object with `id` and `text`; each output line has the `id` and the booleans `uncertain`
and `negated`. The sources of such benchmarks mean different things by the two words. What each means is told
by a convention, a choice of readings (see `reports/cues.py`); it follows from the source that the
first part of an `id` names ("sfu-…", "bio-…", "ww-…", "cdsco-…"), and `--convention` overrides it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from records import predictions_parser, read_records, write_predictions  # a script beside this one

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
    parser = predictions_parser(__doc__)
    parser.add_argument("--convention", choices=sorted(CONVENTIONS), help="for every record, whatever its id")
    options = parser.parse_args(arguments)
    records = read_records(*options.inputs)
    write_predictions(options.output, (predict(record, options.convention) for record in records))
    return 0


def predict(record: dict[str, Any], convention_name: str | None) -> dict[str, Any]:
    """Whether a text is uncertain and whether it is negated, by the convention named or that of its `id`."""
    convention = CONVENTIONS[convention_name] if convention_name else convention_of(str(record["id"]))
    readings: dict[str, set[str]] = {"uncertain": set(), "negated": set()}
    for cue in find_cues(record["text"], ("uncertainty", "vagueness", "negation")):
        readings["negated" if cue.kind == "negation" else "uncertain"] |= cue.readings
    return {
        "id": record["id"],
        "uncertain": bool(readings["uncertain"] & convention.uncertain),
        "negated": bool(readings["negated"] & convention.negated),
    }


if __name__ == "__main__":
    raise SystemExit(main())
