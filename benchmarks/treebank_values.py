"""What becomes of the numbers of a treebank, held against what its gold trees say that they count.

    python benchmarks/treebank_values.py INPUT.conllu[.gz] ... [--list CLASS] [--modifiers] [--limit 40]

In the trees of Universal Dependencies `nummod` joins a number to the noun that it counts or the unit that it
is in, and a number that hangs on its noun otherwise, or stands behind it, is a label ("Chapter 3", "May 5",
"Route 66"). So each number of two thousand paragraphs has a known side, which nobody had to annotate:

* **right**: a claim holds it, with the noun or unit of the tree
* **other noun**: a count whose `of` lacks the noun of the tree, or an amount whose span does
* **long noun**: the `of` of a count has words that do not hang on the noun
* **other value**: the claim that holds it has another number in it
* **lost**: it stands before the noun that it counts, and no claim holds it; by the rule that set it aside,
  `no quantity`, or `no claim` where it was read as a quantity
* **label counted**: it is a label by the tree and came out as a count of the word behind it
* **dated**: it counts a noun and came out as a date or a rank alone

"One" is left out: to the guide it is mostly a pronoun. What a number without a noun is to be is not asked of
the tree (years, prices in lists, scores), save that it is no count of the next word. Guide and tree differ:
house numbers and years hang on their nouns as numbers that count do ("1600 Pennsylvania Avenue", "the 1967
war"), and questions, orders to the reader and invented examples hold no claims. Most of what is lost or dated
is so by the guide; read a class before it is believed.

`--modifiers` prints the words that the trees hang on a number in front of it ("at least", "more than"), and
the comparators of the claims.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

# scripts beside this one
from english_numbers import number_in
from metamorphic import VALUE_KINDS, Claim, claims_in, documents_of
from treebank import GoldWord, TreebankText, read_treebank

from claimcheck.quantities.finding import explain_numerals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

JUDGED_KINDS = VALUE_KINDS | {"version"}
AMOUNTS = ("number", "low", "high", "from", "to", "factor", "rank")
JOINED = frozenset({"compound", "flat", "nummod", "goeswith"})
PLACES = frozenset({"date", "ranking", "version"})
CLASSES = ("right", "other noun", "long noun", "other value", "lost", "label counted", "dated")
SCALES = {
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}
FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
JOINING = re.compile("[-–/'′]")
MORE = re.compile(
    r"\s+(?:and\s+(?:an?\s+)?(?:half|[a-z]+ty)|\d/\d|(?:hundred|thousand|million|billion)s?\b|(?:feet|foot)\s+\d)"
)
MORE_BEFORE = re.compile(r"\b(?:half an?|hundred and|(?:feet|foot)) $")
MODIFYING = frozenset({"ADV", "ADP", "ADJ", "PART", "SCONJ", "SYM", "VERB", "DET"})
MOST_MODIFIERS = 4


class Number(NamedTuple):
    """A number of a treebank: its words, the one that hangs outside, and the noun that it counts, if any."""

    words: tuple[GoldWord, ...]
    top: GoldWord
    noun: GoldWord | None

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end

    @property
    def is_label(self) -> bool:
        """Whether it stands behind its noun or has none."""
        return self.noun is None or (self.noun.place < self.top.place and self.noun.pos != "SYM")


@dataclass
class Judgement:
    """A number, its class, the reason where it is lost, and what came out for it."""

    text: TreebankText
    number: Number
    verdict: str
    reason: str = ""
    claims: list[Claim] = field(default_factory=list)


def numbers_of(text: TreebankText) -> Iterator[Number]:
    """The numbers of a text; words of one number that stand side by side are one."""
    seen: set[int] = set()
    for word in text.words:
        if word.place in seen or word.pos != "NUM" or word.tag != "CD":
            continue
        words = [word]
        for follower in text.words[word.place + 1 :]:
            if follower.pos != "NUM" or not _are_one(words[-1], follower, text):
                break
            words.append(follower)
        seen.update(each.place for each in words)
        top = text.topmost(words[0].start, words[-1].end)
        if top is not None and top.lemma.lower() != "one":
            yield Number(tuple(words), top, _counted(top, text))


def _are_one(word: GoldWord, follower: GoldWord, text: TreebankText) -> bool:
    """Whether two numbers that stand side by side are one in the tree."""
    if word.head == follower.place:
        return word.relation in JOINED
    return (follower.relation in JOINED and follower.head == word.place) or (
        word.head == follower.head and word.relation in JOINED and text.words[word.head].pos == "NUM"
    )


def _counted(top: GoldWord, text: TreebankText) -> GoldWord | None:
    """The noun that a number counts; a number that is joined to another by "and" counts what that does."""
    while top.relation == "conj" and text.head_of(top).pos == "NUM":
        top = text.head_of(top)
    head = text.head_of(top)
    return head if top.relation == "nummod" and head.pos != "NUM" else None


def worth(text: TreebankText, number: Number) -> float | None:
    """What the words of a number are worth, where that is plain: not in "forty-eight" or "3/4"."""
    around = text.text[max(0, number.start - 1) : number.start] + text.text[number.end : number.end + 1]
    if (
        JOINING.search(around)
        or MORE.match(text.text, number.end)
        or MORE_BEFORE.search(text.text, 0, number.start)
    ):
        return None
    total, part = 0.0, 0.0
    for piece in " ".join(word.text.lower() for word in number.words).replace("-", " ").split():
        if FIGURE.fullmatch(piece):
            part += float(piece.replace(",", ""))
        elif (small := number_in(piece)) is not None:
            part += small
        elif piece == "hundred":
            part = (part or 1) * 100
        elif piece in SCALES:
            total, part = total + (part or 1) * SCALES[piece], 0
        else:
            return None
    return total + part


def judged(text: TreebankText, claims: Sequence[Claim]) -> Iterator[Judgement]:
    """What became of each number that the tree has a word on."""
    reasons = [
        (each.start, each.end, "no claim" if each.set_aside_by is None else each.set_aside_by)
        for each in explain_numerals(text.text)
    ]
    for number in numbers_of(text):
        held = [claim for claim in claims if _touch(claim, number) and claim["kind"] in JUDGED_KINDS]
        if number.is_label:
            counts = [
                claim for claim in held if claim["kind"] == "count" and _counts_next(text, number, claim)
            ]
            if counts:
                yield Judgement(text, number, "label counted", claims=counts)
            continue
        amounts = [claim for claim in held if claim["kind"] not in PLACES]
        if amounts:
            verdicts = [_verdict(text, number, claim) for claim in amounts]
            yield Judgement(text, number, min(verdicts, key=CLASSES.index), claims=held)
        elif held:
            yield Judgement(text, number, "dated", claims=held)
        else:
            why = [why for start, end, why in reasons if start < number.end and number.start < end]
            yield Judgement(text, number, "lost", why[-1] if why else "no quantity")


def _touch(claim: Claim, number: Number) -> bool:
    return bool(claim["start"] < number.end and number.start < claim["end"])


def _counts_next(text: TreebankText, number: Number, claim: Claim) -> bool:
    """Whether a count is of the words right behind a number, and the tree has no number that counts them."""
    behind = text.words[number.words[-1].place + 1 :][:1]
    if (
        not behind
        or behind[0].lemma == "of"
        or not text.text.startswith(claim["value"]["of"], behind[0].start)
    ):
        return False
    return not any(
        word.relation == "nummod" and word.pos == "NUM"
        for word in text.words_in(claim["start"], claim["end"])
    )


def _verdict(text: TreebankText, number: Number, claim: Claim) -> str:
    """The class of a number that counts a noun and stands in a claim."""
    noun = number.noun
    assert noun is not None
    amounts = [claim["value"][name] for name in AMOUNTS if claim["value"].get(name) is not None]
    known = worth(text, number)
    if known is not None and not any(abs(amount - known) <= abs(known) / 1000 for amount in amounts):
        return "other value"
    if claim["kind"] != "count":
        return "right" if claim["start"] <= noun.start and noun.end <= claim["end"] else "other noun"
    counted = claim["value"]["of"].split()
    plain = {word.strip(".,;:()'\"’”“").lower() for word in counted}
    if not plain & {noun.text.lower(), noun.lemma.lower()} and not any(
        noun.text.lower() in word for word in plain
    ):
        return "other noun"
    behind = [
        word
        for word in text.words_in(number.end, claim["end"])
        if not _hangs_on(text, word, noun) and word.pos != "PUNCT"
    ]
    return "long noun" if behind else "right"


def _hangs_on(text: TreebankText, word: GoldWord, noun: GoldWord) -> bool:
    """Whether a word is a noun or stands anywhere below it."""
    while word.place != noun.place:
        if word.relation == "root":
            return False
        word = text.head_of(word)
    return True


def modifiers(text: TreebankText, number: Number) -> str:
    """The words right before a number that hang on it or on its noun, in lower case."""
    found: list[str] = []
    for word in reversed(text.words[max(0, number.words[0].place - MOST_MODIFIERS) : number.words[0].place]):
        is_below = any(_hangs_on(text, word, top) for top in (number.top, number.noun) if top is not None)
        if not is_below or word.pos not in MODIFYING:
            break
        found.append(word.text.lower())
    return " ".join(reversed(found))


def read(paths: Iterable[Path]) -> Iterator[tuple[TreebankText, list[Claim]]]:
    """The texts of treebanks with what claimcheck finds in them."""
    texts = [text for path in paths for text in read_treebank(path)]
    documents = documents_of((text.name, text.text) for text in texts)
    for text, document in zip(texts, documents, strict=True):
        yield text, claims_in(document)


def main() -> None:
    """Print the classes with their counts, and what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", nargs="+", type=Path)
    parser.add_argument("--list", help="print the numbers of this class (or reason) in their sentences")
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--modifiers", action="store_true")
    options = parser.parse_args()
    judgements: list[Judgement] = []
    compared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, claims in read(options.inputs):
        judgements += judged(text, claims)
        for number in numbers_of(text):
            for claim in claims:
                if _touch(claim, number) and claim["kind"] in JUDGED_KINDS - PLACES:
                    compared[modifiers(text, number)][claim["comparator"]] += 1
    counts = Counter(judgement.verdict for judgement in judgements)
    for verdict in CLASSES:
        print(f"{verdict:14} {counts[verdict]:6}")
    print(f"{'all':14} {len(judgements):6}   right {counts['right'] / max(1, len(judgements)):.3f}")
    for reason, count in Counter(each.reason for each in judgements if each.reason).most_common():
        print(f"  lost: {reason:30} {count:5}")
    if options.modifiers:
        for words, marks in sorted(compared.items(), key=lambda row: -row[1].total()):
            print(f"{words:40} {dict(marks)}")
    listed = [each for each in judgements if options.list in (each.verdict, each.reason)]
    for each in listed[: options.limit]:
        _print_sentence(each)


def _print_sentence(judgement: Judgement) -> None:
    """A number in its sentence, with the noun of the tree and the claims."""
    text, number = judgement.text, judgement.number
    sentence = text.sentence_of(number.top)
    start, end = sentence[0].start, sentence[-1].end
    before, behind = text.text[start : number.start], text.text[number.end : end]
    marked = f"{before}[[{text.text[number.start : number.end]}]]{behind}"
    noun = number.noun.text if number.noun else None
    print(f"{judgement.verdict} {judgement.reason} | {noun} | {marked}")
    for claim in judgement.claims:
        value = {name: content for name, content in claim["value"].items() if content is not None}
        print(f"     {claim['kind']} [{claim['text']}] {value} {claim['comparator']}")


if __name__ == "__main__":
    main()
