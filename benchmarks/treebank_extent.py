"""How far the subjects of value claims reach on the running text of treebanks, against the gold trees.

    python benchmarks/treebank_extent.py FILE.conllu[.gz] ... [--gold-trees] [--output CLAIMS.jsonl]

Only claims whose subject has the head that the gold tree names (`treebank_subjects`) are compared. The phrase
of that head is what hangs on it, as the annotated articles write subjects: possessors, complements and
modifiers, participles and relative clauses behind the noun, all members of a list; not what a comma, a dash
or a bracket sets beside it, not what holds the claim itself. Articles, adverbs, numbers and marks are not
compared.

    same    the same words
    short   words of the phrase are missing
    long    words are taken that are not of the phrase
    both    words are missing and others taken

Of the words that are missing or too many, the relation of the topmost is counted.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

# scripts beside this one
from treebank import SUBJECTS, TreebankText
from treebank_subjects import compare_files, read_options, write_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treebank import GoldWord

    from claimcheck.claims.base import BaseClaim

_BESIDE = frozenset(
    "punct parataxis cop case mark cc:preconj discourse advcl aux aux:pass ccomp csubj vocative dislocated"
    " orphan expl".split()
) | frozenset(SUBJECTS)
_OF_CLAUSE = frozenset({"obl", "obl:unmarked", "advmod", "conj", "cc"})
"""What belongs to the clause, and not to the noun, where the noun is a predicate."""
_NOT_COMPARED = frozenset({"ADV", "DET", "NUM", "PUNCT", "SYM", "PART", "CCONJ"})


class Extent(NamedTuple):
    """How far a subject reaches beside its phrase: the words it lacks, and those that it has too many."""

    missing: tuple[GoldWord, ...]
    extra: tuple[GoldWord, ...]

    @property
    def verdict(self) -> str:
        """`same`, `short`, `long` or `both`."""
        if self.missing and self.extra:
            return "both"
        return "short" if self.missing else "long" if self.extra else "same"


def phrase_of(text: TreebankText, head: GoldWord, start: int, end: int) -> list[GoldWord]:
    """The words of a head's noun phrase, without the branches that hold a claim from `start` to `end`."""
    is_predicate = bool(text.children(head, "cop"))
    words = [head]
    for child in text.children(head):
        is_opening = child.place < head.place and child.relation in ("acl", "acl:relcl", "advmod")
        if is_opening or child.relation in _BESIDE or (is_predicate and child.relation in _OF_CLAUSE):
            continue
        branch = _branch(text, child)
        is_set_off = child.place > head.place and child.relation != "conj" and _is_set_off(text, branch)
        holds_claim = child.place > head.place and any(w.start < end and w.end > start for w in branch)
        if not is_set_off and not holds_claim:
            words += branch
    return words


def _branch(text: TreebankText, word: GoldWord) -> list[GoldWord]:
    """A word with all that hangs on it."""
    words = [word]
    for one in words:
        words.extend(text.children(one))
    return words


def _is_set_off(text: TreebankText, branch: Sequence[GoldWord]) -> bool:
    """Whether a branch begins with a mark or stands behind one."""
    first = min(branch, key=lambda word: word.place)
    before = text.words[first.place - 1]
    return "PUNCT" in (first.pos, before.pos) and not {first.text, before.text} & {"-", "'", '"', "“", "‘"}


def extent_of(text: TreebankText, claim: BaseClaim) -> Extent | None:
    """How the subject of a claim compares with the phrase of its head; None for pronouns."""
    subject = claim.subject
    head = None if subject is None else text.topmost(subject.start, subject.end)
    if subject is None or head is None or head.pos not in ("NOUN", "PROPN"):
        return None
    phrase = {w.place for w in phrase_of(text, head, claim.start, claim.end)}
    taken = {w.place for w in text.words_in(subject.start, subject.end)}
    places = sorted(phrase ^ taken)
    differing = [text.words[place] for place in places if _is_compared(text.words[place], claim)]
    missing = tuple(word for word in differing if word.place in phrase)
    return Extent(missing, tuple(word for word in differing if word.place not in phrase))


def _is_compared(word: GoldWord, claim: BaseClaim) -> bool:
    is_of_claim = word.start < claim.end and word.end > claim.start
    return word.pos not in _NOT_COMPARED and not is_of_claim and any(map(str.isalnum, word.text))


def _topmost(words: Sequence[GoldWord]) -> Iterator[GoldWord]:
    places = {word.place for word in words}
    return (word for word in words if word.head not in places)


def record_of(text: TreebankText, claim: BaseClaim, extent: Extent) -> dict[str, object]:
    """A claim that was compared, as a line of the output has it."""
    sentence = text.sentence_of(text.words_in(claim.start, claim.end)[0])
    return {
        "document": text.name,
        "kind": claim.kind,
        "verdict": extent.verdict,
        "subject": claim.subject and claim.subject.text,
        "missing": [(word.relation, word.text) for word in extent.missing],
        "extra": [(word.relation, word.text) for word in extent.extra],
        "claim": claim.text,
        "sentence": text.text[sentence[0].start : sentence[-1].end],
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; returns the exit status."""
    options = read_options(__doc__, arguments)
    verdicts: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    records: list[dict[str, object]] = []
    for text, compared, _ in compare_files(options.inputs, on_gold_trees=options.gold_trees):
        for one in compared:
            extent = extent_of(text, one.claim) if one.verdict == "right" else None
            if extent is None:
                continue
            verdicts[extent.verdict] += 1
            relations.update(f"missing {word.relation}" for word in _topmost(extent.missing))
            relations.update(f"extra {word.relation}" for word in _topmost(extent.extra))
            records.append(record_of(text, one.claim, extent))
    write_records(records, options.output)
    print(f"claims {verdicts.total()}", *(f"{name} {count}" for name, count in verdicts.most_common()))
    print("\n".join(f"{count:5} {name}" for name, count in relations.most_common(30)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
