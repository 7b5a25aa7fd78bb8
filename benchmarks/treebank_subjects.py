"""Subjects of value claims on the running text of treebanks, against what the gold trees say.

    python benchmarks/treebank_subjects.py FILE.conllu[.gz] ... [--gold-trees] [--output CLAIMS.jsonl]

Each document is read as an article (`treebank`), and the value claims that claimcheck finds are laid on the
gold tree. Where that tells plainly what a claim is about, the subject of the claim is compared by its head:

    right   the head of the claim's subject is the word that the tree names, or one that stands for the same
    other   another phrase
    null    none

What is not decided: values in fragments, in brackets, behind "there is" and "it is", in infinitives that no
verb controls, and all else where the tree says how words hang together but not what is said of what. Of a
sentence that claimcheck reads as several, all claims are compared like others.

With `--gold-trees` the claims are found once more with the gold trees in place of the predicted ones: what is
wrong with both is for the rules to mend, what is wrong with the predicted one alone is the parser's.

`--output` writes one line a claim, with the sentence; keep it off files whose figures should stay fresh.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

# scripts beside this one
from metamorphic import VALUE_KINDS
from treebank import SUBJECTS, GoldTrees, TreebankText, read_treebank

from claimcheck.article import Article
from claimcheck.pipeline import extract_article
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from treebank import GoldWord

    from claimcheck.claims.base import BaseClaim

NOUNS = ("NOUN", "PROPN", "PRON")
_COMPLEMENTS = ("obj", "iobj", "obl", "obl:unmarked", "obl:agent", "advmod")
_ATTRIBUTES = ("amod", "compound", "nummod", "nmod:desc", "nmod:unmarked")
_RELATIVES = ("which", "that", "who", "whom")
_PARTS = frozenset(
    "one most some many all both half majority number none part few each any dozen hundred thousand million"
    " ten".split()
)
_UNITS = frozenset("dollar euro cent pound year month week day hour minute second mile foot page".split())
_SINCE = frozenset({"after", "before", "since", "until"})
_KNOWN = frozenset("the this that these those my your his her its our their".split())
_TIMES = frozenset("year decade century month spring summer autumn fall winter quarter".split())
_CHANGES = frozenset("rise fall increase decrease drop decline growth gain reduction jump cut".split())


class Told(NamedTuple):
    """What a tree says that a claim is about: in which configuration, and the words that may head it."""

    configuration: str
    heads: tuple[GoldWord, ...]


# What the tree says


def told_subject(text: TreebankText, kind: str, start: int, end: int) -> Told | None:
    """What a claim of a kind from `start` to `end` is about, None where the tree does not tell plainly."""
    word = text.topmost(start, end)
    if word is None:
        return None
    if kind == "count" and word.relation == "nummod" and word.head > word.place:
        word = text.head_of(word)
    if kind == "count" and any(child.lemma in _KNOWN for child in text.children(word, "det", "nmod:poss")):
        return None  # known things, which the number may be said of
    if kind == "count" and word.relation in SUBJECTS:
        is_plain = word.pos == "NOUN" and not _has(text, text.head_of(word), "expl")
        return _told(text, "counted subject", word) if is_plain else None
    if kind == "date" and word.pos == "NOUN" and word.lemma not in _TIMES and not word.text[:1].isdecimal():
        return None  # "a 2003 agreement"
    if kind == "ranking" and (not _is_clause(text, word) or _case(text, word)):
        return None  # the thing that is ranked may be what the claim is about
    if kind == "change" and word.lemma in _CHANGES:
        return _of_changed(text, word)
    if kind == "change" and text.children(word, "obj"):
        return _told(text, "changed", text.children(word, "obj")[0])
    if kind == "percentage" and word.relation in SUBJECTS:
        population = [child for child in text.children(word, "nmod") if _case(text, child) == "of"]
        return _told(text, "share of", population[0]) if population else None
    return _of_word(text, kind, word)


def _of_changed(text: TreebankText, change: GoldWord) -> Told | None:
    """The sales of "a fall of 3% in sales" and "a 3% rise in sales"."""
    things = [child for child in text.children(change, "nmod") if _case(text, child) == "in"]
    return _told(text, "change in", things[0]) if len(things) == 1 else None


def _of_word(text: TreebankText, kind: str, word: GoldWord) -> Told | None:
    """What a word is said of that is no subject itself."""
    if _is_clause(text, word):
        return _of_clause(text, word, "predicate")
    head = text.head_of(word)
    if word.relation == "conj" and head.pos == word.pos:
        told = _of_word(text, kind, head)
        return told and Told(f"{told.configuration}, joined", told.heads)
    if word.relation in _COMPLEMENTS:
        if head.relation == "advcl" and any(child.lemma in _SINCE for child in text.children(head, "mark")):
            return None  # "it came out two years after she began": may be said of either clause
        name = "object" if word.relation in ("obj", "iobj") else "adjunct"
        return _of_clause(text, head, name)
    if word.relation == "xcomp":
        return _of_clause(text, head, "complement")
    if kind in ("count", "ranking", "date") or head.pos not in ("NOUN", "PROPN"):
        return None
    if head.relation not in SUBJECTS or _has(text, head, "case"):
        return None  # "two months before the start", "paid $800 rent": of nobody in the phrase
    if word.relation in _ATTRIBUTES and word.place < head.place and head.lemma not in _UNITS:
        return _told(text, "attribute of subject", head)
    if word.relation == "nmod" and _case(text, word) == "of":
        return _told(text, "of subject", head) if kind != "percentage" else None
    return None


def _of_clause(text: TreebankText, verb: GoldWord, name: str) -> Told | None:
    """What the clause of a verb, an adjective or a noun that is a predicate is said of."""
    for _ in range(len(text.words)):
        if _has(text, verb, "expl"):
            return None
        subjects = text.children(verb, *SUBJECTS)
        if subjects:
            return _of_subject(text, verb, subjects[-1], name)
        if text.children(verb, "csubj", "csubj:pass", "csubj:outer"):
            return None
        above = text.head_of(verb)
        if verb.relation in ("acl", "acl:relcl"):
            is_told = verb.relation == "acl:relcl" or not _has(text, verb, "mark")
            return _told(text, f"{name}, {verb.relation}", above) if is_told and above.pos in NOUNS else None
        if verb.relation == "xcomp":
            objects = text.children(above, "obj", "iobj")
            if above.lemma == "let":
                return None  # "let us imagine"
            if objects:
                return _told(text, f"{name}, control", objects[0]) if objects[0].pos in NOUNS else None
            name = f"{name}, control" if "control" not in name else name
        elif verb.relation == "conj" and _is_clause(text, above):
            name = f"{name}, shared" if "shared" not in name else name
        elif verb.relation == "advcl" and "Fin" not in verb.features and not _has(text, verb, "cop"):
            name = f"{name}, beside" if "beside" not in name else name
        else:
            return None
        verb = above
    return None


def _of_subject(text: TreebankText, verb: GoldWord, subject: GoldWord, name: str) -> Told | None:
    """The subject that a verb has; the noun before its clause too where it is relative."""
    if subject.tag == "EX" or subject.lemma == "what" or (len(subject.text) == 1 and subject.text != "I"):
        return None
    if subject.lemma == "it" and text.children(verb, "ccomp", "csubj", "xcomp", "advcl:relcl", "acl:relcl"):
        return None  # "it was announced that", "it was a storm that"
    if subject.lemma in _RELATIVES and verb.relation == "acl:relcl":
        antecedent = text.head_of(verb)
        told = _told(text, f"{name}, relative", antecedent)
        return Told(told.configuration, (*told.heads, subject)) if antecedent.pos in NOUNS else None
    is_passive = subject.relation.endswith(":pass")
    return _told(text, f"{name}, passive" if is_passive else name, subject)


def _told(text: TreebankText, name: str, head: GoldWord) -> Told:
    """A head with those that stand for the same: an apposition, the whole that a word of part is of."""
    same = text.children(head, "appos", "flat")
    if _has(text, head, "cop"):
        same += text.children(head, *SUBJECTS)  # "is a drum that was built in 1978"
    if head.lemma in _PARTS or head.pos in ("NUM", "DET"):
        same += [child for child in text.children(head, "nmod") if _case(text, child) == "of"]
    if head.relation == "appos":
        same.append(text.head_of(head))
    return Told(name, (head, *same))


def _is_clause(text: TreebankText, word: GoldWord) -> bool:
    return word.pos in ("VERB", "AUX") or bool(text.children(word, "cop", *SUBJECTS))


def _has(text: TreebankText, word: GoldWord, relation: str) -> bool:
    return bool(text.children(word, relation))


def _case(text: TreebankText, word: GoldWord) -> str:
    return " ".join(child.text.lower() for child in text.children(word, "case"))


# What claimcheck says


class Compared(NamedTuple):
    """A claim that is compared: its configuration, and `right`, `other` or `null`."""

    claim: BaseClaim
    told: Told
    verdict: str


def verdict_on(text: TreebankText, claim: BaseClaim, told: Told) -> str:
    """How the subject of a claim compares with what the tree says."""
    if claim.subject is None:
        return "null"
    head = text.topmost(claim.subject.start, claim.subject.end)
    return "right" if head is not None and head in told.heads else "other"


def compare(text: TreebankText, claims: Sequence[BaseClaim]) -> tuple[list[Compared], int]:
    """The value claims for which a tree tells the subject, and the number of those for which it does not."""
    compared: list[Compared] = []
    undecided = 0
    for claim in claims:
        if claim.kind not in VALUE_KINDS:
            continue
        told = told_subject(text, claim.kind, claim.start, claim.end)
        if told is None or not all(map(_is_alphanumeric, told.heads[:1])):
            undecided += 1
        else:
            compared.append(Compared(claim, told, verdict_on(text, claim, told)))
    return compared, undecided


def _is_alphanumeric(word: GoldWord) -> bool:
    return any(map(str.isalnum, word.text))


def read_claims(text: TreebankText, nlp: Language) -> Sequence[BaseClaim]:
    """What claimcheck finds in a document."""
    return extract_article(Article(text.name, text.text), nlp).claims


# The report


class Counts:
    """How often each verdict was passed, by configuration and by kind."""

    def __init__(self) -> None:
        self.rows: dict[str, Counter[str]] = {}
        self.undecided = 0

    def add(self, compared: Sequence[Compared], undecided: int) -> None:
        """Count the verdicts on the claims of a document."""
        self.undecided += undecided
        for one in compared:
            for row in ("ALL", f"kind {one.claim.kind}", f"tree {one.told.configuration}"):
                self.rows.setdefault(row, Counter())[one.verdict] += 1

    def lines(self) -> Iterator[str]:
        """The table, the longest rows first."""
        yield f"{'':40} {'claims':>7} {'right':>7} {'other':>7} {'null':>7}"
        for row, counts in sorted(self.rows.items(), key=lambda item: -item[1].total()):
            share = counts["right"] / counts.total()
            yield f"{row:40} {counts.total():7} {share:7.3f} {counts['other']:7} {counts['null']:7}"
        yield f"not decided: {self.undecided}"


def record_of(text: TreebankText, one: Compared) -> dict[str, object]:
    """A claim that was compared, as a line of the output has it."""
    sentence = text.sentence_of(text.words_in(one.claim.start, one.claim.end)[0])
    start, end = sentence[0].start, sentence[-1].end
    subject, before = one.claim.subject, text.text[start : one.claim.start]
    return {
        "document": text.name,
        "kind": one.claim.kind,
        "verdict": one.verdict,
        "configuration": one.told.configuration,
        "head": one.told.heads[0].text,
        "subject": None if subject is None else subject.text,
        "claim": one.claim.text,
        "start": one.claim.start,
        "sentence": f"{before}[[{one.claim.text}]]{text.text[one.claim.end : end]}",
    }


def read_options(description: str | None, arguments: Sequence[str] | None) -> argparse.Namespace:
    """Files of a treebank, whether the claims are found on the gold trees, and a file for the records."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    parser.add_argument("inputs", type=Path, nargs="+", metavar="FILE.conllu")
    parser.add_argument("--gold-trees", action="store_true", help="find the claims on the gold trees")
    parser.add_argument("--output", type=Path, metavar="CLAIMS.jsonl")
    return parser.parse_args(arguments)


def compare_files(
    paths: Iterable[Path], *, on_gold_trees: bool
) -> Iterator[tuple[TreebankText, list[Compared], int]]:
    """For each text of the files its claims beside the gold trees, and how many a tree does not decide."""
    nlp = load_pipeline()
    trees = GoldTrees()
    with trees.at_the_end_of(nlp) if on_gold_trees else nullcontext():
        for path in paths:
            for text in read_treebank(path):
                trees.treebank_text = text
                compared, undecided = compare(text, read_claims(text, nlp))
                yield text, compared, undecided
    if on_gold_trees:
        print(f"gold trees of {trees.laid} sentences, predicted ones of {trees.left}", file=sys.stderr)


def write_records(records: Iterable[dict[str, object]], output: Path | None) -> None:
    """Write the records a line each, if a file is named."""
    if output is not None:
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        output.write_text("".join(lines), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; returns the exit status."""
    options = read_options(__doc__, arguments)
    counts = Counts()
    records: list[dict[str, object]] = []
    for text, compared, undecided in compare_files(options.inputs, on_gold_trees=options.gold_trees):
        counts.add(compared, undecided)
        records.extend(record_of(text, one) for one in compared)
    write_records(records, options.output)
    print("\n".join(counts.lines()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
