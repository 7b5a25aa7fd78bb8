"""Whether claims follow the subject of their clause when words around it change.

    python benchmarks/metamorphic_subjects.py INPUT ... [--only NAME] [--failures 15] [--limit 150]

Sentences of the inputs that begin with the subject of a claim of value, followed by a finite verb, are
changed: another noun phrase stands in its place, or a bracket, an apposition or a relative clause behind it,
or an adverbial before or behind the clause. The claims of that subject must be of the new noun phrase, of the
old one where it was kept, and all others as they were.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

# scripts beside this one
from metamorphic import NEW, Claim, Outcomes, drawn, options_parser, report
from metamorphic_values import (
    FAULTS,
    claims_of,
    judged_claims,
    moved,
    sentences_in,
    subject_of,
    told_failure,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FINITE = re.compile(
    r" (?:(?:also|now|still|currently) )?"
    r"(?:(?P<singular>is|was|has|does|includes|employs|contains|covers|costs|uses|operates|produces)"
    r"|(?P<plural>are|were|have)"
    r"|had|rose|fell|grew|took|made|became|won|lost|sold|bought|paid|spent|held|got|gave|left|saw|ran|led|built|began"
    r"|met|set|drew|kept|hit|will|would|may|could|[a-z]{3,}(?<!e)ed) "
)
PRONOUN = re.compile(
    r"(?:i|we|you|he|she|it|they|this|that|these|those|who|which|there|one|some|most|all|none)\b"
)

REPLACED_ONE = {
    "one: name": "Kelmar Systems",
    "one: plain": "The harbour office",
    "one: of-phrase": "The harbour office of the northern district",
    "one: two of-phrases": "The price of the milk of the valley",
    "one: possessive": "Vortane's regional office",
    "one: two possessives": "The town's oldest brewery's output",
    "one: in-phrase": "The mill in the lower valley",
    "one: for-phrase": "Demand for cement and gravel in the lower valley",
    "one: participle": "The bridge built by the army",
    "one: that-clause": "The committee that oversees the ports",
    "one: which-clause": "The committee, which oversees the ports,",
    "one: apposition": "Kelmar Systems, a maker of pumps,",
    "one: title and name": "Council leader Mirela Oduya",
    "one: gerund": "The training of nurses and midwives",
    "one: long": "The average monthly rent of a small flat in the old quarter of the city",
}
REPLACED_MANY = {
    "many: plain": "The breweries",
    "many: of-phrase": "Members of the harbour council",
    "many: joined": "The mills and the breweries",
    "many: joined names": "Kelmar Systems and Vortane",
    "many: three joined": "Mills, breweries and tanneries",
    "many: that-clause": "The farmers who lost their land",
    "many: possessive": "Vortane's regional offices",
    "many: participle": "Houses built before the war",
    "many: joined modifiers": "Small and medium-sized mills",
}
BEHIND = {
    "behind: bracket": " (formerly the Harbour Trust)",
    "behind: however": ", however,",
    "behind: which-clause": ", which the council had praised,",
    "behind: where-clause": ", where the council meets,",
    "behind: as in": ", as in other regions,",
    "behind: like": ", like its neighbours,",
    "behind: despite": ", despite the efforts of the council,",
    "behind: together with": ", together with its neighbours,",
    "behind: dashes": " – to the surprise of the council –",
    "behind: participle": ", praised by the council,",
    "behind: in-phrase": " in the northern district",
    "behind: after": ", after a dispute with the council,",
}
FRONTED = {
    "fronted: in contrast": "In contrast, ",
    "fronted: despite": "Despite the efforts of the council, ",
    "fronted: after": "After the council closed the harbour, ",
    "fronted: with": "With the help of the council, ",
    "fronted: for": "For the council, ",
    "fronted: participle": "Praised by the council, ",
    "fronted: although": "Although the council had doubts, ",
    "fronted: and": "The council met, and ",
    "fronted: while": "While the council waited, ",
    "fronted: as": "As the council had hoped, ",
}
CLOSING = {
    "closing: despite": ", despite the efforts of the council",
    "closing: after": " after the council closed the harbour",
    "closing: participle": ", surprising the council",
    "closing: which": ", which surprised the council",
    "closing: and": ", and the council met",
    "closing: while": ", while the council waited",
    "closing: as": ", as the council had hoped",
}


class Start(NamedTuple):
    """A sentence that begins with the subject of claims: where that ends, the number its verb tells."""

    text: str
    end: int
    number: str | None
    claims: Sequence[Claim]


class Variant(NamedTuple):
    """A changed sentence and its claims as they should be."""

    text: str
    expected: Sequence[Claim]


def starts(sentences: Sequence[str]) -> Iterator[Start]:
    """The sentences that can be changed."""
    for text, claims in zip(sentences, claims_of(sentences), strict=True):
        ends = {c["subject"]["end"] for c in claims if c["subject"] and c["subject"]["start"] in (0, 4)}
        ends = {end for end in ends if _begins_with(text, end, claims)}
        if (
            len(ends) == 1
            and (verb := FINITE.match(text, end := ends.pop()))
            and not PRONOUN.match(text.lower())
        ):
            number = "one" if verb["singular"] else "many" if verb["plural"] else None
            yield Start(text, end, number, claims)


def _begins_with(text: str, end: int, claims: Sequence[Claim]) -> bool:
    """Whether a sentence begins with a subject that ends there, apart from "The"."""
    subjects = {c["subject"]["start"] for c in claims if c["subject"] and c["subject"]["end"] == end}
    starts_late = any(start and text[:start] not in ("The ", "An ") for start in subjects)
    return not starts_late and not any(c["start"] < end for c in claims)


def variants(start: Start) -> Iterator[tuple[str, Variant]]:
    """Everything a sentence can be changed to, with the name of the change."""
    for number, replacements in (("one", REPLACED_ONE), ("many", REPLACED_MANY)):
        if start.number in (None, number):
            for name, new in replacements.items():
                yield name, replaced(start, new)
    for name, inserted in BEHIND.items():
        yield name, changed(start, start.end, inserted)
    opening, _, rest = start.text.partition(" ")
    if opening in ("The", "A", "An"):
        for name, before in FRONTED.items():
            yield name, changed(start._replace(text=f"{opening.lower()} {rest}"), 0, before)
    for name, closing in CLOSING.items():
        if not re.search(r"[;:()\"“”–—]| (?:while|after|which|although|as) ", start.text):
            yield name, changed(start, len(start.text) - 1, closing)


def replaced(start: Start, new: str) -> Variant:
    """The sentence with another noun phrase for its subject."""
    by = len(new) - start.end
    expected = []
    for claim in moved(start.claims, by, start.end):
        subject = claim["subject"]
        if subject and subject["start"] < start.end:
            subject = {**subject, "text": new}
        speaker = new.lower() if is_speaker(start, claim) else claim["speaker"]
        expected.append({**claim, "subject": subject, "speaker": speaker})
    return Variant(new + start.text[start.end :], expected)


def is_speaker(start: Start, claim: Claim) -> bool:
    """Whether it is the subject of the sentence that a claim is put in the mouth of."""
    return claim["speaker"] is not None and start.text[: start.end].lower().endswith(claim["speaker"])


def changed(start: Start, at: int, words: str) -> Variant:
    """The sentence with more words in one place."""
    return Variant(start.text[:at] + words + start.text[at:], moved(start.claims, len(words), at))


ADDED = re.compile(r",? (?:that|who|which|built|in the northern district)\b.*|,.*(?<! and)$")
"""What may be left out of the words of a new subject: what is said of it behind its head."""


def is_of(expected: Claim, got: Claim, inserted: str) -> bool:
    """Whether a claim has the subject it should have, whole or without what is said of it behind its head."""
    wanted, subject = subject_of(expected) or "", subject_of(got) or ""
    cut = ADDED.sub("", wanted) if " and " not in wanted else wanted
    return subject in {wanted.rstrip(","), cut, f"{wanted}{inserted}".rstrip(",")}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what stays; returns the exit status."""
    options = options_parser(__doc__).parse_args(arguments)
    made: dict[str, list[Variant]] = defaultdict(list)
    for start in starts(sentences_in(options.inputs)):
        for name, variant in variants(start):
            if options.only in name:
                made[name].append(variant)
    outcomes: dict[str, Outcomes[Claim]] = {}
    for name, tried in made.items():
        outcomes[name] = outcomes_of(name, drawn(name, tried, options.limit))
    report(outcomes, FAULTS, options.failures, told_failure)
    return 0


def outcomes_of(name: str, tried: Sequence[Variant]) -> Outcomes[Claim]:
    """What became of the claims of variants of one change; claims that only the new words state are none."""
    outcomes: Outcomes[Claim] = []
    inserted = BEHIND.get(name, "").lower()
    for variant, got in zip(tried, claims_of([variant.text for variant in tried]), strict=True):
        for outcome in judged_claims(variant.expected, got):
            is_right = outcome.fault == "subject" and is_of(outcome.expected, outcome.got, inserted)
            if outcome.fault != NEW or outcome.got["kind"] != "ranking":
                outcomes.append((variant.text, outcome._replace(fault=None) if is_right else outcome))
    return outcomes


if __name__ == "__main__":
    raise SystemExit(main())
