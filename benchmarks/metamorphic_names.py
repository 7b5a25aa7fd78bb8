"""Whether relations and names survive changes after which the right answer is known.

    python benchmarks/metamorphic_names.py INPUT ... [--only NAME] [--failures 15] [--limit 150]
        [--sentences KEPT.jsonl]

Sentences in which claimcheck finds a relation when they stand alone are changed as `name_variants` says:
other names, words around them, lists, tenses, denial, doubt, reports. Each relation of a variant then is
kept, `lost`, has a wrong `side`, or a wrong `scope` (polarity, certainty, prediction, speaker); a claim that
neither the sentence nor the change states is `new`.
`--sentences` keeps the sentences with what was found in them, so that two states of the code see the same.
The sentences are the program's own finds: the rates say how steady it is, not how much it finds.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

# scripts beside this one
from metamorphic import NEW, Outcome, Outcomes, documents_of, drawn, options_parser, report, texts_of
from name_variants import Relation, Sentence, Variant, all_changes, spans_of
from records import read_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.claims import Claim

_KINDS = ("organization", "technology", "role", "definition", "quote")
_MUTUAL = ("partnered_with", "merged_with", "competes_with")
_LONGEST = 400  # characters; longer "sentences" are tables and lists
FAULTS = ("lost", "side", "scope")


def relation_of(claim: Claim) -> Relation | None:
    """What a claim of a relation says, as far as it is judged here; None for other claims."""
    if claim.kind not in _KINDS or claim.subject is None:
        return None
    value = claim.value
    relation = getattr(value, "relation", "") or getattr(value, "title", "") or ""
    others = (getattr(value, name, None) for name in ("object", "organization", "category"))
    return Relation(
        claim.kind,
        relation,
        claim.subject.resolved or claim.subject.text,
        next((other for other in others if other), ""),
        claim.polarity,
        claim.certainty,
        claim.prediction,
        claim.attribution.source if claim.attribution else None,
    )


def collect(paths: Sequence[Path]) -> Iterator[Sentence]:
    """The sentences of the inputs that state a relation when they stand alone, with their names."""
    found: dict[str, str] = {}
    for document in documents_of(texts_of(paths)):
        for claim in document.claims:
            text = claim.sentence.text.strip() if claim.sentence else ""
            if claim.kind in _KINDS and len(text) <= _LONGEST and "\n" not in text and "\t" not in text:
                found.setdefault(text, document.source)
    for (text, name), document in zip(
        found.items(), documents_of((name, text) for text, name in found.items()), strict=True
    ):
        names = {entity.text: entity.label for entity in document.entities}
        relations = tuple(
            relation
            for relation in map(relation_of, document.claims)
            if relation and spans_of(text, relation.thing) and (not relation.other or relation.other in text)
        )
        if relations:
            yield Sentence(name, text, relations, names)


def _words(name: str) -> list[str]:
    """The words of a name that count: no articles, legal forms and marks."""
    name = re.sub(r",? (?:Inc|Ltd|Corp|LLC|plc|Co)\b\.?(?= |$)", "", name)
    name = re.sub(r"^(?:Dr\.|Professor|Sir|Dame) ", "", name)
    return [w for w in re.sub(r"^(?:the|a|an) ", "", name, flags=re.IGNORECASE).rstrip(".,").split() if w]


def is_same(expected: str, got: str) -> bool:
    """Whether two sides name the same, apart from common words before the name: "the software firm Acme"."""
    one, two = _words(expected), _words(got)
    if [w.lower() for w in one] == [w.lower() for w in two]:
        return True
    if not one or two[-len(one) :] != one:
        return False
    return all(not word[:1].isupper() or word in _COMMON for word in two[: -len(one)])


_COMMON = frozenset(["Chipmaker", "Norwegian", "Oslo-based"])


def _sides_fit(expected: Relation, got: Relation) -> int:
    """How many of the two sides are right, either way round where the relation is mutual."""
    straight = is_same(expected.thing, got.thing) + is_same(expected.other, got.other)
    if expected.relation in _MUTUAL:
        straight = max(straight, is_same(expected.thing, got.other) + is_same(expected.other, got.thing))
    return straight


def _scope_fits(expected: Relation, got: Relation) -> bool:
    if got.polarity != expected.polarity or expected.certainty not in (None, got.certainty):
        return False
    if expected.prediction is not None and got.prediction != expected.prediction:
        return False
    if expected.source == "*":
        return True
    if expected.source is None or got.source is None:
        return expected.source == got.source
    return is_same(expected.source, got.source)


def judged(variant: Variant, claims: Sequence[Relation]) -> list[Outcome[Relation]]:
    """What became of each relation, and the claims of relations that nothing states."""
    outcomes: list[Outcome[Relation]] = []
    taken: set[int] = set()
    for wanted in variant.expected:
        alike = [
            (i, got)
            for i, got in enumerate(claims)
            if got.kind == wanted.kind and (got.relation == wanted.relation or wanted.kind == "role")
        ]
        right = [(i, got) for i, got in alike if _sides_fit(wanted, got) == 2]
        fitting = [(i, got) for i, got in right if _scope_fits(wanted, got)]
        half = [(i, got) for i, got in alike if i not in taken and _sides_fit(wanted, got)]
        for fault, rows in ((None, fitting), ("scope", right), ("side", half)):
            if rows:
                taken.add(rows[0][0])
                outcomes.append(Outcome(fault, wanted, rows[0][1]))
                break
        else:
            outcomes.append(Outcome("lost", wanted, None))
    stated = [*variant.expected, *variant.allowed]
    half_right = {id(outcome.got) for outcome in outcomes if outcome.fault == "side"}
    return outcomes + [
        Outcome(NEW, None, got)
        for got in claims
        if got.kind in ("organization", "technology", "role")
        and id(got) not in half_right
        and not any(got.kind == r.kind and _sides_fit(r, got) == 2 for r in stated)
    ]


def kept_sentences(path: Path | None, inputs: Sequence[Path]) -> list[Sentence]:
    """The sentences of the inputs, or those that were kept before."""
    if path is not None and path.exists():
        return [
            Sentence(r["id"], r["text"], tuple(Relation(**row) for row in r["relations"]), r["names"])
            for r in read_records(path)
        ]
    sentences = list(collect(inputs))
    if path is not None:
        path.write_text("".join(json.dumps(asdict(s)) + "\n" for s in sentences), encoding="utf-8")
    return sentences


def outcomes_of(variants: Sequence[Variant]) -> Outcomes[Relation]:
    """What became of the relations of variants of one change."""
    outcomes: Outcomes[Relation] = []
    documents = documents_of(("variant", variant.text) for variant in variants)
    for variant, document in zip(variants, documents, strict=True):
        claims = [relation for relation in map(relation_of, document.claims) if relation]
        outcomes += [(variant.text, outcome) for outcome in judged(variant, claims)]
    return outcomes


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what becomes of the relations; returns the exit status."""
    parser = options_parser(__doc__, inputs="*")  # none where sentences were kept
    parser.add_argument("--sentences", type=Path, metavar="KEPT.jsonl")
    options = parser.parse_args(arguments)
    sentences = kept_sentences(options.sentences, options.inputs)
    print(f"{len(sentences)} sentences, {sum(len(s.relations) for s in sentences)} relations")
    outcomes = {}
    for name, change in all_changes().items():
        if options.only in name:
            made = [variant for sentence in sentences for variant in change(sentence)]
            outcomes[name] = outcomes_of(drawn(name, made, options.limit))
    report(outcomes, FAULTS, options.failures, told_failure)
    return 0


def told_failure(_: str, outcome: Outcome[Relation]) -> str:
    """What was expected and what came."""
    return " <> ".join(_brief(relation) for relation in (outcome.expected, outcome.got) if relation)


def _brief(r: Relation) -> str:
    qualifiers = [
        q
        for q in (r.polarity, r.certainty, r.prediction and "prediction", r.source)
        if q and q not in ("positive", "certain")
    ]
    return f"{r.relation or r.kind}({r.thing} | {r.other}) {' '.join(map(str, qualifiers))}".strip()


if __name__ == "__main__":
    raise SystemExit(main())
