"""How far claims survive changes of a text after which the right result is known from the result before.

    python benchmarks/metamorphic_values.py INPUT ... [--only NAME] [--failures 15] [--limit 150]

Of each input the sentences that hold claims of value are read alone, then once more under each change of
`metamorphic_values.toml`: another notation of a figure, another figure, a synonym of the verb, "at least"
before the figure, a frame around the sentence. Nothing needs to be annotated: "18 percent" must come out as
"18%" did.

For each change a line says how many claims should have come out and how many did, and of the others whether
the value, the unit or currency, the kind, the comparator, the direction, another qualifier, the speaker or
the subject is wrong, the claim is lost, or a new one came that nobody expects. Where the reading before was
wrong, so is what is expected; and some changes make no English of some sentences. Read failures before they
are believed.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

# scripts beside this one
from english_numbers import MONTHS, number_in, ordinal, spelled
from metamorphic import (
    NEW,
    VALUE_KINDS,
    Claim,
    Outcome,
    Outcomes,
    claims_in,
    documents_of,
    drawn,
    options_parser,
    report,
    texts_of,
)

from claimcheck.splitting import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

AMOUNTS = ("number", "low", "high", "from", "to", "factor", "resolved_number", "rank")
UNITS = ("unit", "to_unit", "currency", "language")
SCALES = (1, 1000, 10**6, 10**9, 10**12)
QUALIFIERS = ("polarity", "certainty", "prediction")
FAULTS = ("value", "unit", "kind", "comparator", "direction", "qualifier", "speaker", "subject", "lost")
USUAL = ("positive", "certain", False)
WORDS = re.compile(r"\S+")
ARTICLE = re.compile(r"^(?:the|an?) ")
SHORTEST, LONGEST = 4, 45  # words of a sentence that is tried


@dataclass(frozen=True)
class Change:
    """A change of sentences: what is replaced by what, and what it does to the claims.

    `pattern` finds what is replaced; where `kinds` are given it must touch a claim of one of them. `to` is
    what stands there instead: `{name}` is a group of the pattern or made of one (`forms_of`). `everywhere`
    replaces all places, otherwise the first that can be. `of_claim` is what changes in the claims that are
    touched, `of_all` in every claim; `loose` fields may be what they will in the others. `unless` refuses
    sentences, `adds` is the number of claims that come.
    """

    name: str
    pattern: re.Pattern[str]
    to: str
    kinds: frozenset[str] = frozenset()
    everywhere: bool = False
    of_claim: Mapping[str, Any] = field(default_factory=dict)
    of_all: Mapping[str, Any] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()
    unless: re.Pattern[str] | None = None
    adds: int = 0


class Edit(NamedTuple):
    """Words of a sentence and those in their place, with the forms that were made of them."""

    start: int
    end: int
    old: str
    new: str
    forms: Mapping[str, str]


class Trial(NamedTuple):
    """A changed sentence, with the claims it should have; their offsets are those in the changed sentence."""

    change: Change
    before: str
    text: str
    expected: Sequence[Claim]


def load_changes(path: Path) -> list[Change]:
    """Those kept as data, in the order of the file."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    words = {**rows["words"], "MONTH": f"(?P<month>{'|'.join(MONTHS)})"}

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"<(\w+)>", lambda found: words.get(found[1], found[0]), pattern))

    return [
        Change(
            row["name"],
            compiled(row["pattern"]),
            row["to"],
            frozenset(row.get("kinds", ())),
            row.get("everywhere", False),
            row.get("of_claim", {}),
            row.get("of_all", {}),
            frozenset(row.get("loose", ())),
            compiled(row["unless"]) if "unless" in row else None,
            row.get("adds", 0),
        )
        for row in rows["changes"]
    ]


def forms_of(found: re.Match[str]) -> dict[str, str]:
    r"""The groups of a match and what is made of them: `figure`, `words`, and the parts of a date.

    A form that there is not is left out, so that a change which wants it does not apply.

    >>> forms_of(re.match(r"(?P<figure>[\d,]+)", "12,500"))["thousands"]
    '12.5'
    """
    forms = {name: text or "" for name, text in found.groupdict().items()}
    if "opening" in forms:
        forms["lowered"] = forms["opening"][0].lower() + forms["opening"][1:]
    if "figure" in forms:
        forms |= _forms_of_figure(forms["figure"])
    if forms.get("words") and (number := number_in(forms["words"])) is not None:
        forms["digits"] = str(number)
    if forms.get("month"):
        forms |= _forms_of_date(forms)
    if "year" in forms:
        forms["later"] = str(int(forms["year"]) + 3)
    return forms


def _forms_of_figure(figure: str) -> dict[str, str]:
    plain = figure.replace(",", "")
    forms = {"plain": plain, "other": _other_figure(plain, grouped="," in figure)}
    if "." not in plain and 1 < int(plain) < 100:
        forms["spelled"] = spelled(int(plain))
    if "," in figure:
        forms["spaced"], forms["thin"] = figure.replace(",", " "), figure.replace(",", "\u202f")
    number = Decimal(plain)
    for name, scale in (("thousands", 1000), ("millions", 1_000_000)):
        if number >= scale and len(digits := f"{(number / scale).normalize():f}") <= 5:
            forms[name] = digits
    forms["thousandfold"] = f"{(number * 1000).normalize():,f}"
    return forms


def _other_figure(plain: str, *, grouped: bool) -> str:
    """Another figure of about the same shape."""
    if grouped:
        return "41,250" if plain != "41250" else "2,300"
    if "." in plain:
        return "18.7" if plain != "18.7" else "7.4"
    others = {1: "7", 2: "43", 3: "640"}
    other = others.get(len(plain), "640")
    return other if plain != other else str(int(plain) + 1)


def _forms_of_date(forms: Mapping[str, str]) -> dict[str, str]:
    month = next((n for n, name in enumerate(MONTHS, 1) if name == forms["month"]), None)
    if month is None:
        return {}
    made = {"mon": forms["month"][:3], "mm": f"{month:02}"}
    if forms["month"] in ("May", "June", "July"):
        del made["mon"]
    if "day" in forms:
        day = int(forms["day"])
        made["dd"], made["ordinal"] = f"{day:02}", ordinal(day)
    return made


def edits_of(change: Change, text: str, claims: Sequence[Claim]) -> list[Edit]:
    """What a change replaces in a sentence; nothing where it does not apply."""
    if change.unless is not None and change.unless.search(text):
        return []
    edits = []
    for found in change.pattern.finditer(text):
        touched = [claim for claim in claims if claim["start"] < found.end() and found.start() < claim["end"]]
        if change.kinds and not any(claim["kind"] in change.kinds for claim in touched):
            continue
        forms = forms_of(found)
        try:
            new = change.to.format_map(forms)
        except KeyError:
            continue
        if new != found[0]:
            edits.append(Edit(*found.span(), found[0], new, forms))
        if edits and not change.everywhere:
            break
    return edits


def applied(change: Change, text: str, claims: Sequence[Claim]) -> Trial | None:
    """The sentence under a change; None where the change does not apply."""
    edits = edits_of(change, text, claims)
    if not edits:
        return None
    parts, at, moved = [], 0, []
    for edit in edits:
        parts += [text[at : edit.start], edit.new]
        at = edit.end
        moved.append((edit, len(edit.new) - (edit.end - edit.start)))
    expected = [_expected(change, claim, moved) for claim in claims]
    return Trial(change, text, "".join([*parts, text[at:]]), expected)


def _expected(change: Change, claim: Claim, moved: Sequence[tuple[Edit, int]]) -> Claim:
    """The claim as it should come out of the changed sentence."""
    start, end = claim["start"], claim["end"]
    expected = {**claim, "value": dict(claim["value"]), **change.of_all}
    for edit, by in moved:
        if edit.end <= claim["start"]:
            start, end = start + by, end + by
        elif edit.start < claim["end"]:
            kept = max(edit.new.find(edit.old), 0)  # what stood there may stand in a frame now
            start, end = start + kept, end + (by if claim["end"] > edit.end else kept or by)
            if not change.kinds or claim["kind"] in change.kinds:
                _alter(expected, change.of_claim, edit.forms)
    loose = frozenset() if _is_touched(claim, moved) else change.loose
    subject = claim["subject"] and _as_edited(claim["subject"], moved)
    if claim["subject"] and subject is None:
        loose |= {"subject"}
    expected |= {"subject": subject, "start": start, "end": max(end, start + 1), "loose": loose}
    return expected


def _as_edited(subject: Claim, moved: Sequence[tuple[Edit, int]]) -> Claim | None:
    """A subject with the edits that lie within it; None where its edge is edited, so that nobody knows it."""
    text = subject["text"]
    for edit, _ in reversed(moved):
        start, end = edit.start - subject["start"], edit.end - subject["start"]
        if end <= 0 or start >= len(subject["text"]):
            continue
        if edit.new.lower().endswith(edit.old.lower()) and start <= 0:
            continue  # words before it, and a small letter
        if start < 0 or end > len(subject["text"]) or start == 0 or end == len(subject["text"]):
            return None
        text = text[:start] + edit.new + text[end:]
    return {**subject, "text": text}


def _is_touched(claim: Claim, moved: Sequence[tuple[Edit, int]]) -> bool:
    return any(edit.start < claim["end"] and claim["start"] < edit.end for edit, _ in moved)


def _alter(expected: Claim, alterations: Mapping[str, Any], forms: Mapping[str, str]) -> None:
    value = expected["value"]
    for name, wanted in alterations.items():
        if name == "figure":
            old, new = Decimal(forms["plain"]), Decimal(forms["other"].replace(",", ""))
            scales = {scale * old: scale for scale in SCALES}
            for amount in filter(value.__contains__, AMOUNTS):
                if (scale := scales.get(Decimal(str(value[amount])))) is not None:
                    value[amount] = float(scale * new)
        elif name == "year" and "timex" in value:
            value["timex"] = value["timex"].replace(forms["year"], forms["later"])
        elif name == "direction" and "direction" in value:
            value["direction"] = "decrease" if value["direction"] == "increase" else "increase"
        elif name in AMOUNTS or name in UNITS:
            is_changed = name == "currency" and expected["kind"] == "change"
            for part in ("unit", "to_unit") if is_changed else (name,):
                if part in value and (not is_changed or value[part].isupper()):
                    value[part] = wanted
        elif name == "mod":
            value[name] = wanted
        elif name in ("comparator", *QUALIFIERS, "source"):
            expected[name] = wanted


def fault_of(expected: Claim, got: Claim) -> str | None:
    """In what a claim that came out is not the one expected; None where it is."""
    if expected["kind"] != got["kind"]:
        return "kind"
    wanted, value = expected["value"], got["value"]
    if any(not _near(wanted.get(name), value.get(name)) for name in AMOUNTS):
        return "value"
    if wanted.get("timex") != value.get("timex") or wanted.get("mod") != value.get("mod"):
        return "value"
    if any(wanted.get(name) != value.get(name) for name in UNITS):
        return "unit"
    if wanted.get("direction") != value.get("direction") and "direction" not in expected["loose"]:
        return "direction"
    if expected["comparator"] != got["comparator"]:
        return "comparator"
    if any(expected[name] != got[name] for name in QUALIFIERS if name not in expected["loose"]):
        return "qualifier"
    if "source" in expected:
        said = (got["attribution"] or {}).get("source", "")
        if not said.lower().endswith(expected["source"]):
            return "speaker"
    if "speaker" in expected and expected["speaker"] != speaker_of(got):
        return "speaker"
    is_subject_kept = "subject" in expected["loose"] or subject_of(expected) == subject_of(got)
    return None if is_subject_kept else "subject"


def moved(claims: Sequence[Claim], by: int, at: int = 0) -> list[Claim]:
    """Claims as they are expected where so many characters more stand from `at` on."""
    return [
        {
            **claim,
            "start": claim["start"] + (by if claim["start"] >= at else 0),
            "end": claim["end"] + (by if claim["end"] > at else 0),
            "loose": frozenset(),
            "speaker": speaker_of(claim),
        }
        for claim in claims
    ]


def speaker_of(claim: Claim) -> str | None:
    """Who is said to hold a claim, in small letters."""
    return claim["attribution"] and claim["attribution"]["source"].lower()


def subject_of(claim: Claim) -> str | None:
    """The words of a claim's subject as they are compared: small, on one line, without article."""
    if claim["subject"] is None:
        return None
    return ARTICLE.sub("", " ".join(claim["subject"]["text"].lower().replace("*", "").split()))


def _near(wanted: float | None, number: float | None) -> bool:
    if wanted is None or number is None:
        return wanted is number
    return abs(wanted - number) <= 0.001 * abs(wanted)


def judged(trial: Trial, got: Sequence[Claim]) -> list[Outcome[Claim]]:
    """What became of each claim of a changed sentence."""
    return judged_claims(trial.expected, got, adds=trial.change.adds)


def judged_claims(wanted: Sequence[Claim], got: Sequence[Claim], *, adds: int = 0) -> list[Outcome[Claim]]:
    """What became of each claim that is wanted, where so many more may come.

    Claims of one kind are paired first, then any.
    """
    pairs: list[Outcome[Claim]] = []
    left = list(got)
    waiting = []
    for expected in wanted:
        near = [claim for claim in left if _overlap(expected, claim) and claim["kind"] == expected["kind"]]
        if near:
            best = min(near, key=lambda claim: (fault_of(expected, claim) or "", -_overlap(expected, claim)))
            left.remove(best)
            pairs.append(Outcome(fault_of(expected, best), expected, best))
        else:
            waiting.append(expected)
    for expected in waiting:
        near = [claim for claim in left if _overlap(expected, claim)]
        if near:
            left.remove(near[0])
        pairs.append(Outcome("kind", expected, near[0]) if near else Outcome("lost", expected, None))
    unexpected = left[adds:]
    return pairs + [Outcome(NEW, None, claim) for claim in unexpected]


def _overlap(one: Claim, other: Claim) -> int:
    shared: int = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return max(0, shared)


def claims_of(texts: Sequence[str]) -> Iterator[list[Claim]]:
    """The claims of value of each text."""
    for document in documents_of((f"{number}", text) for number, text in enumerate(texts)):
        yield [claim for claim in claims_in(document) if claim["kind"] in VALUE_KINDS]


def sentences_in(paths: Iterable[Path]) -> list[str]:
    """The sentences of inputs that are tried, once each: on one line, closed, neither short nor long."""
    sentences = (text[start:end] for _, text in texts_of(paths) for start, end in split_sentences(text))
    return list(dict.fromkeys(filter(is_tried, sentences)))


def is_tried(sentence: str) -> bool:
    """Whether a sentence is on one line, closed, neither short nor long."""
    is_whole = "\n" not in sentence and sentence.endswith(".") and sentence[0].isupper()
    return is_whole and SHORTEST <= len(WORDS.findall(sentence)) <= LONGEST


def trials(changes: Sequence[Change], texts: Sequence[str], limit: int) -> list[Trial]:
    """Up to `limit` sentences under each change."""
    read_before = [(text, claims) for text, claims in zip(texts, claims_of(texts), strict=True) if claims]
    made = []
    for change in changes:
        tried = [trial for text, claims in read_before if (trial := applied(change, text, claims))]
        made += drawn(change.name, tried, limit)
    return made


def told(claim: Claim | None) -> str:
    """A claim in a line."""
    if claim is None:
        return "none"
    value = json.dumps({k: v for k, v in claim["value"].items() if k not in ("of", "event", "order")})
    qualifiers = [claim["comparator"], *(str(claim[name]) for name in QUALIFIERS if claim[name] not in USUAL)]
    source = claim.get("source") or (claim["attribution"] or {}).get("source")
    subject = f" of {subject_of(claim)!r}" if claim["subject"] else ""
    return f"{claim['kind']} {value} {' '.join(qualifiers)}{subject}" + (f" by {source!r}" if source else "")


def told_failure(text: str, outcome: Outcome[Claim]) -> str:
    """What came out of a changed sentence, with its words and rule, and what should have."""
    got = outcome.got
    words = "" if got is None else f" <{text[got['start'] : got['end']]}> {got['found_by']}"
    return f"{told(got)}{words}; expected {told(outcome.expected)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what survives; returns the exit status."""
    options = options_parser(__doc__).parse_args(arguments)
    changes = [c for c in load_changes(Path(__file__).with_suffix(".toml")) if options.only in c.name]
    made = trials(changes, sentences_in(options.inputs), options.limit)
    outcomes: dict[str, Outcomes[Claim]] = defaultdict(list)
    for trial, got in zip(made, claims_of([trial.text for trial in made]), strict=True):
        outcomes[trial.change.name] += [(trial.text, outcome) for outcome in judged(trial, got)]
    report(outcomes, FAULTS, options.failures, told_failure)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
