"""Whether claims keep their qualifiers and get the right speaker in frames around their sentence.

    python benchmarks/metamorphic_scope.py INPUT ... [--only NAME] [--failures 15] [--limit 150]

Sentences of articles that hold claims of value or relations, assert them flatly and have no speaker, are put
into the frames of `metamorphic_scope.toml`: reports of many shapes, with the cue before, between and behind,
in headlines and transcripts, over two sentences, with two speakers; denials, doubts, conditions, plans. So
the speaker, the polarity, the certainty and the future of each claim are known. A claim that comes out of the
frame is `kept`, or wrong in its `speaker`, `polarity`, `certainty` or `prediction`; `lost` claims and those
of another kind are no matter of this script and count as `lost`.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

# scripts beside this one
from metamorphic import Claim, Outcome, Outcomes, claims_in, documents_of, drawn, options_parser, report
from metamorphic_values import QUALIFIERS, sentences_in, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FAULTS = ("speaker", "polarity", "certainty", "prediction", "lost")
SLOT = re.compile(r"\{(\w+)\}")
LOWERED = frozenset(
    "The A An It They These This That More About Some Its Their All In On By At Since For During After "
    "Between Around Nearly Almost Over Most Many Another Both Other Of He She His Her Only Last".split()
)
FRONTED = frozenset("In On By At Since For During After Between Of".split())
NOT_PLAIN = re.compile(
    r"\b(?:said|says?|saying|according|told|tells?|report\w*|add(?:ed|s)|not(?:ed|es)|f[io]und|finds?|show\w*"
    r"|believ\w*|thinks?|thought|announce\w*|claim\w*|argue\w*|suggest\w*|wrote|writes|explain\w*|state[sd]"
    r"|we|us|I|me|our|my|you|your|[Ii]f|estimate\w*|expect\w*|predict\w*|forecast\w*|may|might|could|would"
    r"|will|not?|never|without|neither|nor|none|plan\w*|want\w*|hop(?:es?|ed|ing)|tr(?:y|ies|ied)|likely|but"
    r"|whether|either|den(?:y|ies|ied)|fail\w*|so|then|here|indicat\w*|reveal\w*|conclu\w*|study|survey"
    r"|deem\w*|consider\w*|can|should|must|aims?|learn\w*)\b|n[’']t|[\"“”‘:;?!()\[\]•/]| - |–|—"
)
BESIDE = re.compile(r", (?:which|who|whose|where|a|an|the|known|called)\b|\b(?:known as|called|named)\b")
"""What tells something of a noun on its own: not denied or unsure with the clause."""


@dataclass(frozen=True)
class Slot:
    """Which sentence stands in a slot of a frame, and what becomes of its claims; no `source` is nobody."""

    form: str
    said: Mapping[str, Any]


@dataclass(frozen=True)
class Frame:
    """A text with slots for sentences."""

    name: str
    text: str
    slots: Mapping[str, Slot]
    loose: frozenset[str]
    unfronted: bool

    def takes(self, sentence: str) -> bool:
        """Whether a sentence makes English in the frame."""
        first = sentence.split(" ", 1)[0]
        return not self.unfronted or first not in FRONTED


class Trial(NamedTuple):
    """A text of a frame with the claims it should have."""

    frame: Frame
    text: str
    expected: Sequence[Claim]


def load_frames(path: Path) -> list[Frame]:
    """The frames of a list. A slot `{low}` has the sentence without its stop as it goes on, `{cap}` as it
    begins; `{head}` and `{tail}` are its parts before and behind its first comma; a number behind the name is
    that of another sentence.
    """
    frames = []
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["frames"]:
        slots = {}
        for name in SLOT.findall(row["text"]):
            said = row.get(name, {key: row[key] for key in ("source", *QUALIFIERS) if key in row})
            slots[name] = Slot(name, said)
        loose = frozenset(row.get("loose", ()))
        frames.append(Frame(row["name"], row["text"], slots, loose, row.get("unfronted", False)))
    return frames


def filled(frame: Frame, sentences: Sequence[tuple[str, Sequence[Claim]]]) -> Trial | None:
    """A frame with sentences, each with its claims."""
    if not all(frame.takes(text) for text, _ in sentences):
        return None
    pieces: list[str] = []
    length = at = 0
    expected: list[Claim] = []
    for found in SLOT.finditer(frame.text):
        name = found[1]
        text, claims = sentences[int(name[-1]) - 1 if name[-1].isdigit() else 0]
        part = part_of(name.rstrip("0123456789"), text)
        if part is None:
            return None
        start, end = part
        before = frame.text[at : found.start()]
        words = text[start:end]
        is_opening = start == 0 and name.rstrip("0123456789") in ("low", "lowhead")
        words = lowered(words) if is_opening else words
        length += len(before)
        said = frame.slots[name].said
        for claim in claims:
            if start <= claim["start"] and claim["end"] <= end + 1:
                shift = length - start
                place = {"start": claim["start"] + shift, "end": claim["end"] + shift}
                expected.append({**claim, "source": "", **said, **open_of(claim, text, said), **place})
        pieces += [before, words]
        length += len(words)
        at = found.end()
    return Trial(frame, "".join([*pieces, frame.text[at:]]), expected)


def open_of(claim: Claim, text: str, said: Mapping[str, Any]) -> dict[str, str]:
    """The qualifiers of a clause that a claim beside it need not share: "Ann Lee, who has 3 sons"."""
    is_beside = claim["kind"] in ("role", "definition", "ranking") or BESIDE.search(text, 0, claim["end"])
    return {name: "*" for name in QUALIFIERS if is_beside and name in said}


def part_of(form: str, text: str) -> tuple[int, int] | None:
    """The stretch of a sentence that stands in a slot; None where it has no such part."""
    end = len(text) - 1
    if form in ("low", "cap"):
        return 0, end
    comma = text.find(", ")
    if comma < 0 or not re.match(r", (?:and|while|which|when|after|with) ", text[comma:]):
        return None
    return (0, comma) if form in ("head", "lowhead") else (comma + 2, end)


def lowered(text: str) -> str:
    """A sentence as it goes on behind other words."""
    first = text.split(" ", 1)[0].rstrip(",")
    return text[0].lower() + text[1:] if first in LOWERED else text


def fault_of(frame: Frame, expected: Claim, got: Claim) -> str | None:
    """In what a claim is not as expected."""
    source = (got["attribution"] or {}).get("source", "") or ""
    wanted = expected["source"]
    if "source" not in frame.loose and wanted != "*":
        is_right = wanted.lower() in source.lower() if wanted else not source
        if not is_right:
            return "speaker"
    for name in QUALIFIERS:
        wanted = expected[name]
        if name not in frame.loose and got[name] != wanted and wanted != "*":
            return name
    return None


def judged(trial: Trial, got: Sequence[Claim]) -> list[Outcome[Claim]]:
    """What became of each claim of a frame."""
    outcomes = []
    for expected in trial.expected:
        alike = [
            claim
            for claim in got
            if claim["kind"] == expected["kind"]
            and claim["start"] < expected["end"]
            and expected["start"] < claim["end"]
        ]
        if not alike:
            outcomes.append(Outcome("lost", expected, None))
            continue
        faults = [(fault_of(trial.frame, expected, claim), claim) for claim in alike]
        fault, claim = min(faults, key=lambda pair: pair[0] is not None)
        outcomes.append(Outcome(fault, expected, claim))
    return outcomes


def read(texts: Sequence[str]) -> Iterator[tuple[list[Claim], list[str]]]:
    """The claims of texts, without quotes, and the names in them."""
    for document in documents_of((f"{number}", text) for number, text in enumerate(texts)):
        claims = [claim for claim in claims_in(document) if claim["kind"] != "quote"]
        yield claims, [entity.text for entity in document.entities]


def is_plain(text: str, claims: Sequence[Claim], names: Sequence[str]) -> bool:
    """Whether a sentence asserts all its claims flatly, by itself, and can stand behind other words."""
    opens = text.split(" ", 1)[0].rstrip(",") in LOWERED or text.startswith(tuple(names))
    is_flat = all(
        claim["polarity"] == "positive"
        and claim["certainty"] == "certain"
        and not claim["prediction"]
        and not claim["attribution"]
        for claim in claims
    )
    return bool(claims) and opens and is_flat and not NOT_PLAIN.search(text) and text[-3:-2] != "."


def trials(frames: Sequence[Frame], texts: Sequence[str], limit: int) -> list[Trial]:
    """Up to `limit` texts of each frame."""
    found = zip(texts, read(texts), strict=True)
    plain = [(text, claims) for text, (claims, names) in found if is_plain(text, claims, names)]
    made = []
    for frame in frames:
        tried = [
            trial
            for number, sentence in enumerate(plain)
            if (trial := filled(frame, (sentence, plain[number - 1], plain[number - 2])))
        ]
        made += drawn(frame.name, tried, limit)
    return made


def told_failure(text: str, outcome: Outcome[Claim]) -> str:
    """What came out of a frame, and what should have."""
    got, expected = outcome.got, outcome.expected
    words = "" if expected is None else f" <{text[expected['start'] : expected['end']]}>"
    return f"{told(got)}{words}; expected {told(outcome.expected)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what comes out; returns the exit status."""
    options = options_parser(__doc__).parse_args(arguments)
    frames = [f for f in load_frames(Path(__file__).with_suffix(".toml")) if options.only in f.name]
    made = trials(frames, sentences_in(options.inputs), options.limit)
    outcomes: dict[str, Outcomes[Claim]] = defaultdict(list)
    for trial, (got, _) in zip(made, read([trial.text for trial in made]), strict=True):
        outcomes[trial.frame.name] += [(trial.text, outcome) for outcome in judged(trial, got)]
    report(outcomes, FAULTS, options.failures, told_failure)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
