"""Whether relations and names survive changes after which the right answer is known.

    python benchmarks/metamorphic_names.py INPUT ... [--most 150] [--only PREFIX] [--show NAME]
        [--sentences KEPT.jsonl]

Inputs are texts (`.txt`) or JSON lines with `text`. Sentences in which claimcheck finds a relation when they
stand alone are changed as `name_variants` says: other names, words around them, lists, tenses, denial, doubt,
reports. Each relation of a variant then is `kept`, `lost`, has a wrong `side`, or a wrong `scope` (polarity,
certainty, prediction, speaker); a claim that neither the sentence nor the change states is `new`.
`--sentences` keeps the sentences with what was found in them, so that two states of the code see the same.
The sentences are the program's own finds: the rates say how steady it is, not how much it finds.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from name_variants import Relation, Sentence, Variant, all_changes, spans_of
from records import read_records  # scripts beside this one

from claimcheck.article import Article
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.claims import Claim
    from claimcheck.result import Document

_KINDS = ("organization", "technology", "role", "definition", "quote")
_MUTUAL = ("partnered_with", "merged_with", "competes_with")
_LONGEST = 400  # characters; longer "sentences" are tables and lists
OUTCOMES = ("kept", "lost", "side", "scope")


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


def _extract(texts: Iterable[tuple[str, str]]) -> Iterator[Document]:
    articles = (Article(name, text, language="en") for name, text in texts)
    return extract_articles(articles, load_pipeline(None))


def read_texts(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """The texts of the inputs with their names."""
    for path in paths:
        if path.suffix == ".txt":
            yield path.stem, path.read_text(encoding="utf-8")
        else:
            yield from ((str(record.get("id", "")), record["text"]) for record in read_records(path))


def collect(paths: Sequence[Path]) -> Iterator[Sentence]:
    """The sentences of the inputs that state a relation when they stand alone, with their names."""
    found: dict[str, str] = {}
    for document in _extract(read_texts(paths)):
        for claim in document.claims:
            text = claim.sentence.text.strip() if claim.sentence else ""
            if claim.kind in _KINDS and len(text) <= _LONGEST and "\n" not in text and "\t" not in text:
                found.setdefault(text, document.source)
    for (text, name), document in zip(
        found.items(), _extract((name, text) for text, name in found.items()), strict=True
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


def judge(
    variant: Variant, claims: Sequence[Relation]
) -> tuple[list[tuple[Relation, str, Relation | None]], list[Relation]]:
    """What became of each relation, and the claims of relations that nothing states."""
    outcomes: list[tuple[Relation, str, Relation | None]] = []
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
        for outcome, rows in (("kept", fitting), ("scope", right), ("side", half)):
            if rows:
                taken.add(rows[0][0])
                outcomes.append((wanted, outcome, rows[0][1]))
                break
        else:
            outcomes.append((wanted, "lost", None))
    stated = [*variant.expected, *variant.allowed]
    half_right = {id(got) for _, outcome, got in outcomes if outcome == "side"}
    new = [
        got
        for got in claims
        if got.kind in ("organization", "technology", "role")
        and id(got) not in half_right
        and not any(got.kind == r.kind and _sides_fit(r, got) == 2 for r in stated)
    ]
    return outcomes, new


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what becomes of the relations; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", type=Path, nargs="*", metavar="INPUT")
    parser.add_argument("--sentences", type=Path, metavar="KEPT.jsonl")
    parser.add_argument("--most", type=int, default=150, help="variants of each change (default: 150)")
    parser.add_argument("--only", default="", help="changes whose name starts so")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N failures of each change")
    options = parser.parse_args(arguments)
    sentences = kept_sentences(options.sentences, options.inputs)
    print(f"{len(sentences)} sentences, {sum(len(s.relations) for s in sentences)} relations")
    print(f"{'change':42}{'of':>6}" + "".join(f"{o:>8}" for o in OUTCOMES) + f"{'new':>8}")
    total: Counter[str] = Counter()
    for name, change in all_changes().items():
        if not name.startswith(options.only):
            continue
        made = [variant for sentence in sentences for variant in change(sentence)]
        random.Random(name).shuffle(made)  # noqa: S311 - the same ones for everybody
        total += report(name, made[: options.most], options.show)
    print(row_of("all", total))
    return 0


def report(name: str, variants: Sequence[Variant], show: int) -> Counter[str]:
    """Print the line of one change and some of its failures; returns the counts."""
    counts: Counter[str] = Counter()
    failures: list[str] = []
    for variant, document in zip(variants, _extract((name, v.text) for v in variants), strict=True):
        claims = [relation for relation in map(relation_of, document.claims) if relation]
        outcomes, new = judge(variant, claims)
        counts.update(outcome for _, outcome, _ in outcomes)
        counts["new"] += len(new)
        wrong = [(w, o, g) for w, o, g in outcomes if o != "kept"]
        if wrong or new:
            lines = [f"    {o}: {_brief(w)}" + (f" <> {_brief(g)}" if g else "") for w, o, g in wrong]
            lines += [f"    new: {_brief(g)}" for g in new]
            failures.append("\n".join([f"  {variant.text}", *lines]))
    print(row_of(name, counts), flush=True)
    for failure in failures[:show]:
        print(failure)
    return counts


def row_of(name: str, counts: Counter[str]) -> str:
    """One line of the table: relations, and the share of each outcome in percent."""
    number = sum(counts[outcome] for outcome in OUTCOMES)
    shares = "".join(f"{100 * counts[outcome] / max(number, 1):8.1f}" for outcome in (*OUTCOMES, "new"))
    return f"{name:42}{number:6}{shares}"


def _brief(r: Relation) -> str:
    qualifiers = [
        q
        for q in (r.polarity, r.certainty, r.prediction and "prediction", r.source)
        if q and q not in ("positive", "certain")
    ]
    return f"{r.relation or r.kind}({r.thing} | {r.other}) {' '.join(map(str, qualifiers))}".strip()


if __name__ == "__main__":
    raise SystemExit(main())
