"""Trains the English pipeline: syntax and names in turn, on one shared tok2vec.

    python training/train.py --out /tmp/stage1 --steps 9000
    python training/train.py --out /tmp/stage2 --steps 9000 --init /tmp/stage1 --decay

Two kinds of batches alternate. A syntax batch updates tagger, morphologizer and parser; a names batch
updates the entity recogniser; both update the tok2vec. Weights are averaged over the run, and the averaged
weights are what is written. The same seed, arguments and thread count give the same weights.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import spacy
from corpora import (
    LABELS,
    NamedSentence,
    TreebankSentence,
    find_file,
    join_named,
    named_doc,
    raw_doc,
    read_names,
    read_scopes,
    read_treebank,
    treebank_doc,
    treebank_examples,
)
from domain import fill_all, fill_tree, read_patterns, read_trees, swap_names
from names import read_name_pools
from passages import read_passage_names
from sources import (
    DOMAIN_NAMES,
    DOMAIN_TREES,
    LABELLED,
    LABELLED_TREES,
    NAMES,
    PASSAGES,
    SWAPPED,
    TREEBANKS,
    even_out,
    hide_open_labels,
    lower_case_words,
    read_states,
    read_technology_names,
    read_titles,
)
from spacy.language import Language
from spacy.training import Example
from spacy.util import compile_suffix_regex, fix_random_seed, load_config
from thinc.api import Adam, NumpyOps, set_current_ops

HERE = Path(__file__).resolve().parent
SYNTAX = ("tagger", "morphologizer", "parser")

NamesOfRounds = list[tuple[Callable[[], list[NamedSentence]], float]]
TreesOfRounds = list[tuple[Callable[[], list[TreebankSentence]], int]]
"""A reader and how often it is read in a round; a share of one is read of that share of its sentences."""


def treebank_stream(
    nlp: Language,
    banks: Sequence[tuple[Callable[[], list[TreebankSentence]], int]],
    rng: random.Random,
) -> Iterator[Example]:
    """Endless syntax examples: chunks of one to six neighbours, cut anew in every round."""
    while True:
        chunks: list[list[TreebankSentence]] = []
        for read, times in banks:
            for _ in range(times):
                sentences = read()
                chunk: list[TreebankSentence] = []
                size = words = 0
                for sentence in sentences:
                    if chunk and (sentence.starts_document or len(chunk) >= size or words > 130):
                        chunks.append(chunk)
                        chunk = []
                    if not chunk:
                        size, words = rng.choice((1, 1, 2, 3, 4, 6)), 0
                    chunk.append(sentence)
                    words += len(sentence.words)
                chunks.append(chunk)
        rng.shuffle(chunks)
        for chunk in chunks:
            paragraph = rng.choice((" ", "\n", "\n\n", "\n\n"))
            wrap_at = rng.randint(9, 16) if rng.random() < 0.04 else 0
            varied = [vary_quotes(s, rng) for s in chunk] if rng.random() < 0.1 else chunk
            gold = treebank_doc(
                nlp.vocab,
                varied,
                paragraph=paragraph,
                wrap_at=wrap_at,
                widen=rng if rng.random() < 0.1 else None,
            )
            yield Example(raw_doc(nlp.vocab, gold, nlp.make_doc(gold.text)), gold)


def vary_quotes(sentence: TreebankSentence, rng: random.Random) -> TreebankSentence:
    """The sentence with typographic quotation marks, apostrophes and dashes."""
    mark = "‘" if rng.random() < 0.2 else "’"
    changes = {"``": "“", "''": "”", "--": rng.choice(("—", "–")), "n't": "n’t", "'": "’"}
    words = []
    for word, tag in zip(sentence.words, sentence.tags, strict=True):
        if word == '"':
            words.append("“" if tag == "``" else "”")
        elif word[0] == "'" and len(word) <= 3 and word not in changes:
            words.append(mark + word[1:])
        else:
            words.append(changes.get(word, word))
    return TreebankSentence(
        tuple(words),
        sentence.spaces,
        sentence.tags,
        sentence.pos,
        sentence.morphs,
        sentence.lemmas,
        sentence.heads,
        sentence.deps,
        sentence.starts_paragraph,
        sentence.starts_document,
    )


def names_stream(
    nlp: Language, files: Sequence[tuple[Callable[[], list[NamedSentence]], float]], rng: random.Random
) -> Iterator[Example]:
    """Endless name examples: one to four neighbouring lines joined."""
    while True:
        chunks: list[list[NamedSentence]] = []
        for read, times in files:
            whole, part = int(times), times - int(times)
            for turn in range(whole + 1):
                sentences = read()
                at = 0
                while at < len(sentences):
                    size = rng.choice((1, 1, 1, 2, 3, 4))
                    if turn < whole or rng.random() < part:
                        chunks.append(sentences[at : at + size])
                    at += size
        rng.shuffle(chunks)
        for chunk in chunks:
            separators = [rng.choice((" ", " ", "  ", "\n\n")) for _ in chunk[1:]]
            joined = join_named(chunk, separators)
            doc = nlp.make_doc(joined.text)
            yield Example(nlp.make_doc(joined.text), named_doc(doc, joined))


def widen_tokenizer(nlp: Language) -> None:
    """Split contractions written with an opening quotation mark, as word processors do ("it‘s"), and the full
    stop behind a figure with its scale or unit ("£45m.", "$1.2B."), which is no part of an abbreviation.
    """
    suffixes = [*nlp.Defaults.suffixes, r"‘(?:s|S|m|d|ve|re|ll)", r"(?<=[0-9][A-Z])\."]
    rules = nlp.tokenizer.rules  # type: ignore[attr-defined]
    nlp.tokenizer.rules = {form: rules[form] for form in rules if form not in {"g.", "m.", "t."}}  # type: ignore[attr-defined]
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search  # type: ignore[attr-defined]


def batches(stream: Iterator[Example], words: float) -> Iterator[list[Example]]:
    """Batches of about so many words."""
    while True:
        batch: list[Example] = []
        total = 0
        while total < words:
            example = next(stream)
            batch.append(example)
            total += len(example.reference)
        yield batch


def listen(nlp: Language, names: Sequence[str]) -> None:
    """Let only these components pass gradients to the tok2vec in the next update."""
    tok2vec = nlp.get_pipe("tok2vec")
    if not hasattr(tok2vec, "all_listeners"):
        tok2vec.all_listeners = dict(tok2vec.listener_map)
    tok2vec.listener_map = {name: tok2vec.all_listeners[name] for name in names}


def read_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=HERE.parent.parent / "shared" / "corpora")
    parser.add_argument("--lexicons", type=Path, default=HERE.parent.parent / "shared" / "lexicons")
    parser.add_argument("--labelled", type=Path, help="what label.py wrote, instead of the name files")
    parser.add_argument("--gold-trees-only", action="store_true", help="leave its trees out")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--init", type=Path, help="continue from these weights")
    parser.add_argument("--steps", type=int, default=8000)
    parser.add_argument("--save-every", type=int, default=2000)
    parser.add_argument("--learn-rate", type=float, default=0.001)
    parser.add_argument("--warmup", type=int, default=250)
    parser.add_argument(
        "--decay", action="store_true", help="let the learning rate fall to 4 %% of its start"
    )
    parser.add_argument("--hold", type=float, default=0.3, help="share of the steps before --decay sets in")
    parser.add_argument("--words-start", type=float, default=600)
    parser.add_argument("--words-end", type=float, default=1600)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument(
        "--names-share", type=float, default=0.45, help="share of the batches that train names"
    )
    parser.add_argument("--seed", type=int, default=17)
    return parser.parse_args()


def read_annotated_names(args: argparse.Namespace) -> Iterator[tuple[list[NamedSentence], float]]:
    """Each file of names with the times it is seen in a round: what the teacher labelled, or the corpora."""
    if args.labelled:
        for stem, times in {**NAMES, **LABELLED}.items():
            yield read_names(args.labelled / f"{stem}.jsonl"), times
        yield read_passage_names(HERE / "passages"), PASSAGES
        return
    common = lower_case_words(
        sentence for stem in TREEBANKS for sentence in read_treebank(find_file(args.corpora / "syntax", stem))
    )
    technology = read_technology_names(args.lexicons)
    titles, states = read_titles(args.lexicons), read_states(args.lexicons)
    scopes = read_scopes(args.corpora / "ner")
    for stem, times in NAMES.items():
        sentences = read_names(find_file(args.corpora / "ner", stem))
        evened = (even_out(sentence, titles, states, technology) for sentence in sentences)
        yield [hide_open_labels(sentence, scopes[stem], technology, common) for sentence in evened], times


def make_streams(args: argparse.Namespace, rng: random.Random) -> tuple[NamesOfRounds, TreesOfRounds]:
    """What a round reads: functions, as names are swapped and patterns filled anew every time."""
    pools = read_name_pools(args.lexicons)
    patterns, trees = read_patterns(HERE / "domain"), read_trees(HERE / "domain")

    def swapped(sentences: list[NamedSentence]) -> Callable[[], list[NamedSentence]]:
        return lambda: [swap_names(sentence, pools, rng, SWAPPED) for sentence in sentences]

    def same(sentences: list[TreebankSentence]) -> Callable[[], list[TreebankSentence]]:
        return lambda: sentences

    names: NamesOfRounds = [(swapped(sentences), times) for sentences, times in read_annotated_names(args)]
    names.append((lambda: fill_all(patterns, pools, rng), DOMAIN_NAMES))
    banks: TreesOfRounds = [
        (same(read_treebank(find_file(args.corpora / "syntax", stem))), times)
        for stem, times in TREEBANKS.items()
    ]
    banks.append((lambda: [fill_tree(tree, pools, rng) for tree in trees], DOMAIN_TREES))
    if args.labelled and not args.gold_trees_only:
        banks.append((same(read_treebank(args.labelled / "trees.conllu")), LABELLED_TREES))
    return names, banks


def make_pipeline(args: argparse.Namespace, names: NamesOfRounds, banks: TreesOfRounds) -> Language:
    """The weights to go on from, or new ones with every label of the first examples."""
    if args.init:
        nlp = spacy.load(args.init, exclude=["lemmatizer"])
        for _, component in nlp.pipeline:
            component.model._to_ops(NumpyOps(use_blis=False))  # noqa: SLF001
        return nlp
    nlp = spacy.util.load_model_from_config(load_config(HERE / "config.cfg"), auto_fill=True)
    label_rng = random.Random(args.seed)  # noqa: S311
    syntax = treebank_stream(nlp, banks, label_rng)
    named = names_stream(nlp, names, label_rng)
    first = [next(syntax) for _ in range(6000)] + [next(named) for _ in range(2000)]
    nlp.initialize(lambda: first)
    missing = set(LABELS) - set(nlp.get_pipe("ner").labels)
    if missing:
        sys.exit(f"no example of {missing}")
    return nlp


def learn_rate_at(step: int, args: argparse.Namespace) -> float:
    """Rises over the first steps; with `--decay` it falls to 4 % of its height from `--hold` on."""
    share = step / args.steps
    rate = args.learn_rate * min(1.0, (step + 1) / args.warmup)
    if args.decay and share > args.hold:
        rate *= 1.0 - 0.96 * (share - args.hold) / (1 - args.hold)
    return rate


class Trainer:
    """Updates one pipeline with the two kinds of batches in turn, and counts."""

    def __init__(
        self,
        nlp: Language,
        streams: tuple[NamesOfRounds, TreesOfRounds],
        args: argparse.Namespace,
        rng: random.Random,
    ) -> None:
        self.nlp = nlp
        self.args = args
        self.rng = rng
        self.optimizer = Adam(
            args.learn_rate, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True
        )
        nlp._optimizer = self.optimizer  # noqa: SLF001
        names, banks = streams
        self.syntax = treebank_stream(nlp, banks, rng)
        self.named = names_stream(nlp, names, rng)
        self.words = 0
        self.losses: dict[str, float] = {}

    def update(self, step: int) -> None:
        """One batch."""
        args = self.args
        self.optimizer.learn_rate = learn_rate_at(step, args)
        size = args.words_start + (args.words_end - args.words_start) * step / args.steps
        if self.rng.random() < args.names_share:
            batch, active = next(batches(self.named, size)), ("ner",)
        else:
            batch, active = next(batches(self.syntax, size)), SYNTAX
        listen(self.nlp, active)
        idle = [name for name in self.nlp.pipe_names if name not in active and name != "tok2vec"]
        self.nlp.update(batch, sgd=self.optimizer, drop=args.dropout, losses=self.losses, exclude=idle)
        self.words += sum(len(example.reference) for example in batch)

    def save(self, dev: dict[str, list[TreebankSentence]]) -> None:
        """Write the averaged weights, and print how they read the dev treebanks."""
        listen(self.nlp, (*SYNTAX, "ner"))
        with self.nlp.use_params(self.optimizer.averages):
            for stem, sentences in dev.items():
                scores = self.nlp.evaluate(list(treebank_examples(self.nlp, sentences, raw=True)))
                print(
                    f"  {stem} tag {scores['tag_acc']:.3f} pos {scores['pos_acc']:.3f} "
                    f"uas {scores['dep_uas']:.3f} las {scores['dep_las']:.3f} "
                    f"sents {scores['sents_f']:.3f}",
                    flush=True,
                )
            self.nlp.to_disk(self.args.out)


def main() -> None:
    """Read, train, write."""
    args = read_arguments()
    # The plain BLAS of numpy is about three times as fast as the bundled BLIS on the machines tried.
    set_current_ops(NumpyOps(use_blis=False))
    fix_random_seed(args.seed)
    rng = random.Random(args.seed)  # noqa: S311
    names, banks = make_streams(args, rng)
    nlp = make_pipeline(args, names, banks)
    widen_tokenizer(nlp)
    trainer = Trainer(nlp, (names, banks), args, rng)
    dev = {
        stem: read_treebank(find_file(args.corpora / "syntax", stem))[:600]
        for stem in ("en_ewt-dev", "en_gum-nonnc-dev")
    }
    began = time.perf_counter()
    for step in range(args.steps):
        trainer.update(step)
        if (step + 1) % 200 == 0:
            took = time.perf_counter() - began
            shown = " ".join(f"{name} {value / 200:.1f}" for name, value in trainer.losses.items())
            rate = trainer.optimizer.learn_rate
            print(
                f"{step + 1} {took:.0f}s {trainer.words / took:.0f} w/s rate {rate:.5f} {shown}", flush=True
            )
            trainer.losses = {}
        if (step + 1) % args.save_every == 0 or step + 1 == args.steps:
            trainer.save(dev)


if __name__ == "__main__":
    main()
