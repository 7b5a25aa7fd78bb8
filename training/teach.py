"""Fits the teacher (teacher.py) to the corpora: one for names, one for syntax.

    python training/teach.py --what names --out ../weights/names-teacher.pt
    python training/teach.py --what syntax --out ../weights/syntax-teacher.pt

Nothing is read that the small model's training does not read (sources.py); names also come from passages/.
Labels that a corpus does not annotate are left open: of those classes the loss asks nothing.
"""

import argparse
import random
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
import torch
from corpora import LABELS, NamedSentence, TreebankSentence, find_file, read_names, read_scopes, read_treebank
from passages import OTHER_LABELS, read_passage_lines
from sources import NAMES, TREEBANKS, even_out, read_states, read_technology_names, read_titles
from spacy.tokenizer import Tokenizer
from spacy.util import load_model
from teacher import (
    NAME_CLASS_IDS,
    NAME_CLASSES,
    PIECES,
    Columns,
    NamesItem,
    SyntaxItem,
    Teacher,
    load,
    save,
    shuffled_batches,
)
from torch import nn

HERE = Path(__file__).resolve().parent
ALL_LABELS = frozenset((*LABELS, *OTHER_LABELS))
PASSAGE_TIMES = 2
MAX_WORDS = 220


def words_of(tokenizer: Tokenizer, text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The tokens of spaCy but for white space, with their places."""
    tokens = [token for token in tokenizer(text) if not token.is_space]
    return [token.text for token in tokens], [(token.idx, token.idx + len(token)) for token in tokens]


def is_readable(words: Sequence[str]) -> bool:
    """Whether the teacher can read it."""
    return 0 < len(words) <= MAX_WORDS and PIECES.knows(words)


def read_named_corpora(corpora: Path, lexicons: Path) -> dict[str, list[NamedSentence]]:
    """The name files of `sources.NAMES`, evened out."""
    technology = read_technology_names(lexicons)
    titles, states = read_titles(lexicons), read_states(lexicons)
    return {
        stem: [
            even_out(sentence, titles, states, technology)
            for sentence in read_names(find_file(corpora / "ner", stem))
        ]
        for stem in NAMES
    }


def names_items(
    tokenizer: Tokenizer, sentences: Sequence[NamedSentence], scope: frozenset[str]
) -> list[NamesItem]:
    """The sentences with what their annotation allows each word to be."""
    items = []
    for sentence in sentences:
        words, places = words_of(tokenizer, sentence.text)
        if is_readable(words):
            items.append(NamesItem(tuple(words), allowed_classes(places, sentence, scope)))
    return items


def allowed_classes(
    places: Sequence[tuple[int, int]], sentence: NamedSentence, scope: frozenset[str]
) -> np.ndarray:
    """True where a word (at `places`) may have a class: shape (words, classes).

    A word of no name may be of any label outside the scope; a missing one, and a name off the token grid, may
    be anything.
    """
    allowed = np.zeros((len(places), len(NAME_CLASSES)), dtype=bool)
    allowed[:, [i for name, i in NAME_CLASS_IDS.items() if name == "O" or name[2:] not in scope]] = True
    starts = {start: i for i, (start, _) in enumerate(places)}
    ends = {end: i for i, (_, end) in enumerate(places)}
    missing = list(sentence.missing)
    named = []
    for start, end, label in sentence.ents:
        if start in starts and end in ends:
            named.append((starts[start], ends[end], label))
        else:
            missing.append((start, end))
    for start, end in missing:
        for i, (word_start, word_end) in enumerate(places):
            if word_start < end and word_end > start:
                allowed[i] = True
    for first, last, label in named:
        allowed[first : last + 1] = False
        if first == last:
            allowed[first, NAME_CLASS_IDS["S-" + label]] = True
            continue
        allowed[first, NAME_CLASS_IDS["B-" + label]] = True
        allowed[first + 1 : last, NAME_CLASS_IDS["I-" + label]] = True
        allowed[last, NAME_CLASS_IDS["E-" + label]] = True
    return allowed


def syntax_items(sentences: Sequence[TreebankSentence], columns: Columns) -> list[SyntaxItem]:
    """The trees; what they tell apart is added to `columns`."""

    def number(table: dict[str, int], name: str) -> int:
        return table.setdefault(name, len(table))

    return [
        SyntaxItem(
            words=sentence.words,
            tags=[number(columns.tags, tag) for tag in sentence.tags],
            features=[
                number(columns.features, f"{pos}|{morph}")
                for pos, morph in zip(sentence.pos, sentence.morphs, strict=True)
            ],
            heads=[0 if head == i else head + 1 for i, head in enumerate(sentence.heads)],
            relations=[number(columns.relations, dep) for dep in sentence.deps],
        )
        for sentence in sentences
        if is_readable(sentence.words)
    ]


def read_names_items(tokenizer: Tokenizer, args: argparse.Namespace, rng: random.Random) -> list[NamesItem]:
    """One round: each file as often as `sources.NAMES` says, and the passages."""
    scopes = read_scopes(args.corpora / "ner")
    items: list[NamesItem] = []
    for stem, sentences in read_named_corpora(args.corpora, args.lexicons).items():
        own = names_items(tokenizer, sentences, scopes[stem])
        whole, part = divmod(NAMES[stem], 1)
        items += own * int(whole) + [item for item in own if rng.random() < part]
    passages = [NamedSentence(line.text, line.names) for line in read_passage_lines(args.passages)]
    return items + names_items(tokenizer, passages, ALL_LABELS) * PASSAGE_TIMES


def fit(
    teacher: Teacher,
    items: Sequence[SyntaxItem] | Sequence[NamesItem],
    args: argparse.Namespace,
    rng: random.Random,
) -> None:
    """Train for so many rounds, or until the time is up; the learning rate falls to nothing."""
    loss_of = teacher.syntax_loss if args.what == "syntax" else teacher.names_loss
    encoder = [weights for weights in teacher.encoder.parameters() if weights.requires_grad]
    known = set(map(id, encoder))
    heads = [w for w in teacher.parameters() if w.requires_grad and id(w) not in known]
    groups = [{"params": encoder, "lr": args.learn_rate}, {"params": heads, "lr": 1e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rates = [group["lr"] for group in optimizer.param_groups]
    plan = [batch for _ in range(args.rounds) for batch in shuffled_batches(items, args.words, rng)]
    losses: list[float] = []
    began = time.perf_counter()
    teacher.train()
    for step, batch in enumerate(plan):
        took = time.perf_counter() - began
        share = max(step / len(plan), took / args.max_seconds)
        if share >= 1:
            break
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, (step + 1) / 200) * (1 - share)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimizer.step()
        losses.append(loss.item())
        if step % 50 == 49:
            print(f"{step + 1} of {len(plan)} {took:.0f}s loss {np.mean(losses[-50:]):.3f}", flush=True)


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--what", choices=("names", "syntax"), required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--init", type=Path, help="continue from this teacher")
    parser.add_argument("--corpora", type=Path, default=HERE.parent.parent / "shared" / "corpora")
    parser.add_argument("--lexicons", type=Path, default=HERE.parent.parent / "shared" / "lexicons")
    parser.add_argument("--passages", type=Path, default=HERE / "passages")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--words", type=int, default=1500, help="words of a batch")
    parser.add_argument(
        "--learn-rate", type=float, default=1.5e-4, help="of the encoder; the heads have 1e-3"
    )
    parser.add_argument("--max-seconds", type=float, default=1800)
    parser.add_argument("--seed", type=int, default=5)
    args = parser.parse_args()

    rng = random.Random(args.seed)  # noqa: S311
    torch.manual_seed(args.seed)
    columns = Columns()
    trees = [
        item
        for stem, times in TREEBANKS.items()
        for item in syntax_items(read_treebank(find_file(args.corpora / "syntax", stem)), columns) * times
    ]
    read = {
        "syntax": lambda: trees,
        "names": partial(
            read_names_items, load_model(HERE.parent / "claimcheck" / "model").tokenizer, args, rng
        ),
    }
    teacher = load(args.init) if args.init else Teacher(columns)
    fit(teacher, read[args.what](), args, rng)
    save(teacher, args.out)


if __name__ == "__main__":
    main()
